// A pinned question, drawn from what its answer has: buckets become a chart over
// time, groups become bars, records a table.
import { useMemo } from "react";
import { useTable, type QueryParams } from "../../api/hooks";
import { line, pivot } from "../../api/pivot";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { Bars } from "../../charts/Bars";
import { TimeSeries, type Series } from "../../charts/TimeSeries";
import { columnsOf, titleOf } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Value } from "../../table/Value";

/** useBoardTable asks a pinned question in the range in force. */
export function useBoardTable(q: QueryParams) {
  const range = useRange();
  const asked = { ...q, since: range.since, until: range.until };
  return { asked, ...useTable(asked) };
}

const unitOf = (t: { columns: { name: string; unit: string }[] }, name: string) => t.columns.find((c) => c.name === name)?.unit || "flows";
const fixed: Record<string, "accept" | "reject"> = { ACCEPT: "accept", REJECT: "reject" };

export function BoardChart({ asked, table, title, view }: { asked: QueryParams; table: ReturnType<typeof useTable>["table"]; title: string; view?: Record<string, unknown> }) {
  const range = useRange();
  const zone = useZone();
  const numbers = useMemo(() => table?.columns.filter((c) => c.kind === "number" && !c.field).map((c) => c.name) ?? [], [table]);
  const groups = useMemo(() => table?.columns.filter((c) => c.field).map((c) => c.name) ?? [], [table]);
  if (!table) return null;
  if (table.length === 0) return <Empty what="records" ask={{ filter: asked.filter, since: asked.since, until: asked.until }} />;

  if (asked.bucket) {
    const by = groups[0];
    const p = pivot(table, by, numbers);
    const keys = [...p.of.keys()].filter((k) => !by || k !== "");
    let series: Series[];
    if (view?.kind === "ratio" && p.of.has("ACCEPT")) {
      const a = line(p, "ACCEPT", numbers[0] ?? "count");
      const r = line(p, "REJECT", numbers[0] ?? "count");
      series = [{ label: "rejected share", unit: "ratio", color: "reject", values: a.map((x, i) => (x + (r[i] ?? 0) ? (r[i] ?? 0) / (x + (r[i] ?? 0)) : null)) }];
    } else {
      const units = [...new Set(numbers.map((n) => unitOf(table, n)))];
      series = keys.slice(0, 6).flatMap((k, i) =>
        numbers.slice(0, 2).map((n, j) => ({
          label: [k, numbers.length > 1 || !k ? titleOf(n) : ""].filter(Boolean).join(" "),
          values: line(p, k, n),
          unit: unitOf(table, n),
          color: fixed[k] ?? (((i * Math.min(numbers.length, 2) + j) % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6,
          axis: units.indexOf(unitOf(table, n)) > 0 || k === "REJECT" ? ("right" as const) : ("left" as const),
        })),
      );
    }
    return <TimeSeries title={title} times={p.times} series={series} height={200} syncKey="board" onZoom={range.zoom} gaps={table.meta.gaps.map((g) => ({ from: g.from, to: g.to, kind: g.kind }))} />;
  }
  if (groups.length && numbers.length) {
    const [first, second] = numbers;
    const rows = table.rows().map((r, i) => ({
      key: String(i),
      name: groups.map((g) => String(r[g] ?? "–")).join(" "),
      label: (
        <>
          {groups.slice(0, 3).map((g) => (
            <span key={g}>
              <Value field={g} value={r[g] as string} />{" "}
            </span>
          ))}
        </>
      ),
      value: Number(r[first ?? ""] ?? 0),
      second: second ? Number(r[second] ?? 0) : undefined,
    }));
    return <Bars title={title} rows={rows} unit={unitOf(table, first ?? "")} secondUnit={second ? unitOf(table, second) : undefined} limit={10} heads={{ name: groups.map(titleOf).join(", "), value: titleOf(first ?? ""), second: second ? titleOf(second) : undefined }} />;
  }
  return <DataTable id="board" label={title} columns={columnsOf(table, zone)} rows={table.rows()} rowKey={(_, i) => String(i)} height={260} />;
}
