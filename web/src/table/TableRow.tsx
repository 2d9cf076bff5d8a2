import { memo, type MouseEvent, type ReactNode } from "react";
import { cellOf, type Column } from "./columns";
import { Icon } from "./Icon";
import css from "./DataTable.module.css";

type LineProps<T> = {
  id: string;
  row: T;
  rowKey: string;
  index: number;
  columns: Column<T>[];
  lead: number;
  open: boolean;
  expand?: (row: T) => ReactNode;
  active: boolean;
  cell: number;
  marked: boolean;
  selected?: boolean;
  className?: string;
  clickable: boolean;
  onSelect?: (key: string) => void;
  onToggle: (key: string) => void;
  /** A click on a cell; -1 is the row itself. */
  onPick: (cell: number) => void;
  measure?: (el: Element | null) => void;
  minHeight: number;
};

function Row<T>(p: LineProps<T>) {
  const click = (e: MouseEvent) => {
    if ((e.target as HTMLElement).closest("button,a,input,label") || window.getSelection()?.toString()) return;
    p.onPick(-1);
    if (p.expand && !p.clickable) p.onToggle(p.rowKey);
  };
  return (
    <div role="rowgroup" ref={p.measure} data-index={p.index}>
      <div
        role="row"
        id={p.id}
        aria-rowindex={p.index + 2}
        aria-selected={p.selected}
        className={[css.row, p.active && p.cell < 0 && css.active, p.active && css.near, p.marked && css.marked, p.selected && css.selected, (p.clickable || p.expand) && css.clickable, p.className].filter(Boolean).join(" ")}
        style={{ minHeight: p.minHeight }}
        onClick={click}
      >
        {p.onSelect && (
          <div role="gridcell" className={css.check}>
            <input type="checkbox" tabIndex={-1} aria-label="Select this row" checked={!!p.selected} onChange={() => p.onSelect?.(p.rowKey)} />
          </div>
        )}
        {p.expand && (
          <div role="gridcell" className={css.check}>
            <button type="button" tabIndex={-1} className={css.toggle} aria-expanded={p.open} aria-label={p.open ? "Close the details" : "Show the details"} onClick={() => p.onToggle(p.rowKey)}>
              <Icon name={p.open ? "down" : "right"} size={14} />
            </button>
          </div>
        )}
        {p.columns.map((c, n) => (
          <div key={c.key} role="gridcell" id={`${p.id}-${n}`} aria-colindex={n + 1 + p.lead} className={[css.td, c.align === "right" && css.right, p.active && p.cell === n && css.cell].filter(Boolean).join(" ")}>
            {cellOf(c, p.row)}
          </div>
        ))}
      </div>
      {p.expand && p.open && (
        <div role="row" className={css.details}>
          <div role="gridcell" aria-colspan={p.columns.length + p.lead}>
            {p.expand(p.row)}
          </div>
        </div>
      )}
    </div>
  );
}

// A row is drawn anew when something of it changes; the callbacks' identity is none.
const same = <T,>(a: LineProps<T>, b: LineProps<T>) =>
  a.id === b.id &&
  a.row === b.row &&
  a.rowKey === b.rowKey &&
  a.columns === b.columns &&
  a.open === b.open &&
  (!b.open || a.expand === b.expand) &&
  !a.expand === !b.expand &&
  a.active === b.active &&
  a.cell === b.cell &&
  a.marked === b.marked &&
  a.selected === b.selected &&
  !a.onSelect === !b.onSelect &&
  a.className === b.className;

export const Line = memo(Row, same) as typeof Row;
