/**
 * Holds the dependencies to exact pins: every version in Cargo.toml and package.json names one release, and every package of the lock
 * file comes from the npm registry with its checksum. Usage: node tools/pins.mjs; other tools take `loose`.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What is not pinned. */
export function loose() {
  const found = [];
  const cargo = readFileSync("Cargo.toml", "utf8");
  let inside = false;
  for (const line of cargo.split("\n")) {
    if (line.startsWith("[")) inside = /dependencies\]$/.test(line);
    const version = inside ? /^([\w-]+) = (?:\{.*?version = )?"([^"]*)"/.exec(line) : null;
    if (version && !/^=\d/.test(version[2] ?? "")) found.push(`Cargo.toml: ${version[1]} ${version[2]}`);
  }
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (!/^\d+\.\d+\.\d+$/.test(String(version))) found.push(`package.json: ${name} ${version}`);
  }
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  for (const [path, { integrity, resolved, inBundle }] of Object.entries(packages)) {
    if (path === "") continue;
    if (!integrity && !inBundle) found.push(`package-lock.json: ${path} has no checksum`);
    if (resolved && !resolved.startsWith("https://registry.npmjs.org/")) found.push(`package-lock.json: ${path} comes from ${resolved}`);
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = loose();
  for (const each of found) console.error(each);
  process.exit(found.length > 0 ? 1 : 0);
}
