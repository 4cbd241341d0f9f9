import type { ReactNode } from "react";
import type { Journey } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { personLabel, span } from "@/ui/format";
import { CampaignLink, JourneyLink } from "@/ui/links";
import { PersonMark } from "@/ui/PersonMark";
import { JourneyStatus, Status } from "@/ui/Status";
import { useNow, When } from "@/ui/When";
import classes from "./JourneyTable.module.css";

type Props = {
  rows: readonly Journey[] | undefined;
  more?: { has: boolean; loading: boolean; load: () => void };
  show: "person" | "campaign" | "both";
  empty: ReactNode;
};

/** Journeys with where they stand and why. */
export function JourneyTable({ rows, more, show, empty }: Props) {
  const now = useNow();
  const who: Column<Journey> =
    show === "campaign"
      ? {
          title: "Campaign",
          width: "20%",
          cell: (j) => (
            <JourneyLink journey={j.id} className={rowLink}>
              {j.campaign.name}
            </JourneyLink>
          ),
        }
      : {
          title: "Person",
          width: "19%",
          cell: (j) => (
            <>
              <PersonMark person={j.person} />
              <JourneyLink journey={j.id} className={rowLink}>
                {personLabel(j.person)}
              </JourneyLink>
            </>
          ),
        };
  const columns: Column<Journey>[] = [
    who,
    ...(show === "both"
      ? [
          {
            title: "Campaign",
            width: "15%",
            cell: (j: Journey) => (
              <span className={classes.above}>
                <CampaignLink campaign={j.campaign} />
              </span>
            ),
          },
        ]
      : []),
    { title: "State", width: 112, cell: (j) => <JourneyStatus state={j.state} /> },
    { title: "Where and why", cell: (j) => <Standing journey={j} /> },
    {
      title: "Due",
      width: 92,
      cell: (j) => (j.due_at ? <When at={j.due_at} /> : <span className={classes.quiet}>–</span>),
    },
    {
      title: "Goal",
      width: 108,
      cell: (j) =>
        j.converted_at ? <Status tone="good">Converted</Status> : <span className={classes.quiet}>–</span>,
    },
    {
      title: "Started",
      width: 104,
      cell: (j) => (
        <span className={classes.quiet}>
          <When at={j.started_at} />
        </span>
      ),
    },
    {
      title: "Took",
      width: 92,
      cell: (j) => (
        <span className={`${classes.quiet} num`}>
          {span(j.started_at, j.ended_at ?? new Date(now).toISOString())}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label="Journeys"
      columns={columns}
      rows={rows}
      rowKey={(j) => j.id}
      more={more}
      empty={empty}
    />
  );
}

function Standing({ journey }: { journey: Journey }) {
  return (
    <span className={classes.standing} title={journey.why}>
      {journey.step && <strong>{journey.step.title}</strong>}
      <span>{journey.why}</span>
    </span>
  );
}
