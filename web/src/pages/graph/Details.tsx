// What a card or a link says when it is picked.
import { useMemo } from "react";
import { type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bytes, count, plural } from "../../app/format";
import { useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Drawer } from "../../table/Drawer";
import { Fault } from "../../table/Fault";
import { Skeleton } from "../../table/Skeleton";
import { Edges, edgeRows, filterOf } from "./Edges";
import { entityOf, linkKey, plainID, portName, type Card, type Graph, type Link } from "./model";
import css from "./graph.module.css";

export type Params = Record<string, string | undefined>;

export function LinkDrawer({ graph, from, to, params, compare, onClose }: { graph: Graph; from: string; to: string; params: Params; compare: boolean; onClose: () => void }) {
  const zone = useZone();
  const go = useGo();
  const link = graph.links.find((l) => l.client === from && l.server === to);
  const client = graph.cards.find((c) => c.id === from);
  const server = graph.cards.find((c) => c.id === to);
  const q = useGet("/graph/edges", { ...params, client: plainID(from), server: plainID(to) }, { keep: false });
  const rows = useMemo(() => edgeRows(q.data as Schemas["Table"] | undefined), [q.data]);
  const all = useMemo(() => filterOf(rows), [rows]);
  return (
    <Drawer
      open
      onClose={onClose}
      width={780}
      title={`${client?.title ?? from} → ${server?.title ?? to}`}
      sub={link ? `${plural(link.edges, "pair")} of apps, ${plural(link.ports_total, "port")}` : undefined}
      actions={all ? <Button icon="search" onClick={() => go("/explore", { q: all })}>Records</Button> : undefined}
    >
      {link && (
        <dl className={css.facts}>
          <Fact name="Bytes">{bytes(link.bytes)}{compare && ` (${bytes(link.before_bytes)} in the other range)`}</Fact>
          <Fact name="Packets">{count(link.packets)}</Fact>
          <Fact name="Flows accepted">{count(link.flows - link.rejected)}</Fact>
          <Fact name="Flows rejected">{count(link.rejected)}</Fact>
          <Fact name="First seen">{zone.time(link.first_seen)} {link.new && <Badge tone="accent">new</Badge>}</Fact>
          <Fact name="Last seen">{link.last_seen ? zone.time(link.last_seen) : "before the range"}</Fact>
        </dl>
      )}
      <h3 className={css.part}>By port</h3>
      {q.error ? <Fault error={q.error} onRetry={q.refetch} /> : !q.data ? <Skeleton height={160} /> : <Edges id="graph-link" label="Edges of the link by port" rows={rows} compare={compare} short height={360} />}
    </Drawer>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function CardDrawer({ graph, id, compare, onClose, onLink, onOpen, onShut, onCenter }: {
  graph: Graph;
  id: string;
  compare: boolean;
  onClose: () => void;
  onLink: (l: Link) => void;
  onOpen: (c: Card) => void;
  onShut: (id: string) => void;
  onCenter: (id: string) => void;
}) {
  const zone = useZone();
  const go = useGo();
  const card = graph.cards.find((c) => c.id === id);
  if (!card) return null;
  const calls = graph.links.filter((l) => l.client === id && l.server !== id);
  const called = graph.links.filter((l) => l.server === id && l.client !== id);
  const page = entityOf(card);
  const group = card.kind !== "app";
  return (
    <Drawer
      open
      onClose={onClose}
      title={card.title}
      sub={group ? `${plural(card.apps, "app")}${card.note ? ", account " + card.note : ""}` : [card.network, card.note].filter(Boolean).join(", ") || "outside the networks"}
      footer={
        <div className={css.actions}>
          {page && <Button kind="primary" icon="open" onClick={() => go(page)}>Open the app</Button>}
          {!group && <Button icon="graph" onClick={() => onCenter(plainID(id))}>Callers and called</Button>}
          {group && <Button kind="primary" icon={card.kind === "open" ? "minus" : "plus"} onClick={() => onOpen(card)}>{card.kind === "open" ? "Close the group" : "Open the group"}</Button>}
          {card.parent && !/^(client|server)\|/.test(id) && <Button icon="minus" onClick={() => onShut(card.parent!)}>Close into its group</Button>}
        </div>
      }
    >
      <dl className={css.facts}>
        <Fact name="Bytes">{bytes(card.bytes)}</Fact>
        <Fact name="Flows">{count(card.flows)}</Fact>
        <Fact name="Rejected">{count(card.rejected)}</Fact>
        <Fact name="First seen">{zone.time(card.first_seen)} {card.new && <Badge tone="accent">new</Badge>}</Fact>
        {card.front && <Fact name="Answers the internet">{card.front.ports.map(portName).join(", ") || "declared"} since {zone.time(card.front.since)}</Fact>}
        {card.alerts > 0 && <Fact name="Open alerts"><button type="button" className={css.textButton} onClick={() => go("/alerts")}>{card.alerts}</button></Fact>}
      </dl>
      <LinkList title="Calls" links={calls} graph={graph} other={(l) => l.server} compare={compare} onLink={onLink} />
      <LinkList title="Is called by" links={called} graph={graph} other={(l) => l.client} compare={compare} onLink={onLink} />
    </Drawer>
  );
}

function LinkList({ title, links, graph, other, compare, onLink }: { title: string; links: Link[]; graph: Graph; other: (l: Link) => string; compare: boolean; onLink: (l: Link) => void }) {
  if (links.length === 0) return null;
  return (
    <>
      <h3 className={css.part}>
        {title} <span className={css.soft}>{links.length}</span>
      </h3>
      <ul className={css.list}>
        {links.map((l) => (
          <li key={linkKey(l)}>
            <button type="button" onClick={() => onLink(l)}>
              <span className={css.grow}>{graph.cards.find((c) => c.id === other(l))?.title}</span>
              <span className={css.soft}>{l.ports.slice(0, 3).map((p) => (p.port ? portName(p) : portName(p) + " rejected")).join(" ")}{l.ports_total > 3 ? " …" : ""}</span>
              {l.new && <Badge tone="accent">new</Badge>}
              {compare && l.state !== "same" && <Badge>{l.state}</Badge>}
              <span className={css.number}>{bytes(l.bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
