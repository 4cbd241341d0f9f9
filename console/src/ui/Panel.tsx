import { type ReactNode, useId } from "react";
import classes from "./Panel.module.css";

type Props = {
  title?: string;
  note?: ReactNode;
  tools?: ReactNode;
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A bordered region of a page with a name. */
export function Panel({ title, note, tools, flush = false, className, children }: Props) {
  const id = useId();
  return (
    <section className={`${classes.panel} ${className ?? ""}`} aria-labelledby={title ? id : undefined}>
      {(title || tools) && (
        <div className={classes.head}>
          {title && <h2 id={id}>{title}</h2>}
          {note && <span className={classes.note}>{note}</span>}
          {tools && <div className={classes.tools}>{tools}</div>}
        </div>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
