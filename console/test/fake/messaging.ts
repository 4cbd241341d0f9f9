/** Journeys, deliveries, numbers and rendered messages of the fake, worked out from the campaign documents. */
import type {
  CampaignNumbers,
  CampaignRow,
  DayPoint,
  Delivery,
  DeliveryDetail,
  DeliveryState,
  Journey,
  Numbers,
  SandboxMessage,
  StepNumbers,
  TraceEntry,
} from "@/api/types";
import { allSteps, type MessageDocument, type Step, stepKind } from "@/definition/campaign";
import { conditionInWords, stepTitle } from "@/definition/summary";
import { seeded } from "./random";
import { DAY, type FakeCampaign, type FakePerson, iso, type World } from "./world";

export function numbersOf(sent: number): Numbers {
  const delivered = Math.round(sent * 0.985);
  return {
    sent,
    delivered,
    opened: Math.round(delivered * 0.47),
    clicked: Math.round(delivered * 0.139),
    converted: Math.round(delivered * 0.082),
    bounced: sent - delivered,
    failed: Math.round(sent * 0.001),
    unsubscribed: Math.round(sent * 0.003),
  };
}

export function series(days: number, base: number, seed: number, now: number): DayPoint[] {
  const r = seeded(seed);
  return Array.from({ length: days }, (_item, i) => {
    const at = now - (days - 1 - i) * DAY;
    const weekend = [0, 6].includes(new Date(at).getUTCDay()) ? 0.62 : 1;
    const { failed: _failed, ...n } = numbersOf(
      Math.round(base * weekend * (0.82 + r.next() * 0.36) * (1 + i / days / 4)),
    );
    return { date: iso(at).slice(0, 10), ...n };
  });
}

const ZERO: Numbers = {
  sent: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  converted: 0,
  bounced: 0,
  failed: 0,
  unsubscribed: 0,
};

export function campaignRow(world: World, c: FakeCampaign): CampaignRow {
  const points = c.weight === 0 ? [] : series(30, c.weight * 4.2, c.id, world.now());
  const started = c.weight * 214;
  return {
    id: c.id,
    name: c.definition.name,
    description: c.definition.description ?? null,
    version: c.version,
    state: c.state,
    trigger: c.definition.trigger,
    steps: allSteps(c.definition.steps).length,
    active: c.state === "running" ? Math.round(started * 0.12) : 0,
    started,
    numbers: points.length === 0 ? ZERO : numbersOf(points.reduce((sum, p) => sum + p.sent, 0)),
    spark: c.weight === 0 ? Array.from({ length: 30 }, () => 0) : points.map((p) => p.sent),
    started_at: c.started === null ? null : iso(c.started),
    updated_at: iso(c.updated),
  };
}

function walk(
  steps: readonly Step[],
  arriving: number,
  live: number,
  into: Record<string, StepNumbers>,
): number {
  let flow = arriving;
  for (const step of steps) {
    const kind = stepKind(step);
    const waits = kind === "delay" || kind === "wait_until";
    const waiting = waits ? Math.round(flow * 0.061 + (live % 7)) * (flow > 0 ? 1 : 0) : 0;
    const passed = flow - waiting;
    const two = kind === "branch" || kind === "wait_until";
    const yes = two ? Math.round(passed * 0.58) : null;
    into[step.id] = {
      reached: flow,
      waiting,
      passed: kind === "exit" ? 0 : passed,
      converted: kind === "send" ? Math.round(flow * 0.083) : 0,
      yes,
      no: yes === null ? null : passed - yes,
      numbers: kind === "send" ? numbersOf(passed) : null,
      incidents: 0,
    };
    flow = passed;
    if (two && yes !== null) {
      const s = step as { then?: Step[]; otherwise?: Step[] };
      flow = walk(s.then ?? [], yes, live, into) + walk(s.otherwise ?? [], passed - yes, live, into);
    }
    if (kind === "exit") flow = 0;
  }
  return flow;
}

export function campaignNumbers(world: World, c: FakeCampaign, days: number): CampaignNumbers {
  const live = Math.floor(world.now() / 2500) % 40;
  const started = c.weight * 214 + (c.weight > 0 ? live : 0);
  const steps: Record<string, StepNumbers> = {};
  const finished = walk(c.definition.steps, started, live, steps);
  const active = Object.values(steps).reduce((sum, s) => sum + s.waiting, 0);
  const sent = Object.values(steps).reduce((sum, s) => sum + (s.numbers?.sent ?? 0), 0);
  const exited = Math.round(finished * 0.17);
  return {
    at: iso(world.now()),
    started,
    active,
    finished: finished - exited,
    exited,
    converted: Math.round(started * 0.23),
    numbers: numbersOf(sent),
    series: series(days, c.weight * 4.2, c.id, world.now()),
    steps,
  };
}

const waitOf = (step: Step) => ("wait_until" in step ? step.wait_until : { all: [] });
const branchOf = (step: Step) => ("branch" in step ? step.branch : { all: [] });

type Made = { journey: Journey; trace: TraceEntry[]; person: FakePerson };

