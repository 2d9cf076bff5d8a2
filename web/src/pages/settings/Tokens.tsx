import { useState } from "react";
import { useChange } from "../../api/change";
import { api, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Confirm } from "../../table/Confirm";
import { Copy } from "../../table/Copy";
import { DataTable, type Column } from "../../table/DataTable";
import { Empty } from "../../table/Empty";
import { Fault } from "../../table/Fault";
import { SelectField, TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

type Token = Schemas["Token"];

/** Tokens are what scripts and the command line use in place of the password. */
export function Tokens() {
  const zone = useZone();
  const q = useGet("/tokens");
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [made, setMade] = useState<Schemas["MadeToken"]>();
  const [gone, setGone] = useState<Token>();
  const make = useChange((b: { name: string; days: number }) => api.post("/tokens", b), ["/tokens", "/audit"]);
  const revoke = useChange((id: string) => api.delete("/tokens/{id}", { at: { id } }), ["/tokens", "/audit"]);
  const columns: Column<Token>[] = [
    { key: "name", title: "Name", min: 140, render: (t) => <b>{t.name}</b> },
    { key: "id", title: "Id", width: 130, render: (t) => <code>{t.id}</code> },
    { key: "valid", title: "State", width: 96, value: (t) => (t.valid ? 0 : 1), render: (t) => (t.valid ? <Badge tone="good" icon="check">good</Badge> : t.revoked ? <Badge tone="plain">revoked</Badge> : <Badge tone="medium">expired</Badge>) },
    { key: "created", title: "Made", width: 150, render: (t) => <span title={`by ${t.created_by}`}>{zone.time(t.created)}</span> },
    { key: "created_by", title: "By", width: 110 },
    { key: "expires", title: "Good until", width: 120, render: (t) => (t.expires ? zone.date(t.expires) : "for ever") },
    { key: "last_used", title: "Last used", width: 110, value: (t) => t.last_used, render: (t) => (t.last_used ? <span title={zone.stamp(t.last_used)}>{ago(t.last_used)}</span> : "never") },
    {
      key: "act",
      title: "Revoke",
      width: 96,
      sort: false,
      render: (t) =>
        t.valid ? (
          <Button small kind="danger" onClick={() => setGone(t)} aria-label={`Revoke ${t.name}`}>
            Revoke
          </Button>
        ) : (
          ""
        ),
    },
  ];
  return (
    <>
      <Panel title="Make a token" help="A token allows what you may. Scripts send it as Authorization: Bearer; the command line takes it from $WEIR_TOKEN with --server.">
        {made ? (
          <div className={css.secret}>
            <p role="status">
              <b>{made.token.name} is made.</b> This is the only time that it is shown:
            </p>
            <div className={css.line0}>
              <code data-testid="secret">{made.secret}</code>
              <Copy text={made.secret} />
              <Button small onClick={() => setMade(undefined)}>
                I have it
              </Button>
            </div>
            <pre className={css.pre}>{`export WEIR_TOKEN=…\nweir --server ${location.origin} alerts list\ncurl -s -H "Authorization: Bearer $WEIR_TOKEN" ${location.origin}/api/v1/range`}</pre>
          </div>
        ) : (
          <form
            className={css.form}
            onSubmit={(e) => {
              e.preventDefault();
              make.mutate({ name: name.trim(), days: Number(days) }, { onSuccess: (m) => (setMade(m), setName("")) });
            }}
          >
            <TextField label="Name" required maxLength={64} pattern="[A-Za-z0-9._\-]+" title="letters, digits, dots, dashes and underscores" placeholder="ci" value={name} onChange={(e) => setName(e.target.value)} />
            <SelectField label="Good for" value={days} onChange={(e) => setDays(e.target.value)} options={[{ value: "7", title: "7 days" }, { value: "30", title: "30 days" }, { value: "90", title: "90 days" }, { value: "365", title: "a year" }, { value: "0", title: "for ever" }]} />
            <Button type="submit" kind="primary" busy={make.isPending} disabled={!name.trim()}>
              Make it
            </Button>
          </form>
        )}
        {make.error ? <Fault error={make.error} /> : null}
      </Panel>
      <Panel title="Tokens" path="/tokens" loading={q.loading && !q.data} error={q.error} flush waitHeight={120}>
        <DataTable id="tokens" label="Tokens" columns={columns} rows={q.data ?? []} rowKey={(t) => t.id} picker={false} order={{ key: "created", desc: true }} empty={<Empty what="token was made yet" icon="shield" reasons={["On this machine scripts need none; from others each sends one."]} />} />
      </Panel>
      <Confirm open={gone !== undefined} onClose={() => setGone(undefined)} title={`Revoke ${gone?.name ?? ""}?`} action="Revoke it" run={() => revoke.mutateAsync(gone?.id ?? "")}>
        <p>What uses it is refused from now on. That cannot be taken back; make another one in its place.</p>
      </Confirm>
    </>
  );
}
