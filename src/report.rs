//! What is known of a page once it has been read: the value that crosses back to whoever asked.
//!
//! Everything is said in outside numbers and plain strings. It carries no decision of the reader's: those are in
//! [`crate::settings`], and what follows from both is worked out in [`crate::view`].

use crate::article::{Article, Kind, ParagraphKind};
use crate::clutter::{self, Category, Findings, frames};
use crate::page::fingerprint::Fingerprint;
use crate::page::{Page, address};
use crate::settings::LENGTHS;
use crate::summary::{self, Document, Fact, Quote, Ranker, Reading, Sentence};
use crate::text::{Lang, Lexicon};
use serde::Serialize;

/// A phrase of ours in the reader's language: a key of `extension/_locales` and what goes into it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Key in `messages.json`.
    pub key: String,
    /// What `$1`, `$2` stand for.
    pub args: Vec<String>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &str) -> Self {
        Message { key: key.to_owned(), args: Vec::new() }
    }

    /// A message with arguments.
    pub fn with<const N: usize>(key: &str, args: [String; N]) -> Self {
        Message { key: key.to_owned(), args: args.into() }
    }
}

/// A text of the page and the number of the element it stands in, if it has one of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Element number.
    pub node: Option<u32>,
    /// The text.
    pub text: String,
}

/// The article, without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Body {
    /// Numbers of the containers of the text, none inside another.
    pub nodes: Vec<u32>,
    /// Words of the text.
    pub words: usize,
    /// The publisher shows only a beginning.
    pub locked: bool,
    /// Numbers of the paragraphs' elements, each with its words.
    #[serde(skip)]
    pub paragraphs: Vec<(u32, usize)>,
}

/// A block of clutter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// Element number.
    pub node: u32,
    /// What kind of clutter.
    pub category: Category,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why, in the reader's language, strongest first.
    pub clues: Vec<Message>,
    /// Its words.
    pub quote: String,
    /// It lies over the page and may have locked its scrolling.
    pub overlay: bool,
    /// The outermost element around it that holds nothing else: without the block it would be an empty frame.
    #[serde(skip)]
    pub frame: u32,
    /// How it is known again on the site's other pages.
    #[serde(skip)]
    pub shape: Option<Fingerprint>,
}

/// A block that the reader picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Element number.
    pub node: u32,
    /// Its first words.
    pub quote: String,
    /// How it is known again; nothing where it is picked for this page alone.
    pub shape: Option<Fingerprint>,
}

/// A summary of one length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Sentences asked for; there may be fewer.
    pub length: usize,
    /// The sentences in the order of the article.
    pub sentences: Vec<Sentence>,
}

/// A link of the publisher's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
}

/// Everything Lede knows of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Article, listing or other.
    pub kind: Kind,
    /// Address of the page; empty where not known.
    #[serde(skip)]
    pub url: String,
    /// Host of the page, which is the key of its settings.
    pub host: Option<String>,
    /// Language, BCP 47.
    pub lang: Option<String>,
    /// The headline.
    pub headline: Option<Place>,
    /// The standfirst.
    pub standfirst: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published, ISO 8601.
    pub published: Option<String>,
    /// What the site calls itself.
    pub site: Option<String>,
    /// The article's body.
    pub article: Body,
    /// Clutter of all kinds that Lede is sure of, in document order.
    pub blocks: Vec<Block>,
    /// Clutter that Lede is not sure of.
    pub maybe: Vec<Block>,
    /// Blocks that the reader picked, here or on another page of the site.
    #[serde(skip)]
    pub own: Vec<Own>,
    /// Elements that hold several blocks and nothing else, each with its blocks: empty frames when all of them are hidden.
    #[serde(skip)]
    pub shared: Vec<(u32, Vec<u32>)>,
    /// A summary of each of the [`LENGTHS`].
    pub summaries: Vec<Summary>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// People, organisations, places, dates, amounts.
    pub facts: Vec<Fact>,
    /// Subheads of the article.
    pub outline: Vec<Sentence>,
    /// The publisher's own support link.
    pub support: Option<Link>,
    /// The page was too large to read whole.
    pub partial: bool,
}

