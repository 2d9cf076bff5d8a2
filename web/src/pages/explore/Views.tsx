// Views: addresses of the Explorer that are kept on the server under a name.
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Problem } from "../../api/client";
import { useGet } from "../../api/hooks";
import { readSearch } from "../../app/search";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Drawer } from "../../table/Drawer";
import { Fault } from "../../table/Fault";
import { Skeleton } from "../../table/Skeleton";
import css from "./explore.module.css";

export function Views() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small icon="pin" onClick={() => setOpen(true)} title="Views that are kept under a name">
        Views
      </Button>
      {open && <List onClose={() => setOpen(false)} />}
    </>
  );
}

function List({ onClose }: { onClose: () => void }) {
  const kept = useGet("/shelf/{kind}", undefined, { at: { kind: "view" } });
  const client = useQueryClient();
  const router = useRouter();
  const zone = useZone();
  const [name, setName] = useState("");
  const [error, setError] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const there = kept.data?.find((v) => v.name === name.trim());

  const change = async (run: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await run();
      await client.invalidateQueries({ queryKey: ["/shelf/{kind}"] });
    } catch (e) {
      setError(e as Problem);
      kept.refetch();
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    change(async () => {
      const search = new URLSearchParams(location.search);
      search.delete("row");
      await api.put("/shelf/{kind}/{name}", { body: { search: search.toString() }, revision: there?.revision ?? 0 }, { at: { kind: "view", name: name.trim() } });
      setName("");
    });
  const show = (body: Record<string, unknown>) => {
    const text = typeof body.search === "string" ? body.search : "";
    void router.navigate({ to: "/explore" as string, search: readSearch(text) as never });
    onClose();
  };
  return (
    <Drawer open onClose={onClose} title="Views" sub="Filter, range, columns and chart as they are now, for everybody who uses this server" width={520}>
      <form
        className={css.viewForm}
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) void save();
        }}
      >
        <label>
          Keep what is shown as
          <input value={name} onChange={(e) => setName(e.target.value)} maxLength={100} placeholder="SSH from outside" />
        </label>
        <Button type="submit" kind="primary" busy={busy} disabled={!name.trim()}>
          {there ? "Replace" : "Keep"}
        </Button>
      </form>
      {error && <Fault error={error} />}
      {kept.error ? (
        <Fault error={kept.error} onRetry={kept.refetch} />
      ) : !kept.data ? (
        <Skeleton lines={3} />
      ) : kept.data.length === 0 ? (
        <p className={css.none}>None is kept yet.</p>
      ) : (
        <ul className={css.views}>
          {kept.data.map((v) => (
            <li key={v.name}>
              <button type="button" className={css.view} onClick={() => show(v.body)}>
                <strong>{v.name}</strong>
                <span>
                  {v.owner}, {zone.time(v.changed)} · {String(readSearch(String(v.body.search ?? "")).q ?? "everything")}
                </span>
              </button>
              <Button
                kind="quiet"
                small
                icon="trash"
                aria-label={`Remove the view ${v.name}`}
                title="Remove"
                onClick={() => {
                  if (confirm(`Remove the view "${v.name}" for everybody?`)) void change(() => api.delete("/shelf/{kind}/{name}", { at: { kind: "view", name: v.name } }));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
