// Measures the web app as a person meets it: the real server over so many flows, the
// real browser, cold and warm. Prints a table for docs/benchmarks.md.
//
//   node web/bench/figures.mjs [--records 10000000] [--data DIR]
//
// DIR is a data directory that holds them already. Times are of this machine at this
// hour; no test asserts them.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { browse, freePort, open, settled, start } from "../e2e/server.mjs";

const { values: flags } = parseArgs({ options: { records: { type: "string", default: "10000000" }, data: { type: "string" } } });
const binary = process.env.WEIR_BIN ?? join(dirname(fileURLToPath(import.meta.url)), "../../bin/weir");
const work = mkdtempSync(join(tmpdir(), "weir-figures-"));
const rows = [];
const say = (what, bar, figure) => {
  rows.push([what, bar, figure]);
  console.error(`${what}: ${figure} (bar ${bar})`);
};
const sorted = (list) => [...list].sort((a, b) => a - b);
const quantile = (list, q) => sorted(list)[Math.min(list.length - 1, Math.floor(q * list.length))] ?? NaN;
const ms = (n) => `${Math.round(n)} ms`;
const spread = (list) => `${ms(quantile(list, 0.5))} (${ms(Math.min(...list))} to ${ms(Math.max(...list))})`;
const run = (...args) => {
  const r = spawnSync(binary, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (r.status !== 0 && r.status !== 4) throw new Error(`weir ${args.join(" ")}: ${r.stderr}`);
  return r.stdout;
};

// The flows.
const data = join(work, "data");
if (flags.data) cpSync(flags.data, data, { recursive: true, verbatimSymlinks: true, filter: (name) => !name.endsWith(".sock") });
else {
  run("gen", "flows", "--out", join(work, "logs"), "--records", flags.records);
  run("ingest", "--data", data, join(work, "logs"), "--quiet");
}
const held = JSON.parse(run("query", "--data", data, "--agg", "count", "--records", "--json", "--since", "0")).count;

/** starts measures from the process to its first page. */
async function starts() {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
  let page = 0;
  let ready = 0;
  while (!ready) {
    const get = (path) => fetch(`http://127.0.0.1:${port}${path}`).then((r) => r.ok, () => false);
    if (!page && (await get("/"))) page = performance.now() - begin;
    if (page && (await get("/readyz"))) ready = performance.now() - begin;
    await new Promise((done) => setTimeout(done, 5));
  }
  child.kill("SIGTERM");
  await new Promise((done) => child.on("exit", done));
  return [page, ready];
}

const browser = await browse();

/** firstPaint loads the overview in a new profile and tells when it was first painted. */
async function firstPaint(url) {
  const page = await open(browser, url + "/");
  await page.waitForFunction(() => performance.getEntriesByType("paint").some((e) => e.name === "first-contentful-paint"));
  const at = await page.evaluate(() => performance.getEntriesByType("paint").find((e) => e.name === "first-contentful-paint").startTime);
  await page.context().close();
  return at;
}

/** scripts sums the JavaScript that is sent, gzipped, until the first paint, and until all is drawn. */
async function scripts(url) {
  const page = await open(browser, url + "/");
  await settled(page, 60_000);
  await page.waitForTimeout(1500);
  const sums = await page.evaluate(() => {
    const paint = performance.getEntriesByType("paint").find((e) => e.name === "first-contentful-paint").startTime;
    const js = performance.getEntriesByType("resource").filter((e) => /\.js$/.test(e.name));
    const sum = (list) => list.reduce((n, e) => n + e.encodedBodySize, 0);
    return [sum(js.filter((e) => e.startTime < paint)), sum(js)];
  });
  await page.context().close();
  return sums;
}

/** complete loads a page in a new profile and tells when nothing of it loads any more: of
 * what is in the window (1920 by 1080) without scrolling, and of all of it. */
async function complete(url) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.quiet = window.first = 0;
    const look = () => {
      const loads = [...document.querySelectorAll('[aria-busy="true"]')];
      const there = !!document.querySelector("main h1, main h2");
      const seen = loads.some((e) => e.getBoundingClientRect().top < innerHeight);
      if (!there || loads.length) window.quiet = 0;
      else window.quiet ||= performance.now();
      if (!there || seen) window.first = 0;
      else window.first ||= performance.now();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: "commit" });
  const done = await page.waitForFunction(() => window.quiet > 0 && performance.now() - window.quiet > 1000 && [window.first, window.quiet], null, { timeout: 120_000 });
  const at = await done.jsonValue();
  await context.close();
  return at;
}

