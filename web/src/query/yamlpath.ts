// Where in a YAML document a place is: the keys above it, told from indentation and
// brackets. The text may be unfinished, so nothing is parsed as a whole.

export type Place = {
  /** The keys above, outermost first. */
  path: string[];
  /** What stands there: a key, or the value of the last key of the path. */
  at: "key" | "value";
  /** The word before the place, as far as it is typed. */
  typed: string;
};

const keyLine = /^(\s*(?:- +)*)(?:"([^"]*)"|'([^']*)'|([^\s#'"{[&*!|>%@`-][^:#]*|-[^\s:]*)):(?:\s+(.*)|$)/;

/** placeAt reads the lines up to a place, the last one cut there. */
export function placeAt(lines: string[]): Place | undefined {
  const last = lines[lines.length - 1] ?? "";
  // Brackets that are open in this line or those before belong to the value of a key.
  let begin = lines.length - 1;
  let open: string[] = [];
  for (; begin >= 0; begin--) {
    open = brackets(lines.slice(begin).join("\n"));
    const line = lines[begin] ?? "";
    if (keyLine.test(line) || /^\s*- /.test(line)) break;
    if (begin < lines.length - 6) return undefined;
  }
  const line = lines[Math.max(0, begin)] ?? "";
  const above = parents(lines, Math.max(0, begin));
  const m = keyLine.exec(line);
  if (open.length > 0) {
    const text = lines.slice(Math.max(0, begin)).join("\n");
    const path = [...above];
    if (m && !/^\s*(?:- +)*[{[]/.test(line)) path.push((m[2] ?? m[3] ?? m[4] ?? "").trim());
    return inside(text, path);
  }
  if (m && begin === lines.length - 1) {
    const value = m[5];
    if (value === undefined && !/:\s/.test(last)) return undefined;
    return { path: [...above, (m[2] ?? m[3] ?? m[4] ?? "").trim()], at: "value", typed: value ?? "" };
  }
  const bare = /^(\s*(?:- +)*)([\w.|-]*)$/.exec(last);
  if (!bare) return undefined;
  const up = parents(lines, lines.length - 1);
  // An item of a list that is a plain word is a value of the list's key.
  return { path: up, at: "key", typed: bare[2] ?? "" };
}

/** brackets are those that are open at the end of a text, outside of quotes. */
function brackets(text: string): string[] {
  const open: string[] = [];
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) {
      if (c === quote) quote = "";
    } else if ((c === '"' || c === "'") && /[\s:,{[(]/.test(text[i - 1] ?? " ")) quote = c;
    else if (c === "{" || c === "[") open.push(c);
    else if (c === "}" || c === "]") open.pop();
  }
  return open;
}

/** inside tells the place in open brackets: keys of nested maps join the path. */
function inside(text: string, path: string[]): Place | undefined {
  const stack: { kind: string; key: string }[] = [];
  let quote = "";
  let word = "";
  let key = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) {
      if (c === quote) quote = "";
      else word += c;
    } else if ((c === '"' || c === "'") && word.trim() === "") quote = c;
    else if (c === "{" || c === "[") {
      stack.push({ kind: c, key: stack.length ? key : "" });
      word = key = "";
    } else if (c === "}" || c === "]") {
      stack.pop();
      word = key = "";
    } else if (c === ",") word = key = "";
    else if (c === ":" && /\s|$/.test(text[i + 1] ?? " ") && stack[stack.length - 1]?.kind === "{") {
      key = word.trim();
      word = "";
    } else if (stack.length) word += c;
  }
  const top = stack[stack.length - 1];
  if (!top || quote) return undefined;
  const full = [...path, ...stack.map((s) => s.key).filter(Boolean)];
  const typed = word.trimStart();
  if (top.kind === "[") return { path: full, at: "value", typed };
  return key ? { path: [...full, key], at: "value", typed } : { path: full, at: "key", typed };
}

/** parents are the keys above a line. */
function parents(lines: string[], at: number): string[] {
  const path: string[] = [];
  // An item's own keys stand as deep as the text behind its dash.
  const indent = (line: string) => (/^\s*(?:- +)*/.exec(line)?.[0] ?? "").length;
  let depth = indent(lines[at] ?? "");
  const dash = /^(\s*)- /.exec(lines[at] ?? "");
  if (dash) depth = (dash[1] ?? "").length + 1; // a list may stand as deep as its key
  for (let i = at - 1; i >= 0 && depth > 0; i--) {
    const line = lines[i] ?? "";
    if (/^---(\s|$)/.test(line)) break;
    const m = keyLine.exec(line);
    if (!line.trim() || /^\s*#/.test(line)) continue;
    if (!m) {
      const item = /^(\s*)- /.exec(line);
      if (item && (item[1] ?? "").length < depth) depth = Math.min(depth, (item[1] ?? "").length + 1);
      continue;
    }
    const own = indent(line);
    if (own >= depth) {
      // A sibling; behind a dash it is where the item begins.
      const item = /^(\s*)- /.exec(line);
      if (item && own === depth) depth = (item[1] ?? "").length + 1;
      continue;
    }
    path.unshift((m[2] ?? m[3] ?? m[4] ?? "").trim());
    const item = /^(\s*)- /.exec(line);
    depth = item ? (item[1] ?? "").length + 1 : own;
  }
  return path;
}
