import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { Wt as useZone, ct as bytes, d as Badge, lt as count, pt as plural, tt as sentence } from "./kit.js";
import { r as columnsOf, t as DataTable } from "./DataTable.js";
var import_react = __toESM(require_react(), 1);
var sources_module_default = {
	page: "sources-module_page",
	body: "sources-module_body",
	trial: "sources-module_trial",
	preview: "sources-module_preview",
	head: "sources-module_head",
	add: "sources-module_add",
	tiles: "sources-module_tiles",
	tile: "sources-module_tile",
	bad: "sources-module_bad",
	good: "sources-module_good",
	two: "sources-module_two",
	soft: "sources-module_soft",
	warn: "sources-module_warn",
	mono: "sources-module_mono",
	line: "sources-module_line",
	trouble: "sources-module_trouble",
	steps: "sources-module_steps",
	facts: "sources-module_facts",
	gaps: "sources-module_gaps",
	covered: "sources-module_covered",
	gap: "sources-module_gap",
	sheet: "sources-module_sheet",
	reasons: "sources-module_reasons",
	reason: "sources-module_reason",
	place: "sources-module_place",
	command: "sources-module_command",
	forecast: "sources-module_forecast",
	meter: "sources-module_meter"
};
var import_jsx_runtime = require_jsx_runtime();
var states = {
	good: {
		tone: "good",
		icon: "check",
		text: "good"
	},
	bad: {
		tone: "high",
		icon: "high",
		text: "failed"
	},
	skipped: {
		tone: "plain",
		icon: "minus",
		text: "not tried"
	}
};
function Trial({ trial }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: sources_module_default.trial,
		children: [
			(0, import_jsx_runtime.jsx)("p", {
				role: "status",
				children: (0, import_jsx_runtime.jsx)("b", { children: trial.good ? "It can be listed and read." : "It does not work yet." })
			}),
			(0, import_jsx_runtime.jsx)("ol", {
				className: sources_module_default.steps,
				children: trial.steps.map((s) => {
					let of = states[s.state];
					return (0, import_jsx_runtime.jsxs)("li", {
						"data-state": s.state,
						children: [(0, import_jsx_runtime.jsx)(Badge, {
							tone: of.tone,
							icon: of.icon,
							children: of.text
						}), (0, import_jsx_runtime.jsxs)("div", { children: [
							(0, import_jsx_runtime.jsx)("b", { children: s.title }),
							" ",
							s.permission ? (0, import_jsx_runtime.jsx)("code", { children: s.permission }) : null,
							(0, import_jsx_runtime.jsx)("p", { children: sentence(s.text) }),
							s.fix ? (0, import_jsx_runtime.jsx)("p", {
								className: sources_module_default.soft,
								children: sentence(s.fix)
							}) : null
						] })]
					}, s.name);
				})
			}),
			trial.preview ? (0, import_jsx_runtime.jsx)(PreviewTable, { preview: trial.preview }) : null
		]
	});
}
function PreviewTable({ preview: p }) {
	let zone = useZone();
	let columns = (0, import_react.useMemo)(() => columnsOf({ columns: p.columns }, zone).map((c) => ({
		...c,
		field: void 0,
		sort: !1,
		min: Math.max(c.min ?? 0, c.title.length * 7 + 20)
	})), [p.columns, zone]);
	let rows = (0, import_react.useMemo)(() => {
		let n = p.values[0]?.length ?? 0;
		return Array.from({ length: n }, (_, r) => Object.fromEntries(p.columns.map((c, i) => [c.name, p.values[i]?.[r] ?? null])));
	}, [p]);
	let reasons = [...new Set(p.lines.map((l) => l.reason ?? ""))];
	return (0, import_jsx_runtime.jsxs)("section", {
		className: sources_module_default.preview,
		"aria-label": "What is in it",
		children: [
			(0, import_jsx_runtime.jsxs)("dl", {
				className: sources_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "Object" }),
					(0, import_jsx_runtime.jsxs)("dd", {
						className: sources_module_default.mono,
						children: [p.name, p.size === void 0 ? "" : ` (${bytes(p.size)})`]
					}),
					(0, import_jsx_runtime.jsx)("dt", { children: "Format" }),
					(0, import_jsx_runtime.jsx)("dd", { children: [p.format || "not recognised", ...p.envelope.map((e) => "in " + e)].join(", ") }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Records" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						p.complete ? count(p.records) : `at least ${count(p.records)}`,
						", ",
						plural(p.bad, "bad line")
					] }),
					p.from && p.to ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Covers" }), (0, import_jsx_runtime.jsxs)("dd", { children: [
						zone.time(p.from, !0),
						" to ",
						zone.time(p.to, !0)
					] })] }) : null
				]
			}),
			rows.length ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("h3", { children: ["First ", plural(rows.length, "record")] }), (0, import_jsx_runtime.jsx)("div", {
				className: sources_module_default.sheet,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "preview",
					label: "First records",
					columns,
					rows,
					rowKey: (_, i) => String(i),
					height: Math.min(rows.length * 30 + 60, 420)
				})
			})] }) : null,
			reasons.length ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("h3", { children: "Bad lines" }), reasons.map((r) => (0, import_jsx_runtime.jsxs)("div", {
				className: sources_module_default.reason,
				children: [(0, import_jsx_runtime.jsx)("b", { children: r }), (0, import_jsx_runtime.jsx)("ul", { children: p.lines.filter((l) => (l.reason ?? "") === r).map((l) => (0, import_jsx_runtime.jsxs)("li", { children: [
					(0, import_jsx_runtime.jsxs)("span", {
						className: sources_module_default.soft,
						children: ["line ", l.line]
					}),
					" ",
					(0, import_jsx_runtime.jsx)("code", { children: l.text })
				] }, l.line)) })]
			}, r))] }) : null
		]
	});
}
export { Trial as n, sources_module_default as r, PreviewTable as t };
