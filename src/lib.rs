//! Lede decides which parts of a news page are appeals, and sums up its article.
//!
//! The way through the crate is one-way, and the folders are named after it:
//!
//! - [`page`]: what is there, by one of two front doors: what the content script saw, or a file
//! - [`text`]: sentences, words, languages
//! - [`article`]: which block is the story, and its headline, byline and date
//! - [`clutter`]: which blocks are appeals, and why
//! - [`summary`]: key sentences, who said what, the facts
//! - [`report`]: what is known of a page; [`own`]: the blocks that the reader picked; [`settings`]: what the reader wants
//! - [`view`]: what the reader sees and may do, worked out from both
//!
//! At the end of the way stand those who ask: the command line, the boundary of the extension's brain, and the pages of our own.
//!
//! No room knows a later one. The core reads no clock and no file, keeps nothing, and does not panic on any page.
//!
//! # A page, from its HTML
//!
//! An [`Engine`] holds the judges. It is made once and asked about any number of pages.
//!
//! ```
//! use lede::clutter::Category;
//! use lede::{Engine, page::html};
//!
//! let engine = Engine::built_in()?;
//! let file = std::fs::read_to_string("www/ferry.html")?;
//! let report = engine.report(&html::read(&file, "https://news.example/ferry"), &[]);
//!
//! let headline = report.headline.as_ref().map(|place| place.text.as_str());
//! assert_eq!(headline, Some("Night ferry to sail again as Port Ellery votes €4.2 million rescue"));
//! assert!(report.blocks.iter().any(|block| block.category == Category::Newsletter));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A page, as a browser shows it
//!
//! In the extension a content script writes the page down; [`page::snapshot`] says how. Elements have numbers there, so that the answer
//! can speak of them. The third element, `article`, is number 2.
//!
//! ```
//! use lede::page::snapshot;
//!
//! let text = "lede-snapshot 1\nurl https://news.example/a\nviewport 1280 720\n\n<html\n<body\n<article\n<p\n\"Boats are back.\n>\n>\n>\n>\n";
//! let page = snapshot::read(text)?;
//!
//! let article = page.first("article").unwrap();
//! assert_eq!(page.number(article), 2);
//! assert_eq!(page.text(article), "Boats are back.");
//! # Ok::<(), lede::error::Error>(())
//! ```
//!
//! # A text without a page
//!
//! The summary needs no HTML: a line a paragraph is enough. Every sentence is a verbatim part of one of them.
//!
//! ```
//! use lede::Engine;
//! use lede::summary::{Document, summarize};
//!
//! let engine = Engine::built_in()?;
//! let text = "The ferry between the islands will stop for two weeks, the harbour office said on Monday. Its engine is being replaced.\n\
//!             About 400 people take it to work every day. Buses will not replace it.\n\
//!             The office expects the ferry to sail again on 14 May.";
//! let document = Document::from_text(engine.lexicon(), Some("Ferry stops for two weeks"), text, None);
//!
//! let summary = summarize(&document, 2, engine.ranker());
//! assert_eq!(summary.len(), 2);
//! assert!(summary.iter().all(|sentence| text.contains(&sentence.text)));
//! # Ok::<(), lede::error::Error>(())
//! ```
//!
//! # What the reader sees
//!
//! [`view::Answer`] is what the browser draws: rows for the sidebar, elements to hide, words for the button. It follows from the report,
//! the [`settings`] and what the reader did on the page, and from nothing else.
//!
//! ```
//! use lede::settings::{Settings, State};
//! use lede::view::Answer;
//! use lede::{Engine, page::html};
//!
//! let engine = Engine::built_in()?;
//! let file = std::fs::read_to_string("www/ferry.html")?;
//! let report = engine.report(&html::read(&file, "https://news.example/ferry"), &[]);
//!
//! let answer = Answer::new(&report, State::default(), &Settings::default(), false);
//! assert_eq!(answer.badge, answer.hide.len().to_string());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod article;
#[cfg(any(feature = "wasm", feature = "pages"))]
pub mod boundary;
mod case;
pub mod clutter;
#[cfg(feature = "html")]
pub mod copies;
pub mod error;
pub mod model;
mod number;
mod order;
pub mod own;
pub mod page;
#[cfg(feature = "drawn")]
pub mod pages;
pub mod report;
pub mod settings;
pub mod summary;
pub mod text;
pub mod view;
#[cfg(feature = "wasm")]
pub mod wasm;

use article::{Article, Kind};
use clutter::Findings;
use error::Error;
use page::Page;
use report::Report;
use summary::Ranker;
use text::Lexicon;

/// The judges with their models read, ready for any number of pages.
#[derive(Debug)]
pub struct Engine {
    article: article::Model,
    clutter: clutter::Model,
    ranker: Ranker,
    lexicon: Lexicon,
}

impl Engine {
    /// The judges with the models of a file; a section that the file does not have is the built-in one.
    ///
    /// # Errors
    /// [`Error::Model`] with the line that cannot be read.
    pub fn new(model: &str) -> Result<Self, Error> {
        Ok(Engine {
            article: article::Model::read(model)?,
            clutter: clutter::Model::read(model)?,
            ranker: Ranker::read(model)?,
            lexicon: Lexicon::read(model),
        })
    }

    /// The judges that Lede ships with.
    ///
    /// # Errors
    /// [`Error::Model`], which a test rules out.
    pub fn built_in() -> Result<Self, Error> {
        Engine::new(model::BUILT_IN)
    }

    /// Reads a page: finds its article and its clutter. What turns out to be clutter is not part of the article's text.
    pub fn read(&self, page: &Page) -> (Article, Findings) {
        let mut article = article::find(page, &self.article);
        let findings = clutter::find(page, &article, &self.clutter);
        article.nodes.retain(|&n| !findings.blocks.iter().any(|b| page.contains(b.node, n)));
        article.paragraphs.retain(|p| !findings.blocks.iter().any(|b| page.contains(b.node, p.node)));
        article.words = article.paragraphs.iter().map(|p| p.words).sum();
        (article, findings)
    }

    /// What is known of a page, and of the subtrees that came late, in order.
    pub fn report(&self, page: &Page, late: &[Page]) -> Report {
        let (article, mut report) = self.judge(page, late);
        report.sum_up(page, &article, &self.ranker, &self.lexicon);
        report
    }

    /// The same without summaries, quotes and facts, a quarter of the work: enough to hide.
    pub fn glance(&self, page: &Page, late: &[Page]) -> Report {
        self.judge(page, late).1
    }

    fn judge(&self, page: &Page, late: &[Page]) -> (Article, Report) {
        let (article, findings) = self.read(page);
        let mut report = Report::new(page, &article, findings);
        // On a page without an article nothing is hidden, late or not.
        if report.kind == Kind::Article {
            for subtree in late {
                report.merge(subtree, self.read(subtree).1);
            }
        }
        (article, report)
    }

    /// The judge of sentences.
    pub fn ranker(&self) -> &Ranker {
        &self.ranker
    }

    /// The words of the languages.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
