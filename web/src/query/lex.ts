// The filter language cut into tokens, as internal/filter's lexer cuts it. It never
// fails: what cannot be read is a token of its own, because people are still typing.

export type Kind =
  | "field" // a name with its colon
  | "word"
  | "quoted"
  | "regex"
  | "compare" // > >= < <= = & ~
  | "open"
  | "close"
  | "rangeOpen"
  | "rangeClose"
  | "to" // between the ends of a range
  | "and"
  | "or"
  | "not"
  | "plus"
  | "minus"
  | "error";

export type Token = {
  kind: Kind;
  /** In UTF-16 units; `to` is behind the last one, and behind a field's colon. */
  from: number;
  to: number;
  /** As written; a field's name without its colon, quoted text and regexes without
   * their delimiters and with the escapes of these resolved. */
  text: string;
  spaced: boolean;
  /** Whose value this is, as written. */
  field?: string;
  /** What is wrong, of an error. */
  message?: string;
};

/** What is expected: a colon ends a name in one place and is part of an address, a
 * time or an ARN in the other. */
export type Mode = "term" | "value" | "group" | "range";

export const isSpace = (c: string) => /^[\s\u200b\u2060\ufeff\u0085]$/.test(c);
export const isDoubleQuote = (c: string) => c !== "" && "\"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb".includes(c);
export const isSingleQuote = (c: string) => c !== "" && "'\u2018\u2019\u201a\u201b\u2032".includes(c);
export const isDash = (c: string) => c === "-" || (c >= "\u2010" && c <= "\u2014") || c === "\u2212";
const operators: Record<string, Kind> = { AND: "and", OR: "or", NOT: "not" };

/** State goes from one token to the next; `field` is the one whose value is expected. */
export type State = { mode: Mode; field?: string; stack: ("term" | "group")[] };

/** tokens cuts a filter. */
export function tokens(src: string): Token[] {
  return lex(src).tokens;
}

/** expected is what may stand behind a text. */
export function expected(src: string): State {
  return lex(src).state;
}

function lex(src: string): { tokens: Token[]; state: State } {
  const out: Token[] = [];
  const state: State = { mode: "term", stack: [] };
  let pos = 0;
  while (pos < src.length) {
    const begin = pos;
    while (pos < src.length && isSpace(src[pos] ?? "")) pos++;
    if (pos >= src.length) break;
    const t = next(src, pos, state.mode);
    t.spaced = pos > begin;
    if (state.mode !== "term") t.field = state.field;
    advance(state, t);
    out.push(t);
    pos = Math.max(t.to, pos + 1);
  }
  return { tokens: out, state };
}

/** advance says what is expected behind a token. */
function advance(s: State, t: Token) {
  const rest = (): Mode => s.stack[s.stack.length - 1] ?? "term";
  switch (t.kind) {
    case "field":
      s.field = unescape(t.text);
      s.mode = "value";
      return;
    case "compare":
      s.mode = "value";
      return;
    case "open":
      s.stack.push(s.mode === "term" ? "term" : "group");
      s.mode = rest();
      return;
    case "close":
      s.stack.pop();
      s.mode = rest();
      return;
    case "rangeOpen":
      s.mode = "range";
      return;
    case "rangeClose":
      s.mode = rest();
      return;
  }
  if (s.mode !== "range") s.mode = rest();
}

function next(src: string, from: number, mode: Mode): Token {
  const c = src[from] ?? "";
  const d = src[from + 1] ?? "";
  const single = (kind: Kind, width: number): Token => ({ kind, from, to: from + width, text: src.slice(from, from + width), spaced: false });
  if (c === "(") return single("open", 1);
  if (c === ")") return single("close", 1);
  if (c === "[" || c === "{") return single("rangeOpen", 1);
  if (c === "]" || c === "}") return single("rangeClose", 1);
  if (isDoubleQuote(c)) return quoted(src, from, isDoubleQuote);
  if (isSingleQuote(c)) return quoted(src, from, isSingleQuote);
  if (c === "/" && mode !== "range") return regex(src, from);
  if (mode === "term" || mode === "group") {
    if (c === "&" && d === "&") return single("and", 2);
    if (c === "|" && d === "|") return single("or", 2);
    if (c === "!") return single("not", 1);
    if (c === "+") return single("plus", 1);
    if (isDash(c)) return single("minus", 1);
  }
  if (mode === "value" || mode === "group") {
    if (c === ">" || c === "<") return single("compare", d === "=" ? 2 : 1);
    if (c === "=" || c === "&" || c === "~") return single("compare", 1);
  }
  return word(src, from, mode);
}

