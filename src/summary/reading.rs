//! An article as the summary's rooms read it: sentences, words and names, each found once for all of them.

use super::boilerplate::is_boilerplate;
use super::cast::Cast;
use super::names::{Common, Run, runs};
use super::token::{Token, tokens};
use super::{Document, ParagraphKind};
use crate::text;
use std::cell::OnceCell;
use std::ops::Range;

/// More bytes of an article than this are not read: what is known of a word takes ten times its room, and a summary of a book's first
/// chapters is no worse for it.
const MOST_TEXT: usize = 1 << 19;

/// An article with what all rooms ask of it.
pub struct Reading<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) passages: Vec<Passage<'a>>,
    names: OnceCell<Names<'a>>,
}

/// A paragraph as it is read.
pub(super) struct Passage<'a> {
    pub text: &'a str,
    pub node: u32,
    pub kind: ParagraphKind,
    /// None of headings and captions.
    pub sentences: Vec<Range<usize>>,
    pub tokens: Vec<Token<'a>>,
    /// It is not part of the story.
    pub boilerplate: bool,
}

impl Passage<'_> {
    /// Whether it is running text.
    pub fn runs_on(&self) -> bool {
        !matches!(self.kind, ParagraphKind::Heading | ParagraphKind::Caption)
    }
}

/// The names of an article.
pub(super) struct Names<'a> {
    pub common: Common<'a>,
    /// Those of each passage.
    pub runs: Vec<Vec<Run>>,
    pub cast: Cast,
}

impl<'a> Reading<'a> {
    /// Reads an article.
    #[must_use]
    pub fn of(doc: &'a Document<'a>) -> Reading<'a> {
        let mut left = MOST_TEXT;
        let mut passages = Vec::with_capacity(doc.paragraphs.len());
        for p in &doc.paragraphs {
            let text = p.text.get(..p.text.floor_char_boundary(left)).unwrap_or_default();
            if text.is_empty() && left < p.text.len() {
                break;
            }
            left -= text.len();
            let mut passage =
                Passage { text, node: p.node, kind: p.kind, sentences: Vec::new(), tokens: tokens(text, doc.lang), boilerplate: false };
            if passage.runs_on() {
                passage.sentences = text::sentences(text, doc.lang);
                passage.boilerplate = is_boilerplate(text, doc.lang);
            }
            passages.push(passage);
        }
        Reading { doc, passages, names: OnceCell::new() }
    }

    /// The names, looked for when they are first asked for.
    pub(super) fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| {
            let common = Common::of(&self.passages);
            let found = |p: &Passage<'a>| if p.runs_on() { runs(&p.tokens, self.doc.lang, &common) } else { Vec::new() };
            let runs: Vec<Vec<Run>> = self.passages.iter().map(found).collect();
            let cast = Cast::of(&self.passages, &runs, self.doc.lang, &common);
            Names { common, runs, cast }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_TEXT, Reading};
    use crate::summary::Document;
    use crate::text::{Lang, Lexicon};

    #[test]
    fn a_book_is_read_to_a_cap() {
        let (lexicon, line) = (Lexicon::built_in(), "Die Brücke über die Elbe wurde wieder gesperrt. ".repeat(99));
        for book in [line.repeat(200), [line.as_str(); 200].join("\n")] {
            let book = Document::from_text(&lexicon, None, &book, Some(Lang::new("de")));
            let read: usize = Reading::of(&book).passages.iter().map(|p| p.text.len()).sum();
            assert!((MOST_TEXT - 4..=MOST_TEXT).contains(&read));
        }
    }
}
