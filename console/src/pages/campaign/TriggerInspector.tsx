import { useQuery } from "@tanstack/react-query";
import { segmentsQuery } from "@/api/segments";
import type { Campaign } from "@/api/types";
import { TRIGGER_LOOK } from "@/canvas/kinds";
import { ConditionTree } from "@/conditions/ConditionTree";
import { exitInWords, frequencyInWords, goalInWords, triggerInWords } from "@/definition/summary";
import { count } from "@/ui/format";
import { SegmentLink } from "@/ui/links";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";
import { Inspector } from "./Inspector";

/** What starts the campaign and the rules around it. */
export function TriggerInspector({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { id } = useHere();
  const { definition } = campaign;
  const segments = useQuery({ ...segmentsQuery(id), enabled: "segment" in definition.trigger });
  const { trigger } = definition;
  const look = "event" in trigger ? TRIGGER_LOOK.event : TRIGGER_LOOK.segment;
  const segment =
    "segment" in trigger ? segments.data?.items.find((one) => one.name === trigger.segment) : undefined;
  const exits = exitInWords(definition);
  return (
    <Inspector
      icon={look.icon}
      tone={look.tone}
      kind={look.word}
      title={triggerInWords(trigger)}
      onClose={onClose}
    >
      {segment && (
        <p>
          <SegmentLink segment={segment} /> has {count(segment.count)} people.{" "}
          {"segment" in trigger && trigger.start_with === "new_only"
            ? "Only those who enter after the start begin a journey."
            : "They begin when the campaign starts; newcomers follow as they enter."}
        </p>
      )}
      {"event" in trigger && <p>Each event of this name starts a journey, unless a rule below says no.</p>}
      {definition.filter && (
        <>
          <h3>Only if</h3>
          <ConditionTree when={definition.filter} />
        </>
      )}
      <h3>How often</h3>
      <p>{frequencyInWords(definition.frequency)}</p>
      <h3>Leaves early</h3>
      <p>
        {exits.length === 0
          ? "Nobody leaves before the end."
          : `When the person ${exits.join(", or ")} – ${definition.exit?.at === "next_action" ? "checked at the next step" : "at once, even while waiting"}.`}
      </p>
      <h3>Goal</h3>
      <p>
        {definition.goal
          ? `The person ${goalInWords(definition.goal)}.`
          : "None. Without a goal there are no conversions to count."}
      </p>
      <div className={classes.tools} />
    </Inspector>
  );
}
