// The inputs of forms: each with its name, what it is for and what is wrong with it.
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import css from "./Field.module.css";

type Common = { label: ReactNode; hint?: ReactNode; error?: ReactNode; /** The name is read, not shown. */ bare?: boolean };

/** Field puts a name, a hint and an error around an input, which gets their ids. */
export function Field({ label, hint, error, bare, children }: Common & { children: (aria: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={css.field}>
      <label htmlFor={id} className={bare ? "hidden-text" : css.label}>
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, bare, mono, className, ...rest }: Common & { mono?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, "children">) {
  return (
    <Field {...{ label, hint, error, bare }}>
      {(aria) => <input type="text" autoComplete="off" {...rest} {...aria} className={[css.input, mono && css.mono, className].filter(Boolean).join(" ")} />}
    </Field>
  );
}

export function TextArea({ label, hint, error, bare, mono, ...rest }: Common & { mono?: boolean } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <Field {...{ label, hint, error, bare }}>{(aria) => <textarea rows={3} {...rest} {...aria} className={`${css.input} ${css.area} ${mono ? css.mono : ""}`} />}</Field>;
}

export function SelectField({ label, hint, error, bare, options, small, ...rest }: Common & { options: (string | { value: string; title: string })[]; small?: boolean } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "children">) {
  return (
    <Field {...{ label, hint, error, bare }}>
      {(aria) => (
        <select {...rest} {...aria} className={`${css.input} ${css.select} ${small ? css.small : ""}`}>
          {options.map((o) => {
            const { value, title } = typeof o === "string" ? { value: o, title: o } : o;
            return (
              <option key={value} value={value}>
                {title}
              </option>
            );
          })}
        </select>
      )}
    </Field>
  );
}

export function SwitchField({ label, hint, error, checked, onChange, disabled }: Common & { checked: boolean; onChange: (on: boolean) => void; disabled?: boolean }) {
  const id = useId();
  return (
    <div className={css.field}>
      <div className={css.line}>
        <button id={id} type="button" role="switch" aria-checked={checked} className={css.switch} disabled={disabled} onClick={() => onChange(!checked)} aria-describedby={hint ? `${id}-hint` : undefined}>
          <span className={css.thumb} />
        </button>
        <label htmlFor={id}>{label}</label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Segments chooses one of a few, all of them seen: bytes, packets, flows. */
export function Segments<V extends string>({ label, value, onChange, options }: { label: string; value: V; onChange: (v: V) => void; options: { value: V; title: string }[] }) {
  return (
    <div role="group" aria-label={label} className={css.segments}>
      {options.map((o) => (
        <button key={o.value} type="button" aria-pressed={o.value === value} onClick={() => onChange(o.value)}>
          {o.title}
        </button>
      ))}
    </div>
  );
}
