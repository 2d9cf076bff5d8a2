// What components ask the server with: cached, cancelled when nobody waits any more,
// and keeping what is shown while the next answer is under way.
import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { paths } from "./types";
import { api, Problem, Table, type Schemas } from "./client";

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (n, e) => n < 4 && e instanceof Problem && (e.code === "unavailable" || e.code === "unreachable"),
      retryDelay: (n) => 500 * 2 ** n,
    },
  },
});

/** QueryParams are those of GET /query. */
export type QueryParams = {
  filter?: string;
  since?: string;
  until?: string;
  columns?: string;
  by?: string;
  agg?: string;
  bucket?: string;
  order?: string;
  limit?: number;
  records?: boolean;
  traffic?: boolean;
  cursor?: string;
};

export type Asked<T> = { data: T | undefined; error: Problem | null; loading: boolean; refetch: () => void };

/** Got is what a path answers. */
export type Got<P extends keyof paths> = Awaited<ReturnType<typeof api.get<P>>>;

type Params = Record<string, string | number | boolean | undefined | null>;

const question = <P extends keyof paths>(path: P, params?: Params, at?: Record<string, string>) => ({
  queryKey: [path, at ?? null, params ?? null],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get(path, params, { at, signal }),
});

/** ask asks ahead: a useGet of the same soon after finds the answer, or that it is under way. */
export const ask = <P extends keyof paths>(path: P, params?: Params): void => void client.prefetchQuery(question(path, params));

/** useGet asks a path of the API. `when` false waits. */
export function useGet<P extends keyof paths>(
  path: P,
  params?: Params,
  o: { at?: Record<string, string>; when?: boolean; every?: number; keep?: boolean } = {},
): Asked<Got<P>> {
  const q = useQuery({
    ...question(path, params, o.at),
    enabled: o.when ?? true,
    refetchInterval: o.every,
    placeholderData: o.keep === false ? undefined : keepPreviousData,
  });
  return { data: q.data as Got<P> | undefined, error: q.error as Problem | null, loading: q.isFetching, refetch: () => void q.refetch() };
}

/** useTable asks GET /query. */
export function useTable(params: QueryParams, o: { when?: boolean; every?: number } = {}) {
  const q = useGet("/query", params, o);
  const table = useMemo(() => (q.data ? new Table(q.data as Schemas["Table"]) : undefined), [q.data]);
  return { table, error: q.error, loading: q.loading, refetch: q.refetch };
}
