import {
  type Icon,
  IconActivity,
  IconArrowsSplit2,
  IconChefHat,
  IconHome2,
  IconInbox,
  IconMail,
  IconRoute,
  IconSend2,
  IconSettings2,
  IconStack2,
  IconUsers,
} from "@tabler/icons-react";

export type Place = { to: PlacePath; label: string; icon: Icon; words: string };
export type PlacePath =
  | "/w/$ws/home"
  | "/w/$ws/activity"
  | "/w/$ws/people"
  | "/w/$ws/segments"
  | "/w/$ws/campaigns"
  | "/w/$ws/journeys"
  | "/w/$ws/messages"
  | "/w/$ws/recipes"
  | "/w/$ws/sandbox"
  | "/w/$ws/deliveries"
  | "/w/$ws/settings";

/** Where one can go, in the order of the navigation. */
export const PLACES: readonly { title: string | null; places: readonly Place[] }[] = [
  {
    title: null,
    places: [
      { to: "/w/$ws/home", label: "Home", icon: IconHome2, words: "dashboard numbers start" },
      { to: "/w/$ws/activity", label: "Activity", icon: IconActivity, words: "live log events debug" },
    ],
  },
  {
    title: "Audience",
    places: [
      { to: "/w/$ws/people", label: "People", icon: IconUsers, words: "customers profiles find" },
      { to: "/w/$ws/segments", label: "Segments", icon: IconStack2, words: "audience conditions filter" },
    ],
  },
  {
    title: "Messaging",
    places: [
      { to: "/w/$ws/campaigns", label: "Campaigns", icon: IconArrowsSplit2, words: "automation canvas" },
      { to: "/w/$ws/journeys", label: "Journeys", icon: IconRoute, words: "trace why where" },
      { to: "/w/$ws/messages", label: "Messages", icon: IconMail, words: "content e-mail template html" },
      { to: "/w/$ws/recipes", label: "Recipes", icon: IconChefHat, words: "playbooks templates install" },
    ],
  },
  {
    title: "Delivery",
    places: [
      { to: "/w/$ws/sandbox", label: "Sandbox inbox", icon: IconInbox, words: "messages mail preview" },
      { to: "/w/$ws/deliveries", label: "Deliveries", icon: IconSend2, words: "sent bounced failed" },
    ],
  },
];

export const SETTINGS: Place = {
  to: "/w/$ws/settings",
  label: "Settings",
  icon: IconSettings2,
  words: "keys members sender workspace",
};
