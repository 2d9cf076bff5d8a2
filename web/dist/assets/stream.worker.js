// src/api/client.ts
/** base is where the API lives. */
const base = "/api/v1";
// src/api/streamwords.ts
/** nameOf tells one thing that is wanted from another. */
const nameOf = (w) => JSON.stringify([
	w.topic,
	w.filter ?? "",
	w.columns ?? ""
]);
// src/api/streamcore.ts
const retry = 3e3;
const silent = 18e4;
var StreamCore = class {
	clients = /* @__PURE__ */ new Map();
	source;
	id = "";
	last = "";
	csrf = "";
	state = "off";
	keys = /* @__PURE__ */ new Map();
	faults = /* @__PURE__ */ new Map();
	count = 0;
	sending;
	dirty = false;
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
		const old = this.clients.get(m.client);
		if (m.kind === "ping") {
			if (old) old.seen = Date.now();
			else tell({ kind: "again" });
			return;
		}
		if (m.csrf) this.csrf = m.csrf;
		const wanted = new Map(m.wanted.map((w) => [nameOf(w), w]));
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
		for (const name of wanted.keys()) {
			const fault = this.faults.get(name);
			if (fault) tell({
				kind: "fault",
				of: name,
				problem: fault
			});
		}
		if (this.state === "login" && this.csrf) this.setState("off");
		this.settle();
	}
	sweep() {
		const now = Date.now();
		for (const [id, c] of this.clients) if (now - c.seen > silent) this.clients.delete(id);
		this.settle();
	}
	wanted() {
		const all = /* @__PURE__ */ new Map();
		for (const c of this.clients.values()) for (const [name, w] of c.wanted) all.set(name, w);
		return all;
	}
	/** settle opens or closes the stream, and tells the server what is wanted. */
	settle() {
		const all = this.wanted();
		for (const name of [...this.faults.keys()]) if (!all.has(name)) this.faults.delete(name);
		if (!(all.size > 0 && [...this.clients.values()].some((c) => c.visible && c.wanted.size > 0))) {
			clearTimeout(this.timer);
			this.source?.close();
			this.source = void 0;
			this.id = "";
			if (this.state !== "login") this.setState("off");
			return;
		}
		if (!this.source && this.state !== "login" && this.state !== "waiting") this.open();
		else this.send();
	}
	open() {
		this.setState("connecting");
		const source = new EventSource(base + "/stream" + (this.last ? "?after=" + encodeURIComponent(this.last) : ""));
		this.source = source;
		source.addEventListener("hello", (e) => {
			this.id = JSON.parse(e.data).id;
			this.setState("open");
			this.send(true);
		});
		for (const name of [
			"tail",
			"alert",
			"progress"
		]) source.addEventListener(name, (e) => {
			const m = e;
			if (m.lastEventId) this.last = m.lastEventId;
			const data = JSON.parse(m.data);
			for (const [of, key] of this.keys) if (key === data.key) this.spread(of, {
				kind: "event",
				of,
				name,
				data
			});
		});
		source.addEventListener("lost", (e) => {
			const data = JSON.parse(e.data);
			for (const of of this.keys.keys()) this.spread(of, {
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
			if (source.readyState === EventSource.CLOSED) this.again();
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
		for (const c of this.clients.values()) if (c.wanted.has(of)) c.tell(t);
	}
	setState(state) {
		if (state === this.state) return;
		this.state = state;
		for (const c of this.clients.values()) c.tell({
			kind: "state",
			state
		});
	}
	told = "";
	/** send tells the server what is wanted now; what changes meanwhile goes after it. */
	send(anew = false) {
		if (anew) this.told = "";
		this.dirty = true;
		this.sending ??= this.sendAll().finally(() => {
			this.sending = void 0;
			if (this.dirty && this.id) this.send();
		});
	}
	async sendAll() {
		await Promise.resolve();
		while (this.dirty && this.id) {
			this.dirty = false;
			const id = this.id;
			const all = [...this.wanted()].filter(([name]) => !this.faults.has(name));
			const keys = new Map(all.map(([name]) => [name, this.keys.get(name) ?? "s" + ++this.count]));
			const body = JSON.stringify({ subscriptions: all.map(([name, w]) => ({
				key: keys.get(name),
				...w
			})) });
			if (body === this.told) continue;
			const before = this.keys;
			this.keys = keys;
			let r;
			try {
				const headers = { "content-type": "application/json" };
				if (this.csrf) headers["x-weir-csrf"] = this.csrf;
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
				const problem = await r.json().catch(() => void 0);
				for (const [name] of all) {
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
// src/api/stream.worker.ts
const core = new StreamCore();
self.onconnect = (e) => {
	const port = e.ports[0];
	if (!port) return;
	port.onmessage = (m) => core.hear(m.data, (t) => port.postMessage(t));
	port.start();
};
