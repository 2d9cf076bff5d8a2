import { r as __toESM } from "./rolldown-runtime.js";
import { A as indentOnInput, B as highlightActiveLine, G as tooltips, H as keymap, K as EditorState, L as EditorView, M as syntaxHighlighting, U as lineNumbers, V as highlightActiveLineGutter, W as placeholder, a as defaultKeymap, d as closeBracketsKeymap, j as indentUnit, l as autocompletion, m as completionKeymap, o as history, q as Prec, s as historyKeymap, t as setDiagnostics, u as closeBrackets, w as bracketMatching, z as drawSelection } from "./lib-codemirror.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { i as theme, n as follower, r as root, t as colours } from "./codemirror.js";
var import_react = __toESM(require_react(), 1);
var CodeEditor_module_default = { editor: "CodeEditor-module_editor" };
var import_jsx_runtime = require_jsx_runtime();
function CodeEditor(p) {
	let at = (0, import_react.useRef)(null);
	let view = (0, import_react.useRef)(null);
	let follow = (0, import_react.useRef)(follower(p.value));
	let now = (0, import_react.useRef)(p);
	now.current = p;
	(0, import_react.useLayoutEffect)(() => {
		if (!at.current) return;
		let o = now.current;
		let v = new EditorView({
			parent: at.current,
			root,
			state: EditorState.create({
				doc: o.value,
				extensions: [
					Prec.highest(keymap.of([{
						key: "Mod-Enter",
						run: (view) => {
							now.current.onRun?.(view.state.doc.toString());
							return !!now.current.onRun;
						}
					}])),
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
					autocompletion({
						icons: !1,
						maxRenderedOptions: 80
					}),
					syntaxHighlighting(colours),
					o.language,
					keymap.of([
						...closeBracketsKeymap,
						...completionKeymap,
						...historyKeymap,
						...defaultKeymap
					]),
					placeholder(o.placeholder ?? ""),
					tooltips({
						parent: at.current,
						position: "fixed"
					}),
					theme,
					EditorState.readOnly.of(!!o.readOnly),
					EditorView.editable.of(!o.readOnly),
					EditorView.contentAttributes.of({
						"aria-label": o.label,
						spellcheck: "false",
						tabindex: "0"
					}),
					EditorView.updateListener.of((u) => {
						if (!u.docChanged) return;
						let text = u.state.doc.toString();
						follow.current.typed(text);
						now.current.onChange?.(text);
					})
				]
			})
		});
		view.current = v;
		return () => {
			v.destroy();
			view.current = null;
		};
	}, []);
	(0, import_react.useEffect)(() => {
		let v = view.current;
		v && follow.current.outside(p.value) && v.state.doc.toString() !== p.value && v.dispatch({ changes: {
			from: 0,
			to: v.state.doc.length,
			insert: p.value
		} });
	}, [p.value]);
	let marks = JSON.stringify(p.markers ?? []);
	(0, import_react.useEffect)(() => {
		let v = view.current;
		v && v.dispatch(setDiagnostics(v.state, (now.current.markers ?? []).map((m) => diagnostic(v.state.doc, m))));
	}, [marks]);
	return (0, import_jsx_runtime.jsx)("div", {
		ref: at,
		className: CodeEditor_module_default.editor,
		style: {
			"--least": `${p.minHeight ?? 120}px`,
			"--most": `${p.maxHeight ?? 560}px`
		}
	});
}
function diagnostic(doc, m) {
	let from = m.start ?? 0;
	let to = m.end ?? from;
	if (m.line !== void 0) {
		let line = doc.line(Math.max(1, Math.min(doc.lines, m.line)));
		from = Math.min(line.to, line.from + Math.max(0, (m.column ?? 1) - 1));
		let rest = doc.sliceString(from, line.to);
		to = m.column === void 0 ? line.to : from + Math.max(1, /^[^\s:,)]+/.exec(rest)?.[0].length ?? 1);
	}
	from = Math.min(from, doc.length);
	to = Math.min(Math.max(to, from), doc.length);
	from === to && from > 0 && from--;
	return {
		from,
		to,
		severity: m.severity ?? "error",
		message: m.message
	};
}
export { CodeEditor as t };
