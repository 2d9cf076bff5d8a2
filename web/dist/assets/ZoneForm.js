import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react } from "./lib-react.js";
import { i as PopoverTrigger, n as PopoverContent, r as PopoverPortal, t as Popover } from "./lib-radix.js";
import { Gt as validZone, Ut as setZone, Vt as localZone, Wt as useZone, Yt as useSearch } from "./kit.js";
import { a as RangePicker_module_default } from "./index.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var supported = Intl.supportedValuesOf?.("timeZone") ?? [];
function ZoneForm({ open, onOpen, button }) {
	let zone = useZone();
	let [search, setSearch] = useSearch();
	let [find, setFind] = (0, import_react.useState)("");
	let list = (0, import_react.useMemo)(() => {
		let all = [...new Set([
			"UTC",
			localZone,
			...supported
		])].filter(validZone);
		let f = find.trim().toLowerCase().replace(/ /g, "_");
		return (f ? all.filter((z) => z.toLowerCase().includes(f)) : all).slice(0, 40);
	}, [find]);
	let choose = (name) => {
		setZone(name);
		search.tz && setSearch({ tz: void 0 });
		onOpen(!1);
	};
	return (0, import_jsx_runtime.jsxs)(Popover, {
		open,
		onOpenChange: onOpen,
		children: [(0, import_jsx_runtime.jsx)(PopoverTrigger, {
			asChild: !0,
			children: button
		}), (0, import_jsx_runtime.jsx)(PopoverPortal, { children: (0, import_jsx_runtime.jsx)(PopoverContent, {
			className: RangePicker_module_default.pop,
			align: "end",
			sideOffset: 6,
			"aria-label": "Choose a time zone",
			children: (0, import_jsx_runtime.jsxs)("div", {
				className: RangePicker_module_default.zones,
				children: [(0, import_jsx_runtime.jsxs)("label", { children: ["Time zone", (0, import_jsx_runtime.jsx)("input", {
					value: find,
					onChange: (e) => setFind(e.target.value),
					placeholder: "Berlin, New York …",
					spellCheck: !1
				})] }), (0, import_jsx_runtime.jsx)("ul", {
					className: RangePicker_module_default.list,
					children: list.map((z) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						"aria-pressed": z === zone.zone,
						onClick: () => choose(z),
						children: [z.replace(/_/g, " "), z === localZone ? " (this browser)" : ""]
					}) }, z))
				})]
			})
		}) })]
	});
}
export { ZoneForm as default };
