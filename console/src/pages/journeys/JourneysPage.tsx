import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconRoute, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { campaignsQuery, journeysQuery } from "@/api/campaigns";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./JourneysPage.module.css";
import { JourneyTable } from "./JourneyTable";

export const JOURNEY_STATES = [
  { value: "", label: "All" },
  { value: "active", label: "Under way" },
  { value: "finished", label: "Finished" },
  { value: "exited", label: "Left early" },
];

/** Every person’s way through every campaign, to be searched and explained. */
export function JourneysPage() {
  const { id } = useHere();
  const search = useSearch({ from: "/w/$ws/journeys" });
  const navigate = useNavigate({ from: "/w/$ws/journeys" });
  const [typed, setTyped] = useState(search.q ?? "");
  const set = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const later = useDebouncedCallback((q: string) => set({ q: q || undefined }), 200);
  const campaigns = useQuery(campaignsQuery(id));
  const filter = { q: search.q ?? "", state: search.state ?? "", campaign: search.campaign ?? "" };
  const query = useInfiniteQuery(journeysQuery(id, filter));
  const { rows, more } = useRows(query);
  const narrowed = filter.q !== "" || filter.state !== "" || filter.campaign !== "";
  return (
    <Page
      title="Journeys"
      about="Where each person stands in each campaign, and why. Open one to see it step by step."
      width="wide"
    >
      <div className={classes.tools} role="search" aria-label="Find journeys">
        <TextInput
          w={280}
          placeholder="Person: id, e-mail or name"
          aria-label="Person"
          leftSection={<IconSearch size={14} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            later(event.currentTarget.value);
          }}
        />
        <Select
          w={220}
          placeholder="Any campaign"
          aria-label="Campaign"
          clearable
          searchable
          data={(campaigns.data?.items ?? []).map((c) => ({ value: String(c.id), label: c.name }))}
          value={search.campaign ?? null}
          onChange={(campaign) => set({ campaign: campaign ?? undefined })}
        />
        <SegmentedControl
          data={JOURNEY_STATES}
          value={filter.state}
          onChange={(state) => set({ state: state || undefined })}
          aria-label="State"
        />
        {narrowed && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setTyped("");
              void navigate({ search: {}, replace: true });
            }}
          >
            Clear
          </Button>
        )}
      </div>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <JourneyTable
            rows={rows}
            more={more}
            show="both"
            empty={
              narrowed ? (
                <Empty icon={IconSearch} title="No journey fits">
                  Try a part of the e-mail address, or another state.
                </Empty>
              ) : (
                <Empty icon={IconRoute} title="No journeys yet">
                  A journey is one person’s way through one campaign. The first ones appear when a campaign is
                  running and its trigger matches somebody.
                </Empty>
              )
            }
          />
        </Panel>
      )}
    </Page>
  );
}
