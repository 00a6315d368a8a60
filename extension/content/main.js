/**
 * Puts the parts together in a page, top frame and HTML only. It asks one question at a time, drops answers that belong to an
 * address the page has left, and takes everything off when the extension is gone. It decides nothing.
 *
 *   eyes --snapshot--> main --pages, action--> background (the brain) --answer--> main --> hands   marks
 *                       ^                                                          \-----> sidebar  rows
 *   watch --late roots--+-- clicks: sidebar; toolbar, menu, command: background
 *
 *   gate     was there before: nothing of this is loaded in a page without text
 *   eyes     idle unless asked: once a page, once a late batch
 *   watch    idle while the page is still; at most one batch a frame, fewer when the page never rests
 *   hands    idle between answers
 *   sidebar  not there unless open; draw makes its elements, voice reads aloud
 *   main     idle between messages; nothing here runs on a timer
 */

/**
 * @typedef {{state: Record<string, any> | null, hide: number[], dim: {node: number, message: Message}[], unlock: boolean, enabled: boolean,
 *   view: Row[], status: Message, look: Look, lang: string, dir: string}} Answer
 */

// A name, so that a second injection into the same page fails here and changes nothing.
const Main = (() => {
  if (!Gate || !(Dom.root(document) instanceof HTMLHtmlElement)) return false;
  const { alive, point, pointed } = Gate;

  /** Late subtrees, the page itself counted, that are sent along before the page is read anew. */
  const MOST_PAGES = 32;
  /** Raised when the page's content is another; answers to older questions are dropped. */
  let epoch = 0;
  let over = false;
  /** The element that the page had when it was last read whole. @type {Element | null} */
  let root = null;
  /** The page went to another address: what comes next may be what it shows there. */
  let moving = false;
  /** Settings were changed while nobody looked at this page. */
  let stale = false;
  /** @type {Answer | null} */
  let answer = null;
  /** What eyes saw: the page, then each subtree that came late. The brain keeps nothing, so it is given all of it each time. @type {string[]} */
  let pages = [];
  /** @type {Promise<void>} */
  let line = Promise.resolve();

  /** @param {object} message @returns {Promise<any>} */
  async function send(message) {
    const reply = await Gate?.send(message);
    if (!alive()) stop();
    return reply;
  }

  /**
   * Asks the brain, after all earlier questions have been answered.
   * @param {() => object | null} question made at its turn; null when there is nothing to ask any more
   */
  function ask(question) {
    const asked = epoch;
    line = line.then(async () => {
      const message = over || asked !== epoch ? null : question();
      if (!message) return;
      const reply = await send({ ...message, open: Sidebar.isOpen() });
      if (over || asked !== epoch) return;
      if (reply?.answer) take(reply.answer);
      else Sidebar.show({ rows: FAILED, lang: "", dir: "" });
    }).catch(() => {
      if (!alive()) stop();
    });
    return line;
  }

  /** The brain failed, or the background did not answer, twice. @type {Row[]} */
  const FAILED = [
    { kind: "note", message: { key: "ui_engine_failed" } },
    { kind: "button", message: { key: "ui_retry" }, action: { do: "retry" } },
  ];

  /** @param {Answer} next */
  function take(next) {
    answer = next;
    /** @type {Map<Element, string>} */
    const elements = new Map();
    const all = [...next.dim, ...next.hide.map((number) => ({ node: number, message: null }))];
    const there = Eyes.elements(all.map(({ node }) => node));
    for (const { node, message } of all) {
      const element = there.get(node);
      if (element) elements.set(element, message ? Draw.say("dimmed", [Draw.say(message.key)]) : "");
    }
    Hands.apply(elements, next.enabled, next.unlock);
    Watch.pass();
    Sidebar.show({ rows: next.view, lang: next.lang, dir: next.dir, look: next.look, status: next.status });
  }

  /** @param {Action | null} action null: what follows from the settings as they are now, and from whether the sidebar is open */
  const again = (action) => answer && { type: "answer", pages, state: answer.state, action };

  /** Reads, and has it counted. @param {() => string} look */
  function see(look) {
    const before = performance.now();
    const text = look();
    Watch.spent(performance.now() - before);
    return text;
  }

  /** Reads the whole page anew. What the reader had shown or hidden stays so, under new numbers. */
  function read() {
    epoch += 1;
    return ask(() => {
      const lists = /** @type {[string, number[]][]} */ (Object.entries(answer?.state ?? {}).filter(([, list]) => Array.isArray(list)));
      const there = Eyes.elements(lists.flatMap(([, list]) => list));
      Watch.whole();
      pages = [see(Eyes.page)];
      const state = answer?.state ? { ...answer.state } : null;
      for (const [name, list] of lists) {
        if (state) state[name] = list.flatMap((number) => Eyes.number(/** @type {Element} */ (there.get(number))) ?? []);
      }
      return { type: "answer", pages, state, action: null };
    });
  }

  function moved() {
    moving = true;
    return read();
  }

  /** @param {Element[]} roots */
  function late(roots) {
    // A page that never rests is read anew now and then, so that what it added does not pile up.
    if (moving || pages.length > MOST_PAGES) {
      moving = false;
      return read();
    }
    return ask(() => {
      const there = roots.filter((root) => Dom.connected(root));
      if (!answer || there.length === 0) return null;
      pages.push(see(() => Eyes.fragment(there)));
      return again(null);
    });
  }

  /** What is done here; everything else is the brain's. @type {Record<string, (action: Action) => void>} */
  const HERE = {
    jump: ({ node, text }) => Hands.light(Eyes.element(node ?? -1), text ?? ""),
    retry: () => void read(),
    copy: ({ text }) => copy(text ?? ""),
    print: () => print(),
    options: () => void send({ type: "options" }),
    hidden: () => {
      Sidebar.open();
      Sidebar.reveal("heading_clutter");
    },
    // The element is known by its own number, or by that of the nearest one around it that was read.
    // In a frame inside the page (on) it is the frame that is meant, and that a click has given the focus to.
    pick: ({ on }) => {
      let element = on ? Dom.focused(document) : pointed();
      line.then(() => {
        while (element && Eyes.number(element) === undefined) element = /** @type {Element | null} */ (Dom.parent(element));
        if (element) request({ do: "pick", node: Eyes.number(element) ?? -1 });
      });
    },
  };

  /** @param {Action} action */
  function act(action) {
    const here = Object.hasOwn(HERE, action.do) ? HERE[action.do] : undefined;
    if (here) here(action);
    else request(action);
  }

  /** A click that comes before the first answer waits for it; where there was none, the page is read again. @param {Action | null} action */
  function request(action) {
    line.then(() => (answer ? ask(() => again(action)) : read()));
  }

  /** Inside a click. The old way works on pages without TLS too; where the page stands in its way there is the new one. @param {string} text */
  function copy(text) {
    let done = false;
    /** @param {ClipboardEvent} event */
    const put = (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      done = event.clipboardData !== null;
    };
    addEventListener("copy", put, true);
    Document.prototype.execCommand.call(document, "copy");
    removeEventListener("copy", put, true);
    if (done) Sidebar.tell("ui_copied");
    else (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => Sidebar.tell("ui_copied"), () => Sidebar.tell("ui_not_copied"));
  }

  /** A click on the line that stays of a dimmed block brings the block back. @param {MouseEvent} event */
  function clicked(event) {
    if (!alive()) return stop();
    const holder = event.isTrusted && event.button === 0 ? Hands.dimmed(event) : null;
    const node = holder ? Eyes.number(holder) : undefined;
    if (node === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act({ do: "show", node });
  }

  /** @param {any} message @param {chrome.runtime.MessageSender} sender @param {(reply: boolean) => void} reply */
  function hear(message, sender, reply) {
    if (sender.id !== chrome.runtime.id) return;
    if (message?.type === "sidebar") Sidebar.toggle();
    if (message?.type === "do") act(message.action);
    reply(true);
  }

  /** Follows what was set while nobody looked at this page. */
  function refresh() {
    if (!alive()) return stop();
    if (!stale || document.visibilityState !== "visible") return;
    stale = false;
    line = line.then(() => greet());
    request(null);
  }

  /** @param {Record<string, unknown>} changes */
  function settingsChanged(changes) {
    stale ||= "settings" in changes;
    refresh();
  }

  /** @param {PageTransitionEvent} event */
  function cameBack(event) {
    stale ||= event.persisted;
    refresh();
  }

  /** Our words and the style sheet, before the first answer and when settings have changed. */
  async function greet(/** @type {Promise<any> | null | undefined} */ greeting = null) {
    const reply = await (greeting ?? send({ type: "hello" }));
    Draw.learn(reply?.words);
    Sidebar.style(reply?.css ?? "");
  }

  function begin() {
    if (over) return;
    root = Dom.root(document);
    Hands.prepare();
    read();
    Watch.start({ batch: late, moved, tend, ours: (node) => Sidebar.owns(node) || Hands.holds(node) });
  }

  function tend() {
    if (!alive()) return stop();
    if (Dom.root(document) === root) return Hands.tend();
    // The page has written itself anew, which takes every listener off the window too.
    Watch.stop();
    listen(addEventListener);
    begin();
  }

  /** @param {typeof addEventListener | typeof removeEventListener} how */
  function listen(how) {
    how("visibilitychange", refresh, true);
    how("pageshow", /** @type {EventListener} */ (cameBack));
    how("contextmenu", /** @type {EventListener} */ (point), true);
    how("click", /** @type {EventListener} */ (clicked), true);
  }

  /** Everything off; for when the extension was reloaded, updated or removed under this page. */
  function stop() {
    if (over) return;
    over = true;
    Watch.stop();
    Sidebar.close();
    Hands.stop();
    listen(removeEventListener);
  }

  async function start() {
    Hands.start((rule) => {
      if (alive()) send({ type: "rule", ...rule });
    });
    Sidebar.start({
      act,
      // Its rows are worked out only when it is seen.
      opened: (look) => {
        Hands.makeRoom(look);
        ask(() => (answer?.view.length === 0 ? again(null) : null));
      },
      closed: () => {
        Hands.dim();
        Hands.makeRoom(null);
      },
    });
    chrome.runtime.onMessage.addListener(hear);
    chrome.storage.onChanged.addListener(settingsChanged);
    listen(addEventListener);
    // The port closes when the background sleeps, too. When the extension goes, it closes a moment before that can be told.
    chrome.runtime.connect().onDisconnect.addListener(() => setTimeout(() => alive() || stop(), 500));
    line = greet(Gate?.opened());
    if (Dom.ready(document) === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
    else begin();
  }

  start();
  return true;
})();
