const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Choropleth.js","assets/jsx-runtime.js","assets/units.js","assets/format.js"])))=>i.map(i=>d[i]);
import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { i as useTable, r as useGet } from "./hooks.js";
import { i as useSearch } from "./search.js";
import { i as count$1, s as percent } from "./format.js";
import { t as __vitePreload } from "./preload-helper.js";
import { a as Value, n as useRange, s as useValueActions } from "./range.js";
import { t as Tabs } from "./Tabs.js";
import { a as and, d as term } from "./fields.js";
import { s as Panel } from "./index.js";
import { n as formatValue, t as formatNoun } from "./units.js";
import { t as Twin } from "./LazyTwin.js";
import { t as TimeSeries } from "./TimeSeries.js";
import { t as Empty } from "./Empty.js";
import { t as Bars } from "./Bars.js";
import { n as pivot, t as line } from "./pivot.js";
// src/map/country.ts
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), names = new Intl.DisplayNames(["en"], {
	type: "region",
	fallback: "none"
});
function countryName(code) {
	return /^[A-Z]{2}$/.test(code) ? names.of(code) ?? code : code;
}
function classesOf(values, n) {
	let known = values.filter((v) => v > 0 && Number.isFinite(v));
	if (known.length === 0) return [];
	let low = Math.min(...known), high = Math.max(...known), ratio = (high / low) ** (1 / n), out = [];
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
var WorldMap_module_default = {
	root: "WorldMap-module_root",
	frame: "WorldMap-module_frame",
	map: "WorldMap-module_map",
	land: "WorldMap-module_land",
	country: "WorldMap-module_country",
	swatch: "WorldMap-module_swatch",
	tip: "WorldMap-module_tip",
	none: "WorldMap-module_none",
	foot: "WorldMap-module_foot",
	legend: "WorldMap-module_legend",
	waiting: "WorldMap-module_waiting",
	missing: "WorldMap-module_missing"
}, Matrix_module_default = {
	root: "Matrix-module_root",
	head: "Matrix-module_head",
	legend: "Matrix-module_legend",
	key: "Matrix-module_key",
	button: "Matrix-module_button",
	spoken: "Matrix-module_spoken",
	none: "Matrix-module_none",
	scroll: "Matrix-module_scroll",
	grid: "Matrix-module_grid",
	corner: "Matrix-module_corner",
	col: "Matrix-module_col",
	row: "Matrix-module_row",
	colIn: "Matrix-module_colIn",
	text: "Matrix-module_text",
	rowIn: "Matrix-module_rowIn",
	scope: "Matrix-module_scope",
	cell: "Matrix-module_cell",
	halves: "Matrix-module_halves"
}, levels = 5, rowRoom = 230;
function levelOf(value, low, high) {
	return value <= 0 ? 0 : high <= low ? levels : 1 + Math.min(4, Math.floor(Math.log(value / low) / Math.log(high / low) * levels));
}
function range$1(values) {
	let known = values.filter((v) => v > 0);
	return known.length ? [Math.min(...known), Math.max(...known)] : [0, 0];
}
function Scope({ scope }) {
	return scope ? (0, import_jsx_runtime.jsx)("span", {
		className: Matrix_module_default.scope,
		"data-scope": scope,
		title: scope === "public" ? "public: has routes to the internet" : "private",
		children: scope
	}) : null;
}
function Half({ action, value, of, unit, dense }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		"data-action": action,
		"data-level": levelOf(value, ...of),
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: dense || value <= 0 ? Matrix_module_default.spoken : void 0,
			children: value > 0 ? formatValue(value, unit) : "none"
		}), (0, import_jsx_runtime.jsx)("span", {
			className: Matrix_module_default.spoken,
			children: action === "ACCEPT" ? " accepted," : " rejected"
		})]
	});
}
function Matrix({ title, rows, cols, cells, unit, rowName = "From", colName = "To", onPick, height = 560, table = !0 }) {
	let [asTable, setAsTable] = (0, import_react.useState)(!1), [at, setAt] = (0, import_react.useState)([0, 0]), grid = (0, import_react.useRef)(null), byKey = (0, import_react.useMemo)(() => new Map(cells.map((c) => [`${c.row}\n${c.col}`, c])), [cells]), accepts = (0, import_react.useMemo)(() => range$1(cells.map((c) => c.accept)), [cells]), rejects = (0, import_react.useMemo)(() => range$1(cells.map((c) => c.reject)), [cells]), [wide, setWide] = (0, import_react.useState)(0), root = (0, import_react.useRef)(null);
	(0, import_react.useLayoutEffect)(() => {
		let el = root.current;
		if (!el) return;
		let watch = new ResizeObserver(() => setWide(Math.floor(el.clientWidth)));
		return watch.observe(el), setWide(Math.floor(el.clientWidth)), () => watch.disconnect();
	}, []);
	let each = Math.floor((wide - rowRoom) / Math.max(1, cols.length)) - 2, dense = each < 74, columns = (0, import_react.useMemo)(() => {
		let name = (all) => {
			let of = new Map(all.map((l) => [l.key, l.scope ? `${l.label} (${l.scope})` : l.label]));
			return (key) => of.get(key) ?? key;
		}, row = name(rows), col = name(cols);
		return [
			{
				key: "row",
				title: rowName,
				value: (c) => row(c.row)
			},
			{
				key: "col",
				title: colName,
				value: (c) => col(c.col)
			},
			{
				key: "accept",
				title: `Accepted (${unit})`,
				number: !0,
				value: (c) => c.accept,
				text: (c) => formatValue(c.accept, unit)
			},
			{
				key: "reject",
				title: `Rejected (${unit})`,
				number: !0,
				value: (c) => c.reject,
				text: (c) => formatValue(c.reject, unit)
			},
			{
				key: "share",
				title: "Share rejected",
				number: !0,
				value: (c) => c.accept + c.reject > 0 ? c.reject / (c.accept + c.reject) : null,
				text: (c) => c.accept + c.reject > 0 ? formatValue(c.reject / (c.accept + c.reject), "ratio") : "–"
			}
		];
	}, [
		rows,
		cols,
		rowName,
		colName,
		unit
	]), onKeyDown = (e) => {
		let move = {
			ArrowUp: [-1, 0],
			ArrowDown: [1, 0],
			ArrowLeft: [0, -1],
			ArrowRight: [0, 1],
			Home: [0, -Infinity],
			End: [0, Infinity]
		}[e.key];
		if (!move || e.altKey || e.ctrlKey || e.metaKey) return;
		e.preventDefault();
		let next = [clamp(at[0] + move[0], rows.length), clamp(at[1] + move[1], cols.length)];
		setAt(next);
		let cell = grid.current?.querySelector(`[data-at="${next.join(",")}"]`);
		cell?.focus(), cell?.scrollIntoView({
			block: "nearest",
			inline: "nearest"
		});
	}, focused = [clamp(at[0], rows.length), clamp(at[1], cols.length)];
	return (0, import_jsx_runtime.jsxs)("div", {
		ref: root,
		className: Matrix_module_default.root,
		role: "group",
		"aria-label": title,
		style: { "--cell": `${Math.max(26, Math.min(104, each))}px` },
		children: [table !== "only" && (0, import_jsx_runtime.jsxs)("div", {
			className: Matrix_module_default.head,
			children: [(0, import_jsx_runtime.jsxs)("span", {
				className: Matrix_module_default.legend,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: Matrix_module_default.key,
						"data-action": "ACCEPT",
						"aria-hidden": "true"
					}),
					" accepted",
					(0, import_jsx_runtime.jsx)("span", {
						className: Matrix_module_default.key,
						"data-action": "REJECT",
						"aria-hidden": "true"
					}),
					" rejected",
					(0, import_jsx_runtime.jsx)("span", { children: unit })
				]
			}), table && (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				className: Matrix_module_default.button,
				"aria-pressed": asTable,
				"aria-label": `Table of ${title}`,
				onClick: () => setAsTable(!asTable),
				children: "Table"
			})]
		}), asTable || table === "only" ? (0, import_jsx_runtime.jsx)(Twin, {
			title,
			columns,
			rows: cells,
			height,
			sort: {
				key: "reject",
				down: !0
			},
			...onPick ? { onPick } : {}
		}) : rows.length === 0 || cols.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
			className: Matrix_module_default.none,
			children: "Nothing went between subnets in this range"
		}) : (0, import_jsx_runtime.jsx)("div", {
			className: Matrix_module_default.scroll,
			style: { maxHeight: height },
			children: (0, import_jsx_runtime.jsxs)("table", {
				ref: grid,
				className: Matrix_module_default.grid,
				role: "grid",
				"aria-label": `${title}: ${rowName} by ${colName}`,
				"data-dense": dense || void 0,
				onKeyDown,
				children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [(0, import_jsx_runtime.jsxs)("th", {
					scope: "col",
					className: Matrix_module_default.corner,
					children: [
						(0, import_jsx_runtime.jsxs)("span", { children: [rowName, " ↓"] }),
						" ",
						(0, import_jsx_runtime.jsxs)("span", { children: [colName, " →"] })
					]
				}), cols.map((c) => (0, import_jsx_runtime.jsx)("th", {
					scope: "col",
					className: Matrix_module_default.col,
					title: c.label,
					children: (0, import_jsx_runtime.jsxs)("span", {
						className: Matrix_module_default.colIn,
						children: [(0, import_jsx_runtime.jsx)("span", {
							className: Matrix_module_default.text,
							children: c.label
						}), (0, import_jsx_runtime.jsx)(Scope, { scope: c.scope })]
					})
				}, c.key))] }) }), (0, import_jsx_runtime.jsx)("tbody", { children: rows.map((r, i) => (0, import_jsx_runtime.jsxs)("tr", { children: [(0, import_jsx_runtime.jsx)("th", {
					scope: "row",
					className: Matrix_module_default.row,
					title: r.label,
					children: (0, import_jsx_runtime.jsxs)("span", {
						className: Matrix_module_default.rowIn,
						children: [(0, import_jsx_runtime.jsx)("span", {
							className: Matrix_module_default.text,
							children: r.label
						}), (0, import_jsx_runtime.jsx)(Scope, { scope: r.scope })]
					})
				}), cols.map((c, j) => {
					let cell = byKey.get(`${r.key}\n${c.key}`), words = `${r.label} to ${c.label}: ${cell ? `${formatNoun(cell.accept, unit)} accepted, ${formatNoun(cell.reject, unit)} rejected` : "nothing"}`;
					return (0, import_jsx_runtime.jsx)("td", {
						"data-at": `${i},${j}`,
						className: Matrix_module_default.cell,
						"data-pick": onPick && cell ? !0 : void 0,
						tabIndex: focused[0] === i && focused[1] === j ? 0 : -1,
						title: words,
						onFocus: () => setAt([i, j]),
						onClick: () => cell && onPick?.(cell),
						onKeyDown: (e) => {
							(e.key === "Enter" || e.key === " ") && cell && onPick && (e.preventDefault(), onPick(cell));
						},
						children: (0, import_jsx_runtime.jsxs)("span", {
							className: Matrix_module_default.halves,
							children: [(0, import_jsx_runtime.jsx)(Half, {
								action: "ACCEPT",
								value: cell?.accept ?? 0,
								of: accepts,
								unit,
								dense
							}), (0, import_jsx_runtime.jsx)(Half, {
								action: "REJECT",
								value: cell?.reject ?? 0,
								of: rejects,
								unit,
								dense
							})]
						})
					}, c.key);
				})] }, r.key)) })]
			})
		})]
	});
}
function clamp(n, length) {
	return Math.max(0, Math.min(length - 1, n));
}
// src/map/CountryTable.tsx
function CountryTable({ title = "Countries", values, unit, height, onPick }) {
	let columns = (0, import_react.useMemo)(() => {
		let total = values.reduce((n, v) => n + v.value, 0), extra = values.some((v) => v.extra) ? [{
			key: "extra",
			title: "Note",
			value: (v) => v.extra ?? ""
		}] : [];
		return [
			{
				key: "name",
				title: "Country",
				value: (v) => v.country === "" ? "no country" : countryName(v.country)
			},
			{
				key: "code",
				title: "Code",
				exported: !0,
				value: (v) => v.country
			},
			{
				key: "value",
				title: unit === "" ? "Value" : unit[0].toUpperCase() + unit.slice(1),
				number: !0,
				value: (v) => v.value,
				text: (v) => formatValue(v.value, unit)
			},
			{
				key: "share",
				title: "Share",
				number: !0,
				value: (v) => total > 0 ? v.value / total : 0,
				text: (v) => formatValue(total > 0 ? v.value / total : 0, "ratio")
			},
			...extra
		];
	}, [values, unit]);
	return (0, import_jsx_runtime.jsx)(Twin, {
		title,
		columns,
		rows: values,
		sort: {
			key: "value",
			down: !0
		},
		...height ? { height } : {},
		...onPick ? { onPick: (v) => onPick(v.country) } : {}
	});
}
// src/map/WorldMap.tsx
var Choropleth = (0, import_react.lazy)(() => __vitePreload(() => import("./Choropleth.js"), __vite__mapDeps([0,1,2,3])));
function WorldMap({ title = "Countries", values, unit, onPick, loaded, color = 1 }) {
	return loaded ? (0, import_jsx_runtime.jsx)(import_react.Suspense, {
		fallback: (0, import_jsx_runtime.jsx)("div", {
			className: WorldMap_module_default.waiting,
			"aria-busy": "true"
		}),
		children: (0, import_jsx_runtime.jsx)(Choropleth, {
			title,
			values,
			unit,
			onPick,
			color
		})
	}) : (0, import_jsx_runtime.jsxs)("div", {
		className: WorldMap_module_default.missing,
		children: [
			(0, import_jsx_runtime.jsxs)("p", { children: [(0, import_jsx_runtime.jsx)("b", { children: "No geo data is loaded," }), " so addresses have no country yet."] }),
			(0, import_jsx_runtime.jsx)("p", { children: "Name files with countries in the configuration (MMDB or CSV, such as DB-IP Lite, GeoLite2 or IPtoASN). They hold for records that are taken in from then on." }),
			(0, import_jsx_runtime.jsx)("pre", {
				tabIndex: 0,
				role: "region",
				"aria-label": "Configuration",
				children: "ingest:\n  geo:\n    - /etc/weir/country.mmdb"
			}),
			(0, import_jsx_runtime.jsxs)("p", { children: ["Or for one intake: ", (0, import_jsx_runtime.jsx)("code", { children: "weir ingest --geo country.mmdb LOGS" })] })
		]
	});
}
// src/table/InView.tsx
function InView({ height, children }) {
	let [near, setNear] = (0, import_react.useState)(!1), box = (0, import_react.useRef)(null);
	return (0, import_react.useEffect)(() => {
		let at = box.current;
		if (near || !at) return;
		let seen = new IntersectionObserver((list) => list.some((e) => e.isIntersecting) && setNear(!0), { rootMargin: "300px" });
		return seen.observe(at), () => seen.disconnect();
	}, [near]), near ? children : (0, import_jsx_runtime.jsx)("div", {
		ref: box,
		style: { height }
	});
}
var Ratio_module_default = {
	root: "Ratio-module_root",
	numbers: "Ratio-module_numbers",
	side: "Ratio-module_side",
	what: "Ratio-module_what",
	key: "Ratio-module_key",
	count: "Ratio-module_count",
	bar: "Ratio-module_bar",
	accept: "Ratio-module_accept",
	reject: "Ratio-module_reject",
	usual: "Ratio-module_usual",
	range: "Ratio-module_range",
	odd: "Ratio-module_odd"
};
// src/charts/Ratio.tsx
function Ratio({ accept, reject, unit, usual, onPick }) {
	let all = accept + reject, share = all > 0 ? reject / all : 0, odd = usual && all > 0 && (share < usual.low || share > usual.high), side = (action, n) => {
		let text = (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.key,
				"data-action": action,
				"aria-hidden": "true"
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.what,
				children: action === "ACCEPT" ? "accepted" : "rejected"
			}),
			(0, import_jsx_runtime.jsx)("b", { children: all > 0 ? formatValue(n / all, "ratio") : "–" }),
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.count,
				children: formatNoun(n, unit)
			})
		] });
		return onPick ? (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			className: Ratio_module_default.side,
			onClick: () => onPick(action),
			title: `Show ${action} only`,
			children: text
		}) : (0, import_jsx_runtime.jsx)("span", {
			className: Ratio_module_default.side,
			children: text
		});
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Ratio_module_default.root,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.numbers,
				children: [side("ACCEPT", accept), side("REJECT", reject)]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.bar,
				"aria-hidden": "true",
				"data-empty": all === 0 || void 0,
				children: [accept > 0 && (0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.accept,
					style: { flexGrow: accept / all }
				}), reject > 0 && (0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.reject,
					style: { flexGrow: reject / all }
				})]
			}),
			usual && (0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.usual,
				children: [(0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.range,
					"aria-hidden": "true",
					style: {
						right: `${usual.low * 100}%`,
						width: `max(3px, ${(usual.high - usual.low) * 100}%)`
					}
				}), (0, import_jsx_runtime.jsxs)("span", {
					className: odd ? Ratio_module_default.odd : void 0,
					children: [
						"usual ",
						formatValue(usual.low, "ratio"),
						" – ",
						formatValue(usual.high, "ratio"),
						" rejected",
						odd ? share > usual.high ? ", now above" : ", now below" : ""
					]
				})]
			})
		]
	});
}
var overview_module_default = {
	page: "overview-module_page",
	tiles: "overview-module_tiles",
	head: "overview-module_head",
	filter: "overview-module_filter",
	tile: "overview-module_tile",
	bad: "overview-module_bad",
	good: "overview-module_good",
	w4: "overview-module_w4",
	w5: "overview-module_w5",
	w6: "overview-module_w6",
	w7: "overview-module_w7",
	w8: "overview-module_w8",
	w12: "overview-module_w12",
	note: "overview-module_note",
	soft: "overview-module_soft",
	alert: "overview-module_alert",
	when: "overview-module_when",
	more: "overview-module_more",
	list: "overview-module_list",
	end: "overview-module_end",
	split: "overview-module_split",
	matrix: "overview-module_matrix"
};
// src/pages/overview/Traffic.tsx
function useBefore() {
	let [search] = useSearch(), { from, to } = useRange(), shift = search.cmp === "day" ? 86400 : search.cmp === "week" ? 604800 : 0;
	if (!shift || from === void 0 || to === void 0) return {
		shift: 0,
		label: ""
	};
	let iso = (s) => new Date((s - shift) * 1e3).toISOString();
	return {
		since: iso(from),
		until: iso(to),
		shift,
		label: search.cmp === "day" ? "the day before" : "the week before"
	};
}
function useAsked() {
	let [search] = useSearch();
	return {
		range: useRange(),
		within: (filter) => and(search.q, filter) || void 0,
		q: search.q
	};
}
var gapsOf = (meta) => meta?.gaps.map((g) => ({
	from: g.from,
	to: g.to,
	kind: g.kind
}));
function useVerdicts() {
	let { range, within } = useAsked(), q = {
		filter: within(),
		since: range.since,
		until: range.until,
		by: "action",
		agg: "count",
		bucket: "auto",
		traffic: !0
	};
	return {
		q,
		...useTable(q)
	};
}
function useVolume() {
	let { range, within } = useAsked(), q = {
		filter: within(),
		since: range.since,
		until: range.until,
		agg: "sum(packets),sum(bytes)",
		bucket: "auto"
	};
	return {
		q,
		...useTable(q)
	};
}
var useUsual = (q) => useGet("/usual", {
	filter: q.filter,
	since: q.since,
	until: q.until
});
function Verdicts(p) {
	let { q, ...now } = useVerdicts(), usual = useUsual(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Accepted and rejected flows",
		help: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			"Each flow is counted once. The shaded band is what is usual at this hour of the week for as many interfaces, from ",
			usual.data?.days ?? 0,
			" earlier days. Drag to zoom into all charts."
		] }),
		meta: now.table?.meta,
		loading: now.loading,
		error: now.error,
		query: q,
		pin: { kind: "verdicts" },
		waitHeight: 300,
		children: (0, import_jsx_runtime.jsx)(VerdictsPicture, {
			q,
			table: now.table,
			...p
		})
	});
}
function VerdictsPicture({ q, table, marks, onMark, syncKey = "overview" }) {
	let range = useRange(), acts = useValueActions(), before = useBefore(), usual = useUsual(q), then = useTable({
		...q,
		since: before.since,
		until: before.until
	}, { when: before.shift > 0 }), p = (0, import_react.useMemo)(() => table ? pivot(table, "action", ["count"]) : void 0, [table]), old = (0, import_react.useMemo)(() => before.shift && then.table ? pivot(then.table, "action", ["count"]) : void 0, [then.table, before.shift]), accept = line(p, "ACCEPT", "count"), reject = line(p, "REJECT", "count"), band = (0, import_react.useMemo)(() => {
		let u = usual.data;
		if (!u || !p) return;
		let at = new Map(u.times.map((t, i) => [t, i])), pick = (values) => p.times.map((t) => {
			let i = at.get(t);
			return i === void 0 ? null : values[i] ?? null;
		});
		return {
			accept: {
				low: pick(u.accept.low),
				high: pick(u.accept.high)
			},
			reject: {
				low: pick(u.reject.low),
				high: pick(u.reject.high)
			}
		};
	}, [usual.data, p]), pad = (values) => p ? p.times.map((_, i) => values[i] ?? null) : [], series = [
		{
			label: "accepted",
			values: accept,
			unit: "flows",
			color: "accept",
			kind: "line",
			band: band?.accept
		},
		{
			label: "rejected",
			values: reject,
			unit: "flows",
			color: "reject",
			kind: "line",
			axis: "right",
			band: band?.reject
		},
		...old ? [{
			label: `accepted, ${before.label}`,
			values: pad(line(old, "ACCEPT", "count")),
			unit: "flows",
			color: "accept",
			compare: !0
		}, {
			label: `rejected, ${before.label}`,
			values: pad(line(old, "REJECT", "count")),
			unit: "flows",
			color: "reject",
			axis: "right",
			compare: !0
		}] : []
	], sum = (l) => l.reduce((a, b) => a + b, 0), a = sum(accept), r = sum(reject), share = (0, import_react.useMemo)(() => {
		let u = usual.data;
		if (!u || u.days < 3) return;
		let add = (l) => l.reduce((x, y) => x + (y ?? 0), 0), accepted = ((b) => (add(b.low) + add(b.high)) / 2)(u.accept);
		if (!accepted) return;
		let low = add(u.reject.low), high = add(u.reject.high);
		return {
			low: low / (accepted + low),
			high: high / (accepted + high)
		};
	}, [usual.data]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(Ratio, {
			accept: a,
			reject: r,
			unit: "flows",
			usual: share,
			onPick: (action) => acts.explore(and(q.filter, `action:${action}`))
		}),
		(0, import_jsx_runtime.jsx)(TimeSeries, {
			title: "Accepted and rejected flows",
			times: p?.times ?? [],
			series,
			height: 230,
			syncKey,
			onZoom: range.zoom,
			marks,
			onMark,
			gaps: gapsOf(table?.meta)
		}),
		usual.data && usual.data.days < 3 ? (0, import_jsx_runtime.jsx)("p", {
			className: overview_module_default.note,
			children: "There are less than three earlier days: nothing is called usual yet."
		}) : null,
		share && r / Math.max(a + r, 1) > share.high ? (0, import_jsx_runtime.jsxs)("p", {
			className: overview_module_default.note,
			children: [
				percent(r / (a + r)),
				" rejected is more than the usual ",
				percent(share.low),
				" to ",
				percent(share.high),
				"."
			]
		}) : null
	] });
}
function Volume() {
	let { q, ...now } = useVolume();
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Bytes and packets",
		help: "Bytes on the left axis, packets on the right; each flow is counted once and spread over its minutes.",
		meta: now.table?.meta,
		loading: now.loading,
		error: now.error,
		query: q,
		pin: { kind: "volume" },
		waitHeight: 230,
		children: (0, import_jsx_runtime.jsx)(VolumePicture, {
			q,
			table: now.table
		})
	});
}
function VolumePicture({ q, table, syncKey = "overview" }) {
	let range = useRange(), before = useBefore(), [panes, setPanes] = (0, import_react.useState)(1), then = useTable({
		...q,
		since: before.since,
		until: before.until
	}, { when: before.shift > 0 }), p = (0, import_react.useMemo)(() => table ? pivot(table, void 0, ["sum_packets", "sum_bytes"]) : void 0, [table]), old = (0, import_react.useMemo)(() => before.shift && then.table ? pivot(then.table, void 0, ["sum_packets", "sum_bytes"]) : void 0, [then.table, before.shift]), pad = (values) => p ? p.times.map((_, i) => values[i] ?? null) : [], series = [
		{
			label: "bytes",
			values: line(p, "", "sum_bytes"),
			unit: "bytes",
			color: 3
		},
		{
			label: "packets",
			values: line(p, "", "sum_packets"),
			unit: "packets",
			color: 5,
			axis: "right"
		},
		...old ? [{
			label: `bytes, ${before.label}`,
			values: pad(line(old, "", "sum_bytes")),
			unit: "bytes",
			color: 3,
			compare: !0
		}, {
			label: `packets, ${before.label}`,
			values: pad(line(old, "", "sum_packets")),
			unit: "packets",
			color: 5,
			axis: "right",
			compare: !0
		}] : []
	];
	return (0, import_jsx_runtime.jsx)(TimeSeries, {
		title: "Bytes and packets",
		times: p?.times ?? [],
		series,
		height: 190,
		panes,
		onPanes: setPanes,
		syncKey,
		onZoom: range.zoom,
		gaps: gapsOf(table?.meta)
	});
}
// src/pages/overview/Places.tsx
function Countries() {
	let { range, within } = useAsked(), q = {
		filter: within("direction:inbound AND src_scope:public"),
		since: range.since,
		until: range.until,
		by: "src_country,action",
		agg: "count",
		limit: 600,
		traffic: !0
	}, { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Sources on the internet",
		help: "Flows from public addresses by the country of the source, as the loaded geo data says. A cloud address has the country of its registrant.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "countries" },
		waitHeight: 320,
		children: (0, import_jsx_runtime.jsx)(CountriesPicture, {
			q,
			table
		})
	});
}
function CountriesPicture({ q, table }) {
	let acts = useValueActions(), { values, loaded } = (0, import_react.useMemo)(() => {
		let sums = new Map(), loaded = !1;
		for (let r of table?.rows() ?? []) {
			if (!r.src_country) continue;
			loaded = !0;
			let one = sums.get(String(r.src_country)) ?? {
				all: 0,
				rejected: 0
			};
			one.all += Number(r.count), r.action === "REJECT" && (one.rejected += Number(r.count)), sums.set(String(r.src_country), one);
		}
		return {
			values: [...sums].map(([country, s]) => ({
				country,
				value: s.all,
				extra: `${count$1(s.rejected)} rejected`
			})),
			loaded
		};
	}, [table]), any = (table?.length ?? 0) > 0, pick = (country) => acts.explore(and(q.filter, term("src_country", country)));
	return (0, import_jsx_runtime.jsx)(InView, {
		height: 300,
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: overview_module_default.split,
			children: [(0, import_jsx_runtime.jsx)(WorldMap, {
				values,
				unit: "flows",
				loaded: loaded || !any,
				onPick: pick
			}), loaded ? (0, import_jsx_runtime.jsx)(CountryTable, {
				values,
				unit: "flows",
				onPick: pick
			}) : null]
		})
	});
}
function Subnets() {
	let { range, within } = useAsked(), q = {
		filter: within("_exists_:src_subnet_id OR _exists_:dst_subnet_id"),
		since: range.since,
		until: range.until,
		by: "src_subnet_id,dst_subnet_id,action",
		agg: "count",
		limit: 2e3,
		traffic: !0
	}, { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Subnet by subnet",
		help: "Flows from the subnet of the row to that of the column, accepted and rejected. Public subnets are those whose traffic goes through an internet gateway, or that the internet can open connections to.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "subnets" },
		waitHeight: 260,
		children: (0, import_jsx_runtime.jsx)(SubnetsPicture, {
			q,
			table
		})
	});
}
function SubnetsPicture({ q, table }) {
	let acts = useValueActions(), open = useTable({
		filter: "traffic_path:8 OR (initiator:src AND direction:inbound AND src_scope:public)",
		since: q.since,
		until: q.until,
		by: "subnet_id",
		agg: "count",
		limit: 2e3
	}), { labels, cells, more } = (0, import_react.useMemo)(() => {
		let cells = new Map(), sums = new Map();
		for (let r of table?.rows() ?? []) {
			let a = String(r.src_subnet_id ?? ""), b = String(r.dst_subnet_id ?? ""), one = cells.get(a + "\n" + b) ?? {
				accept: 0,
				reject: 0
			};
			r.action === "REJECT" ? one.reject += Number(r.count) : one.accept += Number(r.count), cells.set(a + "\n" + b, one);
			for (let x of new Set([a, b])) sums.set(x, (sums.get(x) ?? 0) + Number(r.count));
		}
		let all = [...sums].sort((x, y) => Number(x[0] === "") - Number(y[0] === "") || y[1] - x[1]).map(([k]) => k), named = all.filter(Boolean);
		return {
			labels: [...named.slice(0, 15), ...all.includes("") ? [""] : []],
			cells,
			more: Math.max(0, named.length - 15)
		};
	}, [table]), reached = (0, import_react.useMemo)(() => new Set(open.table?.texts("subnet_id") ?? []), [open.table]), heads = labels.map((id) => ({
		key: id || "outside",
		label: id || "outside",
		scope: !id || reached.has(id) ? "public" : "private"
	}));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [labels.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
		what: "subnets",
		reasons: ["These logs name no subnets: they come with version 3 of the format."]
	}) : (0, import_jsx_runtime.jsx)(Matrix, {
		title: "Subnet by subnet",
		rows: heads,
		cols: heads,
		cells: [...cells].map(([key, c]) => {
			let [row, col] = key.split("\n");
			return {
				row: row || "outside",
				col: col || "outside",
				accept: c.accept,
				reject: c.reject
			};
		}),
		unit: "flows",
		rowName: "from",
		colName: "to",
		onPick: ({ row, col }) => {
			let side = (field, id) => id === "outside" ? `NOT _exists_:${field}` : term(field, id);
			acts.explore(and(q.filter, side("src_subnet_id", row), side("dst_subnet_id", col)));
		}
	}), more > 0 ? (0, import_jsx_runtime.jsxs)("p", {
		className: overview_module_default.note,
		children: [
			"The 15 busiest of ",
			more + 15,
			" subnets are shown; the query has them all."
		]
	}) : null] });
}
// src/pages/overview/Top.tsx
function RejectedSources({ logged }) {
	let { range, within } = useAsked(), q = {
		filter: within("action:REJECT"),
		since: range.since,
		until: range.until,
		by: "srcaddr,src_network,src_app,src_country,src_as_org",
		agg: "count,uniq(dstaddr),uniq(dstport)",
		limit: 25
	}, { table, loading, error } = useTable(q), blind = logged && !logged.includes("REJECT");
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Rejected most: sources",
		help: "The 25 sources with the most rejected flows, and how many hosts and ports they tried.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "sources" },
		waitHeight: 260,
		children: table?.length ? (0, import_jsx_runtime.jsx)(SourcesPicture, { table }) : (0, import_jsx_runtime.jsx)(Empty, {
			what: "rejected flows",
			reasons: blind ? ["REJECT is not logged here: the flow log takes accepted traffic only. Set its traffic type to ALL."] : void 0,
			ask: blind ? void 0 : {
				filter: within("action:REJECT"),
				since: range.since,
				until: range.until
			}
		})
	});
}
function RejectedDestinations() {
	let { range, within } = useAsked(), q = {
		filter: within("action:REJECT"),
		since: range.since,
		until: range.until,
		by: "dstaddr,dst_network,dst_app,dstport",
		agg: "count,uniq(srcaddr)",
		limit: 25
	}, { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Rejected most: destinations",
		help: "Hosts and ports with the most rejected flows, and from how many sources.",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "destinations" },
		waitHeight: 260,
		children: table?.length ? (0, import_jsx_runtime.jsx)(DestinationsPicture, { table }) : (0, import_jsx_runtime.jsx)(Empty, { what: "rejected flows" })
	});
}
var measures = [
	{
		id: "count",
		title: "Flows",
		agg: "count",
		unit: "flows"
	},
	{
		id: "sum_bytes",
		title: "Bytes",
		agg: "sum(bytes)",
		unit: "bytes"
	},
	{
		id: "sum_packets",
		title: "Packets",
		agg: "sum(packets)",
		unit: "packets"
	}
];
function SourcesPicture({ table }) {
	let rows = (0, import_react.useMemo)(() => (table?.rows() ?? []).map((r) => ({
		key: `${r.src_network ?? ""}/${r.srcaddr}`,
		name: String(r.srcaddr ?? "none"),
		label: (0, import_jsx_runtime.jsx)(Value, {
			field: "srcaddr",
			value: r.srcaddr,
			network: r.src_network,
			name: String(r.src_app ?? r.src_as_org ?? "")
		}),
		value: Number(r.count),
		note: (0, import_jsx_runtime.jsx)("span", {
			className: overview_module_default.soft,
			children: [
				r.src_country,
				`${r.uniq_dstaddr} hosts`,
				`${r.uniq_dstport} ports`
			].filter(Boolean).join(" · ")
		})
	})), [table]);
	return (0, import_jsx_runtime.jsx)(Bars, {
		title: "Sources rejected most",
		rows,
		unit: "flows",
		color: "reject",
		limit: 10,
		heads: {
			name: "source",
			value: "flows",
			note: "tried"
		}
	});
}
function DestinationsPicture({ table }) {
	let rows = (0, import_react.useMemo)(() => (table?.rows() ?? []).map((r) => ({
		key: `${r.dst_network ?? ""}/${r.dstaddr}:${r.dstport}`,
		name: `${r.dstaddr}:${r.dstport}`,
		label: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)(Value, {
				field: "dstaddr",
				value: r.dstaddr,
				network: r.dst_network,
				name: String(r.dst_app ?? "")
			}),
			" ",
			(0, import_jsx_runtime.jsx)(Value, {
				field: "dstport",
				value: r.dstport
			})
		] }),
		value: Number(r.count),
		note: (0, import_jsx_runtime.jsxs)("span", {
			className: overview_module_default.soft,
			children: [String(r.uniq_srcaddr), " sources"]
		})
	})), [table]);
	return (0, import_jsx_runtime.jsx)(Bars, {
		title: "Destinations rejected most",
		rows,
		unit: "flows",
		color: "reject",
		limit: 10,
		heads: {
			name: "destination",
			value: "flows",
			note: "from"
		}
	});
}
function Protocols() {
	let { range, within } = useAsked(), q = {
		filter: within(),
		since: range.since,
		until: range.until,
		by: "protocol",
		agg: "count,sum(bytes),sum(packets)",
		limit: 25,
		traffic: !0
	}, { table, loading, error } = useTable(q);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Protocols",
		meta: table?.meta,
		loading,
		error,
		query: q,
		pin: { kind: "protocols" },
		waitHeight: 200,
		children: (0, import_jsx_runtime.jsx)(ProtocolsPicture, { table })
	});
}
function ProtocolsPicture({ table }) {
	let [by, setBy] = (0, import_react.useState)("count"), m = measures.find((x) => x.id === by) ?? measures[0], rows = (0, import_react.useMemo)(() => {
		let sums = new Map();
		for (let r of table?.rows() ?? []) r.protocol !== null && sums.set(r.protocol, (sums.get(r.protocol) ?? 0) + Number(r[m.id]));
		return [...sums].sort((a, b) => b[1] - a[1]).map(([protocol, value]) => ({
			key: String(protocol),
			name: String(protocol),
			label: (0, import_jsx_runtime.jsx)(Value, {
				field: "protocol",
				value: protocol
			}),
			value
		}));
	}, [table, m.id]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Tabs, {
		label: "Measure",
		value: m.id,
		onChange: setBy,
		tabs: measures.map((x) => ({
			id: x.id,
			title: x.title
		}))
	}), (0, import_jsx_runtime.jsx)(Bars, {
		title: "Protocols",
		rows,
		unit: m.unit,
		heads: {
			name: "protocol",
			value: m.title.toLowerCase()
		}
	})] });
}
export { countryName as S, useVolume as _, RejectedSources as a, classOf as b, CountriesPicture as c, Verdicts as d, VerdictsPicture as f, useVerdicts as g, useAsked as h, RejectedDestinations as i, Subnets as l, VolumePicture as m, Protocols as n, SourcesPicture as o, Volume as p, ProtocolsPicture as r, Countries as s, DestinationsPicture as t, SubnetsPicture as u, overview_module_default as v, classesOf as x, WorldMap_module_default as y };
