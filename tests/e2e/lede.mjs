/**
 * What the tests share: the browsers with Lede in them, and how to ask what a reader would see.
 * A test speaks of what is on the screen: which elements have a box, what the sidebar reads.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { BROWSERS, launch, until } from "./drivers/driver.mjs";
import { ROOT, serve } from "./server.mjs";

/**
 * @typedef {import('./drivers/driver.mjs').Driver} Driver
 * @typedef {import('./drivers/driver.mjs').Shown} Shown
 */

/** @param {string} browser */
export function built(browser) {
  const folder = join(process.env.LEDE_DIST ?? join(ROOT, "dist"), browser === "firefox" ? "firefox" : "chrome");
  if (!existsSync(join(folder, "manifest.json"))) throw new Error(`${folder} is missing; ./build.sh makes it`);
  return folder;
}

/** Our words, as the sidebar shows them in English. @type {Record<string, { message: string, placeholders?: Record<string, { content: string }> }> | undefined} */
let messages;

/** @param {string} key @param {...string} args */
export function words(key, ...args) {
  messages ??= JSON.parse(readFileSync(join(built("chromium"), "_locales", "en", "messages.json"), "utf8"));
  const entry = messages?.[key];
  if (!entry) throw new Error(`no message ${key}`);
  const filled = entry.message.replace(
    /\$([A-Za-z_]\w*)\$/g,
    (_, name) => entry.placeholders?.[name.toLowerCase()]?.content ?? "",
  );
  return filled.replace(/\$(\d)/g, (_, n) => args[Number(n) - 1] ?? "");
}

/**
 * One block of tests for each browser, with Lede installed in it and the sample server up.
 * @param {string} claim
 * @param {import('./drivers/driver.mjs').Options & { copied?: boolean | ((folder: string) => void) }} options  copied: Lede is installed from a folder that the test may damage, or has changed before
 * @param {(given: { browser: string, lede: () => Driver, url: () => string, server: () => import('./server.mjs').Server, folder: string }) => void} body
 */
export function inBothBrowsers(claim, { copied = false, ...options }, body) {
  for (const browser of BROWSERS) {
    describe(`${claim}, in ${browser}`, () => {
      const folder = copied ? mkdtempSync(join(tmpdir(), "lede-copy-")) : built(browser);
      /** @type {Driver | undefined} */
      let driver;
      /** @type {import('./server.mjs').Server | undefined} */
      let server;
      /** @template T @param {T | undefined} value */
      const up = (value) => {
        if (!value) throw new Error("the browser or the server did not start");
        return value;
      };
      before(async () => {
        if (copied) cpSync(built(browser), folder, { recursive: true });
        if (typeof copied === "function") copied(folder);
        server = await serve();
        driver = await launch(browser, { extension: folder, ...options });
      });
      after(async () => {
        await driver?.close();
        await server?.close();
        if (copied) rmSync(folder, { recursive: true, force: true });
      });
      body({ browser, lede: () => up(driver), server: () => up(server), url: () => up(server).url, folder });
    });
  }
}

/**
 * The same look into a browser without Lede.
 * @template T
 * @param {string} browser
 * @param {(driver: Driver) => Promise<T>} look
 */
export async function withoutLede(browser, look) {
  const bare = await launch(browser);
  try {
    return await look(bare);
  } finally {
    await bare.close();
  }
}

/** Back to the first minute: nothing set, one tab. @param {Driver} lede */
export async function forget(lede) {
  await lede.background(async () => {
    await /** @type {any} */ (globalThis).chrome.storage.local.clear();
  });
}

/**
 * Counts the messages that reach the background, beside the extension's own listener.
 * @param {Driver} lede
 */
export const listen = (lede) =>
  lede.background(() => {
    const world = /** @type {any} */ (self);
    world.heard ??= [];
    world.heard.length = 0;
    if (world.listening) return;
    world.listening = true;
    world.chrome.runtime.onMessage.addListener((/** @type {any} */ message) => {
      // To read is a message without an action; after the page itself, every late subtree is one more text in `pages`.
      world.heard.push({
        type: message.type,
        reading: message.type === "answer" && !message.action,
        pages: message.pages?.length ?? 0,
        size: (message.pages ?? []).reduce((/** @type {number} */ sum, /** @type {string} */ page) => sum + page.length, 0),
      });
    });
  });
/** @param {Driver} lede */
export const heard = (lede) =>
  lede.background(
    () => /** @type {{ type: string, reading: boolean, pages: number, size: number }[]} */ ([.../** @type {any} */ (self).heard]),
  );

/**
 * How often a page that has been open for so long may have been read: once, then 24 times for what came late, then once each two seconds.
 * @param {Driver} lede
 */
