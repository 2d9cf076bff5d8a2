// The filter bar's editor: colours, completion of fields and of values with how often
// each is there, and the mistake underlined. Loaded when the bar is first used.
import { acceptCompletion, autocompletion, closeCompletion, completionKeymap, completionStatus, currentCompletions, moveCompletionSelection, selectedCompletionIndex, startCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, Prec, StateEffect, StateField, type Range } from "@codemirror/state";
import { Decoration, EditorView, keymap, placeholder, tooltips, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { api } from "../api/client";
import { client } from "../api/hooks";
import { count } from "../app/format";
import { shownAs } from "../table/fields";
import { follower, root, theme } from "./codemirror";
import { fieldsFor, placeAt, restOf, type Field, type Place } from "./complete";
import { valueText } from "./filter";
import { recent } from "./history";
import { tokens } from "./lex";
import css from "./FilterEditor.module.css";

export type EditorProps = {
  value: string;
  label: string;
  placeholder: string;
  since?: string;
  until?: string;
  /** Underlined, with the message on hover. */
  wrong?: { from: number; to: number };
  message?: string;
  onChange: (text: string) => void;
  onRun: (text: string) => void;
  /** The selection of the input it takes the place of; undefined when that had no focus. */
  take: () => { from: number; to: number } | undefined;
  focusWith: RefObject<() => void>;
};

const kinds: Record<string, string | undefined> = { field: css.field, quoted: css.text, regex: css.regex, compare: css.operator, and: css.operator, or: css.operator, not: css.operator, minus: css.operator, plus: css.operator, to: css.operator, open: css.bracket, close: css.bracket, rangeOpen: css.bracket, rangeClose: css.bracket };

const painted = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = paint(view.state.doc.toString());
    }
    update(u: ViewUpdate) {
      if (u.docChanged) this.decorations = paint(u.state.doc.toString());
    }
  },
  { decorations: (v) => v.decorations },
);

function paint(text: string): DecorationSet {
  const out: Range<Decoration>[] = [];
  for (const t of tokens(text)) {
    const name = t.kind === "word" && t.field !== undefined ? css.value : kinds[t.kind];
    if (name) out.push(Decoration.mark({ class: name }).range(t.from, t.to));
  }
  return Decoration.set(out);
}

const setWrong = StateEffect.define<{ from: number; to: number; message: string } | undefined>();
const wrongField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(old, tr) {
    let now = tr.docChanged ? Decoration.none : old;
    for (const e of tr.effects) {
      if (!e.is(setWrong)) continue;
      const w = e.value;
      now = w && w.from < w.to && w.to <= tr.state.doc.length ? Decoration.set([Decoration.mark({ class: css.wrong ?? "", attributes: { title: w.message } }).range(w.from, w.to)]) : Decoration.none;
    }
    return now;
  },
  provide: (f) => EditorView.decorations.from(f),
});

// A filter is one line, whatever is pasted.
const oneLine = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged || tr.newDoc.lines === 1) return tr;
  const text = tr.newDoc.toString().replace(/\s*\n\s*/g, " ");
  return [{ changes: { from: 0, to: tr.startState.doc.length, insert: text }, selection: { anchor: Math.min(text.length, tr.newSelection.main.head) } }];
});

const fields = () => client.ensureQueryData({ queryKey: ["/fields", null, null], queryFn: ({ signal }) => api.get("/fields", undefined, { signal }), staleTime: Infinity }) as Promise<Field[]>;

