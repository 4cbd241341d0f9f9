/** Workspace, sender, keys, home and activity. */
/** The routes of the contract, answered from the in-memory world. */
import type { Key } from "../../../src/api/types";
import { page, type Route } from "../http";
import { activityOf } from "../people-views";
import { checklist, home, vocabulary, workspace } from "../workspace-views";
import { iso } from "../world";

export const WORKSPACE: Route[] = [
  ["GET", /^\/w$/, ({ world }) => workspace(world)],
  [
    "PATCH",
    /^\/w$/,
    ({ world, body }) => {
      Object.assign(world.workspace, body);
      return workspace(world);
    },
  ],
  [
    "PUT",
    /^\/w\/sender$/,
    ({ world, body }) => {
      const b = body as {
        from: string;
        reply_to?: string;
        channel: "sandbox";
        smtp?: { host: string; port: number; starttls: "never"; username?: string; password?: string };
      };
      world.sender = {
        channel: b.channel,
        from: b.from,
        reply_to: b.reply_to ?? null,
        smtp: b.smtp
          ? {
              host: b.smtp.host,
              port: b.smtp.port,
              starttls: b.smtp.starttls,
              username: b.smtp.username ?? null,
              password_set: Boolean(b.smtp.password),
            }
          : null,
        state: "unknown",
        last_error: null,
      };
      return world.sender;
    },
  ],
  [
    "POST",
    /^\/w\/sender\/test$/,
    ({ world }) =>
      world.sender.channel === "sandbox"
        ? { accepted: true, reply: "Delivered to the sandbox inbox.", took_ms: 3 }
        : {
            accepted: false,
            reply: "Connection refused: nothing listens on this host and port.",
            took_ms: 12,
          },
  ],
  ["GET", /^\/w\/keys$/, ({ world }) => ({ items: world.keys, next: null })],
  [
    "POST",
    /^\/w\/keys$/,
    ({ world, body }) => {
      const key: Key = {
        ...(body as { name: string; kind: Key["kind"] }),
        id: world.keys.length + 1,
        site_id: (body as Key).kind === "track" ? "site_c91d02" : null,
        hint: "e41a",
        created_at: iso(world.now()),
        created_by: "Maya Lindqvist",
        last_used_at: null,
        revoked_at: null,
      };
      world.keys.unshift(key);
      return { key, secret: `${key.kind}_8d3b17f20c55a9e41a` };
    },
  ],
  [
    "DELETE",
    /^\/w\/keys\/(\d+)$/,
    ({ world, params }) =>
      Object.assign(world.keys.find((k) => k.id === Number(params[0])) ?? {}, {
        revoked_at: iso(world.now()),
      }),
  ],
  ["GET", /^\/w\/home$/, ({ world, query }) => home(world, Number(query.get("days") ?? 7))],
  ["GET", /^\/w\/checklist$/, ({ world }) => checklist(world)],
  [
    "PATCH",
    /^\/w\/checklist$/,
    ({ world, body }) => {
      world.checklistDismissed = (body as { dismissed: boolean }).dismissed;
      return checklist(world);
    },
  ],
  ["GET", /^\/w\/vocabulary$/, ({ world }) => vocabulary(world)],
  ["GET", /^\/w\/activity$/, ({ world, query }) => page(activityOf(world, query), query)],
];
