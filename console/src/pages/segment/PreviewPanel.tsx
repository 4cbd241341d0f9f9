import { Loader, Skeleton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { previewQuery } from "@/api/segments";
import { type Condition, isComplete } from "@/definition/condition";
import { count, percent } from "@/ui/format";
import { PersonLink } from "@/ui/links";
import { Panel } from "@/ui/Panel";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./SegmentPage.module.css";
import { ShareRing } from "./ShareRing";

const PAUSE_MS = 250;

/** How many people fit at this moment, and a few of them, while the condition is being built. */
export function PreviewPanel({ when }: { when: Condition }) {
  const { id } = useHere();
  const [settled] = useDebouncedValue(isComplete(when) ? when : null, PAUSE_MS);
  const preview = useQuery(previewQuery(id, settled));
  const shown = settled ? preview.data : undefined;
  return (
    <Panel
      title="Right now"
      tools={preview.isFetching && <Loader size={13} color="gray" aria-label="Counting" />}
      className={classes.preview}
    >
      {!settled && (
        <p className={classes.hint}>
          Fill in a condition, and the people it finds appear here before you save anything.
        </p>
      )}
      {settled && preview.error && <Trouble error={preview.error} />}
      {settled && !shown && !preview.error && <Skeleton height={72} />}
      {shown && (
        <>
          <div className={classes.figure} aria-live="polite">
            <ShareRing part={shown.count} of={shown.total} />
            <div>
              <strong className="num">
                {shown.complete ? "" : "about "}
                {count(shown.count)}
              </strong>
              <span>
                {percent(shown.count, shown.total)} of {count(shown.total)} people
              </span>
            </div>
          </div>
          {shown.sample.length > 0 && <h3 className={classes.sampleTitle}>For example</h3>}
          <ul className={classes.sample}>
            {shown.sample.map((person) => (
              <li key={person.cio_id}>
                <PersonLink person={person} mark />
                <span>{person.email}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
