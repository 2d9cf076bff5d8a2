import { describe, expect, test } from "vitest";
import { instantOf, localText, offsetAt, spanText, stepFor, timeLabels, timeTicks, timeText } from "./timeaxis";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
const at = (text: string) => Date.parse(text) / 1000;

// An independent reading of the clock: Intl's own text, not offsetAt.
function wall(t: number, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(t * 1000);
}

// Both clock changes of 2026 in the zones that have them, and a day without one in the others.
const changes: Record<string, string[]> = {
  UTC: ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"],
  "Europe/Berlin": ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"],
  "America/New_York": ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"],
  "Asia/Kolkata": ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"],
  "Australia/Lord_Howe": ["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"],
  "America/St_Johns": ["2026-03-08T05:30:00Z", "2026-11-01T04:30:00Z"],
};

describe.each(zones)("%s", (zone) => {
  // Ticks that are not on round local times are what users of other tools file bugs about.
  test.each(changes[zone]!)("hours are round on both sides of %s", (change) => {
    const from = at(change) - 15 * 3600;
    const to = at(change) + 15 * 3600;
    for (const n of [1800, 3600, 7200, 10800, 21600]) {
      const ticks = timeTicks(from, to, zone, { unit: "second", n });
      expect(ticks.length).toBeGreaterThan((30 * 3600) / n - 3);
      for (const t of ticks) {
        const [, h, m, s] = /(\d\d):(\d\d):(\d\d)$/.exec(wall(t, zone))!.map(Number);
        expect(((h! * 60 + m!) * 60 + s!) % n).toBe(0);
      }
      // None is left out: wherever the clock stands on the step, there is a tick.
      const want: number[] = [];
      for (let t = Math.ceil(from / 900) * 900; t <= to; t += 900) {
        const [, h, m] = /(\d\d):(\d\d):\d\d$/.exec(wall(t, zone))!.map(Number);
        if (((h! * 60 + m!) * 60) % n === 0) want.push(t);
      }
      expect(ticks).toEqual(want);
    }
  });

  test.each(changes[zone]!)("days begin at midnight around %s", (change) => {
    const ticks = timeTicks(at(change) - 10 * 86400, at(change) + 10 * 86400, zone, { unit: "day", n: 1 });
    expect(ticks.length).toBe(20);
    for (const t of ticks) expect(wall(t, zone)).toMatch(/ 00:00:00$/);
  });

  test("months and years begin on their first day", () => {
    const months = timeTicks(at("2025-12-15T00:00:00Z"), at("2027-01-15T00:00:00Z"), zone, { unit: "month", n: 1 });
    expect(months.map((t) => wall(t, zone))).toEqual(
      ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01"].map((m) => `${m}-01 00:00:00`),
    );
    const years = timeTicks(at("2019-06-01T00:00:00Z"), at("2026-06-01T00:00:00Z"), zone, { unit: "year", n: 2 });
    expect(years.map((t) => wall(t, zone))).toEqual(["2020", "2022", "2024", "2026"].map((y) => `${y}-01-01 00:00:00`));
  });

  test("an instant's wall time leads back to it", () => {
    for (let t = at("2026-01-01T00:00:00Z"); t < at("2027-01-01T00:00:00Z"); t += 7 * 3600) {
      const back = instantOf(t + offsetAt(t, zone), zone);
      // In an hour that comes twice the earlier instant is meant.
      expect(back === t || (back < t && wall(back, zone) === wall(t, zone))).toBe(true);
    }
  });

  test("text agrees with the browser's own", () => {
    for (const change of changes[zone]!) {
      for (const t of [at(change) - 1, at(change), at(change) + 1]) expect(localText(t, zone).slice(0, 19)).toBe(wall(t, zone));
    }
  });
});

test("the hour that comes twice is there twice, and the second says its offset", () => {
  const ticks = timeTicks(at("2026-10-24T22:00:00Z"), at("2026-10-25T03:00:00Z"), "Europe/Berlin", { unit: "second", n: 3600 });
  expect(timeLabels(ticks, "Europe/Berlin", { unit: "second", n: 3600 })).toEqual(["00:00\nSun 25 Oct", "01:00", "02:00", "02:00\nUTC+1", "03:00", "04:00"]);
});

test("the hour that is skipped is not there", () => {
  const ticks = timeTicks(at("2026-03-28T23:00:00Z"), at("2026-03-29T03:00:00Z"), "Europe/Berlin", { unit: "second", n: 3600 });
  expect(timeLabels(ticks, "Europe/Berlin", { unit: "second", n: 3600 })).toEqual(["00:00\nSun 29 Mar", "01:00", "03:00\nUTC+2", "04:00", "05:00"]);
});

test("half an hour's change on Lord Howe", () => {
  const ticks = timeTicks(at("2026-04-04T14:00:00Z"), at("2026-04-04T16:30:00Z"), "Australia/Lord_Howe", { unit: "second", n: 1800 });
  expect(timeLabels(ticks, "Australia/Lord_Howe", { unit: "second", n: 1800 })).toEqual(["01:00\nSun 5 Apr", "01:30", "01:30\nUTC+10:30", "02:00", "02:30", "03:00"]);
});

test("a midnight that the clock skips begins at the change", () => {
  // Brazil's summer time began at midnight.
  const [t] = timeTicks(at("2018-11-03T12:00:00Z"), at("2018-11-04T12:00:00Z"), "America/Sao_Paulo", { unit: "day", n: 1 });
  expect(wall(t!, "America/Sao_Paulo")).toBe("2018-11-04 01:00:00");
});

test("weeks begin on Mondays", () => {
  const ticks = timeTicks(at("2026-10-01T00:00:00Z"), at("2026-11-01T00:00:00Z"), "UTC", { unit: "day", n: 7 });
  expect(ticks.map((t) => new Date(t * 1000).getUTCDay())).toEqual([1, 1, 1, 1]);
});

test("steps leave room", () => {
  const f = (hours: number, width: number) => stepFor(0, hours * 3600, width);
  expect(f(1, 900)).toEqual({ unit: "second", n: 300 });
  expect(f(24, 900)).toEqual({ unit: "second", n: 7200 });
  expect(f(24 * 14, 500)).toEqual({ unit: "day", n: 2 });
  expect(f(24 * 14, 900)).toEqual({ unit: "day", n: 1 });
  expect(f(24 * 14, 300)).toEqual({ unit: "day", n: 4 });
  expect(f(24 * 365, 500)).toEqual({ unit: "month", n: 3 });
  expect(f(24 * 365 * 500, 300).unit).toBe("year");
});

test("spans of buckets", () => {
  expect(spanText(at("2026-03-12T13:05:00Z"), at("2026-03-12T13:10:00Z"), "Europe/Berlin")).toBe("Thu 12 Mar 2026 14:05 – 14:10 UTC+1");
  expect(spanText(at("2026-03-12T00:00:00Z"), at("2026-03-13T00:00:00Z"), "UTC")).toBe("Thu 12 Mar 2026");
  expect(spanText(at("2026-03-12T23:30:00Z"), at("2026-03-13T00:30:00Z"), "UTC")).toBe("Thu 12 Mar 2026 23:30 – Fri 13 Mar 2026 00:30 UTC");
  expect(spanText(at("2026-03-29T00:30:00Z"), at("2026-03-29T01:30:00Z"), "Europe/Berlin")).toBe("Sun 29 Mar 2026 01:30 UTC+1 – 03:30 UTC+2");
  expect(timeText(at("2026-03-12T13:05:07Z"), "Asia/Kolkata")).toBe("Thu 12 Mar 2026 18:35:07 UTC+5:30");
});
