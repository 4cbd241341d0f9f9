import { ActionIcon, CopyButton, Tooltip, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./Copy.module.css";

export function CopyIcon({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? "Copied" : label}>
          <ActionIcon color="gray" onClick={copy} aria-label={label}>
            {copied ? <IconCheck size={15} color="var(--good)" /> : <IconCopy size={15} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** A short value in type-writer letters that copies itself when clicked. */
export function CopyChip({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? "Copied" : `Copy ${label}`}>
          <UnstyledButton className={classes.chip} onClick={copy} aria-label={`Copy ${label} ${value}`}>
            <span className={classes.label}>{label}</span>
            <code>{value}</code>
            {copied ? (
              <IconCheck size={12} color="var(--good)" />
            ) : (
              <IconCopy size={12} className={classes.icon} />
            )}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
