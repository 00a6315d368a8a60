/** The try-it page: what a reader sees of Lede without installing it, and that a page brought there can do nothing. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch, until } from "./drivers/driver.mjs";
import { isShown, untilHidden, untilShown } from "./lede.mjs";
import { assertAccessible, assertFits, count, textOf } from "./own.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./drivers/driver.mjs").Driver} Driver */

/** Each sample's appeals, in the order of the page; those that Lede may be unsure of; and parts that must stay. */
const SAMPLES = /** @type {Record<string, { gone: string[], unsure?: string[], stays: string[] }>} */ ({
  plea: { gone: [".give", ".newsletter-signup", "#appeal"], stays: ["h1", ".dek", "nav", ".more", "footer"] },
  metered: { gone: [".paywall-prompt", ".meter"], stays: ["h1", ".fade", "nav", "footer"] },
  recipe: { gone: [".newsletter-modal"], unsure: [".follow-prompt"], stays: ["h1", ".hero", "nav", "footer"] },
  japanese: { gone: [".newsletter", ".member"], stays: ["h1", "nav", "footer"] },
  arabic: { gone: [".newsletter", ".plea"], stays: ["h1", "nav", "footer"] },
});

/** @param {Driver} driver @param {string} name */
const untilRead = (driver, name) =>
  until(
    `${name} to be read`,
    () => driver.evaluate((wanted) => document.documentElement.getAttribute("data-ready") === wanted, name),
    () => textOf(driver, "body"),
  );

/** @param {Driver} driver @param {string} url */
async function open(driver, url) {
  await driver.goto(`${url}/site/try.html`);
  await untilRead(driver, "plea");
}

/** Pastes the source of a page and has it read. @param {Driver} driver @param {string} source */
async function paste(driver, source) {
  if (!(await isShown(driver, "#bring"))) await driver.clickInPage("#own");
  await driver.evaluate((text) => {
    document.documentElement.removeAttribute("data-ready");
    /** @type {HTMLTextAreaElement} */ (document.querySelector("#source")).value = text;
  }, source);
  await driver.clickInPage("[data-do=read]");
  await untilRead(driver, "own");
}

