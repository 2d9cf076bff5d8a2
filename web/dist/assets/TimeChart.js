const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/SeriesTable.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/kit.js","assets/kit.css"])))=>i.map(i=>d[i]);
import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { t as uPlot } from "./lib-uplot.js";
import { A as isAdditive, C as sameData, D as stepOf, E as statsOf, Ht as offsetOf, N as later, O as formatNoun, S as lonely, T as stack, _ as usePalette, g as token, h as mix, ht as __vitePreload, j as valueAxis, k as formatValue, m as TimeSeries_module_default, v as bucketAt, w as seconds, x as gapNames, y as clusters } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var offsets = new Map();
var quarter = 900;
function offsetAt(t, zone) {
	if (zone === "UTC") return 0;
	let known = offsets.get(zone);
	known || offsets.set(zone, known = new Map());
	let at = Math.floor(t / quarter);
	let hit = known.get(at);
	if (hit !== void 0) return hit;
	let offset = offsetOf(new Date(at * quarter * 1e3), zone);
	known.size > 2e4 && known.clear();
	known.set(at, offset);
	return offset;
}
function segments(from, to, zone) {
	let out = [];
	let stride = to - from > 63244800 ? 604800 : 86400;
	let start = from;
	let offset = offsetAt(from, zone);
	for (let t = from; t < to;) {
		let next = Math.min(t + stride, to);
		if (offsetAt(next, zone) !== offset) {
			let lo = Math.floor(t / quarter);
			let hi = Math.ceil(next / quarter);
			for (; hi - lo > 1;) {
				let mid = lo + hi >> 1;
				offsetAt(mid * quarter, zone) === offset ? lo = mid : hi = mid;
			}
			out.push({
				from: start,
				to: hi * quarter,
				offset
			});
			start = hi * quarter;
			offset = offsetAt(start, zone);
			t = start;
		} else t = next;
	}
	out.push({
		from: start,
		to: to + 1,
		offset
	});
	return out;
}
function instantOf(wall, zone) {
	let before = offsetAt(wall - 86400, zone);
	let after = offsetAt(wall + 86400, zone);
	for (let o of [before, after]) if (offsetAt(wall - o, zone) === o) return wall - o;
	return segments(wall - before - 86400, wall - before + 86400, zone)[1]?.from ?? wall - before;
}
var ladder = [
	...[
		1,
		5,
		10,
		15,
		30,
		60,
		300,
		600,
		900,
		1800,
		3600,
		7200,
		10800,
		21600,
		43200
	].map((n) => [n, {
		unit: "second",
		n
	}]),
	...[
		1,
		2,
		4,
		7,
		14
	].map((n) => [n * 86400, {
		unit: "day",
		n
	}]),
	...[
		1,
		3,
		6
	].map((n) => [n * 30.4 * 86400, {
		unit: "month",
		n
	}]),
	...[
		1,
		2,
		5,
		10,
		20,
		50,
		100
	].map((n) => [n * 365.25 * 86400, {
		unit: "year",
		n
	}])
];
var room = {
	second: 72,
	day: 56,
	month: 44,
	year: 44
};
function stepFor(from, to, width) {
	return (ladder.find(([size, step]) => (to - from) / size * room[step.unit] <= width) ?? ladder[ladder.length - 1])[1];
}
var monday = 4;
function timeTicks(from, to, zone, step) {
	let out = [];
	if (!(to > from)) return out;
	if (step.unit === "second") {
		for (let s of segments(from, to, zone)) for (let w = Math.ceil((s.from + s.offset) / step.n) * step.n; w < s.to + s.offset; w += step.n) out.push(w - s.offset);
		return out.filter((t) => t >= from && t <= to);
	}
	let push = (wall) => {
		let t = instantOf(wall, zone);
		t >= from && t <= to && out.push(t);
	};
	let last = to + offsetAt(to, zone);
	let first = from + offsetAt(from, zone);
	if (step.unit === "day") {
		let anchor = step.n % 7 == 0 ? monday : 0;
		let day = anchor + Math.floor((Math.floor(first / 86400) - anchor) / step.n) * step.n;
		for (; day * 86400 <= last + 86400; day += step.n) push(day * 86400);
		return out;
	}
	let months = step.unit === "year" ? 12 * step.n : step.n;
	let d = new Date(first * 1e3);
	let month = Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / months) * months;
	for (;; month += months) {
		let wall = Date.UTC(Math.floor(month / 12), month % 12, 1) / 1e3;
		if (wall > last + 86400) return out;
		push(wall);
	}
}
var monthNames = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
var dayNames = [
	"Sun",
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat"
];
var two = (n) => String(n).padStart(2, "0");
function wallOf(t, zone) {
	return new Date((t + offsetAt(t, zone)) * 1e3);
}
function clock(d, withSeconds) {
	return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${withSeconds ? `:${two(d.getUTCSeconds())}` : ""}`;
}
function offsetName(t, zone) {
	let o = offsetAt(t, zone);
	let m = Math.abs(o) / 60;
	return o === 0 ? "UTC" : `UTC${o < 0 ? "-" : "+"}${Math.floor(m / 60)}${m % 60 ? `:${two(m % 60)}` : ""}`;
}
function timeLabels(ticks, zone, step) {
	let seen = "";
	let offset;
	return ticks.map((t) => {
		let d = wallOf(t, zone);
		let day = `${d.getUTCDate()} ${monthNames[d.getUTCMonth()]}`;
		let year = String(d.getUTCFullYear());
		let top;
		let below;
		switch (step.unit) {
			case "second":
				top = clock(d, step.n < 60);
				below = `${dayNames[d.getUTCDay()]} ${day}`;
				break;
			case "day":
				top = day;
				below = year;
				break;
			case "month":
				top = monthNames[d.getUTCMonth()];
				below = year;
				break;
			default: return year;
		}
		let o = offsetAt(t, zone);
		let changed = step.unit === "second" && offset !== void 0 && o !== offset;
		offset = o;
		if (below !== seen) {
			seen = below;
			return `${top}\n${below}`;
		}
		return changed ? `${top}\n${offsetName(t, zone)}` : top;
	});
}
function timeText(t, zone) {
	let d = wallOf(t, zone);
	return `${dateText(d)} ${clock(d, t % 60 != 0)} ${offsetName(t, zone)}`;
}
function dateText(d) {
	return `${dayNames[d.getUTCDay()]} ${d.getUTCDate()} ${monthNames[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}
function spanText(from, to, zone) {
	let a = wallOf(from, zone);
	let b = wallOf(to, zone);
	let seconds = from % 60 != 0 || to % 60 != 0;
	let midnight = (d) => d.getTime() % 864e5 == 0;
	if (midnight(a) && midnight(b)) {
		let last = new Date(b.getTime() - 864e5);
		return last.getTime() <= a.getTime() ? dateText(a) : `${dateText(a)} – ${dateText(last)}`;
	}
	let end = dateText(a) === dateText(b) ? clock(b, seconds) : `${dateText(b)} ${clock(b, seconds)}`;
	let sameOffset = offsetAt(from, zone) === offsetAt(to, zone);
	return `${dateText(a)} ${clock(a, seconds)}${sameOffset ? "" : ` ${offsetName(from, zone)}`} – ${end} ${offsetName(to, zone)}`;
}
function localText(t, zone) {
	let o = offsetAt(t, zone);
	let m = Math.abs(o) / 60;
	return `${wallOf(t, zone).toISOString().slice(0, 19).replace("T", " ")}${o < 0 ? "-" : "+"}${two(Math.floor(m / 60))}:${two(m % 60)}`;
}
var topPadding = 6;
var marksHeight = 12;
var between = 16;
function panesOf(series, panes, height, marked) {
	let top = topPadding + (marked ? marksHeight : 0);
	let sides = ["left", "right"].filter((side) => series.some((s) => sideOf(s) === side));
	if (panes === 1 || sides.length < 2) return [{
		sides: sides.length ? sides : ["left"],
		height,
		top,
		bottom: !0
	}];
	let each = Math.max(64, (height - 36 - between) / 2);
	return [{
		sides: ["left"],
		height: Math.round(each),
		top,
		bottom: !1
	}, {
		sides: ["right"],
		height: Math.round(each) + 36 + between,
		top: 22,
		bottom: !0
	}];
}
function sideOf(s) {
	return s.axis ?? "left";
}
function colorOf(s, i) {
	return s.color ?? i % 6 + 1;
}
function kindOf(s) {
	return s.compare ? "line" : s.kind ?? "line";
}
function drawnOf(input, sides) {
	let out = [];
	let stacks = new Map();
	input.series.forEach((s, i) => {
		let side = sideOf(s);
		if (!sides.includes(side) || input.hidden.has(i)) return;
		let kind = kindOf(s);
		if (kind === "bars" || kind === "area" && input.stacked) {
			let key = `${side} ${kind}`;
			stacks.set(key, [...stacks.get(key) ?? [], i]);
		} else out.push({
			from: i,
			values: s.values,
			stacked: !1
		});
	});
	let below = [];
	for (let members of stacks.values()) {
		let sums = members.length > 1 ? stack(members.map((i) => input.series[i].values)) : [input.series[members[0]].values];
		for (let k = members.length - 1; k >= 0; k--) below.push({
			from: members[k],
			values: sums[k],
			stacked: members.length > 1
		});
	}
	let rank = (d) => kindOf(input.series[d.from]) === "line" ? input.series[d.from].compare ? 1 : 2 : 0;
	return [...below, ...out].sort((a, b) => rank(a) - rank(b));
}
function extent(values, into) {
	for (let v of values) {
		if (v == null || !Number.isFinite(v)) continue;
		v < into[0] && (into[0] = v);
		v > into[1] && (into[1] = v);
	}
}
function axisOf(input, drawn, side, height, like) {
	let span = [0, 0];
	let unit = "";
	for (let d of drawn) {
		let s = input.series[d.from];
		if (sideOf(s) !== side) continue;
		unit ||= s.unit;
		extent(d.values, span);
		s.band && extent(s.band.high, span);
	}
	unit ||= input.series.find((s) => sideOf(s) === side)?.unit ?? "";
	for (let l of input.limits) (l.axis ?? "left") === side && extent([l.value], span);
	return valueAxis(span[0], span[1], unit, Math.max(1, Math.min(5, Math.floor(height / 32))), like && like.min === 0 ? like.ticks.length - 1 : void 0);
}
var measure;
function widthOf(labels, font) {
	measure ??= document.createElement("canvas").getContext("2d");
	if (!measure) return 60;
	measure.font = font;
	return Math.ceil(Math.max(0, ...labels.map((l) => measure.measureText(l).width)));
}
var gap = 6;
function prepare(input, panes, font) {
	let left = 0;
	let right = 0;
	let out = panes.map((pane) => {
		let drawn = drawnOf(input, pane.sides);
		let height = pane.height - pane.top - (pane.bottom ? 36 : 4);
		let like;
		return {
			pane,
			drawn,
			axes: pane.sides.map((side) => {
				let axis = axisOf(input, drawn, side, height, like);
				like ??= axis;
				let width = widthOf(axis.labels, font) + gap + 2;
				pane.sides[0] === side ? left = Math.max(left, width) : right = Math.max(right, width);
				let first = input.series.findIndex((s) => sideOf(s) === side);
				let two = panes.length > 1 || pane.sides.length > 1;
				return {
					side,
					axis,
					unit: input.series[first]?.unit ?? "",
					color: two && first >= 0 ? colorOf(input.series[first], first) : void 0
				};
			})
		};
	});
	let half = Math.ceil(widthOf(["Wed 28 Nov", "UTC+12:45"], font) / 2) + 1;
	return {
		panes: out,
		left: Math.max(left, half),
		right: Math.max(right, half)
	};
}
function hatch(ctx, palette, ratio) {
	let size = Math.round(7 * ratio);
	let tile = document.createElement("canvas");
	tile.width = tile.height = size;
	let c = tile.getContext("2d");
	if (!c) return null;
	c.strokeStyle = palette.lineStrong;
	c.globalAlpha = .75;
	c.lineWidth = ratio;
	c.beginPath();
	for (let o of [
		-size,
		0,
		size
	]) {
		c.moveTo(o, size);
		c.lineTo(o + size, 0);
	}
	c.stroke();
	return ctx.createPattern(tile, "repeat");
}
function optionsOf(input, prepared, room, width, palette, font, syncKey, hooks) {
	let { pane, drawn, axes } = prepared;
	let { times, range, step } = input;
	let bars = uPlot.paths.bars({
		size: [
			.86,
			Infinity,
			1
		],
		align: 1
	});
	let linear = uPlot.paths.linear();
	let series = [{ scale: "x" }];
	let data = [times];
	for (let d of drawn) {
		let s = input.series[d.from];
		let color = palette.of(colorOf(s, d.from));
		let kind = kindOf(s);
		data.push(d.values);
		series.push({
			label: s.label,
			scale: sideOf(s),
			auto: !1,
			stroke: kind === "bars" ? "transparent" : color,
			width: kind === "bars" ? 0 : s.compare ? 1.25 : 1.5,
			...s.compare ? {
				dash: [5, 4],
				alpha: .8
			} : {},
			...kind === "bars" ? { fill: color } : kind === "area" ? { fill: d.stacked ? mix(color, palette.panel, .45) : mix(color, "transparent", .16) } : {},
			paths: kind === "bars" ? bars : linear,
			points: kind === "bars" ? { show: !1 } : {
				show: !0,
				size: 4,
				width: 0,
				fill: color,
				filter: () => lonely(d.values)
			}
		});
	}
	let tick = {
		stroke: palette.line,
		width: 1,
		size: 4
	};
	let yAxes = axes.map(({ axis, color, side }, i) => ({
		scale: side,
		side: i === 0 ? 3 : 1,
		size: i === 0 ? room.left : room.right,
		gap,
		font,
		stroke: color === void 0 ? palette.textFaint : palette.of(color),
		grid: i === 0 ? {
			stroke: palette.line,
			width: 1
		} : { show: !1 },
		ticks: { show: !1 },
		incrs: [0x38d7ea4c68000],
		space: 1,
		splits: () => axis.ticks,
		values: () => axis.labels
	}));
	let tickStep = stepFor(range.from, range.to, width - room.left - room.right);
	let xAxis = {
		scale: "x",
		show: !0,
		size: pane.bottom ? 36 : 4,
		gap: 4,
		font,
		lineGap: 1.25,
		stroke: palette.textFaint,
		grid: {
			stroke: palette.line,
			width: 1
		},
		ticks: pane.bottom ? tick : { show: !1 },
		incrs: [0x38d7ea4c68000],
		space: 1,
		splits: () => timeTicks(range.from, range.to, input.zone, tickStep),
		values: (_, splits) => pane.bottom ? timeLabels(splits, input.zone, tickStep) : splits.map(() => "")
	};
	let scales = { x: {
		time: !1,
		auto: !1,
		range: () => [range.from, range.to]
	} };
	for (let { axis, side } of axes) scales[side] = {
		auto: !1,
		range: () => [axis.min, axis.max]
	};
	let pattern;
	return {
		options: {
			width,
			height: pane.height,
			padding: [
				pane.top,
				axes.length > 1 ? 0 : room.right,
				0,
				0
			],
			legend: { show: !1 },
			scales,
			series,
			axes: [xAxis, ...yAxes],
			cursor: {
				y: !1,
				x: !0,
				drag: {
					x: !!hooks.select,
					y: !1,
					setScale: !1,
					dist: 5
				},
				sync: {
					key: syncKey,
					scales: ["x", null],
					setSeries: !1,
					filters: { pub: (type) => type === "mousemove" || type === "mouseleave" }
				},
				dataIdx: (u, _, closest) => u.cursor.left == null || u.cursor.left < 0 ? closest : Math.max(0, bucketAt(times, u.posToVal(u.cursor.left, "x"))),
				points: {
					size: (_, i) => i > 0 && kindOf(input.series[drawn[i - 1].from]) !== "bars" ? 7 : 0,
					width: 1.5,
					stroke: () => palette.panel,
					fill: (_, i) => i > 0 ? palette.of(colorOf(input.series[drawn[i - 1].from], drawn[i - 1].from)) : "transparent"
				},
				bind: { dblclick: () => null }
			},
			select: {
				show: !0,
				left: 0,
				top: 0,
				width: 0,
				height: 0
			},
			hooks: {
				setCursor: [(u) => {
					let left = u.cursor.left ?? -1;
					if (left < 0) return hooks.cursor(null, u);
					let i = bucketAt(times, u.posToVal(left, "x"));
					hooks.cursor(i < 0 ? null : i, u);
				}],
				setSelect: [(u) => {
					let { left, width: wide } = u.select;
					if (wide > 0 && hooks.select) {
						let [from, to] = bucketsOf(u.posToVal(left, "x"), u.posToVal(left + wide, "x"), times, step);
						hooks.select(from, to);
					}
					u.setSelect({
						left: 0,
						top: 0,
						width: 0,
						height: 0
					}, !1);
				}],
				drawAxes: [(u) => {
					let { ctx, bbox } = u;
					ctx.save();
					ctx.beginPath();
					ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
					ctx.clip();
					for (let g of input.gaps) {
						let x0 = u.valToPos(Math.max(g.from, range.from), "x", !0);
						let x1 = u.valToPos(Math.min(g.to, range.to), "x", !0);
						if (x1 <= x0) continue;
						pattern ??= hatch(ctx, palette, uPlot.pxRatio);
						pattern && (ctx.fillStyle = pattern);
						ctx.fillRect(x0, bbox.top, Math.max(x1 - x0, 2 * uPlot.pxRatio), bbox.height);
					}
					for (let d of drawn) {
						let s = input.series[d.from];
						s.band && !s.compare && drawBand(u, times, s.band, sideOf(s), mix(palette.of(colorOf(s, d.from)), "transparent", .2));
					}
					ctx.restore();
				}],
				draw: [(u) => {
					let { ctx, bbox } = u;
					let ratio = uPlot.pxRatio;
					ctx.save();
					if (input.selected) {
						let a = Math.max(bbox.left, u.valToPos(input.selected.from, "x", !0));
						let b = Math.min(bbox.left + bbox.width, u.valToPos(input.selected.to, "x", !0));
						ctx.globalAlpha = .68;
						ctx.fillStyle = palette.panel;
						a > bbox.left && ctx.fillRect(bbox.left, bbox.top, a - bbox.left, bbox.height);
						b < bbox.left + bbox.width && ctx.fillRect(b, bbox.top, bbox.left + bbox.width - b, bbox.height);
						ctx.globalAlpha = 1;
					}
					ctx.lineWidth = ratio;
					for (let m of input.marks) {
						if (m.at < range.from || m.at > range.to) continue;
						let x = Math.round(u.valToPos(m.at, "x", !0));
						ctx.strokeStyle = palette.severity(m.severity);
						ctx.setLineDash([3 * ratio, 3 * ratio]);
						ctx.beginPath();
						ctx.moveTo(x, bbox.top);
						ctx.lineTo(x, bbox.top + bbox.height);
						ctx.stroke();
					}
					for (let l of input.limits) {
						let side = l.axis ?? "left";
						if (!pane.sides.includes(side)) continue;
						let y = Math.round(u.valToPos(l.value, side, !0));
						ctx.strokeStyle = palette.text;
						ctx.setLineDash([6 * ratio, 3 * ratio]);
						ctx.beginPath();
						ctx.moveTo(bbox.left, y);
						ctx.lineTo(bbox.left + bbox.width, y);
						ctx.stroke();
						writeOver(ctx, l.label, bbox.left + bbox.width - 4 * ratio, y > bbox.top + 16 * ratio ? y - 3 * ratio : y + 13 * ratio, palette, font, ratio);
					}
					ctx.restore();
				}]
			}
		},
		data
	};
}
function bucketsOf(from, to, times, step) {
	let a = bucketAt(times, from);
	let b = bucketAt(times, Math.max(from, to - 1e-6));
	let start = a < 0 ? from : times[a];
	let end = b < 0 ? to : Math.min(times[b + 1] ?? Infinity, times[b] + step);
	return [Math.floor(start), Math.ceil(Math.max(end, start + 1))];
}
function drawBand(u, times, band, scale, fill) {
	let { ctx } = u;
	ctx.fillStyle = fill;
	let run = [];
	let flush = () => {
		if (run.length > 1) {
			ctx.beginPath();
			for (let p of run) ctx.lineTo(p.x, u.valToPos(p.high, scale, !0));
			for (let p of run.reverse()) ctx.lineTo(p.x, u.valToPos(p.low, scale, !0));
			ctx.closePath();
			ctx.fill();
		}
		run = [];
	};
	for (let i = 0; i < times.length; i++) {
		let low = band.low[i];
		let high = band.high[i];
		if (low == null || high == null) {
			flush();
			continue;
		}
		let x = Math.round(u.valToPos(times[i], "x", !0));
		let last = run[run.length - 1];
		if (last?.x === x) {
			last.low = Math.min(last.low, low);
			last.high = Math.max(last.high, high);
		} else run.push({
			x,
			low,
			high
		});
	}
	flush();
}
function writeOver(ctx, text, x, y, palette, font, ratio) {
	ctx.font = font.replace(/[\d.]+px/, (m) => `${Number.parseFloat(m) * ratio}px`);
	ctx.textAlign = "right";
	ctx.textBaseline = "alphabetic";
	ctx.setLineDash([]);
	ctx.lineWidth = 3 * ratio;
	ctx.strokeStyle = palette.panel;
	ctx.strokeText(text, x, y);
	ctx.fillStyle = palette.text;
	ctx.fillText(text, x, y);
	ctx.lineWidth = ratio;
}
var import_jsx_runtime = require_jsx_runtime();
function Key({ series, color, off }) {
	let kind = kindOf(series);
	return (0, import_jsx_runtime.jsx)("svg", {
		className: TimeSeries_module_default.key,
		width: "16",
		height: "10",
		"aria-hidden": "true",
		style: { color: token(color) },
		"data-off": off || void 0,
		children: kind === "line" ? (0, import_jsx_runtime.jsx)("line", {
			x1: "0",
			y1: "5",
			x2: "16",
			y2: "5",
			stroke: "currentColor",
			strokeWidth: "2",
			strokeDasharray: series.compare ? "4 3" : void 0
		}) : (0, import_jsx_runtime.jsx)("rect", {
			x: "3",
			y: "0.5",
			width: "10",
			height: "9",
			rx: "1.5",
			fill: "currentColor",
			fillOpacity: kind === "area" ? .45 : 1,
			stroke: "currentColor"
		})
	});
}
function Legend({ series, colors, hidden, onToggle, cells, form, gaps, range }) {
	let stats = (0, import_react.useMemo)(() => series.map((s) => statsOf(s.values)), [series]);
	let total = series.some((s) => isAdditive(s.unit));
	let kinds = [...new Set(gaps.filter((g) => g.to > range.from && g.from < range.to).map((g) => gapNames[g.kind] ?? g.kind))];
	let banded = series.findIndex(({ band, compare }) => !compare && band?.high.some((high, i) => high != null && high > (band.low[i] ?? high)));
	let name = (s, i) => (0, import_jsx_runtime.jsxs)("button", {
		type: "button",
		className: TimeSeries_module_default.name,
		"aria-pressed": !hidden.has(i),
		onClick: () => onToggle(i),
		title: hidden.has(i) ? "Show" : "Hide",
		children: [(0, import_jsx_runtime.jsx)(Key, {
			series: s,
			color: colors[i],
			off: hidden.has(i)
		}), (0, import_jsx_runtime.jsx)("span", {
			className: hidden.has(i) ? TimeSeries_module_default.off : void 0,
			children: s.label
		})]
	});
	let extra = (banded >= 0 || kinds.length > 0) && (0, import_jsx_runtime.jsxs)("span", {
		className: TimeSeries_module_default.extra,
		children: [banded >= 0 && (0, import_jsx_runtime.jsxs)("span", { children: [(0, import_jsx_runtime.jsx)("span", {
			className: TimeSeries_module_default.bandKey,
			"aria-hidden": "true",
			style: { color: token(colors[banded]) }
		}), " usual"] }), kinds.map((k) => (0, import_jsx_runtime.jsxs)("span", { children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: TimeSeries_module_default.gapKey,
				"aria-hidden": "true"
			}),
			" ",
			k
		] }, k))]
	});
	if (form === "line") return (0, import_jsx_runtime.jsxs)("div", {
		className: TimeSeries_module_default.legendLine,
		children: [series.map((s, i) => (0, import_jsx_runtime.jsxs)("span", {
			className: TimeSeries_module_default.entry,
			children: [name(s, i), (0, import_jsx_runtime.jsx)("span", {
				className: TimeSeries_module_default.value,
				ref: (el) => void (cells.current[i] = el)
			})]
		}, i)), extra]
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: TimeSeries_module_default.legendTable,
		children: [(0, import_jsx_runtime.jsxs)("table", { children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				children: (0, import_jsx_runtime.jsx)("span", {
					className: TimeSeries_module_default.spoken,
					children: "Series"
				})
			}),
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				children: "At cursor"
			}),
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				className: TimeSeries_module_default.spare,
				children: "Min"
			}),
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				children: "Avg"
			}),
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				children: "P95"
			}),
			(0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				children: "Max"
			}),
			total && (0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				className: TimeSeries_module_default.spare,
				children: "Total"
			})
		] }) }), (0, import_jsx_runtime.jsx)("tbody", { children: series.map((s, i) => {
			let t = stats[i];
			return (0, import_jsx_runtime.jsxs)("tr", { children: [
				(0, import_jsx_runtime.jsx)("th", {
					scope: "row",
					children: name(s, i)
				}),
				(0, import_jsx_runtime.jsx)("td", {
					className: TimeSeries_module_default.value,
					ref: (el) => void (cells.current[i] = el)
				}),
				(0, import_jsx_runtime.jsx)("td", {
					className: TimeSeries_module_default.spare,
					children: formatValue(t.min, s.unit)
				}),
				(0, import_jsx_runtime.jsx)("td", { children: formatValue(t.avg, s.unit) }),
				(0, import_jsx_runtime.jsx)("td", { children: formatValue(t.p95, s.unit) }),
				(0, import_jsx_runtime.jsx)("td", { children: formatValue(t.max, s.unit) }),
				total && (0, import_jsx_runtime.jsx)("td", {
					className: TimeSeries_module_default.spare,
					children: isAdditive(s.unit) ? formatValue(t.total, s.unit) : ""
				})
			] }, i);
		}) })] }), extra]
	});
}
var order = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
var most = 6;
function Marks({ marks, range, left, width, zone, onMark }) {
	if (width <= 0 || marks.length === 0) return null;
	let placed = marks.filter((m) => m.at >= range.from && m.at <= range.to).map((item) => ({
		x: (item.at - range.from) / (range.to - range.from) * width,
		item
	}));
	return (0, import_jsx_runtime.jsx)("div", {
		className: TimeSeries_module_default.marks,
		style: {
			left,
			width
		},
		children: clusters(placed, 14).map(({ x, items }) => {
			let worst = order.find((s) => items.some((m) => m.severity === s)) ?? "info";
			let first = items[0];
			let last = items[items.length - 1];
			let time = items.length === 1 ? timeText(first.at, zone) : spanText(first.at, last.at, zone);
			return (0, import_jsx_runtime.jsxs)("button", {
				type: "button",
				className: TimeSeries_module_default.mark,
				"data-severity": worst,
				"data-edge": x > width - 150 ? "right" : x < 150 ? "left" : void 0,
				style: { left: x },
				"aria-label": `${items.length === 1 ? "" : `${items.length} marks: `}${items.map((m) => `${m.label} (${m.severity})`).slice(0, most).join("; ")}, ${time}`,
				onClick: () => onMark?.(items.find((m) => m.severity === worst) ?? first),
				children: [(0, import_jsx_runtime.jsx)("span", {
					"aria-hidden": "true",
					children: items.length > 1 ? items.length > 99 ? "99+" : items.length : "!"
				}), (0, import_jsx_runtime.jsxs)("span", {
					className: TimeSeries_module_default.tip,
					"aria-hidden": "true",
					children: [
						(0, import_jsx_runtime.jsx)("span", {
							className: TimeSeries_module_default.tipTime,
							children: time
						}),
						items.slice(0, most).map((m, i) => (0, import_jsx_runtime.jsxs)("span", {
							className: TimeSeries_module_default.tipLine,
							children: [
								(0, import_jsx_runtime.jsx)("b", {
									"data-severity": m.severity,
									children: m.severity
								}),
								" ",
								m.label
							]
						}, i)),
						items.length > most && (0, import_jsx_runtime.jsxs)("span", {
							className: TimeSeries_module_default.tipLine,
							children: [
								"and ",
								items.length - most,
								" more"
							]
						})
					]
				})]
			}, first.at + first.label);
		})
	});
}
var SeriesTable = later(() => __vitePreload(() => import("./SeriesTable.js").then((m) => m.SeriesTable), __vite__mapDeps([0,1,2,3,4])));
function useStable(value, same) {
	let kept = (0, import_react.useRef)(value);
	kept.current !== value && !same(kept.current, value) && (kept.current = value);
	return kept.current;
}
var sameJSON = (a, b) => JSON.stringify(a) === JSON.stringify(b);
var none = [];
var plotFont = 11;
function TimeChart(props) {
	let { title, zone, height = 220, onZoom, onMark, legend = "table", table = !0 } = props;
	let { times, series } = useStable({
		times: props.times,
		series: props.series
	}, sameData);
	let rest = useStable({
		gaps: props.gaps ?? none,
		marks: props.marks ?? none,
		limits: props.limits ?? none,
		range: props.range,
		selected: props.selected
	}, sameJSON);
	let palette = usePalette();
	let own = (0, import_react.useId)();
	let [hidden, setHidden] = (0, import_react.useState)(new Set());
	let [ownPanes, setOwnPanes] = (0, import_react.useState)(1);
	let [asTable, setAsTable] = (0, import_react.useState)(!1);
	let [box, setBox] = (0, import_react.useState)({
		left: 0,
		width: 0
	});
	let [spoken, setSpoken] = (0, import_react.useState)("");
	let root = (0, import_react.useRef)(null);
	let host = (0, import_react.useRef)(null);
	let when = (0, import_react.useRef)(null);
	let cells = (0, import_react.useRef)([]);
	let plots = (0, import_react.useRef)([]);
	let zoom = (0, import_react.useRef)(onZoom);
	zoom.current = onZoom;
	let step = (0, import_react.useMemo)(() => stepOf(times), [times]);
	let input = (0, import_react.useMemo)(() => {
		let first = times[0] ?? 0;
		let last = times[times.length - 1] ?? first;
		return {
			times,
			series,
			hidden,
			stacked: !!props.stacked,
			range: rest.range ?? {
				from: first,
				to: last + step
			},
			step,
			gaps: rest.gaps.map((g) => ({
				from: seconds(g.from),
				to: seconds(g.to),
				kind: g.kind
			})),
			marks: rest.marks,
			limits: rest.limits,
			selected: rest.selected,
			zone
		};
	}, [
		times,
		series,
		hidden,
		props.stacked,
		rest,
		step,
		zone
	]);
	let twoSided = series.some((s) => sideOf(s) === "left") && series.some((s) => sideOf(s) === "right");
	let panes = props.panes ?? ownPanes;
	let shown = asTable || table === "only" ? "table" : "plot";
	let font = `${plotFont}px ${palette.font}`;
	let zoomable = !!onZoom;
	let empty = times.length === 0 && !rest.range;
	let layout = (0, import_react.useMemo)(() => shown === "plot" && !empty ? prepare(input, panesOf(series, panes, height, rest.marks.length > 0), font) : void 0, [
		shown,
		empty,
		input,
		series,
		panes,
		height,
		font,
		rest.marks
	]);
	let point = (0, import_react.useCallback)((index) => {
		let at = index === null ? void 0 : times[index];
		if (when.current) {
			if (at === void 0) when.current.textContent = "";
			else {
				let gap = input.gaps.find((g) => g.from <= at && at < g.to);
				when.current.textContent = spanText(at, at + step, zone) + (gap ? ` · ${gapNames[gap.kind] ?? gap.kind}` : "");
			}
		}
		series.forEach((s, i) => {
			let cell = cells.current[i];
			cell && (cell.textContent = index === null ? "" : formatNoun(s.values[index], s.unit));
		});
	}, [
		times,
		series,
		input.gaps,
		step,
		zone
	]);
	(0, import_react.useLayoutEffect)(() => {
		let el = host.current;
		if (!el || !layout) return;
		let made = [];
		let build = (width) => {
			for (let u of made.splice(0)) u.destroy();
			el.replaceChildren();
			if (width < 60) return;
			for (let p of layout.panes) {
				let { options, data } = optionsOf(input, p, layout, width, palette, font, props.syncKey ?? own, {
					cursor: point,
					select: zoomable ? (from, to) => zoom.current?.(from, to) : void 0
				});
				made.push(new uPlot(options, data, el));
			}
			setBox((b) => {
				let next = {
					left: layout.left,
					width: width - layout.left - layout.right
				};
				return b.left === next.left && b.width === next.width ? b : next;
			});
		};
		let width = Math.floor(el.clientWidth);
		build(width);
		plots.current = made;
		let watch = new ResizeObserver(() => {
			let now = Math.floor(el.clientWidth);
			if (now === width) return;
			width = now;
			build(width);
		});
		watch.observe(el);
		return () => {
			watch.disconnect();
			for (let u of made.splice(0)) u.destroy();
		};
	}, [
		layout,
		input,
		palette,
		font,
		props.syncKey,
		own,
		point,
		zoomable
	]);
	(0, import_react.useEffect)(() => point(null), [
		point,
		shown,
		legend
	]);
	let keyed = (0, import_react.useRef)({
		at: -1,
		anchor: null
	});
	let onKeyDown = (e) => {
		let u = plots.current[0];
		if (!u || times.length === 0 || e.altKey || e.ctrlKey || e.metaKey) return;
		let k = keyed.current;
		let move = {
			ArrowLeft: -1,
			ArrowRight: 1,
			PageUp: -10,
			PageDown: 10,
			Home: -Infinity,
			End: Infinity
		}[e.key];
		if (move !== void 0) {
			e.preventDefault();
			let from = k.at < 0 ? move < 0 ? times.length : -1 : k.at;
			e.shiftKey ? k.anchor ??= Math.max(0, k.at) : k.anchor = null;
			k.at = Math.max(0, Math.min(times.length - 1, from + move));
			for (let p of plots.current) {
				p.setCursor({
					left: p.valToPos(times[k.at] + step / 2, "x"),
					top: 5
				}, p === u);
				let [a, b] = k.anchor === null ? [0, 0] : bucketsOf(times[Math.min(k.anchor, k.at)], times[Math.max(k.anchor, k.at)] + 1, times, step);
				let left = k.anchor === null ? 0 : p.valToPos(a, "x");
				p.setSelect({
					left,
					top: 0,
					width: k.anchor === null ? 0 : p.valToPos(b, "x") - left,
					height: k.anchor === null ? 0 : p.over.clientHeight
				}, !1);
			}
			setSpoken(`${spanText(times[k.at], times[k.at] + step, zone)}: ${series.map((s) => `${s.label} ${formatNoun(s.values[k.at], s.unit)}`).join(", ")}`);
		} else if (e.key === "Enter" && k.anchor !== null && onZoom) {
			e.preventDefault();
			let [a, b] = bucketsOf(times[Math.min(k.anchor, k.at)], times[Math.max(k.anchor, k.at)] + 1, times, step);
			onZoom(a, b);
			k.anchor = null;
		} else if (e.key === "Escape" && k.at >= 0) {
			e.stopPropagation();
			leave();
		}
	};
	let leave = () => {
		keyed.current = {
			at: -1,
			anchor: null
		};
		for (let p of plots.current) {
			p.setCursor({
				left: -10,
				top: -10
			});
			p.setSelect({
				left: 0,
				top: 0,
				width: 0,
				height: 0
			}, !1);
		}
		setSpoken("");
	};
	let sameUnit = twoSided && new Set(series.map((s) => s.unit)).size === 1;
	let axisName = (side, unit) => sameUnit ? series.find((s) => sideOf(s) === side)?.label ?? unit : unit === "ratio" ? "share" : unit;
	let choosePanes = (n) => {
		setOwnPanes(n);
		props.onPanes?.(n);
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		ref: root,
		className: TimeSeries_module_default.root,
		role: "group",
		"aria-label": title,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: TimeSeries_module_default.head,
			hidden: table === "only",
			children: [
				(0, import_jsx_runtime.jsx)("span", {
					className: TimeSeries_module_default.units,
					children: shown === "plot" && layout?.panes[0]?.axes.map((a, i) => (0, import_jsx_runtime.jsxs)("span", {
						className: i === 0 ? void 0 : TimeSeries_module_default.second,
						style: a.color === void 0 ? void 0 : { color: token(a.color) },
						children: [
							i > 0 && (0, import_jsx_runtime.jsx)("span", {
								"aria-hidden": "true",
								children: "→ "
							}),
							axisName(a.side, a.unit),
							layout.panes[0].axes.length > 1 && i === 0 && (0, import_jsx_runtime.jsx)("span", {
								"aria-hidden": "true",
								children: " ←"
							})
						]
					}, a.side))
				}),
				(0, import_jsx_runtime.jsx)("span", {
					ref: when,
					className: TimeSeries_module_default.when,
					"aria-hidden": "true"
				}),
				twoSided && shown === "plot" && (props.panes === void 0 || props.onPanes) && (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: TimeSeries_module_default.button,
					"aria-pressed": panes === 2,
					onClick: () => choosePanes(panes === 2 ? 1 : 2),
					children: "Two plots"
				}),
				table === !0 && (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: TimeSeries_module_default.button,
					"aria-pressed": asTable,
					onClick: () => setAsTable(!asTable),
					"aria-label": `Table of ${title}`,
					children: "Table"
				})
			]
		}), shown === "table" ? (0, import_jsx_runtime.jsx)(SeriesTable, {
			title,
			times,
			series,
			zone,
			height,
			waiting: (0, import_jsx_runtime.jsx)("div", {
				"aria-busy": "true",
				style: { height }
			})
		}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: TimeSeries_module_default.plot,
				tabIndex: 0,
				role: "application",
				"aria-roledescription": "chart",
				"aria-label": `${title}: ${series.map((s) => s.label).join(", ")}. Arrow keys read values${zoomable ? ", Shift and arrow keys select, Enter zooms" : ""}. The same as a table: button Table.`,
				onKeyDown,
				onBlur: () => keyed.current.at >= 0 && leave(),
				children: [
					(0, import_jsx_runtime.jsx)("div", {
						ref: host,
						className: `${TimeSeries_module_default.host} ${zoomable ? TimeSeries_module_default.zoomable : ""}`,
						style: { minHeight: height }
					}),
					layout && layout.panes.length > 1 && (0, import_jsx_runtime.jsx)("span", {
						className: TimeSeries_module_default.lower,
						style: {
							top: layout.panes[0].pane.height + 2,
							color: layout.panes[1].axes[0].color === void 0 ? void 0 : token(layout.panes[1].axes[0].color)
						},
						children: axisName("right", layout.panes[1].axes[0].unit)
					}),
					times.length === 0 && (0, import_jsx_runtime.jsx)("div", {
						className: TimeSeries_module_default.nothing,
						children: "No values in this range"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Marks, {
				marks: rest.marks,
				range: input.range,
				left: box.left,
				width: box.width,
				zone,
				onMark
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: TimeSeries_module_default.spoken,
				"aria-live": "polite",
				children: spoken
			}),
			legend !== "none" && !empty && (0, import_jsx_runtime.jsx)(Legend, {
				series,
				colors: series.map(colorOf),
				hidden,
				onToggle: (i) => {
					let next = new Set(hidden);
					next.delete(i) || next.add(i);
					setHidden(next);
				},
				cells,
				form: legend,
				gaps: input.gaps,
				range: input.range
			})
		] })]
	});
}
export { TimeChart, localText as t };
