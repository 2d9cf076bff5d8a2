// What a tab and the one who holds the stream say to each other.
import type { components } from "./types";

type Schemas = components["schemas"];
export type Topic = Schemas["Subscription"]["topic"];
export type Wanted = { topic: Topic; filter?: string; columns?: string };
export type State = "off" | "connecting" | "open" | "waiting" | "login";

/** Say is what a tab tells. */
export type Say =
  | { kind: "set"; client: string; wanted: Wanted[]; visible: boolean; csrf: string }
  | { kind: "ping"; client: string }
  | { kind: "bye"; client: string };

/** Told is what a tab is told. */
export type Told =
  | { kind: "event"; of: string; name: string; data: unknown }
  | { kind: "fault"; of: string; problem: Schemas["Problem"] }
  | { kind: "state"; state: State }
  | { kind: "again" };

/** nameOf tells one thing that is wanted from another. */
export const nameOf = (w: Wanted) => JSON.stringify([w.topic, w.filter ?? "", w.columns ?? ""]);
