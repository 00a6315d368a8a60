/** Archives whose bytes depend on what is in them alone: entries in order of their names, one time stamp for all. */
import { zipSync } from "fflate";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Zip has no earlier time. */
const STAMP = new Date(1980, 0, 1);
/** The third kind of system in a zip's table: Unix, whose file modes an unpacker restores. */
const UNIX = 3;

/** Paths of the files in a folder, with slashes, in order. @param {string} folder */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();

/** @param {string} folder @param {string[]} files paths inside it @param {string} [prefix] a folder around them all */
export function archive(folder, files, prefix = "") {
  /** @type {import("fflate").Zippable} */
  const entries = {};
  for (const file of [...files].sort()) {
    const path = join(folder, file);
    const mode = statSync(path).mode & 0o111 ? 0o755 : 0o644;
    entries[prefix + file] = [readFileSync(path), { mtime: STAMP, os: UNIX, attrs: mode << 16 }];
  }
  return zipSync(entries, { level: 9 });
}
