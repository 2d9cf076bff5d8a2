// What the Explorer's address says.
import { usePageSearch } from "../../app/search";

/** defaults are what holds where the address is silent. Names stay for ever: old links
 * keep opening. */
export const defaults = {
  q: "",
  view: "records", // records, groups, sql
  cols: "",
  order: "", // of records, by the server: -bytes
  row: "", // id of the record that is open
  live: "",
  why: "", // src~dst~port
  by: "srcaddr",
  agg: "count",
  bucket: "auto", // or none, 5m, 1h ...
  top: "10",
  chart: "lines", // lines, bars, area
  show: "values", // values, share, ratio, rejected
  panes: "",
  sql: "",
  hunt: "",
  with: "", // values of the hunt's parameters, as a query string
};

export type ExploreState = ReturnType<typeof useExplore>[0];
export type SetExplore = ReturnType<typeof useExplore>[1];
export const useExplore = () => usePageSearch(defaults);

export const firstColumns = ["start", "action", "srcaddr", "dstaddr", "dstport", "protocol", "bytes", "packets", "src_app", "dst_app", "srcport", "tcp_flags", "interface_id"];

export const columnsIn = (cols: string) => (cols ? cols.split(",").filter(Boolean) : firstColumns);

/** questionOf tells one question of another: what is asked for, and of when. */
export const questionOf = (q: string, { since, until }: { since: string; until: string }) => [q, since, until].join("\n");
