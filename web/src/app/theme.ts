// Light, dark, or as the system says.
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
const stored = "weir.theme";
const listeners = new Set<() => void>();
const dark = window.matchMedia("(prefers-color-scheme: dark)");

export function theme(): Theme {
  try {
    const t = localStorage.getItem(stored);
    if (t === "light" || t === "dark") return t;
  } catch {
    // no storage
  }
  return "system";
}

/** shown is what the choice comes to. */
export function shown(): "light" | "dark" {
  const t = theme();
  return t === "system" ? (dark.matches ? "dark" : "light") : t;
}

function apply() {
  document.documentElement.dataset.theme = shown();
  listeners.forEach((f) => f());
}

export function setTheme(t: Theme) {
  try {
    if (t === "system") localStorage.removeItem(stored);
    else localStorage.setItem(stored, t);
  } catch {
    // no storage
  }
  apply();
}

dark.addEventListener("change", apply);
apply();

function subscribe(f: () => void) {
  listeners.add(f);
  return () => listeners.delete(f);
}

/** useTheme is the choice and what it comes to. */
export function useTheme(): { theme: Theme; shown: "light" | "dark" } {
  const s = useSyncExternalStore(subscribe, () => theme() + " " + shown());
  const [t, now] = s.split(" ");
  return { theme: t as Theme, shown: now as "light" | "dark" };
}
