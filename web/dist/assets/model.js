// src/pages/graph/model.ts
var joinIDs = (ids) => ids.map((id) => id.replaceAll("%", "%25").replaceAll(",", "%2C")).join(","), splitIDs = (text) => text.split(",").filter(Boolean).map((id) => id.replaceAll("%2C", ",").replaceAll("%25", "%")), plainID = (id) => id.replace(/^(client|server)\|/, ""), shortNetwork = (id) => /^(vpc|net|subnet)-/.test(id) && id.length > 12 ? "…" + id.slice(-5) : id;
function nameOf(id) {
	let plain = plainID(id), at = plain.indexOf("/");
	return at > 0 ? plain.slice(at + 1) : plain.replace(/^(in|out|cloud):/, "");
}
function entityOf(card) {
	if (card.kind !== "app") return;
	let id = plainID(card.id);
	return "/entity/app/" + encodeURIComponent(id.includes("/") && !/^(in|out|cloud):/.test(id) ? id : nameOf(id));
}
var linkKey = (l) => l.client + "\n" + l.server, names = {
	1: "icmp",
	6: "tcp",
	17: "udp",
	47: "gre",
	50: "esp",
	58: "icmpv6"
}, protocolName = (p) => names[p] ?? "protocol " + p, portName = (p) => (p.port ? `${p.port}/` : "") + protocolName(p.protocol), widthOf = (bytes) => 1 + Math.min(6, Math.max(0, Math.log10(Math.max(1, bytes)) - 4) * .9);
function drawn(links, picked, compare) {
	return links.filter((l, i) => i < 70 || l.new || l.match || compare && (l.state === "new" || l.state === "gone") || l.client === picked || l.server === picked);
}
function place(cards, width) {
	let cols = Math.max(1, ...cards.map((c) => c.col + 1)), rows = Math.max(1, ...cards.map((c) => c.row + 1)), pitch = Math.min(300, Math.max(146, (width - 24) / cols)), card = Math.min(176, Math.round(pitch * .74)), size = {
		card,
		high: 40,
		gapX: pitch - card,
		gapY: 10
	}, used = cols * pitch - size.gapX, left = Math.max(12, (width - used) / 2);
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
	let ay = a.y + s.high / 2, by = b.y + s.high / 2;
	if (self) {
		let x = a.x + s.card;
		return {
			path: `M${x} ${ay - 8}C${x + 34} ${ay - 20} ${x + 34} ${ay + 20} ${x} ${ay + 8}`,
			label: {
				x: x + 24,
				y: ay
			}
		};
	}
	if (b.x > a.x) {
		let x1 = a.x + s.card, x2 = b.x - 5, bend = Math.max(20, (x2 - x1) / 2);
		return {
			path: `M${x1} ${ay}C${x1 + bend} ${ay} ${x2 - bend} ${by} ${x2} ${by}`,
			label: {
				x: (x1 + x2) / 2,
				y: (ay + by) / 2
			}
		};
	}
	if (b.x === a.x) {
		let x = a.x + s.card, out = Math.min(s.gapX * .8, 16 + Math.abs(by - ay) / 10);
		return {
			path: `M${x} ${ay}C${x + out} ${ay} ${x + out} ${by} ${x + 5} ${by}`,
			label: {
				x: x + out * .75,
				y: (ay + by) / 2
			}
		};
	}
	let x1 = a.x, x2 = b.x + s.card + 5, bend = Math.max(20, (x1 - x2) / 2);
	return {
		path: `M${x1} ${ay}C${x1 - bend} ${ay} ${x2 + bend} ${by} ${x2} ${by}`,
		label: {
			x: (x1 + x2) / 2,
			y: (ay + by) / 2
		}
	};
}
function next(cards, from, key) {
	let along = key === "ArrowUp" || key === "ArrowDown", sign = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1, best, score = Infinity;
	for (let c of cards) {
		let dx = (c.col - from.col) * sign, dy = (c.row - from.row) * sign, ahead = along ? c.col === from.col ? dy : -1 : dx;
		if (ahead <= 0) continue;
		let far = along ? ahead : ahead * 100 + Math.abs(c.row - from.row);
		far < score && (score = far, best = c);
	}
	return best;
}
export { linkKey as a, place as c, protocolName as d, shortNetwork as f, joinIDs as i, plainID as l, widthOf as m, drawn as n, nameOf as o, splitIDs as p, entityOf as r, next as s, curve as t, portName as u };
