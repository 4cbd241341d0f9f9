import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "@/api/session";
import type { Home, Metric } from "@/api/types";
import { checklistQuery, homeQuery } from "@/api/workspace";
import { Delta } from "@/ui/Delta";
import { compact, plural } from "@/ui/format";
import { Page } from "@/ui/Page";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { AttentionPanel } from "./AttentionPanel";
import { ChecklistPanel } from "./ChecklistPanel";
import classes from "./HomePage.module.css";
import { MetricsPanel } from "./MetricsPanel";
import { RunningPanel } from "./RunningPanel";

const PERIODS = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
];

function greeting(hour: number): string {
  if (hour < 5 || hour >= 18) return "Good evening";
  return hour < 12 ? "Good morning" : "Good afternoon";
}

export function HomePage() {
  const { id } = useHere();
  const [days, setDays] = useState("30");
  const [metric, setMetric] = useState<Metric>("sent");
  const session = useQuery(sessionQuery);
  const home = useQuery(homeQuery(id, Number(days)));
  const checklist = useQuery(checklistQuery(id));
  const first = session.data?.member.name.split(" ")[0] ?? "";
  const open =
    checklist.data && !checklist.data.dismissed && checklist.data.items.some((item) => item.done_at === null);
  return (
    <Page
      title="Home"
      heading={<h1>{`${greeting(new Date().getHours())}${first === "" ? "" : `, ${first}`}`}</h1>}
      about={home.data && <Totals home={home.data} />}
      actions={<SegmentedControl data={PERIODS} value={days} onChange={setDays} aria-label="Period" />}
    >
      <div className={classes.stack}>
        {open && checklist.data && <ChecklistPanel checklist={checklist.data} />}
        {home.error && <Trouble error={home.error} retry={() => home.refetch()} />}
        <div className={classes.grid}>
          <MetricsPanel home={home.data} metric={metric} onMetric={setMetric} days={Number(days)} />
          <AttentionPanel home={home.data} />
        </div>
        <RunningPanel campaigns={home.data?.running} />
      </div>
    </Page>
  );
}

function Totals({ home }: { home: Home }) {
  return (
    <span className={classes.totals}>
      <span className="num">{plural(home.people.total, "person", "people")}</span>
      <span className="num">
        {compact(home.people.added)} new in {home.days} days
      </span>
      <span className="num">
        {compact(home.events.value)} events <Delta now={home.events.value} before={home.events.before} />
      </span>
    </span>
  );
}
