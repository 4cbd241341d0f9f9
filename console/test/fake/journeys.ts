/** Made-up journeys through the campaigns, with their traces. */
import type { DeliveryState, Journey, TraceEntry } from "../../src/api/types";
import { type Step, stepKind } from "../../src/definition/campaign";
import { conditionInWords, stepTitle } from "../../src/definition/summary";
import { seeded } from "./random";
import { DAY, type FakeCampaign, type FakePerson, iso, type World } from "./world";

const waitOf = (step: Step) => ("wait_until" in step ? step.wait_until : { all: [] });
const branchOf = (step: Step) => ("branch" in step ? step.branch : { all: [] });

export type Made = { journey: Journey; trace: TraceEntry[]; person: FakePerson };

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
