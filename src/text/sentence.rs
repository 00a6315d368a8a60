//! Where sentences begin and end in one paragraph: by terminators and what stands around them
//! (abbreviations, initials, ordinals, quotation marks, brackets), with the unspaced scripts'
//! own rules. Ranges are trimmed, in order, and never split a character.

use std::ops::Range;

use super::stop::is_never_final;
use super::words::is_unspaced;
use super::{Language, List};

/// A full stop before a dash, this close to the beginning, belongs to a dateline ("LONDON, Ont. — …").
const DATELINE_CHARS: usize = 30;

/// Thai and its neighbours end sentences with a space and nothing else; a piece shorter than this many characters is a phrase.
const THAI_SENTENCE_CHARS: usize = 60;

/// The sentences of one paragraph as byte ranges, trimmed of white space, in order.
/// A line feed always ends a sentence. Linear in the length of the text.
#[must_use]
pub fn sentences(text: &str, lang: Language<'_>) -> Vec<Range<usize>> {
    let scan = Scan { chars: text.char_indices().collect(), len: text.len(), lang };
    let mut found = Vec::new();
    let mut start = 0usize;
    let mut i = 0usize;
    while i < scan.chars.len() {
        let c = scan.at(i);
        if let Some(close) = scan.whole_quotation(i) {
            // The terminators before its closing mark are judged with what follows the quotation.
            let mut last = close;
            while last > i + 1 && (is_terminator(scan.at(last - 1)) || scan.at(last - 1).is_whitespace()) {
                last -= 1;
            }
            while scan.at(last).is_whitespace() {
                last += 1;
            }
            if last < close
                && let Some(end) = scan.end_at(start, last)
            {
                scan.push(&mut found, start, end);
                start = end;
                i = end;
                continue;
            }
            i = close + 1;
            continue;
        }
        if let Some(close) = scan.whole_bracket(i) {
            if let Some(end) = scan.end_after_bracket(start, i, close) {
                scan.push(&mut found, start, end);
                start = end;
                i = end;
            } else {
                i = close + 1;
            }
            continue;
        }
        let end = if c == '\n' {
            Some(i)
        } else if is_terminator(c) || (c == ';' && scan.lang.is("el")) {
            scan.end_at(start, i)
        } else if c == ' ' && scan.ends_thai(start, i) {
            Some(i)
        } else {
            None
        };
        match end {
            Some(end) => {
                scan.push(&mut found, start, end);
                start = end;
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    scan.push(&mut found, start, scan.chars.len());
    found
}

/// A paragraph as characters with their places.
pub(super) struct Scan<'l> {
    chars: Vec<(usize, char)>,
    len: usize,
    pub lang: Language<'l>,
}

pub(super) fn is_unspaced_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// Terminators that are nothing else, so that no abbreviation or number is in question.
fn is_plain_terminator(c: char) -> bool {
    matches!(c, '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '\u{1362}' | '\u{104B}' | '\u{17D4}' | '\u{0589}')
}

pub(super) fn is_terminator(c: char) -> bool {
    c == '.' || is_plain_terminator(c) || is_unspaced_terminator(c)
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '«' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》' | '〉')
}

pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '»' | '‹' | '(' | '[' | '{' | '¿' | '¡' | '「' | '『' | '（' | '【' | '《')
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒')
}

impl Scan<'_> {
    pub fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\0', |&(_, c)| c)
    }

    fn byte(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.len, |&(b, _)| b)
    }

    fn push(&self, found: &mut Vec<Range<usize>>, mut start: usize, mut end: usize) {
        while start < end && self.at(start).is_whitespace() {
            start += 1;
        }
        while end > start && self.at(end - 1).is_whitespace() {
            end -= 1;
        }
        if start < end {
            found.push(self.byte(start)..self.byte(end));
        }
    }

    pub fn skip_space(&self, mut i: usize) -> usize {
        while self.at(i).is_whitespace() && self.at(i) != '\n' {
            i += 1;
        }
        i
    }

    /// The end of the sentence when the terminator at `i` ends one (after its companions and closing marks).
    fn end_at(&self, start: usize, i: usize) -> Option<usize> {
        let c = self.at(i);
        let mut e = i + 1;
        while is_terminator(self.at(e)) {
            e += 1;
        }
        let dots = (i..e).filter(|&j| self.at(j) == '.').count();
        let only_dots = dots == e - i;
        let after_terminators = e;
        while is_closer(self.at(e)) && !self.opens_next(e, after_terminators) {
            e += 1;
        }
        // French sets a space inside its quotation marks.
        if e == after_terminators && matches!(self.at(e), ' ' | '\u{a0}' | '\u{202f}') && self.at(e + 1) == '»' {
            e += 2;
        }
        // A footnote mark, "[12]", belongs to the sentence before it.
        if self.at(e) == '[' && self.at(e + 1).is_ascii_digit() {
            let mut f = e + 1;
            while self.at(f).is_ascii_digit() {
                f += 1;
            }
            if self.at(f) == ']' {
                e = f + 1;
            }
        }
        let next = self.skip_space(e);
        if self.at(next) == '\0' || self.at(next) == '\n' {
            return Some(e);
        }
        let closed_quote = e > after_terminators;
        if is_unspaced_terminator(c) {
            return (!is_closer(self.at(next)) || next > e).then_some(e);
        }
        if next == e {
            return self.glued(i, e, only_dots).then_some(e);
        }
        if only_dots && dots == 1 && !closed_quote && !self.full_stop_ends(start, i, next) {
            return None;
        }
        if only_dots && is_dash(self.at(next)) && i - start <= DATELINE_CHARS && !self.lang.is_one_of(&["sv", "no", "fi", "da"]) {
            return None;
        }
        if !self.starts_sentence(next) {
            // "Why?" – a new sentence in a script without capitals still begins here.
            return None;
        }
        let ellipsis = c == '…' || dots >= 2;
        if ellipsis && !closed_quote && self.at(self.skip_openers(next)).is_numeric() {
            return None;
        }
        if closed_quote && self.speech_follows(next) {
            return None;
        }
        Some(e)
    }

    /// Whether a mark after the terminator opens the next sentence instead of closing this one.
    fn opens_next(&self, e: usize, after_terminators: usize) -> bool {
        let mark = self.at(e);
        match mark {
            // German and others close with “, English opens with it; « opens in French and closes in Danish.
            '“' | '«' | '‘' => {
                e == after_terminators
                    && !self.at(e + 1).is_whitespace()
                    && self.at(e + 1) != '\0'
                    && !matches!(self.at(e + 1), ',' | ')' | ';' | ':' | '.')
            }
            '"' | '\'' => e == after_terminators && self.at(e + 1).is_alphanumeric(),
            _ => false,
        }
    }

    pub fn skip_openers(&self, mut i: usize) -> usize {
        while is_opener(self.at(i)) || is_dash(self.at(i)) || self.at(i) == '•' || self.at(i) == ' ' {
            i += 1;
        }
        i
    }

    /// The word that begins at `i`, letters, digits, apostrophes and inner hyphens.
    pub fn word_at(&self, i: usize) -> String {
        let mut word = String::new();
        let mut j = i;
        loop {
            let c = self.at(j);
            let inner = matches!(c, '\'' | '’' | '-') && self.at(j + 1).is_alphanumeric();
            if !(c.is_alphanumeric() || inner) || word.len() > 60 {
                return word;
            }
            word.push(c);
            j += 1;
        }
    }

    /// Whether what begins at `next` can be the beginning of a sentence.
    pub fn starts_sentence(&self, next: usize) -> bool {
        let f = self.skip_openers(next);
        let c = self.at(f);
        if matches!(c, '\0' | '\n') {
            return false;
        }
        if c.is_lowercase() {
            // "iPhone", "eBay": a capital in the second place makes a name.
            return self.at(f + 1).is_uppercase();
        }
        // Dutch "’s Avonds" has its capital behind.
        let dutch = c == '’' && self.at(f + 2) == ' ' && self.at(f + 3).is_uppercase();
        dutch || c.is_alphanumeric() || matches!(c, '#' | '@' | '$' | '€' | '£' | '₹' | '¥' | '&' | '*' | '§') || u32::from(c) > 0x2500
    }

    /// Whether a terminator directly followed by text ends a sentence: "…for a year.The minister…".
    fn glued(&self, i: usize, e: usize, only_dots: bool) -> bool {
        let before = self.at(i.wrapping_sub(1));
        let f = if is_opener(self.at(e)) { e + 1 } else { e };
        let n = self.at(f);
        if !only_dots && is_plain_terminator(self.at(i)) && !before.is_ascii_alphanumeric() {
            // Danda, Arabic question mark and their kin need no space.
            if matches!(self.at(i), '।' | '॥' | '؟' | '۔' | '\u{1362}' | '\u{104B}' | '\u{17D4}') {
                return n.is_alphabetic();
            }
        }
        if is_unspaced(n) {
            return !only_dots && n.is_alphabetic() && !before.is_ascii_alphanumeric();
        }
        let prior = self.word_before(i);
        let letters = prior.chars().count();
        n.is_uppercase()
            && self.at(f + 1).is_lowercase()
            && self.at(f + 2) != '\0'
            && letters >= 3
            && !prior.contains('.')
            && !prior.chars().skip(1).any(char::is_uppercase)
            && (prior.chars().all(char::is_lowercase) || self.lang.opens_sentence(&self.word_at(f)))
            && !self.at(i.wrapping_sub(letters + 1)).is_ascii_punctuation()
            && !is_never_final(&prior, self.lang)
    }

    /// Whether a space ends a Thai (Lao, Khmer) sentence: long enough on both sides, and the next piece opens like one.
    fn ends_thai(&self, start: usize, i: usize) -> bool {
        let thai = |c: char| matches!(u32::from(c), 0x0E00..=0x0EFF);
        if !thai(self.at(i.wrapping_sub(1))) || !thai(self.at(i + 1)) || i - start < THAI_SENTENCE_CHARS {
            return false;
        }
        let ahead: String = (i + 1..i + 16).map(|j| self.at(j)).filter(|&c| c != '\0').collect();
        self.lang.words(List::ThaiStarts).any(|s| ahead.starts_with(s))
    }
}
