// The small pieces that queue and drawer share.
import { useEffect, useRef, useState } from "react";
import { Spark } from "../../charts/Spark";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import type { EntityKind } from "../../table/fields";
import { Value } from "../../table/Value";
import { useSpark, verdictText, type Alert, type Entity } from "./data";
import css from "./Alerts.module.css";

const fields: Record<string, [string, EntityKind?]> = {
  address: ["addr", "address"],
  interface: ["interface_id", "interface"],
  subnet: ["subnet_id", "subnet"],
  vpc: ["vpc_id", "vpc"],
  app: ["app", "app"],
  attachment: ["tgw_attachment_id"],
};

/** EntityValue shows what an alert is about, each end with its menu. */
export function EntityValue({ entity }: { entity: Entity }) {
  const ends = entity.kind === "pair" || entity.kind === "edge" ? entity.id.split(" > ") : [];
  if (ends.length === 2) {
    const [src, dst] = ends as [string, string];
    const [app, port] = entity.kind === "edge" ? [dst.replace(/:[^:]*$/, ""), dst.slice(dst.lastIndexOf(":"))] : [dst, ""];
    const field = entity.kind === "edge" ? "app" : "addr";
    const inside = (a: string) => (/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(a) ? entity.network : "");
    return (
      <span className={css.entity}>
        <Value field={field} value={src} network={inside(src)} /> <span aria-label="to">→</span> <Value field={field} value={app} network={inside(app)} />
        {port}
      </span>
    );
  }
  const [field, kind] = fields[entity.kind] ?? [];
  if (!field) return <span className={css.entity}>{entity.id}</span>;
  return (
    <span className={css.entity}>
      <Value field={field} kind={kind} value={entity.id} network={entity.network} />
    </span>
  );
}

/** Age says how long ago, and when on hover. */
export function Age({ at }: { at: string }) {
  const zone = useZone();
  return (
    <time dateTime={at} title={`${zone.time(at, true)} ${zone.zone} · ${at}`}>
      {ago(at)}
    </time>
  );
}

/** State is where an alert is in its life, in words. */
export function State({ alert }: { alert: Alert }) {
  const zone = useZone();
  return (
    <>
      {alert.page && <Badge tone="high" icon="bell">page</Badge>}
      {alert.status !== "firing" && (
        <Badge tone={alert.status === "resolved" ? "good" : alert.status === "acknowledged" ? "accent" : "plain"} icon={alert.status === "resolved" ? "check" : undefined}>
          {alert.status}
          {alert.verdict ? `, ${verdictText(alert.verdict)}` : ""}
        </Badge>
      )}
      {alert.silenced_until && (
        <Badge icon="mute" title={`until ${zone.time(alert.silenced_until)}`}>
          silenced
        </Badge>
      )}
      {alert.late && <Badge title="found in records that came late">late</Badge>}
      {alert.exposure && <Badge icon="globe">internet noise</Badge>}
    </>
  );
}

/** AlertSpark is what the alert counts, drawn once it is in view. */
export function AlertSpark({ alert, width = 92 }: { alert: Alert; width?: number }) {
  const box = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const el = box.current;
    if (!el || seen) return;
    const o = new IntersectionObserver((list) => list.some((x) => x.isIntersecting) && setSeen(true), { rootMargin: "120px" });
    o.observe(el);
    return () => o.disconnect();
  }, [seen]);
  const s = useSpark(alert.id, seen);
  return (
    <span ref={box} className={css.spark}>
      {s && s.values.length > 0 ? <Spark label={s.label} values={s.values} unit={s.unit} width={width} height={22} kind="bars" color={alert.severity === "critical" || alert.severity === "high" ? 2 : 1} /> : null}
    </span>
  );
}
