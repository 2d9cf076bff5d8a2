import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client";
import type { QueryParams } from "../api/hooks";
import { Copy } from "./Copy";
import { Drawer } from "./Drawer";
import { Fault } from "./Fault";
import { plan } from "./Panel";
import { Skeleton } from "./Skeleton";
import { sqlLines } from "./sql";
import css from "./Panel.module.css";

/** ShowSQL is how a panel's question is asked of the store, and of the command line. */
export default function ShowSQL({ query, name, onClose }: { query: QueryParams; name: string; onClose: () => void }) {
  const q = useQuery({ queryKey: ["/query/plan", query], queryFn: ({ signal }) => api.get("/query/plan", plan(query), { signal }) });
  const params = Object.entries(q.data?.params ?? {});
  return (
    <Drawer open onClose={onClose} title={`${name}: how it is asked`} sub={q.data && `Answered from ${q.data.table}${q.data.why ? `: ${q.data.why}` : ""}`} width={760}>
      {q.error ? (
        <Fault error={q.error} />
      ) : !q.data ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <div className={css.codehead}>
            <h3>SQL</h3>
            <Copy text={q.data.sql} />
          </div>
          <pre className={css.code} tabIndex={0}>
            {sqlLines(q.data.sql)}
          </pre>
          {params.length > 0 && (
            <>
              <h3>Parameters</h3>
              <pre className={css.code}>{params.map(([k, v]) => `${k} = ${v}`).join("\n")}</pre>
            </>
          )}
          {q.data.cli && (
            <>
              <div className={css.codehead}>
                <h3>Command</h3>
                <Copy text={q.data.cli} />
              </div>
              <pre className={css.code} tabIndex={0}>
                {q.data.cli}
              </pre>
            </>
          )}
        </>
      )}
    </Drawer>
  );
}
