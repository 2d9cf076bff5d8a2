// What happened around an alert: the timeline of what it is about, and related alerts.
import { useGet } from "../../api/hooks";
import { Along } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Badge, type Tone } from "../../table/Badge";
import { Fault } from "../../table/Fault";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { Age, EntityValue, State } from "./Bits";
import type { Doing } from "./index";
import css from "./AlertDrawer.module.css";

type Open = (id: string, doing?: Doing) => void;

const kinds: Record<string, [string, Tone]> = {
  this: ["this alert", "accent"],
  alert: ["alert", "plain"],
  new_peer: ["new peer", "medium"],
  new_port: ["new port", "medium"],
  volume: ["volume", "low"],
  gap: ["log gap", "high"],
};

export function Timeline({ id, onOpen }: { id: string; onOpen: Open }) {
  const asked = useGet("/alerts/{id}/timeline", undefined, { at: { id }, keep: false });
  const zone = useZone();
  const t = asked.data;
  return (
    <section aria-labelledby="timeline" className={css.part} aria-busy={asked.loading || undefined}>
      <h3 id="timeline">What happened to it</h3>
      {asked.error ? (
        <Fault error={asked.error} onRetry={asked.refetch} />
      ) : !t ? (
        <Skeleton lines={4} />
      ) : (
        <>
          <ol className={css.steps} aria-label="Timeline">
            {t.items.map((x, i) => {
              const [word, tone] = kinds[x.kind] ?? [x.kind, "plain" as const];
              return (
                <li key={i} className={x.kind === "this" ? css.self : undefined}>
                  <time dateTime={x.at} title={x.at}>
                    {zone.date(x.at).slice(5)} {zone.clock(x.at)}
                  </time>
                  <span className={css.dot} aria-hidden />
                  <div>
                    <p className={css.stepHead}>
                      {x.severity && <Severity level={x.severity} short />}
                      {x.alert && x.kind !== "this" ? (
                        <button type="button" className={css.link} onClick={() => onOpen(x.alert as string)}>
                          {x.title}
                        </button>
                      ) : (
                        <strong>{x.title}</strong>
                      )}
                      <Badge tone={tone}>{word}</Badge>
                      {x.filter && x.kind !== "this" && (
                        <Along to="/explore" search={{ q: x.filter, since: t.from, until: t.to }} className={css.small}>
                          Records
                        </Along>
                      )}
                    </p>
                    {x.kind !== "this" && <p className={css.soft}>{x.detail}</p>}
                  </div>
                </li>
              );
            })}
          </ol>
          <p className={css.soft}>
            {zone.time(t.from)} to {zone.time(t.to)}: alerts, first contacts, ports, steps in volume and gaps in the logs.{" "}
            {t.warnings.map((w) => w.charAt(0).toUpperCase() + w.slice(1) + ". ")}
          </p>
        </>
      )}
    </section>
  );
}

export function Related({ id, onOpen }: { id: string; onOpen: Open }) {
  const asked = useGet("/alerts/{id}/related", undefined, { at: { id }, keep: false });
  const list = asked.data?.related;
  return (
    <section aria-labelledby="related" className={css.part} aria-busy={asked.loading || undefined}>
      <h3 id="related">Related alerts</h3>
      {asked.error ? (
        <Fault error={asked.error} onRetry={asked.refetch} />
      ) : !list ? (
        <Skeleton lines={2} />
      ) : list.length === 0 ? (
        <p className={css.soft}>None within a week share a host, a peer or an incident with it.</p>
      ) : (
        <ul className={css.related}>
          {list.map(({ alert, reasons }) => (
            <li key={alert.id}>
              <Severity level={alert.severity} />
              <div>
                <p className={css.stepHead}>
                  <button type="button" className={css.link} onClick={() => onOpen(alert.id)}>
                    {alert.title}
                  </button>
                  <State alert={alert} />
                </p>
                <p className={css.soft}>
                  <EntityValue entity={alert.entity} /> · {reasons.slice(0, 2).join(", ")}
                </p>
              </div>
              <span className={css.soft}>
                <Age at={alert.first_seen} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
