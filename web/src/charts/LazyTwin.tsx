// A twin is opened now and then: what draws it is loaded then.
import type { ComponentProps } from "react";
import { later } from "../app/later";
import type { Twin as Shown } from "./Twin";

export type { TwinColumn } from "./Twin";

const Loaded = later(() => import("./Twin").then((m) => m.Twin as (p: object) => React.ReactNode));

export function Twin<T>(props: ComponentProps<typeof Shown<T>>) {
  return <Loaded {...(props as object)} waiting={<div aria-busy="true" style={{ height: props.height ?? 260 }} />} />;
}
