/** Pages with little text: nothing but the gate is loaded there, until there is a reason. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pause, until } from "./drivers/driver.mjs";
import { clickSwitch, forget, heard, inBothBrowsers, isShown, listen, openSidebar, untilHidden, untilShown, untilSidebar, words } from "./lede.mjs";
import { matrixPage } from "./matrix.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

const SHORT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><link rel="icon" href="data:,">
<script>const words = ${JSON.stringify("A script says a lot that nobody reads. ".repeat(40))};</script>
<noscript>${"So does what is shown where no script may run. ".repeat(40)}</noscript>
<nav>${["News", "Harbour", "Culture", "Sport", "Tides"].map((name) => `<a href="/${name}">${name}</a>`).join(" ")}</nav>
<main><h1>Sign in</h1><p>Use the address that you gave when you signed up, and the word that you chose then. We never send it to you.</p><form><label>E-mail <input name="parentNode"></label><button>Go on</button></form></main>
<div class="offer" id="offer"><p>Membership</p><a href="/renew">Renew it</a></div>`;

/** Which content scripts are in the tab in front: the gate, the rest. @param {Driver} lede */
const loaded = (lede) =>
  lede.background(async () => {
    const { tabs, scripting } = /** @type {any} */ (globalThis).chrome;
    const [tab] = await tabs.query({ active: true, url: "http://127.0.0.1/*" });
    /* global Gate, Main */
    // @ts-expect-error -- they are there in the tab
    const [found] = await scripting.executeScript({ target: { tabId: tab.id }, func: () => [typeof Gate !== "undefined", typeof Main !== "undefined"] });
    return found.result;
  });

inBothBrowsers("A page with little text", {}, ({ lede, server }) => {
  beforeEach(() => forget(lede()));
  const short = () => server().make("short", SHORT);
  /** Long enough for a page to be counted many times. */
  const rest = () => pause(1000);

  test("gets the gate alone, and is not read", async () => {
    await listen(lede());
    await lede().goto(short());
    await until("the greeting", async () => (await heard(lede())).length > 0);
    await rest();
    assert.deepEqual(await loaded(lede()), [true, false]);
    assert.deepEqual((await heard(lede())).map(({ type }) => type), ["hello"]);
    await lede().evaluate(() => void document.querySelector("main")?.append("A word now and then is no story."));
    await rest();
    assert.deepEqual(await loaded(lede()), [true, false]);
  });

  test("is read when a story comes", async () => {
    await lede().goto(short());
    await rest();
    assert.deepEqual(await loaded(lede()), [true, false]);
    await lede().evaluate((story) => {
      history.pushState(null, "", "story");
      document.body.replaceChildren(...new DOMParser().parseFromString(story, "text/html").body.childNodes);
    }, matrixPage({ name: "story" }));
    await untilHidden(lede(), "#plea");
    assert.deepEqual(await loaded(lede()), [true, true]);
  });

  test("is read when its text grows without new elements", async () => {
    await lede().goto(short());
    await rest();
    await lede().evaluate(() => {
      const text = /** @type {Text} */ (document.querySelector("#offer p")?.firstChild);
      for (let i = 0; i < 20; i += 1) text.appendData(" And this is another sentence of it.");
    });
    await until("the rest", async () => (await loaded(lede()))[1]);
  });

  test("has its sidebar, from a whole reading", async () => {
    await lede().goto(short());
    await rest();
    const { text } = await openSidebar(lede());
    assert.ok(text.includes(words("switch_site")));
    assert.deepEqual(await loaded(lede()), [true, true]);
  });

  test("a block picked there goes, and is gone at the next visit", async () => {
    await lede().goto(short());
    await rest();
    await lede().rightClickInPage("#offer p");
    await lede().chooseMenuItem("pick");
    await untilHidden(lede(), "#offer");
    await lede().goto("about:blank");
    await lede().goto(short());
    await untilHidden(lede(), "#offer");
    // On another site it says nothing.
    await lede().goto(short().replace("127.0.0.1", "localhost"));
    await rest();
    assert.ok(await isShown(lede(), "#offer"));
  });

  test("says that Lede is off where it was switched off", async () => {
    await lede().goto(short());
    await openSidebar(lede());
    await clickSwitch(lede(), "switch_site");
    await untilSidebar(lede(), "the switch to be off", (tree) => tree.text.includes(words("heading_clutter")));
    await lede().goto("about:blank");
    await lede().goto(short());
    await until("the rest", async () => (await loaded(lede()))[1]);
  });
});

inBothBrowsers("A page with a story", {}, ({ lede, server, url }) => {
  beforeEach(() => forget(lede()));

  test("is read while it still loads", async () => {
    await lede().goto(server().make("story", matrixPage({ name: "story" })));
    await untilHidden(lede(), "#plea");
    assert.deepEqual(await loaded(lede()), [true, true]);
    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#plea");
  });

  test("may be short where a sign is a word", async () => {
    await lede().goto(`${url()}/pages/subscribe/zh-wall-after-the-beginning/page.html`);
    await untilHidden(lede(), ".paywall");
  });
});
