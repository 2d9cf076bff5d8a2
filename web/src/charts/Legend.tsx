import { useMemo, type RefObject } from "react";
import { kindOf } from "./plot";
import { gapNames, statsOf, type Series, type Span } from "./series";
import styles from "./TimeSeries.module.css";
import { token, type Color } from "./theme";
import { formatValue, isAdditive } from "./units";

interface Props {
  series: readonly Series[];
  colors: readonly Color[];
  hidden: ReadonlySet<number>;
  onToggle: (i: number) => void;
  /** where the values under the cursor are written */
  cells: RefObject<(HTMLElement | null)[]>;
  form: "table" | "line";
  gaps: readonly (Span & { kind: string })[];
  range: Span;
}

function Key({ series, color, off }: { series: Series; color: Color; off: boolean }) {
  const kind = kindOf(series);
  return (
    <svg className={styles.key} width="16" height="10" aria-hidden="true" style={{ color: token(color) }} data-off={off || undefined}>
      {kind === "line" ? (
        <line x1="0" y1="5" x2="16" y2="5" stroke="currentColor" strokeWidth="2" strokeDasharray={series.compare ? "4 3" : undefined} />
      ) : (
        <rect x="3" y="0.5" width="10" height="9" rx="1.5" fill="currentColor" fillOpacity={kind === "area" ? 0.45 : 1} stroke="currentColor" />
      )}
    </svg>
  );
}

/** Legend names the series, switches them on and off, and gives their values under the cursor and over the range. */
export function Legend({ series, colors, hidden, onToggle, cells, form, gaps, range }: Props) {
  const stats = useMemo(() => series.map((s) => statsOf(s.values)), [series]);
  const total = series.some((s) => isAdditive(s.unit));
  const kinds = [...new Set(gaps.filter((g) => g.to > range.from && g.from < range.to).map((g) => gapNames[g.kind] ?? g.kind))];
  const banded = series.findIndex(({ band, compare }) => !compare && band?.high.some((high, i) => high != null && high > (band.low[i] ?? high)));

  const name = (s: Series, i: number) => (
    <button type="button" className={styles.name} aria-pressed={!hidden.has(i)} onClick={() => onToggle(i)} title={hidden.has(i) ? "Show" : "Hide"}>
      <Key series={s} color={colors[i]!} off={hidden.has(i)} />
      <span className={hidden.has(i) ? styles.off : undefined}>{s.label}</span>
    </button>
  );
  const extra = (banded >= 0 || kinds.length > 0) && (
    <span className={styles.extra}>
      {banded >= 0 && (
        <span>
          <span className={styles.bandKey} aria-hidden="true" style={{ color: token(colors[banded]!) }} /> usual
        </span>
      )}
      {kinds.map((k) => (
        <span key={k}>
          <span className={styles.gapKey} aria-hidden="true" /> {k}
        </span>
      ))}
    </span>
  );

  if (form === "line") {
    return (
      <div className={styles.legendLine}>
        {series.map((s, i) => (
          <span key={i} className={styles.entry}>
            {name(s, i)}
            <span className={styles.value} ref={(el) => void (cells.current[i] = el)} />
          </span>
        ))}
        {extra}
      </div>
    );
  }
  return (
    <div className={styles.legendTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.spoken}>Series</span>
            </th>
            <th scope="col">At cursor</th>
            <th scope="col" className={styles.spare}>
              Min
            </th>
            <th scope="col">Avg</th>
            <th scope="col">P95</th>
            <th scope="col">Max</th>
            {total && (
              <th scope="col" className={styles.spare}>
                Total
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {series.map((s, i) => {
            const t = stats[i]!;
            return (
              <tr key={i}>
                <th scope="row">{name(s, i)}</th>
                <td className={styles.value} ref={(el) => void (cells.current[i] = el)} />
                <td className={styles.spare}>{formatValue(t.min, s.unit)}</td>
                <td>{formatValue(t.avg, s.unit)}</td>
                <td>{formatValue(t.p95, s.unit)}</td>
                <td>{formatValue(t.max, s.unit)}</td>
                {total && <td className={styles.spare}>{isAdditive(s.unit) ? formatValue(t.total, s.unit) : ""}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {extra}
    </div>
  );
}
