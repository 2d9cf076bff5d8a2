import { later } from "../app/later";
import type { Color } from "../charts/theme";
import type { CountryValue } from "./country";
import styles from "./WorldMap.module.css";

export type { CountryValue } from "./country";

// The map's shapes are 40 KB: they come when a map is shown.
const Choropleth = later(() => import("./Choropleth").then((m) => m.default));

export interface WorldMapProps {
  title?: string;
  values: readonly CountryValue[];
  unit: string;
  onPick?: (country: string) => void;
  /** whether any file with countries is loaded; without one the map says how to add it */
  loaded: boolean;
  color?: Color;
}

/** WorldMap colours countries by their value. Its table is CountryTable. */
export function WorldMap({ title = "Countries", values, unit, onPick, loaded, color = 1 }: WorldMapProps) {
  if (!loaded) {
    return (
      <div className={styles.missing}>
        <p>
          <b>No geo data is loaded,</b> so addresses have no country yet.
        </p>
        <p>
          Name files with countries in the configuration (MMDB or CSV, such as DB-IP Lite, GeoLite2 or IPtoASN). They hold for records that are taken in from then
          on.
        </p>
        <pre tabIndex={0} role="region" aria-label="Configuration">{`ingest:
  geo:
    - /etc/weir/country.mmdb`}</pre>
        <p>
          Or for one intake: <code>weir ingest --geo country.mmdb LOGS</code>
        </p>
      </div>
    );
  }
  return <Choropleth title={title} values={values} unit={unit} onPick={onPick} color={color} waiting={<div className={styles.waiting} aria-busy="true" />} />;
}
