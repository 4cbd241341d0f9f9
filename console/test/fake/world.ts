/** The in-memory workspace of the fake: people, definitions, journeys, messages; the same for every run. */
import type {
  Activity,
  ActivityType,
  CampaignState,
  Json,
  Key,
  Member,
  PersonRef,
  Sender,
} from "@/api/types";
import type { CampaignDocument, MessageDocument, SegmentDocument } from "@/definition/campaign";
import { EXPIRY, FOLLOW_UP, INACTIVE, MESSAGES, SEGMENTS, WELCOME } from "./documents";
import { type Random, seeded } from "./random";

export const SCALE = 214;
export const DAY = 86_400_000;

export type FakePerson = {
  cio_id: string;
  id: string | null;
  email: string | null;
  created: number;
  attributes: Record<string, Json>;
  updated: Record<string, number>;
  events: { name: string; at: number; data: Record<string, Json> }[];
};
export type FakeSegment = {
  id: number;
  version: number;
  created: number;
  updated: number;
  builtAt: number;
  definition: SegmentDocument;
};
export type FakeCampaign = {
  id: number;
  version: number;
  state: CampaignState;
  created: number;
  started: number | null;
  stopped: number | null;
  updated: number;
  recipe: string | null;
  weight: number;
  definition: CampaignDocument;
};

const FIRST =
  "Amara Ben Chloé Dmitri Elif Farah Gustav Hana Iris Jonas Kenji Leila Mateo Nadia Oskar Priya Quentin Rosa Samir Tove Umar Vera Wim Ximena Yara Zoltán Aiko Bruno Carmen Daan Esra Felix Greta Hugo Inés Jasper Katja Liam Mina Noor".split(
    " ",
  );
const LAST =
  "Okafor Lindqvist Moreau Petrov Yılmaz Haddad Berg Sato Novak Weber Tanaka Rahimi García Ibrahim Nilsson Sharma Dubois Rossi Khan Larsen Malik Horváth Jansen Torres Aziz Kovács Mori Costa Ruiz Visser Demir Braun Fischer Silva Vega Smit Popova Walsh Park Said".split(
    " ",
  );
const COMPANIES =
  "Brightlane,Fern & Co,Halcyon Labs,Kestrel,Lumen Foods,Mapleworks,Orbit Health,Pinecrest,Quill,Sable Logistics,Tidewater,Umbra Studio".split(
    ",",
  );
const FEATURES = ["reporting_dashboard", "analytics", "exports", "alerts"];
const PAGES = [
  "https://northwind.example/pricing",
  "https://northwind.example/docs/sources",
  "https://northwind.example/integrations",
];

export function iso(at: number): string {
  return new Date(at).toISOString();
}

function makePerson(i: number, now: number, r: Random): FakePerson {
  const first = FIRST[(i * 7) % FIRST.length] as string;
  const last = LAST[(i * 13 + Math.floor(i / 40)) % LAST.length] as string;
  const company = r.pick(COMPANIES);
  const plan = r.pick(["trial", "trial", "starter", "team", "team", "enterprise"]);
  const created = now - r.int(1, 400) * DAY - r.int(0, DAY);
  const host = company.toLowerCase().replace(/[^a-z]+/g, "");
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/[^a-zA-Z]/g, "")
      .toLowerCase();
  const attributes: Record<string, Json> = {
    first_name: first,
    last_name: last,
    company,
    plan_type: plan,
    seats: plan === "enterprise" ? r.int(20, 180) : plan === "team" ? r.int(3, 30) : 1,
    country: r.pick(["SE", "DE", "FR", "TR", "NL", "JP", "US", "BR"]),
    created_via: r.pick(["web", "web", "invite", "api"]),
    created_at: Math.floor(created / 1000),
  };
  if (plan === "trial") attributes.trial_days_left = r.int(0, 14);
  if (r.chance(0.3))
    attributes.billing = {
      currency: r.pick(["EUR", "USD"]),
      mrr: r.int(20, 900),
      invoices: ["2026-01", "2026-02"],
    };
  const events: FakePerson["events"] = [
    { name: "signed_up", at: created, data: { plan, referrer: r.pick(["search", "friend", "newsletter"]) } },
  ];
  const active = r.next();
  for (let n = 0; n < r.int(0, Math.round(active * 16)); n++) {
    const at = now - Math.floor(r.next() ** 2 * Math.min(60 * DAY, now - created));
    const kind = r.next();
    if (kind < 0.6)
      events.push({ name: "app_login", at, data: { device: r.pick(["web", "ios", "android"]) } });
    else if (kind < 0.75)
      events.push({ name: "feature_activated", at, data: { feature_name: r.pick(FEATURES) } });
    else if (kind < 0.82)
      events.push({
        name: "integration_connected",
        at,
        data: { integration: r.pick(["postgres", "slack", "hubspot"]) },
      });
    else if (kind < 0.9)
      events.push({
        name: "report_shared",
        at,
        data: { recipients: r.int(1, 6), report: { id: r.int(100, 999), title: "Weekly numbers" } },
      });
    else events.push({ name: r.pick(PAGES), at, data: { referrer: "https://www.example.com" } });
  }
  events.sort((a, b) => b.at - a.at);
  const hex = (i * 2654435761 + 97).toString(16).padStart(8, "0").slice(-8);
  return {
    cio_id: `c${String(i % 32).padStart(2, "0")}${hex}`,
    id: r.chance(0.94) ? String(4000 + i) : null,
    email: `${plain(first)}.${plain(last)}@${host}.example`,
    created,
    attributes,
    updated: Object.fromEntries(
      Object.keys(attributes).map((name) => [name, created + Math.floor(r.next() * (now - created))]),
    ),
    events,
  };
}

