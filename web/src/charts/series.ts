// What a time chart shows, before anything is drawn: types, stacks, statistics and gaps. Times are unix seconds.
import type { Color } from "./theme";

export type Values = readonly (number | null)[];

export interface Series {
  label: string;
  /** one for each time; null where nothing is known */
  values: Values;
  /** "bytes", "packets", "flows", "records", "ratio" (0 to 1), "seconds", "ms", or per second: "bits/s" */
  unit: string;
  color?: Color;
  axis?: "left" | "right";
  /** what is usual, drawn behind */
  band?: { low: Values; high: Values };
  kind?: "line" | "bars" | "area";
  /** the same in an earlier period, dashed */
  compare?: boolean;
}

/** Gap is a range in which records may be missing, in unix seconds or RFC 3339, as the API tells them. */
export interface Gap {
  from: number | string;
  to: number | string;
  /** "no_data", "skipdata", or words */
  kind: string;
}

export interface Mark {
  at: number;
  label: string;
  severity: "critical" | "high" | "medium" | "low" | "info";
}

/** Limit is a level across the chart: a threshold, the capacity of a link. */
export interface Limit {
  value: number;
  label: string;
  axis?: "left" | "right";
}

export interface Span {
  from: number;
  to: number;
}

export const gapNames: Record<string, string> = {
  no_data: "no data",
  skipdata: "records lost at the source",
  pending: "not complete yet",
};

export function seconds(t: number | string): number {
  return typeof t === "number" ? t : Date.parse(t) / 1000;
}

/** stepOf is the width of a bucket: the smallest distance of two times. */
export function stepOf(times: readonly number[]): number {
  let step = Infinity;
  for (let i = 1; i < times.length; i++) step = Math.min(step, times[i]! - times[i - 1]!);
  return Number.isFinite(step) && step > 0 ? step : 60;
}

/** bucketAt is the index of the last time at or before t, and -1 before all. */
export function bucketAt(times: readonly number[], t: number): number {
  let lo = -1;
  let hi = times.length;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (times[mid]! <= t) lo = mid;
    else hi = mid;
  }
  return lo;
}

/** Statistics of what is known of a series; all null where nothing is. */
export interface Stats {
  min: number | null;
  avg: number | null;
  p95: number | null;
  max: number | null;
  total: number | null;
}

export function statsOf(values: Values): Stats {
  const known: number[] = [];
  let total = 0;
  for (const v of values) {
    if (v == null || !Number.isFinite(v)) continue;
    known.push(v);
    total += v;
  }
  if (known.length === 0) return { min: null, avg: null, p95: null, max: null, total: null };
  known.sort((a, b) => a - b);
  return {
    min: known[0]!,
    avg: total / known.length,
    // Nearest rank: a value that was there.
    p95: known[Math.max(0, Math.ceil(known.length * 0.95) - 1)]!,
    max: known[known.length - 1]!,
    total,
  };
}

/** stack adds each series to those before it. A time at which none is known stays unknown. */
export function stack(all: readonly Values[]): (number | null)[][] {
  const n = all[0]?.length ?? 0;
  const out = all.map(() => new Array<number | null>(n).fill(null));
  for (let i = 0; i < n; i++) {
    let sum = 0;
    const known = all.some((v) => v[i] != null);
    for (let s = 0; s < all.length; s++) {
      sum += all[s]![i] ?? 0;
      if (known) out[s]![i] = sum;
    }
  }
  return out;
}

/** lonely are the indices of values whose neighbours are unknown: a line would not show them. */
export function lonely(values: Values): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] != null && values[i - 1] == null && values[i + 1] == null) out.push(i);
  }
  return out;
}

function sameValues(a: Values, b: Values): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** sameData tells that two charts' data are equal, so that a page may write them in place at every turn. */
export function sameData(a: { times: readonly number[]; series: readonly Series[] }, b: { times: readonly number[]; series: readonly Series[] }): boolean {
  return (
    sameValues(a.times, b.times) &&
    a.series.length === b.series.length &&
    a.series.every((s, i) => {
      const t = b.series[i]!;
      return (
        s.label === t.label &&
        s.unit === t.unit &&
        s.color === t.color &&
        s.axis === t.axis &&
        s.kind === t.kind &&
        s.compare === t.compare &&
        sameValues(s.values, t.values) &&
        (s.band === t.band || (!!s.band && !!t.band && sameValues(s.band.low, t.band.low) && sameValues(s.band.high, t.band.high)))
      );
    })
  );
}

/** clusters puts marks that would lie on each other into one, given their places in pixels. */
export function clusters<T>(items: readonly { x: number; item: T }[], within: number): { x: number; items: T[] }[] {
  const out: { x: number; items: T[] }[] = [];
  for (const { x, item } of [...items].sort((a, b) => a.x - b.x)) {
    const last = out[out.length - 1];
    if (last && x - last.x < within) last.items.push(item);
    else out.push({ x, items: [item] });
  }
  return out;
}

/** csv writes rows as RFC 4180 says. A text that a spreadsheet would compute is led by an apostrophe. */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return rows
    .map((row) =>
      row
        .map((v) => {
          if (v == null) return "";
          if (typeof v === "number") return String(v);
          const safe = /^[=+\-@\t\r]/.test(v) ? `'${v}` : v;
          return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
        })
        .join(","),
    )
    .join("\r\n")
    .concat("\r\n");
}
