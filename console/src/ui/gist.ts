/** The data of an activity in one line. */
import type { Activity, Json } from "@/api/types";

/** What the line says already, and what the caller knows anyway, is left out. */
export function gist(activity: Pick<Activity, "type" | "data">, known: readonly string[] = []): string {
  const said = activity.type.startsWith("message_") ? ["subject", ...known] : [];
  return Object.entries(activity.data)
    .filter(([name]) => !said.includes(name))
    .map(([name, value]) => `${name}: ${short(value)}`)
    .join("   ");
}

function short(value: Json): string {
  if (value === null || typeof value !== "object") return String(value ?? "–");
  if (Array.isArray(value)) return `[${value.map(short).join(", ")}]`;
  const names = Object.keys(value);
  if (names.length === 2 && "from" in value && "to" in value)
    return value.from === null
      ? short(value.to ?? null)
      : `${short(value.from ?? null)} → ${short(value.to ?? null)}`;
  return JSON.stringify(value);
}
