// Menus, popovers and drawers come with 50 KB of placing and focus: they are loaded when
// one is wanted, and a little sooner when somebody comes near one.
import { cloneElement, useEffect, useState, useSyncExternalStore, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactElement } from "react";

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

// A pointer or the focus on a button that opens something, or the first key: keys open
// drawers, too.
if (typeof document !== "undefined") {
  const signs = ["pointerover", "focusin", "pointerdown", "keydown"] as const;
  const come = (e: Event) => {
    if (e.type !== "keydown" && !(e.target as Element).closest?.("[aria-haspopup]")) return;
    for (const sign of signs) document.removeEventListener(sign, come, true);
    // What was just pressed is answered first.
    (window.requestIdleCallback ?? setTimeout)(() => wantFloating());
  };
  for (const sign of signs) document.addEventListener(sign, come, { capture: true, passive: true });
}

function subscribe(f: () => void) {
  waiting.add(f);
  return () => waiting.delete(f);
}

/** useFloating is the parts once they are wanted and there. */
export function useFloating(wanted: boolean): Floating | undefined {
  useEffect(() => {
    if (wanted) wantFloating();
  }, [wanted]);
  return useSyncExternalStore(subscribe, () => (wanted ? parts : undefined));
}

type Clickable = ReactElement<{ onClick?: (e: MouseEvent) => void; onPointerDown?: (e: PointerEvent) => void; onKeyDown?: (e: KeyboardEvent) => void; "aria-haspopup"?: string; "aria-expanded"?: boolean }>;

/** useEarly is a button before there is anything for it to open: a page has dozens of
 * menus, and few of them are ever opened. `wanted` says how it was asked to. */
export function useEarly(button: Clickable, opens: "menu" | "dialog"): { wanted: false | "pointer" | "key"; early: ReactElement } {
  const [wanted, setWanted] = useState<false | "pointer" | "key">(false);
  const early = cloneElement(button, {
    "aria-haspopup": opens,
    "aria-expanded": false,
    // They may come while the button is held down, and its click then meets another.
    onPointerDown: (e: PointerEvent) => {
      button.props.onPointerDown?.(e);
      if (e.pointerType !== "mouse" || e.button !== 0 || e.ctrlKey) return;
      e.preventDefault(); // the focus is for what opens
      setWanted("pointer");
    },
    onClick: (e: MouseEvent) => {
      button.props.onClick?.(e);
      setWanted(e.detail === 0 ? "key" : "pointer");
    },
    onKeyDown: (e: KeyboardEvent) => {
      button.props.onKeyDown?.(e);
      if (opens !== "menu" || e.key !== "ArrowDown") return;
      e.preventDefault();
      setWanted("key");
    },
  });
  return { wanted, early };
}
