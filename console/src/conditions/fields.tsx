import { Autocomplete, NumberInput, Select } from "@mantine/core";
import type { Json, ValueType } from "@/api/types";
import { type Op, type OpName, opOf, withOp } from "@/definition/condition";
import { formatDuration, parseDuration, UNITS, type Unit } from "@/definition/duration";
import { changeOp, coerce } from "@/definition/edit";

type NameProps = {
  label: string;
  names: readonly string[];
  value: string;
  onChange: (name: string) => void;
  width?: number;
};

/** A name that the workspace probably knows; anything may be typed. */
export function NameField({ label, names, value, onChange, width = 176 }: NameProps) {
  return (
    <Autocomplete
      size="xs"
      w={width}
      data={[...new Set(names)]}
      limit={30}
      value={value}
      onChange={onChange}
      placeholder={label}
      aria-label={label}
      spellCheck={false}
      comboboxProps={{ width: 260, position: "bottom-start" }}
    />
  );
}

type Choice = { value: string; label: string };

const OPS: Choice[] = [
  { value: "is", label: "is" },
  { value: "is_not", label: "is not" },
  { value: "gt", label: "greater than" },
  { value: "gte", label: "at least" },
  { value: "lt", label: "less than" },
  { value: "lte", label: "at most" },
  { value: "contains", label: "contains" },
  { value: "set", label: "is set" },
  { value: "unset", label: "is not set" },
];

type TestProps = {
  op: Op;
  type: ValueType | undefined;
  samples: readonly Json[];
  onChange: (op: Op) => void;
};

/** The operator and the value of a test. */
export function TestFields({ op, type, samples, onChange }: TestProps) {
  const { name, value } = opOf(op);
  const chosen = name === "exists" ? (value ? "set" : "unset") : name;
  const pick = (next: string | null) => {
    if (next === "set" || next === "unset") onChange({ exists: next === "set" });
    else onChange(changeOp(op, (next ?? "is") as OpName, type));
  };
  return (
    <>
      <Select
        w={112}
        data={OPS}
        value={chosen}
        allowDeselect={false}
        onChange={pick}
        aria-label="Comparison"
      />
      {name !== "exists" && (
        <Autocomplete
          size="xs"
          w={144}
          data={[...new Set(samples.map(String))]}
          limit={20}
          value={String(value)}
          onChange={(text) => onChange(withOp(name, name === "contains" ? text : coerce(text, name, type)))}
          placeholder="Value"
          aria-label="Value"
          spellCheck={false}
        />
      )}
    </>
  );
}

/** “ever”, or “in the last N days”. */
export function WindowField({
  within,
  onChange,
  never,
}: {
  within: string | undefined;
  onChange: (within: string | undefined) => void;
  never: string;
}) {
  const duration = within ? parseDuration(within) : null;
  return (
    <>
      <Select
        w={112}
        data={[
          { value: "ever", label: never },
          { value: "last", label: "in the last" },
        ]}
        value={within ? "last" : "ever"}
        allowDeselect={false}
        aria-label="Time span"
        onChange={(way) => onChange(way === "last" ? "7d" : undefined)}
      />
      {duration && (
        <>
          <NumberInput
            size="xs"
            w={60}
            min={1}
            max={3650}
            allowDecimal={false}
            allowNegative={false}
            value={duration.amount}
            aria-label="Amount"
            onChange={(n) => onChange(formatDuration({ ...duration, amount: Math.max(1, Number(n) || 1) }))}
          />
          <Select
            w={92}
            data={UNITS.map(({ value, label }) => ({ value, label }))}
            value={duration.unit}
            allowDeselect={false}
            aria-label="Unit"
            onChange={(unit) => onChange(formatDuration({ ...duration, unit: (unit ?? "d") as Unit }))}
          />
        </>
      )}
    </>
  );
}
