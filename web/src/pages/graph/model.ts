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

export type Curve = [Box, Box, Box, Box];

/** curve is a link between two cards as a cubic Bézier. */
export function curve(a: Box, b: Box, s: Size, self: boolean): Curve {
  const ay = a.y + s.high / 2;
  const by = b.y + s.high / 2;
  const right = a.x + s.card;
  if (self) return [{ x: right, y: ay - 8 }, { x: right + 34, y: ay - 20 }, { x: right + 34, y: ay + 20 }, { x: right + 5, y: ay + 8 }];
  if (b.x === a.x) {
    const out = Math.min(s.gapX * 0.8, 16 + Math.abs(by - ay) / 10);
    return [{ x: right, y: ay }, { x: right + out, y: ay }, { x: right + out, y: by }, { x: right + 5, y: by }];
  }
  // Back to the left: out in front, in from behind.
  const [x1, x2] = b.x > a.x ? [right, b.x - 5] : [a.x, b.x + s.card + 5];
  const bend = Math.max(20, Math.abs(x2 - x1) / 2) * (x2 > x1 ? 1 : -1);
  return [{ x: x1, y: ay }, { x: x1 + bend, y: ay }, { x: x2 - bend, y: by }, { x: x2, y: by }];
}

export const pathOf = ([a, b, c, d]: Curve) => `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`;

function along([a, b, c, d]: Curve, t: number): Box {
  const u = 1 - t;
  const mix = (k: "x" | "y") => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
  return { x: mix("x"), y: mix("y") };
}

/** spots finds a place on each curve for its mark: on no card and on no other mark.
 * undefined where there is none. */
export function spots(curves: Curve[], cards: Box[], s: Size): (Box | undefined)[] {
  const taken: Box[] = [];
  return curves.map((c) => {
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.12, 0.88, 0.07, 0.93]) {
      const p = along(c, t);
      const free = !taken.some((o) => Math.hypot(o.x - p.x, o.y - p.y) < 16) && !cards.some((k) => p.x > k.x - 7 && p.x < k.x + s.card + 7 && p.y > k.y - 7 && p.y < k.y + s.high + 7);
      if (!free) continue;
      taken.push(p);
      return p;
    }
    return undefined;
  });
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
