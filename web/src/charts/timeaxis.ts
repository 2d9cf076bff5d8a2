// Ticks of time on round local hours, days and months of any zone. The browser knows the zones
// (Intl); this file only asks it for the offset at an instant. Times are unix seconds.
import { offsetOf } from "../app/zone";

const offsets = new Map<string, Map<number, number>>();

// Clocks change at whole quarters of an hour in all zones since 1970.
const quarter = 900;

/** offsetAt is how far a zone's clock is ahead of UTC at an instant, in seconds; remembered, as axes ask often. */
export function offsetAt(t: number, zone: string): number {
  if (zone === "UTC") return 0;
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const at = Math.floor(t / quarter);
  const hit = known.get(at);
  if (hit !== undefined) return hit;
  const offset = offsetOf(new Date(at * quarter * 1000), zone);
  if (known.size > 20000) known.clear();
  known.set(at, offset);
  return offset;
}

interface Segment {
  from: number;
  to: number;
  offset: number;
}

/** segments cuts a range where the zone's clock changes. */
function segments(from: number, to: number, zone: string): Segment[] {
  const out: Segment[] = [];
  const stride = to - from > 2 * 366 * 86400 ? 7 * 86400 : 86400;
  let start = from;
  let offset = offsetAt(from, zone);
  for (let t = from; t < to; ) {
    const next = Math.min(t + stride, to);
    const then = offsetAt(next, zone);
    if (then !== offset) {
      let lo = Math.floor(t / quarter);
      let hi = Math.ceil(next / quarter);
      while (hi - lo > 1) {
        const mid = (lo + hi) >> 1;
        if (offsetAt(mid * quarter, zone) === offset) lo = mid;
        else hi = mid;
      }
      out.push({ from: start, to: hi * quarter, offset });
      start = hi * quarter;
      offset = offsetAt(start, zone);
      t = start;
    } else {
      t = next;
    }
  }
  out.push({ from: start, to: to + 1, offset });
  return out;
}

/** instantOf is when a zone's clock shows a wall time (seconds as if it were UTC): the earlier of two, and where the clock skips it, the moment after. */
export function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - 86400, zone);
  const after = offsetAt(wall + 86400, zone);
  for (const o of [before, after]) if (offsetAt(wall - o, zone) === o) return wall - o;
  return segments(wall - before - 86400, wall - before + 86400, zone)[1]?.from ?? wall - before;
}

/** Step is the distance of ticks in one of four measures. */
export interface Step {
  unit: "second" | "day" | "month" | "year";
  n: number;
}

const ladder: [number, Step][] = [
  ...[1, 5, 10, 15, 30, 60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200].map((n): [number, Step] => [n, { unit: "second", n }]),
  ...[1, 2, 4, 7, 14].map((n): [number, Step] => [n * 86400, { unit: "day", n }]),
  ...[1, 3, 6].map((n): [number, Step] => [n * 30.4 * 86400, { unit: "month", n }]),
  ...[1, 2, 5, 10, 20, 50, 100].map((n): [number, Step] => [n * 365.25 * 86400, { unit: "year", n }]),
];

/** Room that the labels of a unit need, in pixels: below hours stands a day with its name. */
const room: Record<Step["unit"], number> = { second: 72, day: 56, month: 44, year: 44 };

/** stepFor is the smallest step whose labels have room in so many pixels. */
export function stepFor(from: number, to: number, width: number): Step {
  return (ladder.find(([size, step]) => ((to - from) / size) * room[step.unit] <= width) ?? ladder[ladder.length - 1]!)[1];
}

const monday = 4; // day 4 of 1970 was a Monday

/** timeTicks are the round local times of a step in a range, both ends included. */
export function timeTicks(from: number, to: number, zone: string, step: Step): number[] {
  const out: number[] = [];
  if (!(to > from)) return out;
  if (step.unit === "second") {
    // A clock that goes back shows an hour twice, and both are ticks; one that it skips is none.
    for (const s of segments(from, to, zone)) {
      for (let w = Math.ceil((s.from + s.offset) / step.n) * step.n; w < s.to + s.offset; w += step.n) out.push(w - s.offset);
    }
    return out.filter((t) => t >= from && t <= to);
  }
  const push = (wall: number) => {
    const t = instantOf(wall, zone);
    if (t >= from && t <= to) out.push(t);
  };
  const last = to + offsetAt(to, zone);
  const first = from + offsetAt(from, zone);
  if (step.unit === "day") {
    const anchor = step.n % 7 === 0 ? monday : 0;
    let day = anchor + Math.floor((Math.floor(first / 86400) - anchor) / step.n) * step.n;
    for (; day * 86400 <= last + 86400; day += step.n) push(day * 86400);
    return out;
  }
  const months = step.unit === "year" ? 12 * step.n : step.n;
  const d = new Date(first * 1000);
  let month = Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / months) * months;
  for (; ; month += months) {
    const wall = Date.UTC(Math.floor(month / 12), month % 12, 1) / 1000;
    if (wall > last + 86400) return out;
    push(wall);
  }
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const two = (n: number) => String(n).padStart(2, "0");

