import "@xyflow/react/dist/style.css";
import {
  Background,
  BackgroundVariant,
  Controls,
  type Edge,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  type Viewport,
} from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CampaignNumbers, Problem } from "@/api/types";
import type { CampaignDocument } from "@/definition/campaign";
import classes from "./Canvas.module.css";
import { CanvasEdge, type EdgeData } from "./CanvasEdge";
import { EndNode, StepNode, type StepNodeData, TriggerNode } from "./CanvasNode";
import { CANVAS_SIZE, END_ID, type Layout, layout, type PlacedNode, TRIGGER_ID, type Way } from "./layout";

const NODES = { trigger: TriggerNode, step: StepNode, end: EndNode };
const EDGES = { way: CanvasEdge };

type Props = {
  document: CampaignDocument;
  numbers: CampaignNumbers | undefined;
  problems: readonly Problem[];
  selected: string | null;
  onSelect: (id: string | null) => void;
  covered: number;
};

function flowOf(numbers: CampaignNumbers | undefined, from: string, way: Way): number | null {
  if (!numbers) return null;
  if (from === TRIGGER_ID) return numbers.started;
  const step = numbers.steps[from];
  if (!step) return null;
  if (way === "yes" || way === "met") return step.yes;
  if (way === "no" || way === "timed_out") return step.no;
  return step.passed;
}

const VIEW_PAD = 28;
const READABLE_ZOOM = 0.86;

/** Whole if it can be read that way; otherwise readable, from the trigger downwards. */
function firstView(placed: Layout, box: { width: number; height: number }): Viewport {
  const fits = Math.min(
    (box.width - 2 * VIEW_PAD) / placed.width,
    (box.height - 2 * VIEW_PAD) / placed.height,
  );
  const zoom = Math.max(READABLE_ZOOM, Math.min(1, fits));
  const trigger = placed.nodes[0];
  const axis = (trigger?.x ?? 0) + CANVAS_SIZE.width / 2;
  const wide = placed.width * zoom > box.width - 2 * VIEW_PAD;
  return { x: box.width / 2 - (wide ? axis : placed.width / 2) * zoom, y: VIEW_PAD, zoom };
}

/** Moves the canvas sideways when the node reaches beyond what can be seen. */
function uncover(flow: ReactFlowInstance<Node, Edge>, node: PlacedNode, visible: number): void {
  const { x, y, zoom } = flow.getViewport();
  const beyond = (node.x + CANVAS_SIZE.width) * zoom + x + VIEW_PAD - visible;
  if (beyond > 0) void flow.setViewport({ x: x - beyond, y, zoom }, { duration: 200 });
}

/** The campaign as a picture, laid out by itself, with live numbers on every step and way. */
export function Canvas({ document, numbers, problems, selected, onSelect, covered }: Props) {
  const placed = useMemo(() => layout(document), [document]);
  const [flow, setFlow] = useState<ReactFlowInstance<Node, Edge> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const begin = (instance: ReactFlowInstance<Node, Edge>) => {
    setFlow(instance);
    const box = place.current?.getBoundingClientRect();
    if (box) void instance.setViewport(firstView(placed, box));
  };
  useEffect(() => {
    const node = placed.nodes.find((one) => one.id === selected);
    const box = place.current?.getBoundingClientRect();
    if (flow && node && box) uncover(flow, node, box.width - covered);
  }, [flow, placed, selected, covered]);
  const nodes: Node[] = placed.nodes.map((node) => ({
    id: node.id,
    type: node.kind,
    position: { x: node.x, y: node.y },
    width: CANVAS_SIZE.width,
    height: node.kind === "end" ? 30 : CANVAS_SIZE.height,
    selected: node.id === selected,
    draggable: false,
    selectable: node.kind !== "end",
    data: {
      document,
      step: node.step,
      started: numbers?.started ?? null,
      finished: numbers ? numbers.finished : null,
      numbers: node.step ? (numbers?.steps[node.step.id] ?? null) : null,
      problems: problems.filter((problem) => problem.step_id === node.id),
    } satisfies StepNodeData,
  }));
  const edges: Edge[] = placed.edges.map((edge) => ({
    id: edge.id,
    type: "way",
    source: edge.from,
    target: edge.to,
    focusable: false,
    data: {
      points: edge.points,
      way: edge.way,
      flow: edge.to === END_ID && edge.way === "next" ? null : flowOf(numbers, edge.from, edge.way),
    } satisfies EdgeData,
  }));
  return (
    <div className={classes.canvas} ref={place}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        onInit={begin}
        minZoom={0.25}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        panOnScroll
        onNodesChange={(changes) => {
          for (const change of changes) if (change.type === "select" && change.selected) onSelect(change.id);
        }}
        onPaneClick={() => onSelect(null)}
        aria-label={`Canvas of ${document.name}`}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.4} color="var(--line-2)" />
        <Controls
          showInteractive={false}
          onFitView={() => void flow?.fitView({ maxZoom: 1, padding: 0.12 })}
        />
      </ReactFlow>
    </div>
  );
}
