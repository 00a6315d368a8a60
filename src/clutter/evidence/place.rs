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
            let (own, hides) = look(page, id);
            let around = page.parent(id).and_then(|p| regions.get(p.index()).copied()).unwrap_or(0);
            regions.push(around | own);
            let outer = page.parent(id).and_then(|p| hidden.get(p.index()).copied()).unwrap_or(false);
            hidden.push(outer || hides);
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

/// The regions that an element makes, and whether its markup hides it.
fn look(page: &Page, id: NodeId) -> (u8, bool) {
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
    let mut hidden = false;
    for (name, value) in page.attributes(id) {
        match name {
            "role" => {
                bits |= match value {
                    "banner" => bit(Region::Header),
                    "contentinfo" => bit(Region::Footer),
                    "navigation" | "menu" | "menubar" => bit(Region::Nav),
                    "complementary" => bit(Region::Aside),
                    "dialog" | "alertdialog" => bit(Region::Dialog),
                    "search" => bit(Region::Form),
                    _ => 0,
                }
            }
            "aria-modal" if value == "true" => bits |= bit(Region::Dialog),
            "class" | "id" if matches!(tag, "div" | "section" | "ul" | "aside" | "header") => {
                for word in value.split(|c: char| !c.is_ascii_alphanumeric()) {
                    bits |= match word {
                        "nav" | "menu" | "navigation" | "navbar" | "topbar" | "hamburger" | "Nav" | "Menu" => bit(Region::Nav),
                        "footer" | "Footer" => bit(Region::Footer),
                        "sidebar" | "Sidebar" | "rail" => bit(Region::Aside),
                        "header" if page.depth(id) < 6 => bit(Region::Header),
                        _ => 0,
                    };
                }
            }
            _ => {}
        }
        hidden |= match name {
            "hidden" => true,
            "aria-hidden" => value == "true",
            "style" => value.contains("none") && value.replace(' ', "").contains("display:none"),
            "class" => value
                .split_whitespace()
                .any(|w| matches!(w, "hidden" | "hide" | "d-none" | "is-hidden" | "modal" | "popup" | "fade" | "invisible")),
            _ => false,
        };
    }
    (bits, hidden && !matches!(tag, "html" | "body"))
}
