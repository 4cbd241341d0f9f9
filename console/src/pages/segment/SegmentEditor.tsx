import { Button, Group, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "@/api/client";
import { ConditionBuilder } from "@/conditions/ConditionBuilder";
import { Summary } from "@/conditions/Summary";
import type { SegmentDocument } from "@/definition/campaign";
import { isComplete } from "@/definition/condition";
import { Panel } from "@/ui/Panel";
import { Trouble } from "@/ui/Trouble";
import { PreviewPanel } from "./PreviewPanel";
import classes from "./SegmentPage.module.css";

type Props = {
  document: SegmentDocument;
  save: { isPending: boolean; error: unknown };
  onSave: (document: SegmentDocument) => void;
  onCancel: () => void;
};

/** Name and conditions of a segment; beside them who would belong to it now. */
export function SegmentEditor({ document, save, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(document);
  const ready = draft.name.trim() !== "" && isComplete(draft.when);
  const nameTaken = save.error instanceof ApiError ? save.error.at("/definition/name") : undefined;
  const keep = () => {
    const description = draft.description?.trim();
    onSave({ name: draft.name.trim(), ...(description ? { description } : {}), when: draft.when });
  };
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <Panel>
          <SimpleGrid cols={2}>
            <TextInput
              label="Name"
              placeholder="Inactive trial users"
              autoFocus={document.name === ""}
              value={draft.name}
              error={nameTaken}
              maxLength={120}
              onChange={(e) => setDraft({ ...draft, name: e.currentTarget.value })}
            />
            <TextInput
              label="Description"
              placeholder="For those who read the list"
              value={draft.description ?? ""}
              onChange={(e) => setDraft({ ...draft, description: e.currentTarget.value })}
            />
          </SimpleGrid>
        </Panel>
        <Panel title="Who belongs to it">
          <ConditionBuilder
            value={draft.when}
            onChange={(when) => setDraft({ ...draft, when })}
            except={document.name}
          />
          <div className={classes.words}>
            <Summary when={draft.when} />
          </div>
        </Panel>
        {save.error ? <Trouble error={save.error} hide={["/definition/name"]} /> : null}
        <Group gap="xs">
          <Button loading={save.isPending} disabled={!ready} onClick={keep}>
            Save segment
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          {!ready && draft.name.trim() === "" && isComplete(draft.when) && (
            <span className={classes.hint}>Give it a name to save it.</span>
          )}
        </Group>
      </div>
      <PreviewPanel when={draft.when} />
    </div>
  );
}
