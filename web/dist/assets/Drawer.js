import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { $ as useFloating, Q as place, rt as Button } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var Drawer_module_default = {
	overlay: "Drawer-module_overlay",
	drawer: "Drawer-module_drawer",
	in: "Drawer-module_in",
	head: "Drawer-module_head",
	titles: "Drawer-module_titles",
	title: "Drawer-module_title",
	sub: "Drawer-module_sub",
	body: "Drawer-module_body",
	foot: "Drawer-module_foot"
};
var import_jsx_runtime = require_jsx_runtime();
function Drawer({ open, onClose, title, sub, actions, footer, width = 620, children }) {
	let before = (0, import_react.useRef)(null);
	let own = (0, import_react.useRef)(null);
	open && !before.current && (before.current = place());
	let [used, setUsed] = (0, import_react.useState)(open);
	open && !used && setUsed(!0);
	let floating = useFloating(used);
	if (!floating) return null;
	let { Dialog } = floating;
	return (0, import_jsx_runtime.jsx)(Dialog.Root, {
		open,
		onOpenChange: (o) => !o && onClose(),
		children: (0, import_jsx_runtime.jsxs)(Dialog.Portal, { children: [(0, import_jsx_runtime.jsx)("div", {
			className: Drawer_module_default.overlay,
			"aria-hidden": !0
		}), (0, import_jsx_runtime.jsxs)(Dialog.Content, {
			ref: own,
			className: Drawer_module_default.drawer,
			style: { width },
			"aria-describedby": void 0,
			onOpenAutoFocus: (e) => {
				e.preventDefault();
				own.current?.focus();
			},
			onCloseAutoFocus: (e) => {
				e.preventDefault();
				before.current?.focus();
				before.current = null;
			},
			children: [
				(0, import_jsx_runtime.jsxs)("header", {
					className: Drawer_module_default.head,
					children: [
						(0, import_jsx_runtime.jsxs)("div", {
							className: Drawer_module_default.titles,
							children: [(0, import_jsx_runtime.jsx)(Dialog.Title, {
								className: Drawer_module_default.title,
								children: title
							}), sub && (0, import_jsx_runtime.jsx)("div", {
								className: Drawer_module_default.sub,
								children: sub
							})]
						}),
						actions,
						(0, import_jsx_runtime.jsx)(Dialog.Close, {
							asChild: !0,
							children: (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: "close",
								"aria-label": "Close",
								title: "Close (Esc)"
							})
						})
					]
				}),
				(0, import_jsx_runtime.jsx)("div", {
					className: Drawer_module_default.body,
					tabIndex: 0,
					role: "group",
					"aria-label": "Details",
					children
				}),
				footer && (0, import_jsx_runtime.jsx)("footer", {
					className: Drawer_module_default.foot,
					children: footer
				})
			]
		})] })
	});
}
export { Drawer as t };
