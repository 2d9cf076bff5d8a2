import { a as __toESM, n as require_react } from "./jsx-runtime.js";
import { a as duration, n as brief, r as bytes, s as percent, t as bits } from "./format.js";
// src/charts/theme.ts
var import_react = __toESM(require_react(), 1), names = [
	"panel",
	"line",
	"line-strong",
	"text",
	"text-soft",
	"text-faint",
	"accent",
	"band",
	"font"
], series = [
	"accept",
	"reject",
	"series-1",
	"series-2",
	"series-3",
	"series-4",
	"series-5",
	"series-6"
], severities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function token(color) {
	return typeof color == "number" ? `var(--series-${color})` : `var(--${color})`;
}
function read() {
	let style = getComputedStyle(document.documentElement), at = {};
	for (let n of [
		...names,
		...series,
		...severities
	]) at[n] = style.getPropertyValue(`--${n}`).trim() || "#888";
	return {
		panel: at.panel,
		line: at.line,
		lineStrong: at["line-strong"],
		text: at.text,
		textSoft: at["text-soft"],
		textFaint: at["text-faint"],
		accent: at.accent,
		band: at.band,
		font: at.font,
		of: (c) => at[typeof c == "number" ? `series-${c}` : c],
		severity: (n) => at[n] ?? at.info
	};
}
var current, observer, listeners = new Set();
function refresh() {
	current = read();
	for (let l of listeners) l();
}
function subscribe(listener) {
	return listeners.add(listener), observer || (observer = new MutationObserver(refresh), observer.observe(document.documentElement, {
		attributes: !0,
		attributeFilter: [
			"data-theme",
			"class",
			"style"
		]
	}), window.addEventListener("load", refresh, { once: !0 })), () => {
		listeners.delete(listener), listeners.size === 0 && (observer?.disconnect(), observer = void 0, current = void 0);
	};
}
function usePalette() {
	return (0, import_react.useSyncExternalStore)(subscribe, () => current ??= read());
}
function mix(color, over, share) {
	return `color-mix(in srgb, ${color} ${Math.round(share * 100)}%, ${over})`;
}
// src/charts/units.ts
var prefixes = [
	"",
	"k",
	"M",
	"G",
	"T",
	"P",
	"E"
], additive = new Set([
	"bytes",
	"packets",
	"flows",
	"records",
	"rows",
	"alerts",
	"findings"
]);
function isAdditive(unit) {
	return additive.has(unit);
}
function symbol(unit) {
	let [what = "", per] = unit.split("/"), short = what === "bytes" ? "B" : what === "bits" ? "bit" : "";
	return per ? `${short}/${per}` : short;
}
function formatValue(n, unit) {
	if (n == null || !Number.isFinite(n)) return "–";
	let [what = "", per] = unit.split("/"), sign = n < 0 ? "-" : "";
	switch (what !== "ratio" && Math.abs(n) < 1e3 && !Number.isInteger(n) && (n = Number(n.toPrecision(3))), what) {
		case "ratio": return sign + percent(Math.abs(n));
		case "seconds": return sign + duration(Math.abs(n));
		case "ms": return Math.abs(n) >= 1e3 ? sign + duration(Math.abs(n) / 1e3) : `${brief(n)} ms`;
		case "bytes": return bytes(n) + (per ? `/${per}` : "");
		case "bits": return bits(n);
	}
	return brief(n) + (per ? `/${per}` : "");
}
function formatNoun(n, unit) {
	let text = formatValue(n, unit), [what = "", per] = unit.split("/");
	if (text === "–" || !counted(what)) return text;
	let noun = n === 1 && !per && what.endsWith("s") ? what.slice(0, -1) : what;
	return per ? `${text.slice(0, -per.length - 1)} ${noun}/${per}` : `${text} ${noun}`;
}
function counted(what) {
	return ![
		"",
		"ratio",
		"seconds",
		"ms",
		"bytes",
		"bits"
	].includes(what);
}
var lengths = [
	[86400, "d"],
	[3600, "h"],
	[60, "min"],
	[1, "s"]
], steps = [
	1,
	2,
	2.5,
	5,
	10
], fine = [
	1,
	1.2,
	1.5,
	2,
	2.5,
	3,
	4,
	5,
	6,
	8,
	10
];
function nice(least, of) {
	let power = 10 ** Math.floor(Math.log10(least));
	for (let s of of) if (s * power >= least * (1 - 1e-9)) return s * power;
	return 10 * power;
}
function scaleOf(max, unit) {
	if (unit === "ratio") return [.01, " %"];
	if (unit === "seconds" || unit === "ms") {
		let s = unit === "ms" ? max / 1e3 : max, one = unit === "ms" ? 1e3 : 1;
		for (let [size, name] of lengths) if (s >= 2 * size) return [size * one, ` ${name}`];
		return [one / 1e3, " ms"];
	}
	let size = 1, i = 0;
	for (; i < prefixes.length - 1 && max >= 1e3 * size;) size *= 1e3, i++;
	let tail = prefixes[i] + symbol(unit);
	return [size, tail === "" || tail.startsWith("/") ? tail : ` ${tail}`];
}
function valueAxis(min, max, unit, count, intervals) {
	let low = Math.min(0, min), high = Math.max(max, 0);
	high === low && (high = low + 1);
	let [size, suffix] = scaleOf(Math.max(high, -low), unit), whole = size === 1 && !unit.includes("/"), span = (high - low) / size, step, from = 0, n;
	intervals && low === 0 ? (step = nice(span / intervals, fine), whole && (step = Math.max(1, Math.ceil(step))), n = intervals) : (step = nice(span / Math.max(1, count), steps), whole && (step = Math.max(1, Math.ceil(step))), from = Math.floor(low / size / step + 1e-9), n = Math.ceil(high / size / step - 1e-9) - from);
	let power = Math.floor(Math.log10(step) + 1e-9), halves = Math.abs(step / 10 ** power - Math.round(step / 10 ** power)) > 1e-9, places = Math.max(0, -power + +!!halves), ticks = [], labels = [];
	for (let i = 0; i <= n; i++) {
		let v = (from + i) * step;
		ticks.push(v * size), labels.push(Math.abs(v) < 1e-12 ? "0" : v.toFixed(places) + suffix);
	}
	return {
		min: from * step * size,
		max: (from + n) * step * size,
		ticks,
		labels
	};
}
export { mix as a, valueAxis as i, formatValue as n, token as o, isAdditive as r, usePalette as s, formatNoun as t };