export class World {
  readonly now: () => number;
  readonly random: Random;
  setupNeeded: boolean;
  people: FakePerson[] = [];
  segments: FakeSegment[] = [];
  campaigns: FakeCampaign[] = [];
  messages: MessageDocument[] = [];
  activity: Activity[] = [];
  listeners = new Set<(activity: Activity) => void>();
  keys: Key[] = [];
  members: Member[] = [];
  sessions = new Set<string>();
  workspace = { name: "Northwind", timezone: "Europe/Stockholm", version: 3 };
  sender: Sender = {
    channel: "sandbox",
    from: "Northwind <hello@northwind.example>",
    reply_to: null,
    smtp: null,
    state: "ok",
    last_error: null,
  };
  checklistDismissed = false;
  sandboxEmptied = 0;
  touched = { event: false, campaign: false, message: false };
  private sequence = 1;

  constructor(kind: "demo" | "fresh") {
    this.now = Date.now;
    this.random = seeded(20260314);
    this.setupNeeded = kind === "fresh";
    if (kind === "demo") this.fill();
  }

  fill(): void {
    const now = this.now();
    for (let i = 1; i <= 600; i++) this.people.push(makePerson(i, now, this.random));
    this.messages = structuredClone(MESSAGES);
    this.segments = SEGMENTS.map((definition, i) => ({
      id: i + 1,
      version: 1,
      created: now - 90 * DAY,
      updated: now - i * 3 * DAY,
      builtAt: 0,
      definition: structuredClone(definition),
    }));
    this.segments.push({
      id: 7,
      version: 1,
      created: now,
      updated: now,
      builtAt: now + 45_000,
      definition: {
        name: "Reads the docs",
        description: "Looked at the documentation this month",
        when: { all: [{ performed: { page: "https://northwind.example/docs" }, within: "30d" }] },
      },
    });
    const list: [CampaignDocument, CampaignState, number][] = [
      [WELCOME, "running", 96],
      [FOLLOW_UP, "running", 41],
      [INACTIVE, "running", 58],
      [EXPIRY, "draft", 0],
    ];
    this.campaigns = list.map(([definition, state, weight], i) => ({
      id: i + 1,
      version: 2,
      state,
      weight,
      created: now - (70 - i * 9) * DAY,
      started: state === "draft" ? null : now - (60 - i * 11) * DAY,
      stopped: null,
      updated: now - (i + 1) * 2 * DAY,
      recipe: i < 3 ? (["welcome", "decision", "inactivity"][i] ?? null) : null,
      definition: structuredClone(definition),
    }));
    this.members = [
      {
        id: 1,
        name: "Maya Lindqvist",
        email: "maya@northwind.example",
        role: "owner",
        created_at: iso(now - 90 * DAY),
        last_login_at: iso(now),
      },
      {
        id: 2,
        name: "Jonas Weber",
        email: "jonas@northwind.example",
        role: "editor",
        created_at: iso(now - 60 * DAY),
        last_login_at: iso(now - 2 * DAY),
      },
      {
        id: 3,
        name: "Priya Shah",
        email: "priya@northwind.example",
        role: "viewer",
        created_at: iso(now - 9 * DAY),
        last_login_at: null,
      },
    ];
    const key = (
      id: number,
      name: string,
      kind: Key["kind"],
      used: number | null,
      revoked: boolean,
    ): Key => ({
      id,
      name,
      kind,
      site_id: kind === "track" ? "site_7f3a9c" : null,
      hint: ["9f2c", "b81d", "04ae", "77c1"][id - 1] ?? "0000",
      created_at: iso(now - 40 * DAY),
      created_by: "Maya Lindqvist",
      last_used_at: used === null ? null : iso(now - used),
      revoked_at: revoked ? iso(now - DAY) : null,
    });
    this.keys = [
      key(1, "Product back end", "track", 40_000, false),
      key(2, "Web site", "write", 9000, false),
      key(3, "Warehouse export", "app", 3 * DAY, false),
      key(4, "Old staging", "track", null, true),
    ];
    for (let n = 0; n < 160; n++) this.happen(now - Math.floor((160 - n) * 7300 + this.random.int(0, 4000)));
  }

