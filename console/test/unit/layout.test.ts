import { describe, expect, it } from "vitest";
import { END_ID, type Layout, layout, pathOf, type Size, TRIGGER_ID } from "../../src/canvas/layout";
import type { CampaignDocument, Step } from "../../src/definition/campaign";
import { EXPIRY, FOLLOW_UP, INACTIVE, WELCOME } from "../fake/documents";

const SIZE: Size = { width: 100, height: 40, gapX: 20, gapY: 30 };
const campaign = (steps: Step[]): CampaignDocument => ({ name: "c", trigger: { event: "x" }, steps });
const send = (id: string): Step => ({ id, send: { channel: "email", message: id } });
const at = (drawn: Layout, id: string) => {
  const node = drawn.nodes.find((one) => one.id === id);
  if (!node) throw new Error(`Expected a node ${id}, but there is none.`);
  return node;
};

function overlaps(drawn: Layout, size: Size): string[] {
  const found: string[] = [];
  drawn.nodes.forEach((a, i) => {
    for (const b of drawn.nodes.slice(i + 1))
      if (Math.abs(a.x - b.x) < size.width && Math.abs(a.y - b.y) < size.height)
        found.push(`${a.id} ${b.id}`);
  });
  return found;
}

describe("the layout", () => {
  it("puts steps under each other", () => {
    const drawn = layout(campaign([send("a"), send("b")]), SIZE);
    expect(drawn.nodes.map((n) => [n.id, n.x, n.y])).toEqual([
      [TRIGGER_ID, 0, 0],
      ["a", 0, 70],
      ["b", 0, 140],
      [END_ID, 0, 210],
    ]);
    expect(drawn.edges.map((e) => e.id)).toEqual([`${TRIGGER_ID}:next>a`, "a:next>b", `b:next>${END_ID}`]);
  });

  it("splits at a branch and comes together again", () => {
    const branch: Step = { id: "q", branch: { performed: "x" }, then: [send("y")], otherwise: [send("n")] };
    const drawn = layout(campaign([branch, send("after")]), SIZE);
    expect(at(drawn, "y").x).toBeLessThan(at(drawn, "q").x);
    expect(at(drawn, "n").x).toBeGreaterThan(at(drawn, "q").x);
    expect(at(drawn, "y").y).toBe(at(drawn, "n").y);
    expect(drawn.edges.filter((e) => e.to === "after").map((e) => e.from)).toEqual(["y", "n"]);
  });

  it("leads an empty side around to what follows", () => {
    const branch: Step = { id: "q", branch: { performed: "x" }, then: [send("y")] };
    const drawn = layout(campaign([branch, send("after")]), SIZE);
    const around = drawn.edges.find((e) => e.from === "q" && e.way === "no");
    expect(around?.to).toBe("after");
    expect(Math.max(...(around?.points ?? []).map((p) => p.x))).toBeGreaterThan(
      at(drawn, "q").x + SIZE.width / 2,
    );
  });

  it("ends a way at an exit", () => {
    const branch: Step = {
      id: "q",
      branch: { performed: "x" },
      then: [{ id: "out", exit: true }],
      otherwise: [send("n")],
    };
    const drawn = layout(campaign([branch]), SIZE);
    expect(drawn.edges.some((e) => e.from === "out")).toBe(false);
    expect(drawn.edges.filter((e) => e.to === END_ID).map((e) => e.from)).toEqual(["n"]);
  });

  it("has no end when nobody can reach it", () => {
    const drawn = layout(campaign([{ id: "out", exit: true }]), SIZE);
    expect(drawn.nodes.some((n) => n.id === END_ID)).toBe(false);
  });

  it("goes straight on after a wait without a time-out", () => {
    const wait: Step = { id: "w", wait_until: { performed: "x" }, then: [send("y")] };
    const drawn = layout(campaign([wait, send("after")]), SIZE);
    expect(drawn.edges.map((e) => e.way)).toEqual(["next", "next", "next", "next"]);
    expect(at(drawn, "y").x).toBe(at(drawn, "w").x);
  });

  it.each([WELCOME, FOLLOW_UP, INACTIVE, EXPIRY])("of $name keeps every box apart and inside", (document) => {
    const drawn = layout(document, SIZE);
    expect(overlaps(drawn, SIZE)).toEqual([]);
    for (const node of drawn.nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + SIZE.width).toBeLessThanOrEqual(drawn.width);
      expect(node.y + SIZE.height).toBeLessThanOrEqual(drawn.height);
    }
  });

  it("keeps deep nesting apart", () => {
    const nest = (depth: number): Step[] =>
      depth === 0
        ? [send(`leaf${Math.round(depth)}`)].map((s, i) => ({ ...s, id: `l${depth}${i}` }))
        : [
            {
              id: `b${depth}`,
              branch: { performed: "x" },
              then: renamed(nest(depth - 1), "t"),
              otherwise: renamed(nest(depth - 1), "o"),
            },
          ];
    const drawn = layout(campaign(nest(4)), SIZE);
    expect(drawn.nodes).toHaveLength(2 + 15 + 16);
    expect(overlaps(drawn, SIZE)).toEqual([]);
  });
});

function renamed(steps: Step[], prefix: string): Step[] {
  return steps.map((step) => ({
    ...step,
    id: prefix + step.id,
    ...("then" in step ? { then: renamed(step.then ?? [], prefix) } : {}),
    ...("otherwise" in step ? { otherwise: renamed(step.otherwise ?? [], prefix) } : {}),
  })) as Step[];
}

describe("a path", () => {
  it("is straight between two points and round at corners", () => {
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
      ]),
    ).toBe("M0 0L0 10");
    expect(
      pathOf(
        [
          { x: 0, y: 0 },
          { x: 0, y: 20 },
          { x: 20, y: 20 },
        ],
        4,
      ),
    ).toBe("M0 0L0 16Q0 20 4 20L20 20");
    expect(pathOf([])).toBe("");
  });
});
