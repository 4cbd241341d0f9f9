import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Delivery } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { CampaignLink, PersonLink } from "@/ui/links";
import { DeliveryStatus } from "@/ui/Status";
import { When } from "@/ui/When";
import classes from "./DeliveryTable.module.css";

type Props = {
  rows: readonly Delivery[] | undefined;
  more: { has: boolean; loading: boolean; load: () => void };
  withPerson?: boolean;
  onOpen: (id: string) => void;
  empty: ReactNode;
};

/** Messages with what became of them; what went wrong stands beside the subject. */
export function DeliveryTable({ rows, more, withPerson = true, onOpen, empty }: Props) {
  const to: Column<Delivery> = {
    title: "To",
    width: "20%",
    cell: (d) => (
      <span className={classes.above}>
        <PersonLink person={d.person} mark />
      </span>
    ),
  };
  const columns: Column<Delivery>[] = [
    {
      title: "Message",
      cell: (d) => (
        <>
          <UnstyledButton className={`${rowLink} ${classes.subject}`} onClick={() => onOpen(d.id)}>
            {d.subject}
          </UnstyledButton>
          {d.reason && <span className={classes.reason}>{d.reason}</span>}
        </>
      ),
    },
    ...(withPerson ? [to] : []),
    {
      title: "Campaign",
      width: "18%",
      cell: (d) =>
        d.campaign ? (
          <span className={classes.above}>
            <CampaignLink campaign={d.campaign} />
          </span>
        ) : (
          "–"
        ),
    },
    { title: "State", width: 136, cell: (d) => <DeliveryStatus state={d.state} /> },
    {
      title: "Created",
      width: 104,
      cell: (d) => (
        <span className={classes.quiet}>
          <When at={d.at} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label="Deliveries"
      columns={columns}
      rows={rows}
      rowKey={(d) => d.id}
      more={more}
      empty={empty}
    />
  );
}
