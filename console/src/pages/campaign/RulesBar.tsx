import { UnstyledButton } from "@mantine/core";
import type { CampaignDocument } from "@/definition/campaign";
import { conditionInWords, exitInWords, frequencyInWords, goalInWords } from "@/definition/summary";
import classes from "./CampaignPage.module.css";

/** The rules around the steps on one line: who, how often, until when, what for. Opens them in full. */
export function RulesBar({ document, onOpen }: { document: CampaignDocument; onOpen: () => void }) {
  const exits = exitInWords(document);
  const rules: [string, string][] = [["How often", frequencyInWords(document.frequency)]];
  if (document.filter) rules.unshift(["Only if", conditionInWords(document.filter)]);
  if (exits.length > 0) rules.push(["Leaves if", exits.join(", or ")]);
  if (document.goal) rules.push(["Goal", goalInWords(document.goal)]);
  return (
    <UnstyledButton className={classes.rules} onClick={onOpen} aria-label="Rules of the campaign">
      {rules.map(([name, text]) => (
        <span key={name} className={classes.rule} title={text}>
          <span>{name}</span> {text}
        </span>
      ))}
    </UnstyledButton>
  );
}
