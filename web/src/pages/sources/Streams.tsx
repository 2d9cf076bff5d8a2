import { useState } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { bytes, count, duration, plural } from "../../app/format";
import { ago, useZone } from "../../app/zone";
import { Along } from "../../app/Shell";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { DataTable, type Column } from "../../table/DataTable";
import { Drawer } from "../../table/Drawer";
import { Empty } from "../../table/Empty";
import { Fault, sentence } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import { Skeleton } from "../../table/Skeleton";
import { Tail } from "../../table/Tail";
import { Trial } from "./Trial";
import css from "./sources.module.css";

type Source = Schemas["WatchedSource"];
type Stream = Schemas["LogStream"];

export function TroubleList({ list }: { list: Schemas["Trouble"][] }) {
  return (
    <Panel title="To look at">
      <ul className={css.trouble}>
        {list.map((t) => (
          <li key={t.text}>
            <Badge tone={t.level} icon={t.level}>
              {t.level}
            </Badge>
            <span>
              {sentence(t.text)} {t.fix ? <span className={css.soft}>{sentence(t.fix)}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Watched({ list }: { list: Source[] }) {
  const zone = useZone();
  const [tried, setTried] = useState<string>();
  const [leave, setLeave] = useState<string>();
  const stop = useChange((name: string) => api.delete("/sources", { params: { name } }), ["/sources", "/audit", "/settings"]);
  const columns: Column<Source>[] = [
    { key: "name", title: "Source", min: 250, render: (s) => <Tail text={s.name} /> },
    {
      key: "state",
      title: "State",
      width: 104,
      value: (s) => (s.error ? 2 : s.polled ? 0 : 1),
      render: (s) =>
        s.error ? (
          <Badge tone="high" icon="high" title={s.error}>
            error
          </Badge>
        ) : s.polled ? (
          <Badge tone="good" icon="check">
            good
          </Badge>
        ) : (
          <Badge icon="clock">first look</Badge>
        ),
    },
    { key: "objects", title: "Objects", align: "right", width: 82, render: (s) => count(s.objects) },
    { key: "duplicates", title: "Twice", help: "objects whose bytes were in already", align: "right", width: 72, render: (s) => count(s.duplicates) },
    { key: "records", title: "Records", align: "right", width: 92, render: (s) => count(s.records) },
    { key: "bad", title: "Bad", align: "right", width: 66, render: (s) => count(s.bad) },
    { key: "waiting", title: "Waiting", align: "right", width: 80, render: (s) => count(s.waiting) },
    { key: "taken", title: "Last object", width: 108, value: (s) => s.taken, render: (s) => (s.taken ? <span title={zone.stamp(s.taken)}>{ago(s.taken)}</span> : "–") },
    { key: "lag_seconds", title: "Lag", help: "from the newest record to now", align: "right", width: 104, render: (s) => (s.lag_seconds === undefined ? "–" : duration(s.lag_seconds)) },
    { key: "every_seconds", title: "Looks every", align: "right", width: 104, hidden: true, render: (s) => duration(s.every_seconds) },
    {
      key: "test",
      title: "Test",
      width: 82,
      sort: false,
      render: (s) => (
        <Button small onClick={() => setTried(s.name)} aria-label={`Test ${s.name}`}>
          Test
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        id="watched"
        label="Sources that are followed"
        columns={columns}
        rows={list}
        rowKey={(s) => s.name}
        expand={(s) => (
          <dl className={css.facts}>
            <dt>Path</dt>
            <dd className={css.mono}>{s.path}</dd>
            <dt>Looked</dt>
            <dd>{s.polled ? `${ago(s.polled)}, every ${duration(s.every_seconds)}` : "not to the end yet"}</dd>
            <dt>Newest object</dt>
            <dd>{s.newest_object ? zone.time(s.newest_object, true) : "–"}</dd>
            <dt>Newest record</dt>
            <dd>{s.newest_record ? zone.time(s.newest_record, true) : "–"}</dd>
            <dt>Read</dt>
            <dd>
              {bytes(s.bytes)}, {plural(s.failures, "failure")}
            </dd>
            {s.error ? (
              <>
                <dt>Error</dt>
                <dd>{sentence(s.error)}</dd>
              </>
            ) : null}
            <dt>Set by</dt>
            <dd>
              {s.removable ? (
                <>
                  the app{" "}
                  {leave === s.name ? (
                    <>
                      · What it brought stays.{" "}
                      <Button small kind="danger" busy={stop.isPending} onClick={() => stop.mutate(s.name)}>
                        Stop following it
                      </Button>{" "}
                      <Button small onClick={() => setLeave(undefined)}>
                        Keep it
                      </Button>
                    </>
                  ) : (
                    <Button small aria-label={`Stop following ${s.name}`} onClick={() => setLeave(s.name)}>
                      Stop following
                    </Button>
                  )}
                </>
              ) : (
                "the configuration or the command line"
              )}
            </dd>
            {stop.error && leave === s.name ? <Fault error={stop.error} /> : null}
          </dl>
        )}
        empty={
          <Empty
            what="source is followed"
            icon="search"
            reasons={["What is stored was taken in once; nothing new comes by itself", { text: "Folders of this server are named in the configuration or as arguments", command: "weir serve ./AWSLogs" }]}
            actions={
              <Along to="/start" search={{ with: "bucket" }} className={css.add}>
                Connect a bucket
              </Along>
            }
          />
        }
      />
      {tried !== undefined ? <TestDrawer name={tried} onClose={() => setTried(undefined)} /> : null}
    </>
  );
}

function TestDrawer({ name, onClose }: { name: string; onClose: () => void }) {
  const [begun, setBegun] = useState(false);
  const test = useChange((n: string) => api.post("/sources/test", { name: n }), ["/audit"]);
  if (!begun) {
    setBegun(true);
    queueMicrotask(() => test.mutate(name));
  }
  return (
    <Drawer open onClose={onClose} title={`Test of ${name}`} sub="Lists it, reads its first object and decodes that. Nothing is stored." width={760}>
      {test.error ? <Fault error={test.error} onRetry={() => test.mutate(name)} /> : test.data ? <Trial trial={test.data} /> : <Skeleton lines={5} />}
    </Drawer>
  );
}

/** Gaps draws where a stream has nothing, over the time that it covers. */
function Gaps({ s }: { s: Stream }) {
  const zone = useZone();
  if (!s.from || !s.to) return <>–</>;
  const from = Date.parse(s.from);
  const width = Math.max(1, Date.parse(s.to) - from);
  return (
    <svg className={css.gaps} viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={s.gaps.length ? plural(s.gaps.length, "gap") : "no gap"}>
      <rect x="0" y="2" width="100" height="6" className={css.covered} />
      {s.gaps.map((g) => (
        <rect key={g.from} x={((Date.parse(g.from) - from) / width) * 100} y="1" width={Math.max(0.8, ((Date.parse(g.to) - Date.parse(g.from)) / width) * 100)} height="8" className={css.gap}>
          <title>{`nothing from ${zone.time(g.from)} to ${zone.time(g.to)}`}</title>
        </rect>
      ))}
    </svg>
  );
}

export function Streams({ list }: { list: Stream[] }) {
  const zone = useZone();
  const late = (s: Stream) => (s.lag_seconds === undefined ? undefined : s.lag_seconds);
  const columns: Column<Stream>[] = [
    { key: "stream", title: "Flow log", min: 230, render: (s) => <Tail text={s.stream} /> },
    { key: "objects", title: "Objects", align: "right", width: 80, render: (s) => count(s.objects) },
    { key: "records", title: "Records", align: "right", width: 92, render: (s) => count(s.records) },
    { key: "bytes", title: "Read", align: "right", width: 84, hidden: true, render: (s) => bytes(s.bytes) },
    { key: "bad", title: "Bad", align: "right", width: 64, render: (s) => count(s.bad) },
    { key: "nodata", title: "NODATA", align: "right", width: 84, hidden: true, render: (s) => count(s.nodata) },
    { key: "skipdata", title: "SKIPDATA", align: "right", width: 92, render: (s) => (s.skipdata ? <b className={css.warn}>{count(s.skipdata)}</b> : "0") },
    { key: "to", title: "Newest record", width: 150, min: 146, render: (s) => (s.to ? zone.time(s.to) : "–") },
    { key: "lag_seconds", title: "Lag", align: "right", width: 104, value: late, render: (s) => (s.lag_seconds === undefined ? "–" : duration(s.lag_seconds)) },
    { key: "missing_files", title: "Missing files", help: "files of five minutes, between the first and the last", align: "right", width: 110, render: (s) => (s.missing_files ? <b className={css.warn}>{count(s.missing_files)}</b> : "0") },
    { key: "gaps", title: "Covered", width: 126, value: (s) => s.gaps.length, render: (s) => <Gaps s={s} /> },
  ];
  return (
    <DataTable
      id="streams"
      label="Flow logs"
      columns={columns}
      rows={list}
      rowKey={(s) => s.stream}
      expand={(s) => (
        <dl className={css.facts}>
          <dt>Covers</dt>
          <dd>{s.from && s.to ? `${zone.time(s.from)} to ${zone.time(s.to)}` : "no record"}</dd>
          <dt>Gaps</dt>
          <dd>
            {s.gaps.length === 0
              ? "none"
              : s.gaps.slice(0, 20).map((g) => (
                  <div key={g.from}>
                    nothing from {zone.time(g.from)} to {zone.time(g.to)} ({duration((Date.parse(g.to) - Date.parse(g.from)) / 1000)})
                  </div>
                ))}
            {s.gaps.length > 20 ? <div>and {plural(s.gaps.length - 20, "more gap")}</div> : null}
          </dd>
          {s.missing_files && s.missing_from ? (
            <>
              <dt>Missing</dt>
              <dd>
                {plural(s.missing_files, "file")} of five minutes, the first of them that of {zone.time(s.missing_from)}
              </dd>
            </>
          ) : null}
          <dt>Objects</dt>
          <dd>
            {plural(s.interrupted, "object")} not read to the end, {count(s.mostly_bad)} mostly bad
          </dd>
          <dt>Windows</dt>
          <dd>
            {count(s.nodata)} without traffic (NODATA), {count(s.skipdata)} in which AWS lost records (SKIPDATA)
          </dd>
        </dl>
      )}
      empty={<Empty what="flow log is stored yet" reasons={["Nothing was taken in so far. Drop a file, connect a bucket, or fill the store with the demo: Add logs, above."]} />}
    />
  );
}
