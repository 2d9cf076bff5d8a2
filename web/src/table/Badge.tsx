import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import css from "./Badge.module.css";

export type Tone = "plain" | "accent" | "good" | "low" | "medium" | "high" | "critical" | "info";

/** Badge is a word on a ground. It says what it means; the tone only helps. */
export function Badge({ tone = "plain", icon, title, children }: { tone?: Tone; icon?: IconName; title?: string; children: ReactNode }) {
  return (
    <span className={`${css.badge} ${css[tone]}`} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

const levels = { critical: "critical", high: "high", medium: "medium", low: "low", informational: "info", info: "info" } as const;

/** Severity is the badge of an alert's or rule's level, with a shape for each. */
export function Severity({ level, short }: { level: string; short?: boolean }) {
  const tone = levels[level.toLowerCase() as keyof typeof levels] ?? "info";
  const text = tone === "info" ? "info" : tone;
  return (
    <span className={`${css.badge} ${css[tone]} ${css.severity}`} title={short ? text : undefined}>
      <Icon name={tone} size={12} />
      {short ? <span className={css.hidden}>{text}</span> : text}
    </span>
  );
}
