/** The options page: what is set is stored at once and stays, whatever the storage or a file holds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { forget, inBothBrowsers, isShown, untilHidden, untilShown, words } from "./lede.mjs";
import { assertAccessible, assertFits, count, openOwn, textOf, untilText } from "./own.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

/** What the storage holds under the key of the settings. @param {Driver} lede @returns {Promise<any>} */
const stored = (lede) =>
  lede.background(async () => (await /** @type {any} */ (globalThis).chrome.storage.local.get("settings")).settings ?? null);

/** @param {Driver} lede @param {unknown} settings */
const store = (lede, settings) =>
  lede.background(async (value) => {
    await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: value });
  }, settings);

/** @param {Driver} lede @param {unknown} [settings] */
async function open(lede, settings) {
  await forget(lede);
  if (settings !== undefined) await store(lede, settings);
  await openOwn(lede, "options.html");
}

/** What the chosen control of a setting holds. @param {Driver} lede @param {string} name */
const chosen = (lede, name) =>
  lede.evaluate((wanted) => {
    const inputs = [...document.querySelectorAll("input")].filter((each) => each.name === wanted);
    const one = inputs.length > 1 ? inputs.find((each) => each.checked) : inputs[0];
    return one?.type === "checkbox" ? one.checked : (one?.value ?? null);
  }, name);

/** @param {Driver} lede @param {(settings: any) => unknown} test */
const untilStored = (lede, test) =>
  until(
    "the settings to be stored",
    async () => {
      const settings = await stored(lede);
      return settings && test(settings) ? settings : null;
    },
    () => stored(lede),
  );

/** Chooses a file, as the reader's file dialog would. @param {Driver} lede @param {string} text */
const chooseFile = (lede, text) =>
  lede.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "lede-settings.json", { type: "application/json" }));
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);

const SITES = ["amber", "birch", "cedar", "dune", "elm", "fern", "grove", "heath"].map((name) => ({ host: `${name}.example`, on: false }));
const BLOCKS = ["aside 1a2b3c4d /article/main 0", "p 00000000 /div/main 3"].map((block) => ({ host: "amber.example", block }));
const KEPT = [{ host: "birch.example", block: "div 5e6f7a8b /main 0" }];
const FULL = { version: 2, everywhere: true, modes: [{ category: "ad", mode: "hide" }], sites: SITES, blocks: BLOCKS, kept: KEPT, sentences: 6 };

