import { r as __toESM } from "./rolldown-runtime.js";
import { s as useVirtualizer } from "./lib-table.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { b as csv } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var Twin_module_default = {
	root: "Twin-module_root",
	scroll: "Twin-module_scroll",
	table: "Twin-module_table",
	action: "Twin-module_action",
	number: "Twin-module_number",
	pad: "Twin-module_pad",
	pick: "Twin-module_pick",
	foot: "Twin-module_foot"
};
var import_jsx_runtime = require_jsx_runtime();
var rowHeight = 26;
function compare(a, b) {
	if (a === b) return 0;
	if (a == null) return -1;
	if (b == null) return 1;
	if (typeof a == "number" && typeof b == "number") return a - b;
	return String(a).localeCompare(String(b), "en", { numeric: !0 });
}
function saveText(name, text, type) {
	let url = URL.createObjectURL(new Blob([text], { type }));
	let a = document.createElement("a");
	a.href = url;
	a.download = name;
	a.click();
	setTimeout(() => URL.revokeObjectURL(url), 1e3);
}
function fileName(title) {
	return `weir-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "table"}.csv`;
}
function Twin({ title, columns, rows, height = 260, sort, onPick }) {
	let [order, setOrder] = (0, import_react.useState)(sort);
	let scroller = (0, import_react.useRef)(null);
	let sorted = (0, import_react.useMemo)(() => {
		let column = columns.find((c) => c.key === order?.key);
		if (!column) return rows;
		let sign = order?.down ? -1 : 1;
		return rows.map((row, i) => ({
			row,
			i,
			v: column.value(row)
		})).sort((a, b) => sign * compare(a.v, b.v) || a.i - b.i).map((x) => x.row);
	}, [
		rows,
		columns,
		order
	]);
	let virtual = useVirtualizer({
		count: sorted.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		overscan: 12
	});
	let shown = virtual.getVirtualItems();
	let before = shown[0]?.start ?? 0;
	let after = virtual.getTotalSize() - (shown[shown.length - 1]?.end ?? 0);
	let seen = columns.filter((c) => !c.exported);
	let click = (c) => setOrder(order?.key === c.key ? {
		key: c.key,
		down: !order.down
	} : {
		key: c.key,
		down: !!c.number
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Twin_module_default.root,
		children: [(0, import_jsx_runtime.jsx)("div", {
			ref: scroller,
			className: Twin_module_default.scroll,
			style: { maxHeight: height },
			tabIndex: 0,
			role: "region",
			"aria-label": `${title}, table`,
			children: (0, import_jsx_runtime.jsxs)("table", {
				className: Twin_module_default.table,
				"aria-rowcount": sorted.length + 1,
				children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsx)("tr", { children: seen.map((c) => {
					let on = order?.key === c.key;
					return (0, import_jsx_runtime.jsx)("th", {
						scope: "col",
						className: c.number ? Twin_module_default.number : void 0,
						"aria-sort": on ? order.down ? "descending" : "ascending" : void 0,
						children: (0, import_jsx_runtime.jsxs)("button", {
							type: "button",
							onClick: () => click(c),
							children: [c.title, on && (0, import_jsx_runtime.jsx)("span", {
								"aria-hidden": "true",
								children: order.down ? " ↓" : " ↑"
							})]
						})
					}, c.key);
				}) }) }), (0, import_jsx_runtime.jsxs)("tbody", { children: [
					before > 0 && (0, import_jsx_runtime.jsx)("tr", {
						"aria-hidden": "true",
						children: (0, import_jsx_runtime.jsx)("td", {
							className: Twin_module_default.pad,
							colSpan: seen.length,
							style: { height: before }
						})
					}),
					shown.map((v) => {
						let row = sorted[v.index];
						return (0, import_jsx_runtime.jsx)("tr", {
							"aria-rowindex": v.index + 2,
							children: seen.map((c, i) => {
								let text = c.text ? c.text(row) : c.value(row) ?? "–";
								return (0, import_jsx_runtime.jsx)("td", {
									className: c.number ? Twin_module_default.number : void 0,
									children: onPick && i === 0 ? (0, import_jsx_runtime.jsx)("button", {
										type: "button",
										className: Twin_module_default.pick,
										onClick: () => onPick(row),
										children: text
									}) : text
								}, c.key);
							})
						}, v.index);
					}),
					after > 0 && (0, import_jsx_runtime.jsx)("tr", {
						"aria-hidden": "true",
						children: (0, import_jsx_runtime.jsx)("td", {
							className: Twin_module_default.pad,
							colSpan: seen.length,
							style: { height: after }
						})
					})
				] })]
			})
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: Twin_module_default.foot,
			children: [(0, import_jsx_runtime.jsx)("span", { children: rows.length === 1 ? "1 row" : `${rows.length.toLocaleString("en")} rows` }), (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				className: Twin_module_default.action,
				onClick: () => saveText(fileName(title), csv([columns.map((c) => c.title), ...sorted.map((r) => columns.map((c) => c.value(r)))]), "text/csv"),
				disabled: rows.length === 0,
				children: "Export CSV"
			})]
		})]
	});
}
export { Twin };
