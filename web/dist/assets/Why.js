import { Qt as useGet, Rt as useRange, Wt as useZone, Y as Skeleton, et as Fault, tt as sentence, z as metaLine } from "./kit.js";
import { t as Drawer } from "./Drawer.js";
import { t as DataTable } from "./DataTable.js";
import { n as explore_module_default } from "./explore.js";
import { F as require_jsx_runtime } from "./lib-react.js";
var import_jsx_runtime = require_jsx_runtime();
function Why({ pair, onClose, onPair }) {
	let range = useRange();
	let [src = "", dst = "", port = ""] = pair.split("~");
	let asked = useGet("/why", {
		src,
		dst,
		port: /^\d+$/.test(port) ? port : void 0,
		since: range.since,
		until: range.until
	}, {
		when: !!src && !!dst,
		keep: !1
	});
	let why = asked.data;
	return (0, import_jsx_runtime.jsxs)(Drawer, {
		open: !0,
		onClose,
		title: "Why does it not get through?",
		sub: `${src} to ${dst}${port ? ` port ${port}` : ""}`,
		width: 780,
		children: [(0, import_jsx_runtime.jsxs)("form", {
			className: explore_module_default.whyForm,
			onSubmit: (e) => {
				e.preventDefault();
				let f = new FormData(e.currentTarget);
				onPair([
					"src",
					"dst",
					"port"
				].map((k) => String(f.get(k) ?? "").trim()).join("~"));
			},
			children: [
				(0, import_jsx_runtime.jsxs)("label", { children: ["From", (0, import_jsx_runtime.jsx)("input", {
					name: "src",
					defaultValue: src,
					placeholder: "10.0.0.5 or vpc-1/10.0.0.5",
					required: !0
				})] }),
				(0, import_jsx_runtime.jsxs)("label", { children: ["To", (0, import_jsx_runtime.jsx)("input", {
					name: "dst",
					defaultValue: dst,
					placeholder: "10.0.1.9",
					required: !0
				})] }),
				(0, import_jsx_runtime.jsxs)("label", { children: ["Port", (0, import_jsx_runtime.jsx)("input", {
					name: "port",
					defaultValue: port,
					inputMode: "numeric",
					pattern: "[0-9]*",
					placeholder: "any"
				})] }),
				(0, import_jsx_runtime.jsx)("button", {
					type: "submit",
					className: explore_module_default.whyRun,
					children: "Ask"
				})
			]
		}, pair), asked.error ? (0, import_jsx_runtime.jsx)(Fault, {
			error: asked.error,
			onRetry: asked.refetch
		}) : why ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("p", {
				className: explore_module_default.verdict,
				children: sentence(why.why)
			}),
			(0, import_jsx_runtime.jsxs)("dl", {
				className: explore_module_default.whyFacts,
				children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Verdict" }), (0, import_jsx_runtime.jsx)("dd", { children: why.verdict.replaceAll("_", " ") })] }), [
					["Interface", why.interface_id],
					["Transit Gateway attachment", why.tgw_attachment_id],
					["Instance", why.instance_id],
					["The source's side is logged", why.src_logged ? "yes" : "no"],
					["The destination's side is logged", why.dst_logged ? "yes" : "no"]
				].map(([k, v]) => v ? (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: k }), (0, import_jsx_runtime.jsx)("dd", { children: v })] }, k) : null)]
			}),
			(0, import_jsx_runtime.jsx)(Leg, {
				title: "There: what was seen of requests",
				rows: why.request
			}),
			(0, import_jsx_runtime.jsx)(Leg, {
				title: "Back: what was seen of replies",
				rows: why.reply
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: explore_module_default.whyMeta,
				children: metaLine(why.meta)
			})
		] }) : src && dst ? (0, import_jsx_runtime.jsx)(Skeleton, { lines: 5 }) : null]
	});
}
function Leg({ title, rows }) {
	let zone = useZone();
	let columns = [...new Set(rows.flatMap((r) => Object.keys(r)))].filter((k) => rows.some((r) => r[k] !== null && r[k] !== "" && r[k] !== 0)).map((n) => ({
		key: n,
		title: n.replaceAll("_", " "),
		align: typeof rows[0]?.[n] == "number" ? "right" : "left",
		min: 90,
		field: /^(interface_id|action|vpc_id|instance_id|tgw_attachment_id)$/.test(n) ? n : void 0,
		render: /^(first|last)(_seen)?$/.test(n) ? (r) => r[n] ? zone.time(String(r[n]), !0) : "–" : void 0
	}));
	return (0, import_jsx_runtime.jsxs)("section", { children: [(0, import_jsx_runtime.jsx)("h3", {
		className: explore_module_default.legTitle,
		children: title
	}), rows.length ? (0, import_jsx_runtime.jsx)(DataTable, {
		id: "why",
		label: title,
		columns,
		rows,
		rowKey: (_, i) => String(i),
		picker: !1
	}) : (0, import_jsx_runtime.jsx)("p", {
		className: explore_module_default.none,
		children: "Nothing."
	})] });
}
export { Why };
