import {
  type Icon,
  IconArrowsSplit2,
  IconBolt,
  IconClock,
  IconDoorExit,
  IconHourglassHigh,
  IconMail,
  IconStack2,
} from "@tabler/icons-react";
import type { StepKind } from "@/definition/campaign";
import type { Tone } from "@/ui/Status";

/** How each kind of step looks: its icon, its colour, its word. */
export const KINDS: Record<StepKind, { icon: Icon; tone: Tone; word: string }> = {
  send: { icon: IconMail, tone: "info", word: "E-mail" },
  delay: { icon: IconClock, tone: "warn", word: "Delay" },
  wait_until: { icon: IconHourglassHigh, tone: "plum", word: "Wait until" },
  branch: { icon: IconArrowsSplit2, tone: "teal", word: "Branch" },
  exit: { icon: IconDoorExit, tone: "quiet", word: "Exit" },
};

export const TRIGGER_LOOK = {
  event: { icon: IconBolt, tone: "accent" as Tone, word: "When this happens" },
  segment: { icon: IconStack2, tone: "accent" as Tone, word: "On entering the segment" },
};
