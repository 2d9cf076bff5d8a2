// The first screen: what is happening, what is new, who is scanning, what was
// rejected, and which alerts need a person.
import { useMemo } from "react";
import { bytes, count, percent, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { useSearch } from "../../app/search";
import { Along, useGo } from "../../app/Shell";
import { FilterBar } from "../../query/FilterBar";
import { Empty } from "../../table/Empty";
import { Button } from "../../table/Button";
import { marksOf, News, OpenAlerts, Scanners, useNews, useOpenAlerts } from "./Findings";
import { Health } from "./Health";
import { Countries, Subnets } from "./Places";
import { Protocols, RejectedDestinations, RejectedSources } from "./Top";
import { useAsked, useVerdicts, useVolume, Verdicts, Volume } from "./Traffic";
import css from "./overview.module.css";

export default function Overview() {
  const range = useRange();
  const go = useGo();
  const [search, setSearch] = useSearch();
  const alerts = useOpenAlerts();
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
        <Protocols />
      </div>
      <div className={css.w8}>
        <Countries />
      </div>
      <div className={css.w4}>
        <Health />
      </div>
      <div className={css.w12}>
        <Subnets />
      </div>
    </div>
  );
}

/** Tiles are the page in one line. */
function Tiles({ alerts }: { alerts: ReturnType<typeof useOpenAlerts> }) {
  const news = useNews();
  const { within } = useAsked();
  const rows = useVerdicts().table?.rows() ?? [];
  const of = (action: string) => rows.filter((r) => r.action === action).reduce((n, r) => n + Number(r.count), 0);
  const all = rows.reduce((n, r) => n + Number(r.count), 0);
  const volume = (useVolume().table?.rows() ?? []).reduce((n, r) => n + Number(r.sum_bytes), 0);
  const pages = alerts.list.filter((a) => a.page).length;
  const fresh = (kind: string) => news?.items.filter((i) => i.kind === kind).length ?? 0;
  return (
    <div className={css.tiles}>
      <Along to="/alerts" className={`${css.tile} ${pages > 0 ? css.bad : css.good}`}>
        <span>Need a person</span>
        <strong>{plural(pages, "alert")}</strong>
        <small>{alerts.list.length > pages ? `and ${count(alerts.list.length - pages)} more to look at` : "nothing else is open"}</small>
      </Along>
      <Along to="/explore" search={{ q: within("action:REJECT") ?? "" }} className={css.tile}>
        <span>Rejected</span>
        <strong>{all ? percent(of("REJECT") / all) : "–"}</strong>
        <small>{plural(of("REJECT"), "flow")} of {count(all)}</small>
      </Along>
      <Along to="/graph" search={{ new: "1" }} className={css.tile}>
        <span>New</span>
        <strong>{plural(news?.items.length ?? 0, "thing")}</strong>
        <small>
          {plural(fresh("edge"), "app edge")}, {plural(fresh("listener"), "listener")}, {plural(fresh("country"), "country", "countries")}
        </small>
      </Along>
      <Along to="/explore" search={within() ? { q: within() ?? "" } : {}} className={css.tile}>
        <span>Traffic</span>
        <strong>{bytes(volume)}</strong>
        <small>{plural(all, "flow")}, each counted once</small>
      </Along>
    </div>
  );
}
