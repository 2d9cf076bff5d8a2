// Boards: charts that somebody kept, under a name and a link.
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, Problem, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { Along, useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import { boardKey, type BoardBody, type BoardPanel } from "./board";
import { BoardChart, useBoardTable, wide } from "./Chart";
import css from "./boards.module.css";

type Entry = Schemas["ShelfEntry"];

export default function Boards() {
  const { name } = useParams({ strict: false }) as { name?: string };
  return name ? <Board name={name} /> : <List />;
}

function List() {
  const boards = useGet("/shelf/{kind}", undefined, { at: { kind: "board" } });
  const zone = useZone();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Boards</h1>
        <p>Charts that you keep: in the menu of any panel, choose “Pin to a board”.</p>
      </header>
      {boards.error ? <Fault error={boards.error} onRetry={boards.refetch} /> : null}
      {boards.data && boards.data.length === 0 ? <Empty what="boards yet" icon="pin" reasons={["Open the menu of any chart on the overview or in the Explorer and pin it to a board: the board is made by its name."]} /> : null}
      <ul className={css.cards}>
        {boards.data?.map((b) => (
          <li key={b.name}>
            <Along to={"/boards/" + encodeURIComponent(b.name)} className={css.card}>
              <b>{b.name}</b>
              <span>{(b.body as BoardBody).panels?.length ?? 0} charts</span>
              <small>
                {b.owner}, {zone.time(b.changed)}
              </small>
            </Along>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Board({ name }: { name: string }) {
  const board = useGet("/shelf/{kind}/{name}", undefined, { at: { kind: "board", name }, keep: false });
  const client = useQueryClient();
  const go = useGo();
  const [error, setError] = useState<Problem>();
  const [sure, setSure] = useState(false);
  const body = board.data?.body as BoardBody | undefined;

  const keep = async (panels: BoardPanel[]) => {
    setError(undefined);
    try {
      const e: Entry = await api.put("/shelf/{kind}/{name}", { body: { ...body, panels } as Record<string, unknown>, revision: board.data?.revision ?? 0 }, { at: { kind: "board", name } });
      client.setQueryData(boardKey(name), e);
    } catch (e) {
      setError(e as Problem);
      board.refetch();
    }
  };
  const remove = async () => {
    try {
      await api.delete("/shelf/{kind}/{name}", { at: { kind: "board", name } });
      client.removeQueries({ queryKey: boardKey(name) });
      await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
      go("/boards");
    } catch (e) {
      setError(e as Problem);
    }
  };
  const panels = body?.panels ?? [];
  const move = (i: number, by: number) => {
    const next = [...panels];
    const [one] = next.splice(i, 1);
    if (one) next.splice(i + by, 0, one);
    void keep(next);
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{name}</h1>
        <div className={css.actions}>
          <Copy text={window.location.href} label="Copy link" />
          {sure ? (
            <>
              <Button kind="danger" small onClick={() => void remove()}>
                Delete the board
              </Button>
              <Button small onClick={() => setSure(false)}>
                Keep it
              </Button>
            </>
          ) : (
            <Button kind="quiet" small onClick={() => setSure(true)}>
              Delete …
            </Button>
          )}
        </div>
      </header>
      {board.error ? <Fault error={board.error} onRetry={board.refetch} /> : null}
      {error ? <Fault error={error} /> : null}
      {body && panels.length === 0 ? <Empty what="charts on this board" icon="pin" /> : null}
      <div className={css.grid}>
        {panels.map((p, i) => (
          <Pinned key={p.id} panel={p} onLeft={i > 0 ? () => move(i, -1) : undefined} onRight={i < panels.length - 1 ? () => move(i, 1) : undefined} onRemove={() => void keep(panels.filter((x) => x.id !== p.id))} />
        ))}
      </div>
    </div>
  );
}

function Pinned({ panel, onLeft, onRight, onRemove }: { panel: BoardPanel; onLeft?: () => void; onRight?: () => void; onRemove: () => void }) {
  const { asked, table, loading, error, refetch } = useBoardTable(panel.query);
  return (
    <Panel
      title={panel.title}
      meta={table?.meta}
      loading={loading}
      error={error}
      onRetry={refetch}
      query={asked}
      pin={false}
      className={wide(panel.view) ? css.wide : undefined}
      waitHeight={220}
      menu={[
        ...(onLeft ? [{ id: "left", title: "Move before", icon: "left" as const, run: onLeft }] : []),
        ...(onRight ? [{ id: "right", title: "Move after", icon: "right" as const, run: onRight }] : []),
        { id: "off", title: "Take off the board", icon: "close" as const, run: onRemove },
      ]}
    >
      <BoardChart asked={asked} table={table} title={panel.title} view={panel.view} />
    </Panel>
  );
}
