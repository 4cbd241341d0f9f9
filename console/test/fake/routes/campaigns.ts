import type { CampaignDocument } from "../../../src/definition/campaign";
import { allJourneys, campaign, wholeCampaign } from "../campaign-views";
import { missing, page, type Route } from "../http";
import { journeysOf } from "../journeys";
import { campaignNumbers, campaignRow } from "../numbers";
import { recipes } from "../recipes";

export const CAMPAIGNS: Route[] = [
  ["GET", /^\/w\/campaigns$/, ({ world }) => ({ items: world.campaigns.map((c) => campaignRow(world, c)) })],
  ["GET", /^\/w\/campaigns\/(\d+)$/, ({ world, params }) => wholeCampaign(world, params[0] ?? "")],
  [
    "PUT",
    /^\/w\/campaigns\/(\d+)$/,
    ({ world, params, body }) => {
      const c = campaign(world, params[0] ?? "");
      Object.assign(c, {
        definition: (body as { definition: CampaignDocument }).definition,
        version: c.version + 1,
      });
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "DELETE",
    /^\/w\/campaigns\/(\d+)$/,
    ({ world, params }) => {
      world.campaigns = world.campaigns.filter((c) => c.id !== Number(params[0]));
    },
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/start$/,
    ({ world, params }) => ({
      people_now: "segment" in campaign(world, params[0] ?? "").definition.trigger ? 4280 : 0,
      problems: wholeCampaign(world, params[0] ?? "").problems,
    }),
  ],
  [
    "POST",
    /^\/w\/campaigns\/(\d+)\/start$/,
    ({ world, params }) => {
      Object.assign(campaign(world, params[0] ?? ""), { state: "running", started: world.now() });
      world.touched.campaign = true;
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "POST",
    /^\/w\/campaigns\/(\d+)\/stop$/,
    ({ world, params }) => {
      Object.assign(campaign(world, params[0] ?? ""), { state: "stopped", stopped: world.now() });
      return wholeCampaign(world, params[0] ?? "");
    },
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/numbers$/,
    ({ world, params, query }) =>
      campaignNumbers(world, campaign(world, params[0] ?? ""), Number(query.get("days") ?? 30)),
  ],
  [
    "GET",
    /^\/w\/campaigns\/(\d+)\/journeys$/,
    ({ world, params, query }) =>
      page(
        allJourneys(world).filter(
          (j) =>
            j.campaign.id === Number(params[0]) &&
            (!query.get("step") || j.step?.id === query.get("step")) &&
            (!query.get("state") || j.state === query.get("state")),
        ),
        query,
      ),
  ],
  [
    "GET",
    /^\/w\/journeys$/,
    ({ world, query }) => {
      const q = (query.get("q") ?? "").toLowerCase();
      return page(
        allJourneys(world).filter(
          (j) =>
            (!query.get("campaign") || j.campaign.id === Number(query.get("campaign"))) &&
            (!query.get("state") || j.state === query.get("state")) &&
            `${j.person.name} ${j.person.email} ${j.person.id}`.toLowerCase().includes(q),
        ),
        query,
      );
    },
  ],
  [
    "GET",
    /^\/w\/journeys\/([^/]+)$/,
    ({ world, params }) => {
      const [c, n] = (params[0] ?? "").slice(1).split("-");
      const made = journeysOf(world, campaign(world, c ?? ""))[Number(n)];
      if (!made) throw missing("journey");
      return { ...made.journey, trace: made.trace };
    },
  ],
  ["GET", /^\/w\/recipes$/, ({ world }) => ({ items: recipes(world) })],
  [
    "POST",
    /^\/w\/recipes\/([^/]+)\/install$/,
    ({ world, params }) => {
      const recipe = recipes(world).find((r) => r.key === params[0]);
      if (!recipe) throw missing("recipe");
      const id = world.campaigns.length + 1;
      world.campaigns.push({
        id,
        version: 1,
        state: "draft",
        created: world.now(),
        started: null,
        stopped: null,
        updated: world.now(),
        recipe: recipe.key,
        weight: 0,
        definition: structuredClone(recipe.definition),
      });
      return { campaign: { id, name: recipe.definition.name }, segments: [], messages: [] };
    },
  ],
];
