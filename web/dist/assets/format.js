// src/app/format.ts
var whole = new Intl.NumberFormat("en-US"), short = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
function scaled(n, units, step) {
	let i = 0, v = Math.abs(n);
	for (; v >= step * .9995 && i < units.length - 1;) v /= step, i++;
	let text = i === 0 ? whole.format(Math.round(v * 100) / 100) : short.format(v);
	return (n < 0 ? "-" : "") + text + (units[i] ? " " + units[i] : "");
}
var bytes = (n) => scaled(n, [
	"B",
	"kB",
	"MB",
	"GB",
	"TB",
	"PB"
], 1e3), count = (n) => Math.abs(n) < 1e6 ? whole.format(n) : scaled(n, [
	"",
	"k",
	"M",
	"G",
	"T"
], 1e3), brief = (n) => scaled(n, [
	"",
	"k",
	"M",
	"G",
	"T"
], 1e3), bits = (n) => scaled(n, [
	"bit/s",
	"kbit/s",
	"Mbit/s",
	"Gbit/s",
	"Tbit/s"
], 1e3), rate = (n, what = "") => (n < 10 ? short.format(n) : brief(n)) + (what ? " " + what : "") + "/s";
function percent(x) {
	if (!Number.isFinite(x)) return "–";
	let p = x * 100;
	return p > 0 && p < .1 ? "<0.1 %" : p < 100 && p > 99.9 ? ">99.9 %" : (p < 10 ? (Math.round(p * 10) / 10).toString() : Math.round(p).toString()) + " %";
}
function duration(s) {
	if (s < 1) return Math.round(s * 1e3) + " ms";
	let parts = [
		[86400, "d"],
		[3600, "h"],
		[60, "min"],
		[1, "s"]
	], out = [], rest = Math.round(s);
	for (let [size, unit] of parts) {
		let n = Math.floor(rest / size);
		if (n > 0 && (out.push(n + " " + unit), rest -= n * size), out.length === 2) break;
	}
	return out.join(" ") || "0 s";
}
function ofUnit(n, unit) {
	switch (unit) {
		case "bytes": return bytes(n);
		case "bits": return bits(n);
		case "ratio": return percent(n);
		case "seconds": return duration(n);
		default: return count(n);
	}
}
var plural = (n, one, many = one + "s") => count(n) + " " + (n === 1 ? one : many);
export { duration as a, plural as c, count as i, rate as l, brief as n, ofUnit as o, bytes as r, percent as s, bits as t };
