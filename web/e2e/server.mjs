// What the tests in the browser share: the real server over the demo's data, a real
// browser, and what every page is asked for.
//
//   WEIR_E2E_URL   a running server to use instead of starting one
//   WEIR_E2E_RUN   set by run.mjs: the folder in which it says how far the demo's data and
//                  the server that tests share are
//   WEIR_E2E_DATA  a data directory that `weir demo` filled, to copy instead of making one
//   WEIR_E2E_UI    folder with a built app to test instead of the one in the binary
//   WEIR_E2E_SHOTS folder for screenshots; none are taken without it
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
export const binary = process.env.WEIR_BIN ?? join(root, "bin/weir");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** freePort finds a port that nobody listens on. */
export function freePort() {
  return new Promise((done, fail) => {
    const s = createServer();
    s.on("error", fail);
    s.listen(0, "127.0.0.1", () => {
      const { port } = s.address();
      s.close(() => done(port));
    });
  });
}

/** told waits until run.mjs says something in its folder, and returns it. */
async function told(name) {
  const dir = process.env.WEIR_E2E_RUN;
  for (;;) {
    if (existsSync(join(dir, name))) return readFileSync(join(dir, name), "utf8");
    if (existsSync(join(dir, "failed"))) throw new Error(readFileSync(join(dir, "failed"), "utf8"));
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** ran runs weir to its end. */
function ran(args, good) {
  const child = spawn(binary, args, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (d) => (log += d));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) => (good.includes(code) ? done() : fail(new Error(`weir ${args[0]} ended with ${code ?? signal}: ${log}`))));
  });
}

/** makeDemo returns the demo's data directory, made once a machine. */
export async function makeDemo() {
  if (process.env.WEIR_E2E_DATA) return process.env.WEIR_E2E_DATA;
  const made = join(tmpdir(), `weir-e2e-demo-${process.getuid()}`);
  if (!existsSync(join(made, "done"))) {
    rmSync(made, { recursive: true, force: true });
    await ran(["demo", "--no-serve", "--quiet", "--end", "2026-11-20T18:00:00Z", "--data", join(made, "data")], [0, 4]);
    // The rules of the tests' servers are not the demo's, which has lists of its own:
    // they go over the fortnight once, here, and not once a server beside its tests.
    const again = readdirSync(join(made, "data/demo/logs"), { recursive: true }).find((name) => name.endsWith(".gz"));
    await ran(["ingest", "--quiet", "--data", join(made, "data"), join(made, "data/demo/logs", again)], [0]);
    mkdirSync(join(made, "done"));
  }
  return join(made, "data");
}

/** demoData is a private copy of the demo's data directory. */
export async function demoData() {
  const made = process.env.WEIR_E2E_RUN ? await told("demo") : await makeDemo();
  const copy = mkdtempSync(join(tmpdir(), "weir-e2e-"));
  cpSync(made, join(copy, "data"), { recursive: true, verbatimSymlinks: true, filter: (name) => !name.endsWith(".sock") });
  return { dir: join(copy, "data"), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** shared is a server over the demo's data for files that take nothing in and judge
 * nothing: those that run together have one. */
export async function shared() {
  return process.env.WEIR_E2E_SHARED ? { url: await told("shared"), stop: async () => {} } : start();
}

/** start runs a server; `data` is a data directory, the demo's by default. */
export async function start({ data, args = [], env = {} } = {}) {
  if (process.env.WEIR_E2E_URL && !data && args.length === 0) return { url: process.env.WEIR_E2E_URL, stop: async () => {} };
  const own = data ? { dir: data, remove: () => {} } : await demoData();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const ui = process.env.WEIR_E2E_UI ? ["--ui-dir", process.env.WEIR_E2E_UI] : [];
  const child = spawn(binary, ["serve", "--data", own.dir, "--listen", `127.0.0.1:${port}`, ...ui, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let log = "";
  child.stdout.on("data", (d) => (log += d));
  child.stderr.on("data", (d) => (log += d));
  const ended = new Promise((done) => child.on("exit", done));
  const by = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`weir serve ended:\n${log}`);
    try {
      const r = await fetch(url + "/readyz");
      if (r.ok) break;
    } catch {
      // not yet
    }
    if (Date.now() > by) throw new Error(`weir serve is not ready after 60 s:\n${log}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    data: own.dir,
    log: () => log,
    stop: async () => {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(killer);
      own.remove();
    },
  };
}

/** browse starts the browser. */
export async function browse() {
  return chromium.launch({
    executablePath: process.env.WEIR_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** open opens a page and fails the test on anything that it complains of: errors,
 * what the content security policy refuses, answers of 500 and above. */
export async function open(browser, url, { theme = "light", width = 1280, height = 800, zone, context } = {}) {
  const c = context ?? (await browser.newContext({ viewport: { width, height }, colorScheme: theme, timezoneId: zone ?? "UTC", reducedMotion: "reduce" }));
  const page = await c.newPage();
  page.setDefaultTimeout(60_000); // a slow machine is no fault of the page
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(`error: ${e.message}`));
  page.on("console", (m) => {
    if (m.type() === "error" && !/status of 4\d\d/.test(m.text())) page.faults.push(`console: ${m.text()}`);
  });
  page.on("response", (r) => {
    if (r.status() >= 500 && r.status() !== 503) page.faults.push(`${r.status()} ${r.url()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  return page;
}

/** settled waits until nothing on the page has said for a moment that it loads. */
export async function settled(page, timeout = 60_000) {
  await page.waitForFunction(
    (ask) => {
      // A slow machine draws few frames: some of them have to have gone by, too.
      const now = performance.now();
      const quiet = window.weirQuiet?.ask === ask ? window.weirQuiet : (window.weirQuiet = { ask, since: now, frames: 0 });
      if (document.querySelector('[aria-busy="true"]')) Object.assign(quiet, { since: now, frames: 0 });
      return ++quiet.frames > 4 && now - quiet.since >= 70;
    },
    ++asked,
    { timeout },
  );
}
let asked = 0;

/** clean asserts that the page complained of nothing. */
export function clean(page) {
  assert.deepEqual(page.faults, []);
}

/** accessible asserts that axe finds nothing wrong. */
export async function accessible(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const r = await window.axe.run(document, { resultTypes: ["violations"] });
    return r.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
  });
  assert.deepEqual(found, []);
}

/** fits asserts that the page does not scroll sideways. */
export async function fits(page) {
  const over = await page.evaluate(() => {
    const main = document.querySelector("main") ?? document.body;
    if (main.scrollWidth - main.clientWidth <= 1) return "";
    const right = main.getBoundingClientRect().left + main.clientWidth;
    const beyond = [...main.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > right + 1);
    const first = beyond.filter((e) => !beyond.includes(e.parentElement)).slice(0, 3);
    return `the page is ${main.scrollWidth - main.clientWidth} px wider than the window: ${first.map((e) => e.outerHTML.slice(0, 120)).join(" | ")}`;
  });
  assert.equal(over, "");
}

/** shot keeps a screenshot where WEIR_E2E_SHOTS says so. */
export async function shot(page, name) {
  const dir = process.env.WEIR_E2E_SHOTS;
  if (!dir) return;
  mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: join(dir, name + ".png") });
}
