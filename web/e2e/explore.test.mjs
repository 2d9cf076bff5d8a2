// Protects the Explorer: everything of it works by mouse and by keys, stands in the
// address, shows what comes in as it comes, and runs nothing that a log says.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

let server, browser;
before(async () => {
  // Its own server, as it takes logs in.
  delete process.env.WEIR_E2E_URL;
  server = await start();
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const at = async (search, options) => {
  const page = await open(browser, server.url + "/explore" + search, options);
  await page.getByRole("tab", { name: "Records" }).waitFor();
  await settled(page);
  return page;
};
const done = async (page) => {
  clean(page);
  await page.context().close();
};
const param = (page, name) => new URL(page.url()).searchParams.get(name);
let files = 0;
/** ingest takes lines in as another process does. */
function ingest(lines, header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status") {
  const file = join(mkdtempSync(join(tmpdir(), "weir-explore-")), `flows-${++files}.log`);
  writeFileSync(file, [header, ...lines].join("\n") + "\n");
  const r = spawnSync(binary, ["ingest", "--data", server.data, file], { encoding: "utf8" });
  assert.equal(r.status, 0, r.stderr);
}
const line = (n, port = 4711) => `2 123456789012 eni-0e2e 198.51.100.${(n % 250) + 1} 10.0.0.5 ${1024 + (n % 60000)} ${port} 6 ${n + 1} ${60 * (n + 1)} ${1795168800 + n} ${1795168860 + n} REJECT OK`;

for (const [view, name] of [["", "explore"], ["?view=groups&by=dstport&agg=count,sum(bytes)&top=5", "explore-groups"], ["?view=sql&hunt=scanners", "explore-sql"]]) {
  for (const theme of ["light", "dark"]) {
    test(`${name} in ${theme}: axe finds nothing, nothing is clipped`, async () => {
      const page = await at(view, { theme });
      await fits(page);
      await shot(page, `${name}-${theme}-1280`);
      await accessible(page);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await settled(page);
      await fits(page);
      await shot(page, `${name}-${theme}-1920`);
      await done(page);
    });
  }
}

test("a filter is typed, a value asked for and left out, the range dragged; back undoes it", async () => {
  const page = await at("");
  await page.keyboard.press("/");
  await page.keyboard.type("action:REJECT");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=action:REJECT/);
  await settled(page);
  await page.getByRole("complementary", { name: "Facets" }).getByRole("button", { name: /^Without dstport/ }).first().click({ force: true });
  await page.waitForFunction(() => /NOT\+dstport|NOT dstport/.test(decodeURIComponent(location.search)));
  assert.match(param(page, "q"), /^action:REJECT AND NOT dstport:\d+$/);
  await settled(page);
  const plot = page.locator(".u-over").first();
  const box = await plot.boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.waitForURL(/since=2026/);
  await settled(page);
  assert.ok(param(page, "until"));
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("since="));
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("NOT"));
  assert.equal(param(page, "q"), "action:REJECT");
  await done(page);
});

test("rows are walked and opened by keys, and go on to the last", async () => {
  const page = await at("?q=dstport:22&since=end-6h");
  const table = page.getByRole("grid", { name: "Records" });
  await table.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Logged by" }).waitFor();
  const details = page.locator("dl", { has: page.locator("dt", { hasText: /^srcaddr$/ }) }).first();
  assert.match(await details.innerText(), /srcaddr/);
  await page.getByRole("button", { name: /^Show \d+ absent$/ }).click();
  await page.getByText("absent", { exact: true }).first().waitFor();
  await shot(page, "explore-row");
  await accessible(page);
  await table.focus();
  const rows = async () => Number((await page.getByText(/ shown( ·|, more)/).innerText()).match(/^([\d,]+)/)[1].replaceAll(",", ""));
  const first = await rows();
  for (let i = 0; i < 60 && !/^([\d,]+) shown ·/.test(await page.getByText(/ shown( ·|, more)/).innerText()); i++) {
    await page.keyboard.press("End");
    await settled(page);
  }
  const total = Number((await page.getByText(/^[\d,]+ records$/).innerText()).replace(/\D/g, ""));
  assert.ok(first <= total && (await rows()) === total, `${await rows()} of ${total}`);
  await done(page);
});

test("columns and order stand in the address", async () => {
  const page = await at("?cols=start,srcaddr,bytes&order=-bytes");
  assert.deepEqual(await page.getByRole("grid", { name: "Records" }).getByRole("columnheader").allInnerTexts().then((t) => t.map((x) => x.trim()).filter((x) => x && x !== "Open")), ["Start", "Source", "Bytes"]);
  await page.getByText(/The first 1,000 by bytes/).waitFor();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("searchbox", { name: "Find a field" }).fill("tcp_flags");
  await page.getByRole("checkbox", { name: "tcp_flags" }).check();
  await page.waitForURL(/cols=start,srcaddr,bytes,tcp_flags/);
  await done(page);
});

