import { Button, SegmentedControl, Skeleton } from "@mantine/core";
import { IconActivity } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { personActivityQuery } from "@/api/people";
import type { Activity, ActivityType, Person } from "@/api/types";
import { ACTIVITY, ACTIVITY_TYPES } from "@/ui/activityLook";
import { Empty } from "@/ui/Empty";
import { day } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { TimelineEntry } from "./TimelineEntry";
import classes from "./TimelineTab.module.css";

const FILTERS = ["Everything", "Data", "People", "Messages"] as const;

const FILTER_WORDS: Record<(typeof FILTERS)[number], string> = {
  Everything: "Everything",
  Data: "Events",
  People: "Changes",
  Messages: "Messages",
};

function typesOf(filter: string): ActivityType[] {
  return filter === "Everything" ? [] : ACTIVITY_TYPES.filter((type) => ACTIVITY[type].group === filter);
}

/** Everything that happened to the person, day by day, newest first. */
export function TimelineTab({ person }: { person: Person }) {
  const { id, zone } = useHere();
  const [filter, setFilter] = useState<string>("Everything");
  const query = useInfiniteQuery(personActivityQuery(id, person.cio_id, typesOf(filter)));
  const { rows, more } = useRows(query);
  return (
    <>
      <SegmentedControl
        data={FILTERS.map((value) => ({ value, label: FILTER_WORDS[value] }))}
        value={filter}
        onChange={setFilter}
        mb="sm"
        aria-label="Kind"
      />
      <Panel flush>
        {query.error && <Trouble error={query.error} />}
        {!rows &&
          !query.error &&
          [0, 1, 2, 3].map((n) => <Skeleton key={n} height={14} m={18} width={`${70 - n * 9}%`} />)}
        {rows?.length === 0 && (
          <Empty icon={IconActivity} title="Nothing here yet" compact>
            Events, changes and messages of this person will line up here.
          </Empty>
        )}
        {rows &&
          days(rows, zone).map(([date, entries]) => (
            <section key={date} aria-label={date} className={classes.day}>
              <h3>{date}</h3>
              <ol>
                {entries.map((activity) => (
                  <TimelineEntry key={activity.id} activity={activity} />
                ))}
              </ol>
            </section>
          ))}
        {more.has && (
          <div className={classes.more}>
            <Button variant="subtle" color="gray" loading={more.loading} onClick={more.load}>
              Show earlier
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}

function days(rows: readonly Activity[], zone: string): [string, Activity[]][] {
  const byDay = new Map<string, Activity[]>();
  for (const activity of rows) {
    const date = day(activity.at, zone);
    byDay.set(date, [...(byDay.get(date) ?? []), activity]);
  }
  return [...byDay];
}
