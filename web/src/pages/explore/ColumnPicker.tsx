import { useState } from "react";
import { useGet } from "../../api/hooks";
import { Button } from "../../table/Button";
import { Popover } from "../../table/Popover";
import css from "./explore.module.css";

/** ColumnPicker chooses which fields of records are shown, and in which order. */
export function ColumnPicker({ columns, onChange, isFirst, onReset }: { columns: string[]; onChange: (next: string[]) => void; isFirst: boolean; onReset: () => void }) {
  const fields = useGet("/fields");
  const [find, setFind] = useState("");
  const all = (fields.data ?? []).filter((f) => f.stored);
  const wanted = find.trim().toLowerCase();
  const match = (f: (typeof all)[number]) => !wanted || [f.name, f.doc, ...f.aliases].some((t) => t.toLowerCase().includes(wanted));
  const shown = columns.map((c) => all.find((f) => f.name === c)).filter((f) => f !== undefined);
  const move = (at: number, by: number) => {
    const next = [...columns];
    const [one] = next.splice(at, 1);
    next.splice(at + by, 0, one as string);
    onChange(next);
  };
  return (
    <Popover
      label="Columns"
      align="end"
      button={
        <Button kind="quiet" small icon="columns" title="Choose the columns">
          Columns
        </Button>
      }
    >
      <div className={css.picker}>
        <input type="search" placeholder="Find a field" aria-label="Find a field" value={find} onChange={(e) => setFind(e.target.value)} />
        <ul>
          {shown.filter(match).map((f) => {
            const at = columns.indexOf(f.name);
            return (
              <li key={f.name}>
                <label title={f.doc}>
                  <input type="checkbox" checked disabled={columns.length === 1} onChange={() => onChange(columns.filter((c) => c !== f.name))} />
                  {f.name}
                </label>
                <Button kind="quiet" small icon="up" aria-label={`${f.name} further to the left`} disabled={at === 0} onClick={() => move(at, -1)} />
                <Button kind="quiet" small icon="down" aria-label={`${f.name} further to the right`} disabled={at === columns.length - 1} onClick={() => move(at, 1)} />
              </li>
            );
          })}
          {all
            .filter((f) => !columns.includes(f.name) && match(f))
            .map((f) => (
              <li key={f.name}>
                <label title={f.doc}>
                  <input type="checkbox" checked={false} onChange={() => onChange([...columns, f.name])} />
                  {f.name}
                </label>
              </li>
            ))}
        </ul>
        {!isFirst && (
          <Button small icon="refresh" onClick={onReset}>
            As at first
          </Button>
        )}
      </div>
    </Popover>
  );
}
