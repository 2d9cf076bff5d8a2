// Runs the browser's one event stream for all of its tabs.
import { StreamCore } from "./streamcore";
import type { Say } from "./streamwords";

const core = new StreamCore();
(self as unknown as { onconnect: (e: MessageEvent) => void }).onconnect = (e) => {
  const port = e.ports[0];
  if (!port) return;
  port.onmessage = (m: MessageEvent<Say>) => core.hear(m.data, (t) => port.postMessage(t));
  port.start();
};
