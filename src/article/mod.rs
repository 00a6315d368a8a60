//! Which part of a page is its story: the body's containers and paragraphs, headline, standfirst, byline, date, language, whether the
//! page is an article at all and whether the publisher shows only its beginning.
//!
//! The text is judged line by line from structure and wording; what the page claims about itself is believed where the text bears it
//! out. Nothing here knows of appeals.

mod about;
mod body;
mod byline;
mod claims;
mod current;
mod features;
mod headline;
mod json;
mod judge;
mod kind;
mod lines;
mod masthead;
mod names;
mod opinion;
mod places;
mod scene;

pub use features::{FIRST, SECOND};
pub use judge::{Lesson, Model};

use crate::page::{NodeId, Page};
use about::About;
use scene::Scene;
use serde::{Deserialize, Serialize};

/// What a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One story.
    Article,
    /// A front page, a section, search results: many stories, none told.
    Listing,
    /// Anything else: a shop, an application, an error, nothing.
    #[default]
    Other,
}

impl Kind {
    /// The word that answers outside use.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Listing => "listing",
            Kind::Other => "other",
        }
    }
}

/// What a paragraph of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Running text.
    Text,
    /// A heading between paragraphs.
    Heading,
    /// An item of a list.
    ListItem,
    /// In a block quotation.
    Quote,
    /// Under a picture.
    Caption,
    /// Code, verse, tables of characters.
    Preformatted,
}

/// A paragraph of the body.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The block element that holds it.
    pub node: NodeId,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its text on one line.
    pub text: String,
    /// Its words, as readers count them.
    pub words: usize,
}

/// The story's headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The element that shows it, where one does.
    pub node: Option<NodeId>,
    /// Its words.
    pub text: String,
}

/// The story of a page, or as much of one as was found.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// What the page is.
    pub kind: Kind,
    /// BCP 47, as declared where the text agrees, else as detected.
    pub lang: Option<String>,
    /// The body's containers in document order, none inside another.
    pub nodes: Vec<NodeId>,
    /// The body's text in document order.
    pub paragraphs: Vec<Paragraph>,
    /// The headline.
    pub headline: Option<Headline>,
    /// The sentence or two under the headline.
    pub standfirst: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// ISO 8601, a date or a date with time.
    pub published: Option<String>,
    /// The publisher as readers know it.
    pub site: Option<String>,
    /// Words of the body, as readers count them.
    pub words: usize,
    /// The publisher shows only a beginning.
    pub locked: bool,
}

/// Finds the story of a page. A fragment has none: it is a late piece of a page that was looked at before.
pub fn find(page: &Page, model: &Model) -> Article {
    let about = About::of(page);
    if page.fragment {
        return Article { lang: about.lang, ..Article::default() };
    }
    let scene = Scene::of(page, &about);
    let opinion = judge::judge(&scene, model);
    let body = body::find(&scene, &opinion);
    let mut article = Article { nodes: body.nodes.clone(), paragraphs: body.paragraphs.clone(), words: body.words, ..Article::default() };
    masthead::find(&scene, &about, &model.languages, &mut article);
    article.kind = kind::kind(&scene, &about, &body, &article);
    article.locked = about.says_locked && article.words < 250;
    article
}

/// All lines of a page with the values of [`FIRST`] and [`SECOND`], for learning.
pub fn lessons(page: &Page, model: &Model) -> Vec<Lesson> {
    judge::lessons(&Scene::of(page, &About::of(page)), model)
}
