// What the graph page makes of an answer before it draws it.
import type { Schemas } from "../../api/client";

export type Graph = Schemas["Graph"];
export type Card = Schemas["GraphCard"];
export type Link = Schemas["GraphLink"];

/** joinIDs writes a list of ids as the address and the API have it. */
export const joinIDs = (ids: string[]) => ids.map((id) => id.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
/** splitIDs reads one. */
export const splitIDs = (text: string) => text.split(",").filter(Boolean).map((id) => id.replaceAll("%2C", ",").replaceAll("%25", "%"));

/** plainID is an id without the side of the app in the middle that its card stands on. */
export const plainID = (id: string) => id.replace(/^(client|server)\|/, "");

/** shortNetwork is the end of a long id: …f03d1. */
export const shortNetwork = (id: string) => (/^(vpc|net|subnet)-/.test(id) && id.length > 12 ? "…" + id.slice(-5) : id);

/** nameOf is what people call an app: its name without its network. */
export function nameOf(id: string): string {
  const plain = plainID(id);
  const at = plain.indexOf("/");
  if (at > 0) return plain.slice(at + 1);
  return plain.replace(/^(in|out|cloud):/, "");
}

/** entityOf is the page of an app's card, undefined for groups. */
export function entityOf(card: { id: string; kind: string }): string | undefined {
  if (card.kind !== "app") return undefined;
  const id = plainID(card.id);
  return "/entity/app/" + encodeURIComponent(id.includes("/") && !/^(in|out|cloud):/.test(id) ? id : nameOf(id));
}

export const linkKey = (l: Link) => l.client + "\n" + l.server;

const names: Record<number, string> = { 1: "icmp", 6: "tcp", 17: "udp", 47: "gre", 50: "esp", 58: "icmpv6" };
/** protocolName is a protocol in letters. */
export const protocolName = (p: number) => names[p] ?? "protocol " + p;
/** portName writes a port with its protocol; 0 stands for all of rejected calls. */
export const portName = (p: { port: number; protocol: number }) => (p.port ? `${p.port}/` : "") + protocolName(p.protocol);

/** width of a link by its bytes, in pixels: each factor of ten adds one. */
export const widthOf = (bytes: number) => 1 + Math.min(6, Math.max(0, Math.log10(Math.max(1, bytes)) - 4) * 0.9);

export const maxDrawn = 70;

/** drawn chooses the links of a picture: the widest, and all that stand out. */
export function drawn(links: Link[], picked: string, compare: boolean): Link[] {
  return links.filter((l, i) => i < maxDrawn || l.new || l.match || (compare && (l.state === "new" || l.state === "gone")) || l.client === picked || l.server === picked);
}

export type Size = { card: number; high: number; gapX: number; gapY: number };
export type Box = { x: number; y: number };

/** place puts cards on the plane, in columns that fill the width that there is. */
export function place(cards: Card[], width: number): { size: Size; at: Map<string, Box>; width: number; height: number } {
  const cols = Math.max(1, ...cards.map((c) => c.col + 1));
  const rows = Math.max(1, ...cards.map((c) => c.row + 1));
  const pitch = Math.min(300, Math.max(146, (width - 24) / cols));
  const card = Math.min(176, Math.round(pitch * 0.74));
  const size = { card, high: 40, gapX: pitch - card, gapY: 10 };
  const used = cols * pitch - size.gapX;
  const left = Math.max(12, (width - used) / 2);
  const at = new Map(cards.map((c) => [c.id, { x: left + c.col * pitch, y: 12 + c.row * (size.high + size.gapY) }]));
  return { size, at, width: Math.max(width, used + 24), height: rows * (size.high + size.gapY) + 14 };
}

/** curve is the path of a link between two cards, and where its label stands. */
export function curve(a: Box, b: Box, s: Size, self: boolean): { path: string; label: Box } {
  const ay = a.y + s.high / 2;
  const by = b.y + s.high / 2;
  if (self) {
    const x = a.x + s.card;
    return { path: `M${x} ${ay - 8}C${x + 34} ${ay - 20} ${x + 34} ${ay + 20} ${x} ${ay + 8}`, label: { x: x + 24, y: ay } };
  }
  if (b.x > a.x) {
    const x1 = a.x + s.card;
    const x2 = b.x - 5;
    const bend = Math.max(20, (x2 - x1) / 2);
    return { path: `M${x1} ${ay}C${x1 + bend} ${ay} ${x2 - bend} ${by} ${x2} ${by}`, label: { x: (x1 + x2) / 2, y: (ay + by) / 2 } };
  }
  if (b.x === a.x) {
    const x = a.x + s.card;
    const out = Math.min(s.gapX * 0.8, 16 + Math.abs(by - ay) / 10);
    return { path: `M${x} ${ay}C${x + out} ${ay} ${x + out} ${by} ${x + 5} ${by}`, label: { x: x + out * 0.75, y: (ay + by) / 2 } };
  }
  // Back to the left: out below, in from the right.
  const x1 = a.x;
  const x2 = b.x + s.card + 5;
  const bend = Math.max(20, (x1 - x2) / 2);
  return { path: `M${x1} ${ay}C${x1 - bend} ${ay} ${x2 + bend} ${by} ${x2} ${by}`, label: { x: (x1 + x2) / 2, y: (ay + by) / 2 } };
}

/** next finds the card that an arrow key leads to. */
export function next(cards: Card[], from: Card, key: string): Card | undefined {
  const along = key === "ArrowUp" || key === "ArrowDown";
  const sign = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
  let best: Card | undefined;
  let score = Infinity;
  for (const c of cards) {
    const dx = (c.col - from.col) * sign;
    const dy = (c.row - from.row) * sign;
    const ahead = along ? (c.col === from.col ? dy : -1) : dx;
    if (ahead <= 0) continue;
    const far = along ? ahead : ahead * 100 + Math.abs(c.row - from.row);
    if (far < score) {
      score = far;
      best = c;
    }
  }
  return best;
}
