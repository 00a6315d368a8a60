/**
 * Keeps the appearance of the sidebar the same on the reader's devices, for those who asked for it in the options: it alone goes
 * through the browser account. Sites and hidden blocks never leave the device, since they tell what someone reads.
 */

/** Both are flat. @param {Record<string, unknown> | undefined} one @param {Record<string, unknown> | undefined} other */
const same = (one, other) => Object.keys({ ...one, ...other }).every((key) => one?.[key] === other?.[key]);

/** @param {Record<string, chrome.storage.StorageChange>} changes @param {string} area */
async function level(changes, area) {
  if (area !== "local" && area !== "sync") return;
  /** @type {{settings?: any}} */
  const { settings } = await chrome.storage.local.get("settings");
  if (settings?.syncAppearance !== true) return;
  if (area === "local") {
    /** @type {any} */
    const before = changes.settings?.oldValue;
    // What the options page has just joined or written is there already.
    const { appearance } = await chrome.storage.sync.get("appearance");
    const theirs = /** @type {any} */ (appearance);
    if (before?.syncAppearance === true && !same(before.appearance, settings.appearance) && !same(theirs, settings.appearance)) await chrome.storage.sync.set({ appearance: settings.appearance });
  } else {
    /** @type {any} */
    const theirs = changes.appearance?.newValue;
    if (theirs && !same(theirs, settings.appearance)) await chrome.storage.local.set({ settings: { ...settings, appearance: theirs } });
  }
}

// An account that takes nothing costs the other devices their news, and nothing here: the options page says so.
chrome.storage.onChanged.addListener((changes, area) => void level(changes, area).catch(() => {}));
