import { lazy, Suspense, useRef, useState } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Confirm } from "../../table/Confirm";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { kinds, TestResult, type Kind } from "./target";
import css from "./settings.module.css";

const TargetForm = lazy(() => import("./TargetForm"));
type Delivery = Schemas["Delivery"];
type Which = "all" | "waiting" | "sent" | "dead" | "skipped";
const tones = { waiting: "medium", sent: "good", dead: "high", skipped: "plain" } as const;

/** Notifications shows who is told of alerts, and what became of it. */
export function Notifications() {
  const zone = useZone();
  const [which, setWhich] = useState<Which>("all");
  const q = useGet("/settings/targets", { state: which }, { every: 10_000 });
  const retry = useChange((ids: number[]) => api.post("/settings/deliveries/retry", { ids }), ["/settings/targets"]);
  const remove = useChange((name: string) => api.delete("/settings/targets", { params: { name } }), ["/settings", "/audit"]);
  const [form, setForm] = useState<{ target?: Schemas["Target"] }>();
  const [gone, setGone] = useState("");
  const [said, setSaid] = useState("");
  const opener = useRef<HTMLElement | null>(null);
  const word = useRef<HTMLParagraphElement>(null);
  const begin = (target?: Schemas["Target"]) => {
    opener.current = document.activeElement as HTMLElement | null;
    setSaid("");
    setForm({ target });
  };
  const close = (text: string) => {
    setForm(undefined);
    setSaid(text);
    setTimeout(() => (text ? word.current : opener.current)?.focus());
  };
  const targets = q.data?.targets ?? [];
  const add = (
    <Button small={targets.length > 0} kind="primary" icon="plus" disabled={form !== undefined} onClick={() => begin()}>
      Add a target
    </Button>
  );
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
      {form ? (
        <Suspense>
          <TargetForm key={form.target?.name ?? ""} target={form.target} names={targets.map((t) => t.name)} onCancel={() => close("")} onDone={(name) => close(`${name} is saved and told from now on.`)} />
        </Suspense>
      ) : null}
      <Panel title="Targets" help="Whom weir serve tells of alerts: those that are added here, and those under notify: of the configuration file, which are changed there. Secrets are not shown." path="/settings/targets" loading={q.loading && !q.data} error={q.error} waitHeight={140} actions={targets.length ? add : undefined}>
        <p ref={word} role="status" tabIndex={-1} className={css.said}>
          {said}
        </p>
        {targets.length ? (
          <ul className={css.cards}>
            {targets.map((t) => (
              <Target key={t.name} t={t} busy={form !== undefined} onEdit={() => begin(t)} onRemove={() => setGone(t.name)} />
            ))}
          </ul>
        ) : (
          <Empty
            what="target is set"
            icon="bell"
            reasons={["Alerts are seen here only. Add a webhook, a channel of Slack, a service of PagerDuty or mail, and send it a test.", { text: "Targets can also stand under notify: in the configuration file, with their secrets in variables or files. This tests those without a server:", command: "weir notify test --config weir.yaml" }]}
            actions={add}
          />
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
      <Confirm
        open={gone !== ""}
        onClose={() => setGone("")}
        title={`Remove ${gone}?`}
        action="Remove it"
        run={() => remove.mutateAsync(gone).then((r) => (setForm(undefined), setSaid(`${gone} is removed.${r.given_up ? ` ${plural(r.given_up, "notification")} that waited for it ${r.given_up === 1 ? "is a dead letter" : "are dead letters"} now.` : ""}`)))}
      >
        <p>It is told nothing more, and its secret is forgotten. What waits for it is given up and listed with the dead letters.</p>
      </Confirm>
    </>
  );
}

function Target({ t, busy, onEdit, onRemove }: { t: Schemas["Target"]; /** Another is changed now. */ busy: boolean; onEdit: () => void; onRemove: () => void }) {
  const test = useChange((name: string) => api.post("/settings/targets/test", { name }), ["/audit"]);
  const wants = [t.pages_only ? "only those that need a person now" : "", t.min_severity && t.min_severity !== "info" && t.min_severity !== "informational" ? `from ${t.min_severity} on` : "", t.families.length ? t.families.join(", ") : "", t.exposure ? "and the internet's noise" : ""].filter(Boolean);
  return (
    <li>
      <header>
        <b>{t.name}</b> <Badge>{kinds[t.kind as Kind]?.title ?? "target"}</Badge>
        <span className={css.acts}>
          {t.removable ? null : <span className={css.soft}>set in the configuration file</span>}
          <Button small busy={test.isPending} onClick={() => test.mutate(t.name)} aria-label={`Send a test to ${t.name}`}>
            Send a test
          </Button>
          {t.removable ? (
            <>
              <Button small icon="edit" disabled={busy} onClick={onEdit} aria-label={`Change ${t.name}`}>
                Change
              </Button>
              <Button small kind="quiet" icon="trash" onClick={onRemove} aria-label={`Remove ${t.name}`} title="Remove it" />
            </>
          ) : null}
        </span>
      </header>
      <TestResult test={test} />
      <dl className={css.facts}>
        <dt>Goes to</dt>
        <dd>
          {t.to ? `${t.to.join(", ")} by ` : ""}
          {t.host ?? (t.url_from ? `the URL in ${t.url_from}` : "its kind's own address")}
        </dd>
        <dt>Secret</dt>
        <dd>{t.secret ? (t.removable ? "set, not shown" : `in ${t.secret}`) : t.kind === "slack" ? "its URL is one" : "not set"}</dd>
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
