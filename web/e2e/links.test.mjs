// Protects links that people have kept: each line of links.txt opens what it did, the
// address stays as it was, and what one tab shows eight tabs show.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browse, clean, open, settled, shared } from "./server.mjs";

// One browser of one person opens them all: it reads the app's files once.
let server, browser, context;
before(async () => {
  server = await shared();
  browser = await browse();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: "UTC", reducedMotion: "reduce" });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const row of readFileSync(new URL("links.txt", import.meta.url), "utf8").split("\n")) {
  if (!row || row.startsWith("#")) continue;
  const [path, seen] = row.split("\t");
  test(`${path} shows "${seen}"`, async () => {
    const page = await open(browser, server.url + path, { context });
    await page.locator("body").getByText(seen).first().waitFor();
    assert.equal(new URL(page.url()).searchParams.toString(), new URL(server.url + path).searchParams.toString(), "the address");
    clean(page);
    await page.close();
  });
}

// HTTP/1.1 gives a browser six connections to a server: a stream in each tab would
// leave none for the seventh.
test("eight tabs open, and all of them work", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const paths = ["/", "/explore", "/alerts", "/graph", "/capacity", "/sources", "/explore?q=action:REJECT", "/?since=end-6h"];
  const tabs = [];
  for (const path of paths) tabs.push(await open(browser, server.url + path, { context }));
  for (const page of tabs) {
    await page.bringToFront();
    await page.locator("main h1, main h2").first().waitFor();
    await settled(page);
    clean(page);
  }
  await context.close();
});
