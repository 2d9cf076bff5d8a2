// One alert: why it fired first, then what shows it, what is around it, what to do.
import { useEffect, useState } from "react";
import { api, type Problem } from "../../api/client";
import { useGet } from "../../api/hooks";
import { useShortcuts } from "../../app/shortcuts";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Drawer } from "../../table/Drawer";
import { Fault } from "../../table/Fault";
import { Severity } from "../../table/Severity";
import { Skeleton } from "../../table/Skeleton";
import { EntityValue, State } from "./Bits";
import { familyText, useTouched } from "./data";
import { Evidence } from "./Evidence";
import { History } from "./History";
import { NoteForm, ResolveForm } from "./Judge";
import { Plot } from "./Plot";
import { Response } from "./Response";
import { SilenceForm } from "./SilenceForm";
import { About, Members, Numbers } from "./Summary";
import { Related, Timeline } from "./Around";
import type { Doing } from "./index";
import css from "./AlertDrawer.module.css";

export function AlertDrawer({ id, doing, onDo, onOpen, onClose }: { id: string; doing: Doing; onDo: (d: Doing) => void; onOpen: (id: string, doing?: Doing) => void; onClose: () => void }) {
  const asked = useGet("/alerts/{id}", undefined, { at: { id }, keep: false });
  const [error, setError] = useState<Problem | null>(null);
  const [busy, setBusy] = useState("");
  const touched = useTouched();
  const zone = useZone();
  const d = asked.data;
  const a = d?.alert;
  const act = async (what: "acknowledge" | "reopen") => {
    setBusy(what);
    setError(null);
    try {
      await api.post(`/alerts/{id}/${what}`, undefined, { at: { id } });
      await touched();
    } catch (e) {
      setError(e as Problem);
    } finally {
      setBusy("");
    }
  };
  const done = async () => {
    await touched();
    onDo("");
  };
  const openNow = a?.status === "firing" || a?.status === "pending";
  useShortcuts([
    { keys: "e", title: "Acknowledge", run: () => openNow && void act("acknowledge") },
    { keys: "s", title: "Silence, with a preview", run: () => onDo("silence") },
    { keys: "r", title: "Resolve", run: () => onDo("resolve") },
    { keys: "n", title: "Note", run: () => onDo("note") },
  ]);
  useEffect(() => setError(null), [id]);
  return (
    <Drawer
      open
      onClose={onClose}
      width={880}
      title={a ? a.title : asked.error ? "Alert" : "…"}
      sub={
        a && (
          <span className={css.sub}>
            <Severity level={a.severity} />
            <State alert={a} />
            <EntityValue entity={a.entity} />
            <span>
              {zone.time(a.first_seen)} – {zone.date(a.first_seen) === zone.date(a.last_seen) ? zone.clock(a.last_seen) : zone.time(a.last_seen)}
            </span>
          </span>
        )
      }
      footer={
        a && (
          <div className={css.foot}>
            {openNow && (
              <Button kind="primary" icon="check" busy={busy === "acknowledge"} title="Acknowledge (e)" onClick={() => void act("acknowledge")}>
                Acknowledge
              </Button>
            )}
            <Button aria-expanded={doing === "resolve"} title="Resolve (r)" onClick={() => onDo(doing === "resolve" ? "" : "resolve")}>
              {a.status === "resolved" ? "Judge again" : "Resolve"}
            </Button>
            {(a.status === "resolved" || a.status === "acknowledged") && (
              <Button icon="history" busy={busy === "reopen"} onClick={() => void act("reopen")}>
                Reopen
              </Button>
            )}
            <Button icon="mute" aria-expanded={doing === "silence"} title="Silence, with a preview (s)" onClick={() => onDo(doing === "silence" ? "" : "silence")}>
              Silence
            </Button>
            <Button icon="edit" aria-expanded={doing === "note"} title="Note (n)" onClick={() => onDo(doing === "note" ? "" : "note")}>
              Note
            </Button>
            {error && <Fault error={error} />}
            {doing === "resolve" && <ResolveForm alert={a} onDone={done} onCancel={() => onDo("")} />}
            {doing === "note" && <NoteForm alert={a} onDone={done} onCancel={() => onDo("")} />}
            {doing === "silence" && <SilenceForm alert={a} onDone={done} onCancel={() => onDo("")} />}
          </div>
        )
      }
    >
      {asked.error ? (
        <Fault error={asked.error} onRetry={asked.refetch} />
      ) : !d || !a ? (
        <div aria-busy="true">
          <Skeleton lines={5} />
        </div>
      ) : (
        <div className={css.body}>
          <section aria-label="Why it fired">
            <p className={css.why}>{a.why}</p>
            <Numbers detail={d} />
          </section>
          <Plot alert={a} />
          {a.family === "incident" && <Members detail={d} onOpen={onOpen} />}
          <Evidence detail={d} />
          <Timeline id={a.id} onOpen={onOpen} />
          <Related id={a.id} onOpen={onOpen} />
          <Response alert={a} />
          <About detail={d} onOpen={onOpen} />
          <History detail={d} />
          <p className={css.id}>
            {familyText(a.family)} · rule {a.rule} · {a.id}
          </p>
        </div>
      )}
    </Drawer>
  );
}
