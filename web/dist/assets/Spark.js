import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { E as statsOf, O as formatNoun, g as token } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var Spark_module_default = { spark: "Spark-module_spark" };
var import_jsx_runtime = require_jsx_runtime();
function paths(values, width, height, top) {
	let n = values.length;
	let x = (i) => n < 2 ? width / 2 : 1 + i / (n - 1) * (width - 2);
	let y = (v) => height - 1 - (top > 0 ? Math.min(1, Math.max(0, v / top)) : 0) * (height - 2);
	let f = (v) => String(Math.round(v * 10) / 10);
	let line = "";
	let area = "";
	for (let i = 0; i < n;) {
		if (values[i] == null) {
			i++;
			continue;
		}
		let j = i;
		let run = "";
		for (; j < n && values[j] != null;) {
			run += `${j === i ? "M" : "L"}${f(x(j))} ${f(y(values[j]))}`;
			j++;
		}
		line += j === i + 1 ? `${run}h0.01` : run;
		area += `${run}L${f(x(j - 1))} ${height}L${f(x(i))} ${height}Z`;
		i = j;
	}
	return {
		line,
		area
	};
}
function Spark({ label, values, unit = "", width = 84, height = 18, color = 1, kind = "line", max }) {
	let stats = (0, import_react.useMemo)(() => statsOf(values), [values]);
	let top = max ?? stats.max ?? 0;
	let drawn = (0, import_react.useMemo)(() => kind === "line" ? paths(values, width, height, top) : void 0, [
		kind,
		values,
		width,
		height,
		top
	]);
	let words = stats.max === null ? `${label}: no values` : `${label}: ${formatNoun(stats.min, unit)} to ${formatNoun(stats.max, unit)}, last ${formatNoun(values[values.length - 1], unit)}`;
	let slot = width / Math.max(1, values.length);
	return (0, import_jsx_runtime.jsxs)("svg", {
		className: Spark_module_default.spark,
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		role: "img",
		"aria-label": words,
		style: { color: token(color) },
		children: [(0, import_jsx_runtime.jsx)("title", { children: words }), drawn ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("path", {
			d: drawn.area,
			fill: "currentColor",
			fillOpacity: "0.14"
		}), (0, import_jsx_runtime.jsx)("path", {
			d: drawn.line,
			fill: "none",
			stroke: "currentColor",
			strokeWidth: "1.4",
			strokeLinejoin: "round",
			strokeLinecap: "round"
		})] }) : values.map((v, i) => {
			if (v == null || v <= 0 || top <= 0) return null;
			let h = Math.max(1, Math.min(1, v / top) * height);
			return (0, import_jsx_runtime.jsx)("rect", {
				x: i * slot,
				y: height - h,
				width: Math.max(.5, slot * .82),
				height: h,
				fill: "currentColor"
			}, i);
		})]
	});
}
export { Spark as t };
