// The one control of the time zone: what the address says, else what the user chose,
// else UTC. Everything that shows a time asks here.
import { useMemo, useSyncExternalStore } from "react";
import { useParam } from "./search";

const stored = "weir.zone";
const listeners = new Set<() => void>();

/** localZone is the browser's own. */
export const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** validZone says whether a name is a zone that the browser knows. */
export function validZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function setZone(name: string) {
  try {
    localStorage.setItem(stored, name);
  } catch {
    // no storage: for this page only
  }
  listeners.forEach((f) => f());
}

function readZone(): string {
  try {
    const name = localStorage.getItem(stored);
    if (name && validZone(name)) return name;
  } catch {
    // no storage
  }
  return "UTC";
}

export type Instant = string | number | Date;

/** instant reads RFC 3339, Unix seconds or a Date. */
export function instant(t: Instant): Date {
  if (t instanceof Date) return t;
  return new Date(typeof t === "number" ? t * 1000 : t);
}

type Parts = { year: string; month: string; day: string; hour: string; minute: string; second: string; offset: string };
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(t: Date, zone: string): Parts {
  let f = formats.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "longOffset",
    });
    formats.set(zone, f);
  }
  const out: Record<string, string> = {};
  for (const p of f.formatToParts(t)) out[p.type] = p.value;
  return {
    year: out.year ?? "",
    month: out.month ?? "",
    day: out.day ?? "",
    hour: out.hour ?? "",
    minute: out.minute ?? "",
    second: out.second ?? "",
    offset: (out.timeZoneName ?? "GMT").replace("GMT", "") || "+00:00",
  };
}

/** offsetOf is how far a zone is ahead of UTC at a time, in seconds. */
export function offsetOf(t: Date, zone: string): number {
  const m = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(parts(t, zone).offset);
  if (!m) return 0;
  const s = Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4] ?? 0);
  return m[1] === "-" ? -s : s;
}

/** inZone reads a wall-clock time (2026-01-31T10:00) in a zone. A time that a clock
 * change skips is the one as far after it; one that comes twice is the first. */
export function inZone(wall: string, zone: string): Date | undefined {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(wall.trim());
  if (!m) return undefined;
  const at = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0));
  if (Number.isNaN(at)) return undefined;
  const before = offsetOf(new Date(at - 86_400_000), zone);
  const after = offsetOf(new Date(at + 86_400_000), zone);
  const first = new Date(at - before * 1000);
  if (before === after || offsetOf(first, zone) === before) return first;
  const second = new Date(at - after * 1000);
  return offsetOf(second, zone) === after ? second : first;
}

export type Zone = ReturnType<typeof zoned>;

/** zoned writes times in a zone. */
export function zoned(zone: string) {
  const date = (t: Instant) => {
    const p = parts(instant(t), zone);
    return `${p.year}-${p.month}-${p.day}`;
  };
  const clock = (t: Instant, seconds = false) => {
    const p = parts(instant(t), zone);
    return `${p.hour}:${p.minute}` + (seconds ? `:${p.second}` : "");
  };
  return {
    zone,
    /** date writes the day: 2026-01-31. */
    date,
    /** clock writes the time of day: 10:04. */
    clock,
    /** time writes day and time: 2026-01-31 10:04. */
    time: (t: Instant, seconds = false) => date(t) + " " + clock(t, seconds),
    /** stamp writes everything with the offset, for titles and copies. */
    stamp: (t: Instant) => `${date(t)}T${clock(t, true)}${zone === "UTC" ? "Z" : parts(instant(t), zone).offset}`,
    /** offset is how far ahead of UTC the zone is then, in seconds. */
    offset: (t: Instant) => offsetOf(instant(t), zone),
  };
}

/** ago writes how long before a time something was. */
export function ago(t: Instant, now: Date = new Date()): string {
  const s = (now.getTime() - instant(t).getTime()) / 1000;
  const abs = Math.abs(s);
  const text =
    abs < 60 ? Math.round(abs) + " s" : abs < 5400 ? Math.round(abs / 60) + " min" : abs < 129_600 ? Math.round(abs / 3600) + " h" : Math.round(abs / 86_400) + " d";
  return s < 0 ? "in " + text : text + " ago";
}

/** useZone is the zone in force and how times are written in it. */
export function useZone() {
  const chosen = useSyncExternalStore(
    (f) => {
      listeners.add(f);
      return () => listeners.delete(f);
    },
    readZone,
    () => "UTC",
  );
  const tz = useParam("tz");
  const zone = tz && validZone(tz) ? tz : chosen;
  return useMemo(() => zoned(zone), [zone]);
}
