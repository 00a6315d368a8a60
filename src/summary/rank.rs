//! How much each sentence of an article deserves a place in its summary.

use crate::error::Error;
use crate::model::{self, Trees};

/// The name of the ranker's section in a model file.
const SECTION: &str = "summary";

/// Names of the features, in the order of [`features`].
pub const FEATURES: &[&str] = &[];

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
        Ok(Ranker { trees: Trees::read(model, SECTION, FEATURES)? })
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
}
