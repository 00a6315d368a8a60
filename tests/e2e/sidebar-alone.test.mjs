/**
 * What needs a stand-in for something of the browser's: reading aloud, since browsers without a window have no voices, and the moment
 * of the click. The content scripts run here in a page itself; clicks are the driver's, as elsewhere.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { BROWSERS, launch, until } from "./drivers/driver.mjs";
import { flat } from "./lede.mjs";
import { ROOT, serve } from "./server.mjs";

/** @param {string[]} names */
const scripts = (...names) => names.map((name) => readFileSync(join(ROOT, "extension", "content", `${name}.js`), "utf8")).join("\n");
const SCRIPTS = scripts("names", "eyes", "voice", "draw", "sidebar");

/** @typedef {{ name: string, lang: string, localService: boolean }} Voice */

for (const browser of BROWSERS) {
  describe(`Reading aloud, in ${browser}`, () => {
    /** @type {import('./drivers/driver.mjs').Driver} */
    let page;
    /** @type {import('./server.mjs').Server} */
    let server;
    before(async () => {
      server = await serve();
      page = await launch(browser);
    });
    after(async () => {
      await page.close();
      await server.close();
    });
    beforeEach(() => page.goto(`${server.url}/stories/short.html`));

    /** Opens the sidebar with something to read in British English. @param {Voice[]} voices */
    const open = (voices) =>
      page.evaluate(
        (scripts, there) => {
          const world = /** @type {any} */ (window);
          world.said = [];
          world.voices = there;
          world.chrome = { i18n: { getMessage: (/** @type {string} */ key) => (key === "ui_lang" ? "en" : key) } };
          world.SpeechSynthesisUtterance = class {
            /** @param {string} text */
            constructor(text) {
              Object.assign(this, { text });
            }
          };
          /** @type {any[]} */
          const queue = [];
          const speech = {
            getVoices: () => world.voices,
            addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => (world.changed = listener),
            speak: (/** @type {any} */ part) => void (queue.push(part), world.said.push(`${part.voice.name}: ${part.text}`)),
            cancel: () => void ((queue.length = 0), world.said.push("cancel")),
            pause: () => void world.said.push("pause"),
            resume: () => void world.said.push("resume"),
          };
          world.finish = () => queue.splice(0).forEach((part) => part.onend?.());
          Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
          world.sidebar = new Function(`${scripts}; return Sidebar;`)();
          world.sidebar.start({ act: () => {}, opened: () => {}, closed: () => {} });
          world.sidebar.show({
            rows: [{ kind: "tools", rows: [{ kind: "speak", message: { key: "button_speak" }, action: { do: "speak", texts: ["One.", "Two."] }, rows: [{ kind: "note", message: { key: "note_no_voice" } }] }] }],
            lang: "en-GB",
            dir: "ltr",
          });
          world.sidebar.open();
        },
        SCRIPTS,
        voices,
      );
    const buttons = async () => flat(/** @type {any} */ (await page.sidebar())).filter(({ classes }) => classes.includes("button")).map(({ name, attributes }) => name + ("disabled" in attributes ? " off" : ""));
    const said = () => page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (window).said));
    /** @param {string} name */
    const click = (name) => page.clickInSidebar({ role: "button", name });
    /** @param {string[]} names */
    const untilButtons = (names) => until(names.join(", "), async () => String(await buttons()) === String(names), buttons);

    test("it uses the device's own voice of the language and region, sentence by sentence", async () => {
      await open([
        { name: "Far", lang: "en-GB", localService: false },
        { name: "Otto", lang: "de-DE", localService: true },
        { name: "Ann", lang: "en-US", localService: true },
        { name: "Bea", lang: "en_GB", localService: true },
      ]);
      await untilButtons(["button_speak"]);
      await click("button_speak");
      await untilButtons(["ui_pause", "ui_stop"]);
      assert.deepEqual(await said(), ["Bea: One.", "Bea: Two."]);
    });

    test("it pauses, goes on, stops, and is ready again at the end", async () => {
      await open([{ name: "Ann", lang: "en-US", localService: true }]);
      await click("button_speak");
      await untilButtons(["ui_pause", "ui_stop"]);
      await click("ui_pause");
      await untilButtons(["ui_resume", "ui_stop"]);
      await click("ui_resume");
      await untilButtons(["ui_pause", "ui_stop"]);
      await click("ui_stop");
      await untilButtons(["button_speak"]);
      assert.deepEqual((await said()).slice(2), ["pause", "resume", "cancel"]);
      await click("button_speak");
      await click("ui_pause");
      await click("ui_stop");
      assert.deepEqual((await said()).slice(-3), ["pause", "cancel", "resume"], "what comes next is not paused");
      await click("button_speak");
      await untilButtons(["ui_pause", "ui_stop"]);
      await page.evaluate(() => /** @type {any} */ (window).finish());
      await untilButtons(["button_speak"]);
    });

    test("closing the sidebar stops it", async () => {
      await open([{ name: "Ann", lang: "en-US", localService: true }]);
      await click("button_speak");
      await untilButtons(["ui_pause", "ui_stop"]);
      await page.press("Escape");
      await until("silence", async () => (await said()).at(-1) === "cancel");
    });

    test("a voice that sends the text away is not used: the button is off and says why, until the device has one", async () => {
      await open([{ name: "Far", lang: "en-GB", localService: false }]);
      await untilButtons(["button_speak off"]);
      assert.match(/** @type {any} */ (await page.sidebar()).text, /note_no_voice/);
      await page.evaluate(() => {
        const world = /** @type {any} */ (window);
        world.voices = [{ name: "Ann", lang: "en-US", localService: true }];
        world.changed();
      });
      await untilButtons(["button_speak"]);
    });

    test("the click's own task puts the sidebar into the page, with a skeleton: nothing is waited for", async () => {
      const seen = await page.evaluate((code) => {
        const world = /** @type {any} */ (window);
        /** @type {any} */
        let hear;
        /** @type {ShadowRoot | undefined} */
        let root;
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (how) {
          return (root = attach.call(this, how));
        };
        const event = { addListener: () => {} };
        world.chrome = {
          i18n: { getMessage: (/** @type {string} */ key) => key },
          // No answer ever comes.
          runtime: { id: "lede", sendMessage: () => new Promise(() => {}), connect: () => ({ onDisconnect: event }), onMessage: { addListener: (/** @type {any} */ listener) => (hear = listener) } },
          storage: { onChanged: event },
        };
        new Function(code)();
        hear({ type: "sidebar" }, { id: "lede" }, () => {});
        const { width = 0, height = 0 } = root?.host.getBoundingClientRect() ?? {};
        return { inPage: root?.host.parentNode === document.documentElement, drawn: width > 200 && height > 200, bones: root?.querySelectorAll(".bone").length };
      }, scripts("gate", "names", "eyes", "watch", "hands", "voice", "draw", "sidebar", "main"));
      assert.deepEqual(seen, { inPage: true, drawn: true, bones: 5 });
    });
  });
}
