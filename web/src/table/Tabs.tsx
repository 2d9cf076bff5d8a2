import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import css from "./Tabs.module.css";

export type Tab = { id: string; title: string; count?: number | string; body?: ReactNode };

/** Tabs shows one of several bodies. Which one is the caller's state, so that it can
 * stand in the address. Tabs without bodies switch what the caller shows below, which
 * `children` then is. */
export function Tabs({ label, value, onChange, tabs, end, children }: {
  label: string;
  value: string;
  onChange: (id: string) => void;
  tabs: Tab[];
  /** Stands at the end of the row. */
  end?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Radix.Root value={value} onValueChange={onChange} className={css.tabs}>
      <div className={css.row}>
        <Radix.List aria-label={label} className={css.list}>
          {tabs.map((t) => (
            <Radix.Trigger key={t.id} value={t.id} className={css.tab}>
              {t.title}
              {t.count !== undefined && <span className={css.count}>{t.count}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end && <div className={css.end}>{end}</div>}
      </div>
      {tabs.map((t) => (
        <Radix.Content key={t.id} value={t.id} className={css.body} tabIndex={-1}>
          {t.body ?? (t.id === value ? children : null)}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
