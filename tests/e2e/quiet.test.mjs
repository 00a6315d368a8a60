/** Lede sends nothing and keeps nothing but what the reader set. Both watchers are first shown something to see. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import {
  clickButton,
  clickSwitch,
  forget,
  inBothBrowsers,
  openSidebar,
  switchState,
  untilHidden,
  untilSidebar,
  withoutLede,
} from "./lede.mjs";

/** @param {import('./drivers/driver.mjs').Driver} lede */
const stored = (lede) =>
  lede.background(async () => {
    const { storage } = /** @type {any} */ (globalThis).chrome;
    /** @type {Record<string, unknown>} */
    const all = {};
    for (const area of ["local", "sync", "session", "managed"]) all[area] = await storage[area]?.get(null).catch(() => ({}));
    const databases = (await globalThis.indexedDB?.databases?.()) ?? [];
    all.databases = databases.map(({ name }) => name);
    all.caches = (await globalThis.caches?.keys?.().catch(() => [])) ?? [];
    return JSON.stringify(all);
  });

/** @param {import('./drivers/driver.mjs').Driver} driver @param {string} url */
async function browse(driver, url) {
  for (const page of [
    "ferry.html?modal=200",
    "ferry.html?dialog=200",
    "front.html",
    "login.html",
    "banner.html?banner=50",
    "locked.html",
  ]) {
    await driver.goto(`${url}/www/${page}`);
  }
}

inBothBrowsers("Privacy", {}, ({ browser, lede, server, url }) => {
  test("the extension makes no request, and the pages make no other than without it", async () => {
    server().log.length = 0;
    await withoutLede(browser, (bare) => browse(bare, url()));
    const without = server()
      .log.filter((path) => !path.endsWith("favicon.ico"))
      .sort();
    server().log.length = 0;
    await forget(lede());
    await browse(lede(), url());
    await untilHidden(lede(), "#veil");
    await openSidebar(lede());
    await lede().clickInSidebar({ selector: "li button" });
    await clickButton(lede(), "button_show_all");
    await clickButton(lede(), "button_hide_all");
    await lede().press("Escape");
    assert.deepEqual(
      server()
        .log.filter((path) => !path.endsWith("favicon.ico"))
        .sort(),
      without,
    );
    const requests = await lede().requests();
    assert.deepEqual(
      requests.filter(({ byExtension }) => byExtension),
      [],
    );
    assert.deepEqual(
      requests.filter(({ url: each }) => !each.startsWith(`${url()}/`)),
      [],
      "nothing left the loopback address",
    );
    // The watcher does see a request of the extension when there is one.
    await lede().background(async (address) => {
      await fetch(address).catch(() => {});
    }, `${url()}/www/paper.css?watched`);
    await until(
      "the watcher to see a request of the extension",
      async () => (await lede().requests()).some((each) => each.byExtension && each.url.endsWith("?watched")),
      () => lede().requests(),
    );
  });

  test("after browsing, storage holds nothing", async () => {
    await forget(lede());
    await browse(lede(), url());
    await untilHidden(lede(), "#veil");
    await openSidebar(lede());
    assert.deepEqual(JSON.parse(await stored(lede())).local, {});
    assertNoTrace(await stored(lede()));
  });

  test("after a switch, storage holds the settings and the site it was set for, and no page", async () => {
    await forget(lede());
    await lede().goto(`${url()}/www/ferry.html`);
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_site");
    await untilSidebar(lede(), "the switch to be off", (tree) => switchState(tree, "switch_site") === false);
    const kept = JSON.parse(await stored(lede()));
    assert.deepEqual(Object.keys(kept.local), ["settings"]);
    assert.match(JSON.stringify(kept.local.settings), /"127\.0\.0\.1"/);
    assertNoTrace(JSON.stringify(kept));
  });
});

/** @param {string} text everything the extension keeps */
function assertNoTrace(text) {
  for (const trace of ["ferry", "Ellery", "www/", "http:", "Sandholm", "plea", "front.html"]) {
    assert.ok(!text.includes(trace), `${trace} in ${text}`);
  }
  const { sync, session, databases, caches } = JSON.parse(text);
  assert.deepEqual([sync ?? {}, session ?? {}, databases, caches], [{}, {}, [], []]);
}
