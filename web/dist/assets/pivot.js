// src/api/pivot.ts
function pivot(t, by, columns) {
	let step = t.meta.bucket_seconds ?? 60, at = t.texts("bucket").map((s) => Date.parse(s) / 1e3), first = t.meta.since ? Math.floor(Date.parse(t.meta.since) / 1e3 / step) * step : Math.min(...at), end = t.meta.until ? Date.parse(t.meta.until) / 1e3 : Math.max(...at) + step, shift = at.length ? (((at[0] ?? 0) - first) % step + step) % step : 0, start = shift ? first + shift - step : first, times = [];
	for (let x = start; x < end && times.length < 2e4; x += step) times.push(x);
	let of = new Map(), keys = by ? t.texts(by) : at.map(() => ""), values = columns.map((c) => t.numbers(c));
	for (let r = 0; r < at.length; r++) {
		let i = Math.round(((at[r] ?? 0) - start) / step);
		if (i < 0 || i >= times.length) continue;
		let key = keys[r] ?? "", one = of.get(key);
		one || (one = new Map(columns.map((c) => [c, times.map(() => 0)])), of.set(key, one)), columns.forEach((c, k) => {
			let list = one.get(c);
			list && (list[i] = values[k]?.[r] ?? 0);
		});
	}
	return {
		times,
		step,
		of
	};
}
function line(p, key, column) {
	return p?.of.get(key)?.get(column) ?? p?.times.map(() => 0) ?? [];
}
export { pivot as n, line as t };
