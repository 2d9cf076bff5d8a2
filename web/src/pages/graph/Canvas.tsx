// The picture: cards as buttons, links as curves behind them.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { bytes, count, plural } from "../../app/format";
import { useZone } from "../../app/zone";
import { Icon } from "../../table/Icon";
import { curve, drawn, linkKey, next, pathOf, place, portName, shortNetwork, spots, widthOf, type Card, type Graph, type Link } from "./model";
import css from "./graph.module.css";

export type CanvasProps = {
  graph: Graph;
  compare: boolean;
  finding: boolean;
  onCard: (card: Card) => void;
  onLink: (link: Link) => void;
  onOpen: (card: Card) => void;
};

/** told is a link in words, for titles and those who do not see it. */
export function told(l: Link, from: string, to: string, compare: boolean): string {
  const parts = [`${from} calls ${to}`, l.ports.map((p) => (p.port ? portName(p) : "rejected " + portName(p))).join(" ") + (l.ports_total > l.ports.length ? ` and ${l.ports_total - l.ports.length} more ports` : ""), `${bytes(l.bytes)} in ${plural(l.flows, "flow")}`];
  if (l.rejected) parts.push(`${count(l.rejected)} rejected`);
  if (l.new) parts.push("first seen in this range");
  else if (l.new_edges) parts.push(`${l.new_edges} new`);
  if (compare && l.state !== "same") parts.push({ new: "not in the other range", gone: "gone since the other range", more: "at least twice of the other range", less: "at most half of the other range" }[l.state]);
  return parts.filter(Boolean).join(", ");
}

