/**
 * The extension's background: keeps the brain (Rust, WebAssembly), answers the content scripts, keeps the badge, the menu and the
 * command. The brain lives here and not in the page, because a page's own security policy decides whether WebAssembly may run in
 * it. Nothing is remembered here but the instance: the browser may end this script at any moment and loses nothing by it.
 * It makes no request but for its own files, and writes nothing but the settings.
 */

import instantiate, * as brain from "./brain/lede.js";
import "./sync.js";

const GATE = "content/gate.js";
/** What the gate sends for. */
const REST = ["names", "eyes", "watch", "hands", "voice", "draw", "sidebar", "main"].map((name) => `content/${name}.js`);
/** @typedef {{key: string, args?: string[]}} Message */
/** @typedef {chrome.runtime.MessageSender} Sender */

/** What the brain has learned and the phrases of all languages, which its WebAssembly does not contain; there once it has started. @type {Promise<string> | null} */
let ready = null;
/** @type {Promise<string> | null} */
let css = null;

/** The text of a file of our own package. @param {string} path */
const own = (path) => fetch(chrome.runtime.getURL(path)).then((file) => file.text());

/** Starts the brain on first use; a failed start is tried again at the next. */
function engine() {
  ready ??= Promise.all([own("brain/knowledge.txt"), instantiate()]).then(([knowledge]) => {
    brain.start(knowledge);
    return knowledge;
  }).catch((/** @type {unknown} */ error) => {
    ready = null;
    throw error;
  });
  return ready;
}

/**
 * Asks the brain. After a trap an instance must not be used again: it is made anew, and asked once more.
 * @param {() => any} question
 */
async function think(question) {
  const knowledge = await engine();
  for (let again = false; ; again = true) {
    try {
      return question();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      brain.reset();
      brain.start(knowledge);
      if (again) throw error;
    }
  }
}

/** In a private window nothing is written to the disk. @param {Sender} sender */
const stores = (sender) => (sender.tab?.incognito ? [chrome.storage.session, chrome.storage.local] : [chrome.storage.local]);

/** The settings as they were stored; the brain validates them. @param {Sender} sender @returns {Promise<any>} */
async function settings(sender) {
  /** @type {any} */
  let kept = null;
  for (const store of stores(sender)) kept ||= await store.get("settings").then(({ settings }) => settings, () => null);
  await speak(kept?.language);
  return kept;
}

/** Our words in the browser's own language come from the browser, those in another one from the file that it would read. */
const AUTO = "auto";
/** @type {{language: string, words: Record<string, {message: string}>}} */
let tongue = { language: AUTO, words: {} };

/** Learns the language that the reader chose; where there is none of this name, it is the browser's. @param {string} language */
async function speak(language = AUTO) {
  if (language === tongue.language) return;
  const words = language === AUTO ? {} : await own(`_locales/${language}/messages.json`).then(JSON.parse).catch(() => ({}));
  tongue = { language, words };
}

/** Stores changed settings; whether it could. Where the storage is full the change holds for this answer. @param {unknown} changed @param {Sender} sender */
const keep = async (changed, sender) => !changed || stores(sender)[0]?.set({ settings: changed }).then(() => true, () => false);

/** @param {Message} message */
const say = ({ key, args = [] }) => tongue.words[key]?.message.replace(/\$(\d)/g, (_, n) => args[n - 1] ?? "") ?? (chrome.i18n.getMessage(key, args) || key);

/** @param {number} tabId @param {string} badge @param {string} title @param {boolean} enabled */
async function showOnButton(tabId, badge, title, enabled) {
  const kind = enabled ? "" : "-off";
  const path = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `/icons/lede${kind}-${size}.png`]));
  // The tab may be gone meanwhile, and phones have no badge.
  await Promise.allSettled([
    chrome.action.setBadgeText?.({ tabId, text: badge }),
    chrome.action.setTitle?.({ tabId, title }),
    chrome.action.setIcon?.({ tabId, path }),
  ]);
}

