import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { Qt as useGet } from "./kit.js";
import { n as useGo, o as pages, s as Icon } from "./index.js";
var import_react = __toESM(require_react(), 1);
var Palette_module_default = {
	veil: "Palette-module_veil",
	box: "Palette-module_box"
};
var import_jsx_runtime = require_jsx_runtime();
var address = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i;
function Palette({ onClose }) {
	let [text, setText] = (0, import_react.useState)("");
	let [at, setAt] = (0, import_react.useState)(0);
	let go = useGo();
	let box = (0, import_react.useRef)(null);
	let t = text.trim();
	let apps = useGet("/values", {
		field: "dst_app",
		prefix: t,
		limit: 6
	}, {
		when: t.length >= 2 && !address.test(t),
		keep: !1
	});
	let hits = (0, import_react.useMemo)(() => {
		let out = [];
		let add = (title, doc, icon, path, more) => out.push({
			title,
			doc,
			icon,
			run: () => go(path, more)
		});
		if (address.test(t)) {
			add(`Everything about ${t}`, "Host or address", "explore", "/entity/address/" + encodeURIComponent("/" + t));
			add(`Records of ${t}`, "Explorer", "explore", "/explore", { q: `addr:${t.includes(":") ? `"${t}"` : t}` });
		}
		if (/^eni-|^i-|^vpc-|^subnet-|^tgw-/.test(t)) {
			let kind = t.startsWith("vpc-") ? "vpc" : t.startsWith("subnet-") ? "subnet" : "interface";
			add(`Everything about ${t}`, kind, "sources", `/entity/${kind}/` + encodeURIComponent("/" + t));
		}
		for (let v of apps.data?.values?.[0] ?? []) v && add(String(v), "App", "graph", "/entity/app/" + encodeURIComponent("/" + String(v)));
		for (let p of pages) (!t || p.title.toLowerCase().includes(t.toLowerCase()) || p.doc.toLowerCase().includes(t.toLowerCase())) && add(p.title, p.doc, p.icon, p.path);
		t && add(`Search records: ${t}`, "Explorer", "search", "/explore", { q: t });
		return out;
	}, [t, apps.data]);
	(0, import_react.useEffect)(() => setAt(0), [t]);
	(0, import_react.useEffect)(() => {
		let before = document.activeElement;
		return () => before?.focus?.();
	}, []);
	let run = (h) => {
		if (!h) return;
		onClose();
		h.run();
	};
	return (0, import_jsx_runtime.jsx)("div", {
		className: Palette_module_default.veil,
		onClick: onClose,
		children: (0, import_jsx_runtime.jsxs)("div", {
			ref: box,
			className: Palette_module_default.box,
			role: "dialog",
			"aria-modal": "true",
			"aria-label": "Find",
			onClick: (e) => e.stopPropagation(),
			children: [(0, import_jsx_runtime.jsx)("input", {
				autoFocus: !0,
				value: text,
				placeholder: "An address, an app, a page, a filter",
				role: "combobox",
				"aria-expanded": "true",
				"aria-controls": "palette-hits",
				"aria-activedescendant": hits.length ? `palette-${at}` : void 0,
				"aria-label": "Find",
				spellCheck: !1,
				onChange: (e) => setText(e.target.value),
				onKeyDown: (e) => {
					e.key === "Escape" && onClose();
					e.key === "Tab" && e.preventDefault();
					if (e.key === "ArrowDown") {
						e.preventDefault();
						setAt((at + 1) % Math.max(hits.length, 1));
					}
					if (e.key === "ArrowUp") {
						e.preventDefault();
						setAt((at + hits.length - 1) % Math.max(hits.length, 1));
					}
					e.key === "Enter" && run(hits[at]);
				}
			}), (0, import_jsx_runtime.jsx)("ul", {
				id: "palette-hits",
				role: "listbox",
				"aria-label": "Found",
				children: hits.map((h, i) => (0, import_jsx_runtime.jsxs)("li", {
					id: `palette-${i}`,
					role: "option",
					"aria-selected": i === at,
					onMouseEnter: () => setAt(i),
					onClick: () => run(h),
					children: [
						(0, import_jsx_runtime.jsx)(Icon, {
							name: h.icon,
							size: 16
						}),
						(0, import_jsx_runtime.jsx)("span", { children: h.title }),
						(0, import_jsx_runtime.jsx)("small", { children: h.doc })
					]
				}, h.title + h.doc))
			})]
		})
	});
}
export { Palette as default };
