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
} from "../../src/api/types";
import type { CampaignDocument, MessageDocument, SegmentDocument } from "../../src/definition/campaign";
import { EXPIRY, FOLLOW_UP, INACTIVE, MESSAGES, SEGMENTS, WELCOME } from "./documents";
import { FEATURES, makePerson, PAGES } from "./person";
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

export function iso(at: number): string {
  return new Date(at).toISOString();
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
  workspace = {
    name: "Northwind",
    timezone: "Europe/Stockholm",
    version: 3,
    identity: { email_by_id: false, auto_merge: true },
  };
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
