// Menus and popovers come with 40 KB of placing and focus: they are loaded once the
// page stands, and sooner when one is wanted.
import { cloneElement, useState, useSyncExternalStore, type MouseEvent, type PointerEvent, type ReactElement } from "react";

type Floating = typeof import("./radix");

let parts: Floating | undefined;
let asked = false;
const waiting = new Set<() => void>();

/** wantFloating begins to load them. */
export function wantFloating() {
  if (asked) return;
  asked = true;
  import("./radix").then(
    (m) => {
      parts = m;
      waiting.forEach((f) => f());
    },
    () => {
      asked = false; // the server was away: the next wish tries again
    },
  );
}

if (typeof window !== "undefined") {
  const idle = window.requestIdleCallback ?? ((f: () => void) => setTimeout(f, 200));
  window.addEventListener("load", () => idle(() => wantFloating()));
  if (document.readyState === "complete") idle(() => wantFloating());
}

function subscribe(f: () => void) {
  waiting.add(f);
  return () => waiting.delete(f);
}

/** useFloating is the parts once they are there. */
export function useFloating(): Floating | undefined {
  return useSyncExternalStore(subscribe, () => parts);
}

type Clickable = ReactElement<{ onClick?: (e: MouseEvent) => void; onPointerDown?: (e: PointerEvent) => void }>;

/** useEarly is a button that was clicked before there was anything to open: `wanted`
 * says that it shall open as soon as there is. */
export function useEarly(button: Clickable): { wanted: boolean; early: ReactElement } {
  const [wanted, setWanted] = useState(false);
  const early = cloneElement(button, {
    // They may come while the button is held down, and its click then meets another.
    onPointerDown: (e: PointerEvent) => {
      button.props.onPointerDown?.(e);
      if (e.pointerType !== "mouse" || e.button !== 0 || e.ctrlKey) return;
      e.preventDefault(); // the focus is for what opens
      setWanted(true);
      wantFloating();
    },
    onClick: (e: MouseEvent) => {
      button.props.onClick?.(e);
      setWanted(true);
      wantFloating();
    },
  });
  return { wanted, early };
}
