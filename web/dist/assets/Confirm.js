import { _ as DialogClose, b as DialogPortal, g as Dialog, h as place, v as DialogContent, x as DialogTitle, y as DialogDescription } from "./range.js";
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { r as Button, t as Fault } from "./Fault.js";
// src/table/Confirm.module.css
var import_react = __toESM(require_react(), 1), Confirm_module_default = {
	veil: "Confirm-module_veil",
	box: "Confirm-module_box",
	title: "Confirm-module_title",
	body: "Confirm-module_body",
	actions: "Confirm-module_actions"
}, import_jsx_runtime = require_jsx_runtime();
function Confirm({ open, onClose, title, action, danger = !0, run, children }) {
	let [busy, setBusy] = (0, import_react.useState)(!1), [error, setError] = (0, import_react.useState)(null), before = (0, import_react.useRef)(null);
	open && !before.current && (before.current = place());
	let close = () => {
		setError(null), onClose();
	}, go = async () => {
		setBusy(!0), setError(null);
		try {
			await run(), close();
		} catch (e) {
			setError(e);
		} finally {
			setBusy(!1);
		}
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		open,
		onOpenChange: (o) => !o && close(),
		children: (0, import_jsx_runtime.jsxs)(DialogPortal, { children: [(0, import_jsx_runtime.jsx)("div", {
			className: Confirm_module_default.veil,
			"aria-hidden": !0
		}), (0, import_jsx_runtime.jsxs)(DialogContent, {
			className: Confirm_module_default.box,
			onInteractOutside: (e) => e.preventDefault(),
			onCloseAutoFocus: (e) => {
				e.preventDefault(), before.current?.focus({ preventScroll: !0 }), before.current = null;
			},
			children: [
				(0, import_jsx_runtime.jsx)(DialogTitle, {
					className: Confirm_module_default.title,
					children: title
				}),
				(0, import_jsx_runtime.jsx)(DialogDescription, {
					asChild: !0,
					children: (0, import_jsx_runtime.jsx)("div", {
						className: Confirm_module_default.body,
						children
					})
				}),
				error && (0, import_jsx_runtime.jsx)(Fault, { error }),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Confirm_module_default.actions,
					children: [(0, import_jsx_runtime.jsx)(DialogClose, {
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
