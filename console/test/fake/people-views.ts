/** People, their history and the log, as the contract shows them. */
/** The routes of the contract, answered from the in-memory world. */
import type { Json, Person, PersonRow } from "../../src/api/types";
import type { Condition } from "../../src/definition/condition";
import { matches } from "./evaluate";
import { missing } from "./http";
import { type FakePerson, iso, type World } from "./world";

export function row(world: World, p: FakePerson): PersonRow {
  return {
    ...world.ref(p),
    created_at: iso(p.created),
    last_seen_at: p.events[0] ? iso(p.events[0].at) : null,
    attributes: p.attributes,
  };
}

export function person(world: World, id: string): FakePerson {
  const found = world.people.find((p) => p.cio_id === id);
  if (!found) throw missing("person");
  return found;
}

export const definitionOf = (world: World) => (name: string) =>
  world.segments.find((s) => s.definition.name === name)?.definition.when ?? null;
export const select = (world: World, when: Condition) =>
  world.people.filter((p) => matches(p, when, world.now(), definitionOf(world)));

export function whole(world: World, p: FakePerson): Person {
  const names = Object.keys(p.attributes).sort();
  const segments = world.segments.filter((s) =>
    matches(p, s.definition.when, world.now(), definitionOf(world)),
  ).length;
  return {
    ...world.ref(p),
    phone: null,
    created_at: iso(p.created),
    last_seen_at: p.events[0] ? iso(p.events[0].at) : null,
    unsubscribed: false,
    suppressed: false,
    attributes: names.map((name) => ({
      name,
      value: p.attributes[name] as Json,
      updated_at: p.updated[name] ? iso(p.updated[name]) : null,
    })),
    counts: { segments, journeys_active: 1, deliveries: 4 },
  };
}

export function search(world: World, q: string): FakePerson[] {
  const needle = q.toLowerCase();
  return world.people.filter(
    (p) =>
      needle === "" ||
      `${p.id ?? ""} ${p.email ?? ""} ${p.cio_id} ${world.ref(p).name ?? ""}`.toLowerCase().includes(needle),
  );
}

export const activityOf = (world: World, query: URLSearchParams, cio?: string) => {
  const [types, name, who] = [
    query.getAll("type"),
    query.get("name") ?? "",
    cio ?? query.get("person") ?? "",
  ];
  return world.activity.filter(
    (a) =>
      (types.length === 0 || types.includes(a.type)) &&
      (name === "" || a.name.includes(name)) &&
      (who === "" || a.person?.cio_id === who) &&
      (query.get("failed") !== "true" || a.failed),
  );
};

export function history(world: World, p: FakePerson) {
  const stored = p.events.map((e, i) => ({
    id: `h${p.cio_id}${i}`,
    at: iso(e.at),
    type: e.name.startsWith("http") ? ("page" as const) : ("event" as const),
    name: e.name,
    person: world.ref(p),
    failed: false,
    reason: null,
    fix: null,
    source: "track",
    campaign: null,
    delivery_id: null,
    journey_id: null,
    data: e.data,
  }));
  return [
    ...world.activity.filter((a) => a.person?.cio_id === p.cio_id),
    ...stored,
    {
      id: `h${p.cio_id}c`,
      at: iso(p.created),
      type: "person_created" as const,
      name: p.email ?? "",
      person: world.ref(p),
      failed: false,
      reason: null,
      fix: null,
      source: "track",
      campaign: null,
      delivery_id: null,
      journey_id: null,
      data: {},
    },
  ].sort((a, b) => b.at.localeCompare(a.at));
}
