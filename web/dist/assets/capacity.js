import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { r as useGet } from "./hooks.js";
import { a as duration, i as count, l as rate, r as bytes, t as bits } from "./format.js";
import { a as Value, n as useRange } from "./range.js";
import { r as usePageSearch } from "./search.js";
import { t as Spark } from "./Spark.js";
import { t as TimeSeries } from "./TimeSeries.js";
import { t as DataTable } from "./DataTable.js";
import { t as Empty } from "./Empty.js";
import { s as Panel } from "./index.js";
import { t as Tabs } from "./Tabs.js";
// src/pages/capacity/capacity.module.css
var import_react = __toESM(require_react(), 1), capacity_module_default = {
	page: "capacity-module_page",
	head: "capacity-module_head",
	limit: "capacity-module_limit",
	lost: "capacity-module_lost",
	note: "capacity-module_note"
}, import_jsx_runtime = require_jsx_runtime(), carriers = [
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
	if (m) return Number(m[1]) * {
		"": 1,
		k: 1e3,
		m: 1e6,
		g: 1e9,
		t: 0xe8d4a51000
	}[(m[2] ?? "").toLowerCase()];
}
var lostOf = (l) => l.lost.no_route + l.lost.blackhole + l.lost.mtu + l.lost.ttl;
function Capacity() {
	let range = useRange(), [s, set] = usePageSearch({
		by: "vpc",
		limit: "",
		show: ""
	}), [draft, setDraft] = (0, import_react.useState)(s.limit), of = carriers.find((c) => c.id === s.by) ?? carriers[1], limit = s.limit ? readBits(s.limit) : void 0, q = useGet("/capacity", {
		by: of.id,
		since: range.since,
		until: range.until,
		capacity: limit
	}), items = q.data?.items ?? [], shown = items.find((i) => i.id === s.show) ?? [...items].sort((a, b) => b.bits.p95 - a.bits.p95)[0], top = (0, import_react.useMemo)(() => Math.max(0, ...items.slice(0, 1).map((i) => i.bits.max)), [items]), full = (l) => l.trend.slope === void 0 ? {
		text: "–",
		at: Number.MAX_VALUE,
		title: "a trend takes five days"
	} : limit === void 0 ? {
		text: "–",
		at: Number.MAX_VALUE,
		title: "give a limit to see when it is reached"
	} : l.trend.full_in_days === void 0 ? {
		text: "not growing",
		at: Number.MAX_VALUE - 1,
		title: ""
	} : l.trend.full_in_days === 0 ? {
		text: "full",
		at: 0,
		title: "the daily 95th percentile is over the limit"
	} : l.trend.full_in_days > 3650 ? {
		text: "over 10 years",
		at: l.trend.full_in_days,
		title: ""
	} : {
		text: `${Math.ceil(l.trend.full_in_days)} days`,
		at: l.trend.full_in_days,
		title: ""
	}, columns = [
		{
			key: "id",
			title: of.title.replace(/s$/, ""),
			min: 190,
			render: (l) => (0, import_jsx_runtime.jsx)(Value, {
				field: of.field,
				value: l.id
			})
		},
		{
			key: "load",
			title: "Load",
			width: 100,
			sort: !1,
			render: (l) => (0, import_jsx_runtime.jsx)(Spark, {
				label: `bits a second of ${l.id}`,
				values: l.series,
				unit: "bits/s",
				width: 84
			})
		},
		{
			key: "p50",
			title: "p50",
			align: "right",
			width: 92,
			value: (l) => l.bits.p50,
			render: (l) => bits(l.bits.p50)
		},
		{
			key: "p95",
			title: "p95",
			align: "right",
			width: 92,
			value: (l) => l.bits.p95,
			render: (l) => bits(l.bits.p95)
		},
		{
			key: "max",
			title: "Max",
			align: "right",
			width: 92,
			value: (l) => l.bits.max,
			render: (l) => bits(l.bits.max)
		},
		{
			key: "pps",
			title: "Packets p95",
			align: "right",
			width: 100,
			value: (l) => l.packets.p95,
			render: (l) => rate(l.packets.p95)
		},
		{
			key: "ppsmax",
			title: "Packets max",
			align: "right",
			width: 104,
			hidden: !0,
			value: (l) => l.packets.max,
			render: (l) => rate(l.packets.max)
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
				title: `no route ${count(l.lost.no_route)}, blackhole ${count(l.lost.blackhole)}, too long (MTU) ${count(l.lost.mtu)}, time to live over ${count(l.lost.ttl)}`,
				children: count(lostOf(l))
			}) : "0"
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
						e.preventDefault(), set({ limit: readBits(draft) === void 0 ? "" : draft.trim() });
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
			shown ? (0, import_jsx_runtime.jsx)(Panel, {
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
					}],
					limits: limit !== void 0 && limit < top * 20 ? [{
						value: limit,
						label: "limit"
					}] : [],
					height: 200,
					onZoom: range.zoom,
					gaps: q.data?.meta.gaps.map((g) => ({
						from: g.from,
						to: g.to,
						kind: g.kind
					}))
				})
			}) : null,
			(0, import_jsx_runtime.jsxs)(Panel, {
				title: of.title,
				loading: q.loading,
				error: q.error,
				meta: shown ? void 0 : q.data?.meta,
				flush: !0,
				waitHeight: 260,
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
			})
		]
	});
}
export { Capacity as default, readBits };
