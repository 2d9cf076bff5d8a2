import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { I as Panel, Jt as usePageSearch, Qt as useGet, Rt as useRange, U as Value, Wt as useZone, Y as Skeleton, Yt as useSearch, c as Empty, cn as query, ct as bytes, d as Badge, et as Fault, it as Icon, lt as count, p as Tabs, pt as plural, rt as Button, tn as Table, ut as duration } from "./kit.js";
import { n as useGo } from "./index.js";
import { a as linkKey, c as pathOf, d as portName, f as protocolName, g as widthOf, h as spots, i as joinIDs, l as place, m as splitIDs, n as drawn, o as nameOf, p as shortNetwork, r as entityOf, s as next, t as curve, u as plainID } from "./model.js";
import { t as Drawer } from "./Drawer.js";
import { t as DataTable } from "./DataTable.js";
var import_react = __toESM(require_react(), 1);
var graph_module_default = {
	page: "graph-module_page",
	head: "graph-module_head",
	soft: "graph-module_soft",
	tools: "graph-module_tools",
	pick: "graph-module_pick",
	slider: "graph-module_slider",
	note: "graph-module_note",
	legend: "graph-module_legend",
	legendNew: "graph-module_legendNew",
	legendDot: "graph-module_legendDot",
	legendGone: "graph-module_legendGone",
	legendRefused: "graph-module_legendRefused",
	canvas: "graph-module_canvas",
	plane: "graph-module_plane",
	links: "graph-module_links",
	link: "graph-module_link",
	grab: "graph-module_grab",
	stroke: "graph-module_stroke",
	hot: "graph-module_hot",
	cold: "graph-module_cold",
	isNew: "graph-module_isNew",
	gone: "graph-module_gone",
	refused: "graph-module_refused",
	mark: "graph-module_mark",
	card: "graph-module_card",
	face: "graph-module_face",
	name: "graph-module_name",
	sub: "graph-module_sub",
	group: "graph-module_group",
	open: "graph-module_open",
	caller: "graph-module_caller",
	called: "graph-module_called",
	cloud: "graph-module_cloud",
	app: "graph-module_app",
	rest: "graph-module_rest",
	inside: "graph-module_inside",
	quiet: "graph-module_quiet",
	faded: "graph-module_faded",
	flags: "graph-module_flags",
	newFlag: "graph-module_newFlag",
	frontFlag: "graph-module_frontFlag",
	alertFlag: "graph-module_alertFlag",
	toggle: "graph-module_toggle",
	facts: "graph-module_facts",
	part: "graph-module_part",
	list: "graph-module_list",
	grow: "graph-module_grow",
	number: "graph-module_number",
	actions: "graph-module_actions",
	textButton: "graph-module_textButton"
};
var import_jsx_runtime = require_jsx_runtime();
function told(l, from, to, compare) {
	let parts = [
		`${from} calls ${to}`,
		l.ports.map((p) => p.port ? portName(p) : "rejected " + portName(p)).join(" ") + (l.ports_total > l.ports.length ? ` and ${l.ports_total - l.ports.length} more ports` : ""),
		`${bytes(l.bytes)} in ${plural(l.flows, "flow")}`
	];
	l.rejected && parts.push(`${count(l.rejected)} rejected`);
	l.new ? parts.push("first seen in this range") : l.new_edges && parts.push(`${l.new_edges} new`);
	compare && l.state !== "same" && parts.push({
		new: "not in the other range",
		gone: "gone since the other range",
		more: "at least twice of the other range",
		less: "at most half of the other range"
	}[l.state]);
	return parts.filter(Boolean).join(", ");
}
function Canvas({ graph, compare, finding, onCard, onLink, onOpen }) {
	let box = (0, import_react.useRef)(null);
	let [width, setWidth] = (0, import_react.useState)(0);
	let [hot, setHot] = (0, import_react.useState)("");
	let [active, setActive] = (0, import_react.useState)("");
	let zone = useZone();
	(0, import_react.useLayoutEffect)(() => {
		let el = box.current;
		if (!el) return;
		let watch = new ResizeObserver(() => setWidth(el.clientWidth));
		watch.observe(el);
		setWidth(el.clientWidth);
		return () => watch.disconnect();
	}, []);
	let plan = (0, import_react.useMemo)(() => place(graph.cards, width || 1e3), [graph.cards, width]);
	let title = (0, import_react.useMemo)(() => new Map(graph.cards.map((c) => [c.id, c.title])), [graph.cards]);
	let links = (0, import_react.useMemo)(() => drawn(graph.links, hot, compare), [
		graph.links,
		hot,
		compare
	]);
	let near = (0, import_react.useMemo)(() => {
		let set = new Set(hot ? [hot] : []);
		if (hot) for (let l of graph.links) l.client === hot ? set.add(l.server) : l.server === hot && set.add(l.client);
		return set;
	}, [hot, graph.links]);
	let current = graph.cards.some((c) => c.id === active) ? active : graph.cards[0]?.id;
	(0, import_react.useEffect)(() => setHot(""), [graph.cards]);
	let key = (e, c) => {
		if (e.altKey || e.ctrlKey || e.metaKey) return;
		if (e.key === "+" && c.kind === "group") {
			e.preventDefault();
			onOpen(c);
			return;
		}
		if (!e.key.startsWith("Arrow")) return;
		let to = next(graph.cards, c, e.key);
		e.preventDefault();
		if (!to) return;
		setActive(to.id);
		box.current?.querySelector(`[data-card="${CSS.escape(to.id)}"]`)?.focus();
	};
	let stateClass = (l) => [
		graph_module_default.link,
		l.new && graph_module_default.isNew,
		l.flows > 0 && l.rejected === l.flows && graph_module_default.refused,
		compare && l.state === "gone" && graph_module_default.gone,
		compare && l.state === "new" && graph_module_default.isNew,
		compare && l.state === "more" && graph_module_default.more,
		compare && l.state === "less" && graph_module_default.less,
		hot && (l.client === hot || l.server === hot ? graph_module_default.hot : graph_module_default.cold),
		!hot && finding && (l.match ? graph_module_default.hot : graph_module_default.cold)
	].filter(Boolean).join(" ");
	let lines = (0, import_react.useMemo)(() => {
		let all = links.flatMap((l) => {
			let a = plan.at.get(l.client);
			let b = plan.at.get(l.server);
			return a && b ? [{
				l,
				points: curve(a, b, plan.size, l.client === l.server)
			}] : [];
		});
		let marked = all.filter(({ l }) => markOf(l, compare));
		let places = spots(marked.map((o) => o.points), [...plan.at.values()], plan.size);
		return all.map((o) => ({
			l: o.l,
			c: pathOf(o.points),
			at: places[marked.indexOf(o)]
		}));
	}, [
		links,
		plan,
		compare
	]);
	return (0, import_jsx_runtime.jsx)("div", {
		ref: box,
		className: graph_module_default.canvas,
		role: "group",
		"aria-label": `${plural(graph.cards.length, "card")} and ${plural(graph.links.length, "link")}; arrow keys move between cards, Enter tells more, plus opens a group`,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: graph_module_default.plane,
			style: {
				width: plan.width,
				height: plan.height
			},
			children: [(0, import_jsx_runtime.jsx)("svg", {
				className: graph_module_default.links,
				width: plan.width,
				height: plan.height,
				"aria-hidden": "true",
				focusable: "false",
				children: lines.map(({ l, c, at }) => {
					let m = markOf(l, compare);
					let w = widthOf(compare && l.state === "gone" ? l.before_bytes : l.bytes);
					return (0, import_jsx_runtime.jsxs)("g", {
						className: stateClass(l),
						onClick: () => onLink(l),
						"data-link": linkKey(l),
						"data-state": compare ? l.state : l.new ? "new" : "same",
						children: [
							(0, import_jsx_runtime.jsx)("title", { children: told(l, title.get(l.client) ?? "", title.get(l.server) ?? "", compare) }),
							(0, import_jsx_runtime.jsx)("path", {
								className: graph_module_default.grab,
								d: c
							}),
							(0, import_jsx_runtime.jsx)("path", {
								className: graph_module_default.stroke,
								d: c,
								strokeWidth: w
							}),
							(0, import_jsx_runtime.jsx)(Head, { path: c }),
							m && at && (0, import_jsx_runtime.jsxs)("g", {
								className: graph_module_default.mark,
								transform: `translate(${at.x} ${at.y})`,
								children: [(0, import_jsx_runtime.jsx)("circle", { r: "7.5" }), (0, import_jsx_runtime.jsx)("text", {
									textAnchor: "middle",
									dy: "3.5",
									children: m
								})]
							})
						]
					}, linkKey(l));
				})
			}), graph.cards.map((c) => {
				let at = plan.at.get(c.id);
				if (!at) return null;
				let faded = hot ? !near.has(c.id) : finding && !c.match;
				return (0, import_jsx_runtime.jsxs)("div", {
					className: [
						graph_module_default.card,
						graph_module_default[c.kind],
						graph_module_default[c.side],
						c.quiet && c.kind !== "open" && graph_module_default.quiet,
						faded && graph_module_default.faded
					].filter(Boolean).join(" "),
					style: {
						left: at.x,
						top: at.y,
						width: plan.size.card,
						height: plan.size.high
					},
					onMouseEnter: () => setHot(c.id),
					onMouseLeave: () => setHot(""),
					children: [
						(0, import_jsx_runtime.jsxs)("button", {
							type: "button",
							"data-card": c.id,
							className: graph_module_default.face,
							tabIndex: c.id === current ? 0 : -1,
							onClick: () => onCard(c),
							onFocus: () => {
								setActive(c.id);
								setHot(c.id);
							},
							onBlur: () => setHot(""),
							onKeyDown: (e) => key(e, c),
							title: `${c.title}${c.network ? ", " + c.network : ""}: ${bytes(c.bytes)}, first seen ${zone.time(c.first_seen)}`,
							children: [(0, import_jsx_runtime.jsx)("span", {
								className: graph_module_default.name,
								children: c.title === c.network ? "VPC " + shortNetwork(c.title) : c.title
							}), (0, import_jsx_runtime.jsxs)("span", {
								className: graph_module_default.sub,
								children: [c.kind !== "open" && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [c.quiet ? "quiet" : bytes(c.bytes), " · "] }), c.kind === "open" ? "opened" : c.kind === "group" ? plural(c.apps, "app") : c.network ? shortNetwork(c.network).replace(/^…./, "") : c.side === "cloud" ? "cloud" : "outside"]
							})]
						}),
						(0, import_jsx_runtime.jsxs)("span", {
							className: graph_module_default.flags,
							children: [
								c.new && (0, import_jsx_runtime.jsxs)("b", {
									className: graph_module_default.newFlag,
									title: "First seen in this range",
									children: ["N", (0, import_jsx_runtime.jsx)("span", {
										className: "hidden-text",
										children: "ew"
									})]
								}),
								c.front && (0, import_jsx_runtime.jsxs)("span", {
									className: graph_module_default.frontFlag,
									title: `Front-facing: answers the internet on ${c.front.ports.map(portName).join(", ") || "a port"} since ${zone.time(c.front.since)}`,
									children: [(0, import_jsx_runtime.jsx)(Icon, {
										name: "globe",
										size: 12
									}), (0, import_jsx_runtime.jsx)("span", {
										className: "hidden-text",
										children: "front-facing"
									})]
								}),
								c.alerts > 0 && (0, import_jsx_runtime.jsxs)("span", {
									className: graph_module_default.alertFlag,
									title: plural(c.alerts, "open alert"),
									children: [c.alerts, (0, import_jsx_runtime.jsx)("span", {
										className: "hidden-text",
										children: " open alerts"
									})]
								})
							]
						}),
						(c.kind === "group" || c.kind === "open") && (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: graph_module_default.toggle,
							tabIndex: -1,
							"aria-label": `${c.kind === "open" ? "Close" : "Open"} ${c.title}`,
							title: c.kind === "open" ? "Close the group" : "Open the group",
							onClick: () => onOpen(c),
							children: (0, import_jsx_runtime.jsx)(Icon, {
								name: c.kind === "open" ? "minus" : "plus",
								size: 12
							})
						})
					]
				}, c.id);
			})]
		})
	});
}
function markOf(l, compare) {
	if (compare && l.state === "gone") return "–";
	if (l.new || compare && l.state === "new") return "N";
	if (compare && l.state === "more") return "▲";
	if (compare && l.state === "less") return "▼";
	return l.flows > 0 && l.rejected === l.flows ? "×" : "";
}
function Head({ path }) {
	let [cx, , x, y] = (path.match(/-?[\d.]+/g)?.map(Number) ?? []).slice(-4);
	if (x === void 0 || y === void 0 || cx === void 0) return null;
	let d = cx < x ? 1 : -1;
	return (0, import_jsx_runtime.jsx)("path", {
		className: graph_module_default.head,
		d: `M${x + 5 * d} ${y}l${-6 * d} -3.5v7z`
	});
}
function edgeRows(data) {
	if (!data) return [];
	return new Table(data).rows().map((r, i) => ({
		...r,
		client_network: r.client_network ?? "",
		server_network: r.server_network ?? "",
		action: r.action ?? "",
		last_seen: r.last_seen ?? "",
		bytes: Number(r.bytes_to_server) + Number(r.bytes_to_client),
		key: String(i)
	}));
}
function Edges({ id, label, rows, compare, short, height }) {
	let zone = useZone();
	let go = useGo();
	let network = (n) => n && (0, import_jsx_runtime.jsxs)("span", {
		className: graph_module_default.soft,
		children: [" ", shortNetwork(n)]
	});
	let columns = [
		{
			key: "client",
			title: "Client",
			min: 150,
			render: (r) => (0, import_jsx_runtime.jsx)(Value, {
				field: "client_app",
				value: r.client,
				name: network(r.client_network)
			})
		},
		{
			key: "server",
			title: "Server",
			min: 150,
			render: (r) => (0, import_jsx_runtime.jsx)(Value, {
				field: "server_app",
				value: r.server,
				name: network(r.server_network)
			})
		},
		{
			key: "port",
			title: "Port",
			width: 62,
			align: "right",
			render: (r) => r.protocol === 6 || r.protocol === 17 ? (0, import_jsx_runtime.jsx)(Value, {
				field: "service_port",
				value: r.port
			}) : "–"
		},
		{
			key: "protocol",
			title: "Protocol",
			width: 72,
			render: (r) => protocolName(r.protocol)
		},
		{
			key: "action",
			title: "Action",
			width: 78,
			field: "action"
		},
		{
			key: "new",
			title: "What is new",
			width: 92,
			value: (r) => r.new ? "new" : compare ? r.state : "",
			render: (r) => r.new ? (0, import_jsx_runtime.jsx)(Badge, {
				tone: "accent",
				children: "new"
			}) : compare && r.state !== "same" ? (0, import_jsx_runtime.jsx)(Badge, { children: r.state }) : ""
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
			width: 82,
			align: "right",
			render: (r) => bytes(r.bytes)
		},
		{
			key: "bytes_to_server",
			title: "To server",
			width: 90,
			align: "right",
			hidden: !0,
			render: (r) => bytes(r.bytes_to_server)
		},
		{
			key: "bytes_to_client",
			title: "To client",
			width: 90,
			align: "right",
			hidden: !0,
			render: (r) => bytes(r.bytes_to_client)
		},
		{
			key: "packets",
			title: "Packets",
			width: 84,
			align: "right",
			hidden: !short,
			render: (r) => count(r.packets)
		},
		...compare ? [{
			key: "before_bytes",
			title: "Before",
			width: 90,
			align: "right",
			render: (r) => bytes(r.before_bytes)
		}] : [],
		{
			key: "first_seen",
			title: "First seen",
			width: 136,
			min: 136,
			render: (r) => zone.time(r.first_seen)
		},
		{
			key: "last_seen",
			title: "Last seen",
			width: 136,
			min: 136,
			hidden: short,
			render: (r) => r.last_seen ? zone.time(r.last_seen) : "–"
		},
		{
			key: "records",
			title: "Records",
			width: 84,
			min: 84,
			sort: !1,
			value: () => "",
			render: (r) => (0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				kind: "quiet",
				icon: "search",
				tabIndex: -1,
				onClick: (e) => {
					e.stopPropagation();
					go("/explore", { q: r.filter });
				},
				children: "Show"
			})
		}
	];
	let wanted = short ? columns.filter((c) => new Set(rows.map((r) => r.client_id + "\n" + r.server_id)).size > 1 || c.key !== "client" && c.key !== "server") : columns;
	return (0, import_jsx_runtime.jsx)(DataTable, {
		id,
		label,
		columns: wanted,
		rows,
		rowKey: (r) => r.key,
		height,
		onOpen: (r) => go("/explore", { q: r.filter }),
		tools: (0, import_jsx_runtime.jsx)(Button, {
			small: !0,
			kind: "quiet",
			icon: "download",
			onClick: () => saveCSV(rows),
			children: "Export CSV"
		})
	});
}
function filterOf(rows) {
	if (rows.length === 1) return rows[0].filter;
	let quote = (text) => "\"" + text.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"") + "\"";
	let end = (field) => {
		let apps = [...new Set(rows.map((r) => r[field]))];
		let networks = [...new Set(rows.map((r) => r[`${field}_network`]))];
		let parts = [];
		if (apps.length <= 40 && !apps.includes("(unnamed)")) parts.push(`${field}_app:${apps.length === 1 ? quote(apps[0]) : "(" + apps.map(quote).join(" ") + ")"}`);
		else if (networks.length === 1 && networks[0] === "") parts.push(field === "client" ? "direction:inbound" : "direction:outbound");
		else if (networks.includes("") || networks.length > 40) return;
		networks.includes("") || parts.push(`network:${networks.length === 1 ? quote(networks[0]) : "(" + networks.map(quote).join(" ") + ")"}`);
		return parts;
	};
	let ends = [end("client"), end("server")];
	if (rows.length === 0 || ends.includes(void 0)) return "";
	return [...new Set(ends.flatMap((e) => e ?? []))].join(" AND ");
}
var exported = [
	"client",
	"client_network",
	"server",
	"server_network",
	"port",
	"protocol",
	"action",
	"state",
	"new",
	"flows",
	"bytes_to_server",
	"bytes_to_client",
	"packets",
	"before_bytes",
	"first_seen",
	"last_seen",
	"filter"
];
function csvOf(rows) {
	let cell = (v) => {
		let text = String(v ?? "");
		/^[=+@\t-]/.test(text) && Number.isNaN(Number(text)) && (text = "'" + text);
		return /[",\r\n]|^'/.test(text) ? "\"" + text.replaceAll("\"", "\"\"") + "\"" : text;
	};
	return [exported.join(","), ...rows.map((r) => exported.map((k) => cell(r[k])).join(","))].join("\r\n") + "\r\n";
}
function saveCSV(rows) {
	let a = document.createElement("a");
	let url = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv" }));
	a.href = url;
	a.download = "edges.csv";
	document.body.append(a);
	a.click();
	a.remove();
	URL.revokeObjectURL(url);
}
function LinkDrawer({ graph, from, to, params, compare, onClose }) {
	let zone = useZone();
	let go = useGo();
	let link = graph.links.find((l) => l.client === from && l.server === to);
	let client = graph.cards.find((c) => c.id === from);
	let server = graph.cards.find((c) => c.id === to);
	let q = useGet("/graph/edges", {
		...params,
		client: plainID(from),
		server: plainID(to)
	}, { keep: !1 });
	let rows = (0, import_react.useMemo)(() => edgeRows(q.data), [q.data]);
	let all = (0, import_react.useMemo)(() => filterOf(rows), [rows]);
	return (0, import_jsx_runtime.jsxs)(Drawer, {
		open: !0,
		onClose,
		width: 780,
		title: `${client?.title ?? from} → ${server?.title ?? to}`,
		sub: link ? `${plural(link.edges, "pair")} of apps, ${plural(link.ports_total, "port")}` : void 0,
		actions: all ? (0, import_jsx_runtime.jsx)(Button, {
			icon: "search",
			onClick: () => go("/explore", { q: all }),
			children: "Records"
		}) : void 0,
		children: [
			link && (0, import_jsx_runtime.jsxs)("dl", {
				className: graph_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsxs)(Fact, {
						name: "Bytes",
						children: [bytes(link.bytes), compare && ` (${bytes(link.before_bytes)} in the other range)`]
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Packets",
						children: count(link.packets)
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Flows accepted",
						children: count(link.flows - link.rejected)
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Flows rejected",
						children: count(link.rejected)
					}),
					(0, import_jsx_runtime.jsxs)(Fact, {
						name: "First seen",
						children: [
							zone.time(link.first_seen),
							" ",
							link.new && (0, import_jsx_runtime.jsx)(Badge, {
								tone: "accent",
								children: "new"
							})
						]
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Last seen",
						children: link.last_seen ? zone.time(link.last_seen) : "before the range"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("h3", {
				className: graph_module_default.part,
				children: "By port"
			}),
			q.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: q.error,
				onRetry: q.refetch
			}) : q.data ? (0, import_jsx_runtime.jsx)(Edges, {
				id: "graph-link",
				label: "Edges of the link by port",
				rows,
				compare,
				short: !0,
				height: 360
			}) : (0, import_jsx_runtime.jsx)(Skeleton, { height: 160 })
		]
	});
}
function Fact({ name, children }) {
	return (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children })] });
}
function CardDrawer({ graph, id, compare, onClose, onLink, onOpen, onShut, onCenter }) {
	let zone = useZone();
	let go = useGo();
	let card = graph.cards.find((c) => c.id === id);
	if (!card) return null;
	let calls = graph.links.filter((l) => l.client === id && l.server !== id);
	let called = graph.links.filter((l) => l.server === id && l.client !== id);
	let page = entityOf(card);
	let group = card.kind !== "app";
	return (0, import_jsx_runtime.jsxs)(Drawer, {
		open: !0,
		onClose,
		title: card.title,
		sub: group ? `${plural(card.apps, "app")}${card.note ? ", account " + card.note : ""}` : [card.network, card.note].filter(Boolean).join(", ") || "outside the networks",
		footer: (0, import_jsx_runtime.jsxs)("div", {
			className: graph_module_default.actions,
			children: [
				page && (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: "open",
					onClick: () => go(page),
					children: "Open the app"
				}),
				!group && (0, import_jsx_runtime.jsx)(Button, {
					icon: "graph",
					onClick: () => onCenter(plainID(id)),
					children: "Callers and called"
				}),
				group && (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: card.kind === "open" ? "minus" : "plus",
					onClick: () => onOpen(card),
					children: card.kind === "open" ? "Close the group" : "Open the group"
				}),
				card.parent && !/^(client|server)\|/.test(id) && (0, import_jsx_runtime.jsx)(Button, {
					icon: "minus",
					onClick: () => onShut(card.parent),
					children: "Close into its group"
				})
			]
		}),
		children: [
			(0, import_jsx_runtime.jsxs)("dl", {
				className: graph_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Bytes",
						children: bytes(card.bytes)
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Flows",
						children: count(card.flows)
					}),
					(0, import_jsx_runtime.jsx)(Fact, {
						name: "Rejected",
						children: count(card.rejected)
					}),
					(0, import_jsx_runtime.jsxs)(Fact, {
						name: "First seen",
						children: [
							zone.time(card.first_seen),
							" ",
							card.new && (0, import_jsx_runtime.jsx)(Badge, {
								tone: "accent",
								children: "new"
							})
						]
					}),
					card.front && (0, import_jsx_runtime.jsxs)(Fact, {
						name: "Answers the internet",
						children: [
							card.front.ports.map(portName).join(", ") || "declared",
							" since ",
							zone.time(card.front.since)
						]
					}),
					card.alerts > 0 && (0, import_jsx_runtime.jsx)(Fact, {
						name: "Open alerts",
						children: (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: graph_module_default.textButton,
							onClick: () => go("/alerts"),
							children: card.alerts
						})
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(LinkList, {
				title: "Calls",
				links: calls,
				graph,
				other: (l) => l.server,
				compare,
				onLink
			}),
			(0, import_jsx_runtime.jsx)(LinkList, {
				title: "Is called by",
				links: called,
				graph,
				other: (l) => l.client,
				compare,
				onLink
			})
		]
	});
}
function LinkList({ title, links, graph, other, compare, onLink }) {
	if (links.length === 0) return null;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("h3", {
		className: graph_module_default.part,
		children: [
			title,
			" ",
			(0, import_jsx_runtime.jsx)("span", {
				className: graph_module_default.soft,
				children: links.length
			})
		]
	}), (0, import_jsx_runtime.jsx)("ul", {
		className: graph_module_default.list,
		children: links.map((l) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			onClick: () => onLink(l),
			children: [
				(0, import_jsx_runtime.jsx)("span", {
					className: graph_module_default.grow,
					children: graph.cards.find((c) => c.id === other(l))?.title
				}),
				(0, import_jsx_runtime.jsxs)("span", {
					className: graph_module_default.soft,
					children: [l.ports.slice(0, 3).map((p) => p.port ? portName(p) : portName(p) + " rejected").join(" "), l.ports_total > 3 ? " …" : ""]
				}),
				l.new && (0, import_jsx_runtime.jsx)(Badge, {
					tone: "accent",
					children: "new"
				}),
				compare && l.state !== "same" && (0, import_jsx_runtime.jsx)(Badge, { children: l.state }),
				(0, import_jsx_runtime.jsx)("span", {
					className: graph_module_default.number,
					children: bytes(l.bytes)
				})
			]
		}) }, linkKey(l)))
	})] });
}
var defaults = {
	view: "picture",
	center: "",
	open: "",
	shut: "",
	only: "",
	find: "",
	hide: "",
	card: "",
	from: "",
	to: "",
	app: "",
	address: "",
	host: "",
	interface: "",
	subnet: "",
	vpc: ""
};
var days = {
	day: 86400,
	week: 604800
};
var iso = (s) => new Date(s * 1e3).toISOString().replace(".000Z", "Z");
function Page() {
	let [s, set] = usePageSearch(defaults);
	let [shared, setShared] = useSearch();
	let range = useRange();
	let zone = useZone();
	let go = useGo();
	let cmp = days[shared.cmp ?? ""] ?? 0;
	let compare = cmp > 0 && range.from !== void 0 && range.to !== void 0;
	useAlias(s, set);
	let params = (0, import_react.useMemo)(() => ({
		since: range.since,
		until: range.until,
		cmp_since: compare ? iso(range.from - cmp) : void 0,
		cmp_until: compare ? iso(range.to - cmp) : void 0,
		only: s.only || void 0,
		hide: s.hide || void 0
	}), [
		range.since,
		range.until,
		range.from,
		range.to,
		compare,
		cmp,
		s.only,
		s.hide
	]);
	let asked = {
		...params,
		center: s.center,
		open: s.open,
		shut: s.shut,
		find: s.find
	};
	let table = s.view === "table";
	let q = useGet("/graph", asked);
	let list = useGet("/graph/edges", {
		...params,
		app: s.center || void 0,
		find: s.find || void 0
	}, { when: table });
	let graph = q.data;
	let rows = (0, import_react.useMemo)(() => edgeRows(list.data), [list.data]);
	let toggle = (0, import_react.useCallback)((c) => {
		let open = splitIDs(s.open);
		let shut = splitIDs(s.shut);
		open.includes(c.id) ? set({
			open: joinIDs(open.filter((id) => id !== c.id)),
			card: ""
		}) : shut.includes(c.id) ? set({
			shut: joinIDs(shut.filter((id) => id !== c.id)),
			card: ""
		}) : set({
			open: joinIDs([...open, c.id]),
			card: ""
		});
	}, [
		s.open,
		s.shut,
		set
	]);
	let shutInto = (id) => {
		let open = splitIDs(s.open);
		open.includes(id) ? set({
			open: joinIDs(open.filter((o) => o !== id)),
			card: ""
		}) : set({
			shut: joinIDs([...splitIDs(s.shut), id]),
			card: ""
		});
	};
	let center = (id) => set({
		center: id,
		card: "",
		from: "",
		to: "",
		open: "",
		shut: ""
	});
	let touched = s.open || s.shut || s.center || s.only || s.find || s.hide;
	let newest = graph && !graph.known;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: graph_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: graph_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: "App graph" }), (0, import_jsx_runtime.jsx)("p", { children: graph ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					plural(graph.apps, "app"),
					", ",
					plural(graph.edges, "edge"),
					graph.known && graph.new > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [", ", (0, import_jsx_runtime.jsxs)("strong", { children: [count(graph.new), " new"] })] }),
					graph.hidden > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						", ",
						count(graph.hidden),
						" hidden"
					] })
				] }) : range.label })]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: graph_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)(AppPicker, {
						value: s.center,
						onPick: center
					}),
					(0, import_jsx_runtime.jsxs)("label", {
						className: graph_module_default.pick,
						children: [(0, import_jsx_runtime.jsx)("span", { children: "Edges" }), (0, import_jsx_runtime.jsxs)("select", {
							"aria-label": "Edges",
							value: s.only,
							onChange: (e) => set({ only: e.target.value }),
							children: [
								(0, import_jsx_runtime.jsx)("option", {
									value: "",
									children: "all"
								}),
								(0, import_jsx_runtime.jsx)("option", {
									value: "today",
									children: "new today"
								}),
								(0, import_jsx_runtime.jsx)("option", {
									value: "new",
									children: "new in the range"
								}),
								(0, import_jsx_runtime.jsxs)("option", {
									value: "changed",
									disabled: !compare,
									children: ["changed", compare ? "" : " (compare first)"]
								})
							]
						})]
					}),
					(0, import_jsx_runtime.jsxs)("label", {
						className: graph_module_default.pick,
						children: [(0, import_jsx_runtime.jsx)("span", { children: "Compare with" }), (0, import_jsx_runtime.jsxs)("select", {
							"aria-label": "Compare with",
							value: shared.cmp ?? "",
							onChange: (e) => setShared({ cmp: e.target.value || void 0 }),
							children: [
								(0, import_jsx_runtime.jsx)("option", {
									value: "",
									children: "nothing"
								}),
								(0, import_jsx_runtime.jsx)("option", {
									value: "day",
									children: "the day before"
								}),
								(0, import_jsx_runtime.jsx)("option", {
									value: "week",
									children: "the week before"
								})
							]
						})]
					}),
					(0, import_jsx_runtime.jsx)(Words, {
						label: "Find",
						value: s.find,
						onChange: (find) => set({ find })
					}),
					(0, import_jsx_runtime.jsx)(Words, {
						label: "Hide",
						value: s.hide,
						onChange: (hide) => set({ hide })
					}),
					touched && (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: "close",
						onClick: () => set({
							open: "",
							shut: "",
							center: "",
							only: "",
							find: "",
							hide: "",
							card: "",
							from: "",
							to: ""
						}),
						children: "Reset"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Slider, {}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "How the graph is shown",
				value: s.view,
				onChange: (view) => set({ view }),
				tabs: [{
					id: "picture",
					title: s.center ? nameOf(s.center) + ": callers and called" : "Picture"
				}, {
					id: "table",
					title: "Table"
				}],
				end: s.center ? (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					kind: "quiet",
					icon: "left",
					onClick: () => set({ center: "" }),
					children: "All apps"
				}) : void 0,
				children: table ? (0, import_jsx_runtime.jsx)(Panel, {
					title: "Edges",
					meta: list.data?.meta,
					loading: list.loading,
					error: list.error,
					onRetry: list.refetch,
					path: "/graph/edges" + query({
						...params,
						app: s.center,
						find: s.find
					}),
					flush: !0,
					waitHeight: 420,
					children: rows.length === 0 && !list.loading ? (0, import_jsx_runtime.jsx)(Empty, {
						what: "edges",
						reasons: [why(s, graph)]
					}) : (0, import_jsx_runtime.jsx)(Edges, {
						id: "graph-edges",
						label: "Edges between apps",
						rows,
						compare,
						height: 620
					})
				}) : (0, import_jsx_runtime.jsxs)(Panel, {
					title: "Callers on the left, called on the right",
					name: "Graph",
					help: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", { children: "A card is an app or a group of them; a line is all calls between two, as wide as its bytes (each step of ten a little wider). Edges are kept by the hour, so the range is widened to whole hours." }), (0, import_jsx_runtime.jsx)("p", { children: "N: first seen in the range. With a comparison: N not in the other range, – gone since, ▲ at least twice, ▼ at most half of its bytes an hour. ×: all calls rejected. A globe marks what answers the internet, a number open alerts. Faint cards are quiet in the range; every card keeps its place." })] }),
					meta: graph?.meta,
					loading: q.loading,
					error: q.error,
					onRetry: q.refetch,
					path: "/graph" + query(asked),
					flush: !0,
					waitHeight: 520,
					actions: graph && (0, import_jsx_runtime.jsx)(Legend, { compare }),
					children: [
						newest && (0, import_jsx_runtime.jsx)("p", {
							className: graph_module_default.note,
							role: "status",
							children: "The stored records begin in this range, so nothing can be called new. Choose a later start."
						}),
						graph && graph.links.length > 70 && (0, import_jsx_runtime.jsxs)("p", {
							className: graph_module_default.note,
							children: [
								"The ",
								70,
								" widest of ",
								count(graph.links.length),
								" links are drawn, with all that are new. Point at a card to see all of its own; the table has every edge."
							]
						}),
						graph && graph.links.length === 0 && (0, import_jsx_runtime.jsx)(Empty, {
							what: "edges to draw",
							icon: "graph",
							reasons: [why(s, graph)]
						}),
						graph && graph.cards.length > 0 && (0, import_jsx_runtime.jsx)(Canvas, {
							graph,
							compare,
							finding: !!s.find,
							onCard: (c) => set({ card: c.id }),
							onLink: (l) => set({
								from: l.client,
								to: l.server
							}),
							onOpen: toggle
						})
					]
				})
			}),
			graph && s.from && s.to && (0, import_jsx_runtime.jsx)(LinkDrawer, {
				graph,
				from: s.from,
				to: s.to,
				params,
				compare,
				onClose: () => set({
					from: "",
					to: ""
				})
			}),
			graph && s.card && !s.from && (0, import_jsx_runtime.jsx)(CardDrawer, {
				graph,
				id: s.card,
				compare,
				onClose: () => set({ card: "" }),
				onLink: (l) => set({
					from: l.client,
					to: l.server
				}),
				onOpen: toggle,
				onShut: shutInto,
				onCenter: center
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: "hidden-text",
				children: zone.zone
			}),
			range.extent?.empty && (0, import_jsx_runtime.jsx)(Button, {
				onClick: () => go("/start"),
				children: "Get started"
			})
		]
	});
}
function why(s, graph) {
	if (s.only === "today") return "No edge between apps was first seen in the last 24 hours of the range";
	if (s.only === "new") return "Every edge of the range was seen before it";
	if (s.only === "changed") return "No edge changed by half or more";
	if (s.hide) return `The hide filter takes ${graph ? plural(graph.hidden, "edge") : "all edges"} away`;
	if (s.find) return "No edge matches what is looked for";
	return "No traffic between apps was recorded in the range";
}
function useAlias(s, set) {
	let kind = [
		"address",
		"host",
		"interface",
		"subnet"
	].find((k) => s[k]);
	let entity = useGet("/entity", {
		kind,
		id: kind ? s[kind] : ""
	}, { when: !!kind });
	let named = useGet("/graph/apps", {
		text: s.app,
		limit: 50
	}, { when: !!s.app });
	let id = kind ? entity.data?.graph_id : named.data?.find((a) => a.name === s.app || a.id === s.app)?.id;
	(0, import_react.useEffect)(() => {
		s.vpc ? set({
			vpc: "",
			find: `network:"${s.vpc.replaceAll("\"", "")}"`
		}, { replace: !0 }) : kind && entity.data && s[kind] ? set({
			[kind]: "",
			center: id ?? ""
		}, { replace: !0 }) : s.app && named.data && set({
			app: "",
			center: id ?? "",
			find: id ? "" : s.app
		}, { replace: !0 });
	}, [
		s,
		kind,
		id,
		entity.data,
		named.data,
		set
	]);
}
function AppPicker({ value, onPick }) {
	let [text, setText] = (0, import_react.useState)("");
	let apps = useGet("/graph/apps", {
		text,
		limit: 40
	}, {}).data ?? [];
	let label = (a) => a.name + (a.network ? " · " + a.network : a.side === "caller" ? " · caller outside" : " · called outside");
	return (0, import_jsx_runtime.jsxs)("label", {
		className: graph_module_default.pick,
		children: [
			(0, import_jsx_runtime.jsx)("span", { children: "App" }),
			(0, import_jsx_runtime.jsx)("input", {
				type: "search",
				list: "graph-apps",
				value: text,
				placeholder: value ? nameOf(value) : "all apps",
				"aria-label": "Show one app with its callers and called",
				onChange: (e) => {
					setText(e.target.value);
					let hit = apps.find((a) => label(a) === e.target.value || a.id === e.target.value);
					if (hit) {
						onPick(hit.id);
						setText("");
					}
				},
				onKeyDown: (e) => {
					if (e.key !== "Enter") return;
					let hit = apps.find((a) => a.name === text.trim()) ?? (apps.length === 1 ? apps[0] : void 0);
					if (hit) {
						onPick(hit.id);
						setText("");
					}
				}
			}),
			(0, import_jsx_runtime.jsx)("datalist", {
				id: "graph-apps",
				children: apps.map((a) => (0, import_jsx_runtime.jsx)("option", { value: label(a) }, a.id))
			})
		]
	});
}
function Words({ label, value, onChange }) {
	let [text, setText] = (0, import_react.useState)(value);
	(0, import_react.useEffect)(() => setText(value), [value]);
	let run = () => text.trim() !== value && onChange(text.trim());
	return (0, import_jsx_runtime.jsxs)("label", {
		className: graph_module_default.pick,
		children: [(0, import_jsx_runtime.jsx)("span", { children: label }), (0, import_jsx_runtime.jsx)("input", {
			type: "search",
			"aria-label": label,
			value: text,
			spellCheck: !1,
			placeholder: label === "Find" ? "server_app:web" : "service_port:53",
			onChange: (e) => {
				setText(e.target.value);
				e.target.value || onChange("");
			},
			onKeyDown: (e) => e.key === "Enter" && run(),
			onBlur: run
		})]
	});
}
function Slider() {
	let range = useRange();
	let zone = useZone();
	let [playing, setPlaying] = (0, import_react.useState)(!1);
	let first = range.extent?.from ? Date.parse(range.extent.from) / 1e3 : void 0;
	let last = range.extent?.to ? Date.parse(range.extent.to) / 1e3 : void 0;
	let { from, to } = range;
	let width = from !== void 0 && to !== void 0 ? to - from : 0;
	let steps = first !== void 0 && last !== void 0 && width > 0 ? Math.max(0, Math.ceil((last - first) / width) - 1) : 0;
	let at = last !== void 0 && to !== void 0 && width > 0 ? Math.max(0, Math.min(steps, steps - Math.round((last - to) / width))) : steps;
	let { set } = range;
	let move = (0, import_react.useCallback)((n) => {
		if (last === void 0 || width <= 0) return;
		if (n >= steps && width === 86400) set("end-24h", "end", { replace: !0 });
		else {
			let end = last - (steps - n) * width;
			set(iso(end - width), iso(end), { replace: !0 });
		}
	}, [
		last,
		width,
		steps,
		set
	]);
	(0, import_react.useEffect)(() => {
		if (!playing) return;
		if (at >= steps) {
			setPlaying(!1);
			return;
		}
		let t = setTimeout(() => move(at + 1), 1500);
		return () => clearTimeout(t);
	}, [
		playing,
		at,
		steps,
		move
	]);
	if (steps < 1 || from === void 0 || to === void 0) return null;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: graph_module_default.slider,
		role: "group",
		"aria-label": "Step through time",
		children: [
			(0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				kind: "quiet",
				icon: "left",
				"aria-label": "Step back",
				disabled: at <= 0,
				onClick: () => move(at - 1)
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				kind: "quiet",
				icon: playing ? "pause" : "play",
				"aria-label": playing ? "Pause" : "Play",
				onClick: () => {
					!playing && at >= steps && move(0);
					setPlaying(!playing);
				}
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				kind: "quiet",
				icon: "right",
				"aria-label": "Step on",
				disabled: at >= steps,
				onClick: () => move(at + 1)
			}),
			(0, import_jsx_runtime.jsx)("input", {
				type: "range",
				min: 0,
				max: steps,
				step: 1,
				value: at,
				"aria-label": "Range",
				"aria-valuetext": `${zone.time(from)} to ${zone.time(to)}`,
				onChange: (e) => move(Number(e.target.value))
			}),
			(0, import_jsx_runtime.jsxs)("output", { children: [
				zone.time(from),
				" – ",
				zone.date(from) === zone.date(to) ? zone.clock(to) : zone.time(to),
				(0, import_jsx_runtime.jsxs)("span", {
					className: graph_module_default.soft,
					children: [
						" (",
						duration(width),
						" a step)"
					]
				})
			] })
		]
	});
}
function Legend({ compare }) {
	return (0, import_jsx_runtime.jsxs)("ul", {
		className: graph_module_default.legend,
		"aria-label": "Legend",
		children: [
			(0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsxs)("svg", {
				width: "26",
				height: "12",
				"aria-hidden": "true",
				children: [
					(0, import_jsx_runtime.jsx)("path", {
						d: "M1 6h24",
						className: graph_module_default.legendNew
					}),
					(0, import_jsx_runtime.jsx)("circle", {
						cx: "13",
						cy: "6",
						r: "5.5",
						className: graph_module_default.legendDot
					}),
					(0, import_jsx_runtime.jsx)("text", {
						x: "13",
						y: "9",
						textAnchor: "middle",
						children: "N"
					})
				]
			}), "new"] }),
			compare && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)("svg", {
					width: "26",
					height: "12",
					"aria-hidden": "true",
					children: (0, import_jsx_runtime.jsx)("path", {
						d: "M1 6h24",
						className: graph_module_default.legendGone
					})
				}), "gone"] }),
				(0, import_jsx_runtime.jsx)("li", { children: "▲ more" }),
				(0, import_jsx_runtime.jsx)("li", { children: "▼ less" })
			] }),
			(0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)("svg", {
				width: "26",
				height: "12",
				"aria-hidden": "true",
				children: (0, import_jsx_runtime.jsx)("path", {
					d: "M1 6h24",
					className: graph_module_default.legendRefused
				})
			}), "all rejected"] })
		]
	});
}
export { Page as default };
