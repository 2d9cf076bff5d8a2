import { a as __toESM, n as require_react } from "./jsx-runtime.js";
import { i as useTable } from "./hooks.js";
import { n as pivot, t as line } from "./pivot.js";
import { a as and } from "./fields.js";
import { i as titleOf } from "./DataTable.js";
// src/pages/explore/drawn.ts
var import_react = __toESM(require_react(), 1), colors = [
	1,
	2,
	3,
	4,
	5,
	6
], fixed = {
	ACCEPT: "accept",
	REJECT: "reject"
}, columnOf = (agg) => agg.replace(/\((\w+)\)/, "_$1"), list = (text) => (text ?? "").split(",").filter(Boolean), place = (order, k) => {
	let i = order.indexOf(k);
	return i < 0 ? order.length : i;
}, perUnit = (unit) => unit === "bytes" ? "bytes" : unit === "seconds" ? "seconds" : "";
function useDrawn(lines, { show, chart: kindOf }, { when = !0, order } = {}) {
	let asked = useTable(lines, { when }), rejected = useTable({
		...lines,
		filter: and(lines.filter, "action:REJECT"),
		agg: "count"
	}, { when: when && show === "rejected" }), whole = useTable({
		...lines,
		by: void 0,
		limit: void 0
	}, { when: when && show === "share" }), table = asked.table, chart = (0, import_react.useMemo)(() => {
		if (!table) return;
		let by = list(lines.by)[0], cols = list(lines.agg).map(columnOf), two = show === "values" && cols.length > 1 && !!by, p = pivot(table, by, cols), first = cols[0] ?? "count", sums = new Map([...p.of].map(([k, m]) => [k, (m.get(first) ?? []).reduce((a, b) => a + b, 0)])), keys = [...p.of.keys()].sort((a, b) => order ? place(order, a) - place(order, b) : (sums.get(b) ?? 0) - (sums.get(a) ?? 0)).slice(0, two ? 3 : 10), unit = (c) => table.columns.find((x) => x.name === c)?.unit || "flows", kind = kindOf === "bars" ? "bars" : kindOf === "area" ? "area" : "line", name = (k) => by ? k || `no ${titleOf(by)}` : "", color = (k, i) => fixed[k] ?? colors[i % 6], out = [];
		return keys.forEach((k, i) => {
			let a = line(p, k, first);
			switch (show) {
				case "ratio": {
					let second = cols[1] ?? first, b = line(p, k, second);
					out.push({
						label: `${name(k)} ${titleOf(second)} per ${titleOf(first)}`.trim(),
						unit: perUnit(unit(second)),
						color: color(k, i),
						kind,
						values: a.map((n, x) => n ? (b[x] ?? 0) / n : null)
					});
					break;
				}
				case "share": {
					let all = whole.table ? line(pivot(whole.table, void 0, [first]), "", first) : [];
					out.push({
						label: name(k) || "all",
						unit: "ratio",
						color: color(k, i),
						kind,
						values: a.map((n, x) => all[x] ? n / (all[x] ?? 1) : null)
					});
					break;
				}
				case "rejected": {
					let r = rejected.table ? line(pivot(rejected.table, by, ["count"]), k, "count") : [], n = line(p, k, "count");
					out.push({
						label: `${name(k)} rejected share`.trim(),
						unit: "ratio",
						color: color(k, i),
						kind,
						values: n.map((v, x) => v ? Math.min(1, (r[x] ?? 0) / v) : null)
					});
					break;
				}
				default: cols.slice(0, 2).forEach((c, j) => out.push({
					label: [name(k), cols.length > 1 || !by ? titleOf(c) : ""].filter(Boolean).join(" · "),
					unit: unit(c),
					values: line(p, k, c),
					color: cols.length > 1 && keys.length === 1 ? colors[j] : color(k, cols.length > 1 ? i * 2 + j : i),
					kind: j === 0 ? kind : "line",
					axis: j === 0 ? "left" : "right"
				}));
			}
		}), {
			times: p.times,
			series: out,
			stacked: kindOf !== "lines"
		};
	}, [
		table,
		order,
		rejected.table,
		whole.table,
		show,
		kindOf,
		lines.agg,
		lines.by
	]);
	return {
		...asked,
		chart
	};
}
export { useDrawn as n, columnOf as t };
