/**
 * Prints the manifest of one browser: extension/manifest.json with the small overlay of that browser laid over it, and the version
 * from Cargo.toml, its one place. Usage: node tools/manifest.mjs chrome|firefox > dist/chrome/manifest.json
 */
import { readFileSync } from "node:fs";

const browser = process.argv[2] ?? "";
if (!["chrome", "firefox"].includes(browser)) throw new Error("usage: node tools/manifest.mjs chrome|firefox");
/** @param {string} name */
const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const version = /^version = "([^"]+)"$/m.exec(read("Cargo.toml"))?.[1];
if (!version) throw new Error("Cargo.toml names no version");
const [whole, overlay] = ["manifest.json", `manifest.${browser}.json`].map((name) => JSON.parse(read(`extension/${name}`)));
process.stdout.write(JSON.stringify({ ...whole, version, ...overlay }, null, 2) + "\n");
