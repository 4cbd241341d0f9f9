/** What a route of the fake gets and what it may answer. */
import type { World } from "./world";

export class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(
    status: number,
    type: string,
    title: string,
    detail: string,
    errors: { pointer: string; detail: string }[] = [],
  ) {
    super(title);
    this.status = status;
    this.body = { type, title, status, detail, errors };
  }
}
export type Call = { world: World; params: string[]; query: URLSearchParams; body: never; cookie: string };
export type Route = [method: string, pattern: RegExp, handler: (call: Call) => unknown];
export class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Login {
  readonly session: object;
  constructor(session: object) {
    this.session = session;
  }
}

export const missing = (what: string) =>
  new Refusal(404, "not_found", `This ${what} does not exist.`, "It may have been deleted.");

export function page<T>(items: T[], query: URLSearchParams): { items: T[]; next: string | null } {
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  return {
    items: items.slice(from, from + limit),
    next: from + limit < items.length ? String(from + limit) : null,
  };
}
