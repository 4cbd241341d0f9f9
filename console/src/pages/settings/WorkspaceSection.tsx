import { Button, Select, Switch, TextInput } from "@mantine/core";
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
  const [identity, setIdentity] = useState(workspace.identity);
  const changed =
    name !== workspace.name ||
    timezone !== workspace.timezone ||
    identity.auto_merge !== workspace.identity.auto_merge ||
    identity.email_by_id !== workspace.identity.email_by_id;
  const wrong = (pointer: string) => (save.error instanceof ApiError ? save.error.at(pointer) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, timezone, identity }, { onSuccess: () => said("The workspace was saved.") });
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
        <Switch
          label="Join two people whom one call names"
          description="When an identify call has the id of one person and the address of another, and neither has both, they become one."
          disabled={!own}
          checked={identity.auto_merge}
          onChange={(event) => setIdentity({ ...identity, auto_merge: event.currentTarget.checked })}
        />
        <Switch
          label="Calls by id may change the e-mail address"
          description="Otherwise an address that is set stays, unless a call names the person by cio_id."
          disabled={!own}
          checked={identity.email_by_id}
          onChange={(event) => setIdentity({ ...identity, email_by_id: event.currentTarget.checked })}
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
