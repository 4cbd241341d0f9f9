import { ActionIcon, Button, Textarea, TextInput, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Json } from "@/api/types";
import { inWords } from "@/ui/Trouble";
import classes from "./AttributesPanel.module.css";
import { readValue, writeValue } from "./attribute";

type Props = {
  name?: string;
  value?: Json;
  pending: boolean;
  error: unknown;
  onSave: (name: string, value: Json) => void;
  onCancel: () => void;
};

/** One attribute being changed, or a new one when it has no name yet. */
export function AttributeForm({ name, value = "", pending, error, onSave, onCancel }: Props) {
  const [newName, setNewName] = useState("");
  const [text, setText] = useState(writeValue(value));
  const target = name ?? newName.trim();
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && !event.shiftKey) submit(event);
  };
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (target !== "") onSave(target, readValue(text, value));
  };
  const identifier = name === "id" || name === "email";
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={keys}>
      {name === undefined ? (
        <TextInput
          placeholder="Name"
          aria-label="Name of the attribute"
          autoFocus
          value={newName}
          onChange={(event) => setNewName(event.currentTarget.value)}
        />
      ) : (
        <strong>{name}</strong>
      )}
      <Textarea
        autosize
        minRows={1}
        maxRows={10}
        placeholder="Value"
        aria-label="Value of the attribute"
        autoFocus={name !== undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={error ? (inWords(error).errors[0]?.detail ?? inWords(error).title) : undefined}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={pending} disabled={target === ""}>
          Save
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {name !== undefined && !identifier && (
          <Tooltip label="Remove the attribute">
            <ActionIcon
              color="red"
              ml="auto"
              aria-label={`Remove ${name}`}
              onClick={() => onSave(name, null)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </form>
  );
}
