// Where the focus was before a menu took it: the line of a menu that opened a drawer
// is gone when the drawer closes, the button of the menu is not.

let last: HTMLElement | null = null;
if (typeof document !== "undefined") {
  document.addEventListener(
    "focusin",
    (e) => {
      const at = e.target as HTMLElement;
      const menu = at.closest("[role=menu]");
      const by = menu && document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
      if (!menu) last = at;
      else if (by && !by.closest("[aria-hidden=true]")) last = by;
    },
    true,
  );
}

/** Place is where the focus goes back to. */
export type Place = { focus: () => void };

/** place is what had the focus last, menus aside. Should that be gone by then, as the
 * row of an alert that was judged, it is what has come in its stead; else the page. */
export function place(): Place {
  const at = last;
  const around: { parent: Element; index: number }[] = [];
  for (let e: Element | null = at; e?.parentElement; e = e.parentElement) around.push({ parent: e.parentElement, index: [...e.parentElement.children].indexOf(e) });
  return {
    focus: () => {
      const next = () => {
        const left = around.find((a) => a.parent.isConnected);
        const stead = left && left.parent.children[Math.min(left.index, left.parent.children.length - 1)];
        return stead?.querySelector<HTMLElement>("button:not(:disabled),a[href]");
      };
      const to = at?.isConnected ? at : (next() ?? document.getElementById("main"));
      to?.focus({ preventScroll: true });
    },
  };
}

/** ground is where what opens from an element is put: beside it in its landmark, or in
 * the dialog that alone may be read. */
export function ground(of: Element | null): HTMLElement | undefined {
  return of?.closest<HTMLElement>("[role=dialog],[role=alertdialog],main") ?? of?.closest<HTMLElement>("nav,header") ?? undefined;
}