/** Whether Lede may run on a page's site by itself; a click on its button lets it run only until the page is left. @param {Sender} sender */
async function mayStay(sender) {
  const url = URL.canParse(sender.url ?? "") ? new URL(sender.url ?? "") : null;
  return !url || !/^https?:$/.test(url.protocol) || chrome.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] }).catch(() => true);
}
/** What the sidebar says there. A page cannot ask for a permission; the options can. */
const PASSING = [
  { kind: "note", message: { key: "note_permission" } },
  { kind: "button", message: { key: "options_title" }, action: { do: "options" } },
];

/** @param {any} message @param {Sender} sender */
async function answer(message, sender) {
  const tabId = sender.tab?.id;
  try {
    const kept = await settings(sender);
    const reply = await think(() => brain.answer(message.pages, message.action, kept, message.state, message.open));
    if (!(await keep(reply.settings, sender))) reply.view.unshift({ kind: "note", message: { key: "note_not_kept" } });
    if (tabId !== undefined) showOnButton(tabId, reply.badge, say(reply.tooltip), reply.enabled);
    if (reply.view.length > 0 && !(await mayStay(sender))) reply.view.unshift(...PASSING);
    return { answer: reply };
  } catch {
    if (tabId !== undefined) showOnButton(tabId, "", say({ key: "ui_engine_failed" }), false);
    return { error: "engine_failed" };
  }
}

/** Puts a rule into the page, or takes it out. @param {any} message @param {Sender} sender */
async function rule(message, sender) {
  if (sender.tab?.id === undefined) return null;
  /** @type {chrome.scripting.CSSInjection} */
  const injection = { css: String(message.css), origin: message.origin === "AUTHOR" ? "AUTHOR" : "USER", target: { tabId: sender.tab.id, frameIds: [0] } };
  await (message.on ? chrome.scripting.insertCSS(injection) : chrome.scripting.removeCSS(injection));
  return null;
}

/** A content script has just started, or the settings have changed: it is given the sidebar's style sheet and our words, and told
 * whether the reader has set something that holds on any page. The brain is awake then, before it is needed. @param {any} _ @param {Sender} sender */
async function hello(_, sender) {
  css ??= own("sidebar.css");
  const kept = await settings(sender);
  const always = await think(() => brain.anywhere(kept, sender.url ?? "")).catch(() => false);
  return { css: await css, words: tongue.words, always };
}

/** @param {chrome.scripting.InjectionTarget} target @param {string[]} files */
const put = (target, files) => chrome.scripting.executeScript({ target, files, injectImmediately: true });

/** The other content scripts come to their gate. @param {any} _ @param {Sender} sender */
async function come(_, { tab, documentId }) {
  // By its own name where the browser has one: the tab may have gone on to another page.
  if (tab?.id !== undefined) await put({ tabId: tab.id, ...(documentId ? { documentIds: [documentId] } : { frameIds: [0] }) }, REST);
  return null;
}

const options = () => chrome.runtime.openOptionsPage().then(() => null);

/** @type {Record<string, (message: any, sender: Sender) => Promise<unknown>>} */
const ANSWERS = { hello, come, rule, answer, options };

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const how = sender.id === chrome.runtime.id && Object.hasOwn(ANSWERS, message?.type) ? ANSWERS[message.type] : undefined;
  if (!how) return false;
  how(message, sender).then(reply, () => reply({ error: "failed" }));
  return true;
});

// Content scripts hold a port, to learn when this extension is gone.
chrome.runtime.onConnect.addListener(() => {});

/** Puts the content scripts into a tab where none answers: its page has not much text, was opened before Lede was installed, or Lede has
 * no permission for its site. @param {number} tabId @param {string[]} rest what is wanted beside the gate */
