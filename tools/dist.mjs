// Puts dist/chrome, dist/firefox and the packages for the stores together: node tools/dist.mjs BRAIN_FOLDER PAGES_FOLDER VERSION
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { archive, filesOf } from "./archive.mjs";
import { licences } from "./licences.mjs";
import { manifest } from "./manifest.mjs";

const [brain = "", pages = "", version = ""] = process.argv.slice(2);
/** After a trap an instance must not be used again; wasm-bindgen's own code has no way to start another from the same module. */
const RESET = `
export function reset() {
    wasm = undefined;
    initSync({ module: wasmModule });
}
`;

/** What was learned, the phrases and the words of each language in one file, as `src/wasm.rs` wants it. */
function knowledge() {
  const parts = [readFileSync("src/model.txt", "utf8"), `[languages]\n${readFileSync("src/text/languages.txt", "utf8")}`];
  for (const [kind, folder] of [["phrases", "src/clutter/phrases"], ["lexicon", "src/text/lexicon"]]) {
    const files = readdirSync(folder).filter((file) => /^([a-z]{2}|any)\.txt$/.test(file)).sort();
    for (const file of files) parts.push(`[${kind} ${file.replace(".txt", "")}]\n${readFileSync(join(folder, file), "utf8")}`);
  }
  return parts.join("\n");
}

const notices = licences("wasm,pages");
for (const [browser, ending] of [["chrome", "zip"], ["firefox", "xpi"]]) {
  const folder = join("dist", browser);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "brain"), { recursive: true });
  cpSync("extension", folder, { recursive: true, filter: (path) => !/manifest[^/]*\.json$/.test(path) });
  cpSync(join(brain, "lede_bg.wasm"), join(folder, "brain", "lede_bg.wasm"));
  writeFileSync(join(folder, "brain", "knowledge.txt"), knowledge());
  writeFileSync(join(folder, "brain", "lede.js"), readFileSync(join(brain, "lede.js"), "utf8") + RESET);
  for (const file of ["pages.js", "pages_bg.wasm"]) cpSync(join(pages, file), join(folder, "pages", file));
  writeFileSync(join(folder, "licences.txt"), notices);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest(browser, version), null, 2) + "\n");
  writeFileSync(join("dist", `lede-${version}-${browser}.${ending}`), archive(folder, filesOf(folder)));
}
