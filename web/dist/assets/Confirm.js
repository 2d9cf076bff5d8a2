import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { $ as useFloating, Q as place, et as Fault, rt as Button } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var Confirm_module_default = {
	veil: "Confirm-module_veil",
	box: "Confirm-module_box",
	title: "Confirm-module_title",
	body: "Confirm-module_body",
	actions: "Confirm-module_actions"
};
var import_jsx_runtime = require_jsx_runtime();
function Confirm({ open, onClose, title, action, danger = !0, run, children }) {
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let [error, setError] = (0, import_react.useState)(null);
	let before = (0, import_react.useRef)(null);
	open && !before.current && (before.current = place());
	let [used, setUsed] = (0, import_react.useState)(open);
	open && !used && setUsed(!0);
	let floating = useFloating(used);
	let close = () => {
		setError(null);
		onClose();
	};
	let go = async () => {
		setBusy(!0);
		setError(null);
		try {
			await run();
			close();
		} catch (e) {
			setError(e);
		} finally {
			setBusy(!1);
		}
	};
	if (!floating) return null;
	let { Dialog } = floating;
	return (0, import_jsx_runtime.jsx)(Dialog.Root, {
		open,
		onOpenChange: (o) => !o && close(),
		children: (0, import_jsx_runtime.jsxs)(Dialog.Portal, { children: [(0, import_jsx_runtime.jsx)("div", {
			className: Confirm_module_default.veil,
			"aria-hidden": !0
		}), (0, import_jsx_runtime.jsxs)(Dialog.Content, {
			className: Confirm_module_default.box,
			onInteractOutside: (e) => e.preventDefault(),
			onCloseAutoFocus: (e) => {
				e.preventDefault();
				before.current?.focus();
				before.current = null;
			},
			children: [
				(0, import_jsx_runtime.jsx)(Dialog.Title, {
					className: Confirm_module_default.title,
					children: title
				}),
				(0, import_jsx_runtime.jsx)(Dialog.Description, {
					asChild: !0,
					children: (0, import_jsx_runtime.jsx)("div", {
						className: Confirm_module_default.body,
						children
					})
				}),
				error && (0, import_jsx_runtime.jsx)(Fault, { error }),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Confirm_module_default.actions,
					children: [(0, import_jsx_runtime.jsx)(Dialog.Close, {
						asChild: !0,
						children: (0, import_jsx_runtime.jsx)(Button, { children: "Cancel" })
					}), (0, import_jsx_runtime.jsx)(Button, {
						kind: danger ? "danger" : "primary",
						busy,
						onClick: () => void go(),
						children: action
					})]
				})
			]
		})] })
	});
}
export { Confirm as t };
