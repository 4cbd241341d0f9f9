/** Made-up results of campaigns, the same for every run. */
import type { CampaignNumbers, CampaignRow, DayPoint, Numbers, StepNumbers } from "../../src/api/types";
import { allSteps, type Step, stepKind } from "../../src/definition/campaign";
import { seeded } from "./random";
import { DAY, type FakeCampaign, iso, type World } from "./world";

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
