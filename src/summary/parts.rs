//! Articles made of parts: interviews, questions and answers. What stands before the first part introduces all of them; an answer without
//! its question tells little.

use super::{Paragraph, ParagraphKind};

/// From this many questions an article may be made of them.
const PARTS: usize = 3;

/// Questions are this share of the paragraphs at least, one in so many.
const ONE_IN: usize = 8;

/// The place of the paragraph from which the article is made of parts; past its end where it is not.
pub(crate) fn begin(paragraphs: &[Paragraph]) -> usize {
    let (mut asked, mut first) = (0, paragraphs.len());
    for (at, p) in paragraphs.iter().enumerate() {
        if p.kind != ParagraphKind::Caption && is_question(&p.text) {
            asked += 1;
            first = first.min(at);
        }
    }
    if asked >= PARTS && asked * ONE_IN >= paragraphs.len() { first } else { paragraphs.len() }
}

/// Whether a paragraph or sentence asks.
pub(crate) fn is_question(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', '’', ')']).ends_with(['?', '？', '؟'])
}

#[cfg(test)]
mod tests {
    use super::begin;
    use crate::summary::{Paragraph, ParagraphKind};

    fn from(lines: &[&str]) -> usize {
        begin(&lines.iter().map(|l| Paragraph { text: (*l).to_owned(), node: 0, kind: ParagraphKind::Text }).collect::<Vec<_>>())
    }

    #[test]
    fn questions_and_answers_are_parts() {
        assert_eq!(from(&["Anna Holm built it.", "Why?", "Because.", "When?", "In May.", "Who paid?", "All of us."]), 1);
        assert_eq!(from(&["Anna Holm built it.", "But why?", "She does not say.", "The bridge stands."]), 4);
    }
}
