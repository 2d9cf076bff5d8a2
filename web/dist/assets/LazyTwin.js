const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Twin.js","assets/esm.js","assets/jsx-runtime.js","assets/react-dom.js","assets/series.js","assets/Twin.css"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { t as __vitePreload } from "./preload-helper.js";
// src/charts/LazyTwin.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), Loaded = (0, import_react.lazy)(() => __vitePreload(() => import("./Twin.js").then((m) => ({ default: m.Twin })), __vite__mapDeps([0,1,2,3,4,5])));
function Twin(props) {
	return (0, import_jsx_runtime.jsx)(import_react.Suspense, {
		fallback: (0, import_jsx_runtime.jsx)("div", {
			"aria-busy": "true",
			style: { height: props.height ?? 260 }
		}),
		children: (0, import_jsx_runtime.jsx)(Loaded, { ...props })
	});
}
export { Twin as t };
