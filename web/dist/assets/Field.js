import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
var import_react = __toESM(require_react(), 1);
var Field_module_default = {
	field: "Field-module_field",
	label: "Field-module_label",
	input: "Field-module_input",
	area: "Field-module_area",
	select: "Field-module_select",
	small: "Field-module_small",
	mono: "Field-module_mono",
	hint: "Field-module_hint",
	error: "Field-module_error",
	line: "Field-module_line",
	switch: "Field-module_switch",
	thumb: "Field-module_thumb",
	segments: "Field-module_segments"
};
var import_jsx_runtime = require_jsx_runtime();
function Field({ label, hint, error, bare, children }) {
	let id = (0, import_react.useId)();
	let described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Field_module_default.field,
		children: [
			(0, import_jsx_runtime.jsx)("label", {
				htmlFor: id,
				className: bare ? "hidden-text" : Field_module_default.label,
				children: label
			}),
			children({
				id,
				"aria-describedby": described || void 0,
				"aria-invalid": error ? !0 : void 0
			}),
			hint && (0, import_jsx_runtime.jsx)("p", {
				id: `${id}-hint`,
				className: Field_module_default.hint,
				children: hint
			}),
			error && (0, import_jsx_runtime.jsx)("p", {
				id: `${id}-error`,
				className: Field_module_default.error,
				role: "alert",
				children: error
			})
		]
	});
}
function TextField({ label, hint, error, bare, mono, className, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Field, {
		label,
		hint,
		error,
		bare,
		children: (aria) => (0, import_jsx_runtime.jsx)("input", {
			type: "text",
			autoComplete: "off",
			...rest,
			...aria,
			className: [
				Field_module_default.input,
				mono && Field_module_default.mono,
				className
			].filter(Boolean).join(" ")
		})
	});
}
function TextArea({ label, hint, error, bare, mono, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Field, {
		label,
		hint,
		error,
		bare,
		children: (aria) => (0, import_jsx_runtime.jsx)("textarea", {
			rows: 3,
			...rest,
			...aria,
			className: `${Field_module_default.input} ${Field_module_default.area} ${mono ? Field_module_default.mono : ""}`
		})
	});
}
function SelectField({ label, hint, error, bare, options, small, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Field, {
		label,
		hint,
		error,
		bare,
		children: (aria) => (0, import_jsx_runtime.jsx)("select", {
			...rest,
			...aria,
			className: `${Field_module_default.input} ${Field_module_default.select} ${small ? Field_module_default.small : ""}`,
			children: options.map((o) => {
				let { value, title } = typeof o == "string" ? {
					value: o,
					title: o
				} : o;
				return (0, import_jsx_runtime.jsx)("option", {
					value,
					children: title
				}, value);
			})
		})
	});
}
function SwitchField({ label, hint, error, checked, onChange, disabled }) {
	let id = (0, import_react.useId)();
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Field_module_default.field,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Field_module_default.line,
				children: [(0, import_jsx_runtime.jsx)("button", {
					id,
					type: "button",
					role: "switch",
					"aria-checked": checked,
					className: Field_module_default.switch,
					disabled,
					onClick: () => onChange(!checked),
					"aria-describedby": hint ? `${id}-hint` : void 0,
					children: (0, import_jsx_runtime.jsx)("span", { className: Field_module_default.thumb })
				}), (0, import_jsx_runtime.jsx)("label", {
					htmlFor: id,
					children: label
				})]
			}),
			hint && (0, import_jsx_runtime.jsx)("p", {
				id: `${id}-hint`,
				className: Field_module_default.hint,
				children: hint
			}),
			error && (0, import_jsx_runtime.jsx)("p", {
				className: Field_module_default.error,
				role: "alert",
				children: error
			})
		]
	});
}
function Segments({ label, value, onChange, options }) {
	return (0, import_jsx_runtime.jsx)("div", {
		role: "group",
		"aria-label": label,
		className: Field_module_default.segments,
		children: options.map((o) => (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			"aria-pressed": o.value === value,
			onClick: () => onChange(o.value),
			children: o.title
		}, o.value))
	});
}
export { TextField as a, TextArea as i, SelectField as n, SwitchField as r, Segments as t };
