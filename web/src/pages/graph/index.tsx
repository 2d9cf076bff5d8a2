// Who calls whom: groups that open one by one, or one app with its callers and those
// it calls.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { count, duration, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { usePageSearch, useSearch } from "../../app/search";
import { useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Tabs } from "../../table/Tabs";
import { Canvas } from "./Canvas";
import { CardDrawer, LinkDrawer } from "./Details";
import { Edges, edgeRows } from "./Edges";
import { joinIDs, maxDrawn, nameOf, splitIDs, type Card, type Graph } from "./model";
import { query } from "../../api/client";
import css from "./graph.module.css";

const defaults = { view: "picture", center: "", open: "", shut: "", only: "", find: "", hide: "", card: "", from: "", to: "", app: "", address: "", host: "", interface: "", subnet: "", vpc: "" };

const days: Record<string, number> = { day: 86400, week: 604800 };
const iso = (s: number) => new Date(s * 1000).toISOString().replace(".000Z", "Z");

export default function Page() {
  const [s, set] = usePageSearch(defaults);
  const [shared, setShared] = useSearch();
  const range = useRange();
  const zone = useZone();
  const go = useGo();
  const cmp = days[shared.cmp ?? ""] ?? 0;
  const compare = cmp > 0 && range.from !== undefined && range.to !== undefined;
  useAlias(s, set);

  const params = useMemo(
    () => ({
      since: range.since,
      until: range.until,
      cmp_since: compare ? iso(range.from! - cmp) : undefined,
      cmp_until: compare ? iso(range.to! - cmp) : undefined,
      only: s.only || undefined,
      hide: s.hide || undefined,
    }),
    [range.since, range.until, range.from, range.to, compare, cmp, s.only, s.hide],
  );
  const asked = { ...params, center: s.center, open: s.open, shut: s.shut, find: s.find };
  const table = s.view === "table";
  const q = useGet("/graph", asked);
  const list = useGet("/graph/edges", { ...params, app: s.center || undefined, find: s.find || undefined }, { when: table });
  const graph = q.data as Graph | undefined;
  const rows = useMemo(() => edgeRows(list.data as Schemas["Table"] | undefined), [list.data]);

  const toggle = useCallback(
    (c: Card) => {
      const open = splitIDs(s.open);
      const shut = splitIDs(s.shut);
      if (open.includes(c.id)) set({ open: joinIDs(open.filter((id) => id !== c.id)), card: "" });
      else if (shut.includes(c.id)) set({ shut: joinIDs(shut.filter((id) => id !== c.id)), card: "" });
      else set({ open: joinIDs([...open, c.id]), card: "" });
    },
    [s.open, s.shut, set],
  );
  const shutInto = (id: string) => {
    const open = splitIDs(s.open);
    if (open.includes(id)) set({ open: joinIDs(open.filter((o) => o !== id)), card: "" });
    else set({ shut: joinIDs([...splitIDs(s.shut), id]), card: "" });
  };
  const center = (id: string) => set({ center: id, card: "", from: "", to: "", open: "", shut: "" });
  const touched = s.open || s.shut || s.center || s.only || s.find || s.hide;
  const newest = graph && !graph.known;

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>App graph</h1>
        <p>
          {graph ? (
            <>
              {plural(graph.apps, "app")}, {plural(graph.edges, "edge")}
              {graph.known && graph.new > 0 && (
                <>
                  , <strong>{count(graph.new)} new</strong>
                </>
              )}
              {graph.hidden > 0 && <>, {count(graph.hidden)} hidden</>}
            </>
          ) : (
            range.label
          )}
        </p>
      </header>
      <div className={css.tools}>
        <AppPicker value={s.center} onPick={center} />
        <label className={css.pick}>
          <span>Edges</span>
          <select aria-label="Edges" value={s.only} onChange={(e) => set({ only: e.target.value })}>
            <option value="">all</option>
            <option value="today">new today</option>
            <option value="new">new in the range</option>
            <option value="changed" disabled={!compare}>
              changed{compare ? "" : " (compare first)"}
            </option>
          </select>
        </label>
        <label className={css.pick}>
          <span>Compare with</span>
          <select aria-label="Compare with" value={shared.cmp ?? ""} onChange={(e) => setShared({ cmp: e.target.value || undefined })}>
            <option value="">nothing</option>
            <option value="day">the day before</option>
            <option value="week">the week before</option>
          </select>
        </label>
        <Words label="Find" value={s.find} onChange={(find) => set({ find })} />
        <Words label="Hide" value={s.hide} onChange={(hide) => set({ hide })} />
        {touched && (
          <Button kind="quiet" icon="close" onClick={() => set({ open: "", shut: "", center: "", only: "", find: "", hide: "", card: "", from: "", to: "" })}>
            Reset
          </Button>
        )}
      </div>
      <Slider />
      <Tabs
        label="How the graph is shown"
        value={s.view}
        onChange={(view) => set({ view })}
        tabs={[
          { id: "picture", title: s.center ? nameOf(s.center) + ": callers and called" : "Picture" },
          { id: "table", title: "Table" },
        ]}
        end={s.center ? <Button small kind="quiet" icon="left" onClick={() => set({ center: "" })}>All apps</Button> : undefined}
      >
        {table ? (
          <Panel title="Edges" meta={(list.data as Schemas["Table"] | undefined)?.meta} loading={list.loading} error={list.error} onRetry={list.refetch} path={"/graph/edges" + query({ ...params, app: s.center, find: s.find })} flush waitHeight={420}>
            {rows.length === 0 && !list.loading ? <Empty what="edges" reasons={[why(s, graph)]} /> : <Edges id="graph-edges" label="Edges between apps" rows={rows} compare={compare} height={620} />}
          </Panel>
        ) : (
          <Panel
            title="Callers on the left, called on the right"
            name="Graph"
            help={
              <>
                <p>A card is an app or a group of them; a line is all calls between two, as wide as its bytes (each step of ten a little wider). Edges are kept by the hour, so the range is widened to whole hours.</p>
                <p>N: first seen in the range. With a comparison: N not in the other range, – gone since, ▲ at least twice, ▼ at most half of its bytes an hour. ×: all calls rejected. A globe marks what answers the internet, a number open alerts. Faint cards are quiet in the range; every card keeps its place.</p>
              </>
            }
            meta={graph?.meta}
            loading={q.loading}
            error={q.error}
            onRetry={q.refetch}
            path={"/graph" + query(asked)}
            flush
            waitHeight={520}
            actions={graph && <Legend compare={compare} />}
          >
            {newest && (
              <p className={css.note} role="status">
                The stored records begin in this range, so nothing can be called new. Choose a later start.
              </p>
            )}
            {graph && graph.links.length > maxDrawn && (
              <p className={css.note}>
                The {maxDrawn} widest of {count(graph.links.length)} links are drawn, with all that are new. Point at a card to see all of its own; the table has every edge.
              </p>
            )}
            {graph && graph.links.length === 0 && <Empty what="edges to draw" icon="graph" reasons={[why(s, graph)]} />}
            {graph && graph.cards.length > 0 && (
              <Canvas graph={graph} compare={compare} finding={!!s.find} onCard={(c) => set({ card: c.id })} onLink={(l) => set({ from: l.client, to: l.server })} onOpen={toggle} />
            )}
          </Panel>
        )}
      </Tabs>
      {graph && s.from && s.to && <LinkDrawer graph={graph} from={s.from} to={s.to} params={params} compare={compare} onClose={() => set({ from: "", to: "" })} />}
      {graph && s.card && !s.from && (
        <CardDrawer graph={graph} id={s.card} compare={compare} onClose={() => set({ card: "" })} onLink={(l) => set({ from: l.client, to: l.server })} onOpen={toggle} onShut={shutInto} onCenter={center} />
      )}
      <span className="hidden-text">{zone.zone}</span>
      {range.extent?.empty && <Button onClick={() => go("/start")}>Get started</Button>}
    </div>
  );
}

