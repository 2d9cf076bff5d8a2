import { useInfiniteQuery } from "@tanstack/react-query";
import { api, type Problem, type Schemas } from "../../api/client";
import { bytes, count } from "../../app/format";
import { usePageSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import css from "./sources.module.css";

type One = Schemas["LogObject"];
type Which = "all" | "bad" | "unfinished";

/** Objects lists what was taken in, the newest first. */
export function Objects() {
  const zone = useZone();
  const [s, set] = usePageSearch({ which: "all" });
  const which = (["all", "bad", "unfinished"].includes(s.which) ? s.which : "all") as Which;
  const q = useInfiniteQuery({
    queryKey: ["/sources/objects", which],
    queryFn: ({ signal, pageParam }) => api.get("/sources/objects", { which, limit: 200, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Schemas["LogObjects"]) => last.next,
  });
  const rows = q.data?.pages.flatMap((p) => p.objects) ?? [];
  const columns: Column<One>[] = [
    { key: "name", title: "Object", min: 320, sort: false, render: (o) => <span title={o.name}>{o.name.slice(o.name.lastIndexOf("/") + 1)}</span> },
    { key: "taken", title: "Taken in", width: 166, sort: false, render: (o) => zone.time(o.taken, true) },
    { key: "state", title: "State", width: 110, sort: false, render: (o) => <Badge tone={o.state === "stored" && !o.mostly_bad ? "good" : o.mostly_bad ? "high" : "medium"}>{o.mostly_bad ? "mostly bad" : o.state}</Badge> },
    { key: "size", title: "Size", align: "right", width: 84, sort: false, render: (o) => bytes(o.size) },
    { key: "records", title: "Records", align: "right", width: 88, sort: false, render: (o) => count(o.records) },
    { key: "bad", title: "Bad", align: "right", width: 70, sort: false, render: (o) => (o.bad ? <b className={css.warn}>{count(o.bad)}</b> : "0") },
    { key: "from", title: "First record", width: 140, sort: false, render: (o) => (o.from ? zone.time(o.from) : "–") },
    { key: "stream", title: "Flow log", min: 200, sort: false, hidden: true },
  ];
  return (
    <Panel
      title="Objects that were taken in"
      help="Files and objects of buckets, the newest first. One whose bytes are in already, under this or another name, is not taken in again: it counts as come twice."
      path={`/sources/objects?which=${which}`}
      loading={q.isFetching && rows.length === 0}
      error={q.error as Problem | null}
      flush
      waitHeight={300}
      actions={<Segments label="Which" value={which} onChange={(w) => set({ which: w })} options={[{ value: "all", title: "all" }, { value: "bad", title: "with bad lines" }, { value: "unfinished", title: "unfinished" }]} />}
    >
      <DataTable
        id="objects"
        label="Objects"
        columns={columns}
        rows={rows}
        rowKey={(o) => String(o.id)}
        height={rows.length > 50 ? 520 : undefined}
        onEnd={() => {
          if (q.hasNextPage && !q.isFetching) void q.fetchNextPage();
        }}
        expand={(o) => (
          <dl className={css.facts}>
            <dt>Name</dt>
            <dd className={css.mono}>{o.name}</dd>
            <dt>Number</dt>
            <dd>{o.id}</dd>
            <dt>Flow log</dt>
            <dd>{o.stream}</dd>
            <dt>Covers</dt>
            <dd>{o.from && o.to ? `${zone.time(o.from, true)} to ${zone.time(o.to, true)}` : "no record"}</dd>
            <dt>Windows</dt>
            <dd>
              {count(o.nodata)} NODATA, {count(o.skipdata)} SKIPDATA
            </dd>
            {o.continues ? (
              <>
                <dt>Is the rest of</dt>
                <dd>object {o.continues}</dd>
              </>
            ) : null}
            {o.note ? (
              <>
                <dt>Ended early</dt>
                <dd>{o.note}</dd>
              </>
            ) : null}
          </dl>
        )}
        empty={<Empty what={which === "bad" ? "object has bad lines" : which === "unfinished" ? "object is unfinished" : "object was taken in yet"} icon="check" />}
      />
    </Panel>
  );
}
