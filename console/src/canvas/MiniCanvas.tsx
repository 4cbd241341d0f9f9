import type { CampaignDocument } from "@/definition/campaign";
import { stepKind } from "@/definition/campaign";
import tones from "@/ui/Status.module.css";
import { KINDS } from "./kinds";
import { layout, pathOf, type Size } from "./layout";
import classes from "./MiniCanvas.module.css";

const MINI: Size = { width: 74, height: 26, gapX: 18, gapY: 20 };

type Props = { document: CampaignDocument; label: string; height?: number; grow?: number };

/** A campaign in small: its shape and the kinds of its steps, without words. */
export function MiniCanvas({ document, label, height = 180, grow = 1 }: Props) {
  const drawn = layout(document, MINI);
  const shown = Math.min(grow, height / drawn.height);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-2 -2 ${drawn.width + 4} ${drawn.height - MINI.height / 2 + 4}`}
      width={drawn.width * shown}
      height={(drawn.height - MINI.height / 2) * shown}
      className={classes.canvas}
    >
      {drawn.edges.map((edge) => (
        <path key={edge.id} d={pathOf(edge.points, 6)} className={classes.edge} />
      ))}
      {drawn.nodes.map((node) => {
        const kind = node.step ? stepKind(node.step) : null;
        const tone = kind ? KINDS[kind].tone : node.kind === "trigger" ? "accent" : "quiet";
        if (node.kind === "end")
          return (
            <circle
              key={node.id}
              cx={node.x + MINI.width / 2}
              cy={node.y + 4}
              r={4}
              className={classes.end}
            />
          );
        return (
          <g key={node.id} className={tones[tone]} transform={`translate(${node.x} ${node.y})`}>
            <rect
              width={MINI.width}
              height={MINI.height}
              rx={7}
              className={node.kind === "trigger" ? classes.trigger : classes.box}
            />
            <rect x={6} y={6} width={14} height={14} rx={4} className={classes.mark} />
            <rect
              x={26}
              y={9}
              width={kind === "delay" ? 24 : 38}
              height={3.5}
              rx={1.75}
              className={classes.word}
            />
            <rect
              x={26}
              y={15}
              width={kind === "exit" ? 12 : 26}
              height={3}
              rx={1.5}
              className={classes.word2}
            />
          </g>
        );
      })}
    </svg>
  );
}
