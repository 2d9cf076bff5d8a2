import { useMemo } from "react";
import { Twin, type TwinColumn } from "../charts/LazyTwin";
import { formatValue } from "../charts/units";
import { countryName, type CountryValue } from "./country";

interface Props {
  title?: string;
  values: readonly CountryValue[];
  unit: string;
  height?: number;
  onPick?: (country: string) => void;
}

/** CountryTable is what a WorldMap shows, as a table. */
export function CountryTable({ title = "Countries", values, unit, height, onPick }: Props) {
  const columns = useMemo((): TwinColumn<CountryValue>[] => {
    const total = values.reduce((n, v) => n + v.value, 0);
    const rejected: TwinColumn<CountryValue>[] = values.some((v) => v.rejected !== undefined)
      ? [{ key: "rejected", title: "Rejected", number: true, value: (v) => v.rejected ?? 0, text: (v) => formatValue(v.rejected ?? 0, unit) }]
      : [];
    return [
      { key: "name", title: "Country", value: (v) => (v.country === "" ? "no country" : countryName(v.country)) },
      { key: "code", title: "Code", exported: true, value: (v) => v.country },
      { key: "value", title: unit === "" ? "Value" : unit[0]!.toUpperCase() + unit.slice(1), number: true, value: (v) => v.value, text: (v) => formatValue(v.value, unit) },
      { key: "share", title: "Share", number: true, value: (v) => (total > 0 ? v.value / total : 0), text: (v) => formatValue(total > 0 ? v.value / total : 0, "ratio") },
      ...rejected,
    ];
  }, [values, unit]);
  return <Twin title={title} columns={columns} rows={values} sort={{ key: "value", down: true }} {...(height ? { height } : {})} {...(onPick ? { onPick: (v: CountryValue) => onPick(v.country) } : {})} />;
}
