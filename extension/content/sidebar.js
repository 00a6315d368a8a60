/**
 * The sidebar: a closed shadow root on an element that hangs on <html> only while it is open. It draws the rows it is given and
 * reports clicks; what the rows are, in which order, and what a click means is not decided here. It touches no other node of the page.
 *
 * Words of the page are only ever set as text; links are parsed and must be http, https or mailto.
 */

/** @typedef {{key: string, args?: string[]}} Message */
/** @typedef {{do: string, node?: number, text?: string, scope?: string, on?: boolean}} Action */
/** @typedef {{kind: string, text?: string, message?: Message, action?: Action, on?: boolean, href?: string, lang?: string, rows?: Row[]}} Row */

const Sidebar = (() => {
  /** For the moment before the style sheet is there; the sheet's own :host rules then say where it stands. */
  const PLACE = "all:initial!important;position:fixed!important;inset:0 0 0 auto!important;width:min(384px,100%)!important;z-index:2147483647!important";
  /** How often in how many ms the sidebar is put back when the page takes it out. */
  const [BACK, WITHIN] = [5, 5000];
  /** Kinds that are nothing but an element with words in it. @type {Record<string, string>} */
  const PLAIN = { title: "h2", heading: "h3", line: "p", note: "p" };

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {ShadowRoot | null} */
  let shadow = null;
  /** @type {HTMLElement | null} */
  let panel = null;
  /** @type {HTMLElement | null} */
  let content = null;
  /** @type {Element | null} */
  let before = null;
  /** @type {number[]} */
  let returns = [];
  let css = "";
  /** @type {{rows: Row[], lang: string, dir: string} | null} */
  let view = null;
  /** @type {{act: (action: Action) => void, closed: () => void}} */
  let on = { act: () => {}, closed: () => {} };

  const guard = new MutationObserver(() => {
    const html = Dom.root(document);
    if (!host || !html || Dom.parent(host) === html) return;
    const now = performance.now();
    returns = returns.filter((time) => now - time < WITHIN);
    if (returns.length >= BACK) return close();
    returns.push(now);
    Dom.append(html, host);
  });

  /** @param {string} key @param {string[]} [args] */
  const say = (key, args) => chrome.i18n.getMessage(key, args) || key;

  /** @param {string} tag @param {string} kind @param {string} [text] */
  function make(tag, kind, text) {
    const element = Dom.create(tag);
    element.className = kind;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {string} href @returns {string | null} */
  function safe(href) {
    const url = URL.canParse(href, location.href) ? new URL(href, location.href) : null;
    return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  }

  /** A button; only a person's own click counts. @param {string} kind @param {string} text @param {Action | undefined} action */
  function button(kind, text, action) {
    const element = /** @type {HTMLButtonElement} */ (make("button", kind, text));
    element.type = "button";
    element.disabled = !action;
    element.addEventListener("click", (event) => {
      if (!event.isTrusted || !action) return;
      if (action.do === "close") close();
      else on.act(action);
    });
    return element;
  }

  /** @param {Row} row @returns {HTMLElement} */
  function draw(row) {
    const own = row.message ? say(row.message.key, row.message.args) : "";
    const words = row.text ?? own;
    const rows = row.rows ?? [];
    /** @type {HTMLElement} */
    let element;
    switch (row.kind) {
      case "sentence":
      case "quote":
        element = button(row.kind, words, row.action);
        if (row.text && own) element.append(make("span", "by", own));
        break;
      case "button":
        element = button("button", words, row.action);
        break;
      case "switch":
        element = button("switch", words, row.action);
        element.setAttribute("role", "switch");
        element.setAttribute("aria-checked", String(row.on === true));
        break;
      case "link": {
        const href = safe(row.href ?? "");
        element = make(href ? "a" : "span", "link", own && row.text ? `${own} ` : words);
        if (own && row.text) element.append(make("b", "label", row.text));
        if (href) {
          element.setAttribute("href", href);
          element.setAttribute("target", "_blank");
          element.setAttribute("rel", "noopener noreferrer");
        }
        break;
      }
      case "block":
        element = make("div", "block");
        element.append(make("p", "words", row.text), make("p", "reason", own));
        break;
      case "list":
        element = make("ul", "list");
        for (const item of rows) {
          const line = make("li", "");
          line.append(draw(item));
          element.append(line);
        }
        break;
      case "group": {
        element = make("section", "group");
        const heading = make("h3", "heading", words);
        element.setAttribute("aria-label", words);
        element.append(heading);
        break;
      }
      default:
        element = make(PLAIN[row.kind] ?? "p", row.kind, words);
    }
    if (row.lang) element.lang = row.lang;
    if (row.kind !== "list" && rows.length > 0) {
      const inner = row.kind === "block" ? make("div", "buttons") : element;
      inner.append(...rows.map(draw));
      if (inner !== element) element.append(inner);
    }
    return element;
  }

  const controls = () => [...(content?.querySelectorAll("button, a") ?? [])];

  /** Draws the view again; the place in the panel and the focused control are kept. */
  function redraw() {
    if (!content || !panel) return;
    const focus = controls().indexOf(/** @type {Element} */ (shadow?.activeElement));
    const top = panel.scrollTop;
    content.setAttribute("aria-busy", String(!view));
    panel.dir = view?.dir || say("@@bidi_dir");
    if (view) content.replaceChildren(...view.rows.map(draw));
    else content.replaceChildren(...["title", "line", "text", "text", "text"].map((kind) => make("div", `bone ${kind}`)));
    panel.scrollTop = top;
    const again = controls()[focus];
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key !== "Escape" || !event.isTrusted || event.isComposing) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  }

  function open() {
    const html = Dom.root(document);
    if (host || !html) return;
    before = Dom.focused(document);
    host = Dom.create("div");
    Dom.set(host, "style", PLACE);
    shadow = Element.prototype.attachShadow.call(host, { mode: "closed" });
    panel = make("div", "panel");
    panel.setAttribute("role", "complementary");
    panel.setAttribute("aria-label", say("ui_name"));
    panel.tabIndex = -1;
    panel.lang = chrome.i18n.getUILanguage();
    const bar = make("div", "bar");
    const shut = button("close", "", { do: "close" });
    shut.setAttribute("aria-label", say("ui_close"));
    bar.append(make("span", "mark", say("ui_name")), shut);
    content = make("div", "content");
    panel.append(bar, content);
    const sheet = make("style", "", css);
    shadow.append(sheet, panel);
    // What is typed in the sidebar is not the page's business.
    for (const type of ["keydown", "keyup", "keypress"]) panel.addEventListener(type, (event) => event.stopPropagation());
    redraw();
    Dom.append(html, host);
    addEventListener("keydown", key, true);
    returns = [];
    guard.observe(document, { childList: true });
    guard.observe(html, { childList: true });
    panel.focus({ preventScroll: true });
  }

  function close() {
    if (!host) return;
    guard.disconnect();
    removeEventListener("keydown", key, true);
    const focused = Dom.focused(document) === host;
    const parent = Dom.parent(host);
    if (parent) Dom.remove(parent, host);
    host = shadow = panel = content = null;
    if (focused && before instanceof HTMLElement && Dom.connected(before)) HTMLElement.prototype.focus.call(before, { preventScroll: true });
    before = null;
    on.closed();
  }

  return Object.freeze({
    open,
    close,
    isOpen: () => host !== null,
    /** @param {Node} node */
    owns: (node) => node === host,
    /** @param {typeof on} listeners */
    start: (listeners) => {
      on = listeners;
      // Firefox ends an old content script without a word when the extension is updated; its open sidebar would stay, dead.
      const html = Dom.root(document);
      for (const stray of html ? Dom.all(html, ":root > div[style]") : []) {
        if (html && Dom.attribute(stray, "style") === PLACE) Dom.remove(html, stray);
      }
    },
    /** @param {string} text the style sheet */
    style: (text) => {
      css = text;
      const sheet = shadow?.querySelector("style");
      if (sheet) sheet.textContent = css;
    },
    /** Shows rows; null while they are not there yet. @param {{rows: Row[], lang: string, dir: string} | null} next */
    show: (next) => {
      view = next;
      redraw();
    },
  });
})();
