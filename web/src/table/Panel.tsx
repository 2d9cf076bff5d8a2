// The frame of everything that answers a question: what is shown, how complete it is,
// and how to ask the same elsewhere.
import { createContext, lazy, Suspense, useContext, useEffect, useId, useState, type ReactNode } from "react";
import { api, base, query as written, type Meta, type Problem } from "../api/client";
import type { QueryParams } from "../api/hooks";
import { brief, count, duration, plural } from "../app/format";
import { useZone } from "../app/zone";
import { Button } from "./Button";
import { copyText } from "./Copy";
import { Fault, sentence } from "./Fault";
import { Icon } from "./Icon";
import { Menu, type MenuItem } from "./Menu";
import { Popover } from "./Popover";
import { Skeleton } from "./Skeleton";
import { Behind } from "./Value";
import css from "./Panel.module.css";

export type { Meta } from "../api/client";

const ShowSQL = lazy(() => import("./ShowSQL"));

/** Pinned is what goes to a board: a question and how its answer is shown. */
export type Pinned = { title: string; query: QueryParams; view?: Record<string, unknown> };

/** PinContext takes panels to boards; without it there is no such line in the menu. */
export const PinContext = createContext<((what: Pinned) => void) | undefined>(undefined);

export type PanelProps = {
  title: ReactNode;
  /** The title as plain text, where it is none. */
  name?: string;
  /** What this shows and how it is counted, behind the title. */
  help?: ReactNode;
  meta?: Meta;
  loading?: boolean;
  error?: Problem | Error | null;
  onRetry?: () => void;
  /** Controls at the right of the title. */
  actions?: ReactNode;
  /** The question of GET /query: its SQL, command, address and files. */
  query?: QueryParams;
  /** The path of another GET, with its parameters, for curl. */
  path?: string;
  /** How a board shows it; false keeps it off boards. */
  pin?: Record<string, unknown> | false;
  /** The same as a table; the panel then has a switch. */
  tableTwin?: ReactNode;
  /** More lines of the menu. */
  menu?: MenuItem[];
  /** Shown while there is no first answer, in about this height. */
  waitHeight?: number;
  /** Whether there is an answer to show; children are kept while the next loads. */
  ready?: boolean;
  /** No padding around the body: for tables that reach the edges. */
  flush?: boolean;
  /** Fills the height of its place; the body scrolls. */
  fill?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Panel(p: PanelProps) {
  const [twin, setTwin] = useState(false);
  const [sql, setSQL] = useState(false);
  const pin = useContext(PinContext);
  const heading = useId();
  const slow = useLate(!!p.loading, 600);
  const name = p.name ?? (typeof p.title === "string" ? p.title : "panel");
  const ready = p.ready ?? (!!p.meta || !p.loading);
  const address = p.query ? "/query" + written(p.query) : p.path;

  const items: MenuItem[] = [...(p.menu ?? [])];
  const part = (...more: MenuItem[]) => {
    if (items.length > 0) items.push("line");
    items.push(...more);
  };
  if (p.tableTwin) part({ id: "twin", title: twin ? "Show as a picture" : "Show as a table", icon: twin ? "chart" : "table", run: () => setTwin(!twin) });
  if (p.query) {
    const q = p.query;
    part(
      { id: "sql", title: "Show SQL", icon: "code", run: () => setSQL(true) },
      { id: "cli", title: "Copy as command", icon: "terminal", run: () => void api.get("/query/plan", plan(q)).then((a) => copyText(a.cli ?? "")) },
    );
  }
  if (address) {
    const copyCurl: MenuItem = { id: "curl", title: "Copy as curl", icon: "terminal", run: () => void copyText(`curl -s '${(location.origin + base + address).replaceAll("'", "%27")}'`) };
    if (p.query) items.push(copyCurl);
    else part(copyCurl);
  }
  if (p.query) {
    const q = p.query;
    part(...exports(q, name));
    if (pin && p.pin !== false) part({ id: "pin", title: "Pin to a board", icon: "pin", run: () => pin({ title: name, query: q, view: p.pin || undefined }) });
  }

  return (
    <section className={[css.panel, p.fill && css.fill, p.className].filter(Boolean).join(" ")} aria-labelledby={heading} aria-busy={p.loading || undefined}>
      <div className={css.bar} data-on={slow || undefined} role={slow ? "progressbar" : undefined} aria-label={slow ? `${name} is loading` : undefined} />
      <header className={css.head}>
        <h2 id={heading} className={css.title}>
          {p.title}
        </h2>
        {p.help && (
          <Popover label={`About ${name}`} button={<Button kind="quiet" small icon="info" aria-label={`About ${name}`} className={css.help} />}>
            {p.help}
          </Popover>
        )}
        <div className={css.marks}>{p.meta && <Marks meta={p.meta} name={name} />}</div>
        <div className={css.actions}>
          {p.actions}
          {items.length > 0 && (
            <Menu items={items} label={`${name}: more`}>
              <Button kind="quiet" small icon="more" aria-label={`${name}: more`} title="SQL, command, export" />
            </Menu>
          )}
        </div>
      </header>
      <div className={p.flush ? css.flush : css.body}>
        <Behind.Provider value={p.query ? (p.query.filter ?? "") : undefined}>{p.error ? <Fault error={p.error} onRetry={p.onRetry} /> : !ready ? <Skeleton height={p.waitHeight ?? 120} /> : p.tableTwin && twin ? p.tableTwin : p.children}</Behind.Provider>
      </div>
      {p.meta && !p.error && <footer className={css.foot}>{metaLine(p.meta)}</footer>}
      {sql && p.query && (
        <Suspense>
          <ShowSQL query={p.query} name={name} onClose={() => setSQL(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** exports are the lines of a menu that keep all of an answer as a file. */
export function exports(q: QueryParams, name: string): MenuItem[] {
  const file = (format: "csv" | "ndjson") => save(`${base}/export${written({ ...plan(q), limit: q.by ? q.limit : undefined, traffic: undefined, format })}`, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.${format}`);
  return [
    { id: "csv", title: "Export CSV", icon: "download", run: () => file("csv") },
    { id: "ndjson", title: "Export NDJSON", icon: "download", run: () => file("ndjson") },
  ];
}

/** plan leaves out what GET /query/plan does not take. */
export function plan({ cursor: _, ...q }: QueryParams): QueryParams {
  return q;
}

/** save lets the browser write a file from the server. */
function save(address: string, name: string) {
  const a = document.createElement("a");
  a.href = address;
  a.download = name;
  document.body.append(a);
  a.click();
  a.remove();
}

/** useLate is true once `on` has been for so many milliseconds. */
export function useLate(on: boolean, after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) {
      setLate(false);
      return;
    }
    const t = setTimeout(() => setLate(true), after);
    return () => clearTimeout(t);
  }, [on, after]);
  return late;
}

const seconds = (a?: string, b?: string) => (a && b ? (Date.parse(b) - Date.parse(a)) / 1000 : undefined);

/** long writes how long a range is: 24 h, 14 d. */
function long(s: number): string {
  const m = Math.round(s / 60) * 60 || s;
  return m > 3600 && m <= 172_800 ? `${Math.round(m / 3600)} h` : duration(m);
}

/** metaLine says what an answer rests on: "132 k rows read, 47 ms, ...". */
export function metaLine(m: Meta): string {
  const parts = [`${brief(m.scanned)} rows read`, m.elapsed_ms < 1000 ? `${Math.max(1, Math.round(m.elapsed_ms))} ms` : `${(m.elapsed_ms / 1000).toFixed(1)} s`];
  parts.push(m.counted === "once" ? "each flow counted once" : m.counted === "records" ? "every record counted" : `counted by ${m.counted}`);
  const covered = seconds(m.from, m.to);
  if (covered) parts.push(`${long(covered)} covered`);
  if (m.gaps.length) parts.push(plural(m.gaps.length, "gap"));
  if (m.at_least) parts.push("at least this much");
  if (m.truncated) parts.push(`first ${count(m.rows)} rows`);
  return parts.join(", ");
}

/** uncovered says that a range is not covered whole, and by how much; "" when it is. */
function uncovered(m: Meta): string {
  const asked = seconds(m.since, m.until);
  const got = seconds(m.from, m.to);
  if (!asked) return "";
  if (got === undefined) return `no records in these ${long(asked)}`;
  return got < asked * 0.98 - 300 ? `${long(got)} of ${long(asked)}` : "";
}

function Marks({ meta, name }: { meta: Meta; name: string }) {
  const zone = useZone();
  const part = uncovered(meta);
  return (
    <>
      {meta.warnings.length > 0 && (
        <Popover
          label={`${name}: warnings`}
          button={
            <button type="button" className={css.warning}>
              <Icon name="warning" size={12} />
              {plural(meta.warnings.length, "warning")}
            </button>
          }
        >
          {meta.warnings.map((w) => (
            <p key={w}>{sentence(w)}</p>
          ))}
        </Popover>
      )}
      {(meta.gaps.length > 0 || part) && (
        <Popover
          label={`${name}: what is missing`}
          button={
            <button type="button" className={css.gap}>
              <Icon name="gap" size={12} />
              {part || plural(meta.gaps.length, "gap")}
            </button>
          }
        >
          {part && meta.from && meta.to && (
            <p>
              Records are stored from {zone.time(meta.from)} to {zone.time(meta.to)}; asked for was {zone.time(meta.since ?? "")} to {zone.time(meta.until ?? "")}.
            </p>
          )}
          {meta.gaps.length > 0 && (
            <>
              <p>The source told that it has no data for:</p>
              <ul>
                {meta.gaps.slice(0, 50).map((g, i) => (
                  <li key={i}>
                    {zone.time(g.from)} – {zone.date(g.from) === zone.date(g.to) ? zone.clock(g.to) : zone.time(g.to)}, {g.kind === "skipdata" ? "records skipped by AWS (SKIPDATA)" : "no traffic logged (NODATA)"}, {plural(g.records, "record")}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Popover>
      )}
    </>
  );
}
