// Protects the page of sources: what came in, bad lines shown as text whatever they
// hold, the test of a source, cost and the forecast.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-sources-"));
const logs = join(dir, "logs");
let server, browser;
before(async () => {
  mkdirSync(logs);
  const at = Math.floor(Date.now() / 1000) - 600;
  const line = (src, port) => `2 123456789010 eni-0a1b2c3d4e5f60718 ${src} 10.0.0.9 40000 ${port} 6 10 840 ${at} ${at + 50} ACCEPT OK\n`;
  writeFileSync(join(logs, "a.log"), Array.from({ length: 40 }, (_, i) => line("10.0.0." + (i + 1), 443)).join("") + line("<img/src=x/onerror=window.hacked=1>", 443) + line("10.0.0.5", 99999) + "2 \u202egnp.exe\n");
  writeFileSync(join(dir, "weir.yaml"), "cost: {currency: EUR, per-gb: 500}\nkeep: {days: 30}\n");
  server = await start({ data: join(dir, "data"), args: ["--config", join(dir, "weir.yaml"), logs, "s3://no-such-bucket/AWSLogs/"], env: { AWS_ACCESS_KEY_ID: "AKIATESTTESTTESTTEST", AWS_SECRET_ACCESS_KEY: "x", AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1", AWS_EC2_METADATA_DISABLED: "true" } });
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

for (const theme of ["light", "dark"]) {
  test(`every part of the page in ${theme}: nothing is clipped, axe finds nothing`, async () => {
    const page = await open(browser, server.url + "/sources", { theme });
    await page.getByText("40 records").waitFor();
    for (const tab of ["Flow logs", "Silent and covered twice", "Objects", "Bad lines", "Volume and cost", "Disk and retention", "Engine and detection"]) {
      await page.getByRole("tab", { name: new RegExp("^" + tab) }).click();
      await settled(page);
      await fits(page);
      await shot(page, `sources-${tab.split(" ")[0].toLowerCase()}-${theme}-1280`);
      await accessible(page);
    }
    clean(page);
    await page.context().close();
  });
}

test("bad lines are text, with why and what to do", async () => {
  const page = await open(browser, server.url + "/sources?tab=bad");
  await page.getByText("<img/src=x/onerror=window.hacked=1>").waitFor();
  await page.getByText("srcaddr: not an address").waitFor();
  await page.getByText("\\u202egnp.exe").waitFor(); // what turns text around is written out
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("main img").count(), 0);
  await page.getByText("weir analyze FILE").first().waitFor();
  clean(page);
  await page.context().close();
});

test("a source is tested in place, and says what failed", async () => {
  const page = await open(browser, server.url + "/sources");
  await page.getByRole("button", { name: `Test ${logs}` }).click();
  await page.getByText("It can be listed and read.").waitFor();
  await page.getByText("First 20 records").waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Test s3://no-such-bucket/AWSLogs/" }).click();
  await page.getByText("It does not work yet.").waitFor();
  await page.getByText("s3:ListBucket").first().waitFor();
  clean(page);
  await page.context().close();
});

test("cost is at the prices of the configuration, by what one chooses", async () => {
  const page = await open(browser, server.url + "/sources?tab=cost");
  await page.getByText("Rates: 500 EUR").waitFor();
  await page.getByRole("button", { name: "interface" }).click();
  await page.waitForURL(/by=interface/);
  await page.getByRole("button", { name: /eni-0a1b2c3d4e5f60718/ }).first().waitFor();
  clean(page);
  await page.context().close();
});

// Two flow logs of the same interface, one of them without its files of an hour, with a
// window that AWS lost, and an interface that is heard of no more.
test("gaps, missing files, lost windows, overlaps and silence are told", async () => {
  const root = join(dir, "aws/AWSLogs/123456789010/vpcflowlogs/eu-central-1/2026/03/10");
  mkdirSync(root, { recursive: true });
  const begin = Date.UTC(2026, 2, 10, 6) / 1000;
  for (const [log, eni, twice] of [["fl-0aaaaaaaaaaaaaaaa", "eni-0aaaaaaaaaaaaaaaa", true], ["fl-0bbbbbbbbbbbbbbbb", "eni-0bbbbbbbbbbbbbbbb", false]]) {
    for (let i = 0; i < 72; i++) {
      if (twice && i >= 24 && i < 36) continue;
      const at = begin + i * 300;
      const stamp = new Date(at * 1000).toISOString().replace(/[-:]|:\d\d\.000/g, "").slice(0, 13) + "Z";
      const line = (e, n) => `2 123456789010 ${e} 10.0.0.${n} 10.0.1.1 40000 443 6 10 840 ${at} ${at + 50} ACCEPT OK\n`;
      let text = line(eni, 1) + line("eni-0ccccccccccccccc", 2);
      if (i < 6) text += line("eni-0ddddddddddddddd", 3);
      if (i === 40 && twice) text += `2 123456789010 ${eni} - - - - - - - ${at} ${at + 50} - SKIPDATA\n`;
      writeFileSync(join(root, `123456789010_vpcflowlogs_eu-central-1_${log}_${stamp}_${String(i).padStart(8, "0")}.log.gz`), gzipSync(text));
    }
  }
  const other = await start({ data: join(dir, "covered"), args: [join(dir, "aws")] });
  try {
    const page = await open(browser, other.url + "/sources");
    const row = page.getByRole("grid", { name: "Flow logs" }).getByRole("row").filter({ hasText: "fl-0aaaaaaaaaaaaaaaa" }).first();
    await page.getByText(/^277 records$/).waitFor({ timeout: 60_000 });
    await row.getByText("12", { exact: true }).waitFor(); // missing files
    await row.getByRole("img", { name: "1 gap" }).waitFor();
    await row.getByRole("button", { name: "Show the details" }).click();
    await page.getByText("nothing from 2026-03-10 07:55 to 2026-03-10 09:00 (1 h 5 min)").waitFor();
    await page.getByText(/1 in which AWS lost records/).waitFor();
    await settled(page);
    await shot(page, "sources-gaps-light-1280");
    await page.getByRole("tab", { name: "Silent and covered twice" }).click();
    await page.getByRole("grid", { name: "Interfaces that fell silent" }).getByText("eni-0ddddddddddddddd").waitFor();
    await page.getByRole("grid", { name: "Interfaces covered by several flow logs" }).getByText("eni-0ccccccccccccccc").waitFor();
    await settled(page);
    await fits(page);
    await shot(page, "sources-covered-light-1280");
    await accessible(page);
    clean(page);
    await page.context().close();
  } finally {
    await other.stop();
  }
});
