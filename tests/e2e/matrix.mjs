/**
 * Twenty-two pages with one article and one plea each, under the content security policies that sites
 * use. A policy can forbid a page's scripts, styles, frames, connections and compilation of
 * WebAssembly; none of them may change what Lede does, and Lede may not cause a report under any.
 */

const EVERYTHING_FORBIDDEN =
  "default-src 'none'; script-src 'none'; object-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} [policy]
 * @property {string} [reportOnly]
 * @property {string} [meta]   policy written into the page instead of a header
 * @property {string} [extra]  markup at the end of the body
 * @property {string} [top]    markup at its beginning
 * @property {string} [head]   markup in the head
 */

/** @type {Case[]} */
export const MATRIX = [
  { name: "plain" },
  { name: "strict", policy: EVERYTHING_FORBIDDEN },
  { name: "brief", policy: "script-src 'none'; object-src 'none'; require-trusted-types-for 'script'" },
  { name: "script-none", policy: "script-src 'none'" },
  { name: "script-self", policy: "script-src 'self'" },
  { name: "script-https", policy: "script-src 'self' 'unsafe-inline' https:" },
  { name: "unsafe-eval", policy: "script-src 'self' 'unsafe-eval'" },
  { name: "wasm-unsafe-eval", policy: "script-src 'self' 'wasm-unsafe-eval'" },
  { name: "default-self", policy: "default-src 'self'" },
  { name: "object-none", policy: "object-src 'none'" },
  { name: "trusted-types", policy: "require-trusted-types-for 'script'" },
  { name: "trusted-types-eval", policy: "script-src 'unsafe-eval'; require-trusted-types-for 'script'" },
  { name: "frame-none", policy: "frame-src 'none'; child-src 'none'" },
  { name: "connect-none", policy: "connect-src 'none'" },
  { name: "style-none", policy: "style-src 'none'" },
  { name: "sandbox", policy: "sandbox" },
  { name: "sandbox-scripts", policy: "sandbox allow-scripts" },
  { name: "upgrade", policy: "upgrade-insecure-requests; frame-ancestors 'self'" },
  {
    name: "nonce",
    policy: "script-src 'nonce-tide' 'strict-dynamic' 'unsafe-inline' https:; object-src 'none'; base-uri 'none'",
  },
  { name: "report-only", reportOnly: EVERYTHING_FORBIDDEN },
  { name: "meta", meta: "script-src 'none'" },
  // No policy, but names that hide the document's own members from scripts.
  {
    name: "clobber",
    extra:
      '<form name="body"><input name="append"><input name="attributes"></form><form id="documentElement"></form><img name="createElement" alt="">',
  },
];

/** The listener stands before everything else, so that it runs wherever the policy lets the page's scripts run. */
const LISTENER =
  '<script nonce="tide">window.violations = []; addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));</script>';

/** @param {Case} page */
export function matrixPage({ name, meta, extra, top, head }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${LISTENER}
${meta ? `<meta http-equiv="content-security-policy" content="${meta}">` : ""}
<title>Clock tower to strike again - The Ellery Tide</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="The Ellery Tide">
<meta name="author" content="Amara Voss">
<link rel="icon" href="data:,">
<style>body { font: 18px/1.6 Georgia, serif; max-width: 40em; margin: 2em auto; } .plea { padding: 1em; background: #eee; }</style>
${head ?? ""}
</head>
<body>
${top ?? ""}
<main>
<article id="${name}">
<h1>Clock tower to strike again</h1>
<p class="meta">By <a rel="author" href="/www/front.html?author=voss">Amara Voss</a>, <time datetime="2026-05-02">May 2, 2026</time></p>
<p>The clock of Port Ellery's old customs tower will strike again on Sunday, nine years after a storm bent its hammer. Two clockmakers finished the repair on Friday evening.</p>
<p>The works date from 1891 and weigh almost half a tonne. A new hammer was cast in the shipyard, which charged the town €7,400 for it.</p>
<p>"It sounds a little lower than people remember," said clockmaker Henrik Thorne. "Give it a winter."</p>
<p>The town will keep the bell silent between ten at night and seven in the morning. Neighbours had asked for that in a letter signed by 212 households.</p>
<p>The tower opens to visitors on the first Saturday of each month. The stair has 140 steps and no lift.</p>
</article>
<section class="plea" id="plea">
<h3>Support The Ellery Tide</h3>
<p>Independent local journalism depends on its readers. Please support us with a contribution, however small. Every amount helps us to keep reporting.</p>
<a href="https://ellerytide.example/support?from=matrix">Contribute now</a>
</section>
</main>
${extra ?? ""}
</body>
</html>
`;
}
