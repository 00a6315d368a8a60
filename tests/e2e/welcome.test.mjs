/** The first-run page: opened once, shows what Lede does on an article that Lede itself has read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBothBrowsers, isShown, untilHidden, untilShown, words } from "./lede.mjs";
import { until } from "./drivers/driver.mjs";
import { assertAccessible, assertFits, openOwn, textOf } from "./own.mjs";

inBothBrowsers("The first-run page", {}, ({ browser, lede }) => {
  // That it opens at the install, the drivers see at every start: they wait for it, and close it.
  test("does not open again when the background starts anew", async () => {
    await lede().killBackground();
    const open = await lede().background(async () => {
      const api = /** @type {any} */ (globalThis).chrome;
      return (await api.tabs.query({})).filter((/** @type {any} */ tab) => tab.url?.endsWith("welcome.html")).length;
    });
    assert.equal(open, 0);
  });

  test("hides the sample's two appeals on one side, and nothing else", async () => {
    await openOwn(lede(), "welcome.html");
    const sides = await lede().evaluate(() => ["#before", "#after"].map((side) => [...document.querySelectorAll(`${side} article > *`)].filter((each) => each.getClientRects().length > 0).map((each) => each.className || each.localName)));
    const [before = [], after = []] = sides;
    assert.deepEqual(before.filter((each) => !after.includes(each)), ["newsletter-box", "donation-plea"]);
    assert.equal(after.length, before.length - 2);
  });

  test("has a slider that moves the seam by keyboard and by pointer", async () => {
    await openOwn(lede(), "welcome.html");
    const seam = () => lede().evaluate(() => document.querySelector(".seam")?.getBoundingClientRect().left ?? 0);
    const middle = Number(await seam());
    await lede().evaluate(() => document.getElementById("slider")?.focus());
    for (let presses = 0; presses < 5; presses += 1) await lede().press("ArrowDown");
    await until("the seam to move", async () => Number(await seam()) < middle - 20);
    assert.equal(await lede().evaluate(() => document.getElementById("slider")?.getAttribute("aria-label")), words("welcome_slider"));
    await lede().clickInPage("#slider");
    await until("the seam to come back to the middle", async () => Math.abs(Number(await seam()) - middle) < 12, seam);
  });

  test("says in three sentences what Lede does, how to pin it and why it may read pages", async () => {
    await openOwn(lede(), "welcome.html");
    assert.equal(await textOf(lede(), ".lead"), ["welcome_1", "welcome_2", "welcome_3"].map((key) => words(key)).join(" "));
    assert.equal(await textOf(lede(), "#pin"), words(browser === "firefox" ? "welcome_pin_firefox" : "welcome_pin_chrome"));
    assert.equal(await isShown(lede(), "#permission"), false, "nothing is asked for that is there");
    await lede().permit(false);
    await untilShown(lede(), "#permission");
    await lede().permit(true);
    await untilHidden(lede(), "#permission");
  });
});

for (const [name, options] of /** @type {const} */ ([
  ["light", {}],
  ["dark", { dark: true }],
  ["as wide as a phone", { width: 390, height: 780 }],
])) {
  inBothBrowsers(`The first-run page, ${name},`, options, ({ lede }) => {
    test("has no finding of axe-core and fits its window", async () => {
      await openOwn(lede(), "welcome.html");
      await assertAccessible(lede());
      await assertFits(lede());
    });
  });
}
