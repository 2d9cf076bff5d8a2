// Alerts as they happen: what shows alerts is asked for anew when the stream tells that
// one fired or that somebody did something. A slow poll stands behind it.
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useStream, useStreamState } from "./stream";

/** slowly is how often alerts are asked for all the same, in milliseconds: a proxy may
 * swallow the stream. */
export const slowly = 120_000;

/** together is for how long news are gathered: a detector may tell of hundreds at once. */
const together = 400;

/** firstLook is when a page that has just loaded asks anew for what it missed before its
 * stream was open. */
const firstLook = 3_000;

/** touchAlerts asks anew for all that news of alerts may show in. What an alert rests on
 * stays as it is. */
export const touchAlerts = (c: QueryClient) => c.invalidateQueries({ predicate: (q) => typeof q.queryKey[0] === "string" && /^\/(alerts|silences|audit)/.test(q.queryKey[0]) && !/series|timeline|response/.test(q.queryKey[0]) });

/** useAlertNews keeps everything about alerts as it is now while a component is shown. */
export function useAlertNews() {
  const c = useQueryClient();
  const state = useStreamState();
  const news = useRef({ more: false, busy: false, gone: false });
  const soon = useCallback(() => {
    const n = news.current;
    n.more = true;
    if (n.busy) return; // asked again once that is answered: asking is never cut off by news
    n.busy = true;
    void (async () => {
      while (n.more && !n.gone) {
        await new Promise((done) => setTimeout(done, together));
        n.more = false;
        if (!n.gone) await touchAlerts(c);
      }
      n.busy = false;
    })();
  }, [c]);
  useStream("alerts", undefined, soon, { onLost: soon });
  // What happened before the stream was open, or while it was away, is not told of. A
  // page that loads has just asked; it asks again once it has had time to be drawn.
  const opened = useRef(false);
  useEffect(() => {
    if (state !== "open") return;
    const t = setTimeout(soon, opened.current ? 0 : firstLook);
    opened.current = true;
    return () => clearTimeout(t);
  }, [state, soon]);
  useEffect(() => {
    const n = news.current;
    n.gone = false;
    return () => void (n.gone = true);
  }, []);
}
