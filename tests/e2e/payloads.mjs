/**
 * Words that would do harm wherever they became markup, a script or a link: each calls `ran` in the page. Made by joining ways out of
 * a place (a quote, a tag, a comment) with things that run by themselves, and of addresses that are scripts.
 */

/** Ways out of where a careless program would have put the words. */
const WAYS_OUT = ["", '">', "'>", "</title>", "</script>", "-->", "]]>", "</textarea>", "</style>", "`>", "\u0000<", "\\u003c/p\\u003e"];

/** What runs once it is markup. */
const RUNS = [
  "<img src=x onerror=ran(1)>",
  "<svg onload=ran(1)>",
  "<svg><animate onbegin=ran(1) attributeName=x dur=1s>",
  "<script>ran(1)</script>",
  "<iframe srcdoc='<script>parent.ran(1)</script>'></iframe>",
  "<details open ontoggle=ran(1)>",
  "<video><source onerror=ran(1)></video>",
  "<input autofocus onfocus=ran(1)>",
  "<body onpageshow=ran(1)>",
  "<marquee onstart=ran(1)>",
  "<style>@import 'javascript:ran(1)';</style>",
  "<math><mtext><table><mglyph><style><img src onerror=ran(1)>",
  "<x tabindex=1 autofocus onfocus=ran(1)>",
  "<object data='javascript:ran(1)'></object>",
  "<template shadowrootmode=open><img src=x onerror=ran(1)></template>",
  "<a href='javascript:ran(1)' autofocus onfocus=ran(1)>go</a>",
  "{{constructor.constructor('ran(1)')()}}",
];

/** Addresses that are scripts, or lead where no link of ours may lead. */
export const ADDRESSES = [
  "javascript:ran(1)",
  "JaVaScRiPt:ran(1)",
  " javascript:ran(1)",
  "\u0001javascript:ran(1)",
  "java\tscript:ran(1)",
  "java\nscript:ran(1)",
  "javascript\r:ran(1)",
  "javascript://ellerytide.example/support?%0Aran(1)",
  "data:text/html,<script>ran(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=",
  "vbscript:ran(1)",
  "file:///etc/passwd",
  "blob:https://ellerytide.example/support",
  "filesystem:https://ellerytide.example/support",
  "about:blank",
  "view-source:https://ellerytide.example/support",
  "ftp://ellerytide.example/support",
  "intent://ellerytide.example/support#Intent;scheme=javascript;end",
  "ws://ellerytide.example/support",
  "chrome://settings",
  "resource://gre/",
  "ms-settings:privacy",
  "tel:+4900",
  "jar:https://ellerytide.example/support!/",
];

export const WORDS = WAYS_OUT.flatMap((way) => RUNS.map((run) => way + run));

/** As text of an HTML page. @param {string} text */
export const escaped = (text) => text.replaceAll("\u0000", "").replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
