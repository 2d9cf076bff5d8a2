import { later } from "../app/later";
import { useZone } from "../app/zone";
import type { TimeChartProps } from "./TimeChart";

export type { Gap, Limit, Mark, Series, Span } from "./series";

export type TimeSeriesProps = Omit<TimeChartProps, "zone">;

// What draws is 50 KB: the words and numbers of a page do not wait for it.
const TimeChart = later(() => import("./TimeChart").then((m) => m.TimeChart));

/** timeSeriesAhead has what draws come before there is something to draw. */
export const timeSeriesAhead = TimeChart.ahead;

/** TimeSeries draws series over time in the user's zone, with its table built in. */
export function TimeSeries(props: TimeSeriesProps) {
  const { zone } = useZone();
  return <TimeChart {...props} zone={zone} waiting={<div aria-busy="true" style={{ height: (props.height ?? 220) + 60 }} />} />;
}
