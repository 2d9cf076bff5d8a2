// The graph of apps in a real browser: groups, one app, differences, keys, the table.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

let server, browser;
before(async () => {
  server = await start();
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const cards = (page) => page.locator("[data-card]");
const places = (page) => page.$$eval("[data-card]", (list) => Object.fromEntries(list.map((c) => [c.dataset.card, c.parentElement.style.left + " " + c.parentElement.style.top])));

for (const theme of ["light", "dark"]) {
  for (const [width, height] of [[1280, 800], [1920, 1080]]) {
    test(`the graph opens grouped, ${theme}, ${width} wide`, async () => {
      const page = await open(browser, server.url + "/graph", { theme, width, height });
      await cards(page).first().waitFor();
      await settled(page);
      const n = await cards(page).count();
      assert.ok(n > 5 && n <= 60, `${n} cards`);
      const over = await page.$$eval("[data-card]", (list) => {
        const b = list.map((c) => c.parentElement.getBoundingClientRect());
        return b.filter((r, i) => b.some((o, j) => j < i && r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom)).length;
      });
      assert.equal(over, 0, "cards stand on each other");
      await fits(page);
      await accessible(page);
      await shot(page, `graph-${theme}-${width}`);
      clean(page);
      await page.context().close();
    });
  }
}

test("cards keep their place when the range changes, and the slider steps it", async () => {
  const page = await open(browser, server.url + "/graph");
  await cards(page).first().waitFor();
  await settled(page);
  const here = await places(page);
  await page.getByRole("button", { name: "Step back" }).click();
  await page.waitForURL(/since=20/);
  await settled(page);
  assert.deepEqual(await places(page), here);
  await page.getByRole("slider", { name: "Range" }).press("ArrowRight");
  await page.waitForFunction(() => !location.search.includes("since=20"));
  clean(page);
  await page.context().close();
});

test("a group opens and closes by mouse and by key, and the address keeps it", async () => {
  const page = await open(browser, server.url + "/graph");
  await cards(page).first().waitFor();
  await settled(page);
  const n = await cards(page).count();
  const group = page.locator("[data-card='in:*']");
  await group.focus();
  await page.keyboard.press("+");
  await page.waitForURL(/open=/);
  await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length > n, n);
  await page.reload();
  await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length > n, n);
  await page.getByRole("button", { name: /^Close / }).first().click();
  await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length === n, n);
  clean(page);
  await page.context().close();
});

test("keys alone reach a card, its links, an edge and the records", async () => {
  const page = await open(browser, server.url + "/graph");
  await cards(page).first().waitFor();
  await settled(page);
  await page.locator("[data-card][tabindex='0']").focus();
  const first = await page.evaluate(() => document.activeElement.dataset.card);
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.card), first);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.waitFor();
  await accessible(page);
  const link = drawer.locator("ul button").first();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=.*to=/);
  await page.getByRole("dialog").getByText("By port").waitFor();
  await settled(page);
  await accessible(page);
  await shot(page, "graph-edge");
  await page.getByRole("button", { name: "Records" }).click();
  await page.waitForURL(/\/explore\?.*q=/);
  clean(page);
  await page.context().close();
});

test("one app stands between its callers and those it calls", async () => {
  const apps = await (await fetch(server.url + "/api/v1/graph/apps?text=shop-alb")).json();
  const page = await open(browser, server.url + "/graph?app=shop-alb");
  const middle = page.locator(`[data-card="${apps[0].id}"]`);
  await page.waitForURL(/center=/);
  await middle.waitFor();
  await settled(page);
  const x = async (l) => (await l.boundingBox()).x;
  for (const c of await page.locator("[data-card^='client|']").all()) assert.ok((await x(c)) < (await x(middle)));
  for (const c of await page.locator("[data-card^='server|']").all()) assert.ok((await x(c)) > (await x(middle)));
  assert.ok(await page.getByTitle(/Front-facing/).count(), "the load balancer is front-facing");
  await accessible(page);
  await shot(page, "graph-ego");
  clean(page);
  await page.context().close();
});

test("two ranges are compared with signs, and only what is new can be shown", async () => {
  const page = await open(browser, server.url + "/graph?cmp=day");
  await page.locator("[data-state='more'], [data-state='new'], [data-state='gone'], [data-state='less']").first().waitFor({ state: "attached" });
  await page.getByLabel("Edges", { exact: true }).selectOption("today");
  await page.waitForURL(/only=today/);
  await settled(page);
  await shot(page, "graph-today");
  await page.getByLabel("Hide").fill("direction:inbound");
  await page.getByLabel("Hide").press("Enter");
  await page.waitForURL(/hide=/);
  await page.getByText(/hidden/).first().waitFor();
  await page.getByLabel("Find").fill("service_port:");
  await page.getByLabel("Find").press("Enter");
  await page.getByRole("alert").first().waitFor();
  clean(page);
  await page.context().close();
});

