// The first logs: the demo, a file, or a bucket.
import { usePageSearch } from "../../app/search";
import { useGet } from "../../api/hooks";
import { Tabs } from "../../table/Tabs";
import { BucketStart } from "./Bucket";
import { Demo } from "./Demo";
import { DropFile } from "./Drop";
import css from "./start.module.css";

export default function Start() {
  const [s, set] = usePageSearch({ with: "file" });
  const start = useGet("/start", undefined, { every: 2_000 });
  const tab = ["demo", "file", "bucket"].includes(s.with) ? s.with : "file";
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{start.data?.empty ? "Get started" : "Add logs"}</h1>
        <p>{start.data?.empty ? "Nothing is stored yet. Three ways lead to the first screen that tells something." : "Drop a file, or connect a bucket that is followed from then on."}</p>
      </header>
      <Tabs
        label="First logs"
        value={tab}
        onChange={(id) => set({ with: id })}
        tabs={[
          { id: "file", title: "Drop a file" },
          { id: "bucket", title: "Connect a bucket" },
          { id: "demo", title: "Look around with the demo" },
        ]}
      >
        <div className={css.body}>
          {tab === "demo" ? <Demo start={start.data} refetch={start.refetch} /> : null}
          {tab === "file" ? <DropFile formats={start.data?.formats ?? []} /> : null}
          {tab === "bucket" ? <BucketStart /> : null}
        </div>
      </Tabs>
    </div>
  );
}
