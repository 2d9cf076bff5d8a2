// The alerts about an entity, and those that name it.
import { useMemo } from "react";
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { Along } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Badge, Severity } from "../../table/Badge";
import { Empty } from "../../table/Empty";
import { Panel } from "../../table/Panel";
import type { Entity } from "./index";
import css from "./entity.module.css";

type Alert = Schemas["Alert"];

export function Alerts({ e }: { e: Entity }) {
  const zone = useZone();
  const about = useGet("/alerts", { entity: e.id.replace(/^\//, ""), limit: 200 });
  const named = useGet("/alerts", { text: e.title, limit: 200 });
  const rows = useMemo(() => {
    const own = new Set((about.data?.alerts ?? []).map((a) => a.id));
    const all = new Map<string, Alert>();
    for (const a of [...(about.data?.alerts ?? []), ...(named.data?.alerts ?? [])]) all.set(a.id, a);
    return [...all.values()].map((a) => ({ ...a, own: own.has(a.id) })).sort((a, b) => Number(b.own) - Number(a.own) || b.last_seen.localeCompare(a.last_seen));
  }, [about.data, named.data]);
  return (
    <Panel title="Alerts" help="About it, and those that name it. All that are stored, whatever the range." loading={about.loading || named.loading} error={about.error ?? named.error} ready={!!about.data && !!named.data} flush waitHeight={160}>
      {rows.length === 0 ? (
        <Empty what="alerts about it" icon="bell" reasons={["Nothing suspicious was found of it"]} />
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th>Severity</th>
              <th>Alert</th>
              <th>Why</th>
              <th>Status</th>
              <th>Last seen</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((a) => (
              <tr key={a.id}>
                <td>
                  <Severity level={a.severity} />
                </td>
                <td>
                  <Along to="/alerts" search={{ alert: a.id }}>
                    {a.title}
                  </Along>{" "}
                  {a.exposure && <Badge title="Noise of the internet">exposure</Badge>}
                </td>
                <td className={css.why}>{a.why}</td>
                <td>{a.status}</td>
                <td className={css.nowrap}>{zone.time(a.last_seen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
