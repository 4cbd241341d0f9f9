import { describe, expect, it } from "vitest";
import { isComplete } from "../../src/definition/condition";
import {
  changeOp,
  coerce,
  fromGroup,
  groupOf,
  newCondition,
  rootGroup,
  withWindow,
} from "../../src/definition/edit";

describe("groups", () => {
  it("shows a negated group as none of, and keeps not-in-segment a row", () => {
    expect(groupOf({ not: { any: [{ attribute: "a", is: 1 }] } })).toEqual({
      mode: "none",
      items: [{ attribute: "a", is: 1 }],
    });
    expect(groupOf({ not: { attribute: "a", is: 1 } })).toEqual({
      mode: "none",
      items: [{ attribute: "a", is: 1 }],
    });
    expect(groupOf({ not: { in_segment: "Staff" } })).toBeNull();
  });

  it("comes back as it went in", () => {
    const conditions = [
      { all: [{ attribute: "a", is: 1 }] },
      { any: [{ attribute: "a", is: 1 }, { in_segment: "S" }] },
      { not: { attribute: "a", is: 1 } },
      {
        not: {
          any: [
            { attribute: "a", is: 1 },
            { attribute: "b", is: 2 },
          ],
        },
      },
    ];
    for (const condition of conditions) {
      const group = groupOf(condition);
      expect(group && fromGroup(group)).toEqual(condition);
    }
  });

  it("wraps a bare condition for the builder", () => {
    expect(rootGroup({ performed: "x" })).toEqual({ mode: "all", items: [{ performed: "x" }] });
  });
});

describe("values", () => {
  it("become numbers where numbers are meant", () => {
    expect(coerce("25", "gte", undefined)).toBe(25);
    expect(coerce("25", "is", "number")).toBe(25);
    expect(coerce("25", "is", "string")).toBe("25");
    expect(coerce("true", "is", "boolean")).toBe(true);
    expect(coerce("ten", "gt", "number")).toBe("ten");
  });

  it("survive a change of operator", () => {
    expect(changeOp({ is: "25" }, "gt", "number")).toEqual({ gt: 25 });
    expect(changeOp({ gt: 25 }, "contains", "number")).toEqual({ contains: "25" });
    expect(changeOp({ gt: 25 }, "exists", "number")).toEqual({ exists: true });
    expect(changeOp({ exists: false }, "is", "string")).toEqual({ is: "" });
  });

  it("have either a window or an anchor", () => {
    expect(withWindow({ performed: "x", since: "entry" as const }, "7d")).toEqual({
      performed: "x",
      within: "7d",
    });
    expect(withWindow({ performed: "x", within: "7d" }, undefined)).toEqual({ performed: "x" });
  });
});

describe("completeness", () => {
  it("asks for every open field", () => {
    expect(isComplete({ all: [] })).toBe(false);
    expect(isComplete(newCondition("attribute"))).toBe(false);
    expect(isComplete({ attribute: "a", is: 0 })).toBe(true);
    expect(isComplete({ attribute: "a", exists: true })).toBe(true);
    expect(isComplete({ performed: "x", where: [{ property: "", is: "" }] })).toBe(false);
    expect(isComplete({ performed: { page: "" } })).toBe(false);
    expect(isComplete({ all: [{ performed: "x" }, { not: { in_segment: "" } }] })).toBe(false);
  });
});
