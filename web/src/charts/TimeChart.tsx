import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { later } from "../app/later";
import { Legend } from "./Legend";
import { Marks } from "./Marks";
import { bucketsOf, colorOf, optionsOf, panesOf, prepare, sideOf, type PlotInput } from "./plot";
import { gapNames, sameData, seconds, stepOf, type Gap, type Limit, type Mark, type Series, type Span } from "./series";
import styles from "./TimeSeries.module.css";
import { token, usePalette } from "./theme";
import { spanText } from "./timeaxis";
import { formatNoun } from "./units";

const SeriesTable = later(() => import("./SeriesTable").then((m) => m.SeriesTable));

export interface TimeChartProps {
  /** names the chart for those who do not see it, and its exports; it is not drawn */
  title: string;
  series: readonly Series[];
  /** unix seconds, ascending: where each bucket begins */
  times: readonly number[];
  zone: string;
  /** areas stand on each other; bars always do */
  stacked?: boolean;
  /** two: left and right axis in plots of their own. Without it the chart has a switch of its own. */
  panes?: 1 | 2;
  onPanes?: (panes: 1 | 2) => void;
  /** of the plot with its time axis, in pixels */
  height?: number;
  /** charts with one key share the cursor */
  syncKey?: string;
  /** a drag ended, in unix seconds and whole buckets */
  onZoom?: (from: number, to: number) => void;
  marks?: readonly Mark[];
  onMark?: (mark: Mark) => void;
  gaps?: readonly Gap[];
  limits?: readonly Limit[];
  /** what the times cover, where that is more than the data */
  range?: Span;
  /** dims what lies outside */
  selected?: Span | undefined;
  legend?: "table" | "line" | "none";
  /** where the table twin is opened elsewhere: false hides the button, "only" shows nothing but the table */
  table?: boolean | "only";
}

function useStable<T>(value: T, same: (a: T, b: T) => boolean): T {
  const kept = useRef(value);
  if (kept.current !== value && !same(kept.current, value)) kept.current = value;
  return kept.current;
}

const sameJSON = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const none: readonly never[] = [];
const plotFont = 11;