/** grow stores one record more, the newest: nothing that the server keeps of its answers
 * is of use then. */
let grown = 0;
async function grow(url) {
  const { to } = await (await fetch(url + "/api/v1/range")).json();
  const at = Math.floor(Date.parse(to) / 1000) + 1;
  grown++;
  const file = join(work, `grown-${grown}.log`);
  writeFileSync(file, `2 123456789012 eni-0123456789abcdef0 10.0.2.15 10.0.2.16 ${40000 + grown} 443 6 1 60 ${at} ${at} ACCEPT OK\n`);
  run("ingest", "--quiet", "--data", data, file);
}

/** walks opens every page once and fails on anything that it complains of. */
async function walks(url) {
  const out = [];
  for (const path of ["/alerts", "/explore", "/explore?view=groups&by=srcaddr&agg=count,sum(bytes)", "/graph", "/graph?view=table", "/capacity", "/rules", "/sources", "/settings", "/audit", "/entity/address/10.0.2.15"]) {
    const page = await open(browser, url + path, { width: 1920, height: 1080 });
    await settled(page, 60_000);
    if (page.faults.length) throw new Error(`${path}: ${page.faults.join("; ")}`);
    await page.context().close();
    out.push([path, (await complete(url + path))[1]]);
  }
  return out;
}

/** asked types a filter and waits for the histogram and the first rows of its answer,
 * then for the facets, too. */
async function asked(page, filter) {
  await page.keyboard.press("/");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(filter);
  await page.evaluate(() => {
    window.answered = 0;
    window.addEventListener("keydown", () => {
      const begin = performance.now();
      window.whole = 0;
      let busy = false;
      let quiet = 0;
      const look = () => {
        const now = performance.now();
        const loads = document.querySelector('main [aria-busy="true"]');
        // The histogram's panel and the records are sections; facets are lists.
        const waits = document.querySelector('main section[aria-busy="true"]');
        busy ||= !!loads;
        if (!window.answered && ((busy && !waits) || now - begin > 20_000)) window.answered = now - begin;
        if (loads || !busy) quiet = 0;
        else quiet ||= now;
        if ((quiet && now - quiet > 300) || now - begin > 25_000) window.whole = (quiet || now) - begin;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { once: true, capture: true });
  });
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.whole > 0, null, { timeout: 30_000 });
  return page.evaluate(() => [window.answered, window.whole]);
}

/** cancels stops a question that takes long, and tells when the page and the server had let go. */
async function cancels(url) {
  const text = "SELECT count(DISTINCT concat(toString(a.srcaddr), toString(b.dstaddr))) FROM flows a, flows b WHERE a.srcport = b.dstport";
  const page = await open(browser, `${url}/explore?view=sql&sql=${encodeURIComponent(text)}`);
  await settled(page);
  const out = [];
  for (let i = 0; i < 5; i++) {
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const cancel = page.getByRole("button", { name: "Cancel" });
    await cancel.waitFor();
    await page.waitForTimeout(400);
    await page.evaluate(() => {
      window.stopped = 0;
      window.addEventListener("click", () => {
        const begin = performance.now();
        const look = () => {
          const still = [...document.querySelectorAll("main button")].some((b) => b.textContent.trim() === "Cancel");
          if (still) requestAnimationFrame(look);
          else window.stopped = performance.now() - begin;
        };
        requestAnimationFrame(look);
      }, { once: true, capture: true });
    });
    await cancel.click();
    const from = performance.now();
    await page.waitForFunction(() => window.stopped > 0);
    let server = NaN;
    for (let k = 0; k < 400 && Number.isNaN(server); k++) {
      const metrics = await (await fetch(url + "/metrics")).text();
      const running = /^weir_queries_running (\d+)/m.exec(metrics);
      if (!running) break;
      if (running[1] === "0") server = performance.now() - from;
    }
    out.push([await page.evaluate(() => window.stopped), server]);
  }
  await page.context().close();
  return out;
}

/** interactions walks through the app by mouse and keys and collects what the browser
 * says each took until the next paint (Event Timing; it rounds to 8 ms and leaves out
 * what took less than 16). */
async function interactions(url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.took = new Map();
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) if (e.interactionId) window.took.set(e.interactionId, Math.max(window.took.get(e.interactionId) ?? 0, e.duration));
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  const all = [];
  let done = 0;
  const collect = async () => {
    await page.waitForTimeout(300);
    all.push(...(await page.evaluate(() => [...window.took.values()])));
    await page.evaluate(() => window.took.clear());
  };
  const key = async (...keys) => {
    for (const k of keys) {
      await page.keyboard.press(k);
      await page.waitForTimeout(90);
      done++;
    }
  };
  await page.goto(url + "/alerts", { waitUntil: "load" });
  await settled(page);
  await key("j", "j", "j", "k", "j", "Enter");
  await settled(page);
  await key("Escape", "j", "Enter");
  await settled(page);
  await key("Escape", "g", "e");
  await settled(page);
  await collect();
  const grid = page.getByRole("grid", { name: "Records" });
  await grid.focus();
  await key("j", "j", "j", "j", "k", "Enter", "j", "Enter", "PageDown", "PageDown", "Home");
  await key("/");
  for (const c of "srcport:443 AND ") await key(c === " " ? "Space" : c);
  await key("Escape", "Escape");
  await collect();
  await grid.getByRole("button").nth(3).click();
  done++;
  await page.waitForTimeout(200);
  await key("ArrowDown", "ArrowDown", "Escape");
  await key("Control+k");
  for (const c of "graph") await key(c);
  await key("Enter");
  await settled(page);
  await collect();
  await page.locator("[data-card]").first().click();
  done++;
  await key("Escape");
  for (const name of ["Table", "Map", "Graph"]) {
    const tab = page.getByRole("tab", { name });
    if (await tab.count()) {
      await tab.first().click();
      done++;
      await page.waitForTimeout(200);
    }
  }
  await key("g", "o");
  await settled(page);
  await collect();
  await page.mouse.wheel(0, 900);
  await key("?", "Escape", "g", "r");
  await settled(page);
  await collect();
  await context.close();
  while (all.length < done) all.push(16);
  return all;
}

