// Protects a server that other machines reach: over TLS only, its first password by a
// link that works once, wrong ones slowed down, a cookie that no script and no other
// site has, changes with the session's token only, and tokens shown once.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { request } from "node:https";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { accessible, browse, clean, fits, freePort, open, shot } from "./server.mjs";

const dir = mkdtempSync(join(tmpdir(), "weir-e2e-login-"));
const cert = join(dir, "cert.pem");
const key = join(dir, "key.pem");
const bin = process.env.WEIR_BIN ?? new URL("../../bin/weir", import.meta.url).pathname;
const password = "correct horse battery";
const openssl = spawnSync("openssl", ["version"]).status === 0;
const options = { skip: !openssl && "openssl is missing" };
let url, link, child, ended, browser, context;
let log = "";

before(async () => {
  if (!openssl) return;
  const made = spawnSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=weir.test", "-addext", "subjectAltName=DNS:weir.test,IP:127.0.0.1", "-keyout", key, "-out", cert], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  const port = await freePort();
  url = `https://127.0.0.1:${port}`;
  const ui = process.env.WEIR_E2E_UI ? ["--ui-dir", process.env.WEIR_E2E_UI] : [];
  child = spawn(bin, ["serve", "--data", join(dir, "data"), "--listen", `0.0.0.0:${port}`, "--tls-cert", cert, "--tls-key", key, ...ui], { stdio: ["ignore", "ignore", "pipe"] });
  child.stderr.on("data", (d) => (log += d));
  ended = new Promise((done) => child.on("exit", done));
  const by = Date.now() + 60_000;
  while (!/\/setup\/\S+\s/.test(log) || (await ask("GET", "/readyz").catch(() => ({}))).status !== 200) {
    assert.ok(Date.now() < by && child.exitCode === null, log);
    await new Promise((done) => setTimeout(done, 50));
  }
  link = `${url}/setup/${/\/setup\/(\S+)/.exec(log)[1]}`;
  browser = await browse();
  // The name by which other machines call it stands in the certificate; here it is an address.
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
});
after(async () => {
  await browser?.close();
  child?.kill("SIGTERM");
  await ended;
  rmSync(dir, { recursive: true, force: true });
});

/** ask is a program, which is no browser: nothing of a cookie or a page. */
function ask(method, path, { headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const q = request(url + path, { method, rejectUnauthorized: false, headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers } }, (r) => {
      let text = "";
      r.on("data", (d) => (text += d));
      r.on("end", () => done({ status: r.statusCode, headers: r.headers, text }));
    });
    q.on("error", fail);
    q.end(body && JSON.stringify(body));
  });
}

test("without TLS it does not begin", options, () => {
  const r = spawnSync(bin, ["serve", "--data", join(dir, "other"), "--listen", "0.0.0.0:0"], { encoding: "utf8", timeout: 60_000 });
  assert.equal(r.status, 1);
  assert.match(r.stderr, /there is no TLS/);
});

test("before there is a password, a page says how to set it", options, async () => {
  const page = await open(browser, `${url}/explore`, { context });
  await page.getByRole("heading", { name: "No password is set yet" }).waitFor();
  await accessible(page);
  await page.close();
});

test("the link that the first start prints sets the password, once", options, async () => {
  assert.equal((await ask("GET", "/api/v1/range")).status, 403, "before a password is set");
  const page = await open(browser, link, { context });
  await page.getByRole("heading", { name: "Set the administrator's password" }).waitFor();
  await shot(page, "setup-light-1280");
  await fits(page);
  await accessible(page);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Once more").fill("correct horse battery?");
  await page.getByRole("button", { name: "Set it and log in" }).click();
  await page.getByText("The two are not the same.").waitFor();
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Once more").fill(password);
  await page.getByRole("button", { name: "Set it and log in" }).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const again = await context.newPage();
  await again.goto(link);
  await again.getByText("This link is no longer valid.").waitFor();
  await accessible(again);
  assert.ok(!log.includes(password));
  await context.clearCookies();
  await again.close();
  await page.close();
});

test("a page leads to the login and back, and a wrong password opens nothing", options, async () => {
  const page = await open(browser, `${url}/settings?tab=tokens`, { context });
  await page.waitForURL(/\/login\?next=/);
  await page.getByRole("heading", { name: "Log in to weir" }).waitFor();
  await shot(page, "login-light-1280");
  await fits(page);
  await accessible(page);
  await page.getByLabel("Password").fill("wrong horse battery");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByText("The password is wrong.").waitFor();
  await accessible(page);
  assert.deepEqual(await context.cookies(), []);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/settings\?tab=tokens/);
  await page.getByRole("button", { name: "Make it" }).waitFor();
  clean(page);
  await page.close();
});

