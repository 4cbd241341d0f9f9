/** The definitions that the fake workspace starts with. */
import type { CampaignDocument, MessageDocument, SegmentDocument } from "../../src/definition/campaign";

export const SEGMENTS: SegmentDocument[] = [
  {
    name: "Inactive trial users",
    description: "On trial and not seen for a week",
    when: {
      all: [
        { attribute: "plan_type", is: "trial" },
        { not_performed: "app_login", within: "7d" },
      ],
    },
  },
  {
    name: "Trial",
    description: "Everybody on a trial plan",
    when: { all: [{ attribute: "plan_type", is: "trial" }] },
  },
  {
    name: "Power users",
    description: "Ten logins a month and reporting in use",
    when: {
      all: [
        { performed: "app_login", at_least: 4, within: "30d" },
        {
          any: [
            { performed: "feature_activated", where: [{ property: "feature_name", is: "analytics" }] },
            {
              performed: "feature_activated",
              where: [{ property: "feature_name", is: "reporting_dashboard" }],
            },
          ],
        },
      ],
    },
  },
  {
    name: "Integration missing",
    description: "Signed up at least two days ago, nothing connected",
    when: { all: [{ not_performed: "integration_connected" }, { attribute: "created_via", is_not: "api" }] },
  },
  {
    name: "High-value accounts",
    when: {
      any: [
        { attribute: "plan_type", is: "enterprise" },
        { attribute: "seats", gte: 25 },
      ],
    },
  },
  {
    name: "At risk",
    description: "Paying, quiet, and not a power user",
    when: {
      all: [
        { attribute: "plan_type", is_not: "trial" },
        { not_performed: "app_login", within: "14d" },
        { not: { in_segment: "Power users" } },
      ],
    },
  },
];

const shell = (title: string, body: string, button: string) => `<!doctype html>
<html lang="en">
  <body style="margin:0;background:#f4f1ec;font-family:Helvetica,Arial,sans-serif;color:#2a2622">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 12px">
      <table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%;background:#fff;border-radius:12px;overflow:hidden">
        <tr><td style="background:#1f3d36;padding:22px 36px;color:#f3efe6;font-size:18px;font-weight:bold;letter-spacing:.02em">Northwind</td></tr>
        <tr><td style="padding:36px 36px 12px"><h1 style="margin:0 0 16px;font-size:25px;line-height:1.25">${title}</h1>
          <p style="margin:0 0 16px;font-size:15px;line-height:1.6">Hi {{ customer.first_name }},</p>
          <p style="margin:0 0 24px;font-size:15px;line-height:1.6">${body}</p>
          <a href="https://northwind.example/start" style="display:inline-block;background:#d9622b;color:#fff;text-decoration:none;padding:12px 22px;border-radius:8px;font-size:15px;font-weight:bold">${button}</a>
        </td></tr>
        <tr><td style="padding:24px 36px 32px;font-size:14px;line-height:1.6;color:#6b645a">Questions? Just reply; a person reads it.<br>— Maya from Northwind</td></tr>
      </table>
      <p style="font-size:12px;color:#8b8378;margin:20px 0 0">Northwind, 12 Harbour Street · <a href="{% unsubscribe_url %}" style="color:#8b8378">Unsubscribe</a></p>
    </td></tr></table>
  </body>
</html>`;

const message = (
  name: string,
  subject: string,
  preheader: string,
  title: string,
  body: string,
  button: string,
): MessageDocument => ({
  name,
  channel: "email",
  subject,
  preheader,
  html: shell(title, body, button),
  text: `${title}\n\nHi {{ customer.first_name }},\n\n${body}\n\n${button}: https://northwind.example/start\n\nUnsubscribe: {% unsubscribe_url %}\n`,
});

