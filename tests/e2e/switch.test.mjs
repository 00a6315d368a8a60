/** Turning clutter removal off gives the page back as it was, and the switch is remembered as far as it reaches. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { until } from "./drivers/driver.mjs";
import {
  clickSwitch,
  forget,
  inBothBrowsers,
  isShown,
  openSidebar,
  switchState,
  untilClosed,
  untilHidden,
  untilShown,
  untilSidebar,
  withoutLede,
  words,
} from "./lede.mjs";

/** @param {import('./drivers/driver.mjs').Driver} driver */
const html = (driver) => driver.evaluate(() => document.documentElement.outerHTML);

inBothBrowsers("The switch", {}, ({ browser, lede, url }) => {
  const page = (/** @type {string} */ rest = "") => `${url()}/www/ferry.html${rest}`;

  beforeEach(async () => {
    await forget(lede());
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
  });

  /** @param {string} key @param {boolean} on */
  const turn = async (key, on) => {
    const tree = await openSidebar(lede());
    assert.equal(switchState(tree, key), !on, `${words(key)} before the click`);
    await clickSwitch(lede(), key);
    await untilSidebar(lede(), `${words(key)} to be ${on ? "on" : "off"}`, (now) => switchState(now, key) === on);
    await lede().press("Escape");
    await untilClosed(lede());
  };

  test("off, with the sidebar closed: the page is byte for byte what it is without Lede", async () => {
    const pure = await withoutLede(browser, async (bare) => {
      await bare.goto(page());
      return html(bare);
    });
    assert.notEqual(await html(lede()), pure, "hiding leaves marks");
    await turn("switch_page", false);
    await untilShown(lede(), "#plea");
    assert.equal(await html(lede()), pure);
    await turn("switch_page", true);
    await untilHidden(lede(), "#plea");
    await turn("switch_page", false);
    await untilShown(lede(), "#plea");
    assert.equal(await html(lede()), pure);
  });

  test("off after a jump: no highlight, no style, no attribute is left", async () => {
    const pure = await withoutLede(browser, async (bare) => {
      await bare.goto(page());
      return html(bare);
    });
    const tree = await openSidebar(lede());
    assert.ok(tree.text.includes(words("heading_summary")));
    await lede().clickInSidebar({ selector: "li button" });
    await until("something to be lit up", () => lede().evaluate(() => /** @type {any} */ (CSS).highlights.size > 0));
    await clickSwitch(lede(), "switch_page");
    await untilShown(lede(), "#plea");
    await lede().press("Escape");
    await untilClosed(lede());
    // The page's own script moves its bar with the scrolling; where the reader stands is no trace of Lede.
    await lede().evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await until("the page to put its bar away", () => lede().evaluate(() => !document.querySelector(".slidebar-up")));
    const left = await lede().evaluate(() => ({
      highlights: /** @type {any} */ (CSS).highlights.size,
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    }));
    assert.deepEqual(left, { highlights: 0, sheets: 1 });
    assert.equal(await html(lede()), pure);
  });

  test("a hundred times off and on by command: the page is the same, and hides the same", async () => {
    const hiding = await html(lede());
    for (let i = 0; i < 100; i += 1) {
      await lede().runCommand("toggle-clutter");
      await (i % 2 ? untilHidden(lede(), "#plea") : untilShown(lede(), "#plea"));
    }
    assert.equal(await html(lede()), hiding);
  });

  test("off and on keeps the line being read in place, and the focus where it was", async () => {
    await lede().evaluate(() => {
      document.querySelectorAll(".story-text p")[4]?.scrollIntoView({ block: "start", behavior: "instant" });
      /** @type {HTMLElement} */ (document.querySelector(".tags a")).focus({ preventScroll: true });
    });
    const where = () =>
      lede().evaluate(() => [
        document.activeElement?.textContent,
        Math.round(document.querySelectorAll(".story-text p")[4]?.getBoundingClientRect().top ?? -1),
      ]);
    const before = await where();
    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#plea");
    assert.deepEqual(await where(), before);
    await lede().runCommand("toggle-clutter");
    await untilHidden(lede(), "#plea");
    assert.deepEqual(await where(), before);
  });

  test("this page: off until it is left, other pages are not touched", async () => {
    await turn("switch_page", false);
    await untilShown(lede(), "#plea");
    assert.equal(await lede().badge(), "");
    await lede().newTab(`${url()}/www/lighthouse.html`);
    await untilHidden(lede(), "#lighthouse-plea");
    await lede().closeTab();
    assert.equal(await isShown(lede(), "#plea"), true);
  });

  for (const [key, reach] of [
    ["switch_site", "this site"],
    ["switch_everywhere", "everywhere"],
  ]) {
    test(`${reach}: off is remembered over a reload and in a new tab, and on again too`, async () => {
      await turn(String(key), false);
      await untilShown(lede(), "#plea");
      await lede().reload();
      assert.equal(switchState(await openSidebar(lede()), String(key)), false);
      assert.equal(await isShown(lede(), "#plea"), true);
      await lede().newTab(`${url()}/www/lighthouse.html`);
      assert.equal(switchState(await openSidebar(lede()), String(key)), false);
      assert.equal(await isShown(lede(), "#lighthouse-plea"), true);
      await clickSwitch(lede(), String(key));
      await untilHidden(lede(), "#lighthouse-plea");
      await lede().closeTab();
      await lede().goto(page());
      await untilHidden(lede(), "#plea");
    });
  }

  test("a site that is off stays off while everywhere is on, and another site is not touched", async () => {
    await turn("switch_site", false);
    await lede().newTab(page().replace("127.0.0.1", "localhost"));
    await untilHidden(lede(), "#plea");
    await lede().closeTab();
    await lede().reload();
    const tree = await openSidebar(lede());
    assert.deepEqual([switchState(tree, "switch_site"), switchState(tree, "switch_everywhere")], [false, true]);
    assert.equal(await isShown(lede(), "#plea"), true);
  });

  for (const [item, key] of [
    ["page", "switch_page"],
    ["site", "switch_site"],
    ["everywhere", "switch_everywhere"],
  ]) {
    test(`the menu of the toolbar button does the same: ${item}`, async () => {
      await lede().chooseMenuItem(String(item));
      await untilShown(lede(), "#plea");
      assert.equal(switchState(await openSidebar(lede()), String(key)), false);
      await lede().chooseMenuItem(String(item));
      await untilHidden(lede(), "#plea");
      await untilSidebar(lede(), "the switch to follow", (tree) => switchState(tree, String(key)) === true);
    });
  }

  test("the keyboard command for the page does the same", async () => {
    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#plea");
    await lede().runCommand("toggle-clutter");
    await untilHidden(lede(), "#plea");
  });

  test("the menu and the keyboard commands are registered with the browser", async () => {
    const { items, commands } = await lede().background(async () => {
      const api = /** @type {any} */ (self).chrome;
      const known = [];
      // Only an item that exists can be updated.
      for (const item of ["page", "site", "everywhere", "no such item"]) {
        if (
          await api.contextMenus.update(item, {}).then(
            () => true,
            () => false,
          )
        ) {
          known.push(item);
        }
      }
      return {
        items: known,
        commands: (await api.commands.getAll()).map((/** @type {any} */ each) => `${each.name} ${each.shortcut}`).sort(),
      };
    });
    assert.deepEqual(items, ["page", "site", "everywhere"]);
    assert.equal(commands.length, 2);
    assert.match(commands[0], /^_execute_action .*L$/);
    assert.match(commands[1], /^toggle-clutter .*K$/);
  });

  test("a background that has gone to sleep answers the next click", async () => {
    await lede().killBackground();
    await turn("switch_page", false);
    await untilShown(lede(), "#plea");
    await lede().killBackground();
    await turn("switch_page", true);
    await untilHidden(lede(), "#plea");
  });

  test("a modal dialog is closed, and open again, modal, when clutter removal is off", async () => {
    const pure = await withoutLede(browser, async (bare) => {
      await bare.goto(page("?dialog=300"));
      await until("the dialog", () => bare.evaluate(() => document.querySelector("#dialog")?.matches(":modal")));
      return html(bare);
    });
    await lede().goto(page("?dialog=300"));
    await until("the dialog to be closed", () =>
      lede().evaluate(() => /** @type {HTMLDialogElement | null} */ (document.querySelector("#dialog"))?.open === false),
    );
    // Nothing is inert: the page's own links can be clicked.
    await lede().evaluate(() =>
      document.querySelector(".sections a")?.addEventListener("click", (event) => {
        event.preventDefault();
        /** @type {any} */ (window).clicked = true;
      }),
    );
    await lede().clickInPage(".sections a");
    assert.equal(await lede().evaluate(() => /** @type {any} */ (window).clicked), true);
    await turn("switch_page", false);
    await until("the dialog to be modal again", () =>
      lede().evaluate(() => document.querySelector("#dialog")?.matches(":modal")),
    );
    assert.equal(await html(lede()), pure);
    await lede().runCommand("toggle-clutter");
    await until("the dialog to be closed again", () =>
      lede().evaluate(() => document.querySelector("#dialog")?.matches(":modal") === false),
    );
  });
});
