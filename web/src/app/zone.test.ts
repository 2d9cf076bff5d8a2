// Protects the one thing that time controls of others get wrong: the same instant,
// written and read back in every zone, on the days when clocks change too.
import { expect, test } from "vitest";
import { inZone, offsetOf, zoned } from "./zone";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
// Around both clock changes of 2026 in each of them, and an ordinary day.
const days = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-06-15", "2026-10-04", "2026-10-25", "2026-11-01"];

test("what is written is read back as the same instant, or as its twin of a repeated hour", () => {
  for (const name of zones) {
    const z = zoned(name);
    for (const day of days) {
      for (let m = -720; m < 2160; m += 15) {
        const at = new Date(Date.parse(day + "T00:00:00Z") + m * 60_000);
        const back = inZone(z.time(at), name);
        expect(back, `${name} ${at.toISOString()}`).toBeDefined();
        const apart = (back!.getTime() - at.getTime()) / 60_000;
        if (apart !== 0) expect([-60, -30], `${name} ${at.toISOString()} ${z.time(at)}`).toContain(apart);
        expect(z.time(back!)).toBe(z.time(at));
      }
    }
  }
});

test("a time that a clock change skips is as far after it", () => {
  expect(inZone("2026-03-29 02:30", "Europe/Berlin")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(inZone("2026-03-08 02:30", "America/New_York")?.toISOString()).toBe("2026-03-08T07:30:00.000Z");
});

test("a time that comes twice is the first", () => {
  expect(inZone("2026-10-25 02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(inZone("2026-11-01 01:30", "America/New_York")?.toISOString()).toBe("2026-11-01T05:30:00.000Z");
});

test("offsets with half hours", () => {
  expect(offsetOf(new Date("2026-01-01T00:00:00Z"), "Australia/Lord_Howe")).toBe(11 * 3600);
  expect(offsetOf(new Date("2026-07-01T00:00:00Z"), "Australia/Lord_Howe")).toBe(10.5 * 3600);
  expect(offsetOf(new Date("2026-07-01T00:00:00Z"), "America/St_Johns")).toBe(-2.5 * 3600);
});
