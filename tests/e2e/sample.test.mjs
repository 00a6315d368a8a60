/** A reader opens an article of the sample newspaper: what is gone, what stays, what the sidebar tells. */
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { until } from "./drivers/driver.mjs";
import {
  clickButton,
  flat,
  forget,
  inBothBrowsers,
  insideOf,
  isShown,
  openSidebar,
  part,
  summary,
  unrendered,
  untilClosed,
  untilHidden,
  untilShown,
  untilSidebar,
  withoutLede,
  words,
} from "./lede.mjs";

const APPEALS = [".masthead-give", "#letterbox", "#plea", "#slidebar"];

inBothBrowsers("An article", {}, ({ browser, lede, url }) => {
  beforeEach(async () => {
    await forget(lede());
    await lede().goto(`${url()}/www/ferry.html`);
    for (const appeal of APPEALS) await untilHidden(lede(), appeal);
  });

  test("its appeals are gone without a click, and nothing else is", async () => {
    const without = await withoutLede(browser, async (bare) => {
      await bare.goto(`${url()}/www/ferry.html`);
      return unrendered(bare);
    });
    const gone = (await unrendered(lede())).filter((number) => !without.includes(number));
    assert.deepEqual(gone, await insideOf(lede(), APPEALS));
  });

  test("the badge says how many blocks are hidden", async () => {
    await until(
      "the badge",
      async () => (await lede().badge()) === String(APPEALS.length),
      () => lede().badge(),
    );
  });

  test("a bar that slides in while scrolling stays hidden", async () => {
    await lede().evaluate(() => scrollTo(0, 900));
    await until("the page to slide its bar in", () =>
      lede().evaluate(() => document.querySelector("#slidebar")?.classList.contains("slidebar-up")),
    );
    assert.equal(await isShown(lede(), "#slidebar"), false);
  });

  test("the toolbar button opens the sidebar; the button, Escape and the close button close it", async () => {
    assert.equal(await lede().sidebar(), null);
    await openSidebar(lede());
    await lede().clickToolbar();
    await untilClosed(lede());
    await openSidebar(lede());
    await lede().press("Escape");
    await untilClosed(lede());
    await openSidebar(lede());
    await clickButton(lede(), "ui_close");
    await untilClosed(lede());
  });

  test("the sidebar tells title, site, byline, date and reading time", async () => {
    const { text } = await openSidebar(lede());
    assert.match(text, /Night ferry to sail again as Port Ellery votes €4\.2 million rescue/);
    assert.match(text, /The Ellery Tide/);
    assert.match(text, /Marta Lindqvist/);
    assert.match(text, /2026/);
    assert.ok(text.includes(words("reading_time", "2")), text);
  });

  test("the summary is three of the article's own sentences", async () => {
    const sentences = summary(await openSidebar(lede()));
    assert.equal(sentences.length, 3);
    const story = await lede().evaluate(() =>
      [...document.querySelectorAll(".standfirst, .story-text")]
        .map((each) => each.textContent)
        .join(" ")
        .replace(/\s+/g, " "),
    );
    for (const sentence of sentences) assert.ok(story.includes(sentence), `not in the article: ${sentence}`);
  });

  test("a click on a sentence of the summary scrolls to it in the article and lights it up", async () => {
    const tree = await openSidebar(lede());
    const [sentence] = summary(tree).slice(-1);
    await lede().evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await lede().clickInSidebar({ role: "button", name: sentence });
    const lit = () =>
      lede().evaluate(() => {
        const registry = /** @type {any} */ (CSS).highlights;
        const range = [...(registry?.values() ?? [])].flatMap((highlight) => [...highlight])[0];
        if (!range) return null;
        const box = range.getBoundingClientRect();
        return { text: String(range).replace(/\s+/g, " ").trim(), inView: box.top >= 0 && box.bottom <= innerHeight };
      });
    await until("the sentence to be lit up in view", async () => (await lit())?.inView, lit);
    assert.equal((await lit())?.text, sentence);
  });

  test("what was hidden is listed with its first words, a reason and Show", async () => {
    const clutter = part(await openSidebar(lede()), words("heading_clutter"));
    for (const firstWords of [
      "Keep local news afloat",
      "The Morning Tide in your inbox",
      "A word from the newsroom",
      "Independent news needs its readers",
    ]) {
      const entry = flat(clutter).find((each) => each.role === "listitem" && each.text.includes(firstWords));
      assert.ok(entry, `${firstWords} is not listed in: ${clutter.text}`);
      const show = flat(entry).filter((each) => each.role === "button" && each.text === words("button_show"));
      assert.equal(show.length, 1, entry.text);
      const reasons = flat(entry).filter(
        (each) => each.children.length === 0 && each.role !== "button" && each.text && !each.text.includes(firstWords),
      );
      assert.ok(reasons.length > 0, `no reason: ${entry.text}`);
    }
  });

  test("Show brings one block back, Hide again hides it", async () => {
    await openSidebar(lede());
    const tree = await lede().sidebar();
    const shows = tree ? flat(tree).filter((each) => each.role === "button" && each.text === words("button_show")) : [];
    assert.equal(shows.length, APPEALS.length);
    await clickButton(lede(), "button_show");
    await untilSidebar(lede(), "Hide again", (now) => flat(now).some((each) => each.text === words("button_hide")));
    const shown = (await Promise.all(APPEALS.map(async (appeal) => ((await isShown(lede(), appeal)) ? appeal : "")))).filter(
      Boolean,
    );
    assert.equal(shown.length, 1, `shown again: ${shown}`);
    await until(
      "the badge to count one less",
      async () => (await lede().badge()) === "3",
      () => lede().badge(),
    );
    await clickButton(lede(), "button_hide");
    await untilHidden(lede(), String(shown[0]));
  });

  test("Show all brings every block back, and all can be hidden again", async () => {
    await openSidebar(lede());
    await clickButton(lede(), "button_show_all");
    for (const appeal of APPEALS) await untilShown(lede(), appeal);
    await until(
      "the badge to be empty",
      async () => (await lede().badge()) === "",
      () => lede().badge(),
    );
    await clickButton(lede(), "button_hide_all");
    for (const appeal of APPEALS) await untilHidden(lede(), appeal);
  });

  test("the publisher's own support link is offered", async () => {
    const links = flat(part(await openSidebar(lede()), words("heading_support"))).filter((each) => each.role === "link");
    assert.equal(links.length, 1);
    assert.match(String(links[0]?.attributes.href), /^https:\/\/ellerytide\.example\/support/);
  });
});

inBothBrowsers("A page that is no article", {}, ({ browser, lede, url }) => {
  const PAGES = ["front", "login", "converter"];
  /** @type {Map<string, number[]>} */
  const without = new Map();

  before(() =>
    withoutLede(browser, async (bare) => {
      for (const page of PAGES) {
        await bare.goto(`${url()}/www/${page}.html`);
        without.set(page, await unrendered(bare));
      }
    }),
  );

  for (const page of PAGES) {
    test(`${page}.html: nothing is hidden and the sidebar says so`, async () => {
      await lede().goto(`${url()}/www/${page}.html`);
      const { text } = await openSidebar(lede());
      assert.ok(text.includes(words("note_no_article")), text);
      assert.ok(text.includes(words("note_nothing_hidden")), text);
      assert.deepEqual(await unrendered(lede()), without.get(page));
      assert.equal(await lede().badge(), "");
    });
  }
});