/** Gives a file to the page, as the file dialog would. @param {Driver} driver @param {number[]} bytes @param {number} [times] */
const giveFile = (driver, bytes, times = 1) =>
  driver.evaluate(
    (numbers, repeat) => {
      document.documentElement.removeAttribute("data-ready");
      const transfer = new DataTransfer();
      transfer.items.add(new File(Array.from({ length: repeat }, () => new Uint8Array(numbers)), "page.html", { type: "text/html" }));
      const input = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    bytes,
    times,
  );

/** What a frame was given. @param {Driver} driver @param {string} frame */
const given = (driver, frame) => driver.evaluate((id) => /** @type {HTMLIFrameElement} */ (document.getElementById(id)).srcdoc, frame);

/** Of these selectors, those that a frame's page has; those it has outlined. @param {Driver} driver @param {string} frame @param {string[]} selectors */
const has = (driver, frame, selectors) =>
  driver.evaluate(
    (id, wanted) => {
      const page = new DOMParser().parseFromString(/** @type {HTMLIFrameElement} */ (document.getElementById(id)).srcdoc, "text/html");
      return { there: wanted.filter((each) => page.querySelector(each)), outlined: wanted.filter((each) => page.querySelector(each)?.hasAttribute("data-lede")), marks: page.querySelectorAll("[data-lede]").length, elements: page.querySelectorAll("body *").length };
    },
    frame,
    selectors,
  );

/** @param {string} text */
const bytesOf = (text) => [...Buffer.from(text)];

/** @param {string} claim @param {import("./drivers/driver.mjs").Options} options @param {(given: { driver: () => Driver, server: () => import("./server.mjs").Server }) => void} body */
function inBothBrowsers(claim, options, body) {
  for (const browser of BROWSERS) {
    describe(`${claim} in ${browser}`, () => {
      /** @type {any} */
      const up = {};
      before(async () => {
        up.server = await serve();
        up.driver = await launch(browser, options);
      });
      after(async () => {
        await up.driver?.close();
        await up.server?.close();
      });
      body({ driver: () => up.driver, server: () => up.server });
    });
  }
}

inBothBrowsers("The try-it page", {}, ({ driver, server }) => {
  for (const [name, { gone, unsure = [], stays }] of Object.entries(SAMPLES)) {
    test(`shows the sample "${name}" with its appeals outlined, and without them`, async () => {
      await open(driver(), server().url);
      await driver().clickInPage(`[data-sample=${name}]`);
      await untilRead(driver(), name);
      const published = await has(driver(), "before", [...gone, ...stays]);
      const tidied = await has(driver(), "after", [...gone, ...stays]);
      assert.deepEqual(published.there, [...gone, ...stays]);
      assert.deepEqual(published.outlined, gone);
      const { outlined } = await has(driver(), "before", unsure);
      assert.equal(published.marks, gone.length + outlined.length, "nothing else is outlined");
      assert.deepEqual(tidied.there, stays);
      assert.equal(await count(driver(), "#report section:first-child .block .reason") > 0, true, "every hidden block has its reasons");
      assert.ok((await count(driver(), "#report section:nth-child(2) li")) > 0, "there is a summary");
      assert.equal(await driver().evaluate((wanted) => document.querySelector(`[data-sample=${wanted}]`)?.getAttribute("aria-pressed"), name), "true");
    });
  }

  test("reads a page that was pasted, a saved file, and one in an older encoding", async () => {
    await open(driver(), server().url);
    await paste(driver(), "<title>Mine</title><p>Pasted words.");
    assert.match(await given(driver(), "after"), /<p>Pasted words\.<\/p>/);
    assert.equal(await driver().evaluate(() => document.querySelectorAll("[data-sample][aria-pressed=true]").length), 0);
    await giveFile(driver(), bytesOf("<meta charset=utf-8><p>Großes Land"));
    await untilRead(driver(), "own");
    assert.match(await given(driver(), "after"), /Großes Land/);
    await giveFile(driver(), [...bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'), 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    await untilRead(driver(), "own");
    assert.match(await given(driver(), "after"), /Привет/);
  });

  test("says in a sentence that a file is too large, and reads the next one", async () => {
    await open(driver(), server().url);
    await giveFile(driver(), bytesOf("x".repeat(1000)), 4001);
    await untilShown(driver(), "#problem-large");
    assert.equal(await isShown(driver(), "#result"), false);
    await giveFile(driver(), bytesOf("<p>Small"));
    await untilHidden(driver(), "#problem-large");
    assert.equal(await isShown(driver(), "#result"), true);
  });

  test("asks nobody but its own site", async () => {
    await open(driver(), server().url);
    for (const name of Object.keys(SAMPLES)) {
      await driver().clickInPage(`[data-sample=${name}]`);
      await untilRead(driver(), name);
    }
    const requests = (await driver().requests()).map(({ url }) => url);
    assert.ok(requests.some((url) => url.endsWith("/samples/arabic.html")), "the watcher sees requests");
    assert.deepEqual(requests.filter((url) => !url.startsWith(`${server().url}/site/`)), []);
  });

  test("lets nothing of a page run, fetch or become markup", async () => {
    await open(driver(), server().url);
    await driver().evaluate(() => {
      for (const frame of document.querySelectorAll("iframe")) frame.addEventListener("load", () => frame.setAttribute("data-loaded", frame.srcdoc.includes("sails again") ? "hostile" : ""));
    });
    server().log.length = 0;
    const leak = `${server().url}/www/paper.css?leak`;
    const words = "The ferry will sail again after the council voted to put four million into a rescue plan for its operator this week. ".repeat(4);
    await paste(
      driver(),
      `<html onclick="parent.ran=1"><head><title>A ferry <img src=x onerror="parent.ran=2"></title><meta http-equiv="refresh" content="0;url=${leak}"><base href="${leak}"><link rel=stylesheet href="${leak}"><style>@import url(${leak}); body{background:url(${leak})}</style>
       <script>parent.ran=3; top.location='${leak}'</script></head><body onload="parent.ran=4" style="background:url(${leak})"><article><h1>A ferry sails again</h1>${"<p>x".replace("x", words).repeat(6)}
       <div class=newsletter><h3>&lt;img src="${leak}" onerror="parent.ran=5"&gt; in your inbox</h3><p>Sign up for our free newsletter and never miss a story.</p><input type=email placeholder="Your e-mail"><button>Sign up</button></div>
       </article><img src="${leak}" onerror="parent.ran=6"><iframe src="${leak}"></iframe><object data="${leak}"></object><svg><image href="${leak}"/></svg><a href="${leak}" id=away>Away</a><video src="${leak}" poster="${leak}"></video></body></html>`,
    );
    assert.ok((await count(driver(), "#report .block")) > 0, "the hostile block is listed");
    assert.match(String(await textOf(driver(), "#report")), /<img src=/, "its words are words");
    assert.equal(await count(driver(), "#report img"), 0);
    for (const frame of ["before", "after"]) {
      assert.equal(await driver().evaluate((id) => document.getElementById(id)?.getAttribute("sandbox"), frame), "");
      const { there } = await has(driver(), frame, ["script", "iframe", "object", "video", "link", "base", "[href]", "[onerror]", "[onload]", "[onclick]", "[http-equiv=refresh]", "body img[src]", "h1"]);
      assert.deepEqual(there, ["h1"]);
    }
    await until("both frames to have loaded it", async () => (await driver().evaluate(() => document.querySelectorAll("iframe[data-loaded=hostile]").length)) === 2);
    assert.deepEqual(server().log.filter((path) => path.includes("leak")), []);
    assert.equal(await driver().evaluate(() => /** @type {any} */ ((/** @type {any} */ (window).wrappedJSObject ?? window)).ran) ?? null, null);
    assert.ok((await driver().evaluate(() => location.pathname)) === "/site/try.html");
  });
});

for (const [name, options] of /** @type {const} */ ([
  ["light", {}],
  ["dark", { dark: true }],
  ["as wide as a phone", { width: 390, height: 780 }],
])) {
  inBothBrowsers(`The try-it page, ${name},`, options, ({ driver, server }) => {
    test("has no finding of axe-core and fits its window", async () => {
      await open(driver(), server().url);
      await driver().clickInPage("#own");
      await assertAccessible(driver());
      await assertFits(driver());
      await driver().clickInPage("[data-sample=arabic]");
      await untilRead(driver(), "arabic");
      await assertAccessible(driver());
      await assertFits(driver());
    });
  });
}
