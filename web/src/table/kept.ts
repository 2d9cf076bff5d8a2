import { useCallback, useState } from "react";

/** useKept is state that the browser keeps under a name. */
export function useKept<T extends object>(name: string, first: T): [T, (next: T | ((old: T) => T)) => void] {
  const [state, setState] = useState<T>(() => {
    try {
      return { ...first, ...(JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<T>) };
    } catch {
      return first; // no storage, or another version's
    }
  });
  const set = useCallback(
    (next: T | ((old: T) => T)) =>
      setState((old) => {
        const value = typeof next === "function" ? next(old) : next;
        try {
          localStorage.setItem(name, JSON.stringify(value));
        } catch {
          // for this page only
        }
        return value;
      }),
    [name],
  );
  return [state, set];
}
