import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import { useFloating } from "./floating";
import { place, type Place } from "./place";
import css from "./Drawer.module.css";

/** Drawer slides over the right of the page. Whether it is open is the caller's state
 * (the address); Escape, the button and a click beside it close it, and the focus
 * returns to where it was. */
export function Drawer({ open, onClose, title, sub, actions, footer, width = 620, children }: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  sub?: ReactNode;
  /** Stand at the right of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  const before = useRef<Place | null>(null);
  const own = useRef<HTMLDivElement>(null);
  if (open && !before.current) before.current = place();
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  const floating = useFloating(used);
  if (!floating) return null;
  const { Dialog } = floating;
  return (
    <Dialog.Root open={open} onOpenChange={(o) => !o && onClose()}>
      <Dialog.Portal>
        {/* Not the library's own, which writes a <style> that the page's policy refuses. */}
        <div className={css.overlay} aria-hidden />
        <Dialog.Content
          ref={own}
          className={css.drawer}
          style={{ width }}
          aria-describedby={undefined}
          onOpenAutoFocus={(e) => {
            e.preventDefault();
            own.current?.focus();
          }}
          onCloseAutoFocus={(e) => {
            e.preventDefault();
            before.current?.focus();
            before.current = null;
          }}
        >
          <header className={css.head}>
            <div className={css.titles}>
              <Dialog.Title className={css.title}>{title}</Dialog.Title>
              {sub && <div className={css.sub}>{sub}</div>}
            </div>
            {actions}
            <Dialog.Close asChild>
              <Button kind="quiet" icon="close" aria-label="Close" title="Close (Esc)" />
            </Dialog.Close>
          </header>
          <div className={css.body} tabIndex={0} role="group" aria-label="Details">
            {children}
          </div>
          {footer && <footer className={css.foot}>{footer}</footer>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
