// What an entity answers, what the internet tries, and the rules that let in what is
// answered and nothing else.
import { useState } from "react";
import type { Asked } from "../../api/hooks";
import { bytes, count, plural } from "../../app/format";
import { useZone } from "../../app/zone";
import { Copy } from "../../table/Copy";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import { Badge } from "../../table/Badge";
import { Tabs } from "../../table/Tabs";
import { Value } from "../../table/Value";
import type { Entity, EntityPorts } from "./index";
import { protocolName } from "../graph/model";
import css from "./entity.module.css";

type Listener = EntityPorts["listeners"][number];
type Exposed = EntityPorts["exposure"][number];
type Rule = EntityPorts["rules"][number];
type Props = { e: Entity; ports: EntityPorts | undefined; asked: Pick<Asked<unknown>, "loading" | "error" | "refetch"> };

const portKey = (p: { port: number; protocol: number }) => p.port + "/" + p.protocol;

export function Ports({ ports, asked }: Props) {
  const zone = useZone();
  const listeners: Column<Listener>[] = [
    { key: "port", title: "Port", width: 90, align: "right", render: (r) => <Value field="service_port" value={r.port} /> },
    { key: "protocol", title: "Protocol", width: 90, render: (r) => protocolName(r.protocol) },
    { key: "clients", title: "Clients", width: 90, align: "right", render: (r) => count(r.clients) },
    { key: "public_clients", title: "From the internet", width: 134, align: "right", render: (r) => count(r.public_clients) },
    { key: "apps", title: "Busiest clients", min: 160, sort: false, render: (r) => r.apps.join(", ") || "–" },
    { key: "flows", title: "Answers", width: 90, align: "right", render: (r) => count(r.flows) },
    { key: "bytes", title: "Bytes", width: 90, align: "right", render: (r) => bytes(r.bytes) },
    { key: "first_seen", title: "First in range", width: 136, min: 136, render: (r) => zone.time(r.first_seen) },
  ];
  const exposed: Column<Exposed>[] = [
    { key: "port", title: "Port", width: 90, align: "right", render: (r) => <Value field="dstport" value={r.port} /> },
    { key: "protocol", title: "Protocol", width: 90, render: (r) => protocolName(r.protocol) },
    { key: "sources", title: "Sources that tried", width: 136, align: "right", render: (r) => count(r.sources) },
    { key: "flows", title: "Flows", width: 90, align: "right", render: (r) => count(r.flows) },
    { key: "rejected", title: "Rejected", width: 90, align: "right", render: (r) => count(r.rejected) },
    { key: "answered", title: "Answered", min: 130, render: (r) => (r.answered ? <Badge tone="medium">{plural(r.answered, "address", "addresses")} answered</Badge> : r.flows > r.rejected ? "let in, no answer" : "no") },
    { key: "last_seen", title: "Last", width: 136, min: 136, render: (r) => zone.time(r.last_seen) },
  ];
  return (
    <>
      <Panel title="Ports that answered" help="A port answers when it sends more than a reset to whoever called it. Each flow counts once." meta={ports?.meta} loading={asked.loading} error={asked.error} onRetry={asked.refetch} ready={!!ports} flush waitHeight={200}>
        {ports && ports.listeners.length === 0 ? <Empty what="port that answered in the range" reasons={["Nothing that called it got an answer that is in the logs"]} /> : ports && <DataTable id="entity-listeners" label="Ports that answered" columns={listeners} rows={ports.listeners} rowKey={portKey} height={Math.min(360, 60 + ports.listeners.length * 32)} />}
      </Panel>
      <Panel title="What the internet tries" help="Calls from public addresses by port, whatever the verdict." loading={asked.loading} error={asked.error} ready={!!ports} flush waitHeight={200}>
        {ports && ports.exposure.length === 0 ? <Empty what="call from the internet in the range" reasons={["No unsolicited packet from a public address is in the logs of it"]} /> : ports && <DataTable id="entity-exposure" label="What the internet tries" columns={exposed} rows={ports.exposure} rowKey={portKey} height={Math.min(420, 60 + ports.exposure.length * 32)} />}
      </Panel>
    </>
  );
}

export function Rules({ ports, asked }: Props) {
  const [text, setText] = useState("aws");
  const columns: Column<Rule>[] = [
    { key: "source", title: "Source", width: 190, render: (r) => <code>{r.source}</code> },
    { key: "protocol", title: "Protocol", width: 90, render: (r) => protocolName(r.protocol) },
    { key: "port", title: "Port", width: 90, align: "right" },
    { key: "description", title: "Who is behind it", min: 180 },
    { key: "clients", title: "Clients", width: 90, align: "right", render: (r) => count(r.clients) },
    { key: "flows", title: "Answers", width: 90, align: "right", render: (r) => count(r.flows) },
  ];
  return (
    <>
      <Panel
        title="Inbound rules that the answered traffic needs"
        help={
          <>
            <p>For every port that answered, who was answered in the range: addresses of one app joined into few prefixes, none shorter than /20; the internet only where at least 20 public addresses were answered.</p>
            <p>Traffic that is rare may not be in the range: choose one that has a month end, a backup, a deployment in it.</p>
          </>
        }
        meta={ports?.meta}
        loading={asked.loading}
        error={asked.error}
        onRetry={asked.refetch}
        ready={!!ports}
        flush
        waitHeight={200}
      >
        {ports && ports.rules.length === 0 ? <Empty what="inbound rule is needed" reasons={["Nothing that called it was answered in the range"]} /> : ports && <DataTable id="entity-rules" label="Inbound rules" columns={columns} rows={ports.rules} rowKey={(r) => r.source + portKey(r)} height={Math.min(420, 60 + ports.rules.length * 32)} />}
      </Panel>
      {ports && ports.rules.length > 0 && (
        <Panel title="As security-group text" ready actions={<Copy text={text === "aws" ? ports.aws : ports.terraform} />}>
          {ports.more && <p className={css.warning}>There were more than 20,000 clients: the least busy are not in the rules.</p>}
          <Tabs
            label="Text"
            value={text}
            onChange={setText}
            tabs={[
              { id: "aws", title: "AWS CLI" },
              { id: "terraform", title: "Terraform" },
            ]}
          >
            <pre className={css.code} tabIndex={0} aria-label="Rules as text">{text === "aws" ? ports.aws : ports.terraform}</pre>
          </Tabs>
        </Panel>
      )}
    </>
  );
}
