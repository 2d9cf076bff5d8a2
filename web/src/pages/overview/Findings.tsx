// What needs a person: open alerts, who scans, what is new today.
import { useMemo } from "react";
import { slowly } from "../../api/alertnews";
import { useGet } from "../../api/hooks";
import type { Schemas } from "../../api/client";
import { atLeast, bytes, count, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { ago, useZone } from "../../app/zone";
import type { Mark } from "../../charts/TimeSeries";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Severity } from "../../table/Severity";
import { Tabs } from "../../table/Tabs";
import { useValueActions, Value } from "../../table/Value";
import { usePageSearch } from "../../app/search";
import { newIn, openAlertsIn, scannersIn } from "./asks";
import { useAsked } from "./Traffic";
import css from "./overview.module.css";

type Alert = Schemas["Alert"];
const rank = ["critical", "high", "medium", "low", "info"];

/** useOpenAlerts are the open alerts of the range that are no noise of the internet,
 * worst first. */
export function useOpenAlerts() {
  const q = useGet("/alerts", openAlertsIn(useAsked().in), { every: slowly });
  const list = useMemo(
    () =>
      [...(q.data?.alerts ?? [])].sort(
        (a, b) => Number(b.page) - Number(a.page) || rank.indexOf(a.severity) - rank.indexOf(b.severity) || Number(b.family === "incident") - Number(a.family === "incident") || b.score - a.score,
      ),
    [q.data],
  );
  return { list, more: !!q.data?.next, ready: !!q.data, loading: q.loading, error: q.error };
}

/** marksOf puts alerts on a time chart. */
export const marksOf = (list: Alert[]): (Mark & { id: string })[] => list.map((a) => ({ at: Date.parse(a.first_seen) / 1000, label: a.title, severity: a.severity, id: a.id }));

export function OpenAlerts({ list, more, loading, error }: ReturnType<typeof useOpenAlerts>) {
  const zone = useZone();
  const shown = list.slice(0, 6);
  return (
    <Panel title="Alerts that need a person" help="Open alerts of the range, noise of the internet and silenced ones aside. The worst come first." loading={loading} error={error} ready={!loading || list.length > 0} waitHeight={300}>
      {shown.length === 0 ? (
        <Empty what="open alerts" icon="check" reasons={["The rules run over everything that is stored; nothing in this range needs a person."]} />
      ) : (
        <ul>
          {shown.map((a) => (
            <li key={a.id}>
              <Along to="/alerts" search={{ alert: a.id }} className={css.alert}>
                <Severity level={a.severity} short />
                <b>
                  {a.title}
                  <span className={css.when} title={zone.stamp(a.last_seen)}>
                    {ago(a.last_seen)}
                  </span>
                </b>
                <p>{a.why}</p>
              </Along>
            </li>
          ))}
        </ul>
      )}
      {list.length > shown.length ? (
        <Along to="/alerts" search={{ when: "range" }} className={css.more}>
          All {atLeast(list.length, more, "open alert")} of this range
        </Along>
      ) : null}
    </Panel>
  );
}

/** useScanners are the port scanners of the range, those from inside first. */
export function useScanners() {
  const asked = useAsked().in;
  const inside = useGet("/alerts", scannersIn(asked, false));
  const outside = useGet("/alerts", scannersIn(asked, true));
  const list = useMemo(() => [inside, outside].flatMap((q) => [...(q.data?.alerts ?? [])].sort((a, b) => b.count - a.count)), [inside.data, outside.data]); // eslint-disable-line
  return { list, more: !!(inside.data?.next || outside.data?.next), ready: !!inside.data && !!outside.data, loading: inside.loading || outside.loading, error: inside.error ?? outside.error };
}

/** triedOf is what a scanner tried, out of the sentence that says why it is one. */
function triedOf(a: Alert): string {
  const told = / tried ([^:.;]+)/.exec(a.why)?.[1];
  return told ? "tried " + told : a.why;
}

