// Protects the settings: where each value is from, targets that are tried, added and
// removed, a token that works until it is revoked.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-settings-"));
const bodies = [];
const signed = []; // whether each was
let server, browser, hook;
before(async () => {
  hook = createServer((q, r) => {
    let body = "";
    q.on("data", (d) => (body += d));
    q.on("end", () => (bodies.push(q.url + " " + body), signed.push("webhook-signature" in q.headers), r.end()));
  });
  await new Promise((done) => hook.listen(0, "127.0.0.1", done));
  writeFileSync(join(dir, "places.csv"), "# Terms: public domain\n1.0.0.0,1.0.0.255,AU\n");
  writeFileSync(
    join(dir, "weir.yaml"),
    `keep:\n  days: 30\ningest:\n  geo: [places.csv]\nnotify:\n  - name: soc\n    kind: webhook\n    url: http://127.0.0.1:${hook.address().port}/hidden-path\n    secret: hidden-secret\n    allow: [127.0.0.1]\n`,
  );
  server = await start({ data: join(dir, "data"), args: ["--config", join(dir, "weir.yaml")], env: { WEIR_KEEP_MINUTE_DAYS: "90" } });
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  hook?.close();
  rmSync(dir, { recursive: true, force: true });
});

for (const theme of ["light", "dark"]) {
  test(`every part of the settings in ${theme}: axe finds nothing, nothing is clipped, no secret`, async () => {
    const page = await open(browser, server.url + "/settings", { theme });
    for (const tab of ["Places and ranges", "Retention", "Notifications", "Tokens", "You and this browser", "Configuration", "About"]) {
      await page.getByRole("tab", { name: tab }).click();
      await settled(page);
      await fits(page);
      await shot(page, `settings-${tab.split(" ")[0].toLowerCase()}-${theme}-1280`);
      await accessible(page);
      assert.ok(!/hidden-(path|secret)/.test(await page.content()), `${tab} shows a secret`);
    }
    clean(page);
    await page.context().close();
  });
}

test("values say which line or variable sets them", async () => {
  const page = await open(browser, server.url + "/settings?tab=retention");
  const row = (key) => page.getByRole("row").filter({ hasText: key });
  await row("keep.days").getByText("line 2").waitFor();
  await row("keep.minute-days").getByText("$WEIR_KEEP_MINUTE_DAYS").waitFor();
  await row("keep.hour-days").getByText("default").waitFor();
  await page.getByText(`weir config check ${join(dir, "weir.yaml")}`).waitFor();
  await page.getByRole("tab", { name: "Places and ranges" }).click();
  await page.getByText("Terms: public domain").waitFor();
  clean(page);
  await page.context().close();
});

test("a file with places is added and removed, retention is set, both hold at once", async () => {
  const page = await open(browser, server.url + "/settings");
  await page.getByText("set by the configuration").waitFor();
  await page.getByLabel("File with places").setInputFiles({ name: "more.csv", mimeType: "text/csv", buffer: Buffer.from("rubbish") });
  await page.getByRole("alert").filter({ hasText: "more.csv" }).waitFor();
  await page.getByLabel("File with places").setInputFiles({ name: "more.csv", mimeType: "text/csv", buffer: Buffer.from("2.0.0.0,2.0.0.255,FR\n") });
  await page.getByText("more.csv is in use.").waitFor();
  await shot(page, "settings-added-light-1280");
  await accessible(page);
  await page.getByRole("button", { name: "Remove more.csv" }).click();
  await page.getByRole("button", { name: "Remove more.csv" }).waitFor({ state: "hidden" });
  await page.getByRole("tab", { name: "Retention" }).click();
  assert.equal(await page.getByLabel("Records, days").isDisabled(), true, "the file sets it");
  await page.getByLabel("Hourly figures and app edges, days").fill("700");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved; it holds now.").waitFor();
  await page.getByRole("row").filter({ hasText: "keep.hour-days" }).getByText("this app").waitFor();
  await shot(page, "settings-kept-light-1280");
  await accessible(page);
  clean(page);
  await page.context().close();
});

test("a target gets a test", async () => {
  const page = await open(browser, server.url + "/settings?tab=notifications");
  await page.getByRole("button", { name: "Send a test to soc" }).click();
  await page.getByText(/taken in \d+ ms/).waitFor();
  assert.equal(bodies.length, 1);
  assert.match(bodies[0], /^\/hidden-path /);
  clean(page);
  await page.context().close();
});

