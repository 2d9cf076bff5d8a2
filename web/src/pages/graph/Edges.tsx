// The same as a table: an edge a port, protocol and verdict.
import { Table, type Schemas } from "../../api/client";
import { bytes, count } from "../../app/format";
import { useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { DataTable, type Column } from "../../table/DataTable";
import { Value } from "../../table/Value";
import { protocolName, shortNetwork } from "./model";
import css from "./graph.module.css";

export type EdgeRow = {
  key: string;
  client: string;
  client_id: string;
  client_network: string;
  server: string;
  server_id: string;
  server_network: string;
  port: number;
  protocol: number;
  action: string;
  state: string;
  new: boolean;
  flows: number;
  bytes: number;
  bytes_to_server: number;
  bytes_to_client: number;
  packets: number;
  before_bytes: number;
  first_seen: string;
  last_seen: string;
  filter: string;
};

/** edgeRows reads the answer of /graph/edges. */
export function edgeRows(data: Schemas["Table"] | undefined): EdgeRow[] {
  if (!data) return [];
  return new Table(data).rows().map((r, i) => ({ ...r, client_network: r.client_network ?? "", server_network: r.server_network ?? "", action: r.action ?? "", last_seen: r.last_seen ?? "", bytes: Number(r.bytes_to_server) + Number(r.bytes_to_client), key: String(i) }) as EdgeRow);
}

export function Edges({ id, label, rows, compare, short, height }: { id: string; label: string; rows: EdgeRow[]; compare: boolean; short?: boolean; height?: number | "fill" }) {
  const zone = useZone();
  const go = useGo();
  const network = (n: string) => n && <span className={css.soft}> {shortNetwork(n)}</span>;
  const columns: Column<EdgeRow>[] = [
    { key: "client", title: "Client", min: 150, render: (r) => <Value field="client_app" value={r.client} name={network(r.client_network)} /> },
    { key: "server", title: "Server", min: 150, render: (r) => <Value field="server_app" value={r.server} name={network(r.server_network)} /> },
    { key: "port", title: "Port", width: 62, align: "right", render: (r) => (r.protocol === 6 || r.protocol === 17 ? <Value field="service_port" value={r.port} /> : "–") },
    { key: "protocol", title: "Protocol", width: 72, render: (r) => protocolName(r.protocol) },
    { key: "action", title: "Action", width: 78, field: "action" },
    { key: "new", title: "What is new", width: 92, value: (r) => (r.new ? "new" : compare ? r.state : ""), render: (r) => (r.new ? <Badge tone="accent">new</Badge> : compare && r.state !== "same" ? <Badge>{r.state}</Badge> : "") },
    { key: "flows", title: "Flows", width: 76, align: "right", render: (r) => count(r.flows) },
    { key: "bytes", title: "Bytes", width: 82, align: "right", render: (r) => bytes(r.bytes) },
    { key: "bytes_to_server", title: "To server", width: 90, align: "right", hidden: true, render: (r) => bytes(r.bytes_to_server) },
    { key: "bytes_to_client", title: "To client", width: 90, align: "right", hidden: true, render: (r) => bytes(r.bytes_to_client) },
    { key: "packets", title: "Packets", width: 84, align: "right", hidden: !short, render: (r) => count(r.packets) },
    ...(compare ? [{ key: "before_bytes", title: "Before", width: 90, align: "right", render: (r: EdgeRow) => bytes(r.before_bytes) } as Column<EdgeRow>] : []),
    { key: "first_seen", title: "First seen", width: 136, min: 136, render: (r) => zone.time(r.first_seen) },
    { key: "last_seen", title: "Last seen", width: 136, min: 136, hidden: short, render: (r) => (r.last_seen ? zone.time(r.last_seen) : "–") },
    { key: "records", title: "Records", width: 84, min: 84, sort: false, value: () => "", render: (r) => <Button small kind="quiet" icon="search" tabIndex={-1} onClick={(e) => { e.stopPropagation(); go("/explore", { q: r.filter }); }}>Show</Button> },
  ];
  const wanted = short ? columns.filter((c) => (new Set(rows.map((r) => r.client_id + "\n" + r.server_id)).size > 1 ? true : c.key !== "client" && c.key !== "server")) : columns;
  return (
    <DataTable
      id={id}
      label={label}
      columns={wanted}
      rows={rows}
      rowKey={(r) => r.key}
      height={height}
      onOpen={(r) => go("/explore", { q: r.filter })}
      tools={<Button small kind="quiet" icon="download" onClick={() => saveCSV(rows)}>Export CSV</Button>}
    />
  );
}

/** filterOf is the filter of the records behind several edges: their apps where those
 * are few, else where they stand. Empty where no filter says it. */
export function filterOf(rows: EdgeRow[]): string {
  if (rows.length === 1) return rows[0]!.filter;
  const quote = (text: string) => '"' + text.replaceAll("\\", "\\\\").replaceAll('"', '\\"') + '"';
  const end = (field: "client" | "server") => {
    const apps = [...new Set(rows.map((r) => r[field]))];
    const networks = [...new Set(rows.map((r) => r[`${field}_network`]))];
    const parts: string[] = [];
    if (apps.length <= 40 && !apps.includes("(unnamed)")) parts.push(`${field}_app:${apps.length === 1 ? quote(apps[0]!) : "(" + apps.map(quote).join(" ") + ")"}`);
    else if (networks.length === 1 && networks[0] === "") parts.push(field === "client" ? "direction:inbound" : "direction:outbound");
    else if (networks.includes("") || networks.length > 40) return undefined;
    if (!networks.includes("")) parts.push(`network:${networks.length === 1 ? quote(networks[0]!) : "(" + networks.map(quote).join(" ") + ")"}`);
    return parts;
  };
  const ends = [end("client"), end("server")];
  if (rows.length === 0 || ends.includes(undefined)) return "";
  return [...new Set(ends.flatMap((e) => e ?? []))].join(" AND ");
}

const exported: (keyof EdgeRow)[] = ["client", "client_network", "server", "server_network", "port", "protocol", "action", "state", "new", "flows", "bytes_to_server", "bytes_to_client", "packets", "before_bytes", "first_seen", "last_seen", "filter"];

/** csvOf writes rows after RFC 4180; what a spreadsheet would run as a formula gets a
 * quote in front. */
export function csvOf(rows: EdgeRow[]): string {
  const cell = (v: unknown) => {
    let text = String(v ?? "");
    if (/^[=+@\t-]/.test(text) && Number.isNaN(Number(text))) text = "'" + text;
    return /[",\r\n]|^'/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return [exported.join(","), ...rows.map((r) => exported.map((k) => cell(r[k])).join(","))].join("\r\n") + "\r\n";
}

function saveCSV(rows: EdgeRow[]) {
  const a = document.createElement("a");
  const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv" }));
  a.href = url;
  a.download = "edges.csv";
  document.body.append(a);
  a.click();
  a.remove();
  URL.revokeObjectURL(url);
}
