import { IconAlertTriangle } from "@tabler/icons-react";
import type { Campaign, Problem, StepNumbers } from "@/api/types";
import { KINDS } from "@/canvas/kinds";
import { ConditionTree } from "@/conditions/ConditionTree";
import { type Step, stepKind } from "@/definition/campaign";
import { durationInWords } from "@/definition/duration";
import { stepTitle } from "@/definition/summary";
import { count, percent } from "@/ui/format";
import { LinkButton } from "@/ui/links";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";
import { Inspector } from "./Inspector";
import { MessagePreview } from "./MessagePreview";

type Props = { campaign: Campaign; step: Step; numbers: StepNumbers | undefined; onClose: () => void };

/** One step in full: its numbers, what it does, who waits in it. */
export function StepInspector({ campaign, step, numbers, onClose }: Props) {
  const ws = String(useHere().id);
  const look = KINDS[stepKind(step)];
  const title =
    "wait_until" in step ? "Wait until this holds" : "branch" in step ? "Does this hold?" : stepTitle(step);
  return (
    <Inspector
      icon={look.icon}
      tone={look.tone}
      kind={`${look.word} · ${step.id}`}
      title={title}
      onClose={onClose}
    >
      {campaign.problems
        .filter((p) => p.step_id === step.id)
        .map((problem) => (
          <ProblemLine key={problem.pointer} problem={problem} />
        ))}
      {"branch" in step && <ConditionTree when={step.branch} />}
      {"wait_until" in step && (
        <>
          <ConditionTree when={step.wait_until} />
          <h3>Time</h3>
          <p>
            {step.at_most
              ? `Goes on after ${durationInWords(step.at_most)} even if it does not hold.`
              : "Waits without end."}
          </p>
        </>
      )}
      {"delay" in step && (
        <p>
          Everybody stays here for {durationInWords(step.delay)}. Changing the delay re-times those who wait.
        </p>
      )}
      {"exit" in step && <p>The journey ends here.</p>}
      {numbers && (
        <>
          <h3>Journeys</h3>
          <StepFigures step={step} numbers={numbers} />
          {numbers.waiting > 0 && (
            <LinkButton
              to="/w/$ws/campaigns/$campaign"
              params={{ ws, campaign: String(campaign.id) }}
              search={{ tab: "journeys", step: step.id }}
              variant="default"
              mt={10}
              fullWidth
            >
              Show the {count(numbers.waiting)} who wait here
            </LinkButton>
          )}
        </>
      )}
      {"send" in step && <MessagePreview message={step.send.message} campaignId={campaign.id} />}
    </Inspector>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  return (
    <div className={`${classes.warning} ${problem.severity === "error" ? classes.error : ""}`}>
      <IconAlertTriangle size={15} aria-hidden /> {problem.detail}
    </div>
  );
}

function StepFigures({ step, numbers }: { step: Step; numbers: StepNumbers }) {
  const figures: [string, number, number | null][] = [["Reached", numbers.reached, null]];
  if ("delay" in step || "wait_until" in step) figures.push(["Waiting", numbers.waiting, null]);
  if (numbers.yes === null) figures.push(["Went on", numbers.passed, null]);
  if (numbers.yes !== null) figures.push(["branch" in step ? "Yes" : "In time", numbers.yes, numbers.passed]);
  if (numbers.no !== null) figures.push(["branch" in step ? "No" : "Time over", numbers.no, numbers.passed]);
  const sent = numbers.numbers;
  if (sent)
    figures.push(
      ["Sent", sent.sent, null],
      ["Opened", sent.opened, sent.delivered],
      ["Clicked", sent.clicked, sent.delivered],
      ["Converted", numbers.converted, sent.delivered],
      ["Bounced", sent.bounced, sent.sent],
      ["Unsubscribed", sent.unsubscribed, sent.delivered],
    );
  return (
    <dl className={classes.numbers}>
      {figures.map(([name, value, of]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">
            {count(value)}
            {of !== null && <small>{percent(value, of)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
