// The queue: what needs a person, the most pressing first, walked by keys.
import { useInfiniteQuery } from "@tanstack/react-query";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { slowly } from "../../api/alertnews";
import { api, type Problem } from "../../api/client";
import { useGet } from "../../api/hooks";
import { plural } from "../../app/format";
import { useSearch, usePageSearch } from "../../app/search";
import { useShortcuts } from "../../app/shortcuts";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { SelectField, SwitchField, TextField } from "../../table/Field";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { Age, AlertSpark, EntityValue, State } from "./Bits";
import { BulkBar } from "./BulkBar";
import { familyText, grouped, useTouched, type Alert, type Group } from "./data";
import type { Doing } from "./index";
import css from "./Alerts.module.css";

const statuses: Record<string, string> = { open: "pending,firing", acknowledged: "acknowledged", resolved: "resolved", all: "" };

/** useAlerts asks for alerts page by page. */
export function useAlerts(params: Record<string, string | number | boolean | undefined>) {
  return useInfiniteQuery({
    queryKey: ["/alerts", params],
    queryFn: ({ signal, pageParam }) => api.get("/alerts", { ...params, limit: 500, cursor: pageParam || undefined }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    refetchInterval: slowly,
    placeholderData: (old) => old,
  });
}

export function Queue({ opened, onOpen }: { opened: string; onOpen: (id: string, doing?: Doing) => void }) {
  const [s, set] = usePageSearch({ status: "open", severity: "", family: "", rule: "", entity: "", text: "", silenced: "no", group: "yes", sort: "urgent", when: "any" });
  const [range] = useSearch();
  const counts = useGet("/alerts/counts").data;
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [wide, setWide] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState(s.text);
  const [busy, setBusy] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const touched = useTouched();

  useEffect(() => setWords(s.text), [s.text]);
  useEffect(() => {
    if (words === s.text) return;
    const t = setTimeout(() => set({ text: words }, { replace: true }), 250);
    return () => clearTimeout(t);
  }, [words, s.text, set]);

  const asked = useAlerts({
    status: statuses[s.status] || undefined,
    severity: s.severity || undefined,
    family: s.family || undefined,
    rule: s.rule || undefined,
    entity: s.entity || undefined,
    text: s.text || undefined,
    exposure: false,
    silenced: s.silenced === "yes" ? undefined : s.silenced === "only",
    since: s.when === "range" ? (range.since ?? "end-24h") : undefined,
    until: s.when === "range" ? (range.until ?? "end") : undefined,
  });
  const alerts = useMemo(() => asked.data?.pages.flatMap((p) => p.alerts) ?? [], [asked.data]);
  const groups = useMemo(() => grouped(alerts, s.group === "yes", s.sort === "newest"), [alerts, s.group, s.sort]);
  const shown = useMemo(() => groups.flatMap((g) => (wide.has(g.key) ? g.alerts : g.alerts.slice(0, 1))), [groups, wide]);
  const hasMore = asked.hasNextPage;

  // Where the keys are: the row that has the focus, else the one that is open.
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-alert]") ?? [])];
  const current = () => {
    const at = document.activeElement?.closest<HTMLElement>("[data-row]")?.querySelector<HTMLElement>("[data-alert]");
    return at?.dataset.alert ?? opened;
  };
  const move = (by: 1 | -1) => {
    const all = rows();
    const at = all.findIndex((r) => r.dataset.alert === current());
    const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
    if (!next) return;
    if (opened) onOpen(next.dataset.alert ?? "");
    else next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const acknowledge = async (id: string) => {
    if (!id || busy) return;
    setBusy(id);
    try {
      await api.post("/alerts/{id}/acknowledge", undefined, { at: { id } });
      const all = rows();
      const at = all.findIndex((r) => r.dataset.alert === id);
      const next = all[at + 1] ?? all[at - 1];
      if (!opened) next?.focus();
      await touched();
    } finally {
      setBusy("");
    }
  };
  const pick = (ids: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    choose(next);
  };
  const idsOf = (id: string) => groups.find((g) => g.alerts.some((a) => a.id === id))?.alerts.map((a) => a.id) ?? [];
  const everything = alerts.map((a) => a.id);
  const all = everything.length > 0 && everything.every((id) => chosen.has(id));
  useShortcuts([
    { keys: "j", title: "Next alert", run: () => move(1) },
    { keys: "k", title: "Alert before", run: () => move(-1) },
    { keys: "ArrowDown", title: "Next alert", run: () => (opened ? undefined : move(1)) },
    { keys: "ArrowUp", title: "Alert before", run: () => (opened ? undefined : move(-1)) },
    ...(opened
      ? []
      : [
          { keys: "e", title: "Acknowledge", run: () => void acknowledge(current()) },
          { keys: "s", title: "Silence, with a preview", run: () => current() && onOpen(current(), "silence") },
          { keys: "r", title: "Resolve", run: () => current() && onOpen(current(), "resolve") },
          { keys: "x", title: "Select", run: () => current() && pick(idsOf(current()), !chosen.has(current())) },
          { keys: "a", title: "Select all", run: () => choose(new Set(all ? [] : everything)) },
        ]),
    { keys: "/", title: "Search in alerts", run: () => document.getElementById("alerts-text")?.querySelector("input")?.focus() },
  ]);

  // Rows that nothing changed in are not drawn again: what they call is always the same.
  const latest = useRef({ pick, onOpen, acknowledge });
  latest.current = { pick, onOpen, acknowledge };
  const acts = useMemo<Acts>(
    () => ({
      pick: (ids, on) => latest.current.pick(ids, on),
      open: (id, doing) => latest.current.onOpen(id, doing),
      acknowledge: (id) => void latest.current.acknowledge(id),
      widen: (key) => setWide((old) => toggled(old, key)),
    }),
    [],
  );

  const families = [...new Set([...Object.keys(counts?.by_family ?? {}), ...(s.family ? [s.family] : [])])].sort();
  const narrowed = s.severity || s.family || s.rule || s.entity || s.text || s.when !== "any" || s.silenced !== "no" || s.status !== "open";
  return (
    <div className={css.queue}>
      <div className={css.filters} role="search" aria-label="Alerts">
        <SelectField bare small label="Status" value={s.status} onChange={(e) => set({ status: e.target.value })} options={[{ value: "open", title: "Open" }, { value: "acknowledged", title: "Acknowledged" }, { value: "resolved", title: "Resolved" }, { value: "all", title: "Any status" }]} />
        <SelectField bare small label="Severity" value={s.severity} onChange={(e) => set({ severity: e.target.value })} options={[{ value: "", title: "Any severity" }, { value: "critical", title: "Critical" }, { value: "high", title: "High and above" }, { value: "medium", title: "Medium and above" }, { value: "low", title: "Low and above" }]} />
        <SelectField bare small label="Family" value={s.family} onChange={(e) => set({ family: e.target.value })} options={[{ value: "", title: "Any family" }, ...families.map((f) => ({ value: f, title: familyText(f) }))]} />
        <SelectField bare small label="Silenced" value={s.silenced} onChange={(e) => set({ silenced: e.target.value })} options={[{ value: "no", title: "Not silenced" }, { value: "yes", title: "Silenced, too" }, { value: "only", title: "Only silenced" }]} />
        <SelectField bare small label="Seen" value={s.when} onChange={(e) => set({ when: e.target.value })} options={[{ value: "any", title: "Seen at any time" }, { value: "range", title: "Seen in the range above" }]} />
        <SelectField bare small label="Order" value={s.sort} onChange={(e) => set({ sort: e.target.value })} options={[{ value: "urgent", title: "Most pressing first" }, { value: "newest", title: "Newest first" }]} />
        <div id="alerts-text" className={css.search}>
          <TextField bare label="Text in alerts" type="search" placeholder="Text, address, rule …  /" value={words} onChange={(e) => setWords(e.target.value)} />
        </div>
        <SwitchField label="Group by rule and entity" checked={s.group === "yes"} onChange={(on) => set({ group: on ? "yes" : "no" })} />
      </div>
      {(s.rule || s.entity) && (
        <p className={css.chips}>
          {s.rule && <Button small icon="close" onClick={() => set({ rule: "" })}>{`rule ${s.rule}`}</Button>}
          {s.entity && <Button small icon="close" onClick={() => set({ entity: "" })}>{`about ${s.entity}`}</Button>}
        </p>
      )}
      <BulkBar chosen={chosen} onClear={() => choose(new Set())} />
      {asked.error && <Fault error={asked.error as unknown as Problem} onRetry={() => void asked.refetch()} />}
      <div className={css.card} aria-busy={asked.isLoading || undefined}>
        {asked.isLoading ? (
          <div className={css.pad}>
            <Skeleton lines={6} />
          </div>
        ) : groups.length === 0 && !asked.error ? (
          <Nothing narrowed={!!narrowed} onAll={() => set({ status: "all", severity: "", family: "", rule: "", entity: "", text: "", when: "any", silenced: "yes" })} />
        ) : (
          <>
            <div className={css.listHead}>
              <label>
                <input type="checkbox" checked={all} ref={(el) => void (el && (el.indeterminate = !all && chosen.size > 0))} onChange={() => choose(new Set(all ? [] : everything))} /> Select all
              </label>
              <span>
                {plural(alerts.length, "alert")}
                {hasMore ? " so far" : ""}
                {groups.length !== alerts.length ? ` in ${plural(groups.length, "group")}` : ""}
              </span>
              <span className={css.keysHint}>
                <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> open, <kbd>e</kbd> acknowledge, <kbd>s</kbd> silence, <kbd>r</kbd> resolve
              </span>
            </div>
            <ol ref={list} className={css.list} aria-label="Alert queue">
              {groups.map((g) => (
                <Rows key={g.key} group={g} wide={wide.has(g.key)} opened={within(g, opened)} chosen={chosen} busy={within(g, busy)} acts={acts} />
              ))}
            </ol>
            {hasMore && (
              <div className={css.pad}>
                <Button busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                  More
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <p className="hidden-text" role="status">
        {plural(shown.length, "row")} shown
      </p>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** within is an alert's id where it is one of the group, else nothing. */
const within = (g: Group, id: string) => (id && g.alerts.some((a) => a.id === id) ? id : "");

type Acts = { pick: (ids: string[], on: boolean) => void; open: (id: string, doing?: Doing) => void; acknowledge: (id: string) => void; widen: (key: string) => void };

const Rows = memo(function Rows(p: { group: Group; wide: boolean; opened: string; chosen: ReadonlySet<string>; busy: string; acts: Acts }) {
  const { group, acts } = p;
  const first = group.alerts[0] as Alert;
  const ids = group.alerts.map((a) => a.id);
  const row = (a: Alert, inner: boolean) => (
    <li key={a.id} data-row="" className={[css.row, inner && css.inner, p.opened === a.id && css.opened].filter(Boolean).join(" ")}>
      <input
        type="checkbox"
        aria-label={`Select: ${a.title}, ${a.entity.id}`}
        checked={inner ? p.chosen.has(a.id) : ids.every((id) => p.chosen.has(id))}
        onChange={(e) => acts.pick(inner || p.wide ? [a.id] : ids, e.target.checked)}
      />
      <span className={css.level}>
        <Severity level={a.severity} />
      </span>
      <div className={css.main}>
        <button type="button" className={css.open} data-alert={a.id} aria-current={p.opened === a.id || undefined} onClick={() => acts.open(a.id)}>
          <strong>{a.title}</strong>
        </button>
        <span className={css.marks}>
          <State alert={a} />
        </span>
        <p className={css.why}>{a.why}</p>
        <p className={css.about}>
          <EntityValue entity={a.entity} />
          <span>{familyText(a.family)}</span>
          {!inner && group.alerts.length > 1 && (
            <button type="button" className={css.more} aria-expanded={p.wide} onClick={() => acts.widen(group.key)}>
              {p.wide ? "Hide the others" : `and ${plural(group.alerts.length - 1, "more alert")} of this rule about it`}
            </button>
          )}
        </p>
      </div>
      <AlertSpark alert={a} />
      <span className={css.age}>
        <Age at={a.last_seen} />
      </span>
      <span className={css.acts}>
        {(a.status === "firing" || a.status === "pending") && <Button kind="quiet" small icon="check" busy={p.busy === a.id} aria-label={`Acknowledge: ${a.title}`} title="Acknowledge (e)" onClick={() => acts.acknowledge(a.id)} />}
        <Button kind="quiet" small icon="mute" aria-label={`Silence: ${a.title}`} title="Silence, with a preview (s)" onClick={() => acts.open(a.id, "silence")} />
      </span>
    </li>
  );
  return (
    <>
      {row(first, false)}
      {p.wide && group.alerts.slice(1).map((a) => row(a, true))}
    </>
  );
});

/** Nothing says what is looked for, and that nothing was found. */
function Nothing({ narrowed, onAll }: { narrowed: boolean; onAll: () => void }) {
  const watch = useGet("/alerts/watch").data;
  const what = narrowed ? "alerts that fit these filters" : "open alerts";
  const reasons = [];
  if (watch) {
    reasons.push(`${plural(watch.rules, "rule")} look for ${watch.families.slice(0, 6).map(familyText).join(", ")} and ${Math.max(0, watch.families.length - 6)} other families, and found nothing that is still open`);
    for (const b of watch.blind.slice(0, 6)) reasons.push(`“${b.title}” is blind: ${b.why.join("; ")}`);
    if (watch.blind.length > 6) reasons.push(`${watch.blind.length - 6} more rules are blind in what is stored; the page Rules names them`);
  }
  return <Empty what={what} icon="shield" reasons={reasons} actions={narrowed ? <Button small onClick={onAll}>Show all alerts</Button> : undefined} />;
}
