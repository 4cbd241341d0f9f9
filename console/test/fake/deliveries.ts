/** Made-up deliveries with their rendered messages. */
import type { Delivery, DeliveryDetail, DeliveryState, SandboxMessage } from "../../src/api/types";
import { allSteps, type MessageDocument, type Step } from "../../src/definition/campaign";
import { seeded } from "./random";
import { type FakeCampaign, type FakePerson, iso, type World } from "./world";

export function fill(template: string, person: FakePerson | null): string {
  return template
    .replace(/\{\{\s*customer\.(\w+)\s*\}\}/g, (_, name: string) =>
      String(person?.attributes[name] ?? (name === "first_name" ? "Alex" : "")),
    )
    .replace(/\{%\s*unsubscribe_url\s*%\}/g, "https://northwind.example/unsubscribe/dgTQ2Y");
}

export function makeDelivery(world: World, n: number): DeliveryDetail {
  const r = seeded(n * 77 + 5);
  const campaigns = world.campaigns.filter((c) => c.weight > 0);
  const c = campaigns[n % campaigns.length] as FakeCampaign;
  const sends = allSteps(c.definition.steps).filter((s) => "send" in s);
  const step = sends[n % sends.length] as Extract<Step, { send: unknown }>;
  const message = world.messages.find((m) => m.name === step.send.message) as MessageDocument;
  const person = world.people[(n * 53) % world.people.length] as FakePerson;
  const at = world.now() - Math.floor((n + 1) ** 1.7 * 240_000);
  const state: DeliveryState =
    n % 23 === 7
      ? "bounced"
      : n % 31 === 11
        ? "failed"
        : n % 19 === 5
          ? "held"
          : r.pick(["delivered", "delivered", "opened", "opened", "clicked", "converted"]);
  const order: DeliveryState[] = ["queued", "sent", "delivered", "opened", "clicked", "converted"];
  const reached = order.indexOf(state);
  const time = (s: DeliveryState) =>
    reached >= order.indexOf(s) ? iso(at + order.indexOf(s) * 97_000) : null;
  const reason =
    state === "bounced"
      ? "The mailbox does not exist (550 5.1.1)."
      : state === "failed"
        ? "The template uses customer.company.address, which this person does not have."
        : state === "held"
          ? "Unsubscribed from all messages."
          : null;
  const base: Delivery = {
    id: `d${n}`,
    at: iso(at),
    channel: "email",
    person: world.ref(person),
    to: person.email ?? "",
    subject: fill(message.subject, person),
    campaign: { id: c.id, name: c.definition.name },
    step_id: step.id,
    journey_id: `j${c.id}-${n % 60}`,
    state,
    reason,
    sandbox: true,
    sent_at: reached < 1 ? null : time("sent"),
    delivered_at: time("delivered"),
    opened_at: time("opened"),
    clicked_at: time("clicked"),
    converted_at: time("converted"),
  };
  const timeline = (reached < 0 ? (["queued", state] as DeliveryState[]) : order.slice(0, reached + 1)).map(
    (kind, i) => ({ at: iso(at + i * 97_000), kind, detail: kind === state ? reason : null }),
  );
  const headers = [
    { name: "From", value: world.sender.from },
    { name: "To", value: base.to },
    { name: "Subject", value: base.subject },
    { name: "Date", value: new Date(at).toUTCString() },
    { name: "Message-ID", value: `<${base.id}.7c1f@northwind.example>` },
    { name: "List-Unsubscribe", value: "<https://northwind.example/unsubscribe/dgTQ2Y>" },
    { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    { name: "MIME-Version", value: "1.0" },
    { name: "Content-Type", value: 'multipart/alternative; boundary="b7c1f"' },
  ];
  return {
    ...base,
    timeline,
    headers,
    html: fill(message.html, person),
    text: fill(message.text ?? "", person),
  };
}

export function sandboxMessage(world: World, n: number): SandboxMessage {
  const d = makeDelivery(world, n);
  const message = world.messages.find((m) => fill(m.subject, null).slice(0, 8) === d.subject.slice(0, 8));
  return {
    id: d.id,
    at: d.at,
    to: d.to,
    from: world.sender.from,
    subject: d.subject,
    preheader: message?.preheader ?? null,
    person: d.person,
    campaign: d.campaign,
    journey_id: d.journey_id,
    opened_at: d.opened_at,
    clicked_at: d.clicked_at,
    headers: d.headers,
    html: d.html,
    text: d.text,
    size_bytes: (d.html?.length ?? 0) + (d.text?.length ?? 0) + 900,
    links: [
      {
        url: "https://northwind.example/start",
        tracked_url: `https://northwind.example/e/c/${d.id}/1`,
        clicks: d.clicked_at ? 1 : 0,
      },
    ],
    unsubscribe_url: "https://northwind.example/unsubscribe/dgTQ2Y",
  };
}

export function rawMessage(m: SandboxMessage): string {
  const head = m.headers.map((h) => `${h.name}: ${h.value}`).join("\r\n");
  return `${head}\r\n\r\n--b7c1f\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${m.text}\r\n--b7c1f\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${m.html}\r\n--b7c1f--\r\n`;
}
