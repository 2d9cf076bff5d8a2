import { useMemo } from "react";
import type { Series } from "./series";
import { localText } from "./timeaxis";
import { Twin, type TwinColumn } from "./LazyTwin";
import { formatValue } from "./units";

interface Props {
  title: string;
  times: readonly number[];
  series: readonly Series[];
  zone: string;
  height: number;
}

/** SeriesTable is a time chart as a table: one row for each bucket. */
export function SeriesTable({ title, times, series, zone, height }: Props) {
  const rows = useMemo(() => times.map((_, i) => i), [times]);
  const columns = useMemo((): TwinColumn<number>[] => {
    const number = (key: string, name: string, unit: string, values: readonly (number | null)[]): TwinColumn<number> => ({
      key,
      title: name,
      number: true,
      value: (i) => values[i] ?? null,
      text: (i) => formatValue(values[i], unit),
    });
    return [
      { key: "time", title: `Time (${zone})`, value: (i) => new Date(times[i]! * 1000).toISOString().replace(".000Z", "Z"), text: (i) => localText(times[i]!, zone) },
      ...series.flatMap((s, k) => [
        number(`v${k}`, named(s.label, s.unit), s.unit, s.values),
        ...(s.band ? [number(`l${k}`, `${s.label}, usual from`, s.unit, s.band.low), number(`h${k}`, `${s.label}, usual to`, s.unit, s.band.high)] : []),
      ]),
    ];
  }, [times, series, zone]);
  return <Twin title={title} columns={columns} rows={rows} height={height} />;
}

function named(label: string, unit: string): string {
  return unit === "" || unit === "ratio" || label.toLowerCase().includes(unit.split("/")[0]!) ? label : `${label} (${unit})`;
}
