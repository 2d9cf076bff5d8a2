import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import css from "./Popover.module.css";

/** Popover shows more about its button, which is `button`. */
export function Popover({ button, label, align = "start", children }: { button: ReactNode; label: string; align?: "start" | "center" | "end"; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={css.popover} align={align} sideOffset={5} collisionPadding={8} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
