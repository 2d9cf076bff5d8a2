import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import styles from "./Matrix.module.css";
import { Twin, type TwinColumn } from "./LazyTwin";
import { formatNoun, formatValue } from "./units";

export interface MatrixLabel {
  key: string;
  label: string;
  /** what it is open to, where that is known */
  scope?: "public" | "private";
}

export interface MatrixCell {
  row: string;
  col: string;
  accept: number;
  reject: number;
}

export interface MatrixProps {
  title: string;
  rows: readonly MatrixLabel[];
  cols: readonly MatrixLabel[];
  /** cells with nothing may be left out */
  cells: readonly MatrixCell[];
  unit: string;
  rowName?: string;
  colName?: string;
  onPick?: (cell: MatrixCell) => void;
  /** pixels; more rows are scrolled to */
  height?: number;
  table?: boolean | "only";
}

const levels = 5;
const rowRoom = 230;

/** levelOf is how strongly a value is shown, 0 (none) to 5, by magnitudes: traffic of subnets spans many. */
export function levelOf(value: number, low: number, high: number): number {
  if (value <= 0) return 0;
  if (high <= low) return levels;
  return 1 + Math.min(levels - 1, Math.floor((Math.log(value / low) / Math.log(high / low)) * levels));
}

function range(values: number[]): [number, number] {
  const known = values.filter((v) => v > 0);
  return known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
}

function Scope({ scope }: { scope: "public" | "private" | undefined }) {
  if (!scope) return null;
  return (
    <span className={styles.scope} data-scope={scope} title={scope === "public" ? "public: has routes to the internet" : "private"}>
      {scope}
    </span>
  );
}

function Half({ action, value, of, unit, dense }: { action: "ACCEPT" | "REJECT"; value: number; of: [number, number]; unit: string; dense: boolean }) {
  return (
    <span data-action={action} data-level={levelOf(value, ...of)}>
      <span className={dense || value <= 0 ? styles.spoken : undefined}>{value > 0 ? formatValue(value, unit) : "none"}</span>
      <span className={styles.spoken}>{action === "ACCEPT" ? " accepted," : " rejected"}</span>
    </span>
  );
}

