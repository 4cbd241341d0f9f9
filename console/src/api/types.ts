/**
 * Shapes of the management API, made from the server's OpenAPI document (`npm run types`). What is written here by
 * hand is only what that document leaves open: free JSON, and the definition documents as closed unions.
 */
import type {
  CampaignDocument,
  StepKind as Kind,
  MessageDocument,
  SegmentDocument,
  Trigger,
} from "@/definition/campaign";
import type { components } from "./schema";

type Schemas = components["schemas"];

/** A shape whose named fields are known more narrowly than the server describes them; each must still fit there. */
type With<
  N extends keyof Schemas,
  Narrow extends { [K in keyof Narrow]: K extends keyof Schemas[N] ? Schemas[N][K] : never },
> = Omit<Schemas[N], keyof Narrow> & Narrow;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonFields = Record<string, Json>;

export type Page<T> = { items: T[]; next: string | null };
export type Ref = Schemas["Ref"];

export type PersonRef = Schemas["PersonRef"];
export type PersonRow = With<"PersonRow", { attributes: JsonFields }>;
export type People = With<"People", { items: PersonRow[] }>;
export type Attribute = With<"Attribute", { value: Json }>;
export type Person = With<"Person", { attributes: Attribute[] }>;
export type PersonSegment = Schemas["PersonSegment"];
export type PersonSegments = Schemas["PersonSegments"];
export type NewPerson = With<"NewPerson", { attributes?: JsonFields }>;
export type NewEvent = With<"NewEvent", { data: JsonFields }>;
export type Tracked = Schemas["Tracked"];

export type Numbers = Schemas["Numbers"];
export type DayPoint = Schemas["DayPoint"];

export type Member = Schemas["Member"];
export type Members = Schemas["Members"];
export type Invitation = Schemas["Invitation"];
export type Invited = Schemas["Invited"];
export type Role = Member["role"];
export type Session = Schemas["Session"];
export type Login = Schemas["Login"];
export type NewKeys = Schemas["NewKeys"];
export type SetupState = Schemas["SetupState"];
export type Setup = Schemas["Setup"];
export type SetUp = Schemas["SetUp"];

export type Sender = Schemas["Sender"];
export type StartTls = Schemas["Smtp"]["starttls"];
export type SenderWish = With<"SenderWish", { smtp?: With<"SmtpWish", { password?: string | null }> }>;
export type SenderTried = Schemas["Tried"];
export type Workspace = Schemas["Workspace"];

export type Key = Schemas["Key"];
export type KeyKind = Key["kind"];
export type Keys = Schemas["Keys"];
export type NewKey = Schemas["NewKey"];
export type IssuedKey = Schemas["IssuedKey"];

export type Versus = Schemas["Versus"];
export type Attention = Schemas["Attention"];
export type AttentionKind = Attention["kind"];
export type Metric = keyof Schemas["Totals"];
export type Home = With<"Home", { running: CampaignRow[] }>;
export type Checklist = Schemas["Checklist"];
export type ChecklistKey = Schemas["ChecklistItem"]["key"];

export type Activity = With<"Activity", { data: JsonFields }>;
export type ActivityType = Activity["type"];
export type Activities = With<"Activities", { items: Activity[] }>;

type Word = With<"PropertyWord", { samples: Json[] }>;
export type Vocabulary = {
  attributes: With<"AttributeWord", { samples: Json[] }>[];
  events: With<"EventWord", { properties: Word[] }>[];
};
export type ValueType = Word["type"];

export type SegmentRow = Schemas["SegmentRow"];
export type Segments = Schemas["Segments"];
export type SegmentUse = Schemas["SegmentUse"];
export type SegmentMembers = With<"SegmentMembers", { items: PersonRow[] }>;
export type Segment = With<"Segment", { definition: SegmentDocument }>;
export type SegmentPreview = With<"SegmentPreview", { sample: PersonRow[] }>;

export type CampaignRow = With<"CampaignRow", { trigger: Trigger }>;
export type CampaignState = CampaignRow["state"];
export type Campaigns = With<"Campaigns", { items: CampaignRow[] }>;
export type Problem = Schemas["CampaignProblem"];
export type Campaign = With<"Campaign", { trigger: Trigger; definition: CampaignDocument }>;
export type StepNumbers = Schemas["StepNumbers"];
export type CampaignNumbers = Schemas["CampaignNumbers"];
export type StartPreview = Schemas["StartPreview"];
export type StepKind = With<"Step", { kind: Kind }>["kind"];

export type Journey = Schemas["Journey"];
export type JourneyState = Journey["state"];
export type Journeys = Schemas["Journeys"];
export type TraceEntry = Schemas["TraceEntry"];
export type TraceOutcome = TraceEntry["outcome"];
export type JourneyTrace = Schemas["JourneyTrace"];

export type Recipe = With<"Recipe", { definition: CampaignDocument; segments: SegmentDocument[] }>;
export type Installed = Schemas["Installed"];
export type Recipes = With<"Recipes", { items: Recipe[] }>;

export type MessageRow = Schemas["MessageRow"];
export type Messages = Schemas["Messages"];
export type Message = With<"Message", { definition: MessageDocument }>;
export type PreviewRequest = With<
  "PreviewRequest",
  { definition?: MessageDocument; event?: { name: string; data: JsonFields } }
>;
export type MessagePreview = Schemas["Preview"];
export type SandboxRow = Schemas["SandboxRow"];
export type Inbox = Schemas["Inbox"];
export type Header = Schemas["MailHeader"];
export type SandboxMessage = Schemas["Sandbox"];

export type Delivery = Schemas["Delivery"];
export type Deliveries = Schemas["Deliveries"];
export type DeliveryDetail = Schemas["DeliveryDetail"];
export type DeliveryState = Delivery["state"];

export type ProblemJson = Schemas["Problem"];
