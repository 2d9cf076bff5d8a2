import { useMemo } from "react";
import { statsOf, type Values } from "./series";
import styles from "./Spark.module.css";
import { token, type Color } from "./theme";
import { formatNoun } from "./units";

export interface SparkProps {
  /** what it shows, for those who do not see it */
  label: string;
  values: Values;
  unit?: string;
  width?: number;
  height?: number;
  color?: Color;
  kind?: "line" | "bars";
  /** the same top for several, so that they can be compared */
  max?: number;
}

/** paths are the lines of known runs and the area under each. */
export function paths(values: Values, width: number, height: number, top: number): { line: string; area: string } {
  const n = values.length;
  const x = (i: number) => (n < 2 ? width / 2 : 1 + (i / (n - 1)) * (width - 2));
  const y = (v: number) => height - 1 - (top > 0 ? Math.min(1, Math.max(0, v / top)) : 0) * (height - 2);
  const f = (v: number) => String(Math.round(v * 10) / 10);
  let line = "";
  let area = "";
  for (let i = 0; i < n; ) {
    if (values[i] == null) {
      i++;
      continue;
    }
    let j = i;
    let run = "";
    while (j < n && values[j] != null) {
      run += `${j === i ? "M" : "L"}${f(x(j))} ${f(y(values[j]!))}`;
      j++;
    }
    // One value between unknown ones is a dot.
    line += j === i + 1 ? `${run}h0.01` : run;
    area += `${run}L${f(x(j - 1))} ${height}L${f(x(i))} ${height}Z`;
    i = j;
  }
  return { line, area };
}

/** Spark is a line in the height of a text. Its numbers stand beside it or behind the link it is in. */
export function Spark({ label, values, unit = "", width = 84, height = 18, color = 1, kind = "line", max }: SparkProps) {
  const stats = useMemo(() => statsOf(values), [values]);
  const top = max ?? stats.max ?? 0;
  const drawn = useMemo(() => (kind === "line" ? paths(values, width, height, top) : undefined), [kind, values, width, height, top]);
  const words = stats.max === null ? `${label}: no values` : `${label}: ${formatNoun(stats.min, unit)} to ${formatNoun(stats.max, unit)}, last ${formatNoun(values[values.length - 1], unit)}`;
  const slot = width / Math.max(1, values.length);
  return (
    <svg className={styles.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words} style={{ color: token(color) }}>
      <title>{words}</title>
      {drawn ? (
        <>
          <path d={drawn.area} fill="currentColor" fillOpacity="0.14" />
          <path d={drawn.line} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" strokeLinecap="round" />
        </>
      ) : (
        values.map((v, i) => {
          if (v == null || v <= 0 || top <= 0) return null;
          const h = Math.max(1, Math.min(1, v / top) * height);
          return <rect key={i} x={i * slot} y={height - h} width={Math.max(0.5, slot * 0.82)} height={h} fill="currentColor" />;
        })
      )}
    </svg>
  );
}
