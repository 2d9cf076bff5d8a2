// Every value is a handle: what can be done with it is one click or one key away.
import { useRouter } from "@tanstack/react-router";
import { createContext, useContext, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { readSearch, shared, type Search } from "../app/search";
import { and, narrow, not, term } from "../query/filter";
import { copyText } from "./Copy";
import { entityKind, entityPath, graphSearch, shownAs, type EntityKind } from "./fields";
import { plainKey } from "./keys";
import { useFloating } from "./floating";
import { MenuItems, type MenuItem } from "./Menu";
import menu from "./Menu.module.css";
import { ground } from "./place";
import css from "./Value.module.css";

export type Scalar = string | number | boolean | null | undefined;

/** Scope is what a filter made from a value is added to. Without one, values narrow
 * the `q` of the address on pages that have it, and lead to the Explorer elsewhere. */
export type Scope = {
  /** The filter that is in force. */
  filter: string;
  /** Takes the new filter; without it the Explorer opens with it. */
  onFilter?: (filter: string) => void;
};

const ScopeContext = createContext<Scope | undefined>(undefined);

/** Behind is the filter that a panel's answer comes from: the records behind one of its
 * values are those. Panel gives it to what is in it. */
export const Behind = createContext<string | undefined>(undefined);

/** ValueScope tells the values inside it which filter they belong to. */
export function ValueScope({ filter, onFilter, children }: Scope & { children: ReactNode }) {
  return <ScopeContext.Provider value={{ filter, onFilter }}>{children}</ScopeContext.Provider>;
}

/** InTable makes values no tab stops of their own: the table's arrow keys reach them. */
export const InTable = createContext(false);

// Pages whose `q` is a filter of records.
const filtered = ["/", "/explore"];

/** useValueActions is what can be done with values, for charts and other pictures. */
export function useValueActions() {
  const router = useRouter();
  const scope = useContext(ScopeContext);
  const behind = useContext(Behind);
  const search = (): Search => readSearch(router.state.location.searchStr);
  const go = (to: string, more: Record<string, string> = {}) => {
    const old = search();
    const along = Object.fromEntries(shared.filter((k) => old[k]).map((k) => [k, old[k] as string]));
    void router.navigate({ to, search: { ...along, ...more } as never });
  };
  const add = (part: string) => {
    if (scope) {
      const next = narrow(scope.filter, part);
      if (scope.onFilter) scope.onFilter(next);
      else go("/explore", { q: next });
    } else if (filtered.includes(router.state.location.pathname)) {
      void router.navigate({ to: ".", search: ((old: Search) => ({ ...old, q: narrow(old.q ?? "", part) })) as never, resetScroll: false });
    } else {
      go("/explore", { q: part });
    }
  };
  const actions = {
    /** filterFor narrows to the records with the value; null is those without any. */
    filterFor: (field: string, value: Scalar | Scalar[]) => add(term(field, value)),
    filterOut: (field: string, value: Scalar | Scalar[]) => add(not(term(field, value))),
    open: (kind: EntityKind, value: string, network?: string) => go(entityPath(kind, value, network)),
    graph: (field: string, value: string) => go("/graph", graphSearch(field, value)),
    rule: (field: string, value: Scalar) => go("/rules/new", { q: and(behind ?? scope?.filter, term(field, value)) }),
    /** behind shows the records that a value of this panel stands for. */
    behind: (field: string, value: Scalar | Scalar[]) => go("/explore", { q: narrow(behind ?? scope?.filter ?? "", term(field, value)) }),
    /** records shows those of any filter. */
    records: (filter: string) => go("/explore", { q: filter }),
    explore: (filter: string) => go("/explore", { q: filter }),
    go,
  };
  return actions;
}

export type ValueProps = {
  field: string;
  value: Scalar;
  /** The network that gives an internal address its meaning. */
  network?: string | null;
  /** Where the field's name does not tell what the value names. */
  kind?: EntityKind;
  /** Shown beside an address: its app or owner. */
  name?: ReactNode;
  /** How the value is written; the field decides without it. */
  children?: ReactNode;
  /** Actions of the caller's, on top of the menu. */
  extra?: MenuItem[];
  mono?: boolean;
  className?: string;
};

/** Value shows a value of a field with its menu. */
export function Value({ field, value, network, kind, name, children, extra, mono, className }: ValueProps) {
  const [open, setOpen] = useState(false);
  const DropdownMenu = useFloating(open)?.DropdownMenu;
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const inTable = useContext(InTable);
  const acts = useValueActions();
  const none = value === null || value === undefined || value === "";
  const text = none ? "" : String(value);
  const entity = none ? undefined : (kind ?? entityKind(field, text));
  const graph = none ? undefined : graphSearch(field, text);
  const shown = none ? { text: "–", title: `no ${field}` } : shownAs(field, value);

  const key = (e: KeyboardEvent) => {
    switch (plainKey(e)) {
      case "f":
        acts.filterFor(field, value);
        break;
      case "x":
        acts.filterOut(field, value);
        break;
      case "o":
        if (!entity) return;
        acts.open(entity, text, network ?? undefined);
        break;
      default:
        return;
    }
    setOpen(false);
    e.preventDefault();
    e.stopPropagation();
  };
  const items = (): MenuItem[] => [
    { head: none ? `no ${field}` : `${field} ${text}` },
    ...(extra?.length ? [...extra, "line" as const] : []),
    { id: "for", title: none ? "Only records without it" : "Filter for", icon: "filter", keys: "f", run: () => acts.filterFor(field, value) },
    { id: "out", title: none ? "Only records that have it" : "Filter out", icon: "exclude", keys: "x", run: () => acts.filterOut(field, value) },
    "line",
    { id: "records", title: "Show the records", icon: "table", run: () => acts.behind(field, value) },
    ...(entity ? [{ id: "open", title: `Open ${entity === "vpc" ? "VPC" : entity}`, icon: "open" as const, keys: "o", run: () => acts.open(entity, text, network ?? undefined) }] : []),
    ...(graph ? [{ id: "graph", title: "Show on the graph", icon: "graph" as const, run: () => acts.graph(field, text) }] : []),
    ...(none
      ? []
      : ([
          "line",
          { id: "rule", title: "Make a rule of this", icon: "rule", run: () => acts.rule(field, value) },
          { id: "copy", title: "Copy", icon: "copy", run: () => void copyText(text) },
        ] as MenuItem[])),
  ];
  return (
    <span className={css.wrap}>
      <button
        ref={button}
        type="button"
        data-value=""
        className={[css.value, mono !== false && entity && css.mono, none && css.none, field === "action" && (text === "REJECT" ? css.reject : css.accept), className].filter(Boolean).join(" ")}
        tabIndex={inTable ? -1 : 0}
        aria-haspopup="menu"
        aria-expanded={open}
        title={shown.title}
        onKeyDown={key}
        onClick={(e) => {
          e.stopPropagation();
          const at = document.activeElement as HTMLElement | null;
          before.current = inTable ? ((button.current?.closest("[role=grid]") as HTMLElement | null) ?? at) : button.current;
          setOpen(true);
        }}
      >
        {children ?? shown.text}
      </button>
      {name && <span className={css.name}>{name}</span>}
      {open && DropdownMenu && (
        // Made when it is wanted: a table holds hundreds of values.
        <DropdownMenu.Root open onOpenChange={setOpen} modal={false}>
          <DropdownMenu.Trigger asChild>
            <span className={css.anchor} role="presentation" aria-hidden tabIndex={-1} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal container={ground(button.current)}>
            <DropdownMenu.Content
              className={menu.menu}
              align="start"
              sideOffset={3}
              collisionPadding={8}
              aria-label={`${field} ${text}`}
              onClick={(e) => e.stopPropagation()}
              onKeyDown={key}
              onCloseAutoFocus={(e) => {
                e.preventDefault();
                before.current?.focus({ preventScroll: true });
              }}
            >
              <MenuItems items={items()} />
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </span>
  );
}
