//! How much each sentence of an article deserves a place in its summary: small learned trees over
//! the sentence's features.
//!
//! The trees are learned to put those sentences first that make, together, the summary closest to
//! the one a person wrote: see `learn/summary.py`.

use super::candidate::{Candidate, candidates};
pub use super::features::FEATURES;
use super::features::measure;
use super::{Document, Reading};
use crate::error::Error;
use crate::model::{self, Trees};

/// The name of the ranker's section in a model file.
const SECTION: &str = "summary";

/// Gives every sentence its worth: by learned trees, or by position where the model has none.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    trees: Option<Trees>,
}

impl Ranker {
    /// The ranker of a model file.
    ///
    /// # Errors
    /// [`Error::Model`] when its section is at fault.
    pub fn read(model: &str) -> Result<Ranker, Error> {
        Ok(Ranker { trees: Trees::read_or_built_in(model, SECTION, FEATURES)? })
    }

    /// The ranker of the model that Lede ships.
    #[must_use]
    pub fn built_in() -> Ranker {
        Ranker::read(model::BUILT_IN).unwrap_or_default()
    }

    /// Whether the ranker has learned trees.
    #[must_use]
    pub fn is_learned(&self) -> bool {
        self.trees.is_some()
    }

    /// The worth of each candidate.
    pub(crate) fn worths(&self, doc: &Document<'_>, found: &[Candidate<'_>]) -> Vec<f32> {
        match &self.trees {
            Some(trees) => measure(doc, found).iter().map(|values| trees.score(values)).collect(),
            None => (0..found.len()).map(|i| -(i as f32)).collect(),
        }
    }
}

/// A sentence with its features, for learning.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The sentence.
    pub text: String,
    /// Its values, in the order of [`FEATURES`].
    pub values: Vec<f32>,
    /// Whether it may be chosen at all.
    pub eligible: bool,
    /// How it leans on the sentence before: 0 not, 1 is a part, 2 joins on, 3 points back, 4 is a piece of a quotation.
    pub leaning: u8,
}

/// The features of every sentence of the running text, for learning.
#[must_use]
pub fn features(doc: &Document<'_>) -> Vec<Row> {
    let reading = Reading::of(doc);
    let found = candidates(&reading);
    measure(doc, &found)
        .into_iter()
        .zip(&found)
        .map(|(values, c)| Row { text: c.text.to_owned(), values, eligible: c.eligible, leaning: c.leaning as u8 })
        .collect()
}
