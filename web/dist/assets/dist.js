import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { t as require_react_dom } from "./react-dom.js";
// node_modules/@radix-ui/react-compose-refs/dist/index.mjs
var import_react_dom = __toESM(require_react_dom(), 1), import_react = __toESM(require_react(), 1), __defProp$6 = Object.defineProperty, __name$6 = (target, value) => __defProp$6(target, "name", {
	value,
	configurable: !0
});
function setRef(ref, value) {
	if (typeof ref == "function") return ref(value);
	ref != null && (ref.current = value);
}
__name$6(setRef, "setRef");
function composeRefs(...refs) {
	return (node) => {
		let hasCleanup = !1, cleanups = refs.map((ref) => {
			let cleanup = setRef(ref, node);
			return !hasCleanup && typeof cleanup == "function" && (hasCleanup = !0), cleanup;
		});
		if (hasCleanup) return () => {
			for (let i = 0; i < cleanups.length; i++) {
				let cleanup = cleanups[i];
				typeof cleanup == "function" ? cleanup() : setRef(refs[i], null);
			}
		};
	};
}
__name$6(composeRefs, "composeRefs");
function useComposedRefs(...refs) {
	return import_react.useCallback(composeRefs(...refs), refs);
}
__name$6(useComposedRefs, "useComposedRefs");
// node_modules/@radix-ui/react-slot/dist/index.mjs
var __defProp$5 = Object.defineProperty, __name$5 = (target, value) => __defProp$5(target, "name", {
	value,
	configurable: !0
});
function createSlot(ownerName) {
	let Slot2 = import_react.forwardRef((props, forwardedRef) => {
		let { children, ...slotProps } = props, slottableElement = null, hasSlottable = !1, newChildren = [];
		children = useUnwrappedLazy(children), import_react.Children.forEach(children, (maybeSlottable) => {
			if (isSlottable(maybeSlottable)) {
				hasSlottable = !0;
				let slottable = maybeSlottable, child = "child" in slottable.props ? slottable.props.child : slottable.props.children;
				for (; isLazyComponent(child) && typeof use == "function";) child = use(child._payload);
				slottableElement = getSlottableElementFromSlottable(slottable, child), newChildren.push(slottableElement?.props?.children);
			} else newChildren.push(maybeSlottable);
		}), slottableElement ? slottableElement = import_react.cloneElement(slottableElement, void 0, newChildren) : !hasSlottable && import_react.Children.count(children) === 1 && import_react.isValidElement(children) && (slottableElement = children);
		let slottableElementRef = slottableElement ? getElementRef(slottableElement) : void 0, composedRef = useComposedRefs(forwardedRef, slottableElementRef);
		if (!slottableElement) {
			if (children || children === 0) throw Error(hasSlottable ? createSlottableError(ownerName) : createSlotError(ownerName));
			return children;
		}
		let mergedProps = mergeProps(slotProps, slottableElement.props ?? {});
		return slottableElement.type !== import_react.Fragment && (mergedProps.ref = forwardedRef ? composedRef : slottableElementRef), import_react.cloneElement(slottableElement, mergedProps);
	});
	return Slot2.displayName = `${ownerName}.Slot`, Slot2;
}
__name$5(createSlot, "createSlot");
var SLOTTABLE_IDENTIFIER = Symbol.for("radix.slottable");
function createSlottable(ownerName) {
	let Slottable2 = __name$5((props) => "child" in props ? props.children(props.child) : props.children, "Slottable");
	return Slottable2.displayName = `${ownerName}.Slottable`, Slottable2.__radixId = SLOTTABLE_IDENTIFIER, Slottable2;
}
__name$5(createSlottable, "createSlottable");
var getSlottableElementFromSlottable = __name$5((slottable, child) => "child" in slottable.props ? import_react.isValidElement(child) ? import_react.cloneElement(child, void 0, slottable.props.children(child.props.children)) : null : import_react.isValidElement(child) ? child : null, "getSlottableElementFromSlottable");
function mergeProps(slotProps, childProps) {
	let overrideProps = { ...childProps };
	for (let propName in childProps) {
		let slotPropValue = slotProps[propName], childPropValue = childProps[propName];
		/^on[A-Z]/.test(propName) ? slotPropValue && childPropValue ? overrideProps[propName] = (...args) => {
			let result = childPropValue(...args);
			return slotPropValue(...args), result;
		} : slotPropValue && (overrideProps[propName] = slotPropValue) : propName === "style" ? overrideProps[propName] = {
			...slotPropValue,
			...childPropValue
		} : propName === "className" ? overrideProps[propName] = [slotPropValue, childPropValue].filter(Boolean).join(" ") : propName === "aria-describedby" && (overrideProps[propName] = concatAriaDescribedby(childPropValue, slotPropValue));
	}
	return {
		...slotProps,
		...overrideProps
	};
}
__name$5(mergeProps, "mergeProps");
function getElementRef(element) {
	let getter = Object.getOwnPropertyDescriptor(element.props, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning;
	return mayWarn ? element.ref : (getter = Object.getOwnPropertyDescriptor(element, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning, mayWarn ? element.props.ref : element.props.ref || element.ref);
}
__name$5(getElementRef, "getElementRef");
function isSlottable(child) {
	return import_react.isValidElement(child) && typeof child.type == "function" && "__radixId" in child.type && child.type.__radixId === SLOTTABLE_IDENTIFIER;
}
__name$5(isSlottable, "isSlottable");
var REACT_LAZY_TYPE = Symbol.for("react.lazy");
function isLazyComponent(element) {
	return typeof element == "object" && !!element && "$$typeof" in element && element.$$typeof === REACT_LAZY_TYPE && "_payload" in element && isPromiseLike(element._payload);
}
__name$5(isLazyComponent, "isLazyComponent");
function isPromiseLike(value) {
	return typeof value == "object" && !!value && "then" in value;
}
__name$5(isPromiseLike, "isPromiseLike");
function useUnwrappedLazy(value) {
	let unwrapped = value;
	for (; isLazyComponent(unwrapped) && typeof use == "function";) unwrapped = use(unwrapped._payload);
	return unwrapped;
}
__name$5(useUnwrappedLazy, "useUnwrappedLazy");
function concatAriaDescribedby(...values) {
	let ids = new Set();
	for (let value of values) if (typeof value == "string") for (let id of String(value).trim().split(/\s+/)) id && ids.add(id);
	return ids.size > 0 ? Array.from(ids).join(" ") : void 0;
}
__name$5(concatAriaDescribedby, "concatAriaDescribedby");
var createSlotError = __name$5((ownerName) => `${ownerName} failed to slot onto its children. Expected a single React element child or \`Slottable\`.`, "createSlotError"), createSlottableError = __name$5((ownerName) => `${ownerName} failed to slot onto its \`Slottable\`. Expected \`Slottable\` to receive a single React element child.`, "createSlottableError"), use = import_react.use, import_jsx_runtime = require_jsx_runtime(), __defProp$4 = Object.defineProperty, __name$4 = (target, value) => __defProp$4(target, "name", {
	value,
	configurable: !0
}), Primitive = [
	"a",
	"button",
	"div",
	"form",
	"h2",
	"h3",
	"img",
	"input",
	"label",
	"li",
	"nav",
	"ol",
	"p",
	"select",
	"span",
	"svg",
	"ul"
].reduce((primitive, node) => {
	let Slot = createSlot(`Primitive.${node}`), Node = import_react.forwardRef((props, forwardedRef) => {
		let { asChild, ...primitiveProps } = props, Comp = asChild ? Slot : node;
		return typeof window < "u" && (window[Symbol.for("radix-ui")] = !0), (0, import_jsx_runtime.jsx)(Comp, {
			...primitiveProps,
			ref: forwardedRef
		});
	});
	return Node.displayName = `Primitive.${node}`, {
		...primitive,
		[node]: Node
	};
}, {});
function dispatchDiscreteCustomEvent(target, event) {
	target && import_react_dom.flushSync(() => target.dispatchEvent(event));
}
__name$4(dispatchDiscreteCustomEvent, "dispatchDiscreteCustomEvent");
// node_modules/@radix-ui/react-context/dist/index.mjs
var __defProp$3 = Object.defineProperty, __name$3 = (target, value) => __defProp$3(target, "name", {
	value,
	configurable: !0
});
function createContext2(rootComponentName, defaultContext) {
	let Context = import_react.createContext(defaultContext);
	Context.displayName = rootComponentName + "Context";
	let Provider = __name$3((props) => {
		let { children, ...context } = props, value = import_react.useMemo(() => context, Object.values(context));
		return (0, import_jsx_runtime.jsx)(Context.Provider, {
			value,
			children
		});
	}, "Provider");
	Provider.displayName = rootComponentName + "Provider";
	function useContext2(consumerName, options = {}) {
		let { optional = !1 } = options, context = import_react.useContext(Context);
		if (context) return context;
		if (defaultContext !== void 0) return defaultContext;
		if (!optional) throw Error(`\`${consumerName}\` must be used within \`${rootComponentName}\``);
	}
	return __name$3(useContext2, "useContext"), [Provider, useContext2];
}
__name$3(createContext2, "createContext");
function createContextScope(scopeName, createContextScopeDeps = []) {
	let defaultContexts = [];
	function createContext3(rootComponentName, defaultContext) {
		let BaseContext = import_react.createContext(defaultContext);
		BaseContext.displayName = rootComponentName + "Context";
		let index = defaultContexts.length;
		defaultContexts = [...defaultContexts, defaultContext];
		let Provider = __name$3((props) => {
			let { scope, children, ...context } = props, Context = scope?.[scopeName]?.[index] || BaseContext, value = import_react.useMemo(() => context, Object.values(context));
			return (0, import_jsx_runtime.jsx)(Context.Provider, {
				value,
				children
			});
		}, "Provider");
		Provider.displayName = rootComponentName + "Provider";
		function useContext2(consumerName, scope, options = {}) {
			let { optional = !1 } = options, Context = scope?.[scopeName]?.[index] || BaseContext, context = import_react.useContext(Context);
			if (context) return context;
			if (defaultContext !== void 0) return defaultContext;
			if (!optional) throw Error(`\`${consumerName}\` must be used within \`${rootComponentName}\``);
		}
		return __name$3(useContext2, "useContext"), [Provider, useContext2];
	}
	__name$3(createContext3, "createContext");
	let createScope = __name$3(() => {
		let scopeContexts = defaultContexts.map((defaultContext) => import_react.createContext(defaultContext));
		return __name$3(function(scope) {
			let contexts = scope?.[scopeName] || scopeContexts;
			return import_react.useMemo(() => ({ [`__scope${scopeName}`]: {
				...scope,
				[scopeName]: contexts
			} }), [scope, contexts]);
		}, "useScope");
	}, "createScope");
	return createScope.scopeName = scopeName, [createContext3, composeContextScopes(createScope, ...createContextScopeDeps)];
}
__name$3(createContextScope, "createContextScope");
function composeContextScopes(...scopes) {
	let baseScope = scopes[0];
	if (scopes.length === 1) return baseScope;
	let createScope = __name$3(() => {
		let scopeHooks = scopes.map((createScope2) => ({
			useScope: createScope2(),
			scopeName: createScope2.scopeName
		}));
		return __name$3(function(overrideScopes) {
			let nextScopes = scopeHooks.reduce((nextScopes2, { useScope, scopeName }) => {
				let currentScope = useScope(overrideScopes)[`__scope${scopeName}`];
				return {
					...nextScopes2,
					...currentScope
				};
			}, {});
			return import_react.useMemo(() => ({ [`__scope${baseScope.scopeName}`]: nextScopes }), [nextScopes]);
		}, "useComposedScopes");
	}, "createScope");
	return createScope.scopeName = baseScope.scopeName, createScope;
}
__name$3(composeContextScopes, "composeContextScopes");
// node_modules/@radix-ui/react-use-layout-effect/dist/index.mjs
var useLayoutEffect2 = globalThis?.document ? import_react.useLayoutEffect : () => {}, __defProp$2 = Object.defineProperty, __name$2 = (target, value) => __defProp$2(target, "name", {
	value,
	configurable: !0
}), canUseDOM = !!(typeof window < "u" && window.document && window.document.createElement);
function composeEventHandlers(originalEventHandler, ourEventHandler, { checkForDefaultPrevented = !0 } = {}) {
	return __name$2(function(event) {
		if (originalEventHandler?.(event), checkForDefaultPrevented === !1 || !event || !event.defaultPrevented) return ourEventHandler?.(event);
	}, "handleEvent");
}
__name$2(composeEventHandlers, "composeEventHandlers");
function getOwnerWindow(element) {
	if (!canUseDOM) throw Error("Cannot access window outside of the DOM");
	return element?.ownerDocument?.defaultView ?? window;
}
__name$2(getOwnerWindow, "getOwnerWindow");
function getOwnerDocument(element) {
	if (!canUseDOM) throw Error("Cannot access document outside of the DOM");
	return element?.ownerDocument ?? document;
}
__name$2(getOwnerDocument, "getOwnerDocument");
function getActiveElement(node, activeDescendant = !1) {
	let { activeElement } = getOwnerDocument(node);
	if (!activeElement?.nodeName) return null;
	if (isFrame(activeElement) && activeElement.contentDocument) return getActiveElement(activeElement.contentDocument.body, activeDescendant);
	if (activeDescendant) {
		let id = activeElement.getAttribute("aria-activedescendant");
		if (id) {
			let element = getOwnerDocument(activeElement).getElementById(id);
			if (element) return element;
		}
	}
	return activeElement;
}
__name$2(getActiveElement, "getActiveElement");
function isFrame(element) {
	return element.tagName === "IFRAME";
}
__name$2(isFrame, "isFrame");
// node_modules/@radix-ui/react-use-effect-event/dist/index.mjs
var __defProp$1 = Object.defineProperty, __name$1 = (target, value) => __defProp$1(target, "name", {
	value,
	configurable: !0
}), useReactEffectEvent = import_react.useEffectEvent, useReactInsertionEffect = import_react.useInsertionEffect;
function useEffectEvent(callback) {
	if (typeof useReactEffectEvent == "function") return useReactEffectEvent(callback);
	let ref = import_react.useRef(() => {
		throw Error("Cannot call an event handler while rendering.");
	});
	return typeof useReactInsertionEffect == "function" ? useReactInsertionEffect(() => {
		ref.current = callback;
	}) : useLayoutEffect2(() => {
		ref.current = callback;
	}), import_react.useMemo(() => ((...args) => ref.current?.(...args)), []);
}
__name$1(useEffectEvent, "useEffectEvent");
// node_modules/@radix-ui/react-use-controllable-state/dist/index.mjs
var __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), useInsertionEffect = import_react.useInsertionEffect || useLayoutEffect2;
function useControllableState({ prop, defaultProp, onChange = __name(() => {}, "onChange"), caller }) {
	let [uncontrolledProp, setUncontrolledProp, onChangeRef] = useUncontrolledState({
		defaultProp,
		onChange
	}), isControlled = prop !== void 0;
	return [isControlled ? prop : uncontrolledProp, import_react.useCallback((nextValue) => {
		if (isControlled) {
			let value2 = isFunction(nextValue) ? nextValue(prop) : nextValue;
			value2 !== prop && onChangeRef.current?.(value2);
		} else setUncontrolledProp(nextValue);
	}, [
		isControlled,
		prop,
		setUncontrolledProp,
		onChangeRef
	])];
}
__name(useControllableState, "useControllableState");
function useUncontrolledState({ defaultProp, onChange }) {
	let [value, setValue] = import_react.useState(defaultProp), prevValueRef = import_react.useRef(value), onChangeRef = import_react.useRef(onChange);
	return useInsertionEffect(() => {
		onChangeRef.current = onChange;
	}, [onChange]), import_react.useEffect(() => {
		prevValueRef.current !== value && (onChangeRef.current?.(value), prevValueRef.current = value);
	}, [value, prevValueRef]), [
		value,
		setValue,
		onChangeRef
	];
}
__name(useUncontrolledState, "useUncontrolledState");
function isFunction(value) {
	return typeof value == "function";
}
__name(isFunction, "isFunction");
var SYNC_STATE = Symbol("RADIX:SYNC_STATE");
function useControllableStateReducer(reducer, userArgs, initialArg, init) {
	let { prop: controlledState, defaultProp, onChange: onChangeProp, caller } = userArgs, isControlled = controlledState !== void 0, onChange = useEffectEvent(onChangeProp), args = [{
		...initialArg,
		state: defaultProp
	}];
	init && args.push(init);
	let [internalState, dispatch] = import_react.useReducer((state2, action) => {
		if (action.type === SYNC_STATE) return {
			...state2,
			state: action.state
		};
		let next = reducer(state2, action);
		return isControlled && !Object.is(next.state, state2.state) && onChange(next.state), next;
	}, ...args), uncontrolledState = internalState.state, prevValueRef = import_react.useRef(uncontrolledState);
	import_react.useEffect(() => {
		prevValueRef.current !== uncontrolledState && (prevValueRef.current = uncontrolledState, isControlled || onChange(uncontrolledState));
	}, [
		uncontrolledState,
		prevValueRef,
		isControlled
	]);
	let state = import_react.useMemo(() => controlledState === void 0 ? internalState : {
		...internalState,
		state: controlledState
	}, [internalState, controlledState]);
	return import_react.useEffect(() => {
		isControlled && !Object.is(controlledState, internalState.state) && dispatch({
			type: SYNC_STATE,
			state: controlledState
		});
	}, [
		controlledState,
		internalState.state,
		isControlled
	]), [state, dispatch];
}
__name(useControllableStateReducer, "useControllableStateReducer");
export { Primitive as a, useComposedRefs as c, createContextScope as i, composeEventHandlers as n, dispatchDiscreteCustomEvent as o, useLayoutEffect2 as r, createSlot as s, useControllableState as t };
