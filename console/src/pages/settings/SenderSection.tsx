import { Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import type { SenderWish } from "@/api/types";
import { useSaveSender } from "@/api/workspace";
import { said } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { SenderTestPanel } from "./SenderTestPanel";
import classes from "./SettingsPage.module.css";
import { NEW_SMTP, SmtpFields, type SmtpForm, smtpRequest } from "./SmtpFields";

const POINTERS = ["/from", "/reply_to", "/smtp/host", "/smtp/port", "/smtp/username", "/smtp/password"];

/** Where messages go: the sandbox of this console, or an SMTP server. */
export function SenderSection() {
  const { id, workspace } = useHere();
  const { own } = useMay();
  const { sender } = workspace;
  const save = useSaveSender(id);
  const [channel, setChannel] = useState(sender.channel);
  const [from, setFrom] = useState(sender.from);
  const [replyTo, setReplyTo] = useState(sender.reply_to ?? "");
  const [smtp, setSmtp] = useState<SmtpForm>(() =>
    sender.smtp ? { ...sender.smtp, username: sender.smtp.username ?? "", password: "" } : NEW_SMTP,
  );
  const wrong = (pointer: string) => (save.error instanceof ApiError ? save.error.at(pointer) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request: SenderWish = {
      channel,
      from,
      reply_to: replyTo || null,
      ...(channel === "smtp" ? { smtp: smtpRequest(smtp, sender.smtp?.password_set ?? false) } : {}),
    };
    save.mutate(request, {
      onSuccess: () =>
        said(
          channel === "smtp"
            ? "Messages now go through this server."
            : "Messages now land in the sandbox inbox.",
        ),
    });
  };
  return (
    <>
      <Panel
        title="Sender"
        tools={
          sender.channel === "sandbox" ? (
            <Status tone="info">Sandbox</Status>
          ) : sender.state === "failing" ? (
            <Status tone="bad">Failing</Status>
          ) : (
            <Status tone="good">Connected</Status>
          )
        }
      >
        <form className={classes.form} onSubmit={submit}>
          <Radio.Group
            value={channel}
            onChange={(value) => setChannel(value as "sandbox" | "smtp")}
            aria-label="Where messages go"
          >
            <div className={classes.cards}>
              <Radio.Card value="sandbox" className={classes.card} disabled={!own}>
                <div>
                  <Radio.Indicator size="xs" /> Sandbox
                </div>
                <p>Rendered, tracked and shown in the inbox here. Nothing leaves this machine.</p>
              </Radio.Card>
              <Radio.Card value="smtp" className={classes.card} disabled={!own}>
                <div>
                  <Radio.Indicator size="xs" /> SMTP server
                </div>
                <p>Sent to real people through a server of yours or of a provider.</p>
              </Radio.Card>
            </div>
          </Radio.Group>
          <div className={classes.stack}>
            <TextInput
              label="From"
              placeholder="Acme <hello@acme.com>"
              value={from}
              disabled={!own}
              error={wrong("/from")}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label="Reply to"
              placeholder="The same address"
              value={replyTo}
              disabled={!own}
              error={wrong("/reply_to")}
              onChange={(event) => setReplyTo(event.currentTarget.value)}
            />
          </div>
          {channel === "smtp" && (
            <SmtpFields
              value={smtp}
              onChange={setSmtp}
              stored={sender.smtp?.password_set ?? false}
              wrong={wrong}
              disabled={!own}
            />
          )}
          {sender.last_error && <p className={classes.reply}>Last error: {sender.last_error}</p>}
          {save.error && <Trouble error={save.error} hide={POINTERS} />}
          {own && (
            <div className={classes.buttons}>
              <Button type="submit" loading={save.isPending}>
                Save sender
              </Button>
            </div>
          )}
        </form>
      </Panel>
      {own && <SenderTestPanel />}
    </>
  );
}
