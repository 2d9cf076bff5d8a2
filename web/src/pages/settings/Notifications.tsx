import { useState } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { sentence } from "../../table/Fault";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

type Delivery = Schemas["Delivery"];
type Which = "all" | "waiting" | "sent" | "dead" | "skipped";
const tones = { waiting: "medium", sent: "good", dead: "high", skipped: "plain" } as const;

/** Notifications shows who is told of alerts, and what became of it. */
export function Notifications() {
  const zone = useZone();
  const [which, setWhich] = useState<Which>("all");
  const q = useGet("/settings/targets", { state: which }, { every: 10_000 });
  const retry = useChange((ids: number[]) => api.post("/settings/deliveries/retry", { ids }), ["/settings/targets"]);
  const columns: Column<Delivery>[] = [
    { key: "made", title: "When", width: 150, render: (d) => <span title={ago(d.made)}>{zone.time(d.made)}</span> },
    { key: "target", title: "Target", width: 130 },
    { key: "state", title: "State", width: 96, render: (d) => <Badge tone={tones[d.state as keyof typeof tones] ?? "plain"}>{d.state}</Badge> },
    { key: "kind", title: "What", width: 90 },
    { key: "title", title: "Alert", min: 240, render: (d) => <Along to="/alerts" search={{ alert: d.alert }}>{d.title || d.alert}</Along> },
    { key: "tries", title: "Tries", align: "right", width: 66 },
    { key: "error", title: "Error of the last try", min: 200, render: (d) => (d.error ? <span title={d.error}>{d.error}</span> : "–") },
  ];
  const counts = q.data?.counts ?? {};
  return (
    <>
      <Panel title="Targets" help="Whom weir serve tells of alerts, from notify: of the configuration. Secrets are not shown." path="/settings/targets" loading={q.loading && !q.data} error={q.error} waitHeight={140}>
        {q.data?.targets.length ? (
          <ul className={css.cards}>
            {q.data.targets.map((t) => (
              <Target key={t.name} t={t} />
            ))}
          </ul>
        ) : (
          <Empty what="target is set" icon="bell" reasons={["Alerts are seen here only. Name a webhook, Slack, PagerDuty or mail under notify: in the configuration, and test it with", { text: "a command, which needs no server", command: "weir notify test --config weir.yaml" }]} />
        )}
      </Panel>
      <Panel
        title="Deliveries"
        help="What a target does not take is sent again for a day, and is a dead letter then."
        path="/settings/targets"
        loading={q.loading && !q.data}
        error={q.error}
        flush
        actions={
          <>
            {counts.dead ? (
              <Button small busy={retry.isPending} onClick={() => retry.mutate([])}>
                Send {plural(counts.dead, "dead letter")} again
              </Button>
            ) : null}
            <Segments label="Which" value={which} onChange={setWhich} options={(["all", "waiting", "sent", "dead", "skipped"] as const).map((w) => ({ value: w, title: w === "all" ? "all" : `${w} ${count(counts[w] ?? 0)}` }))} />
          </>
        }
      >
        <DataTable id="deliveries" label="Deliveries" columns={columns} rows={q.data?.deliveries ?? []} rowKey={(d) => String(d.id)} order={{ key: "made", desc: true }} empty={<Empty what={which === "dead" ? "dead letter" : "delivery"} icon="check" reasons={["Nothing was to be told so far."]} />} />
      </Panel>
    </>
  );
}

function Target({ t }: { t: Schemas["Target"] }) {
  const test = useChange((name: string) => api.post("/settings/targets/test", { name }), ["/audit"]);
  const wants = [t.pages_only ? "only those that need a person now" : "", t.min_severity && t.min_severity !== "info" && t.min_severity !== "informational" ? `from ${t.min_severity} on` : "", t.families.length ? t.families.join(", ") : "", t.exposure ? "and the internet's noise" : ""].filter(Boolean);
  return (
    <li>
      <header>
        <b>{t.name}</b> <Badge>{t.kind || "target"}</Badge>
        <Button small busy={test.isPending} onClick={() => test.mutate(t.name)} aria-label={`Send a test to ${t.name}`}>
          Send a test
        </Button>
      </header>
      <div role="status" className={css.result}>
        {test.data ? (
          test.data.taken ? (
            <Badge tone="good" icon="check">
              {`taken in ${Math.round(test.data.took_ms ?? 0)} ms`}
            </Badge>
          ) : (
            <span className={css.warn}>{sentence(test.data.error ?? "it was not taken")}</span>
          )
        ) : test.error ? (
          <span className={css.warn}>{sentence(test.error.detail)}</span>
        ) : null}
      </div>
      <dl className={css.facts}>
        <dt>Goes to</dt>
        <dd>
          {t.to ? `${t.to.join(", ")} by ` : ""}
          {t.host ?? (t.url_from ? `the URL in ${t.url_from}` : "its kind's own address")}
        </dd>
        <dt>Secret</dt>
        <dd>{t.secret ? `in ${t.secret}` : "none"}</dd>
        <dt>Is told of</dt>
        <dd>{wants.length ? wants.join(", ") : "all alerts"}</dd>
        <dt>At most</dt>
        <dd>
          {t.per_hour ? `${t.per_hour} messages an hour` : "no bound"}
          {t.group_seconds ? `, collected over ${t.group_seconds} s` : ""}
        </dd>
      </dl>
    </li>
  );
}
