import { Skeleton, UnstyledButton } from "@mantine/core";
import type { Home, Metric } from "@/api/types";
import { DayChart } from "@/ui/DayChart";
import { Delta } from "@/ui/Delta";
import { compact, percent } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import classes from "./MetricsPanel.module.css";

const METRICS: readonly { key: Metric; label: string; color: string }[] = [
  { key: "sent", label: "Sent", color: "var(--chart-1)" },
  { key: "opened", label: "Opened", color: "var(--chart-2)" },
  { key: "clicked", label: "Clicked", color: "var(--chart-5)" },
  { key: "converted", label: "Converted", color: "var(--chart-4)" },
];

type Props = { home: Home | undefined; metric: Metric; onMetric: (metric: Metric) => void; days: number };

/** The four numbers of the period; the chosen one as a curve. */
export function MetricsPanel({ home, metric, onMetric, days }: Props) {
  const chosen = METRICS.find((one) => one.key === metric) ?? METRICS[0];
  return (
    <Panel>
      <div className={classes.tiles} role="group" aria-label="Numbers of the period">
        {METRICS.map(({ key, label, color }) => (
          <UnstyledButton
            key={key}
            className={classes.tile}
            onClick={() => onMetric(key)}
            aria-pressed={metric === key}
          >
            <span className={classes.label}>
              <span className={classes.dot} style={{ background: color }} /> {label}
            </span>
            {home ? (
              <>
                <span className={`${classes.value} num`}>{compact(home.totals[key].value)}</span>
                <span className={classes.foot}>
                  <Delta now={home.totals[key].value} before={home.totals[key].before} />
                  {key === "sent" && home.totals.sent.value > 0 && (
                    <span className="num">{compact(Math.round(home.totals.sent.value / days))} a day</span>
                  )}
                  {key !== "sent" && home.totals.delivered.value > 0 && (
                    <span className="num">
                      {percent(home.totals[key].value, home.totals.delivered.value)} of delivered
                    </span>
                  )}
                </span>
              </>
            ) : (
              <Skeleton height={22} width={72} my={8} />
            )}
          </UnstyledButton>
        ))}
      </div>
      <div className={classes.chart}>
        {home && chosen ? (
          <DayChart
            points={home.series}
            metric={chosen.key}
            color={chosen.color}
            label={`${chosen.label} per day, last ${days} days`}
            height={236}
          />
        ) : (
          <Skeleton height={236} />
        )}
      </div>
    </Panel>
  );
}
