// Protects the frame of every page: it loads under the strict policy, every page is
// reached by link and by key, and the range, the zone and the theme work.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { accessible, browse, clean, fits, open, settled, shared, shot } from "./server.mjs";

let server, browser;
before(async () => {
  server = await shared();
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const pages = [
  ["/", "overview"], ["/explore", "explore"], ["/alerts", "alerts"], ["/graph", "graph"], ["/capacity", "capacity"],
  ["/rules", "rules"], ["/sources", "sources"], ["/settings", "settings"], ["/start", "start"], ["/boards", "boards"], ["/audit", "audit"],
];

for (const [path, name] of pages) {
  for (const theme of ["light", "dark"]) {
    test(`${path} in ${theme}: no complaint, axe finds nothing, nothing is clipped`, async () => {
      const page = await open(browser, server.url + path, { theme });
      await page.locator("main h1, main h2").first().waitFor();
      await settled(page);
      await fits(page);
      await shot(page, `${name}-${theme}-1280`);
      await accessible(page);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await settled(page);
      await fits(page);
      await shot(page, `${name}-${theme}-1920`);
      clean(page);
      await page.context().close();
    });
  }
}

test("keys go to pages, and the range goes along", async () => {
  const page = await open(browser, server.url + "/?since=end-6h");
  await page.locator("main h1, main h2").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await page.waitForURL(/\/explore\?since=end-6h/);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find" }).fill("10.0.0.1");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/entity\/address\//);
  clean(page);
  await page.context().close();
});

test("the range steps, and a typed one is read in the zone in force", async () => {
  const page = await open(browser, server.url + "/capacity?tz=America/New_York&since=2026-11-01T05:30:00Z&until=2026-11-01T06:30:00Z");
  const trigger = page.getByRole("group", { name: "Time range" });
  // The clock goes back at 06:00Z that day: 01:30 comes twice.
  await trigger.getByText("2026-11-01 01:30 – 01:30").waitFor();
  await page.keyboard.press("]");
  await page.waitForURL(/since=2026-11-01T06:30:00Z&until=2026-11-01T07:30:00Z/);
  await trigger.getByText("2026-11-01 01:30 – 02:30").click();
  await page.getByLabel("From").fill("2026-03-08 01:00");
  await page.getByLabel("To", { exact: true }).fill("2026-03-08 04:00");
  await page.getByRole("button", { name: "Apply" }).click();
  // It goes forward that day: two hours lie between.
  await page.waitForURL(/since=2026-03-08T06:00:00Z&until=2026-03-08T08:00:00Z/);
  clean(page);
  await page.context().close();
});
