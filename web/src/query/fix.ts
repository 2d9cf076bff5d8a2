// What the server says is wrong with a filter, as something to click.
import { tokens } from "./lex";

export type Check = { ok: boolean; message?: string; fix?: string; position?: { start: number; end: number } };

export type Fix = { label: string; filter: string };

/** mistake is where the error is drawn: the token the server points at. */
export function mistake(filter: string, c: Check): { from: number; to: number } | undefined {
  if (c.ok) return undefined;
  const start = c.position?.start ?? 0;
  const hit = tokens(filter).find((t) => t.from <= start && start < t.to);
  if (!hit) {
    // Behind the end: the last character shows where.
    const end = Math.max(1, filter.trimEnd().length);
    return { from: Math.min(start, end - 1), to: Math.max(end, Math.min(filter.length, start + 1)) };
  }
  if (hit.kind === "field") return { from: hit.from, to: hit.from + hit.text.length };
  return { from: Math.max(hit.from, start), to: hit.to };
}

/** fixOf is the filter as the server would have it, where it names one. */
export function fixOf(filter: string, c: Check): Fix | undefined {
  const where = mistake(filter, c);
  if (!where || !c.fix) return undefined;
  const put = (from: number, to: number, text: string): Fix => ({ label: text, filter: filter.slice(0, from) + text + filter.slice(to) });
  const meant = /did you mean "([^"]+)"/.exec(c.fix)?.[1];
  if (meant) {
    const from = filter[where.from] === "@" ? where.from + 1 : where.from;
    return put(from, where.to, meant);
  }
  const write = /^write (.+)$/.exec(c.fix)?.[1]?.replace(/(, or |; | \().*$/, "");
  if (!write || /, | or /.test(write) || write === "field:value") return undefined;
  if (!/^(NOT )?[\w.]+:/.test(write)) {
    // An address or a number stands for the value alone.
    return /^\S+$/.test(write) && !/^(it|names|seconds)$/.test(write) ? put(where.from, where.to, write) : undefined;
  }
  if (/:\[a TO b\]|field:/.test(write)) return undefined;
  const list = tokens(filter);
  const at = list.findIndex((t) => t.from <= where.from && where.from < t.to);
  let from = where.from;
  let to = where.to;
  for (let i = at; i >= 0 && i > at - 4; i--) {
    if (list[i]?.kind === "field") {
      // Inside field:( ) a whole term is no value.
      if (list[i + 1]?.kind === "open") return undefined;
      from = list[i]?.from ?? from;
      break;
    }
  }
  for (let i = at + 1; i < list.length; i++) {
    const t = list[i];
    if (!t || t.spaced) break;
    if (!["word", "quoted", "regex"].includes(t.kind)) break;
    to = t.to;
  }
  return put(from, to, write);
}
