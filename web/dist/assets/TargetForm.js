import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { t as useChange } from "./change.js";
import { I as Panel, Qt as useGet, et as Fault, nn as api, rt as Button } from "./kit.js";
import { a as TextField, i as TextArea, n as SelectField, r as SwitchField, t as Segments } from "./Field.js";
import { i as settings_module_default, n as TestResult, r as kinds } from "./settings.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var regions = {
	us: "https://events.pagerduty.com/v2/enqueue",
	eu: "https://events.eu.pagerduty.com/v2/enqueue"
};
var severities = [
	{
		value: "info",
		title: "All"
	},
	{
		value: "low",
		title: "Low and above"
	},
	{
		value: "medium",
		title: "Medium and above"
	},
	{
		value: "high",
		title: "High and above"
	},
	{
		value: "critical",
		title: "Critical only"
	}
];
var asks = {
	webhook: {
		url: "URL",
		at: "https://soc.example.org/hook",
		why: "Each alert is posted there as a CloudEvent.",
		secret: "Signing secret",
		key: "Signs each message (HMAC-SHA256, Standard Webhooks). Without it they are not signed."
	},
	slack: {
		url: "Incoming webhook",
		at: "https://hooks.slack.com/services/…",
		why: "Slack makes one for a channel: Apps, Incoming Webhooks.",
		secret: "",
		key: ""
	},
	pagerduty: {
		url: "",
		at: "",
		why: "",
		secret: "Integration key",
		key: "Of a service with Events API v2."
	},
	email: {
		url: "Mail server",
		at: "smtp://weir@mail.example.org:587",
		why: "smtp:// with STARTTLS, smtps:// with TLS, smtp+plain:// with neither. The user stands before the @.",
		secret: "Password",
		key: "Of the user, where the server wants one."
	}
};
var split = (text) => text.split(/[\s,;]+/).filter(Boolean);
var whole = (text) => /^\d*$/.test(text.trim()) ? void 0 : "a whole number";
function TargetForm({ target: t, names, onDone, onCancel }) {
	let was = t?.choice;
	let [kind, setKind] = (0, import_react.useState)(was?.kind ?? "webhook");
	let [name, setName] = (0, import_react.useState)(t?.name ?? "");
	let [url, setURL] = (0, import_react.useState)("");
	let region = !t || t.host === void 0 || t.host === "https://events.pagerduty.com" ? "us" : t.host === "https://events.eu.pagerduty.com" ? "eu" : "";
	let [service, setService] = (0, import_react.useState)(region);
	let [secret, setSecret] = (0, import_react.useState)("");
	let [bare, setBare] = (0, import_react.useState)(!1);
	let [from, setFrom] = (0, import_react.useState)(was?.from ?? "");
	let [to, setTo] = (0, import_react.useState)((was?.to ?? []).join(", "));
	let [severity, setSeverity] = (0, import_react.useState)(was?.min_severity ?? (t ? "info" : "medium"));
	let [families, setFamilies] = (0, import_react.useState)(was?.families ?? []);
	let [pages, setPages] = (0, import_react.useState)(was?.pages_only ?? !1);
	let [exposure, setExposure] = (0, import_react.useState)(was?.exposure ?? !1);
	let [hour, setHour] = (0, import_react.useState)(was?.per_hour ? String(was.per_hour) : "");
	let [group, setGroup] = (0, import_react.useState)(was?.group_seconds ? String(was.group_seconds) : "");
	let [allow, setAllow] = (0, import_react.useState)((was?.allow ?? []).join(", "));
	let watch = useGet("/alerts/watch").data;
	let form = (0, import_react.useRef)(null);
	let test = useChange((target) => api.post("/settings/targets/test", {
		name: name.trim(),
		target
	}), ["/audit"]);
	let save = useChange((c) => api.put("/settings/targets", c, { params: { name: name.trim() } }), ["/settings", "/audit"]);
	(0, import_react.useEffect)(() => form.current?.querySelector("input:not(:disabled), [aria-pressed=true]")?.focus(), []);
	let ask = asks[kind];
	let taken = !t && names.includes(name.trim()) ? "there is a target of this name" : void 0;
	let wrong = taken ?? whole(hour) ?? whole(group);
	let choice = () => ({
		kind,
		url: (kind === "pagerduty" ? service !== region && regions[service] : url.trim()) || void 0,
		secret: ask.secret ? bare ? "" : secret || void 0 : void 0,
		...kind === "email" ? {
			from: from.trim(),
			to: split(to)
		} : {},
		min_severity: severity,
		families,
		pages_only: pages,
		exposure,
		allow: split(allow),
		per_hour: Number(hour) || 0,
		group_seconds: Number(group) || 0
	});
	let forget = () => (test.reset(), save.reset());
	let good = () => !wrong && form.current?.reportValidity();
	let submit = (e) => {
		e.preventDefault();
		good() && save.mutate(choice(), { onSuccess: (saved) => onDone(saved.name) });
	};
	let usual = kinds[kind];
	let all = [...new Set([
		"incident",
		...watch?.families ?? [],
		...families
	])].sort();
	return (0, import_jsx_runtime.jsx)(Panel, {
		title: t ? `Change ${t.name}` : "Add a target",
		help: "It holds at once, without a restart. Secrets lie in settings.yaml in the data directory, which only weir's user can read, and are never shown again.",
		children: (0, import_jsx_runtime.jsxs)("form", {
			ref: form,
			className: settings_module_default.target,
			onSubmit: submit,
			onChange: forget,
			"aria-label": t ? `Change ${t.name}` : "Add a target",
			children: [
				t ? null : (0, import_jsx_runtime.jsx)(Segments, {
					label: "Kind",
					value: kind,
					onChange: (k) => (setKind(k), setURL(""), setSecret(""), forget()),
					options: Object.keys(kinds).map((k) => ({
						value: k,
						title: kinds[k].title
					}))
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: settings_module_default.keep,
					children: [
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Name",
							required: !0,
							maxLength: 64,
							placeholder: usual.name,
							disabled: !!t,
							value: name,
							onChange: (e) => setName(e.target.value),
							error: taken,
							hint: t ? "stays as it is" : "in lists, logs and the audit"
						}),
						ask.url ? (0, import_jsx_runtime.jsx)("div", {
							className: settings_module_default.wide,
							children: (0, import_jsx_runtime.jsx)(TextField, {
								label: ask.url,
								mono: !0,
								required: !t,
								placeholder: t ? `as it is${t.host ? `: ${t.host}/…` : ""}` : ask.at,
								value: url,
								onChange: (e) => setURL(e.target.value),
								hint: t ? `Left empty it stays as it is. ${ask.why}` : ask.why
							})
						}) : (0, import_jsx_runtime.jsx)(SelectField, {
							label: "Service region",
							value: service,
							onChange: (e) => setService(e.target.value),
							options: [
								...region ? [] : [{
									value: "",
									title: t?.host ?? "as it is"
								}],
								{
									value: "us",
									title: "United States"
								},
								{
									value: "eu",
									title: "Europe"
								}
							],
							hint: "where your PagerDuty account is"
						}),
						ask.secret ? (0, import_jsx_runtime.jsxs)("div", {
							className: settings_module_default.secret,
							children: [(0, import_jsx_runtime.jsx)(TextField, {
								label: ask.secret,
								type: "password",
								autoComplete: "new-password",
								required: kind === "pagerduty" && !t,
								placeholder: bare ? "none" : t?.secret ? "set, not shown" : void 0,
								disabled: bare,
								value: secret,
								onChange: (e) => setSecret(e.target.value),
								hint: bare ? ask.key : t?.secret ? "Left empty it stays as it is, unless the server changes." : ask.key
							}), t?.secret && kind !== "pagerduty" ? (0, import_jsx_runtime.jsx)(SwitchField, {
								label: `Remove the ${ask.secret.toLowerCase()}`,
								checked: bare,
								onChange: (on) => (setBare(on), setSecret(""), forget())
							}) : null]
						}) : null,
						kind === "email" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(TextField, {
							label: "From",
							required: !0,
							placeholder: "weir@example.org",
							value: from,
							onChange: (e) => setFrom(e.target.value)
						}), (0, import_jsx_runtime.jsx)("div", {
							className: settings_module_default.wide,
							children: (0, import_jsx_runtime.jsx)(TextField, {
								label: "To",
								required: !0,
								placeholder: "soc@example.org, ann@example.org",
								value: to,
								onChange: (e) => setTo(e.target.value),
								hint: "one or more addresses"
							})
						})] }) : null
					]
				}),
				(0, import_jsx_runtime.jsxs)("fieldset", { children: [
					(0, import_jsx_runtime.jsx)("legend", { children: "Which alerts it is told of" }),
					(0, import_jsx_runtime.jsxs)("div", {
						className: settings_module_default.keep,
						children: [
							(0, import_jsx_runtime.jsx)(SelectField, {
								label: "Severity",
								value: severity,
								onChange: (e) => setSeverity(e.target.value),
								options: severities
							}),
							(0, import_jsx_runtime.jsx)(SwitchField, {
								label: "Only what needs a person now",
								hint: "alerts that page",
								checked: pages,
								onChange: (on) => (setPages(on), forget())
							}),
							(0, import_jsx_runtime.jsx)(SwitchField, {
								label: "Also the internet's noise",
								hint: "scans of hosts that it can reach; seldom wanted",
								checked: exposure,
								onChange: (on) => (setExposure(on), forget())
							})
						]
					}),
					(0, import_jsx_runtime.jsxs)("details", {
						className: settings_module_default.gap,
						open: families.length > 0 || void 0,
						children: [
							(0, import_jsx_runtime.jsxs)("summary", { children: ["Families: ", (0, import_jsx_runtime.jsx)("b", { children: families.length ? `${families.length} of ${all.length}` : "all" })] }),
							(0, import_jsx_runtime.jsx)("div", {
								className: settings_module_default.checks,
								role: "group",
								"aria-label": "Families",
								children: all.map((f) => (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("input", {
									type: "checkbox",
									checked: families.includes(f),
									onChange: (e) => setFamilies(e.target.checked ? [...families, f] : families.filter((x) => x !== f))
								}), f.replaceAll("_", " ")] }, f))
							}),
							(0, import_jsx_runtime.jsx)("p", {
								className: settings_module_default.soft,
								children: "None ticked: all of them."
							})
						]
					})
				] }),
				(0, import_jsx_runtime.jsxs)("fieldset", { children: [(0, import_jsx_runtime.jsx)("legend", { children: "How often, and where it may be" }), (0, import_jsx_runtime.jsxs)("div", {
					className: settings_module_default.keep,
					children: [
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Messages an hour, at most",
							inputMode: "numeric",
							placeholder: usual.perHour ? String(usual.perHour) : "no bound",
							value: hour,
							onChange: (e) => setHour(e.target.value),
							error: whole(hour),
							hint: "what is beyond waits"
						}),
						(0, import_jsx_runtime.jsx)(TextField, {
							label: "Collect for, seconds",
							inputMode: "numeric",
							placeholder: usual.group ? String(usual.group) : "0",
							value: group,
							onChange: (e) => setGroup(e.target.value),
							error: whole(group),
							hint: "after a message, before the next"
						}),
						(0, import_jsx_runtime.jsx)(TextArea, {
							label: "Networks that are not public",
							rows: 1,
							mono: !0,
							placeholder: "10.1.2.0/24",
							value: allow,
							onChange: (e) => setAllow(e.target.value),
							hint: `Where the ${kind === "email" ? "mail server" : "receiver"} is inside: its network. Others are refused, so that nobody is led inside.`
						})
					]
				})] }),
				(0, import_jsx_runtime.jsxs)("div", {
					className: settings_module_default.actions,
					children: [
						(0, import_jsx_runtime.jsx)(Button, {
							type: "submit",
							kind: "primary",
							disabled: !!wrong,
							busy: save.isPending,
							children: t ? "Save" : "Add it"
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							disabled: !!wrong,
							busy: test.isPending,
							onClick: () => good() && test.mutate(choice()),
							children: "Send a test first"
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							onClick: onCancel,
							children: "Cancel"
						}),
						(0, import_jsx_runtime.jsx)(TestResult, { test })
					]
				}),
				save.error ? (0, import_jsx_runtime.jsx)(Fault, { error: save.error }) : null
			]
		})
	});
}
export { TargetForm as default };
