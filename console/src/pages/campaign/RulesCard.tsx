import type { CampaignDocument } from "@/definition/campaign";
import { conditionInWords, exitInWords, frequencyInWords, goalInWords } from "@/definition/summary";
import classes from "./CampaignPage.module.css";

/** The rules around the steps: who, how often, until when, what for. */
export function RulesCard({ document }: { document: CampaignDocument }) {
  const exits = exitInWords(document);
  return (
    <section className={classes.rules} aria-label="Rules">
      <dl>
        {document.filter && (
          <>
            <dt>Only if</dt>
            <dd>{conditionInWords(document.filter)}</dd>
          </>
        )}
        <dt>How often</dt>
        <dd>{frequencyInWords(document.frequency)}</dd>
        {exits.length > 0 && (
          <>
            <dt>Leaves if</dt>
            <dd>
              {exits.join(", or ")}{" "}
              <span style={{ color: "var(--text-3)" }}>
                ({document.exit?.at === "next_action" ? "at the next step" : "at once"})
              </span>
            </dd>
          </>
        )}
        {document.goal && (
          <>
            <dt>Goal</dt>
            <dd>{goalInWords(document.goal)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
