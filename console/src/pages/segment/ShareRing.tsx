const RADIUS = 21;
const ROUND = 2 * Math.PI * RADIUS;

/** A part of a whole as a ring. */
export function ShareRing({ part, of }: { part: number; of: number }) {
  const share = of === 0 ? 0 : Math.min(1, part / of);
  return (
    <svg width={54} height={54} viewBox="0 0 54 54" aria-hidden>
      <circle cx={27} cy={27} r={RADIUS} fill="none" stroke="var(--surface-3)" strokeWidth={7} />
      <circle
        cx={27}
        cy={27}
        r={RADIUS}
        fill="none"
        stroke="var(--chart-2)"
        strokeWidth={7}
        strokeLinecap={share > 0.02 ? "round" : "butt"}
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        transform="rotate(-90 27 27)"
        style={{ transition: "stroke-dasharray 300ms var(--ease)" }}
      />
    </svg>
  );
}
