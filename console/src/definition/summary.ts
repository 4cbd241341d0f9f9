/** Conditions, triggers and steps in plain words; the same sentence wherever they are shown. */

import {
  type CampaignDocument,
  type Frequency,
  type Goal,
  type Step,
  stepKind,
  type Trigger,
} from "./campaign";
import {
  type Condition,
  type EventName,
  kindOf,
  type Op,
  type OpName,
  opOf,
  type PropertyTest,
  type Scalar,
} from "./condition";
import { durationInWords } from "./duration";

const OP_WORDS: Record<Exclude<OpName, "exists">, string> = {
  is: "is",
  is_not: "is not",
  gt: "is greater than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  contains: "contains",
};

function value(of: Scalar): string {
  if (of === "") return "…";
  return typeof of === "string" ? `“${of}”` : String(of);
}

function test(subject: string, op: Op): string {
  const { name, value: operand } = opOf(op);
  const who = subject === "" ? "…" : subject;
  if (name === "exists") return operand ? `${who} is set` : `${who} is not set`;
  return `${who} ${OP_WORDS[name]} ${value(operand)}`;
}

export function eventName(event: EventName): string {
  if (typeof event === "string") return event === "" ? "…" : event;
  return "page" in event ? `page ${event.page}` : `screen ${event.screen}`;
}

function where(tests: PropertyTest[] | undefined): string {
  if (!tests || tests.length === 0) return "";
  return ` where ${tests.map((t) => test(t.property, t)).join(" and ")}`;
}

function when(node: { within?: string; since?: "entry" | "step" }): string {
  if (node.within) return ` in the last ${durationInWords(node.within)}`;
  if (node.since === "entry") return " since entry";
  if (node.since === "step") return " since this step";
  return "";
}

function times(atLeast: number | undefined): string {
  if (!atLeast || atLeast === 1) return "";
  return atLeast === 2 ? " at least twice" : ` at least ${atLeast} times`;
}

/** Who a sentence is about: one person (“has performed …”) or people (“who have performed …”). */
type Voice = { has: string; is: string; whose: string };

const PERSON: Voice = { has: "has", is: "is", whose: "" };
const PEOPLE: Voice = { has: "who have", is: "who are", whose: "whose " };

/** One clause about one person: “plan_type is “trial” and has not performed app_login in the last 7 days”. */
export function conditionInWords(condition: Condition): string {
  return clause(condition, PERSON, false);
}

/** The same as a sentence about everybody it holds for. */
export function segmentInWords(condition: Condition): string {
  const c = kindOf(condition);
  const empty =
    (c.kind === "all" && c.node.all.length === 0) || (c.kind === "any" && c.node.any.length === 0);
  return empty ? "Add a condition to say who belongs here." : `People ${clause(condition, PEOPLE, false)}.`;
}

function clause(condition: Condition, voice: Voice, nested: boolean): string {
  const c = kindOf(condition);
  switch (c.kind) {
    case "attribute":
      return voice.whose + test(c.node.attribute, c.node);
    case "event":
      return test(`the event’s ${c.node.event}`, c.node);
    case "performed":
      return `${voice.has} performed ${eventName(c.node.performed)}${where(c.node.where)}${times(c.node.at_least)}${when(c.node)}`;
    case "not_performed": {
      const never = !c.node.within && !c.node.since;
      return `${voice.has} ${never ? "never" : "not"} performed ${eventName(c.node.not_performed)}${where(c.node.where)}${when(c.node)}`;
    }
    case "in_segment":
      return `${voice.is} in ${c.node.in_segment === "" ? "…" : c.node.in_segment}`;
    case "all":
      return group(c.node.all, "and", voice, nested);
    case "any":
      return group(c.node.any, "or", voice, nested);
    case "not":
      return opposite(c.node.not, voice);
  }
}

function opposite(inner: Condition, voice: Voice): string {
  if ("in_segment" in inner) return `${voice.is} not in ${inner.in_segment === "" ? "…" : inner.in_segment}`;
  if ("any" in inner)
    return `none of these: ${inner.any.map((part) => clause(part, voice, true)).join("; ")}`;
  return `not (${clause(inner, voice, false)})`;
}

function group(parts: Condition[], word: "and" | "or", voice: Voice, nested: boolean): string {
  if (parts.length === 0) return "…";
  const text = parts.map((part) => clause(part, voice, parts.length > 1)).join(` ${word} `);
  return nested && parts.length > 1 ? `(${text})` : text;
}

export function triggerInWords(trigger: Trigger): string {
  if ("event" in trigger) return `${eventName(trigger.event)}${where(trigger.where)}`;
  return trigger.segment;
}

export function frequencyInWords(frequency: Frequency | undefined): string {
  if (!frequency || frequency === "once") return "Once per person";
  if (frequency === "every_time") return "Every time";
  return `At most once in ${durationInWords(frequency.once_per)}`;
}

/** How long after a message a goal counts when the document does not say. */
const GOAL_WITHIN = "30d";

export function goalInWords(goal: Goal): string {
  const what =
    "performed" in goal
      ? `performs ${eventName(goal.performed)}${where(goal.where)}`
      : "enter_segment" in goal
        ? `enters ${goal.enter_segment}`
        : `leaves ${goal.leave_segment}`;
  const after = goal.after ?? "sent";
  const anchor =
    after === "sent"
      ? "being sent a message"
      : after === "opened"
        ? "opening a message"
        : "clicking in a message";
  return `${what} within ${durationInWords(goal.within ?? GOAL_WITHIN)} of ${anchor}`;
}

export function exitInWords(document: CampaignDocument): string[] {
  const exit = document.exit;
  const segment = "segment" in document.trigger;
  const lines: string[] = [];
  if (exit?.when) lines.push(conditionInWords(exit.when));
  if (segment && exit?.on_leaving_trigger !== false) lines.push("no longer matches the trigger");
  if (exit?.on_goal) lines.push("reaches the goal");
  return lines;
}

export function stepTitle(step: Step): string {
  switch (stepKind(step)) {
    case "send":
      return (step as { send: { message: string } }).send.message;
    case "delay":
      return `Wait ${durationInWords((step as { delay: string }).delay)}`;
    case "wait_until":
      return `Wait until ${conditionInWords((step as { wait_until: Condition }).wait_until)}`;
    case "branch":
      return conditionInWords((step as { branch: Condition }).branch);
    case "exit":
      return "Exit";
  }
}
