/** One door to the server: JSON in, JSON out, problems as `ApiError`. */
import type { ProblemJson } from "./types";

const BASE = "/manage/v1";

let csrfToken = "";

export function rememberToken(token: string): void {
  csrfToken = token;
}

/** What the server (or the network) refused, in words a person can act on. */
export class ApiError extends Error {
  readonly problem: ProblemJson;

  constructor(problem: ProblemJson) {
    super(problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** The complaint about one field of the request, by its JSON pointer. */
  at(pointer: string): string | undefined {
    return this.problem.errors.find((error) => error.pointer === pointer)?.detail;
  }
}

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export function queryString(query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") for (const one of value) params.append(key, one);
    else params.set(key, String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

async function problemOf(response: Response): Promise<ProblemJson> {
  const fallback: ProblemJson = {
    type: "internal",
    title: response.status >= 500 ? "The server could not do this." : "The server refused this.",
    status: response.status,
    detail: "Try again in a moment. If it goes on, look at the server’s log.",
    errors: [],
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<ProblemJson>) };
  } catch {
    return fallback;
  }
}

async function call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET" && csrfToken !== "") headers["X-Beckon-CSRF"] = csrfToken;
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      credentials: "same-origin",
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({
      type: "offline",
      title: "The server cannot be reached.",
      status: 0,
      detail: "Check that Beckon is running; this page goes on by itself once it is back.",
      errors: [],
    });
  }
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return (await (await call("GET", path + queryString(query), undefined, signal)).json()) as T;
}

export async function getText(path: string): Promise<string> {
  return (await call("GET", path)).text();
}

export async function send<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await call(method, path, body ?? (method === "DELETE" ? undefined : {}));
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Server-sent events of a workspace; the browser reconnects by itself. */
export function stream(path: string, query?: Query): EventSource {
  return new EventSource(BASE + path + queryString(query), { withCredentials: true });
}
