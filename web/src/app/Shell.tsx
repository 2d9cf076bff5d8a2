// The frame of every page: navigation, the range, the zone, the palette.
import { Link, Outlet, type ErrorComponentProps, useNavigate, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { slowly, useAlertNews } from "../api/alertnews";
import { onNewBuild, Problem } from "../api/client";
import { useGet } from "../api/hooks";
import { Pinning } from "../pages/boards/Pinning";
import { Icon } from "./Icon";
import { pages } from "./pages";
import { RangePicker } from "./RangePicker";
import { useSearch, shared } from "./search";
import { useShortcuts } from "./shortcuts";
import { setTheme, useTheme } from "./theme";
import { ZonePicker } from "./ZonePicker";
import css from "./Shell.module.css";

const Palette = lazy(() => import("./Palette"));
const Keys = lazy(() => import("./Keys"));

/** useGo goes to a page and takes the range and the zone along. */
export function useGo() {
  const navigate = useNavigate();
  const [search] = useSearch();
  return (to: string, more: Record<string, string> = {}) => {
    const along = Object.fromEntries(shared.filter((k) => search[k]).map((k) => [k, search[k] as string]));
    void navigate({ to, search: { ...along, ...more } as never });
  };
}

/** Along links to a page and takes the range and the zone along. */
export function Along(p: { to: string; search?: Record<string, string>; className?: string; title?: string; children: React.ReactNode; "aria-current"?: "page" }) {
  const [search] = useSearch();
  const along = Object.fromEntries(shared.filter((k) => search[k]).map((k) => [k, search[k] as string]));
  const { to, search: more, ...rest } = p;
  return <Link to={to} search={{ ...along, ...more } as never} {...rest} />;
}

export function Shell() {
  const path = useRouterState({ select: (s) => s.location.pathname });
  const loading = useRouterState({ select: (s) => s.isLoading });
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const [stale, setStale] = useState(false);
  const go = useGo();
  const t = useTheme();

  useEffect(() => onNewBuild(() => setStale(true)), []);
  useEffect(() => {
    const page = pages.find((p) => (p.path === "/" ? path === "/" : path.startsWith(p.path)));
    document.title = (page && path !== "/" ? page.title + " · " : "") + "weir";
  }, [path]);
  useShortcuts([
    ...pages.map((p) => ({ keys: p.keys, title: p.title, group: "Go to", run: () => go(p.path) })),
    { keys: "mod+k", title: "Find a page, an address, an app", group: "Everywhere", run: () => setPalette(true) },
    { keys: "?", title: "These keys", group: "Everywhere", run: () => setHelp(true) },
  ]);

  if (path === "/login") return <Outlet />;
  const nextTheme = t.theme === "system" ? "light" : t.theme === "light" ? "dark" : "system";
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        Skip to the page
      </a>
      <nav className={css.nav} aria-label="Pages">
        <Along to="/" className={css.brand} title="Overview">
          <img src="/favicon.svg" alt="" width={26} height={26} />
          <span>weir</span>
        </Along>
        <ul>
          {pages.map((p) => {
            const here = p.path === "/" ? path === "/" : path.startsWith(p.path);
            return (
              <li key={p.path}>
                <Along to={p.path} className={here ? css.here : css.link} title={`${p.doc} (${p.keys})`} aria-current={here ? "page" : undefined}>
                  <Icon name={p.icon} />
                  <span>{p.title}</span>
                  {p.path === "/alerts" ? <OpenAlerts /> : null}
                </Along>
              </li>
            );
          })}
        </ul>
        <div className={css.foot}>
          <button type="button" onClick={() => setHelp(true)} title="Keys (?)">
            <Icon name="keys" />
            <span>Keys</span>
          </button>
          <button type="button" onClick={() => setTheme(nextTheme)} title={`Theme: ${t.theme}; next: ${nextTheme}`}>
            <Icon name={t.theme === "system" ? "system" : t.theme} />
            <span>Theme: {t.theme}</span>
          </button>
        </div>
      </nav>
      <div className={css.body}>
        <header className={css.top}>
          <button type="button" className={css.find} onClick={() => setPalette(true)}>
            <Icon name="search" />
            <span>Find an address, app, page …</span>
            <kbd>Ctrl K</kbd>
          </button>
          <div className={css.controls}>
            <RangePicker />
            <ZonePicker />
          </div>
        </header>
        {loading ? <div className={css.loading} role="progressbar" aria-label="Loading the page" /> : null}
        {stale ? (
          <div className={css.stale} role="status">
            weir was updated. This page is from before.{" "}
            <button type="button" onClick={() => window.location.reload()}>
              Load it anew
            </button>
          </div>
        ) : null}
        <main id="main" className={css.main} tabIndex={-1}>
          <Suspense fallback={<div className={css.waiting} aria-busy="true" />}>
            <Pinning>
              <Outlet />
            </Pinning>
          </Suspense>
        </main>
      </div>
      {palette ? (
        <Suspense>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      ) : null}
      {help ? (
        <Suspense>
          <Keys onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** OpenAlerts is how many alerts need a person, beside the page's name. */
function OpenAlerts() {
  useAlertNews();
  const counts = useGet("/alerts/counts" as never, undefined, { every: slowly }) as { data?: { open: number } };
  const n = counts.data?.open ?? 0;
  return n > 0 ? <span className={css.badge} aria-label={`${n} open alerts`}>{n > 999 ? "999+" : n}</span> : null;
}

export function Lost() {
  return (
    <div className={css.message}>
      <h1>There is no such page</h1>
      <p>The address leads nowhere in weir.</p>
      <Along to="/">Go to the overview</Along>
    </div>
  );
}

export function Failed(p: ErrorComponentProps) {
  const error = p.error as Error;
  const fix = error instanceof Problem ? error.fix : undefined;
  return (
    <div className={css.message} role="alert">
      <h1>This page failed</h1>
      <p>{error.message}</p>
      {fix ? <p>{fix}</p> : null}
      <button type="button" onClick={() => window.location.reload()}>
        Load it anew
      </button>
    </div>
  );
}
