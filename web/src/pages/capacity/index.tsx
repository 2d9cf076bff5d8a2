// How full the links are: rates, their trend, and what was lost on the way.
import { useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bits, bytes, count, duration, rate } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch } from "../../app/search";
import { Spark } from "../../charts/Spark";
import { TimeSeries } from "../../charts/TimeSeries";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
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

const lostOf = (l: Load) => l.lost.no_route + l.lost.blackhole + l.lost.mtu + l.lost.ttl;

export default function Capacity() {
  const range = useRange();
  const [s, set] = usePageSearch({ by: "vpc", limit: "", show: "" });
  const [draft, setDraft] = useState(s.limit);
  const of = carriers.find((c) => c.id === s.by) ?? carriers[1];
  const limit = s.limit ? readBits(s.limit) : undefined;
  const q = useGet("/capacity", { by: of.id, since: range.since, until: range.until, capacity: limit });
  const items = q.data?.items ?? [];
  const shown = items.find((i) => i.id === s.show) ?? [...items].sort((a, b) => b.bits.p95 - a.bits.p95)[0];
  const top = useMemo(() => Math.max(0, ...items.slice(0, 1).map((i) => i.bits.max)), [items]);

  const full = (l: Load) => {
    if (l.trend.slope === undefined) return { text: "–", at: Number.MAX_VALUE, title: "a trend takes five days" };
    if (limit === undefined) return { text: "–", at: Number.MAX_VALUE, title: "give a limit to see when it is reached" };
    if (l.trend.full_in_days === undefined) return { text: "not growing", at: Number.MAX_VALUE - 1, title: "" };
    if (l.trend.full_in_days === 0) return { text: "full", at: 0, title: "the daily 95th percentile is over the limit" };
    return l.trend.full_in_days > 3650 ? { text: "over 10 years", at: l.trend.full_in_days, title: "" } : { text: `${Math.ceil(l.trend.full_in_days)} days`, at: l.trend.full_in_days, title: "" };
  };
  const columns: Column<Load>[] = [
    { key: "id", title: of.title.replace(/s$/, ""), min: 190, render: (l) => <Value field={of.field} value={l.id} /> },
    { key: "load", title: "Load", width: 100, sort: false, render: (l) => <Spark label={`bits a second of ${l.id}`} values={l.series} unit="bits/s" width={84} /> },
    { key: "p50", title: "p50", align: "right", width: 92, value: (l) => l.bits.p50, render: (l) => bits(l.bits.p50) },
    { key: "p95", title: "p95", align: "right", width: 92, value: (l) => l.bits.p95, render: (l) => bits(l.bits.p95) },
    { key: "max", title: "Max", align: "right", width: 92, value: (l) => l.bits.max, render: (l) => bits(l.bits.max) },
    { key: "pps", title: "Packets p95", align: "right", width: 100, value: (l) => l.packets.p95, render: (l) => rate(l.packets.p95) },
    { key: "ppsmax", title: "Packets max", align: "right", width: 104, hidden: true, value: (l) => l.packets.max, render: (l) => rate(l.packets.max) },
    { key: "bytes", title: "Volume", align: "right", width: 90, value: (l) => l.bytes, render: (l) => bytes(l.bytes) },
    { key: "trend", title: "30 days", width: 100, sort: false, render: (l) => <Spark label={`daily p95 of ${l.id}`} values={l.trend.daily} unit="bits/s" color={4} width={84} /> },
    { key: "full", title: "Full in", align: "right", width: 112, value: (l) => full(l).at, render: (l) => <span title={full(l).title}>{full(l).text}</span> },
    {
      key: "lost",
      title: "Packets lost",
      align: "right",
      width: 110,
      value: lostOf,
      render: (l) =>
        lostOf(l) ? (
          <span className={css.lost} title={`no route ${count(l.lost.no_route)}, blackhole ${count(l.lost.blackhole)}, too long (MTU) ${count(l.lost.mtu)}, time to live over ${count(l.lost.ttl)}`}>
            {count(lostOf(l))}
          </span>
        ) : (
          "0"
        ),
    },
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
        <Panel
          title={`${of.title.replace(/s$/, "")} ${shown.id}`}
          help={`Averages over ${duration(q.data?.bucket_seconds ?? 300)}. ${of.id === "vpc" || of.id === "zone" ? "Each flow is counted once." : "Every record taken there counts."} Choose a row below to see it here.`}
          meta={q.data?.meta}
          loading={q.loading}
          error={q.error}
          waitHeight={230}
        >
          <TimeSeries title={`Load of ${shown.id}`} times={q.data?.times ?? []} series={[{ label: "bits a second", values: shown.series, unit: "bits/s", color: 1, kind: "area" }]} limits={limit !== undefined && limit < top * 20 ? [{ value: limit, label: "limit" }] : []} height={200} onZoom={range.zoom} gaps={q.data?.meta.gaps.map((g) => ({ from: g.from, to: g.to, kind: g.kind }))} />
        </Panel>
      ) : null}
      <Panel title={of.title} loading={q.loading} error={q.error} meta={shown ? undefined : q.data?.meta} flush waitHeight={260}>
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
    </div>
  );
}
