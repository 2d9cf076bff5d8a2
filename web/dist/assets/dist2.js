import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { a as Primitive, c as useComposedRefs, i as createContextScope, n as composeEventHandlers, r as useLayoutEffect2, s as createSlot, t as useControllableState } from "./dist.js";
import { l as useCallbackRef, u as useId } from "./es2015.js";
// node_modules/@radix-ui/react-collection/dist/index.mjs
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), __defProp$3 = Object.defineProperty, __name$3 = (target, value) => __defProp$3(target, "name", {
	value,
	configurable: !0
});
function createCollection(name) {
	let PROVIDER_NAME = name + "CollectionProvider", [createCollectionContext, createCollectionScope] = createContextScope(PROVIDER_NAME), [CollectionProviderImpl, useCollectionContext] = createCollectionContext(PROVIDER_NAME, {
		collectionRef: { current: null },
		itemMap: new Map()
	}), CollectionProvider = __name$3((props) => {
		let { scope, children } = props, ref = import_react.useRef(null), itemMap = import_react.useRef(new Map()).current;
		return (0, import_jsx_runtime.jsx)(CollectionProviderImpl, {
			scope,
			itemMap,
			collectionRef: ref,
			children
		});
	}, "CollectionProvider");
	CollectionProvider.displayName = PROVIDER_NAME;
	let COLLECTION_SLOT_NAME = name + "CollectionSlot", CollectionSlotImpl = createSlot(COLLECTION_SLOT_NAME), CollectionSlot = import_react.forwardRef((props, forwardedRef) => {
		let { scope, children } = props, context = useCollectionContext(COLLECTION_SLOT_NAME, scope), composedRefs = useComposedRefs(forwardedRef, context.collectionRef);
		return (0, import_jsx_runtime.jsx)(CollectionSlotImpl, {
			ref: composedRefs,
			children
		});
	});
	CollectionSlot.displayName = COLLECTION_SLOT_NAME;
	let ITEM_SLOT_NAME = name + "CollectionItemSlot", ITEM_DATA_ATTR = "data-radix-collection-item", CollectionItemSlotImpl = createSlot(ITEM_SLOT_NAME), CollectionItemSlot = import_react.forwardRef((props, forwardedRef) => {
		let { scope, children, ...itemData } = props, ref = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, ref), context = useCollectionContext(ITEM_SLOT_NAME, scope);
		return import_react.useEffect(() => (context.itemMap.set(ref, {
			ref,
			...itemData
		}), () => void context.itemMap.delete(ref))), (0, import_jsx_runtime.jsx)(CollectionItemSlotImpl, {
			[ITEM_DATA_ATTR]: "",
			ref: composedRefs,
			children
		});
	});
	CollectionItemSlot.displayName = ITEM_SLOT_NAME;
	function useCollection(scope) {
		let context = useCollectionContext(name + "CollectionConsumer", scope);
		return import_react.useCallback(() => {
			let collectionNode = context.collectionRef.current;
			if (!collectionNode) return [];
			let orderedNodes = Array.from(collectionNode.querySelectorAll(`[${ITEM_DATA_ATTR}]`));
			return Array.from(context.itemMap.values()).sort((a, b) => orderedNodes.indexOf(a.ref.current) - orderedNodes.indexOf(b.ref.current));
		}, [context.collectionRef, context.itemMap]);
	}
	return __name$3(useCollection, "useCollection"), [
		{
			Provider: CollectionProvider,
			Slot: CollectionSlot,
			ItemSlot: CollectionItemSlot
		},
		useCollection,
		createCollectionScope
	];
}
__name$3(createCollection, "createCollection");
var __instanciated = new WeakMap(), OrderedDict = class _OrderedDict extends Map {
	static {
		__name$3(this, "OrderedDict");
	}
	#keys;
	constructor(entries) {
		super(entries), this.#keys = [...super.keys()], __instanciated.set(this, !0);
	}
	set(key, value) {
		return __instanciated.get(this) && !this.has(key) && this.#keys.push(key), super.set(key, value), this;
	}
	insert(index, key, value) {
		let has = this.has(key), finalSize = has ? this.size : this.size + 1, relativeIndex = toSafeInteger(index), targetIndex = relativeIndex >= 0 ? Math.min(relativeIndex, finalSize - 1) : Math.max(finalSize + relativeIndex, 0);
		if (has ? this.#keys.indexOf(key) === targetIndex : targetIndex === this.size) return this.set(key, value), this;
		let keys = this.#keys.filter((existingKey) => existingKey !== key);
		keys.splice(targetIndex, 0, key);
		let entries = keys.map((entryKey) => [entryKey, entryKey === key ? value : this.get(entryKey)]);
		this.clear();
		for (let [entryKey, entryValue] of entries) this.set(entryKey, entryValue);
		return this;
	}
	with(index, key, value) {
		let copy = new _OrderedDict(this);
		return copy.insert(index, key, value), copy;
	}
	before(key) {
		let index = this.#keys.indexOf(key) - 1;
		if (!(index < 0)) return this.entryAt(index);
	}
	setBefore(key, newKey, value) {
		let index = this.#keys.indexOf(key);
		if (index === -1) return this;
		let currentIndex = this.#keys.indexOf(newKey), targetIndex = currentIndex !== -1 && currentIndex < index ? index - 1 : index;
		return this.insert(targetIndex, newKey, value);
	}
	after(key) {
		let index = this.#keys.indexOf(key);
		if (index = index === -1 || index === this.size - 1 ? -1 : index + 1, index !== -1) return this.entryAt(index);
	}
	setAfter(key, newKey, value) {
		let index = this.#keys.indexOf(key);
		if (index === -1) return this;
		let currentIndex = this.#keys.indexOf(newKey), targetIndex = currentIndex !== -1 && currentIndex <= index ? index : index + 1;
		return this.insert(targetIndex, newKey, value);
	}
	first() {
		return this.entryAt(0);
	}
	last() {
		return this.entryAt(-1);
	}
	clear() {
		return this.#keys = [], super.clear();
	}
	delete(key) {
		let deleted = super.delete(key);
		return deleted && this.#keys.splice(this.#keys.indexOf(key), 1), deleted;
	}
	deleteAt(index) {
		let key = this.keyAt(index);
		return key !== void 0 && this.delete(key);
	}
	at(index) {
		let key = at(this.#keys, index);
		if (key !== void 0) return this.get(key);
	}
	entryAt(index) {
		let key = at(this.#keys, index);
		if (key !== void 0) return [key, this.get(key)];
	}
	indexOf(key) {
		return this.#keys.indexOf(key);
	}
	keyAt(index) {
		return at(this.#keys, index);
	}
	from(key, offset) {
		let index = this.indexOf(key);
		if (index === -1) return;
		let dest = index + offset;
		return dest < 0 && (dest = 0), dest >= this.size && (dest = this.size - 1), this.at(dest);
	}
	keyFrom(key, offset) {
		let index = this.indexOf(key);
		if (index === -1) return;
		let dest = index + offset;
		return dest < 0 && (dest = 0), dest >= this.size && (dest = this.size - 1), this.keyAt(dest);
	}
	find(predicate, thisArg) {
		let index = 0;
		for (let entry of this) {
			if (Reflect.apply(predicate, thisArg, [
				entry,
				index,
				this
			])) return entry;
			index++;
		}
	}
	findIndex(predicate, thisArg) {
		let index = 0;
		for (let entry of this) {
			if (Reflect.apply(predicate, thisArg, [
				entry,
				index,
				this
			])) return index;
			index++;
		}
		return -1;
	}
	filter(predicate, thisArg) {
		let entries = [], index = 0;
		for (let entry of this) Reflect.apply(predicate, thisArg, [
			entry,
			index,
			this
		]) && entries.push(entry), index++;
		return new _OrderedDict(entries);
	}
	map(callbackfn, thisArg) {
		let entries = [], index = 0;
		for (let entry of this) entries.push([entry[0], Reflect.apply(callbackfn, thisArg, [
			entry,
			index,
			this
		])]), index++;
		return new _OrderedDict(entries);
	}
	reduce(...args) {
		let [callbackfn, initialValue] = args, hasInitialValue = args.length > 1;
		if (!hasInitialValue && this.size === 0) throw TypeError("Reduce of empty OrderedDict with no initial value");
		let index = 0, accumulator = initialValue;
		for (let entry of this) accumulator = index === 0 && !hasInitialValue ? entry : Reflect.apply(callbackfn, this, [
			accumulator,
			entry,
			index,
			this
		]), index++;
		return accumulator;
	}
	reduceRight(...args) {
		let [callbackfn, initialValue] = args, hasInitialValue = args.length > 1;
		if (!hasInitialValue && this.size === 0) throw TypeError("Reduce of empty OrderedDict with no initial value");
		let accumulator = initialValue;
		for (let index = this.size - 1; index >= 0; index--) {
			let entry = this.entryAt(index);
			accumulator = index === this.size - 1 && !hasInitialValue ? entry : Reflect.apply(callbackfn, this, [
				accumulator,
				entry,
				index,
				this
			]);
		}
		return accumulator;
	}
	sort(compareFn) {
		if (typeof compareFn != "function") throw TypeError("OrderedDict.sort requires a compare function");
		let entries = [...this.entries()].sort(compareFn);
		this.clear();
		for (let [key, value] of entries) this.set(key, value);
		return this;
	}
	toSorted(compareFn) {
		if (typeof compareFn != "function") throw TypeError("OrderedDict.toSorted requires a compare function");
		let entries = [...this.entries()].sort(compareFn);
		return new _OrderedDict(entries);
	}
	toReversed() {
		let reversed = new _OrderedDict();
		for (let index = this.size - 1; index >= 0; index--) {
			let key = this.keyAt(index), element = this.get(key);
			reversed.set(key, element);
		}
		return reversed;
	}
	toSpliced(...args) {
		let entries = [...this.entries()];
		return entries.splice(...args), new _OrderedDict(entries);
	}
	slice(start, end) {
		let result = new _OrderedDict();
		for (let key of this.#keys.slice(start, end)) result.set(key, this.get(key));
		return result;
	}
	every(predicate, thisArg) {
		let index = 0;
		for (let entry of this) {
			if (!Reflect.apply(predicate, thisArg, [
				entry,
				index,
				this
			])) return !1;
			index++;
		}
		return !0;
	}
	some(predicate, thisArg) {
		let index = 0;
		for (let entry of this) {
			if (Reflect.apply(predicate, thisArg, [
				entry,
				index,
				this
			])) return !0;
			index++;
		}
		return !1;
	}
};
function at(array, index) {
	if ("at" in Array.prototype) return Array.prototype.at.call(array, index);
	let actualIndex = toSafeIndex(array, index);
	return actualIndex === -1 ? void 0 : array[actualIndex];
}
__name$3(at, "at");
function toSafeIndex(array, index) {
	let length = array.length, relativeIndex = toSafeInteger(index), actualIndex = relativeIndex >= 0 ? relativeIndex : length + relativeIndex;
	return actualIndex < 0 || actualIndex >= length ? -1 : actualIndex;
}
__name$3(toSafeIndex, "toSafeIndex");
function toSafeInteger(number) {
	return number !== number || number === 0 ? 0 : Math.trunc(number);
}
__name$3(toSafeInteger, "toSafeInteger");
function createCollection2(name) {
	let PROVIDER_NAME = name + "CollectionProvider", [createCollectionContext, createCollectionScope] = createContextScope(PROVIDER_NAME), [CollectionStableContextProvider, useStableCollectionContext] = createCollectionContext(PROVIDER_NAME);
	CollectionStableContextProvider.displayName = name + "CollectionStableContextProvider";
	let [CollectionStatefulContextProvider, useStatefulCollectionContext] = createCollectionContext(PROVIDER_NAME);
	CollectionStatefulContextProvider.displayName = name + "CollectionStatefulContextProvider";
	let CollectionProvider = __name$3(({ state, ...props }) => state ? (0, import_jsx_runtime.jsx)(CollectionProviderImpl, {
		...props,
		state
	}) : (0, import_jsx_runtime.jsx)(CollectionInit, { ...props }), "CollectionProvider");
	CollectionProvider.displayName = PROVIDER_NAME;
	let CollectionInit = __name$3((props) => {
		let state = useInitCollection();
		return (0, import_jsx_runtime.jsx)(CollectionProviderImpl, {
			...props,
			state
		});
	}, "CollectionInit");
	CollectionInit.displayName = name + "CollectionInit";
	let CollectionProviderImpl = __name$3((props) => {
		let { scope, children, state } = props, ref = import_react.useRef(null), [collectionElement, setCollectionElement] = import_react.useState(null), composeRefs = useComposedRefs(ref, setCollectionElement), [collection, setCollection] = state, registryRef = import_react.useRef(new OrderedDict()), getCollection = import_react.useCallback(() => {
			let registry = registryRef.current;
			return isInDocumentOrder(registry) || registry.sort(sortByDocumentPosition), registry;
		}, []);
		return import_react.useEffect(() => {
			if (!collectionElement) return;
			let observer = getChildListObserver(() => {
				setCollection((map) => {
					let sorted = map.toSorted(sortByDocumentPosition);
					return sorted.some(([key], index) => map.keyAt(index) !== key) ? sorted : map;
				});
			});
			return observer.observe(collectionElement, {
				childList: !0,
				subtree: !0
			}), () => {
				observer.disconnect();
			};
		}, [collectionElement, setCollection]), (0, import_jsx_runtime.jsx)(CollectionStableContextProvider, {
			scope,
			collectionElementRef: composeRefs,
			collectionElementRefObject: ref,
			getCollection,
			setCollection,
			registryRef,
			children: (0, import_jsx_runtime.jsx)(CollectionStatefulContextProvider, {
				scope,
				collectionElement,
				collection,
				children
			})
		});
	}, "CollectionProviderImpl");
	CollectionProviderImpl.displayName = name + "CollectionProviderImpl";
	let COLLECTION_SLOT_NAME = name + "CollectionSlot", CollectionSlotImpl = createSlot(COLLECTION_SLOT_NAME), CollectionSlot = import_react.forwardRef((props, forwardedRef) => {
		let { scope, children } = props, context = useStableCollectionContext(COLLECTION_SLOT_NAME, scope), composedRefs = useComposedRefs(forwardedRef, context.collectionElementRef);
		return (0, import_jsx_runtime.jsx)(CollectionSlotImpl, {
			ref: composedRefs,
			children
		});
	});
	CollectionSlot.displayName = COLLECTION_SLOT_NAME;
	let ITEM_SLOT_NAME = name + "CollectionItemSlot", CollectionItemSlotImpl = createSlot(ITEM_SLOT_NAME), CollectionItemSlot = import_react.forwardRef((props, forwardedRef) => {
		let { scope, children, ...itemData } = props, ref = import_react.useRef(null), { setCollection, registryRef } = useStableCollectionContext(ITEM_SLOT_NAME, scope), itemDataRef = import_react.useRef(itemData);
		shallowEqual(itemDataRef.current, itemData) || (itemDataRef.current = itemData);
		let memoizedItemData = itemDataRef.current, registerElement = import_react.useCallback((node) => {
			let registry = registryRef.current;
			node ? registry.set(node, {
				...itemDataRef.current,
				element: node
			}) : ref.current && registry.delete(ref.current);
		}, [registryRef]), composedRefs = useComposedRefs(forwardedRef, registerElement, ref);
		useLayoutEffect2(() => {
			let node = ref.current, registry = registryRef.current;
			node && registry.has(node) && registry.set(node, {
				...memoizedItemData,
				element: node
			});
		}, [memoizedItemData, registryRef]);
		let registeredRef = import_react.useRef(null);
		return import_react.useEffect(() => {
			let element = ref.current, registered = registeredRef.current;
			((registered?.element ?? null) !== element || element && registered?.itemData !== memoizedItemData) && (registeredRef.current = element ? {
				element,
				itemData: memoizedItemData
			} : null, setCollection((map) => {
				let next = new OrderedDict(map);
				return registered && registered.element !== element && next.delete(registered.element), element && next.set(element, {
					...memoizedItemData,
					element
				}), next.sort(sortByDocumentPosition);
			}));
		}), import_react.useEffect(() => () => {
			let registered = registeredRef.current;
			registeredRef.current = null, registered && setCollection((map) => {
				if (!map.has(registered.element)) return map;
				let next = new OrderedDict(map);
				return next.delete(registered.element), next;
			});
		}, [setCollection]), (0, import_jsx_runtime.jsx)(CollectionItemSlotImpl, {
			"data-radix-collection-item": "",
			ref: composedRefs,
			children
		});
	});
	CollectionItemSlot.displayName = ITEM_SLOT_NAME;
	function useInitCollection() {
		return import_react.useState(new OrderedDict());
	}
	__name$3(useInitCollection, "useInitCollection");
	function useCollection(scope) {
		let { collection } = useStatefulCollectionContext(name + "CollectionConsumer", scope);
		return collection;
	}
	__name$3(useCollection, "useCollection");
	function useGetCollection(scope) {
		let { getCollection } = useStableCollectionContext(name + "CollectionConsumer", scope);
		return getCollection;
	}
	return __name$3(useGetCollection, "useGetCollection"), [{
		Provider: CollectionProvider,
		Slot: CollectionSlot,
		ItemSlot: CollectionItemSlot
	}, {
		createCollectionScope,
		useCollection,
		useGetCollection,
		useInitCollection
	}];
}
__name$3(createCollection2, "createCollection");
function shallowEqual(a, b) {
	if (a === b) return !0;
	if (typeof a != "object" || typeof b != "object" || a == null || b == null) return !1;
	let keysA = Object.keys(a), keysB = Object.keys(b);
	if (keysA.length !== keysB.length) return !1;
	for (let key of keysA) if (!Object.prototype.hasOwnProperty.call(b, key) || a[key] !== b[key]) return !1;
	return !0;
}
__name$3(shallowEqual, "shallowEqual");
function isElementPreceding(a, b) {
	return !!(b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING);
}
__name$3(isElementPreceding, "isElementPreceding");
function isInDocumentOrder(dict) {
	let previous;
	for (let element of dict.keys()) {
		if (previous) {
			let position = previous.compareDocumentPosition(element);
			if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED) && position & Node.DOCUMENT_POSITION_PRECEDING) return !1;
		}
		previous = element;
	}
	return !0;
}
__name$3(isInDocumentOrder, "isInDocumentOrder");
function sortByDocumentPosition(a, b) {
	return !a[1].element || !b[1].element ? 0 : isElementPreceding(a[1].element, b[1].element) ? -1 : 1;
}
__name$3(sortByDocumentPosition, "sortByDocumentPosition");
function getChildListObserver(callback) {
	return new MutationObserver((mutationsList) => {
		for (let mutation of mutationsList) if (mutation.type === "childList") {
			callback();
			return;
		}
	});
}
__name$3(getChildListObserver, "getChildListObserver");
// node_modules/@radix-ui/react-direction/dist/index.mjs
var __defProp$2 = Object.defineProperty, __name$2 = (target, value) => __defProp$2(target, "name", {
	value,
	configurable: !0
}), Direction$1 = {
	LTR: "ltr",
	RTL: "rtl"
}, DirectionContext = import_react.createContext(void 0);
function useDirection(localDir) {
	let globalDir = import_react.useContext(DirectionContext);
	return localDir || globalDir || Direction$1.LTR;
}
__name$2(useDirection, "useDirection");
// node_modules/@radix-ui/react-use-is-hydrated/dist/index.mjs
var __defProp$1 = Object.defineProperty, __name$1 = (target, value) => __defProp$1(target, "name", {
	value,
	configurable: !0
}), _isHydrated = !1;
function useIsHydrated() {
	let [isHydrated, setIsHydrated] = import_react.useState(_isHydrated);
	return import_react.useEffect(() => {
		_isHydrated || (_isHydrated = !0, setIsHydrated(!0));
	}, []), isHydrated;
}
__name$1(useIsHydrated, "useIsHydrated");
var useReactSyncExternalStore = import_react.useSyncExternalStore;
function subscribe() {
	return () => {};
}
__name$1(subscribe, "subscribe");
function useIsHydratedModern() {
	return useReactSyncExternalStore(subscribe, () => !0, () => !1);
}
__name$1(useIsHydratedModern, "useIsHydratedModern");
var useIsHydrated2 = typeof useReactSyncExternalStore == "function" ? useIsHydratedModern : useIsHydrated, __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), ENTRY_FOCUS = "rovingFocusGroup.onEntryFocus", EVENT_OPTIONS = {
	bubbles: !1,
	cancelable: !0
}, GROUP_NAME = "RovingFocusGroup", [Collection, useCollection, createCollectionScope] = createCollection(GROUP_NAME), [createRovingFocusGroupContext, createRovingFocusGroupScope] = createContextScope(GROUP_NAME, [createCollectionScope]), Orientation = {
	Vertical: "vertical",
	Horizontal: "horizontal"
}, Direction = {
	LTR: "ltr",
	RTL: "rtl"
}, [RovingFocusProvider, useRovingFocusContext] = createRovingFocusGroupContext(GROUP_NAME), RovingFocusGroup = import_react.forwardRef(__name(function(props, forwardedRef) {
	return (0, import_jsx_runtime.jsx)(Collection.Provider, {
		scope: props.__scopeRovingFocusGroup,
		children: (0, import_jsx_runtime.jsx)(Collection.Slot, {
			scope: props.__scopeRovingFocusGroup,
			children: (0, import_jsx_runtime.jsx)(RovingFocusGroupImpl, {
				...props,
				ref: forwardedRef
			})
		})
	});
}, "RovingFocusGroup")), RovingFocusGroupImpl = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeRovingFocusGroup, orientation, loop = !1, dir, currentTabStopId: currentTabStopIdProp, defaultCurrentTabStopId, onCurrentTabStopIdChange, onEntryFocus, preventScrollOnEntryFocus = !1, ...groupProps } = props, ref = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, ref), direction = useDirection(dir), [currentTabStopId, setCurrentTabStopId] = useControllableState({
		prop: currentTabStopIdProp,
		defaultProp: defaultCurrentTabStopId ?? null,
		onChange: onCurrentTabStopIdChange,
		caller: GROUP_NAME
	}), [isTabbingBackOut, setIsTabbingBackOut] = import_react.useState(!1), handleEntryFocus = useCallbackRef(onEntryFocus), getItems = useCollection(__scopeRovingFocusGroup), isClickFocusRef = import_react.useRef(!1), [focusableItemsCount, setFocusableItemsCount] = import_react.useState(0);
	return import_react.useEffect(() => {
		let node = ref.current;
		if (node) return node.addEventListener(ENTRY_FOCUS, handleEntryFocus), () => node.removeEventListener(ENTRY_FOCUS, handleEntryFocus);
	}, [handleEntryFocus]), (0, import_jsx_runtime.jsx)(RovingFocusProvider, {
		scope: __scopeRovingFocusGroup,
		orientation,
		dir: direction,
		loop,
		currentTabStopId,
		onItemFocus: import_react.useCallback((tabStopId) => setCurrentTabStopId(tabStopId), [setCurrentTabStopId]),
		onItemShiftTab: import_react.useCallback(() => setIsTabbingBackOut(!0), []),
		onFocusableItemAdd: import_react.useCallback(() => setFocusableItemsCount((prevCount) => prevCount + 1), []),
		onFocusableItemRemove: import_react.useCallback(() => setFocusableItemsCount((prevCount) => prevCount - 1), []),
		children: (0, import_jsx_runtime.jsx)(Primitive.div, {
			tabIndex: isTabbingBackOut || focusableItemsCount === 0 ? -1 : 0,
			"data-orientation": orientation,
			...groupProps,
			ref: composedRefs,
			style: {
				outline: "none",
				...props.style
			},
			onMouseDown: composeEventHandlers(props.onMouseDown, () => {
				isClickFocusRef.current = !0;
			}),
			onFocus: composeEventHandlers(props.onFocus, (event) => {
				let isKeyboardFocus = !isClickFocusRef.current;
				if (event.target === event.currentTarget && isKeyboardFocus && !isTabbingBackOut) {
					let entryFocusEvent = new CustomEvent(ENTRY_FOCUS, EVENT_OPTIONS);
					if (event.currentTarget.dispatchEvent(entryFocusEvent), !entryFocusEvent.defaultPrevented) {
						let items = getItems().filter((item) => item.focusable);
						focusFirst([
							items.find((item) => item.active),
							items.find((item) => item.id === currentTabStopId),
							...items
						].filter(Boolean).map((item) => item.ref.current), preventScrollOnEntryFocus);
					}
				}
				isClickFocusRef.current = !1;
			}),
			onBlur: composeEventHandlers(props.onBlur, () => setIsTabbingBackOut(!1))
		})
	});
}, "RovingFocusGroupImpl")), ITEM_NAME = "RovingFocusGroupItem", RovingFocusGroupItem = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeRovingFocusGroup, focusable = !0, active = !1, tabStopId, children, ...itemProps } = props, autoId = useId(), id = tabStopId || autoId, context = useRovingFocusContext(ITEM_NAME, __scopeRovingFocusGroup), isCurrentTabStop = context.currentTabStopId === id, getItems = useCollection(__scopeRovingFocusGroup), { onFocusableItemAdd, onFocusableItemRemove, currentTabStopId } = context, isHydrated = useIsHydrated2();
	return useLayoutEffect2(() => {
		if (isHydrated && focusable) return onFocusableItemAdd(), () => onFocusableItemRemove();
	}, [
		isHydrated,
		focusable,
		onFocusableItemAdd,
		onFocusableItemRemove
	]), import_react.useEffect(() => {
		if (!isHydrated && focusable) return onFocusableItemAdd(), () => onFocusableItemRemove();
	}, [
		isHydrated,
		focusable,
		onFocusableItemAdd,
		onFocusableItemRemove
	]), (0, import_jsx_runtime.jsx)(Collection.ItemSlot, {
		scope: __scopeRovingFocusGroup,
		id,
		focusable,
		active,
		children: (0, import_jsx_runtime.jsx)(Primitive.span, {
			tabIndex: isCurrentTabStop ? 0 : -1,
			"data-orientation": context.orientation,
			...itemProps,
			ref: forwardedRef,
			onMouseDown: composeEventHandlers(props.onMouseDown, (event) => {
				focusable ? context.onItemFocus(id) : event.preventDefault();
			}),
			onFocus: composeEventHandlers(props.onFocus, () => context.onItemFocus(id)),
			onKeyDown: composeEventHandlers(props.onKeyDown, (event) => {
				if (event.key === "Tab" && event.shiftKey) {
					context.onItemShiftTab();
					return;
				}
				if (event.target !== event.currentTarget) return;
				let focusIntent = getFocusIntent(event, context.orientation, context.dir);
				if (focusIntent !== void 0) {
					if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
					event.preventDefault();
					let candidateNodes = getItems().filter((item) => item.focusable).map((item) => item.ref.current);
					if (focusIntent === "last") candidateNodes.reverse();
					else if (focusIntent === "prev" || focusIntent === "next") {
						focusIntent === "prev" && candidateNodes.reverse();
						let currentIndex = candidateNodes.indexOf(event.currentTarget);
						candidateNodes = context.loop ? wrapArray(candidateNodes, currentIndex + 1) : candidateNodes.slice(currentIndex + 1);
					}
					setTimeout(() => focusFirst(candidateNodes));
				}
			}),
			children: typeof children == "function" ? children({
				isCurrentTabStop,
				hasTabStop: currentTabStopId != null
			}) : children
		})
	});
}, "RovingFocusGroupItem")), MAP_KEY_TO_FOCUS_INTENT = {
	ArrowLeft: "prev",
	ArrowUp: "prev",
	ArrowRight: "next",
	ArrowDown: "next",
	PageUp: "first",
	Home: "first",
	PageDown: "last",
	End: "last"
};
function getDirectionAwareKey(key, dir) {
	return dir === Direction.RTL ? key === "ArrowLeft" ? "ArrowRight" : key === "ArrowRight" ? "ArrowLeft" : key : key;
}
__name(getDirectionAwareKey, "getDirectionAwareKey");
function getFocusIntent(event, orientation, dir) {
	let key = getDirectionAwareKey(event.key, dir);
	if (!(orientation === Orientation.Vertical && ["ArrowLeft", "ArrowRight"].includes(key)) && !(orientation === Orientation.Horizontal && ["ArrowUp", "ArrowDown"].includes(key))) return MAP_KEY_TO_FOCUS_INTENT[key];
}
__name(getFocusIntent, "getFocusIntent");
function focusFirst(candidates, preventScroll = !1) {
	let PREVIOUSLY_FOCUSED_ELEMENT = document.activeElement;
	for (let candidate of candidates) if (candidate === PREVIOUSLY_FOCUSED_ELEMENT || (candidate.focus({ preventScroll }), document.activeElement !== PREVIOUSLY_FOCUSED_ELEMENT)) return;
}
__name(focusFirst, "focusFirst");
function wrapArray(array, startIndex) {
	return array.map((_, index) => array[(startIndex + index) % array.length]);
}
__name(wrapArray, "wrapArray");
export { createCollection as a, useDirection as i, RovingFocusGroupItem as n, createRovingFocusGroupScope as r, RovingFocusGroup as t };
