/**
 * Two front doors, one answer: what `eyes.js` writes down of a page in either browser leads to the same
 * hidden blocks and the same summary as the page's HTML does natively.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inBothBrowsers } from "./lede.mjs";
import { ROOT, SEED_PAGE } from "./server.mjs";

const BINARY = process.env.LEDE_BINARY ?? join(ROOT, "target", "release", "lede");
const EYES = readFileSync(join(ROOT, "extension", "content", "eyes.js"), "utf8");
const room = mkdtempSync(join(tmpdir(), "lede-parity-"));
after(() => rmSync(room, { recursive: true, force: true }));

/** @type {{ name: string, path: string, file: string }[]} */
const PAGES = [];
for (const file of readdirSync(join(ROOT, "www")).filter((each) => each.endsWith(".html"))) {
  PAGES.push({ name: file, path: `/www/${file}`, file: join(ROOT, "www", file) });
}
const fixtures = join(ROOT, "tests", "pages");
for (const name of readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith("page.html")).sort()) {
  PAGES.push({ name, path: `/pages/${name}`, file: join(fixtures, name) });
}
if (SEED_PAGE) PAGES.push({ name: "seed", path: "/seed/page.html", file: SEED_PAGE });

/** @param {string[]} args */
const answer = (...args) => {
  const { kind, headline, article, hidden, summary } = JSON.parse(
    execFileSync(BINARY, ["inspect", "--json", ...args], { encoding: "utf8", maxBuffer: 1 << 28 }),
  );
  return {
    kind,
    headline: headline && headline.node,
    article: article.nodes,
    hidden: hidden.map((/** @type {any} */ block) => `${block.node} ${block.category}`),
    summary: summary.map((/** @type {any} */ sentence) => `${sentence.node} ${sentence.text}`),
  };
};

inBothBrowsers("Both front doors agree", {}, ({ lede, url, browser }) => {
  for (const { name, path, file } of PAGES) {
    test(name, async () => {
      const address = `${url()}${path}?frozen`;
      await lede().goto(address);
      const snapshot = await lede().evaluate(`(() => { ${EYES}; return Eyes.page(); })()`);
      assert.match(snapshot, /^lede-snapshot 1\n/);
      const written = join(room, `${browser}-${name.replaceAll("/", "__")}.snapshot`);
      writeFileSync(written, snapshot);
      assert.deepEqual(answer("--url", address, "--snapshot", written), answer("--url", address, file));
    });
  }
});
