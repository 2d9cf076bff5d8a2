import { t as require_jsx_runtime } from "./jsx-runtime.js";
// src/pages/audit/index.tsx
var import_jsx_runtime = require_jsx_runtime();
function Page() {
	return (0, import_jsx_runtime.jsx)("h1", { children: "Audit" });
}
export { Page as default };
