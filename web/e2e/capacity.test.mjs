// Protects the page of capacity: rates and their percentiles, the trend, the days until
// a limit, and packets lost by cause, all against logs whose figures are known.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-capacity-"));
const logs = join(dir, "logs");
const day = 86_400;
const days = 10;
const first = Date.UTC(2026, 2, 10) / 1000; // ten whole days from here
const span = "since=2026-03-19T00:00:00Z&until=2026-03-20T00:00:00Z";

// An attachment carries 1 Mbit/s on the first day and 1 more each day; half of that in
// the first 13 hours of a day, three times as much for five minutes of the last one.
// Another carries 2 Mbit/s always. On the last day the first one loses packets.
function gateway() {
  const out = ["version resource-type account-id tgw-id tgw-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired"];
  const line = (attachment, n, bytes, at, lost = "0 0 0 0") => out.push(`6 TransitGateway 123456789010 tgw-0a1b2c3d4e5f60718 ${attachment} 10.0.${n}.1 10.9.${n}.2 40000 443 6 ${bytes / 1000} ${bytes} ${at} ${at + 59} OK ${lost}`);
  for (let d = 0; d < days; d++) {
    for (let minute = 0; minute < 1440; minute++) {
      const at = first + d * day + minute * 60;
      const last = d === days - 1;
      const factor = minute < 13 * 60 ? 0.5 : last && minute >= 1200 && minute < 1205 ? 3 : 1;
      line("tgw-attach-0aaaaaaaaaaaaaaaa", 1, 7_500_000 * (d + 1) * factor, at, last && minute === 600 ? "1300 40 7 2" : undefined);
      line("tgw-attach-0bbbbbbbbbbbbbbbb", 2, 15_000_000, at);
    }
  }
  return out.join("\n") + "\n";
}

// One flow of 4 Mbit/s that both of its interfaces log: its VPC carries it once.
function vpc() {
  const out = ["version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id az-id flow-direction"];
  for (let minute = 0; minute < 1440; minute++) {
    const at = first + (days - 1) * day + minute * 60;
    const line = (eni, direction) => out.push(`5 123456789010 ${eni} 172.16.0.5 172.16.0.9 40000 443 6 30000 30000000 ${at} ${at + 59} ACCEPT OK vpc-0cccccccccccccccc subnet-0ddddddddddddddddd euc1-az1 ${direction}`);
    line("eni-0eeeeeeeeeeeeeeee", "egress");
    line("eni-0ffffffffffffffff", "ingress");
  }
  return out.join("\n") + "\n";
}

let server, browser;
before(async () => {
  mkdirSync(logs);
  writeFileSync(join(logs, "gateway.log"), gateway());
  writeFileSync(join(logs, "vpc.log"), vpc());
  server = await start({ data: join(dir, "data"), args: [logs] });
  browser = await browse();
  const by = Date.now() + 120_000;
  for (;;) {
    const list = await (await fetch(server.url + "/api/v1/sources")).json();
    if (list.records === days * 2880 + 2880) break;
    assert.ok(Date.now() < by, `${list.records} records are in`);
    await new Promise((done) => setTimeout(done, 200));
  }
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** figures reads a row of the table: the text of each cell by its column's title, in small letters. */
async function figures(page, label, id) {
  const table = page.getByRole("grid", { name: label, exact: true });
  const row = table.getByRole("row").filter({ hasText: id }).first();
  await row.waitFor();
  const titles = await table.getByRole("columnheader").allInnerTexts();
  const cells = await row.getByRole("gridcell").allInnerTexts();
  return Object.fromEntries(titles.map((t, i) => [t.trim().toLowerCase(), cells[i].trim()]));
}

test("an attachment: percentiles, packets, trend, days until a limit, losses by cause", async () => {
  const page = await open(browser, `${server.url}/capacity?by=attachment&${span}`);
  const of = "Transit gateway attachments";
  const a = await figures(page, of, "tgw-attach-0a");
  assert.deepEqual([a.p50, a.p95, a.max, a["packets lost"], a["full in"]], ["5 Mbit/s", "10 Mbit/s", "30 Mbit/s", "1,349", "–"]);
  assert.equal((await figures(page, of, "tgw-attach-0b")).max, "2 Mbit/s");
  await page.getByText("It grows by 1 Mbit/s a day. Give a limit above to see when it is reached.").waitFor();
  const lost = await figures(page, "Packets lost, by cause", "tgw-attach-0a");
  assert.deepEqual([lost["no route"], lost["blackhole route"], lost["too long (mtu)"], lost["time to live over"], lost.all], ["1,300", "40", "7", "2", "1,349"]);

  await page.getByLabel("Limit of each").fill("fifteen");
  await page.getByText("Write 500M, 10G or 10 Gbit/s.").waitFor();
  await page.getByLabel("Limit of each").fill("15 Mbit/s");
  await page.getByRole("button", { name: "Set" }).click();
  await page.waitForURL(/limit=15/);
  await page.getByText("It comes to 15 Mbit/s in 5 days.").waitFor();
  assert.equal((await figures(page, of, "tgw-attach-0a"))["full in"], "5 days");
  assert.equal((await figures(page, of, "tgw-attach-0b"))["full in"], "not growing");
  await page.getByLabel("Limit of each").fill("8M");
  await page.getByRole("button", { name: "Set" }).click();
  await page.getByText("It is over 8 Mbit/s already.").waitFor();

  await page.getByRole("button", { name: "packets", exact: true }).click();
  await page.waitForURL(/of=packets/);
  const p = await figures(page, of, "tgw-attach-0a");
  assert.deepEqual([p.p50, p.p95, p.max], ["625/s", "1.25 k/s", "3.75 k/s"]);
  // The other one, by a click on its row; the address keeps it.
  await page.getByRole("grid", { name: of }).getByRole("row").filter({ hasText: "tgw-attach-0b" }).getByText("0", { exact: true }).click();
  await page.waitForURL(/show=tgw-attach-0b/);
  await page.getByText("It is level. It does not come to 8 Mbit/s.").waitFor();
  clean(page);
  await page.context().close();
});

test("a VPC and a zone count a flow once, interfaces each their own", async () => {
  const page = await open(browser, `${server.url}/capacity?by=vpc&${span}`);
  assert.equal((await figures(page, "VPCs", "vpc-0ccc")).p95, "4 Mbit/s");
  await page.getByRole("tab", { name: "Zones" }).click();
  assert.equal((await figures(page, "Zones", "euc1-az1")).p50, "4 Mbit/s");
  await page.getByRole("tab", { name: "Interfaces" }).click();
  for (const eni of ["eni-0eee", "eni-0fff"]) assert.equal((await figures(page, "Interfaces", eni)).max, "4 Mbit/s");
  await page.getByText("A trend takes five whole days of records.").waitFor();
  clean(page);
  await page.context().close();
});

for (const [theme, width, height] of [
  ["light", 1280, 800],
  ["dark", 1920, 1080],
]) {
  test(`every part in ${theme} at ${width}: axe finds nothing, nothing is clipped`, async () => {
    const page = await open(browser, `${server.url}/capacity?by=attachment&limit=15M&${span}`, { theme, width, height });
    for (const tab of ["Transit gateway attachments", "VPCs", "Zones", "Interfaces"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("grid", { name: tab }).waitFor();
      await settled(page);
      await fits(page);
      await shot(page, `capacity-${tab.split(" ")[0].toLowerCase()}-${theme}-${width}`);
      await accessible(page);
    }
    clean(page);
    await page.context().close();
  });
}
