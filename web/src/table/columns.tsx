// What a table shows, and how an answer of the API becomes it.
import type { ReactNode } from "react";
import type { Cell, Column as AnswerColumn, Table } from "../api/client";
import { ofUnit } from "../app/format";
import type { Zone } from "../app/zone";
import { Value, type Scalar } from "./Value";

export type Column<T> = {
  key: string;
  title: string;
  /** Shown on hover of the title. */
  help?: string;
  align?: "left" | "right";
  /** Pixels at first; without it the column takes its share of what is left. */
  width?: number;
  /** Pixels at least; a table that needs more than there is scrolls sideways. */
  min?: number;
  /** What is sorted by and shown where nothing else says how; row[key] without it. */
  value?: (row: T) => unknown;
  render?: (row: T) => ReactNode;
  /** false: no sorting. A function compares two rows, ascending. */
  sort?: boolean | ((a: T, b: T) => number);
  /** The field whose values these are: each is a handle. */
  field?: string;
  network?: (row: T) => string | null | undefined;
  /** Written in this unit: bytes, bits, ratio, seconds, else a count. */
  unit?: string;
  /** Off at first; the column picker shows it. */
  hidden?: boolean;
};

/** valueOf is what a column has in a row. */
export function valueOf<T>(c: Column<T>, row: T): unknown {
  return c.value ? c.value(row) : (row as Record<string, unknown>)[c.key];
}

/** cellOf draws a column of a row. */
export function cellOf<T>(c: Column<T>, row: T): ReactNode {
  if (c.render) return c.render(row);
  const v = valueOf(c, row);
  if (c.field && (v === null || typeof v !== "object")) {
    return (
      <Value field={c.field} value={v as Scalar} network={c.network?.(row)}>
        {typeof v === "number" && c.unit ? ofUnit(v, c.unit) : undefined}
      </Value>
    );
  }
  if (v === null || v === undefined || v === "") return "–";
  if (typeof v === "number" && c.unit !== undefined) return ofUnit(v, c.unit);
  if (Array.isArray(v)) return v.join(", ");
  return typeof v === "object" ? JSON.stringify(v) : String(v);
}

/** compare puts values in order: numbers as numbers, addresses by their numbers, what
 * is missing last. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}
const collator = new Intl.Collator("en", { numeric: true });

export const missing = (v: unknown) => v === null || v === undefined || v === "";

const titles: Record<string, string> = {
  srcaddr: "source",
  dstaddr: "destination",
  srcport: "source port",
  dstport: "port",
  interface_id: "interface",
  src_app: "source app",
  dst_app: "destination app",
  tcp_flags: "flags",
  count: "flows",
  _bucket: "time",
};

/** titleOf names a column for people. */
export function titleOf(name: string): string {
  const m = /^(sum|uniq|max|min|avg|p\d\d)[_(](.+?)\)?$/.exec(name);
  if (m) return m[1] === "sum" ? titleOf(m[2] ?? "") : m[1] === "uniq" ? `distinct ${titleOf(m[2] ?? "")}` : `${m[1]} ${titleOf(m[2] ?? "")}`;
  return titles[name] ?? name.replace(/^(src|dst)_/, (_, s: string) => (s === "src" ? "source " : "destination ")).replaceAll("_", " ");
}

const widths: Record<string, number> = { time: 164, addr: 138, bool: 80 };
const narrow = new Set(["srcport", "dstport", "protocol", "action", "tcp_flags", "packets", "log_status", "direction", "service_port"]);

/** columnsOf makes the columns of an answer: numbers to the right in their unit, times
 * in the zone, fields as handles. `over` changes some of them. */
export function columnsOf(table: Pick<Table, "columns"> | undefined, zone: Zone, over: Record<string, Partial<Column<Record<string, Cell>>>> = {}): Column<Record<string, Cell>>[] {
  return (table?.columns ?? []).map((c) => ({ ...plainColumn(c, zone), ...over[c.name] }));
}

function plainColumn(c: AnswerColumn, zone: Zone): Column<Record<string, Cell>> {
  const id = c.kind === "number" && /port|protocol|flags|asn|version/.test(c.name);
  const out: Column<Record<string, Cell>> = {
    key: c.name,
    title: titleOf(c.name),
    align: c.kind === "number" ? "right" : "left",
    width: narrow.has(c.name) ? 92 : (widths[c.kind] ?? (c.kind === "number" ? 100 : undefined)),
    min: narrow.has(c.name) ? 84 : c.kind === "time" ? 162 : c.kind === "addr" ? 124 : c.kind === "number" ? 84 : 120,
  };
  if (c.kind === "time") {
    out.render = (row) => {
      const v = row[c.name];
      return v === null || v === undefined ? "–" : <time dateTime={String(v)} title={`${String(v)} UTC`}>{zone.time(String(v), true)}</time>;
    };
  } else {
    if (c.field && !["bytes", "packets", "duration"].includes(c.field)) out.field = c.field;
    if (c.kind === "number" && !id) out.unit = c.unit;
  }
  return out;
}
