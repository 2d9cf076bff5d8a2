// Accepted and rejected over time, with what is usual, their ratio, and packets and
// bytes. A drag on one zooms all.
import { useMemo, useState } from "react";
import type { Meta, Table } from "../../api/client";
import { useGet, useTable, type QueryParams } from "../../api/hooks";
import { line, pivot } from "../../api/pivot";
import { percent } from "../../app/format";
import { useRange } from "../../app/range";
import { useSearch } from "../../app/search";
import { Ratio } from "../../charts/Ratio";
import { TimeSeries, type Mark, type Series } from "../../charts/TimeSeries";
import { Panel } from "../../table/Panel";
import { and } from "../../query/filter";
import { useValueActions } from "../../table/Value";
import { usualIn, verdictsIn, volumeIn, withinOf } from "./asks";
import css from "./overview.module.css";

/** useBefore is the range that a comparison looks at, nothing without one. */
export function useBefore(): { since?: string; until?: string; shift: number; label: string } {
  const [search] = useSearch();
  const { from, to } = useRange();
  const shift = search.cmp === "day" ? 86_400 : search.cmp === "week" ? 604_800 : 0;
  if (!shift || from === undefined || to === undefined) return { shift: 0, label: "" };
  const iso = (s: number) => new Date((s - shift) * 1000).toISOString();
  return { since: iso(from), until: iso(to), shift, label: search.cmp === "day" ? "the day before" : "the week before" };
}

/** useAsked is the filter and the range of the page: every panel's question lies in
 * them. */
export function useAsked() {
  const [search] = useSearch();
  const range = useRange();
  return { range, in: withinOf(search), within: (filter?: string) => and(search.q, filter) || undefined };
}

export const gapsOf = (meta?: Meta) => meta?.gaps.map((g) => ({ from: g.from, to: g.to, kind: g.kind }));

/** useVerdicts asks for the flows by what became of them over time. */
export function useVerdicts() {
  const q = verdictsIn(useAsked().in);
  return { q, ...useTable(q) };
}

/** useVolume asks for bytes and packets over time. */
export function useVolume() {
  const q = volumeIn(useAsked().in);
  return { q, ...useTable(q) };
}

/** useUsual is what is usual for a question. */
const useUsual = (q: QueryParams) => useGet("/usual", usualIn(q));

export function Verdicts(p: { marks: Mark[]; onMark: (m: Mark) => void }) {
  const { q, ...now } = useVerdicts();
  const usual = useUsual(q);
  return (
    <Panel
      title="Accepted and rejected flows"
      help={<>Each flow is counted once. The shaded band is what is usual at this hour of the week for as many interfaces, from {usual.data?.days ?? 0} earlier days. Drag to zoom into all charts.</>}
      meta={now.table?.meta}
      loading={now.loading}
      error={now.error}
      query={q}
      pin={{ kind: "verdicts" }}
      waitHeight={300}
    >
      <VerdictsPicture q={q} table={now.table} {...p} />
    </Panel>
  );
}

