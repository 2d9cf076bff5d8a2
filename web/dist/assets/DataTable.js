import { r as __toESM } from "./rolldown-runtime.js";
import { a as columnSizingFeature, i as columnVisibilityFeature, n as createSortedRowModel, o as tableFeatures, r as rowSortingFeature, s as useVirtualizer, t as useTable } from "./lib-table.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { H as InTable, K as plainKey, U as Value, Z as Menu, dt as ofUnit, it as Icon, rt as Button } from "./kit.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function valueOf(c, row) {
	return c.value ? c.value(row) : row[c.key];
}
function cellOf(c, row) {
	if (c.render) return c.render(row);
	let v = valueOf(c, row);
	if (c.field && (typeof v != "object" || !v)) return (0, import_jsx_runtime.jsx)(Value, {
		field: c.field,
		value: v,
		network: c.network?.(row),
		children: typeof v == "number" && c.unit ? ofUnit(v, c.unit) : void 0
	});
	if (v == null || v === "") return "–";
	if (typeof v == "number" && c.unit !== void 0) return ofUnit(v, c.unit);
	if (Array.isArray(v)) return v.join(", ");
	return typeof v == "object" ? JSON.stringify(v) : String(v);
}
function compare(a, b) {
	if (typeof a == "number" && typeof b == "number") return a - b;
	return collator.compare(String(a), String(b));
}
var collator = new Intl.Collator("en", { numeric: !0 });
var missing = (v) => v == null || v === "";
var titles = {
	srcaddr: "source",
	dstaddr: "destination",
	srcport: "source port",
	dstport: "port",
	interface_id: "interface",
	src_app: "source app",
	dst_app: "destination app",
	tcp_flags: "flags",
	count: "flows",
	_bucket: "time"
};
function titleOf(name) {
	let m = /^(sum|uniq|max|min|avg|p\d\d)[_(](.+?)\)?$/.exec(name);
	if (m) return m[1] === "sum" ? titleOf(m[2] ?? "") : m[1] === "uniq" ? `distinct ${titleOf(m[2] ?? "")}` : `${m[1]} ${titleOf(m[2] ?? "")}`;
	return titles[name] ?? name.replace(/^(src|dst)_/, (_, s) => s === "src" ? "source " : "destination ").replaceAll("_", " ");
}
var widths = {
	time: 164,
	addr: 138,
	bool: 80
};
var narrow = new Set([
	"srcport",
	"dstport",
	"protocol",
	"action",
	"tcp_flags",
	"packets",
	"log_status",
	"direction",
	"service_port"
]);
function columnsOf(table, zone, over = {}) {
	return (table?.columns ?? []).map((c) => ({
		...plainColumn(c, zone),
		...over[c.name]
	}));
}
function plainColumn(c, zone) {
	let id = c.kind === "number" && /port|protocol|flags|asn|version/.test(c.name);
	let out = {
		key: c.name,
		title: titleOf(c.name),
		align: c.kind === "number" ? "right" : "left",
		width: narrow.has(c.name) ? 92 : widths[c.kind] ?? (c.kind === "number" ? 100 : void 0),
		min: narrow.has(c.name) ? 84 : c.kind === "time" ? 162 : c.kind === "addr" ? 124 : c.kind === "number" ? 84 : 120
	};
	if (c.kind === "time") out.render = (row) => {
		let v = row[c.name];
		return v == null ? "–" : (0, import_jsx_runtime.jsx)("time", {
			dateTime: String(v),
			title: `${String(v)} UTC`,
			children: zone.time(String(v), !0)
		});
	};
	else {
		c.field && ![
			"bytes",
			"packets",
			"duration"
		].includes(c.field) && (out.field = c.field);
		c.kind === "number" && !id && (out.unit = c.unit);
	}
	return out;
}
var DataTable_module_default = {
	table: "DataTable-module_table",
	fill: "DataTable-module_fill",
	scroll: "DataTable-module_scroll",
	tools: "DataTable-module_tools",
	left: "DataTable-module_left",
	headgroup: "DataTable-module_headgroup",
	head: "DataTable-module_head",
	row: "DataTable-module_row",
	sheet: "DataTable-module_sheet",
	th: "DataTable-module_th",
	sort: "DataTable-module_sort",
	grip: "DataTable-module_grip",
	clickable: "DataTable-module_clickable",
	selected: "DataTable-module_selected",
	marked: "DataTable-module_marked",
	active: "DataTable-module_active",
	near: "DataTable-module_near",
	td: "DataTable-module_td",
	cell: "DataTable-module_cell",
	right: "DataTable-module_right",
	check: "DataTable-module_check",
	toggle: "DataTable-module_toggle",
	details: "DataTable-module_details",
	empty: "DataTable-module_empty",
	hidden: "DataTable-module_hidden"
};
function Row(p) {
	return (0, import_jsx_runtime.jsxs)("div", {
		role: "rowgroup",
		ref: p.measure,
		"data-index": p.index,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			role: "row",
			id: p.id,
			"aria-rowindex": p.index + 2,
			"aria-selected": p.selected,
			className: [
				DataTable_module_default.row,
				p.active && p.cell < 0 && DataTable_module_default.active,
				p.active && DataTable_module_default.near,
				p.marked && DataTable_module_default.marked,
				p.selected && DataTable_module_default.selected,
				(p.clickable || p.expand) && DataTable_module_default.clickable,
				p.className
			].filter(Boolean).join(" "),
			style: { minHeight: p.minHeight },
			onClick: (e) => {
				if (e.target.closest("button,a,input,label") || window.getSelection()?.toString()) return;
				p.onPick(-1);
				p.expand && !p.clickable && p.onToggle(p.rowKey);
			},
			children: [
				p.onSelect && (0, import_jsx_runtime.jsx)("div", {
					role: "gridcell",
					className: DataTable_module_default.check,
					children: (0, import_jsx_runtime.jsx)("input", {
						type: "checkbox",
						tabIndex: -1,
						"aria-label": "Select this row",
						checked: !!p.selected,
						onChange: () => p.onSelect?.(p.rowKey)
					})
				}),
				p.expand && (0, import_jsx_runtime.jsx)("div", {
					role: "gridcell",
					className: DataTable_module_default.check,
					children: (0, import_jsx_runtime.jsx)("button", {
						type: "button",
						tabIndex: -1,
						className: DataTable_module_default.toggle,
						"aria-expanded": p.open,
						"aria-label": p.open ? "Close the details" : "Show the details",
						onClick: () => p.onToggle(p.rowKey),
						children: (0, import_jsx_runtime.jsx)(Icon, {
							name: p.open ? "down" : "right",
							size: 14
						})
					})
				}),
				p.columns.map((c, n) => (0, import_jsx_runtime.jsx)("div", {
					role: "gridcell",
					id: `${p.id}-${n}`,
					"aria-colindex": n + 1 + p.lead,
					className: [
						DataTable_module_default.td,
						c.align === "right" && DataTable_module_default.right,
						p.active && p.cell === n && DataTable_module_default.cell
					].filter(Boolean).join(" "),
					children: cellOf(c, p.row)
				}, c.key))
			]
		}), p.expand && p.open && (0, import_jsx_runtime.jsx)("div", {
			role: "row",
			className: DataTable_module_default.details,
			children: (0, import_jsx_runtime.jsx)("div", {
				role: "gridcell",
				"aria-colspan": p.columns.length + p.lead,
				children: p.expand(p.row)
			})
		})]
	});
}
var Line = (0, import_react.memo)(Row, (a, b) => a.id === b.id && a.row === b.row && a.rowKey === b.rowKey && a.columns === b.columns && a.open === b.open && (!b.open || a.expand === b.expand) && !a.expand == !b.expand && a.active === b.active && a.cell === b.cell && a.marked === b.marked && a.selected === b.selected && !a.onSelect == !b.onSelect && a.className === b.className);
function useKept(name, first) {
	let [state, setState] = (0, import_react.useState)(() => {
		try {
			return {
				...first,
				...JSON.parse(localStorage.getItem(name) ?? "{}")
			};
		} catch {
			return first;
		}
	});
	return [state, (0, import_react.useCallback)((next) => setState((old) => {
		let value = typeof next == "function" ? next(old) : next;
		try {
			localStorage.setItem(name, JSON.stringify(value));
		} catch {}
		return value;
	}), [name])];
}
var features = tableFeatures({
	rowSortingFeature,
	columnSizingFeature,
	columnVisibilityFeature,
	sortedRowModel: createSortedRowModel(),
	sortFns: {}
});
function DataTable(p) {
	let { columns, rows, rowKey } = p;
	let own = (0, import_react.useId)();
	let [kept, keep] = useKept("weir.table." + p.id, {
		widths: {},
		shown: {}
	});
	let [active, setActive] = (0, import_react.useState)({
		row: -1,
		cell: -1
	});
	let [openRows, setOpenRows] = (0, import_react.useState)(new Set());
	let scroller = (0, import_react.useRef)(null);
	let order = p.onOrder ? p.order : kept.sort ?? p.order;
	let defs = (0, import_react.useMemo)(() => columns.map((c) => ({
		id: c.key,
		accessorFn: (row) => missing(valueOf(c, row)) ? void 0 : valueOf(c, row),
		enableSorting: c.sort !== !1,
		sortUndefined: "last",
		sortDescFirst: c.align === "right",
		sortFn: (a, b) => typeof c.sort == "function" ? c.sort(a.original, b.original) : compare(valueOf(c, a.original), valueOf(c, b.original)),
		size: c.width ?? 160,
		minSize: c.min ?? 60
	})), [columns]);
	let visibility = (0, import_react.useMemo)(() => Object.fromEntries(columns.map((c) => [c.key, kept.shown[c.key] ?? !c.hidden])), [columns, kept.shown]);
	let sorting = (0, import_react.useMemo)(() => order ? [{
		id: order.key,
		desc: order.desc
	}] : [], [order?.key, order?.desc]);
	let table = useTable({
		features,
		columns: defs,
		data: rows,
		getRowId: (row, i) => rowKey(row, i),
		manualSorting: !!p.onOrder,
		enableMultiSort: !1,
		state: {
			sorting,
			columnVisibility: visibility,
			columnSizing: kept.widths
		},
		onSortingChange: (u) => {
			let next = (typeof u == "function" ? u(sorting) : u)[0];
			let o = next && {
				key: next.id,
				desc: next.desc
			};
			p.onOrder ? p.onOrder(o) : keep({
				...kept,
				sort: o
			});
		},
		onColumnSizingChange: (u) => keep({
			...kept,
			widths: typeof u == "function" ? u(kept.widths) : u
		})
	}, () => null);
	let lines = table.getRowModel().rows;
	let shown = (0, import_react.useMemo)(() => columns.filter((c) => visibility[c.key]), [columns, visibility]);
	let natural = p.height === void 0 && rows.length <= 50;
	let rowHeight = p.rowHeight ?? 30;
	let virtual = useVirtualizer({
		count: natural ? 0 : lines.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		getItemKey: (i) => lines[i]?.id ?? i,
		overscan: 12,
		scrollPaddingStart: 32
	});
	let items = virtual.getVirtualItems();
	let sizes = shown.map((c) => {
		let own = kept.widths[c.key];
		return own === void 0 ? {
			min: least(c),
			text: `minmax(${least(c)}px, ${c.width ?? 220}fr)`
		} : {
			min: own,
			text: `${own}px`
		};
	});
	let template = (p.selection ? "34px " : "") + (p.expand ? "26px " : "") + sizes.map((s) => s.text).join(" ");
	let narrowest = (p.selection ? 34 : 0) + (p.expand ? 26 : 0) + sizes.reduce((n, s) => n + s.min, 0);
	let lead = +!!p.selection + +!!p.expand;
	let last = items[items.length - 1]?.index ?? -1;
	let onEnd = p.onEnd;
	(0, import_react.useEffect)(() => {
		onEnd && last >= 0 && last >= lines.length - 30 && onEnd();
	}, [
		last,
		lines.length,
		onEnd
	]);
	(0, import_react.useEffect)(() => {
		active.row >= lines.length && setActive({
			row: lines.length - 1,
			cell: -1
		});
	}, [lines.length, active.row]);
	let at = lines[active.row];
	let toggle = (0, import_react.useCallback)((key) => {
		setOpenRows((old) => {
			let next = new Set(old);
			next.delete(key) || next.add(key);
			return next;
		});
	}, []);
	let select = (key) => {
		if (!p.selection) return;
		let next = new Set(p.selection.selected);
		next.delete(key) || next.add(key);
		p.selection.onSelect(next);
	};
	let go = (row, cell = active.cell) => {
		let r = Math.max(0, Math.min(lines.length - 1, row));
		setActive({
			row: r,
			cell
		});
		natural ? document.getElementById(`${own}-${r}`)?.scrollIntoView({ block: "nearest" }) : virtual.scrollToIndex(r, { align: "auto" });
	};
	let handle = () => document.getElementById(`${own}-${active.row}-${active.cell}`)?.querySelector("[data-value],button,a");
	let onKey = (e) => {
		if (!e.currentTarget.contains(e.target)) return;
		let inside = e.target !== e.currentTarget && !e.target.hasAttribute("data-value");
		let key = plainKey(e);
		if (!key || inside && ![
			"j",
			"k",
			"Escape"
		].includes(key)) return;
		let page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2);
		let row = at?.original;
		switch (key) {
			case "j":
			case "ArrowDown":
				go(active.row + 1);
				break;
			case "k":
			case "ArrowUp":
				go(active.row - 1);
				break;
			case "PageDown":
				go(active.row + page);
				break;
			case "PageUp":
				go(active.row - page);
				break;
			case "Home":
				go(0);
				break;
			case "End":
				go(lines.length - 1);
				break;
			case "ArrowRight":
				setActive((a) => ({
					row: Math.max(0, a.row),
					cell: Math.min(shown.length - 1, a.cell + 1)
				}));
				break;
			case "ArrowLeft":
				setActive((a) => ({
					...a,
					cell: Math.max(-1, a.cell - 1)
				}));
				break;
			case "Enter":
				if (!at) return;
				active.cell >= 0 && handle() ? handle()?.click() : p.onOpen ? p.onOpen(at.original) : p.expand && toggle(at.id);
				break;
			case " ":
				if (!at) return;
				if (p.selection) select(at.id);
				else if (p.expand) toggle(at.id);
				else return;
				break;
			case "Escape":
				if (at && openRows.has(at.id)) toggle(at.id);
				else if (active.cell >= 0) setActive({
					...active,
					cell: -1
				});
				else return;
				break;
			default: {
				let more = p.keys?.[key];
				if (more && row !== void 0) {
					more(row);
					break;
				}
				if (active.cell >= 0 && e.target === e.currentTarget && "fxo".includes(key)) {
					handle()?.dispatchEvent(new window.KeyboardEvent("keydown", {
						key,
						bubbles: !0,
						cancelable: !0
					}));
					break;
				}
				return;
			}
		}
		e.preventDefault();
		e.stopPropagation();
	};
	let all = !!p.selection && lines.length > 0 && lines.every((l) => p.selection?.selected.has(l.id));
	let draw = (i) => {
		let line = lines[i];
		if (!line) return null;
		return (0, import_jsx_runtime.jsx)(Line, {
			id: `${own}-${i}`,
			row: line.original,
			rowKey: line.id,
			index: i,
			columns: shown,
			lead,
			open: openRows.has(line.id),
			expand: p.expand,
			active: active.row === i,
			cell: active.row === i ? active.cell : -1,
			marked: p.opened === line.id,
			className: p.rowClass?.(line.original),
			selected: p.selection?.selected.has(line.id),
			onSelect: p.selection ? select : void 0,
			onToggle: toggle,
			onPick: (cell) => {
				setActive({
					row: i,
					cell
				});
				if (cell >= 0) return;
				p.onOpen && p.onOpen(line.original);
			},
			clickable: !!p.onOpen,
			measure: natural ? void 0 : virtual.measureElement,
			minHeight: rowHeight
		}, line.id);
	};
	let headers = table.getFlatHeaders();
	let fill = p.height === "fill";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: DataTable_module_default.table + (fill ? " " + DataTable_module_default.fill : ""),
		children: [
			(p.tools || p.picker) && (0, import_jsx_runtime.jsxs)("div", {
				className: DataTable_module_default.tools,
				children: [(0, import_jsx_runtime.jsx)("div", {
					className: DataTable_module_default.left,
					children: p.tools
				}), p.picker && (0, import_jsx_runtime.jsx)(Picker, {
					columns,
					shown: visibility,
					onShow: (key, on) => keep({
						...kept,
						shown: {
							...kept.shown,
							[key]: on
						}
					}),
					onReset: () => keep({
						widths: {},
						shown: {}
					})
				})]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				ref: scroller,
				className: DataTable_module_default.scroll,
				style: {
					height: natural || fill || lines.length === 0 ? void 0 : p.height ?? 480,
					"--columns": template
				},
				role: "grid",
				"aria-label": p.label,
				"aria-rowcount": lines.length + 1,
				"aria-colcount": shown.length + lead,
				"aria-busy": p.loading || void 0,
				"aria-multiselectable": p.selection ? !0 : void 0,
				"aria-activedescendant": at ? active.cell >= 0 ? `${own}-${active.row}-${active.cell}` : `${own}-${active.row}` : void 0,
				tabIndex: 0,
				onKeyDown: onKey,
				onFocus: (e) => {
					e.target === e.currentTarget && active.row < 0 && lines.length > 0 && e.currentTarget.matches(":focus-visible") && setActive({
						row: items[0]?.index ?? 0,
						cell: -1
					});
				},
				onScroll: p.onTop ? (e) => p.onTop?.(e.currentTarget.scrollTop < 4) : void 0,
				children: (0, import_jsx_runtime.jsxs)("div", {
					className: DataTable_module_default.sheet,
					style: { minWidth: narrowest },
					children: [(0, import_jsx_runtime.jsx)("div", {
						role: "rowgroup",
						className: DataTable_module_default.headgroup,
						children: (0, import_jsx_runtime.jsxs)("div", {
							role: "row",
							"aria-rowindex": 1,
							className: DataTable_module_default.head,
							children: [
								p.selection && (0, import_jsx_runtime.jsx)("div", {
									role: "columnheader",
									className: DataTable_module_default.check,
									children: (0, import_jsx_runtime.jsx)("input", {
										type: "checkbox",
										"aria-label": "Select all rows",
										checked: all,
										ref: (el) => {
											el && (el.indeterminate = !all && (p.selection?.selected.size ?? 0) > 0);
										},
										onChange: () => p.selection?.onSelect(all ? new Set() : new Set(lines.map((l) => l.id)))
									})
								}),
								p.expand && (0, import_jsx_runtime.jsx)("div", {
									role: "columnheader",
									className: DataTable_module_default.check,
									children: (0, import_jsx_runtime.jsx)("span", {
										className: DataTable_module_default.hidden,
										children: "Open"
									})
								}),
								shown.map((c) => {
									let header = headers.find((h) => h.column.id === c.key);
									let dir = order?.key === c.key ? order.desc ? "descending" : "ascending" : "none";
									let can = c.sort !== !1;
									return (0, import_jsx_runtime.jsxs)("div", {
										role: "columnheader",
										"aria-sort": can ? dir : void 0,
										className: `${DataTable_module_default.th} ${c.align === "right" ? DataTable_module_default.right : ""}`,
										children: [can ? (0, import_jsx_runtime.jsxs)("button", {
											type: "button",
											className: DataTable_module_default.sort,
											title: c.help ?? c.title,
											tabIndex: -1,
											"data-sort": c.key,
											onClick: () => header?.column.toggleSorting(void 0, !1),
											children: [(0, import_jsx_runtime.jsx)("span", { children: c.title }), dir !== "none" && (0, import_jsx_runtime.jsx)(Icon, {
												name: dir === "descending" ? "down" : "up",
												size: 12
											})]
										}) : (0, import_jsx_runtime.jsx)("span", {
											title: c.help,
											children: c.title
										}), (0, import_jsx_runtime.jsx)("span", {
											className: DataTable_module_default.grip,
											"aria-hidden": !0,
											onPointerDown: (e) => {
												let cell = e.currentTarget.parentElement;
												let begin = e.clientX;
												let width = cell.getBoundingClientRect().width;
												let grip = e.currentTarget;
												grip.setPointerCapture(e.pointerId);
												let move = (m) => keep((old) => ({
													...old,
													widths: {
														...old.widths,
														[c.key]: Math.max(c.min ?? 60, Math.round(width + m.clientX - begin))
													}
												}));
												let up = () => {
													grip.removeEventListener("pointermove", move);
													grip.removeEventListener("pointerup", up);
												};
												grip.addEventListener("pointermove", move);
												grip.addEventListener("pointerup", up);
											},
											onDoubleClick: () => keep((old) => {
												let { [c.key]: _, ...widths } = old.widths;
												return {
													...old,
													widths
												};
											})
										})]
									}, c.key);
								})
							]
						})
					}), (0, import_jsx_runtime.jsx)(InTable.Provider, {
						value: !0,
						children: natural ? lines.map((_, i) => draw(i)) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
							(0, import_jsx_runtime.jsx)("div", { style: { height: items[0]?.start ?? 0 } }),
							items.map((it) => draw(it.index)),
							(0, import_jsx_runtime.jsx)("div", { style: { height: Math.max(0, virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0)) } })
						] })
					})]
				})
			}),
			lines.length === 0 && !p.loading && (0, import_jsx_runtime.jsx)("div", {
				className: DataTable_module_default.empty,
				children: p.empty ?? "Nothing here."
			})
		]
	});
}
var least = (c) => c.min ?? (c.width ? Math.min(c.width, 90) : 110);
function Picker({ columns, shown, onShow, onReset }) {
	return (0, import_jsx_runtime.jsx)(Menu, {
		label: "Columns",
		items: [
			...columns.map((c) => ({
				id: c.key,
				title: c.title,
				checked: !!shown[c.key],
				keepOpen: !0,
				run: () => onShow(c.key, !shown[c.key])
			})),
			"line",
			{
				id: "reset",
				title: "As at first",
				icon: "refresh",
				run: onReset
			}
		],
		children: (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			small: !0,
			icon: "columns",
			title: "Choose the columns",
			children: "Columns"
		})
	});
}
export { titleOf as i, useKept as n, columnsOf as r, DataTable as t };
