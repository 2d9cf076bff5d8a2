// How full the links are: rates, their trend, and what was lost on the way.
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bits, bytes, count, duration, plural, rate } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch } from "../../app/search";
import { Spark } from "../../charts/Spark";
import { TimeSeries } from "../../charts/TimeSeries";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { Tabs } from "../../table/Tabs";
import { Value } from "../../table/Value";
import css from "./capacity.module.css";

type Load = Schemas["Load"];

const carriers = [
  { id: "attachment", title: "Transit gateway attachments", field: "tgw_attachment_id", none: "Transit gateway logs name attachments; none are stored in this range." },
  { id: "vpc", title: "VPCs", field: "vpc_id", none: "These logs name no VPC: it comes with version 3 of the format." },
  { id: "zone", title: "Zones", field: "az_id", none: "These logs name no zone: it comes with version 4 of the format." },
  { id: "interface", title: "Interfaces", field: "interface_id", none: "No interface has traffic in this range." },
] as const;

/** readBits reads 10G, 500 Mbit/s, 1e9: bits a second. */
export function readBits(text: string): number | undefined {
  const m = /^\s*(\d+(?:\.\d+)?(?:e\d+)?)\s*([kmgt]?)(?:bit(?:\/s)?|bps|b)?\s*$/i.exec(text);
  if (!m) return undefined;
  return Number(m[1]) * { "": 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }[(m[2] ?? "").toLowerCase() as "" | "k" | "m" | "g" | "t"];
}

const causes = [
  { key: "no_route", title: "No route" },
  { key: "blackhole", title: "Blackhole route" },
  { key: "mtu", title: "Too long (MTU)" },
  { key: "ttl", title: "Time to live over" },
] as const;

const lostOf = (l: Load) => l.lost.no_route + l.lost.blackhole + l.lost.mtu + l.lost.ttl;

