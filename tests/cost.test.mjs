/**
 * Twice the page costs about twice the steps, whatever its shape: each part of the analysis, and all of it.
 *
 * `examples/cost.rs` is built as WebAssembly, and Binaryen puts a call at the beginning of every function and of every turn of every
 * loop, copying of memory included. Those calls are counted: the same number on every machine.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** In the order of `SHAPES` and `PARTS` in the example. */
const SHAPES = [
  "paragraphs", "nesting", "links", "one text", "one sentence", "one word", "forms", "quotes", "sentences", "headings", "rows", "comments",
  "appeals", "bare elements", "open brackets", "machine data",
];
const PARTS = ["snapshot", "html", "article", "clutter", "report", "summary", "quotes", "facts", "own blocks", "view", "whole", "whole, late"];
/** Bytes of HTML of the smaller page: what is done once for any page must not hide what is done for each piece. */
const BYTES = Number(process.env.LEDE_COST_BYTES ?? 40_000);
/** How often the page is doubled. */
const DOUBLINGS = 3;
/** What the steps may grow by when a page is doubled; sorting costs a little more than twice. */
const MOST = 2.3;

/** Counts without leaving WebAssembly: a global, and a function that adds one to it. */
const COUNTER = "0061736d010000000105016001 7f00 03020100 0606017e0142000b 070f02036c6f67000005737465707303 00 0a0b0109002300420 17c24000b".replaceAll(" ", "");
const counter = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(COUNTER, "hex"))).exports;
const steps = /** @type {WebAssembly.Global} */ (counter["steps"]);
const module = await WebAssembly.compile(readFileSync(new URL("../target/cost.wasm", import.meta.url)));
/** @type {Record<string, Record<string, any>>} */
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  // The boundary to JavaScript is not called: only numbers cross.
  (imports[from] ??= {})[name] = name === "log_execution" ? counter["log"] : () => assert.fail(`${name} was called`);
}

/** Steps of each part, in memory of its own: what an allocator meets there depends on what came before. @param {number} shape @param {number} bytes */
async function count(shape, bytes) {
  const { exports } = await WebAssembly.instantiate(module, imports);
  /** The compiler puts a hash behind a name. @param {string} name @returns {(...given: number[]) => number} */
  const exported = (name) => /** @type {any} */ (Object.entries(exports).find(([each]) => each.startsWith(`${name}_`))?.[1]);
  const [lay, run] = [exported("lay"), exported("run")];
  assert.equal(lay(shape, bytes), SHAPES.length);
  return PARTS.map((name, part) => {
    steps.value = 0n;
    assert.equal(run(part), 1, name);
    return Number(steps.value);
  });
}

/**
 * By how much the steps grow when the page is doubled. What grows faster than the page does so at each doubling; where a list has just been
 * given more room, or the page is taken for a story from some size on, they jump at one, and by and by a jump comes to little.
 * @param {number[]} counts
 */
function growth(counts) {
  const each = counts.slice(1).map((steps, at) => steps / (counts[at] ?? 1)).sort((a, b) => a - b);
  const overall = each.reduce((product, by) => product * by, 1) ** (1 / each.length);
  return Math.min(overall, each[Math.floor(each.length / 2)] ?? 0);
}

for (const [shape, name] of SHAPES.entries()) {
  test(`${name}: twice the page is about twice the steps`, async () => {
    /** @type {number[][]} */
    const counts = [];
    for (let at = 0; at <= DOUBLINGS; at++) counts.push(await count(shape, BYTES * 2 ** at));
    const parts = PARTS.map((part, at) => ({ part, by: growth(counts.map((steps) => steps[at] ?? 0)), steps: counts.map((steps) => steps[at] ?? 0) }));
    if (process.env.LEDE_COST_TABLE) console.log(name.padEnd(14), ...parts.map(({ by }) => by.toFixed(2).padStart(5)), String(parts.at(-2)?.steps.at(-1)).padStart(11));
    assert.deepEqual(parts.filter(({ by }) => by >= MOST), [], "steps grow faster than the page");
  });
}
