/** The condition tree of segments, filters, branches and exits, as the definition documents write it. */

export type Scalar = string | number | boolean;

export type Op =
  | { is: Scalar }
  | { is_not: Scalar }
  | { exists: boolean }
  | { gt: Scalar }
  | { gte: Scalar }
  | { lt: Scalar }
  | { lte: Scalar }
  | { contains: string };

export type OpName = "is" | "is_not" | "exists" | "gt" | "gte" | "lt" | "lte" | "contains";

export const OP_NAMES: readonly OpName[] = ["is", "is_not", "exists", "gt", "gte", "lt", "lte", "contains"];

export type EventName = string | { page: string } | { screen: string };

export type PropertyTest = { property: string } & Op;
export type AttributeTest = { attribute: string } & Op;
export type EventTest = { event: string } & Op;
export type Performed = {
  performed: EventName;
  where?: PropertyTest[];
  at_least?: number;
  within?: string;
  since?: "entry" | "step";
};
export type NotPerformed = {
  not_performed: EventName;
  where?: PropertyTest[];
  within?: string;
  since?: "entry" | "step";
};
export type InSegment = { in_segment: string };
export type All = { all: Condition[] };
export type Any = { any: Condition[] };
export type Not = { not: Condition };

export type Condition = AttributeTest | EventTest | Performed | NotPerformed | InSegment | All | Any | Not;

/** A condition in the form that a switch can tell apart. */
export type Kind =
  | { kind: "attribute"; node: AttributeTest }
  | { kind: "event"; node: EventTest }
  | { kind: "performed"; node: Performed }
  | { kind: "not_performed"; node: NotPerformed }
  | { kind: "in_segment"; node: InSegment }
  | { kind: "all"; node: All }
  | { kind: "any"; node: Any }
  | { kind: "not"; node: Not };

export function kindOf(node: Condition): Kind {
  if ("attribute" in node) return { kind: "attribute", node };
  if ("performed" in node) return { kind: "performed", node };
  if ("not_performed" in node) return { kind: "not_performed", node };
  if ("in_segment" in node) return { kind: "in_segment", node };
  if ("all" in node) return { kind: "all", node };
  if ("any" in node) return { kind: "any", node };
  if ("not" in node) return { kind: "not", node };
  return { kind: "event", node };
}

/** The operator of a test and the value it compares with. */
export function opOf(test: Op): { name: OpName; value: Scalar } {
  for (const name of OP_NAMES) {
    if (name in test) return { name, value: (test as Record<OpName, Scalar>)[name] };
  }
  return { name: "exists", value: true };
}

export function withOp(name: OpName, value: Scalar): Op {
  return { [name]: value } as Op;
}

/** Whether every part that a person must fill in is filled in. */
export function isComplete(condition: Condition): boolean {
  const c = kindOf(condition);
  switch (c.kind) {
    case "attribute":
      return c.node.attribute !== "" && opOf(c.node).value !== "";
    case "event":
      return c.node.event !== "" && opOf(c.node).value !== "";
    case "performed":
      return eventIsNamed(c.node.performed) && testsAreComplete(c.node.where);
    case "not_performed":
      return eventIsNamed(c.node.not_performed) && testsAreComplete(c.node.where);
    case "in_segment":
      return c.node.in_segment !== "";
    case "all":
      return c.node.all.length > 0 && c.node.all.every(isComplete);
    case "any":
      return c.node.any.length > 0 && c.node.any.every(isComplete);
    case "not":
      return isComplete(c.node.not);
  }
}

function eventIsNamed(event: EventName): boolean {
  if (typeof event === "string") return event !== "";
  return "page" in event ? event.page !== "" : event.screen !== "";
}

function testsAreComplete(tests: PropertyTest[] | undefined): boolean {
  return (tests ?? []).every((test) => test.property !== "" && opOf(test).value !== "");
}
