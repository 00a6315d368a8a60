/** A permission that the reader took back: what the sidebar says, and the way to give it again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { clickButton, clickSwitch, forget, inBothBrowsers, isShown, openSidebar, untilHidden, untilShown, untilSidebar, words } from "./lede.mjs";

inBothBrowsers("A permission that was taken back", {}, ({ browser, lede, url }) => {
  const story = () => `${url()}/stories/train.html`;
  /** Tabs with our options in them. */
  const opened = () =>
    lede().background(async () => {
      const { runtime, tabs } = /** @type {any} */ (globalThis).chrome;
      return (await tabs.query({})).filter((/** @type {any} */ tab) => tab.url?.startsWith(runtime.getURL("options.html"))).map((/** @type {any} */ tab) => tab.id);
    });

  /** Where Chromium has held back a script that runs before the page, it keeps a click for itself: the click allows the page, Chromium offers to load it anew. */
  const allowedByClick = async () => {
    await lede().clickToolbar();
    await lede().reload();
    await untilHidden(lede(), "#letter");
  };

  test("is missed on the next page until the button is clicked; its sidebar leads to the options, and a click there asks", async () => {
    await forget(lede());
    await lede().permit(false);
    try {
      await lede().goto(story());
      assert.ok(await isShown(lede(), "#letter"));
      if (browser === "chromium") await allowedByClick();
      const tree = await openSidebar(lede());
      assert.ok(tree.text.includes(words("note_permission")) && tree.text.includes(words("heading_summary")));
      await untilHidden(lede(), "#letter");
      await clickButton(lede(), "options_title");
      await until("the options to open", async () => (await opened()).length === 1);
      await lede().background(async (ids) => /** @type {any} */ (globalThis).chrome.tabs.remove(ids), await opened());

      await lede().goto(await lede().background(() => /** @type {any} */ (globalThis).chrome.runtime.getURL("options.html")));
      await untilShown(lede(), "#permission");
      // The browser's own question is outside any page: what it was asked is as far as a test sees.
      await lede().evaluate(() => {
        const world = /** @type {any} */ (window);
        world.asked = [];
        world.chrome.permissions.request = async (/** @type {object} */ what) => {
          world.asked.push([what, navigator.userActivation?.isActive]);
          return false;
        };
      });
      await lede().clickInPage("[data-do=permission]");
      await until("the answer to be told", () => lede().evaluate((refused) => document.querySelector("#status")?.textContent === refused, words("options_permission_refused")));
      assert.deepEqual(await lede().evaluate(() => /** @type {any} */ (window).asked), [[{ origins: ["http://*/*", "https://*/*"] }, true]]);
    } finally {
      await lede().permit(true);
    }
  });

  test("is not missed for a click on a page that was open before Lede was there", async () => {
    await forget(lede());
    await lede().goto(story());
    await untilHidden(lede(), "#letter");
    await lede().permit(false);
    try {
      await lede().extension("reload");
      await until("Lede to be back", () => lede().background(() => /** @type {any} */ (globalThis).chrome.runtime.id).catch(() => null));
      await untilShown(lede(), "#letter");
      const { text } = await openSidebar(lede());
      assert.ok(text.includes(words("note_permission")));
      await untilHidden(lede(), "#letter");
    } finally {
      await lede().permit(true);
    }
  });

  test("under an open page with its sidebar open is said with the next answer, and all goes on working", async () => {
    await forget(lede());
    await lede().goto(story());
    await untilHidden(lede(), "#letter");
    await openSidebar(lede());
    await lede().permit(false);
    try {
      await clickSwitch(lede(), "switch_page");
      await untilShown(lede(), "#letter");
      await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("note_permission")));
      await clickSwitch(lede(), "switch_page");
      await untilHidden(lede(), "#letter");
    } finally {
      await lede().permit(true);
    }
  });
});
