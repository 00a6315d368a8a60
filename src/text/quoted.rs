//! Quotations and brackets as one thing: short ones are kept whole, and the words behind a closing mark may attribute it.

use super::List;
use super::sentence::{Scan, is_dash, is_opener, is_terminator, is_unspaced_terminator};
use crate::case::lower;

/// A bracket or quotation longer than this many characters is not kept whole.
const BRACKET_CHARS: usize = 300;

/// A quotation of no more characters than this is kept whole even if it holds several sentences: half a quotation reads badly.
const QUOTATION_CHARS: usize = 140;

impl Scan<'_> {
    /// The closing mark of a short quotation that opens at `i`.
    pub fn whole_quotation(&self, i: usize) -> Option<usize> {
        let fresh = || {
            let before = self.at(i.wrapping_sub(1));
            i == 0 || before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | ':') || is_terminator(before)
        };
        let closers: &[char] = match self.at(i) {
            '“' if !self.lang.is_one_of(&["zh", "ja"]) => &['”'],
            '„' => &['“', '”', '"'],
            '«' => &['»'],
            '»' if fresh() => &['«', '»'],
            '”' if fresh() => &['”'],
            '"' if fresh() => &['"'],
            _ => return None,
        };
        if self.at(i) != '"' && self.at(i + 1).is_whitespace() && self.at(i) != '«' {
            return None;
        }
        for j in i + 1..i + QUOTATION_CHARS {
            match self.at(j) {
                '\0' | '\n' => return None,
                c if closers.contains(&c) => return Some(j),
                _ => {}
            }
        }
        None
    }

    /// The closing partner of a bracket that opens at `i`, when it is near enough to keep whole.
    pub fn whole_bracket(&self, i: usize) -> Option<usize> {
        let open = self.at(i);
        let close = match open {
            '(' => ')',
            '[' => ']',
            '「' => '」',
            '『' => '』',
            '（' => '）',
            '《' => '》',
            '【' => '】',
            '“' if self.lang.is_one_of(&["zh", "ja"]) => '”',
            _ => return None,
        };
        let mut depth = 0usize;
        for j in i..(i + BRACKET_CHARS) {
            match self.at(j) {
                '\0' | '\n' => return None,
                c if c == open => depth += 1,
                c if c == close => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(j);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The end of the sentence when a whole bracket from `open` to `close` ends it.
    pub fn end_after_bracket(&self, start: usize, open: usize, close: usize) -> Option<usize> {
        let inner = self.at(close - 1);
        if !is_terminator(inner) {
            return None;
        }
        let next = self.skip_space(close + 1);
        let n = self.at(next);
        if n == '\0' {
            return Some(close + 1);
        }
        match self.at(open) {
            '(' | '[' => {
                let opens_sentence = self.skip_space(start) == open;
                (opens_sentence && next > close + 1 && self.starts_sentence(next)).then_some(close + 1)
            }
            '「' | '『' => {
                let particle = (self.lang.is("zh") && self.chinese_speech_follows(next))
                    || matches!(u32::from(n), 0x3041..=0x309F)
                    || matches!(n, '、' | '，' | '」' | '』' | '（');
                (!particle && is_unspaced_terminator(inner)).then_some(close + 1)
            }
            '“' => {
                let ends = is_unspaced_terminator(inner) && !matches!(n, '，' | '、' | '。' | '的' | '等' | '和');
                (ends && !self.chinese_speech_follows(next)).then_some(close + 1)
            }
            _ => None,
        }
    }

    /// Whether a Chinese clause of attribution ("他说", "记者表示") follows a quotation.
    fn chinese_speech_follows(&self, from: usize) -> bool {
        for j in from..from + 14 {
            match self.at(j) {
                '说' | '說' | '道' | '称' | '稱' | '问' | '問' => return true,
                '表' if matches!(self.at(j + 1), '示' | '明') => return true,
                '指' | '写' | '寫' if matches!(self.at(j + 1), '出' | '道') => return true,
                '\0' | '。' | '，' | '：' => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether the words after a closing quotation mark attribute it: "said", "Smith asked", "fragte die Ministerin".
    pub fn speech_follows(&self, next: usize) -> bool {
        if is_opener(self.at(next)) {
            return false;
        }
        if !self.lang.is("") && !self.at(next).is_lowercase() && !self.at(next).is_uppercase() && self.at(next).is_alphabetic() {
            // Scripts without capitals: a verb of saying that ends the sentence a few words on.
            let ahead: String = (next..next + 40).map(|j| self.at(j)).take_while(|c| !matches!(c, '\0' | '\n')).collect();
            let Some((clause, _)) = ahead.split_once(['.', '।', '؟', '?']) else { return false };
            return clause.split(' ').count() <= 5 && clause.split(' ').any(|w| self.lang.has(List::Verbs, w));
        }
        let mut at = if is_dash(self.at(next)) { self.skip_openers(next) } else { next };
        for place in 0..4 {
            let word = self.word_at(at);
            if word.is_empty() {
                return false;
            }
            let name = word.chars().next().is_some_and(char::is_uppercase);
            if !name || !word.chars().any(char::is_lowercase) {
                return place > 0 && self.lang.has(List::Verbs, &lower(&word)) && {
                    let after = at + word.chars().count();
                    // "Smith said the plan …" is a sentence of its own; "Smith said." closes the quotation.
                    matches!(self.at(after), '.' | ',' | ':' | '\0' | '\n')
                };
            }
            at += word.chars().count();
            if self.at(at) != ' ' {
                return false;
            }
            at = self.skip_space(at);
        }
        false
    }
}