function why(s: typeof defaults, graph?: Graph): string {
  if (s.only === "today") return "No edge between apps was first seen in the last 24 hours of the range";
  if (s.only === "new") return "Every edge of the range was seen before it";
  if (s.only === "changed") return "No edge changed by half or more";
  if (s.hide) return `The hide filter takes ${graph ? plural(graph.hidden, "edge") : "all edges"} away`;
  if (s.find) return "No edge matches what is looked for";
  return "No traffic between apps was recorded in the range";
}

/** useAlias turns what other pages link with (an address, a name) into an app's id. */
function useAlias(s: typeof defaults, set: (next: Partial<Record<keyof typeof defaults, string | undefined>>, o?: { replace?: boolean }) => void) {
  const kind = (["address", "host", "interface", "subnet"] as const).find((k) => s[k]);
  const entity = useGet("/entity", { kind, id: kind ? s[kind] : "" }, { when: !!kind });
  const named = useGet("/graph/apps", { text: s.app, limit: 50 }, { when: !!s.app });
  const id = kind ? (entity.data as Schemas["EntityCard"] | undefined)?.graph_id : (named.data as Schemas["GraphApp"][] | undefined)?.find((a) => a.name === s.app || a.id === s.app)?.id;
  useEffect(() => {
    if (s.vpc) set({ vpc: "", find: `network:"${s.vpc.replaceAll('"', "")}"` }, { replace: true });
    else if (kind && entity.data && s[kind]) set({ [kind]: "", center: id ?? "" }, { replace: true });
    else if (s.app && named.data) set({ app: "", center: id ?? "", find: id ? "" : s.app }, { replace: true });
  }, [s, kind, id, entity.data, named.data, set]);
}

