/** Takes the pictures for the stores from our own sample pages, in Chromium, on what dist/ holds: node tools/store.mjs */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, until } from "../tests/e2e/drivers/driver.mjs";
import { built, openSidebar, untilHidden, untilShown, words } from "../tests/e2e/lede.mjs";
import { ROOT, serve } from "../tests/e2e/server.mjs";

const folder = join(ROOT, "store", "pictures");
mkdirSync(folder, { recursive: true });
/** @typedef {import("../tests/e2e/drivers/driver.mjs").Driver} Driver */

const SIZE = { width: 1280, height: 800 };
const server = await serve();
const ferry = `${server.url}/www/ferry.html`;

/** @param {string} name @param {import("../tests/e2e/drivers/driver.mjs").Options} options @param {(driver: Driver) => Promise<unknown>} prepare */
async function picture(name, options, prepare) {
  const driver = await launch("chromium", options);
  try {
    await prepare(driver);
    await driver.screenshot(join(folder, `${name}.png`));
    console.log(`store/pictures/${name}.png`);
  } finally {
    await driver.close();
  }
}
const withLede = { extension: built("chromium"), ...SIZE };
/** @param {Driver} driver */
const summary = async (driver) => {
  await driver.goto(ferry);
  await untilHidden(driver, "#letterbox");
  await openSidebar(driver);
};

await picture("1-before", SIZE, async (driver) => {
  await driver.goto(`${ferry}?modal=100`);
  await untilShown(driver, "#veil");
});
await picture("2-summary", withLede, summary);
await picture("3-what-was-hidden", withLede, async (driver) => {
  await summary(driver);
  await driver.inSidebar((root, heading) => {
    const found = [...root.querySelectorAll("h2,h3")].find((each) => each.textContent.trim() === heading);
    found?.scrollIntoView({ block: "start", behavior: "instant" });
  }, words("heading_clutter"));
});
await picture("4-dark", { ...withLede, dark: true }, summary);
await picture("5-options", withLede, async (driver) => {
  await driver.goto(await driver.background(() => /** @type {any} */ (globalThis).chrome.runtime.getURL("options.html")));
  await untilShown(driver, "h1");
  await until("the options to be drawn", () => driver.evaluate(() => document.querySelectorAll("input, select").length > 4));
});
await picture("tile-440x280", { width: 440, height: 280 }, (driver) => driver.goto(pathToFileURL(join(ROOT, "store", "tile.html")).href));
await server.close();
