// Protects everybody who opens weir on logs that somebody else wrote: hostile text in
// every field of flow records (JSON, text, Transit Gateway), in the assets file, in names
// of files, of boards and views, and in lines that are no records. On no page does it
// become a part of the page, run, or ask for anything.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, browse, clean, fits, open, settled, shot, start } from "./server.mjs";


/** evil is hostile text that says which field it stood in. */
const evil = (field) => `${field}"'><hostile-mark></hostile-mark><img src="/hostile?${field}" onerror="hostile('${field}')"><script>hostile('${field}')</script><svg onload="hostile('${field}')"></svg>javascript:hostile('${field}') \${7*7}{{7*7}} \u202e`;
/** word is the same in one word, as a line of text has it. */
const word = (field) => `${field}"'><hostile-mark></hostile-mark><img/src="/hostile?${field}"/onerror=hostile('${field}')>`;

// Every text field of a record, by the vendor's name.
const fields = [
  "account-id", "interface-id", "vpc-id", "subnet-id", "instance-id", "type", "region", "az-id", "sublocation-type", "sublocation-id",
  "pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "log-status", "reject-reason", "resource-id", "ecs-cluster-arn", "ecs-cluster-name",
  "ecs-container-instance-arn", "ecs-container-instance-id", "ecs-container-id", "ecs-second-container-id", "ecs-service-name",
  "ecs-task-definition-arn", "ecs-task-arn", "ecs-task-id", "instance-tag", "instance-tag-2", "interface-tag", "interface-tag-2", "asg-tag", "asg-tag-2",
  "interface-type", "next-hop-interface-id", "next-hop-subnet-id", "next-hop-az-id", "next-hop-vpc-id", "next-hop-interface-type",
];
const gateway = [
  "resource-type", "account-id", "tgw-id", "tgw-attachment-id", "tgw-src-vpc-account-id", "tgw-dst-vpc-account-id", "tgw-src-vpc-id", "tgw-dst-vpc-id",
  "tgw-src-subnet-id", "tgw-dst-subnet-id", "tgw-src-eni", "tgw-dst-eni", "tgw-src-az-id", "tgw-dst-az-id", "tgw-pair-attachment-id", "region", "flow-direction", "log-status",
];
const begin = Date.UTC(2026, 10, 20, 12) / 1000;
const all = "since=2026-11-20T00:00:00Z&until=2026-11-21T00:00:00Z";

