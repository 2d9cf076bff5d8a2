// What the overview's first screen asks the server. The route asks it before the page is
// loaded and drawn (app/router.tsx), so the server works meanwhile; the panels ask the
// same again and find it asked.
import { ask, type QueryParams } from "../../api/hooks";
import { defaultSince, defaultUntil } from "../../app/range";
import type { Search } from "../../app/search";
import { and } from "../../query/filter";

/** Within is what every question of the page lies in: its range and its filter. */
export type Within = { since: string; until: string; q?: string };

export const withinOf = (search: Search): Within => ({ since: search.since ?? defaultSince, until: search.until ?? defaultUntil, q: search.q });

const table = (w: Within, filter: string | undefined, rest: QueryParams): QueryParams => ({ filter: and(w.q, filter) || undefined, since: w.since, until: w.until, ...rest });

export const verdictsIn = (w: Within) => table(w, undefined, { by: "action", agg: "count", bucket: "auto", traffic: true });
export const volumeIn = (w: Within) => table(w, undefined, { agg: "sum(packets),sum(bytes)", bucket: "auto" });
export const rejectedSourcesIn = (w: Within) => table(w, "action:REJECT", { by: "srcaddr,src_network,src_app,src_country,src_as_org", agg: "count,uniq(dstaddr),uniq(dstport)", limit: 25 });
export const rejectedDestinationsIn = (w: Within) => table(w, "action:REJECT", { by: "dstaddr,dst_network,dst_app,dstport", agg: "count,uniq(srcaddr)", limit: 25 });
export const usualIn = (q: QueryParams) => ({ filter: q.filter, since: q.since, until: q.until });
export const newIn = ({ since, until }: Within) => ({ since, until });
export const openAlertsIn = ({ since, until }: Within) => ({ status: "pending,firing", exposure: false, silenced: false, since, until, limit: 500 });
/** scannersIn are those from the internet, or those from inside: many of the one do not crowd out the other. */
export const scannersIn = ({ since, until }: Within, exposure: boolean) => ({ family: "scan", exposure, since, until, limit: 200 });

/** askAhead asks all of it. */
export function askAhead(search: Search): void {
  const w = withinOf(search);
  const verdicts = verdictsIn(w);
  ask("/query", verdicts);
  ask("/query", volumeIn(w));
  ask("/alerts", openAlertsIn(w));
  ask("/query", rejectedSourcesIn(w));
  ask("/query", rejectedDestinationsIn(w));
  ask("/new", newIn(w));
  ask("/usual", usualIn(verdicts));
  ask("/alerts", scannersIn(w, false));
  ask("/alerts", scannersIn(w, true));
}
