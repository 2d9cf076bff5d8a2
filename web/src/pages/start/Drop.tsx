import { useRef, useState, type DragEvent } from "react";
import { api, Problem, type Schemas } from "../../api/client";
import { client } from "../../api/hooks";
import { bytes, count, plural } from "../../app/format";
import { useGo } from "../../app/Shell";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Fault, sentence } from "../../table/Fault";
import { SelectField, TextField } from "../../table/Field";
import { Icon } from "../../table/Icon";
import { Panel } from "../../table/Panel";
import { PreviewTable } from "../sources/Trial";
import css from "./start.module.css";

type Choice = { format?: string; log_format?: string };
const most = 512 * 1024 * 1024;

/** DropFile shows what a file holds, and takes it in when that is what was meant. */
export function DropFile({ formats }: { formats: string[] }) {
  const go = useGo();
  const zone = useZone();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState("");
  const [error, setError] = useState<Problem | null>(null);
  const [dropped, setDropped] = useState<Schemas["Dropped"]>();
  const [kept, setKept] = useState<Schemas["KeptFile"]>();
  const [choice, setChoice] = useState<Choice>({});

  const run = async (doing: string, f: () => Promise<void>) => {
    setBusy(doing);
    setError(null);
    try {
      await f();
    } catch (e) {
      setError(e instanceof Problem ? e : new Problem({ type: "", title: "", status: 0, code: "", detail: (e as Error).message }));
    } finally {
      setBusy("");
    }
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    setKept(undefined);
    if (file.size > most) {
      setError(new Problem({ type: "", title: "", status: 413, code: "request", detail: `${file.name} has ${bytes(file.size)}; 512 MiB at most can be dropped.`, fix: `Take it in on the server: weir ingest ${file.name}` }));
      return;
    }
    void run(`Reading ${file.name}`, async () => {
      if (dropped) void api.delete("/start/files/{id}", { at: { id: dropped.id } }).catch(() => undefined);
      setDropped(undefined);
      setDropped(await api.post("/start/files", file, { params: { name: file.name, ...choice } }));
    });
  };
  const look = (next: Choice) => {
    setChoice(next);
    if (dropped) void run("Reading it again", async () => setDropped(await api.post("/start/files/{id}", next, { at: { id: dropped.id } })));
  };
  const keep = () =>
    dropped &&
    run("Taking it in", async () => {
      setKept(await api.post("/start/files/{id}/keep", choice, { at: { id: dropped.id } }));
      setDropped(undefined);
      void client.invalidateQueries();
    });
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files[0]);
  };
  const p = dropped?.preview;
  return (
    <>
      <div className={css.drop} data-over={over || undefined} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
        <Icon name="upload" size={22} />
        <p>
          <b>Drop a file of flow logs here</b>
          <br />
          <span className={css.soft}>Text, gzip, zstd, Parquet or JSON; AWS VPC and Transit Gateway, GCP, CloudWatch exports. It is shown first, and stored when you say so.</span>
        </p>
        <input ref={input} type="file" className="hidden-text" aria-label="File of flow logs" tabIndex={-1} onChange={(e) => (take(e.target.files?.[0]), (e.target.value = ""))} />
        <Button kind="primary" onClick={() => input.current?.click()} disabled={busy !== ""}>
          Choose a file
        </Button>
      </div>
      {busy ? (
        <div className={css.progress} role="status">
          <progress aria-label={busy} />
          <span>{busy} …</span>
        </div>
      ) : null}
      {error ? <Fault error={error} /> : null}
      {kept ? (
        <Panel title="It is in">
          <p role="status">
            {plural(kept.stored, "record")} stored{kept.duplicates ? `, ${count(kept.duplicates)} were stored before` : ""}
            {kept.objects_twice ? "; all its bytes were in already" : ""}, {plural(kept.bad, "bad line")}.
            {kept.from && kept.to ? ` They cover ${zone.time(kept.from)} to ${zone.time(kept.to)}.` : ""}
          </p>
          {kept.failures.map((f) => (
            <p key={f}>{sentence(f)}</p>
          ))}
          <p>
            <Button kind="primary" onClick={() => go("/explore", kept.from && kept.to ? { since: kept.from, until: new Date(Date.parse(kept.to) + 60_000).toISOString().replace(".000Z", "Z") } : {})}>
              See the records
            </Button>
          </p>
        </Panel>
      ) : null}
      {p ? (
        <Panel title={p.records ? `${p.complete ? "" : "At least "}${plural(p.records, "record")} in ${p.name}` : `No record in ${p.name}`} name="What is in the file">
          {p.error ? (
            <div className={css.trouble} role="alert">
              <b>{sentence(p.error)}</b> {p.fix ? sentence(p.fix) : ""}
            </div>
          ) : null}
          {p.orders.length ? (
            <div className={css.orders}>
              <p>Choose the order of its columns; the first records then show whether it is the right one.</p>
              {p.orders.map((o) => (
                <button key={o.log_format} type="button" onClick={() => look({ log_format: o.log_format })}>
                  <b>{o.name}</b>
                  <code>{o.log_format}</code>
                </button>
              ))}
            </div>
          ) : null}
          <PreviewTable preview={p} />
          <form
            className={css.choice}
            onSubmit={(e) => {
              e.preventDefault();
              const f = new FormData(e.currentTarget);
              const read = (k: string) => String(f.get(k) ?? "").trim() || undefined;
              look({ format: read("format"), log_format: read("log_format") });
            }}
          >
            <SelectField label="Format" name="format" defaultValue={choice.format ?? ""} options={[{ value: "", title: "as its content says" }, ...formats.map((f) => ({ value: f, title: f }))]} />
            <TextField key={choice.log_format} label="Columns, for text without a header line" name="log_format" mono defaultValue={choice.log_format ?? ""} placeholder="${version} ${account-id} ${interface-id} ..." />
            <Button type="submit" disabled={busy !== ""}>
              Read again
            </Button>
          </form>
          <div className={css.actions}>
            <Button kind="primary" busy={busy === "Taking it in"} disabled={busy !== "" || p.records === 0} onClick={() => void keep()}>
              Keep it
            </Button>
            <Button
              disabled={busy !== ""}
              onClick={() =>
                void run("Removing it", async () => {
                  await api.delete("/start/files/{id}", { at: { id: dropped.id } });
                  setDropped(undefined);
                })
              }
            >
              Drop it
            </Button>
            <span className={css.soft}>Bad lines are left out and counted; all others are taken in.</span>
          </div>
        </Panel>
      ) : null}
    </>
  );
}
