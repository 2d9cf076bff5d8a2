import { geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { token, type Color } from "../charts/theme";
import { formatNoun, formatValue } from "../charts/units";
import { classesOf, classOf, countryName, type CountryValue } from "./country";
import styles from "./WorldMap.module.css";
import world from "./world.json";

interface Place {
  code: string;
  path: string;
  /** middle of the largest piece, in the picture */
  x: number;
  y: number;
  /** too small to be seen as a shape */
  tiny: boolean;
}

const width = 960;
const tinyArea = 14;
const mostHigh = 480;

interface Properties {
  code: string;
  name: string;
  at: [number, number];
}

/** The shapes do not depend on the data: they are made once. */
const { places, height } = (() => {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<Properties> }>;
  const all = feature(topology, topology.objects.countries) as FeatureCollection<Geometry | null, Properties>;
  const shaped: FeatureCollection<Geometry, Properties> = { type: "FeatureCollection", features: all.features.filter((f): f is Feature<Geometry, Properties> => f.geometry !== null) };
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width - 4, shaped);
  const bounds = geoPath(projection).bounds(shaped);
  const [tx, ty] = projection.translate();
  projection.translate([tx + 2 - bounds[0][0], ty + 2 - bounds[0][1]]);
  const draw = geoPath(projection).digits(1);
  return {
    height: Math.ceil(bounds[1][1] - bounds[0][1]) + 4,
    places: all.features.map((f): Place => {
      const [x, y] = projection(f.properties.at) ?? [0, 0];
      return { code: f.properties.code, path: f.geometry ? (draw(f.geometry) ?? "") : "", x, y, tiny: !f.geometry || draw.area(f.geometry) < tinyArea };
    }),
  };
})();
const byCode = new Map(places.map((p) => [p.code, p]));

/** onMap tells whether a code has a place on the map. */
function onMap(code: string): boolean {
  return code !== "" && byCode.has(code);
}

export interface ChoroplethProps {
  title: string;
  values: readonly CountryValue[];
  unit: string;
  onPick?: ((country: string) => void) | undefined;
  color: Color;
}

const classes = 5;

export default function Choropleth({ title, values, unit, onPick, color }: ChoroplethProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<{ code: string; x: number; y: number }>();
  const [current, setCurrent] = useState<string>();

  const sorted = useMemo(() => values.filter((v) => v.value > 0).sort((a, b) => b.value - a.value), [values]);
  const found = useMemo(() => new Map(sorted.filter((v) => onMap(v.country)).map((v) => [v.country, v])), [sorted]);
  const elsewhere = sorted.filter((v) => !onMap(v.country));
  const bounds = useMemo(() => classesOf([...found.values()].map((v) => v.value), classes), [found]);
  const total = sorted.reduce((n, v) => n + v.value, 0);
  const codes = [...found.keys()];
  const entry = current && found.has(current) ? current : codes[0];

  const words = (v: CountryValue) => `${countryName(v.country)}: ${formatNoun(v.value, unit)}, ${formatValue(v.value / total, "ratio")}${v.rejected === undefined ? "" : `, ${formatValue(v.rejected, unit)} rejected`}`;

  const showAt = (p: Place) => setTip({ code: p.code, x: p.x / width, y: p.y / height });
  const onMove = (e: PointerEvent, p: Place) => {
    const box = frame.current?.getBoundingClientRect();
    if (box) setTip({ code: p.code, x: (e.clientX - box.left) / box.width, y: (e.clientY - box.top) / box.height });
  };
  // One stop for Tab; arrows go on in the order of the values.
  const onKeyDown = (e: KeyboardEvent<SVGElement>, code: string) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if ((e.key === "Enter" || e.key === " ") && onPick) {
      e.preventDefault();
      onPick(code);
    } else if (e.key === "Escape" && tip) {
      e.stopPropagation();
      setTip(undefined);
    } else if (move) {
      e.preventDefault();
      const next = codes[(codes.indexOf(code) + move + codes.length) % codes.length]!;
      setCurrent(next);
      frame.current?.querySelector<SVGElement>(`[data-country="${next}"]`)?.focus();
    }
  };

  const named = (p: Place, v: CountryValue) => ({
    "data-country": p.code,
    "data-class": Math.max(0, classOf(bounds, v.value)) + (classes - bounds.length),
    role: onPick ? "button" : "img",
    "aria-label": words(v),
    tabIndex: p.code === entry ? 0 : -1,
    onClick: () => onPick?.(p.code),
    onFocus: () => {
      setCurrent(p.code);
      showAt(p);
    },
    onBlur: () => setTip(undefined),
    onKeyDown: (e: KeyboardEvent<SVGElement>) => onKeyDown(e, p.code),
    onPointerMove: (e: PointerEvent) => onMove(e, p),
    onPointerLeave: () => setTip(undefined),
  });

  const pointed = tip && found.get(tip.code);
  return (
    <div className={styles.root} style={{ "--shade": token(color) } as CSSProperties}>
      <div ref={frame} className={styles.frame} style={{ maxWidth: (mostHigh * width) / height }}>
        <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`${title}, world map. Arrow keys go from country to country.`} data-pick={onPick ? true : undefined}>
          {places.map((p) => (p.path && !(found.has(p.code) && !p.tiny) ? <path key={p.code || p.path.slice(0, 20)} className={styles.land} d={p.path} /> : null))}
          {places.map((p) => {
            const v = found.get(p.code);
            return v && !p.tiny ? <path key={p.code} className={styles.country} d={p.path} {...named(p, v)} /> : null;
          })}
          {places.map((p) => {
            const v = found.get(p.code);
            return v && p.tiny ? <circle key={p.code} className={styles.country} cx={p.x} cy={p.y} r={4.5} {...named(p, v)} /> : null;
          })}
        </svg>
        {pointed && (
          <div className={styles.tip} style={{ left: `${tip.x * 100}%`, top: `${tip.y * 100}%` }} data-left={tip.x > 0.6 || undefined} data-up={tip.y > 0.7 || undefined} aria-hidden="true">
            <b>{countryName(pointed.country)}</b>
            <span>
              {formatNoun(pointed.value, unit)} · {formatValue(pointed.value / total, "ratio")}
            </span>
            {pointed.rejected !== undefined && <span>{formatValue(pointed.rejected, unit)} rejected</span>}
          </div>
        )}
        {found.size === 0 && <p className={styles.none}>No {unit || "values"} with a country in this range</p>}
      </div>
      <div className={styles.foot}>
        {bounds.length > 0 && (
          <span className={styles.legend} aria-label={`Classes of ${unit}`} role="group">
            {bounds.map((b, i) => (
              <span key={b}>
                <span className={styles.swatch} data-class={i + classes - bounds.length} aria-hidden="true" />
                ≥ {formatValue(b, unit)}
              </span>
            ))}
            <span>{unit}</span>
          </span>
        )}
        {elsewhere.length > 0 && (
          <span>
            Not on the map:{" "}
            {elsewhere
              .slice(0, 4)
              .map((v) => `${v.country === "" ? "no country" : countryName(v.country)} ${formatValue(v.value, unit)}`)
              .join(", ")}
            {elsewhere.length > 4 && ` and ${elsewhere.length - 4} more`}
          </span>
        )}
      </div>
    </div>
  );
}
