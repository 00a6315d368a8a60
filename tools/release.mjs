/**
 * What must hold before a version goes to the stores, each line ok or what to do: node tools/release.mjs VERSION
 * It looks at what was built and verified; it builds nothing.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { licences } from "./licences.mjs";
import { loose } from "./pins.mjs";

const [version = ""] = process.argv.slice(2);
const PACKAGES = { chrome: `dist/lede-${version}-chrome.zip`, firefox: `dist/lede-${version}-firefox.xpi` };
const LANGUAGES = ["en", "de", "fr"];
/** Characters that Chrome takes for a description in a manifest; Mozilla takes 250 for a summary. */
const SUMMARY = 132;

/** @param {string} command @param {...string} args */
const output = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }).trim();
/** @param {string} path */
const text = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");
/** @param {string} file @returns {number[]} width and height of a PNG */
const sizeOf = (file) => {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

function changelog() {
  const [first = ""] = text("CHANGELOG.md").split("\n").filter((line) => line.startsWith("## "));
  return new RegExp(`^## ${version.replaceAll(".", "\\.")} \\(\\d{4}-\\d\\d-\\d\\d\\)$`).test(first) ? "" : `CHANGELOG.md begins with "${first}"; make it "## ${version} (YYYY-MM-DD)"`;
}

function manifests() {
  for (const file of Object.values(PACKAGES)) {
    if (!existsSync(file)) return `${file} is missing: ./build.sh package`;
    const found = JSON.parse(Buffer.from(unzipSync(readFileSync(file))["manifest.json"] ?? []).toString()).version;
    if (found !== version) return `${file} says version ${found}: ./build.sh package`;
  }
  return "";
}

function verified() {
  const [commit = "", ...sums] = text("dist/verified.txt").trim().split("\n");
  if (commit !== `commit ${output("git", "rev-parse", "HEAD")}`) return "not verified at this commit: ./build.sh verify";
  const now = Object.values(PACKAGES).map((file) => `${createHash("sha256").update(readFileSync(file)).digest("hex")}  ${file.slice(5)}`);
  return now.every((line) => sums.includes(line)) ? "" : "the packages changed since: ./build.sh verify";
}

function lint() {
  const run = spawnSync("node_modules/.bin/web-ext", ["lint", "--source-dir", "dist/firefox", "--output", "json"], { encoding: "utf8" });
  const { summary = {} } = JSON.parse(run.stdout || "{}");
  const { errors, warnings, notices } = summary;
  return errors === 0 && warnings === 0 && notices === 0 ? "" : `web-ext lint: ${errors} errors, ${warnings} warnings, ${notices} notices`;
}

function notices() {
  if (text("THIRD-PARTY.txt") !== licences("wasm,pages")) return "THIRD-PARTY.txt is not what the lock file gives: ./build.sh notices";
  return text("dist/chrome/licences.txt") === text("THIRD-PARTY.txt") ? "" : "the packages hold other notices: ./build.sh package";
}

function storeTexts() {
  for (const language of LANGUAGES) {
    const store = text(`store/${language}.md`);
    const description = JSON.parse(text(`extension/_locales/${language}/messages.json`)).extension_description.message;
    if (description.length > SUMMARY) return `_locales/${language}: the description has ${description.length} characters, Chrome takes ${SUMMARY}`;
    if (!store.includes(`## Summary\n\n${description}\n`)) return `store/${language}.md: the summary is not the description in _locales`;
    for (const permission of JSON.parse(text("extension/manifest.json")).permissions) {
      if (!store.includes(`\`${permission}\``)) return `store/${language}.md does not say why ${permission} is needed`;
    }
  }
  return "";
}

function storePictures() {
  const pictures = existsSync("store/pictures") ? readdirSync("store/pictures").filter((file) => file.endsWith(".png")) : [];
  if (!pictures.includes("tile-440x280.png") || pictures.length < 2) return "store/pictures lacks the tile or a screenshot: ./build.sh store";
  for (const file of pictures) {
    const wanted = file.startsWith("tile") ? [440, 280] : [1280, 800];
    if (sizeOf(join("store/pictures", file)).join("x") !== wanted.join("x")) return `store/pictures/${file} is not ${wanted.join("x")}`;
  }
  return "";
}

/** Links between our own documents that lead nowhere. */
function links() {
  const documents = output("git", "ls-files", "*.md").split("\n");
  for (const file of documents) {
    for (const [, target = ""] of text(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (!/^(https?:|mailto:)/.test(target) && !existsSync(join(dirname(file), target))) return `${file} links to ${target}, which is not there`;
    }
  }
  return "";
}

/** @type {[string, () => string][]} */
const CHECKS = [
  ["clean work tree", () => (output("git", "status", "--porcelain") ? "commit or drop what git status lists" : "")],
  ["version is a release", () => (/^\d+\.\d+\.\d+$/.test(version) ? "" : `Cargo.toml says ${version}`)],
  ["changelog speaks of it", changelog],
  ["tag is free or here", () => (output("git", "tag", "--list", `v${version}`) && output("git", "rev-parse", `v${version}^{commit}`) !== output("git", "rev-parse", "HEAD") ? `v${version} is another commit` : "")],
  ["lock file fits Cargo.toml", () => (spawnSync("cargo", ["metadata", "--locked", "--format-version", "1", "--no-deps"], { stdio: "ignore" }).status === 0 ? "" : "Cargo.lock is out of date: cargo metadata")],
  ["everything is pinned", () => loose().join("; ")],
  ["packages are there, with this version", manifests],
  ["packages rebuilt bit for bit from the source archive", verified],
  ["web-ext lint: 0 errors, 0 warnings, 0 notices", lint],
  ["notices of third parties are generated", notices],
  ["store texts in three languages, every permission justified", storeTexts],
  ["store pictures", storePictures],
  ["figures are measured", () => (existsSync("docs/bench.md") ? "" : "./build.sh bench CORPUS")],
  ["links between documents lead somewhere", links],
];

let left = 0;
for (const [claim, check] of CHECKS) {
  let wrong;
  try {
    wrong = check();
  } catch (error) {
    wrong = error instanceof Error ? error.message.split("\n")[0] : String(error);
  }
  if (wrong) left += 1;
  console.log(wrong ? `  TO DO  ${claim}: ${wrong}` : `  ok     ${claim}`);
}
console.log(left > 0 ? `\n${left} to do before ${version} can go out.` : `\n${version} can go out. By hand: ./build.sh test, upload, tag v${version}.`);
process.exit(left > 0 ? 1 : 0);
