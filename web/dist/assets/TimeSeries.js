const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/TimeChart.js","assets/jsx-runtime.js","assets/series.js","assets/units.js","assets/format.js","assets/preload-helper.js","assets/search.js","assets/LazyTwin.js","assets/TimeChart.css"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { s as useZone, t as __vitePreload } from "./preload-helper.js";
// src/charts/TimeSeries.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), TimeChart = (0, import_react.lazy)(() => __vitePreload(() => import("./TimeChart.js").then((m) => ({ default: m.TimeChart })), __vite__mapDeps([0,1,2,3,4,5,6,7,8])));
function TimeSeries(props) {
	let { zone } = useZone();
	return (0, import_jsx_runtime.jsx)(import_react.Suspense, {
		fallback: (0, import_jsx_runtime.jsx)("div", {
			"aria-busy": "true",
			style: { height: (props.height ?? 220) + 60 }
		}),
		children: (0, import_jsx_runtime.jsx)(TimeChart, {
			...props,
			zone
		})
	});
}
export { TimeSeries as t };
