/** sqlLines breaks a statement of one line where its clauses begin, deeper inside
 * parentheses. Texts and names in quotes stay as they are. */
export function sqlLines(sql: string): string {
  if (sql.includes("\n")) return sql;
  const clause = /^(SELECT|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|UNION ALL|LEFT JOIN|INNER JOIN|JOIN|SETTINGS)\b/i;
  let out = "";
  const starts: boolean[] = [false];
  for (let i = 0; i < sql.length; ) {
    const c = sql[i] ?? "";
    if (c === "'" || c === "`" || c === '"') {
      let end = i + 1;
      while (end < sql.length && sql[end] !== c) end += sql[end] === "\\" ? 2 : 1;
      out += sql.slice(i, end + 1);
      i = end + 1;
      continue;
    }
    if (c === "(") starts.push(/^\(\s*SELECT\b/i.test(sql.slice(i)));
    if (c === ")" && starts.length > 1 && starts.pop()) out += "\n" + "  ".repeat(starts.filter(Boolean).length);
    const word = (i === 0 || /[\s(]/.test(sql[i - 1] ?? "")) && clause.exec(sql.slice(i, i + 12));
    if (word && i > 0 && (starts.length === 1 || starts[starts.length - 1])) {
      out = out.trimEnd() + "\n" + "  ".repeat(starts.filter(Boolean).length);
    }
    out += c;
    i++;
  }
  return out;
}
