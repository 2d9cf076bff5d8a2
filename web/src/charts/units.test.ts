import { expect, test } from "vitest";
import { formatNoun, formatValue, valueAxis } from "./units";

test("values with their units", () => {
  const f = (n: number | null, unit: string, want: string) => expect(formatValue(n, unit)).toBe(want);
  f(0, "flows", "0");
  f(999, "flows", "999");
  f(999.6, "flows", "1 k");
  f(1234, "flows", "1.23 k");
  f(123456, "packets", "123 k");
  f(2_500_000_000, "bytes", "2.5 GB");
  f(812, "bytes", "812 B");
  f(3_400_000, "bits/s", "3.4 Mbit/s");
  f(12_000, "packets/s", "12 k/s");
  f(1.5, "packets/s", "1.5/s");
  f(0.0312, "ratio", "3.1 %");
  f(0.0004, "ratio", "<0.1 %");
  f(1, "ratio", "100 %");
  f(0.9995, "ratio", ">99.9 %");
  f(90, "seconds", "1 min 30 s");
  f(0.02, "seconds", "20 ms");
  f(3600, "seconds", "1 h");
  f(1500, "ms", "2 s");
  f(12.345, "ms", "12.3 ms");
  f(769.56, "flows", "770");
  f(20.651, "flows", "20.7");
  f(null, "bytes", "–");
  f(Number.NaN, "bytes", "–");
  f(-1500, "bytes", "-1.5 kB");
});

test("nouns", () => {
  expect(formatNoun(1, "flows")).toBe("1 flow");
  expect(formatNoun(1200, "flows")).toBe("1.2 k flows");
  expect(formatNoun(12_000, "packets/s")).toBe("12 k packets/s");
  expect(formatNoun(12_000, "bytes")).toBe("12 kB");
});

test("axes end on a round value at or above the largest", () => {
  const f = (max: number, unit: string, count: number, labels: string[]) => expect(valueAxis(0, max, unit, count).labels).toEqual(labels);
  f(0, "flows", 4, ["0", "1"]);
  f(3, "flows", 5, ["0", "1", "2", "3"]);
  f(1700, "flows", 4, ["0", "0.5 k", "1.0 k", "1.5 k", "2.0 k"]);
  f(950, "bytes", 5, ["0", "200 B", "400 B", "600 B", "800 B", "1000 B"]);
  f(0.07, "ratio", 4, ["0", "2 %", "4 %", "6 %", "8 %"]);
  f(1, "ratio", 5, ["0", "20 %", "40 %", "60 %", "80 %", "100 %"]);
  f(3 * 3600, "seconds", 3, ["0", "1 h", "2 h", "3 h"]);
  f(5_200_000, "bits/s", 3, ["0", "2 Mbit/s", "4 Mbit/s", "6 Mbit/s"]);
});

test("two axes share their grid", () => {
  const left = valueAxis(0, 1_700_000, "packets", 4);
  const right = valueAxis(0, 911_000_000, "bytes", 4, left.ticks.length - 1);
  expect(right.ticks.length).toBe(left.ticks.length);
  expect(right.max).toBeGreaterThanOrEqual(911_000_000);
  expect(right.labels).toEqual(["0", "250 MB", "500 MB", "750 MB", "1000 MB"]);
});

// Labels that are equal, or a value above the axis, would be lies.
test("any largest value", () => {
  for (let i = 0; i < 400; i++) {
    const max = 10 ** (-2 + (i / 400) * 16);
    for (const unit of ["flows", "bytes", "bits/s", "ms", "seconds", "packets/s"]) {
      for (const a of [valueAxis(0, max, unit, 4), valueAxis(0, max, unit, 4, 3)]) {
        expect(a.max).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(new Set(a.labels).size, `${max} ${unit} ${a.labels}`).toBe(a.labels.length);
        expect(a.ticks.length).toBeLessThanOrEqual(7);
      }
    }
  }
});

test("values below zero", () => {
  const a = valueAxis(-300, 900, "bytes", 4);
  expect(a.min).toBeLessThanOrEqual(-300);
  expect(a.max).toBeGreaterThanOrEqual(900);
  expect(a.labels).toContain("0");
});
