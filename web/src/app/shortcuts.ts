// Keys, each with a button somewhere that does the same. A sequence is two keys
// within a second ("g o").
import { useLayoutEffect, useRef } from "react";

export type Shortcut = { keys: string; title: string; run: () => void; group?: string };

/** layers are the lists in force, of what is shown: of two with the same keys the later
 * one counts. A list stays in its place however often it is drawn. */
const layers: { list: Shortcut[] }[] = [];
let first = "";
let firstAt = 0;

const find = (keys: string) => layers.findLast((l) => l.list.some((s) => s.keys === keys))?.list.find((s) => s.keys === keys);

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
  const hit = (both && find(both)) || find(key);
  first = key; // also after a key that meant nothing: a sequence may begin at once
  firstAt = now;
  if (!hit) return;
  e.preventDefault();
  first = "";
  hit.run();
}

window.addEventListener("keydown", onKey);

/** shortcuts are those in force, for the help. */
export const shortcuts = () => [...new Map(layers.flatMap((l) => l.list).map((s) => [s.keys, s])).values()];

/** useShortcuts puts keys in force while a component is shown. */
export function useShortcuts(list: Shortcut[]) {
  const layer = useRef({ list }).current;
  useLayoutEffect(() => {
    layer.list = list; // what they run is of the last drawing
  });
  useLayoutEffect(() => {
    layers.push(layer);
    return () => void layers.splice(layers.indexOf(layer), 1);
  }, [layer]);
}
