/** Pages that work against the sidebar, or look for signs of Lede: what they see, and what they cannot reach. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { clickButton, clickSwitch, forget, inBothBrowsers, isShown, openSidebar, switchState, untilClosed, untilHidden, untilSidebar, withoutLede, words } from "./lede.mjs";
import { matrixPage } from "./matrix.mjs";

/** A page's script, before anything else in the body. @param {string} code */
const script = (code) => `<script>${code}</script>`;

inBothBrowsers("A page against the sidebar", {}, ({ browser, lede, server }) => {
  beforeEach(() => forget(lede()));

  /** A story with a plea, and what the page does. @param {string} name @param {Partial<import('./matrix.mjs').Case>} more */
  const page = (name, more) => server().make(name, matrixPage({ name: "story", ...more }));
  /** @param {string} name @param {Partial<import('./matrix.mjs').Case>} [more] */
  const open = async (name, more = {}) => {
    await lede().goto(page(name, more));
    await untilHidden(lede(), "#plea");
  };
  /** What a reader sees of the panel: where it is, and whether anything makes it fainter. */
  const seen = async () => {
    await until("it to have arrived", () => lede().inSidebar((root) => root.getAnimations().every((/** @type {Animation} */ each) => each.playState !== "running")));
    return lede().inSidebar((root) => {
      const box = root.querySelector(".panel").getBoundingClientRect();
      const { opacity, visibility, filter, transform, pointerEvents } = root.ownerDocument.defaultView.getComputedStyle(root.host);
      return { width: box.width, right: root.ownerDocument.documentElement.clientWidth - box.right, height: box.height, look: [opacity, visibility, filter, transform, pointerEvents].join(" ") };
    });
  };

  test("that takes it out is given way to: back five times in five seconds, then not any more", async () => {
    await open("removes", {
      top: script(`window.taken = 0;
        new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === "div") { window.taken += 1; node.remove(); }
        }).observe(document.documentElement, { childList: true });`),
    });
    await lede().clickToolbar();
    await until("it to give up", async () => (await lede().evaluate(() => /** @type {any} */ (window).taken)) === 6);
    await untilClosed(lede());
    assert.equal(await isShown(lede(), "#plea"), false);
    // It comes again when it is asked for, and is taken out again.
    await lede().clickToolbar();
    await until("it to give up again", async () => (await lede().evaluate(() => /** @type {any} */ (window).taken)) === 12);
  });

  test("that moves it elsewhere has it back where it was", async () => {
    await open("moves");
    await openSidebar(lede());
    await lede().evaluate(() => void document.body.append(/** @type {Node} */ (document.documentElement.lastElementChild)));
    await untilSidebar(lede(), "the sidebar to be back under <html>", (tree) => tree.text.includes(words("heading_summary")));
  });

  test("that hides it by its styles, by attributes or by classes hides nothing", async () => {
    await open("plain");
    await openSidebar(lede());
    const free = await seen();
    assert.equal(free.width, 384);
    assert.equal(free.right, 0);
    const style =
      "<style>html > div, html > div * { display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important; filter: blur(9px) !important; width: 0 !important; position: static !important; left: -9999px !important; pointer-events: none !important; z-index: -1 !important; clip-path: circle(0) !important }</style>";
    await open("hides", { head: style });
    await openSidebar(lede());
    assert.deepEqual(await seen(), free);
    await lede().evaluate(() => {
      const host = /** @type {HTMLElement} */ (document.documentElement.lastElementChild);
      host.hidden = true;
      host.className = "gone";
      for (const [name, value] of Object.entries({ display: "none", opacity: "0", visibility: "hidden", transform: "scale(0)", width: "0", position: "static", "pointer-events": "none" })) host.style.setProperty(name, value, "important");
    });
    assert.deepEqual(await seen(), free);
    await clickButton(lede(), "ui_close");
    await untilClosed(lede());
  });

  test("that imitates it keeps its own, and the reader gets the real one", async () => {
    await open("imitates", {
      extra: script(`const fake = document.createElement("div");
        fake.id = "fake";
        fake.attachShadow({ mode: "closed" }).innerHTML = '<div class="panel" role="complementary" aria-label="Lede" style="position:fixed;inset:0 0 0 auto;width:384px"><button>Not the real one</button></div>';
        document.documentElement.append(fake);`),
    });
    await lede().clickToolbar();
    await until("the real one", () => lede().evaluate(() => document.documentElement.children.length > 3));
    assert.ok(await lede().evaluate(() => document.querySelector("#fake") !== null));
    await lede().evaluate(() => document.querySelector("#fake")?.remove());
    await untilSidebar(lede(), "the real one", (tree) => tree.text.includes(words("heading_summary")) && !tree.text.includes("Not the real"));
  });

  test("whose own dialog is modal, or which is inert for a while, has it back unharmed afterwards", async () => {
    await open("dialog", { extra: '<dialog id="choices"><p>Which edition do you want to read?</p><button id="here">The island</button></dialog>' });
    await openSidebar(lede());
    await lede().evaluate(() => /** @type {any} */ (document.querySelector("#choices")).showModal());
    await lede().clickInPage("#here");
    assert.ok(await lede().evaluate(() => document.querySelector("#choices")?.matches(":modal")), "no appeal: it stays");
    await lede().evaluate(() => /** @type {any} */ (document.querySelector("#choices")).close());
    await lede().evaluate(() => void (document.documentElement.inert = true));
    await lede().evaluate(() => void (document.documentElement.inert = false));
    await clickSwitch(lede(), "switch_page");
    await untilSidebar(lede(), "the switch to be off", (tree) => switchState(tree, "switch_page") === false);
  });

  test("that swallows keys cannot keep it open, and does not hear what is pressed in it", async () => {
    await open("keys", {
      top: script(`window.heard = [];
        addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopImmediatePropagation(); event.preventDefault(); } }, true);
        for (const type of ["keydown", "keypress", "keyup"]) document.addEventListener(type, (event) => window.heard.push(event.key));`),
    });
    await lede().press("x");
    await until("the listener to hear", () => lede().evaluate(() => /** @type {any} */ (window).heard.includes("x")));
    await openSidebar(lede());
    await lede().evaluate(() => void (/** @type {any} */ (window).heard.length = 0));
    for (const key of ["Tab", "ArrowDown", "q"]) await lede().press(key);
    // The focus is in the sidebar throughout: it was opened by hand.
    assert.deepEqual(await lede().evaluate(() => /** @type {any} */ (window).heard), []);
    await lede().press("Escape");
    await clickButton(lede(), "ui_close");
    await untilClosed(lede());
  });

  test("cannot press its buttons: only a person's own clicks count", async () => {
    await open("clicks");
    await openSidebar(lede());
    // As if the page had got hold of the closed root.
    await lede().lendSidebar();
    const pressed = await lede().evaluate(() => {
      const root = /** @type {ShadowRoot} */ ([...document.documentElement.children].map(({ shadowRoot }) => shadowRoot).find(Boolean));
      const all = [...root.querySelectorAll("button")].filter((each) => each.getAttribute("aria-expanded") === null);
      for (const each of all) {
        each.click();
        each.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      }
      root.querySelector(".edge")?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
      dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
      return all.length;
    });
    assert.ok(pressed > 5, `${pressed} buttons`);
    // One real click afterwards: what the others had set in motion would be seen by then.
    await clickSwitch(lede(), "switch_page");
    const after = await untilSidebar(lede(), "the switch to be off", (tree) => switchState(tree, "switch_page") === false);
    assert.equal(switchState(after, "switch_site"), true);
    const kept = await lede().background(async () => /** @type {any} */ (globalThis).chrome.storage.local.get(null));
    assert.deepEqual(kept, {});
  });

  test("is not heard when it posts messages in Lede's own words", async () => {
    await open("posts");
    await lede().evaluate(() => {
      const world = /** @type {any} */ (window);
      const words = [{ type: "sidebar" }, { type: "do", action: { do: "toggle", scope: "everywhere" } }, { type: "do", action: { do: "showAll" } }, { type: "there" }, { type: "hello" }];
      for (const word of words) {
        world.postMessage(word, "*");
        world.dispatchEvent(new MessageEvent("message", { data: word }));
        document.dispatchEvent(new CustomEvent(word.type, { detail: word }));
        world.chrome?.runtime?.sendMessage?.(word);
        new BroadcastChannel("lede").postMessage(word);
      }
    });
    // A real click comes after them in every queue.
    await openSidebar(lede());
    assert.equal(await isShown(lede(), "#plea"), false);
    assert.deepEqual(await lede().background(async () => /** @type {any} */ (globalThis).chrome.storage.local.get(null)), {});
  });

  test("that looks for Lede finds no name, value or style that is the same at the next load", async () => {
    const variables = [...new Set(readFileSync(join(import.meta.dirname, "..", "..", "extension", "sidebar.css"), "utf8").match(/--[a-z]+/g))];
    assert.ok(variables.length > 5);
    /** @param {import('./drivers/driver.mjs').Driver} driver */
    const signs = (driver) =>
      driver.evaluate((names) => {
        const world = /** @type {any} */ (window);
        const found = Object.getOwnPropertyNames(world).map((name) => `global ${name}`);
        for (const element of document.querySelectorAll("*")) {
          found.push(`element ${element.localName}`);
          for (const { name, value } of element.attributes) {
            found.push(`attribute ${name}`);
            if (value.length > 3) found.push(`value ${value}`);
          }
          for (const name of names) if (getComputedStyle(element).getPropertyValue(name) !== "") found.push(`property ${name}`);
        }
        for (const name of world.CSS.highlights?.keys() ?? []) found.push(`highlight ${name}`);
        for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) for (const rule of sheet.cssRules) found.push(`rule ${rule.cssText}`);
        for (const { name } of performance.getEntriesByType("resource")) found.push(`resource ${name}`);
        return [...new Set(found)];
      }, variables);
    // What driving the browser leaves behind is no sign of Lede: the bare page is asked in the same way.
    // An element has to be there while the sidebar is open; that it is a plain one tells nothing.
    const address = page("probes", { extra: "<div></div>" });
    const bare = await withoutLede(browser, async (driver) => {
      await driver.goto(address);
      return signs(driver);
    });
    const load = async () => {
      await lede().goto(address);
      await untilHidden(lede(), "#plea");
      await openSidebar(lede());
      await lede().clickInSidebar({ selector: "li button" });
      await until("something to be lit up", () => lede().evaluate(() => /** @type {any} */ (CSS).highlights.size > 0));
      return (await signs(lede())).filter((sign) => !bare.includes(sign));
    };
    const [first, second] = [await load(), await load()];
    assert.ok(first.some((sign) => sign.startsWith("highlight ")) && first.some((sign) => sign.startsWith("attribute ")), `${first}`);
    assert.deepEqual(first.filter((sign) => second.includes(sign)), []);
  });
});
