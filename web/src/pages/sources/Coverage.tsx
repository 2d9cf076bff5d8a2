import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { count } from "../../app/format";
import { ago, useZone } from "../../app/zone";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Value } from "../../table/Value";
import css from "./sources.module.css";

/** Coverage shows who fell silent, and who is logged twice. */
export function Coverage() {
  const zone = useZone();
  const q = useGet("/sources/coverage");
  const silent: Column<Schemas["SilentInterface"]>[] = [
    { key: "interface_id", title: "Interface", min: 200, render: (s) => <Value field="interface_id" value={s.interface_id} /> },
    { key: "account_id", title: "Account", min: 120, render: (s) => <Value field="account_id" value={s.account_id} /> },
    { key: "vpc_id", title: "VPC", min: 190, render: (s) => <Value field="vpc_id" value={s.vpc_id} /> },
    { key: "last", title: "Last traffic", width: 150, render: (s) => <span title={ago(s.last)}>{zone.time(s.last)}</span> },
  ];
  const twice: Column<Schemas["InterfaceOverlap"]>[] = [
    { key: "interface_id", title: "Interface", min: 200, render: (s) => <Value field="interface_id" value={s.interface_id} /> },
    { key: "streams", title: "Whose records came second", min: 260, render: (s) => s.streams.join(", ") },
    { key: "records", title: "Records that do not count", align: "right", width: 190, render: (s) => count(s.records) },
  ];
  return (
    <div className={css.body}>
      <Panel title="Interfaces that fell silent" help="They had traffic in the last day of the logs and none in their last two hours, nor a NODATA record that says so: each is gone, or its flow log is." path="/sources/coverage" loading={q.loading && !q.data} error={q.error} flush waitHeight={220}>
        <DataTable id="silent" label="Interfaces that fell silent" columns={silent} rows={q.data?.silent ?? []} rowKey={(s) => s.interface_id} order={{ key: "last", desc: true }} empty={<Empty what="interface fell silent" icon="check" reasons={["All that had traffic in the last day of the logs still have, or say that they have none (NODATA)."]} />} />
      </Panel>
      <Panel title="Covered by several flow logs" help="Totals count one of the records only, so they are right; the other flow logs are paid for nothing." path="/sources/coverage" loading={q.loading && !q.data} error={q.error} flush waitHeight={220}>
        <DataTable id="twice" label="Interfaces covered by several flow logs" columns={twice} rows={q.data?.overlaps ?? []} rowKey={(s) => s.interface_id} order={{ key: "records", desc: true }} empty={<Empty what="interface is covered twice" icon="check" reasons={["No two flow logs tell of the same interface."]} />} />
      </Panel>
    </div>
  );
}
