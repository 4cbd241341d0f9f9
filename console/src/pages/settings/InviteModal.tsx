import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import type { Role } from "@/api/types";
import { useInviteMember } from "@/api/workspace";
import { CopyIcon } from "@/ui/Copy";
import { Trouble } from "@/ui/Trouble";
import { ROLES } from "./MembersSection";
import classes from "./SettingsPage.module.css";

/** Adds a member; the first password is shown once, to be handed over. */
export function InviteModal({ onClose }: { onClose: () => void }) {
  const invite = useInviteMember();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const wrong = invite.error instanceof ApiError ? invite.error.at("/email") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ name, email, role });
  };
  if (invite.data)
    return (
      <Modal
        opened
        onClose={onClose}
        title={`${invite.data.member.name} can log in`}
        size={460}
        closeOnClickOutside={false}
      >
        <Stack gap="sm">
          <Text c="dimmed">
            Hand over this password; it is shown only now. It should be changed after the first login.
          </Text>
          <div className={classes.secret}>
            <code>{invite.data.one_time_password}</code>
            <CopyIcon value={invite.data.one_time_password} label="Copy the password" />
          </div>
          <Group justify="flex-end">
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title="Add member" size={440}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="E-mail"
            type="email"
            value={email}
            error={wrong}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Radio.Group value={role} onChange={(value) => setRole(value as Role)} label="Role" size="xs">
            <Stack gap={10} mt={4}>
              {ROLES.map((one) => (
                <Radio
                  key={one.value}
                  size="xs"
                  value={one.value}
                  label={one.label}
                  description={one.about}
                />
              ))}
            </Stack>
          </Radio.Group>
          {invite.error && <Trouble error={invite.error} hide={["/email"]} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={invite.isPending}
              disabled={name.trim() === "" || email.trim() === ""}
            >
              Add member
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
