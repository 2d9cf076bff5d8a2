// The text of a rule, checked while it is written.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from "react";
import { api, Problem } from "../../api/client";
import { client, useGet } from "../../api/hooks";
import { plural } from "../../app/format";
import { useShortcuts } from "../../app/shortcuts";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Fault, sentence } from "../../table/Fault";
import { SwitchField } from "../../table/Field";
import { Icon } from "../../table/Icon";
import { Panel } from "../../table/Panel";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { type Detail } from "./bits";
import { withFix } from "./draft";
import css from "./rules.module.css";

const YamlEditor = lazy(() => import("../../query/YamlEditor"));

/** useCheck reads a text a moment after it rests. */
export function useCheck(id: string, text: string) {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const t = setTimeout(() => setRested(text), 350);
    return () => clearTimeout(t);
  }, [text]);
  const q = useQuery({ queryKey: ["/rules/check", id, rested], queryFn: ({ signal }) => api.post("/rules/check", { id, text: rested }, { signal }), placeholderData: (old) => old, staleTime: 10_000 });
  return { ...q, current: rested === text && !q.isPlaceholderData && !q.isFetching };
}

export function Editor({ id, detail, text, onText, changed, onSaved, onBacktest }: {
  id: string;
  detail?: Detail;
  text: string;
  onText: (text: string | undefined) => void;
  changed: boolean;
  onSaved: (id: string) => void;
  onBacktest: () => void;
}) {
  const words = useGet("/rules/words");
  const check = useCheck(id, text);
  const problems = useDeferredValue(check.data?.problems ?? []);
  const markers = useMemo(() => problems.filter((p) => !p.file && p.line > 0).map((p) => ({ line: p.line, column: p.column || undefined, message: p.message })), [problems]);
  const [force, setForce] = useState(false);
  const tests = useMutation({ mutationFn: () => api.post("/rules/test", { id, text }) });
  const target = id || check.data?.rules[0]?.id || "";
  const list = useGet("/rules", undefined, { when: !detail });
  const save = useMutation<unknown, Problem>({
    mutationFn: () => api.put("/rules/{id}", { text, seen: detail?.revision ?? "", force }, { at: { id: target } }),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: (q) => typeof q.queryKey[0] === "string" && q.queryKey[0].startsWith("/rules") });
      onSaved(target);
    },
  });
  const taken = !detail && !save.isPending && !save.isSuccess && list.data?.items.some((r) => r.id === target);
  const able = check.current && !!check.data?.ok && !!target && !taken && (changed || !detail);
  // Who saves while the text is still being read waits for that.
  const [wish, setWish] = useState(false);
  const trySave = () => {
    if (!check.current) setWish(true);
    else if (able && !save.isPending) save.mutate();
  };
  useEffect(() => {
    if (!wish || !check.current) return;
    setWish(false);
    if (able) save.mutate();
  }, [wish, check.current]); // eslint-disable-line
  useShortcuts([
    { keys: "mod+s", title: "Save the rule", run: trySave, group: "Rules" },
    { keys: "t", title: "Run the tests of the rule", run: () => tests.mutate(), group: "Rules" },
  ]);
  const rule = check.data?.rules[0];
  const failed = tests.data?.cases.filter((c) => !c.ok).length ?? 0;
  return (
    <div className={css.editing}>
      <Panel
        title={detail ? <span className={css.file}>Text <code>{detail.rule.file}{detail.line > 1 ? `:${detail.line}` : ""}</code></span> : "Text"}
        name="Text of the rule"
        flush
        help="Ctrl-Space completes keys, fields and values; Ctrl-Enter runs the tests; Ctrl-S saves. Tab leaves the editor, Ctrl-] indents."
        actions={
          changed && detail ? (
            <Button small kind="quiet" icon="history" onClick={() => onText(undefined)}>
              Undo all changes
            </Button>
          ) : undefined
        }
      >
        <div className={css.editor}>
          <Suspense fallback={<Skeleton height={400} />}>
            <YamlEditor label="Text of the rule" value={text} onChange={(t) => onText(t)} onRun={() => tests.mutate()} markers={markers} keys={words.data} minHeight={420} maxHeight={1400} />
          </Suspense>
        </div>
      </Panel>
      <div className={css.column}>
        <Panel title="Save">
          {detail && !detail.editable && <p className={css.faint}>This rule ships with weir and is not changed. Saving makes a rule of your own with its id, which takes its place.</p>}
          {!detail && !taken && <p className={css.faint}>{target ? <>It is saved as <code>{(list.data ? list.data.folder + "/" : "") + target}.yaml</code>.</> : "It needs an id."}</p>}
          {taken && (
            <p className={css.bad} role="status">
              <Icon name="warning" size={14} />
              <span>
                There is a rule <Link to={"/rules/$id" as never} params={{ id: target } as never} search={{ tab: "text" } as never}>{target}</Link>. Choose another id, or change that one.
              </span>
            </p>
          )}
          <div className={css.buttons}>
            <Button kind="primary" busy={save.isPending} disabled={check.current && !able} onClick={trySave} title="Ctrl-S">
              {detail && !detail.editable ? "Save as my own" : "Save"}
            </Button>
            <Button icon="play" busy={tests.isPending} onClick={() => tests.mutate()} disabled={!check.data?.ok} title="Ctrl-Enter">
              Run tests
            </Button>
            <Button icon="chart" onClick={onBacktest} disabled={!check.data?.ok}>
              Back-test
            </Button>
          </div>
          {save.error && <Fault error={save.error} />}
          {(save.error?.fix?.includes("force") || force) && <SwitchField label="Save though its tests fail" checked={force} onChange={setForce} />}
        </Panel>
        <Panel title="Check" loading={check.isFetching} ready={!!check.data || !!check.error} error={check.error as Problem | null}>
          <div role="status" aria-live="polite">
            {check.data?.ok ? (
              <p className={css.ok}>
                <Icon name="check" size={14} /> {plural(check.data.rules.length, "rule")} understood
              </p>
            ) : (
              <p className={css.bad}>
                <Icon name="warning" size={14} /> {plural(problems.length, "mistake")}
              </p>
            )}
          </div>
          {problems.length > 0 && (
            <ol className={css.problems}>
              {problems.map((p, i) => (
                <li key={i}>
                  <span className={css.at}>{p.file ? p.file : p.line ? `line ${p.line}${p.column ? `, column ${p.column}` : ""}` : "the file"}</span>
                  <span>{sentence(p.message)}</span>
                  {p.fix && !p.file && p.line > 0 && p.column > 0 && (
                    <Button small icon="edit" onClick={() => onText(withFix(text, p.line, p.column, p.fix ?? ""))}>
                      {`Write ${p.fix}`}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          )}
          {rule && (
            <dl className={css.facts}>
              <div>
                <dt>Id</dt>
                <dd>
                  <code>{rule.id}</code>
                </dd>
              </div>
              <div>
                <dt>Severity</dt>
                <dd>
                  <Severity level={rule.severity} />
                </dd>
              </div>
              <div>
                <dt>Run by</dt>
                <dd>{rule.mechanism}</dd>
              </div>
              <div>
                <dt>Blind</dt>
                <dd>{rule.blind.length ? rule.blind.join("; ") : "nowhere in what is stored"}</dd>
              </div>
            </dl>
          )}
        </Panel>
        <Panel title="Tests" actions={tests.data && <Badge tone={failed ? "high" : "good"} icon={failed ? "warning" : "check"}>{failed ? `${failed} of ${tests.data.cases.length} fail` : `${tests.data.cases.length} hold`}</Badge>}>
          <div aria-live="polite">
            {tests.error ? (
              <Fault error={tests.error as Problem} />
            ) : !tests.data ? (
              <p className={css.faint}>{rule ? `The text carries ${plural(rule.tests, "test")}. They run through the detectors that live records go through.` : "A text that is understood can be tested."}</p>
            ) : tests.data.cases.length === 0 ? (
              <p>The text carries no tests. Add some under weir.tests: flows, and how many findings they are to give.</p>
            ) : (
              <ul className={css.cases}>
                {tests.data.cases.map((c, i) => (
                  <li key={i}>
                    <Icon name={c.ok ? "check" : "close"} size={14} className={c.ok ? css.ok : css.bad} />
                    <span>
                      {c.name} <span className={css.faint}>{c.ok ? "holds" : "fails"}</span>
                      {c.why.map((w, n) => (
                        <span key={n} className={css.why}>
                          {w}
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Panel>
      </div>
    </div>
  );
}
