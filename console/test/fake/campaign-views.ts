/** Campaigns, journeys and deliveries as the contract shows them. */
/** The routes of the contract, answered from the in-memory world. */
import type { Campaign, Delivery } from "../../src/api/types";
import { makeDelivery } from "./deliveries";
import { missing } from "./http";
import { journeysOf } from "./journeys";
import { campaignRow } from "./numbers";
import { iso, type World } from "./world";

const DELIVERIES = 140;

export function campaign(world: World, id: string) {
  const found = world.campaigns.find((c) => c.id === Number(id));
  if (!found) throw missing("campaign");
  return found;
}

export function wholeCampaign(world: World, id: string): Campaign {
  const c = campaign(world, id);
  const problems: Campaign["problems"] =
    c.state === "draft" && c.definition.name === "Trial ends soon"
      ? [
          {
            pointer: "/steps/0/otherwise/0",
            step_id: "missing",
            severity: "warning",
            detail: "The message uses customer.trial_days_left, which 72 % of the people do not have.",
          },
        ]
      : [];
  return {
    ...campaignRow(world, c),
    definition: c.definition,
    created_at: iso(c.created),
    stopped_at: c.stopped === null ? null : iso(c.stopped),
    problems,
    recipe: c.recipe,
  };
}

export const allJourneys = (world: World) =>
  world.campaigns
    .flatMap((c) => journeysOf(world, c).map((m) => m.journey))
    .sort((a, b) => b.started_at.localeCompare(a.started_at));
export const deliveries = (world: World): Delivery[] =>
  world.campaigns.some((c) => c.weight > 0)
    ? Array.from({ length: DELIVERIES }, (_, n) => makeDelivery(world, n))
    : [];
