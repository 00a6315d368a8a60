//! Whether a full stop ends a sentence: nothing but lists tells "Gen. Lee" from "the men. Lee".

use super::sentence::Scan;
use super::words::is_unspaced;
use super::{Language, List, listed};

/// Whether a lower-cased word before a full stop never ends a sentence in this language.
pub(super) fn is_never_final(word: &str, lang: Language<'_>) -> bool {
    if lang.has(List::NeverFinalAnywhere, word) {
        // Some of the common entries are ordinary words elsewhere.
        let word_elsewhere = match word {
            "no" => !lang.is_one_of(&["en", "es", "fi", "tr", "id", ""]),
            "hr" | "fr" | "st" | "art" => lang.is("cs") || (word == "art" && lang.is_one_of(&["en", "de", "sv"])),
            "ed" => lang.is("it"),
            "ms" | "mt" | "ft" | "det" | "hon" => !lang.is_one_of(&["en", ""]),
            "gen" => lang.is_one_of(&["de", "nl", "sv", "da", "no"]),
            "ca" => lang.is("ro"),
            "sig" | "ing" | "arch" => lang.is_one_of(&["en", "sv", "da", "no"]),
            _ => false,
        };
        return !word_elsewhere;
    }
    lang.has(List::NeverFinal, word)
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

impl Scan<'_> {
    /// The word before the full stop at `i`, inner full stops included.
    pub fn word_before(&self, i: usize) -> String {
        let mut j = i;
        while j > 0 {
            let c = self.at(j - 1);
            let inner_dot = c == '.' && j >= 2 && self.at(j - 2).is_alphanumeric();
            let mark = matches!(u32::from(c), 0x0300..=0x036F | 0x0900..=0x0DFF);
            let hyphen = c == '-' && j >= 2 && self.at(j - 2).is_alphabetic();
            if c.is_alphanumeric() || inner_dot || mark || hyphen {
                j -= 1;
            } else {
                break;
            }
            if i - j > 30 {
                break;
            }
        }
        (j..i).map(|k| self.at(k)).collect()
    }

    /// Whether the single full stop at `i`, followed by a space, ends a sentence.
    pub fn full_stop_ends(&self, start: usize, i: usize, next: usize) -> bool {
        let word = self.word_before(i);
        let lower = crate::case::lower(&word);
        let length = word.chars().count();
        let begin = i - length;
        let f = self.skip_openers(next);
        let n = self.at(f);
        let next_word = self.word_at(f);
        let lone_initial = next_word.chars().count() == 1 && self.at(f + 1) == '.';
        let opener = !lone_initial && self.lang.opens_sentence(&next_word);
        let first_of_sentence = self.skip_space(start) == begin;

        if word.is_empty() {
            return true;
        }
        if word.chars().all(|c| c.is_numeric()) {
            // "1. Mix the flour": the number of a list item stays with its item.
            if first_of_sentence && length <= 3 {
                return false;
            }
            let dated = self.lang.code.has_dotted_ordinals() || self.lang.is("ko");
            if dated && n.is_numeric() && (length <= 2 || self.lang.is("ko")) {
                return false;
            }
            // "p. 12.": a page number is no ordinal.
            let page = begin >= 2 && self.at(begin - 1) == ' ' && self.at(begin - 2) == '.';
            if self.lang.code.has_dotted_ordinals() && length <= 2 && n.is_alphabetic() && !page {
                if self.lang.has(List::CapitalMonths, &next_word) {
                    return false;
                }
                return opener;
            }
            return true;
        }
        if self.lang.code.has_dotted_ordinals() && is_roman(&word) && length <= 5 {
            return opener;
        }
        let letter = length == 1 && self.at(begin).is_alphabetic() && !is_unspaced(self.at(begin));
        let unit = self.lang.is_one_of(&["ru", "uk", "be", "bg", "pl", "cs"]) && self.lang.has(List::SometimesFinal, &lower);
        if letter && (n.is_numeric() || !unit) {
            // An initial ("George W. Bush") unless a sentence clearly begins ("vitamin C. The").
            let spaced_pair = self.part_of_spaced_abbreviation(begin, &lower);
            if spaced_pair == Some(true) {
                return opener || !self.lang.is_one_of(&["de"]);
            }
            return self.at(begin).is_uppercase() && opener && spaced_pair.is_none() && !self.initial_chain(begin);
        }
        if is_never_final(&lower, self.lang) || (self.lang.is("de") && lower.ends_with("str")) {
            return false;
        }
        if self.lang.has(List::SometimesFinal, &lower) {
            if n.is_numeric() {
                return false;
            }
            if matches!(lower.as_str(), "г" | "гг" | "в" | "р" | "r" | "ст") {
                // "В 2014 г. Россия": a date that opens the sentence goes on; at its end it is a full stop.
                let number_before = self.at(begin.wrapping_sub(2)).is_alphanumeric();
                return number_before && (opener || begin.saturating_sub(start) > 25);
            }
            if listed("inc corp co ltd llc plc jr sr u.s u.k u.n d.c u.s.a e.u a.m p.m m s.a ee.uu ph.d m.d vs st al min mil", &lower) {
                return opener;
            }
            return true;
        }
        if word.contains('.') {
            // Letters with full stops: "J.K. Rowling", "U.N.C.L.E. The".
            let pieces_short = word.split('.').all(|p| p.chars().count() <= 2);
            if pieces_short && word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric) {
                return opener;
            }
        }
        // Hindi and its neighbours abbreviate with one or two letters and a full stop.
        if matches!(self.at(begin), '\u{0900}'..='\u{0DFF}') {
            return length > 3;
        }
        true
    }

    /// Whether the one-letter word at `begin` is the tail of a spaced abbreviation ("т. д.", "a. m."): `Some(true)`
    /// when such a tail may end a sentence, `Some(false)` when it may not ("z. B.").
    fn part_of_spaced_abbreviation(&self, begin: usize, letter: &str) -> Option<bool> {
        if begin < 3 || self.at(begin - 1) != ' ' || self.at(begin - 2) != '.' {
            return None;
        }
        let before = self.at(begin - 3);
        let alone = begin < 4 || !self.at(begin - 4).is_alphanumeric();
        if !alone || !before.is_lowercase() {
            return None;
        }
        Some(matches!((before, letter), ('т', "д" | "п") | ('a' | 'p', "m") | ('s', "w") | ('o', "ä") | ('a', "c") | ('d', "c")))
    }

    /// Whether another initial stands directly before the one at `begin` ("J. R. R. Tolkien").
    fn initial_chain(&self, begin: usize) -> bool {
        begin >= 3 && self.at(begin - 1) == ' ' && self.at(begin - 2) == '.' && self.at(begin - 3).is_uppercase()
    }
}