test("all records of the filter and the range are exported, with the columns shown", async () => {
  const page = await at("?q=dstport:22&since=end-6h&cols=start,srcaddr,dstport");
  const total = Number((await page.getByText(/^[\d,]+ records$/).innerText()).replace(/\D/g, ""));
  const file = async (title) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: title }).click()]);
    return { name: download.suggestedFilename(), lines: readFileSync(await download.path(), "utf8").trim().split("\n") };
  };
  const csv = await file("Export CSV");
  assert.match(csv.name, /\.csv$/);
  assert.equal(csv.lines[0].trim(), "start,srcaddr,dstport");
  assert.equal(csv.lines.length, total + 1);
  assert.ok(csv.lines.slice(1).every((l) => l.trim().endsWith(",22")));
  const json = await file("Export NDJSON");
  assert.match(json.name, /\.ndjson$/);
  const rows = json.lines.map((l) => JSON.parse(l));
  assert.equal(rows.length, total);
  assert.ok(rows.every((r) => r.dstport === 22 && Object.keys(r).length === 3));
  // In another order, too: of all, not of the page.
  await page.goto(server.url + "/explore?q=dstport:22&since=end-6h&cols=start,bytes&order=-bytes");
  await settled(page);
  const sorted = (await file("Export NDJSON")).lines.map((l) => JSON.parse(l).bytes);
  assert.equal(sorted.length, total);
  assert.ok(sorted.every((b, i) => i === 0 || b <= sorted[i - 1]));
  await done(page);
});

test("live: what is stored shows, what is too much is counted, scrolling pauses", async () => {
  const page = await at("?q=dstport:4711&live=1");
  await page.getByText("0/s").waitFor();
  ingest([line(1), line(2)]);
  const table = page.getByRole("grid", { name: "Records" });
  await table.getByText("198.51.100.3", { exact: true }).waitFor({ timeout: 15000 });
  ingest(Array.from({ length: 2600 }, (_, i) => line(10 + i)));
  // Each is shown or counted: how many of them a second shows depends on when they came.
  await page.waitForFunction(
    () => {
      const missed = Number((document.body.innerText.match(/· ([\d,]+) not shown/)?.[1] ?? "0").replaceAll(",", ""));
      const grid = document.querySelector('[role=grid][aria-label="Records"]');
      const seen = Number(grid.getAttribute("aria-rowcount")) - 1; // one or more of them say what is not shown
      return missed >= 1000 && missed <= 2102 && missed + seen > 2602 && missed + seen < 2610;
    },
    null,
    { timeout: 30000 },
  );
  await shot(page, "explore-live");
  await accessible(page);
  await table.evaluate((e) => (e.scrollTop = 400));
  await page.getByText("paused while you read").waitFor();
  ingest([line(5000)]);
  await page.getByText(/paused while you read, 1 new record above/).waitFor({ timeout: 15000 });
  await table.evaluate((e) => (e.scrollTop = 0));
  await page.getByText("paused while you read").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Live" }).click();
  assert.equal(param(page, "live"), null);
  await done(page);
});

test("eight tabs are live at once", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const pages = [];
  for (let i = 0; i < 8; i++) pages.push(await open(browser, server.url + "/explore?live=1&q=dstport:4712", { context }));
  for (const p of pages) await p.getByText("0/s").waitFor({ timeout: 30000 });
  ingest([line(1, 4712)]);
  for (const p of pages) await p.getByRole("grid", { name: "Records" }).getByText("198.51.100.2", { exact: true }).waitFor({ timeout: 20000 });
  for (const p of pages) clean(p);
  await context.close();
});

