import { clusters, type Mark, type Span } from "./series";
import styles from "./TimeSeries.module.css";
import { spanText, timeText } from "./timeaxis";

interface Props {
  marks: readonly Mark[];
  range: Span;
  /** of the plotting area, in pixels */
  left: number;
  width: number;
  zone: string;
  onMark?: ((mark: Mark) => void) | undefined;
}

const order = ["critical", "high", "medium", "low", "info"];
const most = 6;

/** Marks are what happened (alerts), above the plot, with what they say when pointed at. */
export function Marks({ marks, range, left, width, zone, onMark }: Props) {
  if (width <= 0 || marks.length === 0) return null;
  const placed = marks
    .filter((m) => m.at >= range.from && m.at <= range.to)
    .map((item) => ({ x: ((item.at - range.from) / (range.to - range.from)) * width, item }));
  return (
    <div className={styles.marks} style={{ left, width }}>
      {clusters(placed, 14).map(({ x, items }) => {
        const worst = order.find((s) => items.some((m) => m.severity === s)) ?? "info";
        const first = items[0]!;
        const last = items[items.length - 1]!;
        const time = items.length === 1 ? timeText(first.at, zone) : spanText(first.at, last.at, zone);
        return (
          <button
            key={first.at + first.label}
            type="button"
            className={styles.mark}
            data-severity={worst}
            data-edge={x > width - 150 ? "right" : x < 150 ? "left" : undefined}
            style={{ left: x }}
            aria-label={`${items.length === 1 ? "" : `${items.length} marks: `}${items.map((m) => `${m.label} (${m.severity})`).slice(0, most).join("; ")}, ${time}`}
            onClick={() => onMark?.(items.find((m) => m.severity === worst) ?? first)}
          >
            <span aria-hidden="true">{items.length > 1 ? (items.length > 99 ? "99+" : items.length) : "!"}</span>
            <span className={styles.tip} aria-hidden="true">
              <span className={styles.tipTime}>{time}</span>
              {items.slice(0, most).map((m, i) => (
                <span key={i} className={styles.tipLine}>
                  <b data-severity={m.severity}>{m.severity}</b> {m.label}
                </span>
              ))}
              {items.length > most && <span className={styles.tipLine}>and {items.length - most} more</span>}
            </span>
          </button>
        );
      })}
    </div>
  );
}
