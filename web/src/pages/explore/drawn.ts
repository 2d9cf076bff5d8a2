// Groups over time, as the Explorer draws them and boards keep them: values on one or two
// axes, a share, one by the other, the rejected share.
import { useMemo } from "react";
import { useTable, type QueryParams } from "../../api/hooks";
import { line, pivot } from "../../api/pivot";
import type { Series } from "../../charts/TimeSeries";
import { and } from "../../query/filter";
import { titleOf } from "../../table/columns";

export type Shape = {
  /** values, share, ratio (second by first), rejected */
  show: string;
  /** lines, bars, area */
  chart: string;
};

const colors = [1, 2, 3, 4, 5, 6] as const;
const fixed: Record<string, "accept" | "reject"> = { ACCEPT: "accept", REJECT: "reject" };
export const columnOf = (agg: string) => agg.replace(/\((\w+)\)/, "_$1");
const list = (text: string | undefined) => (text ?? "").split(",").filter(Boolean);
const place = (order: string[], k: string) => {
  const i = order.indexOf(k);
  return i < 0 ? order.length : i;
};
const perUnit = (unit: string) => (unit === "bytes" ? "bytes" : unit === "seconds" ? "seconds" : "");

/** useDrawn asks a question with buckets, and what its shape needs beside it. `order` is
 * that of the groups, so that colours stay; without it the largest is first. */
export function useDrawn(lines: QueryParams, { show, chart: kindOf }: Shape, { when = true, order }: { when?: boolean; order?: string[] } = {}) {
  const asked = useTable(lines, { when });
  const rejected = useTable({ ...lines, filter: and(lines.filter, "action:REJECT"), agg: "count" }, { when: when && show === "rejected" });
  const whole = useTable({ ...lines, by: undefined, limit: undefined }, { when: when && show === "share" });
  const table = asked.table;
  const chart = useMemo(() => {
    if (!table) return undefined;
    const by = list(lines.by)[0];
    const cols = list(lines.agg).map(columnOf);
    const two = show === "values" && cols.length > 1 && !!by;
    const p = pivot(table, by, cols);
    const first = cols[0] ?? "count";
    const sums = new Map([...p.of].map(([k, m]) => [k, (m.get(first) ?? []).reduce((a, b) => a + b, 0)]));
    // Two axes carry few groups before nobody can read them.
    const keys = [...p.of.keys()].sort((a, b) => (order ? place(order, a) - place(order, b) : (sums.get(b) ?? 0) - (sums.get(a) ?? 0))).slice(0, two ? 3 : 10);
    const unit = (c: string) => table.columns.find((x) => x.name === c)?.unit || "flows";
    const kind = kindOf === "bars" ? ("bars" as const) : kindOf === "area" ? ("area" as const) : ("line" as const);
    const name = (k: string) => (by ? k || `no ${titleOf(by)}` : "");
    const color = (k: string, i: number) => fixed[k] ?? colors[i % 6];
    const out: Series[] = [];
    keys.forEach((k, i) => {
      const a = line(p, k, first);
      switch (show) {
        case "ratio": {
          const second = cols[1] ?? first;
          const b = line(p, k, second);
          out.push({ label: `${name(k)} ${titleOf(second)} per ${titleOf(first)}`.trim(), unit: perUnit(unit(second)), color: color(k, i), kind, values: a.map((n, x) => (n ? (b[x] ?? 0) / n : null)) });
          break;
        }
        case "share": {
          const all = whole.table ? line(pivot(whole.table, undefined, [first]), "", first) : [];
          out.push({ label: name(k) || "all", unit: "ratio", color: color(k, i), kind, values: a.map((n, x) => (all[x] ? n / (all[x] ?? 1) : null)) });
          break;
        }
        case "rejected": {
          const r = rejected.table ? line(pivot(rejected.table, by, ["count"]), k, "count") : [];
          const n = line(p, k, "count");
          out.push({ label: `${name(k)} rejected share`.trim(), unit: "ratio", color: color(k, i), kind, values: n.map((v, x) => (v ? Math.min(1, (r[x] ?? 0) / v) : null)) });
          break;
        }
        default:
          cols.slice(0, 2).forEach((c, j) =>
            out.push({
              label: [name(k), cols.length > 1 || !by ? titleOf(c) : ""].filter(Boolean).join(" · "),
              unit: unit(c),
              values: line(p, k, c),
              color: cols.length > 1 && keys.length === 1 ? colors[j] : color(k, cols.length > 1 ? i * 2 + j : i),
              kind: j === 0 ? kind : "line",
              axis: j === 0 ? "left" : "right",
            }),
          );
      }
    });
    return { times: p.times, series: out, stacked: kindOf !== "lines" };
  }, [table, order, rejected.table, whole.table, show, kindOf, lines.agg, lines.by]);
  return { ...asked, chart };
}
