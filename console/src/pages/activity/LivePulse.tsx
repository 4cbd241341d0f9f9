import { Button, Tooltip } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { plural } from "@/ui/format";
import { Status } from "@/ui/Status";
import classes from "./LivePulse.module.css";
import type { Live } from "./useLive";

type Props = { live: Live; paused: boolean; onPause: (paused: boolean) => void };

/** Whether the log is live, how much arrives, and the pause button. */
export function LivePulse({ live, paused, onPause }: Props) {
  const top = Math.max(4, ...live.perSecond);
  const minute = live.perSecond.reduce((sum, n) => sum + n, 0);
  return (
    <>
      {live.skipped > 0 && <Status tone="warn">{plural(live.skipped, "line")} skipped</Status>}
      <Tooltip label={`${plural(minute, "line")} in the last minute`}>
        <svg
          className={classes.bars}
          width={182}
          height={26}
          role="img"
          aria-label={`${minute} lines in the last minute`}
        >
          {live.perSecond.map((n, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is the second it stands for
              key={i}
              x={i * 3 + 1}
              width={2}
              rx={1}
              y={25 - Math.max(1.5, (n / top) * 24)}
              height={Math.max(1.5, (n / top) * 24)}
              data-some={n > 0 || undefined}
            />
          ))}
        </svg>
      </Tooltip>
      {paused ? (
        <Status tone="warn">Paused</Status>
      ) : live.connected ? (
        <Status tone="good" pulse>
          Live
        </Status>
      ) : (
        <Status tone="quiet">Connecting…</Status>
      )}
      <Button
        variant="default"
        miw={92}
        leftSection={paused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
        onClick={() => onPause(!paused)}
      >
        {paused ? (live.waiting > 0 ? `Show ${live.waiting} new` : "Go on") : "Pause"}
      </Button>
    </>
  );
}