test("a target is tried, added, changed and removed; its secrets are not seen again", async () => {
  const port = hook.address().port;
  for (const [theme, width] of [["light", 1280], ["dark", 1920]]) {
    const page = await open(browser, server.url + "/settings?tab=notifications", { theme, width, height: 1080 });
    const came = bodies.length;
    const fixed = page.getByRole("listitem").filter({ hasText: "soc" });
    await fixed.getByText("set in the configuration file").waitFor();
    assert.equal(await page.getByRole("button", { name: "Change soc" }).count(), 0);
    const add = page.getByRole("button", { name: "Add a target" });
    await add.focus();
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "Add a target" });
    for (const kind of ["Slack", "PagerDuty", "E-mail", "Webhook"]) {
      await form.getByRole("button", { name: kind }).click();
      await settled(page);
      await fits(page);
      await shot(page, `settings-target-${kind.toLowerCase()}-${theme}-${width}`);
      await accessible(page);
    }
    await form.getByLabel("Name").fill("soc");
    await form.getByText("there is a target of this name").waitFor();
    await form.getByLabel("Name").fill("night shift");
    await form.getByLabel("URL", { exact: true }).fill(`http://127.0.0.1:${port}/hidden-path`);
    await form.getByLabel("Signing secret").fill("hidden-secret");
    await form.getByRole("button", { name: "Send a test first" }).click();
    await form.getByText(/refused: post to 127.0.0.1.*not public/).waitFor();
    assert.equal(bodies.length, came, "nobody is led inside");
    await form.getByLabel("Networks that are not public").fill("127.0.0.1");
    await form.getByRole("button", { name: "Send a test first" }).click();
    await form.getByText(/taken in \d+ ms/).waitFor();
    assert.match(bodies[came], /^\/hidden-path .*weir\.alert\.test/);
    await form.getByText("Families:").click();
    await form.getByLabel("exfil").check();
    await shot(page, `settings-target-filled-${theme}-${width}`);
    await form.getByLabel("Name").press("Enter");
    await page.getByText("night shift is saved and told from now on.").waitFor();
    const card = page.getByRole("listitem").filter({ hasText: "night shift" });
    await card.getByText("from medium on, exfil").waitFor();
    await card.getByText("set, not shown").waitFor();
    await shot(page, `settings-target-added-${theme}-${width}`);
    await accessible(page);
    await fits(page);

    await page.getByRole("button", { name: "Change night shift" }).click();
    const change = page.getByRole("form", { name: "Change night shift" });
    assert.equal(await change.getByLabel("Name").isDisabled(), true);
    await change.getByLabel("Severity").selectOption("high");
    await change.getByLabel("Messages an hour, at most").fill("7");
    await shot(page, `settings-target-changed-${theme}-${width}`);
    await accessible(page);
    await change.getByLabel("URL", { exact: true }).fill("http://127.0.0.2/");
    await change.getByRole("button", { name: "Save" }).click();
    await change.getByText(/the one that is kept is for another server/).waitFor();
    await change.getByLabel("URL", { exact: true }).fill("");
    await change.getByRole("button", { name: "Save" }).click();
    await card.getByText("from high on, exfil").waitFor();
    await card.getByText("7 messages an hour").waitFor();
    await page.getByRole("button", { name: "Send a test to night shift" }).click();
    await card.getByText(/taken in \d+ ms/).waitFor();
    assert.match(bodies[came + 1], /^\/hidden-path /, "the URL stayed");
    assert.equal(signed[came + 1], true, "the secret stayed");
    assert.ok(!/hidden-(path|secret)/.test(await page.content()), "a secret is shown");

    await page.getByRole("button", { name: "Change night shift" }).click();
    await change.getByRole("switch", { name: "Remove the signing secret" }).click();
    assert.equal(await change.getByLabel("Signing secret", { exact: true }).isDisabled(), true);
    await shot(page, `settings-target-no-secret-${theme}-${width}`);
    await accessible(page);
    await change.getByRole("button", { name: "Save" }).click();
    await card.getByText("set, not shown").waitFor({ state: "hidden" });
    await Promise.all([page.waitForResponse(/\/targets\/test/), page.getByRole("button", { name: "Send a test to night shift" }).click()]);
    assert.equal(signed[came + 2], false, "the secret is removed");

    await page.getByRole("button", { name: "Remove night shift" }).click();
    await shot(page, `settings-target-remove-${theme}-${width}`);
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.getByText("night shift is removed.").waitFor();
    await card.waitFor({ state: "hidden" });
    await accessible(page);
    clean(page);
    await page.context().close();
  }
  assert.ok(!/hidden-(path|secret)/.test(server.log()), "the log tells a secret");
});

test("a token is shown once, works, and no more when it is revoked", async () => {
  const page = await open(browser, server.url + "/settings?tab=tokens");
  await page.getByLabel("Name").fill("ci");
  await page.getByRole("button", { name: "Make it" }).click();
  const secret = await page.getByTestId("secret").innerText();
  const ask = async () => (await fetch(server.url + "/api/v1/session", { headers: { authorization: `Bearer ${secret}` } })).json();
  assert.equal((await ask()).person.name, "token:ci");
  await accessible(page);
  await page.getByRole("button", { name: "I have it" }).click();
  assert.ok(!(await page.content()).includes(secret));
  await page.getByRole("button", { name: "Revoke ci" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await page.getByText("revoked").first().waitFor();
  assert.equal((await fetch(server.url + "/api/v1/range", { headers: { authorization: `Bearer ${secret}` } })).status, 401);
  clean(page);
  await page.context().close();
});

test("the API's document is a page that axe finds nothing in", async () => {
  for (const theme of ["light", "dark"]) {
    const page = await open(browser, server.url + "/api/v1/docs", { theme });
    await page.getByRole("heading", { level: 1, name: "weir API v1" }).waitFor();
    await shot(page, `docs-${theme}-1280`);
    await accessible(page);
    clean(page);
    await page.context().close();
  }
});
