import { parts } from "./liquid";
import classes from "./Subject.module.css";

/** A subject line with Liquid in it, to be read and not to be edited: values as marks, logic left out. */
export function Subject({ text }: { text: string }) {
  return (
    <span title={text}>
      {parts(text).map((part, i) =>
        part.value ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
          <code key={i} className={classes.value}>
            {part.text}
          </code>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
