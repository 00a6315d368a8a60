/** What a reader finds in the sidebar and does with it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, test } from "node:test";
import { launch, until } from "./drivers/driver.mjs";
import { built, clickButton, flat, forget, inBothBrowsers, isShown, openSidebar, summary, untilClosed, untilHidden, untilSidebar, words } from "./lede.mjs";
import { ROOT, serve } from "./server.mjs";

/** @param {import('./drivers/driver.mjs').Shown} tree @param {string} role */
const named = (tree, role) => flat(tree).filter((each) => each.role === role).map(({ name }) => name);

inBothBrowsers("The sidebar", {}, ({ browser, lede, url }) => {
  const story = () => `${url()}/stories/train.html`;

  beforeEach(async () => {
    await forget(lede());
    await lede().goto(story());
    await untilHidden(lede(), "#letter");
  });

  test("its parts come in the order of a reader's questions, under headings without a gap", async () => {
    const tree = await openSidebar(lede());
    const headings = flat(tree).filter(({ role }) => role === "heading");
    const names = headings.map(({ name }) => name);
    const order = ["heading_summary", "heading_quotes", "heading_facts", "heading_outline", "heading_clutter"].map((key) => names.indexOf(words(key)));
    assert.equal(names[0], "Last steam train in October");
    assert.ok(order.every((at, i) => at > (order[i - 1] ?? 0)), JSON.stringify(names));
    let level = 2;
    for (const { tag } of headings) {
      assert.ok(Number(tag[1]) <= level + 1, `${tag} after h${level}`);
      level = Number(tag[1]);
    }
  });

  test("the date is in the reader's own form, the times of article and summary are told", async () => {
    const tree = await openSidebar(lede());
    const time = flat(tree).find(({ tag }) => tag === "time");
    assert.deepEqual([time?.text, time?.attributes.datetime], ["August 24, 2026", "2026-08-24"]);
    assert.match(tree.text, /2 min read, the summary \d0 s/);
  });

  test("the summary is copied as text and as Markdown, and it says so", async () => {
    const tree = await openSidebar(lede());
    const [first] = summary(tree);
    await clickButton(lede(), "button_copy");
    await untilSidebar(lede(), "to be told that it was copied", (now) => flat(now).some(({ role, text }) => role === "status" && text === words("ui_copied")));
    const text = await lede().clipboard();
    assert.ok(text.startsWith("Last steam train in October\n") && text.includes(`\n${story()}\n\n${first}\n`), text);
    await clickButton(lede(), "button_copy_markdown");
    const markdown = await until("Markdown in the clipboard", async () => {
      const now = await lede().clipboard();
      return now.startsWith("#") ? now : "";
    });
    assert.ok(markdown.startsWith(`# [Last steam train in October](${story()})\n`) && markdown.includes(`\n- ${first}\n`), markdown);
    assert.match(markdown, /\n> “But children will still wave at it.” — Ida Norling\n/);
  });

  test("it is copied where the page forbids it too", async () => {
    await lede().evaluate(() => addEventListener("copy", (event) => event.stopImmediatePropagation(), true));
    await openSidebar(lede());
    await clickButton(lede(), "button_copy_markdown");
    await until("Markdown in the clipboard", async () => (await lede().clipboard()).startsWith("# [Last steam"));
  });

  test("printing prints the page without clutter and without the sidebar", async () => {
    await lede().evaluate(() => {
      const world = /** @type {any} */ (window);
      world.printed = 0;
      addEventListener("beforeprint", () => {
        world.printed += 1;
        world.seen = document.querySelector("#letter")?.getClientRects().length;
      });
    });
    await openSidebar(lede());
    await clickButton(lede(), "button_print");
    await until("the page to be printed", () => lede().evaluate(() => /** @type {any} */ (window).printed > 0));
    assert.equal(await lede().evaluate(() => /** @type {any} */ (window).seen), 0);
    const rules = readFileSync(join(ROOT, "extension", "sidebar.css"), "utf8");
    assert.match(rules, /@media print \{ :host \{ display: none !important; \} \}/);
  });

  test("the options open in a tab of their own", async () => {
    await openSidebar(lede());
    await clickButton(lede(), "options_title");
    const tabs = () =>
      lede().background(async () => {
        const api = /** @type {any} */ (self).chrome;
        return (await api.tabs.query({ url: api.runtime.getURL("options.html") })).map((/** @type {any} */ tab) => tab.id);
      });
    const ids = await until("the tab", async () => {
      const found = await tabs();
      return found.length > 0 ? found : null;
    });
    assert.equal(ids.length, 1);
    await lede().background(async (id) => void (await /** @type {any} */ (self).chrome.tabs.remove(id)), ids[0]);
  });

  test("without a voice on the device reading aloud is off and says why", async () => {
    const tree = await openSidebar(lede());
    const button = flat(tree).find(({ role, name }) => role === "button" && name === words("button_speak"));
    assert.ok(button && "disabled" in button.attributes);
    assert.ok(tree.text.includes(words("note_no_voice")));
  });

  test("a long list is folded, opens, and is still open when all is drawn anew", async () => {
    await lede().goto(`${url()}/www/ferry.html`);
    const tree = await openSidebar(lede());
    const more = flat(tree).find(({ classes, on }) => classes.includes("fold") && on === false);
    assert.ok(more, "something is folded");
    await lede().clickInSidebar({ role: "button", name: more.name });
    const open = (/** @type {typeof tree} */ now) => flat(now).find(({ classes, name }) => classes.includes("fold") && name === more.name)?.on;
    await untilSidebar(lede(), "the fold to open", open);
    await clickButton(lede(), "length_long");
    await untilSidebar(lede(), "six sentences", (now) => summary(now).length > 3);
    assert.equal(open(/** @type {typeof tree} */ (await lede().sidebar())), true);
  });

  test("the arrow keys walk through a list, Tab through everything, Escape gives the focus back", async () => {
    await lede().evaluate(() => /** @type {HTMLElement} */ (document.querySelector("header a")).focus());
    await openSidebar(lede());
    const focused = () => lede().inSidebar((root) => root.activeElement?.textContent ?? "");
    const sentences = summary(/** @type {any} */ (await lede().sidebar()));
    while ((await focused()) !== sentences[0]) await lede().press("Tab");
    await lede().press("ArrowDown");
    assert.equal(await focused(), sentences[1]);
    await lede().press("End");
    assert.equal(await focused(), sentences.at(-1));
    await lede().press("ArrowUp");
    await lede().press("ArrowUp");
    assert.equal(await focused(), sentences[0]);
    const outline = await lede().inSidebar((root) => {
      const style = root.activeElement.ownerDocument.defaultView.getComputedStyle(root.activeElement);
      return style.outlineStyle;
    });
    assert.notEqual(outline, "none", "the focus is seen");
    await lede().press("Escape");
    await untilClosed(lede());
    assert.equal(await lede().evaluate(() => document.activeElement?.textContent), "The Valley Post");
  });

  test("what is under the pointer stays there when something changes above it, and the focus stays on its control", async () => {
    await openSidebar(lede());
    await clickButton(lede(), "button_show");
    await untilSidebar(lede(), "the button to turn", (now) => named(now, "button").includes(words("button_hide")));
    const place = () =>
      lede().inSidebar((root) => {
        const button = root.activeElement;
        return [button?.textContent ?? "", Math.round(button?.getBoundingClientRect().top ?? -1)];
      });
    const before = await place();
    assert.equal(before[0], words("button_hide"));
    await lede().press("Enter");
    await untilSidebar(lede(), "the button to turn back", (now) => named(now, "button").includes(words("button_show")));
    assert.deepEqual(await place(), [words("button_show"), before[1]]);
  });

  test("how many blocks are hidden is in a polite live region", async () => {
    const tree = await openSidebar(lede());
    const status = flat(tree).find(({ role }) => role === "status");
    assert.equal(status?.text, words("note_hidden_one"));
    await clickButton(lede(), "button_show_all");
    await untilSidebar(lede(), "the status to follow", (now) => flat(now).find(({ role }) => role === "status")?.text === words("note_nothing_hidden"));
  });

  test("no article: it says so, hides nothing, offers the switches", async () => {
    await lede().goto(`${url()}/stories/short.html`);
    const tree = await openSidebar(lede());
    assert.ok(tree.text.includes(words("note_no_article")));
    assert.ok(!tree.text.includes(words("heading_summary")) && tree.text.includes(words("switch_everywhere")));
  });

  test("too short an article: it says so, and does not say the article again", async () => {
    await lede().goto(`${url()}/stories/brief.html`);
    const tree = await openSidebar(lede());
    assert.ok(tree.text.includes(words("note_too_short")) && !tree.text.includes("while its pumps are changed"), tree.text);
    assert.ok(!named(tree, "button").includes(words("button_copy")), "there is nothing to copy");
  });

  test("a script whose sentences are not told apart: no summary, and hiding works as usual", async () => {
    await lede().evaluate(() => {
      document.documentElement.lang = "am";
      for (const [at, each] of [...document.querySelectorAll(".text p")].entries()) {
        each.textContent = Array.from({ length: 30 }, (_, word) => String.fromCodePoint(...[3, 7, 11, 13].map((step) => 0x1200 + ((at * 17 + word * step) % 64)))).join(" ");
      }
      history.pushState(null, "", "?am");
    });
    await openSidebar(lede());
    const tree = await untilSidebar(lede(), "the note", (now) => now.text.includes(words("note_language")));
    assert.ok(named(tree, "button").includes(words("button_show")), "what was hidden can be shown");
  });

  test("only a beginning: it says whose doing that is", async () => {
    await lede().goto(`${url()}/stories/teaser.html`);
    await openSidebar(lede());
    await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("note_locked")));
  });

  test("too large a page: what was read is told, and that it is a part", async () => {
    await lede().evaluate(() => {
      const far = document.createElement("div");
      for (let i = 0; i < 201_000; i += 1) far.append(document.createElement("i"));
      document.body.append(far);
    });
    await lede().evaluate(() => history.pushState(null, "", "?large"));
    await openSidebar(lede());
    await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("note_partial")));
  });

  test("an engine that fails is said, leaves the page alone, and is tried again by a button", async () => {
    await lede().background(() => {
      const world = /** @type {any} */ (self);
      world.kept = world.TextDecoder.prototype.decode;
      // Every string that the engine gives out goes through it.
      world.TextDecoder.prototype.decode = () => {
        throw new Error("a stand-in for a broken engine");
      };
    });
    await lede().goto(story());
    await lede().clickToolbar();
    await untilSidebar(lede(), "the note", (tree) => tree.text.includes(words("ui_engine_failed")));
    assert.ok(await lede().evaluate(() => (document.querySelector("#letter")?.getClientRects().length ?? 0) > 0));
    await lede().background(() => {
      const world = /** @type {any} */ (self);
      world.TextDecoder.prototype.decode = world.kept;
    });
    await clickButton(lede(), "ui_retry");
    await untilHidden(lede(), "#letter");
    await untilSidebar(lede(), "the summary", (tree) => tree.text.includes(words("heading_summary")));
  });

  test("without leave for the site it works until the page is left, and says how to allow it", async () => {
    await lede().background(() => {
      const world = /** @type {any} */ (self);
      world.kept = world.chrome.permissions.contains;
      world.chrome.permissions.contains = async () => false;
    });
    await lede().goto(story());
    const tree = await openSidebar(lede());
    await lede().background(() => {
      const world = /** @type {any} */ (self);
      world.chrome.permissions.contains = world.kept;
    });
    assert.ok(tree.text.includes(words("note_permission")) && tree.text.includes(words("heading_summary")));
    assert.ok(named(tree, "button").includes(words("options_title")));
  });

  test("right to left: the article runs its own way in a panel that runs as our words do", async () => {
    await lede().goto(`${url()}/stories/arabic.html`);
    await openSidebar(lede());
    const [panel, dir, lang, align] = await lede().inSidebar((root) => {
      const sentence = root.querySelector(".sentence");
      return [root.querySelector(".panel").dir, sentence.dir, sentence.lang, sentence.ownerDocument.defaultView.getComputedStyle(sentence).textAlign];
    });
    assert.deepEqual([panel, dir, lang], ["ltr", "rtl", "ar"]);
    assert.ok(align === "right" || align === "start", align);
  });

  test(`nothing in it is a field to type in (${browser})`, async () => {
    const tree = await openSidebar(lede());
    assert.ok(!flat(tree).some(({ tag }) => ["input", "textarea", "select"].includes(tag)));
  });
});

// Chromium takes a required permission back only on its own page for extensions; Firefox where anybody asks.
describe("A site that the reader took back, in firefox", () => {
  test("nothing is read there until the button is clicked; then all works, until the page is left", async () => {
    const server = await serve();
    const lede = await launch("firefox", { extension: built("firefox") });
    try {
      assert.ok(await lede.background(() => /** @type {any} */ (self).chrome.permissions.remove({ origins: ["http://*/*", "https://*/*"] })));
      await lede.goto(`${server.url}/stories/train.html`);
      assert.ok(await isShown(lede, "#letter"));
      const tree = await openSidebar(lede);
      assert.ok(tree.text.includes(words("note_permission")) && tree.text.includes(words("heading_summary")));
      await untilHidden(lede, "#letter");
      await lede.reload();
      assert.equal(await lede.sidebar(), null);
      assert.ok(await isShown(lede, "#letter"));
    } finally {
      await lede.close();
      await server.close();
    }
  });
});
