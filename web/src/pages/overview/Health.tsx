// Whether the logs can be trusted: heartbeats, lost records, silence, delay.
import { useTable, type QueryParams } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Panel } from "../../table/Panel";
import { useValueActions } from "../../table/Value";
import { useAsked } from "./Traffic";
import css from "./overview.module.css";

export function Health() {
  const { range, within } = useAsked();
  const zone = useZone();
  const acts = useValueActions();
  const q: QueryParams = { filter: within(), since: range.since, until: range.until, by: "log_status", agg: "count", records: true, limit: 20 };
  const { table, loading, error } = useTable(q);
  const of = (status: string) => (table?.rows() ?? []).filter((r) => r.log_status === status).reduce((n, r) => n + Number(r.count), 0);
  const skip = of("SKIPDATA");
  const logged = range.extent?.actions;
  const gaps = table?.meta.gaps.filter((g) => g.kind === "no_data") ?? [];
  const to = range.extent?.to;
  const lines: { good: boolean; text: string; note?: string; filter?: string }[] = [];
  if (logged && !logged.includes("REJECT")) lines.push({ good: false, text: "REJECT is not logged here", note: "set the flow log's traffic type to ALL; rules on rejects are blind" });
  if (logged && !logged.includes("ACCEPT")) lines.push({ good: false, text: "ACCEPT is not logged here", note: "set the flow log's traffic type to ALL; most rules are blind" });
  lines.push({ good: skip === 0, text: skip === 0 ? "The source lost no records" : `${plural(skip, "SKIPDATA record")}`, note: skip ? "AWS lost records in these windows" : undefined, filter: skip ? "log_status:SKIPDATA" : undefined });
  lines.push({ good: gaps.length === 0, text: gaps.length === 0 ? "No day is missing" : `${plural(gaps.length, "stretch", "stretches")} without any record` });
  lines.push({ good: true, text: `${plural(of("NODATA"), "heartbeat")} of quiet interfaces`, note: "NODATA: no traffic in the window", filter: of("NODATA") ? "log_status:NODATA" : undefined });
  return (
    <Panel title="Log health" help="What the logs say of themselves. Interfaces gone silent and late files are on the Sources page, and alert." meta={table?.meta} loading={loading} error={error} query={q} waitHeight={200}>
      <ul className={css.list}>
        {lines.map((l) => (
          <li key={l.text}>
            <Badge tone={l.good ? "good" : "high"} icon={l.good ? "check" : "high"}>
              {l.good ? "good" : "look"}
            </Badge>
            <span>
              {l.text} {l.note ? <span className={css.soft}>{l.note}</span> : null}
            </span>
            {l.filter ? (
              <span className={css.end}>
                <Button kind="quiet" small onClick={() => acts.explore(l.filter ?? "")}>
                  Records
                </Button>
              </span>
            ) : null}
          </li>
        ))}
        <li>
          <span>
            Newest record {to ? <span title={zone.stamp(to)}>{ago(to)}</span> : "–"} · <Along to="/sources">sources, lag and gaps</Along>
          </span>
        </li>
      </ul>
      <p className="hidden-text">{count(of("OK"))} records with traffic</p>
    </Panel>
  );
}
