// What may be written at a place of a filter.
import { chips } from "./filter";
import { expected, tokens, unescape, type Token } from "./lex";

export type Place = {
  what: "field" | "value" | "operator";
  /** Whose value it is. */
  field?: string;
  /** What is replaced. */
  from: number;
  to: number;
  /** What was typed of it before the cursor. */
  typed: string;
  /** Both sides of a range, and comparisons, take numbers and times, no list. */
  plain: boolean;
};

const ends = new Set(["word", "quoted", "regex", "close", "rangeClose"]);

/** placeAt is what is being written at a place. */
export function placeAt(text: string, pos: number): Place {
  const list = tokens(text);
  const t = list.find((x) => x.from < pos && pos <= x.to);
  const before = list.filter((x) => x.to <= pos && x !== t).pop();
  if (t?.kind === "field") {
    const name = t.from + t.text.length;
    if (pos <= name) return { what: "field", from: t.from, to: t.to, typed: text.slice(t.from, pos), plain: true };
    return { what: "value", field: unescape(t.text), from: pos, to: pos, typed: "", plain: false };
  }
  if (t && ["word", "quoted", "error", "and", "or", "not", "to"].includes(t.kind)) {
    const raw = text.slice(t.from, pos);
    if (t.field !== undefined && t.kind !== "and" && t.kind !== "or" && t.kind !== "not" && t.kind !== "to") {
      return { what: "value", field: t.field, from: t.from, to: t.to, typed: t.kind === "word" ? unescape(raw) : raw.replace(/^["'“‘„]/, ""), plain: inside(list, t) };
    }
    if (t.field === undefined && t.kind !== "quoted" && t.kind !== "error") return { what: "field", from: t.from, to: t.to, typed: raw, plain: true };
    return { what: "operator", from: pos, to: pos, typed: "", plain: true };
  }
  const s = expected(text.slice(0, pos));
  if (s.mode === "value" || s.mode === "group" || s.mode === "range") return { what: "value", field: s.field, from: pos, to: pos, typed: "", plain: s.mode === "range" || before?.kind === "compare" };
  return { what: before && ends.has(before.kind) ? "operator" : "field", from: pos, to: pos, typed: "", plain: true };
}

/** inside says whether a value is an end of a range or behind a comparison. */
function inside(list: Token[], t: Token): boolean {
  const kind = list[list.indexOf(t) - 1]?.kind;
  return kind === "compare" || kind === "rangeOpen" || kind === "to";
}

/** restOf is the filter without the part that is being written: what its values are
 * counted in. */
export function restOf(text: string, pos: number): string {
  const all = chips(text);
  if (all) return all.filter((c) => !(c.from <= pos && pos <= c.to)).map((c) => c.text).join(" AND ");
  // What stands before it may be whole where the end is not.
  const t = tokens(text).filter((x) => x.from < pos);
  if (t.some((x) => x.kind === "or")) return "";
  for (let i = t.length - 1; i >= 0; i--) {
    if (t[i]?.kind !== "field") continue;
    let end = i;
    while (end > 0 && ["and", "not", "minus", "plus", "or"].includes(t[end - 1]?.kind ?? "")) end--;
    const head = chips(text.slice(0, t[end]?.from ?? 0));
    return head ? head.map((c) => c.text).join(" AND ") : "";
  }
  return "";
}

export type Field = { name: string; kind: string; unit: string; doc: string; aliases: string[]; stored: boolean };

// Asked for more often than the rest, in this order.
const common = ["srcaddr", "dstaddr", "dstport", "action", "src_app", "dst_app", "protocol", "addr", "app", "port", "interface_id", "direction", "bytes", "packets", "vpc_id", "subnet_id"];
const internal = new Set(["absent", "role_bits", "scope_bits", "time_bits", "part", "unmapped"]);

/** fieldsFor are the fields that begin with or hold what was typed, the likely first.
 * Hyphens, underscores, dots and letter case mean the same. */
export function fieldsFor(fields: Field[], typed: string): { field: Field; alias?: string; begins: boolean }[] {
  const key = (s: string) => s.toLowerCase().replace(/[-_.\s]/g, "");
  const want = key(typed);
  const out: { field: Field; alias?: string; begins: boolean; rank: number }[] = [];
  for (const field of fields) {
    if (internal.has(field.name) && !want) continue;
    const name = key(field.name);
    const usual = common.indexOf(field.name);
    const base = usual < 0 ? 50 : usual;
    if (!want || name.startsWith(want)) {
      out.push({ field, begins: true, rank: base + (name === want ? -100 : 0) });
      continue;
    }
    const alias = field.aliases.find((a) => key(a).startsWith(want));
    if (alias) out.push({ field, alias, begins: true, rank: 100 + base });
    else if (want.length > 1 && name.includes(want)) out.push({ field, begins: false, rank: 200 + base });
    else if (want.length > 2 && field.doc.toLowerCase().includes(typed.toLowerCase())) out.push({ field, begins: false, rank: 300 + base });
  }
  return out.sort((a, b) => a.rank - b.rank);
}
