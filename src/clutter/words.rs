//! The page's words as the phrases are matched against them: folded, in order, each with the element it stands in.
//!
//! Case, soft hyphens, the two Turkish i and the kinds of apostrophe do not matter to a phrase. A script without spaces gives one word
//! a character, so that its phrases are matched by characters.

use crate::case::{is_alphanumeric, small};
use crate::page::{NodeId, Page};
use crate::text::is_unspaced;
use std::ops::Range;

/// A folded word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    start: u32,
    end: u32,
    /// The element whose text it is.
    pub node: NodeId,
    /// What its first two characters fold to: the place to look for phrases that begin with it.
    pub key: u32,
    /// Half a word for characters of unspaced scripts.
    pub weight: f32,
}

/// What is read as one line: between two breaks of the page, or the value of one attribute.
#[derive(Clone, Debug)]
pub struct Line {
    /// The nearest block element, or the element whose attribute it is.
    pub block: NodeId,
    /// The element that comes next in document order after the line's first text.
    pub before: NodeId,
    /// Its words.
    pub words: Range<usize>,
    /// It is an attribute that a reader sees or hears: a placeholder, a label, a button's value.
    pub attribute: bool,
}

/// All words of a page in document order, then those of its attributes.
#[derive(Debug, Default)]
pub struct Words {
    buffer: String,
    words: Vec<Word>,
    lines: Vec<Line>,
}

/// Attributes that a reader sees or hears.
const SPOKEN: &[&str] = &["aria-label", "placeholder", "value", "alt", "title"];
/// Characters of a line beyond which nothing is matched: an appeal says what it wants sooner.
const LONGEST_ATTRIBUTE: usize = 160;

impl Words {
    /// Reads a page: its text, then the attributes that a reader sees or hears.
    pub fn of(page: &Page) -> Words {
        let mut words = Words::default();
        let Some(root) = page.ids().next() else { return words };
        let mut block: Vec<NodeId> = Vec::with_capacity(page.len());
        for id in page.ids() {
            let outer = page.parent(id).and_then(|p| block.get(p.index()).copied()).unwrap_or(id);
            block.push(if page.is_inline(id) { outer } else { id });
        }
        let mut from = 0;
        let mut at: Option<(NodeId, NodeId)> = None;
        let mut open = false;
        for run in page.runs(root) {
            let text = page.run_text(run);
            if run.breaks || at.is_none() {
                words.end_line(at, from, false);
                from = words.words.len();
                at = block.get(run.parent.index()).map(|&b| (b, run.before));
                open = false;
            }
            open = words.read(text, run.parent, open);
        }
        words.end_line(at, from, false);
        for id in page.ids() {
            for (name, value) in page.attributes(id) {
                if SPOKEN.contains(&name) && value.len() > 2 && page.tag(id) != "abbr" {
                    let from = words.words.len();
                    let end = value.char_indices().nth(LONGEST_ATTRIBUTE).map_or(value.len(), |(i, _)| i);
                    words.read(value.get(..end).unwrap_or(""), id, false);
                    words.end_line(Some((id, id)), from, true);
                }
            }
        }
        words
    }

    /// The words of a phrase or of any other text.
    pub fn of_text(text: &str) -> Words {
        let mut words = Words::default();
        words.read(text, NodeId(0), false);
        words.end_line(Some((NodeId(0), NodeId(0))), 0, false);
        words
    }

    fn end_line(&mut self, at: Option<(NodeId, NodeId)>, from: usize, attribute: bool) {
        if let Some((block, before)) = at
            && from < self.words.len()
        {
            self.lines.push(Line { block, before, words: from..self.words.len(), attribute });
        }
    }

    /// Reads text; `open` says that the last word may go on in it. Returns whether the last word may go on after it.
    fn read(&mut self, text: &str, node: NodeId, open: bool) -> bool {
        let mut open = open && !self.words.is_empty();
        let mut letters = 2;
        for raw in text.chars() {
            if raw == '\u{ad}' || raw == '\u{200b}' || raw == '\u{307}' {
                continue;
            }
            let (c, alone) = match raw {
                'a'..='z' | '0'..='9' => (raw, false),
                'A'..='Z' => (raw.to_ascii_lowercase(), false),
                _ if !is_alphanumeric(raw) && !is_mark(raw) => {
                    open = false;
                    continue;
                }
                _ => match small(raw) {
                    'ı' => ('i', false),
                    'ё' => ('е', false),
                    c => (c, is_unspaced(raw)),
                },
            };
            let start = self.buffer.len() as u32;
            self.buffer.push(c);
            let end = self.buffer.len() as u32;
            match self.words.last_mut() {
                Some(word) if open && !alone => {
                    word.end = end;
                    if letters < 2 {
                        word.key = mix(word.key, c);
                        letters += 1;
                    }
                }
                _ => {
                    let weight = if alone { 0.5 } else { 1.0 };
                    self.words.push(Word { start, end, node, key: mix(START, c), weight });
                    letters = 1;
                    open = true;
                }
            }
            if alone {
                open = false;
            }
        }
        open
    }

    /// The lines in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// All words.
    pub fn all(&self) -> &[Word] {
        &self.words
    }

    /// The word at a place.
    pub fn at(&self, place: usize) -> Option<(&Word, &str)> {
        let word = self.words.get(place)?;
        Some((word, self.buffer.get(word.start as usize..word.end as usize)?))
    }
}

/// Signs that belong to the letter before them: accents, vowel signs, viramas, joiners.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0900..=0x0903 | 0x093A..=0x094F
        | 0x0955..=0x0957 | 0x0962..=0x0963 | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0B82 | 0x0BBE..=0x0BCD | 0x200C..=0x200D)
}

const START: u32 = 0x811C_9DC5;

/// FNV-1a over characters.
fn mix(key: u32, c: char) -> u32 {
    (key ^ u32::from(c)).wrapping_mul(0x0100_0193)
}

/// The key of words that begin with these up to two characters.
pub fn key(word: &str) -> u32 {
    word.chars().take(2).fold(START, mix)
}
