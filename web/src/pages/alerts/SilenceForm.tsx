// A silence: what it would have hidden is shown before it is made, it ends by itself,
// and somebody answers for it.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, type Problem, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { SelectField, TextField } from "../../table/Field";
import { Icon } from "../../table/Icon";
import { Severity } from "../../table/Severity";
import { entityText, familyText, type Alert } from "./data";
import css from "./AlertDrawer.module.css";

export type Matches = Schemas["SilenceMatches"];

const lengths = [
  { value: "3600", title: "1 hour" },
  { value: "28800", title: "8 hours" },
  { value: "86400", title: "24 hours" },
  { value: "604800", title: "7 days" },
  { value: "2592000", title: "30 days" },
];
const ownerKey = "weir.silence.owner";

/** scopes are what can be silenced from an alert, the narrowest first. An incident has
 * no rule of its own. */
function scopes(a: Alert): { id: string; title: string; matches: Matches }[] {
  const entity = entityText(a.entity);
  const rule = a.family === "incident" ? { families: ["incident"] } : { rules: [a.rule] };
  const name = a.family === "incident" ? "incidents" : `“${a.title}”`;
  return [
    { id: "both", title: `${name} about ${entity}`, matches: { ...rule, entities: [entity] } },
    { id: "rule", title: `${name} about anything`, matches: rule },
    { id: "entity", title: `Everything about ${entity}`, matches: { entities: [entity] } },
  ];
}

export function SilenceForm({ alert, onDone, onCancel }: { alert: Alert; onDone: () => Promise<void>; onCancel: () => void }) {
  const list = scopes(alert);
  const [scope, setScope] = useState("both");
  const chosen = list.find((s) => s.id === scope) ?? list[0];
  return (
    <SilenceFields focus matches={chosen?.matches} onDone={onDone} onCancel={onCancel}>
      <fieldset className={css.choices}>
        <legend>What is kept quiet</legend>
        {list.map((s) => (
          <label key={s.id}>
            <input type="radio" name="scope" value={s.id} checked={scope === s.id} onChange={() => setScope(s.id)} />
            <span>{s.title}</span>
          </label>
        ))}
      </fieldset>
    </SilenceFields>
  );
}

/** SilenceFields is the rest of the form, with the preview. */
export function SilenceFields({ matches, onDone, onCancel, focus, children }: { matches: Matches | undefined; /** The reason has the focus at first. */ focus?: boolean; onDone: () => Promise<void>; onCancel: () => void; children: React.ReactNode }) {
  const session = useGet("/session").data as { person?: { name?: string } } | undefined;
  const [owner, setOwner] = useState(() => {
    try {
      return localStorage.getItem(ownerKey) ?? "";
    } catch {
      return "";
    }
  });
  const [reason, setReason] = useState("");
  const [seconds, setSeconds] = useState("86400");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Problem | null>(null);
  useEffect(() => {
    if (!owner && session?.person?.name) setOwner(session.person.name);
  }, [session?.person?.name]); // eslint-disable-line
  return (
    <form
      className={css.form}
      aria-label="Silence"
      onSubmit={async (e) => {
        e.preventDefault();
        if (!matches) return;
        setBusy(true);
        setError(null);
        try {
          await api.post("/silences", { matches, owner, reason, seconds: Number(seconds) });
          try {
            localStorage.setItem(ownerKey, owner);
          } catch {
            // no storage
          }
          await onDone();
        } catch (x) {
          setError(x as Problem);
          setBusy(false);
        }
      }}
    >
      {children}
      <Preview matches={matches} />
      <div className={css.fields}>
        <SelectField label="For" value={seconds} onChange={(e) => setSeconds(e.target.value)} options={lengths} hint="It ends by itself" />
        <TextField label="Owner" value={owner} maxLength={200} onChange={(e) => setOwner(e.target.value)} hint="Who answers for it" />
        <TextField label="Reason" value={reason} maxLength={1000} autoFocus={focus} onChange={(e) => setReason(e.target.value)} hint="Why nobody needs to be told" />
      </div>
      <p className={css.soft}>What is silenced is recorded all the same, and can be found. What still fires when the silence ends is told of then.</p>
      {error && <Fault error={error} />}
      <div className={css.buttons}>
        <Button type="submit" kind="primary" icon="mute" busy={busy} disabled={!matches || !owner.trim() || !reason.trim()}>
          Silence for {lengths.find((l) => l.value === seconds)?.title}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** Preview tells what a silence would have hidden. */
export function Preview({ matches }: { matches: Matches | undefined }) {
  const asked = useQuery({
    queryKey: ["/silences/preview", matches ?? null],
    queryFn: ({ signal }) => api.post("/silences/preview", { matches: matches as Matches, days: 30 }, { signal }),
    enabled: !!matches,
    placeholderData: (old) => old,
  });
  const p = asked.data;
  if (!matches) return <p className={css.preview}>Say what is to be quiet, and see here what that would have hidden.</p>;
  if (asked.error) return <Fault error={asked.error as unknown as Problem} />;
  const grave = p ? p.true_positives_hidden > 0 || p.pages_hidden > 0 : false;
  return (
    <div className={css.preview} data-grave={grave || undefined} role="status" aria-label="Preview" aria-busy={asked.isFetching || undefined}>
      {p ? (
        <>
          <p>
            {grave && <Icon name="warning" size={14} />} <strong>This {p.text}</strong>
            {p.pages > 0 ? `; ${p.pages_hidden} of ${p.pages} pages` : ""}
            {p.true_positives_hidden > 0 ? `; ${p.true_positives_hidden} of them ${p.true_positives_hidden === 1 ? "was a" : "were"} true positive${p.true_positives_hidden === 1 ? "" : "s"}` : ""}.
          </p>
          {p.examples.length > 0 && (
            <ul>
              {p.examples.slice(0, 3).map((a) => (
                <li key={a.id}>
                  <Severity level={a.severity} short /> {a.title}, <span className={css.soft}>{familyText(a.entity.kind)} {entityText(a.entity)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        "…"
      )}
    </div>
  );
}
