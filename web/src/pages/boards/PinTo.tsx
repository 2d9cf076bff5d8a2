// Any chart is kept on a named board: the question and how its answer is shown.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, Problem } from "../../api/client";
import { useGet } from "../../api/hooks";
import { useGo } from "../../app/Shell";
import { Button } from "../../table/Button";
import { Drawer } from "../../table/Drawer";
import { Fault } from "../../table/Fault";
import type { Pinned } from "../../table/Panel";
import { boardKey, type BoardBody } from "./board";
import css from "./boards.module.css";

export default function PinTo({ what, onClose }: { what: Pinned; onClose: () => void }) {
  const boards = useGet("/shelf/{kind}", undefined, { at: { kind: "board" } });
  const client = useQueryClient();
  const go = useGo();
  const [name, setName] = useState("");
  const [title, setTitle] = useState(what.title);
  const [error, setError] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const pin = async (board: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const old = boards.data?.find((b) => b.name === board);
      const body = (old?.body ?? { panels: [] }) as BoardBody;
      const panels = [...(body.panels ?? []), { id: crypto.randomUUID?.() ?? String(Date.now()), title, query: what.query, view: what.view }];
      const now = await api.put("/shelf/{kind}/{name}", { body: { ...body, panels } as Record<string, unknown>, revision: old?.revision ?? 0 }, { at: { kind: "board", name: board } });
      client.setQueryData(boardKey(board), now); // it may have been looked at before
      await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
      onClose();
      go("/boards/" + encodeURIComponent(board));
    } catch (e) {
      setError(e as Problem);
      boards.refetch();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer open onClose={onClose} title="Pin to a board" width={440}>
      <form
        className={css.pin}
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) void pin(name.trim());
        }}
      >
        <label>
          Title of the chart
          <input value={title} onChange={(e) => setTitle(e.target.value)} maxLength={120} />
        </label>
        {boards.data?.length ? (
          <div>
            <h3>On a board that is there</h3>
            <ul className={css.choose}>
              {boards.data.map((b) => (
                <li key={b.name}>
                  <Button disabled={busy} onClick={() => void pin(b.name)}>
                    {b.name}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <label>
          On a new board
          <input value={name} onChange={(e) => setName(e.target.value)} placeholder="Edge of the network" maxLength={100} />
        </label>
        <Button kind="primary" type="submit" disabled={busy || !name.trim()}>
          Pin
        </Button>
        {error ? <Fault error={error} /> : null}
      </form>
    </Drawer>
  );
}
