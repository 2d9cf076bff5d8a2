import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { Problem, type Cell } from "../api/client";
import { useTable, type QueryParams } from "../api/hooks";
import { usePageSearch } from "../app/search";
import { useZone } from "../app/zone";
import { FilterBar } from "../query/FilterBar";
import { Badge } from "../table/Badge";
import { Button } from "../table/Button";
import { columnsOf } from "../table/columns";
import { Confirm } from "../table/Confirm";
import { Copy } from "../table/Copy";
import { DataTable } from "../table/DataTable";
import { Drawer } from "../table/Drawer";
import { Empty } from "../table/Empty";
import { Segments, SelectField, SwitchField, TextArea, TextField } from "../table/Field";
import { Panel, PinContext } from "../table/Panel";
import { Severity } from "../table/Severity";
import { Skeleton } from "../table/Skeleton";
import { Tabs } from "../table/Tabs";
import { Value } from "../table/Value";
import css from "./Kit.module.css";

const SqlEditor = lazy(() => import("../query/SqlEditor"));
const YamlEditor = lazy(() => import("../query/YamlEditor"));
const statement = "SELECT srcaddr, count() AS flows\nFROM flows -- counted\nWHERE action = 'REJECT' AND dstport IN (22, 3389)\nGROUP BY srcaddr\nORDER BY flows DESC\nLIMIT 10";
const rule = "title: SSH from outside\nid: 3c0f\nlogsource:\n  category: flow\ndetection:\n  selection:\n    dstport: 22\n    srcaddr|cidr: 203.0.113.0/24\n  condition: selection\nlevel: hgh\n";

type Row = Record<string, Cell>;
const hostile: Row[] = [{ name: "<img src=x onerror=alert(1)>", level: "critical", n: 1 }, { name: '"; DROP TABLE', level: "high", n: 20 }, { name: "plain", level: "medium", n: 1234567 }, { name: null, level: "low", n: null }, { name: "“quoted”", level: "info", n: 3 }];

