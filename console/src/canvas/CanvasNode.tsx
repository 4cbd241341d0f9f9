import { IconAlertTriangle, IconClock, IconTrophy } from "@tabler/icons-react";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import type { ReactNode } from "react";
import type { Problem, StepNumbers } from "@/api/types";
import { type CampaignDocument, type Step, stepKind } from "@/definition/campaign";
import { durationInWords } from "@/definition/duration";
import { conditionInWords, frequencyInWords, stepTitle, triggerInWords } from "@/definition/summary";
import { compact, percent } from "@/ui/format";
import tones from "@/ui/Status.module.css";
import classes from "./Canvas.module.css";
import { KINDS, TRIGGER_LOOK } from "./kinds";

export type StepNodeData = {
  document: CampaignDocument;
  step: Step | null;
  started: number | null;
  finished: number | null;
  numbers: StepNumbers | null;
  problems: readonly Problem[];
  [key: string]: unknown;
};

type Props = NodeProps<Node<StepNodeData>>;

function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Top} className={classes.handle} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} className={classes.handle} isConnectable={false} />
    </>
  );
}

export function TriggerNode({ data, selected }: Props) {
  const { trigger, frequency } = data.document;
  const look = "event" in trigger ? TRIGGER_LOOK.event : TRIGGER_LOOK.segment;
  const Picture = look.icon;
  return (
    <div
      className={`${classes.node} ${classes.trigger} ${tones[look.tone]} ${selected ? classes.selected : ""}`}
    >
      <Ends />
      <div className={classes.top}>
        <span className={classes.icon}>
          <Picture size={16} stroke={2} aria-hidden />
        </span>
        <div className={classes.words}>
          <span className={classes.kind}>{look.word}</span>
          <strong title={triggerInWords(trigger)}>{triggerInWords(trigger)}</strong>
        </div>
      </div>
      <div className={`${classes.foot} num`}>
        <span>
          {data.started === null ? frequencyInWords(frequency) : `${compact(data.started)} started`}
        </span>
        {data.started !== null && <span>{frequencyInWords(frequency)}</span>}
      </div>
    </div>
  );
}

export function StepNode({ data, selected }: Props) {
  const { step, numbers, problems } = data;
  if (!step) return null;
  const look = KINDS[stepKind(step)];
  const Picture = look.icon;
  const bad = problems.some((problem) => problem.severity === "error");
  return (
    <div
      className={`${classes.node} ${tones[look.tone]} ${selected ? classes.selected : ""} ${problems.length > 0 ? (bad ? classes.bad : classes.warned) : ""}`}
    >
      <Ends />
      <div className={classes.top}>
        <span className={classes.icon}>
          <Picture size={16} stroke={2} aria-hidden />
        </span>
        <div className={classes.words}>
          <span className={classes.kind}>
            {look.word}
            {"at_most" in step && step.at_most ? `, at most ${durationInWords(step.at_most)}` : ""}
          </span>
          <strong title={titleOf(step)}>{titleOf(step)}</strong>
        </div>
        {problems.length > 0 && (
          <IconAlertTriangle size={16} className={classes.problem} aria-label={problems[0]?.detail} />
        )}
      </div>
      <div className={`${classes.foot} num`}>
        {numbers ? <Numbers step={step} numbers={numbers} /> : <span>{step.id}</span>}
      </div>
    </div>
  );
}

function titleOf(step: Step): string {
  if ("wait_until" in step) return conditionInWords(step.wait_until);
  return stepTitle(step);
}

function Numbers({ step, numbers }: { step: Step; numbers: StepNumbers }): ReactNode {
  const kind = stepKind(step);
  const parts: ReactNode[] = [];
  if (kind === "send" && numbers.numbers) {
    parts.push(<span key="sent">{compact(numbers.numbers.sent)} sent</span>);
    parts.push(<span key="opened">{percent(numbers.numbers.opened, numbers.numbers.delivered)} opened</span>);
    if (numbers.converted > 0)
      parts.push(
        <span
          key="converted"
          className={classes.won}
          title={`${compact(numbers.converted)} converted after this message`}
        >
          <IconTrophy size={13} aria-label="Converted" /> {compact(numbers.converted)}
        </span>,
      );
  } else {
    parts.push(<span key="reached">{compact(numbers.reached)} reached</span>);
    if (numbers.waiting > 0)
      parts.push(
        <span key="waiting" className={classes.waiting}>
          <IconClock size={13} aria-hidden /> {compact(numbers.waiting)} waiting
        </span>,
      );
  }
  if (numbers.incidents > 0)
    parts.push(
      <span key="incidents" className={classes.stuck}>
        {compact(numbers.incidents)} stuck
      </span>,
    );
  return parts;
}

export function EndNode({ data }: Props) {
  return (
    <div className={classes.end}>
      <Handle type="target" position={Position.Top} className={classes.handle} isConnectable={false} />
      Finished{data.finished !== null && <b className="num">{compact(data.finished)}</b>}
    </div>
  );
}
