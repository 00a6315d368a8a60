/** Chromium through puppeteer-core and the DevTools protocol. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { atExit, findBrowser, pause, until } from "./driver.mjs";
import { describe, lend, locate, settled } from "./shadow.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** Keeps the browser from talking to anybody or asking anything, so that what is seen is Lede's doing. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @param {import('./driver.mjs').Options} options
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function launch({ extension, width = 1280, height = 800, dark = false, language = "en-US", visible = false }) {
  const profile = mkdtempSync(join(tmpdir(), "lede-chromium-"));
  const browser = await puppeteer.launch({
    executablePath: findBrowser("LEDE_CHROMIUM", PLACES, "chromium"),
    headless: !visible,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    // Chromium takes its language from the environment, and on some systems from the flag.
    env: { ...process.env, LANGUAGE: language, LANG: `${language.replace("-", "_")}.UTF-8` },
    defaultViewport: visible ? null : { width, height },
    // Root and containers have no sandbox to offer; a person's own window keeps it.
    args: [...FLAGS, `--lang=${language}`, `--window-size=${width},${height}`, ...(visible && process.getuid?.() !== 0 ? [] : ["--no-sandbox"])],
  });
  const child = browser.process();
  const forget = atExit(() => {
    if (child?.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  const close = async () => {
    await browser.close().catch(() => browser.process()?.kill("SIGKILL"));
    forget();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return await drive(browser, { extension, dark }, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {{ extension?: string, dark: boolean }} options
 * @param {() => Promise<void>} close
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
async function drive(browser, { extension, dark }, close) {
  /** @type {import('./driver.mjs').Request[]} */
  const requests = [];
  /** @param {any} event @param {boolean} fromWorker */
  const record = (event, fromWorker) => {
    const url = event.request.url;
    if (!/^(https?|wss?):/.test(url)) return;
    const frames = [...(event.initiator?.stack?.callFrames ?? [])];
    const byExtension =
      fromWorker ||
      [event.documentURL, event.initiator?.url, ...frames.map((frame) => frame.url)].some((from) =>
        from?.startsWith("chrome-extension://"),
      );
    requests.push({ url, byExtension });
  };
  browser.on("targetcreated", async (target) => {
    if (target.type() !== "service_worker") return;
    const worker = await target.worker().catch(() => null);
    worker?.client.on("Network.requestWillBeSent", (event) => record(event, true));
    await worker?.client.send("Network.enable").catch(() => {});
  });

  const id = extension ? await browser.installExtension(resolve(extension)) : "";
  if (id) {
    // A first install opens one page, over whatever the test opens: it is awaited, and closed as a reader would.
    const first = await browser.waitForTarget((target) => target.url().endsWith(`${id}/welcome.html`));
    await (await first.page())?.close();
  }

  /** @type {{ page: import('puppeteer-core').Page, session: import('puppeteer-core').CDPSession }[]} */
  const tabs = [];
  /** @param {import('puppeteer-core').Page} page */
  const adopt = async (page) => {
    const session = await page.createCDPSession();
    session.on("Network.requestWillBeSent", (event) => record(event, false));
    await session.send("Network.enable");
    if (dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await page.bringToFront();
    tabs.push({ page, session });
  };
  const [first] = await browser.pages();
  await adopt(first ?? (await browser.newPage()));
  const front = () => {
    const tab = tabs.at(-1);
    if (!tab) throw new Error("no tab is open");
    return tab;
  };

  const theExtension = async () => {
    const found = (await browser.extensions()).get(id);
    if (!found) throw new Error("the extension is not installed");
    return found;
  };
  /** Workers of an extension that was reloaded or switched off; nobody tells that they ended. @type {Set<unknown>} */
  const gone = new Set();
  const workerTarget = () => browser.targets().find((each) => each.type() === "service_worker" && each.url().includes(id) && !gone.has(each));
  /** Targets whose worker was started again in the moment it ended: they stay, and puppeteer knows only the old worker. @type {Set<unknown>} */
  const again = new Set();
  // A sleeping worker is woken as anything else would wake it: by a message, from a page of the extension.
  const worker = async () => {
    const awake = workerTarget();
    if (awake) return awake;
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/manifest.json`);
    await page.evaluate(() => void (/** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: "hello" })));
    const woken = await until("the service worker to wake", workerTarget);
    await page.close();
    await front().page.bringToFront();
    return woken;
  };
  /** @type {import('./driver.mjs').Driver['background']} */
  const background = async (code, ...args) => {
    const target = await worker();
    if (!again.has(target)) return /** @type {any} */ (await target.worker()).evaluate(code, ...args);
    const session = await target.createCDPSession();
    const expression = `(${code})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    await session.detach();
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  const shadow = async () => {
    const { session } = front();
    const { root } = await session.send("DOM.getDocument", { depth: 2, pierce: true });
    const html = root.children?.find((child) => child.localName === "html");
    const closed = (html?.children ?? [])
      .flatMap((child) => child.shadowRoots ?? [])
      .find((each) => each.shadowRootType === "closed");
    if (!closed) return null;
    const { object } = await session.send("DOM.resolveNode", { backendNodeId: closed.backendNodeId });
    return object.objectId ?? null;
  };
  /** @param {string} code @param {unknown[]} args */
  const inShadow = async (code, args) => {
    const objectId = await shadow().catch(() => null);
    if (!objectId) return null;
    const answer = await front().session.send("Runtime.callFunctionOn", {
      objectId,
      functionDeclaration: `function (...args) { return (${code})(this, ...args); }`,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  const tabId = () =>
    background(async (url) => {
      const api = /** @type {any} */ (globalThis).chrome;
      const found = await api.tabs.query({ active: true, url: url.split("#")[0] + "*" });
      return (found[0] ?? (await api.tabs.query({ active: true }))[0]).id;
    }, front().page.url());

  return {
    name: "chromium",
    goto: async (url) => void (await front().page.goto(url, { waitUntil: "load" })),
    reload: async () => void (await front().page.reload({ waitUntil: "load" })),
    back: async () => void (await front().page.goBack({ waitUntil: "load" })),
    newTab: async (url) => {
      await adopt(await browser.newPage());
      await front().page.goto(url, { waitUntil: "load" });
    },
    closeTab: async () => {
      await tabs.pop()?.page.close();
      await front().page.bringToFront();
    },
    evaluate: async (code, ...args) => /** @type {any} */ (front().page).evaluate(code, ...args),
    clickToolbar: async () => (await theExtension()).triggerAction(front().page),
    sidebar: () => inShadow(String(describe), []),
    clickInSidebar: async (target) => {
      const at = await inShadow(String(locate), [target]);
      if (!at || at.error) throw new Error(at?.error ?? "the sidebar is not open");
      await front().page.mouse.click(at.x, at.y);
    },
    clickInPage: async (selector) => front().page.click(selector),
    rightClickInPage: async (selector) => front().page.click(selector, { button: "right" }),
    drag: async (from, to) => {
      const { mouse } = front().page;
      await mouse.move(...from);
      await mouse.down();
      await mouse.move(...to, { steps: 4 });
      await mouse.up();
    },
    inSidebar: /** @type {any} */ ((/** @type {Function} */ code, /** @type {unknown[]} */ ...args) => inShadow(String(code), args)),
    lendSidebar: async () => {
      await inShadow("(root) => void (root.host.lent = root)", []);
      await front().page.evaluate(lend);
    },
    clipboard: async () => {
      await front().page.browserContext().overridePermissions(new URL(front().page.url()).origin, ["clipboard-read", "clipboard-sanitized-write"]);
      return front().page.evaluate(() => navigator.clipboard.readText());
    },
    press: async (key) => front().page.keyboard.press(/** @type {any} */ (key)),
    badge: async () =>
      background((tab) => /** @type {any} */ (globalThis).chrome.action.getBadgeText({ tabId: tab }), await tabId()),
    background,
    killBackground: async () => {
      const target = workerTarget();
      if (!target) return;
      if (again.has(target)) {
        const session = await browser.target().createCDPSession();
        await session.send("Target.closeTarget", { targetId: /** @type {any} */ (target)._targetId });
        await session.detach();
      } else await (await target.worker())?.close();
      // A look at a worker that is ending would keep it alive: it has gone when its target has, or was started again at once.
      for (let tries = 0; tries < 25 && browser.targets().includes(target); tries += 1) await pause(40);
      if (browser.targets().includes(target)) again.add(target);
    },
    extension: async (fate) => {
      if (fate === "remove") return browser.uninstallExtension(id);
      const settings = await browser.newPage();
      await settings.goto("chrome://extensions");
      gone.add(workerTarget());
      await settings.evaluate(
        async (extension, what) => {
          const { developerPrivate, management } = /** @type {any} */ (globalThis).chrome;
          // Without it an extension that is not packed stays off once it has been reloaded.
          await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
          await (what === "reload" ? developerPrivate.reload(extension, { failQuietly: true }) : management.setEnabled(extension, what === "enable"));
        },
        id,
        fate,
      );
      await settings.close();
      await front().page.bringToFront();
    },
    chooseMenuItem: async (item, checked, frame = false) => {
      const tab = await tabId();
      await background(
        async (menuItemId, number, ticked, frameId) => {
          const api = /** @type {any} */ (globalThis).chrome;
          const { url } = await api.tabs.get(number);
          api.contextMenus.onClicked.dispatch({ menuItemId, pageUrl: url, editable: false, frameId, ...(ticked === null ? {} : { checked: ticked }) }, await api.tabs.get(number));
        },
        item,
        tab,
        checked ?? null,
        frame ? 1 : 0,
      );
    },
    runCommand: async (name) => {
      const tab = await tabId();
      await background(
        async (command, number) => {
          const api = /** @type {any} */ (globalThis).chrome;
          api.commands.onCommand.dispatch(command, await api.tabs.get(number));
        },
        name,
        tab,
      );
    },
    permit: async (on) => {
      const settings = await browser.newPage();
      await settings.goto("chrome://extensions");
      await settings.evaluate(
        async (extensionId, hostAccess) => /** @type {any} */ (globalThis).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        id,
        on ? "ON_ALL_SITES" : "ON_CLICK",
      );
      await settings.close();
      await front().page.bringToFront();
    },
    screenshot: async (path) => {
      await until("the sidebar to come to rest", async () => (await inShadow(String(settled), [])) ?? true);
      await front().page.screenshot({ path: /** @type {any} */ (path) });
    },
    held: async () => {
      const { session } = front();
      await session.send("Performance.enable");
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const count = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      return { listeners: count("JSEventListeners"), nodes: count("Nodes"), documents: count("Documents"), heap: usedSize };
    },
    // Chromium sends reports also when the page has been left.
    answered: async () => {},
    requests: async () => requests,
    closed: () => new Promise((done) => browser.once("disconnected", () => done())),
    close,
  };
}
