//! Where sentences begin and end in one paragraph: by terminators and what stands around them
//! (abbreviations, initials, ordinals, quotation marks, brackets), with the unspaced scripts'
//! own rules. Ranges are trimmed, in order, and never split a character.

use std::ops::Range;

use super::{Lang, abbreviations, speech, words::is_unspaced};

/// A bracket or quotation longer than this many characters is not kept whole.
const BRACKET_CHARS: usize = 300;

/// A quotation of no more characters than this is kept whole even if it holds several sentences: half a quotation reads badly.
const QUOTATION_CHARS: usize = 140;

/// A full stop before a dash, this close to the beginning, belongs to a dateline ("LONDON, Ont. — …").
const DATELINE_CHARS: usize = 30;

/// Thai and its neighbours end sentences with a space and nothing else; a piece shorter than this many characters is a phrase.
const THAI_SENTENCE_CHARS: usize = 60;

/// The sentences of one paragraph as byte ranges, trimmed of white space, in order.
/// A line feed always ends a sentence. Linear in the length of the text.
#[must_use]
pub fn sentences(text: &str, lang: Lang) -> Vec<Range<usize>> {
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
        } else if is_terminator(c) || (c == ';' && scan.lang.as_str() == "el") {
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

struct Scan {
    chars: Vec<(usize, char)>,
    len: usize,
    lang: Lang,
}

fn is_unspaced_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// Terminators that are nothing else, so that no abbreviation or number is in question.
fn is_plain_terminator(c: char) -> bool {
    matches!(c, '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '\u{1362}' | '\u{104B}' | '\u{17D4}' | '\u{0589}')
}

fn is_terminator(c: char) -> bool {
    c == '.' || is_plain_terminator(c) || is_unspaced_terminator(c)
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '«' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》' | '〉')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '»' | '‹' | '(' | '[' | '{' | '¿' | '¡' | '「' | '『' | '（' | '【' | '《')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒')
}

impl Scan {
    fn at(&self, i: usize) -> char {
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

    fn skip_space(&self, mut i: usize) -> usize {
        while self.at(i).is_whitespace() && self.at(i) != '\n' {
            i += 1;
        }
        i
    }

    /// The closing mark of a short quotation that opens at `i`.
    fn whole_quotation(&self, i: usize) -> Option<usize> {
        let before = self.at(i.wrapping_sub(1));
        let fresh = i == 0 || before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | ':') || is_terminator(before);
        let chinese = self.lang.is_one_of(&["zh", "ja"]);
        let closers: &[char] = match self.at(i) {
            '“' if !chinese => &['”'],
            '„' => &['“', '”', '"'],
            '«' => &['»'],
            '»' if fresh => &['«', '»'],
            '”' if fresh => &['”'],
            '"' if fresh => &['"'],
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
    fn whole_bracket(&self, i: usize) -> Option<usize> {
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
    fn end_after_bracket(&self, start: usize, open: usize, close: usize) -> Option<usize> {
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
                let particle = (self.lang.as_str() == "zh" && self.chinese_speech_follows(next))
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

    fn skip_openers(&self, mut i: usize) -> usize {
        while is_opener(self.at(i)) || is_dash(self.at(i)) || self.at(i) == '•' || self.at(i) == ' ' {
            i += 1;
        }
        i
    }

    /// The word that begins at `i`, letters, digits, apostrophes and inner hyphens.
    fn word_at(&self, i: usize) -> String {
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
    fn starts_sentence(&self, next: usize) -> bool {
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
            && (prior.chars().all(char::is_lowercase) || abbreviations::opens_sentence(&self.word_at(f), self.lang))
            && !self.at(i.wrapping_sub(letters + 1)).is_ascii_punctuation()
            && !abbreviations::is_never_final(&prior, self.lang)
    }

    /// The word before the full stop at `i`, inner full stops included.
    fn word_before(&self, i: usize) -> String {
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
    fn full_stop_ends(&self, start: usize, i: usize, next: usize) -> bool {
        let word = self.word_before(i);
        let lower = word.to_lowercase();
        let length = word.chars().count();
        let begin = i - length;
        let f = self.skip_openers(next);
        let n = self.at(f);
        let next_word = self.word_at(f);
        let lone_initial = next_word.chars().count() == 1 && self.at(f + 1) == '.';
        let opener = !lone_initial && abbreviations::opens_sentence(&next_word, self.lang);
        let first_of_sentence = self.skip_space(start) == begin;

        if word.is_empty() {
            return true;
        }
        if word.chars().all(|c| c.is_numeric()) {
            // "1. Mix the flour": the number of a list item stays with its item.
            if first_of_sentence && length <= 3 {
                return false;
            }
            let dated = self.lang.has_dotted_ordinals() || self.lang.as_str() == "ko";
            if dated && n.is_numeric() && (length <= 2 || self.lang.as_str() == "ko") {
                return false;
            }
            // "p. 12.": a page number is no ordinal.
            let page = begin >= 2 && self.at(begin - 1) == ' ' && self.at(begin - 2) == '.';
            if self.lang.has_dotted_ordinals() && length <= 2 && n.is_alphabetic() && !page {
                if abbreviations::is_capital_month(&next_word) {
                    return false;
                }
                return opener;
            }
            return true;
        }
        if self.lang.has_dotted_ordinals() && is_roman(&word) && length <= 5 {
            return opener;
        }
        let letter = length == 1 && self.at(begin).is_alphabetic() && !is_unspaced(self.at(begin));
        let unit = self.lang.is_one_of(&["ru", "uk", "be", "bg", "pl", "cs"]) && is_sometimes(&lower);
        if letter && (n.is_numeric() || !unit) {
            // An initial ("George W. Bush") unless a sentence clearly begins ("vitamin C. The").
            let spaced_pair = self.part_of_spaced_abbreviation(begin, &lower);
            if spaced_pair == Some(true) {
                return opener || !self.lang.is_one_of(&["de"]);
            }
            return self.at(begin).is_uppercase() && opener && spaced_pair.is_none() && !self.initial_chain(begin);
        }
        if abbreviations::is_never_final(&lower, self.lang) || (self.lang.as_str() == "de" && lower.ends_with("str")) {
            return false;
        }
        if is_sometimes(&lower) {
            if n.is_numeric() {
                return false;
            }
            if matches!(lower.as_str(), "г" | "гг" | "в" | "р" | "r" | "ст") {
                // "В 2014 г. Россия": a date that opens the sentence goes on; at its end it is a full stop.
                let number_before = self.at(begin.wrapping_sub(2)).is_alphanumeric();
                return number_before && (opener || begin.saturating_sub(start) > 25);
            }
            if matches!(
                lower.as_str(),
                "inc"
                    | "corp"
                    | "co"
                    | "ltd"
                    | "llc"
                    | "plc"
                    | "jr"
                    | "sr"
                    | "u.s"
                    | "u.k"
                    | "u.n"
                    | "d.c"
                    | "u.s.a"
                    | "e.u"
                    | "a.m"
                    | "p.m"
                    | "m"
                    | "s.a"
                    | "ee.uu"
                    | "ph.d"
                    | "m.d"
                    | "vs"
                    | "st"
                    | "al"
                    | "min"
                    | "mil"
            ) {
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

    /// Whether the words after a closing quotation mark attribute it: "said", "Smith asked", "fragte die Ministerin".
    fn speech_follows(&self, next: usize) -> bool {
        if is_opener(self.at(next)) {
            return false;
        }
        if !self.lang.as_str().is_empty() && !self.at(next).is_lowercase() && !self.at(next).is_uppercase() && self.at(next).is_alphabetic()
        {
            // Scripts without capitals: a verb of saying that ends the sentence a few words on.
            let ahead: String = (next..next + 40).map(|j| self.at(j)).take_while(|c| !matches!(c, '\0' | '\n')).collect();
            let Some((clause, _)) = ahead.split_once(['.', '।', '؟', '?']) else { return false };
            return clause.split(' ').count() <= 5 && clause.split(' ').any(|w| speech::is_verb(w, self.lang));
        }
        let mut at = if is_dash(self.at(next)) { self.skip_openers(next) } else { next };
        for place in 0..4 {
            let word = self.word_at(at);
            if word.is_empty() {
                return false;
            }
            let name = word.chars().next().is_some_and(char::is_uppercase);
            if !name || !word.chars().any(char::is_lowercase) {
                return place > 0 && speech::is_verb(&word.to_lowercase(), self.lang) && {
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

    /// Whether a space ends a Thai (Lao, Khmer) sentence: long enough on both sides, and the next piece opens like one.
    fn ends_thai(&self, start: usize, i: usize) -> bool {
        let thai = |c: char| matches!(u32::from(c), 0x0E00..=0x0EFF);
        if !thai(self.at(i.wrapping_sub(1))) || !thai(self.at(i + 1)) || i - start < THAI_SENTENCE_CHARS {
            return false;
        }
        const STARTS: &str = "ทั้งนี้ นอกจากนี้ อย่างไรก็ตาม ขณะที่ ขณะเดียวกัน ด้าน ส่วน โดยเมื่อ สำหรับ ต่อมา ล่าสุด เมื่อวันที่ ก่อนหน้านี้ จากนั้น \
            อย่างไรก็ดี พร้อมกันนี้ ในขณะที่ เบื้องต้น หลังจากนั้น";
        let ahead: String = (i + 1..i + 16).map(|j| self.at(j)).filter(|&c| c != '\0').collect();
        STARTS.split_ascii_whitespace().any(|s| ahead.starts_with(s))
    }
}

fn is_sometimes(lower: &str) -> bool {
    abbreviations::is_sometimes_final(lower)
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}
