import { IconRoute } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { personJourneysQuery } from "@/api/people";
import type { Person } from "@/api/types";
import { JourneyTable } from "@/pages/journeys/JourneyTable";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";

/** The campaigns the person is or was in, and where they stand. */
export function JourneysTab({ person }: { person: Person }) {
  const { id } = useHere();
  const query = useInfiniteQuery(personJourneysQuery(id, person.cio_id));
  const { rows, more } = useRows(query);
  if (query.error) return <Trouble error={query.error} retry={() => query.refetch()} />;
  return (
    <Panel flush>
      <JourneyTable
        rows={rows}
        more={more}
        show="campaign"
        empty={
          <Empty icon={IconRoute} title="No journeys" compact>
            A journey is this person’s way through one campaign. It starts when the campaign’s trigger
            matches.
          </Empty>
        }
      />
    </Panel>
  );
}