export function Scanners() {
  const acts = useValueActions();
  const { list, ...q } = useScanners();
  return (
    <Panel
      title="Port scanners"
      help="Sources that tried at least ten hosts or ports, over up to days. Those from inside come first; the others are of the internet, and noise unless something answered."
      loading={q.loading}
      error={q.error}
      ready={q.ready}
      waitHeight={260}
    >
      {list.length === 0 ? (
        <Empty what="port scanners" icon="check" reasons={["No source tried ten hosts or ports in this range."]} />
      ) : (
        <ul className={css.list}>
          {list.slice(0, 10).map((a) => (
            <li key={a.id}>
              <span className={css.cut} title={a.why}>
                <Value field="srcaddr" value={a.srcaddr ?? a.entity.id} network={a.entity.network} /> {a.exposure ? null : <b className={css.inside}>inside</b>} <span className={css.soft}>{triedOf(a)}</span>
              </span>
              <span className={css.end}>
                <Button kind="quiet" small onClick={() => acts.go("/alerts", { alert: a.id, ...(a.exposure ? { tab: "exposure" } : {}) })}>
                  Why
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {list.length > 10 ? (
        <Along to="/alerts" search={{ family: "scan", tab: "exposure" }} className={css.more}>
          All {atLeast(list.length, q.more, "scanner")}
        </Along>
      ) : null}
    </Panel>
  );
}

const kinds: { id: string; title: string; field?: string }[] = [
  { id: "edge", title: "App edges" },
  { id: "listener", title: "Listeners" },
  { id: "destination", title: "Destinations", field: "dstaddr" },
  { id: "network", title: "Networks" },
  { id: "country", title: "Countries" },
];

export function News() {
  const acts = useValueActions();
  const [s, set] = usePageSearch({ new: "edge" });
  const q = useGet("/new", newIn(useAsked().in));
  const items = q.data?.items ?? [];
  const of = (kind: string) => items.filter((i) => i.kind === kind);
  const more = (kind: string) => !!q.data?.more.includes(kind);
  const shown = of(s.new);
  const field = kinds.find((k) => k.id === s.new)?.field;
  return (
    <Panel title="New in this range" help={`First seen in the range, compared with the ${q.data?.learned_days ?? 0} days before it. Only what was accepted counts.`} loading={q.loading} error={q.error} ready={!!q.data} waitHeight={260}>
      <Tabs label="Kind" value={s.new} onChange={(id) => set({ new: id }, { replace: true })} tabs={kinds.map((k) => ({ id: k.id, title: k.title, count: of(k.id).length + (more(k.id) ? "+" : "") }))} />
      {q.data && q.data.learned_days === 0 ? (
        <Empty what="earlier days" reasons={["There is nothing before this range to compare it with, so nothing can be called new. Choose a shorter range."]} />
      ) : shown.length === 0 ? (
        <Empty what={`new ${kinds.find((k) => k.id === s.new)?.title.toLowerCase() ?? ""}`} icon="check" />
      ) : (
        <ul className={css.list}>
          {shown.slice(0, 8).map((i) => (
            <li key={i.name + i.detail}>
              <span>
                {field ? <Value field={field} value={i.name} /> : <b>{i.name}</b>} {i.detail ? <span className={css.soft}>{i.detail}</span> : null}
              </span>
              <span className={css.end}>
                {i.bytes ? bytes(i.bytes) : plural(i.flows, "flow")}{" "}
                <Button kind="quiet" small onClick={() => acts.explore(i.filter)}>
                  Records
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {shown.length > 8 ? <p className={css.note}>{more(s.new) ? `more than ${count(shown.length)} in all` : `and ${count(shown.length - 8)} more`}</p> : null}
      {q.data?.warnings.map((w) => (
        <p key={w} className={css.note}>
          {w}
        </p>
      ))}
    </Panel>
  );
}

/** useNews counts what is new, for the headline. */
export function useNews() {
  return useGet("/new", newIn(useAsked().in)).data;
}
