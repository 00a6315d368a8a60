/** Twenty-two content security policies: hidden and summarised under each, and no report that is Lede's doing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { forget, inBothBrowsers, isShown, openSidebar, summary, untilClosed, untilHidden, withoutLede } from "./lede.mjs";
import { MATRIX } from "./matrix.mjs";

/** The page's own listener, where the policy lets the page's scripts run. @param {import('./drivers/driver.mjs').Driver} driver */
const violations = (driver) =>
  driver.evaluate(() => /** @type {string[] | undefined} */ (/** @type {any} */ (window).violations)?.toSorted() ?? null);

inBothBrowsers("The content security policy of a page", {}, ({ browser, lede, server, url }) => {
  test("changes nothing: hidden and summarised on all 22, and no violation is reported that is not the page's own", async (context) => {
    assert.equal(MATRIX.length, 22);
    const reports = () =>
      server()
        .reports.map(({ page, directive, blocked }) => `${page}: ${directive} ${blocked}`)
        .sort();
    // A page that is sure to be reported three times, visited last: its reports come after those of all pages before it.
    const last = async (/** @type {import('./drivers/driver.mjs').Driver} */ driver) => {
      await driver.goto(`${url()}/matrix/report-only?last`);
      await until("the last reports", () => server().reports.filter(({ page }) => page === "last").length >= 3, reports);
    };

    /** @type {Map<string, string[] | null>} */
    const own = new Map();
    await withoutLede(browser, async (bare) => {
      for (const { name } of MATRIX) {
        await bare.goto(`${url()}/matrix/${name}`);
        await bare.answered();
        own.set(name, await violations(bare));
      }
      await last(bare);
    });
    const expected = reports();
    assert.ok(
      expected.some((report) => report.startsWith("strict: ")),
      "the collector works",
    );

    server().reports.length = 0;
    await forget(lede());
    /** @type {string[]} */
    const table = [];
    /** @type {string[]} */
    const faults = [];
    for (const { name } of MATRIX) {
      await lede().goto(`${url()}/matrix/${name}`);
      try {
        await untilHidden(lede(), "#plea");
        const sentences = summary(await openSidebar(lede()));
        assert.ok((await isShown(lede(), `article`)) && sentences.length > 0, "the article stays, and is summarised");
        await lede().press("Escape");
        await untilClosed(lede());
        await lede().answered();
        const seen = await violations(lede());
        assert.deepEqual(seen, own.get(name), "violations that the page sees");
        table.push(
          `${name.padEnd(20)} hidden  ${sentences.length} sentences  ${seen === null ? "page scripts off" : `${seen.length} violations, as without Lede`}`,
        );
      } catch (error) {
        faults.push(`${name}: ${error instanceof Error ? error.message : error}`);
        table.push(`${name.padEnd(20)} FAILED`);
      }
    }
    await last(lede());
    for (const line of table) context.diagnostic(line);
    assert.deepEqual(faults, []);
    assert.deepEqual(reports(), expected);
  });
});
