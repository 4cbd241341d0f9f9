import { Button, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import { useSaveWorkspace } from "@/api/workspace";
import { CopyChip } from "@/ui/Copy";
import { dayAndTime } from "@/ui/format";
import { said } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { zones } from "@/ui/zones";
import classes from "./SettingsPage.module.css";

export function WorkspaceSection() {
  const { id, workspace, zone } = useHere();
  const { own } = useMay();
  const save = useSaveWorkspace(id);
  const [name, setName] = useState(workspace.name);
  const [timezone, setTimezone] = useState(workspace.timezone);
  const changed = name !== workspace.name || timezone !== workspace.timezone;
  const wrong = (pointer: string) => (save.error instanceof ApiError ? save.error.at(pointer) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, timezone }, { onSuccess: () => said("The workspace was saved.") });
  };
  return (
    <Panel title="Workspace">
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="Name"
          value={name}
          disabled={!own}
          error={wrong("/name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="Time zone"
          description="Times in the console and the days of all charts. What is stored does not change."
          searchable
          allowDeselect={false}
          disabled={!own}
          data={zones()}
          value={timezone}
          error={wrong("/timezone")}
          onChange={(next) => setTimezone(next ?? "UTC")}
        />
        {save.error && <Trouble error={save.error} hide={["/name", "/timezone"]} />}
        <div className={classes.buttons}>
          <CopyChip label="address" value={workspace.base_url} />
          <span className={classes.quiet}>Created {dayAndTime(workspace.created_at, zone)}</span>
        </div>
        {own && (
          <div className={classes.buttons}>
            <Button type="submit" loading={save.isPending} disabled={!changed || name.trim() === ""}>
              Save
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}
