// Everything about one address, host, interface, app, subnet or VPC.
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Schemas } from "../../api/client";
import { useGet, useTable } from "../../api/hooks";
import { bytes, count } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch } from "../../app/search";
import { Along, useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { TimeSeries } from "../../charts/TimeSeries";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import { Skeleton } from "../../table/Skeleton";
import { Tabs } from "../../table/Tabs";
import { Value, ValueScope } from "../../table/Value";
import { Peers } from "./Peers";
import { Ports, Rules } from "./Ports";
import { Alerts } from "./Alerts";
import css from "./entity.module.css";

export type Entity = Schemas["EntityCard"];
export type EntityPorts = Schemas["EntityPorts"];

const kinds: Record<string, string> = { address: "Address", host: "Host", interface: "Interface", app: "App", subnet: "Subnet", vpc: "VPC" };

export default function Page() {
  const at = useParams({ strict: false }) as { kind?: string; id?: string };
  const kind = at.kind ?? "address";
  const id = at.id ?? "";
  const [s, set] = usePageSearch({ tab: "traffic" });
  const range = useRange();
  const zone = useZone();
  const go = useGo();
  const params = { kind, id, since: range.since, until: range.until };
  const q = useGet("/entity", params, { keep: false });
  const p = useGet("/entity/ports", params, { keep: false });
  const e = q.data as Entity | undefined;
  const ports = p.data as EntityPorts | undefined;

  if (q.error) {
    return (
      <div className={css.page}>
        <h1>{kinds[kind] ?? "Entity"}</h1>
        <Fault error={q.error} onRetry={q.refetch} />
      </div>
    );
  }
  if (!e) {
    return (
      <div className={css.page}>
        <h1>{id.replace(/^\//, "")}</h1>
        <Skeleton height={220} />
      </div>
    );
  }
  return (
    <ValueScope filter="">
      <div className={css.page}>
        <header className={css.head}>
          <div>
            <p className={css.kind}>{kinds[kind] ?? kind}{e.network && kind !== "vpc" ? <> in <Value field="vpc_id" value={e.network} /></> : null}</p>
            <h1>{e.title}</h1>
          </div>
          <div className={css.marks}>
            {e.public && <Badge title="Belongs to none of the networks that logs are read of">outside</Badge>}
            {ports?.front && <Badge tone="low" icon="globe" title="Answered at least three public addresses">front-facing on {ports.front.ports.join(", ")}</Badge>}
            {!ports?.front && ports?.reachable && <Badge tone="medium" icon="globe" title="Unsolicited packets from public addresses arrive, whatever the verdict">reachable from the internet</Badge>}
          </div>
          <div className={css.actions}>
            <Button icon="search" onClick={() => go("/explore", { q: e.filter })}>Records</Button>
            {e.graph_id && <Button icon="graph" onClick={() => go("/graph", { center: e.graph_id! })}>Graph</Button>}
          </div>
        </header>
        <Facts e={e} ports={ports} />
        <Tabs
          label="About the entity"
          value={s.tab}
          onChange={(tab) => set({ tab })}
          tabs={[
            { id: "traffic", title: "Traffic" },
            { id: "peers", title: "Peers" },
            { id: "ports", title: "Ports and exposure", count: ports ? ports.listeners.length : undefined },
            ...(kind === "vpc" || kind === "subnet" ? [] : [{ id: "rules", title: "Inbound rules", count: ports ? ports.rules.length : undefined }]),
            { id: "alerts", title: "Alerts" },
            ...(e.parts.length > 1 ? [{ id: "parts", title: "Addresses", count: e.parts.length >= 100 ? "100+" : e.parts.length }] : []),
          ]}
        >
          <div className={css.stack}>
            {s.tab === "traffic" && <Traffic e={e} />}
            {s.tab === "peers" && <Peers e={e} />}
            {s.tab === "ports" && <Ports e={e} ports={ports} asked={p} />}
            {s.tab === "rules" && <Rules e={e} ports={ports} asked={p} />}
            {s.tab === "alerts" && <Alerts e={e} />}
            {s.tab === "parts" && <Parts e={e} />}
          </div>
        </Tabs>
        <span className="hidden-text">{zone.zone}</span>
      </div>
    </ValueScope>
  );
}

function Facts({ e, ports }: { e: Entity; ports?: EntityPorts }) {
  const zone = useZone();
  const seen = e.seen_in === "range" ? " (in the range)" : "";
  return (
    <dl className={css.facts}>
      <div>
        <dt>First seen{seen}</dt>
        <dd>{e.first_seen ? zone.time(e.first_seen) : "–"}</dd>
      </div>
      <div>
        <dt>Last seen{seen}</dt>
        <dd>{e.last_seen ? zone.time(e.last_seen) : "–"}</dd>
      </div>
      {ports?.front && (
        <div>
          <dt>Answers the internet in the range since</dt>
          <dd>{zone.time(ports.front.since)}</dd>
        </div>
      )}
      {ports?.reachable && (
        <div>
          <dt>Tried by the internet in the range since</dt>
          <dd>{zone.time(ports.reachable.since)}</dd>
        </div>
      )}
      {e.facts.map((f) => (
        <div key={f.name}>
          <dt>{f.name}</dt>
          <dd>
            {f.values.slice(0, 4).map((v) => (
              <Value key={v} field={f.field} value={v} />
            ))}
            {f.values.length > 4 && <span className={css.soft} title={f.values.join(", ")}>{f.values.length >= 12 ? "and more" : `and ${f.values.length - 4} more`}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Traffic({ e }: { e: Entity }) {
  const range = useRange();
  const base = { since: range.since, until: range.until, bucket: "auto", traffic: true };
  const flowsBy = { ...base, filter: e.filter, by: "action", agg: "count", limit: 4 };
  const outBy = { ...base, filter: e.from_filter, agg: "sum(bytes),sum(packets)" };
  const inBy = { ...base, filter: e.to_filter, agg: "sum(bytes),sum(packets)" };
  const flows = useTable(flowsBy);
  const sent = useTable(outBy);
  const got = useTable(inBy);
  const grid = useMemo(() => {
    const step = flows.table?.meta.bucket_seconds ?? sent.table?.meta.bucket_seconds;
    if (!step || range.from === undefined || range.to === undefined) return [];
    const times: number[] = [];
    for (let t = Math.floor(range.from / step) * step; t < range.to; t += step) times.push(t);
    return times;
  }, [flows.table, sent.table, range.from, range.to]);
  const onGrid = (bucket: unknown[], values: number[], keep: (i: number) => boolean = () => true) => {
    const at = new Map(grid.map((t, i) => [t, i]));
    const out = grid.map(() => 0);
    bucket.forEach((b, i) => {
      const n = at.get(Date.parse(String(b)) / 1000);
      if (n !== undefined && keep(i)) out[n] = (out[n] ?? 0) + (values[i] ?? 0);
    });
    return out;
  };
  const actions = flows.table?.texts("action") ?? [];
  const span = range.from !== undefined && range.to !== undefined ? { from: range.from, to: range.to } : undefined;
  const total = flows.table?.numbers("count").reduce((a, b) => a + b, 0) ?? 0;
  return (
    <>
      <Panel title="Flows accepted and rejected" meta={flows.table?.meta} loading={flows.loading} error={flows.error} onRetry={flows.refetch} query={flowsBy} pin={{ kind: "groups", show: "values", chart: "bars" }} waitHeight={220}>
        {flows.table && total === 0 ? (
          <Empty what="flows of it in the range" ask={{ filter: e.filter, since: range.since, until: range.until }} />
        ) : flows.table && (
          <TimeSeries
            title="Flows accepted and rejected"
            times={grid}
            range={span}
            height={180}
            syncKey="entity"
            onZoom={range.zoom}
            gaps={flows.table.meta.gaps}
            stacked
            series={[
              { label: "Accepted", unit: "flows", color: "accept", kind: "bars", values: onGrid(flows.table.col("bucket"), flows.table.numbers("count"), (i) => actions[i] !== "REJECT") },
              { label: "Rejected", unit: "flows", color: "reject", kind: "bars", values: onGrid(flows.table.col("bucket"), flows.table.numbers("count"), (i) => actions[i] === "REJECT") },
            ]}
          />
        )}
      </Panel>
      <Panel title="Bytes sent and received" meta={sent.table?.meta} loading={sent.loading || got.loading} error={sent.error ?? got.error} query={outBy} pin={{ kind: "groups", show: "values", chart: "area" }} waitHeight={220}>
        {sent.table && got.table && (
          <TimeSeries
            title="Bytes sent and received"
            times={grid}
            range={span}
            height={180}
            syncKey="entity"
            onZoom={range.zoom}
            gaps={sent.table.meta.gaps}
            series={[
              { label: "Sent", unit: "bytes", color: 3, kind: "area", values: onGrid(sent.table.col("bucket"), sent.table.numbers("sum_bytes")) },
              { label: "Received", unit: "bytes", color: 4, kind: "line", values: onGrid(got.table.col("bucket"), got.table.numbers("sum_bytes")) },
            ]}
          />
        )}
      </Panel>
    </>
  );
}

function Parts({ e }: { e: Entity }) {
  return (
    <Panel title="Addresses" help="The busiest, with what they were in the range." flush ready>
      <table className={css.table}>
        <thead>
          <tr>
            <th>Address</th>
            <th>Interface</th>
            <th>Instance</th>
            <th>Subnet</th>
            <th>App</th>
            <th className={css.right}>Flows</th>
            <th className={css.right}>Bytes</th>
          </tr>
        </thead>
        <tbody>
          {e.parts.map((p) => (
            <tr key={p.network + p.address + p.interface + p.app}>
              <td><Value field="srcaddr" value={p.address} network={p.network} /></td>
              <td>{p.interface ? <Value field="interface_id" value={p.interface} /> : "–"}</td>
              <td>{p.instance ? <Value field="instance_id" value={p.instance} /> : "–"}</td>
              <td>{p.subnet ? <Value field="subnet_id" value={p.subnet} /> : "–"}</td>
              <td title={p.app || undefined}>{p.app ? <Along to={"/entity/app/" + encodeURIComponent((p.network ? p.network + "/" : "") + p.app)}>{p.app}</Along> : "–"}</td>
              <td className={css.right}>{count(p.flows)}</td>
              <td className={css.right}>{bytes(p.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

