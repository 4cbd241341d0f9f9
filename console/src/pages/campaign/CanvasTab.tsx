import type { Campaign, CampaignNumbers } from "@/api/types";
import { Canvas } from "@/canvas/Canvas";
import { TRIGGER_ID } from "@/canvas/layout";
import { findStep } from "@/definition/campaign";
import classes from "./CampaignPage.module.css";
import { RulesBar } from "./RulesBar";
import { StepInspector } from "./StepInspector";
import { TriggerInspector } from "./TriggerInspector";

const INSPECTOR_WIDTH = 400;

type Props = {
  campaign: Campaign;
  numbers: CampaignNumbers | undefined;
  selected: string | null;
  onSelect: (step: string | null) => void;
};

/** The canvas, and beside it whatever is selected. */
export function CanvasTab({ campaign, numbers, selected, onSelect }: Props) {
  const step = selected ? findStep(campaign.definition.steps, selected) : undefined;
  return (
    <>
      <RulesBar document={campaign.definition} onOpen={() => onSelect(TRIGGER_ID)} />
      <div className={classes.canvas}>
        <Canvas
          document={campaign.definition}
          numbers={numbers}
          problems={campaign.problems}
          selected={selected}
          onSelect={onSelect}
          covered={step || selected === TRIGGER_ID ? INSPECTOR_WIDTH : 0}
        />
      </div>
      {step && (
        <StepInspector
          key={step.id}
          campaign={campaign}
          step={step}
          numbers={numbers?.steps[step.id]}
          onClose={() => onSelect(null)}
        />
      )}
      {selected === TRIGGER_ID && <TriggerInspector campaign={campaign} onClose={() => onSelect(null)} />}
    </>
  );
}
