// The one line to ask with. It is a plain input at once; the editor with colours and
// completion takes its place when it is first used.
import { useCallback, useEffect, useRef, useState, type ComponentType } from "react";
import { useGet } from "../api/hooks";
import { useShortcuts } from "../app/shortcuts";
import { Button } from "../table/Button";
import { sentence } from "../table/Fault";
import { Icon } from "../table/Icon";
import { Menu, type MenuItem } from "../table/Menu";
import { chips, everything, not, without, and } from "./filter";
import { fixOf, mistake, type Check } from "./fix";
import { recent, remember } from "./history";
import type { EditorProps } from "./FilterEditor";
import css from "./FilterBar.module.css";

// Known once it was loaded; later bars have it at once.
let loaded: ComponentType<EditorProps> | undefined;

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
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const focus = useRef<() => void>(() => input.current?.focus());
  const wanted = useRef(false);
  const selected = useRef<{ from: number; to: number } | undefined>(undefined);
  // The editor goes on where the caret of the input is when it takes its place.
  const hold = useCallback((el: HTMLInputElement | null) => {
    input.current = el;
    return () => {
      if (el) selected.current = { from: el.selectionStart ?? 0, to: el.selectionEnd ?? 0 };
      input.current = null;
    };
  }, []);
  const told = useCheck(draft);
  // A filter that is only not finished is no mistake yet.
  const check = told && !told.ok && draft !== value && /^(the filter ends too early|no value for|unclosed|nothing between)/.test(told.message ?? "") ? undefined : told;
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
      ref={hold}
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
        if (loaded) setEditor(() => loaded);
        else
          void import("./FilterEditor").then(
            (m) => setEditor(() => (loaded = m.default)),
            () => undefined, // the plain input does
          );
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
          {Editor ? (
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
                take={() => (wanted.current ? (selected.current ?? { from: draft.length, to: draft.length }) : undefined)}
                focusWith={focus}
              />
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
