import { Link } from "@tanstack/react-router";
import { useMemo, useSyncExternalStore } from "react";
import { useGet } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { usePageSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { useValueActions } from "../../table/Value";
import { Spark } from "../../charts/Spark";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { SelectField, SwitchField, TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { Severity } from "../../table/Severity";
import { family, fileName, judged, State, stateNames, type Row } from "./bits";
import css from "./rules.module.css";

const levels = ["info", "informational", "low", "medium", "high", "critical"];

/** matches reports whether every word is somewhere in a rule. */
function matches(r: Row, words: string[]): boolean {
  const text = [r.id, r.title, r.family, r.severity, r.file, r.mechanism, ...r.attack, ...r.blind].join(" ").toLowerCase();
  return words.every((w) => text.includes(w));
}

export function List() {
  const q = useGet("/rules", undefined, { every: 30_000 });
  const [s, set] = usePageSearch({ find: "", state: "", blind: "", group: "" });
  const { go } = useValueActions();
  const zone = useZone();
  const [width, height] = useWindow();
  const rows = useMemo(() => {
    const words = s.find.toLowerCase().split(/\s+/).filter(Boolean);
    return (q.data?.items ?? []).filter((r) => (!s.state || r.state === s.state) && (!s.blind || r.blind.length > 0) && matches(r, words));
  }, [q.data, s.find, s.state, s.blind]);
  const all = q.data?.items ?? [];
  const columns: Column<Row>[] = [
    { key: "state", title: "State", width: 84, min: 84, value: (r) => stateNames[r.state], render: (r) => <State row={r} /> },
    {
      key: "title",
      title: "Rule",
      min: 410,
      width: 460,
      value: (r) => r.title,
      render: (r) => (
        <span className={css.name} title={r.title}>
          <Link to={"/rules/$id" as never} params={{ id: r.id } as never} tabIndex={-1}>
            {r.title}
          </Link>
          <span>
            <code>{r.id}</code> · {[family(r.family), fileName(r.file).replace("shipped/", "")].filter(Boolean).join(" · ")}
          </span>
        </span>
      ),
    },
    { key: "severity", title: "Severity", width: 98, min: 96, sort: (a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity), render: (r) => <Severity level={r.severity} /> },
    { key: "family", title: "Family", width: 116, min: 96, hidden: true, value: (r) => family(r.family) },
    { key: "hits", title: "Hits", help: "Findings that are kept, noise of the internet among them", align: "right", width: 66, min: 62, value: (r) => r.hits, unit: "count" },
    { key: "days", title: "30 days", width: 96, min: 92, sort: (a, b) => sum(a.daily) - sum(b.daily), render: (r) => <Spark label={`Hits of ${r.title} by day`} values={r.daily} kind="bars" width={84} height={20} unit="findings" /> },
    { key: "open", title: "Open", help: "Alerts that nobody has resolved", align: "right", width: 66, min: 60, value: (r) => r.open, unit: "count" },
    {
      key: "noise",
      title: "Noise",
      help: "Of the alerts that people judged, how many were harmless or false; before anybody has, what the rule says is to be expected",
      width: 230,
      min: 200,
      sort: (a, b) => share(a) - share(b),
      render: (r) => (
        <span className={css.two} title={r.noise}>
          {r.judged ? <>{judged(r)} no attack</> : <span className={css.faint}>{r.noise || "–"}</span>}
        </span>
      ),
    },
    {
      key: "blind",
      title: "Blind",
      help: "What it cannot see in what is stored, or why it is not run",
      width: 200,
      min: 100,
      sort: (a, b) => a.blind.length + (a.off ? 0.5 : 0) - b.blind.length - (b.off ? 0.5 : 0),
      render: (r) =>
        r.off && !r.blind.length ? (
          <span className={css.two} title={r.off}>
            off: {r.off}
          </span>
        ) : r.blind.length ? (
          <span className={css.two} title={r.blind.join("\n")}>
            <Badge tone="medium" icon="gap">{r.blind.length}</Badge> {r.blind[0]}
          </span>
        ) : (
          "–"
        ),
    },
    {
      key: "attack",
      title: "ATT&CK",
      hidden: width < 1440,
      width: 104,
      min: 84,
      value: (r) => r.attack.join(", "),
      render: (r) => <span title={r.attack.join(", ")}>{r.attack[0] ?? "–"}{r.attack.length > 1 && <span className={css.faint}> +{r.attack.length - 1}</span>}</span>,
    },
    { key: "last", title: "Last hit", width: 130, hidden: true, value: (r) => r.last ?? "", render: (r) => (r.last ? zone.time(r.last) : "–") },
    { key: "file", title: "File", width: 130, min: 84, hidden: true, value: (r) => r.file, render: (r) => <span className={css.clip} title={r.file}>{fileName(r.file).replace("shipped/", "")}</span> },
  ];
  const open = (r: Row) => go("/rules/" + encodeURIComponent(r.id));
  const groups = s.group ? [...new Set(rows.map((r) => r.family))].sort() : [""];
  const on = all.filter((r) => r.state === "on").length;
  const blind = all.filter((r) => r.blind.length > 0).length;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>Rules</h1>
          <p className={css.sub}>
            {q.data ? `${plural(all.length, "rule")}, ${on} on, ${all.filter((r) => r.state === "dry_run").length} in dry run, ${blind} blind for something` : " "}
          </p>
        </div>
        <Button kind="primary" icon="plus" onClick={() => go("/rules/new")}>
          New rule
        </Button>
      </header>
      {(q.data?.problems.length ?? 0) > 0 && (
        <div className={css.warn} role="status">
          <strong>Files that are wrong; the last good version of each is run:</strong>
          <ul>
            {q.data?.problems.map((p, i) => (
              <li key={i}>
                <code>
                  {p.file}
                  {p.line ? `:${p.line}` : ""}
                </code>{" "}
                {p.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={css.tools}>
        <TextField bare label="Find rules" type="search" placeholder="Title, id, family, T1046, file …" value={s.find} onChange={(e) => set({ find: e.target.value }, { replace: true })} className={css.find} />
        <SelectField bare small label="State" value={s.state} onChange={(e) => set({ state: e.target.value })} options={[{ value: "", title: "Any state" }, { value: "on", title: "On" }, { value: "dry_run", title: "Dry run" }, { value: "off", title: "Off" }]} />
        <SwitchField label="Blind only" checked={!!s.blind} onChange={(v) => set({ blind: v ? "1" : "" })} />
        <SwitchField label="Group by family" checked={!!s.group} onChange={(v) => set({ group: v ? "family" : "" })} />
      </div>
      {groups.map((g) => {
        const own = s.group ? rows.filter((r) => r.family === g) : rows;
        return (
          <Panel key={g || "all"} title={s.group ? family(g) : "All rules"} name={s.group ? `Rules of ${family(g)}` : "All rules"} actions={s.group ? <span className={css.faint}>{plural(own.length, "rule")}, {count(own.reduce((n, r) => n + r.hits, 0))} hits</span> : undefined} loading={q.loading} ready={!!q.data} error={q.error} onRetry={q.refetch} flush waitHeight={400}>
            <DataTable id="rules" label={s.group ? `Rules of ${family(g)}` : "Rules"} columns={columns} rows={own} rowKey={(r) => r.id} onOpen={open} order={{ key: "hits", desc: true }} picker={!s.group} rowHeight={44} height={own.length > 50 ? Math.max(480, height - 290) : undefined} empty={<Empty what="rules like that" reasons={["Loosen the words or the state above."]} />} />
          </Panel>
        );
      })}
      {q.data && <p className={css.note}>Your own rules are files in <code>{q.data.folder}</code>; what is put there by hand is read, too.</p>}
      {q.data && groups.length === 0 ? <Empty what="rules like that" reasons={["Loosen the words or the state above."]} /> : null}
    </div>
  );
}

function useWindow(): [width: number, height: number] {
  const size = useSyncExternalStore(
    (changed) => {
      window.addEventListener("resize", changed);
      return () => window.removeEventListener("resize", changed);
    },
    () => `${window.innerWidth} ${window.innerHeight}`,
  );
  return size.split(" ").map(Number) as [number, number];
}

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const share = (r: Row) => (r.judged ? r.harmless / r.judged : -1);
