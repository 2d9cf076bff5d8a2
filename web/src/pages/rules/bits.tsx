// Small things that the list and a rule share.
import type { Schemas } from "../../api/client";
import { Badge } from "../../table/Badge";

export type Row = Schemas["RuleRow"];
export type Detail = Schemas["RuleDetail"];
export type Problem = Schemas["RuleProblem"];

export const stateNames = { on: "on", off: "off", dry_run: "dry run" } as const;

export function State({ row }: { row: Row }) {
  if (row.state === "on") return <Badge tone="good" icon="check">on</Badge>;
  if (row.state === "dry_run") return <Badge tone="medium" icon="pause" title="It keeps what it finds, and nobody is told">dry run</Badge>;
  return <Badge icon="mute" title={row.off}>off</Badge>;
}

/** family writes a family as words. */
export const family = (name: string) => name.replaceAll("_", " ") || "own";

/** fileName is the end of a file's path. */
export const fileName = (path: string) => path.split("/").slice(-2).join("/");

/** judged says how much of what people judged was no attack. */
export function judged(row: Row): string {
  return row.judged === 0 ? "–" : `${Math.round((100 * row.harmless) / row.judged)} % of ${row.judged}`;
}
