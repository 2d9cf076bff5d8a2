// A rule over what is stored, for a handful of values of one setting at once: the
// slider then only chooses which of the answers is drawn.
import { useEffect, useMemo, useRef, useState } from "react";
import { api, Problem, type Schemas } from "../../api/client";
import { useStream } from "../../api/stream";
import { bytes, count, duration, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { TimeSeries } from "../../charts/TimeSeries";
import { Button } from "../../table/Button";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { SelectField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { Value } from "../../table/Value";
import { lengthOf, sweep, withSetting } from "./draft";
import { useCheck } from "./Editor";
import css from "./rules.module.css";

type Try = Schemas["RuleTry"];
type Setting = Schemas["RuleSetting"];
type Result = { tries: Try[]; setting?: Setting };

const ranges = [
  { value: "end-24h", title: "the last 24 hours stored" },
  { value: "end-7d", title: "the last 7 days stored" },
  { value: "end-14d", title: "the last 14 days stored" },
  { value: "end-30d", title: "the last 30 days stored" },
  { value: "all", title: "all that is stored" },
  { value: "page", title: "the range above" },
];
const warmups = [
  { value: "0", title: "none" },
  { value: "86400", title: "1 day" },
  { value: "604800", title: "7 days" },
  { value: "1209600", title: "14 days" },
];

/** told writes a setting's value as a rule does. */
const told = (s: Setting, v: number) => (s.time ? lengthOf(v) : String(Number(v.toPrecision(6))));

export function Backtest({ id, text, shown, onText, settings, onEditor }: {
  id: string;
  /** The text that is tried in place of the rule; undefined: as it is saved. */
  text?: string;
  shown: string;
  onText: (text: string) => void;
  settings?: Setting[];
  onEditor: () => void;
}) {
  const [s, set] = usePageSearch({ over: "end-14d", warmup: "604800", setting: "" });
  const range = useRange();
  const check = useCheck(id, shown);
  const known = check.data?.rules[0]?.settings ?? settings ?? [];
  const setting = known.find((k) => k.key === s.setting) ?? (s.setting === "none" ? undefined : known[0]);
  const values = useMemo(() => (setting ? sweep(setting.value, setting.whole) : []), [setting?.key, setting?.value, setting?.whole]); // eslint-disable-line
  const [result, setResult] = useState<Result>();
  const [error, setError] = useState<Problem>();
  const [at, setAt] = useState(0);
  const [work, setWork] = useState<string>();
  const [progress, setProgress] = useState<number>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  useStream(
    "progress",
    undefined,
    (p) => {
      if (p.id === work) setProgress(p.total ? p.done / p.total : undefined);
    },
    { when: !!work },
  );

  const run = async () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const name = "backtest-" + Math.random().toString(36).slice(2);
    setWork(name);
    setProgress(undefined);
    setError(undefined);
    const span = s.over === "all" ? {} : s.over === "page" ? { since: range.since, until: range.until } : { since: s.over, until: "end" };
    try {
      const answer = await api.post(
        "/rules/backtest",
        { id: id || undefined, text, ...span, warmup_seconds: Number(s.warmup) || 0, set: setting ? values.map((v) => ({ [setting.key]: v })) : undefined, work: name },
        { signal: stop.signal },
      );
      setResult({ tries: answer.tries, setting });
      setAt(Math.max(0, setting ? values.indexOf(setting.value) : 0));
    } catch (e) {
      if (!stop.signal.aborted) setError(e as Problem);
    } finally {
      if (running.current === stop) {
        running.current = undefined;
        setWork(undefined);
      }
    }
  };
  const bad = check.data && !check.data.ok;
  return (
    <div className={css.column}>
      <Panel title="Try it on what is stored" help="The rule runs over stored records in the order of their time, through the same detectors as live. For one setting several values are tried in one go.">
        <form
          className={css.trial}
          onSubmit={(e) => {
            e.preventDefault();
            void run();
          }}
        >
          <SelectField label="Over" value={s.over} onChange={(e) => set({ over: e.target.value })} options={ranges.map((r) => (r.value === "page" ? { ...r, title: `the range above (${range.label})` } : r))} />
          <SelectField label="Warm-up before" value={s.warmup} onChange={(e) => set({ warmup: e.target.value })} options={warmups} />
          <SelectField label="Setting to vary" value={setting?.key ?? "none"} onChange={(e) => set({ setting: e.target.value })} options={[...known.map((k) => ({ value: k.key, title: `${k.key} (${told(k, k.value)})` })), { value: "none", title: "nothing" }]} />
          {work ? (
            <Button icon="close" onClick={() => running.current?.abort()}>
              Stop
            </Button>
          ) : (
            <Button kind="primary" icon="play" type="submit" disabled={!!bad || !check.data}>
              Run back-test
            </Button>
          )}
        </form>
        {setting && !work && <p className={css.faint}>{`It is tried with ${setting.key} ${values.map((v) => told(setting, v)).join(", ")}.`}</p>}
        {text !== undefined && <p className={css.faint}>The text in the editor is tried, and compared with what is deployed.</p>}
        {bad && (
          <p className={css.bad}>
            The text has mistakes. <Button small onClick={onEditor}>Mend them</Button>
          </p>
        )}
        {work && (
          <div className={css.progress}>
            <progress aria-label="Back-test" max={1} value={progress} />
            <span className={css.faint}>{progress === undefined ? "waiting for its turn" : `${Math.round(progress * 100)} %`}</span>
          </div>
        )}
        {error && <Fault error={error} onRetry={() => void run()} />}
      </Panel>
      {result && <Results result={result} at={at} onAt={setAt} shown={shown} onText={onText} onEditor={onEditor} />}
    </div>
  );
}

function Results({ result, at, onAt, shown, onText, onEditor }: { result: Result; at: number; onAt: (i: number) => void; shown: string; onText: (t: string) => void; onEditor: () => void }) {
  const { tries, setting } = result;
  const zone = useZone();
  const t = tries[Math.min(at, tries.length - 1)];
  const own = setting ? tries.find((x) => x.set[setting.key] === setting.value) : undefined;
  if (!t) return null;
  const value = setting ? (t.set[setting.key] ?? setting.value) : 0;
  const name = setting ? `${setting.key} ${told(setting, value)}` : "as it is";
  const times = t.days.map((d) => Date.parse(d.date + "T00:00:00Z") / 1000);
  const asItIs = own && own !== t ? own : undefined;
  const chart = (title: string, unit: string, of: (d: Schemas["RuleDay"]) => number, color: 1 | 2) => (
    <TimeSeries
      title={title}
      times={times}
      height={150}
      legend="line"
      series={[
        { label: name, values: t.days.map(of), unit, color, kind: "bars" },
        ...(asItIs && setting ? [{ label: `${setting.key} ${told(setting, setting.value)}, as written`, values: t.days.map((d) => { const o = asItIs.days.find((x) => x.date === d.date); return o ? of(o) : 0; }), unit, color: 5 as const, kind: "line" as const, compare: true }] : []),
      ]}
    />
  );
  const changed = setting && value !== setting.value ? withSetting(shown, setting.key, told(setting, value)) : undefined;
  const columns: Column<Try>[] = [
    { key: "value", title: setting?.key ?? "Setting", align: "right", width: 110, value: (x) => (setting ? x.set[setting.key] : 0), render: (x) => (setting ? told(setting, x.set[setting.key] ?? 0) + (x === own ? " (as written)" : "") : "as it is") },
    { key: "findings", title: "Findings", align: "right", width: 90, unit: "count" },
    { key: "entities", title: "Entities", align: "right", width: 90, unit: "count" },
    { key: "pages_per_day", title: "Pages a day", align: "right", width: 100, render: (x) => x.pages_per_day.toFixed(x.pages_per_day < 10 ? 2 : 0) },
    { key: "exposure", title: "Internet noise", align: "right", width: 110, unit: "count" },
    { key: "same", title: "As deployed", help: "Entity and day that the deployed version finds, too", align: "right", width: 100, unit: "count" },
    { key: "added", title: "New", help: "That the deployed version does not find", align: "right", width: 80, unit: "count" },
    { key: "removed", title: "Missed", help: "That only the deployed version finds", align: "right", width: 80, unit: "count" },
  ];
  return (
    <>
      <Panel title="What it would have found" name="Result of the back-test" actions={<span className={css.faint}>{`${zone.time(t.from)} to ${zone.time(t.to)}`}</span>}>
        {setting && tries.length > 1 && (
          <div className={css.slider}>
            <label htmlFor="backtest-value">
              {setting.key} <output htmlFor="backtest-value">{told(setting, value)}</output>
            </label>
            <span className={css.track}>
              <input id="backtest-value" type="range" min={0} max={tries.length - 1} step={1} value={Math.min(at, tries.length - 1)} onChange={(e) => onAt(Number(e.target.value))} aria-valuetext={`${setting.key} ${told(setting, value)}: ${plural(t.findings, "finding")}, ${t.pages_per_day.toFixed(2)} pages a day`} />
              <span className={css.ticks} aria-hidden>
                {tries.map((x, i) => (
                  <span key={i} data-on={x === t || undefined}>
                    {told(setting, x.set[setting.key] ?? 0)}
                  </span>
                ))}
              </span>
            </span>
            {changed !== undefined && (
              <Button
                icon="edit"
                onClick={() => {
                  onText(changed);
                  onEditor();
                }}
              >
                {`Write ${told(setting, value)} into the rule`}
              </Button>
            )}
          </div>
        )}
        <dl className={css.figures} aria-live="polite">
          {(
            [
              ["Findings", count(t.findings), `about ${plural(t.entities, "entity", "entities")}`],
              ["Pages a day", t.pages_per_day.toFixed(t.pages_per_day < 10 ? 2 : 0), `${count(t.pages)} in all; ${count(t.exposure)} for the exposure view`],
              ["Against deployed", `${count(t.same)} same`, `${count(t.added)} new, ${count(t.removed)} missed, by entity and day`],
              ["Overlap", count(t.overlap), `share entity and hour with the ${count(t.others)} of other rules`],
              ["Cost", `${count(t.rows)} records`, `in ${duration(t.seconds)}, ${bytes(t.state_bytes)} of state`],
            ] as const
          ).map(([k, v, more]) => (
            <div key={k}>
              <dt>{k}</dt>
              <dd>
                <strong>{v}</strong>
                <span>{more}</span>
              </dd>
            </div>
          ))}
        </dl>
        {t.evicted > 0 && <p className={css.bad}>{plural(t.evicted, "key")} had no room in the state: something may be missing.</p>}
        <div className={css.charts}>
          <div>
            <h3>Hits per day</h3>
            {chart("Hits per day", "findings", (d) => d.findings, 1)}
          </div>
          <div>
            <h3>Pages per day</h3>
            {chart("Pages per day", "pages", (d) => d.pages, 2)}
          </div>
        </div>
      </Panel>
      {tries.length > 1 && (
        <Panel title="Every value that was tried" flush>
          <DataTable id="rule-tries" label="Values that were tried" columns={columns} rows={tries} rowKey={(_, i) => String(i)} opened={String(at)} onOpen={(x) => onAt(tries.indexOf(x))} order={{ key: "value", desc: false }} picker={false} />
        </Panel>
      )}
      <div className={css.pair}>
        <Panel title="Who hits most" flush>
          <DataTable
            id="rule-top"
            label="Entities that hit most"
            picker={false}
            columns={[
              { key: "id", title: "Entity", width: 170, render: (e) => (e.kind === "address" ? <Value field="addr" value={e.id} network={e.network || undefined} /> : (e.network ? e.network + "/" : "") + e.id) },
              { key: "findings", title: "Findings", align: "right", width: 84, unit: "count" },
              { key: "why", title: "Why", min: 220, render: (e) => <span className={css.clip} title={e.why}>{e.why}</span> },
            ]}
            rows={t.top}
            rowKey={(e) => e.kind + e.network + e.id}
            expand={(e) => <p className={css.prose}>{e.why}</p>}
            order={{ key: "findings", desc: true }}
            empty={<Empty what="findings" reasons={["The rule would have found nothing in this range."]} />}
          />
        </Panel>
        <Panel title="Also found by" flush>
          <DataTable
            id="rule-with"
            label="Rules that found some of the same"
            picker={false}
            columns={[
              { key: "rule", title: "Rule", min: 120 },
              { key: "both", title: "Findings", align: "right", width: 90, unit: "count" },
            ]}
            rows={t.with}
            rowKey={(o) => o.rule}
            order={{ key: "both", desc: true }}
            empty={<Empty what="other rules" reasons={["No other rule has found the same entities in the same hours."]} />}
          />
        </Panel>
      </div>
    </>
  );
}
