import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Trouble } from "./Trouble";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  action: string;
  danger?: boolean;
  pending: boolean;
  error?: unknown;
  disabled?: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** Says what will happen, then does it. */
export function Confirm({
  opened,
  onClose,
  title,
  action,
  danger = false,
  pending,
  error,
  disabled = false,
  onConfirm,
  children,
}: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={460}>
      <Stack gap="md">
        <Text component="div" c="var(--text-2)">
          {children}
        </Text>
        {error ? <Trouble error={error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            color={danger ? "red" : undefined}
            loading={pending}
            disabled={disabled}
            onClick={onConfirm}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
