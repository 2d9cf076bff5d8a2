import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { and, chips, has, narrow, not, or, term, without } from "./filter";
import { tokens, unescape } from "./lex";

const texts = (name: string) => readFileSync(new URL("../../../internal/filter/testdata/" + name, import.meta.url), "utf8");
const hidden = (s: string) => s.replaceAll("<NBSP>", "\u00a0").replaceAll("<ZWSP>", "\u200b").replaceAll("<NUL>", "\0");

/** cases reads "> filter" and the lines below it. */
function cases(name: string): { filter: string; lines: string[] }[] {
  const out: { filter: string; lines: string[] }[] = [];
  for (const line of texts(name).split("\n")) {
    if (line.startsWith("> ")) out.push({ filter: hidden(line.slice(2)), lines: [] });
    else if (line.trim()) out[out.length - 1]?.lines.push(line);
  }
  return out;
}

// That the highlighted language is the one the server reads: fields and values at the
// columns where its parser finds them.
describe("tokens, as internal/filter reads them", () => {
  for (const { filter, lines } of cases("parse.txt")) {
    test(filter, () => {
      const tree = lines.filter((l) => !l.startsWith("prints ")).join("\n");
      const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
      const fields = new Set<string>();
      const values = new Set<string>();
      for (const m of tree.matchAll(new RegExp(`(field|word|quoted|regex|compare)@(\\d+) (?:([<>=&~]+) )?${quoted}`, "g"))) {
        const text = JSON.parse(`"${m[4]}"`);
        if (m[1] === "field") fields.add(m[2] + " " + text);
        else values.add(m[3] ? `${m[3]} ${text}` : `${m[2]} ${m[1]} ${text}`);
      }
      const column = (at: number) => Array.from(filter.slice(0, at)).length + 1;
      const gotFields = new Set<string>();
      const gotValues = new Set<string>();
      const list = tokens(filter);
      list.forEach((t, i) => {
        expect(t.kind, t.message).not.toBe("error");
        if (t.kind === "field") gotFields.add(column(t.from) + " " + unescape(t.text));
        if (["word", "quoted", "regex"].includes(t.kind)) {
          const before = list[i - 1];
          if (before?.kind === "compare") gotValues.add(`${before.text} ${t.text}`);
          else if (t.text !== "*" || tree.includes(`"*"`)) gotValues.add(`${column(t.from)} ${t.kind} ${t.text}`);
        }
      });
      if (filter === "*:*") return;
      expect(gotFields).toEqual(fields);
      // A + makes the members beside it optional, which find nothing of their own.
      if (filter.includes(" +80")) expect([...gotValues]).toEqual(expect.arrayContaining([...values]));
      else expect(gotValues).toEqual(values);
    });
  }
});

// That typing never breaks it: every text, and every beginning of one, is cut into
// tokens that follow each other and leave out nothing but space.
test("tokens cover every text", () => {
  for (const { filter } of [...cases("errors.txt"), ...cases("parse.txt")]) {
    for (let end = 0; end <= filter.length; end++) {
      const text = filter.slice(0, end);
      let at = 0;
      for (const t of tokens(text)) {
        expect(t.from).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, t.from)).toMatch(/^[\s\u200b]*$/);
        expect(t.to).toBeGreaterThan(t.from);
        at = t.to;
      }
      expect(text.slice(at)).toMatch(/^[\s\u200b]*$/);
    }
  }
});

test("mistakes of the letters are seen while typing", () => {
  const wrong = (text: string) => tokens(text).filter((t) => t.kind === "error").map((t) => [t.from + 1, t.message]);
  expect(wrong('app:"checkout')).toEqual([[5, "unclosed quote"]]);
  expect(wrong("srcaddr:/10\\..*")).toEqual([[9, "unclosed regex"]]);
  expect(wrong("bytes >= 10")).toEqual([[7, "no field before >="]]);
  expect(wrong("app:a\\")[0]?.[1]).toBe("nothing behind the backslash");
});

