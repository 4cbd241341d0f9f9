import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { sessionQuery, setupQuery } from "./api/session";
import { workspaceQuery } from "./api/workspace";
import { Lost } from "./shell/Lost";
import { PageTrouble } from "./shell/PageTrouble";
import { Shell } from "./shell/Shell";

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: Lost,
  errorComponent: PageTrouble,
});

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const number = (value: unknown): string | undefined =>
  typeof value === "number" || typeof value === "string" ? String(value) : undefined;

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) {
      const setup = await context.client.ensureQueryData(setupQuery);
      throw redirect({ to: setup.needed ? "/setup" : "/login" });
    }
    throw redirect({ to: "/w/$ws/home", params: { ws: String(session.workspaces[0]?.id ?? 1) } });
  },
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context }) => {
    if (!(await context.client.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/" });
  },
  component: lazyRouteComponent(() => import("./pages/setup/SetupPage"), "SetupPage"),
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search: Record<string, unknown>): { to?: string } => ({ to: text(search.to) }),
  component: lazyRouteComponent(() => import("./pages/login/LoginPage"), "LoginPage"),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$ws",
  beforeLoad: async ({ context, params, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) {
      const state = await context.client.ensureQueryData(setupQuery);
      throw state.needed
        ? redirect({ to: "/setup" })
        : redirect({ to: "/login", search: { to: location.href } });
    }
    await context.client.ensureQueryData(workspaceQuery(Number(params.ws)));
  },
  component: Shell,
});

const workspaceIndex = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/w/$ws/home", params });
  },
});

const home = createRoute({
  getParentRoute: () => workspace,
  path: "home",
  component: lazyRouteComponent(() => import("./pages/home/HomePage"), "HomePage"),
});

const activity = createRoute({
  getParentRoute: () => workspace,
  path: "activity",
  validateSearch: (
    search: Record<string, unknown>,
  ): { type?: string; name?: string; person?: string; failed?: boolean } => ({
    type: text(search.type),
    name: text(search.name),
    person: text(search.person),
    failed: search.failed === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import("./pages/activity/ActivityPage"), "ActivityPage"),
});

const people = createRoute({
  getParentRoute: () => workspace,
  path: "people",
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: number(search.q) }),
  component: lazyRouteComponent(() => import("./pages/people/PeoplePage"), "PeoplePage"),
});

const PERSON_TABS = ["timeline", "journeys", "deliveries"] as const;
export type PersonTab = (typeof PERSON_TABS)[number];

const person = createRoute({
  getParentRoute: () => workspace,
  path: "people/$person",
  validateSearch: (search: Record<string, unknown>): { tab?: PersonTab } => ({
    tab: PERSON_TABS.find((tab) => tab === search.tab),
  }),
  component: lazyRouteComponent(() => import("./pages/person/PersonPage"), "PersonPage"),
});

const segments = createRoute({
  getParentRoute: () => workspace,
  path: "segments",
  component: lazyRouteComponent(() => import("./pages/segments/SegmentsPage"), "SegmentsPage"),
});

const newSegment = createRoute({
  getParentRoute: () => workspace,
  path: "segments/new",
  component: lazyRouteComponent(() => import("./pages/segment/NewSegmentPage"), "NewSegmentPage"),
});

const SEGMENT_TABS = ["conditions", "members"] as const;
export type SegmentTab = (typeof SEGMENT_TABS)[number];

const segment = createRoute({
  getParentRoute: () => workspace,
  path: "segments/$segment",
  validateSearch: (search: Record<string, unknown>): { tab?: SegmentTab } => ({
    tab: SEGMENT_TABS.find((tab) => tab === search.tab),
  }),
  component: lazyRouteComponent(() => import("./pages/segment/SegmentPage"), "SegmentPage"),
});

const campaigns = createRoute({
  getParentRoute: () => workspace,
  path: "campaigns",
  component: lazyRouteComponent(() => import("./pages/campaigns/CampaignsPage"), "CampaignsPage"),
});

const recipes = createRoute({
  getParentRoute: () => workspace,
  path: "recipes",
  validateSearch: (search: Record<string, unknown>): { recipe?: string } => ({ recipe: text(search.recipe) }),
  component: lazyRouteComponent(() => import("./pages/recipes/RecipesPage"), "RecipesPage"),
});

const CAMPAIGN_TABS = ["canvas", "results", "journeys", "definition"] as const;
export type CampaignTab = (typeof CAMPAIGN_TABS)[number];

const campaign = createRoute({
  getParentRoute: () => workspace,
  path: "campaigns/$campaign",
  validateSearch: (search: Record<string, unknown>): { tab?: CampaignTab; step?: string } => ({
    tab: CAMPAIGN_TABS.find((tab) => tab === search.tab),
    step: number(search.step),
  }),
  component: lazyRouteComponent(() => import("./pages/campaign/CampaignPage"), "CampaignPage"),
});

const journeys = createRoute({
  getParentRoute: () => workspace,
  path: "journeys",
  validateSearch: (search: Record<string, unknown>): { q?: string; state?: string; campaign?: string } => ({
    q: number(search.q),
    state: text(search.state),
    campaign: number(search.campaign),
  }),
  component: lazyRouteComponent(() => import("./pages/journeys/JourneysPage"), "JourneysPage"),
});

const journey = createRoute({
  getParentRoute: () => workspace,
  path: "journeys/$journey",
  component: lazyRouteComponent(() => import("./pages/journey/JourneyPage"), "JourneyPage"),
});

const messages = createRoute({
  getParentRoute: () => workspace,
  path: "messages",
  component: lazyRouteComponent(() => import("./pages/messages/MessagesPage"), "MessagesPage"),
});

const message = createRoute({
  getParentRoute: () => workspace,
  path: "messages/$message",
  component: lazyRouteComponent(() => import("./pages/message/MessagePage"), "MessagePage"),
});

const sandbox = createRoute({
  getParentRoute: () => workspace,
  path: "sandbox",
  validateSearch: (search: Record<string, unknown>): { message?: string } => ({
    message: text(search.message),
  }),
  component: lazyRouteComponent(() => import("./pages/sandbox/SandboxPage"), "SandboxPage"),
});

const deliveries = createRoute({
  getParentRoute: () => workspace,
  path: "deliveries",
  validateSearch: (search: Record<string, unknown>): { q?: string; state?: string; delivery?: string } => ({
    q: number(search.q),
    state: text(search.state),
    delivery: text(search.delivery),
  }),
  component: lazyRouteComponent(() => import("./pages/deliveries/DeliveriesPage"), "DeliveriesPage"),
});

export const SETTINGS_SECTIONS = ["workspace", "sender", "keys", "members", "code", "account"] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

const settings = createRoute({
  getParentRoute: () => workspace,
  path: "settings",
  validateSearch: (search: Record<string, unknown>): { section?: SettingsSection } => ({
    section: SETTINGS_SECTIONS.find((section) => section === search.section),
  }),
  component: lazyRouteComponent(() => import("./pages/settings/SettingsPage"), "SettingsPage"),
});

const tree = root.addChildren([
  index,
  setup,
  login,
  workspace.addChildren([
    workspaceIndex,
    home,
    activity,
    people,
    person,
    segments,
    newSegment,
    segment,
    campaigns,
    recipes,
    campaign,
    journeys,
    journey,
    messages,
    message,
    sandbox,
    deliveries,
    settings,
  ]),
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageTrouble,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
