import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { t as localText } from "./TimeChart.js";
import { M as Twin, k as formatValue } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function SeriesTable({ title, times, series, zone, height }) {
	let rows = (0, import_react.useMemo)(() => times.map((_, i) => i), [times]);
	let columns = (0, import_react.useMemo)(() => {
		let number = (key, name, unit, values) => ({
			key,
			title: name,
			number: !0,
			value: (i) => values[i] ?? null,
			text: (i) => formatValue(values[i], unit)
		});
		return [{
			key: "time",
			title: `Time (${zone})`,
			value: (i) => new Date(times[i] * 1e3).toISOString().replace(".000Z", "Z"),
			text: (i) => localText(times[i], zone)
		}, ...series.flatMap((s, k) => [number(`v${k}`, named(s.label, s.unit), s.unit, s.values), ...s.band ? [number(`l${k}`, `${s.label}, usual from`, s.unit, s.band.low), number(`h${k}`, `${s.label}, usual to`, s.unit, s.band.high)] : []])];
	}, [
		times,
		series,
		zone
	]);
	return (0, import_jsx_runtime.jsx)(Twin, {
		title,
		columns,
		rows,
		height
	});
}
function named(label, unit) {
	return unit === "" || unit === "ratio" || label.toLowerCase().includes(unit.split("/")[0]) ? label : `${label} (${unit})`;
}
export { SeriesTable };
