// The route table. Pages are loaded when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { askAhead } from "../pages/overview/asks";
import { readSearch, writeSearch, type Search } from "./search";
import { Failed, Lost, Shell } from "./Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: Lost, errorComponent: Failed });

/** page is a route. What it asks of the server first is asked while its code is loaded;
 * once that is there, its panels ask as soon. */
function page(path: string, load: () => Promise<{ default: React.ComponentType }>, ahead?: (search: Search) => void) {
  let there = false;
  const component = lazyRouteComponent(() =>
    load().then((m) => {
      there = true;
      return m;
    }),
  );
  return createRoute({ getParentRoute: () => root, path, component, loader: ahead && (({ location }) => (there ? undefined : ahead(readSearch(location.searchStr)))) });
}

const routes = [
  page("/", () => import("../pages/overview"), askAhead),
  page("/explore", () => import("../pages/explore")),
  page("/alerts", () => import("../pages/alerts")),
  page("/graph", () => import("../pages/graph")),
  page("/entity/$kind/$id", () => import("../pages/entity")),
  page("/capacity", () => import("../pages/capacity")),
  page("/rules", () => import("../pages/rules")),
  page("/rules/$id", () => import("../pages/rules")),
  page("/sources", () => import("../pages/sources")),
  page("/settings", () => import("../pages/settings")),
  page("/start", () => import("../pages/start")),
  page("/boards", () => import("../pages/boards")),
  page("/boards/$name", () => import("../pages/boards")),
  page("/audit", () => import("../pages/audit")),
  page("/login", () => import("../pages/login")),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  defaultPreloadDelay: 60,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
