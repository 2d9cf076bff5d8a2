// Protects what a person on watch relies on: an alert that fires, and what a colleague
// does, show on every page that is open, without a reload and without waiting for a poll.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, browse, clean, open, settled, start } from "./server.mjs";

let server, browser, dir;
const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";
const begin = Date.UTC(2026, 10, 20, 17) / 1000;
function ingest(name, lines) {
  const file = join(dir, name + ".log");
  writeFileSync(file, [header, ...lines].join("\n") + "\n");
  const r = spawnSync(binary, ["ingest", "--data", join(dir, "data"), file], { encoding: "utf8" });
  assert.equal(r.status, 0, r.stderr);
}
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "weir-news-"));
  ingest("usual", Array.from({ length: 40 }, (_, i) => `2 123456789012 eni-0a77 10.0.77.${(i % 5) + 1} 10.0.78.8 ${20000 + i} 443 6 12 1800 ${begin - 600 + i} ${begin - 595 + i} ACCEPT OK`));
  server = await start({ data: join(dir, "data") });
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("a new alert shows by itself, and so does what others do", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const queue = await open(browser, server.url + "/alerts", { context });
  const overview = await open(browser, server.url + "/", { context });
  const badge = (page) => page.getByRole("navigation", { name: "Pages" }).getByLabel("1 open alerts");
  await queue.getByText("No open alerts.").waitFor();
  await overview.locator("main").getByText("No open alerts.").waitFor();
  await settled(queue);
  // The poll behind the stream is slower than this test waits.
  ingest("guesses", Array.from({ length: 400 }, (_, i) => `2 123456789012 eni-0a77 10.0.77.7 10.0.78.8 ${20000 + i} 22 6 12 1800 ${begin + i} ${begin + i + 5} ACCEPT OK`));
  const row = queue.getByRole("list", { name: "Alert queue" }).getByRole("listitem");
  await row.first().getByText("10.0.77.7").first().waitFor({ timeout: 60_000 });
  await badge(queue).waitFor();
  await badge(overview).waitFor();
  await overview.getByRole("region", { name: "Alerts that need a person" }).getByText("10.0.77.7").first().waitFor();
  // Somebody else acknowledges it.
  const id = await row.first().locator("[data-alert]").getAttribute("data-alert");
  const r = await fetch(`${server.url}/api/v1/alerts/${id}/acknowledge`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  assert.ok(r.ok, await r.text());
  await queue.getByText("No open alerts.").waitFor();
  await badge(overview).waitFor({ state: "detached" });
  clean(queue);
  clean(overview);
  await context.close();
});

test("what is cut off says so, and scanners of the internet do not crowd out one from inside", async () => {
  const late = begin + 100_000;
  const line = (src, dst, port, at, action, packets = 1) => `2 123456789012 eni-0a77 ${src} ${dst} ${30000 + (port % 20000)} ${port} 6 ${packets} ${packets * 60} ${at} ${at + 5} ${action} OK`;
  ingest("later", [
    ...Array.from({ length: 60 }, (_, i) => line("10.0.78.8", `198.51.100.${i + 1}`, 443, late + i, "ACCEPT", 12)),
    ...Array.from({ length: 40 }, (_, i) => line("10.0.77.9", `10.0.78.${i + 8}`, 445, late + i, "REJECT")), // before all others
    ...Array.from({ length: 205 }, (_, n) => Array.from({ length: 40 }, (_, i) => line(`203.0.113.${n + 1}`, "10.0.78.8", 1000 + i, late + 600 + n * 3 + i, "REJECT"))).flat(),
  ]);
  const page = await open(browser, server.url + "/");
  await page.getByText("201+ sources").waitFor({ timeout: 60_000 });
  await page.getByText("1 from inside").waitFor();
  const scanners = page.getByRole("region", { name: "Port scanners" });
  await scanners.getByRole("listitem").first().getByText("10.0.77.9").first().waitFor();
  await scanners.getByText("All 201+ scanners").waitFor();
  await page.getByText("51+ things").waitFor();
  await page.getByRole("tab", { name: "Destinations" }).getByText("50+").waitFor();
  await page.getByRole("tab", { name: "Destinations" }).click();
  await page.getByText("more than 50 in all").waitFor();
  clean(page);
  await page.context().close();
});
