import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import type { Json } from "@/api/types";
import { dayAndTime } from "@/ui/format";
import { useHere } from "@/ui/workspace";
import classes from "./AttributesPanel.module.css";

const TIME_NAME = /(_at|_date|_time|^created)$/;

/** Epoch seconds under a name that speaks of time are shown as a time as well. */
function asTime(name: string, value: Json): string | null {
  if (typeof value !== "number" || !TIME_NAME.test(name)) return null;
  return value > 100_000_000 && value < 10_000_000_000 ? new Date(value * 1000).toISOString() : null;
}

export function valueInWords(value: Json): string {
  if (value === null) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

type Props = { name: string; value: Json; updatedAt: string | null; onEdit?: () => void };

export function AttributeValue({ name, value, updatedAt, onEdit }: Props) {
  const { zone } = useHere();
  const time = asTime(name, value);
  const text = time ? dayAndTime(time, zone) : valueInWords(value);
  const kind =
    typeof value === "object" && value !== null
      ? classes.json
      : typeof value === "string" || value === null
        ? ""
        : classes.literal;
  return (
    <div className={classes.row}>
      <dt title={updatedAt ? `Changed ${dayAndTime(updatedAt, zone)}` : undefined}>{name}</dt>
      <dd className={kind}>
        <Tooltip label={time ? String(value) : text} multiline maw={420} disabled={text.length < 30 && !time}>
          <span>{text}</span>
        </Tooltip>
        {onEdit && (
          <UnstyledButton className={classes.edit} onClick={onEdit} aria-label={`Change ${name}`}>
            <IconPencil size={14} />
          </UnstyledButton>
        )}
      </dd>
    </div>
  );
}
