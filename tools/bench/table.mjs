/** What a bench run found, as Markdown. */
import { byPage, median, quantile } from "./spread.mjs";

/** @param {number} ms */
const say = (ms) => (Number.isNaN(ms) ? "–" : ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2));
/** @param {number[]} list */
const spread = (list) => [0.5, 0.9, 1].map((part) => say(quantile(list, part)));
/** @param {string[][]} rows */
const lines = (rows) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
const NONE = new Set(["own-front", "own-login", "own-market", "own-converter"]);

/** @typedef {import('./main.mjs').Measured} Measured */

/** Rows of the browser table: what is measured, and its figures on a page. @type {[string, (page: Measured) => number[]][]} */
export const SPENT = [
  ["Lede: snapshot", ({ seen }) => seen.flatMap(({ steps }) => steps.page ?? [])],
  ["Lede: marks, and the layout that follows", ({ seen }) => seen.map(({ steps }) => steps.apply ?? 0)],
  ["Lede: messages to the background", ({ seen }) => seen.map(({ steps }) => steps.send ?? 0)],
  ["**Lede: all in the page**", ({ seen }) => seen.map(({ total }) => total)],
  ["bare walk over the DOM with its text", ({ compared }) => compared.map(({ walk }) => walk)],
  ["Readability.parse", ({ compared }) => compared.map(({ readability }) => readability)],
  ["a style sheet of 30,000 selectors", ({ compared }) => compared.map(({ selectors }) => selectors)],
];

/** @param {any} result */
export function table(result) {
  const { browsers, steps } = result;
  /** @param {(pages: Measured[], browser: any) => string[]} figures */
  const row = (/** @type {string} */ name, figures) => [name, ...browsers.flatMap((/** @type {any} */ browser) => figures(browser.measured, browser))];
  /** Lede's share of another's time, page by page. @param {(page: Measured) => number[]} other */
  const ratio = (other) => (/** @type {Measured[]} */ pages) =>
    spread(pages.flatMap((page) => (page.seen.length && page.compared.length ? [median(page.seen.map(({ total }) => total)) / Math.max(0.005, median(other(page)))] : [])));
  const hiding = (/** @type {Measured[]} */ pages) => pages.filter(({ seen }) => seen.some(({ marks }) => marks > 0));
  const head = ["ms", ...browsers.flatMap((/** @type {any} */ { agent }) => [`${agent.replace("/", " ")} p50`, "p90", "worst"])];
  const page = lines([
    head,
    head.map(() => "---"),
    ...SPENT.map(([name, figures]) => row(name, (pages) => spread(byPage(pages, figures)))),
    row("Lede : bare walk (ratio)", ratio(({ compared }) => compared.map(({ walk }) => walk))),
    row("Lede : Readability (ratio)", ratio(({ compared }) => compared.map(({ readability }) => readability))),
    row("Lede's longest task", (pages) => spread(byPage(pages, ({ seen }) => seen.map(({ longest }) => longest)))),
    row("Lede on pages that are no articles", (pages) => spread(byPage(pages.filter(({ name }) => NONE.has(name)), ({ seen }) => seen.map(({ total }) => total)))),
    row("DOMContentLoaded to hidden, background awake", (pages) => spread(byPage(hiding(pages), ({ seen }) => seen.filter(({ marks }) => marks > 0).map(({ at }) => at)))),
    row("DOMContentLoaded to hidden, background asleep", (_, { asleep }) => spread(asleep)),
  ]);
  /** @type {[string, string][]} */
  const NATIVE = [
    ["snapshot decode", "decode"], ["article", "article"], ["clutter", "clutter"], ["summary, facts and report", "summary"],
    ["**what hiding takes, from a snapshot**", "glance"], ["**whole, from a snapshot: when the sidebar is opened**", "whole_snapshot"], ["HTML parse alone (scraper)", "parse"], ["**whole, from HTML**", "whole_html"], ["dom_smoothie, from HTML", "dom_smoothie"],
  ];
  const measured = (/** @type {string} */ step) => Object.values(/** @type {Record<string, number>} */ (steps[step] ?? {}));
  const share = Object.entries(/** @type {Record<string, number>} */ (steps.whole_html ?? {})).map(([name, ms]) => ms / (steps.parse?.[name] ?? NaN));
  const natives = lines([
    ["ms", "p50", "p90", "worst"], ["---", "---", "---", "---"],
    ...NATIVE.map(([name, step]) => [name, ...spread(measured(step))]),
    ["whole from HTML : parse alone (ratio)", ...spread(share)],
  ]);
  const sizes = Object.keys(steps.growth_html ?? {}).sort((a, b) => Number(a) - Number(b));
  const growth = lines([
    ["ms (µs a KB)", ...sizes.map((size) => `${Number(size) / 1000} KB`)],
    ["---", ...sizes.map(() => "---")],
    ...[["whole, from a snapshot", "growth_snapshot"], ["HTML parse alone", "growth_parse"], ["whole, from HTML", "growth_html"]].map(([name, step]) => [
      name ?? "",
      ...sizes.map((size) => {
        const ms = steps[step ?? ""]?.[size] ?? NaN;
        return `${say(ms)} (${((ms * 1e6) / Number(size)).toFixed(1)})`;
      }),
    ]),
  ]);
  const memory = browsers.map((/** @type {any} */ { agent, bytes }) => `${agent.replace("/", " ")} ${(bytes / 1024 / 1024).toFixed(1)} MB`).join(", ");
  const unseen = browsers.map((/** @type {any} */ { measured: pages }) => pages.filter((/** @type {Measured} */ each) => each.seen.length === 0).length);
  return `# Speed and memory

Written by \`./build.sh bench CORPUS\` in one run: ${result.own} pages of our own and ${result.corpus} saved news pages, each
opened at least ${result.rounds === 1 ? "once" : `${result.rounds} times`}; one figure a page, the middle one; then p50, p90 and the worst over the pages. ${result.machine}. ${result.rust}.
Without a corpus the command measures our own pages alone.

![Time on a page's main thread](bench.svg)

## In the page

Main thread, page scripts off, nothing fetched. Lede's figures are of the real extension with a clock around what it does in the page. Every
first run counts, so none is warmed up. The page is laid out before each step, untimed; layout that a step causes is timed with it.
Readability works on a copy of the document; copying it is not counted. Pages that Lede did not ask about: ${unseen.join(" and ")}.

${page}

## Natively

Criterion, one thread, ${result.native} of the pages, their snapshots as Chromium made them.

${natives}

A story of words that do not repeat, made longer; a straight line would have the same µs a KB in each row, up to what Lede reads of a page.

${growth}

## Memory

The brain's WebAssembly memory after 200 pages: ${memory}. JavaScript heap that Lede adds
to a tab, in Chromium after garbage collection: ${(result.heap / 1000).toFixed(0)} KB where the page has little text, ${(result.heapRead / 1000).toFixed(0)} KB where it is read and is no article.
`;
}
