import type { Condition } from "@/definition/condition";
import { groupOf } from "@/definition/edit";
import { conditionInWords } from "@/definition/summary";
import classes from "./ConditionTree.module.css";

const WORDS = { all: "all of", any: "any of", none: "none of" } as const;

/** A condition tree to read: groups as indented lists. */
export function ConditionTree({ when }: { when: Condition }) {
  const group = groupOf(when);
  if (!group) return <div className={classes.leaf}>{conditionInWords(when)}</div>;
  if (group.items.length === 1 && group.mode !== "none" && group.items[0])
    return <ConditionTree when={group.items[0]} />;
  return (
    <div className={classes.group}>
      <span className={classes.mode}>{WORDS[group.mode]}</span>
      <ul>
        {group.items.map((item) => (
          <li key={JSON.stringify(item)}>
            <ConditionTree when={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