/** VerdictsPicture is the same without its frame, for boards. */
export function VerdictsPicture({ q, table, marks, onMark, syncKey = "overview" }: { q: QueryParams; table?: Table; marks?: Mark[]; onMark?: (m: Mark) => void; syncKey?: string }) {
  const range = useRange();
  const acts = useValueActions();
  const before = useBefore();
  const usual = useUsual(q);
  const then = useTable({ ...q, since: before.since, until: before.until }, { when: before.shift > 0 });
  const p = useMemo(() => (table ? pivot(table, "action", ["count"]) : undefined), [table]);
  const old = useMemo(() => (before.shift && then.table ? pivot(then.table, "action", ["count"]) : undefined), [then.table, before.shift]);

  const accept = line(p, "ACCEPT", "count");
  const reject = line(p, "REJECT", "count");
  const band = useMemo(() => {
    const u = usual.data;
    if (!u || !p) return undefined;
    const at = new Map(u.times.map((t, i) => [t, i]));
    const pick = (values: readonly (number | null)[]) => p.times.map((t) => { const i = at.get(t); return i === undefined ? null : (values[i] ?? null); });
    return { accept: { low: pick(u.accept.low), high: pick(u.accept.high) }, reject: { low: pick(u.reject.low), high: pick(u.reject.high) } };
  }, [usual.data, p]);
  const pad = (values: number[]) => (p ? p.times.map((_, i) => values[i] ?? null) : []);
  const series: Series[] = [
    { label: "accepted", values: accept, unit: "flows", color: "accept", kind: "line", band: band?.accept },
    { label: "rejected", values: reject, unit: "flows", color: "reject", kind: "line", axis: "right", band: band?.reject },
    ...(old
      ? [
          { label: `accepted, ${before.label}`, values: pad(line(old, "ACCEPT", "count")), unit: "flows", color: "accept" as const, compare: true },
          { label: `rejected, ${before.label}`, values: pad(line(old, "REJECT", "count")), unit: "flows", color: "reject" as const, axis: "right" as const, compare: true },
        ]
      : []),
  ];
  const sum = (l: number[]) => l.reduce((a, b) => a + b, 0);
  const a = sum(accept);
  const r = sum(reject);
  const share = useMemo(() => {
    const u = usual.data;
    if (!u || u.days < 3) return undefined;
    const add = (l: readonly (number | null)[]) => l.reduce<number>((x, y) => x + (y ?? 0), 0);
    const mid = (b: { low: (number | null)[]; high: (number | null)[] }) => (add(b.low) + add(b.high)) / 2;
    const accepted = mid(u.accept);
    if (!accepted) return undefined;
    const low = add(u.reject.low);
    const high = add(u.reject.high);
    return { low: low / (accepted + low), high: high / (accepted + high) };
  }, [usual.data]);

  return (
    <>
      <Ratio accept={a} reject={r} unit="flows" usual={share} onPick={(action) => acts.explore(and(q.filter, `action:${action}`))} />
      <TimeSeries title="Accepted and rejected flows" times={p?.times ?? []} series={series} height={290} syncKey={syncKey} onZoom={range.zoom} marks={marks} onMark={onMark} gaps={gapsOf(table?.meta)} />
      {usual.data && usual.data.days < 3 ? <p className={css.note}>There are less than three earlier days: nothing is called usual yet.</p> : null}
      {share && r / Math.max(a + r, 1) > share.high ? <p className={css.note}>{percent(r / (a + r))} rejected is more than the usual {percent(share.low)} to {percent(share.high)}.</p> : null}
    </>
  );
}

export function Volume() {
  const { q, ...now } = useVolume();
  return (
    <Panel title="Bytes and packets" help="Bytes on the left axis, packets on the right; each flow is counted once and spread over its minutes." meta={now.table?.meta} loading={now.loading} error={now.error} query={q} pin={{ kind: "volume" }} waitHeight={230}>
      <VolumePicture q={q} table={now.table} />
    </Panel>
  );
}

/** VolumePicture is the same without its frame, for boards. */
export function VolumePicture({ q, table, syncKey = "overview" }: { q: QueryParams; table?: Table; syncKey?: string }) {
  const range = useRange();
  const before = useBefore();
  const [panes, setPanes] = useState<1 | 2>(1);
  const then = useTable({ ...q, since: before.since, until: before.until }, { when: before.shift > 0 });
  const p = useMemo(() => (table ? pivot(table, undefined, ["sum_packets", "sum_bytes"]) : undefined), [table]);
  const old = useMemo(() => (before.shift && then.table ? pivot(then.table, undefined, ["sum_packets", "sum_bytes"]) : undefined), [then.table, before.shift]);
  const pad = (values: number[]) => (p ? p.times.map((_, i) => values[i] ?? null) : []);
  const series: Series[] = [
    { label: "bytes", values: line(p, "", "sum_bytes"), unit: "bytes", color: 3 },
    { label: "packets", values: line(p, "", "sum_packets"), unit: "packets", color: 5, axis: "right" },
    ...(old
      ? [
          { label: `bytes, ${before.label}`, values: pad(line(old, "", "sum_bytes")), unit: "bytes", color: 3 as const, compare: true },
          { label: `packets, ${before.label}`, values: pad(line(old, "", "sum_packets")), unit: "packets", color: 5 as const, axis: "right" as const, compare: true },
        ]
      : []),
  ];
  return <TimeSeries title="Bytes and packets" times={p?.times ?? []} series={series} height={190} panes={panes} onPanes={setPanes} syncKey={syncKey} onZoom={range.zoom} gaps={gapsOf(table?.meta)} />;
}
