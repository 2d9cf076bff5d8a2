// Protects the page Rules: the list and its filters, a rule with all about it, the
// editor with its check, completion, tests and fix, saving over the shipped rule and
// back, the switch, the back-test whose slider replots, versions side by side, a rule
// made of the Explorer's filter, a walk by keys alone, and hostile texts in a rule,
// which are shown and never run.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
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

const api = (path, o = {}) => fetch(server.url + "/api/v1" + path, { ...o, headers: { "content-type": "application/json" } });
const text = (page) => page.getByRole("textbox", { name: "Text of the rule" });
/** write puts a text in the place of the editor's. What was there goes first: Chromium
 * would give its look to the new text as a style attribute, which the policy refuses. */
async function write(page, t) {
  const lines = () => page.locator(".cm-content .cm-line").evaluateAll((all) => all.map((l) => l.textContent).join("\n"));
  for (let i = 0; i < 5; i++) {
    await text(page).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    if ((await page.locator(".cm-content .cm-line").count()) === 1) break;
    await page.waitForTimeout(100);
  }
  await page.keyboard.insertText(t);
  assert.equal(await lines(), t);
}

/** gone waits until a text is on the page no more; what is there instead is in the error. */
async function gone(page, t) {
  try {
    await page.getByText(t).waitFor({ state: "detached" });
  } catch (e) {
    throw new Error(`${e.message}\nthe page:\n${await page.locator("main").innerText()}`);
  }
}

const tabs = ["about", "text", "versions", "backtest"];
for (const theme of ["light", "dark"]) {
  test(`the list and a rule in ${theme}: no complaint, axe finds nothing, nothing is clipped`, async () => {
    const page = await open(browser, server.url + "/rules", { theme });
    await page.getByRole("heading", { name: "All rules" }).waitFor();
    const look = async (name) => {
      for (const [width, height] of [[1280, 800], [1920, 1080]]) {
        await page.setViewportSize({ width, height });
        await settled(page);
        await fits(page);
        await shot(page, `rules-${name}-${theme}-${width}`);
      }
      await accessible(page);
    };
    await look("list");
    await page.goto(server.url + "/rules?group=family");
    await page.getByRole("heading", { name: "scan", exact: true }).waitFor();
    await look("families");
    for (const tab of tabs) {
      await page.goto(`${server.url}/rules/scan-inbound?tab=${tab}`);
      await page.getByRole("tab", { selected: true }).waitFor();
      if (tab === "text") await text(page).waitFor();
      await look(tab);
    }
    clean(page);
    await page.context().close();
  });
}

test("the list is narrowed by words, state and blindness, and opens a rule by keys", async () => {
  const page = await open(browser, server.url + "/rules");
  const rows = page.getByRole("grid").getByRole("row");
  await page.getByText("scan-inbound").first().waitFor();
  const all = await rows.count();
  await page.getByRole("searchbox", { name: "Find rules" }).fill("T1046 inside");
  await page.waitForFunction((n) => document.querySelectorAll('[role="grid"] [role="row"]').length < n, all);
  await page.getByText("scan-internal").first().waitFor();
  assert.match(page.url(), /find=T1046/);
  await page.getByRole("grid").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rules\/scan-internal/);
  await page.getByRole("heading", { name: "Why it matters" }).waitFor();
  await page.getByRole("heading", { name: "Where it is blind" }).waitFor();
  await settled(page);
  // A rule that needs what the logs lack says so, in the list and on its page.
  const rule = "title: A block of the VPC refuses\nid: e2e-blind\nlevel: low\ndetection:\n  sel: {action: REJECT, reject_reason: BPA}\n  condition: sel\nweir:\n  family: forbidden_port\n";
  const saved = await fetch(server.url + "/api/v1/rules/e2e-blind", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: rule, seen: "" }) });
  assert.equal(saved.status, 200, await saved.clone().text());
  await page.goto(server.url + "/rules");
  await page.getByRole("switch", { name: "Blind only" }).click();
  await page.waitForURL(/blind=1/);
  const blind = page.getByRole("row").filter({ hasText: "e2e-blind" });
  await blind.getByText("the records lack reject_reason").waitFor();
  await page.getByText(/[1-9]\d* blind for something/).waitFor();
  await settled(page);
  await shot(page, "rules-blind-light-1280");
  await accessible(page);
  await fits(page);
  await page.goto(server.url + "/rules/e2e-blind");
  await page.getByText("the records lack reject_reason").first().waitFor();
  const { rule: now } = await (await api("/rules/e2e-blind")).json();
  assert.deepEqual(now.blind, ["the records lack reject_reason"]);
  clean(page);
  await page.context().close();
});

