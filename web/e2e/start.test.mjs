// Protects the first run: a dropped file is shown and then kept, a bucket's permissions
// are tried against a bucket server, an empty store takes the demo.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { mkdirSync, mkdtempSync, readdirSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { accessible, browse, clean, fits, open, settled, shot, start } from "./server.mjs";

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-start-"));
const at = Math.floor(Date.now() / 1000) - 3600;
const lines = Array.from({ length: 30 }, (_, i) => `2 123456789010 eni-0a1b2c3d4e5f60718 10.0.0.${i + 1} 10.0.0.99 40000 443 6 10 840 ${at + i} ${at + i + 50} ACCEPT OK\n`).join("");
const key = "AWSLogs/123456789010/vpcflowlogs/eu-central-1/2026/03/10/123456789010_vpcflowlogs_eu-central-1_fl-0123456789abcdef0_20260310T1505Z_1a2b3c4d.log.gz";
let server, browser, bucket, answers, endpoint;

/** refuse says which permissions the bucket does not give from now on. */
async function refuse(...permissions) {
  bucket.stdin.write(permissions.join(" ") + "\n");
  await answers.next();
}

before(async () => {
  const file = join(dir, "buckets/logs", key);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(lines));
  const tool = join(dir, "bucket");
  const built = spawnSync("go", ["build", "-o", tool, "./tools/bucket"], { cwd: new URL("../..", import.meta.url).pathname, encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
  bucket = spawn(tool, [join(dir, "buckets")], { stdio: ["pipe", "pipe", "inherit"] });
  answers = createInterface({ input: bucket.stdout })[Symbol.asyncIterator]();
  endpoint = (await answers.next()).value;
  server = await start({ data: join(dir, "data"), env: { AWS_ACCESS_KEY_ID: "AKIATESTTESTTESTTEST", AWS_SECRET_ACCESS_KEY: "x", AWS_EC2_METADATA_DISABLED: "true" } });
  browser = await browse();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  bucket?.stdin.end();
  rmSync(dir, { recursive: true, force: true });
});

for (const theme of ["light", "dark"]) {
  test(`the three ways in ${theme}: axe finds nothing, nothing is clipped`, async () => {
    const page = await open(browser, server.url + "/start", { theme });
    await page.getByRole("heading", { level: 1, name: "Get started" }).waitFor();
    for (const way of ["Drop a file", "Connect a bucket", "Look around with the demo"]) {
      await page.getByRole("tab", { name: way }).click();
      await settled(page);
      await fits(page);
      await shot(page, `start-${way.split(" ").at(-1)}-${theme}-1280`);
      await accessible(page);
    }
    clean(page);
    await page.context().close();
  });
}

test("a file is shown in place and kept when one says so", async () => {
  const file = join(dir, "flows.log.gz");
  writeFileSync(file, gzipSync(lines + "rubbish <b>here</b>\n"));
  const page = await open(browser, server.url + "/start");
  await page.getByLabel("File of flow logs").setInputFiles(file);
  await page.getByText("30 records in flows.log.gz").waitFor();
  await page.getByText("rubbish <b>here</b>").waitFor();
  await page.getByText("vpc, in gzip").waitFor();
  await settled(page);
  await shot(page, "start-dropped-light-1280");
  await accessible(page);
  await fits(page);
  await page.getByLabel("Format").selectOption("parquet");
  await page.getByRole("button", { name: "Read again" }).click();
  await page.getByText("No record in flows.log.gz").waitFor();
  await page.getByLabel("Format").selectOption("");
  await page.getByRole("button", { name: "Read again" }).click();
  await page.getByText("30 records in flows.log.gz").waitFor();
  assert.equal((await (await fetch(server.url + "/api/v1/start")).json()).empty, true);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("30 records stored").waitFor();
  assert.ok(!existsSync(join(dir, "data/dropped")) || readdirSync(join(dir, "data/dropped")).length === 0, "the file is still there");
  await page.getByRole("button", { name: "See the records" }).click();
  await page.waitForURL(/\/explore\?since=/);
  clean(page);
  await page.context().close();
});

test("columns that fit two orders: both are offered", async () => {
  const file = join(dir, "odd.log");
  writeFileSync(file, "3 - - - - - - - - - - - - - - - - - - - -\n".repeat(3));
  const page = await open(browser, server.url + "/start");
  await page.getByLabel("File of flow logs").setInputFiles(file);
  await page.getByText("Choose the order of its columns").waitFor();
  await accessible(page);
  await page.getByRole("button", { name: /^version 3/ }).first().click();
  await page.getByText("3 records in odd.log").waitFor();
  await page.getByRole("button", { name: "Drop it" }).click();
  await page.getByText("3 records in odd.log").waitFor({ state: "hidden" });
  clean(page);
  await page.context().close();
});

test("a bucket: the policy, each permission, the first records, and it is followed without a restart", async () => {
  const page = await open(browser, server.url + "/start?with=bucket");
  await page.getByLabel("Path").fill("s3://logs/AWSLogs/");
  await page.getByRole("button", { name: "Profile, endpoint, key" }).click();
  await page.getByLabel("Endpoint").fill(endpoint);
  await refuse("s3:ListBucket", "s3:GetObject");
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText("may not s3:ListBucket").waitFor();
  await page.getByText("arn:aws:s3:::logs/AWSLogs/*").waitFor();
  await refuse("s3:GetObject");
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByText("may not s3:GetObject").waitFor();
  await refuse("kms:Decrypt");
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByText("kms:Decrypt on").first().waitFor();
  await refuse();
  await page.getByRole("button", { name: "Check again" }).click();
  await page.getByText("It can be listed and read.").waitFor();
  await page.getByText("First 20 records").waitFor();
  await page.getByText("Or set it in the configuration file").click();
  await page.getByText("- path: s3://logs/AWSLogs/").waitFor();
  await settled(page);
  await shot(page, "start-bucket-done-light-1280");
  await accessible(page);
  await fits(page);
  await page.getByRole("button", { name: "Follow this bucket" }).click();
  await page.getByRole("link", { name: "See it come in" }).click();
  const row = page.getByRole("row").filter({ hasText: "s3://logs/AWSLogs/" });
  await row.getByText("good").waitFor({ timeout: 60_000 });
  await row.getByText("30", { exact: true }).waitFor({ timeout: 60_000 });
  await row.getByRole("button", { name: /expand|open|details|show/i }).first().click();
  await page.getByRole("button", { name: "Stop following s3://logs/AWSLogs/" }).click();
  await shot(page, "sources-followed-light-1280");
  await accessible(page);
  await page.getByRole("button", { name: "Stop following it" }).click();
  await page.getByText("No source is followed.").waitFor();
  await page.goto(server.url + "/audit");
  await page.getByRole("gridcell", { name: "source.remove" }).waitFor();
  clean(page);
  await page.context().close();
});

test("an empty store takes the demo, and tells how far it is", { timeout: 280_000 }, async () => {
  const other = await start({ data: join(dir, "empty") });
  try {
    const page = await open(browser, other.url + "/start?with=demo");
    await page.getByRole("button", { name: "Fill this store with the demo" }).click();
    await page.getByText(/Writing the logs|Taking them in/).waitFor();
    await page.getByText("The demo is in.").waitFor({ timeout: 240_000 });
    await page.getByRole("button", { name: "Go to the overview" }).click();
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    clean(page);
    await page.context().close();
  } finally {
    await other.stop();
  }
});
