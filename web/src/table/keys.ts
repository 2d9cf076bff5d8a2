// Keys that mean something on what has the focus, and do not on the second half of a
// sequence such as "g o".

let g = 0;
if (typeof window !== "undefined") {
  window.addEventListener("keydown", (e) => {
    if (e.key !== "g") setTimeout(() => (g = 0));
    else if (!e.ctrlKey && !e.metaKey && !e.altKey) g = Date.now();
  }, true);
}

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; target: EventTarget | null };

/** plainKey is the key of an event that is no command of the browser, no typing and
 * no part of a sequence, else "". */
export function plainKey(e: Key): string {
  if (e.ctrlKey || e.metaKey || e.altKey) return "";
  const t = e.target as HTMLElement | null;
  if (t && (t.isContentEditable || /^(textarea|select)$/i.test(t.tagName) || (t.tagName === "INPUT" && (t as HTMLInputElement).type !== "checkbox"))) return "";
  if (g && Date.now() - g < 1000 && e.key.length === 1) return "";
  return e.key;
}
