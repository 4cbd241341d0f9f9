import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import { useCreatePerson } from "@/api/people";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";

/** Adds one person by hand. */
export function NewPersonModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { id: workspace } = useHere();
  const navigate = useNavigate();
  const create = useCreatePerson(workspace);
  const [id, setId] = useState("");
  const [email, setEmail] = useState("");
  const wrong = (pointer: string) =>
    create.error instanceof ApiError ? create.error.at(pointer) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { id: id || undefined, email: email || undefined },
      {
        onSuccess: (person) =>
          navigate({ to: "/w/$ws/people/$person", params: { ws: String(workspace), person: person.cio_id } }),
      },
    );
  };
  return (
    <Modal opened={opened} onClose={onClose} title="New person" size={420}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text c="dimmed">
            People usually come from your product by themselves. This is for trying things out.
          </Text>
          <TextInput
            label="E-mail"
            type="email"
            data-autofocus
            value={email}
            error={wrong("/email")}
            onChange={(e) => setEmail(e.currentTarget.value)}
          />
          <TextInput
            label="Id"
            description="The id your product knows this person by."
            value={id}
            error={wrong("/id")}
            onChange={(e) => setId(e.currentTarget.value)}
          />
          {create.error && <Trouble error={create.error} hide={["/email", "/id"]} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} disabled={id === "" && email === ""}>
              Create person
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
