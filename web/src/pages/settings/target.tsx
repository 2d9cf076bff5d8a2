// What the list of targets and their form share.
import type { Schemas } from "../../api/client";
import { Badge } from "../../table/Badge";
import { sentence } from "../../table/Fault";
import css from "./settings.module.css";

export type Kind = Schemas["TargetChoice"]["kind"];

/** kinds of targets, with what is usual for them. */
export const kinds: Record<Kind, { title: string; name: string; perHour: number; group: number }> = {
  webhook: { title: "Webhook", name: "soc", perHour: 0, group: 0 },
  slack: { title: "Slack", name: "slack", perHour: 60, group: 30 },
  pagerduty: { title: "PagerDuty", name: "on call", perHour: 0, group: 0 },
  email: { title: "E-mail", name: "mail to the team", perHour: 60, group: 60 },
};

/** TestResult says what became of a test. */
export function TestResult({ test }: { test: { data?: Schemas["TargetTest"]; error: { detail: string } | null } }) {
  return (
    <div role="status" className={css.result}>
      {test.data ? (
        test.data.taken ? (
          <Badge tone="good" icon="check">
            {`taken in ${Math.round(test.data.took_ms ?? 0)} ms`}
          </Badge>
        ) : (
          <span className={css.warn}>{sentence(test.data.error ?? "it was not taken")}</span>
        )
      ) : test.error ? (
        <span className={css.warn}>{sentence(test.error.detail)}</span>
      ) : null}
    </div>
  );
}
