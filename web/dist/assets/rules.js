const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/YamlEditor.js","assets/rolldown-runtime.js","assets/lib-codemirror.js","assets/lib-react.js","assets/kit.js","assets/kit.css","assets/CodeEditor.js","assets/codemirror.js","assets/CodeEditor.css"])))=>i.map(i=>d[i]);
import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, _ as useRouter, f as useParams, u as Link, y as useQuery } from "./lib-react.js";
import { F as useShortcuts, G as useValueActions, I as Panel, Jt as usePageSearch, Ot as chips, Qt as useGet, Rt as useRange, U as Value, Wt as useZone, Y as Skeleton, Yt as useSearch, Zt as client, c as Empty, ct as bytes, d as Badge, et as Fault, f as Severity, ft as percent, ht as __vitePreload, it as Icon, kt as everything, l as TimeSeries, lt as count, nn as api, nt as Copy, p as Tabs, pt as plural, rt as Button, tt as sentence, ut as duration } from "./kit.js";
import { t as Spark } from "./Spark.js";
import { t as DataTable } from "./DataTable.js";
import { a as TextField, n as SelectField, r as SwitchField, t as Segments } from "./Field.js";
import { t as useChange } from "./change.js";
import { t as Confirm } from "./Confirm.js";
import { u as useStream } from "./index.js";
import { n as useMutation } from "./lib-query.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var stateNames = {
	on: "on",
	off: "off",
	dry_run: "dry run"
};
function State({ row }) {
	if (row.state === "on") return (0, import_jsx_runtime.jsx)(Badge, {
		tone: "good",
		icon: "check",
		children: "on"
	});
	if (row.state === "dry_run") return (0, import_jsx_runtime.jsx)(Badge, {
		tone: "medium",
		icon: "pause",
		title: "It keeps what it finds, and nobody is told",
		children: "dry run"
	});
	return (0, import_jsx_runtime.jsx)(Badge, {
		icon: "mute",
		title: row.off,
		children: "off"
	});
}
var family = (name) => name.replaceAll("_", " ") || "own";
var fileName = (path) => path.split("/").slice(-2).join("/");
function judged(row) {
	return row.judged === 0 ? "–" : `${Math.round(100 * row.harmless / row.judged)} % of ${row.judged}`;
}
var rules_module_default = {
	page: "rules-module_page",
	crumbs: "rules-module_crumbs",
	head: "rules-module_head",
	title: "rules-module_title",
	sub: "rules-module_sub",
	buttons: "rules-module_buttons",
	tools: "rules-module_tools",
	find: "rules-module_find",
	name: "rules-module_name",
	clip: "rules-module_clip",
	two: "rules-module_two",
	faint: "rules-module_faint",
	note: "rules-module_note",
	mono: "rules-module_mono",
	warn: "rules-module_warn",
	about: "rules-module_about",
	column: "rules-module_column",
	prose: "rules-module_prose",
	filter: "rules-module_filter",
	cover: "rules-module_cover",
	hint: "rules-module_hint",
	examples: "rules-module_examples",
	facts: "rules-module_facts",
	file: "rules-module_file",
	blind: "rules-module_blind",
	items: "rules-module_items",
	problems: "rules-module_problems",
	cases: "rules-module_cases",
	editing: "rules-module_editing",
	editor: "rules-module_editor",
	ok: "rules-module_ok",
	bad: "rules-module_bad",
	at: "rules-module_at",
	why: "rules-module_why",
	trial: "rules-module_trial",
	progress: "rules-module_progress",
	slider: "rules-module_slider",
	track: "rules-module_track",
	ticks: "rules-module_ticks",
	figures: "rules-module_figures",
	charts: "rules-module_charts",
	pair: "rules-module_pair",
	sides: "rules-module_sides",
	versions: "rules-module_versions",
	number: "rules-module_number",
	diffScroll: "rules-module_diffScroll",
	diff: "rules-module_diff",
	line: "rules-module_line",
	sign: "rules-module_sign",
	left: "rules-module_left",
	right: "rules-module_right",
	fold: "rules-module_fold"
};
var levels = [
	"info",
	"informational",
	"low",
	"medium",
	"high",
	"critical"
];
function matches(r, words) {
	let text = [
		r.id,
		r.title,
		r.family,
		r.severity,
		r.file,
		r.mechanism,
		...r.attack,
		...r.blind
	].join(" ").toLowerCase();
	return words.every((w) => text.includes(w));
}
function List() {
	let q = useGet("/rules", void 0, { every: 3e4 });
	let [s, set] = usePageSearch({
		find: "",
		state: "",
		blind: "",
		group: ""
	});
	let { go } = useValueActions();
	let zone = useZone();
	let [width, height] = useWindow();
	let rows = (0, import_react.useMemo)(() => {
		let words = s.find.toLowerCase().split(/\s+/).filter(Boolean);
		return (q.data?.items ?? []).filter((r) => (!s.state || r.state === s.state) && (!s.blind || r.blind.length > 0) && matches(r, words));
	}, [
		q.data,
		s.find,
		s.state,
		s.blind
	]);
	let all = q.data?.items ?? [];
	let columns = [
		{
			key: "state",
			title: "State",
			width: 84,
			min: 84,
			value: (r) => stateNames[r.state],
			render: (r) => (0, import_jsx_runtime.jsx)(State, { row: r })
		},
		{
			key: "title",
			title: "Rule",
			min: 410,
			width: 460,
			value: (r) => r.title,
			render: (r) => (0, import_jsx_runtime.jsxs)("span", {
				className: rules_module_default.name,
				title: r.title,
				children: [(0, import_jsx_runtime.jsx)(Link, {
					to: "/rules/$id",
					params: { id: r.id },
					tabIndex: -1,
					children: r.title
				}), (0, import_jsx_runtime.jsxs)("span", { children: [
					(0, import_jsx_runtime.jsx)("code", { children: r.id }),
					" · ",
					[family(r.family), fileName(r.file).replace("shipped/", "")].filter(Boolean).join(" · ")
				] })]
			})
		},
		{
			key: "severity",
			title: "Severity",
			width: 98,
			min: 96,
			sort: (a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity),
			render: (r) => (0, import_jsx_runtime.jsx)(Severity, { level: r.severity })
		},
		{
			key: "family",
			title: "Family",
			width: 116,
			min: 96,
			hidden: !0,
			value: (r) => family(r.family)
		},
		{
			key: "hits",
			title: "Hits",
			help: "Findings that are kept, noise of the internet among them",
			align: "right",
			width: 66,
			min: 62,
			value: (r) => r.hits,
			unit: "count"
		},
		{
			key: "days",
			title: "30 days",
			width: 96,
			min: 92,
			sort: (a, b) => sum(a.daily) - sum(b.daily),
			render: (r) => (0, import_jsx_runtime.jsx)(Spark, {
				label: `Hits of ${r.title} by day`,
				values: r.daily,
				kind: "bars",
				width: 84,
				height: 20,
				unit: "findings"
			})
		},
		{
			key: "open",
			title: "Open",
			help: "Alerts that nobody has resolved",
			align: "right",
			width: 66,
			min: 60,
			value: (r) => r.open,
			unit: "count"
		},
		{
			key: "noise",
			title: "Noise",
			help: "Of the alerts that people judged, how many were harmless or false; before anybody has, what the rule says is to be expected",
			width: 230,
			min: 200,
			sort: (a, b) => share(a) - share(b),
			render: (r) => (0, import_jsx_runtime.jsx)("span", {
				className: rules_module_default.two,
				title: r.noise,
				children: r.judged ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [judged(r), " no attack"] }) : (0, import_jsx_runtime.jsx)("span", {
					className: rules_module_default.faint,
					children: r.noise || "–"
				})
			})
		},
		{
			key: "blind",
			title: "Blind",
			help: "What it cannot see in what is stored, or why it is not run",
			width: 200,
			min: 100,
			sort: (a, b) => a.blind.length + (a.off ? .5 : 0) - b.blind.length - (b.off ? .5 : 0),
			render: (r) => r.off && !r.blind.length ? (0, import_jsx_runtime.jsxs)("span", {
				className: rules_module_default.two,
				title: r.off,
				children: ["off: ", r.off]
			}) : r.blind.length ? (0, import_jsx_runtime.jsxs)("span", {
				className: rules_module_default.two,
				title: r.blind.join("\n"),
				children: [
					(0, import_jsx_runtime.jsx)(Badge, {
						tone: "medium",
						icon: "gap",
						children: r.blind.length
					}),
					" ",
					r.blind[0]
				]
			}) : "–"
		},
		{
			key: "attack",
			title: "ATT&CK",
			hidden: width < 1440,
			width: 104,
			min: 84,
			value: (r) => r.attack.join(", "),
			render: (r) => (0, import_jsx_runtime.jsxs)("span", {
				title: r.attack.join(", "),
				children: [r.attack[0] ?? "–", r.attack.length > 1 && (0, import_jsx_runtime.jsxs)("span", {
					className: rules_module_default.faint,
					children: [" +", r.attack.length - 1]
				})]
			})
		},
		{
			key: "last",
			title: "Last hit",
			width: 130,
			hidden: !0,
			value: (r) => r.last ?? "",
			render: (r) => r.last ? zone.time(r.last) : "–"
		},
		{
			key: "file",
			title: "File",
			width: 130,
			min: 84,
			hidden: !0,
			value: (r) => r.file,
			render: (r) => (0, import_jsx_runtime.jsx)("span", {
				className: rules_module_default.clip,
				title: r.file,
				children: fileName(r.file).replace("shipped/", "")
			})
		}
	];
	let open = (r) => go("/rules/" + encodeURIComponent(r.id));
	let groups = s.group ? [...new Set(rows.map((r) => r.family))].sort() : [""];
	let on = all.filter((r) => r.state === "on").length;
	let blind = all.filter((r) => r.blind.length > 0).length;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.page,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: rules_module_default.head,
				children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h1", { children: "Rules" }), (0, import_jsx_runtime.jsx)("p", {
					className: rules_module_default.sub,
					children: q.data ? `${plural(all.length, "rule")}, ${on} on, ${all.filter((r) => r.state === "dry_run").length} in dry run, ${blind} blind for something` : " "
				})] }), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: "plus",
					onClick: () => go("/rules/new"),
					children: "New rule"
				})]
			}),
			(q.data?.problems.length ?? 0) > 0 && (0, import_jsx_runtime.jsxs)("div", {
				className: rules_module_default.warn,
				role: "status",
				children: [(0, import_jsx_runtime.jsx)("strong", { children: "Files that are wrong; the last good version of each is run:" }), (0, import_jsx_runtime.jsx)("ul", { children: q.data?.problems.map((p, i) => (0, import_jsx_runtime.jsxs)("li", { children: [
					(0, import_jsx_runtime.jsxs)("code", { children: [p.file, p.line ? `:${p.line}` : ""] }),
					" ",
					p.message
				] }, i)) })]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: rules_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)(TextField, {
						bare: !0,
						label: "Find rules",
						type: "search",
						placeholder: "Title, id, family, T1046, file …",
						value: s.find,
						onChange: (e) => set({ find: e.target.value }, { replace: !0 }),
						className: rules_module_default.find
					}),
					(0, import_jsx_runtime.jsx)(SelectField, {
						bare: !0,
						small: !0,
						label: "State",
						value: s.state,
						onChange: (e) => set({ state: e.target.value }),
						options: [
							{
								value: "",
								title: "Any state"
							},
							{
								value: "on",
								title: "On"
							},
							{
								value: "dry_run",
								title: "Dry run"
							},
							{
								value: "off",
								title: "Off"
							}
						]
					}),
					(0, import_jsx_runtime.jsx)(SwitchField, {
						label: "Blind only",
						checked: !!s.blind,
						onChange: (v) => set({ blind: v ? "1" : "" })
					}),
					(0, import_jsx_runtime.jsx)(SwitchField, {
						label: "Group by family",
						checked: !!s.group,
						onChange: (v) => set({ group: v ? "family" : "" })
					})
				]
			}),
			groups.map((g) => {
				let own = s.group ? rows.filter((r) => r.family === g) : rows;
				return (0, import_jsx_runtime.jsx)(Panel, {
					title: s.group ? family(g) : "All rules",
					name: s.group ? `Rules of ${family(g)}` : "All rules",
					actions: s.group ? (0, import_jsx_runtime.jsxs)("span", {
						className: rules_module_default.faint,
						children: [
							plural(own.length, "rule"),
							", ",
							count(own.reduce((n, r) => n + r.hits, 0)),
							" hits"
						]
					}) : void 0,
					loading: q.loading,
					ready: !!q.data,
					error: q.error,
					onRetry: q.refetch,
					flush: !0,
					waitHeight: 400,
					children: (0, import_jsx_runtime.jsx)(DataTable, {
						id: "rules",
						label: s.group ? `Rules of ${family(g)}` : "Rules",
						columns,
						rows: own,
						rowKey: (r) => r.id,
						onOpen: open,
						order: {
							key: "hits",
							desc: !0
						},
						picker: !s.group,
						rowHeight: 44,
						height: own.length > 50 ? Math.max(480, height - 290) : void 0,
						empty: (0, import_jsx_runtime.jsx)(Empty, {
							what: "rules like that",
							reasons: ["Loosen the words or the state above."]
						})
					})
				}, g || "all");
			}),
			q.data && (0, import_jsx_runtime.jsxs)("p", {
				className: rules_module_default.note,
				children: [
					"Your own rules are files in ",
					(0, import_jsx_runtime.jsx)("code", { children: q.data.folder }),
					"; what is put there by hand is read, too."
				]
			}),
			q.data && groups.length === 0 ? (0, import_jsx_runtime.jsx)(Empty, {
				what: "rules like that",
				reasons: ["Loosen the words or the state above."]
			}) : null
		]
	});
}
function useWindow() {
	return (0, import_react.useSyncExternalStore)((changed) => {
		window.addEventListener("resize", changed);
		return () => window.removeEventListener("resize", changed);
	}, () => `${window.innerWidth} ${window.innerHeight}`).split(" ").map(Number);
}
var sum = (list) => list.reduce((a, b) => a + b, 0);
var share = (r) => r.judged ? r.harmless / r.judged : -1;
function About({ detail }) {
	let r = detail.rule;
	let zone = useZone();
	let { go } = useValueActions();
	let covers = useQuery({
		queryKey: [
			"/rules/explain",
			r.id,
			r.version
		],
		queryFn: ({ signal }) => api.post("/rules/explain", { id: r.id }, { signal })
	});
	let e = covers.data;
	let facts = [
		["Family", family(r.family)],
		["Mechanism", r.mechanism],
		["About", detail.entity || "what its mechanism says"],
		["ATT&CK", r.attack.join(", ") || "–"],
		["Hits", `${count(r.hits)}${r.exposure ? `, ${count(r.exposure)} of them noise of the internet` : ""}`],
		["Alerts", r.alerts ? (0, import_jsx_runtime.jsx)(Link, {
			to: "/alerts",
			search: {
				rule: r.id,
				status: "all",
				silenced: "yes"
			},
			children: `${plural(r.alerts, "alert")}, ${count(r.open)} open`
		}) : "none"],
		["No attack", r.judged ? `${judged(r)} that people judged` : "nobody has judged an alert of it"],
		["Last hit", r.last ? zone.time(r.last) : "never"],
		["Noise to expect", r.noise || "not told"],
		["Needs", [
			detail.needs.fields.join(", "),
			detail.needs.actions && `${detail.needs.actions === "both" ? "ACCEPT and REJECT" : detail.needs.actions.toUpperCase()} records`,
			detail.needs.aggregation_seconds && `windows of at most ${duration(detail.needs.aggregation_seconds)}`
		].filter(Boolean).join("; ") || "nothing special"],
		["File", (0, import_jsx_runtime.jsxs)("span", {
			className: rules_module_default.file,
			children: [(0, import_jsx_runtime.jsxs)("code", { children: [r.file, detail.line > 1 ? `:${detail.line}` : ""] }), !r.shipped && (0, import_jsx_runtime.jsx)(Copy, {
				text: r.file,
				label: "Copy the path"
			})]
		}, "f")],
		["Version", (0, import_jsx_runtime.jsx)("code", { children: r.version }, "v")],
		["Status", detail.status],
		["Author", detail.author],
		["Tags", detail.tags.filter((t) => !t.startsWith("attack.")).join(", ")]
	];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.about,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: rules_module_default.column,
			children: [
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "Hits by day",
					help: "Findings by the day they were first seen, UTC, over the 30 days before the newest record.",
					actions: r.alerts ? (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						icon: "bell",
						onClick: () => go("/alerts", {
							rule: r.id,
							status: "all",
							silenced: "yes"
						}),
						children: "Its alerts"
					}) : void 0,
					children: (0, import_jsx_runtime.jsx)(TimeSeries, {
						title: `Hits of ${r.title} by day`,
						times: detail.days,
						series: [{
							label: "findings",
							values: r.daily,
							unit: "findings",
							color: 1,
							kind: "bars"
						}],
						height: 150,
						legend: "none"
					})
				}),
				(0, import_jsx_runtime.jsxs)(Panel, {
					title: "Why it matters",
					children: [(0, import_jsx_runtime.jsx)("p", {
						className: rules_module_default.prose,
						children: detail.description || "The rule does not say."
					}), detail.why && (0, import_jsx_runtime.jsxs)("p", {
						className: rules_module_default.faint,
						children: ["Its alerts say: ", (0, import_jsx_runtime.jsx)("q", { children: detail.why })]
					})]
				}),
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "What it covers",
					loading: covers.isFetching,
					ready: !!e,
					error: covers.error,
					waitHeight: 110,
					children: e && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						e.filter ? (0, import_jsx_runtime.jsxs)("p", {
							className: rules_module_default.filter,
							children: [(0, import_jsx_runtime.jsx)("code", { children: e.filter === "*" ? "all flows" : e.filter }), e.filter !== "*" && (0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								kind: "quiet",
								icon: "search",
								onClick: () => go("/explore", { q: e.filter }),
								children: "Its records"
							})]
						}) : (0, import_jsx_runtime.jsx)("p", { children: "A correlation: it joins what other rules select." }),
						e.filter === "*" && (0, import_jsx_runtime.jsx)("p", {
							className: rules_module_default.faint,
							children: `It looks at all of them; the mechanism ${r.mechanism} decides what counts.`
						}),
						e.addresses.map((a, i) => (0, import_jsx_runtime.jsxs)("div", {
							className: rules_module_default.cover,
							children: [
								(0, import_jsx_runtime.jsxs)("p", { children: [(0, import_jsx_runtime.jsx)("code", { children: (a.negated ? "NOT " : "") + a.test }), a.of && (0, import_jsx_runtime.jsxs)("span", {
									className: rules_module_default.faint,
									children: [" of rule ", a.of]
								})] }),
								(0, import_jsx_runtime.jsxs)("p", { children: [
									a.negated ? "leaves out" : "holds for",
									" ",
									percent(a.share4),
									" of all IPv4 and ",
									percent(a.share6),
									" of all IPv6 addresses",
									a.ranges.length > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [": ", (0, import_jsx_runtime.jsxs)("span", {
										className: rules_module_default.mono,
										children: [a.ranges.join(", "), a.more ? ", …" : ""]
									})] })
								] }),
								a.hint && (0, import_jsx_runtime.jsxs)("p", {
									className: rules_module_default.hint,
									children: [
										(0, import_jsx_runtime.jsx)(Icon, {
											name: "warning",
											size: 14
										}),
										" ",
										sentence(a.hint),
										" ",
										a.instead && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["Write instead: ", (0, import_jsx_runtime.jsx)("code", { children: a.instead })] })
									]
								}),
								(0, import_jsx_runtime.jsxs)("dl", {
									className: rules_module_default.examples,
									children: [
										(0, import_jsx_runtime.jsx)("dt", { children: "In the data, pass" }),
										(0, import_jsx_runtime.jsx)("dd", { children: a.passes.length ? a.passes.map((v) => (0, import_jsx_runtime.jsx)(Value, {
											field: a.field,
											value: v
										}, v)) : "none" }),
										(0, import_jsx_runtime.jsx)("dt", { children: "do not" }),
										(0, import_jsx_runtime.jsx)("dd", { children: a.others.length ? a.others.map((v) => (0, import_jsx_runtime.jsx)(Value, {
											field: a.field,
											value: v
										}, v)) : "none" })
									]
								})
							]
						}, i))
					] })
				})
			]
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: rules_module_default.column,
			children: [
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "Facts",
					children: (0, import_jsx_runtime.jsx)("dl", {
						className: rules_module_default.facts,
						children: facts.filter(([, value]) => value !== "").map(([name, value]) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children: value })] }, name))
					})
				}),
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "Where it is blind",
					children: r.blind.length ? (0, import_jsx_runtime.jsx)("ul", {
						className: rules_module_default.blind,
						children: r.blind.map((b) => (0, import_jsx_runtime.jsxs)("li", { children: [
							(0, import_jsx_runtime.jsx)(Icon, {
								name: "gap",
								size: 14
							}),
							" ",
							sentence(b)
						] }, b))
					}) : (0, import_jsx_runtime.jsx)("p", { children: "Nowhere: what is stored has all that it needs." })
				}),
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "What to do when it fires",
					children: detail.response.length ? (0, import_jsx_runtime.jsx)(Items, {
						list: detail.response,
						ordered: !0
					}) : (0, import_jsx_runtime.jsx)("p", { children: "The rule does not say." })
				}),
				(0, import_jsx_runtime.jsxs)(Panel, {
					title: "When it fires for nothing",
					children: [detail.falsepositives.length ? (0, import_jsx_runtime.jsx)(Items, { list: detail.falsepositives }) : (0, import_jsx_runtime.jsx)("p", { children: "The rule does not say." }), detail.references.length > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("h3", { children: "References" }), (0, import_jsx_runtime.jsx)(Items, { list: detail.references })] })]
				})
			]
		})]
	});
}
function Items({ list, ordered }) {
	let of = list.map((t, i) => (0, import_jsx_runtime.jsx)("li", { children: sentence(t) }, i));
	return ordered ? (0, import_jsx_runtime.jsx)("ol", {
		className: rules_module_default.items,
		children: of
	}) : (0, import_jsx_runtime.jsx)("ul", {
		className: rules_module_default.items,
		children: of
	});
}
function quoted(text) {
	return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
function idOf(filter) {
	return filter.toLowerCase().replace(/\b(and|or|not)\b/g, " ").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "") || "my-rule";
}
var usual = {
	srcaddr: "203.0.113.9",
	dstaddr: "10.0.0.5",
	srcport: "40000",
	dstport: "443",
	protocol: "6",
	packets: "10",
	bytes: "1200",
	action: "ACCEPT",
	tcp_flags: "2"
};
var plain = new Set([
	...Object.keys(usual),
	"interface_id",
	"subnet_id",
	"vpc_id",
	"instance_id",
	"account_id",
	"az_id"
]);
function flowOf(filter) {
	let flow = { ...usual };
	let parts = chips(filter);
	let sure = parts !== void 0;
	for (let c of parts ?? []) {
		let field = c.field?.toLowerCase().replace(/[-.]/g, "_");
		c.negated || c.value === void 0 || !field || !plain.has(field) || !/^[\w.:-]+$/.test(c.value) ? sure = !1 : flow[field] = c.value;
	}
	return {
		flow,
		sure
	};
}
var line = (flow) => `{${Object.entries(flow).map(([k, v]) => `${k}: ${/^[\w.-]+$/.test(v) ? v : quoted(v)}`).join(", ")}}`;
function draft(filter) {
	let all = everything(filter);
	let { flow, sure } = flowOf(all ? "" : filter);
	return `title: ${quoted(all ? "Many flows of one source" : "Flows that match " + filter.slice(0, 120))}
id: ${idOf(all ? "" : filter)}
description: >
  Say here what it means when this happens, and why it matters.
level: medium
falsepositives:
  - say here who may do this rightly
weir:
  filter: ${quoted(all ? "*" : filter)}
  entity: source
  window: 10m
  threshold: 10
  response:
    - look at the flows behind the alert, and ask whose the source is
  tests:
    - name: eleven of them in ten minutes${sure ? "" : " (make the flows such as the filter selects)"}
      fires: 1
      flows:
        - ${line({
		...flow,
		every: "30s",
		repeat: "11"
	})}
    - name: three of them are not many
      fires: 0
      flows:
        - ${line({
		...flow,
		every: "30s",
		repeat: "3"
	})}
`;
}
function withFix(text, line, column, fix) {
	let lines = text.split("\n");
	let at = lines[line - 1];
	if (at === void 0 || column < 1) return text;
	let rest = at.slice(column - 1);
	let open = +!!/^["']/.test(rest);
	let word = /^[^\s:,|)}\]"']+/.exec(rest.slice(open))?.[0] ?? "";
	lines[line - 1] = at.slice(0, column - 1 + open) + fix + rest.slice(open + word.length);
	return lines.join("\n");
}
function lengthOf(seconds) {
	for (let [unit, n] of [
		["d", 86400],
		["h", 3600],
		["m", 60]
	]) if (seconds % n === 0 && seconds >= n) return seconds / n + unit;
	return seconds + "s";
}
function withSetting(text, key, value) {
	let keys = key === "threshold" ? [
		"threshold",
		"gte",
		"gt",
		"lte",
		"lt"
	] : [key];
	for (let k of keys) {
		let at = RegExp(`((?:^|[\\s{,])${k}:[ \\t]*)([^\\s,}#]+)`, "m");
		if (at.test(text)) return text.replace(at, (_, before) => before + value);
	}
}
function sweep(value, whole) {
	let factors = [
		.25,
		.5,
		.75,
		1,
		1.5,
		2,
		4
	];
	let near = (v) => whole || Number.isInteger(value) ? Math.max(1, Math.round(v)) : Number(v.toPrecision(3));
	let list = factors.map((f) => f === 1 ? value : near(value * f));
	let bounded = value > 0 && value < 1 && !whole ? list.filter((v) => v < 1) : list;
	return [...new Set(bounded)].sort((a, b) => a - b);
}
var YamlEditor = (0, import_react.lazy)(() => __vitePreload(() => import("./YamlEditor.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8])));
function useCheck(id, text) {
	let [rested, setRested] = (0, import_react.useState)(text);
	(0, import_react.useEffect)(() => {
		let t = setTimeout(() => setRested(text), 350);
		return () => clearTimeout(t);
	}, [text]);
	let q = useQuery({
		queryKey: [
			"/rules/check",
			id,
			rested
		],
		queryFn: ({ signal }) => api.post("/rules/check", {
			id,
			text: rested
		}, { signal }),
		placeholderData: (old) => old,
		staleTime: 1e4
	});
	return {
		...q,
		current: rested === text && !q.isPlaceholderData && !q.isFetching
	};
}
function Editor({ id, detail, text, onText, changed, onSaved, onBacktest }) {
	let words = useGet("/rules/words");
	let check = useCheck(id, text);
	let problems = (0, import_react.useDeferredValue)(check.data?.problems ?? []);
	let markers = (0, import_react.useMemo)(() => problems.filter((p) => !p.file && p.line > 0).map((p) => ({
		line: p.line,
		column: p.column || void 0,
		message: p.message
	})), [problems]);
	let [force, setForce] = (0, import_react.useState)(!1);
	let tests = useMutation({ mutationFn: () => api.post("/rules/test", {
		id,
		text
	}) });
	let target = id || check.data?.rules[0]?.id || "";
	let list = useGet("/rules", void 0, { when: !detail });
	let save = useMutation({
		mutationFn: () => api.put("/rules/{id}", {
			text,
			seen: detail?.revision ?? "",
			force
		}, { at: { id: target } }),
		onSuccess: async () => {
			await client.invalidateQueries({ predicate: (q) => typeof q.queryKey[0] == "string" && q.queryKey[0].startsWith("/rules") });
			onSaved(target);
		}
	});
	let taken = !detail && !save.isPending && !save.isSuccess && list.data?.items.some((r) => r.id === target);
	let able = check.current && !!check.data?.ok && !!target && !taken && (changed || !detail);
	let [wish, setWish] = (0, import_react.useState)(!1);
	let trySave = () => {
		check.current ? able && !save.isPending && save.mutate() : setWish(!0);
	};
	(0, import_react.useEffect)(() => {
		if (!wish || !check.current) return;
		setWish(!1);
		able && save.mutate();
	}, [wish, check.current]);
	useShortcuts([{
		keys: "mod+s",
		title: "Save the rule",
		run: trySave,
		group: "Rules"
	}, {
		keys: "t",
		title: "Run the tests of the rule",
		run: () => tests.mutate(),
		group: "Rules"
	}]);
	let rule = check.data?.rules[0];
	let failed = tests.data?.cases.filter((c) => !c.ok).length ?? 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.editing,
		children: [(0, import_jsx_runtime.jsx)(Panel, {
			title: detail ? (0, import_jsx_runtime.jsxs)("span", {
				className: rules_module_default.file,
				children: ["Text ", (0, import_jsx_runtime.jsxs)("code", { children: [detail.rule.file, detail.line > 1 ? `:${detail.line}` : ""] })]
			}) : "Text",
			name: "Text of the rule",
			flush: !0,
			help: "Ctrl-Space completes keys, fields and values; Ctrl-Enter runs the tests; Ctrl-S saves. Tab leaves the editor, Ctrl-] indents.",
			actions: changed && detail ? (0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				kind: "quiet",
				icon: "history",
				onClick: () => onText(void 0),
				children: "Undo all changes"
			}) : void 0,
			children: (0, import_jsx_runtime.jsx)("div", {
				className: rules_module_default.editor,
				children: (0, import_jsx_runtime.jsx)(import_react.Suspense, {
					fallback: (0, import_jsx_runtime.jsx)(Skeleton, { height: 400 }),
					children: (0, import_jsx_runtime.jsx)(YamlEditor, {
						label: "Text of the rule",
						value: text,
						onChange: (t) => onText(t),
						onRun: () => tests.mutate(),
						markers,
						keys: words.data,
						minHeight: 420,
						maxHeight: 1400
					})
				})
			})
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: rules_module_default.column,
			children: [
				(0, import_jsx_runtime.jsxs)(Panel, {
					title: "Save",
					children: [
						detail && !detail.editable && (0, import_jsx_runtime.jsx)("p", {
							className: rules_module_default.faint,
							children: "This rule ships with weir and is not changed. Saving makes a rule of your own with its id, which takes its place."
						}),
						!detail && !taken && (0, import_jsx_runtime.jsx)("p", {
							className: rules_module_default.faint,
							children: target ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
								"It is saved as ",
								(0, import_jsx_runtime.jsxs)("code", { children: [(list.data ? list.data.folder + "/" : "") + target, ".yaml"] }),
								"."
							] }) : "It needs an id."
						}),
						taken && (0, import_jsx_runtime.jsxs)("p", {
							className: rules_module_default.bad,
							role: "status",
							children: [(0, import_jsx_runtime.jsx)(Icon, {
								name: "warning",
								size: 14
							}), (0, import_jsx_runtime.jsxs)("span", { children: [
								"There is a rule ",
								(0, import_jsx_runtime.jsx)(Link, {
									to: "/rules/$id",
									params: { id: target },
									search: { tab: "text" },
									children: target
								}),
								". Choose another id, or change that one."
							] })]
						}),
						(0, import_jsx_runtime.jsxs)("div", {
							className: rules_module_default.buttons,
							children: [
								(0, import_jsx_runtime.jsx)(Button, {
									kind: "primary",
									busy: save.isPending,
									disabled: check.current && !able,
									onClick: trySave,
									title: "Ctrl-S",
									children: detail && !detail.editable ? "Save as my own" : "Save"
								}),
								(0, import_jsx_runtime.jsx)(Button, {
									icon: "play",
									busy: tests.isPending,
									onClick: () => tests.mutate(),
									disabled: !check.data?.ok,
									title: "Ctrl-Enter",
									children: "Run tests"
								}),
								(0, import_jsx_runtime.jsx)(Button, {
									icon: "chart",
									onClick: onBacktest,
									disabled: !check.data?.ok,
									children: "Back-test"
								})
							]
						}),
						save.error && (0, import_jsx_runtime.jsx)(Fault, { error: save.error }),
						(save.error?.fix?.includes("force") || force) && (0, import_jsx_runtime.jsx)(SwitchField, {
							label: "Save though its tests fail",
							checked: force,
							onChange: setForce
						})
					]
				}),
				(0, import_jsx_runtime.jsxs)(Panel, {
					title: "Check",
					loading: check.isFetching,
					ready: !!check.data || !!check.error,
					error: check.error,
					children: [
						(0, import_jsx_runtime.jsx)("div", {
							role: "status",
							"aria-live": "polite",
							children: check.data?.ok ? (0, import_jsx_runtime.jsxs)("p", {
								className: rules_module_default.ok,
								children: [
									(0, import_jsx_runtime.jsx)(Icon, {
										name: "check",
										size: 14
									}),
									" ",
									plural(check.data.rules.length, "rule"),
									" understood"
								]
							}) : (0, import_jsx_runtime.jsxs)("p", {
								className: rules_module_default.bad,
								children: [
									(0, import_jsx_runtime.jsx)(Icon, {
										name: "warning",
										size: 14
									}),
									" ",
									plural(problems.length, "mistake")
								]
							})
						}),
						problems.length > 0 && (0, import_jsx_runtime.jsx)("ol", {
							className: rules_module_default.problems,
							children: problems.map((p, i) => (0, import_jsx_runtime.jsxs)("li", { children: [
								(0, import_jsx_runtime.jsx)("span", {
									className: rules_module_default.at,
									children: p.file ? p.file : p.line ? `line ${p.line}${p.column ? `, column ${p.column}` : ""}` : "the file"
								}),
								(0, import_jsx_runtime.jsx)("span", { children: sentence(p.message) }),
								p.fix && !p.file && p.line > 0 && p.column > 0 && (0, import_jsx_runtime.jsx)(Button, {
									small: !0,
									icon: "edit",
									onClick: () => onText(withFix(text, p.line, p.column, p.fix ?? "")),
									children: `Write ${p.fix}`
								})
							] }, i))
						}),
						rule && (0, import_jsx_runtime.jsxs)("dl", {
							className: rules_module_default.facts,
							children: [
								(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Id" }), (0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)("code", { children: rule.id }) })] }),
								(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Severity" }), (0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)(Severity, { level: rule.severity }) })] }),
								(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Run by" }), (0, import_jsx_runtime.jsx)("dd", { children: rule.mechanism })] }),
								(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Blind" }), (0, import_jsx_runtime.jsx)("dd", { children: rule.blind.length ? rule.blind.join("; ") : "nowhere in what is stored" })] })
							]
						})
					]
				}),
				(0, import_jsx_runtime.jsx)(Panel, {
					title: "Tests",
					actions: tests.data && (0, import_jsx_runtime.jsx)(Badge, {
						tone: failed ? "high" : "good",
						icon: failed ? "warning" : "check",
						children: failed ? `${failed} of ${tests.data.cases.length} fail` : `${tests.data.cases.length} hold`
					}),
					children: (0, import_jsx_runtime.jsx)("div", {
						"aria-live": "polite",
						children: tests.error ? (0, import_jsx_runtime.jsx)(Fault, { error: tests.error }) : tests.data ? tests.data.cases.length === 0 ? (0, import_jsx_runtime.jsx)("p", { children: "The text carries no tests. Add some under weir.tests: flows, and how many findings they are to give." }) : (0, import_jsx_runtime.jsx)("ul", {
							className: rules_module_default.cases,
							children: tests.data.cases.map((c, i) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)(Icon, {
								name: c.ok ? "check" : "close",
								size: 14,
								className: c.ok ? rules_module_default.ok : rules_module_default.bad
							}), (0, import_jsx_runtime.jsxs)("span", { children: [
								c.name,
								" ",
								(0, import_jsx_runtime.jsx)("span", {
									className: rules_module_default.faint,
									children: c.ok ? "holds" : "fails"
								}),
								c.why.map((w, n) => (0, import_jsx_runtime.jsx)("span", {
									className: rules_module_default.why,
									children: w
								}, n))
							] })] }, i))
						}) : (0, import_jsx_runtime.jsx)("p", {
							className: rules_module_default.faint,
							children: rule ? `The text carries ${plural(rule.tests, "test")}. They run through the detectors that live records go through.` : "A text that is understood can be tested."
						})
					})
				})
			]
		})]
	});
}
var ranges = [
	{
		value: "end-24h",
		title: "the last 24 hours stored"
	},
	{
		value: "end-7d",
		title: "the last 7 days stored"
	},
	{
		value: "end-14d",
		title: "the last 14 days stored"
	},
	{
		value: "end-30d",
		title: "the last 30 days stored"
	},
	{
		value: "all",
		title: "all that is stored"
	},
	{
		value: "page",
		title: "the range above"
	}
];
var warmups = [
	{
		value: "0",
		title: "none"
	},
	{
		value: "86400",
		title: "1 day"
	},
	{
		value: "604800",
		title: "7 days"
	},
	{
		value: "1209600",
		title: "14 days"
	}
];
var told = (s, v) => s.time ? lengthOf(v) : String(Number(v.toPrecision(6)));
function Backtest({ id, text, shown, onText, settings, onEditor }) {
	let [s, set] = usePageSearch({
		over: "end-14d",
		warmup: "604800",
		setting: ""
	});
	let range = useRange();
	let check = useCheck(id, shown);
	let known = check.data?.rules[0]?.settings ?? settings ?? [];
	let setting = known.find((k) => k.key === s.setting) ?? (s.setting === "none" ? void 0 : known[0]);
	let values = (0, import_react.useMemo)(() => setting ? sweep(setting.value, setting.whole) : [], [
		setting?.key,
		setting?.value,
		setting?.whole
	]);
	let [result, setResult] = (0, import_react.useState)();
	let [error, setError] = (0, import_react.useState)();
	let [at, setAt] = (0, import_react.useState)(0);
	let [work, setWork] = (0, import_react.useState)();
	let [progress, setProgress] = (0, import_react.useState)();
	let running = (0, import_react.useRef)(void 0);
	(0, import_react.useEffect)(() => () => running.current?.abort(), []);
	useStream("progress", void 0, (p) => {
		p.id === work && setProgress(p.total ? p.done / p.total : void 0);
	}, { when: !!work });
	let run = async () => {
		running.current?.abort();
		let stop = new AbortController();
		running.current = stop;
		let name = "backtest-" + Math.random().toString(36).slice(2);
		setWork(name);
		setProgress(void 0);
		setError(void 0);
		let span = s.over === "all" ? {} : s.over === "page" ? {
			since: range.since,
			until: range.until
		} : {
			since: s.over,
			until: "end"
		};
		try {
			let answer = await api.post("/rules/backtest", {
				id: id || void 0,
				text,
				...span,
				warmup_seconds: Number(s.warmup) || 0,
				set: setting ? values.map((v) => ({ [setting.key]: v })) : void 0,
				work: name
			}, { signal: stop.signal });
			setResult({
				tries: answer.tries,
				setting
			});
			setAt(Math.max(0, setting ? values.indexOf(setting.value) : 0));
		} catch (e) {
			stop.signal.aborted || setError(e);
		} finally {
			if (running.current === stop) {
				running.current = void 0;
				setWork(void 0);
			}
		}
	};
	let bad = check.data && !check.data.ok;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.column,
		children: [(0, import_jsx_runtime.jsxs)(Panel, {
			title: "Try it on what is stored",
			help: "The rule runs over stored records in the order of their time, through the same detectors as live. For one setting several values are tried in one go.",
			children: [
				(0, import_jsx_runtime.jsxs)("form", {
					className: rules_module_default.trial,
					onSubmit: (e) => {
						e.preventDefault();
						run();
					},
					children: [
						(0, import_jsx_runtime.jsx)(SelectField, {
							label: "Over",
							value: s.over,
							onChange: (e) => set({ over: e.target.value }),
							options: ranges.map((r) => r.value === "page" ? {
								...r,
								title: `the range above (${range.label})`
							} : r)
						}),
						(0, import_jsx_runtime.jsx)(SelectField, {
							label: "Warm-up before",
							value: s.warmup,
							onChange: (e) => set({ warmup: e.target.value }),
							options: warmups
						}),
						(0, import_jsx_runtime.jsx)(SelectField, {
							label: "Setting to vary",
							value: setting?.key ?? "none",
							onChange: (e) => set({ setting: e.target.value }),
							options: [...known.map((k) => ({
								value: k.key,
								title: `${k.key} (${told(k, k.value)})`
							})), {
								value: "none",
								title: "nothing"
							}]
						}),
						work ? (0, import_jsx_runtime.jsx)(Button, {
							icon: "close",
							onClick: () => running.current?.abort(),
							children: "Stop"
						}) : (0, import_jsx_runtime.jsx)(Button, {
							kind: "primary",
							icon: "play",
							type: "submit",
							disabled: !!bad || !check.data,
							children: "Run back-test"
						})
					]
				}),
				setting && !work && (0, import_jsx_runtime.jsx)("p", {
					className: rules_module_default.faint,
					children: `It is tried with ${setting.key} ${values.map((v) => told(setting, v)).join(", ")}.`
				}),
				text !== void 0 && (0, import_jsx_runtime.jsx)("p", {
					className: rules_module_default.faint,
					children: "The text in the editor is tried, and compared with what is deployed."
				}),
				bad && (0, import_jsx_runtime.jsxs)("p", {
					className: rules_module_default.bad,
					children: ["The text has mistakes. ", (0, import_jsx_runtime.jsx)(Button, {
						small: !0,
						onClick: onEditor,
						children: "Mend them"
					})]
				}),
				work && (0, import_jsx_runtime.jsxs)("div", {
					className: rules_module_default.progress,
					children: [(0, import_jsx_runtime.jsx)("progress", {
						"aria-label": "Back-test",
						max: 1,
						value: progress
					}), (0, import_jsx_runtime.jsx)("span", {
						className: rules_module_default.faint,
						children: progress === void 0 ? "waiting for its turn" : `${Math.round(progress * 100)} %`
					})]
				}),
				error && (0, import_jsx_runtime.jsx)(Fault, {
					error,
					onRetry: () => void run()
				})
			]
		}), result && (0, import_jsx_runtime.jsx)(Results, {
			result,
			at,
			onAt: setAt,
			shown,
			onText,
			onEditor
		})]
	});
}
function Results({ result, at, onAt, shown, onText, onEditor }) {
	let { tries, setting } = result;
	let zone = useZone();
	let t = tries[Math.min(at, tries.length - 1)];
	let own = setting ? tries.find((x) => x.set[setting.key] === setting.value) : void 0;
	if (!t) return null;
	let value = setting ? t.set[setting.key] ?? setting.value : 0;
	let name = setting ? `${setting.key} ${told(setting, value)}` : "as it is";
	let times = t.days.map((d) => Date.parse(d.date + "T00:00:00Z") / 1e3);
	let asItIs = own && own !== t ? own : void 0;
	let chart = (title, unit, of, color) => (0, import_jsx_runtime.jsx)(TimeSeries, {
		title,
		times,
		height: 150,
		legend: "line",
		series: [{
			label: name,
			values: t.days.map(of),
			unit,
			color,
			kind: "bars"
		}, ...asItIs && setting ? [{
			label: `${setting.key} ${told(setting, setting.value)}, as written`,
			values: t.days.map((d) => {
				let o = asItIs.days.find((x) => x.date === d.date);
				return o ? of(o) : 0;
			}),
			unit,
			color: 5,
			kind: "line",
			compare: !0
		}] : []]
	});
	let changed = setting && value !== setting.value ? withSetting(shown, setting.key, told(setting, value)) : void 0;
	let columns = [
		{
			key: "value",
			title: setting?.key ?? "Setting",
			align: "right",
			width: 110,
			value: (x) => setting ? x.set[setting.key] : 0,
			render: (x) => setting ? told(setting, x.set[setting.key] ?? 0) + (x === own ? " (as written)" : "") : "as it is"
		},
		{
			key: "findings",
			title: "Findings",
			align: "right",
			width: 90,
			unit: "count"
		},
		{
			key: "entities",
			title: "Entities",
			align: "right",
			width: 90,
			unit: "count"
		},
		{
			key: "pages_per_day",
			title: "Pages a day",
			align: "right",
			width: 100,
			render: (x) => x.pages_per_day.toFixed(x.pages_per_day < 10 ? 2 : 0)
		},
		{
			key: "exposure",
			title: "Internet noise",
			align: "right",
			width: 110,
			unit: "count"
		},
		{
			key: "same",
			title: "As deployed",
			help: "Entity and day that the deployed version finds, too",
			align: "right",
			width: 100,
			unit: "count"
		},
		{
			key: "added",
			title: "New",
			help: "That the deployed version does not find",
			align: "right",
			width: 80,
			unit: "count"
		},
		{
			key: "removed",
			title: "Missed",
			help: "That only the deployed version finds",
			align: "right",
			width: 80,
			unit: "count"
		}
	];
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)(Panel, {
			title: "What it would have found",
			name: "Result of the back-test",
			actions: (0, import_jsx_runtime.jsx)("span", {
				className: rules_module_default.faint,
				children: `${zone.time(t.from)} to ${zone.time(t.to)}`
			}),
			children: [
				setting && tries.length > 1 && (0, import_jsx_runtime.jsxs)("div", {
					className: rules_module_default.slider,
					children: [
						(0, import_jsx_runtime.jsxs)("label", {
							htmlFor: "backtest-value",
							children: [
								setting.key,
								" ",
								(0, import_jsx_runtime.jsx)("output", {
									htmlFor: "backtest-value",
									children: told(setting, value)
								})
							]
						}),
						(0, import_jsx_runtime.jsxs)("span", {
							className: rules_module_default.track,
							children: [(0, import_jsx_runtime.jsx)("input", {
								id: "backtest-value",
								type: "range",
								min: 0,
								max: tries.length - 1,
								step: 1,
								value: Math.min(at, tries.length - 1),
								onChange: (e) => onAt(Number(e.target.value)),
								"aria-valuetext": `${setting.key} ${told(setting, value)}: ${plural(t.findings, "finding")}, ${t.pages_per_day.toFixed(2)} pages a day`
							}), (0, import_jsx_runtime.jsx)("span", {
								className: rules_module_default.ticks,
								"aria-hidden": !0,
								children: tries.map((x, i) => (0, import_jsx_runtime.jsx)("span", {
									"data-on": x === t || void 0,
									children: told(setting, x.set[setting.key] ?? 0)
								}, i))
							})]
						}),
						changed !== void 0 && (0, import_jsx_runtime.jsx)(Button, {
							icon: "edit",
							onClick: () => {
								onText(changed);
								onEditor();
							},
							children: `Write ${told(setting, value)} into the rule`
						})
					]
				}),
				(0, import_jsx_runtime.jsx)("dl", {
					className: rules_module_default.figures,
					"aria-live": "polite",
					children: [
						[
							"Findings",
							count(t.findings),
							`about ${plural(t.entities, "entity", "entities")}`
						],
						[
							"Pages a day",
							t.pages_per_day.toFixed(t.pages_per_day < 10 ? 2 : 0),
							`${count(t.pages)} in all; ${count(t.exposure)} for the exposure view`
						],
						[
							"Against deployed",
							`${count(t.same)} same`,
							`${count(t.added)} new, ${count(t.removed)} missed, by entity and day`
						],
						[
							"Overlap",
							count(t.overlap),
							`share entity and hour with the ${count(t.others)} of other rules`
						],
						[
							"Cost",
							`${count(t.rows)} records`,
							`in ${duration(t.seconds)}, ${bytes(t.state_bytes)} of state`
						]
					].map(([k, v, more]) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: k }), (0, import_jsx_runtime.jsxs)("dd", { children: [(0, import_jsx_runtime.jsx)("strong", { children: v }), (0, import_jsx_runtime.jsx)("span", { children: more })] })] }, k))
				}),
				t.evicted > 0 && (0, import_jsx_runtime.jsxs)("p", {
					className: rules_module_default.bad,
					children: [plural(t.evicted, "key"), " had no room in the state: something may be missing."]
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: rules_module_default.charts,
					children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h3", { children: "Hits per day" }), chart("Hits per day", "findings", (d) => d.findings, 1)] }), (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h3", { children: "Pages per day" }), chart("Pages per day", "pages", (d) => d.pages, 2)] })]
				})
			]
		}),
		tries.length > 1 && (0, import_jsx_runtime.jsx)(Panel, {
			title: "Every value that was tried",
			flush: !0,
			children: (0, import_jsx_runtime.jsx)(DataTable, {
				id: "rule-tries",
				label: "Values that were tried",
				columns,
				rows: tries,
				rowKey: (_, i) => String(i),
				opened: String(at),
				onOpen: (x) => onAt(tries.indexOf(x)),
				order: {
					key: "value",
					desc: !1
				},
				picker: !1
			})
		}),
		(0, import_jsx_runtime.jsxs)("div", {
			className: rules_module_default.pair,
			children: [(0, import_jsx_runtime.jsx)(Panel, {
				title: "Who hits most",
				flush: !0,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "rule-top",
					label: "Entities that hit most",
					picker: !1,
					columns: [
						{
							key: "id",
							title: "Entity",
							width: 170,
							render: (e) => e.kind === "address" ? (0, import_jsx_runtime.jsx)(Value, {
								field: "addr",
								value: e.id,
								network: e.network || void 0
							}) : (e.network ? e.network + "/" : "") + e.id
						},
						{
							key: "findings",
							title: "Findings",
							align: "right",
							width: 84,
							unit: "count"
						},
						{
							key: "why",
							title: "Why",
							min: 220,
							render: (e) => (0, import_jsx_runtime.jsx)("span", {
								className: rules_module_default.clip,
								title: e.why,
								children: e.why
							})
						}
					],
					rows: t.top,
					rowKey: (e) => e.kind + e.network + e.id,
					expand: (e) => (0, import_jsx_runtime.jsx)("p", {
						className: rules_module_default.prose,
						children: e.why
					}),
					order: {
						key: "findings",
						desc: !0
					},
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "findings",
						reasons: ["The rule would have found nothing in this range."]
					})
				})
			}), (0, import_jsx_runtime.jsx)(Panel, {
				title: "Also found by",
				flush: !0,
				children: (0, import_jsx_runtime.jsx)(DataTable, {
					id: "rule-with",
					label: "Rules that found some of the same",
					picker: !1,
					columns: [{
						key: "rule",
						title: "Rule",
						min: 120
					}, {
						key: "both",
						title: "Findings",
						align: "right",
						width: 90,
						unit: "count"
					}],
					rows: t.with,
					rowKey: (o) => o.rule,
					order: {
						key: "both",
						desc: !0
					},
					empty: (0, import_jsx_runtime.jsx)(Empty, {
						what: "other rules",
						reasons: ["No other rule has found the same entities in the same hours."]
					})
				})
			})]
		})
	] });
}
var most = 4e6;
function diff(before, after) {
	let split = (t) => t === "" ? [] : t.replace(/\r\n/g, "\n").replace(/\n$/, "").split("\n");
	let a = split(before);
	let b = split(after);
	let head = 0;
	for (; head < a.length && head < b.length && a[head] === b[head];) head++;
	let tail = 0;
	for (; tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail];) tail++;
	let x = a.slice(head, a.length - tail);
	let y = b.slice(head, b.length - tail);
	let out = [];
	let same = (i, j) => out.push({
		kind: "same",
		left: a[i],
		right: b[j],
		leftLine: i + 1,
		rightLine: j + 1
	});
	for (let i = 0; i < head; i++) same(i, i);
	let gone = [];
	let fresh = [];
	let flush = () => {
		for (let i = 0; i < Math.max(gone.length, fresh.length); i++) {
			let l = gone[i];
			let r = fresh[i];
			out.push({
				kind: l === void 0 ? "new" : r === void 0 ? "gone" : "changed",
				left: l === void 0 ? void 0 : a[l],
				right: r === void 0 ? void 0 : b[r],
				leftLine: l === void 0 ? void 0 : l + 1,
				rightLine: r === void 0 ? void 0 : r + 1
			});
		}
		gone = [];
		fresh = [];
	};
	let width = y.length + 1;
	let table = x.length * y.length <= most ? new Uint16Array((x.length + 1) * width) : void 0;
	if (table) for (let i = x.length - 1; i >= 0; i--) for (let j = y.length - 1; j >= 0; j--) table[i * width + j] = x[i] === y[j] ? table[(i + 1) * width + j + 1] + 1 : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
	let i = 0;
	let j = 0;
	for (; i < x.length || j < y.length;) if (table && i < x.length && j < y.length && x[i] === y[j]) {
		flush();
		same(head + i++, head + j++);
	} else j >= y.length || i < x.length && (!table || table[(i + 1) * width + j] >= table[i * width + j + 1]) ? gone.push(head + i++) : fresh.push(head + j++);
	flush();
	for (let k = 0; k < tail; k++) same(a.length - tail + k, b.length - tail + k);
	return out;
}
function folded(lines, around = 4) {
	let near = lines.map(() => !1);
	lines.forEach((l, i) => {
		if (l.kind !== "same") for (let k = Math.max(0, i - around); k <= Math.min(lines.length - 1, i + around); k++) near[k] = !0;
	});
	let out = [];
	lines.forEach((l, i) => {
		let last = out[out.length - 1];
		near[i] ? out.push(l) : typeof last == "number" ? out[out.length - 1] = last + 1 : out.push(1);
	});
	return out;
}
var events = {
	saved: "saved",
	file: "changed on disk",
	shipped: "as weir ships it",
	removed: "removed"
};
function Versions({ id, detail, onTake }) {
	let q = useGet("/rules/{id}/versions", void 0, { at: { id } });
	let zone = useZone();
	let [s, set] = usePageSearch({
		left: "",
		right: ""
	});
	let [all, setAll] = (0, import_react.useState)(!1);
	let list = q.data ?? [];
	let newest = list[0];
	let right = list.find((v) => String(v.number) === s.right) ?? newest;
	let left = list.find((v) => String(v.number) === s.left) ?? list[right ? list.indexOf(right) + 1 : 1] ?? right;
	if (q.data && list.length === 0) return (0, import_jsx_runtime.jsx)(Panel, {
		title: "Versions",
		children: (0, import_jsx_runtime.jsx)(Empty, {
			what: "versions",
			icon: "history",
			reasons: [detail.rule.shipped ? "The rule ships with weir and was never changed here. Save one of your own in its place, and both texts are kept." : "The first text is noted within seconds."]
		})
	});
	let lines = left && right ? diff(left.text, right.text) : [];
	let shown = all ? lines : folded(lines);
	let name = (v) => `${v.number}: ${events[v.how] ?? v.how}${v.who ? ` by ${v.who}` : ""}, ${zone.time(v.at)}${v.current ? " (run now)" : ""}`;
	let options = list.map((v) => ({
		value: String(v.number),
		title: name(v)
	}));
	let changes = lines.filter((l) => l.kind !== "same").length;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.column,
		children: [(0, import_jsx_runtime.jsx)(Panel, {
			title: "Versions",
			loading: q.loading,
			ready: !!q.data,
			error: q.error,
			onRetry: q.refetch,
			flush: !0,
			children: (0, import_jsx_runtime.jsx)("ol", {
				className: rules_module_default.versions,
				children: list.map((v) => (0, import_jsx_runtime.jsxs)("li", {
					"data-on": v === left || v === right || void 0,
					children: [
						(0, import_jsx_runtime.jsx)("span", {
							className: rules_module_default.number,
							children: v.number
						}),
						(0, import_jsx_runtime.jsxs)("span", { children: [events[v.how] ?? v.how, v.who && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [" by ", v.who] })] }),
						(0, import_jsx_runtime.jsx)("time", {
							dateTime: v.at,
							children: zone.time(v.at)
						}),
						(0, import_jsx_runtime.jsx)("code", { children: v.version }),
						(0, import_jsx_runtime.jsx)("span", { children: v.current && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "good",
							children: "run now"
						}) }),
						(0, import_jsx_runtime.jsxs)("span", {
							className: rules_module_default.buttons,
							children: [v.how !== "removed" && v !== newest && (0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								kind: "quiet",
								onClick: () => set({
									left: String(v.number),
									right: String(newest?.number ?? "")
								}),
								children: "Compare with the newest"
							}), v.how !== "removed" && (0, import_jsx_runtime.jsx)(Button, {
								small: !0,
								icon: "edit",
								onClick: () => onTake(v.text),
								children: "Take into the editor"
							})]
						})
					]
				}, v.number))
			})
		}), left && right && (0, import_jsx_runtime.jsxs)(Panel, {
			title: "Difference",
			actions: (0, import_jsx_runtime.jsx)(SwitchField, {
				label: "All lines",
				checked: all,
				onChange: setAll
			}),
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: rules_module_default.sides,
				children: [(0, import_jsx_runtime.jsx)(SelectField, {
					label: "Before",
					value: String(left.number),
					onChange: (e) => set({ left: e.target.value }),
					options
				}), (0, import_jsx_runtime.jsx)(SelectField, {
					label: "After",
					value: String(right.number),
					onChange: (e) => set({ right: e.target.value }),
					options
				})]
			}), changes === 0 ? (0, import_jsx_runtime.jsx)("p", { children: left === right ? "There is one text so far." : "The texts are the same." }) : (0, import_jsx_runtime.jsx)("div", {
				className: rules_module_default.diffScroll,
				tabIndex: 0,
				role: "region",
				"aria-label": "Difference of the two texts",
				children: (0, import_jsx_runtime.jsxs)("table", {
					className: rules_module_default.diff,
					children: [
						(0, import_jsx_runtime.jsxs)("colgroup", { children: [
							(0, import_jsx_runtime.jsx)("col", { className: rules_module_default.line }),
							(0, import_jsx_runtime.jsx)("col", { className: rules_module_default.sign }),
							(0, import_jsx_runtime.jsx)("col", {}),
							(0, import_jsx_runtime.jsx)("col", { className: rules_module_default.line }),
							(0, import_jsx_runtime.jsx)("col", { className: rules_module_default.sign }),
							(0, import_jsx_runtime.jsx)("col", {})
						] }),
						(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsxs)("tr", { children: [(0, import_jsx_runtime.jsx)("th", {
							scope: "col",
							colSpan: 3,
							children: `Version ${left.number}`
						}), (0, import_jsx_runtime.jsx)("th", {
							scope: "col",
							colSpan: 3,
							children: `Version ${right.number}`
						})] }) }),
						(0, import_jsx_runtime.jsx)("tbody", { children: shown.map((l, i) => typeof l == "number" ? (0, import_jsx_runtime.jsx)("tr", {
							className: rules_module_default.fold,
							children: (0, import_jsx_runtime.jsx)("td", {
								colSpan: 6,
								children: l === 1 ? "1 line is the same" : `${l} lines are the same`
							})
						}, i) : (0, import_jsx_runtime.jsxs)("tr", {
							"data-kind": l.kind,
							children: [
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.line,
									children: l.leftLine
								}),
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.sign,
									children: l.left !== void 0 && l.kind !== "same" ? (0, import_jsx_runtime.jsx)("span", {
										"aria-label": "gone",
										children: "−"
									}) : null
								}),
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.left,
									children: l.left
								}),
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.line,
									children: l.rightLine
								}),
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.sign,
									children: l.right !== void 0 && l.kind !== "same" ? (0, import_jsx_runtime.jsx)("span", {
										"aria-label": "new",
										children: "+"
									}) : null
								}),
								(0, import_jsx_runtime.jsx)("td", {
									className: rules_module_default.right,
									children: l.right
								})
							]
						}, i)) })
					]
				})
			})]
		})]
	});
}
function useDraft(id, saved) {
	let name = "weir.rule." + id;
	let [own, setOwn] = (0, import_react.useState)(() => {
		try {
			return sessionStorage.getItem(name) ?? void 0;
		} catch {
			return;
		}
	});
	let changed = own !== void 0 && own !== saved;
	let set = (0, import_react.useCallback)((text) => {
		setOwn(text);
		try {
			text === void 0 ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, text);
		} catch {}
	}, [name]);
	(0, import_react.useEffect)(() => {
		if (!changed) return;
		let ask = (e) => e.preventDefault();
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [changed]);
	return [
		own ?? saved ?? "",
		set,
		changed
	];
}
function Rule({ id }) {
	let q = useGet("/rules/{id}", void 0, {
		at: { id },
		keep: !1
	});
	if (!q.data) return (0, import_jsx_runtime.jsx)("div", {
		className: rules_module_default.page,
		children: q.error ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("h1", { children: ["Rule ", id] }), (0, import_jsx_runtime.jsx)(Fault, {
			error: q.error,
			onRetry: q.refetch
		})] }) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("h1", {
			className: "hidden-text",
			children: ["Rule ", id]
		}), (0, import_jsx_runtime.jsx)(Skeleton, { height: 400 })] })
	});
	return (0, import_jsx_runtime.jsx)(Shown, {
		detail: q.data,
		refetch: q.refetch
	});
}
var tabs = [
	{
		id: "about",
		title: "About"
	},
	{
		id: "text",
		title: "Editor"
	},
	{
		id: "backtest",
		title: "Back-test"
	},
	{
		id: "versions",
		title: "Versions"
	}
];
function Shown({ detail, refetch }) {
	let r = detail.rule;
	let [s, set] = usePageSearch({ tab: "about" });
	let [text, setText, changed] = useDraft(r.id, detail.text);
	let [removing, setRemoving] = (0, import_react.useState)(!1);
	let router = useRouter();
	let to = useChange((state) => api.post("/rules/{id}/switch", { state }, { at: { id: r.id } }), ["/rules", "/alerts/watch"]);
	let remove = useChange(() => api.delete("/rules/{id}", {
		at: { id: r.id },
		params: { seen: detail.revision }
	}), ["/rules"]);
	let [kept, setKept] = (0, import_react.useState)(!1);
	(0, import_react.useEffect)(() => {
		if (!kept || text.trimEnd() !== detail.text.trimEnd()) return;
		setKept(!1);
		setText(void 0);
	}, [
		kept,
		text,
		detail.text,
		setText
	]);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)("nav", {
				"aria-label": "Above",
				className: rules_module_default.crumbs,
				children: (0, import_jsx_runtime.jsx)(Link, {
					to: "/rules",
					children: "Rules"
				})
			}),
			(0, import_jsx_runtime.jsxs)("header", {
				className: rules_module_default.head,
				children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h1", {
					className: rules_module_default.title,
					children: r.title
				}), (0, import_jsx_runtime.jsxs)("p", {
					className: rules_module_default.sub,
					children: [
						(0, import_jsx_runtime.jsx)("code", { children: r.id }),
						" ",
						(0, import_jsx_runtime.jsx)(Severity, { level: r.severity }),
						" ",
						(0, import_jsx_runtime.jsx)(State, { row: r }),
						" ",
						r.shipped ? (0, import_jsx_runtime.jsx)(Badge, { children: "ships with weir" }) : detail.overrides ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "accent",
							children: "in place of a shipped rule"
						}) : (0, import_jsx_runtime.jsx)(Badge, {
							tone: "accent",
							children: "your own"
						}),
						changed && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "medium",
							children: "not saved"
						})
					]
				})] }), (0, import_jsx_runtime.jsxs)("div", {
					className: rules_module_default.buttons,
					children: [(0, import_jsx_runtime.jsx)(Segments, {
						label: "How the rule runs",
						value: r.state,
						onChange: (v) => to.mutate(v),
						options: [
							{
								value: "on",
								title: "On"
							},
							{
								value: "dry_run",
								title: "Dry run"
							},
							{
								value: "off",
								title: "Off"
							}
						]
					}), detail.editable && (0, import_jsx_runtime.jsx)(Button, {
						icon: "trash",
						onClick: () => setRemoving(!0),
						children: detail.overrides ? "Back to the shipped rule" : "Delete"
					})]
				})]
			}),
			to.error && (0, import_jsx_runtime.jsx)(Fault, { error: to.error }),
			r.state === "off" && r.off && (0, import_jsx_runtime.jsxs)("p", {
				className: rules_module_default.note,
				role: "status",
				children: [
					"The rule is not run: ",
					r.off,
					".",
					to.isSuccess && to.variables !== "off" && " It is switched on, and runs once that is mended."
				]
			}),
			detail.problems.length > 0 && (0, import_jsx_runtime.jsx)("div", {
				className: rules_module_default.warn,
				role: "status",
				children: "The file has mistakes, and its last good version is run. All of the file is in the editor."
			}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "Rule",
				value: tabs.some((t) => t.id === s.tab) ? s.tab : "about",
				onChange: (tab) => set({ tab }),
				tabs,
				children: s.tab === "text" ? (0, import_jsx_runtime.jsx)(Editor, {
					id: r.id,
					detail,
					text,
					onText: setText,
					changed,
					onSaved: () => {
						setKept(!0);
						refetch();
					},
					onBacktest: () => set({ tab: "backtest" })
				}) : s.tab === "backtest" ? (0, import_jsx_runtime.jsx)(Backtest, {
					id: r.id,
					text: changed ? text : void 0,
					shown: text,
					onText: setText,
					settings: detail.settings,
					onEditor: () => set({ tab: "text" })
				}) : s.tab === "versions" ? (0, import_jsx_runtime.jsx)(Versions, {
					id: r.id,
					detail,
					onTake: (t) => {
						setText(t);
						set({ tab: "text" });
					}
				}) : (0, import_jsx_runtime.jsx)(About, { detail })
			}),
			(0, import_jsx_runtime.jsxs)(Confirm, {
				open: removing,
				onClose: () => setRemoving(!1),
				title: detail.overrides ? "Go back to the shipped rule?" : "Delete the rule?",
				action: detail.overrides ? "Remove mine" : "Delete the rule",
				run: async () => {
					await remove.mutateAsync(void 0);
					setText(void 0);
					detail.overrides ? refetch() : router.navigate({ to: "/rules" });
				},
				children: [(0, import_jsx_runtime.jsxs)("p", { children: [detail.overrides ? "Your version leaves the file, and the rule that ships with weir is run again." : "It leaves the file, and its alerts stay.", " Its texts stay among the versions."] }), (0, import_jsx_runtime.jsx)("p", { children: (0, import_jsx_runtime.jsx)("code", { children: r.file }) })]
			})
		]
	});
}
var newTabs = [{
	id: "text",
	title: "Editor"
}, {
	id: "backtest",
	title: "Back-test"
}];
function New() {
	let [all] = useSearch();
	let [s, set] = usePageSearch({ tab: "text" });
	let filter = all.q ?? all.filter ?? "";
	let first = draft(filter);
	let [text, setText, changed] = useDraft("new " + filter, first);
	let router = useRouter();
	return (0, import_jsx_runtime.jsxs)("div", {
		className: rules_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)("nav", {
				"aria-label": "Above",
				className: rules_module_default.crumbs,
				children: (0, import_jsx_runtime.jsx)(Link, {
					to: "/rules",
					children: "Rules"
				})
			}),
			(0, import_jsx_runtime.jsx)("header", {
				className: rules_module_default.head,
				children: (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h1", { children: "New rule" }), (0, import_jsx_runtime.jsx)("p", {
					className: rules_module_default.sub,
					children: filter ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["From the filter ", (0, import_jsx_runtime.jsx)("code", { children: filter })] }) : "Sigma with one block more; Ctrl-Space completes."
				})] })
			}),
			(0, import_jsx_runtime.jsx)(Tabs, {
				label: "New rule",
				value: s.tab === "backtest" ? "backtest" : "text",
				onChange: (tab) => set({ tab }),
				tabs: newTabs,
				children: s.tab === "backtest" ? (0, import_jsx_runtime.jsx)(Backtest, {
					id: "",
					text,
					shown: text,
					onText: setText,
					onEditor: () => set({ tab: "text" })
				}) : (0, import_jsx_runtime.jsx)(Editor, {
					id: "",
					text,
					onText: setText,
					changed,
					onSaved: (id) => {
						setText(void 0);
						router.navigate({
							to: "/rules/$id",
							params: { id }
						});
					},
					onBacktest: () => set({ tab: "backtest" })
				})
			})
		]
	});
}
function Rules() {
	let { id } = useParams({ strict: !1 });
	if (id === void 0) return (0, import_jsx_runtime.jsx)(List, {});
	return id === "new" ? (0, import_jsx_runtime.jsx)(New, {}) : (0, import_jsx_runtime.jsx)(Rule, { id }, id);
}
export { Rules as default };
