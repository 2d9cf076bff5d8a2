import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
import { f as useQueryClient, r as api } from "./client.js";
import { i as useSearch, s as useNavigate } from "./search.js";
import { _ as useSession, g as took, h as loadSession } from "./index.js";
import { r as Button, t as Fault } from "./Fault.js";
import { a as TextField } from "./Field.js";
// src/pages/login/login.module.css
var import_react = __toESM(require_react(), 1), login_module_default = {
	page: "login-module_page",
	box: "login-module_box"
}, import_jsx_runtime = require_jsx_runtime(), least = 12, inside = (path) => !!path && /^\/(?![/\\])/.test(path) && !path.startsWith("/login") && !path.startsWith("/api/");
function Login() {
	let session = useSession(), [search] = useSearch(), cache = useQueryClient(), navigate = useNavigate(), [token] = (0, import_react.useState)(() => location.hash.startsWith("#setup=") ? decodeURIComponent(location.hash.slice(7)) : ""), [password, setPassword] = (0, import_react.useState)(""), [again, setAgain] = (0, import_react.useState)(""), [busy, setBusy] = (0, import_react.useState)(!1), [error, setError] = (0, import_react.useState)(null);
	(0, import_react.useEffect)(() => {
		document.title = "Log in · weir", loadSession(!0), location.hash && history.replaceState(history.state, "", location.pathname + location.search);
	}, []);
	let leave = () => {
		cache.clear();
		let next = search.next;
		inside(next) ? window.location.assign(next) : navigate({ to: "/" });
	}, first = session?.setup === !0, differs = first && again !== "" && again !== password, send = async () => {
		setBusy(!0), setError(null);
		try {
			took(first ? await api.post("/setup", {
				token,
				password
			}) : await api.post("/login", {
				user: "admin",
				password
			})), leave();
		} catch (e) {
			setError(e), setPassword(""), setAgain("");
		} finally {
			setBusy(!1);
		}
	}, here = session?.person !== void 0;
	return (0, import_jsx_runtime.jsx)("main", {
		className: login_module_default.page,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: login_module_default.box,
			onSubmit: (e) => {
				e.preventDefault(), !busy && !differs && send();
			},
			children: [(0, import_jsx_runtime.jsx)("img", {
				src: "/favicon.svg",
				alt: "",
				width: 40,
				height: 40
			}), here ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("h1", { children: "You are logged in" }),
				(0, import_jsx_runtime.jsxs)("p", { children: [
					"as ",
					session?.person?.name,
					session?.login ? "" : ": this machine uses weir without a password",
					"."
				] }),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: leave,
					children: "Go on"
				})
			] }) : first && !token ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("h1", { children: "No password is set yet" }),
				(0, import_jsx_runtime.jsx)("p", { children: "Open the one-time link that weir serve printed when it started, or run on the server:" }),
				(0, import_jsx_runtime.jsx)("pre", { children: "weir user password" })
			] }) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("h1", { children: first ? "Set the administrator's password" : "Log in to weir" }),
				first ? (0, import_jsx_runtime.jsxs)("p", { children: [
					"It opens everything that this weir knows. At least ",
					least,
					" characters; a few words are good."
				] }) : null,
				(0, import_jsx_runtime.jsx)(TextField, {
					label: "Password",
					type: "password",
					name: "password",
					autoComplete: first ? "new-password" : "current-password",
					minLength: first ? least : void 0,
					required: !0,
					autoFocus: !0,
					value: password,
					onChange: (e) => setPassword(e.target.value)
				}),
				first ? (0, import_jsx_runtime.jsx)(TextField, {
					label: "Once more",
					type: "password",
					name: "again",
					autoComplete: "new-password",
					required: !0,
					value: again,
					error: differs ? "The two are not the same." : void 0,
					onChange: (e) => setAgain(e.target.value)
				}) : null,
				error ? (0, import_jsx_runtime.jsx)(Fault, { error }) : null,
				(0, import_jsx_runtime.jsx)(Button, {
					type: "submit",
					kind: "primary",
					busy,
					disabled: !session || differs,
					children: first ? "Set it and log in" : "Log in"
				})
			] })]
		})
	});
}
export { Login as default };
