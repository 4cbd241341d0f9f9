import { Button, PasswordInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import { sessionQuery, useChangePassword } from "@/api/session";
import { said } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { Trouble } from "@/ui/Trouble";
import classes from "./SettingsPage.module.css";

const PASSWORD_MIN = 10;

export function AccountSection() {
  const { data: session } = useQuery(sessionQuery);
  const change = useChangePassword();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const wrong = (pointer: string) =>
    change.error instanceof ApiError ? change.error.at(pointer) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, new: next },
      {
        onSuccess: () => {
          said("Your password was changed.");
          setCurrent("");
          setNext("");
        },
      },
    );
  };
  return (
    <Panel title="Your account" note={session?.member.email}>
      <form className={classes.form} onSubmit={submit}>
        <PasswordInput
          size="xs"
          label="Current password"
          autoComplete="current-password"
          value={current}
          error={wrong("/current")}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          size="xs"
          label="New password"
          description={`At least ${PASSWORD_MIN} characters.`}
          autoComplete="new-password"
          value={next}
          error={wrong("/new")}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {change.error && <Trouble error={change.error} hide={["/current", "/new"]} />}
        <div className={classes.buttons}>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={current === "" || next.length < PASSWORD_MIN}
          >
            Change password
          </Button>
        </div>
      </form>
    </Panel>
  );
}
