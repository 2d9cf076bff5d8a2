const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/SqlEditor.js","assets/codemirror.js","assets/CodeEditor.js","assets/jsx-runtime.js","assets/CodeEditor.css","assets/client.js","assets/hooks.js"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { n as Table, r as api, t as Problem } from "./client.js";
import { r as useGet } from "./hooks.js";
import { a as duration, c as plural } from "./format.js";
import { n as useRange } from "./range.js";
import { s as useZone, t as __vitePreload } from "./preload-helper.js";
import { r as csv } from "./series.js";
import { r as Button, t as Fault } from "./Fault.js";
import { r as columnsOf, t as DataTable } from "./DataTable.js";
import { s as Panel } from "./index.js";
import { n as explore_module_default } from "./explore.js";
// src/pages/explore/Sql.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), Editor = (0, import_react.lazy)(() => __vitePreload(() => import("./SqlEditor.js"), __vite__mapDeps([0,1,2,3,4,5,6]))), example = "SELECT dstport, count() AS records, sum(bytes) AS bytes\nFROM flows\nWHERE action = 'REJECT' AND start >= {since:DateTime} AND start < {until:DateTime}\nGROUP BY dstport\nORDER BY records DESC\nLIMIT 25";
function Sql({ s, set }) {
	let range = useRange(), hunts = useGet("/hunts"), hunt = hunts.data?.find((h) => h.name === s.hunt), [text, setText] = (0, import_react.useState)(s.sql || example), [answer, setAnswer] = (0, import_react.useState)(), [since, setSince] = (0, import_react.useState)(0), abort = (0, import_react.useRef)(void 0), values = (0, import_react.useMemo)(() => Object.fromEntries(new URLSearchParams(s.with)), [s.with]);
	(0, import_react.useEffect)(() => {
		s.sql && setText(s.sql);
	}, [s.sql]), (0, import_react.useEffect)(() => () => abort.current?.abort(), []);
	let run = async (what, ask) => {
		abort.current?.abort();
		let c = new AbortController();
		abort.current = c, setSince(Date.now());
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
	}, runSQL = () => {
		set({
			sql: text === example ? "" : text,
			hunt: ""
		});
		let params = {}, stamp = (t) => new Date((t ?? 0) * 1e3).toISOString().slice(0, 19).replace("T", " ");
		/\{since:/.test(text) && range.from !== void 0 && (params.since = stamp(range.from)), /\{until:/.test(text) && range.to !== void 0 && (params.until = stamp(range.to)), run("SQL", (signal) => api.post("/sql", {
			sql: text,
			params
		}, { signal }));
	}, runHunt = (name, given) => void run(name, (signal) => api.post("/hunts/{name}", { values: given }, {
		at: { name },
		signal
	})), cancel = () => {
		abort.current?.abort(), setSince(0);
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
					let f = new FormData(e.currentTarget), given = Object.fromEntries(hunt.params.map((p) => [p.name, String(f.get(p.name) ?? "")])), changed = hunt.params.filter((p) => given[p.name] !== p.default).map((p) => [p.name, given[p.name] ?? ""]);
					set({ with: new URLSearchParams(changed).toString() }), runHunt(hunt.name, given);
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
									setText(hunt.sql), set({
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
	return (0, import_react.useEffect)(() => {
		let t = setInterval(() => setNow(Date.now()), 250);
		return () => clearInterval(t);
	}, []), (0, import_jsx_runtime.jsx)("span", {
		className: explore_module_default.note,
		role: "progressbar",
		"aria-label": "It runs",
		children: duration(Math.max(0, (now - since) / 1e3))
	});
}
function Result({ answer }) {
	let zone = useZone(), { table, error } = answer, columns = (0, import_react.useMemo)(() => columnsOf(table, zone).map((c) => ({
		...c,
		...handle(c.key)
	})), [table, zone]), rows = (0, import_react.useMemo)(() => table?.rows() ?? [], [table]), save = (kind) => {
		if (!table) return;
		let names = table.columns.map((c) => c.name), cell = (v) => v === null || typeof v == "number" || typeof v == "string" ? v : JSON.stringify(v), text = kind === "csv" ? csv([names, ...rows.map((r) => names.map((n) => cell(r[n])))]) : rows.map((r) => JSON.stringify(r) + "\n").join(""), a = document.createElement("a");
		a.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/x-ndjson" })), a.download = `${answer.what}.${kind}`, a.click(), setTimeout(() => URL.revokeObjectURL(a.href), 1e4);
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
var known = /^(srcaddr|dstaddr|client|server|srcport|dstport|service_port|protocol|interface_id|vpc_id|subnet_id|instance_id|action|src_app|dst_app|client_app|server_app)$/, handle = (name) => known.test(name) ? { field: name } : {};
export { Sql };
