// Any chart can be kept on a named board.
import { lazy, Suspense, useState, type ReactNode } from "react";
import { PinContext, type Pinned } from "../../table/Panel";

const PinTo = lazy(() => import("./PinTo"));

/** Pinning gives all panels below it the line "pin to a board". */
export function Pinning({ children }: { children: ReactNode }) {
  const [what, setWhat] = useState<Pinned>();
  return (
    <PinContext.Provider value={setWhat}>
      {children}
      {what ? (
        <Suspense>
          <PinTo what={what} onClose={() => setWhat(undefined)} />
        </Suspense>
      ) : null}
    </PinContext.Provider>
  );
}

