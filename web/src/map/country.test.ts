import { expect, test } from "vitest";
import { classesOf, classOf, countryName } from "./country";
import world from "./world.json";

test("classes grow by about one factor and hold every value", () => {
  const f = (values: number[], want: number[]) => expect(classesOf(values, 5)).toEqual(want);
  f([], []);
  f([0, 0], []);
  f([7], [7]);
  f([1, 2, 3], [1, 2]);
  f([3, 90_000_000], [3, 50, 2000, 50_000, 2_000_000]);
  for (const values of [[1, 2, 3], [3, 90_000_000], [0.001, 0.7]]) {
    const bounds = classesOf(values, 5);
    for (const v of values) expect(classOf(bounds, v)).toBeGreaterThanOrEqual(0);
    expect(classOf(bounds, Math.max(...values))).toBe(bounds.length - 1);
  }
  expect(classOf([3, 50], 0)).toBe(-1);
});

test("names", () => {
  expect(countryName("DE")).toBe("Germany");
  expect(countryName("EU")).toBe("European Union");
  expect(countryName("=cmd")).toBe("=cmd");
});

// The regions of cloud providers that maps for the web leave out.
test("the map has all places that clouds are in", () => {
  const places = new Map(world.objects.countries.geometries.map((g) => [g.properties.code, g]));
  for (const code of ["SG", "HK", "BH", "MT", "LU", "GI", "GP", "XK", "US", "DE", "IE", "IL", "AE", "QA", "TW"]) {
    expect(places.get(code)?.properties.at, code).toHaveLength(2);
  }
  expect(places.size).toBeGreaterThan(240);
  for (const code of ["US", "DE", "FR", "CN", "BR", "ZA", "SO", "IE"]) expect(places.get(code)?.type, code).toMatch(/Polygon/);
  expect(places.get("AQ")).toBeUndefined();
});
