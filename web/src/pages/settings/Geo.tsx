import { useState } from "react";
import type { Schemas } from "../../api/client";
import { useGet } from "../../api/hooks";
import { bytes, plural } from "../../app/format";
import { ago, useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Button } from "../../table/Button";
import { Copy } from "../../table/Copy";
import { Drawer } from "../../table/Drawer";
import { Empty } from "../../table/Empty";
import { sentence } from "../../table/Fault";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

const sample = "ingest:\n  geo: [/etc/weir/country.mmdb, /etc/weir/asn.mmdb, /etc/weir/aws-ip-ranges.json]";

/** Geo shows the files that say where an address is and whose. */
export function Geo() {
  const zone = useZone();
  const q = useGet("/settings/geo");
  const [terms, setTerms] = useState<Schemas["GeoFile"]>();
  const files = q.data?.files ?? [];
  return (
    <>
      <Panel title="Files with places and ranges" help="Countries, networks (AS) and cloud ranges of public addresses. Each is known by its content; where several say it, the first wins. Records keep what was known when they came in." path="/settings/geo" loading={q.loading && !q.data} error={q.error} waitHeight={160}>
        {files.length === 0 ? (
          <Empty what="file with places is loaded" icon="globe" reasons={["The map and the columns of countries and networks are empty without one. Copy a file to the server (MMDB or CSV with countries or AS numbers, a provider's ranges) and name it in the configuration"]}>
            <pre className={css.pre}>{sample}</pre>
            <Copy text={sample} />
          </Empty>
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
                  <code title={f.path}>{f.path.slice(f.path.lastIndexOf("/") + 1)}</code>
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
      </Panel>
      {terms ? (
        <Drawer open onClose={() => setTerms(undefined)} title={`Terms of ${terms.path.slice(terms.path.lastIndexOf("/") + 1)}`} sub={terms.licence_from}>
          <pre className={css.pre}>{terms.licence}</pre>
        </Drawer>
      ) : null}
    </>
  );
}
