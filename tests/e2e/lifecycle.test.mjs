/** What befalls a page, the background, the storage and the extension itself while a reader has pages open. */
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { pause, until } from "./drivers/driver.mjs";
import { clickButton, clickSwitch, forget, heard, inBothBrowsers, isShown, listen, openSidebar, picture, switchState, untilClosed, untilHidden, untilShown, untilSidebar, words } from "./lede.mjs";
import { matrixPage } from "./matrix.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

/** @param {Driver} lede @param {unknown} settings */
const store = (lede, settings) =>
  lede.background(async (value) => {
    await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: value });
  }, settings);

inBothBrowsers("A page that changes under Lede", {}, ({ lede, server, url }) => {
  beforeEach(() => forget(lede()));
  /** @param {string} name @param {Partial<import('./matrix.mjs').Case>} [more] */
  const make = (name, more = {}) => server().make(name, matrixPage({ name: "story", ...more }));
  const another = matrixPage({ name: "another" }).replaceAll("Clock tower", "Water tower").replaceAll('id="plea"', 'id="other-plea"');

  for (const [how, change] of /** @type {const} */ ([
    ["writes itself anew", "document.open(); document.write(window.next); document.close();"],
    ["replaces its root", "document.documentElement.replaceWith(new DOMParser().parseFromString(window.next, 'text/html').documentElement);"],
    ["replaces its body", "document.body.replaceWith(new DOMParser().parseFromString(window.next, 'text/html').body);"],
  ])) {
    test(`and ${how} is read again, and the sidebar is there again`, async () => {
      await lede().goto(make("before", { head: `<script>window.next = ${JSON.stringify(another).replaceAll("<", "\\u003c")}; window.change = () => { ${change} }</script>` }));
      await untilHidden(lede(), "#plea");
      await openSidebar(lede());
      await lede().evaluate(() => void setTimeout(() => /** @type {any} */ (window).change()));
      await untilHidden(lede(), "#other-plea");
      await untilSidebar(lede(), "the sidebar", (tree) => tree.text.includes(words("heading_summary")));
      await clickButton(lede(), "ui_close");
      await untilClosed(lede());
    });
  }

  test("of address again and again shows what belongs to the last one", async () => {
    await lede().goto(make("walk"));
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    await lede().evaluate(() => {
      const main = /** @type {HTMLElement} */ (document.querySelector("main"));
      const story = main.innerHTML;
      for (let i = 1; i <= 20; i += 1) {
        history.pushState(null, "", `?story=${i}`);
        main.innerHTML = story.replaceAll("Clock tower to", `Tower ${i} to`).replaceAll('id="plea"', `id="plea-${i}"`);
      }
    });
    await untilHidden(lede(), "#plea-20");
    await untilSidebar(lede(), "the last story", (tree) => /Tower 20 to strike/.test(tree.text) && !/Tower 1?\d to strike/.test(tree.text));
  });

  for (const [how, wait, most] of /** @type {const} */ ([
    ["at once", 0, 1],
    ["a while later", 500, 2],
  ])) {
    test(`that goes to another address and shows its story ${how} has that story read once`, async () => {
      await lede().goto(make("spa"));
      await untilHidden(lede(), "#plea");
      await openSidebar(lede());
      await listen(lede());
      await lede().background(() => {
        const world = /** @type {any} */ (self);
        if (world.told === undefined) world.chrome.runtime.onMessage.addListener((/** @type {any} */ { pages = [] }) => void (world.told += pages.filter((/** @type {string} */ each) => each.includes("Water tower")).length));
        world.told = 0;
      });
      await lede().evaluate(
        (markup, ms) => {
          const show = () => document.querySelector("main")?.replaceWith(/** @type {Element} */ (new DOMParser().parseFromString(markup, "text/html").querySelector("main")));
          history.pushState(null, "", "?other");
          if (ms > 0) setTimeout(show, ms);
          else show();
        },
        another,
        wait,
      );
      await untilHidden(lede(), "#other-plea");
      await untilSidebar(lede(), "the other story", (tree) => tree.text.includes("Water tower"));
      // Long enough for another reading to come.
      await pause(500);
      assert.equal(await lede().background(() => /** @type {any} */ (self).told), 1);
      const readings = (await heard(lede())).filter(({ reading }) => reading).map(({ pages }) => pages);
      assert.ok(readings.length <= most && readings.every((pages) => pages === 1), `read ${readings.length} times: ${readings} pages sent`);
    });
  }

  test("that is come back to follows what was set meanwhile", async () => {
    await lede().goto(make("first"));
    await untilHidden(lede(), "#plea");
    await lede().evaluate(() => void (/** @type {any} */ (window).stayed = true));
    await lede().goto(`${url()}/www/lighthouse.html`);
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_everywhere");
    await untilShown(lede(), "#lighthouse-plea");
    await lede().back();
    assert.equal(await lede().evaluate(() => /** @type {any} */ (window).stayed), true, "the browser had kept the page");
    await untilShown(lede(), "#plea");
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_everywhere");
    await untilHidden(lede(), "#plea");
  });

  test("made ready before it is opened is read when it is seen", async () => {
    const ready = make("ready");
    await lede().goto(make("speculates", { head: `<script type="speculationrules">${JSON.stringify({ prerender: [{ source: "list", urls: ["/made/ready"] }] })}</script>` }));
    await untilHidden(lede(), "#plea");
    await lede().goto(ready);
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
  });
});