test("a rule is written: completed, checked, mended, tested, saved, switched, compared and taken back", async () => {
  const page = await open(browser, server.url + "/rules/new?q=" + encodeURIComponent("dstport:23 AND action:ACCEPT"));
  await text(page).waitFor();
  await page.getByText("1 rule understood").waitFor();
  await page.getByRole("button", { name: "Run tests" }).click();
  await page.getByText("2 hold").waitFor();
  // A mistake is underlined and told with what may have been meant; the fix writes it.
  const rule = `title: Telnet\nid: e2e-telnet\nlevel: high\ndetection:\n  sel: {dst_prt: 23}\n  condition: sel\nweir:\n  family: forbidden_port\n  entity: source\n  window: 10m\n  threshold: 5\n  tests:\n    - name: six\n      fires: 1\n      flows:\n        - {srcaddr: 203.0.113.9, dstaddr: 10.0.0.5, srcport: 40000, dstport: 23, action: ACCEPT, every: 30s, repeat: 6}\n`;
  await write(page, rule);
  await page.getByText("line 5, column 9").waitFor();
  await page.locator(".cm-lintRange-error").first().waitFor();
  assert.ok(await page.getByRole("button", { name: "Save", exact: true }).isDisabled());
  await page.getByRole("button", { name: "Write dstport" }).click();
  await page.getByText("1 rule understood").waitFor();
  // Keys are completed by where they stand.
  await text(page).press("Control+End");
  await page.keyboard.type("fals");
  await page.locator(".cm-tooltip-autocomplete").getByText("falsepositives").waitFor();
  await page.keyboard.press("Escape");
  for (let i = 0; i < 4; i++) await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/\/rules\/e2e-telnet/);
  await page.getByText("your own").waitFor();
  // The switch holds.
  await page.getByRole("button", { name: "Dry run" }).click();
  await page.getByText("dry run", { exact: true }).waitFor();
  assert.equal((await (await api("/rules/e2e-telnet")).json()).rule.state, "dry_run");
  // A second text, and both side by side.
  await page.getByRole("tab", { name: "Editor" }).click();
  await text(page).waitFor();
  await write(page, rule.replace("dst_prt", "dstport").replace("threshold: 5", "threshold: 4"));
  await page.getByText("not saved").waitFor();
  await page.getByText("1 rule understood").waitFor();
  // The rule comes back last of all that is asked anew: the text stays the new one.
  const late = "**/api/v1/rules/e2e-telnet*";
  await page.route(late, async (r) => {
    if (r.request().method() === "GET") await new Promise((done) => setTimeout(done, 800));
    await r.continue();
  });
  await page.keyboard.press("Control+s");
  await gone(page, "not saved");
  await page.unrouteAll({ behavior: "wait" });
  await text(page).getByText("threshold: 4").waitFor();
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByText("threshold: 5").waitFor();
  await page.getByText("threshold: 4").waitFor();
  await settled(page);
  await accessible(page);
  await shot(page, "rules-difference-light-1280");
  // Deleted, with a question first.
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the rule" }).click();
  await page.waitForURL(/\/rules$/);
  assert.equal((await api("/rules/e2e-telnet")).status, 404);
  const audit = await (await api("/audit?object=rule/e2e-telnet")).json();
  assert.deepEqual(audit.entries.map((e) => e.action), ["rule.delete", "rule.save", "rule.switch", "rule.save"]);
  clean(page);
  await page.context().close();
});

