/** Pages that must not change are, with Lede, what they are without it: the same HTML, and every control where it was and as easy to click. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, until } from "./drivers/driver.mjs";
import { inBothBrowsers, untilHidden, words } from "./lede.mjs";
import { ROOT } from "./server.mjs";

const PAGES = readdirSync(join(ROOT, "tests", "kept")).sort();

/** The page's HTML, and of each control its box, whether it is visible, and what a click in its middle would meet. @param {import('./drivers/driver.mjs').Driver} driver */
const look = (driver) =>
  driver.evaluate(() => {
    const html = document.documentElement.outerHTML;
    const all = [...document.querySelectorAll("*")];
    const controls = [...document.querySelectorAll("button, input, select, textarea, summary, a[href]")].map((control) => {
      control.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = control.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      const number = hit && control.contains(hit) ? "itself" : hit ? all.indexOf(hit) : "nothing";
      const box = control.getClientRects().length > 0 ? `${Math.round(width)}x${Math.round(height)}` : "no box";
      return `${all.indexOf(control)} ${control.tagName}: ${box}, ${getComputedStyle(control).visibility}, hit ${number}`;
    });
    scrollTo({ top: 0, behavior: "instant" });
    return { html, controls };
  });

/** @param {import('./drivers/driver.mjs').Driver} lede */
const title = (lede) =>
  lede.background(async () => {
    const { tabs, action } = /** @type {any} */ (globalThis).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    return action.getTitle({ tabId: tab.id });
  });

inBothBrowsers("Pages that must not change", {}, ({ browser, lede, url }) => {
  /** @type {import('./drivers/driver.mjs').Driver} */
  let bare;
  before(async () => {
    bare = await launch(browser);
  });
  after(() => bare?.close());

  /** @param {string} path */
  async function without(path) {
    await bare.goto(url() + path);
    return look(bare);
  }

  test("the look at a page sees what Lede hides where it should", async () => {
    const before = await without("/www/ferry.html");
    await lede().goto(`${url()}/www/ferry.html`);
    await untilHidden(lede(), "#letterbox");
    const seen = await look(lede());
    assert.notEqual(seen.html, before.html);
    assert.notDeepEqual(seen.controls, before.controls);
  });

  for (const name of PAGES) {
    test(name, async () => {
      const before = await without(`/kept/${name}`);
      assert.ok(before.controls.length > 0, "the page has controls");
      await lede().goto(`${url()}/kept/${name}`);
      await until("the page to have been read and nothing hidden", async () => (await title(lede())) === words("tooltip_none"), () => title(lede()));
      assert.equal(await lede().badge(), "");
      const seen = await look(lede());
      assert.equal(seen.html, before.html);
      assert.deepEqual(seen.controls, before.controls);
    });
  }
});
