import { r as __toESM } from "./rolldown-runtime.js";
import { t as useInfiniteQuery } from "./lib-query.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { I as Panel, Jt as usePageSearch, Wt as useZone, Yt as useSearch, c as Empty, nn as api, pt as plural, rt as Button } from "./kit.js";
import { t as Along } from "./index.js";
import { t as DataTable } from "./DataTable.js";
import { a as TextField, n as SelectField, r as SwitchField } from "./Field.js";
var import_react = __toESM(require_react(), 1);
var Audit_module_default = {
	page: "Audit-module_page",
	hint: "Audit-module_hint",
	filters: "Audit-module_filters",
	detail: "Audit-module_detail"
};
var import_jsx_runtime = require_jsx_runtime();
var actions = [
	"alert.acknowledge",
	"alert.resolve",
	"alert.judge",
	"alert.reopen",
	"alert.note",
	"alert.fire",
	"alert.silence",
	"alert.unsilence",
	"login",
	"logout",
	"login.failed",
	"password.set",
	"token.create",
	"token.revoke"
];
function said(d) {
	if (d == null) return "";
	if (typeof d != "object") return String(d);
	let o = d;
	if ("before" in o || "after" in o) {
		let [before, after] = [said(o.before), said(o.after)];
		return before && after ? `${before} → ${after}` : after || before;
	}
	return Object.entries(o).filter(([, v]) => v != null && v !== "").map(([k, v]) => k === "text" ? `“${String(v)}”` : `${k.replaceAll("_", " ")} ${typeof v == "object" ? JSON.stringify(v) : String(v)}`).join(", ");
}
function Audit() {
	let [s, set] = usePageSearch({
		who: "",
		action: "",
		object: "",
		machine: "no",
		when: "any"
	});
	let [range] = useSearch();
	let zone = useZone();
	let [words, setWords] = (0, import_react.useState)({
		who: s.who,
		object: s.object
	});
	(0, import_react.useEffect)(() => setWords({
		who: s.who,
		object: s.object
	}), [s.who, s.object]);
	(0, import_react.useEffect)(() => {
		if (words.who === s.who && words.object === s.object) return;
		let t = setTimeout(() => set(words, { replace: !0 }), 300);
		return () => clearTimeout(t);
	}, [
		words,
		s.who,
		s.object,
		set
	]);
	let params = {
		who: s.who.trim() || void 0,
		action: s.action || void 0,
		object: s.object.trim() || void 0,
		machine: s.machine === "yes",
		since: s.when === "range" ? range.since ?? "end-24h" : void 0,
		until: s.when === "range" ? range.until ?? "end" : void 0,
		limit: 200
	};
	let asked = useInfiniteQuery({
		queryKey: ["/audit", params],
		queryFn: ({ signal, pageParam }) => api.get("/audit", {
			...params,
			cursor: pageParam || void 0
		}, { signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.next,
		refetchInterval: 2e4,
		placeholderData: (old) => old
	});
	let rows = (0, import_react.useMemo)(() => asked.data?.pages.flatMap((p) => p.entries) ?? [], [asked.data]);
	let columns = [
		{
			key: "at",
			title: "when",
			width: 168,
			min: 160,
			render: (r) => (0, import_jsx_runtime.jsx)("time", {
				dateTime: r.at,
				title: r.at,
				children: zone.time(r.at, !0)
			})
		},
		{
			key: "who",
			title: "who",
			width: 120,
			min: 90,
			render: (r) => r.who || (0, import_jsx_runtime.jsx)("em", { children: "a stranger" })
		},
		{
			key: "via",
			title: "by way of",
			width: 92,
			min: 80,
			value: (r) => (r.via ?? "") + (r.token ? ` ${r.token}` : "")
		},
		{
			key: "action",
			title: "did",
			width: 150,
			min: 120
		},
		{
			key: "object",
			title: "to",
			width: 170,
			min: 130,
			render: (r) => (0, import_jsx_runtime.jsx)(Thing, { object: r.object })
		},
		{
			key: "detail",
			title: "What",
			width: 420,
			min: 200,
			sort: !1,
			render: (r) => (0, import_jsx_runtime.jsx)("span", {
				title: said(r.detail),
				children: said(r.detail) || "–"
			})
		},
		{
			key: "address",
			title: "from",
			width: 130,
			hidden: !0
		},
		{
			key: "seq",
			title: "no.",
			width: 70,
			align: "right",
			hidden: !0
		}
	];
	let narrowed = s.who || s.action || s.object || s.when !== "any";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Audit_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)("h1", { children: "Audit" }),
			(0, import_jsx_runtime.jsx)("p", {
				className: Audit_module_default.hint,
				children: "Entries are only ever added. One about an alert holds a hash over the one before, so that a change shows; the database refuses to change the others."
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Audit_module_default.filters,
				role: "search",
				"aria-label": "Audit",
				children: [
					(0, import_jsx_runtime.jsx)(TextField, {
						bare: !0,
						label: "Who",
						placeholder: "Who",
						value: words.who,
						onChange: (e) => setWords({
							...words,
							who: e.target.value
						})
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Action",
						value: s.action,
						onChange: (e) => set({ action: e.target.value }),
						options: [{
							value: "",
							title: "Any action"
						}, ...[...new Set([
							...actions,
							...s.action ? [s.action] : [],
							...rows.map((r) => r.action)
						])].map((a) => ({
							value: a,
							title: a
						}))]
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						bare: !0,
						label: "Object",
						placeholder: "Object: alert/…, silence/3",
						value: words.object,
						onChange: (e) => setWords({
							...words,
							object: e.target.value
						})
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "When",
						value: s.when,
						onChange: (e) => set({ when: e.target.value }),
						options: [{
							value: "any",
							title: "At any time"
						}, {
							value: "range",
							title: "In the range above"
						}]
					}),
					(0, import_jsx_runtime.jsx)(SwitchField, {
						label: "What weir did by itself, too",
						checked: s.machine === "yes",
						onChange: (on) => set({ machine: on ? "yes" : "no" })
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Panel, {
				title: "Who changed what",
				path: "/audit",
				loading: asked.isFetching,
				ready: !!asked.data,
				error: asked.error,
				onRetry: () => void asked.refetch(),
				flush: !0,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "audit",
					label: "Audit",
					columns,
					rows,
					rowKey: (r) => r.log + r.seq,
					height: 620,
					picker: !0,
					tools: (0, import_jsx_runtime.jsxs)("span", {
						className: Audit_module_default.hint,
						children: [plural(rows.length, "entry", "entries"), asked.hasNextPage ? " so far" : ""]
					}),
					onEnd: () => asked.hasNextPage && !asked.isFetchingNextPage && void asked.fetchNextPage(),
					expand: (r) => (0, import_jsx_runtime.jsx)("pre", {
						className: Audit_module_default.detail,
						children: JSON.stringify(r, null, 2)
					}),
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: narrowed ? "entries that fit these filters" : "changes yet",
						icon: "history",
						reasons: narrowed ? [] : ["nobody has acknowledged, judged or silenced an alert, made a token or logged in"],
						actions: narrowed ? (0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							onClick: () => set({
								who: "",
								action: "",
								object: "",
								when: "any"
							}),
							children: "Show all"
						}) : void 0
					})
				})
			})
		]
	});
}
function Thing({ object }) {
	let [kind, id] = [object.slice(0, object.indexOf("/")), object.slice(object.indexOf("/") + 1)];
	if (kind === "alert") return (0, import_jsx_runtime.jsx)(Along, {
		to: "/alerts",
		search: { alert: id },
		children: "alert " + id.slice(0, 10)
	});
	if (kind === "silence") return (0, import_jsx_runtime.jsx)(Along, {
		to: "/alerts",
		search: {
			tab: "silences",
			ended: "yes"
		},
		children: "silence " + id
	});
	return (0, import_jsx_runtime.jsx)(import_jsx_runtime.Fragment, { children: object });
}
export { Audit as default };
