//! A page as the core sees it: an arena of elements in document order with their text, no browser behind it.
//!
//! Both front doors, [`snapshot`] (what the content script saw) and `html` (a file, by scraper), build the same `Page` through
//! [`Builder`], so that one page gives one answer whichever way it came. Nothing here judges.

pub mod address;
mod builder;
pub mod fingerprint;
#[cfg(feature = "html")]
pub mod html;
pub mod snapshot;

pub use builder::{ATTRIBUTES, Builder, MAX_DEPTH, MAX_ELEMENTS, MAX_TEXT};

use std::ops::Range;

/// An element: its index in the arena, which is document order among the elements the page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The arena index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How an element is placed, where the browser was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// In the flow of the page (or not known to be anything else).
    #[default]
    Flow,
    /// `position: sticky`.
    Sticky,
    /// `position: fixed`, or a dialog in the top layer.
    Fixed,
}

/// The edge of the viewport that a bar touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper edge.
    Top,
    /// The lower edge.
    Bottom,
}

/// What the browser said of an element's layout. Absent for most elements and for every element of a file: unknown is neutral.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout {
    /// How it is placed.
    pub position: Position,
    /// Share of the viewport its visible rectangle covers, 0 to 1; 0 where not measured.
    pub cover: f32,
    /// The edge it touches, if it is a bar.
    pub edge: Option<Edge>,
    /// Computed to be out of sight: `display: none`, `visibility: hidden`, `opacity: 0` or without size.
    pub invisible: bool,
}

/// A range of bytes in the page's buffer.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Clone, Debug)]
struct Node {
    number: u32,
    parent: Option<NodeId>,
    /// One past the last element of the subtree.
    end: u32,
    depth: u16,
    context: bool,
    inline: bool,
    tag: Span,
    attributes: Range<u32>,
    runs: Range<u32>,
    layout: Option<Layout>,
}

#[derive(Clone, Debug)]
struct Attribute {
    name: Span,
    value: Span,
}

/// A piece of text directly inside one element, between two elements.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// The element whose child the text is.
    pub parent: NodeId,
    /// The element that would come next in document order: the text stands after every element before it.
    pub before: NodeId,
    /// A block boundary or a line break lies between this text and the one before it.
    pub breaks: bool,
    span: Span,
}

/// A page: elements, their attributes and texts, and what is known of the whole.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The address the page was loaded from; empty when not known.
    pub url: String,
    /// Width and height of the viewport in CSS pixels, where there is one.
    pub viewport: Option<(u32, u32)>,
    /// The page is a subtree that came late, under its chain of ancestors.
    pub fragment: bool,
    /// A cap was reached: the page goes on beyond what is here.
    pub partial: bool,
    buffer: String,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    runs: Vec<Run>,
    /// Texts of `<script type="application/ld+json">`.
    data: Vec<Span>,
}

/// Elements that flow inside a line, or are not drawn at all; every other element begins and ends one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "link", "mark", "math", "meta", "nobr", "noscript", "q", "ruby", "rb", "rp", "rt", "s", "samp", "script", "small", "span",
    "strike", "strong", "style", "sub", "sup", "svg", "template", "time", "tt", "u", "var", "wbr",
];

fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag)
}

