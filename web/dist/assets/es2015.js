import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { t as require_react_dom } from "./react-dom.js";
import { a as Primitive, c as useComposedRefs, n as composeEventHandlers, o as dispatchDiscreteCustomEvent, r as useLayoutEffect2 } from "./dist.js";
// node_modules/@radix-ui/react-presence/dist/index.mjs
var import_react = __toESM(require_react(), 1), __defProp$6 = Object.defineProperty, __name$6 = (target, value) => __defProp$6(target, "name", {
	value,
	configurable: !0
});
function useStateMachine(initialState, machine) {
	return import_react.useReducer((state, event) => machine[state][event] ?? state, initialState);
}
__name$6(useStateMachine, "useStateMachine");
var Presence = __name$6((props) => {
	let { present, children } = props, presence = usePresence(present), child = typeof children == "function" ? children({ present: presence.isPresent }) : import_react.Children.only(children), ref = useStableComposedRefs(presence.ref, getElementRef(child));
	return typeof children == "function" || presence.isPresent ? import_react.cloneElement(child, { ref }) : null;
}, "Presence");
function usePresence(present) {
	let [node, setNode] = import_react.useState(), stylesRef = import_react.useRef(null), prevPresentRef = import_react.useRef(present), prevAnimationNameRef = import_react.useRef("none"), mountAnimationNameRef = import_react.useRef(void 0), [state, send] = useStateMachine(present ? "mounted" : "unmounted", {
		mounted: {
			UNMOUNT: "unmounted",
			ANIMATION_OUT: "unmountSuspended"
		},
		unmountSuspended: {
			MOUNT: "mounted",
			ANIMATION_END: "unmounted"
		},
		unmounted: { MOUNT: "mounted" }
	});
	return import_react.useEffect(() => {
		state === "mounted" ? (prevAnimationNameRef.current = mountAnimationNameRef.current ?? getAnimationName(stylesRef.current), mountAnimationNameRef.current = void 0) : prevAnimationNameRef.current = "none";
	}, [state]), useLayoutEffect2(() => {
		let styles = stylesRef.current, wasPresent = prevPresentRef.current;
		if (wasPresent !== present) {
			let prevAnimationName = prevAnimationNameRef.current, currentAnimationName = getAnimationName(styles);
			present ? (mountAnimationNameRef.current = currentAnimationName, send("MOUNT")) : currentAnimationName === "none" || styles?.display === "none" ? send("UNMOUNT") : send(wasPresent && prevAnimationName !== currentAnimationName ? "ANIMATION_OUT" : "UNMOUNT"), prevPresentRef.current = present;
		}
	}, [present, send]), useLayoutEffect2(() => {
		if (node) {
			let timeoutId, ownerWindow = node.ownerDocument.defaultView ?? window, handleAnimationEnd = __name$6((event) => {
				let isCurrentAnimation = getAnimationName(stylesRef.current).includes(CSS.escape(event.animationName));
				if (event.target === node && isCurrentAnimation && (send("ANIMATION_END"), !prevPresentRef.current)) {
					let currentFillMode = node.style.animationFillMode;
					node.style.animationFillMode = "forwards", timeoutId = ownerWindow.setTimeout(() => {
						node.style.animationFillMode === "forwards" && (node.style.animationFillMode = currentFillMode);
					});
				}
			}, "handleAnimationEnd"), handleAnimationStart = __name$6((event) => {
				event.target === node && (prevAnimationNameRef.current = getAnimationName(stylesRef.current));
			}, "handleAnimationStart");
			return node.addEventListener("animationstart", handleAnimationStart), node.addEventListener("animationcancel", handleAnimationEnd), node.addEventListener("animationend", handleAnimationEnd), () => {
				ownerWindow.clearTimeout(timeoutId), node.removeEventListener("animationstart", handleAnimationStart), node.removeEventListener("animationcancel", handleAnimationEnd), node.removeEventListener("animationend", handleAnimationEnd);
			};
		}
		send("ANIMATION_END");
	}, [node, send]), {
		isPresent: ["mounted", "unmountSuspended"].includes(state),
		ref: import_react.useCallback((node2) => {
			if (node2) {
				let styles = getComputedStyle(node2);
				stylesRef.current = styles, mountAnimationNameRef.current = getAnimationName(styles);
			} else stylesRef.current = null;
			setNode(node2);
		}, [])
	};
}
__name$6(usePresence, "usePresence");
function setRef(ref, value) {
	if (typeof ref == "function") return ref(value);
	ref != null && (ref.current = value);
}
__name$6(setRef, "setRef");
function useStableComposedRefs(...refs) {
	let refsRef = import_react.useRef(refs);
	return refsRef.current = refs, import_react.useCallback((node) => {
		let currentRefs = refsRef.current, hasCleanup = !1, cleanups = currentRefs.map((ref) => {
			let cleanup = setRef(ref, node);
			return !hasCleanup && typeof cleanup == "function" && (hasCleanup = !0), cleanup;
		});
		if (hasCleanup) return () => {
			for (let i = 0; i < cleanups.length; i++) {
				let cleanup = cleanups[i];
				typeof cleanup == "function" ? cleanup() : setRef(currentRefs[i], null);
			}
		};
	}, []);
}
__name$6(useStableComposedRefs, "useStableComposedRefs");
function getAnimationName(styles) {
	return styles?.animationName || "none";
}
__name$6(getAnimationName, "getAnimationName");
function getElementRef(element) {
	let getter = Object.getOwnPropertyDescriptor(element.props, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning;
	return mayWarn ? element.ref : (getter = Object.getOwnPropertyDescriptor(element, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning, mayWarn ? element.props.ref : element.props.ref || element.ref);
}
__name$6(getElementRef, "getElementRef");
// node_modules/@radix-ui/react-id/dist/index.mjs
var __defProp$5 = Object.defineProperty, __name$5 = (target, value) => __defProp$5(target, "name", {
	value,
	configurable: !0
}), useReactId = import_react.useId || (() => void 0), count$1 = 0;
function useId(deterministicId) {
	let [id, setId] = import_react.useState(useReactId());
	return useLayoutEffect2(() => {
		deterministicId || setId((reactId) => reactId ?? String(count$1++));
	}, [deterministicId]), deterministicId || (id ? `radix-${id}` : "");
}
__name$5(useId, "useId");
// node_modules/@radix-ui/react-use-callback-ref/dist/index.mjs
var __defProp$4 = Object.defineProperty, __name$4 = (target, value) => __defProp$4(target, "name", {
	value,
	configurable: !0
}), useReactInsertionEffect = import_react.useInsertionEffect;
function useCallbackRef(callback) {
	let callbackRef = import_react.useRef(callback);
	return typeof useReactInsertionEffect == "function" ? useReactInsertionEffect(() => {
		callbackRef.current = callback;
	}) : useLayoutEffect2(() => {
		callbackRef.current = callback;
	}), import_react.useMemo(() => ((...args) => callbackRef.current?.(...args)), []);
}
__name$4(useCallbackRef, "useCallbackRef");
// node_modules/@radix-ui/react-dismissable-layer/dist/index.mjs
var import_jsx_runtime = require_jsx_runtime(), __defProp$3 = Object.defineProperty, __name$3 = (target, value) => __defProp$3(target, "name", {
	value,
	configurable: !0
}), CONTEXT_UPDATE = "dismissableLayer.update", POINTER_DOWN_OUTSIDE = "dismissableLayer.pointerDownOutside", FOCUS_OUTSIDE = "dismissableLayer.focusOutside", originalBodyPointerEvents, DismissableLayerContext = import_react.createContext({
	layers: new Set(),
	layersWithOutsidePointerEventsDisabled: new Set(),
	branches: new Set(),
	dismissableSurfaces: new Set()
}), DismissableLayer = import_react.forwardRef(__name$3(function(props, forwardedRef) {
	let { disableOutsidePointerEvents = !1, deferPointerDownOutside = !1, onEscapeKeyDown, onPointerDownOutside, onFocusOutside, onInteractOutside, onDismiss, ...layerProps } = props, context = import_react.useContext(DismissableLayerContext), [node, setNode] = import_react.useState(null), ownerDocument = node?.ownerDocument ?? globalThis?.document, [, force] = import_react.useState({}), composedRefs = useComposedRefs(forwardedRef, setNode), layers = Array.from(context.layers), [highestLayerWithOutsidePointerEventsDisabled] = [...context.layersWithOutsidePointerEventsDisabled].slice(-1), highestLayerWithOutsidePointerEventsDisabledIndex = highestLayerWithOutsidePointerEventsDisabled ? layers.indexOf(highestLayerWithOutsidePointerEventsDisabled) : -1, index = node ? layers.indexOf(node) : -1, isBodyPointerEventsDisabled = context.layersWithOutsidePointerEventsDisabled.size > 0, isPointerEventsEnabled = index >= highestLayerWithOutsidePointerEventsDisabledIndex, isDeferredPointerDownOutsideRef = import_react.useRef(!1), pointerDownOutside = usePointerDownOutside((event) => {
		onPointerDownOutside?.(event), onInteractOutside?.(event), event.defaultPrevented || onDismiss?.();
	}, {
		ownerDocument,
		deferPointerDownOutside,
		isDeferredPointerDownOutsideRef,
		dismissableSurfaces: context.dismissableSurfaces,
		shouldHandlePointerDownOutside: import_react.useCallback((target) => {
			if (!(target instanceof Node)) return !1;
			let isPointerDownOnBranch = [...context.branches].some((branch) => branch.contains(target));
			return isPointerEventsEnabled && !isPointerDownOnBranch;
		}, [context.branches, isPointerEventsEnabled])
	}), focusOutside = useFocusOutside((event) => {
		if (deferPointerDownOutside && isDeferredPointerDownOutsideRef.current) return;
		let target = event.target;
		[...context.branches].some((branch) => branch.contains(target)) || (onFocusOutside?.(event), onInteractOutside?.(event), event.defaultPrevented || onDismiss?.());
	}, ownerDocument), isHighestLayer = node ? index === layers.length - 1 : !1, handleKeyDown = useCallbackRef((event) => {
		event.key === "Escape" && (onEscapeKeyDown?.(event), !event.defaultPrevented && onDismiss && (event.preventDefault(), onDismiss()));
	});
	return import_react.useEffect(() => {
		if (isHighestLayer) return ownerDocument.addEventListener("keydown", handleKeyDown, { capture: !0 }), () => ownerDocument.removeEventListener("keydown", handleKeyDown, { capture: !0 });
	}, [
		ownerDocument,
		isHighestLayer,
		handleKeyDown
	]), import_react.useEffect(() => {
		if (node) return disableOutsidePointerEvents && (context.layersWithOutsidePointerEventsDisabled.size === 0 && (originalBodyPointerEvents = ownerDocument.body.style.pointerEvents, ownerDocument.body.style.pointerEvents = "none"), context.layersWithOutsidePointerEventsDisabled.add(node)), context.layers.add(node), dispatchUpdate(), () => {
			disableOutsidePointerEvents && (context.layersWithOutsidePointerEventsDisabled.delete(node), context.layersWithOutsidePointerEventsDisabled.size === 0 && (ownerDocument.body.style.pointerEvents = originalBodyPointerEvents));
		};
	}, [
		node,
		ownerDocument,
		disableOutsidePointerEvents,
		context
	]), import_react.useEffect(() => () => {
		node && (context.layers.delete(node), context.layersWithOutsidePointerEventsDisabled.delete(node), dispatchUpdate());
	}, [node, context]), import_react.useEffect(() => {
		let handleUpdate = __name$3(() => force({}), "handleUpdate");
		return document.addEventListener(CONTEXT_UPDATE, handleUpdate), () => document.removeEventListener(CONTEXT_UPDATE, handleUpdate);
	}, []), (0, import_jsx_runtime.jsx)(Primitive.div, {
		...layerProps,
		ref: composedRefs,
		style: {
			pointerEvents: isBodyPointerEventsDisabled ? isPointerEventsEnabled ? "auto" : "none" : void 0,
			...props.style
		},
		onFocusCapture: composeEventHandlers(props.onFocusCapture, focusOutside.onFocusCapture),
		onBlurCapture: composeEventHandlers(props.onBlurCapture, focusOutside.onBlurCapture),
		onPointerDownCapture: composeEventHandlers(props.onPointerDownCapture, pointerDownOutside.onPointerDownCapture)
	});
}, "DismissableLayer"));
function useDismissableLayerSurface() {
	let context = import_react.useContext(DismissableLayerContext), [node, setNode] = import_react.useState(null);
	return import_react.useEffect(() => {
		if (node) return context.dismissableSurfaces.add(node), () => {
			context.dismissableSurfaces.delete(node);
		};
	}, [node, context.dismissableSurfaces]), setNode;
}
__name$3(useDismissableLayerSurface, "useDismissableLayerSurface");
var IS_TRUE = __name$3(() => !0, "IS_TRUE");
function usePointerDownOutside(onPointerDownOutside, args) {
	let { ownerDocument = globalThis?.document, deferPointerDownOutside = !1, isDeferredPointerDownOutsideRef, dismissableSurfaces, shouldHandlePointerDownOutside = IS_TRUE } = args, handlePointerDownOutside = useCallbackRef(onPointerDownOutside), isPointerInsideReactTreeRef = import_react.useRef(!1), isPointerDownOutsideRef = import_react.useRef(!1), interceptedOutsideInteractionEventsRef = import_react.useRef(new Map()), handleClickRef = import_react.useRef(() => {});
	return import_react.useEffect(() => {
		function resetOutsideInteraction() {
			isPointerDownOutsideRef.current = !1, isDeferredPointerDownOutsideRef.current = !1, interceptedOutsideInteractionEventsRef.current.clear();
		}
		__name$3(resetOutsideInteraction, "resetOutsideInteraction");
		function isOutsideInteractionIntercepted() {
			return Array.from(interceptedOutsideInteractionEventsRef.current.values()).some(Boolean);
		}
		__name$3(isOutsideInteractionIntercepted, "isOutsideInteractionIntercepted");
		function handleInteractionCapture(event) {
			if (!isPointerDownOutsideRef.current) return;
			let target = event.target;
			target instanceof Node && [...dismissableSurfaces].some((surface) => surface.contains(target)) || interceptedOutsideInteractionEventsRef.current.set(event.type, !0), event.type === "click" && window.setTimeout(() => {
				isPointerDownOutsideRef.current && handleClickRef.current();
			}, 0);
		}
		__name$3(handleInteractionCapture, "handleInteractionCapture");
		function handleInteractionBubble(event) {
			isPointerDownOutsideRef.current && interceptedOutsideInteractionEventsRef.current.set(event.type, !1);
		}
		__name$3(handleInteractionBubble, "handleInteractionBubble");
		let handlePointerDown = __name$3((event) => {
			if (event.target && !isPointerInsideReactTreeRef.current) {
				let handleAndDispatchPointerDownOutsideEvent2 = function() {
					ownerDocument.removeEventListener("click", handleClickRef.current);
					let wasOutsideInteractionIntercepted = isOutsideInteractionIntercepted();
					resetOutsideInteraction(), wasOutsideInteractionIntercepted || handleAndDispatchCustomEvent(POINTER_DOWN_OUTSIDE, handlePointerDownOutside, eventDetail, { discrete: !0 });
				};
				if (__name$3(handleAndDispatchPointerDownOutsideEvent2, "handleAndDispatchPointerDownOutsideEvent"), !shouldHandlePointerDownOutside(event.target)) {
					ownerDocument.removeEventListener("click", handleClickRef.current), resetOutsideInteraction(), isPointerInsideReactTreeRef.current = !1;
					return;
				}
				let eventDetail = { originalEvent: event };
				isPointerDownOutsideRef.current = !0, isDeferredPointerDownOutsideRef.current = deferPointerDownOutside && event.button === 0, interceptedOutsideInteractionEventsRef.current.clear(), !deferPointerDownOutside || event.button !== 0 ? handleAndDispatchPointerDownOutsideEvent2() : (ownerDocument.removeEventListener("click", handleClickRef.current), handleClickRef.current = handleAndDispatchPointerDownOutsideEvent2, ownerDocument.addEventListener("click", handleClickRef.current, { once: !0 }));
			} else ownerDocument.removeEventListener("click", handleClickRef.current), resetOutsideInteraction();
			isPointerInsideReactTreeRef.current = !1;
		}, "handlePointerDown"), outsideInteractionEvents = [
			"pointerup",
			"mousedown",
			"mouseup",
			"touchstart",
			"touchend",
			"click"
		];
		for (let eventName of outsideInteractionEvents) ownerDocument.addEventListener(eventName, handleInteractionCapture, !0), ownerDocument.addEventListener(eventName, handleInteractionBubble);
		let timerId = window.setTimeout(() => {
			ownerDocument.addEventListener("pointerdown", handlePointerDown);
		}, 0);
		return () => {
			window.clearTimeout(timerId), ownerDocument.removeEventListener("pointerdown", handlePointerDown), ownerDocument.removeEventListener("click", handleClickRef.current);
			for (let eventName of outsideInteractionEvents) ownerDocument.removeEventListener(eventName, handleInteractionCapture, !0), ownerDocument.removeEventListener(eventName, handleInteractionBubble);
		};
	}, [
		ownerDocument,
		handlePointerDownOutside,
		deferPointerDownOutside,
		isDeferredPointerDownOutsideRef,
		dismissableSurfaces,
		shouldHandlePointerDownOutside
	]), { onPointerDownCapture: __name$3(() => isPointerInsideReactTreeRef.current = !0, "onPointerDownCapture") };
}
__name$3(usePointerDownOutside, "usePointerDownOutside");
function useFocusOutside(onFocusOutside, ownerDocument = globalThis?.document) {
	let handleFocusOutside = useCallbackRef(onFocusOutside), isFocusInsideReactTreeRef = import_react.useRef(!1);
	return import_react.useEffect(() => {
		let handleFocus = __name$3((event) => {
			event.target && !isFocusInsideReactTreeRef.current && handleAndDispatchCustomEvent(FOCUS_OUTSIDE, handleFocusOutside, { originalEvent: event }, { discrete: !1 });
		}, "handleFocus");
		return ownerDocument.addEventListener("focusin", handleFocus), () => ownerDocument.removeEventListener("focusin", handleFocus);
	}, [ownerDocument, handleFocusOutside]), {
		onFocusCapture: __name$3(() => isFocusInsideReactTreeRef.current = !0, "onFocusCapture"),
		onBlurCapture: __name$3(() => isFocusInsideReactTreeRef.current = !1, "onBlurCapture")
	};
}
__name$3(useFocusOutside, "useFocusOutside");
function dispatchUpdate() {
	let event = new CustomEvent(CONTEXT_UPDATE);
	document.dispatchEvent(event);
}
__name$3(dispatchUpdate, "dispatchUpdate");
function handleAndDispatchCustomEvent(name, handler, detail, { discrete }) {
	let target = detail.originalEvent.target, event = new CustomEvent(name, {
		bubbles: !1,
		cancelable: !0,
		detail
	});
	handler && target.addEventListener(name, handler, { once: !0 }), discrete ? dispatchDiscreteCustomEvent(target, event) : target.dispatchEvent(event);
}
__name$3(handleAndDispatchCustomEvent, "handleAndDispatchCustomEvent");
// node_modules/@radix-ui/react-focus-scope/dist/index.mjs
var __defProp$2 = Object.defineProperty, __name$2 = (target, value) => __defProp$2(target, "name", {
	value,
	configurable: !0
}), AUTOFOCUS_ON_MOUNT = "focusScope.autoFocusOnMount", AUTOFOCUS_ON_UNMOUNT = "focusScope.autoFocusOnUnmount", EVENT_OPTIONS = {
	bubbles: !1,
	cancelable: !0
}, FocusScope = import_react.forwardRef(__name$2(function(props, forwardedRef) {
	let { loop = !1, trapped = !1, branches, onMountAutoFocus: onMountAutoFocusProp, onUnmountAutoFocus: onUnmountAutoFocusProp, ...scopeProps } = props, [container, setContainer] = import_react.useState(null), onMountAutoFocus = useCallbackRef(onMountAutoFocusProp), onUnmountAutoFocus = useCallbackRef(onUnmountAutoFocusProp), lastFocusedElementRef = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, setContainer), branchesRef = import_react.useRef(branches);
	import_react.useEffect(() => {
		branchesRef.current = branches;
	});
	let isTargetInScope = import_react.useCallback((target) => target ? container?.contains(target) ? !0 : !!branchesRef.current?.some((branch) => branch.contains(target)) : !1, [container]), focusScope = import_react.useRef({
		paused: !1,
		pause() {
			this.paused = !0;
		},
		resume() {
			this.paused = !1;
		}
	}).current;
	import_react.useEffect(() => {
		if (trapped) {
			let handleFocusIn2 = function(event) {
				if (focusScope.paused || !container) return;
				let target = event.target;
				isTargetInScope(target) ? lastFocusedElementRef.current = target : focus(lastFocusedElementRef.current, { select: !0 });
			}, handleFocusOut2 = function(event) {
				if (focusScope.paused || !container) return;
				let relatedTarget = event.relatedTarget;
				relatedTarget !== null && (isTargetInScope(relatedTarget) || focus(lastFocusedElementRef.current, { select: !0 }));
			}, handleMutations2 = function(mutations) {
				if (document.activeElement === document.body) for (let mutation of mutations) mutation.removedNodes.length > 0 && focus(container);
			};
			__name$2(handleFocusIn2, "handleFocusIn"), __name$2(handleFocusOut2, "handleFocusOut"), __name$2(handleMutations2, "handleMutations"), document.addEventListener("focusin", handleFocusIn2), document.addEventListener("focusout", handleFocusOut2);
			let mutationObserver = new MutationObserver(handleMutations2);
			return container && mutationObserver.observe(container, {
				childList: !0,
				subtree: !0
			}), () => {
				document.removeEventListener("focusin", handleFocusIn2), document.removeEventListener("focusout", handleFocusOut2), mutationObserver.disconnect();
			};
		}
	}, [
		trapped,
		container,
		focusScope.paused,
		isTargetInScope
	]), import_react.useEffect(() => {
		if (container) {
			focusScopesStack.add(focusScope);
			let previouslyFocusedElement = document.activeElement;
			if (!container.contains(previouslyFocusedElement)) {
				let mountEvent = new CustomEvent(AUTOFOCUS_ON_MOUNT, EVENT_OPTIONS);
				container.addEventListener(AUTOFOCUS_ON_MOUNT, onMountAutoFocus), container.dispatchEvent(mountEvent), mountEvent.defaultPrevented || (focusFirst(removeLinks(getTabbableCandidates(container)), { select: !0 }), document.activeElement === previouslyFocusedElement && focus(container));
			}
			return () => {
				container.removeEventListener(AUTOFOCUS_ON_MOUNT, onMountAutoFocus);
				let ownerDocument = container.ownerDocument, UnmountEvent = CustomEvent;
				setTimeout(() => {
					let unmountEvent = new UnmountEvent(AUTOFOCUS_ON_UNMOUNT, EVENT_OPTIONS);
					container.addEventListener(AUTOFOCUS_ON_UNMOUNT, onUnmountAutoFocus), container.dispatchEvent(unmountEvent), unmountEvent.defaultPrevented || focus(previouslyFocusedElement ?? ownerDocument.body, { select: !0 }), container.removeEventListener(AUTOFOCUS_ON_UNMOUNT, onUnmountAutoFocus), focusScopesStack.remove(focusScope);
				}, 0);
			};
		}
	}, [
		container,
		onMountAutoFocus,
		onUnmountAutoFocus,
		focusScope
	]);
	let handleKeyDown = import_react.useCallback((event) => {
		if (!loop && !trapped || focusScope.paused) return;
		let isTabKey = event.key === "Tab" && !event.altKey && !event.ctrlKey && !event.metaKey, focusedElement = document.activeElement;
		if (isTabKey && focusedElement) {
			let container2 = event.currentTarget, [first, last] = getTabbableEdges(container2);
			first && last ? !event.shiftKey && focusedElement === last ? (event.preventDefault(), loop && focus(first, { select: !0 })) : event.shiftKey && focusedElement === first && (event.preventDefault(), loop && focus(last, { select: !0 })) : focusedElement === container2 && event.preventDefault();
		}
	}, [
		loop,
		trapped,
		focusScope.paused
	]);
	return (0, import_jsx_runtime.jsx)(Primitive.div, {
		tabIndex: -1,
		...scopeProps,
		ref: composedRefs,
		onKeyDown: handleKeyDown
	});
}, "FocusScope")), FocusScopeBranchContext = import_react.createContext(null);
function FocusScopeBranchProvider({ registry, children }) {
	return registry ? (0, import_jsx_runtime.jsx)(FocusScopeBranchContext.Provider, {
		value: registry,
		children
	}) : children;
}
__name$2(FocusScopeBranchProvider, "FocusScopeBranchProvider");
function useFocusScopeBranchRegistry() {
	let [nodes, setNodes] = import_react.useState([]);
	return {
		nodes,
		registry: import_react.useMemo(() => ({
			add: __name$2((node) => setNodes((prev) => prev.includes(node) ? prev : [...prev, node]), "add"),
			remove: __name$2((node) => setNodes((prev) => prev.filter((current) => current !== node)), "remove")
		}), [])
	};
}
__name$2(useFocusScopeBranchRegistry, "useFocusScopeBranchRegistry");
function useFocusScopeBranch(node) {
	let registry = import_react.useContext(FocusScopeBranchContext);
	import_react.useEffect(() => {
		if (node && registry) return registry.add(node), () => registry.remove(node);
	}, [node, registry]);
}
__name$2(useFocusScopeBranch, "useFocusScopeBranch");
function focusFirst(candidates, { select = !1 } = {}) {
	let previouslyFocusedElement = document.activeElement;
	for (let candidate of candidates) if (focus(candidate, { select }), document.activeElement !== previouslyFocusedElement) return;
}
__name$2(focusFirst, "focusFirst");
function getTabbableEdges(container) {
	let candidates = getTabbableCandidates(container);
	return [findVisible(candidates, container), findVisible(candidates.reverse(), container)];
}
__name$2(getTabbableEdges, "getTabbableEdges");
function getTabbableCandidates(container) {
	let nodes = [], walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_ELEMENT, { acceptNode: __name$2((node) => {
		let isHiddenInput = node.tagName === "INPUT" && node.type === "hidden";
		return node.disabled || node.hidden || isHiddenInput ? NodeFilter.FILTER_SKIP : node.tabIndex >= 0 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
	}, "acceptNode") });
	for (; walker.nextNode();) nodes.push(walker.currentNode);
	return nodes;
}
__name$2(getTabbableCandidates, "getTabbableCandidates");
function findVisible(elements, container) {
	let canUseCheckVisibility = typeof container.checkVisibility == "function" && container.checkVisibility({ checkVisibilityCSS: !0 });
	for (let element of elements) if (!(canUseCheckVisibility ? !element.checkVisibility({ checkVisibilityCSS: !0 }) : isHidden(element, { upTo: container }))) return element;
}
__name$2(findVisible, "findVisible");
function isHidden(node, { upTo }) {
	if (getComputedStyle(node).visibility === "hidden") return !0;
	for (; node;) {
		if (upTo !== void 0 && node === upTo) return !1;
		if (getComputedStyle(node).display === "none") return !0;
		node = node.parentElement;
	}
	return !1;
}
__name$2(isHidden, "isHidden");
function isSelectableInput(element) {
	return element.tagName === "INPUT" && typeof element.select == "function";
}
__name$2(isSelectableInput, "isSelectableInput");
function focus(element, { select = !1 } = {}) {
	if (element && element.focus) {
		let previouslyFocusedElement = (element.ownerDocument ?? document).activeElement;
		element.focus({ preventScroll: !0 }), element !== previouslyFocusedElement && isSelectableInput(element) && select && element.select();
	}
}
__name$2(focus, "focus");
var focusScopesStack = createFocusScopesStack();
function createFocusScopesStack() {
	let stack = [];
	return {
		add(focusScope) {
			let activeFocusScope = stack[0];
			focusScope !== activeFocusScope && activeFocusScope?.pause(), stack = arrayRemove(stack, focusScope), stack.unshift(focusScope);
		},
		remove(focusScope) {
			stack = arrayRemove(stack, focusScope), stack[0]?.resume();
		}
	};
}
__name$2(createFocusScopesStack, "createFocusScopesStack");
function arrayRemove(array, item) {
	let updatedArray = [...array], index = updatedArray.indexOf(item);
	return index !== -1 && updatedArray.splice(index, 1), updatedArray;
}
__name$2(arrayRemove, "arrayRemove");
function removeLinks(items) {
	return items.filter((item) => item.tagName !== "A");
}
__name$2(removeLinks, "removeLinks");
// node_modules/@radix-ui/react-portal/dist/index.mjs
var import_react_dom = __toESM(require_react_dom(), 1), __defProp$1 = Object.defineProperty, Portal = import_react.forwardRef(((target, value) => __defProp$1(target, "name", {
	value,
	configurable: !0
}))(function(props, forwardedRef) {
	let { container: containerProp, ...portalProps } = props, [mounted, setMounted] = import_react.useState(!1);
	useLayoutEffect2(() => setMounted(!0), []);
	let container = containerProp || mounted && globalThis?.document?.body;
	return container ? import_react_dom.createPortal((0, import_jsx_runtime.jsx)(Primitive.div, {
		...portalProps,
		ref: forwardedRef
	}), container) : null;
}, "Portal")), __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), count = 0, guards = null;
function FocusGuards(props) {
	return useFocusGuards(), props.children;
}
__name(FocusGuards, "FocusGuards");
function useFocusGuards() {
	import_react.useEffect(() => {
		guards ||= {
			start: createFocusGuard(),
			end: createFocusGuard()
		};
		let { start, end } = guards;
		return document.body.firstElementChild !== start && document.body.insertAdjacentElement("afterbegin", start), document.body.lastElementChild !== end && document.body.insertAdjacentElement("beforeend", end), count++, () => {
			count === 1 && (guards?.start.remove(), guards?.end.remove(), guards = null), count = Math.max(0, count - 1);
		};
	}, []);
}
__name(useFocusGuards, "useFocusGuards");
function createFocusGuard() {
	let element = document.createElement("span");
	return element.setAttribute("data-radix-focus-guard", ""), element.tabIndex = 0, element.style.outline = "none", element.style.opacity = "0", element.style.position = "fixed", element.style.pointerEvents = "none", element;
}
__name(createFocusGuard, "createFocusGuard");
// node_modules/aria-hidden/dist/es2015/index.js
var getDefaultParent = function(originalTarget) {
	return typeof document > "u" ? null : (Array.isArray(originalTarget) ? originalTarget[0] : originalTarget).ownerDocument.body;
}, counterMap = new WeakMap(), uncontrolledNodes = new WeakMap(), markerMap = {}, lockCount = 0, unwrapHost = function(node) {
	return node && (node.host || unwrapHost(node.parentNode));
}, correctTargets = function(parent, targets) {
	return targets.map(function(target) {
		if (parent.contains(target)) return target;
		var correctedTarget = unwrapHost(target);
		return correctedTarget && parent.contains(correctedTarget) ? correctedTarget : (console.error("aria-hidden", target, "in not contained inside", parent, ". Doing nothing"), null);
	}).filter(function(x) {
		return !!x;
	});
}, applyAttributeToOthers = function(originalTarget, parentNode, markerName, controlAttribute) {
	var targets = correctTargets(parentNode, Array.isArray(originalTarget) ? originalTarget : [originalTarget]);
	markerMap[markerName] || (markerMap[markerName] = new WeakMap());
	var markerCounter = markerMap[markerName], hiddenNodes = [], elementsToKeep = new Set(), elementsToStop = new Set(targets), keep = function(el) {
		el && !elementsToKeep.has(el) && (elementsToKeep.add(el), keep(el.parentNode));
	};
	targets.forEach(keep);
	var deep = function(parent) {
		parent && !elementsToStop.has(parent) && Array.prototype.forEach.call(parent.children, function(node) {
			if (elementsToKeep.has(node)) deep(node);
			else try {
				var attr = node.getAttribute(controlAttribute), alreadyHidden = attr !== null && attr !== "false", counterValue = (counterMap.get(node) || 0) + 1, markerValue = (markerCounter.get(node) || 0) + 1;
				counterMap.set(node, counterValue), markerCounter.set(node, markerValue), hiddenNodes.push(node), counterValue === 1 && alreadyHidden && uncontrolledNodes.set(node, !0), markerValue === 1 && node.setAttribute(markerName, "true"), alreadyHidden || node.setAttribute(controlAttribute, "true");
			} catch (e) {
				console.error("aria-hidden: cannot operate on ", node, e);
			}
		});
	};
	return deep(parentNode), elementsToKeep.clear(), lockCount++, function() {
		hiddenNodes.forEach(function(node) {
			var counterValue = counterMap.get(node) - 1, markerValue = markerCounter.get(node) - 1;
			counterMap.set(node, counterValue), markerCounter.set(node, markerValue), counterValue || (uncontrolledNodes.has(node) || node.removeAttribute(controlAttribute), uncontrolledNodes.delete(node)), markerValue || node.removeAttribute(markerName);
		}), lockCount--, lockCount || (counterMap = new WeakMap(), counterMap = new WeakMap(), uncontrolledNodes = new WeakMap(), markerMap = {});
	};
}, hideOthers = function(originalTarget, parentNode, markerName) {
	markerName === void 0 && (markerName = "data-aria-hidden");
	var targets = Array.from(Array.isArray(originalTarget) ? originalTarget : [originalTarget]), activeParentNode = parentNode || getDefaultParent(originalTarget);
	return activeParentNode ? (targets.push.apply(targets, Array.from(activeParentNode.querySelectorAll("[aria-live], script"))), applyAttributeToOthers(targets, activeParentNode, markerName, "aria-hidden")) : function() {
		return null;
	};
};
export { FocusScopeBranchProvider as a, DismissableLayer as c, Presence as d, FocusScope as i, useCallbackRef as l, useFocusGuards as n, useFocusScopeBranch as o, Portal as r, useFocusScopeBranchRegistry as s, hideOthers as t, useId as u };
