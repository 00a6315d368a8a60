/** What comes after the page was read: overlays, banners, the next article. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { pause, until } from "./drivers/driver.mjs";
import {
  forget,
  heard,
  inBothBrowsers,
  isShown,
  listen,
  mostReadings,
  openSidebar,
  summary,
  unrendered,
  untilHidden,
  untilShown,
  untilSidebar,
} from "./lede.mjs";

inBothBrowsers("What comes late", {}, ({ lede, url }) => {
  beforeEach(() => forget(lede()));

  test("a modal that opens late: one message, hidden in the frame after the answer, scrolling freed", async () => {
    await lede().goto(`${url()}/www/ferry.html?modal=600000`);
    await untilHidden(lede(), "#plea");
    await listen(lede());
    // The page's own modal, put in by hand so that frames can be counted from its first one.
    await lede().evaluate(() => {
      const world = /** @type {any} */ (window);
      world.frames = [];
      const note = () => {
        const veil = document.querySelector("#veil");
        world.frames.push({
          at: performance.timeOrigin + performance.now(),
          there: Boolean(veil),
          shown: (veil?.getClientRects().length ?? 0) > 0,
        });
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
      const veil = document.createElement("div");
      veil.className = "veil";
      veil.id = "veil";
      veil.innerHTML =
        '<div class="veil-card" role="dialog" aria-modal="true"><h2>We need you on board</h2><p>Only one reader in fifty pays for the news. Become a supporter today and keep The Ellery Tide free for everyone.</p><p><a class="button" href="https://ellerytide.example/support?from=overlay">Become a supporter</a></p><button type="button">Maybe later</button></div>';
      document.body.append(veil);
      document.body.style.overflow = "hidden";
      new MutationObserver(() => {
        // A mark on the veil is Lede's: the frame in which it lands is the frame after the answer.
        world.marked ??= { frame: world.frames.length, at: performance.timeOrigin + performance.now() };
      }).observe(veil, { attributes: true });
    });
    await untilHidden(lede(), "#veil");
    const { frames, marked } = await lede().evaluate(() => ({
      frames: /** @type {any[]} */ (/** @type {any} */ (window).frames),
      marked: /** @type {any} */ (window).marked,
    }));
    const afterMark = frames.slice(marked.frame);
    assert.ok(
      afterMark.every(({ shown }) => !shown),
      "no frame shows it after the mark",
    );
    const readings = (await heard(lede())).filter(({ reading }) => reading);
    assert.deepEqual(
      readings.map(({ pages }) => pages),
      [2],
      "one message: what was known and the late subtree",
    );
    await until("scrolling to be free", () =>
      lede().evaluate(
        () =>
          getComputedStyle(document.body).overflowY !== "hidden" &&
          getComputedStyle(document.documentElement).overflowY !== "hidden",
      ),
    );
    await lede().evaluate(() => scrollTo(0, 700));
    await until("the page to scroll", async () => (await lede().evaluate(() => scrollY)) >= 600);
    assert.equal(await lede().evaluate(() => document.body.style.overflow), "hidden", "the page's own style is not edited");
    await until(
      "the badge to count it",
      async () => (await lede().badge()) === "5",
      () => lede().badge(),
    );
  });

  test("the page's own late modal is hidden, also with the background asleep", async () => {
    await lede().goto(`${url()}/www/ferry.html?modal=2500`);
    await untilHidden(lede(), "#plea");
    await lede().killBackground();
    await until("the modal to come", () => lede().evaluate(() => document.querySelector("#veil") !== null));
    await untilHidden(lede(), "#veil");
  });

  test("a body nailed to the screen scrolls again", async () => {
    await lede().goto(`${url()}/www/locked.html`);
    await untilHidden(lede(), "#veil");
    await until("the body to be free", () => lede().evaluate(() => getComputedStyle(document.body).position !== "fixed"));
    await lede().evaluate(() => scrollTo(0, 200));
    await until("the page to scroll", async () => (await lede().evaluate(() => scrollY)) >= 100);
    assert.equal(await lede().evaluate(() => document.body.className), "held", "the page's own class stays");
  });

  test("a page that puts its overlay in for ever does not make Lede loop", async () => {
    const overlays = 120;
    await listen(lede());
    await lede().goto(`${url()}/www/insist.html?stop=${overlays}`);
    await until("the last overlay", () => lede().evaluate((last) => document.documentElement.dataset.times === String(last), overlays));
    const messages = (await heard(lede())).filter(({ reading }) => reading).length;
    const most = await mostReadings(lede());
    assert.ok(most < overlays / 2 && messages > 0 && messages <= most, `${messages} messages for ${overlays} overlays, at most ${most}`);
    // It has not given up either: the one that stays is hidden, and the sidebar answers.
    await untilHidden(lede(), ".veil");
    await openSidebar(lede());
  });

  test("a banner that turns up between two paragraphs goes, the paragraphs stay", async () => {
    await lede().goto(`${url()}/www/banner.html?banner=500`);
    await until("the banner to come", () => lede().evaluate(() => document.querySelector("#late-banner") !== null));
    await untilHidden(lede(), "#late-banner");
    const shown = await lede().evaluate(
      () =>
        [...document.querySelectorAll("#text p")].filter(
          (each) => !each.closest("#late-banner") && each.getClientRects().length > 0,
        ).length,
    );
    assert.equal(shown, 6);
  });

  test("endless reading: the appeals of the next article are hidden, and the sidebar follows", async () => {
    await lede().goto(`${url()}/www/market.html`);
    await untilHidden(lede(), "#market-letter");
    const before = await openSidebar(lede());
    assert.match(before.text, /Fish market moves indoors/);
    await lede().evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until("the next article", () =>
      lede().evaluate(() => location.pathname.endsWith("lighthouse.html") && document.querySelector("#lighthouse") !== null),
    );
    await untilHidden(lede(), "#lighthouse-plea");
    assert.equal(await isShown(lede(), "#market-letter"), false);
    const after = await untilSidebar(lede(), "the sidebar to follow", (tree) => /Lighthouse keeper's log found/.test(tree.text));
    const story = await lede().evaluate(
      () => document.querySelector("#lighthouse .story-text")?.textContent?.replace(/\s+/g, " ") ?? "",
    );
    for (const sentence of summary(after)) assert.ok(story.includes(sentence), `not of the new article: ${sentence}`);
  });

  test("what Lede does itself is no news to it: a page at rest gets no further message", async () => {
    await lede().goto(`${url()}/www/ferry.html`);
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    await listen(lede());
    const hidden = await unrendered(lede());
    // Long enough for many frames; nothing happens in the page meanwhile.
    await pause(1500);
    assert.deepEqual(await heard(lede()), []);
    assert.deepEqual(await unrendered(lede()), hidden);
    for (const seen of [untilShown, untilHidden]) {
      await lede().runCommand("toggle-clutter");
      await seen(lede(), "#plea");
    }
    await pause(500);
    assert.deepEqual((await heard(lede())).map(({ type, reading }) => `${type} ${reading}`), ["answer false", "answer false"], "two commands, nothing else");
  });
});
