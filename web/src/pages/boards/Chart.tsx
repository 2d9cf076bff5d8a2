// A pinned question, drawn as it was where it was pinned. What was pinned without saying
// how is drawn from what its answer has: buckets over time, groups as bars, records as a
// table.
import { useMemo } from "react";
import { useTable, type QueryParams } from "../../api/hooks";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { Bars } from "../../charts/Bars";
import { TimeSeries } from "../../charts/TimeSeries";
import { columnsOf, titleOf } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Value } from "../../table/Value";
import { useDrawn, type Shape } from "../explore/drawn";
import { CountriesPicture, SubnetsPicture } from "../overview/Places";
import { DestinationsPicture, ProtocolsPicture, SourcesPicture } from "../overview/Top";
import { VerdictsPicture, VolumePicture } from "../overview/Traffic";

type Table = NonNullable<ReturnType<typeof useTable>["table"]>;
type View = Record<string, unknown>;

/** useBoardTable asks a pinned question in the range in force. */
export function useBoardTable(q: QueryParams) {
  const range = useRange();
  const asked = { ...q, since: range.since, until: range.until };
  return { asked, ...useTable(asked) };
}

const unitOf = (t: Table, name: string) => t.columns.find((c) => c.name === name)?.unit || "flows";

/** wide are the kinds that want the whole width of a board. */
export const wide = (view?: View) => view?.kind === "countries" || view?.kind === "subnets";

export function BoardChart({ asked, table, title, view }: { asked: QueryParams; table?: Table; title: string; view?: View }) {
  const zone = useZone();
  if (!table) return null;
  if (table.length === 0) return <Empty what="records" ask={{ filter: asked.filter, since: asked.since, until: asked.until }} />;
  switch (view?.kind) {
    case "verdicts":
      return <VerdictsPicture q={asked} table={table} syncKey="board" />;
    case "volume":
      return <VolumePicture q={asked} table={table} syncKey="board" />;
    case "sources":
      return <SourcesPicture table={table} />;
    case "destinations":
      return <DestinationsPicture table={table} />;
    case "protocols":
      return <ProtocolsPicture table={table} />;
    case "countries":
      return <CountriesPicture q={asked} table={table} />;
    case "subnets":
      return <SubnetsPicture q={asked} table={table} />;
  }
  if (asked.bucket) return <OverTime asked={asked} title={title} view={view} />;
  if (view?.kind !== "table" && table.columns.some((c) => c.field) && table.columns.some((c) => c.kind === "number" && !c.field)) return <Ranking table={table} title={title} />;
  return <DataTable id="board" label={title} columns={columnsOf(table, zone)} rows={table.rows()} rowKey={(_, i) => String(i)} height={260} picker={false} />;
}

/** shapeOf reads how groups were drawn; boards of before said it in one word. */
function shapeOf(view: View | undefined): Shape {
  const text = (v: unknown, known: string[]) => (known.includes(String(v)) ? String(v) : undefined);
  return {
    show: text(view?.show ?? view?.kind, ["values", "share", "ratio", "rejected"]) ?? "values",
    chart: text(view?.chart ?? view?.kind, ["lines", "bars", "area"]) ?? "lines",
  };
}

function OverTime({ asked, title, view }: { asked: QueryParams; title: string; view?: View }) {
  const range = useRange();
  const { chart, table } = useDrawn(asked, shapeOf(view));
  if (!chart) return null;
  return <TimeSeries title={title} times={chart.times} series={chart.series} stacked={chart.stacked} height={220} syncKey="board" onZoom={range.zoom} gaps={table?.meta.gaps} panes={view?.panes === "2" ? 2 : view?.panes === "1" ? 1 : undefined} />;
}

function Ranking({ table, title }: { table: Table; title: string }) {
  const numbers = useMemo(() => table.columns.filter((c) => c.kind === "number" && !c.field).map((c) => c.name), [table]);
  const groups = useMemo(() => table.columns.filter((c) => c.field).map((c) => c.name), [table]);
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
  return <Bars title={title} rows={rows} unit={unitOf(table, first ?? "")} secondUnit={second ? unitOf(table, second) : undefined} heads={{ name: groups.map(titleOf).join(", "), value: titleOf(first ?? ""), second: second ? titleOf(second) : undefined }} />;
}
