/**
 * The one script that every page gets. It counts the page's text: where there is too little for an article nothing else is loaded, and
 * it waits for more. The other scripts are sent for when enough is there, when the reader has set something that holds on any page, or by
 * the background when the reader wants something. So it may only say "not yet". It touches nothing of the page.
 */

const Gate = (() => {
  /** @param {string} name a member of the document, read where the page cannot put its own in its place */
  const of = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
  if (window.top !== window || !/^(?:text\/html|application\/xhtml\+xml)$/.test(of("contentType"))) return null;

  /** Characters that are enough, a third of what the shortest of 591 saved pages has; labels and menus are shorter than a PIECE. */
  const ENOUGH = 400;
  const PIECE = 20;
  /** Text that is not read. An XPath, because the first element that a script asks for costs 80 KB of memory in Chromium: all that elements can do. */
  const SILENT = new XPathEvaluator().createExpression("parent::script or parent::style or parent::noscript or parent::textarea or parent::title");
  /** Between two counts are so many ms, and so many times what the last one took. */
  const [PAUSE, TIMES] = [50, 50];

  let open = false;
  let waiting = false;
  let pause = 0;
  /** What the page's menu was opened on. @type {WeakRef<Element> | null} */
  let pointed = null;
  /** The background's answer to the first message, until it is old. @type {Promise<any> | null} */
  let greeting = null;
  const observer = new MutationObserver(soon);

  const alive = () => Boolean(chrome.runtime?.id);

  /** Sends; once more if the background was just being put to sleep, and then has either not heard it or not ended it. @param {object} message @returns {Promise<any>} */
  async function send(message) {
    for (const last of [false, true]) {
      if (!alive()) return undefined;
      try {
        const reply = await chrome.runtime.sendMessage(message);
        if (last || (reply !== undefined && reply?.error !== "failed")) return reply;
      } catch {
        if (last) break;
      }
    }
    return undefined;
  }

  /** Characters, those of Chinese, Japanese and Korean threefold: there a few are a word. @param {string} text */
  function weight(text) {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i) > 0x2e7f ? 3 : 1;
    return sum;
  }

  function enough() {
    const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (count < ENOUGH) {
      const text = /** @type {Text | null} */ (walker.nextNode());
      if (!text) return false;
      if (text.length * 3 < PIECE) continue;
      const own = weight(text.data.trim().slice(0, ENOUGH));
      if (own >= PIECE && !SILENT.evaluate(text, XPathResult.BOOLEAN_TYPE).booleanValue) count += own;
    }
    return true;
  }

  function look() {
    if (open) return;
    if (!alive()) return shut();
    const before = performance.now();
    if (enough()) return come();
    pause = Math.max(PAUSE, TIMES * (performance.now() - before));
    if (of("readyState") === "loading") return;
    greeting = null;
    // A page that writes itself anew takes every listener off.
    addEventListener("contextmenu", point, true);
  }

  /** The first count is at once, so that the rest is there when the page is. */
  function soon() {
    if (waiting || open) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      look();
    }, pause);
  }

  function come() {
    shut();
    send({ type: "come" });
  }

  function shut() {
    open = true;
    observer.disconnect();
  }

  /** @param {MouseEvent} event */
  function point(event) {
    const target = event.composedPath()[0];
    if (event.isTrusted) pointed = target instanceof Element ? new WeakRef(target) : null;
  }

  function start() {
    greeting = send({ type: "hello" });
    greeting.then((reply) => reply?.always && !open && come());
    addEventListener("contextmenu", point, true);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    if (of("readyState") === "loading") addEventListener("DOMContentLoaded", look, { once: true });
    else soon();
  }

  if (of("prerendering")) addEventListener("prerenderingchange", start, { capture: true, once: true });
  else start();

  return Object.freeze({
    alive,
    send,
    point,
    pointed: () => pointed?.deref() ?? null,
    /** The rest is there; what the background said first, if that is still new. */
    opened: () => {
      shut();
      return greeting;
    },
  });
})();
