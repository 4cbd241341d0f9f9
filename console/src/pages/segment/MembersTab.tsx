import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { segmentMembersQuery } from "@/api/segments";
import type { Segment } from "@/api/types";
import { PeopleTable } from "@/pages/people/PeopleTable";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./SegmentPage.module.css";

export function MembersTab({ segment }: { segment: Segment }) {
  const { id } = useHere();
  const [needle, setNeedle] = useState("");
  const [q] = useDebouncedValue(needle, 200);
  const query = useInfiniteQuery(segmentMembersQuery(id, segment.id, q));
  const { rows, more } = useRows(query);
  return (
    <>
      <TextInput
        className={classes.tools}
        w={280}
        placeholder="Id, e-mail or name"
        aria-label="Find a member"
        leftSection={<IconSearch size={14} />}
        value={needle}
        onChange={(event) => setNeedle(event.currentTarget.value)}
      />
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <PeopleTable
            label="Members"
            rows={rows}
            more={more}
            empty={
              <Empty icon={IconUsers} title={q === "" ? "Nobody belongs to it now" : "Nobody found"} compact>
                {q === ""
                  ? "People enter by themselves the moment the conditions hold."
                  : "Ids and e-mail addresses match from their beginning."}
              </Empty>
            }
          />
        </Panel>
      )}
    </>
  );
}
