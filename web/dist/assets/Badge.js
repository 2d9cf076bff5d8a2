import { i as Icon } from "./Fault.js";
import { t as require_jsx_runtime } from "./jsx-runtime.js";
var Badge_module_default = {
	badge: "Badge-module_badge",
	severity: "Badge-module_severity",
	plain: "Badge-module_plain",
	accent: "Badge-module_accent",
	good: "Badge-module_good",
	low: "Badge-module_low",
	medium: "Badge-module_medium",
	high: "Badge-module_high",
	critical: "Badge-module_critical",
	info: "Badge-module_info",
	hidden: "Badge-module_hidden"
}, import_jsx_runtime = require_jsx_runtime();
function Badge({ tone = "plain", icon, title, children }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		className: `${Badge_module_default.badge} ${Badge_module_default[tone]}`,
		title,
		children: [icon && (0, import_jsx_runtime.jsx)(Icon, {
			name: icon,
			size: 12
		}), children]
	});
}
var levels = {
	critical: "critical",
	high: "high",
	medium: "medium",
	low: "low",
	informational: "info",
	info: "info"
};
function Severity({ level, short }) {
	let tone = levels[level.toLowerCase()] ?? "info", text = tone === "info" ? "info" : tone;
	return (0, import_jsx_runtime.jsxs)("span", {
		className: `${Badge_module_default.badge} ${Badge_module_default[tone]} ${Badge_module_default.severity}`,
		title: short ? text : void 0,
		children: [(0, import_jsx_runtime.jsx)(Icon, {
			name: tone,
			size: 12
		}), short ? (0, import_jsx_runtime.jsx)("span", {
			className: Badge_module_default.hidden,
			children: text
		}) : text]
	});
}
export { Severity as n, Badge as t };
