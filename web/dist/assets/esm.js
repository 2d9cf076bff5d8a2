import { a as __toESM, n as require_react } from "./jsx-runtime.js";
import { t as require_react_dom } from "./react-dom.js";
// node_modules/@tanstack/virtual-core/dist/esm/lazy-measurements.js
var import_react = __toESM(require_react(), 1), import_react_dom = __toESM(require_react_dom(), 1);
function getMeasurementKey(item) {
	return typeof item == "object" ? item.key : item;
}
function createLazyMeasurementsView(cache, flat) {
	let count = cache.length;
	return new Proxy(cache, { get(target, prop, receiver) {
		if (typeof prop == "string") {
			let c = prop.charCodeAt(0);
			if (c >= 48 && c <= 57) {
				let i = +prop;
				if (Number.isInteger(i) && i >= 0 && i < count) {
					let v = target[i];
					if (typeof v != "object") {
						let s = flat[i * 2];
						v = target[i] = {
							index: i,
							key: v,
							start: s,
							size: flat[i * 2 + 1],
							end: s + flat[i * 2 + 1],
							lane: 0
						};
					}
					return v;
				}
			}
			if (prop === "length") return count;
		}
		return Reflect.get(target, prop, receiver);
	} });
}
// node_modules/@tanstack/virtual-core/dist/esm/utils.js
function memo(getDeps, fn, opts) {
	let deps = opts.initialDeps ?? [], result, isInitial = !0;
	function memoizedFunction() {
		let newDeps = getDeps();
		return (newDeps.length !== deps.length || newDeps.some((dep, index) => deps[index] !== dep)) && (deps = newDeps, result = fn(...newDeps), opts?.onChange && !(isInitial && opts.skipInitialOnChange) && opts.onChange(result), isInitial = !1), result;
	}
	return memoizedFunction.updateDeps = (newDeps) => {
		deps = newDeps;
	}, memoizedFunction;
}
function notUndefined(value, msg) {
	if (value === void 0) throw Error(`Unexpected undefined${msg ? `: ${msg}` : ""}`);
	return value;
}
var approxEqual = (a, b) => Math.abs(a - b) < 1.01, debounce = (targetWindow, fn, ms) => {
	let timeoutId;
	return Object.assign(function(...args) {
		targetWindow.clearTimeout(timeoutId), timeoutId = targetWindow.setTimeout(() => fn.apply(this, args), ms);
	}, { cancel: () => {
		targetWindow.clearTimeout(timeoutId);
	} });
};
// node_modules/@tanstack/virtual-core/dist/esm/scroll-classifier.js
function classifyScrollEvent({ offset, isScrolling, elementMax, holdOffset, scrollOffset, pendingWrite, clampedMaxAtWrite }) {
	return isScrolling && pendingWrite === null && offset === scrollOffset ? "spurious" : pendingWrite !== null && Math.abs(offset - pendingWrite.target) < 1.5 ? "readBack" : pendingWrite !== null && !pendingWrite.smooth && elementMax !== null && pendingWrite.target > elementMax + holdOffset + .5 && Math.abs(offset - (elementMax + holdOffset)) < 1.5 || pendingWrite !== null && !pendingWrite.smooth && pendingWrite.lowMaxes?.some((max) => Math.abs(offset - max) < 1.5) ? "clampedReadBack" : clampedMaxAtWrite !== null && Math.abs(offset - clampedMaxAtWrite) < 1.5 ? "clampedEcho" : "external";
}
var isAnimating = (phase) => phase === "smooth" || phase === "smoothFinishing";
function externalRetiresCommand({ kind, offset, command, target }) {
	return kind !== "spurious" && kind !== "readBack" && kind !== "clampedReadBack" && command?.index != null && command.phase !== "queued" && !isAnimating(command.phase) && !approxEqual(offset, command.lastTargetOffset) && !approxEqual(offset, target()) && kind !== "clampedEcho";
}
var FLING_WINDOW_MS = 40;
function flingSpedUp(samples) {
	let last = samples[samples.length - 1];
	if (last === void 0) return !1;
	let j = samples.length - 2;
	for (; j >= 0 && last.t - samples[j].t < FLING_WINDOW_MS;) j--;
	if (j < 0) return !1;
	let mid = samples[j], k = j - 1;
	for (; k >= 0 && mid.t - samples[k].t < FLING_WINDOW_MS;) k--;
	if (k < 0) return !1;
	let first = samples[k], recent = (last.offset - mid.offset) / (last.t - mid.t), before = (mid.offset - first.offset) / (mid.t - first.t);
	return recent * before >= 0 && Math.abs(recent) >= 2 * Math.abs(before) && Math.abs(recent) - Math.abs(before) >= .8;
}
function flingCaught(samples) {
	let last = samples[samples.length - 1];
	if (last === void 0) return !1;
	let j = samples.length - 2;
	for (; j >= 0 && last.t - samples[j].t < FLING_WINDOW_MS;) j--;
	if (j < 0) return !1;
	let from = samples[j];
	return Math.abs(last.offset - from.offset) / (last.t - from.t) >= .05;
}
// node_modules/@tanstack/virtual-core/dist/esm/ios-gesture.js
var _isIOSResult, isIOSWebKit = () => {
	if (_isIOSResult !== void 0) return _isIOSResult;
	if (typeof navigator > "u") return _isIOSResult = !1;
	if (/iP(hone|od|ad)/.test(navigator.userAgent)) return _isIOSResult = !0;
	let mtp = navigator.maxTouchPoints;
	return _isIOSResult = navigator.platform === "MacIntel" && mtp !== void 0 && mtp > 0;
}, _iosMomentumOverridesWritesResult, iosMomentumOverridesWrites = () => _iosMomentumOverridesWritesResult === void 0 ? _iosMomentumOverridesWritesResult = isIOSWebKit() && typeof CSS < "u" && typeof CSS.supports == "function" && CSS.supports("overflow-anchor: auto") : _iosMomentumOverridesWritesResult, momentumOverridesWrites = () => !isIOSWebKit() || iosMomentumOverridesWrites(), touchListenerOptions = {
	capture: !0,
	passive: !0
}, IosGesture = class {
	constructor(host) {
		this.host = host, this._touch = null, this.inMotion = () => this._touch !== null && this._touch.phase !== "lateFling", this.dragging = () => this._touch?.phase === "down" && this._touch.moved, this.tail = () => this._touch?.phase === "tail" ? this._touch.moved ? "fling" : "tap" : null, this.onScroll = ({ isScrolling, ownReadBack, moved, external }) => (isScrolling && this._touch?.phase === "tail" ? this._openTail(this._touch.moved || !ownReadBack, !1) : this._touch?.phase === "lateFling" && (this.host.now() > this._touch.until ? this._touch = null : external && isScrolling && moved && this._openTail(!0, !1)), !ownReadBack && isScrolling && moved && this._touch?.phase === "down" ? (this._touch.moved = !0, !0) : !1), this.touchStart = () => {
			this.end(), this._touch = {
				phase: "down",
				moved: !1
			};
		}, this.touchEnd = () => {
			let moved = this._touch?.phase === "down" && this._touch.moved;
			this.end(), this._openTail(moved, moved);
		}, this.end = () => {
			let win = this.host.getWindow();
			this._touch?.phase === "tail" && win != null && win.clearTimeout(this._touch.timerId), this._touch = null;
		}, this.listen = (target) => {
			let onTouchStart = () => this.touchStart(), onTouchEnd = () => this.touchEnd();
			return target.addEventListener("touchstart", onTouchStart, touchListenerOptions), target.addEventListener("touchend", onTouchEnd, touchListenerOptions), target.addEventListener("touchcancel", onTouchEnd, touchListenerOptions), () => {
				target.removeEventListener("touchstart", onTouchStart, touchListenerOptions), target.removeEventListener("touchend", onTouchEnd, touchListenerOptions), target.removeEventListener("touchcancel", onTouchEnd, touchListenerOptions), this.end();
			};
		}, this._openTail = (moved, awaitingFling) => {
			let win = this.host.getWindow();
			if (win == null) return;
			this.end();
			let tail = {
				phase: "tail",
				moved,
				awaitingFling,
				timerId: win.setTimeout(() => {
					this.host.tailStillMoving() ? this._openTail(tail.moved, tail.awaitingFling) : (this._touch = tail.awaitingFling ? {
						phase: "lateFling",
						until: this.host.now() + 1e3
					} : null, this.host.onTailClosed());
				}, 150)
			};
			this._touch = tail;
		};
	}
	get touch() {
		return this._touch;
	}
}, getRect = (element) => {
	let { clientWidth, clientHeight } = element;
	return {
		width: clientWidth,
		height: clientHeight
	};
}, createFrameQueue = (targetWindow) => {
	let ids = new Set();
	return {
		schedule: (fn) => {
			let id = targetWindow.requestAnimationFrame(() => {
				ids.delete(id), fn();
			});
			ids.add(id);
		},
		cancel: () => {
			ids.forEach((id) => targetWindow.cancelAnimationFrame(id)), ids.clear();
		}
	};
}, defaultKeyExtractor = (index) => index, defaultRangeExtractor = (range) => {
	let overscan = range.overscan * Math.max(range.lanes ?? 1, 1), start = Math.max(range.startIndex - overscan, 0), len = Math.min(range.endIndex + overscan, range.count - 1) - start + 1, arr = Array(len);
	for (let i = 0; i < len; i++) arr[i] = start + i;
	return arr;
}, observeElementRect = (instance, cb) => {
	let element = instance.scrollElement;
	if (!element) return;
	let targetWindow = instance.targetWindow;
	if (!targetWindow) return;
	let handler = (rect) => {
		let { width, height } = rect;
		cb({
			width: Math.round(width),
			height: Math.round(height)
		});
	};
	if (handler(getRect(element)), !targetWindow.ResizeObserver) return () => {};
	let frames = createFrameQueue(targetWindow), observer = new targetWindow.ResizeObserver(() => {
		let run = () => {
			handler(getRect(element));
		};
		instance.options.useAnimationFrameWithResizeObserver ? frames.schedule(run) : run();
	});
	return observer.observe(element, { box: "content-box" }), () => {
		observer.unobserve(element), frames.cancel();
	};
}, addEventListenerOptions = { passive: !0 }, supportsScrollend = typeof window > "u" || "onscrollend" in window, observeOffset = (instance, cb, readOffset) => {
	let element = instance.scrollElement;
	if (!element) return;
	let targetWindow = instance.targetWindow;
	if (!targetWindow) return;
	let registerScrollendEvent = instance.options.useScrollendEvent && supportsScrollend, offset = 0, fallback = registerScrollendEvent ? null : debounce(targetWindow, () => cb(readOffset(element), !1), instance.options.isScrollingResetDelay), createHandler = (isScrolling) => () => {
		offset = readOffset(element), fallback?.(), cb(offset, isScrolling);
	}, handler = createHandler(!0), endHandler = createHandler(!1);
	return element.addEventListener("scroll", handler, addEventListenerOptions), registerScrollendEvent && element.addEventListener("scrollend", endHandler, addEventListenerOptions), () => {
		element.removeEventListener("scroll", handler), registerScrollendEvent && element.removeEventListener("scrollend", endHandler), fallback?.cancel();
	};
}, observeElementOffset = (instance, cb) => observeOffset(instance, cb, (el) => {
	let { horizontal, isRtl } = instance.options;
	return horizontal ? el.scrollLeft * (isRtl && -1 || 1) : el.scrollTop;
}), measureElement = (element, entry, instance) => {
	if (instance.options.useCachedMeasurements) {
		let index = instance.indexFromElement(element), key = instance.options.getItemKey(index);
		return instance.itemSizeCache.get(key) ?? instance.options.estimateSize(index);
	}
	if (entry?.borderBoxSize) {
		let box = entry.borderBoxSize[0];
		if (box) return Math.round(box[instance.options.horizontal ? "inlineSize" : "blockSize"]);
	}
	if (!entry) {
		let index = instance.indexFromElement(element), key = instance.options.getItemKey(index), cachedSize = instance.itemSizeCache.get(key);
		if (cachedSize !== void 0) return cachedSize;
	}
	return element[instance.options.horizontal ? "offsetWidth" : "offsetHeight"];
}, elementScroll = (offset, { adjustments = 0, behavior }, instance) => {
	var _a;
	let { scrollElement, options } = instance, adjustedOffset = offset + adjustments, isRtlElement = options.horizontal && options.isRtl && scrollElement !== null && "ownerDocument" in scrollElement;
	(_a = scrollElement?.scrollTo) == null || _a.call(scrollElement, {
		[options.horizontal ? "left" : "top"]: isRtlElement ? -adjustedOffset : adjustedOffset,
		behavior
	});
}, initialScrollPhase = (behavior, atTarget) => behavior === "smooth" ? atTarget ? "smoothLanded" : "smooth" : "instant", isSmoothScroll = (state) => state?.phase === "smooth" || state?.phase === "smoothLanded";
function isAppendWithTrim(prevCount, nextCount, getPreviousKey, getNextKey) {
	if (nextCount === 0) return !1;
	let firstKey = getNextKey(0), removedKeys = new Set(), removedCount = 0;
	for (; removedCount < prevCount;) {
		let key = getPreviousKey(removedCount);
		if (key === firstKey) break;
		removedKeys.add(key), removedCount++;
	}
	let retainedCount = prevCount - removedCount;
	if (retainedCount === 0 || retainedCount >= nextCount) return !1;
	for (let i = 0; i < retainedCount; i++) if (getNextKey(i) !== getPreviousKey(removedCount + i)) return !1;
	for (let i = retainedCount; i < nextCount; i++) if (removedKeys.has(getNextKey(i))) return !1;
	return !0;
}
var Virtualizer = class {
	constructor(opts) {
		this.unsubs = [], this.scrollElement = null, this.targetWindow = null, this.isScrolling = !1, this.scrollState = null, this.measurementsCache = [], this._singleLaneMeasurements = null, this.itemSizeCache = new Map(), this.itemSizeCacheVersion = 0, this.laneAssignments = new Map(), this.pendingMin = null, this.prevLanes = void 0, this.lanesChangedFlag = !1, this.lanesSettling = !1, this.pendingScrollAnchor = null, this.scrollRect = null, this.scrollOffset = null, this.scrollDirection = null, this._holdOffset = 0, this._reportedOverscroll = !1, this._iosGesture = new IosGesture({
			getWindow: () => this.targetWindow,
			now: () => this.now(),
			tailStillMoving: () => {
				let state = this.scrollState;
				if (state?.phase !== "queued" || this.pendingWrite !== null) return !1;
				let now = this._readElementOffset();
				return now === null || this._lastElementOffset === null || Math.abs(now - this._lastElementOffset) < 1 ? !1 : (this._lastElementOffset = now, state.samples = [...state.samples ?? [], {
					t: this.now(),
					offset: now
				}], !0);
			},
			onTailClosed: () => {
				let state = this.scrollState;
				state?.phase === "queued" && flingCaught(state.samples ?? []) && (this.scrollState = null), this._flushHoldIfReady(!0), this._writeAwaitingCommand(), this._retryClampedAdjustment();
			}
		}), this._lastElementOffset = null, this.pendingWrite = null, this._clampedAdjustment = null, this.elementsCache = new Map(), this._resizeBatch = null, this.now = () => {
			var _b;
			return ((_b = this.targetWindow?.performance)?.now)?.call(_b) ?? Date.now();
		}, this.observer = (() => {
			let _ro = null, _frames = null, delivering = !1, observeQueued = !1, pendingObservations = new Set(), get = () => {
				if (_ro) return _ro;
				let targetWindow = this.targetWindow;
				if (!targetWindow || !targetWindow.ResizeObserver) return null;
				let frames = _frames = createFrameQueue(targetWindow);
				return _ro = new targetWindow.ResizeObserver((entries) => {
					let run = () => {
						let batch = { sync: !1 };
						this._resizeBatch = batch;
						try {
							entries.forEach(measureEntry);
						} finally {
							this._resizeBatch = null, batch.notify && (this.notify(batch.sync), this._noteClampMax(), this._flushHoldIfReady(!0), this._retryClampedAdjustment(), this.measureElement(null));
						}
					};
					if (this.options.useAnimationFrameWithResizeObserver) frames.schedule(run);
					else {
						delivering = !0;
						try {
							run();
						} finally {
							delivering = !1;
						}
					}
				});
			}, measureEntry = (entry) => {
				let node = entry.target, index = this.indexFromElement(node);
				if (node.isConnected) this.isIndexInRange(index) && this.shouldMeasureDuringScroll(index) && this.resizeItem(index, this.options.measureElement(node, entry, this));
				else {
					this.observer.unobserve(node);
					for (let [cacheKey, cachedNode] of this.elementsCache) if (cachedNode === node) {
						this.elementsCache.delete(cacheKey);
						break;
					}
				}
			};
			return {
				disconnect: () => {
					var _a;
					(_a = get()) == null || _a.disconnect(), _frames?.cancel(), pendingObservations.clear(), observeQueued = !1, _ro = null, _frames = null;
				},
				observe: (target) => {
					let observer = get();
					observer && (delivering ? (pendingObservations.add(target), observeQueued || (observeQueued = !0, _frames?.schedule(() => {
						observeQueued = !1, pendingObservations.forEach((node) => {
							node.isConnected && _ro?.observe(node, { box: "border-box" });
						}), pendingObservations.clear();
					}))) : observer.observe(target, { box: "border-box" }));
				},
				unobserve: (target) => {
					var _a;
					pendingObservations.delete(target), (_a = get()) == null || _a.unobserve(target);
				}
			};
		})(), this.range = null, this.setOptions = (opts2) => {
			let merged = {
				debug: !1,
				initialOffset: 0,
				overscan: 1,
				paddingStart: 0,
				paddingEnd: 0,
				scrollPaddingStart: 0,
				scrollPaddingEnd: 0,
				horizontal: !1,
				getItemKey: defaultKeyExtractor,
				rangeExtractor: defaultRangeExtractor,
				onChange: () => {},
				measureElement,
				initialRect: {
					width: 0,
					height: 0
				},
				scrollMargin: 0,
				gap: 0,
				indexAttribute: "data-index",
				initialMeasurementsCache: [],
				lanes: 1,
				anchorTo: "start",
				followOnAppend: !1,
				scrollEndThreshold: 1,
				isScrollingResetDelay: 150,
				enabled: !0,
				isRtl: !1,
				useScrollendEvent: !1,
				useAnimationFrameWithResizeObserver: !1,
				laneAssignmentMode: "estimate",
				useCachedMeasurements: !1
			};
			for (let key in opts2) {
				let v = opts2[key];
				v !== void 0 && (merged[key] = v);
			}
			let prevOptions = this.options, anchor = null, followOnAppend = null, edgeKeysChanged = !1;
			if (prevOptions !== void 0 && prevOptions.enabled && merged.enabled && merged.anchorTo === "end" && this.scrollElement !== null) {
				let prevCount = prevOptions.count, nextCount = merged.count, measurements = this.getMeasurements(), previousItems = this._singleLaneMeasurements?.items ?? measurements, getPreviousKey = (index) => getMeasurementKey(previousItems[index]), prevFirstKey = prevCount > 0 ? getPreviousKey(0) : null, prevLastKey = prevCount > 0 ? getPreviousKey(prevCount - 1) : null;
				if (nextCount !== prevCount || prevCount > 0 && nextCount > 0 && (merged.getItemKey(0) !== prevFirstKey || merged.getItemKey(nextCount - 1) !== prevLastKey)) {
					edgeKeysChanged = !0;
					let item = prevCount > 0 ? this.getVirtualItemForOffset(this.getScrollOffset()) ?? measurements[0] : null;
					item && (anchor = [item.key, this.getScrollOffset() - item.start]);
					let behavior = merged.followOnAppend === !0 ? "auto" : merged.followOnAppend || null;
					behavior && nextCount > 0 && this.isAtEnd(prevOptions.scrollEndThreshold) && (prevCount === 0 || merged.getItemKey(nextCount - 1) !== prevLastKey) && (nextCount > prevCount || isAppendWithTrim(prevCount, nextCount, getPreviousKey, merged.getItemKey)) && (followOnAppend = behavior);
				}
			}
			this.options = merged, edgeKeysChanged && (this.pendingMin = 0, this.itemSizeCacheVersion++);
			let anchorDelta = null;
			if (anchor && this.scrollOffset !== null && !this._awaitingCommandReadBack()) {
				let [anchorKey, anchorOffset] = anchor, newMeasurements = this.getMeasurements(), { count, getItemKey } = this.options, idx = 0;
				for (; idx < count && getItemKey(idx) !== anchorKey;) idx++;
				if (idx < count) {
					let anchorItem = newMeasurements[idx];
					if (anchorItem) {
						let newOffset = Math.max(0, anchorItem.start + anchorOffset);
						!followOnAppend && newOffset !== this.scrollOffset && (anchorDelta = newOffset - this.scrollOffset, this.scrollOffset = newOffset);
					}
				}
			}
			followOnAppend ? this.pendingScrollAnchor = {
				kind: "follow",
				behavior: followOnAppend
			} : anchorDelta !== null && (this._canWriteScroll() ? this.pendingScrollAnchor = {
				kind: "anchor",
				delta: anchorDelta
			} : (this._holdOffset += anchorDelta, this._followOffsetTarget(anchorDelta)));
		}, this.notify = (sync) => {
			var _a, _b;
			(_b = (_a = this.options).onChange) == null || _b.call(_a, this, sync);
		}, this.maybeNotify = memo(() => (this.calculateRange(), [
			this.isScrolling,
			this.range ? this.range.startIndex : null,
			this.range ? this.range.endIndex : null
		]), (isScrolling) => {
			this.notify(isScrolling);
		}, {
			key: !1,
			debug: () => this.options.debug,
			initialDeps: [
				this.isScrolling,
				this.range ? this.range.startIndex : null,
				this.range ? this.range.endIndex : null
			]
		}), this.cleanup = () => {
			var _a;
			this.unsubs.filter(Boolean).forEach((d) => d()), this.unsubs = [], this.observer.disconnect(), this.rafId != null && this.targetWindow && (this.targetWindow.cancelAnimationFrame(this.rafId), this.rafId = null), this.scrollState = null, (_a = this._momentumStop) == null || _a.restore(), this._momentumStop = null, this.isScrolling = !1, this.scrollDirection = null, this._holdOffset = 0, this._reportedOverscroll = !1, this._clampedAdjustment = null, this.pendingWrite = null, this.scrollElement = null, this.targetWindow = null;
		}, this._didMount = () => () => {
			this.cleanup();
		}, this._willUpdate = () => {
			let scrollElement = this.options.enabled ? this.options.getScrollElement() : null;
			if (this.scrollElement !== scrollElement) {
				if (this.cleanup(), !scrollElement) {
					this.maybeNotify();
					return;
				}
				this.scrollElement = scrollElement, this.targetWindow = this.scrollElement && "ownerDocument" in this.scrollElement ? this.scrollElement.ownerDocument.defaultView : this.scrollElement?.window ?? null, this.elementsCache.forEach((cached) => {
					this.observer.observe(cached);
				}), this.unsubs.push(this.options.observeElementRect(this, (rect) => {
					this.scrollRect = rect, this.maybeNotify();
				})), this.unsubs.push(this.options.observeElementOffset(this, (offset, isScrolling) => {
					let elementMax = isScrolling ? this._elementMaxScrollOffset() : null, wasOverscrolled = this._reportedOverscroll;
					this._reportedOverscroll = offset < 0 || elementMax !== null && offset > elementMax + 1;
					let elementOffset = offset;
					this._lastElementOffset = elementOffset, offset = this._toLayoutOffset(offset);
					let kind = this._classifyScrollEvent(offset, isScrolling, elementMax);
					if (kind === "spurious") return;
					kind === "readBack" ? offset = this.pendingWrite.target : kind === "clampedReadBack" && this.scrollState?.index != null && offset < this.getMaxScrollOffset() - 1.5 ? this.scrollState.lastTargetOffset = offset : externalRetiresCommand({
						kind,
						offset,
						command: this.scrollState,
						target: () => this.getScrollStateTarget(this.scrollState)
					}) && (this.scrollState = null), this.pendingWrite = null, this._clampedAdjustment !== null && Math.abs(offset - this._clampedAdjustment.maxAtWrite) >= 1.5 && (this._clampedAdjustment = null);
					let prevOffset = this.getScrollOffset(), prevDirection = this.scrollDirection;
					this.scrollDirection = isScrolling ? prevOffset === offset ? this.scrollDirection : prevOffset < offset ? "forward" : "backward" : null, this.scrollOffset = offset, this.isScrolling = isScrolling;
					let queued = this.scrollState;
					if (queued?.phase === "queued" && kind === "external" && isScrolling) {
						if (wasOverscrolled || this._reportedOverscroll) queued.samples = [];
						else {
							let t = this.now();
							queued.samples = [...(queued.samples ?? []).filter((sample) => t - sample.t <= 200), {
								t,
								offset: elementOffset
							}], (prevDirection !== null && this.scrollDirection !== prevDirection || flingSpedUp(queued.samples)) && (this.scrollState = null);
						}
					}
					this._iosGesture.onScroll({
						isScrolling,
						ownReadBack: kind === "readBack",
						moved: offset !== prevOffset,
						external: kind === "external" && this.scrollState?.phase !== "smooth" && this.scrollState?.phase !== "smoothFinishing"
					}) && this.scrollState?.phase === "queued" && (this.scrollState = null), this._flushHoldIfReady(!0), this.scrollState && this.scheduleScrollReconcile(), this.maybeNotify();
				})), "addEventListener" in this.scrollElement && this.unsubs.push(this._iosGesture.listen(this.scrollElement)), this._scrollToOffset(this.getScrollOffset());
			}
			this._noteClampMax();
			let anchor = this.pendingScrollAnchor;
			this.pendingScrollAnchor = null, anchor && this.scrollElement && this.options.enabled && (anchor.kind === "anchor" ? this._canWriteScroll() ? isSmoothScroll(this.scrollState) && !approxEqual(this.getScrollOffset() - anchor.delta, this.scrollState.lastTargetOffset) || (this._followOffsetTarget(anchor.delta), this._scrollToOffset(this.getScrollOffset())) : (this._holdOffset += anchor.delta, this._followOffsetTarget(anchor.delta), this.notify(!1)) : this.scrollToEnd({ behavior: anchor.behavior })), this._flushHoldIfReady(!1), this._retryClampedAdjustment();
		}, this._classifyScrollEvent = (offset, isScrolling, elementMax) => classifyScrollEvent({
			offset,
			isScrolling,
			elementMax,
			holdOffset: this._holdOffset,
			scrollOffset: this.scrollOffset,
			pendingWrite: this.pendingWrite,
			clampedMaxAtWrite: this._clampedAdjustment?.maxAtWrite ?? null
		}), this._retryClampedAdjustment = () => {
			if (this._clampedAdjustment === null || !this.scrollElement || !this.options.enabled || !this._canWriteScroll()) return;
			let { target, maxAtWrite } = this._clampedAdjustment, max = this.getMaxScrollOffset();
			max > maxAtWrite + .5 && (this._clampedAdjustment = target > max + .5 ? {
				target,
				maxAtWrite: max
			} : null, this._scrollToOffset(target));
		}, this._writeAwaitingCommand = () => {
			let state = this.scrollState;
			if (state === null || state.phase !== "queued") return;
			let { behavior } = state;
			this.getMeasurements();
			let offset = this.getScrollStateTarget(state);
			state.lastTargetOffset = offset, this._clampedAdjustment = null, state.phase = initialScrollPhase(behavior, state.index != null && approxEqual(offset, this.getScrollOffset())), this._scrollToOffset(offset, { behavior }), this.scheduleScrollReconcile();
		}, this._readElementOffset = () => {
			let el = this.scrollElement;
			if (el == null) return null;
			let { horizontal, isRtl } = this.options;
			return typeof el.scrollTop == "number" ? horizontal ? el.scrollLeft * (isRtl && -1 || 1) : el.scrollTop : typeof el.scrollY == "number" ? horizontal ? el.scrollX : el.scrollY : null;
		}, this._canWriteScroll = () => !(isIOSWebKit() && this._iosGesture.inMotion()) && !this._reportedOverscroll, this._flushHoldIfReady = (sync) => {
			if (this._holdOffset === 0 || !this.scrollElement || !this.options.enabled || !this._canWriteScroll() || this.scrollState?.phase === "smooth") return;
			this._holdOffset = 0, this.scrollOffset !== null && this.scrollOffset < 0 && (this.scrollOffset = 0), this.notify(sync);
			let target = this.getCommandWrittenOffset() ?? this.getScrollOffset();
			this._clampedAdjustment = this._clampedBy(target), this._scrollToOffset(target);
		}, this.rafId = null, this.getSize = () => this.options.enabled ? (this.scrollRect = this.scrollRect ?? this.options.initialRect, this.scrollRect[this.options.horizontal ? "width" : "height"]) : (this.scrollRect = null, 0), this.getScrollOffset = () => this.options.enabled ? (this.scrollOffset = this.scrollOffset ?? (typeof this.options.initialOffset == "function" ? this.options.initialOffset() : this.options.initialOffset), this.scrollOffset) : (this.scrollOffset = null, 0), this.getMeasurementOptions = memo(() => [
			this.options.count,
			this.options.paddingStart,
			this.options.scrollMargin,
			this.options.getItemKey,
			this.options.enabled,
			this.options.lanes,
			this.options.laneAssignmentMode,
			this.options.gap
		], (count, paddingStart, scrollMargin, getItemKey, enabled, lanes, laneAssignmentMode, gap) => (this.prevLanes !== void 0 && this.prevLanes !== lanes && (this.lanesChangedFlag = !0), this.prevLanes = lanes, this.pendingMin = null, {
			count,
			paddingStart,
			scrollMargin,
			getItemKey,
			enabled,
			lanes,
			laneAssignmentMode,
			gap
		}), { key: !1 }), this.isIndexInRange = (index) => index >= 0 && index < this.options.count, this.getMeasurements = memo(() => [this.getMeasurementOptions(), this.itemSizeCacheVersion], ({ count, paddingStart, scrollMargin, getItemKey, enabled, lanes, laneAssignmentMode, gap }, _itemSizeCacheVersion) => {
			let itemSizeCache = this.itemSizeCache;
			if (!enabled) return this.measurementsCache = [], this._singleLaneMeasurements = null, this.itemSizeCache.clear(), this.laneAssignments.clear(), [];
			if (this.laneAssignments.size > count) for (let index of this.laneAssignments.keys()) index >= count && this.laneAssignments.delete(index);
			this.lanesChangedFlag && (this.lanesChangedFlag = !1, this.lanesSettling = !0, this.measurementsCache = [], this._singleLaneMeasurements = null, this.itemSizeCache.clear(), this.laneAssignments.clear(), this.pendingMin = null), this.measurementsCache.length === 0 && !this.lanesSettling && (this.measurementsCache = this.options.initialMeasurementsCache, this.measurementsCache.forEach((item) => {
				this.itemSizeCache.set(item.key, item.size);
			}));
			let min = this.lanesSettling ? 0 : this.pendingMin ?? 0;
			if (this.pendingMin = null, this.lanesSettling && this.measurementsCache.length === count && (this.lanesSettling = !1), lanes === 1) {
				let need = count * 2, flat = this._singleLaneMeasurements?.flat;
				if (!flat || flat.length < need) {
					let next = new Float64Array(need);
					flat && min > 0 && next.set(flat.subarray(0, min * 2)), flat = next;
				}
				let items = min === 0 ? Array(count) : this._singleLaneMeasurements.items.slice(), runningStart;
				if (min === 0) runningStart = paddingStart + scrollMargin;
				else {
					let prevIdx = min - 1;
					runningStart = flat[prevIdx * 2] + flat[prevIdx * 2 + 1] + gap;
				}
				for (let i = min; i < count; i++) {
					let key = getItemKey(i);
					items[i] = key;
					let measuredSize = itemSizeCache.get(key), size = typeof measuredSize == "number" ? measuredSize : this.options.estimateSize(i);
					flat[i * 2] = runningStart, flat[i * 2 + 1] = size, runningStart += size + gap;
				}
				this._singleLaneMeasurements = {
					flat,
					items
				};
				let view = createLazyMeasurementsView(items, flat);
				return this.measurementsCache = view, view;
			}
			let measurements = this.measurementsCache.slice(0, min), laneLastIndex = Array(lanes).fill(void 0), laneEnds = new Float64Array(lanes), filledLanes = 0;
			for (let m = 0; m < min; m++) {
				let item = measurements[m];
				item && (laneLastIndex[item.lane] === void 0 && filledLanes++, laneLastIndex[item.lane] = m, laneEnds[item.lane] = item.end);
			}
			for (let i = min; i < count; i++) {
				let key = getItemKey(i), cachedLane = this.laneAssignments.get(i), lane, start, shouldCacheLane = laneAssignmentMode === "estimate" || itemSizeCache.has(key);
				if (cachedLane !== void 0 && this.options.lanes > 1) {
					lane = cachedLane;
					let prevIndex = laneLastIndex[lane], prevInLane = prevIndex === void 0 ? void 0 : measurements[prevIndex];
					start = prevInLane ? prevInLane.end + gap : paddingStart + scrollMargin;
				} else if (filledLanes === lanes) {
					let bestLane = 0, bestEnd = laneEnds[0], bestIdx = laneLastIndex[0];
					for (let l = 1; l < lanes; l++) {
						let e = laneEnds[l];
						(e < bestEnd || e === bestEnd && laneLastIndex[l] < bestIdx) && (bestLane = l, bestEnd = e, bestIdx = laneLastIndex[l]);
					}
					lane = bestLane, start = bestEnd + gap, shouldCacheLane && this.laneAssignments.set(i, lane);
				} else lane = i % this.options.lanes, start = paddingStart + scrollMargin, shouldCacheLane && this.laneAssignments.set(i, lane);
				let measuredSize = itemSizeCache.get(key), size = typeof measuredSize == "number" ? measuredSize : this.options.estimateSize(i), end = start + size;
				measurements[i] = {
					index: i,
					start,
					size,
					end,
					key,
					lane
				}, laneLastIndex[lane] === void 0 && filledLanes++, laneLastIndex[lane] = i, laneEnds[lane] = end;
			}
			return this.measurementsCache = measurements, measurements;
		}, {
			key: !1,
			debug: () => this.options.debug
		}), this.calculateRange = memo(() => [
			this.getMeasurements(),
			this.getSize(),
			this.getScrollOffset(),
			this.options.lanes,
			this._getLayoutTotalSize() + this.options.scrollMargin
		], (measurements, outerSize, scrollOffset, lanes, listEnd) => {
			if (measurements.length === 0 || outerSize === 0) return this.range = null, null;
			let maxScrollOffset = Math.max(listEnd - outerSize, 0);
			return this.range = calculateRangeImpl(measurements, outerSize, Math.min(scrollOffset, maxScrollOffset), lanes, lanes === 1 && this._singleLaneMeasurements !== null ? this._singleLaneMeasurements.flat : null), this.range;
		}, {
			key: !1,
			debug: () => this.options.debug
		}), this.getVirtualIndexes = memo(() => {
			let startIndex = null, endIndex = null, range = this.calculateRange();
			return range && (startIndex = range.startIndex, endIndex = range.endIndex), this.maybeNotify.updateDeps([
				this.isScrolling,
				startIndex,
				endIndex
			]), [
				this.options.rangeExtractor,
				this.options.overscan,
				this.options.count,
				startIndex,
				endIndex,
				this.options.lanes
			];
		}, (rangeExtractor, overscan, count, startIndex, endIndex, lanes) => startIndex === null || endIndex === null ? [] : rangeExtractor({
			startIndex,
			endIndex,
			overscan,
			count,
			lanes
		}), {
			key: !1,
			debug: () => this.options.debug
		}), this.indexFromElement = (node) => {
			let attributeName = this.options.indexAttribute, indexStr = node.getAttribute(attributeName);
			return indexStr ? parseInt(indexStr, 10) : (console.warn(`Missing attribute name '${attributeName}={index}' on measured element.`), -1);
		}, this.shouldMeasureDuringScroll = (index) => {
			if (!isSmoothScroll(this.scrollState)) return !0;
			let scrollIndex = this.scrollState.index ?? this.getVirtualItemForOffset(this.scrollState.lastTargetOffset)?.index;
			if (scrollIndex !== void 0 && this.range) {
				let bufferSize = Math.max(this.options.overscan, Math.ceil((this.range.endIndex - this.range.startIndex) / 2)), minIndex = Math.max(0, scrollIndex - bufferSize), maxIndex = Math.min(this.options.count - 1, scrollIndex + bufferSize);
				return index >= minIndex && index <= maxIndex;
			}
			return !0;
		}, this.measureElement = (node) => {
			if (!node) {
				this.elementsCache.forEach((cached, key2) => {
					cached.isConnected || (this.observer.unobserve(cached), this.elementsCache.delete(key2));
				});
				return;
			}
			let index = this.indexFromElement(node);
			if (!this.isIndexInRange(index)) return;
			let key = this.options.getItemKey(index), prevNode = this.elementsCache.get(key);
			prevNode !== node && (prevNode && this.observer.unobserve(prevNode), this.observer.observe(node), this.elementsCache.set(key, node)), node.isConnected && (!this.isScrolling || this.scrollState) && this.shouldMeasureDuringScroll(index) && this.resizeItem(index, this.options.measureElement(node, void 0, this));
		}, this.resizeItem = (index, size) => {
			var _c;
			if (!this.isIndexInRange(index)) return;
			this._resizeBatch?.sync && this.getMeasurements();
			let cachedSize, itemStart, key, flat = this._singleLaneMeasurements?.flat;
			if (this.options.lanes === 1 && flat != null) key = this.options.getItemKey(index), itemStart = flat[index * 2], cachedSize = flat[index * 2 + 1];
			else {
				let item = this.measurementsCache[index];
				if (!item) return;
				key = item.key, itemStart = item.start, cachedSize = item.size;
			}
			let itemSize = this.itemSizeCache.get(key) ?? cachedSize, delta = size - itemSize;
			if (delta !== 0) {
				let wasAtEnd = this.options.anchorTo === "end" && !isSmoothScroll(this.scrollState) && this.getVirtualDistanceFromEnd() <= this.options.scrollEndThreshold, prevTotalSize = wasAtEnd ? this._getLayoutTotalSize() : 0, scrollOffset = this.getScrollOffset(), defaultShouldAdjust = this.itemSizeCache.has(key) ? itemStart + itemSize <= scrollOffset && this.scrollDirection !== "backward" : itemStart < scrollOffset, shouldAdjustScroll = !isSmoothScroll(this.scrollState) && (this.shouldAdjustScrollPositionOnItemSizeChange === void 0 ? defaultShouldAdjust : this.shouldAdjustScrollPositionOnItemSizeChange(this.measurementsCache[index] ?? {
					index,
					key,
					start: itemStart,
					size: cachedSize,
					end: itemStart + cachedSize,
					lane: 0
				}, delta, this));
				(this.pendingMin === null || index < this.pendingMin) && (this.pendingMin = index), this.itemSizeCache.set(key, size), this.itemSizeCacheVersion++;
				let adjustedSync = !1;
				if (this._awaitingCommandReadBack() || (wasAtEnd ? adjustedSync = this.applyScrollAdjustment(this._getLayoutTotalSize() - prevTotalSize) : shouldAdjustScroll && (adjustedSync = this.applyScrollAdjustment(delta))), this._resizeBatch) {
					this._resizeBatch.notify = !0, (_c = this._resizeBatch).sync || (_c.sync = adjustedSync);
					return;
				}
				this.notify(adjustedSync), this._noteClampMax(), this._flushHoldIfReady(!0), this._retryClampedAdjustment();
			}
		}, this.getVirtualItems = memo(() => [
			this.getVirtualIndexes(),
			this.getMeasurements(),
			this._holdOffset
		], (indexes, measurements, hold) => {
			let virtualItems = [];
			for (let k = 0, len = indexes.length; k < len; k++) {
				let measurement = measurements[indexes[k]];
				virtualItems.push(hold === 0 ? measurement : {
					...measurement,
					start: measurement.start - hold,
					end: measurement.end - hold
				});
			}
			return virtualItems;
		}, {
			key: !1,
			debug: () => this.options.debug
		}), this.getVirtualItemForOffset = (offset) => {
			let measurements = this.getMeasurements();
			if (measurements.length === 0) return;
			let flat = this._singleLaneMeasurements?.flat, useFlat = this.options.lanes === 1 && flat != null;
			return notUndefined(measurements[findNearestBinarySearch(0, measurements.length - 1, useFlat ? (i) => flat[i * 2] : (i) => notUndefined(measurements[i]).start, offset)]);
		}, this._noteClampMax = () => {
			if (!this._awaitingCommandReadBack()) return;
			let elementMax = this._elementMaxScrollOffset();
			if (elementMax === null) return;
			let write = this.pendingWrite, max = Math.max(elementMax, 0) + this._holdOffset;
			if (max >= write.target) return;
			let lowMaxes = write.lowMaxes ??= [];
			lowMaxes[lowMaxes.length - 1] !== max && lowMaxes.push(max);
		}, this.getMaxScrollOffset = () => (this._elementMaxScrollOffset() ?? 0) + this._holdOffset, this._toLayoutOffset = (elementOffset) => {
			let offset = elementOffset + this._holdOffset;
			return this.pendingScrollAnchor?.kind === "anchor" && (offset += this.pendingScrollAnchor.delta), offset;
		}, this._elementMaxScrollOffset = () => {
			let el = this.scrollElement;
			if (el === null) return null;
			if ("scrollHeight" in el) return this.options.horizontal ? el.scrollWidth - el.clientWidth : el.scrollHeight - el.clientHeight;
			if ("document" in el) {
				let doc = el.document.documentElement;
				return this.options.horizontal ? doc.scrollWidth - el.innerWidth : doc.scrollHeight - el.innerHeight;
			}
			return null;
		}, this._momentumStop = null, this._stopMomentum = (done) => {
			let el = this.scrollElement, win = this.targetWindow;
			if (el === null || win === null) return;
			let scroller = "document" in el ? el.document.scrollingElement : el;
			if (!scroller?.style) return;
			if (this._momentumStop) {
				this._momentumStop.done = done;
				return;
			}
			let { style } = scroller, property = this.options.horizontal ? "overflow-x" : "overflow-y", value = style.getPropertyValue(property), priority = style.getPropertyPriority(property), crossSize = () => this.options.horizontal ? scroller.clientHeight : scroller.clientWidth, crossSizeBefore = crossSize();
			if (style.setProperty(property, "hidden", "important"), crossSize() !== crossSizeBefore) {
				style.setProperty(property, value, priority);
				return;
			}
			let stop = {
				restore: () => style.getPropertyValue(property) !== "hidden" || style.getPropertyPriority(property) !== "important" ? !1 : (style.setProperty(property, value, priority), !0),
				done
			};
			this._momentumStop = stop, win.requestAnimationFrame(() => win.requestAnimationFrame(() => {
				this._momentumStop === stop && (this._momentumStop = null, stop.restore() && stop.done());
			}));
		}, this._clampedBy = (target) => {
			let elementMax = this._elementMaxScrollOffset();
			if (elementMax === null) return null;
			let maxAtWrite = elementMax + this._holdOffset;
			return target > maxAtWrite + .5 ? {
				target,
				maxAtWrite
			} : null;
		}, this.getVirtualDistanceFromEnd = () => Math.max(this._getLayoutTotalSize() + this.options.scrollMargin - this.getSize() - this.getScrollOffset(), 0), this.getDistanceFromEnd = () => Math.max(this.getMaxScrollOffset() - this.getScrollOffset(), 0), this.isAtEnd = (threshold = this.options.scrollEndThreshold) => this.getDistanceFromEnd() <= threshold, this.getOffsetForAlignment = (toOffset, align, itemSize = 0) => {
			if (!this.scrollElement) return 0;
			let size = this.getSize(), scrollOffset = this.getScrollOffset();
			align === "auto" && (align = toOffset >= scrollOffset + size ? "end" : "start"), align === "center" ? toOffset += (itemSize - size) / 2 : align === "end" && (toOffset -= size);
			let maxOffset = this.getMaxScrollOffset();
			return Math.max(Math.min(maxOffset, toOffset), 0);
		}, this.getOffsetForIndex = (index, align = "auto") => {
			index = Math.max(0, Math.min(index, this.options.count - 1));
			let size = this.getSize(), scrollOffset = this.getScrollOffset(), item = this.getMeasurements()[index];
			if (!item) return;
			if (align === "auto") {
				if (item.end >= scrollOffset + size - this.options.scrollPaddingEnd) align = "end";
				else if (item.start <= scrollOffset + this.options.scrollPaddingStart) align = "start";
				else return [scrollOffset, align];
			}
			if (align === "end" && index === this.options.count - 1) {
				let maxOffset = this.getMaxScrollOffset(), toOffset2 = maxOffset - this.options.paddingEnd + this.options.scrollPaddingEnd;
				return [Math.max(Math.min(toOffset2, maxOffset), 0), align];
			}
			let toOffset = align === "end" ? item.end + this.options.scrollPaddingEnd : item.start - this.options.scrollPaddingStart;
			return [this.getOffsetForAlignment(toOffset, align, item.size), align];
		}, this.scrollToOffset = (toOffset, { align = "start", behavior = "auto" } = {}) => {
			this._startScroll({
				index: null,
				align
			}, this.getOffsetForAlignment(toOffset, align), behavior, "absolute");
		}, this.scrollToIndex = (index, { align: initialAlign = "auto", behavior = "auto" } = {}) => {
			index = Math.max(0, Math.min(index, this.options.count - 1));
			let offsetInfo = this.getOffsetForIndex(index, initialAlign);
			if (!offsetInfo) return;
			let [offset, align] = offsetInfo;
			this._startScroll({
				index,
				align
			}, offset, behavior, "absolute");
		}, this.scrollBy = (delta, { behavior = "auto" } = {}) => {
			let offset = this.getOffsetForAlignment((this.getCommandWrittenOffset() ?? this.getScrollOffset()) + delta, "start");
			this._startScroll({
				index: null,
				align: "start"
			}, offset, behavior, "relative");
		}, this.scrollToEnd = ({ behavior = "auto" } = {}) => {
			this.options.count > 0 ? this._startScroll({
				index: this.options.count - 1,
				align: "end",
				toEnd: !0
			}, Math.max(this.getMaxScrollOffset(), 0), behavior, "absolute") : this.scrollToOffset(Math.max(this.getTotalSize() - this.getSize(), 0), { behavior });
		}, this.cancelScroll = () => {
			this.rafId != null && this.targetWindow && (this.targetWindow.cancelAnimationFrame(this.rafId), this.rafId = null), this.scrollState = null;
		}, this.getTotalSize = () => Math.max(this._getLayoutTotalSize() - this._holdOffset, 0), this._getLayoutTotalSize = () => {
			let measurements = this.getMeasurements(), end;
			if (measurements.length === 0) end = this.options.paddingStart;
			else if (this.options.lanes === 1) {
				let lastIdx = measurements.length - 1, flat = this._singleLaneMeasurements?.flat;
				end = flat == null ? measurements[lastIdx]?.end ?? 0 : flat[lastIdx * 2] + flat[lastIdx * 2 + 1];
			} else {
				let endByLane = Array(this.options.lanes).fill(null), endIndex = measurements.length - 1;
				for (; endIndex >= 0 && endByLane.some((val) => val === null);) {
					let item = measurements[endIndex];
					endByLane[item.lane] === null && (endByLane[item.lane] = item.end), endIndex--;
				}
				end = Math.max(...endByLane.filter((val) => val !== null));
			}
			return Math.max(end - this.options.scrollMargin + this.options.paddingEnd, 0);
		}, this.takeSnapshot = () => {
			let snapshot = [];
			if (this.itemSizeCache.size === 0) return snapshot;
			let m = this.getMeasurements();
			for (let item of m) item && this.itemSizeCache.has(item.key) && snapshot.push({
				index: item.index,
				key: item.key,
				start: item.start,
				size: item.size,
				end: item.end,
				lane: item.lane
			});
			return snapshot;
		}, this._scrollToOffset = (offset, { adjustments, behavior } = {}) => {
			let write = {
				target: offset + (adjustments ?? 0),
				smooth: behavior === "smooth"
			};
			return this.pendingWrite = write, this.options.scrollToFn(offset - this._holdOffset, {
				behavior,
				adjustments
			}, this), write;
		}, this.getCommandWrittenOffset = () => this.scrollState !== null && this.pendingWrite !== null && !this.pendingWrite.smooth ? this.pendingWrite.target : null, this._awaitingCommandReadBack = () => {
			let writtenOffset = this.getCommandWrittenOffset();
			return !(isIOSWebKit() && this._iosGesture.dragging()) && writtenOffset !== null && !approxEqual(writtenOffset, this.getScrollOffset());
		}, this._followOffsetTarget = (delta) => {
			this.scrollState !== null && this.scrollState.index == null && (this.scrollState.lastTargetOffset += delta);
		}, this.measure = () => {
			this.pendingMin = null, this.itemSizeCache.clear(), this.laneAssignments.clear(), this.itemSizeCacheVersion++, this.notify(!1);
		}, this.setOptions(opts);
	}
	get scrollAdjustments() {
		return 0;
	}
	applyScrollAdjustment(delta, behavior) {
		if (delta === 0) return !1;
		if (this._followOffsetTarget(delta), this._canWriteScroll()) {
			let offset = this.getScrollOffset();
			this._clampedAdjustment = this._clampedBy(offset + delta);
			let write = this._scrollToOffset(offset, {
				adjustments: delta,
				behavior
			});
			return this.scrollOffset !== null && (this.pendingWrite === write && (this.scrollOffset += delta), this.scrollOffset < 0 && (this.scrollOffset = 0)), !0;
		}
		return this._holdOffset += delta, this.scrollOffset !== null && (this.scrollOffset += delta), !0;
	}
	scheduleScrollReconcile() {
		this.targetWindow ? this.rafId ??= this.targetWindow.requestAnimationFrame(() => {
			this.rafId = null, this.reconcileScroll();
		}) : this.scrollState = null;
	}
	getScrollStateTarget(state) {
		let offsetInfo = state.toEnd ? [Math.max(this.getMaxScrollOffset(), 0)] : state.index == null ? void 0 : this.getOffsetForIndex(state.index, state.align);
		return offsetInfo ? offsetInfo[0] : state.lastTargetOffset;
	}
	reconcileScroll() {
		if (!this.scrollState || !this.scrollElement) return;
		if (this.now() - this.scrollState.startedAt > 5e3) {
			this.scrollState = null;
			return;
		}
		if (this.scrollState.phase === "queued") {
			this.scheduleScrollReconcile();
			return;
		}
		this.getMeasurements();
		let targetOffset = this.getScrollStateTarget(this.scrollState), STABLE_FRAMES = this.scrollState.index == null ? 1 : this.options.useAnimationFrameWithResizeObserver ? 3 : 2, targetChanged = targetOffset !== this.scrollState.lastTargetOffset;
		if (!targetChanged && approxEqual(targetOffset, this.getScrollOffset())) {
			if (this.scrollState.phase === "smooth" ? this.scrollState.phase = "smoothLanded" : this.scrollState.phase === "smoothFinishing" && (this.scrollState.phase = "instant"), this.scrollState.stableFrames++, this.scrollState.stableFrames >= STABLE_FRAMES) {
				this.getScrollOffset() !== targetOffset && this._scrollToOffset(targetOffset, { behavior: "auto" }), this.scrollState = null;
				return;
			}
		} else if (this.scrollState.stableFrames = 0, targetChanged) {
			let viewport = this.getSize() || 600, distance = Math.abs(targetOffset - this.getScrollOffset()), keepSmooth = isSmoothScroll(this.scrollState) && distance > viewport;
			this.scrollState.lastTargetOffset = targetOffset, keepSmooth ? this.scrollState.phase = "smooth" : this.scrollState.phase === "smooth" ? this.scrollState.phase = "smoothFinishing" : this.scrollState.phase === "smoothLanded" && (this.scrollState.phase = "instant"), this._scrollToOffset(targetOffset, { behavior: keepSmooth ? "smooth" : "auto" });
		}
		this.scheduleScrollReconcile();
	}
	_startScroll(target, offset, behavior, kind) {
		this.pendingScrollAnchor = null, this._clampedAdjustment = null;
		let tail = this._iosGesture.tail();
		if (kind === "absolute" && tail !== null) {
			if (tail === "fling" && momentumOverridesWrites()) {
				this._stopMomentum(() => {
					this.scrollState?.phase !== "queued" || this._iosGesture.tail() !== "fling" || this._reportedOverscroll || (this._iosGesture.end(), this._flushHoldIfReady(!0), this._writeAwaitingCommand());
				}), this.scrollState = {
					...target,
					startedAt: this.now(),
					lastTargetOffset: offset,
					stableFrames: 0,
					phase: "queued",
					behavior,
					samples: []
				}, this.scheduleScrollReconcile();
				return;
			}
			this._iosGesture.end();
		}
		this.scrollState = {
			...target,
			startedAt: this.now(),
			lastTargetOffset: offset,
			stableFrames: 0,
			behavior,
			phase: initialScrollPhase(behavior, target.index != null && approxEqual(offset, this.getScrollOffset()))
		}, this._scrollToOffset(offset, { behavior }), this.scheduleScrollReconcile();
	}
}, findNearestBinarySearch = (low, high, getCurrentValue, value) => {
	for (; low <= high;) {
		let middle = (low + high) / 2 | 0, currentValue = getCurrentValue(middle);
		if (currentValue < value) low = middle + 1;
		else if (currentValue > value) high = middle - 1;
		else return middle;
	}
	return low > 0 ? low - 1 : 0;
};
function findNearestBinarySearchFlat(flat, high, value) {
	let low = 0;
	for (; low <= high;) {
		let middle = (low + high) / 2 | 0, currentValue = flat[middle * 2];
		if (currentValue < value) low = middle + 1;
		else if (currentValue > value) high = middle - 1;
		else return middle;
	}
	return low > 0 ? low - 1 : 0;
}
function calculateRangeImpl(measurements, outerSize, scrollOffset, lanes, flat) {
	let lastIndex = measurements.length - 1;
	if (measurements.length <= lanes) return {
		startIndex: 0,
		endIndex: lastIndex
	};
	if (lanes === 1 && flat !== null) {
		let startIndex2 = findNearestBinarySearchFlat(flat, lastIndex, scrollOffset), endIndex2 = startIndex2, limit = scrollOffset + outerSize;
		for (; endIndex2 < lastIndex && flat[endIndex2 * 2] + flat[endIndex2 * 2 + 1] < limit;) endIndex2++;
		return {
			startIndex: startIndex2,
			endIndex: endIndex2
		};
	}
	let startIndex = findNearestBinarySearch(0, lastIndex, (index) => measurements[index].start, scrollOffset), endIndex = startIndex;
	if (lanes === 1) for (; endIndex < lastIndex && measurements[endIndex].end < scrollOffset + outerSize;) endIndex++;
	else if (lanes > 1) {
		let endPerLane = Array(lanes).fill(0);
		for (; endIndex < lastIndex && endPerLane.some((pos) => pos < scrollOffset + outerSize);) {
			let item = measurements[endIndex];
			endPerLane[item.lane] = item.end, endIndex++;
		}
		let startPerLane = Array(lanes).fill(scrollOffset + outerSize);
		for (; startIndex >= 0 && startPerLane.some((pos) => pos >= scrollOffset);) {
			let item = measurements[startIndex];
			startPerLane[item.lane] = item.start, startIndex--;
		}
		startIndex = Math.max(0, startIndex - startIndex % lanes), endIndex = Math.min(lastIndex, endIndex + (lanes - 1 - endIndex % lanes));
	}
	return {
		startIndex,
		endIndex
	};
}
// node_modules/@tanstack/react-virtual/dist/esm/index.js
var useIsomorphicLayoutEffect = typeof document < "u" ? import_react.useLayoutEffect : import_react.useEffect;
function useVirtualizerBase({ useFlushSync = !0, directDomUpdates = !1, directDomUpdatesMode = "transform", ...options }) {
	let rerender = import_react.useReducer((x) => x + 1, 0)[1], directRef = import_react.useRef({
		enabled: directDomUpdates,
		mode: directDomUpdatesMode,
		container: null,
		lastSize: null,
		lastPositions: new WeakMap(),
		prevRange: null
	});
	directRef.current.enabled = directDomUpdates, directRef.current.mode = directDomUpdatesMode;
	let measuringFromRef = import_react.useRef(!1), applyContainerSize = (instance2) => {
		let state = directRef.current;
		if (!state.enabled || !state.container) return;
		let totalSize = instance2.getTotalSize();
		if (totalSize !== state.lastSize) {
			state.lastSize = totalSize;
			let sizeAxis = instance2.options.horizontal ? "width" : "height";
			state.container.style[sizeAxis] = `${totalSize}px`;
		}
	}, applyItemPosition = (instance2, item, el) => {
		let state = directRef.current, horizontal = !!instance2.options.horizontal, next = item.start - instance2.options.scrollMargin;
		state.lastPositions.get(el) !== next && (state.lastPositions.set(el, next), state.mode === "transform" ? el.style.transform = horizontal ? `translate3d(${next}px, 0, 0)` : `translate3d(0, ${next}px, 0)` : el.style[horizontal ? "left" : "top"] = `${next}px`);
	}, applyDirectStyles = (instance2) => {
		let state = directRef.current;
		if (state.enabled && state.container) {
			applyContainerSize(instance2);
			for (let item of instance2.getVirtualItems()) {
				let el = instance2.elementsCache.get(item.key);
				el && applyItemPosition(instance2, item, el);
			}
		}
	}, resolvedOptions = {
		...options,
		onChange: (instance2, sync) => {
			var _a;
			let state = directRef.current, shouldRerender = !0;
			if (state.enabled) {
				applyDirectStyles(instance2);
				let range = instance2.range, prev = state.prevRange;
				shouldRerender = !prev || prev.isScrolling !== instance2.isScrolling || prev.startIndex !== range?.startIndex || prev.endIndex !== range?.endIndex, shouldRerender && (state.prevRange = range ? {
					startIndex: range.startIndex,
					endIndex: range.endIndex,
					isScrolling: instance2.isScrolling
				} : null);
			}
			shouldRerender && (useFlushSync && sync && !measuringFromRef.current ? (0, import_react_dom.flushSync)(rerender) : rerender()), (_a = options.onChange) == null || _a.call(options, instance2, sync);
		}
	}, [instance] = import_react.useState(() => {
		let v = new Virtualizer(resolvedOptions), measureElement = v.measureElement;
		return v.measureElement = (node) => {
			measuringFromRef.current = !0;
			try {
				measureElement(node);
			} finally {
				measuringFromRef.current = !1;
			}
			let state = directRef.current;
			if (node !== null && state.enabled && state.container) {
				let item = v.measurementsCache[v.indexFromElement(node)];
				item && applyItemPosition(v, item, node);
			}
		}, Object.assign(v, { containerRef: (node) => {
			let state = directRef.current;
			state.container = node, state.lastSize = null, node !== null && applyDirectStyles(v);
		} });
	});
	return instance.setOptions(resolvedOptions), useIsomorphicLayoutEffect(() => instance._didMount(), []), useIsomorphicLayoutEffect(() => (applyContainerSize(instance), instance._willUpdate())), useIsomorphicLayoutEffect(() => {
		applyDirectStyles(instance);
	}), instance;
}
function useVirtualizer(options) {
	return useVirtualizerBase({
		observeElementRect,
		observeElementOffset,
		scrollToFn: elementScroll,
		...options
	});
}
export { useVirtualizer as t };
