import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { KeyKind } from "@/api/types";
import { useCreateKey } from "@/api/workspace";
import { CopyIcon } from "@/ui/Copy";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { KEY_WORDS } from "./KeysSection";
import classes from "./SettingsPage.module.css";

const KINDS: readonly KeyKind[] = ["track", "write", "app"];

/** Makes a key and shows its secret this one time. */
export function NewKeyModal({ onClose }: { onClose: () => void }) {
  const { id } = useHere();
  const create = useCreateKey(id);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<KeyKind>("track");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), kind });
  };
  if (create.data)
    return (
      <Modal opened onClose={onClose} title="Your new key" size={500} closeOnClickOutside={false}>
        <Stack gap="sm">
          <Text c="dimmed">Copy the secret now. It is not stored and will not be shown again.</Text>
          {create.data.key.site_id && <Secret label="Site id" value={create.data.key.site_id} />}
          <Secret
            label={create.data.key.kind === "track" ? "API key" : "Secret"}
            value={create.data.secret}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>I have copied it</Button>
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title="New key" size={460}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Radio.Group value={kind} onChange={(value) => setKind(value as KeyKind)} label="Kind" size="xs">
            <Stack gap={10} mt={4}>
              {KINDS.map((one) => (
                <Radio
                  key={one}
                  size="xs"
                  value={one}
                  label={KEY_WORDS[one].title}
                  description={KEY_WORDS[one].about}
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Name"
            placeholder="Product back end"
            description="So that you know later what would stop if you revoke it."
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {create.error && <Trouble error={create.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
              Create key
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" fw={500} mb={4}>
        {label}
      </Text>
      <div className={classes.secret}>
        <code>{value}</code>
        <CopyIcon value={value} label={`Copy ${label}`} />
      </div>
    </div>
  );
}
