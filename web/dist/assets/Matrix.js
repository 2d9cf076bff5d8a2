import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { M as Twin, O as formatNoun, k as formatValue } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var Matrix_module_default = {
	root: "Matrix-module_root",
	head: "Matrix-module_head",
	legend: "Matrix-module_legend",
	key: "Matrix-module_key",
	button: "Matrix-module_button",
	spoken: "Matrix-module_spoken",
	none: "Matrix-module_none",
	scroll: "Matrix-module_scroll",
	grid: "Matrix-module_grid",
	corner: "Matrix-module_corner",
	col: "Matrix-module_col",
	row: "Matrix-module_row",
	colIn: "Matrix-module_colIn",
	text: "Matrix-module_text",
	rowIn: "Matrix-module_rowIn",
	scope: "Matrix-module_scope",
	cell: "Matrix-module_cell",
	halves: "Matrix-module_halves"
};
var import_jsx_runtime = require_jsx_runtime();
var levels = 5;
var rowRoom = 230;
function levelOf(value, low, high) {
	if (value <= 0) return 0;
	if (high <= low) return levels;
	return 1 + Math.min(4, Math.floor(Math.log(value / low) / Math.log(high / low) * levels));
}
function range(values) {
	let known = values.filter((v) => v > 0);
	return known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
}
function Scope({ scope }) {
	if (!scope) return null;
	return (0, import_jsx_runtime.jsx)("span", {
		className: Matrix_module_default.scope,
		"data-scope": scope,
		title: scope === "public" ? "public: has routes to the internet" : "private",
		children: scope
	});
}
function Half({ action, value, of, unit, dense }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		"data-action": action,
		"data-level": levelOf(value, ...of),
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: dense || value <= 0 ? Matrix_module_default.spoken : void 0,
			children: value > 0 ? formatValue(value, unit) : "none"
		}), (0, import_jsx_runtime.jsx)("span", {
			className: Matrix_module_default.spoken,
			children: action === "ACCEPT" ? " accepted," : " rejected"
		})]
	});
}
function Matrix({ title, rows, cols, cells, unit, rowName = "From", colName = "To", onPick, height = 560, table = !0 }) {
	let [asTable, setAsTable] = (0, import_react.useState)(!1);
	let [at, setAt] = (0, import_react.useState)([0, 0]);
	let grid = (0, import_react.useRef)(null);
	let byKey = (0, import_react.useMemo)(() => new Map(cells.map((c) => [`${c.row}\n${c.col}`, c])), [cells]);
	let accepts = (0, import_react.useMemo)(() => range(cells.map((c) => c.accept)), [cells]);
	let rejects = (0, import_react.useMemo)(() => range(cells.map((c) => c.reject)), [cells]);
	let [wide, setWide] = (0, import_react.useState)(0);
	let root = (0, import_react.useRef)(null);
	(0, import_react.useLayoutEffect)(() => {
		let el = root.current;
		if (!el) return;
		let watch = new ResizeObserver(() => setWide(Math.floor(el.clientWidth)));
		watch.observe(el);
		setWide(Math.floor(el.clientWidth));
		return () => watch.disconnect();
	}, []);
	let each = Math.floor((wide - rowRoom) / Math.max(1, cols.length)) - 2;
	let dense = each < 74;
	let columns = (0, import_react.useMemo)(() => {
		let name = (all) => {
			let of = new Map(all.map((l) => [l.key, l.scope ? `${l.label} (${l.scope})` : l.label]));
			return (key) => of.get(key) ?? key;
		};
		let row = name(rows);
		let col = name(cols);
		return [
			{
				key: "row",
				title: rowName,
				value: (c) => row(c.row)
			},
			{
				key: "col",
				title: colName,
				value: (c) => col(c.col)
			},
			{
				key: "accept",
				title: `Accepted (${unit})`,
				number: !0,
				value: (c) => c.accept,
				text: (c) => formatValue(c.accept, unit)
			},
			{
				key: "reject",
				title: `Rejected (${unit})`,
				number: !0,
				value: (c) => c.reject,
				text: (c) => formatValue(c.reject, unit)
			},
			{
				key: "share",
				title: "Share rejected",
				number: !0,
				value: (c) => c.accept + c.reject > 0 ? c.reject / (c.accept + c.reject) : null,
				text: (c) => c.accept + c.reject > 0 ? formatValue(c.reject / (c.accept + c.reject), "ratio") : "–"
			}
		];
	}, [
		rows,
		cols,
		rowName,
		colName,
		unit
	]);
	let onKeyDown = (e) => {
		let move = {
			ArrowUp: [-1, 0],
			ArrowDown: [1, 0],
			ArrowLeft: [0, -1],
			ArrowRight: [0, 1],
			Home: [0, -Infinity],
			End: [0, Infinity]
		}[e.key];
		if (!move || e.altKey || e.ctrlKey || e.metaKey) return;
		e.preventDefault();
		let next = [clamp(at[0] + move[0], rows.length), clamp(at[1] + move[1], cols.length)];
		setAt(next);
		let cell = grid.current?.querySelector(`[data-at="${next.join(",")}"]`);
		cell?.focus();
		cell?.scrollIntoView({
			block: "nearest",
			inline: "nearest"
		});
	};
	let focused = [clamp(at[0], rows.length), clamp(at[1], cols.length)];
	return (0, import_jsx_runtime.jsxs)("div", {
		ref: root,
		className: Matrix_module_default.root,
		role: "group",
		"aria-label": title,
		style: { "--cell": `${Math.max(26, Math.min(104, each))}px` },
		children: [table !== "only" && (0, import_jsx_runtime.jsxs)("div", {
			className: Matrix_module_default.head,
			children: [(0, import_jsx_runtime.jsxs)("span", {
				className: Matrix_module_default.legend,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: Matrix_module_default.key,
						"data-action": "ACCEPT",
						"aria-hidden": "true"
					}),
					" accepted",
					(0, import_jsx_runtime.jsx)("span", {
						className: Matrix_module_default.key,
						"data-action": "REJECT",
						"aria-hidden": "true"
					}),
					" rejected",
					(0, import_jsx_runtime.jsx)("span", { children: unit })
				]
			}), table && (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				className: Matrix_module_default.button,
				"aria-pressed": asTable,
				"aria-label": `Table of ${title}`,
				onClick: () => setAsTable(!asTable),
				children: "Table"
			})]
		}), asTable || table === "only" ? (0, import_jsx_runtime.jsx)(Twin, {
			title,
			columns,
			rows: cells,
			height,
			sort: {
				key: "reject",
				down: !0
			},
			...onPick ? { onPick } : {}
		}) : rows.length === 0 || cols.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
			className: Matrix_module_default.none,
			children: "Nothing went between subnets in this range"
		}) : (0, import_jsx_runtime.jsx)("div", {
			className: Matrix_module_default.scroll,
			style: { maxHeight: height },
			children: (0, import_jsx_runtime.jsxs)("table", {
				ref: grid,
				className: Matrix_module_default.grid,
				role: "grid",
				"aria-label": `${title}: ${rowName} by ${colName}`,
				"data-dense": dense || void 0,
				onKeyDown,
				children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [(0, import_jsx_runtime.jsxs)("th", {
					scope: "col",
					className: Matrix_module_default.corner,
					children: [
						(0, import_jsx_runtime.jsxs)("span", { children: [rowName, " ↓"] }),
						" ",
						(0, import_jsx_runtime.jsxs)("span", { children: [colName, " →"] })
					]
				}), cols.map((c) => (0, import_jsx_runtime.jsx)("th", {
					scope: "col",
					className: Matrix_module_default.col,
					title: c.label,
					children: (0, import_jsx_runtime.jsxs)("span", {
						className: Matrix_module_default.colIn,
						children: [(0, import_jsx_runtime.jsx)("span", {
							className: Matrix_module_default.text,
							children: c.label
						}), (0, import_jsx_runtime.jsx)(Scope, { scope: c.scope })]
					})
				}, c.key))] }) }), (0, import_jsx_runtime.jsx)("tbody", { children: rows.map((r, i) => (0, import_jsx_runtime.jsxs)("tr", { children: [(0, import_jsx_runtime.jsx)("th", {
					scope: "row",
					className: Matrix_module_default.row,
					title: r.label,
					children: (0, import_jsx_runtime.jsxs)("span", {
						className: Matrix_module_default.rowIn,
						children: [(0, import_jsx_runtime.jsx)("span", {
							className: Matrix_module_default.text,
							children: r.label
						}), (0, import_jsx_runtime.jsx)(Scope, { scope: r.scope })]
					})
				}), cols.map((c, j) => {
					let cell = byKey.get(`${r.key}\n${c.key}`);
					let words = `${r.label} to ${c.label}: ${cell ? `${formatNoun(cell.accept, unit)} accepted, ${formatNoun(cell.reject, unit)} rejected` : "nothing"}`;
					return (0, import_jsx_runtime.jsx)("td", {
						"data-at": `${i},${j}`,
						className: Matrix_module_default.cell,
						"data-pick": onPick && cell ? !0 : void 0,
						tabIndex: focused[0] === i && focused[1] === j ? 0 : -1,
						title: words,
						onFocus: () => setAt([i, j]),
						onClick: () => cell && onPick?.(cell),
						onKeyDown: (e) => {
							if ((e.key === "Enter" || e.key === " ") && cell && onPick) {
								e.preventDefault();
								onPick(cell);
							}
						},
						children: (0, import_jsx_runtime.jsxs)("span", {
							className: Matrix_module_default.halves,
							children: [(0, import_jsx_runtime.jsx)(Half, {
								action: "ACCEPT",
								value: cell?.accept ?? 0,
								of: accepts,
								unit,
								dense
							}), (0, import_jsx_runtime.jsx)(Half, {
								action: "REJECT",
								value: cell?.reject ?? 0,
								of: rejects,
								unit,
								dense
							})]
						})
					}, c.key);
				})] }, r.key)) })]
			})
		})]
	});
}
function clamp(n, length) {
	return Math.max(0, Math.min(length - 1, n));
}
export { Matrix };
