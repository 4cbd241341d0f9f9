import { IconTrophy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Journey } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { personLabel } from "@/ui/format";
import { CampaignLink, JourneyLink } from "@/ui/links";
import { PersonMark } from "@/ui/PersonMark";
import { JourneyStatus } from "@/ui/Status";
import { When } from "@/ui/When";
import classes from "./JourneyTable.module.css";

type Props = {
  rows: readonly Journey[] | undefined;
  more?: { has: boolean; loading: boolean; load: () => void };
  show: "person" | "campaign" | "both";
  empty: ReactNode;
};

const PERSON: Column<Journey> = {
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

const CAMPAIGN: Column<Journey> = {
  title: "Campaign",
  width: "15%",
  cell: (j) => (
    <span className={classes.above}>
      <CampaignLink campaign={j.campaign} />
    </span>
  ),
};

const CAMPAIGN_FIRST: Column<Journey> = {
  title: "Campaign",
  width: "27%",
  cell: (j) => (
    <JourneyLink journey={j.id} className={rowLink}>
      {j.campaign.name}
    </JourneyLink>
  ),
};

const STATE: Column<Journey> = { title: "State", width: 124, cell: (j) => <JourneyStatus state={j.state} /> };

const WHY: Column<Journey> = {
  title: "Where and why",
  cell: (j) => (
    <span className={classes.standing} title={j.why}>
      {j.step && <strong>{j.step.title}</strong>}
      <span>{j.why}</span>
    </span>
  ),
};

const DUE: Column<Journey> = { title: "Due", width: 92, cell: (j) => <When at={j.due_at} none="–" /> };

const GOAL: Column<Journey> = {
  title: "Goal",
  width: 64,
  cell: (j) =>
    j.converted_at ? (
      <IconTrophy size={16} color="var(--good)" aria-label="Converted" />
    ) : (
      <span className={classes.quiet}>–</span>
    ),
};

const STARTED: Column<Journey> = {
  title: "Started",
  width: 104,
  cell: (j) => (
    <span className={classes.quiet}>
      <When at={j.started_at} />
    </span>
  ),
};

/** Journeys with where they stand and why. Beside one person there is less room, and less to say. */
export function JourneyTable({ rows, more, show, empty }: Props) {
  const columns =
    show === "campaign"
      ? [CAMPAIGN_FIRST, STATE, WHY, STARTED]
      : [PERSON, ...(show === "both" ? [CAMPAIGN] : []), STATE, WHY, DUE, GOAL, STARTED];
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
