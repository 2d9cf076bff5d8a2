import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, P as useQueryClient, d as useNavigate } from "./lib-react.js";
import { Yt as useSearch, et as Fault, nn as api, rt as Button } from "./kit.js";
import { f as loadSession, m as useSession, p as took } from "./index.js";
import { a as TextField } from "./Field.js";
var import_react = __toESM(require_react(), 1);
var login_module_default = {
	page: "login-module_page",
	box: "login-module_box"
};
var import_jsx_runtime = require_jsx_runtime();
var least = 12;
var inside = (path) => !!path && /^\/(?![/\\])/.test(path) && !path.startsWith("/login") && !path.startsWith("/api/");
function Login() {
	let session = useSession();
	let [search] = useSearch();
	let cache = useQueryClient();
	let navigate = useNavigate();
	let [token] = (0, import_react.useState)(() => location.hash.startsWith("#setup=") ? decodeURIComponent(location.hash.slice(7)) : "");
	let [password, setPassword] = (0, import_react.useState)("");
	let [again, setAgain] = (0, import_react.useState)("");
	let [busy, setBusy] = (0, import_react.useState)(!1);
	let [error, setError] = (0, import_react.useState)(null);
	(0, import_react.useEffect)(() => {
		document.title = "Log in · weir";
		loadSession(!0);
		location.hash && history.replaceState(history.state, "", location.pathname + location.search);
	}, []);
	let leave = () => {
		cache.clear();
		let next = search.next;
		inside(next) ? window.location.assign(next) : navigate({ to: "/" });
	};
	let first = session?.setup === !0;
	let differs = first && again !== "" && again !== password;
	let send = async () => {
		setBusy(!0);
		setError(null);
		try {
			took(first ? await api.post("/setup", {
				token,
				password
			}) : await api.post("/login", {
				user: "admin",
				password
			}));
			leave();
		} catch (e) {
			setError(e);
			setPassword("");
			setAgain("");
		} finally {
			setBusy(!1);
		}
	};
	let here = session?.person !== void 0;
	return (0, import_jsx_runtime.jsx)("main", {
		className: login_module_default.page,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: login_module_default.box,
			onSubmit: (e) => {
				e.preventDefault();
				!busy && !differs && send();
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
