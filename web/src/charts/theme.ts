// The colours of src/styles/tokens.css for what is drawn on a canvas. SVG and HTML use the tokens themselves.
import { useSyncExternalStore } from "react";

export type Color = 1 | 2 | 3 | 4 | 5 | 6 | "accept" | "reject";

export interface Palette {
  panel: string;
  line: string;
  lineStrong: string;
  text: string;
  textSoft: string;
  textFaint: string;
  accent: string;
  band: string;
  font: string;
  /** colour of a series */
  of(color: Color): string;
  severity(name: string): string;
}

const names = ["panel", "line", "line-strong", "text", "text-soft", "text-faint", "accent", "band", "font"] as const;
const series = ["accept", "reject", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6"] as const;
const severities = ["critical", "high", "medium", "low", "info"] as const;

/** token is the name of a series colour in the style sheet, as in var(--accept). */
export function token(color: Color): string {
  return typeof color === "number" ? `var(--series-${color})` : `var(--${color})`;
}

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const at: Record<string, string> = {};
  for (const n of [...names, ...series, ...severities]) at[n] = style.getPropertyValue(`--${n}`).trim() || "#888";
  return {
    panel: at["panel"]!,
    line: at["line"]!,
    lineStrong: at["line-strong"]!,
    text: at["text"]!,
    textSoft: at["text-soft"]!,
    textFaint: at["text-faint"]!,
    accent: at["accent"]!,
    band: at["band"]!,
    font: at["font"]!,
    of: (c) => at[typeof c === "number" ? `series-${c}` : c]!,
    severity: (n) => at[n] ?? at["info"]!,
  };
}

let current: Palette | undefined;
let observer: MutationObserver | undefined;
const listeners = new Set<() => void>();

function refresh() {
  current = read();
  for (const l of listeners) l();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(refresh);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
    // Style sheets may come after the first chart.
    window.addEventListener("load", refresh, { once: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer?.disconnect();
      observer = undefined;
      current = undefined;
    }
  };
}

/** usePalette returns the colours of the theme that is shown, anew when it changes. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, () => (current ??= read()));
}

/** mix is a colour laid over another, opaque: what a translucent fill would show without what is behind it. */
export function mix(color: string, over: string, share: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(share * 100)}%, ${over})`;
}
