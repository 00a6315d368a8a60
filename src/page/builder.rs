//! Puts a [`Page`] together from open, text and close, as both front doors do it.

use super::{Attribute, Layout, Node, NodeId, Page, Run, Span, is_inline};

/// Deepest nesting that is kept; browsers' own parsers stop at the same depth.
pub const MAX_DEPTH: usize = 512;
/// Most elements that are kept: the largest saved news pages have under 20,000.
pub const MAX_ELEMENTS: usize = 200_000;
/// Most bytes of text and attribute values that are kept.
pub const MAX_TEXT: usize = 16 << 20;

/// Attributes that are kept, at both front doors; the content script sends these and no others.
pub const ATTRIBUTES: &[&str] = &[
    "id",
    "class",
    "role",
    "href",
    "src",
    "action",
    "method",
    "type",
    "name",
    "value",
    "placeholder",
    "autocomplete",
    "aria-label",
    "aria-modal",
    "aria-hidden",
    "aria-live",
    "hidden",
    "open",
    "alt",
    "title",
    "for",
    "rel",
    "property",
    "content",
    "itemprop",
    "itemtype",
    "itemscope",
    "datetime",
    "lang",
    "dir",
    "style",
    "width",
    "height",
    "data-testid",
    "data-component",
    "data-module",
    "data-type",
    "data-name",
    "data-widget",
    "data-qa",
];
/// UTF-16 units of an attribute's value that are kept (`content` of a meta element: more; `data:` addresses: less).
const VALUE_UNITS: usize = 300;
const CONTENT_UNITS: usize = 1000;
const DATA_URL_UNITS: usize = 30;

/// Elements whose inside is not part of what a reader reads.
const SILENT: &[&str] = &["script", "style", "noscript", "template", "textarea", "select", "iframe", "object", "canvas", "svg", "math"];

/// Builds a [`Page`]. Elements beyond a cap are left out together with their text, and the page is marked partial.
#[derive(Debug, Default)]
pub struct Builder {
    page: Page,
    open: Vec<NodeId>,
    /// Open elements below the ones in `open` that were left out.
    left_out: usize,
    /// Depth in `open` from which text is not read, if one of the open elements is silent.
    silent: Option<usize>,
    breaks: bool,
    next_number: u32,
}

impl Builder {
    /// A builder for the page at `url` (empty when not known).
    pub fn new(url: &str) -> Self {
        Builder { page: Page { url: url.to_owned(), ..Page::default() }, ..Builder::default() }
    }

    /// What is known of the whole page, for the front door to set.
    pub fn page_mut(&mut self) -> &mut Page {
        &mut self.page
    }

    fn store(&mut self, text: &str) -> Span {
        let start = self.page.buffer.len() as u32;
        if self.page.buffer.len() + text.len() > MAX_TEXT {
            self.page.partial = true;
            return Span { start, end: start };
        }
        self.page.buffer.push_str(text);
        Span { start, end: self.page.buffer.len() as u32 }
    }

    /// Stores text with every run of white space made one space. The byte order mark counts as white space, as in browsers.
    fn store_collapsed(&mut self, text: &str) -> Span {
        let start = self.page.buffer.len() as u32;
        if self.page.buffer.len() + text.len() > MAX_TEXT {
            self.page.partial = true;
            return Span { start, end: start };
        }
        let mut space = false;
        let mut rest = text;
        loop {
            // Most text is printable ASCII without two spaces in a row: that goes in as it is.
            let plain = rest.bytes().take_while(|&b| {
                let fits = matches!(b, b'!'..=b'~') || (b == b' ' && !space);
                space = if fits { b == b' ' } else { space };
                fits
            });
            let (head, tail) = rest.split_at_checked(plain.count()).unwrap_or((rest, ""));
            self.page.buffer.push_str(head);
            let mut chars = tail.chars();
            let Some(c) = chars.next() else { break };
            if !(c.is_whitespace() || c == '\u{feff}' || c.is_control()) {
                self.page.buffer.push(c);
                space = false;
            } else if !space {
                self.page.buffer.push(' ');
                space = true;
            }
            rest = chars.as_str();
        }
        Span { start, end: self.page.buffer.len() as u32 }
    }

    /// Counts elements that are not in the page but have numbers.
    pub fn skip_numbers(&mut self, count: u32) {
        self.next_number = self.next_number.saturating_add(count);
    }

