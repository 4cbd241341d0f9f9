import { Skeleton } from "@mantine/core";
import type { CampaignNumbers } from "@/api/types";
import { compact, count, percent } from "@/ui/format";
import classes from "./CampaignPage.module.css";

/** The headline of a campaign: started = under way + finished + left early, always. */
export function NumbersStrip({ numbers }: { numbers: CampaignNumbers | undefined }) {
  if (!numbers) return <Skeleton height={14} width={380} />;
  const parts: [string, string, string][] = [
    ["Started", compact(numbers.started), count(numbers.started)],
    ["Under way", compact(numbers.active), count(numbers.active)],
    ["Finished", compact(numbers.finished), count(numbers.finished)],
    ["Left early", compact(numbers.exited), count(numbers.exited)],
    ["Converted", percent(numbers.converted, numbers.started), count(numbers.converted)],
  ];
  return (
    <dl className={classes.strip}>
      {parts.map(([name, short, full]) => (
        <div key={name} title={full}>
          <dt>{name}</dt>
          <dd className="num">{short}</dd>
        </div>
      ))}
    </dl>
  );
}
