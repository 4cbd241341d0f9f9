/** Serves the fake as middleware of Vite's own servers: JSON routes, the session cookie and the live log. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { Login, Refusal, Text } from "./http";
import { ROUTES } from "./routes";
import { activityStream } from "./stream";
import { World } from "./world";

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : JSON.parse(text);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": status >= 400 ? "application/problem+json" : "application/json",
  });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

export async function answer(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://fake");
  const path = url.pathname.replace("/manage/v1", "").replace(/^\/workspaces\/1(?=\/|$)/, "/w");
  const cookie = /beckon_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  if (path === "/w/activity/stream") return activityStream(world, url.searchParams, request, response);
  const open = path === "/setup" || path === "/session";
  try {
    if (!open && !world.sessions.has(cookie))
      throw new Refusal(401, "unauthenticated", "Nobody is logged in.", "Log in first.");
    if (!open && request.method !== "GET" && request.headers["x-beckon-csrf"] !== "csrf-1")
      throw new Refusal(403, "csrf", "The page is out of date.", "Reload it.");
    for (const [method, pattern, handler] of ROUTES) {
      const match = pattern.exec(path);
      if (!match || method !== request.method) continue;
      const result = handler({
        world,
        params: match.slice(1),
        query: url.searchParams,
        body: (await bodyOf(request)) as never,
        cookie,
      });
      if (result instanceof Text) {
        response.writeHead(200, { "Content-Type": "message/rfc822" }).end(result.text);
      } else if (result instanceof Login) {
        const id = `s${world.sessions.size + 1}`;
        world.sessions.add(id);
        response.setHeader("Set-Cookie", `beckon_session=${id}; HttpOnly; SameSite=Lax; Path=/`);
        json(response, 200, result.session);
      } else json(response, result === undefined ? 204 : 200, result);
      return;
    }
    throw new Refusal(404, "not_found", "There is nothing here.", path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    json(response, error.status, error.body);
  }
}

/** A first event over the Track API, as the snippets send it. */
function track(world: World, request: IncomingMessage, response: ServerResponse): void {
  const id = /customers\/([^/]+)/.exec(request.url ?? "")?.[1] ?? "1";
  void bodyOf(request).then((body) => {
    let person = world.people.find((p) => p.id === id);
    if (!person) {
      person = {
        cio_id: `c01${id}`,
        id,
        email: null,
        created: world.now(),
        attributes: {},
        updated: {},
        events: [],
      };
      world.people.unshift(person);
    }
    if ((request.url ?? "").endsWith("/events")) {
      const event = body as { name: string; data?: never };
      world.touched.event = true;
      world.record(world.now(), "event", event.name, person, event.data ?? {});
    }
    json(response, 200, {});
  });
}

/** The policy that the real server sends with the console. */
const CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; font-src 'self' data:; frame-src 'self'; frame-ancestors 'none'; connect-src 'self'";

export function fakePlugin(kind: "demo" | "fresh"): Plugin {
  const worlds = { current: new World(kind) };
  const timer = setInterval(() => {
    if (worlds.current.people.length > 100) worlds.current.happen(Date.now());
  }, 900);
  timer.unref();
  const middleware = (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ) => {
    if (request.url?.startsWith("/manage/v1")) answer(worlds.current, request, response).catch(next);
    else if (request.url?.startsWith("/api/v1/customers")) track(worlds.current, request, response);
    else next();
  };
  return {
    name: "fake-server",
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => {
      server.middlewares.use((_request, response, next) => {
        response.setHeader("Content-Security-Policy", CSP);
        next();
      });
      server.middlewares.use(middleware);
    },
  };
}
