import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useBlocker, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "@/api/client";
import { messageQuery, useSaveMessage } from "@/api/messages";
import type { Message } from "@/api/types";
import { CampaignLink } from "@/ui/links";
import { said } from "@/ui/notify";
import { Page } from "@/ui/Page";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { LivePreview } from "./LivePreview";
import { MessageFields } from "./MessageFields";
import classes from "./MessagePage.module.css";

/** One message: its texts, and beside them what a person would get. */
export function MessagePage() {
  const { id } = useHere();
  const { message } = useParams({ from: "/w/$ws/messages/$message" });
  const query = useQuery(messageQuery(id, Number(message)));
  const back = { href: `/w/${id}/messages`, label: "Messages" };
  if (query.data) return <Loaded key={query.data.id} message={query.data} back={back} />;
  return (
    <Page title="Message" back={back}>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  );
}

function Loaded({ message, back }: { message: Message; back: { href: string; label: string } }) {
  const { id } = useHere();
  const may = useMay();
  const save = useSaveMessage(id, message);
  const [draft, setDraft] = useState(message.definition);
  const changed = JSON.stringify(draft) !== JSON.stringify(message.definition);
  useBlocker({
    shouldBlockFn: () =>
      changed && !window.confirm("Leave without saving? What you changed here would be lost."),
    enableBeforeUnload: changed,
  });
  const wrong = (field: string) =>
    save.error instanceof ApiError ? save.error.at(`/definition/${field}`) : undefined;
  return (
    <Page
      width="full"
      title={message.name}
      back={back}
      about={message.uses.length > 0 && <Uses message={message} />}
      actions={
        may.edit && (
          <Button
            loading={save.isPending}
            disabled={!changed}
            onClick={() => save.mutate(draft, { onSuccess: () => said("The message was saved.") })}
          >
            Save
          </Button>
        )
      }
    >
      <div className={classes.split}>
        <div className={classes.edit}>
          <MessageFields draft={draft} onChange={setDraft} wrong={wrong} readOnly={!may.edit} />
          {save.error && <Trouble error={save.error} />}
        </div>
        <LivePreview draft={draft} campaignId={message.uses[0]?.id} />
      </div>
    </Page>
  );
}

function Uses({ message }: { message: Message }) {
  return (
    <span className={classes.uses}>
      Sent by
      {message.uses.map((campaign) => (
        <CampaignLink key={campaign.id} campaign={campaign} />
      ))}
    </span>
  );
}
