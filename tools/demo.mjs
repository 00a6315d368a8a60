/**
 * Shows Lede at work on the sample newspaper: serves www/ on loopback and opens a browser with Lede in it.
 *
 *   node tools/demo.mjs [--browser chromium|firefox]
 *
 * With a display the window stays until it is closed. Without one the browser runs headless: the real toolbar
 * button is clicked, what the sidebar reads is printed, and a screenshot is written to target/demo/.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BROWSERS, launch } from "../tests/e2e/drivers/driver.mjs";
import { built, flat, openSidebar, part, summary, untilHidden, words } from "../tests/e2e/lede.mjs";
import { ROOT, serve } from "../tests/e2e/server.mjs";

const { values } = parseArgs({ options: { browser: { type: "string", default: "chromium" } } });
const browser = values.browser === "chrome" ? "chromium" : values.browser;
if (!BROWSERS.some((known) => known === browser)) {
  console.error(`--browser is one of ${BROWSERS.join(", ")}, not ${browser}`);
  process.exit(1);
}
const visible = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @template T @param {string} what @param {() => Promise<T>} work */
async function step(what, work) {
  const start = Date.now();
  process.stdout.write(`${what} ... `);
  const result = await work();
  console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** @param {import('../tests/e2e/drivers/driver.mjs').Shown} tree */
function print(tree) {
  const [title] = flat(tree).filter(({ role }) => role === "heading");
  console.log(`\n${title?.text}\n\n${words("heading_summary")}`);
  for (const sentence of summary(tree)) console.log(`  - ${sentence}`);
  const clutter = part(tree, words("heading_clutter"));
  console.log(`\n${words("heading_clutter")}`);
  for (const entry of flat(clutter)) {
    if (entry.role === "heading" && entry.text !== words("heading_clutter")) console.log(`  ${entry.text}`);
    if (entry.role !== "listitem") continue;
    const [first, ...reasons] = flat(entry).filter((each) => each.children.length === 0 && each.role !== "button" && each.text);
    console.log(`  - ${first?.text}`);
    for (const reason of reasons) console.log(`      ${reason.text}`);
  }
  for (const link of flat(tree).filter(({ role }) => role === "link")) console.log(`\n${link.text}: ${link.attributes.href}`);
}

const server = await serve();
const page = `${server.url}/www/ferry.html?modal=1200`;
const lede = await step(`Starting ${browser}${visible ? "" : " headless"} with Lede`, async () =>
  launch(browser, { extension: built(browser), visible, width: 1280, height: 900 }),
).catch(async (error) => {
  await server.close();
  console.error(`\n${error.message}`);
  process.exit(1);
});
const stop = async () => {
  await lede.close();
  await server.close();
};
try {
  await step(`Opening ${page}`, () => lede.goto(page));
  if (visible) {
    console.log("Lede is the button in the toolbar (or in the puzzle-piece menu). Close the window, or press Ctrl+C, to end.");
    await lede.closed();
  } else {
    await step("Waiting for its late overlay to come and go", () => untilHidden(lede, "#veil"));
    const tree = await step("Clicking the toolbar button", () => openSidebar(lede));
    print(tree);
    const folder = join(ROOT, "target", "demo");
    mkdirSync(folder, { recursive: true });
    const picture = join(folder, `${browser}.png`);
    await lede.screenshot(picture);
    console.log(`\nScreenshot: ${picture}`);
  }
} finally {
  await stop();
}