  ref(person: FakePerson): PersonRef {
    const { first_name: first, last_name: last } = person.attributes;
    const name = [first, last].filter((part) => typeof part === "string").join(" ");
    return { cio_id: person.cio_id, id: person.id, email: person.email, name: name === "" ? null : name };
  }

  record(
    at: number,
    type: ActivityType,
    name: string,
    person: FakePerson | null,
    data: Record<string, Json>,
    more: Partial<Activity> = {},
  ): Activity {
    const activity: Activity = {
      id: `a${String(this.sequence++).padStart(10, "0")}`,
      at: iso(at),
      type,
      name,
      person: person ? this.ref(person) : null,
      failed: false,
      reason: null,
      fix: null,
      source: "track",
      campaign: null,
      delivery_id: null,
      journey_id: null,
      data,
      ...more,
    };
    this.activity.unshift(activity);
    if (this.activity.length > 800) this.activity.pop();
    for (const listener of this.listeners) listener(activity);
    return activity;
  }

  /** One more thing happens to somebody. */
  happen(at: number): void {
    const r = this.random;
    const person = r.pick(this.people);
    const n = r.next();
    if (n < 0.42)
      this.record(at, "event", "app_login", person, { device: r.pick(["web", "ios", "android"]) });
    else if (n < 0.54)
      this.record(at, "event", "feature_activated", person, { feature_name: r.pick(FEATURES), plan: "team" });
    else if (n < 0.64)
      this.record(
        at,
        "page",
        r.pick(PAGES),
        person,
        { referrer: "https://www.example.com", title: "Northwind" },
        { source: "pipelines" },
      );
    else if (n < 0.72)
      this.record(at, "person_updated", "seats, last_invoice", person, {
        seats: { from: 4, to: 6 },
        last_invoice: { from: null, to: "2026-03" },
      });
    else if (n < 0.77)
      this.record(
        at,
        "message_sent",
        "Have you tried analytics?",
        person,
        { subject: "Have you tried analytics?", to: person.email },
        {
          source: "campaign",
          campaign: { id: 2, name: "Analytics follow-up" },
          journey_id: "j2-3",
          delivery_id: "d12",
        },
      );
    else if (n < 0.83)
      this.record(
        at,
        "message_opened",
        "Welcome to Northwind",
        person,
        { subject: "Welcome to Northwind", to: person.email },
        { source: "campaign", campaign: { id: 1, name: "Welcome" }, journey_id: "j1-4", delivery_id: "d4" },
      );
    else if (n < 0.87)
      this.record(
        at,
        "message_clicked",
        "Getting started",
        person,
        { subject: "The two-minute start", link: "https://northwind.example/start" },
        { source: "campaign", campaign: { id: 1, name: "Welcome" }, journey_id: "j1-4", delivery_id: "d4" },
      );
    else if (n < 0.91) this.record(at, "segment_entered", "Power users", person, {}, { source: null });
    else if (n < 0.95)
      this.record(
        at,
        "journey_started",
        "Analytics follow-up",
        person,
        { trigger: "feature_activated" },
        { source: "campaign", campaign: { id: 2, name: "Analytics follow-up" }, journey_id: "j2-3" },
      );
    else if (n < 0.975)
      this.record(
        at,
        "attribute_failed",
        "email",
        person,
        { email: { from: person.email, to: "ops@brightlane.example" } },
        {
          failed: true,
          reason: "The e-mail address ops@brightlane.example belongs to person 4211.",
          fix: "Merge the two people, or send another address for this one.",
        },
      );
    else this.record(at, "person_created", person.email ?? "", person, { plan_type: "trial" });
  }
}
