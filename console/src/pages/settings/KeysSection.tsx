import { Button } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Key, KeyKind } from "@/api/types";
import { keysQuery, useRevokeKey } from "@/api/workspace";
import { Confirm } from "@/ui/Confirm";
import { type Column, DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { said } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { Snippets } from "@/ui/Snippets";
import { Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { When } from "@/ui/When";
import { useHere, useMay } from "@/ui/workspace";
import { NewKeyModal } from "./NewKeyModal";
import classes from "./SettingsPage.module.css";

export const KEY_WORDS: Record<KeyKind, { title: string; about: string }> = {
  track: { title: "Track", about: "For your back end: people and events. A site id and a secret." },
  write: { title: "Write", about: "For browsers, apps and Segment libraries. It can only send data in." },
  app: { title: "App", about: "For reading people and for the command line. Keep it secret." },
};

/** The keys that programs use to talk to this workspace. */
export function KeysSection() {
  const { id } = useHere();
  const { own } = useMay();
  const query = useQuery(keysQuery(id));
  const revoke = useRevokeKey(id);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const columns: Column<Key>[] = [
    {
      title: "Name",
      cell: (key) => <span className={key.revoked_at ? classes.revoked : undefined}>{key.name}</span>,
    },
    { title: "Kind", width: 84, cell: (key) => KEY_WORDS[key.kind].title },
    {
      title: "Site id",
      width: 188,
      cell: (key) => (key.site_id ? <code>{key.site_id}</code> : <span className={classes.quiet}>–</span>),
    },
    { title: "Secret", width: 84, cell: (key) => <code className={classes.quiet}>…{key.hint}</code> },
    {
      title: "Last used",
      width: 108,
      cell: (key) => (
        <span className={classes.quiet}>
          <When at={key.last_used_at} />
        </span>
      ),
    },
    {
      title: "Revoke",
      hideTitle: true,
      width: 124,
      end: true,
      cell: (key) =>
        key.revoked_at ? (
          <Status tone="quiet">Revoked</Status>
        ) : own ? (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => setRevoking(key)}
            aria-label={`Revoke ${key.name}`}
          >
            Revoke
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <Panel
        title="Keys"
        flush
        tools={
          own && (
            <Button leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
              New key
            </Button>
          )
        }
      >
        {query.error ? (
          <Trouble error={query.error} retry={() => query.refetch()} />
        ) : (
          <DataTable
            label="Keys"
            columns={columns}
            rows={query.data?.items}
            rowKey={(key) => key.id}
            clickable={false}
            empty={
              <Empty icon={IconKey} title="No keys yet" compact>
                A key lets your product send people and events here.
              </Empty>
            }
          />
        )}
      </Panel>
      <Panel title="Send a first event">
        <Snippets />
      </Panel>
      {creating && <NewKeyModal onClose={() => setCreating(false)} />}
      <Confirm
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke ${revoking?.name ?? ""}?`}
        action="Revoke key"
        danger
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() =>
          revoking &&
          revoke.mutate(revoking.id, {
            onSuccess: () => {
              said(`${revoking.name} was revoked.`);
              setRevoking(null);
            },
          })
        }
      >
        Every program that uses it is refused from now on
        {revoking?.last_used_at ? (
          <>
            ; it was last used <When at={revoking.last_used_at} />
          </>
        ) : (
          ""
        )}
        . This cannot be undone.
      </Confirm>
    </>
  );
}