export default function Capacity() {
  const range = useRange();
  const [s, set] = usePageSearch({ by: "vpc", limit: "", show: "", of: "bits" });
  const [draft, setDraft] = useState(s.limit);
  const of = carriers.find((c) => c.id === s.by) ?? carriers[1];
  const limit = s.limit ? readBits(s.limit) : undefined;
  const q = useGet("/capacity", { by: of.id, since: range.since, until: range.until, capacity: limit });
  const items = q.data?.items ?? [];
  const shown = items.find((i) => i.id === s.show) ?? [...items].sort((a, b) => b.bits.p95 - a.bits.p95)[0];
  const measure = s.of === "packets" ? "packets" : "bits";
  const write = measure === "bits" ? bits : (n: number) => rate(n);
  const losers = items.filter((l) => lostOf(l) > 0).sort((a, b) => lostOf(b) - lostOf(a));
  // A limit far above would press what is drawn to the floor.
  const near = (most: number) => (limit !== undefined && limit < most * 20 ? [{ value: limit, label: "limit" }] : []);

  const full = (l: Load) => {
    if (l.trend.slope === undefined) return { text: "–", at: Number.MAX_VALUE, title: "a trend takes five days" };
    if (limit === undefined) return { text: "–", at: Number.MAX_VALUE, title: "give a limit to see when it is reached" };
    if (l.trend.full_in_days === undefined) return { text: "not growing", at: Number.MAX_VALUE - 1, title: "" };
    if (l.trend.full_in_days === 0) return { text: "full", at: 0, title: "the daily 95th percentile is over the limit" };
    return l.trend.full_in_days > 3650 ? { text: "over 10 years", at: l.trend.full_in_days, title: "" } : { text: `${Math.ceil(l.trend.full_in_days)} days`, at: l.trend.full_in_days, title: "" };
  };
  const columns: Column<Load>[] = [
    { key: "id", title: of.title.replace(/s$/, ""), min: 222, render: (l) => <Value field={of.field} value={l.id} /> },
    { key: "load", title: "Load", width: 98, min: 90, sort: false, render: (l) => <Spark label={`${measure} a second of ${l.id}`} values={measure === "bits" ? l.series : l.packet_series} unit={`${measure}/s`} width={84} /> },
    { key: "p50", title: "p50", align: "right", width: 96, value: (l) => l[measure].p50, render: (l) => write(l[measure].p50) },
    { key: "p95", title: "p95", align: "right", width: 96, value: (l) => l[measure].p95, render: (l) => write(l[measure].p95) },
    { key: "max", title: "Max", align: "right", width: 96, value: (l) => l[measure].max, render: (l) => write(l[measure].max) },
    { key: "bytes", title: "Volume", align: "right", width: 90, value: (l) => l.bytes, render: (l) => bytes(l.bytes) },
    { key: "trend", title: "30 days", width: 100, sort: false, render: (l) => <Spark label={`daily p95 of ${l.id}`} values={l.trend.daily} unit="bits/s" color={4} width={84} /> },
    { key: "full", title: "Full in", align: "right", width: 112, value: (l) => full(l).at, render: (l) => <span title={full(l).title}>{full(l).text}</span> },
    { key: "lost", title: "Packets lost", align: "right", width: 110, value: lostOf, render: (l) => (lostOf(l) ? <span className={css.lost}>{count(lostOf(l))}</span> : "0") },
  ];
  const lossColumns: Column<Load>[] = [
    { key: "id", title: of.title.replace(/s$/, ""), min: 222, render: (l) => <Value field={of.field} value={l.id} /> },
    ...causes.map((c) => ({ key: c.key, title: c.title, align: "right" as const, width: 130, value: (l: Load) => l.lost[c.key], render: (l: Load) => count(l.lost[c.key]) })),
    { key: "all", title: "All", align: "right", width: 110, value: lostOf, render: (l) => <span className={css.lost}>{count(lostOf(l))}</span> },
  ];
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Capacity</h1>
        <form
          className={css.limit}
          onSubmit={(e) => {
            e.preventDefault();
            set({ limit: readBits(draft) === undefined ? "" : draft.trim() });
          }}
        >
          <label>
            Limit of each
            <input value={draft} onChange={(e) => setDraft(e.target.value)} placeholder="10 Gbit/s" aria-invalid={draft !== "" && readBits(draft) === undefined} spellCheck={false} />
          </label>
          <button type="submit">Set</button>
          {draft !== "" && readBits(draft) === undefined ? <span role="alert">Write 500M, 10G or 10 Gbit/s.</span> : null}
        </form>
      </header>
      <Tabs label="Carrier" value={of.id} onChange={(by) => set({ by, show: "" })} tabs={carriers.map((c) => ({ id: c.id, title: c.title }))} />
      {shown ? (
        <div className={css.two}>
          <Panel
            title={`${of.title.replace(/s$/, "")} ${shown.id}`}
            help={`Averages over ${duration(q.data?.bucket_seconds ?? 300)}. ${of.id === "vpc" || of.id === "zone" ? "Each flow is counted once." : "Every record taken there counts."} Choose a row below to see it here.`}
            meta={q.data?.meta}
            loading={q.loading}
            error={q.error}
            waitHeight={230}
          >
            <TimeSeries
              title={`Load of ${shown.id}`}
              times={q.data?.times ?? []}
              series={[
                { label: "bits a second", values: shown.series, unit: "bits/s", color: 1, kind: "area" },
                { label: "packets a second", values: shown.packet_series, unit: "packets/s", color: 2, axis: "right" },
              ]}
              limits={near(shown.bits.max)}
              height={200}
              onZoom={range.zoom}
              gaps={q.data?.meta.gaps.map((g) => ({ from: g.from, to: g.to, kind: g.kind }))}
            />
          </Panel>
          <Panel title="Trend of 30 days" help="The 95th percentile of each day's hourly rates, for up to 30 days that end with the range. The slope is the median of those between any two days (Theil-Sen): one odd day does not move it." waitHeight={230}>
            <p className={css.trend}>{trendText(shown, limit)}</p>
            {shown.trend.daily.length ? (
              <TimeSeries title={`Daily p95 of ${shown.id}`} times={shown.trend.at} series={[{ label: "daily p95", values: shown.trend.daily, unit: "bits/s", color: 4 }]} limits={near(Math.max(...shown.trend.daily))} height={176} />
            ) : null}
          </Panel>
        </div>
      ) : null}
      <Panel title={of.title} loading={q.loading} error={q.error} meta={shown ? undefined : q.data?.meta} flush waitHeight={260} actions={<Segments label="Measure" value={measure} onChange={(v) => set({ of: v })} options={[{ value: "bits", title: "bits" }, { value: "packets", title: "packets" }]} />}>
        <DataTable
          id="capacity"
          label={of.title}
          columns={columns}
          rows={items}
          rowKey={(l) => l.id}
          onOpen={(l) => set({ show: l.id })}
          opened={shown?.id}
          order={{ key: "p95", desc: true }}
          empty={<Empty what="traffic" icon="chart" reasons={[of.none]} />}
        />
        {q.data && q.data.total > items.length ? (
          <p className={css.note}>
            The {count(items.length)} with most traffic of {count(q.data.total)}.
          </p>
        ) : null}
      </Panel>
      {losers.length || (of.id === "attachment" && items.length) ? (
        <Panel title="Packets lost, by cause" help="Only transit gateways tell of them: what they dropped for want of a route, by a blackhole route, because it was longer than the link takes, or because its time to live was over." loading={q.loading} error={q.error} flush>
          <DataTable id="lost" label="Packets lost, by cause" columns={lossColumns} rows={losers} rowKey={(l) => l.id} picker={false} empty={<Empty what="packet was lost in this range" icon="check" />} />
        </Panel>
      ) : null}
    </div>
  );
}

/** trendText says how it grows and when that is too much. */
function trendText(l: Load, limit: number | undefined): string {
  const t = l.trend;
  if (t.slope === undefined) return "A trend takes five whole days of records.";
  const last = t.daily[t.daily.length - 1] ?? 0;
  const flat = Math.abs(t.slope) < last / 1000;
  const usual = [...t.daily].sort((a, b) => a - b)[Math.floor(t.daily.length / 2)] ?? 0;
  const grows = flat ? (last > 3 * usual ? "It is level but for the last day." : "It is level.") : `It ${t.slope > 0 ? "grows" : "falls"} by ${bits(Math.abs(t.slope))} a day.`;
  if (limit === undefined) return `${grows} Give a limit above to see when it is reached.`;
  if (t.full_in_days === undefined) return `${grows} It does not come to ${bits(limit)}.`;
  if (t.full_in_days === 0) return `${grows} It is over ${bits(limit)} already.`;
  return `${grows} It comes to ${bits(limit)} in ${t.full_in_days > 3650 ? "more than 10 years" : plural(Math.ceil(t.full_in_days), "day")}.`;
}
