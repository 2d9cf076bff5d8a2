// The pieces of the app side by side, for looking at them: `npm run dev`, then
// /samples.html. It is no part of what is built.
import "../styles/tokens.css";
import "../styles/base.css";
import "../app/theme";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { client } from "../api/hooks";
import { readSearch, writeSearch } from "../app/search";
import { Kit } from "./Kit";

const root = createRootRoute();
const router = createRouter({
  routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path: "$", component: Kit })]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
});
const at = document.getElementById("root");
if (at) {
  createRoot(at).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}
