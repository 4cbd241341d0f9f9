/** Made-up people with a believable past. */
import type { Json } from "../../src/api/types";
import type { Random } from "./random";
import { DAY, type FakePerson } from "./world";

const FIRST =
  "Amara Ben Chloé Dmitri Elif Farah Gustav Hana Iris Jonas Kenji Leila Mateo Nadia Oskar Priya Quentin Rosa Samir Tove Umar Vera Wim Ximena Yara Zoltán Aiko Bruno Carmen Daan Esra Felix Greta Hugo Inés Jasper Katja Liam Mina Noor".split(
    " ",
  );
const LAST =
  "Okafor Lindqvist Moreau Petrov Yılmaz Haddad Berg Sato Novak Weber Tanaka Rahimi García Ibrahim Nilsson Sharma Dubois Rossi Khan Larsen Malik Horváth Jansen Torres Aziz Kovács Mori Costa Ruiz Visser Demir Braun Fischer Silva Vega Smit Popova Walsh Park Said".split(
    " ",
  );
const COMPANIES =
  "Brightlane,Fern & Co,Halcyon Labs,Kestrel,Lumen Foods,Mapleworks,Orbit Health,Pinecrest,Quill,Sable Logistics,Tidewater,Umbra Studio".split(
    ",",
  );
export const FEATURES = ["reporting_dashboard", "analytics", "exports", "alerts"];
export const PAGES = [
  "https://northwind.example/pricing",
  "https://northwind.example/docs/sources",
  "https://northwind.example/integrations",
];

export function makePerson(i: number, now: number, r: Random): FakePerson {
  const first = FIRST[(i * 7) % FIRST.length] as string;
  const last = LAST[(i * 13 + Math.floor(i / 40)) % LAST.length] as string;
  const company = r.pick(COMPANIES);
  const plan = r.pick(["trial", "trial", "starter", "team", "team", "enterprise"]);
  const created = now - r.int(1, 400) * DAY - r.int(0, DAY);
  const host = company.toLowerCase().replace(/[^a-z]+/g, "");
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/[^a-zA-Z]/g, "")
      .toLowerCase();
  const attributes: Record<string, Json> = {
    first_name: first,
    last_name: last,
    company,
    plan_type: plan,
    seats: plan === "enterprise" ? r.int(20, 180) : plan === "team" ? r.int(3, 30) : 1,
    country: r.pick(["SE", "DE", "FR", "TR", "NL", "JP", "US", "BR"]),
    created_via: r.pick(["web", "web", "invite", "api"]),
    created_at: Math.floor(created / 1000),
  };
  if (plan === "trial") attributes.trial_days_left = r.int(0, 14);
  if (r.chance(0.3))
    attributes.billing = {
      currency: r.pick(["EUR", "USD"]),
      mrr: r.int(20, 900),
      invoices: ["2026-01", "2026-02"],
    };
  const events: FakePerson["events"] = [
    { name: "signed_up", at: created, data: { plan, referrer: r.pick(["search", "friend", "newsletter"]) } },
  ];
  const active = r.next();
  for (let n = 0; n < r.int(0, Math.round(active * 16)); n++) {
    const at = now - Math.floor(r.next() ** 2 * Math.min(60 * DAY, now - created));
    const kind = r.next();
    if (kind < 0.6)
      events.push({ name: "app_login", at, data: { device: r.pick(["web", "ios", "android"]) } });
    else if (kind < 0.75)
      events.push({ name: "feature_activated", at, data: { feature_name: r.pick(FEATURES) } });
    else if (kind < 0.82)
      events.push({
        name: "integration_connected",
        at,
        data: { integration: r.pick(["postgres", "slack", "hubspot"]) },
      });
    else if (kind < 0.9)
      events.push({
        name: "report_shared",
        at,
        data: { recipients: r.int(1, 6), report: { id: r.int(100, 999), title: "Weekly numbers" } },
      });
    else events.push({ name: r.pick(PAGES), at, data: { referrer: "https://www.example.com" } });
  }
  events.sort((a, b) => b.at - a.at);
  const hex = (i * 2654435761 + 97).toString(16).padStart(8, "0").slice(-8);
  return {
    cio_id: `c${String(i % 32).padStart(2, "0")}${hex}`,
    id: r.chance(0.94) ? String(4000 + i) : null,
    email: `${plain(first)}.${plain(last)}@${host}.example`,
    created,
    attributes,
    updated: Object.fromEntries(
      Object.keys(attributes).map((name) => [name, created + Math.floor(r.next() * (now - created))]),
    ),
    events,
  };
}