/** tails shows 500 records a second for a while: how late each is after it was stored,
 * the gaps between frames, and what was not shown. */
async function tails(url, seconds) {
  const page = await open(browser, url + "/explore?live=1&q=dstport:4711");
  await page.getByText("0/s").waitFor({ timeout: 30_000 });
  await page.evaluate(() => {
    window.seen = new Map();
    window.gaps = [];
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      window.gaps.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new MutationObserver(() => {
      for (const cell of document.querySelectorAll('[role="gridcell"]')) {
        const m = /^203\.0\.113\.(\d+)$/.exec(cell.textContent.trim());
        if (m && !window.seen.has(m[1])) window.seen.set(m[1], performance.timeOrigin + performance.now());
      }
    }).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });
  });
  const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";
  const stored = [];
  const took = [];
  for (let s = 1; s <= seconds; s++) {
    const begin = performance.now();
    const file = join(work, `tail-${s}.log`);
    const lines = Array.from({ length: 500 }, (_, i) => `2 123456789012 eni-0e2e 203.0.113.${s} 10.0.0.5 ${1024 + i} 4711 6 1 60 ${1795168800 + s} ${1795168860 + s} REJECT OK`);
    writeFileSync(file, [header, ...lines].join("\n") + "\n");
    await new Promise((done, fail) => spawn(binary, ["ingest", "--data", data, file, "--quiet"], { stdio: "ignore" }).on("exit", (code) => (code ? fail(new Error(`ingest ended with ${code}`)) : done())));
    stored.push([String(s), Date.now()]);
    took.push(performance.now() - begin);
    await new Promise((done) => setTimeout(done, Math.max(0, 1000 - (performance.now() - begin))));
  }
  await page.waitForTimeout(2000);
  const seen = new Map(await page.evaluate(() => [...window.seen]));
  const gaps = await page.evaluate(() => window.gaps);
  const dropped = await page.getByText(/not shown/).count();
  const late = stored.filter(([s]) => seen.has(s)).map(([s, at]) => seen.get(s) - at);
  await page.context().close();
  return { late, gaps, missed: stored.length - late.length, dropped };
}

/** crowd writes the flow logs of so many apps, fifty a VPC, each calling four others. */
function crowd(path, apps) {
  const lines = ["version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id tcp-flags flow-direction interface-tag"];
  for (let i = 0; i < apps; i++) {
    for (let k = 0; k < 4; k++) {
      const vpc = Math.floor(i / 50);
      const j = vpc * 50 + ((i * 7 + k * 11 + 1) % 50);
      if (j === i) continue;
      const at = 1772323200 + ((i * 3 + k) % 3000);
      const address = (n) => `10.${Math.floor(n / 250)}.${n % 250}.10`;
      const put = (own, way) => lines.push(`5 111122223333 eni-${String(own).padStart(8, "0")} ${address(i)} ${address(j)} ${40000 + i} ${[443, 5432, 6379, 8080][k]} 6 10 ${1000 + i} ${at} ${at + 50} ACCEPT OK vpc-${String(vpc).padStart(8, "0")}a subnet-${vpc} 2 ${way} app-${own}`);
      put(i, "egress");
      put(j, "ingress");
    }
  }
  writeFileSync(path, lines.join("\n") + "\n");
}

