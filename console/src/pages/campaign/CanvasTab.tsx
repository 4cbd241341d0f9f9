import type { Campaign, CampaignNumbers } from "@/api/types";
import { Canvas } from "@/canvas/Canvas";
import { TRIGGER_ID } from "@/canvas/layout";
import { findStep } from "@/definition/campaign";
import { RulesCard } from "./RulesCard";
import { StepInspector } from "./StepInspector";
import { TriggerInspector } from "./TriggerInspector";

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
      <Canvas
        document={campaign.definition}
        numbers={numbers}
        problems={campaign.problems}
        selected={selected}
        onSelect={onSelect}
      >
        <RulesCard document={campaign.definition} />
      </Canvas>
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
