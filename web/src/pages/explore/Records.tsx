// The records themselves: a histogram over the whole range, and below it all of them,
// page after page, or as they come.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { api, Table, type Meta, type Problem, type Schemas } from "../../api/client";
import { useTable } from "../../api/hooks";
import { line, pivot } from "../../api/pivot";
import { count, plural } from "../../app/format";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { TimeSeries, type Series } from "../../charts/TimeSeries";
import { Button } from "../../table/Button";
import { columnsOf, type Column } from "../../table/columns";
import { DataTable } from "../../table/DataTable";
import { Drawer } from "../../table/Drawer";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { Icon } from "../../table/Icon";
import { Menu } from "../../table/Menu";
import { exports, metaLine, Panel } from "../../table/Panel";
import { ColumnPicker } from "./ColumnPicker";
import { Details } from "./Details";
import { type Live, type Row, useLive } from "./live";
import { columnsIn, type ExploreState, firstColumns, type SetExplore } from "./state";
import css from "./explore.module.css";

const pageRows = 300;
// What an eye wants first stands side by side in a narrow window, too.
const narrow: Record<string, number> = { action: 94, protocol: 64, dstport: 62, srcport: 90, bytes: 74, packets: 70, tcp_flags: 60 };

/** useRecords is the records page after page, newest first, or the first thousand in
 * another order. */
function useRecords(s: ExploreState, since: string, until: string) {
  const columns = columnsIn(s.cols).join(",");
  const params = { filter: s.q, since, until, columns, ids: s.order ? undefined : true, order: s.order || undefined, limit: s.order ? 1000 : pageRows };
  const asked = useInfiniteQuery({
    queryKey: ["/query", "pages", params],
    queryFn: ({ signal, pageParam }) => api.get("/query", { ...params, cursor: pageParam || undefined }, { signal }) as Promise<Schemas["Table"]>,
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
  });
  const pages = asked.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((p, n) => new Table(p).rows().map((r, i) => ({ ...r, id: r.id ?? `${n}-${i}` }) as Row)), [pages]);
  return { asked, params, rows, first: pages?.[0] };
}

