import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useEditPerson } from "@/api/people";
import type { Json, Person } from "@/api/types";
import { count } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { useHere, useMay } from "@/ui/workspace";
import { AttributeForm } from "./AttributeForm";
import classes from "./AttributesPanel.module.css";
import { AttributeValue } from "./AttributeValue";

const SEARCH_FROM = 12;

/** What is known about the person; each value can be changed in place. */
export function AttributesPanel({ person }: { person: Person }) {
  const { id } = useHere();
  const may = useMay();
  const edit = useEditPerson(id, person.cio_id);
  const [open, setOpen] = useState<string | null>(null);
  const [needle, setNeedle] = useState("");
  const identifiers = [
    { name: "id", value: person.id as Json, updated_at: null },
    { name: "email", value: person.email as Json, updated_at: null },
  ];
  const all = [...identifiers, ...person.attributes];
  const shown = all.filter((one) =>
    `${one.name} ${JSON.stringify(one.value)}`.toLowerCase().includes(needle.toLowerCase()),
  );
  const begin = (name: string) => {
    edit.reset();
    setOpen(name);
  };
  const save = (name: string, value: Json) =>
    edit.mutate({ [name]: value }, { onSuccess: () => setOpen(null) });
  const form = { pending: edit.isPending, error: edit.error, onSave: save, onCancel: () => setOpen(null) };
  return (
    <Panel
      title="Attributes"
      note={count(all.length)}
      tools={
        may.edit && (
          <Tooltip label="Add an attribute">
            <ActionIcon color="gray" aria-label="Add an attribute" onClick={() => begin("")}>
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
        )
      }
      flush
    >
      {all.length >= SEARCH_FROM && (
        <TextInput
          className={classes.search}
          placeholder="Find an attribute"
          aria-label="Find an attribute"
          leftSection={<IconSearch size={13} />}
          value={needle}
          onChange={(event) => setNeedle(event.currentTarget.value)}
        />
      )}
      {open === "" && <AttributeForm {...form} />}
      <dl className={classes.list}>
        {shown.map((one) =>
          open === one.name ? (
            <AttributeForm key={one.name} name={one.name} value={one.value} {...form} />
          ) : (
            <AttributeValue
              key={one.name}
              name={one.name}
              value={one.value}
              updatedAt={one.updated_at}
              onEdit={may.edit ? () => begin(one.name) : undefined}
            />
          ),
        )}
      </dl>
    </Panel>
  );
}
