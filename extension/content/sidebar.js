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

  /** @param {HTMLElement} element @param {HTMLElement[]} inner */
  function holding(element, inner) {
    element.append(...inner);
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

  /** @param {Row} row @param {number} [level] of the headings @returns {HTMLElement} */
  function draw(row, level = 3) {
    const own = row.message ? say(row.message.key, row.message.args) : "";
    const words = row.text ?? own;
    const rows = row.rows ?? [];
    /** @type {HTMLElement} */
    let element;
    switch (row.kind) {
      case "sentence":
      case "quote":
      case "fact":
      case "button":
        element = button(row.kind, words, row.action);
        if (row.on !== undefined) element.setAttribute("aria-pressed", String(row.on));
        // Who said it stands beside the button, not in it.
        if (rows.length > 0) element = holding(make("div", "said"), [element]);
        break;
      case "switch":
        element = button("switch", words, row.action);
        element.setAttribute("role", "switch");
        element.setAttribute("aria-checked", String(row.on === true));
        break;
      case "link": {
        const href = safe(row.href ?? "");
        element = make(href ? "a" : "span", "link", words);
        if (href) {
          element.setAttribute("href", href);
          element.setAttribute("target", "_blank");
          element.setAttribute("rel", "noopener noreferrer");
        }
        break;
      }
      case "list":
        element = holding(make("ul", "list"), rows.map((item) => holding(make("li", ""), [draw(item, level)])));
        break;
      case "block": {
        const buttons = rows.filter(({ kind }) => kind === "button");
        element = holding(make("div", "block"), [make("p", "words", row.text), make("div", "reason", own), make("div", "buttons")]);
        element.children[1]?.append(...rows.filter((inner) => !buttons.includes(inner)).map((inner) => draw(inner)));
        element.children[2]?.append(...buttons.map((inner) => draw(inner)));
        break;
      }
      case "group":
        element = holding(make("section", "group"), [make(`h${level}`, "heading", words)]);
        level += 1;
        break;
      default:
        element = make(PLAIN[row.kind] ?? "p", row.kind, row.action ? "" : words);
        if (row.action) element.append(button("jump", words, row.action));
    }
    if (row.lang) element.lang = row.lang;
    return row.kind === "list" || row.kind === "block" ? element : holding(element, rows.map((inner) => draw(inner, level)));
  }

  const controls = () => [...(content?.querySelectorAll("button, a") ?? [])];

  /** Draws the view again; the place in the panel and the focused control are kept. */
  function redraw() {
    if (!content || !panel) return;
    const focus = controls().indexOf(/** @type {Element} */ (shadow?.activeElement));
    const top = panel.scrollTop;
    content.setAttribute("aria-busy", String(!view));
    panel.dir = view?.dir || say("@@bidi_dir");
    if (view) content.replaceChildren(...view.rows.map((row) => draw(row)));
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
