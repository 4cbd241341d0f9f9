/** Segments as the contract shows them. */
/** The routes of the contract, answered from the in-memory world. */
import type { Segment, SegmentRow } from "../../src/api/types";
import { missing, Refusal } from "./http";
import { select } from "./people-views";
import { DAY, type FakeSegment, iso, SCALE, type World } from "./world";

export function segmentRow(world: World, s: FakeSegment): SegmentRow {
  const now = world.now();
  const building = s.builtAt > now;
  const count =
    select(world, s.definition.when).length * SCALE +
    ((s.id * 37) % 200) * (world.people.length > 100 ? 1 : 0);
  const drift = [1.2, -0.6, 1.6, -1.1, 0.4, -1.4, 0.9][s.id % 7] ?? 0.5;
  const spark = Array.from({ length: 30 }, (_, i) =>
    Math.max(0, Math.round(count * (1 - ((29 - i) / 29) * 0.16 * drift + Math.sin(i * 0.9 + s.id) * 0.018))),
  );
  return {
    id: s.id,
    name: s.definition.name,
    description: s.definition.description ?? null,
    version: s.version,
    state: building ? "building" : "live",
    progress: building ? Math.max(0.02, 1 - (s.builtAt - now) / 45_000) : null,
    count: building ? Math.round(count * 0.4) : count,
    change_7d: building ? 0 : count - (spark[22] ?? count),
    spark: building ? [] : spark,
    used_by: uses(world, s).length,
    updated_at: iso(s.updated),
  };
}

export function uses(world: World, s: FakeSegment): Segment["uses"] {
  const name = s.definition.name;
  const mentions = (value: unknown) => JSON.stringify(value ?? null).includes(`"${name}"`);
  const found: Segment["uses"] = [];
  for (const c of world.campaigns) {
    const role = mentions(c.definition.trigger)
      ? "trigger"
      : mentions(c.definition.filter)
        ? "filter"
        : mentions(c.definition.goal)
          ? "goal"
          : mentions(c.definition.exit)
            ? "exit"
            : mentions(c.definition.steps)
              ? "step"
              : null;
    if (role) found.push({ kind: "campaign", id: c.id, name: c.definition.name, role });
  }
  for (const other of world.segments)
    if (other !== s && mentions(other.definition.when))
      found.push({ kind: "segment", id: other.id, name: other.definition.name, role: "condition" });
  return found;
}

export function segment(world: World, id: string): FakeSegment {
  const found = world.segments.find((s) => s.id === Number(id));
  if (!found) throw missing("segment");
  return found;
}

export function wholeSegment(world: World, s: FakeSegment): Segment {
  const base = segmentRow(world, s);
  return {
    ...base,
    definition: s.definition,
    created_at: iso(s.created),
    uses: uses(world, s),
    series: base.spark.map((count, i) => ({
      date: iso(world.now() - (29 - i) * DAY).slice(0, 10),
      count,
      entered: Math.round(count * 0.021),
      left: Math.round(count * 0.017),
    })),
  };
}

export function checkName(world: World, name: string, except: number | null): void {
  if (name.trim() === "")
    throw new Refusal(
      400,
      "validation",
      "The segment needs a name.",
      "Give it a name of 1 to 120 characters.",
      [{ pointer: "/definition/name", detail: "Expected a name, but it is empty." }],
    );
  if (world.segments.some((s) => s.definition.name === name && s.id !== except))
    throw new Refusal(
      409,
      "conflict",
      "This name is taken.",
      "Choose another name: segments are referred to by name.",
      [{ pointer: "/definition/name", detail: "Another segment has this name." }],
    );
}
