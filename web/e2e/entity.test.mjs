// The page of an entity: every kind, every tab, both themes.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { accessible, browse, clean, fits, open, settled, shared, shot } from "./server.mjs";

let server, browser, app, part;
const api = async (path) => (await fetch(server.url + "/api/v1" + path)).json();
before(async () => {
  server = await shared();
  browser = await browse();
  app = (await api("/graph/apps?text=shop-alb"))[0].id;
  part = (await api(`/entity?kind=app&id=${encodeURIComponent(app)}`)).parts[0];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const theme of ["light", "dark"]) {
  for (const tab of ["traffic", "peers", "ports", "rules", "alerts", "parts"]) {
    test(`an app: ${tab}, ${theme}`, async () => {
      const page = await open(browser, `${server.url}/entity/app/${encodeURIComponent(app)}?tab=${tab}`, { theme, width: theme === "light" ? 1280 : 1920 });
      await page.getByRole("heading", { level: 1, name: "shop-alb" }).waitFor();
      await settled(page);
      await fits(page);
      await accessible(page);
      await shot(page, `entity-${tab}-${theme}`);
      clean(page);
      await page.context().close();
    });
  }
}

test("addresses, interfaces, subnets and VPCs have pages", async () => {
  const address = `${part.network}/${part.address}`;
  for (const [kind, id, title] of [
    ["address", address, part.address],
    ["interface", part.interface, part.interface],
    ["subnet", part.subnet, part.subnet],
    ["vpc", part.network, part.network],
  ]) {
    const page = await open(browser, `${server.url}/entity/${kind}/${encodeURIComponent(id)}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await settled(page);
    await page.getByText("Flows accepted and rejected").first().waitFor();
    clean(page);
    await page.context().close();
  }
});

test("the rules that answered traffic needs are text to copy", async () => {
  const page = await open(browser, `${server.url}/entity/app/${encodeURIComponent(app)}?tab=rules`);
  await page.getByText("aws ec2 authorize-security-group-ingress").first().waitFor();
  await page.getByRole("tab", { name: "Terraform" }).click();
  assert.match(await page.locator("pre").innerText(), /resource "aws_vpc_security_group_ingress_rule"/);
  clean(page);
  await page.context().close();
});

test("it leads to the graph and to the records", async () => {
  const page = await open(browser, `${server.url}/entity/app/${encodeURIComponent(app)}`);
  await page.getByRole("button", { name: "Graph" }).click();
  await page.waitForURL(/\/graph\?.*center=/);
  await page.goBack();
  await page.getByRole("button", { name: "Records" }).click();
  await page.waitForURL(/\/explore\?.*q=/);
  await page.context().close();
});

test("what is no entity is told with its fix", async () => {
  const page = await open(browser, `${server.url}/entity/address/nonsense`);
  await page.getByText("is no address").first().waitFor();
  await page.context().close();
});
