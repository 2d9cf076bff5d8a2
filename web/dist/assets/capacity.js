import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { I as Panel, Jt as usePageSearch, Qt as useGet, Rt as useRange, U as Value, c as Empty, ct as bytes, l as TimeSeries, lt as count, mt as rate, ot as bits, p as Tabs, pt as plural, ut as duration } from "./kit.js";
import { t as Spark } from "./Spark.js";
import { t as DataTable } from "./DataTable.js";
import { t as Segments } from "./Field.js";
var import_react = __toESM(require_react(), 1);
var capacity_module_default = {
	page: "capacity-module_page",
	head: "capacity-module_head",
	limit: "capacity-module_limit",
	lost: "capacity-module_lost",
	note: "capacity-module_note",
	two: "capacity-module_two",
	trend: "capacity-module_trend"
};
var import_jsx_runtime = require_jsx_runtime();
var carriers = [
	{
		id: "attachment",
		title: "Transit gateway attachments",
		field: "tgw_attachment_id",
		none: "Transit gateway logs name attachments; none are stored in this range."
	},
	{
		id: "vpc",
		title: "VPCs",
		field: "vpc_id",
		none: "These logs name no VPC: it comes with version 3 of the format."
	},
	{
		id: "zone",
		title: "Zones",
		field: "az_id",
		none: "These logs name no zone: it comes with version 4 of the format."
	},
	{
		id: "interface",
		title: "Interfaces",
		field: "interface_id",
		none: "No interface has traffic in this range."
	}
];
function readBits(text) {
	let m = /^\s*(\d+(?:\.\d+)?(?:e\d+)?)\s*([kmgt]?)(?:bit(?:\/s)?|bps|b)?\s*$/i.exec(text);
	if (!m) return;
	return Number(m[1]) * {
		"": 1,
		k: 1e3,
		m: 1e6,
		g: 1e9,
		t: 0xe8d4a51000
	}[(m[2] ?? "").toLowerCase()];
}
var causes = [
	{
		key: "no_route",
		title: "No route"
	},
	{
		key: "blackhole",
		title: "Blackhole route"
	},
	{
		key: "mtu",
		title: "Too long (MTU)"
	},
	{
		key: "ttl",
		title: "Time to live over"
	}
];
var lostOf = (l) => l.lost.no_route + l.lost.blackhole + l.lost.mtu + l.lost.ttl;
function Capacity() {
	let range = useRange();
	let [s, set] = usePageSearch({
		by: "vpc",
		limit: "",
		show: "",
		of: "bits"
	});
	let [draft, setDraft] = (0, import_react.useState)(s.limit);
	let of = carriers.find((c) => c.id === s.by) ?? carriers[1];
	let limit = s.limit ? readBits(s.limit) : void 0;
	let q = useGet("/capacity", {
		by: of.id,
		since: range.since,
		until: range.until,
		capacity: limit
	});
	let items = q.data?.items ?? [];
	let shown = items.find((i) => i.id === s.show) ?? [...items].sort((a, b) => b.bits.p95 - a.bits.p95)[0];
	let measure = s.of === "packets" ? "packets" : "bits";
	let write = measure === "bits" ? bits : (n) => rate(n);
	let losers = items.filter((l) => lostOf(l) > 0).sort((a, b) => lostOf(b) - lostOf(a));
	let near = (most) => limit !== void 0 && limit < most * 20 ? [{
		value: limit,
		label: "limit"
	}] : [];
	let full = (l) => {
		if (l.trend.slope === void 0) return {
			text: "–",
			at: Number.MAX_VALUE,
			title: "a trend takes five days"
		};
		if (limit === void 0) return {
			text: "–",
			at: Number.MAX_VALUE,
			title: "give a limit to see when it is reached"
		};
		if (l.trend.full_in_days === void 0) return {
			text: "not growing",
			at: Number.MAX_VALUE - 1,
			title: ""
		};
		if (l.trend.full_in_days === 0) return {
			text: "full",
			at: 0,
			title: "the daily 95th percentile is over the limit"
		};
		return l.trend.full_in_days > 3650 ? {
			text: "over 10 years",
			at: l.trend.full_in_days,
			title: ""
		} : {
			text: `${Math.ceil(l.trend.full_in_days)} days`,
			at: l.trend.full_in_days,
			title: ""
		};
	};
	let columns = [
		{
			key: "id",
			title: of.title.replace(/s$/, ""),
			min: 222,
			render: (l) => (0, import_jsx_runtime.jsx)(Value, {
				field: of.field,
				value: l.id
			})
		},
		{
			key: "load",
			title: "Load",
			width: 98,
			min: 90,
			sort: !1,
			render: (l) => (0, import_jsx_runtime.jsx)(Spark, {
				label: `${measure} a second of ${l.id}`,
				values: measure === "bits" ? l.series : l.packet_series,
				unit: `${measure}/s`,
				width: 84
			})
		},
		{
			key: "p50",
			title: "p50",
			align: "right",
			width: 96,
			value: (l) => l[measure].p50,
			render: (l) => write(l[measure].p50)
		},
		{
			key: "p95",
			title: "p95",
			align: "right",
			width: 96,
			value: (l) => l[measure].p95,
			render: (l) => write(l[measure].p95)
		},
		{
			key: "max",
			title: "Max",
			align: "right",
			width: 96,
			value: (l) => l[measure].max,
			render: (l) => write(l[measure].max)
		},
		{
			key: "bytes",
			title: "Volume",
			align: "right",
			width: 90,
			value: (l) => l.bytes,
			render: (l) => bytes(l.bytes)
		},
		{
			key: "trend",
			title: "30 days",
			width: 100,
			sort: !1,
			render: (l) => (0, import_jsx_runtime.jsx)(Spark, {
				label: `daily p95 of ${l.id}`,
				values: l.trend.daily,
				unit: "bits/s",
				color: 4,
				width: 84
			})
		},
		{
			key: "full",
			title: "Full in",
			align: "right",
			width: 112,
			value: (l) => full(l).at,
			render: (l) => (0, import_jsx_runtime.jsx)("span", {
				title: full(l).title,
				children: full(l).text
			})
		},
		{
			key: "lost",
			title: "Packets lost",
			align: "right",
			width: 110,
			value: lostOf,
			render: (l) => lostOf(l) ? (0, import_jsx_runtime.jsx)("span", {
				className: capacity_module_default.lost,
				children: count(lostOf(l))
			}) : "0"
		}
	];
	let lossColumns = [
		{
			key: "id",
			title: of.title.replace(/s$/, ""),
			min: 222,
			render: (l) => (0, import_jsx_runtime.jsx)(Value, {
				field: of.field,
				value: l.id
			})
		},
		...causes.map((c) => ({
			key: c.key,
			title: c.title,
			align: "right",
			width: 130,
			value: (l) => l.lost[c.key],
			render: (l) => count(l.lost[c.key])
		})),
		{
			key: "all",
			title: "All",
			align: "right",
			width: 110,
			value: lostOf,
			render: (l) => (0, import_jsx_runtime.jsx)("span", {
				className: capacity_module_default.lost,
				children: count(lostOf(l))
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: capacity_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: capacity_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: "Capacity" }), (0, import_jsx_runtime.jsxs)("form", {
					className: capacity_module_default.limit,
					onSubmit: (e) => {
						e.preventDefault();
						set({ limit: readBits(draft) === void 0 ? "" : draft.trim() });
					},
					children: [
						(0, import_jsx_runtime.jsxs)("label", { children: ["Limit of each", (0, import_jsx_runtime.jsx)("input", {
							value: draft,
							onChange: (e) => setDraft(e.target.value),
							placeholder: "10 Gbit/s",
							"aria-invalid": draft !== "" && readBits(draft) === void 0,
							spellCheck: !1
						})] }),
						(0, import_jsx_runtime.jsx)("button", {
							type: "submit",
							children: "Set"
						}),
						draft !== "" && readBits(draft) === void 0 ? (0, import_jsx_runtime.jsx)("span", {
							role: "alert",
							children: "Write 500M, 10G or 10 Gbit/s."
						}) : null
					]
				})]
			}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "Carrier",
				value: of.id,
				onChange: (by) => set({
					by,
					show: ""
				}),
				tabs: carriers.map((c) => ({
					id: c.id,
					title: c.title
				}))
			}),
			shown ? (0, import_jsx_runtime.jsxs)("div", {
				className: capacity_module_default.two,
				children: [(0, import_jsx_runtime.jsx)(Panel, {
					title: `${of.title.replace(/s$/, "")} ${shown.id}`,
					help: `Averages over ${duration(q.data?.bucket_seconds ?? 300)}. ${of.id === "vpc" || of.id === "zone" ? "Each flow is counted once." : "Every record taken there counts."} Choose a row below to see it here.`,
					meta: q.data?.meta,
					loading: q.loading,
					error: q.error,
					waitHeight: 230,
					children: (0, import_jsx_runtime.jsx)(TimeSeries, {
						title: `Load of ${shown.id}`,
						times: q.data?.times ?? [],
						series: [{
							label: "bits a second",
							values: shown.series,
							unit: "bits/s",
							color: 1,
							kind: "area"
						}, {
							label: "packets a second",
							values: shown.packet_series,
							unit: "packets/s",
							color: 2,
							axis: "right"
						}],
						limits: near(shown.bits.max),
						height: 200,
						onZoom: range.zoom,
						gaps: q.data?.meta.gaps.map((g) => ({
							from: g.from,
							to: g.to,
							kind: g.kind
						}))
					})
				}), (0, import_jsx_runtime.jsxs)(Panel, {
					title: "Trend of 30 days",
					help: "The 95th percentile of each day's hourly rates, for up to 30 days that end with the range. The slope is the median of those between any two days (Theil-Sen): one odd day does not move it.",
					waitHeight: 230,
					children: [(0, import_jsx_runtime.jsx)("p", {
						className: capacity_module_default.trend,
						children: trendText(shown, limit)
					}), shown.trend.daily.length ? (0, import_jsx_runtime.jsx)(TimeSeries, {
						title: `Daily p95 of ${shown.id}`,
						times: shown.trend.at,
						series: [{
							label: "daily p95",
							values: shown.trend.daily,
							unit: "bits/s",
							color: 4
						}],
						limits: near(Math.max(...shown.trend.daily)),
						height: 176
					}) : null]
				})]
			}) : null,
			(0, import_jsx_runtime.jsxs)(Panel, {
				title: of.title,
				loading: q.loading,
				error: q.error,
				meta: shown ? void 0 : q.data?.meta,
				flush: !0,
				waitHeight: 260,
				actions: (0, import_jsx_runtime.jsx)(Segments, {
					label: "Measure",
					value: measure,
					onChange: (v) => set({ of: v }),
					options: [{
						value: "bits",
						title: "bits"
					}, {
						value: "packets",
						title: "packets"
					}]
				}),
				children: [(0, import_jsx_runtime.jsx)(DataTable, {
					id: "capacity",
					label: of.title,
					columns,
					rows: items,
					rowKey: (l) => l.id,
					onOpen: (l) => set({ show: l.id }),
					opened: shown?.id,
					order: {
						key: "p95",
						desc: !0
					},
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "traffic",
						icon: "chart",
						reasons: [of.none]
					})
				}), q.data && q.data.total > items.length ? (0, import_jsx_runtime.jsxs)("p", {
					className: capacity_module_default.note,
					children: [
						"The ",
						count(items.length),
						" with most traffic of ",
						count(q.data.total),
						"."
					]
				}) : null]
			}),
			losers.length || of.id === "attachment" && items.length ? (0, import_jsx_runtime.jsx)(Panel, {
				title: "Packets lost, by cause",
				help: "Only transit gateways tell of them: what they dropped for want of a route, by a blackhole route, because it was longer than the link takes, or because its time to live was over.",
				loading: q.loading,
				error: q.error,
				flush: !0,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "lost",
					label: "Packets lost, by cause",
					columns: lossColumns,
					rows: losers,
					rowKey: (l) => l.id,
					picker: !1,
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "packet was lost in this range",
						icon: "check"
					})
				})
			}) : null
		]
	});
}
function trendText(l, limit) {
	let t = l.trend;
	if (t.slope === void 0) return "A trend takes five whole days of records.";
	let last = t.daily[t.daily.length - 1] ?? 0;
	let flat = Math.abs(t.slope) < last / 1e3;
	let usual = [...t.daily].sort((a, b) => a - b)[Math.floor(t.daily.length / 2)] ?? 0;
	let grows = flat ? last > 3 * usual ? "It is level but for the last day." : "It is level." : `It ${t.slope > 0 ? "grows" : "falls"} by ${bits(Math.abs(t.slope))} a day.`;
	if (limit === void 0) return `${grows} Give a limit above to see when it is reached.`;
	if (t.full_in_days === void 0) return `${grows} It does not come to ${bits(limit)}.`;
	if (t.full_in_days === 0) return `${grows} It is over ${bits(limit)} already.`;
	return `${grows} It comes to ${bits(limit)} in ${t.full_in_days > 3650 ? "more than 10 years" : plural(Math.ceil(t.full_in_days), "day")}.`;
}
export { Capacity as default, readBits };
