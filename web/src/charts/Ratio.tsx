import styles from "./Ratio.module.css";
import { formatNoun, formatValue } from "./units";

export interface RatioProps {
  accept: number;
  reject: number;
  unit: string;
  /** usual share of rejects, 0 to 1: marked below the bar */
  usual?: { low: number; high: number } | undefined;
  /** one of the two was pointed out */
  onPick?: (action: "ACCEPT" | "REJECT") => void;
}

/** Ratio shows accepted and rejected as parts of one bar, with their numbers, and what share of rejects is usual. */
export function Ratio({ accept, reject, unit, usual, onPick }: RatioProps) {
  const all = accept + reject;
  const share = all > 0 ? reject / all : 0;
  const odd = usual && all > 0 && (share < usual.low || share > usual.high);
  const side = (action: "ACCEPT" | "REJECT", n: number) => {
    const text = (
      <>
        <span className={styles.key} data-action={action} aria-hidden="true" />
        <span className={styles.what}>{action === "ACCEPT" ? "accepted" : "rejected"}</span>
        <b>{all > 0 ? formatValue(n / all, "ratio") : "–"}</b>
        <span className={styles.count}>{formatNoun(n, unit)}</span>
      </>
    );
    return onPick ? (
      <button type="button" className={styles.side} onClick={() => onPick(action)} title={`Show ${action} only`}>
        {text}
      </button>
    ) : (
      <span className={styles.side}>{text}</span>
    );
  };
  return (
    <div className={styles.root}>
      <div className={styles.numbers}>
        {side("ACCEPT", accept)}
        {side("REJECT", reject)}
      </div>
      <div className={styles.bar} aria-hidden="true" data-empty={all === 0 || undefined}>
        {accept > 0 && <span className={styles.accept} style={{ flexGrow: accept / all }} />}
        {reject > 0 && <span className={styles.reject} style={{ flexGrow: reject / all }} />}
      </div>
      {usual && (
        <div className={styles.usual}>
          {/* Rejects are counted from the right end, as they are drawn. */}
          <span className={styles.range} aria-hidden="true" style={{ right: `${usual.low * 100}%`, width: `max(3px, ${(usual.high - usual.low) * 100}%)` }} />
          <span className={odd ? styles.odd : undefined}>
            usual {formatValue(usual.low, "ratio")} – {formatValue(usual.high, "ratio")} rejected
            {odd ? (share > usual.high ? ", now above" : ", now below") : ""}
          </span>
        </div>
      )}
    </div>
  );
}