test("the table has every edge, and is exported", async () => {
  const page = await open(browser, server.url + "/graph?view=table", { theme: "dark" });
  await page.getByRole("grid").waitFor();
  await settled(page);
  await accessible(page);
  await fits(page);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const text = await (await file).createReadStream().then(async (s) => {
    let t = "";
    for await (const part of s) t += part;
    return t;
  });
  const answer = await (await fetch(server.url + "/api/v1/graph/edges")).json();
  assert.equal(text.trimEnd().split("\r\n").length, answer.meta.rows + 1);
  await shot(page, "graph-table");
  clean(page);
  await page.context().close();
});

/** crowd writes the flow logs of so many apps, fifty a VPC, each calling four others. */
function crowd(path, apps) {
  const lines = ["version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id tcp-flags flow-direction interface-tag"];
  const address = (i) => `10.${Math.floor(i / 250)}.${i % 250}.10`;
  const name = (i) => `${["shop", "pay", "search", "data", "auth", "mail", "ops", "edge"][i % 8]}-${["api", "worker", "db", "cache"][i % 4]}-${i}`;
  for (let i = 0; i < apps; i++) {
    for (let k = 0; k < 4; k++) {
      const vpc = Math.floor(i / 50);
      const j = vpc * 50 + ((i * 7 + k * 11 + 1) % 50);
      if (j === i) continue;
      const at = 1772323200 + ((i * 3 + k) % 3000);
      const port = [443, 5432, 6379, 8080][k];
      const put = (at0, src, dst, sport, dport, flags, way) => lines.push(`5 111122223333 eni-${String(at0).padStart(8, "0")} ${address(src)} ${address(dst)} ${sport} ${dport} 6 10 ${1000 + i} ${at} ${at + 50} ACCEPT OK vpc-${String(vpc).padStart(8, "0")}a subnet-${vpc} ${flags} ${way} ${name(at0)}`);
      put(i, i, j, 40000 + i, port, 2, "egress");
      put(j, i, j, 40000 + i, port, 2, "ingress");
      put(j, j, i, port, 40000 + i, 18, "egress");
    }
  }
  writeFileSync(path, lines.join("\n") + "\n");
}

test("2,000 apps open grouped, and a group of them opens", async () => {
  const dir = mkdtempSync(join(tmpdir(), "weir-crowd-"));
  crowd(join(dir, "flows.log"), 2000);
  const binary = process.env.WEIR_BIN ?? new URL("../../bin/weir", import.meta.url).pathname;
  const done = spawnSync(binary, ["ingest", join(dir, "flows.log"), "--data", join(dir, "data")], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  const own = await start({ data: join(dir, "data") });
  try {
    const answer = await (await fetch(own.url + "/api/v1/graph")).json();
    assert.equal(answer.apps, 2000);
    assert.ok(answer.cards.length <= 60, `${answer.cards.length} cards`);
    const page = await open(browser, own.url + "/graph");
    await cards(page).first().waitFor();
    await settled(page);
    const n = await cards(page).count();
    assert.ok(n <= 60, `${n} cards`);
    await accessible(page);
    await shot(page, "graph-2000");
    await page.getByRole("button", { name: /^Open / }).first().click();
    await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length > n, n);
    await fits(page);
    clean(page);
    await page.context().close();
  } finally {
    await own.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});

test("one app with 120 callers stays readable: the rest is one card that opens", async () => {
  const dir = mkdtempSync(join(tmpdir(), "weir-callers-"));
  const lines = ["version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id tcp-flags flow-direction interface-tag"];
  for (let i = 0; i < 120; i++) lines.push(`5 111122223333 eni-${i} 10.${i}.0.1 10.200.0.1 ${40000 + i} 443 6 10 ${1000 + i} ${1772323200 + i} ${1772323230 + i} ACCEPT OK vpc-${i}a subnet-${i} 2 egress caller-${i}`, `5 111122223333 eni-middle 10.${i}.0.1 10.200.0.1 ${40000 + i} 443 6 10 ${1000 + i} ${1772323200 + i} ${1772323230 + i} ACCEPT OK vpc-middle subnet-middle 2 ingress middle`);
  writeFileSync(join(dir, "flows.log"), lines.join("\n") + "\n");
  const done = spawnSync(process.env.WEIR_BIN ?? new URL("../../bin/weir", import.meta.url).pathname, ["ingest", join(dir, "flows.log"), "--data", join(dir, "data")], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  const own = await start({ data: join(dir, "data") });
  try {
    const center = (await (await fetch(own.url + "/api/v1/graph/apps?text=middle")).json())[0].id;
    const page = await open(browser, `${own.url}/graph?center=${encodeURIComponent(center)}`);
    await cards(page).first().waitFor();
    await settled(page);
    const first = await cards(page).count();
    assert.ok(first <= 24, `${first} cards`);
    await shot(page, "graph-callers");
    await page.getByRole("button", { name: /^Open .*\d+ more/ }).first().click();
    await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length > n, first);
    await fits(page);
    await accessible(page);
    await shot(page, "graph-callers-open");
    clean(page);
    await page.context().close();
  } finally {
    await own.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
