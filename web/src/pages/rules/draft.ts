// The first text of a rule that is made from a filter, and small changes to texts.
import { chips, everything } from "../../query/filter";

/** quoted writes a text as one YAML scalar. */
export function quoted(text: string): string {
  // Control characters have escapes in double quotes only, which JSON's are among.
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** idOf makes an id of a filter: letters, digits and dashes. */
export function idOf(filter: string): string {
  const words = filter
    .toLowerCase()
    .replace(/\b(and|or|not)\b/g, " ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return words.slice(0, 40).replace(/-+$/, "") || "my-rule";
}

// What a flow of a test has unless the filter says otherwise.
const usual: Record<string, string> = { srcaddr: "203.0.113.9", dstaddr: "10.0.0.5", srcport: "40000", dstport: "443", protocol: "6", packets: "10", bytes: "1200", action: "ACCEPT", tcp_flags: "2" };
const plain = new Set([...Object.keys(usual), "interface_id", "subnet_id", "vpc_id", "instance_id", "account_id", "az_id"]);

/** flowOf is a flow that the filter selects, as far as its parts say so plainly. */
function flowOf(filter: string): { flow: Record<string, string>; sure: boolean } {
  const flow = { ...usual };
  const parts = chips(filter);
  let sure = parts !== undefined;
  for (const c of parts ?? []) {
    const field = c.field?.toLowerCase().replace(/[-.]/g, "_");
    if (c.negated || c.value === undefined || !field || !plain.has(field) || !/^[\w.:-]+$/.test(c.value)) sure = false;
    else flow[field] = c.value;
  }
  return { flow, sure };
}

const line = (flow: Record<string, string>) => `{${Object.entries(flow).map(([k, v]) => `${k}: ${/^[\w.-]+$/.test(v) ? v : quoted(v)}`).join(", ")}}`;

/** draft is a rule from a filter that checks as it stands: a finding for each source of
 * more than ten such flows in ten minutes, with its tests. */
export function draft(filter: string): string {
  const all = everything(filter);
  const { flow, sure } = flowOf(all ? "" : filter);
  return `title: ${quoted(all ? "Many flows of one source" : "Flows that match " + filter.slice(0, 120))}
id: ${idOf(all ? "" : filter)}
description: >
  Say here what it means when this happens, and why it matters.
level: medium
falsepositives:
  - say here who may do this rightly
weir:
  filter: ${quoted(all ? "*" : filter)}
  entity: source
  window: 10m
  threshold: 10
  response:
    - look at the flows behind the alert, and ask whose the source is
  tests:
    - name: eleven of them in ten minutes${sure ? "" : " (make the flows such as the filter selects)"}
      fires: 1
      flows:
        - ${line({ ...flow, every: "30s", repeat: "11" })}
    - name: three of them are not many
      fires: 0
      flows:
        - ${line({ ...flow, every: "30s", repeat: "3" })}
`;
}

/** withFix puts a word in the place of the one at a line and column, both from 1. */
export function withFix(text: string, line: number, column: number, fix: string): string {
  const lines = text.split("\n");
  const at = lines[line - 1];
  if (at === undefined || column < 1) return text;
  const rest = at.slice(column - 1);
  const open = /^["']/.test(rest) ? 1 : 0;
  const word = /^[^\s:,|)}\]"']+/.exec(rest.slice(open))?.[0] ?? "";
  lines[line - 1] = at.slice(0, column - 1 + open) + fix + rest.slice(open + word.length);
  return lines.join("\n");
}

/** lengthOf writes seconds as rules do: 90s, 10m, 24h, 14d. */
export function lengthOf(seconds: number): string {
  for (const [unit, n] of [["d", 86400], ["h", 3600], ["m", 60]] as const) if (seconds % n === 0 && seconds >= n) return seconds / n + unit;
  return seconds + "s";
}

/** withSetting writes another number behind a key, where it stands: undefined where
 * the text has no such key. */
export function withSetting(text: string, key: string, value: string): string | undefined {
  // A correlation's threshold is what its condition compares with.
  const keys = key === "threshold" ? ["threshold", "gte", "gt", "lte", "lt"] : [key];
  for (const k of keys) {
    const at = new RegExp(`((?:^|[\\s{,])${k}:[ \\t]*)([^\\s,}#]+)`, "m");
    if (at.test(text)) return text.replace(at, (_, before: string) => before + value);
  }
  return undefined;
}

/** sweep is a handful of values around one, ascending, itself among them. */
export function sweep(value: number, whole: boolean): number[] {
  const factors = [0.25, 0.5, 0.75, 1, 1.5, 2, 4];
  const near = (v: number) => (whole || Number.isInteger(value) ? Math.max(1, Math.round(v)) : Number(v.toPrecision(3)));
  const list = factors.map((f) => (f === 1 ? value : near(value * f)));
  // A share or score does not go beyond 1.
  const bounded = value > 0 && value < 1 && !whole ? list.filter((v) => v < 1) : list;
  return [...new Set(bounded)].sort((a, b) => a - b);
}