export function Canvas({ graph, compare, finding, onCard, onLink, onOpen }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [hot, setHot] = useState("");
  const [active, setActive] = useState("");
  const zone = useZone();

  useLayoutEffect(() => {
    const el = box.current;
    if (!el) return;
    const watch = new ResizeObserver(() => setWidth(el.clientWidth));
    watch.observe(el);
    setWidth(el.clientWidth);
    return () => watch.disconnect();
  }, []);

  const plan = useMemo(() => place(graph.cards, width || 1000), [graph.cards, width]);
  const title = useMemo(() => new Map(graph.cards.map((c) => [c.id, c.title])), [graph.cards]);
  const links = useMemo(() => drawn(graph.links, hot, compare), [graph.links, hot, compare]);
  const near = useMemo(() => {
    const set = new Set<string>(hot ? [hot] : []);
    if (hot) for (const l of graph.links) if (l.client === hot) set.add(l.server);
    else if (l.server === hot) set.add(l.client);
    return set;
  }, [hot, graph.links]);
  const current = graph.cards.some((c) => c.id === active) ? active : graph.cards[0]?.id;

  // The focus stays on a card that stands elsewhere now.
  useEffect(() => setHot(""), [graph.cards]);

  const key = (e: KeyboardEvent, c: Card) => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === "+" && c.kind === "group") {
      e.preventDefault();
      onOpen(c);
      return;
    }
    if (!e.key.startsWith("Arrow")) return;
    const to = next(graph.cards, c, e.key);
    e.preventDefault();
    if (!to) return;
    setActive(to.id);
    box.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(to.id)}"]`)?.focus();
  };

  const stateClass = (l: Link) =>
    [
      css.link,
      l.new && css.isNew,
      l.flows > 0 && l.rejected === l.flows && css.refused,
      compare && l.state === "gone" && css.gone,
      compare && l.state === "new" && css.isNew,
      compare && l.state === "more" && css.more,
      compare && l.state === "less" && css.less,
      hot && (l.client === hot || l.server === hot ? css.hot : css.cold),
      !hot && finding && (l.match ? css.hot : css.cold),
    ].filter(Boolean).join(" ");


  const lines = useMemo(() => {
    const all = links.flatMap((l) => {
      const a = plan.at.get(l.client);
      const b = plan.at.get(l.server);
      return a && b ? [{ l, points: curve(a, b, plan.size, l.client === l.server) }] : [];
    });
    const marked = all.filter(({ l }) => markOf(l, compare));
    const places = spots(marked.map((o) => o.points), [...plan.at.values()], plan.size);
    return all.map((o) => ({ l: o.l, c: pathOf(o.points), at: places[marked.indexOf(o)] }));
  }, [links, plan, compare]);

  return (
    <div ref={box} className={css.canvas} role="group" aria-label={`${plural(graph.cards.length, "card")} and ${plural(graph.links.length, "link")}; arrow keys move between cards, Enter tells more, plus opens a group`}>
      <div className={css.plane} style={{ width: plan.width, height: plan.height }}>
        <svg className={css.links} width={plan.width} height={plan.height} aria-hidden="true" focusable="false">
          {lines.map(({ l, c, at }) => {
            const m = markOf(l, compare);
            const w = widthOf(compare && l.state === "gone" ? l.before_bytes : l.bytes);
            return (
              <g key={linkKey(l)} className={stateClass(l)} onClick={() => onLink(l)} data-link={linkKey(l)} data-state={compare ? l.state : l.new ? "new" : "same"}>
                <title>{told(l, title.get(l.client) ?? "", title.get(l.server) ?? "", compare)}</title>
                <path className={css.grab} d={c} />
                <path className={css.stroke} d={c} strokeWidth={w} />
                <Head path={c} />
                {m && at && (
                  <g className={css.mark} transform={`translate(${at.x} ${at.y})`}>
                    <circle r="7.5" />
                    <text textAnchor="middle" dy="3.5">
                      {m}
                    </text>
                  </g>
                )}
              </g>
            );
          })}
        </svg>
        {graph.cards.map((c) => {
          const at = plan.at.get(c.id);
          if (!at) return null;
          const faded = hot ? !near.has(c.id) : finding && !c.match;
          return (
            <div
              key={c.id}
              className={[css.card, css[c.kind], css[c.side], c.quiet && c.kind !== "open" && css.quiet, faded && css.faded].filter(Boolean).join(" ")}
              style={{ left: at.x, top: at.y, width: plan.size.card, height: plan.size.high }}
              onMouseEnter={() => setHot(c.id)}
              onMouseLeave={() => setHot("")}
            >
              <button
                type="button"
                data-card={c.id}
                className={css.face}
                tabIndex={c.id === current ? 0 : -1}
                onClick={() => onCard(c)}
                onFocus={() => {
                  setActive(c.id);
                  setHot(c.id);
                }}
                onBlur={() => setHot("")}
                onKeyDown={(e) => key(e, c)}
                title={`${c.title}${c.network ? ", " + c.network : ""}: ${bytes(c.bytes)}, first seen ${zone.time(c.first_seen)}`}
              >
                <span className={css.name}>{c.title === c.network ? "VPC " + shortNetwork(c.title) : c.title}</span>
                <span className={css.sub}>
                  {c.kind !== "open" && <>{c.quiet ? "quiet" : bytes(c.bytes)} · </>}
                  {c.kind === "open" ? "opened" : c.kind === "group" ? plural(c.apps, "app") : c.network ? shortNetwork(c.network).replace(/^…./, "") : c.side === "cloud" ? "cloud" : "outside"}
                </span>
              </button>
              <span className={css.flags}>
                {c.new && (
                  <b className={css.newFlag} title="First seen in this range">
                    N<span className="hidden-text">ew</span>
                  </b>
                )}
                {c.front && (
                  <span className={css.frontFlag} title={`Front-facing: answers the internet on ${c.front.ports.map(portName).join(", ") || "a port"} since ${zone.time(c.front.since)}`}>
                    <Icon name="globe" size={12} />
                    <span className="hidden-text">front-facing</span>
                  </span>
                )}
                {c.alerts > 0 && (
                  <span className={css.alertFlag} title={plural(c.alerts, "open alert")}>
                    {c.alerts}
                    <span className="hidden-text"> open alerts</span>
                  </span>
                )}
              </span>
              {(c.kind === "group" || c.kind === "open") && (
                <button type="button" className={css.toggle} tabIndex={-1} aria-label={`${c.kind === "open" ? "Close" : "Open"} ${c.title}`} title={c.kind === "open" ? "Close the group" : "Open the group"} onClick={() => onOpen(c)}>
                  <Icon name={c.kind === "open" ? "minus" : "plus"} size={12} />
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** markOf is the sign on a link, so that no colour has to tell. */
function markOf(l: Link, compare: boolean): string {
  if (compare && l.state === "gone") return "–";
  if (l.new || (compare && l.state === "new")) return "N";
  if (compare && l.state === "more") return "▲";
  if (compare && l.state === "less") return "▼";
  return l.flows > 0 && l.rejected === l.flows ? "×" : "";
}

/** Head is the arrow at the end of a path, which comes in level. */
function Head({ path }: { path: string }) {
  const n = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const [cx, , x, y] = n.slice(-4);
  if (x === undefined || y === undefined || cx === undefined) return null;
  const d = cx < x ? 1 : -1;
  return <path className={css.head} d={`M${x + 5 * d} ${y}l${-6 * d} -3.5v7z`} />;
}
