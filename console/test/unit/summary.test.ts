import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/definition/condition";
import {
  conditionInWords,
  exitInWords,
  frequencyInWords,
  goalInWords,
  segmentInWords,
  stepTitle,
  triggerInWords,
} from "../../src/definition/summary";

describe("a segment in words", () => {
  it("speaks of people", () => {
    const when: Condition = {
      all: [
        { attribute: "plan_type", is: "trial" },
        { not_performed: "app_login", within: "7d" },
      ],
    };
    expect(segmentInWords(when)).toBe(
      "People whose plan_type is “trial” and who have not performed app_login in the last 7 days.",
    );
  });

  it("puts nested groups in brackets", () => {
    const when: Condition = {
      all: [
        { performed: "app_login", at_least: 4, within: "30d" },
        { any: [{ attribute: "seats", gte: 25 }, { in_segment: "Partners" }] },
      ],
    };
    expect(segmentInWords(when)).toBe(
      "People who have performed app_login at least 4 times in the last 30 days and (whose seats is at least 25 or who are in Partners).",
    );
  });

  it("says what is missing while it is empty", () => {
    expect(segmentInWords({ all: [] })).toBe("Add a condition to say who belongs here.");
  });

  it("leaves out the brackets of a group with one condition", () => {
    expect(segmentInWords({ all: [{ any: [{ attribute: "country", is: "SE" }] }] })).toBe(
      "People whose country is “SE”.",
    );
  });
});

describe("a condition in words", () => {
  const cases: [Condition, string][] = [
    [{ attribute: "email", exists: true }, "email is set"],
    [{ attribute: "email", exists: false }, "email is not set"],
    [{ attribute: "age", lt: 18 }, "age is less than 18"],
    [{ attribute: "vip", is: true }, "vip is true"],
    [{ performed: "paid" }, "has performed paid"],
    [{ performed: "paid", at_least: 2 }, "has performed paid at least twice"],
    [{ not_performed: "paid" }, "has never performed paid"],
    [{ not_performed: "paid", since: "step" }, "has not performed paid since this step"],
    [
      { performed: { page: "https://a.example" }, within: "1d" },
      "has performed page https://a.example in the last 1 day",
    ],
    [
      { performed: "used", where: [{ property: "name", is: "analytics" }], since: "entry" },
      "has performed used where name is “analytics” since entry",
    ],
    [{ not: { in_segment: "Staff" } }, "is not in Staff"],
    [{ not: { attribute: "a", is: 1 } }, "not (a is 1)"],
    [
      {
        not: {
          any: [
            { attribute: "a", is: 1 },
            { attribute: "b", is: 2 },
          ],
        },
      },
      "none of these: a is 1; b is 2",
    ],
    [{ event: "amount", gt: 100 }, "the event’s amount is greater than 100"],
  ];
  it.each(cases)("%j", (condition, words) => {
    expect(conditionInWords(condition)).toBe(words);
  });
});

describe("the rules of a campaign in words", () => {
  it("names the trigger", () => {
    expect(triggerInWords({ event: "used", where: [{ property: "name", is: "x" }] })).toBe(
      "used where name is “x”",
    );
    expect(triggerInWords({ segment: "Trial" })).toBe("Trial");
  });

  it("says how often", () => {
    expect(frequencyInWords(undefined)).toBe("Once per person");
    expect(frequencyInWords("every_time")).toBe("Every time");
    expect(frequencyInWords({ once_per: "30d" })).toBe("At most once in 30 days");
  });

  it("says when somebody leaves; segment triggers are left by default", () => {
    const steps = [{ id: "a", exit: true } as const];
    expect(exitInWords({ name: "c", trigger: { segment: "Trial" }, steps })).toEqual([
      "no longer matches the trigger",
    ]);
    expect(
      exitInWords({ name: "c", trigger: { segment: "Trial" }, exit: { on_leaving_trigger: false }, steps }),
    ).toEqual([]);
    expect(
      exitInWords({
        name: "c",
        trigger: { event: "x" },
        exit: { when: { performed: "paid" }, on_goal: true },
        steps,
      }),
    ).toEqual(["has performed paid", "reaches the goal"]);
  });

  it("names the goal with its window", () => {
    expect(goalInWords({ performed: "activated", within: "14d", after: "opened" })).toBe(
      "performs activated within 14 days of opening a message",
    );
    expect(goalInWords({ leave_segment: "Trial" })).toBe(
      "leaves Trial within 30 days of being sent a message",
    );
  });

  it("titles steps", () => {
    expect(stepTitle({ id: "a", delay: "2d" })).toBe("Wait 2 days");
    expect(stepTitle({ id: "a", send: { channel: "email", message: "Hello" } })).toBe("Hello");
    expect(stepTitle({ id: "a", wait_until: { performed: "x" } })).toBe("Wait until has performed x");
    expect(stepTitle({ id: "a", exit: true })).toBe("Exit");
  });
});
