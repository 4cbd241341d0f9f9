import { expect, it } from "vitest";
import type { components } from "../../src/api/schema";
import type {
  CampaignDocument,
  Exit,
  Goal,
  MessageDocument,
  SegmentDocument,
  Step,
  Trigger,
} from "../../src/definition/campaign";
import type { Condition, PropertyTest } from "../../src/definition/condition";

type Schemas = components["schemas"];
type Keys<T> = T extends unknown ? keyof T : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Holds by the type check: a key that only one side knows makes its line false. */
const SAME_KEYS: {
  condition: Same<Keys<Condition>, Keys<Schemas["ConditionDocument"]>>;
  test: Same<Keys<PropertyTest>, Keys<Schemas["WhereDocument"][number]>>;
  step: Same<Keys<Step>, Keys<Schemas["StepDocument"]>>;
  trigger: Same<Keys<Trigger>, Keys<Schemas["TriggerDocument"]>>;
  exit: Same<Keys<Exit>, Keys<Schemas["ExitDocument"]>>;
  goal: Same<Keys<Goal>, Keys<Schemas["GoalDocument"]>>;
  segment: Same<Keys<SegmentDocument>, Keys<Schemas["SegmentDocument"]>>;
  message: Same<Keys<MessageDocument>, Keys<Schemas["MessageDocument"]>>;
  /** `state` is for files only. */
  campaign: Same<Keys<CampaignDocument> | "state", Keys<Schemas["CampaignDocument"]>>;
} = {
  condition: true,
  test: true,
  step: true,
  trigger: true,
  exit: true,
  goal: true,
  segment: true,
  message: true,
  campaign: true,
};

it("the documents of the console and of the server have the same keys", () => {
  expect(Object.values(SAME_KEYS).every(Boolean)).toBe(true);
});
