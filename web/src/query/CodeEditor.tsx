// The editor of statements and rules.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, Prec, type Extension, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, placeholder, tooltips } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import { colours, follower, root, theme } from "./codemirror";
import css from "./CodeEditor.module.css";

/** Marker is a mistake at a place: by line and column from 1, or by UTF-16 units from 0. */
export type Marker = { line?: number; column?: number; start?: number; end?: number; message: string; severity?: "error" | "warning" };

export type CodeEditorProps = {
  value: string;
  onChange?: (text: string) => void;
  /** Ctrl-Enter. */
  onRun?: (text: string) => void;
  /** Its accessible name. */
  label: string;
  markers?: Marker[];
  readOnly?: boolean;
  placeholder?: string;
  /** Pixels at least and at most; it grows with its text between them. */
  minHeight?: number;
  maxHeight?: number;
};

/** CodeEditor with a language; `complete` offers words on top of the language's. The
 * language is fixed for the life of the editor. Tab leaves it, Ctrl-] indents. */
export function CodeEditor(p: CodeEditorProps & { language: Extension; complete?: CompletionSource }) {
  const at = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const follow = useRef(follower(p.value));
  const now = useRef(p);
  now.current = p;

  useLayoutEffect(() => {
    if (!at.current) return;
    const o = now.current;
    const v = new EditorView({
      parent: at.current,
      root,
      state: EditorState.create({
        doc: o.value,
        extensions: [
          Prec.highest(
            keymap.of([
              {
                key: "Mod-Enter",
                run: (view) => {
                  now.current.onRun?.(view.state.doc.toString());
                  return !!now.current.onRun;
                },
              },
            ]),
          ),
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          indentUnit.of("  "),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          EditorView.lineWrapping,
          autocompletion({ icons: false, maxRenderedOptions: 80 }),
          syntaxHighlighting(colours),
          o.language,
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          placeholder(o.placeholder ?? ""),
          tooltips({ parent: at.current, position: "fixed" }),
          theme,
          EditorState.readOnly.of(!!o.readOnly),
          EditorView.editable.of(!o.readOnly),
          EditorView.contentAttributes.of({ "aria-label": o.label, spellcheck: "false", tabindex: "0" }),
          EditorView.updateListener.of((u) => {
            if (!u.docChanged) return;
            const text = u.state.doc.toString();
            follow.current.typed(text);
            now.current.onChange?.(text);
          }),
        ],
      }),
    });
    view.current = v;
    return () => {
      v.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const v = view.current;
    if (v && follow.current.outside(p.value) && v.state.doc.toString() !== p.value) v.dispatch({ changes: { from: 0, to: v.state.doc.length, insert: p.value } });
  }, [p.value]);
  const marks = JSON.stringify(p.markers ?? []);
  useEffect(() => {
    const v = view.current;
    if (v) v.dispatch(setDiagnostics(v.state, (now.current.markers ?? []).map((m) => diagnostic(v.state.doc, m))));
  }, [marks]);

  return <div ref={at} className={css.editor} style={{ ["--least" as string]: `${p.minHeight ?? 120}px`, ["--most" as string]: `${p.maxHeight ?? 560}px` }} />;
}

function diagnostic(doc: Text, m: Marker): Diagnostic {
  let from = m.start ?? 0;
  let to = m.end ?? from;
  if (m.line !== undefined) {
    const line = doc.line(Math.max(1, Math.min(doc.lines, m.line)));
    from = Math.min(line.to, line.from + Math.max(0, (m.column ?? 1) - 1));
    // To the end of the word, or of the line where the column is not known.
    const rest = doc.sliceString(from, line.to);
    to = m.column === undefined ? line.to : from + Math.max(1, /^[^\s:,)]+/.exec(rest)?.[0].length ?? 1);
  }
  from = Math.min(from, doc.length);
  to = Math.min(Math.max(to, from), doc.length);
  if (from === to && from > 0) from--;
  return { from, to, severity: m.severity ?? "error", message: m.message };
}
