import { a as __toESM, n as require_react, t as require_jsx_runtime } from "./jsx-runtime.js";
// node_modules/@tanstack/react-query/build/modern/QueryClientProvider.js
var import_react = __toESM(require_react(), 1), import_jsx_runtime = require_jsx_runtime(), QueryClientContext = import_react.createContext(void 0), useQueryClient = (queryClient) => {
	let client = import_react.useContext(QueryClientContext);
	if (queryClient) return queryClient;
	if (!client) throw Error("No QueryClient set, use QueryClientProvider to set one");
	return client;
}, QueryClientProvider = ({ client, children }) => (import_react.useEffect(() => (client.mount(), () => {
	client.unmount();
}), [client]), (0, import_jsx_runtime.jsx)(QueryClientContext.Provider, {
	value: client,
	children
})), Problem = class extends Error {
	code;
	status;
	title;
	detail;
	fix;
	position;
	constructor(p) {
		super(p.detail), this.code = p.code, this.status = p.status, this.title = p.title, this.detail = p.detail, this.fix = p.fix?.startsWith("see /api/") ? void 0 : p.fix, this.position = p.position;
	}
}, base = "/api/v1", csrf = "", onToken = new Set();
function setCSRF(token) {
	let was = csrf;
	csrf = token, was !== token && onToken.forEach((f) => f());
}
function onCSRF(f) {
	return onToken.add(f), () => onToken.delete(f);
}
var known = () => Promise.resolve();
function beforeChanges(f) {
	known = f;
}
var csrfToken = () => csrf, build = "", onBuild = new Set();
function onNewBuild(f) {
	return onBuild.add(f), () => onBuild.delete(f);
}
function query(params) {
	let out = new URLSearchParams();
	for (let [key, value] of Object.entries(params ?? {})) value != null && value !== "" && out.set(key, String(value));
	let text = out.toString();
	return text ? "?" + text : "";
}
async function call(method, path, o) {
	let headers = { accept: "application/json" }, body;
	o.body !== void 0 && (o.body instanceof Blob ? (body = o.body, headers["content-type"] = "application/octet-stream") : (body = JSON.stringify(o.body), headers["content-type"] = "application/json")), method !== "GET" && (await known(), csrf && (headers["x-weir-csrf"] = csrf));
	let r;
	try {
		r = await fetch(base + path + query(o.params), {
			method,
			headers,
			body,
			signal: o.signal,
			credentials: "same-origin"
		});
	} catch (e) {
		throw o.signal?.aborted ? e : new Problem({
			type: "about:blank",
			title: "weir does not answer",
			status: 0,
			code: "unreachable",
			detail: "The server does not answer.",
			fix: "Is weir serve still running? The page goes on as soon as it answers."
		});
	}
	let told = r.headers.get("x-weir-build") ?? "";
	if (told && build && told !== build && onBuild.forEach((f) => f()), told && (build = told), !r.ok) {
		let p;
		try {
			p = await r.json();
		} catch {}
		throw (r.status === 401 || p?.code === "setup_required") && window.dispatchEvent(new Event("weir-login")), new Problem(p ?? {
			type: "about:blank",
			title: "Error",
			status: r.status,
			code: "internal",
			detail: `The server answered ${r.status}.`
		});
	}
	if (r.status !== 204) return (r.headers.get("content-type") ?? "").includes("json") ? r.json() : r.text();
}
function fill(path, at) {
	return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(at?.[name] ?? ""));
}
var api = {
	get: (path, params, o = {}) => call("GET", fill(path, o.at), {
		...o,
		params
	}),
	post: (path, body, o = {}) => call("POST", fill(path, o.at), {
		...o,
		body: body ?? {}
	}),
	put: (path, body, o = {}) => call("PUT", fill(path, o.at), {
		...o,
		body: body ?? {}
	}),
	delete: (path, o = {}) => call("DELETE", fill(path, o.at), o)
}, Table = class {
	columns;
	values;
	meta;
	next;
	constructor(t) {
		this.columns = t.columns, this.values = t.values, this.meta = t.meta, this.next = t.next;
	}
	get length() {
		return this.values[0]?.length ?? 0;
	}
	col(name) {
		let i = this.columns.findIndex((c) => c.name === name);
		return i < 0 ? [] : this.values[i] ?? [];
	}
	numbers(name) {
		return this.col(name).map((v) => typeof v == "number" ? v : Number(v ?? 0));
	}
	texts(name) {
		return this.col(name).map((v) => v === null ? "" : String(v));
	}
	rows() {
		return Array.from({ length: this.length }, (_, r) => Object.fromEntries(this.columns.map((c, i) => [c.name, this.values[i]?.[r] ?? null])));
	}
};
export { beforeChanges as a, onNewBuild as c, QueryClientProvider as d, useQueryClient as f, base as i, query as l, Table as n, csrfToken as o, api as r, onCSRF as s, Problem as t, setCSRF as u };
