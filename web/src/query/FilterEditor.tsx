import type { RefObject } from "react";
import css from "./FilterBar.module.css";

export type EditorProps = {
  value: string;
  label: string;
  placeholder: string;
  since?: string;
  until?: string;
  wrong?: { from: number; to: number };
  message?: string;
  onChange: (text: string) => void;
  onRun: (text: string) => void;
  /** The selection of the input it takes the place of; undefined when that had no focus. */
  take: () => { from: number; to: number } | undefined;
  focusWith: RefObject<() => void>;
};
export default function FilterEditor(p: EditorProps) {
  return <input className={css.input} autoFocus value={p.value} aria-label={p.label} onChange={(e) => p.onChange(e.target.value)} onKeyDown={(e) => e.key === "Enter" && p.onRun(p.value)} />;
}