test("nothing that a log says is run", async () => {
  const evil = ["<img/src=x/onerror=window.pwned=1>", '"><svg/onload=window.pwned=1>', "javascript:window.pwned=1", "{{7*7}}${7*7}", "\u202eevil", "=HYPERLINK(1)", "'--"];
  ingest(
    evil.map((e, i) => `3 123456789012 ${e} ${e} ${e} i-${e} 203.0.113.${i + 1} 10.0.0.9 40000 4713 6 1 40 ${1795168800 + i} ${1795168860 + i} ACCEPT OK`),
    "version account-id interface-id vpc-id subnet-id instance-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
  );
  const page = await at("?q=dstport:4713&since=2026-11-20T00:00:00Z&until=2026-11-30T00:00:00Z&cols=start,interface_id,vpc_id,subnet_id,instance_id,srcaddr");
  const table = page.getByRole("grid", { name: "Records" });
  await table.getByText("javascript:window.pwned=1", { exact: true }).first().waitFor();
  await table.focus();
  for (const _ of evil) {
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("heading", { name: "Logged by" }).first().waitFor();
  await settled(page);
  // Its values are filtered for as what they are.
  await table.getByText(evil[0], { exact: true }).first().click();
  await page.getByRole("menuitem", { name: /Filter for|Only/i }).first().click();
  await settled(page);
  await page.waitForURL(/onerror/);
  await page.waitForFunction(() => document.querySelector('[role=grid][aria-label="Records"]')?.getAttribute("aria-rowcount") === "2");
  await page.goto(server.url + "/explore?view=groups&by=interface_id&q=dstport:4713&since=2026-11-20T00:00:00Z&until=2026-11-30T00:00:00Z");
  await page.getByText(evil[1]).first().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  await done(page);
});

test("an empty answer says why", async () => {
  let page = await at("?q=dstport:1+AND+action:REJECT&since=end-1h");
  await page.getByText(/record in the range matches|outside of the range|matches, in any range/i).first().waitFor();
  await shot(page, "explore-empty");
  await done(page);
  page = await at("?since=2030-01-01T00:00:00Z&until=2030-01-02T00:00:00Z");
  await page.getByText(/newest record is of/i).first().waitFor();
  await done(page);
});

test("groups: two axes, shares, and a table that leads to the records", async () => {
  const page = await at("?view=groups&by=dstport&agg=count&top=3&show=rejected");
  await page.getByText(/\d+ rejected share/).first().waitFor();
  // Without groups each bucket has its value: no limit of groups cuts the time off.
  await page.goto(server.url + "/explore?view=groups&by=none&agg=count,sum(bytes)");
  await settled(page);
  const rows = async () => Number((await page.request.get(server.url + "/api/v1/query?" + new URLSearchParams(asked)).then((r) => r.json())).meta.rows);
  const asked = { agg: "count", bucket: "auto", since: "end-24h", until: "end" };
  const lows = await page.getByRole("region", { name: "flows and bytes", exact: true }).getByRole("row", { name: /^flows/ }).getByRole("cell").allInnerTexts();
  assert.ok((await rows()) > 100 && lows.every((t) => t !== "0"), `flows in each bucket, not ${lows}`);
  await page.goto(server.url + "/explore?view=groups&by=dstport&agg=count&top=3&show=rejected");
  await page.getByRole("combobox", { name: /^Values/ }).selectOption("share");
  await page.waitForURL(/show=share/);
  await page.getByRole("combobox", { name: /^As/ }).selectOption("area");
  await page.waitForURL(/chart=area/);
  await page.getByRole("combobox", { name: /^Over time/ }).selectOption("none");
  await page.waitForURL(/bucket=none/);
  await settled(page);
  await page.getByRole("button", { name: "As bars" }).click();
  await page.waitForURL(/panes=bars/);
  await settled(page);
  await accessible(page);
  await done(page);
});

test("SQL and hunts run, with their parameters, and mistakes are told", async () => {
  const page = await at("?view=sql&hunt=scanners&with=targets%3D20");
  assert.equal(await page.getByLabel(/^targets/).inputValue(), "20");
  await page.getByRole("button", { name: "Run the hunt" }).click();
  await page.getByRole("region", { name: /rows?$/ }).waitFor({ timeout: 30000 });
  await page.getByRole("button", { name: "Edit as SQL" }).click();
  await page.getByRole("textbox", { name: "SQL" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete"); // Chromium styles what is written over a selection, which the policy refuses
  await page.keyboard.insertText("SELECT count() AS n, uniq(srcaddr) AS sources FROM flows WHERE start < {until:DateTime}");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "1 row" }).waitFor({ timeout: 30000 });
  await page.waitForURL(/sql=SELECT/);
  await accessible(page);
  await page.getByRole("textbox", { name: "SQL" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete"); // Chromium styles what is written over a selection, which the policy refuses
  await page.keyboard.insertText("SELECT * FROM system.users");
  await page.keyboard.press("Control+Enter");
  await page.getByText(/refused/i).first().waitFor();
  await done(page);
});

test("views are kept on the server, and why is one click from a record", async () => {
  const page = await at("?q=dstport:443&cols=start,srcaddr");
  const name = "e2e <b>view</b> " + Date.now();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Keep what is shown as").fill(name);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText(name).waitFor();
  await page.keyboard.press("Escape");
  const other = await at("");
  await other.getByRole("button", { name: "Views" }).click();
  await other.getByText(name).click();
  await other.waitForURL(/q=dstport:443/);
  assert.equal(param(other, "cols"), "start,srcaddr");
  other.on("dialog", (d) => d.accept());
  await other.getByRole("button", { name: "Views" }).click();
  await other.getByRole("button", { name: `Remove the view ${name}` }).click();
  await other.getByText(name).waitFor({ state: "detached" });
  await done(other);
  await page.goto(server.url + "/explore?q=action:REJECT");
  await settled(page);
  await page.getByRole("grid", { name: "Records" }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").getByRole("button", { name: "Why?" }).click();
  await page.getByRole("dialog").getByText("Verdict").waitFor({ timeout: 20000 });
  await page.getByRole("dialog").getByText(/rows read, .*every record counted/).waitFor();
  await shot(page, "explore-why");
  await accessible(page);
  await done(page);
});
