// The Explorer: search the records, see them over time, group them, follow them, ask SQL.
import { useCallback, useState } from "react";
import { later } from "../../app/later";
import { useRange } from "../../app/range";
import { timeSeriesAhead } from "../../charts/TimeSeries";
import { FilterBar } from "../../query/FilterBar";
import { Button } from "../../table/Button";
import { Skeleton } from "../../table/Skeleton";
import { Tabs } from "../../table/Tabs";
import { useValueActions, ValueScope } from "../../table/Value";
import { Facets } from "./Facets";
import { Records } from "./Records";
import { questionOf, useExplore } from "./state";
import { Views } from "./Views";
import css from "./explore.module.css";

const Groups = later(() => import("./Groups").then((m) => m.Groups));
const Sql = later(() => import("./Sql").then((m) => m.Sql));
const Why = later(() => import("./Why").then((m) => m.Why));

timeSeriesAhead(); // while the server is asked

export default function Explore() {
  const [s, set] = useExplore();
  const range = useRange();
  const acts = useValueActions();
  const view = ["records", "groups", "sql"].includes(s.view) ? s.view : "records";
  // What is looked at comes first: the facets of a question wait until it is answered.
  const asked = view + "\n" + questionOf(s.q, range);
  const [answered, setAnswered] = useState("");
  const ready = useCallback((on: boolean) => setAnswered(on ? asked : ""), [asked]);
  const filter = useCallback((q: string) => set({ q }), [set]);
  return (
    <ValueScope filter={s.q} onFilter={filter}>
      <div className={css.page} data-view={view}>
        <h1 className="hidden-text">Explorer</h1>
        {view !== "sql" && <FilterBar value={s.q} onRun={filter} since={range.since} until={range.until} />}
        <div className={css.tabs}>
          <Tabs
            label="How records are shown"
            value={view}
            onChange={(v) => set({ view: v })}
            tabs={[
              { id: "records", title: "Records" },
              { id: "groups", title: "Groups and charts" },
              { id: "sql", title: "SQL and hunts" },
            ]}
            end={
              <>
                <Button small icon="info" onClick={() => set({ why: "~~" })} title="Where calls between two addresses stop">
                  Why?
                </Button>
                <Button small icon="rule" onClick={() => acts.go("/rules/new", s.q ? { q: s.q } : {})} title="Raise an alert on what this filter finds">
                  Make a rule of this
                </Button>
                <Views />
              </>
            }
          >
            <div className={css.split}>
              {view !== "sql" && <Facets q={s.q} since={range.since} until={range.until} when={answered === asked} live={s.live === "1"} />}
              <div className={css.column}>
                {view === "records" ? <Records s={s} set={set} hits={ready} /> : view === "groups" ? <Groups s={s} set={set} onReady={ready} waiting={<Skeleton height={300} />} /> : <Sql s={s} set={set} waiting={<Skeleton height={300} />} />}
              </div>
            </div>
          </Tabs>
        </div>
        {s.why && (
          <Why pair={s.why} onClose={() => set({ why: undefined })} onPair={(p) => set({ why: p }, { replace: true })} waiting={null} />
        )}
      </div>
    </ValueScope>
  );
}
