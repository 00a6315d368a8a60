/**
 * The sidebar: a closed shadow root on an element that hangs on <html> only while it is open. It stands where it is told, shows the
 * rows it is given, and keeps what is under the pointer and in focus in its place when they change. It touches no other node of the
 * page.
 */

/** @typedef {{theme: string, side: string, width: number, least: number, most: number, text: number, push: number | null}} Look */
/** @typedef {{rows: Row[], lang: string, dir: string, look?: Look | undefined, status?: Message}} View */

const Sidebar = (() => {
  /**
   * Where it stands. Important, since the page's own rules could be, and then those of the root's inside win. It is said in there and
   * not on the element, and without a variable that the element would hand down, so that nothing of it can be looked for from outside.
   */
  const HOST = "all:initial!important;display:block!important;position:fixed!important;z-index:2147483647!important";
  /** How often in how many ms the sidebar is put back when the page takes it out. */
  const [BACK, WITHIN] = [5, 5000];
  /** What is seen before there is an answer. */
  const BONES = ["title", "line", "text", "text", "text"];
  /** Pixels by which an arrow key moves the edge. */
  const STEP = 16;
  const { make, say } = Draw;

  /** Everything that is there only while the sidebar is. @type {ReturnType<typeof build> | null} */
  let parts = null;
  /** @type {Element | null} */
  let before = null;
  /** @type {number[]} */
  let returns = [];
  let css = "";
  /** @type {View | null} */
  let view = null;
  /** @type {Look} */
  let look = { theme: "auto", side: "right", width: 384, least: 384, most: 384, text: 100, push: null };
  /** What was said last, so that it is not said again. */
  let said = "";
  /** The group to be brought into view when it is there. */
  let wanted = "";
  /** @type {{act: (action: Action) => void, opened: (look: Look) => void, closed: () => void}} */
  let on = { act: () => {}, opened: () => {}, closed: () => {} };

  const guard = new MutationObserver(() => {
    const html = Dom.root(document);
    if (!parts || !html || Dom.parent(parts.host) === html) return;
    const now = performance.now();
    returns = returns.filter((time) => now - time < WITHIN);
    if (returns.length >= BACK) return close();
    returns.push(now);
    mount(html);
  });

  /** @param {Element | Document} within @returns {HTMLElement[]} */
  const controls = (within) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll("button, a")]);

  /** Draws the view again. The control under the pointer, or else the first one in sight, stays where it is, and the focus where it was. */
  function redraw() {
    if (!parts) return;
    const { root, panel, edge, shut, scroll, content } = parts;
    const shown = view?.rows.length ? view : null;
    const old = controls(content);
    const sight = scroll.getBoundingClientRect().top + 48;
    const focused = old.find((each) => each === root.activeElement);
    const pointed = old.find((each) => each.matches(":hover")) ?? old.find((each) => each.getBoundingClientRect().top > sight);
    const top = pointed?.getBoundingClientRect().top ?? 0;
    /** The nth control that is about something. @param {HTMLElement[]} all @param {HTMLElement | undefined} one */
    const alike = (all, one) => all.filter((each) => one && each.dataset.about === one.dataset.about);
    const again = (/** @type {HTMLElement | undefined} */ one) => one && alike(controls(content), one)[alike(old, one).indexOf(one)];
    Object.assign(panel, { lang: say("ui_lang"), dir: say("ui_dir") });
    [edge.ariaLabel, shut.ariaLabel, content.ariaBusy] = [say("ui_width"), say("ui_close"), String(!shown)];
    content.replaceChildren(...(shown ? Draw.rows(shown.rows, shown.lang, shown.dir) : BONES.map((kind) => make("div", `bone ${kind}`))));
    const anchor = again(pointed);
    if (anchor && scroll.scrollTop > 0) scroll.scrollTop += anchor.getBoundingClientRect().top - top;
    again(focused)?.focus({ preventScroll: true });
    tell(view?.status ? say(view.status.key, view.status.args) : "");
    reveal();
  }

  /** For those who see it, and for those who hear it. @param {string} text */
  function tell(text) {
    if (!parts || !text || text === said) return;
    said = parts.status.textContent = text;
  }

  function reveal() {
    const group = parts && [...parts.content.querySelectorAll("section")].find((each) => each.dataset.key === wanted);
    if (!group) return;
    wanted = "";
    group.scrollIntoView({ block: "start", behavior: "instant" });
    group.tabIndex = -1;
    group.focus({ preventScroll: true });
  }

  /** Where it stands, and a blank sheet until the style sheet is there. @param {number} [width] while it is dragged */
  function place(width = look.width) {
    if (!parts) return;
    const [start, end] = look.side === "left" ? ["0", "auto"] : ["auto", "0"];
    parts.placed.textContent = `:host{${HOST};inset:0 ${end} 0 ${start}!important;width:min(${width}px,100vw)!important}.panel{--text:${look.text}%;height:100%;color-scheme:light dark;background:Canvas;font:15px system-ui}`;
    Object.assign(parts.panel.dataset, { theme: look.theme, side: look.side });
    Object.assign(parts.edge, { ariaValueNow: `${width}`, ariaValueMin: `${look.least}`, ariaValueMax: `${look.most}` });
  }

  /** @param {number} width */
  const within = (width) => Math.round(Math.min(look.most, Math.max(look.least, width)));

  /** The edge that can be dragged, or moved with the arrow keys. @param {HTMLElement} edge */
  function draggable(edge) {
    let width = 0;
    edge.addEventListener("pointerdown", (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      event.preventDefault();
      edge.setPointerCapture(event.pointerId);
      edge.focus({ preventScroll: true });
      width = look.width;
    });
    edge.addEventListener("pointermove", ({ pointerId, clientX }) => {
      if (!edge.hasPointerCapture(pointerId)) return;
      const { left, right } = /** @type {Element} */ (edge.parentElement).getBoundingClientRect();
      place((width = within(look.side === "left" ? clientX - left : right - clientX)));
    });
    edge.addEventListener("lostpointercapture", () => width !== look.width && on.act({ do: "width", width }));
    edge.addEventListener("keydown", (event) => {
      const step = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
      if (!event.isTrusted || !step) return;
      event.preventDefault();
      on.act({ do: "width", width: within(look.width + (look.side === "left" ? step : -step)) });
    });
  }

  /** Up and down in a list. @param {KeyboardEvent} event */
  function walk(event) {
    const list = event.target instanceof Element ? event.target.closest(".list") : null;
    const all = list ? controls(list) : [];
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key !== "Escape" || !event.isTrusted || event.isComposing) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  }

  function build() {
    const host = Dom.create("div");
    const root = Element.prototype.attachShadow.call(host, { mode: "closed" });
    const name = say("extension_name");
    const [sheet, placed] = [make("style", "", css), make("style", "")];
    const [status, content, shut] = [make("p", "status", "", { role: "status" }), make("div", "content"), Draw.button("close", "", { do: "close" })];
    const scroll = make("div", "scroll", [make("div", "bar", [make("span", "mark", name), status, shut]), content]);
    const edge = make("div", "edge", "", { role: "separator", "aria-orientation": "vertical", tabindex: "0" });
    const panel = make("div", "panel", [scroll, edge], { role: "complementary", "aria-label": name, tabindex: "-1" });
    root.append(placed, sheet, panel);
    draggable(edge);
    // What is typed in the sidebar is not the page's business.
    for (const type of ["keydown", "keyup", "keypress"]) panel.addEventListener(type, (event) => event.stopPropagation());
    content.addEventListener("keydown", walk);
    return { host, root, sheet, placed, panel, edge, shut, scroll, status, content };
  }

  /** Made anew each time: a page that writes itself anew takes every listener off what was in it. @param {Element} html */
  function mount(html) {
    parts = build();
    place();
    Dom.append(html, parts.host);
    said = "";
    redraw();
    if (!parts.root.activeElement) parts.panel.focus({ preventScroll: true });
    addEventListener("keydown", key, true);
    guard.observe(document, { childList: true });
    guard.observe(html, { childList: true });
  }

  function open() {
    const html = Dom.root(document);
    if (parts || !html) return;
    before = Dom.focused(document);
    returns = [];
    mount(html);
    on.opened(look);
  }

  function close() {
    if (!parts) return;
    guard.disconnect();
    removeEventListener("keydown", key, true);
    const focused = Dom.focused(document) === parts.host;
    Element.prototype.remove.call(parts.host);
    parts = null;
    wanted = "";
    Voice.stop();
    if (focused && before instanceof HTMLElement && Dom.connected(before)) HTMLElement.prototype.focus.call(before, { preventScroll: true });
    before = null;
    on.closed();
  }

  return Object.freeze({
    open,
    close,
    toggle: () => (parts ? close() : open()),
    isOpen: () => parts !== null,
    /** @param {Node} node */
    owns: (node) => node === parts?.host,
    /** @param {typeof on} listeners */
    start: (listeners) => {
      on = listeners;
      Draw.start((action) => (action.do === "close" ? close() : on.act(action)));
      Voice.start(redraw);
      // Firefox ends an old content script without a word when the extension is updated; its open sidebar would stay, dead.
      for (const stray of Document.prototype.querySelectorAll.call(document, ":root > div")) {
        if (Dom.inside(stray)?.querySelector(".panel > .scroll > .bar > .mark")) Element.prototype.remove.call(stray);
      }
    },
    /** @param {string} text the style sheet */
    style: (text) => {
      css = text;
      if (parts) parts.sheet.textContent = css;
    },
    /** Shows rows; none while they are not there yet. @param {View} next */
    show: (next) => {
      view = next;
      if (next.look && JSON.stringify(next.look) !== JSON.stringify(look)) {
        look = next.look;
        place();
        if (parts) on.opened(look);
      }
      redraw();
    },
    /** Says something short. @param {string} key */
    tell: (key) => tell(say(key)),
    /** Brings a group into view, now or when it is there. @param {string} key of its heading */
    reveal: (key) => {
      wanted = key;
      reveal();
    },
  });
})();
