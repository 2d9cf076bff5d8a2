import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { client } from "../../api/hooks";
import { count } from "../../app/format";
import { useGo } from "../../app/Shell";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Fault, sentence } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import css from "./start.module.css";

/** Demo fills an empty store with the demo, and says how to run it apart. */
export function Demo({ start, refetch }: { start?: Schemas["Start"]; refetch: () => void }) {
  const go = useGo();
  const fill = useChange(() => api.post("/start/demo"), ["/start"]);
  const d = start?.demo;
  const working = d?.state === "writing" || d?.state === "reading";
  return (
    <div className={css.two}>
      <Panel title="Into this store">
        <p>A fortnight of an estate that does not exist, about a million records, with one attack of each kind in it. It takes about a minute, and fills all pages.</p>
        {working && d ? (
          <div className={css.progress} role="status">
            <progress value={d.total ? d.done : undefined} max={d.total || 1} aria-label="Filling the store with the demo" />
            <span>
              {d.state === "writing" ? "Writing the logs" : "Taking them in"}: {count(d.done)} of {count(d.total)} files, {count(d.records)} records
            </span>
          </div>
        ) : d?.state === "done" ? (
          <div className={css.done} role="status">
            <p>
              <b>The demo is in.</b> The rules look at it now: the first alerts come within seconds.
            </p>
            <Button
              kind="primary"
              onClick={() => {
                void client.invalidateQueries();
                go("/");
              }}
            >
              Go to the overview
            </Button>
          </div>
        ) : (
          <>
            {d?.state === "failed" ? <Fault error={new Error(d.message ?? "It failed.")} onRetry={() => fill.mutate(undefined)} /> : null}
            {fill.error ? <Fault error={fill.error} /> : null}
            {start && !start.empty ? (
              <p className={css.soft}>{sentence("this store has records: the demo would be mixed with them. Run it apart")}</p>
            ) : (
              <p>
                <Button kind="primary" busy={fill.isPending} disabled={!start} onClick={() => fill.mutate(undefined, { onSuccess: refetch })}>
                  Fill this store with the demo
                </Button>
              </p>
            )}
          </>
        )}
      </Panel>
      <Panel title="Apart, in a terminal">
        <p>A store of its own, which is removed at the end. It also has lists of bad addresses, which rules use.</p>
        <Command text="weir demo" />
        <p className={css.soft}>It serves until Ctrl-C; with --data ./demo it is kept.</p>
      </Panel>
    </div>
  );
}

export function Command({ text }: { text: string }) {
  return (
    <div className={css.command}>
      <pre tabIndex={0}>{text}</pre>
      <Copy text={text} />
    </div>
  );
}
