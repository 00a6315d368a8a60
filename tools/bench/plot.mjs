/** Draws a bench run: time on the page's main thread, on a logarithmic scale, from the tenth to the ninetieth page of a hundred. */
import { byPage, quantile } from "./spread.mjs";
import { SPENT } from "./table.mjs";

const [LEFT, WIDTH, ROW, TOP] = [350, 540, 22, 56];
/** Decades of milliseconds. */
const [FROM, TO] = [-2, 3];
/** @param {number} ms */
const x = (ms) => LEFT + ((Math.log10(Math.max(ms, 10 ** FROM)) - FROM) / (TO - FROM)) * WIDTH;

/** @param {any} result */
export function plot({ browsers }) {
  const rows = SPENT.flatMap(([name, figures]) => browsers.map((/** @type {any} */ { agent, measured }, /** @type {number} */ i) => ({ name: i === 0 ? name.replaceAll("*", "") : "", agent, list: byPage(measured, figures), lede: name.includes("Lede") })));
  const height = TOP + rows.length * ROW + (rows.length / browsers.length) * 8 + 20;
  const marks = [];
  let y = TOP;
  for (const [at, { name, agent, list, lede }] of rows.entries()) {
    if (at > 0 && name) y += 8;
    const [low, middle, high] = [0.1, 0.5, 0.9].map((part) => quantile(list, part));
    const kind = lede ? "lede" : "other";
    if (name) marks.push(`<text class="name" x="12" y="${y + 15}">${name}</text>`);
    marks.push(`<text class="agent" x="${LEFT - 8}" y="${y + 15}">${agent.split("/")[0]}</text>`);
    if (list.length > 0) {
      marks.push(`<rect class="${kind}" x="${x(low ?? 0).toFixed(1)}" y="${y + 5}" width="${Math.max(2, x(high ?? 0) - x(low ?? 0)).toFixed(1)}" height="12" rx="3"/>`);
      marks.push(`<circle class="middle" cx="${x(middle ?? 0).toFixed(1)}" cy="${y + 11}" r="4"/>`);
    }
    y += ROW;
  }
  const ticks = Array.from({ length: TO - FROM + 1 }, (_, i) => 10 ** (FROM + i));
  const grid = ticks.map((ms) => `<path class="grid" d="M${x(ms).toFixed(1)} ${TOP - 6}V${height - 14}"/><text class="tick" x="${x(ms).toFixed(1)}" y="${TOP - 12}">${ms} ms</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 40} ${height}" font-family="system-ui,sans-serif" font-size="13">
<style>
svg{background:#fff}text{fill:#1b1a17}.agent,.tick{fill:#6b6862;font-size:11px}.agent{text-anchor:end}.tick{text-anchor:middle}
.grid{stroke:#e3e0da}.lede{fill:#a3402c}.other{fill:#b9b4ab}.middle{fill:#1b1a17;stroke:#fff;stroke-width:1.5}
</style>
<text x="12" y="22" font-weight="600">Time on the page's main thread: p10 to p90 over the pages, the dot is p50</text>
${[...grid, ...marks].join("\n")}
</svg>
`;
}
