import { a as __toESM, n as require_react, r as __commonJSMin } from "./jsx-runtime.js";
// node_modules/@tanstack/router-core/dist/esm/utils.js
function last(arr) {
	return arr[arr.length - 1];
}
function functionalUpdate(updater, previous) {
	return typeof updater == "function" ? updater(previous) : updater;
}
var hasOwn = Object.prototype.hasOwnProperty;
function hasKeys(obj) {
	for (let key in obj) if (hasOwn.call(obj, key)) return !0;
	return !1;
}
var createNull = () => Object.create(null), nullReplaceEqualDeep = (prev, next) => replaceEqualDeep(prev, next, !0);
function replaceEqualDeep(prev, next, _nullProto, _depth = 0) {
	if (prev === next) return prev;
	if (_depth++ > 500) return next;
	let array = Array.isArray(prev) && Array.isArray(next);
	if (!array && !(isPlainObject(prev) && isPlainObject(next))) return next;
	let prevKeys = Object.keys(prev), previousCount = prevKeys.length, nextKeys = Object.keys(next), length = nextKeys.length;
	if (array ? previousCount !== prev.length || length !== next.length || previousCount && last(prevKeys) !== `${previousCount - 1}` || length && last(nextKeys) !== `${length - 1}` : previousCount !== Object.getOwnPropertyNames(prev).length || length !== Object.getOwnPropertyNames(next).length || Object.getOwnPropertySymbols(next).length) return next;
	let i = 0, child, previous, key;
	if (array) {
		for (; i < length && (key = i, previous = prev[key], child = next[key], child = previous === child ? previous : typeof previous == "object" ? replaceEqualDeep(previous, child, _nullProto, _depth) : child, child === previous); i++);
		if (i === length && previousCount === length) return prev;
	} else {
		let equal = previousCount === length, unchanged = !0;
		for (; i < length; i++) {
			key = nextKeys[i], previous = prev[key];
			let incoming = next[key];
			child = previous === incoming ? previous : typeof previous == "object" ? replaceEqualDeep(previous, incoming, _nullProto, _depth) : incoming, equal &&= child === previous && (prevKeys[i] === key || hasOwn.call(prev, key)), unchanged &&= Object.is(child, incoming), prevKeys[i] = child;
		}
		if (equal) return Object.getOwnPropertySymbols(prev).length ? next : prev;
		if (unchanged) return next;
	}
	let copy = array ? nextKeys.fill(0) : _nullProto ? createNull() : {};
	for (let j = 0; j < length; j++) key = array ? j : nextKeys[j], array ? (previous = prev[key], j > i && (child = next[key], child = previous === child ? previous : typeof previous == "object" ? replaceEqualDeep(previous, child, _nullProto, _depth) : child), copy[key] = j < i ? previous : child) : copy[key] = prevKeys[j];
	return copy;
}
function isPlainObject(o) {
	return !o || typeof o != "object" ? !1 : (Object.getPrototypeOf(o)?.constructor ?? Object) === Object;
}
function deepEqual(a, b, partial, explicitUndefined) {
	if (a === b) return !0;
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return !1;
		for (let i = 0, l = a.length; i < l; i++) {
			let av = a[i], bv = b[i];
			if (av !== bv && !deepEqual(av, bv, partial, explicitUndefined)) return !1;
		}
		return !0;
	}
	if (isPlainObject(a) && isPlainObject(b)) {
		if (partial) {
			for (let k in b) if ((explicitUndefined || b[k] !== void 0) && !deepEqual(a[k], b[k], partial, explicitUndefined)) return !1;
			return !0;
		}
		let aCount = 0;
		if (explicitUndefined) aCount = Object.keys(a).length;
		else for (let k in a) a[k] !== void 0 && aCount++;
		for (let k in b) if ((explicitUndefined || b[k] !== void 0) && (aCount-- === 0 || !deepEqual(a[k], b[k], partial, explicitUndefined))) return !1;
		return aCount === 0;
	}
	return !1;
}
function isModuleNotFoundError(error) {
	return typeof error?.message == "string" ? error.message.startsWith("Failed to fetch dynamically imported module") || error.message.startsWith("error loading dynamically imported module") || error.message.startsWith("Importing a module script failed") : !1;
}
var PATH_UNSAFE_RE = /[\x00-\x1f\x7f"<>`{}]/g;
function sanitizePathSegment(segment) {
	return segment.replace(PATH_UNSAFE_RE, (ch) => "%" + ch.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0"));
}
function decodeSegment(segment) {
	let decoded;
	try {
		decoded = decodeURI(segment);
	} catch {
		decoded = segment.replaceAll(/%[0-9A-F]{2}/gi, (match) => {
			try {
				return decodeURI(match);
			} catch {
				return match;
			}
		});
	}
	return sanitizePathSegment(decoded);
}
var DEFAULT_PROTOCOL_ALLOWLIST = [
	"http:",
	"https:",
	"mailto:",
	"tel:"
];
function getUrlScheme(url) {
	if (url[0] !== "/" && url.includes(":")) return /^[\x00-\x20]*([a-z][a-z\d+.\t\n\r-]*:)/i.exec(url)?.[1]?.replace(/[\t\n\r]/g, "").toLowerCase();
}
var protocolRelativePrefixRegex = /^[\x00-\x20]*[\\/][\t\n\r]*[\\/]/;
function isDangerousProtocol(url, allowlist) {
	if (!url) return !1;
	if (protocolRelativePrefixRegex.test(url)) return !0;
	let scheme = getUrlScheme(url);
	return scheme ? !allowlist.has(scheme) : !1;
}
function decodePath(path) {
	if (!path) return path;
	let result = path;
	if (/[%\\\x00-\x1f\x7f]/.test(path)) {
		let re = /%25|%5C/gi, cursor = 0, match;
		for (result = ""; (match = re.exec(path)) !== null;) result += decodeSegment(path.slice(cursor, match.index)) + match[0], cursor = re.lastIndex;
		result += decodeSegment(cursor ? path.slice(cursor) : path);
	}
	return result;
}
function encodePathLikeUrl(path) {
	return /[\s\u0080-\uFFFF]/.test(path) ? path.replace(/\s|[^\u0000-\u007F]/gu, encodeURIComponent) : path;
}
function arraysEqual(a, b) {
	if (a === b) return !0;
	if (a.length !== b.length) return !1;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return !1;
	return !0;
}
// node_modules/@tanstack/router-core/dist/esm/invariant.js
function invariant() {
	throw Error("Invariant failed");
}
// node_modules/@tanstack/router-core/dist/esm/path.js
function cleanPath(path) {
	return path.replace(/\/{2,}/g, "/");
}
function trimPathLeft(path) {
	return path === "/" ? path : path.replace(/^\/+/, "");
}
function trimPathRight(path) {
	let len = path.length;
	return len > 1 && path[len - 1] === "/" ? path.replace(/\/+$/, "") : path;
}
function trimPath(path) {
	return trimPathRight(trimPathLeft(path));
}
function removeTrailingSlash(value, basepath) {
	return value?.endsWith("/") && value !== "/" && value !== `${basepath}/` ? value.slice(0, -1) : value;
}
function resolvePath(base, to, trailingSlash = "never", cache) {
	if (to.includes("//") && (to = cleanPath(to)), to.startsWith("/")) return to.length === 1 || trailingSlash === "preserve" ? to : trailingSlash === "always" ? to.endsWith("/") ? to : `${to}/` : to.endsWith("/") ? to.slice(0, -1) : to;
	let isBase = to === ".", key;
	if (cache) {
		key = isBase ? base : base + "\0" + to;
		let cached = cache.get(key);
		if (cached) return cached;
	}
	let baseSegments;
	if (isBase) baseSegments = base.split("/");
	else {
		for (base.includes("//") && (base = cleanPath(base)), baseSegments = base.split("/"); baseSegments.length > 1 && last(baseSegments) === "";) baseSegments.pop();
		let toSegments = to.split("/");
		for (let index = 0, length = toSegments.length; index < length; index++) {
			let value = toSegments[index];
			value === "" ? index ? index === length - 1 && baseSegments.push(value) : baseSegments = [value] : value === ".." ? baseSegments.length > 1 ? baseSegments.pop() : baseSegments = [""] : value === "." || baseSegments.push(value);
		}
	}
	baseSegments.length > 1 && (last(baseSegments) === "" ? trailingSlash === "never" && baseSegments.pop() : trailingSlash === "always" && baseSegments.push(""));
	let joined = baseSegments.join("/"), result = (isBase ? cleanPath(joined) : joined) || "/";
	return key && cache && cache.set(key, result), result;
}
function compileDecodeCharMap(pathParamsAllowedCharacters) {
	let charMap = new Map(pathParamsAllowedCharacters.map((char) => [encodeURIComponent(char), char])), regex = new RegExp([...charMap.keys()].join("|").replace(/[.*()]/g, "\\$&"), "g");
	return (encoded) => encoded.replace(regex, (match) => charMap.get(match) ?? match);
}
function isMissingSplat(value) {
	return value == null || value === "";
}
function encodeParam(key, value, decoder) {
	if (typeof value != "string") return "" + (value ?? void 0);
	let splat = key === "_splat";
	if (splat && (!value || /^[a-zA-Z0-9\-._~!/]*$/.test(value))) return value;
	let encoded = encodeURIComponent(value);
	return splat && (encoded = encoded.replaceAll("%2F", "/")), decoder ? decoder(encoded) : encoded;
}
function interpolatePath(path, segments, params, decoder, usedParams) {
	let trailingSlash = path.endsWith("/") ? "/" : "", joined = "";
	for (let part of segments) {
		if (typeof part == "string") {
			joined += part;
			continue;
		}
		let [kind, key, prefix, rawSuffix] = part, splat = kind === 2, suffix = splat && rawSuffix !== void 0 ? rawSuffix + trailingSlash : rawSuffix, paramValue = params[key];
		if (kind !== 3 || paramValue != null) {
			if (usedParams && (usedParams[key] = paramValue, splat && (usedParams["*"] = paramValue)), splat && isMissingSplat(paramValue)) {
				if (prefix === "/" && !suffix) continue;
				paramValue = "";
			}
			joined += prefix + encodeParam(key, paramValue, decoder) + (suffix || "");
		}
	}
	return joined + trailingSlash || "/";
}
// node_modules/@tanstack/router-core/dist/esm/not-found.js
function isNotFound(obj) {
	return obj?.isNotFound === !0;
}
// node_modules/@tanstack/router-core/dist/esm/scroll-restoration.js
function getSafeSessionStorage() {
	try {
		return sessionStorage;
	} catch {
		return;
	}
}
var storageKey = "tsr-scroll-restoration-v1_3", safeSessionStorage = getSafeSessionStorage();
function createScrollRestorationCache() {
	try {
		return JSON.parse(safeSessionStorage?.getItem("tsr-scroll-restoration-v1_3") || "{}");
	} catch {
		return {};
	}
}
var scrollRestorationCache = createScrollRestorationCache(), scrollRestorationIdAttribute = "data-scroll-restoration-id", defaultGetScrollRestorationKey = (location) => location.state.__TSR_key || location.href;
function getScrollRestorationSelector(element) {
	let attrId = element.getAttribute(scrollRestorationIdAttribute);
	if (attrId) return `[${scrollRestorationIdAttribute}="${attrId}"]`;
	let selector = "", el = element, parent;
	for (; parent = el.parentNode;) {
		let index = 1, sibling = el;
		for (; sibling = sibling.previousElementSibling;) index++;
		let part = `${el.localName}:nth-child(${index})`;
		selector = selector ? `${part} > ${selector}` : part, el = parent;
	}
	return selector;
}
var ignoreScroll = !1, windowScrollTarget = "window";
function getElement(selector) {
	try {
		return typeof selector == "function" ? selector() : document.querySelector(selector);
	} catch {}
}
function getScrollToTopElements(scrollToTopSelectors) {
	let elements = new Set();
	for (let selector of scrollToTopSelectors) {
		if (selector === windowScrollTarget) continue;
		let element = getElement(selector);
		element && elements.add(element);
	}
	return elements;
}
function setupScrollRestoration(router, force) {
	let shouldSetupScrollRestoration = force ?? router.options.scrollRestoration, scroll = router._scroll;
	shouldSetupScrollRestoration && (scroll.e = !0);
	let getKey = router.options.getScrollRestorationKey || defaultGetScrollRestorationKey, trackedScrollTargets = new Set(), snapshotCurrentScrollTargets = (restoreKey) => {
		let keyEntry = scrollRestorationCache[restoreKey] ||= {};
		for (let target of trackedScrollTargets) target === document ? keyEntry[windowScrollTarget] = {
			scrollX,
			scrollY
		} : target.isConnected && (keyEntry[getScrollRestorationSelector(target)] = {
			scrollX: target.scrollLeft,
			scrollY: target.scrollTop
		});
	};
	shouldSetupScrollRestoration && !scroll.s && (scroll.s = !0, ignoreScroll = !1, history.scrollRestoration = "manual", document.addEventListener("scroll", (event) => {
		ignoreScroll || trackedScrollTargets.add(event.target);
	}, !0), router.subscribe("onBeforeLoad", (event) => {
		event.fromLocation && snapshotCurrentScrollTargets(getKey(event.fromLocation)), trackedScrollTargets.clear();
	}), addEventListener("pagehide", () => {
		history.scrollRestoration = "auto", snapshotCurrentScrollTargets(getKey(router.stores.resolvedLocation.get() ?? router.stores.location.get()));
		try {
			safeSessionStorage?.setItem(storageKey, JSON.stringify(scrollRestorationCache));
		} catch {}
	}), addEventListener("pageshow", (event) => {
		event.persisted && (history.scrollRestoration = "manual");
	})), scroll.r || (scroll.r = !0, router.subscribe("onRendered", (event) => {
		let behavior = router.options.scrollRestorationBehavior, scrollToTopSelectors = router.options.scrollToTopSelectors, shouldResetScroll = scroll.n, hashNavigation = scroll.h, scrollToTopElements;
		if (trackedScrollTargets.clear(), scroll.n = !0, scroll.h = !1, typeof router.options.scrollRestoration == "function" && !router.options.scrollRestoration({ location: router.latestLocation })) return;
		let cacheKey = getKey(event.toLocation), fromCacheKey = event.fromLocation && getKey(event.fromLocation);
		if (scroll.e && fromCacheKey && fromCacheKey !== cacheKey) {
			let fromElementEntries = scrollRestorationCache[fromCacheKey];
			if (fromElementEntries) {
				let toElementEntries = scrollRestorationCache[cacheKey];
				for (let elementSelector in fromElementEntries) {
					if (elementSelector === windowScrollTarget) {
						if (shouldResetScroll) continue;
					} else {
						let element = getElement(elementSelector);
						if (!element || shouldResetScroll && scrollToTopSelectors && (scrollToTopElements ??= getScrollToTopElements(scrollToTopSelectors), scrollToTopElements.has(element))) continue;
					}
					toElementEntries ||= scrollRestorationCache[cacheKey] = {}, toElementEntries[elementSelector] ??= fromElementEntries[elementSelector];
				}
			}
		}
		ignoreScroll = !0;
		try {
			let hash = event.toLocation.hash, hashScrollIntoViewOptions = event.toLocation.state.__hashScrollIntoViewOptions ?? !0, windowRestored = !1;
			if (shouldResetScroll) {
				!hash && scrollToTopSelectors && (scrollToTopElements ??= getScrollToTopElements(scrollToTopSelectors));
				let skipWindowRestore = hash && hashScrollIntoViewOptions && hashNavigation, elementEntries = scroll.e ? scrollRestorationCache[cacheKey] : void 0;
				if (elementEntries) for (let elementSelector in elementEntries) {
					let { scrollX, scrollY } = elementEntries[elementSelector];
					if (elementSelector === windowScrollTarget) {
						if (skipWindowRestore) continue;
						scrollTo({
							top: scrollY,
							left: scrollX,
							behavior
						}), windowRestored = !0;
					} else {
						let element = getElement(elementSelector);
						element && (element.scrollLeft = scrollX, element.scrollTop = scrollY, scrollToTopElements?.delete(element));
					}
				}
				if (!hash) {
					let scrollOptions = {
						top: 0,
						left: 0,
						behavior
					};
					if (windowRestored || scrollTo(scrollOptions), scrollToTopElements) for (let element of scrollToTopElements) element.scrollTo(scrollOptions);
				}
			}
			!windowRestored && hash && hashScrollIntoViewOptions && document.getElementById(hash)?.scrollIntoView(hashScrollIntoViewOptions);
		} finally {
			ignoreScroll = !1;
		}
	}));
}
// node_modules/@tanstack/router-core/dist/esm/qss.js
function encode(obj, stringify = String) {
	let result;
	for (let key in obj) {
		let val = obj[key];
		val !== void 0 && (result ||= new URLSearchParams()).set(key, stringify(val));
	}
	return result ? result.toString() : "";
}
function toValue(str) {
	return str ? str === "false" ? !1 : str === "true" ? !0 : str * 0 == 0 && +str + "" === str ? +str : str : "";
}
function decode(str) {
	let searchParams = new URLSearchParams(str), result = Object.create(null);
	for (let [key, value] of searchParams.entries()) {
		let previousValue = result[key];
		previousValue == null ? result[key] = toValue(value) : Array.isArray(previousValue) ? previousValue.push(toValue(value)) : result[key] = [previousValue, toValue(value)];
	}
	return result;
}
// node_modules/@tanstack/router-core/dist/esm/searchParams.js
var jsonStart = /^(?:\s|["[{\d-]|fa|nu|tr)/, defaultParseSearch = parseSearchWith(JSON.parse), defaultStringifySearch = stringifySearchWith(JSON.stringify, JSON.parse);
function parseSearchWith(parser) {
	let isJsonParser = parser === JSON.parse;
	return (searchStr) => {
		searchStr[0] === "?" && (searchStr = searchStr.slice(1));
		let query = decode(searchStr);
		for (let key in query) {
			let value = query[key];
			if (typeof value == "string") {
				if (isJsonParser && !jsonStart.test(value)) continue;
				try {
					query[key] = parser(value);
				} catch {}
			}
		}
		return query;
	};
}
function stringifySearchWith(stringify, parser) {
	let isJsonParser = parser === JSON.parse;
	function stringifyValue(val) {
		if (val && typeof val == "object") try {
			return stringify(val);
		} catch {}
		else if (parser && typeof val == "string") {
			if (isJsonParser && !jsonStart.test(val)) return val;
			try {
				return parser(val), stringify(val);
			} catch {}
		}
		return val;
	}
	return (search) => {
		let searchStr = encode(search, stringifyValue);
		return searchStr ? `?${searchStr}` : "";
	};
}
// node_modules/@tanstack/router-core/dist/esm/root.js
var rootRouteId = "__root__";
// node_modules/@tanstack/router-core/dist/esm/redirect.js
function redirect(opts) {
	opts.statusCode = opts.statusCode || opts.code || 307;
	let headers = new Headers(opts.headers);
	opts.href && headers.get("Location") === null && headers.set("Location", opts.href);
	let response = new Response(null, {
		status: opts.statusCode,
		headers
	});
	if (response.options = opts, opts.throw) throw response;
	return response;
}
function isRedirect(obj) {
	return obj instanceof Response && !!obj.options;
}
// node_modules/@tanstack/router-core/dist/esm/sieve-cache.js
function createSieveCache(max) {
	let cache = new Map(), hand, newest;
	return {
		get(key) {
			let entry = cache.get(key);
			if (entry) return entry.visited = !0, entry.value;
		},
		set(key, value) {
			let existing = cache.get(key);
			if (existing) {
				existing.value = value;
				return;
			}
			if (cache.size >= max) {
				let node = hand?.next().value;
				for (; !node || node.visited;) node ? node.visited = !1 : hand = cache.values(), node = hand.next().value;
				node === newest && (hand = void 0), cache.delete(node.key);
			}
			let entry = {
				key,
				value,
				visited: !1
			};
			newest = entry, cache.set(key, entry);
		},
		clear() {
			cache.clear(), hand = void 0, newest = void 0;
		}
	};
}
// node_modules/@tanstack/router-core/dist/esm/new-process-route-tree.js
var SEGMENT_TYPE_INDEX = 4, SEGMENT_TYPE_PATHLESS = 5;
function getParamNames(data) {
	let cached = data.names;
	if (cached) return cached;
	let keys = [];
	for (let segment of data) typeof segment != "string" && keys.push(segment[1]);
	return data.names = keys;
}
function parseSegment(path, start, end) {
	let part = path.slice(start, end);
	if (part.charCodeAt(0) === 36) return part.length === 1 ? [
		2,
		"_splat",
		"",
		void 0
	] : [
		1,
		part.slice(1),
		"",
		""
	];
	let open = part.indexOf("{");
	if (open >= 0) {
		let close = part.indexOf("}", open), optional = part.charCodeAt(open + 1) === 45, nameStart = open + (optional ? 3 : 2);
		if (close >= 0 && part.charCodeAt(nameStart - 1) === 36 && (!optional || nameStart < close)) {
			let key = part.slice(nameStart, close);
			return [
				optional ? 3 : key ? 1 : 2,
				key || "_splat",
				part.slice(0, open),
				path.slice(start + close + 1, key ? end : path.length)
			];
		}
	}
	return part;
}
function parseSegments(defaultCaseSensitive, route, start, node, dynamicListsToSort, parentInterpolation) {
	let cursor = start, path = route.fullPath ?? route.from, options = route.options, length = path.length, literalEnd = path.endsWith("/") ? length - 1 : length, caseSensitive = options?.caseSensitive ?? defaultCaseSensitive, parseParams = options?.params?.parse ?? options?.parseParams, interpolation, literalStart = parentInterpolation ? start - 1 : 0;
	if (!node || path.includes("$")) {
		interpolation = parentInterpolation?.slice() ?? [];
		let tail = last(interpolation);
		tail && typeof tail != "string" && tail[0] === 2 && (interpolation[interpolation.length - 1] = [
			tail[0],
			tail[1],
			tail[2],
			tail[3] === void 0 ? void 0 : tail[3] + path.substring(start - (path[start - 2] === "/" ? 2 : 1), literalEnd)
		], literalStart = length);
	}
	for (; cursor < length;) {
		let start = cursor, next = path.indexOf("/", start), end = next === -1 ? length : next, segment = parseSegment(path, start, end);
		cursor = end + 1;
		let nextNode;
		if (typeof segment == "string") {
			if (!node) continue;
			let name = segment, staticChildren;
			caseSensitive ? staticChildren = node.static ??= new Map() : (name = segment.toLowerCase(), staticChildren = node.staticInsensitive ??= new Map());
			let existingNode = staticChildren.get(name);
			if (existingNode) nextNode = existingNode;
			else {
				let next = createSegmentNode(node);
				nextNode = next, staticChildren.set(name, next);
			}
		} else {
			let kind = segment[0], prefix = segment[2], suffix = segment[3] ?? "";
			if (kind === 2 && (end = length, cursor = end + 1), interpolation && literalStart < end && (literalStart < start - 1 && interpolation.push(path.slice(literalStart, start - 1)), segment[2] = "/" + prefix, kind === 2 && segment[3] !== void 0 && literalEnd < length && (segment[3] = suffix.slice(0, -1)), interpolation.push(segment), literalStart = end), !node) continue;
			let actuallyCaseSensitive = caseSensitive && !!(prefix || suffix);
			caseSensitive || (prefix = prefix.toLowerCase(), suffix = suffix.toLowerCase());
			let siblings = kind === 1 ? node.dynamic ??= [] : kind === 3 ? node.optional ??= [] : node.wildcard ??= [], existingNode = kind !== 2 && !parseParams && siblings.find((s) => !s.parse && s.caseSensitive === actuallyCaseSensitive && s.prefix === prefix && s.suffix === suffix);
			if (existingNode) nextNode = existingNode;
			else {
				let next = createSegmentNode(node, kind, actuallyCaseSensitive, prefix, suffix);
				nextNode = next, siblings.push(next), siblings.length === 2 && dynamicListsToSort?.push(siblings);
			}
		}
		node = nextNode;
	}
	interpolation && literalStart < literalEnd && interpolation.push(path.slice(literalStart, literalEnd));
	let segmentData = interpolation?.slice();
	if (!node) return segmentData;
	if (parseParams && route.children && !route.isRoot && route.id && route.id.charCodeAt(route.id.lastIndexOf("/") + 1) === 95) {
		let pathlessNode = createSegmentNode(node, SEGMENT_TYPE_PATHLESS);
		(node.pathless ??= []).push(pathlessNode), node = pathlessNode;
	}
	let isLeaf = (route.path || !route.children) && !route.isRoot;
	if (isLeaf && literalEnd < length) {
		let indexNode = createSegmentNode(node, SEGMENT_TYPE_INDEX);
		node.index = indexNode, node = indexNode;
	}
	return node.parse = parseParams ?? null, node.priority = options?.params?.priority ?? 0, node.route || (node.data = segmentData, isLeaf && (node.route = route)), [
		node,
		cursor,
		segmentData
	];
}
function sortDynamic(a, b) {
	if (a.parse && !b.parse) return -1;
	if (!a.parse && b.parse) return 1;
	if (a.parse && b.parse && (a.priority || b.priority)) return b.priority - a.priority;
	if (a.prefix && b.prefix && a.prefix !== b.prefix) {
		if (a.prefix.startsWith(b.prefix)) return -1;
		if (b.prefix.startsWith(a.prefix)) return 1;
	}
	if (a.suffix && b.suffix && a.suffix !== b.suffix) {
		if (a.suffix.endsWith(b.suffix)) return -1;
		if (b.suffix.endsWith(a.suffix)) return 1;
	}
	return a.prefix && !b.prefix ? -1 : !a.prefix && b.prefix ? 1 : a.suffix && !b.suffix ? -1 : !a.suffix && b.suffix ? 1 : a.caseSensitive && !b.caseSensitive ? -1 : !a.caseSensitive && b.caseSensitive ? 1 : 0;
}
function createSegmentNode(parent, kind = 0, caseSensitive, prefix, suffix) {
	return {
		kind,
		depth: parent ? parent.depth + 1 : 0,
		pathless: null,
		index: null,
		static: null,
		staticInsensitive: null,
		dynamic: null,
		optional: null,
		wildcard: null,
		route: null,
		data: void 0,
		parent,
		parse: null,
		priority: 0,
		caseSensitive,
		prefix,
		suffix
	};
}
function processRouteMasks(routeList, processedTree) {
	let segmentTree = createSegmentNode(), dynamicListsToSort = [];
	function visit(route, start, parentNode, parentInterpolation) {
		let [node, cursor, segments] = parseSegments(!1, route, start, parentNode, dynamicListsToSort, parentInterpolation);
		if (route.children) for (let child of route.children) visit(child, cursor, node, segments);
	}
	for (let route of routeList) visit(route, 1, segmentTree);
	for (let nodes of dynamicListsToSort) nodes.sort(sortDynamic);
	processedTree.masksTree = segmentTree, processedTree.flatCache = createSieveCache(1e3);
}
function findFlatMatch(path, processedTree) {
	path ||= "/";
	let cached = processedTree.flatCache.get(path);
	if (cached !== void 0) return cached;
	let result = findMatch(path, processedTree.masksTree);
	return processedTree.flatCache.set(path, result), result;
}
function findSingleMatch(from, caseSensitive, fuzzy, path, processedTree) {
	from ||= "/", path ||= "/";
	let key = caseSensitive ? `case\0${from}` : from, tree = processedTree.singleCache.get(key);
	return tree || (tree = createSegmentNode(), parseSegments(caseSensitive, { from }, 1, tree), processedTree.singleCache.set(key, tree)), findMatch(path, tree, fuzzy);
}
function findRouteMatch(path, processedTree, fuzzy = !1) {
	let key = fuzzy ? path : `nofuzz\0${path}`, cached = processedTree.matchCache.get(key);
	if (cached !== void 0) return cached;
	path ||= "/";
	let result;
	try {
		result = findMatch(path, processedTree.segmentTree, fuzzy);
	} catch (err) {
		if (err instanceof URIError) result = null;
		else throw err;
	}
	return result && (result.branch = buildRouteBranch(result.route)), processedTree.matchCache.set(key, result), result;
}
function processRouteTree(routeTree, caseSensitive = !1) {
	let segmentTree = createSegmentNode(), dynamicListsToSort = [], routesById = {}, routesByPath = {}, index = 0;
	function visit(route, start, parentNode, parentInterpolation) {
		if (route.init(index), route.id in routesById && invariant(), routesById[route.id] = route, index !== 0 && route.path) {
			let trimmedFullPath = trimPathRight(route.fullPath);
			(!routesByPath[trimmedFullPath] || route.fullPath.endsWith("/")) && (routesByPath[trimmedFullPath] = route);
		}
		index++;
		let [node, cursor, segments] = parseSegments(caseSensitive, route, start, parentNode, dynamicListsToSort, parentInterpolation);
		if (route._interpolation = segments, route.children) for (let child of route.children) visit(child, cursor, node, segments);
	}
	visit(routeTree, 1, segmentTree);
	for (let nodes of dynamicListsToSort) nodes.sort(sortDynamic);
	return {
		processedTree: {
			segmentTree,
			singleCache: createSieveCache(1e3),
			matchCache: createSieveCache(1e3),
			flatCache: null,
			masksTree: null
		},
		routesById,
		routesByPath
	};
}
function findMatch(path, segmentTree, fuzzy = !1) {
	let parts = path.split("/"), leaf = getNodeMatch(path, parts, segmentTree, fuzzy);
	if (!leaf) return null;
	let [rawParams] = extractParams(path, parts, leaf);
	return {
		route: leaf.node.route,
		rawParams
	};
}
function extractParams(path, parts, leaf) {
	let list = buildBranch(leaf.node), names = leaf.node.data && getParamNames(leaf.node.data), rawParams = Object.create(null), partIndex = leaf.extract?.part ?? 0, nodeIndex = leaf.extract?.node ?? 0, pathIndex = leaf.extract?.path ?? 0, paramIndex = leaf.extract?.param ?? 0;
	for (; nodeIndex < list.length; partIndex++, nodeIndex++, pathIndex++) {
		let node = list[nodeIndex];
		if (node.kind === SEGMENT_TYPE_INDEX) break;
		if (node.kind === SEGMENT_TYPE_PATHLESS) {
			partIndex--, pathIndex--;
			continue;
		}
		let part = parts[partIndex], currentPathIndex = pathIndex;
		if (part && (pathIndex += part.length), node.kind === 1 || node.kind === 3) {
			let name = names[paramIndex++];
			if (node.kind === 3 && leaf.skipped & 1 << nodeIndex) {
				partIndex--, pathIndex = currentPathIndex - 1;
				continue;
			}
			let value = node.suffix || node.prefix ? part.substring(node.prefix.length, part.length - node.suffix.length) : part;
			(value || node.kind === 1) && (rawParams[name] = decodeURIComponent(value));
		} else if (node.kind === 2) {
			let n = node, value = path.substring(currentPathIndex + n.prefix.length, path.length - n.suffix.length), splat = decodeURIComponent(value);
			rawParams["*"] = splat, rawParams._splat = splat;
			break;
		}
	}
	return leaf.rawParams && Object.assign(rawParams, leaf.rawParams), [rawParams, {
		part: partIndex,
		node: nodeIndex,
		path: pathIndex,
		param: paramIndex
	}];
}
function buildRouteBranch(route) {
	let list = [route];
	for (; route.parentRoute;) route = route.parentRoute, list.push(route);
	return list.reverse(), list;
}
function buildBranch(node) {
	let list = Array(node.depth + 1);
	do
		list[node.depth] = node, node = node.parent;
	while (node);
	return list;
}
function getNodeMatch(path, parts, segmentTree, fuzzy) {
	if (path === "/" && segmentTree.index) return {
		node: segmentTree.index,
		skipped: 0
	};
	let trailingSlash = !last(parts), pathIsIndex = trailingSlash && path !== "/", partsLength = parts.length - +!!trailingSlash, stack = [{
		node: segmentTree,
		index: 1,
		skipped: 0,
		statics: 0,
		dynamics: 0,
		optionals: 0
	}], bestFuzzy = null, bestMatch = null;
	for (; stack.length;) {
		let frame = stack.pop(), { node, index, skipped, statics, dynamics, optionals } = frame, { extract, rawParams } = frame;
		if (node.kind === 2 && node.route && !isFrameMoreSpecific(bestMatch, frame)) continue;
		if (node.parse) {
			if (!validateParseParams(path, parts, frame)) continue;
			rawParams = frame.rawParams, extract = frame.extract;
		}
		fuzzy && node.route && node.kind !== SEGMENT_TYPE_INDEX && isFrameMoreSpecific(bestFuzzy, frame) && (bestFuzzy = frame);
		let isBeyondPath = index === partsLength;
		if (isBeyondPath && (node.route && (!pathIsIndex || node.kind === SEGMENT_TYPE_INDEX || node.kind === 2) && isFrameMoreSpecific(bestMatch, frame) && (bestMatch = frame), !node.optional && !node.wildcard && !node.index && !node.pathless)) continue;
		let part = isBeyondPath ? void 0 : parts[index], lowerPart;
		if (isBeyondPath && node.index) {
			let indexFrame = {
				node: node.index,
				index,
				skipped,
				statics,
				dynamics,
				optionals,
				extract,
				rawParams
			}, indexValid = !0;
			if (node.index.parse && (validateParseParams(path, parts, indexFrame) || (indexValid = !1)), indexValid) {
				if (!dynamics && !optionals && !skipped && isPerfectStaticMatch(statics, partsLength)) return indexFrame;
				isFrameMoreSpecific(bestMatch, indexFrame) && (bestMatch = indexFrame);
			}
		}
		if (node.wildcard) for (let i = node.wildcard.length - 1; i >= 0; i--) {
			let segment = node.wildcard[i], { prefix, suffix } = segment;
			if (!prefix || !isBeyondPath && (segment.caseSensitive ? part : lowerPart ??= part.toLowerCase()).startsWith(prefix)) {
				if (suffix) {
					if (isBeyondPath) continue;
					let end = parts.slice(index).join("/"), suffixPart = end.slice(-suffix.length);
					if ((segment.caseSensitive ? suffixPart : suffixPart.toLowerCase()) !== suffix || end.length - suffix.length < prefix.length) continue;
				}
				stack.push({
					node: segment,
					index: partsLength,
					skipped,
					statics,
					dynamics,
					optionals,
					extract,
					rawParams
				});
			}
		}
		if (node.optional) {
			let nextSkipped = skipped | 1 << node.depth + 1;
			for (let i = node.optional.length - 1; i >= 0; i--) {
				let segment = node.optional[i];
				stack.push({
					node: segment,
					index,
					skipped: nextSkipped,
					statics,
					dynamics,
					optionals,
					extract,
					rawParams
				});
			}
			if (!isBeyondPath) for (let i = node.optional.length - 1; i >= 0; i--) {
				let segment = node.optional[i], { prefix, suffix } = segment;
				if (prefix || suffix) {
					let casePart = segment.caseSensitive ? part : lowerPart ??= part.toLowerCase();
					if (prefix && !casePart.startsWith(prefix) || suffix && casePart.indexOf(suffix, casePart.length - suffix.length) < prefix.length) continue;
				}
				stack.push({
					node: segment,
					index: index + 1,
					skipped,
					statics,
					dynamics,
					optionals: optionals + segmentScore(partsLength, index),
					extract,
					rawParams
				});
			}
		}
		if (!isBeyondPath && node.dynamic && part) for (let i = node.dynamic.length - 1; i >= 0; i--) {
			let segment = node.dynamic[i], { prefix, suffix } = segment;
			if (prefix || suffix) {
				let casePart = segment.caseSensitive ? part : lowerPart ??= part.toLowerCase();
				if (prefix && !casePart.startsWith(prefix) || suffix && casePart.indexOf(suffix, casePart.length - suffix.length) < prefix.length) continue;
			}
			stack.push({
				node: segment,
				index: index + 1,
				skipped,
				statics,
				dynamics: dynamics + segmentScore(partsLength, index),
				optionals,
				extract,
				rawParams
			});
		}
		if (!isBeyondPath && node.staticInsensitive) {
			let match = node.staticInsensitive.get(lowerPart ??= part.toLowerCase());
			match && stack.push({
				node: match,
				index: index + 1,
				skipped,
				statics: statics + segmentScore(partsLength, index),
				dynamics,
				optionals,
				extract,
				rawParams
			});
		}
		if (!isBeyondPath && node.static) {
			let match = node.static.get(part);
			match && stack.push({
				node: match,
				index: index + 1,
				skipped,
				statics: statics + segmentScore(partsLength, index),
				dynamics,
				optionals,
				extract,
				rawParams
			});
		}
		if (node.pathless) for (let i = node.pathless.length - 1; i >= 0; i--) {
			let segment = node.pathless[i];
			stack.push({
				node: segment,
				index,
				skipped,
				statics,
				dynamics,
				optionals,
				extract,
				rawParams
			});
		}
	}
	if (bestMatch) return bestMatch;
	if (fuzzy && bestFuzzy) {
		let sliceIndex = bestFuzzy.index;
		for (let i = 0; i < bestFuzzy.index; i++) sliceIndex += parts[i].length;
		let splat = sliceIndex === path.length ? "/" : path.slice(sliceIndex);
		return bestFuzzy.rawParams ??= Object.create(null), bestFuzzy.rawParams["**"] = decodeURIComponent(splat), bestFuzzy;
	}
	return null;
}
function segmentScore(partsLength, index) {
	return 2 ** (partsLength - index - 1);
}
function isPerfectStaticMatch(statics, partsLength) {
	return statics === 2 ** (partsLength - 1) - 1;
}
function validateParseParams(path, parts, frame) {
	let rawParams, state;
	try {
		[rawParams, state] = extractParams(path, parts, frame);
	} catch {
		return null;
	}
	if (frame.rawParams = rawParams, frame.extract = state, !frame.node.parse) return !0;
	try {
		if (frame.node.parse(rawParams) === !1) return null;
	} catch {}
	return !0;
}
function isFrameMoreSpecific(prev, next) {
	return !prev || next.statics > prev.statics || next.statics === prev.statics && (next.dynamics > prev.dynamics || next.dynamics === prev.dynamics && (next.optionals > prev.optionals || next.optionals === prev.optionals && ((next.node.kind === SEGMENT_TYPE_INDEX) > (prev.node.kind === SEGMENT_TYPE_INDEX) || next.node.kind === SEGMENT_TYPE_INDEX == (prev.node.kind === SEGMENT_TYPE_INDEX) && next.node.depth > prev.node.depth)));
}
// node_modules/@tanstack/router-core/dist/esm/rewrite.js
function rewriteBasepath(basepath, caseSensitive, rewrite) {
	let trimmedBasepath = trimPath(basepath), normalizedBasepath = `/${trimmedBasepath}`, checkBasepath = caseSensitive ? normalizedBasepath : normalizedBasepath.toLowerCase(), checkBasepathWithSlash = `${checkBasepath}/`, basepathRewrite = {
		input: ({ url }) => {
			let pathname = caseSensitive ? url.pathname : url.pathname.toLowerCase();
			return pathname === checkBasepath ? url.pathname = "/" : pathname.startsWith(checkBasepathWithSlash) && (url.pathname = url.pathname.slice(normalizedBasepath.length)), url;
		},
		output: ({ url }) => (url.pathname = cleanPath(`/${trimmedBasepath}${url.pathname}`), url)
	};
	return rewrite ? {
		input: ({ url }) => executeRewriteInput(rewrite, basepathRewrite.input({ url })),
		output: ({ url }) => basepathRewrite.output({ url: executeRewriteOutput(rewrite, url) })
	} : basepathRewrite;
}
function executeRewriteInput(rewrite, url) {
	let res = rewrite?.input?.({ url });
	if (res) {
		if (typeof res == "string") return new URL(res);
		if (res instanceof URL) return res;
	}
	return url;
}
function executeRewriteOutput(rewrite, url) {
	let res = rewrite?.output?.({ url });
	if (res) {
		if (typeof res == "string") return new URL(res);
		if (res instanceof URL) return res;
	}
	return url;
}
// node_modules/@tanstack/router-core/dist/esm/stores.js
function createNonReactiveMutableStore(initialValue) {
	let value = initialValue;
	return {
		get() {
			return value;
		},
		set(nextOrUpdater) {
			value = functionalUpdate(nextOrUpdater, value);
		}
	};
}
function createNonReactiveReadonlyStore(read) {
	return { get() {
		return read();
	} };
}
function createRouterStores(initialLocation, config) {
	let { createMutableStore, createReadonlyStore, batch } = config, byRoute = new Map(), status = createMutableStore("idle"), location = createMutableStore(initialLocation), resolvedLocation = createMutableStore(void 0), ids = createMutableStore([]), matches = createReadonlyStore(() => ids.get().map((id) => byRoute.get(id).get())), __store = createReadonlyStore(() => ({
		status: status.get(),
		isLoading: status.get() === "pending",
		matches: matches.get(),
		location: location.get(),
		resolvedLocation: resolvedLocation.get()
	}));
	function getMatchStore(routeId) {
		let matchStore = byRoute.get(routeId);
		return matchStore || (matchStore = createMutableStore(void 0), byRoute.set(routeId, matchStore)), matchStore;
	}
	let store = {
		status,
		location,
		resolvedLocation,
		ids,
		matches,
		byRoute,
		__store,
		getMatchStore,
		setMatches
	};
	function setMatches(nextMatches) {
		let previousIds = ids.get(), nextIds = nextMatches.map((match) => match.routeId);
		batch(() => {
			arraysEqual(previousIds, nextIds) || ids.set(nextIds);
			for (let id of previousIds) nextIds.includes(id) || byRoute.get(id).set(() => void 0);
			for (let nextMatch of nextMatches) {
				let matchStore = getMatchStore(nextMatch.routeId);
				matchStore.get() !== nextMatch && matchStore.set(nextMatch);
			}
		});
	}
	return store;
}
// node_modules/@tanstack/history/dist/esm/index.js
var stateIndexKey = "__TSR_index", popStateEvent = "popstate", beforeUnloadEvent = "beforeunload", protocolRelativePrefix = /^[\x00-\x20]*(?:[\\/][\t\n\r]*){2,}/;
function normalizeProtocolRelative(url) {
	let match = protocolRelativePrefix.exec(url);
	return match ? "/" + url.slice(match[0].length) : url;
}
function normalizeHref(href) {
	return /[\x00-\x1f\x7f]/.test(href) && (href = href.replace(/[\x00-\x1f\x7f]/g, (character) => "	\n\r".includes(character) ? "" : encodeURIComponent(character))), normalizeProtocolRelative(href);
}
function createHistory(opts) {
	let location = opts.getLocation(), subscribers = new Set(), notify = (action) => {
		location = opts.getLocation(), subscribers.forEach((subscriber) => subscriber({
			location,
			action
		}));
	}, handleIndexChange = (action) => {
		opts.notifyOnIndexChange ?? !0 ? notify(action) : location = opts.getLocation();
	}, tryNavigation = async (args) => {
		let blockers = args.navigateOpts?.ignoreBlocker ? void 0 : opts.getBlockers?.();
		if (typeof document < "u" && blockers?.length && (args.type === "PUSH" || args.type === "REPLACE")) for (let blocker of blockers) {
			let nextLocation = parseHref(args.path, args.state);
			if (await blocker.blockerFn({
				currentLocation: location,
				nextLocation,
				action: args.type
			})) {
				opts.onBlocked?.();
				return;
			}
		}
		args.task();
	};
	return {
		get location() {
			return location;
		},
		get length() {
			return opts.getLength();
		},
		subscribers,
		subscribe: (cb) => (subscribers.add(cb), () => {
			subscribers.delete(cb);
		}),
		push: (path, state, navigateOpts) => {
			let currentIndex = location.state[stateIndexKey];
			state = assignKeyAndIndex(currentIndex + 1, state), tryNavigation({
				task: () => {
					opts.pushState(path, state), notify({ type: "PUSH" });
				},
				navigateOpts,
				type: "PUSH",
				path,
				state
			});
		},
		replace: (path, state, navigateOpts) => {
			let currentIndex = location.state[stateIndexKey];
			state = assignKeyAndIndex(currentIndex, state), tryNavigation({
				task: () => {
					opts.replaceState(path, state), notify({ type: "REPLACE" });
				},
				navigateOpts,
				type: "REPLACE",
				path,
				state
			});
		},
		go: (index, navigateOpts) => {
			tryNavigation({
				task: () => {
					opts.go(index, navigateOpts?.ignoreBlocker ?? !1), handleIndexChange({
						type: "GO",
						index
					});
				},
				navigateOpts,
				type: "GO"
			});
		},
		back: (navigateOpts) => {
			tryNavigation({
				task: () => {
					opts.back(navigateOpts?.ignoreBlocker ?? !1), handleIndexChange({ type: "BACK" });
				},
				navigateOpts,
				type: "BACK"
			});
		},
		forward: (navigateOpts) => {
			tryNavigation({
				task: () => {
					opts.forward(navigateOpts?.ignoreBlocker ?? !1), handleIndexChange({ type: "FORWARD" });
				},
				navigateOpts,
				type: "FORWARD"
			});
		},
		canGoBack: () => location.state[stateIndexKey] !== 0,
		createHref: (str) => opts.createHref(str),
		block: (blocker) => {
			if (!opts.setBlockers) return () => {};
			let blockers = opts.getBlockers?.() ?? [];
			return opts.setBlockers([...blockers, blocker]), () => {
				let blockers = opts.getBlockers?.() ?? [];
				opts.setBlockers?.(blockers.filter((b) => b !== blocker));
			};
		},
		flush: () => opts.flush?.(),
		destroy: () => opts.destroy?.(),
		notify,
		_getBlockers: () => opts.getBlockers?.() ?? []
	};
}
function assignKeyAndIndex(index, state) {
	let key = createRandomKey();
	return {
		...state,
		key,
		__TSR_key: key,
		[stateIndexKey]: index
	};
}
function createBrowserHistory(opts) {
	let win = opts?.window ?? (typeof document < "u" ? window : void 0), originalPushState = win.history.pushState, originalReplaceState = win.history.replaceState, blockers = [], _getBlockers = () => blockers, _setBlockers = (newBlockers) => blockers = newBlockers, createHref = (path) => normalizeHref(opts?.createHref ? opts.createHref(path) : path), parseLocation = opts?.parseLocation ?? (() => parseHref(`${win.location.pathname}${win.location.search}${win.location.hash}`, win.history.state));
	if (!win.history.state?.__TSR_key && !win.history.state?.key) {
		let addedKey = createRandomKey();
		win.history.replaceState({
			[stateIndexKey]: 0,
			key: addedKey,
			__TSR_key: addedKey
		}, "");
	}
	let currentLocation = parseLocation(), rollbackLocation, nextPopIsGo = !1, ignoreNextPop = !1, skipBlockerNextPop = !1, ignoreNextBeforeUnload = !1, getLocation = () => currentLocation, next, flush = () => {
		next && (history._ignoreSubscribers = !0, (next[2] ? win.history.pushState : win.history.replaceState)(next[1], "", next[0]), history._ignoreSubscribers = !1, next = void 0, rollbackLocation = void 0);
	}, queueHistoryAction = (isPush, destHref, state) => {
		let href = opts?.createHref ? createHref(destHref) : void 0, hasPendingAction = !!next;
		hasPendingAction || (rollbackLocation = currentLocation), currentLocation = parseHref(destHref, state), next = [
			href ?? currentLocation.href,
			state,
			next?.[2] || isPush
		], hasPendingAction || queueMicrotask(() => flush());
	}, onPushPop = (type) => {
		currentLocation = parseLocation(), history.notify({ type });
	}, onPushPopEvent = async () => {
		if (ignoreNextBeforeUnload = !1, ignoreNextPop) {
			ignoreNextPop = !1;
			return;
		}
		let nextLocation = parseLocation(), delta = nextLocation.state[stateIndexKey] - currentLocation.state[stateIndexKey], isForward = delta === 1, isBack = delta === -1, isGo = !isForward && !isBack || nextPopIsGo;
		nextPopIsGo = !1;
		let action = isGo ? "GO" : isBack ? "BACK" : "FORWARD", notify = isGo ? {
			type: "GO",
			index: delta
		} : { type: isBack ? "BACK" : "FORWARD" };
		if (skipBlockerNextPop) skipBlockerNextPop = !1;
		else {
			let blockers = _getBlockers();
			if (typeof document < "u" && blockers.length) {
				for (let blocker of blockers) if (await blocker.blockerFn({
					currentLocation,
					nextLocation,
					action
				})) {
					ignoreNextPop = !0, win.history.go(-delta), history.notify(notify);
					return;
				}
			}
		}
		currentLocation = parseLocation(), history.notify(notify);
	}, onBeforeUnload = (e) => {
		if (ignoreNextBeforeUnload) {
			ignoreNextBeforeUnload = !1;
			return;
		}
		let shouldBlock = !1, blockers = _getBlockers();
		if (typeof document < "u" && blockers.length) for (let blocker of blockers) {
			let shouldHaveBeforeUnload = blocker.enableBeforeUnload ?? !0;
			if (shouldHaveBeforeUnload === !0 || typeof shouldHaveBeforeUnload == "function" && shouldHaveBeforeUnload() === !0) {
				shouldBlock = !0;
				break;
			}
		}
		if (shouldBlock) return e.preventDefault(), e.returnValue = "";
	}, history = createHistory({
		getLocation,
		getLength: () => win.history.length,
		pushState: (href, state) => queueHistoryAction(!0, href, state),
		replaceState: (href, state) => queueHistoryAction(!1, href, state),
		back: (ignoreBlocker) => (ignoreBlocker && (skipBlockerNextPop = !0, ignoreNextBeforeUnload = !0), win.history.back()),
		forward: (ignoreBlocker) => {
			ignoreBlocker && (skipBlockerNextPop = !0, ignoreNextBeforeUnload = !0), win.history.forward();
		},
		go: (n, ignoreBlocker) => {
			nextPopIsGo = !0, ignoreBlocker && (skipBlockerNextPop = !0, ignoreNextBeforeUnload = !0), win.history.go(n);
		},
		createHref,
		flush,
		destroy: () => {
			win.history.pushState = originalPushState, win.history.replaceState = originalReplaceState, win.removeEventListener(beforeUnloadEvent, onBeforeUnload, { capture: !0 }), win.removeEventListener(popStateEvent, onPushPopEvent);
		},
		onBlocked: () => {
			rollbackLocation && currentLocation !== rollbackLocation && (currentLocation = rollbackLocation);
		},
		getBlockers: _getBlockers,
		setBlockers: _setBlockers,
		notifyOnIndexChange: !1
	});
	return history._ignoreNextBeforeUnload = (href) => {
		ignoreNextBeforeUnload = !1;
		try {
			href = new URL(href, win.document.baseURI).href, ignoreNextBeforeUnload = /^https?:/.test(href) && (!href.includes("#") || href.split("#")[0] !== win.location.href.split("#")[0]);
		} catch {}
	}, win.addEventListener(beforeUnloadEvent, onBeforeUnload, { capture: !0 }), win.addEventListener(popStateEvent, onPushPopEvent), win.history.pushState = function(...args) {
		let res = originalPushState.apply(win.history, args);
		return history._ignoreSubscribers || onPushPop("PUSH"), res;
	}, win.history.replaceState = function(...args) {
		let res = originalReplaceState.apply(win.history, args);
		return history._ignoreSubscribers || onPushPop("REPLACE"), res;
	}, history;
}
function parseHref(href, state) {
	let sanitizedHref = normalizeHref(href), hashIndex = sanitizedHref.indexOf("#"), searchIndex = sanitizedHref.indexOf("?");
	if (!state) {
		let key = createRandomKey();
		state = {
			[stateIndexKey]: 0,
			key,
			__TSR_key: key
		};
	}
	return {
		href: sanitizedHref,
		pathname: sanitizedHref.slice(0, hashIndex > -1 ? searchIndex > -1 ? Math.min(hashIndex, searchIndex) : hashIndex : searchIndex > -1 ? searchIndex : sanitizedHref.length),
		hash: hashIndex > -1 ? sanitizedHref.slice(hashIndex) : "",
		search: searchIndex > -1 ? sanitizedHref.slice(searchIndex, hashIndex === -1 ? void 0 : hashIndex) : "",
		state
	};
}
function createRandomKey() {
	return (Math.random() + 1).toString(36).slice(7);
}
// node_modules/@tanstack/router-core/dist/esm/router.js
function isExternalUrl(url, origin) {
	return url.protocol !== "http:" && url.protocol !== "https:" || url.origin !== origin || !!url.username || !!url.password;
}
function getUrlPath(url) {
	return url.pathname + url.search + url.hash;
}
function routeNeedsLoad(route) {
	return route.options.loader || route.options.beforeLoad || route.lazyFn || route.options.component?.preload || route.options.pendingComponent?.preload;
}
function getLocationChangeInfo(location, resolvedLocation) {
	return {
		fromLocation: resolvedLocation,
		toLocation: location,
		pathChanged: resolvedLocation?.pathname !== location.pathname,
		hrefChanged: resolvedLocation?.href !== location.href,
		hashChanged: resolvedLocation?.hash !== location.hash
	};
}
function _getUserHistoryState({ key: _key, __TSR_key: _tsrKey, __TSR_index: _tsrIndex, __hashScrollIntoViewOptions: _hashScroll, ...state }) {
	return state;
}
function lifecycleEnd(matches) {
	return matches.findIndex((match) => match.status === "error" || match.status === "notFound" || match._notFound) + 1;
}
function runRouteLifecycle(router, previous, matches, previousEnd, nextEnd, owner) {
	previousEnd && (previous = previous.slice(0, previousEnd)), nextEnd && (matches = matches.slice(0, nextEnd));
	for (let match of previous) {
		if (owner && router._tx !== owner) return;
		matches.some((candidate) => candidate.routeId === match.routeId) || router.routesById[match.routeId].options.onLeave?.(match);
	}
	for (let match of matches) {
		if (owner && router._tx !== owner) return;
		router.routesById[match.routeId].options[previous.some((candidate) => candidate.routeId === match.routeId) ? "onStay" : "onEnter"]?.(match);
	}
}
var RouterCore = class {
	constructor(options, getStoreConfig) {
		this.tempLocationKey = `${Math.round(Math.random() * 1e7)}`, this._scroll = { n: !0 }, this.subscribers = new Set(), this._cache = new Map(), this._committed = [], this.startTransition = async (fn) => (fn(), !1), this.update = (newOptions) => {
			let prevOptions = this.options;
			this.options = {
				...prevOptions,
				...newOptions
			}, this.isServer = this.options.isServer ?? !1 ?? typeof document > "u", this.staticLocations = new WeakMap(), this.protocolAllowlist = new Set(this.options.protocolAllowlist), (!this.history || this.options.history && this.options.history !== this.history) && (this.history = this.options.history ? this.options.history : createBrowserHistory()), this.origin = this.options.origin, this.origin ||= window?.origin && window.origin !== "null" ? window.origin : "http://localhost";
			let nextBasepath = this.options.basepath ?? "/", nextRewriteOption = this.options.rewrite, rewriteChanged = this.basepath !== nextBasepath || prevOptions?.rewrite !== nextRewriteOption || prevOptions?.caseSensitive !== this.options.caseSensitive;
			if (rewriteChanged && (this.basepath = nextBasepath, this.rewrite = nextBasepath !== "/" && trimPath(nextBasepath) ? rewriteBasepath(nextBasepath, this.options.caseSensitive, nextRewriteOption) : nextRewriteOption), this.history && this.updateLatestLocation(), this.options.routeTree !== this.routeTree) {
				this.routeTree = this.options.routeTree;
				let processRouteTreeResult;
				processRouteTreeResult = this.buildRouteTree(), this.setRoutes(processRouteTreeResult);
			}
			if (this.stores) rewriteChanged && this.stores.location.set(this.latestLocation);
			else if (this.latestLocation) {
				let config = this.getStoreConfig(this);
				this.batch = config.batch, this.stores = createRouterStores(this.latestLocation, config), setupScrollRestoration(this);
			}
		}, this.updateLatestLocation = () => {
			this.latestLocation = this.parseLocation(this.history.location, this.latestLocation);
		}, this.buildRouteTree = () => {
			let result = processRouteTree(this.routeTree, this.options.caseSensitive);
			return this.options.routeMasks && processRouteMasks(this.options.routeMasks, result.processedTree), {
				...result,
				resolvePathCache: createSieveCache(1e3)
			};
		}, this.subscribe = (eventType, fn) => {
			let listener = {
				eventType,
				fn
			};
			return this.subscribers.add(listener), () => {
				this.subscribers.delete(listener);
			};
		}, this.emit = (routerEvent) => {
			for (let listener of this.subscribers) if (listener.eventType === routerEvent.type) try {
				listener.fn(routerEvent);
			} catch (e) {
				console.error(e);
			}
		}, this.parseLocation = (locationToParse, previousLocation) => {
			let parse = ({ pathname, search, hash, href }, state) => {
				if (!this.rewrite && !/[ \x00-\x1f\x7f\u0080-\uffff]/.test(pathname)) {
					let parsedSearch = this.options.parseSearch(search), searchStr = this.options.stringifySearch(parsedSearch);
					return {
						href: pathname + searchStr + hash,
						publicHref: pathname + searchStr + hash,
						pathname: decodePath(pathname),
						external: !1,
						searchStr,
						search: nullReplaceEqualDeep(previousLocation?.search, parsedSearch),
						hash: decodePath(hash.slice(1)),
						state: replaceEqualDeep(previousLocation?.state, state)
					};
				}
				let url = executeRewriteInput(this.rewrite, new URL(href, this.origin)), parsedSearch = this.options.parseSearch(url.search), searchStr = this.options.stringifySearch(parsedSearch);
				return url.search = searchStr, {
					href: url.href.replace(url.origin, ""),
					publicHref: href,
					pathname: decodePath(normalizeProtocolRelative(url.pathname)),
					external: !!this.rewrite && isExternalUrl(url, this.origin),
					searchStr,
					search: nullReplaceEqualDeep(previousLocation?.search, parsedSearch),
					hash: decodePath(url.hash.slice(1)),
					state: replaceEqualDeep(previousLocation?.state, state)
				};
			}, location = parse(locationToParse, locationToParse.state), { __tempLocation, __tempKey } = location.state;
			if (__tempLocation && (!__tempKey || __tempKey === this.tempLocationKey)) {
				let parsedTempLocation = parse(__tempLocation, {
					...__tempLocation.state,
					__tempLocation: void 0,
					key: location.state.key,
					__TSR_key: location.state.__TSR_key
				});
				return parsedTempLocation.maskedLocation = location, parsedTempLocation;
			}
			return location;
		}, this.matchRoutes = (pathnameOrNext, locationSearchOrOpts, opts) => typeof pathnameOrNext == "string" ? this.matchRoutesInternal({
			pathname: pathnameOrNext,
			search: locationSearchOrOpts
		}, opts) : this.matchRoutesInternal(pathnameOrNext, locationSearchOrOpts), this.getMatchedRoutes = (pathname) => {
			let rawParams = Object.create(null), match = findRouteMatch(trimPathRight(pathname), this.processedTree, !0);
			return match && Object.assign(rawParams, match.rawParams), [
				match?.branch || [this.routesById.__root__],
				rawParams,
				match?.route
			];
		}, this.buildLocation = (opts) => {
			{
				let cached = this.staticLocations.get(opts);
				if (cached) return cached;
			}
			let usedCurrent = !1, build = (dest = {}) => {
				if (dest.href) {
					let parsed = parseHref(dest.href, {});
					dest = {
						...dest,
						to: executeRewriteInput(this.rewrite, new URL(parsed.pathname, this.origin)).pathname,
						search: this.options.parseSearch(parsed.search),
						hash: parsed.hash.slice(1)
					};
				}
				let currentLocation = opts._fromLocation || this._pendingLocation || this.latestLocation, lightweight, current = () => (usedCurrent = !0, currentLocation), currentMatch = () => lightweight ??= this.matchRoutesLightweight(current()), to = dest.to ? `${dest.to}` : ".", nextTo = resolvePath(to[0] === "/" ? "" : dest.unsafeRelative === "path" ? current().pathname : dest.from ?? currentMatch()[1], to, this.options.trailingSlash, this.resolvePathCache), destRoute = this.routesByPath[trimPathRight(nextTo)], isTemplate = nextTo.includes("$"), destRoutes;
				if (destRoute) destRoutes = destRoute._branch ??= buildRouteBranch(destRoute);
				else if (isTemplate) destRoutes = [];
				else {
					let [matchedRoutes, rawParams, foundRoute] = this.getMatchedRoutes(nextTo);
					destRoutes = matchedRoutes, this.options.notFoundRoute && (!foundRoute || foundRoute.path !== "/" && rawParams["**"]) && (destRoutes = [...destRoutes, this.options.notFoundRoute]);
				}
				let interpolation = isTemplate ? destRoute?._interpolation ?? parseSegments(!1, { fullPath: nextTo }, 0) : void 0, nextParams;
				for (let route of destRoutes) {
					let fn = route.options.params?.stringify ?? route.options.stringifyParams;
					if (fn) {
						let fromParams = currentMatch()[3];
						if (nextParams ??= resolveNextParams(dest.params, fromParams), !hasKeys(nextParams)) break;
						nextParams === fromParams && (nextParams = Object.assign(createNull(), nextParams));
						try {
							Object.assign(nextParams, fn(nextParams));
						} catch {}
					}
				}
				nextParams ??= resolveNextParams(dest.params, needsInheritedParams(dest.params, interpolation) ? currentMatch()[3] : EMPTY_RECORD);
				let nextPathname = opts.leaveParams ? nextTo : normalizeProtocolRelative(decodePath(interpolation ? interpolatePath(nextTo, interpolation, nextParams, this.pathParamsDecoder) : nextTo)), middlewares = getSearchMiddlewares(destRoutes, opts._includeValidateSearch), fromSearch = () => {
					let search = currentMatch()[2];
					if (opts._includeValidateSearch && this.options.search?.strict) {
						let validatedSearch = {};
						destRoutes.forEach((route) => {
							if (route.options.validateSearch) try {
								Object.assign(validatedSearch, validateSearch(route.options.validateSearch, {
									...validatedSearch,
									...search
								}));
							} catch {}
						}), search = validatedSearch;
					}
					return search;
				}, nextSearch = middlewares.length ? applySearchMiddleware(middlewares, fromSearch(), dest) : dest.search === !0 ? fromSearch() : typeof dest.search == "function" ? dest.search(fromSearch()) : dest.search || EMPTY_RECORD, searchStr = this.options.stringifySearch(nextSearch), hash = dest.hash === !0 ? current().hash : typeof dest.hash == "function" ? dest.hash(current().hash) : dest.hash || void 0, hashStr = hash ? `#${hash}` : "", nextState = dest.state ? dest.state === !0 ? current().state : typeof dest.state == "function" ? dest.state(current().state) : dest.state : EMPTY_RECORD, fullPath = `${nextPathname}${searchStr}${hashStr}`, href, publicHref, external = !1;
				if (this.rewrite) {
					let url = new URL(fullPath, this.origin), origin = url.origin, rewrittenUrl = executeRewriteOutput(this.rewrite, url);
					href = getUrlPath(url), isExternalUrl(rewrittenUrl, origin) ? (publicHref = rewrittenUrl.href, external = !0) : publicHref = normalizeProtocolRelative(getUrlPath(rewrittenUrl));
				} else href = encodePathLikeUrl(fullPath), publicHref = href;
				return {
					publicHref,
					href,
					pathname: nextPathname,
					search: nextSearch,
					searchStr,
					state: nextState,
					hash: hash ?? "",
					external,
					unmaskOnReload: dest.unmaskOnReload
				};
			}, next = build(opts);
			if (opts.mask) next.maskedLocation = build({
				from: opts.from,
				...opts.mask
			});
			else if (this.options.routeMasks) {
				let match = findFlatMatch(next.pathname, this.processedTree);
				if (match) {
					let params = Object.assign(createNull(), match.rawParams), { from: _from, params: maskParams, ...maskProps } = match.route, nextParams = resolveNextParams(maskParams, params);
					next.maskedLocation = build({
						from: opts.from,
						...maskProps,
						params: nextParams
					});
				}
			}
			return !usedCurrent && opts._fromLocation && this.staticLocations.set(opts, next), next;
		}, this.commitLocation = async ({ viewTransition, ignoreBlocker, ...next }) => {
			let nextLocation = next.maskedLocation ?? next;
			if (nextLocation.external) return documentNavigation(this, nextLocation.publicHref, {
				replace: next.replace,
				ignoreBlocker
			});
			let historyAction, isSameLocation = trimPathRight(this.latestLocation.href) === trimPathRight(next.href) && deepEqual(_getUserHistoryState(next.state), _getUserHistoryState(this.latestLocation.state)), previousCommitPromise = this._commitPromise, resolve, commitPromise = new Promise((done) => {
				resolve = done;
			});
			if (commitPromise.resolve = () => {
				resolve(), previousCommitPromise?.resolve();
			}, this._commitPromise = commitPromise, isSameLocation) this.load();
			else {
				let { maskedLocation, hashScrollIntoView, ...nextHistory } = next;
				maskedLocation && (nextHistory = {
					...maskedLocation,
					state: {
						...maskedLocation.state,
						__tempKey: void 0,
						__tempLocation: {
							...nextHistory,
							search: nextHistory.searchStr,
							state: {
								...nextHistory.state,
								__tempKey: void 0,
								__tempLocation: void 0,
								__TSR_key: void 0,
								key: void 0
							}
						}
					}
				}, (nextHistory.unmaskOnReload ?? this.options.unmaskOnReload ?? !1) && (nextHistory.state.__tempKey = this.tempLocationKey)), nextHistory.state = {
					...nextHistory.state,
					__hashScrollIntoViewOptions: hashScrollIntoView ?? this.options.defaultHashScrollIntoView ?? !0
				}, this.shouldViewTransition = viewTransition, historyAction = next.replace ? "REPLACE" : "PUSH", this.history[historyAction === "REPLACE" ? "replace" : "push"](nextHistory.publicHref, nextHistory.state, { ignoreBlocker }), this.history.subscribers.size || this.load({ action: { type: historyAction } });
			}
			return this._scroll.n = next.resetScroll ?? !0, this._commitPromise;
		}, this.buildAndCommitLocation = ({ replace, resetScroll, hashScrollIntoView, viewTransition, ignoreBlocker, ...rest } = {}) => {
			let location = this.buildLocation({
				...rest,
				_includeValidateSearch: !0
			});
			this._pendingLocation = location;
			let commitPromise = this.commitLocation({
				...location,
				viewTransition,
				replace,
				resetScroll,
				hashScrollIntoView,
				ignoreBlocker
			});
			return queueMicrotask(() => {
				this._pendingLocation === location && (this._pendingLocation = void 0);
			}), commitPromise;
		}, this.navigate = async ({ to, reloadDocument, href, publicHref, ...rest }) => {
			let hrefScheme = href ? getUrlScheme(href) : void 0;
			if (hrefScheme || reloadDocument) {
				if (to !== void 0 || !href) {
					let location = this.buildLocation({
						to,
						...rest
					}), publicLocation = location.maskedLocation ?? location;
					href ??= publicLocation.publicHref, publicHref ??= publicLocation.publicHref;
				}
				let reloadHref = !hrefScheme && publicHref ? publicHref : href;
				return documentNavigation(this, reloadHref, rest);
			}
			return this.buildAndCommitLocation({
				...rest,
				href,
				to,
				_isNavigate: !0
			});
		}, this.load = async (opts) => {
			this.updateLatestLocation(), opts?.action && (this._scroll.h = opts.action.type === "PUSH" || opts.action.type === "REPLACE"), await loadClientRoute(this, opts);
		}, this.startViewTransition = (fn) => {
			let shouldViewTransition = this.shouldViewTransition ?? this.options.defaultViewTransition;
			if (this.shouldViewTransition = void 0, shouldViewTransition && typeof document.startViewTransition == "function") {
				let startViewTransitionParams;
				if (typeof shouldViewTransition == "object" && window.CSS?.supports?.("selector(:active-view-transition-type(a))")) {
					let next = this.latestLocation, prevLocation = this.stores.resolvedLocation.get(), resolvedViewTransitionTypes = typeof shouldViewTransition.types == "function" ? shouldViewTransition.types(getLocationChangeInfo(next, prevLocation)) : shouldViewTransition.types;
					if (resolvedViewTransitionTypes === !1) return fn();
					startViewTransitionParams = {
						update: fn,
						types: resolvedViewTransitionTypes
					};
				} else startViewTransitionParams = fn;
				return document.startViewTransition(startViewTransitionParams).updateCallbackDone;
			}
			return fn();
		}, this.invalidate = (opts) => {
			let committedMatches = this._committed, filter = opts?.filter, preloads = this._preloads, invalidIds = new Set(), consider = (match) => {
				(!filter || filter(match)) && invalidIds.add(match.id);
			};
			committedMatches.forEach(consider), this._cache.forEach(consider), preloads?.forEach((matches) => matches.forEach(consider)), this._tx?.[3].forEach(consider);
			let abort = [];
			for (let [controller, matches] of preloads ?? []) matches.some((match) => invalidIds.has(match.id)) && (preloads.delete(controller), abort.push(controller));
			let invalidate = (d) => {
				if (invalidIds.has(d.id)) {
					let route = this.routesById[d.routeId], next = {
						...d,
						invalid: !0,
						...(opts?.forcePending || d.status === "error" || d.status === "notFound") && routeNeedsLoad(route) ? {
							status: "pending",
							error: void 0
						} : void 0
					};
					return d._flight = void 0, next;
				}
				return d;
			};
			this._committed = committedMatches.map(invalidate);
			for (let [id, match] of this._cache) invalidIds.has(id) && (match.invalid = !0, opts?.forcePending && (match.status = "pending"));
			for (let id of invalidIds) {
				let flight = this._flights?.get(id);
				this._flights?.delete(id), flight && !flight[2] && abort.push(flight[1]);
			}
			for (let controller of abort) controller.abort();
			return this.shouldViewTransition = !1, this.load({ sync: opts?.sync });
		}, this.resolveRedirect = (redirect) => {
			let options = redirect.options, href = redirect.headers.get("Location") || options.href;
			if (!href) {
				let location = this.buildLocation(options);
				href = (location.maskedLocation ?? location).publicHref || "/";
			}
			let scheme;
			if (protocolRelativePrefixRegex.test(href) || (scheme = getUrlScheme(href)) && !this.protocolAllowlist.has(scheme)) throw Error("Redirect blocked: unsafe protocol");
			if (scheme === "http:" || scheme === "https:") {
				let url = new URL(href);
				url.pathname.startsWith("//") ? href = url.href : isExternalUrl(url, this.origin) || (href = getUrlPath(url), scheme = void 0);
			}
			return scheme && (options.reloadDocument = !0), options.href = href, redirect.headers.set("Location", href), redirect;
		}, this.clearCache = (opts) => {
			let cached = this._cache, preloads = this._preloads, filter = opts?.filter, discarded = [], discardedIds = [];
			for (let [id, match] of cached) (!filter || filter(match)) && (discardedIds.push(id), discarded.push(match));
			let abort = [];
			for (let [controller, matches] of preloads ?? []) (!filter || matches.some(filter)) && (abort.push(controller), discarded.push(...matches));
			for (let id of discardedIds) cached.delete(id);
			for (let controller of abort) preloads.delete(controller);
			for (let match of discarded) {
				let flight = match._flight;
				match._flight = void 0, flight && !--flight[2] && (this._flights?.get(match.id) === flight && this._flights.delete(match.id), abort.push(flight[1]));
			}
			for (let controller of abort) controller.abort();
		}, this.loadRouteChunk = loadRouteChunk, this.preloadRoute = (opts) => preloadClientRoute(this, opts), this.matchRoute = (location, opts) => {
			let matchLocation = {
				...location,
				to: location.to ? resolvePath(location.from || "", location.to, this.options.trailingSlash, this.resolvePathCache) : void 0,
				params: location.params || {},
				leaveParams: !0
			}, next = this.buildLocation(matchLocation), isPending = this.stores.status.get() === "pending";
			if (opts?.pending && !isPending) return !1;
			let baseLocation = opts?.pending ?? !isPending ? this.latestLocation : this.stores.resolvedLocation.get() || this.stores.location.get(), match = findSingleMatch(next.pathname, opts?.caseSensitive ?? !1, opts?.fuzzy ?? !1, baseLocation.pathname, this.processedTree);
			return !match || location.params && !deepEqual(match.rawParams, location.params, !0) ? !1 : opts?.includeSearch ?? !0 ? deepEqual(baseLocation.search, next.search, !0) ? match.rawParams : !1 : match.rawParams;
		}, this.getStoreConfig = getStoreConfig, options.pathParamsAllowedCharacters?.length && (this.pathParamsDecoder = compileDecodeCharMap(options.pathParamsAllowedCharacters)), this.update({
			defaultPreloadDelay: 50,
			defaultPendingMs: 1e3,
			defaultPendingMinMs: 500,
			context: void 0,
			...options,
			caseSensitive: options.caseSensitive ?? !1,
			notFoundMode: options.notFoundMode ?? "fuzzy",
			stringifySearch: options.stringifySearch ?? defaultStringifySearch,
			parseSearch: options.parseSearch ?? defaultParseSearch,
			protocolAllowlist: options.protocolAllowlist ?? DEFAULT_PROTOCOL_ALLOWLIST
		}), self.__TSR_ROUTER__ = this;
	}
	isShell() {
		return !!this.options.isShell;
	}
	get state() {
		return this.stores.__store.get();
	}
	setRoutes(caches) {
		Object.assign(this, caches), this.lightweightCache = new WeakMap(), this.staticLocations = new WeakMap();
		let notFoundRoute = this.options.notFoundRoute;
		notFoundRoute && (notFoundRoute.init(99999999999), this.routesById[notFoundRoute.id] !== notFoundRoute && (notFoundRoute._interpolation = parseSegments(!1, notFoundRoute, 0)), this.routesById[notFoundRoute.id] = notFoundRoute);
	}
	matchRoutesInternal(next, opts) {
		let [initialMatchedRoutes, rawParams, foundRoute] = this.getMatchedRoutes(next.pathname), matchedRoutes = initialMatchedRoutes, isGlobalNotFound = !1;
		(foundRoute ? foundRoute.path !== "/" && rawParams["**"] : trimPathRight(next.pathname)) && (this.options.notFoundRoute ? matchedRoutes = [...matchedRoutes, this.options.notFoundRoute] : isGlobalNotFound = !0);
		let _notFoundRouteId = isGlobalNotFound ? findGlobalNotFoundRouteId(this.options.notFoundMode, matchedRoutes) : void 0, matches = Array(matchedRoutes.length), committed = this._committed, previousAt = (route, index) => {
			let match = committed[index];
			return match?.routeId === route.id ? match : route === this.options.notFoundRoute ? committed.find((candidate) => candidate.routeId === route.id) : void 0;
		}, strictParams;
		for (let index = 0; index < matchedRoutes.length; index++) {
			let route = matchedRoutes[index], parentMatch = matches[index - 1], preMatchSearch, strictMatchSearch, searchError;
			{
				let parentSearch = parentMatch?.search ?? next.search, parentStrictSearch = parentMatch?._strictSearch ?? void 0;
				try {
					let strictSearch = validateSearch(route.options.validateSearch, { ...parentSearch }) ?? void 0;
					preMatchSearch = {
						...parentSearch,
						...strictSearch
					}, strictMatchSearch = {
						...parentStrictSearch,
						...strictSearch
					};
				} catch (err) {
					let searchParamError = err;
					if (err instanceof SearchParamError || (searchParamError = new SearchParamError(err.message, { cause: err })), opts?.throwOnError) throw searchParamError;
					preMatchSearch = parentSearch, strictMatchSearch = {}, searchError = searchParamError;
				}
			}
			let loaderDeps = "", loaderDepsHash = "";
			try {
				loaderDeps = route.options.loaderDeps?.({ search: preMatchSearch }) ?? "", loaderDepsHash = loaderDeps && JSON.stringify(loaderDeps) || "";
			} catch (cause) {
				if (opts?.throwOnError) throw cause;
				searchError ??= cause;
			}
			let usedParams = createNull(), interpolatedPath = route._interpolation ? interpolatePath(route.fullPath, route._interpolation, rawParams, this.pathParamsDecoder, usedParams) : route.fullPath, matchId = route.id + interpolatedPath + loaderDepsHash, previousMatch = previousAt(route, index), existingMatch = this._cache.get(matchId) ?? (previousMatch?.id === matchId ? previousMatch : void 0);
			strictParams = existingMatch?._strictParams ?? Object.assign(usedParams, strictParams);
			let paramsError;
			if (!existingMatch) try {
				extractStrictParams(route, strictParams);
			} catch (err) {
				if (paramsError = isNotFound(err) || isRedirect(err) ? err : new PathParamError(err.message, { cause: err }), opts?.throwOnError) throw paramsError;
			}
			let cause = previousMatch ? "stay" : "enter", match;
			if (existingMatch) match = {
				...existingMatch,
				cause,
				search: nullReplaceEqualDeep(previousMatch ? previousMatch.search : existingMatch.search, preMatchSearch),
				_strictSearch: strictMatchSearch,
				searchError
			};
			else {
				let status = routeNeedsLoad(route) ? "pending" : "success";
				match = {
					id: matchId,
					ssr: route.options.ssr,
					index,
					routeId: route.id,
					params: previousMatch?.params ?? strictParams,
					_strictParams: strictParams,
					pathname: interpolatedPath,
					updatedAt: Date.now(),
					search: previousMatch ? nullReplaceEqualDeep(previousMatch.search, preMatchSearch) : preMatchSearch,
					_strictSearch: strictMatchSearch,
					searchError,
					status,
					isFetching: !1,
					error: void 0,
					paramsError,
					context: {},
					abortController: opts?._controller ?? new AbortController(),
					cause,
					loaderDeps: previousMatch ? replaceEqualDeep(previousMatch.loaderDeps, loaderDeps) : loaderDeps,
					invalid: !1,
					preload: !1,
					staticData: route.options.staticData || {},
					fullPath: route.fullPath
				};
			}
			let _notFound = _notFoundRouteId === route.id;
			match._notFound && !_notFound && (match.error = void 0), match._notFound = _notFound, matches[index] = match;
		}
		for (let index = 0; index < matches.length; index++) {
			let match = matches[index];
			match.params = match.cause === "stay" ? nullReplaceEqualDeep(match.params, strictParams) : strictParams, opts?._controller && (match.context = {});
		}
		return matches;
	}
	matchRoutesLightweight(location) {
		let lastRouteId = last(this.stores.ids.get()), lastStateMatch = lastRouteId ? this.stores.byRoute.get(lastRouteId).get() : void 0, lastStateMatchId = lastStateMatch?.id, cached = this.lightweightCache.get(location);
		if (cached && cached[0] === lastStateMatchId) return cached[1];
		let [matchedRoutes, rawParams] = this.getMatchedRoutes(location.pathname), lastRoute = last(matchedRoutes), accumulatedSearch = { ...location.search };
		for (let route of matchedRoutes) try {
			Object.assign(accumulatedSearch, validateSearch(route.options.validateSearch, accumulatedSearch));
		} catch {}
		let canReuseParams = lastStateMatch && lastStateMatch.routeId === lastRoute.id && lastStateMatch.pathname === location.pathname, params;
		if (canReuseParams) params = lastStateMatch.params;
		else {
			let strictParams = rawParams;
			for (let route of matchedRoutes) try {
				extractStrictParams(route, strictParams);
			} catch {}
			params = strictParams;
		}
		let result = [
			matchedRoutes,
			lastRoute.fullPath,
			accumulatedSearch,
			params
		];
		return this.lightweightCache.set(location, [lastStateMatchId, result]), result;
	}
};
async function documentNavigation(router, href, { replace, ignoreBlocker }) {
	if (!isDangerousProtocol(href, router.protocolAllowlist)) {
		if (!ignoreBlocker) {
			let blockers = router.history._getBlockers();
			for (let blocker of blockers) if (blocker?.blockerFn && await blocker.blockerFn({
				currentLocation: router.history.location,
				nextLocation: router.history.location,
				action: replace ? "REPLACE" : "PUSH"
			})) return;
		}
		router.history._ignoreNextBeforeUnload?.(href), replace ? window.location.replace(href) : window.location.href = href;
	}
}
var SearchParamError = class extends Error {}, PathParamError = class extends Error {};
function validateSearch(validateSearch, input) {
	if (validateSearch == null) return {};
	if ("~standard" in validateSearch) {
		let result = validateSearch["~standard"].validate(input);
		if (result instanceof Promise) throw new SearchParamError("Async validation not supported");
		if (result.issues) throw new SearchParamError(JSON.stringify(result.issues, void 0, 2), { cause: result });
		return result.value;
	}
	return "parse" in validateSearch ? validateSearch.parse(input) : typeof validateSearch == "function" ? validateSearch(input) : {};
}
function resolveNextParams(spec, base) {
	if (spec === void 0 || spec === !0) return base;
	let next = Object.create(null);
	return spec === !1 || spec === null ? next : typeof spec == "function" ? (Object.assign(next, base), Object.assign(next, spec(next))) : Object.assign(next, base, spec);
}
function needsInheritedParams(spec, interpolation) {
	return typeof spec == "function" ? !0 : !interpolation || spec === !1 || spec === null ? !1 : spec === void 0 || spec === !0 || interpolation.some((part) => typeof part != "string" && !hasOwn.call(spec, part[1]));
}
var EMPTY_RECORD = Object.freeze({});
function getSearchMiddlewares(destRoutes, includeValidateSearch) {
	let middlewares = [];
	for (let i = 0; i < destRoutes.length; i++) {
		let routeOptions = destRoutes[i].options;
		"search" in routeOptions ? routeOptions.search?.middlewares && middlewares.push(...routeOptions.search.middlewares) : (routeOptions.preSearchFilters || routeOptions.postSearchFilters) && middlewares.push(({ search, next }) => {
			let result = next(routeOptions.preSearchFilters ? routeOptions.preSearchFilters.reduce((prev, next) => next(prev), search) : search);
			return routeOptions.postSearchFilters ? routeOptions.postSearchFilters.reduce((prev, next) => next(prev), result) : result;
		});
		let routeValidateSearch = routeOptions.validateSearch;
		includeValidateSearch && routeValidateSearch && middlewares.push(({ search, next, meta }) => {
			let result = next(search);
			try {
				let validated = validateSearch(routeValidateSearch, result);
				if (meta && validated) for (let key in validated) key in result || (meta.defaulted ||= new Map()).set(key, validated[key]);
				return {
					...result,
					...validated
				};
			} catch {}
			return result;
		});
	}
	return middlewares;
}
function applySearchMiddleware(middlewares, search, dest) {
	let applyNext = (index, currentSearch, meta) => {
		if (index >= middlewares.length) {
			if (!dest.search) return {};
			if (dest.search === !0) return currentSearch;
			let result = functionalUpdate(dest.search, currentSearch);
			return meta && (meta.explicit = result), result;
		}
		return middlewares[index]({
			search: currentSearch,
			next: (newSearch, collectMeta) => {
				if (collectMeta) {
					let nextMeta = meta || {};
					return {
						search: applyNext(index + 1, newSearch, nextMeta),
						meta: nextMeta
					};
				}
				return applyNext(index + 1, newSearch, meta);
			},
			meta
		});
	};
	return applyNext(0, search);
}
function findGlobalNotFoundRouteId(notFoundMode, routes) {
	if (notFoundMode !== "root") {
		let fallback;
		for (let i = routes.length - 1; i >= 0; i--) {
			let route = routes[i];
			if (route.options.notFoundComponent) return route.id;
			fallback ||= route.children && route.id;
		}
		if (fallback) return fallback;
	}
	return rootRouteId;
}
function extractStrictParams(route, accumulatedParams) {
	let parseParams = route.options.params?.parse ?? route.options.parseParams;
	parseParams && Object.assign(accumulatedParams, parseParams(accumulatedParams));
}
// node_modules/@tanstack/router-core/dist/esm/load-client.js
function preloadComponent(route, type) {
	return route.options[type]?.preload?.();
}
function loadComponents(route, onPendingReady) {
	let component = preloadComponent(route, "component"), pending = preloadComponent(route, "pendingComponent");
	return onPendingReady && (pending ? pending = pending.then(onPendingReady) : onPendingReady()), component && pending ? Promise.all([component, pending]).then(() => {}) : component ?? pending;
}
function loadRouteChunk(route, componentType, onPendingReady) {
	let afterLazy = () => componentType === !1 ? void 0 : componentType ? preloadComponent(route, componentType) : loadComponents(route, onPendingReady), current = route._lazy;
	if (current) return current === !0 ? afterLazy() : current.then(afterLazy);
	if (!route.lazyFn) return afterLazy();
	let promise = route.lazyFn().then((lazyRoute) => {
		{
			let { id: _id, ...options } = lazyRoute.options;
			Object.assign(route.options, options), route._lazy = !0;
		}
	}, (error) => {
		throw route._lazy = void 0, error;
	});
	return route._lazy = promise, promise.then(afterLazy);
}
function _getRenderedMatches(matches) {
	let end = matches.findIndex((match) => match.status !== "success" || match._notFound) + 1;
	return end && end < matches.length ? matches.slice(0, end) : matches;
}
function _isRouteDeparting(router, routeId, location) {
	let tx = router._tx;
	return routeId && tx?.[2] === location && !tx[3].some((match) => match.routeId === routeId);
}
var SUCCESS = 0, ERROR = 1, NOT_FOUND = 2, REDIRECTED = 3, CANCELED_OUTCOME = [4];
function isControl(result) {
	return typeof result[0] == "number";
}
function waitFor(value, signal) {
	return signal.aborted ? Promise.race([Promise.reject(signal), value]) : new Promise((resolve, reject) => {
		let abort = () => reject(signal);
		signal.addEventListener("abort", abort, { once: !0 }), Promise.resolve(value).then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
	});
}
function getRoute(router, match) {
	return router.routesById[match.routeId];
}
function normalize(value, rejected, routeId) {
	return isRedirect(value) ? [REDIRECTED, value] : isNotFound(value) ? (value.routeId ||= routeId, [NOT_FOUND, value]) : rejected ? (typeof value?.then == "function" && (value = Error("A Promise was thrown", { cause: value })), [ERROR, value]) : [SUCCESS, value];
}
function normalizeError(route, cause) {
	let outcome = normalize(cause, !0, route.id);
	if (outcome[0] !== ERROR) return outcome;
	try {
		route.options.onError?.(outcome[1]);
	} catch (onErrorCause) {
		outcome = normalize(onErrorCause, !0, route.id);
	}
	return outcome;
}
function normalizeLaneError(router, lane, route, cause, options) {
	return options[0].signal.aborted ? CANCELED_OUTCOME : materializeRedirect(router, lane, route, normalizeError(route, cause), options);
}
async function contextualize(router, lane, options, end, planSuccessfulLane, retainedEnd) {
	let [location, matches] = lane, signal = options[0].signal, preload = !!options[3];
	for (let index = options[6] ?? 0; index < end; index++) {
		let match = matches[index], route = getRoute(router, match);
		match.abortController = options[0];
		let parentContext = matches[index - 1]?.context ?? router.options.context ?? {}, common = {
			params: match.params,
			location,
			navigate: (opts) => router.navigate({
				...opts,
				_fromLocation: location
			}),
			buildLocation: router.buildLocation,
			cause: preload ? "preload" : match.cause,
			abortController: options[0],
			preload,
			matches,
			routeId: route.id
		};
		try {
			let routeContext = match._ctx ||= route.options.context ? route.options.context({
				...common,
				deps: match.loaderDeps,
				context: parentContext
			}) || {} : void 0;
			match.context = {
				...parentContext,
				...routeContext
			};
		} catch (cause) {
			return releaseFlight(router, match), [index, normalizeLaneError(router, lane, route, cause, options)];
		}
		if (signal.aborted) return [index, CANCELED_OUTCOME];
		let validationError = match.paramsError ?? match.searchError;
		if (validationError !== void 0) return releaseFlight(router, match), [index, normalizeLaneError(router, lane, route, validationError, options)];
		let beforeLoad = route.options.beforeLoad;
		if (!beforeLoad) continue;
		let previousStatus = match.status;
		index >= retainedEnd && (match.status = "pending", options[7]?.());
		try {
			setFetching(router, match, "beforeLoad", options[0]);
			let value = beforeLoad({
				...common,
				search: match.search,
				context: match.context,
				...router.options.additionalContext
			}), result = await (typeof value?.then == "function" ? waitFor(value, signal) : value);
			if (signal.aborted) return [index, CANCELED_OUTCOME];
			let outcome = materializeRedirect(router, lane, route, normalize(result, !1, route.id), options);
			if (outcome[0] !== SUCCESS) return releaseFlight(router, match), [index, outcome];
			match.context = {
				...match.context,
				...result
			};
		} catch (cause) {
			return releaseFlight(router, match), [index, normalizeLaneError(router, lane, route, cause, options)];
		} finally {
			match.status = previousStatus, setFetching(router, match, !1, options[0]);
		}
	}
	planSuccessfulLane();
}
function releaseOwnedFlight(router, match, flight) {
	if (!(!flight || --flight[2])) {
		if (router._flights?.get(match.id) === flight) {
			let current = router._tx;
			if (current && !current[0].signal.aborted && !current[3].includes(match) && current[3].some((candidate) => candidate.id === match.id) && current[3].some((candidate) => candidate.isFetching === "beforeLoad")) return;
			router._flights.delete(match.id);
		}
		return flight[1];
	}
}
function releaseFlight(router, match) {
	let flight = match._flight;
	match._flight = void 0, releaseOwnedFlight(router, match, flight)?.abort();
}
function transferMatchResources(router, previous, next, deferSameIdFlight) {
	let abort = [];
	for (let match of previous) if (!next?.includes(match)) {
		let flight = match._flight;
		if (match._flight = void 0, deferSameIdFlight && flight?.[2] === 1 && router._flights?.get(match.id) === flight && next?.some((candidate) => candidate.id === match.id)) flight[2] = 0;
		else {
			let controller = releaseOwnedFlight(router, match, flight);
			controller && abort.push(controller);
		}
	}
	for (let controller of abort) controller.abort();
}
function acquireMatchResources(matches) {
	for (let match of matches) {
		let flight = match._flight;
		flight && flight[2]++;
	}
}
function setFetching(router, match, value, owner) {
	if (match.isFetching = value, owner && router._tx?.[0] !== owner) return;
	let store = router.stores.byRoute.get(match.routeId), presented = store?.get();
	presented?.id === match.id && store.set({
		...presented,
		isFetching: value
	});
}
function getLoaderContext(router, lane, match, route, controller, parentMatchPromise, preload) {
	let location = lane[0];
	return {
		params: match.params,
		location,
		navigate: (opts) => router.navigate({
			...opts,
			_fromLocation: location
		}),
		cause: preload ? "preload" : match.cause,
		abortController: controller,
		preload,
		deps: match.loaderDeps,
		parentMatchPromise,
		context: match.context,
		route,
		...router.options.additionalContext
	};
}
async function loadResource(router, lane, match, route, loader, parentMatchPromise, options) {
	let owner = options[0], signal = owner.signal;
	if (signal.aborted) return CANCELED_OUTCOME;
	if (!loader) return [SUCCESS, void 0];
	let flight = match._flight;
	setFetching(router, match, "loader", owner);
	try {
		if (!flight) {
			let controller = new AbortController();
			flight = [
				Promise.resolve().then(() => loader(getLoaderContext(router, lane, match, route, controller, parentMatchPromise, !!options[3]))).then((value) => normalize(value, !1, route.id), (cause) => normalize(cause, !0, route.id)).then((result) => (result[0] !== SUCCESS && router._flights?.get(match.id) === flight && (router._flights.delete(match.id), flight[2] || controller.abort()), result[0] === ERROR && flight[2] ? normalizeError(route, result[1]) : result)),
				controller,
				1
			], (router._flights ??= new Map()).set(match.id, flight);
		}
		return match._flight = flight, match.abortController = flight[1], materializeRedirect(router, lane, route, await waitFor(flight[0], signal), options);
	} catch (cause) {
		if (cause !== signal || !signal.aborted) throw cause;
		return releaseFlight(router, match), CANCELED_OUTCOME;
	} finally {
		setFetching(router, match, !1, owner);
	}
}
function settleInto(match, result, preload) {
	result[0] !== REDIRECTED && (match.status = "success", match.error = void 0, result[0] === SUCCESS ? (match.loaderData = result[1], match.invalid = !1, match.updatedAt = Date.now(), match.preload = preload) : match.invalid = !0);
}
function cacheLoaderMatch(router, match, planned) {
	let current = router._cache.get(match.id);
	if (current !== planned || router._committed.some((candidate) => candidate.id === match.id && candidate._flight === match._flight)) return;
	let cached = {
		...match,
		_notFound: void 0,
		context: {}
	};
	cached._flight && cached._flight[2]++, router._cache.set(match.id, cached), current && releaseFlight(router, current);
}
function getParentSnapshot(match, outcome) {
	return outcome[0] === ERROR || outcome[0] === NOT_FOUND ? {
		...match,
		status: outcome[0] === ERROR ? "error" : "notFound",
		error: outcome[1],
		_flight: void 0
	} : match;
}
function createLoaderTask(router, lane, index, tasks, semanticParent, options, retainedEnd) {
	let match = lane[1][index], route = getRoute(router, match), preload = !!options[3], plannedCacheMatch = router._cache.get(match.id), configured, reload = !1, reloadFailure;
	try {
		if (match.status === "success" && (configured = route.options.shouldReload, typeof configured == "function" && (configured = configured(getLoaderContext(router, lane, match, route, options[0], semanticParent, preload))), options[0].signal.aborted && (reloadFailure = CANCELED_OUTCOME)), !reloadFailure) {
			if (match.status !== "success") reload = !0;
			else {
				let staleAge = preload || match.preload ? route.options.preloadStaleTime ?? router.options.defaultPreloadStaleTime ?? 3e4 : route.options.staleTime ?? router.options.defaultStaleTime ?? 0;
				reload = !!(match.invalid || configured || configured === void 0 && Date.now() - match.updatedAt >= staleAge && (options[5] || match.cause === "enter" || options[2].some((candidate) => candidate.routeId === match.routeId && candidate.id !== match.id)));
			}
		}
	} catch (cause) {
		match.invalid = !0, releaseFlight(router, match), reloadFailure = normalizeLaneError(router, lane, route, cause, options);
	}
	let routeLoader = route.options.loader, isLoaderFn = typeof routeLoader == "function", loader = isLoaderFn ? routeLoader : routeLoader?.handler, preloadable = !preload || route.options.preload !== !1, donor = preloadable && routeLoader ? router._flights?.get(match.id) : void 0;
	donor === match._flight || reloadFailure ? donor = void 0 : donor && !reload && !preload && configured === void 0 ? reload = !0 : reload || (donor = void 0);
	let background = !(!routeLoader || !reload || match.status !== "success" || preload || options[4] || ((isLoaderFn ? void 0 : routeLoader.staleReloadMode) ?? router.options.defaultStaleReloadMode) === "blocking"), loaded = reload && preloadable, blocking = loaded && !background && (match.status !== "success" || !!routeLoader), onReady = index >= retainedEnd ? options[7] : void 0, onLazyReady = route.lazyFn && route._lazy !== !0 ? onReady : void 0;
	if (loaded && !routeLoader && (match.invalid = !1, match.updatedAt = Date.now()), donor && donor[2]++, blocking) {
		let acceptedFlight = match._flight;
		match._flight = donor, releaseOwnedFlight(router, match, acceptedFlight)?.abort(), index >= retainedEnd && (match.status = "pending"), onReady?.();
	}
	loaded || (match.isFetching = !1);
	let outcome = !reloadFailure && blocking ? loadResource(router, lane, match, route, loader, semanticParent, options).then((result) => (settleInto(match, result, preload), result[0] === SUCCESS && (routeLoader && !options[0].signal.aborted && cacheLoaderMatch(router, match, plannedCacheMatch), index >= retainedEnd && (match.status = "pending")), result)) : Promise.resolve(reloadFailure ?? [SUCCESS, match.loaderData]), chunkFailure = (async () => {
		try {
			let chunk = loadRouteChunk(route, void 0, onLazyReady);
			chunk && await waitFor(chunk, options[0].signal);
		} catch (cause) {
			if (!lane[1].some((candidate, candidateIndex) => candidateIndex <= index && (candidate.status === "error" || candidate.status === "notFound" || candidate._notFound))) return [index, normalizeLaneError(router, lane, route, cause, options)];
		}
		let result = await outcome;
		blocking && result[0] === SUCCESS && match.status === "pending" && !options[0].signal.aborted && (match.status = "success", onReady?.());
	})();
	if (tasks.push([
		index,
		outcome,
		chunkFailure
	]), !background) return outcome.then((result) => getParentSnapshot(match, result));
	let candidate = {
		...match,
		status: "pending",
		preload: !1,
		_flight: donor
	};
	match.invalid = !1, match.isFetching = "loader";
	let backgroundOutcome = loadResource(router, lane, candidate, route, loader, semanticParent, options).then((result) => (match.isFetching = !1, settleInto(candidate, result, !1), result));
	return (lane[2] ??= []).push([
		index,
		backgroundOutcome,
		chunkFailure,
		candidate
	]), backgroundOutcome.then((result) => getParentSnapshot(candidate, result));
}
async function getNotFoundBoundary(router, matches, indexed, signal, fallback = 0) {
	let cause = indexed?.[1][1], index = cause?.routeId ? matches.findIndex((match) => match.routeId === cause.routeId) : indexed?.[0] ?? matches.length - 1;
	index < 0 && (index = 0);
	for (let i = index; i >= 0; i--) {
		let route = getRoute(router, matches[i]);
		try {
			let loading = loadRouteChunk(route, !1);
			loading && await waitFor(loading, signal);
		} catch (cause) {
			if (cause === signal && signal.aborted) throw cause;
		}
		if (route.options.notFoundComponent) return i;
	}
	return cause?.routeId ? index : fallback;
}
function discardBackground(router, lane) {
	lane[2] &&= (transferMatchResources(router, lane[2].map((task) => task[3])), void 0);
}
async function settleTasks(tasks, serialFailure, redirectTasks, gate) {
	let loaderFailure;
	try {
		await Promise.all(tasks.map((task) => task[1].then(async (outcome) => {
			let taskIndex = task[0];
			if (!(gate && taskIndex >= await gate)) {
				if (outcome[0] >= REDIRECTED) throw [taskIndex, outcome];
				!loaderFailure && outcome[0] !== SUCCESS && (loaderFailure = [taskIndex, outcome], await Promise.all((redirectTasks ?? []).map((nextTask) => {
					if (!(nextTask[0] <= taskIndex)) return nextTask[1].then((nextOutcome) => {
						if (nextOutcome[0] === REDIRECTED) throw [nextTask[0], nextOutcome];
					});
				})));
			}
		})));
	} catch (cause) {
		return cause;
	}
	return serialFailure ?? loaderFailure;
}
function materializeRedirect(router, lane, route, outcome, options, failed) {
	for (; outcome[0] === REDIRECTED;) {
		let redirect = outcome[1], redirectOptions = redirect.options;
		try {
			if ((redirectOptions.href || redirect.headers.has("Location")) && (router.resolveRedirect(redirect), redirectOptions.reloadDocument) || (redirectOptions.reloadDocument ? options[3] : options[1] >= 20)) return outcome;
			let location = router.buildLocation({
				...redirectOptions,
				_fromLocation: lane[0],
				_includeValidateSearch: !0
			}), publicLocation = location.maskedLocation ?? location;
			if (publicLocation.external) {
				let resolved = redirect.clone();
				return resolved.options = { ...redirectOptions }, resolved.headers.set("Location", publicLocation.publicHref), router.resolveRedirect(resolved), options[3] ? [REDIRECTED, resolved] : [
					REDIRECTED,
					resolved,
					publicLocation
				];
			}
			return [
				REDIRECTED,
				redirect,
				location
			];
		} catch (cause) {
			outcome = failed ? [ERROR, cause] : normalizeError(route, cause), failed = !0;
		}
	}
	return outcome;
}
async function reduceLane(router, lane, tasks, controller, settlement, onReady) {
	let matches = lane[1], failure = await settlement, redirectLimitExceeded = !1, plannedBoundary = matches.findIndex((match) => match._notFound), boundaryOf = (found) => found[1][0] === NOT_FOUND ? getNotFoundBoundary(router, matches, found, controller.signal) : found[0], readinessEnd = plannedBoundary < 0 ? matches.length : plannedBoundary;
	if ((failure?.[1][0] ?? 0) >= REDIRECTED) readinessEnd = 0;
	else if (failure) {
		readinessEnd = failure[2] ??= await boundaryOf(failure);
		for (let task of tasks) {
			if (task[0] >= readinessEnd) break;
			let outcome = await task[1];
			if (outcome[0] !== SUCCESS && outcome[0] < REDIRECTED && !("loaderData" in matches[task[0]])) {
				failure = [task[0], outcome], readinessEnd = failure[2] = await boundaryOf(failure);
				break;
			}
		}
	}
	for (let task of tasks) {
		if (task[0] >= readinessEnd) break;
		let chunkFailure = await task[2];
		if (chunkFailure) {
			failure = chunkFailure;
			break;
		}
	}
	if ((failure?.[1][0] ?? 0) >= REDIRECTED) {
		let outcome = failure[1];
		if (outcome[0] !== REDIRECTED || outcome[1].options.reloadDocument || outcome[2]) return discardBackground(router, lane), outcome;
		redirectLimitExceeded = !0, failure = [0, [ERROR, Error("Too many redirects")]];
	}
	let boundary = failure ? failure[2] ?? await boundaryOf(failure) : plannedBoundary;
	if (boundary >= 0) {
		let outcome = failure?.[1], kind = outcome?.[0], match = matches[boundary], cause = outcome?.[1], install = () => {
			outcome && (match._notFound = void 0, kind === ERROR ? match.status = "error" : (cause.routeId = match.routeId, match.routeId === router.routeTree.id ? (match.status = "success", match._notFound = !0) : match.status = "notFound"), match.error = cause, match.isFetching = !1);
		};
		install(), outcome || onReady?.();
		let route = getRoute(router, match);
		try {
			await waitFor(outcome ? Promise.resolve().then(() => loadRouteChunk(route, kind === ERROR ? "errorComponent" : "notFoundComponent")) : Promise.all([loadRouteChunk(route), loadRouteChunk(route, "notFoundComponent")]), controller.signal);
		} catch (cause) {
			if (cause === controller.signal && controller.signal.aborted) return discardBackground(router, lane), CANCELED_OUTCOME;
		}
		outcome ? redirectLimitExceeded && (controller.abort(), await Promise.all([
			...tasks.map((task) => task[1]),
			...tasks.map((task) => task[2]),
			...(lane[2] ?? []).map((task) => task[1])
		]), discardBackground(router, lane), transferMatchResources(router, matches), install()) : match.status = "success";
	}
	return lane;
}
async function projectLane(router, lane, signal, start = 0, end = lane[1].length) {
	let matches = lane[1];
	for (let index = start; index < end; index++) {
		let match = matches[index], routeOptions = getRoute(router, match).options;
		if (routeOptions.head || routeOptions.scripts) try {
			let context = {
				ssr: router.options.ssr,
				matches,
				match,
				params: match.params,
				loaderData: match.loaderData
			}, [head, scripts] = await waitFor(Promise.all([routeOptions.head?.(context), routeOptions.scripts?.(context)]), signal);
			match.meta = head?.meta, match.links = head?.links, match.headScripts = head?.scripts, match.styles = head?.styles, match.scripts = scripts;
		} catch (cause) {
			if (cause === signal && signal.aborted) break;
			console.error(cause);
		}
		if (match.status !== "success" || match._notFound) break;
	}
	return lane;
}
async function executeClientLane(router, location, matches, options) {
	let matched = [location, matches], signal = options[0].signal, reduced;
	try {
		let presented = router.stores.matches.get(), plannedBoundary = matches.findIndex((match) => match._notFound);
		if (router.options.notFoundMode !== "root" && plannedBoundary >= 0) {
			let boundary = await getNotFoundBoundary(router, matches, void 0, signal, plannedBoundary);
			matches[plannedBoundary]._notFound = void 0, matches[boundary]._notFound = !0, plannedBoundary = boundary;
		}
		let end = plannedBoundary < 0 ? matches.length : plannedBoundary + 1, retainedEnd = 0;
		for (; retainedEnd < end && retainedEnd !== plannedBoundary;) {
			let match = matches[retainedEnd], committed = options[2][retainedEnd], visible = presented[retainedEnd];
			if (committed?.id !== match.id || committed.status !== "success" || match.preload || visible?.id !== match.id || visible.status !== "success" || (retainedEnd++, committed._notFound || visible._notFound)) break;
		}
		let tasks = [], start = options[6] ?? 0, semanticParent = start ? Promise.resolve(matches[start - 1]) : void 0, planSuccessfulLane = () => {
			for (let index = start; index < end && !signal.aborted; index++) semanticParent = createLoaderTask(router, matched, index, tasks, semanticParent, options, retainedEnd);
		}, failure = await contextualize(router, matched, options, end, planSuccessfulLane, retainedEnd);
		if (failure) {
			if (options[4] = !0, end = failure[0], failure[1][0] === NOT_FOUND) {
				let boundary = await getNotFoundBoundary(router, matches, failure, signal);
				failure[2] = boundary, end = Math.min(end, boundary + 1);
			} else failure[1][0] >= REDIRECTED && (end = 0);
			planSuccessfulLane();
		}
		if (!signal.aborted && !options[3]) {
			let abort = [];
			for (let [id, flight] of router._flights ?? []) flight[2] || (router._flights.delete(id), abort.push(flight[1]));
			for (let controller of abort) controller.abort();
		}
		let reduction = reduceLane(router, matched, tasks, options[0], settleTasks(tasks, failure, matched[2]), options[7]);
		matched[2]?.length && (matched[3] = settleTasks(matched[2], void 0, void 0, reduction.then((foreground) => isControl(foreground) ? 0 : _getRenderedMatches(matches).length, () => 0))), reduced = await reduction;
	} catch (cause) {
		if (discardBackground(router, matched), cause === signal && signal.aborted) return CANCELED_OUTCOME;
		throw cause;
	}
	return isControl(reduced) ? reduced : projectLane(router, reduced, signal, options[6] === matches.length ? options[6] : 0);
}
function offerPending(router, tx) {
	if (router._tx !== tx) return;
	let matches = tx[3], presented = router.stores.matches.get(), session = router._pending;
	for (let index = 0; index < matches.length; index++) {
		let match = matches[index], success = match.status === "success" && !match._notFound, presentedPending = presented[index]?.id === match.id && presented[index]?.status === "pending";
		if (success && !presentedPending) continue;
		let route = getRoute(router, match), delay = success || match.invalid ? 0 : route.options.pendingMs ?? router.options.defaultPendingMs, component = route.options.pendingComponent ?? router.options.defaultPendingComponent;
		if (!component || typeof delay != "number" || delay === Infinity) {
			session && (session[0] = tx, session[2] = 0, session[4] = !0);
			return;
		}
		let min = route.options.pendingMinMs ?? router.options.defaultPendingMinMs ?? 0, tookOver = !1;
		if (session?.[1] === match.id ? (tookOver = session[0] !== tx, session[0] = tx) : (clearTimeout(session?.[3]), router._pending = session = void 0), session || (router._pending = session = [
			tx,
			match.id,
			presentedPending ? Date.now() + min : tx[4] + delay,
			void 0,
			presentedPending || void 0,
			component
		]), session[4] && !tookOver && session[5] === component) return;
		if (session[5] = component, !session[4]) {
			clearTimeout(session[3]);
			let remaining = session[2] - Date.now();
			if (remaining > 0) {
				session[3] = setTimeout(() => offerPending(router, tx), remaining);
				return;
			}
			session[2] = 0;
		}
		let offered = matches.map((match) => ({
			...match,
			_flight: void 0
		}));
		offered[index].status = "pending";
		let ack = session[4] = router.startTransition(() => router.stores.setMatches(offered), offered).then((rendered) => (rendered && router._pending === session && session[4] === ack && !session[2] && (session[2] = Date.now() + min), rendered));
		return;
	}
}
function finishPending(router, tx) {
	let session = router._pending;
	router._tx !== tx && router._tx?.[3].some((match) => match.id === session?.[1]) || (clearTimeout(session?.[3]), router._pending = void 0);
}
async function awaitPendingMinimum(router, tx) {
	let session = router._pending;
	if (!session) return;
	clearTimeout(session[3]);
	let remaining = session[2] - Date.now();
	if (!session[4] || remaining <= 0 || !_getRenderedMatches(tx[3]).some((match) => match.id === session[1])) return;
	let timer;
	try {
		await waitFor(new Promise((resolve) => {
			timer = setTimeout(resolve, remaining);
		}), tx[0].signal);
	} catch {}
	clearTimeout(timer);
}
function publishMatches(router, matches) {
	router._committed = matches, router.stores.setMatches(matches);
}
function commitMatches(router, tx, matches, resolvedPrefix) {
	let previous = router._committed, previousEnd = router._lifecycleEnd, previousCached = router._cache;
	for (let match of matches) match.preload = !1, resolvedPrefix && (match._assetEnd = void 0);
	let cut = _getRenderedMatches(matches).length, cached = new Map();
	{
		let now = Date.now(), superseded = new Set();
		for (let index = 0; index < matches.length; index++) {
			let match = matches[index];
			(index < cut || match.status === "success") && superseded.add(match.id);
		}
		for (let match of [...previous, ...previousCached.values()]) {
			if (match.status !== "success" || superseded.has(match.id)) continue;
			let route = getRoute(router, match);
			!route.options.loader || now - match.updatedAt >= (match.preload ? route.options.preloadGcTime ?? router.options.defaultPreloadGcTime ?? 3e5 : route.options.gcTime ?? router.options.defaultGcTime ?? 3e5) || cached.set(match.id, previousCached.get(match.id) === match ? match : {
				...match,
				_flight: void 0,
				isFetching: !1,
				context: {}
			});
		}
	}
	tx[3] = [], router._cache = cached;
	let nextEnd = router._lifecycleEnd = lifecycleEnd(matches);
	publishMatches(router, matches), transferMatchResources(router, [...previousCached.values(), ...previous].filter((match) => match._flight && cached.get(match.id) !== match), matches), runRouteLifecycle(router, previous, matches, previousEnd, nextEnd, tx);
}
async function awaitCurrent(router, owner) {
	let current = router._tx;
	for (; current && current !== owner;) owner = current, await current[5], current = router._tx;
}
function followRedirect(router, tx, outcome) {
	let options = outcome[1].options, location = outcome[2];
	if (!location) return router.navigate({
		...options,
		replace: !0,
		ignoreBlocker: !0
	});
	if (options.reloadDocument) return router.navigate({
		href: (location.maskedLocation ?? location).publicHref,
		reloadDocument: !0,
		replace: !0,
		ignoreBlocker: !0
	});
	location._redirects = tx[1] + 1, router._pendingLocation = location;
	let committed = router.commitLocation({
		...location,
		viewTransition: options.viewTransition,
		replace: !0,
		resetScroll: options.resetScroll,
		hashScrollIntoView: options.hashScrollIntoView,
		ignoreBlocker: !0
	});
	return queueMicrotask(() => {
		router._pendingLocation === location && (router._pendingLocation = void 0);
	}), committed;
}
async function runBackground(router, tx, base, tasks, settlement) {
	let next = base.map((match) => ({ ...match }));
	acquireMatchResources(next);
	for (let task of tasks) releaseFlight(router, next[task[0]]), next[task[0]] = task[3];
	let lane = [tx[2], next], reduced;
	try {
		reduced = await reduceLane(router, lane, tasks, tx[0], settlement);
	} catch (cause) {
		throw transferMatchResources(router, next), cause;
	}
	if (isControl(reduced)) transferMatchResources(router, next), reduced[0] === REDIRECTED && router._tx === tx && router._committed === base && await followRedirect(router, tx, reduced);
	else if (await projectLane(router, reduced, tx[0].signal), router._tx !== tx || router._committed !== base) transferMatchResources(router, next);
	else {
		for (let match of next) {
			let cached = router._cache.get(match.id);
			cached?._flight && cached._flight === match._flight && (router._cache.delete(match.id), releaseFlight(router, cached));
		}
		publishMatches(router, next), transferMatchResources(router, base, next);
	}
}
async function runClientTransaction(router, tx, forceStaleReload, onReady, sync, resolvedPrefix) {
	let result = await executeClientLane(router, tx[2], tx[3], [
		tx[0],
		tx[1],
		router._committed,
		void 0,
		sync,
		forceStaleReload,
		resolvedPrefix,
		onReady
	]);
	if (isControl(result)) {
		let follow = result[0] === REDIRECTED && router._tx === tx;
		if ((!follow || result[1].options.reloadDocument) && finishPending(router, tx), transferMatchResources(router, tx[3]), tx[3] = [], !follow) return;
		if (router._tx !== tx) {
			finishPending(router, tx);
			return;
		}
		await followRedirect(router, tx, result);
		return;
	}
	let matches = result[1];
	if (router._tx === tx && await awaitPendingMinimum(router, tx), router._tx !== tx) {
		finishPending(router, tx), transferMatchResources(router, matches), discardBackground(router, result);
		return;
	}
	let toLocation = tx[2], changeInfo = getLocationChangeInfo(toLocation, router.stores.resolvedLocation.get()), background = result[2];
	await router.startViewTransition(async () => {
		if (router._tx === tx && await awaitPendingMinimum(router, tx), router._tx !== tx) {
			finishPending(router, tx), transferMatchResources(router, matches), discardBackground(router, result);
			return;
		}
		let rendered = await router.startTransition(() => {
			finishPending(router, tx), commitMatches(router, tx, matches, resolvedPrefix), router._tx === tx && (router.emit({
				type: "onLoad",
				...changeInfo
			}), router._tx === tx && router.emit({
				type: "onBeforeRouteMount",
				...changeInfo
			}));
		}, matches);
		router._tx === tx ? (background?.length && runBackground(router, tx, matches, background, result[3]).catch(console.error), router.batch(() => {
			router.stores.resolvedLocation.set(toLocation), router.stores.status.set("idle"), router._tx === tx && router.emit({
				type: "onResolved",
				...changeInfo
			}), rendered && router._tx === tx && router.emit({
				type: "onRendered",
				...changeInfo
			});
		}), router._tx === tx && (router._commitPromise?.resolve(), router._commitPromise = void 0)) : discardBackground(router, result);
	});
}
async function loadClientRoute(router, opts) {
	let previousOwner = router._tx, resolvedLocation = router.stores.resolvedLocation.get(), previousLocation = resolvedLocation ?? router.stores.location.get(), location = router.latestLocation, pendingLocation = router._pendingLocation, redirects = pendingLocation?.href === location.href ? pendingLocation._redirects ?? 0 : 0, handoff = router._handoff, hydrationController = handoff?.[0](), preflight = new AbortController(), previousPreflight = router._preflight;
	if (router._preflight = preflight, hydrationController || handoff?.[1](), previousPreflight?.abort(), !preflight.signal.aborted) {
		let changeInfo = getLocationChangeInfo(location, resolvedLocation);
		router.emit({
			type: "onBeforeNavigate",
			...changeInfo
		}), preflight.signal.aborted || router.emit({
			type: "onBeforeLoad",
			...changeInfo
		});
	}
	if (preflight.signal.aborted) {
		await awaitCurrent(router, previousOwner);
		return;
	}
	let sameHref = previousLocation.href === location.href, controller = preflight, matches = router.matchRoutes(location, { _controller: preflight });
	acquireMatchResources(matches);
	let resolvedPrefix = hydrationController ? handoff[1](matches) : void 0;
	if (resolvedPrefix ? controller = hydrationController : hydrationController?.abort(), preflight.signal.aborted) {
		transferMatchResources(router, matches), await awaitCurrent(router, previousOwner);
		return;
	}
	router._preflight = void 0;
	let settle, run = () => runClientTransaction(router, tx, sameHref, () => offerPending(router, tx), opts?.sync, resolvedPrefix), done = opts?.sync ? new Promise((resolve) => settle = resolve) : Promise.resolve().then(run), tx = [
		controller,
		redirects,
		location,
		matches,
		Date.now(),
		done.then(() => awaitCurrent(router, tx))
	];
	if (router._tx = tx, previousOwner) {
		for (let match of router.stores.matches.get()) {
			if (router._tx !== tx) break;
			match.isFetching && setFetching(router, match, !1);
		}
		previousOwner[0].abort(), transferMatchResources(router, previousOwner[3], tx[3], !0);
	}
	router._tx === tx ? (router.batch(() => {
		router.stores.status.set("pending"), router.stores.location.set(location);
	}), (resolvedPrefix || !router._committed.length && matches[0]?.status !== "success" && !matches.some((match) => match._notFound)) && offerPending(router, tx), settle?.(run()), await tx[5]) : (transferMatchResources(router, tx[3]), tx[3] = [], settle?.(), await awaitCurrent(router, tx));
}
async function preloadClientRoute(router, opts) {
	let location = router.buildLocation(opts);
	for (let redirects = 0;; redirects++) {
		let base = router._committed, controller = new AbortController(), matches, active, result;
		try {
			try {
				matches = router.matchRoutes(location, { _controller: controller }), acquireMatchResources(matches), active = (router._preloads ??= new Map()).set(controller, matches), result = await executeClientLane(router, location, matches, [
					controller,
					redirects,
					base,
					!0
				]);
			} finally {
				active && (active = active.delete(controller), transferMatchResources(router, matches)), controller.abort();
			}
			if (!isControl(result)) return result[1];
			if (!active || result.length < 3) return;
			location = result[2];
		} catch (cause) {
			isNotFound(cause) || console.error(cause);
			return;
		}
	}
}
// node_modules/@tanstack/react-router/dist/esm/routerContext.js
var import_react = __toESM(require_react(), 1), routerContext = import_react.createContext(null);
// node_modules/@tanstack/react-router/dist/esm/useRouter.js
function useRouter(opts) {
	return import_react.useContext(routerContext);
}
// node_modules/@tanstack/react-router/dist/esm/matchContext.js
function createLinkScope(router, routeId) {
	let store = router.stores.location, listeners = new Set(), source, unsubscribe, update = (location) => {
		_isRouteDeparting(router, routeId, location) || (source = location, listeners.forEach((listener) => listener()));
	};
	return [() => source ?? store.get(), (listener) => (listeners.size || (source = store.get(), unsubscribe = store.subscribe(update).unsubscribe), listeners.add(listener), () => {
		listeners.delete(listener), listeners.size || (unsubscribe(), source = void 0);
	})];
}
var matchContext = import_react.createContext(void 0), dummyMatchContext = import_react.createContext(void 0), require_use_sync_external_store_shim_production = __commonJSMin(((exports) => {
	var React = require_react();
	function is(x, y) {
		return x === y && (x !== 0 || 1 / x == 1 / y) || x !== x && y !== y;
	}
	var objectIs = typeof Object.is == "function" ? Object.is : is, useState = React.useState, useEffect = React.useEffect, useLayoutEffect = React.useLayoutEffect, useDebugValue = React.useDebugValue;
	function useSyncExternalStore$2(subscribe, getSnapshot) {
		var value = getSnapshot(), _useState = useState({ inst: {
			value,
			getSnapshot
		} }), inst = _useState[0].inst, forceUpdate = _useState[1];
		return useLayoutEffect(function() {
			inst.value = value, inst.getSnapshot = getSnapshot, checkIfSnapshotChanged(inst) && forceUpdate({ inst });
		}, [
			subscribe,
			value,
			getSnapshot
		]), useEffect(function() {
			return checkIfSnapshotChanged(inst) && forceUpdate({ inst }), subscribe(function() {
				checkIfSnapshotChanged(inst) && forceUpdate({ inst });
			});
		}, [subscribe]), useDebugValue(value), value;
	}
	function checkIfSnapshotChanged(inst) {
		var latestGetSnapshot = inst.getSnapshot;
		inst = inst.value;
		try {
			var nextValue = latestGetSnapshot();
			return !objectIs(inst, nextValue);
		} catch {
			return !0;
		}
	}
	function useSyncExternalStore$1(subscribe, getSnapshot) {
		return getSnapshot();
	}
	var shim = typeof window > "u" || window.document === void 0 || window.document.createElement === void 0 ? useSyncExternalStore$1 : useSyncExternalStore$2;
	exports.useSyncExternalStore = React.useSyncExternalStore === void 0 ? shim : React.useSyncExternalStore;
})), require_shim = __commonJSMin(((exports, module) => {
	module.exports = require_use_sync_external_store_shim_production();
})), require_with_selector_production = __commonJSMin(((exports) => {
	var React = require_react(), shim = require_shim();
	function is(x, y) {
		return x === y && (x !== 0 || 1 / x == 1 / y) || x !== x && y !== y;
	}
	var objectIs = typeof Object.is == "function" ? Object.is : is, useSyncExternalStore = shim.useSyncExternalStore, useRef = React.useRef, useEffect = React.useEffect, useMemo = React.useMemo, useDebugValue = React.useDebugValue;
	exports.useSyncExternalStoreWithSelector = function(subscribe, getSnapshot, getServerSnapshot, selector, isEqual) {
		var instRef = useRef(null);
		if (instRef.current === null) {
			var inst = {
				hasValue: !1,
				value: null
			};
			instRef.current = inst;
		} else inst = instRef.current;
		instRef = useMemo(function() {
			function memoizedSelector(nextSnapshot) {
				if (!hasMemo) {
					if (hasMemo = !0, memoizedSnapshot = nextSnapshot, nextSnapshot = selector(nextSnapshot), isEqual !== void 0 && inst.hasValue) {
						var currentSelection = inst.value;
						if (isEqual(currentSelection, nextSnapshot)) return memoizedSelection = currentSelection;
					}
					return memoizedSelection = nextSnapshot;
				}
				if (currentSelection = memoizedSelection, objectIs(memoizedSnapshot, nextSnapshot)) return currentSelection;
				var nextSelection = selector(nextSnapshot);
				return isEqual !== void 0 && isEqual(currentSelection, nextSelection) ? (memoizedSnapshot = nextSnapshot, currentSelection) : (memoizedSnapshot = nextSnapshot, memoizedSelection = nextSelection);
			}
			var hasMemo = !1, memoizedSnapshot, memoizedSelection, maybeGetServerSnapshot = getServerSnapshot === void 0 ? null : getServerSnapshot;
			return [function() {
				return memoizedSelector(getSnapshot());
			}, maybeGetServerSnapshot === null ? void 0 : function() {
				return memoizedSelector(maybeGetServerSnapshot());
			}];
		}, [
			getSnapshot,
			getServerSnapshot,
			selector,
			isEqual
		]);
		var value = useSyncExternalStore(subscribe, instRef[0], instRef[1]);
		return useEffect(function() {
			inst.hasValue = !0, inst.value = value;
		}, [value]), useDebugValue(value), value;
	};
})), import_with_selector = __commonJSMin(((exports, module) => {
	module.exports = require_with_selector_production();
}))();
function defaultCompare(a, b) {
	return a === b;
}
function useSelector(source, selector = (s) => s, options) {
	let compare = options?.compare ?? defaultCompare, subscribe = (0, import_react.useCallback)((handleStoreChange) => {
		let { unsubscribe } = source.subscribe(handleStoreChange);
		return unsubscribe;
	}, [source]), getSnapshot = (0, import_react.useCallback)(() => source.get(), [source]);
	return (0, import_with_selector.useSyncExternalStoreWithSelector)(subscribe, getSnapshot, getSnapshot, selector, compare);
}
// node_modules/@tanstack/react-router/dist/esm/useMatch.js
var dummyMatch = {};
function useStructuralSharing(opts, router) {
	let previousResult = import_react.useRef();
	return (slice) => {
		let selected = opts?.select ? opts.select(slice) : slice;
		return opts?.structuralSharing ?? router.options.defaultStructuralSharing ? previousResult.current = replaceEqualDeep(previousResult.current, selected) : selected;
	};
}
function useMatch(opts) {
	let router = useRouter(), nearestRouteId = import_react.useContext(opts.from ? dummyMatchContext : matchContext), routeId = opts.from ?? nearestRouteId, matchStore = router.stores.getMatchStore(routeId), selector = useStructuralSharing(opts, router), matchSelection = useSelector(matchStore, (match) => match ? selector(match) : dummyMatch);
	if (matchSelection !== dummyMatch) return matchSelection;
	(opts.shouldThrow ?? !0) && invariant();
}
// node_modules/@tanstack/react-router/dist/esm/useNavigate.js
function useNavigate(_defaultOpts) {
	let router = useRouter();
	return import_react.useCallback((options) => router.navigate({
		...options,
		from: options.from ?? _defaultOpts?.from
	}), [_defaultOpts?.from, router]);
}
// node_modules/@tanstack/react-router/dist/esm/useRouterState.js
function useRouterState(opts) {
	let contextRouter = useRouter({ warn: opts?.router === void 0 }), router = opts?.router || contextRouter;
	return useSelector(router.stores.__store, useStructuralSharing(opts, router));
}
// src/app/search.ts
function readSearch(text) {
	return Object.fromEntries(new URLSearchParams(text));
}
function writeSearch(search) {
	let parts = [];
	for (let [key, value] of Object.entries(search)) value != null && value !== "" && parts.push(encodeURIComponent(key) + "=" + encodeURIComponent(String(value)).replace(/%(3A|2F|2C|28|29|5B|5D|2A|40|24)/g, decodeURIComponent).replace(/%20/g, "+"));
	return parts.length ? "?" + parts.join("&") : "";
}
var shared = [
	"since",
	"until",
	"tz",
	"cmp"
];
function useSearch() {
	let text = useRouterState({ select: (s) => s.location.searchStr }), search = (0, import_react.useMemo)(() => readSearch(text), [text]), navigate = useNavigate();
	return [search, (0, import_react.useCallback)((next, o) => {
		navigate({
			to: ".",
			search: ((old) => {
				let all = {
					...old,
					...next
				};
				return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== void 0 && v !== ""));
			}),
			replace: o?.replace ?? !1,
			resetScroll: !1
		});
	}, [navigate])];
}
function usePageSearch(defaults) {
	let [search, setAll] = useSearch(), key = JSON.stringify(defaults);
	return [(0, import_react.useMemo)(() => {
		let d = JSON.parse(key);
		return Object.fromEntries(Object.keys(d).map((k) => [k, search[k] ?? d[k]]));
	}, [search, key]), (0, import_react.useCallback)((next, o) => {
		let d = JSON.parse(key);
		setAll(Object.fromEntries(Object.entries(next).map(([k, v]) => [k, v === d[k] ? void 0 : v])), o);
	}, [setAll, key])];
}
export { isDangerousProtocol as A, trimPathLeft as C, functionalUpdate as D, deepEqual as E, getUrlScheme as O, removeTrailingSlash as S, invariant as T, createNonReactiveReadonlyStore as _, writeSearch as a, isNotFound as b, useMatch as c, matchContext as d, useRouter as f, createNonReactiveMutableStore as g, getLocationChangeInfo as h, useSearch as i, isModuleNotFoundError as j, hasKeys as k, useSelector as l, RouterCore as m, shared as n, useRouterState as o, routerContext as p, usePageSearch as r, useNavigate as s, readSearch as t, createLinkScope as u, redirect as v, trimPathRight as w, cleanPath as x, rootRouteId as y };
