/**
 * Measures Lede beside what else there is, and writes docs/bench.md and docs/bench.svg:
 *   node tools/bench/main.mjs [CORPUS] [--pages 64] [--rounds 3]
 * In each browser every page is opened as often as there are rounds, twice each time: once as it happens, once to compare. Then the
 * same pages natively, by criterion. Needs dist/ (./build.sh) and what tools/bench/package.json names.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, launch, pause } from "../../tests/e2e/drivers/driver.mjs";
import { ROOT } from "../../tests/e2e/server.mjs";
import { probed } from "./extension.mjs";
import { choose, servePages } from "./pages.mjs";
import { plot } from "./plot.mjs";
import { table } from "./table.mjs";

/**
 * @typedef {{steps: Record<string, number>, longest: number, total: number, layout: number, at: number, marks: number}} Seen
 * @typedef {{walk: number, readability: number, selectors: number, elements: number, characters: number}} Compared
 * @typedef {{name: string, own: boolean, seen: Seen[], compared: Compared[]}} Measured
 * @typedef {import('../../tests/e2e/drivers/driver.mjs').Driver} Driver
 */

const { values, positionals } = parseArgs({ options: { pages: { type: "string", default: "64" }, rounds: { type: "string", default: "3" } }, allowPositionals: true });
const corpus = positionals[0];
const ROUNDS = Number(values.rounds);
/** A round is begun only if a browser has had less than so many seconds: the whole stays under twelve minutes on a slow machine too. */
const ENOUGH = 100;
/** Loads after which the brain's memory is read. */
const LOADS = 200;
/** Loads with the background asleep before each. */
const SLEEPS = 12;
/** Natively every third page of the corpus is read: criterion takes its time on each. */
const NATIVE_STEP = 3;
/** Longest wait in ms for Lede to have marked a page that is loaded. A page that it leaves alone before asking costs this. */
const PATIENCE = 1500;
const folder = join(ROOT, "target", "bench", "pages");
const EYES = readFileSync(join(ROOT, "extension", "content", "eyes.js"), "utf8");

const started = Date.now();
/** @param {string} what */
const say = (what) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);

/** What the probe wrote on the root element; null when it wrote nothing in time. @param {Driver} driver @param {string} name */
async function reading(driver, name) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(15)) {
    const text = await driver.evaluate((wanted) => document.documentElement.getAttribute(wanted), name);
    if (text) return JSON.parse(text);
  }
  return null;
}

