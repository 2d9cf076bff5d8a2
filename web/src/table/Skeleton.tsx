import css from "./Skeleton.module.css";

/** Skeleton stands where an answer is awaited, in about its size. */
export function Skeleton({ lines = 3, height }: { lines?: number; height?: number }) {
  if (height) return <div className={css.block} style={{ height }} aria-hidden />;
  return (
    <div className={css.lines} aria-hidden>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={css.line} style={{ width: `${[92, 78, 85, 64, 88][i % 5]}%` }} />
      ))}
    </div>
  );
}
