//! `lede summarize`: key sentences of plain texts.

use super::{Options, print, read_text};
use lede::Engine;
use lede::error::Error;
use lede::summary::{Document, summarize};
use lede::text::Lang;
use serde::Deserialize;
use serde_json::json;
use std::ffi::OsString;

/// Sentences of a summary unless asked otherwise.
const SENTENCES: usize = 3;

/// One text of the JSON input; anything but the text may be missing or null.
#[derive(Deserialize)]
struct Text {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    title: Option<String>,
    text: String,
    #[serde(default)]
    lang: Option<String>,
}

/// Answers every text in order; whether all could be read.
///
/// # Errors
/// None that ends the run: each input that cannot be read is said, and the others are answered.
pub fn run(engine: &Engine, options: &Options) -> Result<bool, Error> {
    let sentences = options.sentences.unwrap_or(SENTENCES);
    let standard_input = [OsString::from("-")];
    let files = if options.files.is_empty() { &standard_input[..] } else { &options.files };
    let mut all = true;
    let mut say = |error: &Error| {
        eprintln!("{error}");
        all = false;
    };
    for file in files {
        let text = match read_text(file) {
            Ok(text) => text,
            Err(error) => {
                say(&error);
                continue;
            }
        };
        if !options.json {
            for sentence in summarize(&Document::from_text(engine.lexicon(), None, &text, None), sentences, engine.ranker()) {
                print(&format!("{}\n", sentence.text));
            }
            continue;
        }
        for (at, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            match serde_json::from_str::<Text>(line) {
                Ok(input) => {
                    let document =
                        Document::from_text(engine.lexicon(), input.title.as_deref(), &input.text, input.lang.as_deref().map(Lang::new));
                    let summary: Vec<String> = summarize(&document, sentences, engine.ranker()).into_iter().map(|s| s.text).collect();
                    print(&format!("{}\n", json!({"id": input.id, "summary": summary})));
                }
                Err(why) => say(&Error::Input(at + 1, why.to_string())),
            }
        }
    }
    Ok(all)
}