/** @param {string} browser @param {string} url @param {import('./pages.mjs').Page[]} pages */
async function inBrowser(browser, url, pages) {
  const extension = probed(browser);
  const driver = await launch(browser, { extension });
  try {
    const measured = pages.map(({ name, own }) => /** @type {Measured} */ ({ name, own, seen: [], compared: [] }));
    let loads = 0;
    let bytes = 0;
    const count = async () => {
      loads += 1;
      if (loads === LOADS) bytes = await driver.background(() => /** @type {any} */ (globalThis).brainBytes());
    };
    const begun = Date.now();
    for (let round = 0; round < ROUNDS && Date.now() - begun < ENOUGH * 1000; round += 1) {
      for (const page of measured) {
        await driver.goto(`${url}/${page.name}`);
        const seen = await reading(driver, "data-bench");
        if (seen) page.seen.push(seen);
        await count();
        await driver.goto(`${url}/${page.name}?compare`);
        const compared = await reading(driver, "data-compared");
        if (compared) page.compared.push(compared);
        await count();
        if (round === 0 && browser === "chromium" && existsSync(join(folder, `${page.name}.html`))) {
          // As the content script sees the page without marks: the numbers are the same, and marks are not read.
          const snapshot = await driver.evaluate(`(() => { ${EYES}; return Eyes.page(); })()`);
          writeFileSync(join(folder, `${page.name}.snapshot`), String(snapshot));
        }
      }
      say(`${browser}: round ${round + 1} of ${ROUNDS}, ${loads} loads`);
    }
    while (loads < LOADS) {
      await driver.goto(`${url}/${pages[loads % pages.length]?.name}`);
      await reading(driver, "data-bench");
      await count();
    }
    const hiding = measured.filter(({ seen }) => seen.some(({ marks }) => marks > 0));
    /** @type {number[]} */
    const asleep = [];
    for (const page of hiding.slice(0, SLEEPS)) {
      await driver.goto("about:blank");
      await driver.killBackground();
      await driver.goto(`${url}/${page.name}`);
      const seen = await reading(driver, "data-bench");
      if (seen?.marks > 0) asleep.push(seen.at);
    }
    say(`${browser}: ${asleep.length} loads with the background asleep`);
    const agent = await driver.evaluate(() => navigator.userAgent);
    return { browser, agent: /** @type {string} */ (/(?:Chrome|Firefox)\/\d+/.exec(String(agent))?.[0] ?? browser), measured, asleep, bytes };
  } finally {
    await driver.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

/** JavaScript heap in bytes that Lede adds to a tab, where the browser tells: one whose page has little text, one whose page is read and is no article. @param {string} url */
async function idleHeap(url) {
  const names = ["own-login", "own-front"];
  /** @param {string | undefined} extension */
  const heaps = async (extension) => {
    const driver = await launch("chromium", extension ? { extension } : {});
    try {
      const found = [];
      // Each in a tab of its own: what was there before is kept for the way back.
      for (const name of names) {
        await driver.newTab(`${url}/${name}`);
        await pause(PATIENCE);
        found.push((await driver.held()).heap);
        await driver.closeTab();
      }
      return found;
    } finally {
      await driver.close();
    }
  };
  const [bare, lede] = [await heaps(undefined), await heaps(join(ROOT, "dist", "chrome"))];
  return lede.map((each, i) => each - (bare[i] ?? 0));
}

/** Milliseconds by step and page, as criterion left them, and by step and size, as the bench printed them. */
function native() {
  const results = join(ROOT, "target", "criterion");
  rmSync(results, { recursive: true, force: true });
  const run = spawnSync("cargo", ["bench", "--locked", "--bench", "analysis", "--", "--quiet", "--noplot"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] });
  if (run.status !== 0) throw new Error(`cargo bench failed:\n${run.stderr.slice(-2000)}`);
  /** @type {Record<string, Record<string, number>>} */
  const steps = {};
  for (const [, step = "", size = "", ms] of run.stdout.matchAll(/^growth (\w+) (\d+) ([\d.]+)$/gm)) (steps[step] ??= {})[size] = Number(ms);
  for (const step of readdirSync(results)) {
    for (const page of readdirSync(join(results, step))) {
      const file = join(results, step, page, "new", "estimates.json");
      if (existsSync(file)) (steps[step] ??= {})[page] = JSON.parse(readFileSync(file, "utf8")).median.point_estimate / 1e6;
    }
  }
  return steps;
}

const pages = choose(corpus, Number(values.pages));
say(`${pages.length} pages${corpus ? `, ${pages.filter(({ own }) => !own).length} of them from ${corpus}` : "; ./build.sh bench CORPUS adds some of a corpus"}`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const natively = pages.filter(({ own }, i) => own || i % NATIVE_STEP === 0);
for (const { name, html } of natively) writeFileSync(join(folder, `${name}.html`), html);

const server = await servePages(pages);
const browsers = [];
for (const browser of BROWSERS) browsers.push(await inBrowser(browser, server.url, pages));
const [heap, heapRead] = await idleHeap(server.url);
await server.close();
say(`natively, by criterion, ${natively.length} pages (it is built first)`);
const steps = native();
const result = {
  machine: `${cpus().length} x ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(1)} at the end`,
  rust: execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim(),
  own: pages.filter(({ own }) => own).length,
  corpus: pages.filter(({ own }) => !own).length,
  native: natively.length,
  rounds: Math.min(...browsers.flatMap(({ measured }) => measured.map(({ compared }) => compared.length))),
  browsers,
  heap,
  heapRead,
  steps,
};
writeFileSync(join(ROOT, "target", "bench", "result.json"), JSON.stringify(result));
const text = table(result);
writeFileSync(join(ROOT, "docs", "bench.md"), text);
writeFileSync(join(ROOT, "docs", "bench.svg"), plot(result));
console.log(`\n${text}`);
say("docs/bench.md and docs/bench.svg are written");