export const mostReadings = (lede) => lede.evaluate(() => 1 + 24 + Math.ceil(performance.now() / 2000));

/** Whether the first element that matches is on the screen's page at all. @param {Driver} driver @param {string} selector */
export const isShown = (driver, selector) =>
  driver.evaluate((wanted) => (document.querySelector(wanted)?.getClientRects().length ?? 0) > 0, selector);

/** @param {Driver} driver @param {string} selector */
export const untilHidden = (driver, selector) =>
  until(
    `${selector} to be there and hidden`,
    () => driver.evaluate((wanted) => document.querySelector(wanted)?.getClientRects().length === 0, selector),
    () => picture(driver),
  );

/** @param {Driver} driver @param {string} selector */
export const untilShown = (driver, selector) =>
  until(
    `${selector} to be shown`,
    () => isShown(driver, selector),
    () => picture(driver),
  );

/** What a failed wait shows. @param {Driver} driver */
export const picture = (driver) =>
  driver.evaluate(() => ({
    at: location.pathname + location.search,
    root: document.documentElement.getAttributeNames(),
    marked: [...document.body.querySelectorAll("*")]
      .filter((each) => each.getAttributeNames().some((name) => /^data-[a-z]{8,12}$/.test(name)))
      .map((each) => each.id || each.className),
  }));

/** Numbers (document order) of the body's elements that have no box. @param {Driver} driver */
export const unrendered = (driver) =>
  driver.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    return all.flatMap((element, number) =>
      document.body.contains(element) && element.getClientRects().length === 0 ? [number] : [],
    );
  });

/** Numbers of everything in the first match of each selector, itself included. @param {Driver} driver @param {string[]} selectors */
export const insideOf = (driver, selectors) =>
  driver.evaluate((wanted) => {
    const tops = wanted.map((selector) => document.querySelector(selector));
    if (tops.includes(null)) throw new Error(`missing: ${wanted[tops.indexOf(null)]}`);
    return [...document.querySelectorAll("*")].flatMap((element, number) =>
      tops.some((top) => top?.contains(element)) ? [number] : [],
    );
  }, selectors);

/** Opens the sidebar with the toolbar button and waits until it has something to say. @param {Driver} lede @returns {Promise<Shown>} */
export async function openSidebar(lede) {
  await lede.clickToolbar();
  return untilSidebar(lede, "something in the sidebar", (tree) => tree.text.includes(words("heading_clutter")));
}

/**
 * @param {Driver} lede
 * @param {string} what
 * @param {(tree: Shown) => unknown} test
 * @returns {Promise<Shown>}
 */
export function untilSidebar(lede, what, test) {
  return until(
    what,
    async () => {
      const tree = await lede.sidebar();
      return tree && test(tree) ? tree : null;
    },
    async () => (await lede.sidebar())?.text ?? "no sidebar",
  );
}

/** @param {Driver} lede */
export const untilClosed = (lede) => until("the sidebar to close", async () => (await lede.sidebar()) === null);

/** All elements of the picture, in order. @param {Shown} tree @returns {Shown[]} */
export const flat = (tree) => [tree, ...tree.children.flatMap(flat)];

/** The smallest part of the sidebar that has this heading as its first words. @param {Shown} tree @param {string} heading */
export function part(tree, heading) {
  const found = flat(tree)
    .filter((each) => each.children.some((child) => flat(child)[0]?.role === "heading" && child.name === heading))
    .at(-1);
  if (!found) throw new Error(`no part ${heading} in: ${tree.text}`);
  return found;
}

/** Sentences of the summary. @param {Shown} tree */
export const summary = (tree) =>
  flat(part(tree, words("heading_summary")))
    .filter((each) => each.role === "listitem")
    .map(({ text }) => text);

/** Is the switch with this label on? @param {Shown} tree @param {string} key */
export function switchState(tree, key) {
  const found = flat(tree).find((each) => each.role === "switch" && each.name === words(key));
  if (!found) throw new Error(`no switch ${words(key)} in: ${tree.text}`);
  return found.on;
}

/** @param {Driver} lede @param {string} key */
export const clickSwitch = (lede, key) => clickWhenThere(lede, { role: "switch", name: words(key) });
/** @param {Driver} lede @param {string} key @param {number} [nth] */
export const clickButton = (lede, key, nth = 0) => clickWhenThere(lede, { role: "button", name: words(key), nth });

/** The sidebar is drawn anew after each click. @param {Driver} lede @param {{ role: string, name: string, nth?: number }} target */
async function clickWhenThere(lede, target) {
  await untilSidebar(lede, `${target.role} ${target.name}`, (tree) => {
    const alike = flat(tree).filter((each) => each.role === target.role && each.name === target.name);
    return alike.length > (target.nth ?? 0);
  });
  await lede.clickInSidebar(target);
}
