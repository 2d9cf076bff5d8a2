// The password of a server that other machines reach, and the first one of all.
import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, type Problem } from "../../api/client";
import { loadSession, took, useSession } from "../../api/session";
import { useSearch } from "../../app/search";
import { Button } from "../../table/Button";
import { Fault } from "../../table/Fault";
import { TextField } from "../../table/Field";
import css from "./login.module.css";

const least = 12;

/** inside says whether an address leads to a page of this app. */
const inside = (path: string | undefined) => !!path && /^\/(?![/\\])/.test(path) && !path.startsWith("/login") && !path.startsWith("/api/");

export default function Login() {
  const session = useSession();
  const [search] = useSearch();
  const cache = useQueryClient();
  const navigate = useNavigate();
  // The one-time link's secret stays behind the #, which browsers send to nobody.
  const [token] = useState(() => (location.hash.startsWith("#setup=") ? decodeURIComponent(location.hash.slice(7)) : ""));
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Problem | null>(null);
  useEffect(() => {
    document.title = "Log in · weir";
    void loadSession(true);
    if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  const leave = () => {
    cache.clear();
    const next = search.next;
    if (inside(next)) window.location.assign(next as string);
    else void navigate({ to: "/" });
  };
  const first = session?.setup === true;
  const differs = first && again !== "" && again !== password;
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      took(first ? await api.post("/setup", { token, password }) : await api.post("/login", { user: "admin", password }));
      leave();
    } catch (e) {
      setError(e as Problem);
      setPassword("");
      setAgain("");
    } finally {
      setBusy(false);
    }
  };
  const here = session?.person !== undefined;
  return (
    <main className={css.page}>
      <form
        className={css.box}
        onSubmit={(e) => {
          e.preventDefault();
          if (!busy && !differs) void send();
        }}
      >
        <img src="/favicon.svg" alt="" width={40} height={40} />
        {here ? (
          <>
            <h1>You are logged in</h1>
            <p>
              as {session?.person?.name}
              {session?.login ? "" : ": this machine uses weir without a password"}.
            </p>
            <Button kind="primary" onClick={leave}>
              Go on
            </Button>
          </>
        ) : first && !token ? (
          <>
            <h1>No password is set yet</h1>
            <p>Open the one-time link that weir serve printed when it started, or run on the server:</p>
            <pre>weir user password</pre>
          </>
        ) : (
          <>
            <h1>{first ? "Set the administrator's password" : "Log in to weir"}</h1>
            {first ? <p>It opens everything that this weir knows. At least {least} characters; a few words are good.</p> : null}
            <TextField label="Password" type="password" name="password" autoComplete={first ? "new-password" : "current-password"} minLength={first ? least : undefined} required autoFocus value={password} onChange={(e) => setPassword(e.target.value)} />
            {first ? <TextField label="Once more" type="password" name="again" autoComplete="new-password" required value={again} error={differs ? "The two are not the same." : undefined} onChange={(e) => setAgain(e.target.value)} /> : null}
            {error ? <Fault error={error} /> : null}
            <Button type="submit" kind="primary" busy={busy} disabled={!session || differs}>
              {first ? "Set it and log in" : "Log in"}
            </Button>
          </>
        )}
      </form>
    </main>
  );
}
