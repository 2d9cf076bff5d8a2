// Records as they are stored, for a table: bounded, paused while somebody reads, and
// honest about what is not shown.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Cell, Problem } from "../../api/client";
import { type TailEvent, useStream, useStreamState } from "../../api/stream";

export type Row = Record<string, Cell> & { id: string };

/** most is how many live rows are kept; older ones are in the store. */
const most = 5000;

/** gapRow stands where records may be missing from what is shown. */
export const gapRow = (text: string, at: number): Row => ({ id: "gap-" + at + "-" + Math.random(), _gap: text });

export function rowsOf(e: TailEvent): Row[] {
  return Array.from({ length: e.shown }, (_, r) => Object.fromEntries(e.columns.map((c, i) => [c.name, (e.values[i]?.[r] ?? null) as Cell])) as Row);
}

export type Live = {
  rows: Row[];
  /** Rows that came while it was paused. */
  waiting: number;
  /** Of the last second. */
  shown: number;
  matched: number;
  /** Records that matched and are not shown, since it began. */
  dropped: number;
  received: number;
  error: Problem | undefined;
  state: string;
  resume: () => void;
  clear: () => void;
};

export function useLive(on: boolean, params: { filter: string; columns: string }, paused: boolean): Live {
  const [rows, setRows] = useState<Row[]>([]);
  const [counts, setCounts] = useState({ shown: 0, matched: 0, dropped: 0, received: 0 });
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<Problem>();
  const state = useStreamState();
  const pending = useRef<Row[]>([]);
  const recent = useRef<{ at: number; shown: number; matched: number }[]>([]);
  const totals = useRef({ dropped: 0, received: 0 });
  const hold = useRef(paused);
  hold.current = paused;
  const scheduled = useRef(0);

  const draw = useCallback(() => {
    if (scheduled.current) return;
    scheduled.current = requestAnimationFrame(() => {
      scheduled.current = 0;
      const now = Date.now();
      recent.current = recent.current.filter((r) => now - r.at < 1000);
      setCounts({
        shown: recent.current.reduce((n, r) => n + r.shown, 0),
        matched: recent.current.reduce((n, r) => n + r.matched, 0),
        ...totals.current,
      });
      if (hold.current) {
        setWaiting(pending.current.length);
        return;
      }
      const more = pending.current;
      if (more.length === 0) return;
      pending.current = [];
      setWaiting(0);
      setRows((old) => [...more, ...old].slice(0, most));
    });
  }, []);

  const add = useCallback(
    (list: Row[]) => {
      // What waits is bounded, too: of a long pause the newest are kept.
      if (list.length) pending.current = [...list, ...pending.current];
      if (pending.current.length > most) {
        totals.current.dropped += pending.current.length - most;
        pending.current = pending.current.slice(0, most);
      }
      draw();
    },
    [draw],
  );

  useStream(
    "tail",
    params,
    (e) => {
      const missed = e.matched - e.shown + e.skipped;
      recent.current.push({ at: Date.now(), shown: e.shown, matched: e.matched + e.skipped });
      totals.current.received += e.shown;
      totals.current.dropped += missed;
      const list = rowsOf(e);
      if (e.skipped > 0 || e.error) list.push(gapRow(e.error ?? `${e.skipped.toLocaleString("en-US")} records were stored faster than they could be looked at`, Date.now()));
      else if (missed > 0) list.push(gapRow(`${missed.toLocaleString("en-US")} more records matched here and are not shown`, Date.now()));
      setError(undefined);
      add(list);
    },
    { when: on, onLost: () => add([gapRow("events were lost on the way to this page", Date.now())]), onFault: setError },
  );

  // A stream that broke off and came back may have a hole in what it showed.
  const was = useRef(state);
  useEffect(() => {
    if (on && was.current !== state && state === "connecting" && totals.current.received > 0) add([gapRow("the connection to the server was lost here; it goes on where it was", Date.now())]);
    was.current = state;
  }, [state, on, add]);

  const key = params.filter + "\0" + params.columns + "\0" + on;
  useEffect(() => {
    pending.current = [];
    recent.current = [];
    totals.current = { dropped: 0, received: 0 };
    setRows([]);
    setWaiting(0);
    setError(undefined);
    setCounts({ shown: 0, matched: 0, dropped: 0, received: 0 });
  }, [key]);
  useEffect(() => {
    if (!on) return;
    const t = setInterval(draw, 1000); // rates fall to nothing by themselves
    return () => clearInterval(t);
  }, [on, draw]);
  useEffect(() => {
    if (!paused) draw();
  }, [paused, draw]);

  return {
    rows,
    waiting,
    ...counts,
    error,
    state,
    resume: draw,
    clear: () => {
      pending.current = [];
      setRows([]);
      setWaiting(0);
    },
  };
}
