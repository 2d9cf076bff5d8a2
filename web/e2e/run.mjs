// Runs the tests in the browser: all, or the files named.
//
// Most of the time a file waits for its server and its browser, so three run side by
// side. What needs no demo begins while the demo's data is made, and the long ones
// begin before the short ones, so that none is left alone at the end.
import { readdirSync, rmSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { makeDemo, start } from "./server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const named = process.argv.slice(2).map((f) => basename(f));
const order = ["start", "hostile", "capacity", "sources", "settings", "login", "news", "rules", "explore", "alerts", "graph", "boards", "links", "shell", "entity", "overview"].map((name) => name + ".test.mjs");
const place = (f) => (order.includes(f) ? order.indexOf(f) : order.length);
const files = (named.length ? named : readdirSync(here).filter((f) => f.endsWith(".test.mjs"))).sort((a, b) => place(a) - place(b));

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-run-"));
const tell = (name, text) => {
  writeFileSync(join(dir, name + ".new"), text);
  renameSync(join(dir, name + ".new"), join(dir, name));
};
let server;
async function prepare() {
  tell("demo", await makeDemo());
  if (process.env.WEIR_E2E_SHARED) {
    server = await start();
    tell("shared", server.url);
  }
}
if (!process.env.WEIR_E2E_URL) {
  process.env.WEIR_E2E_RUN = dir;
  if (files.length > 1) process.env.WEIR_E2E_SHARED = "yes";
}
const prepared = process.env.WEIR_E2E_URL ? undefined : prepare().catch((e) => (tell("failed", `the demo is not there: ${e.message}`), (process.exitCode = 1)));

run({ files: files.map((f) => join(here, f)), concurrency: 3 })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(new spec())
  .on("end", async () => {
    await prepared;
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  })
  .pipe(process.stdout);
