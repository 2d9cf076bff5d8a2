// One list of what people changed: alerts, silences, tokens, logins, rules, settings.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api, type Problem, type Schemas } from "../../api/client";
import { plural } from "../../app/format";
import { usePageSearch, useSearch } from "../../app/search";
import { Along } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import type { Column } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { SelectField, SwitchField, TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import css from "./Audit.module.css";

type Entry = Schemas["AuditEntry"];

const actions = [
  "alert.acknowledge", "alert.resolve", "alert.judge", "alert.reopen", "alert.note", "alert.fire", "alert.silence", "alert.unsilence",
  "login", "logout", "login.failed", "password.set", "token.create", "token.revoke",
];

/** said is the detail of an entry as words; all of it is text from people. */
function said(d: unknown): string {
  if (d === null || d === undefined) return "";
  if (typeof d !== "object") return String(d);
  const o = d as Record<string, unknown>;
  if ("before" in o || "after" in o) {
    const [before, after] = [said(o.before), said(o.after)];
    return before && after ? `${before} → ${after}` : after || before;
  }
  return Object.entries(o)
    .filter(([, v]) => v !== null && v !== undefined && v !== "")
    .map(([k, v]) => (k === "text" ? `“${String(v)}”` : `${k.replaceAll("_", " ")} ${typeof v === "object" ? JSON.stringify(v) : String(v)}`))
    .join(", ");
}

export default function Audit() {
  const [s, set] = usePageSearch({ who: "", action: "", object: "", machine: "no", when: "any" });
  const [range] = useSearch();
  const zone = useZone();
  const [words, setWords] = useState({ who: s.who, object: s.object });
  useEffect(() => setWords({ who: s.who, object: s.object }), [s.who, s.object]);
  useEffect(() => {
    if (words.who === s.who && words.object === s.object) return;
    const t = setTimeout(() => set(words, { replace: true }), 300);
    return () => clearTimeout(t);
  }, [words, s.who, s.object, set]);
  const params = {
    who: s.who.trim() || undefined,
    action: s.action || undefined,
    object: s.object.trim() || undefined,
    machine: s.machine === "yes",
    since: s.when === "range" ? (range.since ?? "end-24h") : undefined,
    until: s.when === "range" ? (range.until ?? "end") : undefined,
    limit: 200,
  };
  const asked = useInfiniteQuery({
    queryKey: ["/audit", params],
    queryFn: ({ signal, pageParam }) => api.get("/audit", { ...params, cursor: pageParam || undefined }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    refetchInterval: 20_000,
    placeholderData: (old) => old,
  });
  const rows = useMemo(() => asked.data?.pages.flatMap((p) => p.entries) ?? [], [asked.data]);
  const columns: Column<Entry>[] = [
    { key: "at", title: "when", width: 168, min: 160, render: (r) => <time dateTime={r.at} title={r.at}>{zone.time(r.at, true)}</time> },
    { key: "who", title: "who", width: 120, min: 90, render: (r) => r.who || <em>a stranger</em> },
    { key: "via", title: "by way of", width: 92, min: 80, value: (r) => (r.via ?? "") + (r.token ? ` ${r.token}` : "") },
    { key: "action", title: "did", width: 150, min: 120 },
    { key: "object", title: "to", width: 170, min: 130, render: (r) => <Thing object={r.object} /> },
    { key: "detail", title: "What", width: 420, min: 200, sort: false, render: (r) => <span title={said(r.detail)}>{said(r.detail) || "–"}</span> },
    { key: "address", title: "from", width: 130, hidden: true },
    { key: "seq", title: "no.", width: 70, align: "right", hidden: true },
  ];
  const narrowed = s.who || s.action || s.object || s.when !== "any";
  return (
    <div className={css.page}>
      <h1>Audit</h1>
      <p className={css.hint}>Entries are only ever added. One about an alert holds a hash over the one before, so that a change shows; the database refuses to change the others.</p>
      <div className={css.filters} role="search" aria-label="Audit">
        <TextField bare label="Who" placeholder="Who" value={words.who} onChange={(e) => setWords({ ...words, who: e.target.value })} />
        <SelectField bare small label="Action" value={s.action} onChange={(e) => set({ action: e.target.value })} options={[{ value: "", title: "Any action" }, ...[...new Set([...actions, ...(s.action ? [s.action] : []), ...rows.map((r) => r.action)])].map((a) => ({ value: a, title: a }))]} />
        <TextField bare label="Object" placeholder="Object: alert/…, silence/3" value={words.object} onChange={(e) => setWords({ ...words, object: e.target.value })} />
        <SelectField bare small label="When" value={s.when} onChange={(e) => set({ when: e.target.value })} options={[{ value: "any", title: "At any time" }, { value: "range", title: "In the range above" }]} />
        <SwitchField label="What weir did by itself, too" checked={s.machine === "yes"} onChange={(on) => set({ machine: on ? "yes" : "no" })} />
      </div>
      <Panel title="Who changed what" path="/audit" loading={asked.isFetching} ready={!!asked.data} error={asked.error as Problem | null} onRetry={() => void asked.refetch()} flush>
        <DataTable
          id="audit"
          label="Audit"
          columns={columns}
          rows={rows}
          rowKey={(r) => r.log + r.seq}
          height={620}
          picker
          tools={<span className={css.hint}>{plural(rows.length, "entry", "entries")}{asked.hasNextPage ? " so far" : ""}</span>}
          onEnd={() => asked.hasNextPage && !asked.isFetchingNextPage && void asked.fetchNextPage()}
          expand={(r) => <pre className={css.detail}>{JSON.stringify(r, null, 2)}</pre>}
          empty={<Empty what={narrowed ? "entries that fit these filters" : "changes yet"} icon="history" reasons={narrowed ? [] : ["nobody has acknowledged, judged or silenced an alert, made a token or logged in"]} actions={narrowed ? <Button small onClick={() => set({ who: "", action: "", object: "", when: "any" })}>Show all</Button> : undefined} />}
        />
      </Panel>
    </div>
  );
}

/** Thing is what was changed, with a link where it has a page. */
function Thing({ object }: { object: string }) {
  const [kind, id] = [object.slice(0, object.indexOf("/")), object.slice(object.indexOf("/") + 1)];
  if (kind === "alert") return <Along to="/alerts" search={{ alert: id }}>{"alert " + id.slice(0, 10)}</Along>;
  if (kind === "silence") return <Along to="/alerts" search={{ tab: "silences", ended: "yes" }}>{"silence " + id}</Along>;
  return <>{object}</>;
}
