import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { l as useSelector } from "./search.js";
import { b as batch, x as createAtom } from "./index.js";
import { t as useVirtualizer } from "./esm.js";
import { i as Icon, r as Button } from "./Fault.js";
import { o as ofUnit } from "./format.js";
import { a as Value, c as plainKey, i as InTable, u as Menu } from "./range.js";
// node_modules/@tanstack/store/dist/shallow.js
function shallow(objA, objB) {
	if (Object.is(objA, objB)) return !0;
	if (typeof objA != "object" || !objA || typeof objB != "object" || !objB) return !1;
	if (objA instanceof Map && objB instanceof Map) {
		if (objA.size !== objB.size) return !1;
		for (let [k, v] of objA) if (!objB.has(k) || !Object.is(v, objB.get(k))) return !1;
		return !0;
	}
	if (objA instanceof Set && objB instanceof Set) {
		if (objA.size !== objB.size) return !1;
		for (let v of objA) if (!objB.has(v)) return !1;
		return !0;
	}
	if (objA instanceof Date && objB instanceof Date) return objA.getTime() === objB.getTime();
	let keysA = getOwnKeys(objA);
	if (keysA.length !== getOwnKeys(objB).length) return !1;
	for (let i = 0; i < keysA.length; i++) if (!Object.prototype.hasOwnProperty.call(objB, keysA[i]) || !Object.is(objA[keysA[i]], objB[keysA[i]])) return !1;
	return !0;
}
function getOwnKeys(obj) {
	return Object.keys(obj).concat(Object.getOwnPropertySymbols(obj));
}
// src/table/columns.tsx
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime();
function valueOf(c, row) {
	return c.value ? c.value(row) : row[c.key];
}
function cellOf(c, row) {
	if (c.render) return c.render(row);
	let v = valueOf(c, row);
	return c.field && (typeof v != "object" || !v) ? (0, import_jsx_runtime.jsx)(Value, {
		field: c.field,
		value: v,
		network: c.network?.(row),
		children: typeof v == "number" && c.unit ? ofUnit(v, c.unit) : void 0
	}) : v == null || v === "" ? "–" : typeof v == "number" && c.unit !== void 0 ? ofUnit(v, c.unit) : Array.isArray(v) ? v.join(", ") : typeof v == "object" ? JSON.stringify(v) : String(v);
}
function compare(a, b) {
	return typeof a == "number" && typeof b == "number" ? a - b : collator.compare(String(a), String(b));
}
var collator = new Intl.Collator("en", { numeric: !0 }), missing = (v) => v == null || v === "", titles = {
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
	return m ? m[1] === "sum" ? titleOf(m[2] ?? "") : m[1] === "uniq" ? `distinct ${titleOf(m[2] ?? "")}` : `${m[1]} ${titleOf(m[2] ?? "")}` : titles[name] ?? name.replace(/^(src|dst)_/, (_, s) => s === "src" ? "source " : "destination ").replaceAll("_", " ");
}
var widths = {
	time: 164,
	addr: 138,
	bool: 80
}, narrow = new Set([
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
	let id = c.kind === "number" && /port|protocol|flags|asn|version/.test(c.name), out = {
		key: c.name,
		title: titleOf(c.name),
		align: c.kind === "number" ? "right" : "left",
		width: narrow.has(c.name) ? 92 : widths[c.kind] ?? (c.kind === "number" ? 100 : void 0),
		min: narrow.has(c.name) ? 84 : c.kind === "time" ? 162 : c.kind === "addr" ? 124 : c.kind === "number" ? 84 : 120
	};
	return c.kind === "time" ? out.render = (row) => {
		let v = row[c.name];
		return v == null ? "–" : (0, import_jsx_runtime.jsx)("time", {
			dateTime: String(v),
			title: `${String(v)} UTC`,
			children: zone.time(String(v), !0)
		});
	} : (c.field && ![
		"bytes",
		"packets",
		"duration"
	].includes(c.field) && (out.field = c.field), c.kind === "number" && !id && (out.unit = c.unit)), out;
}
// node_modules/@tanstack/react-table/dist/FlexRender.js
function isReactComponent(component) {
	return isClassComponent(component) || typeof component == "function" || isExoticComponent(component);
}
function isClassComponent(component) {
	return typeof component == "function" && (() => {
		let proto = Object.getPrototypeOf(component);
		return proto.prototype && proto.prototype.isReactComponent;
	})();
}
function isExoticComponent(component) {
	return typeof component == "object" && typeof component.$$typeof == "symbol" && ["react.memo", "react.forward_ref"].includes(component.$$typeof.description);
}
function flexRender(Comp, props) {
	return Comp == null ? null : isReactComponent(Comp) ? import_react.createElement(Comp, props) : Comp;
}
function FlexRender(props) {
	if ("cell" in props && props.cell) {
		let cell = props.cell, def = cell.column.columnDef, groupingCell = cell, groupingDef = def;
		return groupingCell.getIsAggregated?.() ? flexRender(groupingDef.aggregatedCell ?? def.cell, cell.getContext()) : groupingCell.getIsPlaceholder?.() ? null : flexRender(def.cell, cell.getContext());
	}
	return "header" in props && props.header ? flexRender(props.header.column.columnDef.header, props.header.getContext()) : "footer" in props && props.footer ? flexRender(props.footer.column.columnDef.footer, props.footer.getContext()) : null;
}
// node_modules/@tanstack/react-table/dist/Subscribe.js
function Subscribe(props) {
	let selected = useSelector(props.source, props.selector, { compare: shallow });
	return typeof props.children == "function" ? props.children(selected) : props.children;
}
// node_modules/@tanstack/table-core/dist/core/reactivity/coreReactivityFeature.utils.js
function atomToStore(atom) {
	let store = atom;
	return Object.defineProperty(atom, "state", { get() {
		return atom.get();
	} }), "set" in atom && (store.setState = atom.set.bind(atom)), store;
}
// node_modules/@tanstack/table-core/dist/core/reactivity/renderPhaseReactivity.js
function renderPhaseReactivity(primitives) {
	let { createAtom, batch } = primitives, commitAtom = createAtom(0);
	return {
		createOptionsStore: !1,
		wrapExternalAtoms: !1,
		addSubscription: () => {
			throw Error("Feature not supported in current reactivity implementation");
		},
		unmount: () => {
			throw Error("Feature not supported in current reactivity implementation");
		},
		schedule: primitives.schedule ?? ((fn) => queueMicrotask(fn)),
		batch,
		untrack: (fn) => fn(),
		createReadonlyAtom: (fn, atomOptions) => {
			let compare = atomOptions?.compare ?? Object.is, hasSnapshot = !1, snapshot, getSnapshot = () => {
				let nextSnapshot = fn();
				return hasSnapshot && compare(snapshot, nextSnapshot) || (snapshot = nextSnapshot, hasSnapshot = !0), snapshot;
			}, reactiveAtom = createAtom(() => (commitAtom.get(), getSnapshot()), { compare });
			return {
				get: getSnapshot,
				subscribe: reactiveAtom.subscribe.bind(reactiveAtom)
			};
		},
		createWritableAtom: (value, atomOptions) => createAtom(value, { compare: atomOptions?.compare }),
		commit: () => {
			commitAtom.set((version) => version + 1);
		}
	};
}
function createRenderPhaseSource(source, compare = Object.is) {
	let hasCommittedSnapshot = !1, committedSnapshot;
	return {
		get: source.get,
		markCommitted: (snapshot) => {
			committedSnapshot = snapshot, hasCommittedSnapshot = !0;
		},
		subscribe: (listener) => source.subscribe((value) => {
			hasCommittedSnapshot && compare(committedSnapshot, value) || listener(value);
		})
	};
}
// node_modules/@tanstack/react-table/dist/reactivity.js
function reactReactivity() {
	return renderPhaseReactivity({
		createAtom,
		batch
	});
}
// node_modules/@tanstack/table-core/dist/utils.js
function functionalUpdate(updater, input) {
	return typeof updater == "function" ? updater(input) : updater;
}
function cloneState(value) {
	if (Array.isArray(value)) return value.map(cloneState);
	if (value && typeof value == "object") {
		let proto = Object.getPrototypeOf(value);
		if (proto !== Object.prototype && proto !== null) return value;
		let copy = proto === null ? makeObjectMap() : {}, keys = Object.keys(value);
		for (let i = 0; i < keys.length; i++) {
			let key = keys[i];
			Object.defineProperty(copy, key, {
				configurable: !0,
				enumerable: !0,
				value: cloneState(value[key]),
				writable: !0
			});
		}
		return copy;
	}
	return value;
}
function copyInstancePropertiesWithoutMemos(target, source) {
	let keys = Object.keys(source), targetRecord = target;
	for (let i = 0; i < keys.length; i++) {
		let key = keys[i];
		!key.startsWith("_memo_") && key !== "_cellsCache" && (targetRecord[key] = source[key]);
	}
	return target;
}
function makeObjectMap() {
	return Object.create(null);
}
function hasOwn(obj, key) {
	return Object.prototype.hasOwnProperty.call(obj, key);
}
function makeStateUpdater(key, instance) {
	return (updater) => {
		(instance.options.atoms?.[key] ?? instance.baseAtoms[key]).set((old) => functionalUpdate(updater, old));
	};
}
function isPlainContainer(value) {
	if (typeof value != "object" || !value) return !1;
	if (Array.isArray(value)) return !0;
	let proto = Object.getPrototypeOf(value);
	return proto === Object.prototype || proto === null;
}
function getEnumerableOwnKeys(value) {
	return Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
}
var MAX_STATE_COMPARE_DEPTH = 3;
function stateSlicesEqual(a, b) {
	return stateSlicesEqualAtDepth(a, b, MAX_STATE_COMPARE_DEPTH);
}
function stateSlicesEqualAtDepth(a, b, depth) {
	if (Object.is(a, b)) return !0;
	if (depth <= 0 || !isPlainContainer(a) || !isPlainContainer(b) || (Array.isArray(a) || Array.isArray(b)) && (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length)) return !1;
	let keysA = getEnumerableOwnKeys(a), keysB = getEnumerableOwnKeys(b);
	if (keysA.length !== keysB.length) return !1;
	let recordA = a, recordB = b;
	for (let i = 0; i < keysA.length; i++) {
		let key = keysA[i];
		if (!Object.prototype.propertyIsEnumerable.call(b, key) || !stateSlicesEqualAtDepth(recordA[key], recordB[key], depth - 1)) return !1;
	}
	return !0;
}
function setStateSlice(instance, key, updater, isEqual = stateSlicesEqual) {
	let onChangeKey = `on${key.charAt(0).toUpperCase()}${key.slice(1)}Change`, onChange = instance.options[onChangeKey];
	onChange && onChange((current) => {
		let next = functionalUpdate(updater, current);
		return isEqual(current, next) ? current : next;
	});
}
function isFunction(d) {
	return d instanceof Function;
}
function flattenBy(arr, getChildren) {
	let flat = [], recurse = (subArr) => {
		subArr.forEach((item) => {
			flat.push(item);
			let children = getChildren(item);
			children.length && recurse(children);
		});
	};
	return recurse(arr), flat;
}
var memo$1 = ({ fn, memoDeps, onAfterCompare, onAfterUpdate, onBeforeCompare, onBeforeUpdate }) => {
	let deps = [], result;
	return (depArgs) => {
		onBeforeCompare?.();
		let newDeps = memoDeps?.(depArgs), depsChanged = !newDeps || newDeps.length !== deps?.length;
		if (!depsChanged && newDeps) {
			for (let i = 0; i < newDeps.length; i++) if (newDeps[i] !== deps[i]) {
				depsChanged = !0;
				break;
			}
		}
		return onAfterCompare?.(depsChanged), depsChanged && (deps = newDeps, onBeforeUpdate?.(), result = fn(...newDeps ?? []), onAfterUpdate?.(result)), result;
	};
};
function skipFirstRun(fn) {
	let hasRun = !1;
	return () => {
		hasRun ? fn() : hasRun = !0;
	};
}
function tableMemo({ feature, fnName, objectId, onAfterUpdate, table, ...memoOptions }) {
	let debugOptions = { onAfterUpdate: onAfterUpdate ? () => {
		let { schedule, untrack } = table._reactivity;
		schedule(() => untrack(() => onAfterUpdate()));
	} : void 0 };
	return memo$1({
		...memoOptions,
		...debugOptions
	});
}
function getFunctionNameInfo(staticFnName, splitBy = "_") {
	let [parentName, fnKey] = staticFnName.replace(splitBy, " ").split(" ");
	return {
		fnKey,
		fnName: `${parentName}.${fnKey}`,
		parentName
	};
}
function assignTableAPIs(feature, table, apis) {
	for (let [staticFnName, { fn, memoDeps }] of Object.entries(apis)) {
		let { fnKey, fnName } = getFunctionNameInfo(staticFnName);
		table[fnKey] = memoDeps ? tableMemo({
			memoDeps,
			fn,
			fnName,
			table,
			feature
		}) : fn;
	}
}
function assignPrototypeAPIs(feature, prototype, table, apis) {
	for (let [staticFnName, { fn, memoDeps }] of Object.entries(apis)) {
		let { fnKey, fnName } = getFunctionNameInfo(staticFnName);
		if (memoDeps) {
			let memoKey = `_memo_${fnKey}`;
			prototype[fnKey] = function(...args) {
				if (!this[memoKey]) {
					let self = this;
					this[memoKey] = tableMemo({
						memoDeps: (depArgs) => memoDeps(self, depArgs),
						fn: (...deps) => fn(self, ...deps),
						fnName,
						objectId: self.id,
						table,
						feature
					});
				}
				return this[memoKey](...args);
			};
		} else prototype[fnKey] = function(...args) {
			return fn(this, ...args);
		};
	}
}
function callMemoOrStaticFn(obj, fnKey, staticFn, ...args) {
	return obj[fnKey]?.(...args) ?? staticFn(obj, ...args);
}
// node_modules/@tanstack/table-core/dist/core/cells/coreCellsFeature.utils.js
function cell_getValue(cell) {
	return cell.row.getValue(cell.column.id);
}
function cell_renderValue(cell) {
	return cell.getValue() ?? cell.table.options.renderFallbackValue;
}
function cell_getContext(cell) {
	return {
		table: cell.table,
		column: cell.column,
		row: cell.row,
		cell,
		getValue: () => cell.getValue(),
		renderValue: () => cell.renderValue()
	};
}
// node_modules/@tanstack/table-core/dist/core/cells/coreCellsFeature.js
var coreCellsFeature = { assignCellPrototype: (prototype, table) => {
	assignPrototypeAPIs("coreCellsFeature", prototype, table, {
		cell_getValue: { fn: (cell) => cell_getValue(cell) },
		cell_renderValue: { fn: (cell) => cell_renderValue(cell) },
		cell_getContext: {
			fn: (cell) => cell_getContext(cell),
			memoDeps: (cell) => [cell]
		}
	});
} };
// node_modules/@tanstack/table-core/dist/core/columns/constructColumn.js
function getColumnPrototype(table) {
	if (!table._columnPrototype) {
		table._columnPrototype = { table };
		let features = Object.values(table._features);
		for (let i = 0; i < features.length; i++) features[i].assignColumnPrototype?.(table._columnPrototype, table);
	}
	return table._columnPrototype;
}
function constructColumn(table, columnDef, depth, parent) {
	let resolvedColumnDef = {
		...table.getDefaultColumnDef(),
		...columnDef
	}, accessorKey = resolvedColumnDef.accessorKey, accessorKeyString = accessorKey === void 0 ? void 0 : String(accessorKey), id = resolvedColumnDef.id ?? accessorKeyString?.replaceAll(".", "_") ?? (typeof resolvedColumnDef.header == "string" ? resolvedColumnDef.header : void 0), accessorFn;
	if (resolvedColumnDef.accessorFn) accessorFn = resolvedColumnDef.accessorFn;
	else if (accessorKey !== void 0) {
		if (typeof accessorKey == "string" && accessorKey.includes(".")) {
			let keys = accessorKey.split(".");
			accessorFn = (originalRow) => {
				let result = originalRow;
				for (let i = 0; i < keys.length; i++) {
					let key = keys[i];
					result = result?.[key];
				}
				return result;
			};
		} else accessorFn = (originalRow) => originalRow[resolvedColumnDef.accessorKey];
	}
	if (!id) throw Error();
	let columnPrototype = getColumnPrototype(table), column = Object.create(columnPrototype);
	column.accessorFn = accessorFn, column.columnDef = resolvedColumnDef, column.columns = [], column.depth = depth, column.id = `${String(id)}`, column.parent = parent;
	let initFns = table._columnInstanceInitFns;
	for (let i = 0; i < initFns.length; i++) initFns[i](column);
	return column;
}
// node_modules/@tanstack/table-core/dist/core/featureStubs.js
function getIsColumnVisible(column) {
	return column.getIsVisible?.() ?? !0;
}
function getVisibleLeafColumns(table) {
	return table.getVisibleLeafColumns?.() ?? table.getAllLeafColumns();
}
function orderLeafColumns(table, columns) {
	let orderedTable = table, leafColumns = columns;
	return orderedTable.getOrderColumnsFn?.()(leafColumns) ?? orderedTable._orderGroupedColumns?.(leafColumns) ?? columns;
}
function orderByColumnPinning(table, items, getColumnId, getItemsByColumnId) {
	return table._orderByColumnPinning?.(items, getColumnId, getItemsByColumnId) ?? items;
}
function getPinnedVisibleLeafColumns(table, position) {
	return table.getPinnedVisibleLeafColumns?.(position) ?? (position && position !== "center" ? [] : getVisibleLeafColumns(table));
}
function expandRowModel(table, rowModel) {
	return table._expandRows?.(rowModel) ?? rowModel;
}
function autoResetExpanded(table) {
	table.autoResetExpanded?.();
}
function autoResetPageIndex(table) {
	table.autoResetPageIndex?.();
}
function autoResetSorting(table) {
	table.autoResetSorting?.();
}
function autoResetCellSelection(table) {
	table.autoResetCellSelection?.();
}
// node_modules/@tanstack/table-core/dist/core/columns/coreColumnsFeature.utils.js
function column_getFlatColumns(column) {
	return [column, ...column.columns.flatMap((col) => col.getFlatColumns())];
}
function column_getLeafColumns(column) {
	if (column.columns.length) {
		let leafColumns = column.columns.flatMap((col) => col.getLeafColumns());
		return orderLeafColumns(column.table, leafColumns);
	}
	return [column];
}
function table_getDefaultColumnDef(table) {
	return {
		header: (props) => {
			let resolvedColumnDef = props.header.column.columnDef;
			return resolvedColumnDef.accessorKey ? resolvedColumnDef.accessorKey : resolvedColumnDef.accessorFn ? resolvedColumnDef.id : null;
		},
		cell: (props) => props.renderValue()?.toString?.() ?? null,
		...Object.values(table._features).reduce((obj, feature) => Object.assign(obj, feature.getDefaultColumnDef?.()), {}),
		...table.options.defaultColumn
	};
}
function constructColumns(table, columnDefs, parent, depth = 0) {
	let columns = Array(columnDefs.length);
	for (let i = 0; i < columnDefs.length; i++) {
		if (!(i in columnDefs)) continue;
		let columnDef = columnDefs[i], column = constructColumn(table, columnDef, depth, parent), groupingColumnDef = columnDef;
		column.columns = groupingColumnDef.columns ? constructColumns(table, groupingColumnDef.columns, column, depth + 1) : [], columns[i] = column;
	}
	return columns;
}
function table_getAllColumns(table) {
	return constructColumns(table, table.options.columns);
}
function table_getAllFlatColumns(table) {
	return table.getAllColumns().flatMap((column) => column.getFlatColumns());
}
function table_getAllFlatColumnsById(table) {
	let result = makeObjectMap(), flatColumns = table.getAllFlatColumns();
	for (let i = 0; i < flatColumns.length; i++) {
		let column = flatColumns[i];
		result[column.id] = column;
	}
	return result;
}
function table_getAllLeafColumns(table) {
	return orderLeafColumns(table, table.getAllColumns().flatMap((c) => c.getLeafColumns()));
}
function table_getAllLeafColumnsById(table) {
	let result = makeObjectMap(), leafColumns = table.getAllLeafColumns();
	for (let i = 0; i < leafColumns.length; i++) {
		let column = leafColumns[i];
		result[column.id] = column;
	}
	return result;
}
function table_getColumn(table, columnId) {
	return table.getAllFlatColumnsById()[columnId];
}
// node_modules/@tanstack/table-core/dist/core/columns/coreColumnsFeature.js
var coreColumnsFeature = {
	assignColumnPrototype: (prototype, table) => {
		assignPrototypeAPIs("coreColumnsFeature", prototype, table, {
			column_getFlatColumns: {
				fn: (column) => column_getFlatColumns(column),
				memoDeps: (column) => [column.table.options.columns]
			},
			column_getLeafColumns: {
				fn: (column) => column_getLeafColumns(column),
				memoDeps: (column) => [
					column.table.atoms.columnOrder?.get(),
					column.table.atoms.grouping?.get(),
					column.table.options.columns,
					column.table.options.groupedColumnMode
				]
			}
		});
	},
	constructTableAPIs: (table) => {
		assignTableAPIs("coreColumnsFeature", table, {
			table_getDefaultColumnDef: {
				fn: () => table_getDefaultColumnDef(table),
				memoDeps: () => [table.options.defaultColumn]
			},
			table_getAllColumns: {
				fn: () => table_getAllColumns(table),
				memoDeps: () => [table.options.columns]
			},
			table_getAllFlatColumns: {
				fn: () => table_getAllFlatColumns(table),
				memoDeps: () => [table.options.columns]
			},
			table_getAllFlatColumnsById: {
				fn: () => table_getAllFlatColumnsById(table),
				memoDeps: () => [table.options.columns]
			},
			table_getAllLeafColumns: {
				fn: () => table_getAllLeafColumns(table),
				memoDeps: () => [
					table.atoms.columnOrder?.get(),
					table.atoms.grouping?.get(),
					table.options.columns,
					table.options.groupedColumnMode
				]
			},
			table_getAllLeafColumnsById: {
				fn: () => table_getAllLeafColumnsById(table),
				memoDeps: () => [table.getAllLeafColumns()]
			},
			table_getColumn: { fn: (columnId) => table_getColumn(table, columnId) }
		});
	}
};
// node_modules/@tanstack/table-core/dist/core/headers/constructHeader.js
function getHeaderPrototype(table) {
	if (!table._headerPrototype) {
		table._headerPrototype = { table };
		let features = Object.values(table._features);
		for (let i = 0; i < features.length; i++) features[i].assignHeaderPrototype?.(table._headerPrototype, table);
	}
	return table._headerPrototype;
}
function constructHeader(table, column, options) {
	let headerPrototype = getHeaderPrototype(table), header = Object.create(headerPrototype);
	header.colSpan = 0, header.column = column, header.depth = options.depth, header.headerGroup = null, header.id = options.id ?? column.id, header.index = options.index, header.isPlaceholder = !!options.isPlaceholder, header.placeholderId = options.placeholderId, header.rowSpan = 0, header.subHeaders = [];
	let initFns = table._headerInstanceInitFns;
	for (let i = 0; i < initFns.length; i++) initFns[i](header);
	return header;
}
// node_modules/@tanstack/table-core/dist/core/headers/buildHeaderGroups.js
function getMaxHeaderDepth(columns, depth = 1) {
	let maxDepth = depth;
	for (let i = 0; i < columns.length; i++) {
		let column = columns[i];
		getIsColumnVisible(column) && column.columns.length && (maxDepth = Math.max(maxDepth, getMaxHeaderDepth(column.columns, depth + 1)));
	}
	return maxDepth;
}
function formatHeaderGroupId(headerFamily, depth) {
	return headerFamily ? `${headerFamily}_${depth}` : String(depth);
}
function formatHeaderId(headerFamily, depth, columnId, childHeaderId) {
	let id = headerFamily ?? "";
	return depth && (id = id ? `${id}_${depth}` : String(depth)), columnId && (id = id ? `${id}_${columnId}` : columnId), childHeaderId && (id = id ? `${id}_${childHeaderId}` : childHeaderId), id;
}
function countPendingHeadersForColumn(headers, column) {
	let count = 0;
	for (let i = 0; i < headers.length; i++) headers[i].column === column && count++;
	return count;
}
function constructHeaderGroup(headersToGroup, depth, table, headerFamily, headerGroups, headerGroupInitFns) {
	let headerGroup = {
		depth,
		id: formatHeaderGroupId(headerFamily, depth),
		headers: []
	}, pendingParentHeaders = [];
	for (let i = 0; i < headersToGroup.length; i++) {
		if (!(i in headersToGroup)) continue;
		let headerToGroup = headersToGroup[i], latestPendingParentHeader = pendingParentHeaders[pendingParentHeaders.length - 1], isLeafHeader = headerToGroup.column.depth === headerGroup.depth, column, isPlaceholder = !1;
		if (isLeafHeader && headerToGroup.column.parent ? column = headerToGroup.column.parent : (column = headerToGroup.column, isPlaceholder = !0), latestPendingParentHeader && latestPendingParentHeader.column === column) latestPendingParentHeader.subHeaders.push(headerToGroup);
		else {
			let header = constructHeader(table, column, {
				id: formatHeaderId(headerFamily, depth, column.id, headerToGroup.id),
				isPlaceholder,
				placeholderId: isPlaceholder ? String(countPendingHeadersForColumn(pendingParentHeaders, column)) : void 0,
				depth,
				index: pendingParentHeaders.length
			});
			header.subHeaders.push(headerToGroup), pendingParentHeaders.push(header);
		}
		headerGroup.headers.push(headerToGroup), headerToGroup.headerGroup = headerGroup;
	}
	for (let i = 0; i < headerGroupInitFns.length; i++) headerGroupInitFns[i](headerGroup);
	headerGroups.push(headerGroup), depth > 0 && constructHeaderGroup(pendingParentHeaders, depth - 1, table, headerFamily, headerGroups, headerGroupInitFns);
}
function updateHeaderSpans(headers) {
	for (let i = 0; i < headers.length; i++) {
		let header = headers[i];
		if (!getIsColumnVisible(header.column)) continue;
		let colSpan = 0;
		if (header.subHeaders.length) {
			updateHeaderSpans(header.subHeaders);
			for (let j = 0; j < header.subHeaders.length; j++) {
				let child = header.subHeaders[j];
				getIsColumnVisible(child.column) && (colSpan += child.colSpan);
			}
		} else colSpan = 1;
		if (header.colSpan = colSpan, header.isPlaceholder && header.subHeaders.length === 1 && header.subHeaders[0].column === header.column) {
			let rowSpan = 1, chainChild = header.subHeaders[0];
			for (; chainChild;) chainChild.rowSpan = 0, rowSpan++, chainChild = chainChild.subHeaders.length === 1 && chainChild.subHeaders[0].column === header.column ? chainChild.subHeaders[0] : void 0;
			header.rowSpan = rowSpan;
		} else header.rowSpan = 1;
	}
}
function buildHeaderGroups(allColumns, columnsToGroup, table, headerFamily) {
	let maxDepth = getMaxHeaderDepth(allColumns), headerGroups = [], headerGroupInitFns = table._headerGroupInstanceInitFns, bottomHeaders = Array(columnsToGroup.length);
	for (let i = 0; i < columnsToGroup.length; i++) i in columnsToGroup && (bottomHeaders[i] = constructHeader(table, columnsToGroup[i], {
		depth: maxDepth,
		index: i
	}));
	return constructHeaderGroup(bottomHeaders, maxDepth - 1, table, headerFamily, headerGroups, headerGroupInitFns), headerGroups.reverse(), updateHeaderSpans(headerGroups[0]?.headers ?? []), headerGroups;
}
// node_modules/@tanstack/table-core/dist/core/headers/coreHeadersFeature.utils.js
function collectLeafHeaders(header, leafHeaders) {
	for (let i = 0; i < header.subHeaders.length; i++) collectLeafHeaders(header.subHeaders[i], leafHeaders);
	leafHeaders.push(header);
}
function header_getLeafHeaders(header) {
	let leafHeaders = [];
	return collectLeafHeaders(header, leafHeaders), leafHeaders;
}
function header_getContext(header) {
	return {
		column: header.column,
		header,
		table: header.column.table
	};
}
function table_getHeaderGroups(table) {
	return buildHeaderGroups(table.getAllColumns(), orderByColumnPinning(table, getVisibleLeafColumns(table), (column) => column.id), table);
}
function table_getFooterGroups(table) {
	return [...table.getHeaderGroups()].reverse();
}
function table_getFlatHeaders(table) {
	let headerGroups = table.getHeaderGroups(), result = [];
	for (let i = 0; i < headerGroups.length; i++) {
		let headers = headerGroups[i].headers;
		for (let j = 0; j < headers.length; j++) result.push(headers[j]);
	}
	return result;
}
function table_getLeafHeaders(table) {
	let topHeaders = table.getHeaderGroups()[0]?.headers ?? [], result = [];
	for (let i = 0; i < topHeaders.length; i++) {
		let leafHeaders = topHeaders[i].getLeafHeaders();
		for (let j = 0; j < leafHeaders.length; j++) result.push(leafHeaders[j]);
	}
	return result;
}
// node_modules/@tanstack/table-core/dist/core/headers/coreHeadersFeature.js
var coreHeadersFeature = {
	assignHeaderPrototype: (prototype, table) => {
		assignPrototypeAPIs("coreHeadersFeature", prototype, table, {
			header_getLeafHeaders: {
				fn: (header) => header_getLeafHeaders(header),
				memoDeps: (header) => [header.column.table.options.columns]
			},
			header_getContext: {
				fn: (header) => header_getContext(header),
				memoDeps: (header) => [header.column.table.options.columns]
			}
		});
	},
	constructTableAPIs: (table) => {
		assignTableAPIs("coreHeadersFeature", table, {
			table_getHeaderGroups: {
				fn: () => table_getHeaderGroups(table),
				memoDeps: () => [
					table.options.columns,
					table.atoms.columnOrder?.get(),
					table.atoms.grouping?.get(),
					table.atoms.columnPinning?.get(),
					table.atoms.columnVisibility?.get(),
					table.options.groupedColumnMode
				]
			},
			table_getFooterGroups: {
				fn: () => table_getFooterGroups(table),
				memoDeps: () => [table.getHeaderGroups()]
			},
			table_getFlatHeaders: {
				fn: () => table_getFlatHeaders(table),
				memoDeps: () => [table.getHeaderGroups()]
			},
			table_getLeafHeaders: {
				fn: () => table_getLeafHeaders(table),
				memoDeps: () => [table.getHeaderGroups()]
			}
		});
	}
};
// node_modules/@tanstack/table-core/dist/core/rows/constructRow.js
function getRowPrototype(table) {
	if (!table._rowPrototype) {
		table._rowPrototype = { table };
		let features = Object.values(table._features);
		for (let i = 0; i < features.length; i++) features[i].assignRowPrototype?.(table._rowPrototype, table);
	}
	return table._rowPrototype;
}
var constructRow = (table, id, original, rowIndex, depth, subRows, parentId) => {
	let rowPrototype = getRowPrototype(table), row = Object.create(rowPrototype);
	row._displayIndexCache = -1, row._uniqueValuesCache = makeObjectMap(), row._valuesCache = makeObjectMap(), row.depth = depth, row.id = id, row.index = rowIndex, row.original = original, row.parentId = parentId, row.subRows = subRows ?? [];
	let initFns = table._rowInstanceInitFns;
	for (let i = 0; i < initFns.length; i++) initFns[i](row);
	return row;
};
// node_modules/@tanstack/table-core/dist/core/row-models/createCoreRowModel.js
function createCoreRowModel() {
	return (table) => tableMemo({
		feature: "coreRowModelsFeature",
		table,
		fnName: "table.getCoreRowModel",
		memoDeps: () => [table.options.data],
		fn: () => _createCoreRowModel(table, table.options.data),
		onAfterUpdate: skipFirstRun(() => {
			autoResetExpanded(table), autoResetPageIndex(table), autoResetSorting(table), autoResetCellSelection(table);
		})
	});
}
function accessRows(table, rowModel, originalRows, depth = 0, parentRow) {
	let rows = [];
	for (let i = 0; i < originalRows.length; i++) {
		let originalRow = originalRows[i], row = constructRow(table, table.getRowId(originalRow, i, parentRow), originalRow, i, depth, void 0, parentRow?.id);
		rowModel.flatRows.push(row), rowModel.rowsById[row.id] = row, rows.push(row), table.options.getSubRows && (row.originalSubRows = table.options.getSubRows(originalRow, i), row.originalSubRows?.length && (row.subRows = accessRows(table, rowModel, row.originalSubRows, depth + 1, row)));
	}
	return rows;
}
function _createCoreRowModel(table, data) {
	let rowModel = {
		rows: [],
		flatRows: [],
		rowsById: makeObjectMap()
	};
	return rowModel.rows = accessRows(table, rowModel, data), rowModel;
}
// node_modules/@tanstack/table-core/dist/core/row-models/coreRowModelsFeature.utils.js
function table_getCoreRowModel(table) {
	return table._rowModels.coreRowModel || (table._rowModels.coreRowModel = table.options.features.coreRowModel?.(table) ?? createCoreRowModel()(table)), table._rowModels.coreRowModel();
}
function table_getPreFilteredRowModel(table) {
	return table.getCoreRowModel();
}
function table_getFilteredRowModel(table) {
	return table._rowModels.filteredRowModel || (table._rowModels.filteredRowModel = table.options.features.filteredRowModel?.(table)), table.options.manualFiltering || !table._rowModels.filteredRowModel ? table.getPreFilteredRowModel() : table._rowModels.filteredRowModel();
}
function table_getPreGroupedRowModel(table) {
	return table.getFilteredRowModel();
}
function table_getGroupedRowModel(table) {
	return table._rowModels.groupedRowModel || (table._rowModels.groupedRowModel = table.options.features.groupedRowModel?.(table)), table.options.manualGrouping || !table._rowModels.groupedRowModel ? table.getPreGroupedRowModel() : table._rowModels.groupedRowModel();
}
function table_getPreSortedRowModel(table) {
	return table.getGroupedRowModel();
}
function table_getSortedRowModel(table) {
	return table._rowModels.sortedRowModel || (table._rowModels.sortedRowModel = table.options.features.sortedRowModel?.(table)), table.options.manualSorting || !table._rowModels.sortedRowModel ? table.getPreSortedRowModel() : table._rowModels.sortedRowModel();
}
function table_getPreExpandedRowModel(table) {
	return table.getSortedRowModel();
}
function table_getExpandedRowModel(table) {
	return table._rowModels.expandedRowModel || (table._rowModels.expandedRowModel = table.options.features.expandedRowModel?.(table)), table.options.manualExpanding || !table._rowModels.expandedRowModel ? table.getPreExpandedRowModel() : table._rowModels.expandedRowModel();
}
function table_getPrePaginatedRowModel(table) {
	return table.getExpandedRowModel();
}
function table_getPaginatedRowModel(table) {
	return table._rowModels.paginatedRowModel || (table._rowModels.paginatedRowModel = table.options.features.paginatedRowModel?.(table)), table.options.manualPagination || !table._rowModels.paginatedRowModel ? table.getPrePaginatedRowModel() : table._rowModels.paginatedRowModel();
}
function table_getRowModel(table) {
	return table.getPaginatedRowModel();
}
// node_modules/@tanstack/table-core/dist/core/row-models/coreRowModelsFeature.js
var coreRowModelsFeature = { constructTableAPIs: (table) => {
	assignTableAPIs("coreRowModelsFeature", table, {
		table_getCoreRowModel: { fn: () => table_getCoreRowModel(table) },
		table_getPreFilteredRowModel: { fn: () => table_getPreFilteredRowModel(table) },
		table_getFilteredRowModel: { fn: () => table_getFilteredRowModel(table) },
		table_getPreGroupedRowModel: { fn: () => table_getPreGroupedRowModel(table) },
		table_getGroupedRowModel: { fn: () => table_getGroupedRowModel(table) },
		table_getPreSortedRowModel: { fn: () => table_getPreSortedRowModel(table) },
		table_getSortedRowModel: { fn: () => table_getSortedRowModel(table) },
		table_getPreExpandedRowModel: { fn: () => table_getPreExpandedRowModel(table) },
		table_getExpandedRowModel: { fn: () => table_getExpandedRowModel(table) },
		table_getPrePaginatedRowModel: { fn: () => table_getPrePaginatedRowModel(table) },
		table_getPaginatedRowModel: { fn: () => table_getPaginatedRowModel(table) },
		table_getRowModel: { fn: () => table_getRowModel(table) }
	});
} };
// node_modules/@tanstack/table-core/dist/core/cells/constructCell.js
function getCellPrototype(table) {
	if (!table._cellPrototype) {
		table._cellPrototype = { table };
		let features = Object.values(table._features);
		for (let i = 0; i < features.length; i++) features[i].assignCellPrototype?.(table._cellPrototype, table);
	}
	return table._cellPrototype;
}
function constructCell(column, row, table) {
	let cellPrototype = getCellPrototype(table), cell = Object.create(cellPrototype);
	cell.column = column, cell.id = `${row.id}_${column.id}`, cell.row = row;
	let initFns = table._cellInstanceInitFns;
	for (let i = 0; i < initFns.length; i++) initFns[i](cell);
	return cell;
}
// node_modules/@tanstack/table-core/dist/core/rows/coreRowsFeature.utils.js
function row_getDisplayIndex(row) {
	let rows = row.table.getRowsInDisplayOrder(), displayIndex = row._displayIndexCache;
	return rows[displayIndex] === row ? displayIndex : -1;
}
function table_getRowsInDisplayOrder(table) {
	let rowModel = table.getPrePaginatedRowModel(), rows = table.options.paginateExpandedRows === !1 ? expandRowModel(table, rowModel).rows : rowModel.rows;
	for (let i = 0; i < rows.length; i++) rows[i]._displayIndexCache = i;
	return rows;
}
function row_getValue(row, columnId) {
	if (hasOwn(row._valuesCache, columnId)) return row._valuesCache[columnId];
	let column = row.table.getColumn(columnId);
	if (column?.accessorFn) return row._valuesCache[columnId] = column.accessorFn(row.original, row.index), row._valuesCache[columnId];
}
function row_getUniqueValues(row, columnId) {
	if (hasOwn(row._uniqueValuesCache, columnId)) return row._uniqueValuesCache[columnId];
	let column = row.table.getColumn(columnId);
	if (column?.accessorFn) return column.columnDef.getUniqueValues ? (row._uniqueValuesCache[columnId] = column.columnDef.getUniqueValues(row.original, row.index), row._uniqueValuesCache[columnId]) : (row._uniqueValuesCache[columnId] = [row.getValue(columnId)], row._uniqueValuesCache[columnId]);
}
function row_renderValue(row, columnId) {
	return row.getValue(columnId) ?? row.table.options.renderFallbackValue;
}
function row_getLeafRows(row) {
	return flattenBy(row.subRows, (d) => d.subRows);
}
function table_getMaxSubRowDepth(table) {
	let rows = table.getCoreRowModel().flatRows, maxDepth = 0;
	for (let i = 0; i < rows.length; i++) maxDepth = Math.max(maxDepth, rows[i].depth);
	return maxDepth;
}
function row_getParentRow(row) {
	if (row.parentId) return row.table.getCoreRowModel().rowsById[row.parentId] ?? row.table.getRow(row.parentId, !0);
}
function row_getParentRows(row) {
	let parentRows = [], currentRow = row;
	for (;;) {
		let parentRow = currentRow.getParentRow();
		if (!parentRow) break;
		parentRows.push(parentRow), currentRow = parentRow;
	}
	return parentRows.reverse();
}
function row_getAllCells(row) {
	let columns = row.table.getAllLeafColumns(), cache = row._cellsCache;
	cache ||= row._cellsCache = new WeakMap();
	let cells = Array(columns.length);
	for (let i = 0; i < columns.length; i++) {
		let column = columns[i], cell = cache.get(column);
		cell || (cell = constructCell(column, row, row.table), cache.set(column, cell)), cells[i] = cell;
	}
	return cells;
}
function row_getAllCellsByColumnId(row) {
	let result = makeObjectMap(), cells = row.getAllCells();
	for (let i = 0; i < cells.length; i++) {
		let cell = cells[i];
		result[cell.column.id] = cell;
	}
	return result;
}
function table_getRowId(originalRow, table, index, parent) {
	return table.options.getRowId?.(originalRow, index, parent) ?? (parent ? `${parent.id}.${index}` : String(index));
}
function table_getRow(table, rowId, searchAll) {
	let row = (searchAll ? table.getPrePaginatedRowModel() : table.getRowModel()).rowsById[rowId];
	if (!row && (row = table.getCoreRowModel().rowsById[rowId], !row)) throw Error();
	return row;
}
// node_modules/@tanstack/table-core/dist/core/rows/coreRowsFeature.js
var coreRowsFeature = {
	assignRowPrototype: (prototype, table) => {
		assignPrototypeAPIs("coreRowsFeature", prototype, table, {
			row_getDisplayIndex: { fn: (row) => row_getDisplayIndex(row) },
			row_getAllCellsByColumnId: {
				fn: (row) => row_getAllCellsByColumnId(row),
				memoDeps: (row) => [row.getAllCells()]
			},
			row_getAllCells: {
				fn: (row) => row_getAllCells(row),
				memoDeps: (row) => [row.table.getAllLeafColumns()]
			},
			row_getLeafRows: {
				fn: (row) => row_getLeafRows(row),
				memoDeps: (row) => [row.subRows]
			},
			row_getParentRow: { fn: (row) => row_getParentRow(row) },
			row_getParentRows: { fn: (row) => row_getParentRows(row) },
			row_getUniqueValues: { fn: (row, columnId) => row_getUniqueValues(row, columnId) },
			row_getValue: { fn: (row, columnId) => row_getValue(row, columnId) },
			row_renderValue: { fn: (row, columnId) => row_renderValue(row, columnId) }
		});
	},
	constructTableAPIs: (table) => {
		assignTableAPIs("coreRowsFeature", table, {
			table_getRowsInDisplayOrder: {
				fn: () => table_getRowsInDisplayOrder(table),
				memoDeps: () => [
					table.getPrePaginatedRowModel().rows,
					table.options.paginateExpandedRows,
					table.options.paginateExpandedRows === !1 ? table.atoms.expanded?.get() : void 0
				]
			},
			table_getRowId: { fn: (originalRow, index, parent) => table_getRowId(originalRow, table, index, parent) },
			table_getRow: { fn: (id, searchAll) => table_getRow(table, id, searchAll) },
			table_getMaxSubRowDepth: {
				fn: () => table_getMaxSubRowDepth(table),
				memoDeps: () => [table.getCoreRowModel()]
			}
		});
	}
};
// node_modules/@tanstack/table-core/dist/core/table/coreTablesFeature.utils.js
function table_syncExternalStateToBaseAtoms(table, capturedState, compare = (currentState, externalState) => currentState === externalState) {
	let state = capturedState === void 0 ? table.options.state : capturedState;
	table._reactivity.batch(() => {
		if (state) for (let key in state) {
			let baseAtom = table.baseAtoms[key];
			if (!baseAtom) continue;
			let rawExternalState = state[key], externalState = rawExternalState === void 0 ? table.initialState[key] : rawExternalState;
			compare(table._reactivity.untrack(() => baseAtom.get()), externalState) || baseAtom.set(() => externalState);
		}
	});
}
function table_publishExternalState(table, state, compare = (currentState, externalState) => currentState === externalState) {
	table._reactivity.batch(() => {
		table_syncExternalStateToBaseAtoms(table, state, compare), table._reactivity.commit?.();
	});
}
function table_reset(table) {
	let snap = cloneState(table.initialState);
	table._reactivity.batch(() => {
		let keys = Object.keys(snap);
		for (let i = 0; i < keys.length; i++) {
			let key = keys[i];
			table.baseAtoms[key].set(snap[key]);
		}
	});
	let features = Object.values(table._features);
	for (let i = 0; i < features.length; i++) features[i].resetTableInstanceData?.(table);
}
function table_mergeOptions(table, newOptions) {
	let { features, atoms, initialState } = table.options;
	if (!table.options.mergeOptions) return {
		...table.options,
		...newOptions,
		features,
		atoms,
		initialState
	};
	let mergedOptions = table.options.mergeOptions(table.options, newOptions), descriptors = { ...Object.getOwnPropertyDescriptors(mergedOptions) };
	return Object.defineProperties(Object.create(Object.getPrototypeOf(mergedOptions)), {
		...descriptors,
		features: {
			value: features,
			enumerable: !0,
			configurable: !0,
			writable: !0
		},
		atoms: {
			value: atoms,
			enumerable: !0,
			configurable: !0,
			writable: !0
		},
		initialState: {
			value: initialState,
			enumerable: !0,
			configurable: !0,
			writable: !0
		}
	});
}
function table_setOptions(table, updater, options) {
	let mergedOptions = table_mergeOptions(table, functionalUpdate(updater, table.options));
	table.optionsStore ? table.optionsStore.set(() => mergedOptions) : table.options = mergedOptions, options?.syncExternalState !== !1 && table_publishExternalState(table, mergedOptions.state ?? null);
}
// node_modules/@tanstack/table-core/dist/core/coreFeatures.js
var coreFeatures = {
	coreCellsFeature,
	coreColumnsFeature,
	coreHeadersFeature,
	coreRowModelsFeature,
	coreRowsFeature,
	coreTablesFeature: { constructTableAPIs: (table) => {
		assignTableAPIs("coreTablesFeature", table, {
			table_reset: { fn: () => table_reset(table) },
			table_setOptions: { fn: (updater) => table_setOptions(table, updater) }
		});
	} }
};
// node_modules/@tanstack/table-core/dist/helpers/tableFeatures.js
function tableFeatures(features) {
	return features;
}
// node_modules/@tanstack/table-core/dist/core/table/constructTable.js
function getInitialTableState(features, initialState = {}) {
	return Object.values(features).forEach((feature) => {
		initialState = feature.getInitialState?.(initialState) ?? initialState;
	}), cloneState(initialState);
}
function constructTable(tableOptions) {
	let _reactivity = tableOptions.features.coreReactivityFeature, { aggregationFns, columnMeta: _columnMeta, coreRowModel, expandedRowModel, facetedMinMaxValues, facetedRowModel, facetedUniqueValues, filterFns, filterMeta: _filterMeta, filteredRowModel, groupedRowModel, paginatedRowModel, sortFns, sortedRowModel, tableMeta: _tableMeta, ...features } = tableOptions.features, table = {
		_cellInstanceInitFns: [],
		_columnInstanceInitFns: [],
		_features: {
			...coreFeatures,
			...features
		},
		_headerGroupInstanceInitFns: [],
		_headerInstanceInitFns: [],
		_reactivity,
		_rowInstanceInitFns: [],
		_rowModelFns: {
			aggregationFns,
			filterFns,
			sortFns
		},
		_rowModels: {},
		atoms: {},
		baseAtoms: {}
	}, featuresList = Object.values(table._features), mergedOptions = {
		...featuresList.reduce((obj, feature) => Object.assign(obj, feature.getDefaultTableOptions?.(table)), {}),
		...tableOptions
	};
	if (_reactivity.wrapExternalAtoms && mergedOptions.atoms) for (let [atomKey, _atom] of Object.entries(mergedOptions.atoms)) {
		let atom = _atom, wrappedAtom = _reactivity.createWritableAtom(atom.get(), { debugName: `externalAtom/${atomKey}` });
		mergedOptions.atoms[atomKey] = wrappedAtom;
		let syncExternal = !1, syncAtomToWrappedSub = atom.subscribe((value) => {
			syncExternal || wrappedAtom.set(value);
		}), syncWrappedToAtomSub = wrappedAtom.subscribe((value) => {
			syncExternal = !0, atom.set(value), syncExternal = !1;
		});
		_reactivity.addSubscription(syncAtomToWrappedSub), _reactivity.addSubscription(syncWrappedToAtomSub);
	}
	_reactivity.createOptionsStore ? (table.optionsStore = _reactivity.createWritableAtom(mergedOptions, { debugName: "table/optionsStore" }), Object.defineProperty(table, "options", {
		configurable: !0,
		enumerable: !0,
		get() {
			return table.optionsStore.get();
		},
		set(value) {
			table.optionsStore.set(() => value);
		}
	})) : table.options = mergedOptions, table.initialState = getInitialTableState(table._features, table.options.initialState);
	let stateKeys = Object.keys(table.initialState);
	for (let i = 0; i < stateKeys.length; i++) {
		let key = stateKeys[i];
		table.baseAtoms[key] = _reactivity.createWritableAtom(table.initialState[key], { debugName: `table/baseAtoms/${key}` }), table.atoms[key] = _reactivity.createReadonlyAtom(() => {
			let options = table.options, externalAtom = options.atoms?.[key], reactiveState = externalAtom ? externalAtom.get() : table.baseAtoms[key].get();
			if (externalAtom) return reactiveState;
			let controlledState = options.state;
			if (controlledState && hasOwn(controlledState, key)) {
				let controlledValue = controlledState[key];
				return controlledValue === void 0 ? table.initialState[key] : controlledValue;
			}
			return reactiveState;
		}, { debugName: `table/atoms/${key}` });
	}
	table_syncExternalStateToBaseAtoms(table), table.store = atomToStore(_reactivity.createReadonlyAtom(() => {
		let snapshot = {};
		for (let i = 0; i < stateKeys.length; i++) {
			let key = stateKeys[i];
			snapshot[key] = table.atoms[key].get();
		}
		return snapshot;
	}, {
		compare: shallow,
		debugName: "table/store"
	}));
	for (let i = 0; i < featuresList.length; i++) {
		let feature = featuresList[i];
		feature.initTableInstanceData?.(table), feature.initCellInstanceData && table._cellInstanceInitFns.push(feature.initCellInstanceData.bind(feature)), feature.initColumnInstanceData && table._columnInstanceInitFns.push(feature.initColumnInstanceData.bind(feature)), feature.initHeaderGroupInstanceData && table._headerGroupInstanceInitFns.push(feature.initHeaderGroupInstanceData.bind(feature)), feature.initHeaderInstanceData && table._headerInstanceInitFns.push(feature.initHeaderInstanceData.bind(feature)), feature.initRowInstanceData && table._rowInstanceInitFns.push(feature.initRowInstanceData.bind(feature)), feature.constructTableAPIs?.(table);
	}
	return table;
}
// node_modules/@tanstack/table-core/dist/features/column-sizing/columnSizingFeature.utils.js
function getDefaultColumnSizingState() {
	return makeObjectMap();
}
function getDefaultColumnSizingColumnDef() {
	return {
		size: 150,
		minSize: 20,
		maxSize: 2 ** 53 - 1
	};
}
function column_getSize(column) {
	let defaultSizes = getDefaultColumnSizingColumnDef(), columnSizing = column.table.atoms.columnSizing?.get(), columnSize = columnSizing && hasOwn(columnSizing, column.id) ? columnSizing[column.id] : void 0;
	return Math.min(Math.max(column.columnDef.minSize ?? defaultSizes.minSize, columnSize ?? column.columnDef.size ?? defaultSizes.size), column.columnDef.maxSize ?? defaultSizes.maxSize);
}
function buildColumnOffsets(columns) {
	let starts = makeObjectMap(), afters = makeObjectMap(), sizes = Array(columns.length), start = 0;
	for (let i = 0; i < columns.length; i++) {
		let column = columns[i], size = callMemoOrStaticFn(column, "getSize", column_getSize);
		sizes[i] = size, starts[column.id] = start, start += size;
	}
	let after = 0;
	for (let i = columns.length - 1; i >= 0; i--) afters[columns[i].id] = after, after += sizes[i];
	return {
		starts,
		afters
	};
}
function table_getColumnOffsets(table) {
	return {
		all: buildColumnOffsets(getPinnedVisibleLeafColumns(table)),
		center: buildColumnOffsets(getPinnedVisibleLeafColumns(table, "center")),
		start: buildColumnOffsets(getPinnedVisibleLeafColumns(table, "start")),
		end: buildColumnOffsets(getPinnedVisibleLeafColumns(table, "end"))
	};
}
function toOffsetsKey(position) {
	return position === "start" ? "start" : position === "end" ? "end" : position === "center" ? "center" : "all";
}
function column_getStart(column, position) {
	return callMemoOrStaticFn(column.table, "getColumnOffsets", table_getColumnOffsets)[toOffsetsKey(position)].starts[column.id] ?? 0;
}
function column_getAfter(column, position) {
	return callMemoOrStaticFn(column.table, "getColumnOffsets", table_getColumnOffsets)[toOffsetsKey(position)].afters[column.id] ?? 0;
}
function column_resetSize(column) {
	table_setColumnSizing(column.table, (old) => {
		let rest = makeObjectMap(), columnIds = Object.keys(old);
		for (let i = 0; i < columnIds.length; i++) {
			let columnId = columnIds[i];
			columnId !== column.id && (rest[columnId] = old[columnId]);
		}
		return rest;
	});
}
function sumHeaderSize(header) {
	if (!header.subHeaders.length) return column_getSize(header.column);
	let sum = 0;
	for (let i = 0; i < header.subHeaders.length; i++) sum += sumHeaderSize(header.subHeaders[i]);
	return sum;
}
function header_getSize(header) {
	return sumHeaderSize(header);
}
function header_getStart(header) {
	if (header.index > 0) {
		let prevSiblingHeader = header.headerGroup?.headers[header.index - 1];
		if (prevSiblingHeader) return callMemoOrStaticFn(prevSiblingHeader, "getStart", header_getStart) + callMemoOrStaticFn(prevSiblingHeader, "getSize", header_getSize);
	}
	return 0;
}
function table_setColumnSizing(table, updater) {
	table.options.onColumnSizingChange?.(updater);
}
function table_resetColumnSizing(table, defaultState) {
	table_setColumnSizing(table, defaultState ? makeObjectMap() : Object.assign(makeObjectMap(), cloneState(table.initialState.columnSizing ?? {})));
}
function sumColumnSizes(columns) {
	let sum = 0;
	for (let i = 0; i < columns.length; i++) sum += callMemoOrStaticFn(columns[i], "getSize", column_getSize);
	return sum;
}
function table_getTotalSize(table) {
	return table.getHeaderGroups()[0]?.headers.reduce((sum, header) => sum + header_getSize(header), 0) ?? 0;
}
function table_getStartTotalSize(table) {
	return sumColumnSizes(getPinnedVisibleLeafColumns(table, "start"));
}
function table_getCenterTotalSize(table) {
	return sumColumnSizes(getPinnedVisibleLeafColumns(table, "center"));
}
function table_getEndTotalSize(table) {
	return sumColumnSizes(getPinnedVisibleLeafColumns(table, "end"));
}
// node_modules/@tanstack/table-core/dist/features/column-sizing/columnSizingFeature.js
var columnSizingFeature = {
	getInitialState: (initialState) => ({
		columnSizing: getDefaultColumnSizingState(),
		...initialState
	}),
	getDefaultColumnDef: () => getDefaultColumnSizingColumnDef(),
	getDefaultTableOptions: (table) => ({ onColumnSizingChange: makeStateUpdater("columnSizing", table) }),
	assignColumnPrototype: (prototype, table) => {
		assignPrototypeAPIs("columnSizingFeature", prototype, table, {
			column_getSize: {
				fn: (column) => column_getSize(column),
				memoDeps: (column) => [table.options.columns, table.atoms.columnSizing?.get()?.[column.id]]
			},
			column_getStart: { fn: (column, position) => column_getStart(column, position) },
			column_getAfter: { fn: (column, position) => column_getAfter(column, position) },
			column_resetSize: { fn: (column) => column_resetSize(column) }
		});
	},
	assignHeaderPrototype: (prototype, table) => {
		assignPrototypeAPIs("columnSizingFeature", prototype, table, {
			header_getSize: {
				fn: (header) => header_getSize(header),
				memoDeps: (header) => [table.options.columns, header.column.columns.length > 0 ? table.atoms.columnSizing?.get() : table.atoms.columnSizing?.get()?.[header.column.id]]
			},
			header_getStart: {
				fn: (header) => header_getStart(header),
				memoDeps: () => [
					table.options.columns,
					table.atoms.columnSizing?.get(),
					table.atoms.columnOrder?.get(),
					table.atoms.columnPinning?.get(),
					table.atoms.columnVisibility?.get(),
					table.atoms.grouping?.get(),
					table.options.groupedColumnMode
				]
			}
		});
	},
	constructTableAPIs: (table) => {
		assignTableAPIs("columnSizingFeature", table, {
			table_getColumnOffsets: {
				fn: () => table_getColumnOffsets(table),
				memoDeps: () => [
					table.options.columns,
					table.atoms.columnSizing?.get(),
					table.atoms.columnOrder?.get(),
					table.atoms.columnPinning?.get(),
					table.atoms.columnVisibility?.get(),
					table.atoms.grouping?.get(),
					table.options.groupedColumnMode
				]
			},
			table_setColumnSizing: { fn: (updater) => table_setColumnSizing(table, updater) },
			table_resetColumnSizing: { fn: (defaultState) => table_resetColumnSizing(table, defaultState) },
			table_getTotalSize: {
				fn: () => table_getTotalSize(table),
				memoDeps: () => [table.atoms.columnSizing?.get(), table.getHeaderGroups()]
			},
			table_getStartTotalSize: {
				fn: () => table_getStartTotalSize(table),
				memoDeps: () => [table.atoms.columnSizing?.get(), table.getHeaderGroups()]
			},
			table_getCenterTotalSize: {
				fn: () => table_getCenterTotalSize(table),
				memoDeps: () => [table.atoms.columnSizing?.get(), table.getHeaderGroups()]
			},
			table_getEndTotalSize: {
				fn: () => table_getEndTotalSize(table),
				memoDeps: () => [table.atoms.columnSizing?.get(), table.getHeaderGroups()]
			}
		});
	}
};
// node_modules/@tanstack/table-core/dist/features/column-visibility/columnVisibilityFeature.utils.js
function getDefaultColumnVisibilityState() {
	return makeObjectMap();
}
function column_toggleVisibility(column, visible) {
	column_getCanHide(column) && table_setColumnVisibility(column.table, (old) => {
		let next = Object.assign(makeObjectMap(), old), nextVisible = visible ?? !callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible), leafColumns = column.getLeafColumns();
		for (let i = 0; i < leafColumns.length; i++) {
			let leafColumn = leafColumns[i];
			column_getCanHide(leafColumn) && (next[leafColumn.id] = nextVisible);
		}
		return next;
	});
}
function column_getIsVisible(column) {
	let columnVisibility = column.table.atoms.columnVisibility?.get();
	if (!columnVisibility) return !0;
	let childColumns = column.columns;
	return childColumns.length ? childColumns.some((childColumn) => callMemoOrStaticFn(childColumn, "getIsVisible", column_getIsVisible)) : (hasOwn(columnVisibility, column.id) ? columnVisibility[column.id] : void 0) ?? !0;
}
function column_getCanHide(column) {
	return (column.columnDef.enableHiding ?? !0) && (column.table.options.enableHiding ?? !0);
}
function column_getToggleVisibilityHandler(column) {
	return (e) => {
		column_toggleVisibility(column, e.target.checked);
	};
}
function row_getVisibleCells(row) {
	let allCells = row.getAllCells(), visibleCells = [];
	for (let i = 0; i < allCells.length; i++) {
		let cell = allCells[i];
		callMemoOrStaticFn(cell.column, "getIsVisible", column_getIsVisible) && visibleCells.push(cell);
	}
	return orderByColumnPinning(row.table, visibleCells, (cell) => cell.column.id, () => callMemoOrStaticFn(row, "getVisibleCellsByColumnId", row_getVisibleCellsByColumnId));
}
function row_getVisibleCellsByColumnId(row) {
	let result = makeObjectMap(), allCells = row.getAllCells();
	for (let i = 0; i < allCells.length; i++) {
		let cell = allCells[i];
		callMemoOrStaticFn(cell.column, "getIsVisible", column_getIsVisible) && (result[cell.column.id] = cell);
	}
	return result;
}
function table_getVisibleFlatColumns(table) {
	return table.getAllFlatColumns().filter((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
}
function table_getVisibleLeafColumns(table) {
	return table.getAllLeafColumns().filter((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
}
function table_setColumnVisibility(table, updater) {
	setStateSlice(table, "columnVisibility", updater);
}
function table_resetColumnVisibility(table, defaultState) {
	table_setColumnVisibility(table, defaultState ? makeObjectMap() : Object.assign(makeObjectMap(), cloneState(table.initialState.columnVisibility ?? {})));
}
function table_toggleAllColumnsVisible(table, value) {
	value ??= !table_getIsAllColumnsVisible(table);
	let visibility = makeObjectMap(), leafColumns = table.getAllLeafColumns();
	for (let i = 0; i < leafColumns.length; i++) {
		let column = leafColumns[i];
		visibility[column.id] = value || !column_getCanHide(column);
	}
	table_setColumnVisibility(table, visibility);
}
function table_getIsAllColumnsVisible(table) {
	return !table.getAllLeafColumns().some((column) => !callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
}
function table_getIsSomeColumnsVisible(table) {
	return table.getAllLeafColumns().some((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
}
function table_getToggleAllColumnsVisibilityHandler(table) {
	return (e) => {
		table_toggleAllColumnsVisible(table, e.target.checked);
	};
}
// node_modules/@tanstack/table-core/dist/features/column-visibility/columnVisibilityFeature.js
var columnVisibilityFeature = {
	getInitialState: (initialState) => ({
		columnVisibility: getDefaultColumnVisibilityState(),
		...initialState
	}),
	getDefaultTableOptions: (table) => ({ onColumnVisibilityChange: makeStateUpdater("columnVisibility", table) }),
	assignColumnPrototype: (prototype, table) => {
		assignPrototypeAPIs("columnVisibilityFeature", prototype, table, {
			column_getIsVisible: {
				fn: (column) => column_getIsVisible(column),
				memoDeps: (column) => [
					table.options.columns,
					table.atoms.columnVisibility?.get(),
					column.columns
				]
			},
			column_getCanHide: { fn: (column) => column_getCanHide(column) },
			column_getToggleVisibilityHandler: { fn: (column) => column_getToggleVisibilityHandler(column) },
			column_toggleVisibility: { fn: (column, visible) => column_toggleVisibility(column, visible) }
		});
	},
	assignRowPrototype: (prototype, table) => {
		assignPrototypeAPIs("columnVisibilityFeature", prototype, table, {
			row_getVisibleCells: {
				fn: (row) => row_getVisibleCells(row),
				memoDeps: (row) => [
					row.getAllCells(),
					table.atoms.columnPinning?.get(),
					table.atoms.columnVisibility?.get()
				]
			},
			row_getVisibleCellsByColumnId: {
				fn: (row) => row_getVisibleCellsByColumnId(row),
				memoDeps: (row) => [row.getAllCells(), table.atoms.columnVisibility?.get()]
			}
		});
	},
	constructTableAPIs: (table) => {
		assignTableAPIs("columnVisibilityFeature", table, {
			table_getVisibleFlatColumns: {
				fn: () => table_getVisibleFlatColumns(table),
				memoDeps: () => [
					table.atoms.columnVisibility?.get(),
					table.atoms.columnOrder?.get(),
					table.atoms.grouping?.get(),
					table.options.columns,
					table.options.groupedColumnMode
				]
			},
			table_getVisibleLeafColumns: {
				fn: () => table_getVisibleLeafColumns(table),
				memoDeps: () => [
					table.atoms.columnVisibility?.get(),
					table.atoms.columnOrder?.get(),
					table.atoms.grouping?.get(),
					table.options.columns,
					table.options.groupedColumnMode
				]
			},
			table_setColumnVisibility: { fn: (updater) => table_setColumnVisibility(table, updater) },
			table_resetColumnVisibility: { fn: (defaultState) => table_resetColumnVisibility(table, defaultState) },
			table_toggleAllColumnsVisible: { fn: (value) => table_toggleAllColumnsVisible(table, value) },
			table_getIsAllColumnsVisible: { fn: () => table_getIsAllColumnsVisible(table) },
			table_getIsSomeColumnsVisible: { fn: () => table_getIsSomeColumnsVisible(table) },
			table_getToggleAllColumnsVisibilityHandler: { fn: () => table_getToggleAllColumnsVisibilityHandler(table) }
		});
	}
}, reSplitAlphaNumeric = /([0-9]+)/gm;
function constructSortFn(def) {
	let sortFn = Object.assign((rowA, rowB, columnId) => {
		let dataValueA = rowA.getValue(columnId), dataValueB = rowB.getValue(columnId), resolveDataValue = sortFn.resolveDataValue;
		return resolveDataValue && (dataValueA = resolveDataValue(dataValueA), dataValueB = resolveDataValue(dataValueB)), sortFn.sort(dataValueA, dataValueB, rowA, rowB, columnId);
	}, def);
	return sortFn;
}
var sortFn_basic = constructSortFn({ sort: (dataValueA, dataValueB) => compareBasic(dataValueA, dataValueB) });
function compareBasic(a, b) {
	return a === b ? 0 : a > b ? 1 : -1;
}
// node_modules/@tanstack/table-core/dist/features/row-sorting/rowSortingFeature.utils.js
function getDefaultSortingState() {
	return [];
}
function table_setSorting(table, updater) {
	setStateSlice(table, "sorting", updater);
}
function table_resetSorting(table, defaultState) {
	table_setSorting(table, defaultState ? [] : cloneState(table.initialState.sorting ?? []));
}
function table_autoResetSorting(table) {
	table.atoms.sorting && (table.options.autoResetAll ?? table.options.autoResetSorting ?? !1) && table_resetSorting(table);
}
function column_getAutoSortFn(column) {
	let sortFns = column.table._rowModelFns.sortFns, firstRows = column.table.getFilteredRowModel().flatRows.slice(0, 10), sortFnName, isString = !1;
	for (let i = 0; i < firstRows.length; i++) {
		let value = firstRows[i].getValue(column.id);
		if (Object.prototype.toString.call(value) === "[object Date]") {
			sortFnName = "datetime";
			break;
		}
		if (typeof value == "string" && (isString = !0, value.split(reSplitAlphaNumeric).length > 1)) {
			sortFnName = "alphanumeric";
			break;
		}
	}
	if (!sortFnName && isString && (sortFnName = "text"), sortFnName) {
		let sortFn = sortFns?.[sortFnName];
		if (sortFn || sortFnName === "alphanumeric" && (sortFn = sortFns?.text), sortFn) return sortFn;
	}
	return sortFn_basic;
}
function column_getAutoSortDir(column) {
	let firstRows = column.table.getFilteredRowModel().flatRows.slice(0, 10);
	for (let i = 0; i < firstRows.length; i++) {
		let value = firstRows[i].getValue(column.id);
		if (value != null) return typeof value == "string" ? "asc" : "desc";
	}
	return "desc";
}
function column_getSortFn(column) {
	let sortFns = column.table._rowModelFns.sortFns;
	return isFunction(column.columnDef.sortFn) ? column.columnDef.sortFn : column.columnDef.sortFn === "auto" ? column_getAutoSortFn(column) : sortFns?.[column.columnDef.sortFn] ?? sortFn_basic;
}
function column_toggleSorting(column, desc, multi) {
	let nextSortingOrder = column_getNextSortingOrder(column, multi && column_getCanMultiSort(column)), hasManualValue = desc !== void 0;
	table_setSorting(column.table, (old) => {
		let existingIndex = old.findIndex((d) => d.id === column.id), existingSorting = existingIndex === -1 ? void 0 : old[existingIndex], newSorting = [], sortAction, nextDesc = hasManualValue ? desc : nextSortingOrder === "desc", isMultiMode = !!(old.length && column_getCanMultiSort(column) && multi);
		return sortAction = isMultiMode ? existingSorting ? "toggle" : "add" : existingSorting ? "toggle" : "replace", sortAction === "toggle" && (hasManualValue || nextSortingOrder || (sortAction = "remove")), sortAction === "add" ? (newSorting = [...old, {
			id: column.id,
			desc: nextDesc
		}], newSorting.splice(0, newSorting.length - (column.table.options.maxMultiSortColCount ?? 2 ** 53 - 1))) : newSorting = sortAction === "toggle" ? isMultiMode ? old.map((d) => d.id === column.id ? {
			...d,
			desc: nextDesc
		} : d) : [{
			id: column.id,
			desc: nextDesc
		}] : sortAction === "remove" ? isMultiMode ? old.filter((d) => d.id !== column.id) : [] : [{
			id: column.id,
			desc: nextDesc
		}], newSorting;
	});
}
function column_getFirstSortDir(column) {
	return column.columnDef.sortDescFirst ?? column.table.options.sortDescFirst ?? column_getAutoSortDir(column) === "desc" ? "desc" : "asc";
}
function column_getNextSortingOrder(column, multi) {
	let firstSortDirection = column_getFirstSortDir(column), isSorted = column_getIsSorted(column);
	return isSorted ? isSorted !== firstSortDirection && (column.table.options.enableSortingRemoval ?? !0) && (!multi || (column.table.options.enableMultiRemove ?? !0)) ? !1 : isSorted === "desc" ? "asc" : "desc" : firstSortDirection;
}
function column_getCanSort(column) {
	return (column.columnDef.enableSorting ?? !0) && (column.table.options.enableSorting ?? !0) && !!column.accessorFn;
}
function column_getCanMultiSort(column) {
	return column.columnDef.enableMultiSort ?? column.table.options.enableMultiSort ?? !!column.accessorFn;
}
function column_getIsSorted(column) {
	let columnSort = column.table.atoms.sorting?.get()?.find((d) => d.id === column.id);
	return columnSort ? columnSort.desc ? "desc" : "asc" : !1;
}
function column_getSortIndex(column) {
	return column.table.atoms.sorting?.get()?.findIndex((d) => d.id === column.id) ?? -1;
}
function column_clearSorting(column) {
	table_setSorting(column.table, (old) => old.length ? old.filter((d) => d.id !== column.id) : []);
}
function column_getToggleSortingHandler(column) {
	let canSort = column_getCanSort(column);
	return (e) => {
		canSort && column_toggleSorting(column, void 0, column_getCanMultiSort(column) ? column.table.options.isMultiSortEvent?.(e) : !1);
	};
}
// node_modules/@tanstack/table-core/dist/features/row-sorting/rowSortingFeature.js
var rowSortingFeature = {
	getInitialState(initialState) {
		return {
			sorting: getDefaultSortingState(),
			...initialState
		};
	},
	getDefaultColumnDef() {
		return {
			sortFn: "auto",
			sortUndefined: 1
		};
	},
	getDefaultTableOptions(table) {
		return {
			autoResetSorting: !1,
			onSortingChange: makeStateUpdater("sorting", table),
			isMultiSortEvent: (e) => e.shiftKey
		};
	},
	assignColumnPrototype(prototype, table) {
		assignPrototypeAPIs("rowSortingFeature", prototype, table, {
			column_getAutoSortFn: { fn: (column) => column_getAutoSortFn(column) },
			column_getAutoSortDir: { fn: (column) => column_getAutoSortDir(column) },
			column_getSortFn: { fn: (column) => column_getSortFn(column) },
			column_toggleSorting: { fn: (column, desc, multi) => column_toggleSorting(column, desc, multi) },
			column_getFirstSortDir: { fn: (column) => column_getFirstSortDir(column) },
			column_getNextSortingOrder: { fn: (column, multi) => column_getNextSortingOrder(column, multi) },
			column_getCanSort: { fn: (column) => column_getCanSort(column) },
			column_getCanMultiSort: { fn: (column) => column_getCanMultiSort(column) },
			column_getIsSorted: { fn: (column) => column_getIsSorted(column) },
			column_getSortIndex: { fn: (column) => column_getSortIndex(column) },
			column_clearSorting: { fn: (column) => column_clearSorting(column) },
			column_getToggleSortingHandler: { fn: (column) => column_getToggleSortingHandler(column) }
		});
	},
	constructTableAPIs(table) {
		assignTableAPIs("rowSortingFeature", table, {
			table_autoResetSorting: { fn: () => table_autoResetSorting(table) },
			table_setSorting: { fn: (updater) => table_setSorting(table, updater) },
			table_resetSorting: { fn: (defaultState) => table_resetSorting(table, defaultState) }
		});
	}
};
// node_modules/@tanstack/table-core/dist/features/row-sorting/createSortedRowModel.js
function createSortedRowModel() {
	return (_table) => {
		let table = _table;
		return tableMemo({
			feature: "rowSortingFeature",
			table,
			fnName: "table.getSortedRowModel",
			memoDeps: () => [table.atoms.sorting?.get(), table.getPreSortedRowModel()],
			fn: () => _createSortedRowModel(table),
			onAfterUpdate: skipFirstRun(() => autoResetPageIndex(table))
		});
	};
}
function _createSortedRowModel(table) {
	let preSortedRowModel = table.getPreSortedRowModel(), sorting = table.atoms.sorting?.get();
	if (!preSortedRowModel.rows.length || !sorting?.length) return preSortedRowModel;
	let sortedFlatRows = [], availableSorting = sorting.filter((sort) => {
		let column = table.getColumn(sort.id);
		return column ? column_getCanSort(column) : !1;
	});
	if (!availableSorting.length) return preSortedRowModel;
	let resolvedSorting = [];
	for (let i = 0; i < availableSorting.length; i++) {
		let sortEntry = availableSorting[i], column = table.getColumn(sortEntry.id);
		column && resolvedSorting.push({
			id: sortEntry.id,
			desc: sortEntry.desc,
			sortUndefined: column.columnDef.sortUndefined,
			invertSorting: column.columnDef.invertSorting,
			sortFn: column_getSortFn(column)
		});
	}
	let compareRows = (rowA, rowB) => {
		for (let i = 0; i < resolvedSorting.length; i++) {
			let sortEntry = resolvedSorting[i], sortUndefined = sortEntry.sortUndefined, isDesc = sortEntry.desc, sortInt = 0;
			if (sortUndefined) {
				let aValue = rowA.getValue(sortEntry.id), bValue = rowB.getValue(sortEntry.id), aUndefined = aValue === void 0, bUndefined = bValue === void 0;
				if (aUndefined && bUndefined) continue;
				if (aUndefined || bUndefined) {
					if (sortUndefined === "first") return aUndefined ? -1 : 1;
					if (sortUndefined === "last") return aUndefined ? 1 : -1;
					sortInt = aUndefined ? sortUndefined : -sortUndefined;
				}
			}
			if (sortInt === 0 && (sortInt = sortEntry.sortFn(rowA, rowB, sortEntry.id)), sortInt !== 0) return isDesc && (sortInt *= -1), sortEntry.invertSorting && (sortInt *= -1), sortInt;
		}
		return rowA.index - rowB.index;
	}, sortData = (rows) => {
		let sortedData = rows.slice();
		sortedData.sort(compareRows);
		let changed = !1;
		for (let i = 0; i < sortedData.length; i++) {
			let row = sortedData[i];
			row !== rows[i] && (changed = !0);
			let flatIndex = sortedFlatRows.length;
			if (sortedFlatRows.push(row), row.subRows.length) {
				let sortedSubRows = sortData(row.subRows);
				if (sortedSubRows.changed) {
					let cloned = Object.create(Object.getPrototypeOf(row));
					copyInstancePropertiesWithoutMemos(cloned, row), cloned.subRows = sortedSubRows.rows, sortedData[i] = cloned, sortedFlatRows[flatIndex] = cloned, changed = !0;
				}
			}
		}
		return {
			rows: sortedData,
			changed
		};
	};
	return {
		rows: sortData(preSortedRowModel.rows).rows,
		flatRows: sortedFlatRows,
		rowsById: preSortedRowModel.rowsById
	};
}
// node_modules/@tanstack/react-table/dist/useTable.js
var useIsomorphicLayoutEffect = typeof window > "u" ? import_react.useEffect : import_react.useLayoutEffect;
function useTable(tableOptions, selector) {
	let [{ table, rootSource }] = (0, import_react.useState)(() => {
		let tableInstance = constructTable({
			...tableOptions,
			features: {
				coreReactivityFeature: reactReactivity(),
				...tableOptions.features
			}
		});
		return tableInstance.Subscribe = ((props) => Subscribe({
			...props,
			source: props.source ?? tableInstance.store
		})), tableInstance.FlexRender = FlexRender, {
			table: tableInstance,
			rootSource: createRenderPhaseSource(tableInstance.store, shallow)
		};
	}), coreTable = table;
	table_setOptions(coreTable, (prev) => ({
		...prev,
		...tableOptions
	}), { syncExternalState: !1 });
	let controlledState = coreTable.options.state, renderSnapshot = rootSource.get(), state = useSelector(rootSource, selector, { compare: shallow });
	return useIsomorphicLayoutEffect(() => {
		rootSource.markCommitted(renderSnapshot), table_publishExternalState(coreTable, controlledState ?? null, shallow);
	}), (0, import_react.useMemo)(() => ({
		...table,
		options: tableOptions,
		state
	}), [
		table,
		tableOptions,
		state
	]);
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
// src/table/TableRow.tsx
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
				e.target.closest("button,a,input,label") || window.getSelection()?.toString() || (p.onPick(-1), p.expand && !p.clickable && p.onToggle(p.rowKey));
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
// src/table/kept.ts
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
// src/table/DataTable.tsx
var features = tableFeatures({
	rowSortingFeature,
	columnSizingFeature,
	columnVisibilityFeature,
	sortedRowModel: createSortedRowModel(),
	sortFns: {}
});
function DataTable(p) {
	let { columns, rows, rowKey } = p, own = (0, import_react.useId)(), [kept, keep] = useKept("weir.table." + p.id, {
		widths: {},
		shown: {}
	}), [active, setActive] = (0, import_react.useState)({
		row: -1,
		cell: -1
	}), [openRows, setOpenRows] = (0, import_react.useState)(new Set()), scroller = (0, import_react.useRef)(null), order = p.onOrder ? p.order : kept.sort ?? p.order, defs = (0, import_react.useMemo)(() => columns.map((c) => ({
		id: c.key,
		accessorFn: (row) => missing(valueOf(c, row)) ? void 0 : valueOf(c, row),
		enableSorting: c.sort !== !1,
		sortUndefined: "last",
		sortDescFirst: c.align === "right",
		sortFn: (a, b) => typeof c.sort == "function" ? c.sort(a.original, b.original) : compare(valueOf(c, a.original), valueOf(c, b.original)),
		size: c.width ?? 160,
		minSize: c.min ?? 60
	})), [columns]), visibility = (0, import_react.useMemo)(() => Object.fromEntries(columns.map((c) => [c.key, kept.shown[c.key] ?? !c.hidden])), [columns, kept.shown]), sorting = (0, import_react.useMemo)(() => order ? [{
		id: order.key,
		desc: order.desc
	}] : [], [order?.key, order?.desc]), table = useTable({
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
			let next = (typeof u == "function" ? u(sorting) : u)[0], o = next && {
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
	}, () => null), lines = table.getRowModel().rows, shown = (0, import_react.useMemo)(() => columns.filter((c) => visibility[c.key]), [columns, visibility]), natural = p.height === void 0 && rows.length <= 50, rowHeight = p.rowHeight ?? 30, virtual = useVirtualizer({
		count: natural ? 0 : lines.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		getItemKey: (i) => lines[i]?.id ?? i,
		overscan: 12,
		scrollPaddingStart: 32
	}), items = virtual.getVirtualItems(), sizes = shown.map((c) => {
		let own = kept.widths[c.key];
		return own === void 0 ? {
			min: least(c),
			text: `minmax(${least(c)}px, ${c.width ?? 220}fr)`
		} : {
			min: own,
			text: `${own}px`
		};
	}), template = (p.selection ? "34px " : "") + (p.expand ? "26px " : "") + sizes.map((s) => s.text).join(" "), narrowest = (p.selection ? 34 : 0) + (p.expand ? 26 : 0) + sizes.reduce((n, s) => n + s.min, 0), lead = +!!p.selection + +!!p.expand, last = items[items.length - 1]?.index ?? -1, onEnd = p.onEnd;
	(0, import_react.useEffect)(() => {
		onEnd && last >= 0 && last >= lines.length - 30 && onEnd();
	}, [
		last,
		lines.length,
		onEnd
	]), (0, import_react.useEffect)(() => {
		active.row >= lines.length && setActive({
			row: lines.length - 1,
			cell: -1
		});
	}, [lines.length, active.row]);
	let at = lines[active.row], toggle = (0, import_react.useCallback)((key) => {
		setOpenRows((old) => {
			let next = new Set(old);
			return next.delete(key) || next.add(key), next;
		});
	}, []), select = (key) => {
		if (!p.selection) return;
		let next = new Set(p.selection.selected);
		next.delete(key) || next.add(key), p.selection.onSelect(next);
	}, go = (row, cell = active.cell) => {
		let r = Math.max(0, Math.min(lines.length - 1, row));
		setActive({
			row: r,
			cell
		}), natural ? document.getElementById(`${own}-${r}`)?.scrollIntoView({ block: "nearest" }) : virtual.scrollToIndex(r, { align: "auto" });
	}, handle = () => document.getElementById(`${own}-${active.row}-${active.cell}`)?.querySelector("[data-value],button,a"), onKey = (e) => {
		if (!e.currentTarget.contains(e.target)) return;
		let inside = e.target !== e.currentTarget && !e.target.hasAttribute("data-value"), key = plainKey(e);
		if (!key || inside && ![
			"j",
			"k",
			"Escape"
		].includes(key)) return;
		let page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2), row = at?.original;
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
		e.preventDefault(), e.stopPropagation();
	}, all = !!p.selection && lines.length > 0 && lines.every((l) => p.selection?.selected.has(l.id)), draw = (i) => {
		let line = lines[i];
		return line ? (0, import_jsx_runtime.jsx)(Line, {
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
				}), cell >= 0 || p.onOpen && p.onOpen(line.original);
			},
			clickable: !!p.onOpen,
			measure: natural ? void 0 : virtual.measureElement,
			minHeight: rowHeight
		}, line.id) : null;
	}, headers = table.getFlatHeaders(), fill = p.height === "fill";
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
									let header = headers.find((h) => h.column.id === c.key), dir = order?.key === c.key ? order.desc ? "descending" : "ascending" : "none", can = c.sort !== !1;
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
												let cell = e.currentTarget.parentElement, begin = e.clientX, width = cell.getBoundingClientRect().width, grip = e.currentTarget;
												grip.setPointerCapture(e.pointerId);
												let move = (m) => keep((old) => ({
													...old,
													widths: {
														...old.widths,
														[c.key]: Math.max(c.min ?? 60, Math.round(width + m.clientX - begin))
													}
												})), up = () => {
													grip.removeEventListener("pointermove", move), grip.removeEventListener("pointerup", up);
												};
												grip.addEventListener("pointermove", move), grip.addEventListener("pointerup", up);
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
