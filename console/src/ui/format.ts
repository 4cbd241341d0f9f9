/** Numbers, times and words as the console prints them. Times are shown in the workspace’s zone. */

const LOCALE = "en-GB";

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const compactForm = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

export function count(n: number): string {
  return whole.format(n);
}

/** 12,408 → “12.4K”; under ten thousand in full. */
export function compact(n: number): string {
  return Math.abs(n) < 10_000 ? whole.format(n) : compactForm.format(n);
}

/** A share in percent; a dash when there is nothing to share. */
export function percent(part: number, of: number): string {
  if (of === 0) return "–";
  const p = (part / of) * 100;
  if (p === 0) return "0 %";
  if (p < 0.1) return "< 0.1 %";
  return `${p < 10 ? p.toFixed(1) : Math.round(p)} %`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export type Change = { text: string; direction: "up" | "down" | "same" };

/** How a number changed against the one before, in percent. */
export function change(value: number, before: number): Change {
  if (value === before) return { text: "no change", direction: "same" };
  if (before === 0) return { text: "new", direction: "up" };
  const p = ((value - before) / before) * 100;
  const size = Math.abs(p);
  const text = `${size < 10 ? size.toFixed(1) : Math.round(size)} %`;
  return { text, direction: p > 0 ? "up" : "down" };
}

const STEPS: readonly [limit: number, seconds: number, name: string][] = [
  [60, 1, "s"],
  [3600, 60, "min"],
  [86_400, 3600, "h"],
  [86_400 * 30, 86_400, "d"],
];

/** “just now”, “4 min ago”, “in 2 d”; beyond a month the date, with the year when it is another one. */
export function ago(at: string, now: number, zone: string): string {
  const seconds = Math.round((now - Date.parse(at)) / 1000);
  const size = Math.abs(seconds);
  if (size < 5) return seconds >= 0 ? "just now" : "now";
  for (const [limit, unit, name] of STEPS) {
    if (size < limit) {
      const text = `${Math.floor(size / unit)} ${name}`;
      return seconds >= 0 ? `${text} ago` : `in ${text}`;
    }
  }
  const full = day(at, zone);
  const year = day(new Date(now).toISOString(), zone).slice(-5);
  return full.endsWith(year) ? full.slice(0, -5) : full;
}

const forms = new Map<string, Intl.DateTimeFormat>();

function form(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${zone} ${key}`;
  const known = forms.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options });
  forms.set(id, made);
  return made;
}

export function day(at: string, zone: string): string {
  return form(zone, "day", { day: "numeric", month: "short", year: "numeric" }).format(new Date(at));
}

export function clock(at: string, zone: string): string {
  return form(zone, "clock", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));
}

export function dayAndTime(at: string, zone: string): string {
  return form(zone, "both", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));
}

/** The exact instant with its zone, for tooltips. */
export function exactly(at: string, zone: string): string {
  return form(zone, "exact", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(new Date(at));
}

/** A calendar date of a series: “14 Mar”. */
export function shortDate(date: string): string {
  return form("UTC", "short", { day: "numeric", month: "short" }).format(new Date(`${date}T00:00:00Z`));
}

/** The time between two instants: “2 d 4 h”, “3 min”. */
export function span(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400)
    return join(Math.floor(seconds / 3600), "h", Math.floor((seconds % 3600) / 60), "min");
  return join(Math.floor(seconds / 86_400), "d", Math.floor((seconds % 86_400) / 3600), "h");
}

function join(a: number, aName: string, b: number, bName: string): string {
  return b === 0 ? `${a} ${aName}` : `${a} ${aName} ${b} ${bName}`;
}

export function initials(text: string): string {
  const words = text.split(/[\s@._-]+/).filter(Boolean);
  return (words.length > 1 ? `${words[0]?.[0]}${words[1]?.[0]}` : text.slice(0, 2)).toUpperCase();
}

export function bytes(n: number): string {
  return n < 1024
    ? `${n} B`
    : n < 1024 * 1024
      ? `${(n / 1024).toFixed(1)} KB`
      : `${(n / 1024 / 1024).toFixed(1)} MB`;
}

export function personLabel(person: {
  cio_id: string;
  id: string | null;
  email: string | null;
  name: string | null;
}): string {
  return person.name ?? person.email ?? person.id ?? person.cio_id;
}
