// What is done to several alerts at once.
import { useState } from "react";
import { api, type Problem } from "../../api/client";
import { plural } from "../../app/format";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { Menu } from "../../table/Menu";
import { useTouched, verdicts, type Verdict } from "./data";
import css from "./Alerts.module.css";

export function BulkBar({ chosen, onClear }: { chosen: ReadonlySet<string>; onClear: () => void }) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [error, setError] = useState<Problem | null>(null);
  const touched = useTouched();
  const run = async (action: "acknowledge" | "resolve" | "reopen", verdict?: Verdict) => {
    setBusy(true);
    setError(null);
    try {
      const done = await api.post("/alerts/bulk", { ids: [...chosen].slice(0, 1000), action, verdict });
      const words = { acknowledge: "acknowledged", resolve: "resolved", reopen: "reopened" }[action];
      setTold(`${plural(done.changed, "alert")} ${words}` + (done.failed.length ? `; ${done.failed.length} not: ${done.failed[0]?.detail}` : ""));
      await touched();
      onClear();
    } catch (e) {
      setError(e as Problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.bulk} data-on={chosen.size > 0 || undefined} role="region" aria-label="What to do with the selected alerts">
      <span role="status">{chosen.size > 0 ? `${plural(chosen.size, "alert")} selected` : told}</span>
      {chosen.size > 0 && (
        <>
          <Button small icon="check" busy={busy} onClick={() => void run("acknowledge")}>
            Acknowledge
          </Button>
          <Menu label="Verdict" align="start" items={verdicts.map((v) => ({ id: v.value, title: v.title, hint: v.doc, run: () => void run("resolve", v.value) }))}>
            <Button small disabled={busy}>
              Resolve as …
            </Button>
          </Menu>
          <Button small icon="history" disabled={busy} onClick={() => void run("reopen")}>
            Reopen
          </Button>
          <Button small kind="quiet" onClick={onClear}>
            Clear
          </Button>
        </>
      )}
      {error && <Fault error={error} />}
    </div>
  );
}
