import { Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { campaignNumbersQuery, campaignQuery } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import type { CampaignTab } from "@/router";
import { Page } from "@/ui/Page";
import { CampaignStatus } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { CampaignActions } from "./CampaignActions";
import classes from "./CampaignPage.module.css";
import { CanvasTab } from "./CanvasTab";
import { DefinitionTab } from "./DefinitionTab";
import { JourneysTab } from "./JourneysTab";
import { NumbersStrip } from "./NumbersStrip";
import { ResultsTab } from "./ResultsTab";

const LIVE_DAYS = 30;

/** One campaign: its canvas with live numbers, its journeys, its definition. */
export function CampaignPage() {
  const { id } = useHere();
  const { campaign } = useParams({ from: "/w/$ws/campaigns/$campaign" });
  const query = useQuery(campaignQuery(id, Number(campaign)));
  const back = { href: `/w/${id}/campaigns`, label: "Campaigns" };
  if (query.data) return <Loaded key={query.data.id} campaign={query.data} back={back} />;
  return (
    <Page title="Campaign" back={back}>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  );
}

function Loaded({ campaign, back }: { campaign: Campaign; back: { href: string; label: string } }) {
  const { id } = useHere();
  const search = useSearch({ from: "/w/$ws/campaigns/$campaign" });
  const navigate = useNavigate({ from: "/w/$ws/campaigns/$campaign" });
  const numbers = useQuery({
    ...campaignNumbersQuery(id, campaign.id, LIVE_DAYS),
    enabled: campaign.state !== "draft",
  });
  const tab = search.tab ?? "canvas";
  const go = (next: string | null) =>
    navigate({ search: { tab: next === "canvas" ? undefined : (next as CampaignTab) }, replace: true });
  const select = (step: string | null) =>
    navigate({ search: (old) => ({ ...old, step: step ?? undefined }), replace: true });
  return (
    <Page
      width="full"
      title={campaign.name}
      about={campaign.description}
      back={back}
      badge={<CampaignStatus state={campaign.state} />}
      actions={<CampaignActions campaign={campaign} />}
    >
      <Tabs value={tab} onChange={go} className={classes.tabs}>
        <div className={classes.bar}>
          <Tabs.List>
            <Tabs.Tab value="canvas">Canvas</Tabs.Tab>
            <Tabs.Tab value="results">Results</Tabs.Tab>
            <Tabs.Tab value="journeys">Journeys</Tabs.Tab>
            <Tabs.Tab value="definition">Definition</Tabs.Tab>
          </Tabs.List>
          {campaign.state !== "draft" && <NumbersStrip numbers={numbers.data} />}
        </div>
        <Tabs.Panel value="canvas" className={classes.panel}>
          <CanvasTab
            campaign={campaign}
            numbers={numbers.data}
            selected={search.step ?? null}
            onSelect={select}
          />
        </Tabs.Panel>
        <Tabs.Panel value="results" className={classes.scroll}>
          <ResultsTab campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="journeys" className={classes.scroll}>
          <JourneysTab campaign={campaign} step={search.step ?? null} onStep={select} />
        </Tabs.Panel>
        <Tabs.Panel value="definition" className={classes.scroll}>
          <DefinitionTab campaign={campaign} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
