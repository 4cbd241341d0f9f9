import type { PersonRef } from "@/api/types";
import { initials, personLabel } from "./format";
import classes from "./PersonMark.module.css";
import tones from "./Status.module.css";

const TONES = ["info", "teal", "plum", "accent", "good", "warn"] as const;

function toneOf(text: string): (typeof TONES)[number] {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return TONES[hash % TONES.length] ?? "info";
}

/** A person’s initials on a colour that stays theirs. */
export function PersonMark({ person, size = 22 }: { person: PersonRef; size?: number }) {
  return (
    <span
      className={`${classes.mark} ${tones[toneOf(person.cio_id)]}`}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden
    >
      {initials(personLabel(person))}
    </span>
  );
}
