import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, f as useParams } from "./lib-react.js";
import { $t as useTable, I as Panel, Jt as usePageSearch, Qt as useGet, Rt as useRange, U as Value, W as ValueScope, Wt as useZone, Y as Skeleton, c as Empty, ct as bytes, d as Badge, et as Fault, f as Severity, l as TimeSeries, lt as count, nt as Copy, p as Tabs, pt as plural, rt as Button } from "./kit.js";
import { n as useGo, t as Along } from "./index.js";
import { t as DataTable } from "./DataTable.js";
import { f as protocolName } from "./model.js";
var import_react = __toESM(require_react(), 1);
var entity_module_default = {
	page: "entity-module_page",
	stack: "entity-module_stack",
	head: "entity-module_head",
	kind: "entity-module_kind",
	soft: "entity-module_soft",
	marks: "entity-module_marks",
	actions: "entity-module_actions",
	facts: "entity-module_facts",
	two: "entity-module_two",
	wide: "entity-module_wide",
	table: "entity-module_table",
	right: "entity-module_right",
	why: "entity-module_why",
	nowrap: "entity-module_nowrap",
	code: "entity-module_code",
	warning: "entity-module_warning"
};
var import_jsx_runtime = require_jsx_runtime();
function Peers({ e }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: entity_module_default.two,
		children: [
			(0, import_jsx_runtime.jsx)(Side, {
				title: "It called",
				filter: `(${e.from_filter}) AND initiator:src`,
				side: "dst"
			}),
			(0, import_jsx_runtime.jsx)(Side, {
				title: "It was called by",
				filter: `(${e.to_filter}) AND initiator:src`,
				side: "src"
			}),
			(0, import_jsx_runtime.jsx)(News, { e })
		]
	});
}
function usePeers(params, side) {
	let q = useTable(params);
	let rows = (0, import_react.useMemo)(() => (q.table?.rows() ?? []).map((r) => ({
		key: `${r[side + "_network"] ?? ""}/${r[side + "addr"]}/${r[side + "_app"] ?? ""}`,
		addr: String(r[side + "addr"] ?? ""),
		network: String(r[side + "_network"] ?? ""),
		app: String(r[side + "_app"] ?? ""),
		flows: Number(r.count ?? 0),
		bytes: Number(r.sum_bytes ?? 0),
		first: String(r.min_start ?? "")
	})), [q.table, side]);
	return {
		...q,
		rows
	};
}
function Side({ title, filter, side }) {
	let range = useRange();
	let zone = useZone();
	let params = {
		filter,
		since: range.since,
		until: range.until,
		by: `${side}addr,${side}_network,${side}_app`,
		agg: "sum(bytes),count,min(start)",
		traffic: !0,
		limit: 200
	};
	let q = usePeers(params, side);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title,
		help: "Addresses with the most bytes in the direction of the call, 200 at most.",
		meta: q.table?.meta,
		loading: q.loading,
		error: q.error,
		onRetry: q.refetch,
		query: params,
		flush: !0,
		waitHeight: 300,
		children: q.table && q.rows.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: side === "dst" ? "calls by it in the range" : "calls to it in the range",
			ask: {
				filter,
				since: range.since,
				until: range.until
			}
		}) : (0, import_jsx_runtime.jsx)(DataTable, {
			id: "entity-" + side,
			label: title,
			columns: [
				{
					key: "addr",
					title: "Address",
					min: 130,
					render: (r) => (0, import_jsx_runtime.jsx)(Value, {
						field: side + "addr",
						value: r.addr,
						network: r.network
					})
				},
				{
					key: "app",
					title: "App",
					min: 110,
					render: (r) => r.app ? (0, import_jsx_runtime.jsx)(Value, {
						field: side + "_app",
						value: r.app
					}) : "–"
				},
				{
					key: "flows",
					title: "Flows",
					width: 76,
					align: "right",
					render: (r) => count(r.flows)
				},
				{
					key: "bytes",
					title: "Bytes",
					width: 88,
					align: "right",
					render: (r) => bytes(r.bytes)
				},
				{
					key: "first",
					title: "First in range",
					width: 136,
					min: 136,
					hidden: !0,
					render: (r) => r.first ? zone.time(r.first) : "–"
				}
			],
			rows: q.rows,
			rowKey: (r) => r.key,
			height: 340
		})
	});
}
function News({ e }) {
	let range = useRange();
	let zone = useZone();
	let before = range.from === void 0 ? void 0 : new Date(range.from * 1e3).toISOString();
	let by = "client_app,server_app,service_port,protocol";
	let ask = {
		filter: e.filter + " AND _exists_:service_port AND action:ACCEPT",
		by,
		agg: "count,min(start)",
		traffic: !0,
		limit: 3e3
	};
	let now = useTable({
		...ask,
		since: range.since,
		until: range.until
	});
	let then = useTable({
		...ask,
		since: "1970-01-01T00:00:00Z",
		until: before
	}, { when: !!before });
	let rows = (0, import_react.useMemo)(() => {
		let key = (r) => by.split(",").map((k) => r[k]).join("\n");
		let old = new Set((then.table?.rows() ?? []).map(key));
		return (now.table?.rows() ?? []).filter((r) => !old.has(key(r))).map((r) => ({
			key: key(r),
			client: String(r.client_app ?? ""),
			server: String(r.server_app ?? ""),
			port: Number(r.service_port),
			protocol: Number(r.protocol),
			flows: Number(r.count),
			first: String(r.min_start)
		}));
	}, [now.table, then.table]);
	let nothing = then.table && then.table.length === 0;
	return (0, import_jsx_runtime.jsx)("div", {
		className: entity_module_default.wide,
		children: (0, import_jsx_runtime.jsx)(Panel, {
			title: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["First seen in the range ", rows.length > 0 && !nothing && (0, import_jsx_runtime.jsxs)(Badge, {
				tone: "accent",
				children: [count(rows.length), " new"]
			})] }),
			name: "First seen",
			help: "Accepted calls between apps, on a port, that no record from before the range has.",
			meta: now.table?.meta,
			loading: now.loading || then.loading,
			error: now.error ?? then.error,
			ready: !!now.table && (!!then.table || !before),
			flush: !0,
			waitHeight: 160,
			children: nothing ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "earlier records of it",
				reasons: ["Nothing of it is stored from before the range, so nothing can be called new"]
			}) : now.table?.meta.truncated || then.table?.meta.truncated ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "list that is sure",
				reasons: ["It has too many peers and ports to compare; the graph of its app tells what is new"]
			}) : rows.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "new peers or ports",
				reasons: ["Every call of the range was seen before it"]
			}) : (0, import_jsx_runtime.jsx)(DataTable, {
				id: "entity-new",
				label: "First seen in the range",
				columns: [
					{
						key: "client",
						title: "Client",
						min: 140,
						field: "client_app"
					},
					{
						key: "server",
						title: "Server",
						min: 140,
						field: "server_app"
					},
					{
						key: "port",
						title: "Port",
						width: 90,
						align: "right",
						render: (r) => (0, import_jsx_runtime.jsx)(Value, {
							field: "service_port",
							value: r.port
						})
					},
					{
						key: "protocol",
						title: "Protocol",
						width: 90,
						render: (r) => (0, import_jsx_runtime.jsx)(Value, {
							field: "protocol",
							value: r.protocol
						})
					},
					{
						key: "flows",
						title: "Flows",
						width: 90,
						align: "right",
						render: (r) => count(r.flows)
					},
					{
						key: "first",
						title: "First seen",
						width: 150,
						min: 136,
						render: (r) => zone.time(r.first)
					}
				],
				rows,
				rowKey: (r) => r.key,
				height: Math.min(340, 60 + rows.length * 32)
			})
		})
	});
}
var portKey = (p) => p.port + "/" + p.protocol;
function Ports({ ports, asked }) {
	let zone = useZone();
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Panel, {
		title: "Ports that answered",
		help: "A port answers when it sends more than a reset to whoever called it. Each flow counts once.",
		meta: ports?.meta,
		loading: asked.loading,
		error: asked.error,
		onRetry: asked.refetch,
		ready: !!ports,
		flush: !0,
		waitHeight: 200,
		children: ports && ports.listeners.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "port that answered in the range",
			reasons: ["Nothing that called it got an answer that is in the logs"]
		}) : ports && (0, import_jsx_runtime.jsx)(DataTable, {
			id: "entity-listeners",
			label: "Ports that answered",
			columns: [
				{
					key: "port",
					title: "Port",
					width: 90,
					align: "right",
					render: (r) => (0, import_jsx_runtime.jsx)(Value, {
						field: "service_port",
						value: r.port
					})
				},
				{
					key: "protocol",
					title: "Protocol",
					width: 90,
					render: (r) => protocolName(r.protocol)
				},
				{
					key: "clients",
					title: "Clients",
					width: 90,
					align: "right",
					render: (r) => count(r.clients)
				},
				{
					key: "public_clients",
					title: "From the internet",
					width: 134,
					align: "right",
					render: (r) => count(r.public_clients)
				},
				{
					key: "apps",
					title: "Busiest clients",
					min: 160,
					sort: !1,
					render: (r) => r.apps.join(", ") || "–"
				},
				{
					key: "flows",
					title: "Answers",
					width: 90,
					align: "right",
					render: (r) => count(r.flows)
				},
				{
					key: "bytes",
					title: "Bytes",
					width: 90,
					align: "right",
					render: (r) => bytes(r.bytes)
				},
				{
					key: "first_seen",
					title: "First in range",
					width: 136,
					min: 136,
					render: (r) => zone.time(r.first_seen)
				}
			],
			rows: ports.listeners,
			rowKey: portKey,
			height: Math.min(360, 60 + ports.listeners.length * 32)
		})
	}), (0, import_jsx_runtime.jsx)(Panel, {
		title: "What the internet tries",
		help: "Calls from public addresses by port, whatever the verdict.",
		loading: asked.loading,
		error: asked.error,
		ready: !!ports,
		flush: !0,
		waitHeight: 200,
		children: ports && ports.exposure.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "call from the internet in the range",
			reasons: ["No unsolicited packet from a public address is in the logs of it"]
		}) : ports && (0, import_jsx_runtime.jsx)(DataTable, {
			id: "entity-exposure",
			label: "What the internet tries",
			columns: [
				{
					key: "port",
					title: "Port",
					width: 90,
					align: "right",
					render: (r) => (0, import_jsx_runtime.jsx)(Value, {
						field: "dstport",
						value: r.port
					})
				},
				{
					key: "protocol",
					title: "Protocol",
					width: 90,
					render: (r) => protocolName(r.protocol)
				},
				{
					key: "sources",
					title: "Sources that tried",
					width: 136,
					align: "right",
					render: (r) => count(r.sources)
				},
				{
					key: "flows",
					title: "Flows",
					width: 90,
					align: "right",
					render: (r) => count(r.flows)
				},
				{
					key: "rejected",
					title: "Rejected",
					width: 90,
					align: "right",
					render: (r) => count(r.rejected)
				},
				{
					key: "answered",
					title: "Answered",
					min: 130,
					render: (r) => r.answered ? (0, import_jsx_runtime.jsxs)(Badge, {
						tone: "medium",
						children: [plural(r.answered, "address", "addresses"), " answered"]
					}) : r.flows > r.rejected ? "let in, no answer" : "no"
				},
				{
					key: "last_seen",
					title: "Last",
					width: 136,
					min: 136,
					render: (r) => zone.time(r.last_seen)
				}
			],
			rows: ports.exposure,
			rowKey: portKey,
			height: Math.min(420, 60 + ports.exposure.length * 32)
		})
	})] });
}
function Rules({ ports, asked }) {
	let [text, setText] = (0, import_react.useState)("aws");
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Panel, {
		title: "Inbound rules that the answered traffic needs",
		help: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", { children: "For every port that answered, who was answered in the range: addresses of one app joined into few prefixes, none shorter than /20; the internet only where at least 20 public addresses were answered." }), (0, import_jsx_runtime.jsx)("p", { children: "Traffic that is rare may not be in the range: choose one that has a month end, a backup, a deployment in it." })] }),
		meta: ports?.meta,
		loading: asked.loading,
		error: asked.error,
		onRetry: asked.refetch,
		ready: !!ports,
		flush: !0,
		waitHeight: 200,
		children: ports && ports.rules.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "inbound rule is needed",
			reasons: ["Nothing that called it was answered in the range"]
		}) : ports && (0, import_jsx_runtime.jsx)(DataTable, {
			id: "entity-rules",
			label: "Inbound rules",
			columns: [
				{
					key: "source",
					title: "Source",
					width: 190,
					render: (r) => (0, import_jsx_runtime.jsx)("code", { children: r.source })
				},
				{
					key: "protocol",
					title: "Protocol",
					width: 90,
					render: (r) => protocolName(r.protocol)
				},
				{
					key: "port",
					title: "Port",
					width: 90,
					align: "right"
				},
				{
					key: "description",
					title: "Who is behind it",
					min: 180
				},
				{
					key: "clients",
					title: "Clients",
					width: 90,
					align: "right",
					render: (r) => count(r.clients)
				},
				{
					key: "flows",
					title: "Answers",
					width: 90,
					align: "right",
					render: (r) => count(r.flows)
				}
			],
			rows: ports.rules,
			rowKey: (r) => r.source + portKey(r),
			height: Math.min(420, 60 + ports.rules.length * 32)
		})
	}), ports && ports.rules.length > 0 && (0, import_jsx_runtime.jsxs)(Panel, {
		title: "As security-group text",
		ready: !0,
		actions: (0, import_jsx_runtime.jsx)(Copy, { text: text === "aws" ? ports.aws : ports.terraform }),
		children: [ports.more && (0, import_jsx_runtime.jsx)("p", {
			className: entity_module_default.warning,
			children: "There were more than 20,000 clients: the least busy are not in the rules."
		}), (0, import_jsx_runtime.jsx)(Tabs, {
			label: "Text",
			value: text,
			onChange: setText,
			tabs: [{
				id: "aws",
				title: "AWS CLI"
			}, {
				id: "terraform",
				title: "Terraform"
			}],
			children: (0, import_jsx_runtime.jsx)("pre", {
				className: entity_module_default.code,
				tabIndex: 0,
				"aria-label": "Rules as text",
				children: text === "aws" ? ports.aws : ports.terraform
			})
		})]
	})] });
}
function Alerts({ e }) {
	let zone = useZone();
	let about = useGet("/alerts", {
		entity: e.id.replace(/^\//, ""),
		limit: 200
	});
	let named = useGet("/alerts", {
		text: e.title,
		limit: 200
	});
	let rows = (0, import_react.useMemo)(() => {
		let own = new Set((about.data?.alerts ?? []).map((a) => a.id));
		let all = new Map();
		for (let a of [...about.data?.alerts ?? [], ...named.data?.alerts ?? []]) all.set(a.id, a);
		return [...all.values()].map((a) => ({
			...a,
			own: own.has(a.id)
		})).sort((a, b) => Number(b.own) - Number(a.own) || b.last_seen.localeCompare(a.last_seen));
	}, [about.data, named.data]);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Alerts",
		help: "About it, and those that name it. All that are stored, whatever the range.",
		loading: about.loading || named.loading,
		error: about.error ?? named.error,
		ready: !!about.data && !!named.data,
		flush: !0,
		waitHeight: 160,
		children: rows.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "alerts about it",
			icon: "bell",
			reasons: ["Nothing suspicious was found of it"]
		}) : (0, import_jsx_runtime.jsxs)("table", {
			className: entity_module_default.table,
			children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [
				(0, import_jsx_runtime.jsx)("th", { children: "Severity" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Alert" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Why" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Status" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Last seen" })
			] }) }), (0, import_jsx_runtime.jsx)("tbody", { children: rows.map((a) => (0, import_jsx_runtime.jsxs)("tr", { children: [
				(0, import_jsx_runtime.jsx)("td", { children: (0, import_jsx_runtime.jsx)(Severity, { level: a.severity }) }),
				(0, import_jsx_runtime.jsxs)("td", { children: [
					(0, import_jsx_runtime.jsx)(Along, {
						to: "/alerts",
						search: { alert: a.id },
						children: a.title
					}),
					" ",
					a.exposure && (0, import_jsx_runtime.jsx)(Badge, {
						title: "Noise of the internet",
						children: "exposure"
					})
				] }),
				(0, import_jsx_runtime.jsx)("td", {
					className: entity_module_default.why,
					children: a.why
				}),
				(0, import_jsx_runtime.jsx)("td", { children: a.status }),
				(0, import_jsx_runtime.jsx)("td", {
					className: entity_module_default.nowrap,
					children: zone.time(a.last_seen)
				})
			] }, a.id)) })]
		})
	});
}
var kinds = {
	address: "Address",
	host: "Host",
	interface: "Interface",
	app: "App",
	subnet: "Subnet",
	vpc: "VPC"
};
function Page() {
	let at = useParams({ strict: !1 });
	let kind = at.kind ?? "address";
	let id = at.id ?? "";
	let [s, set] = usePageSearch({ tab: "traffic" });
	let range = useRange();
	let zone = useZone();
	let go = useGo();
	let params = {
		kind,
		id,
		since: range.since,
		until: range.until
	};
	let q = useGet("/entity", params, { keep: !1 });
	let p = useGet("/entity/ports", params, { keep: !1 });
	let e = q.data;
	let ports = p.data;
	if (q.error) return (0, import_jsx_runtime.jsxs)("div", {
		className: entity_module_default.page,
		children: [(0, import_jsx_runtime.jsx)("h1", { children: kinds[kind] ?? "Entity" }), (0, import_jsx_runtime.jsx)(Fault, {
			error: q.error,
			onRetry: q.refetch
		})]
	});
	if (!e) return (0, import_jsx_runtime.jsxs)("div", {
		className: entity_module_default.page,
		children: [(0, import_jsx_runtime.jsx)("h1", { children: id.replace(/^\//, "") }), (0, import_jsx_runtime.jsx)(Skeleton, { height: 220 })]
	});
	return (0, import_jsx_runtime.jsx)(ValueScope, {
		filter: "",
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: entity_module_default.page,
			children: [
				(0, import_jsx_runtime.jsxs)("header", {
					className: entity_module_default.head,
					children: [
						(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("p", {
							className: entity_module_default.kind,
							children: [kinds[kind] ?? kind, e.network && kind !== "vpc" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [" in ", (0, import_jsx_runtime.jsx)(Value, {
								field: "vpc_id",
								value: e.network
							})] }) : null]
						}), (0, import_jsx_runtime.jsx)("h1", { children: e.title })] }),
						(0, import_jsx_runtime.jsxs)("div", {
							className: entity_module_default.marks,
							children: [
								e.public && (0, import_jsx_runtime.jsx)(Badge, {
									title: "Belongs to none of the networks that logs are read of",
									children: "outside"
								}),
								ports?.front && (0, import_jsx_runtime.jsxs)(Badge, {
									tone: "low",
									icon: "globe",
									title: "Answered at least three public addresses",
									children: ["front-facing on ", ports.front.ports.join(", ")]
								}),
								!ports?.front && ports?.reachable && (0, import_jsx_runtime.jsx)(Badge, {
									tone: "medium",
									icon: "globe",
									title: "Unsolicited packets from public addresses arrive, whatever the verdict",
									children: "reachable from the internet"
								})
							]
						}),
						(0, import_jsx_runtime.jsxs)("div", {
							className: entity_module_default.actions,
							children: [(0, import_jsx_runtime.jsx)(Button, {
								icon: "search",
								onClick: () => go("/explore", { q: e.filter }),
								children: "Records"
							}), e.graph_id && (0, import_jsx_runtime.jsx)(Button, {
								icon: "graph",
								onClick: () => go("/graph", { center: e.graph_id }),
								children: "Graph"
							})]
						})
					]
				}),
				(0, import_jsx_runtime.jsx)(Facts, {
					e,
					ports
				}),
				(0, import_jsx_runtime.jsx)(Tabs, {
					label: "About the entity",
					value: s.tab,
					onChange: (tab) => set({ tab }),
					tabs: [
						{
							id: "traffic",
							title: "Traffic"
						},
						{
							id: "peers",
							title: "Peers"
						},
						{
							id: "ports",
							title: "Ports and exposure",
							count: ports ? ports.listeners.length : void 0
						},
						...kind === "vpc" || kind === "subnet" ? [] : [{
							id: "rules",
							title: "Inbound rules",
							count: ports ? ports.rules.length : void 0
						}],
						{
							id: "alerts",
							title: "Alerts"
						},
						...e.parts.length > 1 ? [{
							id: "parts",
							title: "Addresses",
							count: e.parts.length >= 100 ? "100+" : e.parts.length
						}] : []
					],
					children: (0, import_jsx_runtime.jsxs)("div", {
						className: entity_module_default.stack,
						children: [
							s.tab === "traffic" && (0, import_jsx_runtime.jsx)(Traffic, { e }),
							s.tab === "peers" && (0, import_jsx_runtime.jsx)(Peers, { e }),
							s.tab === "ports" && (0, import_jsx_runtime.jsx)(Ports, {
								e,
								ports,
								asked: p
							}),
							s.tab === "rules" && (0, import_jsx_runtime.jsx)(Rules, {
								e,
								ports,
								asked: p
							}),
							s.tab === "alerts" && (0, import_jsx_runtime.jsx)(Alerts, { e }),
							s.tab === "parts" && (0, import_jsx_runtime.jsx)(Parts, { e })
						]
					})
				}),
				(0, import_jsx_runtime.jsx)("span", {
					className: "hidden-text",
					children: zone.zone
				})
			]
		})
	});
}
function Facts({ e, ports }) {
	let zone = useZone();
	let seen = e.seen_in === "range" ? " (in the range)" : "";
	return (0, import_jsx_runtime.jsxs)("dl", {
		className: entity_module_default.facts,
		children: [
			(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("dt", { children: ["First seen", seen] }), (0, import_jsx_runtime.jsx)("dd", { children: e.first_seen ? zone.time(e.first_seen) : "–" })] }),
			(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("dt", { children: ["Last seen", seen] }), (0, import_jsx_runtime.jsx)("dd", { children: e.last_seen ? zone.time(e.last_seen) : "–" })] }),
			ports?.front && (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Answers the internet in the range since" }), (0, import_jsx_runtime.jsx)("dd", { children: zone.time(ports.front.since) })] }),
			ports?.reachable && (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Tried by the internet in the range since" }), (0, import_jsx_runtime.jsx)("dd", { children: zone.time(ports.reachable.since) })] }),
			e.facts.map((f) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: f.name }), (0, import_jsx_runtime.jsxs)("dd", { children: [f.values.slice(0, 4).map((v) => (0, import_jsx_runtime.jsx)(Value, {
				field: f.field,
				value: v
			}, v)), f.values.length > 4 && (0, import_jsx_runtime.jsx)("span", {
				className: entity_module_default.soft,
				title: f.values.join(", "),
				children: f.values.length >= 12 ? "and more" : `and ${f.values.length - 4} more`
			})] })] }, f.name))
		]
	});
}
function Traffic({ e }) {
	let range = useRange();
	let base = {
		since: range.since,
		until: range.until,
		bucket: "auto",
		traffic: !0
	};
	let flowsBy = {
		...base,
		filter: e.filter,
		by: "action",
		agg: "count",
		limit: 4
	};
	let outBy = {
		...base,
		filter: e.from_filter,
		agg: "sum(bytes),sum(packets)"
	};
	let inBy = {
		...base,
		filter: e.to_filter,
		agg: "sum(bytes),sum(packets)"
	};
	let flows = useTable(flowsBy);
	let sent = useTable(outBy);
	let got = useTable(inBy);
	let grid = (0, import_react.useMemo)(() => {
		let step = flows.table?.meta.bucket_seconds ?? sent.table?.meta.bucket_seconds;
		if (!step || range.from === void 0 || range.to === void 0) return [];
		let times = [];
		for (let t = Math.floor(range.from / step) * step; t < range.to; t += step) times.push(t);
		return times;
	}, [
		flows.table,
		sent.table,
		range.from,
		range.to
	]);
	let onGrid = (bucket, values, keep = () => !0) => {
		let at = new Map(grid.map((t, i) => [t, i]));
		let out = grid.map(() => 0);
		bucket.forEach((b, i) => {
			let n = at.get(Date.parse(String(b)) / 1e3);
			n !== void 0 && keep(i) && (out[n] = (out[n] ?? 0) + (values[i] ?? 0));
		});
		return out;
	};
	let actions = flows.table?.texts("action") ?? [];
	let span = range.from !== void 0 && range.to !== void 0 ? {
		from: range.from,
		to: range.to
	} : void 0;
	let total = flows.table?.numbers("count").reduce((a, b) => a + b, 0) ?? 0;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Panel, {
		title: "Flows accepted and rejected",
		meta: flows.table?.meta,
		loading: flows.loading,
		error: flows.error,
		onRetry: flows.refetch,
		query: flowsBy,
		pin: {
			kind: "groups",
			show: "values",
			chart: "bars"
		},
		waitHeight: 220,
		children: flows.table && total === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
			what: "flows of it in the range",
			ask: {
				filter: e.filter,
				since: range.since,
				until: range.until
			}
		}) : flows.table && (0, import_jsx_runtime.jsx)(TimeSeries, {
			title: "Flows accepted and rejected",
			times: grid,
			range: span,
			height: 180,
			syncKey: "entity",
			onZoom: range.zoom,
			gaps: flows.table.meta.gaps,
			stacked: !0,
			series: [{
				label: "Accepted",
				unit: "flows",
				color: "accept",
				kind: "bars",
				values: onGrid(flows.table.col("bucket"), flows.table.numbers("count"), (i) => actions[i] !== "REJECT")
			}, {
				label: "Rejected",
				unit: "flows",
				color: "reject",
				kind: "bars",
				values: onGrid(flows.table.col("bucket"), flows.table.numbers("count"), (i) => actions[i] === "REJECT")
			}]
		})
	}), (0, import_jsx_runtime.jsx)(Panel, {
		title: "Bytes sent and received",
		meta: sent.table?.meta,
		loading: sent.loading || got.loading,
		error: sent.error ?? got.error,
		query: outBy,
		pin: {
			kind: "groups",
			show: "values",
			chart: "area"
		},
		waitHeight: 220,
		children: sent.table && got.table && (0, import_jsx_runtime.jsx)(TimeSeries, {
			title: "Bytes sent and received",
			times: grid,
			range: span,
			height: 180,
			syncKey: "entity",
			onZoom: range.zoom,
			gaps: sent.table.meta.gaps,
			series: [{
				label: "Sent",
				unit: "bytes",
				color: 3,
				kind: "area",
				values: onGrid(sent.table.col("bucket"), sent.table.numbers("sum_bytes"))
			}, {
				label: "Received",
				unit: "bytes",
				color: 4,
				kind: "line",
				values: onGrid(got.table.col("bucket"), got.table.numbers("sum_bytes"))
			}]
		})
	})] });
}
function Parts({ e }) {
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Addresses",
		help: "The busiest, with what they were in the range.",
		flush: !0,
		ready: !0,
		children: (0, import_jsx_runtime.jsxs)("table", {
			className: entity_module_default.table,
			children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [
				(0, import_jsx_runtime.jsx)("th", { children: "Address" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Interface" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Instance" }),
				(0, import_jsx_runtime.jsx)("th", { children: "Subnet" }),
				(0, import_jsx_runtime.jsx)("th", { children: "App" }),
				(0, import_jsx_runtime.jsx)("th", {
					className: entity_module_default.right,
					children: "Flows"
				}),
				(0, import_jsx_runtime.jsx)("th", {
					className: entity_module_default.right,
					children: "Bytes"
				})
			] }) }), (0, import_jsx_runtime.jsx)("tbody", { children: e.parts.map((p) => (0, import_jsx_runtime.jsxs)("tr", { children: [
				(0, import_jsx_runtime.jsx)("td", { children: (0, import_jsx_runtime.jsx)(Value, {
					field: "srcaddr",
					value: p.address,
					network: p.network
				}) }),
				(0, import_jsx_runtime.jsx)("td", { children: p.interface ? (0, import_jsx_runtime.jsx)(Value, {
					field: "interface_id",
					value: p.interface
				}) : "–" }),
				(0, import_jsx_runtime.jsx)("td", { children: p.instance ? (0, import_jsx_runtime.jsx)(Value, {
					field: "instance_id",
					value: p.instance
				}) : "–" }),
				(0, import_jsx_runtime.jsx)("td", { children: p.subnet ? (0, import_jsx_runtime.jsx)(Value, {
					field: "subnet_id",
					value: p.subnet
				}) : "–" }),
				(0, import_jsx_runtime.jsx)("td", {
					title: p.app || void 0,
					children: p.app ? (0, import_jsx_runtime.jsx)(Along, {
						to: "/entity/app/" + encodeURIComponent((p.network ? p.network + "/" : "") + p.app),
						children: p.app
					}) : "–"
				}),
				(0, import_jsx_runtime.jsx)("td", {
					className: entity_module_default.right,
					children: count(p.flows)
				}),
				(0, import_jsx_runtime.jsx)("td", {
					className: entity_module_default.right,
					children: bytes(p.bytes)
				})
			] }, p.network + p.address + p.interface + p.app)) })]
		})
	});
}
export { Page as default };
