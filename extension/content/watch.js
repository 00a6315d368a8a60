/**
 * Notices what comes late: elements put in, classes switched, addresses changed without a load. It only observes and queues; what
 * is to be done with a batch is main.js's business. The observer's callback does no more than collect; on the next frame detached
 * and nested roots are dropped. The rate is limited, so that a page that changes without end costs little, however long it is open.
 */

const Watch = (() => {
  const CHANGES = ["class", "style", "hidden", "open"];
  /** More roots than this in a batch: the body is read as one. */
  const MANY = 40;
  /** How often one element may bring itself up again by its attributes or its text (a clock, a menu that opens and closes). */
  const AGAIN = 4;
  /** Batches that may follow each other at every frame; then one each REFILL ms. A page seldom has more than ten. */
  const BURST = 24;
  const REFILL = 2000;
  /** Reading also costs one from the burst for so many ms, but never more than half of it: a large page is served too. */
  const EXPENSIVE = 8;
  const SILENT = new Set(["script", "style", "link", "meta", "noscript", "title", "base", "head", "template", "option"]);

  /** @type {Set<Element>} */
  const queue = new Set();
  /** @type {WeakMap<Element, number>} */
  let seen = new WeakMap();
  /** @type {MutationObserver | null} */
  let observer = null;
  let scheduled = false;
  let busy = false;
  let allowance = BURST;
  let filled = 0;
  let address = "";
  /** The page has another address and was not read under it yet. */
  let anew = false;
  /**
   * batch: roots to be read; moved: another address, the page is to be read; tend: something changed that may undo what was done to the page;
   * ours: whether Lede made or already hides this element.
   * @type {{batch: (roots: Element[]) => Promise<void>, moved: () => Promise<void>, tend: () => void, ours: (node: Node) => boolean}}
   */
  let on = { batch: async () => {}, moved: async () => {}, tend: () => {}, ours: () => false };

  const addressNow = () => location.href.replace(/#.*$/s, "");

  /** Whether the page went to another address without a load. A change of the hash alone is none. */
  function moved() {
    if (!observer || address === addressNow()) return;
    address = addressNow();
    seen = new WeakMap();
    // At the next frame, so that what the page shows there is read with it.
    anew = true;
    schedule();
  }

  /** @param {Node} node @param {boolean} again the element was there before */
  function add(node, again) {
    const element = /** @type {Element} */ (node);
    if (queue.size > MANY || queue.has(element) || !(node instanceof HTMLElement) || SILENT.has(Dom.tag(element)) || on.ours(element)) return;
    if (again) {
      const times = seen.get(element) ?? 0;
      if (times >= AGAIN) return;
      seen.set(element, times + 1);
    }
    queue.add(element);
  }

  /** @param {MutationRecord[]} records */
  function collect(records) {
    for (const { type, target, addedNodes } of records) {
      // A class on html or body says that something is open; what that is has its own record.
      if (type === "attributes") {
        if (target !== Dom.root(document) && target !== Dom.body(document)) add(target, true);
        continue;
      }
      for (let i = 0; i < addedNodes.length; i += 1) {
        const node = /** @type {Node} */ (addedNodes[i]);
        if (Dom.type(node) === 1) add(node, false);
        else if (Dom.type(node) === 3 && Dom.data(node).trim() !== "" && target !== document) add(target, true);
      }
    }
    schedule();
  }

  function schedule() {
    if (scheduled || busy || !observer) return;
    scheduled = true;
    const now = performance.now();
    allowance = Math.min(BURST, allowance + (now - filled) / REFILL);
    filled = now;
    if (allowance >= 1) requestAnimationFrame(frame);
    else setTimeout(() => requestAnimationFrame(frame), (1 - allowance) * REFILL);
  }

  /** The roots that are still in the page and in no other root. */
  function settled() {
    const body = Dom.body(document);
    if (queue.size > MANY && body) return [body];
    return [...queue].filter((root) => {
      if (!Dom.connected(root)) return false;
      for (let up = Dom.parent(root); up; up = Dom.parent(up)) if (queue.has(/** @type {Element} */ (up)) || on.ours(up)) return false;
      return true;
    });
  }

  async function frame() {
    scheduled = false;
    if (!observer) return;
    moved();
    on.tend();
    if (busy || (!anew && queue.size === 0)) return;
    const roots = anew ? [] : settled();
    queue.clear();
    if (!anew && roots.length === 0) return;
    busy = true;
    allowance -= 1;
    const done = anew ? on.moved() : on.batch(roots);
    anew = false;
    await done;
    busy = false;
    if (anew || queue.size > 0) schedule();
  }

  /** @param {typeof on} listeners */
  function start(listeners) {
    if (observer) return;
    on = listeners;
    address = addressNow();
    filled = performance.now();
    observer = new MutationObserver(collect);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: [...CHANGES, Names.mark] });
    addEventListener("popstate", moved);
    // Where the browser has no such events the address is compared at every batch.
    globalThis.navigation?.addEventListener("currententrychange", moved);
  }

  function stop() {
    observer?.disconnect();
    observer = null;
    anew = false;
    queue.clear();
    removeEventListener("popstate", moved);
    globalThis.navigation?.removeEventListener("currententrychange", moved);
  }

  return Object.freeze({
    start,
    stop,
    /** What has just been done to the page was done by Lede: it is no news. */
    pass: () => void observer?.takeRecords(),
    /** The whole page is about to be read: what has changed so far is in that. */
    whole: () => {
      observer?.takeRecords();
      queue.clear();
    },
    /** @param {number} ms that reading took */
    spent: (ms) => void (allowance -= Math.min(ms / EXPENSIVE, BURST / 2)),
  });
})();
