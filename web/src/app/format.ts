// How numbers are shown, the same everywhere.

const whole = new Intl.NumberFormat("en-US");
const short = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** scaled writes a number with a unit of 1,000 steps. */
function scaled(n: number, units: string[], step: number): string {
  let i = 0;
  let v = Math.abs(n);
  while (v >= step * 0.9995 && i < units.length - 1) {
    v /= step;
    i++;
  }
  const text = i === 0 ? whole.format(Math.round(v * 100) / 100) : short.format(v);
  return (n < 0 ? "-" : "") + text + (units[i] ? " " + units[i] : "");
}

/** bytes writes a size: 1.21 GB. */
export const bytes = (n: number) => scaled(n, ["B", "kB", "MB", "GB", "TB", "PB"], 1000);
/** count writes how many: 12,345 up to a million, 1.23 M above. */
export const count = (n: number) => (Math.abs(n) < 1e6 ? whole.format(n) : scaled(n, ["", "k", "M", "G", "T"], 1000));
/** brief writes how many in little room: 12.3 k. */
export const brief = (n: number) => scaled(n, ["", "k", "M", "G", "T"], 1000);
/** bits writes a rate of bits per second. */
export const bits = (n: number) => scaled(n, ["bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"], 1000);
/** rate writes how many a second. */
export const rate = (n: number, what = "") => (n < 10 ? short.format(n) : brief(n)) + (what ? " " + what : "") + "/s";
/** percent writes a share of 1. */
export function percent(x: number): string {
  if (!Number.isFinite(x)) return "–";
  const p = x * 100;
  if (p > 0 && p < 0.1) return "<0.1 %";
  if (p < 100 && p > 99.9) return ">99.9 %";
  return (p < 10 ? (Math.round(p * 10) / 10).toString() : Math.round(p).toString()) + " %";
}
/** duration writes seconds: 3 h 20 min. */
export function duration(s: number): string {
  if (s < 1) return Math.round(s * 1000) + " ms";
  const parts: [number, string][] = [
    [86400, "d"],
    [3600, "h"],
    [60, "min"],
    [1, "s"],
  ];
  const out: string[] = [];
  let rest = Math.round(s);
  for (const [size, unit] of parts) {
    const n = Math.floor(rest / size);
    if (n > 0) {
      out.push(n + " " + unit);
      rest -= n * size;
    }
    if (out.length === 2) break;
  }
  return out.join(" ") || "0 s";
}
/** ofUnit writes a value in the unit of its column. */
export function ofUnit(n: number, unit: string): string {
  switch (unit) {
    case "bytes":
      return bytes(n);
    case "bits":
      return bits(n);
    case "ratio":
      return percent(n);
    case "seconds":
      return duration(n);
    default:
      return count(n);
  }
}
/** plural writes a number with its noun. */
export const plural = (n: number, one: string, many = one + "s") => count(n) + " " + (n === 1 ? one : many);

/** atLeast is plural of a number that may be cut off. */
export const atLeast = (n: number, more: boolean, one: string) => (more ? `${count(n)}+ ${one}s` : plural(n, one));
