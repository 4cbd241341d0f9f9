import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import classes from "./DayChart.module.css";
import { compact, count, shortDate } from "./format";

type Point = { date: string; count: number; entered: number; left: number };

/** The size of a group day by day. */
export function CountChart({
  points,
  label,
  height,
}: {
  points: readonly Point[];
  label: string;
  height: number;
}) {
  const axis = { fontSize: 11, fill: "var(--text-3)" };
  if (points.length < 2) return <p style={{ color: "var(--text-3)" }}>The curve begins tomorrow.</p>;
  return (
    <figure className={classes.figure} aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <AreaChart data={[...points]} margin={{ top: 6, right: 8, bottom: 0, left: 0 }}>
          <defs>
            <linearGradient id="count-fill" x1="0" y1="0" x2="0" y2="1">
              <stop offset="0%" stopColor="var(--chart-2)" stopOpacity={0.2} />
              <stop offset="100%" stopColor="var(--chart-2)" stopOpacity={0} />
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
            width={48}
            allowDecimals={false}
            domain={["auto", "auto"]}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-2)" }}
            isAnimationActive={false}
            content={({ active, payload }) =>
              active ? <Tip point={payload[0]?.payload as Point | undefined} /> : null
            }
          />
          <Area
            type="monotone"
            dataKey="count"
            stroke="var(--chart-2)"
            strokeWidth={2}
            fill="url(#count-fill)"
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </figure>
  );
}

function Tip({ point }: { point: Point | undefined }) {
  if (!point) return null;
  return (
    <div className={classes.tip}>
      <strong>{shortDate(point.date)}</strong>
      <div className={classes.line}>
        <span>People</span>
        <span className="num">{count(point.count)}</span>
      </div>
      <div className={classes.line}>
        <span>Entered</span>
        <span className="num">+{count(point.entered)}</span>
      </div>
      <div className={classes.line}>
        <span>Left</span>
        <span className="num">−{count(point.left)}</span>
      </div>
    </div>
  );
}
