const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/FilterEditor.js","assets/codemirror.js","assets/jsx-runtime.js","assets/client.js","assets/hooks.js","assets/format.js","assets/fields.js","assets/FilterEditor.css"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { r as useGet } from "./hooks.js";
import { i as useShortcuts } from "./index.js";
import { i as Icon, n as sentence, r as Button } from "./Fault.js";
import { u as Menu } from "./range.js";
import { a as and, h as tokens, o as chips$1, p as without, s as everything, u as not } from "./fields.js";
import { t as __vitePreload } from "./preload-helper.js";
// src/query/fix.ts
var import_react = __toESM(require_react(), 1);
function mistake(filter, c) {
	if (c.ok) return;
	let start = c.position?.start ?? 0, hit = tokens(filter).find((t) => t.from <= start && start < t.to);
	if (!hit) {
		let end = Math.max(1, filter.trimEnd().length);
		return {
			from: Math.min(start, end - 1),
			to: Math.max(end, Math.min(filter.length, start + 1))
		};
	}
	return hit.kind === "field" ? {
		from: hit.from,
		to: hit.from + hit.text.length
	} : {
		from: Math.max(hit.from, start),
		to: hit.to
	};
}
function fixOf(filter, c) {
	let where = mistake(filter, c);
	if (!where || !c.fix) return;
	let put = (from, to, text) => ({
		label: text,
		filter: filter.slice(0, from) + text + filter.slice(to)
	}), meant = /did you mean "([^"]+)"/.exec(c.fix)?.[1];
	if (meant) return put(filter[where.from] === "@" ? where.from + 1 : where.from, where.to, meant);
	let write = /^write (.+)$/.exec(c.fix)?.[1]?.replace(/(, or |; | \().*$/, "");
	if (!write || /, | or /.test(write) || write === "field:value") return;
	if (!/^(NOT )?[\w.]+:/.test(write)) return /^\S+$/.test(write) && !/^(it|names|seconds)$/.test(write) ? put(where.from, where.to, write) : void 0;
	if (/:\[a TO b\]|field:/.test(write)) return;
	let list = tokens(filter), at = list.findIndex((t) => t.from <= where.from && where.from < t.to), from = where.from, to = where.to;
	for (let i = at; i >= 0 && i > at - 4; i--) if (list[i]?.kind === "field") {
		if (list[i + 1]?.kind === "open") return;
		from = list[i]?.from ?? from;
		break;
	}
	for (let i = at + 1; i < list.length; i++) {
		let t = list[i];
		if (!t || t.spaced || ![
			"word",
			"quoted",
			"regex"
		].includes(t.kind)) break;
		to = t.to;
	}
	return put(from, to, write);
}
// src/query/history.ts
var stored = "weir.filters", most = 30;
function recent() {
	try {
		let list = JSON.parse(localStorage.getItem(stored) ?? "[]");
		return Array.isArray(list) ? list.filter((f) => typeof f == "string") : [];
	} catch {
		return [];
	}
}
function remember(filter) {
	let text = filter.trim();
	if (!everything(text)) try {
		localStorage.setItem(stored, JSON.stringify([text, ...recent().filter((f) => f !== text)].slice(0, most)));
	} catch {}
}
var FilterBar_module_default = {
	filter: "FilterBar-module_filter",
	bar: "FilterBar-module_bar",
	icon: "FilterBar-module_icon",
	text: "FilterBar-module_text",
	input: "FilterBar-module_input",
	run: "FilterBar-module_run",
	wrong: "FilterBar-module_wrong",
	hint: "FilterBar-module_hint",
	fix: "FilterBar-module_fix",
	chips: "FilterBar-module_chips",
	chip: "FilterBar-module_chip",
	all: "FilterBar-module_all"
}, import_jsx_runtime = require_jsx_runtime(), loaded;
function FilterBar({ value, onRun, onChange, since, until, label = "Filter", placeholder = "action:REJECT AND dstport:22", parts = !0, slash = !0, busy }) {
	let [draft, setDraft] = (0, import_react.useState)(value), [Editor, setEditor] = (0, import_react.useState)(void 0), input = (0, import_react.useRef)(null), focus = (0, import_react.useRef)(() => input.current?.focus()), wanted = (0, import_react.useRef)(!1), selected = (0, import_react.useRef)(void 0), hold = (0, import_react.useCallback)((el) => (input.current = el, () => {
		el && (selected.current = {
			from: el.selectionStart ?? 0,
			to: el.selectionEnd ?? 0
		}), input.current = null;
	}), []), told = useCheck(draft), check = told && !told.ok && draft !== value && /^(the filter ends too early|no value for|unclosed|nothing between)/.test(told.message ?? "") ? void 0 : told, fix = check && !check.ok ? fixOf(draft, check) : void 0;
	(0, import_react.useEffect)(() => setDraft(value), [value]), useShortcuts(slash ? [{
		keys: "/",
		title: "Write a filter",
		group: "This page",
		run: () => focus.current()
	}] : []);
	let change = (0, import_react.useCallback)((text) => {
		setDraft(text), onChange?.(text);
	}, [onChange]), run = (0, import_react.useCallback)((text) => {
		let filter = text.trim();
		remember(filter), setDraft(filter), onRun(filter);
	}, [onRun]), list = parts ? chips$1(value) ?? [] : [], old = () => {
		let filters = recent().slice(0, 12);
		return filters.length === 0 ? [{ head: "Filters that you run are kept here." }] : [{ head: "Recent filters" }, ...filters.map((f, i) => ({
			id: String(i),
			title: f,
			run: () => run(f)
		}))];
	}, plain = (0, import_jsx_runtime.jsx)("input", {
		ref: hold,
		className: FilterBar_module_default.input,
		type: "text",
		value: draft,
		placeholder,
		"aria-label": label,
		"aria-invalid": !!check && !check.ok,
		autoComplete: "off",
		autoCapitalize: "off",
		autoCorrect: "off",
		spellCheck: !1,
		onChange: (e) => change(e.target.value),
		onFocus: () => {
			wanted.current = !0, loaded ? setEditor(() => loaded) : __vitePreload(() => import("./FilterEditor.js").then((m) => setEditor(() => loaded = m.default), () => void 0), __vite__mapDeps([0,1,2,3,4,5,6,7]));
		},
		onBlur: () => wanted.current = !1,
		onKeyDown: (e) => {
			e.key === "Enter" && run(draft), e.key === "Escape" && e.currentTarget.blur();
		}
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: FilterBar_module_default.filter,
		role: "search",
		"aria-label": label,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: FilterBar_module_default.bar,
				"data-wrong": check && !check.ok || void 0,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: FilterBar_module_default.icon,
						children: (0, import_jsx_runtime.jsx)(Icon, { name: "search" })
					}),
					(0, import_jsx_runtime.jsx)("div", {
						className: FilterBar_module_default.text,
						children: Editor ? (0, import_jsx_runtime.jsx)(Editor, {
							value: draft,
							label,
							placeholder,
							since,
							until,
							wrong: check && !check.ok ? mistake(draft, check) : void 0,
							message: check?.message,
							onChange: change,
							onRun: run,
							take: () => wanted.current ? selected.current ?? {
								from: draft.length,
								to: draft.length
							} : void 0,
							focusWith: focus
						}) : plain
					}),
					draft && (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						icon: "close",
						"aria-label": "Clear the filter",
						title: "Clear",
						onClick: () => {
							change(""), run(""), focus.current();
						}
					}),
					(0, import_jsx_runtime.jsx)(Past, { items: old }),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						small: !0,
						busy,
						onClick: () => run(draft),
						title: "Run (Enter)",
						className: FilterBar_module_default.run,
						children: "Run"
					})
				]
			}),
			check && !check.ok && (0, import_jsx_runtime.jsxs)("p", {
				className: FilterBar_module_default.wrong,
				role: "alert",
				children: [
					(0, import_jsx_runtime.jsx)(Icon, {
						name: "warning",
						size: 13
					}),
					(0, import_jsx_runtime.jsx)("span", { children: sentence(check.message ?? "This cannot be read") }),
					fix ? (0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						className: FilterBar_module_default.fix,
						onClick: () => run(fix.filter),
						children: [
							/did you mean/.test(check.fix ?? "") ? "Did you mean" : "Write",
							" ",
							(0, import_jsx_runtime.jsx)("code", { children: fix.label }),
							/did you mean/.test(check.fix ?? "") ? "?" : ""
						]
					}) : check.fix && (0, import_jsx_runtime.jsx)("span", {
						className: FilterBar_module_default.hint,
						children: sentence(check.fix)
					})
				]
			}),
			list.length > 0 && (0, import_jsx_runtime.jsxs)("ul", {
				className: FilterBar_module_default.chips,
				"aria-label": "Parts of the filter",
				children: [list.map((c) => (0, import_jsx_runtime.jsxs)("li", {
					className: FilterBar_module_default.chip,
					"data-not": c.negated || void 0,
					children: [(0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						title: c.negated ? "Filter for it instead" : "Filter it out instead",
						"aria-label": `${c.text}: ${c.negated ? "filter for it instead" : "filter it out instead"}`,
						onClick: () => run(and(...list.map((o) => o === c ? not(o.text) : o.text))),
						children: [
							c.negated && (0, import_jsx_runtime.jsx)("b", { children: "not" }),
							" ",
							c.body
						]
					}), (0, import_jsx_runtime.jsx)("button", {
						type: "button",
						"aria-label": `Take away ${c.text}`,
						title: "Take away",
						onClick: () => run(without(value, c.text)),
						children: (0, import_jsx_runtime.jsx)(Icon, {
							name: "close",
							size: 12
						})
					})]
				}, c.text)), list.length > 1 && (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: FilterBar_module_default.all,
					onClick: () => run(""),
					children: "Clear all"
				}) })]
			})
		]
	});
}
function Past({ items }) {
	let [list, setList] = (0, import_react.useState)([]);
	return (0, import_jsx_runtime.jsx)("span", {
		onPointerDownCapture: () => setList(items()),
		onKeyDownCapture: () => setList(items()),
		children: (0, import_jsx_runtime.jsx)(Menu, {
			items: list,
			label: "Recent filters",
			children: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				small: !0,
				icon: "history",
				"aria-label": "Recent filters",
				title: "Recent filters"
			})
		})
	});
}
function useCheck(filter) {
	let [rested, setRested] = (0, import_react.useState)(filter);
	(0, import_react.useEffect)(() => {
		let t = setTimeout(() => setRested(filter), 250);
		return () => clearTimeout(t);
	}, [filter]);
	let asked = useGet("/filter", { filter: rested }, {
		when: !everything(rested),
		keep: !1
	});
	return rested === filter && !everything(filter) ? asked.data : void 0;
}
export { recent as n, FilterBar as t };
