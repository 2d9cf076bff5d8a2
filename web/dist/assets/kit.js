const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/radix.js","assets/lib-radix.js","assets/rolldown-runtime.js","assets/lib-react.js","assets/ShowSQL.js","assets/Drawer.js","assets/Drawer.css","assets/Twin.js","assets/lib-table.js","assets/Twin.css","assets/TimeChart.js","assets/lib-uplot.js","assets/lib-uplot.css","assets/FilterEditor.js","assets/lib-codemirror.js","assets/codemirror.js","assets/FilterEditor.css"])))=>i.map(i=>d[i]);
import { r as __toESM } from "./rolldown-runtime.js";
import { F as require_jsx_runtime, I as require_react, _ as useRouter, d as useNavigate, k as keepPreviousData, r as useRouterState, x as QueryClient, y as useQuery } from "./lib-react.js";
var import_react = __toESM(require_react(), 1);
var Problem = class extends Error {
	code;
	status;
	title;
	detail;
	fix;
	position;
	constructor(p) {
		super(p.detail);
		this.code = p.code;
		this.status = p.status;
		this.title = p.title;
		this.detail = p.detail;
		this.fix = p.fix?.startsWith("see /api/") ? void 0 : p.fix;
		this.position = p.position;
	}
};
var base = "/api/v1";
var csrf = "";
var onToken = new Set();
function setCSRF(token) {
	let was = csrf;
	csrf = token;
	was !== token && onToken.forEach((f) => f());
}
function onCSRF(f) {
	onToken.add(f);
	return () => onToken.delete(f);
}
var known = () => Promise.resolve();
function beforeChanges(f) {
	known = f;
}
var csrfToken = () => csrf;
var build = "";
var onBuild = new Set();
function onNewBuild(f) {
	onBuild.add(f);
	return () => onBuild.delete(f);
}
function query(params) {
	let out = new URLSearchParams();
	for (let [key, value] of Object.entries(params ?? {})) value != null && value !== "" && out.set(key, String(value));
	let text = out.toString();
	return text ? "?" + text : "";
}
async function call(method, path, o) {
	let headers = { accept: "application/json" };
	let body;
	if (o.body !== void 0) {
		if (o.body instanceof Blob) {
			body = o.body;
			headers["content-type"] = "application/octet-stream";
		} else {
			body = JSON.stringify(o.body);
			headers["content-type"] = "application/json";
		}
	}
	if (method !== "GET") {
		await known();
		csrf && (headers["x-weir-csrf"] = csrf);
	}
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
		if (o.signal?.aborted) throw e;
		throw new Problem({
			type: "about:blank",
			title: "weir does not answer",
			status: 0,
			code: "unreachable",
			detail: "The server does not answer.",
			fix: "Is weir serve still running? The page goes on as soon as it answers."
		});
	}
	let told = r.headers.get("x-weir-build") ?? "";
	told && build && told !== build && onBuild.forEach((f) => f());
	told && (build = told);
	if (!r.ok) {
		let p;
		try {
			p = await r.json();
		} catch {}
		(r.status === 401 || p?.code === "setup_required") && window.dispatchEvent(new Event("weir-login"));
		throw new Problem(p ?? {
			type: "about:blank",
			title: "Error",
			status: r.status,
			code: "internal",
			detail: `The server answered ${r.status}.`
		});
	}
	if (r.status === 204) return;
	return (r.headers.get("content-type") ?? "").includes("json") ? r.json() : r.text();
}
function fill$1(path, at) {
	return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(at?.[name] ?? ""));
}
var api = {
	get: (path, params, o = {}) => call("GET", fill$1(path, o.at), {
		...o,
		params
	}),
	post: (path, body, o = {}) => call("POST", fill$1(path, o.at), {
		...o,
		body: body ?? {}
	}),
	put: (path, body, o = {}) => call("PUT", fill$1(path, o.at), {
		...o,
		body: body ?? {}
	}),
	delete: (path, o = {}) => call("DELETE", fill$1(path, o.at), o)
};
var Table = class {
	columns;
	values;
	meta;
	next;
	constructor(t) {
		this.columns = t.columns;
		this.values = t.values;
		this.meta = t.meta;
		this.next = t.next;
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
var client = new QueryClient({ defaultOptions: { queries: {
	staleTime: 15e3,
	refetchOnWindowFocus: !1,
	retry: (n, e) => n < 4 && e instanceof Problem && (e.code === "unavailable" || e.code === "unreachable"),
	retryDelay: (n) => 500 * 2 ** n
} } });
var question = (path, params, at) => ({
	queryKey: [
		path,
		at ?? null,
		params ?? null
	],
	queryFn: ({ signal }) => api.get(path, params, {
		at,
		signal
	})
});
var ask = (path, params) => void client.prefetchQuery(question(path, params));
function useGet(path, params, o = {}) {
	let q = useQuery({
		...question(path, params, o.at),
		enabled: o.when ?? !0,
		refetchInterval: o.every,
		placeholderData: o.keep === !1 ? void 0 : keepPreviousData
	});
	return {
		data: q.data,
		error: q.error,
		loading: q.isFetching,
		refetch: () => void q.refetch()
	};
}
function useTable(params, o = {}) {
	let q = useGet("/query", params, o);
	return {
		table: (0, import_react.useMemo)(() => q.data ? new Table(q.data) : void 0, [q.data]),
		error: q.error,
		loading: q.loading,
		refetch: q.refetch
	};
}
function readSearch(text) {
	return Object.fromEntries(new URLSearchParams(text));
}
function writeSearch(search) {
	let parts = [];
	for (let [key, value] of Object.entries(search)) {
		if (value == null || value === "") continue;
		parts.push(encodeURIComponent(key) + "=" + encodeURIComponent(String(value)).replace(/%(3A|2F|2C|28|29|5B|5D|2A|40|24)/g, decodeURIComponent).replace(/%20/g, "+"));
	}
	return parts.length ? "?" + parts.join("&") : "";
}
var shared = [
	"since",
	"until",
	"tz",
	"cmp"
];
function useSearch() {
	let text = useRouterState({ select: (s) => s.location.searchStr });
	let search = (0, import_react.useMemo)(() => readSearch(text), [text]);
	let navigate = useNavigate();
	return [search, (0, import_react.useCallback)((next, o) => {
		navigate({
			to: ".",
			search: ((old) => {
				let all = {
					...old,
					...next
				};
				return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== void 0 && v !== ""));
			}),
			replace: o?.replace ?? !1,
			resetScroll: !1
		});
	}, [navigate])];
}
var useParam = (name) => useRouterState({ select: (s) => readSearch(s.location.searchStr)[name] });
function usePageSearch(defaults) {
	let [search, setAll] = useSearch();
	let key = JSON.stringify(defaults);
	return [(0, import_react.useMemo)(() => {
		let d = JSON.parse(key);
		return Object.fromEntries(Object.keys(d).map((k) => [k, search[k] ?? d[k]]));
	}, [search, key]), (0, import_react.useCallback)((next, o) => {
		let d = JSON.parse(key);
		setAll(Object.fromEntries(Object.entries(next).map(([k, v]) => [k, v === d[k] ? void 0 : v])), o);
	}, [setAll, key])];
}
var stored$1 = "weir.zone";
var listeners$1 = new Set();
var localZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
function validZone(name) {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return !0;
	} catch {
		return !1;
	}
}
function setZone(name) {
	try {
		localStorage.setItem(stored$1, name);
	} catch {}
	listeners$1.forEach((f) => f());
}
function readZone() {
	try {
		let name = localStorage.getItem(stored$1);
		if (name && validZone(name)) return name;
	} catch {}
	return "UTC";
}
function instant(t) {
	if (t instanceof Date) return t;
	return new Date(typeof t == "number" ? t * 1e3 : t);
}
var formats = new Map();
function parts$1(t, zone) {
	let f = formats.get(zone);
	if (!f) {
		f = new Intl.DateTimeFormat("en-GB", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
			timeZoneName: "longOffset"
		});
		formats.set(zone, f);
	}
	let out = {};
	for (let p of f.formatToParts(t)) out[p.type] = p.value;
	return {
		year: out.year ?? "",
		month: out.month ?? "",
		day: out.day ?? "",
		hour: out.hour ?? "",
		minute: out.minute ?? "",
		second: out.second ?? "",
		offset: (out.timeZoneName ?? "GMT").replace("GMT", "") || "+00:00"
	};
}
function offsetOf(t, zone) {
	let m = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(parts$1(t, zone).offset);
	if (!m) return 0;
	let s = Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4] ?? 0);
	return m[1] === "-" ? -s : s;
}
function inZone(wall, zone) {
	let m = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(wall.trim());
	if (!m) return;
	let at = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0));
	if (Number.isNaN(at)) return;
	let before = offsetOf(new Date(at - 864e5), zone);
	let after = offsetOf(new Date(at + 864e5), zone);
	let first = new Date(at - before * 1e3);
	if (before === after || offsetOf(first, zone) === before) return first;
	let second = new Date(at - after * 1e3);
	return offsetOf(second, zone) === after ? second : first;
}
function zoned(zone) {
	let date = (t) => {
		let p = parts$1(instant(t), zone);
		return `${p.year}-${p.month}-${p.day}`;
	};
	let clock = (t, seconds = !1) => {
		let p = parts$1(instant(t), zone);
		return `${p.hour}:${p.minute}` + (seconds ? `:${p.second}` : "");
	};
	return {
		zone,
		date,
		clock,
		time: (t, seconds = !1) => date(t) + " " + clock(t, seconds),
		stamp: (t) => `${date(t)}T${clock(t, !0)}${zone === "UTC" ? "Z" : parts$1(instant(t), zone).offset}`,
		offset: (t) => offsetOf(instant(t), zone)
	};
}
function ago(t, now = new Date()) {
	let s = (now.getTime() - instant(t).getTime()) / 1e3;
	let abs = Math.abs(s);
	let text = abs < 60 ? Math.round(abs) + " s" : abs < 5400 ? Math.round(abs / 60) + " min" : abs < 129600 ? Math.round(abs / 3600) + " h" : Math.round(abs / 86400) + " d";
	return s < 0 ? "in " + text : text + " ago";
}
function useZone() {
	let chosen = (0, import_react.useSyncExternalStore)((f) => {
		listeners$1.add(f);
		return () => listeners$1.delete(f);
	}, readZone, () => "UTC");
	let tz = useParam("tz");
	let zone = tz && validZone(tz) ? tz : chosen;
	return (0, import_react.useMemo)(() => zoned(zone), [zone]);
}
var units$1 = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400,
	w: 604800
};
function relative(text) {
	let m = /^(now|end)(?:-(\d+)([smhdw]))?$/.exec(text);
	if (!m) return;
	return {
		base: m[1],
		back: m[2] ? Number(m[2]) * (units$1[m[3] ?? "s"] ?? 1) : 0
	};
}
var ranges = [
	{
		since: "end-1h",
		until: "end",
		label: "Newest hour"
	},
	{
		since: "end-6h",
		until: "end",
		label: "Newest 6 hours"
	},
	{
		since: "end-24h",
		until: "end",
		label: "Newest 24 hours"
	},
	{
		since: "end-3d",
		until: "end",
		label: "Newest 3 days"
	},
	{
		since: "end-7d",
		until: "end",
		label: "Newest 7 days"
	},
	{
		since: "end-14d",
		until: "end",
		label: "Newest 14 days"
	},
	{
		since: "end-30d",
		until: "end",
		label: "Newest 30 days"
	},
	{
		since: "now-15m",
		until: "now",
		label: "Last 15 minutes"
	},
	{
		since: "now-1h",
		until: "now",
		label: "Last hour"
	},
	{
		since: "now-24h",
		until: "now",
		label: "Last 24 hours"
	},
	{
		since: "now-7d",
		until: "now",
		label: "Last 7 days"
	}
];
var iso = (s) => new Date(Math.round(s) * 1e3).toISOString().replace(".000Z", "Z");
function useRange() {
	let [search, setSearch] = useSearch();
	let zone = useZone();
	let extent = useGet("/range", void 0, { every: 3e4 });
	let since = search.since ?? "end-24h";
	let until = search.until ?? "end";
	let end = extent.data?.to ? Date.parse(extent.data.to) / 1e3 : void 0;
	let seconds = (0, import_react.useCallback)((text) => {
		let r = relative(text);
		if (r) {
			let base = r.base === "now" ? Date.now() / 1e3 : end ?? void 0;
			return base === void 0 ? void 0 : base - r.back;
		}
		if (/^\d+$/.test(text)) return Number(text);
		let t = Date.parse(text);
		return Number.isNaN(t) ? void 0 : t / 1e3;
	}, [end]);
	let from = seconds(since);
	let to = seconds(until);
	let set = (0, import_react.useCallback)((s, u, o) => setSearch({
		since: s === "end-24h" && u === "end" ? void 0 : s,
		until: u === "end" ? void 0 : u
	}, o), [setSearch]);
	let zoom = (0, import_react.useCallback)((a, b) => {
		let lo = Math.floor(Math.min(a, b) / 60) * 60;
		let hi = Math.max(Math.ceil(Math.max(a, b) / 60) * 60, lo + 60);
		set(iso(lo), iso(hi));
	}, [set]);
	let shift = (0, import_react.useCallback)((direction) => {
		if (from === void 0 || to === void 0) return;
		let width = to - from;
		set(iso(from + direction * width), iso(to + direction * width));
	}, [
		from,
		to,
		set
	]);
	let widen = (0, import_react.useCallback)(() => {
		if (from === void 0 || to === void 0) return;
		let half = (to - from) / 2;
		set(iso(from - half), iso(to + half));
	}, [
		from,
		to,
		set
	]);
	return {
		since,
		until,
		from,
		to,
		label: (0, import_react.useMemo)(() => {
			let known = ranges.find((r) => r.since === since && r.until === until);
			if (known) return known.label;
			if (from === void 0 || to === void 0) return `${since} to ${until}`;
			let sameDay = zone.date(from) === zone.date(to);
			return zone.time(from) + " – " + (sameDay ? zone.clock(to) : zone.time(to));
		}, [
			since,
			until,
			from,
			to,
			zone
		]),
		set,
		zoom,
		shift,
		widen,
		empty: extent.data?.empty ?? !1,
		extent: extent.data
	};
}
var isSpace = (c) => /^[\s\u200b\u2060\ufeff\u0085]$/.test(c);
var isDoubleQuote = (c) => c !== "" && "\"“”„‟″«»".includes(c);
var isSingleQuote = (c) => c !== "" && "'‘’‚‛′".includes(c);
var isDash = (c) => c === "-" || c >= "‐" && c <= "—" || c === "−";
var operators = {
	AND: "and",
	OR: "or",
	NOT: "not"
};
function tokens(src) {
	return lex(src).tokens;
}
function expected(src) {
	return lex(src).state;
}
function lex(src) {
	let out = [];
	let state = {
		mode: "term",
		stack: []
	};
	let pos = 0;
	for (; pos < src.length;) {
		let begin = pos;
		for (; pos < src.length && isSpace(src[pos] ?? "");) pos++;
		if (pos >= src.length) break;
		let t = next(src, pos, state.mode);
		t.spaced = pos > begin;
		state.mode !== "term" && (t.field = state.field);
		advance(state, t);
		out.push(t);
		pos = Math.max(t.to, pos + 1);
	}
	return {
		tokens: out,
		state
	};
}
function advance(s, t) {
	let rest = () => s.stack[s.stack.length - 1] ?? "term";
	switch (t.kind) {
		case "field":
			s.field = unescape(t.text);
			s.mode = "value";
			return;
		case "compare":
			s.mode = "value";
			return;
		case "open":
			s.stack.push(s.mode === "term" ? "term" : "group");
			s.mode = rest();
			return;
		case "close":
			s.stack.pop();
			s.mode = rest();
			return;
		case "rangeOpen":
			s.mode = "range";
			return;
		case "rangeClose":
			s.mode = rest();
			return;
	}
	s.mode !== "range" && (s.mode = rest());
}
function next(src, from, mode) {
	let c = src[from] ?? "";
	let d = src[from + 1] ?? "";
	let single = (kind, width) => ({
		kind,
		from,
		to: from + width,
		text: src.slice(from, from + width),
		spaced: !1
	});
	if (c === "(") return single("open", 1);
	if (c === ")") return single("close", 1);
	if (c === "[" || c === "{") return single("rangeOpen", 1);
	if (c === "]" || c === "}") return single("rangeClose", 1);
	if (isDoubleQuote(c)) return quoted(src, from, isDoubleQuote);
	if (isSingleQuote(c)) return quoted(src, from, isSingleQuote);
	if (c === "/" && mode !== "range") return regex(src, from);
	if (mode === "term" || mode === "group") {
		if (c === "&" && d === "&") return single("and", 2);
		if (c === "|" && d === "|") return single("or", 2);
		if (c === "!") return single("not", 1);
		if (c === "+") return single("plus", 1);
		if (isDash(c)) return single("minus", 1);
	}
	if (mode === "value" || mode === "group") {
		if (c === ">" || c === "<") return single("compare", d === "=" ? 2 : 1);
		if (c === "=" || c === "&" || c === "~") return single("compare", 1);
	}
	return word(src, from, mode);
}
function quoted(src, from, closes) {
	let text = "";
	for (let i = from + 1; i < src.length; i++) {
		let c = src[i] ?? "";
		if (c === "\\" && i + 1 < src.length) text += src[++i];
		else if (closes(c)) return {
			kind: "quoted",
			from,
			to: i + 1,
			text,
			spaced: !1
		};
		else text += c;
	}
	return {
		kind: "error",
		from,
		to: src.length,
		text,
		spaced: !1,
		message: "unclosed quote"
	};
}
function regex(src, from) {
	let text = "";
	for (let i = from + 1; i < src.length; i++) {
		let c = src[i] ?? "";
		if (c === "\\" && i + 1 < src.length) {
			let d = src[++i] ?? "";
			text += d === "/" ? "/" : "\\" + d;
		} else if (c === "/") return {
			kind: "regex",
			from,
			to: i + 1,
			text,
			spaced: !1
		};
		else text += c;
	}
	return {
		kind: "error",
		from,
		to: src.length,
		text,
		spaced: !1,
		message: "unclosed regex"
	};
}
function wordEnds(src, i) {
	let c = src[i] ?? "";
	let d = src[i + 1] ?? "";
	return c === "" || isSpace(c) || isDoubleQuote(c) || "()[]{}".includes(c) || c === "&" && d === "&" || c === "|" && d === "|";
}
function word(src, from, mode) {
	let i = from;
	let colon = -1;
	let wrong = (to, message) => ({
		kind: "error",
		from,
		to,
		text: src.slice(from, to),
		spaced: !1,
		message
	});
	for (; !wordEnds(src, i); i++) {
		let c = src[i];
		if (c === "\\") {
			if (i + 1 >= src.length) return wrong(src.length, "nothing behind the backslash");
			i++;
		} else if (c === "…") return wrong(i + 1, "ellipsis");
		else c === ":" && colon < 0 && (colon = i);
	}
	let to = Math.min(i, src.length);
	if (to === from) return wrong(from + 1, "unexpected " + src[from]);
	let text = src.slice(from, to);
	let t = {
		kind: "word",
		from,
		to,
		text,
		spaced: !1
	};
	if (mode === "range") return text.toUpperCase() === "TO" ? {
		...t,
		kind: "to"
	} : t;
	if (mode === "value") return t;
	let op = operators[text.toUpperCase()];
	if (op) return {
		...t,
		kind: op
	};
	if (mode === "group" || colon >= 0 && looksLikeAddress(text)) return t;
	if (colon < 0) {
		let n = to;
		for (; n < src.length && isSpace(src[n] ?? "");) n++;
		n > to && src[n] === ":" && src[n + 1] !== ":" && (colon = n);
	}
	if (colon === from) return wrong(from + 1, "no field before the colon");
	if (colon > from) return {
		...t,
		kind: "field",
		text: src.slice(from, Math.min(colon, to)),
		to: colon + 1
	};
	if ("<>=".includes(text[0] ?? "x")) return wrong(to, "no field before " + text);
	return t;
}
function looksLikeAddress(text) {
	let bare = text.replace(/\/\d{1,3}$/, "").replace(/%.+$/, "");
	if (text.endsWith("*")) {
		let rest = text.slice(0, -1);
		return /^[0-9a-fA-F:]+$/.test(rest) && rest.split(":").length > 2;
	}
	if (!/^[0-9a-fA-F:.]+$/.test(bare)) return !1;
	let halves = bare.split("::");
	if (halves.length > 2) return !1;
	let groups = halves.flatMap((h) => h === "" ? [] : h.split(":"));
	let v4 = groups[groups.length - 1]?.includes(".") ?? !1;
	let size = groups.length + +!!v4;
	return groups.every((g, n) => v4 && n === groups.length - 1 ? /^\d+(\.\d+){3}$/.test(g) : /^[0-9a-fA-F]{1,4}$/.test(g)) && (halves.length === 2 ? size < 8 : size === 8);
}
var unescape = (word) => word.replace(/\\([\s\S])/g, "$1");
function everything(filter) {
	let text = (filter ?? "").trim();
	return text === "" || text === "*" || text === "*:*";
}
function term(field, value) {
	let name = fieldText(field);
	if (Array.isArray(value)) {
		let known = value.filter((v) => !absent(v));
		let lacks = known.length < value.length ? `NOT ${name}:*` : "";
		if (known.length === 0) return lacks || "*";
		let some = known.length === 1 ? term(field, known[0]) : `${name}:(${known.map(valueText).join(" ")})`;
		return lacks ? or(some, lacks) : some;
	}
	return absent(value) ? `NOT ${name}:*` : `${name}:${valueText(value)}`;
}
var absent = (v) => v == null || v === "";
function and(...filters) {
	let out = [];
	for (let f of filters) {
		if (everything(f)) continue;
		let text = (f ?? "").trim();
		let parts = chips$1(text)?.map((c) => c.text) ?? [wrapped(text)];
		for (let p of parts) out.includes(p) || out.push(p);
	}
	return out.join(" AND ");
}
function or(...filters) {
	if (filters.some(everything)) return "";
	let out = [];
	for (let f of filters) {
		let text = (f ?? "").trim();
		let one = (chips$1(text)?.length ?? 0) > 1 ? wrapped(text) : text;
		out.includes(one) || out.push(one);
	}
	return out.join(" OR ");
}
function not(filter) {
	if (everything(filter)) return "NOT *";
	let parts = chips$1(filter);
	if (parts?.length !== 1) return "NOT " + wrapped(filter.trim());
	let [only] = parts;
	return only.negated ? only.body : "NOT " + only.body;
}
function has(filter, part) {
	let [wanted] = chips$1(part) ?? [];
	return !!wanted && (chips$1(filter) ?? []).some((c) => c.text === wanted.text);
}
function without(filter, part) {
	let all = chips$1(filter);
	let gone = chips$1(part)?.map((c) => c.text);
	if (!all || !gone) return filter;
	return all.filter((c) => !gone.includes(c.text)).map((c) => c.text).join(" AND ");
}
var narrow = (filter, part) => and(without(filter, not(part)), part);
function chips$1(filter) {
	if (everything(filter)) return [];
	let list = tokens(filter);
	let out = [];
	for (let i = 0; i < list.length;) {
		if (list[i]?.kind === "and") {
			if (out.length === 0 || i === list.length - 1) return;
			i++;
		}
		let from = list[i]?.from ?? 0;
		let negated = !1;
		for (; [
			"not",
			"minus",
			"plus"
		].includes(list[i]?.kind ?? ""); i++) list[i]?.kind !== "plus" && (negated = !negated);
		let begin = i;
		let end = operand(list, i);
		if (end < 0) return;
		let first = list[begin];
		let body = filter.slice(first.from, list[end - 1].to);
		let chip = {
			text: (negated ? "NOT " : "") + body,
			negated,
			body,
			from,
			to: list[end - 1].to
		};
		if (first.kind === "field") {
			chip.field = unescape(first.text);
			let v = list[begin + 1];
			end === begin + 2 && v && (v.kind === "quoted" || v.kind === "word" && !pattern(v.text)) && (chip.value = v.kind === "quoted" ? v.text : unescape(v.text));
		}
		out.push(chip);
		i = end;
	}
	return out;
}
function operand(list, i) {
	switch (list[i]?.kind) {
		case "open": return closing(list, i);
		case "word":
		case "quoted":
		case "regex": return i + 1;
		case "field": {
			let v = i + 1;
			list[v]?.kind === "compare" && v++;
			let kind = list[v]?.kind;
			if (kind === "open" || kind === "rangeOpen") return closing(list, v);
			return kind === "word" || kind === "quoted" || kind === "regex" ? v + 1 : -1;
		}
	}
	return -1;
}
function closing(list, i) {
	let depth = 0;
	for (let n = i; n < list.length; n++) {
		let kind = list[n]?.kind;
		if (kind === "error") return -1;
		(kind === "open" || kind === "rangeOpen") && depth++;
		(kind === "close" || kind === "rangeClose") && depth--;
		if (depth === 0) return n + 1;
	}
	return -1;
}
function wrapped(text) {
	let list = tokens(text);
	return list[0]?.kind === "open" && closing(list, 0) === list.length ? text : `(${text})`;
}
var pattern = (word) => /[*?]/.test(word.replace(/\\[\s\S]/g, ""));
function valueText(value) {
	let text = String(value);
	if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) return Array.from(text, (c) => /[\u0000-\u0008\u000e-\u001f\u007f]/.test(c) ? "?" : /[A-Za-z0-9_]/.test(c) ? c : "\\" + c).join("");
	if (/^[A-Za-z0-9_][A-Za-z0-9_\-./:]*$/.test(text) && !/^(and|or|not|to)$/i.test(text)) return text;
	return "\"" + Array.from(text, (c) => c === "\\" || isDoubleQuote(c) ? "\\" + c : c).join("") + "\"";
}
function fieldText(name) {
	return Array.from(name, (c, i) => c === ":" || c === "\\" || isSpace(c) || isDoubleQuote(c) || "()[]{}&|…".includes(c) || i === 0 && (isDash(c) || isSingleQuote(c) || "!+/<>=".includes(c)) ? "\\" + c : c).join("");
}
var withinOf = (search) => ({
	since: search.since ?? "end-24h",
	until: search.until ?? "end",
	q: search.q
});
var table$1 = (w, filter, rest) => ({
	filter: and(w.q, filter) || void 0,
	since: w.since,
	until: w.until,
	...rest
});
var verdictsIn = (w) => table$1(w, void 0, {
	by: "action",
	agg: "count",
	bucket: "auto",
	traffic: !0
});
var volumeIn = (w) => table$1(w, void 0, {
	agg: "sum(packets),sum(bytes)",
	bucket: "auto"
});
var rejectedSourcesIn = (w) => table$1(w, "action:REJECT", {
	by: "srcaddr,src_network,src_app,src_country,src_as_org",
	agg: "count,uniq(dstaddr),uniq(dstport)",
	limit: 25
});
var rejectedDestinationsIn = (w) => table$1(w, "action:REJECT", {
	by: "dstaddr,dst_network,dst_app,dstport",
	agg: "count,uniq(srcaddr)",
	limit: 25
});
var usualIn = (q) => ({
	filter: q.filter,
	since: q.since,
	until: q.until
});
var newIn = ({ since, until }) => ({
	since,
	until
});
var openAlertsIn = ({ since, until }) => ({
	status: "pending,firing",
	exposure: !1,
	silenced: !1,
	since,
	until,
	limit: 500
});
var scannersIn = ({ since, until }, exposure) => ({
	family: "scan",
	exposure,
	since,
	until,
	limit: 200
});
function askAhead(search) {
	let w = withinOf(search);
	let verdicts = verdictsIn(w);
	ask("/query", verdicts);
	ask("/query", volumeIn(w));
	ask("/alerts", openAlertsIn(w));
	ask("/query", rejectedSourcesIn(w));
	ask("/query", rejectedDestinationsIn(w));
	ask("/new", newIn(w));
	ask("/usual", usualIn(verdicts));
	ask("/alerts", scannersIn(w, !1));
	ask("/alerts", scannersIn(w, !0));
}
var nameOf = (w) => JSON.stringify([
	w.topic,
	w.filter ?? "",
	w.columns ?? ""
]);
var import_jsx_runtime = require_jsx_runtime();
var scriptRel = (function() {
	let relList = typeof document < "u" && document.createElement("link").relList;
	return relList && relList.supports && relList.supports("modulepreload") ? "modulepreload" : "preload";
})();
var assetsURL = function(dep) {
	return "/" + dep;
};
var seen = {};
var isCssPreloadUrl = function(url) {
	return url.pathname.endsWith(".css");
};
var preloadOnce = function(seen, href, preload) {
	if (href in seen) return seen[href];
	let promise = preload();
	if (!promise) {
		seen[href] = void 0;
		return;
	}
	let preloadPromise = promise.then(() => {
		seen[href] = void 0;
	}, (err) => {
		seen[href] = void 0;
		throw err;
	});
	seen[href] = preloadPromise;
	return preloadPromise;
};
var __vitePreload = function(baseModule, deps, importerUrl) {
	let promise = Promise.resolve();
	if (deps && deps.length > 0) {
		let preloadedHrefs;
		let cspNonceMeta = document.querySelector("meta[property=csp-nonce]");
		let cspNonce = cspNonceMeta?.nonce || cspNonceMeta?.getAttribute("nonce");
		function allSettled(promises) {
			return Promise.all(promises.map((p) => Promise.resolve(p).then((value) => ({
				status: "fulfilled",
				value
			}), (reason) => ({
				status: "rejected",
				reason
			}))));
		}
		function importMetaResolve(specifier) {
			if (import.meta.resolve) return new URL(import.meta.resolve(specifier));
			return new URL(specifier, import.meta.url);
		}
		promise = allSettled(deps.map((depString) => {
			depString = assetsURL(depString, importerUrl);
			let dep = importMetaResolve(depString);
			let isCss = isCssPreloadUrl(dep);
			return preloadOnce(seen, dep.href, () => {
				if (preloadedHrefs === void 0) {
					preloadedHrefs = {
						all: new Set(),
						styles: new Set()
					};
					let links = document.getElementsByTagName("link");
					for (let i = links.length - 1; i >= 0; i--) {
						let link = links[i];
						preloadedHrefs.all.add(link.href);
						link.rel === "stylesheet" && preloadedHrefs.styles.add(link.href);
					}
				}
				if ((isCss ? preloadedHrefs.styles : preloadedHrefs.all).has(dep.href)) return;
				let link = document.createElement("link");
				link.rel = isCss ? "stylesheet" : scriptRel;
				isCss || (link.as = "script");
				link.crossOrigin = "";
				link.href = dep.href;
				cspNonce && link.setAttribute("nonce", cspNonce);
				document.head.appendChild(link);
				if (isCss) return new Promise((res, rej) => {
					let handleSettle = (e) => {
						link.removeEventListener("load", handleSettle);
						link.removeEventListener("error", handleSettle);
						e.type === "error" ? rej(Error(`Unable to preload CSS for ${dep}`)) : res(e);
					};
					link.addEventListener("load", handleSettle);
					link.addEventListener("error", handleSettle);
				});
			});
		}).filter((p) => p !== void 0));
	}
	function handlePreloadError(err) {
		let e = new Event("vite:preloadError", { cancelable: !0 });
		e.payload = err;
		window.dispatchEvent(e);
		if (!e.defaultPrevented) throw err;
	}
	return promise.then((res) => {
		for (let item of res || []) {
			if (item.status !== "rejected") continue;
			handlePreloadError(item.reason);
		}
		return baseModule().catch(handlePreloadError);
	});
};
var whole = new Intl.NumberFormat("en-US");
var short = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
function scaled(n, units, step) {
	let i = 0;
	let v = Math.abs(n);
	for (; v >= step * .9995 && i < units.length - 1;) {
		v /= step;
		i++;
	}
	let text = i === 0 ? whole.format(Math.round(v * 100) / 100) : short.format(v);
	return (n < 0 ? "-" : "") + text + (units[i] ? " " + units[i] : "");
}
var bytes = (n) => scaled(n, [
	"B",
	"kB",
	"MB",
	"GB",
	"TB",
	"PB"
], 1e3);
var count$2 = (n) => Math.abs(n) < 1e6 ? whole.format(n) : scaled(n, [
	"",
	"k",
	"M",
	"G",
	"T"
], 1e3);
var brief = (n) => scaled(n, [
	"",
	"k",
	"M",
	"G",
	"T"
], 1e3);
var bits = (n) => scaled(n, [
	"bit/s",
	"kbit/s",
	"Mbit/s",
	"Gbit/s",
	"Tbit/s"
], 1e3);
var rate = (n, what = "") => (n < 10 ? short.format(n) : brief(n)) + (what ? " " + what : "") + "/s";
function percent(x) {
	if (!Number.isFinite(x)) return "–";
	let p = x * 100;
	if (p > 0 && p < .1) return "<0.1 %";
	if (p < 100 && p > 99.9) return ">99.9 %";
	return (p < 10 ? (Math.round(p * 10) / 10).toString() : Math.round(p).toString()) + " %";
}
function duration(s) {
	if (s < 1) return Math.round(s * 1e3) + " ms";
	let parts = [
		[86400, "d"],
		[3600, "h"],
		[60, "min"],
		[1, "s"]
	];
	let out = [];
	let rest = Math.round(s);
	for (let [size, unit] of parts) {
		let n = Math.floor(rest / size);
		if (n > 0) {
			out.push(n + " " + unit);
			rest -= n * size;
		}
		if (out.length === 2) break;
	}
	return out.join(" ") || "0 s";
}
function ofUnit(n, unit) {
	switch (unit) {
		case "bytes": return bytes(n);
		case "bits": return bits(n);
		case "ratio": return percent(n);
		case "seconds": return duration(n);
		default: return count$2(n);
	}
}
var plural = (n, one, many = one + "s") => count$2(n) + " " + (n === 1 ? one : many);
var atLeast = (n, more, one) => more ? `${count$2(n)}+ ${one}s` : plural(n, one);
var paths = {
	more: "M3 8h.01M8 8h.01M13 8h.01",
	close: "M4 4l8 8M12 4l-8 8",
	check: "M3 8.5l3.5 3.5L13 5",
	down: "M4 6l4 4 4-4",
	up: "M4 10l4-4 4 4",
	right: "M6 4l4 4-4 4",
	left: "M10 4L6 8l4 4",
	copy: "M5.5 5.5h7v7h-7zM10.5 3.5v-1h-8v8h1",
	filter: "M2 3.5h12l-4.5 5.2V13l-3-1.4V8.7z",
	exclude: "M8 14A6 6 0 108 2a6 6 0 000 12zM3.8 3.8l8.4 8.4",
	open: "M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5",
	graph: "M4 4m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M12 6m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M6 12m-1.8 0a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M5.7 4.6l4.6 1M4.6 5.7l.9 4.6M11 7.5l-3.6 3.4",
	rule: "M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h2.5",
	pin: "M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v4.5",
	table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10",
	chart: "M2.5 13.5h11M3 11l3.5-4 3 2.5L13.5 4",
	columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
	download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13h10",
	code: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5",
	terminal: "M2.5 3h11v10h-11zM5 6l2 2-2 2M8.5 10.5H11",
	info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.5v3.5M8 5h.01",
	warning: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
	gap: "M2 8h3M11 8h3M6.5 5v6M9.5 5v6",
	critical: "M5.2 2h5.6L14 5.2v5.6L10.8 14H5.2L2 10.8V5.2zM8 5v4M8 11.2h.01",
	high: "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
	medium: "M8 2l6 6-6 6-6-6zM8 5.5v3M8 10.6h.01",
	low: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 5v5M5.8 8L8 10.2 10.2 8",
	search: "M7 12A5 5 0 107 2a5 5 0 000 10zM10.8 10.8L14 14",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	edit: "M3 13l.6-3L10.5 3 13 5.5 6 12.4z",
	trash: "M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5",
	bell: "M4 11.5V7a4 4 0 018 0v4.5l1 1H3zM6.8 14h2.4",
	mute: "M4.5 11.5V7a3.5 3.5 0 015.4-3M12 8v3.5l1 1H5.5M2.5 2.5l11 11",
	clock: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6",
	play: "M5 3l8 5-8 5z",
	pause: "M5.5 3.5v9M10.5 3.5v9",
	refresh: "M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3",
	link: "M6.8 9.2l2.4-2.4M7.5 4.8l1-1a2.8 2.8 0 014 4l-1 1M8.5 11.2l-1 1a2.8 2.8 0 01-4-4l1-1",
	globe: "M8 14A6 6 0 108 2a6 6 0 000 12zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
	shield: "M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z",
	upload: "M8 10.5V3M4.8 6L8 2.8 11.2 6M3 13h10",
	history: "M3 8a5 5 0 105-5C6 3 4.5 4 3.5 5.5M3 2.5v3h3M8 5.5V8l2 1.3"
};
function Icon({ name, size = 16, className }) {
	return (0, import_jsx_runtime.jsx)("svg", {
		className,
		width: size,
		height: size,
		viewBox: "0 0 16 16",
		fill: "none",
		stroke: "currentColor",
		strokeWidth: name === "more" ? 2.2 : 1.4,
		strokeLinecap: "round",
		strokeLinejoin: "round",
		"aria-hidden": !0,
		focusable: !1,
		children: (0, import_jsx_runtime.jsx)("path", { d: paths[name] })
	});
}
var Button_module_default = {
	button: "Button-module_button",
	primary: "Button-module_primary",
	quiet: "Button-module_quiet",
	danger: "Button-module_danger",
	small: "Button-module_small",
	square: "Button-module_square",
	spin: "Button-module_spin",
	turn: "Button-module_turn"
};
function Button({ kind = "plain", icon, busy, small, children, className, disabled, type = "button", ...rest }) {
	let classes = [
		Button_module_default.button,
		Button_module_default[kind],
		small && Button_module_default.small,
		icon && !children && Button_module_default.square,
		className
	].filter(Boolean).join(" ");
	return (0, import_jsx_runtime.jsxs)("button", {
		type,
		className: classes,
		disabled: disabled || busy,
		"aria-busy": busy || void 0,
		...rest,
		children: [busy ? (0, import_jsx_runtime.jsx)("span", {
			className: Button_module_default.spin,
			"aria-hidden": !0
		}) : icon && (0, import_jsx_runtime.jsx)(Icon, { name: icon }), children]
	});
}
async function copyText(text) {
	try {
		await navigator.clipboard.writeText(text);
		return !0;
	} catch {
		let at = document.activeElement;
		let area = document.createElement("textarea");
		area.value = text;
		area.style.position = "fixed";
		area.style.opacity = "0";
		(at?.closest("[role=dialog]") ?? document.body).append(area);
		area.select();
		let done = document.execCommand("copy");
		area.remove();
		at?.focus();
		return done;
	}
}
function Copy({ text, label = "Copy", small = !0, kind = "plain" }) {
	let [state, setState] = (0, import_react.useState)("");
	(0, import_react.useEffect)(() => {
		if (!state) return;
		let t = setTimeout(() => setState(""), 1600);
		return () => clearTimeout(t);
	}, [state]);
	return (0, import_jsx_runtime.jsx)(Button, {
		kind,
		small,
		icon: state === "done" ? "check" : "copy",
		onClick: async () => setState(await copyText(typeof text == "string" ? text : text()) ? "done" : "refused"),
		children: (0, import_jsx_runtime.jsx)("span", {
			"aria-live": "polite",
			children: state === "done" ? "Copied" : state === "refused" ? "Not allowed" : label
		})
	});
}
var Fault_module_default = {
	fault: "Fault-module_fault",
	what: "Fault-module_what",
	fix: "Fault-module_fix"
};
function Fault({ error, onRetry }) {
	let p = error;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Fault_module_default.fault,
		role: "alert",
		children: [
			(0, import_jsx_runtime.jsx)(Icon, { name: "warning" }),
			(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("p", {
				className: Fault_module_default.what,
				children: sentence(p.detail || p.message)
			}), p.fix && (0, import_jsx_runtime.jsx)("p", {
				className: Fault_module_default.fix,
				children: sentence(p.fix)
			})] }),
			onRetry && (0, import_jsx_runtime.jsx)(Button, {
				small: !0,
				icon: "refresh",
				onClick: onRetry,
				children: "Try again"
			})
		]
	});
}
function sentence(text) {
	let t = text.trim().replace(/,$/, "");
	if (!t) return "";
	let first = /^[a-z]+([ ,;]|$)/.test(t) ? t.charAt(0).toUpperCase() + t.slice(1) : t;
	return /[.?!:]$/.test(first) ? first : first + ".";
}
var parts;
var asked = !1;
var waiting = new Set();
function wantFloating() {
	if (asked) return;
	asked = !0;
	__vitePreload(() => import("./radix.js").then((m) => {
		parts = m;
		waiting.forEach((f) => f());
	}, () => {
		asked = !1;
	}), __vite__mapDeps([0,1,2,3]));
}
if (typeof document < "u") {
	let signs = [
		"pointerover",
		"focusin",
		"pointerdown",
		"keydown"
	];
	let come = (e) => {
		if (e.type !== "keydown" && !e.target.closest?.("[aria-haspopup]")) return;
		for (let sign of signs) document.removeEventListener(sign, come, !0);
		(window.requestIdleCallback ?? setTimeout)(() => wantFloating());
	};
	for (let sign of signs) document.addEventListener(sign, come, {
		capture: !0,
		passive: !0
	});
}
function subscribe$1(f) {
	waiting.add(f);
	return () => waiting.delete(f);
}
function useFloating(wanted) {
	(0, import_react.useEffect)(() => {
		wanted && wantFloating();
	}, [wanted]);
	return (0, import_react.useSyncExternalStore)(subscribe$1, () => wanted ? parts : void 0);
}
function useEarly(button, opens) {
	let [wanted, setWanted] = (0, import_react.useState)(!1);
	return {
		wanted,
		early: (0, import_react.cloneElement)(button, {
			"aria-haspopup": opens,
			"aria-expanded": !1,
			onPointerDown: (e) => {
				button.props.onPointerDown?.(e);
				if (e.pointerType !== "mouse" || e.button !== 0 || e.ctrlKey) return;
				e.preventDefault();
				setWanted("pointer");
			},
			onClick: (e) => {
				button.props.onClick?.(e);
				setWanted(e.detail === 0 ? "key" : "pointer");
			},
			onKeyDown: (e) => {
				button.props.onKeyDown?.(e);
				if (opens !== "menu" || e.key !== "ArrowDown") return;
				e.preventDefault();
				setWanted("key");
			}
		})
	};
}
var last = null;
typeof document < "u" && document.addEventListener("focusin", (e) => {
	let at = e.target;
	let menu = at.closest("[role=menu]");
	let by = menu && document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
	menu ? by && !by.closest("[aria-hidden=true]") && (last = by) : last = at;
}, !0);
function place() {
	let at = last;
	let around = [];
	for (let e = at; e?.parentElement; e = e.parentElement) around.push({
		parent: e.parentElement,
		index: [...e.parentElement.children].indexOf(e)
	});
	return { focus: () => {
		(at?.isConnected ? at : (() => {
			let left = around.find((a) => a.parent.isConnected);
			return (left && left.parent.children[Math.min(left.index, left.parent.children.length - 1)])?.querySelector("button:not(:disabled),a[href]");
		})() ?? document.getElementById("main"))?.focus({ preventScroll: !0 });
	} };
}
function ground(of) {
	return of?.closest("[role=dialog],[role=alertdialog],main") ?? of?.closest("nav,header") ?? void 0;
}
var Menu_module_default = {
	menu: "Menu-module_menu",
	item: "Menu-module_item",
	icon: "Menu-module_icon",
	title: "Menu-module_title",
	keys: "Menu-module_keys",
	line: "Menu-module_line",
	head: "Menu-module_head"
};
function Menu({ items, label, align = "end", children }) {
	let [trigger, setTrigger] = (0, import_react.useState)(null);
	let { wanted, early } = useEarly(children, "menu");
	let floating = useFloating(wanted !== !1);
	if (!floating) return early;
	let { DropdownMenu } = floating;
	return (0, import_jsx_runtime.jsxs)(DropdownMenu.Root, {
		modal: !1,
		defaultOpen: !0,
		children: [(0, import_jsx_runtime.jsx)(DropdownMenu.Trigger, {
			asChild: !0,
			ref: setTrigger,
			children
		}), trigger && (0, import_jsx_runtime.jsx)(DropdownMenu.Portal, {
			container: ground(trigger),
			children: (0, import_jsx_runtime.jsxs)(DropdownMenu.Content, {
				className: Menu_module_default.menu,
				align,
				sideOffset: 4,
				collisionPadding: 8,
				"aria-label": label,
				children: [wanted === "key" && (0, import_jsx_runtime.jsx)(First, {}), (0, import_jsx_runtime.jsx)(MenuItems, { items })]
			})
		})]
	});
}
function First() {
	let own = (0, import_react.useRef)(null);
	(0, import_react.useEffect)(() => {
		let menu = own.current?.parentElement;
		let frame = requestAnimationFrame(() => menu?.querySelector("[role^=menuitem]:not([data-disabled])")?.focus());
		return () => cancelAnimationFrame(frame);
	}, []);
	return (0, import_jsx_runtime.jsx)("span", {
		ref: own,
		hidden: !0
	});
}
function MenuItems({ items }) {
	let floating = useFloating(!0);
	if (!floating) return null;
	let { DropdownMenu } = floating;
	return items.map((item, i) => {
		if (item === "line") return (0, import_jsx_runtime.jsx)(DropdownMenu.Separator, { className: Menu_module_default.line }, `line${i}`);
		if ("head" in item) return (0, import_jsx_runtime.jsx)(DropdownMenu.Label, {
			className: Menu_module_default.head,
			children: item.head
		}, `head${i}`);
		let inside = (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: Menu_module_default.icon,
				children: item.checked === void 0 ? item.icon && (0, import_jsx_runtime.jsx)(Icon, { name: item.icon }) : item.checked && (0, import_jsx_runtime.jsx)(Icon, { name: "check" })
			}),
			(0, import_jsx_runtime.jsxs)("span", {
				className: Menu_module_default.title,
				children: [item.title, item.hint && (0, import_jsx_runtime.jsx)("small", { children: item.hint })]
			}),
			item.keys && (0, import_jsx_runtime.jsx)("kbd", {
				className: Menu_module_default.keys,
				children: item.keys
			})
		] });
		let select = (e) => {
			item.keepOpen && e.preventDefault();
			item.run();
		};
		if (item.checked !== void 0) return (0, import_jsx_runtime.jsx)(DropdownMenu.CheckboxItem, {
			className: Menu_module_default.item,
			checked: item.checked,
			disabled: item.disabled,
			onSelect: select,
			children: inside
		}, item.id);
		return (0, import_jsx_runtime.jsx)(DropdownMenu.Item, {
			className: Menu_module_default.item,
			disabled: item.disabled,
			onSelect: select,
			children: inside
		}, item.id);
	});
}
var Popover_module_default = { popover: "Popover-module_popover" };
function Popover({ button, label, align = "start", children }) {
	let { wanted, early } = useEarly(button, "dialog");
	let floating = useFloating(wanted !== !1);
	if (!floating) return early;
	let Radix = floating.Popover;
	return (0, import_jsx_runtime.jsxs)(Radix.Root, {
		defaultOpen: !0,
		children: [(0, import_jsx_runtime.jsx)(Radix.Trigger, {
			asChild: !0,
			children: button
		}), (0, import_jsx_runtime.jsx)(Radix.Portal, { children: (0, import_jsx_runtime.jsx)(Radix.Content, {
			className: Popover_module_default.popover,
			align,
			sideOffset: 5,
			collisionPadding: 8,
			"aria-label": label,
			children
		}) })]
	});
}
var Skeleton_module_default = {
	lines: "Skeleton-module_lines",
	line: "Skeleton-module_line",
	block: "Skeleton-module_block",
	breathe: "Skeleton-module_breathe"
};
function Skeleton({ lines = 3, height }) {
	if (height) return (0, import_jsx_runtime.jsx)("div", {
		className: Skeleton_module_default.block,
		style: { height },
		"aria-hidden": !0
	});
	return (0, import_jsx_runtime.jsx)("div", {
		className: Skeleton_module_default.lines,
		"aria-hidden": !0,
		children: Array.from({ length: lines }, (_, i) => (0, import_jsx_runtime.jsx)("div", {
			className: Skeleton_module_default.line,
			style: { width: `${[
				92,
				78,
				85,
				64,
				88
			][i % 5]}%` }
		}, i))
	});
}
var exact = {
	addr: "address",
	client: "address",
	server: "address",
	client_addr: "address",
	server_addr: "address",
	address: "address",
	public: "address",
	app: "app",
	client_app: "app",
	server_app: "app",
	subnet: "subnet",
	vpc: "vpc",
	tgw_src_eni: "interface",
	tgw_dst_eni: "interface",
	interface: "interface",
	host: "host",
	instance: "host"
};
function entityKind(field, value) {
	let known = exact[field];
	if (known) return known;
	if (/addr$/.test(field)) return "address";
	if (/interface_id$/.test(field)) return "interface";
	if (/instance_id$/.test(field)) return "host";
	if (/subnet_id$/.test(field)) return "subnet";
	if (/vpc_id$/.test(field)) return "vpc";
	if (/_app$/.test(field)) return "app";
	if (/(^|_)network$/.test(field)) return value?.startsWith("vpc-") ? "vpc" : void 0;
}
function entityPath(kind, value, network = "") {
	return `/entity/${kind}/${encodeURIComponent((kind === "address" ? network : "") + "/" + value)}`;
}
function graphSearch(field, value) {
	let kind = entityKind(field, value);
	if (kind === "app") return { app: value };
	if (kind === "address" || kind === "subnet" || kind === "vpc" || kind === "interface" || kind === "host") return { [kind]: value };
}
var protocols = {
	1: "icmp",
	2: "igmp",
	4: "ipv4",
	6: "tcp",
	17: "udp",
	41: "ipv6",
	47: "gre",
	50: "esp",
	51: "ah",
	58: "ipv6-icmp",
	89: "ospf",
	132: "sctp"
};
var flags = [
	"FIN",
	"SYN",
	"RST",
	"PSH",
	"ACK",
	"URG",
	"ECE",
	"CWR"
];
function shownAs(field, value) {
	if (field === "protocol" && protocols[String(value)]) return {
		text: protocols[String(value)],
		title: `protocol ${value}`
	};
	if (field === "tcp_flags" && typeof value == "number") {
		let names = flags.filter((_, i) => value >> i & 1);
		return {
			text: String(value),
			title: names.join(" ") || "no flags"
		};
	}
	return { text: String(value) };
}
var g = 0;
typeof window < "u" && window.addEventListener("keydown", (e) => {
	e.key === "g" ? e.ctrlKey || e.metaKey || e.altKey || (g = Date.now()) : setTimeout(() => g = 0);
}, !0);
function plainKey(e) {
	if (e.ctrlKey || e.metaKey || e.altKey) return "";
	let t = e.target;
	if (t && (t.isContentEditable || /^(textarea|select)$/i.test(t.tagName) || t.tagName === "INPUT" && t.type !== "checkbox")) return "";
	if (g && Date.now() - g < 1e3 && e.key.length === 1) return "";
	return e.key;
}
var Value_module_default = {
	wrap: "Value-module_wrap",
	value: "Value-module_value",
	mono: "Value-module_mono",
	none: "Value-module_none",
	accept: "Value-module_accept",
	reject: "Value-module_reject",
	name: "Value-module_name",
	anchor: "Value-module_anchor"
};
var ScopeContext = (0, import_react.createContext)(void 0);
var Behind = (0, import_react.createContext)(void 0);
function ValueScope({ filter, onFilter, children }) {
	return (0, import_jsx_runtime.jsx)(ScopeContext.Provider, {
		value: {
			filter,
			onFilter
		},
		children
	});
}
var InTable = (0, import_react.createContext)(!1);
var filtered = ["/", "/explore"];
function useValueActions() {
	let router = useRouter();
	let scope = (0, import_react.useContext)(ScopeContext);
	let behind = (0, import_react.useContext)(Behind);
	let search = () => readSearch(router.state.location.searchStr);
	let go = (to, more = {}) => {
		let old = search();
		let along = Object.fromEntries(shared.filter((k) => old[k]).map((k) => [k, old[k]]));
		router.navigate({
			to,
			search: {
				...along,
				...more
			}
		});
	};
	let add = (part) => {
		if (scope) {
			let next = narrow(scope.filter, part);
			scope.onFilter ? scope.onFilter(next) : go("/explore", { q: next });
		} else filtered.includes(router.state.location.pathname) ? router.navigate({
			to: ".",
			search: ((old) => ({
				...old,
				q: narrow(old.q ?? "", part)
			})),
			resetScroll: !1
		}) : go("/explore", { q: part });
	};
	return {
		filterFor: (field, value) => add(term(field, value)),
		filterOut: (field, value) => add(not(term(field, value))),
		open: (kind, value, network) => go(entityPath(kind, value, network)),
		graph: (field, value) => go("/graph", graphSearch(field, value)),
		rule: (field, value) => go("/rules/new", { q: and(behind ?? scope?.filter, term(field, value)) }),
		behind: (field, value) => go("/explore", { q: narrow(behind ?? scope?.filter ?? "", term(field, value)) }),
		records: (filter) => go("/explore", { q: filter }),
		explore: (filter) => go("/explore", { q: filter }),
		go
	};
}
function Value({ field, value, network, kind, name, children, extra, mono, className }) {
	let [open, setOpen] = (0, import_react.useState)(!1);
	let DropdownMenu = useFloating(open)?.DropdownMenu;
	let button = (0, import_react.useRef)(null);
	let before = (0, import_react.useRef)(null);
	let inTable = (0, import_react.useContext)(InTable);
	let acts = useValueActions();
	let none = value == null || value === "";
	let text = none ? "" : String(value);
	let entity = none ? void 0 : kind ?? entityKind(field, text);
	let graph = none ? void 0 : graphSearch(field, text);
	let shown = none ? {
		text: "–",
		title: `no ${field}`
	} : shownAs(field, value);
	let key = (e) => {
		switch (plainKey(e)) {
			case "f":
				acts.filterFor(field, value);
				break;
			case "x":
				acts.filterOut(field, value);
				break;
			case "o":
				if (!entity) return;
				acts.open(entity, text, network ?? void 0);
				break;
			default: return;
		}
		setOpen(!1);
		e.preventDefault();
		e.stopPropagation();
	};
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Value_module_default.wrap,
		children: [
			(0, import_jsx_runtime.jsx)("button", {
				ref: button,
				type: "button",
				"data-value": "",
				className: [
					Value_module_default.value,
					mono !== !1 && entity && Value_module_default.mono,
					none && Value_module_default.none,
					field === "action" && (text === "REJECT" ? Value_module_default.reject : Value_module_default.accept),
					className
				].filter(Boolean).join(" "),
				tabIndex: inTable ? -1 : 0,
				"aria-haspopup": "menu",
				"aria-expanded": open,
				title: shown.title,
				onKeyDown: key,
				onClick: (e) => {
					e.stopPropagation();
					let at = document.activeElement;
					before.current = inTable ? button.current?.closest("[role=grid]") ?? at : button.current;
					setOpen(!0);
				},
				children: children ?? shown.text
			}),
			name && (0, import_jsx_runtime.jsx)("span", {
				className: Value_module_default.name,
				children: name
			}),
			open && DropdownMenu && (0, import_jsx_runtime.jsxs)(DropdownMenu.Root, {
				open: !0,
				onOpenChange: setOpen,
				modal: !1,
				children: [(0, import_jsx_runtime.jsx)(DropdownMenu.Trigger, {
					asChild: !0,
					children: (0, import_jsx_runtime.jsx)("span", {
						className: Value_module_default.anchor,
						role: "presentation",
						"aria-hidden": !0,
						tabIndex: -1
					})
				}), (0, import_jsx_runtime.jsx)(DropdownMenu.Portal, {
					container: ground(button.current),
					children: (0, import_jsx_runtime.jsx)(DropdownMenu.Content, {
						className: Menu_module_default.menu,
						align: "start",
						sideOffset: 3,
						collisionPadding: 8,
						"aria-label": `${field} ${text}`,
						onClick: (e) => e.stopPropagation(),
						onKeyDown: key,
						onCloseAutoFocus: (e) => {
							e.preventDefault();
							before.current?.focus({ preventScroll: !0 });
						},
						children: (0, import_jsx_runtime.jsx)(MenuItems, { items: [
							{ head: none ? `no ${field}` : `${field} ${text}` },
							...extra?.length ? [...extra, "line"] : [],
							{
								id: "for",
								title: none ? "Only records without it" : "Filter for",
								icon: "filter",
								keys: "f",
								run: () => acts.filterFor(field, value)
							},
							{
								id: "out",
								title: none ? "Only records that have it" : "Filter out",
								icon: "exclude",
								keys: "x",
								run: () => acts.filterOut(field, value)
							},
							"line",
							{
								id: "records",
								title: "Show the records",
								icon: "table",
								run: () => acts.behind(field, value)
							},
							...entity ? [{
								id: "open",
								title: `Open ${entity === "vpc" ? "VPC" : entity}`,
								icon: "open",
								keys: "o",
								run: () => acts.open(entity, text, network ?? void 0)
							}] : [],
							...graph ? [{
								id: "graph",
								title: "Show on the graph",
								icon: "graph",
								run: () => acts.graph(field, text)
							}] : [],
							...none ? [] : [
								"line",
								{
									id: "rule",
									title: "Make a rule of this",
									icon: "rule",
									run: () => acts.rule(field, value)
								},
								{
									id: "copy",
									title: "Copy",
									icon: "copy",
									run: () => void copyText(text)
								}
							]
						] })
					})
				})]
			})
		]
	});
}
var Panel_module_default = {
	panel: "Panel-module_panel",
	fill: "Panel-module_fill",
	body: "Panel-module_body",
	flush: "Panel-module_flush",
	bar: "Panel-module_bar",
	run: "Panel-module_run",
	head: "Panel-module_head",
	title: "Panel-module_title",
	help: "Panel-module_help",
	marks: "Panel-module_marks",
	warning: "Panel-module_warning",
	gap: "Panel-module_gap",
	actions: "Panel-module_actions",
	foot: "Panel-module_foot",
	codehead: "Panel-module_codehead",
	code: "Panel-module_code"
};
var ShowSQL = (0, import_react.lazy)(() => __vitePreload(() => import("./ShowSQL.js"), __vite__mapDeps([4,3,2,5,6])));
var PinContext = (0, import_react.createContext)(void 0);
function Panel(p) {
	let [twin, setTwin] = (0, import_react.useState)(!1);
	let [sql, setSQL] = (0, import_react.useState)(!1);
	let pin = (0, import_react.useContext)(PinContext);
	let heading = (0, import_react.useId)();
	let slow = useLate(!!p.loading, 600);
	let name = p.name ?? (typeof p.title == "string" ? p.title : "panel");
	let ready = p.ready ?? (!!p.meta || !p.loading);
	let address = p.query ? "/query" + query(p.query) : p.path;
	let items = [...p.menu ?? []];
	let part = (...more) => {
		items.length > 0 && items.push("line");
		items.push(...more);
	};
	p.tableTwin && part({
		id: "twin",
		title: twin ? "Show as a picture" : "Show as a table",
		icon: twin ? "chart" : "table",
		run: () => setTwin(!twin)
	});
	if (p.query) {
		let q = p.query;
		part({
			id: "sql",
			title: "Show SQL",
			icon: "code",
			run: () => setSQL(!0)
		}, {
			id: "cli",
			title: "Copy as command",
			icon: "terminal",
			run: () => void api.get("/query/plan", plan(q)).then((a) => copyText(a.cli ?? ""))
		});
	}
	if (address) {
		let copyCurl = {
			id: "curl",
			title: "Copy as curl",
			icon: "terminal",
			run: () => void copyText(`curl -s '${(location.origin + base + address).replaceAll("'", "%27")}'`)
		};
		p.query ? items.push(copyCurl) : part(copyCurl);
	}
	if (p.query) {
		let q = p.query;
		part(...exports(q, name));
		pin && p.pin !== !1 && part({
			id: "pin",
			title: "Pin to a board",
			icon: "pin",
			run: () => pin({
				title: name,
				query: q,
				view: p.pin || void 0
			})
		});
	}
	return (0, import_jsx_runtime.jsxs)("section", {
		className: [
			Panel_module_default.panel,
			p.fill && Panel_module_default.fill,
			p.className
		].filter(Boolean).join(" "),
		"aria-labelledby": heading,
		"aria-busy": p.loading || void 0,
		children: [
			(0, import_jsx_runtime.jsx)("div", {
				className: Panel_module_default.bar,
				"data-on": slow || void 0,
				role: slow ? "progressbar" : void 0,
				"aria-label": slow ? `${name} is loading` : void 0
			}),
			(0, import_jsx_runtime.jsxs)("header", {
				className: Panel_module_default.head,
				children: [
					(0, import_jsx_runtime.jsx)("h2", {
						id: heading,
						className: Panel_module_default.title,
						children: p.title
					}),
					p.help && (0, import_jsx_runtime.jsx)(Popover, {
						label: `About ${name}`,
						button: (0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							small: !0,
							icon: "info",
							"aria-label": `About ${name}`,
							className: Panel_module_default.help
						}),
						children: p.help
					}),
					(0, import_jsx_runtime.jsx)("div", {
						className: Panel_module_default.marks,
						children: p.meta && (0, import_jsx_runtime.jsx)(Marks, {
							meta: p.meta,
							name
						})
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Panel_module_default.actions,
						children: [p.actions, items.length > 0 && (0, import_jsx_runtime.jsx)(Menu, {
							items,
							label: `${name}: more`,
							children: (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								small: !0,
								icon: "more",
								"aria-label": `${name}: more`,
								title: "SQL, command, export"
							})
						})]
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: p.flush ? Panel_module_default.flush : Panel_module_default.body,
				children: (0, import_jsx_runtime.jsx)(Behind.Provider, {
					value: p.query ? p.query.filter ?? "" : void 0,
					children: p.error ? (0, import_jsx_runtime.jsx)(Fault, {
						error: p.error,
						onRetry: p.onRetry
					}) : ready ? p.tableTwin && twin ? p.tableTwin : p.children : (0, import_jsx_runtime.jsx)(Skeleton, { height: p.waitHeight ?? 120 })
				})
			}),
			p.meta && !p.error && (0, import_jsx_runtime.jsx)("footer", {
				className: Panel_module_default.foot,
				children: metaLine(p.meta)
			}),
			sql && p.query && (0, import_jsx_runtime.jsx)(import_react.Suspense, { children: (0, import_jsx_runtime.jsx)(ShowSQL, {
				query: p.query,
				name,
				onClose: () => setSQL(!1)
			}) })
		]
	});
}
function exports(q, name) {
	let file = (format) => save(`${base}/export${query({
		...plan(q),
		limit: q.by ? q.limit : void 0,
		traffic: void 0,
		format
	})}`, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.${format}`);
	return [{
		id: "csv",
		title: "Export CSV",
		icon: "download",
		run: () => file("csv")
	}, {
		id: "ndjson",
		title: "Export NDJSON",
		icon: "download",
		run: () => file("ndjson")
	}];
}
function plan({ cursor: _, ...q }) {
	return q;
}
function save(address, name) {
	let a = document.createElement("a");
	a.href = address;
	a.download = name;
	document.body.append(a);
	a.click();
	a.remove();
}
function useLate(on, after) {
	let [late, setLate] = (0, import_react.useState)(!1);
	(0, import_react.useEffect)(() => {
		if (!on) {
			setLate(!1);
			return;
		}
		let t = setTimeout(() => setLate(!0), after);
		return () => clearTimeout(t);
	}, [on, after]);
	return late;
}
var seconds$1 = (a, b) => a && b ? (Date.parse(b) - Date.parse(a)) / 1e3 : void 0;
function long(s) {
	let m = Math.round(s / 60) * 60 || s;
	return m > 3600 && m <= 172800 ? `${Math.round(m / 3600)} h` : duration(m);
}
function metaLine(m) {
	let parts = [`${brief(m.scanned)} rows read`, m.elapsed_ms < 1e3 ? `${Math.max(1, Math.round(m.elapsed_ms))} ms` : `${(m.elapsed_ms / 1e3).toFixed(1)} s`];
	parts.push(m.counted === "once" ? "each flow counted once" : m.counted === "records" ? "every record counted" : `counted by ${m.counted}`);
	let covered = seconds$1(m.from, m.to);
	covered && parts.push(`${long(covered)} covered`);
	m.gaps.length && parts.push(plural(m.gaps.length, "gap"));
	m.at_least && parts.push("at least this much");
	m.truncated && parts.push(`first ${count$2(m.rows)} rows`);
	return parts.join(", ");
}
function uncovered(m) {
	let asked = seconds$1(m.since, m.until);
	let got = seconds$1(m.from, m.to);
	if (!asked) return "";
	if (got === void 0) return `no records in these ${long(asked)}`;
	return got < asked * .98 - 300 ? `${long(got)} of ${long(asked)}` : "";
}
function Marks({ meta, name }) {
	let zone = useZone();
	let part = uncovered(meta);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [meta.warnings.length > 0 && (0, import_jsx_runtime.jsx)(Popover, {
		label: `${name}: warnings`,
		button: (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			className: Panel_module_default.warning,
			children: [(0, import_jsx_runtime.jsx)(Icon, {
				name: "warning",
				size: 12
			}), plural(meta.warnings.length, "warning")]
		}),
		children: meta.warnings.map((w) => (0, import_jsx_runtime.jsx)("p", { children: sentence(w) }, w))
	}), (meta.gaps.length > 0 || part) && (0, import_jsx_runtime.jsxs)(Popover, {
		label: `${name}: what is missing`,
		button: (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			className: Panel_module_default.gap,
			children: [(0, import_jsx_runtime.jsx)(Icon, {
				name: "gap",
				size: 12
			}), part || plural(meta.gaps.length, "gap")]
		}),
		children: [part && meta.from && meta.to && (0, import_jsx_runtime.jsxs)("p", { children: [
			"Records are stored from ",
			zone.time(meta.from),
			" to ",
			zone.time(meta.to),
			"; asked for was ",
			zone.time(meta.since ?? ""),
			" to ",
			zone.time(meta.until ?? ""),
			"."
		] }), meta.gaps.length > 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", { children: "The source told that it has no data for:" }), (0, import_jsx_runtime.jsx)("ul", { children: meta.gaps.slice(0, 50).map((g, i) => (0, import_jsx_runtime.jsxs)("li", { children: [
			zone.time(g.from),
			" – ",
			zone.date(g.from) === zone.date(g.to) ? zone.clock(g.to) : zone.time(g.to),
			", ",
			g.kind === "skipdata" ? "records skipped by AWS (SKIPDATA)" : "no traffic logged (NODATA)",
			", ",
			plural(g.records, "record")
		] }, i)) })] })]
	})] });
}
var layers = [];
var first = "";
var firstAt = 0;
var find = (keys) => layers.findLast((l) => l.list.some((s) => s.keys === keys))?.list.find((s) => s.keys === keys);
function typing(e) {
	let t = e.target;
	return !!t && (t.isContentEditable || /^(input|textarea|select)$/i.test(t.tagName));
}
function onKey(e) {
	if (e.defaultPrevented || e.altKey) return;
	let mod = e.ctrlKey || e.metaKey;
	let key = (mod ? "mod+" : "") + e.key;
	if (typing(e) && !mod) return;
	let now = Date.now();
	let both = first && now - firstAt < 1e3 ? first + " " + key : "";
	let hit = both && find(both) || find(key);
	first = key;
	firstAt = now;
	if (!hit) return;
	e.preventDefault();
	first = "";
	hit.run();
}
window.addEventListener("keydown", onKey);
var shortcuts = () => [...new Map(layers.flatMap((l) => l.list).map((s) => [s.keys, s])).values()];
function useShortcuts(list) {
	let layer = (0, import_react.useRef)({ list }).current;
	(0, import_react.useLayoutEffect)(() => {
		layer.list = list;
	});
	(0, import_react.useLayoutEffect)(() => {
		layers.push(layer);
		return () => void layers.splice(layers.indexOf(layer), 1);
	}, [layer]);
}
function later(load) {
	let Loaded;
	let asked;
	let ahead = () => asked ??= load().then((c) => void (Loaded = c), (failed) => {
		asked = void 0;
		throw failed;
	});
	function Later({ waiting, ...props }) {
		let [failed, setFailed] = (0, import_react.useState)();
		let [, setThere] = (0, import_react.useState)(!!Loaded);
		(0, import_react.useEffect)(() => {
			if (Loaded) return setThere(!0);
			let here = !0;
			ahead().then(() => here && setThere(!0), (failed) => here && setFailed({ failed }));
			return () => {
				here = !1;
			};
		}, []);
		if (failed) throw failed.failed;
		return Loaded ? (0, import_jsx_runtime.jsx)(Loaded, { ...props }) : waiting;
	}
	return Object.assign(Later, { ahead: () => void ahead().catch(() => {}) });
}
var Loaded = later(() => __vitePreload(() => import("./Twin.js").then((m) => m.Twin), __vite__mapDeps([7,2,8,3,9])));
function Twin(props) {
	return (0, import_jsx_runtime.jsx)(Loaded, {
		...props,
		waiting: (0, import_jsx_runtime.jsx)("div", {
			"aria-busy": "true",
			style: { height: props.height ?? 260 }
		})
	});
}
var prefixes = [
	"",
	"k",
	"M",
	"G",
	"T",
	"P",
	"E"
];
var additive = new Set([
	"bytes",
	"packets",
	"flows",
	"records",
	"rows",
	"alerts",
	"findings"
]);
function isAdditive(unit) {
	return additive.has(unit);
}
function symbol(unit) {
	let [what = "", per] = unit.split("/");
	let short = what === "bytes" ? "B" : what === "bits" ? "bit" : "";
	return per ? `${short}/${per}` : short;
}
function formatValue(n, unit) {
	if (n == null || !Number.isFinite(n)) return "–";
	let [what = "", per] = unit.split("/");
	let sign = n < 0 ? "-" : "";
	what !== "ratio" && Math.abs(n) < 1e3 && !Number.isInteger(n) && (n = Number(n.toPrecision(3)));
	switch (what) {
		case "ratio": return sign + percent(Math.abs(n));
		case "seconds": return sign + duration(Math.abs(n));
		case "ms": return Math.abs(n) >= 1e3 ? sign + duration(Math.abs(n) / 1e3) : `${brief(n)} ms`;
		case "bytes": return bytes(n) + (per ? `/${per}` : "");
		case "bits": return bits(n);
	}
	return brief(n) + (per ? `/${per}` : "");
}
function formatNoun(n, unit) {
	let text = formatValue(n, unit);
	let [what = "", per] = unit.split("/");
	if (text === "–" || !counted(what)) return text;
	let noun = n === 1 && !per && what.endsWith("s") ? what.slice(0, -1) : what;
	return per ? `${text.slice(0, -per.length - 1)} ${noun}/${per}` : `${text} ${noun}`;
}
function counted(what) {
	return ![
		"",
		"ratio",
		"seconds",
		"ms",
		"bytes",
		"bits"
	].includes(what);
}
var lengths = [
	[86400, "d"],
	[3600, "h"],
	[60, "min"],
	[1, "s"]
];
var steps = [
	1,
	2,
	2.5,
	5,
	10
];
var fine = [
	1,
	1.2,
	1.5,
	2,
	2.5,
	3,
	4,
	5,
	6,
	8,
	10
];
function nice(least, of) {
	let power = 10 ** Math.floor(Math.log10(least));
	for (let s of of) if (s * power >= least * (1 - 1e-9)) return s * power;
	return 10 * power;
}
function scaleOf(max, unit) {
	if (unit === "ratio") return [.01, " %"];
	if (unit === "seconds" || unit === "ms") {
		let s = unit === "ms" ? max / 1e3 : max;
		let one = unit === "ms" ? 1e3 : 1;
		for (let [size, name] of lengths) if (s >= 2 * size) return [size * one, ` ${name}`];
		return [one / 1e3, " ms"];
	}
	let size = 1;
	let i = 0;
	for (; i < prefixes.length - 1 && max >= 1e3 * size;) {
		size *= 1e3;
		i++;
	}
	let tail = prefixes[i] + symbol(unit);
	return [size, tail === "" || tail.startsWith("/") ? tail : ` ${tail}`];
}
function valueAxis(min, max, unit, count, intervals) {
	let low = Math.min(0, min);
	let high = Math.max(max, 0);
	high === low && (high = low + 1);
	let [size, suffix] = scaleOf(Math.max(high, -low), unit);
	let whole = size === 1 && !unit.includes("/");
	let span = (high - low) / size;
	let step;
	let from = 0;
	let n;
	if (intervals && low === 0) {
		step = nice(span / intervals, fine);
		whole && (step = Math.max(1, Math.ceil(step)));
		n = intervals;
	} else {
		step = nice(span / Math.max(1, count), steps);
		whole && (step = Math.max(1, Math.ceil(step)));
		from = Math.floor(low / size / step + 1e-9);
		n = Math.ceil(high / size / step - 1e-9) - from;
	}
	let power = Math.floor(Math.log10(step) + 1e-9);
	let halves = Math.abs(step / 10 ** power - Math.round(step / 10 ** power)) > 1e-9;
	let places = Math.max(0, -power + +!!halves);
	let ticks = [];
	let labels = [];
	for (let i = 0; i <= n; i++) {
		let v = (from + i) * step;
		ticks.push(v * size);
		labels.push(Math.abs(v) < 1e-12 ? "0" : v.toFixed(places) + suffix);
	}
	return {
		min: from * step * size,
		max: (from + n) * step * size,
		ticks,
		labels
	};
}
var gapNames = {
	no_data: "no data",
	skipdata: "records lost at the source",
	pending: "not complete yet"
};
function seconds(t) {
	return typeof t == "number" ? t : Date.parse(t) / 1e3;
}
function stepOf(times) {
	let step = Infinity;
	for (let i = 1; i < times.length; i++) step = Math.min(step, times[i] - times[i - 1]);
	return Number.isFinite(step) && step > 0 ? step : 60;
}
function bucketAt(times, t) {
	let lo = -1;
	let hi = times.length;
	for (; hi - lo > 1;) {
		let mid = lo + hi >> 1;
		times[mid] <= t ? lo = mid : hi = mid;
	}
	return lo;
}
function statsOf(values) {
	let known = [];
	let total = 0;
	for (let v of values) {
		if (v == null || !Number.isFinite(v)) continue;
		known.push(v);
		total += v;
	}
	if (known.length === 0) return {
		min: null,
		avg: null,
		p95: null,
		max: null,
		total: null
	};
	known.sort((a, b) => a - b);
	return {
		min: known[0],
		avg: total / known.length,
		p95: known[Math.max(0, Math.ceil(known.length * .95) - 1)],
		max: known[known.length - 1],
		total
	};
}
function stack(all) {
	let n = all[0]?.length ?? 0;
	let out = all.map(() => Array(n).fill(null));
	for (let i = 0; i < n; i++) {
		let sum = 0;
		let known = all.some((v) => v[i] != null);
		for (let s = 0; s < all.length; s++) {
			sum += all[s][i] ?? 0;
			known && (out[s][i] = sum);
		}
	}
	return out;
}
function lonely(values) {
	let out = [];
	for (let i = 0; i < values.length; i++) values[i] != null && values[i - 1] == null && values[i + 1] == null && out.push(i);
	return out;
}
function sameValues(a, b) {
	if (a === b) return !0;
	if (a.length !== b.length) return !1;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return !1;
	return !0;
}
function sameData(a, b) {
	return sameValues(a.times, b.times) && a.series.length === b.series.length && a.series.every((s, i) => {
		let t = b.series[i];
		return s.label === t.label && s.unit === t.unit && s.color === t.color && s.axis === t.axis && s.kind === t.kind && s.compare === t.compare && sameValues(s.values, t.values) && (s.band === t.band || !!s.band && !!t.band && sameValues(s.band.low, t.band.low) && sameValues(s.band.high, t.band.high));
	});
}
function clusters(items, within) {
	let out = [];
	for (let { x, item } of [...items].sort((a, b) => a.x - b.x)) {
		let last = out[out.length - 1];
		last && x - last.x < within ? last.items.push(item) : out.push({
			x,
			items: [item]
		});
	}
	return out;
}
function csv(rows) {
	return rows.map((row) => row.map((v) => {
		if (v == null) return "";
		if (typeof v == "number") return String(v);
		let safe = /^[=+\-@\t\r]/.test(v) ? `'${v}` : v;
		return /[",\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
	}).join(",")).join("\r\n").concat("\r\n");
}
var names = [
	"panel",
	"line",
	"line-strong",
	"text",
	"text-soft",
	"text-faint",
	"accent",
	"band",
	"font"
];
var series = [
	"accept",
	"reject",
	"series-1",
	"series-2",
	"series-3",
	"series-4",
	"series-5",
	"series-6"
];
var severities = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function token(color) {
	return typeof color == "number" ? `var(--series-${color})` : `var(--${color})`;
}
function read() {
	let style = getComputedStyle(document.documentElement);
	let at = {};
	for (let n of [
		...names,
		...series,
		...severities
	]) at[n] = style.getPropertyValue(`--${n}`).trim() || "#888";
	return {
		panel: at.panel,
		line: at.line,
		lineStrong: at["line-strong"],
		text: at.text,
		textSoft: at["text-soft"],
		textFaint: at["text-faint"],
		accent: at.accent,
		band: at.band,
		font: at.font,
		of: (c) => at[typeof c == "number" ? `series-${c}` : c],
		severity: (n) => at[n] ?? at.info
	};
}
var current;
var observer;
var listeners = new Set();
function refresh() {
	current = read();
	for (let l of listeners) l();
}
function subscribe(listener) {
	listeners.add(listener);
	if (!observer) {
		observer = new MutationObserver(refresh);
		observer.observe(document.documentElement, {
			attributes: !0,
			attributeFilter: [
				"data-theme",
				"class",
				"style"
			]
		});
		window.addEventListener("load", refresh, { once: !0 });
	}
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) {
			observer?.disconnect();
			observer = void 0;
			current = void 0;
		}
	};
}
function usePalette() {
	return (0, import_react.useSyncExternalStore)(subscribe, () => current ??= read());
}
function mix(color, over, share) {
	return `color-mix(in srgb, ${color} ${Math.round(share * 100)}%, ${over})`;
}
var TimeSeries_module_default = {
	root: "TimeSeries-module_root",
	head: "TimeSeries-module_head",
	units: "TimeSeries-module_units",
	when: "TimeSeries-module_when",
	button: "TimeSeries-module_button",
	plot: "TimeSeries-module_plot",
	name: "TimeSeries-module_name",
	mark: "TimeSeries-module_mark",
	host: "TimeSeries-module_host",
	zoomable: "TimeSeries-module_zoomable",
	lower: "TimeSeries-module_lower",
	nothing: "TimeSeries-module_nothing",
	spoken: "TimeSeries-module_spoken",
	marks: "TimeSeries-module_marks",
	tip: "TimeSeries-module_tip",
	tipTime: "TimeSeries-module_tipTime",
	tipLine: "TimeSeries-module_tipLine",
	off: "TimeSeries-module_off",
	key: "TimeSeries-module_key",
	value: "TimeSeries-module_value",
	legendLine: "TimeSeries-module_legendLine",
	entry: "TimeSeries-module_entry",
	legendTable: "TimeSeries-module_legendTable",
	spare: "TimeSeries-module_spare",
	extra: "TimeSeries-module_extra",
	bandKey: "TimeSeries-module_bandKey",
	gapKey: "TimeSeries-module_gapKey"
};
var Tabs_module_default = {
	tabs: "Tabs-module_tabs",
	row: "Tabs-module_row",
	list: "Tabs-module_list",
	tab: "Tabs-module_tab",
	count: "Tabs-module_count",
	end: "Tabs-module_end",
	body: "Tabs-module_body"
};
function Tabs({ label, value, onChange, tabs, end, children }) {
	let own = (0, import_react.useId)();
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Tabs_module_default.tabs,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Tabs_module_default.row,
			children: [(0, import_jsx_runtime.jsx)("div", {
				role: "tablist",
				"aria-label": label,
				className: Tabs_module_default.list,
				onKeyDown: (e) => {
					if (e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
					let at = tabs.findIndex((t) => t.id === value);
					let to = {
						ArrowRight: at + 1,
						ArrowLeft: at - 1 + tabs.length,
						Home: 0,
						End: tabs.length - 1
					}[e.key];
					let tab = to === void 0 ? void 0 : tabs[to % tabs.length];
					if (!tab) return;
					e.preventDefault();
					document.getElementById(`${own}-tab-${tab.id}`)?.focus();
					onChange(tab.id);
				},
				children: tabs.map((t, i) => (0, import_jsx_runtime.jsxs)("button", {
					id: `${own}-tab-${t.id}`,
					type: "button",
					role: "tab",
					"aria-selected": t.id === value,
					"aria-controls": `${own}-body-${t.id}`,
					tabIndex: t.id === value || i === 0 && !tabs.some((x) => x.id === value) ? 0 : -1,
					className: Tabs_module_default.tab,
					onClick: () => t.id !== value && onChange(t.id),
					children: [t.title, t.count !== void 0 && (0, import_jsx_runtime.jsx)("span", {
						className: Tabs_module_default.count,
						children: t.count
					})]
				}, t.id))
			}), end && (0, import_jsx_runtime.jsx)("div", {
				className: Tabs_module_default.end,
				children: end
			})]
		}), tabs.map((t) => (0, import_jsx_runtime.jsx)("div", {
			id: `${own}-body-${t.id}`,
			role: "tabpanel",
			"aria-labelledby": `${own}-tab-${t.id}`,
			hidden: t.id !== value,
			className: Tabs_module_default.body,
			tabIndex: -1,
			children: t.id === value && (t.body ?? children)
		}, t.id))]
	});
}
var Badge_module_default = {
	badge: "Badge-module_badge",
	severity: "Badge-module_severity",
	plain: "Badge-module_plain",
	accent: "Badge-module_accent",
	good: "Badge-module_good",
	low: "Badge-module_low",
	medium: "Badge-module_medium",
	high: "Badge-module_high",
	critical: "Badge-module_critical",
	info: "Badge-module_info",
	hidden: "Badge-module_hidden"
};
function Badge({ tone = "plain", icon, title, children }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		className: `${Badge_module_default.badge} ${Badge_module_default[tone]}`,
		title,
		children: [icon && (0, import_jsx_runtime.jsx)(Icon, {
			name: icon,
			size: 12
		}), children]
	});
}
var levels = {
	critical: "critical",
	high: "high",
	medium: "medium",
	low: "low",
	informational: "info",
	info: "info"
};
function Severity({ level, short }) {
	let tone = levels[level.toLowerCase()] ?? "info";
	let text = tone === "info" ? "info" : tone;
	return (0, import_jsx_runtime.jsxs)("span", {
		className: `${Badge_module_default.badge} ${Badge_module_default[tone]} ${Badge_module_default.severity}`,
		title: short ? text : void 0,
		children: [(0, import_jsx_runtime.jsx)(Icon, {
			name: tone,
			size: 12
		}), short ? (0, import_jsx_runtime.jsx)("span", {
			className: Badge_module_default.hidden,
			children: text
		}) : text]
	});
}
var TimeChart = later(() => __vitePreload(() => import("./TimeChart.js").then((m) => m.TimeChart), __vite__mapDeps([10,2,3,11,12])));
var timeSeriesAhead = TimeChart.ahead;
function TimeSeries(props) {
	let { zone } = useZone();
	return (0, import_jsx_runtime.jsx)(TimeChart, {
		...props,
		zone,
		waiting: (0, import_jsx_runtime.jsx)("div", {
			"aria-busy": "true",
			style: { height: (props.height ?? 220) + 60 }
		})
	});
}
var Empty_module_default = {
	empty: "Empty-module_empty",
	icon: "Empty-module_icon",
	text: "Empty-module_text",
	what: "Empty-module_what",
	fix: "Empty-module_fix",
	actions: "Empty-module_actions"
};
function Empty({ what, icon = "search", reasons, ask, actions, children }) {
	let told = useQuery({
		queryKey: ["/diagnose", ask ?? null],
		queryFn: ({ signal }) => diagnose(ask ?? {}, signal),
		enabled: !!ask,
		staleTime: 3e4,
		retry: !1
	});
	let known = (told.data?.length ? told.data : reasons ?? []).map((r) => typeof r == "string" ? { text: r } : r);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Empty_module_default.empty,
		role: "status",
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: Empty_module_default.icon,
			children: (0, import_jsx_runtime.jsx)(Icon, {
				name: icon,
				size: 18
			})
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: Empty_module_default.text,
			children: [
				(0, import_jsx_runtime.jsxs)("p", {
					className: Empty_module_default.what,
					children: [
						"No ",
						what,
						"."
					]
				}),
				known.length > 0 && (0, import_jsx_runtime.jsx)("ul", { children: known.map((r, i) => (0, import_jsx_runtime.jsxs)("li", { children: [
					sentence(r.text),
					" ",
					r.fix && (0, import_jsx_runtime.jsx)("span", {
						className: Empty_module_default.fix,
						children: sentence(r.fix)
					}),
					r.command && (0, import_jsx_runtime.jsx)("code", { children: r.command })
				] }, i)) }),
				children,
				actions && (0, import_jsx_runtime.jsx)("div", {
					className: Empty_module_default.actions,
					children: actions
				})
			]
		})]
	});
}
async function diagnose(ask, signal) {
	try {
		let r = await fetch(`${base}/diagnose${query(ask)}`, {
			signal,
			credentials: "same-origin",
			headers: { accept: "application/json" }
		});
		if (!r.ok) return [];
		let body = await r.json();
		return (Array.isArray(body) ? body : Array.isArray(body.reasons) ? body.reasons : []).flatMap((x) => {
			if (typeof x == "string") return [{ text: x }];
			let o = x;
			let text = o.text ?? o.message ?? o.detail ?? o.reason;
			return typeof text == "string" ? [{
				text,
				fix: str(o.fix),
				command: str(o.command)
			}] : [];
		});
	} catch {
		return [];
	}
}
var str = (v) => typeof v == "string" && v ? v : void 0;
var Bars_module_default = {
	root: "Bars-module_root",
	table: "Bars-module_table",
	hidden: "Bars-module_hidden",
	hiddenText: "Bars-module_hiddenText",
	number: "Bars-module_number",
	noteHead: "Bars-module_noteHead",
	label: "Bars-module_label",
	track: "Bars-module_track",
	bar: "Bars-module_bar",
	part: "Bars-module_part",
	pick: "Bars-module_pick",
	more: "Bars-module_more",
	soft: "Bars-module_soft",
	note: "Bars-module_note"
};
function Bars(props) {
	let { title, rows, unit, secondUnit, heads, color = 1, partColor = "reject", partName = "rejected", limit = 25, onPick, total, unsorted } = props;
	let [by, setBy] = (0, import_react.useState)("value");
	let [all, setAll] = (0, import_react.useState)(!1);
	let hasSecond = rows.some((r) => r.second !== void 0);
	let hasNote = rows.some((r) => r.note !== void 0);
	let sorted = (0, import_react.useMemo)(() => {
		if (unsorted) return rows;
		return [...rows].sort((a, b) => by === "name" ? a.name.localeCompare(b.name, "en", { numeric: !0 }) : by === "second" ? (b.second ?? 0) - (a.second ?? 0) : b.value - a.value);
	}, [
		rows,
		by,
		unsorted
	]);
	let shown = all ? sorted : sorted.slice(0, limit);
	let length = by === "second" && hasSecond ? (r) => r.second ?? 0 : (r) => r.value;
	let most = Math.max(0, ...rows.map(length));
	let sum = total ?? rows.reduce((n, r) => n + r.value, 0);
	let head = (key, text, className) => (0, import_jsx_runtime.jsx)("th", {
		scope: "col",
		className,
		"aria-sort": !unsorted && by === key ? key === "name" ? "ascending" : "descending" : void 0,
		children: unsorted ? text : (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			onClick: () => setBy(key),
			tabIndex: heads ? void 0 : -1,
			children: [text, by === key && (0, import_jsx_runtime.jsx)("span", {
				"aria-hidden": "true",
				children: key === "name" ? " ↑" : " ↓"
			})]
		})
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Bars_module_default.root,
		children: [(0, import_jsx_runtime.jsxs)("table", {
			className: Bars_module_default.table,
			"aria-label": title,
			children: [(0, import_jsx_runtime.jsx)("thead", {
				className: heads ? void 0 : Bars_module_default.hidden,
				children: (0, import_jsx_runtime.jsxs)("tr", { children: [
					head("name", heads?.name ?? "Name"),
					(0, import_jsx_runtime.jsx)("th", {
						scope: "col",
						children: (0, import_jsx_runtime.jsx)("span", {
							className: Bars_module_default.hiddenText,
							children: "Bar"
						})
					}),
					head("value", heads?.value ?? (unit || "Value"), Bars_module_default.number),
					hasSecond && head("second", heads?.second ?? (secondUnit || "Second value"), Bars_module_default.number),
					hasNote && (0, import_jsx_runtime.jsx)("th", {
						scope: "col",
						className: Bars_module_default.noteHead,
						children: heads?.note || (0, import_jsx_runtime.jsx)("span", {
							className: Bars_module_default.hiddenText,
							children: "More"
						})
					})
				] })
			}), (0, import_jsx_runtime.jsx)("tbody", { children: shown.map((r) => {
				let n = length(r);
				let wide = most > 0 ? n / most * 100 : 0;
				let part = r.part !== void 0 && r.value > 0 && by !== "second" ? Math.min(1, r.part / r.value) : void 0;
				let words = `${r.name}: ${formatNoun(r.value, unit)}${sum > 0 ? `, ${formatValue(r.value / sum, "ratio")}` : ""}${part === void 0 ? "" : `, ${formatValue(part, "ratio")} ${partName}`}`;
				let bar = (0, import_jsx_runtime.jsx)("span", {
					className: Bars_module_default.bar,
					style: {
						width: `max(2px, ${wide}%)`,
						color: token(r.color ?? color)
					},
					children: part !== void 0 && (0, import_jsx_runtime.jsx)("span", {
						className: Bars_module_default.part,
						style: {
							width: `${part * 100}%`,
							color: token(partColor)
						}
					})
				});
				return (0, import_jsx_runtime.jsxs)("tr", { children: [
					(0, import_jsx_runtime.jsx)("th", {
						scope: "row",
						className: Bars_module_default.label,
						title: r.label === void 0 ? r.name : void 0,
						children: r.label ?? r.name
					}),
					(0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.track,
						title: words,
						children: onPick ? (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: Bars_module_default.pick,
							onClick: () => onPick(r),
							"aria-label": words,
							children: bar
						}) : bar
					}),
					(0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.number,
						children: formatValue(r.value, unit)
					}),
					hasSecond && (0, import_jsx_runtime.jsx)("td", {
						className: `${Bars_module_default.number} ${Bars_module_default.soft}`,
						children: formatValue(r.second, secondUnit ?? "")
					}),
					hasNote && (0, import_jsx_runtime.jsx)("td", {
						className: Bars_module_default.note,
						children: r.note
					})
				] }, r.key);
			}) })]
		}), rows.length > limit && (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			className: Bars_module_default.more,
			onClick: () => setAll(!all),
			children: all ? `Show ${limit}` : `Show all ${rows.length}`
		})]
	});
}
function pivot(t, by, columns) {
	let step = t.meta.bucket_seconds ?? 60;
	let at = t.texts("bucket").map((s) => Date.parse(s) / 1e3);
	let first = t.meta.since ? Math.floor(Date.parse(t.meta.since) / 1e3 / step) * step : Math.min(...at);
	let end = t.meta.until ? Date.parse(t.meta.until) / 1e3 : Math.max(...at) + step;
	let shift = at.length ? (((at[0] ?? 0) - first) % step + step) % step : 0;
	let start = shift ? first + shift - step : first;
	let times = [];
	for (let x = start; x < end && times.length < 2e4; x += step) times.push(x);
	let of = new Map();
	let keys = by ? t.texts(by) : at.map(() => "");
	let values = columns.map((c) => t.numbers(c));
	for (let r = 0; r < at.length; r++) {
		let i = Math.round(((at[r] ?? 0) - start) / step);
		if (i < 0 || i >= times.length) continue;
		let key = keys[r] ?? "";
		let one = of.get(key);
		if (!one) {
			one = new Map(columns.map((c) => [c, times.map(() => 0)]));
			of.set(key, one);
		}
		columns.forEach((c, k) => {
			let list = one.get(c);
			list && (list[i] = values[k]?.[r] ?? 0);
		});
	}
	return {
		times,
		step,
		of
	};
}
function line(p, key, column) {
	return p?.of.get(key)?.get(column) ?? p?.times.map(() => 0) ?? [];
}
function InView({ height, children }) {
	let [near, setNear] = (0, import_react.useState)(!1);
	let box = (0, import_react.useRef)(null);
	(0, import_react.useEffect)(() => {
		let at = box.current;
		if (near || !at) return;
		let seen = new IntersectionObserver((list) => list.some((e) => e.isIntersecting) && setNear(!0), { rootMargin: "300px" });
		seen.observe(at);
		return () => seen.disconnect();
	}, [near]);
	return near ? children : (0, import_jsx_runtime.jsx)("div", {
		ref: box,
		style: { height }
	});
}
var Ratio_module_default = {
	root: "Ratio-module_root",
	numbers: "Ratio-module_numbers",
	side: "Ratio-module_side",
	what: "Ratio-module_what",
	key: "Ratio-module_key",
	count: "Ratio-module_count",
	bar: "Ratio-module_bar",
	accept: "Ratio-module_accept",
	reject: "Ratio-module_reject",
	usual: "Ratio-module_usual",
	range: "Ratio-module_range",
	odd: "Ratio-module_odd"
};
function Ratio({ accept, reject, unit, usual, onPick }) {
	let all = accept + reject;
	let share = all > 0 ? reject / all : 0;
	let odd = usual && all > 0 && (share < usual.low || share > usual.high);
	let side = (action, n) => {
		let text = (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.key,
				"data-action": action,
				"aria-hidden": "true"
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.what,
				children: action === "ACCEPT" ? "accepted" : "rejected"
			}),
			(0, import_jsx_runtime.jsx)("b", { children: all > 0 ? formatValue(n / all, "ratio") : "–" }),
			(0, import_jsx_runtime.jsx)("span", {
				className: Ratio_module_default.count,
				children: formatNoun(n, unit)
			})
		] });
		return onPick ? (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			className: Ratio_module_default.side,
			onClick: () => onPick(action),
			title: `Show ${action} only`,
			children: text
		}) : (0, import_jsx_runtime.jsx)("span", {
			className: Ratio_module_default.side,
			children: text
		});
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Ratio_module_default.root,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.numbers,
				children: [side("ACCEPT", accept), side("REJECT", reject)]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.bar,
				"aria-hidden": "true",
				"data-empty": all === 0 || void 0,
				children: [accept > 0 && (0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.accept,
					style: { flexGrow: accept / all }
				}), reject > 0 && (0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.reject,
					style: { flexGrow: reject / all }
				})]
			}),
			usual && (0, import_jsx_runtime.jsxs)("div", {
				className: Ratio_module_default.usual,
				children: [(0, import_jsx_runtime.jsx)("span", {
					className: Ratio_module_default.range,
					"aria-hidden": "true",
					style: {
						right: `${usual.low * 100}%`,
						width: `max(3px, ${(usual.high - usual.low) * 100}%)`
					}
				}), (0, import_jsx_runtime.jsxs)("span", {
					className: odd ? Ratio_module_default.odd : void 0,
					children: [
						"usual ",
						formatValue(usual.low, "ratio"),
						" – ",
						formatValue(usual.high, "ratio"),
						" rejected",
						odd ? share > usual.high ? ", now above" : ", now below" : ""
					]
				})]
			})
		]
	});
}
function mistake(filter, c) {
	if (c.ok) return;
	let start = c.position?.start ?? 0;
	let hit = tokens(filter).find((t) => t.from <= start && start < t.to);
	if (!hit) {
		let end = Math.max(1, filter.trimEnd().length);
		return {
			from: Math.min(start, end - 1),
			to: Math.max(end, Math.min(filter.length, start + 1))
		};
	}
	if (hit.kind === "field") return {
		from: hit.from,
		to: hit.from + hit.text.length
	};
	return {
		from: Math.max(hit.from, start),
		to: hit.to
	};
}
function fixOf(filter, c) {
	let where = mistake(filter, c);
	if (!where || !c.fix) return;
	let put = (from, to, text) => ({
		label: text,
		filter: filter.slice(0, from) + text + filter.slice(to)
	});
	let meant = /did you mean "([^"]+)"/.exec(c.fix)?.[1];
	if (meant) return put(filter[where.from] === "@" ? where.from + 1 : where.from, where.to, meant);
	let write = /^write (.+)$/.exec(c.fix)?.[1]?.replace(/(, or |; | \().*$/, "");
	if (!write || /, | or /.test(write) || write === "field:value") return;
	if (!/^(NOT )?[\w.]+:/.test(write)) return /^\S+$/.test(write) && !/^(it|names|seconds)$/.test(write) ? put(where.from, where.to, write) : void 0;
	if (/:\[a TO b\]|field:/.test(write)) return;
	let list = tokens(filter);
	let at = list.findIndex((t) => t.from <= where.from && where.from < t.to);
	let from = where.from;
	let to = where.to;
	for (let i = at; i >= 0 && i > at - 4; i--) if (list[i]?.kind === "field") {
		if (list[i + 1]?.kind === "open") return;
		from = list[i]?.from ?? from;
		break;
	}
	for (let i = at + 1; i < list.length; i++) {
		let t = list[i];
		if (!t || t.spaced) break;
		if (![
			"word",
			"quoted",
			"regex"
		].includes(t.kind)) break;
		to = t.to;
	}
	return put(from, to, write);
}
var stored = "weir.filters";
var most = 30;
function recent() {
	try {
		let list = JSON.parse(localStorage.getItem(stored) ?? "[]");
		return Array.isArray(list) ? list.filter((f) => typeof f == "string") : [];
	} catch {
		return [];
	}
}
function remember(filter) {
	let text = filter.trim();
	if (everything(text)) return;
	try {
		localStorage.setItem(stored, JSON.stringify([text, ...recent().filter((f) => f !== text)].slice(0, most)));
	} catch {}
}
var FilterBar_module_default = {
	filter: "FilterBar-module_filter",
	bar: "FilterBar-module_bar",
	icon: "FilterBar-module_icon",
	text: "FilterBar-module_text",
	input: "FilterBar-module_input",
	run: "FilterBar-module_run",
	wrong: "FilterBar-module_wrong",
	hint: "FilterBar-module_hint",
	fix: "FilterBar-module_fix",
	chips: "FilterBar-module_chips",
	chip: "FilterBar-module_chip",
	all: "FilterBar-module_all"
};
var loaded;
function FilterBar({ value, onRun, onChange, since, until, label = "Filter", placeholder = "action:REJECT AND dstport:22", parts = !0, slash = !0, busy }) {
	let [draft, setDraft] = (0, import_react.useState)(value);
	let [Editor, setEditor] = (0, import_react.useState)(void 0);
	let input = (0, import_react.useRef)(null);
	let focus = (0, import_react.useRef)(() => input.current?.focus());
	let wanted = (0, import_react.useRef)(!1);
	let selected = (0, import_react.useRef)(void 0);
	let hold = (0, import_react.useCallback)((el) => {
		input.current = el;
		return () => {
			el && (selected.current = {
				from: el.selectionStart ?? 0,
				to: el.selectionEnd ?? 0
			});
			input.current = null;
		};
	}, []);
	let told = useCheck(draft);
	let check = told && !told.ok && draft !== value && /^(the filter ends too early|no value for|unclosed|nothing between)/.test(told.message ?? "") ? void 0 : told;
	let fix = check && !check.ok ? fixOf(draft, check) : void 0;
	(0, import_react.useEffect)(() => setDraft(value), [value]);
	useShortcuts(slash ? [{
		keys: "/",
		title: "Write a filter",
		group: "This page",
		run: () => focus.current()
	}] : []);
	let change = (0, import_react.useCallback)((text) => {
		setDraft(text);
		onChange?.(text);
	}, [onChange]);
	let run = (0, import_react.useCallback)((text) => {
		let filter = text.trim();
		remember(filter);
		setDraft(filter);
		onRun(filter);
	}, [onRun]);
	let list = parts ? chips$1(value) ?? [] : [];
	let old = () => {
		let filters = recent().slice(0, 12);
		if (filters.length === 0) return [{ head: "Filters that you run are kept here." }];
		return [{ head: "Recent filters" }, ...filters.map((f, i) => ({
			id: String(i),
			title: f,
			run: () => run(f)
		}))];
	};
	let plain = (0, import_jsx_runtime.jsx)("input", {
		ref: hold,
		className: FilterBar_module_default.input,
		type: "text",
		value: draft,
		placeholder,
		"aria-label": label,
		"aria-invalid": !!check && !check.ok,
		autoComplete: "off",
		autoCapitalize: "off",
		autoCorrect: "off",
		spellCheck: !1,
		onChange: (e) => change(e.target.value),
		onFocus: () => {
			wanted.current = !0;
			loaded ? setEditor(() => loaded) : __vitePreload(() => import("./FilterEditor.js").then((m) => setEditor(() => loaded = m.default), () => void 0), __vite__mapDeps([13,2,14,3,15,16]));
		},
		onBlur: () => wanted.current = !1,
		onKeyDown: (e) => {
			e.key === "Enter" && run(draft);
			e.key === "Escape" && e.currentTarget.blur();
		}
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: FilterBar_module_default.filter,
		role: "search",
		"aria-label": label,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: FilterBar_module_default.bar,
				"data-wrong": check && !check.ok || void 0,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: FilterBar_module_default.icon,
						children: (0, import_jsx_runtime.jsx)(Icon, { name: "search" })
					}),
					(0, import_jsx_runtime.jsx)("div", {
						className: FilterBar_module_default.text,
						children: Editor ? (0, import_jsx_runtime.jsx)(Editor, {
							value: draft,
							label,
							placeholder,
							since,
							until,
							wrong: check && !check.ok ? mistake(draft, check) : void 0,
							message: check?.message,
							onChange: change,
							onRun: run,
							take: () => wanted.current ? selected.current ?? {
								from: draft.length,
								to: draft.length
							} : void 0,
							focusWith: focus
						}) : plain
					}),
					draft && (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						small: !0,
						icon: "close",
						"aria-label": "Clear the filter",
						title: "Clear",
						onClick: () => {
							change("");
							run("");
							focus.current();
						}
					}),
					(0, import_jsx_runtime.jsx)(Past, { items: old }),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						small: !0,
						busy,
						onClick: () => run(draft),
						title: "Run (Enter)",
						className: FilterBar_module_default.run,
						children: "Run"
					})
				]
			}),
			check && !check.ok && (0, import_jsx_runtime.jsxs)("p", {
				className: FilterBar_module_default.wrong,
				role: "alert",
				children: [
					(0, import_jsx_runtime.jsx)(Icon, {
						name: "warning",
						size: 13
					}),
					(0, import_jsx_runtime.jsx)("span", { children: sentence(check.message ?? "This cannot be read") }),
					fix ? (0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						className: FilterBar_module_default.fix,
						onClick: () => run(fix.filter),
						children: [
							/did you mean/.test(check.fix ?? "") ? "Did you mean" : "Write",
							" ",
							(0, import_jsx_runtime.jsx)("code", { children: fix.label }),
							/did you mean/.test(check.fix ?? "") ? "?" : ""
						]
					}) : check.fix && (0, import_jsx_runtime.jsx)("span", {
						className: FilterBar_module_default.hint,
						children: sentence(check.fix)
					})
				]
			}),
			list.length > 0 && (0, import_jsx_runtime.jsxs)("ul", {
				className: FilterBar_module_default.chips,
				"aria-label": "Parts of the filter",
				children: [list.map((c) => (0, import_jsx_runtime.jsxs)("li", {
					className: FilterBar_module_default.chip,
					"data-not": c.negated || void 0,
					children: [(0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						title: c.negated ? "Filter for it instead" : "Filter it out instead",
						"aria-label": `${c.text}: ${c.negated ? "filter for it instead" : "filter it out instead"}`,
						onClick: () => run(and(...list.map((o) => o === c ? not(o.text) : o.text))),
						children: [
							c.negated && (0, import_jsx_runtime.jsx)("b", { children: "not" }),
							" ",
							c.body
						]
					}), (0, import_jsx_runtime.jsx)("button", {
						type: "button",
						"aria-label": `Take away ${c.text}`,
						title: "Take away",
						onClick: () => run(without(value, c.text)),
						children: (0, import_jsx_runtime.jsx)(Icon, {
							name: "close",
							size: 12
						})
					})]
				}, c.text)), list.length > 1 && (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: FilterBar_module_default.all,
					onClick: () => run(""),
					children: "Clear all"
				}) })]
			})
		]
	});
}
function Past({ items }) {
	let [list, setList] = (0, import_react.useState)([]);
	return (0, import_jsx_runtime.jsx)("span", {
		onPointerDownCapture: () => setList(items()),
		onKeyDownCapture: () => setList(items()),
		children: (0, import_jsx_runtime.jsx)(Menu, {
			items: list,
			label: "Recent filters",
			children: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				small: !0,
				icon: "history",
				"aria-label": "Recent filters",
				title: "Recent filters"
			})
		})
	});
}
function useCheck(filter) {
	let [rested, setRested] = (0, import_react.useState)(filter);
	(0, import_react.useEffect)(() => {
		let t = setTimeout(() => setRested(filter), 250);
		return () => clearTimeout(t);
	}, [filter]);
	let asked = useGet("/filter", { filter: rested }, {
		when: !everything(rested),
		keep: !1
	});
	return rested === filter && !everything(filter) ? asked.data : void 0;
}
export { useFloating as $, useTable as $t, isAdditive as A, has as At, plan as B, inZone as Bt, sameData as C, usualIn as Ct, stepOf as D, and as Dt, statsOf as E, withinOf as Et, useShortcuts as F, tokens as Ft, useValueActions as G, validZone as Gt, InTable as H, offsetOf as Ht, Panel as I, unescape as It, shownAs as J, usePageSearch as Jt, plainKey as K, readSearch as Kt, PinContext as L, ranges as Lt, Twin as M, term as Mt, later as N, valueText as Nt, formatNoun as O, chips$1 as Ot, shortcuts as P, expected as Pt, place as Q, useGet as Qt, exports as R, useRange as Rt, lonely as S, scannersIn as St, stack as T, volumeIn as Tt, Value as U, setZone as Ut, Panel_module_default as V, localZone as Vt, ValueScope as W, useZone as Wt, Popover as X, writeSearch as Xt, Skeleton as Y, useSearch as Yt, Menu as Z, client as Zt, usePalette as _, askAhead as _t, line as a, csrfToken as an, atLeast as at, csv as b, rejectedDestinationsIn as bt, Empty as c, query as cn, bytes as ct, Badge as d, ofUnit as dt, Problem as en, Fault as et, Severity as f, percent as ft, token as g, nameOf as gt, mix as h, __vitePreload as ht, InView as i, beforeChanges as in, Icon as it, valueAxis as j, not as jt, formatValue as k, everything as kt, TimeSeries as l, setCSRF as ln, count$2 as lt, TimeSeries_module_default as m, rate as mt, recent as n, api as nn, Copy as nt, pivot as o, onCSRF as on, bits as ot, Tabs as p, plural as pt, entityPath as q, shared as qt, Ratio as r, base as rn, Button as rt, Bars as s, onNewBuild as sn, brief as st, FilterBar as t, Table as tn, sentence as tt, timeSeriesAhead as u, duration as ut, bucketAt as v, newIn as vt, seconds as w, verdictsIn as wt, gapNames as x, rejectedSourcesIn as xt, clusters as y, openAlertsIn as yt, metaLine as z, ago as zt };
