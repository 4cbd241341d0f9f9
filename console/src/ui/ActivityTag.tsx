import type { ActivityType } from "@/api/types";
import classes from "./ActivityTag.module.css";
import { ACTIVITY } from "./activityLook";
import tones from "./Status.module.css";

/** The kind of an activity: a coloured icon and its word. */
export function ActivityTag({ type, small = false }: { type: ActivityType; small?: boolean }) {
  const { icon: Picture, tone, words } = ACTIVITY[type];
  return (
    <span className={`${classes.tag} ${tones[tone]}`}>
      <span className={classes.icon}>
        <Picture size={13} stroke={2} aria-hidden />
      </span>
      {small ? <span className="visually-hidden">{words}</span> : words}
    </span>
  );
}
