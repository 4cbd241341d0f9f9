import type { SegmentDocument } from "../../../src/definition/campaign";
import type { Condition } from "../../../src/definition/condition";
import { page, Refusal, type Route } from "../http";
import { row, search, select } from "../people-views";
import { checkName, segment, segmentRow, uses, wholeSegment } from "../segment-views";
import { workspace } from "../workspace-views";
import { type FakeSegment, SCALE } from "../world";

export const SEGMENTS: Route[] = [
  [
    "GET",
    /^\/w\/segments$/,
    ({ world }) => ({
      items: world.segments.map((s) => segmentRow(world, s)).sort((a, b) => a.name.localeCompare(b.name)),
    }),
  ],
  [
    "POST",
    /^\/w\/segments$/,
    ({ world, body }) => {
      const definition = (body as { definition: SegmentDocument }).definition;
      checkName(world, definition.name, null);
      const s: FakeSegment = {
        id: world.segments.length + 1,
        version: 1,
        created: world.now(),
        updated: world.now(),
        builtAt: world.now() + 4000,
        definition,
      };
      world.segments.push(s);
      return wholeSegment(world, s);
    },
  ],
  [
    "POST",
    /^\/w\/segments\/preview$/,
    ({ world, body }) => {
      const found = select(world, (body as { when: Condition }).when);
      return {
        count: found.length * SCALE,
        total: workspace(world).people,
        complete: true,
        took_ms: 84,
        sample: found.slice(0, 8).map((p) => row(world, p)),
      };
    },
  ],
  [
    "GET",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params }) => wholeSegment(world, segment(world, params[0] ?? "")),
  ],
  [
    "PUT",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params, body }) => {
      const s = segment(world, params[0] ?? "");
      const definition = (body as { definition: SegmentDocument }).definition;
      checkName(world, definition.name, s.id);
      Object.assign(s, {
        definition,
        version: s.version + 1,
        updated: world.now(),
        builtAt: world.now() + 6000,
      });
      return wholeSegment(world, s);
    },
  ],
  [
    "DELETE",
    /^\/w\/segments\/(\d+)$/,
    ({ world, params }) => {
      const s = segment(world, params[0] ?? "");
      const used = uses(world, s);
      if (used.length > 0)
        throw new Refusal(
          409,
          "in_use",
          "This segment is in use.",
          `Take it out of ${used.map((u) => u.name).join(", ")} first.`,
        );
      world.segments = world.segments.filter((one) => one !== s);
    },
  ],
  [
    "GET",
    /^\/w\/segments\/(\d+)\/members$/,
    ({ world, params, query }) => {
      const q = query.get("q") ?? "";
      return page(
        select(world, segment(world, params[0] ?? "").definition.when)
          .filter((p) => search(world, q).includes(p))
          .map((p) => row(world, p)),
        query,
      );
    },
  ],
];
