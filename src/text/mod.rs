//! What the core knows about running text: which language it is in, where its sentences and words
//! begin and end. Plain strings in, byte ranges out; nothing here knows of pages or articles.

mod abbreviations;
mod detect;
mod lang;
mod sentence;
pub mod speech;
mod words;

pub use abbreviations::opens_sentence;
pub use detect::detect;
pub use lang::Lang;
pub use sentence::sentences;
pub use words::{content_terms, count, is_unspaced, terms, words};
