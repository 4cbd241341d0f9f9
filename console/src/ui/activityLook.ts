import {
  type Icon,
  IconAlertTriangle,
  IconBellOff,
  IconBolt,
  IconCheck,
  IconClockPause,
  IconDeviceMobile,
  IconDoorEnter,
  IconDoorExit,
  IconFileText,
  IconFlag,
  IconHandStop,
  IconMail,
  IconMailOpened,
  IconMailX,
  IconPencil,
  IconPointer,
  IconRoute,
  IconThumbDown,
  IconTrophy,
  IconUserMinus,
  IconUserPlus,
  IconUserX,
} from "@tabler/icons-react";
import type { ActivityType } from "@/api/types";
import type { Tone } from "./Status";

type Look = {
  icon: Icon;
  tone: Tone;
  words: string;
  group: "Data" | "People" | "Segments" | "Journeys" | "Messages";
};

/** How each kind of activity looks and what it is called. */
export const ACTIVITY: Record<ActivityType, Look> = {
  event: { icon: IconBolt, tone: "accent", words: "Event", group: "Data" },
  page: { icon: IconFileText, tone: "accent", words: "Page view", group: "Data" },
  screen: { icon: IconDeviceMobile, tone: "accent", words: "Screen view", group: "Data" },
  anonymous_event: { icon: IconUserX, tone: "quiet", words: "Anonymous event", group: "Data" },
  person_created: { icon: IconUserPlus, tone: "good", words: "Person created", group: "People" },
  person_updated: { icon: IconPencil, tone: "quiet", words: "Attributes changed", group: "People" },
  person_deleted: { icon: IconUserMinus, tone: "bad", words: "Person deleted", group: "People" },
  attribute_failed: { icon: IconAlertTriangle, tone: "bad", words: "Update refused", group: "People" },
  segment_entered: { icon: IconDoorEnter, tone: "teal", words: "Entered segment", group: "Segments" },
  segment_left: { icon: IconDoorExit, tone: "quiet", words: "Left segment", group: "Segments" },
  journey_started: { icon: IconRoute, tone: "plum", words: "Journey started", group: "Journeys" },
  journey_ended: { icon: IconFlag, tone: "quiet", words: "Journey ended", group: "Journeys" },
  message_sent: { icon: IconMail, tone: "info", words: "Message sent", group: "Messages" },
  message_delivered: { icon: IconCheck, tone: "info", words: "Delivered", group: "Messages" },
  message_opened: { icon: IconMailOpened, tone: "teal", words: "Opened", group: "Messages" },
  message_clicked: { icon: IconPointer, tone: "plum", words: "Clicked", group: "Messages" },
  message_converted: { icon: IconTrophy, tone: "good", words: "Converted", group: "Messages" },
  message_bounced: { icon: IconMailX, tone: "bad", words: "Bounced", group: "Messages" },
  message_failed: { icon: IconAlertTriangle, tone: "bad", words: "Message failed", group: "Messages" },
  message_held: { icon: IconHandStop, tone: "warn", words: "Held back", group: "Messages" },
  message_deferred: { icon: IconClockPause, tone: "warn", words: "Deferred", group: "Messages" },
  message_complained: { icon: IconThumbDown, tone: "bad", words: "Marked as spam", group: "Messages" },
  message_unsubscribed: { icon: IconBellOff, tone: "warn", words: "Unsubscribed", group: "Messages" },
};

export const ACTIVITY_TYPES = Object.keys(ACTIVITY) as ActivityType[];

export const isActivityType = (text: string): text is ActivityType => text in ACTIVITY;
