import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bytes, count, percent } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch } from "../../app/search";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { Tail } from "../../table/Tail";
import { Value } from "../../table/Value";
import css from "./sources.module.css";

type Item = Schemas["CostItem"];
const ways = ["flow-log", "subnet", "interface"] as const;

/** money writes an amount in the currency of the settings. */
const money = (n: number) => (n === 0 ? "0" : n < 0.01 ? "<0.01" : n.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));

/** Cost shows who brings in how much, and what that costs at the rates of the settings. */
export function Cost() {
  const range = useRange();
  const [s, set] = usePageSearch({ by: "flow-log" });
  const by = ways.find((w) => w === s.by) ?? "flow-log";
  const q = useGet("/sources/cost", { by, since: range.since, until: range.until });
  const d = q.data;
  const priced = !!d && (d.per_gb > 0 || d.per_million > 0);
  const days = d ? (Date.parse(d.until) - Date.parse(d.from)) / 86_400_000 : 1;
  const name = (i: Item) => i.flow_log ?? i.subnet_id ?? i.interface_id ?? "";
  const title = { "flow-log": "Flow log", subnet: "Subnet", interface: "Interface" }[by];
  const columns: Column<Item>[] = [
    { key: "name", title, min: 280, value: name, render: (i) => (by === "flow-log" ? <Tail text={name(i) || "not named"} /> : <Value field={by === "subnet" ? "subnet_id" : "interface_id"} value={name(i)} />) },
    { key: "records", title: "Records", align: "right", width: 110, render: (i) => count(i.records) },
    { key: "log_bytes", title: "Log text", help: "uncompressed: what vendors bill", align: "right", width: 110, render: (i) => bytes(i.log_bytes) },
    { key: "share", title: "Share", align: "right", width: 84, value: (i) => i.log_bytes, render: (i) => percent(d?.log_bytes ? i.log_bytes / d.log_bytes : 0) },
    { key: "bytes", title: "Traffic", help: "told of, by every witness", align: "right", width: 110, render: (i) => bytes(i.bytes) },
  ];
  if (priced && d) {
    columns.push(
      { key: "price", title: d.currency, align: "right", width: 110, render: (i) => money(i.price) },
      { key: "month", title: `${d.currency} in 30 days`, help: "at the rate of this range", align: "right", width: 140, value: (i) => i.price, render: (i) => money((i.price / days) * 30) },
    );
  }
  return (
    <Panel
      title="Volume and cost"
      help="Records and log text that came in over the range chosen above. The text of an object is shared out among its records evenly."
      path="/sources/cost"
      loading={q.loading}
      ready={!!d}
      error={q.error}
      flush
      waitHeight={260}
      actions={<Segments label="By" value={by} onChange={(v) => set({ by: v })} options={[{ value: "flow-log", title: "flow log" }, { value: "subnet", title: "subnet" }, { value: "interface", title: "interface" }]} />}
    >
      {d ? (
        <p className={css.line}>
          {count(d.records)} records, {bytes(d.log_bytes)} of log text{priced ? `, ${money(d.price)} ${d.currency} (${money((d.price / days) * 30)} in 30 days at this rate)` : ""}.{" "}
          {priced ? (
            <span className={css.soft}>
              Rates: {d.per_gb} {d.currency} for 10⁹ bytes{d.per_million ? `, ${d.per_million} for a million records` : ""}.
            </span>
          ) : (
            <span className={css.soft}>
              No prices are set: put <code>cost: {"{"} per-gb: 0.50 {"}"}</code> into the configuration.
            </span>
          )}
        </p>
      ) : null}
      <DataTable id={`cost-${by}`} label="Volume and cost" columns={columns} rows={d?.items ?? []} rowKey={(i) => name(i)} order={{ key: "log_bytes", desc: true }} empty={<Empty what="records in this range" />} />
      {d && d.total > d.items.length ? <p className={css.line}>The {count(d.items.length)} largest of {count(d.total)}.</p> : null}
    </Panel>
  );
}
