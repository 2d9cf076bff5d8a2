// Protects triage: an alert is found, understood, judged and silenced with the mouse and
// with the keyboard alone, each change is in the audit, and no text from a log or a
// person runs.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
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

const api = async (method, path, body) => {
  const r = await fetch(server.url + "/api/v1" + path, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
  const text = await r.text();
  assert.ok(r.ok, `${method} ${path}: ${r.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
};
/** openAlerts are those of the queue. */
const openAlerts = async () => (await api("GET", "/alerts?status=firing&exposure=false&silenced=false&limit=1000")).alerts;
/** loud ends what a test silenced, also when the test failed: the next one begins as this one did. */
const loud = async () => {
  for (const s of await api("GET", "/silences")) await api("DELETE", `/silences/${s.id}`);
};
const rows = (page) => page.getByRole("list", { name: "Alert queue" }).getByRole("listitem");
const drawer = (page) => page.getByRole("dialog");
const visit = async (path, o) => {
  const page = await open(browser, server.url + path, o);
  await page.locator("main h1").first().waitFor();
  await settled(page);
  return page;
};

for (const [path, name] of [["/alerts", "queue"], ["/alerts?tab=exposure", "exposure"], ["/alerts?tab=incidents", "incidents"], ["/alerts?tab=silences", "silences"], ["/alerts?tab=silences&new=yes", "new-silence"], ["/audit", "audit"]]) {
  for (const theme of ["light", "dark"]) {
    test(`${name} in ${theme}: axe finds nothing, nothing is clipped`, async () => {
      const page = await visit(path, { theme });
      await fits(page);
      await shot(page, `alerts-${name}-${theme}-1280`);
      await accessible(page);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await settled(page);
      await fits(page);
      await shot(page, `alerts-${name}-${theme}-1920`);
      clean(page);
      await page.context().close();
    });
  }
}

test("why it fired is one click away, the raw evidence two", async () => {
  const alert = (await openAlerts()).find((a) => a.family === "beacon");
  const page = await visit("/alerts");
  const row = rows(page).filter({ hasText: alert.why });
  await row.getByText(alert.why, { exact: true }).waitFor(); // in full, in the queue already
  await row.getByRole("button", { name: alert.title, exact: true }).click();
  await page.waitForURL(new RegExp("alert=" + alert.id));
  const d = drawer(page);
  await d.getByText(alert.why, { exact: true }).first().waitFor();
  await d.getByText(/The band is/).waitFor();
  await d.locator("canvas, svg[role=img]").first().waitFor();
  await d.getByRole("grid", { name: "Records behind the alert" }).getByText(alert.dstaddr).first().waitFor();
  await d.getByRole("list", { name: "Timeline" }).getByText("this alert").waitFor();
  await d.getByRole("heading", { name: "Related alerts" }).waitFor();
  await d.getByText("--rule-action deny").first().waitFor();
  assert.match(await d.getByRole("region", { name: /^Deny all to/ }).innerText(), new RegExp(alert.dstaddr.replaceAll(".", "\\.") + "/32"));
  await d.getByRole("button", { name: "Terraform" }).first().click();
  await d.getByText('resource "aws_network_acl_rule"').first().waitFor();
  await settled(page);
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    await shot(page, `alerts-drawer-${theme}-1280`);
    await accessible(page);
  }
  // A value is a menu here, too.
  await d.getByRole("button", { name: alert.dstaddr }).first().click();
  await page.getByRole("menuitem", { name: /Filter for/ }).waitFor();
  await page.keyboard.press("Escape");
  await d.getByRole("link", { name: /records? in the Explorer/ }).click();
  await page.waitForURL(/\/explore\?/);
  const q = new URL(page.url()).searchParams;
  assert.equal(q.get("q"), alert.evidence.filter);
  assert.equal(Date.parse(q.get("since")), Date.parse(alert.evidence.since));
  await page.goBack();
  await drawer(page).waitFor(); // the address is the state
  clean(page);
  await page.context().close();
});

test("triage with the keyboard alone", async (t) => {
  t.after(loud);
  const page = await visit("/alerts");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-alert"));
  await page.keyboard.press("j");
  const first = await focused();
  assert.ok(first, "j goes to the first alert");
  t.after(() => api("POST", `/alerts/${first}/reopen`, {}));
  await page.keyboard.press("j");
  const second = await focused();
  assert.notEqual(second, first);
  await page.keyboard.press("k");
  assert.equal(await focused(), first);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp("alert=" + first));
  await drawer(page).getByRole("heading", { name: "Why it matters" }).waitFor();
  await settled(page);
  await page.keyboard.press("e");
  await drawer(page).getByText("acknowledged", { exact: true }).waitFor();
  // Silence with a preview: s, a reason, Enter.
  await page.keyboard.press("s");
  const form = drawer(page).getByRole("form", { name: "Silence" });
  await form.getByText(/would have hidden \d+ of \d+ in 30 days/).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT");
  await page.keyboard.type("tried by a test");
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  // It hides another one about the host, too, which stands below among those related.
  await drawer(page).getByRole("banner").getByText("silenced", { exact: true }).waitFor();
  // Judge it: r, the verdict with the arrows, a note, the button.
  await drawer(page).getByRole("group", { name: "Details" }).focus();
  await page.keyboard.press("r");
  await drawer(page).getByRole("radio", { name: /True positive/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  assert.ok(await drawer(page).getByRole("radio", { name: /Benign/ }).isChecked());
  await page.keyboard.press("Tab");
  await page.keyboard.type("meant so");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await drawer(page).getByText("resolved, benign", { exact: true }).waitFor();
  await drawer(page).getByRole("list", { name: "Notes" }).getByText("meant so").first().waitFor();
  await drawer(page).getByRole("list", { name: "Audit" }).getByText("resolved it: benign").first().waitFor();
  await page.keyboard.press("Escape");
  await drawer(page).waitFor({ state: "detached" });
  assert.ok(!page.url().includes("alert="));
  // Its row is gone from the queue: the focus is on the one that came in its place.
  await page.waitForFunction(() => document.activeElement?.closest("[data-row]"));
  // What was done is in the audit, by name. A sequence may follow any key at once.
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await page.waitForURL(/\/audit/);
  const audit = page.getByRole("grid", { name: "Audit" });
  for (const what of ["alert.acknowledge", "alert.silence", "alert.resolve", "alert.note"]) await audit.getByText(what, { exact: true }).first().waitFor();
  await page.getByLabel("Action").selectOption("alert.resolve");
  await page.waitForURL(/action=alert.resolve/);
  await settled(page);
  assert.equal(await audit.getByText("alert.note", { exact: true }).count(), 0);
  clean(page);
  await page.context().close();
});

test("a silence is safe in three clicks, listed, and ended", async (t) => {
  t.after(loud);
  const alert = (await openAlerts()).find((a) => a.family === "exfil");
  const page = await visit("/alerts?family=exfil");
  await rows(page).first().getByRole("button", { name: `Silence: ${alert.title}` }).click(); // 1
  const form = drawer(page).getByRole("form", { name: "Silence" });
  await form.getByText(/would have hidden 1 of \d+ in 30 days, 1 of them high or critical/).waitFor();
  await accessible(page);
  await shot(page, "alerts-silence");
  assert.ok(await form.getByRole("button", { name: "Silence for 24 hours" }).isDisabled(), "it needs a reason");
  await form.getByRole("radio", { name: /about anything/ }).check();
  await form.getByText(/would have hidden \d+ of/).waitFor();
  await form.getByLabel("Reason").click(); // 2
  await page.keyboard.type("<b>new</b> backup target");
  await form.getByLabel("For").selectOption("3600");
  await form.getByRole("button", { name: "Silence for 1 hour" }).click(); // 3
  await drawer(page).getByText("silenced", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(/No alerts that fit these filters/).waitFor();
  await page.getByLabel("Silenced").selectOption("only");
  await rows(page).first().getByText("silenced", { exact: true }).waitFor(); // it keeps the record
  await page.getByRole("tab", { name: /Silences/ }).click();
  const grid = page.getByRole("grid", { name: "Silences" });
  await grid.getByText("<b>new</b> backup target").waitFor();
  await grid.getByRole("button", { name: /^End silence/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await grid.getByText("<b>new</b> backup target").waitFor({ state: "detached" });
  await page.getByText("No silences.").waitFor();
  clean(page);
  await page.context().close();
});

test("several are judged at once, and filters stand in the address", async () => {
  const page = await visit("/alerts?family=lateral");
  const n = await rows(page).count();
  assert.ok(n > 1);
  await rows(page).nth(0).getByRole("checkbox").check();
  await rows(page).nth(1).getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "What to do with the selected alerts" });
  await bar.getByText("2 alerts selected").waitFor();
  await bar.getByRole("button", { name: "Acknowledge" }).click();
  await bar.getByText("2 alerts acknowledged").waitFor();
  await page.waitForFunction((want) => document.querySelectorAll("[data-alert]").length === want, n - 2);
  await page.getByLabel("Status").selectOption("acknowledged");
  await page.waitForURL(/status=acknowledged/);
  await page.waitForFunction(() => document.querySelectorAll("[data-alert]").length >= 2);
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await bar.getByRole("button", { name: "Reopen" }).click();
  await bar.getByText(/reopened/).waitFor();
  await page.getByRole("button", { name: "Show all alerts" }).click();
  await page.waitForURL(/status=all/);
  await page.getByLabel("Text in alerts").fill("10.0.3.");
  await page.waitForURL(/text=10.0.3./);
  await settled(page);
  const found = (await api("GET", "/alerts?text=10.0.3.&exposure=false&limit=1000")).alerts.length;
  await page.getByText(new RegExp(`^${found} alerts`)).waitFor();
  await page.getByLabel("Severity").selectOption("critical");
  await page.waitForURL(/severity=critical/);
  clean(page);
  await page.context().close();
});

test("noise of the internet lies apart, incidents show their path", async () => {
  const page = await visit("/alerts?tab=exposure");
  await page.getByRole("grid", { name: "Noise by source" }).getByText("scan").first().waitFor();
  await page.getByRole("grid", { name: "Noise by target" }).getByText(/^10\./).first().waitFor();
  await page.getByRole("grid", { name: "Noise by source" }).getByText(/tried/).first().click();
  await drawer(page).getByRole("banner").getByText("internet noise").waitFor();
  await drawer(page).getByText(/^Deny all from/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /Incidents/ }).click();
  const first = page.getByRole("article").first();
  await first.getByText(/How it went: \d+ findings/).waitFor();
  assert.match(await first.innerText(), /→/);
  await first.getByRole("button", { name: /Hide the steps/ }).click();
  await first.getByText(/How it went/).waitFor({ state: "detached" });
  clean(page);
  await page.context().close();
});

test("nothing found says what is looked for", async () => {
  const page = await visit("/alerts?text=surely-nowhere");
  await page.getByText("No alerts that fit these filters.").waitFor();
  await page.getByText(/rules look for/).waitFor();
  await accessible(page);
  clean(page);
  await page.context().close();
});

test("hostile text is text everywhere", async () => {
  const evil = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'\`javascript:window.hacked=1 \u202e{{7*7}}`;
  const [alert] = await openAlerts();
  await api("POST", `/alerts/${alert.id}/note`, { text: evil });
  const page = await open(browser, "about:blank");
  const spoil = (a) => Object.assign(a, { title: evil, why: evil, rule: evil, family: evil, entity: { ...a.entity, id: evil, network: evil }, response: [evil], attack: [evil], scope: [{ kind: evil, id: evil, share: 1 }] });
  await page.route(/\/api\/v1\/alerts(\?|\/)/, async (route) => {
    const r = await route.fetch();
    const body = await r.json().catch(() => undefined);
    if (!body || !r.ok()) return route.fulfill({ response: r });
    body.alerts?.forEach?.(spoil);
    if (body.alert) spoil(body.alert);
    if (body.rule) Object.assign(body.rule, { title: evil, description: evil, falsepositives: [evil], noise: evil });
    body.parts?.forEach((p) => Object.assign(p, { title: evil, why: evil, tactic: evil, family: evil }));
    body.items?.forEach?.((x) => Object.assign(x, { title: evil, detail: evil, filter: evil }));
    body.related?.forEach((x) => (spoil(x.alert), (x.reasons = [evil])));
    body.blocks?.forEach((x) => Object.assign(x, { title: evil, doc: evil, cli: evil, terraform: evil }));
    body.sources?.forEach((x) => Object.assign(x, { why: evil, families: [evil], source: { kind: evil, network: evil, id: evil } }));
    return route.fulfill({ response: r, json: body });
  });
  for (const path of ["/alerts", `/alerts?alert=${alert.id}`, "/alerts?tab=incidents", "/alerts?tab=exposure", "/audit"]) {
    await page.goto(server.url + path);
    await page.locator("main h1").first().waitFor();
    await settled(page);
    await fits(page);
    assert.equal(await page.evaluate(() => window.hacked), undefined, path);
  }
  await page.goto(server.url + `/alerts?alert=${alert.id}`);
  await drawer(page).getByRole("list", { name: "Notes" }).getByText("onerror").first().waitFor();
  await shot(page, "alerts-hostile");
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.deepEqual(page.faults.filter((f) => !/400|404/.test(f)), []);
  await settled(page);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().close();
});
