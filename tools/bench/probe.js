/**
 * Goes only into the bench's own copy of the extension, before the gate. What was measured is written on the root element as JSON, where
 * the bench reads it.
 *
 * Before each timed step the page is laid out, untimed, since it has to be once in any case; what a step makes the browser lay out
 * again is timed with it.
 */

(() => {
  /** Longest first run of each step in ms, and the sums. */
  const seen = { steps: {}, longest: 0, total: 0, layout: 0, hidden: 0, at: 0, marks: 0 };
  const layOut = () => document.documentElement && getComputedStyle(document.documentElement).color && document.documentElement.getBoundingClientRect();
  const publish = (name, value) => document.documentElement.setAttribute(name, JSON.stringify(value));

  function time(name, work) {
    const start = performance.now();
    const result = work();
    const spent = performance.now() - start;
    seen.steps[name] = (seen.steps[name] ?? 0) + spent;
    seen.total += spent;
    seen.longest = Math.max(seen.longest, spent);
    return result;
  }

  /** Lays the page out first, and after the step if that changes the page. */
  const around = (part, name, changes) => (...args) => {
    const start = performance.now();
    layOut();
    seen.layout += performance.now() - start;
    const result = time(name, () => {
      const made = part[name](...args);
      if (changes) layOut();
      return made;
    });
    if (name === "apply") {
      seen.marks = args[1] ? args[0].size : 0;
      seen.at = performance.now() - performance.getEntriesByType("navigation")[0].domContentLoadedEventStart;
      publish("data-bench", seen);
    }
    return result;
  };
  const wrap = (part, names, changes) => Object.freeze({ ...part, ...Object.fromEntries(names.map((name) => [name, around(part, name, changes)])) });

  /** Where the gate says "not yet" of a page that is there, that is all that Lede does to it. */
  function gate(enough) {
    const opens = time("gate", enough);
    if (!opens && document.readyState !== "loading") publish("data-bench", seen);
    return opens;
  }

  /** A bare walk over the page with its text: what any reader of the DOM pays at least. */
  function walk() {
    let elements = 0;
    const texts = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      else elements += 1;
    }
    return [elements, texts.join("").length];
  }

  /** 30,000 selectors of the kinds that a generic filter list is made of; the same in every run. */
  function selectors() {
    const words = "ad banner promo sponsor teaser widget sidebar rail slot unit popup overlay modal notice signup donate follow share native sky".split(" ");
    let state = 1;
    const next = (limit) => (state = (state * 48271) % 2147483647) % limit;
    const word = () => words[next(words.length)];
    const list = [];
    while (list.length < 30000) {
      const name = `${word()}-${word()}-${next(100000)}`;
      const kind = next(100);
      if (kind < 62) list.push(`.${name}`);
      else if (kind < 92) list.push(`#${name}`);
      else if (kind < 96) list.push(`[class*="${name}"]`);
      else list.push(`div[id^="${name}"]`);
    }
    return list;
  }

  /** The same page before Lede has seen it: the walk, then Readability on a copy, then the style sheet. */
  function compare() {
    const found = {};
    const timed = (name, work) => {
      layOut();
      const start = performance.now();
      work();
      found[name] = performance.now() - start;
    };
    let counts;
    timed("walk", () => (counts = walk()));
    const copy = document.cloneNode(true);
    timed("readability", () => new Readability(copy).parse());
    const style = document.createElement("style");
    style.textContent = `${selectors().join(",\n")}{display:none!important}`;
    timed("selectors", () => {
      document.head.append(style);
      layOut();
    });
    style.remove();
    publish("data-compared", { ...found, elements: counts[0], characters: counts[1] });
  }
  if (location.search.includes("compare")) addEventListener("DOMContentLoaded", compare, { once: true });

  globalThis.Probe = Object.freeze({ time, wrap, gate });
})();
