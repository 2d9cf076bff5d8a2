import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Problem } from "./client";

/** useChange runs a change and then asks anew what begins with one of the paths. */
export function useChange<V, T>(run: (v: V) => Promise<T>, touched: string[] = []) {
  const c = useQueryClient();
  return useMutation<T, Problem, V>({
    mutationFn: run,
    onSuccess: () =>
      c.invalidateQueries({ predicate: (q) => touched.some((t) => typeof q.queryKey[0] === "string" && q.queryKey[0].startsWith(t)) }),
  });
}
