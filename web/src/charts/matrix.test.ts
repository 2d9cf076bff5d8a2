import { expect, test } from "vitest";
import { levelOf } from "./Matrix";
import { paths } from "./Spark";

test("levels go by magnitudes and keep what is not nothing visible", () => {
  const f = (v: number, want: number) => expect(levelOf(v, 1, 100_000)).toBe(want);
  f(0, 0);
  f(1, 1);
  f(9, 1);
  f(11, 2);
  f(99_999, 5);
  f(100_000, 5);
  expect(levelOf(7, 7, 7)).toBe(5);
});

test("a spark breaks where nothing is known", () => {
  const { line } = paths([0, 10, null, 5], 32, 12, 10);
  expect(line).toBe("M1 11L11 1M31 6h0.01");
  expect(paths([], 32, 12, 0)).toEqual({ line: "", area: "" });
});
