import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Icon, type IconName } from "./Icon";
import css from "./Button.module.css";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> & {
  kind?: "plain" | "primary" | "quiet" | "danger";
  /** Without children the button is the icon alone and needs an aria-label. */
  icon?: IconName;
  /** Shows that it works, and takes no click. */
  busy?: boolean;
  small?: boolean;
  /** Says what it does and its key, on hover. */
  title?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** Button does something; what leads elsewhere is a link. */
export function Button({ kind = "plain", icon, busy, small, children, className, disabled, type = "button", ...rest }: ButtonProps) {
  const classes = [css.button, css[kind], small && css.small, icon && !children && css.square, className].filter(Boolean).join(" ");
  return (
    <button type={type} className={classes} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <span className={css.spin} aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