/** TimeChart draws series over time; TimeSeries gives it the zone of the user. */
export function TimeChart(props: TimeChartProps) {
  const { title, zone, height = 220, onZoom, onMark, legend = "table", table = true } = props;
  const { times, series } = useStable({ times: props.times, series: props.series }, sameData);
  const rest = useStable({ gaps: props.gaps ?? none, marks: props.marks ?? none, limits: props.limits ?? none, range: props.range, selected: props.selected }, sameJSON);
  const palette = usePalette();
  const own = useId();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [ownPanes, setOwnPanes] = useState<1 | 2>(1);
  const [asTable, setAsTable] = useState(false);
  const [box, setBox] = useState({ left: 0, width: 0 });
  const [spoken, setSpoken] = useState("");

  const root = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const when = useRef<HTMLSpanElement>(null);
  const cells = useRef<(HTMLElement | null)[]>([]);
  const plots = useRef<uPlot[]>([]);
  const zoom = useRef(onZoom);
  zoom.current = onZoom;

  const step = useMemo(() => stepOf(times), [times]);
  const input = useMemo((): PlotInput => {
    const first = times[0] ?? 0;
    const last = times[times.length - 1] ?? first;
    return {
      times,
      series,
      hidden,
      stacked: !!props.stacked,
      range: rest.range ?? { from: first, to: last + step },
      step,
      gaps: rest.gaps.map((g) => ({ from: seconds(g.from), to: seconds(g.to), kind: g.kind })),
      marks: rest.marks,
      limits: rest.limits,
      selected: rest.selected,
      zone,
    };
  }, [times, series, hidden, props.stacked, rest, step, zone]);

  const twoSided = series.some((s) => sideOf(s) === "left") && series.some((s) => sideOf(s) === "right");
  const panes = props.panes ?? ownPanes;
  const shown = asTable || table === "only" ? "table" : "plot";
  const font = `${plotFont}px ${palette.font}`;
  const zoomable = !!onZoom;
  const empty = times.length === 0 && !rest.range;
  const layout = useMemo(() => (shown === "plot" && !empty ? prepare(input, panesOf(series, panes, height, rest.marks.length > 0), font) : undefined), [shown, empty, input, series, panes, height, font, rest.marks]);

  // The cursor moves many times a second: it writes into the page without React.
  const point = useCallback(
    (index: number | null) => {
      const at = index === null ? undefined : times[index];
      if (when.current) {
        if (at === undefined) {
          when.current.textContent = "";
        } else {
          const gap = input.gaps.find((g) => g.from <= at && at < g.to);
          when.current.textContent = spanText(at, at + step, zone) + (gap ? ` · ${gapNames[gap.kind] ?? gap.kind}` : "");
        }
      }
      series.forEach((s, i) => {
        const cell = cells.current[i];
        if (cell) cell.textContent = index === null ? "" : formatNoun(s.values[index], s.unit);
      });
    },
    [times, series, input.gaps, step, zone],
  );

  useLayoutEffect(() => {
    const el = host.current;
    if (!el || !layout) return;
    const made: uPlot[] = [];
    const build = (width: number) => {
      for (const u of made.splice(0)) u.destroy();
      el.replaceChildren();
      if (width < 60) return;
      for (const p of layout.panes) {
        const { options, data } = optionsOf(input, p, layout, width, palette, font, props.syncKey ?? own, {
          cursor: point,
          select: zoomable ? (from, to) => zoom.current?.(from, to) : undefined,
        });
        made.push(new uPlot(options, data, el));
      }
      setBox((b) => {
        const next = { left: layout.left, width: width - layout.left - layout.right };
        return b.left === next.left && b.width === next.width ? b : next;
      });
    };
    let width = Math.floor(el.clientWidth);
    build(width);
    plots.current = made;
    const watch = new ResizeObserver(() => {
      const now = Math.floor(el.clientWidth);
      if (now === width) return;
      width = now;
      build(width);
    });
    watch.observe(el);
    return () => {
      watch.disconnect();
      for (const u of made.splice(0)) u.destroy();
    };
  }, [layout, input, palette, font, props.syncKey, own, point, zoomable]);

  useEffect(() => point(null), [point, shown, legend]);

  // Arrows move the cursor, with Shift they select, Enter zooms: the mouse's ways without a mouse.
  const keyed = useRef<{ at: number; anchor: number | null }>({ at: -1, anchor: null });
  const onKeyDown = (e: React.KeyboardEvent) => {
    const u = plots.current[0];
    if (!u || times.length === 0 || e.altKey || e.ctrlKey || e.metaKey) return;
    const k = keyed.current;
    const move = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity }[e.key];
    if (move !== undefined) {
      e.preventDefault();
      const from = k.at < 0 ? (move < 0 ? times.length : -1) : k.at;
      if (e.shiftKey) k.anchor ??= Math.max(0, k.at);
      else k.anchor = null;
      k.at = Math.max(0, Math.min(times.length - 1, from + move));
      for (const p of plots.current) {
        p.setCursor({ left: p.valToPos(times[k.at]! + step / 2, "x"), top: 5 }, p === u);
        const [a, b] = k.anchor === null ? [0, 0] : bucketsOf(times[Math.min(k.anchor, k.at)]!, times[Math.max(k.anchor, k.at)]! + 1, times, step);
        const left = k.anchor === null ? 0 : p.valToPos(a, "x");
        p.setSelect({ left, top: 0, width: k.anchor === null ? 0 : p.valToPos(b, "x") - left, height: k.anchor === null ? 0 : p.over.clientHeight }, false);
      }
      setSpoken(`${spanText(times[k.at]!, times[k.at]! + step, zone)}: ${series.map((s) => `${s.label} ${formatNoun(s.values[k.at], s.unit)}`).join(", ")}`);
    } else if (e.key === "Enter" && k.anchor !== null && onZoom) {
      e.preventDefault();
      const [a, b] = bucketsOf(times[Math.min(k.anchor, k.at)]!, times[Math.max(k.anchor, k.at)]! + 1, times, step);
      onZoom(a, b);
      k.anchor = null;
    } else if (e.key === "Escape" && k.at >= 0) {
      e.stopPropagation();
      leave();
    }
  };
  const leave = () => {
    keyed.current = { at: -1, anchor: null };
    for (const p of plots.current) {
      p.setCursor({ left: -10, top: -10 });
      p.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
    setSpoken("");
  };

  const sameUnit = twoSided && new Set(series.map((s) => s.unit)).size === 1;
  // Two axes of one unit are told apart by what they measure.
  const axisName = (side: "left" | "right", unit: string) => (sameUnit ? (series.find((s) => sideOf(s) === side)?.label ?? unit) : unit === "ratio" ? "share" : unit);

  const choosePanes = (n: 1 | 2) => {
    setOwnPanes(n);
    props.onPanes?.(n);
  };
  const toggle = (i: number) => {
    const next = new Set(hidden);
    if (!next.delete(i)) next.add(i);
    setHidden(next);
  };

  return (
    <div ref={root} className={styles.root} role="group" aria-label={title}>
      <div className={styles.head} hidden={table === "only"}>
        <span className={styles.units}>
          {shown === "plot" &&
            layout?.panes[0]?.axes.map((a, i) => (
              <span key={a.side} className={i === 0 ? undefined : styles.second} style={a.color === undefined ? undefined : { color: token(a.color) }}>
                {i > 0 && <span aria-hidden="true">→ </span>}
                {axisName(a.side, a.unit)}
                {layout.panes[0]!.axes.length > 1 && i === 0 && <span aria-hidden="true"> ←</span>}
              </span>
            ))}
        </span>
        <span ref={when} className={styles.when} aria-hidden="true" />
        {twoSided && shown === "plot" && (props.panes === undefined || props.onPanes) && (
          <button type="button" className={styles.button} aria-pressed={panes === 2} onClick={() => choosePanes(panes === 2 ? 1 : 2)}>
            Two plots
          </button>
        )}
        {table === true && (
          <button type="button" className={styles.button} aria-pressed={asTable} onClick={() => setAsTable(!asTable)} aria-label={`Table of ${title}`}>
            Table
          </button>
        )}
      </div>
      {shown === "table" ? (
        <SeriesTable title={title} times={times} series={series} zone={zone} height={height} waiting={<div aria-busy="true" style={{ height }} />} />
      ) : (
        <>
          <div
            className={styles.plot}
            tabIndex={0}
            role="application"
            aria-roledescription="chart"
            aria-label={`${title}: ${series.map((s) => s.label).join(", ")}. Arrow keys read values${zoomable ? ", Shift and arrow keys select, Enter zooms" : ""}. The same as a table: button Table.`}
            onKeyDown={onKeyDown}
            onBlur={() => keyed.current.at >= 0 && leave()}
          >
            <div ref={host} className={`${styles.host} ${zoomable ? styles.zoomable : ""}`} style={{ minHeight: height }} />
            {layout && layout.panes.length > 1 && (
              <span className={styles.lower} style={{ top: layout.panes[0]!.pane.height + 2, color: layout.panes[1]!.axes[0]!.color === undefined ? undefined : token(layout.panes[1]!.axes[0]!.color) }}>
                {axisName("right", layout.panes[1]!.axes[0]!.unit)}
              </span>
            )}
            {times.length === 0 && <div className={styles.nothing}>No values in this range</div>}
          </div>
          <Marks marks={rest.marks} range={input.range} left={box.left} width={box.width} zone={zone} onMark={onMark} />
          <span className={styles.spoken} aria-live="polite">
            {spoken}
          </span>
          {legend !== "none" && !empty && (
            <Legend series={series} colors={series.map(colorOf)} hidden={hidden} onToggle={toggle} cells={cells} form={legend} gaps={input.gaps} range={input.range} />
          )}
        </>
      )}
    </div>
  );
}
