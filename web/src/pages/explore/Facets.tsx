// The most frequent values of some fields under the filter: each to be asked for or
// left out with one click.
import { useEffect, useMemo, useState } from "react";
import { Table, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { brief, count } from "../../app/format";
import { has, not, term } from "../../query/filter";
import { Button } from "../../table/Button";
import { titleOf } from "../../table/columns";
import { Fault } from "../../table/Fault";
import { Icon } from "../../table/Icon";
import { useKept } from "../../table/kept";
import { Menu } from "../../table/Menu";
import { Skeleton } from "../../table/Skeleton";
import { useValueActions, Value, type Scalar } from "../../table/Value";
import { questionOf } from "./state";
import css from "./explore.module.css";

const first = ["action", "dstport", "srcaddr", "dstaddr", "direction", "protocol", "interface_id", "src_app", "dst_app", "src_country", "dst_country", "vpc_id", "log_status", "tcp_flags"];
const openFirst = ["action", "dstport", "srcaddr", "dstaddr"];

const none: ReadonlySet<string> = new Set();

type Kept = { fields: string[]; open: string[]; hidden: boolean };

export function Facets({ q, since, until, when, live }: { q: string; since: string; until: string; when: boolean; live: boolean }) {
  const [kept, keep] = useKept<Kept>("weir.facets", { fields: first, open: openFirst, hidden: false });
  // One after the other: what is asked first is answered first.
  const of = questionOf(q, { since, until });
  const [told, setTold] = useState({ of, fields: none });
  const done = told.of === of ? told.fields : none;
  const open = kept.fields.filter((f) => kept.open.includes(f));
  const next = open.find((f) => !done.has(f));
  const fields = useGet("/fields");
  const more = useMemo(
    () => (fields.data ?? []).filter((f) => f.stored && !["start", "end", "bytes", "packets", "part", "unmapped"].includes(f.name) && !kept.fields.includes(f.name)),
    [fields.data, kept.fields],
  );
  if (kept.hidden) {
    return (
      <div className={css.facetsClosed}>
        <Button kind="quiet" small icon="right" aria-label="Show the facets" title="Show the facets" onClick={() => keep({ ...kept, hidden: false })} />
      </div>
    );
  }
  return (
    <aside className={css.facets} aria-label="Facets">
      <div className={css.facetsHead}>
        <h2>Facets</h2>
        <Menu
          label="Fields of the facets"
          items={[
            ...more.map((f) => ({ id: f.name, title: f.name, hint: f.doc, run: () => keep({ ...kept, fields: [...kept.fields, f.name], open: [...kept.open, f.name] }) })),
            "line" as const,
            { id: "_reset", title: "As at first", icon: "refresh" as const, run: () => keep({ fields: first, open: openFirst, hidden: false }) },
          ]}
        >
          <Button kind="quiet" small icon="plus" aria-label="Add a facet" title="Add a facet" />
        </Menu>
        <Button kind="quiet" small icon="left" aria-label="Hide the facets" title="Hide the facets" onClick={() => keep({ ...kept, hidden: true })} />
      </div>
      {kept.fields.map((f) => {
        const isOpen = kept.open.includes(f);
        return (
          <section key={f} className={css.facet}>
            <h3>
              <button type="button" aria-expanded={isOpen} onClick={() => keep({ ...kept, open: isOpen ? kept.open.filter((o) => o !== f) : [...kept.open, f] })}>
                <Icon name={isOpen ? "down" : "right"} size={13} />
                <span>{titleOf(f)}</span>
              </button>
              {!first.includes(f) && (
                <Button kind="quiet" small icon="close" aria-label={`Take the facet ${titleOf(f)} away`} title="Take away" onClick={() => keep({ ...kept, fields: kept.fields.filter((o) => o !== f) })} />
              )}
            </h3>
            {isOpen && <Facet field={f} q={q} since={since} until={until} when={when && (done.has(f) || next === f)} every={live ? 30_000 : undefined} onDone={() => setTold((old) => ({ of, fields: new Set(old.of === of ? old.fields : none).add(f) }))} />}
          </section>
        );
      })}
    </aside>
  );
}

function Facet({ field, q, since, until, when, every, onDone }: { field: string; q: string; since: string; until: string; when: boolean; every?: number; onDone: () => void }) {
  const [limit, setLimit] = useState(6);
  const asked = useGet("/values", { field, filter: q, since, until, limit: limit + 1 }, { when, every });
  const acts = useValueActions();
  const table = useMemo(() => (asked.data ? new Table(asked.data as Schemas["Table"]) : undefined), [asked.data]);
  const done = when && !asked.loading && (!!asked.data || !!asked.error);
  useEffect(() => {
    if (done) onDone();
  }, [done]); // eslint-disable-line
  if (asked.error) return <Fault error={asked.error} />;
  if (!table) return <Skeleton lines={3} />;
  const values = table.col(field) as Scalar[];
  const counts = table.numbers("count");
  const most = Math.max(1, ...counts);
  if (values.length === 0) return <p className={css.facetNone}>No values.</p>;
  return (
    <>
      <ul className={css.facetValues} aria-busy={asked.loading || !when || undefined}>
        {values.slice(0, limit).map((v, i) => {
          const part = term(field, v);
          const on = has(q, part);
          const text = v === null || v === undefined || v === "" ? "(absent)" : String(v);
          return (
            <li key={text} data-on={on || undefined}>
              <span className={css.facetBar} style={{ width: `${((counts[i] ?? 0) / most) * 100}%` }} />
              <span className={css.facetValue}>{v === null || v === "" ? <i>absent</i> : <Value field={field} value={v} />}</span>
              <span className={css.facetCount} title={`${count(counts[i] ?? 0)} flows`}>
                {brief(counts[i] ?? 0)}
              </span>
              <span className={css.facetDo}>
                <button type="button" aria-label={`Only ${field} ${text}`} title="Only these" onClick={() => acts.filterFor(field, v)} disabled={on}>
                  <Icon name="plus" size={12} />
                </button>
                <button type="button" aria-label={`Without ${field} ${text}`} title="Leave these out" onClick={() => acts.filterOut(field, v)} disabled={has(q, not(part))}>
                  <Icon name="minus" size={12} />
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      {values.length > limit && (
        <button type="button" className={css.facetMore} onClick={() => setLimit(limit + 14)}>
          More
        </button>
      )}
    </>
  );
}