export default function FilterEditor(p: EditorProps) {
  const at = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const follow = useRef(follower(p.value));
  const now = useRef(p);
  now.current = p;

  useLayoutEffect(() => {
    if (!at.current) return;
    const began = now.current.take();
    const v = new EditorView({
      parent: at.current,
      root,
      state: EditorState.create({
        doc: now.current.value,
        selection: began && { anchor: Math.min(began.from, now.current.value.length), head: Math.min(began.to, now.current.value.length) },
        extensions: [
          Prec.highest(
            keymap.of([
              { key: "Tab", run: pick },
              {
                key: "Enter",
                // What is typed runs as it is typed, but for the beginning of a field's name
                // and what was chosen with the arrows.
                run: (view) => {
                  if (completionStatus(view.state) === "active" && (selectedCompletionIndex(view.state) ?? -1) >= 0) return acceptCompletion(view);
                  if (completionStatus(view.state) === "active" && begun(view.state)) return pick(view);
                  closeCompletion(view);
                  now.current.onRun(view.state.doc.toString());
                  return true;
                },
              },
              { key: "Ctrl-Space", run: startCompletion },
            ]),
          ),
          autocompletion({ override: [(c) => complete(c, now.current)], icons: false, selectOnOpen: false, activateOnTypingDelay: 60, interactionDelay: 0, maxRenderedOptions: 60, tooltipClass: (s) => (begun(s) ? (css.first ?? "") : ""), optionClass: (o) => (o.type === "run" ? (css.past ?? "") : "") }),
          keymap.of([
            ...completionKeymap,
            {
              key: "Escape",
              run: (view) => {
                view.contentDOM.blur();
                return true;
              },
            },
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          history(),
          oneLine,
          painted,
          wrongField,
          placeholder(now.current.placeholder),
          tooltips({ parent: at.current, position: "fixed" }),
          theme,
          EditorView.contentAttributes.of({ "aria-label": now.current.label, "aria-multiline": "false", spellcheck: "false", autocorrect: "off", autocapitalize: "off" }),
          EditorView.updateListener.of((u) => {
            if (u.docChanged) {
              const text = u.state.doc.toString();
              follow.current.typed(text);
              now.current.onChange(text);
            }
            if (u.focusChanged && u.view.hasFocus && u.state.doc.length === 0) startCompletion(u.view);
          }),
        ],
      }),
    });
    view.current = v;
    const focus = now.current.focusWith;
    const before = focus.current;
    focus.current = () => v.focus();
    if (began) v.focus();
    return () => {
      focus.current = before;
      v.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const v = view.current;
    if (v && follow.current.outside(p.value) && v.state.doc.toString() !== p.value) v.dispatch({ changes: { from: 0, to: v.state.doc.length, insert: p.value }, selection: { anchor: p.value.length } });
  }, [p.value]);
  useEffect(() => {
    view.current?.dispatch({ effects: setWrong.of(p.wrong && { ...p.wrong, message: p.message ?? "" }) });
    view.current?.contentDOM.setAttribute("aria-invalid", p.wrong ? "true" : "false");
  }, [p.wrong?.from, p.wrong?.to, p.message]); // eslint-disable-line

  return <div ref={at} className={css.editor} />;
}

/** pick takes the option that is chosen, else the first. */
function pick(view: EditorView): boolean {
  if (completionStatus(view.state) !== "active") return false;
  if ((selectedCompletionIndex(view.state) ?? -1) < 0) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
}

/** begun says whether the beginning of a field's name is being written. */
function begun(s: EditorState): boolean {
  const place = placeAt(s.doc.toString(), s.selection.main.head);
  return place.what === "field" && place.typed.length > 1 && currentCompletions(s)[0]?.type === "field";
}

async function complete(c: CompletionContext, p: EditorProps): Promise<CompletionResult | null> {
  const text = c.state.doc.toString();
  const place = placeAt(text, c.pos);
  if (place.what === "value") return values(c, p, place, text);
  const all = await fields();
  if (c.aborted) return null;
  const options: Completion[] = [];
  if (place.what === "operator" || (place.typed && before(text, place.from))) {
    for (const [word, doc] of [["AND", "both"], ["OR", "either"], ["NOT", "and not"]] as const) {
      if (word.startsWith(place.typed.toUpperCase())) options.push({ label: word, detail: doc, type: "operator", apply: (v) => put(v, place, word + " ", true) });
    }
  }
  // A word of its own is a search; its fields are offered, not forced.
  for (const { field, alias, begins } of fieldsFor(all, place.typed).slice(0, 60)) {
    options.push({
      label: field.name,
      detail: (alias ? alias + ": " : "") + field.doc,
      type: begins ? "field" : "other",
      apply: (v) => put(v, place, field.name + ":", true),
    });
  }
  if (text === "") {
    const past = recent().slice(0, 5);
    const section = { name: "Recent", rank: 0 };
    options.unshift(...past.map((f): Completion => ({ label: f, type: "run", section, apply: (v) => put(v, { ...place, from: 0, to: 0 }, f, false) })));
    if (past.length > 0) for (const o of options) o.section ??= { name: "Fields", rank: 1 };
  }
  if (options.length === 0 || (place.what === "operator" && !c.explicit && !/\s$/.test(text.slice(0, c.pos)))) return null;
  return { from: place.from, to: place.to, options, filter: false };
}

/** before says whether an operand stands before a place, so that an operator may follow. */
const before = (text: string, from: number) => placeAt(text.slice(0, from), from).what === "operator";

async function values(c: CompletionContext, p: EditorProps, place: Place, text: string): Promise<CompletionResult | null> {
  const field = place.field ?? "";
  const known = (await fields()).find((f) => f.name === field || f.aliases.includes(field) || f.name === field.replaceAll("-", "_").toLowerCase());
  if (field === "_exists_") {
    const all = await fields();
    return { from: place.from, to: place.to, filter: false, options: fieldsFor(all, place.typed).map(({ field: f }) => ({ label: f.name, detail: f.doc, apply: (v) => put(v, place, f.name, false) })) };
  }
  if (!known) return null;
  if (known.kind === "time") {
    return { from: place.from, to: place.to, options: [["now-1h", "an hour ago"], ["now-24h", "a day ago"], ["now-7d", "a week ago"]].map(([label, detail]) => ({ label: label ?? "", detail })) };
  }
  if (place.plain || known.unit === "bytes" || known.unit === "packets" || known.name === "duration") return null;
  const typed = place.typed;
  // A number that is written as a name, such as tcp, has no beginning to ask with.
  const prefix = known.kind === "number" && !/^\d+$/.test(typed) ? "" : typed.replace(/[*?].*$/, "");
  const abort = new AbortController();
  c.addEventListener("abort", () => abort.abort());
  let table: { values?: unknown[][] };
  try {
    table = (await api.get("/values", { field: known.name, prefix, filter: restOf(text, c.pos), since: p.since, until: p.until, limit: 40 }, { signal: abort.signal })) as { values?: unknown[][] };
  } catch {
    return null; // the filter before it cannot be read yet, or nobody waits any more
  }
  const seen = (table.values?.[0] ?? []) as (string | number | boolean | null)[];
  const counts = (table.values?.[1] ?? []) as number[];
  const options: Completion[] = [];
  seen.forEach((v, i) => {
    if (v === null || v === "") return;
    const shown = known.name === "protocol" ? shownAs("protocol", v).text : String(v);
    if (!shown.toLowerCase().startsWith(typed.toLowerCase().replace(/[*?].*$/, "")) && prefix === "" && typed !== "") return;
    options.push({ label: shown, detail: count(counts[i] ?? 0) + " flows", type: "value", apply: (view) => put(view, place, valueText(shown), false) });
  });
  if (options.length === 0) return null;
  // What was typed in full comes first.
  options.sort((a, b) => Number(b.label === typed) - Number(a.label === typed));
  return { from: place.from, to: place.to, options, filter: false };
}

function put(view: EditorView, place: { from: number; to: number }, text: string, more: boolean) {
  view.dispatch({ changes: { from: place.from, to: place.to, insert: text }, selection: { anchor: place.from + text.length }, userEvent: "input.complete" });
  if (more) setTimeout(() => startCompletion(view));
}
