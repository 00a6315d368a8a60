/** Takes the pictures for the stores from our own sample pages, in Chromium, on what dist/ holds: node tools/store.mjs */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { launch, until } from "../tests/e2e/drivers/driver.mjs";
import { built, openSidebar, untilHidden, untilShown, words } from "../tests/e2e/lede.mjs";
import { ROOT, serve } from "../tests/e2e/server.mjs";

const folder = join(ROOT, "store", "pictures");
mkdirSync(folder, { recursive: true });
/** @typedef {import("../tests/e2e/drivers/driver.mjs").Driver} Driver */

const SIZE = { width: 1280, height: 800 };
const server = await serve();
const ferry = `${server.url}/www/ferry.html`;

/**
 * The same picture, a quarter smaller: flat colours compress best where no row is written as its difference from another one.
 * @param {Buffer} png as Chromium writes it: three bytes a pixel, not interlaced
 */
function repack(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const stride = 3 * png.readUInt32BE(16) + 1;
  for (let row = 0; row < rows.length; row += stride) {
    const filter = rows[row] ?? 0;
    rows[row] = 0;
    for (let at = row + 1; at < row + stride; at += 1) {
      const pixel = (/** @type {boolean} */ there, /** @type {number} */ back) => (there ? (rows[at - back] ?? 0) : 0);
      const [left, up, corner] = [pixel(at - row > 3, 3), pixel(row > 0, stride), pixel(at - row > 3 && row > 0, stride + 3)];
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      const nearest = a <= b && a <= c ? left : b <= c ? up : corner;
      rows[at] = (rows[at] ?? 0) + ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0);
    }
  }
  const named = Buffer.concat([Buffer.from("IDAT"), deflateSync(rows, { level: 9 })]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([png.subarray(0, 33), length, named, sum, png.subarray(-12)]);
}

/** @param {string} name @param {import("../tests/e2e/drivers/driver.mjs").Options} options @param {(driver: Driver) => Promise<unknown>} prepare */
async function picture(name, options, prepare) {
  const driver = await launch("chromium", options);
  try {
    await prepare(driver);
    const file = join(folder, `${name}.png`);
    await driver.screenshot(file);
    writeFileSync(file, repack(readFileSync(file)));
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
