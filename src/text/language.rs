//! A language with its lists of words, and what the rules for running text ask of them.

use super::lexicon::Tongue;
use super::words::hash;
use super::{Lang, Lexicon, List, Lists};
use std::fmt;

/// A language with its lists; small enough to copy.
#[derive(Clone, Copy)]
pub struct Language<'l> {
    /// Which it is.
    pub code: Lang,
    /// The place of its lists in the lexicon, 0 where it has none.
    pub(super) own: usize,
    pub(super) lexicon: &'l Lexicon,
}

impl<'l> Language<'l> {
    /// The lists as this language has them, and as all have them.
    fn tongues(&self) -> impl Iterator<Item = &'l Tongue> + use<'l> {
        let tongues = &self.lexicon.tongues;
        [self.own, 0].into_iter().filter_map(move |t| Some(&tongues.get(t)?.1))
    }

    /// The lists in which a word stands as it is, of the language or of all.
    fn found(&self, word: &str) -> Lists {
        let key = hash(word.chars());
        let stands =
            |at: u32| self.lexicon.text.get(at as usize..).and_then(|t| t.strip_prefix(word)).is_some_and(|t| t.starts_with([' ', '/']));
        let mut found = 0;
        for tongue in self.tongues() {
            let first = tongue.keys.partition_point(|&(k, ..)| k < key);
            for &(_, at, list) in tongue.keys.get(first..).unwrap_or_default().iter().take_while(|&&(k, ..)| k == key) {
                found |= u64::from(stands(at)) << list;
            }
        }
        Lists(found)
    }

    /// The lists in which a word stands, of the language or of all; a compound that ends with a role is one.
    #[must_use]
    pub fn lists(&self, word: &str) -> Lists {
        let found = self.found(word);
        // Three letters at least before the ending: "Beirat" is one, "Murat" is not.
        let role = || {
            word.rsplit_once('-').is_some_and(|(_, last)| self.has(List::Roles, last))
                || self.words(List::RoleEndings).any(|e| word.len() > e.len() + 2 && word.ends_with(e))
        };
        if found.has(List::Roles) || !role() { found } else { Lists(found.0 | 1 << List::Roles as u8) }
    }

    /// Whether a word stands in a list, of the language or of all.
    #[must_use]
    pub fn has(&self, list: List, word: &str) -> bool {
        self.found(word).has(list)
    }

    /// The entries of a list, in their order.
    pub fn words(&self, list: List) -> impl Iterator<Item = &'l str> + use<'l> {
        let text = self.lexicon.text.as_str();
        let entries = self.tongues().filter_map(move |t| t.words.get(t.lists.get(list as usize)?.clone())).flatten();
        entries.filter_map(|&(from, to)| text.get(from as usize..to as usize))
    }

    /// Whether the language has such a list.
    #[must_use]
    pub fn knows(&self, list: List) -> bool {
        self.words(list).next().is_some()
    }

    /// The hashes of its commonest small words, sorted.
    pub(crate) fn small_words(&self) -> Vec<u32> {
        self.lexicon.languages.small_words(self.code)
    }

    /// Whether it is the language of this subtag.
    #[must_use]
    pub fn is(&self, code: &str) -> bool {
        self.code.is(code)
    }

    /// Whether it is one of the languages of these subtags.
    #[must_use]
    pub fn is_one_of(&self, codes: &[&str]) -> bool {
        self.code.is_one_of(codes)
    }

    /// Whether a word, as written, commonly opens a sentence and is seldom part of a name. Languages without a list are asked in English.
    #[must_use]
    pub fn opens_sentence(&self, word: &str) -> bool {
        let asked = if self.knows(List::Openers) { *self } else { self.lexicon.language(Lang::EN) };
        let bare = word.split(['\'', '’']).next().unwrap_or(word);
        asked.has(List::Openers, word) || bare.len() < word.len() && asked.has(List::Openers, bare)
    }

    /// Whether a lower-cased word is a role or title, alone or as the end of a compound.
    #[must_use]
    pub fn is_role(&self, lower: &str) -> bool {
        self.lists(lower).has(List::Roles)
    }

    /// Whether a name, words joined by single spaces, is a place of the lists.
    #[must_use]
    pub fn is_place(&self, name: &str) -> bool {
        let joined = name.replace(' ', "_");
        let joined = joined.trim_end_matches("'s").trim_end_matches("’s");
        self.has(List::Places, joined) || (!self.is("ru") && self.has(List::World, joined))
    }
}

impl fmt::Debug for Language<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.fmt(f)
    }
}
