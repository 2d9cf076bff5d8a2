import { gt as nameOf, rn as base } from "./kit.js";
var retry = 3e3;
var silent = 18e4;
var StreamCore = class {
	clients = new Map();
	source;
	id = "";
	last = "";
	csrf = "";
	state = "off";
	keys = new Map();
	faults = new Map();
	count = 0;
	sending;
	dirty = !1;
	timer;
	constructor() {
		setInterval(() => this.sweep(), 3e4);
	}
	hear(m, tell) {
		if (m.kind === "bye") {
			this.clients.delete(m.client);
			this.settle();
			return;
		}
		let old = this.clients.get(m.client);
		if (m.kind === "ping") {
			old ? old.seen = Date.now() : tell({ kind: "again" });
			return;
		}
		m.csrf && (this.csrf = m.csrf);
		let wanted = new Map(m.wanted.map((w) => [nameOf(w), w]));
		this.clients.set(m.client, {
			wanted,
			visible: m.visible,
			seen: Date.now(),
			tell
		});
		tell({
			kind: "state",
			state: this.state
		});
		for (let name of wanted.keys()) {
			let fault = this.faults.get(name);
			fault && tell({
				kind: "fault",
				of: name,
				problem: fault
			});
		}
		this.state === "login" && this.csrf && this.setState("off");
		this.settle();
	}
	sweep() {
		let now = Date.now();
		for (let [id, c] of this.clients) now - c.seen > silent && this.clients.delete(id);
		this.settle();
	}
	wanted() {
		let all = new Map();
		for (let c of this.clients.values()) for (let [name, w] of c.wanted) all.set(name, w);
		return all;
	}
	settle() {
		let all = this.wanted();
		for (let name of [...this.faults.keys()]) all.has(name) || this.faults.delete(name);
		if (!(all.size > 0 && [...this.clients.values()].some((c) => c.visible && c.wanted.size > 0))) {
			clearTimeout(this.timer);
			this.source?.close();
			this.source = void 0;
			this.id = "";
			this.state !== "login" && this.setState("off");
			return;
		}
		!this.source && this.state !== "login" && this.state !== "waiting" ? this.open() : this.send();
	}
	open() {
		this.setState("connecting");
		let source = new EventSource(base + "/stream" + (this.last ? "?after=" + encodeURIComponent(this.last) : ""));
		this.source = source;
		source.addEventListener("hello", (e) => {
			this.id = JSON.parse(e.data).id;
			this.setState("open");
			this.send(!0);
		});
		for (let name of [
			"tail",
			"alert",
			"progress"
		]) source.addEventListener(name, (e) => {
			let m = e;
			m.lastEventId && (this.last = m.lastEventId);
			let data = JSON.parse(m.data);
			for (let [of, key] of this.keys) key === data.key && this.spread(of, {
				kind: "event",
				of,
				name,
				data
			});
		});
		source.addEventListener("lost", (e) => {
			let data = JSON.parse(e.data);
			for (let of of this.keys.keys()) this.spread(of, {
				kind: "event",
				of,
				name: "lost",
				data
			});
		});
		source.onerror = () => {
			if (this.source !== source) return;
			this.id = "";
			this.setState("connecting");
			source.readyState === EventSource.CLOSED && this.again();
		};
	}
	again() {
		this.source?.close();
		this.source = void 0;
		this.id = "";
		this.setState("waiting");
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			this.setState("off");
			this.settle();
		}, retry);
	}
	spread(of, t) {
		for (let c of this.clients.values()) c.wanted.has(of) && c.tell(t);
	}
	setState(state) {
		if (state === this.state) return;
		this.state = state;
		for (let c of this.clients.values()) c.tell({
			kind: "state",
			state
		});
	}
	told = "";
	send(anew = !1) {
		anew && (this.told = "");
		this.dirty = !0;
		this.sending ??= this.sendAll().finally(() => {
			this.sending = void 0;
			this.dirty && this.id && this.send();
		});
	}
	async sendAll() {
		await Promise.resolve();
		for (; this.dirty && this.id;) {
			this.dirty = !1;
			let id = this.id;
			let all = [...this.wanted()].filter(([name]) => !this.faults.has(name));
			let keys = new Map(all.map(([name]) => [name, this.keys.get(name) ?? "s" + ++this.count]));
			let body = JSON.stringify({ subscriptions: all.map(([name, w]) => ({
				key: keys.get(name),
				...w
			})) });
			if (body === this.told) continue;
			let before = this.keys;
			this.keys = keys;
			let r;
			try {
				let headers = { "content-type": "application/json" };
				this.csrf && (headers["x-weir-csrf"] = this.csrf);
				r = await fetch(`${base}/stream/${id}`, {
					method: "PUT",
					headers,
					body,
					credentials: "same-origin"
				});
			} catch {
				return;
			}
			if (id !== this.id) continue;
			if (r.ok) {
				this.told = body;
				continue;
			}
			if (r.status === 401 || r.status === 403) {
				this.source?.close();
				this.source = void 0;
				this.id = "";
				this.setState("login");
				return;
			}
			if (r.status === 400) {
				let problem = await r.json().catch(() => void 0);
				for (let [name] of all) {
					if (before.has(name) || !problem) continue;
					this.faults.set(name, problem);
					this.spread(name, {
						kind: "fault",
						of: name,
						problem
					});
				}
				this.keys = before;
				this.dirty = [...all].some(([name]) => this.faults.has(name));
				continue;
			}
			this.again();
			return;
		}
	}
};
export { StreamCore };
