/** How the sidebar looks and stands: light and dark, left and right, wide and narrow, for everyone. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { forget, inBothBrowsers, openSidebar, untilClosed, untilHidden, untilSidebar, words } from "./lede.mjs";
import { ROOT } from "./server.mjs";

/** @typedef {import('./drivers/driver.mjs').Driver} Driver */

/** @param {Driver} lede @param {object} appearance */
const look = (lede, appearance) =>
  lede.background(async (wanted) => {
    await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { version: 2, appearance: wanted } });
  }, appearance);

/** Where the panel stands, and how it is painted. @param {Driver} lede */
const panel = (lede) =>
  lede.inSidebar((root) => {
    const element = root.querySelector(".panel");
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom, width: Math.round(right - left), paper: style.backgroundColor };
  });

/** The same, when it has come to rest. @param {Driver} lede */
const settledPanel = (lede) =>
  until("the sidebar to come to rest", async () => ((await lede.inSidebar((root) => root.getAnimations().every((/** @type {any} */ each) => each.playState !== "running"))) ? panel(lede) : null));

/** Width that is left to the page. @param {Driver} lede */
const page = (lede) => lede.evaluate(() => Math.round(document.body.parentElement?.getBoundingClientRect().width ?? 0) - parseFloat(getComputedStyle(document.documentElement).paddingLeft) - parseFloat(getComputedStyle(document.documentElement).paddingRight));

