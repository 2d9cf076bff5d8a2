// What happens as it happens: records as they are stored, alerts, long work. All tabs of
// a browser share one stream.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { csrfToken, onCSRF, Problem, type Schemas } from "./client";
import type { StreamCore } from "./streamcore";
import { nameOf, type Say, type State, type Told, type Topic, type Wanted } from "./streamwords";

export type TailEvent = Schemas["TailEvent"];
export type AlertEvent = Schemas["AlertEvent"];
export type ProgressEvent = Schemas["ProgressEvent"];
type Events = { tail: TailEvent; alerts: AlertEvent; progress: ProgressEvent };

type Listener = { event: (name: string, data: unknown) => void; fault: (p: Problem) => void };

const client = Math.random().toString(36).slice(2);
const listeners = new Map<string, { wanted: Wanted; all: Set<Listener> }>();
const onState = new Set<() => void>();
let state: State = "off";
let say: ((m: Say) => void) | undefined;

function hear(t: Told) {
  switch (t.kind) {
    case "event":
      listeners.get(t.of)?.all.forEach((l) => l.event(t.name, t.data));
      break;
    case "fault":
      listeners.get(t.of)?.all.forEach((l) => l.fault(new Problem(t.problem)));
      break;
    case "state":
      state = t.state;
      onState.forEach((f) => f());
      break;
    case "again":
      tell();
  }
}

/** connect finds the one who holds the stream: a SharedWorker; without those the tab
 * that holds a lock, reached over a channel; without either this tab. */
function connect(): (m: Say) => void {
  if (typeof SharedWorker !== "undefined") {
    const worker = new SharedWorker(new URL("./stream.worker.ts", import.meta.url), { type: "module", name: "weir-stream" });
    worker.port.onmessage = (e: MessageEvent<Told>) => hear(e.data);
    worker.port.start();
    return (m) => worker.port.postMessage(m);
  }
  if (typeof BroadcastChannel !== "undefined" && navigator.locks) {
    const channel = new BroadcastChannel("weir-stream");
    let core: StreamCore | undefined;
    channel.onmessage = (e: MessageEvent<{ say?: Say; told?: Told; to?: string }>) => {
      const { say: said, told, to } = e.data;
      if (said && core) core.hear(said, (t) => channel.postMessage({ told: t, to: said.client }));
      if (told && (to === client || !to)) hear(told);
    };
    void navigator.locks.request("weir-stream", async () => {
      core = await ownCore();
      tell();
      channel.postMessage({ told: { kind: "again" } satisfies Told });
      return new Promise<never>(() => {}); // until this tab is closed
    });
    return (m) => (core ? core.hear(m, hear) : channel.postMessage({ say: m }));
  }
  const core = ownCore();
  return (m) => void core.then((c) => c.hear(m, hear));
}

const ownCore = async () => new (await import("./streamcore")).StreamCore();

/** tell says what this tab wants now. */
function tell() {
  if (!say) {
    if (listeners.size === 0) return;
    say = connect();
    document.addEventListener("visibilitychange", tell);
    onCSRF(tell);
    window.addEventListener("pagehide", () => say?.({ kind: "bye", client }));
    window.addEventListener("pageshow", (e) => {
      if (e.persisted) tell();
    });
    setInterval(() => {
      if (listeners.size > 0) say?.({ kind: "ping", client });
    }, 20_000);
  }
  say({ kind: "set", client, wanted: [...listeners.values()].map((l) => l.wanted), visible: document.visibilityState === "visible", csrf: csrfToken() });
}

let told = false;
/** later tells once for all that changes in one turn. */
function later() {
  if (told) return;
  told = true;
  queueMicrotask(() => {
    told = false;
    tell();
  });
}

/** useStream hears a topic while a component is shown and `when` holds. */
export function useStream<T extends Topic>(
  topic: T,
  params: { filter?: string; columns?: string } | undefined,
  onMessage: (e: Events[T]) => void,
  o: { when?: boolean; onLost?: () => void; onFault?: (p: Problem) => void } = {},
) {
  const handlers = useRef({ onMessage, onLost: o.onLost, onFault: o.onFault });
  handlers.current = { onMessage, onLost: o.onLost, onFault: o.onFault };
  const when = o.when ?? true;
  const filter = params?.filter || undefined;
  const columns = params?.columns || undefined;
  useEffect(() => {
    if (!when) return;
    const wanted: Wanted = { topic, filter, columns };
    const name = nameOf(wanted);
    const listener: Listener = {
      event: (n, data) => (n === "lost" ? handlers.current.onLost?.() : handlers.current.onMessage(data as Events[T])),
      fault: (p) => handlers.current.onFault?.(p),
    };
    const entry = listeners.get(name) ?? { wanted, all: new Set<Listener>() };
    entry.all.add(listener);
    listeners.set(name, entry);
    later();
    return () => {
      entry.all.delete(listener);
      if (entry.all.size === 0) listeners.delete(name);
      later();
    };
  }, [topic, filter, columns, when]);
}

/** useStreamState is whether the stream is open. */
export function useStreamState(): State {
  return useSyncExternalStore(
    (f) => {
      onState.add(f);
      return () => onState.delete(f);
    },
    () => state,
    () => "off",
  );
}
