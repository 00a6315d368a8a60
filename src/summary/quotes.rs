//! Who said what: quotations and reported claims with their speakers.

use super::Document;

/// Something somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The speaker, by the fullest name the article gives.
    pub speaker: String,
    /// What the speaker is, as the article introduces them ("deputy foreign minister").
    pub role: Option<String>,
    /// The words: what stands between the quotation marks, or the reported claim.
    pub text: String,
    /// Whether the article reports the claim in its own words instead of quoting it.
    pub reported: bool,
    /// The node of the paragraph.
    pub node: u32,
    /// The whole sentence it came from.
    pub sentence: String,
}

/// The quotations and reported claims whose speaker is certain, in the article's order.
#[must_use]
pub fn quotes(_doc: &Document) -> Vec<Quote> {
    Vec::new()
}
