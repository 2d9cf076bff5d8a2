import { a as __toESM, n as require_react } from "./jsx-runtime.js";
import { i as useSearch } from "./search.js";
// src/app/zone.ts
var import_react = __toESM(require_react(), 1), stored = "weir.zone", listeners = new Set(), localZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
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
// \0vite/preload-helper.js
var scriptRel = (function() {
	let relList = typeof document < "u" && document.createElement("link").relList;
	return relList && relList.supports && relList.supports("modulepreload") ? "modulepreload" : "preload";
})(), assetsURL = function(dep) {
	return "/" + dep;
}, seen = {}, isCssPreloadUrl = function(url) {
	return url.pathname.endsWith(".css");
}, preloadOnce = function(seen, href, preload) {
	if (href in seen) return seen[href];
	let promise = preload();
	if (!promise) {
		seen[href] = void 0;
		return;
	}
	let preloadPromise = promise.then(() => {
		seen[href] = void 0;
	}, (err) => {
		throw seen[href] = void 0, err;
	});
	return seen[href] = preloadPromise, preloadPromise;
}, __vitePreload = function(baseModule, deps, importerUrl) {
	let promise = Promise.resolve();
	if (deps && deps.length > 0) {
		let preloadedHrefs, cspNonceMeta = document.querySelector("meta[property=csp-nonce]"), cspNonce = cspNonceMeta?.nonce || cspNonceMeta?.getAttribute("nonce");
		function allSettled(promises) {
			return Promise.all(promises.map((p) => Promise.resolve(p).then((value) => ({
				status: "fulfilled",
				value
			}), (reason) => ({
				status: "rejected",
				reason
			}))));
		}
		function importMetaResolve(specifier) {
			return import.meta.resolve ? new URL(import.meta.resolve(specifier)) : new URL(specifier, import.meta.url);
		}
		promise = allSettled(deps.map((depString) => {
			depString = assetsURL(depString, importerUrl);
			let dep = importMetaResolve(depString), isCss = isCssPreloadUrl(dep);
			return preloadOnce(seen, dep.href, () => {
				if (preloadedHrefs === void 0) {
					preloadedHrefs = {
						all: new Set(),
						styles: new Set()
					};
					let links = document.getElementsByTagName("link");
					for (let i = links.length - 1; i >= 0; i--) {
						let link = links[i];
						preloadedHrefs.all.add(link.href), link.rel === "stylesheet" && preloadedHrefs.styles.add(link.href);
					}
				}
				if ((isCss ? preloadedHrefs.styles : preloadedHrefs.all).has(dep.href)) return;
				let link = document.createElement("link");
				if (link.rel = isCss ? "stylesheet" : scriptRel, isCss || (link.as = "script"), link.crossOrigin = "", link.href = dep.href, cspNonce && link.setAttribute("nonce", cspNonce), document.head.appendChild(link), isCss) return new Promise((res, rej) => {
					let handleSettle = (e) => {
						link.removeEventListener("load", handleSettle), link.removeEventListener("error", handleSettle), e.type === "error" ? rej(Error(`Unable to preload CSS for ${dep}`)) : res(e);
					};
					link.addEventListener("load", handleSettle), link.addEventListener("error", handleSettle);
				});
			});
		}).filter((p) => p !== void 0));
	}
	function handlePreloadError(err) {
		let e = new Event("vite:preloadError", { cancelable: !0 });
		if (e.payload = err, window.dispatchEvent(e), !e.defaultPrevented) throw err;
	}
	return promise.then((res) => {
		for (let item of res || []) item.status === "rejected" && handlePreloadError(item.reason);
		return baseModule().catch(handlePreloadError);
	});
};
export { offsetOf as a, validZone as c, localZone as i, ago as n, setZone as o, inZone as r, useZone as s, __vitePreload as t };
