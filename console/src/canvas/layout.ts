/** Where each step of a campaign stands on the canvas, and the way of each arrow between them. */
import { type CampaignDocument, type Step, stepKind } from "@/definition/campaign";

export type Size = { width: number; height: number; gapX: number; gapY: number };
export type Point = { x: number; y: number };
/** Which way out of a step: straight on, or one of the two ways of a branch or a wait. */
export type Way = "next" | "yes" | "no" | "met" | "timed_out";
export type PlacedNode = {
  id: string;
  kind: "trigger" | "step" | "end";
  step: Step | null;
  x: number;
  y: number;
};
export type PlacedEdge = { id: string; from: string; to: string; way: Way; points: Point[] };
export type Layout = { nodes: PlacedNode[]; edges: PlacedEdge[]; width: number; height: number };

export const CANVAS_SIZE: Size = { width: 264, height: 88, gapX: 40, gapY: 46 };
export const TRIGGER_ID = "@trigger";
export const END_ID = "@end";

type Extent = { left: number; right: number };
type Loose = { from: string; way: Way; at: Point; column: number };
type Fork = { then: Step[]; otherwise: Step[]; ways: [Way, Way] };

function forkOf(step: Step): Fork | null {
  const kind = stepKind(step);
  if (kind !== "branch" && kind !== "wait_until") return null;
  const { then = [], otherwise = [] } = step as { then?: Step[]; otherwise?: Step[] };
  if (then.length === 0 && otherwise.length === 0) return null;
  return { then, otherwise, ways: kind === "branch" ? ["yes", "no"] : ["met", "timed_out"] };
}

/** A wait without a time-out has one way out: its `then` steps simply follow. */
function isOneWay(step: Step): boolean {
  return "wait_until" in step && step.at_most === undefined;
}

function extentOf(steps: readonly Step[], size: Size): Extent {
  const half = size.width / 2;
  const extent = { left: steps.length === 0 ? half / 2 : half, right: steps.length === 0 ? half / 2 : half };
  for (const step of steps) {
    const fork = forkOf(step);
    if (!fork) continue;
    const [yes, no] = [extentOf(fork.then, size), extentOf(fork.otherwise, size)];
    if (isOneWay(step)) {
      extent.left = Math.max(extent.left, yes.left);
      extent.right = Math.max(extent.right, yes.right);
      continue;
    }
    extent.left = Math.max(extent.left, yes.left + yes.right + size.gapX / 2);
    extent.right = Math.max(extent.right, no.left + no.right + size.gapX / 2);
  }
  return extent;
}

class Placer {
  readonly nodes: PlacedNode[] = [];
  readonly edges: PlacedEdge[] = [];
  private readonly size: Size;

  constructor(size: Size) {
    this.size = size;
  }

  put(
    id: string,
    kind: PlacedNode["kind"],
    step: Step | null,
    axis: number,
    y: number,
    incoming: readonly Loose[],
  ): void {
    this.nodes.push({ id, kind, step, x: axis - this.size.width / 2, y });
    for (const loose of incoming) this.connect(loose, id, { x: axis, y });
  }

  bottomOf(axis: number, y: number): Point {
    return { x: axis, y: y + this.size.height };
  }

  /** Places a list of steps downwards; answers the ends that are still open and how far down they reach. */
  list(steps: readonly Step[], axis: number, top: number, open: Loose[]): { open: Loose[]; bottom: number } {
    let [y, ends] = [top, open];
    for (const step of steps) {
      this.put(step.id, "step", step, axis, y, ends);
      const at = this.bottomOf(axis, y);
      const fork = forkOf(step);
      if (stepKind(step) === "exit") return { open: [], bottom: at.y };
      if (!fork) {
        ends = [{ from: step.id, way: "next", at, column: axis }];
        y = at.y + this.size.gapY;
        continue;
      }
      const placed = isOneWay(step) ? this.straight(step, fork, axis, at) : this.both(step, fork, axis, at);
      ends = placed.open;
      y = placed.bottom + this.size.gapY;
    }
    return { open: ends, bottom: steps.length === 0 ? top - this.size.gapY : y - this.size.gapY };
  }

  private straight(step: Step, fork: Fork, axis: number, at: Point) {
    const start = [{ from: step.id, way: "next" as Way, at, column: axis }];
    return this.list(fork.then, axis, at.y + this.size.gapY, start);
  }

  private both(step: Step, fork: Fork, axis: number, at: Point) {
    const { gapX, gapY } = this.size;
    const left = axis - gapX / 2 - extentOf(fork.then, this.size).right;
    const right = axis + gapX / 2 + extentOf(fork.otherwise, this.size).left;
    const top = at.y + gapY;
    const yes = this.list(fork.then, left, top, [{ from: step.id, way: fork.ways[0], at, column: left }]);
    const no = this.list(fork.otherwise, right, top, [
      { from: step.id, way: fork.ways[1], at, column: right },
    ]);
    return { open: [...yes.open, ...no.open], bottom: Math.max(yes.bottom, no.bottom, at.y) };
  }

  private connect({ from, way, at, column }: Loose, to: string, target: Point): void {
    const half = this.size.gapY / 2;
    const points: Point[] = [at];
    if (column !== at.x) points.push({ x: at.x, y: at.y + half }, { x: column, y: at.y + half });
    if (column !== target.x)
      points.push({ x: column, y: target.y - half }, { x: target.x, y: target.y - half });
    points.push(target);
    this.edges.push({ id: `${from}:${way}>${to}`, from, to, way, points });
  }
}

/** Lays the whole campaign out from the trigger to the end, with the top left corner at 0, 0. */
export function layout(document: CampaignDocument, size: Size = CANVAS_SIZE): Layout {
  const placer = new Placer(size);
  const extent = extentOf(document.steps, size);
  const axis = extent.left;
  placer.put(TRIGGER_ID, "trigger", null, axis, 0, []);
  const start: Loose = { from: TRIGGER_ID, way: "next", at: placer.bottomOf(axis, 0), column: axis };
  const placed = placer.list(document.steps, axis, size.height + size.gapY, [start]);
  const bottom = Math.max(placed.bottom, size.height) + size.gapY;
  if (placed.open.length > 0) placer.put(END_ID, "end", null, axis, bottom, placed.open);
  return {
    nodes: placer.nodes,
    edges: placer.edges,
    width: extent.left + extent.right,
    height: bottom + size.height,
  };
}

/** A polyline with rounded corners as an SVG path. */
export function pathOf(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  let before = first;
  rest.forEach((point, i) => {
    const after = rest[i + 1];
    if (!after) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const [a, b] = [towards(point, before, radius), towards(point, after, radius)];
    path += `L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
    before = point;
  });
  return path;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const d = Math.min(distance, length / 2);
  return { x: from.x + ((to.x - from.x) / length) * d, y: from.y + ((to.y - from.y) / length) * d };
}