test("the numbers of the list are those of the store", async () => {
  const page = await open(browser, server.url + "/rules?find=scan-inbound");
  const alerts = await (await api("/alerts?rule=scan-inbound&limit=1000")).json();
  const { items } = await (await api("/rules")).json();
  const rule = items.find((r) => r.id === "scan-inbound");
  assert.ok(rule.hits > 0 && rule.alerts > 0 && rule.daily.reduce((a, b) => a + b, 0) > 0, JSON.stringify(rule));
  assert.equal(rule.alerts, alerts.alerts.length, "alerts of the rule");
  const row = page.getByRole("grid").getByRole("row").filter({ hasText: "scan-inbound" });
  await row.getByText(rule.hits.toLocaleString("en"), { exact: true }).first().waitFor();
  await row.getByRole("img", { name: /Hits of Somebody on the internet scans our hosts by day/ }).waitFor();
  await settled(page);
  // A rule whose list is missing says so, and what to do.
  await page.goto(server.url + "/rules?state=off");
  await page.getByText("off: its list approved_sources is not there").first().waitFor();
  await page.goto(server.url + "/rules/forbidden-source");
  await page.getByRole("button", { name: "On", exact: true }).click();
  await page.getByText("It is switched on, and runs once that is mended").waitFor();
  clean(page);
  await page.context().close();
});

