/**
 * How often a page that changes is read, counted over hours: `watch.js` with a page and a clock made here, on which nothing takes time
 * but what the test says.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const source = readFileSync(new URL("../extension/content/watch.js", import.meta.url), "utf8");
const MINUTE = 60_000;

class Node {
  connected = true;
}

/** A page that changes every so many ms for some minutes; how many readings each minute saw. @param {{ every: number, minutes: number, cost?: number, moves?: boolean }} page */
async function readings({ every, minutes, cost = 1, moves = false }) {
  let now = 0;
  /** @type {{ at: number, run: () => void }[]} */
  let due = [];
  const after = (/** @type {() => void} */ run, ms = 0) => void due.push({ at: now + Math.max(0, ms), run });
  /** @type {(records: object[]) => void} */
  let observed = () => {};
  const document = {};
  const location = { href: "https://news.example/a" };
  const world = {
    document,
    location,
    HTMLElement: Node,
    performance: { now: () => now },
    requestAnimationFrame: (/** @type {() => void} */ run) => after(run, 16),
    setTimeout: after,
    addEventListener: () => {},
    removeEventListener: () => {},
    MutationObserver: class {
      constructor(/** @type {typeof observed} */ hear) {
        observed = hear;
      }
      observe() {}
      takeRecords() {}
      disconnect() {
        observed = () => {};
      }
    },
    Names: { mark: "data-mark" },
    Dom: { root: () => null, body: () => null, tag: () => "div", type: () => 1, parent: () => null, connected: () => true, data: () => "" },
  };
  const Watch = vm.runInNewContext(`${source}; Watch`, world);
  const counts = new Array(minutes).fill(0);
  const read = async () => {
    counts[Math.floor(now / MINUTE)] += 1;
    now += cost;
    Watch.spent(cost);
  };
  Watch.start({ batch: read, moved: read, tend: () => {}, ours: () => false });
  let change = every;
  while (now < minutes * MINUTE) {
    due.sort((a, b) => a.at - b.at);
    const next = due[0];
    if (next && next.at <= change) {
      due = due.slice(1);
      now = Math.max(now, next.at);
      if (now < minutes * MINUTE) next.run();
    } else {
      now = Math.max(now, change);
      change += every;
      if (moves) location.href += "?";
      observed([{ type: "childList", target: document, addedNodes: [new Node()] }]);
    }
    // What a reading promised is kept before anything else happens.
    for (let i = 0; i < 5; i += 1) await null;
  }
  return counts;
}

test("a live page is served for as long as it is open", async () => {
  const counts = await readings({ every: 10_000, minutes: 360 });
  assert.ok(counts.every((count) => count >= 5), `readings a minute: ${counts}`);
});

test("a page that never rests is read at most thirty times a minute after the first", async () => {
  for (const moves of [false, true]) {
    const [first, ...later] = await readings({ every: 50, minutes: 20, moves });
    assert.ok(first <= 24 + 30, `${first} in the first minute`);
    assert.ok(later.every((count) => count > 0 && count <= 30), `readings a minute: ${later}`);
  }
});

test("the more a reading costs the fewer there are", async () => {
  const [, ...later] = await readings({ every: 50, minutes: 10, cost: 80 });
  assert.ok(later.every((count) => count > 0 && count <= 3), `readings a minute: ${later}`);
});
