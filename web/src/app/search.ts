// The address is the state: flat texts in the query string, read and written here.
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

export type Search = Record<string, string>;

/** readSearch reads a query string; a name given twice keeps its last value. */
export function readSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

/** writeSearch writes one, readable: what needs no escape in a query has none. */
export function writeSearch(search: Record<string, unknown>): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === "") continue;
    parts.push(encodeURIComponent(key) + "=" + encodeURIComponent(String(value)).replace(/%(3A|2F|2C|28|29|5B|5D|2A|40|24)/g, decodeURIComponent).replace(/%20/g, "+"));
  }
  return parts.length ? "?" + parts.join("&") : "";
}

/** shared are the parameters that go along from page to page. */
export const shared = ["since", "until", "tz", "cmp"] as const;

/** useSearch is the whole of the address's parameters and how they are changed: a
 * value of undefined or "" leaves. */
export function useSearch(): [Search, (next: Record<string, string | undefined>, o?: { replace?: boolean }) => void] {
  const text = useRouterState({ select: (s) => s.location.searchStr });
  const search = useMemo(() => readSearch(text), [text]);
  const navigate = useNavigate();
  const set = useCallback(
    (next: Record<string, string | undefined>, o?: { replace?: boolean }) => {
      void navigate({
        to: ".",
        search: ((old: Search) => {
          const all: Record<string, string | undefined> = { ...old, ...next };
          return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined && v !== ""));
        }) as never,
        replace: o?.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, set];
}

/** useParam is one parameter. What asks for no more is not drawn again when another
 * changes. */
export const useParam = (name: string): string | undefined => useRouterState({ select: (s) => readSearch(s.location.searchStr)[name] });

/** usePageSearch is a page's own parameters with what they are when absent. A value
 * that equals its default is left out of the address. */
export function usePageSearch<T extends Record<string, string>>(
  defaults: T,
): [T, (next: Partial<Record<keyof T, string | undefined>>, o?: { replace?: boolean }) => void] {
  const [search, setAll] = useSearch();
  const key = JSON.stringify(defaults);
  const own = useMemo(() => {
    const d = JSON.parse(key) as T;
    return Object.fromEntries(Object.keys(d).map((k) => [k, search[k] ?? d[k]])) as T;
  }, [search, key]);
  const set = useCallback(
    (next: Partial<Record<keyof T, string | undefined>>, o?: { replace?: boolean }) => {
      const d = JSON.parse(key) as T;
      setAll(
        Object.fromEntries(Object.entries(next).map(([k, v]) => [k, v === d[k] ? undefined : (v as string | undefined)])),
        o,
      );
    },
    [setAll, key],
  );
  return [own, set];
}
