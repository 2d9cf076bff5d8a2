// Protects boards: what is pinned looks on the board as it looked where it was pinned,
// and the board's link opens it anywhere.
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

const name = "Edge of the network " + Date.now();
const panel = (page, title) => page.getByRole("region", { name: title, exact: true });
/** look is what a panel shows, as far as words say it: names of series, rows, axes. */
const look = async (page, title) => {
  const p = panel(page, title);
  await p.scrollIntoViewIfNeeded();
  await settled(page);
  const texts = (l) => l.allInnerTexts().then((t) => t.map((x) => x.replace(/\s+/g, " ").trim()));
  return { heads: await texts(p.getByRole("columnheader")), rows: await texts(p.getByRole("rowheader")), canvases: await p.locator("canvas").count(), buttons: (await texts(p.getByRole("button", { name: /^(Two plots|One plot|Table)$/ }))).sort() };
};
async function pin(page, title, as = title) {
  await panel(page, title).getByRole("button", { name: /: more$/ }).click();
  await page.getByRole("menuitem", { name: "Pin to a board" }).click();
  const d = page.getByRole("dialog");
  await d.getByLabel("Title of the chart").fill(as);
  const there = d.getByRole("button", { name, exact: true });
  await d.getByRole("heading", { name: "On a board that is there" }).or(d.getByRole("button", { name: "Pin", exact: true })).first().waitFor();
  await settled(page);
  if (await there.count()) await there.click();
  else {
    await d.getByLabel("On a new board").fill(name);
    await d.getByRole("button", { name: "Pin", exact: true }).click();
  }
  await page.waitForURL(/\/boards\//);
  await panel(page, as).waitFor();
}

test("a ratio, two axes, a top N and a table look on the board as where they were pinned", async () => {
  const range = "since=end-24h&until=end";
  const pinned = {};
  const page = await open(browser, "about:blank");
  let on = "";
  for (const [path, title, as] of [
    ["/", "Accepted and rejected flows"],
    ["/", "Bytes and packets"],
    ["/", "Rejected most: sources"],
    ["/", "Protocols"],
    ["/explore?view=groups&by=action&agg=count,sum(bytes)&show=ratio", "flows and bytes by action", "Bytes a flow"],
    ["/explore?view=groups&by=none&agg=count,sum(bytes)", "flows and bytes", "Two axes"],
    ["/explore?view=groups&by=direction&agg=count&show=rejected&chart=area", "flows by direction", "Rejected share"],
    ["/explore?view=groups&by=dstport&agg=count,uniq(srcaddr)&top=5&bucket=none&panes=bars", "flows and distinct sources by port", "Top ports"],
    ["/explore?view=groups&by=dstport&agg=count&top=5&bucket=none", "flows by port", "Ports as a table"],
  ]) {
    if (on === path) await page.goBack(); // from the board, which then has to show one more
    else await page.goto(server.url + path + (path.includes("?") ? "&" : "?") + range);
    on = path;
    await page.locator("main h1, main [role=tab]").first().waitFor();
    await panel(page, title).first().waitFor();
    await settled(page);
    pinned[as ?? title] = await look(page, title);
    await pin(page, title, as);
  }
  const link = page.url();
  clean(page);
  await page.context().close();
  for (const [theme, width] of [["light", 1280], ["dark", 1920]]) {
    const board = await open(browser, link, { theme, width, height: width === 1280 ? 800 : 1080 });
    await board.getByRole("heading", { level: 1, name }).waitFor();
    for (const [title, was] of Object.entries(pinned)) assert.deepEqual(await look(board, title), was, title);
    await panel(board, "Accepted and rejected flows").getByRole("button", { name: /rejected/ }).first().waitFor(); // the ratio above the plot
    await fits(board);
    await accessible(board);
    await board.locator("main").evaluate((e) => (e.scrollTop = 0));
    await shot(board, `board-${theme}-${width}`);
    await board.locator("main").evaluate((e) => (e.scrollTop = e.scrollHeight));
    await shot(board, `board-end-${theme}-${width}`);
    clean(board);
    await board.context().close();
  }
});
