import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logIn, nameless, open, type Stage, visit } from "./harness";

const PAGES: [string, string | RegExp][] = [
  ["Home", /^Good/],
  ["Activity", "Activity"],
  ["People", "People"],
  ["Segments", "Segments"],
  ["Campaigns", "Campaigns"],
  ["Journeys", "Journeys"],
  ["Messages", "Messages"],
  ["Recipes", "Recipes"],
  ["Sandbox inbox", "Sandbox inbox"],
  ["Deliveries", "Deliveries"],
  ["Settings", "Settings"],
];

describe("the console with content", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await open("demo");
    await logIn(stage.page);
  });
  afterAll(() => stage.close());

  it.each(PAGES)("shows %s without trouble, everything named", async (name, heading) => {
    const { page } = stage;
    await visit(page, name, heading);
    await page.waitForLoadState("load");
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await nameless(page)).toEqual([]);
  });

  it("changes an attribute of a person", async () => {
    const { page } = stage;
    await visit(page, "People");
    await page.getByRole("table", { name: "People" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "Add an attribute" }).click();
    await page.getByLabel("Name of the attribute").fill("favourite_number");
    await page.getByLabel("Value of the attribute").fill("42");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("dt", { hasText: "favourite_number" }).waitFor();
    expect(await nameless(page)).toEqual([]);
  });

  it("sends a test event and shows it in the timeline", async () => {
    const { page } = stage;
    await page.getByRole("button", { name: "Send test event" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Event", { exact: true }).fill("console_test");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Send event" }).click();
    await page.getByText("console_test", { exact: true }).first().waitFor();
  });

  it("opens a step of the canvas with its message, and closes it with Escape", async () => {
    const { page } = stage;
    await visit(page, "Campaigns");
    await page.getByRole("table", { name: "Campaigns" }).getByRole("link").first().click();
    await page
      .getByLabel(/^Canvas of/)
      .getByText("E-mail", { exact: true })
      .first()
      .click();
    await page.getByRole("region", { name: "Message" }).locator("iframe").waitFor();
    expect(await nameless(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "Message" }).waitFor({ state: "detached" });
  });

  it("changes a campaign as text and says where it is wrong", async () => {
    const { page } = stage;
    await page.getByRole("tab", { name: "Definition" }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const editor = page.getByRole("textbox", { name: /^Definition of/ });
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("\n  - {id: [");
    await page.getByText(/^Line \d+: /).waitFor();
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  it("previews a message while it is being written", async () => {
    const { page } = stage;
    await visit(page, "Messages");
    await page.getByRole("table", { name: "Messages" }).getByRole("link").first().click();
    await page.getByLabel("Subject").fill("A subject of today");
    await page.getByRole("region", { name: "Preview" }).getByText("A subject of today").waitFor();
    expect(await nameless(page)).toEqual([]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The message was saved.").waitFor();
  });

  it("explains a journey with its evidence", async () => {
    const { page } = stage;
    await visit(page, "Journeys");
    await page.getByRole("radiogroup", { name: "State" }).getByText("Finished").click();
    const table = page.getByRole("table", { name: "Journeys" });
    await table.getByText("Under way").first().waitFor({ state: "detached" });
    await table
      .getByRole("row", { name: /Welcome/ })
      .getByRole("link")
      .first()
      .click();
    await page.getByRole("list", { name: "Evidence" }).first().waitFor();
    await page.getByRole("img", { name: /way this journey took/ }).waitFor();
  });

  it("moves through the inbox with the arrow keys", async () => {
    const { page } = stage;
    await visit(page, "Sandbox inbox");
    const inbox = page.getByRole("region", { name: "Messages" }).getByRole("button");
    await inbox.first().click();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => inbox.nth(1).getAttribute("aria-current")).toBe("true");
    await page.getByRole("tab", { name: "Source" }).click();
    await page
      .getByText(/^Subject: /)
      .first()
      .waitFor();
  });

  it("goes anywhere by the palette", async () => {
    const { page } = stage;
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find a person, a page, a campaign…").fill("deliv");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Deliveries" }).waitFor();
  });

  it("keeps the chosen colour scheme", async () => {
    const { page } = stage;
    await page.getByRole("button", { name: /^Your menu/ }).click();
    await page.getByRole("menuitem", { name: "Dark" }).click();
    await page.reload();
    expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
  });

  it("says so when a person does not exist", async () => {
    const { page } = stage;
    await page.goto(`${stage.url}/w/1/people/nobody`);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).not.toMatch(/undefined|Error:|\{/);
  });

  it("never met an error on the way", () => {
    expect(stage.complaints).toEqual([]);
  });
});
