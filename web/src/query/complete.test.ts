import { describe, expect, test } from "vitest";
import { fieldsFor, placeAt, restOf, type Field } from "./complete";
import { fixOf } from "./fix";

// The cursor is at the bar.
describe("placeAt", () => {
  const f = (marked: string, want: string) =>
    test(marked, () => {
      const pos = marked.indexOf("|");
      const text = marked.replace("|", "");
      const p = placeAt(text, pos);
      expect(`${p.what}${p.field ? " of " + p.field : ""} <${p.typed}> for <${text.slice(p.from, p.to)}>`).toBe(want);
    });
  f("|", "field <> for <>");
  f("dst|", "field <dst> for <dst>");
  f("dst|port:22", "field <dst> for <dstport:>");
  f("dstport:|", "value of dstport <> for <>");
  f("dstport:2|2", "value of dstport <2> for <22>");
  f("dstport:22 |", "operator <> for <>");
  f("dstport:22 A|", "field <A> for <A>");
  f("dstport:22 AND |", "field <> for <>");
  f("dstport:22 AND NOT src_app:che|", "value of src_app <che> for <che>");
  f('src_app:"check o|', 'value of src_app <check o> for <"check o>');
  f("dstport:(22 |", "value of dstport <> for <>");
  f("dstport:(22 8|0) a:1", "value of dstport <8> for <80>");
  f("bytes:[10 TO |", "value of bytes <> for <>");
  f("(dstport:22 OR |)", "field <> for <>");
  f("NOT |", "field <> for <>");
  f("-src|", "field <src> for <src>");
});

test("restOf leaves out what is written", () => {
  const f = (marked: string) => restOf(marked.replace("|", ""), marked.indexOf("|"));
  expect(f("action:REJECT dstport:2|")).toBe("action:REJECT");
  expect(f("action:REJECT AND dstport:|")).toBe("action:REJECT");
  expect(f("action:REJECT AND NOT src_app:\"che|")).toBe("action:REJECT");
  expect(f("a:1 OR b:2|")).toBe("");
});

test("fieldsFor finds names, aliases and words", () => {
  const field = (name: string, aliases: string[] = [], doc = ""): Field => ({ name, aliases, doc, kind: "text", unit: "", stored: true });
  const all = [field("version"), field("srcaddr", ["source.ip"], "source address"), field("dstport"), field("src_app"), field("flow_direction")];
  const names = (typed: string) => fieldsFor(all, typed).map((f) => f.field.name);
  expect(names("src")).toEqual(["srcaddr", "src_app"]);
  expect(names("SrcAddr")[0]).toBe("srcaddr");
  expect(names("source.")).toEqual(["srcaddr"]);
  expect(names("dir")).toEqual(["flow_direction"]);
  expect(names("")[0]).toBe("srcaddr");
});

// What the server answers to each mistake, and the filter that a click makes of it.
describe("fixOf", () => {
  const f = (filter: string, start: number, end: number, fix: string, want: string | undefined) =>
    test(filter, () => expect(fixOf(filter, { ok: false, fix, position: { start, end } })?.filter).toBe(want));
  f("dstprt:22", 0, 6, 'did you mean "dstport"?', "dstport:22");
  f("foo dstprt:22 bar", 4, 10, 'did you mean "dstport"?', "foo dstport:22 bar");
  f("srcaddr:@dstadr", 8, 9, 'did you mean "dstaddr"? text that begins with "@" stands in quotes', "srcaddr:@dstaddr");
  f("a:1 AND dstport:22-25", 16, 21, "write dstport:[22 TO 25]", "a:1 AND dstport:[22 TO 25]");
  f("dstport:22,23 x:1", 8, 13, "write dstport:(22 23)", "dstport:(22 23) x:1");
  f("dstport:!22", 8, 9, "write NOT dstport:22", "NOT dstport:22");
  f("22", 0, 2, 'write port:22, or "22" to search for it as text', "port:22");
  f("srcaddr:10/8", 8, 12, "write 10.0.0.0/8", "srcaddr:10.0.0.0/8");
  f("dstport>22", 0, 10, "write dstport:>22", "dstport:>22");
  f("dstport:[22 25]", 8, 9, "write field:[a TO b], with * for an open end", undefined);
  f("srcaddr:localhost", 8, 17, "write 10.0.0.1, 10.0.0.0/8, 10.0.* or 2001:db8::/32", undefined);
  f("vpc_id:-", 7, 8, "write NOT vpc_id:*", "NOT vpc_id:*");
});
