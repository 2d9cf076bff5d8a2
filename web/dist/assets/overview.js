import { t as require_jsx_runtime } from "./index.js";
// src/pages/overview/index.tsx
var import_jsx_runtime = require_jsx_runtime();
function Page() {
	return (0, import_jsx_runtime.jsx)("h1", { children: "Overview" });
}
export { Page as default };
