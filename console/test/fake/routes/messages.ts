import { allSteps, type MessageDocument } from "../../../src/definition/campaign";
import { deliveries } from "../campaign-views";
import { fill, makeDelivery, rawMessage, sandboxMessage } from "../deliveries";
import { missing, page, Refusal, type Route, Text } from "../http";
import { DAY, iso, type World } from "../world";

function messageOf(world: World, id: number) {
  const definition = world.messages[id - 1];
  if (!definition) throw missing("message");
  return {
    id,
    name: definition.name,
    version: 1,
    channel: "email",
    subject: definition.subject,
    updated_at: iso(world.now()),
    uses: world.campaigns
      .filter((c) => JSON.stringify(c.definition).includes(`"message":"${definition.name}"`))
      .map((c) => ({ id: c.id, name: c.definition.name })),
    definition,
  };
}

export const MESSAGES: Route[] = [
  [
    "GET",
    /^\/w\/messages$/,
    ({ world }) => ({
      items: world.messages.map((m, i) => ({
        id: i + 1,
        name: m.name,
        version: 1,
        channel: "email",
        subject: m.subject,
        updated_at: iso(world.now() - i * DAY),
        uses: world.campaigns
          .filter((c) => allSteps(c.definition.steps).some((s) => "send" in s && s.send.message === m.name))
          .map((c) => ({ id: c.id, name: c.definition.name })),
      })),
    }),
  ],
  ["GET", /^\/w\/messages\/(\d+)$/, ({ world, params }) => messageOf(world, Number(params[0]))],
  [
    "PUT",
    /^\/w\/messages\/(\d+)$/,
    ({ world, params, body }) => {
      const definition = (body as { definition: MessageDocument }).definition;
      if (/\{\{[^}]*$/.test(definition.html))
        throw new Refusal(400, "validation", "The message has a mistake.", "Close what is open.", [
          { pointer: "/definition/html", detail: "Line 1: expected }} but the text ends." },
        ]);
      world.messages[Number(params[0]) - 1] = definition;
      return messageOf(world, Number(params[0]));
    },
  ],
  [
    "POST",
    /^\/w\/messages\/preview$/,
    ({ world, body }) => {
      const b = body as { message?: string; definition?: MessageDocument; person?: string };
      const m = b.definition ?? world.messages.find((one) => one.name === b.message);
      if (!m) throw missing("message");
      const p = world.people.find((one) => one.cio_id === b.person) ?? null;
      return {
        from: world.sender.from,
        to: p?.email ?? "alex@example.com",
        subject: fill(m.subject, p),
        preheader: m.preheader ?? null,
        html: fill(m.html, p),
        text: fill(m.text ?? "", p),
        warnings: m.html.includes("trial_days_left")
          ? [
              {
                variable: "customer.trial_days_left",
                where: "html",
                detail: "72 % of the people do not have this attribute.",
              },
            ]
          : [],
      };
    },
  ],
  [
    "GET",
    /^\/w\/sandbox$/,
    ({ world, query }) => {
      const q = (query.get("q") ?? "").toLowerCase();
      return page(
        world.sandboxEmptied
          ? []
          : deliveries(world)
              .slice(0, 60)
              .map((_, n) => sandboxMessage(world, n))
              .filter((m) => `${m.to} ${m.subject}`.toLowerCase().includes(q)),
        query,
      );
    },
  ],
  [
    "DELETE",
    /^\/w\/sandbox$/,
    ({ world }) => {
      world.sandboxEmptied = world.now();
    },
  ],
  ["GET", /^\/w\/sandbox\/d(\d+)$/, ({ world, params }) => sandboxMessage(world, Number(params[0]))],
  [
    "GET",
    /^\/w\/sandbox\/d(\d+)\/raw$/,
    ({ world, params }) => new Text(rawMessage(sandboxMessage(world, Number(params[0])))),
  ],
  [
    "GET",
    /^\/w\/deliveries$/,
    ({ world, query }) => {
      const [q, states] = [(query.get("q") ?? "").toLowerCase(), query.getAll("state")];
      return page(
        deliveries(world).filter(
          (d) =>
            (states.length === 0 || states.includes(d.state)) &&
            (!query.get("campaign") || d.campaign?.id === Number(query.get("campaign"))) &&
            `${d.to} ${d.subject}`.toLowerCase().includes(q),
        ),
        query,
      );
    },
  ],
  ["GET", /^\/w\/deliveries\/d(\d+)$/, ({ world, params }) => makeDelivery(world, Number(params[0]))],
];
