/**
 * Does to the page what was decided, and takes it back. The only file that marks page nodes.
 *
 * What is hidden gets a mark, an attribute; one rule of user origin hides what is marked while the root element carries another.
 * A mark with a word in it cuts the element down to one line of ours, which is made by the same rules. No node is removed, no style
 * edited, no class touched. With nothing marked and the root attribute gone the page is byte for byte
 * what it was. A modal dialog is closed before it is hidden (hidden and open it would leave the whole page inert) and opened again
 * when it is given back.
 */

const Hands = (() => {
  const { root: ROOT, mark: MARK, highlight: HIGHLIGHT } = Names;
  /** A page that opens a hidden dialog again and again gets it back after so many times: better seen than an inert page. */
  const CLOSINGS = 10;
  /** Headlines and paragraphs that are looked at to see whether a page would be cut. */
  const MOST_THINGS = 200;

  /** The words of the root attribute: `u`, the scroll lock is lifted; `f`, the lock pins the body and that is lifted too. */
  const HIDING = [
    `:root[${ROOT}] [${MARK}=""],:root[${ROOT}] [${MARK}]:not([${MARK}=""])>*{display:none!important}`,
    `:root[${ROOT}] [${MARK}]:not([${MARK}=""]){min-height:0!important;height:auto!important;max-height:44px!important;overflow:hidden!important;` +
      "padding:0!important;border:0!important;background:none!important;box-shadow:none!important;font-size:0!important;color:inherit!important;" +
      "position:static!important;transform:none!important;cursor:pointer!important}",
    `:root[${ROOT}] [${MARK}]:not([${MARK}=""])::after{content:none!important}`,
    `:root[${ROOT}~=u]{overflow:hidden auto!important;touch-action:auto!important;overscroll-behavior:auto!important}`,
    `:root[${ROOT}~=u]>body{overflow:visible!important;touch-action:auto!important;pointer-events:auto!important}`,
    `:root[${ROOT}~=f],:root[${ROOT}~=f]>body{position:static!important}`,
  ].join("\n");
  /** One line in a block's place, in the colour of the text around it: the block's own may have been for a background that is gone. @param {string} word @param {string} line */
  const dimming = (word, line) =>
    `:root[${ROOT}] [${MARK}="${word}"]::before{all:initial!important;content:${JSON.stringify(line)}!important;display:block!important;` +
    "font:13px/20px system-ui,sans-serif!important;padding:4px 12px!important;border-radius:99px!important;width:fit-content!important;" +
    "background:rgb(128 128 128/.16)!important;color:inherit!important;cursor:pointer!important;text-align:start!important;unicode-bidi:plaintext!important}";
  /** The page moved aside. @param {{side: string, width: number}} look @param {number} push */
  const room = ({ side, width }, push) =>
    `@media screen and (min-width:${push}px){:root{padding-${side}:${width}px!important;box-sizing:border-box!important}}`;
  /** Of author origin: Chromium does not paint highlights that a rule of user origin names. */
  const LIGHT = `::highlight(${HIGHLIGHT}){background-color:#ffe08a!important;color:#1b1a17!important}`;

  /** @type {Map<Element, number>} what is hidden; how often a dialog in it was closed */
  const marked = new Map();
  /** @type {Map<HTMLDialogElement, Element>} dialogs closed by us, and the marked element each is in */
  const closed = new Map();
  /** Lines that stay for dimmed blocks; a mark's word is a place in this list, from 1. @type {string[]} */
  const lines = [];
  let unlocked = false;
  /** The rule that moves the page aside, to which side and by how many pixels. */
  let aside = "";
  let given = { side: "", width: 0 };
  /** @type {Set<string>} rules that are in the page */
  const ruled = new Set();
  /** @type {(rule: {on: boolean, css: string, origin: "USER" | "AUTHOR"}) => void} */
  let insert = () => {};

  /** @param {boolean} on @param {string} css */
  function rule(on, css) {
    if (on === ruled.has(css)) return;
    if (on) ruled.add(css);
    else ruled.delete(css);
    insert({ on, css, origin: css === LIGHT ? "AUTHOR" : "USER" });
  }

  /** Whether an element is hidden by us and still says so. @param {Node} node */
  const holds = (node) => marked.has(/** @type {Element} */ (node)) && Dom.attribute(/** @type {Element} */ (node), MARK) !== null;

  /** The root attribute as it must be now. */
  function gate() {
    const html = Dom.root(document);
    if (!html) return;
    if (marked.size === 0) return Dom.unset(html, ROOT);
    const now = Dom.attribute(html, ROOT);
    let words = unlocked ? "u" : "";
    let top = 0;
    if (unlocked && now?.includes("f")) words = "u f";
    else if (unlocked) {
      for (const element of [html, Dom.body(document) ?? html]) {
        const style = getComputedStyle(element);
        if (style.position !== "fixed") continue;
        words = "u f";
        top = Math.max(top, -parseFloat(style.top) || 0);
      }
    }
    if (now !== words) Dom.set(html, ROOT, words);
    // A lock that pins the body moves it up by what was scrolled; without the lock the page must be scrolled again.
    if (top > 0) scrollTo({ top, behavior: "instant" });
  }

  /** Sees to it that what we did holds: no hidden dialog is open, a scroll lock put on later is lifted too. */
  function tend() {
    if (marked.size === 0) return;
    for (const dialog of Document.prototype.querySelectorAll.call(document, "dialog:modal")) {
      const holder = Element.prototype.closest.call(dialog, `[${MARK}]`);
      const times = holder ? marked.get(holder) : undefined;
      if (!holder || times === undefined || !(dialog instanceof HTMLDialogElement)) continue;
      if (times >= CLOSINGS) Dom.unset(holder, MARK);
      else {
        marked.set(holder, times + 1);
        closed.set(dialog, holder);
        HTMLDialogElement.prototype.close.call(dialog);
      }
    }
    gate();
  }

  /** @param {Element} element */
  function release(element) {
    marked.delete(element);
    Dom.unset(element, MARK);
  }

  /** Opens again the dialogs that were closed and are not hidden any more. */
  function reopen() {
    for (const [dialog, holder] of closed) {
      if (marked.has(holder)) continue;
      closed.delete(dialog);
      try {
        if (Dom.connected(dialog) && Dom.attribute(dialog, "open") === null) HTMLDialogElement.prototype.showModal.call(dialog);
      } catch {
        // The page made it a popover meanwhile; it stays closed.
      }
    }
  }

  /** The word of the mark that leaves a line. @param {string} line */
  function wordOf(line) {
    if (!lines.includes(line)) lines.push(line);
    const word = String(lines.indexOf(line) + 1);
    rule(true, dimming(word, line));
    return word;
  }

  /**
   * Does something that changes the layout. Browsers keep the line that is being read in its place when something above it comes or
   * goes, unless the page forbade it; then it is done here.
   * @param {() => void} change @param {Map<Element, string>} going
   */
  function steadily(change, going) {
    const bodies = [Dom.root(document), Dom.body(document)];
    const forbidden = scrollY > 0 && bodies.some((element) => element && getComputedStyle(element).overflowAnchor === "none");
    const line = forbidden ? lineBeingRead(going) : undefined;
    const top = line ? Dom.rect(line).top : 0;
    change();
    if (line && Dom.connected(line)) scrollBy({ top: Dom.rect(line).top - top, behavior: "instant" });
  }

  /** An element in the upper half of the window that stays. @param {Map<Element, string>} going */
  function lineBeingRead(going) {
    const [html, body] = [Dom.root(document), Dom.body(document)];
    const seen = [0.1, 0.2, 0.3, 0.4, 0.5].map((part) => Document.prototype.elementFromPoint.call(document, innerWidth * 0.4, innerHeight * part));
    return seen.find((element) => element && element !== html && element !== body && ![...going.keys()].some((each) => Node.prototype.contains.call(each, element))) ?? undefined;
  }

  /**
   * Hides these elements and no others.
   * @param {Map<Element, string>} elements each with the line that stays in its place, or an empty one
   * @param {boolean} enabled whether anything may be hidden here at all @param {boolean} unlock
   */
  function apply(elements, enabled, unlock) {
    const html = Dom.root(document);
    const body = Dom.body(document);
    /** @type {Map<Element, string>} */
    const now = new Map();
    for (const [element, line] of enabled ? elements : []) {
      if (element !== html && element !== body && Dom.connected(element)) now.set(element, line && wordOf(line));
    }
    steadily(() => {
      for (const element of marked.keys()) {
        // What the page took out keeps its mark, so that it is hidden at once if it comes back, but is not held in memory.
        if (enabled && !Dom.connected(element)) marked.delete(element);
        else if (!now.has(element)) release(element);
      }
      for (const [element, word] of now) {
        if ((marked.get(element) ?? 0) >= CLOSINGS) continue;
        if (!marked.has(element)) marked.set(element, 0);
        if (Dom.attribute(element, MARK) !== word) Dom.set(element, MARK, word);
      }
      // Copies that the page made of hidden elements carry the mark as well.
      if (marked.size === 0 && html) for (const copy of Dom.all(html, `[${MARK}]`)) Dom.unset(copy, MARK);
      unlocked = enabled && unlock;
      gate();
    }, now);
    tend();
    reopen();
  }

  /** The rule is sent ahead, so that it is there when the first answer comes. */
  const prepare = () => rule(true, HIDING);

  /**
   * The range of a sentence inside an element. White space is left out of the comparison: the core has collapsed it.
   * @param {Element} element @param {string} sentence @returns {Range | null}
   */
  function find(element, sentence) {
    // eslint-disable-next-line no-control-regex -- the snapshot made spaces of them
    const space = /[\s\x00-\x1f\x7f\x85]/;
    const words = Array.from(sentence).filter((letter) => !space.test(letter)).join("");
    let text = "";
    /** Where each of its letters stands. @type {{nodes: Node[], offsets: number[]}} */
    const { nodes, offsets } = { nodes: [], offsets: [] };
    const walker = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/^(?:script|style|noscript|textarea)$/.test(Dom.tag(/** @type {Element} */ (Dom.parent(node))))) continue;
      const data = Dom.data(node);
      for (let i = 0; i < data.length; i += 1) {
        if (space.test(data.charAt(i))) continue;
        text += data.charAt(i);
        nodes.push(node);
        offsets.push(i);
      }
    }
    const start = words ? text.indexOf(words) : -1;
    const end = start + words.length - 1;
    const [first, last] = [nodes[start], nodes[end]];
    if (!first || !last) return null;
    const range = new Range();
    range.setStart(first, offsets[start] ?? 0);
    range.setEnd(last, (offsets[end] ?? 0) + 1);
    return range;
  }

  function dim() {
    CSS.highlights.delete(HIGHLIGHT);
    rule(false, LIGHT);
  }

  /** Scrolls to a sentence and lights it up; to the whole element when the sentence is not found in it.
   * @param {Element | undefined} element @param {string} sentence */
  function light(element, sentence) {
    dim();
    const there = element && Dom.connected(element) ? element : null;
    const place = there ?? Dom.body(document);
    const found = place && find(place, sentence);
    const target = found ? /** @type {Element} */ (Dom.parent(found.startContainer)) : there;
    if (!target) return;
    const range = found ?? new Range();
    if (!found) range.selectNodeContents(target);
    CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    rule(true, LIGHT);
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    const box = range.getBoundingClientRect();
    // In a short paragraph the block is brought in, through nested scrollers too; in a long one the sentence itself.
    if (Dom.rect(target).height < innerHeight * 0.6) Element.prototype.scrollIntoView.call(target, { block: innerWidth < 640 ? "start" : "center", behavior });
    else scrollBy({ top: box.top - innerHeight * 0.25, behavior });
  }

  /** The element whose line is at an event. @param {Event} event @returns {Element | null} */
  function dimmed(event) {
    const target = event.composedPath()[0];
    const holder = target instanceof Element ? Element.prototype.closest.call(target, `[${MARK}]:not([${MARK}=""])`) : null;
    return holder && marked.has(holder) ? holder : null;
  }

  /**
   * Whether the page stays whole when it moves aside, or further aside: tried for no longer than this call takes, by an animation that
   * nobody sees. Where what is centred and does not shrink would be cut at the left, where no scrolling reaches it, or a bar to scroll
   * sideways would come, the sidebar lies over the page instead.
   * @param {{side: string, width: number}} look
   */
  function fits({ side, width }) {
    const html = Dom.root(document);
    const had = side === given.side ? given.width : 0;
    if (!html || width <= had) return true;
    const things = [...Dom.all(html, "h1,p")].slice(0, MOST_THINGS);
    const cut = () => things.filter((each) => Dom.rect(each).left < 0 && Dom.rect(each).right > 0).length;
    const [were, wide] = [cut(), html.scrollWidth];
    const edge = `${width - had}px solid transparent`;
    const trial = Element.prototype.animate.call(html, { boxSizing: ["border-box", "border-box"], [side === "left" ? "borderLeft" : "borderRight"]: [edge, edge] }, 1000);
    const whole = cut() <= were && html.scrollWidth <= wide;
    trial.cancel();
    return whole;
  }

  /** Moves the page aside for the sidebar, or back. @param {{side: string, width: number, push: number | null} | null} look */
  function makeRoom(look) {
    const css = look && look.push !== null && (innerWidth < look.push || fits(look)) ? room(look, look.push) : "";
    given = css && look ? look : { side: "", width: 0 };
    if (css === aside) return;
    if (css) rule(true, css);
    if (aside) rule(false, aside);
    aside = css;
  }

  return Object.freeze({
    apply,
    makeRoom,
    dimmed,
    prepare,
    tend,
    holds,
    light,
    dim,
    /** @param {typeof insert} how puts a rule into the page or takes it out */
    start: (how) => {
      insert = how;
    },
    /** Takes back everything. */
    stop: () => {
      dim();
      makeRoom(null);
      apply(new Map(), false, false);
      for (const css of [...ruled]) rule(false, css);
    },
  });
})();
