const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/SqlEditor.js","assets/rolldown-runtime.js","assets/lib-codemirror.js","assets/lib-react.js","assets/kit.js","assets/kit.css","assets/CodeEditor.js","assets/codemirror.js","assets/CodeEditor.css"])))=>i.map(i=>d[i]);
import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { I as Panel, Qt as useGet, Rt as useRange, Wt as useZone, b as csv, en as Problem, et as Fault, ht as __vitePreload, nn as api, pt as plural, rt as Button, tn as Table, ut as duration } from "./kit.js";
import { r as columnsOf, t as DataTable } from "./DataTable.js";
import { n as explore_module_default } from "./explore.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var Editor = (0, import_react.lazy)(() => __vitePreload(() => import("./SqlEditor.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8])));
var example = "SELECT dstport, count() AS records, sum(bytes) AS bytes\nFROM flows\nWHERE action = 'REJECT' AND start >= {since:DateTime} AND start < {until:DateTime}\nGROUP BY dstport\nORDER BY records DESC\nLIMIT 25";
function Sql({ s, set }) {
	let range = useRange();
	let hunts = useGet("/hunts");
	let hunt = hunts.data?.find((h) => h.name === s.hunt);
	let [text, setText] = (0, import_react.useState)(s.sql || example);
	let [answer, setAnswer] = (0, import_react.useState)();
	let [since, setSince] = (0, import_react.useState)(0);
	let abort = (0, import_react.useRef)(void 0);
	let values = (0, import_react.useMemo)(() => Object.fromEntries(new URLSearchParams(s.with)), [s.with]);
	(0, import_react.useEffect)(() => {
		s.sql && setText(s.sql);
	}, [s.sql]);
	(0, import_react.useEffect)(() => () => abort.current?.abort(), []);
	let run = async (what, ask) => {
		abort.current?.abort();
		let c = new AbortController();
		abort.current = c;
		setSince(Date.now());
		try {
			let t = new Table(await ask(c.signal));
			abort.current === c && setAnswer({
				table: t,
				what
			});
		} catch (e) {
			if (c.signal.aborted) return;
			setAnswer({
				error: e instanceof Problem ? e : void 0,
				what
			});
		} finally {
			abort.current === c && setSince(0);
		}
	};
	let runSQL = () => {
		set({
			sql: text === example ? "" : text,
			hunt: ""
		});
		let params = {};
		let stamp = (t) => new Date((t ?? 0) * 1e3).toISOString().slice(0, 19).replace("T", " ");
		/\{since:/.test(text) && range.from !== void 0 && (params.since = stamp(range.from));
		/\{until:/.test(text) && range.to !== void 0 && (params.until = stamp(range.to));
		run("SQL", (signal) => api.post("/sql", {
			sql: text,
			params
		}, { signal }));
	};
	let runHunt = (name, given) => void run(name, (signal) => api.post("/hunts/{name}", { values: given }, {
		at: { name },
		signal
	}));
	let cancel = () => {
		abort.current?.abort();
		setSince(0);
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: explore_module_default.sql,
		children: [(0, import_jsx_runtime.jsxs)("aside", {
			className: explore_module_default.hunts,
			"aria-label": "Hunts",
			children: [(0, import_jsx_runtime.jsx)("h2", { children: "Hunts" }), (0, import_jsx_runtime.jsx)("ul", { children: (hunts.data ?? []).map((h) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				"aria-pressed": h.name === s.hunt,
				title: h.doc,
				onClick: () => set({
					hunt: h.name === s.hunt ? "" : h.name,
					with: ""
				}),
				children: h.title
			}) }, h.name)) })]
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: explore_module_default.sqlMain,
			children: [hunt ? (0, import_jsx_runtime.jsxs)("form", {
				className: explore_module_default.hunt,
				onSubmit: (e) => {
					e.preventDefault();
					let f = new FormData(e.currentTarget);
					let given = Object.fromEntries(hunt.params.map((p) => [p.name, String(f.get(p.name) ?? "")]));
					let changed = hunt.params.filter((p) => given[p.name] !== p.default).map((p) => [p.name, given[p.name] ?? ""]);
					set({ with: new URLSearchParams(changed).toString() });
					runHunt(hunt.name, given);
				},
				children: [
					(0, import_jsx_runtime.jsx)("h2", { children: hunt.title }),
					(0, import_jsx_runtime.jsx)("p", { children: hunt.doc }),
					(0, import_jsx_runtime.jsx)("div", {
						className: explore_module_default.huntFields,
						children: hunt.params.map((p) => (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsxs)("span", { children: [
							p.name,
							" ",
							(0, import_jsx_runtime.jsx)("small", { children: p.doc })
						] }), (0, import_jsx_runtime.jsx)("input", {
							name: p.name,
							defaultValue: values[p.name] ?? p.default,
							required: !0,
							"aria-label": `${p.name}: ${p.doc}`
						})] }, p.name))
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: explore_module_default.sqlDo,
						children: [
							(0, import_jsx_runtime.jsx)(Button, {
								type: "submit",
								kind: "primary",
								small: !0,
								icon: "play",
								busy: since > 0,
								children: "Run the hunt"
							}),
							since > 0 && (0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								icon: "close",
								onClick: cancel,
								children: "Cancel"
							}),
							(0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								kind: "quiet",
								icon: "edit",
								onClick: () => {
									setText(hunt.sql);
									set({
										hunt: "",
										sql: hunt.sql
									});
								},
								children: "Edit as SQL"
							}),
							since > 0 && (0, import_jsx_runtime.jsx)(Elapsed, { since })
						]
					}),
					(0, import_jsx_runtime.jsxs)("details", { children: [(0, import_jsx_runtime.jsx)("summary", { children: "SQL" }), (0, import_jsx_runtime.jsx)("pre", {
						tabIndex: 0,
						children: hunt.sql
					})] })
				]
			}, hunt.name) : (0, import_jsx_runtime.jsxs)("div", {
				className: explore_module_default.hunt,
				children: [(0, import_jsx_runtime.jsx)(import_react.Suspense, {
					fallback: (0, import_jsx_runtime.jsx)("textarea", {
						className: explore_module_default.sqlPlain,
						value: text,
						"aria-label": "SQL",
						onChange: (e) => setText(e.target.value),
						rows: 8,
						spellCheck: !1
					}),
					children: (0, import_jsx_runtime.jsx)(Editor, {
						label: "SQL",
						value: text,
						onChange: setText,
						onRun: runSQL,
						minHeight: 130,
						maxHeight: 340
					})
				}), (0, import_jsx_runtime.jsxs)("div", {
					className: explore_module_default.sqlDo,
					children: [
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "primary",
							small: !0,
							icon: "play",
							busy: since > 0,
							onClick: runSQL,
							title: "Run (Ctrl Enter)",
							children: "Run"
						}),
						since > 0 && (0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							icon: "close",
							onClick: cancel,
							children: "Cancel"
						}),
						since > 0 && (0, import_jsx_runtime.jsx)(Elapsed, { since }),
						(0, import_jsx_runtime.jsxs)("span", {
							className: explore_module_default.note,
							children: [
								"One SELECT over ",
								(0, import_jsx_runtime.jsx)("code", { children: "flows" }),
								" and ",
								(0, import_jsx_runtime.jsx)("code", { children: "vpc_flow_logs" }),
								", read only, 10,000 rows at most. ",
								(0, import_jsx_runtime.jsx)("code", { children: "{since:DateTime}" }),
								" and ",
								(0, import_jsx_runtime.jsx)("code", { children: "{until:DateTime}" }),
								" are the range above."
							]
						})
					]
				})]
			}), answer && (0, import_jsx_runtime.jsx)(Result, { answer })]
		})]
	});
}
function Elapsed({ since }) {
	let [now, setNow] = (0, import_react.useState)(Date.now());
	(0, import_react.useEffect)(() => {
		let t = setInterval(() => setNow(Date.now()), 250);
		return () => clearInterval(t);
	}, []);
	return (0, import_jsx_runtime.jsx)("span", {
		className: explore_module_default.note,
		role: "progressbar",
		"aria-label": "It runs",
		children: duration(Math.max(0, (now - since) / 1e3))
	});
}
function Result({ answer }) {
	let zone = useZone();
	let { table, error } = answer;
	let columns = (0, import_react.useMemo)(() => columnsOf(table, zone).map((c) => ({
		...c,
		...handle(c.key)
	})), [table, zone]);
	let rows = (0, import_react.useMemo)(() => table?.rows() ?? [], [table]);
	let save = (kind) => {
		if (!table) return;
		let names = table.columns.map((c) => c.name);
		let cell = (v) => v === null || typeof v == "number" || typeof v == "string" ? v : JSON.stringify(v);
		let text = kind === "csv" ? csv([names, ...rows.map((r) => names.map((n) => cell(r[n])))]) : rows.map((r) => JSON.stringify(r) + "\n").join("");
		let a = document.createElement("a");
		a.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/x-ndjson" }));
		a.download = `${answer.what}.${kind}`;
		a.click();
		setTimeout(() => URL.revokeObjectURL(a.href), 1e4);
	};
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: table ? plural(table.length, "row") : "Result",
		name: "Result",
		meta: table?.meta,
		error,
		flush: !0,
		menu: table ? [{
			id: "csv",
			title: "Export CSV",
			icon: "download",
			run: () => save("csv")
		}, {
			id: "ndjson",
			title: "Export NDJSON",
			icon: "download",
			run: () => save("ndjson")
		}] : void 0,
		children: [table && (0, import_jsx_runtime.jsx)(DataTable, {
			id: "explore.sql",
			label: "Result",
			columns,
			rows,
			rowKey: (_, i) => String(i),
			height: rows.length > 14 ? 440 : void 0,
			empty: "No rows."
		}), !table && !error && (0, import_jsx_runtime.jsx)(Fault, { error: Error("it failed") })]
	});
}
var known = /^(srcaddr|dstaddr|client|server|srcport|dstport|service_port|protocol|interface_id|vpc_id|subnet_id|instance_id|action|src_app|dst_app|client_app|server_app)$/;
var handle = (name) => known.test(name) ? { field: name } : {};
export { Sql };
