// The one event stream of a browser, wherever it runs: in a SharedWorker, or in the
// tab that leads the others. Tabs say what they want and whether they are seen; while
// none is, there is no stream.
import { base } from "./client";
import { nameOf, type Say, type State, type Told, type Wanted } from "./streamwords";
import type { components } from "./types";

type Schemas = components["schemas"];
type Client = { wanted: Map<string, Wanted>; visible: boolean; seen: number; tell: (t: Told) => void };

const retry = 3000;
const silent = 180_000; // a tab that says nothing for so long is gone

export class StreamCore {
  private clients = new Map<string, Client>();
  private source: EventSource | undefined;
  private id = ""; // of the stream, once it said hello
  private last = ""; // id of the last event
  private csrf = "";
  private state: State = "off";
  private keys = new Map<string, string>(); // what is wanted -> its key
  private faults = new Map<string, Schemas["Problem"]>();
  private count = 0;
  private sending: Promise<void> | undefined;
  private dirty = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    setInterval(() => this.sweep(), 30_000);
  }

  hear(m: Say, tell: (t: Told) => void) {
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
    this.clients.set(m.client, { wanted, visible: m.visible, seen: Date.now(), tell });
    tell({ kind: "state", state: this.state });
    for (const name of wanted.keys()) {
      const fault = this.faults.get(name);
      if (fault) tell({ kind: "fault", of: name, problem: fault });
    }
    if (this.state === "login" && this.csrf) this.setState("off");
    this.settle();
  }

  private sweep() {
    const now = Date.now();
    for (const [id, c] of this.clients) if (now - c.seen > silent) this.clients.delete(id);
    this.settle();
  }

  private wanted(): Map<string, Wanted> {
    const all = new Map<string, Wanted>();
    for (const c of this.clients.values()) for (const [name, w] of c.wanted) all.set(name, w);
    return all;
  }

  /** settle opens or closes the stream, and tells the server what is wanted. */
  private settle() {
    const all = this.wanted();
    for (const name of [...this.faults.keys()]) if (!all.has(name)) this.faults.delete(name);
    const needed = all.size > 0 && [...this.clients.values()].some((c) => c.visible && c.wanted.size > 0);
    if (!needed) {
      clearTimeout(this.timer);
      this.source?.close();
      this.source = undefined;
      this.id = "";
      if (this.state !== "login") this.setState("off");
      return;
    }
    if (!this.source && this.state !== "login" && this.state !== "waiting") this.open();
    else this.send();
  }

  private open() {
    this.setState("connecting");
    const source = new EventSource(base + "/stream" + (this.last ? "?after=" + encodeURIComponent(this.last) : ""));
    this.source = source;
    source.addEventListener("hello", (e) => {
      this.id = (JSON.parse((e as MessageEvent<string>).data) as { id: string }).id;
      this.setState("open");
      this.send(true);
    });
    for (const name of ["tail", "alert", "progress"]) {
      source.addEventListener(name, (e) => {
        const m = e as MessageEvent<string>;
        if (m.lastEventId) this.last = m.lastEventId;
        const data = JSON.parse(m.data) as { key: string };
        for (const [of, key] of this.keys) if (key === data.key) this.spread(of, { kind: "event", of, name, data });
      });
    }
    source.addEventListener("lost", (e) => {
      const data: unknown = JSON.parse((e as MessageEvent<string>).data);
      for (const of of this.keys.keys()) this.spread(of, { kind: "event", of, name: "lost", data });
    });
    source.onerror = () => {
      if (this.source !== source) return;
      this.id = "";
      this.setState("connecting");
      if (source.readyState === EventSource.CLOSED) this.again(); // the server refused: it is asked again, with what it last said
    };
  }

  private again() {
    this.source?.close();
    this.source = undefined;
    this.id = "";
    this.setState("waiting");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.setState("off");
      this.settle();
    }, retry);
  }

  private spread(of: string, t: Told) {
    for (const c of this.clients.values()) if (c.wanted.has(of)) c.tell(t);
  }

  private setState(state: State) {
    if (state === this.state) return;
    this.state = state;
    for (const c of this.clients.values()) c.tell({ kind: "state", state });
  }

  private told = "";
  /** send tells the server what is wanted now; what changes meanwhile goes after it. */
  private send(anew = false) {
    if (anew) this.told = "";
    this.dirty = true;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
      if (this.dirty && this.id) this.send();
    });
  }

  private async sendAll() {
    await Promise.resolve(); // what comes in one turn goes together
    while (this.dirty && this.id) {
      this.dirty = false;
      const id = this.id;
      const all = [...this.wanted()].filter(([name]) => !this.faults.has(name));
      const keys = new Map(all.map(([name]) => [name, this.keys.get(name) ?? "s" + ++this.count]));
      const body = JSON.stringify({ subscriptions: all.map(([name, w]) => ({ key: keys.get(name), ...w })) });
      if (body === this.told) continue;
      const before = this.keys;
      this.keys = keys;
      let r: Response;
      try {
        const headers: Record<string, string> = { "content-type": "application/json" };
        if (this.csrf) headers["x-weir-csrf"] = this.csrf;
        r = await fetch(`${base}/stream/${id}`, { method: "PUT", headers, body, credentials: "same-origin" });
      } catch {
        return; // the stream itself breaks, too, and begins anew
      }
      if (id !== this.id) continue;
      if (r.ok) {
        this.told = body;
        continue;
      }
      if (r.status === 401 || r.status === 403) {
        this.source?.close();
        this.source = undefined;
        this.id = "";
        this.setState("login");
        return;
      }
      if (r.status === 400) {
        const problem = (await r.json().catch(() => undefined)) as Schemas["Problem"] | undefined;
        for (const [name] of all) {
          if (before.has(name) || !problem) continue;
          this.faults.set(name, problem);
          this.spread(name, { kind: "fault", of: name, problem });
        }
        this.keys = before;
        this.dirty = [...all].some(([name]) => this.faults.has(name));
        continue;
      }
      this.again();
      return;
    }
  }
}
