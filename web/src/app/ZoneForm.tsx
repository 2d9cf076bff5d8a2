import { useMemo, useState, type ReactNode } from "react";
import { Popover } from "../table/radix";
import { useSearch } from "./search";
import { localZone, setZone, useZone, validZone } from "./zone";
import css from "./RangePicker.module.css";

const supported: string[] = (Intl as unknown as { supportedValuesOf?: (k: string) => string[] }).supportedValuesOf?.("timeZone") ?? [];

/** ZoneForm is the list of zones. `button` opens it and is where it stands. */
export default function ZoneForm({ open, onOpen, button }: { open: boolean; onOpen: (open: boolean) => void; button: ReactNode }) {
  const zone = useZone();
  const [search, setSearch] = useSearch();
  const [find, setFind] = useState("");
  const list = useMemo(() => {
    const all = [...new Set(["UTC", localZone, ...supported])].filter(validZone);
    const f = find.trim().toLowerCase().replace(/ /g, "_");
    return (f ? all.filter((z) => z.toLowerCase().includes(f)) : all).slice(0, 40);
  }, [find]);
  const choose = (name: string) => {
    setZone(name);
    if (search.tz) setSearch({ tz: undefined });
    onOpen(false);
  };

  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
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
