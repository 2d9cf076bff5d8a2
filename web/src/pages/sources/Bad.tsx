import { useState } from "react";
import { useGet } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import css from "./sources.module.css";

/** visible shows what a line holds where it has no shape of its own. */
const visible = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** BadLines shows what was no record, by reason. Its texts come from outside. */
export function BadLines() {
  const q = useGet("/sources/bad", { samples: 20 });
  const [open, setOpen] = useState<string>();
  const list = q.data?.reasons ?? [];
  return (
    <Panel title="Lines that were no records" help="All are counted; the first 20 of each reason and object are kept. The other lines of their files are in." path="/sources/bad" loading={q.loading && !q.data} error={q.error} waitHeight={220}>
      {list.length === 0 ? (
        <Empty what="bad lines" icon="check" reasons={["Every line that came was a record."]} />
      ) : (
        <ul className={css.reasons}>
          {list.map((r) => {
            const shown = open === r.reason ? r.lines : r.lines.slice(0, 3);
            return (
              <li key={r.reason} className={css.reason}>
                <h3>
                  {r.reason} <span className={css.soft}>{plural(r.count, "line")}</span>
                </h3>
                <p>{r.advice}</p>
                {r.command ? (
                  <p className={css.command}>
                    <code>{r.command}</code> <Copy text={r.command} kind="quiet" />
                  </p>
                ) : null}
                <ul>
                  {shown.map((l) => (
                    <li key={`${l.object} ${l.line}`}>
                      <span className={css.place} title={l.name}>
                        {l.name.slice(l.name.lastIndexOf("/") + 1)}:{l.line}
                        {l.column ? `:${l.column}` : ""}
                      </span>
                      <code>{visible(l.text) || "(empty)"}</code>
                    </li>
                  ))}
                </ul>
                {r.lines.length > 3 ? (
                  <Button small kind="quiet" onClick={() => setOpen(open === r.reason ? undefined : r.reason)} aria-expanded={open === r.reason}>
                    {open === r.reason ? "Show fewer" : `Show ${count(r.lines.length)} samples`}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
