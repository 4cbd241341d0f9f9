/**
 * A real browser on a real or made-up server.
 * `npm run test:real` starts real ones (real.ts); BECKON_FRESH_URL and BECKON_DEMO_URL name servers that run already,
 * one that nobody has set up yet and one with demo content, whose owner is BECKON_EMAIL and BECKON_PASSWORD.
 * Otherwise the built console runs on the fake.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { preview } from "vite";
import { inject } from "vitest";
import { fakePlugin } from "../fake/server";
import type { Servers } from "./real";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const { BECKON_FRESH_URL, BECKON_DEMO_URL, BECKON_EMAIL, BECKON_PASSWORD, BECKON_CHROMIUM } = process.env;
const STARTED = inject("servers") as Servers | undefined;
const GIVEN = STARTED ?? { fresh: BECKON_FRESH_URL, demo: BECKON_DEMO_URL };

const OWNER = {
  email: STARTED?.email ?? BECKON_EMAIL ?? "maya@northwind.example",
  password: STARTED?.password ?? BECKON_PASSWORD ?? "correct horse battery",
};

/** Whether the newcomer meets a real server, which sends what it should. */
export const REAL = GIVEN.fresh !== undefined;

export type Stage = {
  url: string;
  real: boolean;
  page: Page;
  complaints: string[];
  close: () => Promise<void>;
};

async function serve(
  kind: "fresh" | "demo",
): Promise<{ url: string; real: boolean; stop: () => Promise<void> }> {
  const given = GIVEN[kind];
  if (given) return { url: given.replace(/\/$/, ""), real: true, stop: async () => {} };
  if (!existsSync(`${ROOT}/dist/index.html`))
    throw new Error("Expected a built console, but dist/ is empty. Run npm run build first.");
  const server = await preview({
    root: ROOT,
    configFile: false,
    plugins: [fakePlugin(kind)],
    logLevel: "silent",
    preview: { host: "127.0.0.1", port: 0 },
  });
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
  return { url, real: false, stop: () => server.close() };
}

async function launch(): Promise<Browser> {
  const executablePath = BECKON_CHROMIUM ?? BROWSERS.find(existsSync);
  if (!executablePath)
    throw new Error(
      `Expected a Chromium at one of ${BROWSERS.join(", ")}, but found none. Set BECKON_CHROMIUM.`,
    );
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens the console in a new browser. What the browser complains about is kept: errors and refused content. */
export async function open(kind: "fresh" | "demo"): Promise<Stage> {
  const server = await serve(kind);
  const browser = await launch();
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "tr-TR",
    timezoneId: "Asia/Kathmandu",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 40"))
      complaints.push(message.text());
  });
  await page.goto(server.url);
  return {
    url: server.url,
    real: server.real,
    page,
    complaints,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

export async function logIn(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
}

/** Goes to a page by the navigation and waits for its heading. */
export async function visit(page: Page, name: string, heading: string | RegExp = name): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** The buttons, links and fields on the page that no screen reader could name. */
export async function nameless(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (element: Element): boolean => {
      const by = element.getAttribute("aria-labelledby");
      if (by)
        return by.split(" ").some((id) => (document.getElementById(id)?.textContent ?? "").trim() !== "");
      if ((element.getAttribute("aria-label") ?? "").trim() !== "") return true;
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        return element.labels !== null && element.labels.length > 0;
      const inner = element.querySelector("[aria-label], title, img[alt]:not([alt=''])");
      return (element.textContent ?? "").trim() !== "" || inner !== null;
    };
    const found = document.querySelectorAll(
      "button, a[href], input:not([type=hidden]), textarea, [role=button], [role=tab]",
    );
    return [...found]
      .filter(
        (element) => (element as HTMLElement).offsetParent !== null && !element.closest("[aria-hidden=true]"),
      )
      .filter((element) => !named(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}
