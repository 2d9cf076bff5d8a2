// Ranked values: who is rejected, what is knocked at, what is spoken.
import { useMemo, useState } from "react";
import type { Table } from "../../api/client";
import { useTable, type QueryParams } from "../../api/hooks";
import { plural } from "../../app/format";
import { Bars, type Bar } from "../../charts/Bars";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Tabs } from "../../table/Tabs";
import { Value } from "../../table/Value";
import { rejectedDestinationsIn, rejectedSourcesIn } from "./asks";
import { useAsked } from "./Traffic";
import css from "./overview.module.css";

export function RejectedSources({ logged }: { logged?: string[] }) {
  const q = rejectedSourcesIn(useAsked().in);
  const { table, loading, error } = useTable(q);
  const blind = logged && !logged.includes("REJECT");
  return (
    <Panel title="Rejected most: sources" help="The 25 sources with the most rejected flows, and how many hosts and ports they tried." meta={table?.meta} loading={loading} error={error} query={q} pin={{ kind: "sources" }} waitHeight={260}>
      {table?.length ? (
        <SourcesPicture table={table} />
      ) : (
        <Empty what="rejected flows" reasons={blind ? ["REJECT is not logged here: the flow log takes accepted traffic only. Set its traffic type to ALL."] : undefined} ask={blind ? undefined : { filter: q.filter, since: q.since, until: q.until }} />
      )}
    </Panel>
  );
}

export function RejectedDestinations() {
  const q = rejectedDestinationsIn(useAsked().in);
  const { table, loading, error } = useTable(q);
  return (
    <Panel title="Rejected most: destinations" help="Hosts and ports with the most rejected flows, and from how many sources." meta={table?.meta} loading={loading} error={error} query={q} pin={{ kind: "destinations" }} waitHeight={260}>
      {table?.length ? (
        <DestinationsPicture table={table} />
      ) : (
        <Empty what="rejected flows" />
      )}
    </Panel>
  );
}

const measures = [
  { id: "count", title: "Flows", agg: "count", unit: "flows" },
  { id: "sum_bytes", title: "Bytes", agg: "sum(bytes)", unit: "bytes" },
  { id: "sum_packets", title: "Packets", agg: "sum(packets)", unit: "packets" },
] as const;

/** SourcesPicture is the ranking without its frame, for boards. */
export function SourcesPicture({ table }: { table?: Table }) {
  const rows = useMemo<Bar[]>(
    () =>
      (table?.rows() ?? []).map((r) => ({
        key: `${r.src_network ?? ""}/${r.srcaddr}`,
        name: String(r.srcaddr ?? "none"),
        label: <Value field="srcaddr" value={r.srcaddr as string} network={r.src_network as string} name={String(r.src_app ?? r.src_as_org ?? "")} />,
        value: Number(r.count),
        note: <span className={css.soft}>{[r.src_country, plural(Number(r.uniq_dstaddr), "host"), plural(Number(r.uniq_dstport), "port")].filter(Boolean).join(" · ")}</span>,
      })),
    [table],
  );
  return <Bars title="Sources rejected most" rows={rows} unit="flows" color="reject" limit={10} heads={{ name: "source", value: "flows", note: "tried" }} />;
}

/** DestinationsPicture is the ranking without its frame, for boards. */
export function DestinationsPicture({ table }: { table?: Table }) {
  const rows = useMemo<Bar[]>(
    () =>
      (table?.rows() ?? []).map((r) => ({
        key: `${r.dst_network ?? ""}/${r.dstaddr}:${r.dstport}`,
        name: `${r.dstaddr}:${r.dstport}`,
        label: (
          <span className={css.pair} title={String(r.dst_app ?? "") || undefined}>
            <Value field="dstaddr" value={r.dstaddr as string} network={r.dst_network as string} name={String(r.dst_app ?? "")} />
            <span className={css.port}>
              <Value field="dstport" value={r.dstport as number} />
            </span>
          </span>
        ),
        value: Number(r.count),
        note: <span className={css.soft}>{plural(Number(r.uniq_srcaddr), "source")}</span>,
      })),
    [table],
  );
  return <Bars title="Destinations rejected most" rows={rows} unit="flows" color="reject" limit={10} heads={{ name: "destination", value: "flows", note: "from" }} />;
}

export function Protocols() {
  const { range, within } = useAsked();
  const q: QueryParams = { filter: within(), since: range.since, until: range.until, by: "protocol", agg: "count,sum(bytes),sum(packets)", bucket: "auto", limit: 25, traffic: true };
  const { table, loading, error } = useTable(q);
  return (
    <Panel title="Protocols" meta={table?.meta} loading={loading} error={error} query={q} pin={{ kind: "protocols" }} waitHeight={200}>
      <ProtocolsPicture table={table} />
    </Panel>
  );
}

/** ProtocolsPicture is the same without its frame, for boards. */
export function ProtocolsPicture({ table }: { table?: Table }) {
  const [by, setBy] = useState<string>("count");
  const m = measures.find((x) => x.id === by) ?? measures[0];
  const rows = useMemo<Bar[]>(() => {
    const sums = new Map<number, number>();
    for (const r of table?.rows() ?? []) if (r.protocol !== null) sums.set(r.protocol as number, (sums.get(r.protocol as number) ?? 0) + Number(r[m.id]));
    return [...sums].sort((a, b) => b[1] - a[1]).map(([protocol, value]) => ({ key: String(protocol), name: String(protocol), label: <Value field="protocol" value={protocol} />, value }));
  }, [table, m.id]);
  return (
    <>
      <Tabs label="Measure" value={m.id} onChange={setBy} tabs={measures.map((x) => ({ id: x.id, title: x.title }))} />
      <Bars title="Protocols" rows={rows} unit={m.unit} heads={{ name: "protocol", value: m.title.toLowerCase() }} />
    </>
  );
}
