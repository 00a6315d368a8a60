/**
 * Firefox through Marionette. What pages do runs in the page's world; what a person does with the
 * browser around the page (toolbar, menus, the extension's background) goes through the browser
 * window's own privileged context, for which `--remote-allow-system-access` is needed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { atExit, findBrowser, until } from "./driver.mjs";
import { Marionette } from "./marionette.mjs";
import { describe, lend, locate, settled } from "./shadow.mjs";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Keeps the browser from talking to anybody or asking anything, so that what is seen is Lede's doing. */
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.activity-stream.feeds.system.topstories": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "app.update.auto": false,
  "app.normandy.enabled": false,
  "app.update.checkInstallTime": false,
  "browser.region.network.url": "",
  "browser.sessionstore.resume_from_crash": false,
  // As many history.pushState as a test likes; a reader makes no two hundred in ten seconds.
  "dom.navigation.navigationRateLimit.count": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  // What is printed goes into a file, without a question.
  "print.always_print_silent": true,
  print_printer: "Mozilla Save to PDF",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "data:,",
};

/** Key names as WebDriver wants them. */
const KEYS = /** @type {Record<string, string>} */ ({
  Escape: "\uE00C",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  Home: "\uE011",
  End: "\uE010",
  Space: " ",
});

/** Firefox's own name for an add-on's toolbar button. @param {string} id */
const widgetOf = (id) => `${id.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * @param {import('./driver.mjs').Options} options
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function launch({ extension, width = 1280, height = 800, dark = false, language = "en-US", visible = false }) {
  const binary = findBrowser("LEDE_FIREFOX", PLACES, "firefox-esr");
  const profile = mkdtempSync(join(tmpdir(), "lede-firefox-"));
  const port = await freePort();
  const preferences = {
    ...PREFERENCES,
    "marionette.port": port,
    "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
    "print.printer_Mozilla_Save_to_PDF.print_to_filename": join(profile, "printed.pdf"),
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
  };
  writeFileSync(
    join(profile, "user.js"),
    Object.entries(preferences)
      .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const flags = [
    "--marionette",
    "--remote-allow-system-access",
    "--no-remote",
    "--profile",
    profile,
    "--width",
    String(width),
    "--height",
    String(height),
  ];
  // Its own process group, so that ending it takes its content processes along and nothing else.
  const child = spawn(binary, visible ? flags : ["--headless", ...flags], { stdio: "ignore", detached: true });
  let alive = true;
  /** @type {Promise<void>} */
  const exited = new Promise((done) => {
    const end = () => {
      alive = false;
      done();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const forget = atExit(() => {
    if (alive && child.pid) process.kill(-child.pid, "SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  /** @type {Marionette | undefined} */
  let marionette;
  const close = async () => {
    marionette?.end();
    if (alive && child.pid) process.kill(-child.pid, "SIGTERM");
    await exited;
    forget();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    marionette = await Marionette.connect(port, () => alive);
    await marionette.send("WebDriver:NewSession", {});
    await marionette.send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 60_000 });
    return await drive(marionette, { extension, width, height, language, visible }, close, exited);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {Marionette} marionette
 * @param {{ extension?: string, width: number, height: number, language: string, visible: boolean }} options
 * @param {() => Promise<void>} close
 * @param {Promise<void>} exited
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
async function drive(marionette, { extension, width, height, language, visible }, close, exited) {
  /**
   * @param {string | Function} code
   * @param {unknown[]} args
   * @param {string} [sandbox]
   */
  const run = async (code, args, sandbox) => {
    const script = typeof code === "string" ? `return (${code});` : `return (${code})(...arguments);`;
    const { value } = await marionette.send("WebDriver:ExecuteScript", { script, args, ...(sandbox ? { sandbox } : {}) });
    return value;
  };
  /**
   * In the browser window, with everything Firefox itself may do.
   * @param {Function} code
   * @param {unknown[]} args
   */
  const privileged = async (code, ...args) => {
    await marionette.send("Marionette:SetContext", { value: "chrome" });
    try {
      return await run(code, args);
    } finally {
      await marionette.send("Marionette:SetContext", { value: "content" });
    }
  };

  await privileged(() => {
    const world = /** @type {any} */ (window);
    world.ledeRequests = [];
    // Whoever a request is made for, its principals say so: the add-on's own, or the one a content script borrows.
    const addonOf = (/** @type {any} */ principal) =>
      principal?.addonId ||
      (principal?.isExpandedPrincipal ? (principal.allowList ?? principal.allowlist ?? []) : [])
        .map((/** @type {any} */ each) => each.addonId)
        .find(Boolean) ||
      principal?.addonPolicy?.id ||
      principal?.contentScriptAddonPolicy?.id;
    world.ledeObserver = {
      observe(/** @type {any} */ subject) {
        const channel = subject.QueryInterface(world.Ci.nsIHttpChannel);
        const info = channel.loadInfo;
        const addon = addonOf(info?.triggeringPrincipal) || addonOf(info?.loadingPrincipal) || "";
        world.ledeRequests.push({
          url: channel.URI.spec,
          byExtension: Boolean(addon),
          system: Boolean(info?.triggeringPrincipal?.isSystemPrincipal),
        });
      },
    };
    world.Services.obs.addObserver(world.ledeObserver, "http-on-modify-request");
  });

  // A Firefox without the language's own package speaks it all the same to extensions, once it thinks that it could.
  await privileged((/** @type {string} */ wanted) => {
    const { locale } = /** @type {any} */ (window).Services;
    locale.availableLocales = [...new Set([wanted, ...locale.availableLocales])];
    locale.requestedLocales = [wanted];
  }, language);

  const id = extension ? (await marionette.send("Addon:Install", { path: resolve(extension), temporary: true })).value : "";
  // As a reader pins it: the button in the toolbar itself, not in the extensions menu.
  if (id) {
    // A first install opens one page, over whatever the test opens: it is awaited, and closed as a reader would.
    await until("the first-run page to open", () =>
      privileged(() => {
        const { gBrowser } = /** @type {any} */ (window);
        const tab = [...gBrowser.tabs].find((each) => each.linkedBrowser.currentURI.spec.endsWith("/welcome.html"));
        if (tab) gBrowser.removeTab(tab, { animate: false });
        return Boolean(tab);
      }),
    );
    await privileged(
      (/** @type {string} */ widget) => /** @type {any} */ (window).CustomizableUI.addWidgetToArea(widget, "nav-bar"),
      widgetOf(id),
    );
  }
  /** @type {string[]} */
  const handles = [(await marionette.send("WebDriver:GetWindowHandle")).value];
  if (!visible) {
    // --width and --height are the window's: the page's own size is what the tests speak of.
    const [innerWidth, innerHeight] = await run("[innerWidth, innerHeight]", []);
    const rectangle = await marionette.send("WebDriver:GetWindowRect");
    await marionette.send("WebDriver:SetWindowRect", {
      width: rectangle.width + width - innerWidth,
      height: rectangle.height + height - innerHeight,
    });
  }

  /**
   * Runs a function in the extension's background page, which is a document like any other to Firefox.
   * @type {import('./driver.mjs').Driver['background']}
   */
  const background = async (code, ...args) => {
    const answer = await until("the background page", () =>
      privileged(
        async (/** @type {string} */ addon, /** @type {string} */ source, /** @type {unknown[]} */ given) => {
          const { extension: found } = /** @type {any} */ (window).WebExtensionPolicy.getByID(addon);
          // At every try: a background that was just being put to sleep is not woken by the first.
          await found.wakeupBackground?.();
          const view = [...found.views].find((each) => each.viewType === "background");
          const actor = view?.xulBrowser?.browsingContext?.currentWindowGlobal?.getActor("MarionetteCommands");
          if (!actor) return null;
          return { value: (await actor.executeScript(`return (${source})(...arguments);`, given, { timeout: 30_000 })) ?? null };
        },
        id,
        String(code),
        args,
      ),
    );
    return answer.value;
  };

  /** @param {string} code @param {unknown[]} args */
  const inShadow = (code, args) =>
    run(
      `(() => {
        const html = window.document.documentElement;
        const root = html && Array.from(html.children, (child) => child.openOrClosedShadowRoot).find((each) => each && each.mode === 'closed');
        return root ? (${code})(root, ...${JSON.stringify(args)}) : null;
      })()`,
      [],
      "system",
    );
  /** @param {object[]} actions */
  const pointer = (...actions) =>
    marionette.send("WebDriver:PerformActions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  /** @param {number} x @param {number} y @param {number} [duration] */
  const moveTo = (x, y, duration = 0) => ({ type: "pointerMove", x, y, duration, origin: "viewport" });
  /** @param {number} x @param {number} y @param {number} [button] */
  const clickAt = (x, y, button = 0) =>
    pointer(moveTo(x, y), { type: "pointerDown", button }, { type: "pointerUp", button });
  /** @param {string} selector @returns {Promise<[number, number]>} */
  const middleOf = async (selector) => {
    const at = await run(
      (/** @type {string} */ wanted) => {
        const element = document.querySelector(wanted);
        if (!element) return null;
        element.scrollIntoView({ block: "nearest", behavior: "instant" });
        const box = element.getBoundingClientRect();
        return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
      },
      [selector],
    );
    if (!at) throw new Error(`the page has no ${selector}`);
    return at;
  };
  const press = async (/** @type {string} */ key) => {
    const value = KEYS[key] ?? key;
    await marionette.send("WebDriver:PerformActions", {
      actions: [
        {
          type: "key",
          id: "keyboard",
          actions: [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ],
        },
      ],
    });
  };
  /** @param {string} handle */
  const switchTo = (handle) => marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });

  return {
    name: "firefox",
    goto: async (url) => void (await marionette.send("WebDriver:Navigate", { url })),
    reload: async () => void (await marionette.send("WebDriver:Refresh")),
    back: async () => void (await marionette.send("WebDriver:Back")),
    newTab: async (url) => {
      const { handle } = await marionette.send("WebDriver:NewWindow", { type: "tab", focus: true });
      handles.push(handle);
      await switchTo(handle);
      await marionette.send("WebDriver:Navigate", { url });
    },
    closeTab: async () => {
      await marionette.send("WebDriver:CloseWindow");
      handles.pop();
      await switchTo(/** @type {string} */ (handles.at(-1)));
    },
    evaluate: /** @type {any} */ ((/** @type {any} */ code, /** @type {unknown[]} */ ...args) => run(code, args)),
    clickToolbar: () =>
      privileged(async (/** @type {string} */ widget) => {
        const window = /** @type {any} */ (globalThis);
        const item = window.document.getElementById(`${widget}-BAP`) ?? window.document.getElementById(widget);
        if (!item) throw new Error(`no toolbar button ${widget}`);
        (item.querySelector(".unified-extensions-item-action-button") ?? item).click();
      }, widgetOf(id)),
    sidebar: () => inShadow(String(describe), []),
    clickInSidebar: async (target) => {
      const at = await inShadow(String(locate), [target]);
      if (!at || at.error) throw new Error(at?.error ?? "the sidebar is not open");
      await clickAt(at.x, at.y);
    },
    clickInPage: async (selector) => void (await clickAt(...(await middleOf(selector)))),
    rightClickInPage: async (selector) => {
      await clickAt(...(await middleOf(selector)), 2);
      // The menu itself is the browser's; what is chosen in it comes by chooseMenuItem.
      await privileged(() => void /** @type {any} */ (window).document.getElementById("contentAreaContextMenu")?.hidePopup());
    },
    drag: async (from, to) =>
      void (await pointer(moveTo(...from), { type: "pointerDown", button: 0 }, moveTo(...to, 120), { type: "pointerUp", button: 0 })),
    inSidebar: /** @type {any} */ ((/** @type {Function} */ code, /** @type {unknown[]} */ ...args) => inShadow(String(code), args)),
    lendSidebar: async () => {
      await inShadow("(root) => void (root.wrappedJSObject.host.lent = root.wrappedJSObject)", []);
      await run(lend, []);
    },
    clipboard: () => privileged(() => /** @type {any} */ (window).navigator.clipboard.readText()),
    press,
    badge: () =>
      background(async () => {
        const api = /** @type {any} */ (globalThis).browser;
        const [tab] = await api.tabs.query({ active: true, currentWindow: true });
        return api.action.getBadgeText({ tabId: tab.id });
      }),
    background,
    killBackground: () =>
      privileged(async (/** @type {string} */ addon) => {
        await /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(addon).extension.terminateBackground({
          ignoreDevToolsAttached: true,
        });
      }, id),
    extension: (fate) =>
      privileged(
        async (/** @type {string} */ addon, /** @type {string} */ what) => {
          const { AddonManager } = /** @type {any} */ (globalThis).ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
          const found = await AddonManager.getAddonByID(addon);
          await found[what === "remove" ? "uninstall" : what]();
        },
        id,
        fate,
      ),
    chooseMenuItem: (item, checked, frame = false) =>
      privileged(
        (/** @type {string} */ addon, /** @type {string} */ menuItemId, /** @type {boolean | null} */ ticked, /** @type {number} */ frameId) => {
          const window = /** @type {any} */ (globalThis);
          const { extension: found } = window.WebExtensionPolicy.getByID(addon);
          const tab = window.gBrowser.selectedTab;
          found.emit(
            "webext-menu-menuitem-click",
            { menuItemId, editable: false, modifiers: [], button: 0, frameId, ...(ticked === null ? {} : { checked: ticked }), pageUrl: tab.linkedBrowser.currentURI.spec },
            tab,
          );
        },
        id,
        item,
        checked ?? null,
        frame ? 1 : 0,
      ),
    runCommand: (name) =>
      privileged(
        (/** @type {string} */ addon, /** @type {string} */ command) => {
          const window = /** @type {any} */ (globalThis);
          const { extension: found } = window.WebExtensionPolicy.getByID(addon);
          found.shortcuts.onCommand(command);
        },
        id,
        name,
      ),
    permit: async (on) =>
      privileged(
        async (/** @type {string} */ addon, /** @type {boolean} */ give) => {
          const { ExtensionPermissions } = /** @type {any} */ (globalThis).ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
          const { extension: found } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(addon);
          await ExtensionPermissions[give ? "add" : "remove"](addon, { permissions: [], origins: ["http://*/*", "https://*/*"] }, found);
        },
        id,
        on,
      ),
    screenshot: async (path) => {
      await until("the sidebar to come to rest", async () => (await inShadow(String(settled), [])) ?? true);
      const { value } = await marionette.send("WebDriver:TakeScreenshot", { full: false });
      writeFileSync(path, Buffer.from(value, "base64"));
    },
    // As about:memory counts it. Objects that the browser has freed but not yet swept are not held.
    held: () =>
      run(
        async () => {
          const { utils, classes, interfaces } = /** @type {any} */ (globalThis).Components;
          for (let i = 0; i < 3; i += 1) {
            utils.forceGC();
            utils.forceCC();
          }
          const held = { listeners: 0, nodes: 0, documents: 0, heap: 0 };
          const add = (/** @type {string} */ _, /** @type {string} */ path, /** @type {number} */ kind, /** @type {number} */ units, /** @type {number} */ amount) => {
            if (path.startsWith("event-counts/") && path.endsWith("/event-listeners")) held.listeners += amount;
            else if (/^explicit\/window-objects\/.*\/dom\/[a-z-]*nodes$/.test(path)) held.nodes += amount;
            else if (path === "ghost-windows") held.documents += amount;
            else if (/^js-main-runtime\/(?:realms|zones)\//.test(path) && !path.includes("unused-gc-things")) held.heap += amount;
          };
          const manager = classes["@mozilla.org/memory-reporter-manager;1"].getService(interfaces.nsIMemoryReporterManager);
          await new Promise((done) => void manager.getReports(add, null, done, null, false));
          return held;
        },
        [],
        "system",
      ),
    // Firefox lets go of what is under way, the reports of the page's policy too, when the page is left.
    answered: async () =>
      void (await until("the page's requests to be answered", () =>
        run(
          () => {
            const { docShell, Components } = /** @type {any} */ (globalThis);
            return !docShell.QueryInterface(Components.interfaces.nsIDocumentLoader).loadGroup.requests.hasMoreElements();
          },
          [],
          "system",
        ),
      )),
    requests: () =>
      privileged(() =>
        /** @type {any} */ (window).ledeRequests.filter((/** @type {any} */ request) => request.byExtension || !request.system),
      ),
    closed: () => exited,
    close,
  };
}
