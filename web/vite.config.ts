import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { minifySync, parseAst, type Plugin } from "vite";
import { defineConfig } from "vitest/config";

// licences puts the terms of everything that is built in beside it, as they ask for.
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const packages = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) {
          const m = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id);
          if (m?.[1]) packages.add(m[1]);
        }
      }
      let out = "";
      for (const name of [...packages].sort()) {
        const dir = join(import.meta.dirname, "node_modules", name);
        if (!existsSync(dir)) continue;
        const about = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as { version: string; license?: string };
        const text = readdirSync(dir).find((f) => /^licen[cs]e/i.test(f));
        out += `${name} ${about.version} (${about.license ?? "see below"})\n\n${text ? readFileSync(join(dir, text), "utf8").trim() : "no text in the package"}\n\n${"-".repeat(78)}\n\n`;
      }
      this.emitFile({ type: "asset", fileName: "third-party.txt", source: out });
    },
  };
}

// What is built of others' code stands in files of its own, named after what it does:
// an update changes one of them, and no change of ours does.
const packages = (...names: string[]) => new RegExp(`/node_modules/(${names.join("|")})/`);
const libraries = [
  // The first that fits takes a module.
  { name: "lib-query", test: /\/modern\/(infiniteQueryObserver|useInfiniteQuery|mutationObserver|useMutation)\.js$/ },
  { name: "lib-react", test: packages("react", "react-dom", "scheduler", "use-sync-external-store", "@tanstack/(history|query-core|react-query|react-router|react-store|router-core|store)") },
  { name: "lib-codemirror", test: packages("@codemirror/(?!lang-)[^/]+", "@lezer/(common|highlight|lr)", "@marijn/[^/]+", "crelt", "style-mod", "w3c-keyname") },
  { name: "lib-radix", test: packages("radix-ui", "@radix-ui/[^/]+", "@floating-ui/[^/]+", "aria-hidden", "react-remove-scroll", "react-remove-scroll-bar", "react-style-singleton", "use-callback-ref", "use-sidecar", "get-nonce", "detect-node-es", "tslib") },
  { name: "lib-table", test: packages("@tanstack/(react-table|table-core|react-virtual|virtual-core)") },
  { name: "lib-uplot", test: packages("uplot") },
  { name: "lib-geo", test: packages("d3-geo", "d3-array", "internmap", "topojson-client") },
];

// What most pages share comes in one piece: a dozen small files take longer than they
// are worth, six at a time.
const kit = { name: "kit", test: /vite\/preload-helper|\/src\/(api\/(client|hooks|pivot|streamwords)|app\/(format|later|range|search|shortcuts|zone)|charts\/(Bars|Ratio|LazyTwin|TimeSeries|series|theme|units)|query\/(FilterBar|filter|fix|history|lex)|pages\/overview\/asks|table\/(Badge|Button|Copy|Empty|Fault|Icon|InView|Menu|Panel|Popover|Severity|Skeleton|Tabs|Value|fields|floating|keys|place))\.(module\.css|tsx?)$/ };

// tight takes the blanks out of the libraries: that is a tenth of what a first visit
// loads, and the rest of what they weigh are names, which stay. A statement has a line
// of its own, so that an update can be read.
function tight(): Plugin {
  return {
    name: "tight",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || !libraries.some((l) => l.name === chunk.name)) continue;
        const { code, errors } = minifySync(chunk.fileName, chunk.code, { module: true, compress: true, mangle: false, codegen: { removeWhitespace: true } });
        if (errors.length) throw new Error(`${chunk.fileName}: ${errors[0]?.message}`);
        chunk.code = lines(code);
      }
    },
  };
}

/** lines begins a line with each statement. */
function lines(code: string): string {
  const begins = new Set<number>();
  const visit = (node: unknown) => {
    if (!node || typeof node !== "object") return;
    const { type, body, consequent } = node as { type?: string; body?: unknown; consequent?: unknown };
    for (const list of [body, type === "SwitchCase" ? consequent : undefined]) if (Array.isArray(list)) for (const s of list as { start: number }[]) begins.add(s.start);
    if (type === "SwitchCase") begins.add((node as { start: number }).start);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(code));
  const at = [0, ...[...begins].filter((n) => n > 0).sort((a, b) => a - b), code.length];
  return at.slice(1).map((end, i) => code.slice(at[i], end)).join("\n") + "\n";
}

// budget fails the build when what a first visit loads has grown beyond what was
// promised: the app and the overview, gzipped, with all that these cannot do without.
// What weir sends (web.go) is a kilobyte less than what zlib here makes of it.
function budget(most: number): Plugin {
  return {
    name: "budget",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const loaded = new Map<string, number>();
        const load = (file: string) => {
          const chunk = bundle[file];
          if (chunk?.type !== "chunk" || loaded.has(file)) return;
          loaded.set(file, gzipSync(chunk.code, { level: 9 }).length);
          chunk.imports.forEach(load);
        };
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type === "chunk" && ["index", "overview", "TimeChart"].includes(chunk.name)) load(file);
        }
        const sum = [...loaded.values()].reduce((a, b) => a + b, 0);
        if (sum > most) throw new Error(`a first visit loads ${sum} bytes of JavaScript, at most ${most}: ${[...loaded].map(([file, n]) => `${file} ${n}`).join(", ")}`);
      },
    },
  };
}

// The built files are committed: names without hashes and code as written keep a
// change's diff as small as the change, and two branches from meeting in one line.
export default defineConfig({
  plugins: [react(), licences(), tight(), budget(231_000)],
  // React has had the hook itself since version 18.
  resolve: { alias: { "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector" } },
  base: "/",
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    minify: false,
    cssMinify: false,
    sourcemap: false,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      experimental: { attachDebugInfo: "none" }, // the names of sources, half a kilobyte
      output: {
        // As it was written, but without comments and what is never reached.
        minify: { compress: { sequences: false, joinVars: false }, mangle: false, codegen: { removeWhitespace: false } },
        comments: false,
        codeSplitting: { groups: [...libraries, kit, { name: "overview", test: /\/src\/pages\/overview\/(?!asks)/ }], includeDependenciesRecursively: false },
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  css: { modules: { generateScopedName: "[name]_[local]" } },
  worker: { format: "es", rollupOptions: { output: { entryFileNames: "assets/[name].js" } } },
  test: { include: ["src/**/*.test.ts"] },
  server: { proxy: { "/api": "http://127.0.0.1:8417" } },
});
