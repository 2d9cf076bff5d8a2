import { F as require_jsx_runtime, y as useQuery } from "./lib-react.js";
import { B as plan, V as Panel_module_default, Y as Skeleton, et as Fault, nn as api, nt as Copy } from "./kit.js";
import { t as Drawer } from "./Drawer.js";
function sqlLines(sql) {
	if (sql.includes("\n")) return sql;
	let clause = /^(SELECT|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|UNION ALL|LEFT JOIN|INNER JOIN|JOIN|SETTINGS)\b/i;
	let out = "";
	let starts = [!1];
	for (let i = 0; i < sql.length;) {
		let c = sql[i] ?? "";
		if (c === "'" || c === "`" || c === "\"") {
			let end = i + 1;
			for (; end < sql.length && sql[end] !== c;) end += sql[end] === "\\" ? 2 : 1;
			out += sql.slice(i, end + 1);
			i = end + 1;
			continue;
		}
		c === "(" && starts.push(/^\(\s*SELECT\b/i.test(sql.slice(i)));
		c === ")" && starts.length > 1 && starts.pop() && (out += "\n" + "  ".repeat(starts.filter(Boolean).length));
		(i === 0 || /[\s(]/.test(sql[i - 1] ?? "")) && clause.exec(sql.slice(i, i + 12)) && i > 0 && (starts.length === 1 || starts[starts.length - 1]) && (out = out.trimEnd() + "\n" + "  ".repeat(starts.filter(Boolean).length));
		out += c;
		i++;
	}
	return out;
}
var import_jsx_runtime = require_jsx_runtime();
function ShowSQL({ query, name, onClose }) {
	let q = useQuery({
		queryKey: ["/query/plan", query],
		queryFn: ({ signal }) => api.get("/query/plan", plan(query), { signal })
	});
	let params = Object.entries(q.data?.params ?? {});
	return (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose,
		title: `${name}: how it is asked`,
		sub: q.data && `Answered from ${q.data.table}${q.data.why ? `: ${q.data.why}` : ""}`,
		width: 760,
		children: q.error ? (0, import_jsx_runtime.jsx)(Fault, { error: q.error }) : q.data ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Panel_module_default.codehead,
				children: [(0, import_jsx_runtime.jsx)("h3", { children: "SQL" }), (0, import_jsx_runtime.jsx)(Copy, { text: q.data.sql })]
			}),
			(0, import_jsx_runtime.jsx)("pre", {
				className: Panel_module_default.code,
				tabIndex: 0,
				children: sqlLines(q.data.sql)
			}),
			params.length > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("h3", { children: "Parameters" }), (0, import_jsx_runtime.jsx)("pre", {
				className: Panel_module_default.code,
				children: params.map(([k, v]) => `${k} = ${v}`).join("\n")
			})] }),
			q.data.cli && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Panel_module_default.codehead,
				children: [(0, import_jsx_runtime.jsx)("h3", { children: "Command" }), (0, import_jsx_runtime.jsx)(Copy, { text: q.data.cli })]
			}), (0, import_jsx_runtime.jsx)("pre", {
				className: Panel_module_default.code,
				tabIndex: 0,
				children: q.data.cli
			})] })
		] }) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 6 })
	});
}
export { ShowSQL as default };