test("the cookie is out of reach, and changes need the session's token", options, async () => {
  const [cookie, ...rest] = await context.cookies();
  assert.deepEqual(rest, []);
  assert.deepEqual([cookie.httpOnly, cookie.secure, cookie.sameSite, cookie.path], [true, true, "Strict", "/"]);
  const page = await open(browser, `${url}/settings?tab=tokens`, { context });
  await page.getByRole("button", { name: "Make it" }).waitFor();
  assert.equal(await page.evaluate(() => document.cookie), "");
  const tries = await page.evaluate(async () => {
    const make = async (headers) => (await fetch("/api/v1/tokens", { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ name: "forged" }) })).status;
    const { csrf } = await (await fetch("/api/v1/session")).json();
    return { without: await make({}), wrong: await make({ "X-Weir-CSRF": "x" + csrf }), reads: (await fetch("/api/v1/tokens")).status };
  });
  assert.deepEqual(tries, { without: 403, wrong: 403, reads: 200 });
  // Another site's form, or one on this machine with the cookie itself.
  const forged = await ask("POST", "/api/v1/tokens", { headers: { cookie: `${cookie.name}=${cookie.value}`, origin: "https://evil.test", "sec-fetch-site": "cross-site" }, body: { name: "forged" } });
  assert.equal(forged.status, 403);
  const policy = (await ask("GET", "/login")).headers["content-security-policy"];
  assert.match(policy, /default-src 'none'|default-src 'self'/);
  assert.doesNotMatch(policy, /script-src[^;]*'unsafe/);
  await page.close();
});

test("a token is shown once and works for a program until it is revoked", options, async () => {
  const page = await open(browser, `${url}/settings?tab=tokens`, { context });
  await page.getByLabel("Name").fill("remote");
  await page.getByRole("button", { name: "Make it" }).click();
  const secret = await page.getByTestId("secret").innerText();
  const status = async () => (await ask("GET", "/api/v1/range", { headers: { authorization: `Bearer ${secret}` } })).status;
  assert.equal(await status(), 200);
  assert.equal((await ask("GET", "/api/v1/range")).status, 401);
  const cli = spawnSync(bin, ["query", "--server", url, "--since", "now-1h", "action:REJECT"], { encoding: "utf8", env: { ...process.env, WEIR_TOKEN: secret, SSL_CERT_FILE: cert, WEIR_DATA: join(dir, "none") }, timeout: 60_000 });
  assert.equal(cli.status, 0, cli.stderr);
  await page.getByRole("button", { name: "I have it" }).click();
  await page.reload();
  await page.getByRole("row").filter({ hasText: "remote" }).waitFor();
  assert.ok(!(await page.content()).includes(secret), "the page tells a token again");
  await page.getByRole("button", { name: "Revoke remote" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await page.getByText("revoked").first().waitFor();
  assert.equal(await status(), 401);
  clean(page);
  await page.close();
});

test("leaving ends the session, and the audit has all of it", options, async () => {
  const page = await open(browser, `${url}/audit`, { context });
  for (const text of ["token.create", "login.failed"]) await page.getByRole("gridcell", { name: text, exact: true }).first().waitFor();
  const [old] = await context.cookies();
  await page.goto(`${url}/settings?tab=you`);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("heading", { name: "Log in to weir" }).waitFor();
  assert.deepEqual(await context.cookies(), []);
  assert.equal((await ask("GET", "/api/v1/range", { headers: { cookie: `${old.name}=${old.value}` } })).status, 401, "the old cookie");
  await page.close();
});

// The last one: this machine has to wait from then on.
test("who guesses has to wait", options, async () => {
  const page = await open(browser, `${url}/login`, { context });
  for (let i = 0; i < 12; i++) {
    await page.getByLabel("Password").fill(`guess number ${i}`);
    await page.getByRole("button", { name: "Log in" }).click();
    const told = page.getByText(/The password is wrong|too many wrong passwords/i).first();
    await told.waitFor();
    if (/too many/i.test(await told.innerText())) {
      await accessible(page);
      // A wait of a second may be over by now: one more wrong one begins a longer.
      let wrong;
      do {
        wrong = await ask("POST", "/api/v1/login", { body: { user: "admin", password: "one more guess" } });
        if (wrong.status === 429) await sleep(Number(wrong.headers["retry-after"]) * 1000);
      } while (wrong.status === 429);
      const r = await ask("POST", "/api/v1/login", { body: { user: "admin", password } });
      assert.equal(r.status, 429, "the right one has to wait, too");
      assert.ok(Number(r.headers["retry-after"]) >= 1);
      await page.close();
      return;
    }
    await page.reload();
  }
  assert.fail("twelve wrong passwords, and no wait");
});
