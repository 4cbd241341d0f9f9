import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { compact } from "@/ui/format";
import classes from "./Canvas.module.css";
import { type Point, pathOf, type Way } from "./layout";

export type EdgeData = { points: Point[]; way: Way; flow: number | null; [key: string]: unknown };

const WORDS: Record<Exclude<Way, "next">, string> = {
  yes: "Yes",
  no: "No",
  met: "In time",
  timed_out: "Time over",
};

/** One way between two steps; branches carry their word and how many went there. */
export function CanvasEdge({ data }: EdgeProps<Edge<EdgeData>>) {
  if (!data) return null;
  const { points, way, flow } = data;
  const corner = points[2] ?? points[1];
  return (
    <>
      <BaseEdge path={pathOf(points)} className={classes.edge} interactionWidth={0} />
      {way !== "next" && corner && (
        <EdgeLabelRenderer>
          <span
            className={`${classes.way} ${way === "yes" || way === "met" ? classes.yes : classes.no}`}
            style={{ transform: `translate(-50%, -50%) translate(${corner.x}px, ${corner.y}px)` }}
          >
            {WORDS[way]}
            {flow !== null && <b className="num">{compact(flow)}</b>}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
