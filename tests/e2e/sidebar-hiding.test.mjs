/** Hiding, for people: what a reader picks, keeps, dims, and what never jumps. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pause, until } from "./drivers/driver.mjs";
import { clickButton, flat, forget, inBothBrowsers, isShown, openSidebar, part, untilHidden, untilShown, untilSidebar, words } from "./lede.mjs";

/** @typedef {import('./drivers/driver.mjs').Driver} Driver */

/** @param {Driver} lede @param {object} settings */
const set = (lede, settings) =>
  lede.background(async (wanted) => {
    await /** @type {any} */ (globalThis).chrome.storage.local.set({ settings: { version: 2, ...wanted } });
  }, settings);

/** @param {Driver} lede @returns {Promise<any>} */
const stored = (lede) =>
  lede.background(async () => (await /** @type {any} */ (globalThis).chrome.storage.local.get("settings")).settings ?? null);

inBothBrowsers("Hiding", {}, ({ lede, url }) => {
  const train = (/** @type {string} */ rest = "") => `${url()}/stories/train.html${rest}`;

  beforeEach(async () => {
    await forget(lede());
    await lede().goto(train());
    await untilHidden(lede(), "#letter");
  });

  test("the frame that a block alone filled goes too", async () => {
    assert.equal(await isShown(lede(), ".slot"), false);
    await openSidebar(lede());
    await clickButton(lede(), "button_show");
    await untilShown(lede(), "#letter");
    assert.equal(await isShown(lede(), ".slot"), true);
  });

  test("a frame that several appeals filled goes with them", async () => {
    await lede().goto(`${url()}/stories/rail.html`);
    for (const gone of ["#letter", "#plea", ".rail"]) await untilHidden(lede(), gone);
  });

  test("Hide this block in a frame of the page hides the frame, until it is forgotten", async () => {
    await lede().goto(`${url()}/stories/rail.html`);
    await untilHidden(lede(), "#letter");
    await lede().rightClickInPage("#radio");
    await lede().chooseMenuItem("pick", undefined, true);
    await untilHidden(lede(), "#radio");
    assert.equal(await isShown(lede(), ".byline"), true);
    await openSidebar(lede());
    await clickButton(lede(), "button_forget");
    await untilShown(lede(), "#radio");
  });

  test("Hide this block: the block around what was clicked, here and on the site's other pages, until it is forgotten", async () => {
    await lede().rightClickInPage("#word");
    await lede().chooseMenuItem("pick");
    await untilHidden(lede(), "#weather");
    assert.equal(await isShown(lede(), "main"), true);
    const { blocks } = await stored(lede());
    assert.equal(blocks.length, 1);
    assert.equal(blocks[0].host, "127.0.0.1");
    assert.ok(!/weather|Weather|mild/i.test(blocks[0].block), "a shape, no words");
    await lede().goto(train("?another"));
    await untilHidden(lede(), "#weather");
    const tree = await openSidebar(lede());
    assert.match(part(tree, `${words("kind_own")} · 1`).text, /Weather Mild and dry/);
    await clickButton(lede(), "button_forget");
    await untilShown(lede(), "#weather");
    assert.deepEqual((await stored(lede())).blocks, []);
  });

  test("Hide this block on the article's text hides one paragraph, on this page alone; the article itself stays", async () => {
    await lede().rightClickInPage(".text p:nth-of-type(3)");
    await lede().chooseMenuItem("pick");
    await untilHidden(lede(), ".text p:nth-of-type(3)");
    assert.equal(await isShown(lede(), ".text p:nth-of-type(4)"), true);
    assert.equal((await stored(lede()))?.blocks?.length ?? 0, 0);
    await lede().rightClickInPage("h1");
    await lede().chooseMenuItem("pick");
    await lede().chooseMenuItem("hidden");
    await untilSidebar(lede(), "to be told that it stays", (tree) => flat(tree).some(({ role, text }) => role === "status" && text !== ""));
    assert.equal(await isShown(lede(), "h1"), true);
  });

  test("a page cannot choose what is hidden: a contextmenu event of its own does not count", async () => {
    await lede().rightClickInPage("#word");
    await lede().evaluate(() => document.querySelector(".text p")?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true })));
    await lede().chooseMenuItem("pick");
    await untilHidden(lede(), "#weather");
    assert.equal(await isShown(lede(), ".text p"), true);
  });

  test("Show what Lede hid here opens the sidebar at the list", async () => {
    await lede().chooseMenuItem("hidden");
    await untilSidebar(lede(), "the list", (tree) => tree.text.includes(words("heading_clutter")));
    const [key, top, height] = await until("the list to be in view", () =>
      lede().inSidebar((root) => {
        const group = root.activeElement;
        return group?.dataset.key ? [group.dataset.key, group.getBoundingClientRect().top, root.host.getBoundingClientRect().height] : null;
      }),
    );
    assert.equal(key, "heading_clutter");
    assert.ok(top >= 0 && top < height, `${top} of ${height}`);
  });

  test("Never hide this here: it stays on the site, until it is given up", async () => {
    await openSidebar(lede());
    await clickButton(lede(), "button_keep");
    await untilShown(lede(), "#letter");
    await lede().goto(train("?another"));
    const tree = await openSidebar(lede());
    assert.equal(await isShown(lede(), "#letter"), true);
    assert.ok(tree.text.includes(words("reason_kept")));
    await clickButton(lede(), "button_hide");
    await untilHidden(lede(), "#letter");
    assert.deepEqual((await stored(lede())).kept, []);
  });

  test("dimmed: one line in our words stays, a click on it brings the block back, off gives the page back", async () => {
    await lede().reload();
    await set(lede(), { modes: [{ category: "newsletter", mode: "dim" }] });
    await lede().reload();
    const line = () =>
      lede().evaluate(() => {
        // The slot holds nothing but the letter, and is the block.
        const slot = document.querySelector(".slot");
        if (!slot) return null;
        return { words: getComputedStyle(slot, "::before").content, height: slot.getBoundingClientRect().height, inner: slot.querySelector("h2")?.getClientRects().length };
      });
    const seen = await until("the line", async () => {
      const now = await line();
      return now && now.words !== "none" && now.inner === 0 ? now : null;
    });
    assert.equal(seen.words, JSON.stringify(words("dimmed", words("kind_newsletter"))));
    assert.ok(seen.height >= 20 && seen.height <= 44, `${seen.height} px`);
    assert.equal(await lede().badge(), "1");
    await lede().evaluate(() => addEventListener("click", () => void (/** @type {any} */ (window).heard = true)));
    await lede().clickInPage(".slot");
    await until("the block to be back", async () => (await line())?.inner === 1);
    assert.equal(await lede().evaluate(() => /** @type {any} */ (window).heard ?? false), false, "the page did not hear of it");
    assert.equal((await line())?.words, "none");
  });

  test("a mode of the site's own is honoured there and nowhere else", async () => {
    await set(lede(), { sites: [{ host: "127.0.0.1", modes: [{ category: "newsletter", mode: "leave" }] }] });
    await untilShown(lede(), "#letter");
    await lede().goto(train().replace("127.0.0.1", "localhost"));
    await untilHidden(lede(), "#letter");
  });

  test("Hide also: a tick in the button's menu hides the category on all pages, and the menu remembers it", async () => {
    await lede().goto(`${url()}/www/ferry.html`);
    await untilHidden(lede(), "#letterbox");
    const tree = await openSidebar(lede());
    await lede().press("Escape");
    assert.ok(!tree.text.includes(`${words("kind_related")} · 1`));
    await lede().chooseMenuItem("also_related", true);
    await untilHidden(lede(), ".more");
    assert.deepEqual((await stored(lede())).modes, [{ category: "related", mode: "hide" }]);
    await lede().chooseMenuItem("also_related", false);
    await untilShown(lede(), ".more");
    assert.deepEqual((await stored(lede())).modes, []);
  });

  test("the menus are registered with the browser, within what Chrome takes", async () => {
    const known = await lede().background(async () => {
      const api = /** @type {any} */ (self).chrome;
      const found = [];
      for (const item of ["page", "site", "everywhere", "also", "also_consent", "also_related", "also_social", "also_ad", "also_comments", "options", "pick", "hidden", "none"]) {
        if (await api.contextMenus.update(item, {}).then(() => true, () => false)) found.push(item);
      }
      return found;
    });
    assert.deepEqual(known, ["page", "site", "everywhere", "also", "also_consent", "also_related", "also_social", "also_ad", "also_comments", "options", "pick", "hidden"]);
  });

  for (const still of ["", "?still"]) {
    test(`an appeal that comes late above the line being read moves nothing${still ? ", on a page that forbids the browser to hold the line" : ""}`, async () => {
      await lede().goto(train(still));
      await untilHidden(lede(), "#letter");
      await lede().evaluate(() => document.querySelectorAll(".text p")[9]?.scrollIntoView({ block: "start", behavior: "instant" }));
      // The letter pushes the line down, or does not, as the page has it; what is claimed is that hiding it moves nothing.
      const { seen, after } = await lede().evaluate(async () => {
        const line = /** @type {Element} */ (document.querySelectorAll(".text p")[9]);
        const frame = () => new Promise((go) => requestAnimationFrame(go));
        await frame();
        await frame();
        const top = () => Math.round(line.getBoundingClientRect().top);
        dispatchEvent(new Event("letter"));
        const twin = /** @type {Element} */ (document.querySelector("#twin"));
        /** @type {number[]} */
        const tops = [];
        for (let i = 0; i < 600 && (twin.getClientRects().length > 0 || tops.length === 0); i += 1) {
          tops.push(top());
          await frame();
        }
        await frame();
        await frame();
        return { seen: tops.at(-1), after: top(), hidden: twin.getClientRects().length === 0 };
      });
      await untilHidden(lede(), "#twin");
      assert.ok(Math.abs((seen ?? 0) - after) <= 1, `the line was at ${seen} and is at ${after}`);
    });
  }

  test("off and on by command keeps the line in place on such a page too", async () => {
    await lede().goto(train("?still"));
    await untilHidden(lede(), "#letter");
    await lede().evaluate(() => {
      const letter = /** @type {Element} */ (document.querySelector(".slot"));
      document.querySelector("article")?.before(letter);
    });
    await untilHidden(lede(), "#letter");
    await lede().evaluate(() => document.querySelectorAll(".text p")[9]?.scrollIntoView({ block: "start", behavior: "instant" }));
    const top = () => lede().evaluate(() => Math.round(document.querySelectorAll(".text p")[9]?.getBoundingClientRect().top ?? -1));
    const before = await top();
    await lede().runCommand("toggle-clutter");
    await untilShown(lede(), "#letter");
    assert.ok(Math.abs((await top()) - before) <= 1, `${await top()} after off, ${before} before`);
    await lede().runCommand("toggle-clutter");
    await untilHidden(lede(), "#letter");
    await pause(50);
    assert.ok(Math.abs((await top()) - before) <= 1, `${await top()} after on, ${before} before`);
  });
});
