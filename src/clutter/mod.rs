//! Which blocks around and in the story are clutter, of which kind, and why.

mod candidate;
mod category;
mod decide;
mod evidence;
mod explain;
mod features;
pub mod frames;
mod judge;
mod other;
mod phrases;
mod plain;
mod signs;
mod veto;
mod words;

pub use category::Category;
pub use features::NAMES as FEATURES;
pub use judge::whole_names;

use crate::article::Article;
use crate::error::Error;
use crate::page::{NodeId, Page};
use evidence::Evidence;
use judge::Judge;
use phrases::Phrases;
use signs::Signs;

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

/// What was learned about clutter, and what is known of it: phrases and words of addresses.
#[derive(Clone, Debug)]
pub struct Model {
    phrases: Phrases,
    addresses: Signs,
    names: Signs,
    judge: Judge,
}

impl Model {
    /// Reads the clutter sections of a model file; the built-in ones where the file has none.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read(text: &str) -> Result<Model, Error> {
        Ok(Model { phrases: Phrases::read(text), addresses: Signs::of_addresses(), names: Signs::of_names(), judge: Judge::read(text)? })
    }
}

/// The elements of a page that may be an appeal, with the values of [`FEATURES`]: what the model learns from.
pub fn candidates(page: &Page, article: &Article, model: &Model) -> Vec<(NodeId, Vec<f32>)> {
    let evidence = Evidence::of(page, article, &model.phrases, &model.addresses, &model.names);
    let worth = page.ids().filter(|&id| candidate::is_candidate(page, &evidence, id));
    worth.map(|id| (id, features::values(page, &evidence, id).to_vec())).collect()
}

/// Judges the blocks of a page.
pub fn find(page: &Page, article: &Article, model: &Model) -> Findings {
    decide::find(page, article, model)
}