/** Findings of axe-core in the sidebar, run as a page would run it. @param {Driver} lede */
async function findings(lede) {
  await lede.lendSidebar();
  const source = readFileSync(join(ROOT, "node_modules", "axe-core", "axe.min.js"), "utf8");
  await lede.evaluate((code) => void new Function(code).call(window), source);
  return lede.evaluate(async () => {
    const host = [...document.documentElement.children].find((child) => child.shadowRoot);
    const { violations } = await /** @type {any} */ (window).axe.run(host, { resultTypes: ["violations"] });
    return violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.html).join(" ")}`);
  });
}

for (const dark of [false, true]) {
  inBothBrowsers(`The sidebar by ${dark ? "night" : "day"}`, { dark }, ({ lede, url }) => {
    beforeEach(async () => {
      await forget(lede());
      await lede().goto(`${url()}/stories/train.html`);
      await untilHidden(lede(), "#letter");
    });

    test("it follows the browser, and the reader's choice before that", async () => {
      await openSidebar(lede());
      const light = "rgb(255, 253, 250)";
      const night = "rgb(28, 27, 26)";
      assert.equal((await panel(lede())).paper, dark ? night : light);
      await look(lede(), { theme: dark ? "light" : "dark" });
      await until("the other theme", async () => (await panel(lede())).paper === (dark ? light : night));
    });

    test("axe finds nothing, folded and unfolded", async () => {
      await openSidebar(lede());
      assert.deepEqual(await findings(lede()), []);
      await lede().inSidebar((root) => {
        for (const inner of root.querySelectorAll(".inner")) inner.hidden = false;
      });
      assert.deepEqual(await findings(lede()), []);
    });
  });
}

inBothBrowsers("The sidebar in a wide window", { width: 1280, height: 800 }, ({ lede, url }) => {
  beforeEach(async () => {
    await forget(lede());
    await lede().goto(`${url()}/stories/train.html`);
    await untilHidden(lede(), "#letter");
  });

  test("the page moves aside, keeps its nodes as they are, and moves back", async () => {
    const html = () => lede().evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    const wide = await page(lede());
    await openSidebar(lede());
    await until("the page to move aside", async () => (await page(lede())) === wide - 384);
    assert.equal((await html()).replace("</body><div></div></html>", "</body></html>"), before, "only the sidebar's own element came");
    await lede().press("Escape");
    await untilClosed(lede());
    await until("the page to move back", async () => (await page(lede())) === wide);
    assert.equal(await html(), before);
  });

  test("its edge is dragged, and the width is remembered", async () => {
    await openSidebar(lede());
    const { left } = await settledPanel(lede());
    await lede().drag([left, 300], [left - 116, 320]);
    await until("the new width to be stored", () =>
      lede().background(async () => {
        const { settings } = await /** @type {any} */ (globalThis).chrome.storage.local.get("settings");
        return settings?.appearance?.width === 500;
      }),
    );
    assert.equal((await panel(lede())).width, 500);
    await until("the page to follow", async () => (await page(lede())) <= 1280 - 500);
    await lede().reload();
    await openSidebar(lede());
    assert.equal((await panel(lede())).width, 500);
  });

  test("its edge is moved by keys, not beyond its bounds", async () => {
    await openSidebar(lede());
    await lede().inSidebar((root) => root.querySelector(".edge").focus());
    await lede().press("ArrowLeft");
    await until("a wider sidebar", async () => (await panel(lede())).width === 400);
    await lede().press("ArrowRight");
    await until("the usual width", async () => (await panel(lede())).width === 384);
    const edge = await lede().inSidebar((root) => ["role", "aria-valuenow", "aria-valuemin", "aria-valuemax"].map((name) => root.querySelector(".edge").getAttribute(name)));
    assert.deepEqual(edge, ["separator", "384", "280", "720"]);
    const { left, right } = await settledPanel(lede());
    await lede().drag([left, 300], [right - 1, 320]);
    await until("the least width", async () => (await panel(lede())).width === 280);
  });

  test("at the left edge when the reader wants it there, with the page beside it", async () => {
    await look(lede(), { side: "left", width: 320 });
    await openSidebar(lede());
    await until("the sidebar at the left", async () => (await panel(lede())).left === 0);
    assert.equal((await panel(lede())).width, 320);
    await until("the page beside it", () => lede().evaluate(() => parseFloat(getComputedStyle(document.documentElement).paddingLeft) === 320));
    const { right } = await settledPanel(lede());
    await lede().drag([right - 1, 300], [410, 300]);
    await until("the new width", async () => (await panel(lede())).width === 410);
  });

  test("larger text is larger, and nothing is cut off at twice the size", async () => {
    const size = () => lede().inSidebar((root) => root.querySelector(".sentence").getBoundingClientRect().height);
    await openSidebar(lede());
    const before = await size();
    await look(lede(), { text: 200 });
    await until("larger text", async () => (await size()) > before * 1.6);
    const wide = await lede().inSidebar((root) => {
      const scroll = root.querySelector(".scroll");
      return scroll.scrollWidth - scroll.clientWidth;
    });
    assert.ok(wide <= 0, `${wide} px are cut off`);
    assert.deepEqual(await findings(lede()), []);
  });

  test("a page that is to be covered stays where it is", async () => {
    const wide = await page(lede());
    await look(lede(), { page: "overlay" });
    await openSidebar(lede());
    await untilSidebar(lede(), "the sidebar", (tree) => tree.text.includes(words("heading_summary")));
    await until("the page to stay where it was", async () => (await page(lede())) === wide);
  });

  for (const [what, side, css] of /** @type {const} */ ([
    ["would be cut at its left", "right", "position: relative; left: 50%; width: 1100px; max-width: none; margin: 0 0 0 -550px"],
    ["would have to be scrolled sideways", "left", "width: 1200px; max-width: none; margin: 0 auto"],
  ])) {
    test(`a page that ${what} is covered, until there is room for it`, async () => {
      await look(lede(), { side, width: 384 });
      await lede().evaluate((rules) => document.body.setAttribute("style", rules), css);
      /** @returns {Promise<[number, number]>} */
      const stands = () => lede().evaluate(() => [Math.round(document.querySelector("h1")?.getBoundingClientRect().left ?? NaN), document.documentElement.scrollWidth]);
      const before = await stands();
      const html = () => lede().evaluate(() => document.documentElement.outerHTML.replace("</body><div></div>", "</body>"));
      const marks = await html();
      await openSidebar(lede());
      // The rule that moves a page goes the same way as this one, and before it.
      await lede().clickInSidebar({ selector: ".sentence" });
      await until("a sentence to be lit up", () => lede().evaluate(() => /** @type {any} */ (CSS).highlights.size > 0));
      assert.deepEqual(await stands(), before);
      assert.equal(await html(), marks);
      await lede().press("Escape");
      await untilClosed(lede());
      await lede().evaluate(() => document.body.setAttribute("style", "width: 800px; max-width: none; margin: 0 auto"));
      const wide = await page(lede());
      await openSidebar(lede());
      await until("the page to move aside", async () => (await page(lede())) === wide - 384);
    });
  }

  test("a skeleton is there in the first frame, before any answer", async () => {
    const css = readFileSync(join(ROOT, "extension", "sidebar.css"), "utf8");
    assert.match(css, /prefers-reduced-motion: reduce\) \{ \* \{ animation: none !important/);
    // The brain is busy elsewhere: the first question waits, the sidebar does not.
    await lede().background(() => {
      const world = /** @type {any} */ (self);
      world.kept = world.chrome.storage.local.get;
      world.chrome.storage.local.get = () => new Promise((go) => {
        world.go = () => go(world.kept.call(world.chrome.storage.local, "settings"));
      });
    });
    await lede().goto(`${url()}/stories/train.html`);
    await lede().clickToolbar();
    await until("the skeleton", () => lede().inSidebar((root) => root.querySelectorAll(".bone").length > 0 && root.querySelector(".content").getAttribute("aria-busy") === "true"));
    await until("the question", () =>
      lede().background(() => {
        const world = /** @type {any} */ (self);
        if (!world.go) return false;
        world.chrome.storage.local.get = world.kept;
        world.go();
        return true;
      }),
    );
    await untilSidebar(lede(), "the summary", (tree) => tree.text.includes(words("heading_summary")));
  });
});

inBothBrowsers("The sidebar in a narrow window", { width: 800, height: 700 }, ({ lede, url }) => {
  test("it lies over the page, which stays as wide as it was", async () => {
    await forget(lede());
    await lede().goto(`${url()}/stories/train.html`);
    await untilHidden(lede(), "#letter");
    const wide = await page(lede());
    await openSidebar(lede());
    await untilSidebar(lede(), "the summary", (tree) => tree.text.includes(words("heading_summary")));
    assert.equal(await page(lede()), wide);
  });
});

inBothBrowsers("The sidebar on a phone's width", { width: 450, height: 800 }, ({ lede, url }) => {
  test("it is a sheet from below, with targets for a thumb, and axe finds nothing", async () => {
    await forget(lede());
    await lede().goto(`${url()}/stories/train.html`);
    await untilHidden(lede(), "#letter");
    await openSidebar(lede());
    const stands = await settledPanel(lede());
    // Measured after the sidebar: a bar of the browser's own may have made the window lower meanwhile.
    const [width, height] = await lede().evaluate(() => [document.documentElement.clientWidth, innerHeight]);
    assert.deepEqual([stands.left, stands.right, Math.round(stands.bottom)], [0, width, height]);
    assert.ok(stands.top > Number(height) * 0.3, "the page is seen above it");
    const small = await lede().inSidebar((root) =>
      [...root.querySelectorAll("button")].filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 43.5).map((each) => each.textContent),
    );
    assert.deepEqual(small, []);
    assert.deepEqual(await findings(lede()), []);
  });
});
