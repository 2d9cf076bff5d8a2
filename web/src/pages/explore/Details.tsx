// Everything that is known of one record, the absent told as absent.
import { useMemo, useState } from "react";
import { Table, type Cell, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { ofUnit } from "../../app/format";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Fault } from "../../table/Fault";
import { Skeleton } from "../../table/Skeleton";
import { useValueActions, Value, type Scalar } from "../../table/Value";
import { and, term } from "../../query/filter";
import css from "./explore.module.css";

const groups: { title: string; has: RegExp }[] = [
  { title: "Flow", has: /^(start|end|duration|action|log_status|protocol|packets|bytes|tcp_flags|type|rtt|direction|flow_direction|traffic_path|reject_reason|packets_lost.*)$/ },
  { title: "Source", has: /^(src.*|pkt_src.*|tgw_src.*)$/ },
  { title: "Destination", has: /^(dst.*|pkt_dst.*|tgw_dst.*)$/ },
  { title: "Logged by", has: /^(version|account_id|interface_id|instance_id|vpc_id|subnet_id|region|az_id|sublocation.*|resource_type|tgw_id|tgw_attachment_id|ecs_.*|local_.*|encryption.*|service)$/ },
  { title: "Who began, and how it is counted", has: /^(client|server|client_.*|server_.*|service_port|initiator|initiator_by|witness|counted|time_.*|part)$/ },
];

type Item = { name: string; doc: string; unit: string; kind: string; value: Cell };

export function Details({ id, onWhy, link }: { id: string; onWhy: (pair: string) => void; link?: string }) {
  const asked = useGet("/records/{id}", undefined, { at: { id }, keep: false });
  const fields = useGet("/fields");
  const zone = useZone();
  const acts = useValueActions();
  const [absent, setAbsent] = useState(false);
  const row = useMemo(() => (asked.data ? new Table(asked.data as Schemas["Table"]).rows()[0] : undefined), [asked.data]);
  const parts = useMemo(() => {
    if (!asked.data || !row) return [];
    const docs = new Map((fields.data ?? []).map((f) => [f.name, f.doc]));
    const all: Item[] = (asked.data as Schemas["Table"]).columns.map((c) => ({ name: c.name, doc: docs.get(c.name) ?? "", unit: c.unit, kind: c.kind, value: row[c.name] ?? null }));
    const taken = new Set<string>();
    const out = groups.map((g) => ({ title: g.title, items: all.filter((i) => !taken.has(i.name) && g.has.test(i.name) && taken.add(i.name)) }));
    out.push({ title: "Other", items: all.filter((i) => !taken.has(i.name)) });
    return out;
  }, [asked.data, row, fields.data]);

  if (asked.error) return <Fault error={asked.error} />;
  if (!row) return <Skeleton lines={5} />;
  const src = row.srcaddr === null ? "" : String(row.srcaddr);
  const dst = row.dstaddr === null ? "" : String(row.dstaddr);
  const named = (network: Cell | undefined, addr: string) => (network ? `${String(network)}/${addr}` : addr);
  const draw = (i: Item) => {
    if (i.value === null) return <span className={css.absent}>absent</span>;
    if (i.kind === "time") return <time title={`${String(i.value)} UTC`}>{zone.time(String(i.value), true)}</time>;
    if (typeof i.value === "object") return <code className={css.json}>{JSON.stringify(i.value)}</code>;
    const plain = i.name === "bytes" || i.name === "packets";
    return (
      <Value field={i.name} value={i.value as Scalar} network={/^(src|dst)addr$/.test(i.name) ? (row[i.name.slice(0, 3) + "_network"] as string | null) : undefined}>
        {plain ? ofUnit(Number(i.value), i.unit) + (Number(i.value) >= 1000 && i.unit === "bytes" ? ` (${Number(i.value).toLocaleString("en-US")})` : "") : undefined}
      </Value>
    );
  };
  const count = parts.reduce((n, p) => n + p.items.filter((i) => i.value === null).length, 0);
  return (
    <div className={css.details}>
      <div className={css.detailTools}>
        {src && dst && (
          <>
            <Button small icon="info" onClick={() => onWhy([named(row.src_network, src), named(row.dst_network, dst), row.dstport ?? ""].join("~"))} title="Where calls between the two stop">
              Why?
            </Button>
            <Button small icon="filter" onClick={() => acts.explore(and(`addr:${src.includes(":") ? `"${src}"` : src}`, `addr:${dst.includes(":") ? `"${dst}"` : dst}`))} title="All records between the two">
              Both ends
            </Button>
            <Button small icon="rule" onClick={() => acts.go("/rules/new", { q: and(term("srcaddr", src), term("dstport", row.dstport as Scalar)) })}>
              Make a rule
            </Button>
          </>
        )}
        <Copy text={JSON.stringify(row, null, 2)} label="Copy JSON" />
        {link && <Copy text={new URL(link, location.origin).href} label="Copy link" />}
        {count > 0 && (
          <Button small kind="quiet" aria-pressed={absent} onClick={() => setAbsent(!absent)}>
            {absent ? "Hide" : "Show"} {count} absent
          </Button>
        )}
      </div>
      <div className={css.detailGrid}>
        {parts.map((p) => {
          const shown = p.items.filter((i) => absent || i.value !== null);
          const none = p.items.length - shown.length;
          return p.items.length ? (
            <section key={p.title}>
              <h3>{p.title}</h3>
              <dl>
                {shown.map((i) => (
                  <div key={i.name}>
                    <dt title={i.doc}>{i.name}</dt>
                    <dd>{draw(i)}</dd>
                  </div>
                ))}
                {none > 0 && (
                  <div>
                    <dt className={css.absent}>{none} absent</dt>
                    <dd />
                  </div>
                )}
              </dl>
            </section>
          ) : null;
        })}
      </div>
    </div>
  );
}
