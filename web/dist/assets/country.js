var names = new Intl.DisplayNames(["en"], {
	type: "region",
	fallback: "none"
});
function countryName(code) {
	if (!/^[A-Z]{2}$/.test(code)) return code;
	return names.of(code) ?? code;
}
function classesOf(values, n) {
	let known = values.filter((v) => v > 0 && Number.isFinite(v));
	if (known.length === 0) return [];
	let low = Math.min(...known);
	let high = Math.max(...known);
	let ratio = (high / low) ** (1 / n);
	let out = [];
	for (let i = 0; i < n; i++) {
		let b = i === 0 ? low : roundDown(low * ratio ** i);
		b <= high && (out.length === 0 || b > out[out.length - 1]) && out.push(b);
	}
	return out;
}
function roundDown(v) {
	let power = 10 ** Math.floor(Math.log10(v) + 1e-9);
	for (let s of [
		5,
		2,
		1
	]) if (v >= s * power * (1 - 1e-9)) return s * power;
	return power;
}
function classOf(bounds, value) {
	let at = -1;
	if (value > 0) for (let i = 0; i < bounds.length && value >= bounds[i]; i++) at = i;
	return at;
}
export { classesOf as n, countryName as r, classOf as t };
