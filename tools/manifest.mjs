/** The manifest of one browser: extension/manifest.json with the small overlay of that browser laid over it, and the version of the crate. */
import { readFileSync } from "node:fs";

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`../extension/${name}`, import.meta.url), "utf8"));

/** @param {string} browser chrome or firefox @param {string} version */
export const manifest = (browser, version) => ({ ...read("manifest.json"), version, ...read(`manifest.${browser}.json`) });
