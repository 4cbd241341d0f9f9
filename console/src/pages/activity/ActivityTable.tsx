import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Activity } from "@/api/types";
import { ActivityTag } from "@/ui/ActivityTag";
import { type Column, DataTable } from "@/ui/DataTable";
import { clock, day } from "@/ui/format";
import { gist } from "@/ui/gist";
import { PersonLink } from "@/ui/links";
import { useHere } from "@/ui/workspace";
import classes from "./ActivityTable.module.css";

type Props = {
  rows: readonly Activity[] | undefined;
  arrived: ReadonlySet<string>;
  more: { has: boolean; loading: boolean; load: () => void };
  onOpen: (activity: Activity) => void;
  empty: ReactNode;
};

export function ActivityTable({ rows, arrived, more, onOpen, empty }: Props) {
  const { zone } = useHere();
  const columns: readonly Column<Activity>[] = [
    {
      title: "Time",
      width: 148,
      cell: (a) => (
        <time className={`${classes.time} num`} dateTime={a.at}>
          <span>{day(a.at, zone).slice(0, -5)}</span> {clock(a.at, zone)}
        </time>
      ),
    },
    { title: "Type", width: 176, cell: (a) => <ActivityTag type={a.type} /> },
    {
      title: "Name",
      width: "26%",
      cell: (a) => (
        <UnstyledButton
          className={`${classes.open} ${arrived.has(a.id) ? classes.arrived : ""}`}
          onClick={() => onOpen(a)}
        >
          {a.name === "" ? "–" : a.name}
        </UnstyledButton>
      ),
    },
    {
      title: "Person",
      width: "20%",
      cell: (a) =>
        a.person ? (
          <span className={classes.above}>
            <PersonLink person={a.person} mark />
          </span>
        ) : (
          "–"
        ),
    },
    {
      title: "Data",
      cell: (a) =>
        a.failed ? (
          <span className={classes.bad}>{a.reason}</span>
        ) : (
          <code className={classes.data}>{gist(a)}</code>
        ),
    },
    {
      title: "Open",
      hideTitle: true,
      width: 48,
      cell: () => <IconChevronRight size={15} color="var(--text-3)" aria-hidden />,
    },
  ];
  return (
    <DataTable
      label="Activity"
      columns={columns}
      rows={rows}
      rowKey={(a) => a.id}
      more={more}
      empty={empty}
      rowHeight={36}
    />
  );
}
