import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
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

// The built files are committed: names without hashes and code as written keep a
// change's diff as small as the change, and two branches from meeting in one line.
export default defineConfig({
  plugins: [react(), licences()],
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
      output: {
        // Readable, but without comments and what is never reached.
        minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
        comments: false,
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
