import { r as __toESM } from "./rolldown-runtime.js";
import { I as Panel, Jt as usePageSearch, Qt as useGet, Rt as useRange, U as Value, Wt as useZone, Y as Skeleton, c as Empty, ct as bytes, d as Badge, et as Fault, ft as percent, l as TimeSeries, lt as count, nn as api, nt as Copy, p as Tabs, pt as plural, rt as Button, tt as sentence, ut as duration, zt as ago } from "./kit.js";
import { t as Along } from "./index.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { n as Trial, r as sources_module_default } from "./Trial.js";
import { t as DataTable } from "./DataTable.js";
import { t as Segments } from "./Field.js";
import { t as useInfiniteQuery } from "./lib-query.js";
import { t as useChange } from "./change.js";
import { t as Drawer } from "./Drawer.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
function BadLines() {
	let q = useGet("/sources/bad", { samples: 20 });
	let [open, setOpen] = (0, import_react.useState)();
	let list = q.data?.reasons ?? [];
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Lines that were no records",
		help: "All are counted; the first 20 of each reason and object are kept. The other lines of their files are in.",
		path: "/sources/bad",
		loading: q.loading && !q.data,
		error: q.error,
		waitHeight: 220,
		children: list.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "bad lines",
			icon: "check",
			reasons: ["Every line that came was a record."]
		}) : (0, import_jsx_runtime.jsx)("ul", {
			className: sources_module_default.reasons,
			children: list.map((r) => {
				let shown = open === r.reason ? r.lines : r.lines.slice(0, 3);
				return (0, import_jsx_runtime.jsxs)("li", {
					className: sources_module_default.reason,
					children: [
						(0, import_jsx_runtime.jsxs)("h3", { children: [
							r.reason,
							" ",
							(0, import_jsx_runtime.jsx)("span", {
								className: sources_module_default.soft,
								children: plural(r.count, "line")
							})
						] }),
						(0, import_jsx_runtime.jsx)("p", { children: r.advice }),
						r.command ? (0, import_jsx_runtime.jsxs)("p", {
							className: sources_module_default.command,
							children: [
								(0, import_jsx_runtime.jsx)("code", { children: r.command }),
								" ",
								(0, import_jsx_runtime.jsx)(Copy, {
									text: r.command,
									kind: "quiet"
								})
							]
						}) : null,
						(0, import_jsx_runtime.jsx)("ul", { children: shown.map((l) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("span", {
							className: sources_module_default.place,
							title: l.name,
							children: [
								l.name.slice(l.name.lastIndexOf("/") + 1),
								":",
								l.line,
								l.column ? `:${l.column}` : ""
							]
						}), (0, import_jsx_runtime.jsx)("code", { children: visible(l.text) || "(empty)" })] }, `${l.object} ${l.line}`)) }),
						r.lines.length > 3 ? (0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							kind: "quiet",
							onClick: () => setOpen(open === r.reason ? void 0 : r.reason),
							"aria-expanded": open === r.reason,
							children: open === r.reason ? "Show fewer" : `Show ${count(r.lines.length)} samples`
						}) : null
					]
				}, r.reason);
			})
		})
	});
}
var Tail_module_default = { tail: "Tail-module_tail" };
var kept$1 = 26;
function Tail({ text }) {
	let cut = text.length;
	for (let at = cut; at > 0 && !(cut < text.length && text.length - at > kept$1); at = text.lastIndexOf("/", at - 1)) cut = at;
	if (cut === text.length || cut <= 0) return (0, import_jsx_runtime.jsx)("span", {
		title: text,
		children: text
	});
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Tail_module_default.tail,
		title: text,
		children: [(0, import_jsx_runtime.jsx)("span", { children: text.slice(0, cut) }), (0, import_jsx_runtime.jsx)("span", { children: text.slice(cut) })]
	});
}
var ways = [
	"flow-log",
	"subnet",
	"interface"
];
var money = (n) => n === 0 ? "0" : n < .01 ? "<0.01" : n.toLocaleString("en-US", {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
});
function Cost() {
	let range = useRange();
	let [s, set] = usePageSearch({ by: "flow-log" });
	let by = ways.find((w) => w === s.by) ?? "flow-log";
	let q = useGet("/sources/cost", {
		by,
		since: range.since,
		until: range.until
	});
	let d = q.data;
	let priced = !!d && (d.per_gb > 0 || d.per_million > 0);
	let days = d ? (Date.parse(d.until) - Date.parse(d.from)) / 864e5 : 1;
	let name = (i) => i.flow_log ?? i.subnet_id ?? i.interface_id ?? "";
	let columns = [
		{
			key: "name",
			title: {
				"flow-log": "Flow log",
				subnet: "Subnet",
				interface: "Interface"
			}[by],
			min: 280,
			value: name,
			render: (i) => by === "flow-log" ? (0, import_jsx_runtime.jsx)(Tail, { text: name(i) || "not named" }) : (0, import_jsx_runtime.jsx)(Value, {
				field: by === "subnet" ? "subnet_id" : "interface_id",
				value: name(i)
			})
		},
		{
			key: "records",
			title: "Records",
			align: "right",
			width: 110,
			render: (i) => count(i.records)
		},
		{
			key: "log_bytes",
			title: "Log text",
			help: "uncompressed: what vendors bill",
			align: "right",
			width: 110,
			render: (i) => bytes(i.log_bytes)
		},
		{
			key: "share",
			title: "Share",
			align: "right",
			width: 84,
			value: (i) => i.log_bytes,
			render: (i) => percent(d?.log_bytes ? i.log_bytes / d.log_bytes : 0)
		},
		{
			key: "bytes",
			title: "Traffic",
			help: "told of, by every witness",
			align: "right",
			width: 110,
			render: (i) => bytes(i.bytes)
		}
	];
	priced && d && columns.push({
		key: "price",
		title: d.currency,
		align: "right",
		width: 110,
		render: (i) => money(i.price)
	}, {
		key: "month",
		title: `${d.currency} in 30 days`,
		help: "at the rate of this range",
		align: "right",
		width: 140,
		value: (i) => i.price,
		render: (i) => money(i.price / days * 30)
	});
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Volume and cost",
		help: "Records and log text that came in over the range chosen above. The text of an object is shared out among its records evenly.",
		path: "/sources/cost",
		loading: q.loading,
		ready: !!d,
		error: q.error,
		flush: !0,
		waitHeight: 260,
		actions: (0, import_jsx_runtime.jsx)(Segments, {
			label: "By",
			value: by,
			onChange: (v) => set({ by: v }),
			options: [
				{
					value: "flow-log",
					title: "flow log"
				},
				{
					value: "subnet",
					title: "subnet"
				},
				{
					value: "interface",
					title: "interface"
				}
			]
		}),
		children: [
			d ? (0, import_jsx_runtime.jsxs)("p", {
				className: sources_module_default.line,
				children: [
					count(d.records),
					" records, ",
					bytes(d.log_bytes),
					" of log text",
					priced ? `, ${money(d.price)} ${d.currency} (${money(d.price / days * 30)} in 30 days at this rate)` : "",
					".",
					" ",
					priced ? (0, import_jsx_runtime.jsxs)("span", {
						className: sources_module_default.soft,
						children: [
							"Rates: ",
							d.per_gb,
							" ",
							d.currency,
							" for 10⁹ bytes",
							d.per_million ? `, ${d.per_million} for a million records` : "",
							"."
						]
					}) : (0, import_jsx_runtime.jsxs)("span", {
						className: sources_module_default.soft,
						children: [
							"No prices are set: put ",
							(0, import_jsx_runtime.jsxs)("code", { children: [
								"cost: ",
								"{",
								" per-gb: 0.50 ",
								"}"
							] }),
							" into the configuration."
						]
					})
				]
			}) : null,
			(0, import_jsx_runtime.jsx)(DataTable, {
				id: `cost-${by}`,
				label: "Volume and cost",
				columns,
				rows: d?.items ?? [],
				rowKey: (i) => name(i),
				order: {
					key: "log_bytes",
					desc: !0
				},
				empty: (0, import_jsx_runtime.jsx)(Empty, { what: "records in this range" })
			}),
			d && d.total > d.items.length ? (0, import_jsx_runtime.jsxs)("p", {
				className: sources_module_default.line,
				children: [
					"The ",
					count(d.items.length),
					" largest of ",
					count(d.total),
					"."
				]
			}) : null
		]
	});
}
function Coverage() {
	let zone = useZone();
	let q = useGet("/sources/coverage");
	return (0, import_jsx_runtime.jsxs)("div", {
		className: sources_module_default.body,
		children: [(0, import_jsx_runtime.jsx)(Panel, {
			title: "Interfaces that fell silent",
			help: "They had traffic in the last day of the logs and none in their last two hours, nor a NODATA record that says so: each is gone, or its flow log is.",
			path: "/sources/coverage",
			loading: q.loading && !q.data,
			error: q.error,
			flush: !0,
			waitHeight: 220,
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "silent",
				label: "Interfaces that fell silent",
				columns: [
					{
						key: "interface_id",
						title: "Interface",
						min: 200,
						render: (s) => (0, import_jsx_runtime.jsx)(Value, {
							field: "interface_id",
							value: s.interface_id
						})
					},
					{
						key: "account_id",
						title: "Account",
						min: 120,
						render: (s) => (0, import_jsx_runtime.jsx)(Value, {
							field: "account_id",
							value: s.account_id
						})
					},
					{
						key: "vpc_id",
						title: "VPC",
						min: 190,
						render: (s) => (0, import_jsx_runtime.jsx)(Value, {
							field: "vpc_id",
							value: s.vpc_id
						})
					},
					{
						key: "last",
						title: "Last traffic",
						width: 150,
						render: (s) => (0, import_jsx_runtime.jsx)("span", {
							title: ago(s.last),
							children: zone.time(s.last)
						})
					}
				],
				rows: q.data?.silent ?? [],
				rowKey: (s) => s.interface_id,
				order: {
					key: "last",
					desc: !0
				},
				empty: (0, import_jsx_runtime.jsx)(Empty, {
					what: "interface fell silent",
					icon: "check",
					reasons: ["All that had traffic in the last day of the logs still have, or say that they have none (NODATA)."]
				})
			})
		}), (0, import_jsx_runtime.jsx)(Panel, {
			title: "Covered by several flow logs",
			help: "Totals count one of the records only, so they are right; the other flow logs are paid for nothing.",
			path: "/sources/coverage",
			loading: q.loading && !q.data,
			error: q.error,
			flush: !0,
			waitHeight: 220,
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "twice",
				label: "Interfaces covered by several flow logs",
				columns: [
					{
						key: "interface_id",
						title: "Interface",
						min: 200,
						render: (s) => (0, import_jsx_runtime.jsx)(Value, {
							field: "interface_id",
							value: s.interface_id
						})
					},
					{
						key: "streams",
						title: "Whose records came second",
						min: 260,
						render: (s) => s.streams.join(", ")
					},
					{
						key: "records",
						title: "Records that do not count",
						align: "right",
						width: 190,
						render: (s) => count(s.records)
					}
				],
				rows: q.data?.overlaps ?? [],
				rowKey: (s) => s.interface_id,
				order: {
					key: "records",
					desc: !0
				},
				empty: (0, import_jsx_runtime.jsx)(Empty, {
					what: "interface is covered twice",
					icon: "check",
					reasons: ["No two flow logs tell of the same interface."]
				})
			})
		})]
	});
}
var kept = (days) => days ? plural(days, "day") : "as long as there is room";
function when(d) {
	if (d.full_in_days !== void 0) return d.full_in_days > 3650 ? "over 10 years" : d.full_in_days < 1 ? "less than a day" : plural(Math.floor(d.full_in_days), "day");
	return d.levels_at ? "never" : d.per_day ? "over 10 years" : "not known yet";
}
function Disk() {
	let q = useGet("/sources/disk", void 0, { every: 6e4 });
	let d = q.data;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(Panel, {
			title: "Forecast",
			help: "Growth is measured over the newest seven days of logs. The newest day always stays.",
			path: "/sources/disk",
			loading: q.loading && !d,
			error: q.error,
			waitHeight: 150,
			children: d ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsxs)("div", {
					className: sources_module_default.forecast,
					children: [
						(0, import_jsx_runtime.jsxs)("div", { children: [
							(0, import_jsx_runtime.jsx)("span", { children: "Full in" }),
							(0, import_jsx_runtime.jsx)("strong", { children: when(d) }),
							(0, import_jsx_runtime.jsx)("small", { children: d.levels_at && d.full_in_days === void 0 ? `retention keeps it at ${bytes(d.levels_at)}` : `at ${bytes(d.per_day)} a day, measured over ${d.sampled_days.toFixed(1)} days` })
						] }),
						(0, import_jsx_runtime.jsxs)("div", { children: [
							(0, import_jsx_runtime.jsx)("span", { children: "Stored" }),
							(0, import_jsx_runtime.jsx)("strong", { children: bytes(d.disk) }),
							(0, import_jsx_runtime.jsxs)("small", { children: [
								d.limit ? `${percent(d.disk / d.limit)} of ${bytes(d.limit)}` : "without a limit",
								", and ",
								bytes(d.state),
								" for the state"
							] })
						] }),
						(0, import_jsx_runtime.jsxs)("div", { children: [
							(0, import_jsx_runtime.jsx)("span", { children: "Limit" }),
							(0, import_jsx_runtime.jsx)("strong", { children: d.limit ? bytes(d.limit) : "none" }),
							(0, import_jsx_runtime.jsx)("small", { children: d.limited_by === "volume" ? `what is free on the volume: less than the ceiling of ${bytes(d.ceiling)}` : d.limited_by === "ceiling" ? d.keep.bytes ? "keep.bytes of the configuration" : "80 % of the volume" : "a ClickHouse server's disk is its own affair" })
						] })
					]
				}),
				d.limit ? (0, import_jsx_runtime.jsx)("meter", {
					className: sources_module_default.meter,
					min: 0,
					max: d.limit,
					value: Math.min(d.disk, d.limit),
					high: d.limit * .8,
					"aria-label": "Room taken",
					title: `${bytes(d.disk)} of ${bytes(d.limit)}`
				}) : null,
				(0, import_jsx_runtime.jsxs)("dl", {
					className: sources_module_default.facts,
					children: [
						(0, import_jsx_runtime.jsx)("dt", { children: "Goes first" }),
						(0, import_jsx_runtime.jsx)("dd", { children: d.first ? sentence(d.first) : "Nothing is stored yet." }),
						(0, import_jsx_runtime.jsx)("dt", { children: "Kept" }),
						(0, import_jsx_runtime.jsxs)("dd", { children: [
							"records ",
							kept(d.keep.days),
							", figures by the minute ",
							kept(d.keep.minute_days),
							", figures by the hour and edges between apps ",
							kept(d.keep.hour_days)
						] }),
						(0, import_jsx_runtime.jsx)("dt", { children: "Where" }),
						(0, import_jsx_runtime.jsxs)("dd", {
							className: sources_module_default.mono,
							children: [d.data, d.free ? `, ${bytes(d.free)} free on its volume` : ""]
						})
					]
				})
			] }) : null
		}),
		d && d.days.length > 1 ? (0, import_jsx_runtime.jsx)(Panel, {
			title: "Each day takes",
			path: "/sources/disk",
			help: "By the day of the records, after compression.",
			children: (0, import_jsx_runtime.jsx)(TimeSeries, {
				title: "Bytes stored by day",
				times: d.days.map((x) => Date.parse(x.day) / 1e3),
				series: [{
					label: "records",
					values: d.days.map((x) => x.records),
					unit: "bytes",
					kind: "bars",
					color: 1
				}, {
					label: "figures and edges",
					values: d.days.map((x) => x.rollups),
					unit: "bytes",
					kind: "bars",
					color: 4
				}],
				stacked: !0,
				height: 190
			})
		}) : null,
		(0, import_jsx_runtime.jsx)(Panel, {
			title: "Tables",
			path: "/sources/disk",
			loading: q.loading && !d,
			error: q.error,
			flush: !0,
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "tables",
				label: "Tables",
				columns: [
					{
						key: "table",
						title: "Table",
						min: 140,
						render: (t) => (0, import_jsx_runtime.jsx)("code", { children: t.table })
					},
					{
						key: "days",
						title: "Days",
						align: "right",
						width: 80,
						render: (t) => t.days ? count(t.days) : "–"
					},
					{
						key: "rows",
						title: "Rows",
						align: "right",
						width: 110,
						render: (t) => count(t.rows)
					},
					{
						key: "bytes",
						title: "Bytes",
						align: "right",
						width: 100,
						render: (t) => bytes(t.bytes)
					},
					{
						key: "each",
						title: "Each row",
						align: "right",
						width: 100,
						value: (t) => t.rows ? t.bytes / t.rows : 0,
						render: (t) => t.rows ? bytes(Math.round(t.bytes / t.rows)) : "–"
					},
					{
						key: "parts",
						title: "Pieces",
						help: "not merged yet",
						align: "right",
						width: 90,
						render: (t) => count(t.parts)
					}
				],
				rows: d?.tables ?? [],
				rowKey: (t) => t.table,
				order: {
					key: "bytes",
					desc: !0
				},
				picker: !1
			})
		})
	] });
}
function EngineState() {
	let zone = useZone();
	let q = useGet("/sources/engine", void 0, { every: 5e3 });
	let d = q.data;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: sources_module_default.two,
		children: [(0, import_jsx_runtime.jsx)(Panel, {
			title: "Engine",
			path: "/sources/engine",
			loading: q.loading && !d,
			error: q.error,
			waitHeight: 260,
			children: d ? (0, import_jsx_runtime.jsxs)("dl", {
				className: sources_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "State" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						d.answers ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "good",
							icon: "check",
							children: "answers"
						}) : (0, import_jsx_runtime.jsx)(Badge, {
							tone: "high",
							icon: "high",
							children: "does not answer"
						}),
						" ",
						d.restarts ? `started again ${plural(d.restarts, "time")} since the server began` : "not started again since the server began"
					] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Version" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						"ClickHouse ",
						d.version,
						d.store ? ` at ${d.store}` : ", embedded"
					] }),
					d.memory ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Memory" }), (0, import_jsx_runtime.jsxs)("dd", { children: ["at most ", bytes(d.memory)] })] }) : null,
					d.library ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Library" }), (0, import_jsx_runtime.jsx)("dd", {
						className: sources_module_default.mono,
						children: d.library
					})] }) : null,
					(0, import_jsx_runtime.jsx)("dt", { children: "Owner" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [d.owner || "nobody", d.since ? `, for ${ago(d.since).replace(" ago", "")}` : ""] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Intake" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [d.intake === "running" ? (0, import_jsx_runtime.jsx)(Badge, {
						tone: "good",
						icon: "check",
						children: "running"
					}) : d.intake === "paused" ? (0, import_jsx_runtime.jsx)(Badge, {
						tone: "high",
						icon: "high",
						children: "stands still"
					}) : "no source is followed", d.pending ? ` ${plural(d.pending, "batch", "batches")} under way` : ""] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "To compute anew" }),
					(0, import_jsx_runtime.jsx)("dd", { children: d.dirty.length ? d.dirty.join(", ") : "no day" }),
					d.walls.map((w) => (0, import_jsx_runtime.jsx)(Wall, { w }, w.name))
				]
			}) : null
		}), (0, import_jsx_runtime.jsx)(Panel, {
			title: "Detection",
			help: "Rules are run in the time of the logs: what is before the watermark is settled, later records may still change what is after it.",
			path: "/sources/engine",
			loading: q.loading && !d,
			error: q.error,
			waitHeight: 260,
			children: d ? (0, import_jsx_runtime.jsxs)("dl", {
				className: sources_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "State" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						d.detection.running ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "good",
							icon: "check",
							children: "running"
						}) : (0, import_jsx_runtime.jsx)(Badge, {
							tone: "medium",
							icon: "medium",
							children: "not running"
						}),
						" ",
						plural(d.detection.rules, "rule")
					] }),
					d.detection.broken ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Broken rules" }), (0, import_jsx_runtime.jsx)("dd", {
						className: sources_module_default.warn,
						children: d.detection.broken
					})] }) : null,
					(0, import_jsx_runtime.jsx)("dt", { children: "Watermark" }),
					(0, import_jsx_runtime.jsx)("dd", { children: d.detection.watermark ? zone.time(d.detection.watermark, !0) : "nothing was settled since the server began" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Newest record" }),
					(0, import_jsx_runtime.jsx)("dd", { children: d.detection.newest ? zone.time(d.detection.newest, !0) : "none" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Lag" }),
					(0, import_jsx_runtime.jsx)("dd", { children: d.detection.lag_seconds === void 0 ? "–" : `${duration(d.detection.lag_seconds)} behind the newest record` }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Looked at" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [plural(d.detection.rows, "record"), " since the server began"] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Findings" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [plural(d.detection.findings, "finding"), " handed on"] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Keys" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						count(d.detection.keys),
						" in the tables of detectors, ",
						bytes(d.detection.bytes)
					] }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Evicted" }),
					(0, import_jsx_runtime.jsx)("dd", { children: d.detection.evicted ? (0, import_jsx_runtime.jsxs)("span", {
						className: sources_module_default.warn,
						children: [plural(d.detection.evicted, "key"), ": a table was full, and rare things may be missed"]
					}) : "no key: no table was full" })
				]
			}) : null
		})]
	});
}
function Wall({ w }) {
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: w.name.charAt(0).toUpperCase() + w.name.slice(1) }), (0, import_jsx_runtime.jsxs)("dd", { children: [
		(0, import_jsx_runtime.jsx)(Badge, {
			tone: w.stands ? "good" : "medium",
			icon: w.stands ? "check" : "medium",
			children: w.stands ? "stands" : "missing"
		}),
		" ",
		w.text
	] })] });
}
function Objects() {
	let zone = useZone();
	let [s, set] = usePageSearch({ which: "all" });
	let which = [
		"all",
		"bad",
		"unfinished"
	].includes(s.which) ? s.which : "all";
	let q = useInfiniteQuery({
		queryKey: ["/sources/objects", which],
		queryFn: ({ signal, pageParam }) => api.get("/sources/objects", {
			which,
			limit: 200,
			cursor: pageParam
		}, { signal }),
		initialPageParam: void 0,
		getNextPageParam: (last) => last.next
	});
	let rows = q.data?.pages.flatMap((p) => p.objects) ?? [];
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Objects that were taken in",
		help: "Files and objects of buckets, the newest first. One whose bytes are in already, under this or another name, is not taken in again: it counts as come twice.",
		path: `/sources/objects?which=${which}`,
		loading: q.isFetching && rows.length === 0,
		error: q.error,
		flush: !0,
		waitHeight: 300,
		actions: (0, import_jsx_runtime.jsx)(Segments, {
			label: "Which",
			value: which,
			onChange: (w) => set({ which: w }),
			options: [
				{
					value: "all",
					title: "all"
				},
				{
					value: "bad",
					title: "with bad lines"
				},
				{
					value: "unfinished",
					title: "unfinished"
				}
			]
		}),
		children: (0, import_jsx_runtime.jsx)(DataTable, {
			id: "objects",
			label: "Objects",
			columns: [
				{
					key: "name",
					title: "Object",
					min: 320,
					sort: !1,
					render: (o) => (0, import_jsx_runtime.jsx)("span", {
						title: o.name,
						children: o.name.slice(o.name.lastIndexOf("/") + 1)
					})
				},
				{
					key: "taken",
					title: "Taken in",
					width: 166,
					sort: !1,
					render: (o) => zone.time(o.taken, !0)
				},
				{
					key: "state",
					title: "State",
					width: 110,
					sort: !1,
					render: (o) => (0, import_jsx_runtime.jsx)(Badge, {
						tone: o.state === "stored" && !o.mostly_bad ? "good" : o.mostly_bad ? "high" : "medium",
						children: o.mostly_bad ? "mostly bad" : o.state
					})
				},
				{
					key: "size",
					title: "Size",
					align: "right",
					width: 84,
					sort: !1,
					render: (o) => bytes(o.size)
				},
				{
					key: "records",
					title: "Records",
					align: "right",
					width: 88,
					sort: !1,
					render: (o) => count(o.records)
				},
				{
					key: "bad",
					title: "Bad",
					align: "right",
					width: 70,
					sort: !1,
					render: (o) => o.bad ? (0, import_jsx_runtime.jsx)("b", {
						className: sources_module_default.warn,
						children: count(o.bad)
					}) : "0"
				},
				{
					key: "from",
					title: "First record",
					width: 140,
					sort: !1,
					render: (o) => o.from ? zone.time(o.from) : "–"
				},
				{
					key: "stream",
					title: "Flow log",
					min: 200,
					sort: !1,
					hidden: !0
				}
			],
			rows,
			rowKey: (o) => String(o.id),
			height: rows.length > 50 ? 520 : void 0,
			onEnd: () => {
				q.hasNextPage && !q.isFetching && q.fetchNextPage();
			},
			expand: (o) => (0, import_jsx_runtime.jsxs)("dl", {
				className: sources_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "Name" }),
					(0, import_jsx_runtime.jsx)("dd", {
						className: sources_module_default.mono,
						children: o.name
					}),
					(0, import_jsx_runtime.jsx)("dt", { children: "Number" }),
					(0, import_jsx_runtime.jsx)("dd", { children: o.id }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Flow log" }),
					(0, import_jsx_runtime.jsx)("dd", { children: o.stream }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Covers" }),
					(0, import_jsx_runtime.jsx)("dd", { children: o.from && o.to ? `${zone.time(o.from, !0)} to ${zone.time(o.to, !0)}` : "no record" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Windows" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						count(o.nodata),
						" NODATA, ",
						count(o.skipdata),
						" SKIPDATA"
					] }),
					o.continues ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Is the rest of" }), (0, import_jsx_runtime.jsxs)("dd", { children: ["object ", o.continues] })] }) : null,
					o.note ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Ended early" }), (0, import_jsx_runtime.jsx)("dd", { children: o.note })] }) : null
				]
			}),
			empty: (0, import_jsx_runtime.jsx)(Empty, {
				what: which === "bad" ? "object has bad lines" : which === "unfinished" ? "object is unfinished" : "object was taken in yet",
				icon: "check"
			})
		})
	});
}
function TroubleList({ list }) {
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "To look at",
		children: (0, import_jsx_runtime.jsx)("ul", {
			className: sources_module_default.trouble,
			children: list.map((t) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)(Badge, {
				tone: t.level,
				icon: t.level,
				children: t.level
			}), (0, import_jsx_runtime.jsxs)("span", { children: [
				sentence(t.text),
				" ",
				t.fix ? (0, import_jsx_runtime.jsx)("span", {
					className: sources_module_default.soft,
					children: sentence(t.fix)
				}) : null
			] })] }, t.text))
		})
	});
}
function Watched({ list }) {
	let zone = useZone();
	let [tried, setTried] = (0, import_react.useState)();
	let [leave, setLeave] = (0, import_react.useState)();
	let stop = useChange((name) => api.delete("/sources", { params: { name } }), [
		"/sources",
		"/audit",
		"/settings"
	]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(DataTable, {
		id: "watched",
		label: "Sources that are followed",
		columns: [
			{
				key: "name",
				title: "Source",
				min: 250,
				render: (s) => (0, import_jsx_runtime.jsx)(Tail, { text: s.name })
			},
			{
				key: "state",
				title: "State",
				width: 104,
				value: (s) => s.error ? 2 : +!s.polled,
				render: (s) => s.error ? (0, import_jsx_runtime.jsx)(Badge, {
					tone: "high",
					icon: "high",
					title: s.error,
					children: "error"
				}) : s.polled ? (0, import_jsx_runtime.jsx)(Badge, {
					tone: "good",
					icon: "check",
					children: "good"
				}) : (0, import_jsx_runtime.jsx)(Badge, {
					icon: "clock",
					children: "first look"
				})
			},
			{
				key: "objects",
				title: "Objects",
				align: "right",
				width: 82,
				render: (s) => count(s.objects)
			},
			{
				key: "duplicates",
				title: "Twice",
				help: "objects whose bytes were in already",
				align: "right",
				width: 72,
				render: (s) => count(s.duplicates)
			},
			{
				key: "records",
				title: "Records",
				align: "right",
				width: 92,
				render: (s) => count(s.records)
			},
			{
				key: "bad",
				title: "Bad",
				align: "right",
				width: 66,
				render: (s) => count(s.bad)
			},
			{
				key: "waiting",
				title: "Waiting",
				align: "right",
				width: 80,
				render: (s) => count(s.waiting)
			},
			{
				key: "taken",
				title: "Last object",
				width: 108,
				value: (s) => s.taken,
				render: (s) => s.taken ? (0, import_jsx_runtime.jsx)("span", {
					title: zone.stamp(s.taken),
					children: ago(s.taken)
				}) : "–"
			},
			{
				key: "lag_seconds",
				title: "Lag",
				help: "from the newest record to now",
				align: "right",
				width: 104,
				render: (s) => s.lag_seconds === void 0 ? "–" : duration(s.lag_seconds)
			},
			{
				key: "every_seconds",
				title: "Looks every",
				align: "right",
				width: 104,
				hidden: !0,
				render: (s) => duration(s.every_seconds)
			},
			{
				key: "test",
				title: "Test",
				width: 82,
				sort: !1,
				render: (s) => (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					onClick: () => setTried(s.name),
					"aria-label": `Test ${s.name}`,
					children: "Test"
				})
			}
		],
		rows: list,
		rowKey: (s) => s.name,
		expand: (s) => (0, import_jsx_runtime.jsxs)("dl", {
			className: sources_module_default.facts,
			children: [
				(0, import_jsx_runtime.jsx)("dt", { children: "Path" }),
				(0, import_jsx_runtime.jsx)("dd", {
					className: sources_module_default.mono,
					children: s.path
				}),
				(0, import_jsx_runtime.jsx)("dt", { children: "Looked" }),
				(0, import_jsx_runtime.jsx)("dd", { children: s.polled ? `${ago(s.polled)}, every ${duration(s.every_seconds)}` : "not to the end yet" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Newest object" }),
				(0, import_jsx_runtime.jsx)("dd", { children: s.newest_object ? zone.time(s.newest_object, !0) : "–" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Newest record" }),
				(0, import_jsx_runtime.jsx)("dd", { children: s.newest_record ? zone.time(s.newest_record, !0) : "–" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Read" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					bytes(s.bytes),
					", ",
					plural(s.failures, "failure")
				] }),
				s.error ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Error" }), (0, import_jsx_runtime.jsx)("dd", { children: sentence(s.error) })] }) : null,
				(0, import_jsx_runtime.jsx)("dt", { children: "Set by" }),
				(0, import_jsx_runtime.jsx)("dd", { children: s.removable ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					"the app",
					" ",
					leave === s.name ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						"· What it brought stays.",
						" ",
						(0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							kind: "danger",
							busy: stop.isPending,
							onClick: () => stop.mutate(s.name),
							children: "Stop following it"
						}),
						" ",
						(0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							onClick: () => setLeave(void 0),
							children: "Keep it"
						})
					] }) : (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						"aria-label": `Stop following ${s.name}`,
						onClick: () => setLeave(s.name),
						children: "Stop following"
					})
				] }) : "the configuration or the command line" }),
				stop.error && leave === s.name ? (0, import_jsx_runtime.jsx)(Fault, { error: stop.error }) : null
			]
		}),
		empty: (0, import_jsx_runtime.jsx)(Empty, {
			what: "source is followed",
			icon: "search",
			reasons: ["What is stored was taken in once; nothing new comes by itself", {
				text: "Folders of this server are named in the configuration or as arguments",
				command: "weir serve ./AWSLogs"
			}],
			actions: (0, import_jsx_runtime.jsx)(Along, {
				to: "/start",
				search: { with: "bucket" },
				className: sources_module_default.add,
				children: "Connect a bucket"
			})
		})
	}), tried === void 0 ? null : (0, import_jsx_runtime.jsx)(TestDrawer, {
		name: tried,
		onClose: () => setTried(void 0)
	})] });
}
function TestDrawer({ name, onClose }) {
	let [begun, setBegun] = (0, import_react.useState)(!1);
	let test = useChange((n) => api.post("/sources/test", { name: n }), ["/audit"]);
	if (!begun) {
		setBegun(!0);
		queueMicrotask(() => test.mutate(name));
	}
	return (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose,
		title: `Test of ${name}`,
		sub: "Lists it, reads its first object and decodes that. Nothing is stored.",
		width: 760,
		children: test.error ? (0, import_jsx_runtime.jsx)(Fault, {
			error: test.error,
			onRetry: () => test.mutate(name)
		}) : test.data ? (0, import_jsx_runtime.jsx)(Trial, { trial: test.data }) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 5 })
	});
}
function Gaps({ s }) {
	let zone = useZone();
	if (!s.from || !s.to) return (0, import_jsx_runtime.jsx)(import_jsx_runtime.Fragment, { children: "–" });
	let from = Date.parse(s.from);
	let width = Math.max(1, Date.parse(s.to) - from);
	return (0, import_jsx_runtime.jsxs)("svg", {
		className: sources_module_default.gaps,
		viewBox: "0 0 100 10",
		preserveAspectRatio: "none",
		role: "img",
		"aria-label": s.gaps.length ? plural(s.gaps.length, "gap") : "no gap",
		children: [(0, import_jsx_runtime.jsx)("rect", {
			x: "0",
			y: "2",
			width: "100",
			height: "6",
			className: sources_module_default.covered
		}), s.gaps.map((g) => (0, import_jsx_runtime.jsx)("rect", {
			x: (Date.parse(g.from) - from) / width * 100,
			y: "1",
			width: Math.max(.8, (Date.parse(g.to) - Date.parse(g.from)) / width * 100),
			height: "8",
			className: sources_module_default.gap,
			children: (0, import_jsx_runtime.jsx)("title", { children: `nothing from ${zone.time(g.from)} to ${zone.time(g.to)}` })
		}, g.from))]
	});
}
function Streams({ list }) {
	let zone = useZone();
	return (0, import_jsx_runtime.jsx)(DataTable, {
		id: "streams",
		label: "Flow logs",
		columns: [
			{
				key: "stream",
				title: "Flow log",
				min: 230,
				render: (s) => (0, import_jsx_runtime.jsx)(Tail, { text: s.stream })
			},
			{
				key: "objects",
				title: "Objects",
				align: "right",
				width: 80,
				render: (s) => count(s.objects)
			},
			{
				key: "records",
				title: "Records",
				align: "right",
				width: 92,
				render: (s) => count(s.records)
			},
			{
				key: "bytes",
				title: "Read",
				align: "right",
				width: 84,
				hidden: !0,
				render: (s) => bytes(s.bytes)
			},
			{
				key: "bad",
				title: "Bad",
				align: "right",
				width: 64,
				render: (s) => count(s.bad)
			},
			{
				key: "nodata",
				title: "NODATA",
				align: "right",
				width: 84,
				hidden: !0,
				render: (s) => count(s.nodata)
			},
			{
				key: "skipdata",
				title: "SKIPDATA",
				align: "right",
				width: 92,
				render: (s) => s.skipdata ? (0, import_jsx_runtime.jsx)("b", {
					className: sources_module_default.warn,
					children: count(s.skipdata)
				}) : "0"
			},
			{
				key: "to",
				title: "Newest record",
				width: 150,
				min: 146,
				render: (s) => s.to ? zone.time(s.to) : "–"
			},
			{
				key: "lag_seconds",
				title: "Lag",
				align: "right",
				width: 104,
				value: (s) => s.lag_seconds === void 0 ? void 0 : s.lag_seconds,
				render: (s) => s.lag_seconds === void 0 ? "–" : duration(s.lag_seconds)
			},
			{
				key: "missing_files",
				title: "Missing files",
				help: "files of five minutes, between the first and the last",
				align: "right",
				width: 110,
				render: (s) => s.missing_files ? (0, import_jsx_runtime.jsx)("b", {
					className: sources_module_default.warn,
					children: count(s.missing_files)
				}) : "0"
			},
			{
				key: "gaps",
				title: "Covered",
				width: 126,
				value: (s) => s.gaps.length,
				render: (s) => (0, import_jsx_runtime.jsx)(Gaps, { s })
			}
		],
		rows: list,
		rowKey: (s) => s.stream,
		expand: (s) => (0, import_jsx_runtime.jsxs)("dl", {
			className: sources_module_default.facts,
			children: [
				(0, import_jsx_runtime.jsx)("dt", { children: "Covers" }),
				(0, import_jsx_runtime.jsx)("dd", { children: s.from && s.to ? `${zone.time(s.from)} to ${zone.time(s.to)}` : "no record" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Gaps" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [s.gaps.length === 0 ? "none" : s.gaps.slice(0, 20).map((g) => (0, import_jsx_runtime.jsxs)("div", { children: [
					"nothing from ",
					zone.time(g.from),
					" to ",
					zone.time(g.to),
					" (",
					duration((Date.parse(g.to) - Date.parse(g.from)) / 1e3),
					")"
				] }, g.from)), s.gaps.length > 20 ? (0, import_jsx_runtime.jsxs)("div", { children: ["and ", plural(s.gaps.length - 20, "more gap")] }) : null] }),
				s.missing_files && s.missing_from ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Missing" }), (0, import_jsx_runtime.jsxs)("dd", { children: [
					plural(s.missing_files, "file"),
					" of five minutes, the first of them that of ",
					zone.time(s.missing_from)
				] })] }) : null,
				(0, import_jsx_runtime.jsx)("dt", { children: "Objects" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					plural(s.interrupted, "object"),
					" not read to the end, ",
					count(s.mostly_bad),
					" mostly bad"
				] }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Windows" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					count(s.nodata),
					" without traffic (NODATA), ",
					count(s.skipdata),
					" in which AWS lost records (SKIPDATA)"
				] })
			]
		}),
		empty: (0, import_jsx_runtime.jsx)(Empty, {
			what: "flow log is stored yet",
			reasons: ["Nothing was taken in so far. Drop a file, connect a bucket, or fill the store with the demo: Add logs, above."]
		})
	});
}
var tabs = [
	{
		id: "logs",
		title: "Flow logs"
	},
	{
		id: "coverage",
		title: "Silent and covered twice"
	},
	{
		id: "objects",
		title: "Objects"
	},
	{
		id: "bad",
		title: "Bad lines"
	},
	{
		id: "cost",
		title: "Volume and cost"
	},
	{
		id: "disk",
		title: "Disk and retention"
	},
	{
		id: "engine",
		title: "Engine and detection"
	}
];
function Sources() {
	let [s, set] = usePageSearch({ tab: "logs" });
	let tab = tabs.some((t) => t.id === s.tab) ? s.tab : "logs";
	let list = useGet("/sources", void 0, { every: 5e3 });
	let d = list.data;
	let watched = d?.watched ?? [];
	let lags = [...watched, ...d?.streams ?? []].flatMap((w) => w.lag_seconds === void 0 ? [] : [Math.max(0, w.lag_seconds)]);
	let duplicates = watched.reduce((n, w) => n + w.duplicates, 0);
	let high = d?.trouble.filter((t) => t.level === "high").length ?? 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: sources_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: sources_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: "Sources and health" }), (0, import_jsx_runtime.jsx)(Along, {
					to: "/start",
					className: sources_module_default.add,
					children: "Add logs"
				})]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: sources_module_default.tiles,
				children: [
					(0, import_jsx_runtime.jsx)(Tile, {
						title: "State",
						tone: d ? high ? "bad" : d.trouble.length ? void 0 : "good" : void 0,
						text: d ? d.trouble.length ? plural(d.trouble.length, "thing") + " to look at" : "All is well" : "…",
						note: d?.paused ? `intake stands still: ${d.paused}` : watched.length ? `${plural(watched.length, "source")} followed` : "no source is followed"
					}),
					(0, import_jsx_runtime.jsx)(Tile, {
						title: "Taken in",
						text: d ? `${count(d.records)} records` : "…",
						note: d ? `${plural(d.objects.stored ?? 0, "object")}, ${bytes(d.bytes)} read` : ""
					}),
					(0, import_jsx_runtime.jsx)(Tile, {
						title: "Behind",
						text: lags.length ? duration(Math.min(...lags)) : "–",
						note: lags.length ? "from the newest record to now" : "nothing is stored yet"
					}),
					(0, import_jsx_runtime.jsx)(Tile, {
						title: "Left out",
						text: d ? plural(d.bad, "bad line") : "…",
						note: d ? `${count(d.skipdata)} SKIPDATA, ${plural(duplicates, "object")} twice` : ""
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "Health of",
				value: tab,
				onChange: (id) => set({ tab: id }),
				tabs: tabs.map((t) => t.id === "bad" && d?.bad ? {
					...t,
					count: count(d.bad)
				} : t),
				children: (0, import_jsx_runtime.jsxs)("div", {
					className: sources_module_default.body,
					children: [
						tab === "logs" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
							d?.trouble.length ? (0, import_jsx_runtime.jsx)(TroubleList, { list: d.trouble }) : null,
							(0, import_jsx_runtime.jsx)(Panel, {
								title: "Sources that are followed",
								help: "What weir serve watches: from its configuration or command line, and buckets that were connected in the app. Figures count since the server began.",
								path: "/sources",
								loading: list.loading && !d,
								error: list.error,
								flush: !0,
								waitHeight: 140,
								children: (0, import_jsx_runtime.jsx)(Watched, { list: watched })
							}),
							(0, import_jsx_runtime.jsx)(Panel, {
								title: "Flow logs",
								help: "What is stored, by flow log, or by folder where names do not tell the flow log.",
								path: "/sources",
								loading: list.loading && !d,
								error: list.error,
								flush: !0,
								waitHeight: 220,
								children: (0, import_jsx_runtime.jsx)(Streams, { list: d?.streams ?? [] })
							})
						] }) : null,
						tab === "coverage" ? (0, import_jsx_runtime.jsx)(Coverage, {}) : null,
						tab === "objects" ? (0, import_jsx_runtime.jsx)(Objects, {}) : null,
						tab === "bad" ? (0, import_jsx_runtime.jsx)(BadLines, {}) : null,
						tab === "cost" ? (0, import_jsx_runtime.jsx)(Cost, {}) : null,
						tab === "disk" ? (0, import_jsx_runtime.jsx)(Disk, {}) : null,
						tab === "engine" ? (0, import_jsx_runtime.jsx)(EngineState, {}) : null
					]
				})
			})
		]
	});
}
function Tile({ title, text, note, tone }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: [
			sources_module_default.tile,
			tone === "bad" && sources_module_default.bad,
			tone === "good" && sources_module_default.good
		].filter(Boolean).join(" "),
		children: [
			(0, import_jsx_runtime.jsx)("span", { children: title }),
			(0, import_jsx_runtime.jsx)("strong", { children: text }),
			(0, import_jsx_runtime.jsx)("small", {
				title: note,
				children: note
			})
		]
	});
}
export { Sources as default };
