import { Button, Skeleton, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import type { SandboxRow } from "@/api/types";
import { Status } from "@/ui/Status";
import { When } from "@/ui/When";
import classes from "./SandboxPage.module.css";

type Props = {
  rows: readonly SandboxRow[] | undefined;
  more: { has: boolean; loading: boolean; load: () => void };
  chosen: string | null;
  onChoose: (id: string) => void;
};

/** The inbox, newest first. The arrow keys move through it. */
export function MessageList({ rows, more, chosen, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const by =
      event.key === "ArrowDown" || event.key === "j"
        ? 1
        : event.key === "ArrowUp" || event.key === "k"
          ? -1
          : 0;
    if (by === 0 || !rows) return;
    event.preventDefault();
    const at = rows.findIndex((row) => row.id === chosen) + by;
    const next = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelectorAll("button")[rows.indexOf(next)]?.focus();
  };
  return (
    <section className={classes.list} aria-label="Messages">
      {!rows && [0, 1, 2, 3, 4].map((n) => <Skeleton key={n} height={44} m={14} width="auto" />)}
      <ul ref={list} onKeyDown={move}>
        {rows?.map((row) => (
          <li key={row.id}>
            <UnstyledButton
              className={`${classes.row} ${row.opened_at ? classes.read : ""}`}
              aria-current={row.id === chosen}
              onClick={() => onChoose(row.id)}
            >
              <span className={classes.line}>
                {!row.opened_at && (
                  <span className={classes.unread}>
                    <span className="visually-hidden">Not opened</span>
                  </span>
                )}
                <span className={classes.to}>{row.to}</span>
                <span className={classes.when}>
                  <When at={row.at} />
                </span>
              </span>
              <span className={classes.subject}>{row.subject}</span>
              <span className={classes.line}>
                <span className={classes.preheader}>{row.preheader ?? row.campaign?.name ?? ""}</span>
                {row.clicked_at && <Status tone="plum">Clicked</Status>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {more.has && (
        <Button variant="subtle" color="gray" fullWidth loading={more.loading} onClick={more.load}>
          Show earlier
        </Button>
      )}
    </section>
  );
}
