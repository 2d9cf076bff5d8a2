import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { M as Twin, k as formatValue } from "./kit.js";
import { r as countryName } from "./country.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function CountryTable({ title = "Countries", values, unit, height, onPick }) {
	let columns = (0, import_react.useMemo)(() => {
		let total = values.reduce((n, v) => n + v.value, 0);
		let rejected = values.some((v) => v.rejected !== void 0) ? [{
			key: "rejected",
			title: "Rejected",
			number: !0,
			value: (v) => v.rejected ?? 0,
			text: (v) => formatValue(v.rejected ?? 0, unit)
		}] : [];
		return [
			{
				key: "name",
				title: "Country",
				value: (v) => v.country === "" ? "no country" : countryName(v.country)
			},
			{
				key: "code",
				title: "Code",
				exported: !0,
				value: (v) => v.country
			},
			{
				key: "value",
				title: unit === "" ? "Value" : unit[0].toUpperCase() + unit.slice(1),
				number: !0,
				value: (v) => v.value,
				text: (v) => formatValue(v.value, unit)
			},
			{
				key: "share",
				title: "Share",
				number: !0,
				value: (v) => total > 0 ? v.value / total : 0,
				text: (v) => formatValue(total > 0 ? v.value / total : 0, "ratio")
			},
			...rejected
		];
	}, [values, unit]);
	return (0, import_jsx_runtime.jsx)(Twin, {
		title,
		columns,
		rows: values,
		sort: {
			key: "value",
			down: !0
		},
		...height ? { height } : {},
		...onPick ? { onPick: (v) => onPick(v.country) } : {}
	});
}
export { CountryTable };
