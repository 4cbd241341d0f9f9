/** Shapes of the management API, under the names that the server's OpenAPI document gives them. */
import type {
  CampaignDocument,
  MessageDocument,
  SegmentDocument,
  StepKind,
  Trigger,
} from "@/definition/campaign";

export type Role = "owner" | "editor" | "viewer";
export type Page<T> = { items: T[]; next: string | null };
export type Ref = { id: number; name: string };
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type PersonRef = { cio_id: string; id: string | null; email: string | null; name: string | null };
export type PersonRow = PersonRef & {
  created_at: string;
  last_seen_at: string | null;
  attributes: Record<string, Json>;
};
export type Person = PersonRef & {
  phone: string | null;
  created_at: string;
  last_seen_at: string | null;
  unsubscribed: boolean;
  suppressed: boolean;
  attributes: { name: string; value: Json; updated_at: string | null }[];
  counts: { segments: number; journeys_active: number; deliveries: number };
};
export type PersonSegment = { id: number; name: string; since: string | null };

export type Numbers = {
  sent: number;
  delivered: number;
  opened: number;
  clicked: number;
  converted: number;
  bounced: number;
  failed: number;
  unsubscribed: number;
};
export type DayPoint = { date: string } & Omit<Numbers, "failed">;

export type Member = {
  id: number;
  name: string;
  email: string;
  role: Role;
  created_at: string;
  last_login_at: string | null;
};
export type Session = {
  member: Member;
  csrf_token: string;
  workspaces: { id: number; name: string; role: Role }[];
  version: string;
};
export type NewKeys = { site_id: string; api_key: string; write_key: string; app_api_key: string };
export type SetupState = { needed: boolean; version: string };
export type SetupRequest = {
  owner: { name: string; email: string; password: string };
  workspace: { name: string; timezone: string };
  content: "empty" | "demo";
};

export type StartTls = "never" | "if_offered" | "required";
export type Sender = {
  channel: "sandbox" | "smtp";
  from: string;
  reply_to: string | null;
  smtp: {
    host: string;
    port: number;
    starttls: StartTls;
    username: string | null;
    password_set: boolean;
  } | null;
  state: "ok" | "failing" | "unknown";
  last_error: string | null;
};
export type SenderRequest = {
  from: string;
  reply_to?: string | null;
  channel: "sandbox" | "smtp";
  smtp?: {
    host: string;
    port: number;
    starttls: StartTls;
    username?: string | null;
    password?: string | null;
  };
};
export type SenderTest = { accepted: boolean; reply: string; took_ms: number };
export type Workspace = {
  id: number;
  name: string;
  timezone: string;
  version: number;
  created_at: string;
  base_url: string;
  people: number;
  demo_loading: number | null;
  sender: Sender;
};

export type KeyKind = "track" | "app" | "write";
export type Key = {
  id: number;
  name: string;
  kind: KeyKind;
  site_id: string | null;
  hint: string;
  created_at: string;
  created_by: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
};

export type Versus = { value: number; before: number };
export type AttentionKind =
  | "failing_deliveries"
  | "incidents"
  | "identifier_conflicts"
  | "bounce_rate"
  | "drafts"
  | "sender";
export type Attention = {
  kind: AttentionKind;
  count: number;
  title: string;
  detail: string;
  since: string | null;
  link: {
    page: "deliveries" | "activity" | "campaign" | "settings" | "people";
    id: number | null;
    filter: string | null;
  };
};
export type Metric = "sent" | "delivered" | "opened" | "clicked" | "converted";
export type Home = {
  days: number;
  from: string;
  to: string;
  totals: Record<Metric, Versus>;
  series: DayPoint[];
  people: { total: number; added: number };
  events: Versus;
  running: CampaignRow[];
  attention: Attention[];
};
export type ChecklistKey =
  | "first_event"
  | "first_person"
  | "first_segment"
  | "first_campaign"
  | "first_message"
  | "sender";
export type Checklist = { dismissed: boolean; items: { key: ChecklistKey; done_at: string | null }[] };

export type ActivityType =
  | "event"
  | "page"
  | "screen"
  | "anonymous_event"
  | "person_created"
  | "person_updated"
  | "person_deleted"
  | "attribute_failed"
  | "segment_entered"
  | "segment_left"
  | "journey_started"
  | "journey_ended"
  | "message_sent"
  | "message_delivered"
  | "message_opened"
  | "message_clicked"
  | "message_converted"
  | "message_bounced"
  | "message_failed"
  | "message_held"
  | "message_unsubscribed";
export type Activity = {
  id: string;
  at: string;
  type: ActivityType;
  name: string;
  person: PersonRef | null;
  failed: boolean;
  reason: string | null;
  fix: string | null;
  source: string | null;
  campaign: Ref | null;
  delivery_id: string | null;
  journey_id: string | null;
  data: Record<string, Json>;
};

export type ValueType = "string" | "number" | "boolean" | "time" | "object" | "list" | "mixed";
export type Vocabulary = {
  attributes: { name: string; type: ValueType; samples: Json[]; people: number }[];
  events: {
    name: string;
    count_30d: number;
    last_seen_at: string | null;
    properties: { name: string; type: ValueType; samples: Json[] }[];
  }[];
};

