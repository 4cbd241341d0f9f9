import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open, REAL, type Stage, visit } from "./harness";

const NEWCOMER = { name: "Ada Byron", email: "ada@acme.test", password: "correct horse battery" };

/** One newcomer, from an empty server to a running campaign; each test goes on where the one before ended. */
describe("a newcomer", () => {
  let stage: Stage;
  let auth = "";

  beforeAll(async () => {
    stage = await open("fresh");
  });
  afterAll(() => stage.close());

  const track = (path: string, method: string, body: object) =>
    fetch(`${stage.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Basic ${Buffer.from(auth).toString("base64")}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(body),
    });

  it("sets up the workspace", async () => {
    const { page } = stage;
    await page.getByRole("heading", { name: "Set up Beckon" }).waitFor();
    await page.getByLabel("Your name").fill(NEWCOMER.name);
    await page.getByLabel("E-mail").fill(NEWCOMER.email);
    await page.getByLabel("Password", { exact: true }).fill("short");
    expect(await page.getByText("5 more to go").isVisible()).toBe(true);
    await page.getByLabel("Password", { exact: true }).fill(NEWCOMER.password);
    await page.getByLabel("Workspace").fill("Acme");
    await page.getByRole("radio", { name: /Empty/ }).click();
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.getByRole("heading", { level: 1, name: /Good .*, Ada/ }).waitFor();
  });

  it("finds a snippet with a real key, and the list ticks itself when the event arrives", async () => {
    const { page } = stage;
    const code = await page.getByRole("textbox", { name: "Code for the first event" }).textContent();
    auth = /-u (\S+) -H/.exec(code ?? "")?.[1] ?? "";
    expect(auth).toMatch(/^\S+:\S+$/);
    expect(auth).not.toContain("YOUR_");
    await track("/customers/1", "PUT", { email: "grace@example.com", first_name: "Grace", plan: "trial" });
    const answer = await track("/customers/1/events", "POST", { name: "signed_up", data: { plan: "trial" } });
    expect(answer.status).toBe(200);
    await page.getByRole("button", { name: "Send your first event (done)" }).waitFor();
  });

  it("sees the person and the event", async () => {
    const { page } = stage;
    await visit(page, "Activity");
    await page.getByRole("button", { name: "signed_up" }).first().waitFor();
    await visit(page, "People");
    await page.getByRole("table", { name: "People" }).getByRole("link").first().click();
    await page.getByRole("tab", { name: "Timeline" }).waitFor();
    await page.getByText("signed_up").first().waitFor();
  });

  it("sees new activity live", async () => {
    const { page } = stage;
    await visit(page, "Activity");
    await page.getByText("Live", { exact: true }).first().waitFor();
    await track("/customers/1/events", "POST", { name: "app_login" });
    await page.getByRole("button", { name: "app_login" }).first().waitFor();
  });

  it("installs a recipe and starts it after a review", async () => {
    const { page } = stage;
    await visit(page, "Recipes");
    await page.getByRole("button", { name: /^Welcome/ }).click();
    await page.getByRole("button", { name: "Install as a draft" }).click();
    await page.getByText("Draft", { exact: true }).first().waitFor();
    await page
      .getByLabel(/^Canvas of/)
      .getByText("signed_up")
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Review and start" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("signed_up happens").waitFor();
    await dialog.getByRole("button", { name: "Start campaign" }).click();
    await page.getByText("Running", { exact: true }).first().waitFor();
  });

  // The fake sends nothing.
  if (REAL)
    it("sees the welcome message arrive", async () => {
      const { page } = stage;
      await track("/customers/2", "PUT", { email: "joan@example.com", first_name: "Joan" });
      await track("/customers/2/events", "POST", { name: "signed_up" });
      await visit(page, "Sandbox inbox");
      await page.getByRole("button", { name: /joan@example.com/ }).click();
      await page.getByRole("link", { name: "Why it was sent" }).click();
      await page.getByText("What happened, and why").waitFor();
    });

  it("builds a segment and sees who belongs to it before saving", async () => {
    const { page } = stage;
    await visit(page, "Segments");
    await page.getByRole("link", { name: "New segment" }).first().click();
    await page.getByLabel("Name", { exact: true }).fill("First people");
    await page.getByRole("button", { name: "Add condition" }).click();
    await page.getByRole("menuitem", { name: /Event happened/ }).click();
    await page
      .getByRole("combobox", { name: "Event" })
      .or(page.getByLabel("Event", { exact: true }))
      .first()
      .fill("signed_up");
    await page.keyboard.press("Escape");
    await page.getByText("People who have performed signed_up.").waitFor();
    await page.getByText(/of .* people/).waitFor();
    await page.getByRole("button", { name: "Save segment" }).click();
    await page.getByRole("heading", { level: 1, name: "First people" }).waitFor();
  });

  it("logs out and in again", async () => {
    const { page } = stage;
    await page.getByRole("button", { name: /^Your menu/ }).click();
    await page.getByRole("menuitem", { name: "Log out" }).click();
    await page.getByRole("heading", { name: "Welcome back" }).waitFor();
    await page.getByLabel("E-mail").fill(NEWCOMER.email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("alert").first().waitFor();
    await page.getByLabel("Password", { exact: true }).fill(NEWCOMER.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("heading", { level: 1, name: /Good/ }).waitFor();
  });

  it("never met an error on the way", () => {
    expect(stage.complaints).toEqual([]);
  });
});