inBothBrowsers("A background that ends, a storage that fails", {}, ({ browser, lede, server, url }) => {
  beforeEach(() => forget(lede()));
  const page = () => server().make("plain", matrixPage({ name: "story" }));

  test("the background may end before any message", async () => {
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    /** @type {[string, () => Promise<unknown>][]} */
    const steps = [
      ["opening", () => openSidebar(lede())],
      ["a jump", () => lede().clickInSidebar({ selector: "li button" })],
      ["show all", async () => (await clickButton(lede(), "button_show_all"), untilShown(lede(), "#plea"))],
      ["hide all", async () => (await clickButton(lede(), "button_hide_all"), untilHidden(lede(), "#plea"))],
      ["the page off", async () => (await clickSwitch(lede(), "switch_page"), untilShown(lede(), "#plea"))],
      ["the page on", async () => (await clickSwitch(lede(), "switch_page"), untilHidden(lede(), "#plea"))],
      ["something late", async () => (await lede().evaluate(() => { const late = /** @type {Element} */ (document.querySelector("#plea")?.cloneNode(true)); late.id = "late"; document.querySelector("main")?.append(late); }), untilHidden(lede(), "#late"))],
      ["a command", async () => (await lede().runCommand("toggle-clutter"), untilShown(lede(), "#plea"))],
      ["a page", async () => (await lede().reload(), untilHidden(lede(), "#plea"))],
    ];
    for (const [what, step] of steps) {
      await lede().killBackground();
      await step().catch((error) => assert.fail(`${what}: ${error.message}`));
    }
  });

  test("and while it is thinking", async () => {
    for (let i = 0; i < 5; i += 1) {
      await lede().goto(page());
      await lede().killBackground();
      await untilHidden(lede(), "#plea");
    }
  });

  test("whatever is stored, in whole or in any part, pages are served as on the first day", async () => {
    const odd = [7, "x", true, [], [[]], {}, { a: { b: 1 } }, -1e300, "\u0000", null];
    const keys = ["version", "everywhere", "modes", "sites", "blocks", "kept", "sentences", "appearance", "syncAppearance", "also"];
    const stored = [...odd.map((value) => ({ whole: value })), ...keys.flatMap((key, at) => odd.filter((_, nth) => (nth + at) % 3 === 0).map((value) => ({ [key]: value })))];
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    for (const each of stored) {
      await store(lede(), "whole" in each ? each.whole : each);
      for (const seen of [untilShown, untilHidden]) {
        await lede().runCommand("toggle-clutter");
        await seen(lede(), "#plea").catch((error) => assert.fail(`${JSON.stringify(each)} stored: ${error.message}`));
      }
    }
  });

  test("what a later Lede stored is kept when something is changed", async () => {
    await store(lede(), { version: 99, everywhere: true, moons: [{ phase: "full" }], appearance: { theme: "dark", glow: 3 } });
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_site");
    await untilShown(lede(), "#plea");
    const { settings } = await lede().background(async () => /** @type {any} */ (globalThis).chrome.storage.local.get("settings"));
    assert.deepEqual([settings.version, settings.moons, settings.sites], [99, [{ phase: "full" }], [{ host: "127.0.0.1", on: false }]]);
  });

  test("a full storage costs the memory of a choice, not the choice, and says so; what was kept before stays", async () => {
    const before = { sites: [{ host: "other.example", on: false }] };
    await store(lede(), before);
    const full = await lede().background(async () => {
      const { local } = /** @type {any} */ (globalThis).chrome.storage;
      // Halves of what is left, down to the last bytes; Firefox sets its extensions no bound short of the disk's.
      for (let [size, number] = [4 << 20, 0]; size > 0 && number < 20; number += 1) {
        await local.set({ [`filling-${number}`]: "x".repeat(size) }).catch(() => (size >>= 1, number -= 1));
      }
      return local.set({ more: "x".repeat(200) }).then(() => false, () => true);
    });
    assert.equal(full, browser === "chromium");
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_site");
    await untilShown(lede(), "#plea");
    const { text } = await untilSidebar(lede(), "the switch to be off", (tree) => switchState(tree, "switch_site") === false);
    assert.equal(text.includes(words("note_not_kept")), full);
    const { settings } = await lede().background(async () => /** @type {any} */ (globalThis).chrome.storage.local.get("settings"));
    const hosts = settings.sites.map((/** @type {{ host: string }} */ { host }) => host);
    assert.deepEqual(hosts.sort(), full ? ["other.example"] : ["127.0.0.1", "other.example"]);
    await lede().reload();
    await (full ? untilHidden : untilShown)(lede(), "#plea");
  });

  test("a permission taken back under an open page breaks nothing, and is missed on the next", async () => {
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    await lede().permit(false);
    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#plea");
    await lede().goto(`${url().replace("127.0.0.1", "localhost")}/www/lighthouse.html`);
    assert.ok(await isShown(lede(), "#lighthouse-plea"), "nothing is read there");
    assert.equal(await lede().badge(), "");
    await lede().permit(true);
  });
});

