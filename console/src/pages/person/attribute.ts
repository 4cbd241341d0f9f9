import type { Json } from "@/api/types";

/** A value as one types it: text as it is, everything else as JSON. */
export function writeValue(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, typeof value === "object" ? 2 : 0);
}

/** What was typed, in the type that the value had; new values take the type they look like. */
export function readValue(text: string, before: Json): Json {
  if (typeof before === "string" && before !== "") return text;
  const trimmed = text.trim();
  if (trimmed === "") return "";
  if (/^(-?\d|true$|false$|[[{])/.test(trimmed)) {
    try {
      return JSON.parse(trimmed) as Json;
    } catch {
      return text;
    }
  }
  return text;
}