export function Kit() {
  const zone = useZone();
  const [s, set] = usePageSearch({ q: "", tab: "one", open: "" });
  const [selected, select] = useState<Set<string>>(new Set());
  const [sql, setSQL] = useState(statement);
  const [yaml, setYAML] = useState(rule);
  const [asking, ask] = useState(false);
  const [on, setOn] = useState(true);
  const [unit, setUnit] = useState<"bytes" | "flows">("bytes");
  const records: QueryParams = { filter: s.q, limit: 2000 };
  const top: QueryParams = { filter: "action:REJECT", by: "srcaddr,src_country", agg: "count,sum(bytes),uniq(dstaddr)", order: "-count", limit: 25 };
  const flows = useTable(records);
  const rejected = useTable(top);
  const rows = useMemo(() => flows.table?.rows() ?? [], [flows.table]);
  const rows2 = useMemo(() => rejected.table?.rows() ?? [], [rejected.table]);
  const columns = useMemo(() => columnsOf(flows.table, zone), [flows.table, zone]);
  const columns2 = useMemo(() => columnsOf(rejected.table, zone), [rejected.table, zone]);
  const key = useCallback((_: Row, i: number) => String(i), []);
  return (
    <PinContext.Provider value={(p) => alert("pinned " + p.title)}>
      <main className={css.page}>
        <h1>Kit</h1>
        <FilterBar value={s.q} onRun={(q) => set({ q })} />
        <div className={css.row}>
          <Button>Plain</Button>
          <Button kind="primary">Primary</Button>
          <Button kind="quiet" icon="refresh">
            Quiet
          </Button>
          <Button kind="danger" icon="trash">
            Danger
          </Button>
          <Button busy>Busy</Button>
          <Button disabled>Off</Button>
          <Copy text="hello" />
          {["critical", "high", "medium", "low", "info"].map((l) => (
            <Severity key={l} level={l} />
          ))}
          <Badge>public</Badge>
          <Badge tone="accent">new</Badge>
          <Badge tone="good" icon="check">
            healthy
          </Badge>
          <Value field="srcaddr" value="10.0.42.12" network="vpc-1" name="checkout" />
          <Value field="action" value="REJECT" />
          <Value field="action" value="ACCEPT" />
          <Value field="protocol" value={6} />
          <Value field="dst_app" value={null} />
        </div>
        <div className={css.two}>
          <Panel title="Top rejected sources" help="Public addresses whose packets were turned away, each flow counted once." query={top} meta={rejected.table?.meta} loading={rejected.loading} error={rejected.error} flush pin={{ kind: "bars" }} tableTwin={<p>the table</p>}>
            <DataTable id="sample.top" label="Top rejected sources" columns={columns2} rows={rows2} rowKey={key} height={300} />
          </Panel>
          <div className={css.stack}>
            <Panel title="Warned" meta={{ ...(rejected.table?.meta ?? ({} as never)), scanned: 132_000, elapsed_ms: 47, counted: "once", bytes: 1, rows: 10, truncated: false, at_least: false, table: "flows", why: "", warnings: ["none of the data has tgw_id"], since: "2026-11-20T10:00:00Z", until: "2026-11-21T10:00:00Z", from: "2026-11-20T16:00:00Z", to: "2026-11-21T10:00:00Z", gaps: [{ from: "2026-11-20T18:00:00Z", to: "2026-11-20T18:10:00Z", kind: "skipdata", records: 3 }, { from: "2026-11-20T19:00:00Z", to: "2026-11-20T19:10:00Z", kind: "no_data", records: 1 }] }} loading>
              <Skeleton />
            </Panel>
            <Panel title="Failed" error={new Problem({ type: "", title: "", status: 400, code: "filter", detail: 'unknown field "dstprt"', fix: 'did you mean "dstport"?' })} onRetry={() => {}} />
            <Panel title="Nothing">
              <Empty what="flows" ask={{ filter: "dstport:9" }} reasons={[{ text: "source prod last delivered 14 min ago (access denied on prefix AWSLogs/)", fix: "grant s3:GetObject on it", command: "weir sources test prod" }]} actions={<Button small>Widen the range</Button>} />
            </Panel>
          </div>
        </div>
        <Panel title="Records" query={records} meta={flows.table?.meta} loading={flows.loading} error={flows.error} flush>
          <DataTable
            id="sample.records"
            label="Records"
            columns={columns}
            rows={rows}
            rowKey={key}
            height={420}
            picker
            expand={(r) => <pre>{JSON.stringify(r, null, 1)}</pre>}
            tools={<span>{rows.length} records</span>}
            empty={<Empty what="records" ask={{ filter: s.q }} />}
          />
        </Panel>
        <Panel title="Queue" flush>
          <DataTable<Row>
            id="sample.queue"
            label="Queue"
            columns={[
              { key: "level", title: "severity", width: 100, render: (r) => <Severity level={String(r.level)} /> },
              { key: "name", title: "name", field: "src_app" },
              { key: "n", title: "count", align: "right", width: 100, unit: "flows" },
            ]}
            rows={hostile}
            rowKey={key}
            selection={{ selected, onSelect: select }}
            onOpen={(r) => set({ open: String(r.name) })}
            opened={s.open}
            keys={{ e: (r) => alert("ack " + r.name) }}
          />
        </Panel>
        <div className={css.two}>
          <Panel title="SQL">
            <Suspense fallback={<Skeleton height={160} />}>
              <SqlEditor label="SQL" value={sql} onChange={setSQL} onRun={(t) => alert(t)} />
            </Suspense>
          </Panel>
          <Panel title="Rule">
            <Suspense fallback={<Skeleton height={160} />}>
              <YamlEditor label="Rule" value={yaml} onChange={setYAML} markers={[{ line: 10, column: 8, message: 'level is "hgh"; did you mean "high"?' }]} keys={[{ path: "", name: "title", takes: "text" }]} />
            </Suspense>
          </Panel>
          <Panel title="Form">
            <div className={css.stack}>
              <TextField label="Name" hint="As it is shown in alerts." defaultValue="prod" />
              <TextField label="Address" error="10/8 is no network; write 10.0.0.0/8" defaultValue="10/8" mono />
              <SelectField label="Keep" options={["30 days", "90 days", "1 year"]} />
              <TextArea label="Why" placeholder="A sentence for those who read it later" />
              <SwitchField label="Dry run" hint="Counts what it finds and tells nobody." checked={on} onChange={setOn} />
              <SwitchField label="Off" checked={false} onChange={() => {}} />
              <Segments label="Unit" value={unit} onChange={setUnit} options={[{ value: "bytes", title: "Bytes" }, { value: "flows", title: "Flows" }]} />
              <div>
                <Button kind="danger" onClick={() => ask(true)}>
                  Delete
                </Button>
              </div>
              <Confirm open={asking} onClose={() => ask(false)} title="Delete the token ci?" action="Delete the token" run={() => Promise.reject(new Problem({ type: "", title: "", status: 409, code: "conflict", detail: "it is in use", fix: "stop what uses it" }))}>
                Scripts that use it are refused from then on.
              </Confirm>
            </div>
          </Panel>
        </div>
        <Tabs label="Views" value={s.tab} onChange={(tab) => set({ tab })} tabs={[{ id: "one", title: "Queue", count: 12 }, { id: "two", title: "Exposure" }, { id: "three", title: "Incidents", count: 2 }]}>
          <p>This is {s.tab}.</p>
        </Tabs>
        <Drawer open={s.open !== ""} onClose={() => set({ open: "" })} title={s.open} sub="first seen today" footer={<Button kind="primary">Acknowledge</Button>}>
          <p>Details.</p>
          <Value field="srcaddr" value="10.0.42.12" />
        </Drawer>
      </main>
    </PinContext.Provider>
  );
}
