// An empty place says why it is empty and what would fill it.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { base, query } from "../api/client";
import { sentence } from "./Fault";
import { Icon, type IconName } from "./Icon";
import css from "./Empty.module.css";

export type Reason = { text: string; fix?: string; command?: string };

/** Empty stands where there is nothing of `what`. With `ask` the server is asked why
 * a question has no rows; `reasons` are said without asking, or when it knows none. */
export function Empty({ what, icon = "search", reasons, ask, actions, children }: {
  what: string;
  icon?: IconName;
  reasons?: (Reason | string)[];
  ask?: { filter?: string; since?: string; until?: string };
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const told = useQuery({ queryKey: ["/diagnose", ask ?? null], queryFn: ({ signal }) => diagnose(ask ?? {}, signal), enabled: !!ask, staleTime: 30_000, retry: false });
  const known: Reason[] = (told.data?.length ? told.data : (reasons ?? [])).map((r) => (typeof r === "string" ? { text: r } : r));
  return (
    <div className={css.empty} role="status">
      <span className={css.icon}>
        <Icon name={icon} size={18} />
      </span>
      <div className={css.text}>
        <p className={css.what}>No {what}.</p>
        {known.length > 0 && (
          <ul>
            {known.map((r, i) => (
              <li key={i}>
                {sentence(r.text)} {r.fix && <span className={css.fix}>{sentence(r.fix)}</span>}
                {r.command && <code>{r.command}</code>}
              </li>
            ))}
          </ul>
        )}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** diagnose asks why. A server that does not know the question has no reasons. */
async function diagnose(ask: { filter?: string; since?: string; until?: string }, signal: AbortSignal): Promise<Reason[]> {
  try {
    const r = await fetch(`${base}/diagnose${query(ask)}`, { signal, credentials: "same-origin", headers: { accept: "application/json" } });
    if (!r.ok) return [];
    const body = (await r.json()) as { reasons?: unknown } | unknown[];
    const list = Array.isArray(body) ? body : Array.isArray(body.reasons) ? body.reasons : [];
    return list.flatMap((x: unknown) => {
      if (typeof x === "string") return [{ text: x }];
      const o = x as Record<string, unknown>;
      const text = o.text ?? o.message ?? o.detail ?? o.reason;
      return typeof text === "string" ? [{ text, fix: str(o.fix), command: str(o.command) }] : [];
    });
  } catch {
    return [];
  }
}

const str = (v: unknown) => (typeof v === "string" && v ? v : undefined);
