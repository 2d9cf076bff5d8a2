import css from "./Tail.module.css";

const kept = 26;

/** Tail writes a long path in one line: what gives way is its middle, and never the
 * end, by which paths differ. All of it is the title. */
export function Tail({ text }: { text: string }) {
  let cut = text.length;
  for (let at = cut; at > 0; at = text.lastIndexOf("/", at - 1)) {
    if (cut < text.length && text.length - at > kept) break;
    cut = at;
  }
  if (cut === text.length || cut <= 0) return <span title={text}>{text}</span>;
  return (
    <span className={css.tail} title={text}>
      <span>{text.slice(0, cut)}</span>
      <span>{text.slice(cut)}</span>
    </span>
  );
}
