const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Choropleth.js","assets/rolldown-runtime.js","assets/lib-geo.js","assets/lib-react.js","assets/kit.js","assets/kit.css","assets/country.js"])))=>i.map(i=>d[i]);
import { N as later, ht as __vitePreload } from "./kit.js";
import { F as require_jsx_runtime } from "./lib-react.js";
var WorldMap_module_default = {
	root: "WorldMap-module_root",
	frame: "WorldMap-module_frame",
	map: "WorldMap-module_map",
	land: "WorldMap-module_land",
	country: "WorldMap-module_country",
	swatch: "WorldMap-module_swatch",
	tip: "WorldMap-module_tip",
	none: "WorldMap-module_none",
	foot: "WorldMap-module_foot",
	legend: "WorldMap-module_legend",
	waiting: "WorldMap-module_waiting",
	missing: "WorldMap-module_missing"
};
var import_jsx_runtime = require_jsx_runtime();
var Choropleth = later(() => __vitePreload(() => import("./Choropleth.js").then((m) => m.default), __vite__mapDeps([0,1,2,3,4,5,6])));
function WorldMap({ title = "Countries", values, unit, onPick, loaded, color = 1 }) {
	if (!loaded) return (0, import_jsx_runtime.jsxs)("div", {
		className: WorldMap_module_default.missing,
		children: [
			(0, import_jsx_runtime.jsxs)("p", { children: [(0, import_jsx_runtime.jsx)("b", { children: "No geo data is loaded," }), " so addresses have no country yet."] }),
			(0, import_jsx_runtime.jsx)("p", { children: "Name files with countries in the configuration (MMDB or CSV, such as DB-IP Lite, GeoLite2 or IPtoASN). They hold for records that are taken in from then on." }),
			(0, import_jsx_runtime.jsx)("pre", {
				tabIndex: 0,
				role: "region",
				"aria-label": "Configuration",
				children: "ingest:\n  geo:\n    - /etc/weir/country.mmdb"
			}),
			(0, import_jsx_runtime.jsxs)("p", { children: ["Or for one intake: ", (0, import_jsx_runtime.jsx)("code", { children: "weir ingest --geo country.mmdb LOGS" })] })
		]
	});
	return (0, import_jsx_runtime.jsx)(Choropleth, {
		title,
		values,
		unit,
		onPick,
		color,
		waiting: (0, import_jsx_runtime.jsx)("div", {
			className: WorldMap_module_default.waiting,
			"aria-busy": "true"
		})
	});
}
export { WorldMap, WorldMap_module_default as t };