    /// Opens an element. Attributes follow by [`Builder::attribute`] before anything else.
    pub fn open(&mut self, tag: &str) {
        let number = self.next_number;
        self.next_number = self.next_number.saturating_add(1);
        if self.left_out > 0 || self.open.len() >= MAX_DEPTH || self.page.nodes.len() >= MAX_ELEMENTS {
            self.page.partial = true;
            self.left_out += 1;
            return;
        }
        let id = NodeId(self.page.nodes.len() as u32);
        let tag_span = self.store(tag);
        let attributes = self.page.attributes.len() as u32;
        let runs = self.page.runs.len() as u32;
        self.page.nodes.push(Node {
            number,
            parent: self.open.last().copied(),
            end: id.0 + 1,
            depth: self.open.len() as u16,
            context: false,
            inline: is_inline(tag),
            tag: tag_span,
            attributes: attributes..attributes,
            runs: runs..runs,
            layout: None,
        });
        self.open.push(id);
        if self.silent.is_none() && SILENT.contains(&tag) {
            self.silent = Some(self.open.len());
        }
        self.breaks |= !self.page.is_inline(id);
    }

    fn current(&mut self) -> Option<&mut Node> {
        if self.left_out > 0 {
            return None;
        }
        let id = *self.open.last()?;
        self.page.nodes.get_mut(id.index())
    }

    /// Gives the element just opened an attribute. The first of a name counts, as in HTML; names not in [`ATTRIBUTES`] are left out.
    pub fn attribute(&mut self, name: &str, value: &str) {
        if self.current().is_none() || !ATTRIBUTES.contains(&name) {
            return;
        }
        let limit = match name {
            "content" => CONTENT_UNITS,
            _ if value.starts_with("data:") => DATA_URL_UNITS,
            _ => VALUE_UNITS,
        };
        let name = self.store(name);
        let value = self.store_collapsed(cut(value, limit));
        self.page.attributes.push(Attribute { name, value });
        let end = self.page.attributes.len() as u32;
        if let Some(node) = self.current() {
            node.attributes.end = end;
        }
    }

    /// Gives the element just opened its layout.
    pub fn layout(&mut self, layout: Layout) {
        if let Some(node) = self.current() {
            node.layout = Some(layout);
        }
    }

    /// Says that the element just opened only shows where a fragment stands.
    pub fn context(&mut self) {
        if let Some(node) = self.current() {
            node.context = true;
        }
    }

    /// Gives the element just opened another outside number, from which the following ones count on. In a whole page numbers only rise,
    /// and one that does not is left aside; in a fragment an element may have been numbered before its ancestors.
    pub fn number(&mut self, number: u32) {
        let fragment = self.page.fragment;
        if let Some(node) = self.current().filter(|node| fragment || number >= node.number) {
            node.number = number;
            self.next_number = number.saturating_add(1);
        }
    }

    /// Adds text to the open element. Text in scripts, styles, fields and the like is not kept, JSON-LD apart.
    pub fn text(&mut self, text: &str) {
        if self.left_out > 0 || text.is_empty() {
            return;
        }
        let Some(&parent) = self.open.last() else { return };
        if self.silent.is_some() {
            if self.page.tag(parent) == "script" && self.page.attribute(parent, "type").is_some_and(is_json_ld) {
                let span = self.store(text);
                self.page.data.push(span);
            }
            return;
        }
        let span = self.store_collapsed(text);
        if span.start == span.end {
            return;
        }
        let run = Run { parent, before: NodeId(self.page.nodes.len() as u32), breaks: self.breaks, span };
        // White space alone keeps the break for the words that follow it.
        if self.page.run_text(&run) != " " {
            self.breaks = false;
        }
        self.page.runs.push(run);
    }

    /// Closes the open element; without one it does nothing.
    pub fn close(&mut self) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        if self.silent == Some(self.open.len()) {
            self.silent = None;
        }
        let Some(id) = self.open.pop() else { return };
        let (end, runs) = (self.page.nodes.len() as u32, self.page.runs.len() as u32);
        if let Some(node) = self.page.nodes.get_mut(id.index()) {
            node.end = end;
            node.runs.end = runs;
        }
        self.breaks |= !self.page.is_inline(id);
    }

    /// Closes what is open and hands the page over.
    pub fn finish(mut self) -> Page {
        self.left_out = 0;
        while !self.open.is_empty() {
            self.close();
        }
        self.page
    }
}

/// The first `units` UTF-16 units of a text, whole characters only.
fn cut(text: &str, units: usize) -> &str {
    let mut left = units;
    for (at, c) in text.char_indices() {
        match left.checked_sub(c.len_utf16()) {
            Some(rest) => left = rest,
            None => return text.get(..at).unwrap_or(""),
        }
    }
    text
}

fn is_json_ld(kind: &str) -> bool {
    kind.trim().eq_ignore_ascii_case("application/ld+json")
}