test("the Explorer's filter becomes a rule, by keys alone; an id that is taken is told", async () => {
  const page = await open(browser, server.url + "/explore?q=" + encodeURIComponent("dstport:3389 AND action:REJECT"));
  const make = page.getByRole("button", { name: /rule of this/i }).first();
  await make.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rules\/new\?/);
  assert.equal(new URL(page.url()).searchParams.get("q"), "dstport:3389 AND action:REJECT");
  await text(page).getByText("dstport:3389 AND action:REJECT").first().waitFor();
  await page.getByText("1 rule understood").waitFor();
  await page.getByText(join(server.data, "rules", "dstport-3389-action-reject.yaml")).waitFor();
  await settled(page);
  await accessible(page);
  await shot(page, "rules-new-light-1280");
  await text(page).focus();
  await page.keyboard.press("Control+Enter");
  await page.getByText("2 hold").waitFor();
  await page.keyboard.press("Control+s");
  await page.waitForURL(/\/rules\/dstport-3389-action-reject/);
  await page.getByText("your own").waitFor();
  // Tabs and the switch take arrows.
  await page.getByRole("tab", { name: "About" }).focus();
  for (const name of ["Editor", "Back-test"]) {
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tab", { name, selected: true }).waitFor();
  }
  await page.getByText("It is tried with").waitFor();
  await page.getByRole("tab", { name: "About" }).click();
  await page.getByRole("button", { name: "Off", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("The rule is not run").waitFor();
  assert.equal((await (await api("/rules/dstport-3389-action-reject")).json()).rule.state, "off");
  await page.getByRole("button", { name: "On", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("The rule is not run").waitFor({ state: "detached" });
  // The same filter again has the same id, which is taken now.
  await page.goto(server.url + "/rules/new?q=" + encodeURIComponent("dstport:3389 AND action:REJECT"));
  await page.getByText('The id "dstport-3389-action-reject" is taken by').waitFor();
  assert.ok(await page.getByRole("button", { name: "Save", exact: true }).isDisabled());
  // So is that of a shipped rule, which is replaced from its own page only.
  await write(page, "title: x\nid: beacon\ndetection: {sel: {dstport: 1}, condition: sel}\n");
  await page.getByText("There is a rule").waitFor();
  assert.equal(await page.getByRole("link", { name: "beacon", exact: true }).getAttribute("href"), "/rules/beacon?tab=text");
  assert.ok(await page.getByRole("button", { name: "Save", exact: true }).isDisabled());
  const again = await api("/rules/dstport-3389-action-reject", { method: "PUT", body: JSON.stringify({ text: "title: x\nid: dstport-3389-action-reject\ndetection: {sel: {dstport: 1}, condition: sel}\n", seen: "" }) });
  assert.equal(again.status, 409);
  clean(page);
  await page.context().close();
});

test("a shipped rule is replaced by one's own, and comes back", async () => {
  const page = await open(browser, server.url + "/rules/scan-internal?tab=text");
  await text(page).waitFor();
  await page.getByText("ships with weir", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Delete" }).count(), 0);
  const shipped = (await (await api("/rules/scan-internal")).json()).text;
  await write(page, shipped.replace(/^level: .*$/m, "level: critical"));
  await page.getByText("1 rule understood").waitFor();
  await page.getByRole("button", { name: "Save as my own" }).click();
  await page.getByText("in place of a shipped rule").waitFor();
  assert.equal((await (await api("/rules/scan-internal")).json()).rule.severity, "critical");
  await page.goto(server.url + "/rules/scan-internal?tab=versions");
  await page.getByText("as weir ships it").first().waitFor();
  await page.getByText("level: critical").waitFor();
  await page.getByRole("button", { name: "Back to the shipped rule" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove mine" }).click();
  await page.getByText("ships with weir", { exact: true }).waitFor();
  assert.equal((await (await api("/rules/scan-internal")).json()).text, shipped);
  clean(page);
  await page.context().close();
});

test("a back-test tries several values, and the slider replots from them", async () => {
  const page = await open(browser, server.url + "/rules/scan-inbound?tab=backtest&over=end-7d&warmup=0", { width: 1280, height: 1000 });
  await page.getByText("It is tried with targets").waitFor();
  await page.getByRole("button", { name: "Run back-test" }).click();
  await page.getByRole("progressbar", { name: "Back-test" }).waitFor();
  const slider = page.getByRole("slider");
  await slider.waitFor({ timeout: 180_000 });
  await settled(page);
  const found = async () => Number((await page.locator("dl strong").first().textContent()).replaceAll(",", ""));
  const asWritten = await found();
  await shot(page, "rules-backtest-done-light-1280");
  let asked = 0;
  page.on("request", (r) => (asked += /backtest/.test(r.url()) ? 1 : 0));
  await slider.focus();
  await page.keyboard.press("Home");
  const low = await found();
  await page.keyboard.press("End");
  const high = await found();
  assert.ok(low >= asWritten && asWritten >= high && low > high, `${low} ${asWritten} ${high}`);
  assert.equal(asked, 0);
  await accessible(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await settled(page);
  await fits(page);
  await shot(page, "rules-backtest-slid-light-1920");
  await page.getByRole("button", { name: "into the rule" }).click();
  await page.getByText("not saved").waitFor();
  await page.getByText("targets: 40").waitFor();
  clean(page);
  await page.context().close();
});

test("hostile texts in a rule are shown and never run", async () => {
  const evil = `<img src=x onerror="window.evil=1"><script>window.evil=1</script>`;
  const folder = join(server.data, "rules");
  mkdirSync(folder, { recursive: true });
  const name = `<img src=x onerror=window.evil=1>.yaml`; // of the file
  const rule = {
    title: evil, id: "evil", description: evil, author: evil, references: ["javascript:window.evil=1", "https://example.com/" + evil], tags: ["evil.tag"], falsepositives: [evil],
    detection: { sel: { dstport: 1 }, condition: "sel" },
    weir: { noise: evil, response: [evil], why: evil, tests: [{ name: evil, fires: 0, flows: [{ srcaddr: "10.0.0.1" }] }] },
  };
  writeFileSync(join(folder, name), JSON.stringify(rule) + "\n");
  const took = await (await api("/rules/evil")).json();
  assert.equal(took.rule?.title, evil, JSON.stringify(took));
  assert.equal(took.author, evil);
  const page = await open(browser, server.url + "/rules?find=evil");
  await page.getByText(evil).first().waitFor();
  for (const tab of tabs) {
    await page.goto(`${server.url}/rules/evil?tab=${tab}`);
    await page.getByRole("heading", { name: evil }).waitFor();
    await settled(page);
    await fits(page);
    if (tab === "about") await shot(page, "rules-hostile-light-1280");
    // Its tests are run: their names are texts, too.
    if (tab === "text") {
      await page.getByRole("button", { name: "Run tests" }).click();
      await page.getByText("1 hold").waitFor();
    }
    assert.equal(await page.evaluate(() => window.evil), undefined);
    assert.equal(await page.locator('a[href^="javascript"], main a[href*="example.com"], main img, main script').count(), 0);
  }
  // A file that is wrong is told in the list with its name; a tag may not be so.
  writeFileSync(join(folder, "wrong" + name), JSON.stringify({ title: evil, id: "wrong", tags: [evil], [evil]: 1, detection: { [evil]: { dstport: 1 }, condition: evil } }) + "\n");
  await page.goto(server.url + "/rules");
  await page.getByText("Files that are wrong").waitFor();
  await page.getByText("wrong" + name).first().waitFor();
  await settled(page);
  await fits(page);
  await shot(page, "rules-wrong-light-1280");
  assert.equal(await page.evaluate(() => window.evil), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
  await page.goto(`${server.url}/rules/new?q=${encodeURIComponent(`src_app:"${evil.replaceAll('"', '\\"')}"`)}`);
  await text(page).waitFor();
  await page.getByText("1 rule understood").waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => window.evil), undefined);
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  clean(page);
  await page.context().close();
});
