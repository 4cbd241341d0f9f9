import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { personQuery } from "@/api/people";
import type { PersonTab } from "@/router";
import { count, personLabel } from "@/ui/format";
import { Page } from "@/ui/Page";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { AttributesPanel } from "./AttributesPanel";
import { DeliveriesTab } from "./DeliveriesTab";
import { JourneysTab } from "./JourneysTab";
import { PersonActions } from "./PersonActions";
import { PersonHeading, PersonSkeleton } from "./PersonHeading";
import classes from "./PersonPage.module.css";
import { SegmentsPanel } from "./SegmentsPanel";
import { TimelineTab } from "./TimelineTab";

/** One person: who they are, what happened, where they stand and why. */
export function PersonPage() {
  const { id } = useHere();
  const { person: cioId } = useParams({ from: "/w/$ws/people/$person" });
  const { tab = "timeline" } = useSearch({ from: "/w/$ws/people/$person" });
  const navigate = useNavigate({ from: "/w/$ws/people/$person" });
  const { data: person, error, refetch } = useQuery(personQuery(id, cioId));
  const back = { href: `/w/${id}/people`, label: "People" };
  if (error && !person)
    return (
      <Page title="Person" back={back}>
        <Trouble error={error} retry={() => refetch()} />
      </Page>
    );
  if (!person) return <PersonSkeleton back={back} />;
  return (
    <Page
      title={personLabel(person)}
      back={back}
      heading={<PersonHeading person={person} />}
      actions={<PersonActions person={person} />}
    >
      <div className={classes.grid}>
        <Tabs
          value={tab}
          onChange={(next) =>
            navigate({
              search: { tab: next === "timeline" ? undefined : (next as PersonTab) },
              replace: true,
            })
          }
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
            <Tabs.Tab value="journeys">
              Journeys
              {person.counts.journeys_active > 0 && (
                <span className={classes.count}>{count(person.counts.journeys_active)} under way</span>
              )}
            </Tabs.Tab>
            <Tabs.Tab value="deliveries">
              Deliveries
              {person.counts.deliveries > 0 && (
                <span className={classes.count}>{count(person.counts.deliveries)}</span>
              )}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="timeline">
            <TimelineTab person={person} />
          </Tabs.Panel>
          <Tabs.Panel value="journeys">
            <JourneysTab person={person} />
          </Tabs.Panel>
          <Tabs.Panel value="deliveries">
            <DeliveriesTab person={person} />
          </Tabs.Panel>
        </Tabs>
        <aside className={classes.side}>
          <AttributesPanel person={person} />
          <SegmentsPanel person={person} />
        </aside>
      </div>
    </Page>
  );
}
