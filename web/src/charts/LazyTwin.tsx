// A twin is opened now and then: what draws it is loaded then.
import { lazy, Suspense, type ComponentProps } from "react";
import type { Twin as Shown } from "./Twin";

export type { TwinColumn } from "./Twin";

const Loaded = lazy(() => import("./Twin").then((m) => ({ default: m.Twin as (p: object) => React.ReactNode })));

export function Twin<T>(props: ComponentProps<typeof Shown<T>>) {
  return (
    <Suspense fallback={<div aria-busy="true" style={{ height: props.height ?? 260 }} />}>
      <Loaded {...(props as object)} />
    </Suspense>
  );
}