let server, browser, dir;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "weir-hostile-"));
  const logs = join(dir, "logs");
  mkdirSync(logs);
  const hostile = (make, list) => Object.fromEntries(list.map((f) => [f, make(f)]));
  const json = [];
  // A scan of ports, so that detectors speak of it, and traffic that was let in and out.
  for (let i = 0; i < 400; i++) {
    json.push({ ...hostile(evil, fields), version: 10, srcaddr: "198.51.100.66", dstaddr: `10.66.0.${i % 40}`, srcport: 40000, dstport: 1 + i, protocol: 6, packets: 1, bytes: 40, start: begin + i, end: begin + i + 30, action: "REJECT", "tcp-flags": 2, "unknown-column": evil("unknown") });
    json.push({ ...hostile(evil, fields), version: 10, srcaddr: `10.66.0.${i % 9}`, dstaddr: `10.66.1.${i % 7}`, srcport: 40000 + i, dstport: 443, protocol: 6, packets: 9, bytes: 4000, start: begin + i, end: begin + i + 30, action: "ACCEPT", "tcp-flags": 3 });
  }
  writeFileSync(join(logs, `${evil("file").replaceAll("/", "\u2044")}.json`.slice(0, 80) + ".json"), json.map((r) => JSON.stringify(r)).join("\n") + "\n");
  const numbers = ["srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end"];
  const text = (list, row) => [["version", ...numbers, ...list].join(" "), ...Array.from({ length: 40 }, (_, i) => [6, ...row(i), ...list.map(word)].join(" "))].join("\n") + "\n";
  writeFileSync(join(logs, "words.log"), text(["action", ...fields].filter((f) => f !== "action"), (i) => ["203.0.113.9", "10.66.0.1", 40000 + i, 22, 6, 3, 180, begin + i, begin + i + 60]));
  writeFileSync(join(logs, "gateway.log"), text([...gateway, "packets-lost-no-route"].filter((f) => f !== "packets-lost-no-route"), (i) => ["10.66.0.2", "10.67.0.1", 40000 + i, 5432, 6, 30, 1800, begin + i, begin + i + 60]));
  // Lines that are no records, and are shown as samples.
  writeFileSync(join(logs, "bad.log"), "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n" + Array.from({ length: 20 }, (_, i) => `2 ${word("bad")} ${word("bad")} ${word("bad")} 10.0.0.1 ${i} 1 6 1 40 ${begin} ${begin + 60} ACCEPT OK`).join("\n") + "\n");
  const quoted = (s) => `"${s.replaceAll('"', '""')}"`;
  writeFileSync(join(dir, "assets.csv"), ["cidr,app,role,owner", ...[0, 1].map((n) => [`10.66.${n}.0/24`, quoted(evil("app" + n)), quoted(evil("role")), quoted(evil("owner"))].join(","))].join("\n") + "\n");
  writeFileSync(join(dir, "geo.csv"), "cidr,country,asn,org\n" + `198.51.100.0/24,DE,64500,${quoted(evil("org"))}\n203.0.113.0/24,FR,64501,${quoted(evil("org"))}\n`);
  const data = join(dir, "data");
  const r = spawnSync(binary, ["ingest", "--data", data, "--assets", join(dir, "assets.csv"), "--geo", join(dir, "geo.csv"), logs], { encoding: "utf8" });
  assert.ok(r.status === 0 || r.status === 3, r.stderr);
  server = await start({ data });
  browser = await browse();
  // What people name is hostile as well.
  const board = { panels: [{ id: "a", title: evil("title"), query: { by: "vpc_id,src_app", agg: "count", limit: 10 } }, { id: "b", title: evil("title"), query: { by: "region", agg: "count,sum(bytes)", bucket: "auto" }, view: { kind: evil("kind") } }, { id: "c", title: "records", query: { columns: "srcaddr,vpc_id,log_status" } }] };
  await api("PUT", "/shelf/board/" + encodeURIComponent(name), { body: board, revision: 0 });
  await api("PUT", "/shelf/view/" + encodeURIComponent(name), { body: { q: "", note: evil("view") }, revision: 0 });
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const name = word("name").replaceAll("/", "\u2044").slice(0, 90);
const api = async (method, path, body) => {
  const r = await fetch(server.url + "/api/v1" + path, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
  const text = await r.text();
  assert.ok(r.ok, `${method} ${path}: ${r.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
};
/** column is one column of an answer. */
const column = (table, what) => table.values[table.columns.findIndex((c) => c.name === what)];

/** harmless asserts that nothing of the text became a part of the page, ran or asked. */
async function harmless(page, where) {
  await settled(page);
  const found = await page.evaluate(() => ({
    ran: window.hostileRan ?? [],
    parts: document.querySelectorAll('hostile-mark, img[src*="hostile"], [onerror], [onload]').length,
    links: [...document.querySelectorAll("[href], [src], [action]")].filter((e) => /^\s*(javascript|data|vbscript):/i.test(e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action"))).length,
    scripts: [...document.scripts].filter((s) => s.textContent.includes("hostile")).length,
  }));
  assert.deepEqual(found, { ran: [], parts: 0, links: 0, scripts: 0 }, where);
  assert.deepEqual(page.asked, [], where);
  clean(page); // what the policy of the page refuses is said on the console
}
/** visit opens a page that tells what hostile text did. */
async function visit(path, options) {
  const page = await open(browser, "about:blank", options);
  page.asked = [];
  page.on("request", (r) => /\/hostile\?/.test(r.url()) && !r.isNavigationRequest() && page.asked.push(r.url()));
  await page.addInitScript(() => (window.hostile = (f) => (window.hostileRan ??= []).push(f)));
  await page.goto(server.url + path);
  await page.locator("main h1, main h2, main [role=tab]").first().waitFor();
  return page;
}
const shows = (page, text) => page.getByText(text).first().waitFor();

test("what was taken in is hostile in every field", async () => {
  const row = (table) => Object.fromEntries(table.columns.map((c, i) => [c.name, table.values[i]]));
  const columns = [...fields, ...gateway].map((f) => f.replaceAll("-", "_"));
  for (let i = 0; i < columns.length; i += 12) {
    const some = columns.slice(i, i + 12);
    for (const f of some) {
      const t = row(await api("GET", `/query?${all}&records=true&by=${f}&agg=count&limit=5`));
      assert.ok(t[f].some((v) => String(v).includes("hostile-mark")), `${f}: ${JSON.stringify(t[f])}`);
    }
  }
  for (const f of ["src_app", "src_role", "src_owner", "src_as_org"]) assert.ok(row(await api("GET", `/query?${all}&by=${f}&agg=count&limit=5`))[f].some((v) => String(v).includes("hostile-mark")), f);
});

for (const [path, what] of [
  ["/", /pkt-src-aws-service\W+hostile-mark/], ["/explore", /interface-id\W+hostile-mark|srcaddr/], ["/alerts", /./], ["/alerts?tab=exposure", /./], ["/alerts?tab=incidents", /./],
  ["/graph", /app0\W+hostile-mark/], ["/graph?view=table", /app0\W+hostile-mark/], ["/capacity", /./], ["/rules", /./], ["/sources", /./], ["/settings", /./], ["/start", /./],
  ["/boards", /name\W+hostile-mark/], ["/boards/" + encodeURIComponent(name), /vpc-id\W+hostile-mark/], ["/audit", /name\W+hostile-mark/],
]) {
  for (const theme of path === "/" ? ["light", "dark"] : ["light"]) {
    test(`${decodeURIComponent(path).slice(0, 40)} in ${theme} shows it as text`, async () => {
      const page = await visit(path + (path.includes("?") ? "&" : "?") + all, { theme });
      await settled(page);
      await shot(page, "hostile-" + (path.replace(/%.*/, "name").replace(/\W+/g, "-") || "overview") + "-" + theme);
      await page.locator("main").getByText(what).filter({ visible: true }).first().waitFor();
      await harmless(page, path);
      await page.locator("main").evaluate((e) => (e.scrollTop = e.scrollHeight)); // what is drawn when it is seen
      await harmless(page, path);
      await fits(page);
      await page.context().close();
    });
  }
}

test("tabs of Capacity and Sources, and their details", async () => {
  for (const path of ["/capacity", "/sources"]) {
    const page = await visit(path + "?" + all);
    await settled(page);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await harmless(page, path);
      await fits(page);
    }
    await page.context().close();
  }
});

test("the Explorer: all columns, open rows, facets, groups, menus, SQL", async () => {
  const columns = ["start", ...fields, "tgw-id", "tgw-src-vpc-id", "src_app", "dst_role", "src_owner", "src_as_org", "unmapped"].map((f) => f.replaceAll("-", "_"));
  const page = await visit(`/explore?${all}&cols=${columns.join(",")}`);
  await settled(page);
  const grid = page.getByRole("grid", { name: "Records" });
  await grid.getByText(/interface-id\W+hostile-mark/).first().waitFor();
  await grid.focus();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("heading", { name: "Logged by" }).first().waitFor();
  await harmless(page, "rows");
  await shot(page, "hostile-explore-rows");
  await grid.getByText(/vpc-id\W+hostile-mark/).first().click();
  await page.getByRole("menuitem", { name: /Filter for/ }).click();
  await page.waitForURL(/hostile-mark/);
  await settled(page);
  await grid.getByText(/interface-id\W+hostile-mark/).first().waitFor(); // the filter finds it
  await harmless(page, "filtered");
  // The editor with its completion has it, too.
  await page.keyboard.press("/");
  await page.keyboard.type(" AND vpc_id:");
  await page.locator(".cm-tooltip-autocomplete").getByText(/vpc-id/).first().waitFor();
  await harmless(page, "completion");
  await page.goto(`${server.url}/explore?view=groups&by=vpc_id,src_app&agg=count&top=5&${all}`);
  await shows(page, /app0\W+hostile-mark/);
  await harmless(page, "groups");
  await page.goto(`${server.url}/explore?view=sql&${all}&sql=${encodeURIComponent("SELECT vpc_id, any(region) AS region, count() AS n FROM flows GROUP BY vpc_id")}`);
  await page.getByRole("button", { name: /^Run/ }).first().click();
  await shows(page, /vpc-id\W+hostile-mark/);
  await harmless(page, "sql");
  await page.getByRole("tab", { name: "Records" }).click();
  await page.getByRole("button", { name: "Views" }).click();
  await shows(page, /name\W+hostile-mark/);
  await harmless(page, "views");
  await page.context().close();
});

test("alerts about it: drawer, why, response, silence", async () => {
  const alerts = (await api("GET", "/alerts?status=firing,pending&limit=100")).alerts;
  assert.ok(alerts.length > 0, "the scan was found");
  assert.ok(JSON.stringify(alerts).includes("hostile-mark"), "an alert names what is hostile");
  for (const alert of alerts.filter((a) => JSON.stringify(a).includes("hostile-mark")).slice(0, 3)) {
    const page = await visit(`/alerts?alert=${alert.id}`);
    await page.getByRole("dialog").getByText(alert.why, { exact: true }).first().waitFor();
    await harmless(page, alert.title);
    await page.keyboard.press("s");
    await page.getByRole("form", { name: "Silence" }).waitFor();
    await harmless(page, "silence");
    await shot(page, "hostile-alert");
    await page.context().close();
  }
});

test("entities of each kind", async () => {
  const t = await api("GET", `/query?${all}&records=true&filter=${encodeURIComponent("srcaddr:10.66.0.1")}&columns=vpc_id,subnet_id,interface_id,src_network,src_interface_id,src_subnet_id,srcaddr&limit=50`);
  const first = (what) => column(t, what).find((v) => v) ?? "";
  const app = (await api("GET", `/graph/apps?text=app0&${all}`))[0];
  const kinds = [["address", `${first("src_network")}/10.66.0.1`], ["host", `${first("src_network")}/10.66.0.1`], ["interface", first("interface_id")], ["subnet", first("subnet_id")], ["vpc", first("vpc_id")], ["app", app.id]];
  for (const [kind, id] of kinds) {
    assert.match(id, /hostile-mark/, kind);
    const path = `/entity/${kind}/${encodeURIComponent(id)}?${all}`;
    const page = await visit(path);
    await settled(page);
    await harmless(page, kind);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await harmless(page, `${kind} ${await tab.innerText()}`);
    }
    await shot(page, "hostile-entity-" + kind);
    await fits(page);
    await page.context().close();
  }
});

test("the graph: groups, one app, an edge, details", async () => {
  const app = (await api("GET", `/graph/apps?text=app0&${all}`))[0];
  const page = await visit(`/graph?center=${encodeURIComponent(app.id)}&${all}`);
  await page.locator("[data-card]").first().waitFor();
  await harmless(page, "center");
  await page.locator("[data-card]").first().click();
  await harmless(page, "card");
  await shot(page, "hostile-graph");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /Table/ }).click();
  await page.getByRole("grid").getByText(/app/).first().waitFor();
  await harmless(page, "table");
  await page.context().close();
});
