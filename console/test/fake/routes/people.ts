/** People. */
/** The routes of the contract, answered from the in-memory world. */
import type { Json } from "../../../src/api/types";
import type { Condition } from "../../../src/definition/condition";
import { deliveries } from "../campaign-views";
import { matches } from "../evaluate";
import { page, Refusal, type Route } from "../http";
import { journeysOf } from "../journeys";
import { definitionOf, history, person, row, search, select, whole } from "../people-views";
import { workspace } from "../workspace-views";
import { DAY, type FakePerson, iso, SCALE } from "../world";

export const PEOPLE: Route[] = [
  [
    "GET",
    /^\/w\/people$/,
    ({ world, query }) => {
      const found = search(world, query.get("q") ?? "");
      return {
        ...page(
          found.map((p) => row(world, p)),
          query,
        ),
        total: query.get("q") ? found.length : workspace(world).people,
      };
    },
  ],
  [
    "POST",
    /^\/w\/people\/search$/,
    ({ world, body }) => {
      const b = body as { when: Condition; cursor?: string };
      const found = select(world, b.when);
      return {
        ...page(
          found.map((p) => row(world, p)),
          new URLSearchParams(b.cursor ? { cursor: b.cursor } : {}),
        ),
        total: found.length * SCALE,
      };
    },
  ],
  [
    "POST",
    /^\/w\/people$/,
    ({ world, body }) => {
      const b = body as { id?: string; email?: string; attributes?: Record<string, Json> };
      if (world.people.some((p) => (b.id && p.id === b.id) || (b.email && p.email === b.email)))
        throw new Refusal(
          409,
          "conflict",
          "This person exists already.",
          "Look for the id or e-mail address in the list.",
          [{ pointer: b.email ? "/email" : "/id", detail: "Somebody has this identifier already." }],
        );
      const p: FakePerson = {
        cio_id: `c00new${world.people.length}`,
        id: b.id ?? null,
        email: b.email ?? null,
        created: world.now(),
        attributes: b.attributes ?? {},
        updated: {},
        events: [],
      };
      world.people.unshift(p);
      world.record(world.now(), "person_created", b.email ?? b.id ?? "", p, {}, { source: "console" });
      return whole(world, p);
    },
  ],
  ["GET", /^\/w\/people\/([^/]+)$/, ({ world, params }) => whole(world, person(world, params[0] ?? ""))],
  [
    "PATCH",
    /^\/w\/people\/([^/]+)$/,
    ({ world, params, body }) => {
      const p = person(world, params[0] ?? "");
      for (const [name, value] of Object.entries((body as { attributes: Record<string, Json> }).attributes)) {
        if (value === null) delete p.attributes[name];
        else if (name === "email") p.email = String(value);
        else if (name === "id") p.id = String(value);
        else p.attributes[name] = value;
        p.updated[name] = world.now();
      }
      return whole(world, p);
    },
  ],
  [
    "DELETE",
    /^\/w\/people\/([^/]+)$/,
    ({ world, params }) => {
      world.people = world.people.filter((p) => p.cio_id !== params[0]);
    },
  ],
  [
    "POST",
    /^\/w\/people\/([^/]+)\/events$/,
    ({ world, params, body }) => {
      const p = person(world, params[0] ?? "");
      const b = body as { name: string; data: Record<string, Json> };
      return {
        activity_id: world.record(world.now(), "event", b.name, p, b.data ?? {}, { source: "console" }).id,
      };
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/segments$/,
    ({ world, params }) => ({
      items: world.segments
        .filter((s) =>
          matches(person(world, params[0] ?? ""), s.definition.when, world.now(), definitionOf(world)),
        )
        .map((s) => ({ id: s.id, name: s.definition.name, since: iso(world.now() - s.id * 2.3 * DAY) })),
      next: null,
    }),
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/journeys$/,
    ({ world, params, query }) => {
      const p = world.ref(person(world, params[0] ?? ""));
      const running = world.campaigns.filter((c) => c.weight > 0);
      return page(
        running.map((c, i) => ({
          ...(journeysOf(world, c)[(i * 7 + 3) % 60] as { journey: object }).journey,
          person: p,
        })),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/activity$/,
    ({ world, params, query }) => {
      const types = query.getAll("type");
      return page(
        history(world, person(world, params[0] ?? "")).filter(
          (a) => types.length === 0 || types.includes(a.type),
        ),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/people\/([^/]+)\/deliveries$/,
    ({ world, params, query }) =>
      page(
        deliveries(world)
          .slice(0, 5)
          .map((d) => ({ ...d, person: world.ref(person(world, params[0] ?? "")) })),
        query,
      ),
  ],
];
