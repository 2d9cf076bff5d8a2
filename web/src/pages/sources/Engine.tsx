import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bytes, count, duration, plural } from "../../app/format";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Panel } from "../../table/Panel";
import css from "./sources.module.css";

/** EngineState shows how the engine, intake and detection are. */
export function EngineState() {
  const zone = useZone();
  const q = useGet("/sources/engine", undefined, { every: 5_000 });
  const d = q.data;
  return (
    <div className={css.two}>
      <Panel title="Engine" path="/sources/engine" loading={q.loading && !d} error={q.error} waitHeight={260}>
        {d ? (
          <dl className={css.facts}>
            <dt>State</dt>
            <dd>{d.answers ? <Badge tone="good" icon="check">answers</Badge> : <Badge tone="high" icon="high">does not answer</Badge>} {d.restarts ? `started again ${plural(d.restarts, "time")} since the server began` : "not started again since the server began"}</dd>
            <dt>Version</dt>
            <dd>ClickHouse {d.version}{d.store ? ` at ${d.store}` : ", embedded"}</dd>
            {d.memory ? (
              <>
                <dt>Memory</dt>
                <dd>at most {bytes(d.memory)}</dd>
              </>
            ) : null}
            {d.library ? (
              <>
                <dt>Library</dt>
                <dd className={css.mono}>{d.library}</dd>
              </>
            ) : null}
            <dt>Owner</dt>
            <dd>
              {d.owner || "nobody"}
              {d.since ? `, for ${ago(d.since).replace(" ago", "")}` : ""}
            </dd>
            <dt>Intake</dt>
            <dd>{d.intake === "running" ? <Badge tone="good" icon="check">running</Badge> : d.intake === "paused" ? <Badge tone="high" icon="high">stands still</Badge> : "no source is followed"}{d.pending ? ` ${plural(d.pending, "batch", "batches")} under way` : ""}</dd>
            <dt>To compute anew</dt>
            <dd>{d.dirty.length ? d.dirty.join(", ") : "no day"}</dd>
            {d.walls.map((w: Schemas["Wall"]) => (
              <Wall key={w.name} w={w} />
            ))}
          </dl>
        ) : null}
      </Panel>
      <Panel title="Detection" help="Rules are run in the time of the logs: what is before the watermark is settled, later records may still change what is after it." path="/sources/engine" loading={q.loading && !d} error={q.error} waitHeight={260}>
        {d ? (
          <dl className={css.facts}>
            <dt>State</dt>
            <dd>{d.detection.running ? <Badge tone="good" icon="check">running</Badge> : <Badge tone="medium" icon="medium">not running</Badge>} {plural(d.detection.rules, "rule")}</dd>
            {d.detection.broken ? (
              <>
                <dt>Broken rules</dt>
                <dd className={css.warn}>{d.detection.broken}</dd>
              </>
            ) : null}
            <dt>Watermark</dt>
            <dd>{d.detection.watermark ? zone.time(d.detection.watermark, true) : "nothing was settled since the server began"}</dd>
            <dt>Newest record</dt>
            <dd>{d.detection.newest ? zone.time(d.detection.newest, true) : "none"}</dd>
            <dt>Lag</dt>
            <dd>{d.detection.lag_seconds === undefined ? "–" : `${duration(d.detection.lag_seconds)} behind the newest record`}</dd>
            <dt>Looked at</dt>
            <dd>{plural(d.detection.rows, "record")} since the server began</dd>
            <dt>Findings</dt>
            <dd>{plural(d.detection.findings, "finding")} handed on</dd>
            <dt>Keys</dt>
            <dd>
              {count(d.detection.keys)} in the tables of detectors, {bytes(d.detection.bytes)}
            </dd>
            <dt>Evicted</dt>
            <dd>{d.detection.evicted ? <span className={css.warn}>{plural(d.detection.evicted, "key")}: a table was full, and rare things may be missed</span> : "no key: no table was full"}</dd>
          </dl>
        ) : null}
      </Panel>
    </div>
  );
}

function Wall({ w }: { w: Schemas["Wall"] }) {
  return (
    <>
      <dt>{w.name.charAt(0).toUpperCase() + w.name.slice(1)}</dt>
      <dd>
        <Badge tone={w.stands ? "good" : "medium"} icon={w.stands ? "check" : "medium"}>
          {w.stands ? "stands" : "missing"}
        </Badge>{" "}
        {w.text}
      </dd>
    </>
  );
}
