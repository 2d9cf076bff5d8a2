// Notes, and who did what to an alert.
import { useZone } from "../../app/zone";
import { verdictText, type Detail } from "./data";
import css from "./AlertDrawer.module.css";

const words: Record<string, string> = { acknowledge: "acknowledged it", resolve: "resolved it", judge: "judged it", reopen: "reopened it", note: "wrote a note", fire: "it fires again" };

export function History({ detail }: { detail: Detail }) {
  const zone = useZone();
  return (
    <section aria-labelledby="history" className={css.part}>
      <h3 id="history">Notes and what was done</h3>
      {detail.audit_error && <p role="alert">The audit cannot be relied on: {detail.audit_error}.</p>}
      {detail.notes.length === 0 && detail.audit.length === 0 && !detail.audit_error && <p className={css.soft}>Nobody has done anything with it yet.</p>}
      {detail.notes.length > 0 && (
        <ul className={css.notes} aria-label="Notes">
          {detail.notes.map((n) => (
            <li key={n.at + n.who}>
              <p>{n.text}</p>
              <p className={css.soft}>
                {n.who}, {zone.time(n.at, true)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {detail.audit.length > 0 && (
        <ol className={css.steps} aria-label="Audit">
          {detail.audit.map((e) => {
            const after = e.after as { status?: string; verdict?: string; how?: string; into?: string } | null;
            return (
              <li key={e.seq}>
                <time dateTime={e.at} title={e.at}>
                  {zone.date(e.at).slice(5)} {zone.clock(e.at)}
                </time>
                <span className={css.dot} aria-hidden />
                <p>
                  <strong>{e.who}</strong> {words[e.action] ?? e.action}
                  {after?.verdict && e.action !== "note" ? `: ${verdictText(after.verdict)}` : ""}
                  {after?.how ? ` (${after.how})` : ""}
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
