// src/query/lex.ts
var isSpace = (c) => /^[\s\u200b\u2060\ufeff\u0085]$/.test(c), isDoubleQuote = (c) => c !== "" && "\"“”„‟″«»".includes(c), isSingleQuote = (c) => c !== "" && "'‘’‚‛′".includes(c), isDash = (c) => c === "-" || c >= "‐" && c <= "—" || c === "−", operators = {
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
	let out = [], state = {
		mode: "term",
		stack: []
	}, pos = 0;
	for (; pos < src.length;) {
		let begin = pos;
		for (; pos < src.length && isSpace(src[pos] ?? "");) pos++;
		if (pos >= src.length) break;
		let t = next(src, pos, state.mode);
		t.spaced = pos > begin, state.mode !== "term" && (t.field = state.field), advance(state, t), out.push(t), pos = Math.max(t.to, pos + 1);
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
			s.field = unescape(t.text), s.mode = "value";
			return;
		case "compare":
			s.mode = "value";
			return;
		case "open":
			s.stack.push(s.mode === "term" ? "term" : "group"), s.mode = rest();
			return;
		case "close":
			s.stack.pop(), s.mode = rest();
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
	let c = src[from] ?? "", d = src[from + 1] ?? "", single = (kind, width) => ({
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
	let c = src[i] ?? "", d = src[i + 1] ?? "";
	return c === "" || isSpace(c) || isDoubleQuote(c) || "()[]{}".includes(c) || c === "&" && d === "&" || c === "|" && d === "|";
}
function word(src, from, mode) {
	let i = from, colon = -1, wrong = (to, message) => ({
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
	let text = src.slice(from, to), t = {
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
	return colon === from ? wrong(from + 1, "no field before the colon") : colon > from ? {
		...t,
		kind: "field",
		text: src.slice(from, Math.min(colon, to)),
		to: colon + 1
	} : "<>=".includes(text[0] ?? "x") ? wrong(to, "no field before " + text) : t;
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
	let groups = halves.flatMap((h) => h === "" ? [] : h.split(":")), v4 = groups[groups.length - 1]?.includes(".") ?? !1, size = groups.length + +!!v4;
	return groups.every((g, n) => v4 && n === groups.length - 1 ? /^\d+(\.\d+){3}$/.test(g) : /^[0-9a-fA-F]{1,4}$/.test(g)) && (halves.length === 2 ? size < 8 : size === 8);
}
var unescape = (word) => word.replace(/\\([\s\S])/g, "$1");
// src/query/filter.ts
function everything(filter) {
	let text = (filter ?? "").trim();
	return text === "" || text === "*" || text === "*:*";
}
function term(field, value) {
	let name = fieldText(field);
	if (Array.isArray(value)) {
		let known = value.filter((v) => !absent(v)), lacks = known.length < value.length ? `NOT ${name}:*` : "";
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
		let text = (f ?? "").trim(), parts = chips(text)?.map((c) => c.text) ?? [wrapped(text)];
		for (let p of parts) out.includes(p) || out.push(p);
	}
	return out.join(" AND ");
}
function or(...filters) {
	if (filters.some(everything)) return "";
	let out = [];
	for (let f of filters) {
		let text = (f ?? "").trim(), one = (chips(text)?.length ?? 0) > 1 ? wrapped(text) : text;
		out.includes(one) || out.push(one);
	}
	return out.join(" OR ");
}
function not(filter) {
	if (everything(filter)) return "NOT *";
	let parts = chips(filter);
	if (parts?.length !== 1) return "NOT " + wrapped(filter.trim());
	let [only] = parts;
	return only.negated ? only.body : "NOT " + only.body;
}
function has(filter, part) {
	let [wanted] = chips(part) ?? [];
	return !!wanted && (chips(filter) ?? []).some((c) => c.text === wanted.text);
}
function without(filter, part) {
	let all = chips(filter), gone = chips(part)?.map((c) => c.text);
	return !all || !gone ? filter : all.filter((c) => !gone.includes(c.text)).map((c) => c.text).join(" AND ");
}
var narrow = (filter, part) => and(without(filter, not(part)), part);
function chips(filter) {
	if (everything(filter)) return [];
	let list = tokens(filter), out = [];
	for (let i = 0; i < list.length;) {
		if (list[i]?.kind === "and") {
			if (out.length === 0 || i === list.length - 1) return;
			i++;
		}
		let from = list[i]?.from ?? 0, negated = !1;
		for (; [
			"not",
			"minus",
			"plus"
		].includes(list[i]?.kind ?? ""); i++) list[i]?.kind !== "plus" && (negated = !negated);
		let begin = i, end = operand(list, i);
		if (end < 0) return;
		let first = list[begin], body = filter.slice(first.from, list[end - 1].to), chip = {
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
		out.push(chip), i = end;
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
			return kind === "open" || kind === "rangeOpen" ? closing(list, v) : kind === "word" || kind === "quoted" || kind === "regex" ? v + 1 : -1;
		}
	}
	return -1;
}
function closing(list, i) {
	let depth = 0;
	for (let n = i; n < list.length; n++) {
		let kind = list[n]?.kind;
		if (kind === "error") return -1;
		if ((kind === "open" || kind === "rangeOpen") && depth++, (kind === "close" || kind === "rangeClose") && depth--, depth === 0) return n + 1;
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
	return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? Array.from(text, (c) => /[\u0000-\u0008\u000e-\u001f\u007f]/.test(c) ? "?" : /[A-Za-z0-9_]/.test(c) ? c : "\\" + c).join("") : /^[A-Za-z0-9_][A-Za-z0-9_\-./:]*$/.test(text) && !/^(and|or|not|to)$/i.test(text) ? text : "\"" + Array.from(text, (c) => c === "\\" || isDoubleQuote(c) ? "\\" + c : c).join("") + "\"";
}
function fieldText(name) {
	return Array.from(name, (c, i) => c === ":" || c === "\\" || isSpace(c) || isDoubleQuote(c) || "()[]{}&|…".includes(c) || i === 0 && (isDash(c) || isSingleQuote(c) || "!+/<>=".includes(c)) ? "\\" + c : c).join("");
}
// src/table/fields.ts
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
}, flags = [
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
export { and as a, has as c, term as d, valueText as f, unescape as g, tokens as h, shownAs as i, narrow as l, expected as m, entityPath as n, chips as o, without as p, graphSearch as r, everything as s, entityKind as t, not as u };
