// src/charts/series.ts
var gapNames = {
	no_data: "no data",
	skipdata: "records lost at the source",
	pending: "not complete yet"
};
function seconds(t) {
	return typeof t == "number" ? t : Date.parse(t) / 1e3;
}
function stepOf(times) {
	let step = Infinity;
	for (let i = 1; i < times.length; i++) step = Math.min(step, times[i] - times[i - 1]);
	return Number.isFinite(step) && step > 0 ? step : 60;
}
function bucketAt(times, t) {
	let lo = -1, hi = times.length;
	for (; hi - lo > 1;) {
		let mid = lo + hi >> 1;
		times[mid] <= t ? lo = mid : hi = mid;
	}
	return lo;
}
function statsOf(values) {
	let known = [], total = 0;
	for (let v of values) v != null && Number.isFinite(v) && (known.push(v), total += v);
	return known.length === 0 ? {
		min: null,
		avg: null,
		p95: null,
		max: null,
		total: null
	} : (known.sort((a, b) => a - b), {
		min: known[0],
		avg: total / known.length,
		p95: known[Math.max(0, Math.ceil(known.length * .95) - 1)],
		max: known[known.length - 1],
		total
	});
}
function stack(all) {
	let n = all[0]?.length ?? 0, out = all.map(() => Array(n).fill(null));
	for (let i = 0; i < n; i++) {
		let sum = 0, known = all.some((v) => v[i] != null);
		for (let s = 0; s < all.length; s++) sum += all[s][i] ?? 0, known && (out[s][i] = sum);
	}
	return out;
}
function lonely(values) {
	let out = [];
	for (let i = 0; i < values.length; i++) values[i] != null && values[i - 1] == null && values[i + 1] == null && out.push(i);
	return out;
}
function sameValues(a, b) {
	if (a === b) return !0;
	if (a.length !== b.length) return !1;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return !1;
	return !0;
}
function sameData(a, b) {
	return sameValues(a.times, b.times) && a.series.length === b.series.length && a.series.every((s, i) => {
		let t = b.series[i];
		return s.label === t.label && s.unit === t.unit && s.color === t.color && s.axis === t.axis && s.kind === t.kind && s.compare === t.compare && sameValues(s.values, t.values) && (s.band === t.band || !!s.band && !!t.band && sameValues(s.band.low, t.band.low) && sameValues(s.band.high, t.band.high));
	});
}
function clusters(items, within) {
	let out = [];
	for (let { x, item } of [...items].sort((a, b) => a.x - b.x)) {
		let last = out[out.length - 1];
		last && x - last.x < within ? last.items.push(item) : out.push({
			x,
			items: [item]
		});
	}
	return out;
}
function csv(rows) {
	return rows.map((row) => row.map((v) => {
		if (v == null) return "";
		if (typeof v == "number") return String(v);
		let safe = /^[=+\-@\t\r]/.test(v) ? `'${v}` : v;
		return /[",\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
	}).join(",")).join("\r\n").concat("\r\n");
}
export { lonely as a, stack as c, gapNames as i, statsOf as l, clusters as n, sameData as o, csv as r, seconds as s, bucketAt as t, stepOf as u };
