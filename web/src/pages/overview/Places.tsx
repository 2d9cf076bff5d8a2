// Where it comes from, and which subnets talk.
import { useMemo } from "react";
import type { Table } from "../../api/client";
import { useTable, type QueryParams } from "../../api/hooks";
import { later } from "../../app/later";
import { and, term } from "../../query/filter";
import { Empty } from "../../table/Empty";
import { InView } from "../../table/InView";
import { Panel } from "../../table/Panel";
import { useValueActions } from "../../table/Value";
import { useAsked } from "./Traffic";
import css from "./overview.module.css";

// They stand far down the page.
const WorldMap = later(() => import("../../map/WorldMap").then((m) => m.WorldMap));
const CountryTable = later(() => import("../../map/CountryTable").then((m) => m.CountryTable));
const Matrix = later(() => import("../../charts/Matrix").then((m) => m.Matrix));

export function Countries() {
  const { range, within } = useAsked();
  const q: QueryParams = { filter: within("direction:inbound AND src_scope:public"), since: range.since, until: range.until, by: "src_country,action", agg: "count", limit: 600, traffic: true };
  const { table, loading, error } = useTable(q);
  return (
    <Panel title="Sources on the internet" help="Flows from public addresses by the country of the source, as the loaded geo data says. A cloud address has the country of its registrant." meta={table?.meta} loading={loading} error={error} query={q} pin={{ kind: "countries" }} waitHeight={320}>
      <CountriesPicture q={q} table={table} />
    </Panel>
  );
}

/** CountriesPicture is the map and its table without their frame, for boards. */
export function CountriesPicture({ q, table }: { q: QueryParams; table?: Table }) {
  const acts = useValueActions();
  const { values, loaded } = useMemo(() => {
    const sums = new Map<string, { all: number; rejected: number }>();
    let loaded = false;
    for (const r of table?.rows() ?? []) {
      if (!r.src_country) continue;
      loaded = true;
      const one = sums.get(String(r.src_country)) ?? { all: 0, rejected: 0 };
      one.all += Number(r.count);
      if (r.action === "REJECT") one.rejected += Number(r.count);
      sums.set(String(r.src_country), one);
    }
    return { values: [...sums].map(([country, s]) => ({ country, value: s.all, rejected: s.rejected })), loaded };
  }, [table]);
  const any = (table?.length ?? 0) > 0;
  const pick = (country: string) => acts.explore(and(q.filter, term("src_country", country)));
  return (
    <InView height={300}>
      <div className={css.split}>
        <WorldMap values={values} unit="flows" loaded={loaded || !any} onPick={pick} waiting={<div aria-busy="true" style={{ height: 300 }} />} />
        {loaded ? <CountryTable values={values} unit="flows" onPick={pick} waiting={<div aria-busy="true" />} /> : null}
      </div>
    </InView>
  );
}

export function Subnets() {
  const { range, within } = useAsked();
  const q: QueryParams = { filter: within("_exists_:src_subnet_id OR _exists_:dst_subnet_id"), since: range.since, until: range.until, by: "src_subnet_id,dst_subnet_id,action", agg: "count", limit: 2000, traffic: true };
  const { table, loading, error } = useTable(q);
  useOpened(q); // both at once
  return (
    <Panel title="Subnet by subnet" help="Flows from the subnet of the row to that of the column, accepted and rejected. Public subnets are those whose traffic goes through an internet gateway, or that the internet can open connections to." meta={table?.meta} loading={loading} error={error} query={q} pin={{ kind: "subnets" }} waitHeight={260}>
      <SubnetsPicture q={q} table={table} />
    </Panel>
  );
}

/** useOpened asks which subnets the internet reaches, or is reached from. */
const useOpened = (q: QueryParams) => useTable({ filter: "traffic_path:8 OR (initiator:src AND direction:inbound AND src_scope:public)", since: q.since, until: q.until, by: "subnet_id", agg: "count", limit: 2000, traffic: true });

/** SubnetsPicture is the matrix without its frame, for boards. */
export function SubnetsPicture({ q, table }: { q: QueryParams; table?: Table }) {
  const acts = useValueActions();
  const open = useOpened(q);
  const { labels, cells, more } = useMemo(() => {
    const cells = new Map<string, { accept: number; reject: number }>();
    const sums = new Map<string, number>();
    for (const r of table?.rows() ?? []) {
      const a = String(r.src_subnet_id ?? "");
      const b = String(r.dst_subnet_id ?? "");
      const one = cells.get(a + "\n" + b) ?? { accept: 0, reject: 0 };
      if (r.action === "REJECT") one.reject += Number(r.count);
      else one.accept += Number(r.count);
      cells.set(a + "\n" + b, one);
      for (const x of new Set([a, b])) sums.set(x, (sums.get(x) ?? 0) + Number(r.count));
    }
    const all = [...sums].sort((x, y) => Number(x[0] === "") - Number(y[0] === "") || y[1] - x[1]).map(([k]) => k);
    const named = all.filter(Boolean);
    return { labels: [...named.slice(0, 15), ...(all.includes("") ? [""] : [])], cells, more: Math.max(0, named.length - 15) };
  }, [table]);
  const reached = useMemo(() => new Set(open.table?.texts("subnet_id") ?? []), [open.table]);
  const heads = labels.map((id) => ({ key: id || "outside", label: id || "outside", scope: !id || reached.has(id) ? ("public" as const) : ("private" as const) }));
  return (
    <>
      {labels.length === 0 ? (
        <Empty what="subnets" reasons={["These logs name no subnets: they come with version 3 of the format."]} />
      ) : (
        <InView height={260}>
          <Matrix
            waiting={<div aria-busy="true" style={{ height: 260 }} />}
            title="Subnet by subnet"
            rows={heads}
            cols={heads}
            cells={[...cells].map(([key, c]) => {
              const [row, col] = key.split("\n");
              return { row: row || "outside", col: col || "outside", accept: c.accept, reject: c.reject };
            })}
            unit="flows"
            rowName="from"
            colName="to"
            onPick={({ row, col }) => {
              const side = (field: string, id: string) => (id === "outside" ? `NOT _exists_:${field}` : term(field, id));
              acts.explore(and(q.filter, side("src_subnet_id", row), side("dst_subnet_id", col)));
            }}
          />
        </InView>
      )}
      {more > 0 ? <p className={css.note}>The 15 busiest of {more + 15} subnets are shown; the query has them all.</p> : null}
    </>
  );
}
