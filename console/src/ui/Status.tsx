import type { ReactNode } from "react";
import type { CampaignState, DeliveryState, JourneyState } from "@/api/types";
import classes from "./Status.module.css";

export type Tone = "good" | "bad" | "warn" | "info" | "plum" | "teal" | "accent" | "quiet";

type Props = { tone: Tone; children: ReactNode; pulse?: boolean; plain?: boolean };

/** A state in one word, with a dot of its colour. */
export function Status({ tone, children, pulse = false, plain = false }: Props) {
  return (
    <span
      className={`${classes.status} ${classes[tone]} ${pulse ? classes.pulse : ""} ${plain ? classes.plain : ""}`}
    >
      <span className={classes.dot} aria-hidden />
      {children}
    </span>
  );
}

const CAMPAIGN: Record<CampaignState, [Tone, string]> = {
  draft: ["quiet", "Draft"],
  running: ["good", "Running"],
  stopped: ["warn", "Stopped"],
};

export function CampaignStatus({ state }: { state: CampaignState }) {
  const [tone, text] = CAMPAIGN[state];
  return (
    <Status tone={tone} pulse={state === "running"}>
      {text}
    </Status>
  );
}

const JOURNEY: Record<JourneyState, [Tone, string]> = {
  active: ["info", "Under way"],
  finished: ["good", "Finished"],
  exited: ["warn", "Left early"],
};

export function JourneyStatus({ state, plain = false }: { state: JourneyState; plain?: boolean }) {
  const [tone, text] = JOURNEY[state];
  return (
    <Status tone={tone} plain={plain}>
      {text}
    </Status>
  );
}

export const DELIVERY_WORDS: Record<DeliveryState, [Tone, string]> = {
  queued: ["quiet", "Queued"],
  sent: ["quiet", "Sent"],
  delivered: ["info", "Delivered"],
  opened: ["teal", "Opened"],
  clicked: ["plum", "Clicked"],
  converted: ["good", "Converted"],
  bounced: ["bad", "Bounced"],
  failed: ["bad", "Failed"],
  held: ["warn", "Held back"],
  unsubscribed: ["warn", "Unsubscribed"],
};

export function DeliveryStatus({ state, plain = false }: { state: DeliveryState; plain?: boolean }) {
  const [tone, text] = DELIVERY_WORDS[state];
  return (
    <Status tone={tone} plain={plain}>
      {text}
    </Status>
  );
}
