/**
 * Reads the page and writes it down as one text, the snapshot (version 1; `src/page/snapshot.rs` reads it and says what a record
 * is). One pass over the live tree, without recursion; layout is read afterwards, in one batch, for the few elements where it
 * tells something. Every element gets a number, by which all answers speak of it.
 *
 * It writes nothing into the page, judges nothing and knows no extension call: it also runs alone in a test page. A form field
 * named "attributes" or "parentNode" hides the form's own member of that name (in Chromium in our world too), so members are
 * read through the getters of the prototypes; in the pass over the tree, where that is half of the time, only those of forms.
 */

/** Members of DOM objects, read where the page cannot put its own in their place. */
const Dom = (() => {
  /** @param {object} prototype @param {string} name @returns {(object: object) => any} */
  function get(prototype, name) {
    const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return (object) => getter?.call(object);
  }
  /** @param {(...args: any[]) => any} method @returns {(object: object, ...args: any[]) => any} */
  function call(method) {
    return (object, ...args) => method.apply(object, args);
  }
  return Object.freeze({
    /** @type {(node: Node) => Node | null} */ first: get(Node.prototype, "firstChild"),
    /** @type {(node: Node) => Node | null} */ next: get(Node.prototype, "nextSibling"),
    /** @type {(node: Node) => Node | null} */ parent: get(Node.prototype, "parentNode"),
    /** @type {(node: Node) => number} */ type: get(Node.prototype, "nodeType"),
    /** @type {(node: Node) => boolean} */ connected: get(Node.prototype, "isConnected"),
    /** @type {(node: Node) => string} */ data: get(CharacterData.prototype, "data"),
    /** @type {(element: Element) => string} */ tag: get(Element.prototype, "localName"),
    /** @type {(element: Element) => string[]} */ names: call(Element.prototype.getAttributeNames),
    /** @type {(element: Element, name: string) => string | null} */ attribute: call(Element.prototype.getAttribute),
    /** @type {(element: Element, name: string, value: string) => void} */ set: call(Element.prototype.setAttribute),
    /** @type {(element: Element, name: string) => void} */ unset: call(Element.prototype.removeAttribute),
    /** @type {(element: Element) => DOMRect} */ rect: call(Element.prototype.getBoundingClientRect),
    /** @type {(node: Element, selector: string) => NodeListOf<Element>} */ all: call(Element.prototype.querySelectorAll),
    /** @type {(parent: Node, child: Node) => void} */ append: call(Node.prototype.appendChild),
    /** @type {(name: string) => HTMLElement} */ create: (name) => Document.prototype.createElement.call(document, name),
    /** @type {(document: Document) => Element | null} */ root: get(Document.prototype, "documentElement"),
    /** @type {(document: Document) => HTMLElement | null} */ body: get(Document.prototype, "body"),
    /** @type {(document: Document) => Element | null} */ focused: get(Document.prototype, "activeElement"),
    /** @type {(document: Document) => string} */ ready: get(Document.prototype, "readyState"),
    /** Firefox alone has it. @type {(element: Element) => ShadowRoot | null | undefined} */ inside: get(Element.prototype, "openOrClosedShadowRoot"),
    /** @type {(template: Element) => Node} */ template: get(HTMLTemplateElement.prototype, "content"),
  });
})();

