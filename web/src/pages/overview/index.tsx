// The first screen: what is happening, what is new, who is scanning, what was
// rejected, and which alerts need a person.
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { atLeast, bytes, count, percent, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { useSearch } from "../../app/search";
import { Along, useGo } from "../../app/Shell";
import { timeSeriesAhead } from "../../charts/TimeSeries";
import { FilterBar } from "../../query/FilterBar";
import { Empty } from "../../table/Empty";
import { Button } from "../../table/Button";
import { Panel } from "../../table/Panel";
import { marksOf, News, OpenAlerts, Scanners, useNews, useOpenAlerts, useScanners } from "./Findings";
import { Health } from "./Health";
import { Countries, Subnets } from "./Places";
import { Protocols, RejectedDestinations, RejectedSources } from "./Top";
import { useAsked, useVerdicts, useVolume, Verdicts, Volume } from "./Traffic";
import css from "./overview.module.css";

timeSeriesAhead(); // while the server is asked

export default function Overview() {
  const range = useRange();
  const go = useGo();
  const [search, setSearch] = useSearch();
  const alerts = useOpenAlerts();
  const [below, setBelow] = useState(false);
  const marks = useMemo(() => marksOf(alerts.list), [alerts.list]);
  if (range.extent?.empty) {
    return (
      <div className={css.page}>
        <div className={css.w12}>
          <h1>Overview</h1>
          <Empty what="records yet" reasons={["Nothing was taken in so far. Drop a file, connect a bucket, or look around with the demo's data."]} actions={<Button kind="primary" onClick={() => go("/start")}>Get started</Button>} />
        </div>
      </div>
    );
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Overview</h1>
        <p>{range.label}</p>
        <div className={css.filter}>
          <FilterBar value={search.q ?? ""} onRun={(q) => setSearch({ q })} since={range.since} until={range.until} placeholder="Everything; narrow it with a filter" />
        </div>
      </header>
      <Tiles alerts={alerts} />
      <div className={css.w7}>
        <Verdicts marks={marks} onMark={(m) => go("/alerts", { alert: (m as (typeof marks)[number]).id })} />
      </div>
      <div className={css.w5}>
        <OpenAlerts {...alerts} />
      </div>
      <div className={css.w6}>
        <RejectedSources logged={range.extent?.actions} />
      </div>
      <div className={css.w6}>
        <RejectedDestinations />
      </div>
      <div className={css.w6}>
        <Scanners />
      </div>
      <div className={css.w6}>
        <News />
      </div>
      <div className={css.w8}>
        <Volume />
      </div>
      <div className={css.w4}>
        {below ? <Protocols /> : <Awaited title="Protocols" height={200} />}
      </div>
      <div className={css.w8}>
        {below ? <Countries /> : <Awaited title="Sources on the internet" height={320} />}
      </div>
      <div className={css.w4}>
        {below ? <Health /> : <Awaited title="Log health" height={200} />}
      </div>
      <div className={css.w12}>
        {below ? <Subnets /> : <Awaited title="Subnet by subnet" height={260} />}
      </div>
      {!below && <Answered then={() => setBelow(true)} />}
    </div>
  );
}

/** Awaited stands in the place of a panel that has not asked yet. */
const Awaited = (p: { title: ReactNode; height: number }) => <Panel title={p.title} loading ready={false} waitHeight={p.height} />;

/** Answered tells once all but the last two of what was asked is answered, that is most of
 * the first screen; or when somebody scrolls, or has waited for long. So what is seen first
 * need not share the server with what is below, and the server is not idle between. */
function Answered({ then }: { then: () => void }) {
  const busy = useIsFetching() > 2;
  useEffect(() => {
    if (busy) return;
    // The panels above ask in their first effects, where they do not have it already.
    const t = setTimeout(then, 30);
    return () => clearTimeout(t);
  }, [busy]); // eslint-disable-line
  useEffect(() => {
    const t = setTimeout(then, 3000);
    window.addEventListener("scroll", then, { capture: true, passive: true });
    return () => {
      clearTimeout(t);
      window.removeEventListener("scroll", then, { capture: true });
    };
  }, []); // eslint-disable-line
  return null;
}

/** Tiles are the page in one line. */
function Tiles({ alerts }: { alerts: ReturnType<typeof useOpenAlerts> }) {
  const news = useNews();
  const { within } = useAsked();
  const verdicts = useVerdicts().table;
  const rows = verdicts?.rows() ?? [];
  const of = (action: string) => rows.filter((r) => r.action === action).reduce((n, r) => n + Number(r.count), 0);
  const all = rows.reduce((n, r) => n + Number(r.count), 0);
  const volumes = useVolume().table;
  const volume = (volumes?.rows() ?? []).reduce((n, r) => n + Number(r.sum_bytes), 0);
  const pages = alerts.list.filter((a) => a.page).length;
  const scanners = useScanners();
  const inside = scanners.list.filter((a) => !a.exposure).length;
  const fresh = (kind: string) => news?.items.filter((i) => i.kind === kind).length ?? 0;
  return (
    <div className={css.tiles}>
      <Along to="/alerts" className={`${css.tile} ${!alerts.ready ? "" : pages > 0 ? css.bad : css.good}`}>
        <span>Need a person</span>
        <strong>{alerts.ready ? atLeast(pages, alerts.more, "alert") : "…"}</strong>
        <small>{!alerts.ready ? "asking" : alerts.list.length > pages ? `and ${count(alerts.list.length - pages)} more to look at` : "nothing else is open"}</small>
      </Along>
      <Along to="/alerts" search={inside ? { family: "scan" } : { family: "scan", tab: "exposure" }} className={`${css.tile} ${inside > 0 ? css.bad : ""}`}>
        <span>Scanning</span>
        <strong>{scanners.ready ? atLeast(scanners.list.length, scanners.more, "source") : "…"}</strong>
        <small>{!scanners.ready ? "asking" : scanners.list.length === 0 ? "nobody tried ten hosts or ports" : inside ? `${count(inside)} from inside` : "all from the internet"}</small>
      </Along>
      <Along to="/explore" search={{ q: within("action:REJECT") ?? "" }} className={css.tile}>
        <span>Rejected</span>
        <strong>{!verdicts ? "…" : all ? percent(of("REJECT") / all) : "–"}</strong>
        <small>{verdicts ? `${plural(of("REJECT"), "flow")} of ${count(all)}` : "asking"}</small>
      </Along>
      <Along to="/graph" search={{ new: "1" }} className={css.tile}>
        <span>New</span>
        <strong>{news ? atLeast(news.items.length, news.more.length > 0, "thing") : "…"}</strong>
        <small>{news ? `${plural(fresh("edge"), "edge")}, ${plural(fresh("listener"), "listener")} …` : "asking"}</small>
      </Along>
      <Along to="/explore" search={within() ? { q: within() ?? "" } : {}} className={css.tile}>
        <span>Traffic</span>
        <strong>{volumes ? bytes(volume) : "…"}</strong>
        <small>{verdicts ? `${plural(all, "flow")} counted once` : "asking"}</small>
      </Along>
    </div>
  );
}
