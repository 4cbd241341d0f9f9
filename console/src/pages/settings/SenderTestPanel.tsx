import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { sessionQuery } from "@/api/session";
import { useTestSender } from "@/api/workspace";
import { Panel } from "@/ui/Panel";
import { Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./SettingsPage.module.css";

/** Sends one message through the saved sender and shows what the server said. */
export function SenderTestPanel() {
  const { id } = useHere();
  const { data: session } = useQuery(sessionQuery);
  const test = useTestSender(id);
  const [typed, setTyped] = useState<string | null>(null);
  const to = typed ?? session?.member.email ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate(to);
  };
  return (
    <Panel title="Test it">
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.buttons}>
          <TextInput
            flex={1}
            type="email"
            aria-label="Send a test to"
            value={to}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={test.isPending} disabled={to === ""}>
            Send test message
          </Button>
        </div>
        {test.data && (
          <div className={classes.reply} role="status">
            {test.data.accepted ? (
              <Status tone="good">Accepted</Status>
            ) : (
              <Status tone="bad">Not accepted</Status>
            )}{" "}
            {test.data.reply} <span className={classes.quiet}>({test.data.took_ms} ms)</span>
          </div>
        )}
        {test.error && <Trouble error={test.error} />}
      </form>
    </Panel>
  );
}
