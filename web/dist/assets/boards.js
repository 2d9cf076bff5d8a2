import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, P as useQueryClient, f as useParams } from "./lib-react.js";
import { $t as useTable, I as Panel, Qt as useGet, Rt as useRange, U as Value, Wt as useZone, c as Empty, et as Fault, l as TimeSeries, nn as api, nt as Copy, rt as Button, s as Bars } from "./kit.js";
import { n as useGo, t as Along } from "./index.js";
import { n as boardKey, t as boards_module_default } from "./boards.module.js";
import { i as titleOf, r as columnsOf, t as DataTable } from "./DataTable.js";
import { n as useDrawn } from "./drawn.js";
import { a as CountriesPicture, c as VolumePicture, i as SourcesPicture, n as DestinationsPicture, o as SubnetsPicture, r as ProtocolsPicture, s as VerdictsPicture } from "./overview.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function useBoardTable(q) {
	let range = useRange();
	let asked = {
		...q,
		since: range.since,
		until: range.until
	};
	return {
		asked,
		...useTable(asked)
	};
}
var unitOf = (t, name) => t.columns.find((c) => c.name === name)?.unit || "flows";
var wide = (view) => view?.kind === "countries" || view?.kind === "subnets";
function BoardChart({ asked, table, title, view }) {
	let zone = useZone();
	if (!table) return null;
	if (table.length === 0) return (0, import_jsx_runtime.jsx)(Empty, {
		what: "records",
		ask: {
			filter: asked.filter,
			since: asked.since,
			until: asked.until
		}
	});
	switch (view?.kind) {
		case "verdicts": return (0, import_jsx_runtime.jsx)(VerdictsPicture, {
			q: asked,
			table,
			syncKey: "board"
		});
		case "volume": return (0, import_jsx_runtime.jsx)(VolumePicture, {
			q: asked,
			table,
			syncKey: "board"
		});
		case "sources": return (0, import_jsx_runtime.jsx)(SourcesPicture, { table });
		case "destinations": return (0, import_jsx_runtime.jsx)(DestinationsPicture, { table });
		case "protocols": return (0, import_jsx_runtime.jsx)(ProtocolsPicture, { table });
		case "countries": return (0, import_jsx_runtime.jsx)(CountriesPicture, {
			q: asked,
			table
		});
		case "subnets": return (0, import_jsx_runtime.jsx)(SubnetsPicture, {
			q: asked,
			table
		});
	}
	if (asked.bucket) return (0, import_jsx_runtime.jsx)(OverTime, {
		asked,
		title,
		view
	});
	if (view?.kind !== "table" && table.columns.some((c) => c.field) && table.columns.some((c) => c.kind === "number" && !c.field)) return (0, import_jsx_runtime.jsx)(Ranking, {
		table,
		title
	});
	return (0, import_jsx_runtime.jsx)(DataTable, {
		id: "board",
		label: title,
		columns: columnsOf(table, zone),
		rows: table.rows(),
		rowKey: (_, i) => String(i),
		height: 260,
		picker: !1
	});
}
function shapeOf(view) {
	let text = (v, known) => known.includes(String(v)) ? String(v) : void 0;
	return {
		show: text(view?.show ?? view?.kind, [
			"values",
			"share",
			"ratio",
			"rejected"
		]) ?? "values",
		chart: text(view?.chart ?? view?.kind, [
			"lines",
			"bars",
			"area"
		]) ?? "lines"
	};
}
function OverTime({ asked, title, view }) {
	let range = useRange();
	let { chart, table } = useDrawn(asked, shapeOf(view));
	if (!chart) return null;
	return (0, import_jsx_runtime.jsx)(TimeSeries, {
		title,
		times: chart.times,
		series: chart.series,
		stacked: chart.stacked,
		height: 220,
		syncKey: "board",
		onZoom: range.zoom,
		gaps: table?.meta.gaps,
		panes: view?.panes === "2" ? 2 : view?.panes === "1" ? 1 : void 0
	});
}
function Ranking({ table, title }) {
	let numbers = (0, import_react.useMemo)(() => table.columns.filter((c) => c.kind === "number" && !c.field).map((c) => c.name), [table]);
	let groups = (0, import_react.useMemo)(() => table.columns.filter((c) => c.field).map((c) => c.name), [table]);
	let [first, second] = numbers;
	let rows = table.rows().map((r, i) => ({
		key: String(i),
		name: groups.map((g) => String(r[g] ?? "–")).join(" "),
		label: (0, import_jsx_runtime.jsx)(import_jsx_runtime.Fragment, { children: groups.slice(0, 3).map((g) => (0, import_jsx_runtime.jsxs)("span", { children: [(0, import_jsx_runtime.jsx)(Value, {
			field: g,
			value: r[g]
		}), " "] }, g)) }),
		value: Number(r[first ?? ""] ?? 0),
		second: second ? Number(r[second] ?? 0) : void 0
	}));
	return (0, import_jsx_runtime.jsx)(Bars, {
		title,
		rows,
		unit: unitOf(table, first ?? ""),
		secondUnit: second ? unitOf(table, second) : void 0,
		heads: {
			name: groups.map(titleOf).join(", "),
			value: titleOf(first ?? ""),
			second: second ? titleOf(second) : void 0
		}
	});
}
function Boards() {
	let { name } = useParams({ strict: !1 });
	return name ? (0, import_jsx_runtime.jsx)(Board, { name }) : (0, import_jsx_runtime.jsx)(List, {});
}
function List() {
	let boards = useGet("/shelf/{kind}", void 0, { at: { kind: "board" } });
	let zone = useZone();
	return (0, import_jsx_runtime.jsxs)("div", {
		className: boards_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: boards_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: "Boards" }), (0, import_jsx_runtime.jsx)("p", { children: "Charts that you keep: in the menu of any panel, choose “Pin to a board”." })]
			}),
			boards.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: boards.error,
				onRetry: boards.refetch
			}) : null,
			boards.data && boards.data.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "boards yet",
				icon: "pin",
				reasons: ["Open the menu of any chart on the overview or in the Explorer and pin it to a board: the board is made by its name."]
			}) : null,
			(0, import_jsx_runtime.jsx)("ul", {
				className: boards_module_default.cards,
				children: boards.data?.map((b) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(Along, {
					to: "/boards/" + encodeURIComponent(b.name),
					className: boards_module_default.card,
					children: [
						(0, import_jsx_runtime.jsx)("b", { children: b.name }),
						(0, import_jsx_runtime.jsxs)("span", { children: [b.body.panels?.length ?? 0, " charts"] }),
						(0, import_jsx_runtime.jsxs)("small", { children: [
							b.owner,
							", ",
							zone.time(b.changed)
						] })
					]
				}) }, b.name))
			})
		]
	});
}
function Board({ name }) {
	let board = useGet("/shelf/{kind}/{name}", void 0, {
		at: {
			kind: "board",
			name
		},
		keep: !1
	});
	let client = useQueryClient();
	let go = useGo();
	let [error, setError] = (0, import_react.useState)();
	let [sure, setSure] = (0, import_react.useState)(!1);
	let body = board.data?.body;
	let keep = async (panels) => {
		setError(void 0);
		try {
			let e = await api.put("/shelf/{kind}/{name}", {
				body: {
					...body,
					panels
				},
				revision: board.data?.revision ?? 0
			}, { at: {
				kind: "board",
				name
			} });
			client.setQueryData(boardKey(name), e);
		} catch (e) {
			setError(e);
			board.refetch();
		}
	};
	let remove = async () => {
		try {
			await api.delete("/shelf/{kind}/{name}", { at: {
				kind: "board",
				name
			} });
			client.removeQueries({ queryKey: boardKey(name) });
			await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
			go("/boards");
		} catch (e) {
			setError(e);
		}
	};
	let panels = body?.panels ?? [];
	let move = (i, by) => {
		let next = [...panels];
		let [one] = next.splice(i, 1);
		one && next.splice(i + by, 0, one);
		keep(next);
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: boards_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: boards_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: name }), (0, import_jsx_runtime.jsxs)("div", {
					className: boards_module_default.actions,
					children: [(0, import_jsx_runtime.jsx)(Copy, {
						text: window.location.href,
						label: "Copy link"
					}), sure ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
						kind: "danger",
						small: !0,
						onClick: () => void remove(),
						children: "Delete the board"
					}), (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						onClick: () => setSure(!1),
						children: "Keep it"
					})] }) : (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						onClick: () => setSure(!0),
						children: "Delete …"
					})]
				})]
			}),
			board.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: board.error,
				onRetry: board.refetch
			}) : null,
			error ? (0, import_jsx_runtime.jsx)(Fault, { error }) : null,
			body && panels.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "charts on this board",
				icon: "pin"
			}) : null,
			(0, import_jsx_runtime.jsx)("div", {
				className: boards_module_default.grid,
				children: panels.map((p, i) => (0, import_jsx_runtime.jsx)(Pinned, {
					panel: p,
					onLeft: i > 0 ? () => move(i, -1) : void 0,
					onRight: i < panels.length - 1 ? () => move(i, 1) : void 0,
					onRemove: () => void keep(panels.filter((x) => x.id !== p.id))
				}, p.id))
			})
		]
	});
}
function Pinned({ panel, onLeft, onRight, onRemove }) {
	let { asked, table, loading, error, refetch } = useBoardTable(panel.query);
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: panel.title,
		meta: table?.meta,
		loading,
		error,
		onRetry: refetch,
		query: asked,
		pin: !1,
		className: wide(panel.view) ? boards_module_default.wide : void 0,
		waitHeight: 220,
		menu: [
			...onLeft ? [{
				id: "left",
				title: "Move before",
				icon: "left",
				run: onLeft
			}] : [],
			...onRight ? [{
				id: "right",
				title: "Move after",
				icon: "right",
				run: onRight
			}] : [],
			{
				id: "off",
				title: "Take off the board",
				icon: "close",
				run: onRemove
			}
		],
		children: (0, import_jsx_runtime.jsx)(BoardChart, {
			asked,
			table,
			title: panel.title,
			view: panel.view
		})
	});
}
export { Boards as default };