export const MESSAGES: MessageDocument[] = [
  message(
    "Welcome",
    "Welcome to Northwind, {{ customer.first_name }}",
    "One thing to do first",
    "Good to have you here",
    "The teams that get the most out of Northwind start by connecting the place their data lives. It takes about two minutes.",
    "Connect your first source",
  ),
  message(
    "Getting started",
    "The two-minute start",
    "Three steps, no reading",
    "Shall we start together?",
    "You have not connected a source yet. Here is the shortest way there, in three steps with pictures.",
    "Show me",
  ),
  message(
    "First action done",
    "Nicely done, your first source is live",
    "What comes next",
    "Your first source is live",
    "From now on every change shows up within a second. Most people look at their first dashboard next.",
    "Open your dashboard",
  ),
  message(
    "Have you tried analytics?",
    "Have you tried analytics?",
    "See what changed this week",
    "Questions, answered",
    "You use the reporting dashboard often. Analytics answers the why behind those numbers.",
    "Try analytics",
  ),
  message(
    "Advanced tip",
    "A trick for people who like analytics",
    "Compare two cohorts",
    "Compare two cohorts",
    "Hold shift while you pick a second cohort and the chart shows both, with the difference shaded.",
    "Try it",
  ),
  message(
    "Simple guide",
    "Analytics in five minutes",
    "A short guide",
    "Analytics in five minutes",
    "A short guide with one example from start to end. No set-up needed.",
    "Read the guide",
  ),
  message(
    "We miss you",
    "Everything all right, {{ customer.first_name }}?",
    "Your workspace is waiting",
    "It has been a week",
    "Your trial goes on for another {{ customer.trial_days_left }} days. Your sources keep syncing while you are away.",
    "Pick up where you left off",
  ),
  message(
    "We are here to help",
    "Can we help you with something?",
    "Fifteen minutes with a person",
    "Fifteen minutes with a person",
    "If something is in the way, tell us. We will look at it together.",
    "Book a call",
  ),
];

export const WELCOME: CampaignDocument = {
  name: "Welcome",
  description: "Confirm, point at the one action that matters, help those who have not taken it.",
  trigger: { event: "signed_up" },
  frequency: "once",
  goal: { performed: "integration_connected", within: "14d", after: "sent" },
  steps: [
    { id: "welcome", send: { channel: "email", message: "Welcome" } },
    {
      id: "first_action",
      wait_until: { performed: "integration_connected", since: "entry" },
      at_most: "2d",
      then: [{ id: "celebrate", send: { channel: "email", message: "First action done" } }],
      otherwise: [
        { id: "guide", send: { channel: "email", message: "Getting started" } },
        { id: "pause", delay: "3d" },
        {
          id: "still_missing",
          branch: { performed: "integration_connected", since: "entry" },
          then: [{ id: "late_celebrate", send: { channel: "email", message: "First action done" } }],
          otherwise: [{ id: "help", send: { channel: "email", message: "We are here to help" } }],
        },
      ],
    },
  ],
};

export const FOLLOW_UP: CampaignDocument = {
  name: "Analytics follow-up",
  description: "Ask whether analytics has been tried; three days later decide by what happened since.",
  trigger: { event: "feature_activated", where: [{ property: "feature_name", is: "reporting_dashboard" }] },
  frequency: { once_per: "30d" },
  goal: {
    performed: "feature_activated",
    where: [{ property: "feature_name", is: "analytics" }],
    within: "14d",
    after: "opened",
  },
  steps: [
    { id: "ask", send: { channel: "email", message: "Have you tried analytics?" } },
    { id: "pause", delay: "3d" },
    {
      id: "tried",
      branch: {
        performed: "feature_activated",
        where: [{ property: "feature_name", is: "analytics" }],
        since: "entry",
      },
      then: [{ id: "advanced", send: { channel: "email", message: "Advanced tip" } }],
      otherwise: [{ id: "simple", send: { channel: "email", message: "Simple guide" } }],
    },
  ],
};

export const INACTIVE: CampaignDocument = {
  name: "Inactive trial",
  description: "Acknowledge, remind, offer help. A login ends it at once.",
  trigger: { segment: "Inactive trial users", start_with: "current_and_new" },
  frequency: { once_per: "30d" },
  exit: { when: { performed: "app_login", since: "entry" }, on_leaving_trigger: true, at: "once" },
  goal: { performed: "app_login", within: "7d", after: "sent" },
  steps: [
    { id: "miss_you", send: { channel: "email", message: "We miss you" } },
    { id: "pause", delay: "6d" },
    { id: "help", send: { channel: "email", message: "We are here to help" } },
  ],
};

export const EXPIRY: CampaignDocument = {
  name: "Trial ends soon",
  description: "At 80 % of the trial, name what is still missing.",
  trigger: { segment: "Trial", start_with: "new_only" },
  filter: { attribute: "trial_days_left", lte: 3 },
  frequency: "once",
  exit: { when: { attribute: "plan_type", is_not: "trial" }, at: "next_action" },
  goal: { leave_segment: "Trial", within: "14d", after: "clicked" },
  steps: [
    {
      id: "power",
      branch: { in_segment: "Power users" },
      then: [{ id: "short", send: { channel: "email", message: "Advanced tip" } }],
      otherwise: [
        { id: "missing", send: { channel: "email", message: "Getting started" } },
        { id: "day", delay: "1d" },
        { id: "help", send: { channel: "email", message: "We are here to help" } },
      ],
    },
    { id: "last", delay: "2d" },
    { id: "ends", exit: true },
  ],
};
