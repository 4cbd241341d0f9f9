/** The routes of the contract, answered from the in-memory world. */
import type {
  Attention,
  Campaign,
  ChecklistKey,
  Delivery,
  Home,
  Json,
  Key,
  Person,
  PersonRow,
  Segment,
  SegmentRow,
  Session,
  Vocabulary,
} from "@/api/types";
import type { CampaignDocument, SegmentDocument } from "@/definition/campaign";
import { allSteps } from "@/definition/campaign";
import type { Condition } from "@/definition/condition";
import { matches } from "./evaluate";
import {
  campaignNumbers,
  campaignRow,
  fill,
  journeysOf,
  makeDelivery,
  rawMessage,
  sandboxMessage,
  series,
} from "./messaging";
import { recipes } from "./recipes";
import { DAY, type FakePerson, type FakeSegment, iso, SCALE, type World } from "./world";

export class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(
    status: number,
    type: string,
    title: string,
    detail: string,
    errors: { pointer: string; detail: string }[] = [],
  ) {
    super(title);
    this.status = status;
    this.body = { type, title, status, detail, errors };
  }
}
export type Call = { world: World; params: string[]; query: URLSearchParams; body: never; cookie: string };
export type Route = [method: string, pattern: RegExp, handler: (call: Call) => unknown];
export class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Login {
  readonly session: object;
  constructor(session: object) {
    this.session = session;
  }
}

const missing = (what: string) =>
  new Refusal(404, "not_found", `This ${what} does not exist.`, "It may have been deleted.");
const DELIVERIES = 140;

function page<T>(items: T[], query: URLSearchParams): { items: T[]; next: string | null } {
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  return {
    items: items.slice(from, from + limit),
    next: from + limit < items.length ? String(from + limit) : null,
  };
}

function row(world: World, p: FakePerson): PersonRow {
  return {
    ...world.ref(p),
    created_at: iso(p.created),
    last_seen_at: p.events[0] ? iso(p.events[0].at) : null,
    attributes: p.attributes,
  };
}

function person(world: World, id: string): FakePerson {
  const found = world.people.find((p) => p.cio_id === id);
  if (!found) throw missing("person");
  return found;
}

const definitionOf = (world: World) => (name: string) =>
  world.segments.find((s) => s.definition.name === name)?.definition.when ?? null;
const select = (world: World, when: Condition) =>
  world.people.filter((p) => matches(p, when, world.now(), definitionOf(world)));

