// One rule: about it, its text, its back-test, its versions. The text that is being
// written is kept until it is saved, whichever tab is shown.
import { Link, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useGet } from "../../api/hooks";
import { useSearch, usePageSearch } from "../../app/search";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Confirm } from "../../table/Confirm";
import { Fault } from "../../table/Fault";
import { Segments } from "../../table/Field";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { Tabs } from "../../table/Tabs";
import { About } from "./About";
import { Backtest } from "./Backtest";
import { State, type Detail } from "./bits";
import { draft as drafted } from "./draft";
import { Editor } from "./Editor";
import { Versions } from "./Versions";
import css from "./rules.module.css";

/** useDraft is a text that is being written, over what is saved. It outlives a reload
 * of the tab. */
function useDraft(id: string, saved: string | undefined): [string, (text: string | undefined) => void, boolean] {
  const name = "weir.rule." + id;
  const [own, setOwn] = useState<string | undefined>(() => {
    try {
      return sessionStorage.getItem(name) ?? undefined;
    } catch {
      return undefined;
    }
  });
  const changed = own !== undefined && own !== saved;
  const set = useCallback(
    (text: string | undefined) => {
      setOwn(text);
      try {
        if (text === undefined) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, text);
      } catch {
        // for this page only
      }
    },
    [name],
  );
  useEffect(() => {
    if (!changed) return;
    const ask = (e: BeforeUnloadEvent) => e.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
  return [own ?? saved ?? "", set, changed];
}

export function Rule({ id }: { id: string }) {
  const q = useGet("/rules/{id}", undefined, { at: { id }, keep: false });
  if (!q.data) return <div className={css.page}>{q.error ? <><h1>Rule {id}</h1><Fault error={q.error} onRetry={q.refetch} /></> : <><h1 className="hidden-text">Rule {id}</h1><Skeleton height={400} /></>}</div>;
  return <Shown detail={q.data} refetch={q.refetch} />;
}

const tabs = [
  { id: "about", title: "About" },
  { id: "text", title: "Editor" },
  { id: "backtest", title: "Back-test" },
  { id: "versions", title: "Versions" },
];

function Shown({ detail, refetch }: { detail: Detail; refetch: () => void }) {
  const r = detail.rule;
  const [s, set] = usePageSearch({ tab: "about" });
  const [text, setText, changed] = useDraft(r.id, detail.text);
  const [removing, setRemoving] = useState(false);
  const router = useRouter();
  const to = useChange((state: "on" | "off" | "dry_run") => api.post("/rules/{id}/switch", { state }, { at: { id: r.id } }), ["/rules", "/alerts/watch"]);
  const remove = useChange(() => api.delete("/rules/{id}", { at: { id: r.id }, params: { seen: detail.revision } }), ["/rules"]);
  // The text of one's own goes once the rule that is shown has it: before that the editor
  // would be given the old one, and take it for a change.
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (!kept || text.trimEnd() !== detail.text.trimEnd()) return;
    setKept(false);
    setText(undefined);
  }, [kept, text, detail.text, setText]);
  const saved = () => {
    setKept(true);
    refetch();
  };
  return (
    <div className={css.page}>
      <nav aria-label="Above" className={css.crumbs}>
        <Link to={"/rules" as never}>Rules</Link>
      </nav>
      <header className={css.head}>
        <div>
          <h1 className={css.title}>{r.title}</h1>
          <p className={css.sub}>
            <code>{r.id}</code> <Severity level={r.severity} /> <State row={r} />{" "}
            {r.shipped ? <Badge>ships with weir</Badge> : detail.overrides ? <Badge tone="accent">in place of a shipped rule</Badge> : <Badge tone="accent">your own</Badge>}
            {changed && <Badge tone="medium">not saved</Badge>}
          </p>
        </div>
        <div className={css.buttons}>
          <Segments label="How the rule runs" value={r.state} onChange={(v) => to.mutate(v)} options={[{ value: "on", title: "On" }, { value: "dry_run", title: "Dry run" }, { value: "off", title: "Off" }]} />
          {detail.editable && (
            <Button icon="trash" onClick={() => setRemoving(true)}>
              {detail.overrides ? "Back to the shipped rule" : "Delete"}
            </Button>
          )}
        </div>
      </header>
      {to.error && <Fault error={to.error} />}
      {r.state === "off" && r.off && (
        <p className={css.note} role="status">
          The rule is not run: {r.off}.{to.isSuccess && to.variables !== "off" && " It is switched on, and runs once that is mended."}
        </p>
      )}
      {detail.problems.length > 0 && (
        <div className={css.warn} role="status">
          The file has mistakes, and its last good version is run. All of the file is in the editor.
        </div>
      )}
      <Tabs label="Rule" value={tabs.some((t) => t.id === s.tab) ? s.tab : "about"} onChange={(tab) => set({ tab })} tabs={tabs}>
        {s.tab === "text" ? (
          <Editor id={r.id} detail={detail} text={text} onText={setText} changed={changed} onSaved={saved} onBacktest={() => set({ tab: "backtest" })} />
        ) : s.tab === "backtest" ? (
          <Backtest id={r.id} text={changed ? text : undefined} shown={text} onText={setText} settings={detail.settings} onEditor={() => set({ tab: "text" })} />
        ) : s.tab === "versions" ? (
          <Versions
            id={r.id}
            detail={detail}
            onTake={(t) => {
              setText(t);
              set({ tab: "text" });
            }}
          />
        ) : (
          <About detail={detail} />
        )}
      </Tabs>
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={detail.overrides ? "Go back to the shipped rule?" : "Delete the rule?"}
        action={detail.overrides ? "Remove mine" : "Delete the rule"}
        run={async () => {
          await remove.mutateAsync(undefined);
          setText(undefined);
          if (detail.overrides) refetch();
          else void router.navigate({ to: "/rules" as never });
        }}
      >
        <p>
          {detail.overrides ? "Your version leaves the file, and the rule that ships with weir is run again." : "It leaves the file, and its alerts stay."} Its texts stay among the versions.
        </p>
        <p>
          <code>{r.file}</code>
        </p>
      </Confirm>
    </div>
  );
}

const newTabs = [
  { id: "text", title: "Editor" },
  { id: "backtest", title: "Back-test" },
];

/** New is a rule that is not saved yet, from a filter perhaps. */
export function New() {
  const [all] = useSearch();
  const [s, set] = usePageSearch({ tab: "text" });
  const filter = all.q ?? all.filter ?? "";
  const first = drafted(filter);
  const [text, setText, changed] = useDraft("new " + filter, first);
  const router = useRouter();
  return (
    <div className={css.page}>
      <nav aria-label="Above" className={css.crumbs}>
        <Link to={"/rules" as never}>Rules</Link>
      </nav>
      <header className={css.head}>
        <div>
          <h1>New rule</h1>
          <p className={css.sub}>{filter ? <>From the filter <code>{filter}</code></> : "Sigma with one block more; Ctrl-Space completes."}</p>
        </div>
      </header>
      <Tabs label="New rule" value={s.tab === "backtest" ? "backtest" : "text"} onChange={(tab) => set({ tab })} tabs={newTabs}>
        {s.tab === "backtest" ? (
          <Backtest id="" text={text} shown={text} onText={setText} onEditor={() => set({ tab: "text" })} />
        ) : (
          <Editor
            id=""
            text={text}
            onText={setText}
            changed={changed}
            onSaved={(id) => {
              setText(undefined);
              void router.navigate({ to: "/rules/$id" as never, params: { id } as never });
            }}
            onBacktest={() => set({ tab: "backtest" })}
          />
        )}
      </Tabs>
    </div>
  );
}
