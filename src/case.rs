//! Small letters in few bytes. The standard library knows every script that ever had capitals, in 17 KB of wasm; these are the scripts
//! that news is written in.

use std::borrow::Cow;

/// A text in small letters, itself where it is.
pub fn lowered(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| small(c) == c) { Cow::Borrowed(text) } else { Cow::Owned(lower(text)) }
}

/// A text in small letters.
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut last = ' ';
    while let Some(c) = chars.next() {
        match c {
            // Turkish: a dotted capital keeps its dot.
            'İ' => out.push_str("i\u{307}"),
            // A Greek sigma that ends a word has a form of its own.
            'Σ' if last.is_alphabetic() && !chars.peek().is_some_and(|n| n.is_alphabetic()) => out.push('ς'),
            _ => out.push(small(c)),
        }
        last = c;
    }
    out
}

/// The small letter of a capital; any other character as it is.
pub fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let u = u32::from(c);
    let small = match u {
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F | 0xFF21..=0xFF3A => u + 32,
        // Pairs, the capital at the even place, then at the odd.
        0x100..=0x12F
        | 0x132..=0x137
        | 0x14A..=0x177
        | 0x1A0..=0x1A5
        | 0x218..=0x21B
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => u | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1AF..=0x1B0 | 0x1CD..=0x1DC | 0x4C1..=0x4CE => (u + 1) & !1,
        0x130 => 0x69,
        0x178 => 0xFF,
        0x18F => 0x259,
        0x386 => 0x3AC,
        0x388..=0x38A => u + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => u + 63,
        0x400..=0x40F => u + 80,
        0x4C0 => 0x4CF,
        0x531..=0x556 => u + 48,
        0x1C90..=0x1CBA | 0x1CBD..=0x1CBF => u - 3008,
        0x1E9E => 0xDF,
        _ => u,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Whether a character is a letter or a digit. What most news is written in needs none of the standard library's tables.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='ҁ' => true,
        '\0'..='\u{7f}' | '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_alphanumeric, lower, small};

    #[test]
    fn letters_and_digits_are_those_of_the_standard_library() {
        for c in (0..0x1_1000).filter_map(char::from_u32) {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn letters_of_the_news_are_lowered_as_the_standard_library_lowers_them() {
        let blocks = [
            0..=0x17E,
            0x1A0..=0x1A5,
            0x1AF..=0x1B0,
            0x1CD..=0x1DC,
            0x218..=0x21B,
            0x370..=0x3CE,
            0x400..=0x52F,
            0x531..=0x556,
            0x1C90..=0x1CBF,
            0x1E00..=0x1EFF,
            0x3000..=0x9FFF,
            0xFF00..=0xFF5A,
        ];
        // Greek letters outside the alphabet of today.
        let archaic = [0x370, 0x372, 0x376, 0x37F];
        for c in blocks.into_iter().flatten().filter(|u| !archaic.contains(u)).filter_map(char::from_u32) {
            assert_eq!(lower(&c.to_string()), c.to_lowercase().collect::<String>(), "{c} {:x}", u32::from(c));
        }
        assert_eq!(small('İ'), 'i');
    }

    #[test]
    fn words_are_lowered_as_the_standard_library_lowers_them() {
        for text in ["", "ΛΟΓΟΣ ΣΟΦΟΣ.", "Σ", "STRAẞE", "İstanbul", "Đà NẴNG", "ЁЛКА", "a 1 — Ä"] {
            assert_eq!(lower(text), text.to_lowercase());
        }
    }
}
