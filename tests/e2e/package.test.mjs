/** What is installed: the permissions asked for, what a page can reach of it, and that both forms of the package load. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { BROWSERS, launch } from "./drivers/driver.mjs";
import { built, inBothBrowsers, openSidebar, untilHidden } from "./lede.mjs";
import { serve } from "./server.mjs";

for (const browser of BROWSERS) {
  const manifest = JSON.parse(readFileSync(join(built(browser), "manifest.json"), "utf8"));

  test(`the package for ${browser} asks for four permissions and the web, and gives pages nothing to reach`, () => {
    assert.equal(manifest.manifest_version, 3);
    assert.deepEqual([...manifest.permissions].sort(), ["activeTab", "contextMenus", "scripting", "storage"]);
    assert.deepEqual(manifest.host_permissions, ["http://*/*", "https://*/*"]);
    for (const key of [
      "web_accessible_resources",
      "externally_connectable",
      "optional_permissions",
      "optional_host_permissions",
    ]) {
      assert.equal(manifest[key], undefined, key);
    }
    assert.equal(manifest.content_scripts.length, 1);
    assert.notEqual(manifest.content_scripts[0].all_frames, true, "the top frame only");
  });

  test(`every file that the manifest for ${browser} names is in the package`, () => {
    const named = [
      ...manifest.content_scripts[0].js,
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
      ...[manifest.background.scripts ?? manifest.background.service_worker].flat(),
    ];
    for (const file of named) assert.ok(existsSync(join(built(browser), file)), file);
  });
}

test("the store package for Firefox, as one file, installs and works", async () => {
  const folder = dirname(built("firefox"));
  const [file] = readdirSync(folder).filter((each) => each.endsWith("-firefox.xpi"));
  assert.ok(file, `no .xpi in ${folder}`);
  const server = await serve();
  const lede = await launch("firefox", { extension: join(folder, file) });
  try {
    await lede.goto(`${server.url}/www/ferry.html`);
    await untilHidden(lede, "#letterbox");
  } finally {
    await lede.close();
    await server.close();
  }
});

inBothBrowsers("A page", {}, ({ browser, lede, url }) => {
  test("cannot reach a file of the extension, even when it knows where it is", async () => {
    await lede().goto(`${url()}/www/ferry.html`);
    await untilHidden(lede(), "#letterbox");
    await openSidebar(lede());
    const base = await lede().background(() => /** @type {any} */ (self).chrome.runtime.getURL(""));
    assert.match(base, browser === "firefox" ? /^moz-extension:/ : /^chrome-extension:/);
    const files = ["manifest.json", "sidebar.css", "content/main.js", "icons/lede-16.png"];
    for (const file of files) assert.ok(existsSync(join(built(browser), file)), `${file} is there to be found`);
    const reached = await lede().evaluate(
      async (/** @type {string} */ root, /** @type {string[]} */ names) => {
        const answers = [];
        for (const file of names) {
          if (
            await fetch(root + file).then(
              () => true,
              () => false,
            )
          ) {
            answers.push(file);
          }
        }
        const image = new Image();
        image.src = `${root}icons/lede-16.png`;
        if (
          await image.decode().then(
            () => true,
            () => false,
          )
        ) {
          answers.push("an icon as an image");
        }
        return answers;
      },
      base,
      files,
    );
    assert.deepEqual(reached, []);
  });

  test("meets other names at every load", async () => {
    const names = async () => {
      await lede().goto(`${url()}/www/ferry.html`);
      await untilHidden(lede(), "#letterbox");
      return lede().evaluate(() =>
        [document.documentElement, document.querySelector("#letterbox")]
          .flatMap((each) => each?.getAttributeNames() ?? [])
          .filter((name) => !["lang", "class", "id"].includes(name)),
      );
    };
    const first = await names();
    const second = await names();
    assert.ok(first.length >= 2, `${first}`);
    assert.deepEqual(
      first.filter((name) => second.includes(name)),
      [],
    );
  });
});
