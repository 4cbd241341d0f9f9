import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconBolt, IconDots, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useDeletePerson } from "@/api/people";
import type { Person } from "@/api/types";
import { Confirm } from "@/ui/Confirm";
import { personLabel, plural } from "@/ui/format";
import { said } from "@/ui/notify";
import { useHere, useMay } from "@/ui/workspace";
import { SendEventModal } from "./SendEventModal";

export function PersonActions({ person }: { person: Person }) {
  const { id } = useHere();
  const may = useMay();
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const remove = useDeletePerson(id, person.cio_id);
  if (!may.edit) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconBolt size={14} />} onClick={() => setSending(true)}>
        Send test event
      </Button>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="More">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => setDeleting(true)}>
            Delete person
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SendEventModal person={person} opened={sending} onClose={() => setSending(false)} />
      <Confirm
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={`Delete ${personLabel(person)}?`}
        action="Delete person"
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              said(`${personLabel(person)} was deleted.`);
              void navigate({ to: "/w/$ws/people", params: { ws: String(id) } });
            },
          })
        }
      >
        This removes the person with all attributes and history, and ends{" "}
        {plural(person.counts.journeys_active, "journey")} under way. It cannot be undone. If your product
        sends another event for this person, they start again from nothing.
      </Confirm>
    </>
  );
}
