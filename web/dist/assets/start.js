import { r as __toESM } from "./rolldown-runtime.js";
import { I as Panel, Jt as usePageSearch, Qt as useGet, Wt as useZone, Y as Skeleton, Zt as client, ct as bytes, en as Problem, et as Fault, it as Icon, lt as count, nn as api, nt as Copy, p as Tabs, pt as plural, rt as Button, tt as sentence } from "./kit.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { t as useChange } from "./change.js";
import { n as useGo, t as Along } from "./index.js";
import { a as TextField, n as SelectField } from "./Field.js";
import { n as Trial, t as PreviewTable } from "./Trial.js";
var import_react = __toESM(require_react(), 1);
var start_module_default = {
	page: "start-module_page",
	body: "start-module_body",
	head: "start-module_head",
	two: "start-module_two",
	soft: "start-module_soft",
	drop: "start-module_drop",
	progress: "start-module_progress",
	done: "start-module_done",
	command: "start-module_command",
	code: "start-module_code",
	form: "start-module_form",
	actions: "start-module_actions",
	choice: "start-module_choice",
	orders: "start-module_orders",
	trouble: "start-module_trouble",
	details: "start-module_details"
};
var import_jsx_runtime = require_jsx_runtime();
function Demo({ start, refetch }) {
	let go = useGo();
	let fill = useChange(() => api.post("/start/demo"), ["/start"]);
	let d = start?.demo;
	let working = d?.state === "writing" || d?.state === "reading";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: start_module_default.two,
		children: [(0, import_jsx_runtime.jsxs)(Panel, {
			title: "Into this store",
			children: [(0, import_jsx_runtime.jsx)("p", { children: "A fortnight of an estate that does not exist, about a million records, with one attack of each kind in it. It takes about a minute, and fills all pages." }), working && d ? (0, import_jsx_runtime.jsxs)("div", {
				className: start_module_default.progress,
				role: "status",
				children: [(0, import_jsx_runtime.jsx)("progress", {
					value: d.total ? d.done : void 0,
					max: d.total || 1,
					"aria-label": "Filling the store with the demo"
				}), (0, import_jsx_runtime.jsxs)("span", { children: [
					d.state === "writing" ? "Writing the logs" : "Taking them in",
					": ",
					count(d.done),
					" of ",
					count(d.total),
					" files, ",
					count(d.records),
					" records"
				] })]
			}) : d?.state === "done" ? (0, import_jsx_runtime.jsxs)("div", {
				className: start_module_default.done,
				role: "status",
				children: [(0, import_jsx_runtime.jsxs)("p", { children: [(0, import_jsx_runtime.jsx)("b", { children: "The demo is in." }), " The rules look at it now: the first alerts come within seconds."] }), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: () => {
						client.invalidateQueries();
						go("/");
					},
					children: "Go to the overview"
				})]
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				d?.state === "failed" ? (0, import_jsx_runtime.jsx)(Fault, {
					error: Error(d.message ?? "It failed."),
					onRetry: () => fill.mutate(void 0)
				}) : null,
				fill.error ? (0, import_jsx_runtime.jsx)(Fault, { error: fill.error }) : null,
				start && !start.empty ? (0, import_jsx_runtime.jsx)("p", {
					className: start_module_default.soft,
					children: sentence("this store has records: the demo would be mixed with them. Run it apart")
				}) : (0, import_jsx_runtime.jsx)("p", { children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					busy: fill.isPending,
					disabled: !start,
					onClick: () => fill.mutate(void 0, { onSuccess: refetch }),
					children: "Fill this store with the demo"
				}) })
			] })]
		}), (0, import_jsx_runtime.jsxs)(Panel, {
			title: "Apart, in a terminal",
			children: [
				(0, import_jsx_runtime.jsx)("p", { children: "A store of its own, which is removed at the end. It also has lists of bad addresses, which rules use." }),
				(0, import_jsx_runtime.jsx)(Command, { text: "weir demo" }),
				(0, import_jsx_runtime.jsx)("p", {
					className: start_module_default.soft,
					children: "It serves until Ctrl-C; with --data ./demo it is kept."
				})
			]
		})]
	});
}
function Command({ text }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: start_module_default.command,
		children: [(0, import_jsx_runtime.jsx)("pre", {
			tabIndex: 0,
			children: text
		}), (0, import_jsx_runtime.jsx)(Copy, { text })]
	});
}
function BucketStart() {
	let [c, setC] = (0, import_react.useState)({ path: "" });
	let [more, setMore] = (0, import_react.useState)(!1);
	let policy = useChange((b) => api.post("/start/bucket", {
		...b,
		policy_only: !0
	}));
	let tried = useChange((b) => api.post("/start/bucket", b));
	let follow = useChange(({ path, region, role_arn, profile, endpoint }) => api.post("/sources", {
		path,
		region,
		role_arn,
		profile,
		endpoint
	}), [
		"/sources",
		"/audit",
		"/settings"
	]);
	let field = (key) => ({
		value: c[key] ?? "",
		spellCheck: !1,
		onChange: (e) => {
			setC({
				...c,
				[key]: e.target.value || void 0,
				...key === "path" ? { path: e.target.value } : {}
			});
			tried.reset();
			follow.reset();
		}
	});
	let plan = tried.data ?? policy.data;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)(Panel, {
			title: "1. Where the flow logs are",
			help: "Credentials are those of the server: its environment, AWS's files, or the role of its machine. None are asked for or kept here.",
			children: [(0, import_jsx_runtime.jsxs)("form", {
				className: start_module_default.form,
				onSubmit: (e) => {
					e.preventDefault();
					policy.mutate(c);
					tried.mutate(c);
				},
				children: [
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Path",
						required: !0,
						mono: !0,
						placeholder: "s3://my-flow-logs/AWSLogs/",
						hint: "The bucket, and the folder above the accounts",
						...field("path")
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Region",
						placeholder: "eu-central-1",
						hint: "A bucket elsewhere is found; needed in China and GovCloud",
						...field("region")
					}),
					(0, import_jsx_runtime.jsx)(TextField, {
						label: "Role to assume",
						mono: !0,
						placeholder: "arn:aws:iam::111122223333:role/weir",
						hint: "Where the bucket is another account's",
						...field("role_arn")
					}),
					more ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Profile",
							placeholder: "default",
							hint: "Of AWS's configuration files on the server",
							...field("profile")
						}),
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Endpoint",
							mono: !0,
							placeholder: "https://minio.example.org",
							hint: "Of a server that speaks S3, in place of AWS",
							...field("endpoint")
						}),
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "KMS key",
							mono: !0,
							placeholder: "arn:aws:kms:eu-central-1:111122223333:key/…",
							hint: "That encrypts the objects",
							...field("kms_key")
						})
					] }) : null,
					(0, import_jsx_runtime.jsxs)("div", {
						className: start_module_default.actions,
						children: [
							(0, import_jsx_runtime.jsx)(Button, {
								type: "submit",
								kind: "primary",
								busy: tried.isPending,
								disabled: !c.path,
								children: "Check it"
							}),
							(0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								disabled: !c.path,
								busy: policy.isPending && !tried.isPending,
								onClick: () => policy.mutate(c),
								children: "Only show the policy"
							}),
							(0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: more ? "up" : "down",
								"aria-expanded": more,
								onClick: () => setMore(!more),
								children: more ? "Fewer settings" : "Profile, endpoint, key"
							})
						]
					})
				]
			}), policy.error ? (0, import_jsx_runtime.jsx)(Fault, { error: policy.error }) : null]
		}),
		plan ? (0, import_jsx_runtime.jsx)(Panel, {
			title: "2. The least that weir needs",
			help: "To list the keys below the path, to read its objects, and to decrypt them where a key is named. Nothing is changed in AWS.",
			actions: (0, import_jsx_runtime.jsx)(Copy, { text: plan.policy }),
			children: (0, import_jsx_runtime.jsx)("pre", {
				className: start_module_default.code,
				tabIndex: 0,
				"aria-label": "IAM policy",
				children: plan.policy
			})
		}) : null,
		tried.isPending ? (0, import_jsx_runtime.jsxs)(Panel, {
			title: "3. Each permission",
			children: [(0, import_jsx_runtime.jsx)("p", {
				role: "status",
				children: "Asking the bucket …"
			}), (0, import_jsx_runtime.jsx)(Skeleton, { lines: 4 })]
		}) : tried.error ? (0, import_jsx_runtime.jsx)(Panel, {
			title: "3. Each permission",
			children: (0, import_jsx_runtime.jsx)(Fault, {
				error: tried.error,
				onRetry: () => tried.mutate(c)
			})
		}) : tried.data?.trial ? (0, import_jsx_runtime.jsx)(Panel, {
			title: "3. Each permission, and the first records",
			actions: (0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				icon: "refresh",
				onClick: () => tried.mutate(c),
				children: "Check again"
			}),
			children: (0, import_jsx_runtime.jsx)(Trial, { trial: tried.data.trial })
		}) : null,
		tried.data?.trial?.good ? (0, import_jsx_runtime.jsx)(Panel, {
			title: "4. Follow it",
			help: "It is written to settings.yaml in the data directory, and to the audit. No credentials are kept.",
			children: follow.data ? (0, import_jsx_runtime.jsxs)("p", {
				role: "status",
				className: start_module_default.done,
				children: [(0, import_jsx_runtime.jsxs)("span", { children: [(0, import_jsx_runtime.jsxs)("b", { children: [follow.data.name, " is followed."] }), " What is in it is taken in now, and more is looked for every minute."] }), (0, import_jsx_runtime.jsx)(Along, {
					to: "/sources",
					children: "See it come in"
				})]
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("p", { children: "Takes in what is there, then looks for more every minute, also after a restart. Nothing in the bucket is changed." }),
				(0, import_jsx_runtime.jsx)("div", {
					className: start_module_default.actions,
					children: (0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						busy: follow.isPending,
						onClick: () => follow.mutate(c),
						children: "Follow this bucket"
					})
				}),
				follow.error ? (0, import_jsx_runtime.jsx)(Fault, { error: follow.error }) : null,
				(0, import_jsx_runtime.jsxs)("details", {
					className: start_module_default.details,
					children: [
						(0, import_jsx_runtime.jsx)("summary", { children: "Or set it in the configuration file" }),
						(0, import_jsx_runtime.jsx)("p", {
							className: start_module_default.soft,
							children: "For servers that are set up by a tool: add this, and start weir serve again."
						}),
						(0, import_jsx_runtime.jsx)(Command, { text: tried.data.yaml.trimEnd() })
					]
				})
			] })
		}) : null
	] });
}
var most = 536870912;
function DropFile({ formats }) {
	let go = useGo();
	let zone = useZone();
	let input = (0, import_react.useRef)(null);
	let [over, setOver] = (0, import_react.useState)(!1);
	let [busy, setBusy] = (0, import_react.useState)("");
	let [error, setError] = (0, import_react.useState)(null);
	let [dropped, setDropped] = (0, import_react.useState)();
	let [kept, setKept] = (0, import_react.useState)();
	let [choice, setChoice] = (0, import_react.useState)({});
	let run = async (doing, f) => {
		setBusy(doing);
		setError(null);
		try {
			await f();
		} catch (e) {
			setError(e instanceof Problem ? e : new Problem({
				type: "",
				title: "",
				status: 0,
				code: "",
				detail: e.message
			}));
		} finally {
			setBusy("");
		}
	};
	let take = (file) => {
		if (!file) return;
		setKept(void 0);
		if (file.size > most) {
			setError(new Problem({
				type: "",
				title: "",
				status: 413,
				code: "request",
				detail: `${file.name} has ${bytes(file.size)}; 512 MiB at most can be dropped.`,
				fix: `Take it in on the server: weir ingest ${file.name}`
			}));
			return;
		}
		run(`Reading ${file.name}`, async () => {
			dropped && api.delete("/start/files/{id}", { at: { id: dropped.id } }).catch(() => void 0);
			setDropped(void 0);
			setDropped(await api.post("/start/files", file, { params: {
				name: file.name,
				...choice
			} }));
		});
	};
	let look = (next) => {
		setChoice(next);
		dropped && run("Reading it again", async () => setDropped(await api.post("/start/files/{id}", next, { at: { id: dropped.id } })));
	};
	let keep = () => dropped && run("Taking it in", async () => {
		setKept(await api.post("/start/files/{id}/keep", choice, { at: { id: dropped.id } }));
		setDropped(void 0);
		client.invalidateQueries();
	});
	let drop = (e) => {
		e.preventDefault();
		setOver(!1);
		take(e.dataTransfer.files[0]);
	};
	let p = dropped?.preview;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)("div", {
			className: start_module_default.drop,
			"data-over": over || void 0,
			onDragOver: (e) => (e.preventDefault(), setOver(!0)),
			onDragLeave: () => setOver(!1),
			onDrop: drop,
			children: [
				(0, import_jsx_runtime.jsx)(Icon, {
					name: "upload",
					size: 22
				}),
				(0, import_jsx_runtime.jsxs)("p", { children: [
					(0, import_jsx_runtime.jsx)("b", { children: "Drop a file of flow logs here" }),
					(0, import_jsx_runtime.jsx)("br", {}),
					(0, import_jsx_runtime.jsx)("span", {
						className: start_module_default.soft,
						children: "Text, gzip, zstd, Parquet or JSON; AWS VPC and Transit Gateway, GCP, CloudWatch exports. It is shown first, and stored when you say so."
					})
				] }),
				(0, import_jsx_runtime.jsx)("input", {
					ref: input,
					type: "file",
					className: "hidden-text",
					"aria-label": "File of flow logs",
					tabIndex: -1,
					onChange: (e) => (take(e.target.files?.[0]), e.target.value = "")
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: () => input.current?.click(),
					disabled: busy !== "",
					children: "Choose a file"
				})
			]
		}),
		busy ? (0, import_jsx_runtime.jsxs)("div", {
			className: start_module_default.progress,
			role: "status",
			children: [(0, import_jsx_runtime.jsx)("progress", { "aria-label": busy }), (0, import_jsx_runtime.jsxs)("span", { children: [busy, " …"] })]
		}) : null,
		error ? (0, import_jsx_runtime.jsx)(Fault, { error }) : null,
		kept ? (0, import_jsx_runtime.jsxs)(Panel, {
			title: "It is in",
			children: [
				(0, import_jsx_runtime.jsxs)("p", {
					role: "status",
					children: [
						plural(kept.stored, "record"),
						" stored",
						kept.duplicates ? `, ${count(kept.duplicates)} were stored before` : "",
						kept.objects_twice ? "; all its bytes were in already" : "",
						", ",
						plural(kept.bad, "bad line"),
						".",
						kept.from && kept.to ? ` They cover ${zone.time(kept.from)} to ${zone.time(kept.to)}.` : ""
					]
				}),
				kept.failures.map((f) => (0, import_jsx_runtime.jsx)("p", { children: sentence(f) }, f)),
				(0, import_jsx_runtime.jsx)("p", { children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: () => go("/explore", kept.from && kept.to ? {
						since: kept.from,
						until: new Date(Date.parse(kept.to) + 6e4).toISOString().replace(".000Z", "Z")
					} : {}),
					children: "See the records"
				}) })
			]
		}) : null,
		p ? (0, import_jsx_runtime.jsxs)(Panel, {
			title: p.records ? `${p.complete ? "" : "At least "}${plural(p.records, "record")} in ${p.name}` : `No record in ${p.name}`,
			name: "What is in the file",
			children: [
				p.error ? (0, import_jsx_runtime.jsxs)("div", {
					className: start_module_default.trouble,
					role: "alert",
					children: [
						(0, import_jsx_runtime.jsx)("b", { children: sentence(p.error) }),
						" ",
						p.fix ? sentence(p.fix) : ""
					]
				}) : null,
				p.orders.length ? (0, import_jsx_runtime.jsxs)("div", {
					className: start_module_default.orders,
					children: [(0, import_jsx_runtime.jsx)("p", { children: "Choose the order of its columns; the first records then show whether it is the right one." }), p.orders.map((o) => (0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						onClick: () => look({ log_format: o.log_format }),
						children: [(0, import_jsx_runtime.jsx)("b", { children: o.name }), (0, import_jsx_runtime.jsx)("code", { children: o.log_format })]
					}, o.log_format))]
				}) : null,
				(0, import_jsx_runtime.jsx)(PreviewTable, { preview: p }),
				(0, import_jsx_runtime.jsxs)("form", {
					className: start_module_default.choice,
					onSubmit: (e) => {
						e.preventDefault();
						let f = new FormData(e.currentTarget);
						let read = (k) => String(f.get(k) ?? "").trim() || void 0;
						look({
							format: read("format"),
							log_format: read("log_format")
						});
					},
					children: [
						(0, import_jsx_runtime.jsx)(SelectField, {
							label: "Format",
							name: "format",
							defaultValue: choice.format ?? "",
							options: [{
								value: "",
								title: "as its content says"
							}, ...formats.map((f) => ({
								value: f,
								title: f
							}))]
						}),
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Columns, for text without a header line",
							name: "log_format",
							mono: !0,
							defaultValue: choice.log_format ?? "",
							placeholder: "${version} ${account-id} ${interface-id} ..."
						}, choice.log_format),
						(0, import_jsx_runtime.jsx)(Button, {
							type: "submit",
							disabled: busy !== "",
							children: "Read again"
						})
					]
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: start_module_default.actions,
					children: [
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "primary",
							busy: busy === "Taking it in",
							disabled: busy !== "" || p.records === 0,
							onClick: () => void keep(),
							children: "Keep it"
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							disabled: busy !== "",
							onClick: () => void run("Removing it", async () => {
								await api.delete("/start/files/{id}", { at: { id: dropped.id } });
								setDropped(void 0);
							}),
							children: "Drop it"
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: start_module_default.soft,
							children: "Bad lines are left out and counted; all others are taken in."
						})
					]
				})
			]
		}) : null
	] });
}
function Start() {
	let [s, set] = usePageSearch({ with: "file" });
	let start = useGet("/start", void 0, { every: 2e3 });
	let tab = [
		"demo",
		"file",
		"bucket"
	].includes(s.with) ? s.with : "file";
	return (0, import_jsx_runtime.jsxs)("div", {
		className: start_module_default.page,
		children: [(0, import_jsx_runtime.jsxs)("header", {
			className: start_module_default.head,
			children: [(0, import_jsx_runtime.jsx)("h1", { children: start.data?.empty ? "Get started" : "Add logs" }), (0, import_jsx_runtime.jsx)("p", { children: start.data?.empty ? "Nothing is stored yet. Three ways lead to the first screen that tells something." : "Drop a file, or connect a bucket that is followed from then on." })]
		}), (0, import_jsx_runtime.jsx)(Tabs, {
			label: "First logs",
			value: tab,
			onChange: (id) => set({ with: id }),
			tabs: [
				{
					id: "file",
					title: "Drop a file"
				},
				{
					id: "bucket",
					title: "Connect a bucket"
				},
				{
					id: "demo",
					title: "Look around with the demo"
				}
			],
			children: (0, import_jsx_runtime.jsxs)("div", {
				className: start_module_default.body,
				children: [
					tab === "demo" ? (0, import_jsx_runtime.jsx)(Demo, {
						start: start.data,
						refetch: start.refetch
					}) : null,
					tab === "file" ? (0, import_jsx_runtime.jsx)(DropFile, { formats: start.data?.formats ?? [] }) : null,
					tab === "bucket" ? (0, import_jsx_runtime.jsx)(BucketStart, {}) : null
				]
			})
		})]
	});
}
export { Start as default };
