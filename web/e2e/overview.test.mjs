// Protects the first screen: it tells at once what needs a person, every value leads
// to its records in one click, a drag zooms all charts, and charts go to boards.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { accessible, browse, clean, open, settled, shared, shot } from "./server.mjs";

let server, browser;
before(async () => {
  server = await shared();
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const panel = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: false }) }).first();

test("what needs a person, who scans, what was rejected and what is new stand on the first screen", async () => {
  const page = await open(browser, server.url + "/");
  await page.getByRole("heading", { name: "Alerts that need a person" }).waitFor();
  await settled(page);
  for (const name of ["Accepted and rejected flows", "Rejected most: sources", "Rejected most: destinations", "Port scanners", "New in this range", "Bytes and packets", "Protocols", "Sources on the internet", "Log health", "Subnet by subnet"]) {
    assert.equal(await page.getByRole("heading", { name }).count(), 1, name);
  }
  // The numbers are the server's, not the page's.
  const told = await (await fetch(server.url + "/api/v1/query?by=action&agg=count&traffic=true")).json();
  const rejected = told.values[1][told.values[0].indexOf("REJECT")];
  await page.getByText(`${rejected.toLocaleString("en-US")} flows of`).waitFor();
  const scans = await (await fetch(server.url + "/api/v1/alerts?family=scan&since=end-24h&until=end&limit=200")).json();
  assert.ok(scans.alerts.length > 0);
  await page.getByText(`All ${scans.alerts.length} scanners`).waitFor();
  await shot(page, "overview");
  await accessible(page);
  clean(page);
  await page.context().close();
});

test("why an alert fired is one click away, and so is the alert of a scanner", async () => {
  const page = await open(browser, server.url + "/");
  await panel(page, "Alerts that need a person").getByRole("link").first().click();
  await page.waitForURL(/\/alerts\?.*alert=/);
  await page.getByRole("dialog").waitFor();
  await page.goBack();
  await panel(page, "Port scanners").getByRole("button", { name: "Why" }).first().click();
  await page.waitForURL(/\/alerts\?.*alert=/);
  clean(page);
  await page.context().close();
});

test("a value's menu leads to its records, a filter narrows all panels", async () => {
  const page = await open(browser, server.url + "/");
  const sources = panel(page, "Rejected most: sources");
  const value = sources.getByRole("button", { name: /\d+\.\d+\.\d+\.\d+/ }).first();
  await value.waitFor();
  const address = /\d+\.\d+\.\d+\.\d+/.exec(await value.innerText())[0];
  await value.click();
  await page.getByRole("menuitem", { name: "Filter for" }).click();
  await page.waitForURL((u) => (u.searchParams.get("q") ?? "").includes(address));
  await settled(page);
  const told = await (await fetch(`${server.url}/api/v1/query?by=action&agg=count&traffic=true&filter=srcaddr:${address}`)).json();
  const all = told.values[1].reduce((a, b) => a + b, 0);
  await page.getByText(`${all.toLocaleString("en-US")} flows counted once`).waitFor();
  clean(page);
  await page.context().close();
});

test("a drag over one chart zooms all, and back is back", async () => {
  const page = await open(browser, server.url + "/");
  const chart = panel(page, "Accepted and rejected flows").locator("canvas").first();
  await chart.waitFor();
  await settled(page);
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 6 });
  await page.mouse.up();
  await page.waitForURL(/since=\d{4}-.*until=\d{4}-/);
  const u = new URL(page.url());
  const width = (Date.parse(u.searchParams.get("until")) - Date.parse(u.searchParams.get("since"))) / 3_600_000;
  assert.ok(width > 2 && width < 8, `zoomed to ${width} h`);
  await page.goBack();
  await page.waitForURL((x) => !x.searchParams.has("since"));
  clean(page);
  await page.context().close();
});

test("the day before is drawn beside, and the table of a chart says the same", async () => {
  const page = await open(browser, server.url + "/?cmp=day");
  const chart = panel(page, "Accepted and rejected flows");
  await chart.getByText("accepted, the day before").first().waitFor();
  await chart.getByRole("button", { name: "Table" }).click();
  await chart.getByRole("columnheader", { name: /accepted/ }).first().waitFor();
  clean(page);
  await page.context().close();
});

test("a chart is pinned to a board, which keeps it under a link", async () => {
  const page = await open(browser, server.url + "/");
  await panel(page, "Bytes and packets").getByRole("button", { name: /more/ }).click();
  await page.getByRole("menuitem", { name: /board/ }).click();
  await page.getByLabel("On a new board").fill("Edge <b>of</b> it");
  await page.getByRole("button", { name: "Pin", exact: true }).click();
  await page.waitForURL(/\/boards\/Edge/);
  await page.getByRole("heading", { name: "Edge <b>of</b> it" }).waitFor();
  await page.getByRole("heading", { name: "Bytes and packets" }).waitFor();
  await settled(page);
  await shot(page, "board");
  await accessible(page);
  await page.reload();
  await page.getByRole("heading", { name: "Bytes and packets" }).waitFor();
  // Somebody else changes the board meanwhile: nothing is overwritten.
  const kept = await (await fetch(server.url + "/api/v1/shelf/board/" + encodeURIComponent("Edge <b>of</b> it"))).json();
  assert.equal(kept.body.panels.length, 1);
  const stale = await fetch(server.url + "/api/v1/shelf/board/" + encodeURIComponent("Edge <b>of</b> it"), { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ body: { panels: [] }, revision: 0 }) });
  assert.equal(stale.status, 409);
  clean(page);
  await page.context().close();
});
