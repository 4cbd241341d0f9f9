import { ActionIcon, Menu, Progress, Skeleton, Tabs } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { segmentQuery, useDeleteSegment, useSaveSegment } from "@/api/segments";
import type { Segment } from "@/api/types";
import type { SegmentTab } from "@/router";
import { Confirm } from "@/ui/Confirm";
import { count, percent } from "@/ui/format";
import { said } from "@/ui/notify";
import { Page } from "@/ui/Page";
import { Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { MembersTab } from "./MembersTab";
import { SegmentEditor } from "./SegmentEditor";
import classes from "./SegmentPage.module.css";
import { SegmentView } from "./SegmentView";

/** One segment: who belongs to it, how it has grown, where it is used. */
export function SegmentPage() {
  const { id } = useHere();
  const { segment } = useParams({ from: "/w/$ws/segments/$segment" });
  const query = useQuery(segmentQuery(id, Number(segment)));
  const back = { href: `/w/${id}/segments`, label: "Segments" };
  if (query.data) return <Loaded key={query.data.id} segment={query.data} back={back} />;
  return (
    <Page title="Segment" back={back}>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Skeleton height={360} />
      )}
    </Page>
  );
}

function Loaded({ segment, back }: { segment: Segment; back: { href: string; label: string } }) {
  const { id } = useHere();
  const { tab = "conditions" } = useSearch({ from: "/w/$ws/segments/$segment" });
  const navigate = useNavigate({ from: "/w/$ws/segments/$segment" });
  const [editing, setEditing] = useState(false);
  const save = useSaveSegment(id, segment);
  if (editing)
    return (
      <Page
        title={segment.name}
        back={back}
        about="Changing the conditions counts everybody anew; campaigns that use the segment follow it."
      >
        <SegmentEditor
          document={segment.definition}
          save={save}
          onCancel={() => setEditing(false)}
          onSave={(document) => save.mutate(document, { onSuccess: () => setEditing(false) })}
        />
      </Page>
    );
  return (
    <Page
      title={segment.name}
      about={segment.description}
      back={back}
      badge={
        segment.state === "building" ? (
          <Status tone="info" pulse>
            Building
          </Status>
        ) : (
          <Status tone="good">Live</Status>
        )
      }
      actions={<Actions segment={segment} />}
    >
      {segment.state === "building" && (
        <div className={classes.build} role="status">
          <Progress
            value={(segment.progress ?? 0) * 100}
            w={220}
            color="var(--chart-2)"
            aria-label="Building"
          />
          <p>
            {percent(segment.progress ?? 0, 1)} of the people looked at; {count(segment.count)} belong to it
            so far. You can go on working.
          </p>
        </div>
      )}
      <Tabs
        value={tab}
        onChange={(next) =>
          navigate({
            search: { tab: next === "conditions" ? undefined : (next as SegmentTab) },
            replace: true,
          })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="conditions">Overview</Tabs.Tab>
          <Tabs.Tab value="members">Members</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="conditions">
          <SegmentView segment={segment} onEdit={() => setEditing(true)} />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MembersTab segment={segment} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Actions({ segment }: { segment: Segment }) {
  const { id } = useHere();
  const may = useMay();
  const navigate = useNavigate();
  const remove = useDeleteSegment(id);
  const [asking, setAsking] = useState(false);
  if (!may.edit) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="More">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => setAsking(true)}>
            Delete segment
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Delete ${segment.name}?`}
        action="Delete segment"
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(segment.id, {
            onSuccess: () => {
              said(`${segment.name} was deleted.`);
              void navigate({ to: "/w/$ws/segments", params: { ws: String(id) } });
            },
          })
        }
      >
        The {count(segment.count)} people in it stay; only the segment goes.
      </Confirm>
    </>
  );
}