const Eyes = (() => {
  /** Browsers' own parsers stop at this depth; a script can go deeper. */
  const MAX_DEPTH = 512;
  /** The largest saved news pages have under 20,000 elements. */
  const MAX_ELEMENTS = 200_000;
  /** UTF-16 units of text, and of attributes' values; the largest of 591 saved news pages has 80,000 and 200,000. */
  const MAX_TEXT = 500_000;
  const MAX_VALUES = 2_000_000;
  /** Elements whose layout is read: each costs a style and a rectangle, some 10 µs. */
  const MAX_LAYOUT = 200;
  const MAX_VALUE = 300;
  const MAX_CONTENT = 1000;
  const MAX_DATA_URL = 30;
  const MAX_JSON_LD = 30_000;

  const SENT = new Set(
    ("id class role href src action method type name value placeholder autocomplete aria-label aria-modal aria-hidden aria-live " +
      "hidden open alt title for rel property content itemprop itemtype itemscope datetime lang dir style width height data-testid " +
      "data-component data-module data-type data-name data-widget data-qa").split(" "),
  );
  /** Elements sent without what they hold. */
  const CLOSED = new Set(["script", "style", "noscript", "textarea"]);
  /** Elements whose inside is not sent but has numbers. */
  const COUNTED = new Set(["svg", "math", "template"]);
  /** Between the children of these, white space is nothing. */
  const LOOSE = new Set(["html", "head", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "select", "datalist"]);
  const BUTTONS = new Set(["submit", "button", "reset"]);
  // eslint-disable-next-line no-control-regex -- control characters are what must not stand inside a record
  const CONTROL = /[\x00-\x1f\x7f]+/g;
  const BLANK = /^\s*$/;

  /** @type {WeakMap<Element, number>} */
  let numbers = new WeakMap();
  let highest = -1;

  /** Elements inside a node, and inside the templates among them. @param {Node} top */
  function countInside(top) {
    let count = 0;
    const tops = [top];
    for (let root = tops.pop(); root; root = tops.pop()) {
      const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        count += 1;
        if (node instanceof HTMLTemplateElement) tops.push(Dom.template(node));
      }
      if (root === top && top instanceof HTMLTemplateElement) tops.push(Dom.template(top));
    }
    return count;
  }

  /** Everything that one snapshot gathers. */
  class Writer {
    /** @type {string[]} */ records = [];
    /** Elements whose layout will be read, those that matter most first; with the index of their record.
     * @type {{element: Element, at: number}[][]} */
    looks = [[], [], [], []];
    expected = 0;
    opened = 0;
    text = 0;
    values = 0;
    partial = false;
    /** Whether the element just opened says that it is a dialog. */
    modal = false;

    /** Opens an element's record; whether it was numbered before. @param {Element} element @param {string} tag @param {boolean} context */
    open(element, tag, context) {
      let number = numbers.get(element);
      const known = number !== undefined;
      if (number === undefined) {
        number = highest += 1;
        numbers.set(element, number);
      }
      let record = "<" + tag;
      if (number !== this.expected) record += "\t:n=" + number;
      this.expected = number + 1;
      if (context) record += "\t:context";
      this.modal = tag === "dialog";
      const plain = tag !== "form";
      const names = plain ? element.getAttributeNames() : Dom.names(element);
      for (let i = 0; i < names.length; i += 1) {
        const name = /** @type {string} */ (names[i]);
        if (!SENT.has(name)) continue;
        if (name === "aria-modal") this.modal = true;
        if (name === "value" && tag === "input" && !BUTTONS.has((Dom.attribute(element, "type") ?? "").toLowerCase())) continue;
        let value = (plain ? element.getAttribute(name) : Dom.attribute(element, name)) ?? "";
        if (value.length > MAX_DATA_URL) {
          const limit = name === "content" ? MAX_CONTENT : value.startsWith("data:") ? MAX_DATA_URL : MAX_VALUE;
          if (value.length > limit) value = value.slice(0, limit);
        }
        this.values += value.length;
        if (this.values > MAX_VALUES) {
          this.partial = true;
          break;
        }
        record += "\t" + name + "=" + value.replace(CONTROL, " ");
      }
      this.opened += 1;
      this.records.push(record);
      return known;
    }

    /** Counts elements that are not sent. @param {number} at @param {number} count */
    skip(at, count) {
      if (count === 0) return;
      this.records[at] += "\t:skip=" + count;
      highest += count;
      this.expected = highest + 1;
    }

    /** @param {string} text @param {string} parentTag */
    words(text, parentTag) {
      if (BLANK.test(text)) {
        if (!LOOSE.has(parentTag)) this.records.push('" ');
        return;
      }
      if (this.text + text.length > MAX_TEXT) {
        text = text.slice(0, MAX_TEXT - this.text);
        this.partial = true;
      }
      this.text += text.length;
      this.records.push('"' + text.replace(CONTROL, " "));
    }

    /**
     * An element with all that is in it.
     * @param {Element} root @param {number} depth of the root below html @param {number} top depth whose next three levels are looked at
     */
    subtree(root, depth, top) {
      /** @type {string[]} */
      const tags = [];
      /** @type {Element[]} */
      const around = [];
      /** @type {Node} */
      let node = root;
      for (;;) {
        let inner = null;
        let form = false;
        // A field of a form may stand in the place of either.
        const type = node.nodeType;
        if (type === 1 || typeof type !== "number") {
          const element = /** @type {Element} */ (node);
          let tag = element.localName;
          if (typeof tag !== "string") tag = Dom.tag(element);
          form = tag === "form";
          const known = this.open(element, tag, false);
          const at = this.records.length - 1;
          const level = depth + tags.length - top;
          if (this.modal) this.looks[0]?.push({ element, at });
          else if (level > 0 && level <= 3) this.looks[level]?.push({ element, at });
          if (tag === "body" && top === Infinity) top = depth + tags.length;
          if (tag === "script" && /ld\+json/i.test(Dom.attribute(element, "type") ?? "")) this.data(element);
          const first = form ? Dom.first(element) : element.firstChild;
          const deep = depth + tags.length + 1 >= MAX_DEPTH && first !== null;
          if (deep || this.opened >= MAX_ELEMENTS) this.partial = true;
          // What follows is not sent; open records close by themselves at the end.
          if (this.opened >= MAX_ELEMENTS) return;
          if (deep || COUNTED.has(tag)) {
            if (!known) this.skip(at, countInside(element));
          } else if (!CLOSED.has(tag)) inner = first;
          if (inner) {
            tags.push(tag);
            around.push(element);
          } else this.records.push(">");
        } else if (type === 3 && this.text < MAX_TEXT) this.words(/** @type {Text} */ (node).data, tags[tags.length - 1] ?? "");
        if (inner) {
          node = inner;
          continue;
        }
        let next = node === root ? null : form ? Dom.next(node) : node.nextSibling;
        while (!next && tags.length > 0) {
          node = /** @type {Element} */ (around.pop());
          form = tags.pop() === "form";
          this.records.push(">");
          if (tags.length > 0) next = form ? Dom.next(node) : node.nextSibling;
        }
        if (!next) return;
        node = next;
      }
    }

    /** What a page says of itself for machines. @param {Element} script */
    data(script) {
      for (let node = Dom.first(script); node; node = Dom.next(node)) {
        if (Dom.type(node) === 3) this.records.push('"' + Dom.data(node).slice(0, MAX_JSON_LD).replace(CONTROL, " "));
      }
    }

    /** Reads the layout of the elements gathered: all styles first, then rectangles, so that the page is laid out once. */
    look() {
      const looks = this.looks.flat().slice(0, MAX_LAYOUT).map((look) => {
        const style = getComputedStyle(look.element);
        return { ...look, position: style.position, unseen: style.display === "none" || style.visibility !== "visible" || style.opacity === "0" };
      });
      for (const { element, at, position, unseen } of looks) {
        const pinned = position === "fixed" || position === "sticky";
        if (pinned) this.records[at] += "\t:" + position;
        if (unseen) this.records[at] += "\t:invisible";
        else if (pinned || Dom.tag(element) === "dialog" || Dom.attribute(element, "aria-modal") !== null) this.records[at] += cover(Dom.rect(element));
      }
    }

    /** @param {string} head */
    finish(head) {
      this.look();
      const { href, protocol } = location;
      const url = protocol === "http:" || protocol === "https:" || protocol === "file:" ? href.replace(CONTROL, " ") : "";
      const lines = ["lede-snapshot 1", `url ${url}`, `viewport ${innerWidth} ${innerHeight}`];
      if (head) lines.push(head);
      if (this.partial) lines.push("partial");
      return lines.join("\n") + "\n\n" + this.records.join("\n") + "\n";
    }
  }

  /** The share of the viewport that a box covers, and the edge it lies along. @param {DOMRect} box */
  function cover(box) {
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    if (width <= 0 || height <= 0 || innerWidth * innerHeight <= 0) return "\t:cover=0";
    let words = `\t:cover=${((width * height) / (innerWidth * innerHeight)).toFixed(3)}`;
    const bar = width > innerWidth * 0.6 && height < innerHeight * 0.6;
    if (bar && box.top <= 1) words += "\t:edge=top";
    else if (bar && box.bottom >= innerHeight - 1) words += "\t:edge=bottom";
    return words;
  }

  /** The whole page; every element is numbered anew. @returns {string} */
  function page() {
    numbers = new WeakMap();
    highest = -1;
    const writer = new Writer();
    const root = Dom.root(document);
    if (root) writer.subtree(root, 0, Infinity);
    return writer.finish("");
  }

  /**
   * Late subtrees with the chain of their ancestors, as one snapshot. Elements that have a number keep it.
   * @param {Element[]} roots connected, none inside another, in any order
   * @returns {string}
   */
  function fragment(roots) {
    const writer = new Writer();
    /** @type {Element[]} */
    let chain = [];
    const ordered = [...roots].sort((a, b) => (Node.prototype.compareDocumentPosition.call(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (const root of ordered) {
      /** @type {Element[]} */
      const ancestors = [];
      for (let up = Dom.parent(root); up && Dom.type(up) === 1 && ancestors.length < MAX_DEPTH; up = Dom.parent(up)) ancestors.unshift(/** @type {Element} */ (up));
      // So deep the page itself was not read either.
      if (ancestors.length >= MAX_DEPTH) continue;
      let shared = 0;
      while (shared < chain.length && chain[shared] === ancestors[shared]) shared += 1;
      for (let i = chain.length; i > shared; i -= 1) writer.records.push(">");
      for (const ancestor of ancestors.slice(shared)) writer.open(ancestor, Dom.tag(ancestor), true);
      chain = ancestors;
      const whole = root === Dom.body(document);
      writer.subtree(root, ancestors.length, whole ? ancestors.length : ancestors.length - 1);
    }
    for (let i = chain.length; i > 0; i -= 1) writer.records.push(">");
    return writer.finish("fragment");
  }

  /** Those of these elements that are in the page. Nothing but their numbers is kept of them: a reference to each would take as long to make
   * as all the rest, and hold what the page has dropped. @param {number[]} wanted @returns {Map<number, Element>} */
  function elements(wanted) {
    const left = new Set(wanted);
    const found = new Map();
    const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_ELEMENT);
    while (found.size < left.size) {
      const element = /** @type {Element | null} */ (walker.nextNode());
      if (!element) break;
      const number = numbers.get(element);
      if (number !== undefined && left.has(number)) found.set(number, element);
    }
    return found;
  }

  return Object.freeze({
    page,
    fragment,
    elements,
    /** @param {number} number @returns {Element | undefined} */
    element: (number) => elements([number]).get(number),
    /** @param {Element} element @returns {number | undefined} */
    number: (element) => numbers.get(element),
  });
})();
