import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { DayPoint, Metric } from "@/api/types";
import classes from "./DayChart.module.css";
import { compact, count, percent, shortDate } from "./format";

type Props = { points: readonly DayPoint[]; metric: Metric; color: string; label: string; height: number };

/** One metric per day as a curve, with the other numbers of the day on hover. */
export function DayChart({ points, metric, color, label, height }: Props) {
  const gradient = `day-${metric}`;
  const axis = { fontSize: 11, fill: "var(--text-3)" };
  const nothing = points.every((point) => point[metric] === 0);
  return (
    <figure className={classes.figure} aria-label={label}>
      {nothing && <figcaption className={classes.nothing}>Nothing in these days.</figcaption>}
      <ResponsiveContainer width="100%" height={height}>
        <AreaChart data={[...points]} margin={{ top: 6, right: 8, bottom: 0, left: 0 }}>
          <defs>
            <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0%" stopColor={color} stopOpacity={0.2} />
              <stop offset="100%" stopColor={color} stopOpacity={0} />
            </linearGradient>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="date"
            tickFormatter={shortDate}
            tick={axis}
            tickLine={false}
            axisLine={false}
            minTickGap={44}
            dy={4}
          />
          <YAxis
            tickFormatter={compact}
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={44}
            domain={nothing ? [0, 4] : [0, "auto"]}
            allowDecimals={false}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-2)" }}
            content={({ active, payload }) =>
              active ? <Day point={payload[0]?.payload as DayPoint | undefined} /> : null
            }
            isAnimationActive={false}
          />
          <Area
            type="monotone"
            dataKey={metric}
            stroke={color}
            strokeWidth={2}
            fill={`url(#${gradient})`}
            isAnimationActive={false}
            activeDot={{ r: 4, strokeWidth: 2, stroke: "var(--surface)" }}
          />
        </AreaChart>
      </ResponsiveContainer>
    </figure>
  );
}

const LINES: readonly [Metric, string][] = [
  ["sent", "Sent"],
  ["opened", "Opened"],
  ["clicked", "Clicked"],
  ["converted", "Converted"],
];

function Day({ point }: { point: DayPoint | undefined }) {
  if (!point) return null;
  return (
    <div className={classes.tip}>
      <strong>{shortDate(point.date)}</strong>
      {LINES.map(([key, label]) => (
        <div key={key} className={classes.line}>
          <span>{label}</span>
          <span className="num">{count(point[key])}</span>
          <span className={`${classes.share} num`}>
            {key === "sent" ? "" : percent(point[key], point.delivered)}
          </span>
        </div>
      ))}
    </div>
  );
}