export type SegmentRow = {
  id: number;
  name: string;
  description: string | null;
  version: number;
  state: "building" | "live";
  progress: number | null;
  count: number;
  change_7d: number;
  spark: number[];
  used_by: number;
  updated_at: string;
};
export type SegmentUse = {
  kind: "campaign" | "segment";
  id: number;
  name: string;
  role: "trigger" | "filter" | "exit" | "goal" | "step" | "condition";
};
export type Segment = SegmentRow & {
  definition: SegmentDocument;
  created_at: string;
  uses: SegmentUse[];
  series: { date: string; count: number; entered: number; left: number }[];
};
export type SegmentPreview = {
  count: number;
  total: number;
  complete: boolean;
  took_ms: number;
  sample: PersonRow[];
};

export type CampaignState = "draft" | "running" | "stopped";
export type CampaignRow = {
  id: number;
  name: string;
  description: string | null;
  version: number;
  state: CampaignState;
  trigger: Trigger;
  steps: number;
  active: number;
  started: number;
  numbers: Numbers;
  spark: number[];
  started_at: string | null;
  updated_at: string;
};
export type Problem = {
  pointer: string;
  step_id: string | null;
  severity: "error" | "warning";
  detail: string;
};
export type Campaign = CampaignRow & {
  definition: CampaignDocument;
  created_at: string;
  stopped_at: string | null;
  problems: Problem[];
  recipe: string | null;
};
export type StepNumbers = {
  reached: number;
  waiting: number;
  passed: number;
  converted: number;
  yes: number | null;
  no: number | null;
  numbers: Numbers | null;
  incidents: number;
};
export type CampaignNumbers = {
  at: string;
  started: number;
  active: number;
  finished: number;
  exited: number;
  converted: number;
  numbers: Numbers;
  series: DayPoint[];
  steps: Record<string, StepNumbers>;
};
export type StartPreview = { people_now: number; problems: Problem[] };

export type JourneyState = "active" | "finished" | "exited";
export type Journey = {
  id: string;
  campaign: Ref;
  person: PersonRef;
  state: JourneyState;
  started_at: string;
  ended_at: string | null;
  converted_at: string | null;
  step: { id: string; kind: StepKind; title: string } | null;
  arrived_at: string | null;
  due_at: string | null;
  why: string;
  exit_reason: string | null;
};
export type TraceOutcome =
  | "entered"
  | "passed"
  | "waiting"
  | "yes"
  | "no"
  | "timed_out"
  | "sent"
  | "held"
  | "failed"
  | "started"
  | "exited"
  | "finished"
  | "converted";
export type TraceEntry = {
  at: string;
  step_id: string | null;
  kind: StepKind | "started" | "ended" | "converted" | "filter";
  title: string;
  outcome: TraceOutcome;
  because: string;
  evidence: { what: string; seen: string | null; holds: boolean | null }[];
  delivery_id: string | null;
  delivery_state: DeliveryState | null;
};
export type JourneyTrace = Journey & { trace: TraceEntry[] };

export type Recipe = {
  key: string;
  playbook: string;
  title: string;
  summary: string;
  goal: string;
  needs: { events: string[]; attributes: string[] };
  definition: CampaignDocument;
  segments: SegmentDocument[];
  messages: { name: string; subject: string }[];
  installed: Ref | null;
};
export type Installed = { campaign: Ref; segments: Ref[]; messages: Ref[] };

export type MessageRow = {
  id: number;
  name: string;
  version: number;
  channel: "email";
  subject: string;
  updated_at: string;
  uses: Ref[];
};
export type Message = MessageRow & { definition: MessageDocument };
export type PreviewRequest = {
  message?: string;
  definition?: MessageDocument;
  person?: string;
  event?: { name: string; data: Record<string, Json> };
  campaign_id?: number;
};
export type MessagePreview = {
  from: string;
  to: string;
  subject: string;
  preheader: string | null;
  html: string;
  text: string;
  warnings: { variable: string; where: "subject" | "preheader" | "html" | "text"; detail: string }[];
};
export type SandboxRow = {
  id: string;
  at: string;
  to: string;
  from: string;
  subject: string;
  preheader: string | null;
  person: PersonRef | null;
  campaign: Ref | null;
  journey_id: string | null;
  opened_at: string | null;
  clicked_at: string | null;
};
export type Header = { name: string; value: string };
export type SandboxMessage = SandboxRow & {
  headers: Header[];
  html: string | null;
  text: string | null;
  size_bytes: number;
  links: { url: string; tracked_url: string; clicks: number }[];
  unsubscribe_url: string | null;
};

export type DeliveryState =
  | "queued"
  | "sent"
  | "delivered"
  | "opened"
  | "clicked"
  | "converted"
  | "bounced"
  | "failed"
  | "held"
  | "unsubscribed";
export type Delivery = {
  id: string;
  at: string;
  channel: "email";
  person: PersonRef;
  to: string;
  subject: string;
  campaign: Ref | null;
  step_id: string | null;
  journey_id: string | null;
  state: DeliveryState;
  reason: string | null;
  sandbox: boolean;
  sent_at: string | null;
  delivered_at: string | null;
  opened_at: string | null;
  clicked_at: string | null;
  converted_at: string | null;
};
export type DeliveryDetail = Delivery & {
  headers: Header[];
  html: string | null;
  text: string | null;
  timeline: { at: string; kind: DeliveryState; detail: string | null }[];
};

export type ProblemJson = {
  type: string;
  title: string;
  status: number;
  detail: string | null;
  errors: { pointer: string; detail: string }[];
};
