import { useRef, useState, type DragEvent } from "react";
import { api, type Schemas } from "../../api/client";
import { useChange } from "../../api/change";
import { useGet } from "../../api/hooks";
import { bytes, plural } from "../../app/format";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Drawer } from "../../table/Drawer";
import { Empty } from "../../table/Empty";
import { Fault, sentence } from "../../table/Fault";
import { Icon } from "../../table/Icon";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

const nameOf = (f: Schemas["GeoFile"]) => f.path.slice(f.path.lastIndexOf("/") + 1);

/** Geo shows the files that say where an address is and whose. */
export function Geo() {
  const zone = useZone();
  const q = useGet("/settings/geo");
  const [terms, setTerms] = useState<Schemas["GeoFile"]>();
  const files = q.data?.files ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const touched = ["/settings", "/audit"];
  const add = useChange((f: File) => api.post("/settings/geo", f, { params: { name: f.name } }), touched);
  const remove = useChange((name: string) => api.delete("/settings/geo", { params: { name } }), touched);
  const take = (f: File | undefined) => f && add.mutate(f);
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files[0]);
  };
  return (
    <>
      <Panel title="Files with places and ranges" help="Countries, networks (AS) and cloud ranges of public addresses. Each is known by its content; where several say it, the first wins. Records keep what was known when they came in." path="/settings/geo" loading={q.loading && !q.data} error={q.error} waitHeight={160}>
        {files.length === 0 ? (
          <Empty what="file with places is loaded" icon="globe" reasons={["The map and the columns of countries and networks are empty without one. Files that many use: GeoLite2 or DB-IP (countries, AS numbers), and the ranges that AWS, Google and Azure publish."]} />
        ) : (
          <ul className={css.cards}>
            {files.map((f) => (
              <li key={f.path}>
                <header>
                  {f.loaded ? (
                    <Badge tone="good" icon="check">
                      loaded
                    </Badge>
                  ) : (
                    <Badge tone="high" icon="high">
                      broken
                    </Badge>
                  )}
                  <code title={f.path}>{nameOf(f)}</code>
                  {f.removable ? (
                    <Button small kind="quiet" icon="close" busy={remove.isPending && remove.variables === nameOf(f)} aria-label={`Remove ${nameOf(f)}`} title="No longer use it for what comes in from now on" onClick={() => remove.mutate(nameOf(f))}>
                      Remove
                    </Button>
                  ) : (
                    <span className={css.by}>set by the configuration</span>
                  )}
                </header>
                {f.error ? <p className={css.warn}>{sentence(f.error)}</p> : null}
                <dl className={css.facts}>
                  <dt>Path</dt>
                  <dd className={css.mono}>{f.path}</dd>
                  {f.loaded ? (
                    <>
                      <dt>Kind</dt>
                      <dd>
                        {f.kind === "mmdb" ? "MMDB" : f.kind === "table" ? "table of ranges" : `ranges of ${f.kind}`}
                        {f.title ? `, ${f.title}` : ""}
                      </dd>
                      <dt>Records</dt>
                      <dd>{f.entries ? plural(f.entries, "range") : "not counted in an MMDB"}</dd>
                    </>
                  ) : null}
                  <dt>Date</dt>
                  <dd>
                    {f.built ? `${zone.date(f.built)} by its maker (${ago(f.built)})` : f.modified ? `${zone.date(f.modified)} on this disk (${ago(f.modified)}); it does not say when it was made` : "–"}
                    {f.size ? `, ${bytes(f.size)}` : ""}
                  </dd>
                  <dt>Licence</dt>
                  <dd>
                    {f.licence ? (
                      <>
                        <span>{f.licence.split("\n")[0]?.slice(0, 120)}</span>{" "}
                        <Button small kind="quiet" onClick={() => setTerms(f)} aria-label={`Read the terms of ${f.path}`}>
                          Read
                        </Button>
                      </>
                    ) : (
                      "neither the file nor one beside it has its terms; its maker's apply"
                    )}
                  </dd>
                </dl>
              </li>
            ))}
          </ul>
        )}
        <div className={css.drop} data-over={over || undefined} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
          <Icon name="upload" size={20} />
          <p>
            <b>Drop a file here</b>
            <br />
            <span className={css.soft}>MMDB, CSV with countries or AS numbers, or a provider&apos;s ranges (ip-ranges.json), plain or gzip. It holds at once, for what comes in from then on; one of the same name is replaced.</span>
          </p>
          <input ref={input} type="file" className="hidden-text" aria-label="File with places" tabIndex={-1} onChange={(e) => (take(e.target.files?.[0]), (e.target.value = ""))} />
          <Button kind={files.length ? "plain" : "primary"} busy={add.isPending} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
        </div>
        {add.error ? <Fault error={add.error} /> : remove.error ? <Fault error={remove.error} /> : null}
        {add.data && !add.error ? (
          <p role="status" className={css.gap}>
            {nameOf(add.data)} is in use.
          </p>
        ) : null}
      </Panel>
      {terms ? (
        <Drawer open onClose={() => setTerms(undefined)} title={`Terms of ${terms.path.slice(terms.path.lastIndexOf("/") + 1)}`} sub={terms.licence_from}>
          <pre className={css.pre}>{terms.licence}</pre>
        </Drawer>
      ) : null}
    </>
  );
}
