/**
 * The names Lede leaves in a page, made anew for every page load, so that no page can learn a fixed sign of Lede: two attributes
 * (one on the root element, one on what is hidden) and the name of a highlight. They look like the names that build tools make. Nothing here touches the page.
 */

const Names = (() => {
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";
  const made = new Set();

  /** Eight to twelve letters: 26^8 names, so two of ours or one of the page's own are met about never; ours are checked anyway. */
  function name() {
    for (;;) {
      const bytes = crypto.getRandomValues(new Uint8Array(13));
      const length = 8 + ((bytes[12] ?? 0) % 5);
      const word = Array.from(bytes.subarray(0, length), (byte) => LETTERS[byte % 26]).join("");
      if (!made.has(word)) {
        made.add(word);
        return word;
      }
    }
  }

  return Object.freeze({ root: `data-${name()}`, mark: `data-${name()}`, highlight: name() });
})();
