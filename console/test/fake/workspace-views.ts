/** Session, workspace, home and vocabulary as the contract shows them. */
/** The routes of the contract, answered from the in-memory world. */
import type { Attention, ChecklistKey, Home, Json, Session, Vocabulary } from "../../src/api/types";
import { Refusal } from "./http";
import { campaignRow, series } from "./numbers";
import { DAY, iso, SCALE, type World } from "./world";

export function session(world: World): Session {
  const member = world.members[0];
  if (!member) throw new Refusal(401, "unauthenticated", "Nobody is logged in.", "Log in first.");
  return {
    member,
    csrf_token: "csrf-1",
    workspaces: [{ id: 1, name: world.workspace.name, role: "owner" }],
    version: "0.1.0",
  };
}

export const workspace = (world: World) => ({
  id: 1,
  ...world.workspace,
  created_at: iso(world.now() - 90 * DAY),
  base_url: "http://127.0.0.1:8080",
  people: world.people.length * (world.people.length > 100 ? SCALE : 1),
  demo_loading: null,
  sender: world.sender,
});

export function home(world: World, days: number): Home {
  const active = world.campaigns.some((c) => c.weight > 0);
  const points = series(days * 2, active ? 820 : 0, 11, world.now());
  const sum = (key: "sent" | "delivered" | "opened" | "clicked" | "converted") => ({
    value: points.slice(days).reduce((n, p) => n + p[key], 0),
    before: points.slice(0, days).reduce((n, p) => n + p[key], 0),
  });
  const attention: Attention[] = !active
    ? []
    : [
        {
          kind: "bounce_rate",
          count: 34,
          title: "Bounces at brightlane.example are up",
          detail: "6.1 % of yesterday’s messages came back; the usual is 1.5 %.",
          since: iso(world.now() - 19 * 3_600_000),
          link: { page: "deliveries", id: null, filter: "bounced" },
        },
        {
          kind: "identifier_conflicts",
          count: 4,
          title: "4 updates were refused",
          detail: "An e-mail address already belonged to somebody else.",
          since: iso(world.now() - 3 * 3_600_000),
          link: { page: "activity", id: null, filter: "attribute_failed" },
        },
        {
          kind: "drafts",
          count: 1,
          title: "Trial ends soon is still a draft",
          detail: "Last edited 8 days ago; it has one warning.",
          since: iso(world.now() - 8 * DAY),
          link: { page: "campaign", id: 4, filter: null },
        },
      ];
  const total = workspace(world).people;
  return {
    days,
    from: points[days]?.date ?? "",
    to: points.at(-1)?.date ?? "",
    totals: {
      sent: sum("sent"),
      delivered: sum("delivered"),
      opened: sum("opened"),
      clicked: sum("clicked"),
      converted: sum("converted"),
    },
    series: points.slice(days),
    people: { total, added: Math.round(total * 0.031) },
    events: { value: total * 9, before: total * 8 },
    running: world.campaigns.filter((c) => c.state === "running").map((c) => campaignRow(world, c)),
    attention,
  };
}

export function vocabulary(world: World): Vocabulary {
  const attributes = new Map<string, { samples: Set<Json>; people: number }>();
  const events = new Map<string, { n: number; at: number; properties: Map<string, Set<Json>> }>();
  for (const p of world.people) {
    for (const [name, value] of Object.entries(p.attributes)) {
      const entry = attributes.get(name) ?? { samples: new Set(), people: 0 };
      entry.people++;
      if (entry.samples.size < 8 && typeof value !== "object") entry.samples.add(value);
      attributes.set(name, entry);
    }
    for (const e of p.events) {
      const entry = events.get(e.name) ?? { n: 0, at: 0, properties: new Map() };
      entry.n++;
      entry.at = Math.max(entry.at, e.at);
      for (const [name, value] of Object.entries(e.data)) {
        const samples = entry.properties.get(name) ?? new Set();
        if (samples.size < 8 && typeof value !== "object") samples.add(value);
        entry.properties.set(name, samples);
      }
      events.set(e.name, entry);
    }
  }
  const type = (value: Json | undefined) =>
    typeof value === "number"
      ? ("number" as const)
      : typeof value === "boolean"
        ? ("boolean" as const)
        : value === undefined
          ? ("object" as const)
          : ("string" as const);
  return {
    attributes: [...attributes]
      .map(([name, a]) => ({
        name,
        type: type([...a.samples][0]),
        samples: [...a.samples],
        people: a.people * SCALE,
      }))
      .sort((a, b) => b.people - a.people),
    events: [...events]
      .filter(([name]) => !name.startsWith("http"))
      .map(([name, e]) => ({
        name,
        count_30d: e.n * SCALE,
        last_seen_at: iso(e.at),
        properties: [...e.properties].map(([property, samples]) => ({
          name: property,
          type: type([...samples][0]),
          samples: [...samples],
        })),
      }))
      .sort((a, b) => b.count_30d - a.count_30d),
  };
}

export function checklist(world: World) {
  const done: Record<ChecklistKey, boolean> = {
    first_event: world.touched.event,
    first_person: world.touched.event,
    first_campaign: world.touched.campaign,
    first_message: world.touched.message,
    sender: world.sender.channel === "smtp",
  };
  const keys: ChecklistKey[] = ["first_event", "first_person", "first_campaign", "first_message", "sender"];
  return {
    dismissed: world.checklistDismissed,
    items: keys.map((key) => ({ key, done_at: done[key] ? iso(world.now()) : null })),
  };
}
