// Incidents: findings that belong together, each with its steps.
import { useState } from "react";
import { useGet } from "../../api/hooks";
import { plural } from "../../app/format";
import { usePageSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { SelectField } from "../../table/Field";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { EntityValue, State } from "./Bits";
import { worstFirst, type Alert } from "./data";
import type { Doing } from "./index";
import { useAlerts } from "./Queue";
import { Members } from "./Summary";
import css from "./Alerts.module.css";

type Open = (id: string, doing?: Doing) => void;

export function Incidents({ onOpen }: { onOpen: Open }) {
  const [s, set] = usePageSearch({ status: "open" });
  const asked = useAlerts({ family: "incident", status: s.status === "open" ? "pending,firing,acknowledged" : s.status === "all" ? undefined : s.status });
  const list = (asked.data?.pages.flatMap((p) => p.alerts) ?? []).slice().sort(worstFirst);
  return (
    <div className={css.queue}>
      <div className={css.filters}>
        <SelectField bare small label="Status" value={s.status} onChange={(e) => set({ status: e.target.value })} options={[{ value: "open", title: "Open and acknowledged" }, { value: "resolved", title: "Resolved" }, { value: "all", title: "Any status" }]} />
        <p className={css.hint}>Findings that share a host or lie on a path within a day, when their risk adds up.</p>
      </div>
      {asked.error ? <Fault error={asked.error} onRetry={() => void asked.refetch()} /> : asked.isLoading ? <Skeleton height={160} /> : null}
      {!asked.isLoading && !asked.error && list.length === 0 && (
        <div className={css.card}>
          <Empty what={s.status === "open" ? "open incidents" : "incidents"} icon="shield" reasons={["incidents are made of findings about one host or along a path, of at least two rules, whose risk is above 80; nothing that was found adds up to that"]} />
        </div>
      )}
      {list.map((a, i) => (
        <Incident key={a.id} alert={a} first={i === 0} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Incident({ alert: a, first, onOpen }: { alert: Alert; first: boolean; onOpen: Open }) {
  const [wide, setWide] = useState(first);
  const zone = useZone();
  const asked = useGet("/alerts/{id}", undefined, { at: { id: a.id }, when: wide, keep: false });
  const d = asked.data;
  const tactics = [...new Set(d?.parts.map((p) => p.tactic).filter(Boolean) ?? [])];
  return (
    <article className={css.card} aria-label={a.title}>
      <header className={css.incident}>
        <Severity level={a.severity} />
        <div className={css.main}>
          <button type="button" className={css.open} data-alert={a.id} onClick={() => onOpen(a.id)}>
            <strong>{a.title}</strong>
          </button>
          <span className={css.marks}>
            <State alert={a} />
          </span>
          <p className={css.why}>{a.why}</p>
          <p className={css.about}>
            <EntityValue entity={a.entity} />
            <span>
              {zone.time(a.first_seen)} – {zone.time(a.last_seen)}
            </span>
            {tactics.length > 0 && <span>{tactics.join(" → ")}</span>}
          </p>
        </div>
        <Button small icon={wide ? "up" : "down"} aria-expanded={wide} onClick={() => setWide(!wide)}>
          {wide ? "Hide the steps" : "Show the steps"}
        </Button>
      </header>
      {wide && (
        <div className={css.pad}>
          {asked.error ? <Fault error={asked.error} onRetry={asked.refetch} /> : d ? <Members level="h2" detail={d} onOpen={onOpen} /> : <Skeleton lines={4} />}
          {d && d.parts.length === 0 && <p className={css.hint}>{plural(0, "finding")}</p>}
        </div>
      )}
    </article>
  );
}
