// What was tried of a source, a step after the other, and what an object holds.
import { useMemo } from "react";
import type { Cell, Schemas } from "../../api/client";
import { bytes, count, plural } from "../../app/format";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { columnsOf } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { sentence } from "../../table/Fault";
import css from "./sources.module.css";

type Step = Schemas["TrialStep"];

const states = {
  good: { tone: "good", icon: "check", text: "good" },
  bad: { tone: "high", icon: "high", text: "failed" },
  skipped: { tone: "plain", icon: "minus", text: "not tried" },
} as const;

/** Trial shows the steps, and the first records where it came so far. */
export function Trial({ trial }: { trial: Schemas["Trial"] }) {
  return (
    <div className={css.trial}>
      <p role="status">
        <b>{trial.good ? "It can be listed and read." : "It does not work yet."}</b>
      </p>
      <ol className={css.steps}>
        {trial.steps.map((s: Step) => {
          const of = states[s.state];
          return (
            <li key={s.name} data-state={s.state}>
              <Badge tone={of.tone} icon={of.icon}>
                {of.text}
              </Badge>
              <div>
                <b>{s.title}</b> {s.permission ? <code>{s.permission}</code> : null}
                <p>{sentence(s.text)}</p>
                {s.fix ? <p className={css.soft}>{sentence(s.fix)}</p> : null}
              </div>
            </li>
          );
        })}
      </ol>
      {trial.preview ? <PreviewTable preview={trial.preview} /> : null}
    </div>
  );
}

/** PreviewTable shows the first records of an object, and its first bad lines. */
export function PreviewTable({ preview: p }: { preview: Schemas["Preview"] }) {
  const zone = useZone();
  const columns = useMemo(() => columnsOf({ columns: p.columns }, zone).map((c) => ({ ...c, field: undefined, sort: false as const, min: Math.max(c.min ?? 0, c.title.length * 7 + 20) })), [p.columns, zone]);
  const rows = useMemo(() => {
    const n = p.values[0]?.length ?? 0;
    return Array.from({ length: n }, (_, r) => Object.fromEntries(p.columns.map((c, i) => [c.name, (p.values[i]?.[r] ?? null) as Cell])));
  }, [p]);
  const reasons = [...new Set(p.lines.map((l) => l.reason ?? ""))];
  return (
    <section className={css.preview} aria-label="What is in it">
      <dl className={css.facts}>
        <dt>Object</dt>
        <dd className={css.mono}>
          {p.name}
          {p.size !== undefined ? ` (${bytes(p.size)})` : ""}
        </dd>
        <dt>Format</dt>
        <dd>{[p.format || "not recognised", ...p.envelope.map((e) => "in " + e)].join(", ")}</dd>
        <dt>Records</dt>
        <dd>
          {p.complete ? count(p.records) : `at least ${count(p.records)}`}, {plural(p.bad, "bad line")}
        </dd>
        {p.from && p.to ? (
          <>
            <dt>Covers</dt>
            <dd>
              {zone.time(p.from, true)} to {zone.time(p.to, true)}
            </dd>
          </>
        ) : null}
      </dl>
      {rows.length ? (
        <>
          <h3>First {plural(rows.length, "record")}</h3>
          <div className={css.sheet}>
            <DataTable id="preview" label="First records" columns={columns} rows={rows} rowKey={(_, i) => String(i)} height={Math.min(rows.length * 30 + 60, 420)} />
          </div>
        </>
      ) : null}
      {reasons.length ? (
        <>
          <h3>Bad lines</h3>
          {reasons.map((r) => (
            <div key={r} className={css.reason}>
              <b>{r}</b>
              <ul>
                {p.lines
                  .filter((l) => (l.reason ?? "") === r)
                  .map((l) => (
                    <li key={l.line}>
                      <span className={css.soft}>line {l.line}</span> <code>{l.text}</code>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </>
      ) : null}
    </section>
  );
}
