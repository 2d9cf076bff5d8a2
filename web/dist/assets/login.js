import { t as require_jsx_runtime } from "./jsx-runtime.js";
// src/pages/login/index.tsx
var import_jsx_runtime = require_jsx_runtime();
function Page() {
	return (0, import_jsx_runtime.jsx)("h1", { children: "Login" });
}
export { Page as default };
