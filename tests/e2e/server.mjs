/**
 * Everything the tests look at, on one loopback port:
 *   /site/...     the web site as it is built in dist/www
 *   /www/...      the sample newspaper        /seed/...    the page next to the checkout, where there is one
 *   /pages/...    tests/pages                 /kept/...    tests/kept
 *   /matrix/NAME  a page under one content security policy
 *   /report/NAME  where browsers send the violations of that policy
 *   /made/NAME    what a test has put there by `make`
 * `?frozen` on a page forbids its scripts without switching scripting off in the parser, so that the
 * tree is the one the HTML itself makes.
 */
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import http from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { MATRIX, matrixPage } from "./matrix.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const SEED = join(ROOT, "..", "shared", "seed");
export const SEED_PAGE = existsSync(join(SEED, "page.html")) ? join(SEED, "page.html") : null;

const FOLDERS = /** @type {Record<string, string>} */ ({
  site: join(process.env.LEDE_DIST ?? join(ROOT, "dist"), "www"),
  www: join(ROOT, "www"),
  pages: join(ROOT, "tests", "pages"),
  kept: join(ROOT, "tests", "kept"),
  stories: join(ROOT, "tests", "e2e", "stories"),
  seed: SEED,
});
const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml",
});

/**
 * @typedef {object} Server
 * @property {string} url       without the last slash
 * @property {string[]} log     path of every request that came in
 * @property {{ page: string, directive: string, blocked: string }[]} reports
 * @property {(name: string, body: string | Buffer, headers?: Record<string, string>) => string} make  serves this from now on; its address
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Server>} */
export function serve() {
  /** @type {Server['log']} */
  const log = [];
  /** @type {Server['reports']} */
  const reports = [];
  /** @type {Map<string, { body: string | Buffer, headers: Record<string, string> }>} */
  const made = new Map();

  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const [, room = "", ...rest] = decodeURIComponent(pathname).split("/");
    if (room === "report") {
      let body = "";
      for await (const chunk of request) body += chunk;
      const report = JSON.parse(body)["csp-report"] ?? {};
      reports.push({
        page: rest.join("/"),
        directive: String(report["effective-directive"] ?? report["violated-directive"]),
        blocked: String(report["blocked-uri"]),
      });
      response.writeHead(204).end();
      return;
    }
    log.push(request.url ?? "/");
    if (room === "matrix") {
      const page = MATRIX.find(({ name }) => name === rest[0]);
      if (page) {
        const end = `; report-uri /report/${searchParams.has("last") ? "last" : page.name}`;
        response.setHeader("content-type", "text/html; charset=utf-8");
        if (page.policy) response.setHeader("content-security-policy", page.policy + end);
        if (page.reportOnly) response.setHeader("content-security-policy-report-only", page.reportOnly + end);
        response.end(matrixPage(page));
        return;
      }
    }
    const own = room === "made" ? made.get(rest.join("/")) : undefined;
    if (own) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...own.headers }).end(own.body);
      return;
    }
    const folder = FOLDERS[room];
    const file = folder ? normalize(join(folder, ...rest)) : "";
    const body = folder && file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
    if (!body) {
      response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
      return;
    }
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("cache-control", "no-store");
    if (searchParams.has("frozen")) response.setHeader("content-security-policy", "script-src 'none'");
    response.end(body);
  });

  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const url = `http://127.0.0.1:${port}`;
      resolve({
        url,
        log,
        reports,
        make: (name, body, headers = {}) => {
          made.set(name, { body, headers });
          return `${url}/made/${name}`;
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
