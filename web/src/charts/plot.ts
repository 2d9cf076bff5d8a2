// From series to what uPlot draws: panes, scales, ticks that fit, stacks, bands, gaps and marks.
import uPlot from "uplot";
import { bucketAt, lonely, stack, type Limit, type Mark, type Series, type Span, type Values } from "./series";
import { mix, type Color, type Palette } from "./theme";
import { stepFor, timeLabels, timeTicks } from "./timeaxis";
import { valueAxis, type ValueAxis } from "./units";

export type Side = "left" | "right";

export interface PlotInput {
  times: readonly number[];
  series: readonly Series[];
  /** series that are not drawn, by index */
  hidden: ReadonlySet<number>;
  stacked: boolean;
  range: Span;
  step: number;
  gaps: readonly (Span & { kind: string })[];
  marks: readonly Mark[];
  limits: readonly Limit[];
  selected: Span | undefined;
  zone: string;
}

/** Pane is one plot with one or two value axes. */
export interface Pane {
  sides: Side[];
  height: number;
  /** room above it, for the unit where it is not the first */
  top: number;
  /** whether the times stand below it */
  bottom: boolean;
}

export const timeAxisHeight = 36;
const topPadding = 6;
const marksHeight = 12;
const between = 16;

/** panesOf divides a height. One pane holds both sides; of two, each holds one. */
export function panesOf(series: readonly Series[], panes: 1 | 2, height: number, marked: boolean): Pane[] {
  const top = topPadding + (marked ? marksHeight : 0);
  const sides = (["left", "right"] as const).filter((side) => series.some((s) => sideOf(s) === side));
  if (panes === 1 || sides.length < 2) return [{ sides: sides.length ? sides : ["left"], height, top, bottom: true }];
  const each = Math.max(64, (height - timeAxisHeight - between) / 2);
  return [
    { sides: ["left"], height: Math.round(each), top, bottom: false },
    { sides: ["right"], height: Math.round(each) + timeAxisHeight + between, top: topPadding + between, bottom: true },
  ];
}

export function sideOf(s: Series): Side {
  return s.axis ?? "left";
}

export function colorOf(s: Series, i: number): Color {
  return s.color ?? (((i % 6) + 1) as Color);
}

/** kindOf is how a series is drawn; what is usual has a line unless it is said otherwise. */
export function kindOf(s: Series): "line" | "bars" | "area" {
  return s.compare ? "line" : (s.kind ?? "line");
}

interface Drawn {
  /** index in the input */
  from: number;
  values: Values;
  /** one of several on each other */
  stacked: boolean;
}

/** drawnOf are the visible series of some sides with their stacks added up, the top of a stack first, so that what is below lies over it. */
export function drawnOf(input: PlotInput, sides: readonly Side[]): Drawn[] {
  const out: Drawn[] = [];
  const stacks = new Map<string, number[]>();
  input.series.forEach((s, i) => {
    const side = sideOf(s);
    if (!sides.includes(side) || input.hidden.has(i)) return;
    const kind = kindOf(s);
    // Bars of one axis always stand on each other: side by side or one behind the other cannot be read.
    if (kind === "bars" || (kind === "area" && input.stacked)) {
      const key = `${side} ${kind}`;
      stacks.set(key, [...(stacks.get(key) ?? []), i]);
    } else {
      out.push({ from: i, values: s.values, stacked: false });
    }
  });
  const below: Drawn[] = [];
  for (const members of stacks.values()) {
    const sums = members.length > 1 ? stack(members.map((i) => input.series[i]!.values)) : [input.series[members[0]!]!.values];
    for (let k = members.length - 1; k >= 0; k--) below.push({ from: members[k]!, values: sums[k]!, stacked: members.length > 1 });
  }
  // Lines last, over bars and areas; earlier periods under the present one.
  const rank = (d: Drawn) => (kindOf(input.series[d.from]!) !== "line" ? 0 : input.series[d.from]!.compare ? 1 : 2);
  return [...below, ...out].sort((a, b) => rank(a) - rank(b));
}

function extent(values: Values, into: [number, number]) {
  for (const v of values) {
    if (v == null || !Number.isFinite(v)) continue;
    if (v < into[0]) into[0] = v;
    if (v > into[1]) into[1] = v;
  }
}

