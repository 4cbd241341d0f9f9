import { Autocomplete, Button, Group, Input, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSendEvent } from "@/api/people";
import type { Json, Person } from "@/api/types";
import { vocabularyQuery } from "@/api/workspace";
import { Code } from "@/ui/Code";
import { personLabel } from "@/ui/format";
import { said } from "@/ui/notify";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";

function parse(text: string): Record<string, Json> | null {
  try {
    const value: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, Json>)
      : null;
  } catch {
    return null;
  }
}

/** An event by hand: it counts like one from the product. */
export function SendEventModal({
  person,
  opened,
  onClose,
}: {
  person: Person;
  opened: boolean;
  onClose: () => void;
}) {
  const { id } = useHere();
  const send = useSendEvent(id, person.cio_id);
  const vocabulary = useQuery({ ...vocabularyQuery(id), enabled: opened });
  const events = vocabulary.data?.events ?? [];
  const [name, setName] = useState("");
  const [text, setText] = useState("{}");
  const data = parse(text);
  const choose = (next: string) => {
    setName(next);
    const known = events.find((event) => event.name === next);
    if (known && (text === "{}" || name !== ""))
      setText(
        JSON.stringify(
          Object.fromEntries(known.properties.map((p) => [p.name, p.samples[0] ?? null])),
          null,
          2,
        ),
      );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!data) return;
    send.mutate(
      { name, data },
      {
        onSuccess: () => {
          said(`${name} was sent for ${personLabel(person)}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Send test event" size={520}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text c="dimmed">It counts like an event from your product: segments change, campaigns start.</Text>
          <Autocomplete
            size="xs"
            label="Event"
            data-autofocus
            data={events.map((event) => event.name)}
            value={name}
            onChange={setName}
            onOptionSubmit={choose}
            placeholder="signed_up"
          />
          <Input.Wrapper
            label="Data"
            error={data ? undefined : "Expected a JSON object, like {“plan”: “trial”}."}
          >
            <Code value={text} onChange={setText} language="json" label="Data of the event" maxHeight={220} />
          </Input.Wrapper>
          {send.error && <Trouble error={send.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={send.isPending} disabled={name.trim() === "" || !data}>
              Send event
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
