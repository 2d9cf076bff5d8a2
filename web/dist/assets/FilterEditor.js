import { r as __toESM } from "./rolldown-runtime.js";
import { G as tooltips, H as keymap, I as Decoration, J as StateEffect, K as EditorState, L as EditorView, R as ViewPlugin, W as placeholder, Y as StateField, a as defaultKeymap, b as startCompletion, c as acceptCompletion, f as closeCompletion, g as currentCompletions, h as completionStatus, l as autocompletion, m as completionKeymap, o as history, q as Prec, s as historyKeymap, v as moveCompletionSelection, y as selectedCompletionIndex } from "./lib-codemirror.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { Ft as tokens, It as unescape, J as shownAs, Nt as valueText, Ot as chips, Pt as expected, Zt as client, lt as count, n as recent, nn as api } from "./kit.js";
import { i as theme, n as follower, r as root } from "./codemirror.js";
var import_react = __toESM(require_react(), 1);
var ends = new Set([
	"word",
	"quoted",
	"regex",
	"close",
	"rangeClose"
]);
function placeAt(text, pos) {
	let list = tokens(text);
	let t = list.find((x) => x.from < pos && pos <= x.to);
	let before = list.filter((x) => x.to <= pos && x !== t).pop();
	if (t?.kind === "field") {
		if (pos <= t.from + t.text.length) return {
			what: "field",
			from: t.from,
			to: t.to,
			typed: text.slice(t.from, pos),
			plain: !0
		};
		return {
			what: "value",
			field: unescape(t.text),
			from: pos,
			to: pos,
			typed: "",
			plain: !1
		};
	}
	if (t && [
		"word",
		"quoted",
		"error",
		"and",
		"or",
		"not",
		"to"
	].includes(t.kind)) {
		let raw = text.slice(t.from, pos);
		if (t.field !== void 0 && t.kind !== "and" && t.kind !== "or" && t.kind !== "not" && t.kind !== "to") return {
			what: "value",
			field: t.field,
			from: t.from,
			to: t.to,
			typed: t.kind === "word" ? unescape(raw) : raw.replace(/^["'“‘„]/, ""),
			plain: inside(list, t)
		};
		if (t.field === void 0 && t.kind !== "quoted" && t.kind !== "error") return {
			what: "field",
			from: t.from,
			to: t.to,
			typed: raw,
			plain: !0
		};
		return {
			what: "operator",
			from: pos,
			to: pos,
			typed: "",
			plain: !0
		};
	}
	let s = expected(text.slice(0, pos));
	if (s.mode === "value" || s.mode === "group" || s.mode === "range") return {
		what: "value",
		field: s.field,
		from: pos,
		to: pos,
		typed: "",
		plain: s.mode === "range" || before?.kind === "compare"
	};
	return {
		what: before && ends.has(before.kind) ? "operator" : "field",
		from: pos,
		to: pos,
		typed: "",
		plain: !0
	};
}
function inside(list, t) {
	let kind = list[list.indexOf(t) - 1]?.kind;
	return kind === "compare" || kind === "rangeOpen" || kind === "to";
}
function restOf(text, pos) {
	let all = chips(text);
	if (all) return all.filter((c) => !(c.from <= pos && pos <= c.to)).map((c) => c.text).join(" AND ");
	let t = tokens(text).filter((x) => x.from < pos);
	if (t.some((x) => x.kind === "or")) return "";
	for (let i = t.length - 1; i >= 0; i--) {
		if (t[i]?.kind !== "field") continue;
		let end = i;
		for (; end > 0 && [
			"and",
			"not",
			"minus",
			"plus",
			"or"
		].includes(t[end - 1]?.kind ?? "");) end--;
		let head = chips(text.slice(0, t[end]?.from ?? 0));
		return head ? head.map((c) => c.text).join(" AND ") : "";
	}
	return "";
}
var common = [
	"srcaddr",
	"dstaddr",
	"dstport",
	"action",
	"src_app",
	"dst_app",
	"protocol",
	"addr",
	"app",
	"port",
	"interface_id",
	"direction",
	"bytes",
	"packets",
	"vpc_id",
	"subnet_id"
];
var internal = new Set([
	"absent",
	"role_bits",
	"scope_bits",
	"time_bits",
	"part",
	"unmapped"
]);
function fieldsFor(fields, typed) {
	let key = (s) => s.toLowerCase().replace(/[-_.\s]/g, "");
	let want = key(typed);
	let out = [];
	for (let field of fields) {
		if (internal.has(field.name) && !want) continue;
		let name = key(field.name);
		let usual = common.indexOf(field.name);
		let base = usual < 0 ? 50 : usual;
		if (!want || name.startsWith(want)) {
			out.push({
				field,
				begins: !0,
				rank: base + (name === want ? -100 : 0)
			});
			continue;
		}
		let alias = field.aliases.find((a) => key(a).startsWith(want));
		alias ? out.push({
			field,
			alias,
			begins: !0,
			rank: 100 + base
		}) : want.length > 1 && name.includes(want) ? out.push({
			field,
			begins: !1,
			rank: 200 + base
		}) : want.length > 2 && field.doc.toLowerCase().includes(typed.toLowerCase()) && out.push({
			field,
			begins: !1,
			rank: 300 + base
		});
	}
	return out.sort((a, b) => a.rank - b.rank);
}
var FilterEditor_module_default = {
	editor: "FilterEditor-module_editor",
	field: "FilterEditor-module_field",
	value: "FilterEditor-module_value",
	text: "FilterEditor-module_text",
	regex: "FilterEditor-module_regex",
	operator: "FilterEditor-module_operator",
	bracket: "FilterEditor-module_bracket",
	wrong: "FilterEditor-module_wrong",
	past: "FilterEditor-module_past",
	first: "FilterEditor-module_first"
};
var import_jsx_runtime = require_jsx_runtime();
var kinds = {
	field: FilterEditor_module_default.field,
	quoted: FilterEditor_module_default.text,
	regex: FilterEditor_module_default.regex,
	compare: FilterEditor_module_default.operator,
	and: FilterEditor_module_default.operator,
	or: FilterEditor_module_default.operator,
	not: FilterEditor_module_default.operator,
	minus: FilterEditor_module_default.operator,
	plus: FilterEditor_module_default.operator,
	to: FilterEditor_module_default.operator,
	open: FilterEditor_module_default.bracket,
	close: FilterEditor_module_default.bracket,
	rangeOpen: FilterEditor_module_default.bracket,
	rangeClose: FilterEditor_module_default.bracket
};
var painted = ViewPlugin.fromClass(class {
	decorations;
	constructor(view) {
		this.decorations = paint(view.state.doc.toString());
	}
	update(u) {
		u.docChanged && (this.decorations = paint(u.state.doc.toString()));
	}
}, { decorations: (v) => v.decorations });
function paint(text) {
	let out = [];
	for (let t of tokens(text)) {
		let name = t.kind === "word" && t.field !== void 0 ? FilterEditor_module_default.value : kinds[t.kind];
		name && out.push(Decoration.mark({ class: name }).range(t.from, t.to));
	}
	return Decoration.set(out);
}
var setWrong = StateEffect.define();
var wrongField = StateField.define({
	create: () => Decoration.none,
	update(old, tr) {
		let now = tr.docChanged ? Decoration.none : old;
		for (let e of tr.effects) {
			if (!e.is(setWrong)) continue;
			let w = e.value;
			now = w && w.from < w.to && w.to <= tr.state.doc.length ? Decoration.set([Decoration.mark({
				class: FilterEditor_module_default.wrong ?? "",
				attributes: { title: w.message }
			}).range(w.from, w.to)]) : Decoration.none;
		}
		return now;
	},
	provide: (f) => EditorView.decorations.from(f)
});
var oneLine = EditorState.transactionFilter.of((tr) => {
	if (!tr.docChanged || tr.newDoc.lines === 1) return tr;
	let text = tr.newDoc.toString().replace(/\s*\n\s*/g, " ");
	return [{
		changes: {
			from: 0,
			to: tr.startState.doc.length,
			insert: text
		},
		selection: { anchor: Math.min(text.length, tr.newSelection.main.head) }
	}];
});
var fields = () => client.ensureQueryData({
	queryKey: [
		"/fields",
		null,
		null
	],
	queryFn: ({ signal }) => api.get("/fields", void 0, { signal }),
	staleTime: Infinity
});
function FilterEditor(p) {
	let at = (0, import_react.useRef)(null);
	let view = (0, import_react.useRef)(null);
	let follow = (0, import_react.useRef)(follower(p.value));
	let now = (0, import_react.useRef)(p);
	now.current = p;
	(0, import_react.useLayoutEffect)(() => {
		if (!at.current) return;
		let began = now.current.take();
		let v = new EditorView({
			parent: at.current,
			root,
			state: EditorState.create({
				doc: now.current.value,
				selection: began && {
					anchor: Math.min(began.from, now.current.value.length),
					head: Math.min(began.to, now.current.value.length)
				},
				extensions: [
					Prec.highest(keymap.of([
						{
							key: "Tab",
							run: pick
						},
						{
							key: "Enter",
							run: (view) => {
								if (completionStatus(view.state) === "active" && (selectedCompletionIndex(view.state) ?? -1) >= 0) return acceptCompletion(view);
								if (completionStatus(view.state) === "active" && begun(view.state)) return pick(view);
								closeCompletion(view);
								now.current.onRun(view.state.doc.toString());
								return !0;
							}
						},
						{
							key: "Ctrl-Space",
							run: startCompletion
						}
					])),
					autocompletion({
						override: [(c) => complete(c, now.current)],
						icons: !1,
						selectOnOpen: !1,
						activateOnTypingDelay: 60,
						interactionDelay: 0,
						maxRenderedOptions: 60,
						tooltipClass: (s) => begun(s) ? FilterEditor_module_default.first ?? "" : "",
						optionClass: (o) => o.type === "run" ? FilterEditor_module_default.past ?? "" : ""
					}),
					keymap.of([
						...completionKeymap,
						{
							key: "Escape",
							run: (view) => {
								view.contentDOM.blur();
								return !0;
							}
						},
						...historyKeymap,
						...defaultKeymap
					]),
					history(),
					oneLine,
					painted,
					wrongField,
					placeholder(now.current.placeholder),
					tooltips({
						parent: at.current,
						position: "fixed"
					}),
					theme,
					EditorView.contentAttributes.of({
						"aria-label": now.current.label,
						"aria-multiline": "false",
						spellcheck: "false",
						autocorrect: "off",
						autocapitalize: "off"
					}),
					EditorView.updateListener.of((u) => {
						if (u.docChanged) {
							let text = u.state.doc.toString();
							follow.current.typed(text);
							now.current.onChange(text);
						}
						u.focusChanged && u.view.hasFocus && u.state.doc.length === 0 && startCompletion(u.view);
					})
				]
			})
		});
		view.current = v;
		let focus = now.current.focusWith;
		let before = focus.current;
		focus.current = () => v.focus();
		began && v.focus();
		return () => {
			focus.current = before;
			v.destroy();
			view.current = null;
		};
	}, []);
	(0, import_react.useEffect)(() => {
		let v = view.current;
		v && follow.current.outside(p.value) && v.state.doc.toString() !== p.value && v.dispatch({
			changes: {
				from: 0,
				to: v.state.doc.length,
				insert: p.value
			},
			selection: { anchor: p.value.length }
		});
	}, [p.value]);
	(0, import_react.useEffect)(() => {
		view.current?.dispatch({ effects: setWrong.of(p.wrong && {
			...p.wrong,
			message: p.message ?? ""
		}) });
		view.current?.contentDOM.setAttribute("aria-invalid", p.wrong ? "true" : "false");
	}, [
		p.wrong?.from,
		p.wrong?.to,
		p.message
	]);
	return (0, import_jsx_runtime.jsx)("div", {
		ref: at,
		className: FilterEditor_module_default.editor
	});
}
function pick(view) {
	if (completionStatus(view.state) !== "active") return !1;
	(selectedCompletionIndex(view.state) ?? -1) < 0 && moveCompletionSelection(!0)(view);
	return acceptCompletion(view);
}
function begun(s) {
	let place = placeAt(s.doc.toString(), s.selection.main.head);
	return place.what === "field" && place.typed.length > 1 && currentCompletions(s)[0]?.type === "field";
}
async function complete(c, p) {
	let text = c.state.doc.toString();
	let place = placeAt(text, c.pos);
	if (place.what === "value") return values(c, p, place, text);
	let all = await fields();
	if (c.aborted) return null;
	let options = [];
	if (place.what === "operator" || place.typed && before(text, place.from)) for (let [word, doc] of [
		["AND", "both"],
		["OR", "either"],
		["NOT", "and not"]
	]) word.startsWith(place.typed.toUpperCase()) && options.push({
		label: word,
		detail: doc,
		type: "operator",
		apply: (v) => put(v, place, word + " ", !0)
	});
	for (let { field, alias, begins } of fieldsFor(all, place.typed).slice(0, 60)) options.push({
		label: field.name,
		detail: (alias ? alias + ": " : "") + field.doc,
		type: begins ? "field" : "other",
		apply: (v) => put(v, place, field.name + ":", !0)
	});
	if (text === "") {
		let past = recent().slice(0, 5);
		let section = {
			name: "Recent",
			rank: 0
		};
		options.unshift(...past.map((f) => ({
			label: f,
			type: "run",
			section,
			apply: (v) => put(v, {
				...place,
				from: 0,
				to: 0
			}, f, !1)
		})));
		if (past.length > 0) for (let o of options) o.section ??= {
			name: "Fields",
			rank: 1
		};
	}
	if (options.length === 0 || place.what === "operator" && !c.explicit && !/\s$/.test(text.slice(0, c.pos))) return null;
	return {
		from: place.from,
		to: place.to,
		options,
		filter: !1
	};
}
var before = (text, from) => placeAt(text.slice(0, from), from).what === "operator";
async function values(c, p, place, text) {
	let field = place.field ?? "";
	let known = (await fields()).find((f) => f.name === field || f.aliases.includes(field) || f.name === field.replaceAll("-", "_").toLowerCase());
	if (field === "_exists_") {
		let all = await fields();
		return {
			from: place.from,
			to: place.to,
			filter: !1,
			options: fieldsFor(all, place.typed).map(({ field: f }) => ({
				label: f.name,
				detail: f.doc,
				apply: (v) => put(v, place, f.name, !1)
			}))
		};
	}
	if (!known) return null;
	if (known.kind === "time") return {
		from: place.from,
		to: place.to,
		options: [
			["now-1h", "an hour ago"],
			["now-24h", "a day ago"],
			["now-7d", "a week ago"]
		].map(([label, detail]) => ({
			label: label ?? "",
			detail
		}))
	};
	if (place.plain || known.unit === "bytes" || known.unit === "packets" || known.name === "duration") return null;
	let typed = place.typed;
	let prefix = known.kind === "number" && !/^\d+$/.test(typed) ? "" : typed.replace(/[*?].*$/, "");
	let abort = new AbortController();
	c.addEventListener("abort", () => abort.abort());
	let table;
	try {
		table = await api.get("/values", {
			field: known.name,
			prefix,
			filter: restOf(text, c.pos),
			since: p.since,
			until: p.until,
			limit: 40
		}, { signal: abort.signal });
	} catch {
		return null;
	}
	let seen = table.values?.[0] ?? [];
	let counts = table.values?.[1] ?? [];
	let options = [];
	seen.forEach((v, i) => {
		if (v === null || v === "") return;
		let shown = known.name === "protocol" ? shownAs("protocol", v).text : String(v);
		if (!shown.toLowerCase().startsWith(typed.toLowerCase().replace(/[*?].*$/, "")) && prefix === "" && typed !== "") return;
		options.push({
			label: shown,
			detail: count(counts[i] ?? 0) + " flows",
			type: "value",
			apply: (view) => put(view, place, valueText(shown), !1)
		});
	});
	if (options.length === 0) return null;
	options.sort((a, b) => Number(b.label === typed) - Number(a.label === typed));
	return {
		from: place.from,
		to: place.to,
		options,
		filter: !1
	};
}
function put(view, place, text, more) {
	view.dispatch({
		changes: {
			from: place.from,
			to: place.to,
			insert: text
		},
		selection: { anchor: place.from + text.length },
		userEvent: "input.complete"
	});
	more && setTimeout(() => startCompletion(view));
}
export { FilterEditor as default };
