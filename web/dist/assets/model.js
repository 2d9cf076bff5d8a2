var joinIDs = (ids) => ids.map((id) => id.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
var splitIDs = (text) => text.split(",").filter(Boolean).map((id) => id.replaceAll("%2C", ",").replaceAll("%25", "%"));
var plainID = (id) => id.replace(/^(client|server)\|/, "");
var shortNetwork = (id) => /^(vpc|net|subnet)-/.test(id) && id.length > 12 ? "…" + id.slice(-5) : id;
function nameOf(id) {
	let plain = plainID(id);
	let at = plain.indexOf("/");
	if (at > 0) return plain.slice(at + 1);
	return plain.replace(/^(in|out|cloud):/, "");
}
function entityOf(card) {
	if (card.kind !== "app") return;
	let id = plainID(card.id);
	return "/entity/app/" + encodeURIComponent(id.includes("/") && !/^(in|out|cloud):/.test(id) ? id : nameOf(id));
}
var linkKey = (l) => l.client + "\n" + l.server;
var names = {
	1: "icmp",
	6: "tcp",
	17: "udp",
	47: "gre",
	50: "esp",
	58: "icmpv6"
};
var protocolName = (p) => names[p] ?? "protocol " + p;
var portName = (p) => (p.port ? `${p.port}/` : "") + protocolName(p.protocol);
var widthOf = (bytes) => 1 + Math.min(6, Math.max(0, Math.log10(Math.max(1, bytes)) - 4) * .9);
function drawn(links, picked, compare) {
	return links.filter((l, i) => i < 70 || l.new || l.match || compare && (l.state === "new" || l.state === "gone") || l.client === picked || l.server === picked);
}
function place(cards, width) {
	let cols = Math.max(1, ...cards.map((c) => c.col + 1));
	let rows = Math.max(1, ...cards.map((c) => c.row + 1));
	let pitch = Math.min(300, Math.max(146, (width - 24) / cols));
	let card = Math.min(176, Math.round(pitch * .74));
	let size = {
		card,
		high: 40,
		gapX: pitch - card,
		gapY: 10
	};
	let used = cols * pitch - size.gapX;
	let left = Math.max(12, (width - used) / 2);
	return {
		size,
		at: new Map(cards.map((c) => [c.id, {
			x: left + c.col * pitch,
			y: 12 + c.row * (size.high + size.gapY)
		}])),
		width: Math.max(width, used + 24),
		height: rows * (size.high + size.gapY) + 14
	};
}
function curve(a, b, s, self) {
	let ay = a.y + s.high / 2;
	let by = b.y + s.high / 2;
	let right = a.x + s.card;
	if (self) return [
		{
			x: right,
			y: ay - 8
		},
		{
			x: right + 34,
			y: ay - 20
		},
		{
			x: right + 34,
			y: ay + 20
		},
		{
			x: right + 5,
			y: ay + 8
		}
	];
	if (b.x === a.x) {
		let out = Math.min(s.gapX * .8, 16 + Math.abs(by - ay) / 10);
		return [
			{
				x: right,
				y: ay
			},
			{
				x: right + out,
				y: ay
			},
			{
				x: right + out,
				y: by
			},
			{
				x: right + 5,
				y: by
			}
		];
	}
	let [x1, x2] = b.x > a.x ? [right, b.x - 5] : [a.x, b.x + s.card + 5];
	let bend = Math.max(20, Math.abs(x2 - x1) / 2) * (x2 > x1 ? 1 : -1);
	return [
		{
			x: x1,
			y: ay
		},
		{
			x: x1 + bend,
			y: ay
		},
		{
			x: x2 - bend,
			y: by
		},
		{
			x: x2,
			y: by
		}
	];
}
var pathOf = ([a, b, c, d]) => `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`;
function along([a, b, c, d], t) {
	let u = 1 - t;
	let mix = (k) => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
	return {
		x: mix("x"),
		y: mix("y")
	};
}
function spots(curves, cards, s) {
	let taken = [];
	return curves.map((c) => {
		for (let t of [
			.5,
			.42,
			.58,
			.34,
			.66,
			.26,
			.74,
			.18,
			.82,
			.12,
			.88,
			.07,
			.93
		]) {
			let p = along(c, t);
			if (taken.some((o) => Math.hypot(o.x - p.x, o.y - p.y) < 16) || cards.some((k) => p.x > k.x - 7 && p.x < k.x + s.card + 7 && p.y > k.y - 7 && p.y < k.y + s.high + 7)) continue;
			taken.push(p);
			return p;
		}
	});
}
function next(cards, from, key) {
	let along = key === "ArrowUp" || key === "ArrowDown";
	let sign = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
	let best;
	let score = Infinity;
	for (let c of cards) {
		let dx = (c.col - from.col) * sign;
		let dy = (c.row - from.row) * sign;
		let ahead = along ? c.col === from.col ? dy : -1 : dx;
		if (ahead <= 0) continue;
		let far = along ? ahead : ahead * 100 + Math.abs(c.row - from.row);
		if (far < score) {
			score = far;
			best = c;
		}
	}
	return best;
}
export { linkKey as a, pathOf as c, portName as d, protocolName as f, widthOf as g, spots as h, joinIDs as i, place as l, splitIDs as m, drawn as n, nameOf as o, shortNetwork as p, entityOf as r, next as s, curve as t, plainID as u };
