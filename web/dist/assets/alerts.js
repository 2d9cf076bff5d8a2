import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, P as useQueryClient, y as useQuery } from "./lib-react.js";
import { c as slowly, l as touchAlerts, t as Along } from "./index.js";
import { $t as useTable, F as useShortcuts, I as Panel, Jt as usePageSearch, Qt as useGet, Rt as useRange, U as Value, W as ValueScope, Wt as useZone, Y as Skeleton, Yt as useSearch, Z as Menu, c as Empty, ct as bytes, d as Badge, et as Fault, f as Severity, ft as percent, it as Icon, l as TimeSeries, lt as count, nn as api, nt as Copy, p as Tabs, pt as plural, q as entityPath, rt as Button, ut as duration, zt as ago } from "./kit.js";
import { t as Drawer } from "./Drawer.js";
import { t as Spark } from "./Spark.js";
import { r as columnsOf, t as DataTable } from "./DataTable.js";
import { a as TextField, i as TextArea, n as SelectField, r as SwitchField, t as Segments } from "./Field.js";
import { t as useInfiniteQuery } from "./lib-query.js";
import { t as Confirm } from "./Confirm.js";
var import_react = __toESM(require_react(), 1);
var verdicts = [
	{
		value: "true_positive",
		title: "True positive",
		doc: "An attack. It fires again when it goes on after this."
	},
	{
		value: "benign",
		title: "Benign",
		doc: "It is so, and meant. It stays resolved, whatever more comes of it that day."
	},
	{
		value: "false_positive",
		title: "False positive",
		doc: "It is not so. It stays resolved as well."
	}
];
var verdictText = (v) => verdicts.find((x) => x.value === v)?.title.toLowerCase() ?? "";
var severities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
var rank = (a) => severities.indexOf(a.severity);
function worstFirst(a, b) {
	return Number(b.page) - Number(a.page) || rank(a) - rank(b) || b.score - a.score || b.last_seen.localeCompare(a.last_seen) || a.id.localeCompare(b.id);
}
var entityText = (e) => (e.network ? e.network + "/" : "") + e.id;
var familyText = (f) => f.replaceAll("_", " ");
function grouped(alerts, together, newest) {
	let by = new Map();
	for (let a of alerts) {
		let key = together ? a.rule + "\n" + a.entity.kind + "\n" + entityText(a.entity) : a.id;
		by.set(key, [...by.get(key) ?? [], a]);
	}
	let order = newest ? (a, b) => b.last_seen.localeCompare(a.last_seen) || a.id.localeCompare(b.id) : worstFirst;
	return [...by].map(([key, list]) => ({
		key,
		alerts: list.sort(order)
	})).sort((a, b) => order(a.alerts[0], b.alerts[0]));
}
function useTouched() {
	let c = useQueryClient();
	return (0, import_react.useCallback)(() => touchAlerts(c), [c]);
}
var running = 0;
var waiting = [];
async function inTurn(run) {
	running >= 2 && await new Promise((go) => waiting.push(go));
	running++;
	try {
		return await run();
	} finally {
		running--;
		waiting.shift()?.();
	}
}
function useSpark(id, when) {
	return useQuery({
		queryKey: [
			"/alerts/{id}/series",
			id,
			"brief"
		],
		queryFn: ({ signal }) => inTurn(() => api.get("/alerts/{id}/series", { brief: !0 }, {
			at: { id },
			signal
		})),
		enabled: when,
		staleTime: 3e5,
		retry: !1
	}).data;
}
var Alerts_module_default = {
	page: "Alerts-module_page",
	title: "Alerts-module_title",
	queue: "Alerts-module_queue",
	filters: "Alerts-module_filters",
	search: "Alerts-module_search",
	chips: "Alerts-module_chips",
	hint: "Alerts-module_hint",
	card: "Alerts-module_card",
	pad: "Alerts-module_pad",
	listHead: "Alerts-module_listHead",
	keysHint: "Alerts-module_keysHint",
	list: "Alerts-module_list",
	row: "Alerts-module_row",
	inner: "Alerts-module_inner",
	opened: "Alerts-module_opened",
	level: "Alerts-module_level",
	main: "Alerts-module_main",
	open: "Alerts-module_open",
	marks: "Alerts-module_marks",
	why: "Alerts-module_why",
	about: "Alerts-module_about",
	entity: "Alerts-module_entity",
	more: "Alerts-module_more",
	spark: "Alerts-module_spark",
	age: "Alerts-module_age",
	acts: "Alerts-module_acts",
	bulk: "Alerts-module_bulk",
	incident: "Alerts-module_incident",
	two: "Alerts-module_two",
	grid: "Alerts-module_grid"
};
var import_jsx_runtime = require_jsx_runtime();
var fields$1 = {
	address: ["addr", "address"],
	interface: ["interface_id", "interface"],
	subnet: ["subnet_id", "subnet"],
	vpc: ["vpc_id", "vpc"],
	app: ["app", "app"],
	attachment: ["tgw_attachment_id"]
};
function EntityValue({ entity }) {
	let ends = entity.kind === "pair" || entity.kind === "edge" ? entity.id.split(" > ") : [];
	if (ends.length === 2) {
		let [src, dst] = ends;
		let [app, port] = entity.kind === "edge" ? [dst.replace(/:[^:]*$/, ""), dst.slice(dst.lastIndexOf(":"))] : [dst, ""];
		let field = entity.kind === "edge" ? "app" : "addr";
		let inside = (a) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(a) ? entity.network : "";
		return (0, import_jsx_runtime.jsxs)("span", {
			className: Alerts_module_default.entity,
			children: [
				(0, import_jsx_runtime.jsx)(Value, {
					field,
					value: src,
					network: inside(src)
				}),
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					"aria-label": "to",
					children: "→"
				}),
				" ",
				(0, import_jsx_runtime.jsx)(Value, {
					field,
					value: app,
					network: inside(app)
				}),
				port
			]
		});
	}
	let [field, kind] = fields$1[entity.kind] ?? [];
	if (!field) return (0, import_jsx_runtime.jsx)("span", {
		className: Alerts_module_default.entity,
		children: entity.id
	});
	return (0, import_jsx_runtime.jsx)("span", {
		className: Alerts_module_default.entity,
		children: (0, import_jsx_runtime.jsx)(Value, {
			field,
			kind,
			value: entity.id,
			network: entity.network
		})
	});
}
function Age({ at }) {
	let zone = useZone();
	return (0, import_jsx_runtime.jsx)("time", {
		dateTime: at,
		title: `${zone.time(at, !0)} ${zone.zone} · ${at}`,
		children: ago(at)
	});
}
function State({ alert }) {
	let zone = useZone();
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		alert.page && (0, import_jsx_runtime.jsx)(Badge, {
			tone: "high",
			icon: "bell",
			children: "page"
		}),
		alert.status !== "firing" && (0, import_jsx_runtime.jsxs)(Badge, {
			tone: alert.status === "resolved" ? "good" : alert.status === "acknowledged" ? "accent" : "plain",
			icon: alert.status === "resolved" ? "check" : void 0,
			children: [alert.status, alert.verdict ? `, ${verdictText(alert.verdict)}` : ""]
		}),
		alert.silenced_until && (0, import_jsx_runtime.jsx)(Badge, {
			icon: "mute",
			title: `until ${zone.time(alert.silenced_until)}`,
			children: "silenced"
		}),
		alert.late && (0, import_jsx_runtime.jsx)(Badge, {
			title: "found in records that came late",
			children: "late"
		}),
		alert.exposure && (0, import_jsx_runtime.jsx)(Badge, {
			icon: "globe",
			children: "internet noise"
		})
	] });
}
function AlertSpark({ alert, width = 92 }) {
	let box = (0, import_react.useRef)(null);
	let [seen, setSeen] = (0, import_react.useState)(!1);
	(0, import_react.useEffect)(() => {
		let el = box.current;
		if (!el || seen) return;
		let o = new IntersectionObserver((list) => list.some((x) => x.isIntersecting) && setSeen(!0), { rootMargin: "120px" });
		o.observe(el);
		return () => o.disconnect();
	}, [seen]);
	let s = useSpark(alert.id, seen);
	return (0, import_jsx_runtime.jsx)("span", {
		ref: box,
		className: Alerts_module_default.spark,
		children: s && s.values.length > 0 ? (0, import_jsx_runtime.jsx)(Spark, {
			label: s.label,
			values: s.values,
			unit: s.unit,
			width,
			height: 22,
			kind: "bars",
			color: alert.severity === "critical" || alert.severity === "high" ? 2 : 1
		}) : null
	});
}
var AlertDrawer_module_default = {
	sub: "AlertDrawer-module_sub",
	body: "AlertDrawer-module_body",
	why: "AlertDrawer-module_why",
	facts: "AlertDrawer-module_facts",
	scope: "AlertDrawer-module_scope",
	part: "AlertDrawer-module_part",
	heading: "AlertDrawer-module_heading",
	soft: "AlertDrawer-module_soft",
	small: "AlertDrawer-module_small",
	link: "AlertDrawer-module_link",
	action: "AlertDrawer-module_action",
	plain: "AlertDrawer-module_plain",
	steps: "AlertDrawer-module_steps",
	dot: "AlertDrawer-module_dot",
	self: "AlertDrawer-module_self",
	weak: "AlertDrawer-module_weak",
	stepHead: "AlertDrawer-module_stepHead",
	path: "AlertDrawer-module_path",
	related: "AlertDrawer-module_related",
	entities: "AlertDrawer-module_entities",
	kind: "AlertDrawer-module_kind",
	notes: "AlertDrawer-module_notes",
	block: "AlertDrawer-module_block",
	blockHead: "AlertDrawer-module_blockHead",
	code: "AlertDrawer-module_code",
	cut: "AlertDrawer-module_cut",
	id: "AlertDrawer-module_id",
	foot: "AlertDrawer-module_foot",
	form: "AlertDrawer-module_form",
	choices: "AlertDrawer-module_choices",
	fields: "AlertDrawer-module_fields",
	buttons: "AlertDrawer-module_buttons",
	preview: "AlertDrawer-module_preview"
};
var shown = 50;
function Evidence({ detail }) {
	let e = detail.alert.evidence;
	let zone = useZone();
	if (e.missing) return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "evidence",
		className: AlertDrawer_module_default.part,
		children: [(0, import_jsx_runtime.jsx)("h3", {
			id: "evidence",
			children: "Evidence"
		}), (0, import_jsx_runtime.jsxs)("p", { children: [
			"No records",
			e.missing.interface_id ? ` of ${e.missing.interface_id}` : "",
			" from ",
			zone.time(e.missing.since, !0),
			" to ",
			zone.time(e.missing.until, !0),
			". That they are missing is what was found."
		] })]
	});
	if (!e.filter) return null;
	return (0, import_jsx_runtime.jsx)(Records, { detail });
}
function Records({ detail }) {
	let e = detail.alert.evidence;
	let zone = useZone();
	let query = {
		filter: e.filter,
		since: e.since,
		until: e.until,
		columns: "start,srcaddr,srcport,dstaddr,dstport,protocol,packets,bytes,action,interface_id",
		limit: shown
	};
	let asked = useTable(query);
	let rows = (0, import_react.useMemo)(() => asked.table?.rows() ?? [], [asked.table]);
	let columns = (0, import_react.useMemo)(() => columnsOf(asked.table, zone), [asked.table, zone]);
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: "Evidence",
		help: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", { children: "The records behind the alert, every witness of them. This command gives all:" }), (0, import_jsx_runtime.jsx)("pre", {
			className: AlertDrawer_module_default.code,
			children: detail.command
		})] }),
		query,
		pin: !1,
		meta: asked.table?.meta,
		loading: asked.loading,
		error: asked.error,
		onRetry: asked.refetch,
		flush: !0,
		actions: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Along, {
			to: "/explore",
			search: {
				q: e.filter ?? "",
				since: e.since ?? "",
				until: e.until ?? ""
			},
			className: AlertDrawer_module_default.action,
			children: e.exact ? `All ${plural(e.count ?? 0, "record")} in the Explorer` : "All records in the Explorer"
		}), (0, import_jsx_runtime.jsx)(Copy, {
			text: detail.command,
			label: "Copy command",
			kind: "quiet"
		})] }),
		children: [(0, import_jsx_runtime.jsx)(ValueScope, {
			filter: e.filter ?? "",
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "alert.evidence",
				label: "Records behind the alert",
				columns,
				rows,
				rowKey: (_, i) => String(i),
				height: 240,
				empty: "These records are no longer stored."
			})
		}), e.exact && (e.count ?? 0) > rows.length && rows.length > 0 && (0, import_jsx_runtime.jsxs)("p", {
			className: AlertDrawer_module_default.cut,
			children: [
				"The first ",
				rows.length,
				" of ",
				count(e.count ?? 0),
				"."
			]
		})]
	});
}
var words = {
	acknowledge: "acknowledged it",
	resolve: "resolved it",
	judge: "judged it",
	reopen: "reopened it",
	note: "wrote a note",
	fire: "it fires again"
};
function History({ detail }) {
	let zone = useZone();
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "history",
		className: AlertDrawer_module_default.part,
		children: [
			(0, import_jsx_runtime.jsx)("h3", {
				id: "history",
				children: "Notes and what was done"
			}),
			detail.audit_error && (0, import_jsx_runtime.jsxs)("p", {
				role: "alert",
				children: [
					"The audit cannot be relied on: ",
					detail.audit_error,
					"."
				]
			}),
			detail.notes.length === 0 && detail.audit.length === 0 && !detail.audit_error && (0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: "Nobody has done anything with it yet."
			}),
			detail.notes.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
				className: AlertDrawer_module_default.notes,
				"aria-label": "Notes",
				children: detail.notes.map((n) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)("p", { children: n.text }), (0, import_jsx_runtime.jsxs)("p", {
					className: AlertDrawer_module_default.soft,
					children: [
						n.who,
						", ",
						zone.time(n.at, !0)
					]
				})] }, n.at + n.who))
			}),
			detail.audit.length > 0 && (0, import_jsx_runtime.jsx)("ol", {
				className: AlertDrawer_module_default.steps,
				"aria-label": "Audit",
				children: detail.audit.map((e) => {
					let after = e.after;
					return (0, import_jsx_runtime.jsxs)("li", { children: [
						(0, import_jsx_runtime.jsxs)("time", {
							dateTime: e.at,
							title: e.at,
							children: [
								zone.date(e.at).slice(5),
								" ",
								zone.clock(e.at)
							]
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: AlertDrawer_module_default.dot,
							"aria-hidden": !0
						}),
						(0, import_jsx_runtime.jsxs)("p", { children: [
							(0, import_jsx_runtime.jsx)("strong", { children: e.who }),
							" ",
							words[e.action] ?? e.action,
							after?.verdict && e.action !== "note" ? `: ${verdictText(after.verdict)}` : "",
							after?.how ? ` (${after.how})` : ""
						] })
					] }, e.seq);
				})
			})
		]
	});
}
function useRun(onDone) {
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let [error, setError] = (0, import_react.useState)(null);
	return {
		busy,
		error,
		run: async (e, what) => {
			e.preventDefault();
			setBusy(!0);
			setError(null);
			try {
				await what();
				await onDone();
			} catch (x) {
				setError(x);
				setBusy(!1);
			}
		}
	};
}
function ResolveForm({ alert, onDone, onCancel }) {
	let [verdict, setVerdict] = (0, import_react.useState)(alert.verdict ?? "");
	let [note, setNote] = (0, import_react.useState)("");
	let { busy, error, run } = useRun(onDone);
	return (0, import_jsx_runtime.jsxs)("form", {
		className: AlertDrawer_module_default.form,
		"aria-label": "Resolve",
		onSubmit: (e) => void run(e, () => api.post("/alerts/{id}/resolve", {
			verdict: verdict || void 0,
			note: note.trim() || void 0
		}, { at: { id: alert.id } })),
		children: [
			(0, import_jsx_runtime.jsxs)("fieldset", {
				className: AlertDrawer_module_default.choices,
				children: [(0, import_jsx_runtime.jsx)("legend", { children: "What was it?" }), verdicts.map((v, i) => (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("input", {
					type: "radio",
					name: "verdict",
					value: v.value,
					checked: verdict === v.value,
					autoFocus: verdict ? verdict === v.value : i === 0,
					onChange: () => setVerdict(v.value)
				}), (0, import_jsx_runtime.jsxs)("span", { children: [
					(0, import_jsx_runtime.jsx)("strong", { children: v.title }),
					" ",
					(0, import_jsx_runtime.jsx)("span", {
						className: AlertDrawer_module_default.soft,
						children: v.doc
					})
				] })] }, v.value))]
			}),
			(0, import_jsx_runtime.jsx)(TextArea, {
				label: "Note",
				rows: 2,
				value: note,
				maxLength: 4e3,
				onChange: (e) => setNote(e.target.value),
				placeholder: "What you found out, for the next one who looks"
			}),
			error && (0, import_jsx_runtime.jsx)(Fault, { error }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: AlertDrawer_module_default.buttons,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					type: "submit",
					kind: "primary",
					busy,
					disabled: !verdict,
					children: "Resolve"
				}), (0, import_jsx_runtime.jsx)(Button, {
					onClick: onCancel,
					children: "Cancel"
				})]
			})
		]
	});
}
function NoteForm({ alert, onDone, onCancel }) {
	let [text, setText] = (0, import_react.useState)("");
	let { busy, error, run } = useRun(onDone);
	return (0, import_jsx_runtime.jsxs)("form", {
		className: AlertDrawer_module_default.form,
		"aria-label": "Note",
		onSubmit: (e) => void run(e, () => api.post("/alerts/{id}/note", { text }, { at: { id: alert.id } })),
		children: [
			(0, import_jsx_runtime.jsx)(TextArea, {
				label: "Note",
				rows: 3,
				autoFocus: !0,
				value: text,
				maxLength: 4e3,
				onChange: (e) => setText(e.target.value)
			}),
			error && (0, import_jsx_runtime.jsx)(Fault, { error }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: AlertDrawer_module_default.buttons,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					type: "submit",
					kind: "primary",
					busy,
					disabled: !text.trim(),
					children: "Add the note"
				}), (0, import_jsx_runtime.jsx)(Button, {
					onClick: onCancel,
					children: "Cancel"
				})]
			})
		]
	});
}
function Plot({ alert }) {
	let asked = useGet("/alerts/{id}/series", void 0, {
		at: { id: alert.id },
		keep: !1
	});
	let zone = useZone();
	let s = asked.data;
	let from = s ? Date.parse(s.marks.from) / 1e3 : 0;
	let usual = s?.usual;
	let caption = s && usual ? usual.basis === "rule" ? "The band is what the rule takes for usual at this hour of the week." : `The band is the least and the most at the same time of ${usual.days} earlier days.` : "";
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title: s ? `${s.label} every ${duration(s.bucket_seconds)}` : "Beside what is usual",
		name: "Beside what is usual",
		help: "What the rule counts around the alert. The mark is where it begins.",
		loading: asked.loading,
		ready: !!s,
		error: asked.error,
		onRetry: asked.refetch,
		meta: s?.meta,
		path: `/alerts/${alert.id}/series`,
		waitHeight: 200,
		children: [
			s && s.times.length > 0 && (0, import_jsx_runtime.jsx)(TimeSeries, {
				title: `${s.label} around ${zone.time(alert.first_seen)}`,
				times: s.times,
				series: [{
					label: s.label,
					values: s.values,
					unit: s.unit || "count",
					color: 2,
					kind: s.times.length > 200 ? "line" : "bars",
					band: usual ? {
						low: usual.low,
						high: usual.high
					} : void 0
				}],
				height: 180,
				legend: "line",
				marks: [{
					at: from,
					label: alert.title,
					severity: alert.severity
				}]
			}),
			caption && (0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: caption
			}),
			s?.why_not && (0, import_jsx_runtime.jsxs)("p", {
				className: AlertDrawer_module_default.soft,
				children: [s.why_not.charAt(0).toUpperCase() + s.why_not.slice(1), "."]
			})
		]
	});
}
function Response({ alert }) {
	let asked = useGet("/alerts/{id}/response", void 0, {
		at: { id: alert.id },
		keep: !1
	});
	let r = asked.data;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "response",
		className: AlertDrawer_module_default.part,
		"aria-busy": asked.loading || void 0,
		children: [
			(0, import_jsx_runtime.jsx)("h3", {
				id: "response",
				children: "What to do"
			}),
			asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: asked.error,
				onRetry: asked.refetch
			}) : r ? null : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 3 }),
			r && r.steps.length > 0 && (0, import_jsx_runtime.jsx)("ol", {
				className: AlertDrawer_module_default.plain,
				children: r.steps.map((s) => (0, import_jsx_runtime.jsx)("li", { children: s }, s))
			}),
			r?.blocks.map((b) => (0, import_jsx_runtime.jsx)(Block, { ...b }, b.title)),
			r && (0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: "weir changes nothing in your account: read the commands before you run them."
			})
		]
	});
}
function Block({ title, doc, cli, terraform }) {
	let [form, setForm] = (0, import_react.useState)("cli");
	let text = form === "cli" || !terraform ? cli : terraform;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: AlertDrawer_module_default.block,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: AlertDrawer_module_default.blockHead,
				children: [
					(0, import_jsx_runtime.jsx)("h4", { children: title }),
					terraform && (0, import_jsx_runtime.jsx)(Segments, {
						label: `Form of: ${title}`,
						value: form,
						onChange: setForm,
						options: [{
							value: "cli",
							title: "AWS CLI"
						}, {
							value: "terraform",
							title: "Terraform"
						}]
					}),
					(0, import_jsx_runtime.jsx)(Copy, {
						text,
						label: form === "cli" || !terraform ? "Copy CLI" : "Copy Terraform"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: doc
			}),
			(0, import_jsx_runtime.jsx)("pre", {
				className: AlertDrawer_module_default.code,
				tabIndex: 0,
				role: "region",
				"aria-label": title,
				children: text
			})
		]
	});
}
var lengths = [
	{
		value: "3600",
		title: "1 hour"
	},
	{
		value: "28800",
		title: "8 hours"
	},
	{
		value: "86400",
		title: "24 hours"
	},
	{
		value: "604800",
		title: "7 days"
	},
	{
		value: "2592000",
		title: "30 days"
	}
];
var ownerKey = "weir.silence.owner";
function scopes(a) {
	let entity = entityText(a.entity);
	let rule = a.family === "incident" ? { families: ["incident"] } : { rules: [a.rule] };
	let name = a.family === "incident" ? "incidents" : `“${a.title}”`;
	return [
		{
			id: "both",
			title: `${name} about ${entity}`,
			matches: {
				...rule,
				entities: [entity]
			}
		},
		{
			id: "rule",
			title: `${name} about anything`,
			matches: rule
		},
		{
			id: "entity",
			title: `Everything about ${entity}`,
			matches: { entities: [entity] }
		}
	];
}
function SilenceForm({ alert, onDone, onCancel }) {
	let list = scopes(alert);
	let [scope, setScope] = (0, import_react.useState)("both");
	let chosen = list.find((s) => s.id === scope) ?? list[0];
	return (0, import_jsx_runtime.jsx)(SilenceFields, {
		focus: !0,
		matches: chosen?.matches,
		onDone,
		onCancel,
		children: (0, import_jsx_runtime.jsxs)("fieldset", {
			className: AlertDrawer_module_default.choices,
			children: [(0, import_jsx_runtime.jsx)("legend", { children: "What is kept quiet" }), list.map((s) => (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("input", {
				type: "radio",
				name: "scope",
				value: s.id,
				checked: scope === s.id,
				onChange: () => setScope(s.id)
			}), (0, import_jsx_runtime.jsx)("span", { children: s.title })] }, s.id))]
		})
	});
}
function SilenceFields({ matches, onDone, onCancel, focus, children }) {
	let session = useGet("/session").data;
	let [owner, setOwner] = (0, import_react.useState)(() => {
		try {
			return localStorage.getItem(ownerKey) ?? "";
		} catch {
			return "";
		}
	});
	let [reason, setReason] = (0, import_react.useState)("");
	let [seconds, setSeconds] = (0, import_react.useState)("86400");
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let [error, setError] = (0, import_react.useState)(null);
	(0, import_react.useEffect)(() => {
		!owner && session?.person?.name && setOwner(session.person.name);
	}, [session?.person?.name]);
	return (0, import_jsx_runtime.jsxs)("form", {
		className: AlertDrawer_module_default.form,
		"aria-label": "Silence",
		onSubmit: async (e) => {
			e.preventDefault();
			if (!matches) return;
			setBusy(!0);
			setError(null);
			try {
				await api.post("/silences", {
					matches,
					owner,
					reason,
					seconds: Number(seconds)
				});
				try {
					localStorage.setItem(ownerKey, owner);
				} catch {}
				await onDone();
			} catch (x) {
				setError(x);
				setBusy(!1);
			}
		},
		children: [
			children,
			(0, import_jsx_runtime.jsx)(Preview, { matches }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: AlertDrawer_module_default.fields,
				children: [
					(0, import_jsx_runtime.jsx)(SelectField, {
						label: "For",
						value: seconds,
						onChange: (e) => setSeconds(e.target.value),
						options: lengths,
						hint: "It ends by itself"
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Owner",
						value: owner,
						maxLength: 200,
						onChange: (e) => setOwner(e.target.value),
						hint: "Who answers for it"
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Reason",
						value: reason,
						maxLength: 1e3,
						autoFocus: focus,
						onChange: (e) => setReason(e.target.value),
						hint: "Why nobody needs to be told"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: "What is silenced is recorded all the same, and can be found. What still fires when the silence ends is told of then."
			}),
			error && (0, import_jsx_runtime.jsx)(Fault, { error }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: AlertDrawer_module_default.buttons,
				children: [(0, import_jsx_runtime.jsxs)(Button, {
					type: "submit",
					kind: "primary",
					icon: "mute",
					busy,
					disabled: !matches || !owner.trim() || !reason.trim(),
					children: ["Silence for ", lengths.find((l) => l.value === seconds)?.title]
				}), (0, import_jsx_runtime.jsx)(Button, {
					onClick: onCancel,
					children: "Cancel"
				})]
			})
		]
	});
}
function Preview({ matches }) {
	let asked = useQuery({
		queryKey: ["/silences/preview", matches ?? null],
		queryFn: ({ signal }) => api.post("/silences/preview", {
			matches,
			days: 30
		}, { signal }),
		enabled: !!matches,
		placeholderData: (old) => old
	});
	let p = asked.data;
	if (!matches) return (0, import_jsx_runtime.jsx)("p", {
		className: AlertDrawer_module_default.preview,
		children: "Say what is to be quiet, and see here what that would have hidden."
	});
	if (asked.error) return (0, import_jsx_runtime.jsx)(Fault, { error: asked.error });
	let grave = p ? p.true_positives_hidden > 0 || p.pages_hidden > 0 : !1;
	return (0, import_jsx_runtime.jsx)("div", {
		className: AlertDrawer_module_default.preview,
		"data-grave": grave || void 0,
		role: "status",
		"aria-label": "Preview",
		"aria-busy": asked.isFetching || void 0,
		children: p ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("p", { children: [
			grave && (0, import_jsx_runtime.jsx)(Icon, {
				name: "warning",
				size: 14
			}),
			" ",
			(0, import_jsx_runtime.jsxs)("strong", { children: ["This ", p.text] }),
			p.pages > 0 ? `; ${p.pages_hidden} of ${p.pages} pages` : "",
			p.true_positives_hidden > 0 ? `; ${p.true_positives_hidden} of them ${p.true_positives_hidden === 1 ? "was a" : "were"} true positive${p.true_positives_hidden === 1 ? "" : "s"}` : "",
			"."
		] }), p.examples.length > 0 && (0, import_jsx_runtime.jsx)("ul", { children: p.examples.slice(0, 3).map((a) => (0, import_jsx_runtime.jsxs)("li", { children: [
			(0, import_jsx_runtime.jsx)(Severity, {
				level: a.severity,
				short: !0
			}),
			" ",
			a.title,
			", ",
			(0, import_jsx_runtime.jsxs)("span", {
				className: AlertDrawer_module_default.soft,
				children: [
					familyText(a.entity.kind),
					" ",
					entityText(a.entity)
				]
			})
		] }, a.id)) })] }) : "…"
	});
}
function usualText(u) {
	let inBytes = u.unit?.startsWith("bytes");
	let n = inBytes ? bytes : (v) => count(Math.round(v * 10) / 10);
	let unit = inBytes ? (u.unit ?? "").replace(/^bytes ?/, "") : u.unit ?? "";
	return (u.low === u.high ? n(u.high) : `${n(u.low)} – ${n(u.high)}`) + (unit ? " " + unit : "");
}
function Fact({ name, children }) {
	return (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children })] });
}
function Numbers({ detail }) {
	let a = detail.alert;
	return (0, import_jsx_runtime.jsxs)("dl", {
		className: AlertDrawer_module_default.facts,
		children: [
			(0, import_jsx_runtime.jsx)(Fact, {
				name: "Flows",
				children: count(a.count)
			}),
			(0, import_jsx_runtime.jsx)(Fact, {
				name: "Usual",
				children: a.usual ? usualText(a.usual) : "not counted"
			}),
			(0, import_jsx_runtime.jsxs)(Fact, {
				name: "Score",
				children: [a.score, " of 100"]
			}),
			a.srcaddr && (0, import_jsx_runtime.jsx)(Fact, {
				name: "Source",
				children: (0, import_jsx_runtime.jsx)(Value, {
					field: "srcaddr",
					value: a.srcaddr,
					network: a.entity.network
				})
			}),
			a.dstaddr && (0, import_jsx_runtime.jsxs)(Fact, {
				name: "Destination",
				children: [(0, import_jsx_runtime.jsx)(Value, {
					field: "dstaddr",
					value: a.dstaddr,
					network: a.entity.network
				}), a.dstport !== null && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [" port ", (0, import_jsx_runtime.jsx)(Value, {
					field: "dstport",
					value: a.dstport
				})] })]
			}),
			a.attack.length > 0 && (0, import_jsx_runtime.jsx)(Fact, {
				name: "ATT&CK",
				children: a.attack.join(", ")
			}),
			a.scope.length > 0 && (0, import_jsx_runtime.jsx)(Fact, {
				name: "Where",
				children: a.scope.map((s) => (0, import_jsx_runtime.jsxs)("span", {
					className: AlertDrawer_module_default.scope,
					children: [
						percent(s.share),
						" ",
						s.kind,
						" ",
						(0, import_jsx_runtime.jsx)(Value, {
							field: s.kind + "_id",
							value: s.id
						})
					]
				}, s.kind + s.id))
			})
		]
	});
}
function About({ detail, onOpen }) {
	let r = detail.rule;
	let known = new Set([
		"address",
		"interface",
		"app",
		"subnet",
		"vpc"
	]);
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "about-rule",
		className: AlertDrawer_module_default.part,
		children: [
			(0, import_jsx_runtime.jsx)("h3", {
				id: "about-rule",
				children: "What this is about"
			}),
			(0, import_jsx_runtime.jsxs)("ul", {
				className: AlertDrawer_module_default.entities,
				children: [detail.entities.slice(0, 8).map((e) => (0, import_jsx_runtime.jsxs)("li", { children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: AlertDrawer_module_default.kind,
						children: e.kind
					}),
					(0, import_jsx_runtime.jsx)(EntityValue, { entity: e }),
					known.has(e.kind) && (0, import_jsx_runtime.jsx)(Along, {
						to: entityPath(e.kind, e.id, e.network),
						children: "Open its page"
					}),
					(0, import_jsx_runtime.jsx)(Along, {
						to: "/alerts",
						search: {
							entity: (e.network ? e.network + "/" : "") + e.id,
							status: "all"
						},
						children: "All its alerts"
					})
				] }, e.kind + e.network + e.id)), detail.entities.length > 8 && (0, import_jsx_runtime.jsxs)("li", { children: [
					"and ",
					detail.entities.length - 8,
					" others"
				] })]
			}),
			detail.incident && (0, import_jsx_runtime.jsxs)("p", { children: [
				"Part of an incident.",
				" ",
				(0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: AlertDrawer_module_default.link,
					onClick: () => onOpen(detail.incident),
					children: "Open the incident"
				})
			] }),
			(0, import_jsx_runtime.jsx)("h3", { children: "Why it matters" }),
			r ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("p", { children: r.description }),
				r.falsepositives.length > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", {
					className: AlertDrawer_module_default.soft,
					children: "It may also be:"
				}), (0, import_jsx_runtime.jsx)("ul", {
					className: AlertDrawer_module_default.plain,
					children: r.falsepositives.map((f) => (0, import_jsx_runtime.jsx)("li", { children: f }, f))
				})] }),
				(0, import_jsx_runtime.jsxs)("p", {
					className: AlertDrawer_module_default.soft,
					children: [
						"Rule ",
						(0, import_jsx_runtime.jsx)(Along, {
							to: "/rules/" + encodeURIComponent(r.id),
							children: r.title
						}),
						r.dry_run ? " (in dry run)" : r.enabled ? "" : " (switched off)",
						r.noise ? `. Noise: ${r.noise}` : ""
					]
				})
			] }) : (0, import_jsx_runtime.jsx)("p", {
				className: AlertDrawer_module_default.soft,
				children: detail.alert.family === "incident" ? "Findings that share a host or lie on a path add up to a risk that is too high to be chance." : "There is no such rule any more."
			})
		]
	});
}
function Members({ detail, onOpen, level: Heading = "h3" }) {
	let zone = useZone();
	let heading = (0, import_react.useId)();
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": heading,
		className: AlertDrawer_module_default.part,
		children: [(0, import_jsx_runtime.jsxs)(Heading, {
			id: heading,
			className: AlertDrawer_module_default.heading,
			children: ["How it went: ", plural(detail.parts.length, "finding")]
		}), (0, import_jsx_runtime.jsx)("ol", {
			className: AlertDrawer_module_default.steps,
			children: detail.parts.map((p) => (0, import_jsx_runtime.jsxs)("li", {
				className: p.weak ? AlertDrawer_module_default.weak : void 0,
				children: [
					(0, import_jsx_runtime.jsxs)("time", {
						dateTime: p.first_seen,
						title: p.first_seen,
						children: [
							zone.date(p.first_seen).slice(5),
							" ",
							zone.clock(p.first_seen)
						]
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: AlertDrawer_module_default.dot,
						"aria-hidden": !0
					}),
					(0, import_jsx_runtime.jsxs)("div", { children: [
						(0, import_jsx_runtime.jsxs)("p", {
							className: AlertDrawer_module_default.stepHead,
							children: [
								(0, import_jsx_runtime.jsx)(Severity, {
									level: p.severity,
									short: !0
								}),
								p.alert ? (0, import_jsx_runtime.jsx)("button", {
									type: "button",
									className: AlertDrawer_module_default.link,
									onClick: () => onOpen(p.alert),
									children: p.title
								}) : (0, import_jsx_runtime.jsx)("strong", { children: p.title }),
								p.tactic && (0, import_jsx_runtime.jsx)(Badge, {
									tone: "accent",
									children: p.tactic
								}),
								p.weak && (0, import_jsx_runtime.jsx)(Badge, {
									title: "by itself too little for an alert",
									children: "weak"
								})
							]
						}),
						(0, import_jsx_runtime.jsxs)("p", {
							className: AlertDrawer_module_default.path,
							children: [p.entity.kind === "pair" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(EntityValue, { entity: p.entity }), p.dstport !== null && (0, import_jsx_runtime.jsxs)("span", { children: [":", p.dstport] })] }) : p.srcaddr && p.dstaddr ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
								(0, import_jsx_runtime.jsx)(Value, {
									field: "srcaddr",
									value: p.srcaddr,
									network: p.entity.network
								}),
								" ",
								(0, import_jsx_runtime.jsx)("span", {
									"aria-label": "to",
									children: "→"
								}),
								" ",
								(0, import_jsx_runtime.jsx)(Value, {
									field: "dstaddr",
									value: p.dstaddr,
									network: p.entity.network
								}),
								p.dstport !== null && (0, import_jsx_runtime.jsxs)("span", { children: [":", p.dstport] })
							] }) : (0, import_jsx_runtime.jsx)(EntityValue, { entity: p.entity }), (0, import_jsx_runtime.jsx)("span", { children: familyText(p.family) })]
						}),
						(0, import_jsx_runtime.jsx)("p", {
							className: AlertDrawer_module_default.soft,
							children: p.why
						})
					] })
				]
			}, p.id))
		})]
	});
}
var kinds = {
	this: ["this alert", "accent"],
	alert: ["alert", "plain"],
	new_peer: ["new peer", "medium"],
	new_port: ["new port", "medium"],
	volume: ["volume", "low"],
	gap: ["log gap", "high"]
};
function Timeline({ id, onOpen }) {
	let asked = useGet("/alerts/{id}/timeline", void 0, {
		at: { id },
		keep: !1
	});
	let zone = useZone();
	let t = asked.data;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "timeline",
		className: AlertDrawer_module_default.part,
		"aria-busy": asked.loading || void 0,
		children: [(0, import_jsx_runtime.jsx)("h3", {
			id: "timeline",
			children: "What happened to it"
		}), asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
			error: asked.error,
			onRetry: asked.refetch
		}) : t ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ol", {
			className: AlertDrawer_module_default.steps,
			"aria-label": "Timeline",
			children: t.items.map((x, i) => {
				let [word, tone] = kinds[x.kind] ?? [x.kind, "plain"];
				return (0, import_jsx_runtime.jsxs)("li", {
					className: x.kind === "this" ? AlertDrawer_module_default.self : void 0,
					children: [
						(0, import_jsx_runtime.jsxs)("time", {
							dateTime: x.at,
							title: x.at,
							children: [
								zone.date(x.at).slice(5),
								" ",
								zone.clock(x.at)
							]
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: AlertDrawer_module_default.dot,
							"aria-hidden": !0
						}),
						(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("p", {
							className: AlertDrawer_module_default.stepHead,
							children: [
								x.severity && (0, import_jsx_runtime.jsx)(Severity, {
									level: x.severity,
									short: !0
								}),
								x.alert && x.kind !== "this" ? (0, import_jsx_runtime.jsx)("button", {
									type: "button",
									className: AlertDrawer_module_default.link,
									onClick: () => onOpen(x.alert),
									children: x.title
								}) : (0, import_jsx_runtime.jsx)("strong", { children: x.title }),
								(0, import_jsx_runtime.jsx)(Badge, {
									tone,
									children: word
								}),
								x.filter && x.kind !== "this" && (0, import_jsx_runtime.jsx)(Along, {
									to: "/explore",
									search: {
										q: x.filter,
										since: t.from,
										until: t.to
									},
									className: AlertDrawer_module_default.small,
									children: "Records"
								})
							]
						}), x.kind !== "this" && (0, import_jsx_runtime.jsx)("p", {
							className: AlertDrawer_module_default.soft,
							children: x.detail
						})] })
					]
				}, i);
			})
		}), (0, import_jsx_runtime.jsxs)("p", {
			className: AlertDrawer_module_default.soft,
			children: [
				zone.time(t.from),
				" to ",
				zone.time(t.to),
				": alerts, first contacts, ports, steps in volume and gaps in the logs.",
				" ",
				t.warnings.map((w) => w.charAt(0).toUpperCase() + w.slice(1) + ". ")
			]
		})] }) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 4 })]
	});
}
function Related({ id, onOpen }) {
	let asked = useGet("/alerts/{id}/related", void 0, {
		at: { id },
		keep: !1
	});
	let list = asked.data?.related;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "related",
		className: AlertDrawer_module_default.part,
		"aria-busy": asked.loading || void 0,
		children: [(0, import_jsx_runtime.jsx)("h3", {
			id: "related",
			children: "Related alerts"
		}), asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
			error: asked.error,
			onRetry: asked.refetch
		}) : list ? list.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
			className: AlertDrawer_module_default.soft,
			children: "None within a week share a host, a peer or an incident with it."
		}) : (0, import_jsx_runtime.jsx)("ul", {
			className: AlertDrawer_module_default.related,
			children: list.map(({ alert, reasons }) => (0, import_jsx_runtime.jsxs)("li", { children: [
				(0, import_jsx_runtime.jsx)(Severity, { level: alert.severity }),
				(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)("p", {
					className: AlertDrawer_module_default.stepHead,
					children: [(0, import_jsx_runtime.jsx)("button", {
						type: "button",
						className: AlertDrawer_module_default.link,
						onClick: () => onOpen(alert.id),
						children: alert.title
					}), (0, import_jsx_runtime.jsx)(State, { alert })]
				}), (0, import_jsx_runtime.jsxs)("p", {
					className: AlertDrawer_module_default.soft,
					children: [
						(0, import_jsx_runtime.jsx)(EntityValue, { entity: alert.entity }),
						" · ",
						reasons.slice(0, 2).join(", ")
					]
				})] }),
				(0, import_jsx_runtime.jsx)("span", {
					className: AlertDrawer_module_default.soft,
					children: (0, import_jsx_runtime.jsx)(Age, { at: alert.first_seen })
				})
			] }, alert.id))
		}) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 2 })]
	});
}
function AlertDrawer({ id, doing, onDo, onOpen, onClose }) {
	let asked = useGet("/alerts/{id}", void 0, {
		at: { id },
		keep: !1
	});
	let [error, setError] = (0, import_react.useState)(null);
	let [busy, setBusy] = (0, import_react.useState)("");
	let touched = useTouched();
	let zone = useZone();
	let d = asked.data;
	let a = d?.alert;
	let act = async (what) => {
		setBusy(what);
		setError(null);
		try {
			await api.post(`/alerts/{id}/${what}`, void 0, { at: { id } });
			await touched();
		} catch (e) {
			setError(e);
		} finally {
			setBusy("");
		}
	};
	let done = async () => {
		await touched();
		onDo("");
	};
	let openNow = a?.status === "firing" || a?.status === "pending";
	useShortcuts([
		{
			keys: "e",
			title: "Acknowledge",
			run: () => openNow && void act("acknowledge")
		},
		{
			keys: "s",
			title: "Silence, with a preview",
			run: () => onDo("silence")
		},
		{
			keys: "r",
			title: "Resolve",
			run: () => onDo("resolve")
		},
		{
			keys: "n",
			title: "Note",
			run: () => onDo("note")
		}
	]);
	(0, import_react.useEffect)(() => setError(null), [id]);
	return (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose,
		width: 880,
		title: a ? a.title : asked.error ? "Alert" : "…",
		sub: a && (0, import_jsx_runtime.jsxs)("span", {
			className: AlertDrawer_module_default.sub,
			children: [
				(0, import_jsx_runtime.jsx)(Severity, { level: a.severity }),
				(0, import_jsx_runtime.jsx)(State, { alert: a }),
				(0, import_jsx_runtime.jsx)(EntityValue, { entity: a.entity }),
				(0, import_jsx_runtime.jsxs)("span", { children: [
					zone.time(a.first_seen),
					" – ",
					zone.date(a.first_seen) === zone.date(a.last_seen) ? zone.clock(a.last_seen) : zone.time(a.last_seen)
				] })
			]
		}),
		footer: a && (0, import_jsx_runtime.jsxs)("div", {
			className: AlertDrawer_module_default.foot,
			children: [
				openNow && (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: "check",
					busy: busy === "acknowledge",
					title: "Acknowledge (e)",
					onClick: () => void act("acknowledge"),
					children: "Acknowledge"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					"aria-expanded": doing === "resolve",
					title: "Resolve (r)",
					onClick: () => onDo(doing === "resolve" ? "" : "resolve"),
					children: a.status === "resolved" ? "Judge again" : "Resolve"
				}),
				(a.status === "resolved" || a.status === "acknowledged") && (0, import_jsx_runtime.jsx)(Button, {
					icon: "history",
					busy: busy === "reopen",
					onClick: () => void act("reopen"),
					children: "Reopen"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					icon: "mute",
					"aria-expanded": doing === "silence",
					title: "Silence, with a preview (s)",
					onClick: () => onDo(doing === "silence" ? "" : "silence"),
					children: "Silence"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					icon: "edit",
					"aria-expanded": doing === "note",
					title: "Note (n)",
					onClick: () => onDo(doing === "note" ? "" : "note"),
					children: "Note"
				}),
				error && (0, import_jsx_runtime.jsx)(Fault, { error }),
				doing === "resolve" && (0, import_jsx_runtime.jsx)(ResolveForm, {
					alert: a,
					onDone: done,
					onCancel: () => onDo("")
				}),
				doing === "note" && (0, import_jsx_runtime.jsx)(NoteForm, {
					alert: a,
					onDone: done,
					onCancel: () => onDo("")
				}),
				doing === "silence" && (0, import_jsx_runtime.jsx)(SilenceForm, {
					alert: a,
					onDone: done,
					onCancel: () => onDo("")
				})
			]
		}),
		children: asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
			error: asked.error,
			onRetry: asked.refetch
		}) : !d || !a ? (0, import_jsx_runtime.jsx)("div", {
			"aria-busy": "true",
			children: (0, import_jsx_runtime.jsx)(Skeleton, { lines: 5 })
		}) : (0, import_jsx_runtime.jsxs)("div", {
			className: AlertDrawer_module_default.body,
			children: [
				(0, import_jsx_runtime.jsxs)("section", {
					"aria-label": "Why it fired",
					children: [(0, import_jsx_runtime.jsx)("p", {
						className: AlertDrawer_module_default.why,
						children: a.why
					}), (0, import_jsx_runtime.jsx)(Numbers, { detail: d })]
				}),
				(0, import_jsx_runtime.jsx)(Plot, { alert: a }),
				a.family === "incident" && (0, import_jsx_runtime.jsx)(Members, {
					detail: d,
					onOpen
				}),
				(0, import_jsx_runtime.jsx)(Evidence, { detail: d }),
				(0, import_jsx_runtime.jsx)(Timeline, {
					id: a.id,
					onOpen
				}),
				(0, import_jsx_runtime.jsx)(Related, {
					id: a.id,
					onOpen
				}),
				(0, import_jsx_runtime.jsx)(Response, { alert: a }),
				(0, import_jsx_runtime.jsx)(About, {
					detail: d,
					onOpen
				}),
				(0, import_jsx_runtime.jsx)(History, { detail: d }),
				(0, import_jsx_runtime.jsxs)("p", {
					className: AlertDrawer_module_default.id,
					children: [
						familyText(a.family),
						" · rule ",
						a.rule,
						" · ",
						a.id
					]
				})
			]
		})
	});
}
function Exposure({ onOpen }) {
	let range = useRange();
	let zone = useZone();
	let params = {
		since: range.since,
		until: range.until,
		limit: 1e3
	};
	let asked = useGet("/alerts/exposure", params);
	let noise = asked.data;
	let targets = {
		filter: "action:REJECT AND direction:inbound AND src_scope:public",
		by: "dstaddr,dst_network,dst_app",
		agg: "count,uniq(srcaddr),uniq(dstport)",
		order: "-count",
		limit: 200,
		since: range.since,
		until: range.until
	};
	let hit = useTable(targets);
	let rows = (0, import_react.useMemo)(() => hit.table?.rows() ?? [], [hit.table]);
	let columns = (0, import_react.useMemo)(() => columnsOf(hit.table, zone, {
		dstaddr: {
			title: "target",
			network: (r) => r.dst_network
		},
		dst_network: {
			title: "network",
			hidden: !0
		},
		dst_app: {
			title: "app",
			width: 100
		},
		count: {
			title: "rejected flows",
			width: 116
		},
		uniq_srcaddr: {
			title: "sources",
			width: 90
		},
		uniq_dstport: {
			title: "ports",
			width: 80
		}
	}), [hit.table, zone]);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.queue,
		children: [(0, import_jsx_runtime.jsxs)("p", {
			className: Alerts_module_default.hint,
			children: ["Hosts that the internet reaches are scanned all the time. What nothing came of is kept here, pages nobody, and is forgotten after 40 days.", noise ? ` In this range: ${plural(noise.total, "source")}, ${plural(noise.alerts, "alert")}.` : ""]
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: Alerts_module_default.two,
			children: [(0, import_jsx_runtime.jsxs)(Panel, {
				title: "By source",
				help: "Public addresses that tried our hosts, most flows first. Enter opens what was found of one.",
				path: `/alerts/exposure?since=${range.since}&until=${range.until}`,
				loading: asked.loading,
				ready: !!noise,
				error: asked.error,
				onRetry: asked.refetch,
				flush: !0,
				children: [(0, import_jsx_runtime.jsx)(DataTable, {
					id: "alerts.sources",
					label: "Noise by source",
					columns: [
						{
							key: "severity",
							title: "level",
							width: 92,
							min: 84,
							value: (r) => -severities.indexOf(r.severity),
							render: (r) => (0, import_jsx_runtime.jsx)(Severity, { level: r.severity })
						},
						{
							key: "source",
							title: "source",
							width: 150,
							min: 130,
							value: (r) => r.source.id,
							render: (r) => (0, import_jsx_runtime.jsx)(EntityValue, { entity: r.source })
						},
						{
							key: "families",
							title: "what",
							width: 96,
							value: (r) => r.families.join(),
							render: (r) => r.families.map(familyText).join(", ")
						},
						{
							key: "flows",
							title: "flows",
							align: "right",
							width: 76,
							min: 70,
							unit: ""
						},
						{
							key: "alerts",
							title: "days",
							align: "right",
							width: 60,
							min: 56,
							help: "alerts: one a day",
							unit: ""
						},
						{
							key: "last_seen",
							title: "last seen",
							width: 150,
							min: 146,
							render: (r) => (0, import_jsx_runtime.jsx)("time", {
								dateTime: r.last_seen,
								children: zone.time(r.last_seen)
							})
						},
						{
							key: "why",
							title: "Why",
							width: 420,
							min: 200,
							sort: !1,
							render: (r) => (0, import_jsx_runtime.jsx)("span", {
								title: r.why,
								children: r.why
							})
						}
					],
					rows: noise?.sources ?? [],
					rowKey: (r) => r.source.network + r.source.id,
					onOpen: (r) => onOpen(r.alert),
					height: 520,
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "noise of the internet in this range",
						icon: "globe",
						reasons: ["no public address that tried several targets without an answer was seen; records of rejected traffic are needed for it"]
					})
				}), noise && noise.total > noise.sources.length && (0, import_jsx_runtime.jsxs)("p", {
					className: Alerts_module_default.hint,
					children: [
						"The first ",
						count(noise.sources.length),
						" of ",
						count(noise.total),
						" sources."
					]
				})]
			}), (0, import_jsx_runtime.jsx)(Panel, {
				title: "By target",
				help: "Hosts of ours that public addresses were turned away from, each flow counted once.",
				query: targets,
				meta: hit.table?.meta,
				loading: hit.loading,
				error: hit.error,
				onRetry: hit.refetch,
				flush: !0,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "alerts.targets",
					label: "Noise by target",
					columns,
					rows,
					rowKey: (r, i) => `${r.dst_network}/${r.dstaddr}/${i}`,
					height: 520,
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "rejected flows from the internet",
						icon: "globe",
						ask: {
							filter: targets.filter,
							since: range.since,
							until: range.until
						}
					})
				})
			})]
		})]
	});
}
function BulkBar({ chosen, onClear }) {
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let [told, setTold] = (0, import_react.useState)("");
	let [error, setError] = (0, import_react.useState)(null);
	let touched = useTouched();
	let run = async (action, verdict) => {
		setBusy(!0);
		setError(null);
		try {
			let done = await api.post("/alerts/bulk", {
				ids: [...chosen].slice(0, 1e3),
				action,
				verdict
			});
			let words = {
				acknowledge: "acknowledged",
				resolve: "resolved",
				reopen: "reopened"
			}[action];
			setTold(`${plural(done.changed, "alert")} ${words}` + (done.failed.length ? `; ${done.failed.length} not: ${done.failed[0]?.detail}` : ""));
			await touched();
			onClear();
		} catch (e) {
			setError(e);
		} finally {
			setBusy(!1);
		}
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.bulk,
		"data-on": chosen.size > 0 || void 0,
		role: "region",
		"aria-label": "What to do with the selected alerts",
		children: [
			(0, import_jsx_runtime.jsx)("span", {
				role: "status",
				children: chosen.size > 0 ? `${plural(chosen.size, "alert")} selected` : told
			}),
			chosen.size > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "check",
					busy,
					onClick: () => void run("acknowledge"),
					children: "Acknowledge"
				}),
				(0, import_jsx_runtime.jsx)(Menu, {
					label: "Verdict",
					align: "start",
					items: verdicts.map((v) => ({
						id: v.value,
						title: v.title,
						hint: v.doc,
						run: () => void run("resolve", v.value)
					})),
					children: (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						disabled: busy,
						children: "Resolve as …"
					})
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "history",
					disabled: busy,
					onClick: () => void run("reopen"),
					children: "Reopen"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					kind: "quiet",
					onClick: onClear,
					children: "Clear"
				})
			] }),
			error && (0, import_jsx_runtime.jsx)(Fault, { error })
		]
	});
}
var statuses = {
	open: "pending,firing",
	acknowledged: "acknowledged",
	resolved: "resolved",
	all: ""
};
function useAlerts(params) {
	return useInfiniteQuery({
		queryKey: ["/alerts", params],
		queryFn: ({ signal, pageParam }) => api.get("/alerts", {
			...params,
			limit: 500,
			cursor: pageParam || void 0
		}, { signal }),
		initialPageParam: "",
		getNextPageParam: (last) => last.next,
		refetchInterval: slowly,
		placeholderData: (old) => old
	});
}
function Queue({ opened, onOpen }) {
	let [s, set] = usePageSearch({
		status: "open",
		severity: "",
		family: "",
		rule: "",
		entity: "",
		text: "",
		silenced: "no",
		group: "yes",
		sort: "urgent",
		when: "any"
	});
	let [range] = useSearch();
	let counts = useGet("/alerts/counts").data;
	let [chosen, choose] = (0, import_react.useState)(new Set());
	let [wide, setWide] = (0, import_react.useState)(new Set());
	let [words, setWords] = (0, import_react.useState)(s.text);
	let [busy, setBusy] = (0, import_react.useState)("");
	let list = (0, import_react.useRef)(null);
	let touched = useTouched();
	(0, import_react.useEffect)(() => setWords(s.text), [s.text]);
	(0, import_react.useEffect)(() => {
		if (words === s.text) return;
		let t = setTimeout(() => set({ text: words }, { replace: !0 }), 250);
		return () => clearTimeout(t);
	}, [
		words,
		s.text,
		set
	]);
	let asked = useAlerts({
		status: statuses[s.status] || void 0,
		severity: s.severity || void 0,
		family: s.family || void 0,
		rule: s.rule || void 0,
		entity: s.entity || void 0,
		text: s.text || void 0,
		exposure: !1,
		silenced: s.silenced === "yes" ? void 0 : s.silenced === "only",
		since: s.when === "range" ? range.since ?? "end-24h" : void 0,
		until: s.when === "range" ? range.until ?? "end" : void 0
	});
	let alerts = (0, import_react.useMemo)(() => asked.data?.pages.flatMap((p) => p.alerts) ?? [], [asked.data]);
	let groups = (0, import_react.useMemo)(() => grouped(alerts, s.group === "yes", s.sort === "newest"), [
		alerts,
		s.group,
		s.sort
	]);
	let shown = (0, import_react.useMemo)(() => groups.flatMap((g) => wide.has(g.key) ? g.alerts : g.alerts.slice(0, 1)), [groups, wide]);
	let hasMore = asked.hasNextPage;
	let rows = () => [...list.current?.querySelectorAll("[data-alert]") ?? []];
	let current = () => (document.activeElement?.closest("[data-row]")?.querySelector("[data-alert]"))?.dataset.alert ?? opened;
	let move = (by) => {
		let all = rows();
		let at = all.findIndex((r) => r.dataset.alert === current());
		let next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
		if (!next) return;
		opened ? onOpen(next.dataset.alert ?? "") : next.focus();
		next.scrollIntoView({ block: "nearest" });
	};
	let acknowledge = async (id) => {
		if (!id || busy) return;
		setBusy(id);
		try {
			await api.post("/alerts/{id}/acknowledge", void 0, { at: { id } });
			let all = rows();
			let at = all.findIndex((r) => r.dataset.alert === id);
			let next = all[at + 1] ?? all[at - 1];
			opened || next?.focus();
			await touched();
		} finally {
			setBusy("");
		}
	};
	let pick = (ids, on) => {
		let next = new Set(chosen);
		for (let id of ids) on ? next.add(id) : next.delete(id);
		choose(next);
	};
	let idsOf = (id) => groups.find((g) => g.alerts.some((a) => a.id === id))?.alerts.map((a) => a.id) ?? [];
	let everything = alerts.map((a) => a.id);
	let all = everything.length > 0 && everything.every((id) => chosen.has(id));
	useShortcuts([
		{
			keys: "j",
			title: "Next alert",
			run: () => move(1)
		},
		{
			keys: "k",
			title: "Alert before",
			run: () => move(-1)
		},
		{
			keys: "ArrowDown",
			title: "Next alert",
			run: () => opened ? void 0 : move(1)
		},
		{
			keys: "ArrowUp",
			title: "Alert before",
			run: () => opened ? void 0 : move(-1)
		},
		...opened ? [] : [
			{
				keys: "e",
				title: "Acknowledge",
				run: () => void acknowledge(current())
			},
			{
				keys: "s",
				title: "Silence, with a preview",
				run: () => current() && onOpen(current(), "silence")
			},
			{
				keys: "r",
				title: "Resolve",
				run: () => current() && onOpen(current(), "resolve")
			},
			{
				keys: "x",
				title: "Select",
				run: () => current() && pick(idsOf(current()), !chosen.has(current()))
			},
			{
				keys: "a",
				title: "Select all",
				run: () => choose(new Set(all ? [] : everything))
			}
		],
		{
			keys: "/",
			title: "Search in alerts",
			run: () => document.getElementById("alerts-text")?.querySelector("input")?.focus()
		}
	]);
	let latest = (0, import_react.useRef)({
		pick,
		onOpen,
		acknowledge
	});
	latest.current = {
		pick,
		onOpen,
		acknowledge
	};
	let acts = (0, import_react.useMemo)(() => ({
		pick: (ids, on) => latest.current.pick(ids, on),
		open: (id, doing) => latest.current.onOpen(id, doing),
		acknowledge: (id) => void latest.current.acknowledge(id),
		widen: (key) => setWide((old) => toggled(old, key))
	}), []);
	let families = [...new Set([...Object.keys(counts?.by_family ?? {}), ...s.family ? [s.family] : []])].sort();
	let narrowed = s.severity || s.family || s.rule || s.entity || s.text || s.when !== "any" || s.silenced !== "no" || s.status !== "open";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.queue,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Alerts_module_default.filters,
				role: "search",
				"aria-label": "Alerts",
				children: [
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Status",
						value: s.status,
						onChange: (e) => set({ status: e.target.value }),
						options: [
							{
								value: "open",
								title: "Open"
							},
							{
								value: "acknowledged",
								title: "Acknowledged"
							},
							{
								value: "resolved",
								title: "Resolved"
							},
							{
								value: "all",
								title: "Any status"
							}
						]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Severity",
						value: s.severity,
						onChange: (e) => set({ severity: e.target.value }),
						options: [
							{
								value: "",
								title: "Any severity"
							},
							{
								value: "critical",
								title: "Critical"
							},
							{
								value: "high",
								title: "High and above"
							},
							{
								value: "medium",
								title: "Medium and above"
							},
							{
								value: "low",
								title: "Low and above"
							}
						]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Family",
						value: s.family,
						onChange: (e) => set({ family: e.target.value }),
						options: [{
							value: "",
							title: "Any family"
						}, ...families.map((f) => ({
							value: f,
							title: familyText(f)
						}))]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Silenced",
						value: s.silenced,
						onChange: (e) => set({ silenced: e.target.value }),
						options: [
							{
								value: "no",
								title: "Not silenced"
							},
							{
								value: "yes",
								title: "Silenced, too"
							},
							{
								value: "only",
								title: "Only silenced"
							}
						]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Seen",
						value: s.when,
						onChange: (e) => set({ when: e.target.value }),
						options: [{
							value: "any",
							title: "Seen at any time"
						}, {
							value: "range",
							title: "Seen in the range above"
						}]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "Order",
						value: s.sort,
						onChange: (e) => set({ sort: e.target.value }),
						options: [{
							value: "urgent",
							title: "Most pressing first"
						}, {
							value: "newest",
							title: "Newest first"
						}]
					}),
					(0, import_jsx_runtime.jsx)("div", {
						id: "alerts-text",
						className: Alerts_module_default.search,
						children: (0, import_jsx_runtime.jsx)(TextField, {
							bare: !0,
							label: "Text in alerts",
							type: "search",
							placeholder: "Text, address, rule …  /",
							value: words,
							onChange: (e) => setWords(e.target.value)
						})
					}),
					(0, import_jsx_runtime.jsx)(SwitchField, {
						label: "Group by rule and entity",
						checked: s.group === "yes",
						onChange: (on) => set({ group: on ? "yes" : "no" })
					})
				]
			}),
			(s.rule || s.entity) && (0, import_jsx_runtime.jsxs)("p", {
				className: Alerts_module_default.chips,
				children: [s.rule && (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "close",
					onClick: () => set({ rule: "" }),
					children: `rule ${s.rule}`
				}), s.entity && (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "close",
					onClick: () => set({ entity: "" }),
					children: `about ${s.entity}`
				})]
			}),
			(0, import_jsx_runtime.jsx)(BulkBar, {
				chosen,
				onClear: () => choose(new Set())
			}),
			asked.error && (0, import_jsx_runtime.jsx)(Fault, {
				error: asked.error,
				onRetry: () => void asked.refetch()
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Alerts_module_default.card,
				"aria-busy": asked.isLoading || void 0,
				children: asked.isLoading ? (0, import_jsx_runtime.jsx)("div", {
					className: Alerts_module_default.pad,
					children: (0, import_jsx_runtime.jsx)(Skeleton, { lines: 6 })
				}) : groups.length === 0 && !asked.error ? (0, import_jsx_runtime.jsx)(Nothing, {
					narrowed: !!narrowed,
					onAll: () => set({
						status: "all",
						severity: "",
						family: "",
						rule: "",
						entity: "",
						text: "",
						when: "any",
						silenced: "yes"
					})
				}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsxs)("div", {
						className: Alerts_module_default.listHead,
						children: [
							(0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("input", {
								type: "checkbox",
								checked: all,
								ref: (el) => void (el && (el.indeterminate = !all && chosen.size > 0)),
								onChange: () => choose(new Set(all ? [] : everything))
							}), " Select all"] }),
							(0, import_jsx_runtime.jsxs)("span", { children: [
								plural(alerts.length, "alert"),
								hasMore ? " so far" : "",
								groups.length === alerts.length ? "" : ` in ${plural(groups.length, "group")}`
							] }),
							(0, import_jsx_runtime.jsxs)("span", {
								className: Alerts_module_default.keysHint,
								children: [
									(0, import_jsx_runtime.jsx)("kbd", { children: "j" }),
									" ",
									(0, import_jsx_runtime.jsx)("kbd", { children: "k" }),
									" move, ",
									(0, import_jsx_runtime.jsx)("kbd", { children: "Enter" }),
									" open, ",
									(0, import_jsx_runtime.jsx)("kbd", { children: "e" }),
									" acknowledge, ",
									(0, import_jsx_runtime.jsx)("kbd", { children: "s" }),
									" silence, ",
									(0, import_jsx_runtime.jsx)("kbd", { children: "r" }),
									" resolve"
								]
							})
						]
					}),
					(0, import_jsx_runtime.jsx)("ol", {
						ref: list,
						className: Alerts_module_default.list,
						"aria-label": "Alert queue",
						children: groups.map((g) => (0, import_jsx_runtime.jsx)(Rows, {
							group: g,
							wide: wide.has(g.key),
							opened: within(g, opened),
							chosen,
							busy: within(g, busy),
							acts
						}, g.key))
					}),
					hasMore && (0, import_jsx_runtime.jsx)("div", {
						className: Alerts_module_default.pad,
						children: (0, import_jsx_runtime.jsx)(Button, {
							busy: asked.isFetchingNextPage,
							onClick: () => void asked.fetchNextPage(),
							children: "More"
						})
					})
				] })
			}),
			(0, import_jsx_runtime.jsxs)("p", {
				className: "hidden-text",
				role: "status",
				children: [plural(shown.length, "row"), " shown"]
			})
		]
	});
}
function toggled(set, key) {
	let next = new Set(set);
	next.delete(key) || next.add(key);
	return next;
}
var within = (g, id) => id && g.alerts.some((a) => a.id === id) ? id : "";
var Rows = (0, import_react.memo)(function(p) {
	let { group, acts } = p;
	let first = group.alerts[0];
	let ids = group.alerts.map((a) => a.id);
	let row = (a, inner) => (0, import_jsx_runtime.jsxs)("li", {
		"data-row": "",
		className: [
			Alerts_module_default.row,
			inner && Alerts_module_default.inner,
			p.opened === a.id && Alerts_module_default.opened
		].filter(Boolean).join(" "),
		children: [
			(0, import_jsx_runtime.jsx)("input", {
				type: "checkbox",
				"aria-label": `Select: ${a.title}, ${a.entity.id}`,
				checked: inner ? p.chosen.has(a.id) : ids.every((id) => p.chosen.has(id)),
				onChange: (e) => acts.pick(inner || p.wide ? [a.id] : ids, e.target.checked)
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: Alerts_module_default.level,
				children: (0, import_jsx_runtime.jsx)(Severity, { level: a.severity })
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Alerts_module_default.main,
				children: [
					(0, import_jsx_runtime.jsx)("button", {
						type: "button",
						className: Alerts_module_default.open,
						"data-alert": a.id,
						"aria-current": p.opened === a.id || void 0,
						onClick: () => acts.open(a.id),
						children: (0, import_jsx_runtime.jsx)("strong", { children: a.title })
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: Alerts_module_default.marks,
						children: (0, import_jsx_runtime.jsx)(State, { alert: a })
					}),
					(0, import_jsx_runtime.jsx)("p", {
						className: Alerts_module_default.why,
						children: a.why
					}),
					(0, import_jsx_runtime.jsxs)("p", {
						className: Alerts_module_default.about,
						children: [
							(0, import_jsx_runtime.jsx)(EntityValue, { entity: a.entity }),
							(0, import_jsx_runtime.jsx)("span", { children: familyText(a.family) }),
							!inner && group.alerts.length > 1 && (0, import_jsx_runtime.jsx)("button", {
								type: "button",
								className: Alerts_module_default.more,
								"aria-expanded": p.wide,
								onClick: () => acts.widen(group.key),
								children: p.wide ? "Hide the others" : `and ${plural(group.alerts.length - 1, "more alert")} of this rule about it`
							})
						]
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(AlertSpark, { alert: a }),
			(0, import_jsx_runtime.jsx)("span", {
				className: Alerts_module_default.age,
				children: (0, import_jsx_runtime.jsx)(Age, { at: a.last_seen })
			}),
			(0, import_jsx_runtime.jsxs)("span", {
				className: Alerts_module_default.acts,
				children: [(a.status === "firing" || a.status === "pending") && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					icon: "check",
					busy: p.busy === a.id,
					"aria-label": `Acknowledge: ${a.title}`,
					title: "Acknowledge (e)",
					onClick: () => acts.acknowledge(a.id)
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					small: !0,
					icon: "mute",
					"aria-label": `Silence: ${a.title}`,
					title: "Silence, with a preview (s)",
					onClick: () => acts.open(a.id, "silence")
				})]
			})
		]
	}, a.id);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [row(first, !1), p.wide && group.alerts.slice(1).map((a) => row(a, !0))] });
});
function Nothing({ narrowed, onAll }) {
	let watch = useGet("/alerts/watch").data;
	let what = narrowed ? "alerts that fit these filters" : "open alerts";
	let reasons = [];
	if (watch) {
		reasons.push(`${plural(watch.rules, "rule")} look for ${watch.families.slice(0, 6).map(familyText).join(", ")} and ${Math.max(0, watch.families.length - 6)} other families, and found nothing that is still open`);
		for (let b of watch.blind.slice(0, 6)) reasons.push(`“${b.title}” is blind: ${b.why.join("; ")}`);
		watch.blind.length > 6 && reasons.push(`${watch.blind.length - 6} more rules are blind in what is stored; the page Rules names them`);
	}
	return (0, import_jsx_runtime.jsx)(Empty, {
		what,
		icon: "shield",
		reasons,
		actions: narrowed ? (0, import_jsx_runtime.jsx)(Button, {
			small: !0,
			onClick: onAll,
			children: "Show all alerts"
		}) : void 0
	});
}
function Incidents({ onOpen }) {
	let [s, set] = usePageSearch({ status: "open" });
	let asked = useAlerts({
		family: "incident",
		status: s.status === "open" ? "pending,firing,acknowledged" : s.status === "all" ? void 0 : s.status
	});
	let list = (asked.data?.pages.flatMap((p) => p.alerts) ?? []).slice().sort(worstFirst);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.queue,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Alerts_module_default.filters,
				children: [(0, import_jsx_runtime.jsx)(SelectField, {
					bare: !0,
					small: !0,
					label: "Status",
					value: s.status,
					onChange: (e) => set({ status: e.target.value }),
					options: [
						{
							value: "open",
							title: "Open and acknowledged"
						},
						{
							value: "resolved",
							title: "Resolved"
						},
						{
							value: "all",
							title: "Any status"
						}
					]
				}), (0, import_jsx_runtime.jsx)("p", {
					className: Alerts_module_default.hint,
					children: "Findings that share a host or lie on a path within a day, when their risk adds up."
				})]
			}),
			asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: asked.error,
				onRetry: () => void asked.refetch()
			}) : asked.isLoading ? (0, import_jsx_runtime.jsx)(Skeleton, { height: 160 }) : null,
			!asked.isLoading && !asked.error && list.length === 0 && (0, import_jsx_runtime.jsx)("div", {
				className: Alerts_module_default.card,
				children: (0, import_jsx_runtime.jsx)(Empty, {
					what: s.status === "open" ? "open incidents" : "incidents",
					icon: "shield",
					reasons: ["incidents are made of findings about one host or along a path, of at least two rules, whose risk is above 80; nothing that was found adds up to that"]
				})
			}),
			list.map((a, i) => (0, import_jsx_runtime.jsx)(Incident, {
				alert: a,
				first: i === 0,
				onOpen
			}, a.id))
		]
	});
}
function Incident({ alert: a, first, onOpen }) {
	let [wide, setWide] = (0, import_react.useState)(first);
	let zone = useZone();
	let asked = useGet("/alerts/{id}", void 0, {
		at: { id: a.id },
		when: wide,
		keep: !1
	});
	let d = asked.data;
	let tactics = [...new Set(d?.parts.map((p) => p.tactic).filter(Boolean) ?? [])];
	return (0, import_jsx_runtime.jsxs)("article", {
		className: Alerts_module_default.card,
		"aria-label": a.title,
		children: [(0, import_jsx_runtime.jsxs)("header", {
			className: Alerts_module_default.incident,
			children: [
				(0, import_jsx_runtime.jsx)(Severity, { level: a.severity }),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Alerts_module_default.main,
					children: [
						(0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: Alerts_module_default.open,
							"data-alert": a.id,
							onClick: () => onOpen(a.id),
							children: (0, import_jsx_runtime.jsx)("strong", { children: a.title })
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: Alerts_module_default.marks,
							children: (0, import_jsx_runtime.jsx)(State, { alert: a })
						}),
						(0, import_jsx_runtime.jsx)("p", {
							className: Alerts_module_default.why,
							children: a.why
						}),
						(0, import_jsx_runtime.jsxs)("p", {
							className: Alerts_module_default.about,
							children: [
								(0, import_jsx_runtime.jsx)(EntityValue, { entity: a.entity }),
								(0, import_jsx_runtime.jsxs)("span", { children: [
									zone.time(a.first_seen),
									" – ",
									zone.time(a.last_seen)
								] }),
								tactics.length > 0 && (0, import_jsx_runtime.jsx)("span", { children: tactics.join(" → ") })
							]
						})
					]
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: wide ? "up" : "down",
					"aria-expanded": wide,
					onClick: () => setWide(!wide),
					children: wide ? "Hide the steps" : "Show the steps"
				})
			]
		}), wide && (0, import_jsx_runtime.jsxs)("div", {
			className: Alerts_module_default.pad,
			children: [asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
				error: asked.error,
				onRetry: asked.refetch
			}) : d ? (0, import_jsx_runtime.jsx)(Members, {
				level: "h2",
				detail: d,
				onOpen
			}) : (0, import_jsx_runtime.jsx)(Skeleton, { lines: 4 }), d && d.parts.length === 0 && (0, import_jsx_runtime.jsx)("p", {
				className: Alerts_module_default.hint,
				children: plural(0, "finding")
			})]
		})]
	});
}
function Silences() {
	let [s, set] = usePageSearch({
		ended: "no",
		new: ""
	});
	let asked = useGet("/silences", { all: s.ended === "yes" });
	let [ending, setEnding] = (0, import_react.useState)(null);
	let touched = useTouched();
	let zone = useZone();
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.queue,
		children: [
			(0, import_jsx_runtime.jsx)(Panel, {
				title: "Silences",
				help: "Alerts that a silence hides are recorded all the same: they are counted, can be found, and fire when it ends.",
				path: "/silences",
				loading: asked.loading,
				ready: !!asked.data,
				error: asked.error,
				onRetry: asked.refetch,
				flush: !0,
				actions: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(SwitchField, {
					label: "Those that are over, too",
					checked: s.ended === "yes",
					onChange: (on) => set({ ended: on ? "yes" : "no" })
				}), (0, import_jsx_runtime.jsx)(Button, {
					small: !0,
					icon: "plus",
					onClick: () => set({ new: "yes" }),
					children: "New silence"
				})] }),
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "alerts.silences",
					label: "Silences",
					columns: [
						{
							key: "id",
							title: "no.",
							width: 56,
							min: 50,
							align: "right"
						},
						{
							key: "what",
							title: "what",
							width: 320,
							min: 180,
							render: (r) => (0, import_jsx_runtime.jsx)("span", {
								title: r.what,
								children: r.what
							})
						},
						{
							key: "active",
							title: "state",
							width: 92,
							min: 84,
							render: (r) => r.active ? (0, import_jsx_runtime.jsx)(Badge, {
								tone: "accent",
								icon: "mute",
								children: "in force"
							}) : (0, import_jsx_runtime.jsx)(Badge, { children: "over" })
						},
						{
							key: "until",
							title: "ends",
							width: 190,
							min: 170,
							render: (r) => (0, import_jsx_runtime.jsxs)("time", {
								dateTime: r.ended_at ?? r.until,
								children: [
									zone.time(r.ended_at ?? r.until),
									" ",
									(0, import_jsx_runtime.jsxs)("small", { children: [
										"(",
										ago(r.ended_at ?? r.until),
										")"
									] })
								]
							})
						},
						{
							key: "hides",
							title: "hides now",
							width: 92,
							min: 84,
							align: "right",
							value: (r) => r.hides
						},
						{
							key: "owner",
							title: "owner",
							width: 110
						},
						{
							key: "reason",
							title: "reason",
							width: 260,
							min: 140
						},
						{
							key: "made_by",
							title: "made by",
							width: 110,
							hidden: !0
						},
						{
							key: "end",
							title: "Action",
							width: 84,
							min: 76,
							sort: !1,
							render: (r) => r.active ? (0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								onClick: (e) => (e.stopPropagation(), setEnding(r)),
								"aria-label": `End silence ${r.id}`,
								children: "End"
							}) : null
						}
					],
					rows: asked.data ?? [],
					rowKey: (r) => String(r.id),
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "silences",
						icon: "mute",
						reasons: ["nothing is kept quiet: every alert is told of", "press s on an alert to silence it, with a preview of what that would have hidden"]
					})
				})
			}),
			(0, import_jsx_runtime.jsx)(Confirm, {
				open: !!ending,
				onClose: () => setEnding(null),
				title: `End silence ${ending?.id ?? ""} now?`,
				action: "End it",
				danger: !1,
				run: async () => {
					await api.delete("/silences/{number}", { at: { number: String(ending?.id) } });
					await touched();
				},
				children: ending && (0, import_jsx_runtime.jsxs)("p", { children: [
					ending.what,
					". ",
					ending.hides ? `What of the ${plural(ending.hides, "alert")} that it hides still fires is told of.` : "It hides nothing at the moment."
				] })
			}),
			s.new && (0, import_jsx_runtime.jsx)(NewSilence, {
				onClose: () => set({ new: "" }),
				onDone: async () => {
					await touched();
					set({ new: "" });
				}
			})
		]
	});
}
function NewSilence({ onClose, onDone }) {
	let watch = useGet("/alerts/watch").data;
	let [m, setM] = (0, import_react.useState)({
		family: "",
		rule: "",
		entity: "",
		address: "",
		at_most: ""
	});
	let one = (v) => v.trim() ? [v.trim()] : void 0;
	let matches = Object.values(m).some((v) => v.trim()) ? {
		families: one(m.family),
		rules: one(m.rule),
		entities: one(m.entity),
		addresses: one(m.address),
		at_most: m.at_most || void 0
	} : void 0;
	let set = (k) => (e) => setM({
		...m,
		[k]: e.target.value
	});
	return (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose,
		title: "New silence",
		sub: "All that is given has to hold.",
		width: 620,
		children: (0, import_jsx_runtime.jsx)(SilenceFields, {
			matches,
			onDone,
			onCancel: onClose,
			children: (0, import_jsx_runtime.jsxs)("div", {
				className: Alerts_module_default.grid,
				children: [
					(0, import_jsx_runtime.jsx)(SelectField, {
						label: "Family",
						value: m.family,
						onChange: set("family"),
						options: [{
							value: "",
							title: "Any"
						}, ...(watch?.families ?? []).map((f) => ({
							value: f,
							title: familyText(f)
						}))]
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						label: "Severity at most",
						value: m.at_most,
						onChange: set("at_most"),
						options: [
							{
								value: "",
								title: "Any"
							},
							"info",
							"low",
							"medium",
							"high"
						]
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Rule",
						mono: !0,
						value: m.rule,
						onChange: set("rule"),
						hint: "The id of a rule"
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Entity",
						mono: !0,
						value: m.entity,
						onChange: set("entity"),
						hint: "vpc-1/10.0.0.5, an interface, …"
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Address or network",
						mono: !0,
						value: m.address,
						onChange: set("address"),
						hint: "Source, destination or entity: 10.0.5.0/24"
					})
				]
			})
		})
	});
}
function Alerts() {
	let [s, set] = usePageSearch({
		tab: "queue",
		alert: "",
		do: ""
	});
	let counts = useGet("/alerts/counts", void 0, { every: slowly }).data;
	let open = (0, import_react.useCallback)((id, doing = "") => set({
		alert: id,
		do: doing
	}), [set]);
	let n = (v) => v ? v.toLocaleString("en-US") : void 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Alerts_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)("h1", {
				className: Alerts_module_default.title,
				children: "Alerts"
			}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "Views of alerts",
				value: s.tab,
				onChange: (tab) => set({
					tab,
					alert: "",
					do: ""
				}),
				tabs: [
					{
						id: "queue",
						title: "Queue",
						count: n(counts?.open),
						body: s.tab === "queue" ? (0, import_jsx_runtime.jsx)(Queue, {
							opened: s.alert,
							onOpen: open
						}) : null
					},
					{
						id: "exposure",
						title: "Exposure",
						count: n(counts?.exposure),
						body: s.tab === "exposure" ? (0, import_jsx_runtime.jsx)(Exposure, { onOpen: open }) : null
					},
					{
						id: "incidents",
						title: "Incidents",
						count: n(counts?.incidents),
						body: s.tab === "incidents" ? (0, import_jsx_runtime.jsx)(Incidents, { onOpen: open }) : null
					},
					{
						id: "silences",
						title: "Silences",
						count: n(counts?.silenced),
						body: s.tab === "silences" ? (0, import_jsx_runtime.jsx)(Silences, {}) : null
					}
				]
			}),
			s.alert && (0, import_jsx_runtime.jsx)(AlertDrawer, {
				id: s.alert,
				doing: s.do,
				onDo: (d) => set({ do: d }, { replace: !0 }),
				onOpen: open,
				onClose: () => set({
					alert: "",
					do: ""
				})
			})
		]
	});
}
export { Alerts as default };