describe("term", () => {
  const f = (field: string, value: Parameters<typeof term>[1], want: string) =>
    test(want, () => {
      expect(term(field, value)).toBe(want);
      const [chip] = chips(want) ?? [];
      if (typeof value === "string" && value && !want.includes("?")) expect(chip?.value).toBe(value);
    });
  f("srcaddr", "10.0.0.1", "srcaddr:10.0.0.1");
  f("srcaddr", "2001:db8::1", "srcaddr:2001:db8::1");
  f("dstport", 22, "dstport:22");
  f("src_app", "check out", 'src_app:"check out"');
  f("src_app", 'a"b\\c', 'src_app:"a\\"b\\\\c"');
  f("src_app", "<img src=x onerror=alert(1)>", 'src_app:"<img src=x onerror=alert(1)>"');
  f("src_app", "“quoted”", 'src_app:"\\“quoted\\”"');
  f("src_app", "-", 'src_app:"-"');
  f("src_app", "@dst_app", 'src_app:"@dst_app"');
  f("src_app", "AND", 'src_app:"AND"');
  f("src_app", "a*", 'src_app:"a*"');
  f("src_app", "a\u0000b", "src_app:a?b");
  f("src_app", "/x/", 'src_app:"/x/"');
  f("src_app", null, "NOT src_app:*");
  f("src_app", "", "NOT src_app:*");
  f("counted", true, "counted:true");
  f("dstport", [22, 23], "dstport:(22 23)");
  f("dstport", [22, null], "dstport:22 OR NOT dstport:*");
  f("start", "2026-01-31T10:00:00Z", "start:2026-01-31T10:00:00Z");
});

test("and, or, not", () => {
  expect(and("", "a:1")).toBe("a:1");
  expect(and("a:1 b:2", "b:2")).toBe("a:1 AND b:2");
  expect(and("a:1 OR b:2", "c:3")).toBe("(a:1 OR b:2) AND c:3");
  expect(and("-a:1", "NOT a:1")).toBe("NOT a:1");
  expect(and("*", undefined)).toBe("");
  expect(or("a:1", "b:2 c:3")).toBe("a:1 OR (b:2 c:3)");
  expect(or("a:1", "")).toBe("");
  expect(not("a:1")).toBe("NOT a:1");
  expect(not("NOT a:1")).toBe("a:1");
  expect(not("a:1 b:2")).toBe("NOT (a:1 b:2)");
  expect(not("a:1 OR b:2")).toBe("NOT (a:1 OR b:2)");
  expect(not("(a:1 OR b:2)")).toBe("NOT (a:1 OR b:2)");
  expect(not("(a:1) OR (b:2)")).toBe("NOT ((a:1) OR (b:2))");
});

test("parts of a filter", () => {
  expect(chips("a:1 AND NOT b:(2 3) -c:[1 TO 2] foo")?.map((c) => c.text)).toEqual(["a:1", "NOT b:(2 3)", "NOT c:[1 TO 2]", "foo"]);
  expect(chips("a:1 OR b:2")).toBeUndefined();
  expect(chips("(a:1 OR b:2) c:>=5")?.map((c) => c.text)).toEqual(["(a:1 OR b:2)", "c:>=5"]);
  expect(chips("a:1 AND")).toBeUndefined();
  expect(chips('a:"x')).toBeUndefined();
  expect(chips("a:")).toBeUndefined();
  expect(chips("")).toEqual([]);
  expect(has("a:1 AND b:2", "b:2")).toBe(true);
  expect(has("a:1 AND NOT b:2", "b:2")).toBe(false);
  expect(without("a:1 AND b:2", "a:1")).toBe("b:2");
  expect(without("a:1 OR b:2", "a:1")).toBe("a:1 OR b:2");
  expect(narrow("a:1 AND NOT b:2", "b:2")).toBe("a:1 AND b:2");
  expect(narrow("a:1", "NOT a:1")).toBe("NOT a:1");
});