function whole(world: World, p: FakePerson): Person {
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

function segmentRow(world: World, s: FakeSegment): SegmentRow {
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

function uses(world: World, s: FakeSegment): Segment["uses"] {
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

function segment(world: World, id: string): FakeSegment {
  const found = world.segments.find((s) => s.id === Number(id));
  if (!found) throw missing("segment");
  return found;
}

function wholeSegment(world: World, s: FakeSegment): Segment {
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

function checkName(world: World, name: string, except: number | null): void {
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

function campaign(world: World, id: string) {
  const found = world.campaigns.find((c) => c.id === Number(id));
  if (!found) throw missing("campaign");
  return found;
}

function wholeCampaign(world: World, id: string): Campaign {
  const c = campaign(world, id);
  const problems: Campaign["problems"] =
    c.state === "draft" && c.definition.name === "Trial ends soon"
      ? [
          {
            pointer: "/steps/0/otherwise/0",
            step_id: "missing",
            severity: "warning",
            detail: "The message uses customer.trial_days_left, which 72 % of the people do not have.",
          },
        ]
      : [];
  return {
    ...campaignRow(world, c),
    definition: c.definition,
    created_at: iso(c.created),
    stopped_at: c.stopped === null ? null : iso(c.stopped),
    problems,
    recipe: c.recipe,
  };
}

function session(world: World): Session {
  const member = world.members[0];
  if (!member) throw new Refusal(401, "unauthenticated", "Nobody is logged in.", "Log in first.");
  return {
    member,
    csrf_token: "csrf-1",
    workspaces: [{ id: 1, name: world.workspace.name, role: "owner" }],
    version: "0.1.0",
  };
}

const workspace = (world: World) => ({
  id: 1,
  ...world.workspace,
  created_at: iso(world.now() - 90 * DAY),
  base_url: "http://127.0.0.1:8080",
  people: world.people.length * (world.people.length > 100 ? SCALE : 1),
  demo_loading: null,
  sender: world.sender,
});

function home(world: World, days: number): Home {
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

function vocabulary(world: World): Vocabulary {
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

function checklist(world: World) {
  const done: Record<ChecklistKey, boolean> = {
    first_event: world.touched.event,
    first_person: world.touched.event,
    first_segment: world.segments.length > 0,
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

function search(world: World, q: string): FakePerson[] {
  const needle = q.toLowerCase();
  return world.people.filter(
    (p) =>
      needle === "" ||
      `${p.id ?? ""} ${p.email ?? ""} ${p.cio_id} ${world.ref(p).name ?? ""}`.toLowerCase().includes(needle),
  );
}

const activityOf = (world: World, query: URLSearchParams, cio?: string) => {
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

function history(world: World, p: FakePerson) {
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

const allJourneys = (world: World) =>
  world.campaigns
    .flatMap((c) => journeysOf(world, c).map((m) => m.journey))
    .sort((a, b) => b.started_at.localeCompare(a.started_at));
const deliveries = (world: World): Delivery[] =>
  world.campaigns.some((c) => c.weight > 0)
    ? Array.from({ length: DELIVERIES }, (_, n) => makeDelivery(world, n))
    : [];

export const ROUTES: Route[] = [
  ["GET", /^\/setup$/, ({ world }) => ({ needed: world.setupNeeded, version: "0.1.0" })],
  [
    "POST",
    /^\/setup$/,
    ({ world, body }) => {
      const b = body as {
        owner: { name: string; email: string; password: string };
        workspace: { name: string; timezone: string };
        content: string;
      };
      if (b.owner.password.length < 10)
        throw new Refusal(400, "validation", "The password is too short.", "Use at least 10 characters.", [
          { pointer: "/owner/password", detail: "Expected at least 10 characters." },
        ]);
      if (b.content === "demo") world.fill();
      world.setupNeeded = false;
      world.workspace = { ...b.workspace, version: 1 };
      world.members = [
        {
          id: 1,
          name: b.owner.name,
          email: b.owner.email,
          role: "owner",
          created_at: iso(world.now()),
          last_login_at: iso(world.now()),
        },
      ];
      return new Login({
        ...session(world),
        keys: {
          site_id: "5a1c07e2",
          api_key: "3f9b2c71d0aa",
          write_key: "wk_81c2f0",
          app_api_key: "app_f72d90be",
        },
      });
    },
  ],
  [
    "GET",
    /^\/session$/,
    ({ world, cookie }) => {
      if (!world.sessions.has(cookie))
        throw new Refusal(401, "unauthenticated", "Nobody is logged in.", "Log in first.");
      return session(world);
    },
  ],
  [
    "POST",
    /^\/session$/,
    ({ world, body }) => {
      const b = body as { email: string; password: string };
      if (b.password !== "correct horse battery")
        throw new Refusal(
          401,
          "unauthenticated",
          "E-mail address and password do not match.",
          "Check both and try again.",
        );
      return new Login(session(world));
    },
  ],
  ["DELETE", /^\/session$/, ({ world, cookie }) => void world.sessions.delete(cookie)],
  ["PUT", /^\/session\/password$/, () => undefined],
  ["GET", /^\/members$/, ({ world }) => ({ items: world.members, next: null })],
  [
    "POST",
    /^\/members$/,
    ({ world, body }) => {
      const member = {
        ...(body as { name: string; email: string; role: "editor" }),
        id: world.members.length + 1,
        created_at: iso(world.now()),
        last_login_at: null,
      };
      world.members.push(member);
      return { member, one_time_password: "quiet-harbour-41-lamp" };
    },
  ],
  [
    "PATCH",
    /^\/members\/(\d+)$/,
    ({ world, params, body }) =>
      Object.assign(world.members.find((m) => m.id === Number(params[0])) ?? {}, body),
  ],
  [
    "DELETE",
    /^\/members\/(\d+)$/,
    ({ world, params }) => {
      world.members = world.members.filter((m) => m.id !== Number(params[0]));
    },
  ],
  ["GET", /^\/w$/, ({ world }) => workspace(world)],
  [
    "PATCH",
    /^\/w$/,
    ({ world, body }) => {
      Object.assign(world.workspace, body);
      return workspace(world);
    },
  ],
  [
    "PUT",
    /^\/w\/sender$/,
    ({ world, body }) => {
      const b = body as {
        from: string;
        reply_to?: string;
        channel: "sandbox";
        smtp?: { host: string; port: number; starttls: "never"; username?: string; password?: string };
      };
      world.sender = {
        channel: b.channel,
        from: b.from,
        reply_to: b.reply_to ?? null,
        smtp: b.smtp
          ? {
              host: b.smtp.host,
              port: b.smtp.port,
              starttls: b.smtp.starttls,
              username: b.smtp.username ?? null,
              password_set: Boolean(b.smtp.password),
            }
          : null,
        state: "unknown",
        last_error: null,
      };
      return world.sender;
    },
  ],
  [
    "POST",
    /^\/w\/sender\/test$/,
    ({ world }) =>
      world.sender.channel === "sandbox"
        ? { accepted: true, reply: "Delivered to the sandbox inbox.", took_ms: 3 }
        : {
            accepted: false,
            reply: "Connection refused: nothing listens on this host and port.",
            took_ms: 12,
          },
  ],
  ["GET", /^\/w\/keys$/, ({ world }) => ({ items: world.keys, next: null })],
  [
    "POST",
    /^\/w\/keys$/,
    ({ world, body }) => {
      const key: Key = {
        ...(body as { name: string; kind: Key["kind"] }),
        id: world.keys.length + 1,
        site_id: (body as Key).kind === "track" ? "site_c91d02" : null,
        hint: "e41a",
        created_at: iso(world.now()),
        created_by: "Maya Lindqvist",
        last_used_at: null,
        revoked_at: null,
      };
      world.keys.unshift(key);
      return { key, secret: `${key.kind}_8d3b17f20c55a9e41a` };
    },
  ],
  [
    "DELETE",
    /^\/w\/keys\/(\d+)$/,
    ({ world, params }) =>
      Object.assign(world.keys.find((k) => k.id === Number(params[0])) ?? {}, {
        revoked_at: iso(world.now()),
      }),
  ],
  ["GET", /^\/w\/home$/, ({ world, query }) => home(world, Number(query.get("days") ?? 7))],
  ["GET", /^\/w\/checklist$/, ({ world }) => checklist(world)],
  [
    "PATCH",
    /^\/w\/checklist$/,
    ({ world, body }) => {
      world.checklistDismissed = (body as { dismissed: boolean }).dismissed;
      return checklist(world);
    },
  ],
  ["GET", /^\/w\/vocabulary$/, ({ world }) => vocabulary(world)],
  ["GET", /^\/w\/activity$/, ({ world, query }) => page(activityOf(world, query), query)],
  [
    "GET",
    /^\/w\/people$/,
    ({ world, query }) => {
      const found = search(world, query.get("q") ?? "");
      return {
        ...page(
          found.map((p) => row(world, p)),
          query,
        ),
        total: query.get("q") ? found.length : workspace(world).people,
      };
    },
  ],
  [
    "POST",
    /^\/w\/people\/search$/,
    ({ world, body }) => {
      const b = body as { when: Condition; cursor?: string };
      const found = select(world, b.when);
      return {
        ...page(
          found.map((p) => row(world, p)),
          new URLSearchParams(b.cursor ? { cursor: b.cursor } : {}),
        ),
        total: found.length * SCALE,
      };
    },
  ],
  [
    "POST",
    /^\/w\/people$/,
    ({ world, body }) => {
      const b = body as { id?: string; email?: string; attributes?: Record<string, Json> };
      if (world.people.some((p) => (b.id && p.id === b.id) || (b.email && p.email === b.email)))
        throw new Refusal(
          409,
          "conflict",
          "This person exists already.",
          "Look for the id or e-mail address in the list.",
          [{ pointer: b.email ? "/email" : "/id", detail: "Somebody has this identifier already." }],
        );
      const p: FakePerson = {
        cio_id: `c00new${world.people.length}`,
        id: b.id ?? null,
        email: b.email ?? null,
        created: world.now(),
        attributes: b.attributes ?? {},
        updated: {},
        events: [],
      };
      world.people.unshift(p);
      world.record(world.now(), "person_created", b.email ?? b.id ?? "", p, {}, { source: "console" });
      return whole(world, p);
    },
  ],
  ["GET", /^\/w\/people\/([^/]+)$/, ({ world, params }) => whole(world, person(world, params[0] ?? ""))],
  [
    "PATCH",
    /^\/w\/people\/([^/]+)$/,
    ({ world, params, body }) => {
      const p = person(world, params[0] ?? "");
      for (const [name, value] of Object.entries((body as { attributes: Record<string, Json> }).attributes)) {
        if (value === null) delete p.attributes[name];
        else if (name === "email") p.email = String(value);
        else if (name === "id") p.id = String(value);
        else p.attributes[name] = value;
        p.updated[name] = world.now();
      }
      return whole(world, p);
    },
  ],
  [
    "DELETE",
    /^\/w\/people\/([^/]+)$/,
    ({ world, params }) => {
      world.people = world.people.filter((p) => p.cio_id !== params[0]);
    },
  ],
  [
    "POST",
    /^\/w\/people\/([^/]+)\/events$/,
    ({ world, params, body }) => {
      const p = person(world, params[0] ?? "");
      const b = body as { name: string; data: Record<string, Json> };
      return {
        activity_id: world.record(world.now(), "event", b.name, p, b.data ?? {}, { source: "console" }).id,
      };
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/segments$/,
    ({ world, params }) => ({
      items: world.segments
        .filter((s) =>
          matches(person(world, params[0] ?? ""), s.definition.when, world.now(), definitionOf(world)),
        )
        .map((s) => ({ id: s.id, name: s.definition.name, since: iso(world.now() - s.id * 2.3 * DAY) })),
      next: null,
    }),
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/journeys$/,
    ({ world, params, query }) => {
      const p = world.ref(person(world, params[0] ?? ""));
      const running = world.campaigns.filter((c) => c.weight > 0);
      return page(
        running.map((c, i) => ({
          ...(journeysOf(world, c)[(i * 7 + 3) % 60] as { journey: object }).journey,
          person: p,
        })),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/activity$/,
    ({ world, params, query }) => {
      const types = query.getAll("type");
      return page(
        history(world, person(world, params[0] ?? "")).filter(
          (a) => types.length === 0 || types.includes(a.type),
        ),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/deliveries$/,
    ({ world, params, query }) =>
      page(
        deliveries(world)
          .slice(0, 5)
          .map((d) => ({ ...d, person: world.ref(person(world, params[0] ?? "")) })),
        query,
      ),
  ],
  [
    "GET",
    /^\/w\/segments$/,
    ({ world }) => ({
      items: world.segments.map((s) => segmentRow(world, s)).sort((a, b) => a.name.localeCompare(b.name)),
    }),
  ],
  [
    "POST",
    /^\/w\/segments$/,
    ({ world, body }) => {
      const definition = (body as { definition: SegmentDocument }).definition;
      checkName(world, definition.name, null);
      const s: FakeSegment = {
        id: world.segments.length + 1,
        version: 1,
        created: world.now(),
        updated: world.now(),
        builtAt: world.now() + 4000,
        definition,
      };
      world.segments.push(s);
      return wholeSegment(world, s);
    },
  ],
  [
    "POST",
    /^\/w\/segments\/preview$/,
    ({ world, body }) => {
      const found = select(world, (body as { when: Condition }).when);
      return {
        count: found.length * SCALE,
        total: workspace(world).people,
        complete: true,
        took_ms: 84,
        sample: found.slice(0, 8).map((p) => row(world, p)),
      };
    },
  ],
  [
    "GET",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params }) => wholeSegment(world, segment(world, params[0] ?? "")),
  ],
  [
    "PUT",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params, body }) => {
      const s = segment(world, params[0] ?? "");
      const definition = (body as { definition: SegmentDocument }).definition;
      checkName(world, definition.name, s.id);
      Object.assign(s, {
        definition,
        version: s.version + 1,
        updated: world.now(),
        builtAt: world.now() + 6000,
      });
      return wholeSegment(world, s);
    },
  ],
  [
    "DELETE",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params }) => {
      const s = segment(world, params[0] ?? "");
      const used = uses(world, s);
      if (used.length > 0)
        throw new Refusal(
          409,
          "in_use",
          "This segment is in use.",
          `Take it out of ${used.map((u) => u.name).join(", ")} first.`,
        );
      world.segments = world.segments.filter((one) => one !== s);
    },
  ],
  [
    "GET",
    /^\/w\/segments\/(\d+)\/members$/,
    ({ world, params, query }) => {
      const q = query.get("q") ?? "";
      return page(
        select(world, segment(world, params[0] ?? "").definition.when)
          .filter((p) => search(world, q).includes(p))
          .map((p) => row(world, p)),
        query,
      );
    },
  ],
  ["GET", /^\/w\/campaigns$/, ({ world }) => ({ items: world.campaigns.map((c) => campaignRow(world, c)) })],
  ["GET", /^\/w\/campaigns\/(\d+)$/, ({ world, params }) => wholeCampaign(world, params[0] ?? "")],
  [
    "PUT",
    /^\/w\/campaigns\/(\d+)$/,
    ({ world, params, body }) => {
      const c = campaign(world, params[0] ?? "");
      Object.assign(c, {
        definition: (body as { definition: CampaignDocument }).definition,
        version: c.version + 1,
      });
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "DELETE",
    /^\/w\/campaigns\/(\d+)$/,
    ({ world, params }) => {
      world.campaigns = world.campaigns.filter((c) => c.id !== Number(params[0]));
    },
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/start$/,
    ({ world, params }) => ({
      people_now: "segment" in campaign(world, params[0] ?? "").definition.trigger ? 4280 : 0,
      problems: wholeCampaign(world, params[0] ?? "").problems,
    }),
  ],
  [
    "POST",
    /^\/w\/campaigns\/(\d+)\/start$/,
    ({ world, params }) => {
      Object.assign(campaign(world, params[0] ?? ""), { state: "running", started: world.now() });
      world.touched.campaign = true;
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "POST",
    /^\/w\/campaigns\/(\d+)\/stop$/,
    ({ world, params }) => {
      Object.assign(campaign(world, params[0] ?? ""), { state: "stopped", stopped: world.now() });
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/numbers$/,
    ({ world, params, query }) =>
      campaignNumbers(world, campaign(world, params[0] ?? ""), Number(query.get("days") ?? 30)),
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/journeys$/,
    ({ world, params, query }) =>
      page(
        allJourneys(world).filter(
          (j) =>
            j.campaign.id === Number(params[0]) &&
            (!query.get("step") || j.step?.id === query.get("step")) &&
            (!query.get("state") || j.state === query.get("state")),
        ),
        query,
      ),
  ],
  [
    "GET",
    /^\/w\/journeys$/,
    ({ world, query }) => {
      const q = (query.get("q") ?? "").toLowerCase();
      return page(
        allJourneys(world).filter(
          (j) =>
            (!query.get("campaign") || j.campaign.id === Number(query.get("campaign"))) &&
            (!query.get("state") || j.state === query.get("state")) &&
            `${j.person.name} ${j.person.email} ${j.person.id}`.toLowerCase().includes(q),
        ),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/journeys\/([^/]+)$/,
    ({ world, params }) => {
      const [c, n] = (params[0] ?? "").slice(1).split("-");
      const made = journeysOf(world, campaign(world, c ?? ""))[Number(n)];
      if (!made) throw missing("journey");
      return { ...made.journey, trace: made.trace };
    },
  ],
  ["GET", /^\/w\/recipes$/, ({ world }) => ({ items: recipes(world) })],
  [
    "POST",
    /^\/w\/recipes\/([^/]+)\/install$/,
    ({ world, params }) => {
      const recipe = recipes(world).find((r) => r.key === params[0]);
      if (!recipe) throw missing("recipe");
      const id = world.campaigns.length + 1;
      world.campaigns.push({
        id,
        version: 1,
        state: "draft",
        created: world.now(),
        started: null,
        stopped: null,
        updated: world.now(),
        recipe: recipe.key,
        weight: 0,
        definition: structuredClone(recipe.definition),
      });
      return { campaign: { id, name: recipe.definition.name }, segments: [], messages: [] };
    },
  ],
  [
    "GET",
    /^\/w\/messages$/,
    ({ world }) => ({
      items: world.messages.map((m, i) => ({
        id: i + 1,
        name: m.name,
        version: 1,
        channel: "email",
        subject: m.subject,
        updated_at: iso(world.now() - i * DAY),
        uses: world.campaigns
          .filter((c) => allSteps(c.definition.steps).some((s) => "send" in s && s.send.message === m.name))
          .map((c) => ({ id: c.id, name: c.definition.name })),
      })),
    }),
  ],
  [
    "POST",
    /^\/w\/messages\/preview$/,
    ({ world, body }) => {
      const b = body as { message?: string; person?: string };
      const m = world.messages.find((one) => one.name === b.message);
      if (!m) throw missing("message");
      const p = world.people.find((one) => one.cio_id === b.person) ?? null;
      return {
        from: world.sender.from,
        to: p?.email ?? "alex@example.com",
        subject: fill(m.subject, p),
        preheader: m.preheader ?? null,
        html: fill(m.html, p),
        text: fill(m.text ?? "", p),
        warnings: m.html.includes("trial_days_left")
          ? [
              {
                variable: "customer.trial_days_left",
                where: "html",
                detail: "72 % of the people do not have this attribute.",
              },
            ]
          : [],
      };
    },
  ],
  [
    "GET",
    /^\/w\/sandbox$/,
    ({ world, query }) => {
      const q = (query.get("q") ?? "").toLowerCase();
      return page(
        world.sandboxEmptied
          ? []
          : deliveries(world)
              .slice(0, 60)
              .map((_, n) => sandboxMessage(world, n))
              .filter((m) => `${m.to} ${m.subject}`.toLowerCase().includes(q)),
        query,
      );
    },
  ],
  [
    "DELETE",
    /^\/w\/sandbox$/,
    ({ world }) => {
      world.sandboxEmptied = world.now();
    },
  ],
  ["GET", /^\/w\/sandbox\/d(\d+)$/, ({ world, params }) => sandboxMessage(world, Number(params[0]))],
  [
    "GET",
    /^\/w\/sandbox\/d(\d+)\/raw$/,
    ({ world, params }) => new Text(rawMessage(sandboxMessage(world, Number(params[0])))),
  ],
  [
    "GET",
    /^\/w\/deliveries$/,
    ({ world, query }) => {
      const [q, states] = [(query.get("q") ?? "").toLowerCase(), query.getAll("state")];
      return page(
        deliveries(world).filter(
          (d) =>
            (states.length === 0 || states.includes(d.state)) &&
            (!query.get("campaign") || d.campaign?.id === Number(query.get("campaign"))) &&
            `${d.to} ${d.subject}`.toLowerCase().includes(q),
        ),
        query,
      );
    },
  ],
  ["GET", /^\/w\/deliveries\/d(\d+)$/, ({ world, params }) => makeDelivery(world, Number(params[0]))],
];
