import { ActionIcon, Button, Menu, Select, Tooltip } from "@mantine/core";
import {
  IconBolt,
  IconBoltOff,
  IconBraces,
  IconFileText,
  IconPlus,
  IconStack2,
  IconTag,
  IconTrash,
} from "@tabler/icons-react";
import type { Condition } from "@/definition/condition";
import { fromGroup, type Group, groupOf, type Mode, type NewKind, newCondition } from "@/definition/edit";
import { ConditionRow } from "./ConditionRow";
import classes from "./conditions.module.css";

const MODES: { value: Mode; label: string }[] = [
  { value: "all", label: "all" },
  { value: "any", label: "any" },
  { value: "none", label: "none" },
];

const JOIN: Record<Mode, string> = { all: "and", any: "or", none: "nor" };

const KINDS: readonly { kind: NewKind; label: string; about: string; icon: typeof IconTag }[] = [
  { kind: "attribute", label: "Attribute", about: "what a person is", icon: IconTag },
  { kind: "performed", label: "Event happened", about: "what a person did", icon: IconBolt },
  {
    kind: "not_performed",
    label: "Event did not happen",
    about: "what a person has not done",
    icon: IconBoltOff,
  },
  { kind: "page", label: "Page viewed", about: "an address a person visited", icon: IconFileText },
  { kind: "in_segment", label: "Segment", about: "in or not in another segment", icon: IconStack2 },
  { kind: "group", label: "Group", about: "conditions within conditions", icon: IconBraces },
];

const DEPTH_MAX = 6;

type Props = { group: Group; onChange: (group: Group) => void; onRemove?: () => void; depth: number };

/** All, any or none of the rows inside. */
export function GroupEditor({ group, onChange, onRemove, depth }: Props) {
  const set = (i: number, next: Condition) =>
    onChange({ ...group, items: group.items.map((item, n) => (n === i ? next : item)) });
  const remove = (i: number) => onChange({ ...group, items: group.items.filter((_, n) => n !== i) });
  const add = (kind: NewKind) => onChange({ ...group, items: [...group.items, newCondition(kind)] });
  return (
    <div
      className={depth === 0 ? classes.root : classes.group}
      role="group"
      aria-label={depth === 0 ? "Conditions" : "Group of conditions"}
    >
      <div className={classes.groupHead}>
        <span>{group.mode === "none" ? "Matches" : "Match"}</span>
        <Select
          w={74}
          data={MODES}
          value={group.mode}
          allowDeselect={false}
          onChange={(mode) => onChange({ ...group, mode: (mode ?? "all") as Mode })}
          aria-label="How the conditions combine"
        />
        <span>of these</span>
        {onRemove && (
          <Tooltip label="Remove the group">
            <ActionIcon color="gray" ml="auto" aria-label="Remove the group" onClick={onRemove}>
              <IconTrash size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div className={classes.items}>
        {group.items.map((item, i) => {
          const inner = groupOf(item);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
            <div key={i} className={classes.item}>
              {i > 0 && <span className={classes.join}>{JOIN[group.mode]}</span>}
              {inner ? (
                <GroupEditor
                  group={inner}
                  depth={depth + 1}
                  onChange={(next) => set(i, fromGroup(next))}
                  onRemove={() => remove(i)}
                />
              ) : (
                <ConditionRow condition={item} onChange={(next) => set(i, next)} onRemove={() => remove(i)} />
              )}
            </div>
          );
        })}
      </div>
      <Menu position="bottom-start" width={400}>
        <Menu.Target>
          <Button
            variant={group.items.length === 0 ? "filled" : "subtle"}
            color={group.items.length === 0 ? undefined : "gray"}
            leftSection={<IconPlus size={14} />}
            className={classes.add}
          >
            Add condition
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.filter(({ kind }) => kind !== "group" || depth < DEPTH_MAX).map(
            ({ kind, label, about, icon: Picture }) => (
              <Menu.Item
                key={kind}
                leftSection={<Picture size={15} stroke={1.8} />}
                onClick={() => add(kind)}
                rightSection={<span className={classes.about}>{about}</span>}
              >
                {label}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
