// The table of everything: rows drawn only where they are seen, sorted, resized and
// picked by column, walked by keys. One row and perhaps one cell is the current one;
// the focus stays on the table, so that rows may come and go under it.
import { columnSizingFeature, columnVisibilityFeature, createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type RowData } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "./Button";
import { compare, missing, valueOf, type Column } from "./columns";
import { Icon } from "./Icon";
import { plainKey } from "./keys";
import { Menu } from "./Menu";
import { Line } from "./TableRow";
import { useKept } from "./kept";
import { InTable } from "./Value";
import css from "./DataTable.module.css";

export type { Column } from "./columns";

export type Order = { key: string; desc: boolean };

export type DataTableProps<T extends RowData> = {
  /** Under this the widths, the columns shown and the order are kept in the browser. */
  id: string;
  /** What the table is of, for those who do not see it. */
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T, index: number) => string;
  /** What a row shows below itself when it is opened inline. */
  expand?: (row: T) => ReactNode;
  /** Enter or a click on a row; without it they expand. */
  onOpen?: (row: T) => void;
  /** The row that is open elsewhere (a drawer), marked. */
  opened?: string;
  /** Pixels of the body; "fill" takes what the parent has; without it a table of up
   * to 50 rows is as high as they are, a longer one 480. */
  height?: number | "fill";
  /** Shown when there are no rows. */
  empty?: ReactNode;
  loading?: boolean;
  /** The order at first. */
  order?: Order;
  /** The server sorts: told when a title is clicked, `order` is then what holds. */
  onOrder?: (order: Order | undefined) => void;
  /** Checkboxes for bulk actions. */
  selection?: { selected: ReadonlySet<string>; onSelect: (keys: Set<string>) => void };
  /** More keys on the current row: "e", "s", ... Each needs a button somewhere. */
  keys?: Record<string, (row: T) => void>;
  /** Near the end of the rows: time for the next page. */
  onEnd?: () => void;
  /** Whether the first row is in view, as live tails ask. */
  onTop?: (top: boolean) => void;
  /** Stands left above the table, beside the column picker. */
  tools?: ReactNode;
  /** No picker where columns are few and fixed. */
  picker?: boolean;
  rowHeight?: number;
  /** A class for rows that need one. */
  rowClass?: (row: T) => string | undefined;
};

const features = tableFeatures({
  rowSortingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {},
});

type Kept = { widths: Record<string, number>; shown: Record<string, boolean>; sort?: Order };