function wallOf(t: number, zone: string): Date {
  return new Date((t + offsetAt(t, zone)) * 1000);
}

function clock(d: Date, withSeconds: boolean): string {
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${withSeconds ? `:${two(d.getUTCSeconds())}` : ""}`;
}

/** offsetName is "UTC+5:30". */
export function offsetName(t: number, zone: string): string {
  const o = offsetAt(t, zone);
  const m = Math.abs(o) / 60;
  return o === 0 ? "UTC" : `UTC${o < 0 ? "-" : "+"}${Math.floor(m / 60)}${m % 60 ? `:${two(m % 60)}` : ""}`;
}

/**
 * timeLabels names ticks. A second line holds the day (the year, for days and months) at the first tick and wherever it changes, and the offset
 * where the clock was changed since the tick before.
 */
export function timeLabels(ticks: number[], zone: string, step: Step): string[] {
  let seen = "";
  let offset: number | undefined;
  return ticks.map((t) => {
    const d = wallOf(t, zone);
    const day = `${d.getUTCDate()} ${monthNames[d.getUTCMonth()]}`;
    const year = String(d.getUTCFullYear());
    let top: string;
    let below: string;
    switch (step.unit) {
      case "second":
        top = clock(d, step.n < 60);
        below = `${dayNames[d.getUTCDay()]} ${day}`;
        break;
      case "day":
        top = day;
        below = year;
        break;
      case "month":
        top = monthNames[d.getUTCMonth()]!;
        below = year;
        break;
      default:
        return year;
    }
    const o = offsetAt(t, zone);
    const changed = step.unit === "second" && offset !== undefined && o !== offset;
    offset = o;
    if (below !== seen) {
      seen = below;
      return `${top}\n${below}`;
    }
    return changed ? `${top}\n${offsetName(t, zone)}` : top;
  });
}

/** timeText is "Thu 12 Mar 2026 14:05 UTC+1", with seconds where they are not 0. */
export function timeText(t: number, zone: string): string {
  const d = wallOf(t, zone);
  return `${dateText(d)} ${clock(d, t % 60 !== 0)} ${offsetName(t, zone)}`;
}

function dateText(d: Date): string {
  return `${dayNames[d.getUTCDay()]} ${d.getUTCDate()} ${monthNames[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

/** spanText is a bucket: "Thu 12 Mar 2026 14:05 – 14:10 UTC+1"; whole days are written without a clock. */
export function spanText(from: number, to: number, zone: string): string {
  const a = wallOf(from, zone);
  const b = wallOf(to, zone);
  const seconds = from % 60 !== 0 || to % 60 !== 0;
  const midnight = (d: Date) => d.getTime() % 86400000 === 0;
  if (midnight(a) && midnight(b)) {
    const last = new Date(b.getTime() - 86400000);
    return last.getTime() <= a.getTime() ? dateText(a) : `${dateText(a)} – ${dateText(last)}`;
  }
  const end = dateText(a) === dateText(b) ? clock(b, seconds) : `${dateText(b)} ${clock(b, seconds)}`;
  const sameOffset = offsetAt(from, zone) === offsetAt(to, zone);
  return `${dateText(a)} ${clock(a, seconds)}${sameOffset ? "" : ` ${offsetName(from, zone)}`} – ${end} ${offsetName(to, zone)}`;
}

/** localText is for tables and exports: "2026-03-12 14:05:00+01:00". */
export function localText(t: number, zone: string): string {
  const o = offsetAt(t, zone);
  const m = Math.abs(o) / 60;
  const d = wallOf(t, zone);
  return `${d.toISOString().slice(0, 19).replace("T", " ")}${o < 0 ? "-" : "+"}${two(Math.floor(m / 60))}:${two(m % 60)}`;
}