export function Records({ s, set, hits }: { s: ExploreState; set: SetExplore; hits: (ready: boolean) => void }) {
  const range = useRange();
  const zone = useZone();
  const live = s.live === "1";
  const [top, setTop] = useState(true);
  const [held, setHeld] = useState(false);
  const columns = columnsIn(s.cols);

  // Records, not flows: what the histogram counts is what the rows below are.
  const histogram = { filter: s.q, since: range.since, until: range.until, by: "action", agg: "count", bucket: "auto", records: true, limit: 3 };
  const counted = useTable(histogram, { every: live ? 15_000 : undefined });
  const { asked, rows, first } = useRecords(s, range.since, range.until);
  // Facets wait for both.
  const settled = !asked.isFetching && !counted.loading;
  useEffect(() => hits(settled), [settled, hits]);

  const paused = held || !top;
  const tail = useLive(live, { filter: s.q, columns: columns.join(",") }, paused);
  const all = useMemo(() => {
    if (!live) return rows;
    const seen = new Set(tail.rows.map((r) => r.id));
    return [...tail.rows, ...rows.filter((r) => !seen.has(r.id))];
  }, [live, tail.rows, rows]);

  const series = useMemo(() => {
    if (!counted.table) return undefined;
    const p = pivot(counted.table, "action", ["count"]);
    const list: Series[] = [];
    if (p.of.has("ACCEPT")) list.push({ label: "ACCEPT", values: line(p, "ACCEPT", "count"), unit: "records", color: "accept", kind: "bars" });
    if (p.of.has("REJECT")) list.push({ label: "REJECT", values: line(p, "REJECT", "count"), unit: "records", color: "reject", kind: "bars" });
    if (p.of.has("")) list.push({ label: "without action", values: line(p, "", "count"), unit: "records", color: 5, kind: "bars" });
    return { times: p.times, list };
  }, [counted.table]);
  const drawn = { title: "Records over time", times: series?.times ?? [], series: series?.list ?? [], onZoom: range.zoom, gaps: counted.table?.meta.gaps, range: range.from !== undefined && range.to !== undefined ? { from: range.from, to: range.to } : undefined };
  const total = counted.table?.numbers("count").reduce((n, v) => n + v, 0);

  const shape = first ?? ({ columns: [] } as unknown as Schemas["Table"]);
  const cols = useMemo(() => {
    const list = columnsOf(new Table({ ...shape, values: [] } as never), zone).filter((c) => c.key !== "id");
    return list.map((c, i): Column<Row> => {
      const old = c as Column<Row>;
      const one: Column<Row> = { ...old, network: /^(src|dst)addr$/.test(c.key) ? (r) => r[c.key.slice(0, 3) + "_network"] as string : undefined };
      if (c.key === "protocol") one.align = "left";
      const size = narrow[c.key];
      if (size) [one.width, one.min] = [size + 6, size];
      if (c.key === "action") one.render = (r) => (r._gap ? null : <Verdict action={r.action as string | null} />);
      const inner = one.render;
      if (i === 0)
        one.render = (r) =>
          r._gap ? (
            <span className={css.gap}>
              <Icon name="gap" size={13} /> {String(r._gap)}
            </span>
          ) : inner ? (
            inner(r)
          ) : (
            String(r[c.key] ?? "–")
          );
      return one;
    });
  }, [first, zone]); // eslint-disable-line

  const order = s.order ? { key: s.order.replace(/^-/, ""), desc: s.order.startsWith("-") } : undefined;
  const why = useCallback((pair: string) => set({ why: pair }), [set]);
  const expand = useCallback((r: Row) => (r._gap ? null : <Details id={r.id} onWhy={why} link={linkTo(r.id)} />), [why]);
  const error = asked.error as Problem | null;
  const more = asked.hasNextPage;
  const onEnd = useCallback(() => {
    if (more && !asked.isFetching) void asked.fetchNextPage();
  }, [more, asked.isFetching, asked.fetchNextPage]); // eslint-disable-line

  return (
    <>
      <Panel
        title="Records over time"
        meta={counted.table?.meta}
        loading={counted.loading}
        error={counted.error}
        onRetry={counted.refetch}
        query={histogram}
        pin={{ kind: "groups", show: "values", chart: "bars" }}
        waitHeight={112}
        tableTwin={<TimeSeries {...drawn} table="only" />}
        actions={<span className={css.total}>{total === undefined ? "" : plural(total, "record")}</span>}
        help="Every record is counted, also where several interfaces logged one flow. Drag to narrow the range."
      >
        {series && series.list.length > 0 ? (
          <TimeSeries {...drawn} stacked height={112} legend="none" table={false} />
        ) : (
          <p className={css.none}>No record in the range.</p>
        )}
      </Panel>
      <section className={css.rows} aria-label="Records" aria-busy={asked.isFetching || undefined}>
        {error && !live ? (
          <Fault error={error} onRetry={() => void asked.refetch()} />
        ) : (
          <DataTable<Row>
            id="explore.records"
            label="Records"
            height="fill"
            columns={cols.map((c) => (s.order || !live ? c : { ...c, sort: false }))}
            rows={all}
            rowKey={(r) => r.id}
            picker={false}
            loading={asked.isFetching}
            order={order}
            onOrder={(o) => set({ order: o ? (o.desc ? "-" : "") + o.key : "", live: undefined })}
            expand={expand}
            onEnd={onEnd}
            onTop={setTop}
            rowClass={(r) => (r._gap ? css.gapRow : r.action === "REJECT" ? css.rejected : undefined)}
            empty={
              live ? (
                <Empty what="records yet" icon="clock" reasons={["New records show here within a second after they are stored."]} />
              ) : (
                <Empty what="records" ask={{ filter: s.q, since: range.since, until: range.until }} />
              )
            }
            tools={
              <>
                <LiveControl live={live} tail={tail} paused={paused} held={held} onLive={(on) => set({ live: on ? "1" : undefined, order: on ? "" : s.order })} onHold={setHeld} />
                {s.order ? (
                  <span className={css.note}>
                    The first {count(1000)} by {s.order.replace(/^-/, "")}.{" "}
                    <button type="button" className={css.plain} onClick={() => set({ order: "" })}>
                      Newest first
                    </button>
                  </span>
                ) : null}
                <span className={css.spring} />
                <Menu label="Export" items={exports({ filter: s.q, since: range.since, until: range.until, columns: columns.join(","), order: s.order || undefined }, "records")}>
                  <Button kind="quiet" small icon="download" title="All records of the filter and the range, with these columns">
                    Export
                  </Button>
                </Menu>
                <ColumnPicker columns={columns} isFirst={columns.join() === firstColumns.join()} onReset={() => set({ cols: "" })} onChange={(next) => set({ cols: next.join() === firstColumns.join() ? "" : next.join(",") }, { replace: true })} />
              </>
            }
          />
        )}
        {first && !error && <p className={css.foot}>{rowsNote(first.meta, all.filter((r) => !r._gap).length, total, asked.hasNextPage)}</p>}
      </section>
      <Drawer open={!!s.row} onClose={() => set({ row: undefined })} title="One record" sub={s.row} width={760}>
        {s.row && <Details id={s.row} onWhy={why} link={linkTo(s.row)} />}
      </Drawer>
    </>
  );
}

