import { f as useQueryClient, n as Table, r as api, t as Problem } from "./client.js";
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
// node_modules/@tanstack/query-core/build/modern/timeoutManager.js
var defaultTimeoutProvider = {
	setTimeout: (callback, delay) => setTimeout(callback, delay),
	clearTimeout: (timeoutId) => clearTimeout(timeoutId),
	setInterval: (callback, delay) => setInterval(callback, delay),
	clearInterval: (intervalId) => clearInterval(intervalId)
}, timeoutManager = new class {
	#provider = defaultTimeoutProvider;
	setTimeoutProvider(provider) {
		this.#provider = provider;
	}
	setTimeout(callback, delay) {
		return this.#provider.setTimeout(callback, delay);
	}
	clearTimeout(timeoutId) {
		this.#provider.clearTimeout(timeoutId);
	}
	setInterval(callback, delay) {
		return this.#provider.setInterval(callback, delay);
	}
	clearInterval(intervalId) {
		this.#provider.clearInterval(intervalId);
	}
}();
function systemSetTimeoutZero(callback) {
	setTimeout(callback, 0);
}
// node_modules/@tanstack/query-core/build/modern/utils.js
var isServer$1 = typeof window > "u" || "Deno" in globalThis;
function noop() {}
function functionalUpdate(updater, input) {
	return typeof updater == "function" ? updater(input) : updater;
}
function isValidTimeout(value) {
	return typeof value == "number" && value >= 0 && value !== Infinity;
}
function timeUntilStale(updatedAt, staleTime) {
	return Math.max(updatedAt + (staleTime || 0) - Date.now(), 0);
}
function resolveQueryValue(value, query) {
	return typeof value == "function" ? value(query) : value;
}
function matchQuery(filters, query) {
	let { type = "all", exact, fetchStatus, predicate, queryKey, stale } = filters;
	if (queryKey) {
		if (exact) {
			if (query.queryHash !== hashQueryKeyByOptions(queryKey, query.options)) return !1;
		} else if (!partialMatchKey(query.queryKey, queryKey)) return !1;
	}
	if (type !== "all") {
		let isActive = query.isActive();
		if (type === "active" && !isActive || type === "inactive" && isActive) return !1;
	}
	return !(typeof stale == "boolean" && query.isStale() !== stale || fetchStatus && fetchStatus !== query.state.fetchStatus || predicate && !predicate(query));
}
function matchMutation(filters, mutation) {
	let { exact, status, predicate, mutationKey } = filters;
	if (mutationKey) {
		if (!mutation.options.mutationKey) return !1;
		if (exact) {
			if (hashKey(mutation.options.mutationKey) !== hashKey(mutationKey)) return !1;
		} else if (!partialMatchKey(mutation.options.mutationKey, mutationKey)) return !1;
	}
	return !(status && mutation.state.status !== status || predicate && !predicate(mutation));
}
function hashQueryKeyByOptions(queryKey, options) {
	return (options?.queryKeyHashFn || hashKey)(queryKey);
}
function hashKey(queryKey) {
	return JSON.stringify(queryKey, (_, val) => isPlainObject(val) ? Object.keys(val).sort().reduce((result, key) => (result[key] = val[key], result), {}) : val);
}
function partialMatchKey(a, b) {
	if (a === b) return !0;
	if (typeof a != typeof b) return !1;
	if (a && b && typeof a == "object" && typeof b == "object") {
		if (Array.isArray(a) && Array.isArray(b)) {
			if (b.length > a.length) return !1;
			for (let i = 0; i < b.length; i++) if (!partialMatchKey(a[i], b[i])) return !1;
			return !0;
		}
		let bKeys = Object.keys(b);
		for (let key of bKeys) if (!partialMatchKey(a[key], b[key])) return !1;
		return !0;
	}
	return !1;
}
var hasOwn = Object.prototype.hasOwnProperty;
function replaceEqualDeep(a, b, depth = 0) {
	if (a === b) return a;
	if (depth > 500) return b;
	let array = isPlainArray(a) && isPlainArray(b);
	if (!array && !(isPlainObject(a) && isPlainObject(b))) return b;
	let aSize = (array ? a : Object.keys(a)).length, bItems = array ? b : Object.keys(b), bSize = bItems.length, copy = array ? Array(bSize) : {}, equalItems = 0;
	for (let i = 0; i < bSize; i++) {
		let key = array ? i : bItems[i], aItem = a[key], bItem = b[key];
		if (aItem === bItem) {
			copy[key] = aItem, (array ? i < aSize : hasOwn.call(a, key)) && equalItems++;
			continue;
		}
		if (aItem === null || bItem === null || typeof aItem != "object" || typeof bItem != "object") {
			copy[key] = bItem;
			continue;
		}
		let v = replaceEqualDeep(aItem, bItem, depth + 1);
		copy[key] = v, v === aItem && equalItems++;
	}
	return aSize === bSize && equalItems === aSize ? a : copy;
}
function shallowEqualObjects(a, b) {
	if (!b || Object.keys(a).length !== Object.keys(b).length) return !1;
	for (let key of Object.keys(a)) if (!hasOwn.call(b, key) || a[key] !== b[key]) return !1;
	return !0;
}
function isPlainArray(value) {
	return Array.isArray(value) && value.length === Object.keys(value).length;
}
function isPlainObject(o) {
	if (!hasObjectPrototype(o)) return !1;
	let objectPrototype = Object.getPrototypeOf(o), ctor = objectPrototype?.constructor;
	if (ctor === void 0) return !0;
	if (typeof ctor != "function") return !1;
	let prot = ctor.prototype;
	return !(!hasObjectPrototype(prot) || !prot.hasOwnProperty("isPrototypeOf") || objectPrototype !== Object.prototype);
}
function hasObjectPrototype(o) {
	return Object.prototype.toString.call(o) === "[object Object]";
}
function sleep(timeout) {
	return new Promise((resolve) => {
		timeoutManager.setTimeout(resolve, timeout);
	});
}
function replaceData(prevData, data, options) {
	return typeof options.structuralSharing == "function" ? options.structuralSharing(prevData, data) : options.structuralSharing === !1 ? data : replaceEqualDeep(prevData, data);
}
function keepPreviousData(previousData) {
	return previousData;
}
function addToEnd(items, item, max = 0) {
	let newItems = [...items, item];
	return max && newItems.length > max ? newItems.slice(-max) : newItems;
}
function addToStart(items, item, max = 0) {
	let newItems = [item, ...items];
	return max && newItems.length > max ? newItems.slice(0, max) : newItems;
}
var skipToken = Symbol();
function ensureQueryFn(options, fetchOptions) {
	return !options.queryFn && fetchOptions?.initialPromise ? () => fetchOptions.initialPromise : !options.queryFn || options.queryFn === skipToken ? () => Promise.reject(Error(`Missing queryFn: '${options.queryHash}'`)) : options.queryFn;
}
function shouldThrowError(throwOnError, params) {
	return typeof throwOnError == "function" ? throwOnError(...params) : !!throwOnError;
}
var fetchSignal = Symbol();
function addConsumeAwareSignal(object, getSignal, onCancelled, internalSignal) {
	let consumed = !1, signal;
	return Object.defineProperties(object, {
		[fetchSignal]: { value: internalSignal },
		signal: {
			enumerable: !0,
			get: () => (signal ??= getSignal(), consumed || (consumed = !0, signal.aborted ? onCancelled() : signal.addEventListener("abort", onCancelled, { once: !0 })), signal)
		}
	}), object;
}
// node_modules/@tanstack/query-core/build/modern/environmentManager.js
var isServerFn = () => isServer$1, isServer = () => isServerFn(), Subscribable = class {
	constructor() {
		this.listeners = new Set(), this.subscribe = this.subscribe.bind(this);
	}
	subscribe(listener) {
		return this.listeners.add(listener), this.onSubscribe(), () => {
			this.listeners.delete(listener), this.onUnsubscribe();
		};
	}
	hasListeners() {
		return this.listeners.size > 0;
	}
	onSubscribe() {}
	onUnsubscribe() {}
}, focusManager = new class extends Subscribable {
	#focused;
	#cleanup;
	#setup;
	constructor() {
		super(), this.#setup = (onFocus) => {
			if (typeof window < "u" && window.addEventListener) {
				let listener = () => onFocus();
				return window.addEventListener("visibilitychange", listener, !1), () => {
					window.removeEventListener("visibilitychange", listener);
				};
			}
		};
	}
	onSubscribe() {
		this.#cleanup || this.setEventListener(this.#setup);
	}
	onUnsubscribe() {
		this.hasListeners() || (this.#cleanup?.(), this.#cleanup = void 0);
	}
	setEventListener(setup) {
		this.#setup = setup, this.#cleanup?.(), this.#cleanup = setup((focused) => {
			typeof focused == "boolean" ? this.setFocused(focused) : this.onFocus();
		});
	}
	setFocused(focused) {
		this.#focused !== focused && (this.#focused = focused, this.onFocus());
	}
	onFocus() {
		let isFocused = this.isFocused();
		this.listeners.forEach((listener) => {
			listener(isFocused);
		});
	}
	isFocused() {
		return typeof this.#focused == "boolean" ? this.#focused : globalThis.document?.visibilityState !== "hidden";
	}
}(), defaultScheduler = systemSetTimeoutZero;
function createNotifyManager() {
	let queue = [], transactions = 0, notifyFn = (callback) => {
		callback();
	}, batchNotifyFn = (callback) => {
		callback();
	}, scheduleFn = defaultScheduler, schedule = (callback) => {
		transactions ? queue.push(callback) : scheduleFn(() => {
			notifyFn(callback);
		});
	}, flush = () => {
		let originalQueue = queue;
		queue = [], originalQueue.length && scheduleFn(() => {
			batchNotifyFn(() => {
				originalQueue.forEach((callback) => {
					notifyFn(callback);
				});
			});
		});
	};
	return {
		batch: (callback) => {
			let result;
			transactions++;
			try {
				result = callback();
			} finally {
				transactions--, transactions || flush();
			}
			return result;
		},
		batchCalls: (callback) => (...args) => {
			schedule(() => {
				callback(...args);
			});
		},
		schedule,
		setNotifyFunction: (fn) => {
			notifyFn = fn;
		},
		setBatchNotifyFunction: (fn) => {
			batchNotifyFn = fn;
		},
		setScheduler: (fn) => {
			scheduleFn = fn;
		}
	};
}
var notifyManager = createNotifyManager(), onlineManager = new class extends Subscribable {
	#online = !0;
	#cleanup;
	#setup;
	constructor() {
		super(), this.#setup = (onOnline) => {
			if (typeof window < "u" && window.addEventListener) {
				let onlineListener = () => onOnline(!0), offlineListener = () => onOnline(!1);
				return window.addEventListener("online", onlineListener, !1), window.addEventListener("offline", offlineListener, !1), () => {
					window.removeEventListener("online", onlineListener), window.removeEventListener("offline", offlineListener);
				};
			}
		};
	}
	onSubscribe() {
		this.#cleanup || this.setEventListener(this.#setup);
	}
	onUnsubscribe() {
		this.hasListeners() || (this.#cleanup?.(), this.#cleanup = void 0);
	}
	setEventListener(setup) {
		this.#setup = setup, this.#cleanup?.(), this.#cleanup = setup(this.setOnline.bind(this));
	}
	setOnline(online) {
		this.#online !== online && (this.#online = online, this.listeners.forEach((listener) => {
			listener(online);
		}));
	}
	isOnline() {
		return this.#online;
	}
}();
// node_modules/@tanstack/query-core/build/modern/retryer.js
function defaultRetryDelay(failureCount) {
	return Math.min(1e3 * 2 ** failureCount, 3e4);
}
function canFetch(networkMode) {
	return (networkMode ?? "online") !== "online" || onlineManager.isOnline();
}
var CancelledError = class extends Error {
	constructor(options) {
		super("CancelledError"), this.revert = options?.revert, this.silent = options?.silent;
	}
};
function createRetryer(config) {
	let isRetryCancelled = !1, failureCount = 0, continueFn, status = "pending", promiseResolve, promiseReject, promise = new Promise((resolve, reject) => {
		promiseResolve = resolve, promiseReject = reject;
	});
	promise.catch(noop);
	let isResolved = () => status !== "pending", cancel = (cancelOptions) => {
		if (!isResolved()) {
			let error = new CancelledError(cancelOptions);
			reject(error), config.onCancel?.(error);
		}
	}, cancelRetry = () => {
		isRetryCancelled = !0;
	}, continueRetry = () => {
		isRetryCancelled = !1;
	}, canContinue = () => focusManager.isFocused() && (config.networkMode === "always" || onlineManager.isOnline()) && config.canRun(), canStart = () => canFetch(config.networkMode) && config.canRun(), resolve = (value) => {
		isResolved() || (continueFn?.(), status = "resolved", promiseResolve(value));
	}, reject = (value) => {
		isResolved() || (continueFn?.(), status = "rejected", promiseReject(value));
	}, pause = (canResume) => new Promise((continueResolve) => {
		continueFn = (value) => {
			(isResolved() || canResume()) && continueResolve(value);
		}, config.onPause?.();
	}).then(() => {
		continueFn = void 0, isResolved() || config.onContinue?.();
	}), run = () => {
		if (isResolved()) return;
		let promiseOrValue, initialPromise = failureCount === 0 ? config.initialPromise : void 0;
		try {
			promiseOrValue = initialPromise ?? config.fn();
		} catch (error) {
			promiseOrValue = Promise.reject(error);
		}
		Promise.resolve(promiseOrValue).then(resolve).catch((error) => {
			if (isResolved()) return;
			let retry = config.retry ?? (isServer() ? 0 : 3), retryDelay = config.retryDelay ?? defaultRetryDelay, delay = typeof retryDelay == "function" ? retryDelay(failureCount, error) : retryDelay, shouldRetry = retry === !0 || typeof retry == "number" && failureCount < retry || typeof retry == "function" && retry(failureCount, error);
			isRetryCancelled || !shouldRetry ? reject(error) : (failureCount++, config.onFail?.(failureCount, error), sleep(delay).then(() => isResolved() || canContinue() ? void 0 : pause(canContinue)).then(() => {
				isRetryCancelled ? reject(error) : run();
			}));
		});
	};
	return {
		promise,
		status: () => status,
		cancel,
		continue: () => (continueFn?.(), promise),
		cancelRetry,
		continueRetry,
		canStart,
		start: () => (canStart() ? run() : pause(canStart).then(run), promise)
	};
}
// node_modules/@tanstack/query-core/build/modern/infiniteQueryBehavior.js
function infiniteQueryBehavior(pages) {
	return { onFetch: (context, query) => {
		let options = context.options, direction = context.fetchOptions?.meta?.fetchMore?.direction, oldPages = context.state.data?.pages || [], oldPageParams = context.state.data?.pageParams || [], result = {
			pages: [],
			pageParams: []
		}, currentPage = 0, fetchFn = async () => {
			let cancelled = !1, signalContext = context, addSignalProperty = (object) => {
				addConsumeAwareSignal(object, () => context.signal, () => cancelled = !0, signalContext[fetchSignal]);
			}, queryFn = ensureQueryFn(context.options, context.fetchOptions), fetchPage = async (data, param, previous) => {
				if (cancelled) return Promise.reject(context.signal.reason);
				if (param == null && data.pages.length) return Promise.resolve(data);
				let queryFnContext = (() => {
					let queryFnContext = {
						client: context.client,
						queryKey: context.queryKey,
						pageParam: param,
						direction: previous ? "backward" : "forward",
						meta: context.options.meta
					};
					return addSignalProperty(queryFnContext), queryFnContext;
				})(), page = await queryFn(queryFnContext), { maxPages } = context.options, addTo = previous ? addToStart : addToEnd;
				return {
					pages: addTo(data.pages, page, maxPages),
					pageParams: addTo(data.pageParams, param, maxPages)
				};
			};
			if (direction && oldPages.length) {
				let previous = direction === "backward", pageParamFn = previous ? getPreviousPageParam : getNextPageParam, oldData = {
					pages: oldPages,
					pageParams: oldPageParams
				};
				result = await fetchPage(oldData, pageParamFn(options, oldData), previous);
			} else {
				let remainingPages = pages ?? oldPages.length;
				do {
					let param = currentPage === 0 ? oldPageParams[0] === void 0 ? options.initialPageParam : oldPageParams[0] : getNextPageParam(options, result);
					if (currentPage > 0 && param == null) break;
					result = await fetchPage(result, param), currentPage++;
				} while (currentPage < remainingPages);
			}
			return result;
		};
		context.fetchFn = context.options.persister ? () => context.options.persister?.(fetchFn, {
			client: context.client,
			queryKey: context.queryKey,
			meta: context.options.meta,
			signal: context.signal
		}, query) : fetchFn;
	} };
}
function getNextPageParam(options, { pages, pageParams }) {
	let lastIndex = pages.length - 1;
	return pages.length > 0 ? options.getNextPageParam(pages[lastIndex], pages, pageParams[lastIndex], pageParams) : void 0;
}
function getPreviousPageParam(options, { pages, pageParams }) {
	return pages.length > 0 ? options.getPreviousPageParam?.(pages[0], pages, pageParams[0], pageParams) : void 0;
}
function hasNextPage(options, data) {
	return data ? getNextPageParam(options, data) != null : !1;
}
function hasPreviousPage(options, data) {
	return !data || !options.getPreviousPageParam ? !1 : getPreviousPageParam(options, data) != null;
}
// node_modules/@tanstack/query-core/build/modern/removable.js
var Removable = class {
	#gcTimeout;
	destroy() {
		this.clearGcTimeout();
	}
	scheduleGc() {
		this.clearGcTimeout(), isValidTimeout(this.gcTime) && (this.#gcTimeout = timeoutManager.setTimeout(() => {
			this.optionalRemove();
		}, this.gcTime));
	}
	updateGcTime(newGcTime) {
		this.gcTime = Math.max(this.gcTime || 0, newGcTime ?? (isServer() ? Infinity : 3e5));
	}
	clearGcTimeout() {
		this.#gcTimeout !== void 0 && (timeoutManager.clearTimeout(this.#gcTimeout), this.#gcTimeout = void 0);
	}
}, Query = class extends Removable {
	#queryType;
	#initialState;
	#revertState;
	#cache;
	#client;
	#retryer;
	#fetchPromise;
	#defaultOptions;
	#abortSignalConsumed;
	constructor(config) {
		super(), this.#abortSignalConsumed = !1, this.#defaultOptions = config.defaultOptions, this.setOptions(config.options), this.observers = [], this.#client = config.client, this.#cache = this.#client.getQueryCache(), this.queryKey = config.queryKey, this.queryHash = config.queryHash, this.#initialState = getDefaultState$1(this.options), this.state = config.state ?? this.#initialState, this.scheduleGc();
	}
	get meta() {
		return this.options.meta;
	}
	get queryType() {
		return this.#queryType;
	}
	get promise() {
		return this.#retryer?.promise;
	}
	setOptions(options) {
		if (this.options = {
			...this.#defaultOptions,
			...options
		}, options?._type && (this.#queryType = options._type), this.updateGcTime(this.options.gcTime), this.state && this.state.data === void 0) {
			let defaultState = getDefaultState$1(this.options);
			defaultState.data !== void 0 && (this.setState(successState(defaultState.data, defaultState.dataUpdatedAt)), this.#initialState = defaultState);
		}
	}
	optionalRemove() {
		!this.observers.length && this.state.fetchStatus === "idle" && this.#cache.remove(this);
	}
	setData(newData, options) {
		let data = replaceData(this.state.data, newData, this.options);
		return this.#dispatch({
			data,
			type: "success",
			dataUpdatedAt: options?.updatedAt,
			manual: options?.manual
		}), data;
	}
	setState(state) {
		this.#dispatch({
			type: "setState",
			state
		});
	}
	cancel(options) {
		let promise = this.#retryer?.promise;
		return this.#retryer?.cancel(options), promise ? promise.then(noop).catch(noop) : Promise.resolve();
	}
	destroy() {
		super.destroy(), this.cancel({ silent: !0 });
	}
	get resetState() {
		return this.#initialState;
	}
	reset() {
		this.destroy(), this.setState(this.resetState);
	}
	isActive() {
		return this.observers.some((observer) => resolveQueryValue(observer.options.enabled, this) !== !1);
	}
	isDisabled() {
		return this.getObserversCount() > 0 ? !this.isActive() : this.options.queryFn === skipToken || !this.isFetched();
	}
	isFetched() {
		return this.state.dataUpdateCount + this.state.errorUpdateCount > 0;
	}
	isStatic() {
		return this.state.data !== void 0 && this.getObserversCount() > 0 && this.observers.some((observer) => resolveQueryValue(observer.options.staleTime, this) === "static");
	}
	isStale() {
		return this.getObserversCount() > 0 ? this.observers.some((observer) => observer.getCurrentResult().isStale) : this.state.data === void 0 || this.state.isInvalidated;
	}
	isStaleByTime(staleTime = 0) {
		return this.state.data === void 0 ? !0 : staleTime === "static" ? !1 : this.state.isInvalidated ? !0 : !timeUntilStale(this.state.dataUpdatedAt, staleTime);
	}
	onFocus() {
		this.observers.find((x) => x.shouldFetchOnWindowFocus())?.refetch({ cancelRefetch: !1 }), this.#retryer?.continue();
	}
	onOnline() {
		this.observers.find((x) => x.shouldFetchOnReconnect())?.refetch({ cancelRefetch: !1 }), this.#retryer?.continue();
	}
	addObserver(observer) {
		this.observers.includes(observer) || (this.observers.push(observer), this.clearGcTimeout(), this.#cache.notify({
			type: "observerAdded",
			query: this,
			observer
		}));
	}
	removeObserver(observer) {
		let index = this.observers.indexOf(observer);
		index !== -1 && (this.observers.splice(index, 1), this.observers.length || (this.#retryer && (this.#abortSignalConsumed || this.state.fetchStatus === "paused" && this.state.status === "pending" ? this.#retryer.cancel({ revert: !0 }) : this.#retryer.cancelRetry()), this.scheduleGc()), this.#cache.notify({
			type: "observerRemoved",
			query: this,
			observer
		}));
	}
	getObserversCount() {
		return this.observers.length;
	}
	invalidate() {
		this.state.isInvalidated || this.#dispatch({ type: "invalidate" });
	}
	async fetch(options, fetchOptions) {
		if (this.state.fetchStatus !== "idle" && this.#retryer?.status() !== "rejected") {
			if (this.state.data !== void 0 && fetchOptions?.cancelRefetch) this.cancel({ silent: !0 });
			else if (this.#retryer && this.#fetchPromise) return this.#retryer.continueRetry(), this.#fetchPromise;
		}
		if (options && this.setOptions(options), !this.options.queryFn) {
			let observer = this.observers.find((x) => x.options.queryFn);
			observer && this.setOptions(observer.options);
		}
		let abortController = new AbortController(), addSignalProperty = (object) => {
			Object.defineProperties(object, {
				[fetchSignal]: {
					value: abortController.signal,
					enumerable: !0
				},
				signal: {
					enumerable: !0,
					get: () => (this.#abortSignalConsumed = !0, abortController.signal)
				}
			});
		}, fetchFn = () => {
			let queryFn = ensureQueryFn(this.options, fetchOptions), queryFnContext = (() => {
				let queryFnContext = {
					client: this.#client,
					queryKey: this.queryKey,
					meta: this.meta
				};
				return addSignalProperty(queryFnContext), queryFnContext;
			})();
			return this.#abortSignalConsumed = !1, this.options.persister ? this.options.persister(queryFn, queryFnContext, this) : queryFn(queryFnContext);
		}, context = (() => {
			let context = {
				fetchOptions,
				options: this.options,
				queryKey: this.queryKey,
				client: this.#client,
				state: this.state,
				fetchFn
			};
			return addSignalProperty(context), context;
		})();
		(this.#queryType === "infinite" ? infiniteQueryBehavior(this.options.pages) : this.options.behavior)?.onFetch(context, this), this.#revertState = this.state, (this.state.fetchStatus === "idle" || this.state.fetchMeta !== context.fetchOptions?.meta) && this.#dispatch({
			type: "fetch",
			meta: context.fetchOptions?.meta
		});
		let retryer = this.#retryer = createRetryer({
			initialPromise: fetchOptions?.initialPromise,
			fn: context.fetchFn,
			onCancel: (error) => {
				error instanceof CancelledError && error.revert && this.setState({
					...this.#revertState,
					fetchStatus: "idle"
				}), abortController.abort();
			},
			onFail: (failureCount, error) => {
				this.#dispatch({
					type: "failed",
					failureCount,
					error
				});
			},
			onPause: () => {
				this.#dispatch({ type: "pause" });
			},
			onContinue: () => {
				this.#dispatch({ type: "continue" });
			},
			retry: context.options.retry,
			retryDelay: context.options.retryDelay,
			networkMode: context.options.networkMode,
			canRun: () => !0
		}), fetchPromise = (async () => {
			try {
				let data = await retryer.promise;
				if (data === void 0) throw Error(`${this.queryHash} data is undefined`);
				return this.setData(data), this.#cache.config.onSuccess?.(data, this), this.#cache.config.onSettled?.(data, this.state.error, this), data;
			} catch (error) {
				if (error instanceof CancelledError) {
					if (error.silent) {
						if (this.#retryer !== retryer && this.#fetchPromise) return this.#fetchPromise;
						throw error;
					}
					if (error.revert) {
						if (this.state.data === void 0) throw error;
						return this.state.data;
					}
				}
				throw this.#dispatch({
					type: "error",
					error
				}), this.#cache.config.onError?.(error, this), this.#cache.config.onSettled?.(this.state.data, error, this), error;
			} finally {
				this.#retryer === retryer && (this.#retryer = void 0, this.#fetchPromise = void 0), this.scheduleGc();
			}
		})();
		return this.#fetchPromise = fetchPromise, retryer.start(), fetchPromise;
	}
	#dispatch(action) {
		let reducer = (state) => {
			switch (action.type) {
				case "failed": return {
					...state,
					fetchFailureCount: action.failureCount,
					fetchFailureReason: action.error
				};
				case "pause": return {
					...state,
					fetchStatus: "paused"
				};
				case "continue": return {
					...state,
					fetchStatus: "fetching"
				};
				case "fetch": return {
					...state,
					...fetchState(state.data, this.options),
					fetchMeta: action.meta ?? null
				};
				case "success": {
					let newState = {
						...state,
						...successState(action.data, action.dataUpdatedAt),
						dataUpdateCount: state.dataUpdateCount + 1,
						...!action.manual && {
							fetchStatus: "idle",
							fetchFailureCount: 0,
							fetchFailureReason: null
						}
					};
					return this.#revertState = action.manual ? newState : void 0, newState;
				}
				case "error": {
					let error = action.error;
					return {
						...state,
						error,
						errorUpdateCount: state.errorUpdateCount + 1,
						errorUpdatedAt: Date.now(),
						fetchFailureCount: state.fetchFailureCount + 1,
						fetchFailureReason: error,
						fetchStatus: "idle",
						status: "error",
						isInvalidated: !0
					};
				}
				case "invalidate": return {
					...state,
					isInvalidated: !0
				};
				case "setState": return {
					...state,
					...action.state
				};
			}
		};
		this.state = reducer(this.state), notifyManager.batch(() => {
			this.observers.slice().forEach((observer) => {
				observer.onQueryUpdate();
			}), this.#cache.notify({
				query: this,
				type: "updated",
				action
			});
		});
	}
};
function fetchState(data, options) {
	return {
		fetchFailureCount: 0,
		fetchFailureReason: null,
		fetchStatus: canFetch(options.networkMode) ? "fetching" : "paused",
		...data === void 0 && {
			error: null,
			status: "pending"
		}
	};
}
function successState(data, dataUpdatedAt) {
	return {
		data,
		dataUpdatedAt: dataUpdatedAt ?? Date.now(),
		error: null,
		isInvalidated: !1,
		status: "success"
	};
}
function getDefaultState$1(options) {
	let data = typeof options.initialData == "function" ? options.initialData() : options.initialData, hasData = data !== void 0, initialDataUpdatedAt = hasData ? typeof options.initialDataUpdatedAt == "function" ? options.initialDataUpdatedAt() : options.initialDataUpdatedAt : 0;
	return {
		data,
		dataUpdateCount: 0,
		dataUpdatedAt: hasData ? initialDataUpdatedAt ?? Date.now() : 0,
		error: null,
		errorUpdateCount: 0,
		errorUpdatedAt: 0,
		fetchFailureCount: 0,
		fetchFailureReason: null,
		fetchMeta: null,
		isInvalidated: !1,
		status: hasData ? "success" : "pending",
		fetchStatus: "idle"
	};
}
// node_modules/@tanstack/query-core/build/modern/queryObserver.js
var QueryObserver = class extends Subscribable {
	#client;
	#currentQuery = void 0;
	#currentQueryInitialState = void 0;
	#currentResult = void 0;
	#currentResultState;
	#currentResultOptions;
	#selectError;
	#selectFn;
	#selectResult;
	#lastQueryWithDefinedData;
	#staleTimeoutId;
	#refetchIntervalId;
	#currentRefetchInterval;
	#trackedProps = new Set();
	constructor(client, options) {
		super(), this.options = options, this.#client = client, this.#selectError = null, this.bindMethods(), this.setOptions(options);
	}
	bindMethods() {
		this.refetch = this.refetch.bind(this);
	}
	onSubscribe() {
		this.listeners.size === 1 && (this.#currentQuery.addObserver(this), shouldFetchOnMount(this.#currentQuery, this.options) ? this.#executeFetch() : this.updateResult(), this.#updateTimers());
	}
	onUnsubscribe() {
		this.hasListeners() || this.destroy();
	}
	shouldFetchOnReconnect() {
		return shouldFetchOn(this.#currentQuery, this.options, this.options.refetchOnReconnect);
	}
	shouldFetchOnWindowFocus() {
		return shouldFetchOn(this.#currentQuery, this.options, this.options.refetchOnWindowFocus);
	}
	destroy() {
		this.listeners = new Set(), this.#clearStaleTimeout(), this.#clearRefetchInterval(), this.#currentQuery.removeObserver(this);
	}
	setOptions(options) {
		let prevOptions = this.options, prevQuery = this.#currentQuery;
		if (this.options = this.#client.defaultQueryOptions(options), this.options.enabled !== void 0 && typeof this.options.enabled != "boolean" && typeof this.options.enabled != "function" && typeof resolveQueryValue(this.options.enabled, this.#currentQuery) != "boolean") throw Error("Expected enabled to be a boolean or a callback that returns a boolean");
		this.#updateQuery(), this.#currentQuery.setOptions(this.options), prevOptions._defaulted && !shallowEqualObjects(this.options, prevOptions) && this.#client.getQueryCache().notify({
			type: "observerOptionsUpdated",
			query: this.#currentQuery,
			observer: this
		});
		let mounted = this.hasListeners();
		mounted && shouldFetchOptionally(this.#currentQuery, prevQuery, this.options, prevOptions) && this.#executeFetch(), this.updateResult(), mounted && (this.#currentQuery !== prevQuery || resolveQueryValue(this.options.enabled, this.#currentQuery) !== resolveQueryValue(prevOptions.enabled, this.#currentQuery) || resolveQueryValue(this.options.staleTime, this.#currentQuery) !== resolveQueryValue(prevOptions.staleTime, this.#currentQuery)) && this.#updateStaleTimeout();
		let nextRefetchInterval = this.#computeRefetchInterval();
		mounted && (this.#currentQuery !== prevQuery || resolveQueryValue(this.options.enabled, this.#currentQuery) !== resolveQueryValue(prevOptions.enabled, this.#currentQuery) || nextRefetchInterval !== this.#currentRefetchInterval) && this.#updateRefetchInterval(nextRefetchInterval);
	}
	getOptimisticResult(options) {
		let query = this.#client.getQueryCache().build(this.#client, options), result = this.createResult(query, options);
		return shallowEqualObjects(this.getCurrentResult(), result) || (this.#currentResult = result, this.#currentResultOptions = this.options, this.#currentResultState = this.#currentQuery.state), result;
	}
	getCurrentResult() {
		return this.#currentResult;
	}
	trackResult(result, onPropTracked) {
		return new Proxy(result, { get: (target, key) => (this.trackProp(key), onPropTracked?.(key), Reflect.get(target, key)) });
	}
	trackProp(key) {
		this.#trackedProps.add(key);
	}
	getCurrentQuery() {
		return this.#currentQuery;
	}
	refetch({ ...options } = {}) {
		return this.fetch({ ...options });
	}
	fetchOptimistic(options) {
		let defaultedOptions = this.#client.defaultQueryOptions(options), query = this.#client.getQueryCache().build(this.#client, defaultedOptions), unsubscribe = () => {}, resolveEarly, cachePromise = new Promise((resolve) => {
			resolveEarly = resolve, unsubscribe = this.#client.getQueryCache().subscribe((event) => {
				event.type === "updated" && event.query.queryHash === query.queryHash && query.state.data !== void 0 && (unsubscribe(), resolve(this.createResult(query, defaultedOptions)));
			});
		});
		return Promise.race([query.fetch(defaultedOptions).then(() => {
			let result = this.createResult(query, defaultedOptions);
			return resolveEarly?.(result), result;
		}).finally(() => {
			unsubscribe();
		}), cachePromise]);
	}
	fetch(fetchOptions) {
		return this.#executeFetch({
			...fetchOptions,
			cancelRefetch: fetchOptions.cancelRefetch ?? !0
		}).then(() => (this.updateResult(), this.#currentResult));
	}
	#executeFetch(fetchOptions) {
		this.#updateQuery();
		let promise = this.#currentQuery.fetch(this.options, fetchOptions);
		return fetchOptions?.throwOnError || (promise = promise.catch(noop)), promise;
	}
	#shouldScheduleTimer(timeout) {
		return !isServer() && resolveQueryValue(this.options.enabled, this.#currentQuery) !== !1 && isValidTimeout(timeout);
	}
	#updateStaleTimeout() {
		this.#clearStaleTimeout();
		let staleTime = resolveQueryValue(this.options.staleTime, this.#currentQuery);
		if (this.#currentResult.isStale || !this.#shouldScheduleTimer(staleTime)) return;
		let timeout = timeUntilStale(this.#currentResult.dataUpdatedAt, staleTime) + 1;
		this.#staleTimeoutId = timeoutManager.setTimeout(() => {
			this.#currentResult.isStale || this.updateResult();
		}, timeout);
	}
	#computeRefetchInterval() {
		return resolveQueryValue(this.options.refetchInterval, this.#currentQuery) ?? !1;
	}
	#updateRefetchInterval(nextInterval) {
		this.#clearRefetchInterval(), this.#currentRefetchInterval = nextInterval, this.#currentRefetchInterval !== 0 && this.#shouldScheduleTimer(this.#currentRefetchInterval) && (this.#refetchIntervalId = timeoutManager.setInterval(() => {
			(this.options.refetchIntervalInBackground || focusManager.isFocused()) && this.#executeFetch();
		}, this.#currentRefetchInterval));
	}
	#updateTimers() {
		this.#updateStaleTimeout(), this.#updateRefetchInterval(this.#computeRefetchInterval());
	}
	#clearStaleTimeout() {
		this.#staleTimeoutId !== void 0 && (timeoutManager.clearTimeout(this.#staleTimeoutId), this.#staleTimeoutId = void 0);
	}
	#clearRefetchInterval() {
		this.#refetchIntervalId !== void 0 && (timeoutManager.clearInterval(this.#refetchIntervalId), this.#refetchIntervalId = void 0);
	}
	createResult(query, options) {
		let prevQuery = this.#currentQuery, prevOptions = this.options, prevResult = this.#currentResult, prevResultState = this.#currentResultState, prevResultOptions = this.#currentResultOptions, queryInitialState = query === prevQuery ? this.#currentQueryInitialState : query.state, { state } = query, newState = { ...state }, isPlaceholderData = !1, data;
		if (options._optimisticResults) {
			let mounted = this.hasListeners(), fetchOnMount = !mounted && shouldFetchOnMount(query, options), fetchOptionally = mounted && shouldFetchOptionally(query, prevQuery, options, prevOptions);
			(fetchOnMount || fetchOptionally) && (newState = {
				...newState,
				...fetchState(state.data, query.options)
			}), options._optimisticResults === "isRestoring" && (newState.fetchStatus = "idle");
		}
		let { error, errorUpdatedAt, status } = newState;
		data = newState.data;
		let skipSelect = !1;
		if (options.placeholderData !== void 0 && data === void 0 && status === "pending") {
			let placeholderData;
			prevResult?.isPlaceholderData && options.placeholderData === prevResultOptions?.placeholderData ? (placeholderData = prevResult.data, skipSelect = !0) : placeholderData = typeof options.placeholderData == "function" ? options.placeholderData(this.#lastQueryWithDefinedData?.state.data, this.#lastQueryWithDefinedData) : options.placeholderData, placeholderData !== void 0 && (status = "success", data = replaceData(prevResult?.data, placeholderData, options), isPlaceholderData = !0);
		}
		if (options.select && data !== void 0 && !skipSelect) {
			if (prevResult && data === prevResultState?.data && options.select === this.#selectFn) data = this.#selectResult;
			else try {
				this.#selectFn = options.select, data = options.select(data), data = replaceData(prevResult?.data, data, options), this.#selectResult = data, this.#selectError = null;
			} catch (selectError) {
				this.#selectError = selectError;
			}
		} else data === void 0 && (this.#selectError = null);
		this.#selectError && (error = this.#selectError, data = this.#selectResult, errorUpdatedAt = prevResult?.error === error ? prevResult.errorUpdatedAt : Date.now(), status = "error", isPlaceholderData = !1);
		let isFetching = newState.fetchStatus === "fetching", isPending = status === "pending", isError = status === "error", isLoading = isPending && isFetching, hasData = data !== void 0;
		return {
			status,
			fetchStatus: newState.fetchStatus,
			isPending,
			isSuccess: status === "success",
			isError,
			isInitialLoading: isLoading,
			isLoading,
			data,
			dataUpdatedAt: newState.dataUpdatedAt,
			error,
			errorUpdatedAt,
			failureCount: newState.fetchFailureCount,
			failureReason: newState.fetchFailureReason,
			errorUpdateCount: newState.errorUpdateCount,
			isFetched: query.isFetched(),
			isFetchedAfterMount: newState.dataUpdateCount > queryInitialState.dataUpdateCount || newState.errorUpdateCount > queryInitialState.errorUpdateCount,
			isFetching,
			isRefetching: isFetching && !isPending,
			isLoadingError: isError && !hasData,
			isPaused: newState.fetchStatus === "paused",
			isPlaceholderData,
			isRefetchError: isError && hasData,
			isStale: isStale(query, options),
			refetch: this.refetch,
			isEnabled: resolveQueryValue(options.enabled, query) !== !1
		};
	}
	updateResult() {
		let prevResult = this.#currentResult, nextResult = this.createResult(this.#currentQuery, this.options);
		if (this.#currentResultState = this.#currentQuery.state, this.#currentResultOptions = this.options, this.#currentResultState.data !== void 0 && (this.#lastQueryWithDefinedData = this.#currentQuery), shallowEqualObjects(nextResult, prevResult)) return;
		this.#currentResult = nextResult;
		let notifyListeners = (() => {
			if (!prevResult) return !0;
			let { notifyOnChangeProps } = this.options, notifyOnChangePropsValue = typeof notifyOnChangeProps == "function" ? notifyOnChangeProps() : notifyOnChangeProps;
			if (notifyOnChangePropsValue === "all" || !notifyOnChangePropsValue && !this.#trackedProps.size || this.options.throwOnError && this.#currentResult.error !== prevResult.error) return !0;
			for (let key of notifyOnChangePropsValue ?? this.#trackedProps) if (this.#currentResult[key] !== prevResult[key]) return !0;
			return !1;
		})();
		notifyManager.batch(() => {
			notifyListeners && this.listeners.forEach((listener) => {
				listener(this.#currentResult);
			}), this.#client.getQueryCache().notify({
				query: this.#currentQuery,
				type: "observerResultsUpdated"
			});
		});
	}
	#updateQuery() {
		let query = this.#client.getQueryCache().build(this.#client, this.options);
		if (query === this.#currentQuery) return;
		let prevQuery = this.#currentQuery;
		this.#currentQuery = query, this.#currentQueryInitialState = query.state, this.hasListeners() && (prevQuery?.removeObserver(this), query.addObserver(this));
	}
	onQueryUpdate() {
		this.updateResult(), this.hasListeners() && this.#updateTimers();
	}
};
function shouldLoadOnMount(query, options) {
	return resolveQueryValue(options.enabled, query) !== !1 && query.state.data === void 0 && (query.state.status !== "error" || resolveQueryValue(options.retryOnMount, query) !== !1);
}
function shouldFetchOnMount(query, options) {
	return shouldLoadOnMount(query, options) || query.state.data !== void 0 && shouldFetchOn(query, options, options.refetchOnMount);
}
function shouldFetchOn(query, options, field) {
	if (resolveQueryValue(options.enabled, query) !== !1 && resolveQueryValue(options.staleTime, query) !== "static") {
		let value = resolveQueryValue(field, query);
		return value === "always" || value !== !1 && isStale(query, options);
	}
	return !1;
}
function shouldFetchOptionally(query, prevQuery, options, prevOptions) {
	return (query !== prevQuery || resolveQueryValue(prevOptions.enabled, query) === !1) && (!options.suspense || query.state.status !== "error") && isStale(query, options);
}
function isStale(query, options) {
	return resolveQueryValue(options.enabled, query) !== !1 && query.isStaleByTime(resolveQueryValue(options.staleTime, query));
}
// node_modules/@tanstack/query-core/build/modern/mutation.js
var Mutation = class extends Removable {
	#client;
	#observers;
	#mutationCache;
	#retryer;
	constructor(config) {
		super(), this.#client = config.client, this.mutationId = config.mutationId, this.#mutationCache = config.mutationCache, this.#observers = [], this.state = config.state || getDefaultState(), this.setOptions(config.options), this.scheduleGc();
	}
	setOptions(options) {
		this.options = options, this.updateGcTime(this.options.gcTime);
	}
	get meta() {
		return this.options.meta;
	}
	addObserver(observer) {
		this.#observers.includes(observer) || (this.#observers.push(observer), this.clearGcTimeout(), this.#mutationCache.notify({
			type: "observerAdded",
			mutation: this,
			observer
		}));
	}
	removeObserver(observer) {
		this.#observers = this.#observers.filter((x) => x !== observer), this.scheduleGc(), this.#mutationCache.notify({
			type: "observerRemoved",
			mutation: this,
			observer
		});
	}
	optionalRemove() {
		this.#observers.length || (this.state.status === "pending" ? this.scheduleGc() : this.#mutationCache.remove(this));
	}
	continue() {
		return this.#retryer?.continue() ?? (this.state.status === "pending" ? this.execute(this.state.variables) : Promise.resolve());
	}
	async execute(variables) {
		let onContinue = () => {
			this.#dispatch({ type: "continue" });
		}, mutationFnContext = {
			client: this.#client,
			meta: this.options.meta,
			mutationKey: this.options.mutationKey
		}, retryer = this.#retryer = createRetryer({
			fn: () => this.options.mutationFn ? this.options.mutationFn(variables, mutationFnContext) : Promise.reject(Error("No mutationFn found")),
			onFail: (failureCount, error) => {
				this.#dispatch({
					type: "failed",
					failureCount,
					error
				});
			},
			onPause: () => {
				this.#dispatch({ type: "pause" });
			},
			onContinue,
			retry: this.options.retry ?? 0,
			retryDelay: this.options.retryDelay,
			networkMode: this.options.networkMode,
			canRun: () => this.#mutationCache.canRun(this)
		}), restored = this.state.status === "pending", isPaused = !retryer.canStart();
		try {
			if (restored) onContinue();
			else {
				this.#dispatch({
					type: "pending",
					variables,
					isPaused
				}), this.#mutationCache.config.onMutate && await this.#mutationCache.config.onMutate(variables, this, mutationFnContext);
				let context = await this.options.onMutate?.(variables, mutationFnContext);
				context !== this.state.context && this.#dispatch({
					type: "pending",
					context,
					variables,
					isPaused
				});
			}
			this.state.isPaused && retryer.canStart() && onContinue();
			let data = await retryer.start();
			return await this.#mutationCache.config.onSuccess?.(data, variables, this.state.context, this, mutationFnContext), await this.options.onSuccess?.(data, variables, this.state.context, mutationFnContext), await this.#mutationCache.config.onSettled?.(data, null, this.state.variables, this.state.context, this, mutationFnContext), await this.options.onSettled?.(data, null, variables, this.state.context, mutationFnContext), this.#dispatch({
				type: "success",
				data
			}), data;
		} catch (error) {
			try {
				await this.#mutationCache.config.onError?.(error, variables, this.state.context, this, mutationFnContext);
			} catch (e) {
				Promise.reject(e);
			}
			try {
				await this.options.onError?.(error, variables, this.state.context, mutationFnContext);
			} catch (e) {
				Promise.reject(e);
			}
			try {
				await this.#mutationCache.config.onSettled?.(void 0, error, this.state.variables, this.state.context, this, mutationFnContext);
			} catch (e) {
				Promise.reject(e);
			}
			try {
				await this.options.onSettled?.(void 0, error, variables, this.state.context, mutationFnContext);
			} catch (e) {
				Promise.reject(e);
			}
			throw this.#dispatch({
				type: "error",
				error
			}), error;
		} finally {
			this.#retryer === retryer && (this.#retryer = void 0), this.#mutationCache.runNext(this);
		}
	}
	#dispatch(action) {
		let reducer = (state) => {
			switch (action.type) {
				case "failed": return {
					...state,
					failureCount: action.failureCount,
					failureReason: action.error
				};
				case "pause": return {
					...state,
					isPaused: !0
				};
				case "continue": return {
					...state,
					isPaused: !1
				};
				case "pending": return {
					...state,
					context: action.context,
					data: void 0,
					failureCount: 0,
					failureReason: null,
					error: null,
					isPaused: action.isPaused,
					status: "pending",
					variables: action.variables,
					submittedAt: Date.now()
				};
				case "success": return {
					...state,
					data: action.data,
					failureCount: 0,
					failureReason: null,
					error: null,
					status: "success",
					isPaused: !1
				};
				case "error": return {
					...state,
					data: void 0,
					error: action.error,
					failureCount: state.failureCount + 1,
					failureReason: action.error,
					isPaused: !1,
					status: "error"
				};
			}
		};
		this.state = reducer(this.state), notifyManager.batch(() => {
			this.#observers.forEach((observer) => {
				observer.onMutationUpdate(action);
			}), this.#mutationCache.notify({
				mutation: this,
				type: "updated",
				action
			});
		});
	}
};
function getDefaultState() {
	return {
		context: void 0,
		data: void 0,
		error: null,
		failureCount: 0,
		failureReason: null,
		isPaused: !1,
		status: "idle",
		variables: void 0,
		submittedAt: 0
	};
}
// node_modules/@tanstack/query-core/build/modern/mutationCache.js
var MutationCache = class extends Subscribable {
	#mutations;
	#scopes;
	#mutationId;
	constructor(config = {}) {
		super(), this.config = config, this.#mutations = new Set(), this.#scopes = new Map(), this.#mutationId = 0;
	}
	build(client, options, state) {
		let mutation = new Mutation({
			client,
			mutationCache: this,
			mutationId: ++this.#mutationId,
			options: client.defaultMutationOptions(options),
			state
		});
		return this.add(mutation), mutation;
	}
	add(mutation) {
		this.#mutations.add(mutation);
		let scope = scopeFor(mutation);
		if (typeof scope == "string") {
			let scopedMutations = this.#scopes.get(scope);
			scopedMutations ? scopedMutations.push(mutation) : this.#scopes.set(scope, [mutation]);
		}
		this.notify({
			type: "added",
			mutation
		});
	}
	remove(mutation) {
		if (this.#mutations.delete(mutation)) {
			let scope = scopeFor(mutation);
			if (typeof scope == "string") {
				let scopedMutations = this.#scopes.get(scope);
				if (scopedMutations) {
					if (scopedMutations.length > 1) {
						let index = scopedMutations.indexOf(mutation);
						index !== -1 && scopedMutations.splice(index, 1);
					} else scopedMutations[0] === mutation && this.#scopes.delete(scope);
				}
			}
		}
		this.notify({
			type: "removed",
			mutation
		});
	}
	canRun(mutation) {
		let scope = scopeFor(mutation);
		if (typeof scope == "string") {
			let firstPendingMutation = this.#scopes.get(scope)?.find((m) => m.state.status === "pending");
			return !firstPendingMutation || firstPendingMutation === mutation;
		}
		return !0;
	}
	runNext(mutation) {
		let scope = scopeFor(mutation);
		return typeof scope == "string" ? (this.#scopes.get(scope)?.find((m) => m !== mutation && m.state.isPaused))?.continue() ?? Promise.resolve() : Promise.resolve();
	}
	clear() {
		notifyManager.batch(() => {
			let mutations = this.getAll();
			this.#mutations.clear(), this.#scopes.clear(), mutations.forEach((mutation) => {
				this.notify({
					type: "removed",
					mutation
				});
			});
		});
	}
	getAll() {
		return Array.from(this.#mutations);
	}
	find(filters) {
		let defaultedFilters = {
			exact: !0,
			...filters
		};
		return this.getAll().find((mutation) => matchMutation(defaultedFilters, mutation));
	}
	findAll(filters = {}) {
		return this.getAll().filter((mutation) => matchMutation(filters, mutation));
	}
	notify(event) {
		notifyManager.batch(() => {
			this.listeners.forEach((listener) => {
				listener(event);
			});
		});
	}
	resumePausedMutations() {
		let pausedMutations = this.getAll().filter((x) => x.state.isPaused);
		return notifyManager.batch(() => Promise.all(pausedMutations.map((mutation) => mutation.continue().catch(noop))));
	}
};
function scopeFor(mutation) {
	return mutation.options.scope?.id;
}
// node_modules/@tanstack/query-core/build/modern/mutationObserver.js
var MutationObserver = class extends Subscribable {
	#client;
	#currentResult = void 0;
	#currentMutation;
	#mutateOptions;
	constructor(client, options) {
		super(), this.#client = client, this.setOptions(options), this.bindMethods(), this.#updateResult();
	}
	bindMethods() {
		this.mutate = this.mutate.bind(this), this.reset = this.reset.bind(this);
	}
	setOptions(options) {
		let prevOptions = this.options;
		this.options = this.#client.defaultMutationOptions(options), shallowEqualObjects(this.options, prevOptions) || this.#client.getMutationCache().notify({
			type: "observerOptionsUpdated",
			mutation: this.#currentMutation,
			observer: this
		}), prevOptions?.mutationKey && this.options.mutationKey && hashKey(prevOptions.mutationKey) !== hashKey(this.options.mutationKey) ? this.reset() : this.#currentMutation?.state.status === "pending" && this.#currentMutation.setOptions(this.options);
	}
	onSubscribe() {
		this.listeners.size === 1 && this.#currentMutation && (this.#currentMutation.addObserver(this), this.#updateResult());
	}
	onUnsubscribe() {
		this.hasListeners() || this.#currentMutation?.removeObserver(this);
	}
	onMutationUpdate(action) {
		this.#updateResult(), this.#notify(action);
	}
	getCurrentResult() {
		return this.#currentResult;
	}
	reset() {
		this.#currentMutation?.removeObserver(this), this.#currentMutation = void 0, this.#updateResult(), this.#notify();
	}
	mutate(variables, options) {
		return this.#mutateOptions = options, this.#currentMutation?.removeObserver(this), this.#currentMutation = this.#client.getMutationCache().build(this.#client, this.options), this.#currentMutation.addObserver(this), this.#currentMutation.execute(variables);
	}
	#updateResult() {
		let state = this.#currentMutation?.state ?? getDefaultState();
		this.#currentResult = {
			...state,
			isPending: state.status === "pending",
			isSuccess: state.status === "success",
			isError: state.status === "error",
			isIdle: state.status === "idle",
			mutate: this.mutate,
			reset: this.reset
		};
	}
	#notify(action) {
		notifyManager.batch(() => {
			let mutateOptions = this.#mutateOptions;
			if (mutateOptions && this.hasListeners()) {
				let variables = this.#currentResult.variables, onMutateResult = this.#currentResult.context, context = {
					client: this.#client,
					meta: this.options.meta,
					mutationKey: this.options.mutationKey
				};
				if (action?.type === "success") {
					try {
						mutateOptions.onSuccess?.(action.data, variables, onMutateResult, context);
					} catch (e) {
						Promise.reject(e);
					}
					try {
						mutateOptions.onSettled?.(action.data, null, variables, onMutateResult, context);
					} catch (e) {
						Promise.reject(e);
					}
				} else if (action?.type === "error") {
					try {
						mutateOptions.onError?.(action.error, variables, onMutateResult, context);
					} catch (e) {
						Promise.reject(e);
					}
					try {
						mutateOptions.onSettled?.(void 0, action.error, variables, onMutateResult, context);
					} catch (e) {
						Promise.reject(e);
					}
				}
			}
			this.listeners.forEach((listener) => {
				listener(this.#currentResult);
			});
		});
	}
}, QueryCache = class extends Subscribable {
	#queries;
	constructor(config = {}) {
		super(), this.config = config, this.#queries = new Map();
	}
	build(client, options, state) {
		let queryKey = options.queryKey, queryHash = options.queryHash ?? hashQueryKeyByOptions(queryKey, options), query = this.get(queryHash);
		return query || (query = new Query({
			client,
			queryKey,
			queryHash,
			options: client.defaultQueryOptions(options),
			state,
			defaultOptions: client.getQueryDefaults(queryKey)
		}), this.add(query)), query;
	}
	add(query) {
		this.#queries.has(query.queryHash) || (this.#queries.set(query.queryHash, query), this.notify({
			type: "added",
			query
		}));
	}
	remove(query) {
		this.#queries.get(query.queryHash) === query && (query.destroy(), this.#queries.delete(query.queryHash), this.notify({
			type: "removed",
			query
		}));
	}
	clear() {
		notifyManager.batch(() => {
			this.getAll().forEach((query) => {
				this.remove(query);
			});
		});
	}
	get(queryHash) {
		return this.#queries.get(queryHash);
	}
	getAll() {
		return [...this.#queries.values()];
	}
	find(filters) {
		let defaultedFilters = {
			exact: !0,
			...filters
		};
		return this.getAll().find((query) => matchQuery(defaultedFilters, query));
	}
	findAll(filters = {}) {
		let queries = this.getAll();
		return Object.keys(filters).length > 0 ? queries.filter((query) => matchQuery(filters, query)) : queries;
	}
	notify(event) {
		notifyManager.batch(() => {
			this.listeners.forEach((listener) => {
				listener(event);
			});
		});
	}
	onFocus() {
		notifyManager.batch(() => {
			this.getAll().forEach((query) => {
				query.onFocus();
			});
		});
	}
	onOnline() {
		notifyManager.batch(() => {
			this.getAll().forEach((query) => {
				query.onOnline();
			});
		});
	}
}, QueryClient = class {
	#queryCache;
	#mutationCache;
	#defaultOptions;
	#queryDefaults;
	#mutationDefaults;
	#mountCount;
	#unsubscribeFocus;
	#unsubscribeOnline;
	constructor(config = {}) {
		this.#queryCache = config.queryCache || new QueryCache(), this.#mutationCache = config.mutationCache || new MutationCache(), this.#defaultOptions = config.defaultOptions || {}, this.#queryDefaults = new Map(), this.#mutationDefaults = new Map(), this.#mountCount = 0;
	}
	mount() {
		this.#mountCount++, this.#mountCount === 1 && (this.#unsubscribeFocus = focusManager.subscribe(async (focused) => {
			focused && (await this.resumePausedMutations(), this.#queryCache.onFocus());
		}), this.#unsubscribeOnline = onlineManager.subscribe(async (online) => {
			online && (await this.resumePausedMutations(), this.#queryCache.onOnline());
		}));
	}
	unmount() {
		this.#mountCount--, this.#mountCount === 0 && (this.#unsubscribeFocus?.(), this.#unsubscribeFocus = void 0, this.#unsubscribeOnline?.(), this.#unsubscribeOnline = void 0);
	}
	isFetching(filters) {
		return this.#queryCache.findAll({
			...filters,
			fetchStatus: "fetching"
		}).length;
	}
	isMutating(filters) {
		return this.#mutationCache.findAll({
			...filters,
			status: "pending"
		}).length;
	}
	getQueryData(queryKey) {
		let options = this.defaultQueryOptions({ queryKey });
		return this.#queryCache.get(options.queryHash)?.state.data;
	}
	ensureQueryData(options) {
		let defaultedOptions = this.defaultQueryOptions(options), query = this.#queryCache.build(this, defaultedOptions), cachedData = query.state.data;
		return cachedData === void 0 ? this.fetchQuery(options) : (options.revalidateIfStale && query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime, query)) && this.prefetchQuery(defaultedOptions), Promise.resolve(cachedData));
	}
	getQueriesData(filters) {
		return this.#queryCache.findAll(filters).map(({ queryKey, state }) => [queryKey, state.data]);
	}
	setQueryData(queryKey, updater, options) {
		let defaultedOptions = this.defaultQueryOptions({ queryKey }), prevData = this.#queryCache.get(defaultedOptions.queryHash)?.state.data, data = functionalUpdate(updater, prevData);
		if (data !== void 0) return this.#queryCache.build(this, defaultedOptions).setData(data, {
			...options,
			manual: !0
		});
	}
	setQueriesData(filters, updater, options) {
		return notifyManager.batch(() => this.#queryCache.findAll(filters).map(({ queryKey }) => [queryKey, this.setQueryData(queryKey, updater, options)]));
	}
	getQueryState(queryKey) {
		let options = this.defaultQueryOptions({ queryKey });
		return this.#queryCache.get(options.queryHash)?.state;
	}
	removeQueries(filters) {
		let queryCache = this.#queryCache;
		notifyManager.batch(() => {
			queryCache.findAll(filters).forEach((query) => {
				queryCache.remove(query);
			});
		});
	}
	resetQueries(filters, options) {
		let queryCache = this.#queryCache;
		return notifyManager.batch(() => {
			let matched = queryCache.findAll(filters), queriesToRefetch = new Set(matched);
			return matched.forEach((query) => {
				query.reset();
			}), this.refetchQueries({
				type: "active",
				predicate: (query) => queriesToRefetch.has(query)
			}, options);
		});
	}
	cancelQueries(filters, cancelOptions = {}) {
		let defaultedCancelOptions = {
			revert: !0,
			...cancelOptions
		}, promises = notifyManager.batch(() => this.#queryCache.findAll(filters).map((query) => query.cancel(defaultedCancelOptions)));
		return Promise.all(promises).then(noop).catch(noop);
	}
	invalidateQueries(filters, options = {}) {
		return notifyManager.batch(() => (this.#queryCache.findAll(filters).forEach((query) => {
			query.invalidate();
		}), filters?.refetchType === "none" ? Promise.resolve() : this.refetchQueries({
			...filters,
			type: filters?.refetchType ?? filters?.type ?? "active"
		}, options)));
	}
	refetchQueries(filters, options = {}) {
		let fetchOptions = {
			...options,
			cancelRefetch: options.cancelRefetch ?? !0
		}, promises = notifyManager.batch(() => this.#queryCache.findAll(filters).filter((query) => !query.isDisabled() && !query.isStatic()).map((query) => {
			let promise = query.fetch(void 0, fetchOptions), isPaused = query.state.fetchStatus === "paused";
			return (!fetchOptions.throwOnError || isPaused) && (promise = promise.catch(noop)), isPaused ? Promise.resolve() : promise;
		}));
		return Promise.all(promises).then(noop);
	}
	async query(options) {
		let defaultedOptions = this.defaultQueryOptions(options);
		defaultedOptions.retry === void 0 && (defaultedOptions.retry = !1);
		let query = this.#queryCache.build(this, defaultedOptions), queryData = query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime, query)) ? await query.fetch(defaultedOptions) : query.state.data, select = defaultedOptions.select;
		return select ? select(queryData) : queryData;
	}
	fetchQuery(options) {
		let defaultedOptions = this.defaultQueryOptions(options);
		defaultedOptions.retry === void 0 && (defaultedOptions.retry = !1);
		let query = this.#queryCache.build(this, defaultedOptions);
		return query.isStaleByTime(resolveQueryValue(defaultedOptions.staleTime, query)) ? query.fetch(defaultedOptions) : Promise.resolve(query.state.data);
	}
	prefetchQuery(options) {
		return this.fetchQuery(options).then(noop).catch(noop);
	}
	infiniteQuery(options) {
		return options._type = "infinite", this.query(options);
	}
	fetchInfiniteQuery(options) {
		return options._type = "infinite", this.fetchQuery(options);
	}
	prefetchInfiniteQuery(options) {
		return this.fetchInfiniteQuery(options).then(noop).catch(noop);
	}
	ensureInfiniteQueryData(options) {
		return options._type = "infinite", this.ensureQueryData(options);
	}
	resumePausedMutations() {
		return onlineManager.isOnline() ? this.#mutationCache.resumePausedMutations() : Promise.resolve();
	}
	getQueryCache() {
		return this.#queryCache;
	}
	getMutationCache() {
		return this.#mutationCache;
	}
	getDefaultOptions() {
		return this.#defaultOptions;
	}
	setDefaultOptions(options) {
		this.#defaultOptions = options;
	}
	setQueryDefaults(queryKey, options) {
		this.#queryDefaults.set(hashKey(queryKey), {
			queryKey,
			defaultOptions: options
		});
	}
	getQueryDefaults(queryKey) {
		let defaults = [...this.#queryDefaults.values()], result = {};
		return defaults.forEach((queryDefault) => {
			partialMatchKey(queryKey, queryDefault.queryKey) && Object.assign(result, queryDefault.defaultOptions);
		}), result;
	}
	setMutationDefaults(mutationKey, options) {
		this.#mutationDefaults.set(hashKey(mutationKey), {
			mutationKey,
			defaultOptions: options
		});
	}
	getMutationDefaults(mutationKey) {
		let defaults = [...this.#mutationDefaults.values()], result = {};
		return defaults.forEach((queryDefault) => {
			partialMatchKey(mutationKey, queryDefault.mutationKey) && Object.assign(result, queryDefault.defaultOptions);
		}), result;
	}
	defaultQueryOptions(options) {
		if (options._defaulted) return options;
		let defaultedOptions = {
			...this.#defaultOptions.queries,
			...this.getQueryDefaults(options.queryKey),
			...options,
			_defaulted: !0
		};
		return defaultedOptions.queryHash ||= hashQueryKeyByOptions(defaultedOptions.queryKey, defaultedOptions), defaultedOptions.refetchOnReconnect === void 0 && (defaultedOptions.refetchOnReconnect = defaultedOptions.networkMode !== "always"), defaultedOptions.throwOnError === void 0 && (defaultedOptions.throwOnError = !!defaultedOptions.suspense), !defaultedOptions.networkMode && defaultedOptions.persister && (defaultedOptions.networkMode = "offlineFirst"), defaultedOptions.queryFn === skipToken && (defaultedOptions.enabled = !1), defaultedOptions;
	}
	defaultMutationOptions(options) {
		return options?._defaulted ? options : {
			...this.#defaultOptions.mutations,
			...options?.mutationKey && this.getMutationDefaults(options.mutationKey),
			...options,
			_defaulted: !0
		};
	}
	clear() {
		this.#queryCache.clear(), this.#mutationCache.clear();
	}
}, import_react = __toESM(require_react(), 1), IsRestoringContext = import_react.createContext(!1), useIsRestoring = () => import_react.useContext(IsRestoringContext);
IsRestoringContext.Provider, require_jsx_runtime();
function createValue() {
	let isReset = !1;
	return {
		clearReset: () => {
			isReset = !1;
		},
		reset: () => {
			isReset = !0;
		},
		isReset: () => isReset
	};
}
var QueryErrorResetBoundaryContext = import_react.createContext(createValue()), useQueryErrorResetBoundary = () => import_react.useContext(QueryErrorResetBoundaryContext), ensurePreventErrorBoundaryRetry = (options, errorResetBoundary, query) => {
	let throwOnError = query?.state.status === "error" && typeof options.throwOnError == "function" ? shouldThrowError(options.throwOnError, [query.state.error, query]) : options.throwOnError;
	(options.suspense || throwOnError) && (errorResetBoundary.isReset() || (options.retryOnMount = !1));
}, useClearResetErrorBoundary = (errorResetBoundary) => {
	import_react.useEffect(() => {
		errorResetBoundary.clearReset();
	}, [errorResetBoundary]);
}, getHasError = ({ result, errorResetBoundary, throwOnError, query, suspense }) => result.isError && !errorResetBoundary.isReset() && !result.isFetching && query && (suspense && result.data === void 0 || shouldThrowError(throwOnError, [result.error, query])), ensureSuspenseTimers = (defaultedOptions) => {
	if (defaultedOptions.suspense) {
		let MIN_SUSPENSE_TIME_MS = 1e3, clamp = (value) => value === "static" ? value : Math.max(value ?? MIN_SUSPENSE_TIME_MS, MIN_SUSPENSE_TIME_MS), originalStaleTime = defaultedOptions.staleTime;
		defaultedOptions.staleTime = typeof originalStaleTime == "function" ? (...args) => clamp(originalStaleTime(...args)) : clamp(originalStaleTime), typeof defaultedOptions.gcTime == "number" && (defaultedOptions.gcTime = Math.max(defaultedOptions.gcTime, MIN_SUSPENSE_TIME_MS));
	}
}, shouldSuspend = (defaultedOptions, result) => defaultedOptions?.suspense && result.isPending, fetchOptimistic = (defaultedOptions, observer, errorResetBoundary) => observer.fetchOptimistic(defaultedOptions).catch(() => {
	errorResetBoundary.clearReset();
});
// node_modules/@tanstack/react-query/build/modern/useBaseQuery.js
function useBaseQuery(options, Observer, queryClient) {
	let isRestoring = useIsRestoring(), errorResetBoundary = useQueryErrorResetBoundary(), client = useQueryClient(queryClient), defaultedOptions = client.defaultQueryOptions(options), query = client.getQueryCache().get(defaultedOptions.queryHash), subscribed = options.subscribed !== !1;
	defaultedOptions._optimisticResults = isRestoring ? "isRestoring" : subscribed ? "optimistic" : void 0, ensureSuspenseTimers(defaultedOptions), ensurePreventErrorBoundaryRetry(defaultedOptions, errorResetBoundary, query), useClearResetErrorBoundary(errorResetBoundary);
	let [observer] = import_react.useState(() => new Observer(client, defaultedOptions)), result = observer.getOptimisticResult(defaultedOptions);
	import_react.useEffect(() => {
		observer.setOptions(defaultedOptions);
	}, [defaultedOptions, observer]);
	let shouldSubscribe = !isRestoring && subscribed;
	if (import_react.useSyncExternalStore(import_react.useCallback((onStoreChange) => {
		let unsubscribe = shouldSubscribe ? observer.subscribe(notifyManager.batchCalls(onStoreChange)) : noop;
		return observer.updateResult(), unsubscribe;
	}, [observer, shouldSubscribe]), () => observer.getCurrentResult(), () => observer.getCurrentResult()), shouldSuspend(defaultedOptions, result)) throw fetchOptimistic(defaultedOptions, observer, errorResetBoundary);
	if (getHasError({
		result,
		errorResetBoundary,
		throwOnError: defaultedOptions.throwOnError,
		query,
		suspense: defaultedOptions.suspense
	})) throw result.error;
	return defaultedOptions.notifyOnChangeProps ? result : observer.trackResult(result);
}
// node_modules/@tanstack/react-query/build/modern/useQuery.js
function useQuery(options, queryClient) {
	return useBaseQuery(options, QueryObserver, queryClient);
}
// node_modules/@tanstack/react-query/build/modern/useMutation.js
function useMutation(options, queryClient) {
	let client = useQueryClient(queryClient), [observer] = import_react.useState(() => new MutationObserver(client, options));
	import_react.useEffect(() => {
		observer.setOptions(options);
	}, [observer, options]);
	let result = import_react.useSyncExternalStore(import_react.useCallback((onStoreChange) => observer.subscribe(notifyManager.batchCalls(onStoreChange)), [observer]), () => observer.getCurrentResult(), () => observer.getCurrentResult()), mutate = import_react.useCallback((...args) => {
		observer.mutate(args[0], args[1]).catch(noop);
	}, [observer]);
	if (result.error && shouldThrowError(observer.options.throwOnError, [result.error])) throw result.error;
	return {
		...result,
		mutate,
		mutateAsync: result.mutate
	};
}
// src/api/hooks.ts
var client = new QueryClient({ defaultOptions: { queries: {
	staleTime: 15e3,
	refetchOnWindowFocus: !1,
	retry: (n, e) => n < 4 && e instanceof Problem && (e.code === "unavailable" || e.code === "unreachable"),
	retryDelay: (n) => 500 * 2 ** n
} } });
function useGet(path, params, o = {}) {
	let q = useQuery({
		queryKey: [
			path,
			o.at ?? null,
			params ?? null
		],
		queryFn: ({ signal }) => api.get(path, params, {
			at: o.at,
			signal
		}),
		enabled: o.when ?? !0,
		refetchInterval: o.every,
		placeholderData: o.keep === !1 ? void 0 : keepPreviousData
	});
	return {
		data: q.data,
		error: q.error,
		loading: q.isFetching,
		refetch: () => void q.refetch()
	};
}
function useTable(params, o = {}) {
	let q = useGet("/query", params, o);
	return {
		table: (0, import_react.useMemo)(() => q.data ? new Table(q.data) : void 0, [q.data]),
		error: q.error,
		loading: q.loading,
		refetch: q.refetch
	};
}
function useChange(run, touched = []) {
	let c = useQueryClient();
	return useMutation({
		mutationFn: run,
		onSuccess: () => c.invalidateQueries({ predicate: (q) => touched.some((t) => typeof q.queryKey[0] == "string" && q.queryKey[0].startsWith(t)) })
	});
}
export { useMutation as a, QueryObserver as c, keepPreviousData as d, useTable as i, hasNextPage as l, useChange as n, useQuery as o, useGet as r, useBaseQuery as s, client as t, hasPreviousPage as u };
