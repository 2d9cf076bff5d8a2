import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { csv } from "./series";
import styles from "./Twin.module.css";

export interface TwinColumn<T> {
  key: string;
  title: string;
  /** sorted and exported as it is */
  value: (row: T) => string | number | null;
  /** shown in place of value */
  text?: (row: T) => string;
  number?: boolean;
  /** only in the export */
  exported?: boolean;
}

interface Props<T> {
  title: string;
  columns: TwinColumn<T>[];
  rows: readonly T[];
  /** pixels; grows with its rows up to it */
  height?: number;
  sort?: { key: string; down: boolean };
  /** makes the first column a button */
  onPick?: (row: T) => void;
}

const rowHeight = 26;

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a == null) return -1;
  if (b == null) return 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

export function saveText(name: string, text: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const a = document.createElement("a");
  a.href = url;
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function fileName(title: string): string {
  return `weir-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "table"}.csv`;
}

/** Twin is the table that says what a picture shows: sortable, and exported as CSV. Any number of rows. */
export function Twin<T>({ title, columns, rows, height = 260, sort, onPick }: Props<T>) {
  const [order, setOrder] = useState(sort);
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => {
    const column = columns.find((c) => c.key === order?.key);
    if (!column) return rows;
    const sign = order?.down ? -1 : 1;
    return rows
      .map((row, i) => ({ row, i, v: column.value(row) }))
      .sort((a, b) => sign * compare(a.v, b.v) || a.i - b.i)
      .map((x) => x.row);
  }, [rows, columns, order]);
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown[shown.length - 1]?.end ?? 0);

  const seen = columns.filter((c) => !c.exported);
  const click = (c: TwinColumn<T>) => setOrder(order?.key === c.key ? { key: c.key, down: !order.down } : { key: c.key, down: !!c.number });
  const save = () => saveText(fileName(title), csv([columns.map((c) => c.title), ...sorted.map((r) => columns.map((c) => c.value(r)))]), "text/csv");

  return (
    <div className={styles.root}>
      <div ref={scroller} className={styles.scroll} style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={`${title}, table`}>
        <table className={styles.table} aria-rowcount={sorted.length + 1}>
          <thead>
            <tr>
              {seen.map((c) => {
                const on = order?.key === c.key;
                return (
                  <th key={c.key} scope="col" className={c.number ? styles.number : undefined} aria-sort={on ? (order.down ? "descending" : "ascending") : undefined}>
                    <button type="button" onClick={() => click(c)}>
                      {c.title}
                      {on && <span aria-hidden="true">{order.down ? " ↓" : " ↑"}</span>}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden="true">
                <td className={styles.pad} colSpan={seen.length} style={{ height: before }} />
              </tr>
            )}
            {shown.map((v) => {
              const row = sorted[v.index]!;
              return (
                <tr key={v.index} aria-rowindex={v.index + 2}>
                  {seen.map((c, i) => {
                    const text = c.text ? c.text(row) : (c.value(row) ?? "–");
                    return (
                      <td key={c.key} className={c.number ? styles.number : undefined}>
                        {onPick && i === 0 ? (
                          <button type="button" className={styles.pick} onClick={() => onPick(row)}>
                            {text}
                          </button>
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td className={styles.pad} colSpan={seen.length} style={{ height: after }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <span>{rows.length === 1 ? "1 row" : `${rows.length.toLocaleString("en")} rows`}</span>
        <button type="button" className={styles.action} onClick={save} disabled={rows.length === 0}>
          Export CSV
        </button>
      </div>
    </div>
  );
}
