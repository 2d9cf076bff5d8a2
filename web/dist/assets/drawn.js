import { r as __toESM } from "./rolldown-runtime.js";
import { I as require_react } from "./lib-react.js";
import { $t as useTable, Dt as and, a as line, o as pivot } from "./kit.js";
import { i as titleOf } from "./DataTable.js";
var import_react = __toESM(require_react(), 1);
var colors = [
	1,
	2,
	3,
	4,
	5,
	6
];
var fixed = {
	ACCEPT: "accept",
	REJECT: "reject"
};
var columnOf = (agg) => agg.replace(/\((\w+)\)/, "_$1");
var list = (text) => (text ?? "").split(",").filter(Boolean);
var place = (order, k) => {
	let i = order.indexOf(k);
	return i < 0 ? order.length : i;
};
var perUnit = (unit) => unit === "bytes" ? "bytes" : unit === "seconds" ? "seconds" : "";
function useDrawn(lines, { show, chart: kindOf }, { when = !0, order } = {}) {
	let asked = useTable(lines, { when });
	let rejected = useTable({
		...lines,
		filter: and(lines.filter, "action:REJECT"),
		agg: "count"
	}, { when: when && show === "rejected" });
	let whole = useTable({
		...lines,
		by: void 0,
		limit: void 0
	}, { when: when && show === "share" });
	let table = asked.table;
	let chart = (0, import_react.useMemo)(() => {
		if (!table) return;
		let by = list(lines.by)[0];
		let cols = list(lines.agg).map(columnOf);
		let two = show === "values" && cols.length > 1 && !!by;
		let p = pivot(table, by, cols);
		let first = cols[0] ?? "count";
		let sums = new Map([...p.of].map(([k, m]) => [k, (m.get(first) ?? []).reduce((a, b) => a + b, 0)]));
		let keys = [...p.of.keys()].sort((a, b) => order ? place(order, a) - place(order, b) : (sums.get(b) ?? 0) - (sums.get(a) ?? 0)).slice(0, two ? 3 : 10);
		let unit = (c) => table.columns.find((x) => x.name === c)?.unit || "flows";
		let kind = kindOf === "bars" ? "bars" : kindOf === "area" ? "area" : "line";
		let name = (k) => by ? k || `no ${titleOf(by)}` : "";
		let color = (k, i) => fixed[k] ?? colors[i % 6];
		let out = [];
		keys.forEach((k, i) => {
			let a = line(p, k, first);
			switch (show) {
				case "ratio": {
					let second = cols[1] ?? first;
					let b = line(p, k, second);
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
					let r = rejected.table ? line(pivot(rejected.table, by, ["count"]), k, "count") : [];
					let n = line(p, k, "count");
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
		});
		return {
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
