import { type Condition, isComplete } from "@/definition/condition";
import { rootGroup } from "@/definition/edit";
import { segmentInWords } from "@/definition/summary";
import classes from "./Summary.module.css";

/** A condition tree as a sentence, once there is something to say. */
export function Summary({ when }: { when: Condition }) {
  const begun = rootGroup(when).items.length > 0;
  const text =
    begun && !isComplete(when) ? "Fill in what is open to read it in plain words." : segmentInWords(when);
  return <p className={classes.summary}>{text}</p>;
}
