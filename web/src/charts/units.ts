// Values with their units, and axes whose ticks are round in the unit that is read.
import { bits, brief, bytes, duration, percent } from "../app/format";

const prefixes = ["", "k", "M", "G", "T", "P", "E"];

/** Units whose values of several buckets may be added up. */
const additive = new Set(["bytes", "packets", "flows", "records", "rows", "alerts", "findings"]);

export function isAdditive(unit: string): boolean {
  return additive.has(unit);
}

/** symbol is what stands behind a number of the unit: "B", "bit/s"; "" for things that are counted. */
function symbol(unit: string): string {
  const [what = "", per] = unit.split("/");
  const short = what === "bytes" ? "B" : what === "bits" ? "bit" : "";
  return per ? `${short}/${per}` : short;
}

/**
 * formatValue writes a value of a unit: bytes, bits, packets, flows, records, seconds, ms, ratio (0 to 1), or any of them per second ("bits/s").
 * Things that are counted carry no noun; {@link formatNoun} adds it.
 */
export function formatValue(n: number | null | undefined, unit: string): string {
  if (n == null || !Number.isFinite(n)) return "–";
  const [what = "", per] = unit.split("/");
  const sign = n < 0 ? "-" : "";
  // An average of small numbers has no more than three digits either.
  if (what !== "ratio" && Math.abs(n) < 1000 && !Number.isInteger(n)) n = Number(n.toPrecision(3));
  switch (what) {
    case "ratio":
      return sign + percent(Math.abs(n));
    case "seconds":
      return sign + duration(Math.abs(n));
    case "ms":
      return Math.abs(n) >= 1000 ? sign + duration(Math.abs(n) / 1000) : `${brief(n)} ms`;
    case "bytes":
      return bytes(n) + (per ? `/${per}` : "");
    case "bits":
      return bits(n);
  }
  return brief(n) + (per ? `/${per}` : "");
}

/** formatNoun is formatValue with the thing that is counted: "1.2 k flows". */
export function formatNoun(n: number | null | undefined, unit: string): string {
  const text = formatValue(n, unit);
  const [what = "", per] = unit.split("/");
  if (text === "–" || !counted(what)) return text;
  const noun = n === 1 && !per && what.endsWith("s") ? what.slice(0, -1) : what;
  return per ? `${text.slice(0, -per.length - 1)} ${noun}/${per}` : `${text} ${noun}`;
}

function counted(what: string): boolean {
  return !["", "ratio", "seconds", "ms", "bytes", "bits"].includes(what);
}

export interface ValueAxis {
  /** top of the axis; it begins at bottom, 0 unless a value is below */
  max: number;
  min: number;
  ticks: number[];
  labels: string[];
}

const lengths: [number, string][] = [
  [86400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
];

const steps = [1, 2, 2.5, 5, 10];
const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function nice(least: number, of: number[]): number {
  const power = 10 ** Math.floor(Math.log10(least));
  for (const s of of) {
    // 1e-9: 0.3 / 0.1 is not quite 3.
    if (s * power >= least * (1 - 1e-9)) return s * power;
  }
  return 10 * power;
}

/** scaleOf is the size that ticks are counted in, so that they are round in the unit that is read: minutes, hours, percent. */
function scaleOf(max: number, unit: string): [number, string] {
  if (unit === "ratio") return [0.01, " %"];
  if (unit === "seconds" || unit === "ms") {
    const s = unit === "ms" ? max / 1000 : max;
    const one = unit === "ms" ? 1000 : 1;
    for (const [size, name] of lengths) if (s >= 2 * size) return [size * one, ` ${name}`];
    return [one / 1000, " ms"];
  }
  let size = 1;
  let i = 0;
  while (i < prefixes.length - 1 && max >= 1000 * size) {
    size *= 1000;
    i++;
  }
  const tail = prefixes[i] + symbol(unit);
  return [size, tail === "" || tail.startsWith("/") ? tail : ` ${tail}`];
}

/**
 * valueAxis lays round ticks over values from min (0 or below) to max. count is about how many intervals there is room for; intervals, where it is
 * given, is how many there must be, so that the ticks of two axes share their grid lines.
 */
export function valueAxis(min: number, max: number, unit: string, count: number, intervals?: number): ValueAxis {
  const low = Math.min(0, min);
  let high = Math.max(max, 0);
  if (high === low) high = low + 1;
  const [size, suffix] = scaleOf(Math.max(high, -low), unit);
  const whole = size === 1 && !unit.includes("/");
  const span = (high - low) / size;
  let step: number;
  let from = 0;
  let n: number;
  if (intervals && low === 0) {
    step = nice(span / intervals, fine);
    if (whole) step = Math.max(1, Math.ceil(step));
    n = intervals;
  } else {
    step = nice(span / Math.max(1, count), steps);
    if (whole) step = Math.max(1, Math.ceil(step));
    from = Math.floor(low / size / step + 1e-9);
    n = Math.ceil(high / size / step - 1e-9) - from;
  }
  const power = Math.floor(Math.log10(step) + 1e-9);
  const halves = Math.abs(step / 10 ** power - Math.round(step / 10 ** power)) > 1e-9;
  const places = Math.max(0, -power + (halves ? 1 : 0));
  const ticks: number[] = [];
  const labels: string[] = [];
  for (let i = 0; i <= n; i++) {
    const v = (from + i) * step;
    ticks.push(v * size);
    labels.push(Math.abs(v) < 1e-12 ? "0" : v.toFixed(places) + suffix);
  }
  return { min: from * step * size, max: (from + n) * step * size, ticks, labels };
}
