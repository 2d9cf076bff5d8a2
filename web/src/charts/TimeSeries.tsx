import { useZone } from "../app/zone";
import { TimeChart, type TimeChartProps } from "./TimeChart";

export type { Gap, Limit, Mark, Series, Span } from "./series";

export type TimeSeriesProps = Omit<TimeChartProps, "zone">;

/** TimeSeries draws series over time in the user's zone, with its table built in. */
export function TimeSeries(props: TimeSeriesProps) {
  const { zone } = useZone();
  return <TimeChart {...props} zone={zone} />;
}
