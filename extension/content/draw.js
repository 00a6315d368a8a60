/**
 * Rows to elements. What the rows are, in which order, and what a click means is not decided here. It makes elements and puts none
 * of them anywhere.
 *
 * Words of the page are only ever set as text; links are parsed and must be http, https or mailto.
 */

/** @typedef {{key: string, args?: string[]}} Message */
/** @typedef {{do: string, node?: number, text?: string, texts?: string[], scope?: string, on?: boolean, width?: number}} Action */
/**
 * @typedef {{kind: string, text?: string, message?: Message, date?: string, action?: Action, on?: boolean, open?: boolean, href?: string,
 *   rows?: Row[]}} Row
 */

const Draw = (() => {
  /** Kinds that are nothing but an element with words in it. @type {Record<string, string>} */
  const PLAIN = { title: "h2", heading: "h3", line: "p", note: "p" };
  /** @type {(action: Action) => void} */
  let act = () => {};
  /** Language of the page's own words. */
  let lang = "";
  /** Groups that the reader opened or closed, by the key of their heading. @type {Map<string, boolean>} */
  const folds = new Map();
  /** What each control is about, so that it is known again when all is drawn anew. @type {WeakMap<Element, string>} */
  const about = new WeakMap();

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

  /** A button; only a person's own click counts. @param {string} kind @param {string} text @param {() => void} [click] */
  function press(kind, text, click) {
    const element = /** @type {HTMLButtonElement} */ (make("button", kind, text));
    element.type = "button";
    element.disabled = !click;
    element.addEventListener("click", (event) => {
      if (event.isTrusted) click?.();
    });
    return element;
  }

  /** @param {string} kind @param {string} text @param {Action | undefined} action */
  function button(kind, text, action) {
    const element = press(kind, text, action && (() => act(action)));
    // Show and Hide of the same block are the same control.
    about.set(element, JSON.stringify({ ...action, do: undefined, on: undefined }));
    return element;
  }

  /** A heading that folds what is under it. @param {HTMLElement} heading @param {HTMLElement} inner @param {string} key @param {boolean} open */
  function fold(heading, inner, key, open) {
    const toggle = press("fold", heading.textContent ?? "", () => {
      folds.set(key, inner.hidden !== false);
      inner.hidden = !inner.hidden;
      toggle.setAttribute("aria-expanded", String(!inner.hidden));
    });
    about.set(toggle, key);
    inner.hidden = !(folds.get(key) ?? open);
    toggle.setAttribute("aria-expanded", String(!inner.hidden));
    heading.replaceChildren(toggle);
  }

  /** Reads aloud, pauses and goes on; a second button stops. @param {Row} row @param {string} words */
  function speech(row, words) {
    const texts = row.action?.texts ?? [];
    const [note] = row.rows ?? [];
    const box = make("div", "speech");
    const kinds = { idle: [words, () => Voice.speak(texts, lang)], speaking: [say("ui_pause"), Voice.pause], paused: [say("ui_resume"), Voice.resume] };
    const [label, click] = /** @type {[string, () => void]} */ (kinds[Voice.state()]);
    const can = Voice.has(lang);
    box.append(press("button", label, can ? click : undefined));
    if (Voice.state() !== "idle") box.append(press("button", say("ui_stop"), Voice.stop));
    for (const each of box.children) about.set(each, "speech");
    if (!can && note) box.append(draw(note));
    return box;
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
        if (row.text !== undefined) element.lang = lang;
        // Who said it stands beside the button, not in it.
        return rows.length > 0 ? holding(make("div", "said"), [element, ...rows.map((inner) => draw(inner))]) : element;
      case "switch":
        element = button("switch", words, row.action);
        element.setAttribute("role", "switch");
        element.setAttribute("aria-checked", String(row.on === true));
        return element;
      case "speak":
        return speech(row, words);
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
        return holding(make("ul", "list"), rows.map((item) => holding(make("li", ""), [draw(item, level)])));
      case "tools":
        return holding(make("div", "tools"), rows.map((tool) => draw(tool)));
      case "block": {
        const buttons = rows.filter(({ kind }) => kind === "button");
        const told = make("p", "words", row.text);
        told.lang = lang;
        const reasons = holding(make("div", "reason"), rows.filter((inner) => !buttons.includes(inner)).map((inner) => draw(inner)));
        return holding(make("div", "block"), [told, reasons, holding(make("div", "buttons"), buttons.map((inner) => draw(inner)))]);
      }
      case "group": {
        const heading = make(`h${level}`, "heading", words);
        const inner = holding(make("div", "inner"), rows.map((each) => draw(each, level + 1)));
        element = holding(make("section", "group"), [heading, inner]);
        element.dataset.key = row.message?.key ?? "";
        if (row.open !== undefined) fold(heading, inner, element.dataset.key, row.open);
        return element;
      }
      default:
        element = make(PLAIN[row.kind] ?? "p", row.kind, row.action ? "" : words);
        if (row.action) element.append(button("jump", words, row.action));
        if (row.date) element.append(words ? " · " : "", day(row.date));
    }
    if (row.text !== undefined) element.lang = lang;
    return element;
  }

  /** A day in the reader's own form. It is the publisher's day, wherever the reader is. @param {string} date ISO 8601 */
  function day(date) {
    const time = make("time", "day");
    const parsed = new Date(date);
    const ui = say("ui_lang");
    time.textContent = Number.isNaN(parsed.getTime()) ? date : new Intl.DateTimeFormat(ui, { dateStyle: "long", timeZone: "UTC" }).format(parsed);
    time.setAttribute("datetime", date);
    time.lang = ui;
    return time;
  }

  return Object.freeze({
    make,
    say,
    button,
    /** What a control is about. @param {Element} control */
    about: (control) => about.get(control) ?? "",
    /** @param {Row[]} rows @param {string} language of the page's own words */
    rows: (rows, language) => {
      lang = language;
      return rows.map((row) => draw(row));
    },
    /** @param {typeof act} listener */
    start: (listener) => {
      act = listener;
    },
  });
})();
