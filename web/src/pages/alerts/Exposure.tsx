// The internet's noise: who knocks, and where. Nothing here needs a person.
import { useMemo } from "react";
import type { Cell } from "../../api/client";
import { useGet, useTable, type QueryParams } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { columnsOf, type Column } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Severity } from "../../table/Severity";
import type { Schemas } from "../../api/client";
import { EntityValue } from "./Bits";
import { familyText, severities } from "./data";
import type { Doing } from "./index";
import css from "./Alerts.module.css";

type Source = Schemas["ExposureSources"]["sources"][number];

export function Exposure({ onOpen }: { onOpen: (id: string, doing?: Doing) => void }) {
  const range = useRange();
  const zone = useZone();
  const params = { since: range.since, until: range.until, limit: 1000 };
  const asked = useGet("/alerts/exposure", params);
  const noise = asked.data;
  const targets: QueryParams = {
    filter: "action:REJECT AND direction:inbound AND src_scope:public",
    by: "dstaddr,dst_network,dst_app",
    agg: "count,uniq(srcaddr),uniq(dstport)",
    order: "-count",
    limit: 200,
    since: range.since,
    until: range.until,
  };
  const hit = useTable(targets);
  const rows = useMemo(() => hit.table?.rows() ?? [], [hit.table]);
  const columns = useMemo(
    () =>
      columnsOf(hit.table, zone, {
        dstaddr: { title: "target", network: (r: Record<string, Cell>) => r.dst_network as string | null },
        dst_network: { title: "network", hidden: true },
        dst_app: { title: "app", width: 100 },
        count: { title: "rejected flows", width: 116 },
        uniq_srcaddr: { title: "sources", width: 90 },
        uniq_dstport: { title: "ports", width: 80 },
      }),
    [hit.table, zone],
  );
  const sources: Column<Source>[] = [
    { key: "severity", title: "level", width: 92, min: 84, value: (r) => -severities.indexOf(r.severity), render: (r) => <Severity level={r.severity} /> },
    { key: "source", title: "source", width: 150, min: 130, value: (r) => r.source.id, render: (r) => <EntityValue entity={r.source} /> },
    { key: "families", title: "what", width: 96, value: (r) => r.families.join(), render: (r) => r.families.map(familyText).join(", ") },
    { key: "flows", title: "flows", align: "right", width: 76, min: 70, unit: "" },
    { key: "alerts", title: "days", align: "right", width: 60, min: 56, help: "alerts: one a day", unit: "" },
    { key: "last_seen", title: "last seen", width: 150, min: 146, render: (r) => <time dateTime={r.last_seen}>{zone.time(r.last_seen)}</time> },
    { key: "why", title: "Why", width: 420, min: 200, sort: false, render: (r) => <span title={r.why}>{r.why}</span> },
  ];
  return (
    <div className={css.queue}>
      <p className={css.hint}>
        Hosts that the internet reaches are scanned all the time. What nothing came of is kept here, pages nobody, and is forgotten after 40 days.
        {noise ? ` In this range: ${plural(noise.total, "source")}, ${plural(noise.alerts, "alert")}.` : ""}
      </p>
      <div className={css.two}>
        <Panel title="By source" help="Public addresses that tried our hosts, most flows first. Enter opens what was found of one." path={`/alerts/exposure?since=${range.since}&until=${range.until}`} loading={asked.loading} ready={!!noise} error={asked.error} onRetry={asked.refetch} flush>
          <DataTable
            id="alerts.sources"
            label="Noise by source"
            columns={sources}
            rows={noise?.sources ?? []}
            rowKey={(r) => r.source.network + r.source.id}
            onOpen={(r) => onOpen(r.alert)}
            height={520}
            empty={<Empty what="noise of the internet in this range" icon="globe" reasons={["no public address that tried several targets without an answer was seen; records of rejected traffic are needed for it"]} />}
          />
          {noise && noise.total > noise.sources.length && <p className={css.hint}>The first {count(noise.sources.length)} of {count(noise.total)} sources.</p>}
        </Panel>
        <Panel title="By target" help="Hosts of ours that public addresses were turned away from, each flow counted once." query={targets} meta={hit.table?.meta} loading={hit.loading} error={hit.error} onRetry={hit.refetch} flush>
          <DataTable id="alerts.targets" label="Noise by target" columns={columns} rows={rows} rowKey={(r, i) => `${r.dst_network}/${r.dstaddr}/${i}`} height={520} empty={<Empty what="rejected flows from the internet" icon="globe" ask={{ filter: targets.filter, since: range.since, until: range.until }} />} />
        </Panel>
      </div>
    </div>
  );
}
