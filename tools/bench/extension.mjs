/** The bench's copy of a finished extension: the same files, with a clock around what the content scripts do in a page. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../tests/e2e/server.mjs";

/** @param {string} browser chromium or firefox @returns {string} the copy's folder */
export function probed(browser) {
  const folder = mkdtempSync(join(tmpdir(), "lede-bench-"));
  cpSync(join(ROOT, "dist", browser === "firefox" ? "firefox" : "chrome"), folder, { recursive: true });
  /** @param {string} file @param {string} old @param {string} now */
  const change = (file, old, now) => {
    const text = readFileSync(join(folder, file), "utf8");
    if (text.split(old).length !== 2) throw new Error(`the bench looks for ${JSON.stringify(old)} once in ${file}`);
    writeFileSync(join(folder, file), text.replace(old, now));
  };
  for (const part of ["Eyes", "Hands", "Sidebar"]) change(`content/${part.toLowerCase()}.js`, `const ${part} = `, `const Plain${part} = `);
  change("content/gate.js", "chrome.runtime.sendMessage(message)", 'Probe.time("send", () => chrome.runtime.sendMessage(message))');
  change("content/gate.js", "if (enough())", "if (Probe.gate(enough))");
  change("background.js", '"sidebar", "main"]', '"sidebar", "clocks", "main"]');
  cpSync(join(ROOT, "tools", "bench", "node_modules", "@mozilla", "readability", "Readability.js"), join(folder, "content", "readability.js"));
  for (const file of ["probe.js", "clocks.js"]) cpSync(join(ROOT, "tools", "bench", file), join(folder, "content", file));
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const [scripts] = manifest.content_scripts;
  scripts.js.unshift("content/readability.js", "content/probe.js");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  const glue = join(folder, "brain", "lede.js");
  writeFileSync(glue, `${readFileSync(glue, "utf8")}\nglobalThis.brainBytes = () => wasm.memory.buffer.byteLength;\n`);
  return folder;
}
