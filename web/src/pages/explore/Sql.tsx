// SQL over the views vpc_flow_logs and flows, and the shipped hunts.
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { api, Problem, Table, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { duration, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { csv } from "../../charts/series";
import { Button } from "../../table/Button";
import { columnsOf } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Fault } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import type { ExploreState, SetExplore } from "./state";
import css from "./explore.module.css";

const Editor = lazy(() => import("../../query/SqlEditor"));

const example = `SELECT dstport, count() AS records, sum(bytes) AS bytes
FROM flows
WHERE action = 'REJECT' AND start >= {since:DateTime} AND start < {until:DateTime}
GROUP BY dstport
ORDER BY records DESC
LIMIT 25`;

type Answer = { table?: Table; error?: Problem; what: string };

export function Sql({ s, set }: { s: ExploreState; set: SetExplore }) {
  const range = useRange();
  const hunts = useGet("/hunts");
  const hunt = hunts.data?.find((h) => h.name === s.hunt);
  const [text, setText] = useState(s.sql || example);
  const [answer, setAnswer] = useState<Answer>();
  const [since, setSince] = useState(0); // when it began; 0: it does not run
  const abort = useRef<AbortController>(undefined);
  const values = useMemo(() => Object.fromEntries(new URLSearchParams(s.with)), [s.with]);

  useEffect(() => {
    if (s.sql) setText(s.sql);
  }, [s.sql]);
  useEffect(() => () => abort.current?.abort(), []);

  const run = async (what: string, ask: (signal: AbortSignal) => Promise<Schemas["Table"]>) => {
    abort.current?.abort();
    const c = new AbortController();
    abort.current = c;
    setSince(Date.now());
    try {
      const t = new Table(await ask(c.signal));
      if (abort.current === c) setAnswer({ table: t, what });
    } catch (e) {
      if (c.signal.aborted) return;
      setAnswer({ error: e instanceof Problem ? e : undefined, what });
    } finally {
      if (abort.current === c) setSince(0);
    }
  };
  const runSQL = () => {
    set({ sql: text === example ? "" : text, hunt: "" });
    const params: Record<string, string> = {};
    const stamp = (t: number | undefined) => new Date((t ?? 0) * 1000).toISOString().slice(0, 19).replace("T", " ");
    if (/\{since:/.test(text) && range.from !== undefined) params.since = stamp(range.from);
    if (/\{until:/.test(text) && range.to !== undefined) params.until = stamp(range.to);
    void run("SQL", (signal) => api.post("/sql", { sql: text, params } as never, { signal }) as Promise<Schemas["Table"]>);
  };
  const runHunt = (name: string, given: Record<string, string>) => void run(name, (signal) => api.post("/hunts/{name}", { values: given } as never, { at: { name }, signal }) as Promise<Schemas["Table"]>);
  const cancel = () => {
    abort.current?.abort();
    setSince(0);
  };
  return (
    <div className={css.sql}>
      <aside className={css.hunts} aria-label="Hunts">
        <h2>Hunts</h2>
        <ul>
          {(hunts.data ?? []).map((h) => (
            <li key={h.name}>
              <button type="button" aria-pressed={h.name === s.hunt} title={h.doc} onClick={() => set({ hunt: h.name === s.hunt ? "" : h.name, with: "" })}>
                {h.title}
              </button>
            </li>
          ))}
        </ul>
      </aside>
      <div className={css.sqlMain}>
        {hunt ? (
          <form
            className={css.hunt}
            key={hunt.name}
            onSubmit={(e) => {
              e.preventDefault();
              const f = new FormData(e.currentTarget);
              const given = Object.fromEntries(hunt.params.map((p) => [p.name, String(f.get(p.name) ?? "")]));
              const changed = hunt.params.filter((p) => given[p.name] !== p.default).map((p) => [p.name, given[p.name] ?? ""]);
              set({ with: new URLSearchParams(changed).toString() });
              runHunt(hunt.name, given);
            }}
          >
            <h2>{hunt.title}</h2>
            <p>{hunt.doc}</p>
            <div className={css.huntFields}>
              {hunt.params.map((p) => (
                <label key={p.name}>
                  <span>
                    {p.name} <small>{p.doc}</small>
                  </span>
                  <input name={p.name} defaultValue={values[p.name] ?? p.default} required aria-label={`${p.name}: ${p.doc}`} />
                </label>
              ))}
            </div>
            <div className={css.sqlDo}>
              <Button type="submit" kind="primary" small icon="play" busy={since > 0}>
                Run the hunt
              </Button>
              {since > 0 && (
                <Button small icon="close" onClick={cancel}>
                  Cancel
                </Button>
              )}
              <Button
                small
                kind="quiet"
                icon="edit"
                onClick={() => {
                  setText(hunt.sql);
                  set({ hunt: "", sql: hunt.sql });
                }}
              >
                Edit as SQL
              </Button>
              {since > 0 && <Elapsed since={since} />}
            </div>
            <details>
              <summary>SQL</summary>
              <pre tabIndex={0}>{hunt.sql}</pre>
            </details>
          </form>
        ) : (
          <div className={css.hunt}>
            <Suspense fallback={<textarea className={css.sqlPlain} value={text} aria-label="SQL" onChange={(e) => setText(e.target.value)} rows={8} spellCheck={false} />}>
              <Editor label="SQL" value={text} onChange={setText} onRun={runSQL} minHeight={130} maxHeight={340} />
            </Suspense>
            <div className={css.sqlDo}>
              <Button kind="primary" small icon="play" busy={since > 0} onClick={runSQL} title="Run (Ctrl Enter)">
                Run
              </Button>
              {since > 0 && (
                <Button small icon="close" onClick={cancel}>
                  Cancel
                </Button>
              )}
              {since > 0 && <Elapsed since={since} />}
              <span className={css.note}>
                One SELECT over <code>flows</code> and <code>vpc_flow_logs</code>, read only, 10,000 rows at most. <code>{"{since:DateTime}"}</code> and <code>{"{until:DateTime}"}</code> are the range above.
              </span>
            </div>
          </div>
        )}
        {answer && <Result answer={answer} />}
      </div>
    </div>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const t = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(t);
  }, []);
  return (
    <span className={css.note} role="progressbar" aria-label="It runs">
      {duration(Math.max(0, (now - since) / 1000))}
    </span>
  );
}

function Result({ answer }: { answer: Answer }) {
  const zone = useZone();
  const { table, error } = answer;
  const columns = useMemo(() => columnsOf(table, zone).map((c) => ({ ...c, ...handle(c.key) })), [table, zone]);
  const rows = useMemo(() => table?.rows() ?? [], [table]);
  const save = (kind: "csv" | "ndjson") => {
    if (!table) return;
    const names = table.columns.map((c) => c.name);
    const cell = (v: unknown) => (v === null || typeof v === "number" || typeof v === "string" ? v : JSON.stringify(v));
    const text = kind === "csv" ? csv([names, ...rows.map((r) => names.map((n) => cell(r[n])))]) : rows.map((r) => JSON.stringify(r) + "\n").join("");
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/x-ndjson" }));
    a.download = `${answer.what}.${kind}`;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 10_000);
  };
  return (
    <Panel
      title={table ? plural(table.length, "row") : "Result"}
      name="Result"
      meta={table?.meta}
      error={error}
      flush
      menu={
        table
          ? [
              { id: "csv", title: "Export CSV", icon: "download", run: () => save("csv") },
              { id: "ndjson", title: "Export NDJSON", icon: "download", run: () => save("ndjson") },
            ]
          : undefined
      }
    >
      {table && <DataTable id="explore.sql" label="Result" columns={columns} rows={rows} rowKey={(_, i) => String(i)} height={rows.length > 14 ? 440 : undefined} empty="No rows." />}
      {!table && !error && <Fault error={new Error("it failed")} />}
    </Panel>
  );
}

// Columns of SQL have any name: those of fields are handles.
const known = /^(srcaddr|dstaddr|client|server|srcport|dstport|service_port|protocol|interface_id|vpc_id|subnet_id|instance_id|action|src_app|dst_app|client_app|server_app)$/;
const handle = (name: string) => (known.test(name) ? { field: name } : {});
