// Ctrl-K: pages, and whatever was typed as an address, an app or a filter.
import { useEffect, useMemo, useRef, useState } from "react";
import { useGet } from "../api/hooks";
import { Icon } from "./Icon";
import { pages } from "./pages";
import { useGo } from "./Shell";
import css from "./Palette.module.css";

type Hit = { title: string; doc: string; icon: string; run: () => void };

const address = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i;

export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const go = useGo();
  const box = useRef<HTMLDivElement>(null);
  const t = text.trim();
  const apps = useGet("/values", { field: "dst_app", prefix: t, limit: 6 }, { when: t.length >= 2 && !address.test(t), keep: false });

  const hits = useMemo(() => {
    const out: Hit[] = [];
    const add = (title: string, doc: string, icon: string, path: string, more?: Record<string, string>) => out.push({ title, doc, icon, run: () => go(path, more) });
    if (address.test(t)) {
      add(`Everything about ${t}`, "Host or address", "explore", "/entity/address/" + encodeURIComponent("/" + t));
      add(`Records of ${t}`, "Explorer", "explore", "/explore", { q: `addr:${t.includes(":") ? `"${t}"` : t}` });
    }
    if (/^eni-|^i-|^vpc-|^subnet-|^tgw-/.test(t)) {
      const kind = t.startsWith("vpc-") ? "vpc" : t.startsWith("subnet-") ? "subnet" : "interface";
      add(`Everything about ${t}`, kind, "sources", `/entity/${kind}/` + encodeURIComponent("/" + t));
    }
    for (const v of (apps.data as { values?: unknown[][] } | undefined)?.values?.[0] ?? []) {
      if (v) add(String(v), "App", "graph", "/entity/app/" + encodeURIComponent("/" + String(v)));
    }
    for (const p of pages) {
      if (!t || p.title.toLowerCase().includes(t.toLowerCase()) || p.doc.toLowerCase().includes(t.toLowerCase())) add(p.title, p.doc, p.icon, p.path);
    }
    if (t) add(`Search records: ${t}`, "Explorer", "search", "/explore", { q: t });
    return out;
  }, [t, apps.data]); // eslint-disable-line

  useEffect(() => setAt(0), [t]);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    return () => before?.focus?.();
  }, []);
  const run = (h: Hit | undefined) => {
    if (!h) return;
    onClose();
    h.run();
  };
  return (
    <div className={css.veil} onClick={onClose}>
      <div ref={box} className={css.box} role="dialog" aria-modal="true" aria-label="Find" onClick={(e) => e.stopPropagation()}>
        <input
          autoFocus
          value={text}
          placeholder="An address, an app, a page, a filter"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-hits"
          aria-activedescendant={hits.length ? `palette-${at}` : undefined}
          aria-label="Find"
          spellCheck={false}
          onChange={(e) => setText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === "Escape") onClose();
            if (e.key === "Tab") e.preventDefault();
            if (e.key === "ArrowDown") {
              e.preventDefault();
              setAt((at + 1) % Math.max(hits.length, 1));
            }
            if (e.key === "ArrowUp") {
              e.preventDefault();
              setAt((at + hits.length - 1) % Math.max(hits.length, 1));
            }
            if (e.key === "Enter") run(hits[at]);
          }}
        />
        <ul id="palette-hits" role="listbox" aria-label="Found">
          {hits.map((h, i) => (
            <li key={h.title + h.doc} id={`palette-${i}`} role="option" aria-selected={i === at} onMouseEnter={() => setAt(i)} onClick={() => run(h)}>
              <Icon name={h.icon} size={16} />
              <span>{h.title}</span>
              <small>{h.doc}</small>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
