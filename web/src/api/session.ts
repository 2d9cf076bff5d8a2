// Who asks, and the token that changes need in a session.
import { useSyncExternalStore } from "react";
import { base, setCSRF, type Schemas } from "./client";

export type Session = Schemas["Session"];

let session: Session | undefined;
let asked: Promise<Session | undefined> | undefined;
const listeners = new Set<() => void>();

function keep(s: Session | undefined) {
  session = s;
  setCSRF(s?.csrf ?? "");
  listeners.forEach((f) => f());
}

/** loadSession asks who this is; once, unless told to ask again. */
export function loadSession(again = false): Promise<Session | undefined> {
  if (!asked || again) {
    asked = fetch(base + "/session", { credentials: "same-origin", headers: { accept: "application/json" } })
      .then(async (r) => (r.ok ? ((await r.json()) as Session) : undefined))
      .catch(() => undefined)
      .then((s) => {
        keep(s);
        return s;
      });
  }
  return asked;
}

/** took keeps the session that a login answered with. */
export function took(s: Session) {
  asked = Promise.resolve(s);
  keep(s);
}

/** useSession is who this is, undefined until the server has said so. */
export function useSession(): Session | undefined {
  return useSyncExternalStore(
    (f) => {
      listeners.add(f);
      return () => listeners.delete(f);
    },
    () => session,
  );
}
