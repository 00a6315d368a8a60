//! Where each element stands: in which parts of the page by tag, role and name, and whether it can be seen at all.

use super::names::{self, Hints};
use crate::page::{NodeId, Page};

/// A set of parts of the page, one bit each.
pub type Parts = u32;

pub const MAIN: Parts = 1;
pub const ARTICLE: Parts = 1 << 1;
pub const NAV: Parts = 1 << 2;
pub const HEADER: Parts = 1 << 3;
pub const FOOTER: Parts = 1 << 4;
pub const ASIDE: Parts = 1 << 5;
pub const FORM: Parts = 1 << 6;
pub const CONTROL: Parts = 1 << 7;
pub const FIGURE: Parts = 1 << 8;
pub const TABLE: Parts = 1 << 9;
pub const LIST: Parts = 1 << 10;
pub const QUOTE: Parts = 1 << 11;
pub const CODE: Parts = 1 << 12;
pub const DIALOG: Parts = 1 << 13;
pub const LINK: Parts = 1 << 14;
pub const UNSEEN: Parts = 1 << 15;
pub const STORY: Parts = 1 << 16;
pub const CAPTION: Parts = 1 << 17;
/// An `article` inside an `article`.
pub const INNER: Parts = 1 << 18;
pub const SECTION: Parts = 1 << 19;

/// What is known of an element's place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// The parts it lies in, itself included.
    pub parts: Parts,
    /// Hints in its own names.
    pub own: Hints,
    /// In its own and those of the three elements around it.
    pub near: Hints,
    /// In its own and those of all around it, up to the body, which is left out: it is named after everything.
    pub all: Hints,
}

/// The places of all elements.
pub fn places(page: &Page) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::with_capacity(page.len());
    for id in page.ids() {
        let above = page.parent(id).and_then(|p| found.get(p.index())).copied().unwrap_or_default();
        let tag = page.tag(id);
        let (own_parts, own) = look(page, id, tag);
        let around: Hints = page.ancestors(id).take(3).filter_map(|a| found.get(a.index())).fold(0, |all, p| all | p.own);
        let mut parts = above.parts | own_parts;
        if own_parts & ARTICLE > 0 && above.parts & ARTICLE > 0 {
            parts |= INNER;
        }
        found.push(Place { parts, own, near: around | own, all: above.all | own });
    }
    found
}

fn look(page: &Page, id: NodeId, tag: &str) -> (Parts, Hints) {
    let mut parts = match tag {
        "main" => MAIN,
        "article" => ARTICLE,
        "nav" | "menu" => NAV,
        "header" => HEADER,
        "footer" => FOOTER,
        "aside" => ASIDE,
        "form" | "fieldset" => FORM,
        "button" | "label" | "input" => CONTROL,
        "figure" | "picture" | "video" | "audio" => FIGURE,
        "figcaption" => FIGURE | CAPTION,
        "table" => TABLE,
        "ul" | "ol" | "dl" => LIST,
        "blockquote" => QUOTE,
        "pre" | "code" => CODE,
        "dialog" => DIALOG,
        "section" => SECTION,
        "a" => LINK,
        _ => 0,
    };
    let mut hints = 0;
    for (name, value) in page.attributes(id) {
        match name {
            "class" | "id" | "data-testid" | "data-component" if !matches!(tag, "html" | "body") => hints |= names::hints(value),
            "role" => {
                parts |= match value {
                    "main" => MAIN,
                    "article" => ARTICLE,
                    "navigation" | "menu" | "menubar" => NAV,
                    "banner" => HEADER,
                    "contentinfo" => FOOTER,
                    "complementary" => ASIDE,
                    "dialog" | "alertdialog" => DIALOG,
                    "search" | "form" => FORM,
                    "button" | "tab" => CONTROL,
                    "figure" => FIGURE,
                    _ => 0,
                }
            }
            "itemprop" if matches!(value, "articleBody" | "text" | "reviewBody" | "recipeInstructions") => parts |= STORY,
            "property" if value == "content:encoded" || value == "schema:text" || value == "articleBody" => parts |= STORY,
            "hidden" => parts |= UNSEEN,
            "aria-hidden" if value == "true" => parts |= UNSEEN,
            "style" if is_unseen(value) => parts |= UNSEEN,
            _ => {}
        }
    }
    if page.layout(id).is_some_and(|l| l.invisible) {
        parts |= UNSEEN;
    }
    (parts, hints)
}

/// Whether a style attribute takes the element out of sight.
fn is_unseen(style: &str) -> bool {
    style.split(';').any(|rule| {
        let Some((name, value)) = rule.split_once(':') else { return false };
        let value = value.trim_start();
        match name.trim() {
            "display" => value.starts_with("none"),
            "visibility" => value.starts_with("hidden"),
            _ => false,
        }
    })
}
