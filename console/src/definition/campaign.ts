/** The campaign, segment and message documents: the same tree in the API, in files and on the canvas. */
import type { Condition, EventName, PropertyTest } from "./condition";

export type SegmentDocument = { name: string; description?: string; when: Condition };

export type MessageDocument = {
  name: string;
  channel: "email";
  subject: string;
  preheader?: string;
  from?: string;
  reply_to?: string;
  layout?: string;
  html: string;
  text?: string;
};

export type EventTrigger = { event: EventName; where?: PropertyTest[] };
export type SegmentTrigger = { segment: string; start_with?: "current_and_new" | "new_only" };
export type Trigger = EventTrigger | SegmentTrigger;

export type Frequency = "once" | "every_time" | { once_per: string };

export type Exit = {
  when?: Condition;
  on_leaving_trigger?: boolean;
  on_goal?: boolean;
  at?: "once" | "next_action";
};

export type Goal = (
  | { performed: EventName; where?: PropertyTest[] }
  | { enter_segment: string }
  | { leave_segment: string }
) & {
  within?: string;
  after?: "sent" | "opened" | "clicked";
};

export type SendStep = { id: string; send: { channel?: "email"; message: string } };
export type DelayStep = { id: string; delay: string };
export type WaitStep = {
  id: string;
  wait_until: Condition;
  at_most?: string;
  then?: Step[];
  otherwise?: Step[];
};
export type BranchStep = { id: string; branch: Condition; then?: Step[]; otherwise?: Step[] };
export type ExitStep = { id: string; exit: true };
export type Step = SendStep | DelayStep | WaitStep | BranchStep | ExitStep;
export type StepKind = "send" | "delay" | "wait_until" | "branch" | "exit";

export type CampaignDocument = {
  name: string;
  description?: string;
  trigger: Trigger;
  filter?: Condition;
  frequency?: Frequency;
  overlap?: boolean;
  exit?: Exit;
  goal?: Goal;
  steps: Step[];
};

export function stepKind(step: Step): StepKind {
  if ("send" in step) return "send";
  if ("delay" in step) return "delay";
  if ("wait_until" in step) return "wait_until";
  if ("branch" in step) return "branch";
  return "exit";
}

/** Every step of the tree, parents before children, in reading order. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...("then" in step ? allSteps(step.then ?? []) : []),
    ...("otherwise" in step ? allSteps(step.otherwise ?? []) : []),
  ]);
}

export function findStep(steps: readonly Step[], id: string): Step | undefined {
  return allSteps(steps).find((step) => step.id === id);
}
