import { useId, type KeyboardEvent, type ReactNode } from "react";
import css from "./Tabs.module.css";

export type Tab = { id: string; title: string; count?: number | string; body?: ReactNode };

/** Tabs shows one of several bodies. Which one is the caller's state, so that it can
 * stand in the address. Tabs without bodies switch what the caller shows below, which
 * `children` then is. The arrow keys go from one to the next. */
export function Tabs({ label, value, onChange, tabs, end, children }: {
  label: string;
  value: string;
  onChange: (id: string) => void;
  tabs: Tab[];
  /** Stands at the end of the row. */
  end?: ReactNode;
  children?: ReactNode;
}) {
  const own = useId();
  const move = (e: KeyboardEvent<HTMLElement>) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
    const at = tabs.findIndex((t) => t.id === value);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[e.key];
    const tab = to === undefined ? undefined : tabs[to % tabs.length];
    if (!tab) return;
    e.preventDefault();
    document.getElementById(`${own}-tab-${tab.id}`)?.focus();
    onChange(tab.id);
  };
  return (
    <div className={css.tabs}>
      <div className={css.row}>
        <div role="tablist" aria-label={label} className={css.list} onKeyDown={move}>
          {tabs.map((t, i) => (
            <button
              key={t.id}
              id={`${own}-tab-${t.id}`}
              type="button"
              role="tab"
              aria-selected={t.id === value}
              aria-controls={`${own}-body-${t.id}`}
              tabIndex={t.id === value || (i === 0 && !tabs.some((x) => x.id === value)) ? 0 : -1}
              className={css.tab}
              onClick={() => t.id !== value && onChange(t.id)}
            >
              {t.title}
              {t.count !== undefined && <span className={css.count}>{t.count}</span>}
            </button>
          ))}
        </div>
        {end && <div className={css.end}>{end}</div>}
      </div>
      {tabs.map((t) => (
        <div key={t.id} id={`${own}-body-${t.id}`} role="tabpanel" aria-labelledby={`${own}-tab-${t.id}`} hidden={t.id !== value} className={css.body} tabIndex={-1}>
          {t.id === value && (t.body ?? children)}
        </div>
      ))}
    </div>
  );
}
