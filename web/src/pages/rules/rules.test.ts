import { describe, expect, test } from "vitest";
import { diff, folded } from "./diff";
import { draft, idOf, lengthOf, quoted, sweep, withFix, withSetting } from "./draft";

describe("diff", () => {
  const short = (a: string, b: string) => diff(a, b).map((l) => `${l.kind[0]}:${l.left ?? ""}|${l.right ?? ""}`);
  test("what stays, goes, comes and is replaced", () => {
    expect(short("a\nb\nc\n", "a\nB\nc\nd\n")).toEqual(["s:a|a", "c:b|B", "s:c|c", "n:|d"]);
    expect(short("", "a")).toEqual(["n:|a"]);
    expect(short("a\nb", "b")).toEqual(["g:a|", "s:b|b"]);
    expect(short("x\na\ny\nb\nz", "a\nb")).toEqual(["g:x|", "s:a|a", "g:y|", "s:b|b", "g:z|"]);
  });
  test("both sides read in order are the texts, whatever they are", () => {
    for (const [a, b] of [["1\n2\n3\n4", "3\n4\n1\n2"], ["a\na\nb", "a\nb\nb\na"], ["q", ""]] as const) {
      const lines = diff(a, b);
      expect(lines.filter((l) => l.left !== undefined).map((l) => l.left).join("\n")).toBe(a);
      expect(lines.filter((l) => l.right !== undefined).map((l) => l.right).join("\n")).toBe(b);
    }
  });
  test("far from a change lines are folded", () => {
    const a = Array.from({ length: 30 }, (_, i) => "l" + i);
    const lines = folded(diff(a.join("\n"), a.map((l) => (l === "l15" ? "X" : l)).join("\n")), 2);
    expect(lines[0]).toBe(13);
    expect(lines).toHaveLength(7);
  });
});

describe("draft", () => {
  test("hostile filters stay one scalar", () => {
    expect(quoted("it's")).toBe("'it''s'");
    expect(quoted("a\nb: c")).toBe('"a\\nb: c"');
    expect(draft("srcaddr:1.2.3.4\nweir: {}").split("\n").filter((l) => l.startsWith("weir:"))).toHaveLength(1);
    expect(idOf("srcaddr:1.2.3.4 AND NOT dstport:22")).toBe("srcaddr-1-2-3-4-dstport-22");
    expect(idOf("\"'; <>")).toBe("my-rule");
  });
  test("its flows are such as the filter selects", () => {
    expect(draft("dstport:22 AND action:REJECT")).toContain("dstport: 22, protocol: 6, packets: 10, bytes: 1200, action: REJECT");
    expect(draft("NOT dstport:22")).toContain("make the flows such as the filter selects");
  });
});

test("fixes and settings are written where they stand", () => {
  expect(withFix("a:\n  dst_prt: 1", 2, 3, "dstport")).toBe("a:\n  dstport: 1");
  expect(withFix('x: "hgih"', 1, 4, "high")).toBe('x: "high"');
  expect(withFix("a", 9, 1, "b")).toBe("a");
  expect(withSetting("weir:\n  threshold: 3 # n\n", "threshold", "5")).toBe("weir:\n  threshold: 5 # n\n");
  expect(withSetting("scan: {way: inbound, targets: 10, memory: 14d}", "targets", "12")).toBe("scan: {way: inbound, targets: 12, memory: 14d}");
  expect(withSetting("condition: {gte: 5}", "threshold", "7")).toBe("condition: {gte: 7}");
  expect(withSetting("a: 1", "threshold", "7")).toBeUndefined();
  expect(lengthOf(600)).toBe("10m");
  expect(lengthOf(90)).toBe("90s");
  expect(sweep(10, true)).toEqual([3, 5, 8, 10, 15, 20, 40]);
  expect(sweep(0.8, false)).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(sweep(1, true)).toEqual([1, 2, 4]);
});
