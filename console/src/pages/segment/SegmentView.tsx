import { Button } from "@mantine/core";
import { IconArrowsSplit2, IconPencil, IconStack2 } from "@tabler/icons-react";
import type { Segment } from "@/api/types";
import { ConditionTree } from "@/conditions/ConditionTree";
import { Summary } from "@/conditions/Summary";
import { CountChart } from "@/ui/CountChart";
import { count } from "@/ui/format";
import { CampaignLink, SegmentLink } from "@/ui/links";
import { Panel } from "@/ui/Panel";
import { When } from "@/ui/When";
import { useMay } from "@/ui/workspace";
import classes from "./SegmentPage.module.css";

export function SegmentView({ segment, onEdit }: { segment: Segment; onEdit: () => void }) {
  const may = useMay();
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <Panel
          title="Who belongs to it"
          note={
            <>
              changed <When at={segment.updated_at} />
            </>
          }
          tools={
            may.edit && (
              <Button variant="default" leftSection={<IconPencil size={14} />} onClick={onEdit}>
                Edit
              </Button>
            )
          }
        >
          <ConditionTree when={segment.definition.when} />
          <div className={classes.words}>
            <Summary when={segment.definition.when} />
          </div>
        </Panel>
        <Panel title="Over time" note="people at the end of each day">
          <div className={classes.big}>
            <strong className="num">{count(segment.count)}</strong>
            <span className={classes.hint}>people now</span>
          </div>
          <CountChart
            points={segment.series}
            label={`People in ${segment.name}, last 30 days`}
            height={200}
          />
        </Panel>
      </div>
      <Panel title="Used by" note={segment.uses.length > 0 ? String(segment.uses.length) : undefined}>
        {segment.uses.length === 0 && (
          <p className={classes.hint}>
            Nothing yet. A campaign can start when somebody enters this segment, or ask about it on the way.
          </p>
        )}
        <ul className={classes.uses}>
          {segment.uses.map((use) => (
            <li key={use.kind + use.id + use.role}>
              {use.kind === "campaign" ? (
                <IconArrowsSplit2 size={15} color="var(--text-3)" aria-label="Campaign" />
              ) : (
                <IconStack2 size={15} color="var(--text-3)" aria-label="Segment" />
              )}
              {use.kind === "campaign" ? <CampaignLink campaign={use} /> : <SegmentLink segment={use} />}
              <span>{use.role === "condition" ? "as a condition" : `as ${use.role}`}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
