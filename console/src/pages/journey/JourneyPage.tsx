import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { campaignQuery } from "@/api/campaigns";
import { journeyQuery } from "@/api/people";
import type { JourneyTrace } from "@/api/types";
import { dayAndTime, personLabel, span } from "@/ui/format";
import { CampaignLink, PersonLink } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { JourneyStatus, Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useNow, When } from "@/ui/When";
import { useHere } from "@/ui/workspace";
import classes from "./JourneyPage.module.css";
import { PathPicture } from "./PathPicture";
import { Trace } from "./Trace";

/** One person’s way through one campaign, step by step, with the evidence for each. */
export function JourneyPage() {
  const { id } = useHere();
  const { journey } = useParams({ from: "/w/$ws/journeys/$journey" });
  const query = useQuery(journeyQuery(id, journey));
  const back = { href: `/w/${id}/journeys`, label: "Journeys" };
  if (query.data) return <Loaded journey={query.data} back={back} />;
  return (
    <Page title="Journey" back={back}>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Skeleton height={420} />
      )}
    </Page>
  );
}

function Loaded({ journey, back }: { journey: JourneyTrace; back: { href: string; label: string } }) {
  const { id, zone } = useHere();
  const now = useNow();
  const campaign = useQuery(campaignQuery(id, journey.campaign.id));
  return (
    <Page
      title={`${personLabel(journey.person)} in ${journey.campaign.name}`}
      heading={
        <h1>
          <PersonLink person={journey.person} /> <span className={classes.in}>in</span>{" "}
          <CampaignLink campaign={journey.campaign} />
        </h1>
      }
      badge={
        <>
          <JourneyStatus state={journey.state} />
          {journey.converted_at && <Status tone="good">Converted</Status>}
        </>
      }
      about={journey.why}
      back={back}
    >
      <div className={classes.grid}>
        <Panel title="What happened, and why" note={`${journey.trace.length} entries`}>
          <Trace entries={journey.trace} active={journey.state === "active"} />
        </Panel>
        <aside className={classes.side}>
          <Panel title="Journey">
            <dl className={classes.facts}>
              <dt>Started</dt>
              <dd>{dayAndTime(journey.started_at, zone)}</dd>
              {journey.ended_at && (
                <>
                  <dt>Ended</dt>
                  <dd>{dayAndTime(journey.ended_at, zone)}</dd>
                </>
              )}
              <dt>{journey.ended_at ? "Took" : "So far"}</dt>
              <dd>{span(journey.started_at, journey.ended_at ?? new Date(now).toISOString())}</dd>
              {journey.step && (
                <>
                  <dt>{journey.state === "active" ? "Stands at" : "Last step"}</dt>
                  <dd>{journey.step.title}</dd>
                </>
              )}
              {journey.due_at && (
                <>
                  <dt>Goes on</dt>
                  <dd>
                    <When at={journey.due_at} />
                  </dd>
                </>
              )}
              {journey.converted_at && (
                <>
                  <dt>Converted</dt>
                  <dd>{dayAndTime(journey.converted_at, zone)}</dd>
                </>
              )}
              <dt>Id</dt>
              <dd>
                <code>{journey.id}</code>
              </dd>
            </dl>
          </Panel>
          {campaign.data && (
            <Panel title="The way taken">
              <PathPicture document={campaign.data.definition} journey={journey} />
            </Panel>
          )}
        </aside>
      </div>
    </Page>
  );
}