export function DataTable<T extends RowData>(p: DataTableProps<T>) {
  const { columns, rows, rowKey } = p;
  const own = useId();
  const [kept, keep] = useKept<Kept>("weir.table." + p.id, { widths: {}, shown: {} });
  const [active, setActive] = useState<{ row: number; cell: number }>({ row: -1, cell: -1 });
  const [openRows, setOpenRows] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const order = p.onOrder ? p.order : (kept.sort ?? p.order);

  const defs = useMemo<ColumnDef<typeof features, T>[]>(
    () =>
      columns.map((c) => ({
        id: c.key,
        accessorFn: (row: T) => (missing(valueOf(c, row)) ? undefined : valueOf(c, row)) as never,
        enableSorting: c.sort !== false,
        sortUndefined: "last" as const,
        sortDescFirst: c.align === "right",
        sortFn: (a: { original: unknown }, b: { original: unknown }) =>
          typeof c.sort === "function" ? c.sort(a.original as T, b.original as T) : compare(valueOf(c, a.original as T), valueOf(c, b.original as T)),
        size: c.width ?? 160,
        minSize: c.min ?? 60,
      })),
    [columns],
  );
  const visibility = useMemo(() => Object.fromEntries(columns.map((c) => [c.key, kept.shown[c.key] ?? !c.hidden])), [columns, kept.shown]);
  const sorting = useMemo(() => (order ? [{ id: order.key, desc: order.desc }] : []), [order?.key, order?.desc]); // eslint-disable-line
  const table = useTable(
    {
      features,
      columns: defs,
      data: rows,
      getRowId: (row: T, i: number) => rowKey(row, i),
      manualSorting: !!p.onOrder,
      enableMultiSort: false,
      state: { sorting, columnVisibility: visibility, columnSizing: kept.widths },
      onSortingChange: (u) => {
        const next = (typeof u === "function" ? u(sorting) : u)[0];
        const o = next && { key: next.id, desc: next.desc };
        if (p.onOrder) p.onOrder(o);
        else keep({ ...kept, sort: o });
      },
      onColumnSizingChange: (u) => keep({ ...kept, widths: typeof u === "function" ? u(kept.widths) : u }),
    },
    // All state is handed in; there is none to listen to.
    () => null,
  );
  const lines = table.getRowModel().rows;
  const shown = useMemo(() => columns.filter((c) => visibility[c.key]), [columns, visibility]);
  const natural = p.height === undefined && rows.length <= 50;
  const rowHeight = p.rowHeight ?? 30;

  const virtual = useVirtualizer({
    count: natural ? 0 : lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (i) => lines[i]?.id ?? i,
    overscan: 12,
    scrollPaddingStart: 32,
  });
  const items = virtual.getVirtualItems();
  // The same numbers in every row give the same columns in every row.
  const sizes = shown.map((c) => {
    const own = kept.widths[c.key];
    return own !== undefined ? { min: own, text: `${own}px` } : { min: least(c), text: `minmax(${least(c)}px, ${c.width ?? 220}fr)` };
  });
  const template = (p.selection ? "34px " : "") + (p.expand ? "26px " : "") + sizes.map((s) => s.text).join(" ");
  const narrowest = (p.selection ? 34 : 0) + (p.expand ? 26 : 0) + sizes.reduce((n, s) => n + s.min, 0);
  const lead = (p.selection ? 1 : 0) + (p.expand ? 1 : 0);

  const last = items[items.length - 1]?.index ?? -1;
  const onEnd = p.onEnd;
  useEffect(() => {
    if (onEnd && last >= 0 && last >= lines.length - 30) onEnd();
  }, [last, lines.length, onEnd]);
  useEffect(() => {
    if (active.row >= lines.length) setActive({ row: lines.length - 1, cell: -1 });
  }, [lines.length, active.row]);

  const at = lines[active.row];
  const toggle = useCallback((key: string) => {
    setOpenRows((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const select = (key: string) => {
    if (!p.selection) return;
    const next = new Set(p.selection.selected);
    if (!next.delete(key)) next.add(key);
    p.selection.onSelect(next);
  };
  const go = (row: number, cell = active.cell) => {
    const r = Math.max(0, Math.min(lines.length - 1, row));
    setActive({ row: r, cell });
    if (natural) document.getElementById(`${own}-${r}`)?.scrollIntoView({ block: "nearest" });
    else virtual.scrollToIndex(r, { align: "auto" });
  };
  const handle = () => document.getElementById(`${own}-${active.row}-${active.cell}`)?.querySelector<HTMLElement>("[data-value],button,a");

  const onKey = (e: KeyboardEvent<HTMLDivElement>) => {
    // What a menu of a row gets is not the table's, though it is drawn by it.
    if (!e.currentTarget.contains(e.target as Node)) return;
    const inside = e.target !== e.currentTarget && !(e.target as HTMLElement).hasAttribute("data-value");
    const key = plainKey(e);
    if (!key || (inside && !["j", "k", "Escape"].includes(key))) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2);
    const row = at?.original;
    switch (key) {
      case "j":
      case "ArrowDown":
        go(active.row + 1);
        break;
      case "k":
      case "ArrowUp":
        go(active.row - 1);
        break;
      case "PageDown":
        go(active.row + page);
        break;
      case "PageUp":
        go(active.row - page);
        break;
      case "Home":
        go(0);
        break;
      case "End":
        go(lines.length - 1);
        break;
      case "ArrowRight":
        setActive((a) => ({ row: Math.max(0, a.row), cell: Math.min(shown.length - 1, a.cell + 1) }));
        break;
      case "ArrowLeft":
        setActive((a) => ({ ...a, cell: Math.max(-1, a.cell - 1) }));
        break;
      case "Enter":
        if (!at) return;
        if (active.cell >= 0 && handle()) handle()?.click();
        else if (p.onOpen) p.onOpen(at.original);
        else if (p.expand) toggle(at.id);
        break;
      case " ":
        if (!at) return;
        if (p.selection) select(at.id);
        else if (p.expand) toggle(at.id);
        else return;
        break;
      case "Escape":
        if (at && openRows.has(at.id)) toggle(at.id);
        else if (active.cell >= 0) setActive({ ...active, cell: -1 });
        else return;
        break;
      default: {
        const more = p.keys?.[key];
        if (more && row !== undefined) {
          more(row);
          break;
        }
        // f, x and o are the current cell's.
        if (active.cell >= 0 && e.target === e.currentTarget && "fxo".includes(key)) {
          handle()?.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          break;
        }
        return;
      }
    }
    e.preventDefault();
    e.stopPropagation();
  };

  const all = !!p.selection && lines.length > 0 && lines.every((l) => p.selection?.selected.has(l.id));
  const draw = (i: number) => {
    const line = lines[i];
    if (!line) return null;
    return (
      <Line
        key={line.id}
        id={`${own}-${i}`}
        row={line.original}
        rowKey={line.id}
        index={i}
        columns={shown}
        lead={lead}
        open={openRows.has(line.id)}
        expand={p.expand}
        active={active.row === i}
        cell={active.row === i ? active.cell : -1}
        marked={p.opened === line.id}
        className={p.rowClass?.(line.original)}
        selected={p.selection?.selected.has(line.id)}
        onSelect={p.selection ? select : undefined}
        onToggle={toggle}
        onPick={(cell) => {
          setActive({ row: i, cell });
          if (cell >= 0) return;
          if (p.onOpen) p.onOpen(line.original);
        }}
        clickable={!!p.onOpen}
        measure={natural ? undefined : virtual.measureElement}
        minHeight={rowHeight}
      />
    );
  };
  const headers = table.getFlatHeaders();
  const fill = p.height === "fill";
  return (
    <div className={css.table + (fill ? " " + css.fill : "")}>
      {(p.tools || p.picker) && (
        <div className={css.tools}>
          <div className={css.left}>{p.tools}</div>
          {p.picker && <Picker columns={columns} shown={visibility} onShow={(key, on) => keep({ ...kept, shown: { ...kept.shown, [key]: on } })} onReset={() => keep({ widths: {}, shown: {} })} />}
        </div>
      )}
      <div
        ref={scroller}
        className={css.scroll}
        style={{ height: natural || fill || lines.length === 0 ? undefined : ((p.height as number | undefined) ?? 480), ["--columns" as string]: template }}
        role="grid"
        aria-label={p.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={shown.length + lead}
        aria-busy={p.loading || undefined}
        aria-multiselectable={p.selection ? true : undefined}
        aria-activedescendant={at ? (active.cell >= 0 ? `${own}-${active.row}-${active.cell}` : `${own}-${active.row}`) : undefined}
        tabIndex={0}
        onKeyDown={onKey}
        onFocus={(e) => {
          if (e.target === e.currentTarget && active.row < 0 && lines.length > 0 && e.currentTarget.matches(":focus-visible")) setActive({ row: items[0]?.index ?? 0, cell: -1 });
        }}
        onScroll={p.onTop ? (e) => p.onTop?.(e.currentTarget.scrollTop < 4) : undefined}
      >
        <div className={css.sheet} style={{ minWidth: narrowest }}>
        <div role="rowgroup" className={css.headgroup}>
          <div role="row" aria-rowindex={1} className={css.head}>
            {p.selection && (
              <div role="columnheader" className={css.check}>
                <input
                  type="checkbox"
                  aria-label="Select all rows"
                  checked={all}
                  ref={(el) => {
                    if (el) el.indeterminate = !all && (p.selection?.selected.size ?? 0) > 0;
                  }}
                  onChange={() => p.selection?.onSelect(all ? new Set() : new Set(lines.map((l) => l.id)))}
                />
              </div>
            )}
            {p.expand && (
              <div role="columnheader" className={css.check}>
                <span className={css.hidden}>Open</span>
              </div>
            )}
            {shown.map((c) => {
              const header = headers.find((h) => h.column.id === c.key);
              const dir = order?.key === c.key ? (order.desc ? "descending" : "ascending") : "none";
              const can = c.sort !== false;
              return (
                <div key={c.key} role="columnheader" aria-sort={can ? dir : undefined} className={`${css.th} ${c.align === "right" ? css.right : ""}`}>
                  {can ? (
                    <button type="button" className={css.sort} title={c.help ?? c.title} tabIndex={-1} data-sort={c.key} onClick={() => header?.column.toggleSorting(undefined, false)}>
                      <span>{c.title}</span>
                      {dir !== "none" && <Icon name={dir === "descending" ? "down" : "up"} size={12} />}
                    </button>
                  ) : (
                    <span title={c.help}>{c.title}</span>
                  )}
                  <span
                    className={css.grip}
                    aria-hidden
                    onPointerDown={(e) => {
                      // From the width that is seen, whatever was asked for.
                      const cell = e.currentTarget.parentElement as HTMLElement;
                      const begin = e.clientX;
                      const width = cell.getBoundingClientRect().width;
                      const grip = e.currentTarget;
                      grip.setPointerCapture(e.pointerId);
                      const move = (m: PointerEvent) => keep((old) => ({ ...old, widths: { ...old.widths, [c.key]: Math.max(c.min ?? 60, Math.round(width + m.clientX - begin)) } }));
                      const up = () => {
                        grip.removeEventListener("pointermove", move);
                        grip.removeEventListener("pointerup", up);
                      };
                      grip.addEventListener("pointermove", move);
                      grip.addEventListener("pointerup", up);
                    }}
                    onDoubleClick={() =>
                      keep((old) => {
                        const { [c.key]: _, ...widths } = old.widths;
                        return { ...old, widths };
                      })
                    }
                  />
                </div>
              );
            })}
          </div>
        </div>
        <InTable.Provider value={true}>
          {natural ? (
            lines.map((_, i) => draw(i))
          ) : (
            <>
              <div style={{ height: items[0]?.start ?? 0 }} />
              {items.map((it) => draw(it.index))}
              <div style={{ height: Math.max(0, virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0)) }} />
            </>
          )}
        </InTable.Provider>
        </div>
      </div>
      {lines.length === 0 && !p.loading && <div className={css.empty}>{p.empty ?? "Nothing here."}</div>}
    </div>
  );
}

const least = <T,>(c: Column<T>) => c.min ?? (c.width ? Math.min(c.width, 90) : 110);

function Picker<T>({ columns, shown, onShow, onReset }: { columns: Column<T>[]; shown: Record<string, boolean>; onShow: (key: string, on: boolean) => void; onReset: () => void }) {
  return (
    <Menu
      label="Columns"
      items={[
        ...columns.map((c) => ({ id: c.key, title: c.title, checked: !!shown[c.key], keepOpen: true, run: () => onShow(c.key, !shown[c.key]) })),
        "line",
        { id: "reset", title: "As at first", icon: "refresh", run: onReset },
      ]}
    >
      <Button kind="quiet" small icon="columns" title="Choose the columns">
        Columns
      </Button>
    </Menu>
  );
}
