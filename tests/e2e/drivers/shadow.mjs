/**
 * What both drivers run against the sidebar's shadow root, inside the browser. Each function is sent
 * as source text, so it may use nothing but its arguments.
 */

/**
 * @param {any} root  the shadow root
 * @returns {import('./driver.mjs').Shown}
 */
export function describe(root) {
  /** @type {Record<string, string>} */
  const ROLES = {
    a: "link",
    button: "button",
    ul: "list",
    ol: "list",
    li: "listitem",
    blockquote: "blockquote",
    section: "region",
    aside: "complementary",
    nav: "navigation",
    h1: "heading",
    h2: "heading",
    h3: "heading",
    h4: "heading",
  };
  /** @param {any} value */
  const collapse = (value) =>
    String(value ?? "")
      .replace(/\s+/g, " ")
      .trim();
  /** @param {any} element @returns {any} */
  const picture = (element) => {
    const tag = element.localName ?? "#shadow-root";
    /** @type {Record<string, string>} */
    const attributes = {};
    for (const { name, value } of element.attributes ?? []) attributes[name] = value;
    const children = [...element.children].filter((child) => child.localName !== "style");
    // The style sheet inside is no text that a reader sees.
    const text = collapse(
      children.length < element.children.length ? children.map((child) => child.textContent).join(" ") : element.textContent,
    );
    const state = attributes["aria-checked"] ?? attributes["aria-pressed"] ?? attributes["aria-expanded"];
    return {
      tag,
      role: attributes.role ?? (tag === "input" ? (attributes.type ?? "textbox") : (ROLES[tag] ?? "")),
      name: collapse(attributes["aria-label"]) || text,
      text,
      classes: [...(element.classList ?? [])],
      attributes,
      visible: element.getClientRects ? element.getClientRects().length > 0 : true,
      on: state !== undefined ? state === "true" : typeof element.checked === "boolean" ? element.checked : null,
      children: children.map(picture),
    };
  };
  return picture(root);
}

/**
 * Brings an element into view and says where its middle is, in the viewport.
 * @param {any} root
 * @param {import('./driver.mjs').Target} target
 * @returns {{ x: number, y: number } | { error: string }}
 */
export function locate(root, target) {
  /** @type {Record<string, string>} */
  const ROLES = { a: "link", button: "button", li: "listitem" };
  /** @param {any} value */
  const collapse = (value) =>
    String(value ?? "")
      .replace(/\s+/g, " ")
      .trim();
  /** @param {any} element */
  const nameOf = (element) => collapse(element.getAttribute("aria-label")) || collapse(element.textContent);
  const found = [...root.querySelectorAll(target.selector ?? "*")].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      (target.role === undefined || (element.getAttribute("role") ?? ROLES[element.localName]) === target.role) &&
      (target.name === undefined || nameOf(element) === target.name) &&
      (target.contains === undefined || nameOf(element).includes(target.contains)),
  );
  const element = found[target.nth ?? 0];
  if (!element) {
    return {
      error: `the sidebar has ${found.length} elements like ${JSON.stringify(target)}; it reads: ${collapse(root.querySelector(":not(style)")?.textContent)}`,
    };
  }
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
}

/**
 * Whether everything in the sidebar that moves for a while has arrived.
 * @param {any} root
 * @returns {boolean}
 */
export function settled(root) {
  return root
    .getAnimations()
    .every((/** @type {any} */ each) => each.playState !== "running" || each.effect.getComputedTiming().endTime === Infinity);
}

/** Runs in the page, where the driver has left the root as `lent` on its host: from then on it looks open. */
export function lend() {
  for (const child of document.documentElement.children) {
    const { lent } = /** @type {any} */ (child);
    if (lent) Object.defineProperty(child, "shadowRoot", { value: lent, configurable: true });
  }
}
