/** How the builder sees and changes a condition tree: groups of all, any or none, with rows inside. */
import type { ValueType } from "@/api/types";
import {
  type Condition,
  type Op,
  type OpName,
  opOf,
  type PropertyTest,
  type Scalar,
  withOp,
} from "./condition";

export type Mode = "all" | "any" | "none";
export type Group = { mode: Mode; items: Condition[] };
export type NewKind = "attribute" | "performed" | "not_performed" | "page" | "in_segment" | "group";

/** The group that a condition is, or null when it is a row. `not` shows as “none of”, except for “is not in segment”. */
export function groupOf(condition: Condition): Group | null {
  if ("all" in condition) return { mode: "all", items: condition.all };
  if ("any" in condition) return { mode: "any", items: condition.any };
  if ("not" in condition) {
    const inner = condition.not;
    if ("in_segment" in inner) return null;
    return { mode: "none", items: "any" in inner ? inner.any : [inner] };
  }
  return null;
}

export function fromGroup({ mode, items }: Group): Condition {
  if (mode === "all") return { all: items };
  if (mode === "any") return { any: items };
  const [only] = items;
  return items.length === 1 && only && groupOf(only) === null && !("in_segment" in only)
    ? { not: only }
    : { not: { any: items } };
}

/** The root of a builder is always a group. */
export function rootGroup(when: Condition): Group {
  return groupOf(when) ?? { mode: "all", items: [when] };
}

export function newCondition(kind: NewKind): Condition {
  switch (kind) {
    case "attribute":
      return { attribute: "", is: "" };
    case "performed":
      return { performed: "" };
    case "not_performed":
      return { not_performed: "", within: "7d" };
    case "page":
      return { performed: { page: "" } };
    case "in_segment":
      return { in_segment: "" };
    case "group":
      return { any: [{ attribute: "", is: "" }] };
  }
}

export function newPropertyTest(): PropertyTest {
  return { property: "", is: "" };
}

const NUMERIC: readonly OpName[] = ["gt", "gte", "lt", "lte"];

/** What was typed, as the value it stands for. */
export function coerce(text: string, op: OpName, type: ValueType | undefined): Scalar {
  const trimmed = text.trim();
  const numeric = trimmed !== "" && Number.isFinite(Number(trimmed));
  if (numeric && (NUMERIC.includes(op) || type === "number")) return Number(trimmed);
  if (type === "boolean" && (trimmed === "true" || trimmed === "false")) return trimmed === "true";
  return text;
}

/** The test under another operator; the value is kept where it makes sense. */
export function changeOp(op: Op, name: OpName, type: ValueType | undefined): Op {
  const { value } = opOf(op);
  if (name === "exists") return { exists: true };
  const kept = typeof value === "boolean" && type !== "boolean" ? "" : coerce(String(value), name, type);
  return withOp(name, name === "contains" ? String(kept) : kept);
}

/** A window of its own, or the whole past. */
export function withWindow<T extends { within?: string; since?: "entry" | "step" }>(
  node: T,
  within: string | undefined,
): T {
  const { within: _within, since: _since, ...rest } = node;
  return (within === undefined ? rest : { ...rest, within }) as T;
}
