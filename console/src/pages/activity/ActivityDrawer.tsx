import { Drawer } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Activity } from "@/api/types";
import { ActivityTag } from "@/ui/ActivityTag";
import { Code } from "@/ui/Code";
import { exactly } from "@/ui/format";
import { CampaignLink, JourneyLink, PersonLink } from "@/ui/links";
import { useHere } from "@/ui/workspace";
import classes from "./ActivityDrawer.module.css";

/** One line of the log in full: what, who, why it failed, and the raw JSON. */
export function ActivityDrawer({ activity, onClose }: { activity: Activity | null; onClose: () => void }) {
  return (
    <Drawer
      opened={activity !== null}
      onClose={onClose}
      size={520}
      title={activity ? <ActivityTag type={activity.type} /> : ""}
    >
      {activity && <Detail activity={activity} />}
    </Drawer>
  );
}

function Detail({ activity }: { activity: Activity }) {
  const { zone } = useHere();
  return (
    <div className={classes.detail}>
      <h2>{activity.name}</h2>
      {activity.failed && (
        <div className={classes.failed}>
          <strong>{activity.reason}</strong>
          {activity.fix && (
            <p>
              <IconBulb size={14} aria-hidden /> {activity.fix}
            </p>
          )}
        </div>
      )}
      <dl className={classes.facts}>
        <Fact name="Time">{exactly(activity.at, zone)}</Fact>
        {activity.person && (
          <Fact name="Person">
            <PersonLink person={activity.person} />
          </Fact>
        )}
        {activity.campaign && (
          <Fact name="Campaign">
            <CampaignLink campaign={activity.campaign} />
          </Fact>
        )}
        {activity.journey_id && (
          <Fact name="Journey">
            <JourneyLink journey={activity.journey_id}>Show the trace</JourneyLink>
          </Fact>
        )}
        {activity.source && <Fact name="Came through">{activity.source}</Fact>}
      </dl>
      <h3>Data</h3>
      <Code value={JSON.stringify(activity.data, null, 2)} language="json" label="Data as JSON" copy />
      <h3>Everything</h3>
      <Code value={JSON.stringify(activity, null, 2)} language="json" label="Raw JSON" copy maxHeight={300} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
