const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Groups.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/kit.js","assets/kit.css","assets/DataTable.js","assets/lib-table.js","assets/DataTable.css","assets/drawn.js","assets/Sql.js","assets/Why.js","assets/Drawer.js","assets/Drawer.css"])))=>i.map(i=>d[i]);
import { n as __exportAll, r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, P as useQueryClient, _ as useRouter, k as keepPreviousData } from "./lib-react.js";
import { $t as useTable, At as has, Dt as and, G as useValueActions, I as Panel, Jt as usePageSearch, Kt as readSearch, Mt as term, N as later, Qt as useGet, R as exports, Rt as useRange, U as Value, W as ValueScope, Wt as useZone, X as Popover, Y as Skeleton, Z as Menu, a as line, c as Empty, dt as ofUnit, et as Fault, ht as __vitePreload, it as Icon, jt as not, l as TimeSeries, lt as count, nn as api, nt as Copy, o as pivot, p as Tabs, pt as plural, rt as Button, st as brief, t as FilterBar, tn as Table, u as timeSeriesAhead, z as metaLine } from "./kit.js";
import { i as titleOf, n as useKept, r as columnsOf, t as DataTable } from "./DataTable.js";
import { t as useInfiniteQuery } from "./lib-query.js";
import { t as Drawer } from "./Drawer.js";
import { d as useStreamState, u as useStream } from "./index.js";
var import_react = __toESM(require_react(), 1);
var explore_module_default = {
	page: "explore-module_page",
	tabs: "explore-module_tabs",
	split: "explore-module_split",
	column: "explore-module_column",
	rows: "explore-module_rows",
	foot: "explore-module_foot",
	total: "explore-module_total",
	note: "explore-module_note",
	none: "explore-module_none",
	spring: "explore-module_spring",
	plain: "explore-module_plain",
	liveOn: "explore-module_liveOn",
	accept: "explore-module_accept",
	reject: "explore-module_reject",
	rejected: "explore-module_rejected",
	absent: "explore-module_absent",
	gapRow: "explore-module_gapRow",
	gap: "explore-module_gap",
	details: "explore-module_details",
	detailTools: "explore-module_detailTools",
	detailGrid: "explore-module_detailGrid",
	json: "explore-module_json",
	facets: "explore-module_facets",
	facetsClosed: "explore-module_facetsClosed",
	facetsHead: "explore-module_facetsHead",
	facet: "explore-module_facet",
	facetValues: "explore-module_facetValues",
	facetBar: "explore-module_facetBar",
	facetValue: "explore-module_facetValue",
	facetCount: "explore-module_facetCount",
	facetDo: "explore-module_facetDo",
	facetMore: "explore-module_facetMore",
	facetNone: "explore-module_facetNone",
	picker: "explore-module_picker",
	controls: "explore-module_controls",
	huntFields: "explore-module_huntFields",
	viewForm: "explore-module_viewForm",
	whyForm: "explore-module_whyForm",
	bars: "explore-module_bars",
	barValue: "explore-module_barValue",
	sql: "explore-module_sql",
	hunts: "explore-module_hunts",
	hunt: "explore-module_hunt",
	sqlMain: "explore-module_sqlMain",
	sqlDo: "explore-module_sqlDo",
	sqlPlain: "explore-module_sqlPlain",
	whyRun: "explore-module_whyRun",
	views: "explore-module_views",
	view: "explore-module_view",
	verdict: "explore-module_verdict",
	whyMeta: "explore-module_whyMeta",
	whyFacts: "explore-module_whyFacts",
	legTitle: "explore-module_legTitle"
};
var defaults = {
	q: "",
	view: "records",
	cols: "",
	order: "",
	row: "",
	live: "",
	why: "",
	by: "srcaddr",
	agg: "count",
	bucket: "auto",
	top: "10",
	chart: "lines",
	show: "values",
	panes: "",
	sql: "",
	hunt: "",
	with: ""
};
var useExplore = () => usePageSearch(defaults);
var firstColumns = [
	"start",
	"action",
	"srcaddr",
	"dstaddr",
	"dstport",
	"protocol",
	"bytes",
	"packets",
	"src_app",
	"dst_app",
	"srcport",
	"tcp_flags",
	"interface_id"
];
var columnsIn = (cols) => cols ? cols.split(",").filter(Boolean) : firstColumns;
var questionOf = (q, { since, until }) => [
	q,
	since,
	until
].join("\n");
var import_jsx_runtime = require_jsx_runtime();
var first = [
	"action",
	"dstport",
	"srcaddr",
	"dstaddr",
	"direction",
	"protocol",
	"interface_id",
	"src_app",
	"dst_app",
	"src_country",
	"dst_country",
	"vpc_id",
	"log_status",
	"tcp_flags"
];
var openFirst = [
	"action",
	"dstport",
	"srcaddr",
	"dstaddr"
];
var none = new Set();
function Facets({ q, since, until, when, live }) {
	let [kept, keep] = useKept("weir.facets", {
		fields: first,
		open: openFirst,
		hidden: !1
	});
	let of = questionOf(q, {
		since,
		until
	});
	let [told, setTold] = (0, import_react.useState)({
		of,
		fields: none
	});
	let done = told.of === of ? told.fields : none;
	let next = kept.fields.filter((f) => kept.open.includes(f)).find((f) => !done.has(f));
	let fields = useGet("/fields");
	let more = (0, import_react.useMemo)(() => (fields.data ?? []).filter((f) => f.stored && ![
		"start",
		"end",
		"bytes",
		"packets",
		"part",
		"unmapped"
	].includes(f.name) && !kept.fields.includes(f.name)), [fields.data, kept.fields]);
	if (kept.hidden) return (0, import_jsx_runtime.jsx)("div", {
		className: explore_module_default.facetsClosed,
		children: (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			small: !0,
			icon: "right",
			"aria-label": "Show the facets",
			title: "Show the facets",
			onClick: () => keep({
				...kept,
				hidden: !1
			})
		})
	});
	return (0, import_jsx_runtime.jsxs)("aside", {
		className: explore_module_default.facets,
		"aria-label": "Facets",
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.facetsHead,
			children: [
				(0, import_jsx_runtime.jsx)("h2", { children: "Facets" }),
				(0, import_jsx_runtime.jsx)(Menu, {
					label: "Fields of the facets",
					items: [
						...more.map((f) => ({
							id: f.name,
							title: f.name,
							hint: f.doc,
							run: () => keep({
								...kept,
								fields: [...kept.fields, f.name],
								open: [...kept.open, f.name]
							})
						})),
						"line",
						{
							id: "_reset",
							title: "As at first",
							icon: "refresh",
							run: () => keep({
								fields: first,
								open: openFirst,
								hidden: !1
							})
						}
					],
					children: (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						icon: "plus",
						"aria-label": "Add a facet",
						title: "Add a facet"
					})
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					icon: "left",
					"aria-label": "Hide the facets",
					title: "Hide the facets",
					onClick: () => keep({
						...kept,
						hidden: !0
					})
				})
			]
		}), kept.fields.map((f) => {
			let isOpen = kept.open.includes(f);
			return (0, import_jsx_runtime.jsxs)("section", {
				className: explore_module_default.facet,
				children: [(0, import_jsx_runtime.jsxs)("h3", { children: [(0, import_jsx_runtime.jsxs)("button", {
					type: "button",
					"aria-expanded": isOpen,
					onClick: () => keep({
						...kept,
						open: isOpen ? kept.open.filter((o) => o !== f) : [...kept.open, f]
					}),
					children: [(0, import_jsx_runtime.jsx)(Icon, {
						name: isOpen ? "down" : "right",
						size: 13
					}), (0, import_jsx_runtime.jsx)("span", { children: titleOf(f) })]
				}), !first.includes(f) && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					icon: "close",
					"aria-label": `Take the facet ${titleOf(f)} away`,
					title: "Take away",
					onClick: () => keep({
						...kept,
						fields: kept.fields.filter((o) => o !== f)
					})
				})] }), isOpen && (0, import_jsx_runtime.jsx)(Facet, {
					field: f,
					q,
					since,
					until,
					when: when && (done.has(f) || next === f),
					every: live ? 3e4 : void 0,
					onDone: () => setTold((old) => ({
						of,
						fields: new Set(old.of === of ? old.fields : none).add(f)
					}))
				})]
			}, f);
		})]
	});
}
function Facet({ field, q, since, until, when, every, onDone }) {
	let [limit, setLimit] = (0, import_react.useState)(6);
	let asked = useGet("/values", {
		field,
		filter: q,
		since,
		until,
		limit: limit + 1
	}, {
		when,
		every
	});
	let acts = useValueActions();
	let table = (0, import_react.useMemo)(() => asked.data ? new Table(asked.data) : void 0, [asked.data]);
	let done = when && !asked.loading && (!!asked.data || !!asked.error);
	(0, import_react.useEffect)(() => {
		done && onDone();
	}, [done]);
	if (asked.error) return (0, import_jsx_runtime.jsx)(Fault, { error: asked.error });
	if (!table) return (0, import_jsx_runtime.jsx)(Skeleton, { lines: 3 });
	let values = table.col(field);
	let counts = table.numbers("count");
	let most = Math.max(1, ...counts);
	if (values.length === 0) return (0, import_jsx_runtime.jsx)("p", {
		className: explore_module_default.facetNone,
		children: "No values."
	});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
		className: explore_module_default.facetValues,
		"aria-busy": asked.loading || !when || void 0,
		children: values.slice(0, limit).map((v, i) => {
			let part = term(field, v);
			let on = has(q, part);
			let text = v == null || v === "" ? "(absent)" : String(v);
			return (0, import_jsx_runtime.jsxs)("li", {
				"data-on": on || void 0,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: explore_module_default.facetBar,
						style: { width: `${(counts[i] ?? 0) / most * 100}%` }
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: explore_module_default.facetValue,
						children: v === null || v === "" ? (0, import_jsx_runtime.jsx)("i", { children: "absent" }) : (0, import_jsx_runtime.jsx)(Value, {
							field,
							value: v
						})
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: explore_module_default.facetCount,
						title: `${count(counts[i] ?? 0)} flows`,
						children: brief(counts[i] ?? 0)
					}),
					(0, import_jsx_runtime.jsxs)("span", {
						className: explore_module_default.facetDo,
						children: [(0, import_jsx_runtime.jsx)("button", {
							type: "button",
							"aria-label": `Only ${field} ${text}`,
							title: "Only these",
							onClick: () => acts.filterFor(field, v),
							disabled: on,
							children: (0, import_jsx_runtime.jsx)(Icon, {
								name: "plus",
								size: 12
							})
						}), (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							"aria-label": `Without ${field} ${text}`,
							title: "Leave these out",
							onClick: () => acts.filterOut(field, v),
							disabled: has(q, not(part)),
							children: (0, import_jsx_runtime.jsx)(Icon, {
								name: "minus",
								size: 12
							})
						})]
					})
				]
			}, text);
		})
	}), values.length > limit && (0, import_jsx_runtime.jsx)("button", {
		type: "button",
		className: explore_module_default.facetMore,
		onClick: () => setLimit(limit + 14),
		children: "More"
	})] });
}
function ColumnPicker({ columns, onChange, isFirst, onReset }) {
	let fields = useGet("/fields");
	let [find, setFind] = (0, import_react.useState)("");
	let all = (fields.data ?? []).filter((f) => f.stored);
	let wanted = find.trim().toLowerCase();
	let match = (f) => !wanted || [
		f.name,
		f.doc,
		...f.aliases
	].some((t) => t.toLowerCase().includes(wanted));
	let shown = columns.map((c) => all.find((f) => f.name === c)).filter((f) => f !== void 0);
	let move = (at, by) => {
		let next = [...columns];
		let [one] = next.splice(at, 1);
		next.splice(at + by, 0, one);
		onChange(next);
	};
	return (0, import_jsx_runtime.jsx)(Popover, {
		label: "Columns",
		align: "end",
		button: (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			small: !0,
			icon: "columns",
			title: "Choose the columns",
			children: "Columns"
		}),
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.picker,
			children: [
				(0, import_jsx_runtime.jsx)("input", {
					type: "search",
					placeholder: "Find a field",
					"aria-label": "Find a field",
					value: find,
					onChange: (e) => setFind(e.target.value)
				}),
				(0, import_jsx_runtime.jsxs)("ul", { children: [shown.filter(match).map((f) => {
					let at = columns.indexOf(f.name);
					return (0, import_jsx_runtime.jsxs)("li", { children: [
						(0, import_jsx_runtime.jsxs)("label", {
							title: f.doc,
							children: [(0, import_jsx_runtime.jsx)("input", {
								type: "checkbox",
								checked: !0,
								disabled: columns.length === 1,
								onChange: () => onChange(columns.filter((c) => c !== f.name))
							}), f.name]
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							small: !0,
							icon: "up",
							"aria-label": `${f.name} further to the left`,
							disabled: at === 0,
							onClick: () => move(at, -1)
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							small: !0,
							icon: "down",
							"aria-label": `${f.name} further to the right`,
							disabled: at === columns.length - 1,
							onClick: () => move(at, 1)
						})
					] }, f.name);
				}), all.filter((f) => !columns.includes(f.name) && match(f)).map((f) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)("label", {
					title: f.doc,
					children: [(0, import_jsx_runtime.jsx)("input", {
						type: "checkbox",
						checked: !1,
						onChange: () => onChange([...columns, f.name])
					}), f.name]
				}) }, f.name))] }),
				!isFirst && (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "refresh",
					onClick: onReset,
					children: "As at first"
				})
			]
		})
	});
}
var groups = [
	{
		title: "Flow",
		has: /^(start|end|duration|action|log_status|protocol|packets|bytes|tcp_flags|type|rtt|direction|flow_direction|traffic_path|reject_reason|packets_lost.*)$/
	},
	{
		title: "Source",
		has: /^(src.*|pkt_src.*|tgw_src.*)$/
	},
	{
		title: "Destination",
		has: /^(dst.*|pkt_dst.*|tgw_dst.*)$/
	},
	{
		title: "Logged by",
		has: /^(version|account_id|interface_id|instance_id|vpc_id|subnet_id|region|az_id|sublocation.*|resource_type|tgw_id|tgw_attachment_id|ecs_.*|local_.*|encryption.*|service)$/
	},
	{
		title: "Who began, and how it is counted",
		has: /^(client|server|client_.*|server_.*|service_port|initiator|initiator_by|witness|counted|time_.*|part)$/
	}
];
function Details({ id, onWhy, link }) {
	let asked = useGet("/records/{id}", void 0, {
		at: { id },
		keep: !1
	});
	let fields = useGet("/fields");
	let zone = useZone();
	let acts = useValueActions();
	let [absent, setAbsent] = (0, import_react.useState)(!1);
	let row = (0, import_react.useMemo)(() => asked.data ? new Table(asked.data).rows()[0] : void 0, [asked.data]);
	let parts = (0, import_react.useMemo)(() => {
		if (!asked.data || !row) return [];
		let docs = new Map((fields.data ?? []).map((f) => [f.name, f.doc]));
		let all = asked.data.columns.map((c) => ({
			name: c.name,
			doc: docs.get(c.name) ?? "",
			unit: c.unit,
			kind: c.kind,
			value: row[c.name] ?? null
		}));
		let taken = new Set();
		let out = groups.map((g) => ({
			title: g.title,
			items: all.filter((i) => !taken.has(i.name) && g.has.test(i.name) && taken.add(i.name))
		}));
		out.push({
			title: "Other",
			items: all.filter((i) => !taken.has(i.name))
		});
		return out;
	}, [
		asked.data,
		row,
		fields.data
	]);
	if (asked.error) return (0, import_jsx_runtime.jsx)(Fault, { error: asked.error });
	if (!row) return (0, import_jsx_runtime.jsx)(Skeleton, { lines: 5 });
	let src = row.srcaddr === null ? "" : String(row.srcaddr);
	let dst = row.dstaddr === null ? "" : String(row.dstaddr);
	let named = (network, addr) => network ? `${String(network)}/${addr}` : addr;
	let draw = (i) => {
		if (i.value === null) return (0, import_jsx_runtime.jsx)("span", {
			className: explore_module_default.absent,
			children: "absent"
		});
		if (i.kind === "time") return (0, import_jsx_runtime.jsx)("time", {
			title: `${String(i.value)} UTC`,
			children: zone.time(String(i.value), !0)
		});
		if (typeof i.value == "object") return (0, import_jsx_runtime.jsx)("code", {
			className: explore_module_default.json,
			children: JSON.stringify(i.value)
		});
		let plain = i.name === "bytes" || i.name === "packets";
		return (0, import_jsx_runtime.jsx)(Value, {
			field: i.name,
			value: i.value,
			network: /^(src|dst)addr$/.test(i.name) ? row[i.name.slice(0, 3) + "_network"] : void 0,
			children: plain ? ofUnit(Number(i.value), i.unit) + (Number(i.value) >= 1e3 && i.unit === "bytes" ? ` (${Number(i.value).toLocaleString("en-US")})` : "") : void 0
		});
	};
	let count = parts.reduce((n, p) => n + p.items.filter((i) => i.value === null).length, 0);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: explore_module_default.details,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.detailTools,
			children: [
				src && dst && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						icon: "info",
						onClick: () => onWhy([
							named(row.src_network, src),
							named(row.dst_network, dst),
							row.dstport ?? ""
						].join("~")),
						title: "Where calls between the two stop",
						children: "Why?"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						icon: "filter",
						onClick: () => acts.explore(and(`addr:${src.includes(":") ? `"${src}"` : src}`, `addr:${dst.includes(":") ? `"${dst}"` : dst}`)),
						title: "All records between the two",
						children: "Both ends"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						icon: "rule",
						onClick: () => acts.go("/rules/new", { q: and(term("srcaddr", src), term("dstport", row.dstport)) }),
						children: "Make a rule"
					})
				] }),
				(0, import_jsx_runtime.jsx)(Copy, {
					text: JSON.stringify(row, null, 2),
					label: "Copy JSON"
				}),
				link && (0, import_jsx_runtime.jsx)(Copy, {
					text: new URL(link, location.origin).href,
					label: "Copy link"
				}),
				count > 0 && (0, import_jsx_runtime.jsxs)(Button, {
					small: !0,
					kind: "quiet",
					"aria-pressed": absent,
					onClick: () => setAbsent(!absent),
					children: [
						absent ? "Hide" : "Show",
						" ",
						count,
						" absent"
					]
				})
			]
		}), (0, import_jsx_runtime.jsx)("div", {
			className: explore_module_default.detailGrid,
			children: parts.map((p) => {
				let shown = p.items.filter((i) => absent || i.value !== null);
				let none = p.items.length - shown.length;
				return p.items.length ? (0, import_jsx_runtime.jsxs)("section", { children: [(0, import_jsx_runtime.jsx)("h3", { children: p.title }), (0, import_jsx_runtime.jsxs)("dl", { children: [shown.map((i) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", {
					title: i.doc,
					children: i.name
				}), (0, import_jsx_runtime.jsx)("dd", { children: draw(i) })] }, i.name)), none > 0 && (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("dt", {
					className: explore_module_default.absent,
					children: [none, " absent"]
				}), (0, import_jsx_runtime.jsx)("dd", {})] })] })] }, p.title) : null;
			})
		})]
	});
}
var most = 5e3;
var gapRow = (text, at) => ({
	id: "gap-" + at + "-" + Math.random(),
	_gap: text
});
function rowsOf(e) {
	return Array.from({ length: e.shown }, (_, r) => Object.fromEntries(e.columns.map((c, i) => [c.name, e.values[i]?.[r] ?? null])));
}
function useLive(on, params, paused) {
	let [rows, setRows] = (0, import_react.useState)([]);
	let [counts, setCounts] = (0, import_react.useState)({
		shown: 0,
		matched: 0,
		dropped: 0,
		received: 0
	});
	let [waiting, setWaiting] = (0, import_react.useState)(0);
	let [error, setError] = (0, import_react.useState)();
	let state = useStreamState();
	let pending = (0, import_react.useRef)([]);
	let recent = (0, import_react.useRef)([]);
	let totals = (0, import_react.useRef)({
		dropped: 0,
		received: 0
	});
	let hold = (0, import_react.useRef)(paused);
	hold.current = paused;
	let scheduled = (0, import_react.useRef)(0);
	let draw = (0, import_react.useCallback)(() => {
		if (scheduled.current) return;
		scheduled.current = requestAnimationFrame(() => {
			scheduled.current = 0;
			let now = Date.now();
			recent.current = recent.current.filter((r) => now - r.at < 1e3);
			setCounts({
				shown: recent.current.reduce((n, r) => n + r.shown, 0),
				matched: recent.current.reduce((n, r) => n + r.matched, 0),
				...totals.current
			});
			if (hold.current) {
				setWaiting(pending.current.length);
				return;
			}
			let more = pending.current;
			if (more.length === 0) return;
			pending.current = [];
			setWaiting(0);
			setRows((old) => [...more, ...old].slice(0, most));
		});
	}, []);
	let add = (0, import_react.useCallback)((list) => {
		list.length && (pending.current = [...list, ...pending.current]);
		if (pending.current.length > most) {
			totals.current.dropped += pending.current.length - most;
			pending.current = pending.current.slice(0, most);
		}
		draw();
	}, [draw]);
	useStream("tail", params, (e) => {
		let missed = e.matched - e.shown + e.skipped;
		recent.current.push({
			at: Date.now(),
			shown: e.shown,
			matched: e.matched + e.skipped
		});
		totals.current.received += e.shown;
		totals.current.dropped += missed;
		let list = rowsOf(e);
		e.skipped > 0 || e.error ? list.push(gapRow(e.error ?? `${e.skipped.toLocaleString("en-US")} records were stored faster than they could be looked at`, Date.now())) : missed > 0 && list.push(gapRow(`${missed.toLocaleString("en-US")} more records matched here and are not shown`, Date.now()));
		setError(void 0);
		add(list);
	}, {
		when: on,
		onLost: () => add([gapRow("events were lost on the way to this page", Date.now())]),
		onFault: setError
	});
	let was = (0, import_react.useRef)(state);
	(0, import_react.useEffect)(() => {
		on && was.current !== state && state === "connecting" && totals.current.received > 0 && add([gapRow("the connection to the server was lost here; it goes on where it was", Date.now())]);
		was.current = state;
	}, [
		state,
		on,
		add
	]);
	let key = params.filter + "\0" + params.columns + "\0" + on;
	(0, import_react.useEffect)(() => {
		pending.current = [];
		recent.current = [];
		totals.current = {
			dropped: 0,
			received: 0
		};
		setRows([]);
		setWaiting(0);
		setError(void 0);
		setCounts({
			shown: 0,
			matched: 0,
			dropped: 0,
			received: 0
		});
	}, [key]);
	(0, import_react.useEffect)(() => {
		if (!on) return;
		let t = setInterval(draw, 1e3);
		return () => clearInterval(t);
	}, [on, draw]);
	(0, import_react.useEffect)(() => {
		paused || draw();
	}, [paused, draw]);
	return {
		rows,
		waiting,
		...counts,
		error,
		state,
		resume: draw,
		clear: () => {
			pending.current = [];
			setRows([]);
			setWaiting(0);
		}
	};
}
var pageRows = 300;
var narrow = {
	action: 94,
	protocol: 64,
	dstport: 62,
	srcport: 90,
	bytes: 74,
	packets: 70,
	tcp_flags: 60
};
function useRecords(s, since, until) {
	let columns = columnsIn(s.cols).join(",");
	let params = {
		filter: s.q,
		since,
		until,
		columns,
		ids: !s.order || void 0,
		order: s.order || void 0,
		limit: s.order ? 1e3 : pageRows
	};
	let asked = useInfiniteQuery({
		queryKey: [
			"/query",
			"pages",
			params
		],
		queryFn: ({ signal, pageParam }) => api.get("/query", {
			...params,
			cursor: pageParam || void 0
		}, { signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.next ?? null,
		placeholderData: keepPreviousData
	});
	let pages = asked.data?.pages;
	return {
		asked,
		params,
		rows: (0, import_react.useMemo)(() => (pages ?? []).flatMap((p, n) => new Table(p).rows().map((r, i) => ({
			...r,
			id: r.id ?? `${n}-${i}`
		}))), [pages]),
		first: pages?.[0]
	};
}
function Records({ s, set, hits }) {
	let range = useRange();
	let zone = useZone();
	let live = s.live === "1";
	let [top, setTop] = (0, import_react.useState)(!0);
	let [held, setHeld] = (0, import_react.useState)(!1);
	let columns = columnsIn(s.cols);
	let histogram = {
		filter: s.q,
		since: range.since,
		until: range.until,
		by: "action",
		agg: "count",
		bucket: "auto",
		records: !0,
		limit: 3
	};
	let counted = useTable(histogram, { every: live ? 15e3 : void 0 });
	let { asked, rows, first } = useRecords(s, range.since, range.until);
	let settled = !asked.isFetching && !counted.loading;
	(0, import_react.useEffect)(() => hits(settled), [settled, hits]);
	let paused = held || !top;
	let tail = useLive(live, {
		filter: s.q,
		columns: columns.join(",")
	}, paused);
	let all = (0, import_react.useMemo)(() => {
		if (!live) return rows;
		let seen = new Set(tail.rows.map((r) => r.id));
		return [...tail.rows, ...rows.filter((r) => !seen.has(r.id))];
	}, [
		live,
		tail.rows,
		rows
	]);
	let series = (0, import_react.useMemo)(() => {
		if (!counted.table) return;
		let p = pivot(counted.table, "action", ["count"]);
		let list = [];
		p.of.has("ACCEPT") && list.push({
			label: "ACCEPT",
			values: line(p, "ACCEPT", "count"),
			unit: "records",
			color: "accept",
			kind: "bars"
		});
		p.of.has("REJECT") && list.push({
			label: "REJECT",
			values: line(p, "REJECT", "count"),
			unit: "records",
			color: "reject",
			kind: "bars"
		});
		p.of.has("") && list.push({
			label: "without action",
			values: line(p, "", "count"),
			unit: "records",
			color: 5,
			kind: "bars"
		});
		return {
			times: p.times,
			list
		};
	}, [counted.table]);
	let drawn = {
		title: "Records over time",
		times: series?.times ?? [],
		series: series?.list ?? [],
		onZoom: range.zoom,
		gaps: counted.table?.meta.gaps,
		range: range.from !== void 0 && range.to !== void 0 ? {
			from: range.from,
			to: range.to
		} : void 0
	};
	let total = counted.table?.numbers("count").reduce((n, v) => n + v, 0);
	let shape = first ?? { columns: [] };
	let cols = (0, import_react.useMemo)(() => columnsOf(new Table({
		...shape,
		values: []
	}), zone).filter((c) => c.key !== "id").map((c, i) => {
		let one = {
			...c,
			network: /^(src|dst)addr$/.test(c.key) ? (r) => r[c.key.slice(0, 3) + "_network"] : void 0
		};
		c.key === "protocol" && (one.align = "left");
		let size = narrow[c.key];
		size && ([one.width, one.min] = [size + 6, size]);
		c.key === "action" && (one.render = (r) => r._gap ? null : (0, import_jsx_runtime.jsx)(Verdict, { action: r.action }));
		let inner = one.render;
		i === 0 && (one.render = (r) => r._gap ? (0, import_jsx_runtime.jsxs)("span", {
			className: explore_module_default.gap,
			children: [
				(0, import_jsx_runtime.jsx)(Icon, {
					name: "gap",
					size: 13
				}),
				" ",
				String(r._gap)
			]
		}) : inner ? inner(r) : String(r[c.key] ?? "–"));
		return one;
	}), [first, zone]);
	let order = s.order ? {
		key: s.order.replace(/^-/, ""),
		desc: s.order.startsWith("-")
	} : void 0;
	let why = (0, import_react.useCallback)((pair) => set({ why: pair }), [set]);
	let expand = (0, import_react.useCallback)((r) => r._gap ? null : (0, import_jsx_runtime.jsx)(Details, {
		id: r.id,
		onWhy: why,
		link: linkTo(r.id)
	}), [why]);
	let error = asked.error;
	let more = asked.hasNextPage;
	let onEnd = (0, import_react.useCallback)(() => {
		more && !asked.isFetching && asked.fetchNextPage();
	}, [
		more,
		asked.isFetching,
		asked.fetchNextPage
	]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(Panel, {
			title: "Records over time",
			meta: counted.table?.meta,
			loading: counted.loading,
			error: counted.error,
			onRetry: counted.refetch,
			query: histogram,
			pin: {
				kind: "groups",
				show: "values",
				chart: "bars"
			},
			waitHeight: 112,
			tableTwin: (0, import_jsx_runtime.jsx)(TimeSeries, {
				...drawn,
				table: "only"
			}),
			actions: (0, import_jsx_runtime.jsx)("span", {
				className: explore_module_default.total,
				children: total === void 0 ? "" : plural(total, "record")
			}),
			help: "Every record is counted, also where several interfaces logged one flow. Drag to narrow the range.",
			children: series && series.list.length > 0 ? (0, import_jsx_runtime.jsx)(TimeSeries, {
				...drawn,
				stacked: !0,
				height: 112,
				legend: "none",
				table: !1
			}) : (0, import_jsx_runtime.jsx)("p", {
				className: explore_module_default.none,
				children: "No record in the range."
			})
		}),
		(0, import_jsx_runtime.jsxs)("section", {
			className: explore_module_default.rows,
			"aria-label": "Records",
			"aria-busy": asked.isFetching || void 0,
			children: [error && !live ? (0, import_jsx_runtime.jsx)(Fault, {
				error,
				onRetry: () => void asked.refetch()
			}) : (0, import_jsx_runtime.jsx)(DataTable, {
				id: "explore.records",
				label: "Records",
				height: "fill",
				columns: cols.map((c) => s.order || !live ? c : {
					...c,
					sort: !1
				}),
				rows: all,
				rowKey: (r) => r.id,
				picker: !1,
				loading: asked.isFetching,
				order,
				onOrder: (o) => set({
					order: o ? (o.desc ? "-" : "") + o.key : "",
					live: void 0
				}),
				expand,
				onEnd,
				onTop: setTop,
				rowClass: (r) => r._gap ? explore_module_default.gapRow : r.action === "REJECT" ? explore_module_default.rejected : void 0,
				empty: live ? (0, import_jsx_runtime.jsx)(Empty, {
					what: "records yet",
					icon: "clock",
					reasons: ["New records show here within a second after they are stored."]
				}) : (0, import_jsx_runtime.jsx)(Empty, {
					what: "records",
					ask: {
						filter: s.q,
						since: range.since,
						until: range.until
					}
				}),
				tools: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)(LiveControl, {
						live,
						tail,
						paused,
						held,
						onLive: (on) => set({
							live: on ? "1" : void 0,
							order: on ? "" : s.order
						}),
						onHold: setHeld
					}),
					s.order ? (0, import_jsx_runtime.jsxs)("span", {
						className: explore_module_default.note,
						children: [
							"The first ",
							count(1e3),
							" by ",
							s.order.replace(/^-/, ""),
							".",
							" ",
							(0, import_jsx_runtime.jsx)("button", {
								type: "button",
								className: explore_module_default.plain,
								onClick: () => set({ order: "" }),
								children: "Newest first"
							})
						]
					}) : null,
					(0, import_jsx_runtime.jsx)("span", { className: explore_module_default.spring }),
					(0, import_jsx_runtime.jsx)(Menu, {
						label: "Export",
						items: exports({
							filter: s.q,
							since: range.since,
							until: range.until,
							columns: columns.join(","),
							order: s.order || void 0
						}, "records"),
						children: (0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							small: !0,
							icon: "download",
							title: "All records of the filter and the range, with these columns",
							children: "Export"
						})
					}),
					(0, import_jsx_runtime.jsx)(ColumnPicker, {
						columns,
						isFirst: columns.join() === firstColumns.join(),
						onReset: () => set({ cols: "" }),
						onChange: (next) => set({ cols: next.join() === firstColumns.join() ? "" : next.join(",") }, { replace: !0 })
					})
				] })
			}), first && !error && (0, import_jsx_runtime.jsx)("p", {
				className: explore_module_default.foot,
				children: rowsNote(first.meta, all.filter((r) => !r._gap).length, total, asked.hasNextPage)
			})]
		}),
		(0, import_jsx_runtime.jsx)(Drawer, {
			open: !!s.row,
			onClose: () => set({ row: void 0 }),
			title: "One record",
			sub: s.row,
			width: 760,
			children: s.row && (0, import_jsx_runtime.jsx)(Details, {
				id: s.row,
				onWhy: why,
				link: linkTo(s.row)
			})
		})
	] });
}
function linkTo(id) {
	let u = new URL(location.href);
	u.searchParams.set("row", id);
	u.searchParams.delete("live");
	return u.pathname + u.search;
}
function rowsNote(meta, shown, total, more) {
	if (!meta) return "";
	let of = total !== void 0 && total > shown ? ` of ${count(total)}` : "";
	return `${count(shown)}${of} shown${more ? ", more as you scroll" : ""} · ${metaLine({
		...meta,
		truncated: !1,
		gaps: []
	})}`;
}
function Verdict({ action }) {
	if (!action) return (0, import_jsx_runtime.jsx)("span", {
		className: explore_module_default.absent,
		children: "–"
	});
	return (0, import_jsx_runtime.jsxs)("span", {
		className: action === "REJECT" ? explore_module_default.reject : explore_module_default.accept,
		children: [(0, import_jsx_runtime.jsx)(Icon, {
			name: action === "REJECT" ? "close" : "check",
			size: 11
		}), action]
	});
}
function LiveControl({ live, tail, paused, held, onLive, onHold }) {
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
		small: !0,
		icon: live ? "pause" : "play",
		"aria-pressed": live,
		onClick: () => onLive(!live),
		title: "Records as they are stored",
		className: live ? explore_module_default.liveOn : void 0,
		children: "Live"
	}), live && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(Button, {
			small: !0,
			kind: "quiet",
			"aria-pressed": held,
			onClick: () => onHold(!held),
			children: held ? "Go on" : "Hold"
		}),
		(0, import_jsx_runtime.jsxs)("span", {
			className: explore_module_default.note,
			role: "status",
			children: [tail.error ? tail.error.detail : tail.state === "connecting" || tail.state === "waiting" || tail.state === "off" ? "connecting …" : tail.state === "login" ? "please log in again" : tail.matched > tail.shown ? (0, import_jsx_runtime.jsxs)("strong", { children: [
				"showing ",
				count(tail.shown),
				" of ",
				count(tail.matched),
				"/s"
			] }) : `${count(tail.shown)}/s`, tail.dropped > 0 ? ` · ${count(tail.dropped)} not shown` : ""]
		}),
		paused && (0, import_jsx_runtime.jsxs)("span", {
			className: explore_module_default.note,
			children: [held ? "held" : "paused while you read", tail.waiting > 0 ? `, ${plural(tail.waiting, "new record")} above` : ""]
		})
	] })] });
}
function Views() {
	let [open, setOpen] = (0, import_react.useState)(!1);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
		small: !0,
		icon: "pin",
		onClick: () => setOpen(!0),
		title: "Views that are kept under a name",
		children: "Views"
	}), open && (0, import_jsx_runtime.jsx)(List, { onClose: () => setOpen(!1) })] });
}
function List({ onClose }) {
	let kept = useGet("/shelf/{kind}", void 0, { at: { kind: "view" } });
	let client = useQueryClient();
	let router = useRouter();
	let zone = useZone();
	let [name, setName] = (0, import_react.useState)("");
	let [error, setError] = (0, import_react.useState)();
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let there = kept.data?.find((v) => v.name === name.trim());
	let change = async (run) => {
		setBusy(!0);
		setError(void 0);
		try {
			await run();
			await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
		} catch (e) {
			setError(e);
			kept.refetch();
		} finally {
			setBusy(!1);
		}
	};
	let save = () => change(async () => {
		let search = new URLSearchParams(location.search);
		search.delete("row");
		await api.put("/shelf/{kind}/{name}", {
			body: { search: search.toString() },
			revision: there?.revision ?? 0
		}, { at: {
			kind: "view",
			name: name.trim()
		} });
		setName("");
	});
	let show = (body) => {
		let text = typeof body.search == "string" ? body.search : "";
		router.navigate({
			to: "/explore",
			search: readSearch(text)
		});
		onClose();
	};
	return (0, import_jsx_runtime.jsxs)(Drawer, {
		open: !0,
		onClose,
		title: "Views",
		sub: "Filter, range, columns and chart as they are now, for everybody who uses this server",
		width: 520,
		children: [
			(0, import_jsx_runtime.jsxs)("form", {
				className: explore_module_default.viewForm,
				onSubmit: (e) => {
					e.preventDefault();
					name.trim() && save();
				},
				children: [(0, import_jsx_runtime.jsxs)("label", { children: ["Keep what is shown as", (0, import_jsx_runtime.jsx)("input", {
					value: name,
					onChange: (e) => setName(e.target.value),
					maxLength: 100,
					placeholder: "SSH from outside"
				})] }), (0, import_jsx_runtime.jsx)(Button, {
					type: "submit",
					kind: "primary",
					busy,
					disabled: !name.trim(),
					children: there ? "Replace" : "Keep"
				})]
			}),
			error && (0, import_jsx_runtime.jsx)(Fault, { error }),
			kept.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: kept.error,
				onRetry: kept.refetch
			}) : kept.data ? kept.data.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
				className: explore_module_default.none,
				children: "None is kept yet."
			}) : (0, import_jsx_runtime.jsx)("ul", {
				className: explore_module_default.views,
				children: kept.data.map((v) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("button", {
					type: "button",
					className: explore_module_default.view,
					onClick: () => show(v.body),
					children: [(0, import_jsx_runtime.jsx)("strong", { children: v.name }), (0, import_jsx_runtime.jsxs)("span", { children: [
						v.owner,
						", ",
						zone.time(v.changed),
						" · ",
						String(readSearch(String(v.body.search ?? "")).q ?? "everything")
					] })]
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					icon: "trash",
					"aria-label": `Remove the view ${v.name}`,
					title: "Remove",
					onClick: () => {
						confirm(`Remove the view "${v.name}" for everybody?`) && change(() => api.delete("/shelf/{kind}/{name}", { at: {
							kind: "view",
							name: v.name
						} }));
					}
				})] }, v.name))
			}) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 3 })
		]
	});
}
var explore_exports = __exportAll({ default: () => Explore });
var Groups = later(() => __vitePreload(() => import("./Groups.js").then((m) => m.Groups), __vite__mapDeps([0,1,2,3,4,5,6,7,8])));
var Sql = later(() => __vitePreload(() => import("./Sql.js").then((m) => m.Sql), __vite__mapDeps([9,1,2,3,4,5,6,7])));
var Why = later(() => __vitePreload(() => import("./Why.js").then((m) => m.Why), __vite__mapDeps([10,3,1,2,4,11,12,5,6,7])));
timeSeriesAhead();
function Explore() {
	let [s, set] = useExplore();
	let range = useRange();
	let acts = useValueActions();
	let view = [
		"records",
		"groups",
		"sql"
	].includes(s.view) ? s.view : "records";
	let asked = view + "\n" + questionOf(s.q, range);
	let [answered, setAnswered] = (0, import_react.useState)("");
	let ready = (0, import_react.useCallback)((on) => setAnswered(on ? asked : ""), [asked]);
	let filter = (0, import_react.useCallback)((q) => set({ q }), [set]);
	return (0, import_jsx_runtime.jsx)(ValueScope, {
		filter: s.q,
		onFilter: filter,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.page,
			"data-view": view,
			children: [
				(0, import_jsx_runtime.jsx)("h1", {
					className: "hidden-text",
					children: "Explorer"
				}),
				view !== "sql" && (0, import_jsx_runtime.jsx)(FilterBar, {
					value: s.q,
					onRun: filter,
					since: range.since,
					until: range.until
				}),
				(0, import_jsx_runtime.jsx)("div", {
					className: explore_module_default.tabs,
					children: (0, import_jsx_runtime.jsx)(Tabs, {
						label: "How records are shown",
						value: view,
						onChange: (v) => set({ view: v }),
						tabs: [
							{
								id: "records",
								title: "Records"
							},
							{
								id: "groups",
								title: "Groups and charts"
							},
							{
								id: "sql",
								title: "SQL and hunts"
							}
						],
						end: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
							(0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								icon: "info",
								onClick: () => set({ why: "~~" }),
								title: "Where calls between two addresses stop",
								children: "Why?"
							}),
							(0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								icon: "rule",
								onClick: () => acts.go("/rules/new", s.q ? { q: s.q } : {}),
								title: "Raise an alert on what this filter finds",
								children: "Make a rule of this"
							}),
							(0, import_jsx_runtime.jsx)(Views, {})
						] }),
						children: (0, import_jsx_runtime.jsxs)("div", {
							className: explore_module_default.split,
							children: [view !== "sql" && (0, import_jsx_runtime.jsx)(Facets, {
								q: s.q,
								since: range.since,
								until: range.until,
								when: answered === asked,
								live: s.live === "1"
							}), (0, import_jsx_runtime.jsx)("div", {
								className: explore_module_default.column,
								children: view === "records" ? (0, import_jsx_runtime.jsx)(Records, {
									s,
									set,
									hits: ready
								}) : view === "groups" ? (0, import_jsx_runtime.jsx)(Groups, {
									s,
									set,
									onReady: ready,
									waiting: (0, import_jsx_runtime.jsx)(Skeleton, { height: 300 })
								}) : (0, import_jsx_runtime.jsx)(Sql, {
									s,
									set,
									waiting: (0, import_jsx_runtime.jsx)(Skeleton, { height: 300 })
								})
							})]
						})
					})
				}),
				s.why && (0, import_jsx_runtime.jsx)(Why, {
					pair: s.why,
					onClose: () => set({ why: void 0 }),
					onPair: (p) => set({ why: p }, { replace: !0 }),
					waiting: null
				})
			]
		})
	});
}
export { Explore as default, explore_module_default as n, explore_exports as t };
