/** Documents that are no pages, and pages that are too large, too deep or never still: left alone, or read within bounds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { until } from "./drivers/driver.mjs";
import { forget, heard, inBothBrowsers, isShown, listen, mostReadings, openSidebar, summary, untilHidden, withoutLede, words } from "./lede.mjs";
import { matrixPage } from "./matrix.mjs";
import { ROOT } from "./server.mjs";

const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
/** Everything of the plain story, as another kind of document. */
const MARKUP = matrixPage({ name: "story" }).replace(/<script[^]*?<\/script>/g, "").replace("<!doctype html>", "").replace(/<(meta|link)([^>]*)>/g, "<$1$2/>");

inBothBrowsers("A document that is no page", {}, ({ browser, lede, server }) => {
  /** @type {[string, string, string | Buffer][]} */
  const documents = [
    ["xml", "application/xml", `<?xml version="1.0"?><feed><title>Tide</title><donate>Please support us with a contribution</donate></feed>`],
    ["markup in xml", "application/xml", MARKUP],
    ["svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">Support us</text></svg>`],
    ["image", "image/png", readFileSync(join(ROOT, "extension", "icons", "lede-16.png"))],
    ["text", "text/plain", "Please support us with a contribution. ".repeat(50)],
    ["json", "application/json", '{"newsletter":"Sign up in your inbox"}'],
    ["pdf", "application/pdf", PDF],
  ];

  test("XML, SVG, an image, text, JSON and PDF are as they are without Lede, also after a click on its button", async () => {
    /** @param {import('./drivers/driver.mjs').Driver} driver */
    const content = async (driver) => (await driver.evaluate(() => new XMLSerializer().serializeToString(document))).replace(/"[0-9A-F]{32}"/g, '"an id of the viewer"');
    const addresses = documents.map(([name, type, body]) => /** @type {const} */ ([name, server().make(name.replaceAll(" ", "-"), body, { "content-type": type })]));
    /** @type {Map<string, string>} */
    const bare = new Map();
    await withoutLede(browser, async (driver) => {
      for (const [name, address] of addresses) {
        await driver.goto(address);
        bare.set(name, await content(driver));
      }
    });
    for (const [name, address] of addresses) {
      await lede().goto(address);
      await lede().clickToolbar();
      await until("the button to have been answered", async () => (await lede().badge()) === "");
      assert.equal(await content(lede()), bare.get(name), name);
    }
  });

  test("on about:blank and data: the button opens the sidebar where the browser lets it, or says that Lede cannot run there", async () => {
    for (const address of ["about:blank", "data:text/html,<h1>Support us</h1>"]) {
      await lede().goto(address);
      await lede().clickToolbar();
      const title = () =>
        lede().background(async () => {
          const { tabs, action } = /** @type {any} */ (globalThis).chrome;
          const [tab] = await tabs.query({ active: true, currentWindow: true });
          return action.getTitle({ tabId: tab.id });
        });
      const outcome = await until("an outcome", async () => ((await title()) === words("ui_cannot_run") ? "refused" : (await lede().sidebar()) && "opened"), title);
      if (browser === "chromium") assert.equal(outcome, "refused");
    }
  });

  test("a frame, sandboxed or not, is left alone inside a page that is not", async () => {
    const inner = server().make("inner", matrixPage({ name: "inner" }));
    await lede().goto(server().make("outer", matrixPage({ name: "outer", extra: `<iframe id="a" src="${inner}"></iframe><iframe id="b" sandbox="allow-scripts" src="${inner}"></iframe>` })));
    await untilHidden(lede(), "#plea");
    const there = await lede().evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#a")).contentDocument;
      return { plea: frame?.querySelector("#plea")?.getClientRects().length, root: frame?.documentElement.getAttributeNames() };
    });
    assert.deepEqual(there, { plea: 1, root: ["lang"] });
  });

  test("a set of frames has nothing to hide, and its sidebar says so", async () => {
    const inner = server().make("inner", matrixPage({ name: "inner" }));
    await lede().goto(server().make("frames", `<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="${inner}"><frame src="${inner}"></frameset></html>`));
    const { text } = await openSidebar(lede());
    assert.ok(text.includes(words("note_no_article")));
  });
});

inBothBrowsers("A page without bounds", {}, ({ lede, server }) => {
  beforeEach(() => forget(lede()));
  /** More than any page of news, less than a message may hold. */
  const MOST_SENT = 16_000_000;

  /** Opens a page; how it was read. @param {string} name @param {Partial<import('./matrix.mjs').Case>} more */
  const read = async (name, more) => {
    const address = server().make(name, matrixPage({ name: "story", ...more }));
    await lede().goto("about:blank");
    await listen(lede());
    await lede().goto(address);
    await untilHidden(lede(), "#plea");
    return (await heard(lede())).filter(({ reading }) => reading);
  };
  /** @param {string} name @param {Partial<import('./matrix.mjs').Case>} more */
  const once = async (name, more) => {
    const readings = await read(name, more);
    assert.equal(readings.length, 1, "read once");
    assert.ok(Number(readings[0]?.size) < MOST_SENT, `${readings[0]?.size} sent`);
    const tree = await openSidebar(lede());
    assert.ok(summary(tree).length > 0);
    assert.ok(await isShown(lede(), "article"));
    return tree;
  };

  test("10 MB of HTML: its story is told and its plea hidden, from one reading", async () => {
    await once("large", { extra: `<section>${"<div class='reply'><p>Nobody has answered this yet, so here is one more line of it.</p></div>\n".repeat(100_000)}</section>` });
  });

  test("200,000 elements and more: what was read is told, and that it is a part", async () => {
    const tree = await once("many", { extra: "<p>" + "<i></i>".repeat(201_000) });
    assert.ok(tree.text.includes(words("note_partial")));
  });

  test("100,000 elements deep by script: read to a depth; what is added at the bottom is not read at all", async () => {
    const nest = `<script>window.bottom = document.body.appendChild(document.createElement("div"));
      bottom.style.display = "none";
      // In pieces as deep as a parser goes: one by one it would take the browser itself minutes.
      window.pieces = [];
      for (let i = 0; i < 200; i += 1) {
        bottom.innerHTML = "<div>".repeat(500);
        pieces.unshift(bottom.firstChild);
        while (bottom.firstChild) bottom = bottom.firstChild;
      }</script>`;
    try {
      const first = await read("deep", { extra: nest });
      assert.ok(Number(first[0]?.size) < 100_000, `${first[0]?.size} sent`);
      await listen(lede());
      await lede().evaluate(() => {
        const plea = /** @type {Element} */ (document.querySelector("#plea"));
        /** @type {any} */ (window).bottom.append(plea.cloneNode(true));
        // A second thing, that is read: what came before it in the queue has been dealt with then.
        const late = /** @type {Element} */ (plea.cloneNode(true));
        late.id = "late";
        document.querySelector("main")?.append(late);
      });
      await untilHidden(lede(), "#late");
      const before = first[0]?.size ?? 0;
      const readings = (await heard(lede())).filter((each) => each.reading);
      assert.ok(readings.every(({ size }) => size < before + 10_000), `${readings.map(({ size }) => size)} sent after ${before}`);
    } finally {
      // Firefox, without Lede too, overflows its stack when it drops a page so deep, which it does some pages later: it is taken apart, from the bottom.
      await lede().evaluate(() => void /** @type {any} */ (window).pieces?.forEach((/** @type {Element} */ piece) => piece.remove()));
    }
  });

  test("5 MB of text in one place: read as far as it goes", async () => {
    const tree = await once("text", { extra: `<pre>${"tide and wind ".repeat(375_000)}</pre>` });
    assert.ok(tree.text.includes(words("note_partial")));
  });

  test("50,000 attributes on one element, and long ones on 10,000: no message grows beyond bounds", async () => {
    const [address, text] = ["https://ellerytide.example/".padEnd(400, "tide/"), "tide ".repeat(70)];
    await once("attributes", {
      extra: `<script>const one = document.createElement("p");
        for (let i = 0; i < 50000; i += 1) one.setAttribute("data-tide-" + i, "x");
        document.body.append(one);
        const all = document.createElement("div");
        for (let i = 0; i < 10000; i += 1) { const each = document.createElement("a"); each.href = ${JSON.stringify(address)}; for (const name of ["class", "title", "style", "data-name"]) each.setAttribute(name, ${JSON.stringify(text)}); all.append(each); }
        document.body.append(all);</script>`,
    });
  });

  test("10,000 changes a second: few readings, and the page is still served", async () => {
    await read("storm", { extra: STORM });
    /** @type {{ seconds: number, gusts: number, changes: number }} */
    const { seconds, gusts, changes } = await until("the storm to be over", () => lede().evaluate(() => /** @type {any} */ (window).storm));
    assert.ok(changes / seconds >= 10_000 && gusts >= 100, `${changes} changes in ${seconds} s and ${gusts} gusts`);
    const readings = (await heard(lede())).filter(({ reading }) => reading).length;
    const most = await mostReadings(lede());
    assert.ok(most < gusts / 2, "the bound says something");
    assert.ok(readings <= most, `${readings} readings, at most ${most}; ${gusts} gusts`);
    // The plea that the storm threw up in its middle is hidden too.
    await untilHidden(lede(), "#late");
    await openSidebar(lede());
  });
});

/**
 * For at least four seconds, and a hundred frames: at each as many changes as the time that has gone by asks for. A machine that is
 * busy makes fewer gusts, and larger ones. What it made is told by an observer, as any other would count it. It begins when the page
 * is there: what Firefox is given to do while it loads may wait for ten seconds.
 */
const STORM = `<div id="sea"></div><script>addEventListener("load", () => {
  const sea = document.querySelector("#sea");
  const began = performance.now();
  let [waves, gusts, changes] = [0, 0, 0];
  const count = new MutationObserver((records) => (changes += records.length));
  count.observe(sea, { subtree: true, childList: true, attributes: true });
  const gust = () => {
    const gone = performance.now() - began;
    changes += count.takeRecords().length;
    if (gone > 4000 && gusts >= 100) return (window.storm = { seconds: gone / 1000, gusts, changes });
    // Three of a drop that comes, one of a drop that goes. A tenth more than is claimed, since the last gust lies a frame back.
    for (; waves * 4 < gone * 11; waves += 1) {
      const drop = document.createElement("b");
      drop.textContent = waves;
      sea.append(drop);
      drop.className = "w" + waves;
      drop.hidden = true;
      if (waves >= 200) sea.firstChild.remove();
    }
    gusts += 1;
    if (gusts === 50) document.querySelector("main").append(Object.assign(document.querySelector("#plea").cloneNode(true), { id: "late" }));
    requestAnimationFrame(gust);
  };
  gust();
});</script>`;
