// The forms that end an alert or say something about it.
import { useState, type FormEvent } from "react";
import { api, type Problem } from "../../api/client";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { TextArea } from "../../table/Field";
import { verdicts, type Alert, type Verdict } from "./data";
import css from "./AlertDrawer.module.css";

type Props = { alert: Alert; onDone: () => Promise<void>; onCancel: () => void };

function useRun(onDone: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Problem | null>(null);
  const run = async (e: FormEvent, what: () => Promise<unknown>) => {
    e.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await what();
      await onDone();
    } catch (x) {
      setError(x as Problem);
      setBusy(false);
    }
  };
  return { busy, error, run };
}

export function ResolveForm({ alert, onDone, onCancel }: Props) {
  const [verdict, setVerdict] = useState<Verdict | "">((alert.verdict as Verdict | null) ?? "");
  const [note, setNote] = useState("");
  const { busy, error, run } = useRun(onDone);
  return (
    <form className={css.form} aria-label="Resolve" onSubmit={(e) => void run(e, () => api.post("/alerts/{id}/resolve", { verdict: verdict || undefined, note: note.trim() || undefined }, { at: { id: alert.id } }))}>
      <fieldset className={css.choices}>
        <legend>What was it?</legend>
        {verdicts.map((v, i) => (
          <label key={v.value}>
            <input type="radio" name="verdict" value={v.value} checked={verdict === v.value} autoFocus={verdict ? verdict === v.value : i === 0} onChange={() => setVerdict(v.value)} />
            <span>
              <strong>{v.title}</strong> <span className={css.soft}>{v.doc}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea label="Note" rows={2} value={note} maxLength={4000} onChange={(e) => setNote(e.target.value)} placeholder="What you found out, for the next one who looks" />
      {error && <Fault error={error} />}
      <div className={css.buttons}>
        <Button type="submit" kind="primary" busy={busy} disabled={!verdict}>
          Resolve
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

export function NoteForm({ alert, onDone, onCancel }: Props) {
  const [text, setText] = useState("");
  const { busy, error, run } = useRun(onDone);
  return (
    <form className={css.form} aria-label="Note" onSubmit={(e) => void run(e, () => api.post("/alerts/{id}/note", { text }, { at: { id: alert.id } }))}>
      <TextArea label="Note" rows={3} autoFocus value={text} maxLength={4000} onChange={(e) => setText(e.target.value)} />
      {error && <Fault error={error} />}
      <div className={css.buttons}>
        <Button type="submit" kind="primary" busy={busy} disabled={!text.trim()}>
          Add the note
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
