/** Quantiles of what was measured. @param {number[]} list @param {number} part from 0 to 1 */
export function quantile(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

/** @param {number[]} list */
export const median = (list) => quantile(list, 0.5);

/**
 * One figure a page, the middle one of its rounds, in ms. Pages on which nothing was measured are left out.
 * @param {import('./main.mjs').Measured[]} pages @param {(page: import('./main.mjs').Measured) => number[]} figures
 */
export const byPage = (pages, figures) => pages.map(figures).filter((list) => list.length > 0).map(median);