/** axisOf is the value axis of a side; like is the other side's, whose grid it shares. */
export function axisOf(input: PlotInput, drawn: readonly Drawn[], side: Side, height: number, like?: ValueAxis): ValueAxis {
  const span: [number, number] = [0, 0];
  let unit = "";
  for (const d of drawn) {
    const s = input.series[d.from]!;
    if (sideOf(s) !== side) continue;
    unit ||= s.unit;
    extent(d.values, span);
    if (s.band) extent(s.band.high, span);
  }
  unit ||= input.series.find((s) => sideOf(s) === side)?.unit ?? "";
  for (const l of input.limits) if ((l.axis ?? "left") === side) extent([l.value], span);
  return valueAxis(span[0], span[1], unit, Math.max(1, Math.min(5, Math.floor(height / 32))), like && like.min === 0 ? like.ticks.length - 1 : undefined);
}

let measure: CanvasRenderingContext2D | null | undefined;

/** widthOf is how much room labels need, in CSS pixels. */
function widthOf(labels: readonly string[], font: string): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (!measure) return 60;
  measure.font = font;
  return Math.ceil(Math.max(0, ...labels.map((l) => measure!.measureText(l).width)));
}

export interface Prepared {
  pane: Pane;
  drawn: Drawn[];
  axes: { side: Side; axis: ValueAxis; unit: string; color: Color | undefined }[];
}

const gap = 6;

/** prepare lays out all panes, and the room left and right that each needs so that their times stand below each other. */
export function prepare(input: PlotInput, panes: readonly Pane[], font: string): { panes: Prepared[]; left: number; right: number } {
  let left = 0;
  let right = 0;
  const out = panes.map((pane): Prepared => {
    const drawn = drawnOf(input, pane.sides);
    const height = pane.height - pane.top - (pane.bottom ? timeAxisHeight : 4);
    let like: ValueAxis | undefined;
    const axes = pane.sides.map((side) => {
      const axis = axisOf(input, drawn, side, height, like);
      like ??= axis;
      const width = widthOf(axis.labels, font) + gap + 2;
      // A pane of its own has its axis on the left.
      if (pane.sides[0] === side) left = Math.max(left, width);
      else right = Math.max(right, width);
      const first = input.series.findIndex((s) => sideOf(s) === side);
      const two = panes.length > 1 || pane.sides.length > 1;
      return { side, axis, unit: input.series[first]?.unit ?? "", color: two && first >= 0 ? colorOf(input.series[first]!, first) : undefined };
    });
    return { pane, drawn, axes };
  });
  // A label of time is centred on its tick: half of one stands out over either end.
  const half = Math.ceil(widthOf(["Wed 28 Nov", "UTC+12:45"], font) / 2) + 1;
  return { panes: out, left: Math.max(left, half), right: Math.max(right, half) };
}

function hatch(ctx: CanvasRenderingContext2D, palette: Palette, ratio: number): CanvasPattern | null {
  const size = Math.round(7 * ratio);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const c = tile.getContext("2d");
  if (!c) return null;
  c.strokeStyle = palette.lineStrong;
  c.globalAlpha = 0.75;
  c.lineWidth = ratio;
  c.beginPath();
  for (const o of [-size, 0, size]) {
    c.moveTo(o, size);
    c.lineTo(o + size, 0);
  }
  c.stroke();
  return ctx.createPattern(tile, "repeat");
}

export interface PlotHooks {
  /** index of the bucket under the cursor, or null */
  cursor: (index: number | null, u: uPlot) => void;
  select?: ((from: number, to: number) => void) | undefined;
}