async function inject(tabId, rest) {
  const target = { tabId };
  // They may have come by themselves meanwhile.
  const [there] = await chrome.scripting.executeScript({ target, func: () => [typeof Gate !== "undefined", typeof Main !== "undefined"], injectImmediately: true });
  const [gate = false, main = false] = there?.result ?? [];
  const files = [...(gate ? [] : [GATE]), ...(main ? [] : rest)];
  if (files.length > 0) await put(target, files);
}

/** Tells a tab's content script something. @param {number | undefined} tabId @param {object} message */
async function tell(tabId, message) {
  if (tabId === undefined) return;
  const send = () => chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  await send().catch(() => inject(tabId, REST).then(send)).catch(() => showOnButton(tabId, "", say({ key: "ui_cannot_run" }), false));
}

chrome.action.onClicked.addListener((tab) => tell(tab.id, { type: "sidebar" }));

/** @param {string} scope @param {chrome.tabs.Tab} [tab] */
const toggle = (scope, tab) => tell(tab?.id, { type: "do", action: { do: "toggle", scope } });

/** Hides a category everywhere, or leaves it. The pages hear of it through the storage. @param {string} category @param {boolean} on */
async function also(category, on, /** @type {chrome.tabs.Tab | undefined} */ tab) {
  const sender = /** @type {Sender} */ (tab ? { tab } : {});
  const kept = await settings(sender);
  const reply = await think(() => brain.answer([NO_PAGE], { do: "also", category, on }, kept, null, false));
  await keep(reply.settings, sender);
}
const NO_PAGE = "lede-snapshot 1\n\n";

/** @param {chrome.contextMenus.OnClickData} info @param {chrome.tabs.Tab} [tab] */
function choose({ menuItemId, checked, frameId }, tab) {
  const [what = "", category = ""] = String(menuItemId).split("_");
  if (what === "options") options();
  else if (what === "also") also(category, checked === true, tab);
  else if (what === "pick" || what === "hidden") tell(tab?.id, { type: "do", action: { do: what, on: Boolean(frameId) } });
  else toggle(what, tab);
}

// Firefox for Android has neither menus nor commands.
chrome.contextMenus?.onClicked.addListener(choose);
chrome.commands?.onCommand.addListener((command, tab) => {
  if (command === "toggle-clutter") toggle("page", tab);
});

/** The menu of the toolbar button (Chrome takes six entries at its top) and that of pages. */
async function makeMenu() {
  if (!chrome.contextMenus) return;
  await chrome.contextMenus.removeAll();
  const kept = await settings({});
  // Whether each category that is no appeal is hidden.
  const ticks = await think(() => brain.menu(kept)).catch(() => ({}));
  /** @type {(id: string, more?: object, key?: string) => void} */
  const add = (id, more = {}, key = `menu_${id}`) => {
    chrome.contextMenus.create({ id, contexts: ["action"], title: say({ key }), ...more }, () => void chrome.runtime.lastError);
  };
  for (const id of ["page", "site", "everywhere", "also"]) add(id);
  for (const [category, checked] of Object.entries(ticks)) add(`also_${category}`, { parentId: "also", type: "checkbox", checked }, `kind_${category}`);
  add("options", {}, "options_title");
  for (const id of ["pick", "hidden"]) add(id, { contexts: ["page", "selection", "link", "image", "video", "audio", "frame", "editable"], documentUrlPatterns: ["http://*/*", "https://*/*"] });
}

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && "settings" in changes) makeMenu();
});

/** Tabs that were open before get Lede too, where it may run; what an older Lede left in them takes itself off. */
async function fillOpenTabs() {
  for (const tab of await chrome.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false })) {
    if (tab.id !== undefined) inject(tab.id, []).catch(() => {});
  }
}

chrome.runtime.onStartup.addListener(makeMenu);
chrome.runtime.onInstalled.addListener(({ reason }) => {
  makeMenu();
  fillOpenTabs();
  if (reason === "install") chrome.tabs.create({ url: "welcome.html" });
});
