/**
 * A day in one tab: a thousand articles without a load, clutter removal a thousand times off and on. What the tab and the
 * brain hold after the first hundred is all that they ever hold.
 */
import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { inBothBrowsers, untilHidden, untilShown, withoutLede } from "./lede.mjs";

const TIMES = 1000;
/** By then caches are filled and what is compiled is compiled. */
const FIRST = 100;
/** Toggles that may wait for each other. */
const AT_ONCE = 20;
/** Of JavaScript: 1,165 bytes for each navigation with its toggle, an eighth of the page's HTML. Seen: 130 KB in all. */
const HEAP = 1 << 20;
/** Of nodes, bytes in Firefox: less than one article's. Seen: none in Chromium, 256 bytes in Firefox. */
const NODES = { chromium: 100, firefox: 10_000 };

/**
 * In the page: goes to other addresses as a page's own router does, each with an article of its own in the old one's place, and to
 * the next when the newsletter box in this one is hidden.
 * @param {number} from @param {number} to @param {boolean} hidden
 */
async function wander(from, to, hidden) {
  const pure = new DOMParser().parseFromString(await (await fetch("/www/ferry.html")).text(), "text/html").querySelector("article");
  for (let number = from; number < to; number += 1) {
    const next = /** @type {Element} */ (document.importNode(/** @type {Element} */ (pure), true));
    /** @type {Element} */ (next.querySelector("h1")).append(`, part ${number}`);
    history.pushState(null, "", `ferry.html?part=${number}`);
    document.querySelector("article")?.replaceWith(next);
    // Routers tell of their own steps so.
    dispatchEvent(new PopStateEvent("popstate"));
    const letterbox = /** @type {Element} */ (next.querySelector("#letterbox"));
    if (!hidden) continue;
    await new Promise((done) => new MutationObserver(done).observe(letterbox, { attributes: true }));
    if (letterbox.getClientRects().length > 0) throw new Error(`the newsletter box in part ${number} stays`);
  }
  return document.documentElement.outerHTML;
}

/** The brain's memory, which it shows to nobody; and a day made of minutes, in which no reader's pace bounds how often a page is read. @param {string} folder */
function lookInside(folder) {
  appendFileSync(join(folder, "brain", "lede.js"), "\nglobalThis.brainBytes = () => wasm.memory.buffer.byteLength;\n");
  const [watch, pace] = [join(folder, "content", "watch.js"), "const REFILL = 2000;"];
  const written = readFileSync(watch, "utf8");
  assert.ok(written.includes(pace), pace);
  writeFileSync(watch, written.replace(pace, "const REFILL = 1;"));
}

inBothBrowsers("A day in one tab", { copied: lookInside }, ({ browser, lede, url }) => {
  const page = () => `${url()}/www/ferry.html`;

  /** Off and on so many times, none lost. @param {number} times */
  const toggle = async (times) => {
    await lede().evaluate(() => {
      const world = /** @type {any} */ (window);
      world.turns = 0;
      world.counter?.disconnect();
      world.counter = new MutationObserver((records) => (world.turns += records.length));
      world.counter.observe(document.querySelector("#letterbox"), { attributes: true });
    });
    for (let done = AT_ONCE; done <= times; done += AT_ONCE) {
      for (let i = 0; i < AT_ONCE; i += 1) await lede().runCommand("toggle-clutter");
      const turns = () => lede().evaluate(() => /** @type {any} */ (window).turns);
      await until(`turn ${done}`, async () => (await turns()) === done, turns);
    }
  };
  const held = async () => ({ ...(await lede().held()), brain: await lede().background(() => /** @type {any} */ (self).brainBytes()) });

  test("a thousand articles and a thousand toggles leave no more than a hundred, and the page as it is without Lede", async (context) => {
    await lede().goto(page());
    await untilHidden(lede(), "#letterbox");
    await lede().evaluate(wander, 0, FIRST, true);
    await toggle(FIRST);
    const before = await held();
    for (let from = FIRST; from < TIMES; from += FIRST) await lede().evaluate(wander, from, from + FIRST, true);
    await toggle(TIMES - FIRST);
    const after = await held();
    context.diagnostic(`after ${FIRST}: ${JSON.stringify(before)}; after ${TIMES}: ${JSON.stringify(after)}`);
    assert.ok(Object.values(before).every((each) => each >= 0), "each was counted");
    assert.ok(before.listeners > 0 && before.nodes > 0 && before.heap > 0 && before.brain > 0, "what there is was found");
    assert.ok(after.listeners <= before.listeners, "listeners");
    assert.ok(after.documents <= before.documents, "documents");
    assert.ok(after.nodes <= before.nodes + NODES[/** @type {keyof typeof NODES} */ (browser)], "nodes");
    assert.ok(after.heap <= before.heap + HEAP, "JavaScript");
    assert.ok(after.brain <= before.brain, "the brain");

    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#letterbox");
    const pure = await withoutLede(browser, async (bare) => {
      await bare.goto(page());
      return bare.evaluate(wander, TIMES - 1, TIMES, false);
    });
    assert.equal(await lede().evaluate(() => document.documentElement.outerHTML), pure);
  });
});