/** optionsOf are uPlot's for one pane. */
export function optionsOf(
  input: PlotInput,
  prepared: Prepared,
  room: { left: number; right: number },
  width: number,
  palette: Palette,
  font: string,
  syncKey: string,
  hooks: PlotHooks,
): { options: uPlot.Options; data: uPlot.AlignedData } {
  const { pane, drawn, axes } = prepared;
  const { times, range, step } = input;
  const bars = uPlot.paths.bars!({ size: [0.86, Infinity, 1], align: 1 });
  const linear = uPlot.paths.linear!();

  const series: uPlot.Series[] = [{ scale: "x" }];
  const data: (readonly (number | null)[])[] = [times as number[]];
  for (const d of drawn) {
    const s = input.series[d.from]!;
    const color = palette.of(colorOf(s, d.from));
    const kind = kindOf(s);
    data.push(d.values);
    series.push({
      label: s.label,
      scale: sideOf(s),
      auto: false,
      stroke: kind === "bars" ? "transparent" : color,
      width: kind === "bars" ? 0 : s.compare ? 1.25 : 1.5,
      ...(s.compare ? { dash: [5, 4], alpha: 0.8 } : {}),
      ...(kind === "bars" ? { fill: color } : kind === "area" ? { fill: d.stacked ? mix(color, palette.panel, 0.45) : mix(color, "transparent", 0.16) } : {}),
      paths: kind === "bars" ? bars : linear,
      points:
        kind === "bars"
          ? { show: false }
          : { show: true, size: 4, width: 0, fill: color, filter: () => lonely(d.values) },
    });
  }

  const tick = { stroke: palette.line, width: 1, size: 4 };
  const yAxes = axes.map(({ axis, color, side }, i): uPlot.Axis => ({
    scale: side,
    side: i === 0 ? 3 : 1,
    size: i === 0 ? room.left : room.right,
    gap,
    font,
    stroke: color === undefined ? palette.textFaint : palette.of(color),
    grid: i === 0 ? { stroke: palette.line, width: 1 } : { show: false },
    ticks: { show: false },
    // uPlot wants a step of its own to have been found; ours are the splits.
    incrs: [1e15],
    space: 1,
    splits: () => axis.ticks,
    values: () => axis.labels,
  }));

  const tickStep = stepFor(range.from, range.to, width - room.left - room.right);
  const xAxis: uPlot.Axis = {
    scale: "x",
    show: true,
    size: pane.bottom ? timeAxisHeight : 4,
    gap: 4,
    font,
    lineGap: 1.25,
    stroke: palette.textFaint,
    grid: { stroke: palette.line, width: 1 },
    ticks: pane.bottom ? tick : { show: false },
    incrs: [1e15],
    space: 1,
    splits: () => timeTicks(range.from, range.to, input.zone, tickStep),
    values: (_, splits) => (pane.bottom ? timeLabels(splits, input.zone, tickStep) : splits.map(() => "")),
  };

  const scales: uPlot.Scales = { x: { time: false, auto: false, range: () => [range.from, range.to] } };
  for (const { axis, side } of axes) scales[side] = { auto: false, range: () => [axis.min, axis.max] };

  let pattern: CanvasPattern | null | undefined;

  const options: uPlot.Options = {
    width,
    height: pane.height,
    padding: [pane.top, axes.length > 1 ? 0 : room.right, 0, 0],
    legend: { show: false },
    scales,
    series,
    axes: [xAxis, ...yAxes],
    cursor: {
      y: false,
      x: true,
      drag: { x: !!hooks.select, y: false, setScale: false, dist: 5 },
      // Only the cursor is shared: a drag on one chart is told once.
      sync: { key: syncKey, scales: ["x", null], setSeries: false, filters: { pub: (type) => type === "mousemove" || type === "mouseleave" } },
      dataIdx: (u, _, closest) => (u.cursor.left == null || u.cursor.left < 0 ? closest : Math.max(0, bucketAt(times, u.posToVal(u.cursor.left, "x")))),
      points: {
        size: (_, i) => (i > 0 && kindOf(input.series[drawn[i - 1]!.from]!) !== "bars" ? 7 : 0),
        width: 1.5,
        stroke: () => palette.panel,
        fill: (_, i) => (i > 0 ? palette.of(colorOf(input.series[drawn[i - 1]!.from]!, drawn[i - 1]!.from)) : "transparent"),
      },
      bind: { dblclick: () => null },
    },
    select: { show: true, left: 0, top: 0, width: 0, height: 0 },
    hooks: {
      setCursor: [
        (u) => {
          const left = u.cursor.left ?? -1;
          if (left < 0) return hooks.cursor(null, u);
          const i = bucketAt(times, u.posToVal(left, "x"));
          hooks.cursor(i < 0 ? null : i, u);
        },
      ],
      setSelect: [
        (u) => {
          const { left, width: wide } = u.select;
          if (wide > 0 && hooks.select) {
            const [from, to] = bucketsOf(u.posToVal(left, "x"), u.posToVal(left + wide, "x"), times, step);
            hooks.select(from, to);
          }
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
      drawAxes: [
        (u) => {
          const { ctx, bbox } = u;
          ctx.save();
          ctx.beginPath();
          ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
          ctx.clip();
          for (const g of input.gaps) {
            const x0 = u.valToPos(Math.max(g.from, range.from), "x", true);
            const x1 = u.valToPos(Math.min(g.to, range.to), "x", true);
            if (x1 <= x0) continue;
            pattern ??= hatch(ctx, palette, uPlot.pxRatio);
            if (pattern) ctx.fillStyle = pattern;
            // A gap narrower than a pixel is still one.
            ctx.fillRect(x0, bbox.top, Math.max(x1 - x0, 2 * uPlot.pxRatio), bbox.height);
          }
          for (const d of drawn) {
            const s = input.series[d.from]!;
            if (s.band && !s.compare) drawBand(u, times, s.band, sideOf(s), mix(palette.of(colorOf(s, d.from)), "transparent", 0.2));
          }
          ctx.restore();
        },
      ],
      draw: [
        (u) => {
          const { ctx, bbox } = u;
          const ratio = uPlot.pxRatio;
          ctx.save();
          if (input.selected) {
            const a = Math.max(bbox.left, u.valToPos(input.selected.from, "x", true));
            const b = Math.min(bbox.left + bbox.width, u.valToPos(input.selected.to, "x", true));
            ctx.globalAlpha = 0.68;
            ctx.fillStyle = palette.panel;
            if (a > bbox.left) ctx.fillRect(bbox.left, bbox.top, a - bbox.left, bbox.height);
            if (b < bbox.left + bbox.width) ctx.fillRect(b, bbox.top, bbox.left + bbox.width - b, bbox.height);
            ctx.globalAlpha = 1;
          }
          ctx.lineWidth = ratio;
          for (const m of input.marks) {
            if (m.at < range.from || m.at > range.to) continue;
            const x = Math.round(u.valToPos(m.at, "x", true));
            ctx.strokeStyle = palette.severity(m.severity);
            ctx.setLineDash([3 * ratio, 3 * ratio]);
            ctx.beginPath();
            ctx.moveTo(x, bbox.top);
            ctx.lineTo(x, bbox.top + bbox.height);
            ctx.stroke();
          }
          for (const l of input.limits) {
            const side = l.axis ?? "left";
            if (!pane.sides.includes(side)) continue;
            const y = Math.round(u.valToPos(l.value, side, true));
            ctx.strokeStyle = palette.text;
            ctx.setLineDash([6 * ratio, 3 * ratio]);
            ctx.beginPath();
            ctx.moveTo(bbox.left, y);
            ctx.lineTo(bbox.left + bbox.width, y);
            ctx.stroke();
            writeOver(ctx, l.label, bbox.left + bbox.width - 4 * ratio, y > bbox.top + 16 * ratio ? y - 3 * ratio : y + 13 * ratio, palette, font, ratio);
          }
          ctx.restore();
        },
      ],
    },
  };
  return { options, data: data as unknown as uPlot.AlignedData };
}

/** bucketsOf widens a range to whole buckets: less than one cannot be told apart. */
export function bucketsOf(from: number, to: number, times: readonly number[], step: number): [number, number] {
  const a = bucketAt(times, from);
  const b = bucketAt(times, Math.max(from, to - 1e-6));
  const start = a < 0 ? from : times[a]!;
  const end = b < 0 ? to : Math.min(times[b + 1] ?? Infinity, times[b]! + step);
  return [Math.floor(start), Math.ceil(Math.max(end, start + 1))];
}

function drawBand(u: uPlot, times: readonly number[], band: { low: Values; high: Values }, scale: string, fill: string) {
  const { ctx } = u;
  ctx.fillStyle = fill;
  let run: { x: number; low: number; high: number }[] = [];
  const flush = () => {
    if (run.length > 1) {
      ctx.beginPath();
      for (const p of run) ctx.lineTo(p.x, u.valToPos(p.high, scale, true));
      for (const p of run.reverse()) ctx.lineTo(p.x, u.valToPos(p.low, scale, true));
      ctx.closePath();
      ctx.fill();
    }
    run = [];
  };
  for (let i = 0; i < times.length; i++) {
    const low = band.low[i];
    const high = band.high[i];
    if (low == null || high == null) {
      flush();
      continue;
    }
    const x = Math.round(u.valToPos(times[i]!, "x", true));
    const last = run[run.length - 1];
    if (last?.x === x) {
      // Many in one pixel: all that they hold.
      last.low = Math.min(last.low, low);
      last.high = Math.max(last.high, high);
    } else {
      run.push({ x, low, high });
    }
  }
  flush();
}

function writeOver(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, palette: Palette, font: string, ratio: number) {
  ctx.font = font.replace(/[\d.]+px/, (m) => `${Number.parseFloat(m) * ratio}px`);
  ctx.textAlign = "right";
  ctx.textBaseline = "alphabetic";
  ctx.setLineDash([]);
  ctx.lineWidth = 3 * ratio;
  ctx.strokeStyle = palette.panel;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = palette.text;
  ctx.fillText(text, x, y);
  ctx.lineWidth = ratio;
}
