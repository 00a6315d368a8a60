/** The pages that the bench reads, and a server of them on loopback that lets no script of theirs run and nothing be fetched. */
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "../../tests/e2e/server.mjs";

/** @typedef {{name: string, html: string, own: boolean}} Page */

/** Pages of our own: articles with appeals, and pages that are none. */
const OWN = ["ferry", "insist", "lighthouse", "locked", "front", "login", "market", "converter"];

/**
 * @param {string | undefined} corpus a folder of labelled pages @param {number} count how many of it, evenly over their names
 * @returns {Page[]}
 */
export function choose(corpus, count) {
  const own = OWN.map((name) => ({ name: `own-${name}`, html: readFileSync(join(ROOT, "www", `${name}.html`), "utf8"), own: true }));
  if (!corpus) return own;
  const files = readdirSync(join(corpus, "pages")).filter((file) => file.endsWith(".html.gz")).sort();
  const chosen = Array.from({ length: Math.min(count, files.length) }, (_, i) => files[Math.floor((i * files.length) / Math.min(count, files.length))] ?? "");
  const theirs = chosen.map((file, i) => ({
    name: `corpus-${String(i + 1).padStart(3, "0")}`,
    html: gunzipSync(readFileSync(join(corpus, "pages", file))).toString("utf8"),
    own: false,
  }));
  return [...own, ...theirs];
}

/** @param {Page[]} pages @returns {Promise<{url: string, close: () => Promise<void>}>} */
export function servePages(pages) {
  const byName = new Map(pages.map((page) => [`/${page.name}`, page.html]));
  const server = http.createServer((request, response) => {
    const html = byName.get(new URL(request.url ?? "/", "http://localhost").pathname);
    response.writeHead(html === undefined ? 404 : 200, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      // Browsers give an isolated page a finer clock.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(html ?? "");
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())) });
    });
  });
}
