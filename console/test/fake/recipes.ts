import type { Recipe } from "../../src/api/types";
import { FOLLOW_UP, INACTIVE, MESSAGES, SEGMENTS, WELCOME } from "./documents";
import type { World } from "./world";

export function recipes(world: World): Recipe[] {
  const installed = (key: string) => {
    const found = world.campaigns.find((c) => c.recipe === key);
    return found ? { id: found.id, name: found.definition.name } : null;
  };
  const messages = (...names: string[]) =>
    MESSAGES.filter((m) => names.includes(m.name)).map(({ name, subject }) => ({ name, subject }));
  return [
    {
      key: "welcome",
      playbook: "P2",
      title: "Welcome",
      goal: "More people take the first action that matters",
      summary:
        "Confirm the account within a minute and point at the single most valuable first action. Two days later, help those who have not taken it and celebrate with those who have.",
      needs: { events: ["signed_up", "integration_connected"], attributes: ["first_name", "email"] },
      definition: WELCOME,
      segments: [],
      messages: messages("Welcome", "Getting started", "First action done", "We are here to help"),
      installed: installed("welcome"),
    },
    {
      key: "decision",
      playbook: "P4",
      title: "Decision since entry",
      goal: "More people use the second feature",
      summary:
        "Ask “have you tried analytics?”. Three days later decide by what has happened since: an advanced tip for those who tried it, a simple guide for those who did not.",
      needs: { events: ["feature_activated"], attributes: ["first_name", "email"] },
      definition: FOLLOW_UP,
      segments: [],
      messages: messages("Have you tried analytics?", "Advanced tip", "Simple guide"),
      installed: installed("decision"),
    },
    {
      key: "inactivity",
      playbook: "P5",
      title: "Inactive trial",
      goal: "Trial users come back",
      summary:
        "When somebody on trial has not logged in for seven days: acknowledge, remind, offer help. A login ends it at once.",
      needs: { events: ["app_login"], attributes: ["plan_type", "first_name", "email"] },
      definition: INACTIVE,
      segments: SEGMENTS.slice(0, 1),
      messages: messages("We miss you", "We are here to help"),
      installed: installed("inactivity"),
    },
  ];
}
