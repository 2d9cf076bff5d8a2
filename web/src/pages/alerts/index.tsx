// What was found and why: the queue, the internet's noise, incidents, silences. One
// alert is opened over it.
import { useCallback } from "react";
import { slowly } from "../../api/alertnews";
import { useGet } from "../../api/hooks";
import { usePageSearch } from "../../app/search";
import { Tabs } from "../../table/Tabs";
import { AlertDrawer } from "./AlertDrawer";
import { Exposure } from "./Exposure";
import { Incidents } from "./Incidents";
import { Queue } from "./Queue";
import { Silences } from "./Silences";
import css from "./Alerts.module.css";

export type Doing = "" | "silence" | "resolve" | "note";

export default function Alerts() {
  const [s, set] = usePageSearch({ tab: "queue", alert: "", do: "" });
  const counts = useGet("/alerts/counts", undefined, { every: slowly }).data;
  const open = useCallback((id: string, doing: Doing = "") => set({ alert: id, do: doing }), [set]);
  const n = (v: number | undefined) => (v ? v.toLocaleString("en-US") : undefined);
  return (
    <div className={css.page}>
      <h1 className={css.title}>Alerts</h1>
      <Tabs
        label="Views of alerts"
        value={s.tab}
        onChange={(tab) => set({ tab, alert: "", do: "" })}
        tabs={[
          { id: "queue", title: "Queue", count: n(counts?.open), body: s.tab === "queue" ? <Queue opened={s.alert} onOpen={open} /> : null },
          { id: "exposure", title: "Exposure", count: n(counts?.exposure), body: s.tab === "exposure" ? <Exposure onOpen={open} /> : null },
          { id: "incidents", title: "Incidents", count: n(counts?.incidents), body: s.tab === "incidents" ? <Incidents onOpen={open} /> : null },
          { id: "silences", title: "Silences", count: n(counts?.silenced), body: s.tab === "silences" ? <Silences /> : null },
        ]}
      />
      {s.alert && <AlertDrawer id={s.alert} doing={s.do as Doing} onDo={(d) => set({ do: d }, { replace: true })} onOpen={open} onClose={() => set({ alert: "", do: "" })} />}
    </div>
  );
}
