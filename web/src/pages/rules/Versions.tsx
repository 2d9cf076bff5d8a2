// The texts that a rule has had, two of them side by side.
import { useState } from "react";
import { useGet } from "../../api/hooks";
import { usePageSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Empty } from "../../table/Empty";
import { SelectField, SwitchField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import type { Detail } from "./bits";
import { diff, folded } from "./diff";
import css from "./rules.module.css";

type Version = { number: number; at: string; who: string; how: string; version: string; text: string; file: string; current: boolean };

const events: Record<string, string> = { saved: "saved", file: "changed on disk", shipped: "as weir ships it", removed: "removed" };

export function Versions({ id, detail, onTake }: { id: string; detail: Detail; onTake: (text: string) => void }) {
  const q = useGet("/rules/{id}/versions", undefined, { at: { id } });
  const zone = useZone();
  const [s, set] = usePageSearch({ left: "", right: "" });
  const [all, setAll] = useState(false);
  const list = (q.data ?? []) as Version[];
  const newest = list[0];
  const right = list.find((v) => String(v.number) === s.right) ?? newest;
  const left = list.find((v) => String(v.number) === s.left) ?? list[right ? list.indexOf(right) + 1 : 1] ?? right;
  if (q.data && list.length === 0) {
    return (
      <Panel title="Versions">
        <Empty
          what="versions"
          icon="history"
          reasons={[detail.rule.shipped ? "The rule ships with weir and was never changed here. Save one of your own in its place, and both texts are kept." : "The first text is noted within seconds."]}
        />
      </Panel>
    );
  }
  const lines = left && right ? diff(left.text, right.text) : [];
  const shown = all ? lines : folded(lines);
  const name = (v: Version) => `${v.number}: ${events[v.how] ?? v.how}${v.who ? ` by ${v.who}` : ""}, ${zone.time(v.at)}${v.current ? " (run now)" : ""}`;
  const options = list.map((v) => ({ value: String(v.number), title: name(v) }));
  const changes = lines.filter((l) => l.kind !== "same").length;
  return (
    <div className={css.column}>
      <Panel title="Versions" loading={q.loading} ready={!!q.data} error={q.error} onRetry={q.refetch} flush>
        <ol className={css.versions}>
          {list.map((v) => (
            <li key={v.number} data-on={v === left || v === right || undefined}>
              <span className={css.number}>{v.number}</span>
              <span>
                {events[v.how] ?? v.how}
                {v.who && <> by {v.who}</>}
              </span>
              <time dateTime={v.at}>{zone.time(v.at)}</time>
              <code>{v.version}</code>
              <span>{v.current && <Badge tone="good">run now</Badge>}</span>
              <span className={css.buttons}>
                {v.how !== "removed" && v !== newest && (
                  <Button small kind="quiet" onClick={() => set({ left: String(v.number), right: String(newest?.number ?? "") })}>
                    Compare with the newest
                  </Button>
                )}
                {v.how !== "removed" && (
                  <Button small icon="edit" onClick={() => onTake(v.text)}>
                    Take into the editor
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
      {left && right && (
        <Panel title="Difference" actions={<SwitchField label="All lines" checked={all} onChange={setAll} />}>
          <div className={css.sides}>
            <SelectField label="Before" value={String(left.number)} onChange={(e) => set({ left: e.target.value })} options={options} />
            <SelectField label="After" value={String(right.number)} onChange={(e) => set({ right: e.target.value })} options={options} />
          </div>
          {changes === 0 ? (
            <p>{left === right ? "There is one text so far." : "The texts are the same."}</p>
          ) : (
            <div className={css.diffScroll} tabIndex={0} role="region" aria-label="Difference of the two texts">
              <table className={css.diff}>
                <colgroup>
                  <col className={css.line} />
                  <col className={css.sign} />
                  <col />
                  <col className={css.line} />
                  <col className={css.sign} />
                  <col />
                </colgroup>
                <thead>
                  <tr>
                    <th scope="col" colSpan={3}>{`Version ${left.number}`}</th>
                    <th scope="col" colSpan={3}>{`Version ${right.number}`}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((l, i) =>
                    typeof l === "number" ? (
                      <tr key={i} className={css.fold}>
                        <td colSpan={6}>{l === 1 ? "1 line is the same" : `${l} lines are the same`}</td>
                      </tr>
                    ) : (
                      <tr key={i} data-kind={l.kind}>
                        <td className={css.line}>{l.leftLine}</td>
                        <td className={css.sign}>{l.left !== undefined && l.kind !== "same" ? <span aria-label="gone">−</span> : null}</td>
                        <td className={css.left}>{l.left}</td>
                        <td className={css.line}>{l.rightLine}</td>
                        <td className={css.sign}>{l.right !== undefined && l.kind !== "same" ? <span aria-label="new">+</span> : null}</td>
                        <td className={css.right}>{l.right}</td>
                      </tr>
                    ),
                  )}
                </tbody>
              </table>
            </div>
          )}
        </Panel>
      )}
    </div>
  );
}