impl Page {
    /// Number of elements in the arena.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether the page holds no element.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All elements in document order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.index())
    }

    fn slice(&self, span: Span) -> &str {
        self.buffer.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The element's number outside: its place in document order with every element counted, as browsers and scraper see it.
    pub fn number(&self, id: NodeId) -> u32 {
        self.node(id).map_or(0, |n| n.number)
    }

    /// The element with this outside number.
    pub fn by_number(&self, number: u32) -> Option<NodeId> {
        // Numbers rise with document order, except that a fragment's subtree may have been numbered before its ancestors.
        match self.nodes.binary_search_by_key(&number, |n| n.number) {
            Ok(i) => Some(NodeId(i as u32)),
            Err(_) if self.fragment => self.nodes.iter().position(|n| n.number == number).map(|i| NodeId(i as u32)),
            Err(_) => None,
        }
    }

    /// The element's name, in lower case.
    pub fn tag(&self, id: NodeId) -> &str {
        self.node(id).map_or("", |n| self.slice(n.tag))
    }

    /// Whether the element flows inside a line of text, by its name.
    pub fn is_inline(&self, id: NodeId) -> bool {
        self.node(id).is_some_and(|n| n.inline)
    }

    /// The element's parent; none for the root.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.parent
    }

    /// Parent, grandparent and so on up to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&a| self.parent(a))
    }

    /// The root is at depth 0.
    pub fn depth(&self, id: NodeId) -> usize {
        self.node(id).map_or(0, |n| usize::from(n.depth))
    }

    /// One past the last element of the subtree, as an arena index.
    pub fn end(&self, id: NodeId) -> NodeId {
        NodeId(self.node(id).map_or(id.0, |n| n.end))
    }

    /// The element and everything in it, in document order.
    pub fn subtree(&self, id: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (id.0..self.end(id).0).map(NodeId)
    }

    /// Everything in the element, in document order, without itself.
    pub fn descendants(&self, id: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        let end = self.end(id).0;
        (id.0.saturating_add(1).min(end)..end).map(NodeId)
    }

    /// The child elements in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.end(id);
        let first = NodeId(id.0.saturating_add(1));
        std::iter::successors((first < end).then_some(first), move |&c| {
            let next = self.end(c);
            (next < end && next > c).then_some(next)
        })
    }

    /// Whether `inner` is `outer` or lies inside it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// Whether the element only shows where a fragment's subtree stands.
    pub fn is_context(&self, id: NodeId) -> bool {
        self.node(id).is_some_and(|n| n.context)
    }

    /// What the browser said of the element's layout.
    pub fn layout(&self, id: NodeId) -> Option<Layout> {
        self.node(id)?.layout
    }

    /// The value of an attribute; an empty one is `Some("")`.
    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        self.attributes(id).find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// Whether the attribute is there, whatever its value.
    pub fn has_attribute(&self, id: NodeId, name: &str) -> bool {
        self.attribute(id, name).is_some()
    }

    /// Names and values in the order of the page.
    pub fn attributes(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> + '_ {
        let range = self.node(id).map_or(0..0, |n| n.attributes.clone());
        self.attributes
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
            .iter()
            .map(|a| (self.slice(a.name), self.slice(a.value)))
    }

    /// The texts in the element's subtree, in document order.
    pub fn runs(&self, id: NodeId) -> &[Run] {
        let range = self.node(id).map_or(0..0, |n| n.runs.clone());
        self.runs.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// A run's text: white space collapsed to single spaces, of which it may begin and end with one.
    pub fn run_text(&self, run: &Run) -> &str {
        self.slice(run.span)
    }

    /// The element's text on one line: white space collapsed and trimmed, one space between blocks.
    pub fn text(&self, id: NodeId) -> String {
        self.join(self.runs(id), ' ')
    }

    /// The element's text with a newline between blocks, white space collapsed and trimmed on each line.
    pub fn lines(&self, id: NodeId) -> String {
        self.join(self.runs(id), '\n')
    }

    /// Puts runs together, `separator` where a block boundary or line break lies between two.
    pub fn join(&self, runs: &[Run], separator: char) -> String {
        let mut out = String::new();
        for run in runs {
            let text = self.run_text(run);
            if run.breaks && !out.is_empty() && !text.trim().is_empty() {
                out.truncate(out.trim_end().len());
                out.push(separator);
            }
            let start_of_line = out.is_empty() || out.ends_with([' ', '\n']);
            out.push_str(if start_of_line { text.trim_start() } else { text });
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// Contents of the page's `application/ld+json` scripts.
    pub fn json_ld(&self) -> impl Iterator<Item = &str> + '_ {
        self.data.iter().map(|&s| self.slice(s))
    }

    /// The first element of this name, if any.
    pub fn first(&self, tag: &str) -> Option<NodeId> {
        self.ids().find(|&id| self.tag(id) == tag)
    }
}
