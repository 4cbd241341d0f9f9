import type { Condition } from "@/definition/condition";
import { segmentInWords } from "@/definition/summary";
import classes from "./Summary.module.css";

/** A condition tree as a sentence. */
export function Summary({ when }: { when: Condition }) {
  return <p className={classes.summary}>{segmentInWords(when)}</p>;
}
