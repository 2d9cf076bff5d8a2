import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { a as Primitive, i as createContextScope, n as composeEventHandlers, t as useControllableState } from "./dist.js";
import { i as useDirection, n as RovingFocusGroupItem, r as createRovingFocusGroupScope, t as RovingFocusGroup } from "./dist2.js";
import { d as Presence, u as useId } from "./es2015.js";
// node_modules/@radix-ui/react-tabs/dist/index.mjs
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), ActivationMode = {
	Automatic: "automatic",
	Manual: "manual"
}, TABS_NAME = "Tabs", [createTabsContext, createTabsScope] = createContextScope(TABS_NAME, [createRovingFocusGroupScope]), useRovingFocusGroupScope = createRovingFocusGroupScope(), [TabsProvider, useTabsContext] = createTabsContext(TABS_NAME), Tabs$1 = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeTabs, value: valueProp, onValueChange, defaultValue, orientation = "horizontal", dir, activationMode = ActivationMode.Automatic, ...tabsProps } = props, direction = useDirection(dir), [value, setValue] = useControllableState({
		prop: valueProp,
		onChange: onValueChange,
		defaultProp: defaultValue ?? "",
		caller: TABS_NAME
	});
	return (0, import_jsx_runtime.jsx)(TabsProvider, {
		scope: __scopeTabs,
		baseId: useId(),
		value,
		onValueChange: setValue,
		orientation,
		dir: direction,
		activationMode,
		children: (0, import_jsx_runtime.jsx)(Primitive.div, {
			dir: direction,
			"data-orientation": orientation,
			...tabsProps,
			ref: forwardedRef
		})
	});
}, "Tabs")), TAB_LIST_NAME = "TabsList", TabsList = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeTabs, loop = !0, ...listProps } = props, context = useTabsContext(TAB_LIST_NAME, __scopeTabs), rovingFocusGroupScope = useRovingFocusGroupScope(__scopeTabs);
	return (0, import_jsx_runtime.jsx)(RovingFocusGroup, {
		asChild: !0,
		...rovingFocusGroupScope,
		orientation: context.orientation,
		dir: context.dir,
		loop,
		children: (0, import_jsx_runtime.jsx)(Primitive.div, {
			role: "tablist",
			"aria-orientation": context.orientation,
			...listProps,
			ref: forwardedRef
		})
	});
}, "TabsList")), TRIGGER_NAME = "TabsTrigger", TabsTrigger = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeTabs, value, disabled = !1, ...triggerProps } = props, context = useTabsContext(TRIGGER_NAME, __scopeTabs), rovingFocusGroupScope = useRovingFocusGroupScope(__scopeTabs), triggerId = makeTriggerId(context.baseId, value), contentId = makeContentId(context.baseId, value), isSelected = value === context.value;
	return (0, import_jsx_runtime.jsx)(RovingFocusGroupItem, {
		asChild: !0,
		...rovingFocusGroupScope,
		focusable: !disabled,
		active: isSelected,
		children: (0, import_jsx_runtime.jsx)(Primitive.button, {
			type: "button",
			role: "tab",
			"aria-selected": isSelected,
			"aria-controls": contentId,
			"data-state": isSelected ? "active" : "inactive",
			"data-disabled": disabled ? "" : void 0,
			disabled,
			id: triggerId,
			...triggerProps,
			ref: forwardedRef,
			onMouseDown: composeEventHandlers(props.onMouseDown, (event) => {
				!disabled && event.button === 0 && event.ctrlKey === !1 ? (event.currentTarget.focus(), context.onValueChange(value)) : event.preventDefault();
			}),
			onKeyDown: composeEventHandlers(props.onKeyDown, (event) => {
				disabled || event.target !== event.currentTarget || [" ", "Enter"].includes(event.key) && context.onValueChange(value);
			}),
			onFocus: composeEventHandlers(props.onFocus, () => {
				let isAutomaticActivation = context.activationMode !== ActivationMode.Manual;
				!isSelected && !disabled && isAutomaticActivation && context.onValueChange(value);
			})
		})
	});
}, "TabsTrigger")), CONTENT_NAME = "TabsContent", TabsContent = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeTabs, value, forceMount, children, ...contentProps } = props, context = useTabsContext(CONTENT_NAME, __scopeTabs), triggerId = makeTriggerId(context.baseId, value), contentId = makeContentId(context.baseId, value), isSelected = value === context.value, isMountAnimationPreventedRef = import_react.useRef(isSelected);
	return import_react.useEffect(() => {
		let rAF = requestAnimationFrame(() => isMountAnimationPreventedRef.current = !1);
		return () => cancelAnimationFrame(rAF);
	}, []), (0, import_jsx_runtime.jsx)(Presence, {
		present: forceMount || isSelected,
		children: ({ present }) => (0, import_jsx_runtime.jsx)(Primitive.div, {
			"data-state": isSelected ? "active" : "inactive",
			"data-orientation": context.orientation,
			role: "tabpanel",
			"aria-labelledby": triggerId,
			hidden: !present,
			id: contentId,
			tabIndex: 0,
			...contentProps,
			ref: forwardedRef,
			style: {
				...props.style,
				animationDuration: isMountAnimationPreventedRef.current ? "0s" : void 0
			},
			children: present && children
		})
	});
}, "TabsContent"));
function makeTriggerId(baseId, value) {
	return `${baseId}-trigger-${value}`;
}
__name(makeTriggerId, "makeTriggerId");
function makeContentId(baseId, value) {
	return `${baseId}-content-${value}`;
}
__name(makeContentId, "makeContentId");
var Tabs_module_default = {
	tabs: "Tabs-module_tabs",
	row: "Tabs-module_row",
	list: "Tabs-module_list",
	tab: "Tabs-module_tab",
	count: "Tabs-module_count",
	end: "Tabs-module_end",
	body: "Tabs-module_body"
};
// src/table/Tabs.tsx
function Tabs({ label, value, onChange, tabs, end, children }) {
	return (0, import_jsx_runtime.jsxs)(Tabs$1, {
		value,
		onValueChange: onChange,
		className: Tabs_module_default.tabs,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Tabs_module_default.row,
			children: [(0, import_jsx_runtime.jsx)(TabsList, {
				"aria-label": label,
				className: Tabs_module_default.list,
				children: tabs.map((t) => (0, import_jsx_runtime.jsxs)(TabsTrigger, {
					value: t.id,
					className: Tabs_module_default.tab,
					children: [t.title, t.count !== void 0 && (0, import_jsx_runtime.jsx)("span", {
						className: Tabs_module_default.count,
						children: t.count
					})]
				}, t.id))
			}), end && (0, import_jsx_runtime.jsx)("div", {
				className: Tabs_module_default.end,
				children: end
			})]
		}), tabs.map((t) => (0, import_jsx_runtime.jsx)(TabsContent, {
			value: t.id,
			className: Tabs_module_default.body,
			tabIndex: -1,
			children: t.body ?? (t.id === value ? children : null)
		}, t.id))]
	});
}
export { Tabs as t };
