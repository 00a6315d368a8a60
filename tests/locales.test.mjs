/** Our words in every language: all there, whole, and each used. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "extension", "_locales");
/** @type {Record<string, Record<string, {message: string}>>} */
const locales = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name, "messages.json"), "utf8"))]));
const en = locales.en ?? {};
const keys = Object.keys(en);

/** What reads the same as in English: signs and names everywhere, and in each language the words that it shares with English. */
const ALIKE = new Set(["ui_dir", "extension_name", "options_pixels", "options_percent"]);
/** @type {Record<string, string[]>} */
const SHARED = {
  de: ["options_version"],
  fr: ["ui_pause", "fact_organisation", "fact_date", "length_long", "options_title", "options_sites", "options_version"],
  it: ["options_backup", "options_privacy"],
  nl: ["options_sites", "options_privacy"],
  pt_BR: ["options_sites", "options_backup"],
};
/** Chrome Web Store and addons.mozilla.org take no longer one. */
const LONGEST_DESCRIPTION = 132;

/** @param {string} folder @returns {string[]} */
const files = (folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, folder, file));
const sources = ["extension", "src/view", "src/pages", "src/clutter", "src/summary", "src/settings"]
  .flatMap(files)
  .filter((file) => /\.(?:js|html|rs|json)$/.test(file) && !file.includes("_locales") && !file.endsWith("tests.rs"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
/** Families of keys that are put together: the prefix in the code, and the words that may follow. @type {Record<string, RegExp>} */
const FAMILIES = { kind_: /^[a-z]+(?:_about)?$/, mode_: /^[a-z]+$/, fact_: /^[a-z]+$/, menu_: /^[a-z]+$/ };

/** @param {string} key */
function isUsed(key) {
  if (new RegExp(`\\b(?:__MSG_)?${key}(?:__)?\\b`).test(sources)) return true;
  const prefix = Object.keys(FAMILIES).find((each) => key.startsWith(each)) ?? "";
  const rest = key.slice(prefix.length);
  return prefix !== "" && FAMILIES[prefix]?.test(rest) === true && new RegExp(`${prefix}(?:\\$?\\{)`).test(sources) && new RegExp(`"${rest.replace("_about", "")}"`).test(sources);
}

const substitutions = (/** @type {string} */ message) => (message.match(/\$\d/g) ?? []).sort();

test("there are the fifteen languages, the same that the options offer and the settings know", () => {
  assert.deepEqual(Object.keys(locales).sort(), ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt_BR", "ru", "tr", "uk", "zh_CN"]);
  const offered = [...readFileSync(join(ROOT, "extension", "options.html"), "utf8").matchAll(/<option value="(\w+)" lang=/g)].map(([, name]) => name);
  const known = /LANGUAGES[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(join(ROOT, "src", "settings", "mod.rs"), "utf8"))?.[1]?.match(/\w+/g) ?? [];
  assert.deepEqual(offered, Object.keys(locales).sort());
  assert.deepEqual(known, ["auto", ...offered]);
});

test("every message is used", () => assert.deepEqual(keys.filter((key) => !isUsed(key)), []));

test("every message that is used is there", () => {
  const prefixes = [...new Set(keys.map((key) => key.split("_")[0]))].join("|");
  const named = [...sources.matchAll(new RegExp(`(?:"|:|__MSG_)((?:${prefixes})_[a-z_0-9]*[a-z0-9])(?=["\\s]|__)`, "g"))].map(([, key]) => String(key));
  assert.ok(named.length > 150, `${named.length} are named`);
  // Names of other things that begin alike.
  const others = new Set(["menu_entry", "extension_pages", "options_ui"]);
  assert.deepEqual([...new Set(named)].filter((key) => !Object.hasOwn(en, key) && !others.has(key)), []);
});

for (const [name, messages] of Object.entries(locales)) {
  describe(name, () => {
    test("has the keys of English, in their order", () => assert.deepEqual(Object.keys(messages), keys));

    test("fills the same blanks, and leaves nothing empty", () => {
      for (const key of keys) {
        const message = messages[key]?.message ?? "";
        assert.ok(message.trim() === message && message.length > 0, key);
        assert.deepEqual(substitutions(message), substitutions(en[key]?.message ?? ""), key);
      }
    });

    test("names its language and direction as browsers know them", () => {
      const tag = messages.ui_lang?.message ?? "";
      assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
      assert.equal(tag.replace("-", "_"), name);
      assert.equal(messages.ui_dir?.message, tag === "ar" ? "rtl" : "ltr");
    });

    test("describes the extension within the room there is", () => {
      assert.ok(Array.from(messages.extension_description?.message ?? "").length <= LONGEST_DESCRIPTION);
    });

    if (name === "en") return;
    test("is not English", () => {
      const same = keys.filter((key) => messages[key]?.message === en[key]?.message && !ALIKE.has(key));
      assert.deepEqual(same, SHARED[name] ?? []);
    });
  });
}
