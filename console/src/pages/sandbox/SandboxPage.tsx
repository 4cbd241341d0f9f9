import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconInbox, IconSearch, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { sandboxQuery, useEmptySandbox } from "@/api/messages";
import { Confirm } from "@/ui/Confirm";
import { Empty } from "@/ui/Empty";
import { LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { MessageList } from "./MessageList";
import { MessageView } from "./MessageView";
import classes from "./SandboxPage.module.css";

/** Messages exactly as they would arrive, without leaving this machine. */
export function SandboxPage() {
  const { id } = useHere();
  const may = useMay();
  const { message } = useSearch({ from: "/w/$ws/sandbox" });
  const navigate = useNavigate({ from: "/w/$ws/sandbox" });
  const [needle, setNeedle] = useState("");
  const [q] = useDebouncedValue(needle, 200);
  const [asking, setAsking] = useState(false);
  const query = useInfiniteQuery(sandboxQuery(id, q));
  const { rows, more } = useRows(query);
  const empty = useEmptySandbox(id);
  const chosen = message ?? rows?.[0]?.id ?? null;
  const none = rows?.length === 0;
  return (
    <Page
      title="Sandbox inbox"
      about="Messages exactly as they would arrive. Opening and clicking count as in a real mailbox."
      width="full"
      actions={
        <>
          <TextInput
            w={240}
            placeholder="Address or subject"
            aria-label="Find a message"
            leftSection={<IconSearch size={14} />}
            value={needle}
            onChange={(event) => setNeedle(event.currentTarget.value)}
          />
          {may.edit && !none && (
            <Tooltip label="Empty the inbox">
              <ActionIcon
                variant="default"
                size={30}
                aria-label="Empty the inbox"
                onClick={() => setAsking(true)}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      }
    >
      {query.error && <Trouble error={query.error} retry={() => query.refetch()} />}
      {none && q === "" ? (
        <Empty
          icon={IconInbox}
          title="No messages yet"
          action={
            <LinkButton to="/w/$ws/recipes" params={{ ws: String(id) }}>
              Choose a recipe
            </LinkButton>
          }
        >
          Until a sender is connected, all messages land here instead of leaving this machine. Start a
          campaign, send an event, and watch its message arrive.
        </Empty>
      ) : (
        <div className={classes.split}>
          <MessageList
            rows={rows}
            more={more}
            chosen={chosen}
            onChoose={(next) => navigate({ search: { message: next }, replace: true })}
          />
          {chosen && !none ? (
            <MessageView key={chosen} id={chosen} />
          ) : (
            <div className={classes.nothing}>{none ? "No message fits." : ""}</div>
          )}
        </div>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Empty the sandbox inbox?"
        action="Empty the inbox"
        danger
        pending={empty.isPending}
        error={empty.error}
        onConfirm={() =>
          empty.mutate(undefined, {
            onSuccess: () => {
              setAsking(false);
              void navigate({ search: {}, replace: true });
            },
          })
        }
      >
        All messages in the inbox go; the list of deliveries and all numbers stay.
      </Confirm>
    </Page>
  );
}
