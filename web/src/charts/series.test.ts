import { expect, test } from "vitest";
import { bucketAt, clusters, csv, lonely, sameData, stack, statsOf, stepOf } from "./series";

test("statistics leave out what is not known", () => {
  expect(statsOf([null, 4, 2, null, 6])).toEqual({ min: 2, avg: 4, p95: 6, max: 6, total: 12 });
  expect(statsOf([null, null])).toEqual({ min: null, avg: null, p95: null, max: null, total: null });
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(statsOf(hundred).p95).toBe(95);
});

test("a stack is unknown only where all of it is", () => {
  expect(stack([[1, null, null], [2, 3, null]])).toEqual([[1, 0, null], [3, 3, null]]);
});

test("buckets", () => {
  expect(stepOf([0, 300, 900])).toBe(300);
  expect(stepOf([5])).toBe(60);
  expect([-1, 0, 299, 300, 5000].map((t) => bucketAt([0, 300, 900], t))).toEqual([-1, 0, 0, 1, 2]);
});

test("lonely values are found, so that they are drawn", () => {
  expect(lonely([1, null, 2, 3, null, 4])).toEqual([0, 5]);
});

test("marks on one place become one", () => {
  expect(clusters([{ x: 30, item: "c" }, { x: 0, item: "a" }, { x: 5, item: "b" }], 10)).toEqual([
    { x: 0, items: ["a", "b"] },
    { x: 30, items: ["c"] },
  ]);
});

test("data written in place at every turn is the same data", () => {
  const f = () => ({ times: [1, 2], series: [{ label: "a", unit: "bytes", values: [1, null], band: { low: [0, 0], high: [2, 2] } }] });
  expect(sameData(f(), f())).toBe(true);
  const other = f();
  other.series[0]!.band.high[1] = 3;
  expect(sameData(f(), other)).toBe(false);
});

// Values of flow records come from attackers: a spreadsheet must not run them.
test("csv", () => {
  expect(csv([["a", 'say "x"', "=1+1", -5, null, "two\nlines"]])).toBe('a,"say ""x""",\'=1+1,-5,,"two\nlines"\r\n');
});
