// Where calls from one address to another stop.
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { useRange } from "../../app/range";
import { useZone } from "../../app/zone";
import { Drawer } from "../../table/Drawer";
import { DataTable } from "../../table/DataTable";
import { Fault, sentence } from "../../table/Fault";
import { metaLine } from "../../table/Panel";
import { Skeleton } from "../../table/Skeleton";
import type { Column } from "../../table/columns";
import css from "./explore.module.css";

/** Why asks about a pair: source~destination~port. */
export function Why({ pair, onClose, onPair }: { pair: string; onClose: () => void; onPair: (pair: string) => void }) {
  const range = useRange();
  const [src = "", dst = "", port = ""] = pair.split("~");
  const asked = useGet("/why", { src, dst, port: /^\d+$/.test(port) ? port : undefined, since: range.since, until: range.until }, { when: !!src && !!dst, keep: false });
  const why = asked.data as Schemas["Why"] | undefined;
  return (
    <Drawer open onClose={onClose} title="Why does it not get through?" sub={`${src} to ${dst}${port ? ` port ${port}` : ""}`} width={780}>
      <form
        className={css.whyForm}
        onSubmit={(e) => {
          e.preventDefault();
          const f = new FormData(e.currentTarget);
          onPair(["src", "dst", "port"].map((k) => String(f.get(k) ?? "").trim()).join("~"));
        }}
        key={pair}
      >
        <label>
          From
          <input name="src" defaultValue={src} placeholder="10.0.0.5 or vpc-1/10.0.0.5" required />
        </label>
        <label>
          To
          <input name="dst" defaultValue={dst} placeholder="10.0.1.9" required />
        </label>
        <label>
          Port
          <input name="port" defaultValue={port} inputMode="numeric" pattern="[0-9]*" placeholder="any" />
        </label>
        <button type="submit" className={css.whyRun}>
          Ask
        </button>
      </form>
      {asked.error ? (
        <Fault error={asked.error} onRetry={asked.refetch} />
      ) : !why ? (
        src && dst ? <Skeleton lines={5} /> : null
      ) : (
        <>
          <p className={css.verdict}>{sentence(why.why)}</p>
          <dl className={css.whyFacts}>
            <div>
              <dt>Verdict</dt>
              <dd>{why.verdict.replaceAll("_", " ")}</dd>
            </div>
            {[
              ["Interface", why.interface_id],
              ["Transit Gateway attachment", why.tgw_attachment_id],
              ["Instance", why.instance_id],
              ["The source's side is logged", why.src_logged ? "yes" : "no"],
              ["The destination's side is logged", why.dst_logged ? "yes" : "no"],
            ].map(([k, v]) =>
              v ? (
                <div key={k}>
                  <dt>{k}</dt>
                  <dd>{v}</dd>
                </div>
              ) : null,
            )}
          </dl>
          <Leg title="There: what was seen of requests" rows={why.request} />
          <Leg title="Back: what was seen of replies" rows={why.reply} />
          <p className={css.whyMeta}>{metaLine(why.meta)}</p>
        </>
      )}
    </Drawer>
  );
}

type Seen = Record<string, unknown>;

function Leg({ title, rows }: { title: string; rows: Seen[] }) {
  const zone = useZone();
  const names = [...new Set(rows.flatMap((r) => Object.keys(r)))].filter((k) => rows.some((r) => r[k] !== null && r[k] !== "" && r[k] !== 0));
  const columns: Column<Seen>[] = names.map((n) => ({
    key: n,
    title: n.replaceAll("_", " "),
    align: typeof rows[0]?.[n] === "number" ? "right" : "left",
    min: 90,
    field: /^(interface_id|action|vpc_id|instance_id|tgw_attachment_id)$/.test(n) ? n : undefined,
    render: /^(first|last)(_seen)?$/.test(n) ? (r) => (r[n] ? zone.time(String(r[n]), true) : "–") : undefined,
  }));
  return (
    <section>
      <h3 className={css.legTitle}>{title}</h3>
      {rows.length ? <DataTable id="why" label={title} columns={columns} rows={rows} rowKey={(_, i) => String(i)} picker={false} /> : <p className={css.none}>Nothing.</p>}
    </section>
  );
}