function quoted(src: string, from: number, closes: (c: string) => boolean): Token {
  let text = "";
  for (let i = from + 1; i < src.length; i++) {
    const c = src[i] ?? "";
    if (c === "\\" && i + 1 < src.length) {
      text += src[++i];
    } else if (closes(c)) {
      return { kind: "quoted", from, to: i + 1, text, spaced: false };
    } else {
      text += c;
    }
  }
  return { kind: "error", from, to: src.length, text, spaced: false, message: "unclosed quote" };
}

function regex(src: string, from: number): Token {
  let text = "";
  for (let i = from + 1; i < src.length; i++) {
    const c = src[i] ?? "";
    if (c === "\\" && i + 1 < src.length) {
      const d = src[++i] ?? "";
      text += d === "/" ? "/" : "\\" + d;
    } else if (c === "/") {
      return { kind: "regex", from, to: i + 1, text, spaced: false };
    } else {
      text += c;
    }
  }
  return { kind: "error", from, to: src.length, text, spaced: false, message: "unclosed regex" };
}

function wordEnds(src: string, i: number): boolean {
  const c = src[i] ?? "";
  const d = src[i + 1] ?? "";
  return c === "" || isSpace(c) || isDoubleQuote(c) || "()[]{}".includes(c) || (c === "&" && d === "&") || (c === "|" && d === "|");
}

function word(src: string, from: number, mode: Mode): Token {
  let i = from;
  let colon = -1;
  const wrong = (to: number, message: string): Token => ({ kind: "error", from, to, text: src.slice(from, to), spaced: false, message });
  for (; !wordEnds(src, i); i++) {
    const c = src[i];
    if (c === "\\") {
      if (i + 1 >= src.length) return wrong(src.length, "nothing behind the backslash");
      i++;
    } else if (c === "\u2026") {
      return wrong(i + 1, "ellipsis");
    } else if (c === ":" && colon < 0) {
      colon = i;
    }
  }
  const to = Math.min(i, src.length);
  if (to === from) return wrong(from + 1, "unexpected " + src[from]);
  const text = src.slice(from, to);
  const t: Token = { kind: "word", from, to, text, spaced: false };
  if (mode === "range") return text.toUpperCase() === "TO" ? { ...t, kind: "to" } : t;
  if (mode === "value") return t;
  const op = operators[text.toUpperCase()];
  if (op) return { ...t, kind: op };
  if (mode === "group" || (colon >= 0 && looksLikeAddress(text))) return t;
  if (colon < 0) {
    // "field : value"
    let n = to;
    while (n < src.length && isSpace(src[n] ?? "")) n++;
    if (n > to && src[n] === ":" && src[n + 1] !== ":") colon = n;
  }
  if (colon === from) return wrong(from + 1, "no field before the colon");
  if (colon > from) return { ...t, kind: "field", text: src.slice(from, Math.min(colon, to)), to: colon + 1 };
  if ("<>=".includes(text[0] ?? "x")) return wrong(to, "no field before " + text);
  return t;
}

/** looksLikeAddress says whether a word without a field is an IPv6 address, a network
 * or the beginning of one; IPv4 has no colon to mistake. */
function looksLikeAddress(text: string): boolean {
  const bare = text.replace(/\/\d{1,3}$/, "").replace(/%.+$/, "");
  if (text.endsWith("*")) {
    const rest = text.slice(0, -1);
    return /^[0-9a-fA-F:]+$/.test(rest) && rest.split(":").length > 2;
  }
  if (!/^[0-9a-fA-F:.]+$/.test(bare)) return false;
  const halves = bare.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((h) => (h === "" ? [] : h.split(":")));
  const v4 = groups[groups.length - 1]?.includes(".") ?? false;
  const size = groups.length + (v4 ? 1 : 0);
  return groups.every((g, n) => (v4 && n === groups.length - 1 ? /^\d+(\.\d+){3}$/.test(g) : /^[0-9a-fA-F]{1,4}$/.test(g))) && (halves.length === 2 ? size < 8 : size === 8);
}

/** unescape resolves the backslashes of a word. */
export const unescape = (word: string) => word.replace(/\\([\s\S])/g, "$1");
