import { defineConfig } from "vite";
import react from "@vitejs/plugin-react";

// The built files are committed: names without hashes and code as written keep a
// change's diff as small as the change, and two branches from meeting in one line.
export default defineConfig({
  plugins: [react()],
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
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  css: { modules: { generateScopedName: "[name]_[local]" } },
  worker: { format: "es", rollupOptions: { output: { entryFileNames: "assets/[name].js" } } },
  server: { proxy: { "/api": "http://127.0.0.1:8417" } },
});
