type Props = {
  points: readonly number[];
  label: string;
  width?: number;
  height?: number;
  color?: string;
  fill?: boolean;
};

/** A small picture of a series: its shape, not its values. */
export function Sparkline({
  points,
  label,
  width = 96,
  height = 24,
  color = "var(--chart-1)",
  fill = true,
}: Props) {
  if (points.length < 2 || points.every((p) => p === 0)) {
    return (
      <svg width={width} height={height} role="img" aria-label={`${label}: nothing yet`}>
        <line
          x1="0"
          x2={width}
          y1={height - 2}
          y2={height - 2}
          stroke="var(--line-2)"
          strokeDasharray="2 3"
        />
      </svg>
    );
  }
  const max = Math.max(...points);
  const min = Math.min(...points);
  const range = max - min || 1;
  const x = (i: number) => (i / (points.length - 1)) * (width - 3) + 1.5;
  const y = (p: number) => height - 2 - ((p - min) / range) * (height - 5);
  const line = points.map((p, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(p).toFixed(1)}`).join("");
  const last = points[points.length - 1] ?? 0;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ display: "block", overflow: "visible" }}
    >
      {fill && (
        <path d={`${line}L${x(points.length - 1)} ${height}L${x(0)} ${height}Z`} fill={color} opacity={0.1} />
      )}
      <path
        d={line}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(points.length - 1)} cy={y(last)} r={2} fill={color} />
    </svg>
  );
}