impl Report {
    /// Puts together what was found of the article and of the clutter.
    pub fn new(page: &Page, article: &Article, findings: Findings) -> Self {
        Report {
            kind: article.kind,
            url: page.url.clone(),
            host: address::host(&page.url),
            lang: article.lang.clone(),
            headline: article.headline.as_ref().map(|h| Place { node: h.node.map(|n| page.number(n)), text: h.text.clone() }),
            standfirst: article.standfirst.clone(),
            byline: article.byline.clone(),
            published: article.published.clone(),
            site: article.site.clone(),
            article: Body {
                nodes: article.nodes.iter().map(|&n| page.number(n)).collect(),
                words: article.words,
                locked: article.locked,
                paragraphs: article.paragraphs.iter().map(|p| (page.number(p.node), p.words)).collect(),
            },
            shared: frames::shared(page, &findings.blocks),
            blocks: findings.blocks.into_iter().map(|b| block(page, b)).collect(),
            maybe: findings.maybe.into_iter().map(|b| block(page, b)).collect(),
            own: Vec::new(),
            summaries: Vec::new(),
            quotes: Vec::new(),
            facts: Vec::new(),
            outline: article
                .paragraphs
                .iter()
                .filter(|p| p.kind == ParagraphKind::Heading)
                .map(|p| Sentence { text: p.text.clone(), node: page.number(p.node) })
                .collect(),
            support: findings.support.map(|l| Link { href: l.href, label: l.label }),
            partial: page.partial,
        }
    }

    /// Sums an article up: its summaries, who said what, the facts. A page that is none has nothing to be summed up.
    pub fn sum_up(&mut self, page: &Page, article: &Article, ranker: &Ranker, lexicon: &Lexicon) {
        if article.kind != Kind::Article {
            return;
        }
        let document = document(page, article, lexicon);
        let reading = Reading::of(&document);
        let chosen = summary::summaries(&reading, LENGTHS, ranker);
        self.summaries = LENGTHS.into_iter().zip(chosen).map(|(length, sentences)| Summary { length, sentences }).collect();
        self.quotes = summary::quotes(&reading);
        self.facts = summary::facts(&reading);
    }

    /// Takes in what a late subtree held: its blocks, and its support link where there was none.
    pub fn merge(&mut self, page: &Page, findings: Findings) {
        for found in findings.blocks {
            add(&mut self.blocks, block(page, found));
        }
        for found in findings.maybe {
            add(&mut self.maybe, block(page, found));
        }
        if self.support.is_none() {
            self.support = findings.support.map(|l| Link { href: l.href, label: l.label });
        }
    }

    /// The summary of a length.
    pub fn summary(&self, length: usize) -> &[Sentence] {
        self.summaries.iter().find(|s| s.length == length).map_or(&[], |s| &s.sentences)
    }
}

fn add(blocks: &mut Vec<Block>, new: Block) {
    match blocks.iter_mut().find(|b| b.node == new.node) {
        Some(known) => *known = new,
        None => blocks.push(new),
    }
}

fn block(page: &Page, found: clutter::Block) -> Block {
    Block {
        node: page.number(found.node),
        category: found.category,
        confidence: found.confidence,
        clues: found.clues.into_iter().map(|c| Message { key: c.key.to_owned(), args: c.args }).collect(),
        quote: found.quote,
        overlay: found.overlay,
        frame: page.number(if found.overlay { found.node } else { frames::around(page, found.node) }),
        shape: Some(Fingerprint::of(page, found.node)),
    }
}

/// The article as the summary's rooms read it: plain paragraphs with the numbers of their elements.
fn document<'l>(page: &Page, article: &Article, lexicon: &'l Lexicon) -> Document<'l> {
    let kind = |k: ParagraphKind| match k {
        ParagraphKind::Heading => summary::ParagraphKind::Heading,
        ParagraphKind::ListItem => summary::ParagraphKind::ListItem,
        ParagraphKind::Quote => summary::ParagraphKind::Quote,
        ParagraphKind::Caption => summary::ParagraphKind::Caption,
        ParagraphKind::Text | ParagraphKind::Preformatted => summary::ParagraphKind::Text,
    };
    let paragraphs: Vec<_> = article
        .paragraphs
        .iter()
        .map(|p| summary::Paragraph { text: p.text.clone(), node: page.number(p.node), kind: kind(p.kind) })
        .collect();
    Document {
        title: article.headline.as_ref().map(|h| h.text.clone()),
        standfirst: article.standfirst.clone(),
        lang: lexicon.language(article.lang.as_deref().map(Lang::new).unwrap_or_default()),
        published: article.published.as_deref().and_then(summary::Date::from_iso),
        paragraphs,
    }
}
