//! Words as ranking and counting need them: runs of letters and digits, and for scripts without
//! spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) overlapping pairs of characters,
//! which compare texts about as well as a dictionary would and need none.

use crate::case::is_alphanumeric;
use std::ops::Range;

/// Whether a character belongs to a script that writes no spaces between words.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007 | 0x3040..=0x30FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9D | 0x20000..=0x3FFFF)
}

/// Marks that belong to the letter before them: combining accents, vowel signs, viramas, joiners.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670
        | 0x06D6..=0x06ED | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0955..=0x0957 | 0x0962..=0x0963
        | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0A3C..=0x0A4D | 0x0ABC..=0x0ACD | 0x0B3C..=0x0B4D
        | 0x0B82 | 0x0BBE..=0x0BCD | 0x0C3E..=0x0C4D | 0x0CBC..=0x0CCD | 0x0D3E..=0x0D4D
        | 0x200C..=0x200D | 0x20D0..=0x20FF | 0xFE00..=0xFE0F)
}

/// The words of a text as byte ranges, in order. An apostrophe between letters belongs to the word;
/// a hyphen does not. Unspaced scripts give one range a character.
#[must_use]
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_ascii_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let next = chars.peek().map(|&(_, n)| n);
        if is_unspaced(c) {
            if let Some(s) = start.take() {
                found.push(s..at);
            }
            if is_alphanumeric(c) {
                found.push(at..at + c.len_utf8());
            }
        } else if is_alphanumeric(c) {
            start.get_or_insert(at);
        } else if let Some(s) = start {
            let inside = is_mark(c) || (matches!(c, '\'' | '’' | '·' | '־') && next.is_some_and(|n| is_alphanumeric(n) && !is_unspaced(n)));
            if !inside {
                found.push(s..at);
                start = None;
            }
        }
    }
    if let Some(s) = start {
        found.push(s..text.len());
    }
    found
}

/// How many words a reader would count: words of spaced scripts, and one for every two characters
/// of an unspaced script (the usual ratio for Chinese and Japanese news).
#[must_use]
pub fn count(text: &str) -> usize {
    count_of(words(text).into_iter().filter_map(|r| text.get(r)))
}

/// How many words a reader would count among these.
pub(crate) fn count_of<'t>(words: impl Iterator<Item = &'t str>) -> usize {
    let (mut spaced, mut unspaced) = (0usize, 0usize);
    for word in words {
        match word.chars().next() {
            Some(c) if is_unspaced(c) => unspaced += 1,
            _ => spaced += 1,
        }
    }
    spaced + unspaced.div_ceil(2)
}

/// FNV-1a over characters; collisions among the few hundred terms of an article do not matter.
pub(crate) fn hash(chars: impl IntoIterator<Item = char>) -> u32 {
    chars.into_iter().fold(0x811C_9DC5, |h, c| (h ^ u32::from(c)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::{count, words};

    fn list(text: &str) -> Vec<&str> {
        words(text).into_iter().filter_map(|r| text.get(r)).collect()
    }

    #[test]
    fn apostrophes_stay_inside_a_word_and_hyphens_do_not() {
        assert_eq!(list("It's a well-known l’heure 'quoted'"), ["It's", "a", "well", "known", "l’heure", "quoted"]);
    }

    #[test]
    fn combining_marks_do_not_split_a_word() {
        assert_eq!(list("cafe\u{301}s हिन्दी"), ["cafe\u{301}s", "हिन्दी"]);
    }

    #[test]
    fn unspaced_scripts_are_counted_by_pairs_of_characters() {
        assert_eq!(count("東京都は木曜日"), 4);
        assert_eq!(count("two words"), 2);
    }
}
