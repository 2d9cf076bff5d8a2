import { useEffect, useRef, useState, type MouseEvent, type ReactElement } from "react";
import { useEarly, useFloating } from "./floating";
import { Icon, type IconName } from "./Icon";
import { ground } from "./place";
import css from "./Menu.module.css";

export type MenuItem =
  | { id: string; title: string; icon?: IconName; keys?: string; run: () => void; disabled?: boolean; hint?: string; checked?: boolean; keepOpen?: boolean }
  | "line"
  | { head: string };

/** Menu opens below its button, which is `children`. */
export function Menu({ items, label, align = "end", children }: { items: MenuItem[]; label?: string; align?: "start" | "end"; children: ReactElement<{ onClick?: (e: MouseEvent) => void }> }) {
  // In the state and not in a ref: where the menu is put must not change while it is open.
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null);
  const { wanted, early } = useEarly(children, "menu");
  const floating = useFloating(wanted !== false);
  if (!floating) return early;
  const { DropdownMenu } = floating;
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild ref={setTrigger}>
        {children}
      </DropdownMenu.Trigger>
      {trigger && (
        <DropdownMenu.Portal container={ground(trigger)}>
          <DropdownMenu.Content className={css.menu} align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
            {wanted === "key" && <First />}
            <MenuItems items={items} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      )}
    </DropdownMenu.Root>
  );
}

/** First takes the focus to the first line of a menu that was opened by a key before
 * there was anybody to notice the key. */
function First() {
  const own = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const menu = own.current?.parentElement;
    const frame = requestAnimationFrame(() => menu?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return <span ref={own} hidden />;
}

/** MenuItems are the lines of a menu, for those who hold the menu themselves. */
export function MenuItems({ items }: { items: MenuItem[] }) {
  const floating = useFloating(true);
  if (!floating) return null;
  const { DropdownMenu } = floating;
  return items.map((item, i) => {
    if (item === "line") return <DropdownMenu.Separator key={`line${i}`} className={css.line} />;
    if ("head" in item) {
      return (
        <DropdownMenu.Label key={`head${i}`} className={css.head}>
          {item.head}
        </DropdownMenu.Label>
      );
    }
    const inside = (
      <>
        <span className={css.icon}>{item.checked === undefined ? item.icon && <Icon name={item.icon} /> : item.checked && <Icon name="check" />}</span>
        <span className={css.title}>
          {item.title}
          {item.hint && <small>{item.hint}</small>}
        </span>
        {item.keys && <kbd className={css.keys}>{item.keys}</kbd>}
      </>
    );
    const select = (e: Event) => {
      if (item.keepOpen) e.preventDefault();
      item.run();
    };
    if (item.checked !== undefined) {
      return (
        <DropdownMenu.CheckboxItem key={item.id} className={css.item} checked={item.checked} disabled={item.disabled} onSelect={select}>
          {inside}
        </DropdownMenu.CheckboxItem>
      );
    }
    return (
      <DropdownMenu.Item key={item.id} className={css.item} disabled={item.disabled} onSelect={select}>
        {inside}
      </DropdownMenu.Item>
    );
  });
}
