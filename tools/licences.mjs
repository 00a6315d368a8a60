/**
 * The licences of what is compiled into the shipped WebAssembly, as one text: every crate that it is made of, with the notice that
 * came with its sources. The same lock file gives the same text.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Of several licences a crate offers, the shortest is used: MIT before the others. */
const FILES = [/^licen[cs]e[-._]mit/i, /^licen[cs]e([-._](md|txt))?$/i, /^licen[cs]e/i, /^(copying|unlicense)/i];

/** @param {string} features of this crate, as cargo takes them */
export function licences(features) {
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--no-default-features", "--features", features, "--filter-platform", "wasm32-unknown-unknown"], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const packages = new Map(metadata.packages.map((/** @type {any} */ each) => [each.id, each]));
  const nodes = new Map(metadata.resolve.nodes.map((/** @type {any} */ each) => [each.id, each]));
  const found = new Set();
  const open = [metadata.resolve.root];
  for (let id = open.pop(); id; id = open.pop()) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      // Build scripts and procedural macros run on the builder's machine and are not in the result.
      const shipped = dep_kinds.some((/** @type {any} */ kind) => kind.kind === null) && !packages.get(pkg).targets.some((/** @type {any} */ target) => target.kind.includes("proc-macro"));
      if (!shipped || found.has(pkg)) continue;
      found.add(pkg);
      open.push(pkg);
    }
  }
  const names = [...found].map((id) => packages.get(id)).sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  /** Crates of one project share their notice. @type {Map<string, string[]>} */
  const notices = new Map();
  for (const each of names) {
    const folder = dirname(each.manifest_path);
    const files = readdirSync(folder).sort();
    const file = FILES.map((pattern) => files.find((name) => pattern.test(name))).find(Boolean);
    const text = file ? readFileSync(join(folder, file), "utf8").replaceAll("\r", "").trim() : `Licence: ${each.license}`;
    notices.set(text, [...(notices.get(text) ?? []), `${each.name} ${each.version} (${each.license}) ${each.repository ?? ""}`.trim()]);
  }
  const own = "The Rust standard library (MIT OR Apache-2.0) https://github.com/rust-lang/rust\n\n";
  return `${own}${[...notices].map(([text, crates]) => `${crates.join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(60)}\n\n`)}`;
}
