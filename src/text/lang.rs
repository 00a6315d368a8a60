//! A language as far as text handling needs to tell them apart: the primary subtag of a BCP-47 tag.

use std::fmt;

/// The primary language subtag of a BCP-47 tag, lower-cased ("en" for "en-US"); small enough to copy.
///
/// Macro-language spellings that pages use for the same written language are folded together:
/// "nb" and "nn" become "no", "iw" becomes "he", "in" becomes "id", "ua" becomes "uk".
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang([u8; 3]);

impl Lang {
    /// A language nobody named and nothing betrayed; rules for it are the cautious common ones.
    pub const UNKNOWN: Lang = Lang([0; 3]);
    /// English.
    pub const EN: Lang = Lang(*b"en\0");

    /// Reads a BCP-47 tag ("de", "pt-BR", "zh_Hans"); anything that is not one is [`Lang::UNKNOWN`].
    #[must_use]
    pub fn new(tag: &str) -> Lang {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Lang::UNKNOWN;
        }
        let mut code = [0; 3];
        for (to, from) in code.iter_mut().zip(primary.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        match &code {
            b"nb\0" | b"nn\0" => Lang(*b"no\0"),
            b"iw\0" => Lang(*b"he\0"),
            b"in\0" => Lang(*b"id\0"),
            b"ua\0" => Lang(*b"uk\0"),
            b"und" | b"mul" | b"zxx" => Lang::UNKNOWN,
            _ => Lang(code),
        }
    }

    /// The subtag, "" for the unknown language.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let len = self.0.iter().position(|&b| b == 0).unwrap_or(3);
        std::str::from_utf8(self.0.get(..len).unwrap_or_default()).unwrap_or_default()
    }

    /// Whether it is the language of this subtag.
    #[must_use]
    pub fn is(&self, code: &str) -> bool {
        let bytes = |i: usize| code.as_bytes().get(i).copied().unwrap_or(0);
        self.0 == [bytes(0), bytes(1), bytes(2)]
    }

    /// Whether the language is one of the given subtags.
    #[must_use]
    pub fn is_one_of(&self, codes: &[&str]) -> bool {
        codes.iter().any(|code| self.is(code))
    }

    /// Whether the language writes "3." for "third", so that a full stop after a number seldom ends a sentence.
    #[must_use]
    pub fn has_dotted_ordinals(&self) -> bool {
        self.is_one_of(&[
            "de", "da", "no", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "pl", "tr", "et", "lv", "is", "lb", "kl", "fo", "eu",
        ])
    }
}

impl Default for Lang {
    fn default() -> Lang {
        Lang::UNKNOWN
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lang({})", self.as_str())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_tag_is_reduced_to_its_primary_subtag() {
        assert_eq!(Lang::new("pt-BR").as_str(), "pt");
        assert_eq!(Lang::new("ZH_Hant").as_str(), "zh");
        assert_eq!(Lang::new("nb").as_str(), "no");
    }

    #[test]
    fn what_is_no_tag_is_the_unknown_language() {
        for tag in ["", "e", "english", "日本", "und", "1a"] {
            assert_eq!(Lang::new(tag), Lang::UNKNOWN, "{tag}");
        }
    }
}