inBothBrowsers("The options page", {}, ({ lede }) => {
  test("shows the defaults on the first day, and stores nothing by being opened", async () => {
    await open(lede());
    assert.equal(await chosen(lede(), "everywhere"), true);
    for (const category of ["donation", "newsletter", "subscribe", "app"]) assert.equal(await chosen(lede(), `mode-${category}`), "hide");
    for (const category of ["consent", "related", "social", "ad", "comments"]) assert.equal(await chosen(lede(), `mode-${category}`), "leave");
    assert.deepEqual([await chosen(lede(), "sentences"), await chosen(lede(), "theme"), await chosen(lede(), "side"), await chosen(lede(), "sync")], ["3", "auto", "right", false]);
    assert.equal(await stored(lede()), null);
  });

  test("stores a choice at once and says so", async () => {
    await open(lede());
    await lede().clickInPage("input[name=mode-related][value=hide]");
    const settings = await untilStored(lede(), ({ modes }) => modes.length > 0);
    assert.deepEqual(settings.modes, [{ category: "related", mode: "hide" }]);
    await untilText(lede(), "#status", words("options_saved"));
    await lede().clickInPage("input[name=everywhere]");
    await untilStored(lede(), ({ everywhere }) => everywhere === false);
    await lede().reload();
    await until("the choices to be shown again", async () => (await chosen(lede(), "mode-related")) === "hide" && (await chosen(lede(), "everywhere")) === false);
  });

  test("works by keyboard: arrows choose, Space switches, and the focus stays where it is", async () => {
    await open(lede());
    await lede().evaluate(() => /** @type {HTMLElement} */ (document.querySelector("input[name=sentences]:checked")).focus());
    await lede().press("ArrowDown");
    await untilStored(lede(), ({ sentences }) => sentences === 6);
    await untilText(lede(), "#status", words("options_saved"));
    assert.equal(await lede().evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value), "6");
    await lede().press("Tab");
    assert.equal(await lede().evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).name), "language", "Tab leaves the group for the next one");
  });

  test("takes the theme on itself", async () => {
    await open(lede());
    const paper = () => lede().evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await lede().clickInPage("input[name=theme][value=dark]");
    await until("the page to be dark", async () => (await paper()) !== light);
    await untilStored(lede(), ({ appearance }) => appearance.theme === "dark");
  });

  test("shows what was set elsewhere while it is open", async () => {
    await open(lede());
    await store(lede(), FULL);
    await until("the sites to be listed", async () => (await count(lede(), "#sites li")) === SITES.length);
    assert.deepEqual([await chosen(lede(), "mode-ad"), await chosen(lede(), "sentences")], ["hide", "6"]);
  });

  test("keeps what a later Lede stored, and mends what is damaged", async () => {
    await open(lede(), { ...FULL, version: 9, sites: "none", moon: { phase: 3 } });
    await lede().clickInPage("input[name=side][value=left]");
    const settings = await untilStored(lede(), ({ appearance }) => appearance?.side === "left");
    assert.deepEqual([settings.version, settings.moon, settings.sites, settings.sentences], [9, { phase: 3 }, [], 6]);
  });

  test("says when the storage does not take a choice, and takes the choice back", async () => {
    await open(lede());
    await lede().evaluate(() => {
      const world = /** @type {any} */ (window).wrappedJSObject ?? window;
      world.chrome.storage.local.set = () => world.Promise.reject(new world.Error("full"));
    });
    await lede().clickInPage("input[name=sentences][value='1']");
    await untilText(lede(), "#status", words("options_not_saved"));
    await until("the choice to go back", async () => (await chosen(lede(), "sentences")) === "3");
    assert.equal(await stored(lede()), null);
  });

  test("lists sites, finds them, and removes one without losing the place", async () => {
    await open(lede(), FULL);
    assert.equal(await count(lede(), "#sites li"), SITES.length);
    await lede().evaluate(() => {
      const search = /** @type {HTMLInputElement} */ (document.querySelector("#search"));
      search.value = "ER";
      search.dispatchEvent(new Event("input", { bubbles: true }));
    });
    assert.deepEqual(await lede().evaluate(() => [...document.querySelectorAll("#sites bdi")].map((each) => each.textContent)), ["amber.example", "fern.example"]);
    await lede().clickInPage("#sites li:nth-child(2) button");
    const settings = await untilStored(lede(), ({ sites }) => sites.length === SITES.length - 1);
    assert.ok(!settings.sites.some((/** @type {any} */ site) => site.host === "fern.example"));
    await until("the focus to go to what is left", () => lede().evaluate(() => document.activeElement?.getAttribute("aria-label") === "Remove: amber.example"));
  });

  test("switches a site off and on in the list, and chooses what happens to a kind of block on it", async () => {
    await open(lede(), FULL);
    await lede().clickInPage("input[name='site-birch.example']");
    await untilStored(lede(), ({ sites }) => sites[1].on === true);
    assert.equal(await count(lede(), "#sites > li"), SITES.length, "a site that does as the others stays in the list");
    await lede().clickInPage("#sites > li:nth-child(2) summary");
    const choose = (/** @type {string} */ value) =>
      lede().evaluate((wanted) => {
        const select = /** @type {HTMLSelectElement} */ (document.querySelector("[name='mode-related-birch.example']"));
        select.focus();
        select.value = wanted;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }, value);
    await choose("dim");
    await untilStored(lede(), ({ sites }) => JSON.stringify(sites[1].modes) === '[{"category":"related","mode":"dim"}]');
    await untilText(lede(), "#sites > li:nth-child(2) small", words("options_site_kinds", `${words("kind_related")} · ${words("mode_dim")}`));
    assert.equal(await lede().evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).name), "mode-related-birch.example", "the place is kept");
    await choose("usual");
    await untilStored(lede(), ({ sites }) => sites[1].modes === undefined);
  });

  test("takes a site into the list that was typed, or pasted as an address", async () => {
    await open(lede(), FULL);
    const type = (/** @type {string} */ text) =>
      lede().evaluate((typed) => {
        const search = /** @type {HTMLInputElement} */ (document.querySelector("#search"));
        search.value = typed;
        search.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
    for (const text of ["amber.example", "zin", "zinnia example", "."]) {
      await type(text);
      assert.equal(await isShown(lede(), "#add-site"), false, text);
    }
    await type(" https://www.Zinnia.example/story?x ");
    await untilText(lede(), "#add-site", words("options_add", "zinnia.example"));
    await lede().clickInPage("#add-site");
    await untilStored(lede(), ({ sites }) => sites.some((/** @type {any} */ site) => site.host === "zinnia.example" && site.on === true));
    await until("the focus to go to the new row", () => lede().evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).name === "site-zinnia.example"));
    assert.equal(await count(lede(), "#sites > li"), SITES.length + 1);
  });

  test("lists the blocks that are never to be hidden, and gives one up", async () => {
    await open(lede(), FULL);
    assert.equal(await textOf(lede(), "#kept h3"), "birch.example");
    await lede().clickInPage("#kept button");
    await untilStored(lede(), ({ kept }) => kept.length === 0);
    await untilShown(lede(), "#kept-none");
    await until("the focus to go to what is said instead", () => lede().evaluate(() => document.activeElement?.id === "kept-none"));
  });

  test("lists the reader's own hidden blocks by shape and removes them", async () => {
    await open(lede(), FULL);
    assert.equal(await textOf(lede(), "#blocks li span"), words("options_block_inside", "aside", "article, main"));
    await lede().clickInPage("#blocks li:first-child button");
    await untilStored(lede(), ({ blocks }) => blocks.length === 1);
    await lede().clickInPage("#blocks li:first-child button");
    await untilStored(lede(), ({ blocks }) => blocks.length === 0);
    await untilShown(lede(), "#blocks-none");
  });

  test("hands out a file, and takes it in again", async () => {
    await open(lede(), FULL);
    // The file that the browser would save.
    const file = await lede().evaluate(() => {
      const world = /** @type {any} */ (window).wrappedJSObject ?? window;
      return new Promise((done) => {
        world.URL.revokeObjectURL = () => {};
        world.HTMLAnchorElement.prototype.click = function () {
          const link = /** @type {any} */ (this);
          void fetch(link.href).then((answer) => answer.text()).then((text) => done({ name: link.download, text }));
        };
        /** @type {HTMLElement} */ (document.querySelector("[data-do=export]")).click();
      });
    });
    const { name, text } = /** @type {any} */ (file);
    assert.equal(name, "lede-settings.json");
    await open(lede(), { version: 2, sites: [{ host: "mine.example", on: false }] });
    await chooseFile(lede(), text);
    await untilText(lede(), "#import-result", words("options_imported", "8", "2", "1"));
    const settings = await stored(lede());
    assert.deepEqual(settings.sites.map((/** @type {any} */ site) => site.host), [...SITES.map(({ host }) => host), "mine.example"]);
    assert.deepEqual([settings.blocks, settings.kept, settings.modes, settings.sentences], [BLOCKS, KEPT, FULL.modes, 6]);
    await lede().clickInPage("[data-do=undo]");
    await untilText(lede(), "#import-result", words("options_undone"));
    assert.deepEqual((await stored(lede())).sites, [{ host: "mine.example", on: false }]);
    await untilHidden(lede(), "[data-do=undo]");
  });

  test("refuses a wrong file with a sentence, and loses nothing", async () => {
    await open(lede(), FULL);
    for (const [text, key] of [
      ["<!doctype html><p>Not JSON", "options_import_not_json"],
      ["", "options_import_not_json"],
      ["null", "options_import_not_ours"],
      ['{"name":"theme","settings":{"version":2}}', "options_import_not_ours"],
      ['{"lede":"settings","settings":[]}', "options_import_damaged"],
      [`{"lede":"settings","pad":"${"x".repeat(1_000_001)}"}`, "options_import_too_large"],
    ]) {
      await chooseFile(lede(), String(text));
      await untilText(lede(), "#import-result", words(String(key)));
    }
    assert.deepEqual(await stored(lede()), FULL);
    await chooseFile(lede(), '{"lede":"settings","settings":{"version":2,"sites":[{"host":"<img src=x>","on":true},{"host":"zinnia.example","on":true}]}}');
    await untilText(lede(), "#import-result", `${words("options_imported", "1", "0", "0")} ${words("options_imported_rest", "1")}`);
    assert.equal(await count(lede(), "#sites li"), SITES.length + 1);
    assert.equal(await count(lede(), "main img"), 0);
  });

  test("puts only the appearance into the browser account, and only when asked", async () => {
    const account = () => lede().background(async () => /** @type {any} */ (globalThis).chrome.storage.sync.get(null));
    const clear = () =>
      lede().background(async () => {
        await /** @type {any} */ (globalThis).chrome.storage.sync.clear();
      });
    await clear();
    await open(lede(), FULL);
    await lede().clickInPage("input[name=theme][value=light]");
    await untilText(lede(), "#status", words("options_saved"));
    assert.deepEqual(await account(), {});
    await lede().clickInPage("input[name=sync]");
    const { appearance, ...rest } = await until("the account to have it", async () => {
      const held = await account();
      return held.appearance ? held : null;
    });
    assert.deepEqual([appearance.theme, rest], ["light", {}]);
    // What another device sets comes here.
    await lede().background(async (theirs) => {
      await /** @type {any} */ (globalThis).chrome.storage.sync.set({ appearance: theirs });
    }, { ...appearance, theme: "dark", width: 500 });
    await until("the other device's choice to be shown", async () => (await chosen(lede(), "theme")) === "dark" && (await chosen(lede(), "width")) === "500");
    assert.equal((await stored(lede())).sites.length, SITES.length);
    // And what is set in the sidebar here goes there, without the options page.
    await lede().background(async () => {
      const { local } = /** @type {any} */ (globalThis).chrome.storage;
      const { settings } = await local.get("settings");
      await local.set({ settings: { ...settings, appearance: { ...settings.appearance, width: 300 } } });
    });
    await until("the width to reach the account", async () => (await account()).appearance.width === 300);
    await clear();
  });

  test("tells the shortcuts, the version and the licences", async () => {
    await open(lede());
    await until("the shortcuts to be listed", async () => (await count(lede(), "#shortcuts li")) === 2);
    assert.match(String(await textOf(lede(), "#shortcuts")), /Open or close the summary.*L.*Turn clutter removal on or off on this page.*K/);
    assert.match(String(await textOf(lede(), "#version")), /\d+\.\d+\.\d+/);
    assert.ok((await isShown(lede(), "[data-do=shortcuts]")) || (await isShown(lede(), "#shortcuts-how")));
    await lede().clickInPage("#licences summary");
    await until("the licences to be read", async () => /wasm-bindgen[^]*MIT/.test(String(await textOf(lede(), "#licences pre"))));
  });

  test("asks for the permission only where it is missing", async () => {
    await open(lede());
    assert.equal(await isShown(lede(), "#permission"), false);
    await lede().permit(false);
    await untilShown(lede(), "#permission");
    await lede().permit(true);
    await untilHidden(lede(), "#permission");
  });
});

for (const [name, options] of /** @type {const} */ ([
  ["light", {}],
  ["dark", { dark: true }],
  ["as wide as a phone", { width: 390, height: 780 }],
])) {
  inBothBrowsers(`The options page, ${name},`, options, ({ lede }) => {
    test("has no finding of axe-core and fits its window, empty and full", async () => {
      await open(lede());
      await assertAccessible(lede());
      await open(lede(), FULL);
      await lede().clickInPage("#licences summary");
      await lede().clickInPage("input[name=sentences][value='1']");
      await untilText(lede(), "#status", words("options_saved"));
      await assertAccessible(lede());
      await assertFits(lede());
    });

    test("stands in the other direction, too", async () => {
      await open(lede(), FULL);
      await lede().evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      await assertFits(lede());
      const [name, control] = await lede().evaluate(() => [".name", "[role=switch]"].map((each) => document.querySelector(each)?.getBoundingClientRect().left ?? 0));
      assert.ok(Number(control) < Number(name), `${control} < ${name}`);
    });
  });
}
