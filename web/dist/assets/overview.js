const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/WorldMap.js","assets/kit.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/kit.css","assets/WorldMap.css","assets/CountryTable.js","assets/country.js","assets/Matrix.js","assets/Matrix.css"])))=>i.map(i=>d[i]);
import { n as __exportAll, r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, v as useIsFetching } from "./lib-react.js";
import { $t as useTable, Ct as usualIn, Dt as and, Et as withinOf, G as useValueActions, I as Panel, Jt as usePageSearch, Mt as term, N as later, Qt as useGet, Rt as useRange, St as scannersIn, Tt as volumeIn, U as Value, Wt as useZone, Yt as useSearch, a as line, at as atLeast, bt as rejectedDestinationsIn, c as Empty, ct as bytes, d as Badge, f as Severity, ft as percent, ht as __vitePreload, i as InView, l as TimeSeries, lt as count, o as pivot, p as Tabs, pt as plural, r as Ratio, rt as Button, s as Bars, t as FilterBar, u as timeSeriesAhead, vt as newIn, wt as verdictsIn, xt as rejectedSourcesIn, yt as openAlertsIn, zt as ago } from "./kit.js";
import { c as slowly, n as useGo, t as Along } from "./index.js";
var import_react = __toESM(require_react(), 1);
var overview_module_default = {
	page: "overview-module_page",
	tiles: "overview-module_tiles",
	head: "overview-module_head",
	filter: "overview-module_filter",
	tile: "overview-module_tile",
	bad: "overview-module_bad",
	good: "overview-module_good",
	w4: "overview-module_w4",
	w5: "overview-module_w5",
	w6: "overview-module_w6",
	w7: "overview-module_w7",
	w8: "overview-module_w8",
	w12: "overview-module_w12",
	note: "overview-module_note",
	soft: "overview-module_soft",
	alert: "overview-module_alert",
	when: "overview-module_when",
	more: "overview-module_more",
	list: "overview-module_list",
	cut: "overview-module_cut",
	inside: "overview-module_inside",
	end: "overview-module_end",
	split: "overview-module_split",
	pair: "overview-module_pair",
	port: "overview-module_port",
	matrix: "overview-module_matrix"
};
var import_jsx_runtime = require_jsx_runtime();
function useBefore() {
	let [search] = useSearch();
	let { from, to } = useRange();
	let shift = search.cmp === "day" ? 86400 : search.cmp === "week" ? 604800 : 0;
	if (!shift || from === void 0 || to === void 0) return {
		shift: 0,
		label: ""
	};
	let iso = (s) => new Date((s - shift) * 1e3).toISOString();
	return {
		since: iso(from),
		until: iso(to),
		shift,
		label: search.cmp === "day" ? "the day before" : "the week before"
	};
}
function useAsked() {
	let [search] = useSearch();
	return {
		range: useRange(),
		in: withinOf(search),
		within: (filter) => and(search.q, filter) || void 0
	};
}
var gapsOf = (meta) => meta?.gaps.map((g) => ({
	from: g.from,
	to: g.to,
	kind: g.kind
}));
function useVerdicts() {
	let q = verdictsIn(useAsked().in);
	return {
		q,
		...useTable(q)
	};
}
function useVolume() {
	let q = volumeIn(useAsked().in);
	return {
		q,
		...useTable(q)
	};
}
var useUsual = (q) => useGet("/usual", usualIn(q));
function Verdicts(p) {
	let { q, ...now } = useVerdicts();
	let usual = useUsual(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Accepted and rejected flows",
		help: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			"Each flow is counted once. The shaded band is what is usual at this hour of the week for as many interfaces, from ",
			usual.data?.days ?? 0,
			" earlier days. Drag to zoom into all charts."
		] }),
		meta: now.table?.meta,
		loading: now.loading,
		error: now.error,
		query: q,
		pin: { kind: "verdicts" },
		waitHeight: 300,
		children: (0, import_jsx_runtime.jsx)(VerdictsPicture, {
			q,
			table: now.table,
			...p
		})
	});
}
function VerdictsPicture({ q, table, marks, onMark, syncKey = "overview" }) {
	let range = useRange();
	let acts = useValueActions();
	let before = useBefore();
	let usual = useUsual(q);
	let then = useTable({
		...q,
		since: before.since,
		until: before.until
	}, { when: before.shift > 0 });
	let p = (0, import_react.useMemo)(() => table ? pivot(table, "action", ["count"]) : void 0, [table]);
	let old = (0, import_react.useMemo)(() => before.shift && then.table ? pivot(then.table, "action", ["count"]) : void 0, [then.table, before.shift]);
	let accept = line(p, "ACCEPT", "count");
	let reject = line(p, "REJECT", "count");
	let band = (0, import_react.useMemo)(() => {
		let u = usual.data;
		if (!u || !p) return;
		let at = new Map(u.times.map((t, i) => [t, i]));
		let pick = (values) => p.times.map((t) => {
			let i = at.get(t);
			return i === void 0 ? null : values[i] ?? null;
		});
		return {
			accept: {
				low: pick(u.accept.low),
				high: pick(u.accept.high)
			},
			reject: {
				low: pick(u.reject.low),
				high: pick(u.reject.high)
			}
		};
	}, [usual.data, p]);
	let pad = (values) => p ? p.times.map((_, i) => values[i] ?? null) : [];
	let series = [
		{
			label: "accepted",
			values: accept,
			unit: "flows",
			color: "accept",
			kind: "line",
			band: band?.accept
		},
		{
			label: "rejected",
			values: reject,
			unit: "flows",
			color: "reject",
			kind: "line",
			axis: "right",
			band: band?.reject
		},
		...old ? [{
			label: `accepted, ${before.label}`,
			values: pad(line(old, "ACCEPT", "count")),
			unit: "flows",
			color: "accept",
			compare: !0
		}, {
			label: `rejected, ${before.label}`,
			values: pad(line(old, "REJECT", "count")),
			unit: "flows",
			color: "reject",
			axis: "right",
			compare: !0
		}] : []
	];
	let sum = (l) => l.reduce((a, b) => a + b, 0);
	let a = sum(accept);
	let r = sum(reject);
	let share = (0, import_react.useMemo)(() => {
		let u = usual.data;
		if (!u || u.days < 3) return;
		let add = (l) => l.reduce((x, y) => x + (y ?? 0), 0);
		let accepted = ((b) => (add(b.low) + add(b.high)) / 2)(u.accept);
		if (!accepted) return;
		let low = add(u.reject.low);
		let high = add(u.reject.high);
		return {
			low: low / (accepted + low),
			high: high / (accepted + high)
		};
	}, [usual.data]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(Ratio, {
			accept: a,
			reject: r,
			unit: "flows",
			usual: share,
			onPick: (action) => acts.explore(and(q.filter, `action:${action}`))
		}),
		(0, import_jsx_runtime.jsx)(TimeSeries, {
			title: "Accepted and rejected flows",
			times: p?.times ?? [],
			series,
			height: 290,
			syncKey,
			onZoom: range.zoom,
			marks,
			onMark,
			gaps: gapsOf(table?.meta)
		}),
		usual.data && usual.data.days < 3 ? (0, import_jsx_runtime.jsx)("p", {
			className: overview_module_default.note,
			children: "There are less than three earlier days: nothing is called usual yet."
		}) : null,
		share && r / Math.max(a + r, 1) > share.high ? (0, import_jsx_runtime.jsxs)("p", {
			className: overview_module_default.note,
			children: [
				percent(r / (a + r)),
				" rejected is more than the usual ",
				percent(share.low),
				" to ",
				percent(share.high),
				"."
			]
		}) : null
	] });
}
function Volume() {
	let { q, ...now } = useVolume();
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Bytes and packets",
		help: "Bytes on the left axis, packets on the right; each flow is counted once and spread over its minutes.",
		meta: now.table?.meta,
		loading: now.loading,
		error: now.error,
		query: q,
		pin: { kind: "volume" },
		waitHeight: 230,
		children: (0, import_jsx_runtime.jsx)(VolumePicture, {
			q,
			table: now.table
		})
	});
}
function VolumePicture({ q, table, syncKey = "overview" }) {
	let range = useRange();
	let before = useBefore();
	let [panes, setPanes] = (0, import_react.useState)(1);
	let then = useTable({
		...q,
		since: before.since,
		until: before.until
	}, { when: before.shift > 0 });
	let p = (0, import_react.useMemo)(() => table ? pivot(table, void 0, ["sum_packets", "sum_bytes"]) : void 0, [table]);
	let old = (0, import_react.useMemo)(() => before.shift && then.table ? pivot(then.table, void 0, ["sum_packets", "sum_bytes"]) : void 0, [then.table, before.shift]);
	let pad = (values) => p ? p.times.map((_, i) => values[i] ?? null) : [];
	let series = [
		{
			label: "bytes",
			values: line(p, "", "sum_bytes"),
			unit: "bytes",
			color: 3
		},
		{
			label: "packets",
			values: line(p, "", "sum_packets"),
			unit: "packets",
			color: 5,
			axis: "right"
		},
		...old ? [{
			label: `bytes, ${before.label}`,
			values: pad(line(old, "", "sum_bytes")),
			unit: "bytes",
			color: 3,
			compare: !0
		}, {
			label: `packets, ${before.label}`,
			values: pad(line(old, "", "sum_packets")),
			unit: "packets",
			color: 5,
			axis: "right",
			compare: !0
		}] : []
	];
	return (0, import_jsx_runtime.jsx)(TimeSeries, {
		title: "Bytes and packets",
		times: p?.times ?? [],
		series,
		height: 190,
		panes,
		onPanes: setPanes,
		syncKey,
		onZoom: range.zoom,
		gaps: gapsOf(table?.meta)
	});
}
var WorldMap = later(() => __vitePreload(() => import("./WorldMap.js").then((m) => m.WorldMap), __vite__mapDeps([0,1,2,3,4,5])));
var CountryTable = later(() => __vitePreload(() => import("./CountryTable.js").then((m) => m.CountryTable), __vite__mapDeps([6,2,3,1,4,7])));
var Matrix = later(() => __vitePreload(() => import("./Matrix.js").then((m) => m.Matrix), __vite__mapDeps([8,2,3,1,4,9])));
function Countries() {
	let { range, within } = useAsked();
	let q = {
		filter: within("direction:inbound AND src_scope:public"),
		since: range.since,
		until: range.until,
		by: "src_country,action",
		agg: "count",
		limit: 600,
		traffic: !0
	};
	let { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Sources on the internet",
		help: "Flows from public addresses by the country of the source, as the loaded geo data says. A cloud address has the country of its registrant.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "countries" },
		waitHeight: 320,
		children: (0, import_jsx_runtime.jsx)(CountriesPicture, {
			q,
			table
		})
	});
}
function CountriesPicture({ q, table }) {
	let acts = useValueActions();
	let { values, loaded } = (0, import_react.useMemo)(() => {
		let sums = new Map();
		let loaded = !1;
		for (let r of table?.rows() ?? []) {
			if (!r.src_country) continue;
			loaded = !0;
			let one = sums.get(String(r.src_country)) ?? {
				all: 0,
				rejected: 0
			};
			one.all += Number(r.count);
			r.action === "REJECT" && (one.rejected += Number(r.count));
			sums.set(String(r.src_country), one);
		}
		return {
			values: [...sums].map(([country, s]) => ({
				country,
				value: s.all,
				rejected: s.rejected
			})),
			loaded
		};
	}, [table]);
	let any = (table?.length ?? 0) > 0;
	let pick = (country) => acts.explore(and(q.filter, term("src_country", country)));
	return (0, import_jsx_runtime.jsx)(InView, {
		height: 300,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: overview_module_default.split,
			children: [(0, import_jsx_runtime.jsx)(WorldMap, {
				values,
				unit: "flows",
				loaded: loaded || !any,
				onPick: pick,
				waiting: (0, import_jsx_runtime.jsx)("div", {
					"aria-busy": "true",
					style: { height: 300 }
				})
			}), loaded ? (0, import_jsx_runtime.jsx)(CountryTable, {
				values,
				unit: "flows",
				onPick: pick,
				waiting: (0, import_jsx_runtime.jsx)("div", { "aria-busy": "true" })
			}) : null]
		})
	});
}
function Subnets() {
	let { range, within } = useAsked();
	let q = {
		filter: within("_exists_:src_subnet_id OR _exists_:dst_subnet_id"),
		since: range.since,
		until: range.until,
		by: "src_subnet_id,dst_subnet_id,action",
		agg: "count",
		limit: 2e3,
		traffic: !0
	};
	let { table, loading, error } = useTable(q);
	useOpened(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Subnet by subnet",
		help: "Flows from the subnet of the row to that of the column, accepted and rejected. Public subnets are those whose traffic goes through an internet gateway, or that the internet can open connections to.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "subnets" },
		waitHeight: 260,
		children: (0, import_jsx_runtime.jsx)(SubnetsPicture, {
			q,
			table
		})
	});
}
var useOpened = (q) => useTable({
	filter: "traffic_path:8 OR (initiator:src AND direction:inbound AND src_scope:public)",
	since: q.since,
	until: q.until,
	by: "subnet_id",
	agg: "count",
	limit: 2e3,
	traffic: !0
});
function SubnetsPicture({ q, table }) {
	let acts = useValueActions();
	let open = useOpened(q);
	let { labels, cells, more } = (0, import_react.useMemo)(() => {
		let cells = new Map();
		let sums = new Map();
		for (let r of table?.rows() ?? []) {
			let a = String(r.src_subnet_id ?? "");
			let b = String(r.dst_subnet_id ?? "");
			let one = cells.get(a + "\n" + b) ?? {
				accept: 0,
				reject: 0
			};
			r.action === "REJECT" ? one.reject += Number(r.count) : one.accept += Number(r.count);
			cells.set(a + "\n" + b, one);
			for (let x of new Set([a, b])) sums.set(x, (sums.get(x) ?? 0) + Number(r.count));
		}
		let all = [...sums].sort((x, y) => Number(x[0] === "") - Number(y[0] === "") || y[1] - x[1]).map(([k]) => k);
		let named = all.filter(Boolean);
		return {
			labels: [...named.slice(0, 15), ...all.includes("") ? [""] : []],
			cells,
			more: Math.max(0, named.length - 15)
		};
	}, [table]);
	let reached = (0, import_react.useMemo)(() => new Set(open.table?.texts("subnet_id") ?? []), [open.table]);
	let heads = labels.map((id) => ({
		key: id || "outside",
		label: id || "outside",
		scope: !id || reached.has(id) ? "public" : "private"
	}));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [labels.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
		what: "subnets",
		reasons: ["These logs name no subnets: they come with version 3 of the format."]
	}) : (0, import_jsx_runtime.jsx)(InView, {
		height: 260,
		children: (0, import_jsx_runtime.jsx)(Matrix, {
			waiting: (0, import_jsx_runtime.jsx)("div", {
				"aria-busy": "true",
				style: { height: 260 }
			}),
			title: "Subnet by subnet",
			rows: heads,
			cols: heads,
			cells: [...cells].map(([key, c]) => {
				let [row, col] = key.split("\n");
				return {
					row: row || "outside",
					col: col || "outside",
					accept: c.accept,
					reject: c.reject
				};
			}),
			unit: "flows",
			rowName: "from",
			colName: "to",
			onPick: ({ row, col }) => {
				let side = (field, id) => id === "outside" ? `NOT _exists_:${field}` : term(field, id);
				acts.explore(and(q.filter, side("src_subnet_id", row), side("dst_subnet_id", col)));
			}
		})
	}), more > 0 ? (0, import_jsx_runtime.jsxs)("p", {
		className: overview_module_default.note,
		children: [
			"The 15 busiest of ",
			more + 15,
			" subnets are shown; the query has them all."
		]
	}) : null] });
}
function RejectedSources({ logged }) {
	let q = rejectedSourcesIn(useAsked().in);
	let { table, loading, error } = useTable(q);
	let blind = logged && !logged.includes("REJECT");
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Rejected most: sources",
		help: "The 25 sources with the most rejected flows, and how many hosts and ports they tried.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "sources" },
		waitHeight: 260,
		children: table?.length ? (0, import_jsx_runtime.jsx)(SourcesPicture, { table }) : (0, import_jsx_runtime.jsx)(Empty, {
			what: "rejected flows",
			reasons: blind ? ["REJECT is not logged here: the flow log takes accepted traffic only. Set its traffic type to ALL."] : void 0,
			ask: blind ? void 0 : {
				filter: q.filter,
				since: q.since,
				until: q.until
			}
		})
	});
}
function RejectedDestinations() {
	let q = rejectedDestinationsIn(useAsked().in);
	let { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Rejected most: destinations",
		help: "Hosts and ports with the most rejected flows, and from how many sources.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "destinations" },
		waitHeight: 260,
		children: table?.length ? (0, import_jsx_runtime.jsx)(DestinationsPicture, { table }) : (0, import_jsx_runtime.jsx)(Empty, { what: "rejected flows" })
	});
}
var measures = [
	{
		id: "count",
		title: "Flows",
		agg: "count",
		unit: "flows"
	},
	{
		id: "sum_bytes",
		title: "Bytes",
		agg: "sum(bytes)",
		unit: "bytes"
	},
	{
		id: "sum_packets",
		title: "Packets",
		agg: "sum(packets)",
		unit: "packets"
	}
];
function SourcesPicture({ table }) {
	let rows = (0, import_react.useMemo)(() => (table?.rows() ?? []).map((r) => ({
		key: `${r.src_network ?? ""}/${r.srcaddr}`,
		name: String(r.srcaddr ?? "none"),
		label: (0, import_jsx_runtime.jsx)(Value, {
			field: "srcaddr",
			value: r.srcaddr,
			network: r.src_network,
			name: String(r.src_app ?? r.src_as_org ?? "")
		}),
		value: Number(r.count),
		note: (0, import_jsx_runtime.jsx)("span", {
			className: overview_module_default.soft,
			children: [
				r.src_country,
				plural(Number(r.uniq_dstaddr), "host"),
				plural(Number(r.uniq_dstport), "port")
			].filter(Boolean).join(" · ")
		})
	})), [table]);
	return (0, import_jsx_runtime.jsx)(Bars, {
		title: "Sources rejected most",
		rows,
		unit: "flows",
		color: "reject",
		limit: 10,
		heads: {
			name: "source",
			value: "flows",
			note: "tried"
		}
	});
}
function DestinationsPicture({ table }) {
	let rows = (0, import_react.useMemo)(() => (table?.rows() ?? []).map((r) => ({
		key: `${r.dst_network ?? ""}/${r.dstaddr}:${r.dstport}`,
		name: `${r.dstaddr}:${r.dstport}`,
		label: (0, import_jsx_runtime.jsxs)("span", {
			className: overview_module_default.pair,
			title: String(r.dst_app ?? "") || void 0,
			children: [(0, import_jsx_runtime.jsx)(Value, {
				field: "dstaddr",
				value: r.dstaddr,
				network: r.dst_network,
				name: String(r.dst_app ?? "")
			}), (0, import_jsx_runtime.jsx)("span", {
				className: overview_module_default.port,
				children: (0, import_jsx_runtime.jsx)(Value, {
					field: "dstport",
					value: r.dstport
				})
			})]
		}),
		value: Number(r.count),
		note: (0, import_jsx_runtime.jsx)("span", {
			className: overview_module_default.soft,
			children: plural(Number(r.uniq_srcaddr), "source")
		})
	})), [table]);
	return (0, import_jsx_runtime.jsx)(Bars, {
		title: "Destinations rejected most",
		rows,
		unit: "flows",
		color: "reject",
		limit: 10,
		heads: {
			name: "destination",
			value: "flows",
			note: "from"
		}
	});
}
function Protocols() {
	let { range, within } = useAsked();
	let q = {
		filter: within(),
		since: range.since,
		until: range.until,
		by: "protocol",
		agg: "count,sum(bytes),sum(packets)",
		bucket: "auto",
		limit: 25,
		traffic: !0
	};
	let { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Protocols",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "protocols" },
		waitHeight: 200,
		children: (0, import_jsx_runtime.jsx)(ProtocolsPicture, { table })
	});
}
function ProtocolsPicture({ table }) {
	let [by, setBy] = (0, import_react.useState)("count");
	let m = measures.find((x) => x.id === by) ?? measures[0];
	let rows = (0, import_react.useMemo)(() => {
		let sums = new Map();
		for (let r of table?.rows() ?? []) r.protocol !== null && sums.set(r.protocol, (sums.get(r.protocol) ?? 0) + Number(r[m.id]));
		return [...sums].sort((a, b) => b[1] - a[1]).map(([protocol, value]) => ({
			key: String(protocol),
			name: String(protocol),
			label: (0, import_jsx_runtime.jsx)(Value, {
				field: "protocol",
				value: protocol
			}),
			value
		}));
	}, [table, m.id]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Tabs, {
		label: "Measure",
		value: m.id,
		onChange: setBy,
		tabs: measures.map((x) => ({
			id: x.id,
			title: x.title
		}))
	}), (0, import_jsx_runtime.jsx)(Bars, {
		title: "Protocols",
		rows,
		unit: m.unit,
		heads: {
			name: "protocol",
			value: m.title.toLowerCase()
		}
	})] });
}
var rank = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function useOpenAlerts() {
	let q = useGet("/alerts", openAlertsIn(useAsked().in), { every: slowly });
	return {
		list: (0, import_react.useMemo)(() => [...q.data?.alerts ?? []].sort((a, b) => Number(b.page) - Number(a.page) || rank.indexOf(a.severity) - rank.indexOf(b.severity) || Number(b.family === "incident") - Number(a.family === "incident") || b.score - a.score), [q.data]),
		more: !!q.data?.next,
		ready: !!q.data,
		loading: q.loading,
		error: q.error
	};
}
var marksOf = (list) => list.map((a) => ({
	at: Date.parse(a.first_seen) / 1e3,
	label: a.title,
	severity: a.severity,
	id: a.id
}));
function OpenAlerts({ list, more, loading, error }) {
	let zone = useZone();
	let shown = list.slice(0, 6);
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Alerts that need a person",
		help: "Open alerts of the range, noise of the internet and silenced ones aside. The worst come first.",
		loading,
		error,
		ready: !loading || list.length > 0,
		waitHeight: 300,
		children: [shown.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "open alerts",
			icon: "check",
			reasons: ["The rules run over everything that is stored; nothing in this range needs a person."]
		}) : (0, import_jsx_runtime.jsx)("ul", { children: shown.map((a) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(Along, {
			to: "/alerts",
			search: { alert: a.id },
			className: overview_module_default.alert,
			children: [
				(0, import_jsx_runtime.jsx)(Severity, {
					level: a.severity,
					short: !0
				}),
				(0, import_jsx_runtime.jsxs)("b", { children: [a.title, (0, import_jsx_runtime.jsx)("span", {
					className: overview_module_default.when,
					title: zone.stamp(a.last_seen),
					children: ago(a.last_seen)
				})] }),
				(0, import_jsx_runtime.jsx)("p", { children: a.why })
			]
		}) }, a.id)) }), list.length > shown.length ? (0, import_jsx_runtime.jsxs)(Along, {
			to: "/alerts",
			search: { when: "range" },
			className: overview_module_default.more,
			children: [
				"All ",
				atLeast(list.length, more, "open alert"),
				" of this range"
			]
		}) : null]
	});
}
function useScanners() {
	let asked = useAsked().in;
	let inside = useGet("/alerts", scannersIn(asked, !1));
	let outside = useGet("/alerts", scannersIn(asked, !0));
	return {
		list: (0, import_react.useMemo)(() => [inside, outside].flatMap((q) => [...q.data?.alerts ?? []].sort((a, b) => b.count - a.count)), [inside.data, outside.data]),
		more: !!(inside.data?.next || outside.data?.next),
		ready: !!inside.data && !!outside.data,
		loading: inside.loading || outside.loading,
		error: inside.error ?? outside.error
	};
}
function triedOf(a) {
	let told = / tried ([^:.;]+)/.exec(a.why)?.[1];
	return told ? "tried " + told : a.why;
}
function Scanners() {
	let acts = useValueActions();
	let { list, ...q } = useScanners();
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Port scanners",
		help: "Sources that tried at least ten hosts or ports, over up to days. Those from inside come first; the others are of the internet, and noise unless something answered.",
		loading: q.loading,
		error: q.error,
		ready: q.ready,
		waitHeight: 260,
		children: [list.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "port scanners",
			icon: "check",
			reasons: ["No source tried ten hosts or ports in this range."]
		}) : (0, import_jsx_runtime.jsx)("ul", {
			className: overview_module_default.list,
			children: list.slice(0, 10).map((a) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("span", {
				className: overview_module_default.cut,
				title: a.why,
				children: [
					(0, import_jsx_runtime.jsx)(Value, {
						field: "srcaddr",
						value: a.srcaddr ?? a.entity.id,
						network: a.entity.network
					}),
					" ",
					a.exposure ? null : (0, import_jsx_runtime.jsx)("b", {
						className: overview_module_default.inside,
						children: "inside"
					}),
					" ",
					(0, import_jsx_runtime.jsx)("span", {
						className: overview_module_default.soft,
						children: triedOf(a)
					})
				]
			}), (0, import_jsx_runtime.jsx)("span", {
				className: overview_module_default.end,
				children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					onClick: () => acts.go("/alerts", {
						alert: a.id,
						...a.exposure ? { tab: "exposure" } : {}
					}),
					children: "Why"
				})
			})] }, a.id))
		}), list.length > 10 ? (0, import_jsx_runtime.jsxs)(Along, {
			to: "/alerts",
			search: {
				family: "scan",
				tab: "exposure"
			},
			className: overview_module_default.more,
			children: ["All ", atLeast(list.length, q.more, "scanner")]
		}) : null]
	});
}
var kinds = [
	{
		id: "edge",
		title: "App edges"
	},
	{
		id: "listener",
		title: "Listeners"
	},
	{
		id: "destination",
		title: "Destinations",
		field: "dstaddr"
	},
	{
		id: "network",
		title: "Networks"
	},
	{
		id: "country",
		title: "Countries"
	}
];
function News() {
	let acts = useValueActions();
	let [s, set] = usePageSearch({ new: "edge" });
	let q = useGet("/new", newIn(useAsked().in));
	let items = q.data?.items ?? [];
	let of = (kind) => items.filter((i) => i.kind === kind);
	let more = (kind) => !!q.data?.more.includes(kind);
	let shown = of(s.new);
	let field = kinds.find((k) => k.id === s.new)?.field;
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "New in this range",
		help: `First seen in the range, compared with the ${q.data?.learned_days ?? 0} days before it. Only what was accepted counts.`,
		loading: q.loading,
		error: q.error,
		ready: !!q.data,
		waitHeight: 260,
		children: [
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "Kind",
				value: s.new,
				onChange: (id) => set({ new: id }, { replace: !0 }),
				tabs: kinds.map((k) => ({
					id: k.id,
					title: k.title,
					count: of(k.id).length + (more(k.id) ? "+" : "")
				}))
			}),
			q.data && q.data.learned_days === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "earlier days",
				reasons: ["There is nothing before this range to compare it with, so nothing can be called new. Choose a shorter range."]
			}) : shown.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: `new ${kinds.find((k) => k.id === s.new)?.title.toLowerCase() ?? ""}`,
				icon: "check"
			}) : (0, import_jsx_runtime.jsx)("ul", {
				className: overview_module_default.list,
				children: shown.slice(0, 8).map((i) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("span", { children: [
					field ? (0, import_jsx_runtime.jsx)(Value, {
						field,
						value: i.name
					}) : (0, import_jsx_runtime.jsx)("b", { children: i.name }),
					" ",
					i.detail ? (0, import_jsx_runtime.jsx)("span", {
						className: overview_module_default.soft,
						children: i.detail
					}) : null
				] }), (0, import_jsx_runtime.jsxs)("span", {
					className: overview_module_default.end,
					children: [
						i.bytes ? bytes(i.bytes) : plural(i.flows, "flow"),
						" ",
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							small: !0,
							onClick: () => acts.explore(i.filter),
							children: "Records"
						})
					]
				})] }, i.name + i.detail))
			}),
			shown.length > 8 ? (0, import_jsx_runtime.jsx)("p", {
				className: overview_module_default.note,
				children: more(s.new) ? `more than ${count(shown.length)} in all` : `and ${count(shown.length - 8)} more`
			}) : null,
			q.data?.warnings.map((w) => (0, import_jsx_runtime.jsx)("p", {
				className: overview_module_default.note,
				children: w
			}, w))
		]
	});
}
function useNews() {
	return useGet("/new", newIn(useAsked().in)).data;
}
function Health() {
	let { range, within } = useAsked();
	let zone = useZone();
	let acts = useValueActions();
	let q = {
		filter: within(),
		since: range.since,
		until: range.until,
		by: "log_status",
		agg: "count",
		records: !0,
		limit: 20
	};
	let { table, loading, error } = useTable(q);
	let of = (status) => (table?.rows() ?? []).filter((r) => r.log_status === status).reduce((n, r) => n + Number(r.count), 0);
	let skip = of("SKIPDATA");
	let logged = range.extent?.actions;
	let gaps = table?.meta.gaps.filter((g) => g.kind === "no_data") ?? [];
	let to = range.extent?.to;
	let lines = [];
	logged && !logged.includes("REJECT") && lines.push({
		good: !1,
		text: "REJECT is not logged here",
		note: "set the flow log's traffic type to ALL; rules on rejects are blind"
	});
	logged && !logged.includes("ACCEPT") && lines.push({
		good: !1,
		text: "ACCEPT is not logged here",
		note: "set the flow log's traffic type to ALL; most rules are blind"
	});
	lines.push({
		good: skip === 0,
		text: skip === 0 ? "The source lost no records" : `${plural(skip, "SKIPDATA record")}`,
		note: skip ? "AWS lost records in these windows" : void 0,
		filter: skip ? "log_status:SKIPDATA" : void 0
	});
	lines.push({
		good: gaps.length === 0,
		text: gaps.length === 0 ? "No day is missing" : `${plural(gaps.length, "stretch", "stretches")} without any record`
	});
	lines.push({
		good: !0,
		text: `${plural(of("NODATA"), "heartbeat")} of quiet interfaces`,
		note: "NODATA: no traffic in the window",
		filter: of("NODATA") ? "log_status:NODATA" : void 0
	});
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Log health",
		help: "What the logs say of themselves. Interfaces gone silent and late files are on the Sources page, and alert.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		waitHeight: 200,
		children: [(0, import_jsx_runtime.jsxs)("ul", {
			className: overview_module_default.list,
			children: [lines.map((l) => (0, import_jsx_runtime.jsxs)("li", { children: [
				(0, import_jsx_runtime.jsx)(Badge, {
					tone: l.good ? "good" : "high",
					icon: l.good ? "check" : "high",
					children: l.good ? "good" : "look"
				}),
				(0, import_jsx_runtime.jsxs)("span", { children: [
					l.text,
					" ",
					l.note ? (0, import_jsx_runtime.jsx)("span", {
						className: overview_module_default.soft,
						children: l.note
					}) : null
				] }),
				l.filter ? (0, import_jsx_runtime.jsx)("span", {
					className: overview_module_default.end,
					children: (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						onClick: () => acts.explore(l.filter ?? ""),
						children: "Records"
					})
				}) : null
			] }, l.text)), (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)("span", { children: [
				"Newest record ",
				to ? (0, import_jsx_runtime.jsx)("span", {
					title: zone.stamp(to),
					children: ago(to)
				}) : "–",
				" · ",
				(0, import_jsx_runtime.jsx)(Along, {
					to: "/sources",
					children: "sources, lag and gaps"
				})
			] }) })]
		}), (0, import_jsx_runtime.jsxs)("p", {
			className: "hidden-text",
			children: [count(of("OK")), " records with traffic"]
		})]
	});
}
var overview_exports = __exportAll({ default: () => Overview });
timeSeriesAhead();
function Overview() {
	let range = useRange();
	let go = useGo();
	let [search, setSearch] = useSearch();
	let alerts = useOpenAlerts();
	let [below, setBelow] = (0, import_react.useState)(!1);
	let marks = (0, import_react.useMemo)(() => marksOf(alerts.list), [alerts.list]);
	if (range.extent?.empty) return (0, import_jsx_runtime.jsx)("div", {
		className: overview_module_default.page,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: overview_module_default.w12,
			children: [(0, import_jsx_runtime.jsx)("h1", { children: "Overview" }), (0, import_jsx_runtime.jsx)(Empty, {
				what: "records yet",
				reasons: ["Nothing was taken in so far. Drop a file, connect a bucket, or look around with the demo's data."],
				actions: (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: () => go("/start"),
					children: "Get started"
				})
			})]
		})
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: overview_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: overview_module_default.head,
				children: [
					(0, import_jsx_runtime.jsx)("h1", { children: "Overview" }),
					(0, import_jsx_runtime.jsx)("p", { children: range.label }),
					(0, import_jsx_runtime.jsx)("div", {
						className: overview_module_default.filter,
						children: (0, import_jsx_runtime.jsx)(FilterBar, {
							value: search.q ?? "",
							onRun: (q) => setSearch({ q }),
							since: range.since,
							until: range.until,
							placeholder: "Everything; narrow it with a filter"
						})
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Tiles, { alerts }),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w7,
				children: (0, import_jsx_runtime.jsx)(Verdicts, {
					marks,
					onMark: (m) => go("/alerts", { alert: m.id })
				})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w5,
				children: (0, import_jsx_runtime.jsx)(OpenAlerts, { ...alerts })
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w6,
				children: (0, import_jsx_runtime.jsx)(RejectedSources, { logged: range.extent?.actions })
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w6,
				children: (0, import_jsx_runtime.jsx)(RejectedDestinations, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w6,
				children: (0, import_jsx_runtime.jsx)(Scanners, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w6,
				children: (0, import_jsx_runtime.jsx)(News, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w8,
				children: (0, import_jsx_runtime.jsx)(Volume, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w4,
				children: below ? (0, import_jsx_runtime.jsx)(Protocols, {}) : (0, import_jsx_runtime.jsx)(Awaited, {
					title: "Protocols",
					height: 200
				})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w8,
				children: below ? (0, import_jsx_runtime.jsx)(Countries, {}) : (0, import_jsx_runtime.jsx)(Awaited, {
					title: "Sources on the internet",
					height: 320
				})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w4,
				children: below ? (0, import_jsx_runtime.jsx)(Health, {}) : (0, import_jsx_runtime.jsx)(Awaited, {
					title: "Log health",
					height: 200
				})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w12,
				children: below ? (0, import_jsx_runtime.jsx)(Subnets, {}) : (0, import_jsx_runtime.jsx)(Awaited, {
					title: "Subnet by subnet",
					height: 260
				})
			}),
			!below && (0, import_jsx_runtime.jsx)(Answered, { then: () => setBelow(!0) })
		]
	});
}
var Awaited = (p) => (0, import_jsx_runtime.jsx)(Panel, {
	title: p.title,
	loading: !0,
	ready: !1,
	waitHeight: p.height
});
function Answered({ then }) {
	let busy = useIsFetching() > 2;
	(0, import_react.useEffect)(() => {
		if (busy) return;
		let t = setTimeout(then, 30);
		return () => clearTimeout(t);
	}, [busy]);
	(0, import_react.useEffect)(() => {
		let t = setTimeout(then, 3e3);
		window.addEventListener("scroll", then, {
			capture: !0,
			passive: !0
		});
		return () => {
			clearTimeout(t);
			window.removeEventListener("scroll", then, { capture: !0 });
		};
	}, []);
	return null;
}
function Tiles({ alerts }) {
	let news = useNews();
	let { within } = useAsked();
	let verdicts = useVerdicts().table;
	let rows = verdicts?.rows() ?? [];
	let of = (action) => rows.filter((r) => r.action === action).reduce((n, r) => n + Number(r.count), 0);
	let all = rows.reduce((n, r) => n + Number(r.count), 0);
	let volumes = useVolume().table;
	let volume = (volumes?.rows() ?? []).reduce((n, r) => n + Number(r.sum_bytes), 0);
	let pages = alerts.list.filter((a) => a.page).length;
	let scanners = useScanners();
	let inside = scanners.list.filter((a) => !a.exposure).length;
	let fresh = (kind) => news?.items.filter((i) => i.kind === kind).length ?? 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: overview_module_default.tiles,
		children: [
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/alerts",
				className: `${overview_module_default.tile} ${alerts.ready ? pages > 0 ? overview_module_default.bad : overview_module_default.good : ""}`,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Need a person" }),
					(0, import_jsx_runtime.jsx)("strong", { children: alerts.ready ? atLeast(pages, alerts.more, "alert") : "…" }),
					(0, import_jsx_runtime.jsx)("small", { children: alerts.ready ? alerts.list.length > pages ? `and ${count(alerts.list.length - pages)} more to look at` : "nothing else is open" : "asking" })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/alerts",
				search: inside ? { family: "scan" } : {
					family: "scan",
					tab: "exposure"
				},
				className: `${overview_module_default.tile} ${inside > 0 ? overview_module_default.bad : ""}`,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Scanning" }),
					(0, import_jsx_runtime.jsx)("strong", { children: scanners.ready ? atLeast(scanners.list.length, scanners.more, "source") : "…" }),
					(0, import_jsx_runtime.jsx)("small", { children: scanners.ready ? scanners.list.length === 0 ? "nobody tried ten hosts or ports" : inside ? `${count(inside)} from inside` : "all from the internet" : "asking" })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/explore",
				search: { q: within("action:REJECT") ?? "" },
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Rejected" }),
					(0, import_jsx_runtime.jsx)("strong", { children: verdicts ? all ? percent(of("REJECT") / all) : "–" : "…" }),
					(0, import_jsx_runtime.jsx)("small", { children: verdicts ? `${plural(of("REJECT"), "flow")} of ${count(all)}` : "asking" })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/graph",
				search: { new: "1" },
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "New" }),
					(0, import_jsx_runtime.jsx)("strong", { children: news ? atLeast(news.items.length, news.more.length > 0, "thing") : "…" }),
					(0, import_jsx_runtime.jsx)("small", { children: news ? `${plural(fresh("edge"), "edge")}, ${plural(fresh("listener"), "listener")} …` : "asking" })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/explore",
				search: within() ? { q: within() ?? "" } : {},
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Traffic" }),
					(0, import_jsx_runtime.jsx)("strong", { children: volumes ? bytes(volume) : "…" }),
					(0, import_jsx_runtime.jsx)("small", { children: verdicts ? `${plural(all, "flow")} counted once` : "asking" })
				]
			})
		]
	});
}
export { CountriesPicture as a, VolumePicture as c, SourcesPicture as i, DestinationsPicture as n, SubnetsPicture as o, ProtocolsPicture as r, VerdictsPicture as s, overview_exports as t };
