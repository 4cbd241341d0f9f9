import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Empty.module.css";

type Props = { icon: Icon; title: string; children: ReactNode; action?: ReactNode; compact?: boolean };

/** Nothing here yet: what this is, why one wants it, and one button. */
export function Empty({ icon: Picture, title, children, action, compact = false }: Props) {
  return (
    <div className={`${classes.empty} ${compact ? classes.compact : ""}`}>
      <div className={classes.icon}>
        <Picture size={22} stroke={1.6} aria-hidden />
      </div>
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
