//! The people, organisations, places, dates and amounts an article names.

use super::Document;

/// What kind of thing a fact names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A person.
    Person,
    /// A company, authority, party, club, court, medium.
    Organisation,
    /// A country, town, region, street, river.
    Place,
    /// A day, month or year.
    Date,
    /// A sum of money, a share, a quantity.
    Amount,
}

/// Something the article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing it is.
    pub kind: FactKind,
    /// Its fullest name in the article.
    pub name: String,
    /// How often the article names it, by any of its names.
    pub count: usize,
    /// The sentence that names it first.
    pub sentence: String,
    /// The node of that sentence's paragraph.
    pub node: u32,
}

/// The things an article names, the weightiest first within each kind.
#[must_use]
pub fn facts(_doc: &Document) -> Vec<Fact> {
    Vec::new()
}
