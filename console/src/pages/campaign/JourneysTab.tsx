import { Pill, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconRoute, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { journeysQuery } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import { findStep } from "@/definition/campaign";
import { stepTitle } from "@/definition/summary";
import { JOURNEY_STATES } from "@/pages/journeys/JourneysPage";
import { JourneyTable } from "@/pages/journeys/JourneyTable";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";

type Props = { campaign: Campaign; step: string | null; onStep: (step: string | null) => void };

/** The people of one campaign, and where they stand. */
export function JourneysTab({ campaign, step, onStep }: Props) {
  const { id } = useHere();
  const [needle, setNeedle] = useState("");
  const [q] = useDebouncedValue(needle, 200);
  const [state, setState] = useState("");
  const query = useInfiniteQuery(
    journeysQuery(id, { q, state, campaign: String(campaign.id), step: step ?? undefined }),
  );
  const { rows, more } = useRows(query);
  const chosen = step ? findStep(campaign.definition.steps, step) : undefined;
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          w={280}
          placeholder="Person: id, e-mail or name"
          aria-label="Person"
          leftSection={<IconSearch size={14} />}
          value={needle}
          onChange={(event) => setNeedle(event.currentTarget.value)}
        />
        <SegmentedControl data={JOURNEY_STATES} value={state} onChange={setState} aria-label="State" />
        {chosen && (
          <Pill
            size="md"
            withRemoveButton
            onRemove={() => onStep(null)}
            removeButtonProps={{ "aria-label": "Show all steps" }}
          >
            At: {stepTitle(chosen)}
          </Pill>
        )}
      </div>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <JourneyTable
            rows={rows}
            more={more}
            show="person"
            empty={
              <Empty icon={IconRoute} title="No journeys here" compact>
                {campaign.state === "draft"
                  ? "They appear once the campaign has started."
                  : "Nobody fits this search at the moment."}
              </Empty>
            }
          />
        </Panel>
      )}
    </>
  );
}
