import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { r as Shell_module_default, s as Icon } from "./index.js";
import { P as shortcuts } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function Keys({ onClose }) {
	let groups = new Map();
	for (let s of shortcuts()) groups.set(s.group ?? "This page", [...groups.get(s.group ?? "This page") ?? [], s]);
	(0, import_react.useEffect)(() => {
		let esc = (e) => {
			e.key === "Escape" && onClose();
		};
		window.addEventListener("keydown", esc);
		return () => window.removeEventListener("keydown", esc);
	}, [onClose]);
	return (0, import_jsx_runtime.jsx)("div", {
		className: Shell_module_default.veil,
		onClick: onClose,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: Shell_module_default.keys,
			role: "dialog",
			"aria-modal": "true",
			"aria-label": "Keys",
			onClick: (e) => e.stopPropagation(),
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Shell_module_default.keysHead,
				children: [(0, import_jsx_runtime.jsx)("h2", { children: "Keys" }), (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					autoFocus: !0,
					onClick: onClose,
					"aria-label": "Close",
					children: (0, import_jsx_runtime.jsx)(Icon, { name: "close" })
				})]
			}), (0, import_jsx_runtime.jsx)("div", {
				className: Shell_module_default.keysBody,
				children: [...groups].map(([name, list]) => (0, import_jsx_runtime.jsxs)("section", { children: [(0, import_jsx_runtime.jsx)("h3", { children: name }), (0, import_jsx_runtime.jsx)("dl", { children: list.map((s) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: s.keys.split(" ").map((k) => (0, import_jsx_runtime.jsx)("kbd", { children: k.replace("mod+", "Ctrl ") }, k)) }), (0, import_jsx_runtime.jsx)("dd", { children: s.title })] }, s.keys)) })] }, name))
			})]
		})
	});
}
export { Keys as default };
