import type { Problem, Schemas } from "../../api/client";
import { Badge } from "../../table/Badge";
import { Copy } from "../../table/Copy";
import { DataTable, type Column } from "../../table/DataTable";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

type Setting = Schemas["Setting"];
type Props = { list?: Schemas["SettingList"]; error: Problem | null; loading: boolean };

/** setBy says what sets a value. */
export const setBy = (s: Setting) => (s.from === "variable" ? `$${s.variable}` : s.from === "file" ? (s.line ? `line ${s.line}` : "the file, or a flag") : s.from === "app" ? "this app" : "default");

/** Configuration shows settings, and which line or variable sets each. */
export function Configuration({ list, error, loading, only, title, help }: Props & { only?: string[]; title: string; help: string }) {
  const rows = (list?.values ?? []).filter((v) => !only || only.some((p) => v.key.startsWith(p)));
  const columns: Column<Setting>[] = [
    { key: "key", title: "Setting", width: 210, render: (s) => <code>{s.key}</code> },
    { key: "value", title: "Value", width: 150, min: 120, render: (s) => (s.value ? <span className={css.value} title={s.value}>{s.value.split("\n")[0]}{s.value.includes("\n") ? " …" : ""}</span> : <span className={css.soft}>not set</span>) },
    { key: "from", title: "Set by", width: 180, value: setBy, render: (s) => <Badge tone={s.from === "default" ? "plain" : "accent"}>{setBy(s)}</Badge> },
    { key: "doc", title: "What it is", width: 460, min: 300, sort: false, render: (s) => <span title={s.doc}>{s.doc}</span> },
  ];
  return (
    <Panel title={title} help={help} path="/settings" loading={loading && !list} error={error} flush waitHeight={300}>
      {list ? (
        <div className={css.line}>
          <span>Look for mistakes before the server is started again:</span> <code>{list.check}</code> <Copy text={list.check} kind="quiet" />
        </div>
      ) : null}
      <DataTable
        id={only ? "keep" : "config"}
        label={title}
        columns={columns}
        rows={rows}
        rowKey={(s) => s.key}
        picker={false}
        height={only ? undefined : 560}
        expand={(s) => (
          <dl className={css.facts}>
            <dt>What it is</dt>
            <dd>{s.doc || "–"}</dd>
            <dt>Value</dt>
            <dd>
              <pre className={css.pre}>{s.value || "not set"}</pre>
            </dd>
            <dt>Written as</dt>
            <dd>{s.type}</dd>
            <dt>Set by</dt>
            <dd>
              {setBy(s)}
              {s.from === "file" && list?.file ? ` of ${list.file}` : s.from === "app" && list?.made ? `; it is in ${list.made}` : ""}
              {s.variable && s.from !== "variable" ? `; $${s.variable} would win over the file` : ""}
            </dd>
          </dl>
        )}
      />
    </Panel>
  );
}

/** About shows what runs, and under which terms. */
export function About({ list, error, loading }: Props) {
  return (
    <Panel title="About" path="/settings" loading={loading && !list} error={error} waitHeight={200}>
      {list ? (
        <dl className={css.facts}>
          <dt>weir</dt>
          <dd>
            {list.version}
            {list.built ? `, of ${list.built}` : ""}
            {list.commit ? <span className={css.soft}> {list.commit.slice(0, 12)}</span> : null}
          </dd>
          <dt>Engine</dt>
          <dd>ClickHouse {list.engine}</dd>
          <dt>Built with</dt>
          <dd>{list.go}</dd>
          <dt>Data</dt>
          <dd>
            <code>{list.data}</code>
          </dd>
          <dt>API</dt>
          <dd>
            <a href="/api/v1/docs">Documentation</a> · <a href="/api/v1/openapi.yaml">openapi.yaml</a>
          </dd>
          <dt>Terms</dt>
          <dd>
            Apache-2.0; <a href="/third-party.txt">terms of what the app is made of</a>. Those of the program&apos;s parts lie in the folder licenses of its tarball.
          </dd>
        </dl>
      ) : null}
    </Panel>
  );
}
