import { t as require_jsx_runtime } from "./jsx-runtime.js";
// src/pages/start/index.tsx
var import_jsx_runtime = require_jsx_runtime();
function Page() {
	return (0, import_jsx_runtime.jsx)("h1", { children: "Start" });
}
export { Page as default };
