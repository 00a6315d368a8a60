#![no_main]

#[path = "../claims.rs"]
#[allow(dead_code)]
mod claims;

use lede::text::Lexicon;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

libfuzzer_sys::fuzz_target!(|text: &str| claims::sentences_hold_the_text(&LEXICON, text));
