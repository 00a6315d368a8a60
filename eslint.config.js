import js from "@eslint/js";
import globals from "globals";

const rules = {
  ...js.configs.recommended.rules,
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-restricted-properties": [
    "error",
    { property: "innerHTML", message: "Words of a page are set as text." },
    { property: "outerHTML", message: "Words of a page are set as text." },
    { property: "insertAdjacentHTML", message: "Words of a page are set as text." },
  ],
  "no-restricted-globals": ["error", "event", "name", "status", "parent", "origin"],
};
// Classic scripts that share one scope, in the order in which they come: each declares what the later ones use.
const parts = ["Gate", "Names", "Dom", "Eyes", "Watch", "Hands", "Voice", "Draw", "Sidebar", "Main"];

export default [
  { ignores: ["dist/", "target/", "pkg/", "node_modules/", "www/", "learn/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["extension/content/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, chrome: "readonly", ...Object.fromEntries(parts.map((part) => [part, "readonly"])) } },
    rules: { ...rules, "no-redeclare": "off", "no-unused-vars": ["error", { varsIgnorePattern: `^(${parts.join("|")})$`, caughtErrors: "all" }] },
  },
  { files: ["extension/background.js", "extension/sync.js", "extension/pages.js"], languageOptions: { sourceType: "module", globals: { ...globals.webextensions, ...globals.serviceworker, document: "readonly", Gate: "readonly", Main: "readonly" } }, rules },
  { files: ["tests/**/*.mjs"], languageOptions: { sourceType: "module", globals: { ...globals.node, ...globals.browser } }, rules: { ...rules, "no-restricted-globals": "off", "no-restricted-properties": "off" } },
  { files: ["tools/**/*.mjs", "eslint.config.js"], languageOptions: { sourceType: "module", globals: globals.node }, rules },
  { files: ["tools/bench/main.mjs", "tools/store.mjs"], languageOptions: { globals: { document: "readonly", navigator: "readonly" } } },
  {
    files: ["tools/bench/probe.js", "tools/bench/clocks.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, Readability: "readonly", Probe: "readonly", PlainEyes: "readonly", PlainHands: "readonly", PlainSidebar: "readonly" } },
    rules: { ...rules, "no-unused-vars": ["error", { varsIgnorePattern: "^(Eyes|Hands|Sidebar)$" }] },
  },
];
