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
  /** The element of each kind of row; the others are a div. @type {Record<string, string>} */
  const TAGS = { title: "h2", line: "p", note: "p", words: "p", sentence: "button", quote: "button", fact: "button", button: "button", switch: "button", link: "a", list: "ul", group: "section" };
  /** @type {(action: Action) => void} */
  let act = () => {};
  /** Our words where they are not in the browser's language. @type {Record<string, {message: string}>} */
  let tongue = {};
  /** Language and direction of the page's own words. */
  let [lang, dir] = ["", ""];
  /** Groups that the reader opened or closed, by the key of their heading. @type {Map<string, boolean>} */
  const folds = new Map();

  /** @param {string} key @param {string[]} [args] */
  const say = (key, args = []) => tongue[key]?.message.replace(/\$(\d)/g, (_, n) => args[n - 1] ?? "") ?? (chrome.i18n.getMessage(key, args) || key);

  /** @param {string} tag @param {string} kind @param {string | (string | Node)[]} [inner] @param {Record<string, string>} [attributes] */
  function make(tag, kind, inner = "", attributes = {}) {
    const element = Dom.create(tag);
    element.className = kind;
    // Firefox holds a style sheet to the page's policy unless its text was set so.
    if (typeof inner === "string") element.textContent = inner;
    else element.append(...inner);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  /** A button; only a person's own click counts. `about` says what it is about: it is known again by it when all is drawn anew.
   * @param {string} kind @param {string} text @param {string} about @param {() => void} [click] */
  function press(kind, text, about, click) {
    const element = /** @type {HTMLButtonElement} */ (make("button", kind, text, { type: "button", "data-about": about }));
    element.disabled = !click;
    element.addEventListener("click", (event) => event.isTrusted && click?.());
    return element;
  }

  /** Show and Hide of the same block are the same control. @param {string} kind @param {string} text @param {Action | undefined} action */
  const button = (kind, text, action) => press(kind, text, JSON.stringify({ ...action, do: undefined, on: undefined }), action && (() => act(action)));

  /** The group's heading folds what is under it. @param {string} text @param {HTMLElement} inner @param {string} key @param {boolean} open */
  function fold(text, inner, key, open) {
    const turn = (/** @type {boolean} */ on) => {
      folds.set(key, on);
      inner.hidden = !on;
      toggle.ariaExpanded = String(on);
    };
    const toggle = press("fold", text, key, () => turn(inner.hidden !== false));
    turn(folds.get(key) ?? open);
    return toggle;
  }

  /** Reads aloud, pauses and goes on; a second button stops. @param {string} words @param {string[]} texts @param {Row[]} notes why it is off */
  function speech(words, texts, notes) {
    const kinds = { idle: [words, () => Voice.speak(texts, lang)], speaking: [say("ui_pause"), Voice.pause], paused: [say("ui_resume"), Voice.resume] };
    const [label, click] = /** @type {[string, () => void]} */ (kinds[Voice.state()]);
    const can = Voice.has(lang);
    const box = make("div", "speech", [press("button", label, "speech", can ? click : undefined)]);
    if (Voice.state() !== "idle") box.append(press("button", say("ui_stop"), "stop", Voice.stop));
    if (!can) box.append(...notes.map((note) => draw(note)));
    return box;
  }

  /** A day in the reader's own form. It is the publisher's day, wherever the reader is. @param {string} date ISO 8601 */
  function day(date) {
    const [parsed, ui] = [new Date(date), say("ui_lang")];
    const text = Number.isNaN(parsed.getTime()) ? date : new Intl.DateTimeFormat(ui, { dateStyle: "long", timeZone: "UTC" }).format(parsed);
    return make("time", "day", text, { datetime: date, lang: ui });
  }

  /** @param {Row} row @param {number} [level] of the headings in it @returns {HTMLElement} */
  function draw({ kind, text, message, date, action, on, open, href = "", rows = [] }, level = 3) {
    const key = message?.key ?? "";
    const words = [message && say(key, message.args), text].filter((part) => part !== undefined).join(" · ");
    if (kind === "speak") return speech(words, action?.texts ?? [], rows);
    const tag = TAGS[kind] ?? "div";
    const element = tag === "button" ? button(kind, words, action) : make(tag, kind);
    // The page's own words, and not ours.
    if (text !== undefined && !message) Object.assign(element, { lang, dir });
    if (kind === "switch") Object.assign(element, { role: kind, ariaChecked: String(on) });
    else if (on !== undefined) element.ariaPressed = String(on);
    if (kind === "group") {
      const inner = make("div", "inner", rows.map((each) => draw(each, level + 1)));
      element.dataset.key = key;
      element.append(make(`h${level}`, "heading", [open === undefined ? words : fold(words, inner, key, open)]), inner);
      return element;
    }
    const url = kind === "link" && URL.canParse(href, location.href) && new URL(href, location.href);
    if (url && /^(?:https?|mailto):$/.test(url.protocol)) Object.assign(element, { href: url.href, target: "_blank", rel: "noopener noreferrer" });
    if (tag !== "button") element.append(action ? button("jump", words, action) : date ? make("span", "", words) : words);
    if (date) element.append(day(date));
    element.append(...rows.map((each) => (kind === "list" ? make("li", "", [draw(each, level)]) : draw(each, level))));
    return element;
  }

  return Object.freeze({
    make,
    say,
    button,
    /** @param {typeof tongue} [words] */
    learn: (words = {}) => {
      tongue = words;
    },
    /** @param {Row[]} rows @param {string} language of the page's own words @param {string} direction of them */
    rows: (rows, language, direction) => {
      [lang, dir] = [language, direction];
      return rows.map((row) => draw(row));
    },
    /** @param {typeof act} listener */
    start: (listener) => {
      act = listener;
    },
  });
})();
