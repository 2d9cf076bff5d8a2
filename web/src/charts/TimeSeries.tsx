import { lazy, Suspense } from "react";
import { useZone } from "../app/zone";
import type { TimeChartProps } from "./TimeChart";

export type { Gap, Limit, Mark, Series, Span } from "./series";

export type TimeSeriesProps = Omit<TimeChartProps, "zone">;

// What draws is 50 KB: the words and numbers of a page do not wait for it.
const TimeChart = lazy(() => import("./TimeChart").then((m) => ({ default: m.TimeChart })));

/** TimeSeries draws series over time in the user's zone, with its table built in. */
export function TimeSeries(props: TimeSeriesProps) {
  const { zone } = useZone();
  return (
    <Suspense fallback={<div aria-busy="true" style={{ height: (props.height ?? 220) + 60 }} />}>
      <TimeChart {...props} zone={zone} />
    </Suspense>
  );
}
