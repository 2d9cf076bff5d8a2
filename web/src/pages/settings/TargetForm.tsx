// A target of notifications: where it is, which alerts it is told of, how often. Load it
// with lazy().
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { Segments, SelectField, SwitchField, TextArea, TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { kinds, TestResult, type Kind } from "./target";
import css from "./settings.module.css";

type Choice = Schemas["TargetChoice"];
const regions = { us: "https://events.pagerduty.com/v2/enqueue", eu: "https://events.eu.pagerduty.com/v2/enqueue" };
const severities = [
  { value: "info", title: "All" },
  { value: "low", title: "Low and above" },
  { value: "medium", title: "Medium and above" },
  { value: "high", title: "High and above" },
  { value: "critical", title: "Critical only" },
];
/** What each kind is asked for: the address, and the secret. */
const asks = {
  webhook: { url: "URL", at: "https://soc.example.org/hook", why: "Each alert is posted there as a CloudEvent.", secret: "Signing secret", key: "Signs each message (HMAC-SHA256, Standard Webhooks). Without it they are not signed." },
  slack: { url: "Incoming webhook", at: "https://hooks.slack.com/services/…", why: "Slack makes one for a channel: Apps, Incoming Webhooks.", secret: "", key: "" },
  pagerduty: { url: "", at: "", why: "", secret: "Integration key", key: "Of a service with Events API v2." },
  email: { url: "Mail server", at: "smtp://weir@mail.example.org:587", why: "smtp:// with STARTTLS, smtps:// with TLS, smtp+plain:// with neither. The user stands before the @.", secret: "Password", key: "Of the user, where the server wants one." },
} as const;
const split = (text: string) => text.split(/[\s,;]+/).filter(Boolean);
const whole = (text: string) => (/^\d*$/.test(text.trim()) ? undefined : "a whole number");

/** TargetForm adds a target, or changes the one given. URL and secret of that one are
 * not known here: left empty they stay. */
export default function TargetForm({ target: t, names, onDone, onCancel }: { target?: Schemas["Target"]; names: string[]; onDone: (name: string) => void; onCancel: () => void }) {
  const was = t?.choice;
  const [kind, setKind] = useState<Kind>(was?.kind ?? "webhook");
  const [name, setName] = useState(t?.name ?? "");
  const [url, setURL] = useState("");
  const region = !t || t.host === undefined || t.host === "https://events.pagerduty.com" ? "us" : t.host === "https://events.eu.pagerduty.com" ? "eu" : "";
  const [service, setService] = useState<string>(region);
  const [secret, setSecret] = useState("");
  const [bare, setBare] = useState(false); // the secret that is kept is to go
  const [from, setFrom] = useState(was?.from ?? "");
  const [to, setTo] = useState((was?.to ?? []).join(", "));
  const [severity, setSeverity] = useState<NonNullable<Choice["min_severity"]>>(was?.min_severity ?? (t ? "info" : "medium"));
  const [families, setFamilies] = useState(was?.families ?? []);
  const [pages, setPages] = useState(was?.pages_only ?? false);
  const [exposure, setExposure] = useState(was?.exposure ?? false);
  const [hour, setHour] = useState(was?.per_hour ? String(was.per_hour) : "");
  const [group, setGroup] = useState(was?.group_seconds ? String(was.group_seconds) : "");
  const [allow, setAllow] = useState((was?.allow ?? []).join(", "));
  const watch = useGet("/alerts/watch").data;
  const form = useRef<HTMLFormElement>(null);
  const test = useChange((target: Choice) => api.post("/settings/targets/test", { name: name.trim(), target }), ["/audit"]);
  const save = useChange((c: Choice) => api.put("/settings/targets", c, { params: { name: name.trim() } }), ["/settings", "/audit"]);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:not(:disabled), [aria-pressed=true]")?.focus(), []);

  const ask = asks[kind];
  const taken = !t && names.includes(name.trim()) ? "there is a target of this name" : undefined;
  const wrong = taken ?? whole(hour) ?? whole(group);
  const choice = (): Choice => ({
    kind,
    url: (kind === "pagerduty" ? service !== region && regions[service as keyof typeof regions] : url.trim()) || undefined,
    secret: !ask.secret ? undefined : bare ? "" : secret || undefined,
    ...(kind === "email" ? { from: from.trim(), to: split(to) } : {}),
    min_severity: severity,
    families,
    pages_only: pages,
    exposure,
    allow: split(allow),
    per_hour: Number(hour) || 0,
    group_seconds: Number(group) || 0,
  });
  const forget = () => (test.reset(), save.reset());
  const good = () => !wrong && form.current?.reportValidity();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    if (good()) save.mutate(choice(), { onSuccess: (saved) => onDone(saved.name) });
  };
  const usual = kinds[kind];
  const all = [...new Set(["incident", ...(watch?.families ?? []), ...families])].sort();
  return (
    <Panel title={t ? `Change ${t.name}` : "Add a target"} help="It holds at once, without a restart. Secrets lie in settings.yaml in the data directory, which only weir's user can read, and are never shown again.">
      <form ref={form} className={css.target} onSubmit={submit} onChange={forget} aria-label={t ? `Change ${t.name}` : "Add a target"}>
        {t ? null : <Segments label="Kind" value={kind} onChange={(k) => (setKind(k), setURL(""), setSecret(""), forget())} options={(Object.keys(kinds) as Kind[]).map((k) => ({ value: k, title: kinds[k].title }))} />}
        <div className={css.keep}>
          <TextField label="Name" required maxLength={64} placeholder={usual.name} disabled={!!t} value={name} onChange={(e) => setName(e.target.value)} error={taken} hint={t ? "stays as it is" : "in lists, logs and the audit"} />
          {ask.url ? (
            <div className={css.wide}>
              <TextField label={ask.url} mono required={!t} placeholder={t ? `as it is${t.host ? `: ${t.host}/…` : ""}` : ask.at} value={url} onChange={(e) => setURL(e.target.value)} hint={t ? `Left empty it stays as it is. ${ask.why}` : ask.why} />
            </div>
          ) : (
            <SelectField label="Service region" value={service} onChange={(e) => setService(e.target.value)} options={[...(region ? [] : [{ value: "", title: t?.host ?? "as it is" }]), { value: "us", title: "United States" }, { value: "eu", title: "Europe" }]} hint="where your PagerDuty account is" />
          )}
          {ask.secret ? (
            <div className={css.secret}>
              <TextField label={ask.secret} type="password" autoComplete="new-password" required={kind === "pagerduty" && !t} placeholder={bare ? "none" : t?.secret ? "set, not shown" : undefined} disabled={bare} value={secret} onChange={(e) => setSecret(e.target.value)} hint={bare ? ask.key : t?.secret ? "Left empty it stays as it is, unless the server changes." : ask.key} />
              {t?.secret && kind !== "pagerduty" ? <SwitchField label={`Remove the ${ask.secret.toLowerCase()}`} checked={bare} onChange={(on) => (setBare(on), setSecret(""), forget())} /> : null}
            </div>
          ) : null}
          {kind === "email" ? (
            <>
              <TextField label="From" required placeholder="weir@example.org" value={from} onChange={(e) => setFrom(e.target.value)} />
              <div className={css.wide}>
                <TextField label="To" required placeholder="soc@example.org, ann@example.org" value={to} onChange={(e) => setTo(e.target.value)} hint="one or more addresses" />
              </div>
            </>
          ) : null}
        </div>
        <fieldset>
          <legend>Which alerts it is told of</legend>
          <div className={css.keep}>
            <SelectField label="Severity" value={severity} onChange={(e) => setSeverity(e.target.value as typeof severity)} options={severities} />
            <SwitchField label="Only what needs a person now" hint="alerts that page" checked={pages} onChange={(on) => (setPages(on), forget())} />
            <SwitchField label="Also the internet's noise" hint="scans of hosts that it can reach; seldom wanted" checked={exposure} onChange={(on) => (setExposure(on), forget())} />
          </div>
          <details className={css.gap} open={families.length > 0 || undefined}>
            <summary>
              Families: <b>{families.length ? `${families.length} of ${all.length}` : "all"}</b>
            </summary>
            <div className={css.checks} role="group" aria-label="Families">
              {all.map((f) => (
                <label key={f}>
                  <input type="checkbox" checked={families.includes(f)} onChange={(e) => setFamilies(e.target.checked ? [...families, f] : families.filter((x) => x !== f))} />
                  {f.replaceAll("_", " ")}
                </label>
              ))}
            </div>
            <p className={css.soft}>None ticked: all of them.</p>
          </details>
        </fieldset>
        <fieldset>
          <legend>How often, and where it may be</legend>
          <div className={css.keep}>
            <TextField label="Messages an hour, at most" inputMode="numeric" placeholder={usual.perHour ? String(usual.perHour) : "no bound"} value={hour} onChange={(e) => setHour(e.target.value)} error={whole(hour)} hint="what is beyond waits" />
            <TextField label="Collect for, seconds" inputMode="numeric" placeholder={usual.group ? String(usual.group) : "0"} value={group} onChange={(e) => setGroup(e.target.value)} error={whole(group)} hint="after a message, before the next" />
            <TextArea label="Networks that are not public" rows={1} mono placeholder="10.1.2.0/24" value={allow} onChange={(e) => setAllow(e.target.value)} hint={`Where the ${kind === "email" ? "mail server" : "receiver"} is inside: its network. Others are refused, so that nobody is led inside.`} />
          </div>
        </fieldset>
        <div className={css.actions}>
          <Button type="submit" kind="primary" disabled={!!wrong} busy={save.isPending}>
            {t ? "Save" : "Add it"}
          </Button>
          <Button disabled={!!wrong} busy={test.isPending} onClick={() => good() && test.mutate(choice())}>
            Send a test first
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            Cancel
          </Button>
          <TestResult test={test} />
        </div>
        {save.error ? <Fault error={save.error} /> : null}
      </form>
    </Panel>
  );
}
