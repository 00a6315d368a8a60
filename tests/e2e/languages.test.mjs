/** Our words in the browser's language, or in the one that the reader chose. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { built, flat, forget, inBothBrowsers, openSidebar, untilHidden, untilSidebar, words } from "./lede.mjs";
import { assertAccessible, assertFits, openOwn, textOf, untilReady } from "./own.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

/** Our words in a language. @param {string} language @returns {(key: string, ...args: string[]) => string} */
function wordsIn(language) {
  const messages = JSON.parse(readFileSync(join(built("chromium"), "_locales", language, "messages.json"), "utf8"));
  return (key, ...args) => messages[key].message.replace(/\$(\d)/g, (/** @type {string} */ _, /** @type {string} */ n) => args[Number(n) - 1] ?? "");
}

/** Language and direction of the sidebar, and what stands at the start of a heading's line. @param {Driver} lede */
const panel = (lede) =>
  lede.inSidebar((root) => {
    const panel = root.querySelector(".panel");
    const [close, mark] = [".close", ".mark"].map((each) => root.querySelector(each).getBoundingClientRect().left);
    const sentence = root.querySelector(".sentence");
    return { lang: panel.lang, dir: panel.dir, closeAtTheLeft: close < mark, sentence: [sentence.lang, sentence.dir] };
  });

/** @param {Driver} lede @param {string} heading */
const untilHeading = (lede, heading) => untilSidebar(lede, heading, (tree) => flat(tree).some(({ role, name }) => role === "heading" && name === heading));

for (const [language, folder, dir] of /** @type {const} */ ([
  ["de", "de", "ltr"],
  ["ar", "ar", "rtl"],
])) {
  inBothBrowsers(`A browser in ${language}`, { language }, ({ lede, url }) => {
    const said = wordsIn(folder);

    test("the sidebar speaks its language, in its direction; the article keeps its own", async () => {
      await lede().goto(`${url()}/stories/train.html`);
      await untilHidden(lede(), "#letter");
      await lede().clickToolbar();
      await untilHeading(lede(), said("heading_clutter"));
      const { lang, dir: direction, closeAtTheLeft, sentence } = await panel(lede());
      assert.deepEqual([lang, direction, closeAtTheLeft, sentence], [language, dir, dir === "rtl", ["en", "ltr"]]);
      await lede().lendSidebar();
      await assertAccessible(lede());
    });

    test("so do the options and the first run, and axe finds nothing", async () => {
      for (const [page, key] of [["options.html", "options_title"], ["welcome.html", "welcome_title"]]) {
        await openOwn(lede(), String(page));
        assert.equal(await textOf(lede(), "h1"), said(String(key)));
        assert.deepEqual(await lede().evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, dir]);
        await assertAccessible(lede());
        await assertFits(lede());
      }
    });
  });
}

inBothBrowsers("The language that the reader chose", {}, ({ lede, url }) => {
  const [german, arabic] = [wordsIn("de"), wordsIn("ar")];
  /** Chooses a language and waits for the page, which is loaded anew: meanwhile nothing can be asked of it. @param {string} language @param {string} title */
  const choose = async (language, title) => {
    await lede().evaluate((wanted) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
      select.value = wanted;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, language);
    await until(`the options to be called ${title}`, async () => (await textOf(lede(), "h1").catch(() => null)) === title);
    await untilReady(lede());
  };

  test("is spoken by the options at once, which keep the place, and by the first run, button and menus", async () => {
    await forget(lede());
    await openOwn(lede(), "options.html");
    await choose("de", german("options_title"));
    await until("the focus to be back", () => lede().evaluate(() => document.activeElement?.id === "language"));
    assert.equal(await lede().evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).value), "de");
    await openOwn(lede(), "welcome.html");
    assert.equal(await textOf(lede(), "h1"), german("welcome_title"));
    await lede().goto(`${url()}/stories/train.html`);
    await untilHidden(lede(), "#letter");
    await until("the button to speak it", async () => (await tooltip(lede())) === german("tooltip_one"), () => tooltip(lede()));
    await openOwn(lede(), "options.html");
    await choose("auto", words("options_title"));
  });

  test("is spoken by a sidebar that is open, at once", async () => {
    await forget(lede());
    await lede().goto(`${url()}/stories/train.html`);
    await untilHidden(lede(), "#letter");
    await openSidebar(lede());
    for (const [language, said] of /** @type {const} */ ([["de", german], ["ar", arabic]])) {
      await lede().background(async (wanted) => {
        await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { version: 2, language: wanted } });
      }, language);
      await untilHeading(lede(), said("heading_summary"));
      assert.deepEqual((await panel(lede())).lang, language);
      assert.equal(await lede().inSidebar((root) => root.querySelector(".close").getAttribute("aria-label")), said("ui_close"));
    }
    assert.equal((await panel(lede())).dir, "rtl");
  });

  test("is the browser's own where the settings name one that there is not", async () => {
    await forget(lede());
    await lede().background(async () => {
      await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { version: 2, language: "../de" } });
    });
    await lede().goto(`${url()}/stories/train.html`);
    await openSidebar(lede());
  });
});

/** @param {Driver} lede @returns {Promise<string>} */
const tooltip = (lede) =>
  lede.background(async () => {
    const api = /** @type {any} */ (globalThis).chrome;
    const [tab] = await api.tabs.query({ active: true, currentWindow: true });
    return api.action.getTitle({ tabId: tab.id });
  });
