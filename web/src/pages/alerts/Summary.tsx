// What an alert says of itself: its numbers, its rule, its parts.
import { useId, type ReactNode } from "react";
import { bytes, count, percent, plural } from "../../app/format";
import { Along } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Badge } from "../../table/Badge";
import { Severity } from "../../table/Severity";
import { entityPath, type EntityKind } from "../../table/fields";
import { Value } from "../../table/Value";
import { EntityValue } from "./Bits";
import { familyText, type Alert, type Detail } from "./data";
import type { Doing } from "./index";
import css from "./AlertDrawer.module.css";

/** usualText writes what is usual. */
export function usualText(u: NonNullable<Alert["usual"]>): string {
  const inBytes = u.unit?.startsWith("bytes");
  const n = inBytes ? bytes : (v: number) => count(Math.round(v * 10) / 10);
  const unit = inBytes ? (u.unit ?? "").replace(/^bytes ?/, "") : (u.unit ?? "");
  return (u.low === u.high ? n(u.high) : `${n(u.low)} – ${n(u.high)}`) + (unit ? " " + unit : "");
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Numbers({ detail }: { detail: Detail }) {
  const a = detail.alert;
  return (
    <dl className={css.facts}>
      <Fact name="Flows">{count(a.count)}</Fact>
      <Fact name="Usual">{a.usual ? usualText(a.usual) : "not counted"}</Fact>
      <Fact name="Score">{a.score} of 100</Fact>
      {a.srcaddr && (
        <Fact name="Source">
          <Value field="srcaddr" value={a.srcaddr} network={a.entity.network} />
        </Fact>
      )}
      {a.dstaddr && (
        <Fact name="Destination">
          <Value field="dstaddr" value={a.dstaddr} network={a.entity.network} />
          {a.dstport !== null && (
            <>
              {" port "}
              <Value field="dstport" value={a.dstport} />
            </>
          )}
        </Fact>
      )}
      {a.attack.length > 0 && <Fact name="ATT&CK">{a.attack.join(", ")}</Fact>}
      {a.scope.length > 0 && (
        <Fact name="Where">
          {a.scope.map((s) => (
            <span key={s.kind + s.id} className={css.scope}>
              {percent(s.share)} {s.kind} <Value field={s.kind + "_id"} value={s.id} />
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

/** About is the rule and what the alert is about. */
export function About({ detail, onOpen }: { detail: Detail; onOpen: (id: string, doing?: Doing) => void }) {
  const r = detail.rule;
  const known = new Set(["address", "interface", "app", "subnet", "vpc"]);
  return (
    <section aria-labelledby="about-rule" className={css.part}>
      <h3 id="about-rule">What this is about</h3>
      <ul className={css.entities}>
        {detail.entities.slice(0, 8).map((e) => (
          <li key={e.kind + e.network + e.id}>
            <span className={css.kind}>{e.kind}</span>
            <EntityValue entity={e} />
            {known.has(e.kind) && <Along to={entityPath(e.kind as EntityKind, e.id, e.network)}>Open its page</Along>}
            <Along to="/alerts" search={{ entity: (e.network ? e.network + "/" : "") + e.id, status: "all" }}>
              All its alerts
            </Along>
          </li>
        ))}
        {detail.entities.length > 8 && <li>and {detail.entities.length - 8} others</li>}
      </ul>
      {detail.incident && (
        <p>
          Part of an incident.{" "}
          <button type="button" className={css.link} onClick={() => onOpen(detail.incident as string)}>
            Open the incident
          </button>
        </p>
      )}
      <h3>Why it matters</h3>
      {r ? (
        <>
          <p>{r.description}</p>
          {r.falsepositives.length > 0 && (
            <>
              <p className={css.soft}>It may also be:</p>
              <ul className={css.plain}>
                {r.falsepositives.map((f) => (
                  <li key={f}>{f}</li>
                ))}
              </ul>
            </>
          )}
          <p className={css.soft}>
            Rule <Along to={"/rules/" + encodeURIComponent(r.id)}>{r.title}</Along>
            {r.dry_run ? " (in dry run)" : r.enabled ? "" : " (switched off)"}
            {r.noise ? `. Noise: ${r.noise}` : ""}
          </p>
        </>
      ) : (
        <p className={css.soft}>{detail.alert.family === "incident" ? "Findings that share a host or lie on a path add up to a risk that is too high to be chance." : "There is no such rule any more."}</p>
      )}
    </section>
  );
}

/** Members is an incident step by step: when, which step of an attack, along which path. */
export function Members({ detail, onOpen, level: Heading = "h3" }: { detail: Detail; onOpen: (id: string, doing?: Doing) => void; level?: "h2" | "h3" }) {
  const zone = useZone();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css.part}>
      <Heading id={heading} className={css.heading}>
        How it went: {plural(detail.parts.length, "finding")}
      </Heading>
      <ol className={css.steps}>
        {detail.parts.map((p) => (
          <li key={p.id} className={p.weak ? css.weak : undefined}>
            <time dateTime={p.first_seen} title={p.first_seen}>
              {zone.date(p.first_seen).slice(5)} {zone.clock(p.first_seen)}
            </time>
            <span className={css.dot} aria-hidden />
            <div>
              <p className={css.stepHead}>
                <Severity level={p.severity} short />
                {p.alert ? (
                  <button type="button" className={css.link} onClick={() => onOpen(p.alert as string)}>
                    {p.title}
                  </button>
                ) : (
                  <strong>{p.title}</strong>
                )}
                {p.tactic && <Badge tone="accent">{p.tactic}</Badge>}
                {p.weak && <Badge title="by itself too little for an alert">weak</Badge>}
              </p>
              <p className={css.path}>
                {p.entity.kind === "pair" ? (
                  <>
                    <EntityValue entity={p.entity} />
                    {p.dstport !== null && <span>:{p.dstport}</span>}
                  </>
                ) : p.srcaddr && p.dstaddr ? (
                  <>
                    <Value field="srcaddr" value={p.srcaddr} network={p.entity.network} /> <span aria-label="to">→</span> <Value field="dstaddr" value={p.dstaddr} network={p.entity.network} />
                    {p.dstport !== null && <span>:{p.dstport}</span>}
                  </>
                ) : (
                  <EntityValue entity={p.entity} />
                )}
                <span>{familyText(p.family)}</span>
              </p>
              <p className={css.soft}>{p.why}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
