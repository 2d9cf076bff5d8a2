// What the page asks the server, and how alerts are put in order.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { touchAlerts } from "../../api/alertnews";
import { api, type Schemas } from "../../api/client";

export type Alert = Schemas["Alert"];
export type Detail = Schemas["AlertDetail"];
export type Entity = Schemas["Entity"];
export type Verdict = "true_positive" | "benign" | "false_positive";

export const verdicts: { value: Verdict; title: string; doc: string }[] = [
  { value: "true_positive", title: "True positive", doc: "An attack. It fires again when it goes on after this." },
  { value: "benign", title: "Benign", doc: "It is so, and meant. It stays resolved, whatever more comes of it that day." },
  { value: "false_positive", title: "False positive", doc: "It is not so. It stays resolved as well." },
];
export const verdictText = (v: string | null | undefined) => verdicts.find((x) => x.value === v)?.title.toLowerCase() ?? "";

export const severities = ["critical", "high", "medium", "low", "info"];
const rank = (a: Alert) => severities.indexOf(a.severity);

/** worstFirst puts pages first, then severity, score and what was seen last. */
export function worstFirst(a: Alert, b: Alert): number {
  return Number(b.page) - Number(a.page) || rank(a) - rank(b) || b.score - a.score || b.last_seen.localeCompare(a.last_seen) || a.id.localeCompare(b.id);
}

/** entityText is an entity as people write it. */
export const entityText = (e: Entity) => (e.network ? e.network + "/" : "") + e.id;

/** familyText is the name of a family as a word. */
export const familyText = (f: string) => f.replaceAll("_", " ");

export type Group = { key: string; alerts: Alert[] };

/** grouped puts alerts of one rule about one entity together, the most pressing first. */
export function grouped(alerts: Alert[], together: boolean, newest: boolean): Group[] {
  const by = new Map<string, Alert[]>();
  for (const a of alerts) {
    const key = together ? a.rule + "\n" + a.entity.kind + "\n" + entityText(a.entity) : a.id;
    by.set(key, [...(by.get(key) ?? []), a]);
  }
  const order = newest ? (a: Alert, b: Alert) => b.last_seen.localeCompare(a.last_seen) || a.id.localeCompare(b.id) : worstFirst;
  const groups = [...by].map(([key, list]) => ({ key, alerts: list.sort(order) }));
  return groups.sort((a, b) => order(a.alerts[0] as Alert, b.alerts[0] as Alert));
}

/** useTouched asks anew for all that a change to alerts may show in. */
export function useTouched() {
  const c = useQueryClient();
  return useCallback(() => touchAlerts(c), [c]);
}

// Sparks are asked for two at a time: a queue has many, and the page's own questions go
// first over the few connections of a browser.
let running = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await run();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** useSpark is the series of an alert in few numbers. */
export function useSpark(id: string, when: boolean) {
  return useQuery({
    queryKey: ["/alerts/{id}/series", id, "brief"],
    queryFn: ({ signal }) => inTurn(() => api.get("/alerts/{id}/series", { brief: true }, { at: { id }, signal })),
    enabled: when,
    staleTime: 300_000,
    retry: false,
  }).data;
}