/** Matrix shows what went from each row to each column: accepted in the left half of a cell, rejected in the right. */
export function Matrix({ title, rows, cols, cells, unit, rowName = "From", colName = "To", onPick, height = 560, table = true }: MatrixProps) {
  const [asTable, setAsTable] = useState(false);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useMemo(() => new Map(cells.map((c) => [`${c.row}\n${c.col}`, c])), [cells]);
  const accepts = useMemo(() => range(cells.map((c) => c.accept)), [cells]);
  const rejects = useMemo(() => range(cells.map((c) => c.reject)), [cells]);
  const [wide, setWide] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const el = root.current;
    if (!el) return;
    const watch = new ResizeObserver(() => setWide(Math.floor(el.clientWidth)));
    watch.observe(el);
    setWide(Math.floor(el.clientWidth));
    return () => watch.disconnect();
  }, []);
  // Cells share the room; where numbers have none, shade alone is left, and the numbers are in the title and the table.
  const each = Math.floor((wide - rowRoom) / Math.max(1, cols.length)) - 2;
  const dense = each < 74;

  const columns = useMemo((): TwinColumn<MatrixCell>[] => {
    const name = (all: readonly MatrixLabel[]) => {
      const of = new Map(all.map((l) => [l.key, l.scope ? `${l.label} (${l.scope})` : l.label]));
      return (key: string) => of.get(key) ?? key;
    };
    const row = name(rows);
    const col = name(cols);
    return [
      { key: "row", title: rowName, value: (c) => row(c.row) },
      { key: "col", title: colName, value: (c) => col(c.col) },
      { key: "accept", title: `Accepted (${unit})`, number: true, value: (c) => c.accept, text: (c) => formatValue(c.accept, unit) },
      { key: "reject", title: `Rejected (${unit})`, number: true, value: (c) => c.reject, text: (c) => formatValue(c.reject, unit) },
      {
        key: "share",
        title: "Share rejected",
        number: true,
        value: (c) => (c.accept + c.reject > 0 ? c.reject / (c.accept + c.reject) : null),
        text: (c) => (c.accept + c.reject > 0 ? formatValue(c.reject / (c.accept + c.reject), "ratio") : "–"),
      },
    ];
  }, [rows, cols, rowName, colName, unit]);

  const onKeyDown = (e: KeyboardEvent) => {
    const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -Infinity], End: [0, Infinity] }[e.key];
    if (!move || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    const next: [number, number] = [clamp(at[0] + move[0]!, rows.length), clamp(at[1] + move[1]!, cols.length)];
    setAt(next);
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${next.join(",")}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const focused: [number, number] = [clamp(at[0], rows.length), clamp(at[1], cols.length)];

  return (
    <div ref={root} className={styles.root} role="group" aria-label={title} style={{ "--cell": `${Math.max(26, Math.min(104, each))}px` } as CSSProperties}>
      {table !== "only" && (
        <div className={styles.head}>
          <span className={styles.legend}>
            <span className={styles.key} data-action="ACCEPT" aria-hidden="true" /> accepted
            <span className={styles.key} data-action="REJECT" aria-hidden="true" /> rejected
            <span>{unit}</span>
          </span>
          {table && (
            <button type="button" className={styles.button} aria-pressed={asTable} aria-label={`Table of ${title}`} onClick={() => setAsTable(!asTable)}>
              Table
            </button>
          )}
        </div>
      )}
      {asTable || table === "only" ? (
        <Twin title={title} columns={columns} rows={cells} height={height} sort={{ key: "reject", down: true }} {...(onPick ? { onPick } : {})} />
      ) : rows.length === 0 || cols.length === 0 ? (
        <p className={styles.none}>Nothing went between subnets in this range</p>
      ) : (
        <div className={styles.scroll} style={{ maxHeight: height }}>
          <table ref={grid} className={styles.grid} role="grid" aria-label={`${title}: ${rowName} by ${colName}`} data-dense={dense || undefined} onKeyDown={onKeyDown}>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  <span>{rowName} ↓</span> <span>{colName} →</span>
                </th>
                {cols.map((c) => (
                  <th key={c.key} scope="col" className={styles.col} title={c.label}>
                    <span className={styles.colIn}>
                      <span className={styles.text}>{c.label}</span>
                      <Scope scope={c.scope} />
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((r, i) => (
                <tr key={r.key}>
                  <th scope="row" className={styles.row} title={r.label}>
                    <span className={styles.rowIn}>
                      <span className={styles.text}>{r.label}</span>
                      <Scope scope={r.scope} />
                    </span>
                  </th>
                  {cols.map((c, j) => {
                    const cell = byKey.get(`${r.key}\n${c.key}`);
                    const words = `${r.label} to ${c.label}: ${cell ? `${formatNoun(cell.accept, unit)} accepted, ${formatNoun(cell.reject, unit)} rejected` : "nothing"}`;
                    return (
                      <td
                        key={c.key}
                        data-at={`${i},${j}`}
                        className={styles.cell}
                        data-pick={onPick && cell ? true : undefined}
                        tabIndex={focused[0] === i && focused[1] === j ? 0 : -1}
                        title={words}
                        onFocus={() => setAt([i, j])}
                        onClick={() => cell && onPick?.(cell)}
                        onKeyDown={(e) => {
                          if ((e.key === "Enter" || e.key === " ") && cell && onPick) {
                            e.preventDefault();
                            onPick(cell);
                          }
                        }}
                      >
                        <span className={styles.halves}>
                          <Half action="ACCEPT" value={cell?.accept ?? 0} of={accepts} unit={unit} dense={dense} />
                          <Half action="REJECT" value={cell?.reject ?? 0} of={rejects} unit={unit} dense={dense} />
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function clamp(n: number, length: number): number {
  return Math.max(0, Math.min(length - 1, n));
}
