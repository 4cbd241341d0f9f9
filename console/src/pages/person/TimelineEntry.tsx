import { Collapse, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Activity } from "@/api/types";
import { ActivityTag } from "@/ui/ActivityTag";
import { ACTIVITY } from "@/ui/activityLook";
import { Code } from "@/ui/Code";
import { clock } from "@/ui/format";
import { gist } from "@/ui/gist";
import { CampaignLink, JourneyLink } from "@/ui/links";
import { useHere } from "@/ui/workspace";
import classes from "./TimelineTab.module.css";

/** One line of the timeline; opens to its data. */
export function TimelineEntry({ activity }: { activity: Activity }) {
  const { zone } = useHere();
  const [open, setOpen] = useState(false);
  const hasData = Object.keys(activity.data).length > 0;
  return (
    <li className={classes.entry}>
      <UnstyledButton
        className={classes.line}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        disabled={!hasData && !activity.journey_id}
      >
        <time className="num" dateTime={activity.at}>
          {clock(activity.at, zone).slice(0, 5)}
        </time>
        <ActivityTag type={activity.type} small />
        <span className={classes.what}>
          <strong>{activity.name === "" ? ACTIVITY[activity.type].words : activity.name}</strong>
          <span className={classes.words}>{ACTIVITY[activity.type].words}</span>
          {activity.failed && <span className={classes.bad}>{activity.reason}</span>}
        </span>
        <span className={classes.gist}>{gist(activity, ["to"])}</span>
      </UnstyledButton>
      <Collapse expanded={open}>
        <div className={classes.detail}>
          {activity.fix && <p>{activity.fix}</p>}
          {(activity.campaign || activity.journey_id) && (
            <p>
              {activity.campaign && <CampaignLink campaign={activity.campaign} />}
              {activity.journey_id && (
                <>
                  {" · "}
                  <JourneyLink journey={activity.journey_id}>trace</JourneyLink>
                </>
              )}
            </p>
          )}
          {hasData && open && (
            <Code value={JSON.stringify(activity.data, null, 2)} language="json" label="Data" copy />
          )}
        </div>
      </Collapse>
    </li>
  );
}
