/** Lede's own pages in the tests: opened, read, judged by axe-core. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { until } from "./drivers/driver.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens a page of the extension and waits until it has shown what is set. @param {Driver} lede @param {string} file */
export async function openOwn(lede, file) {
  const address = await lede.background((name) => /** @type {any} */ (globalThis).chrome.runtime.getURL(name), file);
  await lede.goto(address);
  await untilReady(lede);
}

/** @param {Driver} driver */
export const untilReady = (driver) =>
  until(
    "the page to be ready",
    () => driver.evaluate(() => document.documentElement.hasAttribute("data-ready")),
    () => driver.evaluate(() => document.body.textContent?.replace(/\s+/g, " ").slice(0, 300)),
  );

/** Text of the first match, white space collapsed; null where there is none or it is not on the screen. @param {Driver} driver @param {string} selector */
export const textOf = (driver, selector) =>
  driver.evaluate((wanted) => {
    const found = [...document.querySelectorAll(wanted)].find((each) => each.getClientRects().length > 0);
    return found ? (found.textContent ?? "").replace(/\s+/g, " ").trim() : null;
  }, selector);

/** @param {Driver} driver @param {string} selector @param {string | null} text */
export const untilText = (driver, selector, text) =>
  until(
    `${selector} to read ${text}`,
    async () => (await textOf(driver, selector)) === text,
    () => textOf(driver, selector),
  );

/** @param {Driver} driver @param {string} selector */
export const count = (driver, selector) => driver.evaluate((wanted) => [...document.querySelectorAll(wanted)].filter((each) => each.getClientRects().length > 0).length, selector);

/** No finding of axe-core on the whole page. @param {Driver} driver */
export async function assertAccessible(driver) {
  // Sources and question in one: what a script leaves behind need not be there for the next one.
  const findings = await driver.evaluate(`(() => {
    const window = globalThis.window ?? globalThis;
    ${AXE};
    return (globalThis.axe ?? window.axe).run(document, { iframes: false }).then((result) =>
      result.violations.map((each) => each.id + ": " + each.help + " " + each.nodes.map((node) => node.target.join(" ") + " " + node.failureSummary).slice(0, 3).join(" | ")));
  })()`);
  assert.deepEqual(findings, []);
}

/** The page is not wider than the window. @param {Driver} driver */
export async function assertFits(driver) {
  const [wide, room] = await driver.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(Number(wide) <= Number(room), `${wide} px in ${room}`);
}
