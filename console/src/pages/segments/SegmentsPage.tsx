import { Progress, TextInput } from "@mantine/core";
import { IconPlus, IconSearch, IconStack2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { segmentsQuery } from "@/api/segments";
import type { SegmentRow } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { count, plural } from "@/ui/format";
import { LinkButton, SegmentLink } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { Sparkline } from "@/ui/Sparkline";
import { Trouble } from "@/ui/Trouble";
import { When } from "@/ui/When";
import { useHere, useMay } from "@/ui/workspace";
import classes from "./SegmentsPage.module.css";

const COLUMNS: readonly Column<SegmentRow>[] = [
  {
    title: "Segment",
    cell: (s) => (
      <div className={classes.name}>
        <SegmentLink segment={s} className={rowLink} />
        {s.description && <span title={s.description}>{s.description}</span>}
      </div>
    ),
  },
  {
    title: "People",
    width: 160,
    end: true,
    cell: (s) =>
      s.state === "building" ? (
        <Building segment={s} />
      ) : (
        <span className={classes.count}>{count(s.count)}</span>
      ),
  },
  { title: "7 days", width: 96, end: true, cell: (s) => <Change of={s} /> },
  {
    title: "30 days",
    width: 148,
    cell: (s) => (
      <Sparkline
        points={s.spark}
        label={`People in ${s.name} over 30 days`}
        color="var(--chart-2)"
        width={116}
      />
    ),
  },
  {
    title: "Used by",
    width: 110,
    cell: (s) => <span className={classes.quiet}>{s.used_by === 0 ? "–" : plural(s.used_by, "place")}</span>,
  },
  {
    title: "Changed",
    width: 112,
    cell: (s) => (
      <span className={classes.quiet}>
        <When at={s.updated_at} />
      </span>
    ),
  },
];

function Building({ segment }: { segment: SegmentRow }) {
  return (
    <span className={classes.building}>
      <Progress
        value={(segment.progress ?? 0) * 100}
        w={64}
        size="sm"
        color="var(--chart-2)"
        aria-label={`Building ${segment.name}`}
      />
      {count(segment.count)}
    </span>
  );
}

function Change({ of: { change_7d: n, state } }: { of: SegmentRow }) {
  if (state === "building" || n === 0) return <span className={classes.quiet}>–</span>;
  return (
    <span style={{ color: n > 0 ? "var(--good)" : "var(--bad)" }}>
      {n > 0 ? `+${count(n)}` : `−${count(-n)}`}
    </span>
  );
}

/** The segments of the workspace with their live counts. */
export function SegmentsPage() {
  const { id } = useHere();
  const may = useMay();
  const [needle, setNeedle] = useState("");
  const query = useQuery(segmentsQuery(id));
  const rows = query.data?.items.filter((s) =>
    `${s.name} ${s.description ?? ""}`.toLowerCase().includes(needle.toLowerCase()),
  );
  const create = (
    <LinkButton to="/w/$ws/segments/new" params={{ ws: String(id) }} leftSection={<IconPlus size={14} />}>
      New segment
    </LinkButton>
  );
  return (
    <Page
      title="Segments"
      about="Groups of people by what they are, what they did, and what they have not done. Current to the second."
      actions={may.edit && create}
    >
      <TextInput
        w={280}
        mb="sm"
        placeholder="Find a segment"
        aria-label="Find a segment"
        leftSection={<IconSearch size={14} />}
        value={needle}
        onChange={(event) => setNeedle(event.currentTarget.value)}
      />
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label="Segments"
            columns={COLUMNS}
            rows={rows}
            rowKey={(s) => s.id}
            rowHeight={54}
            empty={
              needle !== "" ? (
                <Empty icon={IconSearch} title="No segment has this name">
                  Try another word.
                </Empty>
              ) : (
                <Empty icon={IconStack2} title="No segments yet" action={may.edit && create}>
                  Say who belongs together, for example “on trial, and has not logged in for a week”. People
                  enter and leave by themselves, and campaigns can start from it.
                </Empty>
              )
            }
          />
        </Panel>
      )}
    </Page>
  );
}
