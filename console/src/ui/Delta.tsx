import { Tooltip } from "@mantine/core";
import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import { change, count } from "./format";

/** How a number moved against the period before. */
export function Delta({ now, before }: { now: number; before: number }) {
  if (now === 0 && before === 0) return null;
  const { text, direction } = change(now, before);
  const color = direction === "up" ? "var(--good)" : direction === "down" ? "var(--bad)" : "var(--text-3)";
  return (
    <Tooltip label={`${count(before)} in the period before`}>
      <span
        className="num"
        style={{
          color,
          display: "inline-flex",
          alignItems: "center",
          gap: 2,
          fontWeight: 500,
          whiteSpace: "nowrap",
        }}
      >
        {direction === "up" && <IconArrowUpRight size={13} aria-label="up" />}
        {direction === "down" && <IconArrowDownRight size={13} aria-label="down" />}
        {text}
      </span>
    </Tooltip>
  );
}
