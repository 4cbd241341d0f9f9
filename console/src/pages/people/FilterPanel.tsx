import { Button, Loader } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { ConditionBuilder } from "@/conditions/ConditionBuilder";
import { Summary } from "@/conditions/Summary";
import { type Condition, isComplete } from "@/definition/condition";
import { rememberDraft } from "@/pages/segment/draft";
import { plural } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { useHere, useMay } from "@/ui/workspace";
import classes from "./PeoplePage.module.css";

type Props = { when: Condition; onChange: (when: Condition) => void; total: number | null; loading: boolean };

/** The same builder as for segments; what it finds can be kept as one. */
export function FilterPanel({ when, onChange, total, loading }: Props) {
  const { id } = useHere();
  const may = useMay();
  const navigate = useNavigate();
  const save = () => {
    rememberDraft(when);
    void navigate({ to: "/w/$ws/segments/new", params: { ws: String(id) } });
  };
  return (
    <Panel className={classes.filter}>
      <ConditionBuilder value={when} onChange={onChange} />
      <div className={classes.filterFoot}>
        <Summary when={when} />
        {loading && <Loader size={14} color="gray" aria-label="Counting" />}
        {total !== null && <strong className="num">{plural(total, "person", "people")}</strong>}
        {may.edit && (
          <Button variant="default" disabled={!isComplete(when)} onClick={save}>
            Save as segment
          </Button>
        )}
      </div>
    </Panel>
  );
}
