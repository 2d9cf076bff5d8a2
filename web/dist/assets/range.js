const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/radix.js","assets/jsx-runtime.js","assets/dist.js","assets/react-dom.js","assets/dist2.js","assets/es2015.js","assets/dist3.js"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { r as useGet } from "./hooks.js";
import { f as useRouter, i as useSearch, n as shared, t as readSearch } from "./search.js";
import { s as useZone, t as __vitePreload } from "./preload-helper.js";
import { i as Icon, r as Button } from "./Fault.js";
import { a as Primitive, c as useComposedRefs, i as createContextScope, n as composeEventHandlers, r as useLayoutEffect2, s as createSlot, t as useControllableState } from "./dist.js";
import { a as FocusScopeBranchProvider, c as DismissableLayer, d as Presence, i as FocusScope, n as useFocusGuards, r as Portal, s as useFocusScopeBranchRegistry, t as hideOthers, u as useId } from "./es2015.js";
import { a as and, d as term, i as shownAs, l as narrow, n as entityPath, r as graphSearch, t as entityKind, u as not } from "./fields.js";
// src/table/Copy.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime();
async function copyText(text) {
	try {
		return await navigator.clipboard.writeText(text), !0;
	} catch {
		let at = document.activeElement, area = document.createElement("textarea");
		area.value = text, area.style.position = "fixed", area.style.opacity = "0", (at?.closest("[role=dialog]") ?? document.body).append(area), area.select();
		let done = document.execCommand("copy");
		return area.remove(), at?.focus(), done;
	}
}
function Copy({ text, label = "Copy", small = !0, kind = "plain" }) {
	let [state, setState] = (0, import_react.useState)("");
	return (0, import_react.useEffect)(() => {
		if (!state) return;
		let t = setTimeout(() => setState(""), 1600);
		return () => clearTimeout(t);
	}, [state]), (0, import_jsx_runtime.jsx)(Button, {
		kind,
		small,
		icon: state === "done" ? "check" : "copy",
		onClick: async () => setState(await copyText(typeof text == "string" ? text : text()) ? "done" : "refused"),
		children: (0, import_jsx_runtime.jsx)("span", {
			"aria-live": "polite",
			children: state === "done" ? "Copied" : state === "refused" ? "Not allowed" : label
		})
	});
}
// node_modules/@radix-ui/react-dialog/dist/index.mjs
var __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), DIALOG_NAME = "Dialog", [createDialogContext, createDialogScope] = createContextScope(DIALOG_NAME), [DialogProvider, useDialogContext] = createDialogContext(DIALOG_NAME), Dialog = __name((props) => {
	let { __scopeDialog, children, open: openProp, defaultOpen, onOpenChange, modal = !0 } = props, triggerRef = import_react.useRef(null), contentRef = import_react.useRef(null), { nodes: branchNodes, registry: branchRegistry } = useFocusScopeBranchRegistry(), [open, setOpen] = useControllableState({
		prop: openProp,
		defaultProp: defaultOpen ?? !1,
		onChange: onOpenChange,
		caller: DIALOG_NAME
	}), [titleCount, setTitleCount] = import_react.useState(0), [descriptionCount, setDescriptionCount] = import_react.useState(0);
	return (0, import_jsx_runtime.jsx)(DialogProvider, {
		scope: __scopeDialog,
		triggerRef,
		contentRef,
		contentId: useId(),
		titleId: useId(),
		descriptionId: useId(),
		titlePresent: titleCount > 0,
		descriptionPresent: descriptionCount > 0,
		setTitleCount,
		setDescriptionCount,
		open,
		onOpenChange: setOpen,
		onOpenToggle: import_react.useCallback(() => setOpen((prevOpen) => !prevOpen), [setOpen]),
		modal,
		branchNodes,
		branchRegistry,
		children
	});
}, "Dialog"), PORTAL_NAME = "DialogPortal", [PortalProvider, usePortalContext] = createDialogContext(PORTAL_NAME, { forceMount: void 0 }), DialogPortal = __name((props) => {
	let { __scopeDialog, forceMount, children, container } = props, context = useDialogContext(PORTAL_NAME, __scopeDialog);
	return (0, import_jsx_runtime.jsx)(PortalProvider, {
		scope: __scopeDialog,
		forceMount,
		children: import_react.Children.map(children, (child) => (0, import_jsx_runtime.jsx)(Presence, {
			present: forceMount || context.open,
			children: (0, import_jsx_runtime.jsx)(Portal, {
				asChild: !0,
				container,
				children: child
			})
		}))
	});
}, "DialogPortal");
createSlot("DialogOverlay.RemoveScroll");
var CONTENT_NAME = "DialogContent", DialogContent = import_react.forwardRef(__name(function(props, forwardedRef) {
	let portalContext = usePortalContext(CONTENT_NAME, props.__scopeDialog), { forceMount = portalContext.forceMount, ...contentProps } = props, context = useDialogContext(CONTENT_NAME, props.__scopeDialog);
	return (0, import_jsx_runtime.jsx)(Presence, {
		present: forceMount || context.open,
		children: context.modal ? (0, import_jsx_runtime.jsx)(DialogContentModal, {
			...contentProps,
			ref: forwardedRef
		}) : (0, import_jsx_runtime.jsx)(DialogContentNonModal, {
			...contentProps,
			ref: forwardedRef
		})
	});
}, "DialogContent")), DialogContentModal = import_react.forwardRef(__name(function(props, forwardedRef) {
	let context = useDialogContext(CONTENT_NAME, props.__scopeDialog), contentRef = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, context.contentRef, contentRef);
	return import_react.useEffect(() => {
		let content = contentRef.current;
		if (content) return hideOthers(content);
	}, []), (0, import_jsx_runtime.jsx)(DialogContentImpl, {
		...props,
		ref: composedRefs,
		trapFocus: context.open,
		disableOutsidePointerEvents: context.open,
		onCloseAutoFocus: composeEventHandlers(props.onCloseAutoFocus, (event) => {
			event.preventDefault(), context.triggerRef.current?.focus();
		}),
		onPointerDownOutside: composeEventHandlers(props.onPointerDownOutside, (event) => {
			let originalEvent = event.detail.originalEvent, ctrlLeftClick = originalEvent.button === 0 && originalEvent.ctrlKey === !0;
			(originalEvent.button === 2 || ctrlLeftClick) && event.preventDefault();
		}),
		onFocusOutside: composeEventHandlers(props.onFocusOutside, (event) => event.preventDefault())
	});
}, "DialogContentModal")), DialogContentNonModal = import_react.forwardRef(__name(function(props, forwardedRef) {
	let context = useDialogContext(CONTENT_NAME, props.__scopeDialog), hasInteractedOutsideRef = import_react.useRef(!1), hasPointerDownOutsideRef = import_react.useRef(!1);
	return (0, import_jsx_runtime.jsx)(DialogContentImpl, {
		...props,
		ref: forwardedRef,
		trapFocus: !1,
		disableOutsidePointerEvents: !1,
		onCloseAutoFocus: (event) => {
			props.onCloseAutoFocus?.(event), event.defaultPrevented || (hasInteractedOutsideRef.current || context.triggerRef.current?.focus(), event.preventDefault()), hasInteractedOutsideRef.current = !1, hasPointerDownOutsideRef.current = !1;
		},
		onInteractOutside: (event) => {
			props.onInteractOutside?.(event), event.defaultPrevented || (hasInteractedOutsideRef.current = !0, event.detail.originalEvent.type === "pointerdown" && (hasPointerDownOutsideRef.current = !0));
			let target = event.target;
			context.triggerRef.current?.contains(target) && event.preventDefault(), event.detail.originalEvent.type === "focusin" && hasPointerDownOutsideRef.current && event.preventDefault();
		}
	});
}, "DialogContentNonModal")), DialogContentImpl = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDialog, trapFocus, onOpenAutoFocus, onCloseAutoFocus, "aria-describedby": ariaDescribedby, children, ...contentProps } = props, context = useDialogContext(CONTENT_NAME, __scopeDialog);
	return useFocusGuards(), (0, import_jsx_runtime.jsx)(FocusScopeBranchProvider, {
		registry: context.branchRegistry,
		children: (0, import_jsx_runtime.jsx)(FocusScope, {
			asChild: !0,
			loop: !0,
			trapped: trapFocus,
			branches: context.branchNodes,
			onMountAutoFocus: onOpenAutoFocus,
			onUnmountAutoFocus: onCloseAutoFocus,
			children: (0, import_jsx_runtime.jsx)(DismissableLayer, {
				role: "dialog",
				id: context.contentId,
				"aria-labelledby": context.titlePresent ? context.titleId : void 0,
				"aria-describedby": context.descriptionPresent ? concatAriaDescribedby(ariaDescribedby, context.descriptionId) : ariaDescribedby,
				"data-state": getState(context.open),
				...contentProps,
				ref: forwardedRef,
				deferPointerDownOutside: !0,
				onDismiss: () => context.onOpenChange(!1),
				children
			})
		})
	});
}, "DialogContentImpl")), DialogTitle = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDialog, ...titleProps } = props, context = useDialogContext("DialogTitle", __scopeDialog), { setTitleCount } = context;
	return useLayoutEffect2(() => (setTitleCount((count) => count + 1), () => setTitleCount((count) => count - 1)), [setTitleCount]), (0, import_jsx_runtime.jsx)(Primitive.h2, {
		id: context.titleId,
		...titleProps,
		ref: forwardedRef
	});
}, "DialogTitle")), DialogDescription = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDialog, ...descriptionProps } = props, context = useDialogContext("DialogDescription", __scopeDialog), { setDescriptionCount } = context;
	return useLayoutEffect2(() => (setDescriptionCount((count) => count + 1), () => setDescriptionCount((count) => count - 1)), [setDescriptionCount]), (0, import_jsx_runtime.jsx)(Primitive.p, {
		id: context.descriptionId,
		...descriptionProps,
		ref: forwardedRef
	});
}, "DialogDescription")), CLOSE_NAME = "DialogClose", DialogClose = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDialog, ...closeProps } = props, context = useDialogContext(CLOSE_NAME, __scopeDialog);
	return (0, import_jsx_runtime.jsx)(Primitive.button, {
		type: "button",
		...closeProps,
		ref: forwardedRef,
		onClick: composeEventHandlers(props.onClick, () => context.onOpenChange(!1))
	});
}, "DialogClose"));
function concatAriaDescribedby(...values) {
	let ids = new Set();
	for (let value of values) if (typeof value == "string") for (let id of String(value).trim().split(/\s+/)) id && ids.add(id);
	return ids.size > 0 ? Array.from(ids).join(" ") : void 0;
}
__name(concatAriaDescribedby, "concatAriaDescribedby");
function getState(open) {
	return open ? "open" : "closed";
}
__name(getState, "getState");
// src/table/place.ts
var last = null;
typeof document < "u" && document.addEventListener("focusin", (e) => {
	let at = e.target, menu = at.closest("[role=menu]"), by = menu && document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
	menu ? by && !by.closest("[aria-hidden=true]") && (last = by) : last = at;
}, !0);
var place = () => last;
function ground(of) {
	return of?.closest("[role=dialog],[role=alertdialog],main") ?? of?.closest("nav,header") ?? void 0;
}
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
// src/table/Drawer.tsx
function Drawer({ open, onClose, title, sub, actions, footer, width = 620, children }) {
	let before = (0, import_react.useRef)(null), own = (0, import_react.useRef)(null);
	return open && !before.current && (before.current = place()), (0, import_jsx_runtime.jsx)(Dialog, {
		open,
		onOpenChange: (o) => !o && onClose(),
		children: (0, import_jsx_runtime.jsxs)(DialogPortal, { children: [(0, import_jsx_runtime.jsx)("div", {
			className: Drawer_module_default.overlay,
			"aria-hidden": !0
		}), (0, import_jsx_runtime.jsxs)(DialogContent, {
			ref: own,
			className: Drawer_module_default.drawer,
			style: { width },
			"aria-describedby": void 0,
			onOpenAutoFocus: (e) => {
				e.preventDefault(), own.current?.focus();
			},
			onCloseAutoFocus: (e) => {
				e.preventDefault(), before.current?.focus({ preventScroll: !0 }), before.current = null;
			},
			children: [
				(0, import_jsx_runtime.jsxs)("header", {
					className: Drawer_module_default.head,
					children: [
						(0, import_jsx_runtime.jsxs)("div", {
							className: Drawer_module_default.titles,
							children: [(0, import_jsx_runtime.jsx)(DialogTitle, {
								className: Drawer_module_default.title,
								children: title
							}), sub && (0, import_jsx_runtime.jsx)("div", {
								className: Drawer_module_default.sub,
								children: sub
							})]
						}),
						actions,
						(0, import_jsx_runtime.jsx)(DialogClose, {
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
// src/table/floating.ts
var parts, asked = !1, waiting = new Set();
function wantFloating() {
	asked || (asked = !0, __vitePreload(() => import("./radix.js").then((m) => {
		parts = m, waiting.forEach((f) => f());
	}, () => {
		asked = !1;
	}), __vite__mapDeps([0,1,2,3,4,5,6])));
}
if (typeof window < "u") {
	let idle = window.requestIdleCallback ?? ((f) => setTimeout(f, 200));
	window.addEventListener("load", () => idle(() => wantFloating())), document.readyState === "complete" && idle(() => wantFloating());
}
function subscribe(f) {
	return waiting.add(f), () => waiting.delete(f);
}
function useFloating() {
	return (0, import_react.useSyncExternalStore)(subscribe, () => parts);
}
function useEarly(button) {
	let [wanted, setWanted] = (0, import_react.useState)(!1);
	return {
		wanted,
		early: (0, import_react.cloneElement)(button, {
			onPointerDown: (e) => {
				button.props.onPointerDown?.(e), e.pointerType !== "mouse" || e.button !== 0 || e.ctrlKey || (e.preventDefault(), setWanted(!0), wantFloating());
			},
			onClick: (e) => {
				button.props.onClick?.(e), setWanted(!0), wantFloating();
			}
		})
	};
}
var Menu_module_default = {
	menu: "Menu-module_menu",
	item: "Menu-module_item",
	icon: "Menu-module_icon",
	title: "Menu-module_title",
	keys: "Menu-module_keys",
	line: "Menu-module_line",
	head: "Menu-module_head"
};
// src/table/Menu.tsx
function Menu({ items, label, align = "end", children }) {
	let [trigger, setTrigger] = (0, import_react.useState)(null), floating = useFloating(), { wanted, early } = useEarly(children);
	if (!floating) return early;
	let { DropdownMenu } = floating;
	return (0, import_jsx_runtime.jsxs)(DropdownMenu.Root, {
		modal: !1,
		defaultOpen: wanted,
		children: [(0, import_jsx_runtime.jsx)(DropdownMenu.Trigger, {
			asChild: !0,
			ref: setTrigger,
			children
		}), trigger && (0, import_jsx_runtime.jsx)(DropdownMenu.Portal, {
			container: ground(trigger),
			children: (0, import_jsx_runtime.jsx)(DropdownMenu.Content, {
				className: Menu_module_default.menu,
				align,
				sideOffset: 4,
				collisionPadding: 8,
				"aria-label": label,
				children: (0, import_jsx_runtime.jsx)(MenuItems, { items })
			})
		})]
	});
}
function MenuItems({ items }) {
	let floating = useFloating();
	if (!floating) return null;
	let { DropdownMenu } = floating;
	return items.map((item, i) => {
		if (item === "line") return (0, import_jsx_runtime.jsx)(DropdownMenu.Separator, { className: Menu_module_default.line }, `line${i}`);
		if ("head" in item) return (0, import_jsx_runtime.jsx)(DropdownMenu.Label, {
			className: Menu_module_default.head,
			children: item.head
		}, `head${i}`);
		let inside = (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: Menu_module_default.icon,
				children: item.checked === void 0 ? item.icon && (0, import_jsx_runtime.jsx)(Icon, { name: item.icon }) : item.checked && (0, import_jsx_runtime.jsx)(Icon, { name: "check" })
			}),
			(0, import_jsx_runtime.jsxs)("span", {
				className: Menu_module_default.title,
				children: [item.title, item.hint && (0, import_jsx_runtime.jsx)("small", { children: item.hint })]
			}),
			item.keys && (0, import_jsx_runtime.jsx)("kbd", {
				className: Menu_module_default.keys,
				children: item.keys
			})
		] }), select = (e) => {
			item.keepOpen && e.preventDefault(), item.run();
		};
		return item.checked === void 0 ? (0, import_jsx_runtime.jsx)(DropdownMenu.Item, {
			className: Menu_module_default.item,
			disabled: item.disabled,
			onSelect: select,
			children: inside
		}, item.id) : (0, import_jsx_runtime.jsx)(DropdownMenu.CheckboxItem, {
			className: Menu_module_default.item,
			checked: item.checked,
			disabled: item.disabled,
			onSelect: select,
			children: inside
		}, item.id);
	});
}
var Skeleton_module_default = {
	lines: "Skeleton-module_lines",
	line: "Skeleton-module_line",
	block: "Skeleton-module_block",
	breathe: "Skeleton-module_breathe"
};
// src/table/Skeleton.tsx
function Skeleton({ lines = 3, height }) {
	return height ? (0, import_jsx_runtime.jsx)("div", {
		className: Skeleton_module_default.block,
		style: { height },
		"aria-hidden": !0
	}) : (0, import_jsx_runtime.jsx)("div", {
		className: Skeleton_module_default.lines,
		"aria-hidden": !0,
		children: Array.from({ length: lines }, (_, i) => (0, import_jsx_runtime.jsx)("div", {
			className: Skeleton_module_default.line,
			style: { width: `${[
				92,
				78,
				85,
				64,
				88
			][i % 5]}%` }
		}, i))
	});
}
// src/table/keys.ts
var g = 0;
typeof window < "u" && window.addEventListener("keydown", (e) => {
	e.key === "g" ? e.ctrlKey || e.metaKey || e.altKey || (g = Date.now()) : setTimeout(() => g = 0);
}, !0);
function plainKey(e) {
	if (e.ctrlKey || e.metaKey || e.altKey) return "";
	let t = e.target;
	return t && (t.isContentEditable || /^(textarea|select)$/i.test(t.tagName) || t.tagName === "INPUT" && t.type !== "checkbox") || g && Date.now() - g < 1e3 && e.key.length === 1 ? "" : e.key;
}
var Value_module_default = {
	wrap: "Value-module_wrap",
	value: "Value-module_value",
	mono: "Value-module_mono",
	none: "Value-module_none",
	accept: "Value-module_accept",
	reject: "Value-module_reject",
	name: "Value-module_name",
	anchor: "Value-module_anchor"
}, ScopeContext = (0, import_react.createContext)(void 0), Behind = (0, import_react.createContext)(void 0);
function ValueScope({ filter, onFilter, children }) {
	return (0, import_jsx_runtime.jsx)(ScopeContext.Provider, {
		value: {
			filter,
			onFilter
		},
		children
	});
}
var InTable = (0, import_react.createContext)(!1), filtered = ["/", "/explore"];
function useValueActions() {
	let router = useRouter(), scope = (0, import_react.useContext)(ScopeContext), behind = (0, import_react.useContext)(Behind), search = () => readSearch(router.state.location.searchStr), go = (to, more = {}) => {
		let old = search(), along = Object.fromEntries(shared.filter((k) => old[k]).map((k) => [k, old[k]]));
		router.navigate({
			to,
			search: {
				...along,
				...more
			}
		});
	}, add = (part) => {
		if (scope) {
			let next = narrow(scope.filter, part);
			scope.onFilter ? scope.onFilter(next) : go("/explore", { q: next });
		} else filtered.includes(router.state.location.pathname) ? router.navigate({
			to: ".",
			search: ((old) => ({
				...old,
				q: narrow(old.q ?? "", part)
			})),
			resetScroll: !1
		}) : go("/explore", { q: part });
	};
	return {
		filterFor: (field, value) => add(term(field, value)),
		filterOut: (field, value) => add(not(term(field, value))),
		open: (kind, value, network) => go(entityPath(kind, value, network)),
		graph: (field, value) => go("/graph", graphSearch(field, value)),
		rule: (field, value) => go("/rules/new", { q: and(behind ?? scope?.filter, term(field, value)) }),
		behind: (field, value) => go("/explore", { q: narrow(behind ?? scope?.filter ?? "", term(field, value)) }),
		records: (filter) => go("/explore", { q: filter }),
		explore: (filter) => go("/explore", { q: filter }),
		go
	};
}
function Value({ field, value, network, kind, name, children, extra, mono, className }) {
	let [open, setOpen] = (0, import_react.useState)(!1), DropdownMenu = useFloating()?.DropdownMenu, button = (0, import_react.useRef)(null), before = (0, import_react.useRef)(null), inTable = (0, import_react.useContext)(InTable), acts = useValueActions(), none = value == null || value === "", text = none ? "" : String(value), entity = none ? void 0 : kind ?? entityKind(field, text), graph = none ? void 0 : graphSearch(field, text), shown = none ? {
		text: "–",
		title: `no ${field}`
	} : shownAs(field, value), key = (e) => {
		switch (plainKey(e)) {
			case "f":
				acts.filterFor(field, value);
				break;
			case "x":
				acts.filterOut(field, value);
				break;
			case "o":
				if (!entity) return;
				acts.open(entity, text, network ?? void 0);
				break;
			default: return;
		}
		setOpen(!1), e.preventDefault(), e.stopPropagation();
	};
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Value_module_default.wrap,
		children: [
			(0, import_jsx_runtime.jsx)("button", {
				ref: button,
				type: "button",
				"data-value": "",
				className: [
					Value_module_default.value,
					mono !== !1 && entity && Value_module_default.mono,
					none && Value_module_default.none,
					field === "action" && (text === "REJECT" ? Value_module_default.reject : Value_module_default.accept),
					className
				].filter(Boolean).join(" "),
				tabIndex: inTable ? -1 : 0,
				"aria-haspopup": "menu",
				"aria-expanded": open,
				title: shown.title,
				onKeyDown: key,
				onClick: (e) => {
					e.stopPropagation();
					let at = document.activeElement;
					before.current = inTable ? button.current?.closest("[role=grid]") ?? at : button.current, wantFloating(), setOpen(!0);
				},
				children: children ?? shown.text
			}),
			name && (0, import_jsx_runtime.jsx)("span", {
				className: Value_module_default.name,
				children: name
			}),
			open && DropdownMenu && (0, import_jsx_runtime.jsxs)(DropdownMenu.Root, {
				open: !0,
				onOpenChange: setOpen,
				modal: !1,
				children: [(0, import_jsx_runtime.jsx)(DropdownMenu.Trigger, {
					asChild: !0,
					children: (0, import_jsx_runtime.jsx)("span", {
						className: Value_module_default.anchor,
						role: "presentation",
						"aria-hidden": !0,
						tabIndex: -1
					})
				}), (0, import_jsx_runtime.jsx)(DropdownMenu.Portal, {
					container: ground(button.current),
					children: (0, import_jsx_runtime.jsx)(DropdownMenu.Content, {
						className: Menu_module_default.menu,
						align: "start",
						sideOffset: 3,
						collisionPadding: 8,
						"aria-label": `${field} ${text}`,
						onClick: (e) => e.stopPropagation(),
						onKeyDown: key,
						onCloseAutoFocus: (e) => {
							e.preventDefault(), before.current?.focus({ preventScroll: !0 });
						},
						children: (0, import_jsx_runtime.jsx)(MenuItems, { items: [
							{ head: none ? `no ${field}` : `${field} ${text}` },
							...extra?.length ? [...extra, "line"] : [],
							{
								id: "for",
								title: none ? "Only records without it" : "Filter for",
								icon: "filter",
								keys: "f",
								run: () => acts.filterFor(field, value)
							},
							{
								id: "out",
								title: none ? "Only records that have it" : "Filter out",
								icon: "exclude",
								keys: "x",
								run: () => acts.filterOut(field, value)
							},
							"line",
							{
								id: "records",
								title: "Show the records",
								icon: "table",
								run: () => acts.behind(field, value)
							},
							...entity ? [{
								id: "open",
								title: `Open ${entity === "vpc" ? "VPC" : entity}`,
								icon: "open",
								keys: "o",
								run: () => acts.open(entity, text, network ?? void 0)
							}] : [],
							...graph ? [{
								id: "graph",
								title: "Show on the graph",
								icon: "graph",
								run: () => acts.graph(field, text)
							}] : [],
							...none ? [] : [
								"line",
								{
									id: "rule",
									title: "Make a rule of this",
									icon: "rule",
									run: () => acts.rule(field, value)
								},
								{
									id: "copy",
									title: "Copy",
									icon: "copy",
									run: () => void copyText(text)
								}
							]
						] })
					})
				})]
			})
		]
	});
}
var units = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400,
	w: 604800
};
function relative(text) {
	let m = /^(now|end)(?:-(\d+)([smhdw]))?$/.exec(text);
	if (m) return {
		base: m[1],
		back: m[2] ? Number(m[2]) * (units[m[3] ?? "s"] ?? 1) : 0
	};
}
var ranges = [
	{
		since: "end-1h",
		until: "end",
		label: "Newest hour"
	},
	{
		since: "end-6h",
		until: "end",
		label: "Newest 6 hours"
	},
	{
		since: "end-24h",
		until: "end",
		label: "Newest 24 hours"
	},
	{
		since: "end-3d",
		until: "end",
		label: "Newest 3 days"
	},
	{
		since: "end-7d",
		until: "end",
		label: "Newest 7 days"
	},
	{
		since: "end-14d",
		until: "end",
		label: "Newest 14 days"
	},
	{
		since: "end-30d",
		until: "end",
		label: "Newest 30 days"
	},
	{
		since: "now-15m",
		until: "now",
		label: "Last 15 minutes"
	},
	{
		since: "now-1h",
		until: "now",
		label: "Last hour"
	},
	{
		since: "now-24h",
		until: "now",
		label: "Last 24 hours"
	},
	{
		since: "now-7d",
		until: "now",
		label: "Last 7 days"
	}
], iso = (s) => new Date(Math.round(s) * 1e3).toISOString().replace(".000Z", "Z");
function useRange() {
	let [search, setSearch] = useSearch(), zone = useZone(), extent = useGet("/range", void 0, { every: 3e4 }), since = search.since ?? "end-24h", until = search.until ?? "end", end = extent.data?.to ? Date.parse(extent.data.to) / 1e3 : void 0, seconds = (0, import_react.useCallback)((text) => {
		let r = relative(text);
		if (r) {
			let base = r.base === "now" ? Date.now() / 1e3 : end ?? void 0;
			return base === void 0 ? void 0 : base - r.back;
		}
		if (/^\d+$/.test(text)) return Number(text);
		let t = Date.parse(text);
		return Number.isNaN(t) ? void 0 : t / 1e3;
	}, [end]), from = seconds(since), to = seconds(until), set = (0, import_react.useCallback)((s, u, o) => setSearch({
		since: s === "end-24h" && u === "end" ? void 0 : s,
		until: u === "end" ? void 0 : u
	}, o), [setSearch]), zoom = (0, import_react.useCallback)((a, b) => {
		let lo = Math.floor(Math.min(a, b) / 60) * 60, hi = Math.max(Math.ceil(Math.max(a, b) / 60) * 60, lo + 60);
		set(iso(lo), iso(hi));
	}, [set]), shift = (0, import_react.useCallback)((direction) => {
		if (from === void 0 || to === void 0) return;
		let width = to - from;
		set(iso(from + direction * width), iso(to + direction * width));
	}, [
		from,
		to,
		set
	]), widen = (0, import_react.useCallback)(() => {
		if (from === void 0 || to === void 0) return;
		let half = (to - from) / 2;
		set(iso(from - half), iso(to + half));
	}, [
		from,
		to,
		set
	]);
	return {
		since,
		until,
		from,
		to,
		label: (0, import_react.useMemo)(() => {
			let known = ranges.find((r) => r.since === since && r.until === until);
			if (known) return known.label;
			if (from === void 0 || to === void 0) return `${since} to ${until}`;
			let sameDay = zone.date(from) === zone.date(to);
			return zone.time(from) + " – " + (sameDay ? zone.clock(to) : zone.time(to));
		}, [
			since,
			until,
			from,
			to,
			zone
		]),
		set,
		zoom,
		shift,
		widen,
		empty: extent.data?.empty ?? !1,
		extent: extent.data
	};
}
export { copyText as C, Copy as S, DialogClose as _, Value as a, DialogPortal as b, plainKey as c, useEarly as d, useFloating as f, Dialog as g, place as h, InTable as i, Skeleton as l, Drawer as m, useRange as n, ValueScope as o, wantFloating as p, Behind as r, useValueActions as s, ranges as t, Menu as u, DialogContent as v, DialogTitle as x, DialogDescription as y };
