//! Where an element stands: the regions of the page around it, and the story's paragraphs before and after it.

use crate::article::Article;
use crate::page::{NodeId, Page};

/// Parts of a page that tell what stands in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Region {
    /// The page's head: logo, menu.
    Header,
    /// The page's foot.
    Footer,
    /// A menu.
    Nav,
    /// Beside the story.
    Aside,
    /// A dialog, or what stands as one.
    Dialog,
    /// A form.
    Form,
    /// A list's item.
    Item,
}

/// Where things stand.
#[derive(Debug, Default)]
pub struct Place {
    /// Regions around each element, itself included, a bit a region.
    regions: Vec<u8>,
    /// Elements that their markup hides, or that lie in one.
    hidden: Vec<bool>,
    /// The story's paragraph elements, sorted.
    paragraphs: Vec<NodeId>,
    /// The body's containers.
    containers: Vec<NodeId>,
}

impl Place {
    /// Looks at a page.
    pub fn of(page: &Page, article: &Article) -> Place {
        let mut regions: Vec<u8> = Vec::with_capacity(page.len());
        let mut hidden: Vec<bool> = Vec::with_capacity(page.len());
        for id in page.ids() {
            let around = page.parent(id).and_then(|p| regions.get(p.index()).copied()).unwrap_or(0);
            regions.push(around | own(page, id));
            let outer = page.parent(id).and_then(|p| hidden.get(p.index()).copied()).unwrap_or(false);
            hidden.push(outer || is_hidden(page, id));
        }
        let mut paragraphs: Vec<NodeId> = article.paragraphs.iter().map(|p| p.node).collect();
        crate::order::sort(&mut paragraphs);
        paragraphs.dedup();
        Place { regions, hidden, paragraphs, containers: article.nodes.clone() }
    }

    /// Whether the element stands in a region.
    pub fn is_in(&self, id: NodeId, region: Region) -> bool {
        self.regions.get(id.index()).is_some_and(|r| r >> (region as u8) & 1 == 1)
    }

    /// Whether its markup hides the element, as far as attributes and the commonest class names tell.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden.get(id.index()).copied().unwrap_or(false)
    }

    /// Whether a line of this block is a paragraph of the story.
    pub fn is_body(&self, block: NodeId, _before: NodeId) -> bool {
        self.paragraphs.binary_search(&block).is_ok()
    }

    /// Paragraph elements of the story before and after an element, and in it.
    pub fn around(&self, page: &Page, id: NodeId) -> (usize, usize, usize) {
        let start = self.paragraphs.partition_point(|&p| p < id);
        let end = self.paragraphs.partition_point(|&p| p < page.end(id));
        (start, self.paragraphs.len() - end, end - start)
    }

    /// The story's nearest paragraphs before and after an element.
    pub fn neighbours(&self, page: &Page, id: NodeId) -> (Option<NodeId>, Option<NodeId>) {
        let start = self.paragraphs.partition_point(|&p| p < id);
        let end = self.paragraphs.partition_point(|&p| p < page.end(id));
        (start.checked_sub(1).and_then(|i| self.paragraphs.get(i)).copied(), self.paragraphs.get(end).copied())
    }

    /// Whether the element lies in one of the body's containers.
    pub fn in_container(&self, page: &Page, id: NodeId) -> bool {
        self.containers.iter().any(|&c| c != id && page.contains(c, id))
    }
}

fn is_hidden(page: &Page, id: NodeId) -> bool {
    if page.tag(id) == "body" || page.tag(id) == "html" {
        return false;
    }
    page.has_attribute(id, "hidden")
        || page.attribute(id, "aria-hidden") == Some("true")
        || page.attribute(id, "style").is_some_and(|s| s.replace(' ', "").contains("display:none"))
        || page.attribute(id, "class").is_some_and(|c| {
            c.split_whitespace().any(|w| matches!(w, "hidden" | "hide" | "d-none" | "is-hidden" | "modal" | "popup" | "fade" | "invisible"))
        })
}

fn own(page: &Page, id: NodeId) -> u8 {
    let bit = |region: Region| 1_u8 << (region as u8);
    let tag = page.tag(id);
    let mut bits = match tag {
        "header" => bit(Region::Header),
        "footer" => bit(Region::Footer),
        "nav" => bit(Region::Nav),
        "aside" => bit(Region::Aside),
        "dialog" => bit(Region::Dialog),
        "form" => bit(Region::Form),
        "li" => bit(Region::Item),
        _ => 0,
    };
    match page.attribute(id, "role") {
        Some("banner") => bits |= bit(Region::Header),
        Some("contentinfo") => bits |= bit(Region::Footer),
        Some("navigation" | "menu" | "menubar") => bits |= bit(Region::Nav),
        Some("complementary") => bits |= bit(Region::Aside),
        Some("dialog" | "alertdialog") => bits |= bit(Region::Dialog),
        Some("search") => bits |= bit(Region::Form),
        _ => {}
    }
    if page.attribute(id, "aria-modal") == Some("true") {
        bits |= bit(Region::Dialog);
    }
    if matches!(tag, "div" | "section" | "ul" | "aside" | "header") {
        for name in ["class", "id"] {
            for word in page.attribute(id, name).unwrap_or("").split(|c: char| !c.is_ascii_alphanumeric()) {
                bits |= match word {
                    "nav" | "menu" | "navigation" | "navbar" | "topbar" | "hamburger" | "Nav" | "Menu" => bit(Region::Nav),
                    "footer" | "Footer" => bit(Region::Footer),
                    "sidebar" | "Sidebar" | "rail" => bit(Region::Aside),
                    "header" if page.depth(id) < 6 => bit(Region::Header),
                    _ => 0,
                };
            }
        }
    }
    bits
}
