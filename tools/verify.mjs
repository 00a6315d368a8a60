/**
 * Compares the packages with those that were built elsewhere from the source archive, byte for byte, looks for paths of this machine in
 * them, and prints what the space goes to. Writes dist/verified.txt, which the release check reads.
 * Usage: node tools/verify.mjs VERSION SOURCE_ROOT
 */
import { deflateSync, unzipSync } from "fflate";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const [version = "", rebuilt = ""] = process.argv.slice(2);
const PACKAGES = [`lede-${version}-chrome.zip`, `lede-${version}-firefox.xpi`];
/** Folders whose names must not be in anything that is shipped. */
const PRIVATE = [homedir(), process.cwd(), rebuilt, process.env.CARGO_HOME ?? "", process.env.RUSTUP_HOME ?? ""].filter((path) => path.length > 1);
const sum = (/** @type {Uint8Array} */ bytes) => createHash("sha256").update(bytes).digest("hex");
const wrong = [];
/** @type {string[]} */
const sums = [];

for (const name of PACKAGES) {
  const here = readFileSync(join("dist", name));
  const there = readFileSync(join(rebuilt, "dist", name));
  sums.push(`${sum(here)}  ${name}`);
  console.log(`\n${name}  ${here.length} bytes\n  sha256 here    ${sum(here)}\n  sha256 rebuilt ${sum(there)}`);
  const [files, others] = [unzipSync(here), unzipSync(there)];
  if (!here.equals(there)) {
    for (const file of new Set([...Object.keys(files), ...Object.keys(others)])) {
      const [a, b] = [files[file], others[file]];
      if (!a || !b || Buffer.compare(a, b) !== 0) wrong.push(`${name}: ${file} is ${a ? "" : "not "}here, ${b ? "" : "not "}rebuilt${a && b ? ", with other bytes" : ""}`);
    }
    if (wrong.length === 0) wrong.push(`${name}: same files, other bytes of the archive`);
  }
  for (const [file, bytes] of Object.entries(files)) {
    for (const path of PRIVATE) if (Buffer.from(bytes).includes(path)) wrong.push(`${name}: ${file} contains ${path}`);
  }
  if (name.endsWith(".zip")) {
    const sizes = Object.entries(files).map(([file, bytes]) => ({ file, raw: bytes.length, packed: deflateSync(bytes, { level: 9 }).length }));
    console.log("\n  bytes  packed  file (Chrome's package; Firefox's differs in its manifest)");
    for (const { file, raw, packed } of sizes.sort((a, b) => b.raw - a.raw)) console.log(`${String(raw).padStart(7)} ${String(packed).padStart(7)}  ${file}`);
  }
}
if (wrong.length > 0) {
  console.error(`\n${wrong.join("\n")}`);
  process.exit(1);
}
const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();
writeFileSync(join("dist", "verified.txt"), `commit ${commit}\n${sums.join("\n")}\n`);
console.log("\nBoth packages are the same bit for bit, and no path of this machine is in them.");
