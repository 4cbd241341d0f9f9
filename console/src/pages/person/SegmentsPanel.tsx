import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { personSegmentsQuery } from "@/api/people";
import type { Person } from "@/api/types";
import { SegmentLink } from "@/ui/links";
import { Panel } from "@/ui/Panel";
import { When } from "@/ui/When";
import { useHere } from "@/ui/workspace";
import classes from "./SegmentsPanel.module.css";

export function SegmentsPanel({ person }: { person: Person }) {
  const { id } = useHere();
  const { data } = useQuery(personSegmentsQuery(id, person.cio_id));
  return (
    <Panel title="Segments" note={data ? String(data.items.length) : undefined}>
      {!data && <Skeleton height={14} width="70%" />}
      {data?.items.length === 0 && <p className={classes.none}>In no segment at the moment.</p>}
      <ul className={classes.list}>
        {data?.items.map((segment) => (
          <li key={segment.id}>
            <SegmentLink segment={segment} />
            {segment.since && (
              <span>
                <When at={segment.since} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
