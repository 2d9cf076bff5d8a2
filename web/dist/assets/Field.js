import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { a as Primitive, c as useComposedRefs, i as createContextScope, n as composeEventHandlers, t as useControllableState } from "./dist.js";
import { t as useSize } from "./dist3.js";
// node_modules/@radix-ui/react-switch/dist/index.mjs
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), SWITCH_NAME = "Switch", [createSwitchContext, createSwitchScope] = createContextScope(SWITCH_NAME), [SwitchProviderImpl, useSwitchContext] = createSwitchContext(SWITCH_NAME);
function SwitchProvider(props) {
	let { __scopeSwitch, checked: checkedProp, children, defaultChecked, disabled, form, name, onCheckedChange, required, value = "on", internal_do_not_use_render } = props, [checked, setChecked] = useControllableState({
		prop: checkedProp,
		defaultProp: defaultChecked ?? !1,
		onChange: onCheckedChange,
		caller: SWITCH_NAME
	}), [control, setControl] = import_react.useState(null), [bubbleInput, setBubbleInput] = import_react.useState(null), [userClick, setUserClick] = import_react.useState(null), context = {
		checked,
		setChecked,
		disabled,
		control,
		setControl,
		name,
		form,
		value,
		userClick,
		onUserClick: setUserClick,
		required,
		defaultChecked,
		isFormControl: !control || !!form || !!control.closest("form"),
		bubbleInput,
		setBubbleInput
	};
	return (0, import_jsx_runtime.jsx)(SwitchProviderImpl, {
		scope: __scopeSwitch,
		...context,
		children: isFunction(internal_do_not_use_render) ? internal_do_not_use_render(context) : children
	});
}
__name(SwitchProvider, "SwitchProvider");
var TRIGGER_NAME = "SwitchTrigger", SwitchTrigger = import_react.forwardRef(__name(function({ __scopeSwitch, onClick, ...switchProps }, forwardedRef) {
	let { control, form, value, disabled, checked, required, setControl, setChecked, onUserClick, isFormControl, bubbleInput } = useSwitchContext(TRIGGER_NAME, __scopeSwitch), composedRefs = useComposedRefs(forwardedRef, setControl), initialCheckedStateRef = import_react.useRef(checked);
	return import_react.useEffect(() => {
		let associatedForm = form ? control?.ownerDocument.getElementById(form) : control?.form;
		if (associatedForm instanceof HTMLFormElement) {
			let reset = __name(() => setChecked(initialCheckedStateRef.current), "reset");
			return associatedForm.addEventListener("reset", reset), () => associatedForm.removeEventListener("reset", reset);
		}
	}, [
		control,
		form,
		setChecked
	]), (0, import_jsx_runtime.jsx)(Primitive.button, {
		type: "button",
		role: "switch",
		"aria-checked": checked,
		"aria-required": required,
		"data-state": getState(checked),
		"data-disabled": disabled ? "" : void 0,
		disabled,
		value,
		...switchProps,
		ref: composedRefs,
		onClick: composeEventHandlers(onClick, (event) => {
			let hasConsumerStoppedPropagation = event.isPropagationStopped();
			onUserClick({
				requestedChecked: !checked,
				hasConsumerStoppedPropagation
			}), setChecked((prevChecked) => !prevChecked), bubbleInput && isFormControl && (hasConsumerStoppedPropagation || event.stopPropagation());
		})
	});
}, "SwitchTrigger")), Switch = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeSwitch, name, checked, defaultChecked, required, disabled, value, onCheckedChange, form, ...switchProps } = props;
	return (0, import_jsx_runtime.jsx)(SwitchProvider, {
		__scopeSwitch,
		checked,
		defaultChecked,
		disabled,
		required,
		onCheckedChange,
		name,
		form,
		value,
		internal_do_not_use_render: ({ isFormControl }) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(SwitchTrigger, {
			...switchProps,
			ref: forwardedRef,
			__scopeSwitch
		}), isFormControl && (0, import_jsx_runtime.jsx)(SwitchBubbleInput, { __scopeSwitch })] })
	});
}, "Switch")), THUMB_NAME = "SwitchThumb", SwitchThumb = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeSwitch, ...thumbProps } = props, context = useSwitchContext(THUMB_NAME, __scopeSwitch);
	return (0, import_jsx_runtime.jsx)(Primitive.span, {
		"data-state": getState(context.checked),
		"data-disabled": context.disabled ? "" : void 0,
		...thumbProps,
		ref: forwardedRef
	});
}, "SwitchThumb")), BUBBLE_INPUT_NAME = "SwitchBubbleInput", SwitchBubbleInput = import_react.forwardRef(__name(function({ __scopeSwitch, onClick, ...props }, forwardedRef) {
	let { control, userClick, checked, defaultChecked, required, disabled, name, value, form, bubbleInput, setBubbleInput } = useSwitchContext(BUBBLE_INPUT_NAME, __scopeSwitch), composedRefs = useComposedRefs(forwardedRef, setBubbleInput), controlSize = useSize(control), shouldStopClickPropagationRef = import_react.useRef(!1), prevCheckedRef = import_react.useRef(checked), handledUserClickRef = import_react.useRef(userClick), pendingUserClickRef = import_react.useRef(null);
	import_react.useEffect(() => {
		let input = bubbleInput;
		if (!input) return;
		let inputProto = window.HTMLInputElement.prototype, setChecked = Object.getOwnPropertyDescriptor(inputProto, "checked").set;
		if (!setChecked) return;
		let checkedChanged = prevCheckedRef.current !== checked;
		prevCheckedRef.current = checked;
		let isNewUserClick = userClick !== null && userClick !== handledUserClickRef.current;
		if (handledUserClickRef.current = userClick, isNewUserClick) pendingUserClickRef.current = checkedChanged ? null : userClick, checkedChanged && setChecked.call(input, checked), input.dispatchEvent(new Event("click", { bubbles: !userClick.hasConsumerStoppedPropagation }));
		else if (checkedChanged) {
			let pendingUserClick = pendingUserClickRef.current;
			pendingUserClickRef.current = null;
			let isPendingUserChange = pendingUserClick?.requestedChecked === checked;
			shouldStopClickPropagationRef.current = !0, setChecked.call(input, checked), input.dispatchEvent(new Event("click", { bubbles: !(isPendingUserChange && pendingUserClick.hasConsumerStoppedPropagation) })), shouldStopClickPropagationRef.current = !1;
		}
	}, [
		bubbleInput,
		checked,
		userClick
	]);
	let defaultCheckedRef = import_react.useRef(checked);
	return (0, import_jsx_runtime.jsx)(Primitive.input, {
		type: "checkbox",
		"aria-hidden": !0,
		defaultChecked: defaultChecked ?? defaultCheckedRef.current,
		required,
		disabled,
		name,
		value,
		form,
		...props,
		tabIndex: -1,
		ref: composedRefs,
		onClick: composeEventHandlers(onClick, (event) => {
			shouldStopClickPropagationRef.current && event.stopPropagation();
		}),
		style: {
			...props.style,
			...controlSize,
			position: "absolute",
			pointerEvents: "none",
			opacity: 0,
			margin: 0,
			transform: "translateX(-100%)"
		}
	});
}, "SwitchBubbleInput"));
function isFunction(value) {
	return typeof value == "function";
}
__name(isFunction, "isFunction");
function getState(checked) {
	return checked ? "checked" : "unchecked";
}
__name(getState, "getState");
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
// src/table/Field.tsx
function Field({ label, hint, error, bare, children }) {
	let id = (0, import_react.useId)(), described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
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
				children: [(0, import_jsx_runtime.jsx)(Switch, {
					id,
					className: Field_module_default.switch,
					checked,
					disabled,
					onCheckedChange: onChange,
					"aria-describedby": hint ? `${id}-hint` : void 0,
					children: (0, import_jsx_runtime.jsx)(SwitchThumb, { className: Field_module_default.thumb })
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
