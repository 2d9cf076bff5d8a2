import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { c as plural, i as count, r as bytes, s as percent } from "./format.js";
import { a as Value, n as useRange, s as useValueActions } from "./range.js";
import { i as useSearch, r as usePageSearch } from "./search.js";
import { d as slowly, n as useGo, s as Panel, t as Along } from "./index.js";
import { t as FilterBar } from "./FilterBar.js";
import { t as Empty } from "./Empty.js";
import { r as Button } from "./Fault.js";
import { i as useTable, r as useGet } from "./hooks.js";
import { n as ago, s as useZone } from "./preload-helper.js";
import "./Severity.js";
import { t as Tabs } from "./Tabs.js";
import { _ as useVolume, a as RejectedSources, d as Verdicts, g as useVerdicts, h as useAsked, i as RejectedDestinations, l as Subnets, n as Protocols, p as Volume, s as Countries, v as overview_module_default } from "./Top.js";
import { n as Severity, t as Badge } from "./Badge.js";
// src/pages/overview/Findings.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), rank = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function useOpenAlerts() {
	let range = useRange(), q = useGet("/alerts", {
		status: "pending,firing",
		exposure: !1,
		silenced: !1,
		since: range.since,
		until: range.until,
		limit: 500
	}, { every: slowly });
	return {
		list: (0, import_react.useMemo)(() => [...q.data?.alerts ?? []].sort((a, b) => Number(b.page) - Number(a.page) || rank.indexOf(a.severity) - rank.indexOf(b.severity) || Number(b.family === "incident") - Number(a.family === "incident") || b.score - a.score), [q.data]),
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
function OpenAlerts({ list, loading, error }) {
	let zone = useZone(), shown = list.slice(0, 6), end = useRange().to;
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
					children: end ? ago(a.last_seen, new Date(end * 1e3)) : zone.time(a.last_seen)
				})] }),
				(0, import_jsx_runtime.jsx)("p", { children: a.why })
			]
		}) }, a.id)) }), list.length > shown.length ? (0, import_jsx_runtime.jsxs)(Along, {
			to: "/alerts",
			className: overview_module_default.more,
			children: [
				"All ",
				count(list.length),
				" open alerts"
			]
		}) : null]
	});
}
function Scanners() {
	let range = useRange(), acts = useValueActions(), q = useGet("/alerts", {
		family: "scan",
		since: range.since,
		until: range.until,
		limit: 200
	}), list = (0, import_react.useMemo)(() => [...q.data?.alerts ?? []].sort((a, b) => Number(a.exposure) - Number(b.exposure) || b.count - a.count), [q.data]);
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Port scanners",
		help: "Sources that tried at least ten hosts or ports, over up to days. Those from inside come first; those from the internet are noise unless something answered.",
		loading: q.loading,
		error: q.error,
		ready: !!q.data,
		waitHeight: 260,
		children: [list.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "port scanners",
			icon: "check",
			reasons: ["No source tried ten hosts or ports in this range."]
		}) : (0, import_jsx_runtime.jsx)("ul", {
			className: overview_module_default.list,
			children: list.slice(0, 10).map((a) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("span", { children: [
				(0, import_jsx_runtime.jsx)(Value, {
					field: "srcaddr",
					value: a.srcaddr ?? a.entity.id,
					network: a.entity.network
				}),
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					className: overview_module_default.soft,
					children: a.exposure ? "from the internet" : "from inside"
				})
			] }), (0, import_jsx_runtime.jsxs)("span", {
				className: overview_module_default.end,
				children: [
					plural(a.count, "flow"),
					" ",
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						onClick: () => acts.go("/alerts", {
							alert: a.id,
							...a.exposure ? { tab: "exposure" } : {}
						}),
						children: "Why"
					})
				]
			})] }, a.id))
		}), list.length > 10 ? (0, import_jsx_runtime.jsxs)(Along, {
			to: "/alerts",
			search: {
				family: "scan",
				tab: "exposure"
			},
			className: overview_module_default.more,
			children: [
				"All ",
				count(list.length),
				" scanners"
			]
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
	let range = useRange(), acts = useValueActions(), [s, set] = usePageSearch({ new: "edge" }), q = useGet("/new", {
		since: range.since,
		until: range.until
	}), items = q.data?.items ?? [], of = (kind) => items.filter((i) => i.kind === kind), shown = of(s.new), field = kinds.find((k) => k.id === s.new)?.field;
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
					count: of(k.id).length
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
			shown.length > 8 ? (0, import_jsx_runtime.jsxs)("p", {
				className: overview_module_default.note,
				children: [
					"and ",
					count(shown.length - 8),
					" more"
				]
			}) : null,
			q.data?.warnings.map((w) => (0, import_jsx_runtime.jsx)("p", {
				className: overview_module_default.note,
				children: w
			}, w))
		]
	});
}
function useNews() {
	let range = useRange();
	return useGet("/new", {
		since: range.since,
		until: range.until
	}).data;
}
// src/pages/overview/Health.tsx
function Health() {
	let { range, within } = useAsked(), zone = useZone(), acts = useValueActions(), q = {
		filter: within(),
		since: range.since,
		until: range.until,
		by: "log_status",
		agg: "count",
		records: !0,
		limit: 20
	}, { table, loading, error } = useTable(q), of = (status) => (table?.rows() ?? []).filter((r) => r.log_status === status).reduce((n, r) => n + Number(r.count), 0), skip = of("SKIPDATA"), logged = range.extent?.actions, gaps = table?.meta.gaps.filter((g) => g.kind === "no_data") ?? [], to = range.extent?.to, lines = [];
	return logged && !logged.includes("REJECT") && lines.push({
		good: !1,
		text: "REJECT is not logged here",
		note: "set the flow log's traffic type to ALL; rules on rejects are blind"
	}), logged && !logged.includes("ACCEPT") && lines.push({
		good: !1,
		text: "ACCEPT is not logged here",
		note: "set the flow log's traffic type to ALL; most rules are blind"
	}), lines.push({
		good: skip === 0,
		text: skip === 0 ? "The source lost no records" : `${plural(skip, "SKIPDATA record")}`,
		note: skip ? "AWS lost records in these windows" : void 0,
		filter: skip ? "log_status:SKIPDATA" : void 0
	}), lines.push({
		good: gaps.length === 0,
		text: gaps.length === 0 ? "No day is missing" : `${plural(gaps.length, "stretch", "stretches")} without any record`
	}), lines.push({
		good: !0,
		text: `${plural(of("NODATA"), "heartbeat")} of quiet interfaces`,
		note: "NODATA: no traffic in the window",
		filter: of("NODATA") ? "log_status:NODATA" : void 0
	}), (0, import_jsx_runtime.jsxs)(Panel, {
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
// src/pages/overview/index.tsx
function Overview() {
	let range = useRange(), go = useGo(), [search, setSearch] = useSearch(), alerts = useOpenAlerts(), marks = (0, import_react.useMemo)(() => marksOf(alerts.list), [alerts.list]);
	return range.extent?.empty ? (0, import_jsx_runtime.jsx)("div", {
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
	}) : (0, import_jsx_runtime.jsxs)("div", {
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
				children: (0, import_jsx_runtime.jsx)(Protocols, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w8,
				children: (0, import_jsx_runtime.jsx)(Countries, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w4,
				children: (0, import_jsx_runtime.jsx)(Health, {})
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: overview_module_default.w12,
				children: (0, import_jsx_runtime.jsx)(Subnets, {})
			})
		]
	});
}
function Tiles({ alerts }) {
	let news = useNews(), { within } = useAsked(), rows = useVerdicts().table?.rows() ?? [], of = (action) => rows.filter((r) => r.action === action).reduce((n, r) => n + Number(r.count), 0), all = rows.reduce((n, r) => n + Number(r.count), 0), volume = (useVolume().table?.rows() ?? []).reduce((n, r) => n + Number(r.sum_bytes), 0), pages = alerts.list.filter((a) => a.page).length, fresh = (kind) => news?.items.filter((i) => i.kind === kind).length ?? 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: overview_module_default.tiles,
		children: [
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/alerts",
				className: `${overview_module_default.tile} ${pages > 0 ? overview_module_default.bad : overview_module_default.good}`,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Need a person" }),
					(0, import_jsx_runtime.jsx)("strong", { children: plural(pages, "alert") }),
					(0, import_jsx_runtime.jsx)("small", { children: alerts.list.length > pages ? `and ${count(alerts.list.length - pages)} more to look at` : "nothing else is open" })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/explore",
				search: { q: within("action:REJECT") ?? "" },
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Rejected" }),
					(0, import_jsx_runtime.jsx)("strong", { children: all ? percent(of("REJECT") / all) : "–" }),
					(0, import_jsx_runtime.jsxs)("small", { children: [
						plural(of("REJECT"), "flow"),
						" of ",
						count(all)
					] })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/graph",
				search: { new: "1" },
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "New" }),
					(0, import_jsx_runtime.jsx)("strong", { children: plural(news?.items.length ?? 0, "thing") }),
					(0, import_jsx_runtime.jsxs)("small", { children: [
						plural(fresh("edge"), "app edge"),
						", ",
						plural(fresh("listener"), "listener"),
						", ",
						plural(fresh("country"), "country", "countries")
					] })
				]
			}),
			(0, import_jsx_runtime.jsxs)(Along, {
				to: "/explore",
				search: within() ? { q: within() ?? "" } : {},
				className: overview_module_default.tile,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: "Traffic" }),
					(0, import_jsx_runtime.jsx)("strong", { children: bytes(volume) }),
					(0, import_jsx_runtime.jsxs)("small", { children: [plural(all, "flow"), ", each counted once"] })
				]
			})
		]
	});
}
export { Overview as default };