const begin = new Date();
const firsts = [];
for (let i = 0; i < 5; i++) firsts.push(await starts());
say("server start to its first page", "<= 2 s", `${spread(firsts.map((x) => x[0]))}, ready ${spread(firsts.map((x) => x[1]))}`);

const server = await start({ data });
try {
  const [numbers, drawn] = await scripts(server.url);
  say("JavaScript of the first load, gzip", "<= 230 KB", `${Math.round(numbers / 1000)} KB until the first paint, ${Math.round(drawn / 1000)} KB with the charts, which load after`);
  const paints = [];
  for (let i = 0; i < 9; i++) paints.push(await firstPaint(server.url));
  say("first contentful paint, new profile, 9 loads", "p50 <= 600 ms", spread(paints));
  for (const [range, path, bar] of [["last 24 h", "/", "<= 1 s"], ["14 days", "/?since=end-14d", "-"]]) {
    const fresh = [];
    const same = [];
    for (let i = 0; i < 5; i++) {
      await grow(server.url);
      fresh.push(await complete(server.url + path));
      same.push(await complete(server.url + path));
    }
    const both = (list) => `${spread(list.map((x) => x[0]))}; below it, too: ${spread(list.map((x) => x[1]))}`;
    say(`overview complete, its first screen, ${range}, new profile, a record has just come in`, bar, both(fresh));
    say(`overview complete, its first screen, ${range}, new profile, again`, bar, both(same));
  }
  const page = await open(browser, server.url + "/explore?since=end-14d", { width: 1920, height: 1080 });
  await settled(page);
  const answers = [];
  for (const q of ["action:REJECT AND dstport:22", "srcaddr:10.0.0.0/16", "dstport:443", "action:REJECT", "dstport:5432 AND action:ACCEPT", "action:REJECT AND dstport:3389"]) answers.push(await asked(page, q));
  await page.context().close();
  say("Explorer: Enter to histogram and first rows, 14 days, six filters", "<= 500 ms", spread(answers.map((a) => a[0])));
  say("Explorer: Enter until the facets are counted, too", "-", spread(answers.map((a) => a[1])));
  for (const [path, at] of await walks(server.url)) say(`${path} complete, new profile`, "-", ms(at));
  const stops = await cancels(server.url);
  say("cancel of a running query, in the page", "<= 100 ms", spread(stops.map((x) => x[0])));
  if (stops.every((x) => !Number.isNaN(x[1]))) say("cancel of a running query, until the server has stopped it", "-", spread(stops.map((x) => x[1])));
  const walk = await interactions(server.url);
  say(`${walk.length} interactions by mouse and keys, input to next paint`, "p95 <= 100 ms", `p50 ${ms(quantile(walk, 0.5))}, p95 ${ms(quantile(walk, 0.95))}, max ${ms(Math.max(...walk))}`);
  const tail = await tails(server.url, 20);
  say("live tail, 500 records/s for 20 s: stored to on the screen", "<= 1 s", `${spread(tail.late)}, ${tail.missed} of 20 seconds not seen`);
  say("live tail: gaps between frames", "no stutter", `p95 ${ms(quantile(tail.gaps, 0.95))}, p99 ${ms(quantile(tail.gaps, 0.99))}, max ${ms(Math.max(...tail.gaps))}`);
} finally {
  await server.stop();
}

const flock = join(work, "crowd");
crowd(join(work, "crowd.log"), 2000);
run("ingest", "--data", flock, join(work, "crowd.log"), "--quiet");
const own = await start({ data: flock });
try {
  const times = [];
  for (let i = 0; i < 5; i++) times.push((await complete(own.url + "/graph"))[1]);
  say("graph of 2,000 apps, grouped, new profile", "<= 1 s", `${ms(times[0])} at first, then ${spread(times.slice(1))}`);
} finally {
  await own.stop();
}
await browser.close();
rmSync(work, { recursive: true, force: true });

console.log(`## The web app over ${held.toLocaleString("en")} records\n`);
console.log(`\`make bench-web\`, ${begin.toISOString().slice(0, 16)}Z, load ${loadavg().map((n) => n.toFixed(1)).join(" ")}.\n`);
console.log("| what | bar | weir |\n|---|---|---|");
for (const r of rows) console.log(`| ${r.join(" | ")} |`);
