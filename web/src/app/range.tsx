// The one control of the time range. The address keeps it as texts (end-24h, now-1h,
// 2026-01-31T10:00:00Z); the server says what they come to.
import { useCallback, useMemo } from "react";
import { useGet } from "../api/hooks";
import { useSearch } from "./search";
import { useZone } from "./zone";

export const defaultSince = "end-24h";
export const defaultUntil = "end";

const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** relative reads end-24h and now: its base and seconds before it. */
export function relative(text: string): { base: "now" | "end"; back: number } | undefined {
  const m = /^(now|end)(?:-(\d+)([smhdw]))?$/.exec(text);
  if (!m) return undefined;
  return { base: m[1] as "now" | "end", back: m[2] ? Number(m[2]) * (units[m[3] ?? "s"] ?? 1) : 0 };
}

/** ranges are those that the control offers. */
export const ranges: { since: string; until: string; label: string }[] = [
  { since: "end-1h", until: "end", label: "Newest hour" },
  { since: "end-6h", until: "end", label: "Newest 6 hours" },
  { since: "end-24h", until: "end", label: "Newest 24 hours" },
  { since: "end-3d", until: "end", label: "Newest 3 days" },
  { since: "end-7d", until: "end", label: "Newest 7 days" },
  { since: "end-14d", until: "end", label: "Newest 14 days" },
  { since: "end-30d", until: "end", label: "Newest 30 days" },
  { since: "now-15m", until: "now", label: "Last 15 minutes" },
  { since: "now-1h", until: "now", label: "Last hour" },
  { since: "now-24h", until: "now", label: "Last 24 hours" },
  { since: "now-7d", until: "now", label: "Last 7 days" },
];

const iso = (s: number) => new Date(Math.round(s) * 1000).toISOString().replace(".000Z", "Z");

/** useRange is the range in force. `from` and `to` are Unix seconds, known once the
 * server has told where its data ends. */
export function useRange() {
  const [search, setSearch] = useSearch();
  const zone = useZone();
  const extent = useGet("/range", undefined, { every: 30_000 });
  const since = search.since ?? defaultSince;
  const until = search.until ?? defaultUntil;
  const end = extent.data?.to ? Date.parse(extent.data.to) / 1000 : undefined;

  const seconds = useCallback(
    (text: string): number | undefined => {
      const r = relative(text);
      if (r) {
        const base = r.base === "now" ? Date.now() / 1000 : (end ?? undefined);
        return base === undefined ? undefined : base - r.back;
      }
      if (/^\d+$/.test(text)) return Number(text);
      const t = Date.parse(text);
      return Number.isNaN(t) ? undefined : t / 1000;
    },
    [end],
  );

  const from = seconds(since);
  const to = seconds(until);

  const set = useCallback(
    (s: string, u: string, o?: { replace?: boolean }) =>
      setSearch({ since: s === defaultSince && u === defaultUntil ? undefined : s, until: u === defaultUntil ? undefined : u }, o),
    [setSearch],
  );
  /** zoom takes the range of a drag, in Unix seconds, in whole minutes. */
  const zoom = useCallback(
    (a: number, b: number) => {
      const lo = Math.floor(Math.min(a, b) / 60) * 60;
      const hi = Math.max(Math.ceil(Math.max(a, b) / 60) * 60, lo + 60);
      set(iso(lo), iso(hi));
    },
    [set],
  );
  /** shift steps by the width of the range. */
  const shift = useCallback(
    (direction: -1 | 1) => {
      if (from === undefined || to === undefined) return;
      const width = to - from;
      set(iso(from + direction * width), iso(to + direction * width));
    },
    [from, to, set],
  );
  /** widen doubles the range around its middle. */
  const widen = useCallback(() => {
    if (from === undefined || to === undefined) return;
    const half = (to - from) / 2;
    set(iso(from - half), iso(to + half));
  }, [from, to, set]);

  const label = useMemo(() => {
    const known = ranges.find((r) => r.since === since && r.until === until);
    if (known) return known.label;
    if (from === undefined || to === undefined) return `${since} to ${until}`;
    const sameDay = zone.date(from) === zone.date(to);
    return zone.time(from) + " – " + (sameDay ? zone.clock(to) : zone.time(to));
  }, [since, until, from, to, zone]);

  return { since, until, from, to, label, set, zoom, shift, widen, empty: extent.data?.empty ?? false, extent: extent.data };
}
