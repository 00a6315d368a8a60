//! What the core knows about running text: which language it is in, where its sentences and words
//! begin and end. Plain strings in, byte ranges out; nothing here knows of pages or articles.

mod detect;
mod lang;
mod language;
mod lexicon;
mod quoted;
mod sentence;
mod stop;
mod words;

pub use detect::Languages;
pub use lang::Lang;
pub use language::Language;
pub use lexicon::{Lexicon, List, Lists};
pub use sentence::sentences;
pub use words::{count, is_unspaced, words};
pub(crate) use words::{count_of, hash};

/// Whether a word stands in a short list of the rules' own, separated by spaces.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

#[cfg(test)]
pub(crate) use lexicon::tests::language;