/** linkTo is the address of this page with a record open. */
function linkTo(id: string): string {
  const u = new URL(location.href);
  u.searchParams.set("row", id);
  u.searchParams.delete("live");
  return u.pathname + u.search;
}

function rowsNote(meta: Meta | undefined, shown: number, total: number | undefined, more: boolean): string {
  if (!meta) return "";
  const of = total !== undefined && total > shown ? ` of ${count(total)}` : "";
  return `${count(shown)}${of} shown${more ? ", more as you scroll" : ""} · ${metaLine({ ...meta, truncated: false, gaps: [] })}`;
}

function Verdict({ action }: { action: string | null }) {
  if (!action) return <span className={css.absent}>–</span>;
  return (
    <span className={action === "REJECT" ? css.reject : css.accept}>
      <Icon name={action === "REJECT" ? "close" : "check"} size={11} />
      {action}
    </span>
  );
}

function LiveControl({ live, tail, paused, held, onLive, onHold }: { live: boolean; tail: Live; paused: boolean; held: boolean; onLive: (on: boolean) => void; onHold: (on: boolean) => void }) {
  return (
    <>
      <Button small icon={live ? "pause" : "play"} aria-pressed={live} onClick={() => onLive(!live)} title="Records as they are stored" className={live ? css.liveOn : undefined}>
        Live
      </Button>
      {live && (
        <>
          <Button small kind="quiet" aria-pressed={held} onClick={() => onHold(!held)}>
            {held ? "Go on" : "Hold"}
          </Button>
          <span className={css.note} role="status">
            {tail.error ? (
              tail.error.detail
            ) : tail.state === "connecting" || tail.state === "waiting" || tail.state === "off" ? (
              "connecting …"
            ) : tail.state === "login" ? (
              "please log in again"
            ) : tail.matched > tail.shown ? (
              <strong>
                showing {count(tail.shown)} of {count(tail.matched)}/s
              </strong>
            ) : (
              `${count(tail.shown)}/s`
            )}
            {tail.dropped > 0 ? ` · ${count(tail.dropped)} not shown` : ""}
          </span>
          {paused && (
            <span className={css.note}>
              {held ? "held" : "paused while you read"}
              {tail.waiting > 0 ? `, ${plural(tail.waiting, "new record")} above` : ""}
            </span>
          )}
        </>
      )}
    </>
  );
}
