import type { Problem } from "../api/client";
import { Button } from "./Button";
import { Icon } from "./Icon";
import css from "./Fault.module.css";

/** Fault tells an error and what to do about it. */
export function Fault({ error, onRetry }: { error: Problem | Error; onRetry?: () => void }) {
  const p = error as Partial<Problem> & Error;
  return (
    <div className={css.fault} role="alert">
      <Icon name="warning" />
      <div>
        <p className={css.what}>{sentence(p.detail || p.message)}</p>
        {p.fix && <p className={css.fix}>{sentence(p.fix)}</p>}
      </div>
      {onRetry && (
        <Button small icon="refresh" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** sentence begins with a capital and ends with a stop, as the server's texts do not. */
export function sentence(text: string): string {
  const t = text.trim().replace(/,$/, "");
  if (!t) return "";
  // A first word with a dot, colon or underscore is a name, not a word.
  const first = /^[a-z]+([ ,;]|$)/.test(t) ? t.charAt(0).toUpperCase() + t.slice(1) : t;
  return /[.?!:]$/.test(first) ? first : first + ".";
}
