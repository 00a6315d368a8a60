//! The choice of sentences for the summary.

use super::{Document, ParagraphKind, Ranker, Sentence};
use crate::text;

/// Sentences shorter than this many words say too little to stand in a summary.
const FEWEST_WORDS: usize = 5;

/// At most `sentences` sentences of the article that tell what it says, in the article's order, each
/// a verbatim part of one paragraph. Fewer when the article is short; none when it has no running text.
#[must_use]
pub fn summarize(doc: &Document, sentences: usize, _ranker: &Ranker) -> Vec<Sentence> {
    let mut chosen = Vec::new();
    for paragraph in &doc.paragraphs {
        if matches!(paragraph.kind, ParagraphKind::Heading | ParagraphKind::Caption) {
            continue;
        }
        for range in text::sentences(&paragraph.text, doc.lang) {
            if chosen.len() >= sentences {
                return chosen;
            }
            let Some(sentence) = paragraph.text.get(range) else { continue };
            if text::count(sentence) >= FEWEST_WORDS {
                chosen.push(Sentence { text: sentence.to_owned(), node: paragraph.node });
            }
        }
    }
    chosen
}