inBothBrowsers("An extension that is damaged, changed or gone", { copied: true }, ({ browser, lede, server, folder }) => {
  const page = () => server().make("plain", matrixPage({ name: "story" }));
  const wasm = () => join(folder, "brain", "lede_bg.wasm");
  const kept = () => join(folder, "kept.wasm");
  const bare = (/** @type {Driver} */ driver) => driver.evaluate(() => document.documentElement.outerHTML);

  for (const [fault, damage] of /** @type {[string, () => void][]} */ ([
    ["is missing", () => renameSync(wasm(), kept())],
    ["is cut off", () => (renameSync(wasm(), kept()), writeFileSync(wasm(), readFileSync(kept()).subarray(0, 100_000)))],
    ["is something else", () => (renameSync(wasm(), kept()), writeFileSync(wasm(), "<!doctype html>"))],
  ])) {
    test(`an engine that ${fault} is said, the page stays as it is, and the button tries again`, async () => {
      await lede().goto("about:blank");
      damage();
      try {
        await lede().killBackground();
        await lede().goto(page());
        const pure = await bare(lede());
        await lede().clickToolbar();
        await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("ui_engine_failed")));
        assert.ok(await isShown(lede(), "#plea"));
        await lede().press("Escape");
        await untilClosed(lede());
        assert.equal(await bare(lede()), pure);
      } finally {
        copyFileSync(kept(), wasm());
      }
      await lede().clickToolbar();
      await clickButton(lede(), "ui_retry");
      await untilHidden(lede(), "#plea");
      await lede().press("Escape");
      await untilClosed(lede());
    });
  }

  test("an engine that traps is asked once more, made anew; a second trap is said", async () => {
    const glue = join(folder, "brain", "lede.js");
    const sound = readFileSync(glue, "utf8");
    // Eight bytes of head, then: a type, a function of it, exported as "t", whose body is `unreachable`.
    const trap = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11";
    assert.match(sound, /^export function answer\(/m);
    writeFileSync(
      glue,
      `${sound.replace(/^export function answer\(/m, "function calm(").replace(/^export function reset\(\) \{/m, "export function reset() {\n    self.made += 1;")}
      self.made = 0; self.tried = 0; self.traps = 0;
      export function answer(...given) {
        self.tried += 1;
        if (self.traps > 0) { self.traps -= 1; new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${trap}]))).exports.t(); }
        return calm(...given);
      }`,
    );
    // A page that is open is served by the new one: its question would be counted with those that follow.
    await lede().goto("about:blank");
    await lede().extension("reload");
    await untilThere(lede());
    /** @param {number} traps */
    const load = async (traps) => {
      await lede().goto("about:blank");
      await lede().background((number) => void Object.assign(self, { traps: number, made: 0, tried: 0 }), traps);
      await lede().goto(page());
    };
    const count = () => lede().background(() => {
      const { tried, made } = /** @type {any} */ (self);
      return [tried, made];
    });
    await load(1);
    await untilHidden(lede(), "#plea");
    assert.deepEqual(await count(), [2, 1], "asked twice, made anew once");
    await load(1000);
    await lede().clickToolbar();
    await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("ui_engine_failed")));
    assert.deepEqual(await count(), [2, 2], "asked twice, and not again by itself");
    assert.ok(await isShown(lede(), "#plea"));
    await lede().background(() => void Object.assign(self, { traps: 0 }));
    await clickButton(lede(), "ui_retry");
    await untilHidden(lede(), "#plea");
    writeFileSync(glue, sound);
  });

  /** Attributes that look like ours, on anything. */
  const marks = () => lede().evaluate(() => [...document.querySelectorAll("*")].flatMap((each) => each.getAttributeNames().filter((name) => /^data-[a-z]{8,12}$/.test(name))));

  test("reloaded as a newer version under an open page with its sidebar open, it serves that page anew", async () => {
    await lede().goto(page());
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    const old = await marks();
    assert.equal(old.length, 2);
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
    await lede().extension("reload");
    await untilThere(lede());
    await until("the new one to have marked the page", async () => (await marks()).some((name) => !old.includes(name)), () => picture(lede()));
    await untilHidden(lede(), "#plea");
    await untilClosed(lede());
    if (browser === "chromium") await until("the old one's marks to be off", async () => !(await marks()).some((name) => old.includes(name)));
    const { text } = await openSidebar(lede());
    assert.ok(text.includes(words("heading_summary")));
    // One of them answers, not two.
    await listen(lede());
    await clickSwitch(lede(), "switch_page");
    await untilShown(lede(), "#plea");
    await untilSidebar(lede(), "the switch to be off", (tree) => switchState(tree, "switch_page") === false);
    assert.deepEqual((await heard(lede())).filter(({ type }) => type === "answer").map(({ reading, pages }) => [reading, pages]), [[false, 1]]);
  });

  for (const fate of /** @type {const} */ (["disable", "remove"])) {
    test(`${fate}d under an open page, what was hidden is seen again`, async () => {
      await lede().goto(page());
      await untilHidden(lede(), "#plea");
      await openSidebar(lede());
      // Its line to the page is closed when the background sleeps, and then nothing tells the page that the extension goes.
      await lede().killBackground();
      await pause(600);
      await lede().extension(fate);
      // A reader does something.
      await lede().clickInPage("h1");
      await untilShown(lede(), "#plea");
      if (browser === "chromium") {
        await until("the marks to be off", async () => (await marks()).length === 0, () => picture(lede()));
        assert.equal(await lede().sidebar(), null);
      }
      if (fate === "disable") {
        await lede().extension("enable");
        await untilThere(lede());
        await lede().reload();
        await untilHidden(lede(), "#plea");
      }
    });
  }
});

/** Waits until the extension answers again. @param {Driver} lede */
const untilThere = (lede) => until("the extension to be back", () => lede.background(() => /** @type {any} */ (globalThis).chrome.runtime.id).catch(() => null));
