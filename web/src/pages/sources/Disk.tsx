import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bytes, count, percent, plural } from "../../app/format";
import { TimeSeries } from "../../charts/TimeSeries";
import { DataTable, type Column } from "../../table/DataTable";
import { sentence } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import css from "./sources.module.css";

const kept = (days: number) => (days ? plural(days, "day") : "as long as there is room");

function when(d: Schemas["Disk"]): string {
  if (d.full_in_days !== undefined) return d.full_in_days > 3650 ? "over 10 years" : d.full_in_days < 1 ? "less than a day" : plural(Math.floor(d.full_in_days), "day");
  return d.levels_at ? "never" : d.per_day ? "over 10 years" : "not known yet";
}

/** Disk shows what is stored takes how much room, when that is full, and what goes then. */
export function Disk() {
  const q = useGet("/sources/disk", undefined, { every: 60_000 });
  const d = q.data;
  const tables: Column<Schemas["DiskTable"]>[] = [
    { key: "table", title: "Table", min: 140, render: (t) => <code>{t.table}</code> },
    { key: "days", title: "Days", align: "right", width: 80, render: (t) => (t.days ? count(t.days) : "–") },
    { key: "rows", title: "Rows", align: "right", width: 110, render: (t) => count(t.rows) },
    { key: "bytes", title: "Bytes", align: "right", width: 100, render: (t) => bytes(t.bytes) },
    { key: "each", title: "Each row", align: "right", width: 100, value: (t) => (t.rows ? t.bytes / t.rows : 0), render: (t) => (t.rows ? bytes(Math.round(t.bytes / t.rows)) : "–") },
    { key: "parts", title: "Pieces", help: "not merged yet", align: "right", width: 90, render: (t) => count(t.parts) },
  ];
  return (
    <>
      <Panel title="Forecast" help="Growth is measured over the newest seven days of logs. The newest day always stays." path="/sources/disk" loading={q.loading && !d} error={q.error} waitHeight={150}>
        {d ? (
          <>
            <div className={css.forecast}>
              <div>
                <span>Full in</span>
                <strong>{when(d)}</strong>
                <small>{d.levels_at && d.full_in_days === undefined ? `retention keeps it at ${bytes(d.levels_at)}` : `at ${bytes(d.per_day)} a day, measured over ${d.sampled_days.toFixed(1)} days`}</small>
              </div>
              <div>
                <span>Stored</span>
                <strong>{bytes(d.disk)}</strong>
                <small>{d.limit ? `${percent(d.disk / d.limit)} of ${bytes(d.limit)}` : "without a limit"}, and {bytes(d.state)} for the state</small>
              </div>
              <div>
                <span>Limit</span>
                <strong>{d.limit ? bytes(d.limit) : "none"}</strong>
                <small>{d.limited_by === "volume" ? `what is free on the volume: less than the ceiling of ${bytes(d.ceiling)}` : d.limited_by === "ceiling" ? (d.keep.bytes ? "keep.bytes of the configuration" : "80 % of the volume") : "a ClickHouse server's disk is its own affair"}</small>
              </div>
            </div>
            {d.limit ? <meter className={css.meter} min={0} max={d.limit} value={Math.min(d.disk, d.limit)} high={d.limit * 0.8} aria-label="Room taken" title={`${bytes(d.disk)} of ${bytes(d.limit)}`} /> : null}
            <dl className={css.facts}>
              <dt>Goes first</dt>
              <dd>{d.first ? sentence(d.first) : "Nothing is stored yet."}</dd>
              <dt>Kept</dt>
              <dd>
                records {kept(d.keep.days)}, figures by the minute {kept(d.keep.minute_days)}, figures by the hour and edges between apps {kept(d.keep.hour_days)}
              </dd>
              <dt>Where</dt>
              <dd className={css.mono}>
                {d.data}
                {d.free ? `, ${bytes(d.free)} free on its volume` : ""}
              </dd>
            </dl>
          </>
        ) : null}
      </Panel>
      {d && d.days.length > 1 ? (
        <Panel title="Each day takes" path="/sources/disk" help="By the day of the records, after compression.">
          <TimeSeries
            title="Bytes stored by day"
            times={d.days.map((x) => Date.parse(x.day) / 1000)}
            series={[
              { label: "records", values: d.days.map((x) => x.records), unit: "bytes", kind: "bars", color: 1 },
              { label: "figures and edges", values: d.days.map((x) => x.rollups), unit: "bytes", kind: "bars", color: 4 },
            ]}
            stacked
            height={190}
          />
        </Panel>
      ) : null}
      <Panel title="Tables" path="/sources/disk" loading={q.loading && !d} error={q.error} flush>
        <DataTable id="tables" label="Tables" columns={tables} rows={d?.tables ?? []} rowKey={(t) => t.table} order={{ key: "bytes", desc: true }} picker={false} />
      </Panel>
    </>
  );
}
