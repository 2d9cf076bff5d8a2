import "../styles/tokens.css";
import "../styles/base.css";
import "./theme";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { beforeChanges } from "../api/client";
import { client } from "../api/hooks";
import { loadSession } from "../api/session";
import { router } from "./router";

void loadSession();
beforeChanges(() => loadSession());
// A session that is over, or none yet: the login leads back to where this was.
window.addEventListener("weir-login", () => {
  if (router.state.location.pathname === "/login") return;
  const next = router.state.location.href;
  void router.navigate({ to: "/login" as never, search: (next === "/" ? {} : { next }) as never, replace: true });
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
