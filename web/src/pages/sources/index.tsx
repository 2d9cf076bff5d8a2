// Whether what comes in can be relied on: where it comes from, what is missing, what
// it costs, how much room there is, and how the machinery is.
import { useGet } from "../../api/hooks";
import { bytes, count, duration, plural } from "../../app/format";
import { usePageSearch } from "../../app/search";
import { Along } from "../../app/Shell";
import { Panel } from "../../table/Panel";
import { Tabs } from "../../table/Tabs";
import { BadLines } from "./Bad";
import { Cost } from "./Cost";
import { Coverage } from "./Coverage";
import { Disk } from "./Disk";
import { EngineState } from "./Engine";
import { Objects } from "./Objects";
import { Streams, TroubleList, Watched } from "./Streams";
import css from "./sources.module.css";

const tabs = [
  { id: "logs", title: "Flow logs" },
  { id: "coverage", title: "Silent and covered twice" },
  { id: "objects", title: "Objects" },
  { id: "bad", title: "Bad lines" },
  { id: "cost", title: "Volume and cost" },
  { id: "disk", title: "Disk and retention" },
  { id: "engine", title: "Engine and detection" },
];

export default function Sources() {
  const [s, set] = usePageSearch({ tab: "logs" });
  const tab = tabs.some((t) => t.id === s.tab) ? s.tab : "logs";
  const list = useGet("/sources", undefined, { every: 5_000 });
  const d = list.data;
  const watched = d?.watched ?? [];
  const lags = [...watched, ...(d?.streams ?? [])].flatMap((w) => (w.lag_seconds === undefined ? [] : [Math.max(0, w.lag_seconds)]));
  const duplicates = watched.reduce((n, w) => n + w.duplicates, 0);
  const high = d?.trouble.filter((t) => t.level === "high").length ?? 0;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Sources and health</h1>
        <Along to="/start" className={css.add}>
          Add logs
        </Along>
      </header>
      <div className={css.tiles}>
        <Tile title="State" tone={!d ? undefined : high ? "bad" : d.trouble.length ? undefined : "good"} text={!d ? "…" : d.trouble.length ? plural(d.trouble.length, "thing") + " to look at" : "All is well"} note={d?.paused ? `intake stands still: ${d.paused}` : watched.length ? `${plural(watched.length, "source")} followed` : "no source is followed"} />
        <Tile title="Taken in" text={d ? `${count(d.records)} records` : "…"} note={d ? `${plural(d.objects.stored ?? 0, "object")}, ${bytes(d.bytes)} read` : ""} />
        <Tile title="Behind" text={lags.length ? duration(Math.min(...lags)) : "–"} note={lags.length ? "from the newest record to now" : "nothing is stored yet"} />
        <Tile title="Left out" text={d ? plural(d.bad, "bad line") : "…"} note={d ? `${count(d.skipdata)} SKIPDATA, ${plural(duplicates, "object")} twice` : ""} />
      </div>
      <Tabs label="Health of" value={tab} onChange={(id) => set({ tab: id })} tabs={tabs.map((t) => (t.id === "bad" && d?.bad ? { ...t, count: count(d.bad) } : t))}>
        <div className={css.body}>
          {tab === "logs" ? (
            <>
              {d?.trouble.length ? <TroubleList list={d.trouble} /> : null}
              <Panel title="Sources that are followed" help="What weir serve watches: from its configuration or command line, and buckets that were connected in the app. Figures count since the server began." path="/sources" loading={list.loading && !d} error={list.error} flush waitHeight={140}>
                <Watched list={watched} />
              </Panel>
              <Panel title="Flow logs" help="What is stored, by flow log, or by folder where names do not tell the flow log." path="/sources" loading={list.loading && !d} error={list.error} flush waitHeight={220}>
                <Streams list={d?.streams ?? []} />
              </Panel>
            </>
          ) : null}
          {tab === "coverage" ? <Coverage /> : null}
          {tab === "objects" ? <Objects /> : null}
          {tab === "bad" ? <BadLines /> : null}
          {tab === "cost" ? <Cost /> : null}
          {tab === "disk" ? <Disk /> : null}
          {tab === "engine" ? <EngineState /> : null}
        </div>
      </Tabs>
    </div>
  );
}

function Tile({ title, text, note, tone }: { title: string; text: string; note: string; tone?: "good" | "bad" }) {
  return (
    <div className={[css.tile, tone === "bad" && css.bad, tone === "good" && css.good].filter(Boolean).join(" ")}>
      <span>{title}</span>
      <strong>{text}</strong>
      <small title={note}>{note}</small>
    </div>
  );
}
