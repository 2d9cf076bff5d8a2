const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/streamcore.js","assets/kit.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/kit.css","assets/PinTo.js","assets/Drawer.js","assets/Drawer.css","assets/boards.module.js","assets/boards.css","assets/RangeForm.js","assets/lib-radix.js","assets/ZoneForm.js","assets/Palette.js","assets/Palette.css","assets/Keys.js","assets/overview.js","assets/overview.css","assets/explore.js","assets/DataTable.js","assets/lib-table.js","assets/DataTable.css","assets/lib-query.js","assets/explore.css","assets/alerts.js","assets/Spark.js","assets/Spark.css","assets/Field.js","assets/Field.css","assets/Confirm.js","assets/Confirm.css","assets/alerts.css","assets/graph.js","assets/model.js","assets/graph.css","assets/entity.js","assets/entity.css","assets/capacity.js","assets/capacity.css","assets/rules.js","assets/change.js","assets/rules.css","assets/sources.js","assets/Trial.js","assets/Trial.css","assets/sources.css","assets/settings.js","assets/settings.css","assets/start.js","assets/start.css","assets/boards.js","assets/drawn.js","assets/audit.js","assets/audit.css","assets/login.js","assets/login.css"])))=>i.map(i=>d[i]);
import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, N as QueryClientProvider, P as useQueryClient, a as createRouter, c as createRootRoute, d as useNavigate, i as RouterProvider, l as createRoute, o as Outlet, r as useRouterState, s as lazyRouteComponent, t as require_client, u as Link } from "./lib-react.js";
import { F as useShortcuts, Kt as readSearch, L as PinContext, Qt as useGet, Rt as useRange, Wt as useZone, Xt as writeSearch, Yt as useSearch, Zt as client$1, _t as askAhead, an as csrfToken, en as Problem, gt as nameOf, ht as __vitePreload, in as beforeChanges, ln as setCSRF, on as onCSRF, qt as shared, rn as base, sn as onNewBuild } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var stored = "weir.theme";
var listeners$2 = new Set();
var dark = window.matchMedia("(prefers-color-scheme: dark)");
function theme() {
	try {
		let t = localStorage.getItem(stored);
		if (t === "light" || t === "dark") return t;
	} catch {}
	return "system";
}
function shown() {
	let t = theme();
	return t === "system" ? dark.matches ? "dark" : "light" : t;
}
function apply$1() {
	document.documentElement.dataset.theme = shown();
	listeners$2.forEach((f) => f());
}
function setTheme(t) {
	try {
		t === "system" ? localStorage.removeItem(stored) : localStorage.setItem(stored, t);
	} catch {}
	apply$1();
}
dark.addEventListener("change", apply$1);
apply$1();
function subscribe(f) {
	listeners$2.add(f);
	return () => listeners$2.delete(f);
}
function useTheme() {
	let [t, now] = (0, import_react.useSyncExternalStore)(subscribe, () => theme() + " " + shown()).split(" ");
	return {
		theme: t,
		shown: now
	};
}
var import_client = require_client();
var session;
var asked;
var listeners$1 = new Set();
function keep(s) {
	session = s;
	setCSRF(s?.csrf ?? "");
	listeners$1.forEach((f) => f());
}
function loadSession(again = !1) {
	(!asked || again) && (asked = fetch(base + "/session", {
		credentials: "same-origin",
		headers: { accept: "application/json" }
	}).then(async (r) => r.ok ? await r.json() : void 0).catch(() => void 0).then((s) => {
		keep(s);
		return s;
	}));
	return asked;
}
function took(s) {
	asked = Promise.resolve(s);
	keep(s);
}
function useSession() {
	return (0, import_react.useSyncExternalStore)((f) => {
		listeners$1.add(f);
		return () => listeners$1.delete(f);
	}, () => session);
}
var client = Math.random().toString(36).slice(2);
var listeners = new Map();
var onState = new Set();
var state = "off";
var say;
function hear(t) {
	switch (t.kind) {
		case "event":
			listeners.get(t.of)?.all.forEach((l) => l.event(t.name, t.data));
			break;
		case "fault":
			listeners.get(t.of)?.all.forEach((l) => l.fault(new Problem(t.problem)));
			break;
		case "state":
			state = t.state;
			onState.forEach((f) => f());
			break;
		case "again": tell();
	}
}
function connect() {
	if (typeof SharedWorker < "u") {
		let worker = new SharedWorker(new URL("/assets/stream.worker.js", "" + import.meta.url), {
			type: "module",
			name: "weir-stream"
		});
		worker.port.onmessage = (e) => hear(e.data);
		worker.port.start();
		return (m) => worker.port.postMessage(m);
	}
	if (typeof BroadcastChannel < "u" && navigator.locks) {
		let channel = new BroadcastChannel("weir-stream");
		let core;
		channel.onmessage = (e) => {
			let { say: said, told, to } = e.data;
			said && core && core.hear(said, (t) => channel.postMessage({
				told: t,
				to: said.client
			}));
			told && (to === client || !to) && hear(told);
		};
		navigator.locks.request("weir-stream", async () => {
			core = await ownCore();
			tell();
			channel.postMessage({ told: { kind: "again" } });
			return new Promise(() => {});
		});
		return (m) => core ? core.hear(m, hear) : channel.postMessage({ say: m });
	}
	let core = ownCore();
	return (m) => void core.then((c) => c.hear(m, hear));
}
var ownCore = async () => new (await (__vitePreload(async () => {
	let { StreamCore } = await import("./streamcore.js");
	return { StreamCore };
}, __vite__mapDeps([0,1,2,3,4])))).StreamCore();
function tell() {
	if (!say) {
		if (listeners.size === 0) return;
		say = connect();
		document.addEventListener("visibilitychange", tell);
		onCSRF(tell);
		window.addEventListener("pagehide", () => say?.({
			kind: "bye",
			client
		}));
		window.addEventListener("pageshow", (e) => {
			e.persisted && tell();
		});
		setInterval(() => {
			listeners.size > 0 && say?.({
				kind: "ping",
				client
			});
		}, 2e4);
	}
	say({
		kind: "set",
		client,
		wanted: [...listeners.values()].map((l) => l.wanted),
		visible: document.visibilityState === "visible",
		csrf: csrfToken()
	});
}
var told = !1;
function later() {
	if (told) return;
	told = !0;
	queueMicrotask(() => {
		told = !1;
		tell();
	});
}
function useStream(topic, params, onMessage, o = {}) {
	let handlers = (0, import_react.useRef)({
		onMessage,
		onLost: o.onLost,
		onFault: o.onFault
	});
	handlers.current = {
		onMessage,
		onLost: o.onLost,
		onFault: o.onFault
	};
	let when = o.when ?? !0;
	let filter = params?.filter || void 0;
	let columns = params?.columns || void 0;
	(0, import_react.useEffect)(() => {
		if (!when) return;
		let wanted = {
			topic,
			filter,
			columns
		};
		let name = nameOf(wanted);
		let listener = {
			event: (n, data) => n === "lost" ? handlers.current.onLost?.() : handlers.current.onMessage(data),
			fault: (p) => handlers.current.onFault?.(p)
		};
		let entry = listeners.get(name) ?? {
			wanted,
			all: new Set()
		};
		entry.all.add(listener);
		listeners.set(name, entry);
		later();
		return () => {
			entry.all.delete(listener);
			entry.all.size === 0 && listeners.delete(name);
			later();
		};
	}, [
		topic,
		filter,
		columns,
		when
	]);
}
function useStreamState() {
	return (0, import_react.useSyncExternalStore)((f) => {
		onState.add(f);
		return () => onState.delete(f);
	}, () => state, () => "off");
}
var slowly = 12e4;
var together = 400;
var firstLook = 3e3;
var touchAlerts = (c) => c.invalidateQueries({ predicate: (q) => typeof q.queryKey[0] == "string" && /^\/(alerts|silences|audit)/.test(q.queryKey[0]) && !/series|timeline|response/.test(q.queryKey[0]) });
function useAlertNews() {
	let c = useQueryClient();
	let state = useStreamState();
	let news = (0, import_react.useRef)({
		more: !1,
		busy: !1,
		gone: !1
	});
	let soon = (0, import_react.useCallback)(() => {
		let n = news.current;
		n.more = !0;
		if (n.busy) return;
		n.busy = !0;
		(async () => {
			for (; n.more && !n.gone;) {
				await new Promise((done) => setTimeout(done, together));
				n.more = !1;
				n.gone || await touchAlerts(c);
			}
			n.busy = !1;
		})();
	}, [c]);
	useStream("alerts", void 0, soon, { onLost: soon });
	let opened = (0, import_react.useRef)(!1);
	(0, import_react.useEffect)(() => {
		if (state !== "open") return;
		let t = setTimeout(soon, opened.current ? 0 : firstLook);
		opened.current = !0;
		return () => clearTimeout(t);
	}, [state, soon]);
	(0, import_react.useEffect)(() => {
		let n = news.current;
		n.gone = !1;
		return () => void (n.gone = !0);
	}, []);
}
var import_jsx_runtime = require_jsx_runtime();
var PinTo = (0, import_react.lazy)(() => __vitePreload(() => import("./PinTo.js"), __vite__mapDeps([5,2,3,1,4,6,7,8,9])));
function Pinning({ children }) {
	let [what, setWhat] = (0, import_react.useState)();
	return (0, import_jsx_runtime.jsxs)(PinContext.Provider, {
		value: setWhat,
		children: [children, what ? (0, import_jsx_runtime.jsx)(import_react.Suspense, { children: (0, import_jsx_runtime.jsx)(PinTo, {
			what,
			onClose: () => setWhat(void 0)
		}) }) : null]
	});
}
var paths = {
	overview: "M4 13h6V4H4zM14 20h6V11h-6zM4 20h6v-4H4zM14 8h6V4h-6z",
	explore: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
	alerts: "M12 4 3 19h18zM12 10v4M12 16.6v.2",
	graph: "M6 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.3 6.7l7.3 1.8M6.4 8.5 7.6 15.5M16.5 11 9.8 16.3",
	capacity: "M4 18a8 8 0 1 1 16 0M12 18l4-6",
	rules: "M5 5h14M5 12h9M5 19h6M17 15l2 2 3.5-4",
	sources: "M12 8c4.4 0 8-1.1 8-2.5S16.4 3 12 3 4 4.1 4 5.5 7.6 8 12 8zM4 5.5v13C4 19.9 7.6 21 12 21s8-1.1 8-2.5v-13M4 12c0 1.4 3.6 2.5 8 2.5s8-1.1 8-2.5",
	boards: "M4 4h16v16H4zM4 10h16M10 10v10",
	audit: "M7 3h10v18H7zM10 8h4M10 12h4M10 16h2",
	settings: "M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1",
	search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
	keys: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
	light: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4",
	dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
	system: "M4 5h16v11H4zM9 20h6M12 16v4",
	close: "M6 6l12 12M18 6 6 18",
	left: "M14 6l-6 6 6 6",
	right: "M10 6l6 6-6 6",
	down: "M6 9l6 6 6-6",
	clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2",
	zone: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c2.5 2.3 3.5 5 3.5 8s-1 5.7-3.5 8c-2.5-2.3-3.5-5-3.5-8s1-5.7 3.5-8z"
};
function Icon({ name, size = 18 }) {
	return (0, import_jsx_runtime.jsx)("svg", {
		width: size,
		height: size,
		viewBox: "0 0 24 24",
		"aria-hidden": "true",
		focusable: "false",
		fill: "none",
		stroke: "currentColor",
		strokeWidth: "1.8",
		strokeLinecap: "round",
		strokeLinejoin: "round",
		children: (0, import_jsx_runtime.jsx)("path", { d: paths[name] ?? "" })
	});
}
var pages = [
	{
		path: "/",
		title: "Overview",
		keys: "g o",
		icon: "overview",
		doc: "What is happening, what is new"
	},
	{
		path: "/explore",
		title: "Explorer",
		keys: "g e",
		icon: "explore",
		doc: "Search the records"
	},
	{
		path: "/alerts",
		title: "Alerts",
		keys: "g a",
		icon: "alerts",
		doc: "What was found and why"
	},
	{
		path: "/graph",
		title: "App graph",
		keys: "g g",
		icon: "graph",
		doc: "Who calls whom"
	},
	{
		path: "/capacity",
		title: "Capacity",
		keys: "g c",
		icon: "capacity",
		doc: "How full the links are"
	},
	{
		path: "/rules",
		title: "Rules",
		keys: "g r",
		icon: "rules",
		doc: "What is looked for"
	},
	{
		path: "/sources",
		title: "Sources",
		keys: "g h",
		icon: "sources",
		doc: "Logs, gaps, health"
	},
	{
		path: "/boards",
		title: "Boards",
		keys: "g b",
		icon: "boards",
		doc: "Charts that you kept"
	},
	{
		path: "/audit",
		title: "Audit",
		keys: "g u",
		icon: "audit",
		doc: "Who changed what"
	},
	{
		path: "/settings",
		title: "Settings",
		keys: "g s",
		icon: "settings",
		doc: "Data sets, notifications, tokens"
	}
];
function Opens({ form: Form, className, title, children }) {
	let [open, setOpen] = (0, import_react.useState)(!1);
	let [used, setUsed] = (0, import_react.useState)(!1);
	let first = () => {
		setUsed(!0);
		setOpen(!0);
	};
	let button = (onClick) => (0, import_jsx_runtime.jsx)("button", {
		type: "button",
		className,
		title,
		"aria-haspopup": "dialog",
		"aria-expanded": open,
		onClick,
		children
	});
	if (!used) return button(first);
	return (0, import_jsx_runtime.jsx)(import_react.Suspense, {
		fallback: button(),
		children: (0, import_jsx_runtime.jsx)(Form, {
			open,
			onOpen: setOpen,
			button: button()
		})
	});
}
var RangePicker_module_default = {
	range: "RangePicker-module_range",
	label: "RangePicker-module_label",
	zone: "RangePicker-module_zone",
	pop: "RangePicker-module_pop",
	list: "RangePicker-module_list",
	own: "RangePicker-module_own",
	hint: "RangePicker-module_hint",
	zones: "RangePicker-module_zones",
	wrong: "RangePicker-module_wrong",
	row: "RangePicker-module_row",
	apply: "RangePicker-module_apply",
	plain: "RangePicker-module_plain",
	compare: "RangePicker-module_compare"
};
var RangeForm = (0, import_react.lazy)(() => __vitePreload(() => import("./RangeForm.js"), __vite__mapDeps([10,2,3,11,1,4])));
function RangePicker() {
	let range = useRange();
	let zone = useZone();
	useShortcuts([{
		keys: "[",
		title: "Step the range back",
		group: "Range",
		run: () => range.shift(-1)
	}, {
		keys: "]",
		title: "Step the range forward",
		group: "Range",
		run: () => range.shift(1)
	}]);
	let exact = range.from !== void 0 && range.to !== void 0 ? `${zone.stamp(range.from)} to ${zone.stamp(range.to)}` : void 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: RangePicker_module_default.range,
		role: "group",
		"aria-label": "Time range",
		children: [
			(0, import_jsx_runtime.jsx)("button", {
				type: "button",
				onClick: () => range.shift(-1),
				title: "Step back ([)",
				"aria-label": "Step the range back",
				children: (0, import_jsx_runtime.jsx)(Icon, {
					name: "left",
					size: 16
				})
			}),
			(0, import_jsx_runtime.jsxs)(Opens, {
				form: RangeForm,
				className: RangePicker_module_default.label,
				title: exact,
				children: [
					(0, import_jsx_runtime.jsx)(Icon, {
						name: "clock",
						size: 16
					}),
					(0, import_jsx_runtime.jsx)("span", { children: range.label }),
					(0, import_jsx_runtime.jsx)(Icon, {
						name: "down",
						size: 14
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("button", {
				type: "button",
				onClick: () => range.shift(1),
				title: "Step forward (])",
				"aria-label": "Step the range forward",
				children: (0, import_jsx_runtime.jsx)(Icon, {
					name: "right",
					size: 16
				})
			})
		]
	});
}
var ZoneForm = (0, import_react.lazy)(() => __vitePreload(() => import("./ZoneForm.js"), __vite__mapDeps([12,2,3,11,1,4])));
function ZonePicker() {
	let zone = useZone();
	let offset = zone.offset(new Date()) / 60;
	let sign = offset < 0 ? "-" : "+";
	let abs = Math.abs(offset);
	let told = zone.zone === "UTC" ? "UTC" : `UTC${sign}${Math.floor(abs / 60)}${abs % 60 ? ":" + String(abs % 60).padStart(2, "0") : ""}`;
	return (0, import_jsx_runtime.jsxs)(Opens, {
		form: ZoneForm,
		className: RangePicker_module_default.zone,
		title: `Times are in ${zone.zone}`,
		children: [(0, import_jsx_runtime.jsx)(Icon, {
			name: "zone",
			size: 16
		}), (0, import_jsx_runtime.jsx)("span", { children: told })]
	});
}
var Shell_module_default = {
	shell: "Shell-module_shell",
	skip: "Shell-module_skip",
	nav: "Shell-module_nav",
	brand: "Shell-module_brand",
	link: "Shell-module_link",
	here: "Shell-module_here",
	foot: "Shell-module_foot",
	badge: "Shell-module_badge",
	body: "Shell-module_body",
	top: "Shell-module_top",
	find: "Shell-module_find",
	controls: "Shell-module_controls",
	main: "Shell-module_main",
	waiting: "Shell-module_waiting",
	loading: "Shell-module_loading",
	slide: "Shell-module_slide",
	stale: "Shell-module_stale",
	message: "Shell-module_message",
	veil: "Shell-module_veil",
	keys: "Shell-module_keys",
	keysHead: "Shell-module_keysHead",
	keysBody: "Shell-module_keysBody"
};
var Palette = (0, import_react.lazy)(() => __vitePreload(() => import("./Palette.js"), __vite__mapDeps([13,2,3,1,4,14])));
var Keys = (0, import_react.lazy)(() => __vitePreload(() => import("./Keys.js"), __vite__mapDeps([15,2,3,1,4])));
function useGo() {
	let navigate = useNavigate();
	let [search] = useSearch();
	return (to, more = {}) => {
		let along = Object.fromEntries(shared.filter((k) => search[k]).map((k) => [k, search[k]]));
		navigate({
			to,
			search: {
				...along,
				...more
			}
		});
	};
}
function Along(p) {
	let [search] = useSearch();
	let along = Object.fromEntries(shared.filter((k) => search[k]).map((k) => [k, search[k]]));
	let { to, search: more, ...rest } = p;
	return (0, import_jsx_runtime.jsx)(Link, {
		to,
		search: {
			...along,
			...more
		},
		...rest
	});
}
function Shell() {
	let path = useRouterState({ select: (s) => s.location.pathname });
	let loading = useRouterState({ select: (s) => s.isLoading });
	let [palette, setPalette] = (0, import_react.useState)(!1);
	let [help, setHelp] = (0, import_react.useState)(!1);
	let [stale, setStale] = (0, import_react.useState)(!1);
	let go = useGo();
	let t = useTheme();
	(0, import_react.useEffect)(() => onNewBuild(() => setStale(!0)), []);
	(0, import_react.useEffect)(() => {
		let page = pages.find((p) => p.path === "/" ? path === "/" : path.startsWith(p.path));
		document.title = (page && path !== "/" ? page.title + " · " : "") + "weir";
	}, [path]);
	useShortcuts([
		...pages.map((p) => ({
			keys: p.keys,
			title: p.title,
			group: "Go to",
			run: () => go(p.path)
		})),
		{
			keys: "mod+k",
			title: "Find a page, an address, an app",
			group: "Everywhere",
			run: () => setPalette(!0)
		},
		{
			keys: "?",
			title: "These keys",
			group: "Everywhere",
			run: () => setHelp(!0)
		}
	]);
	if (path === "/login") return (0, import_jsx_runtime.jsx)(Outlet, {});
	let nextTheme = t.theme === "system" ? "light" : t.theme === "light" ? "dark" : "system";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Shell_module_default.shell,
		children: [
			(0, import_jsx_runtime.jsx)("a", {
				className: Shell_module_default.skip,
				href: "#main",
				children: "Skip to the page"
			}),
			(0, import_jsx_runtime.jsxs)("nav", {
				className: Shell_module_default.nav,
				"aria-label": "Pages",
				children: [
					(0, import_jsx_runtime.jsxs)(Along, {
						to: "/",
						className: Shell_module_default.brand,
						title: "Overview",
						children: [(0, import_jsx_runtime.jsx)("img", {
							src: "/favicon.svg",
							alt: "",
							width: 26,
							height: 26
						}), (0, import_jsx_runtime.jsx)("span", { children: "weir" })]
					}),
					(0, import_jsx_runtime.jsx)("ul", { children: pages.map((p) => {
						let here = p.path === "/" ? path === "/" : path.startsWith(p.path);
						return (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(Along, {
							to: p.path,
							className: here ? Shell_module_default.here : Shell_module_default.link,
							title: `${p.doc} (${p.keys})`,
							"aria-current": here ? "page" : void 0,
							children: [
								(0, import_jsx_runtime.jsx)(Icon, { name: p.icon }),
								(0, import_jsx_runtime.jsx)("span", { children: p.title }),
								p.path === "/alerts" ? (0, import_jsx_runtime.jsx)(OpenAlerts, {}) : null
							]
						}) }, p.path);
					}) }),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Shell_module_default.foot,
						children: [(0, import_jsx_runtime.jsxs)("button", {
							type: "button",
							onClick: () => setHelp(!0),
							title: "Keys (?)",
							children: [(0, import_jsx_runtime.jsx)(Icon, { name: "keys" }), (0, import_jsx_runtime.jsx)("span", { children: "Keys" })]
						}), (0, import_jsx_runtime.jsxs)("button", {
							type: "button",
							onClick: () => setTheme(nextTheme),
							title: `Theme: ${t.theme}; next: ${nextTheme}`,
							children: [(0, import_jsx_runtime.jsx)(Icon, { name: t.theme === "system" ? "system" : t.theme }), (0, import_jsx_runtime.jsxs)("span", { children: ["Theme: ", t.theme] })]
						})]
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Shell_module_default.body,
				children: [
					(0, import_jsx_runtime.jsxs)("header", {
						className: Shell_module_default.top,
						children: [(0, import_jsx_runtime.jsxs)("button", {
							type: "button",
							className: Shell_module_default.find,
							onClick: () => setPalette(!0),
							children: [
								(0, import_jsx_runtime.jsx)(Icon, { name: "search" }),
								(0, import_jsx_runtime.jsx)("span", { children: "Find an address, app, page …" }),
								(0, import_jsx_runtime.jsx)("kbd", { children: "Ctrl K" })
							]
						}), (0, import_jsx_runtime.jsxs)("div", {
							className: Shell_module_default.controls,
							children: [(0, import_jsx_runtime.jsx)(RangePicker, {}), (0, import_jsx_runtime.jsx)(ZonePicker, {})]
						})]
					}),
					loading ? (0, import_jsx_runtime.jsx)("div", {
						className: Shell_module_default.loading,
						role: "progressbar",
						"aria-label": "Loading the page"
					}) : null,
					stale ? (0, import_jsx_runtime.jsxs)("div", {
						className: Shell_module_default.stale,
						role: "status",
						children: [
							"weir was updated. This page is from before.",
							" ",
							(0, import_jsx_runtime.jsx)("button", {
								type: "button",
								onClick: () => window.location.reload(),
								children: "Load it anew"
							})
						]
					}) : null,
					(0, import_jsx_runtime.jsx)("main", {
						id: "main",
						className: Shell_module_default.main,
						tabIndex: -1,
						children: (0, import_jsx_runtime.jsx)(import_react.Suspense, {
							fallback: (0, import_jsx_runtime.jsx)("div", {
								className: Shell_module_default.waiting,
								"aria-busy": "true"
							}),
							children: (0, import_jsx_runtime.jsx)(Pinning, { children: (0, import_jsx_runtime.jsx)(Outlet, {}) })
						})
					})
				]
			}),
			palette ? (0, import_jsx_runtime.jsx)(import_react.Suspense, { children: (0, import_jsx_runtime.jsx)(Palette, { onClose: () => setPalette(!1) }) }) : null,
			help ? (0, import_jsx_runtime.jsx)(import_react.Suspense, { children: (0, import_jsx_runtime.jsx)(Keys, { onClose: () => setHelp(!1) }) }) : null
		]
	});
}
function OpenAlerts() {
	useAlertNews();
	let n = useGet("/alerts/counts", void 0, { every: 12e4 }).data?.open ?? 0;
	return n > 0 ? (0, import_jsx_runtime.jsx)("span", {
		className: Shell_module_default.badge,
		"aria-label": `${n} open alerts`,
		children: n > 999 ? "999+" : n
	}) : null;
}
function Lost() {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Shell_module_default.message,
		children: [
			(0, import_jsx_runtime.jsx)("h1", { children: "There is no such page" }),
			(0, import_jsx_runtime.jsx)("p", { children: "The address leads nowhere in weir." }),
			(0, import_jsx_runtime.jsx)(Along, {
				to: "/",
				children: "Go to the overview"
			})
		]
	});
}
function Failed(p) {
	let error = p.error;
	let fix = error instanceof Problem ? error.fix : void 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Shell_module_default.message,
		role: "alert",
		children: [
			(0, import_jsx_runtime.jsx)("h1", { children: "This page failed" }),
			(0, import_jsx_runtime.jsx)("p", { children: error.message }),
			fix ? (0, import_jsx_runtime.jsx)("p", { children: fix }) : null,
			(0, import_jsx_runtime.jsx)("button", {
				type: "button",
				onClick: () => window.location.reload(),
				children: "Load it anew"
			})
		]
	});
}
var root$1 = createRootRoute({
	component: Shell,
	notFoundComponent: Lost,
	errorComponent: Failed
});
function page(path, load, ahead) {
	let there = !1;
	let component = lazyRouteComponent(() => load().then((m) => {
		there = !0;
		return m;
	}));
	return createRoute({
		getParentRoute: () => root$1,
		path,
		component,
		loader: ahead && (({ location }) => there ? void 0 : ahead(readSearch(location.searchStr)))
	});
}
var routes = [
	page("/", () => __vitePreload(() => import("./overview.js").then((n) => n.t), __vite__mapDeps([16,2,3,1,4,17])), askAhead),
	page("/explore", () => __vitePreload(() => import("./explore.js").then((n) => n.t), __vite__mapDeps([18,2,3,1,4,19,20,21,22,6,7,23]))),
	page("/alerts", () => __vitePreload(() => import("./alerts.js"), __vite__mapDeps([24,2,3,1,4,6,7,25,26,19,20,21,27,28,22,29,30,31]))),
	page("/graph", () => __vitePreload(() => import("./graph.js"), __vite__mapDeps([32,2,3,1,4,33,6,7,19,20,21,34]))),
	page("/entity/$kind/$id", () => __vitePreload(() => import("./entity.js"), __vite__mapDeps([35,2,3,1,4,19,20,21,33,36]))),
	page("/capacity", () => __vitePreload(() => import("./capacity.js"), __vite__mapDeps([37,2,3,1,4,25,26,19,20,21,27,28,38]))),
	page("/rules", () => __vitePreload(() => import("./rules.js"), __vite__mapDeps([39,2,3,1,4,25,26,19,20,21,27,28,40,22,29,30,41]))),
	page("/rules/$id", () => __vitePreload(() => import("./rules.js"), __vite__mapDeps([39,2,3,1,4,25,26,19,20,21,27,28,40,22,29,30,41]))),
	page("/sources", () => __vitePreload(() => import("./sources.js"), __vite__mapDeps([42,2,1,3,4,43,19,20,21,44,27,28,22,40,6,7,45]))),
	page("/settings", () => __vitePreload(() => import("./settings.js").then((n) => n.t), __vite__mapDeps([46,2,1,3,4,19,20,21,40,22,6,7,27,28,29,30,47]))),
	page("/start", () => __vitePreload(() => import("./start.js"), __vite__mapDeps([48,2,1,3,4,40,22,27,28,43,19,20,21,44,49]))),
	page("/boards", () => __vitePreload(() => import("./boards.js"), __vite__mapDeps([50,2,3,1,4,8,9,19,20,21,51,16,17]))),
	page("/boards/$name", () => __vitePreload(() => import("./boards.js"), __vite__mapDeps([50,2,3,1,4,8,9,19,20,21,51,16,17]))),
	page("/audit", () => __vitePreload(() => import("./audit.js"), __vite__mapDeps([52,2,22,3,1,4,19,20,21,27,28,53]))),
	page("/login", () => __vitePreload(() => import("./login.js"), __vite__mapDeps([54,2,3,1,4,27,28,55])))
];
var router = createRouter({
	routeTree: root$1.addChildren(routes),
	parseSearch: readSearch,
	stringifySearch: writeSearch,
	defaultPreload: "intent",
	defaultPreloadDelay: 60,
	scrollRestoration: !0
});
loadSession();
beforeChanges(() => loadSession());
window.addEventListener("weir-login", () => {
	if (router.state.location.pathname === "/login") return;
	let next = router.state.location.href;
	router.navigate({
		to: "/login",
		search: next === "/" ? {} : { next },
		replace: !0
	});
});
var root = document.getElementById("root");
root && (0, import_client.createRoot)(root).render((0, import_jsx_runtime.jsx)(import_react.StrictMode, { children: (0, import_jsx_runtime.jsx)(QueryClientProvider, {
	client: client$1,
	children: (0, import_jsx_runtime.jsx)(RouterProvider, { router })
}) }));
export { RangePicker_module_default as a, slowly as c, useStreamState as d, loadSession as f, useTheme as g, setTheme as h, ZonePicker as i, touchAlerts as l, useSession as m, useGo as n, pages as o, took as p, Shell_module_default as r, Icon as s, Along as t, useStream as u };
