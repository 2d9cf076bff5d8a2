// Keys, each with a button somewhere that does the same. A sequence is two keys
// within a second ("g o").
import { useEffect } from "react";

export type Shortcut = { keys: string; title: string; run: () => void; group?: string };

const all = new Map<string, Shortcut>();
let first = "";
let firstAt = 0;

function typing(e: KeyboardEvent): boolean {
  const t = e.target as HTMLElement | null;
  return !!t && (t.isContentEditable || /^(input|textarea|select)$/i.test(t.tagName));
}

function onKey(e: KeyboardEvent) {
  if (e.defaultPrevented || e.altKey) return;
  const mod = e.ctrlKey || e.metaKey;
  const key = (mod ? "mod+" : "") + e.key;
  if (typing(e) && !mod) return;
  const now = Date.now();
  const both = first && now - firstAt < 1000 ? first + " " + key : "";
  const hit = (both && all.get(both)) || all.get(key);
  first = both ? "" : key;
  firstAt = now;
  if (!hit) return;
  e.preventDefault();
  first = "";
  hit.run();
}

window.addEventListener("keydown", onKey);

/** shortcuts are those in force, for the help. */
export const shortcuts = () => [...all.values()];

/** useShortcuts puts keys in force while a component is shown. */
export function useShortcuts(list: Shortcut[]) {
  useEffect(() => {
    const before = list.map((s) => [s.keys, all.get(s.keys)] as const);
    for (const s of list) all.set(s.keys, s);
    return () => {
      for (const [keys, old] of before) {
        if (old) all.set(keys, old);
        else all.delete(keys);
      }
    };
  });
}
