/** Durations as documents write them: one whole number and one unit. */

export type Unit = "s" | "m" | "h" | "d" | "w";
export type Duration = { amount: number; unit: Unit };

const NAMES = { s: "second", m: "minute", h: "hour", d: "day" } as const;

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

const SECONDS: Record<Unit, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "24h" → "1 day", "2w" → "14 days", as the server says it; what does not parse is shown as it is. */
export function durationInWords(text: string): string {
  const duration = parseDuration(text);
  if (!duration) return text;
  const seconds = duration.amount * SECONDS[duration.unit];
  const unit = (["d", "h", "m"] as const).find((one) => seconds % SECONDS[one] === 0) ?? "s";
  const amount = seconds / SECONDS[unit];
  return `${amount} ${amount === 1 ? NAMES[unit] : `${NAMES[unit]}s`}`;
}
