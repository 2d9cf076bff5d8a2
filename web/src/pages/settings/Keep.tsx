import { useState } from "react";
import { api, type Schemas } from "../../api/client";
import { useChange } from "../../api/change";
import { bytes, count, plural } from "../../app/format";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { TextField } from "../../table/Field";
import { Panel } from "../../table/Panel";
import { setBy } from "./Configuration";
import css from "./settings.module.css";

type Choice = Schemas["KeepChoice"];
const fields: { key: string; of: keyof Choice; label: string; unit: string; none: string }[] = [
  { key: "keep.days", of: "days", label: "Records, days", unit: "days", none: "all that there is room for" },
  { key: "keep.minute-days", of: "minute_days", label: "Figures by the minute, days", unit: "days", none: "for ever" },
  { key: "keep.hour-days", of: "hour_days", label: "Hourly figures and app edges, days", unit: "days", none: "for ever" },
  { key: "keep.bytes", of: "bytes", label: "Room for everything, GB", unit: "GB", none: "80 % of the volume" },
];

/** Keep sets how long data is kept, and says first what goes by it. */
export function Keep({ list, error, loading }: { list?: Schemas["SettingList"]; error: Error | null; loading: boolean }) {
  const zone = useZone();
  const [draft, setDraft] = useState<Record<string, string>>({});
  const tried = useChange((k: Choice) => api.put("/settings/keep", k, { params: { try: true } }));
  const saved = useChange((k: Choice) => api.put("/settings/keep", k), ["/settings", "/sources", "/audit"]);
  const of = (key: string) => list?.values.find((v) => v.key === key);
  const shown = (f: (typeof fields)[number]) => {
    const v = of(f.key)?.value || "0";
    return f.of === "bytes" ? String(Number(v) / 1e9) : v;
  };
  const text = (f: (typeof fields)[number]) => draft[f.key] ?? shown(f);
  const wrong = (f: (typeof fields)[number]) => (/^\d+(\.\d+)?$/.test(text(f)) && (f.of === "bytes" || Number.isInteger(Number(text(f)))) ? undefined : f.of === "bytes" ? "a number of gigabytes" : "a whole number of days");
  const locked = (f: (typeof fields)[number]) => ["file", "variable"].includes(of(f.key)?.from ?? "");
  const choice = () => {
    const k: Choice = {};
    for (const f of fields) {
      if (locked(f) || (draft[f.key] === undefined && of(f.key)?.from !== "app")) continue;
      k[f.of] = f.of === "bytes" ? Math.round(Number(text(f)) * 1e9) : Number(text(f));
    }
    return k;
  };
  const change = (key: string, value: string) => {
    setDraft({ ...draft, [key]: value });
    tried.reset();
    saved.reset();
  };
  const done = { onSuccess: () => (setDraft({}), tried.reset()) };
  const save = (k: Choice) => tried.mutate(k, { onSuccess: (p) => (p.gone_days || p.gone_bytes ? undefined : saved.mutate(k, done)) });
  const plan = tried.data;
  const changed = fields.some((f) => draft[f.key] !== undefined && draft[f.key] !== shown(f));
  return (
    <Panel title="What is kept" help="Days count back from the newest day stored. 0 sets no limit of that kind. What the configuration file or a variable sets is changed there." path="/settings" loading={loading && !list} error={error} waitHeight={120}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (!fields.some(wrong)) save(choice());
        }}
      >
        <div className={css.keep}>
          {fields.map((f) => {
            const v = of(f.key);
            return (
              <TextField
                key={f.key}
                label={f.label}
                inputMode="numeric"
                value={text(f)}
                disabled={locked(f)}
                onChange={(e) => change(f.key, e.target.value.trim())}
                error={wrong(f)}
                hint={locked(f) && v ? `set by ${setBy(v)}${v.from === "file" && v.line ? " of the configuration" : ""}` : `0: ${f.none}`}
              />
            );
          })}
        </div>
        {plan && (plan.gone_days > 0 || plan.gone_bytes > 0) ? (
          <p role="alert" className={`${css.warn} ${css.gap}`}>
            {plan.gone_days ? `${plural(plan.gone_days, "day")} of records go at once, ${plan.gone_from ? zone.date(plan.gone_from) : ""}${plan.gone_to && plan.gone_to !== plan.gone_from ? ` to ${zone.date(plan.gone_to)}` : ""}: ${count(plan.gone_records)} records, ${bytes(plan.gone_bytes)} with their figures. ` : `${bytes(plan.gone_bytes)} of figures go at once. `}
            They cannot be brought back but from their logs.
          </p>
        ) : null}
        <div className={css.actions}>
          {plan && (plan.gone_days > 0 || plan.gone_bytes > 0) ? (
            <>
              <Button kind="danger" busy={saved.isPending} onClick={() => saved.mutate(choice(), done)}>
                Drop them and save
              </Button>
              <Button onClick={() => (setDraft({}), tried.reset())}>Leave it as it was</Button>
            </>
          ) : (
            <Button type="submit" kind="primary" disabled={!changed || fields.some(wrong)} busy={tried.isPending || saved.isPending}>
              Save
            </Button>
          )}
          {saved.data && !changed ? <span role="status">Saved; it holds now.</span> : null}
        </div>
        {tried.error ? <Fault error={tried.error} /> : saved.error ? <Fault error={saved.error} /> : null}
      </form>
    </Panel>
  );
}
