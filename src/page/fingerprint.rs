//! How a block that the reader picked is known again on the site's other pages: by its shape, never by its text.
//!
//! A shape is the element's name, a hash of the words in its `class` and `id`, and the names of the elements around it. An element
//! without such words is told from its like by its place among them, and then only where the whole page is at hand.

use super::{NodeId, Page};
use serde::Serialize;

/// Ancestors that count, nearest first: enough to tell a rail from a story, few enough to survive a new wrapper around the page.
const PATH: usize = 4;
/// Letters from which on a piece of a class or id is a word; shorter ones are mostly counters and build numbers.
const WORD: usize = 3;
/// Words that say in what state a block is, which the next visit may find otherwise.
const STATES: [&str; 14] = [
    "active",
    "animated",
    "closed",
    "collapsed",
    "expanded",
    "fixed",
    "hidden",
    "hide",
    "loaded",
    "open",
    "show",
    "shown",
    "sticky",
    "visible",
];

/// The shape of a block, as it is kept: `aside 1a2b3c4d /article/main 0`, which is the element's name, the hash of its words (0 where
/// there are none), the names of the elements around it, nearest first, and its place among siblings of its name, from 1, where there
/// are no words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The shape of an element.
    pub fn of(page: &Page, node: NodeId) -> Fingerprint {
        Fingerprint::at(page, node, || place(page, node))
    }

    fn at(page: &Page, node: NodeId, place: impl Fn() -> u32) -> Fingerprint {
        let words = words(page, node);
        let path: Vec<&str> = page.ancestors(node).map(|a| page.tag(a)).take_while(|t| *t != "body").take(PATH).collect();
        let place = if words == 0 { place() } else { 0 };
        Fingerprint(format!("{} {words:08x} /{} {place}", page.tag(node), path.join("/")))
    }

    /// Elements of this shape, none inside another. In a late subtree an element's place is not known, and nothing is found by it.
    pub fn find(&self, page: &Page) -> Vec<NodeId> {
        let mut found: Vec<NodeId> = Vec::new();
        if page.fragment && self.goes_by_place() {
            return found;
        }
        // How many of the name each parent has had so far: to count them anew for each would cost the square of a long list.
        let mut had = vec![0; page.len()];
        for node in page.ids().filter(|&n| page.tag(n) == self.tag()) {
            let place = page.parent(node).and_then(|p| had.get_mut(p.index())).map_or(1, |count| {
                *count += 1;
                *count
            });
            let apart = !page.is_context(node) && found.last().is_none_or(|&last| !page.contains(last, node));
            if apart && Fingerprint::at(page, node, || place) == *self {
                found.push(node);
            }
        }
        found
    }

    /// Whether the element has no words of its own and is known by its place alone.
    pub fn goes_by_place(&self) -> bool {
        !self.0.ends_with(" 0")
    }

    /// The shape in a text, if it is one that [`Fingerprint::of`] may have made.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let mut parts = text.split(' ');
        let (tag, words, path, place) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let mut names = path.split('/').skip(1).filter(|n| !n.is_empty());
        let well_formed = parts.next().is_none()
            && is_name(tag)
            && path.starts_with('/')
            && names.by_ref().take(PATH).all(is_name)
            && names.next().is_none()
            && words.len() == 8
            && words.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            && (1..=10).contains(&place.len())
            && place.bytes().all(|b| b.is_ascii_digit())
            && (words == "00000000") != (place == "0");
        well_formed.then(|| Fingerprint(text.to_owned()))
    }

    /// The text in which it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The element's name.
    pub fn tag(&self) -> &str {
        self.0.split(' ').next().unwrap_or("")
    }

    /// Names of the elements around it, nearest first.
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').nth(2).unwrap_or("").split('/').filter(|n| !n.is_empty())
    }
}

/// Names of HTML elements, custom ones too.
fn is_name(name: &str) -> bool {
    name.len() <= 60
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c))
}

fn place(page: &Page, node: NodeId) -> u32 {
    let siblings =
        page.parent(node).map(|p| page.children(p).take_while(|&c| c <= node).filter(|&c| page.tag(c) == page.tag(node)).count());
    siblings.unwrap_or(1) as u32
}

/// FNV-1a over the words in order of the alphabet, each once. Numbers are left out: they count posts and builds.
fn words(page: &Page, node: NodeId) -> u32 {
    let given = ["class", "id"].map(|name| crate::case::lower(page.attribute(node, name).unwrap_or("")));
    let mut words: Vec<&str> = given.iter().flat_map(|v| v.split(|c: char| !c.is_alphabetic())).collect();
    words.retain(|w| w.chars().count() >= WORD && !STATES.contains(w));
    crate::order::sort(&mut words);
    words.dedup();
    if words.is_empty() {
        return 0;
    }
    let hash = words.join(" ").bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.max(1)
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use super::*;
    use crate::page::html;

    const PAGE: &str =
        "<main><article><p>One.<p>Two.<aside class='promo promo-42 is-open' id=box-7><p>Ours.</aside><p>Three.</article></main>";

    fn node(page: &Page, tag: &str, nth: usize) -> NodeId {
        page.ids().filter(|&n| page.tag(n) == tag).nth(nth).unwrap()
    }

    #[test]
    fn a_block_is_known_again_when_counters_states_and_text_have_changed() {
        let page = html::read(PAGE, "");
        let print = Fingerprint::of(&page, node(&page, "aside", 0));
        let other = html::read(
            "<main><article><p>Else.<aside id=box-9 class='promo-51 promo visible'>New words.</aside><aside class=note>No.</aside></article></main>",
            "",
        );
        assert_eq!(print.find(&other), [node(&other, "aside", 0)]);
        assert!(print.find(&html::read("<footer><aside class='promo box'>Elsewhere.</aside></footer>", "")).is_empty());
    }

    #[test]
    fn an_element_without_words_is_told_from_its_like_by_its_place() {
        let page = html::read(PAGE, "");
        let second = node(&page, "p", 1);
        assert_eq!(Fingerprint::of(&page, second).find(&page), [second]);
        let late = Page { fragment: true, ..page.clone() };
        assert!(Fingerprint::of(&page, second).find(&late).is_empty(), "of a late subtree the place is not known");
    }

    #[test]
    fn it_is_written_without_a_word_of_the_page_and_read_back() {
        let page = html::read(PAGE, "");
        for id in page.ids() {
            let print = Fingerprint::of(&page, id);
            let text = print.as_str().to_owned();
            assert_eq!(Fingerprint::parse(&text), Some(print), "{text}");
            assert!(!text.contains("promo") && !text.contains("box") && !text.contains("Ours"), "{text}");
        }
    }

    #[test]
    fn what_is_no_fingerprint_is_refused() {
        for text in [
            "",
            "aside",
            "aside x / 0",
            "aside 1A2B3C4D / 0",
            "aside 00000000 / 0",
            "aside 1a / 1",
            "a<b 1a / 0",
            "p 1a /a/b/c/d/e 0",
            "p 1a / 0 more",
            "p 1a /Our words 0",
        ] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
    }
}
