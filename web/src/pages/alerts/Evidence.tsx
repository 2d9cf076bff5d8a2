// The records that show an alert, by the exact query.
import { useMemo } from "react";
import { useTable, type QueryParams } from "../../api/hooks";
import { count, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { columnsOf } from "../../table/columns";
import { Copy } from "../../table/Copy";
import { DataTable } from "../../table/DataTable";
import { Panel } from "../../table/Panel";
import { ValueScope } from "../../table/Value";
import type { Detail } from "./data";
import css from "./AlertDrawer.module.css";

const shown = 50;

export function Evidence({ detail }: { detail: Detail }) {
  const e = detail.alert.evidence;
  const zone = useZone();
  if (e.missing) {
    return (
      <section aria-labelledby="evidence" className={css.part}>
        <h3 id="evidence">Evidence</h3>
        <p>
          No records{e.missing.interface_id ? ` of ${e.missing.interface_id}` : ""} from {zone.time(e.missing.since, true)} to {zone.time(e.missing.until, true)}. That they are missing is what was found.
        </p>
      </section>
    );
  }
  if (!e.filter) return null;
  return <Records detail={detail} />;
}

function Records({ detail }: { detail: Detail }) {
  const e = detail.alert.evidence;
  const zone = useZone();
  const query: QueryParams = { filter: e.filter, since: e.since, until: e.until, columns: "start,srcaddr,srcport,dstaddr,dstport,protocol,packets,bytes,action,interface_id", limit: shown };
  const asked = useTable(query);
  const rows = useMemo(() => asked.table?.rows() ?? [], [asked.table]);
  const columns = useMemo(() => columnsOf(asked.table, zone), [asked.table, zone]);
  return (
    <Panel
      title="Evidence"
      help={
        <>
          <p>The records behind the alert, every witness of them. This command gives all:</p>
          <pre className={css.code}>{detail.command}</pre>
        </>
      }
      query={query}
      pin={false}
      meta={asked.table?.meta}
      loading={asked.loading}
      error={asked.error}
      onRetry={asked.refetch}
      flush
      actions={
        <>
          <Along to="/explore" search={{ q: e.filter ?? "", since: e.since ?? "", until: e.until ?? "" }} className={css.action}>
            {e.exact ? `All ${plural(e.count ?? 0, "record")} in the Explorer` : "All records in the Explorer"}
          </Along>
          <Copy text={detail.command} label="Copy command" kind="quiet" />
        </>
      }
    >
      <ValueScope filter={e.filter ?? ""}>
        <DataTable id="alert.evidence" label="Records behind the alert" columns={columns} rows={rows} rowKey={(_, i) => String(i)} height={240} empty="These records are no longer stored." />
      </ValueScope>
      {e.exact && (e.count ?? 0) > rows.length && rows.length > 0 && <p className={css.cut}>The first {rows.length} of {count(e.count ?? 0)}.</p>}
    </Panel>
  );
}
