import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findPeopleQuery, personQuery } from "@/api/people";
import type { PersonRef } from "@/api/types";
import { personLabel } from "./format";
import { useHere } from "./workspace";

type Props = { value: string; onChange: (cioId: string) => void; placeholder?: string; width?: number };

function label(person: PersonRef): string {
  const name = personLabel(person);
  return person.email && person.email !== name ? `${name} · ${person.email}` : name;
}

/** Chooses one person by typing a part of the id, e-mail address or name. */
export function PersonPick({ value, onChange, placeholder = "Any person", width = 220 }: Props) {
  const { id } = useHere();
  const [typed, setTyped] = useState("");
  const [slow] = useDebouncedValue(typed, 150);
  const found = useQuery(findPeopleQuery(id, slow, 12));
  const current = useQuery({ ...personQuery(id, value), enabled: value !== "", refetchInterval: false });
  const people = new Map((found.data?.items ?? []).map((person) => [person.cio_id, label(person)]));
  if (value !== "" && current.data) people.set(value, label(current.data));
  return (
    <Select
      w={width}
      searchable
      clearable
      placeholder={placeholder}
      aria-label="Person"
      leftSection={<IconUser size={14} />}
      data={[...people].map(([cioId, text]) => ({ value: cioId, label: text }))}
      filter={({ options }) => options}
      nothingFoundMessage="Nobody found"
      value={value === "" ? null : value}
      onChange={(next) => onChange(next ?? "")}
      onSearchChange={setTyped}
    />
  );
}
