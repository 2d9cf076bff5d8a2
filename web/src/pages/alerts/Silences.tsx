// What is kept quiet, until when, by whom and why.
import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { plural } from "../../app/format";
import { usePageSearch } from "../../app/search";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import type { Column } from "../../table/columns";
import { Confirm } from "../../table/Confirm";
import { DataTable } from "../../table/DataTable";
import { Drawer } from "../../table/Drawer";
import { Empty } from "../../table/Empty";
import { SelectField, SwitchField, TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { familyText, useTouched } from "./data";
import { SilenceFields, type Matches } from "./SilenceForm";
import css from "./Alerts.module.css";

type Silence = Schemas["Silence"];

export function Silences() {
  const [s, set] = usePageSearch({ ended: "no", new: "" });
  const asked = useGet("/silences", { all: s.ended === "yes" });
  const [ending, setEnding] = useState<Silence | null>(null);
  const touched = useTouched();
  const zone = useZone();
  const columns: Column<Silence>[] = [
    { key: "id", title: "no.", width: 56, min: 50, align: "right" },
    { key: "what", title: "what", width: 320, min: 180, render: (r) => <span title={r.what}>{r.what}</span> },
    { key: "active", title: "state", width: 92, min: 84, render: (r) => (r.active ? <Badge tone="accent" icon="mute">in force</Badge> : <Badge>over</Badge>) },
    { key: "until", title: "ends", width: 190, min: 170, render: (r) => <time dateTime={r.ended_at ?? r.until}>{zone.time(r.ended_at ?? r.until)} <small>({ago(r.ended_at ?? r.until)})</small></time> },
    { key: "hides", title: "hides now", width: 92, min: 84, align: "right", value: (r) => r.hides },
    { key: "owner", title: "owner", width: 110 },
    { key: "reason", title: "reason", width: 260, min: 140 },
    { key: "made_by", title: "made by", width: 110, hidden: true },
    { key: "end", title: "Action", width: 84, min: 76, sort: false, render: (r) => (r.active ? <Button small onClick={(e) => (e.stopPropagation(), setEnding(r))} aria-label={`End silence ${r.id}`}>End</Button> : null) },
  ];
  return (
    <div className={css.queue}>
      <Panel
        title="Silences"
        help="Alerts that a silence hides are recorded all the same: they are counted, can be found, and fire when it ends."
        path="/silences"
        loading={asked.loading}
        ready={!!asked.data}
        error={asked.error}
        onRetry={asked.refetch}
        flush
        actions={
          <>
            <SwitchField label="Those that are over, too" checked={s.ended === "yes"} onChange={(on) => set({ ended: on ? "yes" : "no" })} />
            <Button small icon="plus" onClick={() => set({ new: "yes" })}>
              New silence
            </Button>
          </>
        }
      >
        <DataTable id="alerts.silences" label="Silences" columns={columns} rows={(asked.data as Silence[] | undefined) ?? []} rowKey={(r) => String(r.id)} empty={<Empty what="silences" icon="mute" reasons={["nothing is kept quiet: every alert is told of", "press s on an alert to silence it, with a preview of what that would have hidden"]} />} />
      </Panel>
      <Confirm
        open={!!ending}
        onClose={() => setEnding(null)}
        title={`End silence ${ending?.id ?? ""} now?`}
        action="End it"
        danger={false}
        run={async () => {
          await api.delete("/silences/{number}", { at: { number: String(ending?.id) } });
          await touched();
        }}
      >
        {ending && (
          <p>
            {ending.what}. {ending.hides ? `What of the ${plural(ending.hides, "alert")} that it hides still fires is told of.` : "It hides nothing at the moment."}
          </p>
        )}
      </Confirm>
      {s.new && <NewSilence onClose={() => set({ new: "" })} onDone={async () => { await touched(); set({ new: "" }); }} />}
    </div>
  );
}

function NewSilence({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const watch = useGet("/alerts/watch").data;
  const [m, setM] = useState({ family: "", rule: "", entity: "", address: "", at_most: "" });
  const one = (v: string) => (v.trim() ? [v.trim()] : undefined);
  const any = Object.values(m).some((v) => v.trim());
  const matches: Matches | undefined = any ? { families: one(m.family), rules: one(m.rule), entities: one(m.entity), addresses: one(m.address), at_most: m.at_most || undefined } : undefined;
  const set = (k: keyof typeof m) => (e: { target: { value: string } }) => setM({ ...m, [k]: e.target.value });
  return (
    <Drawer open onClose={onClose} title="New silence" sub="All that is given has to hold." width={620}>
      <SilenceFields matches={matches} onDone={onDone} onCancel={onClose}>
        <div className={css.grid}>
          <SelectField label="Family" value={m.family} onChange={set("family")} options={[{ value: "", title: "Any" }, ...(watch?.families ?? []).map((f) => ({ value: f, title: familyText(f) }))]} />
          <SelectField label="Severity at most" value={m.at_most} onChange={set("at_most")} options={[{ value: "", title: "Any" }, "info", "low", "medium", "high"]} />
          <TextField label="Rule" mono value={m.rule} onChange={set("rule")} hint="The id of a rule" />
          <TextField label="Entity" mono value={m.entity} onChange={set("entity")} hint="vpc-1/10.0.0.5, an interface, …" />
          <TextField label="Address or network" mono value={m.address} onChange={set("address")} hint="Source, destination or entity: 10.0.5.0/24" />
        </div>
      </SilenceFields>
    </Drawer>
  );
}
