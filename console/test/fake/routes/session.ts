import { Login, Refusal, type Route } from "../http";
import { session } from "../workspace-views";
import { iso } from "../world";

export const SESSION: Route[] = [
  ["GET", /^\/setup$/, ({ world }) => ({ needed: world.setupNeeded, version: "0.1.0" })],
  [
    "POST",
    /^\/setup$/,
    ({ world, body }) => {
      const b = body as {
        owner: { name: string; email: string; password: string };
        workspace: { name: string; timezone: string };
        content: string;
      };
      if (b.owner.password.length < 10)
        throw new Refusal(400, "validation", "The password is too short.", "Use at least 10 characters.", [
          { pointer: "/owner/password", detail: "Expected at least 10 characters." },
        ]);
      if (b.content === "demo") world.fill();
      world.setupNeeded = false;
      world.workspace = { ...world.workspace, ...b.workspace, version: 1 };
      world.members = [
        {
          id: 1,
          name: b.owner.name,
          email: b.owner.email,
          role: "owner",
          created_at: iso(world.now()),
          last_login_at: iso(world.now()),
        },
      ];
      return new Login({
        ...session(world),
        keys: {
          site_id: "5a1c07e2",
          api_key: "3f9b2c71d0aa",
          write_key: "wk_81c2f0",
          app_api_key: "app_f72d90be",
        },
      });
    },
  ],
  [
    "GET",
    /^\/session$/,
    ({ world, cookie }) => {
      if (!world.sessions.has(cookie))
        throw new Refusal(401, "unauthenticated", "Nobody is logged in.", "Log in first.");
      return session(world);
    },
  ],
  [
    "POST",
    /^\/session$/,
    ({ world, body }) => {
      const b = body as { email: string; password: string };
      if (b.password !== "correct horse battery")
        throw new Refusal(
          401,
          "unauthenticated",
          "E-mail address and password do not match.",
          "Check both and try again.",
        );
      return new Login(session(world));
    },
  ],
  ["DELETE", /^\/session$/, ({ world, cookie }) => void world.sessions.delete(cookie)],
  ["PUT", /^\/session\/password$/, () => undefined],
  ["GET", /^\/members$/, ({ world }) => ({ items: world.members, next: null })],
  [
    "POST",
    /^\/members$/,
    ({ world, body }) => {
      const member = {
        ...(body as { name: string; email: string; role: "editor" }),
        id: world.members.length + 1,
        created_at: iso(world.now()),
        last_login_at: null,
      };
      world.members.push(member);
      return { member, one_time_password: "quiet-harbour-41-lamp" };
    },
  ],
  [
    "PATCH",
    /^\/members\/(\d+)$/,
    ({ world, params, body }) =>
      Object.assign(world.members.find((m) => m.id === Number(params[0])) ?? {}, body),
  ],
  [
    "DELETE",
    /^\/members\/(\d+)$/,
    ({ world, params }) => {
      world.members = world.members.filter((m) => m.id !== Number(params[0]));
    },
  ],
];
