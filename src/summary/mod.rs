//! What an article says in a few of its own sentences, who said what in it, and the people, places,
//! dates and amounts it names. Works on an article as plain paragraphs, so that a page and a text
//! file go the same way; every result names the node it came from and quotes it verbatim.

mod amounts;
mod attribution;
mod boilerplate;
mod candidate;
mod cast;
mod choose;
mod claim;
mod facts;
mod features;
mod leaning;
mod names;
mod parts;
mod passed_on;
mod quotation;
mod quotes;
pub mod rank;
mod reading;
mod roles;
mod speaker;
mod times;
mod token;
mod topic;

pub use choose::{summaries, summarize};
pub use facts::{Fact, FactKind, facts};
pub use quotes::{Quote, quotes};
pub use rank::Ranker;
pub use reading::Reading;

use crate::text::{Lang, Language, Lexicon};
use serde::Serialize;

/// What a paragraph is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Text,
    /// A heading inside the article.
    Heading,
    /// An item of a list.
    ListItem,
    /// A block quotation or a pull quote.
    Quote,
    /// The caption or credit of a picture.
    Caption,
}

/// One paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// The text, white space collapsed.
    pub text: String,
    /// The outside number of the element the text came from, 0 for plain text.
    pub node: u32,
    /// What the paragraph is.
    pub kind: ParagraphKind,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, as in 2024.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads the day at the beginning of an ISO 8601 time ("2024-05-02T10:00:00Z"), if there is one.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Date> {
        let mut parts = text.trim().get(..10)?.split('-');
        let date = Date { year: parts.next()?.parse().ok()?, month: parts.next()?.parse().ok()?, day: parts.next()?.parse().ok()? };
        ((1..=12).contains(&date.month) && (1..=31).contains(&date.day)).then_some(date)
    }
}

/// An article as the summary needs it.
#[derive(Clone, Debug)]
pub struct Document<'l> {
    /// The headline, where known.
    pub title: Option<String>,
    /// The standfirst (the sentence or two under the headline), where the article has one outside its paragraphs.
    pub standfirst: Option<String>,
    /// The language of the text.
    pub lang: Language<'l>,
    /// The day of publication, for dates like "on Thursday".
    pub published: Option<Date>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
}

impl<'l> Document<'l> {
    /// An article given as text, a line a paragraph; the language is found out unless it is given.
    #[must_use]
    pub fn from_text(lexicon: &'l Lexicon, title: Option<&str>, text: &str, lang: Option<Lang>) -> Document<'l> {
        let lang = lang.filter(|l| *l != Lang::UNKNOWN).or_else(|| lexicon.languages.detect(text)).unwrap_or_default();
        let paragraphs = text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .map(|text| Paragraph { text, node: 0, kind: ParagraphKind::Text })
            .collect();
        Document {
            title: title.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned),
            standfirst: None,
            lang: lexicon.language(lang),
            published: None,
            paragraphs,
        }
    }
}

/// A sentence of the article, a verbatim part of one paragraph, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// The sentence as it stands in the paragraph.
    pub text: String,
    /// The paragraph's node.
    pub node: u32,
}

#[cfg(test)]
mod tests {
    use super::{Date, Document};
    use crate::text::Lexicon;

    #[test]
    fn an_iso_time_gives_its_day() {
        assert_eq!(Date::from_iso("2024-05-02T10:00:00Z"), Some(Date { year: 2024, month: 5, day: 2 }));
        assert_eq!(Date::from_iso("2024-13-02"), None);
        assert_eq!(Date::from_iso("May 2"), None);
        assert_eq!(Date::from_iso("20é4-05-02"), None);
    }

    #[test]
    fn text_becomes_one_paragraph_a_line() {
        let lexicon = Lexicon::built_in();
        let doc = Document::from_text(&lexicon, Some(" A title "), "One  two.\n\nThree.", None);
        assert_eq!(doc.title.as_deref(), Some("A title"));
        assert_eq!(doc.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(), ["One two.", "Three."]);
    }
}
