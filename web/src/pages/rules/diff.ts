// The difference of two texts, line by line.

export type DiffLine = { kind: "same" | "gone" | "new" | "changed"; left?: string; right?: string; leftLine?: number; rightLine?: number };

/** Longer texts are told as replaced as a whole: the table below grows with both. */
const most = 4_000_000;

/** diff sets two texts side by side: what stays stands in one row, what was replaced
 * beside what took its place. It is the longest common subsequence of lines. */
export function diff(before: string, after: string): DiffLine[] {
  const split = (t: string) => (t === "" ? [] : t.replace(/\r\n/g, "\n").replace(/\n$/, "").split("\n"));
  const a = split(before);
  const b = split(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const x = a.slice(head, a.length - tail);
  const y = b.slice(head, b.length - tail);
  const out: DiffLine[] = [];
  const same = (i: number, j: number) => out.push({ kind: "same", left: a[i], right: b[j], leftLine: i + 1, rightLine: j + 1 });
  for (let i = 0; i < head; i++) same(i, i);
  let gone: number[] = [];
  let fresh: number[] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(gone.length, fresh.length); i++) {
      const l = gone[i];
      const r = fresh[i];
      out.push({
        kind: l === undefined ? "new" : r === undefined ? "gone" : "changed",
        left: l === undefined ? undefined : a[l],
        right: r === undefined ? undefined : b[r],
        leftLine: l === undefined ? undefined : l + 1,
        rightLine: r === undefined ? undefined : r + 1,
      });
    }
    gone = [];
    fresh = [];
  };
  const width = y.length + 1;
  const table = x.length * y.length <= most ? new Uint16Array((x.length + 1) * width) : undefined;
  if (table) {
    for (let i = x.length - 1; i >= 0; i--) {
      for (let j = y.length - 1; j >= 0; j--) {
        table[i * width + j] = x[i] === y[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
      }
    }
  }
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (table && i < x.length && j < y.length && x[i] === y[j]) {
      flush();
      same(head + i++, head + j++);
    } else if (j >= y.length || (i < x.length && (!table || table[(i + 1) * width + j]! >= table[i * width + j + 1]!))) gone.push(head + i++);
    else fresh.push(head + j++);
  }
  flush();
  for (let k = 0; k < tail; k++) same(a.length - tail + k, b.length - tail + k);
  return out;
}

/** folded leaves out what is far from any change; a number stands for so many lines. */
export function folded(lines: DiffLine[], around = 4): (DiffLine | number)[] {
  const near = lines.map(() => false);
  lines.forEach((l, i) => {
    if (l.kind !== "same") for (let k = Math.max(0, i - around); k <= Math.min(lines.length - 1, i + around); k++) near[k] = true;
  });
  const out: (DiffLine | number)[] = [];
  lines.forEach((l, i) => {
    const last = out[out.length - 1];
    if (near[i]) out.push(l);
    else if (typeof last === "number") out[out.length - 1] = last + 1;
    else out.push(1);
  });
  return out;
}
