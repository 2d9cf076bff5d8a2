import { useNavigate } from "@tanstack/react-router";
import { api } from "../../api/client";
import { client } from "../../api/hooks";
import { loadSession, useSession } from "../../api/session";
import { setTheme, useTheme, type Theme } from "../../app/theme";
import { ZonePicker } from "../../app/ZonePicker";
import { useZone } from "../../app/zone";
import { Button } from "../../table/Button";
import { Segments } from "../../table/Field";
import { Panel } from "../../table/Panel";
import css from "./settings.module.css";

/** Person shows who this is, and what this browser remembers. */
export function Person() {
  const session = useSession();
  const theme = useTheme();
  const zone = useZone();
  const navigate = useNavigate();
  const leave = async () => {
    await api.post("/logout" as never);
    client.clear();
    await loadSession(true);
    void navigate({ to: "/login" as never });
  };
  const via = { loopback: "from this machine, without a password", session: "with the password", token: "with a token" };
  return (
    <div className={css.two}>
      <Panel title="You">
        {session ? (
          <dl className={css.facts}>
            <dt>Name</dt>
            <dd>{session.person?.name ?? "nobody"}</dd>
            <dt>Came</dt>
            <dd>{session.person ? via[session.person.via] : "–"}</dd>
            <dt>May</dt>
            <dd>everything (administrator)</dd>
            {session.expires ? (
              <>
                <dt>Until</dt>
                <dd>{zone.time(session.expires)}</dd>
              </>
            ) : null}
            <dt>Login</dt>
            <dd>{session.login ? "others log in with the administrator's password over TLS" : "only this machine reaches the server; listen on another address for others (docs/remote.md)"}</dd>
          </dl>
        ) : null}
        {session?.login && session.person?.via === "session" ? (
          <p className={css.gap}>
            <Button onClick={() => void leave()}>Log out</Button>
          </p>
        ) : null}
      </Panel>
      <Panel title="This browser">
        <dl className={css.facts}>
          <dt>Theme</dt>
          <dd>
            <Segments<Theme> label="Theme" value={theme.theme} onChange={setTheme} options={[{ value: "system", title: "as the system" }, { value: "light", title: "light" }, { value: "dark", title: "dark" }]} />
          </dd>
          <dt>Time zone</dt>
          <dd className={css.line0}>
            <ZonePicker /> <span>{zone.zone}</span>
          </dd>
        </dl>
      </Panel>
    </div>
  );
}
