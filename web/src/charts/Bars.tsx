import { useMemo, useState, type ReactNode } from "react";
import styles from "./Bars.module.css";
import { token, type Color } from "./theme";
import { formatNoun, formatValue } from "./units";

export interface Bar {
  key: string;
  /** plain words: for sorting, titles and those who do not see the bar */
  name: string;
  /** shown in place of name: a handle with its menu, a badge */
  label?: ReactNode;
  value: number;
  /** part of value that is drawn in the second colour (rejected of all) */
  part?: number;
  second?: number;
  /** behind the numbers: a sparkline, a country */
  note?: ReactNode;
  color?: Color;
}

export interface BarsProps {
  title: string;
  rows: readonly Bar[];
  unit: string;
  secondUnit?: string;
  /** heads of the columns; without them the table has none to be seen */
  heads?: { name: string; value: string; second?: string; note?: string };
  color?: Color;
  partColor?: Color;
  /** names the part: "rejected" */
  partName?: string;
  /** how many are shown before "show all" */
  limit?: number;
  onPick?: (row: Bar) => void;
  /** whole that shares are taken of, when more is known than the rows */
  total?: number;
  /** keeps the order of the rows */
  unsorted?: boolean;
}

/** Bars are sorted horizontal bars in a table: they are their own table twin. */
export function Bars(props: BarsProps) {
  const { title, rows, unit, secondUnit, heads, color = 1, partColor = "reject", partName = "rejected", limit = 25, onPick, total, unsorted } = props;
  const [by, setBy] = useState<"value" | "second" | "name">("value");
  const [all, setAll] = useState(false);
  const hasSecond = rows.some((r) => r.second !== undefined);
  const hasNote = rows.some((r) => r.note !== undefined);
  const sorted = useMemo(() => {
    if (unsorted) return rows;
    return [...rows].sort((a, b) =>
      by === "name" ? a.name.localeCompare(b.name, "en", { numeric: true }) : by === "second" ? (b.second ?? 0) - (a.second ?? 0) : b.value - a.value,
    );
  }, [rows, by, unsorted]);
  const shown = all ? sorted : sorted.slice(0, limit);
  const length = by === "second" && hasSecond ? (r: Bar) => r.second ?? 0 : (r: Bar) => r.value;
  const most = Math.max(0, ...rows.map(length));
  const sum = total ?? rows.reduce((n, r) => n + r.value, 0);

  const head = (key: typeof by, text: string, className?: string) => (
    <th scope="col" className={className} aria-sort={!unsorted && by === key ? (key === "name" ? "ascending" : "descending") : undefined}>
      {unsorted ? (
        text
      ) : (
        <button type="button" onClick={() => setBy(key)} tabIndex={heads ? undefined : -1}>
          {text}
          {by === key && <span aria-hidden="true">{key === "name" ? " ↑" : " ↓"}</span>}
        </button>
      )}
    </th>
  );

  return (
    <div className={styles.root}>
      <table className={styles.table} aria-label={title}>
        <thead className={heads ? undefined : styles.hidden}>
          <tr>
            {head("name", heads?.name ?? "Name")}
            <th scope="col">
              <span className={styles.hiddenText}>Bar</span>
            </th>
            {head("value", heads?.value ?? (unit || "Value"), styles.number)}
            {hasSecond && head("second", heads?.second ?? (secondUnit || "Second value"), styles.number)}
            {hasNote && <th scope="col" className={styles.noteHead}>{heads?.note || <span className={styles.hiddenText}>More</span>}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((r) => {
            const n = length(r);
            const wide = most > 0 ? (n / most) * 100 : 0;
            const part = r.part !== undefined && r.value > 0 && by !== "second" ? Math.min(1, r.part / r.value) : undefined;
            const words = `${r.name}: ${formatNoun(r.value, unit)}${sum > 0 ? `, ${formatValue(r.value / sum, "ratio")}` : ""}${part === undefined ? "" : `, ${formatValue(part, "ratio")} ${partName}`}`;
            const bar = (
              <span className={styles.bar} style={{ width: `max(2px, ${wide}%)`, color: token(r.color ?? color) }}>
                {part !== undefined && <span className={styles.part} style={{ width: `${part * 100}%`, color: token(partColor) }} />}
              </span>
            );
            return (
              <tr key={r.key}>
                <th scope="row" className={styles.label} title={r.label === undefined ? r.name : undefined}>
                  {r.label ?? r.name}
                </th>
                <td className={styles.track} title={words}>
                  {onPick ? (
                    <button type="button" className={styles.pick} onClick={() => onPick(r)} aria-label={words}>
                      {bar}
                    </button>
                  ) : (
                    bar
                  )}
                </td>
                <td className={styles.number}>{formatValue(r.value, unit)}</td>
                {hasSecond && <td className={`${styles.number} ${styles.soft}`}>{formatValue(r.second, secondUnit ?? "")}</td>}
                {hasNote && <td className={styles.note}>{r.note}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > limit && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? `Show ${limit}` : `Show all ${rows.length}`}
        </button>
      )}
    </div>
  );
}
