import { ActionIcon, Select, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconBolt,
  IconBoltOff,
  IconFileText,
  IconStack2,
  IconTag,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Condition, kindOf } from "@/definition/condition";
import type { Tone } from "@/ui/Status";
import tones from "@/ui/Status.module.css";
import { useKnown } from "./ConditionBuilder";
import classes from "./conditions.module.css";
import { EventRow } from "./EventRow";
import { NameField, TestFields } from "./fields";

type Props = { condition: Condition; onChange: (condition: Condition) => void; onRemove: () => void };

/** One condition that is not a group. */
export function ConditionRow({ condition, onChange, onRemove }: Props) {
  const c = kindOf(condition);
  switch (c.kind) {
    case "attribute":
      return (
        <Row icon={IconTag} tone="info" onRemove={onRemove}>
          <AttributeFields node={c.node} onChange={onChange} />
        </Row>
      );
    case "performed":
    case "not_performed": {
      const event = c.kind === "performed" ? c.node.performed : c.node.not_performed;
      const icon = typeof event !== "string" ? IconFileText : c.kind === "performed" ? IconBolt : IconBoltOff;
      return (
        <Row icon={icon} tone="accent" onRemove={onRemove}>
          <EventRow node={c.node} onChange={onChange} />
        </Row>
      );
    }
    case "in_segment":
      return (
        <Row icon={IconStack2} tone="teal" onRemove={onRemove}>
          <SegmentFields name={c.node.in_segment} inside onChange={onChange} />
        </Row>
      );
    case "not":
      return (
        <Row icon={IconStack2} tone="teal" onRemove={onRemove}>
          <SegmentFields
            name={"in_segment" in c.node.not ? c.node.not.in_segment : ""}
            inside={false}
            onChange={onChange}
          />
        </Row>
      );
    case "event":
    case "all":
    case "any":
      return null;
  }
}

function Row({
  icon: Picture,
  tone,
  onRemove,
  children,
}: {
  icon: Icon;
  tone: Tone;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <span className={`${classes.icon} ${tones[tone]}`}>
        <Picture size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={classes.fields}>{children}</div>
      <Tooltip label="Remove">
        <ActionIcon color="gray" aria-label="Remove the condition" onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function AttributeFields({
  node,
  onChange,
}: {
  node: Extract<Condition, { attribute: string }>;
  onChange: (c: Condition) => void;
}) {
  const { vocabulary } = useKnown();
  const known = vocabulary.attributes.find((attribute) => attribute.name === node.attribute);
  return (
    <>
      <NameField
        label="Attribute"
        names={["id", "email", ...vocabulary.attributes.map((one) => one.name)]}
        value={node.attribute}
        onChange={(attribute) => onChange({ ...node, attribute })}
      />
      <TestFields
        op={node}
        type={known?.type}
        samples={known?.samples ?? []}
        onChange={(op) => onChange({ attribute: node.attribute, ...op })}
      />
    </>
  );
}

function SegmentFields({
  name,
  inside,
  onChange,
}: {
  name: string;
  inside: boolean;
  onChange: (c: Condition) => void;
}) {
  const { segments } = useKnown();
  const make = (segment: string, within: boolean): Condition =>
    within ? { in_segment: segment } : { not: { in_segment: segment } };
  return (
    <>
      <Select
        w={96}
        data={[
          { value: "in", label: "is in" },
          { value: "out", label: "is not in" },
        ]}
        value={inside ? "in" : "out"}
        allowDeselect={false}
        aria-label="In or not in"
        onChange={(way) => onChange(make(name, way === "in"))}
      />
      <Select
        w={240}
        searchable
        data={[...segments]}
        value={name === "" ? null : name}
        placeholder="Choose a segment"
        nothingFoundMessage="No such segment"
        aria-label="Segment"
        onChange={(next) => onChange(make(next ?? "", inside))}
      />
    </>
  );
}
