import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { api, type Problem } from "../../api/client";
import { count, duration, percent, plural } from "../../app/format";
import { useZone } from "../../app/zone";
import { TimeSeries } from "../../charts/TimeSeries";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { sentence } from "../../table/Fault";
import { Icon } from "../../table/Icon";
import { Panel } from "../../table/Panel";
import { useValueActions, Value } from "../../table/Value";
import { family, judged, type Detail } from "./bits";
import css from "./rules.module.css";

export function About({ detail }: { detail: Detail }) {
  const r = detail.rule;
  const zone = useZone();
  const { go } = useValueActions();
  const covers = useQuery({ queryKey: ["/rules/explain", r.id, r.version], queryFn: ({ signal }) => api.post("/rules/explain", { id: r.id }, { signal }) });
  const e = covers.data;
  const facts: [string, React.ReactNode][] = [
    ["Family", family(r.family)],
    ["Mechanism", r.mechanism],
    ["About", detail.entity || "what its mechanism says"],
    ["ATT&CK", r.attack.join(", ") || "–"],
    ["Hits", `${count(r.hits)}${r.exposure ? `, ${count(r.exposure)} of them noise of the internet` : ""}`],
    ["Alerts", r.alerts ? <Link to={"/alerts" as never} search={{ rule: r.id, status: "all", silenced: "yes" } as never}>{`${plural(r.alerts, "alert")}, ${count(r.open)} open`}</Link> : "none"],
    ["No attack", r.judged ? `${judged(r)} that people judged` : "nobody has judged an alert of it"],
    ["Last hit", r.last ? zone.time(r.last) : "never"],
    ["Noise to expect", r.noise || "not told"],
    ["Needs", [detail.needs.fields.join(", "), detail.needs.actions && `${detail.needs.actions === "both" ? "ACCEPT and REJECT" : detail.needs.actions.toUpperCase()} records`, detail.needs.aggregation_seconds && `windows of at most ${duration(detail.needs.aggregation_seconds)}`].filter(Boolean).join("; ") || "nothing special"],
    ["File", <span className={css.file} key="f"><code>{r.file}{detail.line > 1 ? `:${detail.line}` : ""}</code>{!r.shipped && <Copy text={r.file} label="Copy the path" />}</span>],
    ["Version", <code key="v">{r.version}</code>],
    ["Status", detail.status],
    ["Author", detail.author],
    ["Tags", detail.tags.filter((t) => !t.startsWith("attack.")).join(", ")],
  ];
  return (
    <div className={css.about}>
      <div className={css.column}>
        <Panel title="Hits by day" help="Findings by the day they were first seen, UTC, over the 30 days before the newest record." actions={r.alerts ? <Button small icon="bell" onClick={() => go("/alerts", { rule: r.id, status: "all", silenced: "yes" })}>Its alerts</Button> : undefined}>
          <TimeSeries title={`Hits of ${r.title} by day`} times={detail.days} series={[{ label: "findings", values: r.daily, unit: "findings", color: 1, kind: "bars" }]} height={150} legend="none" />
        </Panel>
        <Panel title="Why it matters">
          <p className={css.prose}>{detail.description || "The rule does not say."}</p>
          {detail.why && (
            <p className={css.faint}>
              Its alerts say: <q>{detail.why}</q>
            </p>
          )}
        </Panel>
        <Panel title="What it covers" loading={covers.isFetching} ready={!!e} error={covers.error as Problem | null} waitHeight={110}>
          {e && (
            <>
              {e.filter ? (
                <p className={css.filter}>
                  <code>{e.filter === "*" ? "all flows" : e.filter}</code>
                  {e.filter !== "*" && (
                    <Button small kind="quiet" icon="search" onClick={() => go("/explore", { q: e.filter })}>
                      Its records
                    </Button>
                  )}
                </p>
              ) : (
                <p>A correlation: it joins what other rules select.</p>
              )}
              {e.filter === "*" && <p className={css.faint}>{`It looks at all of them; the mechanism ${r.mechanism} decides what counts.`}</p>}
              {e.addresses.map((a, i) => (
                <div key={i} className={css.cover}>
                  <p>
                    <code>{(a.negated ? "NOT " : "") + a.test}</code>
                    {a.of && <span className={css.faint}> of rule {a.of}</span>}
                  </p>
                  <p>
                    {a.negated ? "leaves out" : "holds for"} {percent(a.share4)} of all IPv4 and {percent(a.share6)} of all IPv6 addresses
                    {a.ranges.length > 0 && <>: <span className={css.mono}>{a.ranges.join(", ")}{a.more ? ", …" : ""}</span></>}
                  </p>
                  {a.hint && (
                    <p className={css.hint}>
                      <Icon name="warning" size={14} /> {sentence(a.hint)} {a.instead && <>Write instead: <code>{a.instead}</code></>}
                    </p>
                  )}
                  <dl className={css.examples}>
                    <dt>In the data, pass</dt>
                    <dd>{a.passes.length ? a.passes.map((v) => <Value key={v} field={a.field} value={v} />) : "none"}</dd>
                    <dt>do not</dt>
                    <dd>{a.others.length ? a.others.map((v) => <Value key={v} field={a.field} value={v} />) : "none"}</dd>
                  </dl>
                </div>
              ))}
            </>
          )}
        </Panel>
      </div>
      <div className={css.column}>
        <Panel title="Facts">
          <dl className={css.facts}>
            {facts.filter(([, value]) => value !== "").map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title="Where it is blind">
          {r.blind.length ? (
            <ul className={css.blind}>
              {r.blind.map((b) => (
                <li key={b}>
                  <Icon name="gap" size={14} /> {sentence(b)}
                </li>
              ))}
            </ul>
          ) : (
            <p>Nowhere: what is stored has all that it needs.</p>
          )}
        </Panel>
        <Panel title="What to do when it fires">
          {detail.response.length ? <Items list={detail.response} ordered /> : <p>The rule does not say.</p>}
        </Panel>
        <Panel title="When it fires for nothing">
          {detail.falsepositives.length ? <Items list={detail.falsepositives} /> : <p>The rule does not say.</p>}
          {detail.references.length > 0 && (
            <>
              <h3>References</h3>
              <Items list={detail.references} />
            </>
          )}
        </Panel>
      </div>
    </div>
  );
}

function Items({ list, ordered }: { list: string[]; ordered?: boolean }) {
  const of = list.map((t, i) => <li key={i}>{sentence(t)}</li>);
  return ordered ? <ol className={css.items}>{of}</ol> : <ul className={css.items}>{of}</ul>;
}
