// What to do, as text to copy. weir runs none of it.
import { useState } from "react";
import { useGet } from "../../api/hooks";
import { Copy } from "../../table/Copy";
import { Fault } from "../../table/Fault";
import { Segments } from "../../table/Field";
import { Skeleton } from "../../table/Skeleton";
import type { Alert } from "./data";
import css from "./AlertDrawer.module.css";

export function Response({ alert }: { alert: Alert }) {
  const asked = useGet("/alerts/{id}/response", undefined, { at: { id: alert.id }, keep: false });
  const r = asked.data;
  return (
    <section aria-labelledby="response" className={css.part} aria-busy={asked.loading || undefined}>
      <h3 id="response">What to do</h3>
      {asked.error ? <Fault error={asked.error} onRetry={asked.refetch} /> : !r ? <Skeleton lines={3} /> : null}
      {r && r.steps.length > 0 && (
        <ol className={css.plain}>
          {r.steps.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ol>
      )}
      {r?.blocks.map((b) => (
        <Block key={b.title} {...b} />
      ))}
      {r && <p className={css.soft}>weir changes nothing in your account: read the commands before you run them.</p>}
    </section>
  );
}

function Block({ title, doc, cli, terraform }: { title: string; doc: string; cli: string; terraform: string }) {
  const [form, setForm] = useState<"cli" | "terraform">("cli");
  const text = form === "cli" || !terraform ? cli : terraform;
  return (
    <div className={css.block}>
      <div className={css.blockHead}>
        <h4>{title}</h4>
        {terraform && <Segments label={`Form of: ${title}`} value={form} onChange={setForm} options={[{ value: "cli", title: "AWS CLI" }, { value: "terraform", title: "Terraform" }]} />}
        <Copy text={text} label={form === "cli" || !terraform ? "Copy CLI" : "Copy Terraform"} />
      </div>
      <p className={css.soft}>{doc}</p>
      <pre className={css.code} tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </div>
  );
}
