import { Tooltip } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { ago, exactly } from "./format";
import { useHere } from "./workspace";

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 5000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** The present, renewed every five seconds for everybody at once. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** An instant as people say it, with the exact time on hover. */
export function When({ at, none = "never" }: { at: string | null; none?: string }) {
  const { zone } = useHere();
  const current = useNow();
  if (!at) return <span style={{ color: "var(--text-3)" }}>{none}</span>;
  return (
    <Tooltip label={exactly(at, zone)}>
      <time dateTime={at} className="num" style={{ whiteSpace: "nowrap" }}>
        {ago(at, Math.max(current, Date.now()), zone)}
      </time>
    </Tooltip>
  );
}