export function makeJourney(world: World, c: FakeCampaign, n: number): Made {
  const r = seeded(c.id * 1000 + n);
  const person = world.people[(c.id * 97 + n * 31) % world.people.length] as FakePerson;
  const started = world.now() - r.int(1, 12) * DAY - r.int(0, DAY);
  const trace: TraceEntry[] = [];
  let at = started;
  const add = (entry: Omit<TraceEntry, "at" | "delivery_id" | "delivery_state"> & Partial<TraceEntry>) =>
    trace.push({ at: iso(at), delivery_id: null, delivery_state: null, ...entry });
  const trigger = c.definition.trigger;
  add({
    step_id: null,
    kind: "started",
    title: "Entered",
    outcome: "started",
    because: "event" in trigger ? `${trigger.event} happened.` : `Entered the segment ${trigger.segment}.`,
    evidence: [
      {
        what: "event" in trigger ? `event ${trigger.event}` : `member of ${trigger.segment}`,
        seen: iso(started),
        holds: true,
      },
      { what: "has not been in this campaign before", seen: null, holds: true },
    ],
  });
  let here: Step | null = null;
  let arrived = started;
  let state = "finished" as Journey["state"];
  let due: number | null = null;
  let converted: number | null = null;
  const visit = (steps: readonly Step[]): boolean => {
    for (const step of steps) {
      here = step;
      arrived = at;
      const kind = stepKind(step);
      const title = stepTitle(step);
      if (kind === "send") {
        at += 2000;
        add({
          step_id: step.id,
          kind,
          title,
          outcome: "sent",
          because: "Subscribed, not suppressed, within the limits.",
          evidence: [
            { what: "subscribed to e-mail", seen: null, holds: true },
            { what: "not suppressed", seen: null, holds: true },
          ],
          delivery_id: `d${c.id}${n}`,
          delivery_state: r.pick<DeliveryState>(["delivered", "opened", "clicked"]),
        });
      } else if (kind === "delay" || kind === "wait_until") {
        const wait = r.int(1, 3) * DAY + r.int(0, 8) * 3_600_000;
        if (at + wait > world.now()) {
          state = "active";
          due = at + wait;
          add({
            step_id: step.id,
            kind,
            title,
            outcome: "waiting",
            because:
              kind === "delay"
                ? "The delay is not over yet."
                : "The condition does not hold yet, and there is time left.",
            evidence:
              kind === "delay" ? [] : [{ what: conditionInWords(waitOf(step)), seen: null, holds: false }],
          });
          return true;
        }
        at += wait;
        const met = r.chance(0.5);
        if (kind === "delay")
          add({
            step_id: step.id,
            kind,
            title,
            outcome: "passed",
            because: "The delay was over.",
            evidence: [],
          });
        else {
          add({
            step_id: step.id,
            kind,
            title,
            outcome: met ? "yes" : "timed_out",
            because: met ? "The condition became true." : "The time was over before the condition held.",
            evidence: [{ what: conditionInWords(waitOf(step)), seen: met ? iso(at) : null, holds: met }],
          });
          if (
            visit((met ? (step as { then?: Step[] }).then : (step as { otherwise?: Step[] }).otherwise) ?? [])
          )
            return true;
        }
      } else if (kind === "branch") {
        const yes = r.chance(0.55);
        add({
          step_id: step.id,
          kind,
          title,
          outcome: yes ? "yes" : "no",
          because: yes
            ? "It has happened since this person entered."
            : "It has not happened since this person entered.",
          evidence: [
            { what: conditionInWords(branchOf(step)), seen: yes ? iso(at - 7_000_000) : null, holds: yes },
          ],
        });
        if (yes) {
          converted = at - 7_000_000;
        }
        if (
          visit((yes ? (step as { then?: Step[] }).then : (step as { otherwise?: Step[] }).otherwise) ?? [])
        )
          return true;
      } else return true;
    }
    return false;
  };
  visit(c.definition.steps);
  const step = here as Step | null;
  if (state === "finished" && n % 5 === 3) state = "exited";
  if (state !== "active")
    add({
      step_id: null,
      kind: "ended",
      title: state === "exited" ? "Left early" : "Finished",
      outcome: state,
      because:
        state === "exited"
          ? "app_login happened, which ends this journey at once."
          : "Reached the end of the campaign.",
      evidence: [],
    });
  const standing = step && state === "active";
  const journey: Journey = {
    id: `j${c.id}-${n}`,
    campaign: { id: c.id, name: c.definition.name },
    person: world.ref(person),
    state,
    started_at: iso(started),
    ended_at: state === "active" ? null : iso(at),
    converted_at: converted === null ? null : iso(converted),
    step: standing && step ? { id: step.id, kind: stepKind(step), title: stepTitle(step) } : null,
    arrived_at: standing ? iso(arrived) : null,
    due_at: due === null ? null : iso(due),
    why:
      state === "active" && step
        ? stepKind(step) === "delay"
          ? `Waiting for the delay “${stepTitle(step)}” to be over.`
          : "Waiting until the condition holds, or the time is over."
        : state === "exited"
          ? "Left because app_login happened."
          : "Went through every step.",
    exit_reason: state === "exited" ? "app_login happened" : null,
  };
  return { journey, trace, person };
}

export function journeysOf(world: World, c: FakeCampaign): Made[] {
  return c.weight === 0 ? [] : Array.from({ length: 60 }, (_, n) => makeJourney(world, c, n));
}

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
