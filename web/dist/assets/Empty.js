import { o as useQuery } from "./hooks.js";
import { i as base, l as query } from "./client.js";
import { i as Icon, n as sentence } from "./Fault.js";
import { t as require_jsx_runtime } from "./jsx-runtime.js";
var Empty_module_default = {
	empty: "Empty-module_empty",
	icon: "Empty-module_icon",
	text: "Empty-module_text",
	what: "Empty-module_what",
	fix: "Empty-module_fix",
	actions: "Empty-module_actions"
}, import_jsx_runtime = require_jsx_runtime();
function Empty({ what, icon = "search", reasons, ask, actions, children }) {
	let told = useQuery({
		queryKey: ["/diagnose", ask ?? null],
		queryFn: ({ signal }) => diagnose(ask ?? {}, signal),
		enabled: !!ask,
		staleTime: 3e4,
		retry: !1
	}), known = (told.data?.length ? told.data : reasons ?? []).map((r) => typeof r == "string" ? { text: r } : r);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Empty_module_default.empty,
		role: "status",
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: Empty_module_default.icon,
			children: (0, import_jsx_runtime.jsx)(Icon, {
				name: icon,
				size: 18
			})
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: Empty_module_default.text,
			children: [
				(0, import_jsx_runtime.jsxs)("p", {
					className: Empty_module_default.what,
					children: [
						"No ",
						what,
						"."
					]
				}),
				known.length > 0 && (0, import_jsx_runtime.jsx)("ul", { children: known.map((r, i) => (0, import_jsx_runtime.jsxs)("li", { children: [
					sentence(r.text),
					" ",
					r.fix && (0, import_jsx_runtime.jsx)("span", {
						className: Empty_module_default.fix,
						children: sentence(r.fix)
					}),
					r.command && (0, import_jsx_runtime.jsx)("code", { children: r.command })
				] }, i)) }),
				children,
				actions && (0, import_jsx_runtime.jsx)("div", {
					className: Empty_module_default.actions,
					children: actions
				})
			]
		})]
	});
}
async function diagnose(ask, signal) {
	try {
		let r = await fetch(`${base}/diagnose${query(ask)}`, {
			signal,
			credentials: "same-origin",
			headers: { accept: "application/json" }
		});
		if (!r.ok) return [];
		let body = await r.json();
		return (Array.isArray(body) ? body : Array.isArray(body.reasons) ? body.reasons : []).flatMap((x) => {
			if (typeof x == "string") return [{ text: x }];
			let o = x, text = o.text ?? o.message ?? o.detail ?? o.reason;
			return typeof text == "string" ? [{
				text,
				fix: str(o.fix),
				command: str(o.command)
			}] : [];
		});
	} catch {
		return [];
	}
}
var str = (v) => typeof v == "string" && v ? v : void 0;
export { Empty as t };
