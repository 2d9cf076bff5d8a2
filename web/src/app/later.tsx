import { useEffect, useState, type ComponentType, type ReactNode } from "react";

/** Later is a component whose code comes when it is first drawn, or asked for ahead. */
export type Later<P> = ComponentType<P & { waiting: ReactNode }> & { ahead: () => void };

/** later makes one that shows `waiting` until its code is there, and itself at once then.
 * React.lazy would not: what stands behind a fallback it holds back until 300 ms after the
 * last fallback was drawn, on a page of many panels for nothing. What cannot be loaded is
 * the boundary's, as with lazy. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let Loaded: ComponentType<P> | undefined;
  let asked: Promise<unknown> | undefined;
  const ahead = () =>
    (asked ??= load().then(
      (c) => void (Loaded = c),
      (failed: unknown) => {
        asked = undefined; // the next that is drawn tries again
        throw failed;
      },
    ));
  function Later({ waiting, ...props }: P & { waiting: ReactNode }) {
    const [failed, setFailed] = useState<{ failed: unknown }>();
    const [, setThere] = useState(!!Loaded);
    useEffect(() => {
      if (Loaded) return setThere(true); // since it was drawn
      let here = true;
      ahead().then(
        () => here && setThere(true),
        (failed: unknown) => here && setFailed({ failed }),
      );
      return () => {
        here = false;
      };
    }, []);
    if (failed) throw failed.failed;
    return Loaded ? <Loaded {...(props as P)} /> : waiting;
  }
  return Object.assign(Later, { ahead: () => void ahead().catch(() => {}) });
}
