/** Durations as documents write them: one whole number and one unit. */

export type Unit = "s" | "m" | "h" | "d" | "w";
export type Duration = { amount: number; unit: Unit };

const NAMES: Record<Unit, string> = { s: "second", m: "minute", h: "hour", d: "day", w: "week" };

export const UNITS: readonly { value: Unit; label: string }[] = [
  { value: "m", label: "minutes" },
  { value: "h", label: "hours" },
  { value: "d", label: "days" },
  { value: "w", label: "weeks" },
];

export function parseDuration(text: string): Duration | null {
  const match = /^(0*[1-9]\d*)([smhdw])$/.exec(text);
  return match ? { amount: Number(match[1]), unit: match[2] as Unit } : null;
}

export function formatDuration(duration: Duration): string {
  return `${duration.amount}${duration.unit}`;
}

/** "7d" → "7 days"; what does not parse is shown as it is. */
export function durationInWords(text: string): string {
  const duration = parseDuration(text);
  if (!duration) return text;
  const name = NAMES[duration.unit];
  return `${duration.amount} ${duration.amount === 1 ? name : `${name}s`}`;
}
