// What the rule counts around the alert, with what is usual behind it.
import { useGet } from "../../api/hooks";
import { duration } from "../../app/format";
import { useZone } from "../../app/zone";
import { TimeSeries } from "../../charts/TimeSeries";
import { Panel } from "../../table/Panel";
import type { Alert } from "./data";
import css from "./AlertDrawer.module.css";

export function Plot({ alert }: { alert: Alert }) {
  const asked = useGet("/alerts/{id}/series", undefined, { at: { id: alert.id }, keep: false });
  const zone = useZone();
  const s = asked.data;
  const from = s ? Date.parse(s.marks.from) / 1000 : 0;
  const usual = s?.usual;
  const caption = !s
    ? ""
    : usual
      ? usual.basis === "rule"
        ? "The band is what the rule takes for usual at this hour of the week."
        : `The band is the least and the most at the same time of ${usual.days} earlier days.`
      : "";
  return (
    <Panel
      title={s ? `${s.label} every ${duration(s.bucket_seconds)}` : "Beside what is usual"}
      name="Beside what is usual"
      help="What the rule counts around the alert. The mark is where it begins."
      loading={asked.loading}
      ready={!!s}
      error={asked.error}
      onRetry={asked.refetch}
      meta={s?.meta}
      path={`/alerts/${alert.id}/series`}
      waitHeight={200}
    >
      {s && s.times.length > 0 && (
        <TimeSeries
          title={`${s.label} around ${zone.time(alert.first_seen)}`}
          times={s.times}
          series={[{ label: s.label, values: s.values, unit: s.unit || "count", color: 2, kind: s.times.length > 200 ? "line" : "bars", band: usual ? { low: usual.low, high: usual.high } : undefined }]}
          height={180}
          legend="line"
          marks={[{ at: from, label: alert.title, severity: alert.severity }]}
        />
      )}
      {caption && <p className={css.soft}>{caption}</p>}
      {s?.why_not && <p className={css.soft}>{s.why_not.charAt(0).toUpperCase() + s.why_not.slice(1)}.</p>}
    </Panel>
  );
}
