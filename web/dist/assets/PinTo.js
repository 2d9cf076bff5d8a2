import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, P as useQueryClient } from "./lib-react.js";
import { Qt as useGet, et as Fault, nn as api, rt as Button } from "./kit.js";
import { n as useGo } from "./index.js";
import { t as Drawer } from "./Drawer.js";
import { n as boardKey, t as boards_module_default } from "./boards.module.js";
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function PinTo({ what, onClose }) {
	let boards = useGet("/shelf/{kind}", void 0, { at: { kind: "board" } });
	let client = useQueryClient();
	let go = useGo();
	let [name, setName] = (0, import_react.useState)("");
	let [title, setTitle] = (0, import_react.useState)(what.title);
	let [error, setError] = (0, import_react.useState)();
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let pin = async (board) => {
		setBusy(!0);
		setError(void 0);
		try {
			let old = boards.data?.find((b) => b.name === board);
			let body = old?.body ?? { panels: [] };
			let panels = [...body.panels ?? [], {
				id: crypto.randomUUID?.() ?? String(Date.now()),
				title,
				query: what.query,
				view: what.view
			}];
			let now = await api.put("/shelf/{kind}/{name}", {
				body: {
					...body,
					panels
				},
				revision: old?.revision ?? 0
			}, { at: {
				kind: "board",
				name: board
			} });
			client.setQueryData(boardKey(board), now);
			await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
			onClose();
			go("/boards/" + encodeURIComponent(board));
		} catch (e) {
			setError(e);
			boards.refetch();
		} finally {
			setBusy(!1);
		}
	};
	return (0, import_jsx_runtime.jsx)(Drawer, {
		open: !0,
		onClose,
		title: "Pin to a board",
		width: 440,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: boards_module_default.pin,
			onSubmit: (e) => {
				e.preventDefault();
				name.trim() && pin(name.trim());
			},
			children: [
				(0, import_jsx_runtime.jsxs)("label", { children: ["Title of the chart", (0, import_jsx_runtime.jsx)("input", {
					value: title,
					onChange: (e) => setTitle(e.target.value),
					maxLength: 120
				})] }),
				boards.data?.length ? (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h3", { children: "On a board that is there" }), (0, import_jsx_runtime.jsx)("ul", {
					className: boards_module_default.choose,
					children: boards.data.map((b) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)(Button, {
						disabled: busy,
						onClick: () => void pin(b.name),
						children: b.name
					}) }, b.name))
				})] }) : null,
				(0, import_jsx_runtime.jsxs)("label", { children: ["On a new board", (0, import_jsx_runtime.jsx)("input", {
					value: name,
					onChange: (e) => setName(e.target.value),
					placeholder: "Edge of the network",
					maxLength: 100
				})] }),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					disabled: busy || !name.trim(),
					children: "Pin"
				}),
				error ? (0, import_jsx_runtime.jsx)(Fault, { error }) : null
			]
		})
	});
}
export { PinTo as default };
