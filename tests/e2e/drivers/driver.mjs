/**
 * One way to drive a browser with an extension installed; `chromium.mjs` and `firefox.mjs`
 * implement it, and every end-to-end test is written against it alone.
 *
 * Clicks and keys are the browser's own input, so pages and extension see trusted events; the
 * toolbar button is the real one; the sidebar is read through its closed shadow root, as no page
 * can. Nothing here waits for a fixed time: every wait names a condition and gives up by a deadline.
 */
import { existsSync } from "node:fs";

/**
 * A plain picture of one element of the sidebar.
 * @typedef {object} Shown
 * @property {string} tag
 * @property {string} role        explicit role, else the implicit one of the common elements
 * @property {string} name        accessible name: aria-label, else the text
 * @property {string} text        text content, whitespace collapsed
 * @property {string[]} classes
 * @property {Record<string, string>} attributes
 * @property {boolean} visible    has a box
 * @property {boolean | null} on  aria-checked, aria-pressed, aria-expanded or checked; null where none applies
 * @property {Shown[]} children
 */

/**
 * Names one element of the sidebar: all given parts must match, `nth` (0 by default) picks one.
 * @typedef {object} Target
 * @property {string} [role]
 * @property {string} [name]      exact accessible name
 * @property {string} [contains]  a part of the accessible name
 * @property {string} [selector]
 * @property {number} [nth]
 */

/**
 * @typedef {object} Request
 * @property {string} url
 * @property {boolean} byExtension
 */

/**
 * @typedef {object} Options
 * @property {string} [extension]  folder of the unpacked extension; without it, the bare browser
 * @property {number} [width]
 * @property {number} [height]
 * @property {boolean} [dark]
 * @property {string} [language]  of the browser, `en-US` unless another is asked for
 * @property {boolean} [visible]   with a window, for people
 */

/**
 * What a page's process holds, extension and page together.
 * @typedef {object} Held
 * @property {number} listeners  for events
 * @property {number} nodes      of documents, in a page or out of it: how many in Chromium, bytes in Firefox, which counts none
 * @property {number} documents  in Chromium; in Firefox windows that should have gone and have not
 * @property {number} heap       bytes of JavaScript's objects, strings and code
 */

/**
 * @typedef {object} Driver
 * @property {string} name
 * @property {(url: string) => Promise<void>} goto       resolves after the page's load event
 * @property {() => Promise<void>} reload
 * @property {() => Promise<void>} back              to the page before this one
 * @property {(url: string) => Promise<void>} newTab     opens in front; later calls speak of this tab
 * @property {() => Promise<void>} closeTab              closes the tab in front, back to the one before it
 * @property {<A extends any[], R>(code: string | ((...args: A) => R), ...args: A) => Promise<Awaited<R>>} evaluate  in the page's own world
 * @property {() => Promise<void>} clickToolbar          the extension's real toolbar button
 * @property {() => Promise<Shown | null>} sidebar       null when no closed shadow root hangs under <html>
 * @property {(target: Target) => Promise<void>} clickInSidebar
 * @property {(selector: string) => Promise<void>} clickInPage
 * @property {(selector: string) => Promise<void>} rightClickInPage  opens the page's menu on the first match
 * @property {(from: [number, number], to: [number, number]) => Promise<void>} drag  with the pointer, in the viewport
 * @property {(key: string) => Promise<void>} press      Escape, Tab, Enter, an arrow or one character
 * @property {<A extends any[], R>(code: (root: any, ...args: A) => R, ...args: A) => Promise<Awaited<R>>} inSidebar  with the closed shadow root; null when there is none
 * @property {() => Promise<void>} lendSidebar           lets the page's own world see the root, as no page can: for tools that run there
 * @property {() => Promise<string>} clipboard           text in the clipboard
 * @property {() => Promise<string>} badge               the badge text of the tab in front
 * @property {<A extends any[], R>(code: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} background  in the extension's background, woken if it sleeps
 * @property {() => Promise<void>} killBackground
 * @property {(fate: "reload" | "disable" | "enable" | "remove") => Promise<void>} extension  what becomes of the extension
 * @property {(id: string, checked?: boolean, frame?: boolean) => Promise<void>} chooseMenuItem  the handler of an item of the toolbar button's or the page's menu; `frame`, when it was opened in a frame of the page
 * @property {(name: string) => Promise<void>} runCommand    the handler of a keyboard command
 * @property {(on: boolean) => Promise<void>} permit    gives or takes the permission to run on all web pages, as the browser's own settings do
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => Promise<Held>} held                  by the process of the tab in front, after garbage collection
 * @property {() => Promise<void>} answered              resolves when leaving the page cuts off nothing that it has sent
 * @property {() => Promise<Request[]>} requests         every http(s) request seen since the start
 * @property {() => Promise<void>} closed                resolves when a person has closed the window
 * @property {() => Promise<void>} close                 ends the process started here and deletes its profile
 */

export const BROWSERS = /** @type {const} */ (["chromium", "firefox"]);

/** Longest wait for any condition: what is waited for takes a tenth of a second, on a loaded two-core machine two or three. */
const DEADLINE_MS = 15_000;
const POLL_MS = 40;

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Polls `probe` until it gives something truthy, and gives that back.
 * @template T
 * @param {string} what  completes "waited in vain for ..."
 * @param {() => T | Promise<T>} probe
 * @param {() => unknown | Promise<unknown>} [state]  what to show when the wait was in vain
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, state) {
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = await probe();
    if (value) return /** @type {NonNullable<T>} */ (value);
    if (Date.now() > end) {
      const seen = state ? `; there was ${JSON.stringify(await state())}` : "";
      throw new Error(`waited ${DEADLINE_MS / 1000} s in vain for ${what}${seen}`);
    }
    await pause(POLL_MS);
  }
}

/**
 * Where the browser is, or an error that says how to get it.
 * @param {string} variable  environment variable that overrides the places
 * @param {string[]} places
 * @param {string} apt       Debian package
 */
export function findBrowser(variable, places, apt) {
  const given = process.env[variable];
  const found = (given ? [given] : places).find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    `${apt} is missing (looked at ${(given ? [given] : places).join(", ")}); ` +
      `install it with: apt-get install -y ${apt}, or set ${variable} to its path`,
  );
}

/**
 * Runs `clean` when this process ends before the browser was closed, also when it is told to end.
 * @param {() => void} clean what can be done at once, without waiting
 * @returns {() => void} takes it back
 */
export function atExit(clean) {
  const quit = () => process.exit(143);
  process.once("exit", clean);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(signal, quit);
  return () => {
    process.off("exit", clean);
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.off(signal, quit);
  };
}

/**
 * @param {string} name
 * @param {Options} [options]
 * @returns {Promise<Driver>}
 */
export async function launch(name, options = {}) {
  const maker = name === "firefox" ? await import("./firefox.mjs") : await import("./chromium.mjs");
  return maker.launch(options);
}
