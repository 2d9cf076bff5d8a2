// From the columns of an answer with time buckets to series.
import type { Table } from "./client";

export type Pivot = { times: number[]; step: number; of: Map<string, Map<string, number[]>> };

/** pivot lays out an answer with buckets: for each value of `by` (the empty text is
 * none) and each of the columns, one number a bucket. Buckets without records are 0. */
export function pivot(t: Table, by: string | undefined, columns: string[]): Pivot {
  const step = t.meta.bucket_seconds ?? 60;
  const at = t.texts("bucket").map((s) => Date.parse(s) / 1000);
  const first = t.meta.since ? Math.floor(Date.parse(t.meta.since) / 1000 / step) * step : Math.min(...at);
  const end = t.meta.until ? Date.parse(t.meta.until) / 1000 : Math.max(...at) + step;
  // Weeks begin on Mondays: the grid is that of the first bucket told.
  const shift = at.length ? (((at[0] ?? 0) - first) % step + step) % step : 0;
  const start = shift ? first + shift - step : first;
  const times: number[] = [];
  for (let x = start; x < end && times.length < 20_000; x += step) times.push(x);
  const of = new Map<string, Map<string, number[]>>();
  const keys = by ? t.texts(by) : at.map(() => "");
  const values = columns.map((c) => t.numbers(c));
  for (let r = 0; r < at.length; r++) {
    const i = Math.round(((at[r] ?? 0) - start) / step);
    if (i < 0 || i >= times.length) continue;
    const key = keys[r] ?? "";
    let one = of.get(key);
    if (!one) {
      one = new Map(columns.map((c) => [c, times.map(() => 0)]));
      of.set(key, one);
    }
    columns.forEach((c, k) => {
      const list = one.get(c);
      if (list) list[i] = values[k]?.[r] ?? 0;
    });
  }
  return { times, step, of };
}

/** line is one series of a pivot, zeros when there is none of that name. */
export function line(p: Pivot | undefined, key: string, column: string): number[] {
  return p?.of.get(key)?.get(column) ?? p?.times.map(() => 0) ?? [];
}
