// Countries by their ISO 3166-1 code, as flow records name them, in the browser's own words.
const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** countryName is "Germany" for DE, and the text itself where it is no code. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return names.of(code) ?? code;
}

export interface CountryValue {
  /** ISO 3166-1 code of two letters */
  country: string;
  value: number;
  /** of value, in its unit */
  rejected?: number;
}

/**
 * classesOf are the lower bounds of up to n classes, each so many times the one before, rounded to 1, 2 or 5. Traffic of countries spans many
 * magnitudes: even steps would show one country.
 */
export function classesOf(values: readonly number[], n: number): number[] {
  const known = values.filter((v) => v > 0 && Number.isFinite(v));
  if (known.length === 0) return [];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const ratio = (high / low) ** (1 / n);
  const out: number[] = [];
  for (let i = 0; i < n; i++) {
    const b = i === 0 ? low : roundDown(low * ratio ** i);
    if (b <= high && (out.length === 0 || b > out[out.length - 1]!)) out.push(b);
  }
  return out;
}

function roundDown(v: number): number {
  const power = 10 ** Math.floor(Math.log10(v) + 1e-9);
  for (const s of [5, 2, 1]) if (v >= s * power * (1 - 1e-9)) return s * power;
  return power;
}

/** classOf is the class of a value, -1 for nothing. */
export function classOf(bounds: readonly number[], value: number): number {
  let at = -1;
  if (value > 0) for (let i = 0; i < bounds.length && value >= bounds[i]!; i++) at = i;
  return at;
}
