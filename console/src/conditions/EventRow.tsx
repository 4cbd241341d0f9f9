import { ActionIcon, Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Condition, EventName, NotPerformed, Performed, PropertyTest } from "@/definition/condition";
import { newPropertyTest, withWindow } from "@/definition/edit";
import { useKnown } from "./ConditionBuilder";
import classes from "./conditions.module.css";
import { NameField, TestFields, WindowField } from "./fields";

type Props = { node: Performed | NotPerformed; onChange: (condition: Condition) => void };

/** An event that has or has not happened, how often, in which time, and with which data. */
export function EventRow({ node, onChange }: Props) {
  const { vocabulary } = useKnown();
  const happened = "performed" in node;
  const event = happened ? node.performed : node.not_performed;
  const known = vocabulary.events.find((one) => one.name === event);
  const setEvent = (next: EventName) =>
    onChange(happened ? { ...node, performed: next } : { ...node, not_performed: next });
  const flip = (next: string | null) => {
    const { where, within } = node;
    const shared = { ...(where ? { where } : {}), ...(within ? { within } : {}) };
    onChange(next === "performed" ? { performed: event, ...shared } : { not_performed: event, ...shared });
  };
  const tests = node.where ?? [];
  const setTests = (where: PropertyTest[]) => {
    const { where: _old, ...rest } = node;
    onChange((where.length === 0 ? rest : { ...rest, where }) as Condition);
  };
  return (
    <>
      <Select
        w={136}
        data={[
          { value: "performed", label: "has performed" },
          { value: "not_performed", label: "has not performed" },
        ]}
        value={happened ? "performed" : "not_performed"}
        allowDeselect={false}
        aria-label="Has or has not"
        onChange={flip}
      />
      {typeof event === "string" ? (
        <NameField
          label="Event"
          names={vocabulary.events.map((one) => one.name)}
          value={event}
          onChange={setEvent}
        />
      ) : (
        <TextInput
          w={240}
          value={"page" in event ? event.page : event.screen}
          placeholder="https://…"
          aria-label={"page" in event ? "Page address" : "Screen"}
          leftSection={<span className={classes.prefix}>{"page" in event ? "page" : "screen"}</span>}
          leftSectionWidth={50}
          onChange={(e) =>
            setEvent("page" in event ? { page: e.currentTarget.value } : { screen: e.currentTarget.value })
          }
        />
      )}
      {happened && (
        <Times value={node.at_least} onChange={(at_least) => onChange(withTimes(node, at_least))} />
      )}
      <WindowField
        within={node.within}
        never={happened ? "at any time" : "ever"}
        onChange={(within) => onChange(withWindow(node, within))}
      />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} />}
        onClick={() => setTests([...tests, newPropertyTest()])}
        px={6}
      >
        where
      </Button>
      {tests.map((test, i) => {
        const property = known?.properties.find((one) => one.name === test.property);
        const set = (next: PropertyTest) => setTests(tests.map((old, n) => (n === i ? next : old)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a test is known by its place
          <div key={i} className={classes.where}>
            <span className={classes.word}>{i === 0 ? "where" : "and"}</span>
            <NameField
              label="Property"
              width={140}
              names={(known?.properties ?? []).map((one) => one.name)}
              value={test.property}
              onChange={(name) => set({ ...test, property: name })}
            />
            <TestFields
              op={test}
              type={property?.type}
              samples={property?.samples ?? []}
              onChange={(op) => set({ property: test.property, ...op })}
            />
            <ActionIcon
              color="gray"
              aria-label="Remove the property test"
              onClick={() => setTests(tests.filter((_, n) => n !== i))}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        );
      })}
    </>
  );
}

function withTimes(node: Performed, atLeast: number): Performed {
  const { at_least: _old, ...rest } = node;
  return atLeast <= 1 ? rest : { ...rest, at_least: atLeast };
}

function Times({ value, onChange }: { value: number | undefined; onChange: (n: number) => void }) {
  return (
    <>
      <span className={classes.word}>at least</span>
      <NumberInput
        size="xs"
        w={56}
        min={1}
        max={1000}
        allowDecimal={false}
        allowNegative={false}
        value={value ?? 1}
        aria-label="Number of times"
        onChange={(n) => onChange(Math.max(1, Number(n) || 1))}
      />
      <span className={classes.word}>{(value ?? 1) === 1 ? "time" : "times"}</span>
    </>
  );
}
