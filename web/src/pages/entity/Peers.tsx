// Whom an entity talks with, both ways, and what is new of that.
import { useMemo } from "react";
import type { QueryParams } from "../../api/hooks";
import { useTable } from "../../api/hooks";
import { bytes, count } from "../../app/format";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Badge } from "../../table/Badge";
import { Value } from "../../table/Value";
import type { Entity } from "./index";
import css from "./entity.module.css";

type Peer = { key: string; addr: string; network: string; app: string; flows: number; bytes: number; first: string };

export function Peers({ e }: { e: Entity }) {
  return (
    <div className={css.two}>
      <Side title="It called" filter={`(${e.from_filter}) AND initiator:src`} side="dst" />
      <Side title="It was called by" filter={`(${e.to_filter}) AND initiator:src`} side="src" />
      <News e={e} />
    </div>
  );
}

function usePeers(params: QueryParams, side: "src" | "dst") {
  const q = useTable(params);
  const rows = useMemo(
    () =>
      (q.table?.rows() ?? []).map((r) => ({
        key: `${r[side + "_network"] ?? ""}/${r[side + "addr"]}/${r[side + "_app"] ?? ""}`,
        addr: String(r[side + "addr"] ?? ""),
        network: String(r[side + "_network"] ?? ""),
        app: String(r[side + "_app"] ?? ""),
        flows: Number(r.count ?? 0),
        bytes: Number(r.sum_bytes ?? 0),
        first: String(r.min_start ?? ""),
      })),
    [q.table, side],
  );
  return { ...q, rows };
}

function Side({ title, filter, side }: { title: string; filter: string; side: "src" | "dst" }) {
  const range = useRange();
  const zone = useZone();
  const params = { filter, since: range.since, until: range.until, by: `${side}addr,${side}_network,${side}_app`, agg: "sum(bytes),count,min(start)", traffic: true, limit: 200 };
  const q = usePeers(params, side);
  const columns: Column<Peer>[] = [
    { key: "addr", title: "Address", min: 130, render: (r) => <Value field={side + "addr"} value={r.addr} network={r.network} /> },
    { key: "app", title: "App", min: 110, render: (r) => (r.app ? <Value field={side + "_app"} value={r.app} /> : "–") },
    { key: "flows", title: "Flows", width: 76, align: "right", render: (r) => count(r.flows) },
    { key: "bytes", title: "Bytes", width: 88, align: "right", render: (r) => bytes(r.bytes) },
    { key: "first", title: "First in range", width: 136, min: 136, hidden: true, render: (r) => (r.first ? zone.time(r.first) : "–") },
  ];
  return (
    <Panel title={title} help="Addresses with the most bytes in the direction of the call, 200 at most." meta={q.table?.meta} loading={q.loading} error={q.error} onRetry={q.refetch} query={params} flush waitHeight={300}>
      {q.table && q.rows.length === 0 ? <Empty what={side === "dst" ? "calls by it in the range" : "calls to it in the range"} ask={{ filter, since: range.since, until: range.until }} /> : <DataTable id={"entity-" + side} label={title} columns={columns} rows={q.rows} rowKey={(r) => r.key} height={340} />}
    </Panel>
  );
}

/** News is what the range is the first to see: peers and ports with it. */
function News({ e }: { e: Entity }) {
  const range = useRange();
  const zone = useZone();
  const before = range.from === undefined ? undefined : new Date(range.from * 1000).toISOString();
  const by = "client_app,server_app,service_port,protocol";
  const ask = { filter: e.filter + " AND _exists_:service_port AND action:ACCEPT", by, agg: "count,min(start)", traffic: true, limit: 3000 };
  const now = useTable({ ...ask, since: range.since, until: range.until });
  const then = useTable({ ...ask, since: "1970-01-01T00:00:00Z", until: before }, { when: !!before });
  const rows = useMemo(() => {
    const key = (r: Record<string, unknown>) => by.split(",").map((k) => r[k]).join("\n");
    const old = new Set((then.table?.rows() ?? []).map(key));
    return (now.table?.rows() ?? []).filter((r) => !old.has(key(r))).map((r) => ({ key: key(r), client: String(r.client_app ?? ""), server: String(r.server_app ?? ""), port: Number(r.service_port), protocol: Number(r.protocol), flows: Number(r.count), first: String(r.min_start) }));
  }, [now.table, then.table]);
  const nothing = then.table && then.table.length === 0;
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "client", title: "Client", min: 140, field: "client_app" },
    { key: "server", title: "Server", min: 140, field: "server_app" },
    { key: "port", title: "Port", width: 90, align: "right", render: (r) => <Value field="service_port" value={r.port} /> },
    { key: "protocol", title: "Protocol", width: 90, render: (r) => <Value field="protocol" value={r.protocol} /> },
    { key: "flows", title: "Flows", width: 90, align: "right", render: (r) => count(r.flows) },
    { key: "first", title: "First seen", width: 150, min: 136, render: (r) => zone.time(r.first) },
  ];
  return (
    <div className={css.wide}>
      <Panel
        title={<>First seen in the range {rows.length > 0 && !nothing && <Badge tone="accent">{count(rows.length)} new</Badge>}</>}
        name="First seen"
        help="Accepted calls between apps, on a port, that no record from before the range has."
        meta={now.table?.meta}
        loading={now.loading || then.loading}
        error={now.error ?? then.error}
        ready={!!now.table && (!!then.table || !before)}
        flush
        waitHeight={160}
      >
        {nothing ? (
          <Empty what="earlier records of it" reasons={["Nothing of it is stored from before the range, so nothing can be called new"]} />
        ) : now.table?.meta.truncated || then.table?.meta.truncated ? (
          <Empty what="list that is sure" reasons={["It has too many peers and ports to compare; the graph of its app tells what is new"]} />
        ) : rows.length === 0 ? (
          <Empty what="new peers or ports" reasons={["Every call of the range was seen before it"]} />
        ) : (
          <DataTable id="entity-new" label="First seen in the range" columns={columns} rows={rows} rowKey={(r) => r.key} height={Math.min(340, 60 + rows.length * 32)} />
        )}
      </Panel>
    </div>
  );
}
