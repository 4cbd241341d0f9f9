import { Button, Checkbox, Menu, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChevronDown, IconFilter, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ActivityFilter } from "@/api/activity";
import type { ActivityType } from "@/api/types";
import { ACTIVITY, ACTIVITY_TYPES } from "@/ui/activityLook";
import { PersonPick } from "@/ui/PersonPick";
import classes from "./FilterBar.module.css";

type Props = { filter: ActivityFilter; onChange: (filter: ActivityFilter) => void };

const GROUPS = ["Data", "People", "Messages"] as const;

export function FilterBar({ filter, onChange }: Props) {
  const [name, setName] = useState(filter.name);
  const later = useDebouncedCallback((next: string) => onChange({ ...filter, name: next }), 250);
  const any = filter.type.length > 0 || filter.name !== "" || filter.person !== "" || filter.failed;
  const clear = () => {
    setName("");
    onChange({ type: [], name: "", person: "", failed: false });
  };
  return (
    <div className={classes.bar} role="search" aria-label="Filter the log">
      <TypeMenu chosen={filter.type} onChange={(type) => onChange({ ...filter, type })} />
      <TextInput
        w={220}
        placeholder="Event, attribute or message"
        aria-label="Name"
        leftSection={<IconSearch size={14} />}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
      />
      <PersonPick value={filter.person} onChange={(person) => onChange({ ...filter, person })} />
      <Checkbox
        label="Failed only"
        checked={filter.failed}
        onChange={(event) => onChange({ ...filter, failed: event.currentTarget.checked })}
      />
      {any && (
        <Button variant="subtle" color="gray" onClick={clear}>
          Clear
        </Button>
      )}
    </div>
  );
}

function TypeMenu({ chosen, onChange }: { chosen: readonly string[]; onChange: (types: string[]) => void }) {
  const toggle = (type: ActivityType) =>
    onChange(chosen.includes(type) ? chosen.filter((one) => one !== type) : [...chosen, type]);
  const only = chosen[0] as ActivityType | undefined;
  const label =
    chosen.length === 0 || !only
      ? "All types"
      : chosen.length === 1
        ? ACTIVITY[only].words
        : `${chosen.length} types`;
  return (
    <Menu closeOnItemClick={false} position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={14} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.types}>
        {GROUPS.map((group) => (
          <div key={group}>
            <Menu.Label>{group}</Menu.Label>
            {ACTIVITY_TYPES.filter((type) => ACTIVITY[type].group === group).map((type) => (
              <Menu.Item
                key={type}
                role="menuitemcheckbox"
                aria-checked={chosen.includes(type)}
                onClick={() => toggle(type)}
                leftSection={<Checkbox readOnly checked={chosen.includes(type)} tabIndex={-1} aria-hidden />}
              >
                {ACTIVITY[type].words}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
