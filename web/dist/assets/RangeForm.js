import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { i as PopoverTrigger, n as PopoverContent, r as PopoverPortal, t as Popover } from "./lib-radix.js";
import { Bt as inZone, Lt as ranges, Rt as useRange, Wt as useZone, Yt as useSearch } from "./kit.js";
import { a as RangePicker_module_default } from "./index.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function RangeForm({ open, onOpen, button }) {
	let range = useRange();
	let zone = useZone();
	let [search, setSearch] = useSearch();
	let [from, setFrom] = (0, import_react.useState)("");
	let [to, setTo] = (0, import_react.useState)("");
	let [wrong, setWrong] = (0, import_react.useState)("");
	(0, import_react.useEffect)(() => {
		if (!open) return;
		setWrong("");
		setFrom(range.from === void 0 ? range.since : zone.time(range.from));
		setTo(range.to === void 0 ? range.until : zone.time(range.to));
	}, [open]);
	let read = (text) => {
		let t = text.trim();
		if (/^(now|end)(-\d+[smhdw])?$/.test(t)) return t;
		let at = inZone(t, zone.zone);
		if (at) return at.toISOString().replace(".000Z", "Z");
		return /Z$|[+-]\d\d:\d\d$/.test(t) && !Number.isNaN(Date.parse(t)) ? new Date(t).toISOString().replace(".000Z", "Z") : void 0;
	};
	let apply = () => {
		let a = read(from);
		let b = read(to);
		if (!a || !b) {
			setWrong("Write 2026-01-31 10:00, now-2h or end-2h.");
			return;
		}
		if (/^\d/.test(a) && /^\d/.test(b) && a >= b) {
			setWrong("The range ends before it begins.");
			return;
		}
		range.set(a, b);
		onOpen(!1);
	};
	let compare = search.cmp ?? "";
	return (0, import_jsx_runtime.jsxs)(Popover, {
		open,
		onOpenChange: onOpen,
		children: [(0, import_jsx_runtime.jsx)(PopoverTrigger, {
			asChild: !0,
			children: button
		}), (0, import_jsx_runtime.jsx)(PopoverPortal, { children: (0, import_jsx_runtime.jsxs)(PopoverContent, {
			className: RangePicker_module_default.pop,
			align: "end",
			sideOffset: 6,
			"aria-label": "Choose a time range",
			children: [(0, import_jsx_runtime.jsx)("ul", {
				className: RangePicker_module_default.list,
				children: ranges.map((r) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					"aria-pressed": r.since === range.since && r.until === range.until,
					onClick: () => {
						range.set(r.since, r.until);
						onOpen(!1);
					},
					children: r.label
				}) }, r.since + r.until))
			}), (0, import_jsx_runtime.jsxs)("form", {
				className: RangePicker_module_default.own,
				onSubmit: (e) => {
					e.preventDefault();
					apply();
				},
				children: [
					(0, import_jsx_runtime.jsxs)("p", {
						className: RangePicker_module_default.hint,
						children: [
							"“Newest” counts back from the newest stored record, “last” from now. Times are in ",
							zone.zone,
							"."
						]
					}),
					(0, import_jsx_runtime.jsxs)("label", { children: ["From", (0, import_jsx_runtime.jsx)("input", {
						value: from,
						onChange: (e) => setFrom(e.target.value),
						spellCheck: !1
					})] }),
					(0, import_jsx_runtime.jsxs)("label", { children: ["To", (0, import_jsx_runtime.jsx)("input", {
						value: to,
						onChange: (e) => setTo(e.target.value),
						spellCheck: !1
					})] }),
					wrong ? (0, import_jsx_runtime.jsx)("p", {
						className: RangePicker_module_default.wrong,
						role: "alert",
						children: wrong
					}) : null,
					(0, import_jsx_runtime.jsxs)("div", {
						className: RangePicker_module_default.row,
						children: [
							(0, import_jsx_runtime.jsx)("button", {
								type: "submit",
								className: RangePicker_module_default.apply,
								children: "Apply"
							}),
							(0, import_jsx_runtime.jsx)("button", {
								type: "button",
								className: RangePicker_module_default.plain,
								onClick: () => range.widen(),
								children: "Twice as wide"
							}),
							(0, import_jsx_runtime.jsx)("button", {
								type: "button",
								className: RangePicker_module_default.plain,
								title: "Make the range absolute, so that a link shows the same later",
								onClick: () => {
									range.from !== void 0 && range.to !== void 0 && range.zoom(range.from, range.to);
								},
								children: "Freeze"
							})
						]
					}),
					(0, import_jsx_runtime.jsxs)("fieldset", {
						className: RangePicker_module_default.compare,
						children: [(0, import_jsx_runtime.jsx)("legend", { children: "Compare with" }), [
							["", "nothing"],
							["day", "the day before"],
							["week", "the week before"]
						].map(([v, name]) => (0, import_jsx_runtime.jsxs)("label", { children: [(0, import_jsx_runtime.jsx)("input", {
							type: "radio",
							name: "cmp",
							checked: compare === v,
							onChange: () => setSearch({ cmp: v || void 0 })
						}), name] }, v))]
					})
				]
			})]
		}) })]
	});
}
export { RangeForm as default };
