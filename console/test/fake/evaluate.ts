/** Conditions over the fake people: good enough to make counts move while one builds a segment. */
import { type Condition, kindOf, type Op, opOf } from "../../src/definition/condition";
import { parseDuration } from "../../src/definition/duration";
import type { FakePerson } from "./world";

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

function holds(value: unknown, op: Op): boolean {
  const { name, value: operand } = opOf(op);
  if (name === "exists") return (value !== undefined && value !== null) === operand;
  if (name === "is") return String(value) === String(operand);
  if (name === "is_not") return String(value) !== String(operand);
  if (value === undefined) return false;
  if (name === "contains") return String(value).includes(String(operand));
  const [a, b] = [Number(value), Number(operand)];
  return name === "gt" ? a > b : name === "gte" ? a >= b : name === "lt" ? a < b : a <= b;
}

function count(
  person: FakePerson,
  event: unknown,
  node: { where?: ({ property: string } & Op)[]; within?: string },
  now: number,
) {
  const d = node.within ? parseDuration(node.within) : null;
  const from = d ? now - d.amount * SECONDS[d.unit] * 1000 : 0;
  return person.events.filter(
    (e) =>
      e.name === event &&
      e.at >= from &&
      (node.where ?? []).every((test) => holds(e.data[test.property], test)),
  ).length;
}

export function matches(
  person: FakePerson,
  condition: Condition,
  now: number,
  segment: (name: string) => Condition | null,
): boolean {
  const c = kindOf(condition);
  const sub = (one: Condition) => matches(person, one, now, segment);
  switch (c.kind) {
    case "attribute": {
      const own = { id: person.id, email: person.email } as Record<string, unknown>;
      return holds(own[c.node.attribute] ?? person.attributes[c.node.attribute], c.node);
    }
    case "event":
      return false;
    case "performed":
      return count(person, c.node.performed, c.node, now) >= (c.node.at_least ?? 1);
    case "not_performed":
      return count(person, c.node.not_performed, c.node, now) === 0;
    case "in_segment": {
      const inner = segment(c.node.in_segment);
      return inner !== null && sub(inner);
    }
    case "all":
      return c.node.all.every(sub);
    case "any":
      return c.node.any.some(sub);
    case "not":
      return !sub(c.node.not);
  }
}
