import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { queryString } from "../../src/api/client";
import { fromYaml, toYaml } from "../../src/definition/yaml";
import { readValue, writeValue } from "../../src/pages/person/attribute";
import { smtpRequest } from "../../src/pages/settings/SmtpFields";
import { gist } from "../../src/ui/gist";
import { parts } from "../../src/ui/liquid";
import { SNIPPET_LANGUAGES, snippet } from "../../src/ui/snippets";
import { FOLLOW_UP, INACTIVE, SEGMENTS, WELCOME } from "../fake/documents";

describe("definitions as files", () => {
  it.each([WELCOME, FOLLOW_UP, INACTIVE, ...SEGMENTS])("$name reads back as it was", (definition) => {
    expect(parse(toYaml(definition))).toEqual(definition);
  });

  it("keep what is short on one line", () => {
    expect(toYaml(INACTIVE)).toContain("{id: pause, delay: 6d}");
    expect(toYaml(INACTIVE)).toContain("{id: help, send: {channel: email, message: We are here to help}}");
  });
});

describe("definitions typed by hand", () => {
  it("say in which line they are wrong", () => {
    expect(fromYaml("name: Welcome\nsteps: [").trouble).toMatch(/^Line \d: /);
    expect(fromYaml("just words").trouble).toMatch(/^Expected a document/);
    expect(fromYaml(toYaml(WELCOME))).toEqual({ definition: WELCOME, trouble: null });
  });
});

describe("attributes typed by hand", () => {
  it("keep the type they had", () => {
    expect(readValue("42", "forty")).toBe("42");
    expect(readValue("42", 41)).toBe(42);
    expect(readValue("false", true)).toBe(false);
    expect(readValue('{"a": 1}', {})).toEqual({ a: 1 });
  });

  it("take the type they look like when they are new", () => {
    expect(readValue("42", "")).toBe(42);
    expect(readValue("trial", "")).toBe("trial");
    expect(readValue("[broken", "")).toBe("[broken");
  });

  it("are written so that they can be read", () => {
    for (const value of [42, true, { a: [1, 2] }, ["x"]])
      expect(readValue(writeValue(value), value)).toEqual(value);
  });
});

describe("snippets", () => {
  const keys = { site_id: "site", api_key: "secret", write_key: "wk", app_api_key: "app" };

  it.each(SNIPPET_LANGUAGES)("in $label carry the address and the key", ({ value, kind }) => {
    const text = snippet(value, "http://127.0.0.1:8080", keys);
    expect(text).toContain("127.0.0.1:8080");
    expect(text).toContain(kind === "track" ? "secret" : "wk");
    expect(text).toContain("signed_up");
  });

  it("show where a key belongs while there is none", () => {
    expect(snippet("curl", "http://127.0.0.1:8080", {})).toContain("YOUR_SITE_ID:YOUR_API_KEY");
  });
});

describe("the SMTP form", () => {
  const form = { host: "h", port: 25, starttls: "never" as const, username: "u", password: "" };

  it("keeps a stored password that was not typed again", () => {
    expect(smtpRequest(form, true)).not.toHaveProperty("password");
    expect(smtpRequest({ ...form, password: "new" }, true).password).toBe("new");
  });

  it("has no password without a user name", () => {
    expect(smtpRequest({ ...form, username: "" }, true)).toMatchObject({ username: null, password: null });
  });
});

describe("query strings", () => {
  it("leave out what is empty and repeat lists", () => {
    expect(queryString({ q: "", type: ["a", "b"], cursor: null, limit: 5 })).toBe("?type=a&type=b&limit=5");
    expect(queryString({})).toBe("");
  });
});

describe("the gist of an activity", () => {
  it("leaves out what the line says already, and shows changes as such", () => {
    const sent = { subject: "Hi", to: "a@b.c", reply: "250 ok" };
    expect(gist({ type: "message_sent", data: sent }, ["to"])).toBe("reply: 250 ok");
    expect(gist({ type: "event", data: { subject: "Maths" } })).toBe("subject: Maths");
    const plan = { plan: { from: "trial", to: "pro" }, name: { from: null, to: "Ada" } };
    expect(gist({ type: "person_updated", data: plan })).toBe("plan: trial → pro   name: Ada");
  });
});

describe("a subject line", () => {
  it("names what is filled in and leaves logic out", () => {
    expect(parts("Hi{% if customer.name %}, {{ customer.name | escape }}{% endif %}!")).toEqual([
      { text: "Hi, ", value: false },
      { text: "name", value: true },
      { text: "!", value: false },
    ]);
    expect(parts("{{- event.total -}} €")[0]).toEqual({ text: "total", value: true });
    expect(parts("{% if a %}Yes{% else %}No{% endif %}.")).toEqual([{ text: "Yes.", value: false }]);
    expect(parts("")).toEqual([]);
  });
});
