/**
 * The page that started Lede, when it lies beside the checkout; the sample newspaper makes the same
 * claims everywhere else (sample.test.mjs and late.test.mjs).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import {
  flat,
  forget,
  inBothBrowsers,
  insideOf,
  openSidebar,
  part,
  summary,
  unrendered,
  untilHidden,
  withoutLede,
  words,
} from "./lede.mjs";
import { SEED_PAGE } from "./server.mjs";

/** Low enough that the page can be scrolled to where its bar slides in, also without its appeals. */
const LOW = { height: 480 };
const APPEALS = [".contribute-teaser", ".newsletterbanner", ".contribute-article", ".contribute-bar"];

if (!SEED_PAGE) {
  test("the first page is not beside this checkout (../shared/seed): its claims are made on the sample newspaper alone", () => {});
} else {
  inBothBrowsers("The first page", LOW, ({ browser, lede, url }) => {
    test("exactly its five appeals are hidden, scrolling is free, everything else is visible", async () => {
      const { before, appeals } = await withoutLede(browser, async (bare) => {
        await bare.goto(`${url()}/seed/page.html?modal=600000`);
        return { before: await unrendered(bare), appeals: await insideOf(bare, APPEALS) };
      });
      await forget(lede());
      await lede().goto(`${url()}/seed/page.html?modal=1500`);
      for (const appeal of APPEALS) await untilHidden(lede(), appeal);
      await until("the modal to come", () => lede().evaluate(() => document.querySelector(".contribute-modal") !== null));
      await untilHidden(lede(), ".contribute-modal");
      await until("scrolling to be free", () => lede().evaluate(() => getComputedStyle(document.body).overflowY !== "hidden"));
      const gone = (await unrendered(lede())).filter((number) => !before.includes(number));
      const modal = await insideOf(lede(), [".contribute-modal"]);
      const expected = [...appeals.filter((number) => !before.includes(number)), ...modal].sort((a, b) => a - b);
      assert.deepEqual(gone, expected);
      await lede().evaluate(() => scrollTo(0, innerHeight));
      await until("the page to slide its bar in", () =>
        lede().evaluate(() => document.querySelector(".contribute-bar")?.classList.contains("contribute-bar--show")),
      );
      await untilHidden(lede(), ".contribute-bar");
      await until(
        "the badge to count five",
        async () => (await lede().badge()) === "5",
        () => lede().badge(),
      );
    });

    test("the sidebar offers the publisher's support link and a summary of the article's sentences only", async () => {
      await lede().goto(`${url()}/seed/page.html?modal=600000`);
      await untilHidden(lede(), ".contribute-article");
      const tree = await openSidebar(lede());
      const [link] = flat(part(tree, words("heading_support"))).filter((each) => each.role === "link");
      assert.match(String(link?.attributes.href), /^https:\/\/www\.themoscowtimes\.com\/contribute/);
      const story = await lede().evaluate(
        () => document.querySelector(".article__content")?.textContent?.replace(/\s+/g, " ") ?? "",
      );
      const sentences = summary(tree);
      assert.ok(sentences.length > 0);
      for (const sentence of sentences) assert.ok(story.includes(sentence), `not in the article: ${sentence}`);
    });
  });
}
