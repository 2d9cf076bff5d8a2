import { useMemo, useState } from "react";
import { useFloating, wantFloating } from "../table/floating";
import { Icon } from "./Icon";
import { useSearch } from "./search";
import { localZone, setZone, useZone, validZone } from "./zone";
import css from "./RangePicker.module.css";

const supported: string[] = (Intl as unknown as { supportedValuesOf?: (k: string) => string[] }).supportedValuesOf?.("timeZone") ?? [];

/** ZonePicker is the one control of the time zone. */
export function ZonePicker() {
  const zone = useZone();
  const [search, setSearch] = useSearch();
  const [open, setOpen] = useState(false);
  const [find, setFind] = useState("");
  const offset = zone.offset(new Date()) / 60;
  const sign = offset < 0 ? "-" : "+";
  const abs = Math.abs(offset);
  const told = zone.zone === "UTC" ? "UTC" : `UTC${sign}${Math.floor(abs / 60)}${abs % 60 ? ":" + String(abs % 60).padStart(2, "0") : ""}`;
  const list = useMemo(() => {
    const all = [...new Set(["UTC", localZone, ...supported])].filter(validZone);
    const f = find.trim().toLowerCase().replace(/ /g, "_");
    return (f ? all.filter((z) => z.toLowerCase().includes(f)) : all).slice(0, 40);
  }, [find]);
  const choose = (name: string) => {
    setZone(name);
    if (search.tz) setSearch({ tz: undefined });
    setOpen(false);
  };
  const Popover = useFloating()?.Popover;
  const face = (
    <>
      <Icon name="zone" size={16} />
      <span>{told}</span>
    </>
  );
  if (!Popover) {
    return (
      <button
        type="button"
        className={css.zone}
        title={`Times are in ${zone.zone}`}
        onClick={() => {
          wantFloating();
          setOpen(true);
        }}
      >
        {face}
      </button>
    );
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={css.zone} title={`Times are in ${zone.zone}`}>
        {face}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={css.pop} align="end" sideOffset={6} aria-label="Choose a time zone">
          <div className={css.zones}>
            <label>
              Time zone
              <input value={find} onChange={(e) => setFind(e.target.value)} placeholder="Berlin, New York …" spellCheck={false} />
            </label>
            <ul className={css.list}>
              {list.map((z) => (
                <li key={z}>
                  <button type="button" aria-pressed={z === zone.zone} onClick={() => choose(z)}>
                    {z.replace(/_/g, " ")}
                    {z === localZone ? " (this browser)" : ""}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
