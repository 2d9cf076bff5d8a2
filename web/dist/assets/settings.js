const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/TargetForm.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/change.js","assets/lib-query.js","assets/kit.js","assets/kit.css","assets/Field.js","assets/Field.css"])))=>i.map(i=>d[i]);
import { n as __exportAll, r as __toESM } from "./rolldown-runtime.js";
import { I as Panel, Jt as usePageSearch, Qt as useGet, Wt as useZone, Zt as client, c as Empty, ct as bytes, d as Badge, et as Fault, ht as __vitePreload, it as Icon, lt as count, nn as api, nt as Copy, p as Tabs, pt as plural, rt as Button, tt as sentence, zt as ago } from "./kit.js";
import { f as loadSession, g as useTheme, h as setTheme, i as ZonePicker, m as useSession, t as Along } from "./index.js";
import { t as DataTable } from "./DataTable.js";
import { F as require_jsx_runtime, I as require_react, d as useNavigate } from "./lib-react.js";
import { t as useChange } from "./change.js";
import { t as Drawer } from "./Drawer.js";
import { a as TextField, n as SelectField, t as Segments } from "./Field.js";
import { t as Confirm } from "./Confirm.js";
var settings_module_default = {
	page: "settings-module_page",
	body: "settings-module_body",
	head: "settings-module_head",
	two: "settings-module_two",
	line: "settings-module_line",
	line0: "settings-module_line0",
	facts: "settings-module_facts",
	soft: "settings-module_soft",
	warn: "settings-module_warn",
	mono: "settings-module_mono",
	value: "settings-module_value",
	pre: "settings-module_pre",
	cards: "settings-module_cards",
	acts: "settings-module_acts",
	result: "settings-module_result",
	said: "settings-module_said",
	target: "settings-module_target",
	actions: "settings-module_actions",
	checks: "settings-module_checks",
	wide: "settings-module_wide",
	form: "settings-module_form",
	secret: "settings-module_secret",
	gap: "settings-module_gap",
	by: "settings-module_by",
	drop: "settings-module_drop",
	keep: "settings-module_keep"
};
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var kinds = {
	webhook: {
		title: "Webhook",
		name: "soc",
		perHour: 0,
		group: 0
	},
	slack: {
		title: "Slack",
		name: "slack",
		perHour: 60,
		group: 30
	},
	pagerduty: {
		title: "PagerDuty",
		name: "on call",
		perHour: 0,
		group: 0
	},
	email: {
		title: "E-mail",
		name: "mail to the team",
		perHour: 60,
		group: 60
	}
};
function TestResult({ test }) {
	return (0, import_jsx_runtime.jsx)("div", {
		role: "status",
		className: settings_module_default.result,
		children: test.data ? test.data.taken ? (0, import_jsx_runtime.jsx)(Badge, {
			tone: "good",
			icon: "check",
			children: `taken in ${Math.round(test.data.took_ms ?? 0)} ms`
		}) : (0, import_jsx_runtime.jsx)("span", {
			className: settings_module_default.warn,
			children: sentence(test.data.error ?? "it was not taken")
		}) : test.error ? (0, import_jsx_runtime.jsx)("span", {
			className: settings_module_default.warn,
			children: sentence(test.error.detail)
		}) : null
	});
}
var setBy = (s) => s.from === "variable" ? `$${s.variable}` : s.from === "file" ? s.line ? `line ${s.line}` : "the file, or a flag" : s.from === "app" ? "this app" : "default";
function Configuration({ list, error, loading, only, title, help }) {
	let rows = (list?.values ?? []).filter((v) => !only || only.some((p) => v.key.startsWith(p)));
	let columns = [
		{
			key: "key",
			title: "Setting",
			width: 210,
			render: (s) => (0, import_jsx_runtime.jsx)("code", { children: s.key })
		},
		{
			key: "value",
			title: "Value",
			width: 150,
			min: 120,
			render: (s) => s.value ? (0, import_jsx_runtime.jsxs)("span", {
				className: settings_module_default.value,
				title: s.value,
				children: [s.value.split("\n")[0], s.value.includes("\n") ? " …" : ""]
			}) : (0, import_jsx_runtime.jsx)("span", {
				className: settings_module_default.soft,
				children: "not set"
			})
		},
		{
			key: "from",
			title: "Set by",
			width: 180,
			value: setBy,
			render: (s) => (0, import_jsx_runtime.jsx)(Badge, {
				tone: s.from === "default" ? "plain" : "accent",
				children: setBy(s)
			})
		},
		{
			key: "doc",
			title: "What it is",
			width: 460,
			min: 300,
			sort: !1,
			render: (s) => (0, import_jsx_runtime.jsx)("span", {
				title: s.doc,
				children: s.doc
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)(Panel, {
		title,
		help,
		path: "/settings",
		loading: loading && !list,
		error,
		flush: !0,
		waitHeight: 300,
		children: [list ? (0, import_jsx_runtime.jsxs)("div", {
			className: settings_module_default.line,
			children: [
				(0, import_jsx_runtime.jsx)("span", { children: "Look for mistakes before the server is started again:" }),
				" ",
				(0, import_jsx_runtime.jsx)("code", { children: list.check }),
				" ",
				(0, import_jsx_runtime.jsx)(Copy, {
					text: list.check,
					kind: "quiet"
				})
			]
		}) : null, (0, import_jsx_runtime.jsx)(DataTable, {
			id: only ? "keep" : "config",
			label: title,
			columns,
			rows,
			rowKey: (s) => s.key,
			picker: !1,
			height: only ? void 0 : 560,
			expand: (s) => (0, import_jsx_runtime.jsxs)("dl", {
				className: settings_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "What it is" }),
					(0, import_jsx_runtime.jsx)("dd", { children: s.doc || "–" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Value" }),
					(0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)("pre", {
						className: settings_module_default.pre,
						children: s.value || "not set"
					}) }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Written as" }),
					(0, import_jsx_runtime.jsx)("dd", { children: s.type }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Set by" }),
					(0, import_jsx_runtime.jsxs)("dd", { children: [
						setBy(s),
						s.from === "file" && list?.file ? ` of ${list.file}` : s.from === "app" && list?.made ? `; it is in ${list.made}` : "",
						s.variable && s.from !== "variable" ? `; $${s.variable} would win over the file` : ""
					] })
				]
			})
		})]
	});
}
function About({ list, error, loading }) {
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "About",
		path: "/settings",
		loading: loading && !list,
		error,
		waitHeight: 200,
		children: list ? (0, import_jsx_runtime.jsxs)("dl", {
			className: settings_module_default.facts,
			children: [
				(0, import_jsx_runtime.jsx)("dt", { children: "weir" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					list.version,
					list.built ? `, of ${list.built}` : "",
					list.commit ? (0, import_jsx_runtime.jsxs)("span", {
						className: settings_module_default.soft,
						children: [" ", list.commit.slice(0, 12)]
					}) : null
				] }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Engine" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: ["ClickHouse ", list.engine] }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Built with" }),
				(0, import_jsx_runtime.jsx)("dd", { children: list.go }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Data" }),
				(0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)("code", { children: list.data }) }),
				(0, import_jsx_runtime.jsx)("dt", { children: "API" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					(0, import_jsx_runtime.jsx)("a", {
						href: "/api/v1/docs",
						children: "Documentation"
					}),
					" · ",
					(0, import_jsx_runtime.jsx)("a", {
						href: "/api/v1/openapi.yaml",
						children: "openapi.yaml"
					})
				] }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Terms" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [
					"Apache-2.0; ",
					(0, import_jsx_runtime.jsx)("a", {
						href: "/third-party.txt",
						children: "terms of what the app is made of"
					}),
					". Those of the program's parts lie in the folder licenses of its tarball."
				] })
			]
		}) : null
	});
}
var nameOf = (f) => f.path.slice(f.path.lastIndexOf("/") + 1);
function Geo() {
	let zone = useZone();
	let q = useGet("/settings/geo");
	let [terms, setTerms] = (0, import_react.useState)();
	let files = q.data?.files ?? [];
	let input = (0, import_react.useRef)(null);
	let [over, setOver] = (0, import_react.useState)(!1);
	let touched = ["/settings", "/audit"];
	let add = useChange((f) => api.post("/settings/geo", f, { params: { name: f.name } }), touched);
	let remove = useChange((name) => api.delete("/settings/geo", { params: { name } }), touched);
	let take = (f) => f && add.mutate(f);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)(Panel, {
		title: "Files with places and ranges",
		help: "Countries, networks (AS) and cloud ranges of public addresses. Each is known by its content; where several say it, the first wins. Records keep what was known when they came in.",
		path: "/settings/geo",
		loading: q.loading && !q.data,
		error: q.error,
		waitHeight: 160,
		children: [
			files.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "file with places is loaded",
				icon: "globe",
				reasons: ["The map and the columns of countries and networks are empty without one. Files that many use: GeoLite2 or DB-IP (countries, AS numbers), and the ranges that AWS, Google and Azure publish."]
			}) : (0, import_jsx_runtime.jsx)("ul", {
				className: settings_module_default.cards,
				children: files.map((f) => (0, import_jsx_runtime.jsxs)("li", { children: [
					(0, import_jsx_runtime.jsxs)("header", { children: [
						f.loaded ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "good",
							icon: "check",
							children: "loaded"
						}) : (0, import_jsx_runtime.jsx)(Badge, {
							tone: "high",
							icon: "high",
							children: "broken"
						}),
						(0, import_jsx_runtime.jsx)("code", {
							title: f.path,
							children: nameOf(f)
						}),
						f.removable ? (0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							kind: "quiet",
							icon: "close",
							busy: remove.isPending && remove.variables === nameOf(f),
							"aria-label": `Remove ${nameOf(f)}`,
							title: "No longer use it for what comes in from now on",
							onClick: () => remove.mutate(nameOf(f)),
							children: "Remove"
						}) : (0, import_jsx_runtime.jsx)("span", {
							className: settings_module_default.by,
							children: "set by the configuration"
						})
					] }),
					f.error ? (0, import_jsx_runtime.jsx)("p", {
						className: settings_module_default.warn,
						children: sentence(f.error)
					}) : null,
					(0, import_jsx_runtime.jsxs)("dl", {
						className: settings_module_default.facts,
						children: [
							(0, import_jsx_runtime.jsx)("dt", { children: "Path" }),
							(0, import_jsx_runtime.jsx)("dd", {
								className: settings_module_default.mono,
								children: f.path
							}),
							f.loaded ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
								(0, import_jsx_runtime.jsx)("dt", { children: "Kind" }),
								(0, import_jsx_runtime.jsxs)("dd", { children: [f.kind === "mmdb" ? "MMDB" : f.kind === "table" ? "table of ranges" : `ranges of ${f.kind}`, f.title ? `, ${f.title}` : ""] }),
								(0, import_jsx_runtime.jsx)("dt", { children: "Records" }),
								(0, import_jsx_runtime.jsx)("dd", { children: f.entries ? plural(f.entries, "range") : "not counted in an MMDB" })
							] }) : null,
							(0, import_jsx_runtime.jsx)("dt", { children: "Date" }),
							(0, import_jsx_runtime.jsxs)("dd", { children: [f.built ? `${zone.date(f.built)} by its maker (${ago(f.built)})` : f.modified ? `${zone.date(f.modified)} on this disk (${ago(f.modified)}); it does not say when it was made` : "–", f.size ? `, ${bytes(f.size)}` : ""] }),
							(0, import_jsx_runtime.jsx)("dt", { children: "Licence" }),
							(0, import_jsx_runtime.jsx)("dd", { children: f.licence ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
								(0, import_jsx_runtime.jsx)("span", { children: f.licence.split("\n")[0]?.slice(0, 120) }),
								" ",
								(0, import_jsx_runtime.jsx)(Button, {
									small: !0,
									kind: "quiet",
									onClick: () => setTerms(f),
									"aria-label": `Read the terms of ${f.path}`,
									children: "Read"
								})
							] }) : "neither the file nor one beside it has its terms; its maker's apply" })
						]
					})
				] }, f.path))
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: settings_module_default.drop,
				"data-over": over || void 0,
				onDragOver: (e) => (e.preventDefault(), setOver(!0)),
				onDragLeave: () => setOver(!1),
				onDrop: (e) => {
					e.preventDefault();
					setOver(!1);
					take(e.dataTransfer.files[0]);
				},
				children: [
					(0, import_jsx_runtime.jsx)(Icon, {
						name: "upload",
						size: 20
					}),
					(0, import_jsx_runtime.jsxs)("p", { children: [
						(0, import_jsx_runtime.jsx)("b", { children: "Drop a file here" }),
						(0, import_jsx_runtime.jsx)("br", {}),
						(0, import_jsx_runtime.jsx)("span", {
							className: settings_module_default.soft,
							children: "MMDB, CSV with countries or AS numbers, or a provider's ranges (ip-ranges.json), plain or gzip. It holds at once, for what comes in from then on; one of the same name is replaced."
						})
					] }),
					(0, import_jsx_runtime.jsx)("input", {
						ref: input,
						type: "file",
						className: "hidden-text",
						"aria-label": "File with places",
						tabIndex: -1,
						onChange: (e) => (take(e.target.files?.[0]), e.target.value = "")
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: files.length ? "plain" : "primary",
						busy: add.isPending,
						onClick: () => input.current?.click(),
						children: "Choose a file"
					})
				]
			}),
			add.error ? (0, import_jsx_runtime.jsx)(Fault, { error: add.error }) : remove.error ? (0, import_jsx_runtime.jsx)(Fault, { error: remove.error }) : null,
			add.data && !add.error ? (0, import_jsx_runtime.jsxs)("p", {
				role: "status",
				className: settings_module_default.gap,
				children: [nameOf(add.data), " is in use."]
			}) : null
		]
	}), terms ? (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose: () => setTerms(void 0),
		title: `Terms of ${terms.path.slice(terms.path.lastIndexOf("/") + 1)}`,
		sub: terms.licence_from,
		children: (0, import_jsx_runtime.jsx)("pre", {
			className: settings_module_default.pre,
			children: terms.licence
		})
	}) : null] });
}
var fields = [
	{
		key: "keep.days",
		of: "days",
		label: "Records, days",
		unit: "days",
		none: "all that there is room for"
	},
	{
		key: "keep.minute-days",
		of: "minute_days",
		label: "Figures by the minute, days",
		unit: "days",
		none: "for ever"
	},
	{
		key: "keep.hour-days",
		of: "hour_days",
		label: "Hourly figures and app edges, days",
		unit: "days",
		none: "for ever"
	},
	{
		key: "keep.bytes",
		of: "bytes",
		label: "Room for everything, GB",
		unit: "GB",
		none: "80 % of the volume"
	}
];
function Keep({ list, error, loading }) {
	let zone = useZone();
	let [draft, setDraft] = (0, import_react.useState)({});
	let tried = useChange((k) => api.put("/settings/keep", k, { params: { try: !0 } }));
	let saved = useChange((k) => api.put("/settings/keep", k), [
		"/settings",
		"/sources",
		"/audit"
	]);
	let of = (key) => list?.values.find((v) => v.key === key);
	let shown = (f) => {
		let v = of(f.key)?.value || "0";
		return f.of === "bytes" ? String(Number(v) / 1e9) : v;
	};
	let text = (f) => draft[f.key] ?? shown(f);
	let wrong = (f) => /^\d+(\.\d+)?$/.test(text(f)) && (f.of === "bytes" || Number.isInteger(Number(text(f)))) ? void 0 : f.of === "bytes" ? "a number of gigabytes" : "a whole number of days";
	let locked = (f) => ["file", "variable"].includes(of(f.key)?.from ?? "");
	let choice = () => {
		let k = {};
		for (let f of fields) {
			if (locked(f) || draft[f.key] === void 0 && of(f.key)?.from !== "app") continue;
			k[f.of] = f.of === "bytes" ? Math.round(Number(text(f)) * 1e9) : Number(text(f));
		}
		return k;
	};
	let change = (key, value) => {
		setDraft({
			...draft,
			[key]: value
		});
		tried.reset();
		saved.reset();
	};
	let done = { onSuccess: () => (setDraft({}), tried.reset()) };
	let save = (k) => tried.mutate(k, { onSuccess: (p) => p.gone_days || p.gone_bytes ? void 0 : saved.mutate(k, done) });
	let plan = tried.data;
	let changed = fields.some((f) => draft[f.key] !== void 0 && draft[f.key] !== shown(f));
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: "What is kept",
		help: "Days count back from the newest day stored. 0 sets no limit of that kind. What the configuration file or a variable sets is changed there.",
		path: "/settings",
		loading: loading && !list,
		error,
		waitHeight: 120,
		children: (0, import_jsx_runtime.jsxs)("form", {
			onSubmit: (e) => {
				e.preventDefault();
				fields.some(wrong) || save(choice());
			},
			children: [
				(0, import_jsx_runtime.jsx)("div", {
					className: settings_module_default.keep,
					children: fields.map((f) => {
						let v = of(f.key);
						return (0, import_jsx_runtime.jsx)(TextField, {
							label: f.label,
							inputMode: "numeric",
							value: text(f),
							disabled: locked(f),
							onChange: (e) => change(f.key, e.target.value.trim()),
							error: wrong(f),
							hint: locked(f) && v ? `set by ${setBy(v)}${v.from === "file" && v.line ? " of the configuration" : ""}` : `0: ${f.none}`
						}, f.key);
					})
				}),
				plan && (plan.gone_days > 0 || plan.gone_bytes > 0) ? (0, import_jsx_runtime.jsxs)("p", {
					role: "alert",
					className: `${settings_module_default.warn} ${settings_module_default.gap}`,
					children: [plan.gone_days ? `${plural(plan.gone_days, "day")} of records go at once, ${plan.gone_from ? zone.date(plan.gone_from) : ""}${plan.gone_to && plan.gone_to !== plan.gone_from ? ` to ${zone.date(plan.gone_to)}` : ""}: ${count(plan.gone_records)} records, ${bytes(plan.gone_bytes)} with their figures. ` : `${bytes(plan.gone_bytes)} of figures go at once. `, "They cannot be brought back but from their logs."]
				}) : null,
				(0, import_jsx_runtime.jsxs)("div", {
					className: settings_module_default.actions,
					children: [plan && (plan.gone_days > 0 || plan.gone_bytes > 0) ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
						kind: "danger",
						busy: saved.isPending,
						onClick: () => saved.mutate(choice(), done),
						children: "Drop them and save"
					}), (0, import_jsx_runtime.jsx)(Button, {
						onClick: () => (setDraft({}), tried.reset()),
						children: "Leave it as it was"
					})] }) : (0, import_jsx_runtime.jsx)(Button, {
						type: "submit",
						kind: "primary",
						disabled: !changed || fields.some(wrong),
						busy: tried.isPending || saved.isPending,
						children: "Save"
					}), saved.data && !changed ? (0, import_jsx_runtime.jsx)("span", {
						role: "status",
						children: "Saved; it holds now."
					}) : null]
				}),
				tried.error ? (0, import_jsx_runtime.jsx)(Fault, { error: tried.error }) : saved.error ? (0, import_jsx_runtime.jsx)(Fault, { error: saved.error }) : null
			]
		})
	});
}
var TargetForm = (0, import_react.lazy)(() => __vitePreload(() => import("./TargetForm.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8])));
var tones = {
	waiting: "medium",
	sent: "good",
	dead: "high",
	skipped: "plain"
};
function Notifications() {
	let zone = useZone();
	let [which, setWhich] = (0, import_react.useState)("all");
	let q = useGet("/settings/targets", { state: which }, { every: 1e4 });
	let retry = useChange((ids) => api.post("/settings/deliveries/retry", { ids }), ["/settings/targets"]);
	let remove = useChange((name) => api.delete("/settings/targets", { params: { name } }), ["/settings", "/audit"]);
	let [form, setForm] = (0, import_react.useState)();
	let [gone, setGone] = (0, import_react.useState)("");
	let [said, setSaid] = (0, import_react.useState)("");
	let opener = (0, import_react.useRef)(null);
	let word = (0, import_react.useRef)(null);
	let begin = (target) => {
		opener.current = document.activeElement;
		setSaid("");
		setForm({ target });
	};
	let close = (text) => {
		setForm(void 0);
		setSaid(text);
		setTimeout(() => (text ? word.current : opener.current)?.focus());
	};
	let targets = q.data?.targets ?? [];
	let add = (0, import_jsx_runtime.jsx)(Button, {
		small: targets.length > 0,
		kind: "primary",
		icon: "plus",
		disabled: form !== void 0,
		onClick: () => begin(),
		children: "Add a target"
	});
	let columns = [
		{
			key: "made",
			title: "When",
			width: 150,
			render: (d) => (0, import_jsx_runtime.jsx)("span", {
				title: ago(d.made),
				children: zone.time(d.made)
			})
		},
		{
			key: "target",
			title: "Target",
			width: 130
		},
		{
			key: "state",
			title: "State",
			width: 96,
			render: (d) => (0, import_jsx_runtime.jsx)(Badge, {
				tone: tones[d.state] ?? "plain",
				children: d.state
			})
		},
		{
			key: "kind",
			title: "What",
			width: 90
		},
		{
			key: "title",
			title: "Alert",
			min: 240,
			render: (d) => (0, import_jsx_runtime.jsx)(Along, {
				to: "/alerts",
				search: { alert: d.alert },
				children: d.title || d.alert
			})
		},
		{
			key: "tries",
			title: "Tries",
			align: "right",
			width: 66
		},
		{
			key: "error",
			title: "Error of the last try",
			min: 200,
			render: (d) => d.error ? (0, import_jsx_runtime.jsx)("span", {
				title: d.error,
				children: d.error
			}) : "–"
		}
	];
	let counts = q.data?.counts ?? {};
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		form ? (0, import_jsx_runtime.jsx)(import_react.Suspense, { children: (0, import_jsx_runtime.jsx)(TargetForm, {
			target: form.target,
			names: targets.map((t) => t.name),
			onCancel: () => close(""),
			onDone: (name) => close(`${name} is saved and told from now on.`)
		}, form.target?.name ?? "") }) : null,
		(0, import_jsx_runtime.jsxs)(Panel, {
			title: "Targets",
			help: "Whom weir serve tells of alerts: those that are added here, and those under notify: of the configuration file, which are changed there. Secrets are not shown.",
			path: "/settings/targets",
			loading: q.loading && !q.data,
			error: q.error,
			waitHeight: 140,
			actions: targets.length ? add : void 0,
			children: [(0, import_jsx_runtime.jsx)("p", {
				ref: word,
				role: "status",
				tabIndex: -1,
				className: settings_module_default.said,
				children: said
			}), targets.length ? (0, import_jsx_runtime.jsx)("ul", {
				className: settings_module_default.cards,
				children: targets.map((t) => (0, import_jsx_runtime.jsx)(Target, {
					t,
					busy: form !== void 0,
					onEdit: () => begin(t),
					onRemove: () => setGone(t.name)
				}, t.name))
			}) : (0, import_jsx_runtime.jsx)(Empty, {
				what: "target is set",
				icon: "bell",
				reasons: ["Alerts are seen here only. Add a webhook, a channel of Slack, a service of PagerDuty or mail, and send it a test.", {
					text: "Targets can also stand under notify: in the configuration file, with their secrets in variables or files. This tests those without a server:",
					command: "weir notify test --config weir.yaml"
				}],
				actions: add
			})]
		}),
		(0, import_jsx_runtime.jsx)(Panel, {
			title: "Deliveries",
			help: "What a target does not take is sent again for a day, and is a dead letter then.",
			path: "/settings/targets",
			loading: q.loading && !q.data,
			error: q.error,
			flush: !0,
			actions: (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [counts.dead ? (0, import_jsx_runtime.jsxs)(Button, {
				small: !0,
				busy: retry.isPending,
				onClick: () => retry.mutate([]),
				children: [
					"Send ",
					plural(counts.dead, "dead letter"),
					" again"
				]
			}) : null, (0, import_jsx_runtime.jsx)(Segments, {
				label: "Which",
				value: which,
				onChange: setWhich,
				options: [
					"all",
					"waiting",
					"sent",
					"dead",
					"skipped"
				].map((w) => ({
					value: w,
					title: w === "all" ? "all" : `${w} ${count(counts[w] ?? 0)}`
				}))
			})] }),
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "deliveries",
				label: "Deliveries",
				columns,
				rows: q.data?.deliveries ?? [],
				rowKey: (d) => String(d.id),
				order: {
					key: "made",
					desc: !0
				},
				empty: (0, import_jsx_runtime.jsx)(Empty, {
					what: which === "dead" ? "dead letter" : "delivery",
					icon: "check",
					reasons: ["Nothing was to be told so far."]
				})
			})
		}),
		(0, import_jsx_runtime.jsx)(Confirm, {
			open: gone !== "",
			onClose: () => setGone(""),
			title: `Remove ${gone}?`,
			action: "Remove it",
			run: () => remove.mutateAsync(gone).then((r) => (setForm(void 0), setSaid(`${gone} is removed.${r.given_up ? ` ${plural(r.given_up, "notification")} that waited for it ${r.given_up === 1 ? "is a dead letter" : "are dead letters"} now.` : ""}`))),
			children: (0, import_jsx_runtime.jsx)("p", { children: "It is told nothing more, and its secret is forgotten. What waits for it is given up and listed with the dead letters." })
		})
	] });
}
function Target({ t, busy, onEdit, onRemove }) {
	let test = useChange((name) => api.post("/settings/targets/test", { name }), ["/audit"]);
	let wants = [
		t.pages_only ? "only those that need a person now" : "",
		t.min_severity && t.min_severity !== "info" && t.min_severity !== "informational" ? `from ${t.min_severity} on` : "",
		t.families.length ? t.families.join(", ") : "",
		t.exposure ? "and the internet's noise" : ""
	].filter(Boolean);
	return (0, import_jsx_runtime.jsxs)("li", { children: [
		(0, import_jsx_runtime.jsxs)("header", { children: [
			(0, import_jsx_runtime.jsx)("b", { children: t.name }),
			" ",
			(0, import_jsx_runtime.jsx)(Badge, { children: kinds[t.kind]?.title ?? "target" }),
			(0, import_jsx_runtime.jsxs)("span", {
				className: settings_module_default.acts,
				children: [
					t.removable ? null : (0, import_jsx_runtime.jsx)("span", {
						className: settings_module_default.soft,
						children: "set in the configuration file"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						busy: test.isPending,
						onClick: () => test.mutate(t.name),
						"aria-label": `Send a test to ${t.name}`,
						children: "Send a test"
					}),
					t.removable ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						icon: "edit",
						disabled: busy,
						onClick: onEdit,
						"aria-label": `Change ${t.name}`,
						children: "Change"
					}), (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						kind: "quiet",
						icon: "trash",
						onClick: onRemove,
						"aria-label": `Remove ${t.name}`,
						title: "Remove it"
					})] }) : null
				]
			})
		] }),
		(0, import_jsx_runtime.jsx)(TestResult, { test }),
		(0, import_jsx_runtime.jsxs)("dl", {
			className: settings_module_default.facts,
			children: [
				(0, import_jsx_runtime.jsx)("dt", { children: "Goes to" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [t.to ? `${t.to.join(", ")} by ` : "", t.host ?? (t.url_from ? `the URL in ${t.url_from}` : "its kind's own address")] }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Secret" }),
				(0, import_jsx_runtime.jsx)("dd", { children: t.secret ? t.removable ? "set, not shown" : `in ${t.secret}` : t.kind === "slack" ? "its URL is one" : "not set" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "Is told of" }),
				(0, import_jsx_runtime.jsx)("dd", { children: wants.length ? wants.join(", ") : "all alerts" }),
				(0, import_jsx_runtime.jsx)("dt", { children: "At most" }),
				(0, import_jsx_runtime.jsxs)("dd", { children: [t.per_hour ? `${t.per_hour} messages an hour` : "no bound", t.group_seconds ? `, collected over ${t.group_seconds} s` : ""] })
			]
		})
	] });
}
function Person() {
	let session = useSession();
	let theme = useTheme();
	let zone = useZone();
	let navigate = useNavigate();
	let leave = async () => {
		await api.post("/logout");
		client.clear();
		await loadSession(!0);
		navigate({ to: "/login" });
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: settings_module_default.two,
		children: [(0, import_jsx_runtime.jsxs)(Panel, {
			title: "You",
			children: [session ? (0, import_jsx_runtime.jsxs)("dl", {
				className: settings_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "Name" }),
					(0, import_jsx_runtime.jsx)("dd", { children: session.person?.name ?? "nobody" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Came" }),
					(0, import_jsx_runtime.jsx)("dd", { children: session.person ? {
						loopback: "from this machine, without a password",
						session: "with the password",
						token: "with a token"
					}[session.person.via] : "–" }),
					(0, import_jsx_runtime.jsx)("dt", { children: "May" }),
					(0, import_jsx_runtime.jsx)("dd", { children: "everything (administrator)" }),
					session.expires ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Until" }), (0, import_jsx_runtime.jsx)("dd", { children: zone.time(session.expires) })] }) : null,
					(0, import_jsx_runtime.jsx)("dt", { children: "Login" }),
					(0, import_jsx_runtime.jsx)("dd", { children: session.login ? "others log in with the administrator's password over TLS" : "only this machine reaches the server; listen on another address for others (docs/remote.md)" })
				]
			}) : null, session?.login && session.person?.via === "session" ? (0, import_jsx_runtime.jsx)("p", {
				className: settings_module_default.gap,
				children: (0, import_jsx_runtime.jsx)(Button, {
					onClick: () => void leave(),
					children: "Log out"
				})
			}) : null]
		}), (0, import_jsx_runtime.jsx)(Panel, {
			title: "This browser",
			children: (0, import_jsx_runtime.jsxs)("dl", {
				className: settings_module_default.facts,
				children: [
					(0, import_jsx_runtime.jsx)("dt", { children: "Theme" }),
					(0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)(Segments, {
						label: "Theme",
						value: theme.theme,
						onChange: setTheme,
						options: [
							{
								value: "system",
								title: "as the system"
							},
							{
								value: "light",
								title: "light"
							},
							{
								value: "dark",
								title: "dark"
							}
						]
					}) }),
					(0, import_jsx_runtime.jsx)("dt", { children: "Time zone" }),
					(0, import_jsx_runtime.jsxs)("dd", {
						className: settings_module_default.line0,
						children: [
							(0, import_jsx_runtime.jsx)(ZonePicker, {}),
							" ",
							(0, import_jsx_runtime.jsx)("span", { children: zone.zone })
						]
					})
				]
			})
		})]
	});
}
function Tokens() {
	let zone = useZone();
	let q = useGet("/tokens");
	let [name, setName] = (0, import_react.useState)("");
	let [days, setDays] = (0, import_react.useState)("90");
	let [made, setMade] = (0, import_react.useState)();
	let [gone, setGone] = (0, import_react.useState)();
	let make = useChange((b) => api.post("/tokens", b), ["/tokens", "/audit"]);
	let revoke = useChange((id) => api.delete("/tokens/{id}", { at: { id } }), ["/tokens", "/audit"]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)(Panel, {
			title: "Make a token",
			help: "A token allows what you may. Scripts send it as Authorization: Bearer; the command line takes it from $WEIR_TOKEN with --server.",
			children: [made ? (0, import_jsx_runtime.jsxs)("div", {
				className: settings_module_default.secret,
				children: [
					(0, import_jsx_runtime.jsxs)("p", {
						role: "status",
						children: [(0, import_jsx_runtime.jsxs)("b", { children: [made.token.name, " is made."] }), " This is the only time that it is shown:"]
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: settings_module_default.line0,
						children: [
							(0, import_jsx_runtime.jsx)("code", {
								"data-testid": "secret",
								children: made.secret
							}),
							(0, import_jsx_runtime.jsx)(Copy, { text: made.secret }),
							(0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								onClick: () => setMade(void 0),
								children: "I have it"
							})
						]
					}),
					(0, import_jsx_runtime.jsx)("pre", {
						className: settings_module_default.pre,
						children: `export WEIR_TOKEN=…\nweir --server ${location.origin} alerts list\ncurl -s -H "Authorization: Bearer $WEIR_TOKEN" ${location.origin}/api/v1/range`
					})
				]
			}) : (0, import_jsx_runtime.jsxs)("form", {
				className: settings_module_default.form,
				onSubmit: (e) => {
					e.preventDefault();
					make.mutate({
						name: name.trim(),
						days: Number(days)
					}, { onSuccess: (m) => (setMade(m), setName("")) });
				},
				children: [
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Name",
						required: !0,
						maxLength: 64,
						pattern: "[A-Za-z0-9._\\-]+",
						title: "letters, digits, dots, dashes and underscores",
						placeholder: "ci",
						value: name,
						onChange: (e) => setName(e.target.value)
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						label: "Good for",
						value: days,
						onChange: (e) => setDays(e.target.value),
						options: [
							{
								value: "7",
								title: "7 days"
							},
							{
								value: "30",
								title: "30 days"
							},
							{
								value: "90",
								title: "90 days"
							},
							{
								value: "365",
								title: "a year"
							},
							{
								value: "0",
								title: "for ever"
							}
						]
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						type: "submit",
						kind: "primary",
						busy: make.isPending,
						disabled: !name.trim(),
						children: "Make it"
					})
				]
			}), make.error ? (0, import_jsx_runtime.jsx)(Fault, { error: make.error }) : null]
		}),
		(0, import_jsx_runtime.jsx)(Panel, {
			title: "Tokens",
			path: "/tokens",
			loading: q.loading && !q.data,
			error: q.error,
			flush: !0,
			waitHeight: 120,
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "tokens",
				label: "Tokens",
				columns: [
					{
						key: "name",
						title: "Name",
						min: 140,
						render: (t) => (0, import_jsx_runtime.jsx)("b", { children: t.name })
					},
					{
						key: "id",
						title: "Id",
						width: 130,
						render: (t) => (0, import_jsx_runtime.jsx)("code", { children: t.id })
					},
					{
						key: "valid",
						title: "State",
						width: 96,
						value: (t) => +!t.valid,
						render: (t) => t.valid ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "good",
							icon: "check",
							children: "good"
						}) : t.revoked ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "plain",
							children: "revoked"
						}) : (0, import_jsx_runtime.jsx)(Badge, {
							tone: "medium",
							children: "expired"
						})
					},
					{
						key: "created",
						title: "Made",
						width: 150,
						render: (t) => (0, import_jsx_runtime.jsx)("span", {
							title: `by ${t.created_by}`,
							children: zone.time(t.created)
						})
					},
					{
						key: "created_by",
						title: "By",
						width: 110
					},
					{
						key: "expires",
						title: "Good until",
						width: 120,
						render: (t) => t.expires ? zone.date(t.expires) : "for ever"
					},
					{
						key: "last_used",
						title: "Last used",
						width: 110,
						value: (t) => t.last_used,
						render: (t) => t.last_used ? (0, import_jsx_runtime.jsx)("span", {
							title: zone.stamp(t.last_used),
							children: ago(t.last_used)
						}) : "never"
					},
					{
						key: "act",
						title: "Revoke",
						width: 96,
						sort: !1,
						render: (t) => t.valid ? (0, import_jsx_runtime.jsx)(Button, {
							small: !0,
							kind: "danger",
							onClick: () => setGone(t),
							"aria-label": `Revoke ${t.name}`,
							children: "Revoke"
						}) : ""
					}
				],
				rows: q.data ?? [],
				rowKey: (t) => t.id,
				picker: !1,
				order: {
					key: "created",
					desc: !0
				},
				empty: (0, import_jsx_runtime.jsx)(Empty, {
					what: "token was made yet",
					icon: "shield",
					reasons: ["On this machine scripts need none; from others each sends one."]
				})
			})
		}),
		(0, import_jsx_runtime.jsx)(Confirm, {
			open: gone !== void 0,
			onClose: () => setGone(void 0),
			title: `Revoke ${gone?.name ?? ""}?`,
			action: "Revoke it",
			run: () => revoke.mutateAsync(gone?.id ?? ""),
			children: (0, import_jsx_runtime.jsx)("p", { children: "What uses it is refused from now on. That cannot be taken back; make another one in its place." })
		})
	] });
}
var settings_exports = __exportAll({ default: () => Settings });
var tabs = [
	{
		id: "data",
		title: "Places and ranges"
	},
	{
		id: "retention",
		title: "Retention"
	},
	{
		id: "notifications",
		title: "Notifications"
	},
	{
		id: "tokens",
		title: "Tokens"
	},
	{
		id: "you",
		title: "You and this browser"
	},
	{
		id: "config",
		title: "Configuration"
	},
	{
		id: "about",
		title: "About"
	}
];
function Settings() {
	let [s, set] = usePageSearch({ tab: "data" });
	let tab = tabs.some((t) => t.id === s.tab) ? s.tab : "data";
	let list = useGet("/settings");
	return (0, import_jsx_runtime.jsxs)("div", {
		className: settings_module_default.page,
		children: [(0, import_jsx_runtime.jsxs)("header", {
			className: settings_module_default.head,
			children: [(0, import_jsx_runtime.jsx)("h1", { children: "Settings" }), (0, import_jsx_runtime.jsxs)("p", { children: [
				list.data ? list.data.file ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					"Values come from ",
					(0, import_jsx_runtime.jsx)("code", { children: list.data.file }),
					", the environment, and what is set here."
				] }) : "The server runs without a configuration file: values are defaults, of the environment, or set here." : null,
				" ",
				(0, import_jsx_runtime.jsx)(Along, {
					to: "/alerts",
					search: { tab: "silences" },
					children: "Silences"
				}),
				" ",
				"· ",
				(0, import_jsx_runtime.jsx)(Along, {
					to: "/audit",
					children: "Audit"
				})
			] })]
		}), (0, import_jsx_runtime.jsx)(Tabs, {
			label: "Settings of",
			value: tab,
			onChange: (id) => set({ tab: id }),
			tabs,
			children: (0, import_jsx_runtime.jsxs)("div", {
				className: settings_module_default.body,
				children: [
					tab === "data" ? (0, import_jsx_runtime.jsx)(Geo, {}) : null,
					tab === "retention" ? (0, import_jsx_runtime.jsx)(Keep, {
						list: list.data,
						error: list.error,
						loading: list.loading
					}) : null,
					tab === "retention" ? (0, import_jsx_runtime.jsx)(Configuration, {
						list: list.data,
						error: list.error,
						loading: list.loading,
						only: ["keep.", "cost."],
						title: "Retention and prices, and what sets them",
						help: "Days count back from the newest day stored. Sources and health, disk and retention tells when the disk is full and what goes first."
					}) : null,
					tab === "notifications" ? (0, import_jsx_runtime.jsx)(Notifications, {}) : null,
					tab === "tokens" ? (0, import_jsx_runtime.jsx)(Tokens, {}) : null,
					tab === "you" ? (0, import_jsx_runtime.jsx)(Person, {}) : null,
					tab === "config" ? (0, import_jsx_runtime.jsx)(Configuration, {
						list: list.data,
						error: list.error,
						loading: list.loading,
						title: "Configuration",
						help: "Every setting with its value and what sets it. Secrets are hidden. A change of the file holds when the server is started again."
					}) : null,
					tab === "about" ? (0, import_jsx_runtime.jsx)(About, {
						list: list.data,
						error: list.error,
						loading: list.loading
					}) : null
				]
			})
		})]
	});
}
export { Settings as default, settings_module_default as i, TestResult as n, kinds as r, settings_exports as t };
