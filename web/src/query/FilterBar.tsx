// The one line to ask with. It is a plain input at once; the editor with colours and
// completion takes its place when it is first used.
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useGet } from "../api/hooks";
import { useShortcuts } from "../app/shortcuts";
import { Button } from "../table/Button";
import { sentence } from "../table/Fault";
import { Icon } from "../table/Icon";
import { Menu, type MenuItem } from "../table/Menu";
import { chips, everything, not, without, and } from "./filter";
import { fixOf, mistake, type Check } from "./fix";
import { recent, remember } from "./history";
import css from "./FilterBar.module.css";

const Editor = lazy(() => import("./FilterEditor"));

export type FilterBarProps = {
  /** The filter in force. */
  value: string;
  /** Enter, the button, a chip, a fix: the filter to be in force now. */
  onRun: (filter: string) => void;
  /** What is being typed. */
  onChange?: (draft: string) => void;
  /** Values are counted in this range. */
  since?: string;
  until?: string;
  label?: string;
  placeholder?: string;
  /** Parts of the filter below it, each to be negated or taken away. */
  parts?: boolean;
  /** `/` focuses it; off for a second bar on a page. */
  slash?: boolean;
  busy?: boolean;
};

export function FilterBar({ value, onRun, onChange, since, until, label = "Filter", placeholder = "action:REJECT AND dstport:22", parts = true, slash = true, busy }: FilterBarProps) {
  const [draft, setDraft] = useState(value);
  const [rich, setRich] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const focus = useRef<() => void>(() => input.current?.focus());
  const wanted = useRef(false);
  const check = useCheck(draft);
  const fix = check && !check.ok ? fixOf(draft, check) : undefined;

  useEffect(() => setDraft(value), [value]);
  useShortcuts(slash ? [{ keys: "/", title: "Write a filter", group: "This page", run: () => focus.current() }] : []);

  const change = useCallback(
    (text: string) => {
      setDraft(text);
      onChange?.(text);
    },
    [onChange],
  );
  const run = useCallback(
    (text: string) => {
      const filter = text.trim();
      remember(filter);
      setDraft(filter);
      onRun(filter);
    },
    [onRun],
  );

  const list = parts ? (chips(value) ?? []) : [];
  const old = (): MenuItem[] => {
    const filters = recent().slice(0, 12);
    if (filters.length === 0) return [{ head: "Filters that you run are kept here." }];
    return [{ head: "Recent filters" }, ...filters.map((f, i) => ({ id: String(i), title: f, run: () => run(f) }))];
  };
  const plain = (
    <input
      ref={input}
      className={css.input}
      type="text"
      value={draft}
      placeholder={placeholder}
      aria-label={label}
      aria-invalid={!!check && !check.ok}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(e) => change(e.target.value)}
      onFocus={() => {
        wanted.current = true;
        setRich(true);
      }}
      onBlur={() => (wanted.current = false)}
      onKeyDown={(e) => {
        if (e.key === "Enter") run(draft);
        if (e.key === "Escape") e.currentTarget.blur();
      }}
    />
  );
  return (
    <div className={css.filter} role="search" aria-label={label}>
      <div className={css.bar} data-wrong={(check && !check.ok) || undefined}>
        <span className={css.icon}>
          <Icon name="search" />
        </span>
        <div className={css.text}>
          {rich ? (
            <Suspense fallback={plain}>
              <Editor
                value={draft}
                label={label}
                placeholder={placeholder}
                since={since}
                until={until}
                wrong={check && !check.ok ? mistake(draft, check) : undefined}
                message={check?.message}
                onChange={change}
                onRun={run}
                take={() => {
                  const at = input.current;
                  return wanted.current ? { from: at?.selectionStart ?? draft.length, to: at?.selectionEnd ?? draft.length } : undefined;
                }}
                focusWith={focus}
              />
            </Suspense>
          ) : (
            plain
          )}
        </div>
        {draft && (
          <Button
            kind="quiet"
            small
            icon="close"
            aria-label="Clear the filter"
            title="Clear"
            onClick={() => {
              change("");
              run("");
              focus.current();
            }}
          />
        )}
        <Past items={old} />
        <Button kind="primary" small busy={busy} onClick={() => run(draft)} title="Run (Enter)" className={css.run}>
          Run
        </Button>
      </div>
      {check && !check.ok && (
        <p className={css.wrong} role="alert">
          <Icon name="warning" size={13} />
          <span>{sentence(check.message ?? "This cannot be read")}</span>
          {fix ? (
            <button type="button" className={css.fix} onClick={() => run(fix.filter)}>
              {/did you mean/.test(check.fix ?? "") ? "Did you mean" : "Write"} <code>{fix.label}</code>
              {/did you mean/.test(check.fix ?? "") ? "?" : ""}
            </button>
          ) : (
            check.fix && <span className={css.hint}>{sentence(check.fix)}</span>
          )}
        </p>
      )}
      {list.length > 0 && (
        <ul className={css.chips} aria-label="Parts of the filter">
          {list.map((c) => (
            <li key={c.text} className={css.chip} data-not={c.negated || undefined}>
              <button
                type="button"
                title={c.negated ? "Filter for it instead" : "Filter it out instead"}
                aria-label={`${c.text}: ${c.negated ? "filter for it instead" : "filter it out instead"}`}
                onClick={() => run(and(...list.map((o) => (o === c ? not(o.text) : o.text))))}
              >
                {c.negated && <b>not</b>} {c.body}
              </button>
              <button type="button" aria-label={`Take away ${c.text}`} title="Take away" onClick={() => run(without(value, c.text))}>
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
          {list.length > 1 && (
            <li>
              <button type="button" className={css.all} onClick={() => run("")}>
                Clear all
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Past({ items }: { items: () => MenuItem[] }) {
  const [list, setList] = useState<MenuItem[]>([]);
  return (
    <span onPointerDownCapture={() => setList(items())} onKeyDownCapture={() => setList(items())}>
      <Menu items={list} label="Recent filters">
        <Button kind="quiet" small icon="history" aria-label="Recent filters" title="Recent filters" />
      </Menu>
    </span>
  );
}

/** useCheck asks the server whether a filter can be read, once typing rests. */
export function useCheck(filter: string): Check | undefined {
  const [rested, setRested] = useState(filter);
  useEffect(() => {
    const t = setTimeout(() => setRested(filter), 250);
    return () => clearTimeout(t);
  }, [filter]);
  const asked = useGet("/filter", { filter: rested }, { when: !everything(rested), keep: false });
  return rested === filter && !everything(filter) ? (asked.data as Check | undefined) : undefined;
}
