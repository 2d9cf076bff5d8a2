// What holds, where it is from, and what is behind it.
import { useGet } from "../../api/hooks";
import { usePageSearch } from "../../app/search";
import { Along } from "../../app/Shell";
import { Tabs } from "../../table/Tabs";
import { About, Configuration } from "./Configuration";
import { Geo } from "./Geo";
import { Keep } from "./Keep";
import { Notifications } from "./Notifications";
import { Person } from "./Person";
import { Tokens } from "./Tokens";
import css from "./settings.module.css";

const tabs = [
  { id: "data", title: "Places and ranges" },
  { id: "retention", title: "Retention" },
  { id: "notifications", title: "Notifications" },
  { id: "tokens", title: "Tokens" },
  { id: "you", title: "You and this browser" },
  { id: "config", title: "Configuration" },
  { id: "about", title: "About" },
];

export default function Settings() {
  const [s, set] = usePageSearch({ tab: "data" });
  const tab = tabs.some((t) => t.id === s.tab) ? s.tab : "data";
  const list = useGet("/settings");
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Settings</h1>
        <p>
          {list.data ? (
            list.data.file ? (
              <>
                Values come from <code>{list.data.file}</code>, the environment, and what is set here.
              </>
            ) : (
              "The server runs without a configuration file: values are defaults, of the environment, or set here."
            )
          ) : null}{" "}
          <Along to="/alerts" search={{ tab: "silences" }}>
            Silences
          </Along>{" "}
          · <Along to="/audit">Audit</Along>
        </p>
      </header>
      <Tabs label="Settings of" value={tab} onChange={(id) => set({ tab: id })} tabs={tabs}>
        <div className={css.body}>
          {tab === "data" ? <Geo /> : null}
          {tab === "retention" ? <Keep list={list.data} error={list.error} loading={list.loading} /> : null}
          {tab === "retention" ? <Configuration list={list.data} error={list.error} loading={list.loading} only={["keep.", "cost."]} title="Retention and prices, and what sets them" help="Days count back from the newest day stored. Sources and health, disk and retention tells when the disk is full and what goes first." /> : null}
          {tab === "notifications" ? <Notifications /> : null}
          {tab === "tokens" ? <Tokens /> : null}
          {tab === "you" ? <Person /> : null}
          {tab === "config" ? <Configuration list={list.data} error={list.error} loading={list.loading} title="Configuration" help="Every setting with its value and what sets it. Secrets are hidden. A change of the file holds when the server is started again." /> : null}
          {tab === "about" ? <About list={list.data} error={list.error} loading={list.loading} /> : null}
        </div>
      </Tabs>
    </div>
  );
}
