import { ActionIcon, Button, Select, Tooltip } from "@mantine/core";
import { IconPlus, IconUserMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "@/api/session";
import type { Member, Role } from "@/api/types";
import { membersQuery, useChangeMember, useRemoveMember } from "@/api/workspace";
import { Confirm } from "@/ui/Confirm";
import { type Column, DataTable } from "@/ui/DataTable";
import { failed } from "@/ui/notify";
import { Panel } from "@/ui/Panel";
import { PersonMark } from "@/ui/PersonMark";
import { Trouble } from "@/ui/Trouble";
import { When } from "@/ui/When";
import { useMay } from "@/ui/workspace";
import { InviteModal } from "./InviteModal";
import classes from "./SettingsPage.module.css";

export const ROLES: { value: Role; label: string; about: string }[] = [
  { value: "owner", label: "Owner", about: "Everything, with members, keys and the sender." },
  { value: "editor", label: "Editor", about: "People, segments, campaigns and messages." },
  { value: "viewer", label: "Viewer", about: "Looks at everything, changes nothing." },
];

/** Who may log in, and what they may do. */
export function MembersSection() {
  const { own } = useMay();
  const query = useQuery(membersQuery);
  const { data: session } = useQuery(sessionQuery);
  const change = useChangeMember();
  const remove = useRemoveMember();
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const columns: Column<Member>[] = [
    {
      title: "Member",
      cell: (m) => (
        <>
          <PersonMark person={{ cio_id: m.email, id: null, email: m.email, name: m.name }} />
          {m.name} <span className={classes.quiet}>{m.email}</span>
        </>
      ),
    },
    {
      title: "Role",
      width: 132,
      cell: (m) =>
        own ? (
          <Select
            w={108}
            data={ROLES.map(({ value, label }) => ({ value, label }))}
            value={m.role}
            allowDeselect={false}
            aria-label={`Role of ${m.name}`}
            onChange={(role) => role && change.mutate({ id: m.id, role: role as Role }, { onError: failed })}
          />
        ) : (
          ROLES.find((role) => role.value === m.role)?.label
        ),
    },
    {
      title: "Last here",
      width: 118,
      cell: (m) => (
        <span className={classes.quiet}>
          <When at={m.last_login_at} />
        </span>
      ),
    },
    {
      title: "Remove",
      hideTitle: true,
      width: 56,
      end: true,
      cell: (m) =>
        own && m.id !== session?.member.id ? (
          <Tooltip label="Remove">
            <ActionIcon color="gray" aria-label={`Remove ${m.name}`} onClick={() => setRemoving(m)}>
              <IconUserMinus size={15} />
            </ActionIcon>
          </Tooltip>
        ) : null,
    },
  ];
  return (
    <Panel
      title="Members"
      flush
      tools={
        own && (
          <Button leftSection={<IconPlus size={14} />} onClick={() => setInviting(true)}>
            Add member
          </Button>
        )
      }
    >
      {query.error ? (
        <Trouble error={query.error} />
      ) : (
        <DataTable
          label="Members"
          columns={columns}
          rows={query.data?.items}
          rowKey={(m) => m.id}
          clickable={false}
        />
      )}
      {inviting && <InviteModal onClose={() => setInviting(false)} />}
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Remove ${removing?.name ?? ""}?`}
        action="Remove member"
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => removing && remove.mutate(removing.id, { onSuccess: () => setRemoving(null) })}
      >
        They are logged out at once and can no longer log in. What they have made stays.
      </Confirm>
    </Panel>
  );
}
