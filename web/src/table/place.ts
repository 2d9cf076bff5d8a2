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

/** place is what had the focus last, menus aside. */
export const place = () => last;

/** ground is where what opens from an element is put: beside it in its landmark, or in
 * the dialog that alone may be read. */
export function ground(of: Element | null): HTMLElement | undefined {
  return of?.closest<HTMLElement>("[role=dialog],[role=alertdialog],main") ?? of?.closest<HTMLElement>("nav,header") ?? undefined;
}
