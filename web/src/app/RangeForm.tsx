import { useEffect, useState, type ReactNode } from "react";
import { Popover } from "../table/radix";
import { ranges, useRange } from "./range";
import { useSearch } from "./search";
import { inZone, useZone } from "./zone";
import css from "./RangePicker.module.css";

/** RangeForm is the list of ranges and two fields for any other, read in the zone in
 * force. `button` opens it and is where it stands. */
export default function RangeForm({ open, onOpen, button }: { open: boolean; onOpen: (open: boolean) => void; button: ReactNode }) {
  const range = useRange();
  const zone = useZone();
  const [search, setSearch] = useSearch();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    if (!open) return;
    setWrong("");
    setFrom(range.from === undefined ? range.since : zone.time(range.from));
    setTo(range.to === undefined ? range.until : zone.time(range.to));
  }, [open]); // eslint-disable-line

  const read = (text: string) => {
    const t = text.trim();
    if (/^(now|end)(-\d+[smhdw])?$/.test(t)) return t;
    const at = inZone(t, zone.zone);
    if (at) return at.toISOString().replace(".000Z", "Z");
    return /Z$|[+-]\d\d:\d\d$/.test(t) && !Number.isNaN(Date.parse(t)) ? new Date(t).toISOString().replace(".000Z", "Z") : undefined;
  };
  const apply = () => {
    const a = read(from);
    const b = read(to);
    if (!a || !b) {
      setWrong("Write 2026-01-31 10:00, now-2h or end-2h.");
      return;
    }
    if (/^\d/.test(a) && /^\d/.test(b) && a >= b) {
      setWrong("The range ends before it begins.");
      return;
    }
    range.set(a, b);
    onOpen(false);
  };
  const compare = search.cmp ?? "";

  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={css.pop} align="end" sideOffset={6} aria-label="Choose a time range">
          <ul className={css.list}>
            {ranges.map((r) => (
              <li key={r.since + r.until}>
                <button
                  type="button"
                  aria-pressed={r.since === range.since && r.until === range.until}
                  onClick={() => {
                    range.set(r.since, r.until);
                    onOpen(false);
                  }}
                >
                  {r.label}
                </button>
              </li>
            ))}
          </ul>
          <form
            className={css.own}
            onSubmit={(e) => {
              e.preventDefault();
              apply();
            }}
          >
            <p className={css.hint}>
              “Newest” counts back from the newest stored record, “last” from now. Times are in {zone.zone}.
            </p>
            <label>
              From
              <input value={from} onChange={(e) => setFrom(e.target.value)} spellCheck={false} />
            </label>
            <label>
              To
              <input value={to} onChange={(e) => setTo(e.target.value)} spellCheck={false} />
            </label>
            {wrong ? (
              <p className={css.wrong} role="alert">
                {wrong}
              </p>
            ) : null}
            <div className={css.row}>
              <button type="submit" className={css.apply}>
                Apply
              </button>
              <button type="button" className={css.plain} onClick={() => range.widen()}>
                Twice as wide
              </button>
              <button
                type="button"
                className={css.plain}
                title="Make the range absolute, so that a link shows the same later"
                onClick={() => {
                  if (range.from !== undefined && range.to !== undefined) range.zoom(range.from, range.to);
                }}
              >
                Freeze
              </button>
            </div>
            <fieldset className={css.compare}>
              <legend>Compare with</legend>
              {[
                ["", "nothing"],
                ["day", "the day before"],
                ["week", "the week before"],
              ].map(([v, name]) => (
                <label key={v}>
                  <input type="radio" name="cmp" checked={compare === v} onChange={() => setSearch({ cmp: v || undefined })} />
                  {name}
                </label>
              ))}
            </fieldset>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
