import {
  type Icon,
  IconCheck,
  IconDoorEnter,
  IconFilter,
  IconFlag,
  IconMinus,
  IconTrophy,
  IconX,
} from "@tabler/icons-react";
import type { TraceEntry, TraceOutcome } from "@/api/types";
import { KINDS } from "@/canvas/kinds";
import { clock, day, dayAndTime, span } from "@/ui/format";
import { DELIVERY_WORDS, Status, type Tone } from "@/ui/Status";
import tones from "@/ui/Status.module.css";
import { useHere } from "@/ui/workspace";
import classes from "./JourneyPage.module.css";

const OUTCOMES: Record<TraceOutcome, [Tone, string]> = {
  started: ["accent", "Started"],
  entered: ["quiet", "Arrived"],
  passed: ["quiet", "Went on"],
  waiting: ["warn", "Waiting"],
  yes: ["good", "Yes"],
  no: ["quiet", "No"],
  timed_out: ["quiet", "Time over"],
  sent: ["info", "Sent"],
  held: ["warn", "Held back"],
  failed: ["bad", "Failed"],
  exited: ["warn", "Left early"],
  finished: ["good", "Finished"],
  converted: ["good", "Converted"],
};

function lookOf(entry: TraceEntry): { icon: Icon; tone: Tone } {
  switch (entry.kind) {
    case "started":
      return { icon: IconDoorEnter, tone: "accent" };
    case "ended":
      return { icon: IconFlag, tone: entry.outcome === "exited" ? "warn" : "good" };
    case "converted":
      return { icon: IconTrophy, tone: "good" };
    case "filter":
      return { icon: IconFilter, tone: "quiet" };
    case "send":
    case "delay":
    case "wait_until":
    case "branch":
    case "exit":
      return KINDS[entry.kind];
  }
}

/** The steps taken with the evidence looked at, oldest first. */
export function Trace({ entries, active }: { entries: readonly TraceEntry[]; active: boolean }) {
  return (
    <ol className={classes.trace}>
      {entries.map((entry, i) => (
        <Entry
          key={`${entry.at}${entry.step_id}${entry.outcome}`}
          entry={entry}
          before={entries[i - 1]}
          current={active && i === entries.length - 1}
        />
      ))}
    </ol>
  );
}

function Entry({
  entry,
  before,
  current,
}: {
  entry: TraceEntry;
  before: TraceEntry | undefined;
  current: boolean;
}) {
  const { zone } = useHere();
  const { icon: Picture, tone } = lookOf(entry);
  const [outcomeTone, word] = OUTCOMES[entry.outcome];
  const sameDay = before !== undefined && day(before.at, zone) === day(entry.at, zone);
  const pause = before ? span(before.at, entry.at) : "0 s";
  return (
    <li className={`${classes.entry} ${tones[tone]}`}>
      <time className={`${classes.time} num`} dateTime={entry.at}>
        <span>{sameDay ? "" : day(entry.at, zone)}</span>
        <span>{clock(entry.at, zone)}</span>
        {before && Date.parse(entry.at) - Date.parse(before.at) > 60_000 && <span>+ {pause}</span>}
      </time>
      <span className={classes.icon}>
        <Picture size={15} stroke={2} aria-hidden />
      </span>
      <div>
        <div className={classes.head}>
          <strong>{entry.title}</strong>
          <Status tone={outcomeTone} pulse={current}>
            {word}
          </Status>
          {entry.delivery_state && entry.delivery_state !== "sent" && (
            <Status tone={DELIVERY_WORDS[entry.delivery_state][0]}>
              {DELIVERY_WORDS[entry.delivery_state][1]}
            </Status>
          )}
        </div>
        <p className={classes.because}>{entry.because}</p>
        {entry.evidence.length > 0 && (
          <ul className={classes.evidence} aria-label="Evidence">
            {entry.evidence.map((one) => (
              <li key={one.what}>
                <Verdict holds={one.holds} />
                <span>{one.what}</span>
                {one.seen && <span className={`${classes.seen} num`}>{seenInWords(one.seen, zone)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Verdict({ holds }: { holds: boolean | null }) {
  if (holds === null) return <IconMinus size={14} color="var(--text-3)" aria-label="Not decisive" />;
  return holds ? (
    <IconCheck size={14} color="var(--good)" stroke={2.5} aria-label="Holds" />
  ) : (
    <IconX size={14} color="var(--bad)" stroke={2.5} aria-label="Does not hold" />
  );
}

/** Times are shown in the workspace’s zone, other evidence as it is. */
function seenInWords(seen: string, zone: string): string {
  return seen.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => dayAndTime(at, zone));
}
