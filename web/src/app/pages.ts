// The pages as the navigation and the palette name them.
export type Page = { path: string; title: string; keys: string; icon: string; doc: string };

export const pages: Page[] = [
  { path: "/", title: "Overview", keys: "g o", icon: "overview", doc: "What is happening, what is new" },
  { path: "/explore", title: "Explorer", keys: "g e", icon: "explore", doc: "Search the records" },
  { path: "/alerts", title: "Alerts", keys: "g a", icon: "alerts", doc: "What was found and why" },
  { path: "/graph", title: "App graph", keys: "g g", icon: "graph", doc: "Who calls whom" },
  { path: "/capacity", title: "Capacity", keys: "g c", icon: "capacity", doc: "How full the links are" },
  { path: "/rules", title: "Rules", keys: "g r", icon: "rules", doc: "What is looked for" },
  { path: "/sources", title: "Sources", keys: "g h", icon: "sources", doc: "Logs, gaps, health" },
  { path: "/boards", title: "Boards", keys: "g b", icon: "boards", doc: "Charts that you kept" },
  { path: "/audit", title: "Audit", keys: "g u", icon: "audit", doc: "Who changed what" },
  { path: "/settings", title: "Settings", keys: "g s", icon: "settings", doc: "Data sets, notifications, tokens" },
];