function AppPicker({ value, onPick }: { value: string; onPick: (id: string) => void }) {
  const [text, setText] = useState("");
  const found = useGet("/graph/apps", { text, limit: 40 }, {});
  const apps = (found.data ?? []) as Schemas["GraphApp"][];
  const label = (a: Schemas["GraphApp"]) => a.name + (a.network ? " · " + a.network : a.side === "caller" ? " · caller outside" : " · called outside");
  return (
    <label className={css.pick}>
      <span>App</span>
      <input
        type="search"
        list="graph-apps"
        value={text}
        placeholder={value ? nameOf(value) : "all apps"}
        aria-label="Show one app with its callers and called"
        onChange={(e) => {
          setText(e.target.value);
          const hit = apps.find((a) => label(a) === e.target.value || a.id === e.target.value);
          if (hit) {
            onPick(hit.id);
            setText("");
          }
        }}
        onKeyDown={(e) => {
          if (e.key !== "Enter") return;
          const hit = apps.find((a) => a.name === text.trim()) ?? (apps.length === 1 ? apps[0] : undefined);
          if (hit) {
            onPick(hit.id);
            setText("");
          }
        }}
      />
      <datalist id="graph-apps">
        {apps.map((a) => (
          <option key={a.id} value={label(a)} />
        ))}
      </datalist>
    </label>
  );
}

/** Words is a filter that takes effect with Enter, or when it is left. */
function Words({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const run = () => text.trim() !== value && onChange(text.trim());
  return (
    <label className={css.pick}>
      <span>{label}</span>
      <input
        type="search"
        aria-label={label}
        value={text}
        spellCheck={false}
        placeholder={label === "Find" ? "server_app:web" : "service_port:53"}
        onChange={(e) => {
          setText(e.target.value);
          if (!e.target.value) onChange("");
        }}
        onKeyDown={(e) => e.key === "Enter" && run()}
        onBlur={run}
      />
    </label>
  );
}

/** Slider steps the range through all that is stored, in its own width. */
function Slider() {
  const range = useRange();
  const zone = useZone();
  const [playing, setPlaying] = useState(false);
  const first = range.extent?.from ? Date.parse(range.extent.from) / 1000 : undefined;
  const last = range.extent?.to ? Date.parse(range.extent.to) / 1000 : undefined;
  const { from, to } = range;
  const width = from !== undefined && to !== undefined ? to - from : 0;
  const steps = first !== undefined && last !== undefined && width > 0 ? Math.max(0, Math.ceil((last - first) / width) - 1) : 0;
  const at = last !== undefined && to !== undefined && width > 0 ? Math.max(0, Math.min(steps, steps - Math.round((last - to) / width))) : steps;
  const { set } = range;
  const move = useCallback(
    (n: number) => {
      if (last === undefined || width <= 0) return;
      if (n >= steps && width === 86400) set("end-24h", "end", { replace: true });
      else {
        const end = last - (steps - n) * width;
        set(iso(end - width), iso(end), { replace: true });
      }
    },
    [last, width, steps, set],
  );
  useEffect(() => {
    if (!playing) return;
    if (at >= steps) {
      setPlaying(false);
      return;
    }
    const t = setTimeout(() => move(at + 1), 1500);
    return () => clearTimeout(t);
  }, [playing, at, steps, move]);
  if (steps < 1 || from === undefined || to === undefined) return null;
  return (
    <div className={css.slider} role="group" aria-label="Step through time">
      <Button small kind="quiet" icon="left" aria-label="Step back" disabled={at <= 0} onClick={() => move(at - 1)} />
      <Button
        small
        kind="quiet"
        icon={playing ? "pause" : "play"}
        aria-label={playing ? "Pause" : "Play"}
        onClick={() => {
          if (!playing && at >= steps) move(0);
          setPlaying(!playing);
        }}
      />
      <Button small kind="quiet" icon="right" aria-label="Step on" disabled={at >= steps} onClick={() => move(at + 1)} />
      <input type="range" min={0} max={steps} step={1} value={at} aria-label="Range" aria-valuetext={`${zone.time(from)} to ${zone.time(to)}`} onChange={(e) => move(Number(e.target.value))} />
      <output>
        {zone.time(from)} – {zone.date(from) === zone.date(to) ? zone.clock(to) : zone.time(to)}
        <span className={css.soft}> ({duration(width)} a step)</span>
      </output>
    </div>
  );
}

function Legend({ compare }: { compare: boolean }) {
  return (
    <ul className={css.legend} aria-label="Legend">
      <li>
        <svg width="26" height="12" aria-hidden="true">
          <path d="M1 6h24" className={css.legendNew} />
          <circle cx="13" cy="6" r="5.5" className={css.legendDot} />
          <text x="13" y="9" textAnchor="middle">
            N
          </text>
        </svg>
        new
      </li>
      {compare && (
        <>
          <li>
            <svg width="26" height="12" aria-hidden="true">
              <path d="M1 6h24" className={css.legendGone} />
            </svg>
            gone
          </li>
          <li>▲ more</li>
          <li>▼ less</li>
        </>
      )}
      <li>
        <svg width="26" height="12" aria-hidden="true">
          <path d="M1 6h24" className={css.legendRefused} />
        </svg>
        all rejected
      </li>
    </ul>
  );
}

