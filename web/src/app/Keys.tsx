import { useEffect } from "react";
import { Icon } from "./Icon";
import { shortcuts } from "./shortcuts";
import css from "./Shell.module.css";

/** Keys lists the keys in force. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const groups = new Map<string, { keys: string; title: string }[]>();
  for (const s of shortcuts()) groups.set(s.group ?? "This page", [...(groups.get(s.group ?? "This page") ?? []), s]);
  useEffect(() => {
    const esc = (e: KeyboardEvent) => {
      if (e.key === "Escape") onClose();
    };
    window.addEventListener("keydown", esc);
    return () => window.removeEventListener("keydown", esc);
  }, [onClose]);
  return (
    <div className={css.veil} onClick={onClose}>
      <div className={css.keys} role="dialog" aria-modal="true" aria-label="Keys" onClick={(e) => e.stopPropagation()}>
        <div className={css.keysHead}>
          <h2>Keys</h2>
          <button type="button" autoFocus onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </div>
        <div className={css.keysBody}>
          {[...groups].map(([name, list]) => (
            <section key={name}>
              <h3>{name}</h3>
              <dl>
                {list.map((s) => (
                  <div key={s.keys}>
                    <dt>
                      {s.keys.split(" ").map((k) => (
                        <kbd key={k}>{k.replace("mod+", "Ctrl ")}</kbd>
                      ))}
                    </dt>
                    <dd>{s.title}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
