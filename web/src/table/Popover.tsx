import type { MouseEvent, ReactElement, ReactNode } from "react";
import { useEarly, useFloating } from "./floating";
import css from "./Popover.module.css";

/** Popover shows more about its button, which is `button`. */
export function Popover({ button, label, align = "start", children }: { button: ReactElement<{ onClick?: (e: MouseEvent) => void }>; label: string; align?: "start" | "center" | "end"; children: ReactNode }) {
  const { wanted, early } = useEarly(button, "dialog");
  const floating = useFloating(wanted !== false);
  if (!floating) return early;
  const Radix = floating.Popover;
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.popover} align={align} sideOffset={5} collisionPadding={8} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
