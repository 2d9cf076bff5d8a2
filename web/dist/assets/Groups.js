import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { $t as useTable, Dt as and, G as useValueActions, I as Panel, Mt as term, Qt as useGet, Rt as useRange, U as Value, Wt as useZone, c as Empty, l as TimeSeries, rt as Button, s as Bars } from "./kit.js";
import { i as titleOf, r as columnsOf, t as DataTable } from "./DataTable.js";
import { n as useDrawn, t as columnOf } from "./drawn.js";
import { n as explore_module_default } from "./explore.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var measures = [
	["count", "flows"],
	["sum(bytes)", "bytes"],
	["sum(packets)", "packets"],
	["uniq(srcaddr)", "distinct sources"],
	["uniq(dstaddr)", "distinct destinations"],
	["uniq(dstport)", "distinct ports"],
	["avg(bytes)", "bytes a flow"],
	["p50(bytes)", "p50 of bytes"],
	["p95(bytes)", "p95 of bytes"],
	["p99(bytes)", "p99 of bytes"],
	["max(bytes)", "largest bytes"],
	["p95(duration)", "p95 of duration"],
	["max(duration)", "longest duration"]
];
var common = [
	"",
	"action",
	"srcaddr",
	"dstaddr",
	"dstport",
	"protocol",
	"direction",
	"interface_id",
	"vpc_id",
	"src_country",
	"dst_country",
	"src_app",
	"dst_app",
	"client_app",
	"server_app",
	"service_port",
	"subnet_id",
	"az_id",
	"region",
	"account_id"
];
function Groups({ s, set, onReady }) {
	let range = useRange();
	let zone = useZone();
	let acts = useValueActions();
	let fields = useGet("/fields");
	let by = s.by === "none" ? [] : s.by.split(",").filter(Boolean);
	let aggs = s.agg.split(",").filter(Boolean).slice(0, 3);
	let top = Math.min(100, Math.max(1, Number(s.top) || 10));
	let byText = by.join(",") || void 0;
	let totals = {
		filter: s.q,
		since: range.since,
		until: range.until,
		by: byText,
		agg: aggs.join(","),
		limit: by.length ? top : 1
	};
	let total = useTable(totals);
	let over = s.bucket !== "none";
	let lines = {
		...totals,
		by: by[0],
		bucket: s.bucket,
		limit: by.length ? Math.min(top, 10) : void 0
	};
	let order = (0, import_react.useMemo)(() => total.table && by[0] ? total.table.texts(by[0]) : [], [total.table, s.by]);
	let drawn = useDrawn(lines, s, {
		when: over,
		order
	});
	let chart = drawn.chart;
	let ready = !total.loading && !drawn.loading;
	(0, import_react.useEffect)(() => onReady(ready), [ready, onReady]);
	let two = s.show === "values" && aggs.length > 1 && by.length > 0;
	let columns = (0, import_react.useMemo)(() => columnsOf(total.table, zone), [total.table, zone]);
	let rows = (0, import_react.useMemo)(() => total.table?.rows() ?? [], [total.table]);
	let numbers = aggs.map(columnOf);
	let setAgg = (i, value) => {
		let next = [...aggs];
		value ? next[i] = value : next.splice(i, 1);
		set({ agg: [...new Set(next)].join(",") || "count" });
	};
	let setBy = (i, value) => {
		let next = [...by];
		value ? next[i] = value : next.splice(i, 1);
		set({ by: [...new Set(next)].join(",") || "none" });
	};
	let names = [...new Set([
		...common,
		...by,
		...(fields.data ?? []).filter((f) => f.kind !== "time").map((f) => f.name)
	])];
	let title = `${aggs.map((a) => measures.find(([m]) => m === a)?.[1] ?? titleOf(columnOf(a))).join(" and ")}${by.length ? " by " + by.map(titleOf).join(", ") : ""}`;
	let share = s.show === "rejected" && !aggs.includes("count");
	let gaps = drawn.table?.meta.gaps;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.controls,
			role: "group",
			"aria-label": "How it is grouped",
			children: [
				[
					0,
					1,
					2
				].map((i) => i <= by.length ? (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: i === 0 ? "Group by" : "and" }), (0, import_jsx_runtime.jsx)("select", {
					value: by[i] ?? "",
					onChange: (e) => setBy(i, e.target.value),
					children: names.map((n) => (0, import_jsx_runtime.jsx)("option", {
						value: n,
						children: n === "" ? i === 0 ? "nothing" : "–" : n
					}, n))
				})] }, i) : null),
				[
					0,
					1,
					2
				].map((i) => i <= aggs.length && i < 3 ? (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: i === 0 ? "Show" : i === 1 ? "and (right axis)" : "and" }), (0, import_jsx_runtime.jsxs)("select", {
					value: aggs[i] ?? "",
					onChange: (e) => setAgg(i, e.target.value),
					children: [
						i > 0 && (0, import_jsx_runtime.jsx)("option", {
							value: "",
							children: "–"
						}),
						measures.map(([m, t]) => (0, import_jsx_runtime.jsx)("option", {
							value: m,
							children: t
						}, m)),
						aggs[i] && !measures.some(([m]) => m === aggs[i]) && (0, import_jsx_runtime.jsx)("option", {
							value: aggs[i],
							children: aggs[i]
						})
					]
				})] }, "a" + i) : null),
				(0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: "Top" }), (0, import_jsx_runtime.jsx)("select", {
					value: String(top),
					onChange: (e) => set({ top: e.target.value }),
					children: [...new Set([
						3,
						5,
						10,
						25,
						50,
						100,
						top
					])].sort((a, b) => a - b).map((n) => (0, import_jsx_runtime.jsx)("option", { children: n }, n))
				})] }),
				(0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: "Over time" }), (0, import_jsx_runtime.jsx)("select", {
					value: s.bucket,
					onChange: (e) => set({ bucket: e.target.value }),
					children: [...new Set([
						"auto",
						"none",
						"1m",
						"5m",
						"15m",
						"1h",
						"6h",
						"1d",
						s.bucket
					])].map((b) => (0, import_jsx_runtime.jsx)("option", { children: b }, b))
				})] }),
				over && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: "As" }), (0, import_jsx_runtime.jsxs)("select", {
					value: s.chart,
					onChange: (e) => set({ chart: e.target.value }),
					children: [
						(0, import_jsx_runtime.jsx)("option", {
							value: "lines",
							children: "lines"
						}),
						(0, import_jsx_runtime.jsx)("option", {
							value: "bars",
							children: "stacked bars"
						}),
						(0, import_jsx_runtime.jsx)("option", {
							value: "area",
							children: "stacked areas"
						})
					]
				})] }), (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("span", { children: "Values" }), (0, import_jsx_runtime.jsxs)("select", {
					value: s.show,
					onChange: (e) => set({ show: e.target.value }),
					children: [
						(0, import_jsx_runtime.jsx)("option", {
							value: "values",
							children: "as they are"
						}),
						(0, import_jsx_runtime.jsx)("option", {
							value: "share",
							children: "share of all"
						}),
						(0, import_jsx_runtime.jsx)("option", {
							value: "ratio",
							children: "second per first"
						}),
						(0, import_jsx_runtime.jsx)("option", {
							value: "rejected",
							children: "rejected share"
						})
					]
				})] })] })
			]
		}),
		over ? (0, import_jsx_runtime.jsxs)(Panel, {
			title,
			meta: drawn.table?.meta,
			loading: drawn.loading,
			error: drawn.error,
			onRetry: drawn.refetch,
			query: lines,
			pin: {
				kind: "groups",
				show: s.show,
				chart: s.chart,
				panes: s.panes || void 0
			},
			waitHeight: 260,
			children: [
				share ? (0, import_jsx_runtime.jsxs)("p", {
					className: explore_module_default.none,
					children: [
						"The rejected share is one of flows.",
						" ",
						(0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							onClick: () => set({ agg: "count" }),
							children: "Count flows"
						})
					]
				}) : chart && chart.series.length > 0 ? (0, import_jsx_runtime.jsx)(TimeSeries, {
					title,
					times: chart.times,
					series: chart.series,
					stacked: chart.stacked,
					height: 240,
					onZoom: range.zoom,
					gaps,
					panes: s.panes === "2" ? 2 : s.panes === "1" ? 1 : void 0
				}) : (0, import_jsx_runtime.jsx)(Empty, {
					what: "flows",
					ask: {
						filter: s.q,
						since: range.since,
						until: range.until
					}
				}),
				two && top > 3 && (0, import_jsx_runtime.jsx)("p", {
					className: explore_module_default.none,
					children: "With two axes the chart shows the first three; the table below has all."
				}),
				by.length > 1 && (0, import_jsx_runtime.jsxs)("p", {
					className: explore_module_default.none,
					children: [
						"The chart is by ",
						titleOf(by[0] ?? ""),
						" alone; the table below has all groups."
					]
				})
			]
		}) : null,
		(0, import_jsx_runtime.jsx)(Panel, {
			title: over ? `Top ${top}` : title,
			name: title,
			meta: total.table?.meta,
			loading: total.loading,
			error: total.error,
			onRetry: total.refetch,
			query: totals,
			pin: { kind: s.panes === "bars" ? "bars" : "table" },
			flush: !0,
			waitHeight: 200,
			actions: (0, import_jsx_runtime.jsx)(AsBars, {
				s,
				set
			}),
			children: rows.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "flows",
				ask: {
					filter: s.q,
					since: range.since,
					until: range.until
				}
			}) : s.panes === "bars" ? (0, import_jsx_runtime.jsx)("div", {
				className: explore_module_default.bars,
				children: (0, import_jsx_runtime.jsx)(Bars, {
					title,
					unit: total.table?.columns.find((c) => c.name === numbers[0])?.unit || "flows",
					secondUnit: total.table?.columns.find((c) => c.name === numbers[1])?.unit,
					heads: {
						name: by.map(titleOf).join(", ") || "all",
						value: titleOf(numbers[0] ?? ""),
						second: numbers[1] ? titleOf(numbers[1]) : void 0
					},
					rows: rows.map((r, i) => ({
						key: String(i),
						name: by.map((b) => String(r[b] ?? "–")).join(" "),
						label: by.map((b) => (0, import_jsx_runtime.jsx)(Value, {
							field: b,
							value: r[b],
							className: explore_module_default.barValue
						}, b)),
						value: Number(r[numbers[0] ?? ""] ?? 0),
						second: numbers[1] ? Number(r[numbers[1]] ?? 0) : void 0
					}))
				})
			}) : (0, import_jsx_runtime.jsx)(DataTable, {
				id: "explore.groups." + by.join("-"),
				label: title,
				columns,
				rows,
				rowKey: (_, i) => String(i),
				picker: !1,
				onOpen: by.length ? (r) => acts.explore(and(s.q, ...by.map((b) => term(b, r[b])))) : void 0
			})
		})
	] });
}
function AsBars({ s, set }) {
	let [on, other] = s.panes === "bars" ? ["bars", ""] : ["", "bars"];
	return (0, import_jsx_runtime.jsx)(Button, {
		small: !0,
		kind: "quiet",
		icon: on ? "table" : "chart",
		onClick: () => set({ panes: other }),
		children: on ? "As a table" : "As bars"
	});
}
export { Groups };
