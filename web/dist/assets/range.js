import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as require_react } from "./react.js";
import { t as require_jsx_runtime } from "./jsx-runtime.js";
import { n as useGet } from "./hooks.js";
import { a as and, d as term, i as shownAs, l as narrow, n as entityPath, r as graphSearch, t as entityKind, u as not } from "./fields.js";
// node_modules/@tanstack/router-core/dist/esm/utils.js
function last$1(arr) {
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
	if (array ? previousCount !== prev.length || length !== next.length || previousCount && last$1(prevKeys) !== `${previousCount - 1}` || length && last$1(nextKeys) !== `${length - 1}` : previousCount !== Object.getOwnPropertyNames(prev).length || length !== Object.getOwnPropertyNames(next).length || Object.getOwnPropertySymbols(next).length) return next;
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
function deepEqual$1(a, b, partial, explicitUndefined) {
	if (a === b) return !0;
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return !1;
		for (let i = 0, l = a.length; i < l; i++) {
			let av = a[i], bv = b[i];
			if (av !== bv && !deepEqual$1(av, bv, partial, explicitUndefined)) return !1;
		}
		return !0;
	}
	if (isPlainObject(a) && isPlainObject(b)) {
		if (partial) {
			for (let k in b) if ((explicitUndefined || b[k] !== void 0) && !deepEqual$1(a[k], b[k], partial, explicitUndefined)) return !1;
			return !0;
		}
		let aCount = 0;
		if (explicitUndefined) aCount = Object.keys(a).length;
		else for (let k in a) a[k] !== void 0 && aCount++;
		for (let k in b) if ((explicitUndefined || b[k] !== void 0) && (aCount-- === 0 || !deepEqual$1(a[k], b[k], partial, explicitUndefined))) return !1;
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
		for (base.includes("//") && (base = cleanPath(base)), baseSegments = base.split("/"); baseSegments.length > 1 && last$1(baseSegments) === "";) baseSegments.pop();
		let toSegments = to.split("/");
		for (let index = 0, length = toSegments.length; index < length; index++) {
			let value = toSegments[index];
			value === "" ? index ? index === length - 1 && baseSegments.push(value) : baseSegments = [value] : value === ".." ? baseSegments.length > 1 ? baseSegments.pop() : baseSegments = [""] : value === "." || baseSegments.push(value);
		}
	}
	baseSegments.length > 1 && (last$1(baseSegments) === "" ? trailingSlash === "never" && baseSegments.pop() : trailingSlash === "always" && baseSegments.push(""));
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
		let tail = last$1(interpolation);
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
	let trailingSlash = !last$1(parts), pathIsIndex = trailingSlash && path !== "/", partsLength = parts.length - +!!trailingSlash, stack = [{
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
			let historyAction, isSameLocation = trimPathRight(this.latestLocation.href) === trimPathRight(next.href) && deepEqual$1(_getUserHistoryState(next.state), _getUserHistoryState(this.latestLocation.state)), previousCommitPromise = this._commitPromise, resolve, commitPromise = new Promise((done) => {
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
			return !match || location.params && !deepEqual$1(match.rawParams, location.params, !0) ? !1 : opts?.includeSearch ?? !0 ? deepEqual$1(baseLocation.search, next.search, !0) ? match.rawParams : !1 : match.rawParams;
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
		let lastRouteId = last$1(this.stores.ids.get()), lastStateMatch = lastRouteId ? this.stores.byRoute.get(lastRouteId).get() : void 0, lastStateMatchId = lastStateMatch?.id, cached = this.lightweightCache.get(location);
		if (cached && cached[0] === lastStateMatchId) return cached[1];
		let [matchedRoutes, rawParams] = this.getMatchedRoutes(location.pathname), lastRoute = last$1(matchedRoutes), accumulatedSearch = { ...location.search };
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
// node_modules/react-dom/cjs/react-dom.production.js
var require_react_dom_production = __commonJSMin(((exports) => {
	var React = require_react();
	function formatProdErrorMessage(code) {
		var url = "https://react.dev/errors/" + code;
		if (1 < arguments.length) {
			url += "?args[]=" + encodeURIComponent(arguments[1]);
			for (var i = 2; i < arguments.length; i++) url += "&args[]=" + encodeURIComponent(arguments[i]);
		}
		return "Minified React error #" + code + "; visit " + url + " for the full message or use the non-minified dev environment for full errors and additional helpful warnings.";
	}
	function noop() {}
	var Internals = {
		d: {
			f: noop,
			r: function() {
				throw Error(formatProdErrorMessage(522));
			},
			D: noop,
			C: noop,
			L: noop,
			m: noop,
			X: noop,
			S: noop,
			M: noop
		},
		p: 0,
		findDOMNode: null
	}, REACT_PORTAL_TYPE = Symbol.for("react.portal"), REACT_RECOVERABLE_TYPE = Symbol.for("react.recoverable"), REACT_OPTIMISTIC_KEY = Symbol.for("react.optimistic_key");
	function createPortal$1(children, containerInfo, implementation) {
		var key = 3 < arguments.length && arguments[3] !== void 0 ? arguments[3] : null;
		return {
			$$typeof: REACT_PORTAL_TYPE,
			key: key == null ? null : key === REACT_OPTIMISTIC_KEY ? REACT_OPTIMISTIC_KEY : "" + key,
			children,
			containerInfo,
			implementation
		};
	}
	var ReactSharedInternals = React.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
	function getCrossOriginStringAs(as, input) {
		if (as === "font") return "";
		if (typeof input == "string") return input === "use-credentials" ? input : "";
	}
	exports.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = Internals, exports.browser = function(reason) {
		return {
			$$typeof: REACT_RECOVERABLE_TYPE,
			_reason: reason
		};
	}, exports.createPortal = function(children, container) {
		var key = 2 < arguments.length && arguments[2] !== void 0 ? arguments[2] : null;
		if (!container || container.nodeType !== 1 && container.nodeType !== 9 && container.nodeType !== 11) throw Error(formatProdErrorMessage(299));
		return createPortal$1(children, container, null, key);
	}, exports.flushSync = function(fn) {
		var previousTransition = ReactSharedInternals.T, previousUpdatePriority = Internals.p;
		try {
			if (ReactSharedInternals.T = null, Internals.p = 2, fn) return fn();
		} finally {
			ReactSharedInternals.T = previousTransition, Internals.p = previousUpdatePriority, Internals.d.f();
		}
	}, exports.preconnect = function(href, options) {
		typeof href == "string" && (options ? (options = options.crossOrigin, options = typeof options == "string" ? options === "use-credentials" ? options : "" : void 0) : options = null, Internals.d.C(href, options));
	}, exports.prefetchDNS = function(href) {
		typeof href == "string" && Internals.d.D(href);
	}, exports.preinit = function(href, options) {
		if (typeof href == "string" && options && typeof options.as == "string") {
			var as = options.as, crossOrigin = getCrossOriginStringAs(as, options.crossOrigin), integrity = typeof options.integrity == "string" ? options.integrity : void 0, fetchPriority = typeof options.fetchPriority == "string" ? options.fetchPriority : void 0;
			as === "style" ? Internals.d.S(href, typeof options.precedence == "string" ? options.precedence : void 0, {
				crossOrigin,
				integrity,
				fetchPriority
			}) : as === "script" && Internals.d.X(href, {
				crossOrigin,
				integrity,
				fetchPriority,
				nonce: typeof options.nonce == "string" ? options.nonce : void 0
			});
		}
	}, exports.preinitModule = function(href, options) {
		if (typeof href == "string") {
			if (typeof options == "object" && options) {
				if (options.as == null || options.as === "script") {
					var crossOrigin = getCrossOriginStringAs(options.as, options.crossOrigin);
					Internals.d.M(href, {
						crossOrigin,
						integrity: typeof options.integrity == "string" ? options.integrity : void 0,
						nonce: typeof options.nonce == "string" ? options.nonce : void 0,
						fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0
					});
				}
			} else options ?? Internals.d.M(href);
		}
	}, exports.preload = function(href, options) {
		if (typeof href == "string" && typeof options == "object" && options && typeof options.as == "string") {
			var as = options.as, crossOrigin = getCrossOriginStringAs(as, options.crossOrigin);
			Internals.d.L(href, as, {
				crossOrigin,
				integrity: typeof options.integrity == "string" ? options.integrity : void 0,
				nonce: typeof options.nonce == "string" ? options.nonce : void 0,
				type: typeof options.type == "string" ? options.type : void 0,
				fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0,
				referrerPolicy: typeof options.referrerPolicy == "string" ? options.referrerPolicy : void 0,
				imageSrcSet: typeof options.imageSrcSet == "string" ? options.imageSrcSet : void 0,
				imageSizes: typeof options.imageSizes == "string" ? options.imageSizes : void 0,
				media: typeof options.media == "string" ? options.media : void 0
			});
		}
	}, exports.preloadModule = function(href, options) {
		if (typeof href == "string") {
			if (options) {
				var crossOrigin = getCrossOriginStringAs(options.as, options.crossOrigin);
				Internals.d.m(href, {
					as: typeof options.as == "string" && options.as !== "script" ? options.as : void 0,
					crossOrigin,
					integrity: typeof options.integrity == "string" ? options.integrity : void 0,
					nonce: typeof options.nonce == "string" ? options.nonce : void 0,
					fetchPriority: typeof options.fetchPriority == "string" ? options.fetchPriority : void 0
				});
			} else Internals.d.m(href);
		}
	}, exports.requestFormReset = function(form) {
		Internals.d.r(form);
	}, exports.unstable_batchedUpdates = function(fn, a) {
		return fn(a);
	}, exports.useFormState = function(action, initialState, permalink) {
		return ReactSharedInternals.H.useFormState(action, initialState, permalink);
	}, exports.useFormStatus = function() {
		return ReactSharedInternals.H.useHostTransitionStatus();
	}, exports.version = "19.3.1";
})), require_react_dom = __commonJSMin(((exports, module) => {
	function checkDCE() {
		if (typeof __REACT_DEVTOOLS_GLOBAL_HOOK__ < "u" && typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE == "function") try {
			__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(checkDCE);
		} catch (err) {
			console.error(err);
		}
	}
	checkDCE(), module.exports = require_react_dom_production();
})), import_jsx_runtime = require_jsx_runtime(), import_react_dom = __toESM(require_react_dom(), 1);
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
// src/table/Icon.tsx
var paths = {
	more: "M3 8h.01M8 8h.01M13 8h.01",
	close: "M4 4l8 8M12 4l-8 8",
	check: "M3 8.5l3.5 3.5L13 5",
	down: "M4 6l4 4 4-4",
	up: "M4 10l4-4 4 4",
	right: "M6 4l4 4-4 4",
	left: "M10 4L6 8l4 4",
	sort: "M5 6l3-3 3 3M5 10l3 3 3-3",
	copy: "M5.5 5.5h7v7h-7zM10.5 3.5v-1h-8v8h1",
	filter: "M2 3.5h12l-4.5 5.2V13l-3-1.4V8.7z",
	exclude: "M8 14A6 6 0 108 2a6 6 0 000 12zM3.8 3.8l8.4 8.4",
	open: "M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5",
	graph: "M4 4m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M12 6m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M6 12m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M5.7 4.6l4.6 1M4.6 5.7l.9 4.6M11 7.5l-3.6 3.4",
	rule: "M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h2.5",
	pin: "M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v4.5",
	table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10",
	chart: "M2.5 13.5h11M3 11l3.5-4 3 2.5L13.5 4",
	columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
	download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13h10",
	code: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5",
	terminal: "M2.5 3h11v10h-11zM5 6l2 2-2 2M8.5 10.5H11",
	info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.5v3.5M8 5h.01",
	warning: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
	gap: "M2 8h3M11 8h3M6.5 5v6M9.5 5v6",
	critical: "M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v4M8 11.2h.01",
	high: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
	medium: "M8 2l6 6-6 6-6-6zM8 5.5v3M8 10.6h.01",
	low: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 5v5M5.8 8L8 10.2 10.2 8",
	search: "M7 12A5 5 0 107 2a5 5 0 000 10zM10.8 10.8L14 14",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	edit: "M3 13l.6-3L10.5 3 13 5.5 6 12.4z",
	trash: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5",
	bell: "M4 11.5V7a4 4 0 018 0v4.5l1 1H3zM6.8 14h2.4",
	mute: "M4.5 11.5V7a3.5 3.5 0 015.4-3M12 8v3.5l1 1H5.5M2.5 2.5l11 11",
	clock: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6",
	play: "M5 3l8 5-8 5z",
	pause: "M5.5 3.5v9M10.5 3.5v9",
	refresh: "M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3",
	link: "M6.8 9.2l2.4-2.4M7.5 4.8l1-1a2.8 2.8 0 014 4l-1 1M8.5 11.2l-1 1a2.8 2.8 0 01-4-4l1-1",
	globe: "M8 14A6 6 0 108 2a6 6 0 000 12zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
	shield: "M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z",
	upload: "M8 10.5V3M4.8 6L8 2.8 11.2 6M3 13h10",
	history: "M3 8a5 5 0 105-5C6 3 4.5 4 3.5 5.5M3 2.5v3h3M8 5.5V8l2 1.3"
};
function Icon({ name, size = 16, className }) {
	return (0, import_jsx_runtime.jsx)("svg", {
		className,
		width: size,
		height: size,
		viewBox: "0 0 16 16",
		fill: "none",
		stroke: "currentColor",
		strokeWidth: name === "more" ? 2.2 : 1.4,
		strokeLinecap: "round",
		strokeLinejoin: "round",
		"aria-hidden": !0,
		focusable: !1,
		children: (0, import_jsx_runtime.jsx)("path", { d: paths[name] })
	});
}
var Button_module_default = {
	button: "Button-module_button",
	primary: "Button-module_primary",
	quiet: "Button-module_quiet",
	danger: "Button-module_danger",
	small: "Button-module_small",
	square: "Button-module_square",
	spin: "Button-module_spin",
	turn: "Button-module_turn"
};
// src/table/Button.tsx
function Button({ kind = "plain", icon, busy, small, children, className, disabled, type = "button", ...rest }) {
	let classes = [
		Button_module_default.button,
		Button_module_default[kind],
		small && Button_module_default.small,
		icon && !children && Button_module_default.square,
		className
	].filter(Boolean).join(" ");
	return (0, import_jsx_runtime.jsxs)("button", {
		type,
		className: classes,
		disabled: disabled || busy,
		"aria-busy": busy || void 0,
		...rest,
		children: [busy ? (0, import_jsx_runtime.jsx)("span", {
			className: Button_module_default.spin,
			"aria-hidden": !0
		}) : icon && (0, import_jsx_runtime.jsx)(Icon, { name: icon }), children]
	});
}
// node_modules/@radix-ui/react-compose-refs/dist/index.mjs
var __defProp$22 = Object.defineProperty, __name$22 = (target, value) => __defProp$22(target, "name", {
	value,
	configurable: !0
});
function setRef$1(ref, value) {
	if (typeof ref == "function") return ref(value);
	ref != null && (ref.current = value);
}
__name$22(setRef$1, "setRef");
function composeRefs(...refs) {
	return (node) => {
		let hasCleanup = !1, cleanups = refs.map((ref) => {
			let cleanup = setRef$1(ref, node);
			return !hasCleanup && typeof cleanup == "function" && (hasCleanup = !0), cleanup;
		});
		if (hasCleanup) return () => {
			for (let i = 0; i < cleanups.length; i++) {
				let cleanup = cleanups[i];
				typeof cleanup == "function" ? cleanup() : setRef$1(refs[i], null);
			}
		};
	};
}
__name$22(composeRefs, "composeRefs");
function useComposedRefs(...refs) {
	return import_react.useCallback(composeRefs(...refs), refs);
}
__name$22(useComposedRefs, "useComposedRefs");
// node_modules/@radix-ui/react-slot/dist/index.mjs
var __defProp$21 = Object.defineProperty, __name$21 = (target, value) => __defProp$21(target, "name", {
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
		let slottableElementRef = slottableElement ? getElementRef$1(slottableElement) : void 0, composedRef = useComposedRefs(forwardedRef, slottableElementRef);
		if (!slottableElement) {
			if (children || children === 0) throw Error(hasSlottable ? createSlottableError(ownerName) : createSlotError(ownerName));
			return children;
		}
		let mergedProps = mergeProps(slotProps, slottableElement.props ?? {});
		return slottableElement.type !== import_react.Fragment && (mergedProps.ref = forwardedRef ? composedRef : slottableElementRef), import_react.cloneElement(slottableElement, mergedProps);
	});
	return Slot2.displayName = `${ownerName}.Slot`, Slot2;
}
__name$21(createSlot, "createSlot");
var SLOTTABLE_IDENTIFIER = Symbol.for("radix.slottable");
function createSlottable(ownerName) {
	let Slottable2 = __name$21((props) => "child" in props ? props.children(props.child) : props.children, "Slottable");
	return Slottable2.displayName = `${ownerName}.Slottable`, Slottable2.__radixId = SLOTTABLE_IDENTIFIER, Slottable2;
}
__name$21(createSlottable, "createSlottable");
var getSlottableElementFromSlottable = __name$21((slottable, child) => "child" in slottable.props ? import_react.isValidElement(child) ? import_react.cloneElement(child, void 0, slottable.props.children(child.props.children)) : null : import_react.isValidElement(child) ? child : null, "getSlottableElementFromSlottable");
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
		} : propName === "className" ? overrideProps[propName] = [slotPropValue, childPropValue].filter(Boolean).join(" ") : propName === "aria-describedby" && (overrideProps[propName] = concatAriaDescribedby$1(childPropValue, slotPropValue));
	}
	return {
		...slotProps,
		...overrideProps
	};
}
__name$21(mergeProps, "mergeProps");
function getElementRef$1(element) {
	let getter = Object.getOwnPropertyDescriptor(element.props, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning;
	return mayWarn ? element.ref : (getter = Object.getOwnPropertyDescriptor(element, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning, mayWarn ? element.props.ref : element.props.ref || element.ref);
}
__name$21(getElementRef$1, "getElementRef");
function isSlottable(child) {
	return import_react.isValidElement(child) && typeof child.type == "function" && "__radixId" in child.type && child.type.__radixId === SLOTTABLE_IDENTIFIER;
}
__name$21(isSlottable, "isSlottable");
var REACT_LAZY_TYPE = Symbol.for("react.lazy");
function isLazyComponent(element) {
	return typeof element == "object" && !!element && "$$typeof" in element && element.$$typeof === REACT_LAZY_TYPE && "_payload" in element && isPromiseLike(element._payload);
}
__name$21(isLazyComponent, "isLazyComponent");
function isPromiseLike(value) {
	return typeof value == "object" && !!value && "then" in value;
}
__name$21(isPromiseLike, "isPromiseLike");
function useUnwrappedLazy(value) {
	let unwrapped = value;
	for (; isLazyComponent(unwrapped) && typeof use == "function";) unwrapped = use(unwrapped._payload);
	return unwrapped;
}
__name$21(useUnwrappedLazy, "useUnwrappedLazy");
function concatAriaDescribedby$1(...values) {
	let ids = new Set();
	for (let value of values) if (typeof value == "string") for (let id of String(value).trim().split(/\s+/)) id && ids.add(id);
	return ids.size > 0 ? Array.from(ids).join(" ") : void 0;
}
__name$21(concatAriaDescribedby$1, "concatAriaDescribedby");
var createSlotError = __name$21((ownerName) => `${ownerName} failed to slot onto its children. Expected a single React element child or \`Slottable\`.`, "createSlotError"), createSlottableError = __name$21((ownerName) => `${ownerName} failed to slot onto its \`Slottable\`. Expected \`Slottable\` to receive a single React element child.`, "createSlottableError"), use = import_react.use, __defProp$20 = Object.defineProperty, __name$20 = (target, value) => __defProp$20(target, "name", {
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
__name$20(dispatchDiscreteCustomEvent, "dispatchDiscreteCustomEvent");
// node_modules/@radix-ui/react-context/dist/index.mjs
var __defProp$19 = Object.defineProperty, __name$19 = (target, value) => __defProp$19(target, "name", {
	value,
	configurable: !0
});
function createContext2(rootComponentName, defaultContext) {
	let Context = import_react.createContext(defaultContext);
	Context.displayName = rootComponentName + "Context";
	let Provider = __name$19((props) => {
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
	return __name$19(useContext2, "useContext"), [Provider, useContext2];
}
__name$19(createContext2, "createContext");
function createContextScope(scopeName, createContextScopeDeps = []) {
	let defaultContexts = [];
	function createContext3(rootComponentName, defaultContext) {
		let BaseContext = import_react.createContext(defaultContext);
		BaseContext.displayName = rootComponentName + "Context";
		let index = defaultContexts.length;
		defaultContexts = [...defaultContexts, defaultContext];
		let Provider = __name$19((props) => {
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
		return __name$19(useContext2, "useContext"), [Provider, useContext2];
	}
	__name$19(createContext3, "createContext");
	let createScope = __name$19(() => {
		let scopeContexts = defaultContexts.map((defaultContext) => import_react.createContext(defaultContext));
		return __name$19(function(scope) {
			let contexts = scope?.[scopeName] || scopeContexts;
			return import_react.useMemo(() => ({ [`__scope${scopeName}`]: {
				...scope,
				[scopeName]: contexts
			} }), [scope, contexts]);
		}, "useScope");
	}, "createScope");
	return createScope.scopeName = scopeName, [createContext3, composeContextScopes(createScope, ...createContextScopeDeps)];
}
__name$19(createContextScope, "createContextScope");
function composeContextScopes(...scopes) {
	let baseScope = scopes[0];
	if (scopes.length === 1) return baseScope;
	let createScope = __name$19(() => {
		let scopeHooks = scopes.map((createScope2) => ({
			useScope: createScope2(),
			scopeName: createScope2.scopeName
		}));
		return __name$19(function(overrideScopes) {
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
__name$19(composeContextScopes, "composeContextScopes");
// node_modules/@radix-ui/react-use-layout-effect/dist/index.mjs
var useLayoutEffect2 = globalThis?.document ? import_react.useLayoutEffect : () => {}, __defProp$18 = Object.defineProperty, __name$18 = (target, value) => __defProp$18(target, "name", {
	value,
	configurable: !0
});
function createCollection(name) {
	let PROVIDER_NAME = name + "CollectionProvider", [createCollectionContext, createCollectionScope] = createContextScope(PROVIDER_NAME), [CollectionProviderImpl, useCollectionContext] = createCollectionContext(PROVIDER_NAME, {
		collectionRef: { current: null },
		itemMap: new Map()
	}), CollectionProvider = __name$18((props) => {
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
		let { scope, children } = props, composedRefs = useComposedRefs(forwardedRef, useCollectionContext(COLLECTION_SLOT_NAME, scope).collectionRef);
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
	return __name$18(useCollection, "useCollection"), [
		{
			Provider: CollectionProvider,
			Slot: CollectionSlot,
			ItemSlot: CollectionItemSlot
		},
		useCollection,
		createCollectionScope
	];
}
__name$18(createCollection, "createCollection");
var __instanciated = new WeakMap(), OrderedDict = class _OrderedDict extends Map {
	static {
		__name$18(this, "OrderedDict");
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
__name$18(at, "at");
function toSafeIndex(array, index) {
	let length = array.length, relativeIndex = toSafeInteger(index), actualIndex = relativeIndex >= 0 ? relativeIndex : length + relativeIndex;
	return actualIndex < 0 || actualIndex >= length ? -1 : actualIndex;
}
__name$18(toSafeIndex, "toSafeIndex");
function toSafeInteger(number) {
	return number !== number || number === 0 ? 0 : Math.trunc(number);
}
__name$18(toSafeInteger, "toSafeInteger");
function createCollection2(name) {
	let PROVIDER_NAME = name + "CollectionProvider", [createCollectionContext, createCollectionScope] = createContextScope(PROVIDER_NAME), [CollectionStableContextProvider, useStableCollectionContext] = createCollectionContext(PROVIDER_NAME);
	CollectionStableContextProvider.displayName = name + "CollectionStableContextProvider";
	let [CollectionStatefulContextProvider, useStatefulCollectionContext] = createCollectionContext(PROVIDER_NAME);
	CollectionStatefulContextProvider.displayName = name + "CollectionStatefulContextProvider";
	let CollectionProvider = __name$18(({ state, ...props }) => state ? (0, import_jsx_runtime.jsx)(CollectionProviderImpl, {
		...props,
		state
	}) : (0, import_jsx_runtime.jsx)(CollectionInit, { ...props }), "CollectionProvider");
	CollectionProvider.displayName = PROVIDER_NAME;
	let CollectionInit = __name$18((props) => {
		let state = useInitCollection();
		return (0, import_jsx_runtime.jsx)(CollectionProviderImpl, {
			...props,
			state
		});
	}, "CollectionInit");
	CollectionInit.displayName = name + "CollectionInit";
	let CollectionProviderImpl = __name$18((props) => {
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
		let { scope, children } = props, composedRefs = useComposedRefs(forwardedRef, useStableCollectionContext(COLLECTION_SLOT_NAME, scope).collectionElementRef);
		return (0, import_jsx_runtime.jsx)(CollectionSlotImpl, {
			ref: composedRefs,
			children
		});
	});
	CollectionSlot.displayName = COLLECTION_SLOT_NAME;
	let ITEM_SLOT_NAME = name + "CollectionItemSlot", CollectionItemSlotImpl = createSlot(ITEM_SLOT_NAME), CollectionItemSlot = import_react.forwardRef((props, forwardedRef) => {
		let { scope, children, ...itemData } = props, ref = import_react.useRef(null), { setCollection, registryRef } = useStableCollectionContext(ITEM_SLOT_NAME, scope), itemDataRef = import_react.useRef(itemData);
		shallowEqual(itemDataRef.current, itemData) || (itemDataRef.current = itemData);
		let memoizedItemData = itemDataRef.current, composedRefs = useComposedRefs(forwardedRef, import_react.useCallback((node) => {
			let registry = registryRef.current;
			node ? registry.set(node, {
				...itemDataRef.current,
				element: node
			}) : ref.current && registry.delete(ref.current);
		}, [registryRef]), ref);
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
	__name$18(useInitCollection, "useInitCollection");
	function useCollection(scope) {
		let { collection } = useStatefulCollectionContext(name + "CollectionConsumer", scope);
		return collection;
	}
	__name$18(useCollection, "useCollection");
	function useGetCollection(scope) {
		let { getCollection } = useStableCollectionContext(name + "CollectionConsumer", scope);
		return getCollection;
	}
	return __name$18(useGetCollection, "useGetCollection"), [{
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
__name$18(createCollection2, "createCollection");
function shallowEqual(a, b) {
	if (a === b) return !0;
	if (typeof a != "object" || typeof b != "object" || a == null || b == null) return !1;
	let keysA = Object.keys(a), keysB = Object.keys(b);
	if (keysA.length !== keysB.length) return !1;
	for (let key of keysA) if (!Object.prototype.hasOwnProperty.call(b, key) || a[key] !== b[key]) return !1;
	return !0;
}
__name$18(shallowEqual, "shallowEqual");
function isElementPreceding(a, b) {
	return !!(b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING);
}
__name$18(isElementPreceding, "isElementPreceding");
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
__name$18(isInDocumentOrder, "isInDocumentOrder");
function sortByDocumentPosition(a, b) {
	return !a[1].element || !b[1].element ? 0 : isElementPreceding(a[1].element, b[1].element) ? -1 : 1;
}
__name$18(sortByDocumentPosition, "sortByDocumentPosition");
function getChildListObserver(callback) {
	return new MutationObserver((mutationsList) => {
		for (let mutation of mutationsList) if (mutation.type === "childList") {
			callback();
			return;
		}
	});
}
__name$18(getChildListObserver, "getChildListObserver");
// node_modules/@radix-ui/primitive/dist/index.mjs
var __defProp$17 = Object.defineProperty, __name$17 = (target, value) => __defProp$17(target, "name", {
	value,
	configurable: !0
}), canUseDOM = !!(typeof window < "u" && window.document && window.document.createElement);
function composeEventHandlers(originalEventHandler, ourEventHandler, { checkForDefaultPrevented = !0 } = {}) {
	return __name$17(function(event) {
		if (originalEventHandler?.(event), checkForDefaultPrevented === !1 || !event || !event.defaultPrevented) return ourEventHandler?.(event);
	}, "handleEvent");
}
__name$17(composeEventHandlers, "composeEventHandlers");
function getOwnerWindow(element) {
	if (!canUseDOM) throw Error("Cannot access window outside of the DOM");
	return element?.ownerDocument?.defaultView ?? window;
}
__name$17(getOwnerWindow, "getOwnerWindow");
function getOwnerDocument(element) {
	if (!canUseDOM) throw Error("Cannot access document outside of the DOM");
	return element?.ownerDocument ?? document;
}
__name$17(getOwnerDocument, "getOwnerDocument");
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
__name$17(getActiveElement, "getActiveElement");
function isFrame(element) {
	return element.tagName === "IFRAME";
}
__name$17(isFrame, "isFrame");
// node_modules/@radix-ui/react-use-effect-event/dist/index.mjs
var __defProp$16 = Object.defineProperty, __name$16 = (target, value) => __defProp$16(target, "name", {
	value,
	configurable: !0
}), useReactEffectEvent = import_react.useEffectEvent, useReactInsertionEffect$1 = import_react.useInsertionEffect;
function useEffectEvent(callback) {
	if (typeof useReactEffectEvent == "function") return useReactEffectEvent(callback);
	let ref = import_react.useRef(() => {
		throw Error("Cannot call an event handler while rendering.");
	});
	return typeof useReactInsertionEffect$1 == "function" ? useReactInsertionEffect$1(() => {
		ref.current = callback;
	}) : useLayoutEffect2(() => {
		ref.current = callback;
	}), import_react.useMemo(() => ((...args) => ref.current?.(...args)), []);
}
__name$16(useEffectEvent, "useEffectEvent");
// node_modules/@radix-ui/react-use-controllable-state/dist/index.mjs
var __defProp$15 = Object.defineProperty, __name$15 = (target, value) => __defProp$15(target, "name", {
	value,
	configurable: !0
}), useInsertionEffect = import_react.useInsertionEffect || useLayoutEffect2;
function useControllableState({ prop, defaultProp, onChange = __name$15(() => {}, "onChange"), caller }) {
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
__name$15(useControllableState, "useControllableState");
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
__name$15(useUncontrolledState, "useUncontrolledState");
function isFunction(value) {
	return typeof value == "function";
}
__name$15(isFunction, "isFunction");
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
__name$15(useControllableStateReducer, "useControllableStateReducer");
// node_modules/@radix-ui/react-presence/dist/index.mjs
var __defProp$14 = Object.defineProperty, __name$14 = (target, value) => __defProp$14(target, "name", {
	value,
	configurable: !0
});
function useStateMachine(initialState, machine) {
	return import_react.useReducer((state, event) => machine[state][event] ?? state, initialState);
}
__name$14(useStateMachine, "useStateMachine");
var Presence = __name$14((props) => {
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
			let timeoutId, ownerWindow = node.ownerDocument.defaultView ?? window, handleAnimationEnd = __name$14((event) => {
				let isCurrentAnimation = getAnimationName(stylesRef.current).includes(CSS.escape(event.animationName));
				if (event.target === node && isCurrentAnimation && (send("ANIMATION_END"), !prevPresentRef.current)) {
					let currentFillMode = node.style.animationFillMode;
					node.style.animationFillMode = "forwards", timeoutId = ownerWindow.setTimeout(() => {
						node.style.animationFillMode === "forwards" && (node.style.animationFillMode = currentFillMode);
					});
				}
			}, "handleAnimationEnd"), handleAnimationStart = __name$14((event) => {
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
__name$14(usePresence, "usePresence");
function setRef(ref, value) {
	if (typeof ref == "function") return ref(value);
	ref != null && (ref.current = value);
}
__name$14(setRef, "setRef");
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
__name$14(useStableComposedRefs, "useStableComposedRefs");
function getAnimationName(styles) {
	return styles?.animationName || "none";
}
__name$14(getAnimationName, "getAnimationName");
function getElementRef(element) {
	let getter = Object.getOwnPropertyDescriptor(element.props, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning;
	return mayWarn ? element.ref : (getter = Object.getOwnPropertyDescriptor(element, "ref")?.get, mayWarn = getter && "isReactWarning" in getter && getter.isReactWarning, mayWarn ? element.props.ref : element.props.ref || element.ref);
}
__name$14(getElementRef, "getElementRef");
// node_modules/@radix-ui/react-id/dist/index.mjs
var __defProp$13 = Object.defineProperty, __name$13 = (target, value) => __defProp$13(target, "name", {
	value,
	configurable: !0
}), useReactId = import_react.useId || (() => void 0), count$1 = 0;
function useId(deterministicId) {
	let [id, setId] = import_react.useState(useReactId());
	return useLayoutEffect2(() => {
		deterministicId || setId((reactId) => reactId ?? String(count$1++));
	}, [deterministicId]), deterministicId || (id ? `radix-${id}` : "");
}
__name$13(useId, "useId");
// node_modules/@radix-ui/react-direction/dist/index.mjs
var __defProp$12 = Object.defineProperty, __name$12 = (target, value) => __defProp$12(target, "name", {
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
__name$12(useDirection, "useDirection");
// node_modules/@radix-ui/react-use-callback-ref/dist/index.mjs
var __defProp$11 = Object.defineProperty, __name$11 = (target, value) => __defProp$11(target, "name", {
	value,
	configurable: !0
}), useReactInsertionEffect = import_react.useInsertionEffect;
function useCallbackRef$1(callback) {
	let callbackRef = import_react.useRef(callback);
	return typeof useReactInsertionEffect == "function" ? useReactInsertionEffect(() => {
		callbackRef.current = callback;
	}) : useLayoutEffect2(() => {
		callbackRef.current = callback;
	}), import_react.useMemo(() => ((...args) => callbackRef.current?.(...args)), []);
}
__name$11(useCallbackRef$1, "useCallbackRef");
// node_modules/@radix-ui/react-dismissable-layer/dist/index.mjs
var __defProp$10 = Object.defineProperty, __name$10 = (target, value) => __defProp$10(target, "name", {
	value,
	configurable: !0
}), CONTEXT_UPDATE = "dismissableLayer.update", POINTER_DOWN_OUTSIDE = "dismissableLayer.pointerDownOutside", FOCUS_OUTSIDE = "dismissableLayer.focusOutside", originalBodyPointerEvents, DismissableLayerContext = import_react.createContext({
	layers: new Set(),
	layersWithOutsidePointerEventsDisabled: new Set(),
	branches: new Set(),
	dismissableSurfaces: new Set()
}), DismissableLayer = import_react.forwardRef(__name$10(function(props, forwardedRef) {
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
	}, ownerDocument), isHighestLayer = node ? index === layers.length - 1 : !1, handleKeyDown = useCallbackRef$1((event) => {
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
		let handleUpdate = __name$10(() => force({}), "handleUpdate");
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
__name$10(useDismissableLayerSurface, "useDismissableLayerSurface");
var IS_TRUE = __name$10(() => !0, "IS_TRUE");
function usePointerDownOutside(onPointerDownOutside, args) {
	let { ownerDocument = globalThis?.document, deferPointerDownOutside = !1, isDeferredPointerDownOutsideRef, dismissableSurfaces, shouldHandlePointerDownOutside = IS_TRUE } = args, handlePointerDownOutside = useCallbackRef$1(onPointerDownOutside), isPointerInsideReactTreeRef = import_react.useRef(!1), isPointerDownOutsideRef = import_react.useRef(!1), interceptedOutsideInteractionEventsRef = import_react.useRef(new Map()), handleClickRef = import_react.useRef(() => {});
	return import_react.useEffect(() => {
		function resetOutsideInteraction() {
			isPointerDownOutsideRef.current = !1, isDeferredPointerDownOutsideRef.current = !1, interceptedOutsideInteractionEventsRef.current.clear();
		}
		__name$10(resetOutsideInteraction, "resetOutsideInteraction");
		function isOutsideInteractionIntercepted() {
			return Array.from(interceptedOutsideInteractionEventsRef.current.values()).some(Boolean);
		}
		__name$10(isOutsideInteractionIntercepted, "isOutsideInteractionIntercepted");
		function handleInteractionCapture(event) {
			if (!isPointerDownOutsideRef.current) return;
			let target = event.target;
			target instanceof Node && [...dismissableSurfaces].some((surface) => surface.contains(target)) || interceptedOutsideInteractionEventsRef.current.set(event.type, !0), event.type === "click" && window.setTimeout(() => {
				isPointerDownOutsideRef.current && handleClickRef.current();
			}, 0);
		}
		__name$10(handleInteractionCapture, "handleInteractionCapture");
		function handleInteractionBubble(event) {
			isPointerDownOutsideRef.current && interceptedOutsideInteractionEventsRef.current.set(event.type, !1);
		}
		__name$10(handleInteractionBubble, "handleInteractionBubble");
		let handlePointerDown = __name$10((event) => {
			if (event.target && !isPointerInsideReactTreeRef.current) {
				let handleAndDispatchPointerDownOutsideEvent2 = function() {
					ownerDocument.removeEventListener("click", handleClickRef.current);
					let wasOutsideInteractionIntercepted = isOutsideInteractionIntercepted();
					resetOutsideInteraction(), wasOutsideInteractionIntercepted || handleAndDispatchCustomEvent(POINTER_DOWN_OUTSIDE, handlePointerDownOutside, eventDetail, { discrete: !0 });
				};
				if (__name$10(handleAndDispatchPointerDownOutsideEvent2, "handleAndDispatchPointerDownOutsideEvent"), !shouldHandlePointerDownOutside(event.target)) {
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
	]), { onPointerDownCapture: __name$10(() => isPointerInsideReactTreeRef.current = !0, "onPointerDownCapture") };
}
__name$10(usePointerDownOutside, "usePointerDownOutside");
function useFocusOutside(onFocusOutside, ownerDocument = globalThis?.document) {
	let handleFocusOutside = useCallbackRef$1(onFocusOutside), isFocusInsideReactTreeRef = import_react.useRef(!1);
	return import_react.useEffect(() => {
		let handleFocus = __name$10((event) => {
			event.target && !isFocusInsideReactTreeRef.current && handleAndDispatchCustomEvent(FOCUS_OUTSIDE, handleFocusOutside, { originalEvent: event }, { discrete: !1 });
		}, "handleFocus");
		return ownerDocument.addEventListener("focusin", handleFocus), () => ownerDocument.removeEventListener("focusin", handleFocus);
	}, [ownerDocument, handleFocusOutside]), {
		onFocusCapture: __name$10(() => isFocusInsideReactTreeRef.current = !0, "onFocusCapture"),
		onBlurCapture: __name$10(() => isFocusInsideReactTreeRef.current = !1, "onBlurCapture")
	};
}
__name$10(useFocusOutside, "useFocusOutside");
function dispatchUpdate() {
	let event = new CustomEvent(CONTEXT_UPDATE);
	document.dispatchEvent(event);
}
__name$10(dispatchUpdate, "dispatchUpdate");
function handleAndDispatchCustomEvent(name, handler, detail, { discrete }) {
	let target = detail.originalEvent.target, event = new CustomEvent(name, {
		bubbles: !1,
		cancelable: !0,
		detail
	});
	handler && target.addEventListener(name, handler, { once: !0 }), discrete ? dispatchDiscreteCustomEvent(target, event) : target.dispatchEvent(event);
}
__name$10(handleAndDispatchCustomEvent, "handleAndDispatchCustomEvent");
// node_modules/@radix-ui/react-focus-scope/dist/index.mjs
var __defProp$9 = Object.defineProperty, __name$9 = (target, value) => __defProp$9(target, "name", {
	value,
	configurable: !0
}), AUTOFOCUS_ON_MOUNT = "focusScope.autoFocusOnMount", AUTOFOCUS_ON_UNMOUNT = "focusScope.autoFocusOnUnmount", EVENT_OPTIONS$1 = {
	bubbles: !1,
	cancelable: !0
}, FocusScope = import_react.forwardRef(__name$9(function(props, forwardedRef) {
	let { loop = !1, trapped = !1, branches, onMountAutoFocus: onMountAutoFocusProp, onUnmountAutoFocus: onUnmountAutoFocusProp, ...scopeProps } = props, [container, setContainer] = import_react.useState(null), onMountAutoFocus = useCallbackRef$1(onMountAutoFocusProp), onUnmountAutoFocus = useCallbackRef$1(onUnmountAutoFocusProp), lastFocusedElementRef = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, setContainer), branchesRef = import_react.useRef(branches);
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
			__name$9(handleFocusIn2, "handleFocusIn"), __name$9(handleFocusOut2, "handleFocusOut"), __name$9(handleMutations2, "handleMutations"), document.addEventListener("focusin", handleFocusIn2), document.addEventListener("focusout", handleFocusOut2);
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
				let mountEvent = new CustomEvent(AUTOFOCUS_ON_MOUNT, EVENT_OPTIONS$1);
				container.addEventListener(AUTOFOCUS_ON_MOUNT, onMountAutoFocus), container.dispatchEvent(mountEvent), mountEvent.defaultPrevented || (focusFirst$2(removeLinks(getTabbableCandidates(container)), { select: !0 }), document.activeElement === previouslyFocusedElement && focus(container));
			}
			return () => {
				container.removeEventListener(AUTOFOCUS_ON_MOUNT, onMountAutoFocus);
				let ownerDocument = container.ownerDocument, UnmountEvent = CustomEvent;
				setTimeout(() => {
					let unmountEvent = new UnmountEvent(AUTOFOCUS_ON_UNMOUNT, EVENT_OPTIONS$1);
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
__name$9(FocusScopeBranchProvider, "FocusScopeBranchProvider");
function useFocusScopeBranchRegistry() {
	let [nodes, setNodes] = import_react.useState([]);
	return {
		nodes,
		registry: import_react.useMemo(() => ({
			add: __name$9((node) => setNodes((prev) => prev.includes(node) ? prev : [...prev, node]), "add"),
			remove: __name$9((node) => setNodes((prev) => prev.filter((current) => current !== node)), "remove")
		}), [])
	};
}
__name$9(useFocusScopeBranchRegistry, "useFocusScopeBranchRegistry");
function useFocusScopeBranch(node) {
	let registry = import_react.useContext(FocusScopeBranchContext);
	import_react.useEffect(() => {
		if (node && registry) return registry.add(node), () => registry.remove(node);
	}, [node, registry]);
}
__name$9(useFocusScopeBranch, "useFocusScopeBranch");
function focusFirst$2(candidates, { select = !1 } = {}) {
	let previouslyFocusedElement = document.activeElement;
	for (let candidate of candidates) if (focus(candidate, { select }), document.activeElement !== previouslyFocusedElement) return;
}
__name$9(focusFirst$2, "focusFirst");
function getTabbableEdges(container) {
	let candidates = getTabbableCandidates(container);
	return [findVisible(candidates, container), findVisible(candidates.reverse(), container)];
}
__name$9(getTabbableEdges, "getTabbableEdges");
function getTabbableCandidates(container) {
	let nodes = [], walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_ELEMENT, { acceptNode: __name$9((node) => {
		let isHiddenInput = node.tagName === "INPUT" && node.type === "hidden";
		return node.disabled || node.hidden || isHiddenInput ? NodeFilter.FILTER_SKIP : node.tabIndex >= 0 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
	}, "acceptNode") });
	for (; walker.nextNode();) nodes.push(walker.currentNode);
	return nodes;
}
__name$9(getTabbableCandidates, "getTabbableCandidates");
function findVisible(elements, container) {
	let canUseCheckVisibility = typeof container.checkVisibility == "function" && container.checkVisibility({ checkVisibilityCSS: !0 });
	for (let element of elements) if (!(canUseCheckVisibility ? !element.checkVisibility({ checkVisibilityCSS: !0 }) : isHidden(element, { upTo: container }))) return element;
}
__name$9(findVisible, "findVisible");
function isHidden(node, { upTo }) {
	if (getComputedStyle(node).visibility === "hidden") return !0;
	for (; node;) {
		if (upTo !== void 0 && node === upTo) return !1;
		if (getComputedStyle(node).display === "none") return !0;
		node = node.parentElement;
	}
	return !1;
}
__name$9(isHidden, "isHidden");
function isSelectableInput(element) {
	return element.tagName === "INPUT" && typeof element.select == "function";
}
__name$9(isSelectableInput, "isSelectableInput");
function focus(element, { select = !1 } = {}) {
	if (element && element.focus) {
		let previouslyFocusedElement = (element.ownerDocument ?? document).activeElement;
		element.focus({ preventScroll: !0 }), element !== previouslyFocusedElement && isSelectableInput(element) && select && element.select();
	}
}
__name$9(focus, "focus");
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
__name$9(createFocusScopesStack, "createFocusScopesStack");
function arrayRemove(array, item) {
	let updatedArray = [...array], index = updatedArray.indexOf(item);
	return index !== -1 && updatedArray.splice(index, 1), updatedArray;
}
__name$9(arrayRemove, "arrayRemove");
function removeLinks(items) {
	return items.filter((item) => item.tagName !== "A");
}
__name$9(removeLinks, "removeLinks");
// node_modules/@radix-ui/react-portal/dist/index.mjs
var __defProp$8 = Object.defineProperty, Portal = import_react.forwardRef(((target, value) => __defProp$8(target, "name", {
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
}, "Portal")), __defProp$7 = Object.defineProperty, __name$7 = (target, value) => __defProp$7(target, "name", {
	value,
	configurable: !0
}), count = 0, guards = null;
function FocusGuards(props) {
	return useFocusGuards(), props.children;
}
__name$7(FocusGuards, "FocusGuards");
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
__name$7(useFocusGuards, "useFocusGuards");
function createFocusGuard() {
	let element = document.createElement("span");
	return element.setAttribute("data-radix-focus-guard", ""), element.tabIndex = 0, element.style.outline = "none", element.style.opacity = "0", element.style.position = "fixed", element.style.pointerEvents = "none", element;
}
__name$7(createFocusGuard, "createFocusGuard");
// node_modules/tslib/tslib.es6.mjs
var __assign = function() {
	return __assign = Object.assign || function(t) {
		for (var s, i = 1, n = arguments.length; i < n; i++) for (var p in s = arguments[i], s) Object.prototype.hasOwnProperty.call(s, p) && (t[p] = s[p]);
		return t;
	}, __assign.apply(this, arguments);
};
function __rest(s, e) {
	var t = {};
	for (var p in s) Object.prototype.hasOwnProperty.call(s, p) && e.indexOf(p) < 0 && (t[p] = s[p]);
	if (s != null && typeof Object.getOwnPropertySymbols == "function") for (var i = 0, p = Object.getOwnPropertySymbols(s); i < p.length; i++) e.indexOf(p[i]) < 0 && Object.prototype.propertyIsEnumerable.call(s, p[i]) && (t[p[i]] = s[p[i]]);
	return t;
}
function __spreadArray(to, from, pack) {
	if (pack || arguments.length === 2) for (var i = 0, l = from.length, ar; i < l; i++) (ar || !(i in from)) && (ar ||= Array.prototype.slice.call(from, 0, i), ar[i] = from[i]);
	return to.concat(ar || Array.prototype.slice.call(from));
}
// node_modules/react-remove-scroll-bar/dist/es2015/constants.js
var zeroRightClassName = "right-scroll-bar-position", fullWidthClassName = "width-before-scroll-bar", noScrollbarsClassName = "with-scroll-bars-hidden", removedBarSizeVariable = "--removed-body-scroll-bar-size";
// node_modules/use-callback-ref/dist/es2015/assignRef.js
function assignRef(ref, value) {
	return typeof ref == "function" ? ref(value) : ref && (ref.current = value), ref;
}
// node_modules/use-callback-ref/dist/es2015/useRef.js
function useCallbackRef(initialValue, callback) {
	var ref = (0, import_react.useState)(function() {
		return {
			value: initialValue,
			callback,
			facade: {
				get current() {
					return ref.value;
				},
				set current(value) {
					var last = ref.value;
					last !== value && (ref.value = value, ref.callback(value, last));
				}
			}
		};
	})[0];
	return ref.callback = callback, ref.facade;
}
// node_modules/use-callback-ref/dist/es2015/useMergeRef.js
var useIsomorphicLayoutEffect = typeof window < "u" ? import_react.useLayoutEffect : import_react.useEffect, currentValues = new WeakMap();
function useMergeRefs(refs, defaultValue) {
	var callbackRef = useCallbackRef(defaultValue || null, function(newValue) {
		return refs.forEach(function(ref) {
			return assignRef(ref, newValue);
		});
	});
	return useIsomorphicLayoutEffect(function() {
		var oldValue = currentValues.get(callbackRef);
		if (oldValue) {
			var prevRefs_1 = new Set(oldValue), nextRefs_1 = new Set(refs), current_1 = callbackRef.current;
			prevRefs_1.forEach(function(ref) {
				nextRefs_1.has(ref) || assignRef(ref, null);
			}), nextRefs_1.forEach(function(ref) {
				prevRefs_1.has(ref) || assignRef(ref, current_1);
			});
		}
		currentValues.set(callbackRef, refs);
	}, [refs]), callbackRef;
}
// node_modules/use-sidecar/dist/es2015/medium.js
function ItoI(a) {
	return a;
}
function innerCreateMedium(defaults, middleware) {
	middleware === void 0 && (middleware = ItoI);
	var buffer = [], assigned = !1;
	return {
		read: function() {
			if (assigned) throw Error("Sidecar: could not `read` from an `assigned` medium. `read` could be used only with `useMedium`.");
			return buffer.length ? buffer[buffer.length - 1] : defaults;
		},
		useMedium: function(data) {
			var item = middleware(data, assigned);
			return buffer.push(item), function() {
				buffer = buffer.filter(function(x) {
					return x !== item;
				});
			};
		},
		assignSyncMedium: function(cb) {
			for (assigned = !0; buffer.length;) {
				var cbs = buffer;
				buffer = [], cbs.forEach(cb);
			}
			buffer = {
				push: function(x) {
					return cb(x);
				},
				filter: function() {
					return buffer;
				}
			};
		},
		assignMedium: function(cb) {
			assigned = !0;
			var pendingQueue = [];
			if (buffer.length) {
				var cbs = buffer;
				buffer = [], cbs.forEach(cb), pendingQueue = buffer;
			}
			var executeQueue = function() {
				var cbs = pendingQueue;
				pendingQueue = [], cbs.forEach(cb);
			}, cycle = function() {
				return Promise.resolve().then(executeQueue);
			};
			cycle(), buffer = {
				push: function(x) {
					pendingQueue.push(x), cycle();
				},
				filter: function(filter) {
					return pendingQueue = pendingQueue.filter(filter), buffer;
				}
			};
		}
	};
}
function createSidecarMedium(options) {
	options === void 0 && (options = {});
	var medium = innerCreateMedium(null);
	return medium.options = __assign({
		async: !0,
		ssr: !1
	}, options), medium;
}
// node_modules/use-sidecar/dist/es2015/exports.js
var SideCar = function(_a) {
	var sideCar = _a.sideCar, rest = __rest(_a, ["sideCar"]);
	if (!sideCar) throw Error("Sidecar: please provide `sideCar` property to import the right car");
	var Target = sideCar.read();
	if (!Target) throw Error("Sidecar medium not found");
	return import_react.createElement(Target, __assign({}, rest));
};
SideCar.isSideCarExport = !0;
function exportSidecar(medium, exported) {
	return medium.useMedium(exported), SideCar;
}
// node_modules/react-remove-scroll/dist/es2015/medium.js
var effectCar = createSidecarMedium(), nothing = function() {}, RemoveScroll = import_react.forwardRef(function(props, parentRef) {
	var ref = import_react.useRef(null), _a = import_react.useState({
		onScrollCapture: nothing,
		onWheelCapture: nothing,
		onTouchMoveCapture: nothing
	}), callbacks = _a[0], setCallbacks = _a[1], forwardProps = props.forwardProps, children = props.children, className = props.className, removeScrollBar = props.removeScrollBar, enabled = props.enabled, shards = props.shards, sideCar = props.sideCar, noRelative = props.noRelative, noIsolation = props.noIsolation, inert = props.inert, allowPinchZoom = props.allowPinchZoom, _b = props.as, Container = _b === void 0 ? "div" : _b, gapMode = props.gapMode, rest = __rest(props, [
		"forwardProps",
		"children",
		"className",
		"removeScrollBar",
		"enabled",
		"shards",
		"sideCar",
		"noRelative",
		"noIsolation",
		"inert",
		"allowPinchZoom",
		"as",
		"gapMode"
	]), SideCar = sideCar, containerRef = useMergeRefs([ref, parentRef]), containerProps = __assign(__assign({}, rest), callbacks);
	return import_react.createElement(import_react.Fragment, null, enabled && import_react.createElement(SideCar, {
		sideCar: effectCar,
		removeScrollBar,
		shards,
		noRelative,
		noIsolation,
		inert,
		setCallbacks,
		allowPinchZoom: !!allowPinchZoom,
		lockRef: ref,
		gapMode
	}), forwardProps ? import_react.cloneElement(import_react.Children.only(children), __assign(__assign({}, containerProps), { ref: containerRef })) : import_react.createElement(Container, __assign({}, containerProps, {
		className,
		ref: containerRef
	}), children));
});
RemoveScroll.defaultProps = {
	enabled: !0,
	removeScrollBar: !0,
	inert: !1
}, RemoveScroll.classNames = {
	fullWidth: fullWidthClassName,
	zeroRight: zeroRightClassName
};
// node_modules/get-nonce/dist/es2015/index.js
var getNonce = function() {
	if (typeof __webpack_nonce__ < "u") return __webpack_nonce__;
};
// node_modules/react-style-singleton/dist/es2015/singleton.js
function makeStyleTag() {
	if (!document) return null;
	var tag = document.createElement("style");
	tag.type = "text/css";
	var nonce = getNonce();
	return nonce && tag.setAttribute("nonce", nonce), tag;
}
function injectStyles(tag, css) {
	tag.styleSheet ? tag.styleSheet.cssText = css : tag.appendChild(document.createTextNode(css));
}
function insertStyleTag(tag) {
	(document.head || document.getElementsByTagName("head")[0]).appendChild(tag);
}
var stylesheetSingleton = function() {
	var counter = 0, stylesheet = null;
	return {
		add: function(style) {
			counter == 0 && (stylesheet = makeStyleTag()) && (injectStyles(stylesheet, style), insertStyleTag(stylesheet)), counter++;
		},
		remove: function() {
			counter--, !counter && stylesheet && (stylesheet.parentNode && stylesheet.parentNode.removeChild(stylesheet), stylesheet = null);
		}
	};
}, styleHookSingleton = function() {
	var sheet = stylesheetSingleton();
	return function(styles, isDynamic) {
		import_react.useEffect(function() {
			return sheet.add(styles), function() {
				sheet.remove();
			};
		}, [styles && isDynamic]);
	};
}, styleSingleton = function() {
	var useStyle = styleHookSingleton();
	return function(_a) {
		var styles = _a.styles, dynamic = _a.dynamic;
		return useStyle(styles, dynamic), null;
	};
}, zeroGap = {
	left: 0,
	top: 0,
	right: 0,
	gap: 0
}, parse = function(x) {
	return parseInt(x || "", 10) || 0;
}, getOffset = function(gapMode) {
	var cs = window.getComputedStyle(document.body), left = cs[gapMode === "padding" ? "paddingLeft" : "marginLeft"], top = cs[gapMode === "padding" ? "paddingTop" : "marginTop"], right = cs[gapMode === "padding" ? "paddingRight" : "marginRight"];
	return [
		parse(left),
		parse(top),
		parse(right)
	];
}, getGapWidth = function(gapMode) {
	if (gapMode === void 0 && (gapMode = "margin"), typeof window > "u") return zeroGap;
	var offsets = getOffset(gapMode), documentWidth = document.documentElement.clientWidth, windowWidth = window.innerWidth;
	return {
		left: offsets[0],
		top: offsets[1],
		right: offsets[2],
		gap: Math.max(0, windowWidth - documentWidth + offsets[2] - offsets[0])
	};
}, Style = styleSingleton(), lockAttribute = "data-scroll-locked", getStyles = function(_a, allowRelative, gapMode, important) {
	var left = _a.left, top = _a.top, right = _a.right, gap = _a.gap;
	return gapMode === void 0 && (gapMode = "margin"), `
  .${noScrollbarsClassName} {
   overflow: hidden ${important};
   padding-right: ${gap}px ${important};
  }
  body[${lockAttribute}] {
    overflow: hidden ${important};
    overscroll-behavior: contain;
    ${[
		allowRelative && `position: relative ${important};`,
		gapMode === "margin" && `
    padding-left: ${left}px;
    padding-top: ${top}px;
    padding-right: ${right}px;
    margin-left:0;
    margin-top:0;
    margin-right: ${gap}px ${important};
    `,
		gapMode === "padding" && `padding-right: ${gap}px ${important};`
	].filter(Boolean).join("")}
  }
  
  .${zeroRightClassName} {
    right: ${gap}px ${important};
  }
  
  .${fullWidthClassName} {
    margin-right: ${gap}px ${important};
  }
  
  .${zeroRightClassName} .${zeroRightClassName} {
    right: 0 ${important};
  }
  
  .${fullWidthClassName} .${fullWidthClassName} {
    margin-right: 0 ${important};
  }
  
  body[${lockAttribute}] {
    ${removedBarSizeVariable}: ${gap}px;
  }
`;
}, getCurrentUseCounter = function() {
	var counter = parseInt(document.body.getAttribute("data-scroll-locked") || "0", 10);
	return isFinite(counter) ? counter : 0;
}, useLockAttribute = function() {
	import_react.useEffect(function() {
		return document.body.setAttribute(lockAttribute, (getCurrentUseCounter() + 1).toString()), function() {
			var newCounter = getCurrentUseCounter() - 1;
			newCounter <= 0 ? document.body.removeAttribute(lockAttribute) : document.body.setAttribute(lockAttribute, newCounter.toString());
		};
	}, []);
}, RemoveScrollBar = function(_a) {
	var noRelative = _a.noRelative, noImportant = _a.noImportant, _b = _a.gapMode, gapMode = _b === void 0 ? "margin" : _b;
	useLockAttribute();
	var gap = import_react.useMemo(function() {
		return getGapWidth(gapMode);
	}, [gapMode]);
	return import_react.createElement(Style, { styles: getStyles(gap, !noRelative, gapMode, noImportant ? "" : "!important") });
}, passiveSupported = !1;
if (typeof window < "u") try {
	var options = Object.defineProperty({}, "passive", { get: function() {
		return passiveSupported = !0, !0;
	} });
	window.addEventListener("test", options, options), window.removeEventListener("test", options, options);
} catch {
	passiveSupported = !1;
}
var nonPassive = passiveSupported ? { passive: !1 } : !1, alwaysContainsScroll = function(node) {
	return node.tagName === "TEXTAREA";
}, elementCanBeScrolled = function(node, overflow) {
	if (!(node instanceof Element)) return !1;
	var styles = window.getComputedStyle(node);
	return styles[overflow] !== "hidden" && !(styles.overflowY === styles.overflowX && !alwaysContainsScroll(node) && styles[overflow] === "visible");
}, elementCouldBeVScrolled = function(node) {
	return elementCanBeScrolled(node, "overflowY");
}, elementCouldBeHScrolled = function(node) {
	return elementCanBeScrolled(node, "overflowX");
}, locationCouldBeScrolled = function(axis, node) {
	var ownerDocument = node.ownerDocument, current = node;
	do {
		if (typeof ShadowRoot < "u" && current instanceof ShadowRoot && (current = current.host), elementCouldBeScrolled(axis, current)) {
			var _a = getScrollVariables(axis, current);
			if (_a[1] > _a[2]) return !0;
		}
		current = current.parentNode;
	} while (current && current !== ownerDocument.body);
	return !1;
}, getVScrollVariables = function(_a) {
	return [
		_a.scrollTop,
		_a.scrollHeight,
		_a.clientHeight
	];
}, getHScrollVariables = function(_a) {
	return [
		_a.scrollLeft,
		_a.scrollWidth,
		_a.clientWidth
	];
}, elementCouldBeScrolled = function(axis, node) {
	return axis === "v" ? elementCouldBeVScrolled(node) : elementCouldBeHScrolled(node);
}, getScrollVariables = function(axis, node) {
	return axis === "v" ? getVScrollVariables(node) : getHScrollVariables(node);
}, getDirectionFactor = function(axis, direction) {
	return axis === "h" && direction === "rtl" ? -1 : 1;
}, handleScroll = function(axis, endTarget, event, sourceDelta, noOverscroll) {
	var directionFactor = getDirectionFactor(axis, window.getComputedStyle(endTarget).direction), delta = directionFactor * sourceDelta, target = event.target, targetInLock = endTarget.contains(target), shouldCancelScroll = !1, isDeltaPositive = delta > 0, availableScroll = 0, availableScrollTop = 0;
	do {
		if (!target) break;
		var _a = getScrollVariables(axis, target), position = _a[0], elementScroll = _a[1] - _a[2] - directionFactor * position;
		(position || elementScroll) && elementCouldBeScrolled(axis, target) && (availableScroll += elementScroll, availableScrollTop += position);
		var parent_1 = target.parentNode;
		target = parent_1 && parent_1.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? parent_1.host : parent_1;
	} while (!targetInLock && target !== document.body || targetInLock && (endTarget.contains(target) || endTarget === target));
	return (isDeltaPositive && (noOverscroll && Math.abs(availableScroll) < 1 || !noOverscroll && delta > availableScroll) || !isDeltaPositive && (noOverscroll && Math.abs(availableScrollTop) < 1 || !noOverscroll && -delta > availableScrollTop)) && (shouldCancelScroll = !0), shouldCancelScroll;
}, getTouchXY = function(event) {
	return "changedTouches" in event ? [event.changedTouches[0].clientX, event.changedTouches[0].clientY] : [0, 0];
}, getDeltaXY = function(event) {
	return [event.deltaX, event.deltaY];
}, extractRef = function(ref) {
	return ref && "current" in ref ? ref.current : ref;
}, deltaCompare = function(x, y) {
	return x[0] === y[0] && x[1] === y[1];
}, generateStyle = function(id) {
	return `
  .block-interactivity-${id} {pointer-events: none;}
  .allow-interactivity-${id} {pointer-events: all;}
`;
}, idCounter = 0, lockStack = [];
function RemoveScrollSideCar(props) {
	var shouldPreventQueue = import_react.useRef([]), touchStartRef = import_react.useRef([0, 0]), activeAxis = import_react.useRef(), id = import_react.useState(idCounter++)[0], Style = import_react.useState(styleSingleton)[0], lastProps = import_react.useRef(props);
	import_react.useEffect(function() {
		lastProps.current = props;
	}, [props]), import_react.useEffect(function() {
		if (props.inert) {
			document.body.classList.add(`block-interactivity-${id}`);
			var allow_1 = __spreadArray([props.lockRef.current], (props.shards || []).map(extractRef), !0).filter(Boolean);
			return allow_1.forEach(function(el) {
				return el.classList.add(`allow-interactivity-${id}`);
			}), function() {
				document.body.classList.remove(`block-interactivity-${id}`), allow_1.forEach(function(el) {
					return el.classList.remove(`allow-interactivity-${id}`);
				});
			};
		}
	}, [
		props.inert,
		props.lockRef.current,
		props.shards
	]);
	var shouldCancelEvent = import_react.useCallback(function(event, parent) {
		if ("touches" in event && event.touches.length === 2 || event.type === "wheel" && event.ctrlKey) return !lastProps.current.allowPinchZoom;
		var touch = getTouchXY(event), touchStart = touchStartRef.current, deltaX = "deltaX" in event ? event.deltaX : touchStart[0] - touch[0], deltaY = "deltaY" in event ? event.deltaY : touchStart[1] - touch[1], currentAxis, target = event.target, moveDirection = Math.abs(deltaX) > Math.abs(deltaY) ? "h" : "v";
		if ("touches" in event && moveDirection === "h" && target.type === "range") return !1;
		var selection = window.getSelection(), anchorNode = selection && selection.anchorNode;
		if (anchorNode && (anchorNode === target || anchorNode.contains(target))) return !1;
		var canBeScrolledInMainDirection = locationCouldBeScrolled(moveDirection, target);
		if (!canBeScrolledInMainDirection) return !0;
		if (canBeScrolledInMainDirection ? currentAxis = moveDirection : (currentAxis = moveDirection === "v" ? "h" : "v", canBeScrolledInMainDirection = locationCouldBeScrolled(moveDirection, target)), !canBeScrolledInMainDirection) return !1;
		if (!activeAxis.current && "changedTouches" in event && (deltaX || deltaY) && (activeAxis.current = currentAxis), !currentAxis) return !0;
		var cancelingAxis = activeAxis.current || currentAxis;
		return handleScroll(cancelingAxis, parent, event, cancelingAxis === "h" ? deltaX : deltaY, !0);
	}, []), shouldPrevent = import_react.useCallback(function(_event) {
		var event = _event;
		if (lockStack.length && lockStack[lockStack.length - 1] === Style) {
			var delta = "deltaY" in event ? getDeltaXY(event) : getTouchXY(event), sourceEvent = shouldPreventQueue.current.filter(function(e) {
				return e.name === event.type && (e.target === event.target || event.target === e.shadowParent) && deltaCompare(e.delta, delta);
			})[0];
			if (sourceEvent && sourceEvent.should) event.cancelable && event.preventDefault();
			else if (!sourceEvent) {
				var shardNodes = (lastProps.current.shards || []).map(extractRef).filter(Boolean).filter(function(node) {
					return node.contains(event.target);
				});
				(shardNodes.length > 0 ? shouldCancelEvent(event, shardNodes[0]) : !lastProps.current.noIsolation) && event.cancelable && event.preventDefault();
			}
		}
	}, []), shouldCancel = import_react.useCallback(function(name, delta, target, should) {
		var event = {
			name,
			delta,
			target,
			should,
			shadowParent: getOutermostShadowParent(target)
		};
		shouldPreventQueue.current.push(event), setTimeout(function() {
			shouldPreventQueue.current = shouldPreventQueue.current.filter(function(e) {
				return e !== event;
			});
		}, 1);
	}, []), scrollTouchStart = import_react.useCallback(function(event) {
		touchStartRef.current = getTouchXY(event), activeAxis.current = void 0;
	}, []), scrollWheel = import_react.useCallback(function(event) {
		shouldCancel(event.type, getDeltaXY(event), event.target, shouldCancelEvent(event, props.lockRef.current));
	}, []), scrollTouchMove = import_react.useCallback(function(event) {
		shouldCancel(event.type, getTouchXY(event), event.target, shouldCancelEvent(event, props.lockRef.current));
	}, []);
	import_react.useEffect(function() {
		return lockStack.push(Style), props.setCallbacks({
			onScrollCapture: scrollWheel,
			onWheelCapture: scrollWheel,
			onTouchMoveCapture: scrollTouchMove
		}), document.addEventListener("wheel", shouldPrevent, nonPassive), document.addEventListener("touchmove", shouldPrevent, nonPassive), document.addEventListener("touchstart", scrollTouchStart, nonPassive), function() {
			lockStack = lockStack.filter(function(inst) {
				return inst !== Style;
			}), document.removeEventListener("wheel", shouldPrevent, nonPassive), document.removeEventListener("touchmove", shouldPrevent, nonPassive), document.removeEventListener("touchstart", scrollTouchStart, nonPassive);
		};
	}, []);
	var removeScrollBar = props.removeScrollBar, inert = props.inert;
	return import_react.createElement(import_react.Fragment, null, inert ? import_react.createElement(Style, { styles: generateStyle(id) }) : null, removeScrollBar ? import_react.createElement(RemoveScrollBar, {
		noRelative: props.noRelative,
		gapMode: props.gapMode
	}) : null);
}
function getOutermostShadowParent(node) {
	for (var shadowParent = null; node !== null;) node instanceof ShadowRoot && (shadowParent = node.host, node = node.host), node = node.parentNode;
	return shadowParent;
}
// node_modules/react-remove-scroll/dist/es2015/sidecar.js
var sidecar_default = exportSidecar(effectCar, RemoveScrollSideCar), ReactRemoveScroll = import_react.forwardRef(function(props, ref) {
	return import_react.createElement(RemoveScroll, __assign({}, props, {
		ref,
		sideCar: sidecar_default
	}));
});
ReactRemoveScroll.classNames = RemoveScroll.classNames;
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
}, __defProp$6 = Object.defineProperty, __name$6 = (target, value) => __defProp$6(target, "name", {
	value,
	configurable: !0
}), DIALOG_NAME = "Dialog", [createDialogContext, createDialogScope] = createContextScope(DIALOG_NAME), [DialogProvider, useDialogContext] = createDialogContext(DIALOG_NAME), Dialog = __name$6((props) => {
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
}, "Dialog"), PORTAL_NAME$1 = "DialogPortal", [PortalProvider$1, usePortalContext$1] = createDialogContext(PORTAL_NAME$1, { forceMount: void 0 }), DialogPortal = __name$6((props) => {
	let { __scopeDialog, forceMount, children, container } = props, context = useDialogContext(PORTAL_NAME$1, __scopeDialog);
	return (0, import_jsx_runtime.jsx)(PortalProvider$1, {
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
}, "DialogPortal"), CONTENT_NAME$3 = "DialogContent", DialogContent = import_react.forwardRef(__name$6(function(props, forwardedRef) {
	let portalContext = usePortalContext$1(CONTENT_NAME$3, props.__scopeDialog), { forceMount = portalContext.forceMount, ...contentProps } = props, context = useDialogContext(CONTENT_NAME$3, props.__scopeDialog);
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
}, "DialogContent")), DialogContentModal = import_react.forwardRef(__name$6(function(props, forwardedRef) {
	let context = useDialogContext(CONTENT_NAME$3, props.__scopeDialog), contentRef = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, context.contentRef, contentRef);
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
}, "DialogContentModal")), DialogContentNonModal = import_react.forwardRef(__name$6(function(props, forwardedRef) {
	let context = useDialogContext(CONTENT_NAME$3, props.__scopeDialog), hasInteractedOutsideRef = import_react.useRef(!1), hasPointerDownOutsideRef = import_react.useRef(!1);
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
}, "DialogContentNonModal")), DialogContentImpl = import_react.forwardRef(__name$6(function(props, forwardedRef) {
	let { __scopeDialog, trapFocus, onOpenAutoFocus, onCloseAutoFocus, "aria-describedby": ariaDescribedby, children, ...contentProps } = props, context = useDialogContext(CONTENT_NAME$3, __scopeDialog);
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
}, "DialogContentImpl")), DialogTitle = import_react.forwardRef(__name$6(function(props, forwardedRef) {
	let { __scopeDialog, ...titleProps } = props, context = useDialogContext("DialogTitle", __scopeDialog), { setTitleCount } = context;
	return useLayoutEffect2(() => (setTitleCount((count) => count + 1), () => setTitleCount((count) => count - 1)), [setTitleCount]), (0, import_jsx_runtime.jsx)(Primitive.h2, {
		id: context.titleId,
		...titleProps,
		ref: forwardedRef
	});
}, "DialogTitle")), CLOSE_NAME = "DialogClose", DialogClose = import_react.forwardRef(__name$6(function(props, forwardedRef) {
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
__name$6(concatAriaDescribedby, "concatAriaDescribedby");
function getState(open) {
	return open ? "open" : "closed";
}
__name$6(getState, "getState");
// node_modules/@radix-ui/react-use-size/dist/index.mjs
var __defProp$5 = Object.defineProperty, __name$5 = (target, value) => __defProp$5(target, "name", {
	value,
	configurable: !0
});
function useSize(element) {
	let [size, setSize] = import_react.useState(void 0);
	return useLayoutEffect2(() => {
		if (element) {
			setSize({
				width: element.offsetWidth,
				height: element.offsetHeight
			});
			let rAF = 0, resizeObserver = new ResizeObserver((entries) => {
				if (!Array.isArray(entries) || !entries.length) return;
				let entry = entries[0];
				window.cancelAnimationFrame(rAF), rAF = window.requestAnimationFrame(() => {
					let width, height;
					if ("borderBoxSize" in entry) {
						let borderSizeEntry = entry.borderBoxSize, borderSize = Array.isArray(borderSizeEntry) ? borderSizeEntry[0] : borderSizeEntry;
						width = borderSize.inlineSize, height = borderSize.blockSize;
					} else width = element.offsetWidth, height = element.offsetHeight;
					setSize({
						width,
						height
					});
				});
			});
			return resizeObserver.observe(element, { box: "border-box" }), () => {
				window.cancelAnimationFrame(rAF), resizeObserver.unobserve(element);
			};
		}
		setSize(void 0);
	}, [element]), size;
}
__name$5(useSize, "useSize");
// node_modules/@floating-ui/utils/dist/floating-ui.utils.mjs
var sides = [
	"top",
	"right",
	"bottom",
	"left"
], min = Math.min, max = Math.max, round = Math.round, floor = Math.floor, createCoords = (v) => ({
	x: v,
	y: v
}), oppositeSideMap = {
	left: "right",
	right: "left",
	bottom: "top",
	top: "bottom"
};
function clamp(start, value, end) {
	return max(start, min(value, end));
}
function evaluate(value, param) {
	return typeof value == "function" ? value(param) : value;
}
function getSide(placement) {
	return placement.split("-")[0];
}
function getAlignment(placement) {
	return placement.split("-")[1];
}
function getOppositeAxis(axis) {
	return axis === "x" ? "y" : "x";
}
function getAxisLength(axis) {
	return axis === "y" ? "height" : "width";
}
function getSideAxis(placement) {
	let firstChar = placement[0];
	return firstChar === "t" || firstChar === "b" ? "y" : "x";
}
function getAlignmentAxis(placement) {
	return getOppositeAxis(getSideAxis(placement));
}
function getAlignmentSides(placement, rects, rtl) {
	rtl === void 0 && (rtl = !1);
	let alignment = getAlignment(placement), alignmentAxis = getAlignmentAxis(placement), length = getAxisLength(alignmentAxis), mainAlignmentSide = alignmentAxis === "x" ? alignment === (rtl ? "end" : "start") ? "right" : "left" : alignment === "start" ? "bottom" : "top";
	return rects.reference[length] > rects.floating[length] && (mainAlignmentSide = getOppositePlacement(mainAlignmentSide)), [mainAlignmentSide, getOppositePlacement(mainAlignmentSide)];
}
function getExpandedPlacements(placement) {
	let oppositePlacement = getOppositePlacement(placement);
	return [
		getOppositeAlignmentPlacement(placement),
		oppositePlacement,
		getOppositeAlignmentPlacement(oppositePlacement)
	];
}
function getOppositeAlignmentPlacement(placement) {
	return placement.includes("start") ? placement.replace("start", "end") : placement.replace("end", "start");
}
var lrPlacement = ["left", "right"], rlPlacement = ["right", "left"], tbPlacement = ["top", "bottom"], btPlacement = ["bottom", "top"];
function getSideList(side, isStart, rtl) {
	switch (side) {
		case "top":
		case "bottom": return rtl ? isStart ? rlPlacement : lrPlacement : isStart ? lrPlacement : rlPlacement;
		case "left":
		case "right": return isStart ? tbPlacement : btPlacement;
		default: return [];
	}
}
function getOppositeAxisPlacements(placement, flipAlignment, direction, rtl) {
	let alignment = getAlignment(placement), list = getSideList(getSide(placement), direction === "start", rtl);
	return alignment && (list = list.map((side) => side + "-" + alignment), flipAlignment && (list = list.concat(list.map(getOppositeAlignmentPlacement)))), list;
}
function getOppositePlacement(placement) {
	let side = getSide(placement);
	return oppositeSideMap[side] + placement.slice(side.length);
}
function expandPaddingObject(padding) {
	return {
		top: padding.top ?? 0,
		right: padding.right ?? 0,
		bottom: padding.bottom ?? 0,
		left: padding.left ?? 0
	};
}
function getPaddingObject(padding) {
	return typeof padding == "number" ? {
		top: padding,
		right: padding,
		bottom: padding,
		left: padding
	} : expandPaddingObject(padding);
}
function rectToClientRect(rect) {
	let { x, y, width, height } = rect;
	return {
		width,
		height,
		top: y,
		left: x,
		right: x + width,
		bottom: y + height,
		x,
		y
	};
}
// node_modules/@floating-ui/core/dist/floating-ui.core.mjs
function computeCoordsFromPlacement(_ref, placement, rtl) {
	let { reference, floating } = _ref, sideAxis = getSideAxis(placement), alignmentAxis = getAlignmentAxis(placement), alignLength = getAxisLength(alignmentAxis), side = getSide(placement), isVertical = sideAxis === "y", commonX = reference.x + reference.width / 2 - floating.width / 2, commonY = reference.y + reference.height / 2 - floating.height / 2, commonAlign = reference[alignLength] / 2 - floating[alignLength] / 2, coords;
	switch (side) {
		case "top":
			coords = {
				x: commonX,
				y: reference.y - floating.height
			};
			break;
		case "bottom":
			coords = {
				x: commonX,
				y: reference.y + reference.height
			};
			break;
		case "right":
			coords = {
				x: reference.x + reference.width,
				y: commonY
			};
			break;
		case "left":
			coords = {
				x: reference.x - floating.width,
				y: commonY
			};
			break;
		default: coords = {
			x: reference.x,
			y: reference.y
		};
	}
	let alignment = getAlignment(placement);
	return alignment && (coords[alignmentAxis] += commonAlign * (alignment === "end" ? 1 : -1) * (rtl && isVertical ? -1 : 1)), coords;
}
async function detectOverflow(state, options) {
	options === void 0 && (options = {});
	let { x, y, platform, rects, elements, strategy } = state, { boundary = "clippingAncestors", rootBoundary = "viewport", elementContext = "floating", altBoundary = !1, padding = 0 } = evaluate(options, state), paddingObject = getPaddingObject(padding), element = elements[altBoundary ? elementContext === "floating" ? "reference" : "floating" : elementContext], clippingClientRect = rectToClientRect(await platform.getClippingRect({
		element: await (platform.isElement == null ? void 0 : platform.isElement(element)) ?? !0 ? element : element.contextElement || await (platform.getDocumentElement == null ? void 0 : platform.getDocumentElement(elements.floating)),
		boundary,
		rootBoundary,
		strategy
	})), rect = elementContext === "floating" ? {
		x,
		y,
		width: rects.floating.width,
		height: rects.floating.height
	} : rects.reference, offsetParent = await (platform.getOffsetParent == null ? void 0 : platform.getOffsetParent(elements.floating)), offsetScale = await (platform.isElement == null ? void 0 : platform.isElement(offsetParent)) && await (platform.getScale == null ? void 0 : platform.getScale(offsetParent)) || {
		x: 1,
		y: 1
	}, elementClientRect = rectToClientRect(platform.convertOffsetParentRelativeRectToViewportRelativeRect ? await platform.convertOffsetParentRelativeRectToViewportRelativeRect({
		elements,
		rect,
		offsetParent,
		strategy
	}) : rect);
	return {
		top: (clippingClientRect.top - elementClientRect.top + paddingObject.top) / offsetScale.y,
		bottom: (elementClientRect.bottom - clippingClientRect.bottom + paddingObject.bottom) / offsetScale.y,
		left: (clippingClientRect.left - elementClientRect.left + paddingObject.left) / offsetScale.x,
		right: (elementClientRect.right - clippingClientRect.right + paddingObject.right) / offsetScale.x
	};
}
var MAX_RESET_COUNT = 50, computePosition$1 = async (reference, floating, config) => {
	let { placement = "bottom", strategy = "absolute", middleware = [], platform } = config, platformWithDetectOverflow = platform.detectOverflow ? platform : {
		...platform,
		detectOverflow
	}, rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(floating)), rects = await platform.getElementRects({
		reference,
		floating,
		strategy
	}), { x, y } = computeCoordsFromPlacement(rects, placement, rtl), statefulPlacement = placement, resetCount = 0, middlewareData = {};
	for (let i = 0; i < middleware.length; i++) {
		let currentMiddleware = middleware[i];
		if (!currentMiddleware) continue;
		let { name, fn } = currentMiddleware, { x: nextX, y: nextY, data, reset } = await fn({
			x,
			y,
			initialPlacement: placement,
			placement: statefulPlacement,
			strategy,
			middlewareData,
			rects,
			platform: platformWithDetectOverflow,
			elements: {
				reference,
				floating
			}
		});
		x = nextX ?? x, y = nextY ?? y, middlewareData[name] = {
			...middlewareData[name],
			...data
		}, reset && resetCount < MAX_RESET_COUNT && (resetCount++, typeof reset == "object" && (reset.placement && (statefulPlacement = reset.placement), reset.rects && (rects = reset.rects === !0 ? await platform.getElementRects({
			reference,
			floating,
			strategy
		}) : reset.rects), {x, y} = computeCoordsFromPlacement(rects, statefulPlacement, rtl)), i = -1);
	}
	return {
		x,
		y,
		placement: statefulPlacement,
		strategy,
		middlewareData
	};
}, arrow$3 = (options) => ({
	name: "arrow",
	options,
	async fn(state) {
		let { x, y, placement, rects, platform, elements, middlewareData } = state, { element, padding = 0 } = evaluate(options, state) || {};
		if (element == null) return {};
		let paddingObject = getPaddingObject(padding), coords = {
			x,
			y
		}, axis = getAlignmentAxis(placement), length = getAxisLength(axis), arrowDimensions = await platform.getDimensions(element), isYAxis = axis === "y", minProp = isYAxis ? "top" : "left", maxProp = isYAxis ? "bottom" : "right", clientProp = isYAxis ? "clientHeight" : "clientWidth", endDiff = rects.reference[length] + rects.reference[axis] - coords[axis] - rects.floating[length], startDiff = coords[axis] - rects.reference[axis], arrowOffsetParent = await (platform.getOffsetParent == null ? void 0 : platform.getOffsetParent(element)), clientSize = arrowOffsetParent ? arrowOffsetParent[clientProp] : 0;
		clientSize && await (platform.isElement == null ? void 0 : platform.isElement(arrowOffsetParent)) || (clientSize = elements.floating[clientProp] || rects.floating[length]);
		let centerToReference = endDiff / 2 - startDiff / 2, largestPossiblePadding = clientSize / 2 - arrowDimensions[length] / 2 - 1, minPadding = min(paddingObject[minProp], largestPossiblePadding), maxPadding = min(paddingObject[maxProp], largestPossiblePadding), max = clientSize - arrowDimensions[length] - maxPadding, center = clientSize / 2 - arrowDimensions[length] / 2 + centerToReference, offset = clamp(minPadding, center, max), shouldAddOffset = !middlewareData.arrow && getAlignment(placement) != null && center !== offset && rects.reference[length] / 2 - (center < minPadding ? minPadding : maxPadding) - arrowDimensions[length] / 2 < 0, alignmentOffset = shouldAddOffset ? center < minPadding ? center - minPadding : center - max : 0;
		return {
			[axis]: coords[axis] + alignmentOffset,
			data: {
				[axis]: offset,
				centerOffset: center - offset - alignmentOffset,
				...shouldAddOffset && { alignmentOffset }
			},
			reset: shouldAddOffset
		};
	}
}), flip$1 = function(options) {
	return options === void 0 && (options = {}), {
		name: "flip",
		options,
		async fn(state) {
			var _middlewareData$arrow;
			let { placement, middlewareData, rects, initialPlacement, platform, elements } = state, { mainAxis: checkMainAxis = !0, crossAxis: checkCrossAxis = !0, fallbackPlacements: specifiedFallbackPlacements, fallbackStrategy = "bestFit", fallbackAxisSideDirection = "none", flipAlignment = !0, ...detectOverflowOptions } = evaluate(options, state);
			if ((_middlewareData$arrow = middlewareData.arrow) != null && _middlewareData$arrow.alignmentOffset) return {};
			let side = getSide(placement), initialSideAxis = getSideAxis(initialPlacement), isBasePlacement = getSide(initialPlacement) === initialPlacement, rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating)), fallbackPlacements = specifiedFallbackPlacements || (isBasePlacement || !flipAlignment ? [getOppositePlacement(initialPlacement)] : getExpandedPlacements(initialPlacement)), hasFallbackAxisSideDirection = fallbackAxisSideDirection !== "none";
			!specifiedFallbackPlacements && hasFallbackAxisSideDirection && fallbackPlacements.push(...getOppositeAxisPlacements(initialPlacement, flipAlignment, fallbackAxisSideDirection, rtl));
			let placements = [initialPlacement, ...fallbackPlacements], overflow = await platform.detectOverflow(state, detectOverflowOptions), overflows = [], overflowsData = middlewareData.flip?.overflows || [];
			if (checkMainAxis && overflows.push(overflow[side]), checkCrossAxis) {
				let sides = getAlignmentSides(placement, rects, rtl);
				overflows.push(overflow[sides[0]], overflow[sides[1]]);
			}
			if (overflowsData = [...overflowsData, {
				placement,
				overflows
			}], !overflows.every((side) => side <= 0)) {
				let nextIndex = (middlewareData.flip?.index || 0) + 1, nextPlacement = placements[nextIndex];
				if (nextPlacement && (checkCrossAxis !== "alignment" || initialSideAxis === getSideAxis(nextPlacement) || overflowsData.every((d) => getSideAxis(d.placement) !== initialSideAxis || d.overflows[0] > 0))) return {
					data: {
						index: nextIndex,
						overflows: overflowsData
					},
					reset: { placement: nextPlacement }
				};
				let resetPlacement = overflowsData.filter((d) => d.overflows[0] <= 0).sort((a, b) => a.overflows[1] - b.overflows[1])[0]?.placement;
				if (!resetPlacement) switch (fallbackStrategy) {
					case "bestFit": {
						let placement = overflowsData.filter((d) => {
							if (hasFallbackAxisSideDirection) {
								let currentSideAxis = getSideAxis(d.placement);
								return currentSideAxis === initialSideAxis || currentSideAxis === "y";
							}
							return !0;
						}).map((d) => [d.placement, d.overflows.filter((overflow) => overflow > 0).reduce((acc, overflow) => acc + overflow, 0)]).sort((a, b) => a[1] - b[1])[0]?.[0];
						placement && (resetPlacement = placement);
						break;
					}
					case "initialPlacement": resetPlacement = initialPlacement;
				}
				if (placement !== resetPlacement) return { reset: { placement: resetPlacement } };
			}
			return {};
		}
	};
};
function getSideOffsets(overflow, rect) {
	return {
		top: overflow.top - rect.height,
		right: overflow.right - rect.width,
		bottom: overflow.bottom - rect.height,
		left: overflow.left - rect.width
	};
}
function isAnySideFullyClipped(overflow) {
	return sides.some((side) => overflow[side] >= 0);
}
var hide$1 = function(options) {
	return options === void 0 && (options = {}), {
		name: "hide",
		options,
		async fn(state) {
			let { rects, platform } = state, { strategy = "referenceHidden", ...detectOverflowOptions } = evaluate(options, state);
			switch (strategy) {
				case "referenceHidden": {
					let offsets = getSideOffsets(await platform.detectOverflow(state, {
						...detectOverflowOptions,
						elementContext: "reference"
					}), rects.reference);
					return { data: {
						referenceHiddenOffsets: offsets,
						referenceHidden: isAnySideFullyClipped(offsets)
					} };
				}
				case "escaped": {
					let offsets = getSideOffsets(await platform.detectOverflow(state, {
						...detectOverflowOptions,
						altBoundary: !0
					}), rects.floating);
					return { data: {
						escapedOffsets: offsets,
						escaped: isAnySideFullyClipped(offsets)
					} };
				}
				default: return {};
			}
		}
	};
}, originSides = new Set(["left", "top"]);
async function convertValueToCoords(state, options) {
	let { placement, platform, elements } = state, rtl = await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating)), side = getSide(placement), alignment = getAlignment(placement), isVertical = getSideAxis(placement) === "y", mainAxisMulti = originSides.has(side) ? -1 : 1, crossAxisMulti = rtl && isVertical ? -1 : 1, rawValue = evaluate(options, state), { mainAxis, crossAxis, alignmentAxis } = typeof rawValue == "number" ? {
		mainAxis: rawValue,
		crossAxis: 0,
		alignmentAxis: null
	} : {
		mainAxis: rawValue.mainAxis || 0,
		crossAxis: rawValue.crossAxis || 0,
		alignmentAxis: rawValue.alignmentAxis
	};
	return alignment && typeof alignmentAxis == "number" && (crossAxis = alignment === "end" ? alignmentAxis * -1 : alignmentAxis), isVertical ? {
		x: crossAxis * crossAxisMulti,
		y: mainAxis * mainAxisMulti
	} : {
		x: mainAxis * mainAxisMulti,
		y: crossAxis * crossAxisMulti
	};
}
var offset$1 = function(options) {
	return options === void 0 && (options = 0), {
		name: "offset",
		options,
		async fn(state) {
			var _middlewareData$arrow;
			let { x, y, placement, middlewareData } = state, diffCoords = await convertValueToCoords(state, options);
			return placement === middlewareData.offset?.placement && (_middlewareData$arrow = middlewareData.arrow) != null && _middlewareData$arrow.alignmentOffset ? {} : {
				x: x + diffCoords.x,
				y: y + diffCoords.y,
				data: {
					...diffCoords,
					placement
				}
			};
		}
	};
}, shift$1 = function(options) {
	return options === void 0 && (options = {}), {
		name: "shift",
		options,
		async fn(state) {
			let { x, y, placement, platform } = state, { mainAxis: checkMainAxis = !0, crossAxis: checkCrossAxis = !1, limiter = { fn: (_ref) => {
				let { x, y } = _ref;
				return {
					x,
					y
				};
			} }, ...detectOverflowOptions } = evaluate(options, state), coords = {
				x,
				y
			}, overflow = await platform.detectOverflow(state, detectOverflowOptions), crossAxis = getSideAxis(placement), mainAxis = getOppositeAxis(crossAxis), mainAxisCoord = coords[mainAxis], crossAxisCoord = coords[crossAxis], clampCoord = (axis, coord) => clamp(coord + overflow[axis === "y" ? "top" : "left"], coord, coord - overflow[axis === "y" ? "bottom" : "right"]);
			checkMainAxis && (mainAxisCoord = clampCoord(mainAxis, mainAxisCoord)), checkCrossAxis && (crossAxisCoord = clampCoord(crossAxis, crossAxisCoord));
			let limitedCoords = limiter.fn({
				...state,
				[mainAxis]: mainAxisCoord,
				[crossAxis]: crossAxisCoord
			});
			return {
				...limitedCoords,
				data: {
					x: limitedCoords.x - x,
					y: limitedCoords.y - y,
					enabled: {
						[mainAxis]: checkMainAxis,
						[crossAxis]: checkCrossAxis
					}
				}
			};
		}
	};
}, limitShift$1 = function(options) {
	return options === void 0 && (options = {}), {
		options,
		fn(state) {
			let { x, y, placement, rects, middlewareData } = state, { offset = 0, mainAxis: checkMainAxis = !0, crossAxis: checkCrossAxis = !0 } = evaluate(options, state), coords = {
				x,
				y
			}, crossAxis = getSideAxis(placement), mainAxis = getOppositeAxis(crossAxis), mainAxisCoord = coords[mainAxis], crossAxisCoord = coords[crossAxis], rawOffset = evaluate(offset, state), computedOffset = typeof rawOffset == "number" ? {
				mainAxis: rawOffset,
				crossAxis: 0
			} : {
				mainAxis: rawOffset.mainAxis ?? 0,
				crossAxis: rawOffset.crossAxis ?? 0
			};
			if (checkMainAxis) {
				let len = mainAxis === "y" ? "height" : "width", limitMin = rects.reference[mainAxis] - rects.floating[len] + computedOffset.mainAxis, limitMax = rects.reference[mainAxis] + rects.reference[len] - computedOffset.mainAxis;
				mainAxisCoord < limitMin ? mainAxisCoord = limitMin : mainAxisCoord > limitMax && (mainAxisCoord = limitMax);
			}
			if (checkCrossAxis) {
				let len = mainAxis === "y" ? "width" : "height", isOriginSide = originSides.has(getSide(placement)), limitMin = rects.reference[crossAxis] - rects.floating[len] + (isOriginSide && middlewareData.offset?.[crossAxis] || 0) + (isOriginSide ? 0 : computedOffset.crossAxis), limitMax = rects.reference[crossAxis] + rects.reference[len] + (isOriginSide ? 0 : middlewareData.offset?.[crossAxis] || 0) - (isOriginSide ? computedOffset.crossAxis : 0);
				crossAxisCoord < limitMin ? crossAxisCoord = limitMin : crossAxisCoord > limitMax && (crossAxisCoord = limitMax);
			}
			return {
				[mainAxis]: mainAxisCoord,
				[crossAxis]: crossAxisCoord
			};
		}
	};
}, size$1 = function(options) {
	return options === void 0 && (options = {}), {
		name: "size",
		options,
		async fn(state) {
			let { placement, rects, platform, elements } = state, { apply = () => {}, ...detectOverflowOptions } = evaluate(options, state), overflow = await platform.detectOverflow(state, detectOverflowOptions), side = getSide(placement), alignment = getAlignment(placement), isYAxis = getSideAxis(placement) === "y", { width, height } = rects.floating, heightSide, widthSide;
			side === "top" || side === "bottom" ? (heightSide = side, widthSide = alignment === (await (platform.isRTL == null ? void 0 : platform.isRTL(elements.floating)) ? "start" : "end") ? "left" : "right") : (widthSide = side, heightSide = alignment === "end" ? "top" : "bottom");
			let maximumClippingHeight = height - overflow.top - overflow.bottom, maximumClippingWidth = width - overflow.left - overflow.right, overflowAvailableHeight = min(height - overflow[heightSide], maximumClippingHeight), overflowAvailableWidth = min(width - overflow[widthSide], maximumClippingWidth), shiftData = state.middlewareData.shift, noShift = !shiftData, availableHeight = overflowAvailableHeight, availableWidth = overflowAvailableWidth;
			shiftData != null && shiftData.enabled.x && (availableWidth = maximumClippingWidth), shiftData != null && shiftData.enabled.y && (availableHeight = maximumClippingHeight), noShift && !alignment && (isYAxis ? availableWidth = width - 2 * max(overflow.left, overflow.right) : availableHeight = height - 2 * max(overflow.top, overflow.bottom)), await apply({
				...state,
				availableWidth,
				availableHeight
			});
			let nextDimensions = await platform.getDimensions(elements.floating);
			return width !== nextDimensions.width || height !== nextDimensions.height ? { reset: { rects: !0 } } : {};
		}
	};
};
// node_modules/@floating-ui/utils/dist/floating-ui.utils.dom.mjs
function hasWindow() {
	return typeof window < "u";
}
function getNodeName(node) {
	return isNode(node) ? (node.nodeName || "").toLowerCase() : "#document";
}
function getWindow(node) {
	var _node$ownerDocument;
	return (node == null || (_node$ownerDocument = node.ownerDocument) == null ? void 0 : _node$ownerDocument.defaultView) || window;
}
function getDocumentElement(node) {
	return ((isNode(node) ? node.ownerDocument : node.document) || window.document)?.documentElement;
}
function isNode(value) {
	return hasWindow() ? value instanceof Node || value instanceof getWindow(value).Node : !1;
}
function isElement(value) {
	return hasWindow() ? value instanceof Element || value instanceof getWindow(value).Element : !1;
}
function isHTMLElement(value) {
	return hasWindow() ? value instanceof HTMLElement || value instanceof getWindow(value).HTMLElement : !1;
}
function isShadowRoot(value) {
	return !hasWindow() || typeof ShadowRoot > "u" ? !1 : value instanceof ShadowRoot || value instanceof getWindow(value).ShadowRoot;
}
function isOverflowElement(element) {
	let { overflow, overflowX, overflowY, display } = getComputedStyle$1(element);
	return /auto|scroll|overlay|hidden|clip/.test(overflow + overflowY + overflowX) && display !== "inline" && display !== "contents";
}
function isTableElement(element) {
	return /^(table|td|th)$/.test(getNodeName(element));
}
function isTopLayer(element) {
	try {
		if (element.matches(":popover-open")) return !0;
	} catch {}
	try {
		return element.matches(":modal");
	} catch {
		return !1;
	}
}
var willChangeRe = /transform|translate|scale|rotate|perspective|filter/, containRe = /paint|layout|strict|content/, isNotNone = (value) => !!value && value !== "none", isWebKitValue;
function isContainingBlock(elementOrCss) {
	let css = isElement(elementOrCss) ? getComputedStyle$1(elementOrCss) : elementOrCss;
	return isNotNone(css.transform) || isNotNone(css.translate) || isNotNone(css.scale) || isNotNone(css.rotate) || isNotNone(css.perspective) || !isWebKit() && (isNotNone(css.backdropFilter) || isNotNone(css.filter)) || willChangeRe.test(css.willChange || "") || containRe.test(css.contain || "");
}
function getContainingBlock(element) {
	let currentNode = getParentNode(element);
	for (; isHTMLElement(currentNode) && !isLastTraversableNode(currentNode);) {
		if (isContainingBlock(currentNode)) return currentNode;
		if (isTopLayer(currentNode)) return null;
		currentNode = getParentNode(currentNode);
	}
	return null;
}
function isWebKit() {
	return isWebKitValue ??= typeof CSS < "u" && CSS.supports && CSS.supports("-webkit-backdrop-filter", "none"), isWebKitValue;
}
function isLastTraversableNode(node) {
	return /^(html|body|#document)$/.test(getNodeName(node));
}
function getComputedStyle$1(element) {
	return getWindow(element).getComputedStyle(element);
}
function getNodeScroll(element) {
	return isElement(element) ? {
		scrollLeft: element.scrollLeft,
		scrollTop: element.scrollTop
	} : {
		scrollLeft: element.scrollX,
		scrollTop: element.scrollY
	};
}
function getParentNode(node) {
	if (getNodeName(node) === "html") return node;
	let result = node.assignedSlot || node.parentNode || isShadowRoot(node) && node.host || getDocumentElement(node);
	return isShadowRoot(result) ? result.host : result;
}
function getNearestOverflowAncestor(node) {
	let parentNode = getParentNode(node);
	return isLastTraversableNode(parentNode) ? (node.ownerDocument || node).body : isHTMLElement(parentNode) && isOverflowElement(parentNode) ? parentNode : getNearestOverflowAncestor(parentNode);
}
function getOverflowAncestors(node, list, traverseIframes) {
	list === void 0 && (list = []), traverseIframes === void 0 && (traverseIframes = !0);
	let scrollableAncestor = getNearestOverflowAncestor(node), isBody = scrollableAncestor === node.ownerDocument?.body, win = getWindow(scrollableAncestor);
	if (isBody) {
		let frameElement = getFrameElement(win);
		return list.concat(win, win.visualViewport || [], isOverflowElement(scrollableAncestor) ? scrollableAncestor : [], frameElement && traverseIframes ? getOverflowAncestors(frameElement) : []);
	}
	return list.concat(scrollableAncestor, getOverflowAncestors(scrollableAncestor, [], traverseIframes));
}
function getFrameElement(win) {
	return win.parent && Object.getPrototypeOf(win.parent) ? win.frameElement : null;
}
// node_modules/@floating-ui/dom/dist/floating-ui.dom.mjs
function getCssDimensions(element) {
	let css = getComputedStyle$1(element), width = parseFloat(css.width) || 0, height = parseFloat(css.height) || 0, hasOffset = isHTMLElement(element), offsetWidth = hasOffset ? element.offsetWidth : width, offsetHeight = hasOffset ? element.offsetHeight : height, shouldFallback = round(width) !== offsetWidth || round(height) !== offsetHeight;
	return shouldFallback && (width = offsetWidth, height = offsetHeight), {
		width,
		height,
		$: shouldFallback
	};
}
function unwrapElement(element) {
	return isElement(element) ? element : element.contextElement;
}
function getScale(element) {
	let domElement = unwrapElement(element);
	if (!isHTMLElement(domElement)) return createCoords(1);
	let rect = domElement.getBoundingClientRect(), { width, height, $ } = getCssDimensions(domElement), x = ($ ? round(rect.width) : rect.width) / width, y = ($ ? round(rect.height) : rect.height) / height;
	return x && Number.isFinite(x) || (x = 1), y && Number.isFinite(y) || (y = 1), {
		x,
		y
	};
}
var noOffsets = createCoords(0);
function getVisualOffsets(element) {
	let win = getWindow(element);
	return !isWebKit() || !win.visualViewport ? noOffsets : {
		x: win.visualViewport.offsetLeft,
		y: win.visualViewport.offsetTop
	};
}
function shouldAddVisualOffsets(element, isFixed, floatingOffsetParent) {
	return isFixed === void 0 && (isFixed = !1), !!floatingOffsetParent && isFixed && floatingOffsetParent === getWindow(element);
}
function getBoundingClientRect(element, includeScale, isFixedStrategy, offsetParent) {
	includeScale === void 0 && (includeScale = !1), isFixedStrategy === void 0 && (isFixedStrategy = !1);
	let clientRect = element.getBoundingClientRect(), domElement = unwrapElement(element), scale = createCoords(1);
	includeScale && (offsetParent ? isElement(offsetParent) && (scale = getScale(offsetParent)) : scale = getScale(element));
	let visualOffsets = shouldAddVisualOffsets(domElement, isFixedStrategy, offsetParent) ? getVisualOffsets(domElement) : createCoords(0), x = (clientRect.left + visualOffsets.x) / scale.x, y = (clientRect.top + visualOffsets.y) / scale.y, width = clientRect.width / scale.x, height = clientRect.height / scale.y;
	if (domElement && offsetParent) {
		let win = getWindow(domElement), offsetWin = isElement(offsetParent) ? getWindow(offsetParent) : offsetParent, currentWin = win, currentIFrame = getFrameElement(currentWin);
		for (; currentIFrame && offsetWin !== currentWin;) {
			let iframeScale = getScale(currentIFrame), iframeRect = currentIFrame.getBoundingClientRect(), css = getComputedStyle$1(currentIFrame), left = iframeRect.left + (currentIFrame.clientLeft + parseFloat(css.paddingLeft)) * iframeScale.x, top = iframeRect.top + (currentIFrame.clientTop + parseFloat(css.paddingTop)) * iframeScale.y;
			x *= iframeScale.x, y *= iframeScale.y, width *= iframeScale.x, height *= iframeScale.y, x += left, y += top, currentWin = getWindow(currentIFrame), currentIFrame = getFrameElement(currentWin);
		}
	}
	return rectToClientRect({
		width,
		height,
		x,
		y
	});
}
function getWindowScrollBarX(element, rect) {
	let leftScroll = getNodeScroll(element).scrollLeft;
	return rect ? rect.left + leftScroll : getBoundingClientRect(getDocumentElement(element)).left + leftScroll;
}
function getHTMLOffset(documentElement, scroll) {
	let htmlRect = documentElement.getBoundingClientRect();
	return {
		x: htmlRect.left + scroll.scrollLeft - getWindowScrollBarX(documentElement, htmlRect),
		y: htmlRect.top + scroll.scrollTop
	};
}
function convertOffsetParentRelativeRectToViewportRelativeRect(_ref) {
	let { elements, rect, offsetParent, strategy } = _ref, isFixed = strategy === "fixed", documentElement = getDocumentElement(offsetParent), topLayer = elements ? isTopLayer(elements.floating) : !1;
	if (offsetParent === documentElement || topLayer && isFixed) return rect;
	let scroll = {
		scrollLeft: 0,
		scrollTop: 0
	}, scale = createCoords(1), offsets = createCoords(0), isOffsetParentAnElement = isHTMLElement(offsetParent);
	if ((isOffsetParentAnElement || !isFixed) && ((getNodeName(offsetParent) !== "body" || isOverflowElement(documentElement)) && (scroll = getNodeScroll(offsetParent)), isOffsetParentAnElement)) {
		let offsetRect = getBoundingClientRect(offsetParent);
		scale = getScale(offsetParent), offsets.x = offsetRect.x + offsetParent.clientLeft, offsets.y = offsetRect.y + offsetParent.clientTop;
	}
	let htmlOffset = documentElement && !isOffsetParentAnElement && !isFixed ? getHTMLOffset(documentElement, scroll) : createCoords(0);
	return {
		width: rect.width * scale.x,
		height: rect.height * scale.y,
		x: rect.x * scale.x - scroll.scrollLeft * scale.x + offsets.x + htmlOffset.x,
		y: rect.y * scale.y - scroll.scrollTop * scale.y + offsets.y + htmlOffset.y
	};
}
function getClientRects(element) {
	return element.getClientRects ? Array.from(element.getClientRects()) : [];
}
function getDocumentRect(html) {
	let scroll = getNodeScroll(html), body = html.ownerDocument.body, width = max(html.scrollWidth, html.clientWidth, body.scrollWidth, body.clientWidth), height = max(html.scrollHeight, html.clientHeight, body.scrollHeight, body.clientHeight), x = -scroll.scrollLeft + getWindowScrollBarX(html), y = -scroll.scrollTop;
	return getComputedStyle$1(body).direction === "rtl" && (x += max(html.clientWidth, body.clientWidth) - width), {
		width,
		height,
		x,
		y
	};
}
var SCROLLBAR_MAX = 25;
function getViewportRect(element, strategy, rootBoundary) {
	rootBoundary === void 0 && (rootBoundary = "viewport");
	let isLayoutViewport = rootBoundary === "layoutViewport", win = getWindow(element), html = getDocumentElement(element), visualViewport = win.visualViewport, width = html.clientWidth, height = html.clientHeight, x = 0, y = 0;
	if (visualViewport) {
		let layoutRelativeClientCoords = !isWebKit() || strategy === "fixed";
		isLayoutViewport ? layoutRelativeClientCoords || (x = -visualViewport.offsetLeft, y = -visualViewport.offsetTop) : (width = visualViewport.width, height = visualViewport.height, layoutRelativeClientCoords && (x = visualViewport.offsetLeft, y = visualViewport.offsetTop));
	}
	if (getWindowScrollBarX(html) <= 0) {
		let doc = html.ownerDocument, body = doc.body, bodyStyles = getComputedStyle(body), bodyMarginInline = doc.compatMode === "CSS1Compat" && parseFloat(bodyStyles.marginLeft) + parseFloat(bodyStyles.marginRight) || 0, reservedWidth = Math.abs(html.clientWidth - body.clientWidth - bodyMarginInline), gutter = getComputedStyle(html).scrollbarGutter === "stable both-edges" ? reservedWidth / 2 : reservedWidth;
		gutter <= SCROLLBAR_MAX && (width -= gutter);
	}
	return {
		width,
		height,
		x,
		y
	};
}
function getInnerBoundingClientRect(element, strategy) {
	let clientRect = getBoundingClientRect(element, !0, strategy === "fixed"), top = clientRect.top + element.clientTop, left = clientRect.left + element.clientLeft, scale = getScale(element);
	return {
		width: element.clientWidth * scale.x,
		height: element.clientHeight * scale.y,
		x: left * scale.x,
		y: top * scale.y
	};
}
function getClientRectFromClippingAncestor(element, clippingAncestor, strategy) {
	let rect;
	if (clippingAncestor === "viewport" || clippingAncestor === "layoutViewport") rect = getViewportRect(element, strategy, clippingAncestor);
	else if (clippingAncestor === "document") rect = getDocumentRect(getDocumentElement(element));
	else if (isElement(clippingAncestor)) rect = getInnerBoundingClientRect(clippingAncestor, strategy);
	else {
		let visualOffsets = getVisualOffsets(element);
		rect = {
			x: clippingAncestor.x - visualOffsets.x,
			y: clippingAncestor.y - visualOffsets.y,
			width: clippingAncestor.width,
			height: clippingAncestor.height
		};
	}
	return rectToClientRect(rect);
}
function getClippingElementAncestors(element, cache) {
	let cachedResult = cache.get(element);
	if (cachedResult) return cachedResult;
	let result = getOverflowAncestors(element, [], !1).filter((el) => isElement(el) && getNodeName(el) !== "body"), lastKeptComputedStyle = null, elementIsFixed = getComputedStyle$1(element).position === "fixed", currentNode = elementIsFixed ? getParentNode(element) : element;
	for (; isElement(currentNode) && !isLastTraversableNode(currentNode);) {
		let computedStyle = getComputedStyle$1(currentNode), currentNodeIsContaining = isContainingBlock(currentNode), lastPosition = lastKeptComputedStyle ? lastKeptComputedStyle.position : elementIsFixed ? "fixed" : "";
		!currentNodeIsContaining && (lastPosition === "fixed" || lastPosition === "absolute" && computedStyle.position === "static") ? result = result.filter((ancestor) => ancestor !== currentNode) : lastKeptComputedStyle = computedStyle, currentNode = getParentNode(currentNode);
	}
	return cache.set(element, result), result;
}
function getClippingRect(_ref) {
	let { element, boundary, rootBoundary, strategy } = _ref, clippingAncestors = [...boundary === "clippingAncestors" ? isTopLayer(element) ? [] : getClippingElementAncestors(element, this._c) : [].concat(boundary), rootBoundary], firstRect = getClientRectFromClippingAncestor(element, clippingAncestors[0], strategy), top = firstRect.top, right = firstRect.right, bottom = firstRect.bottom, left = firstRect.left;
	for (let i = 1; i < clippingAncestors.length; i++) {
		let rect = getClientRectFromClippingAncestor(element, clippingAncestors[i], strategy);
		top = max(rect.top, top), right = min(rect.right, right), bottom = min(rect.bottom, bottom), left = max(rect.left, left);
	}
	return {
		width: right - left,
		height: bottom - top,
		x: left,
		y: top
	};
}
function getDimensions(element) {
	let { width, height } = getCssDimensions(element);
	return {
		width,
		height
	};
}
function getRectRelativeToOffsetParent(element, offsetParent, strategy) {
	let isOffsetParentAnElement = isHTMLElement(offsetParent), documentElement = getDocumentElement(offsetParent), isFixed = strategy === "fixed", rect = getBoundingClientRect(element, !0, isFixed, offsetParent), scroll = {
		scrollLeft: 0,
		scrollTop: 0
	}, offsets = createCoords(0);
	if ((isOffsetParentAnElement || !isFixed) && ((getNodeName(offsetParent) !== "body" || isOverflowElement(documentElement)) && (scroll = getNodeScroll(offsetParent)), isOffsetParentAnElement)) {
		let offsetRect = getBoundingClientRect(offsetParent, !0, isFixed, offsetParent);
		offsets.x = offsetRect.x + offsetParent.clientLeft, offsets.y = offsetRect.y + offsetParent.clientTop;
	}
	!isOffsetParentAnElement && documentElement && (offsets.x = getWindowScrollBarX(documentElement));
	let htmlOffset = documentElement && !isOffsetParentAnElement && !isFixed ? getHTMLOffset(documentElement, scroll) : createCoords(0);
	return {
		x: rect.left + scroll.scrollLeft - offsets.x - htmlOffset.x,
		y: rect.top + scroll.scrollTop - offsets.y - htmlOffset.y,
		width: rect.width,
		height: rect.height
	};
}
function isStaticPositioned(element) {
	return getComputedStyle$1(element).position === "static";
}
function getTrueOffsetParent(element, polyfill) {
	if (!isHTMLElement(element) || getComputedStyle$1(element).position === "fixed") return null;
	if (polyfill) return polyfill(element);
	let rawOffsetParent = element.offsetParent;
	return getDocumentElement(element) === rawOffsetParent && (rawOffsetParent = rawOffsetParent.ownerDocument.body), rawOffsetParent;
}
function getOffsetParent(element, polyfill) {
	let win = getWindow(element);
	if (isTopLayer(element)) return win;
	if (!isHTMLElement(element)) {
		let svgOffsetParent = getParentNode(element);
		for (; svgOffsetParent && !isLastTraversableNode(svgOffsetParent);) {
			if (isElement(svgOffsetParent) && !isStaticPositioned(svgOffsetParent)) return svgOffsetParent;
			svgOffsetParent = getParentNode(svgOffsetParent);
		}
		return win;
	}
	let offsetParent = getTrueOffsetParent(element, polyfill);
	for (; offsetParent && isTableElement(offsetParent) && isStaticPositioned(offsetParent);) offsetParent = getTrueOffsetParent(offsetParent, polyfill);
	return offsetParent && isLastTraversableNode(offsetParent) && isStaticPositioned(offsetParent) && !isContainingBlock(offsetParent) ? win : offsetParent || getContainingBlock(element) || win;
}
var getElementRects = async function(data) {
	let getOffsetParentFn = this.getOffsetParent || getOffsetParent, getDimensionsFn = this.getDimensions, floatingDimensions = await getDimensionsFn(data.floating);
	return {
		reference: getRectRelativeToOffsetParent(data.reference, await getOffsetParentFn(data.floating), data.strategy),
		floating: {
			x: 0,
			y: 0,
			width: floatingDimensions.width,
			height: floatingDimensions.height
		}
	};
};
function isRTL(element) {
	return getComputedStyle$1(element).direction === "rtl";
}
var platform = {
	convertOffsetParentRelativeRectToViewportRelativeRect,
	getDocumentElement,
	getClippingRect,
	getOffsetParent,
	getElementRects,
	getClientRects,
	getDimensions,
	getScale,
	isElement,
	isRTL
};
function rectsAreEqual(a, b) {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
function observeMove(element, onMove, ancestorResize) {
	let io = null, timeoutId, root = getDocumentElement(element);
	function cleanup() {
		var _io;
		clearTimeout(timeoutId), (_io = io) == null || _io.disconnect(), io = null;
	}
	function refresh(skip, threshold) {
		skip === void 0 && (skip = !1), threshold === void 0 && (threshold = 1), cleanup();
		let elementRectForRootMargin = element.getBoundingClientRect(), { left, top, width, height } = elementRectForRootMargin;
		if (skip || onMove(), !width || !height) return;
		let insetTop = floor(top), insetRight = floor(root.clientWidth - (left + width)), insetBottom = floor(root.clientHeight - (top + height)), insetLeft = floor(left), options = {
			rootMargin: -insetTop + "px " + -insetRight + "px " + -insetBottom + "px " + -insetLeft + "px",
			threshold: max(0, min(1, threshold)) || 1
		}, isFirstUpdate = !0;
		function handleObserve(entries) {
			let ratio = entries[0].intersectionRatio;
			if (!rectsAreEqual(elementRectForRootMargin, element.getBoundingClientRect())) return refresh();
			if (ratio !== threshold) {
				if (!isFirstUpdate) return refresh();
				ratio ? refresh(!1, ratio) : timeoutId = setTimeout(() => {
					refresh(!1, 1e-7);
				}, 1e3);
			}
			isFirstUpdate = !1;
		}
		try {
			io = new IntersectionObserver(handleObserve, {
				...options,
				root: root.ownerDocument
			});
		} catch {
			io = new IntersectionObserver(handleObserve, options);
		}
		io.observe(element);
	}
	let win = getWindow(element), handleResize = () => refresh(ancestorResize);
	return win.addEventListener("resize", handleResize), refresh(!0), () => {
		win.removeEventListener("resize", handleResize), cleanup();
	};
}
function autoUpdate(reference, floating, update, options) {
	options === void 0 && (options = {});
	let { ancestorScroll = !0, ancestorResize = !0, elementResize = typeof ResizeObserver == "function", layoutShift = typeof IntersectionObserver == "function", animationFrame = !1 } = options, referenceEl = unwrapElement(reference), ancestors = ancestorScroll || ancestorResize ? [...referenceEl ? getOverflowAncestors(referenceEl) : [], ...floating ? getOverflowAncestors(floating) : []] : [];
	ancestors.forEach((ancestor) => {
		ancestorScroll && ancestor.addEventListener("scroll", update), ancestorResize && ancestor.addEventListener("resize", update);
	});
	let cleanupIo = referenceEl && layoutShift ? observeMove(referenceEl, update, ancestorResize) : null, reobserveFrame = -1, resizeObserver = null;
	elementResize && (resizeObserver = new ResizeObserver((_ref) => {
		let [firstEntry] = _ref;
		firstEntry && firstEntry.target === referenceEl && resizeObserver && floating && (resizeObserver.unobserve(floating), cancelAnimationFrame(reobserveFrame), reobserveFrame = requestAnimationFrame(() => {
			var _resizeObserver;
			(_resizeObserver = resizeObserver) == null || _resizeObserver.observe(floating);
		})), update();
	}), referenceEl && !animationFrame && resizeObserver.observe(referenceEl), floating && resizeObserver.observe(floating));
	let frameId, prevRefRect = animationFrame ? getBoundingClientRect(reference) : null;
	animationFrame && frameLoop();
	function frameLoop() {
		let nextRefRect = getBoundingClientRect(reference);
		prevRefRect && !rectsAreEqual(prevRefRect, nextRefRect) && update(), prevRefRect = nextRefRect, frameId = requestAnimationFrame(frameLoop);
	}
	return update(), () => {
		var _resizeObserver2;
		ancestors.forEach((ancestor) => {
			ancestorScroll && ancestor.removeEventListener("scroll", update), ancestorResize && ancestor.removeEventListener("resize", update);
		}), cleanupIo?.(), (_resizeObserver2 = resizeObserver) == null || _resizeObserver2.disconnect(), resizeObserver = null, animationFrame && cancelAnimationFrame(frameId);
	};
}
var offset$2 = offset$1, shift$2 = shift$1, flip$2 = flip$1, size$2 = size$1, hide$2 = hide$1, arrow$2 = arrow$3, limitShift$2 = limitShift$1, computePosition = (reference, floating, options) => {
	let cache = new Map(), mergedOptions = options ?? {}, platformWithCache = {
		...platform,
		...mergedOptions.platform,
		_c: cache
	};
	return computePosition$1(reference, floating, {
		...mergedOptions,
		platform: platformWithCache
	});
}, index = typeof document < "u" ? import_react.useLayoutEffect : function() {};
function deepEqual(a, b) {
	if (a === b) return !0;
	if (typeof a != typeof b) return !1;
	if (typeof a == "function" && a.toString() === b.toString()) return !0;
	let length, i, keys;
	if (a && b && typeof a == "object") {
		if (Array.isArray(a)) {
			if (length = a.length, length !== b.length) return !1;
			for (i = length; i-- !== 0;) if (!deepEqual(a[i], b[i])) return !1;
			return !0;
		}
		if (keys = Object.keys(a), length = keys.length, length !== Object.keys(b).length) return !1;
		for (i = length; i-- !== 0;) if (!{}.hasOwnProperty.call(b, keys[i])) return !1;
		for (i = length; i-- !== 0;) {
			let key = keys[i];
			if (!(key === "_owner" && a.$$typeof) && !deepEqual(a[key], b[key])) return !1;
		}
		return !0;
	}
	return a !== a && b !== b;
}
function getDPR(element) {
	return typeof window > "u" ? 1 : (element.ownerDocument.defaultView || window).devicePixelRatio || 1;
}
function roundByDPR(element, value) {
	let dpr = getDPR(element);
	return Math.round(value * dpr) / dpr;
}
function useLatestRef(value) {
	let ref = import_react.useRef(value);
	return index(() => {
		ref.current = value;
	}), ref;
}
function useFloating(options) {
	options === void 0 && (options = {});
	let { placement = "bottom", strategy = "absolute", middleware = [], platform, elements: { reference: externalReference, floating: externalFloating } = {}, transform = !0, whileElementsMounted, open } = options, [data, setData] = import_react.useState({
		x: 0,
		y: 0,
		strategy,
		placement,
		middlewareData: {},
		isPositioned: !1
	}), [latestMiddleware, setLatestMiddleware] = import_react.useState(middleware);
	deepEqual(latestMiddleware, middleware) || setLatestMiddleware(middleware);
	let [_reference, _setReference] = import_react.useState(null), [_floating, _setFloating] = import_react.useState(null), setReference = import_react.useCallback((node) => {
		node !== referenceRef.current && (referenceRef.current = node, _setReference(node));
	}, []), setFloating = import_react.useCallback((node) => {
		node !== floatingRef.current && (floatingRef.current = node, _setFloating(node));
	}, []), referenceEl = externalReference || _reference, floatingEl = externalFloating || _floating, referenceRef = import_react.useRef(null), floatingRef = import_react.useRef(null), dataRef = import_react.useRef(data), hasWhileElementsMounted = whileElementsMounted != null, whileElementsMountedRef = useLatestRef(whileElementsMounted), platformRef = useLatestRef(platform), openRef = useLatestRef(open), update = import_react.useCallback(() => {
		if (!referenceRef.current || !floatingRef.current) return;
		let config = {
			placement,
			strategy,
			middleware: latestMiddleware
		};
		platformRef.current && (config.platform = platformRef.current), computePosition(referenceRef.current, floatingRef.current, config).then((data) => {
			let fullData = {
				...data,
				isPositioned: openRef.current !== !1
			};
			isMountedRef.current && !deepEqual(dataRef.current, fullData) && (dataRef.current = fullData, import_react_dom.flushSync(() => {
				setData(fullData);
			}));
		});
	}, [
		latestMiddleware,
		placement,
		strategy,
		platformRef,
		openRef
	]);
	index(() => {
		open === !1 && dataRef.current.isPositioned && (dataRef.current.isPositioned = !1, setData((data) => ({
			...data,
			isPositioned: !1
		})));
	}, [open]);
	let isMountedRef = import_react.useRef(!1);
	index(() => (isMountedRef.current = !0, () => {
		isMountedRef.current = !1;
	}), []), index(() => {
		if (referenceEl && (referenceRef.current = referenceEl), floatingEl && (floatingRef.current = floatingEl), referenceEl && floatingEl) {
			if (whileElementsMountedRef.current) return whileElementsMountedRef.current(referenceEl, floatingEl, update);
			update();
		}
	}, [
		referenceEl,
		floatingEl,
		update,
		whileElementsMountedRef,
		hasWhileElementsMounted
	]);
	let refs = import_react.useMemo(() => ({
		reference: referenceRef,
		floating: floatingRef,
		setReference,
		setFloating
	}), [setReference, setFloating]), elements = import_react.useMemo(() => ({
		reference: referenceEl,
		floating: floatingEl
	}), [referenceEl, floatingEl]), floatingStyles = import_react.useMemo(() => {
		let initialStyles = {
			position: strategy,
			left: 0,
			top: 0
		};
		if (!elements.floating) return initialStyles;
		let x = roundByDPR(elements.floating, data.x), y = roundByDPR(elements.floating, data.y);
		return transform ? {
			...initialStyles,
			transform: "translate(" + x + "px, " + y + "px)",
			...getDPR(elements.floating) >= 1.5 && { willChange: "transform" }
		} : {
			position: strategy,
			left: x,
			top: y
		};
	}, [
		strategy,
		transform,
		elements.floating,
		data.x,
		data.y
	]);
	return import_react.useMemo(() => ({
		...data,
		update,
		refs,
		elements,
		floatingStyles
	}), [
		data,
		update,
		refs,
		elements,
		floatingStyles
	]);
}
var arrow$1 = (options) => {
	function isRef(value) {
		return {}.hasOwnProperty.call(value, "current");
	}
	return {
		name: "arrow",
		options,
		fn(state) {
			let { element, padding } = typeof options == "function" ? options(state) : options;
			return element && isRef(element) ? element.current == null ? {} : arrow$2({
				element: element.current,
				padding
			}).fn(state) : element ? arrow$2({
				element,
				padding
			}).fn(state) : {};
		}
	};
}, offset = (options, deps) => {
	let result = offset$2(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, shift = (options, deps) => {
	let result = shift$2(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, limitShift = (options, deps) => ({
	fn: limitShift$2(options).fn,
	options: [options, deps]
}), flip = (options, deps) => {
	let result = flip$2(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, size = (options, deps) => {
	let result = size$2(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, hide = (options, deps) => {
	let result = hide$2(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, arrow = (options, deps) => {
	let result = arrow$1(options);
	return {
		name: result.name,
		fn: result.fn,
		options: [options, deps]
	};
}, __defProp$4 = Object.defineProperty, __name$4 = (target, value) => __defProp$4(target, "name", {
	value,
	configurable: !0
}), Sticky = {
	Partial: "partial",
	Always: "always"
}, UpdatePositionStrategy = {
	Optimized: "optimized",
	Always: "always"
}, POPPER_NAME = "Popper", [createPopperContext, createPopperScope] = createContextScope(POPPER_NAME), [PopperProvider, usePopperContext] = createPopperContext(POPPER_NAME), Popper = __name$4((props) => {
	let { __scopePopper, children } = props, [anchor, setAnchor] = import_react.useState(null), [placementState, setPlacementState] = import_react.useState(void 0);
	return (0, import_jsx_runtime.jsx)(PopperProvider, {
		scope: __scopePopper,
		anchor,
		onAnchorChange: setAnchor,
		placementState,
		setPlacementState,
		children
	});
}, "Popper"), ANCHOR_NAME = "PopperAnchor", PopperAnchor = import_react.forwardRef(__name$4(function(props, forwardedRef) {
	let { __scopePopper, virtualRef, ...anchorProps } = props, context = usePopperContext(ANCHOR_NAME, __scopePopper), ref = import_react.useRef(null), onAnchorChange = context.onAnchorChange, composedRefs = useComposedRefs(forwardedRef, import_react.useCallback((node) => {
		ref.current = node, node && onAnchorChange(node);
	}, [onAnchorChange])), anchorRef = import_react.useRef(null);
	import_react.useEffect(() => {
		if (!virtualRef) return;
		let previousAnchor = anchorRef.current;
		anchorRef.current = virtualRef.current, previousAnchor !== anchorRef.current && onAnchorChange(anchorRef.current);
	});
	let sideAndAlign = context.placementState && getSideAndAlignFromPlacement(context.placementState), placedSide = sideAndAlign?.[0], placedAlign = sideAndAlign?.[1];
	return virtualRef ? null : (0, import_jsx_runtime.jsx)(Primitive.div, {
		"data-radix-popper-side": placedSide,
		"data-radix-popper-align": placedAlign,
		...anchorProps,
		ref: composedRefs
	});
}, "PopperAnchor")), CONTENT_NAME$2 = "PopperContent", [PopperContentProvider, useContentContext] = createPopperContext(CONTENT_NAME$2), PopperContent = import_react.forwardRef(__name$4(function(props, forwardedRef) {
	let { __scopePopper, side = "bottom", sideOffset = 0, align = "center", alignOffset = 0, arrowPadding = 0, avoidCollisions = !0, collisionBoundary = [], collisionPadding: collisionPaddingProp = 0, sticky = Sticky.Partial, hideWhenDetached = !1, updatePositionStrategy = UpdatePositionStrategy.Optimized, onPlaced, ...contentProps } = props, context = usePopperContext(CONTENT_NAME$2, __scopePopper), [content, setContent] = import_react.useState(null), composedRefs = useComposedRefs(forwardedRef, setContent), [arrow$4, setArrow] = import_react.useState(null), arrowSize = useSize(arrow$4), arrowWidth = arrowSize?.width ?? 0, arrowHeight = arrowSize?.height ?? 0, desiredPlacement = side + (align === "center" ? "" : "-" + align), collisionPadding = typeof collisionPaddingProp == "number" ? collisionPaddingProp : {
		top: 0,
		right: 0,
		bottom: 0,
		left: 0,
		...collisionPaddingProp
	}, boundary = Array.isArray(collisionBoundary) ? collisionBoundary : [collisionBoundary], hasExplicitBoundaries = boundary.length > 0, detectOverflowOptions = {
		padding: collisionPadding,
		boundary: boundary.filter(isNotNull),
		altBoundary: hasExplicitBoundaries
	}, { refs, floatingStyles, placement, isPositioned, middlewareData } = useFloating({
		strategy: "fixed",
		placement: desiredPlacement,
		whileElementsMounted: __name$4((...args) => autoUpdate(...args, { animationFrame: updatePositionStrategy === UpdatePositionStrategy.Always }), "whileElementsMounted"),
		elements: { reference: context.anchor },
		middleware: [
			offset({
				mainAxis: sideOffset + arrowHeight,
				alignmentAxis: alignOffset
			}),
			avoidCollisions && shift({
				mainAxis: !0,
				crossAxis: !1,
				...sticky === Sticky.Partial ? { limiter: limitShift() } : {},
				...detectOverflowOptions
			}),
			avoidCollisions && flip({ ...detectOverflowOptions }),
			size({
				...detectOverflowOptions,
				apply: __name$4(({ elements, rects, availableWidth, availableHeight }) => {
					let { width: anchorWidth, height: anchorHeight } = rects.reference, contentStyle = elements.floating.style;
					contentStyle.setProperty("--radix-popper-available-width", `${availableWidth}px`), contentStyle.setProperty("--radix-popper-available-height", `${availableHeight}px`), contentStyle.setProperty("--radix-popper-anchor-width", `${anchorWidth}px`), contentStyle.setProperty("--radix-popper-anchor-height", `${anchorHeight}px`);
				}, "apply")
			}),
			arrow$4 && arrow({
				element: arrow$4,
				padding: arrowPadding
			}),
			transformOrigin({
				arrowWidth,
				arrowHeight
			}),
			hideWhenDetached && hide(hasExplicitBoundaries ? {
				strategy: "referenceHidden",
				...detectOverflowOptions
			} : {
				strategy: "referenceHidden",
				padding: detectOverflowOptions.padding,
				altBoundary: detectOverflowOptions.altBoundary
			})
		]
	}), setPlacementState = context.setPlacementState;
	useLayoutEffect2(() => (setPlacementState(placement), () => {
		setPlacementState(void 0);
	}), [placement, setPlacementState]);
	let [placedSide, placedAlign] = getSideAndAlignFromPlacement(placement), handlePlaced = useCallbackRef$1(onPlaced);
	useLayoutEffect2(() => {
		isPositioned && handlePlaced?.();
	}, [isPositioned, handlePlaced]);
	let arrowX = middlewareData.arrow?.x, arrowY = middlewareData.arrow?.y, cannotCenterArrow = middlewareData.arrow?.centerOffset !== 0, [contentZIndex, setContentZIndex] = import_react.useState();
	return useLayoutEffect2(() => {
		content && setContentZIndex(window.getComputedStyle(content).zIndex);
	}, [content]), (0, import_jsx_runtime.jsx)("div", {
		ref: refs.setFloating,
		"data-radix-popper-content-wrapper": "",
		style: {
			...floatingStyles,
			transform: isPositioned ? floatingStyles.transform : "translate(0, -200%)",
			minWidth: "max-content",
			zIndex: contentZIndex,
			"--radix-popper-transform-origin": [middlewareData.transformOrigin?.x, middlewareData.transformOrigin?.y].join(" "),
			...middlewareData.hide?.referenceHidden && {
				visibility: "hidden",
				pointerEvents: "none"
			}
		},
		dir: props.dir,
		children: (0, import_jsx_runtime.jsx)(PopperContentProvider, {
			scope: __scopePopper,
			placedSide,
			placedAlign,
			onArrowChange: setArrow,
			arrowX,
			arrowY,
			shouldHideArrow: cannotCenterArrow,
			children: (0, import_jsx_runtime.jsx)(Primitive.div, {
				"data-side": placedSide,
				"data-align": placedAlign,
				...contentProps,
				ref: composedRefs,
				style: {
					...contentProps.style,
					animation: isPositioned ? contentProps.style?.animation : "none"
				}
			})
		})
	});
}, "PopperContent"));
function isNotNull(value) {
	return value !== null;
}
__name$4(isNotNull, "isNotNull");
var transformOrigin = __name$4((options) => ({
	name: "transformOrigin",
	options,
	fn(data) {
		let { placement, rects, middlewareData } = data, isArrowHidden = middlewareData.arrow?.centerOffset !== 0, arrowWidth = isArrowHidden ? 0 : options.arrowWidth, arrowHeight = isArrowHidden ? 0 : options.arrowHeight, [placedSide, placedAlign] = getSideAndAlignFromPlacement(placement), noArrowAlign = {
			start: "0%",
			center: "50%",
			end: "100%"
		}[placedAlign], arrowXCenter = (middlewareData.arrow?.x ?? 0) + arrowWidth / 2, arrowYCenter = (middlewareData.arrow?.y ?? 0) + arrowHeight / 2, x = "", y = "";
		return placedSide === "bottom" ? (x = isArrowHidden ? noArrowAlign : `${arrowXCenter}px`, y = `${-arrowHeight}px`) : placedSide === "top" ? (x = isArrowHidden ? noArrowAlign : `${arrowXCenter}px`, y = `${rects.floating.height + arrowHeight}px`) : placedSide === "right" ? (x = `${-arrowHeight}px`, y = isArrowHidden ? noArrowAlign : `${arrowYCenter}px`) : placedSide === "left" && (x = `${rects.floating.width + arrowHeight}px`, y = isArrowHidden ? noArrowAlign : `${arrowYCenter}px`), { data: {
			x,
			y
		} };
	}
}), "transformOrigin");
function getSideAndAlignFromPlacement(placement) {
	let [side, align = "center"] = placement.split("-");
	return [side, align];
}
__name$4(getSideAndAlignFromPlacement, "getSideAndAlignFromPlacement");
// node_modules/@radix-ui/react-use-is-hydrated/dist/index.mjs
var __defProp$3 = Object.defineProperty, __name$3 = (target, value) => __defProp$3(target, "name", {
	value,
	configurable: !0
}), _isHydrated = !1;
function useIsHydrated() {
	let [isHydrated, setIsHydrated] = import_react.useState(_isHydrated);
	return import_react.useEffect(() => {
		_isHydrated || (_isHydrated = !0, setIsHydrated(!0));
	}, []), isHydrated;
}
__name$3(useIsHydrated, "useIsHydrated");
var useReactSyncExternalStore = import_react.useSyncExternalStore;
function subscribe() {
	return () => {};
}
__name$3(subscribe, "subscribe");
function useIsHydratedModern() {
	return useReactSyncExternalStore(subscribe, () => !0, () => !1);
}
__name$3(useIsHydratedModern, "useIsHydratedModern");
var useIsHydrated2 = typeof useReactSyncExternalStore == "function" ? useIsHydratedModern : useIsHydrated, __defProp$2 = Object.defineProperty, __name$2 = (target, value) => __defProp$2(target, "name", {
	value,
	configurable: !0
}), ENTRY_FOCUS = "rovingFocusGroup.onEntryFocus", EVENT_OPTIONS = {
	bubbles: !1,
	cancelable: !0
}, GROUP_NAME = "RovingFocusGroup", [Collection$1, useCollection$1, createCollectionScope$1] = createCollection(GROUP_NAME), [createRovingFocusGroupContext, createRovingFocusGroupScope] = createContextScope(GROUP_NAME, [createCollectionScope$1]), Orientation = {
	Vertical: "vertical",
	Horizontal: "horizontal"
}, Direction = {
	LTR: "ltr",
	RTL: "rtl"
}, [RovingFocusProvider, useRovingFocusContext] = createRovingFocusGroupContext(GROUP_NAME), RovingFocusGroup = import_react.forwardRef(__name$2(function(props, forwardedRef) {
	return (0, import_jsx_runtime.jsx)(Collection$1.Provider, {
		scope: props.__scopeRovingFocusGroup,
		children: (0, import_jsx_runtime.jsx)(Collection$1.Slot, {
			scope: props.__scopeRovingFocusGroup,
			children: (0, import_jsx_runtime.jsx)(RovingFocusGroupImpl, {
				...props,
				ref: forwardedRef
			})
		})
	});
}, "RovingFocusGroup")), RovingFocusGroupImpl = import_react.forwardRef(__name$2(function(props, forwardedRef) {
	let { __scopeRovingFocusGroup, orientation, loop = !1, dir, currentTabStopId: currentTabStopIdProp, defaultCurrentTabStopId, onCurrentTabStopIdChange, onEntryFocus, preventScrollOnEntryFocus = !1, ...groupProps } = props, ref = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, ref), direction = useDirection(dir), [currentTabStopId, setCurrentTabStopId] = useControllableState({
		prop: currentTabStopIdProp,
		defaultProp: defaultCurrentTabStopId ?? null,
		onChange: onCurrentTabStopIdChange,
		caller: GROUP_NAME
	}), [isTabbingBackOut, setIsTabbingBackOut] = import_react.useState(!1), handleEntryFocus = useCallbackRef$1(onEntryFocus), getItems = useCollection$1(__scopeRovingFocusGroup), isClickFocusRef = import_react.useRef(!1), [focusableItemsCount, setFocusableItemsCount] = import_react.useState(0);
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
						focusFirst$1([
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
}, "RovingFocusGroupImpl")), ITEM_NAME$1 = "RovingFocusGroupItem", RovingFocusGroupItem = import_react.forwardRef(__name$2(function(props, forwardedRef) {
	let { __scopeRovingFocusGroup, focusable = !0, active = !1, tabStopId, children, ...itemProps } = props, autoId = useId(), id = tabStopId || autoId, context = useRovingFocusContext(ITEM_NAME$1, __scopeRovingFocusGroup), isCurrentTabStop = context.currentTabStopId === id, getItems = useCollection$1(__scopeRovingFocusGroup), { onFocusableItemAdd, onFocusableItemRemove, currentTabStopId } = context, isHydrated = useIsHydrated2();
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
	]), (0, import_jsx_runtime.jsx)(Collection$1.ItemSlot, {
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
						candidateNodes = context.loop ? wrapArray$1(candidateNodes, currentIndex + 1) : candidateNodes.slice(currentIndex + 1);
					}
					setTimeout(() => focusFirst$1(candidateNodes));
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
__name$2(getDirectionAwareKey, "getDirectionAwareKey");
function getFocusIntent(event, orientation, dir) {
	let key = getDirectionAwareKey(event.key, dir);
	if (!(orientation === Orientation.Vertical && ["ArrowLeft", "ArrowRight"].includes(key)) && !(orientation === Orientation.Horizontal && ["ArrowUp", "ArrowDown"].includes(key))) return MAP_KEY_TO_FOCUS_INTENT[key];
}
__name$2(getFocusIntent, "getFocusIntent");
function focusFirst$1(candidates, preventScroll = !1) {
	let PREVIOUSLY_FOCUSED_ELEMENT = document.activeElement;
	for (let candidate of candidates) if (candidate === PREVIOUSLY_FOCUSED_ELEMENT || (candidate.focus({ preventScroll }), document.activeElement !== PREVIOUSLY_FOCUSED_ELEMENT)) return;
}
__name$2(focusFirst$1, "focusFirst");
function wrapArray$1(array, startIndex) {
	return array.map((_, index) => array[(startIndex + index) % array.length]);
}
__name$2(wrapArray$1, "wrapArray");
// node_modules/@radix-ui/react-menu/dist/index.mjs
var __defProp$1 = Object.defineProperty, __name$1 = (target, value) => __defProp$1(target, "name", {
	value,
	configurable: !0
}), SELECTION_KEYS = ["Enter", " "], FIRST_KEYS = [
	"ArrowDown",
	"PageUp",
	"Home"
], LAST_KEYS = [
	"ArrowUp",
	"PageDown",
	"End"
], FIRST_LAST_KEYS = [...FIRST_KEYS, ...LAST_KEYS];
[...SELECTION_KEYS], [...SELECTION_KEYS];
var MENU_NAME = "Menu", [Collection, useCollection, createCollectionScope] = createCollection(MENU_NAME), [createMenuContext, createMenuScope] = createContextScope(MENU_NAME, [
	createCollectionScope,
	createPopperScope,
	createRovingFocusGroupScope
]), usePopperScope = createPopperScope(), useRovingFocusGroupScope = createRovingFocusGroupScope(), [MenuProvider, useMenuContext] = createMenuContext(MENU_NAME), [MenuRootProvider, useMenuRootContext] = createMenuContext(MENU_NAME), Menu$1 = __name$1((props) => {
	let { __scopeMenu, open = !1, children, dir, onOpenChange, modal = !0 } = props, popperScope = usePopperScope(__scopeMenu), [content, setContent] = import_react.useState(null), isUsingKeyboardRef = import_react.useRef(!1), handleOpenChange = useCallbackRef$1(onOpenChange), direction = useDirection(dir);
	return import_react.useEffect(() => {
		let handleKeyDown = __name$1(() => {
			isUsingKeyboardRef.current = !0, document.addEventListener("pointerdown", handlePointer, {
				capture: !0,
				once: !0
			}), document.addEventListener("pointermove", handlePointer, {
				capture: !0,
				once: !0
			});
		}, "handleKeyDown"), handlePointer = __name$1(() => isUsingKeyboardRef.current = !1, "handlePointer");
		return document.addEventListener("keydown", handleKeyDown, { capture: !0 }), () => {
			document.removeEventListener("keydown", handleKeyDown, { capture: !0 }), document.removeEventListener("pointerdown", handlePointer, { capture: !0 }), document.removeEventListener("pointermove", handlePointer, { capture: !0 });
		};
	}, []), import_react.useEffect(() => {
		if (!open) return;
		let handleBlur = __name$1(() => handleOpenChange(!1), "handleBlur");
		return window.addEventListener("blur", handleBlur), () => window.removeEventListener("blur", handleBlur);
	}, [open, handleOpenChange]), (0, import_jsx_runtime.jsx)(Popper, {
		...popperScope,
		children: (0, import_jsx_runtime.jsx)(MenuProvider, {
			scope: __scopeMenu,
			open,
			onOpenChange: handleOpenChange,
			content,
			onContentChange: setContent,
			children: (0, import_jsx_runtime.jsx)(MenuRootProvider, {
				scope: __scopeMenu,
				onClose: import_react.useCallback(() => handleOpenChange(!1), [handleOpenChange]),
				isUsingKeyboardRef,
				dir: direction,
				modal,
				children
			})
		})
	});
}, "Menu"), MenuAnchor = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { __scopeMenu, ...anchorProps } = props, popperScope = usePopperScope(__scopeMenu);
	return (0, import_jsx_runtime.jsx)(PopperAnchor, {
		...popperScope,
		...anchorProps,
		ref: forwardedRef
	});
}, "MenuAnchor")), PORTAL_NAME = "MenuPortal", [PortalProvider, usePortalContext] = createMenuContext(PORTAL_NAME, { forceMount: void 0 }), MenuPortal = __name$1((props) => {
	let { __scopeMenu, forceMount, children, container } = props, context = useMenuContext(PORTAL_NAME, __scopeMenu);
	return (0, import_jsx_runtime.jsx)(PortalProvider, {
		scope: __scopeMenu,
		forceMount,
		children: (0, import_jsx_runtime.jsx)(Presence, {
			present: forceMount || context.open,
			children: (0, import_jsx_runtime.jsx)(Portal, {
				asChild: !0,
				container,
				children
			})
		})
	});
}, "MenuPortal"), CONTENT_NAME$1 = "MenuContent", [MenuContentProvider, useMenuContentContext] = createMenuContext(CONTENT_NAME$1), MenuContent = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let portalContext = usePortalContext(CONTENT_NAME$1, props.__scopeMenu), { forceMount = portalContext.forceMount, ...contentProps } = props, context = useMenuContext(CONTENT_NAME$1, props.__scopeMenu), rootContext = useMenuRootContext(CONTENT_NAME$1, props.__scopeMenu);
	return (0, import_jsx_runtime.jsx)(Collection.Provider, {
		scope: props.__scopeMenu,
		children: (0, import_jsx_runtime.jsx)(Presence, {
			present: forceMount || context.open,
			children: (0, import_jsx_runtime.jsx)(Collection.Slot, {
				scope: props.__scopeMenu,
				children: rootContext.modal ? (0, import_jsx_runtime.jsx)(MenuRootContentModal, {
					...contentProps,
					ref: forwardedRef
				}) : (0, import_jsx_runtime.jsx)(MenuRootContentNonModal, {
					...contentProps,
					ref: forwardedRef
				})
			})
		})
	});
}, "MenuContent")), MenuRootContentModal = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let context = useMenuContext(CONTENT_NAME$1, props.__scopeMenu), ref = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, ref);
	return import_react.useEffect(() => {
		let content = ref.current;
		if (content) return hideOthers(content);
	}, []), (0, import_jsx_runtime.jsx)(MenuContentImpl, {
		...props,
		ref: composedRefs,
		trapFocus: context.open,
		disableOutsidePointerEvents: context.open,
		disableOutsideScroll: !0,
		onFocusOutside: composeEventHandlers(props.onFocusOutside, (event) => event.preventDefault(), { checkForDefaultPrevented: !1 }),
		onDismiss: () => context.onOpenChange(!1)
	});
}, "MenuRootContentModal")), MenuRootContentNonModal = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let context = useMenuContext(CONTENT_NAME$1, props.__scopeMenu);
	return (0, import_jsx_runtime.jsx)(MenuContentImpl, {
		...props,
		ref: forwardedRef,
		trapFocus: !1,
		disableOutsidePointerEvents: !1,
		disableOutsideScroll: !1,
		onDismiss: () => context.onOpenChange(!1)
	});
}, "MenuRootContentNonModal")), Slot = createSlot("MenuContent.ScrollLock"), MenuContentImpl = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { __scopeMenu, loop = !1, trapFocus, onOpenAutoFocus, onCloseAutoFocus, disableOutsidePointerEvents, onEntryFocus, onEscapeKeyDown, onPointerDownOutside, onFocusOutside, onInteractOutside, onDismiss, disableOutsideScroll, ...contentProps } = props, context = useMenuContext(CONTENT_NAME$1, __scopeMenu), rootContext = useMenuRootContext(CONTENT_NAME$1, __scopeMenu), popperScope = usePopperScope(__scopeMenu), rovingFocusGroupScope = useRovingFocusGroupScope(__scopeMenu), getItems = useCollection(__scopeMenu), [currentItemId, setCurrentItemId] = import_react.useState(null), contentRef = import_react.useRef(null), [branchNode, setBranchNode] = import_react.useState(null);
	useFocusScopeBranch(branchNode);
	let { nodes: branchNodes, registry: branchRegistry } = useFocusScopeBranchRegistry(), isModal = !!(trapFocus || disableOutsideScroll), composedRefs = useComposedRefs(forwardedRef, contentRef, context.onContentChange, setBranchNode), timerRef = import_react.useRef(0), searchRef = import_react.useRef(""), pointerGraceTimerRef = import_react.useRef(0), pointerGraceIntentRef = import_react.useRef(null), pointerDirRef = import_react.useRef("right"), lastPointerXRef = import_react.useRef(0), shards = import_react.useMemo(() => disableOutsideScroll ? [contentRef, ...branchNodes.map((node) => ({ current: node }))] : [], [
		contentRef,
		branchNodes,
		disableOutsideScroll
	]), ScrollLockWrapper = disableOutsideScroll ? ReactRemoveScroll : import_react.Fragment, scrollLockWrapperProps = disableOutsideScroll ? {
		as: Slot,
		allowPinchZoom: !0,
		shards
	} : void 0, handleTypeaheadSearch = __name$1((key) => {
		let search = searchRef.current + key, items = getItems().filter((item) => !item.disabled), currentItem = document.activeElement, currentMatch = items.find((item) => item.ref.current === currentItem)?.textValue, nextMatch = getNextMatch(items.map((item) => item.textValue), search, currentMatch), newItem = items.find((item) => item.textValue === nextMatch)?.ref.current;
		function updateSearch(value) {
			searchRef.current = value, window.clearTimeout(timerRef.current), value !== "" && (timerRef.current = window.setTimeout(() => updateSearch(""), 1e3));
		}
		__name$1(updateSearch, "updateSearch"), updateSearch(search), newItem && setTimeout(() => newItem.focus());
	}, "handleTypeaheadSearch");
	import_react.useEffect(() => () => window.clearTimeout(timerRef.current), []), useFocusGuards();
	let isPointerMovingToSubmenu = import_react.useCallback((event) => pointerDirRef.current === pointerGraceIntentRef.current?.side && isPointerInGraceArea(event, pointerGraceIntentRef.current?.area), []);
	return (0, import_jsx_runtime.jsx)(MenuContentProvider, {
		scope: __scopeMenu,
		searchRef,
		onItemEnter: import_react.useCallback((event) => {
			isPointerMovingToSubmenu(event) && event.preventDefault();
		}, [isPointerMovingToSubmenu]),
		onItemLeave: import_react.useCallback((event) => {
			isPointerMovingToSubmenu(event) || (contentRef.current?.focus(), setCurrentItemId(null));
		}, [isPointerMovingToSubmenu]),
		onTriggerLeave: import_react.useCallback((event) => {
			isPointerMovingToSubmenu(event) && event.preventDefault();
		}, [isPointerMovingToSubmenu]),
		pointerGraceTimerRef,
		onPointerGraceIntentChange: import_react.useCallback((intent) => {
			pointerGraceIntentRef.current = intent;
		}, []),
		children: (0, import_jsx_runtime.jsx)(FocusScopeBranchProvider, {
			registry: isModal ? branchRegistry : null,
			children: (0, import_jsx_runtime.jsx)(ScrollLockWrapper, {
				...scrollLockWrapperProps,
				children: (0, import_jsx_runtime.jsx)(FocusScope, {
					asChild: !0,
					trapped: trapFocus,
					branches: branchNodes,
					onMountAutoFocus: composeEventHandlers(onOpenAutoFocus, (event) => {
						event.preventDefault(), contentRef.current?.focus({ preventScroll: !0 });
					}),
					onUnmountAutoFocus: onCloseAutoFocus,
					children: (0, import_jsx_runtime.jsx)(DismissableLayer, {
						asChild: !0,
						disableOutsidePointerEvents,
						onEscapeKeyDown,
						onPointerDownOutside,
						onFocusOutside,
						onInteractOutside,
						onDismiss,
						children: (0, import_jsx_runtime.jsx)(RovingFocusGroup, {
							asChild: !0,
							...rovingFocusGroupScope,
							dir: rootContext.dir,
							orientation: "vertical",
							loop,
							currentTabStopId: currentItemId,
							onCurrentTabStopIdChange: setCurrentItemId,
							onEntryFocus: composeEventHandlers(onEntryFocus, (event) => {
								rootContext.isUsingKeyboardRef.current || event.preventDefault();
							}),
							preventScrollOnEntryFocus: !0,
							children: (0, import_jsx_runtime.jsx)(PopperContent, {
								role: "menu",
								"aria-orientation": "vertical",
								"data-state": getOpenState(context.open),
								"data-radix-menu-content": "",
								dir: rootContext.dir,
								...popperScope,
								...contentProps,
								ref: composedRefs,
								style: {
									outline: "none",
									...contentProps.style
								},
								onKeyDown: composeEventHandlers(contentProps.onKeyDown, (event) => {
									let isKeyDownInside = event.target.closest("[data-radix-menu-content]") === event.currentTarget, isModifierKey = event.ctrlKey || event.altKey || event.metaKey, isCharacterKey = event.key.length === 1;
									isKeyDownInside && (event.key === "Tab" && event.preventDefault(), !isModifierKey && isCharacterKey && handleTypeaheadSearch(event.key));
									let content = contentRef.current;
									if (event.target !== content || !FIRST_LAST_KEYS.includes(event.key)) return;
									event.preventDefault();
									let candidateNodes = getItems().filter((item) => !item.disabled).map((item) => item.ref.current);
									LAST_KEYS.includes(event.key) && candidateNodes.reverse(), focusFirst(candidateNodes);
								}),
								onBlur: composeEventHandlers(props.onBlur, (event) => {
									event.currentTarget.contains(event.target) || (window.clearTimeout(timerRef.current), searchRef.current = "");
								}),
								onPointerMove: composeEventHandlers(props.onPointerMove, whenMouse((event) => {
									let target = event.target, pointerXHasChanged = lastPointerXRef.current !== event.clientX;
									if (event.currentTarget.contains(target) && pointerXHasChanged) {
										let newDir = event.clientX > lastPointerXRef.current ? "right" : "left";
										pointerDirRef.current = newDir, lastPointerXRef.current = event.clientX;
									}
								}))
							})
						})
					})
				})
			})
		})
	});
}, "MenuContentImpl")), MenuLabel = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { __scopeMenu, ...labelProps } = props;
	return (0, import_jsx_runtime.jsx)(Primitive.div, {
		...labelProps,
		ref: forwardedRef
	});
}, "MenuLabel")), ITEM_NAME = "MenuItem", ITEM_SELECT = "menu.itemSelect", MenuItem = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { disabled = !1, onSelect, ...itemProps } = props, ref = import_react.useRef(null), rootContext = useMenuRootContext(ITEM_NAME, props.__scopeMenu), contentContext = useMenuContentContext(ITEM_NAME, props.__scopeMenu), composedRefs = useComposedRefs(forwardedRef, ref), isPointerDownRef = import_react.useRef(!1), handleSelect = __name$1(() => {
		let menuItem = ref.current;
		if (!disabled && menuItem) {
			let itemSelectEvent = new CustomEvent(ITEM_SELECT, {
				bubbles: !0,
				cancelable: !0
			});
			menuItem.addEventListener(ITEM_SELECT, (event) => onSelect?.(event), { once: !0 }), dispatchDiscreteCustomEvent(menuItem, itemSelectEvent), itemSelectEvent.defaultPrevented ? isPointerDownRef.current = !1 : rootContext.onClose();
		}
	}, "handleSelect");
	return (0, import_jsx_runtime.jsx)(MenuItemImpl, {
		...itemProps,
		ref: composedRefs,
		disabled,
		onClick: composeEventHandlers(props.onClick, handleSelect),
		onPointerDown: (event) => {
			props.onPointerDown?.(event), isPointerDownRef.current = !0;
		},
		onPointerUp: composeEventHandlers(props.onPointerUp, (event) => {
			isPointerDownRef.current || event.currentTarget?.click();
		}),
		onKeyDown: composeEventHandlers(props.onKeyDown, (event) => {
			disabled || event.target !== event.currentTarget || (contentContext.searchRef.current === "" || event.key !== " ") && SELECTION_KEYS.includes(event.key) && (event.currentTarget.click(), event.preventDefault());
		})
	});
}, "MenuItem")), MenuItemImpl = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { __scopeMenu, disabled = !1, textValue, ...itemProps } = props, contentContext = useMenuContentContext(ITEM_NAME, __scopeMenu), rovingFocusGroupScope = useRovingFocusGroupScope(__scopeMenu), ref = import_react.useRef(null), composedRefs = useComposedRefs(forwardedRef, ref), [isFocused, setIsFocused] = import_react.useState(!1), [textContent, setTextContent] = import_react.useState("");
	return import_react.useEffect(() => {
		let menuItem = ref.current;
		menuItem && setTextContent((menuItem.textContent ?? "").trim());
	}, [itemProps.children]), (0, import_jsx_runtime.jsx)(Collection.ItemSlot, {
		scope: __scopeMenu,
		disabled,
		textValue: textValue ?? textContent,
		children: (0, import_jsx_runtime.jsx)(RovingFocusGroupItem, {
			asChild: !0,
			...rovingFocusGroupScope,
			focusable: !disabled,
			children: (0, import_jsx_runtime.jsx)(Primitive.div, {
				role: "menuitem",
				"data-highlighted": isFocused ? "" : void 0,
				"aria-disabled": disabled || void 0,
				"data-disabled": disabled ? "" : void 0,
				...itemProps,
				ref: composedRefs,
				onPointerMove: composeEventHandlers(props.onPointerMove, whenMouse((event) => {
					disabled ? contentContext.onItemLeave(event) : (contentContext.onItemEnter(event), event.defaultPrevented || event.currentTarget.focus({ preventScroll: !0 }));
				})),
				onPointerLeave: composeEventHandlers(props.onPointerLeave, whenMouse((event) => contentContext.onItemLeave(event))),
				onFocus: composeEventHandlers(props.onFocus, () => setIsFocused(!0)),
				onBlur: composeEventHandlers(props.onBlur, () => setIsFocused(!1))
			})
		})
	});
}, "MenuItemImpl")), MenuCheckboxItem = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { checked = !1, onCheckedChange, ...checkboxItemProps } = props;
	return (0, import_jsx_runtime.jsx)(ItemIndicatorProvider, {
		scope: props.__scopeMenu,
		checked,
		children: (0, import_jsx_runtime.jsx)(MenuItem, {
			role: "menuitemcheckbox",
			"aria-checked": isIndeterminate(checked) ? "mixed" : checked,
			...checkboxItemProps,
			ref: forwardedRef,
			"data-state": getCheckedState(checked),
			onSelect: composeEventHandlers(checkboxItemProps.onSelect, () => onCheckedChange?.(isIndeterminate(checked) ? !0 : !checked), { checkForDefaultPrevented: !1 })
		})
	});
}, "MenuCheckboxItem")), [RadioGroupProvider, useRadioGroupContext] = createMenuContext("MenuRadioGroup", {
	value: void 0,
	onValueChange: __name$1(() => {}, "onValueChange")
}), [ItemIndicatorProvider, useItemIndicatorContext] = createMenuContext("MenuItemIndicator", { checked: !1 }), MenuSeparator = import_react.forwardRef(__name$1(function(props, forwardedRef) {
	let { __scopeMenu, ...separatorProps } = props;
	return (0, import_jsx_runtime.jsx)(Primitive.div, {
		role: "separator",
		"aria-orientation": "horizontal",
		...separatorProps,
		ref: forwardedRef
	});
}, "MenuSeparator")), [MenuSubProvider, useMenuSubContext] = createMenuContext("MenuSub");
function getOpenState(open) {
	return open ? "open" : "closed";
}
__name$1(getOpenState, "getOpenState");
function isIndeterminate(checked) {
	return checked === "indeterminate";
}
__name$1(isIndeterminate, "isIndeterminate");
function getCheckedState(checked) {
	return isIndeterminate(checked) ? "indeterminate" : checked ? "checked" : "unchecked";
}
__name$1(getCheckedState, "getCheckedState");
function focusFirst(candidates) {
	let PREVIOUSLY_FOCUSED_ELEMENT = document.activeElement;
	for (let candidate of candidates) if (candidate === PREVIOUSLY_FOCUSED_ELEMENT || (candidate.focus(), document.activeElement !== PREVIOUSLY_FOCUSED_ELEMENT)) return;
}
__name$1(focusFirst, "focusFirst");
function wrapArray(array, startIndex) {
	return array.map((_, index) => array[(startIndex + index) % array.length]);
}
__name$1(wrapArray, "wrapArray");
function getNextMatch(values, search, currentMatch) {
	let normalizedSearch = search.length > 1 && Array.from(search).every((char) => char === search[0]) ? search[0] : search, currentMatchIndex = currentMatch ? values.indexOf(currentMatch) : -1, wrappedValues = wrapArray(values, Math.max(currentMatchIndex, 0));
	normalizedSearch.length === 1 && (wrappedValues = wrappedValues.filter((v) => v !== currentMatch));
	let nextMatch = wrappedValues.find((value) => value.toLowerCase().startsWith(normalizedSearch.toLowerCase()));
	return nextMatch === currentMatch ? void 0 : nextMatch;
}
__name$1(getNextMatch, "getNextMatch");
function isPointInPolygon(point, polygon) {
	let { x, y } = point, inside = !1;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
		let ii = polygon[i], jj = polygon[j], xi = ii.x, yi = ii.y, xj = jj.x, yj = jj.y;
		yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi && (inside = !inside);
	}
	return inside;
}
__name$1(isPointInPolygon, "isPointInPolygon");
function isPointerInGraceArea(event, area) {
	return area ? isPointInPolygon({
		x: event.clientX,
		y: event.clientY
	}, area) : !1;
}
__name$1(isPointerInGraceArea, "isPointerInGraceArea");
function whenMouse(handler) {
	return (event) => event.pointerType === "mouse" ? handler(event) : void 0;
}
__name$1(whenMouse, "whenMouse");
// node_modules/@radix-ui/react-dropdown-menu/dist/index.mjs
var __defProp = Object.defineProperty, __name = (target, value) => __defProp(target, "name", {
	value,
	configurable: !0
}), DROPDOWN_MENU_NAME = "DropdownMenu", [createDropdownMenuContext, createDropdownMenuScope] = createContextScope(DROPDOWN_MENU_NAME, [createMenuScope]), useMenuScope = createMenuScope(), [DropdownMenuProvider, useDropdownMenuContext] = createDropdownMenuContext(DROPDOWN_MENU_NAME), DropdownMenu = __name((props) => {
	let { __scopeDropdownMenu, children, dir, open: openProp, defaultOpen, onOpenChange, modal = !0 } = props, menuScope = useMenuScope(__scopeDropdownMenu), triggerRef = import_react.useRef(null), [open, setOpen] = useControllableState({
		prop: openProp,
		defaultProp: defaultOpen ?? !1,
		onChange: onOpenChange,
		caller: DROPDOWN_MENU_NAME
	});
	return (0, import_jsx_runtime.jsx)(DropdownMenuProvider, {
		scope: __scopeDropdownMenu,
		triggerId: useId(),
		triggerRef,
		contentId: useId(),
		open,
		onOpenChange: setOpen,
		onOpenToggle: import_react.useCallback(() => setOpen((prevOpen) => !prevOpen), [setOpen]),
		modal,
		children: (0, import_jsx_runtime.jsx)(Menu$1, {
			...menuScope,
			open,
			onOpenChange: setOpen,
			dir,
			modal,
			children
		})
	});
}, "DropdownMenu"), TRIGGER_NAME = "DropdownMenuTrigger", DropdownMenuTrigger = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, disabled = !1, ...triggerProps } = props, context = useDropdownMenuContext(TRIGGER_NAME, __scopeDropdownMenu), menuScope = useMenuScope(__scopeDropdownMenu), composedRefs = useComposedRefs(forwardedRef, context.triggerRef);
	return (0, import_jsx_runtime.jsx)(MenuAnchor, {
		asChild: !0,
		...menuScope,
		children: (0, import_jsx_runtime.jsx)(Primitive.button, {
			type: "button",
			id: context.triggerId,
			"aria-haspopup": "menu",
			"aria-expanded": context.open,
			"aria-controls": context.open ? context.contentId : void 0,
			"data-state": context.open ? "open" : "closed",
			"data-disabled": disabled ? "" : void 0,
			disabled,
			...triggerProps,
			ref: composedRefs,
			onPointerDown: composeEventHandlers(props.onPointerDown, (event) => {
				!disabled && event.button === 0 && event.ctrlKey === !1 && (context.onOpenToggle(), context.open || event.preventDefault());
			}),
			onKeyDown: composeEventHandlers(props.onKeyDown, (event) => {
				disabled || (["Enter", " "].includes(event.key) && context.onOpenToggle(), event.key === "ArrowDown" && context.onOpenChange(!0), [
					"Enter",
					" ",
					"ArrowDown"
				].includes(event.key) && event.preventDefault());
			})
		})
	});
}, "DropdownMenuTrigger")), DropdownMenuPortal = __name((props) => {
	let { __scopeDropdownMenu, ...portalProps } = props, menuScope = useMenuScope(__scopeDropdownMenu);
	return (0, import_jsx_runtime.jsx)(MenuPortal, {
		...menuScope,
		...portalProps
	});
}, "DropdownMenuPortal"), CONTENT_NAME = "DropdownMenuContent", DropdownMenuContent = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, ...contentProps } = props, context = useDropdownMenuContext(CONTENT_NAME, __scopeDropdownMenu), menuScope = useMenuScope(__scopeDropdownMenu), hasInteractedOutsideRef = import_react.useRef(!1);
	return (0, import_jsx_runtime.jsx)(MenuContent, {
		id: context.contentId,
		"aria-labelledby": context.triggerId,
		...menuScope,
		...contentProps,
		ref: forwardedRef,
		onCloseAutoFocus: composeEventHandlers(props.onCloseAutoFocus, (event) => {
			hasInteractedOutsideRef.current || context.triggerRef.current?.focus(), hasInteractedOutsideRef.current = !1, event.preventDefault();
		}),
		onInteractOutside: composeEventHandlers(props.onInteractOutside, (event) => {
			let originalEvent = event.detail.originalEvent, ctrlLeftClick = originalEvent.button === 0 && originalEvent.ctrlKey === !0, isRightClick = originalEvent.button === 2 || ctrlLeftClick;
			(!context.modal || isRightClick) && (hasInteractedOutsideRef.current = !0);
		}),
		style: {
			...props.style,
			"--radix-dropdown-menu-content-transform-origin": "var(--radix-popper-transform-origin)",
			"--radix-dropdown-menu-content-available-width": "var(--radix-popper-available-width)",
			"--radix-dropdown-menu-content-available-height": "var(--radix-popper-available-height)",
			"--radix-dropdown-menu-trigger-width": "var(--radix-popper-anchor-width)",
			"--radix-dropdown-menu-trigger-height": "var(--radix-popper-anchor-height)"
		}
	});
}, "DropdownMenuContent")), DropdownMenuLabel = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, ...labelProps } = props, menuScope = useMenuScope(__scopeDropdownMenu);
	return (0, import_jsx_runtime.jsx)(MenuLabel, {
		...menuScope,
		...labelProps,
		ref: forwardedRef
	});
}, "DropdownMenuLabel")), DropdownMenuItem = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, ...itemProps } = props, menuScope = useMenuScope(__scopeDropdownMenu);
	return (0, import_jsx_runtime.jsx)(MenuItem, {
		...menuScope,
		...itemProps,
		ref: forwardedRef
	});
}, "DropdownMenuItem")), DropdownMenuCheckboxItem = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, ...checkboxItemProps } = props, menuScope = useMenuScope(__scopeDropdownMenu);
	return (0, import_jsx_runtime.jsx)(MenuCheckboxItem, {
		...menuScope,
		...checkboxItemProps,
		ref: forwardedRef
	});
}, "DropdownMenuCheckboxItem")), DropdownMenuSeparator = import_react.forwardRef(__name(function(props, forwardedRef) {
	let { __scopeDropdownMenu, ...separatorProps } = props, menuScope = useMenuScope(__scopeDropdownMenu);
	return (0, import_jsx_runtime.jsx)(MenuSeparator, {
		...menuScope,
		...separatorProps,
		ref: forwardedRef
	});
}, "DropdownMenuSeparator")), last = null;
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
var Fault_module_default = {
	fault: "Fault-module_fault",
	what: "Fault-module_what",
	fix: "Fault-module_fix"
};
// src/table/Fault.tsx
function Fault({ error, onRetry }) {
	let p = error;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Fault_module_default.fault,
		role: "alert",
		children: [
			(0, import_jsx_runtime.jsx)(Icon, { name: "warning" }),
			(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("p", {
				className: Fault_module_default.what,
				children: sentence(p.detail || p.message)
			}), p.fix && (0, import_jsx_runtime.jsx)("p", {
				className: Fault_module_default.fix,
				children: sentence(p.fix)
			})] }),
			onRetry && (0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				icon: "refresh",
				onClick: onRetry,
				children: "Try again"
			})
		]
	});
}
function sentence(text) {
	let t = text.trim().replace(/,$/, "");
	if (!t) return "";
	let first = /^[a-z]+( |$)/.test(t) ? t.charAt(0).toUpperCase() + t.slice(1) : t;
	return /[.?!:]$/.test(first) ? first : first + ".";
}
// src/app/zone.ts
var stored = "weir.zone", listeners = new Set(), localZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
function validZone(name) {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }), !0;
	} catch {
		return !1;
	}
}
function setZone(name) {
	try {
		localStorage.setItem(stored, name);
	} catch {}
	listeners.forEach((f) => f());
}
function readZone() {
	try {
		let name = localStorage.getItem(stored);
		if (name && validZone(name)) return name;
	} catch {}
	return "UTC";
}
function instant(t) {
	return t instanceof Date ? t : new Date(typeof t == "number" ? t * 1e3 : t);
}
var formats = new Map();
function parts(t, zone) {
	let f = formats.get(zone);
	f || (f = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		timeZoneName: "longOffset"
	}), formats.set(zone, f));
	let out = {};
	for (let p of f.formatToParts(t)) out[p.type] = p.value;
	return {
		year: out.year ?? "",
		month: out.month ?? "",
		day: out.day ?? "",
		hour: out.hour ?? "",
		minute: out.minute ?? "",
		second: out.second ?? "",
		offset: (out.timeZoneName ?? "GMT").replace("GMT", "") || "+00:00"
	};
}
function offsetOf(t, zone) {
	let m = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(parts(t, zone).offset);
	if (!m) return 0;
	let s = Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4] ?? 0);
	return m[1] === "-" ? -s : s;
}
function inZone(wall, zone) {
	let m = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(wall.trim());
	if (!m) return;
	let at = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0));
	if (Number.isNaN(at)) return;
	let before = offsetOf(new Date(at - 864e5), zone), after = offsetOf(new Date(at + 864e5), zone), first = new Date(at - before * 1e3);
	if (before === after || offsetOf(first, zone) === before) return first;
	let second = new Date(at - after * 1e3);
	return offsetOf(second, zone) === after ? second : first;
}
function zoned(zone) {
	let date = (t) => {
		let p = parts(instant(t), zone);
		return `${p.year}-${p.month}-${p.day}`;
	}, clock = (t, seconds = !1) => {
		let p = parts(instant(t), zone);
		return `${p.hour}:${p.minute}` + (seconds ? `:${p.second}` : "");
	};
	return {
		zone,
		date,
		clock,
		time: (t, seconds = !1) => date(t) + " " + clock(t, seconds),
		stamp: (t) => `${date(t)}T${clock(t, !0)}${zone === "UTC" ? "Z" : parts(instant(t), zone).offset}`,
		offset: (t) => offsetOf(instant(t), zone)
	};
}
function ago(t, now = new Date()) {
	let s = (now.getTime() - instant(t).getTime()) / 1e3, abs = Math.abs(s), text = abs < 60 ? Math.round(abs) + " s" : abs < 5400 ? Math.round(abs / 60) + " min" : abs < 129600 ? Math.round(abs / 3600) + " h" : Math.round(abs / 86400) + " d";
	return s < 0 ? "in " + text : text + " ago";
}
function useZone() {
	let chosen = (0, import_react.useSyncExternalStore)((f) => (listeners.add(f), () => listeners.delete(f)), readZone, () => "UTC"), [search] = useSearch(), zone = search.tz && validZone(search.tz) ? search.tz : chosen;
	return (0, import_react.useMemo)(() => zoned(zone), [zone]);
}
// src/table/Copy.tsx
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
	let trigger = (0, import_react.useRef)(null);
	return (0, import_jsx_runtime.jsxs)(DropdownMenu, {
		modal: !1,
		children: [(0, import_jsx_runtime.jsx)(DropdownMenuTrigger, {
			asChild: !0,
			ref: trigger,
			children
		}), (0, import_jsx_runtime.jsx)(DropdownMenuPortal, {
			container: ground(trigger.current),
			children: (0, import_jsx_runtime.jsx)(DropdownMenuContent, {
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
	return items.map((item, i) => {
		if (item === "line") return (0, import_jsx_runtime.jsx)(DropdownMenuSeparator, { className: Menu_module_default.line }, `line${i}`);
		if ("head" in item) return (0, import_jsx_runtime.jsx)(DropdownMenuLabel, {
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
		return item.checked === void 0 ? (0, import_jsx_runtime.jsx)(DropdownMenuItem, {
			className: Menu_module_default.item,
			disabled: item.disabled,
			onSelect: select,
			children: inside
		}, item.id) : (0, import_jsx_runtime.jsx)(DropdownMenuCheckboxItem, {
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
	let [open, setOpen] = (0, import_react.useState)(!1), button = (0, import_react.useRef)(null), before = (0, import_react.useRef)(null), inTable = (0, import_react.useContext)(InTable), acts = useValueActions(), none = value == null || value === "", text = none ? "" : String(value), entity = none ? void 0 : kind ?? entityKind(field, text), graph = none ? void 0 : graphSearch(field, text), shown = none ? {
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
					before.current = inTable ? button.current?.closest("[role=grid]") ?? at : button.current, setOpen(!0);
				},
				children: children ?? shown.text
			}),
			name && (0, import_jsx_runtime.jsx)("span", {
				className: Value_module_default.name,
				children: name
			}),
			open && (0, import_jsx_runtime.jsxs)(DropdownMenu, {
				open: !0,
				onOpenChange: setOpen,
				modal: !1,
				children: [(0, import_jsx_runtime.jsx)(DropdownMenuTrigger, {
					asChild: !0,
					children: (0, import_jsx_runtime.jsx)("span", {
						className: Value_module_default.anchor,
						role: "presentation",
						"aria-hidden": !0,
						tabIndex: -1
					})
				}), (0, import_jsx_runtime.jsx)(DropdownMenuPortal, {
					container: ground(button.current),
					children: (0, import_jsx_runtime.jsx)(DropdownMenuContent, {
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
export { useSearch as $, hideOthers as A, useId as B, RovingFocusGroup as C, functionalUpdate as Ct, PopperAnchor as D, isModuleNotFoundError as Dt, Popper as E, isDangerousProtocol as Et, FocusScopeBranchProvider as F, Primitive as G, useControllableState as H, useFocusScopeBranch as I, Button as J, createSlot as K, useFocusScopeBranchRegistry as L, useFocusGuards as M, Portal as N, PopperContent as O, FocusScope as P, usePageSearch as Q, DismissableLayer as R, Drawer as S, deepEqual$1 as St, createRovingFocusGroupScope as T, hasKeys as Tt, composeEventHandlers as U, Presence as V, createContextScope as W, readSearch as X, Icon as Y, shared as Z, setZone as _, cleanPath as _t, Value as a, useSelector as at, Fault as b, trimPathRight as bt, plainKey as c, useRouter as ct, Copy as d, getLocationChangeInfo as dt, writeSearch as et, copyText as f, createNonReactiveMutableStore as ft, offsetOf as g, isNotFound as gt, localZone as h, rootRouteId as ht, InTable as i, useMatch as it, ReactRemoveScroll as j, createPopperScope as k, Skeleton as l, routerContext as lt, inZone as m, redirect as mt, useRange as n, useRouterState as nt, ValueScope as o, createLinkScope as ot, ago as p, createNonReactiveReadonlyStore as pt, useComposedRefs as q, Behind as r, useNavigate as rt, useValueActions as s, matchContext as st, ranges as t, require_react_dom as tt, Menu as u, RouterCore as ut, useZone as v, removeTrailingSlash as vt, RovingFocusGroupItem as w, getUrlScheme as wt, sentence as x, invariant as xt, validZone as y, trimPathLeft as yt, useDirection as z };
