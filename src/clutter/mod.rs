//! Which blocks around and in the story are clutter, of which kind, and why.

mod category;

pub use category::Category;

use crate::article::{self, Article, Kind};
use crate::error::Error;
use crate::page::address::resolve;
use crate::page::{NodeId, Page};

/// A reason in words: a message of `extension/_locales` and what goes into its blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clue {
    /// The message's key.
    pub key: &'static str,
    /// What goes into `$1`, `$2`.
    pub args: Vec<String>,
}

/// A block of clutter: the outermost element that holds only that.
#[derive(Clone, Debug)]
pub struct Block {
    /// The element.
    pub node: NodeId,
    /// What it is.
    pub category: Category,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Why, the strongest first.
    pub clues: Vec<Clue>,
    /// Its first or its deciding words.
    pub quote: String,
    /// It lies over the page and may lock its scrolling.
    pub overlay: bool,
}

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, resolved.
    pub href: String,
    /// What it says.
    pub label: String,
}

/// What was found on a page.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Sure ones of all categories, in document order, none inside another of the same category.
    pub blocks: Vec<Block>,
    /// Possible ones, for the reader to decide.
    pub maybe: Vec<Block>,
    /// Where the publisher asks to be supported.
    pub support: Option<Link>,
}

/// What was learned about clutter.
#[derive(Clone, Debug, Default)]
pub struct Model {}

impl Model {
    /// Reads the clutter sections of a model file; the built-in ones where the file has none.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read(_text: &str) -> Result<Model, Error> {
        Ok(Model {})
    }
}

const WORDS: &[(&str, Category)] = &[
    ("newsletter", Category::Newsletter),
    ("your inbox", Category::Newsletter),
    ("support independent", Category::Donation),
    ("make a contribution", Category::Donation),
    ("donate", Category::Donation),
    ("contribute", Category::Donation),
    ("support the", Category::Donation),
    ("needs its readers", Category::Donation),
    ("subscribe now", Category::Subscribe),
    ("download the app", Category::App),
];

/// Judges the blocks of a page.
pub fn find(page: &Page, article: &Article, _model: &Model) -> Findings {
    let mut findings = Findings::default();
    if !page.fragment && article.kind != Kind::Article {
        return findings;
    }
    let frame = article::lines::Frame::of(page);
    let lines = article::lines::lines(page, &frame);
    let mut hits: Vec<(NodeId, Category, &str)> = Vec::new();
    for line in lines.iter().filter(|l| l.words < 60) {
        let text = line.text.to_lowercase();
        if let Some((_, category)) = WORDS.iter().find(|(w, _)| text.contains(w)) {
            hits.push((line.block, *category, &line.text));
        }
    }
    let mut after = NodeId(0);
    for (node, category, words) in hits {
        if node < after || std::iter::once(node).chain(page.ancestors(node)).any(|a| matches!(page.tag(a), "nav" | "footer")) {
            continue;
        }
        let mut best = node;
        for a in page.ancestors(node) {
            let holds = article.nodes.iter().any(|&n| page.contains(a, n))
                || article.headline.as_ref().and_then(|h| h.node).is_some_and(|h| page.contains(a, h))
                || matches!(page.tag(a), "main" | "article" | "body" | "html")
                || page.is_context(a)
                || page.text_len(a) > 500
                || lines
                    .iter()
                    .any(|l| page.contains(a, l.block) && l.words >= 12 && !WORDS.iter().any(|(w, _)| l.text.to_lowercase().contains(w)));
            if holds {
                break;
            }
            best = a;
        }
        if article.nodes.contains(&best) || page.is_context(best) || page.text_len(best) > 700 || best < after {
            continue;
        }
        after = page.end(best);
        if category == Category::Donation && findings.support.is_none() {
            let link = page.subtree(best).find(|&n| page.tag(n) == "a" && page.has_attribute(n, "href"));
            findings.support = link.and_then(|n| Some(Link { href: resolve(&page.url, page.attribute(n, "href")?)?, label: page.text(n) }));
        }
        findings.blocks.push(Block {
            node: best,
            category,
            confidence: 0.9,
            clues: vec![Clue { key: "clue_says", args: vec![words.chars().take(60).collect()] }],
            quote: page.text(best).chars().take(120).collect(),
            overlay: page.layout(best).is_some_and(|l| l.cover > 0.2),
        });
    }
    findings
}
