// Filters put together and taken apart as texts. What is written here reads back as
// what was meant, whatever stands in a value: see internal/filter for the language.
import { isDash, isDoubleQuote, isSingleQuote, isSpace, tokens, unescape, type Token } from "./lex";

/** Value is what a cell of a table can hold. */
export type Value = string | number | boolean | null | undefined;

/** Chip is one part of a filter whose parts must all hold. */
export type Chip = {
  /** As written in one spelling: a negation is NOT. */
  text: string;
  negated: boolean;
  /** text without its negation. */
  body: string;
  /** Of field:value. */
  field?: string;
  /** The value where there is a single plain one, without quotes and escapes. */
  value?: string;
  from: number;
  to: number;
};

/** everything says whether a filter is none. */
export function everything(filter: string | undefined): boolean {
  const text = (filter ?? "").trim();
  return text === "" || text === "*" || text === "*:*";
}

/** term writes field:value so that it finds exactly that value. No value finds the
 * records that lack the field, several find any of them. */
export function term(field: string, value: Value | Value[]): string {
  const name = fieldText(field);
  if (Array.isArray(value)) {
    const known = value.filter((v) => !absent(v));
    const lacks = known.length < value.length ? `NOT ${name}:*` : "";
    if (known.length === 0) return lacks || "*";
    const some = known.length === 1 ? term(field, known[0]) : `${name}:(${known.map(valueText).join(" ")})`;
    return lacks ? or(some, lacks) : some;
  }
  return absent(value) ? `NOT ${name}:*` : `${name}:${valueText(value)}`;
}

const absent = (v: Value) => v === null || v === undefined || v === "";

/** and joins filters that must all hold. A part that is there already is not written
 * twice. */
export function and(...filters: (string | undefined)[]): string {
  const out: string[] = [];
  for (const f of filters) {
    if (everything(f)) continue;
    const text = (f ?? "").trim();
    const parts = chips(text)?.map((c) => c.text) ?? [wrapped(text)];
    for (const p of parts) if (!out.includes(p)) out.push(p);
  }
  return out.join(" AND ");
}

/** or joins filters of which one must hold. One that is everything makes it so. */
export function or(...filters: (string | undefined)[]): string {
  if (filters.some(everything)) return "";
  const out: string[] = [];
  for (const f of filters) {
    const text = (f ?? "").trim();
    const one = (chips(text)?.length ?? 0) > 1 ? wrapped(text) : text;
    if (!out.includes(one)) out.push(one);
  }
  return out.join(" OR ");
}

/** not is what a filter leaves out. Of what finds everything it is *, negated. */
export function not(filter: string): string {
  if (everything(filter)) return "NOT *";
  const parts = chips(filter);
  if (parts?.length !== 1) return "NOT " + wrapped(filter.trim());
  const [only] = parts as [Chip];
  return only.negated ? only.body : "NOT " + only.body;
}

/** has says whether a part of the filter is this one. */
export function has(filter: string, part: string): boolean {
  const [wanted] = chips(part) ?? [];
  return !!wanted && (chips(filter) ?? []).some((c) => c.text === wanted.text);
}

/** without takes a part away. A filter that is not a plain list of parts stays. */
export function without(filter: string, part: string): string {
  const all = chips(filter);
  const gone = chips(part)?.map((c) => c.text);
  if (!all || !gone) return filter;
  return all
    .filter((c) => !gone.includes(c.text))
    .map((c) => c.text)
    .join(" AND ");
}

/** narrow adds a part, and takes its opposite away. */
export const narrow = (filter: string, part: string) => and(without(filter, not(part)), part);

/** chips takes a filter apart where it is a plain list of parts that must all hold;
 * undefined where it is not, or cannot be read. */
export function chips(filter: string): Chip[] | undefined {
  if (everything(filter)) return [];
  const list = tokens(filter);
  const out: Chip[] = [];
  for (let i = 0; i < list.length; ) {
    if (list[i]?.kind === "and") {
      if (out.length === 0 || i === list.length - 1) return undefined;
      i++;
    }
    const from = list[i]?.from ?? 0;
    let negated = false;
    for (; ["not", "minus", "plus"].includes(list[i]?.kind ?? ""); i++) {
      if (list[i]?.kind !== "plus") negated = !negated;
    }
    const begin = i;
    let end = operand(list, i);
    if (end < 0) return undefined;
    const first = list[begin] as Token;
    const body = filter.slice(first.from, (list[end - 1] as Token).to);
    const chip: Chip = { text: (negated ? "NOT " : "") + body, negated, body, from, to: (list[end - 1] as Token).to };
    if (first.kind === "field") {
      chip.field = unescape(first.text);
      const v = list[begin + 1];
      if (end === begin + 2 && v && (v.kind === "quoted" || (v.kind === "word" && !pattern(v.text)))) {
        chip.value = v.kind === "quoted" ? v.text : unescape(v.text);
      }
    }
    out.push(chip);
    i = end;
  }
  return out;
}

/** operand returns where the operand that begins at i ends, -1 for none. */
function operand(list: Token[], i: number): number {
  const t = list[i];
  switch (t?.kind) {
    case "open":
      return closing(list, i);
    case "word":
    case "quoted":
    case "regex":
      return i + 1;
    case "field": {
      let v = i + 1;
      if (list[v]?.kind === "compare") v++;
      const kind = list[v]?.kind;
      if (kind === "open" || kind === "rangeOpen") return closing(list, v);
      return kind === "word" || kind === "quoted" || kind === "regex" ? v + 1 : -1;
    }
  }
  return -1;
}

function closing(list: Token[], i: number): number {
  let depth = 0;
  for (let n = i; n < list.length; n++) {
    const kind = list[n]?.kind;
    if (kind === "error") return -1;
    if (kind === "open" || kind === "rangeOpen") depth++;
    if (kind === "close" || kind === "rangeClose") depth--;
    if (depth === 0) return n + 1;
  }
  return -1;
}

/** wrapped puts a filter in parentheses where it does not stand in them as a whole. */
function wrapped(text: string): string {
  const list = tokens(text);
  return list[0]?.kind === "open" && closing(list, 0) === list.length ? text : `(${text})`;
}

/** pattern says whether * or ? in a word stand for other text. */
const pattern = (word: string) => /[*?]/.test(word.replace(/\\[\s\S]/g, ""));

/** valueText writes a value as a word where that is easy to read, else in quotes. */
export function valueText(value: Value): string {
  const text = String(value);
  // Control characters stand in no filter; ? is any one character.
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) {
    return Array.from(text, (c) => (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(c) ? "?" : /[A-Za-z0-9_]/.test(c) ? c : "\\" + c)).join("");
  }
  if (/^[A-Za-z0-9_][A-Za-z0-9_\-./:]*$/.test(text) && !/^(and|or|not|to)$/i.test(text)) return text;
  return '"' + Array.from(text, (c) => (c === "\\" || isDoubleQuote(c) ? "\\" + c : c)).join("") + '"';
}

/** fieldText writes the name of a field so that it reads back as one. */
export function fieldText(name: string): string {
  return Array.from(name, (c, i) =>
    c === ":" || c === "\\" || isSpace(c) || isDoubleQuote(c) || "()[]{}&|\u2026".includes(c) || (i === 0 && (isDash(c) || isSingleQuote(c) || "!+/<>=".includes(c)))
      ? "\\" + c
      : c,
  ).join("");
}
