// Records counted and added up by anything: as lines, bars or areas over time, and as
// the table of the same.
import { useEffect, useMemo } from "react";
import { useGet, useTable } from "../../api/hooks";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { Bars } from "../../charts/Bars";
import { TimeSeries } from "../../charts/TimeSeries";
import { and, term } from "../../query/filter";
import { Button } from "../../table/Button";
import { columnsOf, titleOf } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { useValueActions, Value, type Scalar } from "../../table/Value";
import { columnOf, useDrawn } from "./drawn";
import type { ExploreState, SetExplore } from "./state";
import css from "./explore.module.css";

const measures: [string, string][] = [
  ["count", "flows"],
  ["sum(bytes)", "bytes"],
  ["sum(packets)", "packets"],
  ["uniq(srcaddr)", "distinct sources"],
  ["uniq(dstaddr)", "distinct destinations"],
  ["uniq(dstport)", "distinct ports"],
  ["avg(bytes)", "bytes a flow"],
  ["p50(bytes)", "p50 of bytes"],
  ["p95(bytes)", "p95 of bytes"],
  ["p99(bytes)", "p99 of bytes"],
  ["max(bytes)", "largest bytes"],
  ["p95(duration)", "p95 of duration"],
  ["max(duration)", "longest duration"],
];
const common = ["", "action", "srcaddr", "dstaddr", "dstport", "protocol", "direction", "interface_id", "vpc_id", "src_country", "dst_country", "src_app", "dst_app", "client_app", "server_app", "service_port", "subnet_id", "az_id", "region", "account_id"];
export function Groups({ s, set, onReady }: { s: ExploreState; set: SetExplore; onReady: (ready: boolean) => void }) {
  const range = useRange();
  const zone = useZone();
  const acts = useValueActions();
  const fields = useGet("/fields");
  const by = s.by === "none" ? [] : s.by.split(",").filter(Boolean);
  const aggs = s.agg.split(",").filter(Boolean).slice(0, 3);
  const top = Math.min(100, Math.max(1, Number(s.top) || 10));
  const byText = by.join(",") || undefined;

  const totals = { filter: s.q, since: range.since, until: range.until, by: byText, agg: aggs.join(","), limit: by.length ? top : 1 };
  const total = useTable(totals);
  const over = s.bucket !== "none";
  // Over time the chart has one key: the first.
  const lines = { ...totals, by: by[0], bucket: s.bucket, limit: by.length ? Math.min(top, 10) : undefined }; // without groups it would be one of buckets
  const order = useMemo(() => (total.table && by[0] ? total.table.texts(by[0]) : []), [total.table, s.by]); // eslint-disable-line
  const drawn = useDrawn(lines, s, { when: over, order });
  const chart = drawn.chart;
  const ready = !total.loading && !drawn.loading;
  useEffect(() => onReady(ready), [ready, onReady]);

  const two = s.show === "values" && aggs.length > 1 && by.length > 0;

  const columns = useMemo(() => columnsOf(total.table, zone), [total.table, zone]);
  const rows = useMemo(() => total.table?.rows() ?? [], [total.table]);
  const numbers = aggs.map(columnOf);
  const setAgg = (i: number, value: string) => {
    const next = [...aggs];
    if (value) next[i] = value;
    else next.splice(i, 1);
    set({ agg: [...new Set(next)].join(",") || "count" });
  };
  const setBy = (i: number, value: string) => {
    const next = [...by];
    if (value) next[i] = value;
    else next.splice(i, 1);
    set({ by: [...new Set(next)].join(",") || "none" });
  };
  const names = [...new Set([...common, ...by, ...(fields.data ?? []).filter((f) => f.kind !== "time").map((f) => f.name)])];
  const title = `${aggs.map((a) => measures.find(([m]) => m === a)?.[1] ?? titleOf(columnOf(a))).join(" and ")}${by.length ? " by " + by.map(titleOf).join(", ") : ""}`;
  const share = s.show === "rejected" && !aggs.includes("count");
  const gaps = drawn.table?.meta.gaps;
  return (
    <>
      <div className={css.controls} role="group" aria-label="How it is grouped">
        {[0, 1, 2].map((i) =>
          i <= by.length ? (
            <label key={i}>
              <span>{i === 0 ? "Group by" : "and"}</span>
              <select value={by[i] ?? ""} onChange={(e) => setBy(i, e.target.value)}>
                {names.map((n) => (
                  <option key={n} value={n}>
                    {n === "" ? (i === 0 ? "nothing" : "–") : n}
                  </option>
                ))}
              </select>
            </label>
          ) : null,
        )}
        {[0, 1, 2].map((i) =>
          i <= aggs.length && i < 3 ? (
            <label key={"a" + i}>
              <span>{i === 0 ? "Show" : i === 1 ? "and (right axis)" : "and"}</span>
              <select value={aggs[i] ?? ""} onChange={(e) => setAgg(i, e.target.value)}>
                {i > 0 && <option value="">–</option>}
                {measures.map(([m, t]) => (
                  <option key={m} value={m}>
                    {t}
                  </option>
                ))}
                {aggs[i] && !measures.some(([m]) => m === aggs[i]) && <option value={aggs[i]}>{aggs[i]}</option>}
              </select>
            </label>
          ) : null,
        )}
        <label>
          <span>Top</span>
          <select value={String(top)} onChange={(e) => set({ top: e.target.value })}>
            {[...new Set([3, 5, 10, 25, 50, 100, top])].sort((a, b) => a - b).map((n) => (
              <option key={n}>{n}</option>
            ))}
          </select>
        </label>
        <label>
          <span>Over time</span>
          <select value={s.bucket} onChange={(e) => set({ bucket: e.target.value })}>
            {[...new Set(["auto", "none", "1m", "5m", "15m", "1h", "6h", "1d", s.bucket])].map((b) => (
              <option key={b}>{b}</option>
            ))}
          </select>
        </label>
        {over && (
          <>
            <label>
              <span>As</span>
              <select value={s.chart} onChange={(e) => set({ chart: e.target.value })}>
                <option value="lines">lines</option>
                <option value="bars">stacked bars</option>
                <option value="area">stacked areas</option>
              </select>
            </label>
            <label>
              <span>Values</span>
              <select value={s.show} onChange={(e) => set({ show: e.target.value })}>
                <option value="values">as they are</option>
                <option value="share">share of all</option>
                <option value="ratio">second per first</option>
                <option value="rejected">rejected share</option>
              </select>
            </label>
          </>
        )}
      </div>
      {over ? (
        <Panel title={title} meta={drawn.table?.meta} loading={drawn.loading} error={drawn.error} onRetry={drawn.refetch} query={lines} pin={{ kind: "groups", show: s.show, chart: s.chart, panes: s.panes || undefined }} waitHeight={260}>
          {share ? (
            <p className={css.none}>
              The rejected share is one of flows.{" "}
              <Button small onClick={() => set({ agg: "count" })}>
                Count flows
              </Button>
            </p>
          ) : chart && chart.series.length > 0 ? (
            <TimeSeries title={title} times={chart.times} series={chart.series} stacked={chart.stacked} height={240} onZoom={range.zoom} gaps={gaps} panes={s.panes === "2" ? 2 : s.panes === "1" ? 1 : undefined} />
          ) : (
            <Empty what="flows" ask={{ filter: s.q, since: range.since, until: range.until }} />
          )}
          {two && top > 3 && <p className={css.none}>With two axes the chart shows the first three; the table below has all.</p>}
          {by.length > 1 && <p className={css.none}>The chart is by {titleOf(by[0] ?? "")} alone; the table below has all groups.</p>}
        </Panel>
      ) : null}
      <Panel title={over ? `Top ${top}` : title} name={title} meta={total.table?.meta} loading={total.loading} error={total.error} onRetry={total.refetch} query={totals} pin={{ kind: s.panes === "bars" ? "bars" : "table" }} flush waitHeight={200} actions={<AsBars s={s} set={set} />}>
        {rows.length === 0 ? (
          <Empty what="flows" ask={{ filter: s.q, since: range.since, until: range.until }} />
        ) : s.panes === "bars" ? (
          <div className={css.bars}>
            <Bars
              title={title}
              unit={total.table?.columns.find((c) => c.name === numbers[0])?.unit || "flows"}
              secondUnit={total.table?.columns.find((c) => c.name === numbers[1])?.unit}
              heads={{ name: by.map(titleOf).join(", ") || "all", value: titleOf(numbers[0] ?? ""), second: numbers[1] ? titleOf(numbers[1]) : undefined }}
              rows={rows.map((r, i) => ({
                key: String(i),
                name: by.map((b) => String(r[b] ?? "–")).join(" "),
                label: by.map((b) => <Value key={b} field={b} value={r[b] as Scalar} className={css.barValue} />),
                value: Number(r[numbers[0] ?? ""] ?? 0),
                second: numbers[1] ? Number(r[numbers[1]] ?? 0) : undefined,
              }))}
            />
          </div>
        ) : (
          <DataTable id={"explore.groups." + by.join("-")} label={title} columns={columns} rows={rows} rowKey={(_, i) => String(i)} picker={false} onOpen={by.length ? (r) => acts.explore(and(s.q, ...by.map((b) => term(b, r[b] as Scalar)))) : undefined} />
        )}
      </Panel>
    </>
  );
}

function AsBars({ s, set }: { s: ExploreState; set: SetExplore }) {
  const [on, other] = s.panes === "bars" ? ["bars", ""] : ["", "bars"];
  return (
    <Button small kind="quiet" icon={on ? "table" : "chart"} onClick={() => set({ panes: other })}>
      {on ? "As a table" : "As bars"}
    </Button>
  );
}
