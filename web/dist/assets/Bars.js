import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { n as formatValue, o as token, t as formatNoun } from "./units.js";
// src/charts/Bars.module.css
var import_react = __toESM(require_react(), 1), Bars_module_default = {
	root: "Bars-module_root",
	table: "Bars-module_table",
	hidden: "Bars-module_hidden",
	hiddenText: "Bars-module_hiddenText",
	number: "Bars-module_number",
	noteHead: "Bars-module_noteHead",
	label: "Bars-module_label",
	track: "Bars-module_track",
	bar: "Bars-module_bar",
	part: "Bars-module_part",
	pick: "Bars-module_pick",
	more: "Bars-module_more",
	soft: "Bars-module_soft",
	note: "Bars-module_note"
}, import_jsx_runtime = require_jsx_runtime();
function Bars(props) {
	let { title, rows, unit, secondUnit, heads, color = 1, partColor = "reject", partName = "rejected", limit = 25, onPick, total, unsorted } = props, [by, setBy] = (0, import_react.useState)("value"), [all, setAll] = (0, import_react.useState)(!1), hasSecond = rows.some((r) => r.second !== void 0), hasNote = rows.some((r) => r.note !== void 0), sorted = (0, import_react.useMemo)(() => unsorted ? rows : [...rows].sort((a, b) => by === "name" ? a.name.localeCompare(b.name, "en", { numeric: !0 }) : by === "second" ? (b.second ?? 0) - (a.second ?? 0) : b.value - a.value), [
		rows,
		by,
		unsorted
	]), shown = all ? sorted : sorted.slice(0, limit), length = by === "second" && hasSecond ? (r) => r.second ?? 0 : (r) => r.value, most = Math.max(0, ...rows.map(length)), sum = total ?? rows.reduce((n, r) => n + r.value, 0), head = (key, text, className) => (0, import_jsx_runtime.jsx)("th", {
		scope: "col",
		className,
		"aria-sort": !unsorted && by === key ? key === "name" ? "ascending" : "descending" : void 0,
		children: unsorted ? text : (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			onClick: () => setBy(key),
			tabIndex: heads ? void 0 : -1,
			children: [text, by === key && (0, import_jsx_runtime.jsx)("span", {
				"aria-hidden": "true",
				children: key === "name" ? " ↑" : " ↓"
			})]
		})
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Bars_module_default.root,
		children: [(0, import_jsx_runtime.jsxs)("table", {
			className: Bars_module_default.table,
			"aria-label": title,
			children: [(0, import_jsx_runtime.jsx)("thead", {
				className: heads ? void 0 : Bars_module_default.hidden,
				children: (0, import_jsx_runtime.jsxs)("tr", { children: [
					head("name", heads?.name ?? "Name"),
					(0, import_jsx_runtime.jsx)("th", {
						scope: "col",
						children: (0, import_jsx_runtime.jsx)("span", {
							className: Bars_module_default.hiddenText,
							children: "Bar"
						})
					}),
					head("value", heads?.value ?? (unit || "Value"), Bars_module_default.number),
					hasSecond && head("second", heads?.second ?? (secondUnit || "Second value"), Bars_module_default.number),
					hasNote && (0, import_jsx_runtime.jsx)("th", {
						scope: "col",
						className: Bars_module_default.noteHead,
						children: heads?.note ?? ""
					})
				] })
			}), (0, import_jsx_runtime.jsx)("tbody", { children: shown.map((r) => {
				let n = length(r), wide = most > 0 ? n / most * 100 : 0, part = r.part !== void 0 && r.value > 0 && by !== "second" ? Math.min(1, r.part / r.value) : void 0, words = `${r.name}: ${formatNoun(r.value, unit)}${sum > 0 ? `, ${formatValue(r.value / sum, "ratio")}` : ""}${part === void 0 ? "" : `, ${formatValue(part, "ratio")} ${partName}`}`, bar = (0, import_jsx_runtime.jsx)("span", {
					className: Bars_module_default.bar,
					style: {
						width: `max(2px, ${wide}%)`,
						color: token(r.color ?? color)
					},
					children: part !== void 0 && (0, import_jsx_runtime.jsx)("span", {
						className: Bars_module_default.part,
						style: {
							width: `${part * 100}%`,
							color: token(partColor)
						}
					})
				});
				return (0, import_jsx_runtime.jsxs)("tr", { children: [
					(0, import_jsx_runtime.jsx)("th", {
						scope: "row",
						className: Bars_module_default.label,
						title: r.label === void 0 ? r.name : void 0,
						children: r.label ?? r.name
					}),
					(0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.track,
						title: words,
						children: onPick ? (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: Bars_module_default.pick,
							onClick: () => onPick(r),
							"aria-label": words,
							children: bar
						}) : bar
					}),
					(0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.number,
						children: formatValue(r.value, unit)
					}),
					hasSecond && (0, import_jsx_runtime.jsx)("td", {
						className: `${Bars_module_default.number} ${Bars_module_default.soft}`,
						children: formatValue(r.second, secondUnit ?? "")
					}),
					hasNote && (0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.note,
						children: r.note
					})
				] }, r.key);
			}) })]
		}), rows.length > limit && (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			className: Bars_module_default.more,
			onClick: () => setAll(!all),
			children: all ? `Show ${limit}` : `Show all ${rows.length}`
		})]
	});
}
export { Bars as t };
