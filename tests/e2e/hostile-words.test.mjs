/** Words and links of a page in the sidebar: nothing of them becomes an element, a script or a link that is not one. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { flat, forget, inBothBrowsers, openSidebar, untilHidden, untilSidebar, words } from "./lede.mjs";
import { ADDRESSES, WORDS, escaped } from "./payloads.mjs";
import { ROOT } from "./server.mjs";

/** The elements that rows are made of, and the attributes on them; everything else would be the page's. */
const ELEMENTS = new Set("div p h2 h3 h4 button span a ul li section time style".split(" "));
const ATTRIBUTES = new Set("class type lang dir role tabindex hidden href target rel datetime disabled data-key data-about data-theme data-side".split(" "));

/** @param {string[]} names */
const foreign = (names) => names.filter((name) => !ELEMENTS.has(name) && !ATTRIBUTES.has(name) && !name.startsWith("aria-"));

/** A story that carries six of the words in the places that reach the sidebar. @param {string[]} six @param {string} address */
function story([title = "", headline = "", byline = "", speaker = "", spoken = "", plea = ""], address) {
  const data = JSON.stringify({ "@type": "NewsArticle", headline, author: { name: byline }, publisher: { name: title } });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="${escaped(title)}"><meta name="author" content="${escaped(byline)}">
<script type="application/ld+json">${data.replaceAll("<", "\\u003c")}</script></head>
<body><main><article class="${escaped(headline)}">
<h1>Harbour ${escaped(headline)}</h1><p>By <a rel="author" href="${escaped(address)}">Amara ${escaped(byline)}</a></p>
<p>The harbour of Port Ellery was closed on Sunday ${escaped(spoken)} after a storm had bent its crane, and ships waited outside.</p>
<p>"The crane will stand again before the winter ${escaped(spoken)}, and not a day later," said Henrik ${escaped(speaker)} Thorne.</p>
<p>The shipyard charged the town 7,400 crowns for the repair. Two ships turned back to the island of Sandholm on Monday morning.</p>
<p>Neighbours had asked for a quieter crane in a letter signed by 212 households. The council will answer them in the spring.</p>
<img alt="${escaped(spoken)}" src="data:,"></article>
<section id="plea" class="${escaped(plea)}"><h3>Support The Ellery Tide ${escaped(plea)}</h3>
<p>Independent local journalism depends on its readers. Please support us with a contribution, however small.</p>
<a href="${escaped(address)}">Contribute now</a><a href="https://ellerytide.example/support">Support us</a></section></main></body></html>`;
}

inBothBrowsers("Hostile words", {}, ({ lede, server }) => {
  test(`${WORDS.length} words and ${ADDRESSES.length} addresses in every kind of row: no element but ours, no script, no such link`, async () => {
    assert.ok(WORDS.length >= 200 && WORDS.length + ADDRESSES.length >= 220 && new Set(WORDS).size === WORDS.length);
    const parts = ["eyes", "voice", "draw"].map((name) => readFileSync(join(ROOT, "extension", "content", `${name}.js`), "utf8")).join("\n");
    const kinds = [.../** @type {RegExpMatchArray} */ (readFileSync(join(ROOT, "src", "view", "mod.rs"), "utf8").match(/pub enum RowKind \{([^}]*)\}/))[1]?.matchAll(/^ {4}(\w+),/gm) ?? []].map(([, kind]) => String(kind).toLowerCase());
    assert.ok(kinds.length >= 12, `${kinds}`);
    await lede().goto(server().make("draw", "<!doctype html><title>.</title><body></body>"));
    const { names, links, told } = await lede().evaluate(
      `((words, addresses, kinds) => {
        const chrome = { i18n: { getMessage: (key, args) => [key, ...(args ?? [])].join(" ") } };
        window.ran = () => { window.harm = true; };
        ${parts}
        const rows = [];
        for (const kind of kinds) {
          for (const text of words) {
            const said = { kind: "line", text, message: { key: text, args: [text] } };
            rows.push({ kind, text, action: { do: text, text, texts: [text] }, date: text, href: text, rows: [said] }, { kind, message: { key: text, args: [text] }, open: false, rows: [said] });
          }
          for (const href of addresses) rows.push({ kind, text: href, href, action: { do: href } });
        }
        const drawn = Draw.rows(rows, words[0]);
        document.body.append(...drawn);
        const all = [...document.body.querySelectorAll("*")];
        return {
          names: [...new Set(all.flatMap((each) => [each.localName, ...each.getAttributeNames()]))],
          links: [...new Set([...document.querySelectorAll("[href], [src]")].map((each) => new URL(each.href ?? each.src).protocol))],
          told: document.body.textContent.length,
        };
      })(${JSON.stringify(WORDS)}, ${JSON.stringify(ADDRESSES)}, ${JSON.stringify(kinds)})`,
    );
    assert.deepEqual(foreign(names), []);
    assert.deepEqual(links.filter((/** @type {string} */ protocol) => !["http:", "https:", "mailto:"].includes(protocol)), []);
    assert.ok(told > 100_000, "the words are there, as words");
    await lede().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))));
    assert.ok(!(await lede().evaluate(() => /** @type {any} */ (window).harm)));
  });

  test("through a whole page: title, headline, byline, data for machines, quotes, links, class names", async () => {
    await forget(lede());
    /** @type {string[]} */
    const faults = [];
    let shown = 0;
    for (let at = 0; at < WORDS.length; at += 6) {
      const six = WORDS.slice(at, at + 6);
      await lede().goto(server().make(`words-${at}`, story(six, ADDRESSES[(at / 6) % ADDRESSES.length] ?? ""), { "content-security-policy": "default-src 'none'" }));
      const tree = await openSidebar(lede());
      const all = flat(tree).slice(1);
      const strange = foreign([...new Set(all.flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes)]))]);
      const bad = all.map(({ attributes }) => attributes.href).filter((href) => href !== undefined && !/^(?:https?|mailto):/.test(href));
      if (strange.length > 0 || bad.length > 0) faults.push(`${six}: ${strange} ${bad}`);
      if (tree.text.includes("ran(1)")) shown += 1;
    }
    assert.deepEqual(faults, []);
    assert.ok(shown >= 20, `${shown} sidebars showed such words at all`);
  });

  test("a support link that is a script is not offered, one beside it is", async () => {
    const [address = ""] = ADDRESSES;
    await lede().goto(server().make("link", story(["Tide", "closed", "Voss", "", "", ""], address), { "content-security-policy": "default-src 'none'" }));
    await untilHidden(lede(), "#plea");
    await openSidebar(lede());
    const tree = await untilSidebar(lede(), "the support link", (now) => flat(now).some((each) => each.attributes.href));
    assert.deepEqual(flat(tree).flatMap(({ attributes }) => attributes.href ?? []), ["https://ellerytide.example/support"]);
    assert.ok(tree.text.includes(words("heading_support")));
  });
});

/** background.js alone, with a stand-in for the browser and the brain; what its listener says to a message and its sender. */
test("the background answers its own content scripts and nobody else", async () => {
  const room = mkdtempSync(join(tmpdir(), "lede-background-"));
  try {
    mkdirSync(join(room, "brain"));
    cpSync(join(ROOT, "extension", "background.js"), join(room, "background.mjs"));
    writeFileSync(join(room, "package.json"), '{ "type": "module" }');
    writeFileSync(join(room, "sync.js"), "");
    writeFileSync(join(room, "brain", "lede.js"), "export default async () => {}; export const start = () => {}; export const reset = () => {}; export const answer = () => ({ view: [], tooltip: {} }); export const menu = () => ({});");
    /** @type {Function[]} */
    const listeners = [];
    /** Everything there is, and nothing happens. @type {any} */
    const anything = new Proxy(() => Promise.resolve({}), { get: (_, name) => (name === "then" ? undefined : name === "id" ? "lede" : anything), apply: () => Promise.resolve({}) });
    const chrome = new Proxy({}, {
      get: (_, name) =>
        name === "runtime"
          ? new Proxy({}, { get: (__, key) => (key === "id" ? "lede" : key === "getURL" ? () => "data:text/plain,knowledge" : key === "onMessage" ? { addListener: (/** @type {Function} */ each) => listeners.push(each) } : anything) })
          : anything,
    });
    Object.assign(globalThis, { chrome });
    await import(pathToFileURL(join(room, "background.mjs")).href);
    const [listener] = listeners;
    assert.ok(listener);
    /** @type {[string, any, any, boolean][]} */
    const table = [
      ["its own greeting", { type: "hello" }, { id: "lede" }, true],
      ["its own question", { type: "answer", pages: [] }, { id: "lede", tab: { id: 1 }, url: "https://news.example/" }, true],
      ["its own rule", { type: "rule", css: "", on: true }, { id: "lede", tab: { id: 1 } }, true],
      ["another extension's greeting", { type: "hello" }, { id: "other" }, false],
      ["another extension's question", { type: "answer", pages: [] }, { id: "other", url: "https://news.example/" }, false],
      ["a page that may connect", { type: "rule", css: "*{}" }, { url: "https://news.example/", origin: "https://news.example" }, false],
      ["a sender without a name", { type: "options" }, {}, false],
      ["a name that is nearly ours", { type: "options" }, { id: "Lede" }, false],
      ["a name that is a list of ours", { type: "options" }, { id: ["lede"] }, false],
      ["no message", undefined, { id: "lede" }, false],
      ["a message without a type", {}, { id: "lede" }, false],
      ["a type that every object has", { type: "constructor" }, { id: "lede" }, false],
      ["another", { type: "__proto__" }, { id: "lede" }, false],
      ["a type that is not a word", { type: ["hello"] }, { id: "lede" }, true],
      ["an unknown type", { type: "eval", code: "1" }, { id: "lede" }, false],
    ];
    for (const [what, message, sender, taken] of table) assert.equal(listener(message, sender, () => {}), taken, what);
    // A question that makes no sense is answered all the same: with a sentence.
    const reply = await new Promise((done) => listener({ type: "answer" }, { id: "lede" }, done));
    assert.ok(/** @type {any} */ (reply).answer || /** @type {any} */ (reply).view);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
});
