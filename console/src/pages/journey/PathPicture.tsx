import type { JourneyTrace } from "@/api/types";
import { KINDS } from "@/canvas/kinds";
import { END_ID, layout, type PlacedEdge, pathOf, TRIGGER_ID } from "@/canvas/layout";
import { type CampaignDocument, stepKind } from "@/definition/campaign";
import tones from "@/ui/Status.module.css";
import classes from "./PathPicture.module.css";

const SIZE = { width: 66, height: 24, gapX: 18, gapY: 20 };

/** The ids of the nodes that the journey has been at. */
export function visited(journey: JourneyTrace): Set<string> {
  const ids = new Set<string>([TRIGGER_ID]);
  for (const entry of journey.trace) if (entry.step_id) ids.add(entry.step_id);
  if (journey.state === "finished") ids.add(END_ID);
  return ids;
}

/** The ways between them that were really taken: of two ways out of a branch only the one it answered. */
export function taken(journey: JourneyTrace, edge: PlacedEdge, been: ReadonlySet<string>): boolean {
  if (!been.has(edge.from) || !been.has(edge.to)) return false;
  if (edge.way === "next") return true;
  const outcome = journey.trace.find(
    (entry) => entry.step_id === edge.from && entry.outcome !== "waiting",
  )?.outcome;
  const yes = edge.way === "yes" || edge.way === "met";
  return yes ? outcome === "yes" : outcome === "no" || outcome === "timed_out";
}

/** The campaign in small with this journey’s way drawn through it. */
export function PathPicture({ document, journey }: { document: CampaignDocument; journey: JourneyTrace }) {
  const drawn = layout(document, SIZE);
  const been = visited(journey);
  const ways = [...drawn.edges].sort(
    (a, b) => Number(taken(journey, a, been)) - Number(taken(journey, b, been)),
  );
  return (
    <svg
      role="img"
      aria-label="The way this journey took through the campaign"
      viewBox={`-3 -3 ${drawn.width + 6} ${drawn.height - SIZE.height / 2 + 6}`}
      className={classes.picture}
    >
      {ways.map((edge) => (
        <path
          key={edge.id}
          d={pathOf(edge.points, 6)}
          className={taken(journey, edge, been) ? classes.taken : classes.way}
        />
      ))}
      {drawn.nodes.map((node) => {
        const on = been.has(node.id);
        if (node.kind === "end")
          return (
            <circle
              key={node.id}
              cx={node.x + SIZE.width / 2}
              cy={node.y + 4}
              r={4}
              className={on ? classes.endOn : classes.end}
            />
          );
        const tone = node.step ? KINDS[stepKind(node.step)].tone : "accent";
        const here = journey.step?.id === node.id;
        return (
          <g
            key={node.id}
            className={`${tones[tone]} ${on ? "" : classes.off}`}
            transform={`translate(${node.x} ${node.y})`}
          >
            <rect
              width={SIZE.width}
              height={SIZE.height}
              rx={7}
              className={here ? classes.here : classes.box}
            />
            <rect x={6} y={6} width={12} height={12} rx={3.5} className={classes.mark} />
            <rect x={23} y={10} width={32} height={4} rx={2} className={classes.word} />
          </g>
        );
      })}
    </svg>
  );
}
